"""What a comparison says of sentences: where they stand, which face each other, where they differ.

Sentence numbers index `Comparison.left` and `Comparison.right`, the compared sentences of the two
articles in reading order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus.article import ParagraphRole, Where

SideName = Literal["left", "right"]
DifferenceKind = Literal[
    "name", "day", "negation", "number", "unit", "verb", "order", "denied", "opposite", "time"
]


TITLES_ALIKE = 0.22  # score below which two titles have little in common, though they face each
# other: of 104 labelled ones below it 20 of 39 report the same, from it on 56 of 65


@dataclass(frozen=True, slots=True)
class Place:
    """A span of one article: positions in the title, the standfirst or a paragraph."""

    within: Where
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ComparedSentence:
    """A sentence that takes part: its number, its place in the article, its text."""

    i: int
    within: Where
    paragraph: int
    start: int
    end: int
    text: str
    role: ParagraphRole | Literal["title", "standfirst"]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Sentences of both sides that say the same; n:m, not in order."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    score: float
    relation: Literal["same", "reworded"]
    rule: str = ""
    words: tuple[str, ...] = ()  # what both say, the rarest first
    likelihood: float = 1.0  # that the best of its pairs says the same, all evidence weighed
    part_of: SideName | None = None  # whose sentence says clearly more, so that a part is matched

    @property
    def is_single(self) -> bool:
        """Whether one sentence faces one."""
        return len(self.left) == len(self.right) == 1


@dataclass(frozen=True, slots=True)
class Nearest:
    """For a sentence that faces nothing: the one of the other side that comes nearest."""

    side: SideName
    sentence: int
    other: int
    score: float
    share: float  # of its words, weighted, that stand in two sentences in a row over there
    likelihood: float  # that the two say the same
    unsure: bool  # neither "only here" nor "the same" is said
    rule: str = ""  # why it is unsure


@dataclass(frozen=True, slots=True)
class Perhaps:
    """A sentence of each side that may say the same: nothing else is nearer to either, and each
    stands in one such pair at most. One of them may face another that it is hardly nearer to."""

    left: int
    right: int
    score: float
    likelihood: float  # that the two say the same
    words: tuple[str, ...] = ()  # what both say, the rarest first


@dataclass(frozen=True, slots=True)
class WordChange:
    """A stretch of two texts of one quotation or sentence; one side is empty when words came
    or went. Positions are offsets into the two texts."""

    left_start: int
    left_end: int
    right_start: int
    right_end: int


@dataclass(frozen=True, slots=True)
class TellingChange:
    """Words of two sentences that make them say two things; one side may have none."""

    kind: DifferenceKind
    left_text: str
    right_text: str


@dataclass(frozen=True, slots=True)
class SentenceDifference:
    """Two facing sentences that are nearly the same: their word diff, and what of it is telling.
    Or two in other words, of which one says the opposite: the words that do."""

    left: int  # sentence numbers
    right: int
    score: float  # words that match, as a share of the longer sentence's
    changes: tuple[WordChange, ...]
    telling: tuple[TellingChange, ...] = ()
