"""What the list shows: the query, the answer to it, and the articles fetched so far.

Asks the archive in a thread; an answer that was overtaken by a later question changes
nothing. Knows no screen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.errors import BroadsheetError
from index.results import Coverage, Extent, Hit, Sort
from tui.desk import Latest, Threads
from tui.views.results import CONTEXT_TOLD
from tui.views.typing import read_while_typed, shorter_queries, suggestion, while_typed

if TYPE_CHECKING:
    from index.answers import Answer
    from index.archive import Archive
    from index.completing import Completion
    from index.context import ContextOrder
    from index.folding import Fold

FIRST = 60  # rows fetched at first: more than a screen
BATCH = 200  # rows fetched at once when one goes on
PAGE = 4_000  # rows fetched at once, without their passages, on the way to the end
PLACES = 150  # articles of which the view of words in context shows the places
ORDERS: tuple[Sort, ...] = ("relevance", "newest", "oldest")
FOLDS: tuple[Fold, ...] = ("copies", "stories", "none")
CONTEXT_ORDERS: tuple[ContextOrder, ...] = ("found", "following", "preceding")


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
        self.hits: list[Hit] = []
        self.total = 0
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
    def _wanted(self) -> tuple[object, ...]:
        """What the list shall answer, and how."""
        return self.to_ask, self.order, self.fold, self.in_context, self.context_order

    @property
    def ordered(self) -> str:
        """How the list is ordered, in words."""
        if self.answer and self.in_context:
            return CONTEXT_TOLD[self.context_order]
        return self.order if self.answer else "newest first"

    async def ready(self) -> None:
        """Load what a first query needs, while nobody waits for it."""
        if self.coverage.articles:
            await self._threads.query(self._archive.ready)

    async def ask(self) -> bool:
        """Ask the archive; False when a later question overtook this one.

        While one types a query that cannot be read is asked as far as it can be; what is wrong
        with it is kept as `problem` and the rest of the list stays as it is.
        """
        number = self._latest.ask()
        archive, text, wanted = self._archive, self.to_ask, self._wanted
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
                answer = await self._threads.query(lambda: self._answered(text, typed))
                hits = list(answer.hits)
                total = len(hits) if self.in_context else answer.rows
            else:
                rows = await self._threads.query(lambda: archive.newest(limit=BATCH))
                total = coverage.articles
                hits = [Hit(row, 0.0, None) for row in rows]
        except BroadsheetError as error:
            problem = str(error)
            if typing and (as_far := await self._as_far_as_it_goes(typed)) is not None:
                answer = as_far
                hits, total = list(answer.hits), answer.rows
        if not self._latest.is_current(number):
            return False
        self._listed = wanted
        self.answer, self.problem, self.hits, self.total = answer, problem, hits, total
        self.coverage, self.generation, self.newer, self.asked = coverage, generation, 0, True
        self.extent = extent
        nothing = answer is not None and not answer.total
        self.suggestion = suggestion(answer.read_as, answer.notes) if answer and nothing else ""
        return True

    def _answered(self, text: str, typed: str) -> Answer:
        """The answer in the order, fold and view that are chosen."""
        if self.in_context:
            return self._archive.contexts(
                text, sort=self.order, order=self.context_order, limit=PLACES
            )
        return answered(self._archive, text, typed, self.order, self.fold)

    async def _as_far_as_it_goes(self, typed: str) -> Answer | None:
        """The answer to the query without its last words, which cannot be read yet."""
        for shorter in shorter_queries(typed):
            try:
                return await self._threads.query(
                    lambda text=shorter: self._answered(text, text)  # type: ignore[misc]
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
        near = row > len(self.hits) - FIRST // 2
        return near and len(self.hits) < self.total and not self._fetching

    async def more(self, *, whole: bool = False) -> bool:
        """Fetch the next rows, or all; False when there are none or the list is not the same now.

        Of all rows only the last ones come with their passages: `fill` fetches others.
        """
        number, before, listed = self._latest.number, self.hits, self._listed
        have = len(before)
        if self._wanted != listed or self.in_context:
            return False
        self._fetching = True
        try:
            plain = max(0, self.total - have - BATCH) if whole else 0
            more: list[Hit] = []
            for begin in range(0, plain, PAGE):  # a query typed meanwhile comes in between
                rows = self._rows(have + begin, min(PAGE, plain - begin), snippets=False)
                more += await self._threads.query(rows)
                if not self._latest.is_current(number):
                    return False
            more += await self._threads.query(self._rows(have + plain, BATCH))
        finally:
            self._fetching = False
        if self._wanted != listed or self.hits is not before or not self._latest.is_current(number):
            return False
        known = {hit.row.id for hit in before}
        fresh = [hit for hit in more if hit.row.id not in known]
        self.hits = [*before, *fresh]
        if not fresh:
            self.total = have
        return bool(fresh)

    def _rows(self, begin: int, limit: int, *, snippets: bool = True) -> Callable[[], list[Hit]]:
        """Asks for so many rows of the list from one on."""
        archive, text, order, fold = self._archive, self.to_ask, self.order, self.fold

        def rows() -> list[Hit]:
            if not limit:
                return []
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
        asked = self.answer is not None and not self.in_context and not self._fetching
        return asked and row < len(self.hits) and self.hits[row].snippet is None

    async def fill(self, row: int) -> bool:
        """Fetch the passages around a row; False when the list is no longer the same."""
        begin, before, number = max(0, row - FIRST), self.hits, self._latest.number
        if self._wanted != self._listed:
            return False
        self._fetching = True
        try:
            found = await self._threads.query(self._rows(begin, 2 * FIRST))
        finally:
            self._fetching = False
        held = before[begin : begin + len(found)]
        same = [hit.row.id for hit in held] == [hit.row.id for hit in found]
        if not same or self.hits is not before or not self._latest.is_current(number):
            return False
        self.hits = [*before[:begin], *found, *before[begin + len(found) :]]
        return True

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

    def row_of(self, article: str, otherwise: int = 0) -> int:
        """The row of an article, or the row to stand on when it is not there."""
        for number, hit in enumerate(self.hits):
            if hit.row.id == article:
                return number
        return max(0, min(otherwise, len(self.hits) - 1))


def answered(archive: Archive, text: str, typed: str, order: Sort, fold: Fold) -> Answer:
    """The answer to what was typed, where `text` lets its last word be unfinished."""
    answer = archive.search(text, sort=order, limit=FIRST, fold=fold)
    if text != typed and not answer.total:
        beginning = text.rsplit(" OR ", 1)[-1].rstrip(")")
        if text.endswith('*"') or not archive.search(beginning, limit=1, snippets=False).total:
            answer = archive.search(typed, sort=order, limit=FIRST, fold=fold)
    return replace(
        answer,
        query=typed,
        read_as=read_while_typed(answer.read_as, text if text != typed else ""),
    )
