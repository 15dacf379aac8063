"""Votes, odds and scores: a number that may have a partner comes in, the pair goes out.

"52-48" and "five votes to two" are votes, "one in five" is a chance, and what two teams
played is no figure.
"""

from __future__ import annotations

import re

from corpus.article import Figure
from corpus.figures.about import following
from corpus.figures.numbers import Number, digits, hedged, spelled
from corpus.figures.place import UNIT
from corpus.figures.units import Units

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
_VOTES_TO = re.compile(r" (?:votes?|ballots?) (?:to|against) ")
_ODDS = re.compile(
    r"\s(?:in|out of)\s(?=\d|two|three|four|five|six|seven|eight|nine|ten|twenty|ever)"
)
_TO_ONE = re.compile(r"[- ]to[- ](?:one|1)\b(?![.,]\d)|[-–/:]1\b(?!\d)")


class Pairs(Units):
    """Reads the numbers of one text that belong together by two."""

    def _pairs(self, number: Number, before: str) -> tuple[Figure | None, int] | None:
        """Votes, odds and scores: two numbers that belong together."""
        text, at = self.text, number.start
        odds = self._odds(number)
        if odds is not None:
            return odds
        votes = self._votes(number)
        if votes is not None:
            return votes
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

    def _votes(self, number: Number) -> tuple[Figure | None, int] | None:
        """ "five votes to two": two sides of one vote."""
        match = _VOTES_TO.match(self.text, number.end)
        if match is None or number.value is None or number.low is not None:
            return None
        at = match.end()
        text = self.text
        other = digits(text, at) if text[at : at + 1].isdigit() else spelled(text, at)
        if other is None or other.value is None:
            return None
        sides = sorted((number.value, other.value))
        pair = Number(number.start, other.end, None, sides[0], sides[1])
        return self._figure(number.start, other.end, pair, None, "vote", "votes"), other.end

    def _odds(self, number: Number) -> tuple[Figure | None, int] | None:
        text = self.text
        value = number.value
        if value is None or value > 1000 or number.scaled:
            return None
        match = _TO_ONE.match(text, number.end)
        if match is not None and value > 1 and not re.match(r"[-–](?!to)", match[0]):
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
