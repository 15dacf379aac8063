"""Outlets in the explorer: the list, two of them side by side, down to the sentences, and back."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import Opened, press, screen_text, settled, shown
from events import FERRY, STRIKE, TITLES
from newsroom import coming_in
from rich.color import ColorSystem
from shelf import Kept
from textual.pilot import Pilot

from corpus.article import Document, Stated
from index.archive import Archive
from tui.app import Explorer
from tui.compute import Compute
from tui.config import Settings
from tui.screens.compare import CompareScreen
from tui.screens.evidence import EvidenceScreen
from tui.screens.outlets import OutletsScreen
from tui.screens.panel import Panel
from tui.screens.reader import ReaderScreen
from tui.screens.search import SearchScreen
from tui.screens.story import StoryScreen
from tui.screens.two_outlets import TwoOutletsScreen
from tui.views.lines import line_text
from tui.views.outlet_rows import OneSided, Shared, Stretch, Voiced
from tui.widgets.pane import Pane


def told(text: str, outlet: str, published: str | None, said: str = "") -> Document:
    title = next((title for texts, title in TITLES.items() if text in texts), text[:30])
    words = f"{text} That is what {outlet} has heard. {said}"
    return Document(
        data=f"{outlet}|{published}|{words}".encode(),
        text=words,
        path=f"told.jsonl#{outlet}{published}{text[:8]}",
        format="jsonl",
        stated=Stated(
            title=(title, "field"),
            outlet=(outlet, "field"),
            published=(published, "field") if published else None,
        ),
    )


SAID = '"The doors would not open," said Tomas Reyl, the coastguard\'s duty officer.'
PRESS = [
    told(FERRY[0], "Argus", "2031-03-13", SAID),
    told(FERRY[1], "Bugle", "2031-03-14"),
    told(STRIKE[0], "Argus", "2031-03-20"),
    told("The mayor of Calder opened a bridge over the river.", "Bugle", "2031-03-21"),
    told("Gulls were counted at the pier of Saltmarsh.", "Bugle", None),
    told(STRIKE[1], "Clarion", "2031-03-20"),
]


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.add(coming_in(*PRESS))
        yield archive


ARGUS_AND_BUGLE = ("O", "escape", "o", "g", "enter", "j", "enter")


async def test_two_outlets_are_chosen_from_the_list_and_q_leads_back(
    opened: Opened, archive: Archive
) -> None:
    async with opened(archive) as (app, pilot):
        await press(pilot, "O")
        assert isinstance(app.screen, OutletsScreen)
        assert "3 outlets" in screen_text(app)
        await press(pilot, "escape", "o", "g", "enter", "j")
        assert "A Argus" in screen_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, TwoOutletsScreen)
        found = screen_text(app)
        assert "A Argus | B Bugle" in found
        assert "shared stories 1" in found
        await press(pilot, "g", "j", "k", "z")
        assert "nothing is folded here; Enter opens the rows" in screen_text(app)
        await press(pilot, "q")
        assert isinstance(app.screen, OutletsScreen)
        assert "A Argus" in screen_text(app)
        await press(pilot, "q", "q")
        assert isinstance(app.screen, SearchScreen)


def two(app: object) -> TwoOutletsScreen:
    screen = app.screen  # type: ignore[attr-defined]
    assert isinstance(screen, TwoOutletsScreen)
    assert screen.page is not None
    return screen


async def go_to(pilot: object, kind: type) -> None:
    """Step with `n` to the next row of a kind."""
    for _ in range(40):
        await press(pilot, "n")  # type: ignore[arg-type]
        row = two(pilot.app).page.current  # type: ignore[attr-defined, union-attr]
        if row is not None and isinstance(row.item, kind):
            return
    raise AssertionError(kind)


async def test_a_number_opens_down_to_the_sentence_in_its_article(
    opened: Opened, archive: Archive
) -> None:
    async with opened(archive) as (app, pilot):
        await press(pilot, *ARGUS_AND_BUGLE, "d")
        assert "Tomas Reyl" in screen_text(app)
        await press(pilot, "n", "enter")
        screen = app.screen
        assert isinstance(screen, EvidenceScreen)
        found = screen_text(app)
        assert "A Argus: 1 article" in found
        assert "The doors would not open" in found
        await press(pilot, "y", "y")
        assert "written to" in screen_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, ReaderScreen)
        reading = app.screen.reading
        assert reading is not None
        stop = reading.current_stop
        assert stop is not None
        spot = screen.laid.current
        assert spot is not None
        assert stop.number == spot.sentence
        await press(pilot, "q")
        assert app.screen is screen
        await press(pilot, "q")
        assert two(app).page.row == 1  # type: ignore[union-attr]


def beside(app: Explorer) -> str:
    return "\n".join(line_text(line) for line in two(app).query_one("#beside", Pane).all_lines())


async def test_a_wide_terminal_shows_what_the_row_is_made_of_beside_the_page(
    opened: Opened, archive: Archive
) -> None:
    async with opened(archive, size=(180, 50)) as (app, pilot):
        await press(pilot, *ARGUS_AND_BUGLE)
        await shown(pilot, lambda: "articles of this time" in beside(app))  # the first bar's
        await go_to(pilot, Shared)
        await shown(pilot, lambda: "B Bugle: 2 articles" in beside(app))
        assert f"the event: {TITLES[FERRY]}" in beside(app)
        await go_to(pilot, Voiced)
        await shown(pilot, lambda: "The doors would not open" in beside(app))
        assert beside(app).lstrip().startswith("quotations: Tomas Reyl")
        assert "A Argus: 1 article" in beside(app)


async def test_a_narrow_terminal_has_no_room_beside_the_page(
    opened: Opened, archive: Archive
) -> None:
    async with opened(archive) as (app, pilot):
        await press(pilot, *ARGUS_AND_BUGLE)
        assert not two(app).query_one("#beside", Pane).display


async def test_a_shared_story_opens_its_two_articles_and_its_page(
    opened: Opened, archive: Archive
) -> None:
    async with opened(archive) as (app, pilot):
        await press(pilot, *ARGUS_AND_BUGLE)
        await go_to(pilot, Shared)
        assert "Argus first, by 1 day" in screen_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, CompareScreen)
        await press(pilot, "q", "c")
        assert isinstance(app.screen, CompareScreen)
        await press(pilot, "q", "s")
        assert isinstance(app.screen, StoryScreen)


async def test_what_is_not_found_opens_with_all_that_the_other_has_around_it(
    opened: Opened, archive: Archive
) -> None:
    async with opened(archive) as (app, pilot):
        await press(pilot, *ARGUS_AND_BUGLE)
        await go_to(pilot, OneSided)
        assert "not found in Bugle 17–23 Mar 2031" in screen_text(app)
        await press(pilot, "enter")
        found = screen_text(app)
        assert "when the archive has 1 article of it" in found
        assert "The mayor of Calder" in found


async def test_an_event_perhaps_of_both_opens_beside_what_is_nearest(
    opened: Opened, archive: Archive
) -> None:
    stories = archive.stories()
    outlets = archive.outlets()
    (ferry,) = outlets.pair(*outlets.two("Argus", "Bugle")).shared
    stories.deciding().split(stories.resolve(ferry.id), ferry.right)
    async with opened(archive) as (app, pilot):
        await press(pilot, *ARGUS_AND_BUGLE)
        assert "perhaps in B too 1" in screen_text(app)
        await go_to(pilot, OneSided)
        found = screen_text(app)
        assert "perhaps in Bugle too, within another story" in found
        assert "nearest in B, 14 Mar: " in found
        await press(pilot, "enter")
        assert "B Bugle: nearest, on the same event" in screen_text(app)
        await press(pilot, "q", "c")
        assert isinstance(app.screen, CompareScreen)
        assert "ARGUS" in screen_text(app).upper()


async def test_where_nothing_is_near_it_is_said_and_nothing_opens_beside(
    opened: Opened, archive: Archive
) -> None:
    async with opened(archive) as (app, pilot):
        await press(pilot, *ARGUS_AND_BUGLE)
        await go_to(pilot, OneSided)
        assert "nothing near in B" in screen_text(app)
        await press(pilot, "c")
        assert isinstance(app.screen, TwoOutletsScreen)
        assert "nothing near this event was found on the other side" in screen_text(app)


async def test_a_bar_opens_the_articles_of_its_days(opened: Opened, archive: Archive) -> None:
    async with opened(archive) as (app, pilot):
        await press(pilot, *ARGUS_AND_BUGLE)
        await go_to(pilot, Stretch)
        await press(pilot, "enter")
        assert "Ferry Aurelia burns" in screen_text(app)
        await press(pilot, "m")
        assert len(app.session.marked) == 1


async def test_a_query_narrows_both_sides_and_an_odd_one_leaves_the_page(
    opened: Opened, archive: Archive
) -> None:
    async with opened(archive) as (app, pilot):
        await press(pilot, *ARGUS_AND_BUGLE, "slash", *"aurelia", "enter")
        assert "A 1 of 2 articles" in screen_text(app)
        await press(pilot, "slash", "ctrl+u", *"nosuch:x", "enter")
        found = screen_text(app)
        assert "nosuch" in found
        assert "A 1 of 2 articles" in found
        await press(pilot, "slash", "ctrl+u", *"zebra", "enter")
        assert "finds no article of A or B" in screen_text(app)


async def test_sides_are_swapped_and_the_next_outlet_comes_on_the_right(
    opened: Opened, archive: Archive
) -> None:
    async with opened(archive) as (app, pilot):
        await press(pilot, *ARGUS_AND_BUGLE, "x")
        assert "A Bugle | B Argus" in screen_text(app)
        await press(pilot, "x", "J")
        assert "A Argus | B Clarion" in screen_text(app)
        await press(pilot, "J")
        assert "no further outlet" in screen_text(app)
        await press(pilot, "2")
        assert "A Argus | B Bugle" in screen_text(app)


async def test_lenses_keep_sections_and_escape_shows_all_again(
    opened: Opened, archive: Archive
) -> None:
    async with opened(archive) as (app, pilot):
        await press(pilot, *ARGUS_AND_BUGLE, "w")
        found = screen_text(app)
        assert "words of A" in found
        assert "shared stories" not in found
        await press(pilot, "escape", "less_than_sign")
        found = screen_text(app)
        assert "not found in B" in found
        assert "not found in A" not in found
        await press(pilot, "escape", "v")
        assert "shared stories" not in screen_text(app)
        await press(pilot, "escape")
        assert "shared stories" in screen_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, OutletsScreen)


async def test_how_it_was_counted_is_said_for_the_section(opened: Opened, archive: Archive) -> None:
    async with opened(archive) as (app, pilot):
        await press(pilot, *ARGUS_AND_BUGLE, "w", "i")
        assert isinstance(app.screen, Panel)
        found = screen_text(app)
        assert "Dirichlet" in found
        assert "Argus: 2 of 2 articles" in found


@pytest.mark.parametrize(("down", "ending"), enumerate(("html", "md", "csv", "json")))
async def test_the_page_is_written_with_the_articles_behind_its_numbers(
    opened: Opened, archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    down: int, ending: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    async with opened(archive) as (app, pilot):
        await press(pilot, *ARGUS_AND_BUGLE, "E", *["j"] * down, "enter")
        assert f"written to outlets-argus-bugle.{ending}" in screen_text(app)
        first = two(app).page.pair.left.articles[0][:16]  # type: ignore[union-attr]
    text = (tmp_path / f"outlets-argus-bugle.{ending}").read_text()
    assert first in text
    assert "Tomas Reyl" in text
    if ending == "html":
        assert 'name="viewport"' in text
        assert '<span class="who" aria-hidden="true">B</span>' in text  # where rows are cards
        assert "<script" not in text
        assert f'<a href="#a{first}">' in text
        assert f'<li id="a{first}">Argus, ' in text  # what it is, behind the rows
    if ending == "md":
        assert f"- `{first}` Argus, " in text
    if ending == "json":
        assert json.loads(text)["schema"] == "broadsheet/1"
    if ending == "csv":
        assert next(csv.reader(text.splitlines()))[0] == "section"


async def test_two_outlets_as_plain_text_are_linear_and_hold_every_count(
    opened: Opened, archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened(archive) as (app, pilot):
        await press(pilot, *ARGUS_AND_BUGLE, "colon", *"plain", "enter", "enter")
        assert "written to two outlets.txt" in screen_text(app)
    text = (tmp_path / "two outlets.txt").read_text()
    assert text.startswith("A: Argus\nB: Bugle\n")
    assert "Tomas Reyl" in text
    assert not set(text) & set("│─━█▇▌")


async def test_from_an_article_its_outlet_is_a_and_those_of_the_event_come_first(
    opened: Opened, archive: Archive
) -> None:
    async with opened(archive) as (app, pilot):
        await press(pilot, "slash", *"gulls", "enter", "escape", "slash", "ctrl+u")
        await press(pilot, *"aurelia fire", "enter", "enter")
        assert isinstance(app.screen, ReaderScreen)
        await press(pilot, "O")
        screen = app.screen
        assert isinstance(screen, OutletsScreen)
        assert [one.name for one in screen.rows] == ["Argus", "Bugle", "Clarion"]
        assert "A Argus" in screen_text(app)
        await press(pilot, "enter")
        assert "A Argus | B Bugle" in screen_text(app)


async def test_one_outlet_alone_is_held_against_nobody(opened: Opened, tmp_path: Path) -> None:
    with Archive.open(tmp_path / "alone", create=True) as archive:
        archive.add(coming_in(PRESS[0]))
        async with opened(archive) as (app, pilot):
            await press(pilot, "O", "escape", "enter")
            assert "only outlet" in screen_text(app)


async def test_the_texts_are_counted_beside_the_explorer(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "archive"
    with Archive.open(path, create=True) as archive:
        many = [told(f"Gull number {n} was seen by the pier.", "Argus", "2031-03-02")
                for n in range(45)]  # fmt: skip
        archive.add(coming_in(*PRESS, *many))
        compute = Compute(path)
        async with opened(archive, compute=compute) as (app, pilot):
            await press(pilot, *ARGUS_AND_BUGLE)
            assert two(app).page.telling is not None  # type: ignore[union-attr]
            assert compute.pid is None  # short questions have a process of their own
            await press(pilot, "q", "enter")
            assert two(app).page.telling is not None  # type: ignore[union-attr]
        compute.stop()


async def test_the_counting_is_given_up_with_escape_and_asked_for_again(
    opened: Opened, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    from threading import Event

    from tui.screens import two_asked

    given_up = Event()
    real = two_asked.Counting

    class Slow(real):  # type: ignore[valid-type, misc]
        def telling(self, *_: object) -> None:
            given_up.wait(5)

        def end(self) -> None:
            given_up.set()

    monkeypatch.setattr("tui.screens.two_outlets.Counting", Slow)
    async with opened(archive) as (app, pilot):
        await press(pilot, *ARGUS_AND_BUGLE[:-1])
        await pilot.press("enter")
        for _ in range(300):
            await pilot.pause(0.01)
            if "texts read 0/5" in screen_text(app):
                break
        assert "Esc stops" in screen_text(app)
        await press(pilot, "escape")
        found = screen_text(app)
        assert "R counts them" in found
        monkeypatch.setattr("tui.screens.two_outlets.Counting", real)
        await press(pilot, "R", "d")
        assert "Tomas Reyl" in screen_text(app)


async def test_who_moved_on_from_a_row_that_is_not_counted_stays_there(
    opened: Opened, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Kept()
    async with opened(archive, kept=kept) as (app, pilot):
        await press(pilot, *ARGUS_AND_BUGLE)
        await go_to(pilot, Voiced)
        app.save()
    archive.add(coming_in(told("Storks left.", "Argus", "2031-03-26")))
    monkeypatch.setattr("tui.screens.two_asked.Counting.telling", lambda *_: None)  # given up
    async with opened(archive, kept=kept) as (app, pilot):
        assert two(app).page.telling is None  # type: ignore[union-attr]
        await press(pilot, "g", "j")
        await press(pilot, "R")
        assert two(app).page.row == 1  # type: ignore[union-attr]
        app.save()
    async with opened(archive, kept=kept) as (app, pilot):
        assert two(app).page.row == 1  # type: ignore[union-attr]


async def test_two_outlets_and_their_list_come_back_on_the_next_start(
    opened: Opened, archive: Archive
) -> None:
    kept = Kept()
    async with opened(archive, kept=kept) as (app, pilot):
        await press(pilot, *ARGUS_AND_BUGLE, "d", "j")
        app.save()
    async with opened(archive, kept=kept) as (app, pilot):
        await settled(pilot)
        found = screen_text(app)
        assert "A Argus | B Bugle" in found
        assert "only voices" in found
        assert two(app).page.row == 1  # type: ignore[union-attr]
        await press(pilot, "q")
        assert isinstance(app.screen, OutletsScreen)
        assert "A Argus" in screen_text(app)
        await press(pilot, "q")
        assert isinstance(app.screen, SearchScreen)


EARLIER = [
    told("A fair opened at the quay of Argus.", "Argus", "2031-03-22"),
    told("The fair at the quay of Argus drew many.", "Bugle", "2031-03-23"),
    told("Hail fell on the vineyards of Sarn.", "Argus", "2031-03-24", '"Bad," said Ada Bell.'),
]


async def test_the_row_of_two_outlets_is_known_by_what_stands_there(
    opened: Opened, archive: Archive
) -> None:
    kept = Kept()
    async with opened(archive, kept=kept) as (app, pilot):
        await press(pilot, *ARGUS_AND_BUGLE)
        await go_to(pilot, Shared)
        before = two(app).page.row  # type: ignore[union-attr]
        archive.add(coming_in(*EARLIER))
        await press(pilot, "R")
        page = two(app).page
        assert page is not None
        assert page.current is not None
        assert isinstance(page.current.item, Shared)
        assert page.current.item.title == TITLES[FERRY]
        assert page.row > before
        app.save()
    archive.add(coming_in(told("Frost came to the Sarn again.", "Bugle", "2031-03-25")))
    async with opened(archive, kept=kept) as (app, pilot):
        page = two(app).page
        assert page is not None
        assert page.current is not None
        assert isinstance(page.current.item, Shared)
        await go_to(pilot, Voiced)
        archive.add(coming_in(told("Storks left.", "Argus", "2031-03-26", '"No," said Al Dor.')))
        await press(pilot, "R")  # its texts are counted anew, and then it is there again
        page = two(app).page
        assert page is not None
        assert page.current is not None
        assert isinstance(page.current.item, Voiced)


async def test_the_list_of_outlets_stands_on_its_outlet_on_the_next_start(
    opened: Opened, archive: Archive
) -> None:
    kept = Kept()
    async with opened(archive, kept=kept) as (app, pilot):
        await press(pilot, "O", "escape", "G")
        screen = app.screen
        assert isinstance(screen, OutletsScreen)
        assert (here := screen.rows[screen.cursor].name) == "Clarion"
        app.save()
    more = [told(f"Note {n} of the Clarion about tides.", "Clarion", None) for n in range(9)]
    archive.add(coming_in(*more))
    async with opened(archive, kept=kept) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, OutletsScreen)
        assert screen.cursor == 0
        assert screen.rows[screen.cursor].name == here


@pytest.mark.parametrize("size", [(80, 24), (200, 60)], ids=["80x24", "200x60"])
def test_two_outlets_look_as_they_were_meant(
    snap_compare: Callable[..., bool], archive: Archive, size: tuple[int, int]
) -> None:
    app = Explorer(
        archive, keeper=Kept(), settings=Settings(theme="dark", copy="off", author="tester")
    )
    app.console._color_system = ColorSystem.TRUECOLOR

    async def go(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        app.open_two_outlets("Argus", "Bugle")
        await settled(pilot)
        await press(pilot, "n", "n", "n")
        await pilot.pause(0.4)

    assert snap_compare(app, terminal_size=size, run_before=go)
