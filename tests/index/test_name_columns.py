"""Names are counted on arrays as in the records, whatever came, went or was merged."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsroom import coming_in, page

from corpus.article import Entity, Mention, Names
from index import kept_names, mentioned
from index.archive import Archive
from index.book import open_book
from index.connections import Connections
from index.mentioned import Mentioned
from index.name_columns import NameColumns
from index.postings.format import DamagedIndex, Mapped

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


@given(
    MENTIONS,
    st.sets(st.integers(1, 9)),
    st.booleans(),
    st.booleans(),
    st.integers(1, 4),
    st.integers(1, 9),
)
def test_arrays_count_what_the_records_count(
    mentions: set[tuple[str, int]],
    asked: set[int],
    merged: bool,
    kept: bool,
    limit: int,
    first: int,
) -> None:
    records = Rows()
    written = [(key, seq, key[-3:].upper() if seq % 2 else key[-3:]) for key, seq in mentions]
    records.base.executemany("INSERT INTO mentions VALUES (?, ?, ?)", written)
    records.base.executemany("INSERT INTO same_names VALUES (?, ?)", SAME if merged else [])
    columns = NameColumns()
    for part in ("seq <= ?", "seq > ?"):  # names come in two batches
        columns.add(records.rows(f"{mentioned._ROWS} WHERE {part} GROUP BY key, name", (first,)))  # type: ignore[arg-type]
        columns = NameColumns(columns.arrays()) if kept else columns
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


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few articles are enough to keep their names in a file."""
    monkeypatch.setattr(kept_names, "WORTH", 2)


def _store(archive: Archive, named: dict[int, list[str]]) -> None:
    """Names of some articles, as the recogniser gives them back."""
    ids = {row.title: row.id for row in archive.newest()}
    archive.store_names(
        {
            ids[f"Regatta report number {number}"]: Names(
                "a model",
                tuple(
                    Entity(f"person:{name.lower()}", name, "person", (_MET,), ()) for name in names
                ),
            )
            for number, names in named.items()
        }
    )


_MET = Mention("title", 0, 0, 7, "Regatta")


def _people(archive: Archive) -> dict[str, int]:
    return dict(archive.search("regatta", facets=True).facets["person"])


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.names"))


@pytest.mark.usefixtures("soon")
def test_a_new_process_has_the_names_of_all_articles_from_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.add(coming_in(*map(page, range(1, 6))))
        _store(archive, {n: ["Ann Lee", "Bo"] if n % 2 else ["Bo"] for n in range(1, 6)})
    (file,) = _files(tmp_path / "archive")
    asked: list[str] = []
    rows = Connections.rows

    def noted(self: Connections, sql: str, parameters: Any = ()) -> list[tuple[Any, ...]]:
        asked.append(sql)
        return rows(self, sql, parameters)

    with monkeypatch.context() as patch, Archive.open(tmp_path / "archive") as archive:
        patch.setattr(Connections, "rows", noted)
        assert _people(archive) == {"Bo": 5, "Ann Lee": 3}
        assert not [sql for sql in asked if "FROM mentions" in sql]
        archive.add(coming_in(page(9)))
        _store(archive, {9: ["Cy", "Bo"]})  # too few to write the file anew for
        assert _people(archive) == {"Bo": 6, "Ann Lee": 3, "Cy": 1}
        assert archive.check() == []
    assert _files(tmp_path / "archive") == [file]
    with Archive.open(tmp_path / "archive") as archive:
        assert _people(archive) == {"Bo": 6, "Ann Lee": 3, "Cy": 1}
        archive.add(coming_in(page(10)))
        _store(archive, {10: ["Cy"]})
    (other,) = _files(tmp_path / "archive")
    assert other != file
    with Archive.open(tmp_path / "archive") as archive:
        assert _people(archive) == {"Bo": 6, "Ann Lee": 3, "Cy": 2}


@pytest.mark.usefixtures("soon")
def test_nothing_of_a_removed_article_stays_in_the_file_of_names(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    with Archive.open(folder, create=True) as archive:
        archive.add(coming_in(*map(page, range(1, 6))))
        _store(archive, {n: ["Ann Lee"] if n == 3 else ["Bo"] for n in range(1, 6)})
        (file,) = _files(folder)
        assert b"ann lee" in file.read_bytes()
        (gone,) = (row.id for row in archive.newest() if row.title.endswith("3"))
        archive.remove(gone)
        assert _people(archive) == {"Bo": 4}
    (file,) = _files(folder)
    assert all(b"ann lee" not in one.read_bytes() for one in folder.rglob("*") if one.is_file())
    with Archive.open(folder) as archive:
        assert _people(archive) == {"Bo": 4}
        assert archive.check() == []


@pytest.mark.usefixtures("soon")
def test_a_file_of_names_that_was_altered_or_is_of_other_records_counts_for_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mentioned, "_LISTING", 100)
    folder = tmp_path / "archive"
    with Archive.open(folder, create=True) as archive:
        archive.add(coming_in(*map(page, range(1, 6))))
        older = (folder / "records.sqlite").read_bytes()
        _store(archive, {n: ["Ann Lee", "Bo"] for n in range(1, 6)})
    (file,) = _files(folder)
    whole = file.read_bytes()
    wanted = {"Ann Lee": 5, "Bo": 5}
    for place in (*range(0, len(whole), 7), len(whole) - 1):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with Archive.open(folder) as archive:
            assert _people(archive) == wanted
    file.write_bytes(whole[:-40])
    with Archive.open(folder) as archive:
        assert _people(archive) == wanted
        assert [fault.what for fault in archive.check()] == [
            f"the file {file.name} is not as it was written"
        ]
        archive.reindex()
        assert archive.check() == []
    (file,) = _files(folder)
    whole = file.read_bytes()
    (folder / "records.sqlite").write_bytes(older)
    file.write_bytes(whole)
    with Archive.open(folder) as archive:
        assert _people(archive) == {}
        _store(archive, {n: ["Cy"] for n in range(1, 6)})
        assert _people(archive) == {"Cy": 5}
    assert file not in _files(folder)


def test_a_file_of_names_that_was_made_to_mislead_is_refused(tmp_path: Path) -> None:
    columns = NameColumns()
    columns.add([("person:ann", "Ann", 2, "1,3"), ("person:bo", "Bo", 1, "3")])
    fine = columns.arrays()

    def written(**other: Any) -> Mapped:
        file = tmp_path / "made.names"
        file.unlink(missing_ok=True)
        kept_names._write(file, {"person": {**fine["person"], **other}}, 0o600)
        return Mapped(file)

    assert kept_names._read(written(), 3)["person"]["articles"].tolist() == [1, 3]
    with pytest.raises(DamagedIndex):  # an article beyond the last one there is
        kept_names._read(written(), 2)
    for name, array in {
        "codes": [0, 1, 9],
        "counts": [1, 1],
        "articles": [3, 1],
        "key_ends": [5, 200],
        "name_ends": [300, 5],
        "name_begins": [0, 1, 7],
        "name_counts": [1],
    }.items():
        with pytest.raises(DamagedIndex):
            kept_names._read(written(**{name: np.array(array, np.uint32)}), 3)
    for name, other in {
        "codes": np.array([0, 1, -1], np.int64),
        "counts": np.array([1 << 63, (1 << 63) + 3], np.uint64),  # three, where sums overflow
        "articles": np.array([1.0, 3.0]),
    }.items():
        with pytest.raises(DamagedIndex):
            kept_names._read(written(**{name: other}), 3)
