"""What articles are known by among others, as it is kept, and the pool that is made of it.

The traits of an article are kept when it is added, and found later where they were not. The pool
holds the origins of copies only, and of them only those near the days that were asked for.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from index import packing
from index.connections import Connections
from index.judged import TITLE, headed, verdict
from index.reports import Judgement

if TYPE_CHECKING:
    import sqlite3

    from corpus.article import Article
    from corpus.stories.likeness import Entrant, Pool
    from corpus.stories.standing import Standing

Ask = Callable[[str, Sequence[Any]], list[tuple[Any, ...]]]

PARTS = 4_000  # numbers in one question


class _Numbered(Protocol):
    @property
    def seq(self) -> int: ...


class Shelves:
    """The pool of one archive, loaded shelf by shelf."""

    def __init__(self, connections: Connections) -> None:
        from corpus.stories.likeness import Pool
        from index.stories.backing import Backing

        self._ask = connections.rows
        self._pool = Pool(Backing(connections.folder).room)
        self._loaded: set[int | None] = set()
        self._standing: tuple[int, Standing] | None = None  # of how many articles

    def pool(self, days: set[int]) -> Pool:
        """The pool, with all articles that may be like those of these days."""
        from corpus.stories.likeness import NO_DAY, SHELF, epoch_of

        if not days:
            return self._pool
        wanted: set[int | None] = {None}
        if NO_DAY in days:
            found = self._ask(
                "SELECT DISTINCT published FROM placed JOIN articles USING (seq) "
                "WHERE placed.origin = placed.seq"
            )
            wanted |= {epoch_of(day_of(published)) for (published,) in found}
        for day in days - {NO_DAY}:
            epoch = day // SHELF
            wanted |= {epoch - 1, epoch, epoch + 1}
        for shelf in sorted(wanted - self._loaded, key=lambda one: -1 if one is None else one):
            where, bounds = "published IS NULL", ("", "")
            if shelf is not None:
                where, bounds = "published BETWEEN ? AND ?", _bounds(shelf * SHELF, SHELF)
            entrants = _kept(
                self._ask,
                f"JOIN placed USING (seq) WHERE origin = seq AND current AND {where} ORDER BY seq",
                bounds if shelf is not None else (),
            )
            if entrants:
                self._pool.add(entrants)
            self._loaded.add(shelf)
        return self._pool

    def missing(self, part: Sequence[_Numbered]) -> set[int]:
        """The numbers of those whose traits were not kept."""
        numbers = {one.seq for one in part}
        for batch in parts_of(numbers):
            rows = self._ask(
                "SELECT seq FROM traits WHERE seq IN (SELECT value FROM json_each(?))", (batch,)
            )
            numbers = numbers - {seq for (seq,) in rows}
        return numbers

    def make(self, connection: sqlite3.Connection, numbers: set[int]) -> None:
        """Find and keep the traits of these articles."""
        for batch in parts_of(numbers, 100):
            for seq, stored in connection.execute(
                "SELECT seq, article FROM readings WHERE seq IN (SELECT value FROM json_each(?))",
                (batch,),
            ).fetchall():
                article = packing.unpack_article(stored)
                titles = connection.execute(
                    "SELECT * FROM judgements WHERE article = ? AND field = ?", (article.id, TITLE)
                ).fetchall()
                found = known_by(headed(article, verdict(Judgement(*row) for row in titles)))
                connection.execute("INSERT OR REPLACE INTO traits VALUES (?, ?, ?)", (seq, *found))

    def made(self, connection: sqlite3.Connection, part: Sequence[_Numbered]) -> list[Entrant]:
        """The articles with what they are known by, found now where it was not kept."""

        def ask(sql: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
            return connection.execute(sql, parameters).fetchall()

        numbers = [one.seq for one in part]
        found = entrants(ask, numbers)
        if len(found) < len(part):
            self.make(connection, set(numbers) - {one.number for one in found})
            found = entrants(ask, numbers)
        return found

    def standing(self) -> Standing:
        """The habits of the outlets: a sample of the articles tells, others when they have doubled.

        Ids are hashes, so that those with the smallest are of all days and subjects.
        """
        from corpus.stories.shelf import outlet_number
        from corpus.stories.standing import Standing, sampled

        newest = int(self._ask("SELECT MAX(seq) FROM articles", ())[0][0] or 0)
        if self._standing is None or newest > 2 * self._standing[0]:
            chosen: dict[int | None, list[int]] = {}

            def sample(outlet: int | None) -> list[Entrant]:
                if not chosen:
                    mixed = self._ask(
                        "SELECT seq, outlet FROM articles WHERE current ORDER BY id", ()
                    )
                    chosen.update(sampled((seq, outlet_number(name)) for seq, name in mixed))
                return entrants(self._ask, sorted(chosen.get(outlet, ())))

            self._standing = newest, Standing(sample)
        return self._standing[1]


def known_by(article: Article) -> tuple[bytes, bytes]:
    """What an article is known by among others, as it is kept: its traits and prints."""
    from corpus.copies import prints
    from corpus.stories.traits import traits

    return traits(article).packed(), prints(article).tobytes()


def entrants(ask: Ask, numbers: Sequence[int]) -> list[Entrant]:
    """The articles with these numbers, in their order, with what they are known by; those without
    it are left out."""
    known = {
        one.number: one
        for part in parts_of(set(numbers))
        for one in _kept(ask, "WHERE seq IN (SELECT value FROM json_each(?))", (part,))
    }
    return [known[seq] for seq in numbers if seq in known]


def _kept(ask: Ask, which: str, parameters: Sequence[Any]) -> list[Entrant]:
    import numpy as np

    from corpus.stories.shelf import Entrant, outlet_number
    from corpus.stories.traits import unpacked

    rows = ask(
        "SELECT seq, published, features, prints, outlet "
        f"FROM articles JOIN traits USING (seq) {which}",
        parameters,
    )
    return [
        Entrant(
            seq,
            day_of(published),
            unpacked(features),
            np.frombuffer(prints, dtype=np.uint32),
            outlet_number(outlet),
        )
        for seq, published, features, prints, outlet in rows
    ]


def rules() -> str:
    """The version of the rules that place."""
    from corpus.stories.traits import VERSION

    return VERSION


def are_older(version: str | None) -> bool:
    """Whether stories that rules of this version placed were placed by older ones than these.

    Where a newer Broadsheet placed them, they stay: two that share an archive would regroup all of
    it in turn.
    """
    return version is not None and _number(version) < _number(rules())


def _number(version: str) -> int:
    digits = version.rpartition("-")[2]
    return int(digits) if digits.isdecimal() else 0


def day_of(published: str | None) -> int:
    """A day as a number; 0 where there is none that can be read."""
    try:
        return datetime.date.fromisoformat(published or "").toordinal()
    except ValueError:
        return 0


def _bounds(first: int, days: int) -> tuple[str, str]:
    """The first and last day of a stretch of days, as they are written; empty outside of time."""
    lowest, highest = datetime.date.min.toordinal(), datetime.date.max.toordinal()
    begin, end = max(first, lowest), min(first + days - 1, highest)
    if begin > end:
        return "", ""
    return (
        datetime.date.fromordinal(begin).isoformat(),
        datetime.date.fromordinal(end).isoformat(),
    )


def parts_of(numbers: Iterable[int], size: int = PARTS) -> Iterator[str]:
    """The numbers as JSON, in parts that are not too long."""
    every = sorted(numbers)
    for begin in range(0, len(every), size):
        yield json.dumps(every[begin : begin + size])
