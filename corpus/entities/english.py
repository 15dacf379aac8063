"""Which passages a recogniser for English prose may read.

Passages in other languages are left alone, and lines without a lower-case word (headlines,
picture labels) tell a model nothing: there only names known from elsewhere are marked.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(
    """the of and to in a is that for on with as was by are he his at it from be has have had not
    but they this an or who said which their were been will would she her its i we you do our your
    my if can what when there after about over more no so up out into than them could how all
    says say also one two against near during before under between where""".split()
)
_FOREIGN = frozenset(
    """der die das und ist nicht mit von zu den dem ein eine auf für im sich des auch als nach wird
    bei le les des et est une dans pour que qui sur pas par avec du au aux ne se ce el los las del
    y en un una por con para su es al lo como più il gli che di della sono non per nel dei alla van
    het een niet dat zijn voor op te ve bir bu için ile olarak da de o os um uma com não na no em
    och att som på av är och det i til er ikke jest nie na się że w z""".split()
) - {"i", "no", "a", "is", "in", "do", "per", "die", "on", "of", "at", "by", "as", "had", "was"}
_OF_NAMES = frozenset("de del della der di du la le van von el al y".split())
_NUMBER = re.compile(r"(?<!\S)[$£€+-]?\d[\d.,]*%?(?!\S)")
_ROWS = 10  # numbers; fewer stand in a line of scores or of an address as well
_IN_TITLES = frozenset("the and for with from over into after amid but not nor via und der".split())


def is_english(text: str) -> bool:
    """Whether a passage reads as English; short ones do unless something speaks against it."""
    words = _WORD.findall(text)
    if not words:
        return False
    latin = sum(word[0] < "\u0250" for word in words)
    if latin < 0.7 * len(words):
        return False
    lowered = [word.lower() for word in words]
    english = sum(word in _ENGLISH for word in lowered)
    foreign = sum(word in _FOREIGN and word not in _ENGLISH for word in lowered)
    if not english and foreign:  # "Ada van Quill"
        foreign -= sum(
            words[at - 1][0].isupper() and words[at + 1][0].isupper()
            for at in range(1, len(words) - 1)
            if words[at] in _OF_NAMES
        )
    if english:
        return english >= foreign
    strange = sum(not word.isascii() for word in words)
    return foreign == 0 and strange * 5 < len(words)


def is_prose(text: str) -> bool:
    """Whether a passage is a sentence or has lower-case words of its own beside "of" and "the"."""
    if text.rstrip().endswith((".", "!", "?", '"', "”", ":")):
        return True
    return any(
        word.islower() and len(word) > 2 and word not in _IN_TITLES for word in _WORD.findall(text)
    )


def is_table(text: str) -> bool:
    """Whether a passage is rows of a table run together: a quarter of its words are numbers."""
    numbers = len(_NUMBER.findall(text))
    return numbers > _ROWS and numbers * 4 > text.count(" ")
