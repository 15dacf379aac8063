"""Words as comparison and grouping see them: tokens with places, stems, and what to pass over.

In goes a text, out come `Token`s with their offsets into it; a stem is the Snowball English
stem (Porter2, snowballstem.org) of the folded word. Words that only hold a sentence together,
and the verbs of saying, carry no weight when two sentences are held against each other.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from threading import Lock
from typing import Any, NamedTuple

from corpus.text import fold

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|\d+[^\W\d_]+")
_POSSESSIVE = re.compile(r"['’]s$|['’]$")

STOP = frozenset(
    """
    a about above after again against all also although am among an and any are as at be
    because been before being below between both but by can could did do does doing down
    during each either else even ever few for from further had has have having he her
    here hers him his how however i if in into is it its itself just may me might more
    most much must my neither no nor not now of off on once one only onto or other our
    out over own per rather s same shall she should since so some still such t than that
    the their theirs them then there these they this those though through thus to too
    toward towards under until up upon us very was we were what when where whether which
    while who whom whose why will with within without would yet you your yours
    """.split()
)
SAYING = frozenset(
    """
    say says said saying tell tells told telling add adds added adding state states
    stated according report reports reported reporting claim claims claimed call calls
    called announce announces announced explain explains explained note notes noted
    """.split()
)
NEGATIONS = frozenset(
    """
    no not never none nobody nothing neither nor without cannot hardly
    """.split()
)
WEEKDAYS = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())  # in order
MONTHS = tuple(
    """
    January February March April May June July August September October November December
    """.split()
)  # in order
SHORT_MONTHS = {name: (name[:3],) for name in MONTHS if name != "May"} | {
    "September": ("Sept", "Sep")
}
"""Month → its short forms, without a dot."""
ABBREVIATED = frozenset("Jan Feb Aug Sept Oct Nov Dec".split())
"""Months as style books abbreviate them before a day; the others they write out."""
WEEK = tuple(day.lower() for day in WEEKDAYS)
DAYS = frozenset(month.lower() for month in MONTHS).union(WEEK)
"""Words that tell a day; "may" and "march" are verbs too."""

REMEMBERED = 1 << 16  # words; rarer ones are worked out again, and no process grows without end


class Token(NamedTuple):
    """A word of a text: where it stands, its folded form (no possessive), and its stem."""

    start: int
    end: int
    word: str
    stem: str


_ONE_AT_A_TIME = Lock()  # the stemmer keeps the word it works on in itself


@cache
def _stemmer() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=REMEMBERED)
def stem(word: str) -> str:
    """The Snowball English stem of a folded word; numbers lose their separators."""
    return fresh_stem(word)


def fresh_stem(word: str) -> str:
    """The same, worked out anew and not remembered: for who remembers what it is for."""
    if word[0].isdigit():
        return word.replace(",", "")
    if not word.isascii():
        return word
    with _ONE_AT_A_TIME:
        return str(_stemmer().stemWord(word))


def denies(word: str) -> bool:
    """Whether a folded word is a negation or ends in one: "never", "don't"."""
    return word in NEGATIONS or word.endswith(("n't", "n’t"))


def written(text: str) -> list[str]:
    """The words and numbers of a text in order, as they are written."""
    return _WORD.findall(text)


@lru_cache(maxsize=REMEMBERED)
def word_and_stem(surface: str) -> tuple[str, str]:
    """The folded form (no possessive) and the stem of a word as it is written."""
    word = _POSSESSIVE.sub("", fold(surface)) or fold(surface)
    return word, stem("people" if word == "persons" else word)


def tokens(text: str) -> list[Token]:
    """The words and numbers of a text in order."""
    return [
        Token(match.start(), match.end(), *word_and_stem(match[0]))
        for match in _WORD.finditer(text)
    ]


def content(words: list[Token]) -> list[Token]:
    """The tokens that carry what a sentence says: no stop words, no verbs of saying."""
    return [t for t in words if t.word not in STOP and t.word not in SAYING and len(t.word) > 1]


@lru_cache(maxsize=REMEMBERED)
def content_stem(surface: str) -> str | None:
    """The stem of a word that carries what a sentence says; None for the others."""
    word, root = word_and_stem(surface)
    return root if len(word) > 1 and word not in STOP and word not in SAYING else None
