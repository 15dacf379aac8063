"""Which places of a query's words satisfy it, where it asks for them near each other or quoted.

`marking` gives the rows of a query (`query.rows`) and, where words are asked for near each other,
in any order, in one sentence or in a quotation, what keeps of the places at which these stand in
a text those that do. Distances are those of the search: no span reaches from one text to another.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from corpus.article import Quotation
from corpus.sentences import split
from index.analysis import folded_words, tokens
from index.marking import Keeping, Place, Text
from index.query.inside import is_said, quotes, speakers, stands
from index.query.rows import Row, is_marked, marked_rows, rows_of
from index.query.tree import (
    And,
    Boosted,
    Field,
    Loose,
    Near,
    Node,
    Not,
    Or,
    Sentence,
    leaves,
    tidied,
)

_MOST_PAIRS = 20_000  # looked at in one text, some 50 ms; beyond that every place is kept
_MOST_PLACES = 5_000  # the same

Held = frozenset[int]
"""Places, by their numbers in the list of them."""


class _TooMany(Exception):
    """More pairs than are looked at."""


class _Span(NamedTuple):
    """From a first to a last word, and the places it is made of."""

    first: int
    last: int
    held: Held


@dataclass(frozen=True, slots=True)
class Group:
    """A part of a query whose words must stand together, and the field it is asked of.

    `said` are the speakers in whose quotations it is asked for, none for anybody's.
    """

    node: Node
    field: str | None
    said: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Free:
    """A part of a query that stands by itself: its rows, and the field it is asked of."""

    rows: list[Row]
    field: str | None


class _Quoted(NamedTuple):
    """Where in a text words stand that somebody is quoted with, and the words of the name."""

    start: int
    end: int
    speaker: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Kept:
    """What keeps of the places in a text those that satisfy a query.

    `quoted` are the quotations of the text; None where they are not known: then all of it is one.
    """

    rows: list[Row]
    free: frozenset[int]
    groups: list[Group]
    whole: bool
    quoted: tuple[_Quoted, ...] | None = None

    def __call__(self, text: str, places: list[Place]) -> list[Place]:
        if len(places) > _MOST_PLACES:
            return places
        kept = {at for at, place in enumerate(places) if place.row in self.free}
        if len(kept) < len(places):
            here = {self.rows[number] for number in {place.row for place in places}}
            asked = [group for group in self.groups if _may_hold(group.node, group.field, here)]
            if asked:
                standing = _Standing(self.rows, text, places, self.quoted, whole=self.whole)
                kept = kept.union(*map(standing.satisfying, asked))
        return [place for at, place in enumerate(places) if at in kept]

    def beside(self, quotations: Sequence[Quotation], shown: Text) -> Keeping:
        """The same for one text of an article with these quotations."""
        found = tuple(
            _Quoted(
                shown.at(one.start), shown.at(one.end), frozenset(folded_words(one.speaker or ""))
            )
            for one in quotations
            if (one.within, one.paragraph) == shown[:2] and one.kind != "indirect"
        )
        return replace(self, quoted=found)


def marking(tree: Node, within: str | None = None) -> tuple[list[Row], Keeping | None]:
    """The rows that hits mark in a text, and what keeps the places that satisfy the query.

    `within` says which text it is ("title", "body"): what is asked of other fields is left out.
    """
    rows = marked_rows(tree, within)
    free: set[int] = set()
    groups: list[Group] = []
    for part in parts(tree, within):
        if isinstance(part, Group):
            groups.append(part)
            rows += [row for row in _unwanted(part) if row not in rows]
        else:
            free |= {rows.index(row) for row in part.rows}
    if not groups:
        return rows, None
    return rows, _Kept(rows, frozenset(free), groups, within == "title")


def asks_quotations(tree: Node) -> bool:
    """Whether which words are marked depends on where an article quotes."""
    return any(leaf.field == "quote" and leaf.wanted for leaf in leaves(tree))


def parts(tree: Node, within: str | None) -> Iterator[Group | Free]:
    """The parts of a tree that are marked: groups, and what stands by itself."""

    def walk(
        node: Node, field: str | None, wanted: bool, said: tuple[Node, ...]
    ) -> Iterator[Group | Free]:
        match node:
            case And(nodes) if field == "quote" and wanted and len(nodes) > 1:
                inside = tuple(one for one in nodes if stands(one))
                if any(not isinstance(one, Not) for one in inside):
                    yield Group(tidied(And(inside)), field, said)
                    nodes = tuple(one for one in nodes if one not in inside)
                for inner in nodes:
                    yield from walk(inner, field, wanted, said)
            case And(nodes):
                saying = tuple(speakers(nodes))
                for inner in nodes:
                    yield from walk(inner, field, wanted, saying if quotes(inner) else ())
            case Or(nodes):
                for inner in nodes:
                    yield from walk(inner, field, wanted, said)
            case Not(inner):
                yield from walk(inner, field, not wanted, ())
            case Boosted(inner, _):
                yield from walk(inner, field, wanted, said)
            case Field(name, inner):
                yield from walk(inner, name, wanted, said if name == "quote" else ())
            case _ if not wanted or not is_marked(field, within):
                return
            case Near() | Loose() | Sentence():
                yield Group(node, field, said)
            case _ if field == "quote" and stands(node):
                yield Group(node, field, said)
            case _:
                yield Free(rows_of(node, field), field)

    return walk(tree, None, True, ())


def _may_hold(node: Node, field: str | None, here: set[Row]) -> bool:
    """Whether a part may hold in a text in which these rows stand, wherever that is."""
    match node:
        case Near(left, right):
            return _may_hold(left, field, here) and _may_hold(right, field, here)
        case And(nodes):
            return all(_may_hold(inner, field, here) for inner in nodes)
        case Or(nodes):
            return any(_may_hold(inner, field, here) for inner in nodes)
        case Boosted(inner, _) | Sentence(inner):
            return _may_hold(inner, field, here)
        case Not():
            return True
    return all(row in here for row in rows_of(node, field))


def _unwanted(group: Group) -> Iterator[Row]:
    """The rows that must not stand where the others of a group stand: in one sentence."""
    for leaf in leaves(group.node, group.field):
        if not leaf.wanted:
            yield from rows_of(leaf.node, leaf.field)


class _Standing:
    """The places of a query's rows in one text, and which of them stand as parts of it ask."""

    def __init__(
        self,
        rows: Sequence[Row],
        text: str,
        places: Sequence[Place],
        quoted: Sequence[_Quoted] | None,
        *,
        whole: bool,
    ) -> None:
        words = tokens(text)
        starts = [word.start for word in words]
        self._rows, self._text, self._places, self._whole = rows, text, places, whole
        self._quoted = quoted
        self._of_row: dict[int, list[_Span]] = {}
        for at, place in enumerate(places):
            first = bisect_left(starts, place.start)
            last = bisect_left(starts, place.end) - 1
            self._of_row.setdefault(place.row, []).append(_Span(first, last, frozenset((at,))))
        self._left = _MOST_PAIRS
        self._among = frozenset(range(len(places)))  # those that are looked at
        self._field: str | None = None

    def satisfying(self, group: Group) -> Held:
        """The places at which a group is as it is asked for."""
        self._field = group.field
        try:
            if group.field == "quote" and self._quoted is not None:
                asked = [
                    (one.start, one.end)
                    for one in self._quoted
                    if not group.said or any(is_said(name, one.speaker) for name in group.said)
                ]
                return self._inside(group.node, asked) or frozenset()
            return self._held(group.node) or frozenset()
        except _TooMany:
            return frozenset(range(len(self._places)))

    def _held(self, node: Node) -> Held | None:
        """The places that satisfy a part; None where it does not hold."""
        match node:
            case Sentence(inner):
                return self._in_sentences(inner)
            case And(nodes):
                each = [self._held(inner) for inner in nodes]
                return None if None in each else frozenset().union(*filter(None, each))
            case Or(nodes):
                some = [held for inner in nodes if (held := self._held(inner)) is not None]
                return frozenset().union(*some) if some else None
            case Not(inner):
                return None if self._held(inner) is not None else frozenset()
            case Boosted(inner, _):
                return self._held(inner)
            case Loose():
                return self._loose(node)
        found = self._spans(node)
        return frozenset().union(*(span.held for span in found)) if found else None

    def _in_sentences(self, node: Node) -> Held | None:
        return self._inside(node, [(0, len(self._text))] if self._whole else split(self._text))

    def _inside(self, node: Node, stretches: Iterable[tuple[int, int]]) -> Held | None:
        """The places that satisfy a part within one of these stretches of the text."""
        whole = self._among
        found: list[Held] = []
        for start, end in stretches:
            self._among = frozenset(
                at
                for at in whole
                if start <= self._places[at].start and self._places[at].end <= end
            )
            if self._among and (held := self._held(node)) is not None:
                found.append(held)
        self._among = whole
        return frozenset().union(*found) if found else None

    def _row(self, row: Row) -> list[_Span]:
        spans = self._of_row.get(self._rows.index(row), []) if row in self._rows else []
        return [span for span in spans if span.held <= self._among]

    def _spans(self, node: Node) -> list[_Span]:
        """The spans of a placed part, by their first word."""
        match node:
            case Near(left, right):
                return self._near(self._spans(left), self._spans(right), node)
            case Or(nodes):
                return sorted(span for inner in nodes for span in self._spans(inner))
            case _:
                return [span for row in rows_of(node, self._field) for span in self._row(row)]

    def _near(self, lefts: list[_Span], rights: list[_Span], how: Near) -> list[_Span]:
        """From the first to the last word of every left and right that are near each other."""
        found: dict[tuple[int, int], Held] = {}
        firsts = [left.first for left in lefts]
        longest = max((left.last - left.first for left in lefts), default=0)
        for right in rights:
            low = bisect_left(firsts, right.first - how.distance - longest)
            high = bisect_right(firsts, right.last + (0 if how.ordered else how.distance))
            self._left -= high - low
            if self._left < 0:
                raise _TooMany
            for left in lefts[low:high]:
                if _are_near(left, right, how):
                    reach = min(left.first, right.first), max(left.last, right.last)
                    found[reach] = found.get(reach, frozenset()) | left.held | right.held
        return [_Span(*reach, held) for reach, held in sorted(found.items())]

    def _loose(self, node: Loose) -> Held | None:
        """Words in any order: all that stand in a stretch as long as asked that has all of them."""
        asked = Counter(rows_of(node, self._field))
        standing = [
            (span.first, at, row) for row in asked for span in self._row(row) for at in span.held
        ]
        standing.sort(key=lambda one: one[:2])
        return _together(standing, asked, asked.total() + node.slop) or None


def _are_near(left: _Span, right: _Span, how: Near) -> bool:
    if left.last < right.first:
        return right.first - left.last <= how.distance
    if how.ordered:
        return False
    if right.last < left.first:
        return left.first - right.last <= how.distance
    return _has_gaps(how.left) or _has_gaps(how.right)  # else two words at one place


def _has_gaps(node: Node) -> bool:
    """Whether other words may stand inside the spans of a part."""
    return isinstance(node, Near) or (isinstance(node, Or) and any(map(_has_gaps, node.nodes)))


def _together(standing: Sequence[tuple[int, int, Row]], asked: Counter[Row], reach: int) -> Held:
    """The places, of (word, place, row) in order, in a stretch of `reach` words with all rows."""
    held: set[int] = set()
    begin = kept = 0
    seen: Counter[Row] = Counter()
    for end, (word, _, row) in enumerate(standing):
        seen[row] += 1
        while standing[begin][0] <= word - reach:
            seen[standing[begin][2]] -= 1
            begin += 1
        if asked <= seen:
            held.update(at for _, at, _ in standing[max(begin, kept) : end + 1])
            kept = end + 1
    return frozenset(held)
