"""Which figures of two reports are held against each other at all.

In go the `Counted` figures of both with what kind of number each is, out come pairs of places in
them. All of one kind meet where a report has as many numbers as reports have; where there are
more, those of sentences that are near, and those of tables only where they are the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence

from corpus.comparison.counted import Counted
from corpus.comparison.likeness import Scored

MANY = 40_000  # pairs of figures from which only those in near sentences are looked at
CLOSE = 0.2  # Dice coefficient of such sentences
ROW = 12  # numbers of one sentence above which it is a table, there

Kinds = Sequence[Hashable]


def looked_at(
    ours: Sequence[Counted],
    theirs: Sequence[Counted],
    near: Scored,
    kinds: tuple[Kinds, Kinds] | None = None,
) -> Iterator[tuple[int, int]]:
    """Places in `ours` and `theirs` of figures of one kind; `kinds`: theirs in that order, where it
    is not the figures' own."""
    ours_of, theirs_of = kinds or ([a.kind for a in ours], [b.kind for b in theirs])
    if not are_many(ours, theirs):
        of_kind = defaultdict[Hashable, list[int]](list)
        for j, kind in enumerate(theirs_of):
            of_kind[kind].append(j)
        for i, kind in enumerate(ours_of):
            yield from ((i, j) for j in of_kind.get(kind, ()))
        return
    left, right = _by_sentence(ours, ours_of), _by_sentence(theirs, theirs_of)
    tables = tables_of(ours), tables_of(theirs)
    for s, here in left.items():
        for t, there in right.items():
            if near.score(s, t) < CLOSE:
                continue
            for kind in here.keys() & there.keys():
                if s in tables[0] or t in tables[1]:
                    yield from _the_same(ours, theirs, here[kind], there[kind])
                else:
                    yield from ((i, j) for i in here[kind] for j in there[kind])


def are_many(ours: Sequence[Counted], theirs: Sequence[Counted]) -> bool:
    """Whether two reports have so many figures that not all are held against each other."""
    return len(ours) * len(theirs) > MANY


def tables_of(figures: Sequence[Counted]) -> frozenset[int]:
    """The sentences that are tables by how many of the figures they have."""
    held = Counter(one.sentence for one in figures)
    return frozenset(sentence for sentence, number in held.items() if number > ROW)


def _by_sentence(
    figures: Sequence[Counted], kinds: Kinds
) -> dict[int, defaultdict[Hashable, list[int]]]:
    """Sentence → kind → the places of its figures."""
    found: dict[int, defaultdict[Hashable, list[int]]] = {}
    for place, (one, kind) in enumerate(zip(figures, kinds, strict=True)):
        found.setdefault(one.sentence, defaultdict(list))[kind].append(place)
    return found


def _the_same(
    ours: Sequence[Counted], theirs: Sequence[Counted], here: list[int], there: list[int]
) -> Iterator[tuple[int, int]]:
    """Those of the figures at these places that stand for the same numbers."""
    equal = defaultdict[object, list[int]](list)
    for j in there:
        equal[theirs[j].low_high].append(j)
    for i in here:
        yield from ((i, j) for j in equal.get(ours[i].low_high, ()))
