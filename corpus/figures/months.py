"""A month or a season without a year: its name and the words around it come in, ISO 8601 goes out.

"In May" is the last one, or the next where the words look ahead; "by", "until" or "through May"
runs on to the next one where nothing tells that it is over.
"""

from __future__ import annotations

import re
from datetime import date

from corpus.figures.meant import Meant
from corpus.figures.tense import LOOK, PAST, has_passed, in_sentence, looks_ahead, may_be, told
from corpus.figures.words import MONTHS

_FAR = 9  # months ahead from which a month is the coming one only where "will" says so
_NEAR = 2  # months ahead within which a month's name alone is the coming one
_RUNS = 4  # months ahead to which what was agreed on may run
_LED_FAR = 8  # months ahead from which "by" a month that nothing tells is the last one
_OPENS_IN = re.compile(
    r"(?:^|[.!?][”\"]? |\n)(?:In|(?:So|And|But|Then|Back) in) (?:(?:late|early|mid)[ -])?$"
)
_CAN = re.compile(
    r"\b(?:must|should|can|cannot|needs? to|has to|have to|"
    r"(?:chances?|odds|prospects?|possibility) (?:of|for|that)|"
    r"(?:is|are|looks?|seems?|appears?) (?:[a-z]+ )?(?:un)?likely|poised|wants?|hopes?|"
    r"(?:if|unless|once|when) "
    r"[^.;,]{0,40}\b(?:is|are|does|do|wins?|loses?|gets?|takes?|holds?))\b"
)
_POLLS = 11  # the month
_WINTER = 12  # the month by which a winter is known
_SPRING = 3  # the month in which it ends
_FIRST_BACK = re.compile(
    r", (?:(?!ha(?:s|ve)\b)[\w’'.-]+ ){1,4}?"
    r"(?:was|were|had|(?!(?:reported|announced)\.)[a-z]{3,}ed)\b"
)
_RUNS_UNTIL = re.compile(  # what is put off, kept or paid for up to a month
    r"\b(?:delay(?:s|ing)?|postpon(?:e|es|ing)|extend(?:s|ing)?|push(?:es|ing)?|wait(?:s|ing)?|"
    r"suspend(?:s|ing)?|(?:funds?|funding)(?= (?!from|for)[a-z])|stays?|staying|remains?|"
    r"remaining|runs?|running|"
    r"lasts?|lasting|continues?|continuing|(?:keeps?|keeping)(?: [^.;,]{1,40} "
    r"(?:funded|open|closed|running|going|afloat)\b)?)\b"
)
_STARTING = re.compile(r"\b(?:starting|beginning) in (?:early |late |mid-?)?$", re.I)
_HAD_BEEN_DUE = re.compile(r"\bhad been (?:scheduled|planned|set|expected|due)\b[^.;,]{0,30}$")
_MEANT_TO = re.compile(
    r"\b(?:decision|plan|bid|push|effort|choice|promise|vow|pledge|intention) to [a-z]+\b"
    r"[^.;,]{0,40}$"
)
_PART = re.compile(
    r"the (?:first|second|third|fourth|last|final) (?:week|weekend|days|half|part) (?:in|of) $|"
    r"(?<=since )the (?:end|beginning|start|middle) of $"
)
_WAS = re.compile(
    r" (?:was|were|had)\b|, when [^.;]{0,40}\b(?:was|were|had|fell|began|came|took|[a-z]{3,}ed)\b"
)
_DONE_THEN = re.compile(r" (?!scheduled|expected|planned|proposed)[a-z]{3,}ed (?!by\b)")
_DID = re.compile(r"(?: [a-z]+ly)? [a-z]{3,}ed\b|, (?:he|she|they|it|[A-Z][a-z]+) [a-z]+\b")
_SINCE_ING = re.compile(r"\b[Ss]ince [a-z]+ing\b[^.,;]* in (?:early |late |mid-?)?$")
_IN_A = re.compile(
    r"\bin an? (?:[\w’'-]+ ){0,2}?(?:interview|statement|tweet|letter|report|op-ed|memo|email|"
    r"editorial|speech|poll|study|ruling) in (?:early |late |mid-?)?$"
)
_TOLD_OF_THEN = re.compile(r"\b(?:will|due|expected|scheduled)\b")
_WILL_THEN = re.compile(
    r"(?:\bwill|\bwon[’']t|[’']ll|\b(?:is|are) (?:[a-z]+ )?(?:scheduled|due|set|slated)|"
    r"\b(?:runs out|expires?|begins?|convenes?|takes? effect))\b[^.,;]{0,60}$"
)
_SPAN = re.compile(
    rf"\b[Ff]rom (?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.? "
    r"(?:through|until|to) $"
)
_HALF = 6  # months
_CLAUSE = 50  # characters behind a month in which its verb is sought
LED_BY = re.compile(
    r"\b(?:(?P<by>by|before)|(?P<on>until|till|through|until at least|"
    r"to(?= the (?:end|middle|start|beginning) of))|after|"
    r"(?:starting|beginning) in)"
    r"(?: the (?:end|middle|start|beginning) of)?(?: (?:late|early|mid-?))?[ -]?$",
    re.I,
)
IS_NOT_UNTIL = re.compile(
    r"(?:\b(?:is|are|does|do|will) not|(?:isn|aren|doesn|don|won)[’']t)\b[^.;,]{0,30} until"
    r"(?: (?:late|early|mid-?))?[ -]?$"
)
NOT_UNTIL = re.compile(
    r"(?:\b(?:did|was|were|had) not|(?:didn|wasn|weren|hadn)[’']t)\b[^.;]{0,70} (?:un)?till?"
    r"(?: (?:late|early|mid-?))?[ -]?$"
)
_EARLIEST = re.compile(  # "may vote as early as Tuesday": it is still to come
    r"\bas (?:early|soon) as (?:early |late |mid-|this )?$"
)


def month_alone(month: int, published: date | None, before: str, after: str = "") -> Meant:
    """A month without a year: the last one, or the next where the text looks ahead."""
    if published is None:
        return Meant(None)
    before = _PART.sub("", before) if before.endswith((" in ", " of ")) else before
    word = (before.rstrip().rsplit(None, 1)[-1:] or [""])[0].lower()
    away = (month - published.month) % 12
    if word == "last":
        return Meant(_in_year(published.year - (month >= published.month), month))
    if word == "this":
        over = published.month < _SPRING and month > _HALF and has_passed(before)
        return Meant(_in_year(published.year, month), not over)
    coming = _in_year(published.year + (month < published.month), month)
    past = _in_year(published.year - (month > published.month), month)
    if word == "next":
        return Meant(_in_year(published.year + (month <= published.month), month))
    if away == 0:
        return Meant(past)
    if word == "since":
        return Meant(past)
    span = _SPAN.search(before)
    if span is not None:  # "from April through June": the second is the next after the first
        first = month_alone(MONTHS[span["month"]], published, before[: span.start("month")])
        if first.iso is not None:
            after_it = month < MONTHS[span["month"]]
            return Meant(_in_year(int(first.iso[:4]) + after_it, month), first.sure)
    tense = told(before, after)
    led = LED_BY.search(before)
    if led is not None:
        if IS_NOT_UNTIL.search(before) is not None:
            return Meant(coming)
        if _FIRST_BACK.match(after) is not None or _WAS.match(after) is not None:
            return Meant(past)
        if led["on"] and away <= _LED_FAR and may_be(before, _RUNS_UNTIL):
            return Meant(coming)
        if has_passed(before) or NOT_UNTIL.search(in_sentence(before)) is not None:
            if _STARTING.search(before) is not None and away <= _NEAR:
                return Meant(coming, False)
            runs_on = led["on"] is not None and away <= _RUNS and not NOT_UNTIL.search(before)
            far = _LED_FAR if led["by"] else _RUNS
            return Meant(coming if runs_on else past, not runs_on and away > far)
        ahead = looks_ahead(before) or may_be(before)
        if not ahead and away > (_RUNS if led["on"] is led["by"] else _LED_FAR):
            return Meant(past, led["on"] is not None)
        if away > _LED_FAR + 1:  # "claimed it would be done by November, but"
            return Meant(past, False)
        return Meant(coming, away <= _HALF or ahead)
    if _HAD_BEEN_DUE.search(before) is not None:
        return Meant(past, away > _HALF)
    polls = month == _POLLS and int(coming[:4]) % 2 == 0  # when America votes
    if _DONE_THEN.match(after) is not None or _SINCE_ING.search(before) is not None:
        return Meant(past)  # "the office in May decided"
    if _IN_A.search(before) is not None and _TOLD_OF_THEN.search(in_sentence(before)) is None:
        return Meant(past)  # "called for it to be opened in an interview in May"
    if tense is True or earliest(before) or looks_ahead(before):
        if away < _FAR or polls:
            return Meant(coming)
        will = _WILL_THEN.search(before) is not None
        return Meant(coming if will else past, will)
    may = may_be(before, _CAN)
    if _OPENS_IN.search(before) is not None and PAST.search(after.partition(". ")[0]) is not None:
        return Meant(past)
    polls = polls and published.year % 2 == 0
    if _MEANT_TO.search(before) is not None and away <= _HALF:
        return Meant(coming, False)
    if PAST.search(before[-LOOK:]) is not None and not may:
        return Meant(past, not polls and (away > _NEAR or has_passed(before)))
    if away <= _NEAR or (may and away < _FAR):
        return Meant(coming)
    polls = polls and _DID.match(after) is None
    polls = polls and not before.lower().endswith(("between ", "back in "))
    if polls:  # "in Norland, where in November the party took both houses" is open
        then = PAST.search(after[:_CLAUSE].partition(". ")[0]) is not None
        return Meant(coming, (tense is False or away > _LED_FAR) and not then)
    return Meant(past, (tense is False or away > _LED_FAR) and not may)


def _in_year(year: int, month: int) -> str:
    return f"{year:04d}-{month:02d}"


def season(begins: int, published: date | None, before: str) -> Meant:
    """The year of a season's name: the last one, or the next where the text looks ahead.

    "Last summer" is the year before's until the summer is over, then it may be either; a winter
    is of two years in any case.
    """
    word = before.split()[-1:]
    if published is None or word not in (["this"], ["last"]):
        found = month_alone(begins, published, before)
        return Meant(found.iso[:4] if found.iso is not None else None, found.sure)
    month, year = published.month, published.year
    if word == ["this"]:
        return Meant(f"{year:04d}", begins != _WINTER or month > _SPRING)
    if begins == _WINTER:
        return Meant(f"{year - 1:04d}", False)
    over = month > begins + 1
    return Meant(f"{year - (not over):04d}", not over)


def earliest(before: str) -> bool:
    """Whether a day is the earliest on which something may yet happen."""
    return _EARLIEST.search(before) is not None and not has_passed(before)
