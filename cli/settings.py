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
    shared = {key: value for key, value in given.items() if not isinstance(value, dict)}
    known = {option for names in options.values() for option in names}
    _check(shared, known, path, "option")
    _check({key: value for key, value in given.items() if key not in shared}, set(options), path, "command")
    defaults: dict[str, dict[str, Any]] = {}
    for command, names in options.items():
        own = given.get(command, {})
        _check(own, set(names), path, f"option of {command}")
        chosen = {**{key: value for key, value in shared.items() if key in names}, **own}
        defaults[command] = {str(names[key].name): _value(value, names[key]) for key, value in chosen.items()}
    return defaults, path


def _found() -> tuple[Path | None, dict[str, Any]]:
    """Return the nearest file with settings, and these."""
    for folder in (Path.cwd(), *Path.cwd().parents):
        for name in _FILES:
            if (folder / name).is_file():
                given = _read(folder / name)
                given = given if name == _FILES[0] else given.get("tool", {}).get("newsfacts")
                if given is not None:
                    return folder / name, given
    return None, {}


def _read(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        text = path.read_text(encoding="utf-8")
        return tomllib.loads(text) if path.name == _FILES[0] or "newsfacts" in text else {}
    except (OSError, ValueError) as error:
        raise click.UsageError(f"{path} cannot be read ({str(error).splitlines()[0]})") from None


def _options(command: click.Command) -> dict[str, click.Option]:
    """Return each option by its long name."""
    return {
        name.removeprefix("--"): parameter
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for name in parameter.opts
        if name.startswith("--")
    }


def _check(given: Any, known: set[str], path: Path, what: str) -> None:
    if not isinstance(given, dict):
        raise click.UsageError(f"{path}: what stands for an {what} is no table")
    for key in given:
        if key not in known:
            from difflib import get_close_matches

            close = get_close_matches(key, sorted(known), 1)
            raise click.UsageError(f"{path}: {key!r} is no {what}" + (f"; did you mean {close[0]!r}?" if close else ""))


def _value(value: Any, option: click.Option) -> Any:
    """Return a setting as the command line would give it: a list of names with commas, a date in its ISO form."""
    if isinstance(value, list):
        return value if option.multiple else ",".join(map(str, value))
    if option.multiple:
        return [str(value)]
    return value if isinstance(value, bool | int | float) else str(value)
