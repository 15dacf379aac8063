"""Articles go in once, stay as they came, and are found again."""

from __future__ import annotations

import hashlib
import stat
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from newsroom import coming_in, filled, numbers, page

import corpus.reading
from corpus.article import Document
from corpus.errors import AmbiguousId, NoSuchArticle
from index.archive import Archive
from index.intake import Intake
from index.reports import Rejection


def test_an_articles_id_is_the_digest_of_its_bytes_and_they_are_kept(tmp_path: Path) -> None:
    with filled(tmp_path / "archive", 1) as archive:
        data = page(1).data
        full = hashlib.sha256(data).hexdigest()
        assert archive.original(full[:10]) == data
        assert archive.get(full[:16]).article.id == full


def test_adding_the_same_thing_twice_changes_nothing(tmp_path: Path) -> None:
    with filled(tmp_path / "archive", 3) as archive:
        before = archive.status(), archive.generation()
        report = archive.add(coming_in(page(1), page(2)))
        assert (report.added, report.unchanged) == (0, 2)
        assert (archive.status(), archive.generation()) == before


def test_the_same_bytes_under_another_outlet_or_path_are_unchanged(tmp_path: Path) -> None:
    with filled(tmp_path / "archive", 1) as archive:
        report = archive.add([Intake(page(1, outlet="Dock Times"), locator="elsewhere")])
        assert report.unchanged == 1
        assert archive.newest()[0].outlet == "Quay Herald"


def test_the_same_bytes_twice_in_one_run_are_a_duplicate(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        report = archive.add(coming_in(page(1), page(1), page(2)))
        assert (report.added, report.duplicates) == (2, 1)
        assert [one.status for one in report.articles] == ["added", "duplicate", "added"]


def test_changed_bytes_under_a_known_path_are_a_new_version(tmp_path: Path) -> None:
    with filled(tmp_path / "archive", 2) as archive:
        old = hashlib.sha256(page(1).data).hexdigest()
        report = archive.add([Intake(page(1, "Corrected: nobody came."), locator=page(1).path)])
        new = report.articles[0].id
        assert (report.updated, report.articles[0].status) == (1, "updated")
        assert archive.get(new).versions == archive.get(old).versions == (old, new)
        assert archive.count() == 2
        listed = {row.id for row in archive.newest()}
        assert new in listed
        assert old not in listed
        assert archive.original(old) == page(1).data


def test_changed_bytes_under_a_known_address_are_a_new_version(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        first = page(1, url="https://www.herald.example/regatta?utm_source=feed")
        second = page(2, url="http://herald.example/regatta/")
        archive.add([Intake(first)])
        assert archive.add([Intake(second)]).updated == 1
        assert archive.count() == 1


def test_articles_that_share_no_place_are_no_versions_of_each_other(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        site = "https://herald.example/"
        report = archive.add(
            [Intake(page(1, url=site)), Intake(page(2, url=site)), Intake(page(3))]
        )
        assert report.added == archive.count() == 3


def test_versions_within_one_batch_leave_only_the_newest_in_lists(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        place = "one place"
        archive.add(Intake(page(n), locator=place) for n in (1, 2, 3))
        assert [row.title for row in archive.newest()] == ["Regatta report number 3"]
        assert archive.check() == []


def test_an_empty_document_is_rejected_and_the_others_go_in(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        report = archive.add(coming_in(page(1), page(2, " \n\t\n"), page(3)))
        assert report.added == 2
        assert [one.source for one in report.rejected] == ["regatta.jsonl#2"]
        assert "empty" in report.rejected[0].reason


def test_a_document_that_breaks_the_reading_is_rejected_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = corpus.reading.read

    def stumbling(document: Document, **options: Any) -> Any:
        if document.path.endswith("#2"):
            raise ValueError("the page bends back on itself")
        return read(document, **options)

    monkeypatch.setattr(corpus.reading, "read", stumbling)
    with Archive.open(tmp_path / "archive", create=True) as archive:
        report = archive.add(coming_in(page(1), page(2), page(3)))
        assert report.added == 2
        assert "the page bends back on itself" in report.rejected[0].reason


def test_text_that_is_no_unicode_is_rejected_with_a_reason(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        broken = Document(b"x", "half a pair \ud83d of surrogates", "broken.txt", "text")
        report = archive.add([Intake(broken, locator="a"), *coming_in(page(1))])
        assert report.added == 1
        assert [one.source for one in report.rejected] == ["broken.txt"]


def test_what_the_intake_rejects_or_skips_is_in_the_report(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        report = archive.add(
            [
                Intake(skipped="image"),
                Intake(skipped="image"),
                Intake(rejection=Rejection("x.bin", "not text")),
                *coming_in(page(1)),
            ]
        )
        assert report.skipped == {"image": 2}
        assert report.rejected == (Rejection("x.bin", "not text"),)
        assert report.added == 1


def test_a_dry_run_says_what_would_happen_and_keeps_nothing(tmp_path: Path) -> None:
    with filled(tmp_path / "archive", 2) as archive:
        before = archive.generation()
        report = archive.add(
            [
                *coming_in(page(1), page(3), page(3)),
                Intake(page(2, "Another text."), locator=page(2).path),
            ],
            dry_run=True,
        )
        assert (report.added, report.updated, report.unchanged, report.duplicates) == (1, 1, 1, 1)
        assert archive.generation() == before
        assert archive.count() == 2


def test_progress_names_what_another_reader_already_finds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.adding.BATCH_ARTICLES", 10)
    named: list[int] = []

    def progress(count: int) -> None:
        named.append(count)
        with Archive.open(tmp_path / "archive") as reader:
            assert reader.count() == count
            assert reader.search("regatta", limit=1).total == count
            assert reader.status().waiting == 0

    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.add(coming_in(*map(page, numbers(25))), progress=progress)
    assert named == [10, 20, 25]


def test_what_came_before_a_source_broke_off_stays(tmp_path: Path) -> None:
    def breaking() -> Iterator[Intake]:
        yield from coming_in(page(1), page(2))
        raise OSError("the disk went away")

    with Archive.open(tmp_path / "archive", create=True) as archive:
        with pytest.raises(OSError, match="the disk went away"):
            archive.add(breaking())
        assert archive.count() == 2
        assert archive.add(coming_in(page(1), page(2), page(3))).added == 1


def test_an_interruption_keeps_what_was_committed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.adding.BATCH_ARTICLES", 2)

    def interrupted() -> Iterator[Intake]:
        yield from coming_in(page(1), page(2), page(3))
        raise KeyboardInterrupt

    with Archive.open(tmp_path / "archive", create=True) as archive:
        with pytest.raises(KeyboardInterrupt):
            archive.add(interrupted())
        assert archive.count() == 2
        assert archive.add(coming_in(page(1), page(2), page(3))).unchanged == 2
        assert archive.check() == []


def test_lists_show_the_newest_first_and_the_undated_last(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        days = {1: "2031-03-02", 2: None, 3: "2031-03-20", 4: "2031-03-02"}
        archive.add(coming_in(*(page(n, published=day) for n, day in days.items())))
        titles = [row.title[-1] for row in archive.newest()]
        assert titles == ["3", "4", "1", "2"]
        assert [row.title[-1] for row in archive.newest(limit=2, offset=1)] == ["4", "1"]


def test_rows_come_in_the_order_asked_for_without_those_that_are_gone(tmp_path: Path) -> None:
    with filled(tmp_path / "archive", 3) as archive:
        ids = [row.id for row in archive.newest()]
        wanted = [ids[2], "0" * 64, ids[0]]
        assert [row.id for row in archive.rows(wanted)] == [ids[2], ids[0]]


def test_a_prefix_of_an_id_is_enough_when_it_is_the_only_one(tmp_path: Path) -> None:
    with filled(tmp_path / "archive", 17) as archive:
        ids = [row.id for row in archive.newest()]
        shared = next(a for a in "0123456789abcdef" if sum(one[0] == a for one in ids) > 1)
        with pytest.raises(AmbiguousId) as ambiguous:
            archive.resolve(shared)
        assert all(one[:16] in str(ambiguous.value) for one in ids if one[0] == shared)
        assert archive.resolve(ids[0][:16].upper()) == ids[0]


@pytest.mark.parametrize("prefix", ["", "xyz", "%", "0" * 65, "f" * 64])
def test_what_is_no_id_of_the_archive_is_no_such_article(tmp_path: Path, prefix: str) -> None:
    with filled(tmp_path / "archive", 1) as archive, pytest.raises(NoSuchArticle):
        archive.get(prefix)


def test_status_and_coverage_count_what_is_there(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.add(
            coming_in(
                page(1, outlet="Dock Times"),
                page(2, published="2031-04-01"),
                page(3, published=None),
            )
        )
        status = archive.status()
        assert (status.articles, status.outlets, status.undated, status.recognised) == (3, 2, 1, 0)
        assert (status.first_day, status.last_day) == ("2031-03-14", "2031-04-01")
        assert (status.waiting, status.shared, status.writable) == (0, False, True)
        assert archive.coverage().articles == 3


def test_the_state_tells_two_archives_apart_and_does_not_depend_on_the_order(
    tmp_path: Path,
) -> None:
    with (
        Archive.open(tmp_path / "a", create=True) as a,
        Archive.open(tmp_path / "b", create=True) as b,
    ):
        a.add(coming_in(page(1), page(2), page(3)))
        b.add(coming_in(page(3), page(1)))
        assert a.status().state != b.status().state
        b.add(coming_in(page(2)))
        assert a.status().state == b.status().state


def test_an_archive_is_private_and_holds_no_absolute_path(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "archive"
    filled(folder, 3).close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for file in folder.rglob("*"):
        if file.is_file():
            assert str(tmp_path).encode() not in file.read_bytes()


def test_opening_an_archive_and_its_first_list_load_neither_index_nor_texts(
    tmp_path: Path,
) -> None:
    filled(tmp_path / "archive", 50).close()
    program = (
        "import sys; from pathlib import Path; from index.archive import Archive\n"
        "with Archive.open(Path(sys.argv[1])) as archive:\n"
        "    print(len(archive.newest(limit=50)), *sys.modules)"
    )
    asked = [sys.executable, "-c", program, str(tmp_path / "archive")]
    done = subprocess.run(asked, check=True, capture_output=True, text=True)
    listed, *loaded = done.stdout.split()
    assert listed == "50"
    heavy = {"numpy", "whoosh", "zstandard", "index.engine", "index.packing", "corpus.reading"}
    assert not heavy & set(loaded)


def test_a_search_loads_nothing_that_reads_articles() -> None:
    program = (
        "import sys, datetime, index.engine; from index.query.parse import read\n"
        "read('ferry said:Tolliver date:2031', today=datetime.date(2031, 3, 13))\n"
        "print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    loaded = set(done.stdout.split())
    assert "index.query.parse" in loaded
    heavy = {"corpus.article", "corpus.quotations", "corpus.entities", "corpus.reading"}
    assert not heavy & loaded


def test_a_change_is_seen_by_an_archive_that_was_open_before(tmp_path: Path) -> None:
    with filled(tmp_path / "archive", 2) as writer, Archive.open(tmp_path / "archive") as reader:
        before = reader.generation()
        assert reader.search("regatta").total == 2
        writer.add(coming_in(page(3)))
        assert reader.generation() > before
        assert reader.count() == 3
        assert reader.search("regatta").total == 3


def test_memory_does_not_grow_with_the_number_of_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.adding.BATCH_ARTICLES", 20)

    def peak(count: int, folder: Path) -> int:
        with Archive.open(folder, create=True) as archive:
            archive.add(coming_in(page(0)))  # whatever is loaded once is loaded
            tracemalloc.start()
            archive.add(
                Intake(page(n, f"Pier {n} was full of boats. " * 100)) for n in numbers(count)
            )
            highest = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
        return highest

    few, many = peak(40, tmp_path / "few"), peak(400, tmp_path / "many")
    assert many < 4 * few  # ten times the articles; joining segments costs some


def test_reindexing_finds_what_was_found_before(tmp_path: Path) -> None:
    with filled(tmp_path / "archive", 12) as archive, Archive.open(tmp_path / "archive") as reader:
        assert reader.search("regatta").total == 12
        named: list[int] = []
        assert archive.reindex(named.append) == 12
        assert named[-1] == 12
        assert archive.search("regatta").total == 12
        assert reader.search("regatta").total == 12
        assert archive.check() == []
        assert len(list((tmp_path / "archive").glob("words-*"))) == 1


def test_all_that_a_query_finds_has_its_record_numbers(tmp_path: Path) -> None:
    with filled(tmp_path / "archive", 5) as archive:
        hits = archive.search("*", limit=5).hits
        every = archive.found("*")
        assert len(every) == len(set(every)) == archive.count() == 5
        assert archive.stories().numbers(hit.row.id for hit in hits) == sorted(every)
        assert archive.found("zanderquill") == []
        assert archive.found("  ") == []
