"""From held titles to offices: one entry for one position, however often and loosely the article words it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..models import Mention, Office, Place
from ..pipeline.networks import network_of
from ..places.countries import code_of_country, code_of_demonym, country_name
from ..places.gazetteer import name_key
from ..places.known import is_common, known_places, regional_demonyms, subdivisions
from ..reading import Reading
from ..sureness import confidence
from .country import Mentions, country_of_title
from .lexicon import kind_of, plain_words, same_office, words_of
from .reader import Held, Name, held_titles

STATE = ("minister", "state", "monarch")  # kinds of offices that are a state's, whoever holds them
SURE = 0.8  # the probability of an office's country from which on nobody else holds the office there
NEAR = 20  # positions that are compared with one: a book has thousands


def find_offices(reading: Reading, places: Sequence[Place], countries: Mentions) -> list[Office]:
    """Return the offices of the article in the order of their first mention, with ids o1, o2, …

    Each different (title, of, holder) is one office. `title` stands in the article's words and in the singular; `of` names the country,
    region, city or body (`Russia` for `Russian Prime Minister`), or the country that the article as a whole speaks of; `country` is ISO
    3166-1 alpha-2; `holder` is the id of one of the people; `former` is true for past and future holders.

    Args:
        reading: what was read of the article.
        places: the places found in it.
        countries: where it speaks of which country.
    """
    jurisdictions = Jurisdictions.of_article(reading, places)
    found: list[Position] = []
    by_holder: dict[str, list[Position]] = {}
    held = held_titles(reading)
    for one in held:
        if one.holder is not None:
            _add(found, by_holder.setdefault(one.holder, []), _position(reading, one, jurisdictions))
    _add_unheld(reading, held, jurisdictions, found)
    found.sort(key=lambda p: min(p.mentions))
    _settle_by_article(reading, countries, found, jurisdictions)
    return [_office(f"o{number}", p, network_of(reading.doc)) for number, p in enumerate(found, 1)]


@dataclass(frozen=True)
class Jurisdictions:
    """Names of countries and places as the article has them: `names` by code, `codes` by name in lower case."""

    names: dict[str, str]
    codes: dict[str, str]

    @classmethod
    def of_article(cls, reading: Reading, places: Sequence[Place]) -> Jurisdictions:
        """Collect the countries that the article names and the countries in which its places lie."""
        said: dict[str, Counter[str]] = {}
        for ent in reading.doc.ents:
            code = code_of_country(ent.text) if ent.label_ == "LOC" and " of " not in ent.text else None  # no "Kingdom of Bahrain"
            if code:
                said.setdefault(code, Counter())[" ".join(ent.text.split())] += 1
        names = {code: max(forms, key=lambda form, forms=forms: (forms[form], len(form))) for code, forms in said.items()}  # type: ignore[misc]
        codes = {
            text.casefold(): place.country for place in places if place.country for text in (place.name, *(m.text for m in place.mentions))
        }
        return cls(names, codes)

    def country(self, name: Name | None) -> str | None:
        """Return the code of the country that `name` is, lies in or is an adjective of."""
        if name is None:
            return None
        code = self.codes.get(name.text.casefold()) or code_of_country(name.text) or code_of_demonym(name.text)
        return code or _country_of_region(name.text) or (_country_of_body(name.text, name.owner) if name.label == "ORG" else None)

    def name(self, name: Name | None) -> str | None:
        """Return `name` as a name: an adjective becomes the country, as the article names it."""
        if name is None:
            return None
        text = " ".join(name.text.split())
        if text.casefold() in words_of("title", "generic"):
            return None
        text = text.removesuffix("'s").removesuffix("’s")
        owner, owns, body = text.replace("’s ", "'s ").partition("'s ")
        if owns and body[:1].isupper() and " " in body and (owner.isupper() or code_of_country(owner)):
            text = body  # two names: "CNE's Risk Analysis Unit"
        code = code_of_demonym(text) if not (country := code_of_country(text)) else country if " of " in text else None
        if code:
            return self.named(code)
        if region := regional_demonyms().get(text):
            return region
        if name.label == "NORP" and not code_of_country(text):
            return text if text.casefold() in words_of("title", "parties") else None
        return text

    def named(self, code: str) -> str:
        """Return the country's name, as the article has it where it does."""
        return self.names.get(code) or country_name(code)


def _country_of_region(text: str) -> str | None:
    """Return the code of the country of a state or province, by its name or its people: `Lagos State`, `Scottish`."""
    name = regional_demonyms().get(text, text)
    plain = next((name.removesuffix(end) for end in (" State", " Province", " Region", " County") if name.endswith(end)), name)
    codes = subdivisions().get(name_key(name)) or subdivisions().get(name_key(plain)) or ()
    known = known_places().get(name_key(name), ("", None))[1] if name != text else None
    return known or (codes[0] if len(codes) == 1 and not is_common(plain) else None)


def _country_of_body(text: str, owner: str) -> str | None:
    """Return the code of the country whose public body `text` names: `Bank of Korea`, `Kenya Defence Forces`, `Peruvian Congress`.

    A country that owns the body tells it of parties and unions, too: `Vietnam's Communist Party`.
    """
    words = text.removeprefix("the ").split()
    plain = {word.casefold() for word in words}
    if not plain.isdisjoint(words_of("title", "private_bodies")):
        return None
    if (code := code_of_country(owner)) and not plain.isdisjoint(words_of("title", "public_bodies") | words_of("title", "other_bodies")):
        return code
    if plain.isdisjoint(words_of("title", "public_bodies")):
        return None
    first = [code_of_country(" ".join(words[:n])) or code_of_demonym(" ".join(words[:n])) for n in (3, 2, 1)]
    last = code_of_country(" ".join(words[words.index("of") + 1 :])) if "of" in words else None
    return last or next((code for code in first if code), None)


@dataclass
class Position:
    """One office in the making. `words` is the title in lower case with one word for all that mean the same."""

    title: str
    words: list[str]
    holder: str | None
    of: str | None
    country: str | None
    of_article: bool
    former: list[float]  # of each mention
    chances: dict[str, float]
    mentions: dict[int, Mention] = field(default_factory=dict)  # by their first character

    @property
    def claim(self) -> float:
        """How sure it is that this person holds this office here."""
        return self.chances["of"] * self.chances["holder"]

    @property
    def is_former(self) -> bool:
        """Whether the mentions together say that the office is past or to come."""
        return sum(self.former) > 0.5 * len(self.former)


def _position(reading: Reading, one: Held, jurisdictions: Jurisdictions) -> Position:
    return Position(
        title=one.title,
        words=same_words(one.title),
        holder=one.holder,
        of=jurisdictions.name(one.of),
        country=jurisdictions.country(one.of),
        of_article=one.of_article,
        former=[one.former],
        chances=one.chances,
        mentions={one.start: Mention(text=reading.source[one.start : one.end], start=one.start, end=one.end)},
    )


def same_words(title: str) -> list[str]:
    """Return the title's words in lower case, its head replaced by the word that stands for all of the same position."""
    words = same_office(" ".join(plain_words(title))).split()
    for size in (3, 2, 1):
        head = same_office(" ".join(words[-size:])) if len(words) >= size else ""
        if head and head != " ".join(words[-size:]):
            return [*words[:-size], *head.split()]
    return words


def _add(found: list[Position], theirs: list[Position], position: Position) -> None:
    """Put a position into one of its holder's that is the same, or beside them."""
    same = next((p for p in theirs[-NEAR:] if _is_same(p, position)), None)
    if same is None:
        theirs.append(position)
        found.append(position)
    else:
        _merge(same, position)


def _is_same(a: Position, b: Position) -> bool:
    """Say whether two wordings for one holder mean one position."""
    if not _same_body(a, b):
        return False
    if a.words == b.words:
        return True
    short, full = sorted((a.words, b.words), key=len)
    heads = {a.words[-1], b.words[-1]}
    if heads == {"speaker", "chairman"} or heads <= words_of("title", "chiefs"):
        return a.of is None or b.of is None or len(heads) > 1
    left = [w for w in full if w not in short]
    return set(short) <= set(full) and words_of("title", "grades").isdisjoint(left)


def _same_body(a: Position, b: Position) -> bool:
    if a.of is None or b.of is None or a.of.casefold() == b.of.casefold():
        return True
    one, other = set(a.of.casefold().split()), set(b.of.casefold().split())
    return one <= other or other <= one


def _merge(position: Position, other: Position) -> None:
    """Put `other` into `position`: the fuller title, the body that either names, the surer answers."""
    if len(other.words) > len(position.words):
        position.title, position.words = other.title, other.words
    if position.of is None and other.of is not None:
        position.of, position.country = other.of, other.country or position.country
        position.chances = position.chances | {"of": other.chances["of"]}
    position.of_article = position.of_article or other.of_article
    position.country = position.country or other.country
    position.former += other.former
    position.chances = {key: max(chance, other.chances[key]) if key != "of" else chance for key, chance in position.chances.items()}
    position.mentions |= other.mentions


def _add_unheld(reading: Reading, held: Sequence[Held], jurisdictions: Jurisdictions, found: list[Position]) -> None:
    """Give the titles without a holder to the position they mean, or make positions of those whose body the text names."""
    by_word: dict[str, list[Position]] = {}
    for known in found:
        _index(by_word, known)
    for one in held:
        if one.holder is not None:
            continue
        position = _position(reading, one, jurisdictions)
        fits = [p for p in by_word.get(position.words[-1], [])[-NEAR:] if _means(p, position)]
        same = next((p for p in fits if p.of is not None and position.of is not None), fits[-1] if fits else None)
        if same is not None:
            same.mentions |= position.mentions
        elif position.of is not None or (one.of_article and kind_of(position.words) in STATE):
            found.append(position)
            _index(by_word, position)


def _index(by_word: dict[str, list[Position]], position: Position) -> None:
    for word in set(position.words):
        by_word.setdefault(word, []).append(position)


def _means(known: Position, position: Position) -> bool:
    """Say whether a title without a name can be a position that the article has already."""
    if not _same_body(known, position) or (known.is_former and not position.is_former and position.of is None):
        return False
    return set(position.words) <= set(known.words) and words_of("title", "grades").isdisjoint(set(known.words) - set(position.words))


def _settle_by_article(reading: Reading, countries: Mentions, found: Sequence[Position], jurisdictions: Jurisdictions) -> None:
    """Give the offices of a state, of which no sentence says whose they are, the country that the article tells, the surest first."""
    same: dict[tuple[str, ...], list[Position]] = {}
    for position in found:
        same.setdefault(tuple(position.words), []).append(position)
    for alike in same.values():
        _part_rivals(alike)
        said = {p.country for p in alike if p.country}
        sure = [p for p in alike if _is_countrys(p) and p.chances["of"] >= SURE]
        unsaid = [(p, reading.sentences[reading.sentence_of(min(p.mentions))], said) for p in alike if _may_be_told(p)]
        for one in sorted(unsaid, key=lambda one: (-_told(countries, sure, *one)[1], min(one[0].mentions))):
            code, chance = _told(countries, sure, *one)
            if code is not None:
                position = one[0]
                position.of, position.country = jurisdictions.named(code), code
                position.chances = position.chances | {"of": position.chances["of"] * chance}
                sure.append(position)


def _told(
    countries: Mentions, sure: Sequence[Position], position: Position, sentence: tuple[int, int], said: set[str]
) -> tuple[str | None, float]:
    """Return the country that the article tells and how likely that is; it is none in which one of `sure` holds the office already."""
    taken = {p.country for p in sure[:NEAR] if p.country and _excludes(p, position)}
    return country_of_title(countries, position.words, sentence, said, taken)


def _part_rivals(alike: Sequence[Position]) -> None:
    """Take the country from an office that somebody else more surely holds there: both stood near `Greek`, and one is another country's."""
    countrys = [p for p in alike if _is_countrys(p)]
    sure = sorted((p for p in countrys if p.chances["of"] > SURE), key=lambda p: -p.claim)[:NEAR]
    for position in countrys:
        if any(p.country == position.country and p.claim > position.claim and _excludes(p, position) for p in sure):
            position.of = position.country = None


def _is_countrys(position: Position) -> bool:
    """Say whether an office is one of a country itself, no president of its parliament."""
    return position.of is not None and code_of_country(position.of) == position.country


def _may_be_told(position: Position) -> bool:
    """Say whether the article as a whole may tell of which country an office is."""
    kind = kind_of(position.words)
    return position.of is None and kind != "local" and (position.of_article or kind in (*STATE, "rank"))


def _excludes(one: Position, other: Position) -> bool:
    """Say whether two people can't hold these offices in one country: it has one president at a time."""
    both = one.words == other.words and None not in (one.holder, other.holder) and one.holder != other.holder
    return both and " ".join(one.words) in words_of("title", "sole") and not one.is_former and not other.is_former


def _office(number: str, position: Position, network: str) -> Office:
    return Office(
        id=number,
        title=position.title,
        of=position.of,
        country=position.country,
        holder=position.holder,
        former=position.is_former,
        mentions=[position.mentions[start] for start in sorted(position.mentions)],
        confidence=confidence("offices", position.chances.values(), network),
    )
