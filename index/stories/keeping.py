"""The stories follow the records: what changed since is placed among what is there.

An article that comes is held against those near it in time; only the stories it is like are
grouped anew, so a batch costs what it touches. The lock must be held.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from corpus.crediting import is_agency_itself
from corpus.precedence import order
from index.connections import Connections
from index.packing import unpack_moment
from index.records import Records
from index.stories.founding import Ask, anchors, founded
from index.stories.shelving import Shelves, are_older, day_of, parts_of, rules

if TYPE_CHECKING:
    import sqlite3


GROUPED = "grouped"  # in meta: the last change that was placed
REGROUPED = "regrouped"  # in meta: how often all was grouped from scratch
VERSION = "stories"  # in meta: the version of the rules that placed
BATCH = 250
KNOWN = "seq, id, published, words, url, outlet, title"


@dataclass(frozen=True, slots=True)
class Known:
    """What placing needs to know of an article besides its traits."""

    seq: int
    id: str
    published: str | None
    words: int
    url: str | None
    outlet: str | None
    title: str
    published_at: str | None = None

    @property
    def rank(self) -> tuple[str, str, int, str]:
        """Earliest first, the undated last; of one day an agency's own text, then by the hour,
        those without one behind it, the longest first."""
        day, hour = order(self.published, self.published_at)
        return day, "" if is_agency_itself(self.outlet) else hour, -self.words, self.id


def known(ask: Ask, rows: Sequence[tuple[Any, ...]]) -> list[Known]:
    """Articles from what is asked for by KNOWN, with the moments that they state; one whose day
    somebody decided otherwise has none."""
    moments = {
        seq: unpack_moment(article)
        for part in parts_of({row[0] for row in rows}, 500)
        for seq, article in ask(
            "SELECT seq, article FROM readings WHERE seq IN (SELECT value FROM json_each(?))",
            (part,),
        )
    }
    found = []
    for row in rows:
        day, moment = moments.get(row[0], (None, None))
        found.append(replace(Known(*row), published_at=moment if day == row[2] else None))
    return found


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

    def outdated(self) -> bool:
        """Whether the stories were grouped by older rules than these."""
        return are_older(self._version())

    def follow(self, limit: int | None = None) -> int:
        """Place the next changed articles, `limit` at most; how many there were."""
        since, newest = self._since(), self._records.change()
        if since == newest and self._version() is not None:
            return 0
        changed = self._ask(
            f"SELECT {KNOWN}, current, change FROM articles "
            "WHERE change > ? ORDER BY change LIMIT ?",
            (since, -1 if limit is None else limit),
        )
        gone = self._ask("SELECT seq, id FROM removed WHERE change > ?", (since,))
        complete = limit is None or len(changed) < limit
        until = newest if complete else changed[-1][8]
        coming = known(self._ask, [row[:7] for row in changed if row[7]])
        leaving = {row[0] for row in changed} | {seq for seq, _ in gone}
        if self._held != since:  # somebody else placed articles meanwhile
            self._shelves = Shelves(self._connections)
        self._held = -1
        with self._connections.transaction() as connection:
            self._place(connection, coming, leaving, dict(gone))
            note(connection, GROUPED, until)
            if self._version() is None:  # what an older version placed is still in place
                note(connection, VERSION, rules())
        self._held = until
        return len(changed)

    # Placing

    def _place(
        self,
        connection: sqlite3.Connection,
        coming: list[Known],
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
        entrants = self._shelves.made(connection, coming)
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
        around = self._known(connection, set(members) | everyone.keys())
        around.sort(key=lambda one: one.rank)
        self._group(
            connection,
            [one for one in around if one.seq not in copies],
            copies,
            before | members,
        )
        self._inherit(connection, before | members, gone)

    def _take_in(self, connection: sqlite3.Connection, part: Sequence[Known]) -> dict[int, int]:
        """Take articles into the pool and keep their links; copies with their origins."""
        from corpus.stories.placing import take_in

        pinned = self._pinned(connection)
        pool = self._shelves.pool(set())
        entrants, standing = self._shelves.made(connection, part), self._shelves.standing()
        taken = take_in(pool, entrants, frozenset(pinned), standing)
        rows = [(a, b, round(likeness * 10_000)) for a, b, likeness in taken.links]
        connection.executemany(
            "INSERT OR REPLACE INTO links VALUES (?, ?, ?)",
            [row for a, b, likeness in rows for row in ((a, b, likeness), (b, a, likeness))],
        )
        return taken.copies

    def _group(
        self,
        connection: sqlite3.Connection,
        heads: list[Known],
        copies: dict[int, int],
        before: dict[int, int],
    ) -> None:
        """Group these articles anew and write down who is in which story."""
        from corpus.stories.grouping import group

        numbers = [one.seq for one in heads]
        among = set(numbers)
        pinned = self._pinned(connection)
        decided = {seq: pinned[seq] for seq in numbers if seq in pinned}
        days, held, between, outlets, titles = told(heads, decided)
        links = [
            (a, b, likeness / 10_000)
            for a, b, likeness in self._of(
                connection, "SELECT seq, other, likeness FROM links WHERE seq IN", among
            )
            if (a < b if b in among else not days[a])
        ]
        around = days | self._days_around(connection, links, days)
        groups = group(numbers, links, around, held, between, outlets, titles)
        rows = founded(groups, copies, before)
        connection.executemany("INSERT OR REPLACE INTO placed VALUES (?, ?, ?)", rows)

    def _days_around(
        self,
        connection: sqlite3.Connection,
        links: Iterable[tuple[int, int, float]],
        days: Mapping[int, int],
    ) -> dict[int, int]:
        """The days of those outside that articles without a day are like."""
        others = {b for _, b, _ in links if b not in days}
        found = self._of(connection, "SELECT seq, published FROM articles WHERE seq IN", others)
        return {seq: day_of(published) for seq, published in found}

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

    def _copies_of(self, connection: sqlite3.Connection, origins: set[int]) -> list[Known]:
        found = self._of(
            connection, "SELECT seq FROM placed WHERE seq != origin AND origin IN", origins
        )
        return self._known(connection, {seq for (seq,) in found} - origins)

    def _known(self, connection: sqlite3.Connection, numbers: set[int]) -> list[Known]:
        found = self._of(
            connection,
            f"SELECT {KNOWN} FROM articles WHERE seq IN",
            numbers,
        )
        return known(lambda *asked: connection.execute(*asked).fetchall(), list(found))

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
        """What people decided, this transaction's decisions included."""
        return anchors(lambda sql, parameters: connection.execute(sql, parameters).fetchall())

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


def told(
    heads: Sequence[Known], decided: dict[int, str]
) -> tuple[
    dict[int, int], dict[int, str], dict[int, tuple[int, int]], dict[int, str], dict[int, str]
]:
    """What grouping asks about articles: their days, what people decided, the days between which
    those without one came out as their addresses tell, their outlets, their titles."""
    from corpus.stories.addresses import days_of

    days = {one.seq: day_of(one.published) for one in heads}
    between = {one.seq: found for one in heads if not days[one.seq] and (found := days_of(one.url))}
    outlets = {one.seq: one.outlet for one in heads if one.outlet}
    return days, decided, between, outlets, {one.seq: one.title for one in heads}


def state(records: Records) -> tuple[str, str]:
    """What the stories are of: another one after every change of them."""
    return str(records.meta(GROUPED) or 0), str(records.meta(REGROUPED) or 0)


def note(connection: sqlite3.Connection, key: str, value: int | str) -> None:
    """Write down a value that the archive keeps about itself."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))
