"""A reading is told where it means something else than what was typed, not where it looks so."""

from __future__ import annotations

from datetime import date

import pytest

from index.query.parse import read
from index.query.print import read_as
from index.query.retelling import differs

TODAY = date(2031, 4, 9)


def told(typed: str) -> bool:
    reading = read(typed, today=TODAY)
    return differs(typed, read_as(reading.tree, reading.sort))


@pytest.mark.parametrize(
    "typed",
    [
        "gun  control", " gun, control ", "gun && control", "(gun) (control)", "+gun control",
        "a w/5 b", "a /5 b", "a || b", "-a b", "!a b", "“gun control”",
        "sort:-date gun", "gun^2.0", "250,000", "U.S. guns", "people:Heron", "al-Assad",
        "title:(gun control)", "GUN* ass?d", "gun\u00a0control", "gu\u200bn con\u00adtrol",
    ],
)  # fmt: skip
def test_another_way_to_write_the_same_is_no_difference(typed: str) -> None:
    assert not told(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "gun & control", "C++ code", "sent:gun w/s control", "a NEAR/5.5 b", "date:7d", "heron~",
        "heron BUT NOT gun", "title:a,b", "THE WORLD AND US", "a w/p b", "(a OR b) NEAR/3 (c d)",
        "a AND",
    ],
)  # fmt: skip
def test_what_was_dropped_or_filled_in_or_taken_otherwise_is_one(typed: str) -> None:
    reading = read(typed, today=TODAY)
    assert told(typed) or reading.repairs
