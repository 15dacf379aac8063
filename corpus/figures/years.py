"""The year that a month's name is given by the words beside it: the text comes in, a year goes out.

"September and October 2016", "in mid-October of that year".
"""

from __future__ import annotations

import re
from datetime import date

from corpus.figures.tense import in_sentence
from corpus.figures.words import MONTHS

_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_ROW = re.compile(
    rf"(?:(?:,| and| or| to| through| until|,? and| ?[-–])"
    rf"(?: (?:early|late|mid))?[ -]?(?P<month>{_NAMES})\b\.?){{1,3}},? (?:of )?"
    r"(?P<year>(?:19|20)\d\d)\b"
)
_THAT_YEAR = re.compile(r",? (?:of )?(?:that|the same) year\b")
_YEARS = re.compile(r"(?<![\d$£€,.])(?:19|20)\d\d(?![\d,%]|\.\d)")
_IN_YEAR = re.compile(
    rf"\b(?:[Ii]n|[Ss]ince|[Oo]f|[Dd]uring|(?:{_NAMES})\.?(?: \d{{1,2}},)?) "
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
    that = _THAT_YEAR.match(text, end)
    if that is not None:
        years = _YEARS.findall(text, max(0, at - _BACK), at)
        return (int(years[-1]) if years else None), that.end()
    return None


def other_year(before: str, after: str, iso: str | None) -> bool:
    """Whether the sentence of a month tells of other years than its own by their number.

    "In 2008 he led until June", "the plan of January, put off in 2016".
    """
    told = [year["year"] for year in _IN_YEAR.finditer(in_sentence(before))]
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
