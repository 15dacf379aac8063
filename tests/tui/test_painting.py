"""What the light driver writes, replayed: any frame after any other, as the stock one draws it."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from emulator import Terminal
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from replay import same
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from tui.driver.painting import Traits, traits_of
from tui.driver.pens import Pen, Pens, read
from tui.driver.picture import Picture
from tui.driver.rows import built, differing, placed

CONSOLE = Console(color_system="truecolor", force_terminal=True)
WIDTH, HEIGHT = 24, 8
STYLES = [
    Style.parse(text)
    for text in (
        "#cfccc4 on #15181b",
        "bold #f4f1ea on #15181b",
        "underline red on #15181b",
        "reverse #cfccc4 on #15181b",
        "italic blue",
        "dim",
        "bold dim strike on green",
        "on #15181b",
        "",
        "bright_red on color(200)",
        "#d78787 on #303030",
        "link https://harbour.example/fire",
    )
]
PIECES = [
    " ",
    "  ",
    "ferry",
    "port – “calder”",
    "a b  c",
    "火事",
    "e\u0301",
    " \u0323",
    "한국 뉴스",
    "─" * 4,
    "█",
    "שלום سلام",
]
ALL_TRAITS = [
    Traits(),
    Traits(erases_in_ground=False),
    Traits(scrolls=False),
    Traits(feeds=True),
]

segments = st.tuples(st.sampled_from(PIECES), st.sampled_from(STYLES)).map(lambda p: Segment(*p))
strips = st.builds(
    lambda parts, rest: Strip(parts).adjust_cell_length(WIDTH, rest),
    st.lists(segments, max_size=6),
    st.sampled_from(STYLES),
)


def whole(lines: list[Strip]) -> LayoutUpdate:
    return LayoutUpdate([[line] for line in lines], Region(0, 0, WIDTH, len(lines)))


@st.composite
def frames(draw: st.DrawFn) -> list[CompositorUpdate]:
    """A few frames, each new, or the one before with rows moved, changed or drawn in pieces."""
    lines = draw(st.lists(strips, min_size=HEIGHT, max_size=HEIGHT))
    updates: list[CompositorUpdate] = [whole(lines)]
    for _ in range(draw(st.integers(1, 4))):
        match draw(st.sampled_from(["new", "moved", "changed", "piece"])):
            case "new":
                lines = draw(st.lists(strips, min_size=HEIGHT, max_size=HEIGHT))
            case "moved":
                by = draw(st.integers(1, 3))
                first, last = sorted(draw(st.tuples(*[st.integers(0, HEIGHT)] * 2)))
                band = lines[first:last]
                fresh = [draw(strips) for _ in band[:by]]
                up = draw(st.booleans())
                band = [*band[by:], *fresh] if up else [*fresh, *band[: len(band) - len(fresh)]]
                lines = [*lines[:first], *band, *lines[last:]]
            case "changed":
                at = draw(st.integers(0, HEIGHT - 1))
                lines = [*lines[:at], draw(strips), *lines[at + 1 :]]
            case "piece":
                cuts = [0, 7, 15, WIDTH]
                y, part = draw(st.integers(0, HEIGHT - 1)), draw(st.integers(0, 2))
                start, end = cuts[part], cuts[part + 1]
                old = lines[y].divide(cuts[1:])
                new = [*old]
                new[part] = draw(strips).crop(0, end - start)
                lines = [*lines[:y], Strip.join(new), *lines[y + 1 :]]
                chops = [dict(zip(cuts, line.divide(cuts[1:]), strict=False)) for line in lines]
                ends = [cuts[1:]] * HEIGHT
                updates.append(ChopsUpdate(chops, [(y, start, end)], ends))
                continue
        updates.append(whole(lines))
    return updates


@settings(
    max_examples=150,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # frames take minutes to shrink
)
@given(frames(), st.sampled_from(ALL_TRAITS))
def test_any_frame_after_any_other_is_the_screen_that_the_stock_driver_draws(
    updates: list[CompositorUpdate], traits: Traits
) -> None:
    picture = Picture(CONSOLE._color_system, traits)
    ours, theirs = Terminal(WIDTH, HEIGHT), Terminal(WIDTH, HEIGHT)
    for update in updates:
        assert picture.lay(update)
        ours.feed(picture.painted())
        theirs.feed(update.render_segments(CONSOLE))
        same(ours, theirs)


@given(st.lists(strips, min_size=2, max_size=2))
def test_a_row_differs_where_a_look_at_every_cell_says_so(lines: list[Strip]) -> None:
    pens = Pens()
    old, new = (built(line, pens) for line in lines)
    found = {x for begin, end in differing(old, new) for x in range(begin, end)}
    apart = {
        x
        for x in range(WIDTH)
        if (old.text[x], old.pens[x]) != (new.text[x], new.pens[x])
    }  # fmt: skip
    assert apart <= found
    assert all(b[0] - a[1] > 2 for a, b in pairwise(differing(old, new)))
    assert all(begin in apart and end - 1 in apart for begin, end in differing(old, new))


PENS = [read(codes) for codes in ("", "1", "1;2;31", "4;38;2;1;2;3;48;5;7", "7;42", "3;49;97")]


@pytest.mark.parametrize("before", PENS)
@pytest.mark.parametrize("after", PENS)
def test_changing_the_pen_leaves_the_terminal_with_the_new_one(before: Pen, after: Pen) -> None:
    pens = Pens()
    one, two = pens.number(before), pens.number(after)
    first, _ = pens.change(0, one)
    then, has = pens.change(one, two)
    stepwise, anew = Terminal(2, 1), Terminal(2, 1)
    stepwise.feed(f"{first}{then}x")
    anew.feed(f"\x1b[0;{after.codes}mx")
    assert stepwise.screen.buffer[0][0] == anew.screen.buffer[0][0]
    assert has == two


def test_blanks_take_no_change_of_pen_that_nobody_sees() -> None:
    pens = Pens()
    bold, text = (pens.number(read(codes)) for codes in ("1;31;40", "32;40"))
    assert pens.change(bold, pens.blanks[text]) == ("", bold)
    underlined = pens.number(read("1;4;31;40"))
    said, left = pens.change(underlined, pens.blanks[text])
    assert said == "\x1b[24m"
    assert left == bold


def painted(*frames_: list[str], traits: Traits | None = None) -> list[str]:
    """What is written for each of these frames of plain rows."""
    picture = Picture(CONSOLE._color_system, traits or Traits())
    out = []
    for rows in frames_:
        width = len(rows[0])
        update = LayoutUpdate(
            [[Strip([Segment(row)])] for row in rows], Region(0, 0, width, len(rows))
        )
        assert picture.lay(update)
        out.append(picture.painted())
    return out


def test_a_frame_that_changes_nothing_writes_nothing() -> None:
    assert painted(["one ", "two "], ["one ", "two "])[1] == ""


def test_only_the_letter_that_changed_is_written() -> None:
    assert painted(["one  ", "two  "], ["one  ", "twi  "])[1] == "\x1b[3Gi"
    assert painted(["one  ", "two  "], ["owe  ", "two  "])[1] == "\x1b[1;2Hw"


def test_rows_that_move_are_scrolled_within_their_band() -> None:
    rows = [f"{letter * 30} and no more" for letter in "abcdefghijkl"]
    head, foot = "head".ljust(45), "foot".ljust(45)
    rows = [row.ljust(45) for row in rows]
    up = painted([head, *rows[:8], foot], [head, *rows[1:9], foot])[1]
    assert up == f"\x1b[2;9r\x1b[S\x1b[r\x1b[9H{rows[8].rstrip()}"
    down = painted([head, *rows[2:10], foot], [head, *rows[:8], foot])[1]
    assert down.startswith("\x1b[2;9r\x1b[2T\x1b[r")
    deleted = painted(
        [head, *rows[:8], foot], [head, *rows[1:9], foot], traits=Traits(scrolls=False)
    )
    assert deleted[1].startswith("\x1b[2;9r\x1b[2H\x1b[M\x1b[r")


def test_a_rule_that_moves_is_scrolled_though_another_looks_like_it() -> None:
    rule, rows = "─" * 40, [letter * 40 for letter in "abcdefgh"]
    up = painted([rule, *rows[:3], rule], ["read as ferry".ljust(40), rule, *rows[4:6], rule])[1]
    assert up.startswith("\x1b[1;2r\x1b[T\x1b[r")
    assert "─" not in up


def drawn(*frames_: list[list[Segment]], traits: Traits) -> list[str]:
    """What is written for each of these frames of rows in several styles."""
    picture = Picture(CONSOLE._color_system, traits)
    out = []
    for rows in frames_:
        width = sum(len(piece.text) for piece in rows[0])
        region = Region(0, 0, width, len(rows))
        assert picture.lay(LayoutUpdate([[Strip(row)] for row in rows], region))
        out.append(picture.painted())
    return out


def test_a_mark_down_the_side_of_several_rows_takes_one_change_of_pen() -> None:
    mark, text = Style.parse("bold red"), Style.parse("green")
    rows = [[Segment("|", mark), Segment(word * 9, text)] for word in ("ship", "port", "door")]
    written = drawn([[Segment(" " * 37)]] * 3, rows, traits=Traits(feeds=True))[1]
    assert written.count("\x1b[1;31m") == written.count("32m") == 1
    assert "|\n\b|\n\b|" in written


def test_words_in_two_pens_are_written_in_their_order_where_that_is_no_longer() -> None:
    row = [Segment("fire on the ", Style.parse("green")), Segment("Aurelia", Style.parse("red"))]
    written = drawn([[Segment(" " * 19)]], [row], traits=Traits())[1]
    assert written.endswith("fire on the \x1b[31mAurelia")


def test_rows_that_move_are_scrolled_though_the_cursor_left_one_and_came_to_another() -> None:
    told = [letter * 40 for letter in "abcdefgh"]

    def page(rows: list[str], here: int) -> list[str]:
        return [("> " if n == here else "  ") + row for n, row in enumerate(rows)]

    written = painted(page(told[:4], 2), page(told[2:6], 1))[1]
    assert "\x1b[2S" in written
    assert told[2] not in written
    assert told[3] not in written


def test_a_cell_in_the_row_below_is_reached_by_a_line_feed_where_they_arrive() -> None:
    frames = ["one  ", "two  "], ["owe  ", "to   "]
    assert painted(*frames)[1] == "\x1b[1;2Hw\r\n\x1b[Co "
    assert painted(*frames, traits=Traits(feeds=True))[1] == "\x1b[1;2Hw\n\bo "


def test_a_colour_that_has_a_number_is_said_by_it() -> None:
    assert read("38;2;215;135;95;48;2;21;24;27") == read("38;5;173;48;2;21;24;27")
    assert read("48;2;238;238;238").ground == "48;5;255"
    assert read("38;2;0;0;95").letters == "38;2;0;0;95"  # one of those that are lent to others


def test_the_pen_of_the_next_word_is_taken_before_the_blank_between() -> None:
    found = Segment("ferry", Style.parse("bold underline red"))
    rest = Segment(" Aurelia", Style.parse("green"))
    picture = Picture(CONSOLE._color_system, Traits())
    picture.lay(LayoutUpdate([[Strip([found, rest])]], Region(0, 0, 13, 1)))
    assert picture.painted().endswith("ferry\x1b[0;32m Aurelia")


def test_what_a_row_no_longer_has_is_erased() -> None:
    assert painted(["one and more"], ["one         "])[1] == "\x1b[5G\x1b[K"


def test_a_terminal_that_erases_in_its_own_ground_gets_blanks() -> None:
    ground = Style.parse("on blue")
    update = LayoutUpdate([[Strip([Segment(" " * 9, ground)])]], Region(0, 0, 9, 1))
    for traits, written in ((Traits(), "\x1b[K"), (Traits(erases_in_ground=False), " " * 9)):
        picture = Picture(CONSOLE._color_system, traits)
        picture.lay(update)
        assert picture.painted().endswith(written)
    assert not traits_of("screen-256color").erases_in_ground
    assert traits_of("screen-256color", inside_tmux=True).erases_in_ground
    assert not traits_of("linux").scrolls


def test_after_a_character_of_doubtful_width_the_cursor_is_placed_anew() -> None:
    woman = "\U0001f469\u200d\U0001f692"
    line = Strip([Segment(f"a {woman} fire ")])
    update = LayoutUpdate([[line]], Region(0, 0, line.cell_length, 1))
    picture = Picture(CONSOLE._color_system, Traits())
    picture.lay(update)
    assert f"{woman}\x1b[5G fire" in picture.painted()


@pytest.mark.parametrize("mark", STYLES)
@pytest.mark.parametrize("blank", STYLES)
def test_a_mark_on_a_blank_is_no_blank(blank: Style, mark: Style) -> None:
    picture = Picture(CONSOLE._color_system, Traits())
    ours, theirs = Terminal(WIDTH, 1), Terminal(WIDTH, 1)
    for end in ([], [Segment(" ", blank), Segment("\u0323", mark)]):
        update = whole([Strip([Segment("tram", blank), *end]).adjust_cell_length(WIDTH, blank)])
        picture.lay(update)
        ours.feed(picture.painted())
        theirs.feed(update.render_segments(CONSOLE))
    same(ours, theirs)


def test_half_of_a_wide_character_is_never_left() -> None:
    pens = Pens()
    row = built([Segment("a火b")], pens)
    assert placed(row, 2, built([Segment("x")], pens)).text == "a xb"
    assert placed(row, 1, built([Segment("x")], pens)).text == "ax b"
    assert placed(row, 3, built([Segment("火")], pens)).text == ("a", "火", "", " ")


def test_nothing_in_a_text_or_a_link_is_obeyed_by_the_terminal() -> None:
    style = Style(link="https://harbour.example/\x1b[31mfire\x07")
    update = LayoutUpdate([[Strip([Segment("a\x1b[2Jb\r\x9b5mc", style)])]], Region(0, 0, 20, 1))
    picture = Picture(CONSOLE._color_system, Traits())
    picture.lay(update)
    written = picture.painted()
    link = r"\x1b\]8;id=[0-9a-f]+;https://harbour.example/\[31mfire\x1b\\"
    assert re.fullmatch(rf"\x1b\[0m\x1b\[1;9H\x1b\[K\r{link}a\[2Jb5mc", written)


def test_a_terminal_nobody_knows_any_more_is_drawn_anew() -> None:
    picture = Picture(CONSOLE._color_system, Traits())
    picture.lay(LayoutUpdate([[Strip([Segment("one")])]], Region(0, 0, 3, 1)))
    first = picture.painted()
    assert picture.painted() == ""
    picture.forget()
    assert picture.painted() == first


def test_the_cursor_is_left_where_it_is_wanted() -> None:
    picture = Picture(CONSOLE._color_system, Traits())
    picture.lay(LayoutUpdate([[Strip([Segment("one")])]], Region(0, 0, 3, 1)))
    assert picture.painted((0, 1)).endswith("one\x1b[2G")
    assert picture.painted((0, 1)) == ""
