"""Organisations: companies, agencies, parties, ministries, courts, teams and media that an article names."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from .article import Article
from .countries import code_of_country, code_of_demonym
from .entities import LINKING, initials, is_acronym, is_behind_agency, settled_entities
from .gazetteer import name_key
from .knowledge import load
from .models import Organization
from .offices.lexicon import heads
from .spans import mention
from .tables import is_known_place, word_set


@dataclass
class _Names:
    """All mentions of one organisation."""

    spans: list[Span] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The fullest form, white space made single: the one with most words, written out rather than in capitals; of equals the first."""
        forms = list(dict.fromkeys(" ".join(span.text.split()) for span in self.spans))
        return max(forms, key=lambda form: (len(form.split()), not form.isupper(), len(form), -forms.index(form)))


def find_organizations(doc: Doc, article: Article) -> list[Organization]:
    """Return the organisations in the article, in the order of their first mention, each with all forms of its name."""
    text = doc.text
    bodies = [span for span in settled_entities(doc) if span.label_ == "ORG"]
    nouns, letters = _abbreviated_nouns(doc, bodies), _letters(bodies)
    spans = [span for span in bodies if (_is_name(span) or name_key(span.text) in letters) and span.text not in nouns]
    groups = sorted(_joined(doc, spans), key=lambda names: names.spans[0].start)
    return [
        Organization(id=f"g{number}", name=names.name, mentions=[mention(text, span.start_char, span.end_char) for span in names.spans])
        for number, names in enumerate(groups, start=1)
    ]


def _letters(bodies: Iterable[Span]) -> frozenset[str]:
    """Return the abbreviations of the organisations that the article names in full: `PPP`, where it has the Pakistan Peoples Party."""
    return frozenset(letters for span in bodies if len(span) > 2 and len(letters := initials(span.text)) > 2)


def _abbreviated_nouns(doc: Doc, bodies: Sequence[Span]) -> frozenset[str]:
    """Return the abbreviations that the article gives for nouns and titles: `the chief election commissioner (CEC)`."""
    inside = {token.i for span in bodies for token in span}
    found = []
    for token in doc[2:-1]:
        if not (is_acronym(token.text) and doc[token.i - 1].text == "(" and doc[token.i + 1].text == ")"):
            continue
        words = [before for before in doc[max(0, token.i - 10) : token.i - 1] if before.is_alpha]
        full = next((run for run in (words[-len(token) :], _last_words(words, len(token))) if _spells(run, token.lower_)), [])
        if full and inside.isdisjoint(word.i for word in full) and (_is_lower(full) or _is_title(full)):
            found.append(token.text)
    return frozenset(found)


def _last_words(words: Sequence[Token], number: int) -> list[Token]:
    """Return the last words, `number` of them without `of` and its like."""
    counted = 0
    for at in range(len(words) - 1, -1, -1):
        counted += words[at].lower_ not in LINKING
        if counted == number:
            return list(words[at:])
    return []


def _spells(words: Sequence[Token], letters: str) -> bool:
    firsts = "".join(word.lower_[:1] for word in words)
    return letters in (firsts, "".join(word.lower_[:1] for word in words if word.lower_ not in LINKING))


def _is_lower(words: Sequence[Token]) -> bool:
    return all(word.is_lower for word in words)


def _is_title(words: Sequence[Token]) -> bool:
    """Say whether `words` are an office or have one in them: `Municipal Chief Executive`, `Deputy Commissioner of Police`."""
    lower = [word.lower_ for word in words]
    return any(tuple(lower[at : at + size]) in heads() for size in (1, 2, 3) for at in range(len(lower)))


def _is_name(span: Span) -> bool:
    """Say whether an organisation's span names one: no bare kind of body, no event, law or prize, no portfolio of a minister."""
    words = span.text.split()
    text = " ".join(words)
    if text.casefold() in word_set("organizations.toml", "no_names") or len(text) < 2 or not any(c.isalpha() for c in text):
        return False
    last = words[-2] if words[-1].isdigit() and len(words) > 2 else words[-1]  # "Vision 2030", "COP Summit 2024"
    if last.strip(".,") in word_set("organizations.toml", "no_heads") and len(words) > 1:
        return False
    return not (_is_portfolio(span) or _is_heading(span) or _is_subject(span) or _is_title_alone(span) or _is_law(span))


def _is_subject(span: Span) -> bool:
    """Say whether `span` is what somebody studied or teaches: `Professor emeritus of Media Studies`, `a degree in Commerce`."""
    doc, at = span.doc, span.start - 1
    if at < 1 or doc[at].lower_ not in ("of", "in") or span.text.split()[-1] in word_set("organizations.toml", "heads"):
        return False
    return any(token.lower_ in word_set("organizations.toml", "learning") for token in doc[max(0, at - 2) : at])


def _is_title_alone(span: Span) -> bool:
    """Say whether `span` is but a word for an office: `the Oba of Benin`."""
    head = heads().get((span.text.lower(),))
    return head is not None and head.kind in ("monarch", "minister", "rank")


def _is_law(span: Span) -> bool:
    """Say whether `span` stands in brackets in the name of a law: `the Canterbury Regional Council (Ngāi Tahu Representation) Bill`."""
    doc, end = span.doc, span.end
    return end + 1 < len(doc) and doc[end].text == ")" and doc[end + 1].text in word_set("organizations.toml", "no_heads")


def _is_heading(span: Span) -> bool:
    """Say whether `span` is a line of its own in capitals (`INTERNSHIP PROGRAMME`), which names a topic sooner than a body."""
    doc = span.doc
    alone = span.start > 0 and "\n" in doc[span.start - 1].text and (span.end == len(doc) or "\n" in doc[span.end].text)
    return alone and len(span) > 1 and span.text.isupper()


def _is_portfolio(span: Span) -> bool:
    """Say whether `span` is what somebody is minister of (`Minister of Communication and Information Technology`)."""
    doc, portfolios = span.doc, word_set("organizations.toml", "portfolios")
    if not all(token.text in portfolios or token.lower_ in LINKING or token.is_punct for token in span):
        return False
    before = [token.lower_ for token in doc[max(0, span.start - 3) : span.start]]
    if span.text in ("Labour", "Labor"):  # the party, but "Labour Minister", "Minister of Labour"
        beside = [*before, doc[span.end].lower_ if span.end < len(doc) else ""]
        return any(word in word_set("organizations.toml", "office_nouns") for word in beside)
    return len(span) == 1 or any(word in word_set("organizations.toml", "office_nouns") for word in before)


def _joined(doc: Doc, spans: Sequence[Span]) -> list[_Names]:
    """Return the spans in groups, one for each organisation: the same name, its abbreviation, its short form."""
    groups: dict[str, _Names] = {}
    for span in spans:
        groups.setdefault(_key(span.text), _Names()).spans.append(span)
    abbreviations, short_forms = _abbreviations(doc, spans), _short_forms(groups)
    parents = abbreviations | short_forms
    for key in abbreviations.keys() & short_forms.keys():  # "MTC Namibia" and "Mobile Telecommunications Limited (MTC)"
        parents |= {short_forms[key]: abbreviations[key], key: abbreviations[key]} if short_forms[key] != abbreviations[key] else {}
    joined: dict[str, _Names] = {}
    for key, names in groups.items():
        joined.setdefault(_root(key, parents), _Names()).spans.extend(names.spans)
    for names in joined.values():
        names.spans.sort(key=lambda span: span.start)
    return list(joined.values())


def _root(key: str, parents: dict[str, str]) -> str:
    """Return the last key on the way from `key` to the fullest name."""
    seen = {key}
    while (parent := parents.get(key, key)) not in seen:
        key = parent
        seen.add(key)
    return key


def _key(text: str) -> str:
    return name_key(text.replace("’", "'").removesuffix("'s")).replace("organisation", "organization").replace("centre", "center")


def _abbreviations(doc: Doc, spans: Sequence[Span]) -> dict[str, str]:
    """Return the key of the full name for the key of each abbreviation: in brackets beside it, by first letters, or known to all."""
    found: dict[str, str] = {}
    by_letters = _full_names_by_letters(spans)
    for first, second in itertools.pairwise(spans):
        pair = _full_and_short(doc, first, second)
        if pair is not None and not _is_of_whole(first, second, by_letters):
            found.setdefault(_key(pair[1].text), _key(pair[0].text))
    known = {_key(name): short for short, name in load("organizations.toml")["acronyms"].items()}
    for span in spans:
        key = _key(span.text)
        if is_acronym(span.text) and key in by_letters:
            found.setdefault(key, by_letters[key])
        elif known.get(key):
            found.setdefault(known[key], key)
    return found


def _is_of_whole(first: Span, second: Span, by_letters: dict[str, str]) -> bool:
    """Say whether an abbreviation is not that of the body before it, but of the one before that: `Food Organization of the UN (FAO)`."""
    own = by_letters.get(_key(second.text), _key(first.text))
    return is_acronym(second.text) and initials(first.text) != _key(second.text) and own != _key(first.text)


def _full_and_short(doc: Doc, first: Span, second: Span) -> tuple[Span, Span] | None:
    """Return the full name and the short one of two that stand beside each other, one in brackets or said to be the other's short form."""
    between, closing = doc[first.end : second.start], doc[second.end : second.end + 1].text
    if _is_source(first, second):
        return None
    if between.text == "," and len(second) == 1 and is_behind_agency(second):
        return first, second
    in_brackets = between.text.strip() in ("(", "(the", "[") and closing in (")", "]", "or", ",")
    said = any(token.lower_ in ("acronym", "initials", "abbreviation", "abbreviated") for token in between) and len(between) < 10
    if (in_brackets or said) and is_acronym(second.text) != is_acronym(first.text):
        return (first, second) if is_acronym(second.text) else (second, first)
    followed = [token.pos_ for token in doc[second.end + 1 : second.end + 2]]
    foreign = (
        closing == ")"
        and len(first) > 2
        and followed not in (["NOUN"], ["PROPN"])
        and (first[-1].text == "Agency" or not is_known_place(second.text))
    )
    if in_brackets and len(second) == 1 and (foreign or _is_blend(second.text, first.text)):
        return first, second  # "National Sailors' Welfare Foundation (Yareb)"
    if between.text.strip() == "(" and closing == ")":
        if _are_long(first, second):
            return first, second  # the name in the country's own language
        if len(first) == 1 and len(second) > 3:
            return second, first  # "the Unibrok (Union of Port Brokers)"
    return None


def _is_source(first: Span, second: Span) -> bool:
    """Say whether the second name is but the news agency of a report: `Panama Herald (EFE)`, not `Agence France-Presse (AFP)`."""
    own = initials(first.text) == name_key(second.text) or first.text.split()[-1] in ("Agency", "Press", "News", "Agencia")
    return second.text in word_set("organizations.toml", "agencies") and not own


def _full_names_by_letters(spans: Iterable[Span]) -> dict[str, str]:
    """Return the keys of the full names by their first letters, those of `Constitutional Democratic Party of Japan` by `cdp` too."""
    found: dict[str, str] = {}
    for span in spans:
        if not is_acronym(span.text):
            found.setdefault(initials(span.text), _key(span.text))
            own, _, country = span.text.rpartition(" of ")
            if own and code_of_country(country):
                found.setdefault(initials(own), _key(span.text))
    return found


def _are_long(first: Span, second: Span) -> bool:
    """Say whether two names are so long that the second in brackets is the first's translation: `Nippon Ishin (Japan Innovation Party)`."""
    return min(len(first), len(second)) > 1 and len(first) + len(second) > 4


def _is_blend(short: str, full: str) -> bool:
    """Say whether `short` is made of the beginnings of the words of `full`, in order: `Unam` of `University of Namibia`."""
    rest = {name_key(short)}
    for word in map(name_key, full.split()):
        rest |= {left[size:] for left in rest for size in range(1, len(word) + 1) if left.startswith(word[:size])}
    return len(short) > 2 and "" in rest and name_key(short)[:1] == name_key(full)[:1] and name_key(short) not in name_key(full).split()


def _short_forms(groups: dict[str, _Names]) -> dict[str, str]:
    """Return the key of the longer name for the key of each short form (`Millcon` after `Millcon Steel`, `Supreme Court` of a country)."""
    longer: dict[str, list[str]] = {}
    for key, names in groups.items():
        for part in _possible_short_forms(names.spans[0].text):
            longer.setdefault(part, []).append(key)
    found: dict[str, str] = {}
    for key, names in groups.items():
        candidates = [other for other in longer.get(key, ()) if other != key]
        if candidates and _may_be_short(names.spans[0], groups[candidates[0]].spans[0]):
            found[key] = candidates[0]
    return found


def _possible_short_forms(text: str) -> Iterable[str]:
    """Return the keys of the shorter names that a reader takes for the same body."""
    words = text.split()
    lowered = [word.lower() for word in words]
    legal = word_set("organizations.toml", "legal_forms")
    forms: list[str] = []
    end = len(words)
    while end > 1 and words[end - 1].strip(".,") in legal:
        end -= 1
        forms.append(" ".join(words[:end]))
    if len(words) > 1 and code_of_country(words[-1]) and lowered[-2] not in LINKING:
        forms.append(" ".join(words[:-1]))  # "MTC Namibia"
    if len(words) == 2 and words[1] in ("News", "TV", "Television", "Radio", "Online", "Network", "Sport"):
        forms.append(words[0])
    if words[0] in ("Ministry", "Department") and lowered[1:2] == ["of"]:
        forms.append(" ".join([*words[2:], words[0]]))  # "Health Ministry"
        forms.append(f"{words[2]} {words[0]}")
    if words[0] in ("Grupo", "Groupe", "Gruppo", "PT", "FC", "AC", "Banco", "Banque") and len(words) > 1:
        forms.append(" ".join(words[1:]))
    if "of" in lowered[1:] and code_of_country(" ".join(words[lowered.index("of") + 1 :])):
        forms.append(" ".join(words[: lowered.index("of")]))
    general = words[0] in ("National", "Federal") and words[1:2] != ["Bank"]
    if len(words) > 2 and (general or code_of_demonym(words[0]) or code_of_country(words[0])):
        forms.append(" ".join(words[1:]))
    if "for" in lowered[2:] and lowered[1] not in LINKING:
        forms.append(" ".join(words[: lowered.index("for")]))  # "Lusafa Center" of "Lusafa Center for Blind Persons"
    return dict.fromkeys(_key(form) for form in (*forms, *_single_words(words)))


def _single_words(words: Sequence[str]) -> Iterable[str]:
    """Yield the words of a name that may stand for it alone."""
    if len(words) < 2:
        return
    if words[0].lower() not in LINKING and not (is_acronym(words[0]) or code_of_country(words[0]) or code_of_demonym(words[0])):
        yield words[0]
    general = len(words) == 2 and words[0] in ("National", "Federal", "Central", "House", "General")
    if general or words[-1] in word_set("organizations.toml", "heads"):
        yield words[-1]  # "the Assembly", where a Municipal Assembly is named


def _may_be_short(short: Span, full: Span) -> bool:
    """Say whether `short` may stand for `full`: one word of a name does only behind it, as the news introduces names in full."""
    return len(short.text.split()) > 1 or short.start > full.start
