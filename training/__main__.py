"""From the corpora to the files that ship and the tables of the model card, in one command:

    python -m training --bert FOLDER --names TRAIN.jsonl.gz --facts FOLDER --trees A.conllu.gz --trees B.conllu.gz \\
        --dev-names DEV.jsonl.gz --test-trees A-test.conllu.gz --test-trees B-test.conllu.gz --work work --model extractors/pipeline/model

Three stages of names and trees (`config.toml`, `second.toml`, `third.toml`), each from the weights of the one before; a mix of the first's
and the last's weights; from there names by the guide, titles, trees and the reader together (`reading.toml`), once more with smaller
steps from a mix of both (`last.toml`), then with a wider window (`wider.toml`) and with our own articles (`articles.toml`); from half these
weights and half those of `last.toml` with what stands beyond the window (`passages.toml`) and more of our own (`kinds.toml`); from .8 of
these once with many names exchanged for others (`exchanged.toml`) and once with more articles of our own (`papers.toml`); the mean of the
three ships. Then it exports to --model, fits the countries of offices
(`training.country`), measures confidence and prints the tables. Stopped
at any time, the same command goes on from the last checkpoint. `--start WEIGHTS` leaves out the first three stages: `training.restore`
makes such weights from the files that ship. `--share 0.01` rehearses the whole with a hundredth of the texts in each stage.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).parent
STAGES = ("config.toml", "second.toml", "third.toml")
THIRD_SHARE = 0.75  # of the third stage's weights in their mix with the first's
ARTICLES_SHARE = 0.5  # of the seventh stage's weights in their mix with the fifth's
KINDS_SHARE = 0.8  # of the ninth stage's weights in their mix with those that the eighth started from
EXCHANGED_SHARE = 0.33  # of its weights in their mix with those of `papers.toml`
LAST_SHARE = 0.5  # of that mix in what ships
READING_SHARE = 0.65  # of the fourth stage's weights in their mix with those that it started from


def main() -> None:
    args = _arguments()
    trees = _repeated("--trees", args.trees)
    start = args.start or _names_and_trees(args, trees)
    annotated = ["--facts", args.facts, "--names", args.names, "--sentences", *sorted(HERE.glob("sentences/*.jsonl")), *trees]
    annotated += ["--annotated", args.work / "annotated.pickle", "--share", str(args.share)]
    fourth, last = args.work / "reading", args.work / "reading-mix"
    _run("-m", "training.reading", "--start", start, *annotated, "--config", HERE / "reading.toml", "--work", fourth)
    _run("-m", "training.mix", start, fourth / "weights.pt", "--share", str(READING_SHARE), "--work", last)
    half, ninth, both, shipped = (args.work / name for name in ("half", "ninth", "both", "shipped"))
    last = _stages(("last", "wider", "articles"), last, args.work, annotated)
    _mixed(args.work / "last", last, ARTICLES_SHARE, half)
    _mixed(half, _stages(("passages", "kinds"), half, args.work, annotated), KINDS_SHARE, ninth)
    exchanged, papers = (_stages((name,), ninth, args.work, annotated) for name in ("exchanged", "papers"))
    _mixed(papers, exchanged, EXCHANGED_SHARE, both)
    _mixed(ninth, both, LAST_SHARE, shipped)
    _run("-m", "training.export", "--work", shipped, "--model", args.model)
    _run("-m", "training.country", "--facts", args.facts, "--names", args.names)
    measured = ["--facts", args.facts, "--names", args.names, "--test", args.dev_names[0], "--model", args.model]
    _run("-m", "training.calibration", *measured)
    tests = [*_repeated("--names", args.dev_names), *_repeated("--trees", args.test_trees)]
    _run(HERE.parent / "benchmarks" / "pipeline.py", "--markdown", *tests)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bert", type=Path, help="needed for the first three stages")
    parser.add_argument("--start", type=Path, metavar="WEIGHTS", help="go on from these in place of the first three stages")
    parser.add_argument("--names", type=Path, required=True)
    parser.add_argument("--facts", type=Path, required=True, help="folder of facts_train.jsonl.gz and names_train.jsonl.gz")
    for name in ("--trees", "--dev-names", "--test-trees"):
        parser.add_argument(name, type=Path, action="append", required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--share", type=float, default=1.0, help="of the texts and trees, for a rehearsal (default: all)")
    args = parser.parse_args()
    if not args.bert and not args.start:
        parser.error("give --bert, or --start to go on from weights")
    return args


def _names_and_trees(args: argparse.Namespace, trees: list[str | Path]) -> Path:
    """Train the first three stages; return the weights of their mix."""
    start: list[str | Path] = []
    for stage in STAGES:
        work = args.work / Path(stage).stem
        corpora = ["--names", args.names, *trees, "--share", str(args.share)]
        _run("-m", "training.train", "--bert", args.bert, *corpora, "--config", HERE / stage, "--work", work, *start)
        start = ["--start", work / "weights.pt"]
    first, last = (args.work / Path(stage).stem / "weights.pt" for stage in (STAGES[0], STAGES[-1]))
    _run("-m", "training.mix", first, last, "--share", str(THIRD_SHARE), "--work", args.work / "mix")
    return args.work / "mix" / "weights.pt"


def _stages(names: Sequence[str], start: Path, work: Path, annotated: list[str | Path]) -> Path:
    """Train stages one after the other; return the folder of the last one's weights."""
    for name in names:
        config = ["--config", HERE / f"{name}.toml", "--work", work / name]
        _run("-m", "training.reading", "--start", start / "weights.pt", *annotated, *config)
        start = work / name
    return start


def _mixed(first: Path, later: Path, share: float, work: Path) -> None:
    _run("-m", "training.mix", first / "weights.pt", later / "weights.pt", "--share", str(share), "--work", work)


def _repeated(option: str, paths: list[Path]) -> list[str | Path]:
    return [part for path in paths for part in (option, path)]


def _run(*command: str | Path) -> None:
    """Run a step in a process of its own: it gives back its memory and reads what the step before wrote."""
    status = subprocess.run([sys.executable, *map(str, command)]).returncode
    if status:
        raise SystemExit(status)


if __name__ == "__main__":
    main()
