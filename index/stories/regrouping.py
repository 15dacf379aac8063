"""Grouping all articles from scratch: the same stories whatever the order of adding.

Everything is worked out while others read and write; the lock is held for moments only, to keep
traits that were missing and to put the result in the place of the old one. What changed
meanwhile is placed after that like anything new.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from index.connections import Connections
from index.records import Records
from index.stories.backing import Backing
from index.stories.founding import anchors, founded
from index.stories.keeping import BATCH, GROUPED, KNOWN, REGROUPED, VERSION, known, note, told
from index.stories.shelving import Shelves, entrants, rules


def regroup(
    connections: Connections,
    records: Records,
    progress: Callable[[int, int], None] | None = None,
) -> int:
    """Group every article anew, earliest first; how many. `progress` hears (done, of how many).

    What articles are known by is found anew where the rules are newer. Interrupted, no article
    has changed its story.
    """
    from corpus.stories.grouping import group
    from corpus.stories.likeness import Pool
    from corpus.stories.placing import take_in

    newest = records.change()
    outdated = records.meta(VERSION) not in (None, rules())
    everyone = known(
        connections.rows, connections.rows(f"SELECT {KNOWN} FROM articles WHERE current")
    )
    everyone.sort(key=lambda one: one.rank)
    pinned = anchors(connections.rows)
    alone = frozenset(pinned)
    shelves, pool = Shelves(connections), Pool(Backing(connections.folder).room)
    copies: dict[int, int] = {}
    links: list[tuple[int, int, float]] = []
    for begin in range(0, len(everyone), BATCH):
        part = everyone[begin : begin + BATCH]
        missing = {one.seq for one in part} if outdated else shelves.missing(part)
        if missing:
            with connections.lock(), connections.transaction() as connection:
                shelves.make(connection, missing)
        coming = entrants(connections.rows, [one.seq for one in part])
        taken = take_in(pool, coming, alone, shelves.standing())
        copies |= taken.copies
        links += taken.links
        if progress is not None:
            progress(begin + len(part), len(everyone))
    heads = [one for one in everyone if one.seq not in copies]
    numbers = [one.seq for one in heads]
    decided = {seq: pinned[seq] for seq in numbers if seq in pinned}
    groups = group(numbers, links, *told(heads, decided))
    with connections.lock(), connections.transaction() as connection:
        before = dict(connection.execute("SELECT seq, story FROM placed").fetchall())
        here = {seq for (seq,) in connection.execute("SELECT seq FROM articles")}
        connection.execute("DELETE FROM links")
        connection.execute("DELETE FROM placed")
        rows: list[tuple[Any, ...]] = []
        for a, b, likeness in links:
            if a in here and b in here:
                rows += [(a, b, round(likeness * 10_000)), (b, a, round(likeness * 10_000))]
        connection.executemany("INSERT OR REPLACE INTO links VALUES (?, ?, ?)", sorted(rows))
        placed = [row for row in founded(groups, copies, before) if row[0] in here]
        connection.executemany("INSERT OR REPLACE INTO placed VALUES (?, ?, ?)", placed)
        note(connection, GROUPED, newest)
        connection.execute(
            "INSERT INTO meta VALUES (?, 1) ON CONFLICT (key) DO UPDATE SET value = value + 1",
            (REGROUPED,),
        )
        note(connection, VERSION, rules())
    return len(everyone)
