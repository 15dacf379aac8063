"""The comparison on the screen: moving, reading on, copying, other counterparts, writing."""

from __future__ import annotations

import asyncio
import re
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import Opened, press, screen_text
from shelf import FERRY_HARBOUR, FERRY_MERIDIAN, Kept, Shelf, article

from corpus.comparison.result import Comparison
from index.answers import Record
from tui.app import Explorer
from tui.screens.compare import CompareScreen
from tui.screens.panel import Panel
from tui.screens.reader import ReaderScreen
from tui.views.marks import LEGEND
from tui.widgets.pane import Pane

TWO = ("j", "m", "j", "m", "c")
OTHER = replace(FERRY_MERIDIAN, id="9" * 64, outlet="Coastal Post")


def compare_screen(app: Explorer) -> CompareScreen:
    assert isinstance(app.screen, CompareScreen)
    return app.screen


async def test_outlets_days_and_titles_stay_above_while_the_rows_move(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, *TWO, "end")
        first, second = screen_text(app).split("\n")[:2]
        assert "1 HARBOUR GAZETTE  13 Mar 2031 07:55" in first
        assert "2 MERIDIAN WIRE" in first
        assert second.startswith("Ferry fire: 17 unaccounted for")
        assert "Fourteen missing" in second


async def test_enter_reads_on_in_the_article_at_that_sentence(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, *TWO, "n", "l", "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.article == FERRY_MERIDIAN.id
        assert app.screen.reading is not None
        stop = app.screen.reading.current_stop
        assert stop is not None
        sentence = FERRY_MERIDIAN.sentences[stop.number]
        assert "We will not reopen" in FERRY_MERIDIAN.sentence_text(sentence)
        await press(pilot, "q")
        assert compare_screen(app).sides is not None


async def test_both_sentences_are_copied_with_their_citations(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tui.clipboard.copy_file", lambda: tmp_path / "copied.txt")
    async with opened() as (_app, pilot):
        await press(pilot, *TWO, "n", "y", "y")
        copied = (tmp_path / "copied.txt").read_text(encoding="utf-8")
        assert "every door on every ship has been checked" in copied
        assert "Harbour Gazette, 13 March 2031. https://gazette.example/2031/03/13/ferry" in copied
        assert f"[{FERRY_MERIDIAN.id[:10]}] (paragraph 4, characters 0-" in copied


async def test_the_next_counterpart_is_laid_on_the_right_and_the_one_before(
    opened: Opened,
) -> None:
    async with opened(Shelf([FERRY_HARBOUR, FERRY_MERIDIAN, OTHER])) as (app, pilot):
        app.open_comparison(FERRY_HARBOUR.id, FERRY_MERIDIAN.id)
        await press(pilot, "J")
        screen = compare_screen(app)
        assert screen.ids == (FERRY_HARBOUR.id, OTHER.id)
        assert "COASTAL POST  13 Mar 2031 2/2" in screen_text(app)
        await press(pilot, "J")
        assert "no counterpart after this one; 2 reports found" in screen_text(app)
        await press(pilot, "K")
        assert screen.ids[1] == FERRY_MERIDIAN.id
        await press(pilot, "2")
        assert screen.ids[1] == OTHER.id
        await press(pilot, "7")
        assert "there is no counterpart 7; 2 reports found" in screen_text(app)


async def test_words_are_found_in_both_articles(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, *TWO, "slash", *"quay", "enter")
        sides = compare_screen(app).sides
        assert sides is not None
        assert sides.current is not None
        assert "place of these words 1/" in screen_text(app)
        marked = [
            r.text for n in range(len(sides.lines)) for r in sides.line(n) if "find" in r.style
        ]
        assert len(marked) >= 2
        assert {text.casefold() for text in marked} == {"quay"}
        await press(pilot, "escape")
        assert sides.lens == "differences"


async def test_lines_set_aside_are_shown_for_both_sides_with_their_reasons(
    opened: Opened,
) -> None:
    async with opened() as (app, pilot):
        await press(pilot, *TWO, "r")
        text = screen_text(app)
        assert "set aside: 3 on the left, 0 on the right" in text
        assert "noise: a word that only heads an" in text
        await press(pilot, "y", "y")
        assert "there is no pair here to copy" in screen_text(app)
        await press(pilot, "r")
        assert "Advertisement" not in screen_text(app)


async def test_the_page_is_written_beside_what_is_there_already(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened() as (app, pilot):
        await press(pilot, *TWO, "E", "enter")
        await press(pilot, "E", "j", "enter")
        await press(pilot, "E", "enter")
        assert "written to" in screen_text(app)
    names = sorted(file.name for file in tmp_path.glob("compare-*"))
    stem = f"compare-{FERRY_HARBOUR.id[:10]}-{FERRY_MERIDIAN.id[:10]}"
    assert names == [f"{stem}-2.html", f"{stem}.html", f"{stem}.md"]
    assert (tmp_path / f"{stem}.html").read_text(encoding="utf-8").startswith("<!doctype html>")


async def test_why_tells_score_words_and_who_says_it(opened: Opened) -> None:
    async with opened(size=(100, 60)) as (app, pilot):
        await press(pilot, *TWO, "n", "i")
        assert isinstance(app.screen, Panel)
        text = screen_text(app)
        assert "word overlap 0." in text
        assert "Both have the name" in text
        assert "otherwise: nothing | “on every ship”" in text
        assert "right: Ines Varga (told) via" in text


async def test_help_begins_with_the_marks(opened: Opened) -> None:
    async with opened(size=(100, 50)) as (app, pilot):
        await press(pilot, *TWO, "question_mark")
        assert '-" "-   quotation trimmed on the left, on the right' in screen_text(app)


async def test_lens_and_filter_come_back_with_the_session(opened: Opened) -> None:
    kept = Kept()
    async with opened(kept=kept) as (app, pilot):
        await press(pilot, *TWO, "f", "greater_than_sign", "l")
        app.save()
    async with opened(kept=kept) as (app, pilot):
        app.resume()
        await press(pilot, "j")
        sides = compare_screen(app).sides
        assert sides is not None
        assert (sides.lens, sides.only, sides.column) == ("figures", "right", "right")
        assert "not matched on the right" in screen_text(app)


async def test_every_mark_comes_into_sight_in_the_help_on_a_small_terminal(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, *TWO, "question_mark")
        seen = screen_text(app)
        assert "↓ more" in seen
        for _ in range(len(LEGEND)):
            await press(pilot, "down")
            seen += screen_text(app)
        assert not [said for _, said in LEGEND if said[:50] not in seen]


async def test_help_finds_a_mark_by_what_it_says(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, *TWO, "question_mark", *"trimmed")
        assert "quotation trimmed on the left" in screen_text(app)
        assert "figures may conflict" not in screen_text(app)


async def test_c_offers_other_reports_of_the_event(opened: Opened) -> None:
    async with opened(Shelf([FERRY_HARBOUR, FERRY_MERIDIAN, OTHER])) as (app, pilot):
        app.open_comparison(FERRY_HARBOUR.id, FERRY_MERIDIAN.id)
        await press(pilot, "c")
        assert "likely reports of the same event" in screen_text(app)


async def test_c_says_so_where_the_marked_two_are_the_ones_in_sight(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, *TWO, "c")
        assert "these are the two marked articles" in screen_text(app)


async def test_a_quotation_is_copied_with_its_speaker_and_source(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tui.clipboard.copy_file", lambda: tmp_path / "copied.txt")
    async with opened() as (_app, pilot):
        await press(pilot, *TWO, "n", "y", "q")
        copied = (tmp_path / "copied.txt").read_text(encoding="utf-8")
        assert "has been checked,”, " in copied
        assert "Varga\n-- " in copied
        assert "Harbour Gazette, 13 March 2031. https://gazette.example/2031/03/13/ferry" in copied


async def test_the_last_difference_names_what_stands_on_one_side_only(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, *TWO, *"nnnnnn")
        assert re.search(
            r"no further difference; \d+ passages \(\d+ sentences\) not matched",
            screen_text(app),
        )


async def test_why_on_the_titles_tells_the_signs_of_one_event(opened: Opened) -> None:
    async with opened(size=(100, 40)) as (app, pilot):
        await press(pilot, *TWO, "home", "i")
        text = screen_text(app)
        assert "ame event." in text
        assert "titles 0." in text
        assert text.index("Text in common: ") < text.index("titles 0.")
        assert "leads 0." in text


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_the_row_that_why_is_about_stands_whole_right_above_the_panel(
    opened: Opened, size: tuple[int, int]
) -> None:
    clerk = "Clerk {0} of Calder counted {0} hulls of the fleet in the harbour."
    said = [clerk.format(n) for n in range(60)]
    left, right = article("Hulls", said), article("Hulls", said, outlet="Meridian Wire")
    async with opened(Shelf([left, right]), size=size) as (app, pilot):
        app.open_comparison(left.id, right.id)
        await press(pilot, "G")
        screen = compare_screen(app)
        before = screen.query_one("#rows", Pane).top
        await press(pilot, "i")
        assert screen.sides is not None
        first, last = screen.sides.lines_of(screen.sides.row)
        pane, panel = screen.query_one("#rows", Pane), app.screen.query_one("#panel")
        assert panel.region.height <= size[1] // 2
        assert pane.region.y + last - pane.top == panel.region.y - 1
        assert first >= pane.top
        await press(pilot, "escape")
        assert pane.top == before


async def test_where_nothing_folds_z_says_so(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, *TWO, "<", "z")
        assert "nothing to fold here" in screen_text(app)


class Versions(Shelf):
    """A shelf on which two articles are versions of one."""

    def get(self, prefix: str) -> Record:
        return replace(super().get(prefix), versions=(FERRY_MERIDIAN.id, LATER.id))


LATER = replace(FERRY_MERIDIAN, id="8" * 64)


async def test_the_reader_lays_the_other_version_beside_an_article_the_older_left(
    opened: Opened,
) -> None:
    async with opened(Versions([FERRY_MERIDIAN, LATER])) as (app, pilot):
        app.open_article(LATER.id, [], 0)
        await press(pilot, "V")
        assert compare_screen(app).ids == (FERRY_MERIDIAN.id, LATER.id)


async def test_the_reader_says_where_there_is_one_version(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "enter", "V")
        assert "no other version came under this article's address" in screen_text(app)


async def test_n_goes_to_the_one_word_that_is_otherwise_and_says_which(opened: Opened) -> None:
    said = [
        "The council of Calder met on Monday to settle the matter of the old bridge.",
        "The firm denied that the cables of the bridge had been weak.",
        "“Someone has to answer for this before the summer,” said Paul Orrin.",
    ]
    for number, (old, new) in enumerate((("Monday", "Thursday"), ("denied", "admitted"))):
        said_there = [text.replace(old, new) for text in said]
        left = article("Bridge to reopen", said)
        right = article("Bridge to reopen", said_there, outlet="Meridian Wire")
        async with opened(Shelf([left, right])) as (app, pilot):
            app.open_comparison(left.id, right.id)
            await press(pilot, "n")
            text = screen_text(app)
            assert f"{old} | {new}" in text
            assert "1 word otherwise" in text
            sides = compare_screen(app).sides
            assert sides is not None
            assert sides.row == number + 1
            assert sides.rows[sides.row].mark == "=!"
            await press(pilot, "n")
            assert "no further difference" in screen_text(app)


async def test_n_goes_to_a_quotation_that_another_speaker_says(opened: Opened) -> None:
    left = article("Bridge to reopen", ["“Someone has to answer for this,” said Paul Orrin."])
    right = article(
        "Bridge to reopen", ["“Someone has to answer for this,” said Lena Voss."], outlet="Wire"
    )
    async with opened(Shelf([left, right])) as (app, pilot):
        app.open_comparison(left.id, right.id)
        await press(pilot, "n")
        assert "same words, other speaker" in screen_text(app)
        assert "Paul Orrin | Lena Voss" in screen_text(app)


async def test_texts_that_differ_in_a_word_are_never_said_to_have_no_difference(
    opened: Opened,
) -> None:
    left = article("Bridge to reopen", ["The council says the old bridge is to reopen in April."])
    right = article(
        "Bridge to reopen", ["The council said the old bridge is to reopen in April."], outlet="W"
    )
    async with opened(Shelf([left, right])) as (app, pilot):
        app.open_comparison(left.id, right.id)
        await press(pilot, "n")
        text = screen_text(app)
        assert "no difference" not in text
        sides = compare_screen(app).sides
        assert sides is not None
        assert (sides.row, sides.rows[sides.row].mark) == (1, "=")


async def test_while_two_articles_are_compared_the_screen_says_that_they_are_read(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()
    compare = Shelf.compare

    def slowly(shelf: Shelf, left: str, right: str) -> Comparison:
        go_on.wait(10)
        return compare(shelf, left, right)

    monkeypatch.setattr(Shelf, "compare", slowly)
    async with opened() as (app, pilot):
        app.open_comparison(FERRY_HARBOUR.id, FERRY_MERIDIAN.id)
        for _ in range(100):
            await asyncio.sleep(0.02)
            if "COMPARE" in screen_text(app):
                break
        assert "reading the two articles" in screen_text(app)
        go_on.set()
        await press(pilot, "n")
        assert "reading the two articles" not in screen_text(app)
