"""What the list shows: the query, the answer to it, and the articles fetched so far.

Asks the archive in a thread; an answer that was overtaken by a later question changes
nothing. Knows no screen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.errors import BroadsheetError
from index.results import Coverage, Extent, Hit, Sort
from tui.answering import FIRST, answered, in_all
from tui.desk import Latest, Threads
from tui.unfolding import Rows
from tui.views.results import CONTEXT_TOLD
from tui.views.typing import shorter_queries, suggestion, while_typed, whole_now

if TYPE_CHECKING:
    from index.answers import Answer
    from index.archive import Archive
    from index.completing import Completion
    from index.concordance import ContextOrder
    from index.folding import Fold

BATCH = 200  # rows fetched at once when one goes on
PAGE = 4_000  # rows fetched at once, without their passages, on the way to the end
ORDERS: tuple[Sort, ...] = ("relevance", "newest", "oldest")
FOLDS: tuple[Fold, ...] = ("copies", "stories", "none")
CONTEXT_ORDERS: tuple[ContextOrder, ...] = ("found", "following", "preceding")


class ListChanged(BroadsheetError):
    """All of a list was wanted that is not there any more."""


class Finding:
    """A query and what was found."""

    def __init__(self, archive: Archive, threads: Threads) -> None:
        self._archive = archive
        self._threads = threads
        self._latest = Latest()
        self._fetching = False
        self._listed: tuple[object, ...] = ()  # what the list answers
        self.query = ""
        self.order: Sort = "relevance"
        self.fold: Fold = "copies"
        self.in_context = False  # every place of the words is a row
        self.context_order: ContextOrder = "found"
        self.completions: list[Completion] = []
        self.completed = ""  # the text that the completions are for
        self.answer: Answer | None = None
        self.problem = ""
        self.rows = Rows()
        self._in_all = 0  # rows, also those that were not fetched
        self.coverage = Coverage(0, 0, 0)
        self.extent: Extent | None = None
        self.generation = -1
        self.newer = 0
        self.asked = False
        self.typing = False  # the last word may be unfinished
        self.suggestion = ""

    @property
    def to_ask(self) -> str:
        """What the archive is asked: while a word is typed, also what begins with it."""
        return (while_typed(self.query) if self.typing else self.query).strip()

    @property
    def hits(self) -> list[Hit]:
        """What the list shows: the rows fetched, and what stands unfolded under some of them."""
        return self.rows.shown

    @property
    def to_read(self) -> list[Hit]:
        """What can be read one after the other: every article of the list once."""
        if not self.in_context:
            return list(self.hits)
        first: dict[str, Hit] = {}
        for hit in self.hits:
            first.setdefault(hit.row.id, hit)
        return list(first.values())

    @property
    def articles(self) -> int:
        """How many there are to read one after the other when all rows are fetched."""
        answer = self.answer
        return self.total if answer is None or answer.places is None else answer.total

    @property
    def total(self) -> int:
        """How many rows the list has when all are fetched."""
        return self._in_all + self.rows.unfolded

    @property
    def whole(self) -> bool:
        """Whether all rows are fetched."""
        return len(self.hits) >= self.total

    @property
    def wanted(self) -> tuple[object, ...]:
        """What the list shall answer, and how."""
        return self.to_ask, self.order, self.fold, self.in_context, self.by_neighbours

    @property
    def ordered(self) -> str:
        """How the list is ordered, in words; a query may say so itself."""
        answer = self.answer
        if answer is None:
            return "newest first"
        if answer.places is None:
            return answer.sort
        told = CONTEXT_TOLD[self.by_neighbours]
        return told if self.by_neighbours != "found" else f"{answer.sort}, {told}"

    @property
    def unusual(self) -> bool:
        """Whether the list has another order than a query has at first."""
        answer = self.answer
        if answer is None:
            return False
        return answer.sort != "relevance" or (self.in_context and self.by_neighbours != "found")

    @property
    def by_neighbours(self) -> ContextOrder:
        """How places are sorted: while a word is typed as they are found, which takes no time."""
        return "found" if self.typing else self.context_order

    async def ready(self) -> None:
        """Load what a first query needs, while nobody waits for it."""
        if self.coverage.articles:
            await self._threads.query(self._archive.ready)

    async def ask(self) -> bool:
        """Ask the archive; False when a later question overtook this one, an error if it is lost.

        While one types a query that cannot be read is asked as far as it can be; what is wrong
        with it is kept as `problem` and the rest of the list stays as it is.
        """
        number = self._latest.ask()
        archive, text, wanted = self._archive, self.to_ask, self.wanted
        typed, typing = self.query.strip(), self.typing
        answer: Answer | None = None
        problem, hits, total = "", list[Hit](), 0
        generation, coverage, extent = self.generation, self.coverage, self.extent
        try:
            generation, coverage = await self._threads.query(
                lambda: (archive.generation(), archive.coverage())
            )
            if extent is None or generation != self.generation:
                extent = await self._threads.query(archive.extent)
            if text:
                answer = await self._threads.query(lambda: self._answered(text, typed, number))
                if answer is None:
                    return False
                hits, total = list(answer.hits), in_all(answer)
            else:
                rows = await self._threads.query(lambda: archive.newest(limit=BATCH))
                total = coverage.articles
                hits = [Hit(row, 0.0, None) for row in rows]
        except BroadsheetError as error:
            if await self._threads.query(archive.lost):
                raise  # nothing is wrong with the query, and the list stays as it is
            problem = str(error)
            if typing and (as_far := await self._as_far_as_it_goes(typed, number)) is not None:
                answer = as_far
                hits, total = list(answer.hits), in_all(answer)
        if not self._latest.is_current(number):
            return False
        answer = self._made_whole(answer, typing)
        self._listed = wanted
        self.answer, self.problem, self.rows, self._in_all = answer, problem, Rows(hits), total
        self.coverage, self.generation, self.newer, self.asked = coverage, generation, 0, True
        self.extent = extent
        nothing = answer is not None and not answer.total
        self.suggestion = suggestion(answer.read_as, answer.notes) if answer and nothing else ""
        return True

    def _made_whole(self, answer: Answer | None, typing: bool) -> Answer | None:
        """The answer, which explains why it finds less than was shown while its last word was
        typed."""
        shown, typed = self.answer, self.query.strip()
        if typing or answer is None or shown is None or self._listed[:1] != (while_typed(typed),):
            return answer
        said = whole_now(typed, shown.total, answer.total)
        return replace(answer, notes=(said, *answer.notes)) if said else answer

    def _answered(self, text: str, typed: str, number: int) -> Answer | None:
        """The answer in the order, fold and view that are chosen; None for a question that was
        overtaken before its turn came."""
        if not self._latest.is_current(number):
            return None
        if self.in_context:
            return self._archive.contexts(
                text, sort=self.order, order=self.by_neighbours, limit=FIRST
            )
        return answered(self._archive, text, typed, self.order, self.fold)

    async def _as_far_as_it_goes(self, typed: str, number: int) -> Answer | None:
        """The answer to the query without its last words, which cannot be read yet."""
        for shorter in shorter_queries(typed):
            try:
                return await self._threads.query(
                    lambda text=shorter: self._answered(text, text, number)  # type: ignore[misc]
                )
            except BroadsheetError:
                continue
        return None

    async def complete(self) -> bool:
        """Find how the query may go on; False when it was changed meanwhile."""
        typed, archive = self.query, self._archive
        try:
            found = await self._threads.query(lambda: archive.completions(typed))
        except BroadsheetError:
            found = []
        if typed != self.query:
            return False
        self.completions, self.completed = found, typed
        return True

    @property
    def years(self) -> bool:
        """Whether the archive reaches over more than one year, so that days need theirs."""
        extent = self.extent
        return extent is not None and (extent.first_day or "")[:4] != (extent.last_day or "")[:4]

    def wants_more(self, row: int) -> bool:
        """Whether the rows beyond those fetched will soon be needed."""
        return row > len(self.hits) - FIRST // 2 and not self.whole and not self._fetching

    async def more(self, *, whole: bool = False) -> bool:
        """Fetch the next rows, or all; False when there are none or the list is not the same now.

        Of all rows only the last ones come with their passages: `fill` fetches others.
        """
        number, before, listed = self._latest.number, self.rows.fetched, self._listed
        have = len(before)
        if self.wanted != listed or self.whole or (self._fetching and not whole):
            return False
        self._fetching = True
        try:
            plain = max(0, self._in_all - have - BATCH) if whole else 0
            more: list[Hit] = []
            for begin in range(0, plain, PAGE):  # a query typed meanwhile comes in between
                rows = self._rows(have + begin, min(PAGE, plain - begin), snippets=False)
                more += await self._threads.query(rows)
                if not self._latest.is_current(number):
                    return False
            more += await self._threads.query(self._rows(have + plain, BATCH))
        finally:
            self._fetching = False
        if not self._still(number, before):
            return False
        known = set() if self.in_context else {hit.row.id for hit in before}
        fresh = [hit for hit in more if hit.row.id not in known]
        self.rows = self.rows.with_more(fresh)
        if not fresh:
            self._in_all = have
        return bool(fresh)

    def _still(self, number: int, fetched: Sequence[Hit]) -> bool:
        """Whether the list is as it was, and no other question was asked or typed."""
        same = self.wanted == self._listed and self._latest.is_current(number)
        return same and self.rows.fetched is fetched

    def _rows(self, begin: int, limit: int, *, snippets: bool = True) -> Callable[[], list[Hit]]:
        """Asks for so many rows of the list from one on."""
        archive, text, order, fold = self._archive, self.to_ask, self.order, self.fold
        in_context, context_order = self.in_context, self.by_neighbours

        def rows() -> list[Hit]:
            if not limit:
                return []
            if in_context and text:
                places = archive.contexts(
                    text, sort=order, order=context_order, limit=limit, offset=begin,
                    snippets=snippets,
                )  # fmt: skip
                return list(places.hits)
            if not text:
                found = archive.newest(limit=limit, offset=begin)
                return [Hit(row, 0.0, None) for row in found]
            return list(
                archive.search(
                    text, sort=order, limit=limit, offset=begin, fold=fold, snippets=snippets
                ).hits
            )

        return rows

    def lacks(self, row: int) -> bool:
        """Whether the passage of a row was not fetched with it."""
        if self.answer is None or self._fetching or row >= len(self.hits):
            return False
        return self.hits[row].snippet is None and self.hits[row].under is None

    async def fill(self, row: int) -> bool:
        """Fetch the passages around a row; False when the list is no longer the same."""
        before, number = self.rows.fetched, self._latest.number
        begin = max(0, self.rows.fetched_before(row) - FIRST)
        if self.wanted != self._listed:
            return False
        self._fetching = True
        try:
            found = await self._threads.query(self._rows(begin, 2 * FIRST))
        finally:
            self._fetching = False
        held = before[begin : begin + len(found)]
        same = [hit.row.id for hit in held] == [hit.row.id for hit in found]
        if not same or not self._still(number, before):
            return False
        self.rows = self.rows.with_filled(begin, found)
        return True

    async def every(self) -> list[Hit]:
        """All rows with their passages, whatever else is being fetched; ListChanged when another
        list is asked for meanwhile."""
        number, listed = self._latest.number, self._listed
        read = 0  # rows that are known to have their passages, where they can have one
        while self.wanted == listed and self._latest.is_current(number):
            if self._fetching:
                await self._threads.query(lambda: None)  # until that is answered
            elif not self.whole:
                await self.more()
            elif read >= len(self.rows.fetched):
                return self.hits
            elif await self._with_passages(read):
                read += BATCH
        raise ListChanged("The list became another one while all of it was read; ask once more.")

    async def _with_passages(self, begin: int) -> bool:
        """Fetch the passages that some rows came without; False when the list changed."""
        number, before = self._latest.number, self.rows.fetched
        rows = before[begin : begin + BATCH]
        marks = any(hit.snippet is not None for hit in before[:FIRST])  # these came with theirs
        if not marks or all(hit.snippet is not None for hit in rows):
            return True
        found = await self._threads.query(self._rows(begin, len(rows)))
        if not self._still(number, before):
            return False
        same = [hit.row.id for hit in found] == [hit.row.id for hit in rows]
        passages = {hit.row.id: hit for hit in found}  # others came in meanwhile
        filled = found if same else [passages.get(hit.row.id, hit) for hit in rows]
        self.rows = self.rows.with_filled(begin, filled)
        return True

    async def unfold(self, row: int) -> bool:
        """Fetch what is folded under a row, in the order of the list; False when nothing is, or
        the list is no longer the same."""
        archive, text, order = self._archive, self.to_ask, self.order
        number, before = self._latest.number, self.rows.fetched
        if not row < len(self.hits) or self.wanted != self._listed:
            return False
        hit = self.hits[row]
        if not hit.copies or hit.row.id in self.rows.under:
            return False
        answer = await self._threads.query(
            lambda: archive.search(
                text, sort=order, limit=len(hit.copies), among=hit.copies,
                snippets=len(hit.copies) <= BATCH,
            )
        )  # fmt: skip
        if not self._still(number, before):
            return False
        self.rows = self.rows.with_unfolded(hit.row.id, answer.hits)
        return bool(answer.hits)

    def fold_again(self, row: int) -> int | None:
        """Fold what stands unfolded under a row, or beside it; the row to stand on, or None."""
        hit = self.hits[row] if row < len(self.hits) else None
        under = (hit.under or hit.row.id) if hit is not None else ""
        if under not in self.rows.under:
            return None
        self.rows = self.rows.with_folded(under)
        return self.rows.row_of(under)

    async def look(self) -> bool:
        """Look whether something came in meanwhile; True when there is something to tell."""
        archive = self._archive
        generation = await self._threads.query(archive.generation)
        if generation == self.generation or not self.asked:
            return False
        coverage = await self._threads.query(archive.coverage)
        before = self.coverage
        self.newer = max(0, coverage.articles - before.articles)
        self.coverage = Coverage(before.articles, coverage.recognised, before.undated)
        if self.newer == 0:
            self.generation = generation
        return True
