"""Which counts of a story are of one incident, told by how the story as a whole gives them.

In go the figures of all articles, out come the deeds of which so few numbers are given that they
befell people once (an attack, not a war), and the small counts that stand in sentences near each
other in most articles that give them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from corpus.comparison.counted import ANYBODY, Counted
from corpus.comparison.deeds import DEED_OF
from corpus.comparison.figures import SMALL
from corpus.ledger.matching import Scores
from corpus.words import stem

STEADY = 4  # articles whose sentences with one number are near, from which it is the story's own
ONCE = 1.0
"""Different counts of the dead for each article that has one, up to which a story is of one
incident: of eight large stories a war has 1.6 and 2.2, raids in many towns 3, single attacks .4 to
.8."""
MOSTLY = 0.6  # and the share of those that have it
LINKED = 0.2  # score of such sentences

Found = Mapping[tuple[int, int], Scores]
Every = Sequence[tuple[int, Counted]]

_DEEDS = frozenset(DEED_OF)
BEFALLEN = frozenset(("dead", "hurt", "missing", "held"))
GENERIC = frozenset(
    map(stem, "times time men man people person things ways years side sides others days".split())
)


def key(one: Counted) -> tuple[object, ...]:
    """What small counts of one set have in common: the number, with the deed or the noun."""
    if one.kind[0] == "age":
        return one.kind, one.figure.value, "age"
    value, head = one.figure.value, one.head - ANYBODY - GENERIC - _DEEDS
    if one.deed in BEFALLEN and not head:
        return one.kind, value, one.deed
    return one.kind, value, head


def told_once(every: Every) -> frozenset[str]:
    """The deeds of which articles give so few different numbers that they befell people in one
    incident."""
    numbers: defaultdict[str, set[float]] = defaultdict(set)
    articles: defaultdict[str, set[int]] = defaultdict(set)
    for a, one in every:
        value = one.figure.value
        if one.deed not in BEFALLEN or one.kind[0] != "count" or value is None:
            continue
        if abs(value) > SMALL:
            numbers[one.deed or ""].add(value)
            articles[one.deed or ""].add(a)
    return frozenset(d for d, found in numbers.items() if len(found) <= ONCE * len(articles[d]))


def steady(found: Found, every: Every) -> frozenset[tuple[int, int]]:
    """The small counts (by article and number) whose sentences are near those of most articles that
    give the same, by way of others' too: of one set though two of the sentences have little in
    common."""
    holding: defaultdict[tuple[object, ...], list[tuple[int, Counted]]] = defaultdict(list)
    for a, one in sorted(every, key=lambda item: (item[0], item[1].number)):
        if one.kind[0] in ("count", "age") and one.figure.value is not None and key(one)[2]:
            holding[key(one)].append((a, one))
    near: set[tuple[int, int]] = set()
    for items in holding.values():
        articles = len({a for a, _ in items})
        if articles < STEADY:
            continue
        group = list(range(len(items)))
        for m, (b, other) in enumerate(items):
            for n, (a, one) in enumerate(items[:m]):
                scores = found.get((a, b), {})
                if scores.get((one.sentence, other.sentence), 0.0) >= LINKED:
                    gone, into = group[m], group[n]
                    group = [into if at == gone else at for at in group]
        widest = max(
            set(group), key=lambda g: len({items[k][0] for k, at in enumerate(group) if at == g})
        )
        linked = [items[k] for k, at in enumerate(group) if at == widest]
        if len({a for a, _ in linked}) >= max(STEADY, MOSTLY * articles):
            near |= {(a, one.number) for a, one in linked}
    return frozenset(near)
