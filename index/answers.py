"""What the archive answers with, once it is asked for more than the newest articles' rows.

Values, frozen and plain, as in `results`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from index.results import Coverage, Hit, Sort

if TYPE_CHECKING:
    from corpus.article import Article, Figure, Names, Quotation
    from index.reports import Judgement

Unit = Literal["day", "week", "month", "year"]


@dataclass(frozen=True, slots=True)
class Standing:
    """A decision that holds about an article; one that does not fit its text has no effect."""

    judgement: Judgement
    fits: bool


@dataclass(frozen=True, slots=True)
class Record:
    """One stored article with what the archive knows about it.

    `article` already carries the judgements made about it, which are `decisions`. `versions` are
    the ids of all versions under its path or URL, oldest first, itself included. `unquoted` was
    read as quotations and `unfigured` as figures, and people said that it is none. By the number
    of a quotation whose words they set, `quotations_read` says what judgements call it, and
    `figures_decided` which fields of a figure they decided. `other_versions` have decisions of
    their own, so many by their ids, which do not hold here.
    """

    article: Article
    names: Names | None  # None while its turn in the recogniser has not come
    added: str  # ISO 8601 moment, UTC
    versions: tuple[str, ...]
    unquoted: tuple[Quotation, ...] = ()
    decisions: tuple[Standing, ...] = ()
    unfigured: tuple[Figure, ...] = ()
    other_versions: Mapping[str, int] = field(default_factory=dict)
    quotations_read: Mapping[int, str] = field(default_factory=dict)
    figures_decided: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    def target_of_quotation(self, number: int) -> str:
        """What a judgement calls the quotation of the article with this number."""
        from index.places import target_of

        return self.quotations_read.get(number) or target_of(self.article.quotations[number])

    def came_after(self, other: Record) -> bool | None:
        """Whether this reached the archive after another: as a later version of it, or at a later
        moment; None where neither tells."""
        here, there = self.article.id, other.article.id
        if here != there and there in self.versions and here in self.versions:
            return self.versions.index(here) > self.versions.index(there)
        return None if self.added == other.added else self.added > other.added


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage of the article with the hit words' spans (offsets into `text`)."""

    text: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Histogram:
    """Articles over time: the unit, and (value of `date:`, articles) without a gap."""

    unit: Unit
    bars: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one query: how it was read, how much was found, the rows asked for.

    `total` counts articles, `rows` what is shown after folding. `notes` says what found nothing
    and offers spellings.
    """

    query: str
    read_as: str
    repairs: tuple[str, ...]
    notes: tuple[str, ...]
    total: int
    rows: int
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[tuple[str, int], ...]]
    coverage: Coverage
    took_ms: float
    histogram: Histogram | None = None
    new: int | None = None  # came in since a saved search was looked at
    undated: int = 0  # of those found
    stories: int | None = None  # that those found are on; None while nothing is grouped
    sort: Sort = "relevance"  # of the hits: as asked, unless the query says another
    spellings: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    """Of outlets that were found under several spellings: each with its count, by their name."""
    mended: bool = False  # read otherwise than typed, in more than its blanks
    places: int | None = None  # that there are in all, where each place of the words is a hit
