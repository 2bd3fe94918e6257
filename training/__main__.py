"""From the corpora to the files that ship and the tables of the model card, in one command:

    python -m training --bert FOLDER --names TRAIN.jsonl.gz --trees A.conllu.gz --trees B.conllu.gz \\
        --dev-names DEV.jsonl.gz --test-trees A-test.conllu.gz --test-trees B-test.conllu.gz --work work --model extractors/pipeline/model

Trains three stages (`config.toml`, `second.toml`, `third.toml`, each from the weights of the one before), mixes the weights of the last
with those of the first, exports the mix to --model and measures. Stopped at any time, the same command goes on from the last checkpoint.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
STAGES = ("config.toml", "second.toml", "third.toml")
LAST_SHARE = 0.75  # of the last stage's weights in what ships; the rest is the first's


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bert", type=Path, required=True)
    for name in ("--names", "--trees", "--dev-names", "--test-trees"):
        parser.add_argument(name, type=Path, action="append", required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    args = parser.parse_args()
    corpora = [*_repeated("--names", args.names), *_repeated("--trees", args.trees)]
    start: list[str] = []
    for stage in STAGES:
        work = args.work / Path(stage).stem
        _run("-m", "training.train", "--bert", args.bert, *corpora, "--config", HERE / stage, "--work", work, *start)
        start = ["--start", str(work / "weights.pt")]
    first, last = (args.work / Path(stage).stem / "weights.pt" for stage in (STAGES[0], STAGES[-1]))
    mix = args.work / "mix"
    _run("-m", "training.mix", first, last, "--share", str(LAST_SHARE), "--work", mix)
    _run("-m", "training.export", "--work", mix, "--model", args.model)
    tests = [*_repeated("--names", args.dev_names), *_repeated("--trees", args.test_trees)]
    _run(HERE.parent / "benchmarks" / "pipeline.py", "--markdown", *tests)


def _repeated(option: str, paths: list[Path]) -> list[str]:
    return [part for path in paths for part in (option, str(path))]


def _run(*command: str | Path) -> None:
    """Run a step in a process of its own: it gives back its memory and reads what the step before wrote."""
    status = subprocess.run([sys.executable, *map(str, command)]).returncode
    if status:
        raise SystemExit(status)


if __name__ == "__main__":
    main()
