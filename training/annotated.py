"""Annotated texts → words with their names and titles, and the targets that the reader learns: figures and titles.

The texts are those of `data/ner` with the annotations of `data/facts` (joined by name), and our own of `training/sentences`. Dates and
amounts are the program's own: its grammar finds them here as it does in use. What an annotation doesn't settle is IGNORE.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from spacy.language import Language

from newsfacts.article import Article
from newsfacts.dates.finding import find_dates
from newsfacts.figures.amounts import find_amounts
from newsfacts.pipeline.component import words_and_breaks
from newsfacts.pipeline.pointing import DIRECTIONS, KINDS, MARK, STATUSES, base_marks, mark_of_amount
from newsfacts.places.countries import code_of_country, code_of_demonym
from newsfacts.reading import POINTED
from training.corpora import IGNORE, NAME_LABELS
from training.formats import FormatError, PlaceType, figure_of, names_of, office_of, open_text, read_written

Stretch = tuple[int, int]

BY_SECTION = {"people": "PERSON", "organizations": "ORG", "places": "LOC"}
TITLE = "TITLE"
LABELS = dict.fromkeys(get_args(PlaceType), "LOC") | {"facility": "FAC"}  # of names as annotators of our own texts write them


@dataclass
class Target:
    """A figure or a title with what the text says of it; words are counted from the text's start, IGNORE or None where unsaid.

    Attributes:
        task: `figure` or `title`.
        mark: the target's own, by its section.
        measure: the words of the measure; None where it isn't settled.
        when, holder, of: words, each the first of a date or name that would be right; [] for none, None where it isn't settled.
        source: first word and end of each place that names it; [] for none, None where it isn't settled.
        of_article: only the article as a whole tells the country.
    """

    task: str
    start: int
    end: int
    mark: int
    kind: int = IGNORE
    direction: int = IGNORE
    status: int = IGNORE
    former: int = IGNORE
    measure: list[int] | None = None
    when: list[int] | None = None
    source: list[Stretch] | None = None
    holder: list[int] | None = None
    of: list[int] | None = None
    of_article: bool = False


@dataclass
class Annotated:
    """A text in words: `names` are BIO labels (IGNORE where nobody read for them), `marks` what each word is known to be."""

    name: str
    words: list[str]
    breaks: list[bool]
    offsets: list[Stretch]
    names: list[str | int]
    marks: list[int]
    targets: list[Target] = field(default_factory=list)
    text: str = ""


def read_articles(nlp: Language, ner: Path, facts: Path, names: Path) -> Iterator[Annotated]:
    """Yield the articles of a split of `data/facts`."""
    texts = {stem(row["name"]): row for row in rows_of(ner)}
    entities = {row["name"]: row["entities"] for row in rows_of(names)}
    for row in rows_of(facts):
        name = row["name"]
        article = texts[name]
        spans = settled_names(article["text"], article["entities"], entities[name])
        reading = _Reading(nlp, name, article["text"], spans, entities[name])
        reading.add_figures([_published_figure(f) for f in row["figures"]])
        reading.add_titles(row["offices"])
        yield reading.done()


def read_sentences(nlp: Language, paths: Iterable[Path]) -> Iterator[Annotated]:
    """Yield our own texts; their titles are the annotation's, and so are their names where it has them, else the pipeline's."""
    for path in paths:
        for number, written in read_written(path):
            try:
                figures = [figure_of(written.text, f) for f in written.figures]
                offices = [office_of(written.text, o) for o in written.offices]
                names = None if written.names is None else names_of(written.text, written.names)
            except FormatError as error:
                raise FormatError(f"{path}:{number}: {error}") from None
            spans = names and [(a, b, LABELS.get(what, what)) for a, b, what in names]
            reading = _Reading(nlp, f"{path.stem}:{number}", written.text, spans, [])
            reading.add_figures(figures)
            reading.add_titles([_with_words(written.text, o) for o in offices])
            yield reading.done()


def _with_words(text: str, office: dict[str, Any]) -> dict[str, Any]:
    words = {key: office[key] and text[slice(*office[key])] for key in ("of", "holder")}
    return office | words | {"text": text[office["start"] : office["end"]]}


def settled_names(text: str, corpus: Sequence[Sequence[Any]], entities: Sequence[dict[str, Any]]) -> list[tuple[int, int, str]]:
    """Return the names by the product's guide, with the corpus's labels for what the guide leaves out (peoples, other names).

    Where both have a name, the guide's section decides; a person, place or body of the corpus that the guide doesn't have is another name.
    """
    guide = [(a, b, BY_SECTION[e["section"]], e.get("type")) for e in entities for a, b in e["mentions"]]
    known = {text[a:b]: label for a, b, label, _ in guide}
    found = []
    for start, end, given in corpus:
        label = NAME_LABELS.get(given)
        if label is None or any(a < end and start < b for a, b, _, _ in guide):
            continue
        if label in ("PERSON", "ORG", "LOC", "FAC"):
            label = known.get(text[start:end], "MISC")
        found.append((start, end, label))
    facilities = [(start, end) for start, end, given in corpus if given == "FAC"]
    for start, end, label, kind in guide:
        facility = label == "LOC" and kind == "facility" and any(a < end and start < b for a, b in facilities)
        found.append((start, end, "FAC" if facility else label))
    return sorted(found)


def _published_figure(figure: dict[str, Any]) -> dict[str, Any]:
    measure = figure["measure"]
    span = figure.get("measure_span")
    return {
        "start": figure["start"], "end": figure["end"], "kind": figure["kind"], "direction": figure["direction"],
        "status": figure["status"], "when": figure["when"],
        "measure": [tuple(span)] if span else measure and measure.split(),
        "source": None if figure["source"] is None else figure.get("source_span") or "unsettled",
    }  # fmt: skip


class _Reading:
    """One text while its annotation is tied to words."""

    def __init__(
        self, nlp: Language, name: str, text: str, spans: list[tuple[int, int, str]] | None, entities: list[dict[str, Any]]
    ) -> None:
        doc = nlp(text)
        indices, breaks = words_and_breaks(doc)
        self.text, self.entities = text, entities
        offsets = [(doc[i].idx, doc[i].idx + len(doc[i])) for i in indices]
        self._starts = [a for a, _ in offsets]
        self._ends = [b for _, b in offsets]
        if spans is None:
            spans = [(e.start_char, e.end_char, e.label_) for e in doc.ents]
        self.names = [(*w, label) for a, b, label in spans if (w := self.words(a, b))]
        labels: list[str | int] = ["O"] * len(indices)
        for start, end, label in self.names:
            if labels[start] == "O":
                labels[start:end] = [f"B-{label}"] + [f"I-{label}"] * (end - start - 1)
        dates = find_dates(doc, Article(text))
        self.dates = {w[0]: w for d in dates if d.type in POINTED and (w := self.words(d.start, d.end))}
        self._lengths = [w for d in dates if d.type not in POINTED and (w := self.words(d.start, d.end))]
        amounts = find_amounts(doc, Article(text), [(d.start, d.end) for d in dates])
        self._amounts = [(*w, mark_of_amount(a.section, a.dimension)) for a in amounts if (w := self.words(a.start, a.end))]
        self.out = Annotated(name, [doc[i].text for i in indices], breaks, offsets, labels, [], text=text)

    def words(self, start: int, end: int) -> Stretch | None:
        """Return the words that the characters touch."""
        touched = [i for i in range(len(self._starts)) if self._starts[i] < end and start < self._ends[i]]
        return (touched[0], touched[-1] + 1) if touched else None

    def done(self) -> Annotated:
        out = self.out
        out.targets.sort(key=lambda t: (t.start, t.end))
        dates = [(*w, True) for w in self.dates.values()] + [(*w, False) for w in self._lengths]
        figures = [(a, b) for a, b, _ in self._amounts] + [(t.start, t.end) for t in out.targets if t.task == "figure"]
        titles = [(t.start, t.end) for t in out.targets if t.task == "title"]
        out.marks = base_marks(out.words, self.names, dates, figures, titles).tolist()
        return out

    def _mark(self, span: Stretch, text: str) -> int:
        known = [mark for a, b, mark in self._amounts if a < span[1] and span[0] < b]
        if known:
            return known[0]
        percent = re.search(r"%|per\s?cent|pct|percentage|basis point", text)
        return MARK["target percentage" if percent else "target money" if re.search(r"[$€£¥₹]", text) else "target count"]

    # --- figures

    def add_figures(self, figures: Sequence[dict[str, Any]]) -> None:
        for figure in figures:
            span = self.words(figure["start"], figure["end"])
            if span is None:
                continue
            target = Target("figure", *span, self._mark(span, self.text[figure["start"] : figure["end"]]))
            target.kind, target.direction = KINDS.index(figure["kind"]), DIRECTIONS.index(figure["direction"])
            target.status = STATUSES.index(figure["status"])
            target.measure, target.when = self._measure(figure["measure"], span), self._when(figure["when"])
            target.source = self._source(figure["source"])
            self.out.targets.append(target)

    def _measure(self, measure: Any, figure: Stretch) -> list[int] | None:
        if not measure:
            return []
        if isinstance(measure[0], str):
            return self._aligned([w for part in measure for w in re.findall(r"\w+", part.lower())], figure)
        stretches = [w for a, b in measure if (w := self.words(a, b))]
        return sorted({i for a, b in stretches for i in range(a, b)})

    def _aligned(self, wanted: list[str], figure: Stretch) -> list[int] | None:
        """Return the words nearby that a measure in words of its own is made of, in its order; None where most of it stands elsewhere."""
        near = range(max(0, figure[0] - 60), min(len(self.out.words), figure[1] + 36))
        places: dict[str, list[int]] = {}
        for i in near:
            places.setdefault(self.out.words[i].lower(), []).append(i)
        chosen: list[int] = []
        missed = 0
        for word in wanted:
            options = [i for i in places.get(word, []) if i not in chosen]
            if not options:
                missed += word not in ("of", "the", "s", "a", "an", "in", "for", "to")
                continue
            goal = chosen[-1] + 1 if chosen else figure[0]
            chosen.append(min(options, key=lambda i: (abs(i - goal), i)))
        content = [w for w in wanted if w not in ("of", "the", "s", "a", "an", "in", "for", "to")]
        return sorted(chosen) if content and missed * 2 <= len(content) and chosen else None

    def _when(self, spans: Sequence[Sequence[int]]) -> list[int] | None:
        found = []
        for start, end in spans:
            touched = [i for i, (a, b) in self.dates.items() if self.out.offsets[a][0] < end and start < self.out.offsets[b - 1][1]]
            found += touched[:1]
        return found if found or not spans else None

    def _source(self, source: Any) -> list[Stretch] | None:
        if source is None:
            return []
        span = None if isinstance(source, str) else self.words(*source)
        if span is None:
            return None
        forms = self._forms(self._said(*span)) | {self._said(*span)}
        named = [(a, b) for a, b, _ in self.names if self._said(a, b) in forms]
        wording = self.out.words[slice(*span)]
        size = len(wording)
        again = [(i, i + size) for i in range(len(self.out.words) - size + 1) if self.out.words[i : i + size] == wording]
        return sorted({span, *named, *again})

    # --- titles

    def add_titles(self, offices: Sequence[dict[str, Any]]) -> None:
        labels, words = self.out.names, self.out.words
        spans = []
        for office in offices:
            span = self.words(office["start"], office["end"])
            if span is None:
                continue
            spans.append(span)
            target = Target("title", *span, MARK["target title"], former=int(office["former"]), of_article=office["of_from_article"])
            target.of, target.holder = self._of(office), self._holder(office["holder"])
            self.out.targets.append(target)
        for start, end in spans:
            labels[start:end] = [f"B-{TITLE}"] + [f"I-{TITLE}"] * (end - start - 1)
        self._repeated(words, labels, spans)

    def _repeated(self, words: list[str], labels: list[str | int], spans: list[Stretch]) -> None:
        """Label the titles told again: only the first mention of an office is annotated."""
        wordings = {tuple(words[a:b]) for a, b in spans}
        heads = {words[b - 1].lower() for _, b in spans}
        taken = {i for a, b in spans for i in range(a, b)}
        for i in range(len(words)):
            if i in taken or str(labels[i])[2:] in ("PERSON", "ORG", "LOC", "FAC"):
                continue
            same = next((w for w in sorted(wordings, key=len, reverse=True) if tuple(words[i : i + len(w)]) == w), None)
            if same and (len(same) > 1 or words[i][:1].isupper()) and not any(j in taken for j in range(i, i + len(same))):
                labels[i : i + len(same)] = [f"B-{TITLE}"] + [f"I-{TITLE}"] * (len(same) - 1)
                taken |= set(range(i, i + len(same)))
            elif words[i].lower() in heads and labels[i] == "O":
                labels[i] = IGNORE

    def _holder(self, holder: str | None) -> list[int] | None:
        if holder is None:
            return []
        forms = self._forms(holder) | {holder, holder.split()[-1]}
        found = [a for a, b, label in self.names if label == "PERSON" and self._said(a, b) in forms]
        return found or None

    def _of(self, office: dict[str, Any]) -> list[int] | None:
        of = office["of"]
        if of is None or (office["of_from_article"] and code_of_country(of)):
            return []
        forms = self._forms(of) | {of}
        code = code_of_country(of)
        found = [
            a for a, b, label in self.names
            if label != "PERSON" and (w := self._said(a, b))
            and (w in forms or _plain(w) == _plain(of) or (code and code in (code_of_demonym(w), code_of_country(w))))
        ]  # fmt: skip
        return found or None

    def _forms(self, name: str) -> set[str]:
        """Return all wordings in the text of the entity that bears `name`."""
        forms: set[str] = set()
        for entity in self.entities:
            said = {self.text[a:b] for a, b in entity["mentions"]} | {entity["name"]}
            if name in said or _plain(name) in {_plain(s) for s in said}:
                forms |= said
        return forms

    def _said(self, start: int, end: int) -> str:
        return self.text[self._starts[start] : self._ends[end - 1]]


def _plain(name: str) -> str:
    return re.sub(r"^the ", "", re.sub(r"[’']s$", "", " ".join(name.lower().split())))


def stem(name: str) -> str:
    return name.rsplit("/", 1)[-1].removesuffix(".txt")


def rows_of(path: Path) -> Iterator[dict[str, Any]]:
    with open_text(path) as file:
        for line in file:
            yield json.loads(line)
