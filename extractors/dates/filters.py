"""What looks like a time expression and is none: `may` the verb, a `45-year-old`, `Windows 2000`, `2000 people`, the `Securities Daily`."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from spacy.tokens import Span, Token

from ..figures.amounts.counts import compound_noun
from ..knowledge import load
from .site import Site
from .tense import AHEAD, direction, is_event, is_habit, is_narrated, is_weekly, modified
from .words import beside, hour_number, number_of

_NEVER_NAMES = ("duration", "ago", "vague", "story", "epidemiological")
_NAMES = ("PERSON", "ORG", "FAC", "LOC", "MISC")
_THE = re.compile(r"\b(?:the|that|a|an|its|their|his|her|our|this) $", re.IGNORECASE)


@cache
def _denial(name: str) -> re.Pattern[str]:
    return re.compile(load("dates/dates.toml")["denials"][name], re.IGNORECASE)


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(load("dates/dates.toml")["years"][name])


def is_time(site: Site) -> bool:
    """Say whether the expression at `site` is a time expression as the guide counts them."""
    if _is_called_so(site):
        return False
    return _CHECKS[site.kind](site) if site.kind in _CHECKS else True


def _is_called_so(site: Site) -> bool:
    """A word of time inside a longer name (`Sunday Times`, `Theresa May`, `Arab Spring`); a name with a year or a day stays a date."""
    if site.word("day", "year", "numeric", "nth", "decade", "tens") or site.kind in _NEVER_NAMES:
        return False
    name = _entity_of(site.first)
    return name is not None and site.last.i < name.end and name.label_ in _NAMES and _is_wider(site, name)


def _entity_of(token: Token) -> Span | None:
    """Return the entity that holds `token`, found from the token itself: `doc.ents` makes all of a Doc's spans at each call."""
    if token.ent_iob_ not in ("B", "I"):
        return None
    doc, start, end = token.doc, token.i, token.i + 1
    while doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return Span(doc, start, end, label=doc[start].ent_type)


def _is_wider(site: Site, name: Span) -> bool:
    others = [t for t in name if not site.first.i <= t.i <= site.last.i]
    return any(t.is_alpha and t.lower_ not in ("the", "s") for t in others) or (not others and name.label_ == "PERSON")


def _is_calendar(site: Site) -> bool:
    month = site.word("month")
    if month and not site.word("lent") and not _is_month(site, month):
        return False
    if site.word("weekday"):
        if re.search(r"\ban? $", site.before) and not site.word("month", "unit"):  # on a Monday, a rainy Sunday, but a Tuesday interview
            return _is_of_one_day(site) and not re.search(r"\b(?:on|every) an? $", site.before)
        if re.search(r"\bthe $", site.before) and re.match(r" (?:before|after|of|in)\b", site.after) and site.word("deixis"):
            return False
        if _denial("generic_weekday").match(site.after):
            return False
        led = re.search(r"\b(?:on|until|since|by) $", site.before)
        return site.word("month") is not None or (
            (_starts_upper(site, "day") or bool(led)) and not _denial("before_named_day").search(site.before)
        )
    return not (site.word("day") and not site.word("year", "deixis") and _next_word(site) in _list("counted"))


def _is_of_one_day(site: Site) -> bool:
    """`a Tuesday interview`, `a Saturday brawl`, and what comes every week: `will add a Tuesday flight`."""
    noun = modified(site.first, site.last)
    is_one = _denial("single_event").match(site.after) is not None or (noun is not None and is_event(noun))
    return is_one or is_weekly(site.first, site.last)


def _is_named_day(site: Site) -> bool:
    """A festival begins with a capital letter, and `TET 2012` is an examination."""
    at = site.said.lower().replace("’", "'").index(site.word("named") or "")
    name = site.said[at : at + len(site.word("named") or "")]
    return name[:1].isupper() and not (name.isupper() and len(name) < 5)


def _is_month(site: Site, month: str) -> bool:
    if month.isdigit():  # 06/2005, and no number of a file
        return beside("led_month").search(site.before) is not None
    token = next((t for t in site.first.doc[site.first.i : site.last.i + 1] if t.lower_.rstrip(".") == month.rstrip(".")), site.first)
    if site.word("other"):
        return True
    if not site.said[site.said.lower().index(month) :][:1].isupper():
        # "4 june" and "4 march 2024", never "4 march"
        return site.word("day") is not None and len(month) > 3 and (month not in ("march", "august") or site.word("year") is not None)
    if site.said[:4].lower() == "that" and site.first.tag_ != "DT" and not re.search(r"(?:[;,]|\band) $", site.before):
        return False  # said that May …
    if site.word("day", "year", "deixis", "day2", "month2", "story"):
        return True
    if beside("courtesy").search(site.before) or re.match(r" Days?\b", site.after):
        return False
    if token.lower_ in ("may", "march", "august") and not token.tag_.startswith("NN") and not _before_verb(token):
        return False
    if token.is_sent_start and re.match(r" [A-Z][\w’'-]+ [a-z]", site.after):  # April O'Neil signed
        return False
    if token.lower_ == "march" and re.search(r"\bthe $", site.before) and re.match(r" (?:of|for|on) ", site.after):  # the March for Life
        return False
    short = len(month.rstrip(".")) < 5 and month not in ("may", "june", "july")
    return not short or beside("led_short_month").search(site.before) is not None


def _starts_upper(site: Site, ending: str) -> bool:
    return any(t.text[:1].isupper() and ending in t.lower_ for t in site.first.doc[site.first.i : site.last.i + 1])


def _next_word(site: Site) -> str:
    match = re.match(r"[  ]?([^\W\d]+|[%°º])", site.after)
    return match[1].lower() if match else ""


def _previous_word(site: Site) -> str:
    match = re.search(r"([^\s(“\"']{1,48}) ?[-–]?$", site.before)
    return match[1].lower() if match else ""


def _is_year(site: Site) -> bool:
    """A number is a year where a preposition or a noun behind speaks for it, and nothing speaks against it."""
    return _opens_as_year(site) or _is_led_as_year(site)


def _is_counted(site: Site) -> bool:
    """Say whether a noun or a sign behind a number makes a count of it: `1990 customers`, `a 2000-bed hospital`; not `in 2016 voters`."""
    following = _next_word(site)
    if following in _list("counted_unled"):
        particle = site.first.i and site.first.nbor(-1).dep_ == "compound:prt"  # "took in 1920 evacuees"
        return bool(particle) or _previous_word(site) not in ("in", "since", "during", "until", "by", "from", "of")
    hyphened = site.after[:1] == "-" and compound_noun(site.last.doc, site.last.i + 1) is not None
    return hyphened or following in _list("counted") or following in ("%", "°", "º")


def _is_led_as_year(site: Site) -> bool:
    if _is_counted(site) or re.search(r"[$€£¥#.]\s?$", site.before) or _denial("house_number").match(site.after):
        return False
    previous = _previous_word(site)
    if site.word("modifier"):
        return True
    if previous.rstrip(",") in _list("number_words") and site.last.text == site.said:
        return False
    if re.search(r"\d $", site.before):  # "call 1990 2030"
        return False
    if site.word("spelled") is None and _follows_name(site, previous):
        return False
    if _denial("titled").search(site.before) and not site.word("month"):  # the novel 1984
        return False
    year = int(site.word("year") or 0)
    if _counts_things(site, year):
        return False
    if not 1900 <= year < 2100 and previous in ("from", "to", "at", "by", "of", "through") and _measures_change(site, previous):
        return False
    return year >= 1900 or previous.strip(",") in _list("prepositions") or re.search(r"[,(] ?$", site.before) is not None


def _opens_as_year(site: Site) -> bool:
    """`In 1968 students took over the college`: nobody begins a sentence with a count of these behind `In`."""
    opens = site.first.i and site.first.nbor(-1).text == "In" and site.first.nbor(-1).is_sent_start
    return bool(opens) and 1900 <= int(site.word("year") or 0) < 2100 and re.match(r" [a-z]", site.after) is not None


def _measures_change(site: Site, previous: str) -> bool:
    """Tell `the score went up from 1072 to 1135` and `rose by 2200` from `could rise by 2100`, which says when."""
    if previous == "by" and direction(site.first, site.last) == AHEAD:
        return False
    return beside("of_change").search(site.text[max(0, site.start - 80) : site.start]) is not None


def _follows_name(site: Site, previous: str) -> bool:
    """`Windows 2000`, `Vision 2030`: a name that isn't the sort to be dated (`Act 2015`, `World Cup 2022`)."""
    if not site.first.i or not re.search(r"[^\s,(;:] ?$", site.before) or previous.rstrip(",") in _list("dated_names"):
        return False
    token = site.first.nbor(-1)
    named = token.pos_ == "PROPN" or token.tag_ in ("NNP", "NNPS") or token.ent_type_ != ""
    return named and token.text[:1].isupper() and token.lower_ not in load("dates/dates.toml")["months"]


def _counts_things(site: Site, year: int) -> bool:
    """`2000 workers`: a plural behind a round number without `the` before it."""
    at = site.last.i + (3 if re.match(r" (?:and|to|or) \d{4} ", site.after) else 1)  # "between 1500 and 1700 workers"
    if at >= len(site.last.doc) or not re.match(r"\s+\w", site.after):
        return False
    following = site.last.doc[at]
    further = following.nbor(1) if following.i + 1 < len(following.doc) else following
    plural = following.tag_ == "NNS" or (following.tag_ == "JJ" and further.tag_ == "NNS")
    if not plural or re.search(r"(?:\b(?:the|their|its|his|her|our|this|that)|[’']s) $", site.before, re.IGNORECASE):
        return False
    if year >= 1900 and re.search(r"(?<!\ba )(?<!\ban )\b\w+ of $", site.before, re.IGNORECASE):
        return False  # "the floods of 2000 victims", but "a cut of 2000 posts"
    return year % 50 == 0 or not 1900 <= year <= 2050


def _is_span_of_years(site: Site) -> bool:
    first, second = site.word("year") or "", site.word("year2")
    if site.word("fiscal"):
        return True
    if second is None or not _is_year(site):
        return False
    if len(second) == 2:
        return int(second) > int(first[2:]) or (int(first[2:]) + 1) % 100 == int(second)
    return int(first) < int(second) <= 2100


def _is_duration(site: Site) -> bool:
    if _denial("after_age").match(site.after) or _denial("before_age").search(site.before) or _denial("before_hours").search(site.before):
        return False
    if _denial("year_on_year").match(site.after) or site.before.lower().endswith(("per ", "a-", "per cent a ", "/")):
        return False
    if site.word("count") in ("a", "an") and re.search(r"\w-$", site.before):  # a $5-a-year fee
        return False
    if re.search(r"[\d$€£¥][.,]?$", site.before) or (site.word("count2") in ("a", "an") and " or " not in site.said):  # a $5.49-a-month fee
        return False
    count, unit = site.word("count"), site.word("unit")
    rate = _denial("rate").match(site.after)
    if (rate and (count in ("a", "an") or count in load("dates/dates.toml")["always"][rate["whole"]])) or site.last.text[:1].isupper():
        return False  # "24 hours a day" is always; "60 Minutes" is a programme
    if site.word("half", "nth", "span") or count is None or (site.word("count2") and " or " in site.said):
        return True
    in_a_row = re.search("consecutive|straight|successive", site.said)
    if (unit == "quarter" or (unit == "second" and count != "three")) and count in ("a", "an", "one", "three") and not in_a_row:
        return False  # "three quarters of the shops", "a second bridge"
    if (count == "one" and unit != "day") or " half " in site.said:
        return True
    return count not in ("a", "an", "one") or "-" in site.said or _is_stretch(site)


def _is_stretch(site: Site) -> bool:
    """`a year` is a duration in `for a year` and `a year after`, and a rate in `5 billion yuan a year`."""
    if re.match(r"\s+(?:after|before|since|from now|into|long)\b", site.after) and not re.search(r"[\d%] ?$", site.before):
        return True
    if site.word("unit") in ("day", "second", "minute"):
        return re.search(r"\b(?:for|in|within) $", site.before) is not None
    if beside("granted").search(site.before) and re.match(r" to [a-z]+|[.,;]", site.after):
        return True  # "offered him a week to withdraw"
    return beside("duration_leads").search(site.before) is not None


def _is_unit(site: Site) -> bool:
    unit, deixis = site.word("unit"), site.word("deixis")
    if "turn" in (site.word("modifier") or "") or site.said.lower().startswith("turn"):
        return False  # "by the turn of the century": of which?
    if unit in ("second", "minute", "hour") or re.match(r"-\w", site.after):
        return False
    if (
        not site.said.isupper() and re.match(r"[A-Z]\w+ [A-Z]", site.said) and re.search(r"[\w“\"`’']\s?$", site.before)
    ):  # ABC's "This Week"
        return False
    if unit == "day" and not (deixis == "next" and _THE.search(site.before)):
        return False
    if unit == "half" or unit == "fortnight" or (unit == "quarter" and deixis == "past" and not _THE.search(site.before)):
        return False  # "past quarter" without an article is of the clock
    # "the last week of the war", but "the purchase last year of a factory"
    return not (deixis in ("last", "past", "next") and _THE.search(site.before) and re.match(r" of (?!19|20)", site.after))


def _is_story(site: Site) -> bool:
    story = site.word("story") or ""
    if site.word("noun") in ("second", "minute", "hour") or re.match(r"-\w", site.after):
        return False
    if story.startswith("that"):
        return site.first.tag_ != "IN" or site.first.is_sent_start or site.first.i == 0  # "that year", but "said that week by week …"
    if site.word("before") and not story:  # "for the quarter a year ago"
        return _THE.search(site.before) is not None
    return story.startswith("year") or site.said[:4].lower() == "last" or bool(_THE.search(site.before))


def _is_told(site: Site) -> bool:
    """`in the quarter`, `for the month`, where nothing behind says which."""
    if site.word("ended"):
        return True
    leads = beside("led_period").search(site.before) or site.word("latest")
    is_whole = site.word("fiscal") is None and not beside("period_of").match(site.after)
    return bool(leads) and is_whole and site.last.dep_ != "compound"


def _is_part_of_year(site: Site) -> bool:
    """A quarter or half of a year, and not of a match."""
    if not _denial("of_time").match(site.after):
        return False
    if site.word("month"):  # "the March quarter"
        return site.said[:1].isupper()
    if site.word("year", "unit", "deixis", "half") or site.word("nth") in ("1", "2", "3", "4"):
        return int(site.word("nth") or 1) <= 4 if (site.word("nth") or "1").isdigit() else True
    sentence = site.first.sent.text
    if _denial("sport").search(sentence) or is_habit(site.first, site.last):
        return False
    return (site.word("period") == "quarter" and "fiscal" in site.said) or bool(_denial("business").search(sentence))


def _is_season(site: Site) -> bool:
    season = site.word("season") or ""
    if site.word("year"):
        return True
    deictic = site.word("deixis") and not re.search(r"\bthe $", site.before)
    if re.match(r" (?:[A-Z]|of |in )" if season == "fall" and not deictic else r" [A-Z]", site.after) or site.last.tag_.startswith("V"):
        return False
    if site.word("deixis", "modifier", "unit"):
        return site.last.dep_ != "compound"  # `this summer palace`
    return beside("led_fall" if season == "fall" else "led_season").search(site.before) is not None


def _is_set(site: Site) -> bool:
    word = site.word("set")
    if word and site.said[:1].isupper() and not (site.first.is_sent_start or site.first.i == 0):
        return False
    if word and site.last.i + 1 < len(site.last.doc) and _is_newspaper(site):
        return False
    return not (site.word("unit") == "second" and not site.word("count"))


def _is_newspaper(site: Site) -> bool:
    """`the party daily Granma`, `a German weekly said`."""
    following = site.last.nbor(1)
    if following.tag_ == "NNP" and site.first.i and site.first.nbor(-1).tag_ in ("NN", "NNP"):
        return True
    return site.first.tag_ in ("NN", "NNP") and (following.tag_.startswith("VB") or following.text in (",", ".") or following.tag_ == "NNP")


def _is_day_word(site: Site) -> bool:
    """`Russia Today` is none."""
    if site.said[:1].isupper() and site.first.i and site.first.nbor(-1).pos_ == "PROPN" and re.search(r"\w $", site.before):
        return False
    return not _denial("timeless").match(site.after)  # today's youth


def _is_day_part(site: Site) -> bool:
    """`He was seen the night before`, not `the night before the vote`; `In the evening he died`, not `he works in the evening`."""
    if site.word("side"):
        return stands_alone(site)
    return site.word("deixis") is not None or is_narrated(site.first, site.last)


def _is_clock(site: Site) -> bool:
    hour = site.word("hour") or "0"
    if site.word("word") and _denial("high_noon").search(site.before):
        return False
    if site.word("fraction", "minutes"):  # half past four, a quarter to six
        led = _is_bare_clock(site) or site.word("side") == "past"
        is_hour = hour == "midnight" or 1 <= hour_number(hour) <= 12
        return led and is_hour and (number_of(site.word("minutes") or "1") or 60) < 60
    if site.word("daypart") and not site.word("half_day", "minute") and "clock" not in site.said and not _is_bare_clock(site):
        return False
    return not hour.isdigit() or int(hour) <= (12 if site.word("half_day") else 24)


def _is_bare_clock(site: Site) -> bool:
    led = beside("led_clock").search(site.before)
    if led is None and site.word("daypart"):
        # from 8 to 11 in the morning, from 10 in the morning to 4 in the afternoon
        led = re.search(r"\b(?:\d{1,2}|morning|afternoon|evening|noon) (?:to|and|until|till) $", site.before)
    return bool(led) and not beside("contest").match(site.after)


def stands_alone(site: Site) -> bool:
    """Say whether nothing follows that the expression's `before` or `after` could govern."""
    return bool(re.match(r"\s*(?:[.,;:)”\"]|$|(?:and|but)\b)", site.after))


def _is_ago(site: Site) -> bool:
    if site.word("side") in ("before", "after"):
        return stands_alone(site)
    if site.word("side") == "back":
        return not re.match(r" (?:to|in|into|on|from|at|home)\b", site.after)
    return not re.match(r"-\w", site.after)


def _is_decade(site: Site) -> bool:
    """`The 70s` are years where nobody speaks of degrees, and nobody is `in his late thirties`."""
    if site.word("tens") and re.search(r"\b(?:his|her|their|my|our|your) $", site.before, re.IGNORECASE):
        return False
    return (
        not site.said[:1].isdigit() or len(site.said) > 3 or (site.said[:1] in "3456789" and not beside("of_degrees").search(site.before))
    )


_CHECKS: dict[str, Callable[[Site], bool]] = {
    "decade": _is_decade,
    "part of month": _is_calendar,
    "date": _is_calendar,
    "weekday": _is_calendar,
    "named day": _is_named_day,
    "day beside": _is_calendar,
    "year": _is_year,
    "years": _is_span_of_years,
    "duration": _is_duration,
    "unit": _is_unit,
    "story": _is_story,
    "told": _is_told,
    "period": _is_part_of_year,
    "season": _is_season,
    "set": _is_set,
    "day word": _is_day_word,
    "day part": _is_day_part,
    "clock": _is_clock,
    "bare clock": _is_bare_clock,
    "ago": _is_ago,
}


def _before_verb(token: Token) -> bool:
    """Say whether a finite verb follows: `May is too late`; behind the verb `may` none does."""
    return token.i + 1 < len(token.doc) and token.nbor().tag_ in ("VBZ", "VBD", "MD")
