"""What is indexed of an article, and as what kind of field.

Words are filed by `analysis.term_key` with their positions (`Words`), stretches of words by
positions alone, whole values such as an outlet or an address by themselves (`Keys`), numbers
that sort or join with the records and names that are counted in columns. What a list shows
comes from the records. How a kind of field is written is `index.postings.writer`'s business.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from whoosh import columns, fields, formats

from corpus.outlets import outlet_key
from corpus.text import fold
from index import stretches
from index.analysis import address
from index.magnitudes import number_keys

if TYPE_CHECKING:
    from corpus.article import Article

MAKE = 4
"""Grows whenever an index of the former kind can no longer answer rightly: then rebuild."""

GAP = 100  # positions between two paragraphs, so that no phrase reaches across
TEXT_FIELDS = ("title", "body")
WORD_FIELDS = ("title", "body", "author", "agency", "dateline")


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One article as the index takes it in: its number in the records, its id, its text."""

    seq: int
    id: str
    article: Article


class Positions(formats.Format):  # type: ignore[misc]
    """Postings with positions, as Whoosh gets them: four bytes a position."""

    def decode_positions(self, value: bytes) -> list[int]:
        """The positions of one posting."""
        return [at for (at,) in struct.iter_unpack("<I", value)]

    def decode_frequency(self, value: bytes) -> int:
        """How many they are."""
        return len(value) // 4


class Words(fields.FieldType):  # type: ignore[misc]
    """A field of running text: the words of one or more pieces, each filed under its key."""

    def __init__(self) -> None:
        super().__init__(format=Positions(), analyzer=None, scorable=True)


class Stretches(fields.FieldType):  # type: ignore[misc]
    """A field of word positions of a text: where sentences begin, where quotations stand."""

    def __init__(self) -> None:
        super().__init__(format=Positions(), analyzer=None, scorable=False)


class Keys(fields.FieldType):  # type: ignore[misc]
    """A field of whole values: an article has one or not."""

    def __init__(self) -> None:
        super().__init__(format=formats.Existence(), analyzer=None, scorable=False)


class Derived(Keys):
    """A field that follows from a field of words: pairs of frequent words, beginnings."""


class Label(fields.FieldType):  # type: ignore[misc]
    """A column of names as they are shown, for counting what articles have in common."""

    def __init__(self) -> None:
        super().__init__(format=formats.Existence(), analyzer=None, scorable=False)


def schema() -> fields.Schema:
    """The fields of the index."""
    return fields.Schema(
        **{name: Words() for name in WORD_FIELDS},
        outlet=Keys(),
        lang=Keys(),
        url=Keys(),
        has=Keys(),
        number=Keys(),
        pairs_body=Derived(),
        begins_body=Derived(),
        **{within(name): Stretches() for name in TEXT_FIELDS},
        seq=fields.COLUMN(columns.NumericColumn("I")),
        day=fields.COLUMN(columns.NumericColumn("i")),
        rank=fields.COLUMN(columns.NumericColumn("I")),
        outlets=Label(),
        agencies=Label(),
    )


def within(field: str) -> str:
    """The field with the stretches of a text field."""
    return f"within_{field}"


def document(entry: IndexEntry) -> dict[str, object]:
    """The values of an article's fields."""
    article = entry.article
    values: dict[str, object] = {
        "seq": entry.seq,
        "day": day_number(article.published),
        "rank": int(entry.id[:8], 16),  # ties go by id
        "has": parts(article),
    }
    if numbers := number_keys(article):
        values["number"] = numbers
    for field, part in zip(TEXT_FIELDS, stretches.parts(article), strict=True):
        values[field], values[within(field)] = part.texts, part
    if article.outlet:
        values["outlet"] = [outlet_key(article.outlet)]
        values["outlets"] = [article.outlet]
    if article.authors:
        values["author"] = list(article.authors)
    if article.agencies:
        values["agency"] = list(article.agencies)
        values["agencies"] = list(article.agencies)
    if article.dateline:
        values["dateline"] = [article.dateline]
    if article.language:
        values["lang"] = [fold(article.language)]
    if article.url:
        values["url"] = [address(article.url)]
    return values


def day_number(published: str | None) -> int:
    """A day as a number that sorts; 0 for none."""
    if not published:
        return 0
    try:
        return date.fromisoformat(published[:10]).toordinal()
    except ValueError:
        return 0


def parts(article: Article) -> list[str]:
    """What `has:` finds in an article."""
    present = {
        "title": article.title,
        "standfirst": article.standfirst,
        "outlet": article.outlet,
        "date": article.published,
        "author": article.authors,
        "agency": article.agencies,
        "dateline": article.dateline,
        "url": article.url,
        "quote": article.quotations,
        "figure": article.figures,
    }
    roles = {p.role for p in article.paragraphs} | {r.role for r in article.removed}
    found = [part for part, value in present.items() if value]
    return found + [role for role in ("caption", "pullquote", "subhead") if role in roles]
