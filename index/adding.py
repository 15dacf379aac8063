"""Adding: documents come in one by one, are read, and are kept and indexed batch by batch.

What a batch holds is committed to the records first and searchable right after; only then is
it named as done. A run that is killed loses no batch that was named, and a second run finds
everything that went in unchanged.
"""

from __future__ import annotations

import datetime
import hashlib
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from corpus.sources.values import of_record
from index.book import Book, open_book
from index.connections import Connections
from index.judged import NOTHING_JUDGED
from index.postings import memory
from index.reading_ahead import ReadingAhead
from index.records import Records
from index.reports import Added, AddReport, Rejection
from index.restated import Restating
from index.worked_out import worked_out

if TYPE_CHECKING:
    from corpus.article import Article, Document
    from corpus.layer import Layer
    from index.intake import Intake
    from index.worked_out import Kept, WorkedOut

BATCH_ARTICLES = 250
BATCH_BYTES = 16 << 20
BATCH_SECONDS = 2.0

_REMOVED = "it was removed from this archive; add it with --again to take it back in"

Outcome = Literal["added", "updated", "unchanged", "duplicate"]


@dataclass(frozen=True, slots=True)
class _Ready:
    """A document that was read and waits for its batch."""

    kept: Kept
    reading: Article
    source: str
    line: int | None
    locators: tuple[str, ...]
    place: int  # in the report


@dataclass(frozen=True, slots=True)
class _Met:
    """An article that is known by its bytes, and the place it was met in now."""

    full_id: str
    locator: str


class Adding:
    """One run of adding to one archive."""

    def __init__(
        self,
        connections: Connections,
        records: Records,
        *,
        follow: Callable[[], None],
        tidy: Callable[[int], None] = lambda added: None,
        progress: Callable[[int], None] | None = None,
        again: bool = False,
        processes: int = 1,
    ) -> None:
        self._connections = connections
        self._records = records
        self._follow = follow
        self._tidy = tidy  # writes the index's segments as few; hears how many articles came in
        self._progress = progress
        self._again = again
        self._processes = processes  # that read documents ahead; 1: nobody does
        self._layer: Layer | None = None
        self._seen: set[bytes] = set()
        self._batch: list[_Ready | _Met] = []
        self._places: set[str] = set()  # of the batch
        self._bytes = 0
        self._begun = time.monotonic()
        self._counts: Counter[str] = Counter()
        self._skipped: Counter[str] = Counter()
        self._articles: list[Added | None] = []  # in the order they came
        self._rejected: list[Rejection] = []
        self._restating = Restating(records)

    def run(self, intakes: Iterable[Intake]) -> AddReport:
        """Take in everything; what was committed before an interruption stays."""
        began = time.monotonic()
        self._layer = self._records.layer()
        try:
            ahead = ReadingAhead(self._processes, self._layer, self._is_new)
            for intake, found in ahead.of(intakes):
                self._take(intake, found)
                if self._is_full():
                    self._commit()
        except Exception:
            self._commit()  # what was read before the source broke off is good
            raise
        self._commit()
        self._tidy(self._counts["added"] + self._counts["updated"])
        return AddReport(
            added=self._counts["added"],
            updated=self._counts["updated"],
            unchanged=self._counts["unchanged"],
            duplicates=self._counts["duplicate"],
            skipped=dict(sorted(self._skipped.items())),
            articles=tuple(one for one in self._articles if one is not None),
            rejected=tuple(self._rejected),
            seconds=round(time.monotonic() - began, 3),
            restated=self._restating.end(),
        )

    def _is_new(self, document: Document, digest: bytes) -> bool:
        """Whether a document is likely to be read when its turn comes."""
        known = digest in self._seen or self._records.known(digest.hex())
        return not known and bool(document.text.strip())

    def _take(self, intake: Intake, found: WorkedOut | None) -> None:
        if intake.rejection is not None:
            self._rejected.append(intake.rejection)
        elif intake.skipped is not None:
            self._skipped[intake.skipped] += 1
        elif intake.document is not None:
            self._take_document(intake.document, intake.locator, found)

    def _take_document(
        self, document: Document, locator: str | None, found: WorkedOut | None
    ) -> None:
        digest = hashlib.sha256(document.data)
        full = digest.hexdigest()
        if digest.digest() in self._seen:
            self._meet(full, locator, twice=True)
            self._note(full, document.path, "duplicate")
            self._restating.twice(document, full)
        elif self._records.known(full):
            self._seen.add(digest.digest())
            self._meet(full, locator)
            self._note(full, document.path, "unchanged")
            self._restating.known(document, full)
        elif not document.text.strip():
            self._reject(document, "it is empty: there is no text in it")
        elif not self._again and self._records.was_removed(full):
            self._reject(document, _REMOVED)
        elif (ready := self._read(document, locator, full, found)) is not None:
            self._seen.add(digest.digest())
            self._put(ready, ready.locators)
            self._articles.append(None)
            self._bytes += len(ready.kept.document) + 2 * len(document.text)

    def _meet(self, full: str, locator: str | None, *, twice: bool = False) -> None:
        """Known bytes stand in this place now, whatever stood there before."""
        if locator is None:
            return
        if twice or locator in self._places or not self._records.stands(full, locator):
            self._put(_Met(full, locator), (locator,))

    def _put(self, one: _Ready | _Met, locators: Iterable[str]) -> None:
        if not self._batch:
            self._begun = time.monotonic()
        self._batch.append(one)
        self._places.update(locators)

    def _read(
        self, document: Document, locator: str | None, full: str, read_ahead: WorkedOut | None
    ) -> _Ready | None:
        from index.intake import locator_of_url

        try:
            found = self._records.verdicts([full]).get(full, NOTHING_JUDGED)
            if read_ahead is None or found != NOTHING_JUDGED:
                read_ahead = worked_out(document, found, self._layer)
            reading, kept = read_ahead
        except UnicodeEncodeError:
            self._reject(document, "it holds characters that are no text (lone surrogates)")
            return None
        except ImportError:
            raise  # the program is broken, not the document
        except Exception as error:
            self._reject(document, f"it could not be read: {error or type(error).__name__}")
            return None
        address = locator_of_url(url) if (url := _own_address(document, reading)) else None
        locators = tuple(dict.fromkeys(one for one in (locator, address) if one))
        place = len(self._articles)
        return _Ready(kept, reading, document.path, document.line, locators, place)

    def _is_full(self) -> bool:
        return bool(self._batch) and (
            len(self._batch) >= BATCH_ARTICLES
            or self._bytes >= BATCH_BYTES
            or time.monotonic() - self._begun >= BATCH_SECONDS
        )

    def _commit(self) -> None:
        if not self._batch:
            return
        batch, self._batch, self._bytes = self._batch, [], 0
        self._places.clear()
        if all(
            isinstance(one, _Met) and self._records.stands(one.full_id, one.locator)
            for one in batch
        ):
            return
        with self._connections.lock():
            if self._again:
                self._follow()  # the index forgets what was removed before it comes back
            with open_book(self._connections) as book:
                outcomes = []
                for one in batch:
                    if isinstance(one, _Met):
                        book.stand(one.full_id, one.locator)
                    else:
                        outcomes.append((one, self._keep(book, one)))
            self._follow()
        self._tidy(0)
        memory.give_back()
        for ready, outcome in outcomes:
            if outcome is None:
                self._rejected.append(_rejection(ready.source, ready.line, _REMOVED))
            else:
                self._settle(ready, outcome)
        if self._progress is not None:
            self._progress(self._counts["added"] + self._counts["updated"])

    def _keep(self, book: Book, ready: _Ready) -> Outcome | None:
        # Asked again under the lock: another writer may have been faster.
        if book.one("SELECT 1 FROM articles WHERE id = ?", ready.reading.id):
            for locator in ready.locators:
                book.stand(ready.reading.id, locator)
            return "unchanged"
        if book.one("SELECT 1 FROM removed WHERE id = ?", ready.reading.id):
            if not self._again:
                return None
            book.run("DELETE FROM removed WHERE id = ?", (ready.reading.id,))
        outcome = book.insert(
            ready.kept.document, ready.kept.reading, ready.reading, ready.locators, now()
        )
        book.run(
            "INSERT OR REPLACE INTO traits SELECT seq, ?, ? FROM articles WHERE id = ?",
            (*ready.kept.known_by, ready.reading.id),
        )
        return outcome

    def _note(self, full: str, source: str, outcome: Outcome) -> None:
        self._counts[outcome] += 1
        self._articles.append(Added(full, source, outcome))

    def _settle(self, ready: _Ready, outcome: Outcome) -> None:
        self._counts[outcome] += 1
        self._articles[ready.place] = Added(ready.reading.id, ready.source, outcome)

    def _reject(self, document: Document, reason: str) -> None:
        self._rejected.append(_rejection(document.path, document.line, reason))


def _own_address(document: Document, reading: Article) -> str | None:
    """The address an article is known by: stated beside it or by its page, not met in its text."""
    if document.stated.url is not None:
        return document.stated.url[0]
    if not (document.body_is_html or document.format in ("html", "mhtml")):
        return None
    met = any(line.role == "url" and line.text == reading.url for line in reading.removed)
    if not met:
        return reading.url
    from corpus.html import address_of

    return address_of(document)


class Trying(Adding):
    """A run that says what adding would do, and keeps nothing."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options | {"tidy": lambda added: None})
        self._taken: set[str] = set()  # places of what would have gone in

    def _commit(self) -> None:
        batch, self._batch, self._bytes = self._batch, [], 0
        for one in batch:
            if isinstance(one, _Met):
                self._taken.add(one.locator)
                continue
            known = self._records.knows_place(one.locators) or self._taken & set(one.locators)
            self._settle(one, "updated" if known else "added")
            self._taken.update(one.locators)


def _rejection(path: str, line: int | None, reason: str) -> Rejection:
    """A rejection under the name of the file; a record is named as its format's reader does."""
    if line is None:
        return Rejection(path, reason)
    file, _, number = path.rpartition("#")
    return Rejection(file, of_record(int(number), line, reason))


def now() -> str:
    """This moment, ISO 8601, UTC."""
    return datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
