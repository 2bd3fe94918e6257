"""Any installed spaCy pipeline in place of ours: loaded, checked, and with two components of ours around its own."""

# No `from __future__ import annotations` here: older releases of spaCy read the factories' annotations and don't resolve strings.
from collections.abc import Callable

import numpy as np
import spacy
from spacy.attrs import DEP, HEAD
from spacy.language import Language
from spacy.tokens import Doc, Span

from ..knowledge import load
from .clear import Tree, to_universal
from .component import EncoderComponent, words_and_breaks
from .encoder import load_encoder
from .errors import ModelError

_PROBE = "The World Bank said on Monday that prices in Kenya fell 5 percent."
_NEEDS = {"ENT_IOB": "names (ner)", "TAG": "Penn tags (tagger)", "POS": "parts of speech (morphologizer, or attribute_ruler)",
          "LEMMA": "lemmas (lemmatizer)", "DEP": "a tree (parser)"}  # fmt: skip
_CLEAR = {"dobj", "pobj", "nsubjpass"}  # relations that UD hasn't


def load_other(name: str, threads: int = 0) -> Language:
    """Return the installed pipeline `name`, or the one in the folder `name`, with our labels on its Docs.

    Raises:
        ModelError: it isn't installed, isn't for English, or lacks what the extractors need. The message is one line.
    """
    nlp = _loaded(name)
    if nlp.lang != "en":
        raise ModelError(f"the pipeline {name!r} is for the language {nlp.lang!r}; newsfacts reads English")
    probe = nlp(_PROBE)
    lacking = [what for attribute, what in _NEEDS.items() if not probe.has_annotation(attribute)]
    if lacking:
        raise ModelError(f"the pipeline {name!r} lacks {', '.join(lacking)}; choose one that has them all, as en_core_web_sm does")
    nlp.add_pipe("newsfacts_lines", first=True)
    nlp.add_pipe("newsfacts_labels", config={"clear": _is_clear(nlp)})
    nlp.add_pipe("newsfacts_vectors", config={"threads": threads})
    return nlp


def _loaded(name: str) -> Language:
    try:
        return spacy.load(name)
    except OSError as error:
        if "[E050]" not in str(error):
            raise ModelError(f"the pipeline {name!r} cannot be loaded ({_first_line(error)})") from None
        advice = f"install it: python -m spacy download {name}" if name.isidentifier() else "give a package's name or a pipeline's folder"
        raise ModelError(f"no pipeline {name!r} is installed here; {advice}") from None
    except Exception as error:  # whatever the package of a stranger raises
        raise ModelError(f"the pipeline {name!r} cannot be loaded ({_first_line(error)})") from None


def _first_line(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:200]


def _is_clear(nlp: Language) -> bool:
    return any(_CLEAR & set(labels) for labels in nlp.pipe_labels.values())


@Language.component("newsfacts_lines", assigns=["token.is_sent_start"])
def start_sentences_at_lines(doc: Doc) -> Doc:
    """Let a sentence begin where a line does: a headline has no full stop. spaCy's parsers keep to that."""
    words, breaks = words_and_breaks(doc)
    for i, new in zip(words, breaks, strict=True):
        if new and i:
            doc[i].is_sent_start = True
    return doc


@Language.factory("newsfacts_vectors", assigns=["doc.tensor", "doc.spans"], default_config={"threads": 0})
def create_vectors(nlp: Language, name: str, threads: int) -> Callable[[Doc], Doc]:
    """Make the component that runs our encoder over another pipeline's tokens: the reader needs its vectors, offices their titles."""
    return EncoderComponent(load_encoder(threads=threads)).set_titles_and_vectors


@Language.factory("newsfacts_labels", assigns=["doc.ents", "token.dep", "token.head"], default_config={"clear": True})
def create_labels(nlp: Language, name: str, clear: bool) -> "LabelMapper":
    """Make the component; `clear`: the trees are in the CLEAR scheme."""
    return LabelMapper(clear)


class LabelMapper:
    """Maps a Doc's entity labels to ours and, where they are CLEAR, its trees to Universal Dependencies 2."""

    def __init__(self, clear: bool) -> None:
        self.clear = clear

    def __call__(self, doc: Doc) -> Doc:
        """Change `doc` and return it."""
        doc.ents = [name for span in doc.ents if (name := _mapped(span))]
        return _with_universal_trees(doc) if self.clear else doc


def _mapped(span: Span) -> Span | None:
    """Return the span with our label, without an article in front and a possessive behind; None where ours have no such label."""
    label = load("pipeline/clear.toml")["entities"].get(span.label_)
    start = span.start + (len(span) > 1 and span[0].lower_ in ("the", "a", "an"))
    end = span.end - (len(span) > 1 and span[-1].tag_ == "POS")
    return Span(span.doc, start, end, label=label) if label and start < end else None


def _with_universal_trees(doc: Doc) -> Doc:
    heads, deps = [], []
    for sentence in doc.sents:
        first = sentence.start
        tree = Tree(
            [t.text for t in sentence], [t.tag_ for t in sentence], [t.lemma_ for t in sentence],
            [t.head.i - first for t in sentence], [t.dep_ for t in sentence],
        )  # fmt: skip
        people = [(e.start - first, e.end - first) for e in doc.ents if e.label_ == "PERSON" and first <= e.start and e.end <= sentence.end]
        to_universal(tree, people)
        heads += [head - i for i, head in enumerate(tree.heads)]
        deps += [doc.vocab.strings.add(dep) for dep in tree.deps]
    table = np.array([deps, np.array(heads, dtype=np.int64).astype(np.uint64)], dtype=np.uint64).T
    return doc.from_array([DEP, HEAD], np.ascontiguousarray(table)) if len(doc) else doc  # type: ignore[arg-type]  # the stub wants floats
