"""Turn trained weights into the files that ship: `python -m training.export --work FOLDER --model extractors/pipeline/model`.

Writes `encoder.onnx` (weights in int8, by onnxruntime's dynamic quantisation), `parser.npz` (biaffine weights, half precision),
`labels.json` and `vocab.txt`.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from newsfacts.pipeline.encoder import SCORES
from training.model import INPUTS, Sizes, Tagger


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True, help="folder of training.train, with weights.pt")
    parser.add_argument("--model", type=Path, required=True, help="folder that gets the files")
    parser.add_argument("--full", action="store_true", help="keep 32-bit weights, to measure what int8 costs")
    args = parser.parse_args()
    state = torch.load(args.work / "weights.pt", weights_only=True)
    model = Tagger(Sizes(**state["sizes"]), dropout=0.0)
    model.load_state_dict(state["weights"])
    model.eval()
    args.model.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "encoder.onnx"
        write_onnx(model, path)
        if args.full:
            (args.model / "encoder.onnx").write_bytes(path.read_bytes())
        else:
            # 7-bit weights: processors without VNNI saturate on 8 bits, and the same text must give the same facts everywhere.
            quantize_dynamic(path, args.model / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    np.savez_compressed(
        args.model / "parser.npz", **{k: getattr(model, k).detach().numpy().astype(np.float16) for k in ("arc", "relation")}
    )
    (args.model / "labels.json").write_text(json.dumps(state["labels"], indent=1) + "\n", encoding="utf-8")
    (args.model / "vocab.txt").write_text("\n".join(state["vocabulary"]) + "\n", encoding="utf-8")


def write_onnx(model: Tagger, path: Path) -> None:
    """Write the network with free numbers of windows, pieces and words."""
    example = [torch.randint(1, 5, (2, 7)) for _ in range(3)] + [torch.randint(1, 5, (2, 6)) for _ in range(2)]
    example[2] = example[2] % 2
    names = {key: {0: "windows", 1: "words" if key in ("first", "shapes") else "pieces"} for key in INPUTS}
    torch.onnx.export(
        model, tuple(example), str(path), input_names=list(INPUTS), output_names=list(SCORES), dynamo=False,
        dynamic_axes=names | {key: {0: "windows", 1: "words"} for key in SCORES}, opset_version=17,
    )  # fmt: skip


if __name__ == "__main__":
    main()
