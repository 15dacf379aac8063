"""Folders, files and standard input are walked into documents, and nothing is lost silently."""

from __future__ import annotations

import io
import os
from collections import Counter
from pathlib import Path

import pytest

from corpus.sources import SourceOptions
from index.intake import Intake, locator_of_url, normal_url, printable, walk
from index.sidecars import SidecarError


def taken(*sources: Path | str, **more: object) -> list[Intake]:
    return list(walk(list(sources), **more))  # type: ignore[arg-type]


def paths(intakes: list[Intake]) -> list[str]:
    return [i.document.path for i in intakes if i.document]


def rejections(intakes: list[Intake]) -> list[tuple[str, str]]:
    return [(i.rejection.source, i.rejection.reason) for i in intakes if i.rejection]


def skipped(intakes: list[Intake]) -> dict[str, int]:
    return dict(Counter(i.skipped for i in intakes if i.skipped))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "b.txt").write_text("Bridge closed")
    (folder / "a").mkdir()
    (folder / "a" / "one.txt").write_text("Harbour open")
    return folder


def test_paths_begin_with_the_folder_added_and_are_sorted_within_folders(folder: Path) -> None:
    assert paths(taken(folder)) == ["news/a/one.txt", "news/b.txt"]
    assert paths(taken(folder / "b.txt")) == ["b.txt"]


def test_the_working_folder_is_called_by_its_name(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert paths(taken("."))[1] == "news/b.txt"


def test_a_file_has_one_locator_however_it_is_reached(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    direct = taken(folder / "b.txt")[0].locator
    monkeypatch.chdir(folder / "a")
    assert direct == taken("../b.txt")[0].locator
    assert direct == taken(folder)[1].locator
    assert direct is not None
    assert str(folder) not in direct
    assert direct != taken(folder)[0].locator


def test_records_are_located_by_address_then_by_id_in_their_file(tmp_path: Path) -> None:
    file = tmp_path / "n.jsonl"
    file.write_text(
        '{"id": 1, "title": "A", "url": "http://www.gull.example/x?utm_source=a#top"}\n'
        '{"id": 2, "title": "B"}\n{"title": "C"}\n{"id": 4, "title": "D", "url": "gull.example"}\n'
    )
    by_url, by_id, nowhere, homepage = [i.locator for i in taken(file)]
    assert by_url == locator_of_url("https://gull.example/x/")
    assert by_id is not None
    assert nowhere is None
    assert homepage not in (None, by_url, by_id)


@pytest.mark.parametrize(
    ("address", "normal"),
    [
        ("HTTPS://WWW.Gull.example/A/", "gull.example/A"),
        ("//gull.example/a?id=7&fbclid=z", "gull.example/a?id=7"),
        ("gull.example/a", "gull.example/a"),
        ("https://gull.example/", None),
        ("http://[broken", None),
    ],
)
def test_addresses_that_mean_one_page_are_one(address: str, normal: str | None) -> None:
    assert normal_url(address) == normal


def test_assets_of_a_saved_page_are_counted_by_kind(folder: Path) -> None:
    (folder / "Report.html").write_text("<html><p>Report</p></html>")
    assets = folder / "Report_files"
    assets.mkdir()
    (assets / "style.css").write_text("p {}")
    (assets / "frame.html").write_text("<html><p>An advertisement</p></html>")
    (assets / "notes.txt").write_text("not an article")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (folder / ".hidden.txt").write_text("x")
    (folder / ".git").mkdir()
    found = taken(folder)
    assert "news/Report.html" in paths(found)
    assert not any("Report_files" in path for path in paths(found))
    assert skipped(found) == {"stylesheet": 1, "asset": 2, "image": 1, "hidden": 2}


def test_broken_links_loops_and_missing_sources_are_named(folder: Path) -> None:
    (folder / "gone.txt").symlink_to(folder / "nothing")
    (folder / "self.txt").symlink_to(folder / "self.txt")
    (folder / "a" / "up").symlink_to(folder)
    found = taken(folder, folder / "missing")
    reasons = dict(rejections(found))
    assert reasons["news/gone.txt"].startswith("a broken link")
    assert reasons["news/self.txt"].startswith("a link that leads back to itself")
    assert "not followed" in reasons["news/a/up"]
    assert reasons["missing"] == "no such file or folder"
    assert paths(found) == ["news/a/one.txt", "news/b.txt"]


def test_folders_within_folders_are_walked_however_deep(tmp_path: Path) -> None:
    here = tmp_path
    for _ in range(600):
        here = here / "d"
        here.mkdir()
    (here / "deep.txt").write_text("Deep down")
    (tmp_path / "d" / "e.txt").write_text("Back up again")
    found = taken(tmp_path)
    assert [path.rpartition("/")[2] for path in paths(found)] == ["deep.txt", "e.txt"]


def test_no_rejection_names_an_absolute_path(folder: Path) -> None:
    found = taken(folder / "missing.txt", folder / "no" / "such.txt", Path("a\0b"))
    assert [source for source, _ in rejections(found)] == ["missing.txt", "such.txt", "a\\x00b"]


def test_a_folder_that_cannot_be_read_is_named_and_the_rest_goes_in(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scandir = os.scandir

    def guarded(path: Path) -> object:
        if Path(path).name == "a":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    found = taken(folder)
    assert rejections(found) == [("news/a", "cannot be read: you have no permission to read it")]
    assert paths(found) == ["news/b.txt"]


def test_names_with_newlines_and_broken_bytes_are_printable(folder: Path) -> None:
    (folder / "two\nlines.txt").write_text("Tram stopped")
    (Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.txt"))).write_text("Cafe shut")
    found = paths(taken(folder))
    assert "news/two\\nlines.txt" in found
    assert "news/caf\\xe9.txt" in found
    assert all(path.isprintable() for path in found)
    assert printable("a\x1b[2Jb") == "a\\x1b[2Jb"


def test_pipes_inside_a_folder_are_passed_by(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert skipped(taken(folder)) == {"pipe": 1}


def test_standard_input_is_read_from_its_beginning() -> None:
    (found,) = taken("-", stdin=io.BytesIO(b"Bridge closed\n\nNobody hurt."))
    assert found.document is not None
    assert (found.document.path, found.locator) == ("-", None)


def test_binary_files_are_rejected_not_skipped(folder: Path) -> None:
    (folder / "x.bin").write_bytes(bytes(range(256)) * 4)
    ((source, reason),) = rejections(taken(folder))
    assert source == "news/x.bin"
    assert reason.startswith("not text: ")


def test_the_archive_is_left_out_of_the_folder_it_stands_in(folder: Path) -> None:
    (folder / "archive").mkdir()
    (folder / "archive" / "x.txt").write_text("x")
    assert len(paths(taken(folder, leave_out=folder / "archive"))) == 2


class TestSidecars:
    def test_a_sidecar_in_the_folder_states_outlet_day_and_address(self, folder: Path) -> None:
        (folder / "sidecar.csv").write_text(
            "path,outlet,date,url,title\n"
            "a/one.txt,The Gull,2031-05-06,https://gull.example/h,Harbour\n"
            "lost.txt,The Gull,,,\n"
        )
        found = taken(folder)
        assert paths(found) == ["news/a/one.txt", "news/b.txt"]
        assert found[1].document is not None
        stated = found[1].document.stated
        assert stated.outlet == ("The Gull", "sidecar")
        assert stated.published == ("2031-05-06", "sidecar")
        assert stated.url == ("https://gull.example/h", "sidecar")
        assert stated.title == ("Harbour", "sidecar")
        assert skipped(found) == {"sidecar": 1}
        ((source, reason),) = rejections(found)
        assert source == "news/sidecar.csv"
        assert "line 3" in reason
        assert "lost.txt" in reason

    def test_a_named_sidecar_may_stand_elsewhere_and_options_weigh_more(
        self, folder: Path, tmp_path: Path
    ) -> None:
        sidecar = tmp_path / "facts.csv"
        sidecar.write_text("path,outlet,date\nnews/b.txt,The Gull,2031-05-06\n")
        options = SourceOptions(outlet="The Tern")
        found = list(walk([folder], options, sidecar=sidecar))
        assert found[1].document is not None
        assert found[1].document.stated.outlet == ("The Tern", "option")
        assert found[1].document.stated.published == ("2031-05-06", "sidecar")

    def test_a_sidecar_named_but_unusable_stops_the_adding(
        self, folder: Path, tmp_path: Path
    ) -> None:
        with pytest.raises(SidecarError, match="not a file"):
            walk([folder], sidecar=tmp_path / "none.csv")
        (tmp_path / "bad.csv").write_text("outlet,date\nx,y\n")
        with pytest.raises(SidecarError, match="no column 'path'"):
            walk([folder], sidecar=tmp_path / "bad.csv")
