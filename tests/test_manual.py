"""The manual page: all of the help, and nothing that roff stumbles over."""

from __future__ import annotations

import shutil
import subprocess

import click
import pytest

from newsfacts.cli.main import cli, main
from newsfacts.cli.manual import manual


def test_all_commands_and_options_are_in_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["man"]) == 0
    page = capsys.readouterr().out
    assert page == manual(cli, "extract")
    plain = page.replace("\\-", "-")
    options = {
        name for command in cli.commands.values() for option in command.params if isinstance(option, click.Option) for name in option.opts
    }
    assert [name for name in options if name not in plain] == []
    assert [name for name in cli.commands if f".B newsfacts {name}\n" not in plain] == []
    assert page.startswith('.TH NEWSFACTS 1 "" "newsfacts ')
    assert page.isascii()


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is missing: apt-get install groff")
def test_roff_reads_it() -> None:
    done = subprocess.run(["groff", "-man", "-Tutf8", "-ww", "-z"], input=manual(cli, "extract"), capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
