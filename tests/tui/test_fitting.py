"""The reader's status line where it is narrow: what is needed most is never cut."""

from __future__ import annotations

import re

import pytest
from conftest import Opened, lines_of, press, screen_text
from hypothesis import given
from hypothesis import strategies as st
from shelf import ADDED, FERRY_HARBOUR, FERRY_MERIDIAN, NAMES, Shelf, article

from corpus.article import Figure, Quotation
from index.answers import Record
from tui.screens.panel import Panel
from tui.screens.reader import ReaderScreen
from tui.views import place_line
from tui.views.fitting import GAP, Ends, Need, Part, fitted
from tui.views.lenses import figure_said, quotation_said
from tui.views.lines import line_text, width_of
from tui.views.reading import Reading
from tui.widgets.pane import Bar

COUNTED = (Part("figure", Need.LENS), Part("12/104", Need.COUNTER))
SEEN = (
    Part("sentence 108/119", Need.SENTENCE),
    Part("screen line 165/201", Need.SCREEN_LINE),
    Part("82 %", Need.SHARE),
)


def figure(text: str, kind: str = "count", **known: object) -> Figure:
    """A figure of which `known` is known."""
    none: dict[str, object] = dict.fromkeys(("value", "low", "high", "hedge", "unit", "about"))
    given = {**none, **known}
    return Figure("body", 0, 0, len(text), text, kind=kind, **given)  # type: ignore[arg-type]


def fitted_figure(one: Figure, width: int) -> str:
    """The left end of the line about a figure."""
    return fitted(Ends(figure_said(one), COUNTED, SEEN), width)[0]


COUNT = figure("3.8 million", value=3_800_000.0, hedge="more than", about="barrels of crude a day")
DAY = figure("the second of February", "date", iso="2031-02-02", unit="day", sure=False)
BARRELS = "more than, 3,800,000, of: barrels of crude a day"


@pytest.mark.parametrize(
    ("width", "said"),
    [
        (104, f"figure 12/104: “3.8 million”, count, {BARRELS}"),
        (80, f"figure 12/104: count, {BARRELS}"),
        (60, f"count, {BARRELS}"),
        (40, "more than, 3.8 million, of: barrels of…"),
    ],
)
def test_the_value_and_what_is_counted_survive(width: int, said: str) -> None:
    assert fitted_figure(COUNT, width) == said


@pytest.mark.parametrize("width", [40, 60, 80, 104])
def test_a_day_is_told_whole_and_so_is_that_its_year_is_open(width: int) -> None:
    said = fitted_figure(DAY, width)
    assert said.endswith("2031-02-02, year not certain")
    assert ("“the second of February”" in said) is (width == 104)


@pytest.mark.parametrize("width", [40, 60, 80])
def test_that_a_speaker_is_not_sure_is_told_whole(width: int) -> None:
    speaker = "the heads of the four main harbour boards"
    one = Quotation("body", 0, 0, 5, "Yes", "direct", speaker, "wrote in a letter", sure=False)
    said, _ = fitted(Ends(quotation_said(one, 0, None), COUNTED, SEEN), width)
    assert "not sure" in said
    assert (speaker in said) is ("direct" in said) is (width >= 60)
    assert "the heads of the" in said


def test_what_is_needed_least_is_left_out_first() -> None:
    needs = list(Need)
    parts = tuple(Part(f"part {need:03}", need) for need in reversed(needs))
    for most in range(1, len(needs) + 1):
        width = most * len("part 000") + (most - 1) * len(", ")
        for cells in (width, width + len(", part")):
            said, _ = fitted(Ends(parts), cells)
            assert said == ", ".join(part.text for part in parts[:most])


def test_what_is_short_takes_the_room_that_something_longer_left() -> None:
    said, seen = fitted(Ends(figure_said(DAY), right=SEEN[1:]), 40)
    assert (said, seen) == ("date, 2031-02-02, year not certain", "82 %")


def test_why_a_line_was_set_aside_loses_its_end_alone() -> None:
    why = Part("a word that only heads an advertisement", pliant=True)
    ends = Ends((why,), (Part("noise"),), SEEN[1:])
    assert fitted(ends, 52) == ("noise: a word that only heads an advertisement", "82 %")
    assert fitted(ends, 40) == ("noise: a word that only heads an…", "82 %")


@given(st.lists(st.builds(Part, st.text(max_size=12), st.sampled_from(Need))), st.integers(0, 90))
def test_a_part_is_told_whole_or_not_at_all(parts: list[Part], width: int) -> None:
    left, right = fitted(Ends(tuple(parts)), width)
    needs = {part.need for part in parts if part.need is not Need.MUST}
    told = [
        ", ".join(part.text for part in parts if part.need not in left_out)
        for left_out in _subsets(sorted(needs))
    ]
    assert right == ""
    assert left in told


def _subsets(needs: list[Need]) -> list[set[Need]]:
    found: list[set[Need]] = [set()]
    for need in needs:
        found += [{*one, need} for one in found]
    return found


@pytest.mark.parametrize("width", [40, 60, 80])
@pytest.mark.parametrize("lens", ["names", "figures", "quotations"])
def test_both_ends_of_the_readers_line_have_room(lens: str, width: int) -> None:
    read = Reading(Record(FERRY_HARBOUR, NAMES[FERRY_HARBOUR.id], ADDED, ()), width)
    read.look_through(lens)  # type: ignore[arg-type]
    for _ in read.marks:
        read.step(1, 0)
        left, right = map(line_text, place_line.status(read, 10, width))
        assert width_of(left) + width_of(right) + (GAP if right else 0) <= width
        assert read.current is not None
        for part in read.current.said:
            assert part.need is not Need.MUST or part.text in left


async def test_lines_of_the_page_and_lines_on_the_screen_are_told_apart(opened: Opened) -> None:
    counting = article("The board counts", ["It is long. " * 60, "It wrote that 104 herons nest."])
    async with opened(Shelf([counting]), size=(80, 24)) as (app, pilot):
        await press(pilot, "enter", "f", "n")
        (line,) = lines_of(app.screen.query_one("#status", Bar))
        assert line.startswith("figure 1/1: “104”, count, 104 ")
        assert re.search(r"sentence \d+/\d+ · screen line \d+/\d+ · \d+ %$", line)
        await press(pilot, "i")
        assert isinstance(app.screen, Panel)
        assert "Line 4 of the page was read as body" in screen_text(app)
        assert "line 4 of the page has another role …" in screen_text(app)


async def test_a_narrow_status_line_keeps_how_sure_it_is(opened: Opened) -> None:
    async with opened(Shelf([FERRY_MERIDIAN]), size=(40, 24)) as (app, pilot):
        await press(pilot, "enter", "quotation_mark", "n")
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        assert reader.reading is not None
        assert reader.reading.current is not None
        (line,) = lines_of(reader.query_one("#status", Bar))
        for part in reader.reading.current.said:
            assert part.need is not Need.MUST or part.text in line
        await press(pilot, "slash", *"the")
        (line,) = lines_of(reader.query_one("#status", Bar))
        assert line.startswith("/ the")
        assert "places" in line
