#!/usr/bin/env python3
"""How good the pipeline is: names, tags, trees and sentences against annotated files.

    python benchmarks/pipeline.py --names DEV.jsonl.gz --trees TEST.conllu.gz [--model en_core_web_sm] [--markdown]

Names: F1 of exact spans, by label, on JSON lines `{"text", "entities": [[start, end, label]]}` (DATE and MONEY are left out, PRODUCT
counts as MISC; `LOC+FAC` doesn't tell the two apart). Trees: F1 of words, tags, heads and labelled heads as in the CoNLL 2018 shared
task, on the pipeline's own tokens of the plain text; `LAS-punct` leaves punctuation out, whose heads differ most between schemes.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Token

from newsfacts import load_pipeline

SAME_LABEL = {"PRODUCT": "MISC"}
LEFT_OUT = ("DATE", "MONEY")
METRICS = ("all", "PERSON", "ORG", "LOC", "LOC+FAC", "NORP", "MISC", "FAC")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", type=Path, action="append", default=[])
    parser.add_argument("--trees", type=Path, action="append", default=[])
    parser.add_argument("--model", metavar="NAME", help="an installed spaCy pipeline in place of newsfacts' own")
    parser.add_argument("--markdown", action="store_true", help="print the tables of the model card")
    args = parser.parse_args()
    show = print_table if args.markdown else print_scores
    nlp = load_pipeline(args.model)
    for score, paths in ((score_names, args.names), (score_trees, args.trees)):
        for path in paths:
            print(f"\n{path.name}\n")
            show(score(nlp, path))


class Scores:
    """Hits, predicted and gold counts by metric."""

    def __init__(self) -> None:
        self.hit: Counter[str] = Counter()
        self.predicted: Counter[str] = Counter()
        self.gold: Counter[str] = Counter()

    def f1(self, metric: str) -> float:
        """Return the F1 of one metric in percent."""
        total = self.predicted[metric] + self.gold[metric]
        return 200 * self.hit[metric] / total if total else 0.0


def print_scores(scores: Scores) -> None:
    for metric in scores.gold:
        p, r = (100 * scores.hit[metric] / max(1, n[metric]) for n in (scores.predicted, scores.gold))
        print(f"{metric:12} P {p:5.1f}  R {r:5.1f}  F1 {scores.f1(metric):5.1f}  ({scores.gold[metric]})")


def print_table(scores: Scores) -> None:
    print("| | P | R | F1 | in the file |\n|---|---|---|---|---|")
    for metric in scores.gold:
        p, r = (100 * scores.hit[metric] / max(1, n[metric]) for n in (scores.predicted, scores.gold))
        print(f"| {metric} | {p:.1f} | {r:.1f} | {scores.f1(metric):.1f} | {scores.gold[metric]} |")


def open_text(path: Path):
    return gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")


def score_names(nlp: Language, path: Path) -> Scores:
    scores = Scores()
    with open_text(path) as file:
        for line in file:
            row = json.loads(line)
            gold = {(s, e, SAME_LABEL.get(label, label)) for s, e, label in row["entities"] if label not in LEFT_OUT}
            predicted = {(e.start_char, e.end_char, e.label_) for e in nlp(row["text"]).ents}
            for metric in METRICS:
                g, p = (_of(spans, metric) for spans in (gold, predicted))
                scores.hit[metric] += len(g & p)
                scores.predicted[metric] += len(p)
                scores.gold[metric] += len(g)
    return scores


def _of(spans: set[tuple[int, int, str]], metric: str) -> set[tuple[int, int, str]]:
    if metric == "LOC+FAC":
        return {(start, end, metric) for start, end, label in spans if label in ("LOC", "FAC")}
    return {span for span in spans if metric in ("all", span[2])}


def read_documents(path: Path) -> Iterator[tuple[str, list[list[tuple[int, int, list[str]]]]]]:
    """Yield each document's text and its sentences: words as (start, end, CoNLL-U columns)."""
    text, sentences, words = "", [], []
    with open_text(path) as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("# newdoc") and sentences:
                yield text, sentences
                text, sentences = "", []
            elif line.startswith("# newpar") and text:
                text = text.rstrip() + "\n\n"
            elif line and line[0].isdigit() and line.split("\t")[0].isdigit():
                columns = line.split("\t")
                words.append((len(text), len(text) + len(columns[1]), columns))
                text += columns[1] + ("" if "SpaceAfter=No" in columns[9] else " ")
            elif not line and words:
                sentences.append(words)
                words = []
                if not text.endswith((" ", "\n")):
                    text += " "
    if sentences:
        yield text, sentences


def score_trees(nlp: Language, path: Path) -> Scores:
    scores = Scores()
    for text, sentences in read_documents(path):
        doc = nlp(text)
        tokens = {(t.idx, t.idx + len(t)): t for t in doc if not t.is_space}
        gold_words = sum(map(len, sentences))
        for metric in ("words", "UPOS", "XPOS", "lemmas", "UAS", "LAS"):
            scores.predicted[metric] += len(tokens)
            scores.gold[metric] += gold_words
        punctuation = sum(columns[3] == "PUNCT" for sentence in sentences for _, _, columns in sentence)
        scores.predicted["LAS-punct"] += sum(t.pos_ != "PUNCT" for t in tokens.values())
        scores.gold["LAS-punct"] += gold_words - punctuation
        bounds = {(s[0][0], s[-1][1]) for s in sentences}
        found = {(s.start_char, _last_word(list(s))) for s in doc.sents}
        scores.hit["sentences"] += len(bounds & found)
        scores.predicted["sentences"] += len(found)
        scores.gold["sentences"] += len(bounds)
        for sentence in sentences:
            for start, end, columns in sentence:
                token = tokens.get((start, end))
                if token is not None:
                    _score_word(scores, token, columns, sentence)
    return scores


def _last_word(tokens: list[Token]) -> int:
    return max((t.idx + len(t) for t in tokens if not t.is_space), default=-1)


def _score_word(scores: Scores, token: Token, columns: list[str], sentence: list[tuple[int, int, list[str]]]) -> None:
    scores.hit["words"] += 1
    scores.hit["UPOS"] += token.pos_ == columns[3]
    scores.hit["XPOS"] += token.tag_ == columns[4]
    scores.hit["lemmas"] += token.lemma_.lower() == columns[2].lower()
    head = int(columns[6])
    if head == 0:
        right = token.head is token or token.head == token
    else:
        start, end, _ = sentence[head - 1]
        right = token.head != token and (token.head.idx, token.head.idx + len(token.head)) == (start, end)
    scores.hit["UAS"] += right
    labelled = right and token.dep_.lower().split(":")[0] == columns[7].split(":")[0]
    scores.hit["LAS"] += labelled
    scores.hit["LAS-punct"] += labelled and columns[3] != "PUNCT" and token.pos_ != "PUNCT"


if __name__ == "__main__":
    main()
