"""A question to the archive, answered: read, asked, cut into passages, counted.

A query text goes in with the index and the records; an `Answer` comes out that says how the
question was read, what was mended, what found nothing, and what the answer rests on.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Protocol

from corpus.article import Article, Quotation
from index import facets as counting
from index.analysis import folded_words
from index.answer_notes import answer_notes
from index.answers import Answer, Histogram, Snippet
from index.concordance import ContextOrder
from index.context import hits_at, not_all
from index.engine import Engine, Matches
from index.folding import Fold, Groups
from index.marking import Keeping, Text, spans
from index.name_notes import name_notes
from index.nothing import explained, without_effect
from index.outlet_names import spelt
from index.outside import Asked, Grouped, Own, Together
from index.query.inside import is_said, said_in
from index.query.parse import Reading, read
from index.query.print import read_as
from index.query.retelling import differs
from index.query.rows import Row as QueryRow
from index.query.tree import QueryError
from index.results import Coverage, Hit, Row, Sort
from index.satisfying import asks_quotations, marking
from index.scores import ScorePart
from index.snippets import Readable, quotation, snippet
from index.telling import told_once
from index.word_notes import word_notes


class Searched(counting.Counted, Grouped, Protocol):
    """What a search needs of the records."""

    def rows_by_seq(self, seqs: Sequence[int]) -> dict[int, Row]:
        """What lists show of these articles."""
        ...

    def articles_by_seq(self, seqs: Iterable[int]) -> dict[int, Article]:
        """These articles."""
        ...

    def texts_by_seq(self, seqs: Iterable[int]) -> Mapping[int, Readable]:
        """As much of these articles as their passages are taken from."""
        ...

    def ids_of(self, seqs: Iterable[int]) -> dict[int, str]:
        """The ids of the articles with these numbers."""
        ...

    def ahead(self) -> frozenset[int]:
        """The numbers of the articles whose days cannot be."""
        ...

    def coverage(self) -> Coverage:
        """How many articles there are, recognised, undated."""
        ...


def search(
    engine: Engine,
    records: Searched,
    text: str,
    *,
    sort: Sort = "relevance",
    limit: int = 20,
    offset: int = 0,
    facets: bool = False,
    seed: int = 0,
    snippets: bool = True,
    today: date | None = None,
    own: Own | None = None,
    together: Together | None = None,
    fold: Fold = "none",
    since: int | None = None,
    among: Sequence[str] | None = None,
) -> Answer:
    """Answer a query; QueryError when it cannot be read.

    `sort:` in the query goes before `sort`; `today` is the day that `yesterday` counts from;
    `own` knows a person's marks, tags and notes, `together` which articles belong together.
    `fold` shows one row for all copies of a text or all articles on an event; `limit` and
    `offset` count rows. With `since`, `new` counts the articles that came in after that change
    of the records. With `among` only those of these articles (full ids) that match are found.
    """
    begun = time.perf_counter()
    reading = read(text, today=today or date.today())
    if not reading.asks:
        return _nothing_asked(records, text, reading, facets=facets)

    outside, sort = Asked(records, own, together), reading.sort or sort
    matches = engine.search(
        reading.tree,
        sort=sort,
        limit=limit,
        offset=offset,
        seed=seed,
        outside=outside,
        fold=fold,
        behind=records.ahead(),
        among=None if among is None else records.seqs_of(among),
    )
    answer = _told(engine, records, text, reading, matches, outside, facets=facets)
    return replace(
        answer,
        new=None if since is None else int((matches.numbers > since).sum()),
        hits=_hits(records, matches, reading, snippets, outside.groups("stories")),
        sort=sort,
        took_ms=_since(begun),
    )


def _told(
    engine: Engine,
    records: Searched,
    text: str,
    reading: Reading,
    matches: Matches,
    outside: Asked,
    *,
    facets: bool,
) -> Answer:
    """What an answer tells of all that was found; of the hits nothing."""
    coverage, days = records.coverage(), matches.days()
    stories = outside.groups("stories")
    outlets = matches.outlets()
    notes = matches.notes + reading.hints + answer_notes(matches, reading, coverage, outlets)
    counts = counting.facets(records, matches, days, stories, outlets) if facets else {}
    read_back = read_as(reading.tree, reading.sort)
    spellings = outlets.together(matches.labels("outlets")) if facets else {}
    on = None if stories is None else matches.groups(stories)
    notes += counting.unlisted(counts, on) + spelt(spellings)
    notes += word_notes(engine, matches, reading.tree, outside)
    notes += name_notes(reading.tree, outside)
    if not matches.total:
        notes += explained(engine, reading.tree, outside, already=matches.notes)
    notes += without_effect(engine, reading.tree, outside, notes, found=bool(matches.total))
    repairs, notes = told_once(reading.repairs, notes)
    return Answer(
        query=text,
        read_as=read_back,
        mended=bool(reading.repairs or reading.hints) or differs(text, read_back),
        repairs=repairs,
        notes=notes,
        total=matches.total,
        rows=matches.rows,
        hits=(),
        facets=counts,
        spellings=spellings,
        histogram=counting.histogram(days),
        undated=matches.total - days.total,
        stories=on,
        coverage=coverage,
        took_ms=0.0,
    )


def _since(begun: float) -> float:
    return round((time.perf_counter() - begun) * 1000, 2)


def found(
    engine: Engine,
    records: Searched,
    text: str,
    own: Own | None = None,
    together: Together | None = None,
) -> list[int]:
    """The record numbers of all that match, in no order; QueryError when it cannot be read."""
    reading = read(text, today=date.today())
    if not reading.asks:
        return []
    outside = Asked(records, own, together)
    return list(engine.search(reading.tree, sort="newest", limit=0, outside=outside).seqs)


def repairs(
    engine: Engine,
    records: Searched,
    text: str,
    own: Own | None = None,
    together: Together | None = None,
) -> tuple[str, ...]:
    """What was mended, may have been meant otherwise or has no effect in a query, in sentences."""
    reading = _read(text, date.today())
    told, outside = reading.repairs + reading.hints, Asked(records, own, together)
    unseen = without_effect(engine, reading.tree, outside, told, found=True)
    mended, notes = told_once(told, unseen)
    return mended + notes


def in_context(
    engine: Engine,
    records: Searched,
    text: str,
    *,
    sort: Sort = "relevance",
    order: ContextOrder = "found",
    limit: int = 500,
    offset: int = 0,
    seed: int = 0,
    snippets: bool = True,
    own: Own | None = None,
    together: Together | None = None,
) -> Answer:
    """The answer with places of the words found as hits, one a place; `places` are all there are.

    `limit` and `offset` count places. Without `snippets` only articles are told, no text is read.
    """
    begun = time.perf_counter()
    reading = read(text, today=date.today())
    if not reading.asks:
        return replace(_nothing_asked(records, text, reading, facets=False), places=0)
    outside, sort = Asked(records, own, together), reading.sort or sort
    matches = engine.search(reading.tree, sort=sort, limit=0, outside=outside)
    answer = _told(engine, records, text, reading, matches, outside, facets=False)
    if not matches.total:
        return replace(answer, places=0, sort=sort, took_ms=_since(begun))
    found = matches.concordance(reading.tree, sort, seed, outside, order)
    shown = slice(max(0, offset), max(0, offset) + max(0, limit))
    return replace(
        answer,
        sort=sort,
        hits=hits_at(records, found, shown, outside.groups("stories"), snippets=snippets),
        places=len(found),
        notes=answer.notes + not_all(found),
        took_ms=_since(begun),
    )


def why(
    engine: Engine,
    records: Searched,
    text: str,
    article: str,
    own: Own | None = None,
    together: Together | None = None,
) -> tuple[ScorePart, ...]:
    """What each part of a query adds to the score of an article (its full id)."""
    reading = _read(text, date.today())
    found = records.seqs_of([article])
    parts = [engine.score_parts(reading.tree, seq, Asked(records, own, together)) for seq in found]
    return parts[0] if parts else ()


def _nothing_asked(records: Searched, text: str, reading: Reading, *, facets: bool) -> Answer:
    """The answer to a query in which there is nothing to look for: no article, and why."""
    return Answer(
        query=text,
        read_as="",
        repairs=reading.repairs,
        notes=("There is nothing to look for in this query; * finds all articles.",),
        total=0,
        rows=0,
        hits=(),
        facets=dict(counting.NOTHING) if facets else {},
        histogram=Histogram("day", ()),
        coverage=records.coverage(),
        took_ms=0.0,
    )


def hit_spans(
    query: str,
    text: str,
    within: str | None = None,
    quotations: Sequence[Quotation] | None = None,
) -> list[tuple[int, int]]:
    """Where the words of a query stand in a text; none when the query cannot be read.

    `within` says which field the text is ("title", "body"): words asked of another are left.
    `quotations` are those of the text; where they are not told, all of it counts as quoted.
    """
    try:
        tree = _read(query, date.today()).tree
    except QueryError:
        return []
    rows, keeping = marking(tree, within)
    if keeping is not None and quotations is not None:
        those = [replace(one, within="body", paragraph=0) for one in quotations]
        keeping = keeping.beside(those, Text("body", 0, text, text))
    return spans(text, rows, keeping)


@lru_cache(maxsize=16)
def _read(query: str, today: date) -> Reading:
    return read(query, today=today)


def _hits(
    records: Searched,
    matches: Matches,
    reading: Reading,
    snippets: bool,
    stories: Groups | None,
) -> tuple[Hit, ...]:
    seqs = [seq for seq, _ in matches.hits]
    rows = records.rows_by_seq(seqs)
    saying = said_in(reading.tree)
    quoting = snippets and (asks_quotations(reading.tree) or bool(saying))
    whole = records.articles_by_seq(seqs) if quoting else {}
    texts = whole or (records.texts_by_seq(seqs) if snippets else {})
    marks, keeping = marking(reading.tree)
    # Words that must stand near each other are looked for in the text.
    spots = matches.spots(marks) if snippets and keeping is None else {}
    of_titles = marking(reading.tree, "title")
    first = stories.firsts_of(seqs) if stories else {}
    folded = [seq for others in matches.copies.values() for seq in others]
    ids = records.ids_of([*first.values(), *folded])

    def quoted(seq: int) -> Sequence[Quotation] | None:
        return whole[seq].quotations if seq in whole else None

    def passage(seq: int) -> Snippet | None:
        if seq not in texts:
            return None
        if not marks:  # who is asked for is seen by what is said
            for one in quoted(seq) or ():
                name = frozenset(folded_words(one.speaker or ""))
                if name and any(is_said(said, name) for said in saying):
                    return quotation(texts[seq], one)
        return snippet(texts[seq], marks, keeping, spots.get(seq), quoted(seq))

    return tuple(
        Hit(
            rows[seq],
            score,
            passage(seq),
            tuple(ids[other] for other in matches.copies.get(seq, ()) if other in ids),
            ids.get(first.get(seq, 0)),
            _title_spans(rows[seq].title, of_titles, quoted(seq)) if snippets else (),
        )
        for seq, score in matches.hits
        if seq in rows
    )


def _title_spans(
    title: str,
    asked: tuple[Sequence[QueryRow], Keeping | None],
    quotations: Sequence[Quotation] | None,
) -> tuple[tuple[int, int], ...]:
    rows, keeping = asked
    if keeping is not None and quotations is not None:
        keeping = keeping.beside(quotations, Text("title", 0, title, title))
    return tuple(spans(title, rows, keeping))
