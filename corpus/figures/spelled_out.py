"""Figures that are spelled out: "twelve", "half a million", "two thirds", "the third".

A place where a word for a number stands comes in; the figure goes out, or how far to skip.
"""

from __future__ import annotations

import re

from corpus.article import Figure
from corpus.figures.about import following
from corpus.figures.before import preceding
from corpus.figures.numbers import Number, fraction, hedged, ranged, spelled, vague
from corpus.figures.pairs import Pairs
from corpus.figures.place import UNIT
from corpus.figures.words import (
    FRACTIONS,
    ORDINALS,
    SCALES,
    VAGUE,
)

_ORDERED = re.compile(r"(?:first|second|other|better|latter|final|last|top|bottom|and a)\s$")
_QUANTITY_BEFORE = re.compile(
    r"(?P<half>half an?\s|half\s)$|(?P<an>\ban?\s)$|(?P<several>\b(?:several|a few|"
    r"many|(?:a )?couple of)\s)$",
    re.I,
)
_ONE_DOING = re.compile(  # "two laws, one banning signs": a pronoun
    r" (?!(?:build|meet|wedd|even|morn|hear|shoot|kill|bomb|train|hous|draw|paint|k|r|th|str|spr)"
    r"ings?\b)"
    r"[a-z]{2,}ing\b"
)
_NOT_ONE = re.compile(r"\b(?:no|any|every|this|that|the|each|another)\s$", re.I)
_AT = re.compile(
    r"\b(?:[Aa]t|[Bb]y|[Uu]ntil|till|[Ff]rom|[Ss]ince|before|after|past|[Aa]round|half|opens?|"
    r"open at|was|is)(?: about| around| nearly| almost| exactly)?\s$"
)
_CLOCK = re.compile(
    r"(?:[a-z]+(?:-[a-z]+)?)(?: minutes?)? (?:(?P<past>past|to the hour)|to) (?:one|two|three|four|"
    r"five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight)\b(?!-)"
    r"(?! (?!this\b)(?:[a-z]+s|people|per)\b)"
    r"|[a-z]+(?:-[a-z]+)?(?P<hour>) o[’']clock"
)
_NO_NOUN = re.compile(
    r"[.,;:)]|$| (?:on|in the (?:morning|afternoon|evening)|at night|when|this|last|"
    r"yesterday|today|tomorrow|sharp|until|till|to|local|a\.m|p\.m)\b"
)
_HALF_A = re.compile(r" an? (hour|day|minute|second|month|year|week|mile|century|decade|pound)\b")
_BY_PART = re.compile(r"\b(?:by|than|about|nearly|almost|over|under|roughly|around) a $")
_AFTER_PART = re.compile(r"[.,;:)]|$| (?:in|during|from|since|to|over|and|on|after|this|last)\b")
_NTH = re.compile(
    r" (?:time|term|round|quarter|day|week|month|season|child|anniversary|consecutive|straight|"
    r"debate)s?\b"
)
_SAYS = (
    r"(?:said|says|told|tells|added|adds|noted|notes|wrote|writes|warned|warns|explained|argued|"
    r"asked|recalled|joked|complained|insisted|put it)"
)
_SOMEBODY = re.compile(
    r" (?:(?!of\b)[\w’'.-]+ ){0,3}?(?:official|aide|advis[eo]r|source|person|lawmaker|senator|"
    r"Republican|Democrat|strategist|diplomat|analyst|expert|critic|resident|supporter|voter|staffer|"
    r"operative|insider|observer|economist|scholar|activist|commenter|commentator|user|reader|"
    r"attorney|lawyer|executive|investor|trader|donor|friend|colleague|veteran|member|woman|man|"
    r"mother|father|teacher|student|officer|protester|demonstrator|witness|survivor|reporter|"
    r"journalist|columnist|historian|professor|scientist|researcher|doctor|nurse|worker|farmer|"
    rf"neighbou?r|fan|delegate|pollster|ambassador)\b(?P<says>[^.,;:!?\n]{{0,40}}?,? {_SAYS}\b)?"
)
_SAID = re.compile(rf"\b(?:{_SAYS}|[Aa]ccording to) $")
_NTH_MOST = re.compile(r"-(?:[a-z]+est|quarter|round|place|ever)\b")
_DETERMINED = re.compile(
    r"(?:\b(?:the|a|an|his|her|its|their|our|my|your|this|these|those|every|very|for|"
    r"each|on|next)|[’']s|s[’'])\s$",
    re.I,
)
_THIRD_PART = re.compile(r" (?:of|in|the)\b|[.,;:)]|$| (?:higher|lower|more|less|larger|smaller)\b")
_PLACED = re.compile(r"-(quarter|round|place)\b")  # "a second-place finish"
_EVER = re.compile(r"[ -]ever (?!to\b|since\b|again\b)(?=[a-z])")
_OF_A_DIAMOND = re.compile(r" base(?:man|men)?\b")
_MADE_OF = re.compile(
    r"-(?:member|person|man|part|story|seat|point|page|time|vote|car|door|way|figure|nation|state|"
    r"country|party|bedroom|star|game|judge|justice|run|term)\b"
)
_SECOND_AND = re.compile(r"(?:first|second) and (?:second|third|final|last)\b")
_WITH_ADJECTIVE = re.compile(r"\b(?:an?|the|his|her|its|their) (?!other |last |very )[a-z]+ $")


def _determined(text: str, at: int) -> re.Match[str] | None:
    """What makes an ordinal one of a row: "the first step", "a cordial first step"."""
    near = _DETERMINED.search(text, max(0, at - 16), at)
    return near or _WITH_ADJECTIVE.search(text, max(0, at - 30), at)


class SpelledOut(Pairs):
    """Reads the numbers of one text that are written as words."""

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
            if text.startswith((" in ", " out of "), end):
                return None, end
            if text.startswith("-", end) and UNIT.match(text, end) is None:
                return None, end
            if text.startswith(" to ", end):
                whole = ranged(text, number, money=False, between=False)
                return (None, end) if whole is number else self._measured(whole, before, reached)
            if _NOT_ONE.search(before) or _ONE_DOING.match(text, end) is not None:
                return None, end
            somebody = _SOMEBODY.match(text, end)
            if somebody is not None and (somebody["says"] or _SAID.search(before) is not None):
                return None, end  # "one senior official said" counts nobody
            if text.startswith((" day", "day"), end) and before[-4:] not in (" in ", "thin "):
                return None, end + 4
            return self._measured(number, before, reached)
        parts = fraction(text, number)
        if parts is not None:
            return self._share(parts)
        clock = _CLOCK.match(text, at)
        if clock is not None and (clock["past"] or _AT.search(before)):
            return None, clock.end()
        small = number.value is not None and number.value <= 12
        if small and _AT.search(before) and _NO_NOUN.match(text, number.end) is not None:
            return None, number.end  # "at about ten on Saturday night"
        votes = self._votes(number)
        if votes is not None:
            return votes
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
        timed = _HALF_A.match(text, end)
        if timed is not None:
            unit = UNIT.match(text, timed.start(1) - 1)
            if unit is not None and (unit["duration"] or unit["measure"]):
                found = self._with_unit(
                    Number(at, timed.start(1) - 1, 0.5, spelled=True), None, unit, ""
                )
                if found is not None:
                    return found
        if text.startswith(" past ", end):
            past = spelled(text, end + 6)
            return None, past.end if past is not None else end
        if _ORDERED.search(text[max(0, at - 10) : at]):
            return None, end
        if text.startswith(" of one per", end):
            percent = UNIT.match(text, end + 7)
            if percent is not None and percent["percent"]:
                number = Number(at, percent.end(), 0.5, spelled=True)
                about = following(text, percent.end()) or preceding(text, at)
                share_of = self._figure(at, percent.end(), number, None, "percent", "%", about)
                return share_of, percent.end()
        if text.startswith((" of ", " the ", " its ", " their ", " his ", " her "), end):
            share = Number(at, end, 0.5, spelled=True)
            return self._share(share)
        return None, end

    def _one_part(self, at: int, lower: str, reached: int) -> tuple[Figure | None, int] | None:
        """ "a third of the voters", found by its part; None where it is none."""
        text, end = self.text, at + len(lower)
        before = text[max(0, at - 18) : at]
        if not before.lower().endswith("a ") or at - 2 < reached:
            return None
        if text.startswith(" of July", end):
            return None  # "a Fourth of July fair"
        percent = UNIT.match(text, end + 7) if text.startswith(" of one per", end) else None
        if percent is not None and percent["percent"]:
            number = Number(at - 2, percent.end(), round(1 / FRACTIONS[lower], 4), spelled=True)
            about = following(text, number.end) or preceding(text, at - 2)
            found = self._figure(at - 2, number.end, number, None, "percent", "%", about)
            return found, number.end
        if not text.startswith(" of ", end) and (
            _BY_PART.search(before) is None or _AFTER_PART.match(text, end) is None
        ):
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
        if about is None and self.text.startswith((" the ", " its ", " his "), number.end):
            about = following(self.text, number.end + 4)
        if about is None:
            about = preceding(self.text, number.start)
        _, hedge, _ = hedged(self.text, number)
        return (
            self._figure(number.start, number.end, number, hedge, "measure", "fraction", about),
            number.end,
        )

    def _ordinal(self, start: int, end: int, value: float | None) -> Figure:
        behind = end + 5 if _EVER.match(self.text, end) is not None else end
        placed = _PLACED.match(self.text, end)
        about = placed[1] if placed is not None else following(self.text, behind, ordinal=True)
        return self._figure(start, end, Number(start, end, value), None, "ordinal", None, about)

    def _ordinal_word(self, at: int, word: str, lower: str) -> tuple[Figure | None, int]:
        end = at + len(word)
        after = self.text[end : end + 2]
        if word[0].isupper() and not self._opens_sentence(at) and self.within != "title":
            return None, end
        before = self.text[max(0, at - 12) : at]
        if after[:1] == "-":
            if _NTH_MOST.match(self.text, end) is None:
                return None, end
        elif after[:1] != " " or after[1:].isupper():
            determined = _DETERMINED.search(self.text, max(0, at - 16), at) is not None
            if lower in ("first", "second"):
                if after[:1] != " " or not determined or word[0].isupper():
                    return None, end
            elif not before.endswith(" on the "):
                return None, end
        counted = _NTH.match(self.text, end) is not None
        if (
            lower in ("first", "second")
            and not counted
            and not _SECOND_AND.match(self.text, at)
            and (word[0].isupper() or _determined(self.text, at) is None)
        ):
            return None, end
        part = lower == "third" and before.endswith((" a ", " one "))
        if (
            before.endswith("-")
            or (part and _THIRD_PART.match(self.text, end))
            or (after == " b" and _OF_A_DIAMOND.match(self.text, end))
        ):
            return None, end
        return self._ordinal(at, end, float(ORDINALS[lower])), end
