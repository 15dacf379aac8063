"""Deciding about names and outlets across all articles: merging, parting, other spellings.

Names are given by their keys ("person:ann bell") or, where only one name is meant, as they
are written. Every decision is a judgement, taken back like any other.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from corpus.errors import BroadsheetError
from corpus.text import fold
from index import same_names
from index.connections import Connections
from index.correcting_names import NameCorrecting
from index.decided_names import spelling_key
from index.judged import NAME_MERGE, NAME_PART, OUTLET_ALIAS, BadJudgement
from index.judgements import Judging
from index.records import Records
from index.reports import Judgement


class NoSuchName(BroadsheetError):
    """A name that no article has."""

    exit_status = 1


class AmbiguousName(BroadsheetError):
    """A name that several keys have."""


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name across all articles: under its key, with the keys that stand for it and why."""

    key: str
    name: str
    articles: int
    others: tuple[tuple[str, str, int], ...]  # (key, why, articles)


class NameDeciding(NameCorrecting):
    """Decisions about the names and outlets of one archive."""

    def __init__(self, connections: Connections, records: Records, judging: Judging) -> None:
        super().__init__(connections.rows, records, judging, self.key_of)

    def key_of(self, name: str) -> str:
        """The key of a name as people write it; NoSuchName, or AmbiguousName with the keys."""
        asked = fold(name.strip())
        rows = self._ask(
            "SELECT key FROM keys WHERE key = ?1 OR substr(key, -?2) = ?3 ORDER BY key",
            (asked, len(asked) + 1, f":{asked}"),
        )
        found = [key for (key,) in rows]
        if not found:
            raise NoSuchName(
                f"No article names {name!r}; `broadsheet names PART` lists names with their keys."
            )
        if len(found) > 1:
            raise AmbiguousName(f"{name!r} may be {', '.join(found)}; write one of these keys.")
        return str(found[0])

    def like(self, part: str, limit: int = 100) -> list[KnownName]:
        """Names that hold this text, those in most articles first, each with what it stands for."""
        asked = fold(part.strip())
        rows = self._ask(
            "SELECT COALESCE(root, key) AS shown, COUNT(DISTINCT seq) FROM mentions "
            "LEFT JOIN same_names USING (key) WHERE key IN (SELECT other.key FROM keys "
            "LEFT JOIN same_names AS one USING (key) LEFT JOIN same_names AS other "
            "ON other.root = one.root WHERE INSTR(keys.key, ?1) > 0 UNION "
            "SELECT key FROM keys WHERE INSTR(key, ?1) > 0) "
            "GROUP BY shown ORDER BY 2 DESC, shown LIMIT ?2",
            (asked, limit),
        )
        return [
            KnownName(key, same_names.name_of(self._ask, key), articles, self._standing_for(key))
            for key, articles in rows
        ]

    def merge(self, name: str, into: str, *, author: str | None = None) -> Judgement | None:
        """Let a name stand for another; None when that holds already by a judgement."""
        key, root = self.key_of(name), self.key_of(into)
        return self._judging.judge("", NAME_MERGE, key, root, author)

    def part(
        self, name: str, spelling: str, *, article: str | None = None, author: str | None = None
    ) -> Judgement | None:
        """Part a spelling from a name, in all articles or in one."""
        key = self.key_of(name)
        full = self._records.resolve(article) if article else ""
        parted = spelling_key(key, spelling)
        if parted == key:
            raise BadJudgement(f"{spelling!r} is the name {key} itself; part another spelling.")
        if full and parted in same_names.members(self._ask, key):
            raise BadJudgement(
                f"{parted} stands for {key} in all articles; part them there, not in one article."
            )
        return self._judging.judge(full, NAME_PART, spelling.strip(), key, author)

    def spelt(self, name: str, spelling: str) -> frozenset[tuple[object, ...]]:
        """Which articles have a name, and a spelling as a name of its own, how often, and what
        stands for what: a parting that leaves this as it was changes nothing."""
        key = self.key_of(name)
        keys = json.dumps([*same_names.members(self._ask, key), spelling_key(key, spelling)])
        asked = "IN (SELECT value FROM json_each(?))"
        rows = self._ask(f"SELECT key, seq, count FROM mentions WHERE key {asked}", (keys,))
        joins = self._ask(f"SELECT key, root FROM same_names WHERE key {asked}", (keys,))
        return frozenset([*rows, *joins])

    def outlet(self, spelling: str, name: str, *, author: str | None = None) -> Judgement | None:
        """Let an outlet's spelling be shown and found under a name."""
        return self._judging.judge("", OUTLET_ALIAS, name.strip(), spelling.strip(), author)

    def _standing_for(self, root: str) -> tuple[tuple[str, str, int], ...]:
        rows = self._ask(
            "SELECT key, why, (SELECT COUNT(*) FROM mentions WHERE mentions.key = same_names.key) "
            "FROM same_names WHERE root = ? AND key != root ORDER BY key",
            (root,),
        )
        return tuple((key, why, articles) for key, why, articles in rows)
