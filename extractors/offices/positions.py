"""From held titles to offices: one entry for one position, however often and loosely the article words it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..gazetteer import name_key
from ..models import Mention, Office, Place
from ..tables import is_common, known_places, regional_demonyms, subdivisions
from .holders import Held
from .lexicon import same_office, words_of
from .titles import Title, singular
from .words import Name, Reading


@dataclass(frozen=True)
class Jurisdictions:
    """Names of countries and places as the article has them: `names` by code, `codes` by name in lower case."""

    names: dict[str, str]
    codes: dict[str, str]

    @classmethod
    def of_article(cls, reading: Reading, places: Sequence[Place]) -> Jurisdictions:
        """Collect the countries that the article names and the countries in which its places lie."""
        from ..countries import code_of_country

        names: dict[str, str] = {}
        for name in reading.names.values():
            code = code_of_country(name.text) if name.label == "LOC" else None
            if code and len(name.text) > len(names.get(code, "")):
                names[code] = name.text
        codes = {
            text.casefold(): place.country for place in places if place.country for text in (place.name, *(m.text for m in place.mentions))
        }
        return cls(names, codes)

    def country(self, name: Name | None) -> str | None:
        """Return the code of the country that `name` is, lies in or is an adjective of."""
        from ..countries import code_of_country, code_of_demonym

        if name is None:
            return None
        code = (
            code_of_country(name.text)
            or code_of_demonym(name.text)
            or self.codes.get(name.text.casefold())
            or _country_of_region(name.text)
        )
        return code or (_country_of_body(name.text) if name.label == "ORG" else None)

    def name(self, name: Name | None) -> str | None:
        """Return `name` as a name: an adjective becomes the country, as the article names it."""
        from ..countries import code_of_country, code_of_demonym, country_name

        if name is None:
            return None
        text = " ".join(name.text.split())
        if text.casefold() in words_of("title", "generic"):
            return None
        code = None if code_of_country(text) else code_of_demonym(text)
        if code:
            return self.names.get(code) or country_name(code)
        if region := regional_demonyms().get(text):
            return region
        if name.label == "NORP" and not code_of_country(text):
            return text if text.casefold() in words_of("title", "parties") else None
        return text


def _country_of_region(text: str) -> str | None:
    """Return the code of the country of a state or province, by its name or its people: `Lagos State`, `Scottish`."""
    name = regional_demonyms().get(text, text)
    plain = next((name.removesuffix(end) for end in (" State", " Province", " Region", " County") if name.endswith(end)), name)
    codes = subdivisions().get(name_key(name)) or subdivisions().get(name_key(plain)) or ()
    known = known_places().get(name_key(name), ("", None))[1] if name != text else None
    return known or (codes[0] if len(codes) == 1 and not is_common(plain) else None)


def _country_of_body(text: str) -> str | None:
    """Return the code of the country whose public body `text` names: `Bank of Korea`, `Kenya Defence Forces`, `Peruvian Congress`."""
    from ..countries import code_of_country, code_of_demonym

    words = text.removeprefix("the ").split()
    plain = {word.casefold() for word in words}
    if plain.isdisjoint(words_of("title", "public_bodies")) or not plain.isdisjoint(words_of("title", "private_bodies")):
        return None
    first = [code_of_country(" ".join(words[:n])) or code_of_demonym(" ".join(words[:n])) for n in (3, 2, 1)]
    last = code_of_country(" ".join(words[words.index("of") + 1 :])) if "of" in words else None
    return last or next((code for code in first if code), None)


@dataclass
class Position:
    """One office in the making. `words` is the title in lower case with one word for all that mean the same."""

    title: str
    words: list[str]
    kind: str
    holder: str | None
    of: str | None
    country: str | None
    former: bool
    mentions: dict[int, Mention] = field(default_factory=dict)  # by their first character


def positions(reading: Reading, held: Sequence[Held], jurisdictions: Jurisdictions) -> list[Office]:
    """Return the offices of the article, ids in the order of their first mention."""
    found: list[Position] = []
    by_holder: dict[str, list[Position]] = {}
    for one in held:
        if one.holder is None:
            continue
        position = _position(reading, one, jurisdictions)
        if position.kind == "loose" and position.of is None and one.title.of is not None and one.title.of.label == "NORP":
            continue  # "the Kurdish leader": a description, no office of a named body
        theirs = by_holder.setdefault(one.holder, [])
        same = next((p for p in theirs[-20:] if _is_same(p, position)), None)
        if same is None:
            theirs.append(position)
            found.append(position)
        else:
            _merge(same, position)
    _add_unheld(reading, held, jurisdictions, found)
    found.sort(key=lambda p: min(p.mentions))
    return [_office(f"o{number}", p) for number, p in enumerate(found, 1)]


def _position(reading: Reading, one: Held, jurisdictions: Jurisdictions, text: str | None = None) -> Position:
    title = one.title
    text = text or one.wording or singular(reading, title)
    start, end = reading.words[one.at[0]].start, reading.words[one.at[1] - 1].end
    return Position(
        title=text,
        words=_same_words(text, title),
        kind=title.kind,
        holder=one.holder,
        of=jurisdictions.name(title.of),
        country=jurisdictions.country(title.of) or jurisdictions.country(title.within),
        former=title.former,
        mentions={start: Mention(text=reading.source[start:end], start=start, end=end)},
    )


def _same_words(text: str, title: Title) -> list[str]:
    """Return the title's words in lower case, its head replaced by the word that stands for all of the same position."""
    plain = text.casefold().replace("-", " ").replace("‑", " ").replace("’", "'").replace(".", "")
    words = same_office(plain).split()
    size = len(title.head.words)
    head = same_office(" ".join(words[-size:])) if len(words) >= size else ""
    return [*words[:-size], *head.split()] if head else words


def _is_same(a: Position, b: Position) -> bool:
    """Say whether two wordings for one holder mean one position."""
    if any(p.kind == "loose" and p.of is not None and set(p.of.casefold().split()) <= set(q.words) for p, q in ((a, b), (b, a))):
        return True  # "Head of Sales Management" and "Head of Sales Management at the bank"
    if not _same_body(a, b):
        return False
    if a.words == b.words:
        return True
    functions = any(p.kind == "loose" and "of" in p.words for p in (a, b))  # "Director of Training" beside "Chief Risk Officer"
    if "loose" in (a.kind, b.kind) and a.of is not None and b.of is not None and "rank" not in (a.kind, b.kind) and not functions:
        return True
    heads = {a.words[-1], b.words[-1]}
    if heads == {"speaker", "chairman"} and (a.of is None or b.of is None):
        return True
    short, full = sorted((a.words, b.words), key=len)
    if short == ["judge"] and full[-1] in ("judge", "justice"):
        return True  # "the Chief Judge of the High Court, Justice John Tsoho"
    left = [w for w in full if w not in short]
    grades = ("deputy", "vice", "assistant", "under", "first", "co", "lieutenant", "major", "chief", "brigadier", "state")
    return set(short) <= set(full) and short[-1] in full and a.kind == b.kind != "rank" and not any(w in grades for w in left)


def _same_body(a: Position, b: Position) -> bool:
    if a.of is None or b.of is None or a.of.casefold() == b.of.casefold():
        return True
    if a.country and a.country == b.country and a.words == b.words:
        return True
    one, other = set(a.of.casefold().split()), set(b.of.casefold().split())
    return one <= other or other <= one or _acronym(a.of) == b.of.upper() or _acronym(b.of) == a.of.upper()


def _acronym(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _merge(position: Position, other: Position) -> None:
    """Put `other` into `position`: the firmer title, the body that either names."""
    if (
        position.words == ["judge"]
        or (position.kind == "loose" and other.kind != "loose")
        or (position.kind == other.kind and len(other.words) > len(position.words))
    ):
        position.title, position.words, position.kind = other.title, other.words, other.kind
    function = position.of is not None and position.kind == "loose" and set(position.of.casefold().split()) <= set(position.words)
    if position.of is None or function:
        position.of, position.country = other.of, other.country or position.country
    position.country = position.country or other.country
    position.former = position.former or other.former
    position.mentions |= other.mentions


def _add_unheld(reading: Reading, held: Sequence[Held], jurisdictions: Jurisdictions, found: list[Position]) -> None:
    """Give the titles without a name to the position they mean, or make positions without a holder of them."""
    by_head: dict[str, list[Position]] = {}
    for position in found:
        by_head.setdefault(position.words[-1], []).append(position)
    for one in held:
        behind = one.title.right
        office = reading.lower(behind) == "'s" and reading.lower(behind + 1) in words_of("title", "places")
        if one.holder is not None or one.title.determiner in ("a", "an") or office:
            continue
        for text in _split(reading, one.title):
            position = _position(reading, one, jurisdictions, text)
            known = by_head.setdefault(position.words[-1], [])
            fits = [p for p in known[-20:] if _means(p, position)]
            same = next((p for p in fits if p.of is not None and position.of is not None), fits[0] if fits else None)
            if same is None and position.of is not None:  # "the EsSalud head": the one office there, by another word
                fits = [
                    p for p in found if p.of is not None and p.holder and "loose" in (p.kind, position.kind) and _same_body(p, position)
                ]
                same = fits[0] if len(fits) == 1 else None
            if same is not None:
                if same.of is None and same.words == position.words:
                    same.of, same.country = position.of, position.country
                same.mentions |= position.mentions
            elif _stands_alone(reading, one.title, position):
                known.append(position)
                found.append(position)


def _means(known: Position, position: Position) -> bool:
    """Say whether a title without a name can be a position that the article has already."""
    if not _same_body(known, position) or (known.former and not position.former and position.of is None):
        return False
    return set(position.words) <= set(known.words)


def _split(reading: Reading, title: Title) -> list[str]:
    """Return the single titles of `foreign and irrigation ministers`; none for another plural."""
    text = singular(reading, title)
    if not title.head.plural:
        return [text]
    words = text.split()
    if "and" not in words[:-1] or title.kind != "minister" or words.index("and") != 1 or len(words) != 4:
        return []
    return [f"{words[0]} {words[3]}", f"{words[2]} {words[3]}"]


def _stands_alone(reading: Reading, title: Title, position: Position) -> bool:
    """Say whether a title without a name is an office of the sheet: one definite holder, and the article says of what."""
    if title.head.key in words_of("title", "named_only") or title.kind == "rank":
        return False
    if reading.lower(title.right) in words_of("title", "no_holder"):
        return False
    if reading.lower(title.left - 1) in ("as", "becoming", "become", "became", "named", "elected", "appointed") or _is_new(reading, title):
        return False
    if title.kind == "monarch":
        return title.determiner is not None and reading.capital(title.start) and not reading.capital(title.right)
    if title.kind == "minister" and title.determiner in ("his", "her", "their", "its"):
        return len(position.words) > 1
    return title.determiner in ("the", "'s") and position.of is not None


def _is_new(reading: Reading, title: Title) -> bool:
    """Say whether nobody holds the office yet: `the next president of France`, `the first woman president`."""
    return any(
        reading.lower(k) in ("next", "new", "future", "first", "former", "late", "any", "previous") for k in range(title.left, title.start)
    )


def _office(number: str, position: Position) -> Office:
    return Office(
        id=number,
        title=position.title,
        of=position.of,
        country=position.country,
        holder=position.holder,
        former=position.former,
        mentions=[position.mentions[start] for start in sorted(position.mentions)],
    )
