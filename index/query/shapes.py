"""Which words of an index a query word stands for, and how much each of them counts.

The index files every surface form under stem, folded form and surface form, in this order.
A shape walks over the short stretch of the term list where its forms must stand and yields
their keys with weights: as written 1, the same but for case or accents less, another form of
the same stem still less.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Protocol

from index.analysis import SEPARATOR, Form, read_key
from index.query.vocabulary import vocabulary
from index.query.wording import regex_options

FOLDED = 0.9  # these two measured with the weights of `matching`
STEMMED = 0.4
ALIKE = 0.6  # for each letter that differs
MOST_ALIKE = 100  # different words that one word~ stands for, in one segment and field
_CUT = SEPARATOR.encode()


class Shape(Protocol):
    """What a word in a query looks like."""

    def forms(self, reader: Any, field: str) -> Iterator[tuple[bytes, float]]:
        """The keys of the index that fit, each with its weight."""
        ...

    def fits(self, form: Form) -> bool:
        """Whether a word of a text is one of these."""
        ...


@dataclass(frozen=True, slots=True)
class Exactly:
    """This word, in any case and with or without accents; its possessive too."""

    form: Form

    def forms(self, reader: Any, field: str) -> Iterator[tuple[bytes, float]]:
        """Keys of the same folded form."""
        for key, form in _of_stem(reader, field, self.form.stem):
            if self.fits(form):
                yield key, 1.0 if form.surface == self.form.surface else FOLDED

    def fits(self, form: Form) -> bool:
        """Whether a word of a text is this one."""
        asked = self.form.folded
        return form.folded == asked or form.folded in (asked + "'s", asked + "'")


@dataclass(frozen=True, slots=True)
class InCapitals:
    """This acronym in capitals, with full stops or without; never the word in small letters."""

    form: Form

    def forms(self, reader: Any, field: str) -> Iterator[tuple[bytes, float]]:
        """Keys written so."""
        for key, form in _of_stem(reader, field, self.form.stem):
            if self.fits(form):
                yield key, 1.0

    def fits(self, form: Form) -> bool:
        """Whether a word of a text is this acronym."""
        asked = self.form.surface.replace(".", "").upper()
        written = form.surface.replace(".", "")
        return written in (asked, asked + "'s", asked + "'", asked + "'S")


@dataclass(frozen=True, slots=True)
class Related:
    """This word and the other forms of its stem."""

    form: Form

    def forms(self, reader: Any, field: str) -> Iterator[tuple[bytes, float]]:
        """Keys of the same stem."""
        asked = self.form
        for key, form in _of_stem(reader, field, asked.stem):
            if form.surface == asked.surface:
                yield key, 1.0
            elif form.folded == asked.folded:
                yield key, FOLDED
            else:
                yield key, STEMMED

    def fits(self, form: Form) -> bool:
        """Whether a word of a text has this stem."""
        return form.stem == self.form.stem


@dataclass(frozen=True, slots=True)
class Beginning:
    """Words whose folded form begins so."""

    prefix: str

    def forms(self, reader: Any, field: str) -> Iterator[tuple[bytes, float]]:
        """Keys whose folded form begins so, all of one weight."""
        for key, form in _beginning(reader, field, self.prefix):
            if self.fits(form):
                yield key, 1.0

    def fits(self, form: Form) -> bool:
        """Whether a word of a text begins so."""
        return form.folded.startswith(self.prefix)


@dataclass(frozen=True, slots=True)
class Patterned:
    """Words whose folded form matches a pattern that begins with `head`.

    `pattern` is for one word, `scanned` the same as an RE2 expression for many.
    """

    head: str
    pattern: re.Pattern[str]
    scanned: str

    def forms(self, reader: Any, field: str) -> Iterator[tuple[bytes, float]]:
        """Keys whose folded form matches, all of one weight."""
        if not self.head:
            for key in vocabulary(reader, field).matching(self.scanned):
                if self.fits(read_key(key)):
                    yield key, 1.0
            return
        for key, form in _beginning(reader, field, self.head):
            if self.fits(form):
                yield key, 1.0

    def fits(self, form: Form) -> bool:
        """Whether a word of a text matches."""
        return self.pattern.fullmatch(form.folded) is not None


@dataclass(frozen=True, slots=True)
class Expressed:
    """Words that an RE2 expression matches as a whole, folded or as written."""

    pattern: str

    def forms(self, reader: Any, field: str) -> Iterator[tuple[bytes, float]]:
        """Keys that match, all of one weight."""
        for key in vocabulary(reader, field).matching(self.pattern):
            yield key, 1.0

    def fits(self, form: Form) -> bool:
        """Whether a word of a text matches."""
        expression = _compiled(self.pattern)
        return any(expression.fullmatch(text) for text in (form.folded, form.surface))


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> Any:
    import re2

    return re2.compile(pattern, regex_options())


@dataclass(frozen=True, slots=True)
class Alike:
    """Words that differ by a few letters; each letter takes away from their weight."""

    folded: str
    edits: int

    def forms(self, reader: Any, field: str) -> Iterator[tuple[bytes, float]]:
        """Keys of the words most like it."""
        found = vocabulary(reader, field).like(self.folded, self.edits)
        nearest: dict[str, int] = {spelt: distance for spelt, distance, _ in found}
        if len(nearest) > MOST_ALIKE:
            often: Counter[str] = Counter()
            for spelt, _, key in found:
                often[spelt] += reader.doc_frequency(field, key)
            ranked = sorted(nearest, key=lambda spelt: (nearest[spelt], -often[spelt], spelt))
            nearest = {spelt: nearest[spelt] for spelt in ranked[:MOST_ALIKE]}
        for spelt, distance, key in found:
            if spelt in nearest:
                yield key, ALIKE**distance

    def fits(self, form: Form) -> bool:
        """Whether a word of a text is so like it."""
        from rapidfuzz.distance import OSA

        return OSA.distance(self.folded, form.folded, score_cutoff=self.edits) <= self.edits


def stems_of_prefix(prefix: str) -> list[str]:
    """Stems, other than those that begin so, of words that begin so.

    A stem is its word cut short; at the cut `y` may have turned into `i` (city, citi), an `e`
    come back (hoping, hope), `bili` become `bl` (possibility, possibl), and a few short words
    have stems of their own (dying, die).
    """
    found = []
    for cut in range(1, len(prefix)):
        kept, next_letter = prefix[:cut], prefix[cut]
        found.append(kept)
        if next_letter == "y":
            found.append(kept + ("ie" if cut == 1 else "i"))
            if cut == 1:
                found.append(kept + "i")
        elif next_letter == "i":
            found.append(kept + "e")
            if kept.endswith("b"):
                found.append(kept + "l")
    if "skies".startswith(prefix):
        found.append("sky")
    return found


def _of_stem(reader: Any, field: str, stem: str) -> Iterator[tuple[bytes, Form]]:
    for key in reader.expand_prefix(field, stem.encode() + _CUT):
        yield key, read_key(key)


def _beginning(reader: Any, field: str, prefix: str) -> Iterator[tuple[bytes, Form]]:
    for key in reader.expand_prefix(field, prefix.encode()):
        yield key, read_key(key)
    for stem in stems_of_prefix(prefix):
        yield from _of_stem(reader, field, stem)


def words_beginning(reader: Any, fields: Iterable[str], prefix: str) -> set[str]:
    """Folded words of an index that begin so, from their stems' first letters."""
    return {
        form.folded
        for field in fields
        for _, form in _beginning(reader, field, prefix)
        if form.folded.startswith(prefix)
    }
