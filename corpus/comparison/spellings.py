"""One form for words that are written in several ways and said in one.

In go words of a quotation as they stand there, out come the words that two outlets' versions share:
on either side of the Atlantic, in figures or in words, in full or as it is spoken, and with letters
struck out of what is not printed. What comes out need be no word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.text import fold

_SPELT = (
    (re.compile(r"(?<=\w\w[iy])s(?=(?:e|ed|es|er|ers|ing|ation|ations)$)"), "z"),
    (re.compile(r"(?<=\w\w\w)our(?=(?:s|ed|ing|able|ite|ites|hood|ful|less)?$)"), "or"),
    (re.compile(r"(?<=\w\w\w\w)ll(?=(?:ed|ing|er|ers|or|ors|ous)$)"), "l"),
    (re.compile(r"(?<=\w\w)tre(?=s?$)"), "ter"),
    (re.compile(r"(?<=\w\w\w)ce(?=s?$)"), "se"),
    (re.compile(r"(?<=\w\w)ogue(?=s?$)"), "og"),
    (re.compile(r"(?<=\bprogram)me(?=s?$)"), ""),
    (re.compile(r"^(encyclop|arch|h|leuk|gyn|an|p)ae(?=[a-z]{4})"), r"\1e"),
    (re.compile(r"(?<=g)e(?=ment(?:s|al)?$)"), ""),
)
"""How one word is spelt on either side of the Atlantic."""
_PAIRS = """
    grey gray, greys grays, tyre tire, tyres tires, kerb curb, mum mom, mums moms, mummy mommy,
    plough plow, cosy cozy, sceptic skeptic, sceptics skeptics, sceptical skeptical,
    scepticism skepticism, manoeuvre maneuver, manoeuvres maneuvers, ageing aging,
    aluminium aluminum, pyjamas pajamas, moustache mustache, mould mold, enrol enroll,
    fulfil fulfill, skilful skillful, wilful willful, whilst while, amongst among, gaol jail,
    aeroplane airplane, arse ass, arsehole asshole, doughnut donut, yoghurt yogurt, maths math,
    jewellery jewelry, draught draft, till until, til until, thru through, cuz because, okay ok,
    ya you, em them, quran koran, qaeda qaida, qaida qaida, ladin laden, kyiv kiev, moslem muslim,
    moslems muslims, hizbullah hezbollah, hizbollah hezbollah, hizballah hezbollah,
    mohammed muhammad, mohammad muhammad, mohamed muhammad, 1st first, 2nd second, 3rd third,
    4th fourth, 5th fifth, 6th sixth, 7th seventh, 8th eighth, 9th ninth, 10th tenth, 1 one
"""
_ONE = dict(pair.split() for pair in _PAIRS.replace("\n", " ").split(","))
_SPOKEN = {
    "can't": "can not", "cannot": "can not", "won't": "will not", "shan't": "shall not",
    "let's": "let us", "it's": "it is", "that's": "that is", "there's": "there is",
    "here's": "here is", "what's": "what is", "who's": "who is", "he's": "he is",
    "she's": "she is", "i'm": "i am", "gonna": "going to", "wanna": "want to", "gotta": "got to",
    "kinda": "kind of", "sorta": "sort of", "lotta": "lot of", "outta": "out of",
    "dunno": "do not know", "y'all": "you all", "alright": "all right",
}  # fmt: skip
_ENDINGS = (
    ("n't", "not"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'d", "would"),
)  # fmt: skip
_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
_TEENS = "fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMERALS = {
    word: str(number) for number, word in enumerate(f"{_UNITS} {_TEENS}".split()) if number != 1
}
_NUMERALS |= {
    word: str(10 * number)
    for number, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), 2
    )
}
_TITLES = {
    "gen": "general", "sen": "senator", "rep": "representative", "gov": "governor", "st": "saint",
    "lt": "lieutenant", "col": "colonel", "sgt": "sergeant", "capt": "captain", "dr": "doctor",
    "%": "percent", "&": "and",
}  # fmt: skip
_SHORT = {"m": "million", "mn": "million", "bn": "billion", "b": "billion", "tn": "trillion",
          "k": "thousand"}  # fmt: skip
_SHORT_SUM = re.compile(r"(\d[\d.,]*)(mn?|bn?|tn|k)", re.I)
_DIGITS = 15  # of a number that is told in words too
_TIMES = {"hundred": 100, "thousand": 1000}
SCALES = frozenset("hundred thousand million billion trillion".split())
COINS = {"$": "dollars", "£": "pounds", "€": "euros"}

STRUCK = (
    r"\b(?:[^\W\d_]{1,3}(?:\*+|_{2,}|-{3,})|(?:s|sh|f|fu|b|bi|c|cu|d|p|pi)(?:--|[—–])"
    r"(?![^\W\d_]{5}|and|or|but|it|which|as|so|is|for))[^\W_]*"
)
"""A word with letters struck out: "sh—", "f---ing". A dash behind a word of its own parts two."""
_STRUCK = re.compile(r"([^\W\d_]+)[*_—–-]+([^\W\d_]*)")
_BLEEPED = frozenset("bleep bleeped bleeping expletive".split())
"""What a transcript writes for a word that is not printed."""


@lru_cache(maxsize=50_000)
def plainly(written: str) -> str:
    """A word in lower case, without accents or the bracket of "[T]he", in one spelling."""
    word = fold(written).replace("’", "'").replace(".'", "'").replace("[", "").replace("]", "")
    if word.isalpha():
        for pattern, instead in _SPELT:
            word = pattern.sub(instead, word)
    return word


def in_full(written: str) -> tuple[str, ...]:
    """A word as it is held against others: contractions in full, numerals in digits but for "one",
    which counts nothing as often as it does."""
    if written[0].isdigit() and "." in written:
        return (written.replace(",", ""),)
    word = plainly(written).replace(".", "").replace(",", "")
    if word in _SPOKEN:
        return tuple(_SPOKEN[word].split())
    for ending, full in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending):
            return word[: -len(ending)], full
    return (_NUMERALS.get(word) or _TITLES.get(word) or _ONE.get(word, word),)


def sum_in_full(written: str) -> tuple[str, ...] | None:
    """The number and scale of a short sum behind its sign ("5m"), else None."""
    short = _SHORT_SUM.fullmatch(written)
    return None if short is None else (*in_full(short[1]), _SHORT[short[2].lower()])


def number_at(words: Sequence[str], at: int) -> tuple[str, int] | None:
    """One word for the number, or the share, that several words tell from a place on, and how many
    they are; None where there are none such.

    >>> number_at(["40", "5"], 0), number_at(["a", "hundred", "years"], 0)
    (('45', 2), ('100', 2))
    """
    word = words[at]
    then = words[at + 1] if at + 1 < len(words) else ""
    if word == "per" and then == "cent":
        return "percent", 2
    if not (_is_count(word) or word in ("a", "one")):
        return None
    value, taken = (int(word) if _is_count(word) else 1), 1
    if _is_count(word) and len(word) == 2 and word[1] == "0" and word != "10":
        unit = 1 if then == "one" else int(then) if _is_count(then) and len(then) == 1 else 0
        value, taken = value + unit, 1 + bool(unit)
    if at + taken < len(words) and words[at + taken] in _TIMES:
        value, taken = value * _TIMES[words[at + taken]], taken + 1
    elif word == "a":
        return None
    return (str(value), taken) if taken > 1 else None


def _is_count(word: str) -> bool:
    """Whether a word is a number in digits that can be counted on with: no "፩", nor a row of
    thousands of digits."""
    return word.isdecimal() and len(word) <= _DIGITS


def is_struck(one: str, other: str) -> bool:
    """Whether a word with letters struck out may be the other: as it begins and ends; a word that
    stands for what is not printed may be any."""
    if one in _BLEEPED:
        return other.isalpha()
    parts = _STRUCK.fullmatch(one)
    if parts is None:
        return False
    again = _STRUCK.fullmatch(other)
    begins, ends = (other, other) if again is None else (again[1], again[2])
    if again is not None:  # struck out in both
        one_begins, other_begins = sorted((parts[1], begins), key=len)
        return other_begins.startswith(one_begins)
    longer = len(other) > len(parts[1]) + len(parts[2])
    return longer and begins.startswith(parts[1]) and ends.endswith(parts[2])
