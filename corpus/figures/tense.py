"""Tense: the words around a day come in; whether they speak of the past or of what is to come.

The verb nearest before the day decides, or the first one behind a day that opens its sentence.
Where neither is told the day itself must decide, which is known to `dates`.
"""

from __future__ import annotations

import re

_COUNTED = "".join(
    rf"(?<!{word} votes)"
    for word in r"\d two three four five six seven eight nine ten the more enough of few no".split()
)
"""What stands before votes that are counted, and are no verb: "five votes"."""
_AHEAD = re.compile(  # with the sign before it: the search stops at blanks and marks only
    r"\W(?:will|shall|ll|won[’']t|(?:would|could|may|might)"
    r"(?! (?:(?:go on to|later|eventually|rather)\b|"
    r"have (?:[a-z]+ed|been|had|made|come|gone|taken|seen|given|done|got|"
    r"left|lost|won|met|said|told|held|kept|brought|begun|known|found|put|cut)|"
    r"not (?:immediately )?be reached)\b)|slated|was to|were to|meets?|"
    rf"plays|play at|votes{_COUNTED}|"
    r"(?:members|lawmakers|senators|voters|states|to|for a) vote on|"
    r"vote on(?= \S)|opens|expires?|convenes?|kicks? off|runs? out|"
    r"begins|starts|"
    r"(?<!seemed )(?<!seems )(?<!known )(?<!believed )(?<!thought )(?<!appeared )(?<!appears )"
    r"to be|"
    r"scheduled|(?<!than-)(?<!than )expected|due|plans? to|planned|upcoming|set to|"
    r"(?:is|are|seems?|looks?|appears?) (?:(?:un)?likely to|poised|headed (?:to|for))|"
    r"(?:is|are) (?:retiring|leaving|stepping down|resigning|departing)|"
    r"(?<=[a-z]s )(?<![iu]s )(?:begin|start|convene)(?= (?:in|on|early|at|next|this) | [A-Z])|"
    r"(?<!began )(?<!started )(?<!kept )coming"
    r"(?! (?:out|from|after|off|on the|back|under|amid|just|in(?:to)?|to|for|intermittently)\b)|"
    r"(?<!always )going to|hopes to|hoping to|aims to|intends? to|ahead of|"
    r"in advance of|to (?:cancel|postpone|delay)|forcing|is to|"
    r"are to|is seeking|is running|are seeking|faces)\b"
)
_BACK = re.compile(
    r"\b(?:said|was|were|had|told|announced|last|killed|did|happened|died|came|took|made|since)\b"
)
PAST = re.compile(
    r"\b(?:said|was|were|had|told|came|took|made|did(?:n[’']t)?|began|ended|left|won|lost|went|got|held|"
    r"fell|rose|grew|met|gave|saw|spoke|wrote|sold|bought|built|broke|drove|ran|sat|stood|sent|"
    r"spent|struck|shot|sank|became|found|led|paid|put|cut|hit|set|[a-z]+ed)\b"
    r"(?![^.]*\b(?:will|expected|scheduled|slated|due)\b)"
)
WILL = re.compile(r"(?:[’']s [a-z]+)?,? (?:will|(?:is|are) (?:to|expected|scheduled|due|set))\b")
_STOPPED = re.compile(
    r"[.!?\n](?:(?<=\n)|(?:(?<=[a-z]{3}.)|(?<=[12]\d{3}.))[”\"’]?\s+(?=[“\"A-Z]))"
)
_OPENINGS = frozenset({"", "The", "On", "It", "That"})
_OPENS = re.compile(
    r"(?:^|[a-z]{2}[.!?][”\"]?\s|\n)(?:On|By|Early on|Late on|(?:And|But) (?:on|by)) $"
)
_FIRST_VERB = re.compile(  # ", the mayor will speak", ", the office said"
    r"(?: (?:morning|afternoon|evening|night))?(?:,? however)?,? (?:[\w’'.-]+ ){1,7}?"
    r"(?:(?P<ahead>will|(?:is|are) (?:scheduled|expected|set|due|slated|to))|(?P<back>was|were|had|"
    r"said|told|took|made|came|went|heard|held|gave|met|began|became|saw|won|lost|fell|rose|"
    r"[a-z]{3,}ed))\b"
)
_DONE = re.compile(
    r"(?<![\w-])(?:said|was|were|had|told|came|took|made|did(?:n[’']t)?|began|ended|left|won|lost|"
    r"went|got|held|fell|rose|grew|met|gave|saw|spoke|wrote|sold|bought|built|broke|drove|ran|sat|"
    r"stood|sent|spent|struck|shot|sank|became|found|led|paid|died|shook|tore|threw|blew|knew|"
    r"chose|(?!(?:scheduled|expected|planned|slated|proposed|supposed|called|followed|requested|asked|suggested|hundred|united|"
    r"limited|detailed|wanted|needed|hoped|vowed|promised|urged|ordered)\b)"
    r"[a-z]+(?:[^e\W]|gre|fre)ed)\b(?!-| to [a-z])"
)
_NO_VERB_AFTER = frozenset(
    "be get a an the to of its his her their for with it them him and or in on are is".split()
)
"""Words behind which such a form is a participle or an adjective."""
_OF_NOUNS = ("ous", "ful", "ible", "ical")
"""Endings of adjectives, which stand before such a form only where that is one: "a furious
contested vote"."""
_MAY = re.compile(
    r"\b(?:must|should|can|cannot|supposed to|needs? to|has to|have to|to (?!the\b|an?\b|"
    r"his\b|her\b|its\b|their\b|this\b|that\b|over\b|about\b)[a-z]{2,})\b"
)
_LED = re.compile(
    r"\b(?:by|until|till|before|for|from|through|to|after|between|starting|beginning|effective|"
    r"ahead of|deadline of|[Bb]y)(?: the| a| an)? $"
)
_PASSIVE = re.compile(  # what makes a form of the past a participle: "will be formally opened"
    r"(?:\b(?:be|(?:is|are) being|remain|stay|are|is|"
    r"(?:will|would|could|must|may|might|should|can|to) have)|"
    r"[’'](?:re|m))(?: (?:[a-z]+ly|further|still|also|now|not|more|less|so|better|--|–))? $"
)
_MOVED_TO = re.compile(  # "has moved up its primary to March 3"
    r"\b(?:has|have|is|are|been) (?:moved|postponed|pushed|rescheduled|delayed|set|scheduled)\b"
    r"[^.;,]{0,30} (?:to|for|until) $"
)
_NEARS = re.compile(r" (?:approaches|looms|nears|draws near)\b")
_UP_TO = re.compile(r"\b(?:[Bb]y|until|till|through|before)(?: the| a)? $")
_THAT = re.compile(r"\bthat(?: on)? $")
_SINCE = re.compile(r"\b[Ss]ince(?: the)? $")
_BY = re.compile(r"\b[Bb]y(?: the)? $")
_BY_OPENS = re.compile(r"(?:^|[.;:!?,][”\"]? ?[“\"]?)[Bb]y(?: the)? $")
_HAD_THEN = re.compile(r", (?:[\w’'.-]+ ){1,5}?(?:had|was|were|[a-z]{3,}ed)\b")
_INCIDENT = re.compile(
    r"(?: [A-Z][a-z]+| terror(?:ist)?| mass| suicide| deadly)* (?:attacks?|massacre|shootings?|"
    r"bombings?|killings?|crash|earthquake|murders?|coup attempt|derailment|explosions?)\b"
)
LOOK = 90  # characters before a day in which its tense is sought


def _ends_ahead(text: str) -> list[int]:
    """Where the words end by which a text looks ahead."""
    return [match.end() - 1 for match in _AHEAD.finditer(f" {text}")]


def told(before: str, after: str) -> bool | None:
    """Whether a day without a year is one to come (True) or past (False); None if not told.

    The verb nearest before it decides; a day that something is set for is told by none.
    """
    if _SINCE.search(before) is not None or _INCIDENT.match(after) is not None:
        return False
    if _had_by(before, after):
        return False
    behind = told_behind(before, after)
    if behind is not None:
        return behind
    if _MOVED_TO.search(before) is not None:
        return True
    if WILL.match(after) is not None or _NEARS.match(after) is not None:
        return True
    near = _near(before)
    ahead = max(_ends_ahead(near), default=-1)
    may = max((match.end() for match in _MAY.finditer(near)), default=-1)
    done = _last_done(near)
    if done > max(ahead, may):
        return (
            None
            if _THAT.search(before) or (_LED.search(before) and not _BY.search(before))
            else False
        )
    if ahead >= 0 and _BACK.search(near, ahead) is None:
        return True
    return True if ahead < 0 and done < 0 and _UP_TO.search(before) is not None else None


def _had_by(before: str, after: str) -> bool:
    """Whether "by" a day something had been done: "by March 6, the town had tested none"."""
    return _BY_OPENS.search(before) is not None and _HAD_THEN.match(after) is not None


_DUE = re.compile(  # what stands before a day on which something is due
    r"\b(?:deadlines?|contest|primary|primaries|elections?|midterms?|"
    r"next (?:[\w-]+ ){1,3}(?:on|for)|ending|"
    r"expir(?:es?|ing)|runs? out|convenes?|kicks? off|goes? into effect|takes? effect|lasts?|"
    r"ends?|winds? down|begins?|starts?|starting|beginning|leading up to|run-?up to|"
    r"[Bb]etween now and|come|past|until|before|rather than|removed)\b[^.;,]{0,25}$"
    r"|\b[Bb]y(?: the)?(?: (?:end|middle|start|close) of)? $"
    r"|\b(?:date|deadline|day|summit|election|primary)\b[^.;,]{0,20} (?:was|is) $"
)
_WAS_LAST = re.compile(
    r"\b(?:[Ll]ast|this past) $|"
    r"\bafter the $|(?:\b(?:did|was|were|had) not|n[’']t)\b[^.;]{0,70} until $"
)
_DUE_BEHIND = re.compile(
    r" (?:(?:general|special|congressional|presidential|midterm|primary|runoff) )?"
    r"(?:deadline|primary|primaries|elections?|midterms?|runoff|caucus(?:es)?|vote|debate|"
    r"convention|referendum|contest|ballot)\b"
)
_VOTING = re.compile(
    r"\b(?:[Ee]lect(?:ions?|ed|ing|oral|orate)?|[Rr]e-?elect(?:ion|ed)?|[Mm]id-?terms?|"
    r"[Vv]ot(?:es?|ed|ers?|ing)|[Bb]allots?|[Pp]olls|[Cc]andida(?:tes?|cy)|[Nn]ominees?|[Rr]eferendum|"
    r"[Cc]ampaigns?|GOP|Democrats?|Republicans?|Senate|senators?|Congress|[Pp]resident(?:ial)?|"
    r"[Cc]onvention|party|partisans?|swing states?)\b"
)


def voting(before: str, after: str) -> bool:
    """Whether the words around a day speak of an election, or of those who stand for one."""
    return _VOTING.search(before) is not None or _VOTING.search(after) is not None


def due(before: str, after: str) -> bool:
    """Whether a day is one on which something is due, as a deadline or an election is."""
    if _WAS_LAST.search(before) is not None or _had_by(before, after):
        return False
    return _DUE.search(in_sentence(before)) is not None or _DUE_BEHIND.match(after) is not None


def has_passed(before: str) -> bool:
    """Whether the verb nearest before a day tells what has happened: "fell by Tuesday"."""
    near = _near(before)
    others = (*_ends_ahead(near), *(match.end() for match in _MAY.finditer(near)))
    return _last_done(near) > max(others, default=-1)


def may_be(before: str, forms: re.Pattern[str] = _MAY) -> bool:
    """Whether the verb nearest before a date tells what may, must or is meant to be."""
    near = _near(before)
    may = max((match.end() for match in forms.finditer(near)), default=-1)
    return may > _last_done(near) and _BACK.search(near, may) is None


def _near(before: str) -> str:
    near = in_sentence(before)
    return near if len(near) < LOOK else near[-LOOK:].partition(" ")[2]


def _last_done(near: str) -> int:
    """Where the last verb of the past begins that is one; -1 where there is none."""
    done = -1
    for form in _DONE.finditer(near):
        word = near[: form.start()].rsplit(None, 1)[-1:]
        if word and word[0].lower() in _NO_VERB_AFTER:
            continue
        if word and form[0].endswith("ed") and word[0].endswith(_OF_NOUNS):
            continue
        if _PASSIVE.search(near, max(0, form.start() - 30), form.start()) is None:
            done = form.start()
    return done


def in_sentence(before: str) -> str:
    """What stands before a day in its own sentence."""
    parted = _STOPPED.split(before)
    return parted[-1] if parted[-1].strip() not in _OPENINGS else before


def told_behind(before: str, after: str) -> bool | None:
    """Whether the first verb behind a day that opens its sentence looks ahead; None without."""
    if _OPENS.search(before) is None:
        return None
    found = _FIRST_VERB.match(after)
    return None if found is None else found["ahead"] is not None


def looks_ahead(before: str) -> bool:
    """Whether the words before a day speak of the future."""
    near = _near(before)
    ends = _ends_ahead(near)
    if not ends or _BACK.search(near, ends[-1]) is not None:
        return False
    return _last_done(near) < ends[-1]
