"""Which counts of a story are of one incident, told by how the story as a whole gives them.

In go the figures of all articles, out come the deeds of which so few numbers are given that they
befell people once (an attack, not a war), the small counts that stand in sentences near each
other in most articles that give them, and the nouns of which the story gives one number only.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from corpus.comparison.agreements import SMALL
from corpus.comparison.conflicts import NEAR_HEADS, same_thing
from corpus.comparison.counted import ANYBODY, Counted, counts_anybody
from corpus.comparison.deeds import DEED_OF
from corpus.comparison.similarity import similarity
from corpus.ledger.matching import StoryScores
from corpus.ledger.whom import whom
from corpus.words import stem, written

STEADY = 4  # articles whose sentences with one number are near, from which it is the story's own
ONCE = 1.0
"""Different counts of the dead for each article that has one, up to which a story is of one
incident: of eight large stories a war has 1.6 and 2.2, raids in many towns 3, single attacks .4 to
.8."""
MOSTLY = 0.6  # and the share of those that have it
LINKED = 0.2  # score of such sentences
ALONE = 0.8  # of the articles that count a noun give the one number that the story has of it
SOME = 2  # such articles
ONE_SORT = 0.4  # how surely two nouns name one thing where both count people
FEW = 10  # counts up to here are given of many things, whom a deed befell among them
_BEHIND = re.compile(r"\s(?:of|from|in|on|at|with|who|that|which|to|for|by)\s")

Numbers = frozenset[tuple[str, float]]
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


def steady(found: StoryScores, every: Every) -> frozenset[tuple[int, int]]:
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


def one_number(every: Every) -> Numbers:
    """The nouns of which a story gives one small number only, with it: "two brothers" are the same
    two, whatever is told of them; and the deeds with the number that most articles give of those
    whom they befell."""
    articles: defaultdict[str, defaultdict[float, set[int]]]
    articles = defaultdict(lambda: defaultdict(set))
    for a, one in every:
        value = one.figure.value
        if one.kind[0] != "count" or value is None or value <= 1 or one.part:
            continue
        noun = noun_of(one)
        if noun and noun not in ANYBODY | GENERIC | _DEEDS:
            articles[noun][value].add(a)
        if one.deed in BEFALLEN and value > FEW and _are_people(one):
            articles[f"{one.deed}:"][value].add(a)
    return frozenset(
        (noun, value)
        for noun, by_value in articles.items()
        for value, found in by_value.items()
        if _is_the_one(noun, value, len(found), len(set().union(*by_value.values())))
    )


def _is_the_one(noun: str, value: float, given: int, counted: int) -> bool:
    """Whether so many articles give a number, of those that count its noun or deed."""
    if noun.endswith(":"):
        return given > SOME and given >= MOSTLY * counted
    return value <= FEW and given >= SOME and given >= ALONE * counted


def is_one_number(one: Counted, other: Counted, numbers: Numbers) -> bool:
    """Whether two counts give the one number that the story has of their noun or deed."""
    value = one.figure.value
    if value is None or value != other.figure.value or one.part or other.part:
        return False
    deeds = {one.deed, other.deed} - {None}
    people = _are_people(one) and _are_people(other)
    alike = bool(noun_of(one)) and noun_of(one) == noun_of(other)
    if None in (one.deed, other.deed) and not alike:
        people = counts_anybody(one) and counts_anybody(other)
    if people and len(deeds) == 1 and (f"{deeds.pop()}:", value) in numbers:
        return True
    noun = noun_of(one)
    return noun == noun_of(other) and (noun, value) in numbers and not _told_apart(one, other, noun)


def _are_people(one: Counted) -> bool:
    return one.persons or counts_anybody(one) or bool(whom(one).sorts)


def _told_apart(one: Counted, other: Counted, noun: str) -> bool:
    """Whether other words say which of the things under a noun each counts: "liberal justices"."""
    ours, theirs = ({w for w in c.words if stem(w) != noun} for c in (one, other))
    if not ours or not theirs or ours & theirs:
        return False
    return not any(similarity(x, y) >= NEAR_HEADS for x in ours for y in theirs)


def are_named_apart(one: Counted, other: Counted) -> bool:
    """Whether two small counts are of what goes by two nouns: "two nurses", "two centers"."""
    value, nouns = abs(one.figure.value or 0.0), {noun_of(one), noun_of(other)}
    if value > FEW or len(nouns) < 2 or "" in nouns or nouns & (ANYBODY | GENERIC | _DEEDS):
        return False
    if all("-" in c.figure.text for c in (one, other)):
        return False  # "a three-week sprint", "a three-week campaign": weeks
    return same_thing(one, other) <= ONE_SORT and not whom(one).sorts & whom(other).sorts


@lru_cache(maxsize=20_000)
def _noun(about: str) -> str:
    named = written(_BEHIND.split(about, maxsplit=1)[0])
    return stem(named[-1].lower()) if named else ""


def noun_of(one: Counted) -> str:
    """The stem of what a figure counts, without what tells which: "members" of "members of the
    crew", "brothers" of "Nigerian brothers"."""
    return _noun(one.figure.about or "")
