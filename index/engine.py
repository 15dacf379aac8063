"""The full-text index: takes in articles, answers query trees with numbers of records.

It stands in a folder of its own and is derived: the records can build it anew at any time.
`last_seq` says how far it has followed them. Every search looks through the newest snapshot;
nobody waits for the writer. How the index is kept is the business of `index.postings`.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from corpus.errors import ArchiveError
from corpus.outlets import outlet_key
from index.days import Days
from index.folding import Fold, Groups, others_of, rows_in
from index.outlet_names import SPELT, OutletNames, is_short_for
from index.outside import Outside
from index.postings import policy
from index.postings.arrays import Array, tallied
from index.postings.scoring import Hits, Scoring
from index.postings.seam import Gathering, searcher
from index.postings.snapshot import Snapshot
from index.postings.store import Store
from index.postings.toc import NAME
from index.query.compile import Compiler
from index.query.tree import Node
from index.ranking import page
from index.schema import MAKE, IndexEntry, document, schema
from index.spelling import nearest

if TYPE_CHECKING:
    from index.concordance import Concordance, ContextOrder
    from index.query.rows import Row
    from index.results import Sort
    from index.scores import ScorePart
    from index.spots import Spot

__all__ = ["Engine", "IndexEntry", "Matches"]

NOTHING = Outside()

# What reading altered files comes to, where it is not found out at once: nothing else did in
# 5,250 indexes with 1 to 50 bytes altered. Any other error is a fault of the program.
_DAMAGE = (ValueError, LookupError, OverflowError)


@contextlib.contextmanager
def _explained() -> Iterator[None]:
    """Say of what is wrong with the files what is to be done."""
    try:
        yield
    except _DAMAGE as error:
        raise ArchiveError(
            "The index is damaged; run `broadsheet reindex` to build it anew."
        ) from error
    except OSError as error:
        raise ArchiveError(
            f"The index cannot be read or written ({error.strerror or error}); "
            "run `broadsheet check`, then `broadsheet reindex`."
        ) from error


@dataclass(frozen=True, slots=True)
class Matches:
    """What a query found: the page asked for, and all that match.

    `hits` are (record number, score) in order, `copies` of each hit the other matches that are
    folded under it; `found` all matches by their places in a snapshot of the index, for counting
    what they have in common, `places` those of the hits.
    """

    total: int
    rows: int
    hits: tuple[tuple[int, float], ...]
    places: tuple[int, ...]
    notes: tuple[str, ...]
    found: Hits
    snapshot: Snapshot
    copies: Mapping[int, tuple[int, ...]] = field(default_factory=dict)

    @property
    def numbers(self) -> Array:
        """The record numbers of all matches, in no order."""
        return self.snapshot.column("seq")[self.found.docs]

    @property
    def seqs(self) -> tuple[int, ...]:
        """The same, one by one."""
        return tuple(self.numbers.tolist())

    def spots(self, rows: Sequence[Row]) -> dict[int, Spot | None]:
        """Where the passages of the hits begin that show most of these rows; None: not known."""
        from index.spots import spots

        try:
            found = spots(self.snapshot, rows, self.places)
        except _DAMAGE:  # the texts have it as well
            return {}
        return dict(zip((seq for seq, _ in self.hits), found, strict=True))

    @_explained()
    def labels(self, name: str) -> Counter[str]:
        """How many matches carry each label of a column (outlets, agencies)."""
        return self.snapshot.labels(name, self.found.docs)

    @_explained()
    def outlets(self) -> OutletNames:
        """All outlets there are where these were found."""
        return OutletNames.of_all(self.snapshot)

    @_explained()
    def concordance(
        self, query: Node, sort: Sort, seed: int, outside: Outside, order: ContextOrder
    ) -> Concordance:
        """Every place of the words of the query that found these, in order."""
        from index.concordance import concordance

        compiler = Compiler(self.snapshot, outside)
        return concordance(compiler, query, self.found, sort, seed, order)

    @_explained()
    def groups(self, groups: Groups) -> int:
        """How many groups all matches belong to."""
        return rows_in(groups.placed(self.snapshot), self.found.docs)

    @_explained()
    def largest(self, groups: Groups, limit: int) -> list[tuple[int, int]]:
        """The groups with most of all matches: number of the first article, how many."""
        firsts, counts = tallied(np.sort(groups.placed(self.snapshot)[self.found.docs]))
        best = np.lexsort((firsts, -counts))[:limit]
        return list(zip(firsts[best].tolist(), counts[best].tolist(), strict=True))

    @_explained()
    def days(self) -> Days:
        """The days on which all matches were published."""
        return Days.of(self.snapshot.column("day")[self.found.docs])


class Engine:
    """One full-text index in one folder; may be used from any thread."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._store = Store(folder, schema)
        self._scoring: Scoring | None = None
        self._searcher: tuple[Scoring, Any] | None = None
        self._schema = schema()
        self._lock = threading.RLock()

    @classmethod
    def open(cls, folder: Path, *, create: bool = False) -> Engine:
        """Open the index in a folder; with `create` make an empty one where there is none."""
        engine = cls(folder)
        try:
            former = any(folder.glob("_MAIN_*.toc"))
            toc = engine._store.toc()
            if create and toc is None and not former:
                folder.mkdir(parents=True, exist_ok=True)
                folder.chmod(folder.parent.stat().st_mode & 0o7777)
                engine._store.create(MAKE)
                toc = engine._store.toc()
        except OSError as error:
            raise ArchiveError(
                f"The index {folder} cannot be made ({error.strerror}); "
                "see to the disk and its rights, then run `broadsheet reindex`."
            ) from error
        if toc is None and not former:
            raise ArchiveError(
                "The archive has no index to search; run `broadsheet reindex` to build it."
            )
        if toc is None or toc.make != MAKE:
            raise ArchiveError(
                "The index was built by another version of Broadsheet; "
                "run `broadsheet reindex` to build it anew."
            )
        return engine

    @staticmethod
    def stands_in(folder: Path) -> bool:
        """Whether there is an index in the folder, of whatever make or state."""
        return (folder / NAME).exists() or any(folder.glob("_MAIN_*.toc"))

    # Writing

    def ready(self) -> None:
        """Have the system read the index's files, so that no question waits for the disk."""
        if hasattr(os, "posix_fadvise"):
            for file in self.folder.iterdir():
                with contextlib.suppress(OSError), file.open("rb") as stream:
                    os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_WILLNEED)

    def last_seq(self) -> int:
        """How far the index has followed the records: as of its last whole commit."""
        with self._lock, _explained():
            toc = self._store.toc()
        if toc is None:
            raise ArchiveError("The index is gone; run `broadsheet reindex` to build it anew.")
        return toc.last_seq

    def update(
        self, entries: Iterable[IndexEntry], *, deleted: Iterable[int] = (), last_seq: int
    ) -> None:
        """Take in articles and take out others in one commit; doing it again changes nothing."""
        documents = [(entry.seq, document(entry)) for entry in entries]
        with self._lock, _explained(), self._store.writing() as toc:
            lost = frozenset(deleted) | {seq for seq, _ in documents if seq <= toc.last_seq}
            if not documents and not (lost and lost & self.ids()):
                self._store.follow(last_seq)
                return
            self._store.commit([values for _, values in documents], lost, last_seq)
            self._store.merge(policy.tiered)

    def tidy(self, added: int = 0) -> None:
        """Write many segments as few without holding anybody up, after so many articles came in.

        Without a number only sizes that have become many are written as one. What cannot be
        tidied stays as it is, and answers as before; `altered` finds what is wrong with it.
        """
        from index.postings.tidying import tidy

        with contextlib.suppress(ArchiveError, OSError, *_DAMAGE):
            tidy(Store(self.folder, schema), policy.after(added) if added else policy.beside)

    def purge(self) -> None:
        """Rewrite what holds deleted articles, so that nothing of them stays on the disk."""
        with self._lock, _explained(), self._store.writing():
            self._store.merge(policy.with_deleted)

    def compact(self) -> None:
        """Write what many commits left as few segments; for when nobody waits for the lock."""
        with self._lock, _explained(), self._store.writing():
            self._store.merge(policy.whole)

    # Reading

    @_explained()
    def ids(self) -> set[int]:
        """The numbers of the records it holds."""
        snapshot = self._scored().snapshot
        return set(snapshot.column("seq")[snapshot.everything].tolist())

    def search(
        self,
        query: Node,
        *,
        sort: Sort = "relevance",
        limit: int = 20,
        offset: int = 0,
        seed: int = 0,
        outside: Outside = NOTHING,
        fold: Fold = "none",
        behind: Collection[int] = (),
        among: Collection[int] | None = None,
    ) -> Matches:
        """The records that answer a query; `outside` knows names, marks, tags and stories.

        With `fold`, `limit` and `offset` count rows: one for all copies of a text, or for all
        articles on one event. Those of `behind` come last in the orders by day. With `among` only
        these records are looked at.
        """
        scoring = self._scored()
        snapshot, gathering = scoring.snapshot, Gathering()
        compiler = Compiler(snapshot, outside)
        with _explained():
            self._searcher_of(scoring).search_with_collector(compiler.query(query), gathering)
            found = gathering.hits
            if among is not None:
                found = _those(found, np.isin(snapshot.column("seq")[found.docs], list(among)))
            groups = None if fold == "none" else _placed(outside.groups(fold), snapshot)
            shown = page(snapshot, found, sort, seed, limit, offset, groups, behind)
        seqs = snapshot.column("seq")
        others = {} if groups is None else others_of(groups, found.docs, [doc for doc, _ in shown])
        return Matches(
            total=len(found.docs),
            rows=len(found.docs) if groups is None else rows_in(groups, found.docs),
            hits=tuple((int(seqs[doc]), score) for doc, score in shown),
            copies={int(seqs[doc]): tuple(seqs[near].tolist()) for doc, near in others.items()},
            places=tuple(doc for doc, _ in shown),
            notes=tuple(compiler.notes),
            found=found,
            snapshot=snapshot,
        )

    def score_parts(self, query: Node, seq: int, outside: Outside) -> tuple[ScorePart, ...]:
        """What each part of a query adds to the score of one article."""
        from index.scores import score_parts

        with _explained():
            return score_parts(self._scored(), query, outside, seq)

    @_explained()
    def spelling(self, word: str) -> str | None:
        """The word of the index most like one it does not hold, or None."""
        return nearest(self._scored().snapshot, word)

    @_explained()
    def words_beginning(self, prefix: str, limit: int) -> list[tuple[str, int]]:
        """Folded words of the texts that begin so, those in most articles first."""
        from index.postings.forms import frequent

        return frequent(self._scored().snapshot, prefix, limit)

    @_explained()
    def outlets(self) -> OutletNames:
        """The outlets with their spellings, as `outlet:` finds them."""
        return OutletNames.of_all(self._scored().snapshot)

    @_explained()
    def nearest_outlet(self, name: str) -> str | None:
        """The key of the outlet whose name is spelt most like one that there is not."""
        from rapidfuzz import fuzz, process

        known = sorted(self.outlets().spellings)
        asked = outlet_key(name)
        if len(asked) < 2:
            return None
        if short := next((one for one in known if is_short_for(asked, one)), None):
            return short
        if len(asked) < SPELT:
            return None
        near = process.extractOne(asked, known, scorer=fuzz.ratio, score_cutoff=60)
        if near:
            return str(near[0])
        of_word = {word: one for one in reversed(known) for word in one.split()}
        words = [word for word in of_word if len(word) >= SPELT]
        near = process.extractOne(asked, words, scorer=fuzz.ratio, score_cutoff=75)
        return of_word[near[0]] if near else None

    def holds_any(self) -> bool:
        """Whether there is anything to search."""
        return bool(self._scored().snapshot.count)

    def altered(self) -> list[str]:
        """Files that are no longer as they were written; reads them whole."""
        with self._lock, _explained():
            return self._store.altered()

    def close(self) -> None:
        """Let go of the files."""
        with self._lock:
            self._store.close()
            self._scoring = self._searcher = None

    def _scored(self) -> Scoring:
        """The index as it is now, with what its scores rest on."""
        with self._lock, _explained():
            snapshot = self._store.snapshot()
            if self._scoring is None or self._scoring.snapshot is not snapshot:
                self._scoring = Scoring(snapshot)
            return self._scoring

    def _searcher_of(self, scoring: Scoring) -> Any:
        with self._lock:
            if self._searcher is None or self._searcher[0] is not scoring:
                self._searcher = scoring, searcher(scoring, self._schema)
            return self._searcher[1]


def _those(hits: Hits, wanted: Array) -> Hits:
    """Some of the hits with their scores."""
    docs = hits.docs[wanted]
    return Hits(docs, hits.scores_of(docs) if hits.scored else None)


def _placed(groups: Groups | None, snapshot: Snapshot) -> Array | None:
    return None if groups is None else groups.placed(snapshot)
