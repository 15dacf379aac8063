"""The subject that a sentence opens with: a sentence comes in, the name or phrase goes out.

Behind an introduction closed by a comma, too; a phrase that a name only ends stays whole.
"""

from __future__ import annotations

import re

from corpus.quotations.names import CAPITAL, LINK, LINKS, POSSESSIVE
from corpus.quotations.phrases import PEOPLE_WORDS, described_person, is_speaker, named_subject
from corpus.quotations.words import (
    CUES,
    DETERMINERS,
    NOT_NAMES,
    NOT_SUBJECTS,
    ORGANISATIONS,
    PREMODIFIERS,
    PRONOUNS,
)
from corpus.words import MONTHS, WEEKDAYS

_LEAD_IN = frozenset("into to by with on for from at in the a an his her their up".split())
_TIMES = frozenset(
    "day days week weeks month months year years hour hours minute minutes morning afternoon "
    "evening night time moment weekend decade ago".split()
)
_LEADS_ON = _TIMES | {"of", "for", "at", "from", "in"}
_COMPARED = frozenset({"More", "Fewer", "Less"})
_OF_ANOTHER = frozenset({"who", "which", "whose", "where"})
_DATED = re.compile(
    rf"(?:In|On|Last|Late|Early) (?:(?:in|on|last|this) )?(?:{'|'.join([*MONTHS, *WEEKDAYS])}|"
    r"(?:19|20)\d\d)(?: \d{1,2}| (?:morning|afternoon|evening|night))?(?=,? [A-Z])[, ]+(?=[A-Z])"
)
_FORMER = frozenset({"Former", "Even", "But", "And", "Then", "Now", "Yet", "So", "Indeed", "Both"})
_SUBORDINATE = frozenset("while when as after although though if because since before".split())
_LABELLED = re.compile(
    r"^(?:[A-Z]{2,12}(?:\s[A-Z]{2,12}){0,2}|(?:The|What|Why|How|Driving)(?: [a-z’']+){1,3}): "
)
_HELD_BY = re.compile(
    rf"[A-Za-z]+\s(?:[^\s,;:]+\s){{0,10}}[^\s,;:]+,\s(?P<name>{CAPITAL}(?:\s(?:{LINK}\s)?{CAPITAL})"
    r"{1,3}),\s(?=[a-z])"
)
_NOUNS = frozenset("united unnamed armed unidentified retired convicted elected appointed".split())
_COMES_AS = re.compile(
    r"[^,;]{3,60}?\b(?:comes?|came)\s(?:[a-z]+\s){0,5}?(?:as|after|when|while)\s(?=\S)"
)
_STATE = re.compile(r"(?:[A-Z][a-z]{1,4}\.|[A-Z]\.[A-Z]\.),?\s")
_CONTRACTED = re.compile(r"[’'](?:m|s|ve|d|ll|re)$")
_IRREGULAR = frozenset(
    "came went took made got left met won lost began rose fell held kept brought built sprung sent "
    "doesn't doesn’t didn't didn’t isn't isn’t wasn't wasn’t don't don’t".split()
)


def _goes_on(token: str) -> bool:
    """Whether a noun phrase may go on with a word behind a noun that can speak."""
    return token[:1].isupper() or is_speaker(token) or token in _LEADS_ON


def is_verb(token: str) -> bool:
    """Whether a lower-case word is a verb in the past by its ending: "rejected"."""
    return token.islower() and len(token) > 4 and token.endswith("ed") and token not in _NOUNS


def is_past(token: str) -> bool:
    """Whether a lower-case word is a verb in the past, by its ending or as one of the common
    irregular ones: "nodded", "left"."""
    return token in _IRREGULAR or is_verb(token)


def _may_speak(word: str) -> bool:
    """Whether a noun at the opening of a sentence is one for people or bodies: "Members of"."""
    noun = word.lower()
    return is_speaker(noun) or PEOPLE_WORDS.fullmatch(noun) is not None or word in ORGANISATIONS


def _owned(tokens: list[str], at: int) -> str | None:
    """Who belongs to an owner whose name ends at `at`: "Quill’s parent company"."""
    for end in range(at, min(at + 3, len(tokens))):
        noun = tokens[end].rstrip(",")
        if not noun.islower():
            return None
        further = tokens[end + 1].rstrip(",") if end + 1 < len(tokens) else ""
        if is_speaker(noun) and further != "of" and not is_speaker(further or "-"):
            return " ".join([*tokens[:end], noun])
        if noun != tokens[end]:
            return None
    return None


def opening_subject(sentence: str) -> str | None:
    """The subject that a sentence opens with, behind an introduction closed by a comma."""
    text = sentence.strip().lstrip("“\"‘'—–- ")
    if ": " in text:
        text = _LABELLED.sub("", text)
    comes = _COMES_AS.match(text) if " come" in text[:70] or " came" in text[:70] else None
    if comes is not None:  # "The letter comes as Democrats ..."
        text = text[comes.end() :]
    dated = _DATED.match(text)
    if dated is not None:  # "In January Lena Orlova, head of Quill, wrote"
        text = text[dated.end() :]
    for _ in range(3):
        tokens = text.split(None, 16)[:16]
        if len(tokens) > 1 and tokens[0] in _FORMER:
            tokens = tokens[1:]
        if len(tokens) > 2 and tokens[0].lower() in _SUBORDINATE and ", " not in text:
            tokens = tokens[1:]  # "While Orlov did not say what he meant when telling ..."
        if not tokens:
            return None
        if tokens[0] in _COMPARED and tokens[1:2] == ["than"]:
            return None  # "More than thirty captains wrote, saying"
        first = tokens[0].rstrip(",")
        lower = first.lower()
        if "’" in lower or "'" in lower:
            lower = _CONTRACTED.sub("", lower)
        if lower in _OF_ANOTHER and text != sentence.strip():
            comma = text.find(", ")
            if not 0 < comma < 140:
                return None
            text = text[comma + 2 :]  # "In a letter to Aalto, who sits there, the mayor"
            continue
        if lower in PRONOUNS and lower not in DETERMINERS:
            return lower
        leads_in = first.istitle() and (
            (tokens[1:2] == ["of"] and not _may_speak(first))
            or (first.endswith("ing") and tokens[1:2] != [] and tokens[1] in _LEAD_IN)
        )
        alone = first in PREMODIFIERS and tokens[1:2] != [] and tokens[1][:1].islower()
        if first[:1].isupper() and first not in NOT_NAMES and not leads_in and not alone:
            named: list[str] = []
            closed = False
            for token in tokens:
                bare = token.rstrip(",:")
                if (
                    bare[:1].isupper()
                    or bare[:3] == "al-"
                    or (named and bare in LINKS and token == bare)
                ):
                    named.append(bare)
                    if bare != token:
                        closed = True
                        break
                    continue
                break
            if not closed:
                described = described_person(tokens, len(named))
                if described is not None:  # "Quill columnist Lena Orlova wrote"
                    return named_subject(described)
                noun = tokens[len(named)] if len(named) < len(tokens) else ""
                if noun.endswith("s") and is_speaker(noun):  # "Quill leaders fear"
                    return " ".join([*named, noun])
            while named and named[-1] in LINKS:
                named.pop()
            if named and named[-1].endswith(POSSESSIVE):
                owned = _owned(tokens, len(named))
                if owned is not None:
                    return owned
            return named_subject(named)
        if lower in DETERMINERS or alone:
            held = _HELD_BY.match(text)  # "The head of Quill, Ann Orlova, left, calling it"
            if held is not None and held["name"].split()[0] not in NOT_NAMES:
                return named_subject(held["name"].split())
            kept: list[str] = []
            for token in tokens[:10]:
                if kept and (
                    token.lower() in NOT_SUBJECTS
                    or token in CUES
                    or token in _IRREGULAR
                    or is_verb(token)
                ):
                    break
                if len(kept) > 1 and kept[-1][:1].isupper() and token.islower():
                    if is_speaker(token):
                        kept.append(token)
                    break
                if len(kept) > 1 and is_speaker(kept[-1]) and not _goes_on(token):
                    break
                kept.append(token.rstrip(",:"))
                if token.endswith((",", ":")):
                    break
            if kept and kept[-1] in _TIMES:  # "A day after the vote, Orlov left, saying"
                comma = text.find(", ")
                if not 0 < comma < 140:
                    return None
                text = text[comma + 2 :]
                continue
            if kept and kept[-1][:1].isupper():
                return named_subject(kept)
            return named_subject(kept) if 1 < len(kept) < 7 else None
        comma = text.find(", ")
        if not 0 < comma < 140:
            return None
        text = text[comma + 2 :]
        while (state := _STATE.match(text)) is not None:  # "In Aldmere, Fla., the mayor said"
            text = text[state.end() :]
    return None
