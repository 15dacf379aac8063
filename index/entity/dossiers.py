"""The dossiers of an archive's entities: read as far as somebody asked, kept in step.

When articles came in or changed only these are read; a query takes its part of what is there.
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Callable, Iterator, Sequence

from corpus.appearing import VERSION, appearance
from corpus.article import Article, Names
from index import same_names
from index.connections import Connections
from index.entity.dossier import Dossier, Making, Packed, packed, unpacked
from index.packing import pack_worked_out, unpack_worked_out
from index.private_cache import PrivateCache
from index.records import Records
from index.titled import Titles

BATCH = 200  # articles in memory at a time
KEPT = 300  # entities; one that 9,000 articles name takes about 2 MB
IN_MEMORY = 4
FEW = 20  # articles that are read again rather than all of a dossier written down again
FORM = "2"  # of what is kept

Progress = Callable[[int, int], None]


class Dossiers:
    """The entities of one archive, as far as somebody asked for them. For any thread: who asks
    while another's dossier is made waits."""

    def __init__(self, connections: Connections, records: Records, titles: Titles) -> None:
        self._ask = connections.rows
        self._records = records
        self._titles = titles
        self._cache = PrivateCache("entities", connections.folder, KEPT, records.last_removal)
        self._near: dict[tuple[str, int], Dossier] = {}
        self._last: Making | None = None
        self._lock = threading.Lock()

    def articles(self, key: str) -> dict[int, tuple[int, str | None]]:
        """The articles that name an entity, by title too: number → (last change, model of the
        names)."""
        rows = self._ask(
            "SELECT DISTINCT seq, change, model FROM mentions JOIN articles USING (seq) "
            "WHERE current AND (key IN (SELECT value FROM json_each(?1)) "
            "OR seq IN (SELECT value FROM json_each(?2))) ORDER BY seq",
            (
                json.dumps(same_names.members(self._ask, key)),
                json.dumps(sorted(seq for one in self._titles.counted_in(key) for seq in one.seqs)),
            ),
        )
        return {seq: (change, model) for seq, change, model in rows}

    def unread(self, key: str) -> int:
        """How many articles have to be read before the entity can be told of."""
        with self._lock:
            known = set(_stamps(self._known(key)))
        return sum((seq, *stamp) not in known for seq, stamp in self.articles(key).items())

    def of(self, key: str, progress: Progress | None = None) -> Dossier:
        """What the articles say of an entity; `progress` hears (read, of how many)."""
        with self._lock:
            return self._followed(key, progress)

    def _followed(self, key: str, progress: Progress | None) -> Dossier:
        import numpy as np

        at, removed = self._name(key), self._records.last_removal()  # as of before anything is read
        wanted, known = self.articles(key), self._known(key)
        stays = np.array(
            [wanted.get(seq) == (change, model) for seq, change, model in _stamps(known)],
            dtype=bool,
        )
        missing = sorted(wanted.keys() - set(known.articles[stays, 0].tolist()))
        if not missing and stays.all():
            return known
        making, self._last = self._last, None  # what numbers its words takes a while to make
        if making is None or making.known is not known:
            making = Making(known)
        making.known = known.among(stays)
        told = self._titles.counted_in(key)
        for done, (seq, article, names) in enumerate(self._texts(missing), 1):
            found = appearance(article, self._titles.joined({seq: names}, told)[seq], key)
            if found.named:
                making.add(seq, wanted[seq], found)
            if progress is not None and (done % BATCH == 0 or done == len(missing)):
                progress(done, len(missing))
        made = making.made()
        self._last = making
        if len(missing) > FEW or not known.size:
            self._cache.put(at, removed, pack_worked_out(packed(made)))
        self._remember((at, removed), made)
        return made

    def _known(self, key: str) -> Dossier:
        at = self._name(key), self._records.last_removal()
        found = self._near.get(at)
        if found is None:
            stored = self._cache.get(*at)
            found = unpacked(unpack_worked_out(stored, Packed) if stored else None)
            self._remember(at, found)
        return found

    def _remember(self, at: tuple[str, int], found: Dossier) -> None:
        self._near.pop(at, None)
        self._near[at] = found
        for other in [one for one in self._near if one[1] != at[1]]:
            del self._near[other]  # an article was removed since
        while len(self._near) > IN_MEMORY:
            del self._near[next(iter(self._near))]

    def _name(self, key: str) -> str:
        """What a dossier is known by: whose it is, and what it rests on beside the articles."""
        by_title = [one.alone for one in self._titles.counted_in(key)]
        rests = [VERSION, FORM, key, by_title, same_names.members(self._ask, key),
                 self._records.names_decided(), self._records.layer_version()]  # fmt: skip
        return hashlib.sha256(json.dumps(rests).encode()).hexdigest()[:32]

    def _texts(self, seqs: Sequence[int]) -> Iterator[tuple[int, Article, Names]]:
        for at in range(0, len(seqs), BATCH):
            articles = self._records.articles_by_seq(seqs[at : at + BATCH])
            names = self._records.names_by_seq(articles)
            yield from ((seq, articles[seq], names[seq]) for seq in sorted(names))


def _stamps(dossier: Dossier) -> Iterator[tuple[int, int, str | None]]:
    """Number, last change and model of every article of a dossier."""
    models: tuple[str | None, ...] = (*dossier.models, None)
    for seq, change, model in dossier.articles[:, :3].tolist():
        yield seq, change, models[model]
