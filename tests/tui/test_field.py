"""Typing into a field, and walking through what was asked before."""

from __future__ import annotations

from tui.session import History
from tui.views.field import Field
from tui.views.lines import line_text, line_width
from tui.views.query_box import QueryBox


def typed(field: Field, *keys: str) -> Field:
    for key in keys:
        field.press(key, key if len(key) == 1 else None)
    return field


def test_letters_are_inserted_at_the_cursor() -> None:
    field = typed(Field("fery"), "left", "r")
    assert (field.text, field.cursor) == ("ferry", 4)


def test_a_word_is_deleted_to_the_left() -> None:
    assert typed(Field("ferry OR fire"), "ctrl+w").text == "ferry OR "


def test_everything_before_or_behind_the_cursor_is_deleted() -> None:
    assert typed(Field("abc"), "left", "ctrl+u").text == "c"
    assert typed(Field("abc"), "home", "right", "ctrl+k").text == "a"


def test_an_offered_text_gives_way_to_letters_and_stays_for_the_arrows() -> None:
    assert typed(Field("ferry", offered=True), *"ab").text == "ab"
    assert typed(Field("ferry", offered=True), "backspace").text == ""
    assert typed(Field("ferry", offered=True), "end", "s").text == "ferrys"
    assert Field("ferry", offered=True).line(20, active=True)[0].style == "current"


def test_a_pasted_text_becomes_one_line() -> None:
    field = Field()
    field.insert("two\r\nlines")
    assert field.text == "two lines"


def test_a_key_that_edits_nothing_is_given_back() -> None:
    assert not Field().press("f5", None)


def test_the_cursor_is_seen_in_a_long_text() -> None:
    line = Field("x" * 100).line(20, active=True)
    assert line_width(line) <= 20
    assert line[1].style == "current"


def test_control_characters_in_a_field_are_shown_not_obeyed() -> None:
    field = Field()
    field.insert("a\x1b[31m")
    assert "\x1b" not in line_text(field.line(30, active=True))


def test_history_goes_back_and_returns_to_what_was_being_typed() -> None:
    history = History(["ferry", "harbour"])
    assert history.older("fi") == "harbour"
    assert history.older("harbour") == "ferry"
    assert history.older("ferry") is None
    assert history.newer() == "harbour"
    assert history.newer() == "fi"
    assert history.newer() is None


def test_down_at_the_newest_query_leaves_the_box() -> None:
    box = QueryBox("x", ["ferry"])
    box.active = True
    assert box.press("down", None) == "left"
    assert not box.active


def test_up_in_the_box_brings_the_query_before() -> None:
    box = QueryBox("", ["ferry"])
    box.active = True
    assert box.press("up", None) == "changed"
    assert box.field.text == "ferry"
