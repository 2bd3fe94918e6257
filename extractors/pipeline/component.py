"""The spaCy component that sets names, tags, lemmas and trees on a Doc."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, HEAD, IDX, LEMMA, POS, SPACY, TAG
from spacy.parts_of_speech import IDS
from spacy.tokens import Doc, Span

from ..spans import text_of, token_texts
from .consistency import TITLE, chances, settle_labels
from .decoding import Name, decode_names, decode_sentences, decode_tree
from .encoder import Encoder, Floats
from .folded_lines import LINE_END
from .folding import folds
from .lemmas import lemma_of
from .networks import set_network

TITLES = "titles"  # the group of a Doc's spans that holds the titles of offices
# Added to the scores of titles: of articles kept apart 90% of the offices are found with it in place of 83%, and 90% of those printed are
# offices in place of 95%; how sure each is stands beside it.
TITLE_BIAS = 1.5
THREADS = "newsfacts.threads"  # in a Doc's user_data: how many the reader computes with
CHANCES = "newsfacts.chances"  # in a Doc's user_data: the probability of the name or title that begins at a token


@dataclass(frozen=True)
class _Words:
    """The words of a Doc, its white space left out."""

    texts: list[str]
    breaks: list[bool]  # whether a line begins at each
    spaced: list[bool]  # whether white space stands before each

    def sentences(self, starts: Floats, first: int) -> list[tuple[int, int]]:
        """Return the sentences, by their scores `starts`, of the words from `first` on, counted from there."""
        end = first + len(starts)
        return decode_sentences(starts, self.breaks[first:end], self.texts[first:end], self.spaced[first:end])


class EncoderComponent:
    """Runs the encoder over a Doc's words (its white space left out) and decodes the scores."""

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder
        self._lemma_of = lru_cache(maxsize=1 << 16)(partial(lemma_of, known=encoder.wordpiece.ids))

    def __call__(self, doc: Doc) -> Doc:
        """Set all annotations on `doc` and return it."""
        words, breaks = words_and_breaks(doc)
        if not words:
            return _set_tokens(doc, [], {}, [])
        texts, behind = token_texts(doc), doc.to_array(SPACY).tolist()
        spaced = [i == 0 or bool(behind[i - 1]) or texts[i - 1].isspace() for i in words]
        line = _Words([texts[i] for i in words], breaks, spaced)
        columns: dict[str, list[str]] = {"pos": [], "tags": [], "lemmas": [], "deps": []}
        heads: list[int] = []
        aside: dict[str, list[Floats]] = {"names": [], "vectors": []}
        for scores in self._sentence_scores(line, aside):
            self._decode(scores, line, columns, heads)
        _set_tokens(doc, words, columns, heads)
        doc.tensor = _at_tokens(len(doc), words, aside["vectors"])  # type: ignore[assignment]  # the stub wants 64 bits
        _set_names(doc, words, line, np.concatenate(aside["names"]), self.encoder.labels.names)
        self._sign(doc)
        return doc

    def set_titles_and_vectors(self, doc: Doc) -> Doc:
        """Set what the reader needs on a `doc` whose names and trees are another pipeline's, and how likely our network finds its names."""
        words, breaks = words_and_breaks(doc)
        if words:
            scores = list(self.encoder.score([doc[i].text for i in words], breaks))
            doc.tensor = _at_tokens(len(doc), words, [s["vectors"] for s in scores])  # type: ignore[assignment]  # the stub wants 64 bits
            labels, names = self.encoder.labels.names, np.concatenate([s["names"] for s in scores])
            at = {token: i for i, token in enumerate(words)}
            theirs = [(at[e.start], at[e.end - 1] + 1, e.label_) for e in doc.ents if e.start in at and e.end - 1 in at]
            _set_chances(doc, words, theirs, names, labels)
            _set_titles(doc, words, breaks, names, labels)
        self._sign(doc)
        return doc

    def _sign(self, doc: Doc) -> None:
        """Note on `doc` what the reader must know of us."""
        set_network(doc, self.encoder.network)
        doc.user_data[THREADS] = self.encoder.threads

    def _sentence_scores(self, words: _Words, aside: dict[str, list[Floats]]) -> Iterator[dict[str, Floats]]:
        """Yield the scores of `words` in stretches of whole sentences; those that `aside` names go there, as no tree asks for them."""
        held: dict[str, Floats] = {}
        end = 0
        for scores in self.encoder.score(words.texts, words.breaks):
            for key, rows in aside.items():
                rows.append(scores.pop(key))
            end += len(scores["starts"])
            if held:
                scores = {key: np.concatenate((held[key], rows)) for key, rows in scores.items()}
            start = end - len(scores["starts"])
            closed = end == len(words.texts) or words.breaks[end]
            whole = end if closed else start + words.sentences(scores["starts"], start)[-1][0]
            held = {key: rows[whole - start :].copy() for key, rows in scores.items()} if whole < end else {}
            if whole > start:
                yield {key: rows[: whole - start] for key, rows in scores.items()}

    def _decode(self, scores: dict[str, Floats], words: _Words, columns: dict[str, list[str]], heads: list[int]) -> None:
        """Add the labels and heads of the words behind those that `heads` has already."""
        labels, start = self.encoder.labels, len(heads)
        local = self._heads(scores, words.sentences(scores["starts"], start))
        tags = [labels.tags[k] for k in scores["tags"].argmax(1).tolist()]
        columns["pos"] += [labels.pos[k] for k in scores["pos"].argmax(1).tolist()]
        columns["tags"] += tags
        columns["lemmas"] += [
            self._lemma_of(w, t, labels.lemmas[k])
            for w, t, k in zip(words.texts[start : start + len(tags)], tags, scores["lemmas"].argmax(1).tolist(), strict=True)
        ]
        columns["deps"] += self._relations(scores, local)
        heads += [start + h for h in local]

    def _heads(self, scores: dict[str, Floats], sentences: list[tuple[int, int]]) -> list[int]:
        projected = scores["arc_dep"] @ self.encoder.arc
        governors = scores["arc_head"]
        heads: list[int] = []
        for start, end in sentences:
            heads.extend(start + h for h in decode_tree(projected[start:end] @ governors[start:end].T))
        return heads

    def _relations(self, scores: dict[str, Floats], heads: list[int]) -> list[str]:
        """Return each word's relation to its head. What a head brings to the product is computed once for all of its dependents."""
        governors, head_of = np.unique(heads, return_inverse=True)
        by_head = np.argsort(head_of, kind="stable")
        head_of = head_of[by_head]
        dependents = scores["rel_dep"][by_head]
        heading = scores["rel_head"][governors]
        deps, inner = self.encoder.relations, dependents.shape[1]
        relations = np.empty((len(heads), deps), dtype=np.float32)
        for i in range(0, len(governors), 64):  # products of few words stay in the processor's cache
            first, end = np.searchsorted(head_of, (i, i + 64))
            products = (heading[i : i + 64] @ self.encoder.relation).reshape(-1, deps, inner)
            relations[by_head[first:end]] = (products[head_of[first:end] - i] @ dependents[first:end, :, None])[..., 0]
        labels = self.encoder.labels.deps
        relations[:, labels.index("root")] = -np.inf
        # spaCy writes the root in capitals.
        return ["ROOT" if heads[i] == i else labels[k] for i, k in enumerate(relations.argmax(1).tolist())]

    def to_bytes(self, **kwargs: Any) -> bytes:
        """Serialise to nothing: the weights come with the package."""
        return b""

    def from_bytes(self, data: bytes, **kwargs: Any) -> EncoderComponent:
        """Return the component as it is."""
        return self

    def to_disk(self, path: Any, **kwargs: Any) -> None:
        """Write nothing: the weights come with the package."""

    def from_disk(self, path: Any, **kwargs: Any) -> EncoderComponent:
        """Return the component as it is."""
        return self


def words_and_breaks(doc: Doc) -> tuple[list[int], list[bool]]:
    """Return the indices of the tokens that aren't white space, and whether a line begins at each: none does within a fold."""
    words, breaks = [], []
    fold_ends, starts = folds(text_of(doc)), doc.to_array(IDX).tolist()
    begins = True
    for i, text in enumerate(token_texts(doc)):
        if text.isspace():
            begins = begins or any(starts[i] + end.start() not in fold_ends for end in LINE_END.finditer(text))
        else:
            words.append(i)
            breaks.append(begins)
            begins = False
    return words, breaks


def _set_tokens(doc: Doc, words: list[int], columns: dict[str, list[str]], heads: list[int]) -> Doc:
    """Set tags, lemmas and trees. White space hangs on the word before it (the first word, at the start of the text)."""
    strings = doc.vocab.strings
    table = np.empty((len(doc), 5), dtype=np.uint64)
    table[:, :4] = np.array([IDS["SPACE"], strings.add("_SP"), strings.add(" "), strings.add("dep")], dtype=np.uint64)
    at = np.array(words or [0])
    before = at[np.maximum(np.searchsorted(at, np.arange(len(doc)), side="right") - 1, 0)]
    offsets = before - np.arange(len(doc))
    if words:
        offsets[at] = at[heads] - at
        table[at, 0] = [IDS[pos] for pos in columns["pos"]]
        for column, name in enumerate(("tags", "lemmas", "deps"), 1):
            keys = {value: strings.add(value) for value in dict.fromkeys(columns[name])}
            table[at, column] = np.array([keys[value] for value in columns[name]], dtype=np.uint64)
    table[:, 4] = offsets.astype(np.uint64)
    if len(doc):
        doc.from_array([POS, TAG, LEMMA, DEP, HEAD], table)  # type: ignore[arg-type]  # the stub wants floats
    return doc


def _at_tokens(tokens: int, words: list[int], rows: list[Floats]) -> NDArray[np.float16]:
    """Return the vectors a row a token, zero for white space; in half precision, since a book has a million."""
    vectors = np.zeros((tokens, rows[0].shape[1]), dtype=np.float16)
    vectors[words] = np.concatenate(rows)
    return vectors


def _set_names(doc: Doc, words: list[int], line: _Words, scores: Floats, labels: list[str]) -> None:
    """Set the names as entities, and how sure the network is of each."""
    found = [name for name in decode_names(scores, labels, line.breaks) if name[2] != TITLE]
    names = settle_labels(found, line.texts, scores, labels)
    doc.ents = [Span(doc, words[start], words[end - 1] + 1, label=label) for start, end, label in names]
    _set_chances(doc, words, names, scores, labels)
    _set_titles(doc, words, line.breaks, scores, labels)


def _set_titles(doc: Doc, words: list[int], breaks: list[bool], scores: Floats, labels: list[str]) -> None:
    """Set the titles of offices as the group of spans `titles`, and how sure the network is of each."""
    favoured = scores + TITLE_BIAS * np.array([label.endswith(TITLE) for label in labels], dtype=np.float32)
    titles = [name for name in decode_names(favoured, labels, breaks) if name[2] == TITLE]
    doc.spans[TITLES] = [Span(doc, words[start], words[end - 1] + 1, label=label) for start, end, label in titles]
    _set_chances(doc, words, titles, scores, labels)


def _set_chances(doc: Doc, words: list[int], names: list[Name], scores: Floats, labels: list[str]) -> None:
    """Keep with the Doc how likely the network finds each of `names` (words and label), by its first token."""
    sure = {words[name[0]]: chance for name, chance in zip(names, chances(names, scores, labels), strict=True)}
    doc.user_data[CHANCES] = doc.user_data.get(CHANCES, {}) | sure
