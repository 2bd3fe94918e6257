"""Where time expressions stand in a text, and what they are made of.

Two small steps. Each pattern below reads one piece (`July 22`, `Wednesday`, `11 a.m.`, `last year`); where pieces overlap the leftmost,
then the longest wins. Then neighbours join (`11 a.m.` on `Wednesday`, `July` of `last year`) and take up a modifier on their left
(`early`, `end of`). What an expression means is the resolver's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache, cached_property

from ..knowledge import any_of, load
from .needs import Needs, Signs, needs_of
from .words import number_of, spelled_year

# What turns up only as a part of something else: `Mon` of `Mon, 3 March`, `morning` of `Friday morning`.
BOUND = ("weekday short", "part of day", "the unit", "count from", "hour alone")


@dataclass(frozen=True)
class Expression:
    """A time expression: its characters, its kind, and what its words say (`{"month": "july", "deixis": "last"}`, lower case)."""

    start: int
    end: int
    kind: str
    fields: dict[str, str] = field(default_factory=dict)


# `<name>` stands for a fragment, a space for any white space within a paragraph.
_PIECES: tuple[tuple[str, str], ...] = (
    # The calendar.
    ("date", r"(?P<month><month>) (?:the )?(?P<day><day>)(?:(?:, ?| |,? of )(?P<year><year>))?"),
    ("date", r"(?P<day><day>)\.?(?: of)?[ -](?P<month><month>)(?:(?:,? ?|-|, of | of )(?P<year><year>))?"),
    ("date", r"(?P<month><month>)(?:,? | of |-)(?P<year><year>)"),
    ("date", r"(?P<month><month>)"),
    ("date", r"month of (?P<month><month>)(?:,? (?P<year><year>))?"),
    ("date", r"(?P<month><month_short>)\.(?P<day><day>)(?:,? (?P<year><year>))?"),  # `Jan.12`, a slip of the typesetter
    ("date", r"(?P<month><month_short>)\.(?P<year><year>)"),
    ("day of month", r"(?P<day>\d{1,2}(?:st|nd|rd|th)) (?:of )?(?P<deixis>this|last|next) (?P<unit>month)"),
    ("date", r"(?P<month><month>) (?:the )?(?P<day><ordinal>)(?:,? (?P<year><year>))?(?=[.,;:)]|\s*$)"),
    ("date", r"(?P<day><ordinal>) of (?P<month><month>)(?:,? (?P<year><year>))?"),
    ("date", r"(?P<month><month>)(?P<mark>[-/])(?P<day><day>)(?P=mark)(?P<year><year>)"),
    ("date", r"(?P<day><day>)/(?P<month><month>)/(?P<year><year>)"),
    ("date", r"(?P<mm>0[1-9]|1[0-2])/(?P<year><year>)(?!/)"),
    ("date", r"(?P<month><month>)(?: (?P<day><day>|<ordinal>))?,? (?P<spelled><spelled>)"),
    ("week with", r"weeks? <week_with> (?:<weekday>,? )?(?P<month><month>) (?P<day><day>)(?:,? (?P<year><year>))?"),
    ("week with", r"weeks? <week_with> (?:<weekday>,? )?(?P<day><day>) (?P<month><month>)(?:,? (?P<year><year>))?"),
    ("date", r"(?P<month><month>) (?P<day><day>) ?(?:<dash>|to|through) ?(?P<day2><day>)(?! ?[ap]\.?m\b)(?:,? (?P<year><year>))?"),
    ("date", r"(?P<day><day>) ?(?:<dash>|to|through) ?(?P<day2><day>) (?P<month><month>)(?:,? (?P<year><year>))?"),
    (
        "date",
        r"(?P<month><month>)(?: ?<dash> ?|-to-|-through-)(?P<month2><month>)(?: (?P<quarter>quarter))?(?:(?:,|,? of)? (?P<year><year>))?",
    ),
    ("date", r"(?P<month><month>)(?: to | through )(?P<month2><month>) (?:period|(?P<quarter>quarter))(?:,? (?:of|in) (?P<year><year>))?"),
    ("date", r"(?P<month><month>) (?P<day><day>) ?<dash> ?(?P<month2><month>) (?P<day2><day>)(?:,? (?P<year><year>))?"),
    ("date", r"(?P<day><day>) (?P<month><month>) ?<dash> ?(?P<day2><day>) (?P<month2><month>)(?:,? (?P<year><year>))?"),
    # `July 19 and 20`, `5, 6 and 7 February`: as many dates as there are days, with a month between them.
    ("days", r"(?P<month><month>) (?P<days><day>(?:, <day>){0,8}(?:,? and |,? or | & )<day>)(?:,? (?P<year><year>)|<no_noun>)"),
    ("days", r"(?P<days><day>(?:, <day>){0,8}(?:,? and |,? or | & )(?:the )?<day>)(?: of)? (?P<month><month>)(?:,? (?P<year><year>))?"),
    ("days", r"(?P<days><nth_day> (?:to|until|till|through) the <nth_day>) (?:of )?(?P<month><month>)(?:,? (?P<year><year>))?"),
    ("numeric", r"(?P<numeric>\d{4}([-/.])\d{1,2}\2\d{1,2}|\d{1,2}([-/.])\d{1,2}\3\d{4})(?!\d|[-/]\d)"),
    ("numeric", r"(?P<numeric>\d{1,2}/\d{1,2}/\d\d)(?!\d|[-/.]\d)"),
    ("time", r"(?P<numeric>\d{4}-\d\d-\d\d)T(?P<hour>\d\d):(?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?"),
    ("numeric", r"(?P<numeric>\d{1,2}-<month>-\d\d)(?!\d)"),
    ("weekday", r"(?P<weekday><weekday>)"),
    ("weekday short", r"(?P<weekday><weekday_short>)\.?"),
    # `Thursday 14th and Friday 15th May`, `Sunday, 31st`: the month is told elsewhere, or it is this one or the next.
    ("weekday", r"(?P<weekday><weekday>|<weekday_short>\.?),? (?:the )?(?P<dom><nth_day>)<no_noun_but_list>"),
    (
        "weekday",
        r"(?P<weekday><weekday>|<weekday_short>\.?),? (?P<dom><day>)"
        r"(?=[.;:)]|\s*$|,? (?:and|to|until|or|through) |, (?:<weekday>|<weekday_short>\b))",
    ),
    ("weekday", r"(?<!on\s)(?P<weekday><weekday>) (?P<dom><day>)(?= <dash> )"),
    ("weekday", r"(?P<weekday><weekday>) (?P<later>week)(?=[.,;:)]|\s*$|\s(?:in|at|to|for|with|and|when|after|before)\b)"),
    ("weekday", r"(?<=the\s)(?P<weekday><weekday>) (?P<deixis>before last|after next)(?! (?:<unit>|<season>))"),
    ("weekday", r"(?!<before_rate>)a (?P<later>week) on (?P<weekday><weekday>)(?=[.,;:)]|\s*$)"),
    ("weekday", r"(?P<deixis>(?:this )?(?:last|past|next|coming|this|previous|following|same)(?: coming| past)?) (?P<weekday><weekday>)"),
    ("date", r"(?P<deixis>(?:this )?(?:last|past|next|coming|this)(?: coming| past)?) (?P<month><month>)(?: (?P<day><day>))?"),
    ("year", r"(?P<year><year>)(?!\d|[.,:]\d|-(?:member|seat|strong|metre|meter|km|mile|foot|kg|ton|acre|room|year|hectare))"),
    ("year", r"(?:(?<=the\s)year )?(?P<spelled><spelled>)"),
    ("year", r"(?<=the\s)year (?P<spelled>two thousand)"),
    ("year", r"<before_late>(?P<year>2[12]\d\d(?!\d))(?:<no_noun_but_list>|<new_clause>)"),  # 2120 is rather a count
    ("era", r"(?P<year>\d{1,4}) ?(?P<era>(?-i:B\.?C\.?E?\.?|AD|A\.D\.|CE))(?![\w.])"),
    ("era", r"(?P<era>(?-i:AD|A\.D\.)) ?(?P<year>\d{1,4})(?!\d)"),
    ("years", r"(?P<year><year>)(?: ?(?:[-–—]|/) ?)(?P<year2>\d{4}|\d\d)(?!\d|[-/]\d)"),
    ("decade", r"(?P<decade>\d{3}0)s"),
    ("decade", r"(?:(?<=the\s)|(?P<modifier>early|mid|late)[- ])(?P<decade>\d{3}0)[’']s"),
    ("decade", r"[’'‘](?P<tens>\d0)s"),
    ("decade", r"[’'‘](?P<tens><decade>)"),
    ("decade", r"(?:(?<=the\s)|(?P<modifier>early|mid|late)[- ]|(?P<hundreds>eighteen|nineteen)[- ])(?P<tens><decade>)"),
    ("decade", r"(?<=the\s)(?:(?P<modifier>early|mid|late)[- ])?(?P<tens>\d0)s"),
    ("century", r"(?P<nth><nth>|(?-i:<roman>))[- ]century"),
    # Fiscal years are named after one year or two.
    ("years", r"(?P<fiscal><fiscal>)(?: year)? (?P<year><year>)(?: ?[-–—/] ?(?P<year2>\d{4}|\d\d)(?!\d))?"),
    ("years", r"(?P<fiscal>FY)[ ’'‘]?(?P<year>\d{4}|\d\d)(?: ?[-–—/] ?(?P<year2>\d{4}|\d\d))?(?!\d)"),
    ("years", r"(?P<year><year>)(?: ?[-–—/] ?(?P<year2>\d{4}|\d\d))? (?P<fiscal><fiscal>) year"),
    ("unit", r"(?P<deixis><deixis>) (?P<fiscal><fiscal>) (?P<unit>year)"),
    ("story", r"(?P<story>previous|preceding|prior|following|subsequent|same|corresponding) (?P<fiscal><fiscal>) (?P<noun>year)"),
    (
        "period",
        r"(?P<fiscal>fiscal )?(?P<nth><nth>|latest)[- ](?:fiscal[- ])?(?P<period>quarter|half|halve)s?"
        r"(?![- ]?(?:final|back|century|point|per\b))",
    ),
    # `the third or fourth quarter of 2026`: the year behind the second is the first's, too.
    (
        "period",
        r"(?P<nth><nth>)(?=(?:, <nth>){0,2}(?:,? and |,? or | to | through )(?:the )?<nth>[- ](?P<period>quarter|half|halve)s?(?!\w))",
    ),
    ("period", r"(?P<before>year[- ](?:earlier|ago)) (?:(?P<fiscal>fiscal) )?(?P<nth><nth>)[- ](?P<period>quarter|half)"),
    ("period", r"(?P<month>march|june|september|december) (?P<period>quarter)(?:(?:,| of)? (?P<year><year>))?"),
    ("period", r"(?P<nth>last|final|closing) (?P<period>quarter|half)(?= of)"),
    ("period", r"(?P<year><year>) (?:(?P<fiscal>fiscal)[- ])?(?P<nth><nth>)[- ](?P<period>quarter|half)"),
    ("period", r"Q(?P<nth>[1-4])(?:(?: |-|/| of |, )?(?P<year><year>))?"),
    ("period", r"Q(?P<nth>[1-4]) (?P<fiscal>FY) ?(?P<year><year>)[-–/](?P<year2>\d{4}|\d\d)(?!\d)"),
    ("period", r"(?P<nth>[1-4])Q(?:(?: |-|/)?(?P<year><year>))?"),
    ("period", r"(?P<half>H[12])(?: |-|/| of )(?P<year><year>)"),
    ("period", r"(?P<half>[12]H)(?: |-)?(?P<year><year>)"),
    ("period", r"(?P<year><year>)[- /]?(?:Q(?P<nth>[1-4])|(?P<half>H[12]))"),
    # Two figures of a year: `Q1'25`, `3Q24`, `Q2 FY25`.
    ("period", r"(?:Q(?P<nth>[1-4])|(?P<half>H[12])) ?(?:[’'‘]|(?P<fiscal>FY)[’'‘ -]?)(?:20)?(?P<short_year>\d\d)(?!\d)"),
    ("period", r"(?:(?P<nth>[1-4])Q|(?P<half>[12]H))(?:[ -]?[’'‘]|-| ?(?P<fiscal>FY)[’'‘ ]?)?(?P<short_year>\d\d)(?!\d)"),
    ("first months", r"(?P<edge>first|last|final) (?P<count><number>) (?P<length>month|quarter)s"),
    ("told", r"(?<=the\s)(?P<unit>year)(?= (?:that )?(?:ended|ending|to) (?:on )?(?:<month>|<day>))"),  # `the year ended March 31`
    ("the unit", r"(?<=the\s)(?P<unit>year)"),
    (
        "part of month",
        r"(?P<nth><nth>|last|final) (?P<piece>week|weekend|<weekday>) (?:of|in) (?P<month><month>)(?:(?:,? | of )(?P<year><year>))?",
    ),
    ("part of month", r"(?P<nth><nth>|last|final) (?P<piece>day) of (?P<month><month>)(?:(?:,? | of )(?P<year><year>))?"),
    ("part of month", r"(?P<nth><nth>|last|final) (?P<piece>day|week|weekend) (?:of|in) (?P<deixis>this|last|next) (?P<unit>month|year)"),
    ("part of month", r"(?P<nth><nth>|last|final) (?P<piece><weekday>) (?:of|in) (?P<deixis>this|last|next) (?P<unit>month|year)"),
    ("part of month", r"(?P<nth>first|last|final) (?P<piece>day|week|weekend) of (?P<year><year>)"),
    ("part of month", r"(?P<nth><nth>|last|final) (?P<piece><weekday>) of (?P<year><year>)"),
    ("epidemiological", r"(?P<nth>\d{1,2})(?:st|nd|rd|th) (?:epidemiological|calendar) week"),
    ("epidemiological", r"(?:epidemiological|calendar) week (?P<nth>\d{1,2})"),
    ("season", r"(?P<season><season>)(?:(?: of|,)? (?P<year><year>)(?:[-–/](?:\d{4}|\d\d)(?!\d))?)?"),
    ("season", r"(?P<deixis>(?:this )?(?:last|past|next|coming|this)(?: coming| past)?) (?P<season><season>)"),
    # What lies so far from here. `The last decade` is the ten years up to now.
    ("duration", r"(?P<span>last|past|next|coming) (?P<unit>decade)"),
    ("duration", r"(?P<span><span>) (?P<unit>fortnight)"),
    ("unit", r"(?:(?:earlier|later|late|early) in|(?:<edge>|<half>) of) the (?P<deixis>last|next|coming) (?P<unit>decade|century)"),
    ("unit", r"(?P<deixis><deixis>)(?: (?:epidemiological|calendar|full))? (?P<unit><unit>|weekend)"),
    (
        "unit",
        r"(?:(?:earlier|later|late|early) in|<edge> of) the (?P<unit>week|month|quarter|year|decade|century|weekend)(?! of (?-i:[A-Z]))",
    ),
    ("unit", r"(?<=the\s)(?P<unit>year|month|week|weekend) (?P<deixis>before last|after next)"),
    ("unit", r"(?<=the\s)full (?P<unit>year)"),
    ("edge", r"(?P<unit>year|month)(?:[’']s |[- ])end"),
    ("unit", r"(?<=the\s)(?P<unit>weekend)"),
    ("day word", r"(?P<dayword><dayword>)"),
    ("part of day", r"(?P<daypart><daypart>)"),
    ("day part", r"(?P<deixis>this|last|that|that same|(?<=the\s)(?:previous|following|next|same)) (?P<daypart><daypart>)"),
    ("day part", r"(?P<deixis>ton)(?P<daypart>ight)"),
    ("day part", r"(?<=the\s)(?P<daypart><daypart>)"),
    ("day part", r"(?<=the\s)(?P<daypart><daypart>) (?P<side>before|after)"),
    # What lies so far from the date that the story is about.
    ("story", r"(?P<story>that|(?<=the\s)(?:same|previous|following)) (?P<season><season>)"),
    ("story", r"(?P<story><story>)(?: (?:epidemiological|calendar|full|year[’']s))? (?P<noun><unit>|weekend|period)"),
    ("story", r"(?P<story>same|corresponding|comparable) (?P<noun><unit>|period),? (?:(?:of|in|during) )?(?P<before><year_before>)"),
    ("story", r"(?<=the\s)(?P<year><year>) (?P<noun>quarter|period)"),
    ("story", r"(?:(?:comparable|corresponding|same) )?(?P<story>year[- ](?:earlier|ago)) (?P<noun>period|quarter|month|week)"),
    ("story", r"(?P<noun>quarter|period|half) (?P<before>a year (?:earlier|ago|before))"),
    ("story", r"(?P<deixis>last) year[’']s (?P<noun>quarter|period|half)"),
    ("told", r"(?P<latest>latest) (?P<unit>period)"),
    ("told", r"(?<=the\s)(?:(?P<fiscal><fiscal>) )?(?P<unit>week|month|quarter|half|period|year)"),
    ("ago", r"(?P<count><number>|half an?|a few|several|a couple of|many) (?P<unit><unit>)s? (?P<side><side>)"),
    ("ago", r"(?P<count><number>) and a half (?P<unit><unit>)s (?P<side>ago|earlier|later)"),
    ("ago", r"(?P<count><number>) (?P<unit><unit>)s? or (?:so|more) (?P<side>ago|earlier|later)"),
    ("ago", r"(?P<unit><unit>)s (?P<side>ago)"),
    ("ago", r"(?:a )?(?P<count>year|month|week|day)-(?P<side>earlier|ago)"),
    ("ago", r"(?<=the\s)(?P<unit>day|week|month|year) (?P<side>before|after)"),
    ("count from", r"(?<!for\s)(?P<count>a|one|two|three|1|2|3) (?P<unit>week)s? (?P<side>from)"),
    ("count from", r"(?<!for\s)(?P<count><number>) (?P<unit>day|week|month|year)s? (?P<side>from)(?=\s<dayword>\b)"),
    ("vague", r"(?P<vague>recent|past|coming|upcoming|previous) (?P<unit><unit>)s"),
    ("vague", r"(?P<unit><unit>)s (?P<vague>to come|ahead)"),
    ("clock", r"<before_at>(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d) ?(?:hours|hrs)"),
    # How long, how often.
    ("duration", r"(?!\d{4} (?:<unit>(?!s)|hrs?)|0\d)(?P<count><number>)(?P<link><link>)(?P<unit><unit>)s?(?:[- ]long)?"),
    (
        "duration",
        r"(?P<count><number>)(?: to | or |[-–—](?:to|or)[-–—]|[-–—] ?(?:to|or) |[-–—]|–)"
        r"(?P<count2><number>)(?P<link><link>)(?P<unit><unit>)s?",
    ),
    (
        "duration",
        r"(?P<count><number>) (?P<unit><unit>)s?(?:,? and|,|(?! an? )) (?P<count2><number>) (?P<unit2><unit>)s?"
        r"(?:(?:,? and|,|(?! an? )) (?P<count3><number>) (?P<unit3><unit>)s?)?",
    ),
    ("duration", r"(?P<count><number>|a few|several)[- ](?P<nights>night)s"),
    ("duration", r"(?P<count>another) (?P<unit><unit>)"),
    ("duration", r"(?P<count>several)-(?P<unit><unit>)"),
    ("duration", r"(?P<count>\d{1,4}|<small>)[- ]and[- ](?:a|one)[- ]half[- ](?P<unit><unit>)s?"),
    ("duration", r"(?P<count>\d{1,3}) ?(?P<half>½|1/2)[- ](?P<unit><unit>)s?"),
    ("duration", r"(?P<count>a|an|one) (?P<unit><unit>) and (?P<half>a half)"),
    ("duration", r"(?P<count>an?|one) (?P<unit><unit>) or (?P<count2>two)"),
    ("duration", r"(?P<half>half)[- ](?:(?:a|an)[- ])?(?P<unit>hour|year|decade|century|day)"),
    ("duration", r"(?P<count>a few|few|several|a couple of|couple of|a couple)(?: more)? (?P<unit><unit>)s"),
    ("duration", r"(?P<span><span>) (?P<count><number>|few|several|couple(?: of)?)(?P<link><link>)(?P<unit><unit>)s"),
    (
        "duration",
        r"(?P<span><span>) (?P<count><number>) (?P<unit><unit>)s?(?:,? and|,|(?! an? )) (?P<count2><number>) (?P<unit2><unit>)s?",
    ),
    ("duration", r"(?P<nth><nth>)(?: consecutive| straight| successive)(?: trading)? (?P<unit><unit>)"),
    ("duration", r"(?:a )?(?P<half>quarter)[- ](?P<unit>century)"),
    ("duration", r"(?P<nth><nth>) (?P<unit><unit>) (?:in a row|running)"),
    ("duration", r"(?P<unit><unit>)(?:-|s-)?long"),
    ("date", r"(?<=the\s)(?P<story>following|previous|preceding) (?P<month><month>)(?: (?P<day><day>))?"),
    ("date", r"(?:(?<=[;,]\s)|(?<=\band\s))(?P<story>that) (?P<month><month>)(?=\s(?:the|a|an|he|she|they|it|his|her|their|its)\b)"),
    ("date", r"(?P<story>that) (?P<month><month>)(?=[.,;:)]|\s*$|\s(?:and|but|when|after|in|at|by|to|with|for|on)\b)"),
    ("set", r"(?P<set><set>)"),
    ("set", r"(?:every|each)(?: single)? (?P<unit><unit>|weekend)"),
    ("set", r"(?:every) (?P<count><number>|other|few) (?P<unit><unit>)s?"),
    ("set", r"(?:every|each) (?P<weekday><weekday>)(?: (?P<daypart><daypart>))?"),
    ("set", r"every (?P<count>other|second) (?:(?P<weekday><weekday>)|(?P<unit>weekend))"),
    ("set", r"(?P<day><nth_day>) (?:day )?of (?:every|each) (?P<unit>month)"),
    ("set", r"(?:every|each) (?P<month><month>)(?: (?P<day><day>))?"),
    ("set", r"(?:every|each) (?P<season><season>|<daypart>)"),
    ("set", r"(?P<weekday><weekday>)s"),
    ("set", r"(?P<weekday><weekday>) (?P<daypart><daypart>)s"),
    ("set", r"(?P<unit>weekend)s"),
    # The clock.
    ("clock", r"(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))? ?(?P<half_day>[ap]\.?m)(?:\.(?!\w))?(?: <zone>)?<also>"),
    ("clock", r"(?P<hour>\d{1,2})[:.h](?P<minute>[0-5]\d)(?::(?:[0-5]\d))? ?(?:hours|hrs|<zone>)<also>"),
    ("clock", r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d) ?(?:hours|hrs|<zone>)<also>"),
    ("clock", r"(?P<hour><small>|\d{1,2}) o[’']clock"),
    ("clock", r"(?P<hour><small>|\d{1,2})(?:[:.](?P<minute>[0-5]\d))? in the (?P<daypart>morning|afternoon|evening)"),
    ("clock", r"(?P<hour><small>|\d{1,2})(?:[:.](?P<minute>[0-5]\d))? at (?P<daypart>night)"),
    ("clock", r"<before_at>(?P<hour>0\d)\.(?P<minute>[0-5]\d)(?:<no_noun_but_list>|(?=\s(?:<weekday>|<dayword>)\b))"),
    (
        "clock",
        r"(?:(?:a )?(?P<fraction>half|quarter)|(?P<minutes><small>|\d{1,2})(?: minutes)?) (?P<side>past) "
        r"(?P<hour><small>|\d{1,2}|<twelve>)",
    ),
    ("clock", r"(?:a )?(?P<fraction>quarter) (?P<side>to) (?P<hour><small>|\d{1,2}|<twelve>)<no_noun_but_list>"),
    (
        "clock",
        r"<before_at>(?P<minutes>five|ten|fifteen|twenty|twenty-five|\d{1,2})(?: minutes)? (?P<side>to) "
        r"(?P<hour><small>|\d{1,2}|<twelve>)<no_noun_but_list>",
    ),
    (
        "time",
        r"<before_to_hour>(?P<hour><small>|\d{1,2})(?:[:.](?P<minute>[0-5]\d))? (?:on )?"
        r"(?P<weekday><weekday>) (?P<daypart>morning|afternoon|evening)",
    ),
    (
        "time",
        r"<before_at>(?P<hour><small>|\d{1,2})(?:[:.](?P<minute>[0-5]\d))? "
        r"(?P<deixis>this|last|that|(?:the )?(?:next|following|previous)) (?P<daypart><daypart>)",
    ),
    ("time", r"<before_at>(?P<hour><small>|\d{1,2})(?:[:.](?P<minute>[0-5]\d))? (?P<deixis>ton)(?P<daypart>ight)"),
    # `from 2:30 to 5 p.m.`, `between 2 and 4 p.m.`: what half of the day it is, only the end says.
    (
        "clock start",
        r"(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?(?=(?: (?:to|and|until|till) |[-–—])\d{1,2}(?:[:.][0-5]\d)? ?[ap]\.?m(?!\w))",
    ),
    (
        "clock start",
        r"(?:(?<=from\s)|(?<=between\s))(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)"
        r"(?= (?:to|and|until|till) (?:[01]\d|2[0-3])[0-5]\d ?(?:hours|hrs|<zone>))",
    ),
    (
        "clock start",
        r"(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?"
        r"(?= (?:to|and|until|till) \d{1,2}(?:[:.][0-5]\d)? (?:on )?<weekday> (?:morning|afternoon|evening)(?!\w))",
    ),
    (
        "clock start",
        r"(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?"
        r"(?= (?:to|and|until|till) \d{1,2}(?:[:.][0-5]\d)? in the (?:morning|afternoon|evening)(?!\w))",
    ),
    ("hour alone", r"(?<=at\s)(?P<hour>\d{1,2})<no_noun_but_list>"),
    ("clock", r"(?:12 )?(?P<word><twelve>)"),
    ("bare clock", r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?"),
    ("named day", r"(?P<named><named>)(?:,? (?:in )?(?P<year><year>)|,? (?P<deixis>last|this|next) (?P<unit>year))?"),
    ("named day", r"(?P<deixis>last|this|next)(?: (?P<unit>year)[’']s)? (?P<named><named>)"),
)

_SPACE = r"(?:[^\S\n]{1,3})"  # a group: patterns write ` ?` for an optional one
_LINE_END = re.compile(r"(?<!\n)\n(?![^\S\n]*\n)")
_DAYS = ("date", "numeric", "weekday", "day word")
_YEAR_LINK = r"(?:,? |,? (?:of|in)(?: the)? |[’']s )"
# (kinds on the left, what stands between, kinds on the right, kind of the whole)
_JOINS: tuple[tuple[tuple[str, ...], str, tuple[str, ...], str], ...] = (
    (("weekday", "weekday short"), r",? (?:the )?|\., ?|,", ("date", "numeric"), "date"),
    (("date",), r" |,? of |, |,? the ", ("unit",), "date"),
    (("date",), " in ", ("year",), "date"),
    (
        ("ago", "count from"),
        r" (?:the |his |her |its |their )?(?:(?:[a-z’']+ ){1,3}(?:on|of) )?",
        ("date", "weekday", "numeric", "day word"),
        "day beside",
    ),
    (("date",), r",? of (?:the )?|,? |,? the ", ("story",), "date"),
    (("season",), r" |,? of ", ("unit", "the unit", "year"), "period"),
    (("unit",), " ", ("year",), "year"),
    (("edge",), r" |,? of ", ("year",), "edge"),
    (("period", "first months"), _YEAR_LINK, ("year", "years", "unit", "the unit"), "period"),
    (("year", "unit"), r"[’']s |[’'] | ", ("period", "season"), "period"),
    (("weekday",), r" |,? of ", ("unit",), "date"),
    (("unit",), r",? (?:on )?", ("weekday",), "date"),
    (("story",), r",? | of | in |,? of the ", ("year", "years", "unit"), "story"),
    (_DAYS, r",? (?:at |on )?(?:in the |around |about )?| ?[-–—|,·/] ?(?:at )?| \(", ("clock", "bare clock"), "time"),
    (("date", "weekday", "day word"), r",? |,? (?:in the|at) ", ("part of day",), "time"),
    (("clock",), r" in the | at |,? ", ("part of day",), "clock"),
    (("time",), r" | in the | at ", ("part of day",), "time"),
    (("day part", "time"), r",? (?:at |around |about |by )(?:about |around )?", ("clock", "bare clock", "hour alone"), "time"),
    (("clock", "time", "bare clock"), r",? (?:on |of )?(?:the <daypart> of )?(?:the |early |late )?", (*_DAYS, "day part"), "time"),
    (("clock", "bare clock"), r",? (?:on |of )?(?:the )?", ("story", "unit"), "time"),
    (("part of day", "day part"), r" (?:of|on) ", ("date", "weekday", "day word"), "time"),
    (("set",), r" (?:on|in) ", ("date",), "set"),
    (("date",), r",? ", ("set",), "set"),
)
_MODIFIER = (
    r"(?:(?:very )?(?P<edge>(?:early|late|earlier|later|mid)(?: on| in| of|-)?|end-)(?: the)?"
    r"|(?P<hours>(?:early|late|small|first|closing|final|last|opening) (?:hours|minutes|days|weeks|months|part) (?:of|on)(?: the)?)"
    r"|(?P<part><edge>) of(?: the| last| this)?) ?-?"
)


@cache
def _fragments() -> dict[str, str]:
    words = load("dates/dates.toml")

    def either(names: Iterable[str]) -> str:
        return f"(?:{_spaced(any_of(names))})"

    def before(names: list[str]) -> str:
        return "(?:" + "|".join(rf"(?<={name}\s)" for name in names) + ")"

    months, weekdays, behind, zone = words["months"], words["weekdays"], words["behind"], either(words["fragments"]["zone"])
    small = either(n for n in words["numbers"] if len(n) > 2)
    tens, teens, ones = (
        either(n for n, value in words["numbers"].items() if low <= value < high and len(n) > 2)
        for low, high in ((20, 100), (10, 20), (1, 10))
    )
    below_hundred = rf"(?:{tens}(?:[- ]{ones})?|{teens}|{ones})"
    in_words = rf"(?:(?:{ones}|a)[- ]hundred(?:(?: and)? {below_hundred})?|(?:a|one|two) dozen|{below_hundred}|an|a)"
    number = rf"(?:\d{{1,4}}(?:,\d{{3}})?(?:\.\d{{1,2}})?|{in_words})"
    return {
        "month": either(n for n in months if len(n) > 4 or n in ("may", "june", "july"))[:-1]
        + "|"
        + "|".join(rf"{n}\b\.?" for n in months if len(n) <= 4 and n not in ("may", "june", "july"))
        + ")",
        "month_short": either(n for n in months if len(n) <= 4 and n not in ("may", "june", "july")),
        "weekday": either(n for n in weekdays if n.endswith("day")),
        "weekday_short": either(n for n in weekdays if not n.endswith("day")),
        "day": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.:]\d|,\d{1,3}(?!\d))",
        "year": r"(?:1\d{3}|20\d\d)(?!\d)",
        "nth_day": r"(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)",
        "before_at": before(words["before"]["at"]),
        "before_to_hour": before(words["before"]["to_hour"]),
        "before_rate": before(words["before"]["rate"]),
        "before_late": before([*words["before"]["late"], *(rf"\b20\d\d\s{link}" for link in ("and", "to", "or")), r"\d\d,\snot"]),
        "dash": r"[-–—]",
        "no_noun": rf"(?=[.,;:)]|\s{either(behind['no_noun'])}\b|\s*$)",
        "no_noun_but_list": rf"(?=[.,](?!\d)|[;:)!?”\"]|\s{either(behind['no_noun'] + behind['no_noun_but_list'])}\b|\s*$)",
        "new_clause": rf"(?=\s{either(behind['clause'])}\b)",
        "decade": either(words["decades"]),
        "nth": r"(?:\d{1,2}(?:st|nd|rd|th)|" + either(words["ordinals"]) + ")",
        "roman": "|".join(sorted(words["romans"], key=len, reverse=True)),
        "fiscal": either(words["years"]["kinds"]),
        "deixis": r"(?:this|last|past|next|coming|upcoming|current|ongoing|this (?:coming|past))",
        "story": either([*words["story_deixis"], "same", "that", "that same", "corresponding", "comparable"]),
        "unit": either([*words["units"], *words["singular"]]),
        "ordinal": either(words["ordinals"]),
        "spelled": rf"(?:nineteen|eighteen|twenty)[- ](?:{tens}(?:[- ]{ones})?|{teens}|(?:oh|hundred)[- ]{ones})|two thousand and {ones}",
        "week_with": either(words["fragments"]["week_with"]) + "(?: on)?",
        "number": number,
        "small": small,
        "twelve": either(words["twelves"]),
        "link": rf"(?: |-)(?:{either(words['between_number_and_unit'])}(?: |-))?",
        "edge": either(words["edges"]),
        "half": either(words["halves"]),
        "year_before": r"(?:(?:the )?(?:previous|preceding|prior) year|the year before|a year (?:earlier|ago|before))",
        "side": either(words["fragments"]["side"]),
        "span": either(words["fragments"]["span"]),
        # the same in another zone: `(0735 GMT)`, `(11:12 p.m. local time)`
        "also": rf"(?: \(\d{{1,2}}(?:[:.]?\d\d)? ?(?:[ap]\.?m\.?)? ?(?:{zone}|local)\))?",
        "set": either(words["sets"]),
        "season": either(words["seasons"]),
        "daypart": either(words["dayparts"]),
        "dayword": either(words["dayoffsets"]),
        "zone": rf"(?:{zone}|\([A-Z]{{2,4}}\))(?!\w)",
        "named": either(words["named_days"]),
    }


def _spaced(pattern: str) -> str:
    return pattern.replace(r"\ ", " ").replace("'", "[’']")


def _compiled(pattern: str) -> re.Pattern[str]:
    fragments = _fragments()
    pattern = re.sub(r"(\?P)?<([a-z_]+)>", lambda m: m[0] if m[1] else fragments[m[2]], pattern)
    # A space is white space within a paragraph; the single line ends of `find_expressions` are spaces by then.
    return re.compile(re.sub(r"\[[^][]*\]| ", lambda m: m[0].replace(" ", r"\s") if len(m[0]) > 1 else _SPACE, pattern), re.IGNORECASE)


@dataclass(frozen=True)
class _Piece:
    """A pattern of `_PIECES`, compiled when a text first has its cue and what else it needs."""

    kind: str
    cue: str
    pattern: str
    needs: Needs

    @cached_property
    def regex(self) -> re.Pattern[str]:
        return _compiled(rf"(?<![\w$£€¥#@]){self.pattern}(?!\w)")


@cache
def _pieces() -> tuple[_Piece, ...]:
    return tuple(_Piece(kind, _cue_of(pattern), pattern, needs_of(pattern, _TELLING)) for kind, pattern in _PIECES)


# Fragments that many a text lacks, and that are soon looked for.
_TELLING = (
    "month", "month_short", "weekday", "weekday_short", "season", "daypart", "dayword", "decade", "ordinal", "nth", "nth_day", "fiscal",
    "unit", "span", "side", "story", "twelve", "year", "zone", "week_with", "set", "spelled",
)  # fmt: skip


@cache
def _fragment(name: str) -> re.Pattern[str]:
    return _compiled(name)


# What a piece can't be without: the patterns with a month need to run near months only. The first sign that a pattern has counts.
_CUES = (
    ("name", r"<named>"),
    ("month", r"<month(?:_short)?>"),
    ("weekday", r"<weekday(?:_short)?>"),
    ("unit", r"\(\?P<(?:unit|noun|period|length)>|century|year\|month"),
    ("word", r"(?<!P)<(?:small|twelve|spelled|season|set|daypart|decade)>"),
    ("figure", r"\\d|<year>|\[1-4\]|\[12\]"),
)
_REACH = 60  # characters on both sides of a cue within which its pieces lie
_WORD = re.compile(r"\d+|[^\W\d_]+")


def _cue_of(pattern: str) -> str:
    return next((cue for cue, sign in _CUES if re.search(sign, pattern)), "word")


@cache
def _cue_words() -> dict[str, frozenset[str]]:
    """Return the cues of each word that a time expression can't be without, in lower case."""
    words = load("dates/dates.toml")
    lists = {
        "month": words["months"],
        "weekday": words["weekdays"],
        "unit": [*words["units"], *words["singular"], *(f"{unit}long" for unit in words["units"]), "half", "halve", "period", "weekend"],
        "word": [
            *words["seasons"], *words["dayparts"], *words["dayoffsets"], *words["sets"], *words["decades"], *words["spelled_years"],
            *("noon", "midday", "midnight", "clock", "tonight", "past", "quarter", "five", "ten", "fifteen"),
        ],
    }  # fmt: skip
    lists["name"] = words["named_days"]
    cues: dict[str, frozenset[str]] = {}
    for cue, names in lists.items():
        for word in {max(_WORD.findall(name), key=len) for name in names}:
            for form in (word, word + "s"):
                cues[form] = cues.get(form, frozenset()) | {cue}
    return cues


def _windows(text: str) -> dict[str, list[tuple[int, int]]]:
    """Return for each cue the stretches of `text` in which its pieces may lie: a look at each word is cheaper than a hundred patterns."""
    words, windows = _cue_words(), {cue: list[tuple[int, int]]() for cue, _ in (*_CUES, ("word", ""))}
    for match in _WORD.finditer(text):
        said = match[0]
        for cue in ("figure",) if said[0].isdigit() else words.get(said.lower(), ()):
            stretches = windows[cue]
            start, end = max(0, match.start() - _REACH), text.find(" ", match.end() + _REACH)  # never in the middle of a word
            end = end if end > 0 else len(text)
            if stretches and start <= stretches[-1][1]:
                start = stretches.pop()[0]
            stretches.append((start, end))
    return windows


def find_expressions(text: str) -> list[Expression]:
    """Return the time expressions of `text`, in order and without overlap. The reader has yet to see which of them are none."""
    text = _LINE_END.sub(" ", text)
    found: list[Expression] = []
    for expression in _joined(text, _longest(_matches(text))):
        if expression.kind == "part of day" and text[max(0, expression.start - 7) : expression.start].lower() == "in the ":
            expression = replace(expression, kind="day part")  # of a day that the story has told
        if expression.kind not in BOUND:
            found.append(_with_modifier(text, expression, found[-1].end if found else 0))
    return found


def _matches(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    windows = {cue: [Signs(text, start, end, _fragment) for start, end in stretches] for cue, stretches in _windows(text).items()}
    for piece in _pieces():
        for window in windows[piece.cue]:
            if window.meets(piece.needs):
                for match in piece.regex.finditer(text, window.start, window.end):
                    yield piece.kind, match


def _longest(matches: Iterator[tuple[str, re.Match[str]]]) -> list[Expression]:
    """Keep the leftmost match, of those the longest; the order of the patterns settles ties."""
    kept: list[Expression] = []
    for kind, match in sorted(matches, key=lambda found: (found[1].start(), -found[1].end())):
        if not kept or match.start() >= kept[-1].end:
            kept.extend(_expressions(kind, match))
    return kept


_UNIT_FIELDS = {"unit", "unit2", "unit3", "noun", "period", "length"}


def _expressions(kind: str, match: re.Match[str]) -> list[Expression]:
    fields = {name: _canonical(said) for name, said in match.groupdict().items() if said}
    if "mm" in fields:
        fields["month"] = fields.pop("mm")
    if "short_year" in fields:
        fields["year"] = f"20{fields.pop('short_year')}"
    if "spelled" in fields:
        fields["year"] = f"{spelled_year(fields['spelled']):04}"
    for name in _UNIT_FIELDS & set(fields):
        fields[name] = load("dates/dates.toml")["singular"].get(fields[name], fields[name])
    if kind == "day part" and "side" in fields:
        fields["deixis"] = "previous" if fields["side"] == "before" else "following"
    if kind != "days":
        return [Expression(match.start(), match.end(), kind, fields)]
    return _each_day(match, fields)


def _each_day(match: re.Match[str], fields: dict[str, str]) -> list[Expression]:
    """`January 22, 23 and 28`: a date for each of the days.

    The one beside the month has its characters, too, the last one those of the year.
    """
    start = match.start("days")
    spans = [(start + day.start(), start + day.end(), day[0]) for day in re.finditer(r"\d{1,2}(?:st|nd|rd|th)?", match["days"])]
    found = [Expression(first, last, "date", fields | {"day": day.lower(), "other": "day"}) for first, last, day in spans]
    if match.start("month") < start:
        found[0] = replace(found[0], start=match.start("month"))
        found[-1] = replace(found[-1], end=match.end())
    else:
        found[-1] = replace(found[-1], end=match.end())
    return found


def _canonical(said: str) -> str:
    return re.sub(r"\s+", " ", said.lower().replace("’", "'"))


@cache
def _joins() -> tuple[tuple[tuple[str, ...], re.Pattern[str], tuple[str, ...], str], ...]:
    return tuple((left, _compiled(gap), right, kind) for left, gap, right, kind in _JOINS)


def _joined(text: str, pieces: list[Expression]) -> list[Expression]:
    """Join neighbours for as long as there are some that belong together."""
    done: list[Expression] = []
    for piece in pieces:
        done.append(piece)
        while len(done) > 1 and (whole := _join(text, done[-2], done[-1])):
            done[-2:] = [whole]
    return done


def _join(text: str, left: Expression, right: Expression) -> Expression | None:
    if right.start - left.end > 24 or ("set" in left.fields and text[left.start].isupper()):  # the China Daily in March
        return None
    for lefts, gap, rights, kind in _joins():
        if left.kind in lefts and right.kind in rights and not _clash(left, right) and gap.fullmatch(text, left.end, right.start):
            return Expression(left.start, right.end, kind, left.fields | _joined_fields(text, left, right))
    return None


def _joined_fields(text: str, left: Expression, right: Expression) -> dict[str, str]:
    """`5 February the next year`: behind `the` and a date, `next year` is the story's."""
    if left.kind == "date" and right.fields.get("deixis") == "next" and text[left.end : right.start].lower().endswith("the "):
        return {"story": "next", "noun": right.fields["unit"]}
    return right.fields


def _clash(left: Expression, right: Expression) -> bool:
    """Say whether the two speak of the same thing (`Monday` `Tuesday`), or the one on the right can't belong to the left one."""
    if set(left.fields) & set(right.fields):
        return True
    if left.kind in ("ago", "count from"):
        return not _counts_from(left, right)
    if left.kind in ("clock", "bare clock") or right.kind == "hour alone":
        return _clash_of_clock(left, right)
    if left.kind == "date" and right.kind == "year":
        return "month" not in left.fields or bool({"deixis", "unit", "story"} & set(left.fields))
    return _clash_of_units(left, right)


def _clash_of_clock(left: Expression, right: Expression) -> bool:
    """A clock time belongs to `the next day` and no other unit; an hour alone (`Monday morning at 9`) needs the part of the day."""
    if right.kind == "hour alone":
        return "daypart" not in left.fields
    return right.kind in ("story", "unit") and right.fields.get("noun", right.fields.get("unit")) != "day"


def _clash_of_units(left: Expression, right: Expression) -> bool:
    """Say whether a day, a month or a unit can't be of the other: `May` is of `next year`, `Monday` of `last week`."""
    if left.kind == "unit" and right.kind == "weekday" and "deixis" not in left.fields:
        return True
    if left.kind == "date" and right.kind == "unit" and right.start - left.end > 4 and right.fields.get("deixis") != "next":
        return True  # `the` stands before the story's `next year` alone
    if left.kind == "date" and right.kind == "story":
        apart = right.start - left.end < 3 and not right.fields["story"].startswith("that")  # no `of` between
        return apart or right.fields.get("noun") != "year" or bool({"year", "unit", "deixis"} & set(left.fields))
    if "unit" in (left.kind, right.kind):
        units = {left.fields.get("unit"), right.fields.get("unit")}
        other = left if right.kind == "unit" else right
        return not units & ({"week", "weekend"} if "weekday" in other.fields and "month" not in other.fields else {"year"})
    if left.kind in ("weekday", "weekday short") and right.kind == "date":
        return "day" not in right.fields
    needs_day = left.kind in ("date", "numeric") and right.kind in ("clock", "bare clock", "part of day")
    return needs_day and not {"day", "numeric", "weekday"} & set(left.fields)


def _counts_from(left: Expression, right: Expression) -> bool:
    """Say whether `left` counts from the day of `right`: `the day before 3 May`, `90 days after January 12`, `a week from Friday`."""
    if not {"day", "weekday", "numeric", "dayword"} & set(right.fields) or "later" in right.fields:
        return False
    if left.fields.get("side") == "ago":  # `a week ago Monday`, `a year ago today`
        is_beside = right.start - left.end < 5 and set(right.fields) <= {"weekday", "dayword"}
        return is_beside and "count" in left.fields and (right.kind == "day word" or left.fields.get("unit") == "week")
    if "count" not in left.fields:
        return left.fields.get("unit") == "day"
    is_calendar = left.fields.get("unit") in ("day", "week", "month", "year")
    return is_calendar and left.fields["side"] in ("before", "after", "from") and number_of(left.fields["count"]) is not None


@cache
def _modifier() -> re.Pattern[str]:
    return _compiled(rf"(?<!\w){_MODIFIER}$")


def _with_modifier(text: str, expression: Expression, floor: int) -> Expression:
    """Take up `early`, `end of` and the like on the left, from character `floor` on."""
    if expression.kind in ("duration", "set", "ago", "vague"):
        return expression
    start = max(floor, expression.start - 30)
    match = _modifier().search(text[start : expression.start])
    if match is None or (expression.kind in ("clock", "bare clock") and not match["edge"]):
        return expression
    said = match["edge"] or match["part"] or match["hours"]
    return Expression(start + match.start(), expression.end, expression.kind, expression.fields | {"modifier": said.lower().strip(" -")})
