"""Characters: one form for look-ups, one for the screen, one for copies.

Text from outside may carry escape sequences, bidirectional controls and characters without
width. `fold` makes two spellings of one word equal, `visible` turns every control character
into one that can be seen (a position in the text stays the same position), and `plain`
leaves out what nobody sees.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_SOFT = "\u00ad\u034f\u180e\u200b\u2060\u2061\u2062\u2063\u2064\ufeff"
# The joiners mean something in Persian, Indic scripts and emoji: left out after Latin only.
_INVISIBLE = re.compile(
    f"[{_SOFT}\U000e0000-\U000e007f]|(?:(?<=[\x00-\u024f])|^)[\u200c\u200d]+", re.ASCII
)
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_UNSHOWN = re.compile(f"[{_BIDI}\u206a-\u206f\ufe00-\ufe0f]")  # and variants of a sign
_ACCENTS = re.compile("[\u0300-\u036f]")

_VISIBLE: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20)},
    0x7F: "\u2421",
    **dict.fromkeys(range(0x80, 0xA0), "␛"),
    0x85: "\u2424",
    0x2028: "\u2424",
    0x2029: "\u2424",
    **{ord(mark): "\u2426" for mark in _BIDI},
    **dict.fromkeys(range(0xD800, 0xE000), "�"),
    **dict.fromkeys(range(0xE0000, 0xE0080), "�"),
}
_VISIBLE[ord("\n")] = "\n"
_VISIBLE[ord("\t")] = " "
_CONTROL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\U000e0000-\U000e007f" + _BIDI + "]"
)

STRAIGHT: dict[int, str] = {
    **{ord(mark): "'" for mark in "‘’‚‛′‹›`´ʼ"},
    **{ord(mark): '"' for mark in "“”„‟″«»〝〞"},
    **{ord(mark): "-" for mark in "‐‑‒–—―−"},
    0x2026: "...",
}
"""Curly quotation marks, dashes and the ellipsis, as a typewriter would write them."""

_COMMON_MARKS = tuple((mark, STRAIGHT[ord(mark)]) for mark in "’‘“”–—…")
_LETTERS: dict[int, str] = {
    ord("ø"): "o",
    ord("ł"): "l",
    ord("đ"): "d",
    ord("ð"): "d",
    ord("ı"): "i",
    ord("æ"): "ae",
    ord("œ"): "oe",
    ord("þ"): "th",
}


def fold(text: str) -> str:
    """The form of a word used for look-ups: no case, accents, curls or invisible characters.

    >>> fold("Erdo\u011fan\u2019s") == fold("ERDOGAN'S")
    True
    """
    typed = text if text.isascii() else as_typed(text)
    if typed.isascii():
        return typed.lower().replace("`", "'")
    folded = _fold_once(typed)
    while (again := _fold_once(folded)) != folded:  # a few compatibility forms need a second turn
        folded = again
    return folded


def as_typed(text: str) -> str:
    """The text with the commonest quotation marks, dashes and the ellipsis as a typewriter's."""
    for curly, straight in _COMMON_MARKS:  # many times faster than translate
        text = text.replace(curly, straight)
    return text


def _fold_once(text: str) -> str:
    apart = unicodedata.normalize("NFKD", _UNSHOWN.sub("", plain(text)))
    bare = _ACCENTS.sub("", apart).casefold().translate(STRAIGHT).translate(_LETTERS)
    return bare if bare.isascii() else unicodedata.normalize("NFC", bare)


def visible(text: str) -> str:
    """The text with every control and bidirectional character made visible, length unchanged.

    Line feeds stay, tabs become blanks. Nothing that comes out can move a cursor, switch a
    colour or turn the direction of writing.
    """
    if _CONTROL.search(text) is None:
        return text
    return text.translate(_VISIBLE)


def plain(text: str) -> str:
    """The text without soft hyphens, zero-width characters and other things nobody sees."""
    if text.isascii() or _INVISIBLE.search(text) is None:
        return text
    return _INVISIBLE.sub("", text)


def holds_any(needles: Sequence[str], text: str) -> bool:
    """Whether a text holds one of a few strings: the cheap test before a costly expression."""
    return any([needle in text for needle in needles])  # noqa: C419  (a list is faster here)
