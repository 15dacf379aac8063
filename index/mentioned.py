"""Which names the articles mention: asked of the records by queries, facets and completion.

A name's key is its type and its folded spelling (`person:ines varga`); keys that are one name
share a root in `same_names`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from index.connections import Connections


class Mentioned:
    """Questions about names to the records of one archive."""

    def __init__(self, connections: Connections) -> None:
        self._ask = connections.rows

    def keys_holding(self, type_: str | None, part: str) -> list[str]:
        """Keys of entities of a type (None: any) that hold this text, or a full stop."""
        found = self._ask(
            "SELECT key FROM keys WHERE key >= ? AND key < ? "
            "AND (INSTR(key, ?) > 0 OR INSTR(key, '.') > 0)",
            (f"{type_}:", f"{type_};", part) if type_ else ("", "\U0010ffff", part),
        )
        return [key for (key,) in found]

    def names_beginning(
        self, type_: str | None, beginning: str, limit: int
    ) -> list[tuple[str, int]]:
        """Names one of whose words begins so, with the number of articles, the most first."""
        first, last = (f"{type_}:", f"{type_};") if type_ else ("", "\U0010ffff")
        return self._ask(
            "SELECT name, COUNT(*) FROM mentions WHERE key IN (SELECT key FROM keys "
            "WHERE key >= ? AND key < ? AND (INSTR(key, ?) > 0 OR INSTR(key, ?) > 0) LIMIT 500) "
            "GROUP BY name ORDER BY 2 DESC, 1 LIMIT ?",
            (first, last, f":{beginning}", f" {beginning}", limit),
        )

    def seqs_naming(self, keys: Iterable[str]) -> set[int]:
        """The articles that mention an entity with one of these keys."""
        found = self._ask(
            "SELECT seq FROM mentions WHERE key IN ("
            "SELECT value FROM json_each(?1) UNION SELECT other.key FROM same_names AS one "
            "JOIN same_names AS other ON other.root = one.root "
            "WHERE one.key IN (SELECT value FROM json_each(?1)))",
            (json.dumps(list(keys)),),
        )
        return {seq for (seq,) in found}

    def naming_counts(self, seqs: Iterable[int], type_: str, limit: int) -> list[tuple[str, int]]:
        """The names of a type that most of these articles mention, with how many do."""
        from index import same_names

        among = json.dumps(list(seqs))
        found = self._ask(
            "SELECT (SELECT name FROM mentions WHERE key = counted.key "
            "GROUP BY name ORDER BY COUNT(*) DESC, name LIMIT 1), articles FROM ("
            "SELECT key, COUNT(*) AS articles FROM mentions WHERE key >= ? AND key < ? "
            "AND key NOT IN (SELECT key FROM same_names) "
            "AND seq IN (SELECT value FROM json_each(?)) "
            "GROUP BY key ORDER BY articles DESC, key LIMIT ?) AS counted",
            (f"{type_}:", f"{type_};", among, limit),
        )
        found += same_names.counts(self._ask, among, type_)
        return sorted(found, key=lambda counted: -counted[1])[:limit]
