"""The last stage of the training: names by the guide, titles, tags, trees and the reader, together.

    python -m training.reading --start WEIGHTS --facts FOLDER --names CORPUS --sentences A.jsonl … --trees A.conllu.gz … --work FOLDER

Goes on from `weights.pt` of the third stage, or of `training.restore`. WORK gets `checkpoint.pt` every few minutes, from which the same
command goes on, and `weights.pt` at the end of each epoch. FOLDER of --facts holds `facts_train.jsonl.gz` and `names_train.jsonl.gz`.
"""

from __future__ import annotations

import argparse
import math
import pickle
import random
import time
import tomllib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch

from newsfacts.pipeline import load_pipeline
from newsfacts.pipeline.encoder import Window, cut_windows, window_inputs
from newsfacts.pipeline.shapes import shape_class
from newsfacts.pipeline.wordpiece import WordPiece
from training.annotated import Annotated, read_articles, read_sentences
from training.checkpoints import averaged, write_whole
from training.corpora import IGNORE, TITLE_LABELS, Chunk, Labels, encode, pack, read_trees, sampled
from training.network import INPUTS, Placed, Reader, Sizes, Tagger, make_batch
from training.swapping import Names
from training.train import collate

CHECKPOINT_SECONDS = 240
READER_LAYERS = 2


def main() -> None:
    args = _arguments()
    config = tomllib.loads(args.config.read_text(encoding="utf-8"))
    args.work.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(config["seed"])
    start = torch.load(args.start, weights_only=True)
    labels = Labels(**start["labels"])
    if TITLE_LABELS[0] not in labels.names:
        labels = replace(labels, names=[*labels.names, *TITLE_LABELS])
    articles, own = annotated(args)
    trained = [a for i, a in enumerate(articles) if i % config["held"] != config["held"] // 2]
    trained, own = (sampled(texts, args.share) for texts in (trained, own))
    model, reader = build(start, labels, config["dropout"])
    wordpiece = WordPiece(start["vocabulary"])
    trees = sampled(pack((d for path in args.trees for d in read_trees(path)), wordpiece, 160), args.share)
    Run(model, reader, labels, wordpiece, units_of(trained, own, wordpiece, config), trees, config, args.work).train()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--config", type=Path, default=Path(__file__).with_name("reading.toml"))
    add_texts(parser)
    return parser.parse_args()


def add_texts(parser: argparse.ArgumentParser) -> None:
    """Add the options that name the weights to start from, the texts and the folder to work in."""
    parser.add_argument("--start", type=Path, required=True, metavar="WEIGHTS")
    parser.add_argument("--facts", type=Path, required=True)
    parser.add_argument("--names", type=Path, required=True, metavar="CORPUS", help="worldwide_train.jsonl.gz")
    parser.add_argument("--sentences", type=Path, nargs="+", required=True)
    parser.add_argument("--trees", type=Path, action="append", required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--annotated", type=Path, metavar="FILE", help="keeps the annotated texts (default: in WORK)")
    parser.add_argument("--share", type=float, default=1.0, help="of the texts and trees, for a rehearsal (default: all)")


def annotated(args: argparse.Namespace) -> tuple[list[Annotated], list[Annotated]]:
    """Return the articles and our own texts; a file keeps them, so that a run that goes on doesn't read them again."""
    path = args.annotated or args.work / "annotated.pickle"
    if not path.exists():
        nlp = load_pipeline(threads=1)
        facts = args.facts / "facts_train.jsonl.gz", args.facts / "names_train.jsonl.gz"
        both = list(read_articles(nlp, args.names, *facts)), list(read_sentences(nlp, args.sentences))
        path.write_bytes(pickle.dumps(both))
    return pickle.loads(path.read_bytes())


def build(start: dict[str, Any], labels: Labels, dropout: float) -> tuple[Tagger, Reader]:
    """Return the encoder with its heads and the reader, whose layers begin as the encoder's top ones."""
    sizes = Sizes(**{**start["sizes"], "names": len(labels.names)})
    model = Tagger(sizes, dropout)
    model.load_state_dict(grown(start["weights"], model))
    for frozen in (model.encoder.words, model.encoder.positions):
        frozen.weight.requires_grad_(False)
    reader = Reader(sizes, READER_LAYERS, dropout)
    if "reader" in start:
        reader.load_state_dict(grown(start["reader"], reader))
    else:
        for layer, source in zip(reader.layers, model.encoder.layers[-READER_LAYERS:], strict=True):
            layer.load_state_dict(source.state_dict())
    return model, reader


def grown(weights: dict[str, torch.Tensor], network: torch.nn.Module) -> dict[str, torch.Tensor]:
    """Return weights for `network`: `weights`, and its own for the heads and labels (the last rows of a matrix) that they don't have."""
    return {
        key: own if key not in weights else torch.cat((weights[key], own[len(weights[key]) :])) if own.dim() else weights[key]
        for key, own in network.state_dict().items()
    }


@dataclass(frozen=True)
class Part:
    """Windows of one text that go through the encoder together."""

    text: Annotated
    windows: list[Window]

    @property
    def bounds(self) -> tuple[int, int]:
        return self.windows[0].keep_start, self.windows[-1].keep_end


Unit = list[Part]


def units_of(articles: Sequence[Annotated], own: Sequence[Annotated], wordpiece: WordPiece, config: dict[str, Any]) -> list[Unit]:
    """Return what is seen in one step each: a part of an article, or some texts of our own."""

    def windows(text: Annotated) -> list[Window]:
        return list(cut_windows([len(wordpiece(w)) for w in text.words], text.breaks))

    units = []
    for text in articles:
        cut = windows(text)
        units += [[Part(text, cut[i : i + config["windows"]])] for i in range(0, len(cut), config["windows"])]
    parts = [Part(text, windows(text)) for text in own]
    random.Random(config["seed"]).shuffle(parts)
    return units + [parts[i : i + config["texts"]] for i in range(0, len(parts), config["texts"])]


class Run:
    """One training run: its state is all that a checkpoint holds."""

    def __init__(
        self, model: Tagger, reader: Reader, labels: Labels, wordpiece: WordPiece, units: list[Unit], trees: list[Chunk],
        config: dict[str, Any], work: Path,
    ) -> None:  # fmt: skip
        self.model, self.reader, self.labels, self.wordpiece = model, reader, labels, wordpiece
        self.units, self.config, self.work = units, config, work
        self.swaps = Names({id(part.text): part.text for unit in units for part in unit}.values())
        self.index = {key: labels.index(key) for key in ("names", "pos", "tags", "lemmas", "deps")}
        self.tree_batches = _tree_batches(trees, config["tree_batch"], config["seed"])
        self.trees_an_epoch = round(config["tree_share"] * len(self.tree_batches))
        self.steps = config["epochs"] * (len(units) + self.trees_an_epoch)
        self.optimizer = torch.optim.AdamW(self._groups(), weight_decay=0.01, betas=(0.9, 0.98))
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, self._rate)
        self.step, self.average = 0, None
        self.resume()

    def _groups(self) -> list[dict[str, Any]]:
        depth = len(self.model.encoder.layers)
        groups: dict[float, list[torch.nn.Parameter]] = {}
        for name, parameter in self._parameters():
            rate = self.config["head_rate"]
            if name.startswith("encoder."):
                layer = int(name.split(".")[2]) if name.startswith("encoder.layers.") else 0
                rate = self.config["encoder_rate"] * self.config["layer_decay"] ** (depth - 1 - layer)
            elif name.startswith("reader.layers."):
                rate = self.config["reader_rate"]
            if parameter.requires_grad:
                groups.setdefault(rate, []).append(parameter)
        return [{"params": parameters, "lr": rate} for rate, parameters in groups.items()]

    def _rate(self, step: int) -> float:
        warmup = self.config["warmup"] * self.steps
        return step / warmup if step < warmup else 0.5 * (1 + math.cos(math.pi * (step - warmup) / (self.steps - warmup)))

    def train(self) -> None:
        each = len(self.units) + self.trees_an_epoch
        saved = time.monotonic()
        for epoch in range(self.step // each, self.config["epochs"]):
            order = self._order(epoch)
            sums: dict[str, list[float]] = {}
            for position in range(self.step - epoch * each, each):
                for key, value in self.update(*order[position]).items():
                    total = sums.setdefault(key, [0.0, 0.0])
                    total[0] += value
                    total[1] += 1
                if self.step % 100 == 0:
                    shown = " ".join(f"{k} {a / b:.3f}" for k, (a, b) in sums.items())
                    print(f"{time.strftime('%H:%M:%S')} epoch {epoch + 1} step {self.step}/{self.steps}  {shown}", flush=True)
                    sums = {}
                if time.monotonic() - saved > CHECKPOINT_SECONDS:
                    self.save()
                    saved = time.monotonic()
            self.save()
            self.write_weights()

    def _order(self, epoch: int) -> list[tuple[str, int]]:
        rng = random.Random(self.config["seed"] + epoch)
        trees = rng.sample(range(len(self.tree_batches)), self.trees_an_epoch)
        order = [("text", i) for i in range(len(self.units))] + [("tree", i) for i in trees]
        rng.shuffle(order)
        return order

    def update(self, what: str, number: int) -> dict[str, float]:
        """Take one step. The randomness of a step depends on its number alone, so that a resumed run is the same run."""
        rng = random.Random(self.config["seed"] * 1_000_003 + self.step)
        torch.manual_seed(self.config["seed"] + self.step)
        self.model.train()
        self.reader.train()
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=torch.cpu._is_avx512_bf16_supported()):  # elsewhere it is slower
            loss, losses = self._tree_loss(number) if what == "tree" else self._text_loss(self.units[number], rng)
        self.optimizer.zero_grad()
        loss.backward()
        for part in (self.model, self.reader):
            torch.nn.utils.clip_grad_norm_(part.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        self.step += 1
        self._average()
        return losses

    def _tree_loss(self, number: int) -> tuple[torch.Tensor, dict[str, float]]:
        batch = collate([encode(chunk, self.wordpiece, self.index) for chunk in self.tree_batches[number]])
        loss, losses = self.model.loss(batch, self.config["tasks"], self.config["label_smoothing"])
        return self.config["weights"]["trees"] * loss, {k: v for k, v in losses.items() if k != "names"}

    def _text_loss(self, unit: Unit, rng: random.Random) -> tuple[torch.Tensor, dict[str, float]]:
        inputs, names, kept = unit_inputs(unit, self.wordpiece, self.index["names"], self.swaps, self.config, rng)
        outputs = self.model.scores(*(inputs[k] for k in INPUTS))
        loss = self.model.words["names"].loss(outputs["names"].flatten(0, 1)[kept], names, self.config["label_smoothing"])
        losses = {"names": float(loss.detach())}
        total = self.config["weights"]["names"] * loss
        targets = placed_targets(unit)
        if targets:
            read, parts = self.reader.loss(outputs["vectors"].flatten(0, 1)[kept], make_batch(targets))
            total = total + self.config["weights"]["reader"] * read * min(len(targets) / 8, 3)
            losses |= parts
        return total, losses

    def _average(self) -> None:
        if self.step >= self.config["average_from"] * self.steps:
            self.average = averaged(self.average, self._parameters(), self.config["average_decay"])

    def _parameters(self) -> list[tuple[str, torch.nn.Parameter]]:
        return [*self.model.named_parameters(), *(("reader." + n, p) for n, p in self.reader.named_parameters())]

    def save(self) -> None:
        state = {
            "step": self.step, "model": self.model.state_dict(), "reader": self.reader.state_dict(), "average": self.average,
            "optimizer": self.optimizer.state_dict(), "schedule": self.schedule.state_dict(),
        }  # fmt: skip
        write_whole(state, self.work / "checkpoint.pt")

    def resume(self) -> None:
        path = self.work / "checkpoint.pt"
        if path.exists():
            state = torch.load(path, weights_only=True)
            self.model.load_state_dict(state["model"])
            self.reader.load_state_dict(state["reader"])
            self.optimizer.load_state_dict(state["optimizer"])
            self.schedule.load_state_dict(state["schedule"])
            self.step, self.average = state["step"], state["average"]
            print(f"going on at step {self.step} of {self.steps}", flush=True)

    def write_weights(self) -> None:
        """Write what `training.export` needs: averaged weights, sizes, labels and the vocabulary."""
        average = self.average or {}
        weights = self.model.state_dict() | {k: v for k, v in average.items() if not k.startswith("reader.")}
        reader = self.reader.state_dict() | {k.removeprefix("reader."): v for k, v in average.items() if k.startswith("reader.")}
        out = {
            "weights": weights, "reader": reader, "sizes": asdict(self.model.sizes), "labels": asdict(self.labels),
            "vocabulary": list(self.wordpiece.ids), "step": self.step,
        }  # fmt: skip
        write_whole(out, self.work / "weights.pt")


def _tree_batches(chunks: list[Chunk], size: int, seed: int) -> list[list[Chunk]]:
    order = list(chunks)
    random.Random(seed).shuffle(order)
    batches, used = [[]], 0
    for chunk in order:
        if batches[-1] and used + chunk.pieces > size:
            batches.append([])
            used = 0
        batches[-1].append(chunk)
        used += chunk.pieces
    return batches


def unit_inputs(
    unit: Unit, wordpiece: WordPiece, index: dict[str, int], swaps: Names, config: dict[str, Any], rng: random.Random
) -> tuple[dict[str, torch.Tensor], torch.Tensor, torch.Tensor]:
    """Return the encoder's inputs for a unit's windows, the ids of the names' labels, and which (window, word) rows hold the kept words."""
    rows: list[dict[str, np.ndarray]] = []
    labels: list[int] = []
    way = rng.choice((str.upper, str.title, str.lower)) if rng.random() < config["case_changed"] else None
    for part in unit:
        seen = swaps.exchanged(part.text, rng) if rng.random() < config.get("swapped", 0) else part.text.words
        words = [way(w) if way and w.isascii() else w for w in seen]
        shapes = [shape_class(w) for w in words]
        hidden = wordpiece.ids["[MASK]"]
        pieces = [(hidden,) * len(wordpiece(w)) if rng.random() < config["masked"] else wordpiece(w) for w in words]
        for window in part.windows:
            window = replace(window, pieces=sum(len(p) for p in pieces[window.start : window.end]))
            rows.append(window_inputs(window, pieces, shapes, part.text.breaks, wordpiece))
        labels += [IGNORE if label == IGNORE else index[str(label)] for label in part.text.names[slice(*part.bounds)]]
    batch = padded(rows)
    width = batch["first"].shape[1]
    windows = [window for part in unit for window in part.windows]
    kept = [number * width + i - window.start for number, window in enumerate(windows) for i in range(window.keep_start, window.keep_end)]
    return batch, torch.tensor(labels), torch.tensor(kept)


def padded(rows: Sequence[dict[str, np.ndarray]]) -> dict[str, torch.Tensor]:
    """Return the encoder's inputs for several windows as one batch, padded with 0, in the order of `INPUTS`."""
    batch = {}
    for key in INPUTS:
        width = max(row[key].shape[1] for row in rows)
        batch[key] = torch.from_numpy(np.concatenate([np.pad(row[key], ((0, 0), (0, width - row[key].shape[1]))) for row in rows]))
    return batch


def placed_targets(unit: Unit) -> list[Placed]:
    """Return the targets in the kept words of a unit's windows."""
    found, first = [], 0
    for part in unit:
        start, end = part.bounds
        found += [Placed(part.text, t, first, part.bounds) for t in part.text.targets if start <= t.start and t.end <= end]
        first += end - start
    return found


if __name__ == "__main__":
    main()
