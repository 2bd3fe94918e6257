"""Teach smaller encoders what a trained one says of the same texts: `python -m training.student --start WEIGHTS … --work FOLDER`.

All sizes of the recipe (`student.toml`) learn at once, so that the teacher reads each batch once: its vectors (Sun et al. 2019, arXiv
1908.09355) and the scores of its heads (Hinton et al. 2015, arXiv 1503.02531). Heads, parser, embeddings and reader stay the teacher's.
FOLDER/SIZE gets `weights.pt`, which `training.mix` and `training.export` take. Stopped at any time, the same command goes on
from the last checkpoint. With `--taught EARLIER` the sizes begin as an earlier run left them, in EARLIER/SIZE.
"""

from __future__ import annotations

import argparse
import math
import random
import time
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F

from newsfacts.pipeline.encoder import Window, cut_windows, window_inputs
from newsfacts.pipeline.shapes import shape_class
from newsfacts.pipeline.wordpiece import WordPiece
from training.checkpoints import averaged, write_whole
from training.corpora import batches, pack, read_trees, sampled
from training.network import INPUTS, Sizes, Tagger
from training.reading import add_texts, annotated, padded
from training.train import CHECKPOINT_SECONDS

LABELS = ("names", "pos", "tags", "lemmas", "starts")
PROJECTIONS = ("arc_dep", "arc_head", "rel_dep", "rel_head")


@dataclass(frozen=True)
class Line:
    """A window of a text, as the encoder sees it in use."""

    words: list[str]
    breaks: list[bool]
    pieces: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--config", type=Path, default=Path(__file__).with_name("student.toml"))
    add_texts(parser)
    parser.add_argument("--taught", type=Path, metavar="EARLIER", help="the folder of an earlier run, whose students learn on")
    args = parser.parse_args()
    config = tomllib.loads(args.config.read_text(encoding="utf-8"))
    teacher = torch.load(args.start, weights_only=True)
    wordpiece = WordPiece(teacher["vocabulary"])
    run = Run(teacher, wordpiece, sampled(list(lines_of(args, wordpiece, config["held"])), args.share), config, args.work)
    if args.taught and not run.step:
        run.begin_as(args.taught)
    run.train()


def lines_of(args: argparse.Namespace, wordpiece: WordPiece, held: int) -> Iterator[Line]:
    """Yield the windows of the articles, of our own texts and of the treebanks; those that are held apart aren't among them."""
    articles, own = annotated(args)
    texts = [(a.words, a.breaks) for i, a in enumerate(articles) if i % held != held // 2] + [(a.words, a.breaks) for a in own]
    for chunk in pack((d for path in args.trees for d in read_trees(path)), wordpiece, 160):
        texts.append(([w for s in chunk.sentences for w in s.words], [bool(b) for s in chunk.sentences for b in s.breaks]))
    for words, breaks in texts:
        for window in cut_windows([len(wordpiece(w)) for w in words], breaks):
            yield Line(words[window.start : window.end], list(breaks[window.start : window.end]), window.pieces)


def smaller(teacher: dict[str, Any], layers: Sequence[int], lower: int, inner: int) -> Tagger:
    """Return a network of the teacher's `layers` with the `inner` neurons of each that weigh most; only its layers are trained."""
    sizes = replace(Sizes(**teacher["sizes"]), layers=len(layers), lower=lower, inner=inner)
    weights = {key: w for key, w in teacher["weights"].items() if not key.startswith("encoder.layers.")}
    for ours, theirs in enumerate(layers):
        prefix = f"encoder.layers.{theirs}."
        layer = {key.removeprefix(prefix): w for key, w in teacher["weights"].items() if key.startswith(prefix)}
        heaviest = (layer["inner.weight"].norm(dim=1) * layer["outer.weight"].norm(dim=0)).topk(inner).indices.sort().values
        layer |= {"inner.weight": layer["inner.weight"][heaviest], "inner.bias": layer["inner.bias"][heaviest]}
        layer |= {"outer.weight": layer["outer.weight"][:, heaviest]}
        weights |= {f"encoder.layers.{ours}.{key}": w for key, w in layer.items()}
    model = Tagger(sizes, dropout=0.0)
    model.load_state_dict(weights)
    for name, parameter in model.named_parameters():
        parameter.requires_grad_(name.startswith("encoder.layers."))
    return model


class Student:
    """A size with all that its training holds."""

    def __init__(self, model: Tagger, rate: float, schedule: Any) -> None:
        self.model = model
        trained = [p for p in model.parameters() if p.requires_grad]
        self.optimizer = torch.optim.AdamW(trained, lr=rate, weight_decay=0.01, betas=(0.9, 0.98))
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, schedule)
        self.average: dict[str, Tensor] | None = None

    def update(self, inputs: Sequence[Tensor], wanted: dict[str, Tensor], weights: dict[str, float]) -> float:
        """Take one step towards what the teacher said, and return the loss."""
        real = inputs[INPUTS.index("first")] > 0
        last, syntax, lower = self.model.vectors(*inputs)
        vectors = {"last": last[real], "syntax": syntax[real], "vectors": lower[real]}
        loss = loss_of(vectors | {key: v for key, v in self.model.read(*vectors.values()).items() if key != "vectors"}, wanted, weights)
        self.optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        return float(loss.detach())

    def state(self) -> dict[str, Any]:
        """Return what `load` takes."""
        parts = {key: getattr(self, key).state_dict() for key in ("model", "optimizer", "schedule")}
        return parts | {"average": self.average}

    def load(self, state: dict[str, Any]) -> None:
        """Go on from a `state`."""
        for key in ("model", "optimizer", "schedule"):
            getattr(self, key).load_state_dict(state[key])
        self.average = state["average"]


def loss_of(said: dict[str, Tensor], wanted: dict[str, Tensor], weights: dict[str, float]) -> Tensor:
    """Return the weighted sum of how far a student's vectors and scores, a row a word, are from the teacher's."""
    loss = sum(weights[key] * _distance(said[key], wanted[key]) for key in ("last", "syntax", "vectors"))
    loss = loss + sum(weights["trees"] / len(PROJECTIONS) * _distance(said[key], wanted[key]) for key in PROJECTIONS)
    for key in LABELS:
        loss = loss + weights[key] * F.kl_div(
            said[key].log_softmax(-1), wanted[key].log_softmax(-1), log_target=True, reduction="batchmean"
        )
    return loss


def _distance(said: Tensor, wanted: Tensor) -> Tensor:
    return F.mse_loss(said, wanted) / wanted.var(0).mean()


class Run:
    """The training of all sizes; its state is all that a checkpoint holds."""

    def __init__(self, teacher: dict[str, Any], wordpiece: WordPiece, lines: list[Line], config: dict[str, Any], work: Path) -> None:
        self.said, self.wordpiece, self.lines, self.config, self.work = teacher, wordpiece, lines, config, work
        self.teacher = Tagger(Sizes(**teacher["sizes"]), dropout=0.0).eval()
        self.teacher.load_state_dict(teacher["weights"])
        self.per_epoch = len(self._batches(0))
        self.steps = round(config["epochs"] * self.per_epoch)
        self.students = {name: Student(smaller(teacher, **size), config["rate"], self._rate) for name, size in config["sizes"].items()}
        self.step = 0
        self.work.mkdir(parents=True, exist_ok=True)
        self._resume()

    def begin_as(self, taught: Path) -> None:
        """Begin with the students of an earlier run."""
        for name, student in self.students.items():
            student.model.load_state_dict(torch.load(taught / name / "weights.pt", weights_only=True)["weights"])

    def _rate(self, step: int) -> float:
        warmup = self.config["warmup"] * self.steps
        return step / warmup if step < warmup else 0.5 * (1 + math.cos(math.pi * (step - warmup) / (self.steps - warmup)))

    def _batches(self, epoch: int) -> list[list[int]]:
        pieces = [line.pieces for line in self.lines]
        return batches(pieces, self.config["batch"], random.Random(self.config["seed"] + epoch))

    def train(self) -> None:
        saved = time.monotonic()
        sums = dict.fromkeys(self.students, 0.0)
        while self.step < self.steps:
            epoch, position = divmod(self.step, self.per_epoch)
            shuffled = self._batches(epoch)
            for chosen in (shuffled + shuffled)[position : self.per_epoch][: self.steps - self.step]:
                for name, loss in self._update(chosen).items():
                    sums[name] += loss
                if self.step % 50 == 0:
                    shown = " ".join(f"{name} {total / 50:.3f}" for name, total in sums.items())
                    print(f"{time.strftime('%H:%M:%S')} step {self.step}/{self.steps}  {shown}", flush=True)
                    sums = dict.fromkeys(sums, 0.0)
                if time.monotonic() - saved > CHECKPOINT_SECONDS:
                    self._save()
                    saved = time.monotonic()
        self._save()

    def _update(self, chosen: list[int]) -> dict[str, float]:
        """Let all students take a step. Its randomness depends on its number alone, so that a resumed run is the same run."""
        rng = random.Random(self.config["seed"] * 1_000_003 + self.step)
        way = rng.choice((str.upper, str.title, str.lower)) if rng.random() < self.config["case_changed"] else None
        inputs = inputs_of([self.lines[i] for i in chosen], way, self.wordpiece)
        real = inputs[INPUTS.index("first")] > 0
        with torch.no_grad():
            last, syntax, lower = (vectors[real] for vectors in self.teacher.vectors(*inputs))
            wanted = self.teacher.read(last, syntax, lower) | {"last": last, "syntax": syntax}
        losses = {name: student.update(inputs, wanted, self.config["weights"]) for name, student in self.students.items()}
        self.step += 1
        if self.step >= self.config["average_from"] * self.steps:
            for student in self.students.values():
                student.average = averaged(student.average, student.model.named_parameters(), self.config["average_decay"])
        return losses

    def _save(self) -> None:
        write_whole({"step": self.step, "students": {n: s.state() for n, s in self.students.items()}}, self.work / "checkpoint.pt")
        for name, student in self.students.items():
            (self.work / name).mkdir(exist_ok=True)
            weights = student.model.state_dict() | (student.average or {})
            write_whole(self.said | {"weights": weights, "sizes": asdict(student.model.sizes)}, self.work / name / "weights.pt")

    def _resume(self) -> None:
        path = self.work / "checkpoint.pt"
        if path.exists():
            state = torch.load(path, weights_only=True)
            self.step = state["step"]
            for name, student in self.students.items():
                student.load(state["students"][name])
            print(f"going on at step {self.step} of {self.steps}", flush=True)


def inputs_of(lines: Sequence[Line], way: Any, wordpiece: WordPiece) -> list[Tensor]:
    """Return the encoder's inputs for lines, their letter case changed by `way` where it is given."""
    words = [way(w) if way and w.isascii() else w for line in lines for w in line.words]
    breaks = [b for line in lines for b in line.breaks]
    pieces = [wordpiece(w) for w in words]
    shapes, rows, start = [shape_class(w) for w in words], [], 0
    for line in lines:
        end = start + len(line.words)
        window = Window(start, end, start, end, sum(map(len, pieces[start:end])))
        rows.append(window_inputs(window, pieces, shapes, breaks, wordpiece))
        start = end
    return list(padded(rows).values())


if __name__ == "__main__":
    main()
