"""From likenesses to stories: average link, within days, with the word of people above it.

In go numbers of articles, their days, who is how like whom, and which must stand together; out come
groups. Two groups become one when the mean likeness between their members is at least ALIKE
(average link, Sokal and Michener 1958), the likest first: so a chain of articles each like the next
never makes one story. Where some days lie between two groups, or one has no day, or both are of one
outlet, the mean must be higher, mostly the more so the fewer likenesses it is the mean of; over
three weeks it never is one story. Few articles that are barely alike are one only where their
titles are alike too. What was decided stands: articles with one anchor are together, articles with
other anchors never.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from corpus.stories.headlines import Headlines
from corpus.stories.shelf import NO_DAY

ALIKE = 0.12  # mean likeness of two groups from which they are one story
GAPS = ((3, 0.04), (7, 0.1), (14, 0.2), (21, 0.3))
"""Days that may lie between two groups, and what a single likeness must have above ALIKE then.

Of 42 pairs of articles within three days, read one by one, 3 of 14 with a likeness of .12 to .135
were one event, 5 of 14 to .15, 10 of 14 to .18; of 40 articles that stand alone 2 had a story.

A subject returns in the same words: of 24 stories with a gap of 8 to 14 days 3 were one event, of
24 with one of 15 to 30 days 1, and most of the others hung on a single likeness. Of 22 stories
that this divides, read one by one, 20 were two events."""
UNDATED, UNDATED_ALONE = 0.22, 0.25
"""Mean likeness from which a group without any day goes with another, and what a single likeness
must have above it, twice that where neither has a day: only the words tell an event from the next
one like it. Of the articles that ALIKE with 0.18 and 0.15 put among articles of other days 71 in
a hundred came out near those days, as their addresses tell, with these 74 of half as many."""
NEARLY = 16  # days within which an address tells the day as well as a day would
LIKE, WITHIN = 0.2, 4
"""Where the two likest of the articles with a day are at least so like one without, and at most
so many days apart, it came out about then: so of 405 articles whose addresses tell their month
351 did, where by the likest alone 724 of 1,127."""
OWN, OWN_SEVERAL = 0.1, 0.2
"""Likeness that two articles of one outlet must have more, and several: an outlet returns to a
subject, in its own words, from day to day. Of 42 stories of one outlet made without this, read
one by one, some ten were one event."""
BARELY, TITLES, FEW = 0.07, 0.5, 4
"""What the mean of at most FEW likenesses and TITLES of the likeness of the titles must together
have above ALIKE, all of it where it is a single one: an affair of weeks has its words in what is
written about any part of it, and only the title says which. Of 40 stories of two outlets that this
divides, read one by one, some 9 were one event, and of 22 larger ones 4."""
_SCALE = 10_000  # likenesses are added up as whole numbers, in any order alike


def group(
    numbers: Sequence[int],
    links: Iterable[tuple[int, int, float]],
    days: Mapping[int, int],
    anchors: Mapping[int, str] | None = None,
    between: Mapping[int, tuple[int, int]] | None = None,
    outlets: Mapping[int, str] | None = None,
    titles: Mapping[int, str | None] | None = None,
) -> list[list[int]]:
    """The groups of these articles, each in the order of `numbers`; all in one, some alone.

    `links` are (number, number, likeness), each pair once; those not named are not alike. `days`
    are ordinals, NO_DAY or left out where there is none; a link to one that has a day here and is
    not among `numbers` helps to tell the day of another. `anchors`: what somebody decided an
    article goes with. `between`: the first and last day on which one without a day can have come
    out, where its address tells. `outlets`: whose articles they are, where it is known; `titles`:
    what they are called, where that counts. The result depends on the order of `numbers` only
    where two pairs are exactly as like.
    """
    at = {number: k for k, number in enumerate(numbers)}
    near: list[dict[int, int]] = [{} for _ in numbers]
    dated: dict[int, dict[int, tuple[float, int]]] = {}
    for one, other, likeness in links:
        a, b = at.get(one), at.get(other)
        if a is not None and b is not None and a != b:
            near[a][b] = near[b][a] = round(likeness * _SCALE)
        if likeness >= LIKE:
            for lone, with_day in ((one, other), (other, one)):
                day = days.get(with_day, NO_DAY)
                if day != NO_DAY and days.get(lone, NO_DAY) == NO_DAY:
                    dated.setdefault(lone, {})[with_day] = likeness, day
    members: list[list[int] | None] = [[k] for k in range(len(numbers))]
    spans = [_span(days.get(n, NO_DAY), (between or {}).get(n), dated.get(n)) for n in numbers]
    whose = [(outlets or {}).get(n) for n in numbers]  # None: of several, or not known
    headlines = Headlines(titles) if titles is not None else None
    held: dict[int, str] = {}
    firsts: dict[str, int] = {}
    for number, anchor in (anchors or {}).items():
        if number in at:
            first = firsts.setdefault(anchor, at[number])
            held[first] = anchor
            if first != at[number]:
                _join(first, at[number], near, members, spans, whose)

    # Of every group only its likest partner waits in the heap. What two groups have with a third
    # together is never above what one of them had, and where days allow more than before, the
    # group that grew is asked anew: so what waits there is an upper bound, and an entry that has
    # become stale is put right when it comes up.
    def likest(a: int) -> tuple[float, int, int] | None:
        top = None
        for c, weight in near[a].items():
            pairs = _len(members, a) * _len(members, c)
            found = -weight / pairs, a, c
            if top is not None and found > top:
                continue
            least = _least(spans[a], spans[c], pairs)
            if whose[a] is not None and whose[a] == whose[c]:
                least += (OWN if pairs == 1 else OWN_SEVERAL) * _SCALE
            if -found[0] < least or (a in held and c in held):
                continue
            short = (ALIKE + BARELY / pairs) * _SCALE + found[0]
            if short > 0 and pairs <= FEW and headlines is not None:
                ours, theirs = ([numbers[k] for k in members[group] or ()] for group in (a, c))
                if TITLES * headlines.likeness(ours, theirs) * _SCALE < short:
                    continue
            top = found
        return top

    heap = [top for a in range(len(numbers)) if near[a] and (top := likest(a))]
    heapq.heapify(heap)
    while heap:
        value, a, b = heapq.heappop(heap)
        if members[a] is None:
            continue
        top = likest(a)
        if top is None:
            continue
        if top != (value, a, b):
            heapq.heappush(heap, top)
            continue
        if b in held or (a not in held and len(near[a]) < len(near[b])):
            a, b = b, a
        _join(a, b, near, members, spans, whose)
        if (top := likest(a)) is not None:
            heapq.heappush(heap, top)
    return [[numbers[k] for k in sorted(group)] for group in members if group is not None]


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day of a group; not `sure` where only addresses tell of them."""

    first: int
    last: int
    sure: bool

    @property
    def near(self) -> bool:
        """Whether the days are as good as known."""
        return self.sure or self.last - self.first <= NEARLY

    def gap(self, other: Span) -> int:
        """Days that lie between the two at least."""
        return max(other.first - self.last, self.first - other.last)

    def with_(self, other: Span) -> Span:
        """The days of both groups together."""
        if self.sure != other.sure:
            return self if self.sure else other
        first, last = min(self.first, other.first), max(self.last, other.last)
        if not self.sure:  # each may have come out on any of its days
            first, last = sorted((max(self.first, other.first), min(self.last, other.last)))
        return Span(first, last, self.sure)


def _span(
    day: int, between: tuple[int, int] | None, dated: Mapping[int, tuple[float, int]] | None
) -> Span | None:
    """The day, or the days that the address tells, narrowed by those of its likest."""
    if day != NO_DAY:
        return Span(day, day, True)
    told = Span(*between, False) if between else None
    if not dated or (told and told.near):
        return told
    fitting = [
        one
        for one in dated.values()
        if told is None or told.first - WITHIN <= one[1] <= told.last + WITHIN
    ]
    if len(fitting) < 2:
        return told
    second = sorted((likeness for likeness, _ in fitting), reverse=True)[1]
    theirs = [day for likeness, day in fitting if likeness >= second]
    first, last = min(theirs), max(theirs)
    return Span(first, last, False) if last - first <= WITHIN else told


def _least(one: Span | None, other: Span | None, pairs: int) -> float:
    """The mean of so many likenesses, to scale, from which two groups are one story."""
    gap = one.gap(other) if one and other else 0
    if gap > GAPS[-1][0]:
        return inf
    without = sum(span is None or not span.near for span in (one, other))
    if without:
        return (UNDATED + without * UNDATED_ALONE / pairs) * _SCALE
    more = next(more for most, more in GAPS if gap <= most)
    return (ALIKE + more / pairs) * _SCALE


def _join(
    a: int,
    b: int,
    near: list[dict[int, int]],
    members: list[list[int] | None],
    spans: list[Span | None],
    whose: list[str | None],
) -> None:
    """Let group `a` take in group `b`, its days, its outlet and what is near to it."""
    taken = members[b] or []
    members[b] = None
    (members[a] or []).extend(taken)
    if whose[a] != whose[b]:
        whose[a] = None
    ours, theirs = spans[a], spans[b]
    spans[a] = ours.with_(theirs) if ours and theirs else ours or theirs
    for c, weight in near[b].items():
        del near[c][b]
        if c != a:
            near[a][c] = near[c][a] = near[a].get(c, 0) + weight
    near[b] = {}


def _len(members: list[list[int] | None], k: int) -> int:
    return len(members[k] or ())
