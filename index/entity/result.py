"""The values that say what the archive has of one entity. All frozen, all plain.

Lists hold their largest or newest members; a `…_total` says how many there are. Every row can be
opened: a `Target` asks for the sentences that its number is made of.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus.article import QuotationKind
from index.answers import Unit

Section = Literal["spelling", "when", "month", "outlet", "with", "said", "label", "article"]
"""What a number on an entity's page can be a number of."""


@dataclass(frozen=True, slots=True)
class Target:
    """A number's name: its section, and whose it is there; "" stands for all of the section."""

    section: Section
    value: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that may be meant, with the number of articles that name it."""

    key: str
    name: str
    articles: int

    @property
    def type(self) -> str:
        """What it is: person, organisation, place, group, event or work."""
        return self.key.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Meant:
    """The entity that a typed name means (`key`); where that is not plain also how it was read
    (`told`), and the others that it may be, those in most articles first."""

    key: str
    told: str = ""
    others: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Spelling:
    """A spelling, how often it stands, in how many articles, and the rule that joined it."""

    text: str
    times: int
    articles: int
    why: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time (`when`, a value of `date:`): articles that name the entity, of how many
    whose names were read, and how often they name it."""

    when: str
    articles: int
    of: int
    times: int


@dataclass(frozen=True, slots=True)
class OutletPart:
    """The same of an outlet (None: not known); `over` runs parallel to the page's `when`."""

    name: str | None
    articles: int
    of: int
    times: int
    first: str | None
    last: str | None
    over: tuple[int, ...]
    spellings: tuple[tuple[str, int], ...] = ()  # with articles, where several are counted as one


@dataclass(frozen=True, slots=True)
class Company:
    """Another entity: in how many of the articles it is named too, and in how many sentences
    together."""

    key: str
    name: str
    articles: int
    sentences: int


@dataclass(frozen=True, slots=True)
class SaidRow:
    """Words of the entity as one or several articles carry them; the earliest article's place."""

    kind: QuotationKind
    text: str
    cue: str | None
    sure: bool
    article: str
    outlet: str | None
    published: str | None
    sentence: int
    articles: int
    outlets: int


@dataclass(frozen=True, slots=True)
class Voice:
    """How much the entity says: quotations, words, in how many articles."""

    times: int
    words: int
    articles: int


@dataclass(frozen=True, slots=True)
class Label:
    """What the entity is called (`form`: a name with what stands at it) or said to be (`role`),
    with the outlets that do and in how many articles each."""

    text: str
    kind: Literal["form", "role"]
    times: int
    articles: int
    outlets: tuple[tuple[str | None, int], ...]


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article that names the entity: how often, and in which sentence first."""

    id: str
    outlet: str | None
    published: str | None
    title: str
    times: int
    sentence: int
    copy: bool


@dataclass(frozen=True, slots=True)
class Resting:
    """What the counts rest on: the archive's articles, those whose names were read and with what,
    and how many of the others hold the words of the name."""

    articles: int
    recognised: int
    models: tuple[str, ...]
    worded: int


@dataclass(frozen=True, slots=True)
class Titled:
    """A surname alone (`alone` its key) that is counted with its bearer (`key`) where a title tells
    whose it is: the titles, the reason, in how many of the page's articles, and how many articles
    have it without such a title and are left. On the page of either."""

    alone: str
    surname: str
    key: str
    name: str
    titles: tuple[str, ...]
    why: str
    articles: int
    left: int


@dataclass(frozen=True, slots=True)
class EntityPage:
    """All that is told of an entity; with a query, of the articles that it finds."""

    key: str
    name: str
    type: str
    query: str
    articles: int
    of: int  # articles meant whose names were read
    without_query: int  # articles that name it, whatever the query finds
    times: int
    copies: int  # of the articles, those that are copies of another text
    undated: int
    first: str | None
    last: str | None
    unit: Unit
    spellings: tuple[Spelling, ...]
    spellings_total: int
    when: tuple[Stretch, ...]
    months: tuple[Stretch, ...]
    outlets: tuple[OutletPart, ...]
    company: tuple[Company, ...]
    company_total: int
    direct: Voice
    indirect: Voice
    said: tuple[SaidRow, ...]  # where it is sure that this entity speaks
    said_total: int
    unsure: tuple[SaidRow, ...]  # where somebody else may speak; counted in nothing else
    unsure_total: int
    labels: tuple[Label, ...]
    labels_total: int
    rows: tuple[ArticleRow, ...]
    also: tuple[Candidate, ...]  # other names with the same words
    resting: Resting
    titled: Titled | None = None  # counted in by a title


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence behind a number: where it stands, and what in it is meant (offsets into
    `text`)."""

    article: str
    outlet: str | None
    published: str | None
    title: str
    sentence: int
    text: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Places:
    """Some of the sentences behind a number, newest first, and how many there are."""

    total: int
    articles: int
    rows: tuple[Place, ...]
