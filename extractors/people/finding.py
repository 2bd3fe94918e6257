"""People: the human beings that an article names, each with all the places where it names them.

The pipeline's PERSON entities are repaired (titles and honorifics off the front, possessives off the end), missed ones are added
(`Dr. D.Ankhbayar`, surnames of people whose full name stands in the article), and the mentions of one person are joined.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from spacy.tokens import Doc

from ..article import Article
from ..models import Mention, Organization, Person, Place
from ..spans import text_of, token_texts
from .clusters import Cluster
from .joining import join
from .missed import add_initials, add_missed
from .spans import label_votes, named_spans, without_overlaps

Named = TypeVar("Named", Place, Organization)

_OWN_SCRIPT = re.compile(r" ?[(（]([\u3400-\u9fff\uac00-\ud7af·・]{2,12})[)）]")


def find_people(doc: Doc, article: Article) -> list[Person]:
    """Return the people of `article` in the order of their first appearance, with ids p1, p2, …

    Args:
        doc: what the pipeline made of the article's text.
        article: the article itself.
    """
    text = text_of(doc)  # spaCy joins it anew at each call
    words, entities = token_texts(doc), doc.ents  # each made anew at each call, too
    votes = label_votes(entities)
    spans = without_overlaps(named_spans(doc, text, entities, votes))
    clusters = join(doc, text, spans)
    add_missed(doc, text, words, clusters, votes)
    add_initials(doc, text, words, clusters)
    clusters = _without_nested(clusters)
    clusters.sort(key=lambda c: min(c.spans))
    return [
        Person(id=f"p{number}", name=cluster.name, mentions=_mentions(text, cluster)) for number, cluster in enumerate(clusters, start=1)
    ]


def _without_nested(clusters: list[Cluster]) -> list[Cluster]:
    """Return the people without mentions that overlap a longer one: a full name found late holds a surname found before."""
    kept = set(without_overlaps(span for cluster in clusters for span in cluster.spans))
    for cluster in clusters:
        cluster.spans = [span for span in cluster.spans if span in kept]
    return [cluster for cluster in clusters if cluster.spans]


def _mentions(text: str, cluster: Cluster) -> list[Mention]:
    """Return the mentions in order, with the name in its own script in brackets behind the Latin one: `Ko Wen-je (柯文哲)`."""
    spans = set(cluster.spans)
    for _, end in cluster.spans:
        match = _OWN_SCRIPT.match(text, end)
        if match:
            spans.add(match.span(1))
    return [Mention(text=text[start:end], start=start, end=end) for start, end in sorted(spans)]


def without_people(people: Sequence[Person], entities: Sequence[Named], prefix: str) -> list[Named]:
    """Return `entities` without the mentions that are people's; one without any other mention goes, ids are counted anew from `prefix`1.

    The rules that find people know more of them (`Reporting by`, titles, surnames) than the label of one name does.
    """
    taken = {i for person in people for m in person.mentions for i in range(m.start, m.end)}
    kept: list[Named] = []
    for entity in entities:
        mentions = [m for m in entity.mentions if taken.isdisjoint(range(m.start, m.end))]
        if mentions:
            kept.append(entity.model_copy(update={"id": f"{prefix}{len(kept) + 1}", "mentions": mentions}))
    return kept
