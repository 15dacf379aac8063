"""A sentence whose number the other report may give otherwise is not called one-sided."""

from __future__ import annotations

import pytest
from reports import report

from corpus.comparison import compare
from corpus.comparison.counted_otherwise import counted_otherwise
from corpus.comparison.sides import side


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        ("Now 6117 yet still weak.", "The coin is priced at $6,116 after a bad day.", True),
        ("The crane lifts 140,660 pounds.", "A load of 141,000 lb is no trouble for it.", True),
        ("The crane lifts 140,660 pounds.", "A load of 152,000 lb is no trouble for it.", False),
        ("The crane cost $140,660.", "A load of 140,660 pounds is no trouble for it.", False),
        ("It was built in 1984 by hand.", "The pier cost $1,984 to mend.", False),
        ("The crane has 12 wheels.", "There are 12 dockers at the pier.", False),
    ],
)
def test_numbers_within_rounding_of_one_kind_are_perhaps_one(
    left: str, right: str, found: bool
) -> None:
    pairs = counted_otherwise(side(report(left)), side(report(right)), ({0}, {0}))
    assert pairs == ([(0, 0)] if found else [])


def test_a_number_that_a_report_is_all_about_tells_no_sentence() -> None:
    wage = "The dockers ask for $14.35."
    left, right = side(report("\n".join([wage] * 4))), side(report("A wage of $14.35 is meant."))
    assert counted_otherwise(left, right, ({0, 1, 2, 3}, {0})) == []


def test_a_sentence_with_such_a_number_is_open() -> None:
    opening = "Ferries ran late at the pier of Lindholm because of thick ice on the river."
    left = report(f"{opening}\nNobody swims there.\nThe old crane lifts 140,660 pounds at a time.")
    right = report(f"{opening}\nCats are fed by hand.\nSome 141,000 lb is no trouble whatever.")
    found = compare(left, right)
    assert 2 not in found.only_left
    assert 2 not in found.only_right
    assert {n.rule for n in found.nearest if n.sentence == 2} == {
        "they give numbers that may be one, written otherwise"
    }
