"""What is indexed of an article, and in which form Whoosh keeps it.

Words are filed by `analysis.term_key` with their positions (`Words`), whole values such as an
outlet or an address by themselves (`Keys`), numbers that sort or join with the records in
columns. Nothing is stored: what a list shows comes from the records.
"""

from __future__ import annotations

import itertools
import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from whoosh import columns, fields, formats

from corpus.article import Article
from corpus.outlets import known
from corpus.text import fold
from index.analysis import address, keys
from index.magnitudes import number_keys
from index.stretches import Marks, stretches

MAKE = 2
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


class Places(formats.Format):  # type: ignore[misc]
    """Postings with positions, as plain numbers: differences in 16 bits, or in 32 if need be."""

    def encode(self, positions: Sequence[int]) -> bytes:
        """The stored form of rising positions."""
        if len(positions) == 1 and positions[0] < 1 << 16:
            return b"H" + positions[0].to_bytes(2, "little")
        steps = [positions[0]]
        steps.extend(b - a for a, b in itertools.pairwise(positions))
        code = "H" if max(steps) < 1 << 16 else "I"
        packed = array(code, steps)
        if sys.byteorder == "big":
            packed.byteswap()
        return code.encode() + packed.tobytes()

    def decode_positions(self, stored: bytes) -> list[int]:
        """The positions back from their stored form."""
        packed = array("H" if stored[:1] == b"H" else "I")
        packed.frombytes(stored[1:])
        if sys.byteorder == "big":
            packed.byteswap()
        position, positions = 0, []
        for step in packed:
            position += step
            positions.append(position)
        return positions

    def decode_frequency(self, stored: bytes) -> int:
        """How often the word stands in the article."""
        return (len(stored) - 1) // (2 if stored[:1] == b"H" else 4)


class Words(fields.FieldType):  # type: ignore[misc]
    """A field of running text: one or more pieces, each word filed under its key."""

    def __init__(self) -> None:
        super().__init__(format=Places(), analyzer=None, scorable=True)

    def index(self, value: Sequence[str], **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        """(key, frequency, weight, positions) of every different word."""
        places: dict[bytes, list[int]] = {}
        at = 0
        for text in value:
            for key in keys(text):
                found = places.get(key)
                if found is None:
                    places[key] = [at]
                else:
                    found.append(at)
                at += 1
            at += GAP
        encode = self.format.encode
        for key, positions in places.items():
            yield key, len(positions), float(len(positions)), encode(positions)


class Stretches(fields.FieldType):  # type: ignore[misc]
    """A field of word positions of a text: where sentences begin, where quotations stand."""

    def __init__(self) -> None:
        super().__init__(format=Places(), analyzer=None, scorable=False)

    def index(self, value: Marks, **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        """(key, frequency, weight, positions) of every kind of stretch."""
        encode = self.format.encode
        for key, positions in value.items():
            yield key, len(positions), float(len(positions)), encode(positions)


class Keys(fields.FieldType):  # type: ignore[misc]
    """A field of whole values: an article has one or not."""

    def __init__(self) -> None:
        super().__init__(format=formats.Existence(), analyzer=None, scorable=False)

    def index(self, value: Iterable[str], **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        """(value, 1, 1, nothing) for every different value."""
        for key in dict.fromkeys(value):
            yield key.encode("utf-8", "replace"), 1, 1.0, b""


def schema() -> fields.Schema:
    """The fields of the index."""
    return fields.Schema(
        **{name: Words() for name in WORD_FIELDS},
        outlet=Keys(),
        lang=Keys(),
        url=Keys(),
        has=Keys(),
        number=Keys(),
        **{within(name): Stretches() for name in TEXT_FIELDS},
        seq=fields.COLUMN(columns.NumericColumn("I")),
        day=fields.COLUMN(columns.NumericColumn("i")),
        rank=fields.COLUMN(columns.NumericColumn("I")),
    )


def within(field: str) -> str:
    """The field with the stretches of a text field."""
    return f"within_{field}"


def document(entry: IndexEntry) -> dict[str, object]:
    """The values of an article's fields."""
    article = entry.article
    texts = [article.standfirst] if article.standfirst else []
    texts.extend(p.text for p in article.paragraphs)
    values: dict[str, object] = {
        "seq": entry.seq,
        "day": day_number(article.published),
        "rank": int(entry.id[:8], 16),  # ties go by id
        "body": texts,
        "has": parts(article),
    }
    if numbers := number_keys(article):
        values["number"] = numbers
    for field, marks in zip(TEXT_FIELDS, stretches(article, GAP), strict=True):
        if marks:
            values[within(field)] = marks
    if article.title:
        values["title"] = [article.title]
    if article.outlet:
        values["outlet"] = [outlet_key(article.outlet)]
    if article.authors:
        values["author"] = list(article.authors)
    if article.agencies:
        values["agency"] = list(article.agencies)
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


def outlet_key(name: str) -> str:
    """The key of an outlet: other names that the list of outlets knows share it."""
    return fold(" ".join((known(name) or name).split()))


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
