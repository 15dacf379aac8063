"""What makes an attribution doubtful: a subject that is no whole one, words never spoken.

A speaker, or the words around a quotation, come in; whether to call it unsure goes out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.quotations.anothers import may_be_anothers
from corpus.quotations.marks import Marked
from corpus.quotations.names import LINKS
from corpus.quotations.phrases import PEOPLE_WORDS, is_press, is_speaker
from corpus.quotations.words import BODIES, DETERMINERS, INDEFINITE, ORGANISATIONS, PRONOUNS, words
from corpus.words import WEEKDAYS

if TYPE_CHECKING:
    from corpus.quotations.people import People
    from corpus.quotations.said import Said

_ALONE = PRONOUNS | INDEFINITE | {"those"}
_JOINING = LINKS | {"and", "in", "on", "to", "at"}
_BEHIND_HEAD = words(
    "of for in at from with on by close familiar who involved aware briefed near inside behind "
    "within and speaking aligned affiliated"
)
_NO_PART = words(
    "was were is are be been not have had do does did can could would should may might will that "
    "which what when where how if because as"
)
_CLAUSES = words("once when while if because although that especially according")
_MAY_SPEAK = words(
    """person people one ones men women children colleagues sources readers bosses study studies
    book film ad advertisement ally allies donor donors backer backers confidant associate
    associates agent agents user users insider insiders regulator regulators group groups media
    poll polls release post tweet note article cable attendee alum alumni graduate trader
    lobbyist lobbyists clinician anthropologist respondent respondents individual analysis
    intelligence editorial opinion platform petition brief message video page guide rules law
    constitution summary memoir account dossier notes voice caller speaker kid friend headline
    informant contractor contractors patriarch mechanic fundraiser watcher conservative liberal
    cleric trooper clinic clinics estimate television outlet channel third quarter half percent
    city state county town"""
)
"""Nouns besides those of `words.py` whose words may be given: of people and of documents."""
_SEVERAL = re.compile(r"[a-z-]{3,}(?:ers|ors|ists|ians|ants|ees)")  # "two underwriters"
_THINGS = words(
    "numbers matters letters offers orders powers answers winters dollars centers computers others "
    "parameters chapters borders errors mirrors factors doors floors colors corners covers plants "
    "elders fees trees degrees committees grants posters banners stickers fingers rivers"
)
_MODAL = words("would could might may should can must wouldn't couldn't shouldn't cannot")
_NEGATED = words("not never neither without nobody")
_BETWEEN = words("have has had be then also just even simply ever still actually really")
_NO_SPEAKERS = words(
    "Prix Cup Olympics Championship Championships Tournament Summit War Trailer Year Years Day "
    "Days Eve Crisis Era Revolution Festival Awards Ceremony Show "
    "Finale Caption Photos Images Video Videos Twitter Oct Nov Dec Jan Feb Aug Sept"
).union(WEEKDAYS)
"""Last words of days, events and works, where something is said and which say nothing."""
_NO_OPENERS = words(
    "Read Watch Close CLOSE Hide Getty Is Are Every Neither Being Photos Gallery FIRST MOST IN"
)
"""First words of a headline's or a page's, which open no name of several words."""
_CREDITED = words("EPA AP AFP PA Reuters REX Getty")
"""Agencies whose credit stands before a name when a page's lines run into one another."""
_CREDITED_FOR = words(
    "News Agency Images Press TV Radio Administrator Chief Director Secretary President "
    "Spokesman Spokeswoman Commissioner Officials"
)
_MANY = words(
    "Authorities Officials Witnesses Residents Investigators Prosecutors Researchers Experts "
    "Neighbours Neighbors Relatives Scientists"
)
"""What news writes small behind a name: "Aldmere Officials" are a line's end and a sentence."""
_WITHIN = words(
    "How Why What When Where Who She He It They In At On From With The An Is Are Was Says Said"
)
"""Words that no name has behind its first one with a capital."""
_ALONE_NOBODY = words("Six Five Four Seven Eight Nine Ten")
_PERSONAL = words("She He It They")
_SHOUTED = re.compile(r"[A-Z]{3,}(?:[’'][A-Z]+)?[:,]?")
_NO_NAMES = words("More Less Most Much Such Late Early Better Worse")
_ADVERTISED = re.compile(  # "they advertise it: “Open”", whose words are those of the notice
    r"\badvertis(?:e|es|ed|ing|ements?)\b[^.;]*(?::|\bas|\breads?|\bsays)\s*$"
)
_RELAYED = re.compile(  # "he asked her if she would “wait,” according to Orlov"
    r"\b(?:asked|asking|ask|told|telling|said|saying|shouted|yelled|warned|(?<!-)called)\b[^;.]{0,90}$"
)
_REPORTED = re.compile(r"\breport(?:ed|s)\sthat\s(?:\S+\s+){2,}$")
"""What a paper tells in its own words before it gives somebody's."""
_SAYS_WITHIN = re.compile(
    r",\s(?:he|she|they|[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,2})\s(?:said|says|told|added|wrote)\b|"
    r",\s(?:said|says|added|wrote)\s(?:the|[A-Z])"
)
_NEXT_SENTENCE = re.compile(r"[.!?…]\s+[A-Z]")
_MARKS = frozenset("\"“”‟'‘’‚‹›«»″‴`」』")


@lru_cache(maxsize=1024)
def is_whole(speaker: str) -> bool:
    """Whether a speaker is a name, or a noun phrase of somebody or something that may speak."""
    tokens = speaker.split()
    if tokens[-1] in _NO_SPEAKERS or speaker in _NO_NAMES or is_patched(tokens):
        return False
    if not any(token[0].islower() or token[0].isdigit() for token in tokens):
        return True
    if tokens[0] == "those" or speaker in _ALONE:
        return True
    if is_broken(speaker):
        return False
    named = [t[0].isupper() or t in _JOINING or t[:3] in ("al-", "el-") for t in tokens]
    if all(named[1:]) and (named[0] or tokens[0] == "the"):
        return True
    end = next((at for at, t in enumerate(tokens) if at and _ends_head(tokens, at)), len(tokens))
    head = tokens[end - 1].lower().rstrip(",").removesuffix("'s").removesuffix("’s")
    bare = head.removesuffix("s")
    if head in _MAY_SPEAK or is_speaker(head) or bare in BODIES or bare in _MAY_SPEAK:
        return True
    if _SEVERAL.fullmatch(head) is not None and head not in _THINGS:
        return True
    return PEOPLE_WORDS.fullmatch(head) is not None


def is_patched(tokens: Sequence[str]) -> bool:
    """Whether a speaker's tokens are no one name: a line of a page, a headline's words or a second
    body stand beside it, or it opens with a participle ("Comparing himself to his brother")."""
    first, *rest = tokens
    if not rest:
        return first in _ALONE_NOBODY
    if not tokens[-1][-1].isalnum() and tokens[-1][-1] not in ".)!?’'":
        return True  # "Rocket Man,"
    if first in _NO_OPENERS or (first in _CREDITED and _CREDITED_FOR.isdisjoint(rest)):
        return rest[0][:1].isupper() or first not in _CREDITED
    if first[:1].isupper() and first.endswith("ing") and rest[0].islower():
        return rest[0] not in LINKS
    if (
        len(set(tokens)) < len(tokens)
        and tokens[: len(rest) // 2 + 1] == tokens[len(rest) // 2 + 1 :]
    ):
        return True  # "Quill Quill"
    if first in _MANY and rest[0][:1].isupper():
        return True
    if tokens[-1] in _MANY and all(token[0].isupper() for token in tokens):
        return True
    if any(token in _WITHIN for token in rest[:-1]) or rest[-1] in _PERSONAL:
        return True
    shouted = [_SHOUTED.fullmatch(token) is not None for token in tokens]
    return any(a and b for a, b in pairwise(shouted))


def is_broken(speaker: str) -> bool:
    """Whether words taken for a subject are cut out of a clause: "the letter was not"."""
    tokens = speaker.split()
    if tokens[0] == "those" or speaker in _ALONE:
        return False
    return (
        tokens[-1] in DETERMINERS
        or tokens[-1] in _JOINING
        or not _NO_PART.isdisjoint(tokens[1:])
        or any(word == "an" and ahead not in _BEHIND_HEAD for ahead, word in pairwise(tokens))
        or tokens[0] in _CLAUSES
    )


def _ends_head(tokens: list[str], at: int) -> bool:
    if tokens[at] == "to":
        behind = tokens[at + 1] if at + 1 < len(tokens) else ""
        return behind[:1].isupper() or behind == "the"  # "memo to Orlov"
    return tokens[at] in _BEHIND_HEAD


def is_word(speaker: str, text: str) -> bool:
    """Whether one word with a capital is a plain word of the article: "Being called ..."."""
    if " " in speaker or not speaker.istitle():
        return False
    lower = speaker.lower()
    if speaker in ORGANISATIONS or lower in _MAY_SPEAK or is_speaker(lower):
        return False
    if PEOPLE_WORDS.fullmatch(lower) is not None:
        return False
    return f" {lower} " in text


def never_said(before: str, after: str, cue: str) -> bool:
    """Whether the verb of saying is denied or only imagined: "Orlov might say", "never said"."""
    at = before.rfind(f" {cue}")
    if at >= 0:
        return _is_imagined(before[max(0, at - 40) : at])
    at = after.find(f" {cue}", 0, 120)
    return at > 0 and _is_imagined(after[:at])


def _is_imagined(ahead: str) -> bool:
    for word in ahead.lower().replace("’", "'").split()[:-4:-1]:
        if word in _MODAL or word in _NEGATED or word.endswith("n't"):
            return True
        if word not in _BETWEEN and not word.endswith("ly"):
            return False
    return False


def runs_on(text: str, span: Marked) -> bool:
    """Whether an unclosed quotation may hold what the article says: `We wait, Orlov said`, or
    several sentences up to where the next one opens in a paragraph."""
    if span.closed and text[span.end - 1] in _MARKS:
        return False
    if _SAYS_WITHIN.search(text, span.inner_start, span.end) is not None:
        return True
    return (
        span.closed
        and text[: span.start].strip() != ""
        and _NEXT_SENTENCE.search(text, span.inner_start, span.inner_end) is not None
    )


def is_doubtful(
    said: Said, text: str, span: Marked, before: str, after: str, people: People
) -> bool:
    """Whether an attribution that was found for a span is not to be called sure."""
    subject = said.subject
    if subject is None:
        return False
    if not is_whole(subject) or runs_on(text, span):
        return True
    if "dvertis" in before and _ADVERTISED.search(before) is not None:
        return True
    if said.cue == "according to" and _RELAYED.search(before) is not None:
        return True
    if _REPORTED.search(before) is not None and is_press(subject):
        return True
    if said.cue is not None and never_said(before, after, said.cue):
        return True
    if may_be_anothers(said, before):
        return True
    return is_word(subject, people.joined) and subject not in people.persons()
