"""Every regular expression of the package on texts made of itself: `benchmarks/patterns.py` on shorter ones."""

from __future__ import annotations

import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.patterns import find_sites, texts_for, verdict

ROOT = Path(__file__).parents[1]


def test_no_pattern_runs_away() -> None:
    command = [sys.executable, "benchmarks/patterns.py", "--size", "40000"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    assert (done.returncode, done.stdout.splitlines()[-1:]) == (0, ["all are linear"]), done.stdout + done.stderr
    assert int(done.stdout.split(" calls of re")[0].splitlines()[-1]) > 200


RUNAWAY = {
    r"(?:a+)+b": "finditer",
    r"\bweight\b[^.\n\d]*$": "finditer",
    r"[\w.]+\sdollars": "finditer",
    r"(?:also |simply )*known": "finditer",
    r"\s*(?:to)?\s*,": "finditer",
    r"[A-Z.'/ -]*,?[\s,/-]+": "fullmatch",
}
SOUND = {
    r"\bweight\b[^.\n\d]{0,60}$": "finditer",
    r"[A-Z]\w{1,30} dollars": "finditer",
    r"\s*(?:to|and)\s*": "match",
}


@pytest.mark.parametrize(("pattern", "method"), [*RUNAWAY.items(), *SOUND.items()])
def test_what_runs_away_is_found(pattern: str, method: str) -> None:

    compiled = re.compile(pattern)
    wrong = any(verdict(compiled, head, unit, 30_000, [method])[1] for head, unit in texts_for(compiled, random.Random(1)))
    assert wrong is (pattern in RUNAWAY)


def test_every_call_is_found(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text("import re\n_A = re.compile('a')\n\ndef f(text):\n    return _A.match(text) or re.sub(r'x' + 'y', '', text)\n")
    assert [(site.first, site.function, site.written, site.methods) for site in find_sites([module])] == [
        (2, "compile", "a", ("match",)),
        (5, "sub", None, ("finditer",)),
    ]
    module.write_text("from re import compile\n")
    with pytest.raises(SystemExit):
        find_sites([module])
