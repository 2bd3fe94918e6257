#!/usr/bin/env python3
"""Which form of the encoder's network this processor runs fastest, and how far each strays from 32-bit weights.

    python -m benchmarks.kernels ARTICLES.jsonl.gz [--number 10] [--rounds 5]

ARTICLES are JSON lines with a field `text`. Prints the processor's instructions that matter to onnxruntime's kernels, and for each form its
time on one core as a ratio to the network that ships, the largest and the mean deviation of its scores from those of 32-bit weights, and
the share of words whose best label of a name differs from theirs. The weights are those that ship. The forms take turns window by window;
the processor time of each is the sum of its best for every window. A window goes alone unless the form says otherwise.

Needs the extra `train` (torch and onnx), which makes the forms.
"""

from __future__ import annotations

import argparse
import platform
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import onnx
import onnxruntime
from onnx import helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

import newsfacts.pipeline
from benchmarks.speed import read_texts
from newsfacts import load_pipeline
from newsfacts.pipeline.component import words_and_breaks
from newsfacts.pipeline.encoder import SCORES, cut_windows, load_encoder, open_session, window_inputs
from newsfacts.pipeline.shapes import shape_class
from training.export import INT8, write_encoder, write_network
from training.network import Sizes, Tagger
from training.restore import restored

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

SHIPPED = "int8 of 7 bits, a scale a column (ships)"
EXACT = "32 bits"
FLAGS = ("avx2", "avx512bw", "avx512_vnni", "avx_vnni", "amx_int8", "asimd", "asimddp", "i8mm", "sve")
BATCH = 1280  # word pieces, padding counted
BLOCK = 128  # weights that share a scale in MatMulNBits
Inputs = dict[str, Any]


@dataclass
class Form:
    """A form of the network, and the windows that go through it at once: their numbers and inputs."""

    session: InferenceSession
    batches: list[tuple[list[int], Inputs]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--number", type=int, default=10, help="how many articles to read (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    print(f"{platform.machine()}, onnxruntime {onnxruntime.__version__}: {' '.join(flags()) or 'instructions unknown'}")
    windows = [inputs for text in read_texts(args.articles, args.number) for inputs in inputs_of(text)]
    with tempfile.TemporaryDirectory() as folder:
        forms = forms_of(Path(folder), windows)
        times = race(forms, args.rounds)
        exact = scores_of(forms[EXACT], windows)
        print(f"{'':44}  time  largest    mean  names that differ")
        for name, form in forms.items():
            largest, mean, names = deviation(scores_of(form, windows), exact)
            print(f"{name:44}  {times[name] / times[SHIPPED]:4.2f}  {largest:7.2f}  {mean:6.4f}  {names:6.2%}")


def flags() -> list[str]:
    """Return which of `FLAGS` the processor has, where Linux tells."""
    path = Path("/proc/cpuinfo")
    words = set(path.read_text(encoding="utf-8").split()) if path.exists() else set()
    return [flag for flag in FLAGS if flag in words]


def inputs_of(text: str) -> Iterator[Inputs]:
    """Yield the encoder's inputs for each window of a text."""
    doc = load_pipeline(threads=1).make_doc(text)
    numbers, breaks = words_and_breaks(doc)
    words, encoder = [doc[i].text for i in numbers], load_encoder(threads=1)
    pieces, shapes = [encoder.wordpiece(w) for w in words], [shape_class(w) for w in words]
    for window in cut_windows([len(p) for p in pieces], breaks):
        yield window_inputs(window, pieces, shapes, breaks, encoder.wordpiece)


def forms_of(folder: Path, windows: list[Inputs]) -> dict[str, Form]:
    """Write the network in each form into `folder` and open those that this onnxruntime runs."""
    shipped = files(newsfacts.pipeline).joinpath("model")
    with as_file(shipped) as path:
        state = restored(path)
    model = Tagger(Sizes(**state["sizes"]), dropout=0.0).eval()
    model.load_state_dict(state["weights"])
    parts, full = folder / "parts32.onnx", folder / "full.onnx"
    write_encoder(model, parts)
    write_network(model, write_encoder, full, full=True)
    alone = [([number], inputs) for number, inputs in enumerate(windows)]
    forms = {SHIPPED: Form(open_session(shipped.joinpath("encoder.onnx"), 1), alone)}
    quantize_dynamic(parts, folder / "parts.onnx", **INT8)
    in_parts = open_session(folder / "parts.onnx", 1)
    forms["  attention in parts"] = Form(in_parts, alone)
    forms[f"  attention in parts, {BATCH} pieces at once"] = Form(in_parts, padded_batches(windows))
    for name, changed in {
        "  a scale a matrix": {"per_channel": False},
        "  8 bits": {"reduce_range": False},
        "  8 bits without a sign, a scale a matrix": {"weight_type": QuantType.QUInt8, "per_channel": False, "reduce_range": False},
    }.items():
        quantize_dynamic(full, folder / "changed.onnx", **INT8 | changed)
        forms[name] = Form(open_session(folder / "changed.onnx", 1), alone)
    for bits in (8, 4):
        onnx.save(in_blocks(onnx.load(full), bits), folder / "blocks.onnx")
        try:
            forms[f"MatMulNBits, {bits} bits"] = Form(open_session(folder / "blocks.onnx", 1), alone)
        except onnxruntime.capi.onnxruntime_pybind11_state.NotImplemented:
            print(f"no MatMulNBits of {bits} bits in this onnxruntime")
    return forms | {EXACT: Form(open_session(full, 1), alone)}


def padded_batches(windows: list[Inputs]) -> list[tuple[list[int], Inputs]]:
    """Group windows of like lengths into batches, padded with 0."""
    sizes = [inputs["pieces"].shape[1] for inputs in windows]
    groups: list[list[int]] = []
    for number in sorted(range(len(windows)), key=lambda n: -sizes[n]):
        if groups and (len(groups[-1]) + 1) * sizes[groups[-1][0]] <= BATCH:
            groups[-1].append(number)
        else:
            groups.append([number])
    return [(group, {name: padded([windows[n][name] for n in group]) for name in windows[0]}) for group in groups]


def padded(rows: Sequence[Any]) -> Any:
    """Return rows of different lengths as one array."""
    width = max(row.shape[1] for row in rows)
    return np.concatenate([np.pad(row, ((0, 0), (0, width - row.shape[1]))) for row in rows])


def in_blocks(network: onnx.ModelProto, bits: int) -> onnx.ModelProto:
    """Return the network with its matrices in integers of `bits`, a scale for each `BLOCK` weights of a column (MatMulNBits)."""
    weights = {i.name: i for i in network.graph.initializer}
    for node in network.graph.node:
        if node.op_type != "MatMul" or node.input[1] not in weights:
            continue
        name = node.input[1]
        matrix = numpy_helper.to_array(weights[name]).T
        columns, rows = matrix.shape
        blocks = np.pad(matrix, ((0, 0), (0, -rows % BLOCK))).reshape(columns, -1, BLOCK)
        middle = 1 << (bits - 1)
        scales = np.maximum(np.abs(blocks).max(-1, keepdims=True) / (middle - 1), 1e-9).astype(np.float32)
        integers = (np.round(blocks / scales) + middle).astype(np.uint8)
        if bits == 4:
            integers = integers[..., ::2] | integers[..., 1::2] << 4
        network.graph.initializer.remove(weights[name])
        network.graph.initializer.extend(
            [numpy_helper.from_array(integers, f"{name}_integers"), numpy_helper.from_array(scales[..., 0], f"{name}_scales")]
        )
        node.CopyFrom(
            helper.make_node(
                "MatMulNBits", [node.input[0], f"{name}_integers", f"{name}_scales"], node.output, node.name, domain="com.microsoft",
                K=rows, N=columns, bits=bits, block_size=BLOCK, accuracy_level=4,
            )
        )  # fmt: skip
    return network


def race(forms: dict[str, Form], rounds: int) -> dict[str, float]:
    """Return the seconds of processor time that each form needs for all windows, each at its best of some rounds."""
    best = {name: [float("inf")] * len(form.batches) for name, form in forms.items()}
    for _ in range(rounds):
        for i in range(max(len(form.batches) for form in forms.values())):
            for name, form in forms.items():
                if i < len(form.batches):
                    start = time.process_time()
                    form.session.run(SCORES, form.batches[i][1])
                    best[name][i] = min(best[name][i], time.process_time() - start)
    return {name: sum(times) for name, times in best.items()}


def scores_of(form: Form, windows: list[Inputs]) -> list[list[Any]]:
    """Return each window's scores, in the order of `SCORES`, without those of padding."""
    found: dict[int, list[Any]] = {}
    for numbers, inputs in form.batches:
        outputs = form.session.run(SCORES, inputs)
        for row, number in enumerate(numbers):
            found[number] = [output[row, : windows[number]["first"].shape[1]] for output in outputs]
    return [found[number] for number in range(len(windows))]


def deviation(scores: list[list[Any]], exact: list[list[Any]]) -> tuple[float, float, float]:
    """Return the largest and the mean deviation, and the share of words whose best label of a name differs."""
    away = np.concatenate(
        [np.abs(a - b).ravel() for one, other in zip(scores, exact, strict=True) for a, b in zip(one, other, strict=True)]
    )
    names = SCORES.index("names")
    differ = np.concatenate([one[names].argmax(-1) != other[names].argmax(-1) for one, other in zip(scores, exact, strict=True)])
    return float(away.max()), float(away.mean()), float(differ.mean())


if __name__ == "__main__":
    main()
