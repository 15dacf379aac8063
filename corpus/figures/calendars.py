"""Days, months and years as a calendar writes them: a place where one may stand comes in, a figure
goes out.

Knows how dates are written and what only looks like one (times, telephone numbers, counts); what
they mean is known to `dates` and `months`.
"""

from __future__ import annotations

import re

from corpus.article import Figure
from corpus.figures import dates, months
from corpus.figures.about import following
from corpus.figures.meant import Meant
from corpus.figures.nouns import head_word
from corpus.figures.numbers import Number
from corpus.figures.place import UNIT, Place
from corpus.figures.tense import LOOK, due, told, voting
from corpus.figures.words import MONTHS
from corpus.figures.years import (
    day_in_year,
    in_full,
    in_older_tale,
    month_in_year,
    of_year,
    other_year,
    that_year,
    year_told,
)

_SHORT = {name for name in MONTHS if len(name) == 3} - {"May"}
_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_MONTH_DAY = re.compile(
    rf"(?P<month>{_NAMES})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:,.]\d|%)"
    r"(?:\s?(?:[-–]|to)\s?(?P<to>\d{1,2})\b(?!,\d))?(?:,?\s(?P<year>(?:1[5-9]|20)\d\d)\b|,?\s[’'](?P<short>\d\d)\b(?![’']?s\b))?"
)
_MONTH_YEAR = re.compile(rf"(?P<month>{_NAMES})\.?,?\s(?:of\s)?(?P<year>(?:1[5-9]|20)\d\d)\b")
_DAY_MONTH = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month>{_NAMES})\b\.?"
    r"(?:,?\s(?P<year>(?:1[5-9]|20)\d\d)\b)?"
)
_COUNTING = re.compile(r"\d{1,3} (?!(?:[ap]\.?m|o[’']clock|hours|of)\b)[a-z]|\d{1,3},\d{3}\b")
"""Digits that only count: no date, time or year begins so."""
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?!\d)")
_SLASHED = re.compile(r"\d{1,4}(?:/\d{1,4})+(?:\b|$)")
_SPAN_OF_YEARS = re.compile(r"((?:1[5-9]|20)\d\d)\s?[-–/]\s?((?:1[5-9]|20)?\d\d)\b(?![,.]?\d)")
_DECADE = re.compile(r"((?:1[5-9]|20)\d0)[’']?s\b")
_OF_LATE = re.compile(r"(20[1-9]0)[’']s (?=[a-z“\"])")
"""A year that owns something: "all of 2020's gains" is no decade."""
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?![\d%]|[.,]\d|-[a-z])")
_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|during|of|early|late|mid|year|after|before|between|"
    r"through|to|and|the|fall|spring|summer|winter|autumn|circa|for|back)|mid-|late-|early-|"
    rf"pre-|post-|[(,–-]|\b(?:{_NAMES})\.?)\s?$",
    re.I,
)
_TIME = re.compile(
    r"\d{1,2}(?:[:.]\d\d){1,2}\s?(?:[ap]\.?m\b\.?|hours\b|GMT|UTC|ET|EST|[AP]M\b)|"
    r"\d{1,2}(?::\d\d){1,2}(?![\d])|\d{1,2}\s?(?:[ap]\.m\.?|[apAP][mM]\b)|\d{4}\s(?:GMT|hrs)\b|"
    r"\d{1,2}\so[’']clock"
)
_LEAD = 12  # characters of the longest lead: a month's name, its point and a blank
_CLOCK_BEFORE = re.compile(r"\b(?:[Aa]t|[Bb]y|[Uu]ntil|[Ff]rom|[Ss]ince|before|after|about) $")
_DOTTED = re.compile(
    r"(?:[01]?\d|2[0-3])\.[0-5]\d(?![\d%]|\.\d|\s?(?:per|m\b|million|billion|[a-z]+s\b))"
)
_PHONE = re.compile(r"\+?\(?\d{1,4}\)?(?:[\s.-]\(?\d{2,4}\)?){2,4}(?![\d,%])(?=\D|$)")
_LAW_OF = re.compile(r"\b[A-Z][a-z]+ (?:Act|Law|Treaty|Accord|Convention|Bill|Order) of $")
_BARE_MONTH = re.compile(
    r"\b(?:in|since|by|until|of|last|next|this|early|late|mid|during|from|through|till|"
    r"between|to|and|before|after)[ -]$",
    re.I,
)
_OF_ANY = re.compile(r",? of (?:every|each|any)\b")
_MARCH_FOR = re.compile(r" (?:for|on) (?:the )?[A-Z]")
_IN = re.compile(r"\b(?:in|since|by|until|last|next|this|early|late|mid|during)[ -]$", re.I)
_NAME_BEFORE = re.compile(r"\b(?:Long|Operation|Project|Squadron|Order|Route|Ward) $")
"""A name whose last word is no month: the "Long March 3" rocket."""
_FOURTH = re.compile(r"\bFourth of $")
_WHOSE = re.compile(r"(?:\b(?:his|her|its|their|our|my|your|whose)|[’']s|s[’'])\s$")
_COUNTED_ONES = re.compile(
    r"\b(?:killed|killing|injured|arrested|wounded|displaced|hired|employs|employed|sold|total of|"
    r"least|than|about|nearly|almost|roughly|around|approximately|another|some|up to|only|just|"
    r"the other|additional|estimated)\s$"
)
"""What stands before a number that counts; a year before a noun tells which one is meant."""
_NO_YEARS = frozenset(
    "people men women children troops police soldiers refugees migrants victims dollars miles "
    "calories residents passengers workers guests animals cattle kilometers kilometres".split()
)
_NAMED_BY_YEAR = ("Euro ", "Expo ", "Agenda ", "Horizon ")
"""What is named by a year, which dates nothing else: "Euro 2016", "Agenda 2030"."""
_WEEKS = 45  # days within which a tale of another year leaves a day its own
_LATEST = 2040  # a number from there on before a plural counts


class Calendar(Place):
    """Reads the days, months and years of one text."""

    def _calendar(self, at: int, before: str, name: str | None = None) -> tuple[Figure | None, int]:
        """A date or a time in digits; (None, `at`) where it is neither. `name`: its weekday's."""
        text = self.text
        if _COUNTING.match(text, at) is not None:
            return None, at
        match = _DAY_MONTH.match(text, at)
        if match is not None and 1 <= int(match["day"]) <= 31:
            year = int(match["year"]) if match["year"] else None
            end = match.end()
            if year is None and (named := of_year(text, end, self.published)) is not None:
                year, end = named
            iso = self._day_meant(match, year, at, end, name)
            if text[end - 1] == "." and len(match["month"]) > 4:
                end -= 1  # the stop of the sentence
            return self._date(at, end, iso, "day"), end
        match = _TIME.match(text, at)
        if match is None and _CLOCK_BEFORE.search(before) is not None:
            match = _DOTTED.match(text, at)
        if match is not None:
            return None, match.end()
        years = text[at : at + 4].isdecimal() and len(text) >= at + 4
        match = _ISO.match(text, at) if years else None
        if match is not None:
            iso = dates.month_day(int(match[2]), int(match[3]), int(match[1]), None)
            return (self._date(at, match.end(), iso, "day") if iso.iso else None), match.end()
        match = _SLASHED.match(text, at) if "/" in text[at : at + 5] else None
        if match is not None:
            return None, match.end()
        match = _SPAN_OF_YEARS.match(text, at) if years else None
        if match is not None:
            second = match[2] if len(match[2]) == 4 else match[1][:2] + match[2]
            if int(match[1]) < int(second):
                figure = self._date(at, match.end(), f"{match[1]}/{second}", "year")
                return figure, match.end()
        match = _OF_LATE.match(text, at) if years and not before.endswith("the ") else None
        if match is not None:
            return self._date(at, at + 4, match[1], "year"), match.end()
        match = _DECADE.match(text, at) if years else None
        if match is not None:
            first = int(match[1])
            span = Number(at, at, None, float(first), first + 9.0)
            years_of = f"{first}/{first + 9}"
            return self._figure(
                at, match.end(), span, None, "date", "decade", iso=years_of
            ), match.end()
        match = _YEAR.match(text, at) if years else None
        if match is not None and before.endswith(_NAMED_BY_YEAR):
            return None, match.end()
        if match is not None and before.endswith(" of ") and _LAW_OF.search(before) is not None:
            return None, match.end()
        if match is not None and self._is_year(match, before):
            return self._date(at, match.end(), match[0], "year"), match.end()
        match = _PHONE.match(text, at)
        if match is not None and sum(c.isdigit() for c in match[0]) >= 7 and "," not in match[0]:
            return None, match.end()
        return None, at

    def _is_year(self, match: re.Match[str], before: str) -> bool:
        """Whether four digits are a year rather than a count."""
        text, end = self.text, match.end()
        unit = UNIT.match(text, end)
        if unit is not None and not unit["duration"]:
            return False
        noun = following(text, end)
        led = _BEFORE_YEAR.search(before, max(0, len(before) - _LEAD))
        if led is not None and led[0].strip().lower() in ("in", "since", "by", "until", "during"):
            return not (noun is not None and noun.split()[-1] in ("people", "percent"))
        if unit is not None:
            return False
        if text.startswith(("’s", "'s"), end) and 1900 <= int(match[0]) <= 2099:
            return True
        if noun is None:
            return 1900 <= int(match[0]) <= 2099 or led is not None
        if noun.split(None, 1)[0][:1].isupper() and int(match[0]) >= 1900:
            return True
        if not 1900 <= int(match[0]) <= 2099:
            return False
        if _WHOSE.search(before) is not None:
            return True  # "her 2017 talks"
        head = head_word(noun)
        counts = led is None and _COUNTED_ONES.search(before) is not None
        if head in _NO_YEARS or (counts and head.endswith("s")):
            return False
        return not (head.endswith("s") and led is None and int(match[0]) >= _LATEST)

    def _led(self, at: int, reached: int) -> int:
        """Where "last", "this" or "next" before a day's name begins, or the place itself."""
        begin = at - 5
        if begin >= reached and self.text[begin:at].lower() in ("last ", "this ", "next "):
            return begin
        return at

    def _month(
        self, at: int, word: str, reached: int, name: str | None = None
    ) -> tuple[Figure | None, int]:
        text = self.text
        before = text[max(0, at - LOOK) : at]
        match = _MONTH_DAY.match(text, at)
        if match is not None and 1 <= int(match["day"]) <= 31:
            end = match.end()
            if _NAME_BEFORE.search(before) is not None:
                return None, end
            year = int(match["year"]) if match["year"] else None
            if match["short"] is not None:  # "Aug. 12, ’16"
                year = in_full(int(match["short"]), self.published)
            if year is None and (named := of_year(text, end, self.published)) is not None:
                year, end = named
            that = that_year(text, at, end) if year is None else None
            if that is not None:  # "June 30 of that year"
                year, end = that
            meant = self._day_meant(match, year, at, end, name)
            iso = meant.iso if that is None or year is not None else None
            if match["to"] and iso is not None:
                last = dates.month_day(
                    MONTHS[match["month"]], int(match["to"]), int(iso[:4]), self.published
                )
                iso = f"{iso}/{last.iso}" if last.iso else iso
            return self._date(at, end, iso, "day", meant.sure), end
        match = _MONTH_YEAR.match(text, at)
        if match is not None:
            iso = f"{match['year']}-{MONTHS[match['month']]:02d}"
            return self._date(at, match.end(), iso, "month"), match.end()
        end = at + len(word)
        if word == "July" and (fourth := _FOURTH.search(before)) is not None:
            begin = at - len(before) + fourth.start()
            if begin + 6 >= reached:  # the ordinal was none
                ahead = told(before[: fourth.start()], text[end : end + LOOK])
                fourth_of = dates.month_day(7, 4, None, self.published, ahead)
                return self._date(begin, end, fourth_of, "day"), end
        if not _BARE_MONTH.search(before[-10:]) or _OF_ANY.match(text, end) is not None:
            return None, end
        if word == "March" and _MARCH_FOR.match(text, end) and _IN.search(before) is None:
            return None, end  # "the union and March for Fair Fares"
        if (named := of_year(text, end, self.published)) is not None:
            iso = f"{named[0]:04d}-{MONTHS[word]:02d}"
            return self._date(at, named[1], iso, "month"), named[1]
        if text[end : end + 1].isalpha() or re.match(
            r"[’']s?\s?[A-Z]|\s[A-Z]", text[end : end + 4]
        ):
            return None, end
        if word in _SHORT and text[end : end + 1] != ".":
            return None, end
        told_of = year_told(text, at, end)
        if told_of is not None:
            year, end = told_of
            iso = f"{year:04d}-{MONTHS[word]:02d}" if year else None
            return self._date(at, end, iso, "month", iso is not None), end
        meant = months.month_alone(MONTHS[word], self.published, before, text[end : end + LOOK])
        begin = self._led(at, reached)
        if begin < at:
            return self._date(begin, end, meant, "month"), end
        near = text[max(0, at - 250) : at], text[end : end + LOOK]
        told_in = month_in_year(near[0], MONTHS[word], meant.iso)
        if told_in is not None:
            meant = Meant(f"{told_in}-{MONTHS[word]:02d}", False)
        sure = meant.sure and not other_year(*near, meant.iso)
        sure = sure and not in_older_tale(near[0], meant.iso)
        return self._date(begin, end, meant.iso, "month", sure), end

    def _is_near(self, meant: Meant) -> bool:
        """Whether a day lies within weeks of publication."""
        day = dates.day_of(meant.iso)
        if day is None or self.published is None:
            return False
        return abs((day - self.published).days) <= _WEEKS

    def _day_meant(
        self, match: re.Match[str], year: int | None, at: int, end: int, name: str | None
    ) -> Meant:
        """What a day of a month means, by its year or the words around it."""
        month, day = MONTHS[match["month"]], int(match["day"])
        if year is not None:
            return dates.month_day(month, day, year, self.published)
        before, after = self.text[max(0, at - LOOK) : at], self.text[end : end + LOOK]
        if before.endswith("last ") and name is None:  # "last April 12"
            return dates.month_day(month, day, None, self.published, False)
        ahead = told(before, after)
        votes = month == 11 and voting(self.text[max(0, at - 250) : at], self.text[end : end + 250])
        meant = dates.month_day(
            month, day, None, self.published, ahead, name, due(before, after), votes
        )
        if before.endswith(("anniversary of ", "anniversary of the ")):
            return Meant(meant.iso, False)
        tale = self.text[max(0, at - 250) : at]
        other = day_in_year(tale, meant.iso) or month_in_year(tale, month, meant.iso)
        if other is None:
            doubt = name is None and in_older_tale(tale, meant.iso) and not self._is_near(meant)
            return Meant(meant.iso, meant.sure and not doubt)
        return Meant(dates.month_day(month, day, int(other), self.published).iso, False)
