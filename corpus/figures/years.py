"""The year that a month's name is given by the words beside it: the text comes in, a year goes out.

"September and October 2016", "in mid-October of that year".
"""

from __future__ import annotations

import re
from datetime import date

from corpus.figures.tense import in_sentence
from corpus.figures.words import MONTHS

_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
MONTHS_NAMED = re.compile(rf"\b(?:{_NAMES})\b")
_ROW = re.compile(
    rf"(?:(?:,| and| or| to| through| until|,? and| ?[-–])"
    rf"(?: (?:early|late|mid))?[ -]?(?P<month>{_NAMES})\b\.?){{1,3}},? (?:of )?"
    r"(?P<year>(?:19|20)\d\d)\b"
)
_THAT_YEAR = re.compile(
    rf"(?:(?:,| and| or| to| through| until)(?: (?:early|late|mid))?[ -](?:{_NAMES})\b\.?)"
    r"{0,3},? "
    r"(?:of )?(?:that|the same) year\b"
)
_OF_TERM = re.compile(
    r" of (?:[\w.’'-]+ ){1,5}?(?:first|second|third|fourth|last|final) (?:year|term)\b"
)
_STOP = re.compile(r"(?<=[a-z\d]{2}[.!?])[”\"’]?\s+(?=[“\"A-Z])|\n")
_MONTH_OF_YEAR = re.compile(
    rf"(?<![Ss]ince )(?<!than )\b(?P<month>{_NAMES})\.?,?(?: \d{{1,2}},?)?(?: of)? "
    r"(?P<year>(?:19|20)\d\d)\b"
)
_SPAN_FROM = re.compile(r"\b[Ff]rom\b[^.;]*$")
_SPAN_TO = re.compile(r"\bto\b")
_OF_OUR_TIME = re.compile(r"\b(?:this|last) (?:year|month|week)\b|\b(?:now|today|yesterday|ago)\b")
_TALE = 160  # characters back in which a month of another year was told
_YEARS = re.compile(r"(?<![\d$£€,.])(?:19|20)\d\d(?![\d%]|[.,]\d)")
_IN_YEAR = re.compile(
    rf"\b(?:[Ii]n|[Oo]f|[Dd]uring|(?:{_NAMES})\.?(?: \d{{1,2}},)?) "
    r"(?P<year>(?:19|20)\d\d)\b"
)
_BESIDE = re.compile(
    r"[^.;:]{0,30}?\b(?:in|of|during) (?:late |early |mid-)?(?P<year>(?:19|20)\d\d)\b"
)
_ENDS = re.compile(r"[.;!?]\s")
_WHOLE = re.compile(
    rf"\b(?:(?P<month>{_NAMES})\.? (?P<day>\d{{1,2}}),|(?P<on>\d{{1,2}}) (?P<of>{_NAMES})\.?) "
    r"(?P<year>(?:19|20)\d\d)\b"
)
_ELECTED = re.compile(
    r"\b(?P<year>(?:19|20)\d\d) (?:[\w-]+ ){0,2}?"
    r"(?:elections?|midterms?|races?|campaign|cycle|contest|vote|victory|win|loss)\b"
)
_ENDED = re.compile(r"\d\.[”\"]?\s+[“\"A-Z]")
_BACK = 400  # characters before a month in which "that year" has been told

_SPANS = (" to ", " and ", " through ", " until ", " - ", " – ")
_TO_DAY = re.compile(
    rf" (?:to|and|through|until|-|–) (?:(?:{_NAMES})\.?\s\d{{1,2}}|\d{{1,2}}\s(?:{_NAMES})),?"
    r"\s(?P<year>(?:19|20)\d\d)\b"
)
OF_YEAR = re.compile(
    r" (?:of )?(?:(?P<led>last|next|this) year\b(?![’'])|(?P<year>(?:19|20)\d\d)\b)"
)


def of_year(text: str, end: int, published: date | None) -> tuple[int, int] | None:
    """The year that "last year" behind a day means, and where that ends; or the year of the day
    that ends its span: "from May 16 to June 8, 2031"."""
    if text.startswith(_SPANS, end) and (to := _TO_DAY.match(text, end)) is not None:
        return int(to["year"]), end
    found = OF_YEAR.match(text, end)
    if found is None or not found["led"] or published is None:
        return None
    return published.year + {"last": -1, "next": 1}.get(found["led"], 0), found.end()


def in_full(short: int, published: date | None) -> int | None:
    """The year of two digits, 0 to 99: no later than the one after publication. None without a day
    of publication."""
    if published is None:
        return None
    return 2000 + short if 2000 + short <= published.year + 1 else 1900 + short


def year_told(text: str, at: int, end: int) -> tuple[int | None, int] | None:
    """The year of a month's name at `at`, and where its date ends; None where none is told.

    The year itself is None where "that year" is told of none.
    """
    row = _ROW.match(text, end)
    if row is not None:
        first = MONTHS[text[at:end].rstrip(".")]
        return int(row["year"]) - (first > MONTHS[row["month"]]), end
    that = that_year(text, at, end)
    if that is not None:
        return that
    if _OF_TERM.match(text, end) is not None:
        return None, end  # "in May of his first year"
    return None


def that_year(text: str, at: int, end: int) -> tuple[int | None, int] | None:
    """The same of "that year" behind a date alone."""
    that = _THAT_YEAR.match(text, end)
    if that is None:
        return None
    years = _YEARS.findall(text, max(0, at - _BACK), at)
    alone = MONTHS_NAMED.search(that[0]) is None
    return (int(years[-1]) if years else None), that.end() if alone else end


def month_in_year(before: str, month: int, iso: str | None) -> str | None:
    """The year of a month told with it earlier in the sentence, where that is not the year of a
    month or day: "In June 2026 the pier fell; in October the ferry sank"."""
    sentence = _STOP.split(before)[-1]
    told = list(_MONTH_OF_YEAR.finditer(sentence))
    if not told or iso is None or told[-1]["year"] >= iso[:4]:
        return None
    if _SPAN_TO.search(sentence, told[-1].end()) and _SPAN_FROM.search(sentence[: told[-1].end()]):
        return None  # "from 40 ferries in January 2026 to 50 in June"
    year = str(int(told[-1]["year"]) + (month < MONTHS[told[-1]["month"]]))
    return year if year < iso[:4] else None


def in_older_tale(before: str, iso: str | None) -> bool:
    """Whether a month of an earlier year than that of a date was told shortly before its
    sentence, and nothing of our time since: the date may be of that year."""
    told = list(_MONTH_OF_YEAR.finditer(before, max(0, len(before) - _TALE)))
    if not told or iso is None or told[-1]["year"] >= iso[:4]:
        return False
    since = told[-1].end()
    return _STOP.search(before, since) is not None and _OF_OUR_TIME.search(before, since) is None


def other_year(before: str, after: str, iso: str | None) -> bool:
    """Whether the sentence of a month tells of other years than its own by their number.

    "In 2008 he led until June", "the plan of January, put off in 2016".
    """
    told = [year["year"] for year in _IN_YEAR.finditer(_STOP.split(before)[-1])]
    beside = _BESIDE.match(after)
    if beside is not None:
        told.append(beside["year"])
    if iso is not None and iso.endswith("-11"):
        whole = in_sentence(before) + _ENDS.split(after)[0]
        told.extend(year["year"] for year in _ELECTED.finditer(whole))
    return any(iso is None or year != iso[:4] for year in told)


def day_in_year(before: str, iso: str | None) -> str | None:
    """The year of a whole date that stands in the sentence before a day, where it is not its own.

    "The fair opened on May 3, 1962, and burned down on May 9".
    """
    found = list(_WHOLE.finditer(in_sentence(before)))
    if not found or iso is None or found[-1]["year"] >= iso[:4]:
        return None
    told = found[-1]
    if _ENDED.search(before, before.rfind(told[0])) is not None:
        return None
    begun = MONTHS[told["month"] or told["of"]], int(told["day"] or told["on"])
    later = (int(iso[5:7]), int(iso[8:10])) >= begun
    year = str(int(told["year"]) + (not later))  # "open from Nov. 5, 1998, to Feb. 2"
    return year if year < iso[:4] else None
