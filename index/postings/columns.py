"""Columns: one value an article, or several, by the article's place in its segment.

Numbers are plain arrays. Labels (outlets, agencies) are numbered in a dictionary of the
segment: `codes` of all articles in a row, `code_ends` where each article's end. Figures are
numbers kept in the same way, without a dictionary.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

import numpy as np

from index.postings.arrays import Array, distinct, offsets, ranges, smallest
from index.postings.format import Mapped, Writing


class Labels:
    """A column of labels of one segment."""

    def __init__(self, file: Mapped, name: str) -> None:
        self.codes = file.array(f"{name}.codes")
        self.ends = file.array(f"{name}.code_ends")
        blob = file.array(f"{name}.labels").tobytes()
        self.names = [part.decode("utf-8") for part in blob.split(b"\n")] if blob else []

    def counts(self, docs: Array | None) -> Array:
        """How many of these articles (None: of all) carry each label."""
        if docs is None:
            codes = self.codes
        else:
            starts = self.ends[docs].astype(np.int64)
            codes = self.codes[ranges(starts, self.ends[docs + 1] - starts)]
        return np.bincount(codes, minlength=len(self.names))

    def carrying(self, wanted: Set[str]) -> Array:
        """The places of the articles with one of these labels, rising."""
        codes = [code for code, name in enumerate(self.names) if name in wanted]
        held = np.flatnonzero(np.isin(self.codes, codes))
        return distinct(np.searchsorted(self.ends, held, side="right") - 1)


def write_labels(file: Writing, name: str, values: Sequence[Iterable[str]]) -> None:
    """Write every article's labels as a column; a label counts once an article."""
    numbers: dict[str, int] = {}
    codes: list[int] = []
    counts = np.zeros(len(values), np.int64)
    for place, labels in enumerate(values):
        found = {" ".join(label.split()) for label in labels} - {""}
        counts[place] = len(found)
        codes.extend(numbers.setdefault(label, len(numbers)) for label in sorted(found))
    _put(file, name, np.array(codes, np.int64), counts, list(numbers))


def merged_labels(file: Writing, name: str, parts: Sequence[tuple[Labels, Array]]) -> None:
    """Write the columns of several segments as one; of each the articles at these places."""
    numbers: dict[str, int] = {}
    codes: list[Array] = []
    counts: list[Array] = []
    for labels, kept in parts:
        starts = labels.ends[kept].astype(np.int64)
        sizes = labels.ends[kept + 1] - starts
        old = labels.codes[ranges(starts, sizes)]
        used = np.unique(old)
        fresh = np.zeros(len(labels.names), np.int64)
        for code in used.tolist():
            fresh[code] = numbers.setdefault(labels.names[code], len(numbers))
        codes.append(fresh[old])
        counts.append(sizes)
    _put(file, name, np.concatenate(codes), np.concatenate(counts), list(numbers))


def _put(file: Writing, name: str, codes: Array, counts: Array, labels: list[str]) -> None:
    blob = "\n".join(labels).encode("utf-8", "replace")
    file.put(f"{name}.codes", smallest(codes))
    file.put(f"{name}.code_ends", offsets(counts).astype("<u4"))
    file.put(f"{name}.labels", np.frombuffer(blob, np.uint8))
