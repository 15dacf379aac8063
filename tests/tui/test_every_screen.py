"""What a person may do wherever an article is under the cursor, whichever screen it is on."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import Opened, lines_of, note_of, press, screen_text, settled, tags_of
from events import EVERYTHING, shelf
from people import archive_of_people
from shelf import article
from textual.pilot import Pilot

from index.archive import Archive
from index.personal import Personal
from index.stories.listing import Report
from tui.app import Explorer
from tui.screens.base import CommandScreen
from tui.screens.panel import Panel
from tui.screens.reader import ReaderScreen
from tui.screens.two_outlets import TwoOutletsScreen
from tui.views.citing import sentence_with
from tui.widgets.pane import Pane

ON_ARTICLES = (
    "search", "reader", "compare", "stories", "story", "entity", "sentences", "two outlets",
    "evidence",
)  # fmt: skip
EVERY = (*ON_ARTICLES, "outlets")


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Archive]:
    monkeypatch.chdir(tmp_path)
    with archive_of_people(tmp_path / "archive") as made:
        made.stories().catch_up()
        yield made


async def go(app: Explorer, pilot: Pilot[int], kind: str) -> CommandScreen:
    """Open a screen of this kind, the cursor on a line with an article where it has one."""
    hits = [hit.row.id for hit in app.list_screen.finding.hits]
    match kind:
        case "reader":
            await press(pilot, "enter")
        case "compare":
            app.open_comparison(*hits[:2])
        case "stories":
            app.open_stories()
        case "story":
            app.open_story(hits[0])
        case "entity" | "sentences":
            app.open_entity("person:ines varga")
        case "outlets":
            app.open_outlets()
        case "two outlets" | "evidence":
            app.open_two_outlets("Gazette", "Wire")
    await settled(pilot)
    if kind == "entity":
        await press(pilot, "G")
    elif kind == "sentences":
        await press(pilot, "enter")
    elif kind in ("two outlets", "evidence"):
        await press(pilot, "d", "n")
        if kind == "evidence":
            await press(pilot, "enter")
    screen = app.screen
    assert isinstance(screen, CommandScreen)
    assert kind == screen.KIND
    return screen


def table(file: Path) -> list[dict[str, str]]:
    """The rows of a file of comma-separated values."""
    return list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("kind", ON_ARTICLES)
async def test_the_article_under_the_cursor_is_starred_tagged_noted_and_marked(
    opened: Opened, archive: Archive, own: Personal, kind: str
) -> None:
    async with opened(archive, own=own) as (app, pilot):
        screen = await go(app, pilot, kind)
        article = screen.current_id()
        await press(pilot, "asterisk")
        assert own.stars(archive.path) == [article]
        await press(pilot, "t", *"check", "enter", "a", *"ask", "enter")
        assert tags_of(own, archive.path, article) == ["check"]
        assert note_of(own, archive.path, article) == "ask"
        await press(pilot, "m")
        assert app.session.marked == [article]
        await press(pilot, "ctrl+l")
        assert "#check  ¶ ask" in screen_text(app)
        await press(pilot, "u", "u", "u")
        assert own.stars(archive.path) == []
        assert tags_of(own, archive.path, article) == []


async def test_where_no_article_is_under_the_cursor_that_is_said(
    opened: Opened, archive: Archive, own: Personal
) -> None:
    async with opened(archive, own=own) as (app, pilot):
        await go(app, pilot, "outlets")
        for key in ("asterisk", "t", "a"):
            await press(pilot, key)
            assert "no article is under the cursor" in screen_text(app)


@pytest.mark.parametrize("kind", EVERY)
async def test_every_screen_says_why_and_can_be_written_to_a_file(
    opened: Opened, archive: Archive, tmp_path: Path, kind: str
) -> None:
    async with opened(archive) as (app, pilot):
        if kind == "search":
            await press(pilot, "slash", *"varga", "enter")
        await go(app, pilot, kind)
        await press(pilot, "i")
        assert isinstance(app.screen, Panel)
        assert len(lines_of(app.screen.query_one("#text", Pane))) > 1
        await press(pilot, "escape", "E")
        assert isinstance(app.screen, Panel)
        forms = [str(option.value) for option in app.screen.shown]
        await press(pilot, "escape")
        for number, form in enumerate(forms):
            await press(pilot, "E", *["down"] * number, "enter")
            (file,) = tmp_path.glob(f"*.{form}")
            assert f"written to {file.name}" in screen_text(app)
            assert file.read_text(encoding="utf-8").strip()


async def test_the_whole_list_is_written_with_what_was_not_fetched_yet(
    opened: Opened, archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.finding.BATCH", 2)
    monkeypatch.setattr("tui.finding.FIRST", 2)
    async with opened(archive) as (app, pilot):
        assert len(app.list_screen.finding.hits) == 2
        await press(pilot, "E", "enter")
        rows = table(tmp_path / "list.csv")
        assert [row["title"] for row in rows][-1] == "Report number 4"  # the undated last
        assert len(rows) == archive.count()
        await press(pilot, "G")
        assert "5/5" in screen_text(app)
        await press(pilot, "E", "down", "enter")
        document = json.loads((tmp_path / "list.json").read_text(encoding="utf-8"))
        assert document["schema"] == "broadsheet/1"
        assert len(document["hits"]) == document["total"] == 5


async def test_the_sentences_behind_a_number_are_written_with_where_they_stand(
    opened: Opened, archive: Archive, tmp_path: Path
) -> None:
    async with opened(archive) as (app, pilot):
        await go(app, pilot, "sentences")
        await press(pilot, "E", "enter")
        rows = table(tmp_path / "sentences.csv")
        assert {row["outlet"] for row in rows} == {"Gazette", "Wire"}
        assert all("Varga" in row["text"] for row in rows)


@pytest.mark.parametrize(
    ("kind", "key", "copied"),
    [
        ("search", "y", "ines varga said that nobody had asked."),
        ("search", "p", "varga's office was closed. ines varga said that nobody had asked."),
        ("sentences", "p", "varga's office was closed. ines varga said that nobody had asked."),
        ("evidence", "q", "we will not reopen the route,"),
    ],
)
async def test_what_stands_at_the_line_is_copied(
    opened: Opened, archive: Archive, monkeypatch: pytest.MonkeyPatch, kind: str, key: str,
    copied: str,
) -> None:  # fmt: skip
    texts: list[str] = []
    monkeypatch.setattr("tui.clipboard.copy", lambda text, *_, **__: texts.append(text) or "copied")
    async with opened(archive) as (app, pilot):
        if kind == "search":
            await press(pilot, "slash", *"nobody", "enter")
        await go(app, pilot, kind)
        await press(pilot, "y", key)
        assert [text.casefold().strip("“”\"'") for text in texts] == [copied]


async def test_outlets_of_a_story_that_have_no_room_are_told_by_their_number(
    opened: Opened, tmp_path: Path
) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "j", "enter")
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        one = Report("", 0, "The Harbour Gazette", "A", "2031-03-13", 9, None, False)
        screen.reports = [replace(one, id=f"{n:064x}") for n in range(9)]
        screen.article = screen.reports[0].id
        assert screen.same_story() == (
            "same story: [1 Har]  2 Har  3 Har  4 Har  5 Har  6 Har  7 Har  +2"
        )
        screen.article = screen.reports[8].id
        assert screen.same_story() == (
            "same story: +2  3 Har  4 Har  5 Har  6 Har  7 Har  8 Har  [9 Har]"
        )


async def test_a_digit_in_the_reader_opens_the_report_of_the_nth_outlet(
    opened: Opened, tmp_path: Path
) -> None:
    with shelf(tmp_path, *EVERYTHING) as archive:
        archive.stories().catch_up()
        async with opened(archive) as (app, pilot):
            await press(pilot, "slash", *"passengers", "enter", "enter")
            screen = app.screen
            assert isinstance(screen, ReaderScreen)
            assert "same story: 1 Outlet 1  " in screen_text(app)
            here = screen.article
            number = [one.id for one in screen.reports].index(here) + 1
            assert f"[{number} Outlet" in screen_text(app)
            await press(pilot, "1")
            assert "[1 Outlet 1]" in screen_text(app)
            assert "Fire broke out on the car deck" in screen_text(app)
            assert screen.article != here
            await press(pilot, "9")
            assert "3 outlets report this event" in screen_text(app)
            await press(pilot, "K", str(number))
            assert screen.article == here
            await press(pilot, "q")
            assert app.screen is app.list_screen


async def test_a_press_on_the_list_opens_its_row_while_a_report_beyond_it_is_open(
    opened: Opened, tmp_path: Path
) -> None:
    with shelf(tmp_path, *EVERYTHING) as archive:
        archive.stories().catch_up()
        async with opened(archive, size=(200, 40)) as (app, pilot):
            await press(pilot, "slash", *"passengers", "enter", "j", "enter")
            screen = app.screen
            assert isinstance(screen, ReaderScreen)
            await press(pilot, "1")
            assert (screen.at, screen.off) == (-1, 1)
            await pilot.click("#list", offset=(5, 1))
            await settled(pilot)
            assert screen.article == screen.listing.hits[0].row.id


async def test_h_and_l_choose_the_outlet_whose_article_is_meant(
    opened: Opened, archive: Archive
) -> None:
    async with opened(archive) as (app, pilot):
        screen = await go(app, pilot, "two outlets")
        ours = screen.current_id()
        assert archive.get(ours).article.outlet == "Gazette"
        await press(pilot, "l", "m")
        theirs = screen.current_id()
        assert archive.get(theirs).article.outlet == "Wire"
        assert app.session.marked == [theirs]
        await press(pilot, "left", "m")
        assert app.session.marked == [theirs, ours]
        assert "M compares them" in screen_text(app)  # here `c` is the pair of a shared story


async def test_capital_h_shows_a_story_in_time_and_two_outlets_in_bars(
    opened: Opened, archive: Archive
) -> None:
    async with opened(archive) as (app, pilot):
        await go(app, pilot, "story")
        await press(pilot, "H")
        assert "timeline" in screen_text(app)
        assert "! may conflict" not in screen_text(app)
        await press(pilot, "H")
        assert "! may conflict" in screen_text(app)
        screen = await go(app, pilot, "two outlets")
        assert isinstance(screen, TwoOutletsScreen)
        assert screen.page is not None
        await press(pilot, "H")
        assert {row.section for row in screen.page.rows} == {"volume"}
        await press(pilot, "H")
        assert {row.section for row in screen.page.rows} == {"voices"}  # as it was


@pytest.mark.parametrize(
    ("kind", "said"), [("outlets", "m in the list marks the article"), ("story", "m marks the art")]
)
async def test_where_m_is_called_otherwise_the_key_that_marks_articles_is_named(
    opened: Opened, archive: Archive, kind: str, said: str
) -> None:
    async with opened(archive) as (app, pilot):
        await go(app, pilot, kind)
        await press(pilot, "M")
        assert said in screen_text(app)


@pytest.mark.parametrize(
    ("words", "number"),
    [("port.", 0), ("They left", 1), ("open", 2), ("They said", 3), ("nobody", 3), ("was", 3)],
)
def test_the_first_of_some_words_of_a_passage_leads_to_its_own_sentence(
    words: str, number: int
) -> None:
    text = "He reported from the port. They left. The doors were open. They said nobody was there."
    told = article("Doors", [text])
    first = next(n for n, one in enumerate(told.sentences) if one.within == "body")
    assert sentence_with(told, f"… {text} …", text.index(words) + 2) == first + number
