"""Whether "today" is the day of publication or our time: the words around it come in, yes or no
goes out.

"The council met today" is a day, "the town today has two bridges" none. The day is told by a verb
of the past, by what will happen then, or by an hour; without one of them neither is sure. Of 50
read in random articles that none of these tells about 40 meant our time.
"""

from __future__ import annotations

import re

from corpus.figures.tense import PAST, has_passed, in_sentence

_LED = re.compile(
    r"\b(?:[Ee]arlier|[Ll]ater|[Uu]ntil|[Aa]s of|[Bb]efore|[Bb]y|[Ll]ate|[Oo]ut|this morning|"
    r"(?:[Pp]ress|[Nn]ews) conference|(?:starting|beginning|effective|scheduled|due)(?: for)?|"
    r"(?:report|statement|poll|ruling|announcement|testimony|tweet|release|briefing)) $"
)
_HOUR = re.compile(
    r"(?: \([^)]*\))?,? (?:at|from|around|before|after|until) (?:about )?"
    r"(?:noon|midnight|\d{1,2}(?::\d\d)? ?(?:[ap]\.?m\b|[AP]M\b|o[’']clock))"
)
_NEXT = re.compile(
    r"\b(?:will|[’']ll|(?:is|are|am) (?:expected|set|due|scheduled|slated|to|"
    r"(?:announc|meet|visit|hold|releas|travel|vot|speak|testify|fil|introduc|unveil|"
    r"launch|return|arriv|head|fly|sign)ing)|"
    r"plans? to|[Ss]et to|expected to)\b(?P<rest>[^.;:—–]{0,50})$"
)
_NOW = re.compile(  # another clause, or a verb of our time, between what is told and "today"
    r"[,;:—–]|\b(?:who|which|that|what|today|we|they|you|us|facing|is|are|has|have|do(?:es)?|can|"
    r"cannot|lives?|faces?|exists?|remains?|still|even|than|"
    r"as|like|unlike|world|America|society|right|now|n[’']t|[’'](?:s|re|ve)|seems?|looks?|"
    r"needs?|knows?|makes?|works?|uses?)\b"
)
_NO_DEED = re.compile(  # what makes a form of the past a participle or a wish
    r"(?:\b(?:remains?|is|are|being|as|still|a|an|the|most|more|better|less|in|of|by|if|if [^.;]*)|"
    r"[’']s|\b[a-z]+ly) $",
    re.I,
)
_HOW_IT_IS = re.compile(
    r"\b(?:still|even|than|unlike|like|as|world|society|life|live|young|"
    r"people|\d|%|percent) $"
)
_AFTER = re.compile(
    r"(?: (?:morning|afternoon|evening))?,? (?:(?!(?:is|are|has|have|who|that|which|can|does|"
    r"do|still|many|most|more|(?:he|she|it|that|there|they|we|I|you|what)[’'][a-z]+)\b)"
    r"[\w’'.-]+ ){0,6}?(?P<verb>will|is expected|are expected|is set|is scheduled|said|told|"
    r"was|were|took|made|came|went|heard|held|gave|met|began|saw|won|lost|wrote|became|"
    r"(?!(?:united|so-called|supposed|need)\b)[a-z]{3,}ed)\b(?! [a-z]+s\b)"
)
_WENT = re.compile(
    r"\b(?:came|went|returned|flew|moved) to (?:the|an?|his|her|its|their|[A-Z]\w+) [^,;]*$"
)
_IS = re.compile(r",? (?:is|are|has|have|remains?|does|can|means?)\b")
_OPENS = re.compile(r"(?:^|[.!?:;][”\"]? |\n|\b(?:[Aa]nd|[Bb]ut|[Ss]o|[Yy]et) )$")
_COMPARES = re.compile(r" (?:than|as) |[^.;]{0,60}\bthan\b")
_LONGED_FOR = re.compile(r"\b(?:in|of|for|about|to|only|start) $")
_IF = re.compile(r"\b(?:[Ii]f|[Ww]ere) ")
_SPEAKS = re.compile(r"[A-Z][A-Z.’' -]{3,}(?: \([^)]*\))?: |archived recording\b")
_POSTED = re.compile(r"\(@\w+\)")
_HELD = frozenset({"considered", "regarded", "deemed", "viewed", "known", "seen"})
"""What is told of how something is taken in our time: "considered rude today"."""
_NEAR = 60  # characters before "today" in which what happened that day is told
_ROMANTIC = re.compile(  # "a better tomorrow", "what you do today may bite you tomorrow"
    r"\b(?:[Aa]n?|better|brighter|of|about|for|our|[Tt]he|their|stop thinking about) $|"
    r"\b[Tt]oday\b(?!,? (?:and |or )?$)[^.?!\n]*$"
)


def is_the_day(before: str, after: str) -> bool:
    """Whether "today" between these words surely is the day on which they appeared."""
    if _HOW_IT_IS.search(before) is not None:
        return False
    if _LED.search(before) is not None or _HOUR.match(after) is not None:
        return True
    if _OPENS.search(before) is not None:
        does = _AFTER.match(after)
        return does is not None and _NO_DEED.search(after[: does.start("verb")]) is None
    if _COMPARES.match(after) is not None or _IS.match(after) is not None:
        return False
    near = in_sentence(before)[-_NEAR:]
    coming = _NEXT.search(near)
    if coming is not None:
        return _NOW.search(coming["rest"]) is None
    told = [found.span() for found in PAST.finditer(near) if found[0] not in _HELD]
    passed = has_passed(before) or _WENT.search(near) is not None
    if not told or not passed or _NOW.search(near, told[-1][1]) is not None:
        return False
    return _NO_DEED.search(near[: told[-1][0]]) is None


def is_near_day(word: str, before: str) -> bool:
    """Whether "tomorrow" or "yesterday" behind these words surely is the day it names, and no
    time to come or gone: "a belief in yesterday", "if the vote were held tomorrow"."""
    if word == "yesterday":
        return _LONGED_FOR.search(before) is None
    near = in_sentence(before)
    return _ROMANTIC.search(before) is None and _IF.search(near) is None


def is_told_elsewhere(text: str, end: int) -> bool:
    """Whether what stands before a place was said or posted on a day of its own: in a paragraph
    of a transcript, or a post that its writer's handle closes."""
    return _SPEAKS.match(text) is not None or _POSTED.search(text, end, end + 300) is not None
