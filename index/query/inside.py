"""Parts of a query inside something: one sentence, a quotation, what somebody is quoted with.

The stretches that the index holds for every article (`index.stretches`) say where these stand.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any, Protocol

from index.query.matching import Columns, Computed, Hits
from index.query.places import Bounds, Found, Places, Span, positions_of
from index.query.tree import And, Boosted, Node, Not, Or
from index.schema import TEXT_FIELDS, within
from index.stretches import QUOTED, SENTENCE, said_key


class Stretch(Protocol):
    """Something that words can stand inside."""

    def of(self, reader: Any, field: str, bounds: Bounds) -> Found:
        """Its stretches in each article, in order, none within another."""
        ...


class Quoted:
    """What stands in quotation marks."""

    def of(self, reader: Any, field: str, bounds: Bounds) -> Found:
        """Where quotations stand."""
        return _pairs(reader, field, QUOTED, bounds)


class Said:
    """What somebody is quoted with whose name holds all of these words."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words

    def of(self, reader: Any, field: str, bounds: Bounds) -> Found:
        """Where the quotations stand."""
        found: Found = {}
        for number, word in enumerate(self.words):
            spans = _pairs(reader, field, said_key(word), set(found) if number else bounds)
            found = _common(found, spans) if number else spans
        return found


class InThose:
    """Stretches in articles with these numbers in the records."""

    def __init__(self, stretch: Stretch, columns: Columns, seqs: frozenset[int]) -> None:
        self.stretch = stretch
        self.columns = columns
        self.seqs = seqs

    def of(self, reader: Any, field: str, bounds: Bounds) -> Found:
        """Where they stand in these articles."""
        column = self.columns.of(reader, "seq")
        found = self.stretch.of(reader, field, bounds)
        return {number: spans for number, spans in found.items() if column[number] in self.seqs}


class OneOfThese:
    """Stretches of any of several kinds."""

    def __init__(self, kinds: Sequence[Stretch]) -> None:
        self.kinds = kinds

    def of(self, reader: Any, field: str, bounds: Bounds) -> Found:
        """Where they stand; what overlaps is one."""
        found: Found = {}
        for kind in self.kinds:
            for number, spans in kind.of(reader, field, bounds).items():
                found.setdefault(number, []).extend(spans)
        return {number: _merged(spans) for number, spans in found.items()}


class Common:
    """Stretches of two kinds at once: a quotation that is somebody's."""

    def __init__(self, one: Stretch, other: Stretch) -> None:
        self.one = one
        self.other = other

    def of(self, reader: Any, field: str, bounds: Bounds) -> Found:
        """What they have in common."""
        mine = self.one.of(reader, field, bounds)
        return _common(mine, self.other.of(reader, field, set(mine))) if mine else {}


class Inside:
    """A part of the query inside stretches."""

    def __init__(self, part: Places, stretch: Stretch) -> None:
        self.part = part
        self.stretch = stretch
        self.gaps = part.gaps

    def of(self, reader: Any, field: str, bounds: Bounds) -> Found:
        """Where the part stands wholly inside one of them."""
        found = self.part.of(reader, field, bounds)
        stretches = self.stretch.of(reader, field, set(found)) if found else {}
        kept: Found = {}
        for number, around in stretches.items():
            firsts = [first for first, _ in around]
            inside = [
                (first, last)
                for first, last in found[number]
                if (at := bisect_right(firsts, first)) and last <= around[at - 1][1]
            ]
            if inside:
                kept[number] = inside
        return kept


class Having(Computed):
    """Articles that have a stretch; it scores nothing."""

    def __init__(self, stretch: Stretch) -> None:
        self.stretch = stretch

    def hits(self, searcher: Any) -> Hits:
        """The segment's articles that have one in title or body."""
        reader = searcher.reader()
        return {
            number: 0.0 for field in TEXT_FIELDS for number in self.stretch.of(reader, field, None)
        }


class InOneSentence(Computed):
    """Articles in one sentence of which, or in the title, a tree of placed parts holds."""

    def __init__(self, tree: Node, places: dict[Node, Places]) -> None:
        self.tree = tree
        self.places = places

    def hits(self, searcher: Any) -> Hits:
        """The segment's articles with such a sentence; it scores nothing."""
        reader = searcher.reader()
        return {
            number: 0.0
            for field in TEXT_FIELDS
            for number in self._sentences(self.tree, reader, field, None)
        }

    def _sentences(
        self, node: Node, reader: Any, field: str, bounds: Bounds
    ) -> dict[int, set[int]]:
        """The numbers of the sentences for which a part of the tree holds."""
        match node:
            case Boosted(inner, _):
                return self._sentences(inner, reader, field, bounds)
            case Or(nodes) if node not in self.places:
                found: dict[int, set[int]] = {}
                for inner in nodes:
                    for number, held in self._sentences(inner, reader, field, bounds).items():
                        found.setdefault(number, set()).update(held)
                return found
            case And(nodes):
                return self._all(nodes, reader, field, bounds)
        spans = self.places[node].of(reader, field, bounds)
        if field == "title":
            return {number: {0} for number in spans}
        return _numbered(spans, reader, within(field))

    def _all(
        self, nodes: tuple[Node, ...], reader: Any, field: str, bounds: Bounds
    ) -> dict[int, set[int]]:
        found: dict[int, set[int]] | None = None
        for node in sorted(nodes, key=lambda node: isinstance(node, Not)):
            looked_at = bounds if found is None else set(found)
            wanted = not isinstance(node, Not)
            held = self._sentences(
                node.node if isinstance(node, Not) else node, reader, field, looked_at
            )
            if found is None:
                found = held
            elif wanted:
                found = {n: both for n, one in held.items() if (both := one & found[n])}
            else:
                left = {n: one - held.get(n, set()) for n, one in found.items()}
                found = {n: one for n, one in left.items() if one}
        return found or {}


def _numbered(spans: Found, reader: Any, field: str) -> dict[int, set[int]]:
    """Which sentences places stand in; a place that reaches beyond one stands in none."""
    found: dict[int, set[int]] = {}
    for number, begins in positions_of(reader, field, SENTENCE, set(spans)):
        held = {
            at
            for first, last in spans[number]
            if (at := bisect_right(begins, first)) == bisect_right(begins, last)
        }
        if held:
            found[number] = held
    return found


def _pairs(reader: Any, field: str, key: bytes, bounds: Bounds) -> Found:
    return {
        number: list(zip(flat[::2], flat[1::2], strict=True))
        for number, flat in positions_of(reader, within(field), key, bounds)
    }


def _common(one: Found, other: Found) -> Found:
    found = {}
    for number in one.keys() & other.keys():
        spans = [
            (max(first, begin), min(last, end))
            for first, last in one[number]
            for begin, end in other[number]
            if begin <= last and first <= end
        ]
        if spans:
            found[number] = _merged(spans)
    return found


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for first, last in sorted(spans):
        if merged and first <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(last, merged[-1][1])
        else:
            merged.append((first, last))
    return merged
