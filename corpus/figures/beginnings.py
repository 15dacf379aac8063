"""Where figures may begin: the texts of one article come in, places and words in each go out.

A figure begins with a digit or one of some two hundred words. RE2's automaton goes over all texts
at once, whatever the number of words, in less than half the time of an expression that stops at
every blank. It looks at ASCII, one byte a character, so that places are those of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from corpus.figures.words import BEGINNINGS
from corpus.text import as_typed
from corpus.trie import trie

_OTHER_DIGITS = re.compile(r"[^\x00-\x7f](?<=\d)")
_OTHER_LETTERS = re.compile(r"[^\x00-\x7f](?<=\w)")


def beginnings(texts: Sequence[str]) -> list[list[tuple[int, str]]]:
    """Of each text the places where a figure may begin, in order: a digit, or a word."""
    found: list[list[tuple[int, str]]] = [[] for _ in texts]
    joined = "\n".join(texts)
    number, start, end = -1, 0, -1  # the text that is gone over, and where it stands
    here: list[tuple[int, str]] = []
    for match in _pattern().finditer(_as_ascii(joined)):
        begin, behind = match.span()
        while begin >= end:
            number, start = number + 1, end + 1
            end = start + len(texts[number])
            here = found[number]
        word = joined[begin:behind]
        if word[0].isalpha():
            here.append((begin - start, word))
        else:  # every digit, since a number is not always read from its first
            here.extend([(begin - start + at, digit) for at, digit in enumerate(word)])
    return found


@cache
def _pattern() -> Any:
    import re2  # when first asked for: who only opens an article needs none of it

    return re2.compile(rf"\b(?:{trie(BEGINNINGS)})\b|[0-9]+".encode())


def _as_ascii(text: str) -> bytes:
    """A text with one byte for each character: its letters and digits are letters and digits."""
    if not (text.isascii() or as_typed(text).isascii()):
        text = _OTHER_LETTERS.sub("x", _OTHER_DIGITS.sub("0", text))
    return text.encode("ascii", "replace")
