"""What a number counts: the words behind it come in, head noun and complement go out.

"56 members of the Syrian army were killed" counts "members of the Syrian army": modifiers up
to the plural head, then what "of" adds to it, and never the verb.
"""

from __future__ import annotations

import re

from corpus.figures.complements import GOVERNING, LONGEST, WORD, complement, complement_end
from corpus.figures.nouns import (
    HEADLINE_VERBS,
    NOT_PARTICIPLES,
    PARTICIPLE,
    POSTPOSED,
    STOP,
    plural,
    verb_like,
)
from corpus.figures.words import MONTHS, ONES, TENS, WEEKDAYS
from corpus.quotations.words import DETERMINERS

_DEAD = frozenset({"dead", "alive", "missing", "early", "late"})
"""What is told of one thing and stands behind it: "one man dead"."""
_BY_TIME = frozenset({"early", "late"})
_AFTER_NUMBER = frozenset({"favor", "favour", "tilt", "lean", "rate", "oppose", "explicitly"})
"""Verbs of what has just been counted: "242 tilt to the right, 185 favor the left"."""
_TOLD = frozenset(
    """effective full complete certain sure accurate correct contained likely positive negative
    female male true wrong right safe efficient reliable empty committed supportive confident pure
    natural organic clear ready fake false favorable unfavorable""".split()
)
"""What a share says of something, which it is no share of: "91 percent effective"."""
_LEVEL = frozenset({"range", "mark", "threshold", "level", "barrier", "worth"})
_COMPARED = frozenset(
    "lower higher greater fewer faster slower cheaper larger smaller stronger weaker better worse "
    "longer shorter bigger older younger".split()
)
_MR = frozenset("Mr Mrs Ms Dr Mr. Mrs. Ms. Dr.".split())
_NOT_COUNTED = frozenset(
    "last next this today yesterday tomorrow tonight now early late fewer".split()
)
_JOINED = re.compile(r" and (?P<w>[a-z]+)\b")
_NOT_JOINED = frozenset(
    """wounded injured dead missing hostages times points hours minutes days weeks months
    years percent seconds others""".split()
)
_BEFORE_A_NOUN = frozenset("appeals arms sports sales savings securities communications".split())
_SELF = ("self", "selves")
_MEASURED = frozenset(
    """times points hours minutes days weeks months years seconds cents dollars euros pounds miles
    feet meters metres kilometers kilometres""".split()
)
_PART_OF = re.compile(
    r" of (?:the |these |those |its |their |his |her |our )?"
    r"(?:(?:more than|at least|up to|about|around|nearly|almost|some|over|roughly|estimated|"
    r"original|remaining|first|last|top) )*"
    rf"(?:\d[\d,.]*\d|\d|{'|'.join(sorted({*ONES, *TENS}, key=len, reverse=True))})"
    r"(?: (?:hundred|thousand|million|billion))?(?= [A-Za-z])"
)
_THOSE = re.compile(r" of those [a-z]+(?:ed|en)\b")
_OWNERS = re.compile(r"(?:s|people|men|women|children)['’]s?$")
_NUMERALS = "|".join(sorted({"one", *ONES, *TENS}, key=len, reverse=True))
_JOINS_NUMBER = re.compile(
    rf" (?:and|or) (?=(?:\d[\d,.]*|{_NUMERALS})"
    r" (?P<rest>[A-Za-z]))"
)
_SUBJECT = re.compile(r"[A-Z][\w’'-]+ (?:has|have|had|is|was|will|would|did|does|could|ever)\b")
_DIGITS = re.compile(r"\d[\d.,]*(?:[%°]| per ?cent)?")
_GOVERNED = frozenset("of on for with that his her its their an".split())
_ACCUSED = frozenset("others people men women officers soldiers suspects defendants".split())
_TAKES_OF = re.compile(  # verbs whose own "of" stands behind whom they are done to
    r"\b(?:accus|acquitt?|assur|convict|cur|depriv|inform|notifi|persuad|remind|robb?|stripp?)"
    r"(?:e|ed|es|ing|s)? (?:by |from )?(?:[a-z]+ ){0,4}[\w,.-]+(?: (?:million|billion))?$"
)
_PERSONS = frozenset(
    "people men women children others officers workers voters users residents "
    "patients families Americans students soldiers suspects defendants players".split()
)
_DEEPEST = 4  # numbers that are followed from one to the next
_HYPHENATED = re.compile(r"\w-(?:second|minute|hour|day|night|week|month|year|mile|point|seat)$")
"""A unit that makes the number an adjective: "a nine-day strike" is no verb."""


def following(
    text: str, at: int, *, single: bool = False, ordinal: bool = False, depth: int = 0
) -> str | None:
    """The noun phrase that follows a number ending at `at`; `single`: the number is one.

    `depth`: how many numbers before it count the same, of which a text made up has any number.
    """
    phrase = _phrase(text, at, single, ordinal, depth)
    if phrase is None or " of " not in phrase:
        return phrase
    if _TAKES_OF.search(text, max(0, at - 60), at) is None:
        return phrase  # "two members of the council", "eight women of a sect"
    person, _, rest = phrase.partition(" of ")
    if person in _PERSONS and rest[:1].islower():
        return person
    counted = phrase.rpartition(" of ")[0]
    return counted if " of " in counted else phrase


def _phrase(text: str, at: int, single: bool, ordinal: bool, depth: int) -> str | None:
    """What follows a number, with all that "of" adds to it."""
    if text.startswith(("’s", "'s"), at):
        return None
    if text.startswith(" of ", at):
        part = _PART_OF.match(text, at)
        if part is not None:  # "21 of the more than 200 pupils"
            return following(text, part.end(), depth=depth + 1) if depth < _DEEPEST else None
        asked = _THOSE.match(text, at)
        if asked is not None:  # "78 percent of those surveyed"
            return asked[0][4:]
        return complement(text, at + 4)
    head_end = _head(text, at, single, ordinal)
    if head_end is None:
        return None
    start = at
    while start < head_end and not text[start].isalnum():
        start += 1
    if start == head_end:
        return None
    end = head_end
    phrase = text[start:end].rstrip(" -–—")
    if not phrase or _DIGITS.fullmatch(phrase) or phrase.startswith(("to-", "http")):
        return None
    if " " not in phrase and PARTICIPLE.fullmatch(phrase) and phrase not in NOT_PARTICIPLES:
        return None
    if (
        (phrase in _TOLD and text[max(0, at - 4) : at].endswith(("%", "cent")))
        or phrase in _LEVEL
        or phrase in _COMPARED
        or (phrase.endswith("ly") and " " not in phrase and phrase != "family")
    ):
        return None
    if depth < _DEEPEST and not plural(phrase):
        joined = _JOINS_NUMBER.match(text, end)
        if joined is not None:  # "three Democratic and three Republican appointees"
            other = following(text, joined.end("rest") - 2, depth=depth + 1)
            head = other.split(" of ")[0].split() if other is not None else []
            if len(head) > 1 and plural(head[-1]):
                return f"{phrase} {head[-1]}"
    if text.startswith(" of ", end):
        if phrase in _ACCUSED and GOVERNING.match(text, end + 4) is not None:
            return phrase  # "convicted 19 others of insulting the court"
        more = complement_end(text, end + 4)
        if more is not None:
            return text[start:more]
    return phrase


def _head(text: str, at: int, single: bool, ordinal: bool) -> int | None:
    """Where the head noun ends: at the first plural, else before the first word of another kind."""
    match = WORD.match(text, at + 1 if text.startswith("-", at) else at)
    modifies = text.startswith("-", at) or _HYPHENATED.search(text, max(0, at - 16), at) is not None
    if match is None or _no_noun(text, match, single or ordinal or modifies):
        return None
    last: int | None = None
    here = match.start("w")
    previous = ""
    for step in range(LONGEST):
        match = WORD.match(text, here)
        if match is None:
            break
        word = match["w"]
        lower = word if len(word) > 1 and word.isupper() else word.lower()
        if word.startswith("--"):
            break
        if step:
            if (lower == "and" or (lower == "or" and not single)) and _coordinated(
                text, match.end(), previous
            ):
                here = match.end()
                continue
            if lower == "of" or lower in STOP or lower in POSTPOSED or word in _MR:
                break
            if lower in DETERMINERS and lower != "other":
                break
            if single and lower[-1] == "s" and plural(word):
                break  # "one soldier comes home"
            if word[0].isdigit() and "/" not in word:
                if _numbered(text, match.end(), word, previous):  # "7 Boeing 737 jets"
                    here = match.end()
                    continue
                break
            if word[0] in "$£€":
                break
            if lower.endswith(("n't", "n’t")) or lower.startswith("http"):
                break
            if single and lower in ("well", "enough"):
                break
            if lower in _DEAD and (single or ordinal) and _ends_here(text, match.end(), lower):
                break
            if (
                (single or ordinal)
                and previous.islower()
                and _SUBJECT.match(text, match.start("w"))
            ):
                break  # "the first interview Aalto has given"
            if ordinal and previous in ("grade", "time"):
                break
            if PARTICIPLE.fullmatch(word.lower()) and lower not in NOT_PARTICIPLES:
                if plural(previous):
                    break
                adverb = previous.endswith("ly")
                if lower.endswith("ing") and _led_on(text, match.end(), single):
                    break  # "the bond falling to a record low"
                if (
                    word.islower()
                    and lower.endswith("ed")
                    and not adverb
                    and not _more_plural(text, match.end())
                ):
                    break
            if "\n" in text[here : match.start("w")]:
                break
        last = here = match.end()
        previous = word
        if lower in _BEFORE_A_NOUN and _soon_plural(text, here):
            continue  # "two appeals court judges"
        if plural(word) and (step or not single) and not _compound(text, here):
            return _joined(text, here, lower)
        if not single and word[-1] in "s'’" and _OWNERS.search(word) is not None:
            return here - (1 if word[-1] in "'’" else 2)  # "400 villagers' letters"
    return last


def _numbered(text: str, at: int, word: str, previous: str) -> bool:
    """Whether a number inside a phrase belongs to the name before it: a plural follows at once."""
    if not (word.isdigit() and previous[:1].isupper() and not plural(previous)):
        return False
    match = WORD.match(text, at)
    if match is None or match["w"] in _MEASURED:
        return False
    return match["w"].islower() and plural(match["w"])


def _ends_here(text: str, at: int, word: str) -> bool:
    """Whether what is told of one thing ends its phrase: no noun stands behind it."""
    if word in _BY_TIME:
        following_word = WORD.match(text, at)
        return following_word is not None and following_word["w"] in WEEKDAYS
    match = WORD.match(text, at)
    return match is None or match["w"].lower() in STOP


def _led_on(text: str, at: int, single: bool) -> bool:
    """Whether a participle is followed by what it governs, so that it is no modifier."""
    match = WORD.match(text, at)
    if match is None:
        return False
    word = match["w"]
    if single and (word in _GOVERNED or word[0] in "$£€"):
        return True  # "one sign warning of fog", "one child making $50,000"
    return word in ("to", "from", "in", "at", "by", "the", "a", "into")


def _no_noun(text: str, match: re.Match[str], single: bool) -> bool:
    """Whether the word behind a number begins no noun phrase."""
    word, end = match["w"], match.end()
    lower = word if len(word) > 1 and word.isupper() else word.lower()
    if lower in STOP:
        return lower not in ("more", "earlier", "later") or not _soon_plural(text, end)
    if lower.endswith(("n't", "n’t")) or lower.startswith("http") or lower in _AFTER_NUMBER:
        return True
    if lower in POSTPOSED or (not single and (lower in ONES or lower in TENS)):
        return not single
    if lower in DETERMINERS or lower == "of":
        return lower != "other" and not (lower == "most" and _adjective(text, end))
    if lower == "lead" and text.startswith(" to ", end):
        return True
    if lower in _NOT_COUNTED or word in WEEKDAYS or word in MONTHS or "\n" in match[0]:
        return True
    if not single and lower in HEADLINE_VERBS:
        return not _more_plural(text, end)
    return lower.endswith("ed") and _verb(text, end, lower)


def _adjective(text: str, at: int) -> bool:
    """Whether "most" only raises the adjective behind it: "third most important priority"."""
    match = WORD.match(text, at)
    return match is not None and not plural(match["w"]) and match["w"] not in STOP


def _joined(text: str, at: int, head: str) -> int:
    """The end of a plural with the one that "and" joins to it: "passengers and crew"."""
    match = _JOINED.match(text, at)
    if match is None or head in _NOT_JOINED:
        return at
    word = match["w"]
    if not plural(word) or word in STOP or word in _NOT_JOINED or verb_like(word):
        return at
    behind = WORD.match(text, match.end())
    if behind is not None and behind["w"].lower() in DETERMINERS:
        return at  # a verb with its object
    return match.end()


def _coordinated(text: str, at: int, previous: str) -> bool:
    """Whether "and" or "or" joins two modifiers: "gay and transgender people"."""
    first = WORD.match(text, at)
    if plural(previous) or first is None or first["w"] in ONES or first["w"][0].isdigit():
        return False  # "a fine or six months"
    return _more_plural(text, first.end())


def _verb(text: str, at: int, word: str) -> bool:
    """Whether a word behind a number is a verb with its object: "eight appealed the verdict"."""
    if word in NOT_PARTICIPLES and word != "armed":
        return False
    match = WORD.match(text, at)
    lower = match["w"].lower() if match is not None else ""
    return not lower or lower in DETERMINERS or lower in STOP or lower.endswith(_SELF)


def _more_plural(text: str, at: int) -> bool:
    """Whether a plural follows at once, so that the word before it was its modifier."""
    match = WORD.match(text, at)
    return match is not None and plural(match["w"])


def _soon_plural(text: str, at: int) -> bool:
    """Whether a plural follows at once or after one word: "more congressional districts"."""
    match = WORD.match(text, at)
    if match is None or match["w"].lower() in STOP or match["w"].lower() in DETERMINERS:
        return False
    return plural(match["w"]) or _more_plural(text, match.end())


def _compound(text: str, at: int) -> bool:
    """Whether a plural only modifies what follows: "sales people", "troops commanders"."""
    match = WORD.match(text, at)
    if match is None or match.start("w") == at:
        return False
    word = match["w"]
    lower = word.lower()
    behind = WORD.match(text, match.end())
    if behind is not None and behind["w"] in ("a", "an", "the", "his", "her", "their", "its"):
        return False
    if not plural(word) or lower in STOP or not word[:1].islower() or verb_like(lower):
        return False
    return behind is None or behind["w"] not in ("to", "up")
