"""The keys of names of one type: a number for each, and how often the articles write it how.

Most of them may come from a file, where they stand sorted, and are looked up there; those that came
since have the numbers behind.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from index.postings.arrays import Array, offsets, smallest

Arrays = Mapping[str, Array]


class Keys:
    """Numbered keys with their spellings."""

    def __init__(self, kept: Arrays | None = None) -> None:
        """`kept`: what `arrays` gave, as read from a file."""
        self._kept = kept
        self._sorted = 0 if kept is None else len(kept["key_ends"])  # numbers below are of the file
        self._numbers: dict[str, int] = {}
        self._keys: list[str] = []
        self._written = defaultdict[int, dict[str, int]](lambda: defaultdict(int))

    def __len__(self) -> int:
        return self._sorted + len(self._keys)

    def key(self, number: int) -> str:
        """A key by its number."""
        if number >= self._sorted:
            return self._keys[number - self._sorted]
        return self._text("key", number)

    def number(self, key: str) -> int | None:
        """The number of a key, or None."""
        known = self._numbers.get(key)
        if known is not None or not self._sorted:
            return known
        place = bisect_left(range(self._sorted), key, key=lambda one: self._text("key", one))
        if place < self._sorted and self._text("key", place) == key:
            self._numbers[key] = place
            return place
        return None

    def wrote(self, key: str, name: str, articles: int) -> int:
        """Take in how many articles write a name how; the number of its key."""
        number = self.number(key)
        if number is None:
            number = self._numbers[key] = len(self)
            self._keys.append(key)
        self._written[number][name] += articles
        return number

    def name(self, number: int) -> str:
        """How the articles usually write the name with this number."""
        return min(self._spellings(number).items(), key=lambda pair: (-pair[1], pair[0]))[0]

    def arrays(self) -> tuple[dict[str, Array], Array]:
        """All of them sorted, as arrays to be kept, and of each number the one it has there."""
        keys = [self.key(number) for number in range(len(self))]
        order = sorted(range(len(keys)), key=keys.__getitem__)
        place = np.empty(len(keys), np.int64)
        place[order] = np.arange(len(keys))
        spellings = [self._spellings(number) for number in order]
        names = [name for some in spellings for name in some]
        often = [count for some in spellings for count in some.values()]
        found = {
            **_texts("key", [keys[number] for number in order]),
            **_texts("name", names),
            "name_counts": smallest(np.array(often, np.int64)),
            "name_begins": offsets(np.array([len(some) for some in spellings], np.int64)),
        }
        return found, place

    def _spellings(self, number: int) -> dict[str, int]:
        found: dict[str, int] = {}
        if self._kept is not None and number < self._sorted:
            first, end = self._kept["name_begins"][number : number + 2].tolist()
            counts = self._kept["name_counts"][first:end].tolist()
            found = {self._text("name", first + at): count for at, count in enumerate(counts)}
        for name, count in self._written[number].items() if number in self._written else ():
            found[name] = found.get(name, 0) + count
        return found

    def _text(self, what: str, number: int) -> str:
        assert self._kept is not None
        ends = self._kept[f"{what}_ends"]
        start = int(ends[number - 1]) if number else 0
        return (
            self._kept[f"{what}s"][start : int(ends[number])].tobytes().decode("utf-8", "replace")
        )


def _texts(what: str, texts: Sequence[str]) -> dict[str, Array]:
    encoded = [text.encode() for text in texts]
    ends = np.cumsum(np.array([len(one) for one in encoded], np.int64))
    return {f"{what}s": np.frombuffer(b"".join(encoded), np.uint8), f"{what}_ends": ends}
