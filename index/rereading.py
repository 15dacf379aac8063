"""Reading anew from the originals, where rules, layer or recogniser are newer than a reading.

Ids, originals and judgements stay; what changed is said article by article. Every batch is
committed and searchable before the next begins, so an interrupted run is taken up again by
calling it again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpus.article import Article
from index import packing
from index.aliases import own_aliases
from index.book import Book, names_hold, open_book
from index.connections import Connections
from index.evidence import Evidence
from index.judged import NOTHING_JUDGED, Verdict, headed, judged
from index.records import Records
from index.reports import Change, Reread, RereadReport
from index.worked_out import read

if TYPE_CHECKING:
    from corpus.layer import Layer

BATCH = 50  # articles; an HTML page takes 50 ms


@dataclass(frozen=True, slots=True)
class _Anew:
    """One article read anew outside the lock."""

    seq: int
    found: Verdict
    before: Article
    after: Article


class Rereading:
    """One run over the articles of one archive."""

    def __init__(
        self,
        connections: Connections,
        records: Records,
        *,
        follow: Callable[[], None],
        progress: Callable[[int, int], None] | None = None,
        dry_run: bool = False,
    ) -> None:
        self._connections = connections
        self._records = records
        self._evidence = Evidence(connections)
        self._follow = follow
        self._progress = progress
        self._dry_run = dry_run

    def run(
        self,
        ids: Iterable[str] | None,
        layer: Layer | None,
        *,
        everything: bool = False,
        names: bool = True,
    ) -> RereadReport:
        """Read anew what is older than this program and `layer`; with `everything` all of it.

        `ids` limits the run; `names` lets names of an older model wait for the recogniser.
        """
        from corpus import reading

        stale, older = self._stale(ids, layer, reading.RULES, everything=everything)
        waiting = [] if not names else older
        found: list[Reread] = []
        done = lost = 0
        for batch in _batches(stale, BATCH):
            anew = [one for seq in batch if (one := self._read(seq, layer)) is not None]
            if not self._dry_run:
                lost += self._keep(anew, layer)
            else:
                lost += sum(self._loses_names(one) for one in anew)
            found += [changed for one in anew if (changed := compared(one)) is not None]
            done += len(batch)
            if self._progress is not None:
                self._progress(done, len(stale))
        queued = self._queue(waiting)
        return RereadReport(read=done, changed=tuple(found), queued=lost + queued)

    def older(self, layer: Layer | None) -> int:
        """How many articles were read with other rules than this program's, or another layer."""
        from corpus import reading

        return len(self._stale(None, layer, reading.RULES, everything=False)[0])

    def _stale(
        self, ids: Iterable[str] | None, layer: Layer | None, rules: str, *, everything: bool
    ) -> tuple[list[int], list[int]]:
        """Numbers of the articles to read anew, and of those whose names are older."""
        from corpus.entities.versions import current, is_older

        only = None if ids is None else set(ids)
        model = current(own_aliases(self._connections.folder))
        versions: dict[str | None, str | None] = {}
        stale, older = [], []
        for seq, full, outlet, by, with_layer, named in self._evidence.versions():
            if only is not None and full not in only:
                continue
            if outlet not in versions:
                versions[outlet] = layer.version_for(outlet) if layer else None
            if everything or by != rules or with_layer != versions[outlet]:
                stale.append(seq)
            if named is not None and is_older(named, model):
                older.append(seq)
        return stale, older

    def _read(self, seq: int, layer: Layer | None) -> _Anew | None:
        row = self._evidence.kept(seq)
        if row is None:
            return None
        full, stored, original = row
        found = self._records.verdicts([full]).get(full, NOTHING_JUDGED)
        before = packing.unpack_article(stored)
        return _Anew(seq, found, before, read(packing.unpack_document(original), found, layer))

    def _keep(self, batch: list[_Anew], layer: Layer | None) -> int:
        """Write a batch down; how many articles lost their names by it."""
        with self._connections.lock():
            with open_book(self._connections) as book:
                lost = sum(_replace(book, one, layer) for one in batch)
            self._follow()
        return lost

    def _loses_names(self, one: _Anew) -> bool:
        return not names_hold(one.before, one.after) and self._evidence.is_recognised(one.seq)

    def _queue(self, seqs: list[int]) -> int:
        """Let names of an older model wait for the recogniser; how many there are."""
        if self._dry_run:
            return len(seqs)
        queued = 0
        for batch in _batches(seqs, BATCH * 10):
            with self._connections.lock(), open_book(self._connections) as book:
                for seq in batch:
                    row = book.one("SELECT id, model FROM articles WHERE seq = ?", seq)
                    if row is not None and row[1] is not None:
                        book.forget_names(seq, row[0])
                        queued += 1
                book.next_change()
        return queued


def compared(one: _Anew) -> Reread | None:
    """What a person sees differently after an article was read anew; None for nothing."""
    before, after = judged(one.before, one.found), judged(one.after, one.found)
    changes = (*_changes(before, after), *_fits_no_more(one))
    if not changes:
        return None
    return Reread(after.id, after.headline, changes)


def _fits_no_more(one: _Anew) -> Iterator[Change]:
    """Decisions about quotations and figures that the text had before and has no more."""
    if not (one.found.quotations or one.found.figures):
        return
    from index.judged_figures import judged_figures
    from index.judged_quotations import judged_quotations
    from index.places import parsed

    def fitting(reading: Article) -> list[str]:
        article = headed(reading, one.found)
        quoted = judged_quotations(article.quotations, one.found.quotations, article)
        return [*quoted.fitting, *judged_figures(article.figures, one.found.figures).fitting]

    now = fitting(one.after)
    for target in sorted(fitting(one.before)):
        if target not in now and (place := parsed(target)) is not None:
            yield Change("decided about words that are gone", place.words, None)


def _changes(before: Article, after: Article) -> Iterator[Change]:
    for what in ("title", "standfirst", "outlet", "published", "url", "language", "dateline"):
        old, new = getattr(before, what), getattr(after, what)
        if old != new:
            yield Change(what, old, new)
    for what in ("authors", "agencies"):
        old, new = getattr(before, what), getattr(after, what)
        if old != new:
            yield Change(what, ", ".join(old), ", ".join(new))
    roles, roles_now = _roles(before), _roles(after)
    for line in sorted({*roles, *roles_now}):
        if roles.get(line) != roles_now.get(line):
            yield Change("role", roles.get(line), roles_now.get(line), line)
    for what in ("paragraphs", "sentences", "quotations", "figures"):
        old, new = getattr(before, what), getattr(after, what)
        if len(old) != len(new):
            yield Change(what, str(len(old)), str(len(new)))
        elif old != new and what != "sentences" and not _same_but_place(old, new):
            yield Change(f"what {what} say", None, None)


def _same_but_place(old: Iterable[Any], new: Iterable[Any]) -> bool:
    """Whether paragraphs, quotations or figures say the same, wherever they stand now."""
    places = ("within", "paragraph", "start", "end", "source_span", "line")

    def said(one: Any) -> Mapping[str, Any]:
        return {name: getattr(one, name) for name in one.__slots__ if name not in places}

    return all(said(a) == said(b) for a, b in zip(old, new, strict=True))


def _roles(article: Article) -> dict[int, str]:
    aside = (one for one in article.removed if one.within is None)
    roles = {one.line: str(one.role) for one in aside if one.line is not None}
    kept = {one.line: str(one.role) for one in article.paragraphs if one.line is not None}
    return roles | kept


def _replace(book: Book, one: _Anew, layer: Layer | None) -> int:
    """Put the new reading in the old one's place; 1 when the article lost its names by it."""
    row = book.one(
        "SELECT model, article, document FROM articles JOIN readings USING (seq) "
        "JOIN originals USING (seq) WHERE seq = ?",
        one.seq,
    )
    if row is None:
        return 0
    model, before, after = row[0], packing.unpack_article(row[1]), one.after
    found = book.verdict_of(before.id)
    if found != one.found:  # somebody decided something meanwhile
        after = read(packing.unpack_document(row[2]), found, layer)
    if after == before:
        return 0
    book.reread(one.seq, before, after)
    now = book.one("SELECT model FROM articles WHERE seq = ?", one.seq)
    return int(model is not None and now is not None and now[0] is None)


def _batches(seqs: list[int], size: int) -> Iterator[list[int]]:
    return (seqs[at : at + size] for at in range(0, len(seqs), size))
