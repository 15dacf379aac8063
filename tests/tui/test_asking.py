"""The query box and the list as a person uses them: words half typed, spellings, days, views."""

from __future__ import annotations

import re
import threading
from pathlib import Path

import pytest
from conftest import Opened, choose, paste, press, screen_text, settled, shown
from rich.cells import cell_len
from shelf import ALL, FERRY_HARBOUR, FERRY_MERIDIAN, Shelf, article

from index.answers import Answer
from tui.screens.panel import Panel
from tui.screens.reader import ReaderScreen
from tui.screens.search import SearchScreen
from tui.views.days import moment
from tui.views.results import narrowed
from tui.views.typing import read_while_typed, suggestion, while_typed


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("aur", "(aur OR aur*)"),
        ("ferry aur", "ferry (aur OR aur*)"),
        ("(ferry OR fir", "(ferry OR (fir OR fir*)"),
        ("ferry ", "ferry "),
        ("a", "a"),
        ('"ferry fi', '"ferry fi*"'),
        ('"ferry ', '"ferry '),
        ('"ferry" "fi', '"ferry" "fi*"'),
        ('"', '"'),
        ("outlet:Harb", "outlet:(Harb OR Harb*)"),
        ("said:Tolli", "said:(Tolli OR Tolli*)"),
        ('said:"Ann Tolli', 'said:"Ann Tolli*"'),
        ('outlet:"Harbour G', 'outlet:"Harbour G*"'),
        ('outlet:="Harbour G', 'outlet:="Harbour G'),
        ("fire title:fer", "fire title:(fer OR fer*)"),
        ("fire -title:fer", "fire -title:fer"),
        ("url:gaz", "url:gaz"),
        ("aur*", "aur*"),
        ("ferry -fir", "ferry -fir"),
        ("ferry NOT fir", "ferry NOT fir"),
        ("ferry OR", "ferry OR"),
        ("date:2031", "date:2031"),
    ],
)
def test_only_a_bare_last_word_may_be_unfinished(typed: str, asked: str) -> None:
    assert while_typed(typed) == asked


def test_a_query_half_typed_is_told_as_a_person_would_say_it() -> None:
    assert read_while_typed("ferry AND (aur OR aur*)") == "ferry AND aur…"
    assert read_while_typed("aur OR aur*") == "aur…"
    assert read_while_typed("fire OR aur*") == "fire OR aur*"
    assert read_while_typed('fire AND "car d*"', 'fire "car d*"') == 'fire AND "car d…"'
    assert read_while_typed('fire AND "car d*"') == 'fire AND "car d*"'
    assert read_while_typed('said:"d* moss"', 'said:"moss, d*"') == 'said:"d… moss"'


async def test_a_word_being_typed_finds_what_begins_with_it_and_enter_makes_it_whole(
    opened: Opened,
) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "slash", *"aur")
        text = screen_text(app)
        assert "Fourteen missing" in text
        assert "finds nothing" not in text
        await press(pilot, "enter")
        assert "aur finds nothing" in screen_text(app)
        await press(pilot, "slash", *"elia", "enter")
        assert "Fourteen missing" in screen_text(app)


async def test_enter_explains_why_it_finds_less_than_was_shown(
    opened: Opened, tmp_path: Path
) -> None:
    from index.archive import Archive
    from index.intake import walk

    folder = tmp_path / "articles"
    folder.mkdir()
    for number, word in enumerate(("tram", "tramway", "tramline")):
        (folder / f"{number}.txt").write_text(f"A {word} opens\n\nThe {word} opened on Monday.\n")
    said = "Enter asks for whole words; tram* finds the 3 shown while it was typed."
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.add(walk([folder]))
        async with opened(archive) as (app, pilot):
            await press(pilot, "slash", *"tram")
            await shown(pilot, lambda: "3 articles" in screen_text(app))
            assert said not in screen_text(app)
            await press(pilot, "enter")
            await shown(pilot, lambda: said in screen_text(app))
            assert "1 article" in screen_text(app)
            await press(pilot, "slash", "space", *"opens", "enter")
            await shown(pilot, lambda: said not in screen_text(app))


async def test_a_blank_ends_the_word(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "slash", *"aur", "space")
        assert "Fourteen missing" not in screen_text(app)


async def test_escape_leaves_the_box_with_the_query_and_up_has_the_one_before(
    opened: Opened,
) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "slash", *"council", "enter", "slash", "ctrl+u", *"ferry", "escape")
        assert "/ ferry " in screen_text(app)
        assert not app.list_screen.box.active
        assert "Council votes" not in screen_text(app)
        await press(pilot, "slash", "up")
        assert "/ council " in screen_text(app)
        assert "Council votes" in screen_text(app)


@pytest.mark.parametrize("key", ["q", "escape", "backspace", "ctrl+o"])
async def test_a_standing_query_is_a_step_and_is_brought_back_from_the_history(
    opened: Opened, key: str
) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "j", "j", "slash", *"council", "enter", key)
        assert app.return_value is None
        screen = app.list_screen
        assert (screen.finding.query, screen.cursor) == ("", 2)
        assert "the query is put aside" in screen_text(app)
        await press(pilot, "slash", "up", "enter")
        assert "Council votes" in screen_text(app)
        await press(pilot, "q", "q")
        assert app.return_value == 0


async def test_history_lists_what_was_asked_and_asks_it_again(opened: Opened) -> None:
    shelf = Shelf()
    async with opened(shelf) as (app, pilot):
        await press(pilot, "colon", *"history", "enter")
        assert "no query has been asked yet" in screen_text(app)
        for query in ("council", "ferry"):
            await press(pilot, "slash", "ctrl+u", *query, "enter")
        await press(pilot, "colon", *"history", "enter", "j", "enter")
        assert shelf.asked[-1] == "council"


async def test_within_asks_for_both_and_keeps_alternatives_together(opened: Opened) -> None:
    shelf = Shelf()
    async with opened(shelf) as (app, pilot):
        await press(pilot, "colon", *"within", "enter")
        assert "there is no query to search within" in screen_text(app)
        await press(pilot, "slash", *"council OR ferry", "enter")
        await press(pilot, "colon", *"within", "enter", *"fire", "enter")
        assert shelf.asked[-1] == "(council OR ferry) fire"
        assert "/ (council OR ferry) fire" in screen_text(app)


@pytest.mark.parametrize("way", [["tab"], ["enter", "enter"]])
async def test_a_suggested_spelling_is_taken_with_a_key(opened: Opened, way: list[str]) -> None:
    shelf = Shelf()
    async with opened(shelf) as (app, pilot):
        await press(pilot, "slash", *"ferrry")
        assert "Tab takes the spelling" in screen_text(app)
        await press(pilot, *way)
        assert shelf.asked[-1] == "ferry"
        assert "/ ferry" in screen_text(app)


def test_a_suggestion_keeps_the_rest_of_the_query() -> None:
    notes = ("ferrry finds nothing; did you mean ferry?",)
    assert suggestion("fire AND ferrry", notes) == "fire AND ferry"
    assert suggestion("fire AND ferry", ("Each part is found.",)) == ""


async def test_why_explains_a_query_without_hits(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "slash", *"ferrry", "enter", "i")
        assert isinstance(app.screen, Panel)
        text = screen_text(app)
        assert "why nothing was found" in text
        assert "The query was read as: ferrry" in text


async def test_a_long_complaint_stands_on_as_many_lines_as_it_needs(opened: Opened) -> None:
    async with opened(size=(40, 20)) as (app, pilot):
        await press(pilot, "slash", "(", *"ferry", "enter")
        text = screen_text(app)
        assert "A bracket is not closed;" in text
        assert "leave it out." in " ".join(text.split())
        app.screen.say("one sentence that is longer than this line is wide " * 2)  # type: ignore[attr-defined]
        await pilot.pause(0.05)
        assert screen_text(app).count("one sentence") == 2


async def test_the_year_is_told_only_where_the_archive_reaches_over_more_than_one(
    opened: Opened,
) -> None:
    async with opened(Shelf([FERRY_HARBOUR, FERRY_MERIDIAN])) as (app, _pilot):
        assert "13 Mar  Harbour" in screen_text(app)
    async with opened() as (app, pilot):
        await press(pilot, "slash", *"fourteen", "enter")
        assert "13 Mar 2031  Meridian" in screen_text(app)


@pytest.mark.parametrize(
    ("stated", "shown"),
    [
        ("2031-03-13T00:00:00Z", "13 Mar 2031"),
        ("2031-03-13T00:00", "13 Mar 2031"),
        ("2031-03-13T00:00:00+01:00", "13 Mar 2031 00:00 +01:00"),
        ("2031-03-13T06:12:00Z", "13 Mar 2031 06:12 UTC"),
    ],
)
def test_midnight_without_an_offset_is_no_time_of_day(stated: str, shown: str) -> None:
    assert moment("2031-03-13", stated) == shown


async def test_facets_move_by_letters_until_a_slash_asks_for_a_word(opened: Opened) -> None:
    shelf = Shelf()
    async with opened(shelf) as (app, pilot):
        await press(pilot, "slash", *"ferry", "enter", "F", "j")
        panel = app.screen
        assert isinstance(panel, Panel)
        assert (panel.typed, panel.cursor) == ("", 1)
        assert "/ looks for a word" in screen_text(app)
        await press(pilot, "slash", *"jk", "escape")
        assert isinstance(app.screen, Panel)
        assert len(panel.shown) == 3
        await press(pilot, "q")
        assert isinstance(app.screen, SearchScreen)


def test_narrowing_alternatives_puts_them_in_brackets() -> None:
    assert narrowed("ferry OR fire", "outlet", "Gazette") == "(ferry OR fire) outlet:Gazette"


async def test_the_days_of_the_hits_narrow_the_query(opened: Opened) -> None:
    shelf = Shelf()
    async with opened(shelf) as (app, pilot):
        await press(pilot, "slash", *"aurelia", "enter", "H")
        assert "3 articles by day, 1 without a day" in screen_text(app)
        assert "13 Mar 2031" in screen_text(app)
        await press(pilot, "enter")
        assert shelf.asked[-1] == "aurelia date:2031-03-13"


async def test_v_shows_passages_titles_and_words_in_one_column(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "slash", *"ferry", "enter")
        high = len(list_lines(app))
        await press(pilot, "v")
        assert len(list_lines(app)) == high // 2
        await press(pilot, "v")
        rows = list_lines(app)
        assert len(rows) == high // 2
        columns = {cell_len(re.split("ferry", row, flags=re.IGNORECASE)[0]) for row in rows}
        assert len(columns) == 1


def list_lines(app: object) -> list[str]:
    from conftest import lines_of

    from tui.widgets.pane import Pane

    return [line for line in lines_of(app.screen.query_one("#list", Pane)) if line]  # type: ignore[attr-defined]


async def test_a_pasted_article_is_opened_and_its_place_told(opened: Opened) -> None:
    async with opened() as (app, pilot):
        text = "Tram line reopens\n" + "The tram runs again from Monday. " * 12
        await paste(pilot, text)
        await press(pilot, "enter")
        assert isinstance(app.screen, ReaderScreen)
        said = screen_text(app)
        assert "Tram line reopens" in said
        assert "last: it has no day" in said
        await press(pilot, "q")
        assert isinstance(app.screen, SearchScreen)
        assert len(app.screen.listing.hits) == len(ALL) + 1


async def test_jumping_to_the_next_article_moves_the_list_along(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "enter", "J", "J", "q")
        assert isinstance(app.screen, SearchScreen)
        assert app.screen.current_id() == FERRY_MERIDIAN.id


async def test_the_next_article_is_fetched_when_the_list_has_more(opened: Opened) -> None:
    many = [article(f"Report {n}", [f"Text {n}."], published="2031-03-01") for n in range(205)]
    async with opened(Shelf(many)) as (app, pilot):
        app.list_screen.move(199)
        await press(pilot, "enter", "J")
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        assert "201/205" in screen_text(app)
        await press(pilot, *"JJJJJ")
        assert "no other article" in screen_text(app)


async def test_a_paste_with_controls_is_searched_for_without_them(opened: Opened) -> None:
    shelf = Shelf()
    async with opened(shelf) as (_app, pilot):
        await paste(pilot, "ferry\x1b[31m\x00fire")
        await press(pilot, "enter")
        assert shelf.asked[-1] == "ferry [31m fire"


async def test_what_begins_so_is_found_in_a_real_archive(opened: Opened, tmp_path: Path) -> None:
    from index.archive import Archive
    from index.intake import walk

    folder = tmp_path / "articles"
    folder.mkdir()
    for outlet, title in (("Gazette", "Tram line reopens"), ("Post", "Tramway drivers vote")):
        (folder / f"{outlet}.txt").write_text(
            f"{title}\n\nThe {title.lower()} on Monday, the operator said.\n"
        )
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.add(walk([folder]))
        async with opened(archive) as (app, pilot):
            await press(pilot, "slash", *"tra")
            await shown(pilot, lambda: "tra…" in screen_text(app))
            text = screen_text(app)
            assert "2 articles" in text
            assert "finds nothing" not in text
            await press(pilot, "enter")
            await shown(pilot, lambda: "finds nothing" in screen_text(app))


def long_article() -> list[str]:
    return [f"Sentence number {n} stands here alone." for n in range(60)]


async def test_why_and_copying_act_on_what_can_be_seen(opened: Opened) -> None:
    shelf = Shelf([article("A long one", long_article())])
    async with opened(shelf) as (app, pilot):
        await press(pilot, "enter", ")", ")", "G")
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        await press(pilot, "i")
        assert screen.reading is not None
        sentence = screen.reading.sentence
        assert sentence is not None
        assert sentence.paragraph > 40


async def test_a_day_that_is_none_keeps_what_was_typed(opened: Opened) -> None:
    from corpus.errors import BroadsheetError

    class Strict(Shelf):
        def set(self, prefix: str, *, author: str | None = None, **values: object):  # type: ignore[no-untyped-def]
            if values.get("published") == "2031-13-40":
                raise BroadsheetError("2031-13-40 is no day; write it as 2031-03-13.")
            return super().set(prefix, author=author, **values)

    shelf = Strict()
    async with opened(shelf) as (app, pilot):
        await press(pilot, "enter", ")", "i")
        await choose(app, pilot, "the day is …")
        await press(pilot, *"2031-13-40", "enter")
        panel = app.screen
        assert isinstance(panel, Panel)
        assert panel.typed == "2031-13-40"
        assert "is no day" in screen_text(app)
        await press(pilot, "ctrl+u", *"2031-03-14", "enter")
        assert [j.value for j in shelf.judged] == ["2031-03-14"]


@pytest.mark.parametrize("theme", ["light", "ansi", "dark"])
async def test_the_colours_are_chosen_by_name(opened: Opened, theme: str) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "colon", *f"theme {theme}", "enter")
        assert app.palette.name == theme
        assert app.theme == f"broadsheet-{theme}"


async def test_g_reaches_the_real_end_of_a_long_list_and_back(opened: Opened) -> None:
    many = [article(f"Report {n}", [f"Ferry {n}."], published="2031-03-01") for n in range(700)]
    async with opened(Shelf(many)) as (app, pilot):
        await press(pilot, "G")
        assert "700/700" in screen_text(app)
        await press(pilot, "g", "slash", *"ferry", "enter", "G")
        assert "700/700" in screen_text(app)
        assert all(hit.snippet for hit in app.list_screen.listing.hits[-100:])
        bare = app.list_screen.listing.hits[300]
        assert bare.snippet is None
        app.list_screen.move(300 - app.list_screen.cursor)
        await press(pilot, "j")
        assert app.list_screen.listing.hits[300].snippet is not None
        assert app.list_screen.cursor == 301


async def test_words_found_are_marked_in_titles_too(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "slash", *"ferry", "enter")
        screen = app.list_screen
        row = next(n for n, hit in enumerate(screen.listing.hits) if hit.in_title)
        line = screen.listing.lines(row, 80, cursor=False)[0]
        assert [run.text.casefold() for run in line if "hit" in run.style.split()] == ["ferry"]


async def test_words_in_their_context_take_all_the_room(opened: Opened) -> None:
    async with opened(size=(200, 60)) as (app, pilot):
        await press(pilot, "slash", *"ferry", "enter")
        assert app.screen.query_one("#preview").display
        await press(pilot, "v", "v")
        assert not app.screen.query_one("#preview").display
        assert app.screen.query_one("#list").size.width == 200
        await press(pilot, "v")
        assert app.screen.query_one("#preview").display


async def test_q_takes_the_narrowings_back_one_by_one_each_with_its_place(opened: Opened) -> None:
    async with opened() as (app, pilot):
        screen = app.list_screen
        await press(pilot, "j", "slash", *"ferry", "enter", "j")
        before = screen.current_id()
        await press(pilot, "slash", *" aurelia", "enter")
        await press(pilot, "colon", *"within", "enter", *"port", "enter")
        queries = [screen.finding.query]
        for _ in range(3):
            await press(pilot, "q")
            queries.append(screen.finding.query)
            if len(queries) == 3:
                assert screen.current_id() == before
        assert queries == ["ferry aurelia port", "ferry aurelia", "ferry", ""]
        assert screen.cursor == 1  # the place in the list that nothing narrowed


async def test_a_query_that_is_only_looked_at_is_no_step(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "slash", *"ferry", "enter", "slash", "enter", "slash", "escape", "q")
        assert app.list_screen.finding.query == ""


async def test_a_slow_answer_is_waited_for_aloud(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.asking.SLOW", 0.05)
    go_on = threading.Event()

    class Slow(Shelf):
        def search(self, query: str, **asked: object) -> Answer:  # type: ignore[override]
            go_on.wait(30)
            return super().search(query, **asked)  # type: ignore[arg-type]

    async with opened(Slow()) as (app, pilot):
        await pilot.press("slash", *"ferry", "enter")
        await shown(pilot, lambda: "searching…" in screen_text(app))
        go_on.set()
        await settled(pilot)
        assert "searching…" not in screen_text(app)
        assert "ms" in screen_text(app).splitlines()[2]


async def test_what_is_no_command_is_told(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "slash", *"ferry", "enter", "colon", *"sink boats", "enter")
        assert "there is no command sink boats" in screen_text(app)


async def test_within_takes_its_words_at_once(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "slash", *"ferry", "enter", "colon", *"within fire", "enter")
        assert app.list_screen.finding.query == "ferry fire"
