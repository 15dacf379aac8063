"""Odd letters and numbers in two reports: no exception, and nothing is read into them."""

from __future__ import annotations

import pytest

from corpus.comparison import compare
from corpus.quotations import quotations
from tests.corpus.reports import report


@pytest.mark.parametrize("number", ["፩", "9" * 4400, "²"])
def test_digits_that_are_no_number_alter_no_comparison(number: str) -> None:
    left = report(f"“We saw {number} hundred boats there,” Ines Varga said.")
    right = report("“We saw a hundred boats there,” Ines Varga said.")
    assert compare(left, left).quotations[0].relation == "identical"
    assert compare(left, right).left_id == left.id


def test_letters_that_only_look_like_a_scale_bear_out_no_headline() -> None:
    body = "It cost 6 mıllıon kroner in all. Rain fell over the hills. The night was long."
    left = report(body, title="Price of Holm coin sinks to USD 7000 on Tuesday")
    (claim,) = [c for c in compare(left, report("Snow.")).claims if c.role == "title"]
    assert claim.missing_figures == ("USD 7000",)


def test_a_letter_before_a_dash_is_not_struck_out() -> None:
    left = report("“We have a plan B—and it works for all of us,” Varga said.")
    right = report("“We have a plan B, and it works for all of us,” Varga said.")
    assert [q.relation for q in compare(left, right).quotations] == ["identical"]


def test_names_parted_by_a_slash_in_a_sentence_are_no_credit() -> None:
    body = "The Norland/Sarn border was shut.\nSnow/Frost warnings were given.\nRain fell in Holm."
    assert compare(report(body), report("It was calm.")).only_left == (0, 1, 2)


def test_own_words_are_their_owners_whatever_the_apostrophe() -> None:
    for mark in "'’":
        (found,) = quotations(
            [("body", 0, f"Aalto repeated Orlov{mark}s own words claiming “the quay is shut.”")]
        )
        assert found.speaker == "Orlov"
