"""Names are counted on arrays as in the records, whatever came, went or was merged."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsroom import coming_in, page

from corpus.article import Entity, Mention, Names
from index import mentioned
from index.archive import Archive
from index.book import open_book
from index.mentioned import Mentioned
from index.name_columns import NameColumns

TYPES = ("person", "place")
KEYS = ("person:ann lee", "person:a lee", "person:bo", "place:ulm", "place:aa", "place:bb")
MENTIONS = st.sets(st.tuples(st.sampled_from(KEYS), st.integers(1, 9)), max_size=30)
SAME = [("person:a lee", "person:ann lee"), ("person:ann lee", "person:ann lee")]


class Rows:
    """The tables of mentions alone."""

    def __init__(self) -> None:
        self.base = sqlite3.connect(":memory:")
        self.base.execute("CREATE TABLE mentions (key, seq, name)")
        self.base.execute("CREATE TABLE same_names (key, root)")

    def version(self) -> tuple[int, int]:
        return 0, self.base.total_changes

    def rows(self, sql: str, parameters: object = ()) -> list[tuple[object, ...]]:
        return self.base.execute(sql, parameters).fetchall()  # type: ignore[arg-type]


@given(MENTIONS, st.sets(st.integers(1, 9)), st.booleans(), st.integers(1, 4), st.integers(1, 9))
def test_arrays_count_what_the_records_count(
    mentions: set[tuple[str, int]], asked: set[int], merged: bool, limit: int, first: int
) -> None:
    records = Rows()
    written = [(key, seq, key[-3:].upper() if seq % 2 else key[-3:]) for key, seq in mentions]
    records.base.executemany("INSERT INTO mentions VALUES (?, ?, ?)", written)
    records.base.executemany("INSERT INTO same_names VALUES (?, ?)", SAME if merged else [])
    columns = NameColumns()
    for part in ("seq <= ?", "seq > ?"):  # names come in two batches
        columns.add(records.rows(f"{mentioned._ROWS} WHERE {part} GROUP BY key, name", (first,)))  # type: ignore[arg-type]
    one_by_one = Mentioned(records)  # type: ignore[arg-type]
    expected = {type_: one_by_one._counted(sorted(asked), type_, limit) for type_ in TYPES}
    assert columns.counted(sorted(asked), TYPES, SAME if merged else [], limit) == expected
    assert len(columns) == len(mentions)


class Recognising(Rows):
    """Mentions of one more article are there whenever the articles with names were listed."""

    def rows(self, sql: str, parameters: object = ()) -> list[tuple[object, ...]]:
        if "meta" in sql:
            counted = "COUNT(*)" if parameters == ("state",) else "0"
            return self.base.execute(f"SELECT {counted} FROM mentions").fetchall()[:1]
        found = super().rows(sql, parameters)
        if "DISTINCT" in sql:
            self.base.execute(
                "INSERT INTO mentions SELECT 'place:ulm', COUNT(*), 'Ulm' FROM mentions"
            )
        return found


def test_names_that_come_while_the_arrays_are_made_are_counted_once() -> None:
    records = Recognising()
    records.base.execute("INSERT INTO mentions VALUES ('place:ulm', 0, 'Ulm')")
    asked = Mentioned(records)  # type: ignore[arg-type]
    for _ in range(4):
        asked.naming_counts(range(9), ("place",), 9)
    counted = asked.naming_counts(range(3), ("place",), 9)
    assert counted == {"place": [("Ulm", 3)]}


def _name(archive: Archive, number: int, names: list[str]) -> None:
    """Let the recogniser have found these people in an article."""
    full = sorted(row.id for row in archive.newest())[number]
    found = tuple(
        Entity(f"person:{name.lower()}", name, "person", (Mention("title", 0, 0, 4, name),), ())
        for name in names
    )
    with archive._connections.lock(), open_book(archive._connections) as book:
        seq = book.one("SELECT seq FROM articles WHERE id = ?", full)
        assert seq is not None
        book.keep_names(seq[0], full, Names("a model", found, ()))


def test_names_that_come_later_are_counted_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mentioned, "_LISTING", 100)  # arrays from the first question on
    made = _counting(monkeypatch)
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.add(coming_in(*map(page, range(1, 5))))

        def people() -> dict[str, int]:
            return dict(archive.search("regatta", facets=True).facets["person"])

        assert people() == {}
        _name(archive, 0, ["Ann Lee", "Bo"])
        assert people() == {"Ann Lee": 1, "Bo": 1}
        _name(archive, 1, ["Bo"])
        assert people() == {"Bo": 2, "Ann Lee": 1}
        assert made() <= 2
        _name(archive, 0, ["Bo"])  # read anew, and otherwise
        archive.add(coming_in(page(9)))
        assert people() == {"Bo": 2}
        _name(archive, 1, [])
        assert people() == {"Bo": 1}


def _counting(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """How often all names were taken into arrays from scratch."""
    from index import name_columns

    made: list[NameColumns] = []
    begin = name_columns.NameColumns.__init__

    def counting(self: NameColumns) -> None:
        made.append(self)
        begin(self)

    monkeypatch.setattr(name_columns.NameColumns, "__init__", counting)
    return lambda: len(made)


def test_what_every_answer_rests_on_follows_whoever_changes_the_archive(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.add(coming_in(page(1), page(2)))
        with Archive.open(tmp_path / "archive") as reader:
            seen = reader.search("regatta").coverage
            assert (seen.articles, seen.recognised) == (2, 0)
            archive.add(coming_in(page(3)))
            assert reader.search("regatta").coverage.articles == 3
            _name(archive, 0, ["Ann Lee"])
            assert reader.search("regatta").coverage.recognised == 1
            assert archive.search("regatta").coverage == reader.search("regatta").coverage
