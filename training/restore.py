"""Turn the files that ship back into weights: `python -m training.restore --model extractors/pipeline/model --work FOLDER`.

Writes FOLDER/weights.pt, from which any stage of the training can go on (`--start`) without the earlier stages' weights, which aren't
kept in the repository. What int8 rounded away is gone; exported again, the weights give the same integers.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from newsfacts.pipeline.pointing import FAR
from newsfacts.pipeline.shapes import SHAPES
from training.network import Sizes

Arrays = dict[str, np.ndarray]
LINEAR = ("query", "key", "value", "attended", "inner", "outer")  # of a layer, in the order of use
WORDS = ("names", "pos", "tags", "lemmas", "starts")
TREES = ("arc_dep", "arc_head", "rel_dep", "rel_head")
ATTENTION_HEADS = 12


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    torch.save(restored(args.model), args.work / "weights.pt")


def restored(folder: Path) -> dict[str, Any]:
    """Return what `training.reading` writes as weights.pt, read from the files in `folder`."""
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    vocabulary = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    heads = [*(f"words.{name}" for name in WORDS), *(f"trees.{name}" for name in TREES)]
    weights = _weights(folder / "encoder.onnx", "encoder.layers", heads)
    with np.load(folder / "parser.npz") as parser:
        weights |= {f"trees.{key}": parser[key].astype(np.float32) for key in ("arc", "relation")}
    width, inner = weights["encoder.layers.0.inner.weight"].shape[::-1]
    sizes = Sizes(
        vocabulary=len(vocabulary), width=width, layers=_layers(weights, "encoder.layers"), heads=ATTENTION_HEADS, inner=inner,
        positions=len(weights["encoder.positions.weight"]), shapes=len(SHAPES),
        **{key: len(labels[key]) for key in ("names", "pos", "tags", "lemmas", "deps")},
    )  # fmt: skip
    out = {"weights": _tensors(weights), "sizes": asdict(sizes), "labels": labels, "vocabulary": vocabulary, "step": 0}
    if (folder / "reader.onnx").exists():
        out["reader"] = _tensors(_weights(folder / "reader.onnx", "layers", ["pointers"]) | _far(folder / "far.npz"))
    return out


def _tensors(arrays: Arrays) -> dict[str, torch.Tensor]:
    return {key: torch.from_numpy(np.array(array, dtype=np.float32)) for key, array in arrays.items()}


def _weights(path: Path, layers: str, heads: Sequence[str]) -> Arrays:
    """Return a network's weights by name. torch writes the matrices of its linear parts without names, in the order of their use."""
    arrays = {i.name: numpy_helper.to_array(i) for i in onnx.load(path).graph.initializer}
    weights = {key: array for key, array in arrays.items() if not re.search(r"^onnx::|_(?:scale|zero_point|quantized)$", key)}
    named = (key.removesuffix("_quantized") for key in arrays if key.endswith("_quantized"))
    unnamed = []
    for key in named:
        if key.startswith("onnx::"):
            unnamed.append(key)
        else:
            full = _full(arrays, key)
            weights[key.removesuffix("_Transposed")] = full.T if key.endswith("_Transposed") else full
    names = [f"{layers}.{i}.{part}" for i in range(_layers(weights, layers)) for part in LINEAR] + list(heads)
    for name, key in zip(names, sorted(unnamed, key=lambda k: int(k.rpartition("_")[2])), strict=True):
        weights[f"{name}.weight"] = _full(arrays, key).T
    return weights


def _layers(weights: Arrays, prefix: str) -> int:
    return 1 + max(int(key.removeprefix(prefix + ".").split(".")[0]) for key in weights if key.startswith(prefix + "."))


def _full(arrays: Arrays, name: str) -> np.ndarray:
    scale, zero = arrays[f"{name}_scale"], arrays[f"{name}_zero_point"]
    return (arrays[f"{name}_quantized"].astype(np.float32) - zero.astype(np.float32)) * scale


def _far(path: Path) -> Arrays:
    with np.load(path) as far:
        return {
            key: array
            for name in FAR
            for key, array in (
                (f"keys.{name}.weight", far[f"{name}_key"].T),
                (f"keys.{name}.bias", far[f"{name}_bias"]),
                (f"far_distances.{name}.weight", far[f"{name}_distance"][:, None]),
                (f"far_ranks.{name}.weight", far[f"{name}_rank"][:, None]),
            )
        }


if __name__ == "__main__":
    main()
