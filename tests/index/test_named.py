"""A name in a query, in whatever spelling."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from index.named import How, named

KEYS = {
    "place:united kingdom": {1},
    "place:united states": {2, 3},
    "organisation:united nations": {3},
    "organisation:un security council": {4},
    "person:ines moss": {5},
    "person:moss": {6},
}


class Keys:
    def keys_holding(self, type_: str | None, part: str) -> list[str]:
        return [
            key for key in KEYS if part in key and (type_ is None or key.startswith(type_ + ":"))
        ]

    def seqs_naming(self, keys: Iterable[str]) -> set[int]:
        return set().union(*(KEYS[key] for key in keys))


@pytest.mark.parametrize(
    ("field", "name", "how", "found"),
    [
        ("place", "UK", "part", {1}),
        ("place", "uk", "part", {1}),
        ("place", "U.S.", "whole", {2, 3}),
        ("place", "united", "part", {1, 2, 3}),
        ("place", "United Kingdom", "whole", {1}),
        ("organisation", "UN", "part", {3, 4}),
        ("organisation", "UN", "whole", {3}),
        ("person", "UK", "part", set()),
        ("person", "moss", "part", {5, 6}),
        ("person", "moss", "whole", {6}),
        ("person", "Ines M*", "beginning", {5}),
        ("person", "I* Moss", "beginning", {5}),
        ("person", "I* Mo*", "beginning", {5}),
        ("person", "Z* Moss", "beginning", set()),
        ("person", "Ines M", "part", set()),
        ("entity", "mos*", "beginning", {5, 6}),
        ("entity", "un* kingdom", "beginning", {1}),
        ("entity", "", "part", set()),
    ],
)
def test_any_spelling_of_a_name_finds_who_is_meant(
    field: str, name: str, how: How, found: set[int]
) -> None:
    assert named(Keys(), field, name, how) == found
