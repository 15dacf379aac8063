"""Numbers that belong to names: "Channel 4", "Resolution 2254", "the Apollo 8 astronauts".

A number with the words around it comes in; whether it is part of a name goes out. "In Paris 130
people" and "Florida's 29 seats" count: before a plural a name takes its number only where it is
known for having one, or where an article stands before both.
"""

from __future__ import annotations

import re

from corpus.figures.nouns import head_word, plural
from corpus.figures.numbers import Number
from corpus.figures.words import NAMED

LEADING = re.compile(r"(?P<word>[A-Za-z][\w.’'&-]*)[\s\u00a0]$")
"""The word right before a number."""
SENTENCE_WORDS = frozenset(
    """about over some nearly almost around only just another the all at with in of by to for and
    but or when after before since until from if as while although though more than least up these
    those that this they we he she it its their our an a than between approximately roughly were
    was are is has have had not under those every other first last next total among including
    plus minus both estimated says said killed killing adding age aged mostly have had one there
    so how what where which who also even still now then only up down perhaps maybe like because
    population january february march april may june july august september october november
    december monday tuesday wednesday thursday friday saturday sunday got get gets paid won lost
    least most given given today yesterday nor yet per via despite during within into onto against
    exactly meanwhile additionally currently fully well just early late mid""".split()
)
_OF_LAW = re.compile(r"(?:[HSAL]\.(?:[RBJCD]\.)?(?:Res\.)?|Prop\.|Res\.|Rte\.|Hwy\.)$")
"""What the number of a bill, proposition or road stands behind."""
_SHORTENED = ("no", "vol", "fig", "art", "sec", "pp", "ch")
_SERIES = frozenset(
    """iphone ipad ipod galaxy playstation xbox macbook windows android boeing airbus embraer
    learjet cessna apollo gemini soyuz voyager falcon shenzhou expedition formula channel studio
    motel s&p russell ftse topix covid euro expo fox abc nbc cbs tv sky wii nexus pixel model
    nokia blackberry area""".split()
)
"""Makes, missions, channels and indices that have a number, whatever stands behind it."""
_WITH_NUMBER = re.compile(
    r"(?:France 24|Catch 22|Forever 21|Big (?:10|12)|Super 8|Ocean[’']s 1\d)\b"
)
_DETERMINED = re.compile(
    r"(?:^|(?P<before>[A-Za-z]+)\s|[^\sA-Za-z]\s)(?:the|a|an|this|its|his|her|their|our|[Tt]he|An?)\s"
    r"(?:[A-Z][\w’'&-]*\s){1,3}$"
)
_PLACED = frozenset(
    """in at near across around outside inside over from to on against under during since within
    throughout gave give gives giving cost costs costing owe owes pay pays paid deny denied grant
    granted award awarded offer offered hand handed sell sold send sent leave left save saved
    fine fined earn earned win won lend lent need needs took take takes""".split()
)
"""Words before "the Donbass 30 people": a place, or to whom a number of something is given."""
_NUMBERS_BEFORE = re.compile(r"(?:(?<![\w.,$£€%-])\d{1,4} ){1,2}$")
_NUMBERS_BEHIND = re.compile(r"(?: \d{1,4}(?![\w.,%/:-]\d|[\w%])){1,2}")
_BEGINNERS = 101
"""The number of a course for beginners: "Tides 101: what the moon does"."""
_OF_PICTURE = re.compile(r"[248]K\b(?! (?:people|men|women|fans|runners|jobs|members|followers)\b)")
"""How fine a picture is: "a 4K screen", "plays in 4K"."""
_OF_PROGRAM = frozenset("update updates version versions firmware patch build release".split())
"""What has numbers with a point: "update 5.50", "the 5.50 update"."""
_CAPITAL_UNITS = frozenset("Minutes Hours Days Nights Weeks Months Years".split())
_OFTEN = frozenset("times points percent".split())
_UNCOUNTED = frozenset("news crew staff data media series headquarters".split())


def in_name(text: str, number: Number, before: str, about: str | None) -> bool:
    """Whether a number is part of the name before it; `before` is the text up to it, `about` what
    it would count."""
    if number.scaled and _OF_PICTURE.match(text, number.start) is not None:
        return True
    lead = LEADING.search(before) if before[-1:].isspace() else None
    worded = number.plain or number.spelled or number.scaled
    pointed = not worded and "." in text[number.start : number.end]
    if pointed and about is not None and about.split()[0] in _OF_PROGRAM:
        return True
    if pointed and text[number.end : number.end + 2].replace(".", "").isdigit():
        return True  # "12.1.3"
    if lead is None:
        return False
    word = lead["word"]
    lower = word.lower()
    if pointed and lower in _OF_PROGRAM:
        return True
    if lower.endswith("."):
        if _OF_LAW.match(word) and number.plain and not number.spelled:
            return not _counted(about)
        if not lower.startswith(_SHORTENED):
            return False
        lower = lower.rstrip(".")
    if number.value == _BEGINNERS and number.plain and text.startswith(":", number.end):
        return True
    if lower in NAMED:
        return number.value is not None and number.value < 100_000
    if number.spelled or number.scaled or not number.plain or word == lower:
        return False
    if lower in SENTENCE_WORDS or text.startswith((" fewer", " more "), number.end):
        return False
    if lower in _SERIES or _WITH_NUMBER.match(text, number.start - len(lead[0])):
        return True
    if not _counted(about):
        return True
    if word[-1] == "s" or word.endswith(("’", "'")) or word[0].islower():
        return False
    if head_word(about or "") in _OFTEN:
        return False  # "met with the FBI 13 times"
    determined = _DETERMINED.search(text, max(0, number.start - 60), number.start)
    return determined is not None and (determined["before"] or "").lower() not in _PLACED


def in_table(text: str, number: Number) -> bool:
    """Whether a bare number stands among others with nothing between: a row of a table."""
    if not number.plain:
        return False
    before, after = text[max(0, number.start - 12) : number.start], number.end
    if before[-1:] != " " and text[after : after + 1] != " ":
        return False
    left = _NUMBERS_BEFORE.search(before)
    right = _NUMBERS_BEHIND.match(text, after)
    beside = (len(left[0].split()) if left is not None else 0) + (
        len(right[0].split()) if right is not None else 0
    )
    return beside > 1


def is_programme(text: str, number: Number, about: str | None) -> bool:
    """Whether a number of hours or days in capitals is a name: "60 Minutes", in a sentence."""
    if about is None or number.spelled or about.split(None, 1)[0] not in _CAPITAL_UNITS:
        return False
    around = text[max(0, number.start - 60) : number.end + 60].split()
    return sum(word[:1].islower() for word in around) > len(around) // 2


def _counted(about: str | None) -> bool:
    """Whether what stands behind a number is several of something."""
    last = head_word(about or "")
    return last not in _UNCOUNTED and (last.endswith("s") or plural(last))
