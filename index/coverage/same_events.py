"""Which of the articles near to an event report it too, as a comparison of the two would say.

In goes a `Pair` with what is near to the events of one side, out comes the same with the answer
for every one of them: no row says "not found" beside an article that a comparison calls the same
event, or perhaps the same. Each two articles are decided about once, as long as neither changes;
the answers are kept in the person's own cache.
"""

from __future__ import annotations

import hashlib
import json
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from corpus.comparison.event_signs import VERSION, EventAnswer
from index.connections import Connections
from index.coverage.result import Nearest, OneSided, Pair
from index.packing import pack_worked_out, unpack_worked_out
from index.private_cache import PrivateCache
from index.records import Records

if TYPE_CHECKING:
    from corpus.comparison.sides import Side
    from corpus.stories.traits import Traits

KEPT = 60  # pairs of outlets
MOST = 100_000  # answers of one pair of outlets; forty bytes each
IN_MEMORY = 300  # articles laid out for comparison, the last that were asked for: 60 MB
MEMBERS = 4  # articles of one event that another is held against, the likest and the earliest
STEP = 10  # events after which it is said how many were decided
SAFE = 50  # events after which the answers so far are kept

Progress = Callable[[int, int], None]
Answers = dict[str, tuple[EventAnswer, float]]


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
        held = {one: tuple(_held_against(one, articles)) for one in rows}
        open_ = [one for one in rows if any(asking.is_new(own, near.id) for own, near in held[one])]
        for done, one in enumerate(open_):
            if progress is not None and done % STEP == 0:
                progress(done, len(open_))
            if done and done % SAFE == 0:  # whoever stops it here goes on from here
                self._cache.put(key, removed, pack_worked_out(asking.kept(MOST)))
            for own, near in held[one]:
                asking.answer(own, near.id)
        if open_:
            if progress is not None:
                progress(len(open_), len(open_))
            self._cache.put(key, removed, pack_worked_out(asking.kept(MOST)))
        return replace(
            pair,
            only_left=_in_order(_decided(one, held[one], asking) for one in pair.only_left),
            only_right=_in_order(_decided(one, held[one], asking) for one in pair.only_right),
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


Held = tuple[str, Nearest]
"""An article of an event (its full id), and one of the other side that it is held against."""


class _Asking:
    """Answers for two articles each, those that are known and those that are found now."""

    def __init__(self, records: Records, articles: Mapping[str, _Article], known: Answers) -> None:
        self._records = records
        self._articles = articles
        self._known = known
        self._used: Answers = {}
        self._sides: OrderedDict[str, Side | None] = OrderedDict()

    def is_new(self, one: str, other: str) -> bool:
        """Whether these two were not decided about before."""
        return self._name(one, other) not in self._known

    def answer(self, one: str, other: str) -> tuple[EventAnswer, float]:
        """Whether two articles (full ids) report one event, and the score."""
        name = self._name(one, other)
        if name not in self._known:
            from corpus.comparison.one_event import one_event

            left, right = (self._side(full) for full in sorted((one, other)))
            self._known[name] = "different", 0.0
            if left and right:
                event = one_event(left, right)
                self._known[name] = event.answer, round(event.score, 4)
        self._used[name] = self._known[name]
        return self._known[name]

    def kept(self, most: int) -> Answers:
        """So many answers, those that were asked for rather than others."""
        return dict(islice({**self._used, **self._known}.items(), most))

    def _name(self, one: str, other: str) -> str:
        """What two articles are known by: their ids and last changes."""
        return " ".join(f"{full[:16]}{self._change(full)}" for full in sorted((one, other)))

    def _change(self, full: str) -> int:
        article = self._articles.get(full)
        return article.change if article is not None else 0

    def _side(self, full: str) -> Side | None:
        from corpus.comparison.sides import side

        if full not in self._sides:
            known = self._articles.get(full)
            read = self._records.articles_by_seq([known.seq]) if known is not None else {}
            self._sides[full] = next(map(side, read.values()), None)
            while len(self._sides) > IN_MEMORY:
                self._sides.popitem(last=False)
        self._sides.move_to_end(full)
        return self._sides[full]


def _may_be_asked(one: OneSided) -> Iterator[Held]:
    """Who may be held against whom: each candidate with the article of the event that it is likest
    to, then with the first others."""
    for near in one.candidates:
        for own in dict.fromkeys((near.beside, *one.articles[: MEMBERS - 1])):
            yield own, near


def _held_against(one: OneSided, articles: Mapping[str, _Article]) -> Iterator[Held]:
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


def _decided(one: OneSided, held: Iterable[Held], asking: _Asking) -> OneSided:
    """The event with the candidate that likeliest reports it too, else with what is nearest."""
    best: Nearest | None = None
    for own, near in held:
        event, score = asking.answer(own, near.id)
        found = replace(near, beside=own, event=event, score=score, perhaps=True)
        if event != "different" and (best is None or _rank(found) > _rank(best)):
            best = found
    nearest = one.nearest
    if best is None and nearest is not None:
        nearest = replace(nearest, event="different")
    return replace(one, nearest=best or nearest, candidates=())


def _rank(near: Nearest) -> tuple[bool, float]:
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
