"""Files of the index: damage is found and said, nothing half-written counts, nothing is run."""

from __future__ import annotations

import json
import os
import pickle
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pieces import engine_of, entries, piece

from corpus.errors import ArchiveError
from index.engine import Engine
from index.postings import format as files
from index.postings.arrays import distinct, ranges, running, steps
from index.postings.toc import read_toc
from index.query.tree import Everything, Word

ARTICLES = [piece(f"harbour {'strike ' * n} number {n}", salt=n) for n in range(5)]


def segment(folder: Path) -> Path:
    (found,) = folder.glob("*.seg")
    return found


@given(st.lists(st.lists(st.integers(0, 10**6), min_size=1, max_size=6), max_size=8))
def test_steps_run_up_to_the_values_they_were_made_of(pieces: list[list[int]]) -> None:
    lengths = np.array([len(one) for one in pieces], np.int64)
    values = np.array([value for one in pieces for value in sorted(one)], np.int64)
    firsts = np.cumsum(lengths) - lengths
    assert running(steps(values, firsts), lengths).tolist() == values.tolist()
    assert distinct(values).tolist() == sorted(set(values.tolist()))
    assert ranges(firsts, lengths).tolist() == list(range(len(values)))


def test_every_damaged_byte_is_found(tmp_path: Path) -> None:
    engine = engine_of(tmp_path / "ix", ARTICLES)
    engine.update([], deleted=[2], last_seq=9)
    assert engine.altered() == []
    for file in [*(tmp_path / "ix").glob("*.seg"), *(tmp_path / "ix").glob("*.gone")]:
        whole = file.read_bytes()
        for at in range(0, len(whole), max(1, len(whole) // 50)):
            file.write_bytes(whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1 :])
            assert engine.altered() == [file.name]
        file.write_bytes(whole)
    assert engine.altered() == []


@pytest.mark.parametrize("length", [0, 7, 40, -1, -30])
def test_a_segment_cut_short_is_refused_with_a_sentence(tmp_path: Path, length: int) -> None:
    engine_of(tmp_path / "ix", ARTICLES).close()
    file = segment(tmp_path / "ix")
    file.write_bytes(file.read_bytes()[:length])
    with pytest.raises(ArchiveError, match="run `broadsheet reindex`"):
        Engine.open(tmp_path / "ix").search(Word("harbour"))


def test_a_segment_of_another_version_is_refused_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine_of(tmp_path / "ix", ARTICLES).close()
    monkeypatch.setattr(files, "VERSION", files.VERSION + 1)
    with pytest.raises(ArchiveError, match=r"another version.*broadsheet reindex"):
        Engine.open(tmp_path / "ix").search(Word("harbour"))


def test_a_table_that_points_outside_its_file_is_refused(tmp_path: Path) -> None:
    engine_of(tmp_path / "ix", ARTICLES).close()
    file = segment(tmp_path / "ix")
    whole = file.read_bytes()
    at, length, _, mark = files._CLOSING.unpack(whole[-files._CLOSING.size :])
    table = json.loads(whole[at : at + length])
    table["arrays"]["seq"][2] = 10**9
    text = json.dumps(table).encode()
    closing = files._CLOSING.pack(at, len(text), zlib.crc32(text), mark)
    file.write_bytes(whole[:at] + text + closing)
    with pytest.raises(ArchiveError, match="does not fit"):
        Engine.open(tmp_path / "ix").ids()


def test_a_table_of_contents_cannot_name_files_elsewhere(tmp_path: Path) -> None:
    engine_of(tmp_path / "ix", ARTICLES).close()
    toc = tmp_path / "ix" / "toc.json"
    toc.write_text(toc.read_text().replace(segment(tmp_path / "ix").name, "../x.seg"))
    with pytest.raises(ArchiveError, match="damaged"):
        Engine.open(tmp_path / "ix")


class Trap:
    """Runs when a pickle of it is read."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, (str(self.file),)


def test_no_pickle_in_an_archive_is_ever_read(tmp_path: Path) -> None:
    sprung = tmp_path / "sprung"
    trap = pickle.dumps(Trap(sprung))
    pickle.loads(trap)
    assert sprung.exists()  # it would
    sprung.rmdir()
    engine = engine_of(tmp_path / "ix", ARTICLES)
    for name in ("_MAIN_1.toc", "_MAIN_9.toc", "x.pickle", "abc.seg", "MAIN_WRITELOCK"):
        (tmp_path / "ix" / name).write_bytes(trap)
    reader = Engine.open(tmp_path / "ix")
    assert reader.search(Everything()).total == 5
    engine.update(entries([piece("ferry")], first=6), last_seq=6)
    engine.purge()
    assert reader.search(Word("ferry")).total == 1
    toc = tmp_path / "ix" / "toc.json"
    toc.write_bytes(trap)
    with pytest.raises(ArchiveError):
        Engine.open(tmp_path / "ix")
    assert not sprung.exists()


def test_a_table_of_contents_names_only_what_was_synced_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: dict[str, int] = {}
    steps_taken: list[str] = []
    sync, put = os.fsync, Path.replace

    def fsync(handle: int) -> None:
        sync(handle)
        file = Path(f"/proc/self/fd/{handle}").readlink()
        synced[file.name] = 0 if file.is_dir() else file.stat().st_size
        steps_taken.append("folder" if file.is_dir() else file.name)

    def replace(self: Path, target: Path) -> Path:
        named = files_named(self)
        assert all(synced.get(name) == (self.parent / name).stat().st_size for name in named)
        assert synced[self.name] == self.stat().st_size
        assert steps_taken[-1] == "folder"  # the names of the new files are on the disk
        steps_taken.append("replaced")
        return put(self, target)

    def files_named(toc: Path) -> set[str]:
        segments = json.loads(toc.read_text())["segments"]
        return {one[part] for one in segments for part in ("file", "gone") if one[part]}

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(Path, "replace", replace)
    engine = engine_of(tmp_path / "ix", ARTICLES * 4, batch=1)
    engine.update([], deleted=[2, 9], last_seq=99)
    engine.purge()
    assert steps_taken.count("replaced") > 22
    assert steps_taken[-1] == "folder"  # and so is the rename
    toc = read_toc(tmp_path / "ix")
    assert toc is not None
    assert {f.name for f in (tmp_path / "ix").iterdir()} == toc.files() | {"toc.json", "LOCK"}
