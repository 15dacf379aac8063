"""Days of publication of many articles, counted: by the day, and by week, month or year.

In come days as the index keeps them, numbers from the first of January of the year 1 on with 0
for none; out come counts. Nothing here is done day by day but making the names that are shown.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import numpy as np

from index.answers import Unit
from index.postings.arrays import Array

_NUMPY_BEGINS = date(1970, 1, 1).toordinal()
_CALENDAR = {"month": "M", "year": "Y"}


class Days(NamedTuple):
    """The different days of some articles, rising, and how many articles each has."""

    days: Array
    counts: Array

    @classmethod
    def of(cls, days: Array) -> Days:
        """The days of some articles, one a place; the undated are left out.

        ValueError for what is no day.
        """
        dated = days[days > 0]
        if not len(dated):
            return cls(np.zeros(0, np.int64), np.zeros(0, np.int64))
        first, last = int(dated.min()), int(dated.max())
        date.fromordinal(last)  # of a damaged index: else as many numbers as it says were counted
        counts = np.bincount(dated - first)
        held = np.flatnonzero(counts)
        return cls(held + first, counts[held])

    @property
    def total(self) -> int:
        """How many of the articles have a day."""
        return int(self.counts.sum())

    def reach(self) -> tuple[date, date] | None:
        """The first and the last day; None where there is none."""
        if not len(self.days):
            return None
        return date.fromordinal(int(self.days[0])), date.fromordinal(int(self.days[-1]))

    def months(self) -> tuple[tuple[str, int], ...]:
        """Every month that has any, in order, with how many."""
        return tuple((day.isoformat()[:7], count) for day, count in self.by("month"))

    def by(self, unit: Unit) -> list[tuple[date, int]]:
        """Every stretch that has any, by its first day, in order, with how many."""
        if not len(self.days):
            return []
        first = self._first_days(unit)
        begins = np.flatnonzero(np.diff(first, prepend=-1))
        counts = np.add.reduceat(self.counts, begins)
        days = map(date.fromordinal, first[begins].tolist())
        return list(zip(days, counts.tolist(), strict=True))

    def _first_days(self, unit: Unit) -> Array:
        """For each day the first one of the stretch it lies in."""
        if unit == "day":
            return self.days
        if unit == "week":
            found: Array = self.days - (self.days - 1) % 7  # the first day of all was a Monday
            return found
        calendar = (self.days - _NUMPY_BEGINS).astype("datetime64[D]")
        begun = calendar.astype(f"datetime64[{_CALENDAR[unit]}]").astype("datetime64[D]")
        found = begun.astype(np.int64) + _NUMPY_BEGINS
        return found
