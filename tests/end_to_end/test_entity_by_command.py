"""An entity on the command line, on the sample: counts, quotations, evidence, wrong names."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from pathlib import Path
from typing import Any

from corpus.sample import folder


def filled(broadsheet: Any) -> None:
    broadsheet("add", folder(), "--wait")


def test_an_entity_is_told_with_its_outlets_months_company_and_quotations(broadsheet: Any) -> None:
    filled(broadsheet)
    found = broadsheet("entity", "Tolliver", "--json", "--evidence").json
    assert (found["name"], found["type"]) == ("Bram Tolliver", "person")
    assert found["spellings"][0][0] == "Bram Tolliver"
    assert sum(times for _, times in found["spellings"]) == found["mentions"]
    assert sum(one["articles"] for one in found["outlets"]) == found["article_count"]
    assert found["article_count"] == len(found["articles"])
    assert sum(one["articles"] for one in found["months"]) + found["undated"] == len(
        found["articles"]
    )
    assert found["quoted"]["direct"]["words"] > 0
    assert {one["kind"] for one in found["quotations"]} <= {"direct", "indirect", "fragment"}
    for one in (*found["outlets"], *found["with"], *found["labels"], *found["months"]):
        assert len(one["ids"]) == one["articles"]
    assert found["coverage"]["articles"] == 45
    assert found["names_pending"]["articles"] == 0
    assert found["may_be_several"] is False


def test_a_query_narrows_it_and_nothing_found_is_status_one(broadsheet: Any) -> None:
    filled(broadsheet)
    found = broadsheet("entity", "Tolliver", "--query", "outlet:Wire", "--json").json
    assert 0 < found["article_count"] < found["without_query"]
    assert broadsheet("entity", "Tolliver", "--query", "qqqq").status == 1
    assert broadsheet("entity", "Tolliver", "--query", "colour:red").status == 2
    assert broadsheet("entity", "Tolliver", "--evidence").status == 2


def test_wrong_names_offer_near_ones_and_ambiguous_ones_are_listed(broadsheet: Any) -> None:
    filled(broadsheet)
    done = broadsheet("entity", "Brem", "Toliver")
    assert done.status == 1
    assert "Did you mean “Bram Tolliver” (person)" in done.err
    done = broadsheet("entity", "Calder")
    assert done.status == 2
    assert "organisation:calder lines  Calder Lines" in done.err
    assert broadsheet("entity", "place:Port Calder").status == 0
    assert broadsheet("entity", "Port", "Calder", "--type", "place").status == 0


def test_a_blank_name_is_wrong_usage(broadsheet: Any) -> None:
    filled(broadsheet)
    for name in ("", "  ", "\t"):
        done = broadsheet("entity", name)
        assert done.status == 2
        assert "needs a letter" in done.err
        assert done.out == ""


def test_names_that_were_not_read_yet_are_said_to_be_pending(
    broadsheet: Any, tmp_path: Path
) -> None:
    filled(broadsheet)
    late = tmp_path / "late.txt"
    late.write_text("Late news\n\nBram Tolliver was seen at the east gate again, people said.\n")
    broadsheet("add", late)
    done = broadsheet("entity", "Tolliver")
    assert "1 pending, 1 of them hold these words" in done.err
    assert broadsheet("entity", "Tolliver", "--json").json["names_pending"]["articles"] == 1


def test_csv_has_every_count_and_no_formula(broadsheet: Any, tmp_path: Path) -> None:
    filled(broadsheet)
    formula = tmp_path / "formula.txt"
    formula.write_text("=SUM(A1:A9)\n\nBram Tolliver said nothing about it to the Coastal Post.\n")
    broadsheet("add", formula, "--wait")
    rows = list(csv.reader(io.StringIO(broadsheet("entity", "Tolliver", "--csv").out)))
    assert rows[0][:3] == ["section", "what", "detail"]
    assert {"spelling", "outlet", "month", "with", "quotation", "label", "article"} <= {
        row[0] for row in rows
    }
    assert any("SUM(A1" in row[1] for row in rows)
    assert not any(cell[:1] in ("=", "+", "@") for row in rows for cell in row)


def test_an_entity_is_written_as_a_page_whose_rows_name_what_they_count(
    broadsheet: Any, tmp_path: Path
) -> None:
    filled(broadsheet)
    page = tmp_path / "tolliver.html"
    assert broadsheet("entity", "Tolliver", "--html", "-o", page).status == 0
    written = page.read_text(encoding="utf-8")
    assert "<script" not in written
    found = broadsheet("entity", "Tolliver", "--json", "--evidence").json
    for one in (*found["spellings"], *found["labels"][:5]):
        assert html.escape(one[0] if isinstance(one, list) else one["text"]) in written
    ids = {one["id"] for one in found["articles"]}
    assert ids == set(re.findall(r'<li id="a([0-9a-f]{16})">', written))
    (first,) = found["quotations"][:1]
    assert html.escape(first["text"]) in written
    markdown = broadsheet("entity", "Tolliver", "--markdown").out
    assert markdown.startswith("# Bram Tolliver")
    assert "sentences are counted from 1, the title among them; in JSON from 0" in markdown


def test_plain_text_goes_to_the_file_that_is_named(broadsheet: Any, tmp_path: Path) -> None:
    filled(broadsheet)
    file = tmp_path / "tolliver.txt"
    written = broadsheet("entity", "Tolliver", "--plain", "-o", file)
    assert (written.status, written.out) == (0, "")
    assert file.read_text(encoding="utf-8") == broadsheet("entity", "Tolliver", "--plain").out


def test_a_title_with_sixteen_digits_is_no_article_s_id(broadsheet: Any, tmp_path: Path) -> None:
    records = [
        {"title": "Parcel 9400110200881234 came to Ines Varga", "outlet": "Harbour Gazette",
         "date": "2031-03-13", "body": "Ines Varga opened the parcel in Port Calder. A bell."},
        {"title": "The parcel 00deadbeef00cafe", "outlet": "Meridian Wire",
         "date": "2031-03-13", "body": "A parcel reached Ines Varga in Port Calder. A bell."},
    ]  # fmt: skip
    file = tmp_path / "parcels.jsonl"
    file.write_text("".join(json.dumps(one) + "\n" for one in records))
    broadsheet("add", file, "--wait")
    for asked in (("entity", "Ines", "Varga"), ("outlets", "Harbour Gazette", "Meridian Wire")):
        for form in ("--html", "--markdown"):
            done = broadsheet(*asked, form)
            assert (done.status, done.err) == (0, "")
            assert "9400110200881234" in done.out


def test_a_name_with_a_title_opens_its_bearer_and_says_how_it_was_read(broadsheet: Any) -> None:
    filled(broadsheet)
    done = broadsheet("entity", "Mr.", "bram", "tolliver", "--csv")
    assert "is read as Bram Tolliver" in done.err
    assert "(without the title)" in done.err
    found = broadsheet("entity", "Captain Bram Tolliver", "--json")
    assert found.json["id"] == "person:bram tolliver"
    assert found.json["asked"]["name"] == "Captain Bram Tolliver"
    assert found.json["asked"]["told"].startswith("“Captain Bram Tolliver” is read as")
    assert found.err == ""
    assert list(found.json)[:2] == ["schema", "asked"]
    page = broadsheet("entity", "Captain Bram Tolliver")
    assert page.out.startswith("“Captain Bram Tolliver” is read as Bram Tolliver"), "first of all"
    assert "is read as Bram" in broadsheet("entity", "Captain Bram Tolliver", "--markdown").out
    assert broadsheet("entity", "Bram Tolliver", "--json").json["asked"] is None
    assert broadsheet("entity", "Captain Zephyrine").status == 1


def test_a_page_says_which_quotations_it_counts(broadsheet: Any) -> None:
    filled(broadsheet)
    told = "words in titles, standfirsts, subheads, captions and pull quotes are not"
    assert (
        broadsheet("entity", "Tolliver", "--json").json["quoted"]["counted"]
        == f"in running text: {told}"
    )
    assert told in broadsheet("entity", "Tolliver", "--plain").out
    assert told in broadsheet("entity", "Tolliver", "--markdown").out
