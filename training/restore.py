"""Turn the files that ship back into weights: `python -m training.restore --model extractors/pipeline/model --work FOLDER`.

Writes FOLDER/weights.pt, from which any stage of the training can go on (`--start`) without the earlier stages' weights, which aren't
kept in the repository. What int8 rounded away is gone; exported again, the weights give the same integers.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from newsfacts.pipeline.shapes import SHAPES
from training.model import Sizes

LINEAR = ("query", "key", "value", "attended", "inner", "outer")
HEADS = ("names", "pos", "tags", "lemmas", "starts", "arc_dep", "arc_head", "rel_dep", "rel_head")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    torch.save(restored(args.model), args.work / "weights.pt")


def restored(folder: Path) -> dict:
    """Return what `training.train` writes as weights.pt, read from the files in `folder`."""
    arrays = {i.name: numpy_helper.to_array(i) for i in onnx.load(folder / "encoder.onnx").graph.initializer}
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    vocabulary = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    weights = {key: array for key, array in arrays.items() if not key.startswith("onnx::") and "weight_" not in key}
    for key in ("encoder.words", "encoder.shapes_in", "encoder.breaks_in", "encoder.shapes_out"):
        weights[f"{key}.weight"] = _full(arrays, f"{key}.weight")
    # torch writes the matrices of linear layers without their names, in the order in which they are used
    matrices = (k.removesuffix("_quantized") for k in arrays if k.startswith("onnx::MatMul") and k.endswith("_quantized"))
    products = sorted(matrices, key=_number)
    layers = (len(products) - len(HEADS)) // len(LINEAR)
    names = [f"encoder.layers.{i}.{part}" for i in range(layers) for part in LINEAR] + list(HEADS)
    for name, product in zip(names, products, strict=True):
        weights[f"{name}.weight"] = _full(arrays, product).T
    with np.load(folder / "parser.npz") as parser:
        weights |= {key: parser[key].astype(np.float32) for key in ("arc", "relation")}
    width, inner = weights["encoder.layers.0.inner.weight"].shape[::-1]
    sizes = Sizes(
        vocabulary=len(vocabulary), width=width, layers=layers, heads=12, inner=inner, positions=len(weights["encoder.positions.weight"]),
        shapes=len(SHAPES), **{key: len(labels[key]) for key in ("names", "pos", "tags", "lemmas", "deps")},
    )  # fmt: skip
    tensors = {key: torch.from_numpy(np.array(array, dtype=np.float32)) for key, array in weights.items()}
    return {"weights": tensors, "sizes": vars(sizes), "labels": labels, "vocabulary": vocabulary, "step": 0}


def _number(name: str) -> int:
    return int(name.rpartition("_")[2])


def _full(arrays: dict[str, np.ndarray], name: str) -> np.ndarray:
    scale, zero = arrays[f"{name}_scale"], arrays[f"{name}_zero_point"]
    return (arrays[f"{name}_quantized"].astype(np.float32) - zero.astype(np.float32)) * scale


if __name__ == "__main__":
    main()
