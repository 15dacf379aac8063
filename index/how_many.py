"""How much an archive holds, and what of that has names and days: asked of the records.

What is told with every answer is counted once, and again when anything has changed.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import takewhile
from typing import Any

from index.connections import Connections
from index.results import Coverage

A_DAY = timedelta(days=1)  # that a zone of time may put between publishing and adding
MOST = 10  # where more than one of so many articles is ahead, the clock is wrong or the days are
# made up, and no day says more than another


class HowMany:
    """Questions of number to the records of one archive."""

    def __init__(self, connections: Connections) -> None:
        self._ask, self._version = connections.rows, connections.version
        self._covered: tuple[tuple[int, int], Coverage] | None = None
        self._ahead: tuple[tuple[int, int], frozenset[int]] | None = None

    def count(self) -> int:
        """How many articles, older versions not counted."""
        return int(self._one("SELECT COUNT(*) FROM articles WHERE current"))

    def coverage(self) -> Coverage:
        """How many articles, how many with names, how many without a day."""
        version = self._version()
        if self._covered is None or self._covered[0] != version:  # 10 ms at 100,000 articles
            articles = self.count()
            found = Coverage(articles, articles - self.unrecognised(), self._undated())
            self._covered = version, found
        return self._covered[1]

    def ahead(self) -> frozenset[int]:
        """The numbers of the articles whose days cannot be: after the day on which they were added,
        and after those of all others. They lead no list by day."""
        version = self._version()
        if self._ahead is None or self._ahead[0] != version:
            self._ahead = version, self._found_ahead()
        return self._ahead[1]

    def _found_ahead(self) -> frozenset[int]:
        limit, most = 1, 0  # mostly the first has a day that can be
        while True:
            latest = self._latest(limit)
            found = [seq for seq, *_ in takewhile(lambda row: _is_ahead(*row[1:]), latest)]
            if len(found) < limit:
                return frozenset(found)
            most = most or self.count() // MOST
            if limit > most:
                return frozenset()
            limit = min(8 * limit, most + 1)

    def _latest(self, limit: int) -> list[tuple[Any, ...]]:
        """Number, day and moment of adding of the articles with the latest days."""
        return self._ask(
            "SELECT seq, published, added FROM articles WHERE current "
            "ORDER BY published DESC, seq DESC LIMIT ?",
            (limit,),
        )

    def unrecognised(self) -> int:
        """How many articles wait for the recogniser."""
        return int(self._one("SELECT COUNT(*) FROM articles WHERE model IS NULL AND current"))

    def outlets(self) -> int:
        """How many outlets the articles are from, each as `outlet:` finds it."""
        from corpus.outlets import outlet_key

        stated = self._ask(
            "SELECT DISTINCT outlet FROM articles WHERE current AND outlet IS NOT NULL"
        )
        return len({outlet_key(name) for (name,) in stated})

    def days(self) -> tuple[str | None, str | None]:
        """The first and the last day of publication."""
        dated = "FROM articles WHERE current AND published IS NOT NULL"
        return (
            self._one(f"SELECT MIN(published) {dated}"),
            self._one(f"SELECT MAX(published) {dated}"),
        )

    def models(self) -> list[str]:
        """The models whose names the archive holds, the most used first."""
        found = self._ask(
            "SELECT model, COUNT(*) FROM articles WHERE current AND model IS NOT NULL "
            "GROUP BY model ORDER BY 2 DESC, 1"
        )
        return [model for model, _ in found]

    def _undated(self) -> int:
        return int(self._one("SELECT COUNT(*) FROM articles WHERE current AND published IS NULL"))

    def _one(self, sql: str, *parameters: Any) -> Any:
        return self._ask(sql, parameters)[0][0]


def _is_ahead(published: str | None, added: str) -> bool:
    """Whether a day lies behind the one on which its article was added."""
    if published is None:
        return False
    try:
        return published > (date.fromisoformat(added[:10]) + A_DAY).isoformat()
    except (ValueError, OverflowError):
        return False
