"""The explorer as a person uses it: keys in, screens out."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import Opened, lines_of, paste, press, screen_text, settled, shown
from shelf import ALL, FERRY_HARBOUR, FERRY_MERIDIAN, NAMES, Kept, Shelf, article
from textual import events

from corpus.article import Names
from tui import clipboard
from tui.app import Explorer
from tui.screens.compare import CompareScreen
from tui.screens.panel import Panel
from tui.screens.reader import ReaderScreen
from tui.screens.search import SearchScreen
from tui.session import loads
from tui.widgets.pane import Pane


async def test_the_newest_articles_are_there_at_once(opened: Opened) -> None:
    async with opened() as (app, _pilot):
        rows = [line for line in lines_of(app.screen.query_one("#list", Pane)) if line]
        assert len(rows) == len(ALL)
        assert "14 Mar 2031" in rows[0]
        assert "no day" in rows[-1]
        assert "1/6 · 17 %   order: newest first" in screen_text(app)


async def test_the_list_is_found_again_as_one_types(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.asking.PAUSE", 3600.0)  # however slow the keys come
    shelf = Shelf()
    async with opened(shelf) as (app, pilot):
        for key in ["slash", *"aurelia"]:
            await pilot.press(key)
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        assert shelf.asked == []  # a pause after the last key, not a question a key
        assert screen._pause is not None
        screen.ask_now()
        await settled(pilot)
        text = screen_text(app)
        assert "/ aurelia" in text
        assert "Council votes" not in text
        assert shelf.asked == ["(aurelia OR aurelia*)"]


async def test_a_pause_while_one_types_is_enough_to_be_answered(opened: Opened) -> None:
    shelf = Shelf()
    async with opened(shelf) as (_app, pilot):
        await press(pilot, "slash", *"aurelia")
        assert shelf.asked[-1] == "(aurelia OR aurelia*)"


async def test_an_answer_that_was_overtaken_changes_nothing(opened: Opened) -> None:
    async with opened() as (app, _pilot):
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        finding = screen.finding
        finding.query = "ferry"
        early = asyncio.ensure_future(finding.ask())
        await asyncio.sleep(0)
        finding.query = "council"
        assert await finding.ask()
        assert not await early
        assert [hit.row.outlet for hit in finding.hits] == ["Harbour Gazette"]


async def test_keys_typed_ahead_come_in_their_order(opened: Opened) -> None:
    async with opened() as (app, pilot):
        for key in ["slash", *"ferry", "enter", "j", "enter", "e", "n"]:
            app._driver.send_message(events.Key(key, key if len(key) == 1 else None))  # type: ignore[union-attr]
        await settled(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.article == FERRY_HARBOUR.id
        assert "name 1/9" in screen_text(app)


async def test_keys_typed_ahead_reach_the_panel_they_were_meant_for(opened: Opened) -> None:
    shelf = Shelf()
    async with opened(shelf) as (app, pilot):
        for key in ["j", "m", "enter", ")", "i", "down", "enter", *"Marsh", "enter"]:
            app._driver.send_message(events.Key(key, key if len(key) == 1 else None))  # type: ignore[union-attr]
        await settled(pilot)
        assert [(j.field, j.value) for j in shelf.judged] == [("outlet", "Marsh")]


async def test_a_query_that_cannot_be_read_says_what_is_wrong(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "slash", "(", *"ferry")
        assert "A bracket is not closed; close it or leave it out." in screen_text(app)


async def test_nothing_found_offers_a_spelling_and_a_way_on(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "slash", *"ferrry", "enter")
        assert "did you mean ferry?" in screen_text(app)
        assert "/ changes the query" in screen_text(app)
        await press(pilot, "escape", "k")
        assert "newest first" in screen_text(app)


async def test_up_in_the_box_brings_the_query_before_and_down_goes_to_the_list(
    opened: Opened,
) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "slash", *"ferry", "enter", "escape", "slash", "up")
        assert "/ ferry" in screen_text(app)
        await press(pilot, "down", "down")
        assert isinstance(app.screen, SearchScreen)
        assert not app.screen.box.active


async def test_an_article_is_read_and_left_with_the_place_kept(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "j", "enter")
        assert isinstance(app.screen, ReaderScreen)
        text = screen_text(app)
        assert "Ferry fire: 17 unaccounted for, says port" in text
        assert "(from the dateline)" in text
        for key in ("q", "backspace", "ctrl+o"):
            await press(pilot, key)
            assert isinstance(app.screen, SearchScreen)
            assert app.screen.cursor == 1
            await press(pilot, "enter")


async def test_the_words_of_the_query_are_marked_in_the_article(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "slash", *"ferry", "enter", "j", "enter", "n")
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        assert screen.reading is not None
        assert screen.reading.lens == "hits"
        assert "place 1/" in screen_text(app)


async def test_what_is_cut_of_a_command_s_help_is_told_below_while_one_stands_on_it(
    opened: Opened,
) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "colon", *"entity")
        *_, line, hint = screen_text(app).rstrip().split("\n")
        assert line.startswith("▌ entity               the page of a name: the one under")
        assert hint.startswith("  … ")
        assert hint.rstrip().endswith("one that is typed")
        await press(pilot, "ctrl+u", *"quit")
        assert "Enter do it" in screen_text(app)


async def test_without_a_lens_n_goes_through_the_words_asked_for(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "slash", *"ferry", "enter", "j", "enter", "escape")
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        assert screen.reading is not None
        assert screen.reading.lens == "none"
        await press(pilot, "n")
        assert screen.reading.lens == "hits"
        assert "place 1/" in screen_text(app)


async def test_without_a_lens_and_a_query_n_says_which_keys_put_one_on(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "j", "enter", "n")
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        assert screen.reading is not None
        assert screen.reading.lens == "none"
        assert 'no lens is on: e names, f figures, " quotations' in screen_text(app)


async def test_names_that_are_being_read_are_marked_as_soon_as_they_are_there(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = asyncio.Event()

    async def recognised(_app: Explorer, _article: str) -> Names:
        await known.wait()
        return NAMES[FERRY_HARBOUR.id]

    monkeypatch.setattr(Explorer, "recognise_now", recognised)
    unread = replace(FERRY_HARBOUR, id="5" * 64)
    async with opened(Shelf([unread])) as (app, pilot):
        app.open_article(unread.id, [], -1)
        await shown(pilot, lambda: "Ferry fire: 17" in screen_text(app))
        await pilot.press("e")
        await shown(pilot, lambda: "being read; they are marked then" in screen_text(app))
        await pilot.press("n")
        await shown(pilot, lambda: "being read; they are marked then" in screen_text(app))
        known.set()
        await shown(pilot, lambda: "places that name somebody" in screen_text(app))
        await press(pilot, "n")
        assert "name 1/" in screen_text(app)


async def test_from_mention_to_mention_of_one_name(opened: Opened) -> None:
    async with opened(size=(120, 40)) as (app, pilot):
        await press(pilot, "j", "enter", "tab", "n")
        assert "name 1/3: Ines Varga, person" in screen_text(app)
        await press(pilot, "n")
        assert "name 2/3: Ines Varga, person" in screen_text(app)
        await press(pilot, "n", "n")
        assert "no further name" in screen_text(app)
        await press(pilot, "N", "N", "N")
        assert "no earlier name" in screen_text(app)


async def test_the_names_come_up_with_v_in_a_narrow_terminal(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "j", "enter")
        assert "NAMES" not in screen_text(app)
        await press(pilot, "v")
        assert "NAMES" in screen_text(app)
        assert "Calder Lines" in screen_text(app)


async def test_removed_lines_come_up_with_r(opened: Opened) -> None:
    async with opened(size=(80, 40)) as (app, pilot):
        await press(pilot, "j", "enter", "r")
        assert "[credit: names who took the photograph]" in screen_text(app)
        await press(pilot, "r")
        assert "names who took" not in screen_text(app)


async def test_j_and_k_go_through_the_list_without_leaving_the_reader(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "j", "enter", "J")
        assert "Fourteen missing" in screen_text(app)
        await press(pilot, "K")
        assert "Ferry fire: 17" in screen_text(app)


async def test_two_marked_articles_stand_side_by_side_at_eighty_columns(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "j", "m", "j", "m")
        assert "marked as 2; c compares them" in screen_text(app)
        await press(pilot, "c")
        assert isinstance(app.screen, CompareScreen)
        text = screen_text(app)
        assert "1 HARBOUR GAZETTE" in text
        assert "2 MERIDIAN WIRE" in text
        assert "not matched here" in text
        await press(pilot, "n")
        assert "difference 1/1: quotation trimmed on the left" in screen_text(app)
        await press(pilot, "x")
        assert "1 MERIDIAN WIRE" in screen_text(app)


async def test_one_side_alone_fills_the_width_with_its_counterpart_under_the_cursor(
    opened: Opened,
) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "j", "m", "j", "m", "c", "v", "n")
        text = screen_text(app)
        assert "left side alone" in text
        assert "2 MERIDIAN WIRE" not in text
        assert "    | MERIDIAN WIRE" in text.replace("▐", " ")
        await press(pilot, "j")
        assert text.count("| MERIDIAN WIRE") <= 1


async def test_comparing_without_marks_says_what_to_do(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "end", "k", "c")
        assert "mark two articles with m" in screen_text(app)


async def test_the_marked_set_is_shown_and_a_mark_taken_away(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "j", "m", "M")
        assert "marked for comparison" in screen_text(app)
        await press(pilot, "m")
        assert app.session.marked == []


async def test_a_command_is_done_by_its_name(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "j", "colon", *"open", "enter")
        assert isinstance(app.screen, ReaderScreen)


async def test_help_names_the_keys_of_the_screen_and_finds_one(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "j", "enter", "question_mark")
        assert "help: reader" in screen_text(app)
        await press(pilot, *"set aside")
        assert "show the lines that were set aside" in screen_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, ReaderScreen)


async def test_help_never_runs_off_a_small_terminal(opened: Opened) -> None:
    async with opened(size=(60, 12)) as (app, pilot):
        await press(pilot, "question_mark", "end")
        assert isinstance(app.screen, Panel)
        assert len(screen_text(app).split("\n")) == 12


async def test_a_paste_is_never_read_as_keys(opened: Opened) -> None:
    shelf = Shelf()
    async with opened(shelf) as (app, pilot):
        await paste(pilot, "Qmjm ferry")
        assert "pasted text" in screen_text(app)
        assert app.session.marked == []
        await press(pilot, "enter")
        assert shelf.asked[-1] == "Qmjm ferry"


async def test_a_pasted_text_can_become_an_article(opened: Opened) -> None:
    shelf = Shelf()
    async with opened(shelf) as (app, pilot):
        text = "Tram line reopens\n" + "The tram runs again from Monday. " * 12
        await paste(pilot, text)
        await press(pilot, "enter")
        assert len(shelf.articles) == len(ALL) + 1
        assert "Tram line reopens" in screen_text(app)


async def test_a_paste_into_the_query_box_is_a_query_on_one_line(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "slash")
        app._driver.send_message(events.Paste("ferry\nfire"))  # type: ignore[union-attr]
        await settled(pilot)
        assert "/ ferry fire" in screen_text(app)


@pytest.mark.parametrize(
    ("key", "copied"),
    [
        ("y", "“We will not reopen the route until every door has been checked,” Ines Varga, "
              "the transport minister, said on Thursday."),
        ("q", "We will not reopen the route until every door has been checked,"),
        ("u", "https://gazette.example/2031/03/13/ferry"),
    ],
)  # fmt: skip
async def test_copying_by_key(opened: Opened, key: str, copied: str) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "j", "enter", *[")"] * 5, "y", key)
        assert "written to" in screen_text(app)
        assert clipboard.copy_file().read_text().strip() == copied


async def test_a_citation_is_copied_from_the_list(opened: Opened) -> None:
    async with opened() as (_app, pilot):
        await press(pilot, "j", "y", "c")
        text = clipboard.copy_file().read_text()
        assert "Harbour Gazette, 13 March 2031" in text
        assert "Mara Lindqvist" in text


async def test_y_and_escape_copies_nothing(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "y", "escape")
        assert not clipboard.copy_file().exists()
        assert isinstance(app.screen, SearchScreen)


async def test_an_outlet_is_decided_confirmed_and_undone(opened: Opened) -> None:
    shelf = Shelf()
    async with opened(shelf) as (app, pilot):
        await press(pilot, "end", "enter", ")", "i")
        assert "why, and what can be done about it" in screen_text(app)
        await press(pilot, "j", "enter", *"Marsh Post", "enter")
        assert [(j.field, j.value, j.author) for j in shelf.judged] == [
            ("outlet", "Marsh Post", "tester")
        ]
        assert "Marsh Post" in screen_text(app)
        await press(pilot, "u")
        assert shelf.judged == []


async def test_leaving_the_why_panel_decides_nothing(opened: Opened) -> None:
    shelf = Shelf()
    async with opened(shelf) as (_app, pilot):
        await press(pilot, "enter", ")", "i", "enter")
        await press(pilot, "i", "escape")
        assert shelf.judged == []


async def test_the_role_of_a_line_is_decided(opened: Opened) -> None:
    shelf = Shelf()
    async with opened(shelf) as (_app, pilot):
        await press(pilot, "j", "enter", ")", ")", ")", "i", "j", "enter")
        await press(pilot, "j", "j", "enter")
        (made,) = shelf.judged
        assert (made.field, made.target) == ("role", "3")


async def test_the_session_comes_back(opened: Opened) -> None:
    kept = Kept()
    async with opened(kept=kept) as (app, pilot):
        await press(pilot, "slash", *"ferry", "enter", "j", "m", "enter", ")", ")", "e", "n", "Q")
        assert app.return_value == 0
    saved = json.loads(kept.text or "{}")
    assert saved["search"]["query"] == "ferry"
    assert saved["screens"][0]["article"] == FERRY_HARBOUR.id
    async with opened(kept=kept) as (app, pilot):
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        assert screen.reading is not None
        assert screen.reading.lens == "names"
        assert screen.reading.sentence is not None
        assert app.session.marked == [FERRY_HARBOUR.id]
        await press(pilot, "q")
        assert "/ ferry" in screen_text(app)
        assert app.list_screen.cursor == 1


async def test_a_comparison_comes_back_with_its_row(opened: Opened) -> None:
    kept = Kept()
    async with opened(kept=kept) as (_app, pilot):
        await press(pilot, "j", "m", "j", "m", "c", "n", "Q")
    async with opened(kept=kept) as (app, pilot):
        await settled(pilot)
        assert isinstance(app.screen, CompareScreen)
        assert "quotation trimmed on the left" in screen_text(app)


async def test_what_was_closed_does_not_come_back(opened: Opened) -> None:
    kept = Kept()
    async with opened(kept=kept) as (_app, pilot):
        await press(pilot, "enter", "Q")
    async with opened(kept=kept) as (_app, pilot):
        await press(pilot, "q", "Q")
    assert loads(kept.text).screens == []


async def test_q_on_the_first_screen_quits_and_other_ways_back_do_not(opened: Opened) -> None:
    kept = Kept()
    async with opened(kept=kept) as (app, pilot):
        await press(pilot, "backspace", "ctrl+o", "escape")
        assert app.return_value is None
        assert isinstance(app.screen, SearchScreen)
        await press(pilot, "q")
        assert app.return_value == 0
        assert kept.text is not None


async def test_an_article_kept_in_the_session_that_is_gone_is_no_harm(opened: Opened) -> None:
    gone = loads(None)
    gone.marked = ["f" * 64]
    async with opened(kept=Kept(gone.dumps())) as (app, pilot):
        await press(pilot, "M")
        assert isinstance(app.screen, (SearchScreen, Panel))


async def test_new_articles_are_told_and_taken_with_shift_r(opened: Opened) -> None:
    shelf = Shelf()
    async with opened(shelf) as (app, pilot):
        new = article("Harbour wall cracks", ["A crack was found."], published="2031-03-20")
        shelf.articles[new.id] = new
        shelf.change += 1
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        await screen._look()
        assert "1 new article: R takes them" in screen_text(app)
        assert "Harbour wall cracks" not in screen_text(app)
        await press(pilot, "R")
        assert "Harbour wall cracks" in screen_text(app)


async def test_an_empty_archive_says_which_it_is_where_it_was_named(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = Shelf(())
    shelf.path = Path("/srv/port desk")
    async with opened(shelf) as (app, _):
        assert "It is in /srv/port desk." in screen_text(app)
        assert "broadsheet add FOLDER --archive '/srv/port desk'" in screen_text(app)
    monkeypatch.setenv("BROADSHEET_ARCHIVE", str(shelf.path))
    async with opened(shelf) as (app, _):
        assert "It is in" not in screen_text(app)


async def test_an_empty_archive_offers_the_sample(opened: Opened) -> None:
    from tui.app import TO_SAMPLE

    async with opened(Shelf(())) as (app, pilot):
        assert "broadsheet add FOLDER --archive " in screen_text(app)
        await press(pilot, "enter")
        assert app.return_value == TO_SAMPLE


class Namer:
    """A recogniser that knows the names by heart."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.stopped = False

    def names_now(self, article_id: str) -> Names:
        self.asked.append(article_id)
        return NAMES[article_id]

    def stop(self, patience: float) -> None:
        self.stopped = True


async def test_the_open_article_is_recognised_on_the_spot(opened: Opened) -> None:
    shelf, namer = Shelf(), Namer()
    del shelf.recognised[FERRY_MERIDIAN.id]
    async with opened(shelf, size=(120, 30), recogniser=lambda: namer) as (app, pilot):
        await press(pilot, "j", "j", "enter")
        assert namer.asked == [FERRY_MERIDIAN.id]
        assert "Tomas Reyl" in screen_text(app)
        app.stop_recogniser()
        assert namer.stopped


async def test_how_far_the_names_have_come_stands_under_the_masthead(opened: Opened) -> None:
    async with opened() as (app, _pilot):
        assert "reading names 3 of 6" in screen_text(app)


async def test_facets_narrow_the_query(opened: Opened) -> None:
    shelf = Shelf()
    async with opened(shelf) as (app, pilot):
        await press(pilot, "slash", *"ferry", "enter", "F")
        assert "facets of 3 articles" in screen_text(app)
        await press(pilot, "j", "k", "slash", *"Merid", "enter")
        assert shelf.asked[-1] == 'ferry outlet:"Meridian Wire"'


async def test_at_120_columns_the_article_stands_beside_the_list(opened: Opened) -> None:
    async with opened(size=(120, 40)) as (app, pilot):
        await press(pilot, "j")
        pane = app.screen.query_one("#preview", Pane)
        await shown(pilot, lambda: "Minister closes the route" in "\n".join(lines_of(pane)))


async def test_at_200_columns_list_article_and_names_stand_together(opened: Opened) -> None:
    async with opened(size=(200, 60)) as (app, pilot):
        await press(pilot, "j", "enter")
        text = screen_text(app)
        for words in ("Fourteen missing after fire", "Minister closes the route", "NAMES"):
            assert words in text


async def test_a_terminal_that_changes_its_size_keeps_the_place(opened: Opened) -> None:
    async with opened(size=(80, 24)) as (app, pilot):
        await press(pilot, "j", "enter", "e", "n", "n", "n", "n", "n")
        before = app.screen.reading.current  # type: ignore[attr-defined]
        for size in ((200, 60), (120, 40), (60, 15), (80, 24)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
            assert app.screen.reading.current == before  # type: ignore[attr-defined]
        assert "name 5/9" in screen_text(app)


@pytest.mark.parametrize("theme", ["dark", "light", "ansi", "plain"])
async def test_every_palette_draws_every_screen(opened: Opened, theme: str) -> None:
    async with opened(theme=theme) as (app, pilot):
        await press(pilot, "j", "m", "enter", "e", "i", "escape", "q", "j", "m", "c")
        assert isinstance(app.screen, CompareScreen)


async def test_no_color_leaves_no_colour_on_the_screen(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened() as (app, pilot):
        await press(pilot, "j", "enter", "e", "n")
        for strip in app.screen._compositor.render_strips():
            for _text, style, _control in strip:
                for colour in (style.color, style.bgcolor) if style else ():
                    assert colour is None or colour.is_default


async def test_nothing_from_an_article_reaches_the_terminal_as_control(opened: Opened) -> None:
    async with opened(size=(120, 40)) as (app, pilot):
        await press(pilot, "enter")
        text = screen_text(app)
        assert "␛[31mred" in text
        assert not set(text) & {"\x1b", "\u202e", "\x07"}


async def test_rows_are_fetched_as_one_comes_near_them_and_all_for_the_last(opened: Opened) -> None:
    many = [article(f"Report {n}", [f"Text {n}."], published="2031-03-01") for n in range(3_000)]
    async with opened(Shelf(many)) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        assert len(screen.listing.hits) == 200
        while screen.cursor < 150:
            assert len(screen.listing.hits) == 200
            await press(pilot, "space")
        await press(pilot, *"jjjjjjjjjjjjjjjjjjjjjjjjj")
        assert len(screen.listing.hits) == 400
        await press(pilot, "G")
        assert len(screen.listing.hits) == 3_000
        assert "3,000/3,000" in screen_text(app)


async def test_the_session_is_saved_when_the_terminal_goes_away(opened: Opened) -> None:
    kept = Kept()
    async with opened(kept=kept) as (app, pilot):
        await press(pilot, "j", "enter")
        assert app.leaving is not None
        app.leaving._in_order()  # without the last resort, which would end the tests
        await pilot.pause(0.05)
    assert json.loads(kept.text or "{}")["screens"][0]["article"] == FERRY_HARBOUR.id


async def test_the_explorer_works_on_a_real_archive(opened: Opened, tmp_path: Path) -> None:
    from index.archive import Archive
    from index.intake import walk

    folder = tmp_path / "articles"
    folder.mkdir()
    for number, title in enumerate(("Tram line reopens", "Tram drivers vote")):
        (folder / f"{number}.txt").write_text(
            f"{title}\n\nThe tram number {number} runs again from Monday, the operator said.\n"
        )
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.add(walk([folder]))
        async with opened(archive) as (app, pilot):  # type: ignore[arg-type]
            assert "2 articles" in screen_text(app)
            await press(pilot, "slash", *"tram vote", "enter", "enter")
            await shown(pilot, lambda: isinstance(app.screen, ReaderScreen))
            await settled(pilot)
            assert "Tram drivers vote" in screen_text(app)


async def test_an_article_that_was_opened_counts_as_read(opened: Opened) -> None:
    kept = Kept()
    async with opened(kept=kept) as (app, pilot):
        assert kept.opened == []
        await press(pilot, "enter")
        assert kept.opened == [app.screen.article]  # type: ignore[attr-defined]


async def test_on_a_wide_screen_opening_an_article_moves_neither_the_list_nor_its_text(
    opened: Opened,
) -> None:
    async with opened(size=(200, 60)) as (app, pilot):
        words = "The port office put the number of people"

        def columns() -> tuple[int, ...]:
            lines = screen_text(app).splitlines()
            found = next(line for line in lines if words in line)
            return found.index(words), found.index("│")

        await press(pilot, "slash", *"unaccounted", "enter")
        await shown(pilot, lambda: words in screen_text(app))
        before = columns()
        await press(pilot, "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert columns() == before
        assert before[1] > 60  # the list has what the text leaves over
