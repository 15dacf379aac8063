"""How a query may go on while it is typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from pieces import engine_of, piece

from corpus.text import fold
from index.completing import completions

NAMES = ("Ines Moss", "Jonas Moss", "Ines Mossley", "Moss", "Zoe Lindqvist")


class Named:
    """The names of an archive, each in one article."""

    def names_beginning(
        self, type_: str | None, beginning: str, limit: int
    ) -> list[tuple[str, int]]:
        begun = [name for name in NAMES if f" {beginning}" in f" {fold(name)}"]
        return [(name, 1) for name in begun[:limit]]


@pytest.mark.parametrize(
    ("typed", "offers"),
    [
        ('person:"moss, i', ['person:"Ines Moss"', 'person:"Ines Mossley"']),
        ('person:"Moss, Jo', ['person:"Jonas Moss"']),
        ('person:"moss,', ['person:"Ines Moss"', 'person:"Jonas Moss"', 'person:"Ines Mossley"']),
        ('person:"lind', ['person:"Zoe Lindqvist"']),
        ('person:"moss, x', []),
    ],
)
def test_a_name_goes_on_also_where_the_surname_is_typed_first(
    tmp_path: Path, typed: str, offers: list[str]
) -> None:
    engine = engine_of(tmp_path / "ix", [piece("Gulls flew.")])
    told = completions(engine, Named(), typed, lambda: ())
    assert [typed[: one.start] + one.text for one in told] == offers
