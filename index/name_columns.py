"""Who is named where, as arrays: for counting the names of thousands of articles at once.

For each type, of every article the numbers of the keys of its names, one article after the other.
Names come after the texts, a batch of articles at a time, and each batch is put in its place among
them; most may come from a file (`index.kept_names`). That two keys are one name is a mapping when
it is asked (`same`), so merging and parting names changes nothing here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from index.name_keys import Arrays, Keys
from index.postings.arrays import Array, distinct, offsets, ranges, rising, smallest, tallied
from index.postings.spans import bounds

_FEW = 8  # times as many mentions in all as in some articles, from which these are counted singly
_AT_ONCE = 128  # keys that are counted first

Row = tuple[str, str, int, str]
"""A key, a name as it is written, how many articles write it so, and their numbers, by commas."""


class NameColumns:
    """The mentions of an archive, as of the articles that were taken in."""

    def __init__(self, kept: Mapping[str, Arrays] | None = None) -> None:
        """`kept`: what `arrays` gave for each type, as read from a file."""
        self._columns: dict[str, _Column] = defaultdict(_Column)
        self._columns.update((type_, _Column(arrays)) for type_, arrays in (kept or {}).items())

    def __len__(self) -> int:
        return sum(map(len, self._columns.values()))

    def arrays(self) -> dict[str, Arrays]:
        """All of it as arrays to be kept, by type."""
        return {type_: column.arrays() for type_, column in self._columns.items()}

    def articles(self) -> set[int]:
        """The numbers of the articles that were taken in."""
        return {seq for column in self._columns.values() for seq in column.articles.tolist()}

    def add(self, rows: Iterable[Row]) -> None:
        """Take in the mentions of articles that were not there."""
        of_type = defaultdict[str, list[Row]](list)
        for row in rows:
            of_type[row[0].partition(":")[0]].append(row)
        for type_, some in of_type.items():
            self._columns[type_].add(some)

    def counted(
        self,
        seqs: Sequence[int] | Array,
        types: Sequence[str],
        same: Iterable[tuple[str, str]],
        limit: int,
    ) -> dict[str, list[tuple[str, int]]]:
        """For each type the names that most of these articles mention, with how many do.

        `same` says of keys which key they stand for; an article counts once for all of these.
        """
        asked = np.asarray(seqs, np.int64)
        if len(asked) > 1 and (asked[1:] <= asked[:-1]).any():
            asked = distinct(asked)
        joined = sorted(same, key=lambda pair: (pair[1], pair[0]))
        return {
            type_: self._columns[type_].counted(
                asked, [pair for pair in joined if pair[0].startswith(f"{type_}:")], limit
            )
            if type_ in self._columns
            else []
            for type_ in types
        }


class _Column:
    """The mentions of names of one type."""

    def __init__(self, kept: Arrays | None = None) -> None:
        self._keys = Keys(kept)
        nothing = np.zeros(0, np.uint32)
        self.articles = nothing if kept is None else kept["articles"]  # that mention any, rising
        # Of each article how many it mentions, and of each mention the number of its key.
        self._counts = nothing.astype(np.int64) if kept is None else kept["counts"].astype(np.int64)
        self._codes = nothing if kept is None else kept["codes"]
        self._place()

    def arrays(self) -> Arrays:
        """The column as arrays, its keys sorted."""
        keys, place = self._keys.arrays()
        codes = place.take(self._codes).astype(np.uint32)
        counts = smallest(self._counts)
        return {**keys, "articles": self.articles, "counts": counts, "codes": codes}

    def __len__(self) -> int:
        return len(self._codes)

    def add(self, rows: Sequence[Row]) -> None:
        """Take in the mentions of articles that were not there."""
        codes, counts = [], []
        for key, name, count, _ in rows:
            codes.append(self._keys.wrote(key, name, count))
            counts.append(count)
        told = ",".join(seqs for *_, seqs in rows).split(",")
        held = np.repeat(self.articles, self._counts)
        seqs = np.concatenate([held, np.array(told, "S10").astype(np.uint32)])
        fresh = np.repeat(np.array(codes, np.uint32), np.array(counts, np.int64))
        order = rising(seqs)
        self.articles, self._counts = tallied(seqs[order])
        self._codes = np.concatenate([self._codes, fresh])[order]
        self._place()

    def _place(self) -> None:
        self._begins = offsets(self._counts)
        # Where each article is among these by its number, -1: it mentions none.
        self._places = np.full(int(self.articles.max(initial=0)) + 1, -1, np.int32)
        self._places[self.articles] = np.arange(len(self.articles))
        self._ranked: _Ranked | None = None

    def counted(
        self, asked: Array, joined: Sequence[tuple[str, str]], limit: int
    ) -> list[tuple[str, int]]:
        """The names that most of these articles, whose numbers rise, mention."""
        at = self._places[asked[: np.searchsorted(asked, len(self._places))]]
        at = at[at >= 0]
        known = [(self._keys.number(key), root) for key, root in joined]
        some = [(code, root) for code, root in known if code is not None]
        alone = np.ones(len(self._keys), bool)
        alone[[code for code, _ in some]] = False
        counts = self._counts[at]
        if int(counts.sum()) * _FEW > len(self._codes):
            codes, often = self._by_code().most(bounds(len(self.articles), at), alone, limit)
        else:
            held = self._codes.take(ranges(self._begins[at], counts))
            found = np.bincount(held, minlength=len(self._keys))
            codes = np.flatnonzero((found > 0) & alone)
            often = found[codes]
        most = self._most(codes, often, limit) + self._together(some, at)
        most.sort(key=lambda pair: -pair[1])
        return [(self._name(key), count) for key, count in most[:limit]]

    def _by_code(self) -> _Ranked:
        if self._ranked is None:
            self._ranked = _Ranked(self._codes, self._counts, len(self._keys))
        return self._ranked

    def _name(self, key: str) -> str:
        """How the articles usually write the name with this key."""
        code = self._keys.number(key)
        return key.partition(":")[2] if code is None else self._keys.name(code)

    def _most(self, codes: Array, often: Array, limit: int) -> list[tuple[str, int]]:
        """Of some keys those in most articles, the most first, equal ones by key."""
        if len(codes) > limit:
            best = often >= np.partition(often, len(often) - limit)[len(often) - limit]
            codes, often = codes[best], often[best]
        pairs = [
            (self._keys.key(c), n) for c, n in zip(codes.tolist(), often.tolist(), strict=True)
        ]
        return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))[:limit]

    def _together(self, joined: Sequence[tuple[int, str]], at: Array) -> list[tuple[str, int]]:
        """How many articles, at these places, mention each name that has several keys."""
        if not joined or not len(at):
            return []
        marks, ranked = bounds(len(self.articles), at), self._by_code()
        of_root = defaultdict[str, list[Array]](list)
        for code, root in joined:
            of_root[root].append(ranked.holders_of(code))
        counts = {
            root: int(np.count_nonzero(marks[distinct(np.concatenate(held))]))
            for root, held in of_root.items()
        }
        return [(root, count) for root, count in counts.items() if count]


class _Ranked:
    """The articles that mention each key, the most frequent keys first."""

    def __init__(self, codes: Array, counts: Array, keys: int) -> None:
        totals = np.bincount(codes, minlength=keys)
        self._codes = np.argsort(-totals, kind="stable")
        self._rank = np.empty(keys, np.int64)
        self._rank[self._codes] = np.arange(keys)
        self._totals = np.append(totals[self._codes], 0)
        self._begins = offsets(self._totals[:-1])
        order = rising(self._rank[codes])
        self._holders = np.repeat(np.arange(len(counts), dtype=np.uint32), counts)[order]

    def holders_of(self, code: int) -> Array:
        """The places of the articles that mention a key, rising."""
        rank = int(self._rank[code])
        return self._holders[self._begins[rank] : self._begins[rank + 1]]

    def most(self, marks: Array, alone: Array, limit: int) -> tuple[Array, Array]:
        """Keys, and how many marked articles mention each: at least the `limit` most frequent.

        Of keys that are not `alone` none is told. Keys of which there are fewer in all than of
        those found are not looked at.
        """
        found = np.zeros(0, np.int64)
        while len(found) < len(self._codes):
            low, high = len(found), min(2 * len(found) + _AT_ONCE, len(self._codes))
            begins = self._begins[low:high]
            held = marks.take(self._holders[begins[0] : self._begins[high]])
            counts = np.add.reduceat(held, begins - begins[0], dtype=np.int64)
            found = np.concatenate([found, counts * alone[self._codes[low:high]]])
            if (
                high > limit
                and np.partition(found, high - limit)[high - limit] > self._totals[high]
            ):
                break
        some = np.flatnonzero(found)
        return self._codes[some], found[some]
