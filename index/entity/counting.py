"""A dossier counted: how often, when, where, with whom.

In go a dossier's tables with the days and outlets of its articles; out come the rows of an
entity's page, each counted once. Nothing is read here; what is quoted and called is counted in
`wording`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus.text import fold
from index.answers import Unit
from index.columns import Table
from index.coverage.volume import DAYS, span_of
from index.entity.dossier import Dossier
from index.entity.result import Company, OutletPart, Spelling, Stretch
from index.facets import stretch, stretches, unit_for
from index.outlet_names import OutletNames

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Sources:
    """What columns say of a dossier's articles, as arrays in their order: day as a number, outlet
    as a number of `names` (-1 where it is not known), whether it is a copy. `stated` is the outlet
    as the article spells it, `outlets` the one that all spellings are counted as."""

    days: Numbers
    outlets: Numbers
    stated: Numbers
    copies: NDArray[np.bool_]
    names: tuple[str, ...]
    _times: dict[Unit, Time] = field(default_factory=dict)

    def time(self, unit: Unit) -> Time:
        """The stretches of time of these articles, laid out once."""
        if unit not in self._times:
            self._times[unit] = Time.of(self.days, unit)
        return self._times[unit]

    def outlet(self, number: int) -> str | None:
        """The outlet with this number."""
        return self.names[number] if number >= 0 else None


@dataclass(frozen=True, slots=True)
class Read:
    """How many articles meant had their names read: by day and by outlet, each once."""

    days: Numbers
    of_days: Numbers
    outlets: Numbers  # by number; the last one counts those of no known outlet

    @classmethod
    def of(cls, table: Table, places: Numbers) -> Read:
        """Those at these places of the table."""
        import numpy as np

        days, counts = np.unique(table.days[places], return_counts=True)
        size = len(table.names) + 1
        outlets = as_one(table)[table.outlets[places]]
        return cls(days, counts, np.bincount(outlets % size, minlength=size))


def as_one(table: Table) -> Numbers:
    """For every outlet's number that of the spelling it is counted as, as the list of outlets
    counts it; -1, the last, for none."""
    import numpy as np

    counts = np.bincount(table.outlets + 1, minlength=len(table.names) + 1)[1:].tolist()
    outlets = OutletNames.of(dict(zip(table.names, counts, strict=True)))
    at = {name: number for number, name in enumerate(table.names)}
    return np.array([*(at[outlets.name(name)] for name in table.names), -1], dtype=np.int64)


def day_text(day: int) -> str | None:
    """A day as a number as it is written; None for 0."""
    return f"{day // 10_000:04}-{day // 100 % 100:02}-{day % 100:02}" if day else None


def pairs_of(one: Numbers, other: Numbers) -> tuple[Numbers, Numbers]:
    """The distinct pairs of two arrays of numbers from 0 on, sorted, as two arrays."""
    import numpy as np

    many = int(other.max(initial=0)) + 1
    found = np.unique(one * many + other)
    return found // many, found % many


def spelt(dossier: Dossier) -> list[Spelling]:
    """The spellings, the most frequent first."""
    import numpy as np

    size = len(dossier.spellings)
    times = np.bincount(dossier.named[:, 2], minlength=size)
    spellings, _ = pairs_of(dossier.named[:, 2], dossier.named[:, 0])
    articles = np.bincount(spellings, minlength=size)
    rules = dict(dossier.why)
    others = {fold(text): rule for text, rule in rules.items() if text not in dossier.spellings}
    rows = [
        Spelling(
            text,
            int(times[n]),
            int(articles[n]),
            rules.get(text) or others.get(fold(text), ""),  # a name's reason is no other's
        )
        for n, text in enumerate(dossier.spellings)
        if times[n]
    ]
    return sorted(rows, key=lambda one: (-one.times, one.text))


@dataclass(frozen=True, slots=True)
class Time:
    """The stretches of time of a page: without a gap over most of the days, and those outside in
    which the entity is named. `at` gives for every article its stretch, -1 without a day."""

    names: tuple[str, ...]
    at: Numbers

    @classmethod
    def of(cls, days: Numbers, unit: Unit) -> Time:
        """The stretches of articles of these days."""
        import numpy as np

        dated, place = np.unique(days, return_inverse=True)
        named = [_stretch(int(day), unit) if day else "" for day in dated]
        span = _span(days)
        if span is None:
            return cls((), np.full(len(days), -1, dtype=np.int64))
        begin, end = (date.fromisoformat(one) for one in span)
        inside = stretches(begin, end, unit)
        known = frozenset(inside)
        first = int(span[0].replace("-", ""))
        before = dict.fromkeys(
            name for name, day in zip(named, dated, strict=True) if name and day < first
        )
        after = dict.fromkeys(
            name for name, day in zip(named, dated, strict=True) if name and day > first
        )
        names = (
            *(one for one in before if one not in known),
            *inside,
            *(one for one in after if one not in known),
        )
        number = {name: n for n, name in enumerate(names)}
        return cls(names, np.array([number.get(name, -1) for name in named])[place])


def unit_of(days: Numbers) -> Unit:
    """The unit in which the articles of these days are told over time."""
    span = _span(days)
    if span is None:
        return "month"
    return unit_for(date.fromisoformat(span[0]), date.fromisoformat(span[1]), DAYS)


def _span(days: Numbers) -> tuple[str, str] | None:
    import numpy as np

    dated = np.sort(days[days > 0])
    if not len(dated):
        return None
    text = {day: str(day_text(day)) for day in np.unique(dated).tolist()}
    return span_of([text[day] for day in dated.tolist()])


@lru_cache(maxsize=20_000)
def _stretch(day: int, unit: Unit) -> str:
    return stretch(date.fromisoformat(str(day_text(day))), unit)


def over_time(dossier: Dossier, time: Time, read: Read, unit: Unit) -> list[Stretch]:
    """Every stretch with the articles that name the entity, of how many, and how often."""
    import numpy as np

    size = len(time.names)
    of = dict.fromkeys(time.names, 0)
    for day, count in zip(read.days.tolist(), read.of_days.tolist(), strict=True):
        name = _stretch(day, unit) if day else ""
        if name in of:
            of[name] += count
    dated = time.at >= 0
    often = np.bincount(dossier.named[:, 0], minlength=dossier.size)
    articles = np.bincount(time.at[dated], minlength=size)
    times = np.bincount(time.at[dated], weights=often[dated], minlength=size)
    return [
        Stretch(name, int(articles[n]), of[name], int(times[n]))
        for n, name in enumerate(time.names)
    ]


def by_outlet(dossier: Dossier, sources: Sources, read: Read, time: Time) -> list[OutletPart]:
    """Every outlet that names the entity, the one with most articles first."""
    import numpy as np

    size = len(sources.names) + 1
    outlets = sources.outlets % size  # those without one at the end
    often = np.bincount(dossier.named[:, 0], minlength=dossier.size)
    articles = np.bincount(outlets, minlength=size)
    times = np.bincount(outlets, weights=often, minlength=size)
    first = np.full(size, 10**9, dtype=np.int64)
    last = np.zeros(size, dtype=np.int64)
    dated = sources.days > 0
    np.minimum.at(first, outlets[dated], sources.days[dated])
    np.maximum.at(last, outlets[dated], sources.days[dated])
    many = max(1, len(time.names))
    timed = time.at >= 0
    over = np.bincount(outlets[timed] * many + time.at[timed], minlength=size * many)
    over = over.reshape(size, many)[:, : len(time.names)]
    spelt_so = _spellings(sources)
    rows = [
        OutletPart(
            None if n == size - 1 else sources.names[n], int(articles[n]), int(read.outlets[n]),
            int(times[n]), day_text(int(first[n])) if last[n] else None, day_text(int(last[n])),
            tuple(over[n].tolist()), spelt_so.get(n, ()),
        )
        for n in np.flatnonzero(articles).tolist()
    ]  # fmt: skip
    return sorted(rows, key=lambda one: (-one.articles, one.name or "~"))


def _spellings(sources: Sources) -> dict[int, tuple[tuple[str, int], ...]]:
    """The spellings of the outlets that articles state otherwise than they are counted, each with
    its articles, the most frequent first."""
    found: dict[int, list[tuple[str, int]]] = {}
    for outlet, stated in sorted(set(zip(sources.outlets, sources.stated, strict=True))):
        if outlet >= 0:
            count = int(((sources.outlets == outlet) & (sources.stated == stated)).sum())
            found.setdefault(int(outlet), []).append((sources.names[stated], count))
    return {
        outlet: tuple(sorted(those, key=lambda one: (-one[1], one[0])))
        for outlet, those in found.items()
        if {name for name, _ in those} != {sources.names[outlet]}
    }


def company(dossier: Dossier, most: int | None) -> tuple[list[Company], int]:
    """Who else is named, those in most of the articles first, at most so many; and how many."""
    import numpy as np

    size, many = len(dossier.beside), len(dossier.keys)
    articles = np.bincount(dossier.others[:, 1], minlength=size)
    once, _ = pairs_of(dossier.beside[dossier.others[:, 1], 0], dossier.others[:, 0])
    together = np.bincount(dossier.together[:, 1], minlength=size)
    key_of = dossier.beside[:, 0]
    by_key = np.bincount(once, minlength=many)  # an article may have two names that are one
    sentences = np.bincount(key_of, weights=together, minlength=many).astype(np.int64)
    total = int(np.count_nonzero(by_key))
    wanted = total if most is None else min(most, total)
    if not wanted:
        return [], total
    least = max(1, int(np.partition(by_key, -wanted)[-wanted]))
    listed = np.flatnonzero(by_key >= least).tolist()
    listed.sort(key=lambda n: (-int(by_key[n]), -int(sentences[n]), dossier.keys[n]))
    shown = listed[:wanted]
    named: dict[int, tuple[bool, int, str]] = {}
    for number in np.flatnonzero(np.isin(key_of, np.array(shown)) & (articles > 0)).tolist():
        at, name = int(key_of[number]), dossier.names[dossier.beside[number, 1]]
        told = fold(name) == dossier.keys[at].partition(":")[2], int(articles[number]), name
        if at not in named or named[at][:2] < told[:2]:
            named[at] = told
    found = [
        Company(dossier.keys[n], named[n][2], int(by_key[n]), int(sentences[n])) for n in shown
    ]
    return found, total


def newest(days: Numbers, seqs: Numbers) -> Sequence[int]:
    """The places of articles, the newest first, of one day in the order of their numbers."""
    import numpy as np

    order: list[int] = np.lexsort((seqs, -days)).tolist()
    return order
