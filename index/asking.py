"""Asking an archive in words: search, the reasons for a hit, the words in their context.

The part of `Archive` that stands between a query text and the rooms that answer it. Nothing of
them is loaded before the first question.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from index.results import Row, Sort

if TYPE_CHECKING:
    from corpus.article import Quotation, Where
    from index.answers import Answer, Record
    from index.belonging import Belonging
    from index.completing import Completion
    from index.concordance import ContextOrder
    from index.engine import Engine
    from index.folding import Fold
    from index.outlet_names import OutletNames
    from index.records import Records
    from index.scores import ScorePart
    from index.stories.room import Stories

_PLACES = 100  # of a phrase, of which the most frequent next words are offered


class Asking:
    """Questions to one archive."""

    path: Path
    _records: Records

    @abstractmethod
    def _healed(self) -> Engine:
        """The index, up to the records."""

    @abstractmethod
    def stories(self) -> Stories:
        """Which articles report one event."""

    def _belonging(self) -> Belonging:
        from index.belonging import Belonging

        return Belonging(self.stories())

    @abstractmethod
    def get(self, prefix: str) -> Record:
        """One article."""

    @abstractmethod
    def resolve(self, prefix: str) -> str:
        """The full id that begins so."""

    def search(
        self,
        query: str,
        *,
        sort: Sort = "relevance",
        limit: int = 20,
        offset: int = 0,
        facets: bool = False,
        seed: int = 0,
        snippets: bool = True,
        fold: Fold = "none",
        since: int | None = None,
        among: Sequence[str] | None = None,
    ) -> Answer:
        """The articles that answer a query, as `index.search` has it."""
        from index import search
        from index.personal import Own

        return search.search(
            self._healed(),
            self._records,
            query,
            sort=sort,
            limit=limit,
            offset=offset,
            facets=facets,
            seed=seed,
            snippets=snippets,
            own=Own(self.path),
            together=self._belonging(),
            fold=fold,
            since=since,
            among=among,
        )

    def ready(self) -> None:
        """Load what the first question needs, so that it is answered as the next ones are."""
        self._healed().ready()
        self.search("*", limit=1)
        self.search('"qzqz qzqz"~2 qzqzqz*', limit=1)  # nothing: what tells why is loaded too
        self.completions("a")

    def found(self, query: str) -> list[int]:
        """The record numbers of all articles that a query finds, in no order, no row fetched.

        QueryError when it cannot be read.
        """
        from index import search
        from index.personal import Own

        return search.found(self._healed(), self._records, query, Own(self.path), self._belonging())

    def repairs(self, query: str) -> tuple[str, ...]:
        """What was mended, may have been meant otherwise or has no effect, in sentences.

        QueryError when it cannot be read.
        """
        from index import search
        from index.personal import Own

        own, together = Own(self.path), self._belonging()
        return search.repairs(self._healed(), self._records, query, own, together)

    def outlet_names(self) -> OutletNames:
        """The outlets of the archive with their spellings, as `outlet:` finds them."""
        return self._healed().outlets()

    def why(self, query: str, article: str) -> tuple[ScorePart, ...]:
        """What each part of a query adds to the score of an article."""
        from index import personal, search

        own = personal.Own(self.path)
        full, together = self.resolve(article), self._belonging()
        return search.why(self._healed(), self._records, query, full, own, together)

    def contexts(
        self,
        query: str,
        *,
        sort: Sort = "relevance",
        order: ContextOrder = "found",
        limit: int = 500,
        offset: int = 0,
        seed: int = 0,
        snippets: bool = True,
    ) -> Answer:
        """The answer whose hits are places of the words found, `places` of them in all.

        They are sorted over all articles: as these are, or by what follows or precedes. `limit`
        and `offset` count places.
        """
        from index import search
        from index.personal import Own

        return search.in_context(
            self._healed(), self._records, query, sort=sort, order=order, limit=limit,
            offset=offset, seed=seed, snippets=snippets, own=Own(self.path),
            together=self._belonging(),
        )  # fmt: skip

    def completions(self, typed: str) -> list[Completion]:
        """How a query may go on after what was typed."""
        from index.completing import completions
        from index.personal import Own

        def tags() -> list[str]:
            return [tag for tag, _ in Own(self.path).texts("tag")]

        def places(phrase: str) -> list[tuple[str, str]]:
            from index.context import parts_of

            hits = self.contexts(phrase, limit=_PLACES).hits
            return [(there, following) for _, _, there, following in parts_of(hits)]

        return completions(self._healed(), self._records, typed, tags, places)

    def hit_spans(
        self,
        query: str,
        text: str,
        within: Where | None = None,
        quotations: Sequence[Quotation] | None = None,
    ) -> list[tuple[int, int]]:
        """Where the words of a query stand in a text: in which, and what it quotes."""
        from index import search

        return search.hit_spans(query, text, within, quotations)

    def counterparts(self, prefix: str) -> list[tuple[Row, float]]:
        """Other outlets' likely reports of the same event, with the score, likeliest first."""
        from index import counterparts

        def search(query: str) -> Answer:
            return self.search(query, limit=counterparts.CANDIDATES, snippets=False)

        record, stories = self.get(prefix), self.stories()
        story = stories.resolve(record.article.id)
        told = self._records.rows_by_seq(stories.members([story])[story])
        return counterparts.counterparts(record, search, self.get, list(told.values()))
