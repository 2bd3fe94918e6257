"""The command's own pipeline: spaCy's parts without the rest of spaCy, and the same Docs."""

from __future__ import annotations

import json
import subprocess
import sys

from spacy.language import Language
from spacy.tokens import Doc

from newsfacts.pipeline.language import NewsEnglish
from newsfacts.pipeline.rules import Rules

TEXTS = (
    "Sales at Acme Inc. rose 5% to $1.2 billion in March, Chief Executive Ana Ruiz said on Tuesday.",
    "U.S.-led talks don't end!!\n\n=====\n\nWe'd met in St. Gallen (Switzerland) at 5 p.m.; I'm sure they'll go on…",
    "   \n",
    "",
)

# As a program of its own: in this process the tests have all of spaCy.
LEAN = """
import json, sys
from newsfacts.pipeline import load_lean_pipeline
nlp = load_lean_pipeline()
docs = []
for text in json.load(sys.stdin):
    nlp.begin(text)
    with nlp.memory_zone():
        docs.append(described(nlp(text)))
rest = [name for name in ("spacy.language", "spacy.training", "thinc", "srsly", "torch") if name in sys.modules]
import thinc.api
print(json.dumps([docs, rest, thinc.api.NumpyOps().asarray1i([1, 2]).tolist()]))
"""


def described(doc: Doc) -> dict[str, object]:
    """Return all that the pipeline sets."""
    tokens = [[t.text, t.whitespace_, t.pos_, t.tag_, t.lemma_, t.dep_, t.head.i, t.is_stop, t.like_num, t.norm_, t.shape_] for t in doc]
    return {
        "tokens": tokens,
        "sentences": [[s.start, s.end] for s in doc.sents] if len(doc) else [],
        "names": [[e.start, e.end, e.label_] for e in doc.ents],
        "titles": [[s.start, s.end] for s in doc.spans.get("titles", ())],
        "chunks": [[c.start, c.end] for c in doc.noun_chunks],
        "vectors": float(abs(doc.tensor).sum(dtype=float)),
    }


def test_the_docs_are_those_of_the_library(nlp: Language) -> None:
    import inspect

    program = "from __future__ import annotations\n" + inspect.getsource(described) + LEAN
    done = subprocess.run([sys.executable, "-c", program], input=json.dumps(TEXTS), capture_output=True, encoding="utf-8", check=True)
    docs, rest, array = json.loads(done.stdout)
    assert done.stderr == ""
    assert docs == [json.loads(json.dumps(described(nlp(text)))) for text in TEXTS]
    assert rest == []
    assert array == [1, 2]  # who imports thinc afterwards has thinc


def test_the_rules_are_those_of_our_english() -> None:
    for name in vars(Rules):
        if not name.startswith("__"):
            assert getattr(Rules, name) == getattr(NewsEnglish.Defaults, name), name


def test_a_program_that_has_spacy_keeps_it() -> None:
    program = (
        "import spacy\nfrom newsfacts.pipeline import load_lean_pipeline\n"
        "nlp = load_lean_pipeline()\nassert isinstance(nlp, spacy.language.Language)\nspacy.blank('en')('It rains.')"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_only_the_program_itself_does_without_the_rest_of_spacy() -> None:
    """A program in Python that calls `main` has spaCy as it is."""
    program = (
        "import sys\nfrom newsfacts.cli.main import main\nmain(['-', '--format', 'jsonl'])\n"
        "import spacy\nspacy.blank('en')('It rains.')\nprint('spacy.language' in sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], input="Prices rose 5%.", capture_output=True, encoding="utf-8", check=True)
    assert done.stderr.splitlines()[-1] == "True"
    itself = [sys.executable, "-X", "importtime", "-m", "newsfacts", "-", "--format", "jsonl"]
    own = subprocess.run(itself, input="Prices rose 5%.", capture_output=True, encoding="utf-8", check=True)
    assert own.stdout == done.stdout
    assert not [line for line in own.stderr.splitlines() if line.endswith(("| spacy.language", " spacy.language", " torch"))]
