"""Corpora → chunks of words with their labels, ready for the encoder.

Names come from JSON lines `{"name", "text", "entities": [[start, end, label]]}`, trees from CoNLL-U files; both may be
gzipped. A chunk is a run of whole sentences or lines packed up to a number of word pieces; what a corpus doesn't say is IGNORE.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

import spacy

from newsfacts.pipeline.lemmas import IDENTITY, PROPER, edit_script
from newsfacts.pipeline.shapes import shape_class
from newsfacts.pipeline.wordpiece import WordPiece

T = TypeVar("T")
IGNORE = -100
# PRODUCT is rare and the guide has no place for it; DATE and MONEY are loosely annotated, rules do better.
TITLE_LABELS = ("B-TITLE", "I-TITLE")
NAME_LABELS = {"PERSON": "PERSON", "ORG": "ORG", "LOC": "LOC", "FAC": "FAC", "NORP": "NORP", "MISC": "MISC", "PRODUCT": "MISC"}


@dataclass(frozen=True)
class Sentence:
    """Words with, where the corpus has them, their labels; `breaks[i]` is 1 where a line begins at word i."""

    words: list[str]
    breaks: list[int]
    names: list[str] | None = None
    pos: list[str] | None = None
    tags: list[str] | None = None
    lemmas: list[str] | None = None
    heads: list[int] | None = None  # index in the sentence, the root its own head
    deps: list[str] | None = None


@dataclass
class Chunk:
    """Consecutive sentences that the encoder sees together."""

    sentences: list[Sentence] = field(default_factory=list)
    pieces: int = 0


def open_text(path: Path):
    return gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")


def read_names(path: Path) -> Iterator[list[Sentence]]:
    """Yield each article as its lines, with BIO labels on spaCy's tokens."""
    tokenizer = spacy.blank("en").tokenizer
    with open_text(path) as file:
        for line in file:
            row = json.loads(line)
            doc = tokenizer(row["text"])
            spans = []
            for start, end, label in row["entities"]:
                span = doc.char_span(start, end, alignment_mode="expand")
                if label in NAME_LABELS and span is not None:
                    spans.append((span.start, span.end, NAME_LABELS[label]))
            yield list(_lines(doc, _bio(len(doc), spans)))


def _bio(length: int, spans: list[tuple[int, int, str]]) -> list[str]:
    names = ["O"] * length
    for start, end, label in spans:
        for i in range(start, end):
            names[i] = f"{'B' if i == start else 'I'}-{label}"
    return names


def _lines(doc, names: list[str]) -> Iterator[Sentence]:
    words, labels = [], []
    for token, label in zip(doc, names, strict=True):
        if token.is_space:
            if "\n" in token.text and words:
                yield Sentence(words, [1] + [0] * (len(words) - 1), labels)
                words, labels = [], []
        else:
            words.append(token.text)
            labels.append(label)
    if words:
        yield Sentence(words, [1] + [0] * (len(words) - 1), labels)


def read_trees(path: Path) -> Iterator[list[Sentence]]:
    """Yield each document of a CoNLL-U file as its sentences."""
    document: list[Sentence] = []
    rows: list[list[str]] = []
    paragraph = True
    with open_text(path) as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith(("# newdoc", "# newpar")):
                paragraph = True
                if line.startswith("# newdoc") and document:
                    yield document
                    document = []
            elif line.startswith("#"):
                continue
            elif line:
                columns = line.split("\t")
                if columns[0].isdigit():
                    rows.append(columns)
            elif rows:
                document.append(_tree(rows, paragraph))
                rows, paragraph = [], False
    if document:
        yield document


def _tree(rows: list[list[str]], paragraph: bool) -> Sentence:
    words = [r[1] for r in rows]
    tags = [r[4] for r in rows]
    return Sentence(
        words=words,
        breaks=[int(paragraph)] + [0] * (len(rows) - 1),
        pos=[r[3] for r in rows],
        tags=tags,
        lemmas=[IDENTITY if r[4] in PROPER else edit_script(r[1], r[2]) for r in rows],
        heads=[int(r[6]) - 1 if r[6] != "0" else i for i, r in enumerate(rows)],
        deps=[r[7] for r in rows],
    )


def sampled(texts: Sequence[T], share: float) -> list[T]:
    """Return a share of texts, evenly spread over all, one at least; for a rehearsal of the training."""
    wanted = max(1, round(share * len(texts)))
    return [texts[i * len(texts) // wanted] for i in range(min(wanted, len(texts)))]


def batches(pieces: Sequence[int], size: int, rng: random.Random) -> list[list[int]]:
    """Return the indices of texts, `pieces` long, in shuffled batches of `size` pieces with padding; like lengths, so that it is little."""
    order = rng.sample(range(len(pieces)), len(pieces))
    found: list[list[int]] = []
    for first in range(0, len(order), 256):
        batch: list[int] = []
        for text in sorted(order[first : first + 256], key=pieces.__getitem__):
            if batch and (len(batch) + 1) * (pieces[text] + 2) > size:
                found.append(batch)
                batch = []
            batch.append(text)
        found.append(batch)
    rng.shuffle(found)
    return found


def pack(documents: Iterator[list[Sentence]], wordpiece: WordPiece, size: int) -> list[Chunk]:
    """Pack consecutive sentences of each document into chunks of at most `size` pieces (one sentence at least)."""
    chunks = []
    for document in documents:
        chunk = Chunk()
        for sentence in document:
            for part in _cut(sentence, wordpiece, size):
                n = sum(len(wordpiece(w)) for w in part.words)
                if chunk.sentences and chunk.pieces + n > size:
                    chunks.append(chunk)
                    chunk = Chunk()
                chunk.sentences.append(part)
                chunk.pieces += n
        if chunk.sentences:
            chunks.append(chunk)
    return chunks


def _cut(sentence: Sentence, wordpiece: WordPiece, size: int) -> Iterator[Sentence]:
    """A line longer than a chunk is cut into several; a tree that long is left out."""
    sizes = [len(wordpiece(w)) for w in sentence.words]
    if sum(sizes) <= size:
        yield sentence
        return
    if sentence.heads is not None or sentence.names is None:
        return
    start = used = 0
    for i, n in enumerate(sizes):
        if used + n > size and i > start:
            yield Sentence(sentence.words[start:i], sentence.breaks[start:i], sentence.names[start:i])
            start, used = i, 0
        used += n
    yield Sentence(sentence.words[start:], sentence.breaks[start:], sentence.names[start:])


def change_case(chunk: Chunk, rng: random.Random) -> Chunk:
    """Return the chunk with one sentence, or all, in capitals, in lower case or with every word capitalised, as headlines are."""
    way = rng.choice((str.upper, str.upper, str.title, str.title, str.lower))
    chosen = range(len(chunk.sentences)) if rng.random() < 0.3 else (rng.randrange(len(chunk.sentences)),)
    sentences = [
        replace(s, words=[way(w) if w.isascii() else w for w in s.words]) if i in chosen else s for i, s in enumerate(chunk.sentences)
    ]
    return Chunk(sentences, chunk.pieces)


@dataclass(frozen=True)
class Mentions:
    """The names of a corpus by label, to put in the place of others: a name is then known by what stands around it."""

    by_label: dict[str, list[tuple[str, ...]]]

    @classmethod
    def of(cls, chunks: Iterable[Chunk]) -> Mentions:
        found: dict[str, dict[tuple[str, ...], None]] = {}
        for chunk in chunks:
            for sentence in chunk.sentences:
                for start, end, label in _spans(sentence.names or []):
                    found.setdefault(label, {})[tuple(sentence.words[start:end])] = None
        return cls({label: list(names) for label, names in found.items()})

    def swap(self, chunk: Chunk, rng: random.Random) -> Chunk:
        """Return the chunk with other names of the same labels: the same name becomes the same one, `Ruiz` follows `Ana Ruiz`."""
        names = {(label, tuple(s.words[a:b])) for s in chunk.sentences for a, b, label in _spans(s.names or [])}
        chosen: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}
        parts: dict[str, str] = {}
        for label, words in sorted(names, key=lambda n: (-len(n[1]), n)):
            if label == "PERSON":
                chosen[label, words] = self._person(words, parts, rng)
            elif label in ("LOC", "ORG", "FAC") or rng.random() < 0.3:  # a nationality or a festival is known by itself
                chosen[label, words] = rng.choice(self.by_label[label])
        return Chunk([_with_names(s, chosen) for s in chunk.sentences], chunk.pieces)

    def _person(self, words: tuple[str, ...], parts: dict[str, str], rng: random.Random) -> tuple[str, ...]:
        other = rng.choice(self.by_label["PERSON"])
        for i, word in enumerate(words):
            parts.setdefault(word, other[-1] if i == len(words) - 1 else other[min(i, len(other) - 1)])
        return tuple(parts[word] for word in words)


def _spans(names: list[str]) -> Iterator[tuple[int, int, str]]:
    start = 0
    for i, label in enumerate([*names, "O"]):
        if i and names[i - 1] != "O" and not label.startswith("I-"):
            yield start, i, names[i - 1][2:]
        if label.startswith("B-"):
            start = i


def _with_names(sentence: Sentence, chosen: dict[tuple[str, tuple[str, ...]], tuple[str, ...]]) -> Sentence:
    if sentence.names is None:
        return sentence
    words, breaks, labels = [], [], []
    last = 0
    for start, end, label in [*_spans(sentence.names), (len(sentence.words), len(sentence.words), "")]:
        old = tuple(sentence.words[start:end])
        new = chosen.get((label, old), old)
        if old and all(w.isupper() for w in old):
            new = tuple(w.upper() for w in new)
        words += [*sentence.words[last:start], *new]
        labels += [*sentence.names[last:start], *(f"{'I' if i else 'B'}-{label}" for i in range(len(new)))]
        breaks += [*sentence.breaks[last:start], *(sentence.breaks[start : start + 1] + [0] * len(new))[: len(new)]]
        last = end
    return Sentence(words, breaks, labels)


@dataclass(frozen=True)
class Labels:
    """The inventories of labels, in the order of their ids."""

    names: list[str]
    pos: list[str]
    tags: list[str]
    lemmas: list[str]
    deps: list[str]

    @classmethod
    def from_trees(cls, documents: list[list[Sentence]], lemma_count: int) -> Labels:
        counts: dict[str, dict[str, int]] = {"pos": {}, "tags": {}, "lemmas": {}, "deps": {}}
        for document in documents:
            for sentence in document:
                for key, table in counts.items():
                    for label in getattr(sentence, key):
                        table[label] = table.get(label, 0) + 1
        names = ["O"] + [f"{p}-{label}" for label in sorted(set(NAME_LABELS.values())) for p in "BI"]
        lemmas = [IDENTITY, *sorted(k for k, n in counts["lemmas"].items() if n >= lemma_count and k != IDENTITY)]
        return cls(names, sorted(counts["pos"]), sorted(counts["tags"]), lemmas, sorted(counts["deps"]))

    def index(self, key: str) -> dict[str, int]:
        return {label: i for i, label in enumerate(getattr(self, key))}


def encode(chunk: Chunk, wordpiece: WordPiece, index: dict[str, dict[str, int]]) -> dict[str, list[int]]:
    """Return the ids of a chunk: pieces with [CLS] and [SEP], the first piece of each word, and a label a word for each task."""
    out: dict[str, list[int]] = {
        k: [] for k in ("first", "shapes", "breaks", "names", "pos", "tags", "lemmas", "deps", "heads", "starts", "sentence")
    }
    pieces = [wordpiece.cls]
    piece_word = [-1]  # the word of each piece, for the shape embedding at the input
    offset = 0
    for number, sentence in enumerate(chunk.sentences):
        for i, word in enumerate(sentence.words):
            ids = wordpiece(word)
            out["first"].append(len(pieces))
            pieces.extend(ids)
            piece_word.extend([offset + i] * len(ids))
            out["shapes"].append(shape_class(word))
            out["sentence"].append(number)
            for key in ("names", "pos", "tags", "lemmas", "deps"):
                labels = getattr(sentence, key)
                out[key].append(IGNORE if labels is None else index[key].get(labels[i], IGNORE))
            out["heads"].append(IGNORE if sentence.heads is None else offset + sentence.heads[i])
            out["starts"].append(IGNORE if sentence.heads is None else int(i == 0))
        out["breaks"].extend(sentence.breaks)
        offset += len(sentence.words)
    pieces.append(wordpiece.sep)
    piece_word.append(-1)
    return out | {"pieces": pieces, "piece_word": piece_word}


def mask_words(encoded: dict[str, list[int]], mask: int, share: float, rng: random.Random) -> dict[str, list[int]]:
    """Hide the pieces of a share of the words, so that what stands around them has to tell their labels."""
    hidden = {i for i in range(len(encoded["first"])) if rng.random() < share}
    pieces = [mask if word in hidden else piece for piece, word in zip(encoded["pieces"], encoded["piece_word"], strict=True)]
    return encoded | {"pieces": pieces}
