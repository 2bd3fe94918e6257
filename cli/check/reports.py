"""What `newsfacts check` found, for people, for programs and for CI."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from textwrap import fill
from typing import Any, NamedTuple

import click

from ..formats import escaped
from ..output import is_terminal, terminal_width, wants_colour
from ..visible import visible
from .comparing import Difference

_NO_XML = re.compile("[\ufffe\uffff]")  # what XML 1.0 can't hold and a line may
_COLOURS = {"missing": "red", "unexpected": "yellow", "changed": "cyan"}


class Result(NamedTuple):
    """What became of one article.

    Attributes:
        label: how messages name it.
        differences: from its expected sheet.
        problem: why nothing could be compared, or an empty string.
        written: `updated` or `created`, if its expected sheet was written; else an empty string.
        schema: the version of its expected sheet, where that is an older one and stays; else an empty string.
        text: the article's, where its lines are those of its file; else an empty string.
    """

    label: str
    differences: Sequence[Difference] = ()
    problem: str = ""
    written: str = ""
    schema: str = ""
    text: str = ""

    @property
    def status(self) -> str:
        """One word: `ok`, `differs`, `error`, `updated` or `created`."""
        return self.written or ("error" if self.problem else "differs" if self.differences else "ok")


def reporter(output_format: str, write: Callable[[str], None], *, quiet: bool = False) -> Text | Json | Junit | Github:
    """Return what is told each result as it comes, and told that all are there. `quiet`: no lines for what is as expected."""
    return Text(write, quiet=quiet) if output_format == "text" else _FOR_PROGRAMS[output_format](write)


class Json:
    """One JSON object a line, for each article."""

    def __init__(self, write: Callable[[str], None]) -> None:
        self.write = write

    def add(self, result: Result) -> None:
        """Write an article's line."""
        fields: dict[str, Any] = {"article": result.label, "status": result.status}
        fields |= {"problem": result.problem} if result.problem else {}
        fields["differences"] = [difference._asdict() for difference in result.differences]
        line = json.dumps(fields, ensure_ascii=False).encode("utf-8", "replace").decode()
        self.write(escaped(line) + "\n")

    def end(self) -> None:
        """All is written."""


class Github:
    """Workflow commands of GitHub Actions: an annotation for each difference, at its line of the article's file where that is known."""

    def __init__(self, write: Callable[[str], None]) -> None:
        self.write = write

    def add(self, result: Result) -> None:
        """Write what is wrong of an article, one line each."""
        file, _, of_feed = result.label.partition(": line ")
        for line, message in _wrong(result):
            at = of_feed or (str(line) if line else "")
            place = f"file={_of_command(file, ',:')}" + (f",line={at}" if at.isdecimal() else "")
            self.write(f"::error {place},title={_of_command(result.label, ',:')}::{_of_command(message)}\n")

    def end(self) -> None:
        """All is written."""


def _wrong(result: Result) -> Iterator[tuple[int | None, str]]:
    """Yield what is wrong of an article, each with its line in the article's text, if that is known."""
    if result.status == "error":
        yield None, result.problem
    elif result.status == "differs":
        for difference in result.differences:
            known = result.text and difference.start is not None
            line = result.text.count("\n", 0, difference.start) + 1 if known else None
            yield line, "\n".join(line.strip() for line in lines_of(difference))


def _of_command(text: str, more: str = "") -> str:
    """Return text as a workflow command holds it; `more` are characters that it must not have besides line ends."""
    for character in f"%\r\n{more}":
        text = text.replace(character, f"%{ord(character):02X}")
    return visible(text)


class Junit:
    """JUnit's XML, as CI servers read it: a test case an article.

    Four elements of it, so the standard library writes them: junitparser would be one more dependency of every user.
    """

    def __init__(self, write: Callable[[str], None]) -> None:
        self.write = write
        self.results: list[Result] = []

    def add(self, result: Result) -> None:
        """Keep a result: the counts stand at the beginning."""
        self.results.append(result)

    def end(self) -> None:
        """Write all."""
        from xml.etree import ElementTree as Xml

        kinds = Counter(result.status for result in self.results)
        counts = {"tests": str(len(self.results)), "failures": str(kinds["differs"]), "errors": str(kinds["error"])}
        top = Xml.Element("testsuites", {"name": "newsfacts check", **counts})
        suite = Xml.SubElement(top, "testsuite", {"name": "newsfacts check", **counts})
        for result in self.results:
            case = Xml.SubElement(suite, "testcase", {"classname": "newsfacts.check", "name": visible(result.label)})
            if result.status == "differs":
                failure = Xml.SubElement(case, "failure", {"message": _number(len(result.differences), "difference")})
                failure.text = "\n".join(line for lines in all_lines(result.differences) for line in lines)
            elif result.status == "error":
                Xml.SubElement(case, "error", {"message": visible(result.problem)})
        Xml.indent(top)
        self.write(_NO_XML.sub("�", Xml.tostring(top, encoding="unicode", xml_declaration=False)) + "\n")


class Text:
    """Lines for people: one an article, below it two a difference; at the end the sum."""

    def __init__(self, write: Callable[[str], None], *, quiet: bool = False) -> None:
        self.write, self.quiet, self.colour = write, quiet, wants_colour()
        self.width = terminal_width() if is_terminal() else None
        self.statuses: Counter[str] = Counter()
        self.kinds: Counter[str] = Counter()

    def add(self, result: Result) -> None:
        """Write an article's lines."""
        self.statuses[result.status] += 1
        if self.quiet and result.status == "ok":
            return
        plain = {"ok": "ok", "error": result.problem, "created": "its sheet is created"}
        said = plain.get(result.status) or _number(len(result.differences), "difference")
        if result.written == "updated" and not result.differences:
            said = "an older schema"
        said += ", updated" if result.written == "updated" else ""
        paint = {"ok": "green", "error": "red"}.get(result.status)
        lines = [f"{self._styled(visible(result.label), bold=True)}: {self._styled(visible(said), fg=paint)}"]
        self.kinds.update(difference.kind for difference in result.differences)
        for difference, told in zip(result.differences, all_lines(result.differences), strict=True):
            lines += self._lines(difference.kind, told)
        self.write("\n".join(lines) + "\n")

    def _lines(self, kind: str, told: list[str]) -> list[str]:
        head = self._wrapped(told[0], "  ", "    ").replace(kind, self._styled(kind, fg=_COLOURS[kind]), 1)
        return [head, *(self._styled(self._wrapped(line, "    ", "    "), dim=True) for line in told[1:])]

    def _wrapped(self, line: str, first: str, rest: str) -> str:
        return fill(line, self.width, initial_indent=first, subsequent_indent=rest) if self.width else first + line

    def _styled(self, text: str, **style: Any) -> str:
        return click.style(text, **style) if self.colour and any(style.values()) else text

    def end(self) -> None:
        """Write the sum."""
        names = {"ok": "as expected", "differs": "differ", "error": "could not be checked"}
        parts = [
            f"{n} {names.get(status, status)}"
            for status in ("ok", "differs", "updated", "created", "error")
            if (n := self.statuses[status])
        ]
        facts = ", ".join(f"{self.kinds[kind]} {kind}" for kind in _COLOURS if self.kinds[kind])
        self.write(
            f"{_number(sum(self.statuses.values()), 'article')}: {', '.join(parts) or 'none'}" + (f" ({facts})" if facts else "") + "\n"
        )


def all_lines(differences: Sequence[Difference]) -> list[list[str]]:
    """Return the lines of each difference; what stands in one sentence has it once, at the end."""
    following = [difference.sentence for difference in differences[1:]] + [""]
    return [lines_of(d)[: 1 if d.sentence == after else 2] for d, after in zip(differences, following, strict=False)]


def lines_of(difference: Difference) -> list[str]:
    """Return a difference in one line, and its sentence in another, with nothing in them that a terminal obeys."""
    d = difference
    line = f"{d.kind} {d.section}: “{d.fact}”"
    if d.kind == "changed":
        line += f": {d.field} was {_shown(d.was)}, is {_shown(d.now)}"
    return [visible(line), *([visible(f"in: {d.sentence}")] if d.sentence else [])]


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return _shown([value]) + (f" ({value['id']})" if value.get("id") else "")
    if isinstance(value, list) and all(isinstance(item, dict) for item in value):
        return ", ".join(f"“{m.get('text', '')}”" + (f" at {m['start']}" if "start" in m else "") for m in value) or "nothing"
    return "nothing" if value is None else f"“{value}”" if isinstance(value, str) else json.dumps(value)


def _number(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


_FOR_PROGRAMS: dict[str, Callable[[Callable[[str], None]], Json | Junit | Github]] = {"json": Json, "junit": Junit, "github": Github}
