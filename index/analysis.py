"""Words as search sees them: the same for the index, queries, highlighting and snippets.

A pure function cuts a text into tokens, each with its place, its surface form (case kept),
its folded form (no case, accents, curls, separators) and its stem. Nothing is a stop word.
`term_key` is the form under which the index files a surface form: stem first, so that the
forms of one stem, and the forms of one folded word, stand side by side in the term list.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from corpus.text import fold, plain
from corpus.words import fresh_stem

LONGEST = 64  # characters of a word that count; longer runs are addresses or encoded data
SEPARATOR = "\x1f"

_MARKS = (  # combining characters and signs inside words, which \w leaves out
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
    "\u0981-\u0983\u09bc-\u09cd\u0a3c-\u0a4d\u0abc-\u0acd\u0b3c-\u0b4d\u0bbe-\u0bcd"
    "\u0c3e-\u0c4d\u0cbc-\u0ccd\u0d3e-\u0d4d\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1dc0-\u1dff"
)
_UNSEEN = (  # breaks, joiners, directions, variants of a sign
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
)
_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_IDEOGRAPH = re.compile(f"[{_IDEOGRAPHS}]")


def _pattern(first: str, inside: str, gap: str = "") -> str:
    """Words; `gap` is what nobody sees around the signs within a number or initials."""
    numbers = (  # 250,000 and 1,234.5; 3.5 and 3.5m, but no day such as 19.9.2015
        rf"\d{{1,3}}(?:{gap},{gap}\d{{3}})+(?!\d)(?:\.\d+(?!\.?\d))?{inside}*"
        rf"|(?<!\d\.)\d+{gap}\.{gap}\d+(?!\.?\d){inside}*"
    )
    initials = rf"[^\W\d](?:{gap}\.{gap}[^\W\d])+\.?(?!{inside})"  # U.S. and e.g.
    word = rf"{first}{inside}*(?:['’‘ʼ＇]{first}{inside}*)*"
    return f"{numbers}|{initials}|{word}"


_INSIDE = rf"[\w{_MARKS}{_UNSEEN}]"
_TOKEN = re.compile(_pattern(r"\w", _INSIDE))
_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufe00-\ufe0f]")
_GAPS = re.compile(f"[{_UNSEEN}]+")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)")
APOSTROPHES = "’‘ʼ＇"
_STRAIGHT = str.maketrans(APOSTROPHES, "''''")


def inside_words(signs: str) -> Iterator[tuple[int, int]]:
    """Where in a text signs stand that may be part of a word, apostrophes left out."""
    return (match.span() for match in re.finditer(f"{_INSIDE}+", signs.replace("_", " ")))


@cache
def _token_with_gaps() -> re.Pattern[str]:
    """The same in a text with something that nobody sees; made when one is met."""
    return re.compile(_pattern(r"\w", _INSIDE, f"[{_UNSEEN}]*"))


@cache
def _mixed_token() -> re.Pattern[str]:
    """A word, or one ideograph; made when the first ideographs are met."""
    other = rf"(?![{_IDEOGRAPHS}])"
    return re.compile(f"[{_IDEOGRAPHS}]|" + _pattern(rf"(?:{other}\w)", f"(?:{other}{_INSIDE})"))


class Form(NamedTuple):
    """What a word looks like: as written (no curls, nothing unseen), folded, and its stem."""

    surface: str
    folded: str
    stem: str


class Token(NamedTuple):
    """A word of a text with its place in it."""

    start: int
    end: int
    surface: str
    folded: str
    stem: str


@lru_cache(maxsize=50_000)
def form(word: str) -> Form:
    """The forms of one word as it stands in a text; all empty when nothing of it is seen."""
    return fresh_form(word)


def fresh_form(word: str) -> Form:
    """The same, worked out anew and not remembered: for who remembers it himself."""
    surface = word
    if not word.isascii():
        surface = unicodedata.normalize("NFC", shown(word).translate(_STRAIGHT))
    surface = surface[:LONGEST]
    folded = fold(surface)
    if folded[:1].isdigit():
        if _GROUPED.match(folded):
            folded = folded.replace(",", "")
    elif "." in folded:
        folded = folded.replace(".", "")
    if not folded:
        return Form("", "", "")
    return Form(surface, folded, fresh_stem(folded))


def shown(text: str) -> str:
    """A text without what nobody sees; joiners stay where they shape letters.

    >>> shown("har\u200bbour \u200eAND"), shown("U\u2060.S.")
    ('harbour AND', 'U.S.')
    """
    return text if text.isascii() else _DIRECTIONS.sub("", plain(text))


def tokens(text: str) -> list[Token]:
    """The words of a text, in order, with their places."""
    found = []
    for match in _matches(text):
        surface, folded, root = form(match[0])
        if folded:
            found.append(Token(match.start(), match.end(), surface, folded, root))
    return found


def word_at(text: str, start: int, number: int) -> Token | None:
    """The word so many words behind the one that begins at a place; None where the text ends."""
    prepared, pattern = _prepared(text)
    for match in pattern.finditer(prepared, start):
        forms = form(match[0])
        if forms.folded:
            if not number:
                return Token(match.start(), match.end(), *forms)
            number -= 1
    return None


def words(text: str) -> list[Form]:
    """The words of a text, in order, without their places."""
    return [found for match in _matches(text) if (found := form(match[0])).folded]


def folded_words(text: str) -> list[str]:
    """The same in their folded forms alone."""
    return [found.folded for found in words(text)]


@lru_cache(maxsize=50_000)
def term_key(word: str) -> bytes:
    """The key under which the index files a word of a text; empty when nothing is seen of it."""
    return key_of(form(word))


def key_of(form: Form) -> bytes:
    """The key under which the index files a word with these forms.

    Stem, folded and surface form in this order; a form equal to the one before is left out.
    """
    surface, folded, root = form
    if not folded:
        return b""
    return SEPARATOR.join(
        (root, "" if folded == root else folded, "" if surface == folded else surface)
    ).encode("utf-8", "replace")


def keys(text: str) -> Iterator[bytes]:
    """The keys of a text's words, in order."""
    return filter(None, (term_key(match[0]) for match in _matches(text)))


def raw_words(text: str) -> list[tuple[int, str]]:
    """Where each word of a text begins, and the word as it stands there."""
    return [(match.start(), match[0]) for match in _matches(text)]


def read_key(key: bytes) -> Form:
    """The forms a key was made from."""
    root, folded, surface = key.decode("utf-8").split(SEPARATOR)
    folded = folded or root
    return Form(surface or folded, folded, root)


def _matches(text: str) -> Iterator[re.Match[str]]:
    text, pattern = _prepared(text)
    return pattern.finditer(text)


def _prepared(text: str) -> tuple[str, re.Pattern[str]]:
    if "_" in text:
        text = text.replace("_", " ")
    if text.isascii():
        return text, _TOKEN
    if _IDEOGRAPH.search(text):
        return text, _mixed_token()
    return text, _token_with_gaps() if _GAPS.search(text) else _TOKEN


def address(url: str) -> str:
    """An address from the host on: no scheme, no `www.`, the host in small letters.

    >>> address("https://www.Example.org/News?a=1")
    'example.org/News?a=1'
    """
    bare = re.sub(r"^[A-Za-z][A-Za-z0-9+.-]*://", "", plain(url).strip())
    host, slash, path = bare.partition("/")
    return host.lower().removeprefix("www.") + slash + path
