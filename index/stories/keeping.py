"""The stories follow the records: what changed since is placed among what is there.

An article that comes is held against those near it in time; only the stories it is like are
grouped anew, so a batch costs what it touches. `everything` groups all articles from scratch,
earliest first: its result does not depend on the order of adding. The lock must be held.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from index.connections import Connections
from index.judged import STORY, in_force
from index.records import Records
from index.results import Judgement
from index.stories.shelving import Shelves, day_of, parts_of, rules

if TYPE_CHECKING:
    import sqlite3


GROUPED = "grouped"  # in meta: the last change that was placed
VERSION = "stories"  # in meta: the version of the rules that placed
BATCH = 250


@dataclass(frozen=True, slots=True)
class _Known:
    """What placing needs to know of an article besides its traits."""

    seq: int
    id: str
    published: str | None
    words: int

    @property
    def rank(self) -> tuple[str, int, str]:
        """Earliest first, the undated last, of one day the longest first."""
        return self.published or "~", -self.words, self.id


class Grouping:
    """Keeps the stories of one archive in step."""

    def __init__(self, connections: Connections, records: Records) -> None:
        self._connections = connections
        self._ask = connections.rows
        self._records = records
        self._shelves = Shelves(connections)
        self._held = -1  # the change up to which the shelves are right

    def waiting(self) -> int:
        """How many changed articles are not placed yet."""
        return int(
            self._ask("SELECT COUNT(*) FROM articles WHERE change > ?", (self._since(),))[0][0]
        )

    def follow(self, limit: int | None = None) -> int:
        """Place the next changed articles, `limit` at most; how many there were."""
        since, newest = self._since(), self._records.change()
        if since == newest and self._version() is not None:
            return 0
        changed = self._ask(
            "SELECT seq, id, published, words, current, change FROM articles "
            "WHERE change > ? ORDER BY change LIMIT ?",
            (since, -1 if limit is None else limit),
        )
        gone = self._ask("SELECT seq, id FROM removed WHERE change > ?", (since,))
        complete = limit is None or len(changed) < limit
        until = newest if complete else changed[-1][5]
        coming = [_Known(*row[:4]) for row in changed if row[4]]
        leaving = {row[0] for row in changed} | {seq for seq, _ in gone}
        if self._held != since:  # somebody else placed articles meanwhile
            self._shelves = Shelves(self._connections)
        self._held = -1
        with self._connections.transaction() as connection:
            self._place(connection, coming, leaving, dict(gone))
            _note(connection, GROUPED, until)
            _note(connection, VERSION, rules())
        self._held = until
        return len(changed)

    def everything(self, progress: Callable[[int, int], None] | None = None) -> int:
        """Group all articles from scratch; how many. `progress` hears (placed, of how many).

        All is kept at the end, or nothing when it is interrupted.
        """
        newest = self._records.change()
        everyone = [
            _Known(*row)
            for row in self._ask("SELECT seq, id, published, words FROM articles WHERE current")
        ]
        everyone.sort(key=lambda one: one.rank)
        self._shelves, self._held = Shelves(self._connections, empty=True), -1
        with self._connections.transaction() as connection:
            before = dict(self._ask_in(connection, "SELECT seq, story FROM placed"))
            connection.execute("DELETE FROM links")
            connection.execute("DELETE FROM placed")
            copies: dict[int, int] = {}
            for begin in range(0, len(everyone), BATCH):
                part = everyone[begin : begin + BATCH]
                copies |= self._take_in(connection, part)
                if progress is not None:
                    progress(begin + len(part), len(everyone))
            heads = [one for one in everyone if one.seq not in copies]
            self._group(connection, heads, copies, before)
            _note(connection, GROUPED, newest)
            _note(connection, VERSION, rules())
        self._shelves = Shelves(self._connections)
        return len(everyone)

    # Placing

    def _place(
        self,
        connection: sqlite3.Connection,
        coming: list[_Known],
        leaving: set[int],
        gone: dict[int, str],
    ) -> None:
        from corpus.stories.placing import origins_of

        before = self._of_each(connection, leaving)
        again = self._copies_of(connection, leaving)
        pool = self._shelves.pool({day_of(one.published) for one in [*coming, *again]})
        pool.drop(leaving)
        everyone = {one.seq: one for one in [*again, *coming]}
        # Who comes and is earlier than the article it is a copy of takes its place.
        pinned = self._pinned(connection)
        entrants = self._shelves.entrants(connection, coming)
        found = origins_of(pool, [one for one in entrants if one.number not in pinned])
        heads = {one.seq: one for one in self._known(connection, set(found.values()))}
        later = {
            origin
            for copy, origin in found.items()
            if everyone[copy].rank < heads[origin].rank and origin not in pinned
        }
        if later:
            displaced = self._copies_of(connection, later) + [heads[seq] for seq in later]
            pool.drop(later)
            everyone |= {one.seq: one for one in displaced}
        moved = leaving | set(everyone)
        before |= self._of_each(connection, moved)
        self._forget(connection, moved)
        ordered = sorted(everyone.values(), key=lambda one: one.rank)
        copies: dict[int, int] = {}
        for begin in range(0, len(ordered), BATCH):
            copies |= self._take_in(connection, ordered[begin : begin + BATCH])
        touched = self._touched(connection, everyone.keys() - copies.keys()) | set(before.values())
        touched |= self._stories_of(connection, copies.values())
        touched |= self._stories_of(connection, self._mates(everyone.keys(), pinned))
        members = dict(
            self._of(connection, "SELECT seq, story FROM placed WHERE story IN", touched)
        )
        origins = dict(
            self._of(connection, "SELECT seq, origin FROM placed WHERE seq IN", set(members))
        )
        copies |= {seq: origin for seq, origin in origins.items() if origin != seq}
        known = self._known(connection, set(members) | everyone.keys())
        known.sort(key=lambda one: one.rank)
        self._group(
            connection,
            [one for one in known if one.seq not in copies],
            copies,
            before | members,
        )
        self._inherit(connection, before | members, gone)

    def _take_in(self, connection: sqlite3.Connection, part: Sequence[_Known]) -> dict[int, int]:
        """Take articles into the pool and keep their links; copies with their origins."""
        from corpus.stories.placing import take_in

        pinned = self._pinned(connection)
        pool = self._shelves.pool(set())
        taken = take_in(pool, self._shelves.entrants(connection, part), frozenset(pinned))
        rows = [(a, b, round(likeness * 10_000)) for a, b, likeness in taken.links]
        connection.executemany(
            "INSERT OR REPLACE INTO links VALUES (?, ?, ?)",
            [row for a, b, likeness in rows for row in ((a, b, likeness), (b, a, likeness))],
        )
        return taken.copies

    def _group(
        self,
        connection: sqlite3.Connection,
        heads: list[_Known],
        copies: dict[int, int],
        before: dict[int, int],
    ) -> None:
        """Group these articles anew and write down who is in which story."""
        from corpus.stories.grouping import group

        numbers = [one.seq for one in heads]
        among = set(numbers)
        links = [
            (a, b, likeness / 10_000)
            for a, b, likeness in self._of(
                connection, "SELECT seq, other, likeness FROM links WHERE seq IN", among
            )
            if a < b and b in among
        ]
        pinned = self._pinned(connection)
        anchors = {seq: pinned[seq] for seq in numbers if seq in pinned}
        sizes = Counter(before.values())
        rank = {seq: k for k, seq in enumerate(numbers)}
        followers: dict[int, list[int]] = {}
        for copy, origin in copies.items():
            followers.setdefault(origin, []).append(copy)
        rows = []
        for members in group(numbers, links, anchors):
            everyone = [seq for head in members for seq in (head, *followers.get(head, ()))]
            founders = [seq for seq in everyone if before.get(seq) == seq]
            if founders:
                story = min(founders, key=lambda seq: (-sizes[seq], rank.get(seq, len(rank)), seq))
            else:
                story = members[0]  # the earliest
            for head in members:
                rows.append((head, story, head))
                rows += [(copy, story, head) for copy in followers.get(head, ())]
        connection.executemany("INSERT OR REPLACE INTO placed VALUES (?, ?, ?)", rows)

    def _inherit(
        self, connection: sqlite3.Connection, before: dict[int, int], gone: dict[int, str]
    ) -> None:
        """Let the ids of stories whose founding article was removed point to their heirs."""
        for founder, full_id in gone.items():
            orphans = {seq for seq, story in before.items() if story == founder} - {founder}
            now = Counter(self._of_each(connection, orphans).values())
            if now:
                heir = min(now, key=lambda story: (-now[story], story))
                connection.execute(
                    "INSERT OR REPLACE INTO story_heirs VALUES (?, ?)", (full_id, heir)
                )

    # What placing asks

    def _touched(self, connection: sqlite3.Connection, numbers: Iterable[int]) -> set[int]:
        """The stories that these articles may become part of."""
        from corpus.stories.grouping import ALIKE

        others = {
            other
            for _, other, likeness in self._of(
                connection, "SELECT seq, other, likeness FROM links WHERE seq IN", set(numbers)
            )
            if likeness >= ALIKE * 10_000
        }
        return self._stories_of(connection, others)

    def _stories_of(self, connection: sqlite3.Connection, numbers: Iterable[int]) -> set[int]:
        found = self._of(connection, "SELECT DISTINCT story FROM placed WHERE seq IN", set(numbers))
        return {story for (story,) in found}

    def _of_each(self, connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, int]:
        """Article → its story, for those that are placed."""
        return dict(self._of(connection, "SELECT seq, story FROM placed WHERE seq IN", numbers))

    def _copies_of(self, connection: sqlite3.Connection, origins: set[int]) -> list[_Known]:
        found = self._of(
            connection, "SELECT seq FROM placed WHERE seq != origin AND origin IN", origins
        )
        return self._known(connection, {seq for (seq,) in found} - origins)

    def _known(self, connection: sqlite3.Connection, numbers: set[int]) -> list[_Known]:
        found = self._of(
            connection, "SELECT seq, id, published, words FROM articles WHERE seq IN", numbers
        )
        return [_Known(*row) for row in found]

    def _forget(self, connection: sqlite3.Connection, numbers: set[int]) -> None:
        for part in parts_of(numbers):
            for sql in (
                "DELETE FROM links WHERE (seq, other) IN (SELECT other, seq FROM links "
                "WHERE seq IN (SELECT value FROM json_each(?1)))",
                "DELETE FROM links WHERE seq IN (SELECT value FROM json_each(?1))",
                "DELETE FROM placed WHERE seq IN (SELECT value FROM json_each(?1))",
            ):
                connection.execute(sql, (part,))

    def _pinned(self, connection: sqlite3.Connection) -> dict[int, str]:
        """What people decided: article → the anchor of its story."""
        found = self._ask_in(
            connection,
            "SELECT * FROM judgements WHERE field = ?1 OR undoes IN "
            "(SELECT id FROM judgements WHERE field = ?1 OR undoes IS NOT NULL)",
            (STORY,),
        )
        if not found:
            return {}
        anchors: dict[str, str] = {}
        for one in in_force(Judgement(*row) for row in found):
            if one.field == STORY:
                if one.value is None:
                    anchors.pop(one.article, None)
                else:
                    anchors[one.article] = one.value
        rows = self._ask_in(
            connection,
            "SELECT seq, id FROM articles WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(anchors)),),
        )
        return {seq: anchors[full_id] for seq, full_id in rows}

    def _mates(self, numbers: Iterable[int], pinned: dict[int, str]) -> set[int]:
        """Those that people put with these articles."""
        anchors = {pinned[seq] for seq in numbers if seq in pinned}
        return {seq for seq, anchor in pinned.items() if anchor in anchors}

    def _since(self) -> int:
        return int(self._records.meta(GROUPED) or 0)

    def _version(self) -> str | None:
        found: str | None = self._records.meta(VERSION)
        return found

    def _of(
        self, connection: sqlite3.Connection, sql: str, numbers: Iterable[int]
    ) -> Iterator[tuple[Any, ...]]:
        """The rows of a question that ends in IN, for any number of numbers."""
        for part in parts_of(numbers):
            yield from connection.execute(f"{sql} (SELECT value FROM json_each(?))", (part,))

    def _ask_in(
        self, connection: sqlite3.Connection, sql: str, parameters: Sequence[Any] = ()
    ) -> list[tuple[Any, ...]]:
        return connection.execute(sql, parameters).fetchall()


def _note(connection: sqlite3.Connection, key: str, value: int | str) -> None:
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))
