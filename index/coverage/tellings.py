"""What two sides' texts say, counted once and kept in the person's own cache.

The texts are read from the records, some hundreds at a time, and let go. A person's query may
rest on their own marks, so the counts are kept with the person, whoever owns the archive. They
hold no sentence, only words, names, and numbers of articles.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence

from corpus.coverage import VERSION, Text, telling
from corpus.coverage.passages import Sought, passages
from corpus.coverage.result import Telling
from index.connections import Connections
from index.coverage.result import Opened, Pair
from index.packing import pack_worked_out, unpack_worked_out
from index.private_cache import PrivateCache
from index.records import Records
from index.titled import Titles

BATCH = 200  # articles in memory at a time
STEP = 50  # texts after which it is said how many were read
KEPT = 200  # pairs; two outlets of three thousand articles take about 120 KB
IN_MEMORY = 4
SOON = 0.05  # share of the texts whose names may have been read since, while others are still to
# come: a count of thousands of texts lasts longer than the recogniser takes for some of them
SENTENCES = 30  # of one article that are shown behind a count

Progress = Callable[[int, int], None]


class Tellings:
    """The counted texts of one archive's outlets."""

    def __init__(self, connections: Connections, records: Records, titles: Titles) -> None:
        self._records = records
        self._titles = titles
        self._cache = PrivateCache("outlets", connections.folder, KEPT, records.last_removal)
        self._near: dict[str, Telling] = {}

    def known_by(self) -> str:
        """What all counts rest on beside the texts: rules, and what was decided about names."""
        return json.dumps([VERSION, self._records.names_decided(), self._records.layer_version()])

    def counted_by(self) -> str:
        """The same with the surnames that are somebody's by a title, which takes a second or so."""
        return json.dumps([self.known_by(), self._titles.stamp()])

    def known(self, pair: Pair) -> Telling | None:
        """What was counted before; None when it has to be counted. While names come in, what was
        counted a little earlier serves: its measure says of how many texts they were known."""
        found = self._kept(pair.key)
        if found is None and pair.texts_key and pair.named < _texts(pair):
            earlier = self._kept(pair.texts_key)
            if earlier is not None:
                since = pair.named - earlier.left.recognised - earlier.right.recognised
                found = earlier if 0 <= since <= SOON * _texts(pair) else None
        return found

    def _kept(self, key: str) -> Telling | None:
        found = self._near.get(key)
        if found is None:
            stored = self._cache.get(key, self._records.last_removal())
            found = unpack_worked_out(stored, Telling) if stored else None
            if found is not None:
                self._remember(key, found)
        return found

    def of(self, pair: Pair, progress: Progress | None = None) -> Telling:
        """The counts of a pair, made now or kept from before; `progress` hears (read, of)."""
        removed, found = self._records.last_removal(), self.known(pair)  # before anything is read
        if found is None:
            done, total = [0], _texts(pair)
            if progress is not None:
                progress(0, total)

            def reading(ids: Sequence[str]) -> Iterator[Text]:
                for text in self.texts(ids):
                    yield text
                    done[0] += 1
                    if progress is not None and (done[0] % STEP == 0 or done[0] == total):
                        progress(done[0], total)

            apart = [word for side in (pair.left, pair.right) for name in
                     (side.party.name, *side.party.outlets) for word in name.split()]  # fmt: skip
            found = telling(reading(pair.left.texts), reading(pair.right.texts), apart)
            keys = [pair.key]
            if pair.texts_key and pair.named < total:
                keys.append(pair.texts_key)
            for key in keys:
                self._cache.put(key, removed, pack_worked_out(found))
                self._remember(key, found)
        return found

    def texts(self, ids: Sequence[str]) -> Iterator[Text]:
        """These articles with their names, in this order."""
        for at in range(0, len(ids), BATCH):
            batch = ids[at : at + BATCH]
            seqs = self._records.seqs_of(batch)
            articles = self._records.articles_by_seq(seqs)
            names = self._titles.applied(self._records.names_by_seq(articles))
            by_id = {one.id: (one, names.get(seq)) for seq, one in articles.items()}
            yield from (by_id[one] for one in batch if one in by_id)

    def opened(self, ids: Sequence[str], sought: Sought | None, pair: Pair | None) -> list[Opened]:
        """These articles with the sentences that hold what is sought; without it, their heads."""
        counted = self.known(pair) if pair is not None else None
        standing = counted.standing if counted is not None else frozenset[int]()
        found = []
        for article, names in self.texts(ids):
            held = passages(article, names, sought, standing) if sought is not None else ()
            found.append(
                Opened(
                    article.id, article.outlet, article.headline, article.published,
                    held[:SENTENCES], max(0, len(held) - SENTENCES),
                )
            )  # fmt: skip
        return found

    def _remember(self, key: str, found: Telling) -> None:
        self._near[key] = found
        while len(self._near) > IN_MEMORY:
            del self._near[next(iter(self._near))]


def _texts(pair: Pair) -> int:
    return len(pair.left.texts) + len(pair.right.texts)
