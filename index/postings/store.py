"""The files of an index in their folder: commits by the writer, snapshots for readers.

A commit writes new files, syncs them, then replaces the table of contents. Readers hold what
the table named when they opened it; when it has changed they open what is new and keep the
rest. What a writer that was killed left behind is cleared away by the next.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from corpus.errors import ArchiveError
from index.postings import memory, policy
from index.postings.arrays import Array
from index.postings.deletions import write_gone
from index.postings.format import checksum
from index.postings.segment import Segment
from index.postings.snapshot import Snapshot
from index.postings.toc import NAME, Entry, Toc, parsed, toc_bytes, write_toc

if TYPE_CHECKING:
    from index.postings.vocabulary import Vocabulary

PATIENCE = 10.0  # seconds a second writer waits
LOCK = "LOCK"
_TRIES = 5  # a writer may clear away the files of the state that is just being opened
_PAUSE = 0.02  # seconds


class Store:
    """One index in one folder."""

    def __init__(self, folder: Path, schema: Callable[[], Any]) -> None:
        memory.keep()
        self.folder = folder
        self.schema = schema
        self._vocabulary: Vocabulary | None = None  # only a writer needs one
        self._read: tuple[bytes, Toc] | None = None
        self._segments: dict[str, Segment] = {}
        self._snapshot: tuple[int, Snapshot] | None = None

    # Reading

    def toc(self) -> Toc | None:
        """The table of contents as it is now; None where there is no index."""
        text = toc_bytes(self.folder)
        if text is None:
            return None
        if self._read is None or self._read[0] != text:
            self._read = text, parsed(text)
        return self._read[1]

    def snapshot(self) -> Snapshot:
        """The index as it is now."""
        for attempt in range(_TRIES):
            toc = self.toc()
            if toc is None:
                break
            if self._snapshot is not None and self._snapshot[0] == toc.generation:
                return self._snapshot[1]
            try:
                segments = [self._segment(entry) for entry in toc.segments]
            except FileNotFoundError:
                if attempt == _TRIES - 1:
                    raise
                time.sleep(_PAUSE * (attempt + 1))
                continue
            self._segments = {segment.entry.file: segment for segment in segments}
            self._snapshot = toc.generation, Snapshot(segments)
            return self._snapshot[1]
        raise ArchiveError("The index is gone; run `broadsheet reindex` to build it anew.")

    def altered(self) -> list[str]:
        """Files that do not have the checksum they were written with."""
        found = []
        for entry in self.current().segments:
            for name, check in ((entry.file, entry.check), (entry.gone, entry.gone_check)):
                if name and checksum(self.folder / name) != check:
                    found.append(name)
        return found

    def close(self) -> None:
        """Let go of the files."""
        self._segments, self._snapshot, self._read = {}, None, None

    def _segment(self, entry: Entry) -> Segment:
        known = self._segments.get(entry.file)
        if known is None or (known.entry.gone and not entry.gone):
            return Segment(self.folder, entry)
        return known.with_deletions(self.folder, entry)

    # Writing

    def create(self, make: int) -> None:
        """Make an empty index."""
        write_toc(self.folder, Toc(make), self.mode())

    @contextlib.contextmanager
    def writing(self) -> Iterator[Toc]:
        """Hold the writer's lock, with the table as it stands; leftovers are cleared away."""
        handle = os.open(self.folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, self.mode())
        try:
            self._wait(handle)
            toc = self.current()
            self._clear(toc)
            yield toc
        finally:
            os.close(handle)

    def follow(self, last_seq: int) -> None:
        """Write down that the index is further on in the records, without other changes."""
        write_toc(self.folder, self.current().followed(last_seq), self.mode())

    def commit(
        self, documents: Sequence[Mapping[str, Any]], lost: frozenset[int], last_seq: int
    ) -> None:
        """Take in documents and delete others by their number in the records, all at once."""
        toc = self.current()
        entries = [self._without(segment, lost) for segment in self.snapshot().segments]
        if documents:
            from index.postings.vocabulary import Vocabulary
            from index.postings.writer import write_segment

            self._vocabulary = self._vocabulary or Vocabulary()
            file = self.fresh_name()
            check = write_segment(
                self.folder / file, documents, self.schema(), self._vocabulary, self.mode()
            )
            entries.append(Entry(file, len(documents), check))
        self.replace(toc, entries, last_seq)

    def merge(self, choose: Callable[[Sequence[Entry]], list[Entry]] = policy.tiered) -> None:
        """Write those segments as one that a policy chooses."""
        from index.postings.merge import merge_segments

        toc = self.current()
        chosen = {entry.file for entry in choose(toc.segments)}
        if not chosen:
            return
        merged = [one for one in self.snapshot().segments if one.entry.file in chosen]
        entries = [entry for entry in toc.segments if entry.file not in chosen]
        if any(one.entry.live for one in merged):
            file = self.fresh_name()
            check = merge_segments(self.folder / file, merged, self.schema(), self.mode())
            entries.append(Entry(file, sum(one.entry.live for one in merged), check))
        self.replace(toc, entries, toc.last_seq)

    def replace(self, toc: Toc, entries: Sequence[Entry], last_seq: int) -> None:
        """Make these segments the index, and take away the files that are no part of it now."""
        fresh = toc.changed(tuple(entries), last_seq)
        write_toc(self.folder, fresh, self.mode())
        for file in toc.files() - fresh.files():
            (self.folder / file).unlink(missing_ok=True)

    def _without(self, segment: Segment, lost: frozenset[int]) -> Entry:
        entry = segment.entry
        if not lost:
            return entry
        hit = np.isin(segment.column("seq"), np.fromiter(lost, np.int64, len(lost)))
        if segment.gone is not None:
            hit = hit | segment.gone
        count = int(np.count_nonzero(hit))
        return entry if count == entry.gone_count else self.deleting(entry, hit)

    def deleting(self, entry: Entry, gone: Array) -> Entry:
        """A segment with these articles deleted, written down in a file beside it."""
        if not gone.any():
            return entry
        file = f"{entry.file.removesuffix('.seg')}-{os.urandom(3).hex()}.gone"
        check = write_gone(self.folder / file, gone, self.mode())
        count = int(np.count_nonzero(gone))
        return replace(entry, gone=file, gone_count=count, gone_check=check)

    def current(self) -> Toc:
        """The table of contents as it is now; an error where there is no index."""
        toc = self.toc()
        if toc is None:
            raise ArchiveError("The index is gone; run `broadsheet reindex` to build it anew.")
        return toc

    def _clear(self, toc: Toc) -> None:
        """Take away what a killed writer left: files that no table names."""
        known = toc.files() | {NAME, LOCK}
        for file in self.folder.iterdir():
            if file.name not in known and file.suffix in (".seg", ".gone", ".new"):
                file.unlink(missing_ok=True)

    def _wait(self, handle: int) -> None:
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return
            except BlockingIOError:
                if time.monotonic() >= deadline:
                    raise ArchiveError(
                        "Another process is writing to the index; try again in a moment."
                    ) from None
            time.sleep(_PAUSE)

    def fresh_name(self) -> str:
        """A name for a new segment."""
        return f"{os.urandom(6).hex()}.seg"

    def mode(self) -> int:
        """The rights of a new file."""
        return self.folder.stat().st_mode & 0o666
