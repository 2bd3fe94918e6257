"""Whatever the text, a sheet's offsets hold, its references exist, and the same text gives the same sheet."""

from __future__ import annotations

import datetime

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from quotes import all_quotes, all_spans
from spacy.language import Language

from newsfacts import Article, FactSheet, make_sheet

FRAGMENTS = [
    "President Ilze Bērziņa told reporters in Riga on Tuesday that ",
    "exports fell 4.5% in March, after a rise of 0.3 percentage points the month before. ",
    "The company paid €1.2bn (US$1.3 billion) for 12,500 tonnes of copper",
    "RIGA, 3 June 2026 (Wire) — ",
    "between 3 and 3.5 per cent",
    "Zażółć Gęślą, chief executive of Jaźń S.A., ",
    "about 50km/h, up to 1,2.3,4 metres",
    "from 2019-20 to Q3 2021, ",
    "$$$ 5 %% £.5 -3% 1/2 ½ ² ٣ 五",
    "9" * 400 + " percent",
    "$1" + ",000" * 120,
    "Feb. 31, 2026, 0000-00-00, 32/13/99999",
    "\n\n",
    "\r\n",
    "\x00",
    "\ufeff",
    "\u200b\u200d",
    "e\u0301\u0323 A\u030a",
    "👩‍👩‍👧 🇫🇷 ",
    "\u202eالقاهرة\u202c ٢٠٢٦ ",
    "ירושלים ",
    "東京で",
    "“", "’s ", "—", "(", ")", "...", "<b>", "[/]",
]  # fmt: skip
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
NEWS = st.lists(st.one_of(st.sampled_from(FRAGMENTS), ANY_TEXT), max_size=8).map("".join)
DAYS = st.none() | st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1))


@settings(max_examples=120, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(text=NEWS, published=DAYS)
@example(text="", published=None)
@example(text="\n \t\r\n", published=None)
@example(text="".join(FRAGMENTS), published=datetime.date(2026, 6, 3))
def test_any_text_gives_a_sound_sheet(nlp: Language, text: str, published: datetime.date | None) -> None:
    article = Article(text=text, published=published)
    sheet = make_sheet(article, nlp=nlp)

    assert sheet.source.length == len(text)
    assert all(text[start:end] == quote != "" for start, end, quote in all_quotes(sheet))
    for fact in all_spans(sheet):
        sentence = sheet.sentences[fact.sentence]
        assert sentence.start <= fact.start < sentence.end
    assert all(0 <= s.start < s.end <= len(text) for s in sheet.sentences)
    assert {o.holder for o in sheet.offices if o.holder} <= {p.id for p in sheet.people}
    credited = {f.source.id for f in (*sheet.percentages, *sheet.money, *sheet.quantities) if f.source and f.source.id}
    assert credited <= {entity.id for entity in (*sheet.people, *sheet.organizations)}
    assert FactSheet.model_validate_json(sheet.model_dump_json()) == sheet
    assert make_sheet(article, nlp=nlp) == sheet
