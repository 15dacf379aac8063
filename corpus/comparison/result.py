"""The values a comparison gives back: evidence with its places in both articles.

Sentence numbers (`left`, `right` in alignments and quotations) index `Comparison.left` and
`Comparison.right`, the compared sentences of the two articles in reading order: title,
standfirst, then the sentences of all kept paragraphs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus.article import ParagraphRole, Where

QuotationRelation = Literal[
    "identical", "minor", "trimmed_left", "trimmed_right", "overlap", "spliced", "altered"
]
FigureRelation = Literal["agree", "approximate", "differ"]


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


@dataclass(frozen=True, slots=True)
class QuotationPair:
    """One quotation as both sides carry it. `trimmed_left`: the left side carries less."""

    left: tuple[int, ...]  # sentence numbers
    right: tuple[int, ...]
    left_text: str
    right_text: str
    relation: QuotationRelation
    speaker: str | None
    left_quotation: int  # numbers into Article.quotations
    right_quotation: int


@dataclass(frozen=True, slots=True)
class FigurePair:
    """Two figures that count the same thing. `left`/`right` are sentence numbers."""

    left: int
    right: int
    left_text: str
    right_text: str
    left_value: float | None
    right_value: float | None
    kind: str
    relation: FigureRelation
    note: str | None
    left_figure: int  # numbers into Article.figures
    right_figure: int


@dataclass(frozen=True, slots=True)
class EntityPlace:
    """An entity with the first sentence that names it, where that side has it."""

    name: str
    type: str
    left: int | None
    right: int | None


@dataclass(frozen=True, slots=True)
class Wording:
    """Two ways to say one thing, in two aligned sentences."""

    left: str
    right: str
    left_sentence: int
    right_sentence: int


@dataclass(frozen=True, slots=True)
class SharedText:
    """Share of each side's words that stand in passages of at least five common words."""

    left: float
    right: float
    left_outside_quotations: float
    right_outside_quotations: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything found between two articles. Says nowhere which of them is right."""

    left_id: str
    right_id: str
    same_event: bool
    same_event_score: float
    left: tuple[ComparedSentence, ...]
    right: tuple[ComparedSentence, ...]
    alignments: tuple[Alignment, ...]
    only_left: tuple[int, ...]
    only_right: tuple[int, ...]
    quotations: tuple[QuotationPair, ...]
    figures: tuple[FigurePair, ...]
    entities: tuple[EntityPlace, ...]
    wording: tuple[Wording, ...]
    shared: SharedText
