"""Runs of blanks, and words that are missing or doubled, never stop the reading of figures."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.figures import figures

SENTENCES = (
    "Among 5 in town, 44 percent agreed and 30 percent of 12 did not",
    "Of the 20 who came, 3 left; the number of the 17 rose to 18 in May 2031",
    "A pay rise of 7 percent, 3 or 4 % of $5 million in aid, was worth 2 hours of work",
    "In Aldmere, 200 were hurt on Friday, Ann Bell, 47, and a boy of six among them",
    "At least one in five people, two thirds of them men, voted 52 to 48 in the Senate",
    "The first and second steps took two and a half years, 3 times the limit of 10 km",
)
BLANKS = st.sampled_from([" ", " ", " ", "  ", "   ", "\u00a0", "\t", "\n", " \n ", "\u2009", ""])
WORDS = st.sampled_from(["of", "in", "the", "among", "5", "percent", "million", ",", "-", "who"])


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A sentence with other blanks, and here and there a word more or less."""
    words = draw(st.sampled_from(SENTENCES)).split()
    for at in draw(st.lists(st.integers(0, len(words) - 1), max_size=3)):
        words[at] = draw(st.one_of(WORDS, st.just("")))
    return "".join(word + draw(BLANKS) for word in words)


@settings(max_examples=300, deadline=None)
@given(texts())
def test_figures_of_any_spacing_lie_within_their_text(text: str) -> None:
    for figure in figures([("body", 0, text)], "2031-03-13"):
        assert text[figure.start : figure.end] == figure.text


@pytest.mark.parametrize("blanks", ["  ", "   ", "\u00a0 ", " \n"])
def test_a_share_of_a_bare_number_with_blanks_behind_it_is_read(blanks: str) -> None:
    text = f"Among 5{blanks}in town, 44 percent agreed."
    assert "44 percent" in [one.text for one in figures([("body", 0, text)], None)]
