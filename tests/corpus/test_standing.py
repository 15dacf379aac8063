"""Which numbers a text states, and which it names only to take them back."""

from __future__ import annotations

import pytest

from corpus.comparison.standing import is_taken_back, scope


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("The number was 14, not 17.", {"17"}),
        ("It was not 17 but 14 people.", {"17"}),
        ("There were 14 rather than 17 people.", {"17"}),
        ("The toll was corrected from 17 to 14.", {"17"}),
        ("The office had earlier reported 17 missing; it is 14.", {"17"}),
        ("An earlier report gave 17 missing.", {"17"}),
        ("The Gazette wrote 17, a number that has since been withdrawn.", {"17"}),
        ("Not more than 17 people were aboard.", set()),
        ("Some 17 soldiers have been withdrawn from the post.", set()),
        ("The number of the missing is 17, and 14 are hurt.", set()),
        ("Whether or not 17 people came is open.", set()),
    ],
)
def test_a_number_is_taken_back_by_the_words_around_it(text: str, back: set[str]) -> None:
    found = set()
    for number in ("17", "14"):
        at = text.find(number)
        if at >= 0 and is_taken_back(text, at, at + 2):
            found.add(number)
    assert found == back


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("€62m for the club, debts included", {"debt in"}),
        ("€62m before tax", {"tax out"}),
        ("€62m including its debts and a stand", {"debt in"}),
        ("€62m for the club. Debts included or not", set()),
    ],
)
def test_a_sum_says_what_it_takes_in(text: str, found: set[str]) -> None:
    assert scope(text, 0, 4) == found
