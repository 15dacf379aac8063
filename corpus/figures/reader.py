"""One place where a figure may begin comes in; the figure, or how far to skip, goes out.

First what is no figure is set aside (names, times, addresses, scores), then dates, then the
number is read with its range, hedge and unit, and the unit decides its kind.
"""

from __future__ import annotations

import re

from corpus.article import Figure
from corpus.figures import dates
from corpus.figures.about import following
from corpus.figures.numbers import Number, digits, fraction, hedged, ranged, spelled, vague
from corpus.figures.place import UNIT
from corpus.figures.units import Units
from corpus.figures.words import (
    CODES,
    DOLLARS,
    DURATIONS,
    FRACTIONS,
    MONTHS,
    ORDINALS,
    SCALES,
    SYMBOLS,
    VAGUE,
    WEEKDAYS,
)

_GLUED = re.compile(r"[\w./:@#%&=?+-]*")
_SCORE = re.compile(r"(\d{1,3})\s?[-–]\s?(\d{1,3})(?:\s?[-–]\s?\d{1,3})?(?![\w%.]*\d)")
_TO = re.compile(r"(\d{1,3}(?:,\d{3})*) (?:votes )?to (\d{1,3}(?:,\d{3})*)\b")
_VOTE = re.compile(
    r"\b(?:vot(?:e|ed|es|ing)|approv(?:ed|al)|pass(?:ed|age)|ruled|ruling|Senate|House|decision|"
    r"majority|ballot|parliament|decided|rejected|confirmed|split|court|Court|council|committee)\b"
)
_PLAYED = re.compile(
    r"\b(?:won|win|beat|beating|lost|loss|victory|defeat|defeated|score|draw|lead|"
    r"match|game|record|series|led|season)\b"
)
_ORDERED = re.compile(r"(?:first|second|other|better|latter|final|last|top|bottom|and a)\s$")
_ODDS = re.compile(
    r"\s(?:in|out of)\s(?=\d|two|three|four|five|six|seven|eight|nine|ten|twenty|ever)"
)
_TO_ONE = re.compile(r"[- ]to[- ](?:one|1)\b|[-–/:]1\b(?!\d)")
_ORDINAL_END = re.compile(r"(?:st|nd|rd|th)\b")
_PART_OF_NAME = re.compile(r"[\w@#_./\\)]$|[A-Za-z]-$")
_QUANTITY_BEFORE = re.compile(
    r"(?P<half>half an?\s|half\s)$|(?P<an>\ban?\s)$|(?P<several>\b(?:several|a few|"
    r"many|(?:a )?couple of)\s)$",
    re.I,
)
_NOT_ONE = re.compile(r"\b(?:no|any|every|this|that|the|each|another)\s$", re.I)
_A_UNIT = re.compile(r"\b[Aa]n? (\w+)\s$")
_MADE_OF = re.compile(
    r"-(?:member|person|man|part|story|seat|point|page|time|vote|car|door|way|figure|nation|state|"
    r"country|party|bedroom|star|game|judge|justice|run|term)\b"
)


class Reader(Units):
    """Reads the figures of one text."""

    def read(self, at: int, word: str, reached: int) -> tuple[Figure | None, int]:
        """The figure that begins at a place, and where to look on."""
        if word.isdigit():
            return self._digits(at, reached)
        lower = word.lower()
        if word in MONTHS:
            return self._month(at, word)
        if word in WEEKDAYS:
            return self._weekday(at, word), at + len(word)
        if lower in ("today", "yesterday", "tomorrow", "tonight"):
            iso = dates.moment(lower, self.published)
            if self.text[at + len(word) : at + len(word) + 2] in ("’s", "'s"):
                return None, at + len(word)
            return self._date(at, at + len(word), iso, "day"), at + len(word)
        if lower in ("last", "this", "next"):
            return self._relative(at, word, lower)
        if lower == "ago":
            return self._one_ago(at, at + 3, reached)
        if lower in FRACTIONS and lower != "half":
            part = self._one_part(at, lower, reached)
            if part is not None or lower == "quarter":
                return part or (None, at + len(word))
        if lower in ORDINALS:
            return self._ordinal_word(at, word, lower)
        return self._words(at, word, lower, reached)

    def _digits(self, at: int, reached: int) -> tuple[Figure | None, int]:
        text = self.text
        before = text[max(0, at - 26) : at]
        symbol, money_from = self._symbol(at, before)
        if not symbol:
            if before and _PART_OF_NAME.search(before):
                decimal = before[-1] == "." and (len(before) == 1 or not before[-2].isalnum())
                glued = _GLUED.match(text, at)
                if not decimal:
                    return None, glued.end() if glued is not None else at + 1
            found, end = self._calendar(at, before)
            if found is not None or end > at:
                return found, end
        number = digits(text, at, money=bool(symbol))
        if number is None:
            return None, at + 1
        letter = text[number.end : number.end + 1]
        if letter == "(" and text[number.end + 2 : number.end + 3] == ")":
            return None, number.end + 3  # "501(c)3"
        if not symbol and not number.scaled and letter.isalpha():
            if _ORDINAL_END.match(text, number.end):
                end = number.end + 2
                if text[end : end + 1] in " \u00a0" and text[end + 1 : end + 2].isupper():
                    return None, end  # "25th Amendment" is a name
                return self._ordinal(number.start, end, number.value), end
            if text.startswith(("s ", "s,", "s."), number.end) and number.plain:
                return self._decade_of_life(number)
            if UNIT.match(text, number.end) is None:
                glued = _GLUED.match(text, at)
                return None, glued.end() if glued is not None else number.end
        if not symbol:
            special = self._pairs(number, before)
            if special is not None:
                return special
        between = before.endswith(("etween ", "etween $", "etween £", "etween €"))
        alone = before.endswith(("from ", "from $", "From "))
        whole = number if alone else ranged(text, number, money=bool(symbol), between=between)
        if symbol:
            return self._money(whole, money_from, symbol)
        return self._measured(whole, before, reached)

    def _symbol(self, at: int, before: str) -> tuple[str, int]:
        """The currency before a number, and where it begins."""
        if not before:
            return "", at
        if before[-1] in SYMBOLS:
            mark = before[-1]
            begin = at - 1
            if mark == "$":
                for name, code in DOLLARS.items():
                    if before.endswith(name + "$"):
                        ahead = before[: -len(name) - 1]
                        if not ahead or not ahead[-1].isalpha():
                            return code, at - 1 - len(name)
            return SYMBOLS[mark], begin
        if before[-1] in " \u00a0" or before[-1].isalpha():
            words = before.rsplit(None, 1)
            last = words[-1] if words else ""
            if last in CODES:
                return {"RMB": "CNY", "Rs": "INR", "Rs.": "INR"}.get(last, last), (
                    at - len(before) + before.rfind(last)
                )
        return "", at

    def _pairs(self, number: Number, before: str) -> tuple[Figure | None, int] | None:
        """Votes, odds and scores: two numbers that belong together."""
        text, at = self.text, number.start
        odds = self._odds(number)
        if odds is not None:
            return odds
        match = _SCORE.match(text, at)
        if match is None:
            match = _TO.match(text, at)
            if match is not None and (
                _VOTE.search(text, max(0, at - 60), at) is None or before.endswith("from ")
            ):
                match = None
        if match is None:
            return None
        first, second = (int(match[n].replace(",", "")) for n in (1, 2))
        around = text[max(0, at - 70) : match.end() + 40]
        unit = UNIT.match(text, match.end())
        counted = unit is not None or following(text, match.end()) is not None
        if first < second and counted and not text.startswith((" vote", "-vote"), match.end()):
            return None
        if _VOTE.search(around) and not _PLAYED.search(around) and first + second >= 3:
            pair = Number(
                at, match.end(), None, float(min(first, second)), float(max(first, second))
            )
            return self._figure(at, match.end(), pair, None, "vote", "votes"), match.end()
        if first < second and first + 40 > second and not _PLAYED.search(around):
            return None
        if unit is not None or text[match.start() : match.end()].count(" ") > 1:
            return None
        return None, match.end()

    def _odds(self, number: Number) -> tuple[Figure | None, int] | None:
        text = self.text
        value = number.value
        if value is None or value > 1000 or number.scaled:
            return None
        match = _TO_ONE.match(text, number.end)
        if match is not None and value > 1 and not re.match(r"[-–]", match[0]):
            ratio = Number(number.start, match.end(), round(1 / (value + 1), 4))
            return self._figure(number.start, match.end(), ratio, None, "odds", None), match.end()
        match = _ODDS.match(text, number.end)
        if match is None:
            return None
        at = match.end()
        if text.startswith("every ", at):
            at += 6
        other = digits(text, at) if text[at : at + 1].isdigit() else spelled(text, at)
        if other is None or not other.value or other.value <= value:
            return None
        if (other.plain and other.value >= 1900) or UNIT.match(text, other.end) is not None:
            return None
        share = Number(number.start, other.end, round(value / other.value, 6))
        about = following(text, other.end)
        _, hedge, _ = hedged(text, Number(number.start, number.end, value))
        return (
            self._figure(number.start, other.end, share, hedge, "odds", None, about),
            other.end,
        )

    def _decade_of_life(self, number: Number) -> tuple[Figure | None, int]:
        text = self.text
        led = re.search(
            r"\b(?:his|her|their|your|my)\s(?:\w+\s)?$",
            text[max(0, number.start - 20) : number.start],
        )
        if led is None or number.value is None or not 10 <= number.value <= 90:
            return None, number.end + 1
        span = Number(number.start, number.end + 1, None, number.value, number.value + 9)
        return self._figure(number.start, number.end + 1, span, None, "age", "year"), number.end + 1

    def _words(self, at: int, word: str, lower: str, reached: int) -> tuple[Figure | None, int]:
        text = self.text
        end = at + len(word)
        named = self.within != "title" or text.startswith("-", end)
        if named and word[0].isupper() and not self._opens_sentence(at):
            return None, end
        before = text[max(0, at - 26) : at]
        if before[-1:] == "-" or before[-1:] == "’":
            return None, end
        if lower in VAGUE:
            number = vague(text, at)
            if number is None or (lower == "scores" and not text.startswith(" of ", number.end)):
                return None, end
            return self._measured(number, before, reached)
        if lower == "half":
            return self._half(at, end)
        if lower in SCALES:
            return self._scale(at, end, lower, before)
        number = spelled(text, at)
        if number is None:
            return None, end
        if lower.startswith("one") and number.value == 1:
            parts = fraction(text, number)
            if parts is not None:
                return self._share(parts)
            odds = self._odds(number)
            if odds is not None:
                return odds
            if text.startswith("-", end) and UNIT.match(text, end) is None:
                return None, end
            if _NOT_ONE.search(before):
                return None, end
            if text.startswith(("one day", "One day"), at):
                return None, end + 4
            return self._measured(number, before, reached)
        parts = fraction(text, number)
        if parts is not None:
            return self._share(parts)
        odds = self._odds(number)
        if odds is not None:
            return odds
        hyphened = text.startswith("-", number.end) and UNIT.match(text, number.end) is None
        compound = hyphened and text[number.end + 1 : number.end + 2].isalpha()
        if compound and _MADE_OF.match(text, number.end) is None:
            return None, number.end
        return self._measured(
            ranged(text, number, money=False, between="etween" in before[-8:]), before, reached
        )

    def _half(self, at: int, end: int) -> tuple[Figure | None, int]:
        """ "half of the voters", "half a million people"."""
        text = self.text
        match = re.compile(r" an? (hundred|thousand|million|billion|trillion|dozen)\b").match(
            text, end
        )
        if match is not None:
            number = Number(at, match.end(), SCALES[match[1]] / 2, spelled=True, scaled=True)
            return self._measured(number, text[max(0, at - 26) : at], 0)
        if _ORDERED.search(text[max(0, at - 10) : at]):
            return None, end
        if text.startswith((" of ", " the "), end):
            share = Number(at, end, 0.5, spelled=True)
            return self._share(share)
        return None, end

    def _one_ago(self, at: int, end: int, reached: int) -> tuple[Figure | None, int]:
        """ "a year ago", found by its last word."""
        unit = _A_UNIT.search(self.text, max(0, at - 16), at)
        if unit is None or unit.start() < reached or unit[1].lower() not in DURATIONS:
            return None, end
        return self._ago(unit.start(), end, 1.0, DURATIONS[unit[1].lower()]), end

    def _one_part(self, at: int, lower: str, reached: int) -> tuple[Figure | None, int] | None:
        """ "a third of the voters", found by its part; None where it is none."""
        end = at + len(lower)
        before = self.text[max(0, at - 2) : at].lower()
        if before != "a " or at - 2 < reached or not self.text.startswith(" of ", end):
            return None
        share = Number(at - 2, end, round(1 / FRACTIONS[lower], 4), spelled=True)
        return self._share(share)

    def _scale(self, at: int, end: int, lower: str, before: str) -> tuple[Figure | None, int]:
        """A scale without a numeral: "a million", "a dozen", "several hundred"."""
        match = _QUANTITY_BEFORE.search(before)
        if match is None:
            return None, end
        start = at - len(before) + match.start()
        scale = SCALES[lower]
        more = re.compile(r" (thousand|million|billion)\b").match(self.text, end)
        if more is not None:
            scale, end = scale * SCALES[more[1]], more.end()
        if match["half"]:
            number = Number(start, end, scale / 2, spelled=True)
        elif match["an"]:
            number = Number(start, end, scale, spelled=True)
        else:
            number = Number(start, end, None, 2 * scale, spelled=True)
        return self._measured(number, self.text[max(0, start - 26) : start], 0)

    def _share(self, number: Number) -> tuple[Figure | None, int]:
        about = following(self.text, number.end)
        if about is None and self.text.startswith(" the ", number.end):
            about = following(self.text, number.end + 4)
        _, hedge, _ = hedged(self.text, number)
        return (
            self._figure(number.start, number.end, number, hedge, "count", "fraction", about),
            number.end,
        )

    def _ordinal(self, start: int, end: int, value: float | None) -> Figure:
        about = following(self.text, end)
        return self._figure(start, end, Number(start, end, value), None, "ordinal", None, about)

    def _ordinal_word(self, at: int, word: str, lower: str) -> tuple[Figure | None, int]:
        end = at + len(word)
        after = self.text[end : end + 2]
        if word[0].isupper() and not self._opens_sentence(at) and self.within != "title":
            return None, end
        if after[:1] != " " or after[1:].isupper():
            return None, end
        before = self.text[max(0, at - 12) : at]
        part = lower == "third" and before.endswith((" a ", " one "))
        if part or before.endswith("-"):
            return None, end
        return self._ordinal(at, end, float(ORDINALS[lower])), end
