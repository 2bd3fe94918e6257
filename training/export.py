"""Turn trained weights into the files that ship: `python -m training.export --work FOLDER --model extractors/pipeline/model`.

Writes `encoder.onnx` and `reader.onnx` (weights in int8, by onnxruntime's dynamic quantisation), `parser.npz` and `far.npz` (biaffine
weights, and what the reader points at beyond its window, half precision), `labels.json`, `vocab.txt` and `words.bin` (the embeddings of
words). With `--network fast` only that network's encoder, which shares all else.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx.external_data_helper import set_external_data
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from newsfacts.pipeline.encoder import SCORES
from newsfacts.pipeline.networks import FAST, FULL, SHARED
from newsfacts.pipeline.pointing import FAR
from newsfacts.pipeline.reader import OUTPUTS
from training.network import INPUTS, Reader, Sizes, Tagger
from training.network.encoder import Layer

# Weights of 7 bits: processors without VNNI saturate on 8, and the same text must give the same facts everywhere.
INT8: dict[str, Any] = {"weight_type": QuantType.QInt8, "per_channel": True, "reduce_range": True}
OPERATORS: dict[str, Any] = {"opset_version": 17, "custom_opsets": {"com.microsoft": 1}}  # MultiHeadAttention is onnxruntime's own


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True, help="folder of training.train, with weights.pt")
    parser.add_argument("--model", type=Path, required=True, help="folder that gets the files")
    parser.add_argument("--network", choices=(FULL, FAST), default=FULL, help="whose files to write (default: %(default)s)")
    parser.add_argument("--full", action="store_true", help="keep 32-bit weights, to measure what int8 costs")
    args = parser.parse_args()
    state = torch.load(args.work / "weights.pt", weights_only=True)
    args.model.mkdir(parents=True, exist_ok=True)
    if args.network == FULL:
        write_files(state, args.model, full=args.full)
        return
    with tempfile.TemporaryDirectory() as made:
        write_files(state, Path(made), full=args.full)
        add_network(args.network, Path(made), args.model)


def write_files(state: dict[str, Any], folder: Path, *, full: bool) -> None:
    """Write all files of a network to `folder`."""
    sizes = Sizes(**state["sizes"])
    model = Tagger(sizes, dropout=0.0)
    model.load_state_dict(state["weights"])
    reader = Reader(sizes, layers_of(state["reader"]), dropout=0.0)
    reader.load_state_dict(state["reader"])
    for network, write, name in ((model, write_encoder, "encoder.onnx"), (reader, write_reader, "reader.onnx")):
        network.eval()
        write_network(network, write, folder / name, full=full)
    if not full:
        take_words_out(folder / "encoder.onnx", folder / "words.bin")
    np.savez_compressed(folder / "far.npz", **far_weights(reader))
    np.savez_compressed(
        folder / "parser.npz", **{k: getattr(model.trees, k).detach().numpy().astype(np.float16) for k in ("arc", "relation")}
    )
    (folder / "labels.json").write_text(json.dumps(state["labels"], indent=1) + "\n", encoding="utf-8")
    (folder / "vocab.txt").write_text("\n".join(state["vocabulary"]) + "\n", encoding="utf-8")


def add_network(name: str, made: Path, model: Path) -> None:
    """Add the encoder of a student, whose files are in the folder `made`, to those of its teacher in `model`.

    Raises:
        SystemExit: it has other files than its teacher where the two must share them.
    """
    other = [file for file in SHARED if (made / file).exists() and (made / file).read_bytes() != (model / file).read_bytes()]
    if other:
        raise SystemExit(f"{', '.join(other)}: not as in {model}; teach a student from the weights that were exported there")
    (model / f"{name}_encoder.onnx").write_bytes((made / "encoder.onnx").read_bytes())


def write_network(network: nn.Module, write: Callable[[Any, Path], None], path: Path, *, full: bool) -> None:
    """Write a network to `path` with weights in int8, or in 32 bits; it takes batches without padding."""
    for part in network.modules():
        if isinstance(part, Layer):
            part.fused = True
    with tempfile.TemporaryDirectory() as folder:
        exported = Path(folder) / "network.onnx"
        write(network, exported)
        if full:
            path.write_bytes(exported.read_bytes())
        else:
            quantize_dynamic(exported, path, **INT8)


def take_words_out(encoder: Path, words: Path) -> None:
    """Move the embeddings of words out of an encoder's file to `words`, which the networks share."""
    network = onnx.load(encoder)
    (tensor,) = (i for i in network.graph.initializer if i.name == "encoder.words.weight_quantized")
    words.write_bytes(tensor.raw_data)
    set_external_data(tensor, words.name, offset=0, length=len(tensor.raw_data))
    tensor.ClearField("raw_data")
    encoder.write_bytes(network.SerializeToString())


def write_encoder(model: Tagger, path: Path) -> None:
    """Write the encoder with its heads, with free numbers of windows, pieces and words."""
    example = [torch.randint(1, 5, (2, 7)) for _ in range(3)] + [torch.randint(1, 5, (2, 6)) for _ in range(2)]
    example[2] = example[2] % 2
    names = {key: {0: "windows", 1: "words" if key in ("first", "shapes") else "pieces"} for key in INPUTS}
    torch.onnx.export(
        model, tuple(example), str(path), input_names=list(INPUTS), output_names=list(SCORES), dynamo=False,
        dynamic_axes=names | {key: {0: "windows", 1: "words"} for key in SCORES}, **OPERATORS,
    )  # fmt: skip


def write_reader(reader: Reader, path: Path) -> None:
    """Write the reader, with free numbers of targets and words."""
    example = torch.randn(2, 6, reader.marks.weight.shape[1]), torch.randint(12, 17, (2, 6)), torch.randint(1, 30, (2, 6))
    inputs = ("vectors", "marks", "distance")
    axes = {key: {0: "targets", 1: "words"} for key in (*inputs, "pointers")}
    torch.onnx.export(
        reader, example, str(path), input_names=list(inputs), output_names=list(OUTPUTS), dynamo=False,
        dynamic_axes=axes | {key: {0: "targets"} for key in OUTPUTS if key != "pointers"}, **OPERATORS,
    )  # fmt: skip


def layers_of(weights: dict[str, torch.Tensor]) -> int:
    """Return the number of layers that a reader's weights are for."""
    return 1 + max(int(key.split(".")[1]) for key in weights if key.startswith("layers."))


def far_weights(reader: Reader) -> dict[str, np.ndarray]:
    """Return the weights with which words beyond the window are scored, in half precision."""
    found: dict[str, torch.Tensor] = {}
    for name in FAR:
        found |= {
            f"{name}_key": reader.keys[name].weight.T, f"{name}_bias": reader.keys[name].bias,
            f"{name}_distance": reader.far_distances[name].weight[:, 0], f"{name}_rank": reader.far_ranks[name].weight[:, 0],
        }  # fmt: skip
    return {key: weight.detach().numpy().astype(np.float16) for key, weight in found.items()}


if __name__ == "__main__":
    main()
