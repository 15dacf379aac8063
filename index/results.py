"""The values that the archive gives back: stored articles, hits, counts.

All frozen, all plain; with `reports` a screen or a command needs no other knowledge of the archive.
Only what the first picture is made of stands here: making a class takes its time at every start.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from corpus.article import Article, Names

Sort = Literal["relevance", "newest", "oldest", "random"]


@dataclass(frozen=True, slots=True)
class Record:
    """One stored article with what the archive knows about it.

    `article` already carries the judgements made about it. `versions` are the ids of all
    versions under its path or URL, oldest first, itself included.
    """

    article: Article
    names: Names | None  # None while its turn in the recogniser has not come
    added: str  # ISO 8601 moment, UTC
    versions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """What a list shows of an article, without loading the article."""

    id: str
    outlet: str | None
    title: str
    published: str | None
    added: str
    words: int


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage of the article with the hit words' spans (offsets into `text`)."""

    text: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """One row of an answer; `in_title` are the spans of the hit words in the row's title.

    `under` is the id of the row that it is folded under, where it is shown all the same.
    """

    row: Row
    score: float
    snippet: Snippet | None
    copies: tuple[str, ...] = ()
    story: str | None = None
    in_title: tuple[tuple[int, int], ...] = ()
    under: str | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """What an answer rests on: how many articles, how many with names, how many undated."""

    articles: int
    recognised: int
    undated: int


Unit = Literal["day", "week", "month", "year"]


@dataclass(frozen=True, slots=True)
class Histogram:
    """Articles over time: the unit, and (value of `date:`, articles) without a gap."""

    unit: Unit
    bars: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one query: how it was read, how much was found, the rows asked for.

    `total` counts articles, `rows` what is shown after folding. `terms` are the folded
    words that hits mark in a text. `notes` says what found nothing and offers spellings.
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
    covered: int | None = None  # articles whose places the hits are, where each place is one


@dataclass(frozen=True, slots=True)
class Extent:
    """How far an archive reaches: outlets, and the first and last day of publication."""

    outlets: int
    first_day: str | None
    last_day: str | None
