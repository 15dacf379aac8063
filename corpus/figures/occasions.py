"""What happens on a weekday: the words around its name come in; whether it lies ahead goes out.

"Monday's attack" has been and "ahead of Monday's vote" is to come, whatever the verbs of the
sentence tell of other days; so are a show that airs and a road that is closed "starting Monday".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.figures.tense import LOOK, PAST, has_passed, in_sentence, looks_ahead

_WHEN = r"(?: (?:morning|afternoon|evening|night))?"
_HAS_BEEN = (
    r"(?:shootings?|attacks?|massacre|killings?|bombings?|blast|explosions?|crash|derailment|"
    r"disaster|tragedy|collapse|incident|raids?|violence|riots?|unrest|fire|arrests?|capture|"
    r"resignation|results?|loss(?:es)?|defeats?|victor(?:y|ies)|wins?|performance|verdict|ruling|"
    r"decision|announcement|statement|interview|comments|remarks|tweets?|revelations?|"
    r"disclosures?|editorial|memo|filing|close|plunge|sell-?off|news(?! conference))\b"
)
_IS_TO_COME = (
    r"(?:votes?|votings?|debates?|hearings?|elections?|primary|primaries|caucus(?:es)?|runoff|"
    r"contests?|races?|referendum|ballot|games?|match|deadline|speech|address|summit|meetings?|"
    r"talks|trip|visit|launch|opening|rally|event|convention|inauguration|final|premiere|"
    r"testimony|session|ceremony|parade|[Mm]arch|festivities)\b"
)
_OWNS = re.compile(rf"{_WHEN}[’']s?(?= |-)")
_OWN_HAS_BEEN = re.compile(rf"{_WHEN}[’']s (?:[\w’'-]+ ){{0,3}}?{_HAS_BEEN}")
_OWN_TO_COME = re.compile(rf"{_WHEN}[’']s (?:[\w’'.-]+,? ){{0,4}}?{_IS_TO_COME}")
_HAS_BEEN_ON = re.compile(
    rf"{_WHEN} (?:(?!the|an?|his|her|its|their|on|in|at|to|of|and|that)[a-z-]+ )?(?:{_HAS_BEEN})"
)
_TO_COME_ON = re.compile(
    rf"{_WHEN} (?:(?!the|an?|his|her|its|their|on|in|at|to|of|and|that)[a-z-]+ )?(?:{_IS_TO_COME})"
)
_OF_ONE = re.compile(
    r"\b(?:the|an?|this|his|her|its|their|our|my|[A-Z]\w+[’']s|s[’'])(?: early| late)? $"
)
_TOWARDS = re.compile(
    r"\b(?:(?P<ahead>ahead of|in advance of|going into|heading into|headed into|head into|"
    r"awaiting|awaits?|looming|prepar\w+ for|"
    r"brac\w+ for)|before|until|by|eve of|leading up to|lead-up to|run-?up to) "
    r"(?:the |a |an |his |her |its |their )?(?:midnight )?$",
    re.I,
)
_SINCE = re.compile(
    r"\b(?:after|since|following|in the wake of|survivors of|victims of|halfway through|during|"
    r"out of|aftermath of|fallout from|takeaways from|lessons from) (?:the |his |her |their )?$",
    re.I,
)
_HAS_A = re.compile(r"\b(?:has|have|sets?|plans?|planned|schedules?|scheduled) an? $")
_THE_WILL = re.compile(
    rf"{_WHEN}(?:[’']s)?(?: [a-z-]+){{1,3}}? (?:will(?! have)|(?:is|are) (?:expected|scheduled|set|"
    r"due|slated))\b"
)
_FROM_OPENS = re.compile(
    r"(?:^|[,.;:!?(—–][”\"]? ?)(?:[Ss]tarting|[Bb]eginning|[Ee]ffective)\b[^.;,]*$"
)
_LATER = re.compile(r"[^.;]{0,60}\bwill\b")
_TO_DO = re.compile(r"(?<!\bfailed )(?<!\bbegan )\bto [a-z]+ (?:the )?$")
_DEADLINE_OF = re.compile(r"\bdeadline (?:of|is|on)(?: midnight)?(?: on)? $")
_MIGHT_BE = re.compile(rf"{_WHEN} (?:may|might|could|would) (?:well )?be\b")
_AFTER_ING = re.compile(r"(?:^|[.!?][”\"]? |\n)After [a-z]+ing [^.]* on $")
_WILL_DO = re.compile(r"(?:\bwill|[’']ll)(?: [a-z]+){1,2} $")  # "will attend Friday's march"
_FROM_ON = re.compile(
    r"\b(?:starting|beginning|effective)(?: (?:at|from|on|as|of|early|late|sundown|sunrise|noon|"
    r"midnight|\d[\d:]*|[ap]\.?m\.?|next|this))* $",
    re.I,
)
_AIRING = re.compile(
    r"\b(?:airing|to air|airs|premiering|premieres)(?: (?:on|at|this|live|from))* $"
)
_TUNE_IN = re.compile(r"(?:\b[Tt]une in|(?:^|[.!?:][”\"]? |[\[(“])Watch)\b[^.;]{0,60} $")
_AT_TIME = re.compile(
    rf"{_WHEN}(?: \([^)]*\))?,? (?:at|from) (?:noon|midnight|\d{{1,2}}(?::\d\d)?) ?"
    r"(?:[ap]\.?m\b|[AP]M\b|ET\b|EST\b|GMT\b|$)?"
)
_THEN = re.compile(rf"{_WHEN} (?:dawns|comes|arrives|rolls around)\b")
_DEADLINE = re.compile(rf"{_WHEN}(?:[’']s)? (?:[a-z-]+ )?deadline\b")
_COLON_ON = re.compile(r": On $|\bthat on $|\bthat, on $")
_FIRST_WILL = re.compile(rf"{_WHEN},? (?:[\w’'.-]+ ){{1,4}}?will\b(?! have)")
_IN_A = re.compile(
    r"\bin an? (?:[\w’'-]+ ){0,2}?(?:interview|statement|tweet|letter|report|op-ed|memo|post|email|"
    r"e-mail|filing|ruling|editorial|briefing)(?: (?:on|late|early|released|issued|published))* $"
)
_NOT_YET = re.compile(r"\b(?:will|airs|airing|to air|expected|scheduled)\b")
_SHORTLY = re.compile(rf"{_WHEN},? (?:shortly|soon|just|hours|minutes|moments) (?:after|before)\b")
_HAPPENED = re.compile(
    r"\b(?:deaths?|killings|murder|shootings?|attacks?|massacre|arrests?|resignation|crash|"
    r"bombings|explosion|derailment|assassination)\b[^.,;]{0,40}? on $"
)
_BEGAN = re.compile(r",? (?:[\w’'.-]+,? ){1,8}?(?:was|were|had|began|started|took|[a-z]{3,}ed)\b")
_HAD_BEFORE = re.compile(
    r"[^.,;]{0,40}, (?:[\w’'.-]+ ){1,5}?(?:had|was|were|[a-z]{3,}ed)\b|"
    r"[’']s (?:[\w-]+ ){1,3}(?:had|was|were)\b"
)
_IN_SIGHT = re.compile(  # "the primary is on Tuesday", "the debate set for Wednesday"
    r"\b(?:primary|primaries|caucus(?:es)?|votes?|election|runoff|referendum|debate|hearing|"
    r"deadline|contest|game|meeting|summit|convention|session|trial) (?:is|are|comes?)"
    r"(?: up| scheduled| set)?(?: for)?(?: on)? $|"
    r"\b(?:set|scheduled|slated|headed|heading) for (?:an? [a-z ]{1,20} )?(?:on )?$|"
    r"\b(?:heading|headed|heads?|going|goes) into (?:the [^.,;]{1,40} on )?$|"
    r"\b(?:prepar(?:es?|ing)|gets? ready|getting ready|gears? up|gearing up|poised) "
    r"(?:to|for) [^.,;]{1,30}$|"
    r"\bhits? the floor (?:on )?$|\b(?:is|are) (?:closed|shut|off) (?:on )?$"
)
_HAD_BEEN = re.compile(
    r"\b(?:had been|was|were|originally|initially|first|previously) "
    r"(?:set|scheduled|slated|headed) for (?:on )?$"
)
_IF_THEN = re.compile(
    r"\b(?:[Ii]f|[Ww]hen|[Oo]nce|[Uu]nless) (?:[\w’'.-]+ ){1,5}?(?:wins?|loses?|fails?|enters?|"
    r"takes?|votes?|gets?|does|do|holds?|meets?|returns?|arrives?|goes|comes?|is|are|turns? out|"
    r"doesn[’']t|can|cannot|reconvenes?|begins?|passes)\b[^.,;]{0,40}$"
)
_HEADED = re.compile(r"^(?:[A-Z][\w’'.-]*,? ){1,5}to [a-z]+ (?:on )?$")
_HEAD = 85  # characters before a weekday that are not cut short
_EVE = 6  # days back to a weekday's name that is also tomorrow's
_LONG_AGO = 3  # days back from which what is told of a day ahead is not of the one that was
_DAYS_AIRED = 2  # days back within which a show that "airs" may be the one that was


@dataclass(frozen=True, slots=True)
class Turn:
    """Whether a day lies ahead, and whether that is sure."""

    ahead: bool
    sure: bool = True


def occasion(before: str, after: str, back: int) -> Turn | None:
    """Whether what happens on a weekday puts it ahead; `back`: days to the last one of its name."""
    if back == 0:
        return Turn(False)  # the day of publication in any case
    been = PAST.search(in_sentence(before)[-LOOK:]) is not None
    led = _TOWARDS.search(before)
    if _DEADLINE.match(after) is not None and not has_passed(before):
        return Turn(True, not been or back > _LONG_AGO)
    if _OWNS.match(after) is not None:
        return _owned(before, after, back, led, been)
    has_been = _OF_ONE.search(before) is not None and _HAS_BEEN_ON.match(after) is not None
    if led is None and has_been:
        return Turn(False)
    if _HAS_A.search(before) is not None and _TO_COME_ON.match(after) is not None:
        return Turn(True)
    return _announced(before, after, back, been) or _told_of(before, after)


def _owned(
    before: str, after: str, back: int, led: re.Match[str] | None, been: bool
) -> Turn | None:
    """The same of what belongs to the day: "ahead of Tuesday's vote", "Friday's shooting"."""
    comes = _OWN_TO_COME.match(after) is not None
    if led is None and _OWN_HAS_BEEN.match(after) is not None:
        return Turn(False)
    if _SINCE.search(before) is not None:
        if comes and back == _EVE:
            return None
        will = _LATER.match(after) is not None or looks_ahead(before)
        later = comes and back >= _LONG_AGO and will
        return Turn(later, not later)  # "after Tuesday's vote the mayor will"
    if led is not None:
        return _towards(before, after, back, comes, led["ahead"] is not None, been)
    if _THE_WILL.match(after) is not None:
        return Turn(True, back > _LONG_AGO)
    if not looks_ahead(before):
        if comes and _TO_DO.search(before) is not None:
            return None if been else Turn(True, False)  # "threatens to disrupt Sunday's vote"
        return None
    if comes or _WILL_DO.search(before) is not None:
        return Turn(True, back > _LONG_AGO)
    return Turn(False, False)


def _towards(
    before: str, after: str, back: int, comes: bool, surely: bool, been: bool
) -> Turn | None:
    """The same of what is led up to: `surely` by "ahead of" its like, else by "before"."""
    if _HAD_BEFORE.match(after) is not None and (not surely or back <= _LONG_AGO):
        return Turn(False, not surely)
    if not surely and (has_passed(before) or not comes):
        return None
    return Turn(True, not been or back > _LONG_AGO)


def _announced(before: str, after: str, back: int, been: bool) -> Turn | None:
    """The same of what is announced for the day: "starting Monday", "airs on Sunday"."""
    if _FROM_ON.search(before) is not None and not has_passed(before):
        began = _BEGAN.match(after)
        if began is None or " will " in began[0]:
            opens = _FROM_OPENS.search(before) is not None or looks_ahead(before)
            opens = opens or back == _EVE
            return Turn(True, opens and (not been or back > _LONG_AGO))
    if _TUNE_IN.search(before) is not None and not been:
        return Turn(True, back > _DAYS_AIRED)
    if _AIRING.search(before) is not None:
        return Turn(back > _DAYS_AIRED, back > _DAYS_AIRED)
    if _AT_TIME.match(after) is not None and not been and PAST.search(after[:60]) is None:
        return Turn(True, back > _LONG_AGO or looks_ahead(before))
    if _THEN.match(after) is not None and before.endswith(("before ", "by ", "until ", "when ")):
        return Turn(True)
    if before.endswith(("the ", "The ")) and _THE_WILL.match(after) is not None:
        return Turn(True, back > _LONG_AGO)
    if _DEADLINE_OF.search(before) is not None and not been:
        return Turn(True)
    if _MIGHT_BE.match(after) is not None and not been:
        return Turn(True, back > _LONG_AGO)
    if _AFTER_ING.search(before) is not None and _FIRST_WILL.match(after) is not None:
        return Turn(True, back > _LONG_AGO)
    if _COLON_ON.search(before) is not None and _FIRST_WILL.match(after) is not None:
        return Turn(True)
    if before.endswith(("Before ", "before ")) and _FIRST_WILL.match(after) is not None:
        return Turn(True)
    return _in_sight(before, after, back)


def _in_sight(before: str, after: str, back: int) -> Turn | None:
    """The same of what the present tells: "the primary is on Tuesday", "if they lose Tuesday"."""
    near = in_sentence(before)
    if _IN_SIGHT.search(near) is not None and not has_passed(before):
        return Turn(True, back > 1 and _HAD_BEEN.search(near) is None)
    if len(before) < _HEAD and _HEADED.match(before) is not None:
        return Turn(True, back > 1)
    if _IF_THEN.search(near) is not None and not has_passed(before):
        return Turn(True, back == _EVE or (back > 1 and _LATER.match(after) is not None))
    return None


def _told_of(before: str, after: str) -> Turn | None:
    """The same of what is told of the day: "in an interview Monday", "his death on Friday"."""
    if _NOT_YET.search(in_sentence(before)) is None and (
        _IN_A.search(before) is not None or _SHORTLY.match(after) is not None
    ):
        return Turn(False)
    happened = _HAPPENED.search(before) is not None and not looks_ahead(before)
    return Turn(False) if happened else None
