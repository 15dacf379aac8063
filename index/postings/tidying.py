"""Few segments out of many, while others go on writing and reading.

Writing segments anew takes seconds, sometimes minutes; the writer's lock is held only for the
moment in which the new segment takes their place. What was deleted meanwhile is deleted from
the new one too; if one of the old ones is gone by then, the work is thrown away. One process at
a time tidies an index; whoever comes second leaves it to the first.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from index.postings.arrays import Array
from index.postings.merge import merge_segments
from index.postings.segment import Segment
from index.postings.store import Store
from index.postings.toc import Entry

LOCK = "TIDYING"
UNFINISHED = ".merged"


def tidy(store: Store, choose: Callable[[Sequence[Entry]], list[Entry]]) -> bool:
    """Write those segments as one that a policy chooses; whether there were any."""
    with _alone(store) as alone:
        if not alone:
            return False
        chosen = {entry.file for entry in choose(store.current().segments)}
        old = [one for one in store.snapshot().segments if one.entry.file in chosen]
        if not any(one.entry.live for one in old):
            return False
        fresh = store.folder / f"{store.fresh_name()}{UNFINISHED}"
        try:
            check = merge_segments(fresh, old, store.schema(), store.mode())
            return _take_their_place(store, old, fresh, check)
        finally:
            fresh.unlink(missing_ok=True)


def _take_their_place(store: Store, old: Sequence[Segment], fresh: Path, check: int) -> bool:
    with store.writing() as toc:
        now = {entry.file: entry for entry in toc.segments}
        if any(one.entry.file not in now for one in old):
            return False
        file = fresh.with_suffix("")
        fresh.rename(file)
        entry = Entry(file.name, sum(one.entry.live for one in old), check)
        entry = store.deleting(entry, _deleted_since(store, old))
        merged = {one.entry.file for one in old}
        others = [entry for entry in toc.segments if entry.file not in merged]
        store.replace(toc, [*others, entry], toc.last_seq)
        return True


def _deleted_since(store: Store, old: Sequence[Segment]) -> Array:
    """Of every article that was alive when the work began whether it was deleted since."""
    now = {one.entry.file: one for one in store.snapshot().segments}
    marks = []
    for one in old:
        gone = now[one.entry.file].gone
        marks.append(np.zeros(len(one.kept), bool) if gone is None else gone[one.kept])
    return np.concatenate(marks)


@contextlib.contextmanager
def _alone(store: Store) -> Iterator[bool]:
    """Whether nobody else is tidying; what a killed one left is taken away."""
    handle = os.open(store.folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, store.mode())
    if os.fstat(handle).st_uid == os.geteuid():
        os.fchmod(handle, store.mode())  # whatever the umask: others of a group tidy too
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        yield False
        return
    try:
        for file in store.folder.glob(f"*{UNFINISHED}"):
            file.unlink(missing_ok=True)
        yield True
    finally:
        os.close(handle)
