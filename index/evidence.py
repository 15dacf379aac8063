"""What learning and reading anew look at: all articles' versions, lines, outlets and names.

Plain questions to the records, streamed where they are large. Only newest versions teach.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from corpus.article import Article, EntityType
from corpus.learning import Named
from index import packing
from index.connections import Connections

_PAGE = 100


class Evidence:
    """Questions about all articles of one archive."""

    def __init__(self, connections: Connections) -> None:
        self._ask = connections.rows

    def versions(self) -> list[tuple[int, str, str | None, str, str | None, str | None]]:
        """(seq, id, outlet, rules, layer, model) of all articles, older versions too."""
        return self._ask("SELECT seq, id, outlet, rules, layer, model FROM articles ORDER BY seq")

    def kept(self, seq: int) -> tuple[str, bytes, bytes] | None:
        """(id, packed reading, packed original) of the article with this number."""
        found = self._ask(
            "SELECT id, article, document FROM articles JOIN readings USING (seq) "
            "JOIN originals USING (seq) WHERE seq = ?",
            (seq,),
        )
        return found[0] if found else None

    def is_recognised(self, seq: int) -> bool:
        """Whether the names of an article have been found."""
        return bool(self._ask("SELECT 1 FROM articles WHERE seq = ? AND model IS NOT NULL", (seq,)))

    def outlets(self) -> list[str]:
        """The outlets of the articles, as judged."""
        found = self._ask(
            "SELECT DISTINCT outlet FROM articles WHERE current AND outlet IS NOT NULL"
        )
        return sorted(outlet for (outlet,) in found)

    def readings_of(self, outlet: str) -> Iterator[Article]:
        """What was read out of an outlet's articles."""
        last = 0
        while found := self._ask(
            "SELECT seq, article FROM articles JOIN readings USING (seq) "
            f"WHERE current AND outlet = ? AND seq > ? ORDER BY seq LIMIT {_PAGE}",
            (outlet, last),
        ):
            last = found[-1][0]
            yield from (packing.unpack_article(blob) for _, blob in found)

    def publishers(self) -> list[tuple[str, str | None]]:
        """(outlet, address) of every article with an outlet."""
        return self._ask("SELECT outlet, url FROM articles WHERE current AND outlet IS NOT NULL")

    def names(self) -> Iterator[Named]:
        """Every name with its usual spelling and the number of its articles."""
        last: Named | None = None
        for key, name, type_, count in self._ask(
            "SELECT key, name, type, COUNT(*) FROM mentions JOIN articles USING (seq) "
            "WHERE current GROUP BY key, name ORDER BY key, 4 DESC, name"
        ):
            if last is not None and last.key == key:
                last = Named(key, last.name, last.type, last.articles + count)
                continue
            if last is not None:
                yield last
            last = Named(key, name, cast(EntityType, type_), count)
        if last is not None:
            yield last
