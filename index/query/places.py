"""Where the parts of a query stand in a text, and parts near one another or within quotations.

A place is a span of word positions (first, last). `of` gives, for one segment and field, the
places in each article, in order; `within` bounds the articles that are looked at.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import Any, Protocol

from index.query.matching import Hits, Occurring
from index.query.shapes import Shape
from index.query.watch import Watch

Span = tuple[int, int]
Found = dict[int, list[Span]]
Bounds = set[int] | None


class Places(Protocol):
    """A part of a query that stands at places."""

    gaps: bool  # whether other words may stand inside its spans

    def of(self, reader: Any, field: str, within: Bounds) -> Found:
        """The places in each article of a segment that has any."""
        ...


class Standing(Occurring):
    """Articles in which a part stands at places, scored by how many these are."""

    def __init__(self, fields: Sequence[str], places: Places) -> None:
        super().__init__(fields)
        self.places = places

    def frequencies(self, reader: Any, field: str) -> Hits:
        """How many places each article has."""
        found = self.places.of(reader, field, None)
        return {number: float(len(spans)) for number, spans in found.items()}


class Row:
    """Words next to each other, in this order; the rarest is looked up first."""

    gaps = False

    def __init__(self, shapes: Sequence[Shape], watch: Watch) -> None:
        self.shapes = shapes
        self.watch = watch

    def of(self, reader: Any, field: str, within: Bounds) -> Found:
        """Where the row stands."""
        forms = [
            [key for key, _ in self.watch.forms(shape, reader, field)] for shape in self.shapes
        ]
        if not all(forms):
            return {}
        costs = [sum(reader.doc_frequency(field, key) for key in keys) for keys in forms]
        starts: dict[int, set[int]] | None = None
        for offset in sorted(range(len(forms)), key=costs.__getitem__):
            bounds = within if starts is None else starts.keys()
            found = self._starts(reader, field, forms[offset], offset, bounds)
            if starts is not None:
                found = {
                    number: both
                    for number, places in found.items()
                    if (both := places & starts[number])
                }
            starts = found
            if not starts:
                return {}
        reach = len(self.shapes) - 1
        return {
            number: [(start, start + reach) for start in sorted(places)]
            for number, places in (starts or {}).items()
        }

    def _starts(
        self, reader: Any, field: str, keys: list[bytes], offset: int, within: Any
    ) -> dict[int, set[int]]:
        """Where a row would begin whose word number `offset` is one of these, by article."""
        found: dict[int, set[int]] = {}
        for key in keys:
            self.watch.mind()
            for number, positions in positions_of(reader, field, key, within):
                found.setdefault(number, set()).update(at - offset for at in positions)
        return found


class AnyOf:
    """One of several parts."""

    def __init__(self, parts: Sequence[Places]) -> None:
        self.parts = parts
        self.gaps = any(part.gaps for part in parts)

    def of(self, reader: Any, field: str, within: Bounds) -> Found:
        """Where one of them stands."""
        spans: dict[int, set[Span]] = {}
        for part in self.parts:
            for number, places in part.of(reader, field, within).items():
                spans.setdefault(number, set()).update(places)
        return {number: sorted(places) for number, places in spans.items()}


class Beside:
    """Two parts near each other, in any order or in this one."""

    gaps = True

    def __init__(
        self, left: Places, right: Places, distance: int, ordered: bool, watch: Watch
    ) -> None:
        self.left = left
        self.right = right
        self.distance = distance
        self.ordered = ordered
        self.watch = watch

    def of(self, reader: Any, field: str, within: Bounds) -> Found:
        """From the first to the last word of both."""
        lefts = self.left.of(reader, field, within)
        rights = self.right.of(reader, field, set(lefts)) if lefts else {}
        found = {number: self._pairs(lefts[number], spans) for number, spans in rights.items()}
        return {number: spans for number, spans in found.items() if spans}

    def _pairs(self, lefts: list[Span], rights: list[Span]) -> list[Span]:
        self.watch.mind()
        longest = max(last - first for first, last in lefts)
        firsts = [first for first, _ in lefts]
        pairs = set()
        for first, last in rights:
            begin = bisect_left(firsts, first - self.distance - longest)
            end = bisect_right(firsts, last + self.distance)
            for left in lefts[begin:end]:
                if self._is_near(left, (first, last)):
                    pairs.add((min(left[0], first), max(left[1], last)))
        return sorted(pairs)

    def _is_near(self, left: Span, right: Span) -> bool:
        if left[1] < right[0]:
            return right[0] - left[1] <= self.distance
        if self.ordered:
            return False
        if right[1] < left[0]:
            return left[0] - right[1] <= self.distance
        return self.left.gaps or self.right.gaps


class Among:
    """Words in any order, with at most so many others among them."""

    gaps = True

    def __init__(self, shapes: Sequence[Shape], slop: int, watch: Watch) -> None:
        counted = Counter(shapes)
        self.rows = [Row([shape], watch) for shape in counted]
        self.wanted = list(counted.values())  # how often each word
        self.reach = len(shapes) + slop
        self.watch = watch

    def of(self, reader: Any, field: str, within: Bounds) -> Found:
        """The shortest stretches that hold all the words."""
        places: dict[int, list[tuple[int, int]]] = {}  # (position, number of the word)
        for number, row in enumerate(self.rows):
            found = row.of(reader, field, set(places) if number else within)
            places = {
                one: places.get(one, []) + [(at, number) for at, _ in spans]
                for one, spans in found.items()
            }
        windows = {one: self._windows(sorted(standing)) for one, standing in places.items()}
        return {one: spans for one, spans in windows.items() if spans}

    def _windows(self, places: list[tuple[int, int]]) -> list[Span]:
        self.watch.mind()
        found: list[Span] = []
        held = [0] * len(self.wanted)
        missing = sum(self.wanted)
        begin = 0
        for at, word in places:
            held[word] += 1
            missing -= held[word] <= self.wanted[word]
            while held[first := places[begin][1]] > self.wanted[first]:
                held[first] -= 1
                begin += 1
            if not missing and at - places[begin][0] < self.reach:
                found.append((places[begin][0], at))
        return found


def positions_of(reader: Any, field: str, key: bytes, within: Any) -> Any:
    """(article, positions) of a key of the index, for all articles or those within bounds."""
    if (field, key) not in reader:
        return
    postings = reader.postings(field, key)
    if within is None:
        while postings.is_active():
            yield postings.id(), postings.value_as("positions")
            postings.next()
        return
    for number in sorted(within):
        if not postings.is_active():
            return
        if postings.id() < number:
            postings.skip_to(number)
            if not postings.is_active():
                return
        if postings.id() == number:
            yield number, postings.value_as("positions")
