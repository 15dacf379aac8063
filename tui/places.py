"""Where a person is on each screen over the list: plain values that the session keeps.

They wait until such a screen is open: making a class takes its time at every start.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


def found_again(known: Sequence[object], wanted: object, number: int) -> int:
    """Where something stands now; where it is gone, its number as far as there are so many."""
    return known.index(wanted) if wanted in known else max(0, min(number, len(known) - 1))


@dataclass(kw_only=True)
class Place:
    """What every place says: the row under the cursor."""

    row: int = 0


@dataclass(kw_only=True)
class NarrowedPlace(Place):
    """What a place says on a screen that a query can narrow: also the query."""

    query: str = ""


@dataclass(kw_only=True)
class ReaderPlace(Place):
    """An open article: the text at the top of the page, the sentence, the lens; whether it was
    opened from the list."""

    article: str = ""
    top: int = 0
    sentence: int = -1
    lens: str = "none"
    side: bool = True
    side_chosen: bool = False
    removed: bool = False
    listed: bool = True


@dataclass(kw_only=True)
class ComparePlace(Place):
    """Two articles side by side: the row, the view, what is folded, the lens. The row is known by
    the first sentence on either side, by its number where these are not there any more."""

    left: str = ""
    right: str = ""
    view: str = "both"
    folded: bool = True
    gravest: bool = False
    lens: str = "differences"
    only: str = ""
    column: str = "left"
    left_says: str = ""
    right_says: str = ""


@dataclass(kw_only=True)
class StoryPlace(Place):
    """A story by the id of one of its articles, or a ledger of `articles`: the row, the column,
    what is kept and how it is looked at. The row is known by its `kind`, words (`fact`) and the
    sentence it is named by (`fact_article`, `sentence`), the column by its `article`, what is under
    the cursor in time by `told` and of the names by `named`; their numbers count where these are
    not there any more."""

    story: str = ""
    articles: list[str] = field(default_factory=list)
    view: str = "ledger"
    column: int = 0
    report: int = 0
    singles: bool = False
    by_text: bool = False
    kinds: list[str] = field(default_factory=list)
    words: str = ""
    kind: str = ""
    fact: str = ""
    fact_article: str = ""
    sentence: int = -1
    article: str = ""
    told: str = ""
    named: str = ""
    wanted: list[str] = field(default_factory=list)


@dataclass(kw_only=True)
class StoriesPlace(NarrowedPlace):
    """The list of stories: of which articles, in which order, the story under the cursor (its
    number `row` where it is not there any more)."""

    sort: str = "newest"
    story: str = ""


@dataclass(kw_only=True)
class OutletsPlace(NarrowedPlace):
    """The list of outlets: of which articles, in which order, which is A, the outlet under the
    cursor (its number `row` where it is not there any more)."""

    order: str = "largest"
    left: str = ""
    outlet: str = ""


@dataclass(kw_only=True)
class TwoOutletsPlace(NarrowedPlace):
    """Two outlets side by side: who, the query, what is kept of the page, the row, which is known
    by its `section` and what stands there (`item`), by its number where that is gone."""

    left: str = ""
    right: str = ""
    keep: str = ""
    only: str = ""
    weeks: bool = False
    by_difference: bool = False
    unfolded: list[str] = field(default_factory=list)
    section: str = ""
    item: str = ""


@dataclass(kw_only=True)
class EntityPlace(NarrowedPlace):
    """An entity's page by its key: of which articles, what is unfolded, the order; its name, for
    who stands on a screen over it. The row is known by what it opens (`section`, `opens`,
    `article`, `sentence`), and by its number where that is not there any more."""

    key: str = ""
    unfolded: list[str] = field(default_factory=list)
    oldest: bool = False
    name: str = ""
    section: str = ""
    opens: str = ""
    article: str = ""
    sentence: int = -1


@dataclass(kw_only=True)
class SentencesPlace(NarrowedPlace):
    """The sentences behind a number of an entity's page: the number by its section and value,
    how it is named, the sentence under the cursor (`article`, `sentence`; its number `row` where
    it is not there any more)."""

    key: str = ""
    section: str = ""
    value: str = ""
    told: str = ""
    article: str = ""
    sentence: int = -1


Open = (
    ReaderPlace
    | ComparePlace
    | StoryPlace
    | StoriesPlace
    | OutletsPlace
    | TwoOutletsPlace
    | EntityPlace
    | SentencesPlace
)
SCREENS: dict[str, type[Open]] = {
    "reader": ReaderPlace,
    "compare": ComparePlace,
    "story": StoryPlace,
    "stories": StoriesPlace,
    "outlets": OutletsPlace,
    "two outlets": TwoOutletsPlace,
    "entity": EntityPlace,
    "sentences": SentencesPlace,
}
