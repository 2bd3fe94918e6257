"""The README's newsroom's day: each command is run in a shell, and prints what is shown below it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("sqlalchemy")

ROOT = Path(__file__).parents[1]


def test_a_newsrooms_day(tmp_path: Path) -> None:
    missing = [tool for tool in ("bash", "jq", "sqlite3") if shutil.which(tool) is None]
    if missing:
        pytest.skip(f"{' and '.join(missing)} missing: apt-get install {' '.join(missing)}")
    (tmp_path / "tests").mkdir()
    shutil.copy(ROOT / "tests" / "newsroom.jsonl", tmp_path / "tests")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "newsfacts").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m newsfacts "$@"\n')
    (tmp_path / "bin" / "newsfacts").chmod(0o755)
    environment = {**os.environ, "PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    commands = list(shown_of_section("A newsroom's day"))
    assert len(commands) > 5
    for command, shown in commands:
        done = subprocess.run(["bash", "-c", command], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=600)
        assert done.returncode == 0, done.stderr
        check_shown(shown, done.stdout.splitlines())


def shown_of_section(title: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each command of a section of the README, and the lines that are shown below it."""
    section = (ROOT / "README.md").read_text(encoding="utf-8").partition(f"## {title}\n")[2].partition("\n## ")[0]
    for block in re.findall(r"```console\n(.*?)```", section, re.DOTALL):
        for part in f"\n{block}".split("\n$ ")[1:]:
            command, *shown = part.rstrip("\n").split("\n")
            yield command, shown


def check_shown(shown: list[str], printed: list[str]) -> None:
    """Assert that the lines shown are those printed: a line of dots stands for any lines, dots at the end of one for the rest of it."""
    at, gap = 0, False
    for line in shown:
        if line == "…":
            gap = True
            continue
        start = line.removesuffix("…")
        fits = [i for i in range(at, len(printed)) if printed[i] == line or (start != line and printed[i].startswith(start))]
        place = fits[0] if fits else None
        assert place is not None, (line, printed[at:])
        assert gap or place == at, (line, printed[at:])
        at, gap = place + 1, False
    assert gap or at == len(printed), printed[at:]
