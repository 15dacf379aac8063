"""Which words a query word stands for, and how much each of them counts.

A shape says of any word whether it fits; the search and the marks in a text both go by that.
As written a word counts 1, the same but for case or accents less, another form of the same
stem still less. How fitting words are looked up is `index.postings.forms`'s business.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Protocol

from corpus.words import stem
from index.analysis import Form
from index.query.plurals import other_number
from index.query.wording import regex_options

FOLDED = 0.9  # these two measured with the weights of `postings.scoring`
STEMMED = 0.4
UNIT = 0.1  # the weights of the forms of a word are multiples of it
ALIKE = 0.6  # for each letter that differs
MOST_ALIKE = 100  # different words that one word~ stands for in one field


def owner(folded: str) -> str:
    """A folded word without the `'s` of a possessive, which counts as the word itself."""
    return folded.removesuffix("'s")


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
    """This word and the other forms of its stem; of some the plural, which has another."""

    form: Form
    other: str = field(init=False, compare=False)  # women for woman; mostly empty

    def __post_init__(self) -> None:
        object.__setattr__(self, "other", other_number(self.form.folded))

    def fits(self, form: Form) -> bool:
        """Whether a word of a text has this stem, and is no name that only seems to."""
        if form.stem == self.form.stem:
            return not _are_strangers(form.folded, self.form.folded)
        return self.other != "" and owner(form.folded) == self.other

    @property
    def stems(self) -> tuple[str, ...]:
        """The stems that words which fit have."""
        return (self.form.stem, stem(self.other)) if self.other else (self.form.stem,)

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
    """Words whose folded form matches a pattern; possessives too. All hold `head` and `part`."""

    head: str
    part: str
    pattern: re.Pattern[str]

    def fits(self, form: Form) -> bool:
        """Whether a word of a text matches."""
        return any(map(self.pattern.fullmatch, (form.folded, owner(form.folded))))


@lru_cache
def lines_of(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """A pattern of whole words as one of lines, each after a line's end, without the next one."""
    return re.compile(rf"\n(?:{pattern.pattern})(?:'s)?(?=\n)")


@dataclass(frozen=True, slots=True)
class Expressed:
    """Words that an RE2 expression matches whole, folded or as written, and possessives."""

    pattern: str

    def fits(self, form: Form) -> bool:
        """Whether a word of a text matches."""
        expression = compiled(self.pattern)
        return any(expression.fullmatch(text) for text in (form.folded, form.surface))


@lru_cache(maxsize=64)
def compiled(pattern: str) -> Any:
    """An RE2 expression of a user, ready to match."""
    import re2

    return re2.compile(f"(?:{pattern})(?:'s)?", regex_options())


@lru_cache(maxsize=64)
def compiled_for_lines(pattern: str) -> Any:
    """The same, of bytes, for one line among many."""
    import re2

    return re2.compile(f"(?m)^(?:{pattern})(?:'s)?$".encode(), regex_options())


@dataclass(frozen=True, slots=True)
class Alike:
    """Words that differ by a few letters; each letter takes away from their weight.

    Possessives count as their words. Where `word` is given, its other forms are such words too.
    """

    folded: str
    edits: int
    word: Related | None = None

    def fits(self, form: Form) -> bool:
        """Whether a word of a text is so like it."""
        from rapidfuzz.distance import OSA

        most = self.edits
        return any(
            OSA.distance(self.folded, word, score_cutoff=most) <= most
            for word in {form.folded, owner(form.folded)}
        ) or (self.word is not None and self.word.fits(form))


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
