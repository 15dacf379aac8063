"""The values that say what two outlets cover. All frozen, all plain; left and right are equals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.comparison.event_signs import EventAnswer
from corpus.coverage.passages import Passage
from corpus.errors import BroadsheetError
from index.answers import Unit


class NoSuchOutlet(BroadsheetError):
    """A name that is neither an outlet of the archive nor a group of them."""

    exit_status = 1


class SameOutlet(BroadsheetError):
    """Two sides that share an outlet: nothing could be told apart."""

    exit_status = 2


@dataclass(frozen=True, slots=True)
class OutletRow:
    """One outlet of the archive; `name` is None for articles without one."""

    name: str | None
    articles: int
    words: int
    first: str | None
    last: str | None
    undated: int
    agency: int  # articles that credit an agency
    spellings: tuple[tuple[str, int], ...] = ()  # with their articles, where there are several

    @classmethod
    def together(cls, name: str | None, rows: Sequence[OutletRow]) -> OutletRow:
        """Several spellings, or outlets of a group, as one row with this name."""
        if len(rows) == 1 and rows[0].name == name:
            return rows[0]
        return cls(
            name,
            sum(row.articles for row in rows),
            sum(row.words for row in rows),
            min((row.first for row in rows if row.first), default=None),
            max((row.last for row in rows if row.last), default=None),
            sum(row.undated for row in rows),
            sum(row.agency for row in rows),
            tuple((row.name or "", row.articles) for row in rows) if len(rows) > 1 else (),
        )


@dataclass(frozen=True, slots=True)
class Party:
    """One side: an outlet, or a group of outlets that a person named."""

    name: str
    outlets: tuple[str, ...]
    missing: tuple[str, ...] = ()  # outlets of the group that the archive does not have
    spellings: tuple[tuple[str, int], ...] = ()  # with their articles, where there are several


@dataclass(frozen=True, slots=True)
class Article:
    """What is known of an article of either side without reading it."""

    seq: int
    id: str
    outlet: str
    title: str
    published: str | None
    words: int
    agencies: tuple[str, ...]
    story: int
    origin: int
    change: int
    model: str | None
    meant: bool  # the query finds it, or there is none


@dataclass(frozen=True, slots=True)
class Side:
    """What one side has in all (`of`) and of it what is meant, the earliest first.

    `texts` are the articles without further copies of one text within the side: what is read.
    Both are full ids; counts of a `Telling` number `texts` from 0. `days` run parallel to
    `articles`.
    """

    party: Party
    of: int
    of_words: int
    of_undated: int
    articles: tuple[str, ...]
    days: tuple[str | None, ...]
    texts: tuple[str, ...]
    words: int
    undated: int
    first: str | None
    last: str | None
    credited: tuple[str, ...]  # articles that credit an agency
    agencies: tuple[tuple[str, tuple[str, ...]], ...]  # each with the articles, most first


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time (`when`, a value of `date:`): articles meant, and of how many."""

    when: str
    left: int
    left_of: int
    right: int
    right_of: int


@dataclass(frozen=True, slots=True)
class Shared:
    """An event that both sides report; full ids, the earliest first, of all their articles on it.

    `left_meant` and `right_meant` are how many of them the query finds.
    """

    id: str
    title: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    left_meant: int
    right_meant: int
    left_day: str | None  # of the first report of each side
    right_day: str | None
    first: str | None  # day of the first report of either side
    days_apart: int | None  # between the first reports; None where a day is not known
    left_first: bool | None  # None on the same day, or where a day is not known

    @property
    def found_on_both(self) -> bool:
        """Whether the query finds articles of both sides on it."""
        return bool(self.left_meant and self.right_meant)


@dataclass(frozen=True, slots=True)
class Nearest:
    """The article of the other side that is likest to an event it has no story of (full ids).

    `beside` is the article of the event that it is held against, `likeness` that of stories,
    `telling` what the words add that few articles of both sides have. `event` is what a comparison
    of the two answers, with its `score`, and `perhaps`: that it does not answer "different", or
    that both stand in stories of one time. `beside_it`: its story is near to the event's.
    """

    id: str
    outlet: str
    title: str
    published: str | None
    beside: str
    likeness: float
    perhaps: bool
    telling: float = 0.0
    event: EventAnswer | None = None  # None: not yet held against each other
    score: float = 0.0  # 0 where two cannot be of one event
    beside_it: bool = False


@dataclass(frozen=True, slots=True)
class OneSided:
    """An event of which the other side has no story.

    `others` is how many further outlets of the archive report it; `between` are the days around
    it, and `other_articles` how many articles the other side has in them: a gap is no silence.
    `nearest` is what the other side has that likeliest reports it too, else what is likest to it,
    None where nothing is near; `candidates` are what it has yet to be held against.
    """

    id: str
    title: str
    articles: tuple[str, ...]
    first: str | None
    last: str | None
    others: int
    between: tuple[str, str] | None
    other_articles: int
    nearest: Nearest | None = None
    candidates: tuple[Nearest, ...] = ()

    @property
    def perhaps(self) -> bool:
        """Whether the other side may have it within another story."""
        return self.nearest is not None and self.nearest.perhaps


@dataclass(frozen=True, slots=True)
class Opened:
    """An article behind a count, with the sentences that were counted in it, as far as asked."""

    id: str
    outlet: str | None
    title: str
    published: str | None
    passages: tuple[Passage, ...]
    more: int = 0  # further sentences


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sides held against each other, as far as that needs no reading."""

    left: Side
    right: Side
    query: str
    unit: Unit
    span: tuple[str, str] | None  # days of the bars: few articles may lie outside
    volume: tuple[Stretch, ...]
    shared: tuple[Shared, ...]
    only_left: tuple[OneSided, ...]
    only_right: tuple[OneSided, ...]
    key: str  # what the texts' counts are known by
    texts_key: str = ""  # the same whatever names were read
    named: int = 0  # texts whose names were read
    decided: bool = True  # whether the events of one side were held against the other's articles
