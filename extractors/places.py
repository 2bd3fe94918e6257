"""Places: what the names of countries, regions, cities, waters, landforms and sites in an article stand for."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import NamedTuple

from spacy.tokens import Doc, Span

from .article import Article
from .countries import code_of_country, code_of_demonym
from .entities import enumerations, is_acronym, settled_entities
from .gazetteer import City, capital_of, find_cities, is_sure, name_key
from .knowledge import load
from .models import Place, PlaceType
from .offices.lexicon import honorifics
from .place_kinds import described_countries, described_kinds
from .spans import mention
from .tables import is_common, is_in_tables, is_known_place, known_places, split_list, subdivisions, word_set

_PLACE_LABELS = frozenset(("LOC", "FAC"))
_SITE_KINDS = frozenset(("water", "landform", "facility"))
_TOWN = 50_000  # a town that is known by its name in the country that the article is about
_LARGE_CITY = 200_000  # a name that nothing in the article explains is a city of this size, or it stays without coordinates
_WORLD_CITY = 500_000  # the same for a city in a country that the article doesn't name: a town called Palma isn't always the one in Spain
_METROPOLIS = 2_000_000
_UNIQUE_CITY = 100_000  # a city that shares its name with none of another country
_MANY = 4  # countries that have a city of one name
_FAR_LARGER = 5
_OUTWEIGHS = 15  # "London" in a report from Canada is the one in England


class Location(NamedTuple):
    """What is known of a place: its type, ISO 3166-1 alpha-2 country and, for a city, the entry of GeoNames."""

    kind: PlaceType
    country: str | None
    city: City | None = None
    sure: bool = True  # False where the country is but the one that the article is about


@dataclass(frozen=True)
class _Names:
    """All mentions of one place. `code` is set where it is a country."""

    key: str
    code: str | None
    spans: list[Span] = field(default_factory=list)

    @cached_property
    def forms(self) -> list[str]:
        """The different forms of the name, white space made single, in the order of appearance."""
        return list(dict.fromkeys(" ".join(span.text.split()) for span in self.spans))


@dataclass(frozen=True)
class _Setting:
    """What an article shows of where it is: how much it speaks of each country (`weights`), and by the first token of a mention the place

    that follows it as its whole (`wholes`: its key and country) and what it is called (`kinds`); `several` are the mentions that it puts
    into more than one country, `cities` the names that it has as `X City` too, `regions` the names that follow those of towns.
    """

    weights: Counter[str]
    wholes: dict[int, tuple[str, str]]
    kinds: dict[int, PlaceType]
    several: frozenset[int]
    cities: frozenset[str]
    regions: frozenset[str]

    def whole(self, names: _Names) -> tuple[str, str] | None:
        """Return the key and the country of the place that the article gives as the whole of this one."""
        return next((self.wholes[span.start] for span in names.spans if span.start in self.wholes), None)

    def kind(self, names: _Names) -> PlaceType | None:
        """Return the type that the article gives to this place in words."""
        return next((self.kinds[span.start] for span in names.spans if span.start in self.kinds), None)

    def is_state(self, names: _Names) -> bool:
        """Say whether a state is meant that shares its name with a country or a city: one of its towns stands before it."""
        state = _SHARED_STATES.get(names.key)
        return state is not None and (state, "US") in self.wholes.values()

    def country(self, names: _Names) -> str | None:
        """Return the country in which a place without an entry lies: its whole's, else the one that the article is about.

        None where the article puts it between countries: `the Egyptian-Libyan border city of Salloum`.
        """
        whole = self.whole(names)
        if whole:
            return whole[1]
        return None if any(span.start in self.several for span in names.spans) else _main_country(self.weights)


def find_places(doc: Doc, article: Article) -> list[Place]:
    """Return the places in the article, in the order of their first mention.

    `country` is ISO 3166-1 alpha-2, None for places in no country or in several, and where the article doesn't tell. Coordinates are WGS 84
    degrees from GeoNames, for cities alone.
    """
    entities = settled_entities(doc)
    vessels = _vessels(doc, entities)
    named = _grouped(span for span in entities if span.label_ in _PLACE_LABELS and span.text not in vessels and _is_place(span))
    groups = [names for names in named if not all(map(_is_common_word, names.spans))]
    spans = [span for names in groups for span in names.spans]
    adjectives = described_countries(doc, spans)
    weights, wholes = _country_weights(groups, entities), _wholes(doc, groups)
    if ("GA", "US") in wholes.values():
        weights["US"] += weights.pop("GE", 0)
    setting = _Setting(
        weights=weights,
        wholes={start: ("", min(codes)) for start, codes in adjectives.items() if len(codes) == 1} | wholes,
        kinds=described_kinds(doc, spans),
        cities=frozenset(key.removesuffix(" city") for names in groups if (key := name_key(names.forms[0])).endswith(" city")),
        several=frozenset(start for start, codes in adjectives.items() if len(codes) > 1),
        regions=_regions(doc, spans, wholes),
    )
    groups = sorted((part for names in groups for part in _apart(names, setting.wholes)), key=lambda names: names.spans[0].start)
    located = [(names, _locate(names, setting)) for names in groups]
    founded = _founded(doc, located, setting)
    groups, found = [names for names, _ in founded], [location for _, location in founded]
    locations = _settled(doc, groups, found)
    text = doc.text
    return [_place(text, f"l{number}", *pair) for number, pair in enumerate(zip(groups, locations, strict=True), start=1)]


def _founded(doc: Doc, located: Sequence[tuple[_Names, Location]], setting: _Setting) -> list[tuple[_Names, Location]]:
    """Return `located` without the names that nothing shows to be a place's: no table, no country, no kind, no word before them.

    The recogniser takes sorts of mangoes, peoples and shops for towns. One name of an enumeration stands for all (`to X, Y and Z`).
    """
    spans = sorted((span for names, _ in located for span in names.spans), key=lambda span: span.start)
    told = {span.start for run in enumerations(doc, spans) if any(map(_is_told, run)) for span in run}
    kept = []
    for names, location in located:
        unknown = location.kind == "city" and not location.city and not location.country and not names.code
        alone = not setting.kind(names) and not setting.whole(names) and not any(span.start in told for span in names.spans)
        known = names.key in known_places() or any(span.label_ == "FAC" for span in names.spans) or _cities(names.forms)
        if not (unknown and alone) or known:
            kept.append((names, location))
    return kept


def _is_told(span: Span) -> bool:
    """Say whether the word before a name shows that it is a place, or the name is in a table."""
    doc, at = span.doc, span.start - 1
    while at > 0 and (doc[at].lower_ in ("the", "a", "an") or doc[at].lower_ in word_set("places.toml", "words", "directions")):
        at -= 1
    heads_line = span.start == 0 or "\n" in doc[span.start - 1].text
    return heads_line or (at >= 0 and doc[at].lower_ in word_set("places.toml", "words", "leading")) or is_known_place(span.text)


def _settled(doc: Doc, groups: Sequence[_Names], locations: Sequence[Location]) -> list[Location]:
    """Return `locations`, those without a country of their own in that of the place which the text puts them in.

    `Al-Salam Palace in Jeddah` lies in Saudi Arabia, whatever country the article is about.
    """
    mentions = sorted((span.start, span.end, number) for number, names in enumerate(groups) for span in names.spans)
    found = list(locations)
    for (_, end, first), (after, _, second) in itertools.pairwise(mentions):
        if not locations[first].sure and locations[second].sure and _lies_in(doc[end:after]):
            found[first] = locations[first]._replace(country=locations[second].country, sure=True)
        elif not locations[second].sure and locations[first].sure and _owns(doc[end:after]):
            found[second] = locations[second]._replace(country=locations[first].country, sure=True)
    return found


def _lies_in(between: Span) -> bool:
    """Say whether the words between two places put the first into the second."""
    words = [token.lower_ for token in between]
    if words[:1] not in (["in"], ["("]):
        return False
    if words[-1] == "of" and words[0] == "in":  # "in the eastern Brazilian state of Bahia"
        kinds = [kind for kind in ("region", "city", "other", "landform") if words[-2] in word_set("places.toml", "nouns", kind)]
        return bool(kinds) and len(words) <= 8 and all(token.pos_ in ("DET", "ADJ", "NOUN", "PROPN") for token in between[1:-1])
    return all(word in ("the", "central", "downtown") for word in words[1:]) and len(words) <= 3


def _owns(between: Span) -> bool:
    """Say whether the words between two places put the second into the first: `Jeddah's Al-Salam Palace`, `the Kyiv suburb of Bucha`."""
    words = [token.lower_ for token in between]
    return words in (["'s"], ["’s"]) or (len(words) == 2 and words[1] == "of" and words[0] in word_set("places.toml", "nouns", "other"))


def _place(text: str, identifier: str, names: _Names, location: Location) -> Place:
    city = location.city
    return Place(
        id=identifier,
        name=_fullest(names),
        type=location.kind,
        country=location.country,
        latitude=city.latitude if city else None,
        longitude=city.longitude if city else None,
        geonames_id=city.geonames_id if city else None,
        mentions=[mention(text, span.start_char, span.end_char) for span in names.spans],
    )


def _is_place(span: Span) -> bool:
    """Say whether `span` can name a place: no bare kind of place, no abbreviation that no table knows, no currency (`US dollars`)."""
    text, doc = span.text, span.doc
    if " ".join(text.split()).casefold() in word_set("places.toml", "words", "no_places"):
        return False
    if span.end < len(doc) and doc[span.end].lower_ in ("dollar", "dollars"):
        return False
    if text.split()[0] in word_set("places.toml", "words", "tribes") or text.endswith(("/", "/.")):
        return False  # "MONTSAME/." of a dateline
    if all(token.lower_ in honorifics() for token in span) or text.split()[-1] in word_set("places.toml", "words", "no_heads"):
        return False
    if _is_adjective(span):
        return False
    key = name_key(text)
    heads_line = span.start == 0 or "\n" in doc[span.start - 1].text
    if heads_line and any(city.weight >= _LARGE_CITY for city in find_cities(text)):
        return True  # "LEON, GUANAJUATO.-"
    return text in load("places.toml")["short"] or not (
        is_acronym(text) and text.isupper() and len(key) <= 4 and not code_of_country(text) and key not in known_places() | subdivisions()
    )


def _is_adjective(span: Span) -> bool:
    """Say whether `span` is but an adjective for a direction or a people: `the Northern and Western provinces`, `Kurdish`."""
    text = span.text
    if text.casefold() in word_set("places.toml", "words", "compass"):
        return text != "Central" or _qualifies(span)
    people = text in word_set("places.toml", "words", "peoples") or code_of_demonym(text) is not None
    return people and not is_known_place(text)


def _is_common_word(span: Span) -> bool:
    """Say whether a town's name opens a sentence as the common word that it is: `Mobile users`, not `Reading officials`."""
    doc, end = span.doc, span.end
    if span.text not in word_set("places.toml", "words", "common_words") or end >= len(doc):
        return False
    opens = bool(span[0].is_sent_start) or "\n" in doc[span.start - 1].text
    after = doc[end]
    return opens and after.is_lower and after.pos_ == "NOUN" and after.lower_ not in word_set("places.toml", "words", "townspeople")


def _qualifies(span: Span) -> bool:
    """Say whether `Central` qualifies what follows (`in Central and Eastern parts`); Hong Kong has a district called so."""
    doc, at = span.doc, span.end
    at += at < len(doc) and doc[at].lower_ in (",", "and", "or")
    goes_on = at < len(doc) and (doc[at].pos_ == "NOUN" or doc[at].lower_ in word_set("places.toml", "words", "compass"))
    return goes_on or (span.start > 0 and doc[span.start - 1].lower_ == "the")


def _vessels(doc: Doc, entities: Sequence[Span]) -> frozenset[str]:
    """Return the names of ships, storms and classes of ships: `INS Vela`, `typhoon Egay`, `Kalvari Class submarines`.

    What an enumeration names behind a ship is one too: `INS Shishumar, Shankush and Shalki`.
    """
    kinds = word_set("places.toml", "words", "vessels")
    found: set[str] = set()
    for run in enumerations(doc, entities):
        ship = False
        for span in run:
            before = doc[span.start - 1].text if span.start else ""
            ship = ship or span[0].text in kinds or before in kinds
            classed = span.end < len(doc) and doc[span.end].text in ("class", "Class")
            found |= {span.text} if ship or classed else set()
            ship = ship and before.lower() not in word_set("places.toml", "words", "storms")
    return frozenset(name for name in found if not is_in_tables(name))


def _fullest(names: _Names) -> str:
    """Return the form of a name that says most: written out where the article does so, without `City of`, the longest, the first."""
    forms = names.forms
    return max(
        forms,
        key=lambda form: (
            not form.isupper() or len(forms) == 1,
            "." not in form,
            not form.startswith("City of "),
            len(form),
            -forms.index(form),
        ),
    )


def _grouped(spans: Iterable[Span]) -> list[_Names]:
    groups: dict[str, _Names] = {}
    for span in spans:
        code = code_of_country(span.text)
        key = code or _key(span.text)
        groups.setdefault(key, _Names(key, code)).spans.append(span)
    return list(groups.values())


def _apart(names: _Names, wholes: dict[int, tuple[str, str]]) -> list[_Names]:
    """Return the places of one name that the article puts into different countries: `Cordoba, Argentina, and Cordoba, Spain`.

    A mention without a country stands for the place named last before it.
    """
    countries = {wholes[span.start][1] for span in names.spans if span.start in wholes}
    if names.code or len(countries) < 2:
        return [names]
    parts: dict[str, _Names] = {}
    country = next(wholes[span.start][1] for span in names.spans if span.start in wholes)
    for span in names.spans:
        country = wholes[span.start][1] if span.start in wholes else country
        parts.setdefault(country, _Names(names.key, names.code)).spans.append(span)
    return list(parts.values())


def _key(text: str) -> str:
    """Return what the forms of one place have in common: `Abia State` and `Abia`, `the Nile River` and `the Nile`."""
    text = _written_out(text)
    words = text.split()
    rest = " ".join(words[:-1])
    if len(words) > 1 and words[0] == "River":
        return name_key(" ".join(words[1:]))
    if len(words) < 2 or name_key(rest) in word_set("places.toml", "words", "directions") or code_of_country(rest):
        return name_key(text)
    if words[-1] in ("River", "Ocean", "Desert", "river", "ocean", "desert") and name_key(rest) not in subdivisions():
        return name_key(rest)
    if words[-1] in (*_heads("city"), "Island", "Islands", "island") and name_key(rest) not in subdivisions():
        return name_key(rest)  # "Lamu island" and "Lamu"
    return name_key(rest if words[-1] in _heads("region") | _heads("other") and name_key(text) not in known_places() else text)


def _written_out(text: str) -> str:
    """Return the name that an abbreviation stands for, and the town or region behind its kind: `KZN`, `Governorate of Muscat`."""
    table = load("places.toml")
    full = str(table["short"].get(text) or table["initials"].get(text, text))
    kind, _, own = full.partition(" of ")
    whole = kind in _heads("region") | _heads("city") and own and not code_of_country(own) and name_key(full) not in known_places()
    return own if whole else full


@cache
def _heads(kind: str) -> frozenset[str]:
    return word_set("places.toml", "heads", kind)


def _kind_by_heads(forms: Iterable[str]) -> PlaceType | None:
    """Return the type that a word of a name shows (`Lake Chad`, `Galle Road`)."""
    kinds: tuple[PlaceType, ...] = ("water", "landform", "facility", "region", "city", "other")
    for words in map(str.split, forms):
        if len(words) < 2:
            continue
        if words[-1] in _heads("street"):
            return "other"
        for kind in kinds:
            # "Lake", "Mount", "Port" stand in front too: "Lake Chad"; "Port Sudan" is a city all the same.
            if words[-1] in _heads(kind) or (
                kind in ("water", "landform") and (words[0] in _heads(kind) or (words[1] == "of" and words[0] in _heads(kind)))
            ):
                return kind
            if kind in ("region", "facility") and len(words) > 2 and words[1] == "of" and words[0] in _heads(kind):
                return kind
    return None


def _country_weights(groups: Sequence[_Names], entities: Sequence[Span]) -> Counter[str]:
    """Return how much the article speaks of each country: by its name, people, regions and cities, and in names of organisations."""
    weights: Counter[str] = Counter()
    for names in groups:
        known = None if _is_common(names) else known_places().get(names.key, ("", None))[1]
        regions = () if _is_common(names) else subdivisions().get(names.key, ())
        # A state whose name cities of other countries bear (`Cordoba`) says nothing of where the article is.
        certain = len(regions) == 1 and all(city.country == regions[0] for city in _cities(names.forms))
        code = names.code or known or (regions[0] if certain else None)
        if code:
            weights[code] += 2 * len(names.spans) if names.code else len(names.spans)
    for span in entities:
        if span.label_ == "NORP":
            weights.update(code for code in [code_of_demonym(span.text)] if code)
        elif span.label_ in ("ORG", "MISC"):
            weights.update({code: 1 for token in span if (code := code_of_demonym(token.text) or code_of_country(token.text))})
    weights.update(code for names in groups for span in names.spans[:1] for code in [_country_of_dateline(span)] if code)
    unnamed = [names for names in groups if names.key not in known_places() and not names.code and not _kind_by_heads(names.forms)]
    # Where no country is named, a metropolis or a capital tells: "Santiago" alone is the one in Chile.
    for population, times in ((_WORLD_CITY, _OUTWEIGHS), (_METROPOLIS, 3)):
        for names in unnamed:
            cities = _cities(names.forms)
            capital = cities and names.key == capital_of(cities[0].country)
            if cities and (is_sure(cities, _LARGE_CITY if capital else population, times) or _is_long_and_unique(names, cities)):
                weights[cities[0].country] += len(names.spans)
        if weights:
            break
    return weights or _country_weights_of_bodies(entities)


def _country_weights_of_bodies(entities: Sequence[Span]) -> Counter[str]:
    """Return the countries of the cities in the names of organisations, for an article that names no other: `Christchurch City Council`."""
    weights: Counter[str] = Counter()
    for span in entities:
        cities = find_cities(span[0].text) if span.label_ == "ORG" and len(span) > 1 else ()
        if cities and is_sure(cities, _LARGE_CITY, _FAR_LARGER):
            weights[cities[0].country] += 1
    return weights


def _is_long_and_unique(names: _Names, cities: Sequence[City]) -> bool:
    """Say whether a name of three words or more is that of a town in one country alone: `San Cristóbal de las Casas`."""
    return len(names.key.split()) > 2 and cities[0].weight >= _TOWN and len({city.country for city in cities}) == 1


def _country_of_dateline(span: Span) -> str | None:
    """Return the country of the city at the head of a dateline: `KLANG: The council`, `Cape Town - Police`."""
    doc = span.doc
    heads_line = span.start == 0 or "\n" in doc[span.start - 1].text
    if not heads_line or span.end >= len(doc) or doc[span.end].text[:1] not in "/(-–—:":
        return None
    cities = find_cities(span.text)
    return cities[0].country if cities and is_sure(cities, _TOWN, 3) else None


def _cities(forms: Iterable[str]) -> tuple[City, ...]:
    """Return the cities of the first form of a name that GeoNames knows."""
    return next((cities for form in forms for name in (form, _written_out(form)) if (cities := find_cities(name))), ())


def _regions(doc: Doc, spans: Iterable[Span], wholes: dict[int, tuple[str, str]]) -> frozenset[str]:
    """Return the keys of the places that follow a town and a comma as its state (`León, Guanajuato`), in no longer enumeration."""
    spans = sorted(spans, key=lambda span: span.start)
    ends, starts = {span.end for span in spans}, {span.start for span in spans}
    found = set()
    for span, after in itertools.pairwise(spans):
        if span.start not in wholes or doc[span.end : after.start].text.strip() != ",":
            continue
        before, behind = doc[span.start - 1].lower_ if span.start else "", doc[after.end].lower_ if after.end < len(doc) else ""
        listed = (before in (",", "and") and span.start - 1 in ends) or behind in ("and", "or", "&")
        if not listed and not (behind == "," and after.end + 1 in starts):
            found.add(name_key(after.text))
    return frozenset(found)


def _wholes(doc: Doc, groups: Sequence[_Names]) -> dict[int, tuple[str, str]]:
    """Return the key and the country of the place that follows a mention as its whole, by the mention's start (`Mawa, Bangladesh`)."""
    mentions = sorted(((span, names) for names in groups for span in names.spans), key=lambda pair: pair[0].start)
    found: dict[int, tuple[str, str]] = {}
    for (span, names), (after, whole) in itertools.pairwise(mentions):
        state = _state_of(names, whole)
        code = "US" if state else _code_of_whole(names, whole)
        between = doc[span.end : after.start]
        if code and 0 < len(between) <= 3 and between[0].lower_ in (",", "in", "(", "of") and "\n" not in between.text:
            found[span.start] = (state or whole.key, code)
    return found


def _code_of_whole(names: _Names, whole: _Names) -> str | None:
    """Return the country of `whole`, a country or a region; one whose name many countries have only where a town of `names` lies in it."""
    code = whole.code or known_places().get(whole.key, ("", None))[1]
    region = next(iter(subdivisions().get(whole.key, ())), None)
    if code or region is None or not _is_common(whole):
        return code or region
    return region if any(city.country == region for city in _cities(names.forms)) else None


# States of the USA whose names a country or a city bears too; a town of theirs before the name tells (`Savannah, Georgia`).
_SHARED_STATES = {"GE": "GA", "washington": "WA", "new york": "NY"}


def _state_of(names: _Names, whole: _Names) -> str | None:
    """Return the postal code of the state if `whole` is one that shares its name and the place before it is one of its towns."""
    state = _SHARED_STATES.get(whole.key)
    cities = _cities(names.forms) if state else ()
    inside = any(city.country == "US" and city.admin1 == state for city in cities)
    return state if inside and not any(city.country == whole.code for city in cities) else None


def _locate(names: _Names, setting: _Setting) -> Location:
    """Return what the names of a place stand for in an article."""
    if names.code:
        return _country(names, setting)
    weights, whole, described = setting.weights, setting.whole(names), setting.kind(names)
    known = _known(names)
    if known:
        return Location(_place_type(known[0]), _country_of_known(names, known[1], weights))
    if setting.is_state(names):
        return Location("region", "US")
    kind = described or _kind_by_heads([*names.forms, *_with_next_word(names)])
    region, city = _region(names, weights, whole), _city(names, weights, whole)
    if kind in _SITE_KINDS and described is None and city and _is_town_by_name(names, city):
        kind = None  # "Cape Coast"
    if kind in _SITE_KINDS:
        return _site(names, kind, setting)
    if kind == "other" and not (region or city) and names.forms[0].split()[-1] in _heads("street"):
        return _site(names, kind, setting)
    return _city_or_region(names, kind, region, city, setting) or _without_entry(names, kind, setting)


def _city_or_region(names: _Names, kind: PlaceType | None, region: str | None, city: City | None, setting: _Setting) -> Location | None:
    """Return which of the region (by its country) and the city of a name is meant, None where there is neither."""
    described = setting.kind(names)
    if described == "other" and (region or city):
        return Location("other", region or (city.country if city else None))
    if region and names.key in setting.regions:
        return Location("region", region)
    if city and kind != "region" and not (region and names.key in setting.cities) and _is_meant(names, city, region, setting.weights):
        return Location("city", city.country, city)
    if city and kind == "region" and region is None:
        return Location("region", city.country)  # "Chiang Mai province"
    return Location("city" if described == "city" else "region", region) if region else None


def _is_meant(names: _Names, city: City, region: str | None, weights: Counter[str]) -> bool:
    """Say whether a city is meant rather than the region of its name, whose country is `region`."""
    if region is None or city.country == region:
        return region is None or (city.weight >= _TOWN and city.weight == city.population)
    return weights[city.country] > weights[region] or (not weights[region] and is_sure(_cities(names.forms), _WORLD_CITY, 3))  # "Mérida"


def _without_entry(names: _Names, kind: PlaceType | None, setting: _Setting) -> Location:
    """Return what a name that no table has stands for."""
    if kind == "region" and (code := code_of_country(names.forms[0].rpartition(" ")[0])):
        return Location("region", code)  # "Reunion Region"
    if kind is None and names.spans[0].label_ == "FAC":
        return _site(names, "facility", setting)
    part = None if kind else _part_of_region(names, setting.weights)
    if part:
        return part
    country, whole = setting.country(names), setting.whole(names)
    if whole is None and any(city.weight >= _METROPOLIS for city in _cities(names.forms)):
        return Location(kind or "city", None)  # "Santiago" in an article on Panama: the one in Chile or one of Panama's
    if any(setting.weights[city.country] for city in _cities(names.forms) if city.country != country):
        country = whole[1] if whole else None  # GeoNames has such a town in another country that the article names
    return Location(kind or "city", country, sure=whole is not None)


def _is_town_by_name(names: _Names, city: City) -> bool:
    """Say whether a name with a word for a landform or a site in it is a town's: `Cape Coast`, `Long Beach`, but no `Niagara Falls`."""
    words = names.forms[0].split()
    large = city.weight >= _TOWN or names.key == capital_of(city.country)  # "Port of Spain"
    return large and words[-1] not in ("Falls", "River", "Lake") and name_key(city.name) == name_key(names.forms[0])


def _part_of_region(names: _Names, weights: Counter[str]) -> Location | None:
    """Return what is known of a name that is a part of a country, a region or a city (`Eastern Uttar Pradesh`, `South Bengaluru`)."""
    first, _, rest = names.forms[0].partition(" ")
    if first.lower() not in word_set("places.toml", "words", "directions") or not rest:
        return None
    whole = _Names(name_key(rest), None, [span[1:] for span in names.spans if len(span) > 1])
    country = code_of_country(rest) or _region(whole, weights, None)
    if country:
        return Location("region", country)
    city = _city(whole, weights, None) if whole.spans else None
    return Location("other", city.country) if city else None


def _site(names: _Names, kind: PlaceType, setting: _Setting) -> Location:
    """Return where a site, a water or a landform lies."""
    country, sure = _country_of_site(names, kind, setting)
    return Location(kind, country, sure=sure)


def _known(names: _Names) -> tuple[str, str | None] | None:
    """Return what the tables say of a place, also where a word for its kind follows the name (`Hindu Kush mountains`)."""
    keys = [
        key
        for form in names.forms
        for key in (
            name_key(form),
            name_key(" ".join(form.split()[:-1])) if form.split()[-1].islower() or form.endswith(" Airport") else "",
        )
    ]
    found = next((found for key in [*keys, names.key] if (found := known_places().get(key))), None)
    return found or (None if subdivisions().get(names.key) else _part_of_known(names))


def _part_of_known(names: _Names) -> tuple[str, str | None] | None:
    """Return what the tables say of the region of which a name is a part: `South Wales`."""
    first, _, rest = names.forms[0].partition(" ")
    known = known_places().get(name_key(rest)) if first.lower() in word_set("places.toml", "words", "directions") else None
    return known if known and known[0] == "region" and not _cities(names.forms) else None


def _with_next_word(names: _Names) -> list[str]:
    """Return the mentions with the word that follows each, where it is a word for its kind in small letters (`Khost` | `province`)."""
    nexts = [(span.text, span.doc[span.end].text) for span in names.spans if span.end < len(span.doc)]
    kinds = _heads("region") | _heads("city") | _heads("other")
    if not any(city.weight >= _LARGE_CITY for city in _cities(names.forms)):  # "Bellavista prison", but not "Tripoli port"
        kinds |= word_set("places.toml", "nouns", "facility") & _heads("facility")
    return [f"{text} {word}" for text, word in nexts if word.islower() and word in kinds]


def _place_type(kind: str) -> PlaceType:
    kinds: tuple[PlaceType, ...] = ("country", "region", "city", "water", "landform", "facility")
    return next((known for known in kinds if known == kind), "other")


def _country_of_known(names: _Names, code: str | None, weights: Counter[str]) -> str | None:
    """Return the country of a place of the tables; a name that many countries have (`the East Coast`) lies in the article's."""
    return code if not _is_common(names) or (code and weights[code]) else _main_country(weights)


def _is_common(names: _Names) -> bool:
    """Say whether regions of several countries have this name, though the tables know one."""
    return any(is_common(form) for form in names.forms)


def _country(names: _Names, setting: _Setting) -> Location:
    weights = setting.weights
    others = weights["GE"] - 2 * len(names.spans)
    american = (weights["US"] and weights["US"] > others) or setting.kind(names) == "region" or setting.is_state(names)
    if names.code == "GE" and american:
        return Location("region", "US")
    if names.code in load("places.toml")["city_countries"]["codes"]:
        return Location("city", names.code, next((city for city in _cities(names.forms) if city.country == names.code), None))
    return Location("country", names.code)


def _country_of_site(names: _Names, kind: PlaceType, setting: _Setting) -> tuple[str | None, bool]:
    """Return the country of a site or water without an entry, and whether it is sure; seas and straits lie in none."""
    whole = setting.whole(names)
    if whole:
        return whole[1], True
    if kind == "water" and any(
        word in ("Sea", "Ocean", "Gulf", "Strait", "Straits", "sea", "ocean") for form in names.forms for word in form.split()
    ):
        return None, True
    words = [word for form in names.forms for word in form.split()]
    inside = {code for word in words if (code := code_of_country(word) or code_of_demonym(word))}
    if not inside and kind == "facility":  # "Seoul Arts Center"
        inside = {cities[0].country for word in words[:2] if (cities := find_cities(word)) and is_sure(cities, _METROPOLIS, 3)}
    if not inside and kind in ("facility", "other"):  # "Arusha Bypass Road", where the article names Tanzania
        named = [word for word in words[:2] if word.istitle() and len(word) > 3 and not is_common(word)]
        regions = [codes for word in named if (codes := subdivisions().get(name_key(word)))]
        inside = {codes[0] for codes in regions if len(codes) == 1 and setting.weights[codes[0]]}
    return (min(inside), True) if len(inside) == 1 else (setting.country(names), False)


def _main_country(weights: Counter[str]) -> str | None:
    """Return the country that the article is about, None where it is about several."""
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    ahead = bool(ranked) and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1])
    return ranked[0][0] if ahead and 5 * ranked[0][1] >= 2 * weights.total() else None


def _region(names: _Names, weights: Counter[str], whole: tuple[str, str] | None) -> str | None:
    """Return the country of which a name is a state or province; of several, the one that the article speaks of most."""
    forms = [name_key(form) for form in names.forms]
    codes = next((found for key in [*forms, names.key] if (found := subdivisions().get(key))), ())
    if whole:
        return whole[1] if whole[1] in codes else None
    if len(codes) == 1 and not _is_common(names):
        return codes[0]
    return max((code for code in codes if weights[code]), key=lambda code: (weights[code], -codes.index(code)), default=None)


def _city(names: _Names, weights: Counter[str], whole: tuple[str, str] | None) -> City | None:
    """Return the city of GeoNames that a name stands for, None where the article doesn't make it sure enough."""
    cities = _cities(names.forms)
    if whole and (named := [city for city in cities if city.country == whole[1]]):
        states = _us_states()
        return next((city for city in named if city.admin1 in (whole[0], states.get(whole[0]))), named[0])
    if whole or not cities:
        return None if not cities or cities[0].weight < 1_000_000 else cities[0]
    main = _main_country(weights)
    if main and any(name_key(form) == capital_of(main) for form in names.forms):  # "Victoria" in an article on the Seychelles
        return next((city for city in cities if city.country == main), None)
    # A small town lies in a country that the article is about; a large city in any that it names more than in passing.
    spoken_of = [
        city
        for city in cities
        if weights[city.country] and (10 if city.weight >= _LARGE_CITY else 4) * weights[city.country] >= weights.total()
    ]
    if spoken_of and cities[0].weight < _OUTWEIGHS * max(spoken_of[0].weight, 1):
        return max(spoken_of, key=lambda city: (weights[city.country] * city.weight, -city.geonames_id))
    return _unexplained_city(names, cities, weights, main)


def _unexplained_city(names: _Names, cities: Sequence[City], weights: Counter[str], main: str | None) -> City | None:
    """Return the one of `cities` that is meant where the article says nothing of it: a large one, a capital, one whose name no other has.

    A name that cities of many countries bear (`San José`) stands for none of them in an article on another country.
    """
    first = cities[0]
    countries = {city.country for city in cities}
    if main and not weights[first.country] and len(countries) >= _MANY and first.weight < _FAR_LARGER * cities[1].weight:
        return next((city for city in cities if city.country == main), None)
    if first.weight >= (_LARGE_CITY if weights[first.country] else _WORLD_CITY):
        return first
    keys = {name_key(form) for form in names.forms}
    capital = next((city for city in cities if capital_of(city.country) in keys and 2 * city.weight >= first.weight), None)
    unique = len(countries) == 1 and first.weight >= _UNIQUE_CITY and main in (None, first.country)
    return capital or (first if unique else None)


@cache
def _us_states() -> dict[str, str]:
    """Return the postal codes of the states of the USA by the key of their names."""
    return {name_key(name): code for code, names in load("places.toml")["us_states"].items() for name in split_list(names)}
