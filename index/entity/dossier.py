"""What all articles say of one entity, read once and kept in the person's own cache.

A `Dossier` has an `Entry` for every article that names the entity. When articles came in or
changed only these are read; a query takes its part of what is there. Texts are read some hundreds
at a time and let go; of them only what the entity says is kept, until an article is removed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from corpus.appearing import VERSION, Appearance, Naming, Saying, appearance
from corpus.article import Article, Names
from index import same_names
from index.connections import Connections
from index.packing import pack_worked_out, unpack_worked_out
from index.private_cache import PrivateCache
from index.records import Records

BATCH = 200  # articles in memory at a time
KEPT = 300  # entities; one that 9,000 articles name takes about 2 MB

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Entry:
    """One article's part. `others` number the entities beside it in the dossier's `beside`;
    `together` runs (other, sentence, other, sentence …) over the sentences that name both."""

    seq: int
    change: int
    model: str | None
    named: tuple[Naming, ...]
    said: tuple[Saying, ...]
    role: str | None
    others: tuple[int, ...]
    together: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """All articles' parts, by article; `beside` are the others' (key, name)."""

    entries: tuple[Entry, ...] = ()
    beside: tuple[tuple[str, str], ...] = ()
    why: tuple[tuple[str, str], ...] = ()


class Dossiers:
    """The entities of one archive, as far as somebody asked for them."""

    def __init__(self, connections: Connections, records: Records) -> None:
        self._ask = connections.rows
        self._records = records
        self._cache = PrivateCache("entities", connections.folder, KEPT)
        self._near: tuple[str, Dossier] | None = None

    def articles(self, key: str) -> dict[int, tuple[int, str | None]]:
        """The articles that name an entity: number → (last change, model that read the names)."""
        rows = self._ask(
            "SELECT DISTINCT seq, change, model FROM mentions JOIN articles USING (seq) "
            "WHERE current AND key IN (SELECT value FROM json_each(?)) ORDER BY seq",
            (json.dumps(same_names.members(self._ask, key)),),
        )
        return {seq: (change, model) for seq, change, model in rows}

    def unread(self, key: str) -> int:
        """How many articles have to be read before the entity can be told of."""
        entries = {one.seq: (one.change, one.model) for one in self._known(key).entries}
        return sum(entries.get(seq) != stamp for seq, stamp in self.articles(key).items())

    def of(self, key: str, progress: Progress | None = None) -> Dossier:
        """What the articles say of an entity; `progress` hears (read, of how many)."""
        at, removed = self._name(key), self._records.last_removal()  # as of before anything is read
        wanted, known = self.articles(key), self._known(key)
        kept = [e for e in known.entries if wanted.get(e.seq) == (e.change, e.model)]
        missing = sorted(wanted.keys() - {entry.seq for entry in kept})
        if not missing and len(kept) == len(known.entries):
            return known
        beside = {other: n for n, other in enumerate(known.beside)}
        why = dict(known.why)
        for done, (seq, article, names) in enumerate(self._texts(missing), 1):
            found = appearance(article, names, key)
            if found.named:
                why |= dict(found.why)
                kept.append(_entry(seq, wanted[seq], found, beside))
            if progress is not None and (done % BATCH == 0 or done == len(missing)):
                progress(done, len(missing))
        made = Dossier(
            tuple(sorted(kept, key=lambda one: one.seq)), tuple(beside), tuple(why.items())
        )
        self._cache.put(at, removed, pack_worked_out(made))
        self._near = at, made
        return made

    def _known(self, key: str) -> Dossier:
        at, near = self._name(key), self._near
        if near is None or near[0] != at:
            stored = self._cache.get(at, self._records.last_removal())
            found = unpack_worked_out(stored, Dossier) if stored else None
            self._near = near = at, found or Dossier()
        return near[1]

    def _name(self, key: str) -> str:
        """What a dossier is known by: whose it is, and what it rests on beside the articles."""
        rests = [VERSION, key, same_names.members(self._ask, key), self._records.names_decided(),
                 self._records.layer_version()]  # fmt: skip
        return hashlib.sha256(json.dumps(rests).encode()).hexdigest()[:32]

    def _texts(self, seqs: Sequence[int]) -> Iterator[tuple[int, Article, Names]]:
        for at in range(0, len(seqs), BATCH):
            articles = self._records.articles_by_seq(seqs[at : at + BATCH])
            names = self._records.names_by_seq(articles)
            yield from ((seq, articles[seq], names[seq]) for seq in sorted(names))


def _entry(
    seq: int,
    stamp: tuple[int, str | None],
    found: Appearance,
    beside: dict[tuple[str, str], int],
) -> Entry:
    others, together = [], []
    for one in found.beside:
        number = beside.setdefault((one.key, one.name), len(beside))
        others.append(number)
        for sentence in one.sentences:
            together += [number, sentence]
    return Entry(seq, *stamp, found.named, found.said, found.role, tuple(others), tuple(together))
