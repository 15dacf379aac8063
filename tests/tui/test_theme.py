"""Colours: readable, never alone in carrying a meaning, and none at all when not wanted."""

from __future__ import annotations

import itertools

import pytest
from rich.style import Style

from tui.driver.pens import read
from tui.theme import ANSI, DARK, LIGHT, PALETTES, PLAIN, Palette, choose

KINDS = ("person", "organisation", "place", "group", "event", "work")


def shape(style: Style) -> tuple[bool, bool, bool, bool]:
    return bool(style.bold), bool(style.italic), bool(style.underline), bool(style.reverse)


def luminance(rgb: tuple[int, int, int]) -> float:
    parts = [c / 255 for c in rgb]
    r, g, b = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(style: Style) -> float:
    assert style.color is not None
    assert style.bgcolor is not None
    light, dark = sorted(
        (luminance(tuple(c.get_truecolor())) for c in (style.color, style.bgcolor)), reverse=True
    )
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=lambda p: p.name)
def test_kinds_of_names_are_told_apart_without_colour(palette: Palette) -> None:
    for one, other in itertools.combinations(KINDS, 2):
        assert shape(palette.style(one)) != shape(palette.style(other)), (one, other)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=lambda p: p.name)
@pytest.mark.parametrize("name", ["hit", "current", "differs", "wording", "find", "figure"])
def test_what_is_marked_differs_from_text_without_colour(palette: Palette, name: str) -> None:
    assert shape(palette.style(name)) != shape(palette.style("text"))


@pytest.mark.parametrize("palette", [DARK, LIGHT], ids=lambda p: p.name)
def test_all_text_has_the_contrast_that_aa_asks_for(palette: Palette) -> None:
    for name in [*palette.colours, "text"]:
        if name != "rule":
            assert contrast(palette.style(name)) >= 4.5, name


def test_a_word_that_was_found_is_not_dim_in_a_dim_passage() -> None:
    for palette in (ANSI, PLAIN):
        assert palette.style("dim").dim
        assert not palette.style("dim hit").dim


@pytest.mark.parametrize("palette", [DARK, LIGHT], ids=lambda p: p.name)
def test_what_lists_are_drawn_with_is_said_in_few_bytes(palette: Palette) -> None:
    for name in ("text", "dim", "strong", "rule", "mark"):
        colour = palette.style(name).color
        assert colour is not None
        red, green, blue = colour.get_truecolor()
        assert read(f"38;2;{red};{green};{blue}").letters.startswith("38;5;"), name
    assert palette.style("dim hit").color == palette.style("dim").color


def test_the_plain_palette_has_no_colour() -> None:
    for name in [*DARK.colours, "text", "dim"]:
        style = PLAIN.style(name)
        assert style.color is None
        assert style.bgcolor is None


def test_the_sixteen_colours_are_the_terminals_own() -> None:
    for name in ANSI.colours:
        colour = ANSI.style(name).color
        assert colour is not None
        assert colour.number is not None
        assert colour.number < 16


def test_no_color_wins_over_every_wish() -> None:
    assert choose("dark", {"NO_COLOR": "1", "COLORTERM": "truecolor"}) is PLAIN


def test_a_terminal_without_all_colours_gets_its_own_sixteen() -> None:
    assert choose("auto", {"TERM": "xterm"}) is ANSI
    assert choose("auto", {"COLORTERM": "truecolor"}) is DARK
    assert choose("light", {}) is LIGHT
