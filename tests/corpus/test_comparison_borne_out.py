"""A headline's figure held against a body that writes the number otherwise."""

from __future__ import annotations

import pytest

from corpus.comparison import compare
from corpus.comparison.figure_borne_out import numbers_in
from corpus.comparison.result import Claim
from tests.corpus.reports import report


def _title(title: str, sentence: str) -> Claim:
    body = f"""The price of the Holm coin sank again on Tuesday morning in Lindhavn.
{sentence}
Traders of the Holm coin waited in Lindhavn for what the bank would say."""
    other = report("Nothing of the kind was reported in Varby. It rained. It was cold.")
    return next(c for c in compare(report(body, title=title), other).claims if c.role == "title")


@pytest.mark.parametrize(
    "sentence",
    [
        "It was seen at sub-6000 on one board.",
        "It stood at near-6,000 on one board.",
        "It stood at 6k on one board.",
        "It stood at $6K on one board.",
        "It stood at 6.000 on one board.",
        "It stood at 6117 on one board.",
    ],
)
def test_a_number_written_otherwise_bears_out_the_headlines(sentence: str) -> None:
    assert _title("Price of Holm coin sinks to USD 6000 on Tuesday", sentence).carried


def test_a_number_that_the_body_has_not_is_told() -> None:
    found = _title("Price of Holm coin sinks to USD 6000 on Tuesday", "It stood at 8400 there.")
    assert (found.carried, found.missing_figures) == (False, ("USD 6000",))
    assert not _title("Holm coin price sinks in 31 towns", "In 30 towns it rained.").carried


@pytest.mark.parametrize(
    "title",
    [
        "Price of Holm coin sinks to lowest in eight months",  # "the lowest since October"
        "Price of Holm coin sinks in eleven towns",  # "Lindhavn and ten other towns"
        "Price of Holm coin sinks like in ’08",
    ],
)
def test_what_a_body_may_tell_without_the_number_is_no_charge(title: str) -> None:
    assert _title(title, "It stood at 8400 on one board.").carried


def test_a_headline_that_says_it_in_other_words_is_no_charge() -> None:
    title = "Riding high, Petrov soothes rivals as pressures on Holm mount"
    assert _title(title, "Others at Holm were calmed as rivals.").carried


def test_points_may_part_thousands() -> None:
    assert numbers_in("6.000 of $2.2T and sub-70") == {6.0, 6000.0, 2.2e12, 70.0}


@pytest.mark.parametrize(
    ("body", "missing"),
    [
        ("Three people were killed when the ferry burned off Lindhavn.", ("Five",)),
        ("Five people were killed when the ferry burned off Lindhavn.", ()),
        ("Mrs Orlova was killed when the ferry burned off Lindhavn.", ()),
        ("Three people were killed and two others were killed on the quay.", ()),
    ],
)
def test_a_handful_of_dead_is_asked_of_a_body_that_counts_others(
    body: str, missing: tuple[str, ...]
) -> None:
    text = f"{body} The harbour was closed on Saturday. Divers searched the bay until dark."
    comparison = compare(report(text, title="Five killed in ferry fire"), report("Rain fell."))
    (claim,) = [c for c in comparison.claims if c.role == "title" and c.side == "left"]
    assert claim.missing_figures == missing
