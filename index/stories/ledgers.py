"""Ledgers that were made once: kept with the archive, or with the person where it is not writable.

A ledger is known by its articles with the last change of each, by the names that are read, by
what people decided about names, and by the version of the rules; when one of these changes, it
is made anew. Removing an article erases every ledger that it stood in.
"""

from __future__ import annotations

import hashlib
import json
from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from index import premises
from index.connections import Connections
from index.locking import NotWritable, WriterBusy
from index.private_cache import PrivateCache
from index.records import Records

if TYPE_CHECKING:
    from corpus.ledger.result import Ledger

IN_MEMORY = 32  # ledgers; a story of forty articles takes about a megabyte
KEPT = 2_000  # in the archive, those made last


class Ledgers:
    """The ledgers of one archive."""

    def __init__(self, connections: Connections, records: Records) -> None:
        self._connections = connections
        self._ask = connections.rows
        self._records = records
        self._near: OrderedDict[str, Ledger] = OrderedDict()
        self._disputed: dict[str, int] = {}
        self._counts = PrivateCache("disputed", connections.folder, KEPT, records.last_removal)
        self._own = PrivateCache("ledgers", connections.folder, KEPT, records.last_removal)

    def of(
        self,
        ids: Sequence[str],
        wanted: Collection[str] = (),
        progress: Callable[[int, int], None] | None = None,
    ) -> Ledger:
        """The ledger of these articles (full ids), made now or kept from before; of more than can
        be compared those `wanted` rather than others. `progress` hears (steps done, of how many)
        while it is made."""
        removed = self._records.last_removal()  # as of before anything is read
        key = self._key(ids, wanted)
        found = self._near.pop(key, None) or self._kept(key)
        if found is None:
            found = self._made(ids, wanted, progress or _unheard)
            self._keep(key, ids, found, removed)
        self._near[key] = found
        while len(self._near) > IN_MEMORY:
            self._near.popitem(last=False)
        return found

    def known(self, ids: Sequence[str], wanted: Collection[str] = ()) -> Ledger | None:
        """The ledger of these articles if it was made before."""
        key = self._key(ids, wanted)
        return self._near.get(key) or self._kept(key)

    def disputed(self, ids: Sequence[str]) -> int:
        """How many facts articles may disagree about in the ledger of these articles (full ids);
        where that was counted before, the ledger itself is not read."""
        removed, key = self._records.last_removal(), self._key(ids)
        found = self._disputed.get(key)
        if found is None:
            stored = self._counts.get(key, removed)
            found = int(stored) if stored and stored.isdigit() else None
        if found is None:
            found = self.of(ids).disputed
            self._counts.put(key, removed, b"%d" % found)
        self._disputed[key] = found
        return found

    def _made(
        self, ids: Sequence[str], wanted: Collection[str], progress: Callable[[int, int], None]
    ) -> Ledger:
        from corpus.ledger import chosen, ledger

        rows = self._records.rows(ids)
        within, beyond = chosen(rows, wanted)  # only those that will be compared are unpacked
        records = [self._records.record(rows[k].id) for k in within]
        articles, names = [one.article for one in records], [one.names for one in records]
        made = ledger(articles, names, wanted, progress)
        return replace(made, left_out=tuple(rows[k].id for k in beyond))

    def _key(self, ids: Sequence[str], wanted: Collection[str] = ()) -> str:
        from corpus.ledger import IN_FULL, VERSION

        articles = self._ask(
            "SELECT id, change, model FROM articles "
            "WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
            (json.dumps(list(ids)),),
        )
        names, layer = self._records.names_decided(), self._records.layer_version()
        chosen = sorted(set(wanted) & set(ids)) if len(ids) > IN_FULL else []  # else all are
        content = json.dumps([VERSION, articles, names, layer, *([chosen] if chosen else [])])
        return hashlib.sha256(content.encode()).hexdigest()[:32]

    def _kept(self, key: str) -> Ledger | None:
        found = self._ask("SELECT ledger FROM ledgers WHERE key = ?", (key,))
        stored = found[0][0] if found else self._personal(key)
        from corpus.ledger.result import Ledger
        from index.packing import unpack_worked_out

        return unpack_worked_out(stored, Ledger) if stored else None

    def _keep(self, key: str, ids: Sequence[str], made: Ledger, removed: int) -> None:
        from index.packing import pack_worked_out

        stored = pack_worked_out(made)
        if not premises.is_writable(self._connections.folder):
            self._own.put(key, removed, stored)
            return
        # Who writes at this moment is not waited for: the ledger is made again another time.
        with suppress(NotWritable, WriterBusy), self._connections.lock(patience=0):
            if self._records.last_removal() != removed:
                return  # nothing of what was removed meanwhile may come back
            with self._connections.transaction() as connection:
                connection.execute(
                    "INSERT OR REPLACE INTO ledgers VALUES (?, ?, ?, ?)",
                    (key, self._records.change(), json.dumps(list(ids)), stored),
                )
                connection.execute(
                    "DELETE FROM ledgers WHERE key IN "
                    "(SELECT key FROM ledgers ORDER BY made DESC, key LIMIT -1 OFFSET ?)",
                    (KEPT,),
                )

    # Where the archive is not ours to write: the person's own cache

    def _personal(self, key: str) -> bytes | None:
        if premises.is_writable(self._connections.folder):
            return None
        return self._own.get(key, self._records.last_removal())


def _unheard(done: int, of: int) -> None:
    """Nobody waits to hear how far it is."""
