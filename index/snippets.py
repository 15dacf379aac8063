"""Where a query's words stand in a text, and the passage of an article that shows them best.

Both go by the rows of `query.rows`, the very shapes the search went by: a word marks all its
forms, a phrase only its words in a row. A text is cut into words only where the letters of a row
stand in it, as that is most of the work.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import inf

from corpus.article import Article
from corpus.text import fold, plain
from index.analysis import Form, Token, tokens
from index.answers import Snippet
from index.query.rows import Row
from index.query.shapes import Beginning, Exactly, InCapitals, Related, Shape

LENGTH = 240  # characters of a passage
_LEAD = 40  # characters before the first hit, at most
_OWN_STEMS = frozenset(("die", "lie", "tie", "sky"))  # of dying, lying, tying, skies
_CURLS = tuple(zip("’‘“”–—", "''\"\"--", strict=True))
_NEW = 8.0  # what a part of the query not yet seen in the passage counts


@dataclass(frozen=True, slots=True)
class Place:
    """Where one of the rows, by its number, stands in a text."""

    start: int
    end: int
    row: int


Keeping = Callable[[str, list[Place]], list[Place]]
"""Of the places at which rows stand in a text those that are marked (`index.satisfying`)."""


def spans(text: str, rows: Sequence[Row], keeping: Keeping | None = None) -> list[tuple[int, int]]:
    """Where the rows stand in a text, in order, none within another."""
    merged: list[tuple[int, int]] = []
    for place in _places(text, rows, _telling(rows), keeping):
        if merged and place.start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], place.end)
        else:
            merged.append((place.start, place.end))
    return merged


def snippet(
    article: Article, rows: Sequence[Row], keeping: Keeping | None = None
) -> Snippet | None:
    """The passage with the most of the query in it; the first one where there is none."""
    texts = list(_texts(article))
    if not texts:
        return None
    best = _best(texts, rows, keeping) if rows else None
    return _cut(*(best or (_seen(texts[0]), 0)), rows, keeping)


def _best(
    texts: Sequence[str], rows: Sequence[Row], keeping: Keeping | None
) -> tuple[str, int] | None:
    """The text and the place in it where the passage with the most of the query begins.

    Of equals it is the first. What promises most is cut into words first, and what promises
    less than was found not at all.
    """
    best: tuple[float, int, str, int] | None = None
    telling = _telling(rows)
    promised = sorted((-_promise(text, telling), at) for at, text in enumerate(texts))
    for promise, at in promised:
        if not promise or (best is not None and (promise, at) > best[:2]):
            break
        text = _seen(texts[at])
        places = _places(text, rows, telling, keeping)
        for number, place in enumerate(places):
            worth = _worth(places, number)
            if best is None or (-worth, at) < best[:2]:
                best = -worth, at, text, place.start
    return best[2:] if best else None


def _promise(text: str, telling: _Telling | None) -> float:
    """What a passage of a text can be worth at most, by the letters that stand in it."""
    if telling is None or not text.isascii():
        return inf
    lowered = text.lower()
    if telling.longer:
        return inf if telling.may_stand_in(lowered) else 0.0
    count = len(telling.single.findall(lowered)) if telling.single else 0
    seen = sum(any(letters in lowered for letters in one) for one in telling.each)
    return min(seen, count) * (_NEW - 1.0) + count


def _texts(article: Article) -> Iterator[str]:
    for within, _, text in article.texts():
        if within != "title" and text.strip():
            yield text


def _seen(text: str) -> str:
    """A text as a passage shows it."""
    return plain(" ".join(text.split()))


def _worth(places: list[Place], number: int) -> float:
    """How much of the query stands in the passage that begins at a place."""
    start, seen, worth = places[number].start, set(), 0.0
    for place in places[number:]:
        if place.end > start + LENGTH - _LEAD:
            break
        worth += 1.0 if place.row in seen else _NEW
        seen.add(place.row)
    return worth


def _cut(text: str, hit: int, rows: Sequence[Row], keeping: Keeping | None) -> Snippet:
    start, end = _bounds(text, hit)
    before = "…" if start else ""
    after = "…" if end < len(text) else ""
    passage = text[start:end]
    if keeping is None:
        shift, marked = len(before), spans(passage, rows) if rows else []
    else:  # what a place is near may stand outside the passage
        shift, whole = len(before) - start, spans(text, rows, keeping)
        marked = [span for span in whole if start <= span[0] and span[1] <= end]
    return Snippet(before + passage + after, tuple((a + shift, b + shift) for a, b in marked))


def _bounds(text: str, hit: int) -> tuple[int, int]:
    if len(text) <= LENGTH:
        return 0, len(text)
    near = text.rfind(" ", 0, max(0, hit - LENGTH)) + 1
    words = _tokens(text, near, hit + 2 * LENGTH)
    starts = [word.start for word in words]
    # A passage opens at a sentence's beginning if one is near, else at a word.
    opening = max(text.rfind(mark, 0, hit) for mark in (". ", "! ", "? ", ".” ", '." '))
    if opening >= 0 and hit - opening <= LENGTH // 2:
        opening = text.index(" ", opening) + 1
    else:
        opening = max(0, hit - _LEAD)
        at = bisect_left(starts, opening)
        opening = min(starts[at] if at < len(starts) else hit, hit)
    opening = 0 if opening <= _LEAD else opening
    ending = opening + LENGTH
    if ending >= len(text):
        return opening, len(text)
    fitting = [word.end for word in words if opening < word.end <= ending]
    ending = fitting[-1] if fitting else ending
    while ending < len(text) and text[ending] in ".,;:!?)”’\"'" and ending < opening + LENGTH + 3:
        ending += 1
    return opening, ending


def _places(
    text: str, rows: Sequence[Row], telling: _Telling | None, keeping: Keeping | None = None
) -> list[Place]:
    """Where the rows stand, in order; the text is cut into words only where that may be."""
    straight = None if telling is None else _straight(text)
    folded = fold(text) if straight is None else straight
    if telling is None or telling.may_be_longer(folded):
        found = _standing(tokens(text), rows)
    elif telling.single is None or telling.single.search(folded) is None:
        found = []
    elif straight is None:
        found = _standing(tokens(text), rows)
    else:
        found = _standing(_around(text, straight, telling.single), rows)
    found.sort(key=lambda place: (place.start, -place.end))
    return found if keeping is None else keeping(text, found)


def _standing(words: list[Token], rows: Sequence[Row]) -> list[Place]:
    """Where the rows stand among these words; those of several words where these are all."""
    forms = [Form(*word[2:]) for word in words]
    found = []
    for number, row in enumerate(rows):
        first, rest = row[0], row[1:]
        for at, form in enumerate(forms):
            if first.fits(form) and _follow(rest, forms, at + 1):
                found.append(Place(words[at].start, words[at + len(rest)].end, number))
    return found


def _around(text: str, folded: str, letters: re.Pattern[str]) -> list[Token]:
    """The words of a text in which letters stand, and what hangs together with them."""
    found: list[Token] = []
    seen = 0
    for match in letters.finditer(folded):
        if match.start() >= seen:
            start = folded.rfind(" ", seen, match.start()) + 1 or seen
            end = folded.find(" ", match.end())
            seen = end if end >= 0 else len(text)
            found += _tokens(text, start, seen)
    return found


def _tokens(text: str, start: int, end: int) -> list[Token]:
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
class _Telling:
    """Letters without which a folded text does not hold a row.

    `single` finds those of rows of one word, `each` has them row by row; of each row of several,
    `longer` has for each word whose letters are known the groups of which one must stand there.
    """

    single: re.Pattern[str] | None
    each: tuple[tuple[str, ...], ...]
    longer: tuple[tuple[tuple[str, ...], ...], ...]

    def may_stand_in(self, lowered: str) -> bool:
        """Whether any row may stand in a text in small letters, whatever its blanks."""
        if self.single is not None and self.single.search(lowered):
            return True
        return self.may_be_longer(lowered)

    def may_be_longer(self, folded: str) -> bool:
        """Whether a row of several words may stand in a folded text."""
        return any(
            all(any(letters in folded for letters in group) for group in groups)
            for groups in self.longer
        )


def _telling(rows: Iterable[Row]) -> _Telling | None:
    return _letters_of(tuple(rows))


@lru_cache(maxsize=8)
def _letters_of(rows: tuple[Row, ...]) -> _Telling | None:
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
    pattern = re.compile("|".join(map(re.escape, single))) if single else None
    return _Telling(pattern, tuple(each), tuple(longer))


def _letters(shape: Shape) -> tuple[str, ...]:
    match shape:
        case Exactly(form) | InCapitals(form):
            whole = form.folded
        case Related(form):
            # At its end a stem may differ from its words, in a few short ones before that.
            whole = form.stem[:1] if form.stem in _OWN_STEMS else form.stem[:-1] or form.stem
        case Beginning(prefix):
            whole = prefix
        case _:
            return ()
    if not whole or not whole.isascii() or not whole.isalpha():
        return ()  # 250,000 may be written in several ways
    return whole, f"{whole[0]}."  # initials with full stops
