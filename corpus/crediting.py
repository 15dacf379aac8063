"""Which lines of an article credit an agency, and whether its words are that agency's as a whole.

In goes an `Article`, out come `Credit`s in the order of the text. Copy is what a dateline, a
byline, the line under the text or its copyright gives to one agency. A credit under a picture is
none for the words, "contributed to this report" is one for some of them, and "told Reuters" is
one for its own sentence only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus.agencies import contributed, is_agency, named_in
from corpus.article import Article

_BYLINE = 14  # words of a byline; what is longer is a caption that was taken for one
_DATELINE = 70  # characters at the beginning of the text in which a dateline names the agency
_IN_BRACKETS = re.compile(
    r"[^!?“”\"]{0,60}?\((?P<who>[^()]{2,40})\)\s*(?:[-–—:_]+\s|(?=[A-ZÀ-Þ“\"]))"
)
_BESIDE = re.compile(r"\b(?:with|and|mit|et|y|e)\s+(?:the\s+)?\S", re.IGNORECASE)
_OWNED = re.compile(
    r"(?:(?:©|\(c\)|\bcopyright)\s*){1,2}(?:\d{4},?\s)?(?:by\s)?(?P<who>\S.{1,60}?)[.,]?\s"
    r"all rights reserved",
    re.IGNORECASE,
)
_SOURCE = re.compile(  # "jm/dm (AFP)", "Source: AP", "-- Reuters"
    r"(?:.*\((?P<in>[^()]+)\)|(?:source|credit|via|by|from|agency)?[\s:—–-]*(?P<who>.+?))[\s.]*",
    re.IGNORECASE,
)
_PICTURE = re.compile(
    r"\b(?:image|photo\w*|picture|foto\w*|copyright|getty|file|video|graphic|pool|handout|via)\b|©",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Credit:
    """A line that credits an agency; `whole`: for all the words of the article."""

    agency: str
    line: str
    whole: bool


def credits(article: Article) -> tuple[Credit, ...]:
    """Every credit that the lines around the text give to an agency, each agency's line once."""
    return tuple(dict.fromkeys(_credits(article)))


def copied_from(article: Article) -> str | None:
    """The one agency whose copy the article is by its own credits; None where it names none, or
    several, of which none can be said to have passed on what a sentence says."""
    named = {credit.agency for credit in credits(article) if credit.whole}
    return named.pop() if len(named) == 1 else None


def publishes_itself(agency: str, outlet: str | None) -> bool:
    """Whether an outlet is the agency: "Associated Press", "uk.reuters.com"."""
    if outlet is None:
        return False
    return agency in named_in(outlet) or agency.lower() in outlet.lower().split(".")


@lru_cache(maxsize=10_000)
def is_agency_itself(outlet: str | None) -> bool:
    """Whether an outlet is an agency: its text at others is a copy of its own."""
    if outlet is None:
        return False
    *hosts, _ = outlet.split(".")
    labels = [one.removesuffix("news") for one in hosts if len(one) > 2]  # "aa" is many a host
    return any(map(is_agency, (outlet, *map(str.upper, labels), *map(str.title, labels))))


def _credits(article: Article) -> Iterator[Credit]:
    body = [p for p in article.paragraphs if p.role == "body"]
    opening = _IN_BRACKETS.match(body[0].text[:_DATELINE]) if body else None
    if opening is not None:
        for agency in _only_agencies(opening["who"]):
            yield Credit(agency, opening[0].strip(), True)
    last = max((p.line for p in body if p.line is not None), default=None)
    for removed in article.removed:
        text = removed.text
        owner = _OWNED.search(text) if "ights reserved" in text else None
        if owner is None and _PICTURE.search(text):
            continue
        if helped := contributed(text):
            whole = _only_agencies(owner["who"]) if owner and "ontribut" not in text else []
            yield from (Credit(agency, text, agency in whole) for agency in helped)
        elif removed.role in ("byline", "dateline") and len(text.split()) <= _BYLINE:
            alone = named_in(_BESIDE.split(text)[0])
            yield from (Credit(agency, text, agency in alone) for agency in named_in(text))
        elif removed.role == "credit":
            under = last is not None and removed.line is not None and removed.line > last
            source = _SOURCE.fullmatch(text) if under else None
            whole = _only_agencies(source["in"] or source["who"]) if source else []
            yield from (Credit(agency, text, agency in whole) for agency in named_in(text))
    for paragraph in body[-1:]:
        yield from (Credit(a, paragraph.text, False) for a in contributed(paragraph.text))
    for author in article.authors:
        yield from (Credit(agency, author, True) for agency in _only_agencies(author))


def _only_agencies(text: str) -> list[str]:
    """The agencies of a text that names them and nothing else: "AP, dpa", not "AP Photo"."""
    parts = [part.strip() for part in re.split(r"[,/;&]|\band\b", text) if part.strip()]
    return [a for part in parts for a in named_in(part)] if all(map(is_agency, parts)) else []
