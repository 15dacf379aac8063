"""Two sides held against each other from what columns say: how much, when, and which events.

In go the articles of both sides, out comes a `Pair`. An event counts as one side's alone only
when the other has no article on it at all, whatever the query leaves of it; what the other side
has near it is named, and not yet decided about.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache

from index.coverage.nearest import Looking
from index.coverage.result import Article, OneSided, Pair, Party, Shared, Side
from index.coverage.volume import volume
from index.stories.room import Stories

AROUND = 3  # days before and after an event in which the other side's articles are counted


def pair(
    left: tuple[Party, Sequence[Article]],
    right: tuple[Party, Sequence[Article]],
    query: str,
    stories: Stories,
    looking: Looking,
    known_by: str,
) -> Pair:
    """Hold two sides against each other. `known_by` is what else the texts' counts rest on."""
    ours, theirs = _stories_of(left[1]), _stories_of(right[1])
    told = {
        story
        for of in (ours, theirs)
        for story, articles in of.items()
        if any(one.meant for one in articles)
    }
    ids, outlets = stories.ids(told), stories.listing().outlets_of(told)
    both = [story for story in told if story in ours and story in theirs and story in ids]
    named = stories.named(both)
    shared = [_shared(ids[s], named.get(s), ours[s], theirs[s]) for s in both]
    shared.sort(key=lambda one: one.first or "", reverse=True)
    unit, span, bars = volume(left[1], right[1])
    sides = [_side(party, articles) for party, articles in (left, right)]
    only_left, only_right = (
        _only(of, other, known, looking, stories, ids, outlets)
        for of, other, known in ((ours, theirs, right[1]), (theirs, ours, left[1]))
    )
    key, texts_key, read = _keys(left[1], right[1], sides, known_by)
    return Pair(
        left=sides[0],
        right=sides[1],
        query=query,
        unit=unit,
        span=span,
        volume=bars,
        shared=tuple(shared),
        only_left=only_left,
        only_right=only_right,
        key=key,
        texts_key=texts_key,
        named=read,
        decided=False,
    )


def _side(party: Party, articles: Sequence[Article]) -> Side:
    meant = [one for one in articles if one.meant]
    texts: dict[int, str] = {}
    for one in meant:
        texts.setdefault(one.origin, one.id)
    days = [one.published for one in meant if one.published]
    agencies: defaultdict[str, list[str]] = defaultdict(list)
    for one in meant:
        for agency in one.agencies:
            agencies[agency].append(one.id)
    return Side(
        party=party,
        of=len(articles),
        of_words=sum(one.words for one in articles),
        of_undated=sum(not one.published for one in articles),
        articles=tuple(one.id for one in meant),
        days=tuple(one.published for one in meant),
        texts=tuple(texts.values()),
        words=sum(one.words for one in meant),
        undated=len(meant) - len(days),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        credited=tuple(one.id for one in meant if one.agencies),
        agencies=tuple(
            (agency, tuple(ids))
            for agency, ids in sorted(agencies.items(), key=lambda pair: (-len(pair[1]), pair[0]))
        ),
    )


def _stories_of(articles: Sequence[Article]) -> dict[int, list[Article]]:
    found: defaultdict[int, list[Article]] = defaultdict(list)
    for one in articles:
        found[one.story].append(one)
    return dict(found)


def _shared(
    full: str, named: str | None, left: Sequence[Article], right: Sequence[Article]
) -> Shared:
    """An event of both, under the name that people gave it, else a title of the left side: that
    of the story's middle may be one that neither printed."""
    one, other = left[0].published, right[0].published  # the earliest stand first
    apart = None
    if one and other:
        apart = (date.fromisoformat(other) - date.fromisoformat(one)).days
    days = [day for day in (one, other) if day]
    return Shared(
        id=full,
        title=named or next((one.title for one in left if one.meant), left[0].title),
        left=tuple(article.id for article in left),
        right=tuple(article.id for article in right),
        left_meant=sum(article.meant for article in left),
        right_meant=sum(article.meant for article in right),
        left_day=one,
        right_day=other,
        first=min(days) if days else None,
        days_apart=None if apart is None else abs(apart),
        left_first=None if not apart else apart > 0,
    )


def _only(
    ours: Mapping[int, Sequence[Article]],
    theirs: Mapping[int, Sequence[Article]],
    other: Sequence[Article],
    looking: Looking,
    stories: Stories,
    ids: Mapping[int, str],
    outlets: Mapping[int, int],
) -> tuple[OneSided, ...]:
    """The events that the other side does not have: those that most other outlets report first,
    those at whose time the archive has nothing of the other side last."""
    days = sorted(one.published for one in other if one.published)
    alone = {
        story: articles
        for story, articles in ours.items()
        if story not in theirs and story in ids and any(one.meant for one in articles)
    }
    around = looking.around(alone, other)
    found = []
    for story, articles in alone.items():
        told = [one.published for one in articles if one.published]
        between = _around(told[0], told[-1]) if told else None
        count = 0
        if between is not None:
            count = bisect_right(days, between[1]) - bisect_left(days, between[0])
        own = len({one.outlet for one in articles})
        near = around.get(story)
        found.append(
            OneSided(
                id=ids[story],
                title=next(one.title for one in articles if one.meant),
                articles=tuple(one.id for one in articles),
                first=told[0] if told else None,
                last=told[-1] if told else None,
                others=max(0, outlets.get(story, own) - own),
                between=between,
                other_articles=count,
                nearest=near.nearest if near is not None else None,
                candidates=near.candidates if near is not None else (),
            )
        )
    found.sort(key=lambda one: one.first or "", reverse=True)
    found.sort(key=lambda one: (not one.other_articles, -one.others, -len(one.articles)))
    return tuple(found)


@lru_cache(maxsize=10_000)
def _around(first: str, last: str) -> tuple[str, str]:
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    return (
        (begin - timedelta(min(AROUND, begin.toordinal() - 1))).isoformat(),
        (end + timedelta(min(AROUND, (date.max - end).days))).isoformat(),
    )


def _keys(
    left: Sequence[Article], right: Sequence[Article], sides: Sequence[Side], known_by: str
) -> tuple[str, str, int]:
    """What the counts of the texts are known by (whose they are, how they were read, what else),
    the same without how many names were read, and of how many texts they were."""
    digest, texts, named = hashlib.sha256(known_by.encode()), hashlib.sha256(b"texts"), 0
    texts.update(known_by.encode())
    for articles, side in zip((left, right), sides, strict=True):
        read = frozenset(side.texts)
        whose = repr((side.party.name, side.party.outlets)).encode()
        digest.update(whose)
        texts.update(whose)
        for one in articles:
            if one.id in read:
                digest.update(f"{one.id}{one.change}{one.model};".encode())
                texts.update(f"{one.id}{one.change};".encode())
                named += one.model is not None
    return digest.hexdigest()[:32], texts.hexdigest()[:32], named
