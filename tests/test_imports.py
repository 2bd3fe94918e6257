"""The rooms of the house: which modules import which, inside functions and for types too."""

from __future__ import annotations

import ast
from importlib import resources
from pathlib import Path

import newsfacts

HOUSE = Path(str(resources.files(newsfacts)))


def modules() -> dict[str, Path]:
    """Return the files of the library by the names of their modules; a package goes by its own name."""
    files = {path.relative_to(HOUSE).with_suffix(""): path for path in HOUSE.rglob("*.py") if "cli" not in path.relative_to(HOUSE).parts}
    return {".".join(["newsfacts", *(part for part in name.parts if part != "__init__")]): path for name, path in files.items()}


def imported_by(name: str, path: Path, known: dict[str, Path]) -> set[str]:
    """Return the modules that the module `name` imports anywhere in its file."""
    package = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = ".".join([*package[: len(package) - node.level + 1], *(node.module or "").split(".")]).rstrip(".")
            found |= {inner if (inner := f"{base}.{alias.name}") in known else base for alias in node.names}
    return found & known.keys() - {name}


def circles(graph: dict[str, set[str]]) -> list[list[str]]:
    """Return the ways on which a module comes back to itself, one for each module that begins one."""
    done: set[str] = set()
    found: list[list[str]] = []

    def walk(name: str, way: list[str]) -> None:
        if name in way:
            found.append([*way[way.index(name) :], name])
        elif name not in done:
            for other in sorted(graph[name]):
                walk(other, [*way, name])
            done.add(name)

    for name in sorted(graph):
        walk(name, [])
    return found


def test_no_module_imports_itself_by_way_of_others() -> None:
    known = modules()
    assert len(known) > 50
    assert circles({name: imported_by(name, path, known) for name, path in known.items()}) == []


def test_a_circle_is_seen() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == [["b", "c", "b"]]
