"""A sentence that states the same with another time of day is marked as differing."""

from __future__ import annotations

import pytest
from reports import report

from corpus.ledger import ledger
from corpus.ledger.clocks import are_other_times

TOLD = "The ferry Aurelia was to leave the northern harbour of Sarn at 11:55 p.m. on Sunday night."


@pytest.mark.parametrize(
    ("one", "other"),
    [("at 10:15 p.m.", "at 10:15 a.m."), ("at 9 am", "at 9.30 am"), ("at noon", "at 1 PM"),
     ("at 22:15", "at 10:16 p.m."), ("at 00:05", "at 12:05 p.m.")],
)  # fmt: skip
def test_two_times_of_day_are_told_apart(one: str, other: str) -> None:
    assert are_other_times(one, other)
    assert are_other_times(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("at 10:15 p.m.", "at 22:15"), ("at 10:15", "at 10:15 p.m."), ("at noon", "at 12 p.m."),
     ("at 9 a.m.", "in the morning"), ("at 8 a.m. ET", "at 1 p.m. GMT"),
     ("from 8 a.m. to noon", "at 8 a.m."), ("won 3:1", "at 3 p.m."), ("a mark of 10.15", "10 am")],
)  # fmt: skip
def test_what_may_be_one_time_or_is_none_is_not(one: str, other: str) -> None:
    assert not are_other_times(one, other)


def test_a_reworded_sentence_with_another_time_may_conflict() -> None:
    other = TOLD.replace("was to leave", "should have left").replace("11:55 p.m.", "11:55 a.m.")
    found = ledger([report(f"{TOLD} Rain fell."), report(f"{other} The market opened.")])
    (fact,) = (f for f in found.facts if f.kind == "statement" and len(f.cells) == 2)
    assert [cell.relation for cell in fact.cells] == ["medoid", "differs"]
    assert fact.differs
    assert found.disputed == 1
