"""The values that tell how two outlets' coverage differs. Left and right are equals.

`within` of a count lists the articles it was made of by their numbers on their side (from 0, in
the order they were read), so that every number can be opened.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus.article import EntityType

FEW = 10  # articles of a side below which what is counted on it is said to rest on few


@dataclass(frozen=True, slots=True)
class Count:
    """How often something stands on one side, in how many articles, and in which."""

    times: int = 0
    articles: int = 0
    within: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """How much there is of one side: what every count on it is a part of."""

    articles: int
    words: int  # of running text: title, body and subheads
    recognised: int  # articles whose names are known
    quotations: int  # with quotation marks
    quoted_words: int
    indirect: int  # without
    indirect_words: int
    unnamed: Count  # quotations in quotation marks for which no speaker was found
    unnamed_words: int

    @property
    def few(self) -> bool:
        """Whether this is too little for rates to say much."""
        return self.articles < FEW


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who is quoted on one side. `share` is that of all words in quotation marks."""

    key: str  # of the entity where it is known, else the folded name
    name: str
    role: str | None  # what the articles say that they are, in their words
    words: int
    share: float
    direct: Count  # quotations in quotation marks
    indirect: Count
    indirect_words: int
    also: tuple[str, ...] = ()  # further keys that are this one's
    also_named: tuple[str, ...] = ()  # a surname alone that stands for this one
    unnamed_in: int | None = None  # articles that say only what they are: perhaps several


@dataclass(frozen=True, slots=True)
class Named:
    """A person, organisation, place or other name, with its mentions on either side."""

    key: str
    name: str
    type: EntityType
    left: Count
    right: Count


@dataclass(frozen=True, slots=True)
class Label:
    """One way to call somebody or something, on either side."""

    text: str
    left: Count
    right: Count


@dataclass(frozen=True, slots=True)
class Called:
    """How the same people or things are called: an entity, or a family of nouns."""

    of: str
    kind: Literal["entity", "family", "verbs"]
    labels: tuple[Label, ...]
    key: str = ""  # of the entity


@dataclass(frozen=True, slots=True)
class Term:
    """A word that is more one side's than the other's: `z` above 0 for the left one's."""

    term: str
    z: float
    left: Count
    right: Count


@dataclass(frozen=True, slots=True)
class Telling:
    """What the texts of two sides say, counted; `standing` are the lines that run through an
    outlet's articles, as `words.line_of` knows them, whose words are not counted."""

    left: Measure
    right: Measure
    left_voices: tuple[Voice, ...]
    right_voices: tuple[Voice, ...]
    names: tuple[Named, ...]
    labels: tuple[Called, ...]
    terms: tuple[Term, ...]
    standing: frozenset[int] = frozenset()
