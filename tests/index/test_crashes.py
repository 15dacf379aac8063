"""A machine that stops at any moment leaves an index that is whole, as of some commit.

Two ways to stop: the process is killed before one of its file operations, and the disk forgets
whatever was not synced.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pieces import entries, piece

from index.engine import Engine
from index.postings import policy
from index.postings.toc import read_toc
from index.query.tree import Word

ARTICLES = [piece(f"harbour number {n}", salt=n) for n in range(33)]
POINTS = 100
OPERATIONS = {"open", "os.rename", "os.remove", "os.truncate", "os.chmod"}  # heard by audit hooks


def work(folder: Path, named: Callable[[int], None] = lambda last: None) -> None:
    """Commits of three articles, deletions, merges under the lock and beside it, a purge."""
    engine = Engine.open(folder, create=True)
    numbered = entries(ARTICLES)
    for start in range(0, len(numbered), 3):
        part = numbered[start : start + 3]
        gone = [start - 2] if start else []
        engine.update(part, deleted=gone, last_seq=part[-1].seq)
        named(part[-1].seq)
        if start % 9 == 6:
            engine.tidy(added=len(ARTICLES))
    engine.purge()
    engine.compact()


def expected(last: int) -> set[int]:
    """The articles that are there after the commit that ended with this one."""
    return set(range(1, last + 1)) - set(range(1, last - 3, 3))


def assert_whole(folder: Path, at_least: int) -> None:
    engine = Engine.open(folder, create=True)
    last = engine.last_seq()
    assert last >= at_least
    assert engine.ids() == expected(last)
    assert set(engine.search(Word("harbour"), limit=50).seqs) == expected(last)
    assert engine.altered() == []
    engine.close()


def killed_at(folder: Path, point: int, said: Path) -> bool:
    """Do the work in a process that dies before its operation of this number; whether it did."""
    child = os.fork()
    if not child:
        count = 0

        def hear(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal count
            if event in OPERATIONS and str(folder) in str(arguments[0]):
                count += 1
                if count == point:
                    os.kill(os.getpid(), signal.SIGKILL)

        try:
            sys.addaudithook(hear)
            work(folder, lambda last: said.write_text(str(last), encoding="ascii") and None)
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def test_killed_before_any_of_its_operations_the_index_is_whole_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(policy, "TOGETHER", 3)
    work(tmp_path / "warm")  # what is loaded late is loaded before the processes part
    points = 0
    while points < POINTS:
        folder, said = tmp_path / f"ix{points}", tmp_path / f"said{points}"
        if not killed_at(folder, points + 1, said):
            break
        points += 1
        named = int(said.read_text("ascii")) if said.exists() else 0
        if folder.exists():
            assert_whole(folder, named)
        with_more(folder)
        toc = read_toc(folder)
        assert toc is not None
        known = toc.files() | {"toc.json", "LOCK", "TIDYING"}
        assert {file.name for file in folder.iterdir()} <= known
    assert points == POINTS


def with_more(folder: Path) -> None:
    """The next writer, who does all of the work, clears away what is left."""
    engine = Engine.open(folder, create=True)
    fresh = entries([piece("harbour again", salt="more")], first=100)
    engine.update(fresh, deleted=engine.ids(), last_seq=100)
    engine.tidy(added=1)
    assert engine.ids() == {100}
    engine.close()


class ForgetfulDisk:
    """What a disk holds of one folder when all that was not synced is forgotten."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.contents: dict[int, bytes] = {}  # by inode, as last synced
        self.names: dict[str, int] = {}  # as last synced

    def synced(self, handle: int) -> None:
        place = Path(f"/proc/self/fd/{handle}").resolve()
        if place == self.folder:
            self.names = self.now()
        elif place.parent == self.folder:
            self.contents[os.fstat(handle).st_ino] = place.read_bytes()

    def now(self) -> dict[str, int]:
        return {entry.name: entry.inode() for entry in os.scandir(self.folder)}

    def images(self, place: Path) -> Iterator[Path]:
        """The folder after a crash: with the names as synced, and with names that came first."""
        for number, names in enumerate((self.names, self.now())):
            image = place / f"image{number}"
            image.mkdir(parents=True)
            for name, inode in names.items():
                (image / name).write_bytes(self.contents.get(inode, b""))
            yield image


def test_what_a_disk_keeps_of_an_unfinished_commit_is_a_whole_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(policy, "TOGETHER", 3)
    folder, sync, images = tmp_path / "ix", os.fsync, 0
    Engine.open(folder, create=True).close()
    disk, last = ForgetfulDisk(folder), 0
    for name, inode in disk.now().items():  # an empty index that is safe already
        disk.contents[inode] = (folder / name).read_bytes()
    disk.names = disk.now()

    def forgetting(handle: int) -> None:
        nonlocal images
        for moment in ("before", "after"):
            if moment == "after":
                sync(handle)
                disk.synced(handle)
            for image in disk.images(tmp_path / f"{images}-{moment}"):
                assert_whole(image, last)
        images += 1

    def named(seq: int) -> None:
        nonlocal last
        last = seq

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", forgetting)
        work(folder, named)
    assert images > 40
    assert_whole(folder, 33)
