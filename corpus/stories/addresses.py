"""Between which days an article came out that states no day, as its address tells.

In goes an address, out comes a first and a last day, or None. Three kinds of addresses tell:
a year and a month in the path, the second of publication at its end (Wall Street Journal), and
numbers that a site gives its pages one after the other. How those run is known from a few
numbers whose days are known, so that an address says the same in every archive.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import UTC, date, datetime

from corpus.dates import MONTHS

SLACK, MOST = 5, 24  # days by which a day read between two known numbers may be wrong
_MONTH = re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>\d{1,2}|[a-z]{3,9})(?:/|$)")
_SECOND = re.compile(r"wsj\.com/.*-1?(?P<second>1\d{9})(?:$|[?#])")
_RUNNING = re.compile(
    r"(?P<site>bbc)\.(?:com|co\.uk)/.*[-/](?P<bbc>\d{8})(?:$|[?#])"
    r"|(?P<other>abcnews)\.go\.com/.*[?&]id=(?P<abcnews>\d{8})(?:$|[&#])"
)
_HINTS = "bbc.", "abcnews.go"  # cheap signs of a running number


def _known(*pairs: tuple[int, str]) -> tuple[tuple[int, int], ...]:
    return tuple((number, date.fromisoformat(day).toordinal()) for number, day in pairs)


_NUMBERS = {
    "bbc": _known(
        (30_336_995, "2014-12-04"), (36_620_426, "2016-06-24"), (40_564_245, "2017-07-11"),
        (41_074_919, "2017-08-28"), (41_466_116, "2017-10-02"), (42_074_085, "2017-11-22"),
        (43_079_903, "2018-02-15"), (43_614_400, "2018-04-02"), (44_045_957, "2018-05-08"),
        (44_462_628, "2018-06-13"), (44_961_560, "2018-07-26"), (45_318_100, "2018-08-27"),
        (45_702_609, "2018-10-01"), (46_166_980, "2018-11-11"), (46_515_743, "2018-12-11"),
        (47_037_365, "2019-01-29"), (47_648_565, "2019-03-21"), (48_253_002, "2019-05-13"),
        (48_814_975, "2019-06-30"), (49_147_365, "2019-07-28"), (49_981_806, "2019-10-09"),
        (50_755_113, "2019-12-12"), (51_767_884, "2020-03-06"), (53_086_042, "2020-06-17"),
    ),
    "abcnews": _known(
        (18_099_848, "2012-12-31"), (18_736_731, "2013-03-15"), (18_995_936, "2013-04-22"),
        (19_226_182, "2013-05-21"), (19_636_641, "2013-07-14"), (22_381_305, "2014-02-05"),
        (27_600_443, "2014-12-15"), (31_922_162, "2015-06-20"), (36_630_789, "2016-02-01"),
        (47_695_998, "2017-05-29"), (49_208_560, "2017-08-14"), (50_501_256, "2017-10-16"),
        (53_377_233, "2018-02-26"), (55_085_542, "2018-05-10"), (57_142_272, "2018-08-12"),
        (59_494_189, "2018-11-30"), (62_533_965, "2019-04-22"), (64_631_731, "2019-07-28"),
        (65_407_311, "2019-09-05"), (66_275_416, "2019-10-14"), (67_498_506, "2019-12-04"),
        (68_277_959, "2020-01-14"), (69_768_265, "2020-03-24"), (70_921_155, "2020-05-28"),
        (71_535_322, "2020-06-29"),
    ),
}  # fmt: skip
"""Numbers of a site with their days, rising."""


def days_of(url: str | None) -> tuple[int, int] | None:
    """The first and last day (ordinals) on which the page at this address can have come out.

    None where the address does not tell, or tells no nearer than some seven weeks.

    >>> [date.fromordinal(day).isoformat() for day in days_of("https://a.example/2031/02/x") or ()]
    ['2031-02-01', '2031-02-28']
    """
    if not url:
        return None
    if found := _MONTH.search(url):
        year, month = int(found["year"]), found["month"]
        number = int(month) if month.isdigit() else MONTHS.get(month, 0)
        if 1 <= number <= 12:
            first = date(year, number, 1).toordinal()
            return first, date(year + number // 12, number % 12 + 1, 1).toordinal() - 1
    if "wsj.com/" in url and (found := _SECOND.search(url)):
        day = datetime.fromtimestamp(int(found["second"]), UTC).date().toordinal()
        return day - 1, day + 1
    if any(hint in url for hint in _HINTS) and (found := _RUNNING.search(url)):
        site = found["site"] or found["other"]
        return _between(int(found[site]), _NUMBERS[site])
    return None


def _between(number: int, known: tuple[tuple[int, int], ...]) -> tuple[int, int] | None:
    """The days of a running number, by those beside it; outside of them nothing is known."""
    at = bisect_right(known, (number, 0))
    if not 0 < at < len(known):
        return None
    (low, first), (high, last) = known[at - 1], known[at]
    day = first + round((last - first) * (number - low) / (high - low))
    # Far between two known numbers the line through them strays most.
    slack = SLACK + min(day - first, last - day) // 8
    return (day - slack, day + slack) if slack <= MOST else None
