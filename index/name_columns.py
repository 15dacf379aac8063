"""Who is named where, as arrays: for counting the names of thousands of articles at once.

Of every article the numbers of the keys of its names, one article after the other. Names come
after the texts, a batch of articles at a time, and each batch is put in its place among them.
That two keys are one name is a mapping when it is asked (`same`), so merging and parting names
changes nothing here.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from index.postings.arrays import Array, distinct, offsets, ranges, rising, tallied

Row = tuple[str, str, int, str]
"""A key, a name as it is written, how many articles write it so, and their numbers, by commas."""


class NameColumns:
    """The mentions of an archive, as of the articles that were taken in."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._keys: list[str] = []
        self._types: dict[str, int] = {}
        self._type_of = array("B")  # of each key
        self._written: list[dict[str, int]] = []  # of each key how often it is written how
        self._seqs = np.zeros(0, np.uint32)  # of each mention, rising
        self._codes = np.zeros(0, np.uint32)  # of each mention: the number of the key
        self._articles, self._counts = tallied(self._seqs)
        self._begins = offsets(self._counts)

    def __len__(self) -> int:
        return len(self._seqs)

    def articles(self) -> set[int]:
        """The numbers of the articles that were taken in."""
        return set(self._articles.tolist())

    def add(self, rows: Sequence[Row]) -> None:
        """Take in the mentions of articles that were not there."""
        codes, counts = [], []
        for key, name, count, _ in rows:
            code = self._numbers.setdefault(key, len(self._keys))
            if code == len(self._keys):
                self._keys.append(key)
                type_ = key.partition(":")[0]
                self._type_of.append(self._types.setdefault(type_, len(self._types)))
                self._written.append(defaultdict(int))
            self._written[code][name] += count
            codes.append(code)
            counts.append(count)
        told = ",".join(seqs for *_, seqs in rows).split(",") if rows else []
        seqs = np.concatenate([self._seqs, np.array(told, "S10").astype(np.uint32)])
        fresh = np.repeat(np.array(codes, np.uint32), np.array(counts, np.int64))
        order = rising(seqs)
        self._seqs = seqs[order]
        self._codes = np.concatenate([self._codes, fresh])[order]
        self._articles, self._counts = tallied(self._seqs)
        self._begins = offsets(self._counts)

    def name(self, key: str) -> str:
        """How the articles usually write the name with this key."""
        code = self._numbers.get(key)
        if code is None:
            return key.partition(":")[2]
        return min(self._written[code].items(), key=lambda pair: (-pair[1], pair[0]))[0]

    def counted(
        self, seqs: Sequence[int], types: Sequence[str], same: Iterable[tuple[str, str]], limit: int
    ) -> dict[str, list[tuple[str, int]]]:
        """For each type the names that most of these articles mention, with how many do.

        `same` says of keys which key they stand for; an article counts once for all of these.
        """
        held = self._held(np.array(seqs, np.int64))
        codes = self._codes.take(held)
        counts = np.bincount(codes, minlength=len(self._keys))
        joined = sorted(same, key=lambda pair: (pair[1], pair[0]))
        together = self._together(joined, codes, self._seqs.take(held))
        for key, _ in joined:
            if key in self._numbers:
                counts[self._numbers[key]] = 0
        found = {}
        for type_ in types:
            most = self._most(counts, type_, limit)
            most += [pair for pair in together if pair[0].startswith(f"{type_}:")]
            most.sort(key=lambda pair: -pair[1])
            found[type_] = [(self.name(key), count) for key, count in most[:limit]]
        return found

    def _held(self, asked: Array) -> Array:
        """The places of all mentions in some articles."""
        asked = distinct(asked)
        at = np.searchsorted(self._articles, asked)
        at[at == len(self._articles)] = 0
        known = at[self._articles[at] == asked] if len(self._articles) else at[:0]
        return ranges(self._begins[known], self._counts[known])

    def _most(self, counts: Array, type_: str, limit: int) -> list[tuple[str, int]]:
        """The keys of a type in most articles, the most first, equal ones by key."""
        types = np.frombuffer(self._type_of.tobytes(), np.uint8)
        codes = np.flatnonzero((counts > 0) & (types == self._types.get(type_, 255)))
        if len(codes) > limit:
            often = counts[codes]
            codes = codes[often >= np.partition(often, len(often) - limit)[len(often) - limit]]
        pairs = [(self._keys[code], int(counts[code])) for code in codes.tolist()]
        return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))[:limit]

    def _together(
        self, joined: Sequence[tuple[str, str]], codes: Array, seqs: Array
    ) -> list[tuple[str, int]]:
        """How many articles mention each name that has several keys."""
        roots: dict[str, int] = {}
        stands_for = np.zeros(len(self._keys), np.int64)  # 0: for itself
        for key, root in joined:
            if key in self._numbers:
                stands_for[self._numbers[key]] = roots.setdefault(root, len(roots) + 1)
        if not roots:
            return []
        each = stands_for.take(codes)
        some = np.flatnonzero(each)
        once = distinct((each[some] << 32) | seqs[some])
        found, counts = tallied(once >> 32)
        names = list(roots)
        pairs = zip(found.tolist(), counts.tolist(), strict=True)
        return [(names[number - 1], count) for number, count in pairs]
