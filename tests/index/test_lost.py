"""An archive that goes away while it is open, and comes back."""

from __future__ import annotations

from pathlib import Path

import pytest
from newsroom import coming_in, page

from index.archive import Archive
from index.connections import Gone


def test_an_archive_that_was_moved_is_lost_until_it_is_back(tmp_path: Path) -> None:
    place, other = tmp_path / "archive", tmp_path / "elsewhere"
    with Archive.open(place, create=True) as archive:
        archive.add(coming_in(page(1)))
        assert not archive.lost()
        place.rename(other)
        assert archive.lost()
        assert not archive.reopen()
        other.rename(place)
        assert not archive.lost(), "the very same file is in its place"
        assert archive.search("regatta").total == 1


def test_an_archive_that_was_copied_back_is_opened_anew(tmp_path: Path) -> None:
    import shutil

    place, other = tmp_path / "archive", tmp_path / "elsewhere"
    with Archive.open(place, create=True) as archive:
        archive.add(coming_in(page(1)))
        assert archive.search("regatta").total == 1
        shutil.copytree(place, other)
        shutil.rmtree(place)
        assert archive.lost()
        shutil.copytree(other, place)
        assert archive.lost(), "what is open is another file"
        assert archive.reopen()
        assert not archive.lost()
        assert archive.search("regatta").total == 1
        archive.add(coming_in(page(2)))
        assert archive.search("regatta").total == 2


def test_nothing_is_written_where_an_archive_is_only_not_mounted(tmp_path: Path) -> None:
    place = tmp_path / "archive"
    with Archive.open(place, create=True) as archive:
        archive.add(coming_in(page(1)))
        place.rename(tmp_path / "elsewhere")
        place.mkdir()  # the empty folder that a disk was mounted on
        assert archive.lost()
        with pytest.raises(Gone, match="not there any more"):
            archive.add(coming_in(page(2)))
        assert list(place.iterdir()) == []
