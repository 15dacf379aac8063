"""Days told from the day of publication, and times: a place where one may stand comes in, a figure
goes out.

Knows weekdays, seasons, "yesterday" and "three weeks ago"; days of the calendar have a room of
their own (`calendars`), and what all of them mean is known to `dates`.
"""

from __future__ import annotations

import re

from corpus.article import Figure
from corpus.figures import dates, months, weekdays
from corpus.figures.calendars import _NAMES, Calendar
from corpus.figures.nowadays import is_near_day, is_the_day, is_told_elsewhere
from corpus.figures.numbers import Number, hedged
from corpus.figures.tense import LOOK, looks_ahead
from corpus.figures.words import DURATIONS, SEASONS, WEEKDAYS
from corpus.figures.years import OF_YEAR

_FROM_NOW = re.compile(r"\b(?:in|over|within|for|during) the $")  # "over the next year"
_PARTS_OF_DAY = ("morning", "afternoon", "evening", "night", "day")
_NEXT_WORD = re.compile(r" (\w+)")
_TITLED = re.compile(
    r"\s(?:Night|Morning|Evening|Times|Mail|Herald|Telegraph|Mirror|Express|Independent|Post|Star|"
    r"(?:morning|night) (?:cartoons?|football|quarterbacks?|television|TV|lights)|"
    r"Globe|Review|Magazine|Business|Best|Addams|Weld|mornings|afternoons|evenings|nights)\b"
)
_DATED = re.compile(rf",?\s(?P<day>(?:{_NAMES})\.?\s\d|\d{{1,2}}\s(?:{_NAMES})\b)")
_MONTH_NAME = re.compile(_NAMES)
_IN_SEASON = re.compile(
    r"\b(?:in|by|until|till|since|during|over|at|through|before|after|from|of|for|[Ii]n) the $|"
    r"\b(?:in|by|until|since|late|early|mid|until last|from) $|\bThe $|^$"
)
_NOT_A_DAY = re.compile(
    r"-|[’'](?!s\b)| (?!(?:in|on|at|and|but|or|when|after|before|because|as|with|by|to|for|from|"
    r"that|which|until|was|were|is|has|had|have|will|would|although|though|while|if|so|since|"
    r"despite|following|amid|than|he|she|it|they|the|a)\b)"
)
_NAMES_OF_A_DAY = tuple(
    f"{word} "
    for word in "Good Black Super Fat Ash Holy Cyber Bloody Palm Easter Giving Ruby Shrove Maundy "
    "Casual Joe Billy Man Taco Throwback Freaky Manic Gloomy TGI every Every each Each".split()
)
_CLOSED = re.compile(r"[.,]?[”\"'’](?!s\b)")
_PROGRAMME = re.compile(r"[“\"'‘](?:[A-Z]\w+ ){2,3}$")
_TWO_DAYS = re.compile(r"\b(?:the )?day (?P<way>before|after) $", re.I)
_TWO = {"before": "yesterday", "after": "tomorrow"}
_WHOSE = re.compile(r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Mm]y|[Oo]ur|[Yy]our) $")
_HABIT = re.compile(r"(?<!later )(?<!earlier )\b(?:in|during|of|for) $", re.I)  # "colder in winter"
_FOR = re.compile(
    r"\b(?:for|within|in|after|than|over|nearly|almost|about|under|lasted|lasts|last|took|takes|"
    r"spent|of|around|every|over|half)\s$",
    re.I,
)
_NO_TIME = re.compile(
    r"-|[’']s?\b| (?:ago|earlier|later|old|or two|or so ago|from now|when|that|"
    r"in which|of [a-z]+ing)\b"
)
_A_UNIT = re.compile(r"\b[Aa]n? (\w+)\s$")
_AND_DAY = re.compile(
    rf"\b(?P<day>{'|'.join(WEEKDAYS)})(?:(?:,? (?:and|or|through|to)|,) |-(?:through|to)-)$"
)


class Days(Calendar):
    """Reads the dates of one text."""

    def _weekday(self, at: int, word: str, reached: int) -> tuple[Figure | None, int]:
        text = self.text
        end = at + len(word)
        before = text[max(0, at - 90) : at]
        if before.endswith(_NAMES_OF_A_DAY):
            return None, end
        if text.startswith(("s", "’", "'", "-"), end) and not text.startswith(("'s", "’s"), end):
            return None, end
        if _TITLED.match(text, end):
            return None, end
        if _CLOSED.match(text, end) and _PROGRAMME.search(before) is not None:
            return None, end  # “Fox News Sunday”
        dated = _DATED.match(text, end)
        if dated is not None:
            found, stop = self._dated(dated.start("day"), word)
            if found is not None:
                return self._date(at, found.end, found.iso, "day", found.sure), found.end
            return None, stop
        after = text[end : end + 90]
        row = _AND_DAY.search(before)
        if row is not None:  # "on Friday and Saturday"
            first = weekdays.weekday(
                row["day"], self.published, before[: row.start()], row[0] + word
            )
            iso = weekdays.weekday_from(
                word, first, self.published, row[0], before[: row.start()], after
            )
        else:
            iso = weekdays.weekday(word, self.published, before, after)
        return self._date(self._led(at, reached), end, iso, "day"), end

    def _dated(self, at: int, word: str) -> tuple[Figure | None, int]:
        """The date that a weekday's name only leads: "Friday, Dec. 18"."""
        if self.text[at].isdigit():
            return self._calendar(at, "", word)
        name = _MONTH_NAME.match(self.text, at)
        return self._month(at, name[0], at, word) if name is not None else (None, at)

    def _moment(self, at: int, word: str, lower: str) -> tuple[Figure | None, int]:
        """ "today" and its like, where they are no part of a name ("USA Today")."""
        end = at + len(word)
        if lower == "today" and self.text.startswith(("’s", "'s"), end):
            return None, end
        if word[0].isupper() and self.within != "title" and not self._opens_sentence(at):
            return None, end
        before, after = self.text[max(0, at - LOOK) : at], self.text[end : end + LOOK]
        two = _TWO_DAYS.search(before)
        if two is not None and lower == _TWO[two["way"].lower()]:
            return self._date(
                at - len(before) + two.start(), end, dates.moment(lower, self.published, 2), "day"
            ), end
        sure = not is_told_elsewhere(self.text, end)
        if lower == "today":
            sure = sure and is_the_day(before, after)
        elif lower != "tonight":
            sure = sure and is_near_day(lower, before)
        return self._date(at, end, dates.moment(lower, self.published), "day", sure), end

    def _season(self, at: int, name: str) -> tuple[Figure | None, int]:
        """ "in the autumn", "summer of next year", "at the weekend"."""
        text, end = self.text, at + len(name)
        before = text[max(0, at - 90) : at]
        if _IN_SEASON.search(before) is None:
            return None, end
        of_this = OF_YEAR.match(text, end)
        if name == "weekend":
            if _NOT_A_DAY.match(text, end) is not None:
                return None, end
            ahead = looks_ahead(before) or before.endswith(("by the ", "until the "))
            iso = dates.weekend(self.published, ahead)
            return self._date(at, end, iso, "week"), end
        if of_this is not None:
            iso = of_this["year"]
            if iso is None:
                iso = dates.relative(of_this["led"], "year", self.published)[0]
            return self._date(at, of_this.end(), iso, "year"), of_this.end()
        if _NOT_A_DAY.match(text, end) is not None:
            return None, end
        meant = months.season(SEASONS[name], self.published, before)
        sure = meant.sure and _HABIT.search(before) is None
        return self._date(at, end, meant.iso, "year", sure), end

    def _relative(self, at: int, word: str, lower: str) -> tuple[Figure | None, int]:
        match = _NEXT_WORD.match(self.text, at + len(word))
        if match is None or self.text[max(0, at - 1) : at] == "-":
            return None, at + len(word)  # "the next-to-last year"
        if lower != "this" and _WHOSE.search(self.text, max(0, at - 8), at) is not None:
            return None, match.end()  # "in her last year in office"
        end = match.end()
        told = lower == "next" and self.text[max(0, at - 4) : at].lower() == "the "
        if self.text[end : end + 1] in ("’", "'") and self.text[end + 1 : end + 2] != "s":
            return None, end
        if self.text.startswith(" and a half", end):
            return None, match.start(1) - 1
        if match[1] in SEASONS:
            of_this = OF_YEAR.match(self.text, end)
            if _NOT_A_DAY.match(self.text, end) is not None and of_this is None:
                return None, end
            before = self.text[max(0, at - LOOK) : at]
            season = months.season(SEASONS[match[1]], self.published, before + lower)
            return self._date(at, end, season, "year"), end
        if told and match[1] in _PARTS_OF_DAY:
            return self._date(at, end, None, "day", False), end  # "the next morning, he"
        if match[1] in _PARTS_OF_DAY[:3]:
            return self._date(at, end, dates.moment("today", self.published), "day"), end
        if lower == "this" and match[1] == "weekend" and self.text[end : end + 1] not in ("’", "'"):
            ahead = looks_ahead(self.text[max(0, at - LOOK) : at])
            return self._date(at, end, dates.this_weekend(self.published, ahead), "week"), end
        if match[1] == "week" and lower != "next":
            before, after = self.text[max(0, at - LOOK) : at], self.text[end : end + LOOK]
            return self._date(
                at, end, dates.week_told(lower, self.published, before, after), "week"
            ), end
        iso, precision = dates.relative(lower, match[1], self.published)
        spans = iso is not None and _FROM_NOW.search(self.text, max(0, at - 14), at) is not None
        return self._date(at, end, iso, precision, not spans and (iso is None or not told)), end

    def _ago(self, start: int, end: int, count: float, unit: str) -> Figure:
        iso, precision = dates.ago(count, unit, self.published)
        return self._date(start, end, iso, precision)

    def _one_ago(self, at: int, end: int, reached: int) -> tuple[Figure | None, int]:
        """ "a year ago", found by its last word."""
        unit = _A_UNIT.search(self.text, max(0, at - 16), at)
        if unit is None or unit.start() < reached or unit[1].lower() not in DURATIONS:
            return None, end
        return self._ago(unit.start(), end, 1.0, DURATIONS[unit[1].lower()]), end

    def _a_time(self, at: int, word: str, reached: int) -> tuple[Figure | None, int]:
        """ "for a year", "a day and a half", "for the last year and a half"."""
        text, end = self.text, at + len(word)
        if at < reached:
            return None, end
        half = text.startswith(" and a half", end)
        whole = word[0] == "y"
        if whole and text[max(0, at - 2) : at] == "a ":
            at -= 2
        unit = DURATIONS[word.split()[0 if whole else 1]]
        if text.startswith(" ago", end) and not whole:
            return self._ago(at, end + 4, 1.0, unit), end + 4
        if not half and not whole and _FOR.search(text, max(0, at - 14), at) is None:
            return None, end
        if not half and not whole and _NO_TIME.match(text, end) is not None:
            return None, end
        if half:
            end += 11
        number = Number(at, end, 1.5 if half or whole else 1.0, spelled=True)
        _, hedge, _ = hedged(text, number)
        return self._figure(at, end, number, hedge, "duration", unit), end
