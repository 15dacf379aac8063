"""Sums of money: a number with its currency comes in, what is paid for or bought goes out."""

from __future__ import annotations

import re

from corpus.article import Figure
from corpus.figures.about import following
from corpus.figures.before import preceding
from corpus.figures.days import Days
from corpus.figures.nouns import head_word
from corpus.figures.numbers import Number, hedged
from corpus.figures.words import DURATIONS, MONTHS, WEEKDAYS

_BOUGHT = re.compile(
    r"(?: (?:over|during) the (?:next|past|last|coming|following) (?:[\w-]+ )?[a-z]+| annually|"
    r" (?:a|per|each|every) (?:year|month|week|day)| more| less)? (in|worth of|for|on)"
    r"(?: (?:the|a|an|its|his|her|their))?(?= )"
)


def _goods(about: str | None, named: bool) -> str | None:
    """What money is "in" or "for", when that is a thing and no place, month or year."""
    if about is None or about[:1].isdigit():
        return None
    head = head_word(about)
    if head in MONTHS or head in WEEKDAYS or not (named or head.islower()):
        return None
    first = about.split(None, 1)[0]
    if first.endswith("ing") and first.islower() and " " in about and not about.endswith(" costs"):
        return None  # "spent it in backing candidates"
    return None if head in DURATIONS or head.rstrip("s") in DURATIONS else about


class Money(Days):
    """Reads the sums of one text."""

    def _money(self, number: Number, begin: int, code: str) -> tuple[Figure | None, int]:
        text = self.text
        number, hedge, _ = hedged(
            text, Number(begin, number.end, number.value, number.low, number.high)
        )
        end = number.end
        word = re.compile(r" (?:U\.?S\.? )?(?:dollars|bucks)\b").match(text, end)
        if word is not None:
            end = word.end()
        about = self._bought(end)
        if about is None and text.startswith((" ", "-"), end):
            about = following(text, end)
        if about is None:
            about = preceding(text, begin)
        return self._figure(begin, end, number, hedge, "money", code, about), end

    def _bought(self, end: int) -> str | None:
        """What a sum is "in", "worth of", "for" or spent "on"."""
        match = _BOUGHT.match(self.text, end)
        if match is None:
            return None
        return _goods(following(self.text, match.end()), match[1] != "in")
