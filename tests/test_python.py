"""What Python programs call: facts of a sheet, their sentences, tables."""

from __future__ import annotations

import html
import io
from pathlib import Path

import pytest
from sheets import sheet_of
from test_formats import SHEET, TEXT

import newsfacts
from newsfacts import FactSheet
from newsfacts.cli.batch.outputs import rendered, write_joined
from newsfacts.cli.formats import SECTIONS, as_dict, to_csv, to_jsonl
from newsfacts.cli.main import main
from newsfacts.cli.stored import rebuilt_text


def test_facts_and_their_sentences() -> None:
    facts = list(SHEET.facts())
    assert [type(fact).__name__ for fact in facts] == [
        *("Person", "Office", "Place", "Date", "Date", "Percentage", "Money", "Money", "Quantity"),
    ]
    assert SHEET.text_of(facts[0]).startswith("Kenyan President")
    assert SHEET.text_of(facts[-2]) == "Freight costs were cut by $2 million."
    assert SHEET.model_copy(update={"sentences": []}).text_of(facts[0]) == ""


def test_a_section_as_a_table() -> None:
    pytest.importorskip("pandas")
    table = SHEET.to_pandas("money")
    assert table["value"].tolist() == [77300000000, 2000000]
    assert table["sentence_text"].tolist()[1] == "Freight costs were cut by $2 million."
    assert list(SHEET.to_pandas("organizations").columns) == ["id", "name", "mentions", "confidence", "sentence_text"]
    with pytest.raises(ValueError, match="'cash' is no section of facts; there are people, "):
        SHEET.to_pandas("cash")


def test_a_notebook_shows_the_page() -> None:
    """In a frame of its own, whose text is that of the sheet, or its sentences where it holds none."""
    for sheet in (SHEET, SHEET.model_copy(update={"text": TEXT})):
        frame = sheet._repr_html_()
        assert frame.startswith('<iframe srcdoc="&lt;!DOCTYPE html&gt;')
        assert frame.count("<") == 2
        page = html.unescape(frame)
        assert page.count("Freight costs were cut by") > 1
        assert "default-src &#39;none&#39;" in page


def test_a_sheet_holds_its_text_where_it_is_asked_for() -> None:
    assert "text" not in as_dict(SHEET)
    whole = SHEET.model_copy(update={"text": TEXT})
    assert as_dict(whole)["text"] == TEXT == FactSheet.model_validate_json(to_jsonl(whole)).text == rebuilt_text(whole)


def test_parquet_tells_who_is_one(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    sheets = [
        sheet_of(
            f"{name}.txt",
            f"President {name}, Ruth Wé",
            people=[{"name": name, "office": "President", "of_country": "KE"}, {"name": "Ruth Wé"}],
        )
        for name in ("Amina Odhiambo", "Odhiambo", "Amina Otieno")
    ]
    (tmp_path / "all.jsonl").write_text("".join(map(to_jsonl, sheets)))
    assert main(["convert", str(tmp_path / "all.jsonl"), "-o", str(tmp_path / "facts.parquet")]) == 0
    rows = parquet.read_table(tmp_path / "facts.parquet").to_pylist()
    assert [row["entity"] for row in rows if row["section"] == "people" and row["name"] != "Ruth Wé"] == [
        "people:amina-odhiambo", "people:amina-odhiambo", "people:amina-otieno"]  # fmt: skip
    assert {row["entity"] for row in rows if row["section"] == "offices"} == {None}


def test_public_names_and_a_clear_word_for_what_is_no_text() -> None:
    assert dir(newsfacts) == ["Article", "FactSheet", "ModelError", "__version__", "extract", "load_pipeline", "make_sheet"]
    with pytest.raises(TypeError, match="takes the text of an article, a str, and got NoneType"):
        newsfacts.extract(None)  # type: ignore[arg-type]


@pytest.mark.parametrize("module", ["pandas", "duckdb"])
def test_tables_are_read_with_their_types(module: str, tmp_path: object) -> None:
    """Parquet and CSV, in pandas and DuckDB: days are days, numbers are numbers."""
    library = pytest.importorskip(module)
    pytest.importorskip("pyarrow")
    path = f"{tmp_path}/facts"
    stream = io.BytesIO()
    write_joined("parquet", [rendered("parquet", SHEET, TEXT, SECTIONS)], stream, packed=False)
    with open(f"{path}.parquet", "wb") as parquet, open(f"{path}.csv", "w", encoding="utf-8", newline="") as table:
        parquet.write(stream.getvalue())
        table.write(to_csv(SHEET, TEXT, header=True))
    for ending in ("parquet", "csv"):
        if module == "duckdb":
            query = f"select number, when_first, year(when_first) from '{path}.{ending}' where section = 'percentages'"
            ((number, first, year),) = library.sql(query).fetchall()
        else:
            read = library.read_parquet if ending == "parquet" else library.read_csv
            frame = read(f"{path}.{ending}", **({} if ending == "parquet" else {"parse_dates": ["when_first"]}))
            row = frame[frame["section"] == "percentages"].iloc[0]
            number, first, year = row["number"], row["when_first"], row["when_first"].year
        assert (number, str(first)[:10], year) == (5.75, "2026-03-01", 2026)
