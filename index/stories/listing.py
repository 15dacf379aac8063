"""Stories as lists show them: counted, ordered and cut with arrays, spelt out for one page only.

In goes which articles are meant and in which order, out come `StoryRow`s. What is counted
(outlets, days, articles) is loaded once for every change of the archive.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from corpus.crediting import is_agency_itself
from corpus.precedence import Stamp, is_before, order
from index.connections import Connections
from index.packing import unpack_moment
from index.records import Records
from index.stories.near import near_stories
from index.stories.shelving import parts_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from index.columns import Table
    from index.stories.room import Places, Stories

StorySort = Literal["newest", "largest", "outlets", "disputed"]
CONSIDERED = 40  # stories of the most outlets among which the most disputed are looked for
NEIGHBOURS = 5
CANDIDATES = 60  # stories among which they are looked for, those with most likeness in all


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One story in a list. `articles` are full ids, earliest first, the undated last."""

    story: int
    id: str
    title: str
    first: str | None
    last: str | None
    outlets: tuple[str, ...]
    articles: tuple[str, ...]
    copies: int
    disputed: int | None = None  # facts at odds, where that was counted
    ahead: bool = False  # its only days lie after those on which its articles were added


@dataclass(frozen=True, slots=True)
class Report:
    """One article of a story. `origin` is the full id of the article that it has its text from,
    and `follows` says whether it surely came out after that one: the same text on one day, without
    an hour that can be compared, may be either's.

    `published_at` is the moment where one is stated, ISO 8601.
    """

    id: str
    seq: int
    outlet: str | None
    title: str
    published: str | None
    words: int
    origin: str | None
    version: bool  # of the same outlet as its origin: a later version rather than a copy
    url: str | None = None
    published_at: str | None = None
    follows: bool = True
    ahead: bool = False  # its day lies after the one on which it was added
    apart: bool = False  # perhaps of another event than the others of its story
    later: bool = False  # its text tells a day behind its own, so that it was written anew

    @property
    def stamp(self) -> Stamp:
        """When it came out, as its outlet states it."""
        return Stamp(self.published, self.published_at, self.outlet)

    @property
    def beside_origin(self) -> str:
        """What it is to the article that it has its text from: "copy of", "same text as"."""
        if self.version:
            return "later version of" if self.follows else "other version of"
        return "copy of" if self.follows else "same text as"


@dataclass(frozen=True, slots=True)
class _Counts:
    stories: NDArray[np.int64]
    articles: NDArray[np.int64]
    outlets: NDArray[np.int64]
    newest: NDArray[np.int64]


class Listing:
    """Lists of the stories of one archive."""

    def __init__(self, connections: Connections, records: Records, stories: Stories) -> None:
        self._connections = connections
        self._ask = connections.rows
        self._records = records
        self._stories = stories
        self._whole: tuple[tuple[Table, Places], _Counts] | None = None

    def rows(
        self,
        among: Iterable[int] | None,
        sort: StorySort,
        limit: int | None,
        offset: int = 0,
        progress: Callable[[int, int], None] | None = None,
    ) -> tuple[list[StoryRow], int]:
        """The stories of these articles (numbers; None for all), and how many there are.

        Each has all its articles, whichever were meant. What is disputed is found in ledgers, which
        take a second each the first time: `progress` hears (compared, of how many).
        """
        ordered = self._ordered(among, sort)
        end = None if limit is None else offset + limit
        if sort == "disputed":
            rows = self._disputed(ordered[:CONSIDERED].tolist(), progress)
            rows += self.spelt_out(ordered[CONSIDERED:end].tolist())
            return rows[offset:end], len(ordered)
        return self.spelt_out(ordered[offset:end].tolist()), len(ordered)

    def place_of(self, story: int, among: Iterable[int] | None, sort: StorySort) -> int:
        """The row of a story in that list, from 0 on (of the most disputed, in the list as it was
        before these were put in front); below 0 where it is not in it."""
        import numpy as np

        return int(next(iter(np.flatnonzero(self._ordered(among, sort) == story)), -1))

    def _ordered(self, among: Iterable[int] | None, sort: StorySort) -> NDArray[np.int64]:
        """The stories of these articles in an order; those most disputed not yet in front."""
        import numpy as np

        counts = self._counts(among)
        keys = [counts.stories, -counts.articles, -counts.newest]
        if sort != "newest":
            keys = [counts.stories, -counts.newest, -counts.articles]
        if sort in ("outlets", "disputed"):
            keys.append(-counts.outlets)
        found: NDArray[np.int64] = counts.stories[np.lexsort(keys)]
        return found

    def spelt_out(self, stories: Sequence[int]) -> list[StoryRow]:
        """Rows of these stories, in this order."""
        members = self._stories.members(stories)
        titles, ids = self._stories.titles(stories), self._stories.ids(stories)
        reports = self._reports({seq for seqs in members.values() for seq in seqs})
        rows = []
        for story in stories:
            told = [reports[seq] for seq in members[story] if seq in reports]
            told.sort(key=lambda one: (one.published or "~", one.seq))
            dated = [one for one in told if one.published]
            days = [one.published for one in dated if not one.ahead]
            days = days or [one.published for one in dated]
            outlets = dict.fromkeys(one.outlet for one in told if one.outlet)
            rows.append(
                StoryRow(
                    story=story,
                    id=ids.get(story, told[0].id if told else ""),
                    title=titles.get(story, told[0].title if told else ""),
                    first=days[0] if days else None,
                    last=days[-1] if days else None,
                    outlets=tuple(outlets),
                    articles=tuple(one.id for one in told),
                    copies=sum(one.origin is not None for one in told),
                    ahead=bool(dated) and all(one.ahead for one in dated),
                )
            )
        return rows

    def reports(self, story: int) -> list[Report]:
        """The articles of one story, earliest first, the undated last."""
        found = self._timed(self._reports(set(self._stories.members([story])[story])))
        return sorted(found, key=lambda one: (*order(one.published, one.published_at), one.seq))

    def of(self, ids: Sequence[str]) -> list[Report]:
        """These articles (full ids), in this order."""
        found = {one.id: one for one in self._timed(self._reports(set(self._stories.numbers(ids))))}
        return [found[one] for one in ids if one in found]

    def neighbours(self, story: int) -> tuple[list[StoryRow], list[StoryRow]]:
        """The stories that come before and after this one in the matter, the likest first, and
        before them those of several reports from the same days: perhaps one event in parts."""
        members = self._stories.members([story])[story]
        links = self._ask(
            "SELECT other, likeness FROM links WHERE seq IN (SELECT value FROM json_each(?))",
            (json.dumps(members),),
        )
        linked: Counter[int] = Counter()
        others = self._stories.story_of([other for other, _ in links]).tolist()
        for other, (_, likeness) in zip(others, links, strict=True):
            linked[other] += likeness
        del linked[story]
        if not linked:
            return [], []
        most = [other for other, _ in linked.most_common(CANDIDATES)]
        members_of = self._stories.members([story, *most])
        found = near_stories(self._ask, story, members_of)
        order = sorted(found, key=lambda one: (not one.at_once, -one.likeness, one.story))
        rows = self.spelt_out([one.story for one in order[: 2 * NEIGHBOURS]])
        (own,) = self.spelt_out([story])
        before = [one for one in rows if (one.first or "~") < (own.first or "~")]
        after = [one for one in rows if one not in before]
        return before[:NEIGHBOURS], after[:NEIGHBOURS]

    def outlets_of(self, stories: Iterable[int]) -> dict[int, int]:
        """How many outlets report each of these stories."""
        import numpy as np

        counts = self._counts(None)
        wanted = np.isin(counts.stories, np.array(list(stories), dtype=np.int64))
        return dict(
            zip(counts.stories[wanted].tolist(), counts.outlets[wanted].tolist(), strict=True)
        )

    def _disputed(
        self, stories: list[int], progress: Callable[[int, int], None] | None
    ) -> list[StoryRow]:
        """These stories with how many facts are at odds in each, the most first."""
        counted = []
        for done, row in enumerate(self.spelt_out(stories)):
            if progress is not None:
                progress(done, len(stories))
            disputed = self._stories.disputed(row.story) if len(row.outlets) > 1 else 0
            counted.append(replace(row, disputed=disputed))
        return sorted(counted, key=lambda row: -(row.disputed or 0))

    def _timed(self, reports: Mapping[int, Report]) -> list[Report]:
        """These reports with their moments; one whose day somebody decided otherwise has none."""
        stored = {
            seq: unpack_moment(article)
            for part in parts_of(reports)
            for seq, article in self._ask(
                "SELECT seq, article FROM readings WHERE seq IN (SELECT value FROM json_each(?))",
                (part,),
            )
        }
        timed = {}
        for seq, report in reports.items():
            day, moment = stored.get(seq, (None, None))
            moment = moment if day == report.published else None
            timed[report.id] = replace(report, published_at=moment)
        for full, report in timed.items():
            if (origin := timed.get(report.origin or "")) is not None:
                follows = is_agency_itself(origin.outlet) or is_before(origin.stamp, report.stamp)
                timed[full] = replace(report, follows=follows)
        return list(timed.values())

    def _reports(self, seqs: set[int]) -> dict[int, Report]:
        origins = dict(
            zip(sorted(seqs), self._stories.origin_of(sorted(seqs)).tolist(), strict=True)
        )
        rows = {
            row[0]: row[1:]
            for part in parts_of(seqs | set(origins.values()))
            for row in self._ask(
                "SELECT seq, id, outlet, title, published, words, url FROM articles "
                "WHERE seq IN (SELECT value FROM json_each(?))",
                (part,),
            )
        }
        found, ahead = {}, self._records.ahead()
        for seq in seqs:
            if seq not in rows:
                continue
            full, outlet, title, published, words, url = rows[seq]
            origin = rows.get(origins[seq]) if origins[seq] != seq else None
            found[seq] = Report(
                full, seq, outlet, title, published, words,
                origin[0] if origin else None, bool(origin and origin[1] == outlet), url,
                ahead=seq in ahead,
            )  # fmt: skip
        return found

    def _counts(self, among: Iterable[int] | None) -> _Counts:
        """How many articles and outlets each story has, and its newest day."""
        import numpy as np

        table, places = self._stories.columns.table(), self._stories.places()
        known = self._whole
        if among is None and known is not None and known[0][0] is table and known[0][1] is places:
            return known[1]
        days, outlets = table.days, table.outlets
        if ahead := self._records.ahead():
            days = np.where(np.isin(table.seqs, list(ahead)), 0, days)
        story = self._stories.story_of(table.seqs)
        if among is not None:
            wanted = self._stories.story_of(np.array(sorted(among), dtype=np.int64))
            keep = np.isin(story, wanted)
            story, days, outlets = story[keep], days[keep], outlets[keep]
        stories, at, articles = np.unique(story, return_inverse=True, return_counts=True)
        newest = np.zeros(len(stories), dtype=np.int64)
        np.maximum.at(newest, at, days)
        of_outlets = outlets >= 0
        many = int(outlets.max(initial=0)) + 1  # a story and an outlet as one number sort fast
        each = np.unique(at[of_outlets] * many + outlets[of_outlets]) // many
        counts = _Counts(stories, articles, np.bincount(each, minlength=len(stories)), newest)
        if among is None:
            self._whole = (table, places), counts
        return counts


def first_of(reports: Sequence[Report]) -> list[Report]:
    """The reports that none surely precedes: the first one, or all that may be it where their
    stamps do not tell, those without a day among them; an agency's own text is before those who
    carry it. None where no report has a day, and never one that perhaps tells of another event.
    Where one tells a later day than its own, those that would be the first without it may be, too.
    """
    found = _first_of(reports)
    if any(one.later for one in found):
        found += _first_of([one for one in reports if not one.later])
    return list(dict.fromkeys(found))


def _first_of(reports: Sequence[Report]) -> list[Report]:
    reports = [one for one in reports if not one.apart]
    dated = [one for one in reports if one.published]
    stamps = [one.stamp for one in dated]
    may_be = [one for one in dated if not any(is_before(o, one.stamp) for o in stamps)]
    may_be += [one for one in reports if dated and not one.published]
    return [one for one in may_be if not (one.origin and one.follows)]


def beside(
    reports: Sequence[Report],
    order: Sequence[str],
    apart: Collection[str] = (),
    later: Collection[str] = (),
) -> list[Report]:
    """Reports in the order of a ledger's columns (full ids), each with its copies behind it; those
    that a ledger tells `apart`, or whose text it finds `later` than their day (full ids), are
    marked with their copies.

    A ledger knows the moments of articles, a list of reports only their days; what the ledger
    leaves out keeps its place behind the others of its day.
    """
    place = {article: n for n, article in enumerate(order)}

    def rank(report: Report) -> tuple[str, int, bool, int]:
        at = place.get(report.id, place.get(report.origin or "", len(order)))
        return report.published or "~", at, report.id not in place, report.seq

    marked = [
        replace(
            one,
            apart=one.apart or one.id in apart or one.origin in apart,
            later=one.later or one.id in later or one.origin in later,
        )
        for one in reports
    ]
    return sorted(marked, key=rank)
