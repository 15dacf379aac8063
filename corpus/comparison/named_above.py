"""What a head claims by a name or a length of time, and whether the body under it has that.

In go the words of a head and those of its body; out come the names that the body never names, and
whether a time ("3-month low") stands there in another unit ("12-week low"). A headline that opens
with a film of which the text under it never speaks is another text's.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import zip_longest

from corpus.comparison.similarity import is_common
from corpus.first_names import is_given
from corpus.text import fold
from corpus.words import written

BEGINS = 4  # letters by which "Egypt" is named by "Egyptian"
_FEWEST = 2  # names that no body has by chance: one may be a nickname, a town, an abbreviation
_CLOSE = 0.88  # of the longer of two lengths of time that are one: 12 weeks, 3 months

_DAYS = {"day": 1.0, "week": 7.0, "month": 30.4, "year": 365.25}
_NUMBER_WORDS = {
    word: float(number)
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), 1
    )
}
_LASTS = re.compile(
    rf"\b(?P<number>\d{{1,3}}|{'|'.join(_NUMBER_WORDS)})[\s-](?P<unit>day|week|month|year)s?\b",
    re.IGNORECASE,
)


def unnamed(head: str, missing: Collection[str], body: Collection[str]) -> tuple[str, ...]:
    """The names that a head opens with and the body never names; none where its first name stands
    there, or but one is missing.

    `missing`: the words of the head, folded, to which nothing in the body comes near; `body`: its
    words, folded.
    """
    words = written(head)
    begins = {word[:BEGINS] for word in body}
    names = [
        fold(word)
        for word, then in zip_longest(words, words[1:], fillvalue="")
        if _is_name(word) and not (is_given(word) and then[:1].isupper())
    ]
    lacking = [name for name in names if name in missing and name[:BEGINS] not in begins]
    opens = bool(names) and names[0] in lacking
    return tuple(dict.fromkeys(lacking)) if opens and len(set(lacking)) >= _FEWEST else ()


def _is_name(word: str) -> bool:
    """Whether a word is written as a name and is no common word; capitals may abbreviate what the
    body has in full."""
    capital = word[0].isupper() and not word.isupper()
    return capital and len(word) >= BEGINS and not is_common(fold(word))


def lasts_as_long(text: str, at: int, body: Collection[str]) -> bool:
    """Whether the number at a place of a head counts a length of time that the body has in another
    unit."""
    asked = _LASTS.match(text, at)
    if asked is None:
        return False
    days = _in_days(asked)
    there = (_in_days(found) for sentence in body for found in _LASTS.finditer(sentence))
    return any(min(days, other) >= _CLOSE * max(days, other) for other in there)


def _in_days(found: re.Match[str]) -> float:
    number = found["number"].lower()
    value = _NUMBER_WORDS.get(number) or float(number)
    return value * _DAYS[found["unit"].lower()]
