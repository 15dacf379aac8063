"""Which words a query word stands for, and how much each of them counts.

A shape says of any word whether it fits; the search and the marks in a text both go by that.
As written a word counts 1, the same but for case or accents less, another form of the same
stem still less. How fitting words are looked up is `index.postings.forms`'s business.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Protocol

from index.analysis import Form
from index.query.wording import regex_options

FOLDED = 0.9  # these two measured with the weights of `postings.scoring`
STEMMED = 0.4
UNIT = 0.1  # the weights of the forms of a word are multiples of it
ALIKE = 0.6  # for each letter that differs
MOST_ALIKE = 100  # different words that one word~ stands for in one field


class Shape(Protocol):
    """What a word in a query looks like."""

    def fits(self, form: Form) -> bool:
        """Whether a word of a text is one of these."""
        ...


@dataclass(frozen=True, slots=True)
class Exactly:
    """This word, in any case and with or without accents; its possessive too."""

    form: Form

    def fits(self, form: Form) -> bool:
        """Whether a word of a text is this one."""
        asked = self.form.folded
        return form.folded == asked or form.folded in (asked + "'s", asked + "'")

    def weight(self, form: Form) -> float:
        """What a word that fits counts."""
        return 1.0 if form.surface == self.form.surface else FOLDED


@dataclass(frozen=True, slots=True)
class InCapitals:
    """This acronym in capitals, with full stops or without; never the word in small letters."""

    form: Form

    def fits(self, form: Form) -> bool:
        """Whether a word of a text is this acronym."""
        asked = self.form.surface.replace(".", "").upper()
        written = form.surface.replace(".", "")
        return written in (asked, asked + "'s", asked + "'", asked + "'S")

    def weight(self, form: Form) -> float:
        """What a word that fits counts."""
        return 1.0


@dataclass(frozen=True, slots=True)
class Related:
    """This word and the other forms of its stem."""

    form: Form

    def fits(self, form: Form) -> bool:
        """Whether a word of a text has this stem, and is no name that only seems to."""
        return form.stem == self.form.stem and not _are_strangers(form.folded, self.form.folded)

    def weight(self, form: Form) -> float:
        """What a word that fits counts."""
        if form.surface == self.form.surface:
            return 1.0
        return FOLDED if form.folded == self.form.folded else STEMMED


def _are_strangers(one: str, other: str) -> bool:
    """Whether two words of one stem are not forms of one word: Ferris is no plural of ferry.

    What ends in "is" is the plural of what ends in "i" (Israelis), nothing else.
    """
    for word, beside in ((one, other), (other, one)):
        word = word.removesuffix("'s").removesuffix("'")
        if word.endswith("is") and len(word) > 3 and not _is_of(word[:-1], beside):
            return True
    return False


def _is_of(root: str, word: str) -> bool:
    return word.startswith(root) and word[len(root) :] in ("", "s", "'s", "s'", "'", "s's")


@dataclass(frozen=True, slots=True)
class Beginning:
    """Words whose folded form begins so."""

    prefix: str

    def fits(self, form: Form) -> bool:
        """Whether a word of a text begins so."""
        return form.folded.startswith(self.prefix)


@dataclass(frozen=True, slots=True)
class Anything:
    """Any one word, between two others."""

    def fits(self, form: Form) -> bool:
        """Every word does."""
        return True


@dataclass(frozen=True, slots=True)
class Patterned:
    """Words whose folded form matches a pattern; all begin with `head` and hold `part`."""

    head: str
    part: str
    pattern: re.Pattern[str]

    def fits(self, form: Form) -> bool:
        """Whether a word of a text matches."""
        return self.pattern.fullmatch(form.folded) is not None


@lru_cache
def lines_of(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """A pattern of whole words as one of lines, each after a line's end, without the next one."""
    return re.compile(rf"\n(?:{pattern.pattern})(?=\n)")


@dataclass(frozen=True, slots=True)
class Expressed:
    """Words that an RE2 expression matches as a whole, folded or as written."""

    pattern: str

    def fits(self, form: Form) -> bool:
        """Whether a word of a text matches."""
        expression = compiled(self.pattern)
        return any(expression.fullmatch(text) for text in (form.folded, form.surface))


@lru_cache(maxsize=64)
def compiled(pattern: str) -> Any:
    """An RE2 expression of a user, ready to match."""
    import re2

    return re2.compile(pattern, regex_options())


@lru_cache(maxsize=64)
def compiled_for_lines(pattern: str) -> Any:
    """The same, of bytes, for one line among many."""
    import re2

    return re2.compile(f"(?m)^(?:{pattern})$".encode(), regex_options())


@dataclass(frozen=True, slots=True)
class Alike:
    """Words that differ by a few letters; each letter takes away from their weight."""

    folded: str
    edits: int

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
