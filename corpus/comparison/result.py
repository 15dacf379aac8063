"""The values a comparison gives back: evidence with its places in both articles.

Sentence numbers (`left`, `right` in alignments and quotations) index `Comparison.left` and
`Comparison.right`, the compared sentences of the two articles in reading order: title,
standfirst, then the sentences of all kept paragraphs. Every finding names the rule that made
it and carries what the rule went by, so that a person can ask why.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus.comparison.event_signs import EventAnswer, EventSigns
from corpus.comparison.facing import (
    Alignment,
    ComparedSentence,
    Nearest,
    Perhaps,
    Place,
    SentenceDifference,
    SideName,
    WordChange,
)

QuotationRelation = Literal[
    "identical", "minor", "trimmed_left", "trimmed_right", "overlap", "spliced", "altered"
]
FigureRelation = Literal["agree", "approximate", "differ"]
NotHeldWhy = Literal["days", "part", "names", "foreseen", "deed", "named", "sentences", "size"]
StepRole = Literal["source", "via", "agency", "outlet"]
ChangeKind = Literal["added", "dropped", "changed", "moved"]
SpeakersTold = Literal["same", "other", "perhaps"]
Telling = Literal["otherwise", "in_its_words", "quoted_too"]
"""How the other side has what one quotes: in other words, in the very same without marks of
quotation, or with marks that were not read as a quotation."""


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
    left_speaker: str | None = None
    right_speaker: str | None = None
    same_speaker: bool | None = None  # None where a side names nobody, or perhaps another
    left_cue: str | None = None
    right_cue: str | None = None
    left_places: tuple[Place, ...] = ()
    right_places: tuple[Place, ...] = ()
    changes: tuple[WordChange, ...] = ()  # the word diff, in the two texts
    score: float = 1.0  # words that match, as a share of the shorter version's
    rule: str = ""
    speakers: SpeakersTold | None = None  # "other": two who are both named and read surely
    left_more: int = 0  # sentences that a side quotes besides, which the other has nowhere
    right_more: int = 0
    left_sure: bool = True  # whether that side's speaker is surely the one who says it
    right_sure: bool = True
    left_cut: bool = False  # of what was altered: whether that side is trimmed, too
    right_cut: bool = False


@dataclass(frozen=True, slots=True)
class Paraphrase:
    """Words that one side quotes and the other reports in its own words."""

    quoted: SideName
    left: int  # sentence numbers
    right: int
    quotation: int  # number into the quoting side's Article.quotations
    text: str  # what is quoted
    speaker: str | None
    left_cue: str | None
    right_cue: str | None
    score: float  # share of the quotation's words that the other sentence carries
    rule: str
    sure: bool = True  # whether the speaker is surely the one who says it
    told: Telling = "otherwise"


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
    left_about: str | None = None  # what is counted, in each side's words
    right_about: str | None = None
    left_source: str | None = None  # whom each side names for it
    right_source: str | None = None
    later: SideName | None = None  # which report is later, where it may be a later count
    score: float = 0.0
    rule: str = ""


@dataclass(frozen=True, slots=True)
class FiguresNotHeld:
    """Two numbers of what may be one thing, which are not held to conflict for one reason."""

    left: int  # sentence numbers
    right: int
    left_text: str
    right_text: str
    left_value: float | None
    right_value: float | None
    kind: str
    why: NotHeldWhy
    reason: str  # the same in words, of one side or of both
    left_figure: int  # numbers into Article.figures
    right_figure: int
    left_about: str | None = None  # what is counted, in each side's words
    right_about: str | None = None
    side: SideName | None = None  # of which the reason is told


@dataclass(frozen=True, slots=True)
class EntityPlace:
    """An entity with the first sentence that names it, where that side has it, and the name as
    that side writes it; where only the words were found there, the name is None."""

    name: str
    type: str
    left: int | None
    right: int | None
    left_name: str | None = None
    right_name: str | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """Two ways to say one thing, in two aligned sentences."""

    left: str
    right: str
    left_sentence: int
    right_sentence: int
    left_place: Place | None = None
    right_place: Place | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """One word or name a side uses, how often, and the sentences that use it."""

    text: str
    count: int
    sentences: tuple[int, ...]


SAID = "verbs at quotations"  # whose labels are what leads in what is said


@dataclass(frozen=True, slots=True)
class Labels:
    """What each side calls one thing: an entity by its spellings and titles, or those who
    belong to one family of words ("armed groups"). Commonest first."""

    of: str
    kind: Literal["entity", "family"]
    left: tuple[Label, ...]
    right: tuple[Label, ...]
    only_left: tuple[str, ...]  # labels that the other side never uses
    only_right: tuple[str, ...]
    apart_left: tuple[Label, ...] = ()  # a surname alone that may be another bearer's as well
    apart_right: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in a row that both sides have."""

    words: int
    left: Place
    right: Place
    quoted: bool  # stands in quotation marks on both sides


@dataclass(frozen=True, slots=True)
class ParagraphShare:
    """How much of one paragraph stands in the other article, outside quotations."""

    side: SideName
    paragraph: int
    share: float


@dataclass(frozen=True, slots=True)
class WireCopy:
    """Shared text that a credit explains: both carry, or one carries, an agency's words."""

    likely: bool
    agencies: tuple[str, ...]  # credited by both; by one side where only one credits any
    left_credits: tuple[str, ...]
    right_credits: tuple[str, ...]
    credit_texts: tuple[str, ...]  # the lines that credit them, as they stand
    share: float  # the larger share of shared words outside quotations
    why: str
    versions: bool = False  # both carry one text of one agency, each in a version of its own


@dataclass(frozen=True, slots=True)
class SharedText:
    """Share of each side's words that stand in passages of at least five common words."""

    left: float
    right: float
    left_outside_quotations: float
    right_outside_quotations: float
    passages: tuple[Passage, ...] = ()
    paragraphs: tuple[ParagraphShare, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One link of a chain: who, and as what. `place` is None for a credit outside the text."""

    name: str
    role: StepRole
    place: Place | None


@dataclass(frozen=True, slots=True)
class Chain:
    """Who said what a sentence reports, and through whom it came to the reader."""

    side: SideName
    sentence: int
    cue: str
    steps: tuple[Step, ...]  # from the source to the outlet
    sure: bool = True  # whether the source is surely the one who says it


@dataclass(frozen=True, slots=True)
class Claim:
    """A title, standfirst or caption held against its own article's body."""

    side: SideName
    sentence: int
    role: Literal["title", "standfirst", "caption"]
    carried: bool
    body: int | None  # the sentence that comes nearest
    share: float  # of its words, weighted, that the body carries near each other
    missing_words: tuple[str, ...]
    missing_figures: tuple[str, ...]
    other_carries: bool  # the other article's body says it
    rule: str


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence that one version of an article has otherwise. Changed and moved ones name both
    sides, added and dropped ones only theirs; `changes` is the word diff of the two texts."""

    kind: ChangeKind
    left: int | None
    right: int | None
    score: float
    changes: tuple[WordChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Revision:
    """Two versions of one article: what the later added, dropped, changed and moved."""

    later: SideName | None
    why: str
    unchanged: int
    changes: tuple[Change, ...]


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
    event: EventSigns | None = None
    nearest: tuple[Nearest, ...] = ()
    perhaps: tuple[Perhaps, ...] = ()
    aside_left: tuple[int, ...] = ()  # posts, credits, notes that face nothing
    aside_right: tuple[int, ...] = ()
    paraphrases: tuple[Paraphrase, ...] = ()
    labels: tuple[Labels, ...] = ()
    wire: WireCopy | None = None
    chains: tuple[Chain, ...] = ()
    claims: tuple[Claim, ...] = ()
    revision: Revision | None = None
    left_language: str | None = None
    right_language: str | None = None
    answer: EventAnswer = "same"
    word_differences: tuple[SentenceDifference, ...] = ()
    not_held: tuple[FiguresNotHeld, ...] = ()

    @property
    def languages_differ(self) -> bool:
        """Whether both languages are known and two; then words hardly tell what is the same."""
        ours, theirs = (
            (code or "").partition("-")[0].lower()
            for code in (self.left_language, self.right_language)
        )
        return bool(ours and theirs) and ours != theirs

    @property
    def unsure_left(self) -> tuple[int, ...]:
        """Left sentences of which neither "the same" nor "only here" can be said."""
        return tuple(n.sentence for n in self.nearest if n.unsure and n.side == "left")

    @property
    def unsure_right(self) -> tuple[int, ...]:
        """Right sentences of which neither "the same" nor "only here" can be said."""
        return tuple(n.sentence for n in self.nearest if n.unsure and n.side == "right")
