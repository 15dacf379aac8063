"""A segment: some articles with their terms, postings, positions and columns, in one file.

Articles have places from 0 on within their segment. The file never changes; deletions stand
beside it. Parts are opened when they are first asked for.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

import numpy as np

from index.postings.arrays import Array
from index.postings.columns import Labels
from index.postings.deletions import read_gone
from index.postings.format import DamagedIndex, Mapped
from index.postings.lexicon import Lexicon
from index.postings.positions import Positions
from index.postings.postings import Postings, Read
from index.postings.toc import Entry

_NONE = np.zeros(0, np.int64)


class Terms:
    """The terms of one field with their postings."""

    def __init__(self, file: Mapped, field: str) -> None:
        self.size = int(file.about["docs"])
        self.lexicon = Lexicon(file, field)
        self.postings = Postings(file, field)
        self._file, self._field = file, field

    @cached_property
    def positions(self) -> Positions:
        """Where the words stand; only for fields of words."""
        return Positions(self._file, self._field)

    def read(self, terms: Array) -> Read:
        """The postings of these terms, which must rise."""
        return self.postings.read(terms)


class Segment:
    """One segment of one state of the index."""

    def __init__(self, folder: Path, entry: Entry) -> None:
        self.entry = entry
        self.file = Mapped(folder / entry.file)
        self.docs = int(self.file.about["docs"])
        if self.docs != entry.docs:
            raise DamagedIndex(
                f"The index file {entry.file} is not the one that was written; "
                "run `broadsheet reindex` to build the index anew."
            )
        self.gone: Array | None = None
        if entry.gone:
            self.gone = read_gone(folder / entry.gone, self.docs, entry.gone_check)
        self._terms: dict[str, Terms | None] = {}
        self._labels: dict[str, Labels] = {}

    def with_deletions(self, folder: Path, entry: Entry) -> Segment:
        """The same file with other deletions; what was opened stays open."""
        if entry == self.entry:
            return self
        other = object.__new__(Segment)
        other.__dict__.update(self.__dict__)
        other.entry = entry
        other.gone = read_gone(folder / entry.gone, self.docs, entry.gone_check)  # type: ignore[operator]
        return other

    @property
    def kept(self) -> Array:
        """The places of the living articles."""
        return np.arange(self.docs) if self.gone is None else np.flatnonzero(~self.gone)

    def terms(self, field: str) -> Terms | None:
        """The terms of a field; None when no article of the segment has any."""
        if field not in self._terms:
            held = f"{field}.terms" in self.file
            self._terms[field] = Terms(self.file, field) if held else None
        return self._terms[field]

    def fields(self) -> list[str]:
        """The fields that have terms."""
        return [
            name.removesuffix(".terms") for name in self.file.names() if name.endswith(".terms")
        ]

    def column(self, name: str) -> Array:
        """A column of numbers."""
        return self.file.array(name)

    def lengths(self, field: str) -> Array:
        """How many words each article has in a field."""
        name = f"{field}.lengths"
        return self.file.array(name) if name in self.file else np.zeros(self.docs, np.uint8)

    def labels(self, name: str) -> Labels:
        """A column of labels."""
        if name not in self._labels:
            self._labels[name] = Labels(self.file, name)
        return self._labels[name]
