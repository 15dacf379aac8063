"""Where a query's words stand in a text.

It goes by the rows of `query.rows`, the very shapes the search went by: a word marks all its
forms, a phrase only its words in a row. A text is cut into words only where the letters of a row
stand in it, as that is most of the work.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import inf
from typing import NamedTuple, Protocol

from corpus.article import Quotation, Where
from corpus.text import fold, plain
from index.analysis import Form, Token, tokens
from index.query.rows import Row
from index.query.shapes import Beginning, Exactly, InCapitals, Related, Shape

NEW = 8.0  # what a part of the query not yet seen in a passage counts

_OWN_STEMS = frozenset(("die", "lie", "tie", "sky"))  # of dying, lying, tying, skies
_CURLS = tuple(zip("’‘“”–—", "''\"\"--", strict=True))


class Text(NamedTuple):
    """A text of an article, and as it is shown: blanks are one, nothing is unseen."""

    within: Where
    paragraph: int
    text: str
    seen: str

    def at(self, place: int) -> int:
        """A place in the text as one in what is shown."""
        return place if self.seen == self.text else len(seen(self.text[:place] + "|")) - 1


def seen(text: str) -> str:
    """A text as a passage shows it."""
    return plain(" ".join(text.split()))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands in a text, and which row it is."""

    start: int
    end: int
    row: int


class Keeping(Protocol):
    """Keeps of the places at which rows stand in a text those that are marked."""

    def __call__(self, text: str, places: list[Place]) -> list[Place]:
        """The places that are kept."""
        ...

    def beside(self, quotations: Sequence[Quotation], shown: Text) -> Keeping:
        """The same for one text of an article with these quotations."""
        ...


def spans(text: str, rows: Sequence[Row], keeping: Keeping | None = None) -> list[tuple[int, int]]:
    """Where the rows stand in a text, in order, none within another."""
    merged: list[tuple[int, int]] = []
    for place in places(text, rows, letters_of(rows), keeping):
        if merged and place.start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], place.end)
        else:
            merged.append((place.start, place.end))
    return merged


def places(
    text: str, rows: Sequence[Row], letters: Letters | None, keeping: Keeping | None = None
) -> list[Place]:
    """Where the rows stand, in order; the text is cut into words only where that may be."""
    straight = None if letters is None else _straight(text)
    folded = fold(text) if straight is None else straight
    if letters is None or letters.may_be_longer(folded):
        found = standing(tokens(text), rows)
    elif straight is not None:
        found = standing(_around(text, straight, letters), rows)
    else:
        found = standing(tokens(text), rows) if letters.may_be_single(folded) else []
    found.sort(key=lambda place: (place.start, -place.end))
    return found if keeping is None else keeping(text, found)


def promised(text: str, letters: Letters | None) -> float:
    """What a passage of a text can be worth at most, by the letters that stand in it."""
    lowered = None if letters is None else _straight(text)
    if letters is None or lowered is None:
        return inf
    if letters.longer:
        return inf if letters.may_stand_in(lowered) else 0.0
    count = sum(map(lowered.count, letters.single))
    seen = sum(any(some in lowered for some in one) for one in letters.each)
    return min(seen, count) * (NEW - 1.0) + count


def standing(words: list[Token], rows: Sequence[Row]) -> list[Place]:
    """Where the rows stand among these words; those of several words where these are all."""
    forms = [Form(*word[2:]) for word in words]
    found = []
    for number, row in enumerate(rows):
        first, rest = row[0], row[1:]
        for at, form in enumerate(forms):
            if first.fits(form) and _follow(rest, forms, at + 1):
                found.append(Place(words[at].start, words[at + len(rest)].end, number))
    return found


def _around(text: str, folded: str, letters: Letters) -> list[Token]:
    """The words of a text in which letters stand, and what hangs together with them."""
    found: list[Token] = []
    seen = 0
    for begin, end in letters.spans(folded):
        if begin >= seen:
            start = folded.rfind(" ", seen, begin) + 1 or seen
            end = folded.find(" ", end)
            seen = end if end >= 0 else len(text)
            found += words_between(text, start, seen)
    return found


def words_between(text: str, start: int, end: int) -> list[Token]:
    """The words between a place at which one may begin and the first blank from `end` on."""
    end = text.find(" ", end) if end < len(text) else -1
    found = tokens(text[start : end if end >= 0 else len(text)])
    return [Token(first + start, last + start, *forms) for first, last, *forms in found]


def _straight(text: str) -> str | None:
    """A text folded so that each character keeps its place; None where that cannot be."""
    for curly, straight in _CURLS:
        text = text.replace(curly, straight)
    return text.lower().replace("`", "'") if text.isascii() else None


def _follow(rest: Row, forms: list[Form], at: int) -> bool:
    if at + len(rest) > len(forms):
        return False
    return all(shape.fits(form) for shape, form in zip(rest, forms[at:], strict=False))


@dataclass(frozen=True, slots=True)
class Letters:
    """Letters without which a folded text does not hold a row.

    `single` are those of rows of one word, `each` has them row by row; of each row of several,
    `longer` has for each word whose letters are known the groups of which one must stand there.
    """

    single: tuple[str, ...]
    each: tuple[tuple[str, ...], ...]
    longer: tuple[tuple[tuple[str, ...], ...], ...]

    def may_stand_in(self, lowered: str) -> bool:
        """Whether any row may stand in a text in small letters, whatever its blanks."""
        return self.may_be_single(lowered) or self.may_be_longer(lowered)

    def may_be_single(self, folded: str) -> bool:
        """Whether a row of one word may stand in a folded text."""
        return any(letters in folded for letters in self.single)

    def spans(self, folded: str) -> list[tuple[int, int]]:
        """Where the letters of rows of one word stand in a folded text, in order."""
        found: list[tuple[int, int]] = []
        for letters in self.single:  # each by itself: many times faster than an expression for all
            at = folded.find(letters)
            while at >= 0:
                found.append((at, at + len(letters)))
                at = folded.find(letters, at + 1)
        found.sort()
        return found

    def may_be_longer(self, folded: str) -> bool:
        """Whether a row of several words may stand in a folded text."""
        return any(
            all(any(letters in folded for letters in group) for group in groups)
            for groups in self.longer
        )


def letters_of(rows: Iterable[Row]) -> Letters | None:
    """The letters that tell where rows may stand; None where those of one are not known."""
    return _letters_of(tuple(rows))


@lru_cache(maxsize=8)
def _letters_of(rows: tuple[Row, ...]) -> Letters | None:
    """The letters of all rows; None where those of one are not known."""
    single: list[str] = []
    each, longer = [], []
    for row in rows:
        groups = tuple(letters for shape in row if (letters := _letters(shape)))
        if not groups:
            return None
        if len(row) == 1:
            single += groups[0]
            each.append(groups[0])
        else:
            longer.append(groups)
    return Letters(tuple(dict.fromkeys(single)), tuple(each), tuple(longer))


def _letters(shape: Shape) -> tuple[str, ...]:
    more: tuple[str, ...] = ()
    match shape:
        case Exactly(form) | InCapitals(form):
            whole = form.folded
        case Related(form):
            # At its end a stem may differ from its words, in a few short ones before that.
            whole = form.stem[:1] if form.stem in _OWN_STEMS else form.stem[:-1] or form.stem
            more = (shape.other,) if shape.other else ()
        case Beginning(prefix):
            whole = prefix
        case _:
            return ()
    if not whole or not whole.isascii() or not whole.isalpha():
        return ()  # 250,000 may be written in several ways
    return whole, f"{whole[0]}.", *more  # initials with full stops
