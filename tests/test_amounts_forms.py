"""Any value in any form of the newspapers is read back: numbers, money in the twenty currencies most traded, units, parts of a percent."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import spacy
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.figures.amounts.currencies import Context
from newsfacts.figures.amounts.decimals import as_house_writes
from newsfacts.figures.amounts.matching import on_its_side, percentages
from newsfacts.figures.amounts.measurements import quantities
from newsfacts.figures.amounts.money import money
from newsfacts.figures.amounts.numbers import parse_number
from newsfacts.figures.amounts.units import surfaces
from newsfacts.habits import Habits

BLANK = spacy.blank("en")
ONES = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def grouped(n: int, sign: str) -> str:
    return f"{n:,}".replace(",", sign)


def indian(n: int) -> str:
    head, tail = divmod(n, 1000)
    digits = str(head) if head < 100 else indian_pairs(head)
    return f"{digits},{tail:03}" if head else str(tail)


def indian_pairs(n: int) -> str:
    head, tail = divmod(n, 100)
    return f"{indian_pairs(head)},{tail:02}" if head else str(tail)


def spelled(n: int, joint: str = " and ") -> str:
    """Return a whole number below a billion in words."""
    for scale, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if n >= scale:
            head, tail = divmod(n, scale)
            between = joint if tail < 100 and scale <= 1000 else " "
            return f"{spelled(head, joint)} {name}" + (between + spelled(tail, joint) if tail else "")
    if n < 20:
        return ONES[n - 1]
    ten, one = divmod(n, 10)
    return TENS[ten - 2] + (f"-{ONES[one - 1]}" if one else "")


# forms of a whole number and what each writes
WHOLE: dict[str, Callable[[int], str]] = {
    "1234567": str,
    "1,234,567": lambda n: grouped(n, ","),
    "1 234 567": lambda n: grouped(n, " "),
    "1\u00a0234\u00a0567": lambda n: grouped(n, "\u00a0"),
    "1\u2009234\u2009567": lambda n: grouped(n, "\u2009"),
    "1\u202f234\u202f567": lambda n: grouped(n, "\u202f"),
    "1'234'567": lambda n: grouped(n, "'"),
    "1’234’567": lambda n: grouped(n, "’"),
    "12,34,567": indian,
    "1.234.567": lambda n: grouped(n, ".") if n >= 10**6 else str(n),
    "1.234,00": lambda n: grouped(n, ".") + ",00" if n >= 1000 else str(n),
    "1,234.00": lambda n: grouped(n, ",") + ".00",
}
WORDS: dict[str, Callable[[int], str]] = {
    "one hundred and one": spelled,
    "one hundred one": lambda n: spelled(n, " "),
    "One Hundred": lambda n: spelled(n).title(),
}
# scale → what stands behind the digits
SCALES = {
    10**3: [" thousand", " Thousand", "K", "k", " thou"],
    10**5: [" lakh", " Lakh", " lac"],
    10**6: [" million", " Million", " MILLION", "million", "-million", "m", "M", " mn", "Mn", " mln", " mil", "mil", " mill"],
    10**7: [" crore", " Crore", "-crore", " Cr", "cr"],
    10**9: [" billion", " Billion", "billion", "-billion", "bn", " Bn", "BN", " bln", " bil", "b", "B"],
    10**12: [" trillion", " TRILLION", "trillion", " tn", "tn", "T", " lakh crore"],
}
SCALED = [(scale, behind) for scale, all_behind in SCALES.items() for behind in all_behind]
DECIMALS = st.decimals(Decimal("0.1"), 999, places=1)

# the twenty currencies most traded: before the number, and by name behind it
CURRENCIES = {
    "USD": (["$", "US$", "USD ", "USD"], "US dollars"),
    "EUR": (["€", "EUR ", "EUR", "€ "], "euros"),
    "JPY": (["¥", "JPY "], "yen"),
    "GBP": (["£", "GBP "], "pounds sterling"),
    "CNY": (["CNY ", "RMB", "RMB "], "yuan"),
    "AUD": (["A$", "AU$", "AUD "], "Australian dollars"),
    "CAD": (["C$", "CA$", "CAD "], "Canadian dollars"),
    "CHF": (["CHF ", "CHF"], "Swiss francs"),
    "HKD": (["HK$", "HKD "], "Hong Kong dollars"),
    "SGD": (["S$", "SGD "], "Singapore dollars"),
    "SEK": (["SEK "], "Swedish kronor"),
    "KRW": (["₩", "KRW "], "South Korean won"),
    "NOK": (["NOK "], "Norwegian kroner"),
    "NZD": (["NZ$", "NZD "], "New Zealand dollars"),
    "INR": (["₹", "Rs ", "Rs.", "INR "], "Indian rupees"),
    "MXN": (["MX$", "MXN "], "Mexican pesos"),
    "TWD": (["NT$", "TWD "], "New Taiwan dollars"),
    "ZAR": (["ZAR "], "rand"),
    "BRL": (["R$", "BRL "], "Brazilian reais"),
    "DKK": (["DKK "], "Danish kroner"),
}
SIGNS = [(code, sign) for code, (signs, _) in CURRENCIES.items() for sign in signs]


@given(st.integers(1, 10**12), st.sampled_from(sorted(WHOLE)))
def test_a_whole_number_is_read_back(n: int, form: str) -> None:
    assert parse_number(WHOLE[form](n)) == n


@given(st.integers(1, 10**9 - 1), st.sampled_from(sorted(WORDS)))
def test_a_number_in_words_is_read_back(n: int, form: str) -> None:
    assert parse_number(WORDS[form](n)) == n


@given(st.integers(1, 99), st.sampled_from([("{} and a half million", "0.5"), ("{} and three quarters million", "0.75")]))
def test_a_number_with_a_part_is_read_back(n: int, form: tuple[str, str]) -> None:
    written, part = form
    assert parse_number(written.format(spelled(n))) == (n + Decimal(part)) * 10**6


@given(DECIMALS, st.sampled_from(SCALED), st.sampled_from(SIGNS))
def test_money_with_its_scale_is_read_back(n: Decimal, scaled: tuple[int, str], sign: tuple[str, str]) -> None:
    (scale, behind), (code, before) = scaled, sign
    text = f"The plan cost {before}{n}{behind} last year."
    [found] = money(text, Context())
    assert (text[found.start : found.end], found.numbers, found.unit) == (f"{before}{n}{behind}", (n * scale,), code)


@given(st.integers(100, 10**12), st.sampled_from(sorted(WHOLE)), st.sampled_from(SIGNS))
def test_money_in_digits_is_read_back(n: int, form: str, sign: tuple[str, str]) -> None:
    code, before = sign
    text = f"The plan cost {before}{WHOLE[form](n)} last year."
    [found] = money(text, Context())
    assert (found.numbers, found.unit) == ((n,), code)


@given(DECIMALS, st.sampled_from([s for s in SCALED if s[1].strip().isalpha()]), st.sampled_from(sorted(CURRENCIES)))
def test_money_by_name_is_read_back(n: Decimal, scaled: tuple[int, str], code: str) -> None:
    scale, behind = scaled
    text = f"The plan cost {n}{behind} {CURRENCIES[code][1]} last year."
    assert [(f.numbers, f.unit) for f in money(text, Context())] == [((n * scale,), code)]


@given(st.sampled_from(SIGNS), st.sampled_from(SIGNS), DECIMALS, DECIMALS, st.sampled_from([" and ", ", ", " to ", " or "]))
def test_each_sum_has_its_own_currency(first: tuple[str, str], second: tuple[str, str], n: Decimal, m: Decimal, joint: str) -> None:
    if first[0] != second[0] and second[1] != "$":
        text = f"They paid {first[1]}{n} million{joint}{second[1]}{m} billion to the court."
        assert [(f.numbers, f.unit) for f in money(text, Context())] == [((n * 10**6,), first[0]), ((m * 10**9,), second[0])]


NAMES = sorted(name for name, unit in surfaces()[0].items() if unit.dimension not in ("temperature", "count") and name.isalpha())


@given(st.integers(2, 10**9), st.sampled_from(sorted(WHOLE)), st.sampled_from(NAMES))
def test_a_measure_is_read_back(n: int, form: str, name: str) -> None:
    text = f"The report gives {WHOLE[form](n)} {name} in all."
    unit = surfaces()[0][name]
    found = list(quantities(BLANK(text), text))
    assert [(f.numbers, f.unit) for f in found] == ([] if unit.name == "pound" and not found else [((n * unit.scale,), unit.name)])


@given(DECIMALS, st.sampled_from(["%", " %", " percent", " per cent", "-percent", " pct", "pc"]))
def test_a_percentage_is_read_back(n: Decimal, behind: str) -> None:
    assert [(f.numbers, f.unit) for f in percentages(f"Prices rose {n}{behind} in May.")] == [((n,), "percent")]


PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "eighth": 8, "tenth": 10, "hundredth": 100}


WHOLES = ["of a percent", "of one percent", "of 1 percent", "of a percentage point"]


@given(st.sampled_from(sorted(PARTS)), st.integers(1, 4), st.sampled_from(WHOLES))
def test_a_part_of_a_percent_is_read_back(part: str, n: int, whole: str) -> None:
    text = f"The fee rose by {ONES[n - 1]}-{part}{'s' if n > 1 else ''} {whole}, to 4.5 percent."
    assert [f.numbers[0] for f in percentages(text)] == [Decimal(n) / PARTS[part], Decimal("4.5")]


# symbols that only the sentence around them tells from letters of names, and those that hold a range's dash, stand elsewhere
DOUBTFUL = {"C", "F", "t", "l", "L", "g", "kt", "m", "in", "″", "W", "V"}
SYMBOLS = sorted(s for s, unit in surfaces()[1].items() if unit.dimension not in ("temperature", "count") and s not in DOUBTFUL)


@given(DECIMALS, st.sampled_from(["{}{}", "{} {}", "{}\u00a0{}"]), st.sampled_from(SYMBOLS))
def test_a_measure_by_its_symbol_is_read_back(n: Decimal, form: str, symbol: str) -> None:
    text = f"The report gives {form.format(n, symbol)} in all."
    unit = surfaces()[1][symbol]
    assert [(f.numbers, f.unit, f.per) for f in quantities(BLANK(text), text)] == [((n * unit.scale,), unit.name, unit.per)]


@given(st.integers(1, 9), st.integers(1, 9), st.sampled_from(["mile", "tonne", "litre", "US gallon", "kilometre", "barrel"]))
def test_a_part_of_a_unit_is_read_back(n: int, more: int, name: str) -> None:
    text = f"The path took {n}/{n + more} of a {name} of the plan."
    [found] = quantities(BLANK(text), text)
    assert (found.numbers, found.unit) == ((Decimal(n) / (n + more),), surfaces()[0][name.lower()].name)


RANGES = ["${} to ${} billion", "${}-{} billion", "${}–{} billion", "${} billion to ${} billion", "between ${} billion and ${} billion"]


@given(st.integers(1, 400), st.integers(1, 400), st.sampled_from([*RANGES, "${}- to ${}-billion", "between ${} and ${} billion"]))
def test_a_range_of_money_is_read_back(n: int, more: int, form: str) -> None:
    [found] = money(f"The plan needs {form.format(n, n + more)} this year.", Context())
    assert (found.numbers, found.unit) == ((n * 10**9, (n + more) * 10**9), "USD")


@given(DECIMALS, st.sampled_from(["-{}%", "−{}%", "minus {} percent", "-{} percent", "−{} per cent", "negative {} percent"]))
def test_a_level_below_nought_is_read_back(n: Decimal, form: str) -> None:
    text = f"The rate fell to {form.format(n)} in May."
    assert [on_its_side(text, f).numbers for f in percentages(text)] == [(-n,)]


@given(st.integers(1, 10**9), st.integers(0, 99), st.sampled_from(["€{}", "EUR {}", "{} euros", "US${}"]))
def test_a_house_with_a_decimal_comma_is_read_back(n: int, cents: int, form: str) -> None:
    written = form.format(f"{grouped(n, '.')},{cents:02}")
    text, unsettled = as_house_writes(f"The plan cost {written} last year.", Habits(decimal="comma"))
    assert ([f.numbers for f in money(text, Context())], unsettled) == ([(n + Decimal(cents) / 100,)], [])


SHARES = [
    "{} to {} percent",
    "{}-{}%",
    "{}% to {}%",
    "between {} and {} per cent",
    "{}–{} pct",
    "{} percent to {} percent",
    "between {}% and {}%",
]


@given(st.integers(1, 40), st.integers(1, 40), st.sampled_from(SHARES))
def test_a_range_of_percentages_is_read_back(n: int, more: int, form: str) -> None:
    [found] = percentages(f"The rate is {form.format(n, n + more)} in May.")
    assert (found.numbers, found.unit) == ((n, n + more), "percent")


@given(
    st.integers(1, 40), st.integers(1, 40), st.sampled_from(["from {}% to {}%", "from {} percent to {} percent", "from {} to {} percent"])
)
def test_a_movement_of_percentages_is_two_figures(n: int, more: int, form: str) -> None:
    assert [f.numbers for f in percentages(f"The rate rose {form.format(n, n + more)}.")] == [(n,), (n + more,)]


SPANS = ["{} to {} km", "{}-{}km", "between {} and {} kilometres", "{} km to {} km", "{}–{} kilometres", "{}- to {}-kilometre"]


@given(st.integers(2, 400), st.integers(1, 400), st.sampled_from(SPANS))
def test_a_range_of_measures_is_read_back(n: int, more: int, form: str) -> None:
    text = f"The road measures {form.format(n, n + more)} in all."
    [found] = quantities(BLANK(text), text)
    assert (found.numbers, found.unit) == ((n, n + more), "kilometre")


JOINTS = ["{0}{1} to {0}{2} billion", "{0}{1}-{2} billion", "between {0}{1} and {0}{2} billion", "{0}{1}- to {0}{2}-billion"]


@given(st.integers(1, 400), st.integers(1, 400), st.sampled_from(JOINTS), st.sampled_from(SIGNS))
def test_a_range_in_each_currency_is_read_back(n: int, more: int, form: str, sign: tuple[str, str]) -> None:
    code, before = sign
    [found] = money(f"The plan needs {form.format(before, n, n + more)} this year.", Context())
    assert (found.numbers, found.unit) == ((n * 10**9, (n + more) * 10**9), code)


@given(st.integers(2, 90), st.integers(2, 90), st.sampled_from(SIGNS), st.sampled_from([" million", "bn", " trillion"]))
def test_a_movement_back_has_one_scale(n: int, m: int, sign: tuple[str, str], scale: str) -> None:
    code, before = sign
    found = list(money(f"Sales moved to {before}{n} from {before}{m}{scale} in May.", Context()))
    factor = parse_number(f"1{scale}") or 0
    if n < 10 * m:
        assert [(f.numbers, f.unit) for f in found] == [((n * factor,), code), ((m * factor,), code)]


HUNDREDTHS = {
    "{} cents": "USD",
    "{} US cents": "USD",
    "{} euro cents": "EUR",
    "{} pence": "GBP",
    "{}p": "GBP",
    "{} paise": "INR",
    "{} sen": "MYR",
}


@given(st.integers(2, 99), st.sampled_from(sorted(HUNDREDTHS)))
def test_hundredths_are_read_back(n: int, form: str) -> None:
    [found] = money(f"The fare rose by {form.format(n)} in May.", Context())
    assert (found.numbers, found.unit) == ((Decimal(n) / 100,), HUNDREDTHS[form])


POINTS = {
    "{} basis points": "basis point", "{}-basis-point": "basis point", "{} bps": "basis point", "{} percentage points": "percentage point",
    "{} percentage-point": "percentage point",
}  # fmt: skip


@given(st.integers(2, 300), st.sampled_from(sorted(POINTS)))
def test_points_are_read_back(n: int, form: str) -> None:
    [found] = percentages(f"The bank made a {form.format(n)} move in May.")
    assert (found.numbers, found.unit) == ((n,), POINTS[form])


@given(
    st.integers(2, 900), st.sampled_from(["million", "billion", "trillion"]), st.sampled_from(["-{}-dollar", "-{} dollar", " {} dollar"])
)
def test_a_sum_before_its_noun_is_read_back(n: int, scale: str, form: str) -> None:
    [found] = money(f"The port has a {n}{form.format(scale)} debt.", Context())
    assert (found.numbers, found.unit) == ((n * (parse_number(f"1 {scale}") or 0),), "USD")
