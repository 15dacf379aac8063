"""Numerals: digits or words at a place in a text come in, a value with its span goes out.

Ranges ("10 to 15", "two or three", "2-3 million") are one number with two ends; vague ones
("dozens", "hundreds of thousands") have only a lower end; hedges stand beside the value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.figures.words import (
    CURRENCIES,
    FRACTIONS,
    ONES,
    SCALES,
    SHORT_SCALES,
    TENS,
    VAGUE,
)
from corpus.frozen import quickly_made
from corpus.trie import trie

DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d])|\d{1,18}(?:\.\d+)?")
_SCALE = re.compile(
    r"[ \u00a0-]?(?P<long>[Hh]undred|[Tt]housand|[Mm]illions?|[Bb]illions?|[Tt]rillions?|dozen|"
    r"HUNDRED|THOUSAND|MILLION|BILLION|TRILLION)\b(?!-)"
    r"|(?P<short>bn|mln|mn|trn|tn|k|K)\b|(?P<money>[ \u00a0]?(?:m|b|t|M|B|mm))\b(?![²³])"
)
_CURRENCY = re.compile(rf" (?:US |U\.S\. |[A-Z][a-z]+ )?{trie(CURRENCIES)}s?\b")
_HALF = re.compile(r"(?:[ -]and[ -]a[ -]half|½)")
_MIXED = re.compile(
    r"(?P<and>[ -]and[ -]a[ -]half)|[ -](?P<plain>1/2|[13]/4|[12]/3)(?![\d/])| ?(?P<one>[½¼¾⅓⅔])"
)
_SHARES = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_ALL = [*ONES, *TENS, *SCALES, "one"]
_WORDS = re.compile(
    rf"(?:{trie(_ALL)}|{trie(word.capitalize() for word in _ALL)})\b"
    rf"(?:-(?:{trie(_ALL)})\b|(?: |, | and )(?:{trie(_ALL)})\b"
    r"(?!-(?:year|day|week|month|hour|minute|point|time))){0,9}"
)
_JOIN = re.compile(r"-to-|\s?[-–—]\s?|\s(?:to|or)\s|\sand\s")
_PIECE = re.compile(r"[a-z]+")
MIXED = 1000  # a number before a share of one is smaller: "2020 1/2" is none
HEDGES = (
    "more than|less than|fewer than|at least|at most|up to|as many as|as much as|no more than|"
    "no fewer than|no less than|not more than|about|around|roughly|approximately|some|nearly|"
    "almost|over|under|an estimated|estimated|close to|just over|just under|well over|"
    "well under|an average of|only|just|nearly|a record|exactly|upwards of|in excess of|"
    "a minimum of|a maximum of|above|below|circa|approx.|approx|virtually|probably|"
    "upward of|a total of|a further|another|a mere|as few as|as little as|perhaps|maybe|possibly"
)
_HEDGE_ENDS = tuple({hedge.split()[-1] for hedge in HEDGES.split("|")})
_HEDGE = re.compile(rf"(?<![\w-])(?:{HEDGES})\s$", re.I)
_TURNED = re.compile(r"\bturn(?:s|ed|ing)?\saround\s$", re.I)  # "had to turn around an hour later"
_SILENT = frozenset({"another", "a total of", "a further", "exactly", "a record", "an average of"})
_LOWER = frozenset(
    {"more than", "at least", "over", "no fewer than", "no less than", "just over", "well over",
     "upwards of", "upward of", "in excess of", "a minimum of", "above"}
)  # fmt: skip
_UPPER = frozenset(
    {"less than", "fewer than", "at most", "up to", "as many as", "as much as", "no more than",
     "not more than", "nearly", "almost", "under", "just under", "well under", "below",
     "a maximum of", "close to", "virtually"}
)  # fmt: skip
_MOVED = re.compile(r"(?:ed|ing|rose|went|shot|is|was|were|are|up|back|way)\s$")
_UNDER_THESE = re.compile(  # "under 41 federal statutes", "under five presidents": no limit
    r"(?: [a-z-]+){0,2} (?:statutes|laws|provisions|treaties|rules|presidents|administrations|"
    r"governors|secretaries|ministers|circumstances|conditions|categories|headings|names|banners)\b"
)
_PARTS = re.compile(
    r"(?:[ -](?:half|thirds?|fifths?|sixths?|eighths?|tenths?)|-quarters?|"
    r"-(?:fourths?|sevenths?|ninths?)|[ ](?:fourths|sevenths|ninths)|"
    r" (?:fourth|seventh|ninth)(?= of\b)|"
    r" quarters?(?= of (?:the|all|its|their|a)\b))\b(?!-[a-z])"
)
_PLUS = re.compile(r"\+(?!\d)|-plus\b")
_UPON = re.compile(
    r"(?P<scale>[Hh]undreds|[Tt]housands|[Mm]illions) (?:up)?on (?:hundr|thous|mill)[a-z]+s"
)
_TENS_OF = re.compile(r"[Tt]ens of $")
_BEHIND = re.compile(r" (?:or (?:more|so|fewer|less)|at (?:least|most))\b")

_IS_MORE = re.compile(  # "for over ten years", and not "two billion over ten years"
    r"\b(?:for|in|little|bit|after|from|now|been|being|took|takes?|taking|last(?:s|ed|ing)?|spent|"
    r"spends?|waits?|waited|waiting|worked|served|lived|had|has|have|is|was|are|were|aged|than|by|at|"
    r"since|delayed|disappeared|already|of|people|those|anyone)\sover\s$"
)
_FROM_THEN = re.compile(
    r"\s(?:later|earlier|before|after|since|prior|late|long|apart|into|of age)\b"
)


@quickly_made
@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text. `plain`: bare digits without comma, point, scale or range."""

    start: int
    end: int
    value: float | None
    low: float | None = None
    high: float | None = None
    plain: bool = False
    scaled: bool = False
    spelled: bool = False


def digits(text: str, at: int, *, money: bool = False) -> Number | None:
    """The number in digits at a place, with its scale."""
    match = DIGITS.match(text, at)
    if match is None:
        return None
    value = float(match[0].replace(",", ""))
    end = match.end()
    plain = match[0].isdigit()
    mixed = _MIXED.match(text, end) if value < MIXED and text[at - 1 : at] != "/" else None
    if mixed is not None:
        value, end, plain = value + _share(mixed), mixed.end(), False
    scaled, end, scale = _scaled(text, end, money)
    return Number(at, end, value * scale, plain=plain and not scaled, scaled=scaled)


def _share(mixed: re.Match[str]) -> float:
    """What stands behind the whole in "2 1/2", "3½", "11-and-a-half"."""
    if mixed["plain"]:
        over, under = mixed["plain"].split("/")
        return round(int(over) / int(under), 4)
    return round(_SHARES[mixed["one"] or "½"], 4)


def _scaled(text: str, at: int, money: bool) -> tuple[bool, int, float]:
    match = _SCALE.match(text, at)
    if match is None:
        return False, at, 1.0
    if match["money"] and not money and _CURRENCY.match(text, match.end()) is None:
        return False, at, 1.0
    if match["long"]:
        scale, end = SCALES[match["long"].lower().removesuffix("s")], match.end()
        more = _SCALE.match(text, end)
        if more is not None and more["long"] and more[0][0] == " ":
            return True, more.end(), scale * SCALES[more["long"].lower().removesuffix("s")]
        return True, end, scale
    return True, match.end(), SHORT_SCALES[(match["short"] or match["money"]).strip()]


def spelled(text: str, at: int) -> Number | None:
    """The number in words at a place."""
    match = _WORDS.match(text, at)
    if match is None:
        return None
    value, end = _evaluate(match[0].lower())
    stop = at + end
    half = _HALF.match(text, stop)
    if half is not None:
        value, stop = value + 0.5, half.end()
    return Number(at, stop, value, spelled=True, scaled=value >= 1000)


def _evaluate(words: str) -> tuple[float, int]:
    """The value of a row of numerals, and how many characters of it make one number."""
    total = current = 0.0
    end = 0
    last = ""
    for piece in _PIECE.finditer(words):
        word = piece[0]
        gap = words[end : piece.start()]
        if word == "and":
            continue
        kind = "scale" if word in SCALES else "tens" if word in TENS else "ones"
        if kind == "scale":
            if not last:
                current = 1.0
            if word == "hundred" or word == "dozen":
                if last == "scale" and current == 0:
                    break
                current *= SCALES[word]
            else:
                total += (current or 1.0) * SCALES[word] if last != "scale" or current else 0
                if last == "scale" and not current:
                    total *= SCALES[word]
                current = 0.0
        else:
            number = float(ONES.get(word) or TENS.get(word) or 1)
            if last == "ones" or (last == "tens" and (kind == "tens" or number > 9)):
                break
            if " and " in gap and last != "scale":
                break
            if ", " in gap and last != "scale":
                break
            current += number
        last = kind
        end = piece.end()
    return total + current, end


def vague(text: str, at: int) -> Number | None:
    """A plural that gives only an order: "dozens", "hundreds of thousands"."""
    first = _PIECE.match(text[at : at + 12].lower())
    if first is None or first[0] not in VAGUE:
        return None
    end = at + len(first[0])
    low = VAGUE[first[0]]
    for scale in ("thousands", "millions", "billions"):
        if text.startswith(f" of {scale}", end):
            return Number(at, end + 4 + len(scale), None, low / 2 * VAGUE[scale], spelled=True)
    upon = _UPON.match(text, at)
    if upon is not None:
        return Number(at, upon.end(), None, low, spelled=True)
    tens = _TENS_OF.search(text[max(0, at - 8) : at])
    if tens is not None:
        return Number(at - 8, end, None, 10 * low, spelled=True)
    return Number(at, end, None, low, spelled=True)


def ranged(text: str, first: Number, *, money: bool, between: bool, code: str = "") -> Number:
    """The range that a number begins, or the number itself; `code` is its glued currency."""
    join = _JOIN.match(text, first.end)
    if join is None or ("and" in join[0] and not between):
        return first
    at = join.end()
    if code and text.startswith(code, at):
        at += len(code)
    while at < len(text) and text[at] in "$£€":
        at += 1
        money = True
    if at < len(text) and text[at].isdigit():
        second = digits(text, at, money=money)
    elif text[at : at + 1].isalpha() and first.spelled and join[0].strip() not in ("-", "–", "—"):
        second = spelled(text, at)
    else:
        return first
    if second is None or first.value is None or second.value is None:
        return first
    low, high = first.value, second.value
    if second.scaled and not first.scaled and low < 1000:
        written = DIGITS.match(text, second.start)
        bare = float(written[0].replace(",", "")) if written is not None else 1.0
        if bare:
            low *= high / bare
    if low >= high:
        return first
    return Number(first.start, second.end, None, low, high, scaled=first.scaled or second.scaled)


def fraction(text: str, number: Number) -> Number | None:
    """A number of parts: "two-thirds", "three quarters"; None where no parts follow."""
    match = _PARTS.match(text, number.end)
    if match is None or number.value is None or number.value > 20:
        return None
    share = number.value / FRACTIONS[match[0][1:]]
    return replace(number, end=match.end(), value=round(share, 4), spelled=True)


def hedged(text: str, number: Number) -> tuple[Number, str | None, int]:
    """A number with the bounds its hedge gives it, the hedge, and where the hedge begins."""
    hedge: str | None = None
    begin = number.start
    plus = _PLUS.match(text, number.end) if text.startswith(("+", "-"), number.end) else None
    if plus is not None and number.value is not None:
        return replace(number, end=plus.end(), low=number.value), plus[0].strip("-"), begin
    before = text[max(0, number.start - 20) : number.start].rstrip().casefold()
    found = None
    if before.endswith(_HEDGE_ENDS) or "approx" in before:
        found = _HEDGE.search(text, max(0, number.start - 20), number.start)
    if found is not None and _TURNED.search(text, max(0, number.start - 20), number.start) is None:
        hedge = found[0].strip().lower()
        begin = found.start()
        if (
            hedge in _SILENT
            or (hedge == "up to" and _MOVED.search(text[max(0, begin - 12) : begin]) is not None)
            or (hedge == "under" and _UNDER_THESE.match(text, number.end) is not None)
        ):
            hedge = None
    else:
        said = text.startswith((" or ", " at "), number.end)
        behind = _BEHIND.match(text, number.end) if said else None
        if behind is not None:
            hedge = behind[0].strip()
    if hedge is None or number.value is None:
        return number, hedge, begin
    if hedge in _LOWER or hedge in ("or more", "at least"):
        return replace(number, low=number.value), hedge, begin
    if hedge in _UPPER or hedge in ("or fewer", "or less", "at most"):
        return replace(number, high=number.value), hedge, begin
    return number, hedge, begin


def lasts(text: str, start: int, end: int) -> bool:
    """Whether "over" before the duration at `start` to `end` says how long something takes, and not
    that it is more: "two billion over ten years"."""
    more = _IS_MORE.search(text, max(0, start - 24), start)
    return more is None and _FROM_THEN.match(text, end) is None
