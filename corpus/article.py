"""The vocabulary of the whole program: what a document is, and what was read out of it.

Sources make `Document`s from bytes; `corpus.reading.read` makes an `Article` from a
document; `corpus.entities` makes `Names` for an article. All of them are frozen values
that know nothing of disks, clocks or screens.

Positions everywhere are character offsets (Python code points), start inclusive, end
exclusive, into the text that is named beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from corpus.frozen import quickly_made

Where = Literal["title", "standfirst", "body"]
"""Which text a position points into; for "body" a paragraph number says which paragraph."""

READING_ORDER: dict[Where, int] = {"title": 0, "standfirst": 1, "body": 2}

ParagraphRole = Literal["body", "subhead", "caption", "pullquote"]
RemovedRole = Literal[
    "noise", "related", "credit", "date", "dateline", "byline", "url", "caption", "pullquote"
]
"""Roles of lines set aside. A caption or pull quote is set aside when it repeats another."""

EntityType = Literal["person", "organisation", "place", "group", "event", "work"]
QuotationKind = Literal["direct", "indirect", "fragment"]
FigureKind = Literal[
    "count", "money", "percent", "date", "duration", "age", "vote", "odds", "ordinal", "measure"
]
Format = Literal["text", "html", "mhtml", "jsonl", "csv", "tsv"]


@dataclass(frozen=True, slots=True)
class Stated:
    """What came with a document from outside its text, each with its place of origin.

    Every value is a pair (value, from): `from` is "option", "sidecar", "field" (a field of
    a JSON record or a column of a table). `None` where nothing was stated.
    """

    title: tuple[str, str] | None = None
    outlet: tuple[str, str] | None = None
    published: tuple[str, str] | None = None
    url: tuple[str, str] | None = None
    authors: tuple[str, str] | None = None
    key: str | None = None  # the record's own id in its container, when it has one


@dataclass(frozen=True, slots=True)
class Document:
    """One document as it arrived: its own bytes, its decoded text, and what was stated.

    `data` are the original bytes: of the file, or of the record inside a container (one
    JSON line without its line end; the lines of one CSV record). `text` is the decoded
    text that `source_span`s point into: the whole file for text and HTML, the value of the
    body field for records. `path` is relative to the folder that was added ("seeds/000.txt";
    "news.jsonl#17" for record 17 of a container, counted from 1).
    """

    data: bytes
    text: str
    path: str
    format: Format
    stated: Stated = Stated()
    body_is_html: bool = False  # the text is HTML whatever the container
    encoding: str = "utf-8"  # how `data` was decoded; mended mojibake says "utf-8 (mended)"
    line: int | None = None  # of a record: the line of its container on which it begins


@quickly_made
@dataclass(frozen=True, slots=True)
class Paragraph:
    """A kept piece of the text. `source_span` points into `Document.text`, or is None (HTML)."""

    text: str
    role: ParagraphRole
    source_span: tuple[int, int] | None
    line: int | None = None  # line number in the document, from 1; for HTML the block number


@quickly_made
@dataclass(frozen=True, slots=True)
class Removed:
    """A piece that cleaning set aside: never deleted, with its role and the reason.

    A whole line, or a piece of the page inside a kept one: then `within` and `paragraph` say
    of which text, and `at` where in that text it stood.
    """

    text: str
    role: RemovedRole
    why: str
    line: int | None
    source_span: tuple[int, int] | None
    within: Where | None = None
    paragraph: int = 0
    at: int = 0


@dataclass(frozen=True, slots=True)
class Repair:
    """Something mended in the text ("parted a date glued to a place"), and where."""

    what: str
    source_span: tuple[int, int] | None


@quickly_made
@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as a span of the title, the standfirst or paragraph `paragraph`."""

    within: Where
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in the text that names an entity."""

    within: Where
    paragraph: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity of one article under its fullest name, with every mention.

    `key` is the name folded for look-up, with its type: "person:john kerry". Articles that
    name the same key name the same entity. `why` gives, for each spelling other than the
    name, the rule that joined it.
    """

    key: str
    name: str
    type: EntityType
    mentions: tuple[Mention, ...]
    why: tuple[tuple[str, str], ...] = ()


@quickly_made
@dataclass(frozen=True, slots=True)
class Quotation:
    """Words given as somebody's: the span with its quotation marks, `text` without them.

    `speaker_from` is "judgement" where a person decided who speaks, else None: it was read.
    """

    within: Where
    paragraph: int
    start: int
    end: int
    text: str
    kind: QuotationKind
    speaker: str | None
    cue: str | None
    sure: bool
    speaker_from: str | None = None


@quickly_made
@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts. `value` is None where only `low`/`high` are given."""

    within: Where
    paragraph: int
    start: int
    end: int
    text: str
    value: float | None
    low: float | None
    high: float | None
    hedge: str | None
    kind: FigureKind
    unit: str | None
    about: str | None
    iso: str | None = None  # dates: the ISO 8601 day, month or year it resolves to
    verb: str | None = None  # the verb it goes with: "were killed", "rose"
    sure: bool = True  # dates: False where its year or week stays open between two
    per: str | None = None  # what it is told for each of: "$10 billion a year"


@quickly_made
@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article came from: kept with it, never an absolute path."""

    path: str
    sha256: str
    bytes: int
    format: Format
    encoding: str
    captured: str | None = None
    captured_from: str | None = None


@quickly_made
@dataclass(frozen=True, slots=True)
class Article:
    """One document read: everything the text says, without names (see `Names`).

    Depends only on the document's bytes, the stated values, `rules` and `layer`.
    """

    id: str  # SHA-256 of the original bytes, 64 hex digits
    title: str | None
    standfirst: str | None
    outlet: str | None
    outlet_from: str | None
    published: str | None  # YYYY-MM-DD: the day as the outlet states it
    published_at: str | None  # the moment, ISO 8601, when a time is stated
    published_from: str | None
    authors: tuple[str, ...]
    agencies: tuple[str, ...]
    dateline: str | None
    url: str | None
    language: str | None
    origin: Origin
    rules: str
    paragraphs: tuple[Paragraph, ...]
    removed: tuple[Removed, ...]
    repairs: tuple[Repair, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...] = ()
    figures: tuple[Figure, ...] = ()
    layer: str | None = None  # version of the outlet's recurring lines, where it has any
    contradictions: tuple[str, ...] = ()  # where a credit and the footer name two outlets

    def text_of(self, within: Where, paragraph: int = 0) -> str:
        """The text that positions with this `within` and `paragraph` point into."""
        if within == "title":
            return self.title or ""
        if within == "standfirst":
            return self.standfirst or ""
        return self.paragraphs[paragraph].text

    def sentence_text(self, sentence: Sentence) -> str:
        """The words of one of this article's sentences."""
        return self.text_of(sentence.within, sentence.paragraph)[sentence.start : sentence.end]

    def texts(self) -> Iterator[tuple[Where, int, str]]:
        """Title, standfirst and paragraphs in reading order, as (within, paragraph, text)."""
        return texts_of(self.title, self.standfirst, self.paragraphs)

    @property
    def headline(self) -> str:
        """What a list shows: the title, or the first words of the text where there is none."""
        if self.title:
            return self.title
        for paragraph in self.paragraphs:
            if paragraph.text:
                return paragraph.text[:80]
        return "(no text)"

    @property
    def words(self) -> int:
        """Number of blank-separated words of the paragraphs that count as the article's text."""
        return sum(len(p.text.split()) for p in self.paragraphs if p.role in ("body", "subhead"))


def texts_of(
    title: str | None, standfirst: str | None, paragraphs: Iterable[Paragraph]
) -> Iterator[tuple[Where, int, str]]:
    """The texts of an article in reading order, as (within, paragraph, text)."""
    if title:
        yield "title", 0, title
    if standfirst:
        yield "standfirst", 0, standfirst
    for number, paragraph in enumerate(paragraphs):
        yield "body", number, paragraph.text


@dataclass(frozen=True, slots=True)
class Names:
    """What the recogniser found in one article, made later than the article itself."""

    model: str  # name and version of model, gazetteer and rules
    entities: tuple[Entity, ...] = field(default=())
    speakers: tuple[tuple[int, str], ...] = field(default=())
    """(number of a quotation, key of the entity that speaks it)."""
