"""Weekdays: a name, the words around it and the day of publication come in, ISO 8601 goes out.

"Friday" is the last one, or the next where the words look ahead; what happens on that day
("Friday's debate") is known to `occasions`. Without a day of publication it stays unresolved.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from corpus.figures.meant import Meant
from corpus.figures.months import IS_NOT_UNTIL, NOT_UNTIL, earliest
from corpus.figures.occasions import occasion
from corpus.figures.tense import (
    LOOK,
    PAST,
    WILL,
    has_passed,
    in_sentence,
    looks_ahead,
    told_behind,
)
from corpus.figures.words import MONTHS, WEEKDAYS

_HAD = re.compile(r"[^.;—–]{0,80}\b(?:had|was|were)\b")
_WAS_DUE = re.compile(
    r"\b(?:(?:was|were) (?:scheduled|supposed|due|expected|set|meant)|"
    r"had (?:originally|initially|first) (?:planned|scheduled)) "
)
_BUT = re.compile(  # "was due to sail on Sunday, but left late"
    r"[^.;,]{0,20},? (?:but|when|and then)(?: [\w’'-]+){0,4}? "
    r"(?:left|was|were|had|came|took|went|broke|fell|struck|never|did|[a-z]{3,}ed)\b"
)
_UNTIL_WHEN = re.compile(
    r"(?: (?:morning|afternoon|evening|night))?, "
    r"(?:when|said|had|[^.;,]{0,50}\b(?:had|was|were|required))\b"
)
_HAS_UNTIL = re.compile(r"\b(?:has|have) until $")
_PUT_OFF = re.compile(
    r"\b(?:delayed|postponed|adjourned|recessed|extended|closed|pushed|put|given|gave|agreed|"
    r"suspended|held|had|ordered|said|told|stayed|blocked|barred)\b(?:[^.;,]{0,40})$"
)
_HAD_BEEN_DUE = re.compile(
    r"\bhad (?:been (?:planned|scheduled|set|expected|due)|expected)\b[^.;,]{0,30}$"
)
_OPENS = re.compile(r"(?:^|[.;!?:][”\"]? |\n)$")
_ITS = re.compile(  # "Monday's interim report focused on"
    r"[’']s (?:[\w-]+ ){1,4}?(?:was|were|said|found|showed|came|left|made|[a-z]{3,}ed)\b"
    r"(?! to be\b)"
)
_ITS_WAS = re.compile(r"[’']s (?:[a-z-]+ ){1,3}(?:was|were)\b")
_ON = re.compile(r"[\w)”.’] on $")
_SAID = re.compile(
    r"(?: (?:morning|afternoon|evening|night))? (?:said|told|called|announced|warned|asked|urged|"
    r"ordered|signed|[a-z]{3,}ed)\b(?! (?:by|to|at|in|for)\b)"
)
_MADE = re.compile(
    r"\b(?:reached|announced|released|passed|approved|signed|unveiled|introduced|issued|filed|"
    r"published)(?: (?:on|late|early))* $"
)
_VOWED = re.compile(r"\b(?:vowed|argued|insisted|pledged|tweeted|acknowledged)(?: on)? $")
_SURELY = re.compile(
    r"\b(?:will|scheduled|expected|plans?|set|begins?|starts?|due|votes?)\b[^.;]*$"
)
_ALREADY = re.compile(r"[^.;]{0,80}\b(?:already|had|has|have|[a-z]{3,}ed)\b")
_CLOSE = 45  # characters before a weekday in which "will" surely is of it
_EVE = 6  # days back to a weekday's name that is also tomorrow's
_CLAUSE = re.compile(r"[^,.;”\"–—]{0,40}")
_WAS_TO = re.compile(  # "was due to be heard on Tuesday", in a paper of Wednesday
    r"\b(?:was|were|been|had) (?:[a-z]+ )?(?:scheduled|due|set|slated|supposed|expected|planned|"
    r"to)\b[^.;]{0,60}$|\b(?:ahead of|in advance of) [^.;]{0,40}$|"
    r"(?<!is )(?<!are )\bscheduled(?: for| on)? $"
)
_JUST = 3  # days back to which "the hearing on Monday will" may still be the one that was
_OF_THE_TALE = re.compile(
    r"\b(?:the|that) (?:following|previous|preceding|next) $|\bweeks? (?:away )?from $|"
    r"\bweeks? (?:after|before) $"
)
_OF_MONTH = re.compile(
    r" (?:in|of) (?:(?:the|each|every) (?:month|year|[A-Za-z]+ (?:session|season))\b|"
    rf"(?:each |every )?(?:{'|'.join(MONTHS)})\b)"
)
_COUNTS = ("first", "second", "third", "fourth", "last")
_AFTER_IT = re.compile(
    r"(?: (?:morning|afternoon|evening|night))? (?:after|before|following|prior to)\b"
)
_PROGRAMME = re.compile(  # "the Sunday shows", "Saturday Night Live", "the Sunday Times"
    r" (?:(?:talk |news |political |morning )*shows?\b|Night (?:Live|Football)\b|Morning\b|Times\b|"
    r"Review\b|Telegraph\b|Mirror\b|Express\b|Herald\b)"
)
_NAMED_SO = ("News ", "Mr. ", "Mr ", "Mrs. ", "Black ", "Super ", "Good ", "Cyber ", "Giving ")
_CALLED_TO = re.compile(  # "has been summoned to testify on Thursday"
    r"\b(?:has|have) been (?:summoned|called|asked|ordered|invited|subpoenaed|told) to [a-z]+"
    r"[^.;,]{0,40} $"
)
_HELD_ON_IT = re.compile(
    r"[’']s (?:[\w-]+ ){0,2}?(?:elections?|primary|primaries|votes?|debates?)\b"
)
_AHEAD_SOON = 4  # days back from which the next of that name is nearer than the last
_DID = re.compile(
    r"(?: (?:morning|afternoon|evening|night))? (?:said|told|was|were|had|announced|[a-z]{3,}ed)\b"
)


def weekday(name: str, published: date | None, before: str, after: str = "") -> Meant:
    """The day a weekday's name means: the last one, or the next where the text looks ahead.

    The name of the day after publication is that day rather than the one six days before, since
    pages are stamped in the evening, by another clock, or written on; None where the text speaks of
    the past, which leaves both. Of 47 such names read in random articles about 40 meant that day.
    It is not sure where the words before it look ahead and those behind it tell what was.
    """
    if published is None:
        return Meant(None)
    words = before.rstrip().rsplit(None, 1)
    word = words[-1].lower().lstrip("“\"'‘(") if words else ""
    back = (published.weekday() - WEEKDAYS[name]) % 7
    last = published - timedelta(days=back)
    coming = published + timedelta(days=(7 - back) % 7)
    if before.endswith(_NAMED_SO) or _PROGRAMME.match(after) is not None:
        return Meant(None, False)
    if back and _CALLED_TO.search(before[-LOOK:]) is not None:
        return Meant(coming.isoformat(), False)
    led = _led(word, back, published, before, after)
    if led is not None:
        return led
    turn = occasion(before, after, back)
    if turn is not None and (turn.ahead or back != _EVE):
        sure = turn.sure and (turn.ahead or not _may_come(back, before, after))
        return Meant((coming if turn.ahead else last).isoformat(), sure)
    told = (word == "by" and (_HAD.match(after) is not None or has_passed(before))) or (
        word in ("until", "till", "through") and _until_then(before, after)
    )
    told = told or (_WAS_DUE.search(before[-LOOK:]) is not None and _BUT.match(after) is not None)
    told = told or _HAD_BEEN_DUE.search(before[-LOOK:]) is not None
    told = told or _ITS_WAS.match(after) is not None
    told = told or (_OPENS.search(before) is not None and _ITS.match(after) is not None)
    told = told or (_ON.search(before) is not None and _SAID.match(after) is not None)
    behind = told_behind(before, after)
    hint = looks_ahead(before)
    told = told or _VOWED.search(before) is not None
    told = told or (not hint and _MADE.search(before) is not None)
    leads = word in ("this", "by", "until", "till", "through") or earliest(before) or hint
    only_will = not leads and not behind
    ahead = behind or (behind is None and not told and (leads or WILL.match(after) is not None))
    if ahead:
        weak = hint and back not in (0, _EVE) and _SURELY.search(before[-_CLOSE:]) is None
        sure = not (weak and _ALREADY.match(after) is not None)
        sure = sure and not (only_will and 1 <= back <= _JUST)
        sure = sure and not (1 <= back < _JUST and _WAS_TO.search(before) is not None)
        return Meant(coming.isoformat(), sure)
    if back != _EVE:
        return Meant(last.isoformat(), not _may_come(back, before, after))
    past = told or turn is not None or behind is False or has_passed(before)
    clause = _CLAUSE.match(after)
    past = past or (clause is not None and PAST.search(clause[0]) is not None)
    return Meant(None, False) if past else Meant(coming.isoformat())


def _may_come(back: int, before: str, after: str) -> bool:
    """Whether an election or a debate of a day that is nearer ahead than behind may be to come."""
    held = back >= _AHEAD_SOON and _HELD_ON_IT.match(after) is not None
    return held and PAST.search(in_sentence(before)) is None


def _led(word: str, back: int, published: date, before: str, after: str) -> Meant | None:
    """What the word before a weekday's name makes of it: "last", "next", "this", "following".

    "Last Monday" in a paper of Tuesday is hardly the day before (the four read whose day could be
    told were a week earlier), nor "next Monday" in one of Sunday the day behind it; of a tale's
    own "next Monday" and "the Monday after" nothing is known.
    """
    if _OF_MONTH.match(after) is not None and word in _COUNTS:
        return Meant(None, False)  # "the first Monday in November"
    if word == "last":
        return Meant(
            (published - timedelta(days=(back or 7) + 7 * (back == 1))).isoformat(), back != 1
        )
    if _OF_THE_TALE.search(before) is not None or (
        before.endswith("the ") and _AFTER_IT.match(after) is not None
    ):
        return Meant(None, False)
    days = (7 - back) % 7 or 7
    if word == "next":
        return Meant((published + timedelta(days=days + 7 * (days == 1))).isoformat(), days != 1)
    if word == "coming":
        return Meant((published + timedelta(days=days)).isoformat())
    if word != "this" or before.endswith(("until this ", "till this ", "through this ")):
        return None
    passed = has_passed(before) or _DID.match(after) is not None
    if passed and not looks_ahead(before) and WILL.match(after) is None:
        return Meant((published - timedelta(days=back)).isoformat(), back <= _JUST)
    return Meant((published + timedelta(days=days % 7)).isoformat())


def _until_then(before: str, after: str) -> bool:
    """Whether "until" a day tells what has ended: "did not know until", "until Friday, when"."""
    if before.endswith("up until ") or _UNTIL_WHEN.match(after) is not None:
        return True
    near = in_sentence(before)
    if NOT_UNTIL.search(near) is not None:
        return True
    if _HAS_UNTIL.search(near) is not None or IS_NOT_UNTIL.search(near) is not None:
        return False
    return has_passed(before) and _PUT_OFF.search(near[-LOOK:]) is None


def weekday_from(
    name: str,
    first: Meant,
    published: date | None,
    joint: str = "",
    before: str = "",
    after: str = "",
) -> Meant:
    """The first day of that name from another one on: the second of "on Friday and Saturday".

    Of a span "Thursday through Monday" that began by the day of publication the last is past; so
    is the second of a row that is told as past: "polls released Wednesday and Tuesday".
    """
    if first.iso is None or published is None:
        return Meant(None, first.sure)
    begins = date.fromisoformat(first.iso)
    day = begins + timedelta(days=(WEEKDAYS[name] - begins.weekday()) % 7)
    over = has_passed(before) and WILL.match(after) is None
    if begins <= published < day:
        row = joint.endswith(("and ", "or ")) and day > published + timedelta(days=1)
        if joint.endswith(("through ", "to ")) or (row and over):
            day -= timedelta(days=7)
    return Meant(day.isoformat(), first.sure)
