"""Lines of text: cells are counted, nothing is lost, nothing from outside is obeyed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.views.lines import (
    Run,
    Span,
    clip,
    fit,
    line_text,
    line_width,
    place,
    shown,
    spread,
    styled,
    told_rule,
    wrap,
)

WORDS = st.text(
    st.one_of(st.characters(codec="utf-8"), st.sampled_from("ab 港火\u0301é\x1b\u202e\u00ad\n")),
    max_size=80,
)


@given(WORDS, st.integers(2, 40))
def test_wrapped_lines_fit_and_lose_nothing_but_blanks(text: str, width: int) -> None:
    spans = wrap(text, width)
    kept = "".join("".join(text[a:b].split()) for a, b in spans)
    assert kept == "".join(text.split())
    for start, end in spans:
        assert start < end
        assert cell_len(shown(text[start:end])) <= width


@given(WORDS, st.integers(0, 40))
def test_fitted_text_has_exactly_the_width(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) == width


@given(WORDS, WORDS, st.integers(4, 60))
def test_two_ends_of_a_line_fill_it_exactly(left: str, right: str, width: int) -> None:
    assert line_width(spread((Run(left),), (Run(right),), width)) == width


@given(WORDS, st.integers(1, 40))
def test_a_clipped_line_is_never_wider(text: str, width: int) -> None:
    assert line_width(clip((Run(text), Run(text)), width)) <= width


@given(WORDS)
def test_nothing_that_a_terminal_obeys_is_shown(text: str) -> None:
    out = shown(text)
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 or c in "\u202e\u2066" for c in out)


def test_wide_characters_count_two_cells() -> None:
    assert wrap("港の火災", 4) == [(0, 2), (2, 4)]
    assert fit("港の火災", 5) == "港の…"


def test_a_combining_accent_stays_with_its_letter() -> None:
    text = "e\u0301" * 6
    assert all(b % 2 == 0 for _, b in wrap(text, 3))


def test_spans_are_cut_at_the_ends_of_a_line() -> None:
    runs = styled("Ines Varga spoke", 5, 16, "text", [Span(0, 10, "person")])
    assert runs == (Run("Varga", "text person"), Run(" spoke", "text"))


def test_overlapping_spans_add_their_styles() -> None:
    runs = styled("abc", 0, 3, "", [Span(0, 2, "x"), Span(1, 3, "y")])
    assert [(r.text, r.style) for r in runs] == [("a", "x"), ("b", "x y"), ("c", "y")]


def test_markup_is_text() -> None:
    assert line_text(styled("[red]x[/]", 0, 9, "", [])) == "[red]x[/]"


def test_places_are_counted_from_one() -> None:
    assert place(12, 340) == "12/340 · 4 %"
    assert place(1, 0) == ""


def test_a_rule_carries_words_at_its_right_end() -> None:
    assert line_text(told_rule("names 3/6", 20)) == "─" * 7 + " names 3/6 " + "──"
    assert line_text(told_rule("", 5)) == "─────"
