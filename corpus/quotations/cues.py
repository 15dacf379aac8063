"""Where the verbs of saying stand in a clause, and which words only look like one.

The words of a clause come in; the places of its cues go out. "His comments" and "the two states"
are nouns, and "the rebellious states" has nobody who states.
"""

from __future__ import annotations

import re

from corpus.first_names import is_given
from corpus.quotations.phrases import PEOPLE_WORDS, is_speaker
from corpus.quotations.words import (
    BEFORE_NOUNS,
    BEHIND_NOUNS,
    BODIES,
    CUES,
    DOCUMENTS,
    HEADS,
    INDEFINITE,
    NOT_NAMES,
    NOUNS,
    ORGANISATIONS,
    PHRASAL,
    PLURAL_CUES,
    PRONOUNS,
    SAYING,
    words,
)

_TOKENS = re.compile(r"[A-Za-z]{3,}")
_PLAIN = frozenset({*PLURAL_CUES, "call", "describe", "chant"})
_MAY_BE_CUES = CUES | _PLAIN | PHRASAL.keys() | {"according", "According"}
_MANY = re.compile(
    r"(?:(?:[a-z]{3,}[^s\W]s|[Pp]eople|[Pp]olice|[Tt]hey|[Ww]e)\s"
    r"(?:also\s|often\s|[a-z]+ly\s)?|\b(?:did|does|do)\s)$"
)
_GERUNDS = frozenset(SAYING)
_OWNING = words("the a an his her its their our my your whose")
_DESCRIBING = words(
    "reported alleged claimed stated expressed proposed promised estimated revealed admitted "
    "declared announced confirmed cited quoted repeated suggested posted agreed continued"
)
"""Forms of verbs of saying that describe a noun behind its owner."""
_GOVERNING = words("for over of with about against from by amid despite into at on")
"""Prepositions whose noun such a form describes: "resigned for reported remarks"."""
_STOPPING = (",", ";", ":", ")", ".", "”", '"')
_RELATIVES = words("which who that and but then")
_OPENING = words("that and but as when while because if since although though so yet what or")
_OF_PLACES = ("ern", "ean", "ian", "ish", "ese", "Belt", "Gulf", "Arab", "Tuesday", "Baltic", "GOP")
_WORD_BEFORE = re.compile(r"(\S+)\s$")
_WORD_BEHIND = re.compile(r"\s([a-z]+)")


def cues_in(before: str) -> list[tuple[int, str]]:
    """Where the cues of a clause stand, with the cue."""
    found: list[tuple[int, str]] = []
    if _MAY_BE_CUES.isdisjoint(_TOKENS.findall(before)):
        return found
    for match in _TOKENS.finditer(before):
        word = match[0]
        if word not in _MAY_BE_CUES:
            continue
        if word in CUES or (word in _PLAIN and _MANY.search(before, 0, match.start())):
            if before[match.start() - 1 : match.start()] != "-" and not (
                is_noun(before, match.start(), match.end())
                if word in NOUNS
                else _modifies(before, match.start(), word)
                if word not in _GERUNDS
                else before.endswith("as of this ", 0, match.start())
            ):
                found.append((match.start(), word))
        elif word in ("according", "According") and before.startswith(" to ", match.end()):
            found.append((match.start(), "according to"))
        elif word in PHRASAL and before.startswith(PHRASAL[word], match.end() + 1):
            found.append((match.start(), f"{word} {PHRASAL[word][0]}"))
    return found


def _modifies(text: str, start: int, word: str) -> bool:
    """Whether a verb form only describes a noun: "the stated aim", "the court’s reported view"."""
    ahead = _WORD_BEFORE.search(text, max(0, start - 30), start)
    if ahead is None:
        return False
    describes = word in _DESCRIBING
    return ahead[1] in _OWNING or (
        describes and (ahead[1] in _GOVERNING or ahead[1].endswith(("’s", "'s", "s’")))
    )


def is_noun(text: str, start: int, end: int) -> bool:
    """Whether a word that may be a cue is a noun: "his comments", "the reports of"."""
    ahead = _WORD_BEFORE.search(text, max(0, start - 30), start)
    if ahead is not None:
        word = ahead[1]
        if word.lower() in BEFORE_NOUNS or word.endswith(("’s", "'s", "s’", "s'")):
            return True
    behind = _WORD_BEHIND.match(text, end)
    return behind is not None and behind[1] in BEHIND_NOUNS


def may_state(subject: str, ahead: str) -> bool:
    """Whether "states" is the verb of a subject and not a noun: "three Midwestern states" are
    places. `ahead` is what stands before it."""
    tokens = ahead.split()
    while tokens and (tokens[-1].endswith("ly") or tokens[-1] == "also"):
        tokens.pop()
    if not tokens or tokens[-1].endswith(_STOPPING) or subject in INDEFINITE:
        return bool(tokens) and tokens[-1][-1] in ',)”"' and not is_thing(subject)
    last = subject.split()[-1].strip("\"”“’'")
    if tokens[-1] in _RELATIVES:
        return True
    noun = tokens[-1].strip("\"”“’'")
    if noun.lower() in DOCUMENTS or noun.lower() in BODIES or noun in ORGANISATIONS:
        return True
    if last.lower() not in noun.lower():
        return False  # "voters who won the Rust Belt states"
    if last.islower():
        return not is_thing(subject)
    while tokens and tokens[-1][:1].isupper() and tokens[-1] not in NOT_NAMES:
        named = tokens.pop()
        if is_given(named) or named in HEADS:
            return True
        if named.endswith(_OF_PLACES):
            return False
    if tokens[-1:] == ["the"] and last.isupper():
        return True  # "the WHO states"
    return not tokens or tokens[-1].lower() in _OPENING or tokens[-1][-1] in ",;:—–"


def is_thing(subject: str) -> bool:
    """Whether a subject in small letters is nothing that speaks: "rebellious" of "states"."""
    last = subject.split()[-1]
    told = is_speaker(last) or PEOPLE_WORDS.match(last) is not None or last in PRONOUNS
    one = last.removesuffix("s")
    told = told or last in DOCUMENTS or one in DOCUMENTS or one in BODIES
    return last.islower() and not told
