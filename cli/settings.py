"""Settings of a project: defaults for options, in `newsfacts.toml`, or under `[tool.newsfacts]` in `pyproject.toml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

_FILES = ("newsfacts.toml", "pyproject.toml")


def settings(group: click.Group) -> tuple[dict[str, dict[str, Any]], Path | None]:
    """Return the defaults of each command's options that the working folder, or the nearest above it, sets, and the file that does.

    A key is an option's long name, `min-confidence`; of one command alone it stands in a table of its name, `[batch]`.

    Raises:
        UsageError: the file is no TOML, or a key is no option's name.
    """
    path, given = _found()
    if path is None:
        return {}, None
    options = {name: _options(command) for name, command in group.commands.items()}
    known = {option for names in options.values() for option in names}
    shared = {key: value for key, value in given.items() if key not in options and (key in known or not isinstance(value, dict))}
    _check(shared, known, path, "option")
    _check({key: value for key, value in given.items() if key not in shared}, set(options), path, "command")
    defaults: dict[str, dict[str, Any]] = {}
    for command, names in options.items():
        own = given.get(command, {})
        if not isinstance(own, dict):
            raise click.UsageError(f"{path}: {command!r} is a command; its options stand in a table, [{command}]")
        _check(own, set(names), path, f"option of {command}")
        chosen = {**{key: value for key, value in shared.items() if key in names}, **own}
        defaults[command] = {str(names[key].name): _value(key, value, names[key], path) for key, value in chosen.items()}
    return defaults, path


def _found() -> tuple[Path | None, dict[str, Any]]:
    """Return the nearest file with settings, and these."""
    for folder in (Path.cwd(), *Path.cwd().parents):
        for name in _FILES:
            if (folder / name).is_file():
                given = _read(folder / name)
                for table in () if name == _FILES[0] else ("tool", "newsfacts"):
                    given = given.get(table) if isinstance(given, dict) else None
                if isinstance(given, dict):
                    return folder / name, given
    return None, {}


def _read(path: Path) -> Any:
    import tomllib

    try:
        text = path.read_text(encoding="utf-8")
        return tomllib.loads(text) if path.name == _FILES[0] or "newsfacts" in text else {}
    except (OSError, ValueError) as error:
        raise click.UsageError(f"{path} cannot be read ({str(error).splitlines()[0]})") from None


def _options(command: click.Command) -> dict[str, click.Option]:
    """Return each option by its long names, of which the second of `--day-first/--month-first` says no to the first."""
    return {
        name.removeprefix("--"): parameter
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for name in (*parameter.opts, *parameter.secondary_opts)
        if name.startswith("--")
    }


def _check(given: dict[str, Any], known: set[str], path: Path, what: str) -> None:
    for key in given:
        if key not in known:
            from difflib import get_close_matches

            close = get_close_matches(key, sorted(known), 1)
            raise click.UsageError(f"{path}: {key!r} is no {what}" + (f"; did you mean {close[0]!r}?" if close else ""))


def _value(key: str, value: Any, option: click.Option, path: Path) -> Any:
    """Return a setting as the command line would give it: a list of names with commas, a number or a date as its text.

    Raises:
        UsageError: a flag is neither true nor false, or another option is, or is a table.
    """
    if option.is_flag:
        if not isinstance(value, bool):
            raise click.UsageError(f"{path}: {key!r} is {value!r}; write true or false")
        return value != (f"--{key}" in option.secondary_opts)
    values = value if isinstance(value, list) else [value]
    if any(isinstance(one, bool | dict | list) for one in values):
        raise click.UsageError(f"{path}: {key!r} is no text and no number; write it as behind --{key}")
    texts = [str(one) for one in values]
    return texts if option.multiple else ",".join(texts)
