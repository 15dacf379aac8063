"""Days, months and years in a text: a place where one may stand comes in, a figure goes out.

Knows how dates are written and what only looks like one (times, telephone numbers); what
they mean is known to `dates`.
"""

from __future__ import annotations

import re

from corpus.article import Figure
from corpus.figures import dates
from corpus.figures.about import following
from corpus.figures.numbers import Number
from corpus.figures.place import UNIT, Place
from corpus.figures.words import MONTHS

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
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?!\d)")
_SLASHED = re.compile(r"\d{1,4}(?:/\d{1,4})+(?:\b|$)")
_SPAN_OF_YEARS = re.compile(r"((?:1[5-9]|20)\d\d)\s?[-–/]\s?((?:1[5-9]|20)?\d\d)\b(?![,.]?\d)")
_DECADE = re.compile(r"((?:1[5-9]|20)\d0)[’']?s\b")
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
_PHONE = re.compile(r"\+?\(?\d{1,4}\)?(?:[\s.-]\(?\d{2,4}\)?){2,4}(?![\d,%])(?=\D|$)")
_NEXT_WORD = re.compile(r" (\w+)")
_TITLED = re.compile(r"\s(?:Night|Times|Mail|Herald)\b")
_DATED = re.compile(rf",?\s(?:(?:{_NAMES})\.?\s\d|\d{{1,2}}\s(?:{_NAMES})\b)")
_BARE_MONTH = re.compile(
    r"\b(?:in|since|by|until|of|last|next|this|early|late|mid|during|from|through|till|"
    r"between|to|and|before|after)[ -]$"
)


class Days(Place):
    """Reads the dates of one text."""

    def _calendar(self, at: int, before: str) -> tuple[Figure | None, int]:
        """A date or a time in digits; (None, `at`) where it is neither."""
        text = self.text
        match = _DAY_MONTH.match(text, at)
        if match is not None and 1 <= int(match["day"]) <= 31:
            year = int(match["year"]) if match["year"] else None
            iso = dates.month_day(MONTHS[match["month"]], int(match["day"]), year, self.published)
            return self._date(at, match.end(), iso, "day"), match.end()
        match = _TIME.match(text, at)
        if match is not None:
            return None, match.end()
        match = _ISO.match(text, at)
        if match is not None:
            iso = dates.month_day(int(match[2]), int(match[3]), int(match[1]), None)
            return (self._date(at, match.end(), iso, "day") if iso else None), match.end()
        match = _SLASHED.match(text, at)
        if match is not None:
            return None, match.end()
        match = _SPAN_OF_YEARS.match(text, at)
        if match is not None:
            second = match[2] if len(match[2]) == 4 else match[1][:2] + match[2]
            if int(match[1]) < int(second):
                figure = self._date(at, match.end(), f"{match[1]}/{second}", "year")
                return figure, match.end()
        match = _DECADE.match(text, at)
        if match is not None:
            first = float(match[1])
            return self._figure(
                at, match.end(), Number(at, at, None, first, first + 9), None, "date", "decade"
            ), match.end()
        match = _YEAR.match(text, at)
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
        led = _BEFORE_YEAR.search(before)
        if led is not None and led[0].strip().lower() in ("in", "since", "by", "until", "during"):
            return not (noun is not None and noun.split()[-1] in ("people", "percent"))
        if unit is not None:
            return False
        if noun is None:
            return 1900 <= int(match[0]) <= 2099 or led is not None
        if noun.split(None, 1)[0][:1].isupper() and int(match[0]) >= 1900:
            return True
        head = noun.split(" of ")[0].split()[-1]
        if head.endswith("s") and head[:1].islower() and led is None and head != "elections":
            return False
        if head in ("people", "men", "women", "children", "troops", "police"):
            return False
        return 1900 <= int(match[0]) <= 2099

    def _month(self, at: int, word: str) -> tuple[Figure | None, int]:
        text = self.text
        before = text[max(0, at - 90) : at]
        match = _MONTH_DAY.match(text, at)
        if match is not None and 1 <= int(match["day"]) <= 31:
            month = MONTHS[match["month"]]
            year = int(match["year"]) if match["year"] else None
            ahead = dates.looks_ahead(before)
            iso = dates.month_day(month, int(match["day"]), year, self.published, ahead)
            if match["to"]:
                last = dates.month_day(month, int(match["to"]), year, self.published)
                iso = f"{iso}/{last}" if iso and last else iso
            return self._date(at, match.end(), iso, "day"), match.end()
        match = _MONTH_YEAR.match(text, at)
        if match is not None:
            iso = f"{match['year']}-{MONTHS[match['month']]:02d}"
            return self._date(at, match.end(), iso, "month"), match.end()
        end = at + len(word)
        if not _BARE_MONTH.search(before[-10:]):
            return None, end
        if text[end : end + 1].isalpha() or re.match(
            r"[’']s?\s?[A-Z]|\s[A-Z]", text[end : end + 4]
        ):
            return None, end
        if word in (
            "Mar",
            "Jan",
            "Jun",
            "Jul",
            "Sep",
            "Dec",
            "Nov",
            "Oct",
            "Feb",
            "Apr",
            "Aug",
        ) and (text[end : end + 1] != "."):
            return None, end
        iso = dates.month_alone(MONTHS[word], self.published, before)
        return self._date(at, end, iso, "month"), end

    def _weekday(self, at: int, word: str) -> Figure | None:
        text = self.text
        end = at + len(word)
        before = text[max(0, at - 90) : at]
        if before.endswith(
            (
                "Good ",
                "Black ",
                "Super ",
                "Fat ",
                "Ash ",
                "Holy ",
                "Cyber ",
                "Bloody ",
                "Palm ",
                "Easter ",
                "every ",
                "Every ",
                "each ",
                "Giving ",
                "Ruby ",
            )
        ):
            return None
        if text.startswith(("s", "’", "'", "-"), end) and not text.startswith(("'s", "’s"), end):
            return None
        if _TITLED.match(text, end) or _DATED.match(text, end):
            return None  # the date behind it says it
        return self._date(at, end, dates.weekday(word, self.published, before), "day")

    def _relative(self, at: int, word: str, lower: str) -> tuple[Figure | None, int]:
        match = _NEXT_WORD.match(self.text, at + len(word))
        if match is None:
            return None, at + len(word)
        end = match.end()
        if self.text[end : end + 1] in ("’", "'"):
            return None, end
        if self.text.startswith(" and a half", end):
            return None, end
        iso, precision = dates.relative(lower, match[1], self.published)
        return self._date(at, end, iso, precision), end

    def _ago(self, start: int, end: int, count: float, unit: str) -> Figure:
        iso, precision = dates.ago(count, unit, self.published)
        return self._date(start, end, iso, precision)
