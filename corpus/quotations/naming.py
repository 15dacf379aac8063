"""Words in marks that only name something: "a plan dubbed “Doors”", "so-called “dead quays”".

The words beside a quotation come in; whether it is a name, and who gave it where "by" tells that,
goes out. "What Orlov called “a mess”" is no name but what he said.
"""

from __future__ import annotations

import re

from corpus.quotations.cues import is_thing
from corpus.quotations.phrases import is_speaker
from corpus.quotations.said import Said
from corpus.quotations.subjects import forward
from corpus.quotations.words import DETERMINERS, NOT_SUBJECTS, PRONOUNS, ROLES, words

_VERBS = words(
    "called dubbed nicknamed termed labeled labelled branded deemed christened described "
    "characterized characterised"
)
_ONLY_NAMES = words("dubbed nicknamed christened")
_BEARING = words("titled entitled subtitled headlined so-called")
_ENDS = _VERBS | _BEARING | {"as"}
_ARTICLES = words("a an the")
_INDEFINITE = words("a an another one some")
_NICKNAMED = words("man woman boy girl person child player member men women boys girls members")
"""Who bears a name rather than gives it where they are first told of: "a man from Vell called"."""
_SPEAKING = words(
    "police government administration ministry council court agency army military people officials"
)
"""Bodies that give a name rather than bear it, where they are not first told of."""
_ADVERBS = words("also sometimes often once now later then formerly previously")
_ACTIVE = words(
    "has have had having would will can could may might did does do himself herself themselves "
    "itself yesterday today"
)
"""What stands before a verb of naming that somebody is the subject of."""
_BE = words("is are was were be been being it’s it's that’s that's what’s what's get gets got")
_RELATIVES = words(
    "what which who whom whose that something anything everything someone somebody one he she they "
    "it we you i"
)
_GOVERNING = words("by for from of in to at with on about against into over under")
_DESCRIBING = ("ive", "al", "ic", "an", "ish", "ent")
"""Ends of an adjective between an article and a name: "the liberal Quill Institute"."""
_WITHIN = 7  # words of the clause before the verb in which its relative stands
_BREAK = re.compile(r"[,;:—–()]|\s-\s|--")
_BY = re.compile(r",?\sby\s(?P<np>[^,;:“”\"]{2,80})")
_OBJECT = re.compile(  # "called “a mess” the plan", and no "called “Doors” the next day"
    r"\s(?:the|this|these|those|his|her|its|their|our|my)\s(?!(?:day|week|month|year|time|morning|"
    r"evening|night|weekend|spring|summer|autumn|fall|winter|next|last|same|following)\b)\w"
)
_TOLD_BEHIND = re.compile(r"(?:,|\s[a-z])[^“”\";]{0,120}\b(?:said|says|according to)\b")


def only_named(before: str, after: str, closed_by: str) -> Said | None:
    """Who gives something the name in marks, nobody (without a subject) where no words tell it;
    None where the words before do not make a name of it. `closed_by` is its last character."""
    tokens = before.rstrip(" ,:").rsplit(None, 4)[-4:]
    if tokens and tokens[-1] in _ARTICLES:
        tokens.pop()
    if not tokens or tokens[-1] not in _ENDS:
        return None
    last = tokens.pop()
    if last in _BEARING:
        return Said(None, None, False)
    told_as = last == "as"
    if told_as:
        last = tokens.pop() if tokens else ""
        if last == "known":
            return Said(None, None, False)
        if last not in _VERBS:
            return None
    head = before[: before.rfind(last)]
    plain = before.endswith(f"{last} ")  # so that they may be what somebody calls a thing
    if not _is_borne(head, told_as or last in _ONLY_NAMES, plain):
        return None
    by = _BY.match(after) if " by " in after[:5] else None
    passive = head.rpartition(" ")[0].rpartition(" ")[2] in _BE
    if not passive and plain and closed_by not in ",." and _OBJECT.match(after) is not None:
        return None
    if by is None and passive and _TOLD_BEHIND.match(after) is not None:
        return None  # "It was described as “safe”, Orlov said"
    return Said(forward(by["np"]) if by is not None else None, last, by is not None)


def _is_borne(head: str, named: bool, plain: bool) -> bool:
    """Whether a verb of naming behind `head` is said of what bears the name: "the group dubbed".

    `named`: nothing but a name follows it; `plain`: the marked words follow it at once.
    """
    ahead = head.split()[-10:]
    adverbs = 0
    while ahead and (ahead[-1] in _ADVERBS or (ahead[-1].endswith("ly") and ahead[-1].islower())):
        ahead.pop()
        adverbs += 1
    if not ahead or ahead[-1].lower() in _BE:
        return bool(ahead) or adverbs > 0
    if ahead[-1] in _ACTIVE:
        return False
    text = " ".join(ahead)
    if text[-1] in "(—–" or text.endswith((" -", "--")):
        return True
    if text[-1] == ",":
        return named
    clause = _BREAK.split(text)[-1].split()
    if not clause or not _RELATIVES.isdisjoint(map(str.lower, clause[-_WITHIN:])):
        return False
    if clause[-1][:1].isupper():
        return _is_governed(clause)
    if not clause[-1].isalpha() or clause[-1] in NOT_SUBJECTS:
        return False
    if is_thing(clause[-1]):
        return True
    return (named or not plain) and not _is_told_of(clause)


def _is_governed(clause: list[str]) -> bool:
    """Whether the name that a clause ends with only belongs to what bears the marked words: "a
    paper for the Quill Institute called"."""
    at = len(clause)
    while at and (clause[at - 1][:1].isupper() or clause[at - 1] == "of"):
        at -= 1
    if at and clause[at - 1].endswith(_DESCRIBING):
        at -= 1
    if at and clause[at - 1] in DETERMINERS:
        at -= 1
    return bool(at) and clause[at - 1] in _GOVERNING and not _speaks(clause[: at - 1])


def _speaks(phrase: list[str]) -> bool:
    """Whether the head of a phrase in front of its preposition gives names itself: "the senator
    (from Ohio) called", and no "book by a senator (from Ohio) called"."""
    if not phrase:
        return False
    at = len(phrase) - 1
    noun = phrase[at].lower()
    while at and phrase[at - 1].islower() and phrase[at - 1] not in NOT_SUBJECTS | DETERMINERS:
        at -= 1
    told = phrase[at - 1].lower() if at else noun
    if at and told in DETERMINERS:
        at -= 1
    if at and phrase[at - 1] in _GOVERNING:
        return _speaks(phrase[: at - 1])
    indefinite = told in _INDEFINITE
    if noun in ROLES or noun.removesuffix("s") in ROLES:
        return not (indefinite and noun in _NICKNAMED)
    return noun in _SPEAKING and not indefinite


def _is_told_of(clause: list[str]) -> bool:
    """Whether a clause ends with a noun and, beside it, those who give it the name: "a move
    critics called a"."""
    at = len(clause) - 1
    if clause[at] in PRONOUNS or not is_speaker(clause[at]):
        return False
    while at and clause[at - 1] in DETERMINERS:
        at -= 1
    noun = clause[at - 1] if at else ""
    return (
        noun.isalpha()
        and noun.islower()
        and noun not in NOT_SUBJECTS
        and not noun.endswith(("ed", "ing"))
    )
