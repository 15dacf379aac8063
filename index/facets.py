"""What the articles found have in common, counted over all of them, not only those shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

Counts = tuple[tuple[str, int], ...]

NAMES = 100  # persons, organisations, places that are listed each
NAME_TYPES = ("person", "organisation", "place")


class Counted(Protocol):
    """What the records must be able to say of a set of articles."""

    def columns(
        self, seqs: Iterable[int]
    ) -> Iterator[tuple[int, str | None, str | None, list[str]]]:
        """(seq, outlet, published, agencies) of these articles."""
        ...

    def naming_counts(self, seqs: Iterable[int], type_: str, limit: int) -> list[tuple[str, int]]:
        """The names of a type with the number of these articles that mention each."""
        ...


def facets(records: Counted, seqs: Sequence[int]) -> dict[str, Counts]:
    """Counts by outlet, month, names, agency; the months in order, the others by size."""
    outlets: Counter[str] = Counter()
    months: Counter[str] = Counter()
    agencies: Counter[str] = Counter()
    for _, outlet, published, carried in records.columns(seqs):
        if outlet:
            outlets[outlet] += 1
        if published:
            months[published[:7]] += 1
        agencies.update(set(carried))
    counted: dict[str, Counts] = {
        "outlet": _largest(outlets),
        "month": tuple(sorted(months.items())),
    }
    for type_ in NAME_TYPES:
        counted[type_] = tuple(records.naming_counts(seqs, type_, NAMES))
    return counted | {"agency": _largest(agencies), "story": ()}


def _largest(counter: Counter[str]) -> Counts:
    return tuple(sorted(counter.items(), key=lambda pair: (-pair[1], pair[0])))
