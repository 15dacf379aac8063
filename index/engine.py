"""The full-text index: takes in articles, answers query trees with numbers of records.

It stands in a folder of its own and is derived: the records can build it anew at any time.
`last_seq` says how far it has followed them. Every search looks through a fresh searcher when
the index has changed; nobody waits for the writer.
"""

from __future__ import annotations

import contextlib
import pickle
import struct
import threading
import time
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from whoosh import index as whoosh_index
from whoosh.filedb.filestore import FileStorage

from corpus.errors import ArchiveError
from index import merging
from index.analysis import form
from index.progress import Progress
from index.query.compile import Compiler, Marked, Names
from index.query.matching import Columns, IdSet, segments
from index.query.shapes import Exactly, words_beginning
from index.query.tree import Node
from index.ranking import Gathering, page
from index.results import Sort
from index.schema import MAKE, TEXT_FIELDS, IndexEntry, document, outlet_key, schema

__all__ = ["Engine", "IndexEntry", "Matches"]

_TRIES = 5  # a writer may clear away the files of the state that is just being opened
_PAUSE = 0.02  # seconds
_DAMAGE = (
    whoosh_index.IndexError, pickle.UnpicklingError, struct.error, zlib.error, EOFError,
    ValueError, LookupError, AttributeError, TypeError, AssertionError, ImportError, OverflowError,
)  # what reading altered files comes to  # fmt: skip


@dataclass(frozen=True, slots=True)
class Matches:
    """What a query found: the page asked for, and the numbers of all that match.

    `hits` are (record number, score) in order; `seqs` all matches, in no order.
    """

    total: int
    hits: tuple[tuple[int, float], ...]
    seqs: tuple[int, ...]
    notes: tuple[str, ...]


class _Storage(FileStorage):  # type: ignore[misc]
    """Files with the rights of the folder they stand in, whatever the writer's umask."""

    def create_file(self, name: str, *arguments: Any, **options: Any) -> Any:
        file = super().create_file(name, *arguments, **options)
        folder = Path(self.folder)
        with contextlib.suppress(OSError):
            (folder / name).chmod(folder.stat().st_mode & 0o666)
        return file


class Engine:
    """One full-text index in one folder; may be used from any thread."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._storage = _Storage(str(folder))
        self._index: Any = None
        self._progress = Progress(folder)
        self._columns = Columns()
        self._searcher: Any = None
        self._generation = -1
        self._lock = threading.RLock()

    @classmethod
    def open(cls, folder: Path, *, create: bool = False) -> Engine:
        """Open the index in a folder; with `create` make an empty one where there is none."""
        engine = cls(folder)
        try:
            if create and not cls.stands_in(folder):
                folder.mkdir(parents=True, exist_ok=True)
                folder.chmod(folder.parent.stat().st_mode & 0o7777)
                engine._progress.begin(MAKE)
                engine._storage.create_index(schema())
        except OSError as error:
            raise ArchiveError(
                f"The index {folder} cannot be made ({error.strerror}); "
                "see to the disk and its rights, then run `broadsheet reindex`."
            ) from error
        if not cls.stands_in(folder):
            raise ArchiveError(
                "The archive has no index to search; run `broadsheet reindex` to build it."
            )
        if engine._progress.make() != MAKE:
            raise ArchiveError(
                "The index was built by another version of Broadsheet; "
                "run `broadsheet reindex` to build it anew."
            )
        with engine._broken():
            engine._index = engine._storage.open_index()
        return engine

    @staticmethod
    def stands_in(folder: Path) -> bool:
        """Whether there is an index in the folder, of whatever make or state."""
        tries = _TRIES if folder.exists() else 0  # it may be listed while it changes
        return any(any(folder.glob("_MAIN_*.toc")) for _ in range(tries))

    # Writing

    def last_seq(self) -> int:
        """How far the index has followed the records: as of its last whole commit."""
        with self._broken():
            return self._progress.reached(self._newest_commit())

    def update(
        self, entries: Iterable[IndexEntry], *, deleted: Iterable[int] = (), last_seq: int
    ) -> None:
        """Take in articles and take out others in one commit; doing it again changes nothing."""
        held = self.last_seq()
        documents = [(entry.seq, document(entry)) for entry in entries]
        lost = frozenset(deleted) | {seq for seq, _ in documents if seq <= held}
        with self._lock, self._broken():
            if not documents and not (lost and lost & self.ids()):
                self._progress.record(self._newest_commit(), last_seq)
                return
            self._commit([values for _, values in documents], lost, last_seq, merging.tiered)

    def purge(self) -> None:
        """Rewrite what holds deleted articles, so that nothing of them stays on the disk."""
        with self._lock, self._broken():
            self._commit([], frozenset(), self.last_seq(), merging.without_deleted)

    def _commit(
        self,
        documents: list[dict[str, object]],
        lost: frozenset[int],
        last_seq: int,
        merge: merging.Policy,
    ) -> None:
        generation = self._newest_commit()
        writer = self._index.writer(timeout=10.0, limitmb=16)
        try:
            if lost:
                writer.delete_by_query(IdSet(self._columns, lost))
            for values in documents:
                writer.add_document(**values)
            # Said before the commit, for the generation the commit will make: a process killed
            # on either side finds the number that belongs to the files it finds.
            self._progress.record(generation + 1, last_seq)
            writer.commit(mergetype=merge)
            self._progress.seal()
            for unfinished in self.folder.glob("_MAIN_*.toc.*"):  # of a writer that was killed
                unfinished.unlink(missing_ok=True)
        except BaseException:
            with contextlib.suppress(Exception):
                writer.cancel()
            raise

    # Reading

    def ids(self) -> set[int]:
        """The numbers of the records it holds."""
        with self._searching() as searcher:
            return {
                column[number]
                for leaf in segments(searcher)
                for column in [self._columns.of(leaf.reader(), "seq")]
                for number in leaf.reader().all_doc_ids()
            }

    def search(
        self,
        query: Node,
        *,
        sort: Sort = "relevance",
        limit: int = 20,
        offset: int = 0,
        seed: int = 0,
        names: Names = lambda field, name, whole: (),
        marked: Marked = lambda what: None,
    ) -> Matches:
        """The records that answer a query.

        `names` finds those that name an entity, `marked` those that bear a mark.
        """
        with self._searching() as searcher:
            compiler = Compiler(searcher, self._columns, names, marked)
            gathering = Gathering(self._columns)
            searcher.search_with_collector(compiler.query(query), gathering)
            found = gathering.found
            return Matches(
                total=len(found),
                hits=tuple(
                    (seq, score) for score, _, _, seq in page(found, sort, seed, limit, offset)
                ),
                seqs=tuple(seq for _, _, _, seq in found),
                notes=tuple(compiler.notes),
            )

    def altered(self) -> list[str]:
        """Files that are no longer as they were written."""
        with self._broken():
            return self._progress.altered()

    def spelling(self, word: str) -> str | None:
        """The word of the index most like one it does not hold, or None."""
        if len(word) < 3:
            return None
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        with self._searching() as searcher:
            readers = [leaf.reader() for leaf in segments(searcher)]
            known: set[str] = set()
            for reader in readers:
                known |= words_beginning(reader, TEXT_FIELDS, word[:1])
            known.discard(word)
            near = process.extract(
                word, known, scorer=OSA.distance, limit=20,
                score_cutoff=1 if len(word) < 5 else 2,
            )  # fmt: skip
            if not near:
                return None
            least = min(distance for _, distance, _ in near)
            nearest = [spelt for spelt, distance, _ in near if distance == least]
            return max(sorted(nearest), key=lambda spelt: self._frequency(readers, spelt))

    def nearest_outlet(self, name: str) -> str | None:
        """The key of the outlet whose name is spelt most like one that there is not."""
        from rapidfuzz import fuzz, process

        with self._searching() as searcher:
            known = sorted(Compiler(searcher, self._columns, lambda *_: ()).values("outlet"))
        near = process.extractOne(outlet_key(name), known, scorer=fuzz.ratio, score_cutoff=60)
        return str(near[0]) if near else None

    def holds_any(self) -> bool:
        """Whether there is anything to search."""
        with self._searching() as searcher:
            return bool(searcher.doc_count())

    def close(self) -> None:
        """Let go of the files."""
        with self._lock:
            if self._searcher is not None:
                self._searcher.close()
            self._searcher, self._generation = None, -1

    def _frequency(self, readers: list[Any], word: str) -> int:
        shape = Exactly(form(word))
        return sum(
            reader.doc_frequency("body", key)
            for reader in readers
            for key, _ in shape.forms(reader, "body")
        )

    # The files

    def _newest_commit(self) -> int:
        for attempt in range(_TRIES):
            number = int(self._index.latest_generation())
            if number >= 0:
                return number
            time.sleep(_PAUSE * (attempt + 1))  # the folder was listed while it changed
        raise ArchiveError("The index is gone; run `broadsheet reindex` to build it anew.")

    @contextlib.contextmanager
    def _searching(self) -> Iterator[Any]:
        with self._lock, self._broken():
            yield self._fresh()

    def _fresh(self) -> Any:
        """A searcher over the index as it is now (Whoosh's own `refresh` gives wrong answers)."""
        for attempt in range(_TRIES):
            generation = self._newest_commit()
            if self._searcher is not None and generation == self._generation:
                return self._searcher
            try:
                searcher = self._index.searcher()
            except (OSError, whoosh_index.EmptyIndexError):
                if attempt == _TRIES - 1:
                    raise
                time.sleep(_PAUSE * (attempt + 1))
                continue
            self.close()
            self._searcher, self._generation = searcher, generation
            self._columns.keep_only(
                {str(leaf.reader().segment().segment_id()) for leaf in segments(searcher)}
            )
        return self._searcher

    @contextlib.contextmanager
    def _broken(self) -> Iterator[None]:
        try:
            yield
        except whoosh_index.LockError as error:
            raise ArchiveError(
                "Another process is writing to the index; try again in a moment."
            ) from error
        except OSError as error:
            raise ArchiveError(
                f"The index cannot be read or written ({error.strerror or error}); "
                "run `broadsheet check`, then `broadsheet reindex`."
            ) from error
        except _DAMAGE as error:
            raise ArchiveError(
                "The index is damaged; run `broadsheet reindex` to build it anew."
            ) from error
