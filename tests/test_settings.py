"""Settings of a project, misspelt commands, and what a shell completes."""

from __future__ import annotations

import datetime
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from newsfacts.cli.main import cli, main
from newsfacts.cli.settings import settings


def test_settings_are_defaults_of_the_commands_that_have_the_option(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the nearest folder with any; a table of a command's name is for it alone; `newsfacts.toml` goes before `pyproject.toml`."""
    (tmp_path / "deep").mkdir()
    monkeypatch.chdir(tmp_path / "deep")
    (tmp_path / "pyproject.toml").write_text(
        "[tool.newsfacts]\nmin-confidence = 0.7\nonly = ['people', 'money']\n[tool.newsfacts.batch]\nglob = ['*.md']\n"
    )
    found, path = settings(cli)
    assert path == tmp_path / "pyproject.toml"
    assert found["extract"] == {"min_confidence": "0.7", "only": "people,money"}
    assert found["batch"] == {"min_confidence": "0.7", "only": "people,money", "patterns": ["*.md"]}
    assert found["schema"] == {}
    (tmp_path / "newsfacts.toml").write_text("published = 2026-04-14\n")
    assert settings(cli)[0]["text"] == {"published": "2026-04-14"}
    (tmp_path / "deep" / "pyproject.toml").write_text("[project]\nname = 'newsfacts-reader'\n")  # none in it: the next one counts
    assert settings(cli)[0]["text"] == {"published": "2026-04-14"}


def test_the_command_line_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "newsfacts.toml").write_text("only = ['money']\nquiet = true\n")
    given = []
    monkeypatch.setattr(cli.commands["extract"], "callback", lambda **options: given.append((options["only"], options["quiet"])))
    assert main(["a.txt"]) == main(["a.txt", "--only", "people"]) == 0
    assert given == [(("money",), True), (("people",), True)]


WRONG = {
    "min-confidense = 1": "'min-confidense' is no option; did you mean 'min-confidence'?",
    "[bach]\nglob = '*.md'": "'bach' is no command; did you mean 'batch'?",
    "[text]\nworkers = 2": "'workers' is no option of text",
    "only =": "cannot be read (Invalid value (at end of document))",
    "only = 'animals'": "newsfacts.toml: Invalid value for '--only': 'animals' is no section",
    "min-confidence = 7": "newsfacts.toml: Invalid value for '--min-confidence': '7' is no confidence",
    "fiscal-year = 13": "newsfacts.toml: Invalid value for '--fiscal-year': '13' is no month that a business year begins in; write",
    "fiscal-year = 4.5": "newsfacts.toml: Invalid value for '--fiscal-year': '4.5' is no month that a business year begins in",
    "decimal = 'dot'": "newsfacts.toml: Invalid value for '--decimal': 'dot' is not one of 'point', 'comma'",
    "max-size = -5": "newsfacts.toml: Invalid value for '--max-size': '-5' is no size; write it as 500k, 20MB or 1G",
    "max-size = 0.5": "newsfacts.toml: Invalid value for '--max-size': '0.5' is no size",
    "only = 5": "newsfacts.toml: Invalid value for '--only': '5' is no section",
    "only = [['people']]": "newsfacts.toml: 'only' is no text and no number; write it as behind --only",
    "names = 5": "newsfacts.toml: Invalid value for '--names': '5' can't be read: No such file or directory",
    "published = 2026": "newsfacts.toml: Invalid value for '--published': '2026' is no ISO 8601 date",
    "output = true": "newsfacts.toml: 'output' is no text and no number; write it as behind --output",
    "quiet = 'yes'": "newsfacts.toml: 'quiet' is 'yes'; write true or false",
    "extract = 5": "newsfacts.toml: 'extract' is a command; its options stand in a table, [extract]",
    "currency = {CAD = 1}": "newsfacts.toml: 'currency' is no text and no number; write it as behind --currency",
    "month-frist = true": "'month-frist' is no option; did you mean 'month-first'?",
    "model = 'nowhere'": "newsfacts.toml: Invalid value for '--model': no pipeline 'nowhere' is installed here",
    "currency = ['CAD']": "newsfacts.toml: Invalid value for '--currency': 'CAD' has no = between a sign and its currency",
}


@pytest.mark.parametrize(("content", "problem"), WRONG.items())
def test_what_is_wrong_in_settings_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], content: str, problem: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "newsfacts.toml").write_text(content)
    (tmp_path / "a.txt").write_text("Exports rose 5 percent.")
    assert main(["a.txt"]) == 2
    assert problem in capsys.readouterr().err


def test_settings_say_what_the_command_line_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    given = []
    keys = ("day_first", "fiscal_year", "max_size", "published")
    monkeypatch.setattr(cli.commands["text"], "callback", lambda **options: given.append([options.get(key) for key in keys]))
    monkeypatch.setattr(cli.commands["check"], "callback", lambda **options: given.append([options.get(key) for key in keys]))
    (tmp_path / "newsfacts.toml").write_text("month-first = true\nfiscal-year = 4\nmax-size = 500\npublished = 20260414\n")
    assert main(["check", "fixtures"]) == main(["text", "a.txt"]) == 0
    day = datetime.date(2026, 4, 14)
    assert given == [[False, 4, 500, day], [None, None, 500, day]]


@pytest.mark.parametrize("content", ["tool = 5  # newsfacts", "[tool]\nnewsfacts = 5"])
def test_what_is_no_table_in_pyproject_sets_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text(content)
    assert settings(cli)[1] != tmp_path / "pyproject.toml"


def test_help_comes_where_settings_are_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "newsfacts.toml").write_text("only =")
    assert main(["--help"]) == main(["--version"]) == main(["batch", "--help"]) == 0
    assert capsys.readouterr().err == ""


def test_a_misspelt_command_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["bacth", "--help"]) == 2
    assert capsys.readouterr().err.startswith("newsfacts: there is neither a file nor a command 'bacth'; did you mean 'batch'?")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    assert "_NEWSFACTS_COMPLETE" in capsys.readouterr().out


def completed(*words: str) -> list[str]:
    environment = {**os.environ, "_NEWSFACTS_COMPLETE": "bash_complete", "COMP_WORDS": " ".join(words), "COMP_CWORD": str(len(words) - 1)}
    command = [sys.executable, "-m", "newsfacts"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120).stdout.split()


def test_commands_files_and_options_are_completed() -> None:
    assert completed("newsfacts", "Q") == ["file,Q"]
    assert completed("newsfacts", "batch", "Q") == completed("newsfacts", "batch", "articles", "-o", "Q") == ["file,Q"]
    assert completed("newsfacts", "--min") == completed("newsfacts", "a.txt", "--min") == ["plain,--min-confidence"]
    assert completed("newsfacts", "check", "--format", "g") == ["plain,github"]


def test_bash_completes_commands_and_files_side_by_side(tmp_path: Path) -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("bash missing: apt-get install bash")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "newsfacts").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m newsfacts "$@"\n')
    (tmp_path / "bin" / "newsfacts").chmod(0o755)
    (tmp_path / "story.txt").touch()
    asked = 'eval "$(newsfacts completion bash)"; COMP_WORDS=(newsfacts s); COMP_CWORD=1; _newsfacts_completion newsfacts'
    environment = {**os.environ, "PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    command = [bash, "--norc", "-c", f'{asked}; printf "%s\\n" "${{COMPREPLY[@]}}"']
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120)
    assert (done.stdout.split(), done.stderr) == (["schema", "show", "story.txt"], "")
