"""An index that is damaged, lost or of an older make: it is said, found out, and built anew."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from newsroom import coming_in, filled, page

from corpus.errors import ArchiveError
from index.archive import Archive
from index.postings.format import Mapped
from index.postings.toc import read_toc, write_toc


def shortened(file: Path) -> None:
    """Cut a file in half."""
    data = file.read_bytes()
    file.write_bytes(data[: len(data) // 2])


def emptied(file: Path) -> None:
    """Leave nothing of a file."""
    file.write_bytes(b"")


def overwritten(file: Path) -> None:
    """Replace the bytes of a file by others."""
    file.write_bytes(bytes((byte * 7 + 13) % 256 for byte in file.read_bytes()))


@pytest.mark.parametrize("harm", [shortened, emptied, overwritten])
@pytest.mark.parametrize("kind", ["toc.json", "*.seg"])
def test_a_damaged_index_is_said_to_be_and_is_a_fault(
    tmp_path: Path, kind: str, harm: Callable[[Path], None]
) -> None:
    folder = tmp_path / "archive"
    filled(folder, 6).close()
    (file,) = folder.glob(f"words-*/{kind}")
    harm(file)
    with Archive.open(folder) as archive:
        with pytest.raises(ArchiveError, match="broadsheet reindex"):
            archive.search("boats")
        (fault,) = archive.check()
        assert "reindex" in fault.remedy
        archive.reindex()
        assert archive.check() == []
        assert archive.search("boats").total == 6


def test_every_flipped_byte_of_the_index_is_found_by_check(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    filled(folder, 6).close()
    for file in folder.glob("words-*/*.*"):
        if file.suffix not in (".seg", ".json", ".gone"):
            continue
        sound = file.read_bytes()
        for at in range(0, len(sound), max(1, len(sound) // 12)):
            file.write_bytes(sound[:at] + bytes((sound[at] ^ 4,)) + sound[at + 1 :])
            with Archive.open(folder) as archive:
                assert [fault.remedy for fault in archive.check()] == ["run `broadsheet reindex`"]
        file.write_bytes(sound)
    with Archive.open(folder) as archive:
        assert archive.check() == []
        archive.remove(archive.newest()[0].id)
        archive.add(coming_in(page(70)))
        assert archive.check() == []


QUERIES = (
    "boats",
    "boat* the",
    '"fishing boats"',
    "boats NEAR/9 the",
    "b?ats",
    "boast",
    "nosuchword~",
)


def test_whatever_is_altered_in_the_index_it_answers_or_says_what_is_to_be_done(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "archive"
    filled(folder, 6).close()
    (file,) = folder.glob("words-*/*.seg")
    sound, said = file.read_bytes(), list[str]()
    for at in range(0, len(sound), len(sound) // 150):
        file.write_bytes(sound[:at] + b"\xff\xfe\xfd" + sound[at + 3 :])
        with Archive.open(folder) as archive:
            for query in QUERIES:
                try:
                    archive.search(query, facets=True)
                except ArchiveError as error:
                    said.append(str(error))
    assert len(said) > 100
    assert all("broadsheet reindex" in one for one in said)


def test_a_day_that_is_none_is_damage_too(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    filled(folder, 6).close()
    (file,) = folder.glob("words-*/*.seg")
    days = Mapped(file).array("day")
    file.write_bytes(file.read_bytes().replace(days.tobytes(), b"\x7f" * days.nbytes, 1))
    with (
        Archive.open(folder) as archive,
        pytest.raises(ArchiveError, match="broadsheet reindex"),
    ):
        archive.search("boats")


def test_a_fault_of_the_program_is_not_taken_for_a_damaged_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(*_: object) -> None:
        raise AssertionError("ours")

    with filled(tmp_path / "archive", 6) as archive:
        monkeypatch.setattr("index.spots.spots", faulty)
        with pytest.raises(AssertionError, match="ours"):
            archive.search("boats")
        monkeypatch.setattr("index.postings.tidying.tidy", faulty)
        with pytest.raises(AssertionError, match="ours"):
            archive.add(coming_in(page(70)))


def test_a_lost_index_is_built_anew_by_whoever_may_write(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    filled(folder, 4).close()
    for file in folder.glob("words-*/*"):
        file.unlink()
    with Archive.open(folder) as archive:
        assert archive.search("boats").total == 4
        for place in folder.glob("words-*"):
            shutil.rmtree(place)
        assert archive.search("boats").total == 4
        assert archive.check() == []


def test_an_index_of_an_older_make_asks_for_a_reindex(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    filled(folder, 4).close()
    (file,) = folder.glob("words-*/toc.json")
    toc = read_toc(file.parent)
    assert toc is not None
    write_toc(file.parent, replace(toc, make=1), 0o600)
    with Archive.open(folder) as archive:
        with pytest.raises(ArchiveError, match=r"another version.*broadsheet reindex"):
            archive.search("boats")
        assert [fault.remedy for fault in archive.check()] == ["run `broadsheet reindex`"]
        archive.reindex()
        assert archive.search("boats").total == 4


def test_a_closed_archive_lets_go_of_the_files_of_its_index(tmp_path: Path) -> None:
    descriptors = Path("/proc/self/fd")
    if not descriptors.exists():
        pytest.skip("open files cannot be seen on this system")
    folder = tmp_path / "archive"
    archive = filled(folder, 4)
    assert archive.search("boats").total == 4
    kept = archive._engine()  # somebody still holds it
    archive.close()
    held = Path("/proc/self/maps").read_text() + " ".join(
        str(one.readlink()) for one in descriptors.iterdir() if one.is_symlink()
    )
    assert kept is not None
    assert str(folder) not in held
