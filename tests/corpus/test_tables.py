"""The tables of facts that come with the program: nothing stands in them twice or in vain."""

from __future__ import annotations

from collections import Counter
from importlib import resources
from pathlib import Path

import pytest

from corpus.entities import gazetteer
from corpus.first_names import MEN, WOMEN, given_names

CORPUS = Path(str(resources.files("corpus")))
TABLES = sorted(
    table.relative_to(CORPUS).as_posix()
    for table in CORPUS.rglob("*.tsv")
    if "sample" not in table.parts
)


def _lines(table: str) -> list[str]:
    lines = (CORPUS / table).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def _twice(things: list[str]) -> list[str]:
    return [thing for thing, times in Counter(things).items() if times > 1]


@pytest.mark.parametrize("table", TABLES)
def test_no_table_holds_a_line_twice(table: str) -> None:
    assert len(_lines(table)) > 20
    assert _twice(_lines(table)) == []


@pytest.mark.parametrize("table", ["given_names.tsv", "women.tsv"])
def test_no_list_of_first_names_holds_one_twice(table: str) -> None:
    names = [word.removesuffix("?") for line in _lines(table) for word in line.split()]
    assert _twice(names) == []


def test_what_is_said_of_a_first_name_is_said_once() -> None:
    for word in " ".join(_lines("women.tsv")).split():
        name = word.removesuffix("?")
        by_both = word.endswith("?") and name.lower() not in MEN
        assert name.lower() not in WOMEN or by_both, word
        assert not word.endswith("?") or {name, name.lower()} & (WOMEN | MEN | given_names()), word


def test_no_known_name_is_written_down_in_two_tables() -> None:
    elsewhere = {spelling for spelling, _ in gazetteer.countries()}
    for alias in gazetteer.curated():
        elsewhere |= {alias.name, *alias.spellings}
    known = [spelling for spelling, _ in gazetteer.known()]
    assert _twice(known) == []
    assert elsewhere.isdisjoint(known)
