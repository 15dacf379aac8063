"""Days and moments as news pages write them, in the languages news pages come in.

A piece of text comes in; out come the dates in it, each with its place, its ISO 8601 day
and, where a time stands beside it, the moment with its zone. What these rules leave unread
can be tried with dateparser (`last_resort`), which is slow and only asked for short lines
that are known to hold a date. Nothing is guessed: 03/04/2015 alone is left unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from itertools import chain

from corpus import words
from corpus.trie import trie

_MONTH_NAMES = (
    "january jan januar jänner janvier janv enero ene janeiro gennaio gen januari ocak januára "
    "января styczeń stycznia ledna|"
    "february feb februar feber février févr fev fevrier febrero fevereiro febbraio februari "
    "şubat февраля luty lutego února|"
    "march mar märz maerz mrz mars marzo março marco maart mrt mart марта marzec marca března|"
    "april apr avril avr abril abr aprile nisan апреля kwiecień kwietnia dubna|"
    "may mai mayo maio maggio mag mei mayıs мая maj maja května|"
    "june jun juni juin junio junho giugno giu haziran июня czerwiec czerwca června|"
    "july jul juli juillet juil julio julho luglio lug temmuz июля lipiec lipca července|"
    "august aug août aout agosto ago augustus ağustos августа sierpień sierpnia srpna|"
    "september sep sept septembre septiembre setiembre setembro set settembre eylül сентября "
    "wrzesień września září|"
    "october oct oktober okt octobre octubre outubro out ottobre ott ekim октября październik "
    "października října|"
    "november nov novembre noviembre novembro kasım ноября listopad listopada listopadu|"
    "december dec dezember dez décembre déc decembre diciembre dic dezembro dicembre aralık "
    "декабря grudzień grudnia prosince"
)
MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(_MONTH_NAMES.split("|"), start=1)
    for name in names.split()
}
"""Month names and their short forms, lower case and without a dot, to the month's number."""

_MONTH = f"(?:{trie(MONTHS)})"
_ENGLISH = f"(?:{'|'.join((*words.MONTHS, *chain(*words.SHORT_MONTHS.values())))})"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)(?!\d(?!\d?:\d\d)|\.\d)"
_SHORT_YEAR = r"(?P<year>(?:1[89]|20)\d\d|['’]?\d\d)(?!\d)"
_DAY = r"(?P<day>\d{1,2})"

_FORMS = (
    # Dec. 17th, 2015 · DECEMBER 17 2015; a place may be glued before it
    re.compile(
        rf"(?<![a-zà-ÿ])(?P<month>{_MONTH})\.?\s{{0,3}}{_DAY}(?:st|nd|rd|th)?\s*[,.]?\s*{_YEAR}",
        re.I,
    ),
    re.compile(rf"(?P<month>{_ENGLISH})\.?\s{{1,3}}{_DAY}(?:st|nd|rd|th)?\s*[,.]?\s*{_YEAR}"),
    # 17 December 2015 · 17. Dezember 2015 · 17 de diciembre de 2015 · 17-Dec-2015 · 17 Dec '15
    re.compile(
        rf"(?<![\d.:]){_DAY}(?:st|nd|rd|th|er|º|°)?\.?[\s\-/]{{0,3}}(?:de\s+|of\s+|d['’])?"
        rf"(?P<month>{_MONTH})\.?[\s\-/,]{{0,3}}(?:de\s+|del\s+)?{_YEAR}",
        re.I,
    ),
    # 2015-12-17 · 2015/12/17 · 2015.12.17, 2015. 12. 17 · 20151217 is a number, not a day
    re.compile(
        rf"(?<![\d/.\-]){_YEAR}(?P<sep>[-/.])\s?(?P<month>\d{{1,2}})(?P=sep)\s?{_DAY}(?!\d)"
    ),
    # 2015年12月17日 · 2015년 12월 17일
    re.compile(rf"{_YEAR}\s?[年년]\s?(?P<month>\d{{1,2}})\s?[月월]\s?{_DAY}\s?[日일]"),
    # 17.12.2015: with dots the day comes first
    re.compile(rf"(?<![\d.]){_DAY}\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}"),
    # 12.17.2015: read only where the second cannot be a month
    re.compile(rf"(?<![\d.]){_DAY}(?P<sep>\.)(?P<month>\d{{1,2}})\.{_YEAR}"),
    # 17/12/2015 or 12/17/15: read only where one of the two cannot be a month
    re.compile(rf"(?<![\d/\-]){_DAY}(?P<sep>[/\-])(?P<month>\d{{1,2}})(?P=sep){_SHORT_YEAR}"),
)
_SLASHED = _FORMS[-2:]
_AMERICAN_ZONE = re.compile(r"[\s,\-]*\d{1,2}:\d\d\s*(?:[AP]M)?\s*[ECMP][SD]?T\b", re.I)
_HINT = re.compile(  # the last but two digits of a year: the search runs from one digit to the next
    r"\d(?:(?:(?<=1[89])|(?<=20))\d\d|/\d{1,2}/\d\d)"
)
_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?)?"
    r"\s*(?P<half>[ap]\.?m\b\.?)?\s*(?:Uhr\b|hrs?\b)?"
    r"\s*\(?(?P<zone>Z\b|[+-]\d\d:?\d\d\b|(?:GMT|UTC)\s?(?:[+-]\s?\d{1,2}(?::?\d\d)?)?"
    r"|[A-Z]{2,4}T\b|ET\b|PT\b|CT\b|MT\b)?",
    re.I,
)
_BEFORE_TIME = re.compile(
    r"[\s,;|·•@–—\-/(T]*(?:\b(?:at|um|à|a las|às|ore|klo|saat|kl\.?)\s)?\s*", re.I
)
_TIME_BEFORE = re.compile(
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d\d)\s*(?P<half>[ap]\.?m\b\.?)?"
    r"\s*\(?(?P<zone>GMT|UTC|[A-Z]{2,4}T\b)?\)?[\s,;|·•–—\-]*(?:on\s)?"
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?$",
    re.I,
)
_AMERICAN = {"E": -5, "C": -6, "M": -7, "P": -8}
_ZONES = {
    "z": 0, "gmt": 0, "utc": 0, "wet": 0, "bst": 1, "west": 1, "cet": 1, "mez": 1, "cest": 2,
    "mesz": 2, "eet": 2, "sast": 2, "eest": 3, "msk": 3, "trt": 3, "pkt": 5, "ist": 5.5,
    "sgt": 8, "hkt": 8, "awst": 8, "jst": 9, "kst": 9, "acst": 9.5, "aest": 10, "aedt": 11,
    "nzst": 12, "nzdt": 13, "ast": -4, "adt": -3, "akst": -9, "akdt": -8, "hst": -10, "brt": -3,
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
}  # fmt: skip
_OFFSET = re.compile(r"(?:gmt|utc)?\s?([+-])\s?(\d{1,2}):?(\d\d)?$", re.I)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: where it stands (its time included), and what it says."""

    start: int
    end: int
    day: str
    moment: str | None = None


def find_dates(text: str, *, british: bool | None = None) -> list[FoundDate]:
    """Every full date in the text, in order; a time beside it belongs to it.

    `british` settles 03/04/2015 (True: 3 April); None leaves such a day unread.

    >>> find_dates("PORT CALDERMar 3, 2031 - 06:12 am GMT+1")[0].moment
    '2031-03-03T06:12:00+01:00'
    """
    if _HINT.search(text) is None:
        return []
    found: list[FoundDate] = []
    for match, day in sorted(_days(text, british), key=lambda pair: pair[0].start()):
        if not found or match.start() >= found[-1].end:
            found.append(_with_time(text, match, day))
    return found


def _days(text: str, british: bool | None) -> Iterator[tuple[re.Match[str], date]]:
    for form in _FORMS:
        for match in form.finditer(text):
            first, month, year = int(match["day"]), match["month"], match["year"].lstrip("'’")
            second = int(month) if month.isdigit() else MONTHS[month.lower()]
            if form in _SLASHED:
                american = british is False or _AMERICAN_ZONE.match(text, match.end())
                if form is _SLASHED[0] and second <= 12:
                    continue  # read as day and month by the form above
                if first > 12 or british is True or first == second:
                    pass
                elif second > 12 or american:
                    first, second = second, first
                else:
                    continue
            try:
                day = date(int(year) + (2000 if len(year) == 2 else 0), second, first)
            except ValueError:
                continue
            yield match, day


def _with_time(text: str, match: re.Match[str], day: date) -> FoundDate:
    start, end = match.span()
    gap = _BEFORE_TIME.match(text, end)
    time = _TIME.match(text, gap.end() if gap else end)
    if time and (time["minute"] or time["half"]) and (moment := _moment(day, time)):
        return FoundDate(start, end=_closed(text, time.end()), day=day.isoformat(), moment=moment)
    before = _TIME_BEFORE.search(text, max(0, start - 40), start)
    if before and (moment := _moment(day, before)):
        return FoundDate(before.start(), end, day.isoformat(), moment)
    return FoundDate(start, end, day.isoformat())


def _closed(text: str, end: int) -> int:
    return end + 1 if text[end : end + 1] == ")" else end


def _moment(day: date, time: re.Match[str]) -> str | None:
    groups = time.groupdict()
    hour, minute = int(groups["hour"]), int(groups["minute"] or 0)
    half = (groups["half"] or "").lower()[:1]
    if half and not 1 <= hour <= 12:
        half = ""
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59:
        return None
    moment = datetime(
        day.year, day.month, day.day, hour, minute, min(59, int(groups.get("second") or 0))
    )
    return moment.replace(tzinfo=_zone(groups["zone"], day)).isoformat()


def _zone(name: str | None, day: date) -> timezone | None:
    if not name:
        return None
    folded = name.strip().lower()
    if offset := _OFFSET.match(folded):
        minutes = int(offset[2]) * 60 + int(offset[3] or 0)
        if minutes > 14 * 60:
            return None
        return timezone(timedelta(minutes=-minutes if offset[1] == "-" else minutes))
    if len(folded) == 2 and folded[1] == "t" and name[0].upper() in _AMERICAN:
        return timezone(timedelta(hours=_AMERICAN[name[0].upper()] + _summer_in_america(day)))
    hours = _ZONES.get(folded)
    return None if hours is None else timezone(timedelta(hours=hours))


def _summer_in_america(day: date) -> int:
    # Second Sunday of March to first Sunday of November, as since 2007.
    march, november = date(day.year, 3, 1), date(day.year, 11, 1)
    begins = march + timedelta(days=(6 - march.weekday()) % 7 + 7)
    ends = november + timedelta(days=(6 - november.weekday()) % 7)
    return 1 if begins <= day < ends else 0


def first_day(text: str) -> FoundDate | None:
    """The first full date of a text, or None."""
    found = find_dates(text)
    return found[0] if found else None


_URL_DAY = re.compile(
    r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>\d{1,2}|[a-z]{3})[/-](?P<day>\d{1,2})(?=[/\-_.]|$)|"
    r"(?<!\d)(?P<year2>20[012]\d)-?(?P<month2>[01]\d)-?(?P<day2>[0-3]\d)(?!\d)",
    re.I,
)


def day_of_url(url: str) -> str | None:
    """The day that a news address names in its path, as in /2016/02/04/ or /2016/feb/04/."""
    for match in _URL_DAY.finditer(url):
        year, month, day = (match[name] or match[name + "2"] for name in ("year", "month", "day"))
        number = int(month) if month.isdigit() else MONTHS.get(month.lower(), 0)
        try:
            return date(int(year), number, int(day)).isoformat()
        except ValueError:
            continue
    return None


EARLIEST = 1600  # the first newspapers; pages without a day state year 1
_ISO = re.compile(
    r"\s*(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(\S+)?)?"
)


def parse_stated(text: str) -> tuple[str, str | None] | None:
    """Day and moment of a value that is known to be a date: a field, an option, a meta tag.

    Midnight without a zone is how programs write a day whose time they do not know.
    """
    parsed = _parse_stated(text.strip()[:100])
    if parsed is not None and parsed[1] is not None and parsed[1].endswith("T00:00:00"):
        return parsed[0], None
    return parsed


def _parse_stated(value: str) -> tuple[str, str | None] | None:
    iso = _ISO.match(value)
    if iso:
        try:
            day = date(int(iso[1]), int(iso[2]), int(iso[3]))
        except ValueError:
            return None
        if day.year < EARLIEST:
            return None
        if iso[4] is None:
            return day.isoformat(), None
        hour, minute, second = int(iso[4]), int(iso[5]), int(iso[6] or 0)
        if hour > 23 or minute > 59 or second > 59:
            return day.isoformat(), None
        moment = datetime(day.year, day.month, day.day, hour, minute, second)
        return day.isoformat(), moment.replace(tzinfo=_zone(iso[7], day)).isoformat()
    compact = re.fullmatch(r"((?:19|20)\d\d)([01]\d)([0-3]\d)(?:T?\d*Z?)?", value)
    if compact:
        try:
            return date(int(compact[1]), int(compact[2]), int(compact[3])).isoformat(), None
        except ValueError:
            return None
    found = find_dates(value) or find_dates(value, british=False)
    if found:
        return found[0].day, found[0].moment
    return last_resort(value)


def last_resort(text: str) -> tuple[str, str | None] | None:
    """What dateparser reads from a short text; a year must be written in it."""
    if not text or len(text) > 80 or _HINT.search(text) is None or text.strip().isdigit():
        return None
    import dateparser

    try:
        moment = dateparser.parse(
            text, settings={"STRICT_PARSING": True, "RETURN_AS_TIMEZONE_AWARE": False}
        )
    except (ValueError, OverflowError, TypeError, re.error):
        return None
    return None if moment is None else (moment.date().isoformat(), None)
