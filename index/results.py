"""The values that the archive gives back: stored articles, hits, counts.

All frozen, all plain; with `reports` a screen or a command needs no other knowledge of the archive.
Only what the first picture is made of stands here: making a class takes its time at every start.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from index.answers import Snippet

Sort = Literal["relevance", "newest", "oldest", "random"]


@dataclass(frozen=True, slots=True)
class Row:
    """What a list shows of an article, without loading the article.

    `ahead`: its day lies behind the one on which it was added, and behind those of all others.
    """

    id: str
    outlet: str | None
    title: str
    published: str | None
    added: str
    words: int
    url: str | None = None
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """One row of an answer; `in_title` are the spans of the hit words in the row's title.

    `under` is the id of the row that it is folded under, where it is shown all the same;
    `sentence` the number of the sentence of a place, where every place is a row.
    """

    row: Row
    score: float
    snippet: Snippet | None
    copies: tuple[str, ...] = ()
    story: str | None = None
    in_title: tuple[tuple[int, int], ...] = ()
    under: str | None = None
    sentence: int | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """What an answer rests on: how many articles, how many with names, how many undated."""

    articles: int
    recognised: int
    undated: int


@dataclass(frozen=True, slots=True)
class Extent:
    """How far an archive reaches: outlets, and the first and last day of publication."""

    outlets: int
    first_day: str | None
    last_day: str | None
