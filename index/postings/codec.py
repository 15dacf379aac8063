"""A Whoosh codec over our segments, so that Whoosh's readers, queries and matchers can use them.

Reading only: Whoosh sees terms, postings with positions, lengths, columns and deletions as it
expects them of any codec. Writing is `index.postings.store`'s business, which needs none of
Whoosh's pickles.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np

from index.postings.arrays import offsets
from index.postings.scoring import Scoring
from index.postings.seam import (
    Codec,
    ColumnReader,
    FieldCursor,
    ListMatcher,
    PerDocumentReader,
    TermInfo,
    TermsReader,
    WhooshSegment,
)
from index.postings.segment import Segment, Terms

Term = tuple[str, bytes]


class ArrayCodec(Codec):  # type: ignore[misc]
    """Opens the readers of our segments."""

    def terms_reader(self, storage: Any, segment: ArraySegment) -> ArrayTerms:
        """The terms with their postings."""
        return ArrayTerms(segment.part)

    def per_document_reader(self, storage: Any, segment: ArraySegment) -> ArrayDocuments:
        """Lengths, columns and deletions."""
        return ArrayDocuments(segment.part)


class ArraySegment(WhooshSegment):  # type: ignore[misc]
    """One of our segments as Whoosh knows it: with its place in the snapshot."""

    def __init__(self, part: Segment, base: int, scoring: Scoring, codec: ArrayCodec) -> None:
        self.part, self.base, self.scoring = part, base, scoring
        self._codec = codec
        self.compound = False

    def codec(self) -> ArrayCodec:
        """The codec that reads it."""
        return self._codec

    def segment_id(self) -> str:
        """The name of its file."""
        return self.part.entry.file

    def doc_count_all(self) -> int:
        """Its articles, deleted ones included."""
        return self.part.docs

    def deleted_count(self) -> int:
        """How many were deleted."""
        return self.part.entry.gone_count

    def deleted_docs(self) -> set[int]:
        """The places of those that were deleted."""
        return set() if self.part.gone is None else set(np.flatnonzero(self.part.gone).tolist())

    def is_deleted(self, docnum: int) -> bool:
        """Whether an article was deleted."""
        return self.part.gone is not None and bool(self.part.gone[docnum])


class ArrayTerms(TermsReader):  # type: ignore[misc]
    """The terms of all fields of a segment."""

    def __init__(self, part: Segment) -> None:
        self._part = part

    def __contains__(self, term: Term) -> bool:
        return self._find(*term) is not None

    def indexed_field_names(self) -> list[str]:
        """The fields that have terms, in order."""
        return sorted(self._part.fields())

    def terms(self) -> Iterator[Term]:
        """All terms."""
        for field in self.indexed_field_names():
            yield from self.terms_from(field, b"", beyond=False)

    def terms_from(self, field: str, prefix: bytes, beyond: bool = True) -> Iterator[Term]:
        """The terms from one on, through all later fields."""
        if (terms := self._part.terms(field)) is not None:
            for key in terms.lexicon.slice(terms.lexicon.at_least(prefix)):
                yield field, key
        if beyond:
            for other in self.indexed_field_names():
                if other > field:
                    yield from self.terms_from(other, b"", beyond=False)

    def items(self) -> Iterator[tuple[Term, Any]]:
        """All terms with what is known of them."""
        for term in self.terms():
            yield term, self.term_info(*term)

    def items_from(self, field: str, prefix: bytes) -> Iterator[tuple[Term, Any]]:
        """The same from a term on."""
        for term in self.terms_from(field, prefix):
            yield term, self.term_info(*term)

    def term_info(self, field: str, key: bytes) -> Any:
        """How often a term stands, and where; KeyError when it does not."""
        terms, number = self._found(field, key)
        read = terms.read(np.array([number]))
        lengths = self._part.lengths(field)[read.docs]
        return TermInfo(
            weight=float(read.times.sum()),
            df=len(read.docs),
            minlength=int(lengths.min()),
            maxlength=int(lengths.max()),
            maxweight=float(read.times.max()),
            minid=int(read.docs[0]),
            maxid=int(read.docs[-1]),
        )

    def doc_frequency(self, field: str, key: bytes) -> int:
        """In how many articles a term stands; KeyError when in none."""
        terms, number = self._found(field, key)
        return int(terms.postings.articles(np.array([number]))[0])

    def cursor(self, field: str, fieldobj: Any) -> ArrayCursor:
        """A place in the terms of a field."""
        return ArrayCursor(self._part.terms(field), fieldobj)

    def matcher(self, field: str, key: bytes, format_: Any, scorer: Any = None) -> Any:
        """The postings of a term, with positions where the field has them."""
        terms, number = self._found(field, key)
        read = terms.read(np.array([number]))
        values = None
        if format_.supports("positions"):
            times, positions = terms.positions.read(read, np.arange(len(read.docs)))
            ends = offsets(times)
            packed = positions.astype("<u4").tobytes()
            values = [packed[4 * a : 4 * b] for a, b in pairwise(ends.tolist())]
        return ListMatcher(
            read.docs.tolist(),
            read.times.astype(np.float64).tolist(),
            values,
            format_,
            scorer=scorer,
            term=(field, key),
            terminfo=self.term_info(field, key),
        )

    def _find(self, field: str, key: bytes) -> tuple[Terms, int] | None:
        terms = self._part.terms(field)
        number = None if terms is None else terms.lexicon.find(key)
        return None if terms is None or number is None else (terms, number)

    def _found(self, field: str, key: bytes) -> tuple[Terms, int]:
        found = self._find(field, key)
        if found is None:
            raise KeyError((field, key))
        return found


class ArrayCursor(FieldCursor):  # type: ignore[misc]
    """A place among the sorted terms of a field."""

    def __init__(self, terms: Terms | None, fieldobj: Any) -> None:
        self._lexicon = None if terms is None else terms.lexicon
        self._at = 0
        self._fieldobj = fieldobj

    def is_valid(self) -> bool:
        """Whether there is a term at this place."""
        return self._lexicon is not None and self._at < len(self._lexicon)

    def first(self) -> Any:
        """Go to the first term."""
        self._at = 0
        return self.text()

    def find(self, term: Any) -> Any:
        """Go to a term, or to the next one after it."""
        key = term if isinstance(term, bytes) else self._fieldobj.to_bytes(term)
        if self._lexicon is not None:
            self._at = self._lexicon.at_least(key)
        return self.text()

    def next(self) -> Any:
        """Go on to the next term."""
        self._at += 1
        return self.text()

    def text(self) -> Any:
        """The term here; None behind the last."""
        if self._lexicon is None or not self.is_valid():
            return None
        return self._fieldobj.from_bytes(self._lexicon.key(self._at))


class ArrayDocuments(PerDocumentReader):  # type: ignore[misc]
    """What Whoosh asks of single articles."""

    def __init__(self, part: Segment) -> None:
        self._part = part

    def doc_count(self) -> int:
        """How many articles are not deleted."""
        return self._part.entry.live

    def doc_count_all(self) -> int:
        """How many there are in all."""
        return self._part.docs

    def has_deletions(self) -> bool:
        """Whether any was deleted."""
        return self._part.gone is not None

    def is_deleted(self, docnum: int) -> bool:
        """Whether one was deleted."""
        return self._part.gone is not None and bool(self._part.gone[docnum])

    def deleted_docs(self) -> set[int]:
        """Those that were."""
        return set() if self._part.gone is None else set(np.flatnonzero(self._part.gone).tolist())

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """How many words an article has in a field."""
        return int(self._part.lengths(fieldname)[docnum])

    def field_length(self, fieldname: str) -> int:
        """How many words all living articles have in a field."""
        return int(self._part.lengths(fieldname)[self._part.kept].sum())

    def min_field_length(self, fieldname: str) -> int:
        """The fewest words of any."""
        return int(self._part.lengths(fieldname).min(initial=0))

    def max_field_length(self, fieldname: str) -> int:
        """The most words of any."""
        return int(self._part.lengths(fieldname).max(initial=0))

    def supports_columns(self) -> bool:
        """There are columns."""
        return True

    def has_column(self, fieldname: str) -> bool:
        """Whether a column of numbers has this name."""
        return fieldname in self._part.file

    def column_reader(self, fieldname: str, column: Any) -> ArrayColumn:
        """A column of numbers."""
        return ArrayColumn(self._part.column(fieldname))

    def stored_fields(self, docnum: int) -> dict[str, Any]:
        """Nothing is stored: what a list shows comes from the records."""
        return {}


class ArrayColumn(ColumnReader):  # type: ignore[misc]
    """A column of numbers as Whoosh reads it."""

    def __init__(self, values: Any) -> None:
        self._values = values

    def __len__(self) -> int:
        return len(self._values)

    def __getitem__(self, docnum: int) -> int:
        return int(self._values[docnum])

    def sort_key(self, docnum: int) -> int:
        """What an article sorts by."""
        return int(self._values[docnum])

    def __iter__(self) -> Iterator[int]:
        return iter(self._values.tolist())

    def load(self) -> list[int]:
        """All values."""
        return list(self._values.tolist())
