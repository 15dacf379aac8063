"""Characters for look-ups, for the screen and for copies."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text import fold, plain, visible


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Erdoğan", "ERDOGAN"),
        ("İstanbul", "istanbul"),
        ("Ørsted", "orsted"),
        ("Łódź", "lodz"),
        ("don’t", "don't"),
        ("“yes”", '"yes"'),
        ("co\u00adoperation", "cooperation"),
        ("zero\u200bwidth", "zerowidth"),
        ("al\u2011Amal", "al-amal"),
        ("Straße", "STRASSE"),
        ("wait…", "wait..."),
        ("\u202eabc", "ABC"),
    ],
)
def test_spellings_of_one_word_fold_to_the_same_form(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_different_words_stay_different_when_folded() -> None:
    assert fold("한국") == "한국"
    assert fold("が") != fold("か")
    assert fold("Mali") != fold("Malta")


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters()))
def test_what_is_shown_has_no_control_characters_and_the_same_length(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert all(c == "\n" or unicodedata.category(c) not in ("Cc", "Cs") for c in shown)
    assert not any(unicodedata.bidirectional(c) in ("RLO", "LRO", "RLE", "PDI") for c in shown)


def test_an_escape_sequence_is_shown_as_text() -> None:
    assert visible("a\x1b[31mred\x9b0m\u202etxt.exe") == "a␛[31mred␛0m␦txt.exe"


def test_ordinary_text_is_shown_as_it_is() -> None:
    text = "Line one — “two”\nسلام 你好 [bold]x[/bold]"
    assert visible(text) == text


def test_copies_leave_out_what_nobody_sees() -> None:
    assert plain("co\u00adop\u200beration\ufeff") == "cooperation"


def test_joiners_that_mean_something_stay_in_copies() -> None:
    family = "👨\u200d👩\u200d👧"
    persian = "می\u200cخواهم"
    assert plain(family) == family
    assert plain(persian) == persian
    assert plain("a\u200db") == "ab"
