"""Stories in the explorer: the list, one story's ledger, what can be decided, the way back."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import Opened, press, screen_text, settled, shown
from events import EVERYTHING, FERRY, reported
from newsroom import coming_in, page
from people import archive_of_people
from shelf import Kept

from index.archive import Archive
from index.stories.listing import StoryRow
from tui.app import Explorer
from tui.compute import Compute, NotComputed
from tui.computing import Progress
from tui.screens import story_asked
from tui.screens.compare import CompareScreen
from tui.screens.entity import EntityScreen
from tui.screens.panel import Panel
from tui.screens.reader import ReaderScreen
from tui.screens.search import SearchScreen
from tui.screens.stories import StoriesScreen
from tui.screens.story import StoryScreen
from tui.screens.story_why import why
from tui.views.lines import Run, line_text
from tui.views.stories import list_head, one_year, story_line, told_of


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.add(coming_in(*EVERYTHING))
        yield archive


async def test_the_list_of_stories_opens_one_and_leads_back(
    opened: Opened, archive: Archive
) -> None:
    async with opened(archive) as (app, pilot):
        await press(pilot, "S")
        assert isinstance(app.screen, StoriesScreen)
        text = screen_text(app)
        assert "3 stories" in text
        assert "Onions dearer at Saltmarsh market" in text
        await press(pilot, "o", "enter")
        assert isinstance(app.screen, StoryScreen)
        assert "3 articles  3 outlets" in screen_text(app)
        await press(pilot, "J")
        assert "2 articles  2 outlets" in screen_text(app)
        await press(pilot, "q", "q")
        assert isinstance(app.screen, SearchScreen)


def test_a_line_of_the_list_has_the_year_where_the_stories_are_of_several() -> None:
    def line(first: str, last: str, outlets: tuple[str, ...], width: int = 120) -> str:
        row = StoryRow(1, "x", "Ferry", first, last, outlets, tuple(f"a{o}" for o in outlets), 0)
        return line_text(story_line(row, width, here=False))

    one = line("2031-03-13", "2031-03-13", ("Bugle",))
    assert "13 Mar 2031" in one
    two = line("2031-03-13", "2031-04-02", ("Argus", "Bugle"))
    assert "13 Mar – 2 Apr 2031" in two
    assert one.index("Ferry") == two.index("Ferry")
    assert "31 Dec 2031 – 14 Jan 2032" in line("2031-12-31", "2032-01-14", ("Argus",), 120)
    assert "Dec 2031 – Jan 2032" in line("2031-12-31", "2032-01-14", ("Argus",), 80)
    assert "15 Nov 2030 – 28 Oct 2031" in line("2030-11-15", "2031-10-28", ("Argus",), 120)
    assert "Dec 2030 – Jan 2032" in line("2030-12-31", "2032-01-14", ("Argus",), 80)
    assert "Argus, Bugle" not in two
    assert "Argus, Bugle" in line("2031-03-13", "2031-04-02", ("Argus", "Bugle"), 200)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_of_stories_of_one_year_the_head_has_the_year_and_copies_stand_apart(width: int) -> None:
    row = StoryRow(1, "x", "Ferry", "2031-03-28", "2031-04-09", ("Argus", "Bugle"),
                   tuple("abcdefg"), 1, 3)  # fmt: skip
    assert one_year([row]) == "2031"
    assert one_year([row, replace(row, last="2032-01-02")]) == ""
    head = line_text(list_head(width, year="2031"))
    line = line_text(story_line(row, width, here=False, year="2031"))
    assert head.startswith("  days of 2031 ")
    assert line.split()[:5] == ["28", "Mar–9", "Apr", "6+1", "2"]
    assert head.index("story") == line.index("Ferry")
    assert line.endswith(" 3 may conflict ")
    assert told_of(row) == "+1 a copy; Argus, Bugle"


async def test_the_sentence_of_a_cell_has_one_number_in_pane_and_panel(
    opened: Opened, archive: Archive
) -> None:
    async with opened(archive) as (app, pilot):
        await press(pilot, "slash", *"aurelia", "enter")
        await press(pilot, "s")
        assert isinstance(app.screen, StoryScreen)
        assert app.screen.grid is not None
        fact = app.screen.grid.current
        assert fact is not None
        grid, about = app.screen.grid, app.screen.shown
        assert about is not None
        panel = "\n".join(one if isinstance(one, str) else line_text(one)
                          for one in why(about, grid))  # fmt: skip
        pane = "\n".join(line_text(one) for one in grid.detail(80))
        numbers = [str(cell.sentence + 1) for cell in fact.cells]
        assert sorted(re.findall(r"\(sentence (\d+)\)", panel)) == sorted(numbers)
        assert sorted(re.findall(r"   sentence (\d+)", pane)) == sorted(numbers)


APPROVED = (
    "The council of Sarn approved the new harbour wall on Monday after a debate of six hours."
)
DENIED = APPROVED.replace("approved", "did not approve")


async def test_a_cell_that_may_state_its_row_opens_its_sentence_and_why_tells_its_sign(
    opened: Opened, tmp_path: Path
) -> None:
    reports = (f"{APPROVED} Rain fell on the marsh.", f"{DENIED} Schools have new roofs.")
    pages = [page(n, text) for n, text in enumerate((*reports, "A choir sang in Vell."), 1)]
    with Archive.open(tmp_path / "denied", create=True) as archive:
        archive.add(coming_in(*pages))
        async with opened(archive) as (app, pilot):
            await press(pilot, "m", "j", "m", "j", "m", "c")
            screen = app.screen
            assert isinstance(screen, StoryScreen)
            grid = screen.grid
            assert grid is not None
            await press(pilot, "z")
            grid.row = next(n for n, fact in enumerate(grid.facts) if fact.perhaps)
            unsure = grid.facts[grid.row].perhaps[0]
            place = [column.article for column in grid.ledger.columns]
            await press(pilot, str(place.index(unsure.article) + 1), "i")
            told = " ".join(screen_text(app).split())
            assert "may state it, in part or in passing" in told
            assert "~?" in told
            await press(pilot, "escape", "enter")
            assert isinstance(app.screen, ReaderScreen)
            assert app.screen.article == unsure.article
            reading = app.screen.reading
            assert reading is not None
            assert reading.current_stop is not None


DOORS = "We will not reopen the route until every single door has been checked by engineers"


async def test_in_the_row_spelt_out_one_goes_from_article_to_article_and_opens_the_sentence(
    opened: Opened, tmp_path: Path
) -> None:
    quoting = f'"{DOORS}," Ines Varga said on the quay of Sarn. Rain fell.'
    stating = f"The owner put out a text in Vell. {DOORS}. Markets opened late."
    texts = (quoting, "A choir sang in Vell.", "Schools have new roofs.", stating)
    pages = [page(n, text) for n, text in enumerate(texts, 1)]
    with Archive.open(tmp_path / "far", create=True) as archive:
        archive.add(coming_in(*pages))
        async with opened(archive) as (app, pilot):
            await press(pilot, "m", "j", "m", "j", "m", "j", "m", "c")
            screen = app.screen
            assert isinstance(screen, StoryScreen)
            grid = screen.grid
            assert grid is not None
            fact = next(f for f in grid.facts if f.kind == "quotation")
            grid.row = grid.facts.index(fact)
            first, last = (cell.article for cell in fact.cells)
            await press(pilot, "tab")
            assert screen.current_id() == first
            await press(pilot, "j")
            assert screen.current_id() == last
            assert "there, not as a quotation" in screen_text(app)
            await press(pilot, "h")  # over the articles without it
            assert screen.current_id() == first
            await press(pilot, "l", "enter")
            assert isinstance(app.screen, ReaderScreen)
            assert app.screen.article == last
            reading = app.screen.reading
            assert reading is not None
            assert reading.current_stop is not None


async def test_why_tells_of_a_row_in_the_ledger_and_of_the_story_alone_elsewhere(
    opened: Opened, archive: Archive
) -> None:
    async with opened(archive) as (app, pilot):
        await press(pilot, "slash", *"aurelia", "enter", "s", "i")
        assert "why one story, why one row" in screen_text(app)
        assert "one row when" in screen_text(app)
        for _ in range(2):
            await press(pilot, "escape", "v", "i")
            assert "why one story" in screen_text(app)
            assert "one row" not in screen_text(app)


async def test_a_long_line_of_a_panel_is_told_in_full(opened: Opened) -> None:
    words = " ".join(f"gull{number}" for number in range(40))
    async with opened() as (app, pilot):
        app.push_screen(Panel("why", text=[(Run(words, "strong"),)]))
        await settled(pilot)
        assert "gull39" in screen_text(app)


async def test_the_list_is_narrowed_by_a_query(opened: Opened, archive: Archive) -> None:
    async with opened(archive) as (app, pilot):
        await press(pilot, "S", "slash", *"onions", "enter")
        text = screen_text(app)
        assert "1 story" in text
        assert "Onions" in text
        assert "Aurelia" not in text


async def test_s_opens_the_story_of_the_article_and_enter_its_sentence(
    opened: Opened, archive: Archive
) -> None:
    async with opened(archive) as (app, pilot):
        await press(pilot, "slash", *"aurelia", "enter")
        await press(pilot, "s")
        screen = app.screen
        assert isinstance(screen, StoryScreen)
        assert screen.grid is not None
        fact = screen.grid.current
        assert fact is not None
        assert len(fact.cells) > 1
        place = [column.article for column in screen.grid.ledger.columns]
        await press(pilot, str(place.index(fact.cells[0].article) + 1), "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.article == fact.cells[0].article
        reading = app.screen.reading
        assert reading is not None
        assert reading.current_stop is not None
        await press(pilot, "q")
        assert app.screen is screen


async def test_two_columns_are_laid_side_by_side(opened: Opened, archive: Archive) -> None:
    async with opened(archive) as (app, pilot):
        await press(pilot, "slash", *"aurelia", "enter")
        await press(pilot, "s", "l", "l", "c")
        assert isinstance(app.screen, CompareScreen)
        await press(pilot, "s")
        assert isinstance(app.screen, StoryScreen)


async def test_three_marked_articles_have_a_ledger_of_their_own(
    opened: Opened, archive: Archive
) -> None:
    async with opened(archive) as (app, pilot):
        await press(pilot, "m", "j", "m", "j", "m", "c")
        assert isinstance(app.screen, StoryScreen)
        text = screen_text(app)
        assert "marked articles" in text
        assert "3 articles" in text


async def test_views_and_filters_say_what_they_show(opened: Opened, archive: Archive) -> None:
    async with opened(archive) as (app, pilot):
        await press(pilot, "slash", *"aurelia", "enter")
        await press(pilot, "s", "v")
        assert "order not known" in screen_text(app)  # three outlets on one day, none with an hour
        assert "first report" not in screen_text(app)
        await press(pilot, "v")
        assert "names" in screen_text(app)
        await press(pilot, "v", "z", "slash", *"passengers")
        await press(pilot, "enter")
        assert "only passengers" in screen_text(app)
        screen = app.screen
        assert isinstance(screen, StoryScreen)
        assert screen.grid is not None
        assert all("passengers" in " ".join(c.text for c in f.cells) for f in screen.grid.facts)
        await press(pilot, "escape", "f")
        assert {fact.kind for fact in screen.grid.facts} <= {"figure"}


async def test_an_article_is_parted_after_enter_and_comes_back_with_u(
    opened: Opened, archive: Archive
) -> None:
    async with opened(archive) as (app, pilot):
        await press(pilot, "slash", *"aurelia", "enter")
        await press(pilot, "s", "2", "i")
        assert isinstance(app.screen, Panel)
        assert "on average" in screen_text(app)
        assert "part from this story" in screen_text(app)
        await press(pilot, "enter")
        assert "2 articles  2 outlets" in screen_text(app)
        await press(pilot, "u")
        assert "3 articles  3 outlets" in screen_text(app)


async def test_a_story_is_named_and_exported(
    opened: Opened, archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened(archive) as (app, pilot):
        await press(pilot, "slash", *"aurelia", "enter")
        await press(pilot, "s", "i", "G", "enter")
        await press(pilot, "ctrl+u", *"Night", "enter")
        assert "STORY  Night" in screen_text(app)
        await press(pilot, "E", "enter")
        assert "written to story-" in screen_text(app)
        (page,) = tmp_path.glob("story-*.html")
        page.write_text("read and annotated", encoding="utf-8")
        await press(pilot, "E", "enter")
        assert f"written to {page.stem}-2.html" in screen_text(app)
    assert page.read_text(encoding="utf-8") == "read and annotated"
    assert "<h1>Night</h1>" in page.with_stem(f"{page.stem}-2").read_text(encoding="utf-8")


async def test_the_cursor_in_time_stays_on_an_article_when_the_last_one_is_parted(
    opened: Opened, archive: Archive
) -> None:
    async with opened(archive) as (app, pilot):
        await press(pilot, "slash", *"aurelia", "enter")
        await press(pilot, "s", "v", "G")
        screen = app.screen
        assert isinstance(screen, StoryScreen)
        assert screen.shown is not None
        last = screen.shown.reports[-1].id
        assert screen.current_id() == last
        stories = archive.stories()
        stories.deciding().split(stories.resolve(screen.story), [last])
        screen.reload()
        await settled(pilot)
        assert screen.current_id() == screen.shown.reports[-1].id != last


async def test_filter_row_and_column_stand_when_the_story_is_asked_for_anew(
    opened: Opened, archive: Archive
) -> None:
    async with opened(archive) as (app, pilot):
        await press(pilot, "slash", *"aurelia", "enter")
        await press(pilot, "s", "z", "slash", *"ferry", "enter", "j", "2")
        screen = app.screen
        assert isinstance(screen, StoryScreen)
        left, shown = screen.place(), screen_text(app)
        assert (left.words, left.row, left.column) == ("ferry", 1, 1)
        await press(pilot, "R")
        assert screen.place() == left
        assert screen_text(app) == shown


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (200, 60)])
async def test_a_story_of_seven_outlets_fits_every_terminal(
    opened: Opened, tmp_path: Path, size: tuple[int, int]
) -> None:
    many = [reported(FERRY[n % 3], n) for n in range(1, 8)]
    with Archive.open(tmp_path / "many", create=True) as archive:
        archive.add(coming_in(*many))
        async with opened(archive, size=size) as (app, pilot):
            await press(pilot, "s", *["l"] * 6, "j", "n", "v", "v", "v")
            lines = screen_text(app).splitlines()
            assert all(len(line) <= size[0] for line in lines)


async def test_a_story_of_one_article_says_that_there_are_no_rows_yet(
    opened: Opened, tmp_path: Path
) -> None:
    with Archive.open(tmp_path / "one", create=True) as archive:
        archive.add(coming_in(reported(FERRY[0], 1)))
        async with opened(archive) as (_, pilot):
            await press(pilot, "s")
            text = screen_text(pilot.app)
            assert "no rows" in text
            assert "first" not in text
            await press(pilot, "z")
            assert "row 1/" in screen_text(pilot.app)


async def test_an_archive_without_articles_has_no_stories(opened: Opened, tmp_path: Path) -> None:
    with Archive.open(tmp_path / "empty", create=True) as archive:
        async with opened(archive) as (app, pilot):
            await press(pilot, "S")
            assert "no stories" in screen_text(app)


async def test_a_large_ledger_is_made_in_a_process_beside_and_kept(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.story_asked.AT_ONCE", 1)
    folder = tmp_path / "many"
    with Archive.open(folder, create=True) as archive:
        archive.add(coming_in(*(reported(text, n) for n, text in enumerate(FERRY, 1))))
        compute = Compute(folder)
        async with opened(archive, compute=compute) as (app, pilot):
            await press(pilot, "s")
            for _ in range(100):  # a process has to start, on a busy machine too
                if app.screen.waiting:
                    await settled(pilot)
            screen = app.screen
            assert isinstance(screen, StoryScreen)
            assert screen.grid is not None
            found = screen.grid.ledger
            assert len(found.columns) == 3
            assert compute.pid is not None
        compute.stop()
        ids = [column.article for column in found.columns]
        assert archive.stories().known_ledger(ids) == found


async def test_the_list_of_stories_takes_S_for_the_next_order_and_says_why_it_is_empty(
    opened: Opened, archive: Archive
) -> None:
    async with opened(archive) as (app, pilot):
        await press(pilot, "S", "S")
        assert isinstance(app.screen, StoriesScreen)
        assert app.screen.sort == "largest"
        await press(pilot, "slash", *"qqqq", "enter")
        assert "no article answers this query" in screen_text(app)
        await press(pilot, "escape")
        assert "3 stories" in screen_text(app)
        await press(pilot, "q")
        assert isinstance(app.screen, SearchScreen)


async def test_a_name_of_a_story_opens_its_page(opened: Opened, tmp_path: Path) -> None:
    with archive_of_people(tmp_path) as archive:
        async with opened(archive) as (app, pilot):
            await press(pilot, "slash", *"alone", "enter")
            await press(pilot, "s", "e", "j")
            screen = app.screen
            assert isinstance(screen, StoryScreen)
            key = screen.entity_here()
            assert key
            await press(pilot, "enter")
            assert isinstance(app.screen, EntityScreen)
            assert app.screen.key == key
            await press(pilot, "q")
            assert app.screen is screen


async def test_the_list_of_stories_stands_on_its_story_when_others_come_in(
    opened: Opened, archive: Archive
) -> None:
    kept = Kept()
    async with opened(archive, kept=kept) as (app, pilot):
        await press(pilot, "S", "j", "j")
        screen = app.screen
        assert isinstance(screen, StoriesScreen)
        here = screen.rows[screen.cursor].title
        archive.add(coming_in(*(page(n, LATER[n]) for n in range(len(LATER)))))
        await press(pilot, "R")
        assert screen.cursor > 2
        assert screen.rows[screen.cursor].title == here
        app.save()
    archive.add(coming_in(*(page(n + 50, LATER[n] + " Again.") for n in range(len(LATER)))))
    async with opened(archive, kept=kept) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, StoriesScreen)
        assert screen.rows[screen.cursor].title == here
        await press(pilot, "o")  # another order begins at its first
        assert screen.cursor == 0


LATER = (
    "A lighthouse keeper at Gull Point has painted the lamp room green.",
    "The tram depot of Halvern sold forty old bells to collectors.",
    "Two herons nest on the roof of the Tamar town hall.",
)


async def test_a_story_that_was_merged_is_where_it_went(opened: Opened, archive: Archive) -> None:
    async with opened(archive) as (app, pilot):
        await press(pilot, "S")
        screen = app.screen
        assert isinstance(screen, StoriesScreen)
        titles = [row.title for row in screen.rows]
        onions = next(n for n, title in enumerate(titles) if "Onions" in title)
        bus = next(n for n, title in enumerate(titles) if "bus" in title)
        screen.move(onions - screen.cursor)
        stories = archive.stories()
        numbers = [stories.resolve(screen.rows[n].id) for n in (onions, bus)]
        stories.deciding().merge(*numbers)
        await press(pilot, "R")
        assert "bus" in screen.rows[screen.cursor].title


async def test_row_column_and_report_of_a_story_are_known_by_what_stands_there(
    opened: Opened, archive: Archive
) -> None:
    kept = Kept()
    words = "Horns were heard on the quay all night. Smoke hung over roofs and gardens."
    earlier = replace(reported(FERRY[0], 9, "2031-03-12"), text=words)
    async with opened(archive, kept=kept) as (app, pilot):
        await press(pilot, "slash", *"aurelia", "enter", "s", "z", "G", "l", "l")
        screen = app.screen
        assert isinstance(screen, StoryScreen)
        assert screen.grid is not None
        assert screen.grid.current is not None
        row, column = screen.grid.current.text, screen.current_id()
        archive.add(coming_in(earlier))
        await press(pilot, "R")
        assert "4 articles" in screen_text(app)
        assert (screen.grid.current.text, screen.current_id()) == (row, column)
        await press(pilot, "v", "g")
        assert (report := screen.current_id()) != column
        app.save()
    first = reported(FERRY[1], 10, "2031-03-11")
    archive.add(coming_in(first))
    async with opened(archive, kept=kept) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, StoryScreen)
        assert "5 articles" in screen_text(app)
        assert screen.current_id() == report
        await press(pilot, "H")
        assert screen.current_id() == column
        archive.add(coming_in(reported(FERRY[2], 11, "2031-03-10")))  # which has the same text
        await press(pilot, "R")
        assert screen.shown is not None
        (copy,) = [one for one in screen.shown.reports if one.id == column]
        assert screen.current_id() == (copy.origin or column)


@pytest.mark.parametrize("width", [80, 40])
async def test_every_screen_says_the_way_that_led_to_it(
    opened: Opened, archive: Archive, width: int
) -> None:
    def way(app: Explorer) -> str:
        return next((one for one in screen_text(app).splitlines() if one.startswith("━━ ")), "")

    async with opened(archive, size=(width, 24)) as (app, pilot):
        assert way(app) == ""  # nothing led to the list
        await press(pilot, "S")
        assert way(app).startswith("━━ list › stories ━")
        await press(pilot, "o", "enter")
        assert way(app).startswith("━━ list › stories › story ━")
        await press(pilot, "z", "enter")
        assert "stories › story › reader ━" in way(app)
        await press(pilot, "O")
        assert "story › reader › outlets ━" in way(app)
        await press(pilot, "j", "enter")
        assert " | " in way(app)
        assert way(app).startswith("━━ …") == (width == 40)
        assert len(way(app)) == width
        await press(pilot, "q", "q", "q", "c")
        assert isinstance(app.screen, CompareScreen)
        assert "› compare ━" in way(app)


def footer(app: Explorer) -> str:
    return screen_text(app).rstrip().splitlines()[-1]


async def test_each_view_of_a_story_names_its_own_keys(opened: Opened, archive: Archive) -> None:
    async with opened(archive) as (app, pilot):
        await press(pilot, "s")
        assert footer(app).startswith("n N next differing  Enter read  f figures")
        await press(pilot, "H")
        assert footer(app).startswith("Enter read  v names  H ledger  + column")
        assert "differing" not in footer(app)
        await press(pilot, "v")
        assert footer(app).startswith("Enter page of the name  v ledger  H in time")
        await press(pilot, "v")
        assert footer(app).startswith("n N next differing")


async def test_a_report_that_is_not_compared_is_brought_in_from_the_timeline(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus.ledger.IN_FULL", 2)
    kept = Kept()
    with Archive.open(tmp_path / "three", create=True) as archive:
        archive.add(coming_in(*EVERYTHING[:3]))
        async with opened(archive, kept=kept) as (app, pilot):
            await press(pilot, "s")
            screen = app.screen
            assert isinstance(screen, StoryScreen)
            assert screen.shown is not None
            (left,) = screen.shown.ledger.left_out
            assert "2 articles compared in full, 1 not" in screen_text(app)
            await press(pilot, "plus")
            assert "H shows all reports" in screen_text(app)
            reports = [one.id for one in screen.shown.reports]
            column = reports.index(screen.shown.ledger.columns[0].article)
            await press(pilot, "H", "g", *"j" * column, "plus")
            assert "is a column already" in screen_text(app)
            await press(pilot, "g", *"j" * reports.index(left), "plus")
            assert screen.view == "ledger"
            assert screen.current_id() == left
            assert left not in screen.shown.ledger.left_out
            app.save()
        async with opened(archive, kept=kept) as (app, pilot):
            screen = app.screen
            assert isinstance(screen, StoryScreen)
            assert screen.current_id() == left


class Slow(Compute):
    """A process beside that makes ledgers only when it is let; what it is at can be stopped."""

    def __init__(self, archive: Archive, path: Path) -> None:
        super().__init__(path)
        self._archive, self._go, self.stopped = archive, threading.Event(), 0

    def ask(
        self, work: str, ids: Sequence[str], kind: object, progress: Progress | None = None
    ) -> object:
        assert progress is not None
        progress(3, 6)
        stopped = self.stopped
        assert self._go.wait(60)
        if self.stopped > stopped:
            self._go.clear()
            raise NotComputed("stopped")
        return self._archive.stories().ledger_of(ids[ids.index("") + 1 :])

    def cancel(self, work: str = "") -> None:
        self.stopped += 1
        self._go.set()

    def go_on(self) -> None:
        self._go.set()


async def test_the_articles_are_there_while_the_ledger_is_made_and_escape_stops_it(
    opened: Opened, archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(story_asked, "AT_ONCE", 0)
    slow = Slow(archive, tmp_path / "archive")
    async with opened(archive, compute=slow) as (app, pilot):
        await press(pilot, "S", "o")
        await pilot.press("enter")
        await shown(pilot, lambda: "50 %" in screen_text(app))
        screen = app.screen
        assert isinstance(screen, StoryScreen)
        text = screen_text(app)
        assert "holding 3 articles against each other: 50 %   Esc stops" in text
        assert text.count("Ferry Aurelia") == 4  # the head, and every report by its day
        await pilot.press("j")
        await shown(pilot, lambda: screen.report == 1)
        await pilot.press("escape")
        await shown(pilot, lambda: "the ledger is not made; v makes it" in screen_text(app))
        assert app.screen is screen
        assert slow.stopped == 1
        await settled(pilot)
        await press(pilot, "k")
        assert "timeline   v makes the ledger" in screen_text(app)
        here = screen.current_id()
        slow.go_on()
        await press(pilot, "v")
        await shown(pilot, lambda: "row 1/" in screen_text(app))
        assert "what most carry first" in screen_text(app)
        await press(pilot, "H")
        assert screen.current_id() == here  # as before there was a ledger
