"""The words in which two texts differ: two versions of a quotation or of a sentence.

In go two texts, out come `WordChange`s with offsets into both, in order. Case, curly marks and
accents are no difference; punctuation is none either, but the sign of a
currency is a word. Method: longest matching blocks of words
(Ratcliff and Obershelp 1988, as in difflib).
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from corpus.comparison.facing import WordChange
from corpus.text import fold

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+[^\W\d_]+|[$€£¥₹%]")
_LARGEST = 1_000_000  # words of one text times words of the other


def word_changes(left: str, right: str) -> tuple[WordChange, ...]:
    """The stretches that differ; empty when the words are the same.

    Texts too long to be held against each other word by word give one change that covers both.
    """
    ours, theirs = list(_WORD.finditer(left)), list(_WORD.finditer(right))
    if len(ours) * len(theirs) > _LARGEST:
        return (WordChange(0, len(left), 0, len(right)),)
    one, other = [fold(m[0]) for m in ours], [fold(m[0]) for m in theirs]
    if one == other:
        return ()
    changes = []
    for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag != "equal":
            changes.append(WordChange(*_span(ours, a, b), *_span(theirs, c, d)))
    return tuple(changes)


def _span(words: list[re.Match[str]], first: int, end: int) -> tuple[int, int]:
    """Where a stretch of words stands; an empty one stands behind the word before it."""
    if first < end:
        return words[first].start(), words[end - 1].end()
    at = words[first - 1].end() if first else 0
    return at, at
