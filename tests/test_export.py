"""What is exported says what the trained network says (needs the extra `train`)."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from spacy.language import Language

import newsfacts.pipeline
from newsfacts.pipeline.encoder import SCORES, open_session
from newsfacts.pipeline.pointing import MARK, distances
from newsfacts.pipeline.reader import OUTPUTS

torch = pytest.importorskip("torch")
onnx = pytest.importorskip("onnx")

from benchmarks import kernels  # noqa: E402
from training.export import add_network, layers_of, write_encoder, write_network, write_reader  # noqa: E402
from training.network import Reader, Sizes, Tagger  # noqa: E402
from training.restore import restored  # noqa: E402

TEXT = """LUANDA, March 3 - The fisheries ministry said exports of dried mackerel rose 9% in February.

"We expect $14 million by June," said Deputy Minister Rosa Quental, whose office opened in Lobito."""
SMALL = Sizes(
    vocabulary=40, width=24, layers=3, heads=3, inner=48, positions=64, shapes=9, names=5, pos=4, tags=6, lemmas=7, deps=4, lower=2,
    shape_width=8, arc=16, relation=8,
)  # fmt: skip


@pytest.fixture(scope="module")
def state() -> dict[str, Any]:
    with as_file(files(newsfacts.pipeline).joinpath("model")) as folder:
        return restored(folder)


@pytest.fixture
def small() -> Tagger:
    """A network with weights by chance."""
    torch.manual_seed(21)
    return Tagger(SMALL, dropout=0.0).eval()


def random_inputs(pieces: int, words: int) -> dict[str, Any]:
    """Return inputs by chance for one window, whose words begin at every second piece."""
    random = np.random.default_rng(pieces)
    return {
        "pieces": random.integers(1, SMALL.vocabulary, (1, pieces)),
        "piece_shapes": random.integers(0, SMALL.shapes + 1, (1, pieces)),
        "piece_breaks": random.integers(0, 2, (1, pieces)),
        "first": np.arange(words)[None] * 2 + 1,
        "shapes": random.integers(0, SMALL.shapes, (1, words)),
    }


@pytest.mark.parametrize(("pieces", "words"), [(3, 1), (20, 9), (60, 29)])
def test_the_exported_network_computes_what_torch_does(small: Tagger, tmp_path: Path, pieces: int, words: int) -> None:
    inputs = random_inputs(pieces, words)
    with torch.no_grad():
        expected = small(*(torch.from_numpy(row) for row in inputs.values()))
    write_network(small, write_encoder, tmp_path / "encoder.onnx", full=True)
    for scores, right in zip(open_session(tmp_path / "encoder.onnx", 1).run(SCORES, inputs), expected, strict=True):
        np.testing.assert_allclose(scores, right.numpy(), atol=2e-5)


def test_padding_changes_no_score_in_training(small: Tagger) -> None:
    short, long = random_inputs(20, 9), random_inputs(60, 29)
    with torch.no_grad():
        alone = small(*(torch.from_numpy(row) for row in short.values()))
        together = small(*(torch.from_numpy(kernels.padded([short[name], long[name]])) for name in short))
    for scores, right in zip(together, alone, strict=True):
        np.testing.assert_allclose(scores[:1, :9].numpy(), right.numpy(), atol=2e-5)


def test_the_shipped_encoder_is_near_the_network_that_it_was_made_from(nlp: Language, state: dict[str, Any]) -> None:
    model = Tagger(Sizes(**state["sizes"]), dropout=0.0).eval()
    model.load_state_dict(state["weights"])
    (inputs,) = kernels.inputs_of(TEXT)
    with torch.no_grad():
        exact = [scores[0].numpy() for scores in model(*(torch.from_numpy(row) for row in inputs.values()))]
    shipped = open_session(files(newsfacts.pipeline).joinpath("model", "encoder.onnx"), 1)
    rounded = [scores[0] for scores in shipped.run(SCORES, inputs)]
    largest, mean, names_that_differ = kernels.deviation([rounded], [exact])
    assert largest < 3
    assert mean < 0.1
    assert names_that_differ == 0


def test_the_shipped_reader_is_near_the_network_that_it_was_made_from_and_is_exported_the_same(
    state: dict[str, Any], tmp_path: Path
) -> None:
    reader = Reader(Sizes(**state["sizes"]), layers_of(state["reader"]), dropout=0.0).eval()
    reader.load_state_dict(state["reader"])
    marks = np.full((1, 30), MARK["plain"])
    marks[0, 12:14] = MARK["target money"]
    vectors = np.random.default_rng(3).normal(size=(1, 30, state["sizes"]["width"])).astype(np.float32)
    inputs = {"vectors": vectors, "marks": marks, "distance": distances((0, 30), (12, 14))[None]}
    with torch.no_grad():
        exact = [scores.numpy() for scores in reader(*(torch.from_numpy(row) for row in inputs.values()))]
    path = files(newsfacts.pipeline).joinpath("model", "reader.onnx")
    for scores, right in zip(open_session(path, 1).run(OUTPUTS, inputs), exact, strict=True):
        assert np.abs(scores - right).mean() < 0.1
    write_network(reader, write_reader, tmp_path / "reader.onnx", full=False)
    with as_file(path) as shipped:
        assert integers_of(tmp_path / "reader.onnx") == integers_of(shipped)


def integers_of(path: Path) -> list[bytes]:
    """Return the integers of a network's matrices, in the order of their use."""
    return [i.raw_data for i in onnx.load(path).graph.initializer if i.name.endswith("_quantized")]


@pytest.mark.parametrize(("bits", "near"), [(8, 0.02), (4, 0.3)])
def test_the_benchmark_rounds_matrices_in_blocks(tmp_path: Path, bits: int, near: float) -> None:
    matrix = np.random.default_rng(4).normal(size=(150, 32)).astype(np.float32)  # the last block is padded
    graph = onnx.helper.make_graph(
        [onnx.helper.make_node("MatMul", ["x", "w"], ["y"])], "product",
        [onnx.helper.make_tensor_value_info("x", 1, [3, 150])], [onnx.helper.make_tensor_value_info("y", 1, [3, 32])],
        [onnx.numpy_helper.from_array(matrix, "w")],
    )  # fmt: skip
    opsets = [onnx.helper.make_opsetid("", 17), onnx.helper.make_opsetid("com.microsoft", 1)]
    onnx.save(kernels.in_blocks(onnx.helper.make_model(graph, opset_imports=opsets, ir_version=8), bits), tmp_path / "blocks.onnx")
    rows = np.random.default_rng(5).normal(size=(3, 150)).astype(np.float32)
    (product,) = open_session(tmp_path / "blocks.onnx", 1).run(None, {"x": rows})
    away = np.abs(product - rows @ matrix).mean() / np.abs(rows @ matrix).mean()
    assert 0 < away < near


def test_the_benchmark_batches_windows_of_like_lengths() -> None:
    windows = [{"pieces": np.full((1, size), size)} for size in (100, 700, 90, 600)]
    batches = kernels.padded_batches(windows)
    assert [numbers for numbers, _ in batches] == [[1], [3, 0], [2]]
    assert batches[1][1]["pieces"].tolist() == [[600] * 600, [100] * 100 + [0] * 500]


def test_a_student_with_another_parser_is_refused(tmp_path: Path) -> None:
    made, model = tmp_path / "made", tmp_path / "model"
    for folder in (made, model):
        folder.mkdir()
        for name in ("encoder.onnx", "parser.npz"):
            (folder / name).write_bytes(f"{name} of {folder.name}".encode())
    with pytest.raises(SystemExit, match=r"^parser\.npz: not as in"):
        add_network("fast", made, model)
    (made / "parser.npz").write_bytes(b"parser.npz of model")
    add_network("fast", made, model)
    assert (model / "fast_encoder.onnx").read_bytes() == b"encoder.onnx of made"
    assert (model / "encoder.onnx").read_bytes() == b"encoder.onnx of model"
