"""Who is named where, as arrays: for counting the names of thousands of articles at once.

For each type, of every article the numbers of the keys of its names, one article after the other.
Names come after the texts, a batch of articles at a time, and each batch is put in its place among
them. That two keys are one name is a mapping when it is asked (`same`), so merging and parting
names changes nothing here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from index.postings.arrays import Array, distinct, offsets, ranges, rising, tallied

Row = tuple[str, str, int, str]
"""A key, a name as it is written, how many articles write it so, and their numbers, by commas."""


class NameColumns:
    """The mentions of an archive, as of the articles that were taken in."""

    def __init__(self) -> None:
        self._columns: dict[str, _Column] = defaultdict(_Column)

    def __len__(self) -> int:
        return sum(len(column.seqs) for column in self._columns.values())

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
            type_: self._columns[type_].counted(asked, joined, limit)
            if type_ in self._columns
            else []
            for type_ in types
        }


class _Column:
    """The mentions of names of one type."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._keys: list[str] = []
        self._written: list[dict[str, int]] = []  # of each key how often it is written how
        self.seqs = np.zeros(0, np.uint32)  # of each mention, rising
        self._codes = np.zeros(0, np.uint32)  # of each mention: the number of the key
        self._placed()

    def add(self, rows: Sequence[Row]) -> None:
        """Take in the mentions of articles that were not there."""
        codes, counts = [], []
        for key, name, count, _ in rows:
            code = self._numbers.setdefault(key, len(self._keys))
            if code == len(self._keys):
                self._keys.append(key)
                self._written.append(defaultdict(int))
            self._written[code][name] += count
            codes.append(code)
            counts.append(count)
        told = ",".join(seqs for *_, seqs in rows).split(",")
        seqs = np.concatenate([self.seqs, np.array(told, "S10").astype(np.uint32)])
        fresh = np.repeat(np.array(codes, np.uint32), np.array(counts, np.int64))
        order = rising(seqs)
        self.seqs = seqs[order]
        self._codes = np.concatenate([self._codes, fresh])[order]
        self._placed()

    def _placed(self) -> None:
        self.articles, self._counts = tallied(self.seqs)
        self._begins = offsets(self._counts)
        self._of_all = np.bincount(self._codes, minlength=len(self._keys))
        self._joined: tuple[Sequence[tuple[str, str]], list[str], Array, Array] | None = None

    def counted(
        self, asked: Array, joined: Sequence[tuple[str, str]], limit: int
    ) -> list[tuple[str, int]]:
        """The names that most of these articles, whose numbers rise, mention."""
        at = self._at(asked)
        # Of more than half, what the others mention is taken from what all do.
        others = len(at) * 2 > len(self.articles)
        places = np.delete(np.arange(len(self.articles)), at) if others else at
        held = ranges(self._begins[places], self._counts[places])
        counts = np.bincount(self._codes.take(held), minlength=len(self._keys))
        if others:
            counts = self._of_all - counts
        together = self._together(joined, asked)
        for key, _ in joined:
            if key in self._numbers:
                counts[self._numbers[key]] = 0
        most = self._most(counts, limit) + together
        most.sort(key=lambda pair: -pair[1])
        return [(self._name(key), count) for key, count in most[:limit]]

    def _name(self, key: str) -> str:
        """How the articles usually write the name with this key."""
        code = self._numbers.get(key)
        if code is None:
            return key.partition(":")[2]
        return min(self._written[code].items(), key=lambda pair: (-pair[1], pair[0]))[0]

    def _at(self, asked: Array) -> Array:
        """The places of those of some articles that mention any name."""
        at = np.searchsorted(self.articles, asked)
        at[at == len(self.articles)] = 0
        return at[self.articles[at] == asked] if len(self.articles) else at[:0]

    def _most(self, counts: Array, limit: int) -> list[tuple[str, int]]:
        """The keys in most articles, the most first, equal ones by key."""
        codes = np.flatnonzero(counts)
        if len(codes) > limit:
            often = counts[codes]
            codes = codes[often >= np.partition(often, len(often) - limit)[len(often) - limit]]
        pairs = [(self._keys[code], int(counts[code])) for code in codes.tolist()]
        return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))[:limit]

    def _together(self, joined: Sequence[tuple[str, str]], asked: Array) -> list[tuple[str, int]]:
        """How many of some articles mention each name that has several keys."""
        if self._joined is None or self._joined[0] != joined:
            self._joined = joined, *self._standing_for(joined)
        _, names, places, numbers = self._joined
        if not len(places) or not len(asked):
            return []
        seqs = self.seqs[places].astype(np.int64)
        at = np.searchsorted(asked, seqs)
        at[at == len(asked)] = 0
        held = asked[at] == seqs
        once = distinct((numbers[held] << 32) | seqs[held])
        found, counts = tallied(once >> 32)
        pairs = zip(found.tolist(), counts.tolist(), strict=True)
        return [(names[number], count) for number, count in pairs]

    def _standing_for(self, joined: Sequence[tuple[str, str]]) -> tuple[list[str], Array, Array]:
        """Names that have several keys, where one of their keys is mentioned, and which it is."""
        roots: dict[str, int] = {}
        stands_for = np.full(len(self._keys), -1, np.int64)
        for key, root in joined:
            if key in self._numbers:
                stands_for[self._numbers[key]] = roots.setdefault(root, len(roots))
        of_codes = stands_for.take(self._codes)
        places = np.flatnonzero(of_codes >= 0)
        return list(roots), places, of_codes[places]
