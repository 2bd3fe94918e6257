"""How well the program reads our own sentences and samples/: `python -m evaluation`.

Prints of each field how many judgements are right. `--json` prints them as JSON, `--errors FIELD` what is wrong of a field (such as
`figures measure`). `--check` exits with 1 and names each field that is more than a point below evaluation/baseline.json; `--update`
rewrites that file.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping

from evaluation.baseline import fallen, read_baseline, write_baseline
from evaluation.reading import all_expected, read_sheets
from evaluation.scoring import Count, Verdict, count, score


def table(counts: Mapping[str, Count]) -> str:
    """Return the counts as lines of field, right, of, share."""
    rows = [f"{field:24} {one.right:6} {one.of:6}  {one.share:.3f}" for field, one in counts.items()]
    return "\n".join([f"{'field':24} {'right':>6} {'of':>6}  share", *rows])


def error_line(verdict: Verdict) -> str:
    """Return a wrong verdict with its place and both readings."""
    return f"{verdict.article}  {verdict.fact}: {verdict.found}, not {verdict.expected}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print the counts as JSON")
    parser.add_argument("--errors", metavar="FIELD", help="print what is wrong of a field")
    parser.add_argument("--check", action="store_true", help="exit with 1 where a field fell below the baseline")
    parser.add_argument("--update", action="store_true", help="rewrite the baseline")
    options = parser.parse_args()

    from newsfacts import load_pipeline

    expected = all_expected()
    verdicts = score(expected, read_sheets(load_pipeline(), expected))
    counts = count(verdicts)
    if options.errors and options.errors not in counts:
        parser.error(f"no field {options.errors!r}: {', '.join(counts)}")
    if options.errors:
        print("\n".join(error_line(v) for v in verdicts if v.field == options.errors and not v.right))
    elif options.json:
        print(json.dumps({field: {"right": one.right, "of": one.of, "share": round(one.share, 4)} for field, one in counts.items()}))
    else:
        print(table(counts))
    if options.update:
        write_baseline(counts)
    if options.check and (lines := fallen(counts, read_baseline())):
        print(*lines, sep="\n", file=sys.stderr)
        raise SystemExit(1)


if __name__ == "__main__":
    main()
