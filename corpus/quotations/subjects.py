"""The subject of a clause: words beside a cue come in, the name or phrase that speaks goes out.

Before the cue ("Orlov, a minister, said"), behind it ("said Orlov") or at the opening of the
sentence; names lose their titles, and a phrase that a name only ends stays whole.
"""

from __future__ import annotations

import re

from corpus.quotations.people import CAPITAL, LINK, UPPER, strip_titles
from corpus.quotations.words import (
    CUES,
    DETERMINERS,
    NOT_NAMES,
    NOT_SUBJECTS,
    ORGANISATIONS,
    PRONOUNS,
    STOP_AFTER_NAME,
)

_NAMED = re.compile(rf"{CAPITAL}(?:\s(?:{LINK}\s){{0,2}}{CAPITAL}){{0,7}}")
_APPOSED = re.compile(
    rf"\s*(?:[a-z’'-]+\s){{0,4}}(?P<name>{CAPITAL}\s(?:{LINK}\s)?{CAPITAL}(?:\s{CAPITAL}){{0,3}})\s*"
)
_APPOSED_BEHIND = re.compile(
    rf"\s*(?:[a-z’'-]+\s){{0,4}}(?P<name>{CAPITAL}(?:\s(?:{LINK}\s){{0,2}}{CAPITAL}){{0,5}})"
)
_ABBREVIATED = re.compile(
    rf"(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Prof|Rev|St|Adm|Jr|Sr|[{UPPER}]|[{UPPER}]\.[{UPPER}])\.$"
)
_INNER_STOP = re.compile(r"[a-z]{4,}\.\s|\.\s*$|[’']\s*$")
PARENTHESIS = re.compile(r"\s*[(\[][^)\]]{0,60}[)\]]")
_TRAILING = re.compile(
    r"(?:\s+(?:also|has|have|had|later|then|recently|once|again|previously|repeatedly|often|"
    r"even|simply|still|just|now|would|will|did|not|could|can|may|might|himself|herself|both|"
    r"reportedly|publicly|already|earlier|always|further|"
    r"(?:on|late|early)\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"in\s(?:19|20)\d\d|(?:last|this)\s(?:week|month|year|night|spring|summer|autumn|fall|winter)|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|[a-z]{3,}ly))+\s*$"
)
_TRAILING_PHRASE = re.compile(
    r"\s(?:in|on|at|during|after|before|through|via)\s(?:[a-z’'-]+\s){0,3}?[\w’'.-]+(?:\s[\w’'.-]+){0,5}$"
)
_RELATIVE = re.compile(r"[\s,]+(?:who|which|that)$")
_PEOPLE_WORDS = re.compile(
    r"(?:officials?|police|authorities|sources?|prosecutors?|researchers?|scientists?|critics?|"
    r"experts?|analysts?|activists?|spokes(?:man|woman|person|people)|ministers?|lawyers?|rebels?|"
    r"witnesses|residents|doctors?|investigators|diplomats?|lawmakers?|republicans?|democrats?|"
    r"teachers?|protesters|reporters?|supporters|opponents|aides?|advisers?|economists?|"
    r"defen[cs]e|prosecution|opposition|government|company|ministry|union|court|agency|council|"
    r"residents|relatives|friends|neighbou?rs|fans|players|bosses|ministers|MPs|peers|doctors|"
    r"historians?|professors?|leaders?|directors?|managers?|authors?|the)\b"
)


def leading(phrase: str) -> str | None:
    """The subject that a clause begins with: "Orlov, a minister," gives "Orlov"."""
    first = phrase.split(None, 1)[0] if phrase else ""
    lower = first.lower().rstrip(",")
    if not first or (lower in NOT_SUBJECTS and not (lower in DETERMINERS or lower in PRONOUNS)):
        return None
    if lower in ("which", "who", "that") or _INNER_STOP.search(_no_abbreviations(phrase)):
        return None
    head, _, behind = phrase.partition(",")
    head = head.strip()
    if head[-1:].islower() and not head.split()[-1][:1].isupper():
        apposed = _APPOSED.match(behind.split(",", 1)[0])
        if apposed is not None:  # "its director, Ines Aalto, said"
            return named_subject(apposed["name"].split())
    if head.lower() in PRONOUNS:
        return head.lower()
    if lower in PRONOUNS and lower not in DETERMINERS:
        return lower if len(phrase.split()) <= 3 else None
    tokens = head.split()
    if first[0].islower() and lower not in DETERMINERS:
        told = tokens[-1][0].isupper() or _PEOPLE_WORDS.search(head) is not None
        if "," in phrase or len(tokens) > 7 or not told:
            return None
    if len(tokens) > 16:
        return None
    return named_subject(tokens)


def _no_abbreviations(phrase: str) -> str:
    return re.sub(r"\b(?:Sen|Rep|Gov|Gen|Prof|Capt|Cmdr|Sens|Reps|Adm|Col)\.\s", "", phrase)


def forward(text: str) -> str | None:
    """The subject that follows a cue: "said Orlov, a minister" gives "Orlov"."""
    tokens: list[str] = []
    stopped = ""
    rest_at = 0
    for piece in re.finditer(r"\S+", text):
        token = piece[0]
        rest_at = piece.end()
        if token[0] in "([—–-":
            break
        bare = token.rstrip(",.;:)!?…")
        if token != bare and _ABBREVIATED.search(token):
            bare = token
        if tokens and bare.lower() in STOP_AFTER_NAME and bare[:1].islower():
            break
        if not tokens and bare.lower() in NOT_SUBJECTS and bare.lower() not in DETERMINERS:
            return bare.lower() if bare in ("he", "she", "they", "it") else None
        if tokens and bare in (
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
        ):
            break
        tokens.append(bare)
        if bare != token:
            stopped = token[len(bare) :]
            break
        if len(tokens) >= 14:
            break
    if not tokens or not tokens[0]:
        return None
    if tokens[0][0].islower() and tokens[0] not in DETERMINERS:
        if not any(t[:1].isupper() for t in tokens) and not _PEOPLE_WORDS.match(tokens[0]):
            return None
    elif tokens[0] in ("that", "this", "it", "no", "any") and len(tokens) < 2:
        return None
    if stopped.startswith(",") and not tokens[-1][:1].isupper():
        apposed = _APPOSED_BEHIND.match(text, rest_at)
        if apposed is not None and (" " in apposed["name"] or len(tokens) < 4):
            return " ".join(strip_titles(apposed["name"].split()))
    return named_subject(tokens)


def named_subject(tokens: list[str]) -> str | None:
    """A subject in the form it is given in: the name it ends with, else the whole phrase."""
    if not tokens:
        return None
    named: list[str] = []
    for token in reversed(tokens):
        if (
            token[:1].isupper()
            or (named and re.fullmatch(LINK, token))
            or token[:3] in ("al-", "el-")
        ):
            named.append(token)
        else:
            break
    named.reverse()
    while named and not (named[0][:1].isupper() or named[0][:3] in ("al-", "el-")):
        named.pop(0)
    if named:
        name = strip_titles(named)
        name[-1] = re.sub(r"[’']s?$", "", name[-1])
        if "of" in name[2:] and not ORGANISATIONS.intersection(name[: name.index("of")]):
            name = name[: name.index("of")]
        joined = " ".join(name)
        if joined in NOT_NAMES:
            return None
        return joined
    if any(mark in token for token in tokens for mark in '"“”'):
        return None
    while tokens and tokens[0].lower() in ("the", "a", "an"):
        tokens = tokens[1:]
    if not tokens or (len(tokens) == 1 and tokens[0].lower() in NOT_SUBJECTS):
        return None
    return " ".join(tokens)


def subject_before(head: str, dependent: bool) -> str | None:
    """The subject of a cue from the words before it in its sentence."""
    text = head[-260:].rstrip()
    if "(" in text or "[" in text:
        text = PARENTHESIS.sub("", text).rstrip()
    if dependent:
        return opening_subject(head)
    text = _TRAILING.sub("", text)
    relative = _RELATIVE.search(text)
    if relative is not None:
        tokens = text[: relative.start()].split()
        return _ending(tokens[-14:], governed=relative[0].strip() == "that") if tokens else None
    if text.endswith(","):
        return _apposed(text[:-1])
    tokens = text.split()
    if not tokens:
        return None
    last = tokens[-1]
    if last.lower() in PRONOUNS and last.lower() not in ("who", "which", "that"):
        return last.lower()
    if not last[:1].isupper() or last in NOT_NAMES:
        shorter = _TRAILING_PHRASE.sub("", text)
        if shorter != text and shorter and shorter.split()[-1][:1].isupper():
            return subject_before(shorter, False)
    return _ending(tokens[-14:])


def _ending(tokens: list[str], *, governed: bool = True) -> str | None:
    """The noun phrase that a row of tokens ends with."""
    if tokens[-1][:1].isupper() or tokens[-1][:3] in ("al-", "el-"):
        begin = len(tokens) - 1
        while (
            begin
            and not tokens[begin - 1].endswith((",", ";", ":", "”", '"', "—"))
            and (
                tokens[begin - 1][:1].isupper()
                or tokens[begin - 1][:3] in ("al-", "el-")
                or _joins(tokens, begin)
                or (
                    re.fullmatch(LINK, tokens[begin - 1])
                    and begin > 1
                    and tokens[begin - 2][:1].isupper()
                )
            )
        ):
            begin -= 1
        whole = _governed(tokens, begin) if governed else None
        return whole or named_subject(tokens[begin:])
    for back in range(1, min(len(tokens), 10) + 1):
        token = tokens[-back]
        lower = token.lower()
        if back > 1 and token.endswith((",", ";", ":")):
            break
        if lower in DETERMINERS:
            return named_subject(tokens[-back:])
        if lower in NOT_SUBJECTS and lower not in ("of", "for", "in", "to", "from", "with", "at"):
            break
    if len(tokens) > 1 and tokens[-2].endswith(("’s", "'s", "’", "s'")):
        owner = _ending([*tokens[:-2], re.sub(r"[’']s?$", "", tokens[-2])])
        return f"{owner}’s {tokens[-1]}" if owner is not None else None
    bare = " ".join(tokens[-2:]) if len(tokens) > 1 and tokens[-2][:1].isupper() else tokens[-1]
    return bare if _PEOPLE_WORDS.match(tokens[-1].lower()) else None


def _joins(tokens: list[str], begin: int) -> bool:
    """Whether "and" stands inside one name: "Office for Roads and Bridges"."""
    if begin < 4 or tokens[begin - 1] not in ("and", "in"):
        return False
    if tokens[begin - 1] == "in":
        return begin > 5 and tokens[begin - 3] == "and" and _joins(tokens, begin - 2)
    return tokens[begin - 2][:1].isupper() and tokens[begin - 3] in ("for", "of", "on")


def _governed(tokens: list[str], begin: int) -> str | None:
    """The phrase that a name only ends: "report by the Trade Office" is no office speaking."""
    at = begin - 1
    if at >= 0 and tokens[at] in ("the", "a", "an", "its", "his", "her", "their"):
        at -= 1
    if at < 1 or tokens[at] not in ("by", "of", "for", "from", "at", "in", "with", "to", "on"):
        return None
    if tokens[at - 1][:1].isupper():
        return _ending(tokens[:at])
    for back in range(at - 1, max(at - 6, -1), -1):
        token = tokens[back]
        if token.endswith((",", ";", ":")) or token.lower() in NOT_SUBJECTS:
            break
        if token.lower() in DETERMINERS or (back == 0):
            phrase = tokens[back:]
            return " ".join(phrase[1:] if phrase[0].lower() in ("the", "a", "an") else phrase)
    return None


def _apposed(text: str) -> str | None:
    """The subject before an apposition that has just been closed by its comma."""
    pieces = text.rsplit(",", 2)
    described = pieces[-2].split() if len(pieces) > 1 else []
    if described and described[-1].islower():
        apposed = _APPOSED.fullmatch(pieces[-1])
        if apposed is not None:  # "Its spokesman, Juha Aalto, said"
            return named_subject(apposed["name"].split())
    for piece in reversed(pieces[:-1]):
        tokens = piece.split()
        if tokens and (tokens[-1][:1].isupper() or tokens[-1][:1].islower()):
            found = _ending(tokens[-14:])
            if found is not None:
                return found
    return opening_subject(text)


def opening_subject(sentence: str) -> str | None:
    """The subject that a sentence opens with, behind an introduction closed by a comma."""
    text = sentence.strip().lstrip("“\"‘'—–- ")
    for _ in range(2):
        tokens = text.split()[:16]
        if not tokens:
            return None
        first = tokens[0].rstrip(",")
        lower = first.lower()
        if lower in PRONOUNS and lower not in DETERMINERS:
            return lower
        if first[:1].isupper() and first not in NOT_NAMES:
            named: list[str] = []
            for token in tokens:
                bare = token.rstrip(",:")
                if (
                    bare[:1].isupper()
                    or bare[:3] == "al-"
                    or (named and re.fullmatch(LINK, bare) and token == bare)
                ):
                    named.append(bare)
                    if bare != token:
                        break
                    continue
                break
            while named and re.fullmatch(LINK, named[-1]):
                named.pop()
            return named_subject(named)
        if lower in DETERMINERS:
            kept: list[str] = []
            for token in tokens[:10]:
                if kept and (token.lower() in NOT_SUBJECTS or token in CUES):
                    break
                kept.append(token.rstrip(","))
                if token.endswith(","):
                    break
            if kept and kept[-1][:1].isupper():
                return named_subject(kept)
            return named_subject(kept) if 1 < len(kept) < 7 else None
        comma = text.find(", ")
        if not 0 < comma < 140:
            return None
        text = text[comma + 2 :]
    return None
