"""Days, months and years in a text: a place where one may stand comes in, a figure goes out.

Knows how dates are written and what only looks like one (times, telephone numbers); what
they mean is known to `dates`.
"""

from __future__ import annotations

import re

from corpus.article import Figure
from corpus.figures import dates, months
from corpus.figures.about import following
from corpus.figures.meant import Meant
from corpus.figures.nouns import head_word
from corpus.figures.numbers import Number, hedged
from corpus.figures.place import UNIT, Place
from corpus.figures.tense import LOOK, due, looks_ahead, told
from corpus.figures.words import DURATIONS, MONTHS, SEASONS, WEEKDAYS
from corpus.figures.years import OF_YEAR, of_year, other_year, year_told

_SHORT = {name for name in MONTHS if len(name) == 3} - {"May"}
_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_MONTH_DAY = re.compile(
    rf"(?P<month>{_NAMES})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:,.]\d|%)"
    r"(?:\s?(?:[-–]|to)\s?(?P<to>\d{1,2})\b(?!,\d))?(?:,?\s(?P<year>(?:1[5-9]|20)\d\d)\b)?"
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
_OF_LATE = re.compile(r"(20[2-9]0)[’']s (?=[a-z])")
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
_FROM_NOW = re.compile(r"\b(?:in|over|within|for|during) the $")  # "over the next year"
_NEXT_WORD = re.compile(r" (\w+)")
_LAW_OF = re.compile(r"\b[A-Z][a-z]+ (?:Act|Law|Treaty|Accord|Convention|Bill|Order) of $")
_TITLED = re.compile(
    r"\s(?:Night|Times|Mail|Herald|mornings|afternoons|evenings|nights)\b"  # "on Friday nights"
)
_DATED = re.compile(rf",?\s(?P<day>(?:{_NAMES})\.?\s\d|\d{{1,2}}\s(?:{_NAMES})\b)")
_MONTH_NAME = re.compile(_NAMES)
_IN_SEASON = re.compile(
    r"\b(?:in|by|until|till|since|during|over|at|through|before|after|from|of|for|[Ii]n) the $|"
    r"\b(?:in|by|until|since|late|early|mid|every|until last|from) $|\bThe $|^$"
)
_NOT_A_DAY = re.compile(
    r"-|[’'](?!s\b)| (?!(?:in|on|at|and|but|or|when|after|before|because|as|with|by|to|for|from|"
    r"that|which|until|was|were|is|has|had|have|will|would|although|though|while|if|so|since|"
    r"despite|following|amid|than|he|she|it|they|the|a)\b)"
)
_BARE_MONTH = re.compile(
    r"\b(?:in|since|by|until|of|last|next|this|early|late|mid|during|from|through|till|"
    r"between|to|and|before|after)[ -]$",
    re.I,
)

_NAME_BEFORE = re.compile(r"\b(?:Long|Operation|Project|Squadron|Order|Route|Ward) $")
"""A name whose last word is no month: the "Long March 3" rocket."""
_NAMES_OF_A_DAY = tuple(
    f"{word} "
    for word in "Good Black Super Fat Ash Holy Cyber Bloody Palm Easter Giving Ruby every Every "
    "each".split()
)
_FOURTH = re.compile(r"\bFourth of $")
_CLOSED = re.compile(r"[.,]?[”\"'’](?!s\b)")
_PROGRAMME = re.compile(r"[“\"'‘](?:[A-Z]\w+ ){2,3}$")
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
_LATEST = 2040  # a number from there on before a plural counts


class Days(Place):
    """Reads the dates of one text."""

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
        match = _OF_LATE.match(text, at) if years else None
        if match is not None:
            return self._date(at, at + 4, match[1], "year"), match.end()
        match = _DECADE.match(text, at) if years else None
        if match is not None:
            first = float(match[1])
            return self._figure(
                at, match.end(), Number(at, at, None, first, first + 9), None, "date", "decade"
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
            if year is None and (named := of_year(text, end, self.published)) is not None:
                year, end = named
            meant = self._day_meant(match, year, at, end, name)
            iso = meant.iso
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
        if not _BARE_MONTH.search(before[-10:]):
            return None, end
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
        sure = meant.sure and (begin < at or not other_year(text[max(0, at - 250) : at]))
        return self._date(begin, end, meant.iso, "month", sure), end

    def _day_meant(
        self, match: re.Match[str], year: int | None, at: int, end: int, name: str | None
    ) -> Meant:
        """What a day of a month means, by its year or the words around it."""
        month, day = MONTHS[match["month"]], int(match["day"])
        if year is not None:
            return dates.month_day(month, day, year, self.published)
        before, after = self.text[max(0, at - LOOK) : at], self.text[end : end + LOOK]
        ahead = told(before, after)
        return dates.month_day(month, day, None, self.published, ahead, name, due(before, after))

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
            first = dates.weekday(row["day"], self.published, before[: row.start()], row[0] + word)
            iso = dates.weekday_from(
                word, first, self.published, row[0], before[: row.start()], after
            )
        else:
            iso = dates.weekday(word, self.published, before, after)
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
        return self._date(at, end, dates.moment(lower, self.published), "day"), end

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
        return self._date(at, end, meant, "year"), end

    def _relative(self, at: int, word: str, lower: str) -> tuple[Figure | None, int]:
        match = _NEXT_WORD.match(self.text, at + len(word))
        if match is None:
            return None, at + len(word)
        end = match.end()
        if self.text[end : end + 1] in ("’", "'") and self.text[end + 1 : end + 2] != "s":
            return None, end
        if self.text.startswith(" and a half", end):
            return None, match.start(1) - 1
        if match[1] in SEASONS:
            of_this = OF_YEAR.match(self.text, end)
            if _NOT_A_DAY.match(self.text, end) is not None and of_this is None:
                return None, end
            season = months.season(SEASONS[match[1]], self.published, lower)
            return self._date(at, end, season, "year"), end
        if match[1] in ("morning", "afternoon", "evening"):
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
        return self._date(at, end, iso, precision, not spans), end

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
