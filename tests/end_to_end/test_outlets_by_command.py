"""Outlets on the command line, on the sample: two of them side by side, every count with ids."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from pathlib import Path
from typing import Any

from corpus.sample import folder, manifest


def filled(broadsheet: Any) -> None:
    broadsheet("add", folder(), "--wait")


def gazette_and_wire(broadsheet: Any, *more: str) -> dict[str, Any]:
    done = broadsheet("outlets", "Harbour Gazette", "meridian wire", *more, "--json")
    found: dict[str, Any] = done.json
    return found


def test_the_outlets_are_listed(broadsheet: Any) -> None:
    filled(broadsheet)
    found = broadsheet("outlets", "--json").json
    assert {one["name"] for one in found["outlets"]} == {
        outlet["name"] for outlet in manifest()["outlet"]
    }
    assert sum(one["articles"] for one in found["outlets"]) == found["coverage"]["articles"]
    rows = list(csv.reader(io.StringIO(broadsheet("outlets", "--csv").out)))
    assert rows[0][:2] == ["outlet", "articles"]


def test_two_outlets_stand_side_by_side(broadsheet: Any) -> None:
    filled(broadsheet)
    found = gazette_and_wire(broadsheet)
    assert (found["left"]["name"], found["right"]["name"]) == ("Harbour Gazette", "Meridian Wire")
    assert found["left"]["few"]
    assert "ferry" in " ".join(one["title"].lower() for one in found["shared_stories"])
    stories = {one["story"] for one in found["shared_stories"]}
    assert not stories & {*found["only_left"], *found["only_right"]}
    assert sum(bar["left"] for bar in found["volume"]) == found["left"]["articles"]
    for side in ("left", "right"):
        named = sum(one["words"] for one in found["voices"][side])
        assert named + found[side]["unnamed"]["words"] == found[side]["quoted_words"]
    assert any(one["of"] == "armed groups" for one in found["labels"])
    assert all(one["left_articles"] >= 2 for one in found["terms"] if one["z"] > 0)
    assert all(one["right_articles"] >= 2 for one in found["terms"] if one["z"] < 0)


def test_what_is_nearest_to_an_event_of_one_outlet_is_named_in_the_other(broadsheet: Any) -> None:
    filled(broadsheet)
    pair = ("outlets", "Meridian Wire", "The Tamar Chronicle")
    found = broadsheet(*pair, "--evidence", "--json").json
    ids = {side: set(found[side]["ids"]) for side in ("left", "right")}
    named = 0
    for side, other in (("left", "right"), ("right", "left")):
        one_sided = found["one_sided"][side]
        perhaps = [
            one["story"] for one in one_sided if one["nearest"] and one["nearest"]["perhaps"]
        ]
        assert found["perhaps_both"][side] == perhaps
        only = [one["story"] for one in one_sided if one["story"] not in perhaps]
        assert found[f"only_{side}"] == only  # what it perhaps has is not called one side's
        for one in one_sided:
            if one["nearest"]:
                named += 1
                assert one["nearest"]["id"] in ids[other]
                assert one["nearest"]["beside"] in one["articles"]
                assert 0 < one["nearest"]["likeness"] < 1
    rows = list(csv.DictReader(io.StringIO(broadsheet(*pair, "--csv").out)))
    assert named == sum(bool(row["nearest id"]) for row in rows)
    # the strike is two stories, of which either outlet has one
    (strike,) = (row for row in rows if row["section"] == "only left, perhaps right"
                 and "Dockers" in row["what"])  # fmt: skip
    assert "stoppage" in strike["nearest"]
    printed = broadsheet(*pair).out
    assert "events perhaps in B too, within another story" in printed
    assert "nearest in B" in printed


def test_with_evidence_every_count_lists_the_articles_it_is_made_of(broadsheet: Any) -> None:
    filled(broadsheet)
    found = gazette_and_wire(broadsheet, "--evidence")
    for one in (*found["terms"], *found["entities"]):
        assert len(one["left_ids"]) == one["left_articles"]
        assert set(one["right_ids"]) <= set(found["right"]["ids"])
    assert all(one["ids"] for one in found["voices"]["left"] if one["quotations"])
    for bar in found["volume"]:
        assert (len(bar["left_ids"]), len(bar["right_ids"])) == (bar["left"], bar["right"])
    for side in (found["left"], found["right"]):
        assert len(side["agency"]["ids"]) == side["agency"]["articles"]
        assert len(side["undated_ids"]) == side["undated"]


def test_a_query_narrows_all_of_it_and_counts_stand_beside_the_whole(broadsheet: Any) -> None:
    filled(broadsheet)
    found = gazette_and_wire(broadsheet, "--query", "aurelia")
    assert 0 < found["left"]["articles"] < found["left"]["of"]
    assert len(found["shared_stories"]) == 1
    assert broadsheet("outlets", "Harbour Gazette", "Meridian Wire", "--query", "qqq").status == 1


def test_groups_of_outlets_come_from_the_settings(broadsheet: Any) -> None:
    filled(broadsheet)
    settings = Path(os.environ["XDG_CONFIG_HOME"], "broadsheet", "config.toml")
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text('[groups]\n"Coast" = ["Coastal Post", "Saltmarsh Review"]\n')
    found = broadsheet("outlets", "coast", "Meridian Wire", "--json").json
    assert found["left"]["outlets"] == ["Coastal Post", "Saltmarsh Review"]
    settings.write_text('[groups]\n"Coast" = "Coastal Post"\n')
    done = broadsheet("outlets", "coast", "Meridian Wire")
    assert done.status == 2
    assert "list of outlets" in done.err


def test_wrong_names_are_said_in_a_sentence(broadsheet: Any) -> None:
    filled(broadsheet)
    done = broadsheet("outlets", "Harbor Gazete", "Meridian Wire")
    assert done.status == 1
    assert "did you mean “Harbour Gazette”" in done.err
    assert broadsheet("outlets", "Harbour Gazette").status == 2
    assert broadsheet("outlets", "Harbour Gazette", "Harbour Gazette").status == 2
    assert broadsheet("outlets", "--evidence").status == 2


def test_the_list_is_narrowed_by_a_query_and_what_was_mended_in_it_is_said(broadsheet: Any) -> None:
    filled(broadsheet)
    done = broadsheet("outlets", "--query", "aurelia (", "--json")
    assert 0 < sum(one["articles"] for one in done.json["outlets"]) < 45
    assert done.err
    assert broadsheet("stories", "aurelia (").err == done.err
    in_vain = broadsheet("outlets", "--query", "aurelia -zeppelin").err
    assert "zeppelin finds nothing, so it leaves nothing out" in in_vain


def test_csv_and_lines_have_every_row_and_no_formula(broadsheet: Any, tmp_path: Path) -> None:
    filled(broadsheet)
    formula = tmp_path / "formula.txt"
    formula.write_text("=SUM(A1:A9)\n\nThe sum of all that was seen by nobody in the harbour.\n")
    broadsheet("add", formula, "--outlet", "Harbour Gazette")
    done = broadsheet("outlets", "Harbour Gazette", "Meridian Wire", "--csv")
    rows = list(csv.reader(io.StringIO(done.out)))
    assert rows[1][3:8:2] == ["Harbour Gazette", "Meridian Wire", ""]
    assert "SUM(A1" in done.out
    assert rows[0] == [
        "section", "what", "detail", "left", "left_of", "right", "right_of", "ids", "nearest",
        "nearest day", "nearest id", "likeness",
    ]  # fmt: skip
    sections = {row[0] for row in rows[1:]}
    assert {
        "articles",
        "volume",
        "shared",
        "only left",
        "voice right",
        "named",
        "label",
    } <= sections
    assert not any(cell[:1] in "=+@" for row in rows for cell in row if cell)
    plain = broadsheet("outlets", "Harbour Gazette", "Meridian Wire")
    assert "events that both report" in plain.out


def test_two_outlets_are_written_as_a_page_whose_rows_name_what_they_count(
    broadsheet: Any, tmp_path: Path
) -> None:
    filled(broadsheet)
    both = ("outlets", "Harbour Gazette", "Meridian Wire")
    page, table = tmp_path / "two.html", tmp_path / "two.csv"
    assert broadsheet(*both, "--html", "-o", page).status == 0
    assert broadsheet(*both, "--csv", "-o", table).status == 0
    written = page.read_text(encoding="utf-8")
    assert written.startswith("<!doctype html>")
    assert "<script" not in written
    named = set(re.findall(r'href="#a([0-9a-f]{16})"', written))
    assert len(named) > 10
    for one in named:  # every id leads to its article below, with the whole hash
        assert f'<li id="a{one}">' in written
        assert f"SHA-256 {one}" in written
    assert table.read_text(encoding="utf-8").startswith("section,what,")
    markdown = broadsheet(*both, "--markdown").out
    assert markdown.startswith("# Harbour Gazette and Meridian Wire\n")
    assert all(f"`{one}`" in markdown for one in named)
    assert broadsheet(*both, "-o", tmp_path / "two.md").status == 0
    assert (tmp_path / "two.md").read_text(encoding="utf-8") == markdown
    none = broadsheet("outlets", "--html")
    assert none.status == 2
    assert "name both" in none.err


def test_on_a_page_weeks_months_and_days_without_an_article_are_one_row(
    broadsheet: Any, tmp_path: Path
) -> None:
    def add(days: list[str]) -> None:
        file = tmp_path / "reports.jsonl"
        with file.open("w", encoding="utf-8") as out:
            for number, day in enumerate(days):
                outlet = ("Gull", "Tern")[number % 2]
                body = f"The council met on the quay for the {number}th time and spoke of cranes."
                one = {"title": f"Cranes {day}", "outlet": outlet, "date": day, "body": body}
                out.write(json.dumps(one) + "\n")
        broadsheet("add", file)

    def rows(form: str) -> list[str]:
        lines = broadsheet("outlets", "Gull", "Tern", form).out.splitlines()
        return [line.split("|")[1].strip() for line in lines if line.startswith("| ")]

    add(["2031-03-04", "2031-03-05", "2031-05-20", "2031-05-21"])
    found = rows("--markdown")
    assert "10 Mar – 18 May 2031" in found
    assert "none" in broadsheet("outlets", "Gull", "Tern", "--markdown").out.splitlines()
    add(["2033-03-04", "2033-03-05", "2033-05-20", "2033-05-21"])
    found = rows("--markdown")
    assert "Jun 2031 … Feb 2033" in found
    assert "Apr 2031" in found  # one month alone stands as it is
    every = broadsheet("outlets", "Gull", "Tern", "--json").json["volume"]
    assert len(every) == 27


def test_reading_two_outlets_tells_how_far_it_is_from_the_first_text_on_and_only_once(
    broadsheet: Any,
) -> None:
    filled(broadsheet)
    said = []
    for _ in range(2):
        process = broadsheet.process(
            "outlets", "Harbour Gazette", "Meridian Wire", "--json",
            env={"BROADSHEET_PROGRESS": "1"},
        )  # fmt: skip
        said.append(process.communicate()[1].decode().splitlines())
    first, again = said
    counts = [int(line.split()[1]) for line in first]
    assert counts[0] == 0
    assert first[-1].split()[1] == first[-1].split()[3] != "0"
    assert again == []
