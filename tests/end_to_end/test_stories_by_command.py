"""Stories on the command line, on the sample: every article once, and who reports what."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from terminals import Session

from corpus.sample import folder, manifest


def filled(broadsheet: Any) -> list[str]:
    """The sample in the archive; the ids of its articles."""
    added = broadsheet("add", folder(), "--json").json
    return [one["id"] for one in added["articles"]]


def test_every_article_is_in_exactly_one_story_and_the_events_are_told_apart(
    broadsheet: Any,
) -> None:
    ids = filled(broadsheet)
    found = broadsheet("stories", "--json").json
    members = Counter(one for story in found["stories"] for one in story["articles"])
    assert members == Counter(ids)
    assert found["total"] == len(found["stories"])
    assert found["coverage"]["ungrouped"] == 0
    large = [story for story in found["stories"] if len(story["articles"]) > 2]
    assert len(large) >= 6
    assert max(len(story["articles"]) for story in large) <= 14
    assert len(found["stories"]) <= len(manifest()["event"]) + 4


def test_stories_are_narrowed_by_a_query_cut_and_ordered(broadsheet: Any) -> None:
    filled(broadsheet)
    largest = broadsheet("stories", "--sort", "largest", "--limit", "2", "--json").json["stories"]
    sizes = [len(story["articles"]) for story in largest]
    assert sizes == sorted(sizes, reverse=True)
    assert len(sizes) == 2
    ferry = broadsheet("stories", "aurelia lifeboat", "--json").json["stories"]
    assert "ferry" in " ".join(story["title"].lower() for story in ferry)
    assert "no articles" not in broadsheet("stories", "--limit", "0").err
    nothing = broadsheet("stories", "zanderquill")
    assert nothing.status == 1
    assert "No article answers this query" in nothing.err
    assert "zanderquill" in nothing.err  # which word it is that nothing holds
    rows = list(csv.reader(io.StringIO(broadsheet("stories", "--csv").out)))
    assert rows[0][:2] == ["id", "first"]


def ferry_story(broadsheet: Any) -> dict[str, Any]:
    found = broadsheet("stories", "aurelia lifeboat", "--sort", "largest", "--json").json
    story: dict[str, Any] = found["stories"][0]
    return story


def test_a_story_says_who_reports_what_in_which_sentence(broadsheet: Any) -> None:
    filled(broadsheet)
    story = ferry_story(broadsheet)
    found = broadsheet("story", story["id"][:10], "--json").json
    assert found["id"] == story["id"]
    assert sorted(found["articles"]) == sorted(story["articles"])
    assert {fact["kind"] for fact in found["facts"]} == {"quotation", "figure", "statement"}
    for fact in found["facts"]:
        present = [one for one in fact["by_article"].values() if one["present"]]
        assert present
        assert set(fact["by_article"]) == set(found["compared"])
        assert all(isinstance(one["sentence"], int) for one in present)
    assert found["disputed"] >= 1
    assert found["sentences_count_from"] == 0
    for fact in found["facts"]:
        cells = [one for one in fact["by_article"].values() if one["present"]]
        assert all(one["sentence_text"] for one in cells)
        if fact["kind"] == "figure":
            assert all(one["text"] in one["sentence_text"] for one in cells)
    assert found["facts"][0]["at_odds"] >= 1
    # any article of a story names it
    other = story["articles"][-1]
    assert broadsheet("story", other, "--json").json["id"] == story["id"]


def test_a_story_is_written_as_a_page_and_as_a_table(broadsheet: Any, tmp_path: Path) -> None:
    filled(broadsheet)
    story = ferry_story(broadsheet)["id"]
    page = tmp_path / "story.html"
    assert broadsheet("story", story, "--html", "-o", page).status == 0
    written = page.read_text(encoding="utf-8")
    assert "<script" not in written
    assert "not found in:" in written
    assert story in written
    assert 'name="viewport"' in written  # a telephone would else show it as small as a stamp
    assert written.count("<table") == written.count('<div class="scroll"') == 1
    assert "@media (max-width:46rem)" in written
    assert ".grid{display:none}" in written  # the cards below say all of it
    words = html.unescape(re.sub(r"</?(?:mark|b|span|a|p)\b[^>]*>", "", written))
    markdown = broadsheet("story", story, "--markdown").out
    assert "## In which words" in markdown
    disputed = broadsheet("story", story, "--json").json["disputed"]
    for form in (written, markdown):  # lists, JSON and pages give one number
        points = "1 point" if disputed == 1 else f"{disputed} points"
        assert f"{points} in which articles may disagree" in form
        assert "Sentences are counted from 1 here, the title among them" in form
    rows = list(csv.DictReader(io.StringIO(broadsheet("story", story, "--csv").out)))
    assert {"kind", "relation", "words of the sentence", "article"} <= set(rows[0])
    assert len({row["fact"] for row in rows}) > 10
    state = broadsheet("story", story, "--json").json["state"]
    for row in rows:  # every sentence can be traced to the bytes it was read from
        assert len(row["sha256"]) == 64
        assert row["sha256"].startswith(row["article"])
        assert row["sha256"] in written
        assert row["words of the sentence"] in words
        assert row["state"] == state
    assert "not found" not in broadsheet("story", story).err


def test_a_sentence_that_may_state_a_row_is_told_as_such_in_every_form(broadsheet: Any) -> None:
    filled(broadsheet)
    story = ferry_story(broadsheet)["id"]
    facts = broadsheet("story", story, "--json").json["facts"]
    cells = [cell for fact in facts for cell in fact["by_article"].values()]
    unsure = [cell for cell in cells if cell["unsure"]]
    assert unsure
    assert {cell["relation"] for cell in unsure} == {"unsure"}
    assert not any(cell["present"] for cell in unsure)
    stated = "may state it, in part or in passing, or deny it"
    counted = "perhaps of the same people or things"
    rows = list(csv.DictReader(io.StringIO(broadsheet("story", story, "--csv").out)))
    assert sum(row["relation"] in (stated, counted) for row in rows) == len(unsure)
    for form in ("--html", "--markdown", "--plain"):
        written = broadsheet("story", story, form).out
        told = written.count(stated) + written.count(
            counted
        )  # the page folds the second of two rows that may be one
        assert 0 < told <= len(unsure) if form == "--html" else told == len(unsure), form
        assert "~? may state it" in written.replace("\\", ""), form


def test_a_terminal_gets_the_grid_in_bands_and_a_pipe_the_whole_table(broadsheet: Any) -> None:
    filled(broadsheet)
    story = ferry_story(broadsheet)
    piped = broadsheet("story", story["id"]).out
    session = Session("--archive", str(broadsheet.archive), "story", story["id"], size=(80, 200))
    session.wait(lambda: "more: --plain" in session.terminal.text())
    seen = session.terminal.text()
    session.close()
    columns = len(broadsheet("story", story["id"], "--json").json["compared"])
    assert columns > 5
    assert "1–5 of" in seen
    assert f"of {columns}" in seen
    assert seen.count("\n f") > 2
    assert max(map(len, seen.splitlines())) <= 80
    assert "= the same" in seen
    table = [line for line in piped.splitlines() if line.startswith(("figure\t", "statement\t"))]
    assert all(line.count("\t") == columns + 1 for line in table)
    assert len(table) > seen.count("\n f")


def test_stories_are_merged_parted_and_named_and_that_is_undone(broadsheet: Any) -> None:
    filled(broadsheet)
    story = ferry_story(broadsheet)
    before = broadsheet("stories", "--json").json["stories"]
    other = next(one for one in before if one["id"] != story["id"])
    assert broadsheet("story", story["id"], "--merge", other["id"]).status == 0
    merged = broadsheet("story", other["id"], "--json").json
    assert set(other["articles"]) | set(story["articles"]) == set(merged["articles"])
    assert broadsheet("undo").status == 0
    assert broadsheet("story", story["id"], "--rename", "The doors").status == 0
    assert broadsheet("story", story["id"], "--json").json["title"] == "The doors"
    assert broadsheet("story", story["id"], "--split", story["articles"][-1]).status == 0
    alone = broadsheet("story", story["articles"][-1], "--json").json
    assert alone["articles"] == [story["articles"][-1]]
    assert broadsheet("story", "ffffffffffff").status == 1


def test_three_to_nine_articles_have_a_ledger_and_ten_have_none(broadsheet: Any) -> None:
    filled(broadsheet)
    articles = ferry_story(broadsheet)["articles"]
    found = broadsheet("compare", *articles[:3], "--json").json
    assert set(found["compared"]) == set(articles[:3])
    assert found["articles"] == articles[:3]
    assert any(fact["at_odds"] for fact in found["facts"])
    assert broadsheet("compare", *articles[:3]).out
    ten = broadsheet("compare", *(["00"] * 10))
    assert ten.status == 2
    assert "two to nine" in ten.err
    twice = broadsheet("compare", articles[0], articles[0], articles[1])
    assert twice.status == 2
    assert "named twice" in twice.err


def test_the_articles_of_a_story_stand_in_the_order_of_its_columns(broadsheet: Any) -> None:
    filled(broadsheet)
    story = ferry_story(broadsheet)
    lines = broadsheet("story", story["id"][:10]).out.splitlines()
    columns = [int(line.split("column ")[1]) for line in lines if "\tcolumn " in line]
    assert columns == list(range(1, len(columns) + 1))
    assert len(columns) > 5
    page = broadsheet("story", story["id"][:10], "--csv").out
    assert "medoid" not in page
    assert "in these words" in page


def test_hour_and_address_of_a_report_stand_on_the_pages_of_its_story(
    broadsheet: Any, tmp_path: Path
) -> None:
    body = "Fire swept the car deck of the ferry Aurelia off Port Calder, the coastguard said. "
    texts = {
        "Harbour Gazette": body + "Boats brought 212 people ashore.",
        "Meridian Wire": body + "Fourteen people were missing by dawn, Tomas Reyl said.",
    }
    lines = [
        json.dumps({"outlet": outlet, "title": "Fire on the ferry Aurelia off Port Calder",
                    "text": text, "published": f"2031-03-13T{hour}:12:00+01:00",
                    "url": f"https://{hour}.example/ferry"})
        for (outlet, text), hour in zip(texts.items(), ("09", "06"), strict=True)
    ]  # fmt: skip
    feed = tmp_path / "ferry.jsonl"
    feed.write_text("\n".join(lines), encoding="utf-8")
    broadsheet("add", feed)
    (story,) = broadsheet("stories", "--json").json["stories"]
    told = broadsheet("story", story["id"], "--json").json["reports"]
    assert [one["published_at"][11:16] for one in told] == ["06:12", "09:12"]
    table = broadsheet("story", story["id"]).out
    assert table.index("2031-03-13T06:12:00+01:00") < table.index("2031-03-13T09:12:00+01:00")
    for form in ("--html", "--markdown", "--csv"):
        assert "06.example/ferry" in broadsheet("story", story["id"], form).out
    broadsheet("set", told[0]["id"], "published=2031-03-15")
    moved = broadsheet("story", story["id"], "--json").json["reports"]
    assert [one["published_at"] and one["published_at"][11:16] for one in moved] == ["09:12", None]


def test_a_page_of_chosen_articles_lists_them_as_their_columns_stand(broadsheet: Any) -> None:
    filled(broadsheet)
    ids = ferry_story(broadsheet)["articles"][:4]
    written = broadsheet("compare", *reversed(ids), "--html").out
    numbers = re.findall(r'<span class="number">(\d)</span>', written.partition("Reported")[0])
    assert numbers == ["1", "2", "3", "4"]
    hint = "The grid goes on to the right: scroll it sideways in its box"
    assert written.count(hint) == 1
    assert "@media (min-width:31rem){.more{display:none}}" in written  # all four are seen there


def test_only_articles_of_the_story_are_compared_too(broadsheet: Any) -> None:
    ids = filled(broadsheet)
    story = ferry_story(broadsheet)
    elsewhere = next(one for one in ids if one not in story["articles"])
    refused = broadsheet("story", story["id"], "--with", elsewhere)
    assert refused.status == 2
    assert f"{elsewhere[:10]} is no article of this story" in refused.err
    assert broadsheet("story", story["id"], "--with", *story["articles"][:2]).status == 0


def test_a_story_has_the_names_of_its_articles_recognised_or_says_how(
    broadsheet: Any, monkeypatch: Any
) -> None:
    filled(broadsheet)
    story = ferry_story(broadsheet)
    asked: list[str] = []
    monkeypatch.setattr(
        "index.recognition.recognise_these", lambda archive, ids, progress: asked.extend(ids)
    )
    shown = broadsheet("story", story["id"], "--json")
    assert shown.json["names_unread"] == len(asked) > 1
    assert "`broadsheet recognise` reads them" in shown.err
