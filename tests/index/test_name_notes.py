"""A query for a name tells of another form of it that many more articles have."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from index.name_notes import name_notes
from index.outside import Asked
from index.query.parse import read

NAMED = {
    "person:james quill": set(range(20)),
    "person:jim quill": {30, 31},
    "person:jon quill": set(range(40, 90)),
    "person:ada vane": set(range(9)),
    "person:ada bo vane": set(range(10, 20)),
    "person:ned moor": {1},
    "person:ned ira moor": set(range(2, 8)),
    "person:bin harrow": {1, 2},
    "person:nadim bin harrow": {3, 4, 5},
}


class Shelf:
    """Records that know these names."""

    def keys_holding(self, type_: str | None, part: str) -> list[str]:
        return [key for key in NAMED if part in key]

    def seqs_naming(self, keys: Iterable[str]) -> set[int]:
        return {seq for key in keys for seq in NAMED[key]}

    def seqs_of(self, ids: Iterable[str]) -> set[int]:
        return set()

    def seqs(self) -> set[int]:
        return set()


def told(query: str) -> tuple[str, ...]:
    return name_notes(read(query, today=date(2031, 3, 20)).tree, Asked(Shelf()))


def test_another_form_of_a_first_name_is_told_with_the_query_for_both() -> None:
    assert told('person:"Jim Quill"') == (
        'person:"james quill", who may be the same as "Jim Quill" (2), finds 20; '
        'person:("Jim Quill" OR "james quill") finds both, 22.',
    )


@pytest.mark.parametrize(
    ("query", "usual"),
    [
        ('person:"Ned Moor"', "ned ira moor"),
        ('entity:"bin Harrow"', "nadim bin harrow"),
        ('boat person:"Jimmy Quill"', "james quill"),
    ],
)
def test_a_middle_name_and_a_surname_in_two_words_are_told(query: str, usual: str) -> None:
    assert f':"{usual}", who may be' in told(query)[0]


@pytest.mark.parametrize(
    "query",
    [
        'person:"James Quill"',
        'person:"Ada Vane"',
        "person:quill",
        'said:"Jim Quill"',
        '"Jim Quill"',
    ],
)
def test_a_name_of_which_no_form_is_far_more_usual_is_left(query: str) -> None:
    assert told(query) == ()
