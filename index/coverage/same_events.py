"""Which of the articles near to an event report it too, as a comparison of the two would say.

In goes a `Pair` with what is near to the events of one side, out comes the same with the answer
for every one of them: no row says "not found" beside an article that a comparison calls the same
event, or perhaps the same. Two articles are asked about no further than it can still be they that
likeliest report the event, and no step twice as long as neither changes; what was found is kept in
the person's own cache.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from corpus.comparison.event_signs import VERSION, EventAnswer
from index.connections import Connections
from index.coverage.result import Nearest, OneSided, Pair
from index.packing import pack_worked_out, unpack_worked_out
from index.private_cache import PrivateCache
from index.records import Records
from index.stories.keeping import placed_until

if TYPE_CHECKING:
    from corpus.article import Article
    from corpus.comparison.one_event import OneEvent, Report
    from corpus.comparison.sides import Side
    from corpus.stories.traits import Traits

KEPT = 60  # pairs of outlets
MOST = 100_000  # answers of one pair of outlets; forty bytes each
IN_MEMORY = 4_000  # articles as they are held against others, the last asked for: 80 MB
LAID_OUT = 50  # of these laid out whole, for their quotations: 10 MB
MEMBERS = 4  # articles of one event that another is held against, the likest and the earliest
STEP = 10  # events after which it is said how many were decided
SAFE = 200  # events after which the answers so far are kept

Progress = Callable[[int, int], None]


class Answer(NamedTuple):
    """What two articles say of one event; where it is not `sure`, what they say at most."""

    event: EventAnswer
    score: float
    sure: bool


Answers = dict[str, Answer]
DIFFERENT = Answer("different", 0.0, True)


class SameEvents:
    """Decides for the articles of one archive."""

    def __init__(self, connections: Connections, records: Records) -> None:
        self._ask = connections.rows
        self._records = records
        self._cache = PrivateCache("outlet-events", connections.folder, KEPT, records.last_removal)

    def decided(self, pair: Pair, progress: Progress | None = None) -> Pair:
        """The pair with every event of one side decided; `progress` hears (events done, of how
        many) where any two articles have to be held against each other."""
        removed = self._records.last_removal()  # before anything is read
        key = _key(pair)
        stored = self._cache.get(key, removed)
        known = (unpack_worked_out(stored, Answers) if stored else None) or {}
        articles = self._articles(pair)
        asking = _Asking(self._records, articles, known)
        rows = sorted((*pair.only_left, *pair.only_right), key=lambda one: one.first or "")
        held = {one.id: tuple(_held_against(one, articles)) for one in rows}
        open_ = [held[one.id] for one in rows if asking.is_open(held[one.id])]
        for done, those in enumerate(open_):
            if progress is not None and done % STEP == 0:
                progress(done, len(open_))
            if done and done % SAFE == 0:  # whoever stops it here goes on from here
                self._cache.put(key, removed, pack_worked_out(asking.kept(MOST)))
            asking.likeliest(those)
        if open_:
            if progress is not None:
                progress(len(open_), len(open_))
            self._cache.put(key, removed, pack_worked_out(asking.kept(MOST)))
        return replace(
            pair,
            only_left=_in_order(_decided(one, held[one.id], asking) for one in pair.only_left),
            only_right=_in_order(_decided(one, held[one.id], asking) for one in pair.only_right),
            decided=True,
        )

    def _articles(self, pair: Pair) -> dict[str, _Article]:
        """What is known of every article that may be asked about, by its full id."""
        from corpus.stories.traits import unpacked

        every = (*pair.only_left, *pair.only_right)
        ids = {full for one in every for own, near in _may_be_asked(one) for full in (own, near.id)}
        rows = self._ask(
            "SELECT id, seq, change, features FROM articles LEFT JOIN traits USING (seq) "
            "WHERE current AND id IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(ids)),),
        )
        return {
            full: _Article(seq, change, unpacked(features) if features is not None else None)
            for full, seq, change, features in rows
        }


@dataclass(frozen=True, slots=True)
class _Article:
    """The number of an article, its last change, and what it is known by among others."""

    seq: int
    change: int
    traits: Traits | None


Two = tuple[str, Nearest]
"""An article of an event (its full id), and one of the other side that it is held against."""


class _Asking:
    """Answers for two articles each, those that are known and those that are found now."""

    def __init__(self, records: Records, articles: Mapping[str, _Article], known: Answers) -> None:
        self._articles = articles
        self._known = known
        self._used: Answers = {}
        self._report = lru_cache(IN_MEMORY)(_reports(records, articles))
        self._side = lru_cache(LAID_OUT)(_sides(records, articles))

    def is_open(self, held: Sequence[Two]) -> bool:
        """Whether some have to be held against each other to tell which likeliest are of one
        event."""
        known = [self._known.get(self._name(own, near.id)) for own, near in held]
        there = [one for one in known if one is not None]
        at = _first(there)
        return len(there) < len(known) or (at is not None and not there[at].sure)

    def likeliest(self, held: Sequence[Two]) -> tuple[int, Answer] | None:
        """Which of these likeliest report one event, by its number, with the answer; None where
        none of them may."""
        going_on: dict[int, Iterator[OneEvent]] = {}
        names = [self._name(own, near.id) for own, near in held]
        answers = [
            self._known.get(name) or self._begun(at, held[at], going_on)
            for at, name in enumerate(names)
        ]

        def further(at: int) -> Answer:
            if at not in going_on:
                self._begun(at, held[at], going_on)
            event = next(going_on[at], None)
            return answers[at]._replace(sure=True) if event is None else _at_most(event)

        best = likeliest(answers, further)
        self._known.update(zip(names, answers, strict=True))
        self._used.update(zip(names, answers, strict=True))
        return None if best is None else (best, answers[best])

    def _begun(self, at: int, two: Two, going_on: dict[int, Iterator[OneEvent]]) -> Answer:
        """The first that is told of two articles; `going_on` tells more of them."""
        from corpus.comparison.one_event import narrowing

        one, other = sorted((two[0], two[1].id))
        left, right = self._report(one), self._report(other)
        if left is None or right is None:
            return DIFFERENT
        going_on[at] = narrowing(left, right, lambda: (self._side(one), self._side(other)))
        return _at_most(next(going_on[at]))

    def kept(self, most: int) -> Answers:
        """So many answers, those that were asked for rather than others."""
        return dict(islice({**self._used, **self._known}.items(), most))

    def _name(self, one: str, other: str) -> str:
        """What two articles are known by: their ids and last changes."""
        return " ".join(f"{full[:16]}{self._change(full)}" for full in sorted((one, other)))

    def _change(self, full: str) -> int:
        article = self._articles.get(full)
        return article.change if article is not None else 0


def _at_most(event: OneEvent) -> Answer:
    return Answer(event.answer, round(event.score, 4), sure=False)


def _reports(records: Records, articles: Mapping[str, _Article]) -> Callable[[str], Report | None]:
    """Makes of an article, by its full id, what is held against others."""
    from corpus.comparison.lexicon import Lexicon
    from corpus.comparison.one_event import report

    lexicon, placed = Lexicon(), placed_until(records)

    def made(full: str) -> Report | None:
        article, known = _read(records, articles, full), articles.get(full)
        if article is None or known is None:
            return None
        traits = known.traits if known.change <= placed else None  # else of another text
        return report(article, lexicon, traits)

    return made


def _sides(records: Records, articles: Mapping[str, _Article]) -> Callable[[str], Side | None]:
    """Lays an article out, by its full id."""
    from corpus.comparison.sides import side

    def made(full: str) -> Side | None:
        article = _read(records, articles, full)
        return side(article) if article is not None else None

    return made


def _read(records: Records, articles: Mapping[str, _Article], full: str) -> Article | None:
    known = articles.get(full)
    read = records.articles_by_seq([known.seq]) if known is not None else {}
    return next(iter(read.values()), None)


def likeliest(held: list[Answer], further: Callable[[int], Answer]) -> int | None:
    """Which speaks most for one event, by its number, the first of some that say the same; None
    where none may. What is not sure of those that may be it is asked `further`, until the one is
    sure; `held` has what was found."""
    while (at := _first(held)) is not None and not held[at].sure:
        held[at] = further(at)
    return at


def _first(held: Sequence[Answer]) -> int | None:
    """Which speaks most for one event as far as is known; of some that say the same one that is
    not sure, so that none is passed over that may say as much."""
    live = [at for at, one in enumerate(held) if one.event != "different"]
    return max(live, key=lambda at: (*_rank(held[at]), not held[at].sure, -at), default=None)


def _may_be_asked(one: OneSided) -> Iterator[Two]:
    """Who may be held against whom: each candidate with the article of the event that it is likest
    to, then with the first others."""
    for near in one.candidates:
        for own in dict.fromkeys((near.beside, *one.articles[: MEMBERS - 1])):
            yield own, near


def _held_against(one: OneSided, articles: Mapping[str, _Article]) -> Iterator[Two]:
    """Who is: without those that are too unlike to be of one event, but for the likest."""
    from corpus.comparison.event import LIKE_BORNE_OUT
    from corpus.stories.traits import alike

    for own, near in _may_be_asked(one):
        ours, theirs = (
            known.traits if (known := articles.get(full)) is not None else None
            for full in (own, near.id)
        )
        unlike = ours and theirs and alike(ours, theirs) < LIKE_BORNE_OUT
        if own == near.beside or not unlike:
            yield own, near


def _decided(one: OneSided, held: Sequence[Two], asking: _Asking) -> OneSided:
    """The event with the candidate that likeliest reports it too, else with what is nearest."""
    found = asking.likeliest(held)
    nearest = one.nearest
    if found is not None:
        (own, near), said = held[found[0]], found[1]
        nearest = replace(near, beside=own, event=said.event, score=said.score, perhaps=True)
    elif nearest is not None:
        nearest = replace(nearest, event="different")
    return replace(one, nearest=nearest, candidates=())


def _rank(near: Nearest | Answer) -> tuple[bool, float]:
    return near.event == "same", near.score


def _in_order(rows: Iterable[OneSided]) -> tuple[OneSided, ...]:
    """The events in their order, of those that the other side perhaps has the likeliest first."""
    every = list(rows)
    perhaps = [one for one in every if one.nearest is not None and one.perhaps]
    perhaps.sort(key=lambda one: _rank(one.nearest) if one.nearest else (False, 0.0), reverse=True)
    return (*perhaps, *(one for one in every if not one.perhaps))


def _key(pair: Pair) -> str:
    """What the answers of a pair of outlets are kept under, whichever stands left."""
    sides = sorted(list(side.party.outlets) for side in (pair.left, pair.right))
    return hashlib.sha256(json.dumps([VERSION, sides]).encode()).hexdigest()[:32]
