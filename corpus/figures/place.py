"""What every kind of figure is read with: one text, the day of publication, and `Figure`s.

The readers of days, of units and of numbers stand on this one and add what they know.
"""

from __future__ import annotations

import re
from datetime import date

from corpus.article import Figure, FigureKind, Where
from corpus.figures.meant import Meant
from corpus.figures.nouns import without_verb
from corpus.figures.numbers import Number
from corpus.figures.verbs import verb_of

UNIT = re.compile(
    r"(?P<percent>\s?%|[\s-][Pp]er\s?[Cc]ent(?:age)?(?P<points>[\s-]points?)?\b|[\s-]percentage"
    r"(?P<points2>[\s-]points?)?\b|\s?pct\b)"
    r"|(?P<old>[\s-](?:year|month|week|day)s?[\s-]olds?\b)"
    r"|[\s\u00a0-](?P<currency>(?:(?:US|U\.S\.|Canadian|Australian|American|British)\s)?"
    r"(?:dollars?|euros?|pounds sterling|cents?|yuan|renminbi|yen|r(?:o)?ubles?|rupees?|francs?|"
    r"lira|kron[aoe]r?|shekels?|pesos?|riyals?|dinars?|bucks|rand|baht|naira|hryvnias?|reais|"
    r"zloty|forints?|dirhams?|rials?|pence|USD|EUR|GBP|CHF|crowns?|ringgit|rupiahs?|korun[ay]|lei|"
    r"lev[a]?|tenge|birr|taka|cedis?|kwacha|drachmas?|guilders?|pesetas?|shillings?|"
    r"Deutsche\s[Mm]arks|bolivars?))\b"
    r"|(?P<duration>[\s\u00a0-]?(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|"
    r"YEARS?|MONTHS?|WEEKS?|DAYS?|HOURS?|MINUTES?|mornings?|evenings?|afternoons?|"
    r"weekends?|fortnights?|months?|years?|yrs?|decades?|century|centuries))\b(?![’'](?!\s))"
    r"|(?P<measure>\s?°\s?[CF]?(?![\w])|[\s\u00a0-]?(?:square[\s-]|cubic[\s-]|sq\.?\s|"
    r"nautical[\s-]|metric[\s-])?(?:km/h|"
    r"kilomet(?:er|re)s?|centimet(?:er|re)s?|millimet(?:er|re)s?|met(?:er|re)s?|km|cm|mm|miles?|"
    r"mph|kph|foot|feet|ft|inch(?:es)?|yards?|tonnes?|tons?|kg|kilograms?|kilos?|milligrams?|mg|"
    r"grams?|pounds?|lbs?|ounces?|lit(?:er|re)s?|gallons?|barrels?|acres?|hectares?|knots?|"
    r"degrees?|megawatts?|MW|gigawatts?|GW|kWh|gigabytes?|terabytes?|megabytes?|GB|MB|TB|Hz|"
    r"volts?|watts?|bushels?|calories|kilotons?|megatons?|micrograms?|µg|nanograms?|"
    r"millilit(?:er|re)s?|ml|decibels?|micromet(?:er|re)s?|microns?|nanomet(?:er|re)s?|terawatts?|"
    r"joules?|basis\spoints)\b|m\b(?=[\s,.)]))"
)

_PERIOD = re.compile(
    r"(?: (?:an?|per|each|every) |-(?:an?|per)-)(?P<each>hour|day|night|week|month|quarter|year)\b"
    r"(?! (?:ago|later|earlier|before|after|or two|old)|-old|[’'])|"
    r" (?P<often>hourly|daily|weekly|monthly|quarterly|annually|yearly)"
    r"(?=[.,;:!?)]|$| (?:in|to|for|on|by|from|through|and|or|as|of|with|at|since|over)\b)"
)
_OFTEN = {"annually": "year", "daily": "day"}
_MAY_HAVE_PERIOD = (" a", " p", " e", "-a", "-p", " h", " d", " w", " m", " q", " y")
_WHEN = re.compile(
    r"(?<!of)(?: (?:late|early))? (?:last|next|this) (?:week|month|year|night|season|weekend|"
    r"spring|summer|autumn|fall|winter)$| (?:ever|soon|yet)$|"
    r"(?<!of)(?: (?:last|next|this|late|early))?"
    r" (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?$"
)
_WAYS = (
    "along", "back", "away", "there", "here", "today", "again", "instead", "anyway", "online",
    "combined", "far",
)  # fmt: skip
_WAY = re.compile(rf"(?:(?:^| )(?:thus|{'|'.join(_WAYS)})\b)+$")
"""Adverbs behind what is counted: "200 miles of wall along the river", "voters there"."""
_NO_NOUN = frozenset({"ever", "soon", "yet"})
_LAST_OF_WHEN = frozenset(
    "week month year night season weekend spring summer autumn fall winter ever soon yet morning "
    "afternoon evening Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
)
_BEFORE_A_DAY = frozenset({"next", "last", "this", "early", "late", "set"})
_DIES = frozenset({"dies", "died"})  # "The mayor dies aged 77"
_THINKS = frozenset("estimates thinks believes says reckons argues".split())


def _without_time(about: str) -> str | None:
    """What a figure counts, without when or which way that was, and None where no noun is left."""
    if about.endswith(_WAYS) and (way := _WAY.search(about)) is not None:
        about = about[: way.start()]
        if not about or about.endswith("ing"):
            return None  # "7 percent away"
    if about.isdecimal() or about in _NO_NOUN:
        return None  # "the first six months of 2011"
    last = about[about.rfind(" ") + 1 :]
    if last in _LAST_OF_WHEN and (when := _WHEN.search(about)) is not None:
        about = about[: when.start()]
        if " " not in about and (about.endswith("ed") or about in _BEFORE_A_DAY):
            return None  # "the three arrested Saturday"
    elif last in _THINKS and last != about:
        about = about[: -len(last) - 1]  # "half of the country thinks"
        if about[:1].isupper() and " " not in about:
            return None  # "whom Watts thinks to be ten"
    return None if about[:1].isdigit() and about.endswith("%") else about


def period(text: str, at: int) -> str | None:
    """The time for each of which a sum or count is told that ends at `at`: "year" of "a year"."""
    if not text.startswith(_MAY_HAVE_PERIOD, at):
        return None
    found = _PERIOD.match(text, at)
    if found is None:
        return None
    often = found["often"]
    return found["each"] or _OFTEN.get(often) or often.removesuffix("ly")


class Place:
    """One text of an article, in which figures are read."""

    def __init__(self, within: Where, paragraph: int, text: str, published: date | None) -> None:
        self.within: Where = within
        self.paragraph = paragraph
        self.text = text
        self.published = published

    def _opens_sentence(self, at: int) -> bool:
        before = self.text[max(0, at - 4) : at].rstrip("\"“‘'( ")
        return not before or before[-1] in ".!?:;\n—–-…"

    def _date(
        self, start: int, end: int, iso: str | Meant | None, precision: str, sure: bool = True
    ) -> Figure:
        """A date; what it means is an ISO text, or one with whether it is sure. What is not known
        is not sure."""
        meant = iso if isinstance(iso, Meant) else Meant(iso, sure)
        number = Number(start, end, None)
        return self._figure(
            start, end, number, None, "date", precision, None, meant.iso,
            meant.sure and meant.iso is not None,
        )  # fmt: skip

    def _figure(
        self,
        start: int,
        end: int,
        number: Number,
        hedge: str | None,
        kind: FigureKind,
        unit: str | None,
        about: str | None = None,
        iso: str | None = None,
        sure: bool = True,
    ) -> Figure:
        verb = None
        if about:
            about = None if about in _DIES else _without_time(about)
        if about and about[-1].islower():
            found = self.text.find(about, end, end + len(about) + 12)
            after_it = found + len(about)
            behind = self.text[after_it : after_it + 12] if found >= 0 else ""
            about = without_verb(about, behind, kind not in ("count", "percent", "vote"))
        if kind not in ("date", "age", "ordinal"):
            after = end
            if about:
                found = self.text.find(about, end, end + len(about) + 12)
                after = found + len(about) if found >= 0 else end
            verb = verb_of(self.text, start, after, about or "")
        per = None
        if kind in ("money", "count"):
            per = period(self.text, end) or (period(self.text, after) if after > end else None)
        return Figure(
            self.within,
            self.paragraph,
            start,
            end,
            self.text[start:end],
            number.value,
            number.low,
            number.high,
            hedge,
            kind,
            unit,
            about or None,
            iso,
            verb,
            sure,
            per,
        )
