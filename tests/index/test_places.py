"""Which article stands in a place: versions come of one place, and of nothing looser."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

from newsroom import coming_in, page

from corpus.article import Document
from index.archive import Archive
from index.intake import Intake, walk

ADDRESS = "https://herald.example/2031/regatta-in-the-harbour"


def text(words: str, name: str) -> Intake:
    """A text file with these words."""
    return Intake(Document(words.encode(), words, name, "text"), locator=name)


def html(words: str, name: str, head: str = "") -> Intake:
    """A saved page with these words."""
    whole = (
        f"<html><head><title>Regatta</title>{head}</head><body><article><h1>Regatta</h1>"
        f"<p>{words}</p><p>{ADDRESS}</p></article></body></html>"
    )
    return Intake(Document(whole.encode(), whole, name, "html"), locator=name)


def story(number: int) -> str:
    """A report with an address on a line of its own."""
    return (
        f"Boats gather for day {number}\n\n{ADDRESS}\n\n"
        f"The harbour office counted {number} boats on the morning of the regatta.\n"
    )


def test_an_address_that_is_met_in_the_text_makes_no_versions(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        report = archive.add([text(story(1), "a.txt"), text(story(2), "b.txt")])
        assert archive.newest()[0].id
        assert (report.added, report.updated) == (2, 0)
        report = archive.add([html("Boats came early.", "a.html"), html("Late.", "b.html")])
        assert (report.added, report.updated) == (2, 0)


def test_the_address_that_a_page_calls_its_own_makes_versions(tmp_path: Path) -> None:
    for head in (
        f'<link rel="canonical" href="{ADDRESS}">',
        f'<meta property="og:url" content="{ADDRESS}">',
    ):
        folder = tmp_path / hashlib.sha256(head.encode()).hexdigest()[:8]
        with Archive.open(folder, create=True) as archive:
            first, second = html("Boats came.", "a.html", head), html("Late.", "b.html", head)
            report = archive.add([first, second])
            assert (report.added, report.updated) == (1, 1)


def test_records_of_two_pipes_with_the_same_ids_are_no_versions_of_each_other(
    tmp_path: Path,
) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        for words in ("The ferry sank.", "The ferry was raised."):
            piped = io.BytesIO(f'{{"id": 1, "title": "Ferry", "body": "{words}"}}\n'.encode())
            report = archive.add(walk(["-"], stdin=piped))
            assert (report.added, report.updated) == (1, 0)
        assert archive.count() == 2


def test_records_of_two_pipes_with_the_same_address_are_versions(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        for words in ("The ferry sank.", "The ferry was raised."):
            piped = io.BytesIO(
                f'{{"id": 1, "url": "{ADDRESS}", "title": "Ferry", "body": "{words}"}}\n'.encode()
            )
            archive.add(walk(["-"], stdin=piped))
        assert archive.count() == 1


FIRST, SECOND, THIRD = "The wall held.", "The wall gave way.", "The wall was mended."


def newest(archive: Archive) -> set[str]:
    """The bytes of the articles that lists show."""
    return {archive.original(row.id).decode() for row in archive.newest()}


def test_a_text_that_comes_back_in_its_place_is_the_newest_version_again(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.add([text(FIRST, "wall.txt")])
        archive.add([text(SECOND, "wall.txt")])
        report = archive.add([text(FIRST, "wall.txt")])
        assert (report.unchanged, report.updated) == (1, 0)
        assert newest(archive) == {FIRST}
        assert archive.search("held").total == 1
        assert archive.search("gave").total == 0
        generation = archive.generation()
        archive.add([text(FIRST, "wall.txt")])
        assert archive.generation() == generation
        assert archive.add([text(THIRD, "wall.txt")]).updated == 1
        assert newest(archive) == {THIRD}
        archive.remove(archive.newest()[0].id)
        assert archive.check() == []


def test_a_text_that_comes_back_within_one_run_is_the_newest_version(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        for _ in range(2):
            archive.add([text(words, "wall.txt") for words in (FIRST, SECOND, FIRST)])
            assert newest(archive) == {FIRST}
        assert archive.check() == []


def test_the_same_bytes_in_a_second_place_are_updated_there_too(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.add([text(FIRST, "wall.txt"), text(FIRST, "copy.txt")])
        archive.add([text(FIRST, "later copy.txt")])
        for name, words in (("copy.txt", SECOND), ("later copy.txt", THIRD)):
            assert archive.add([text(words, name)]).updated == 1
        assert newest(archive) == {THIRD}


def test_an_older_copy_elsewhere_does_not_displace_the_newest(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.add([text(FIRST, "wall.txt"), text(FIRST, "copy.txt")])
        archive.add([text(SECOND, "wall.txt")])
        generation = archive.generation()
        for _ in range(2):
            archive.add([text(SECOND, "wall.txt"), text(FIRST, "copy.txt")])
            assert newest(archive) == {SECOND}
        assert archive.generation() == generation


def test_a_dry_run_counts_a_second_version_as_an_update(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        coming = [text(FIRST, "wall.txt"), text(SECOND, "wall.txt")]
        report = archive.add(coming, dry_run=True)
        assert (report.added, report.updated) == (1, 1)
        report = archive.add(coming)
        assert (report.added, report.updated) == (1, 1)


def test_what_goes_and_comes_during_a_rebuild_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    secret = page(1, "The zanderquill was landed at pier nine.")
    with Archive.open(folder, create=True) as archive:
        archive.add(coming_in(secret, *(page(n) for n in range(2, 40))))
        one = hashlib.sha256(secret.data).hexdigest()
        meddled = []

        def meddle(done: int) -> None:
            if not meddled:
                meddled.append(done)
                with Archive.open(folder) as other:
                    other.remove(one)
                    other.add(coming_in(page(50)))

        archive.reindex(meddle)
        assert meddled
        assert archive.check() == []
        assert archive.search("zanderquill").total == 0
        assert archive.search("regatta").total == archive.count() == 39
    held = b"".join(f.read_bytes() for f in folder.rglob("*") if f.is_file())
    assert b"zanderquil" not in held
