"""The subject of a clause: words beside a cue come in, the name or phrase that speaks goes out.

Before the cue ("Orlov, a minister, said"), behind it ("said Orlov") or at the opening of the
sentence; names lose their titles, and a phrase that a name only ends stays whole.
"""

from __future__ import annotations

import re

from corpus.quotations.joint import both, both_before, both_behind
from corpus.quotations.names import CAPITAL, LINK, LINKS, UPPER, strip_titles
from corpus.quotations.phrases import (
    PEOPLE_WORDS,
    described_person,
    ending,
    is_speaker,
    named_subject,
)
from corpus.quotations.words import (
    CUES,
    DETERMINERS,
    HEADS,
    NOT_NAMES,
    NOT_SUBJECTS,
    ORGANISATIONS,
    PRONOUNS,
    ROLES,
    STOP_AFTER_NAME,
)

_NAMED = re.compile(rf"{CAPITAL}(?:\s(?:{LINK}\s){{0,2}}{CAPITAL}){{0,7}}")
_APPOSED = re.compile(
    rf"\s*(?:[a-z’'-]+\s){{0,4}}(?P<name>{CAPITAL}\s(?:{LINK}\s)?{CAPITAL}(?:\s{CAPITAL}){{0,3}})"
    r"(?:\s(?:of|from|at|with)\s[^,;:]{2,60})?\s*"
)
_APPOSED_BEHIND = re.compile(
    rf"\s*(?:[a-z’'-]+\s){{0,4}}(?P<name>{CAPITAL}(?:\s(?:{LINK}\s){{0,2}}{CAPITAL}){{0,5}})"
)
_ABBREVIATED = re.compile(
    rf"(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Prof|Rev|St|Adm|Jr|Sr|[{UPPER}]|[{UPPER}]\.[{UPPER}])\.$"
)
_INNER_STOP = re.compile(r"[a-z]{4,}\.\s|\.\s*$|[’']\s*$")
_SHORTENED = re.compile(r"\b(?:Sen|Rep|Gov|Gen|Prof|Capt|Cmdr|Sens|Reps|Adm|Col)\.\s")
_PIECE = re.compile(r"\S+")
PARENTHESIS = re.compile(
    r"\s*[(\[][^)\]]{0,60}[)\]]|[,.]?\s[DRI]-[A-Z][A-Za-z.]*"
    r"(?:,(?=\s(?:[a-z]+(?:ed|id|ys|ld|es|te|ts)|and)\b)|(?=,?\s))"
)
"""What stands between a name and its verb: an aside in brackets, a party and a state."""
_ADDED = (
    r"(?:also|has|have|had|later|then|recently|once|again|previously|repeatedly|often|"
    r"even|simply|still|just|now|would|will|did|not|could|can|may|might|himself|herself|both|"
    r"reportedly|publicly|already|earlier|always|further|soon|first|"
    r"(?:on|late|early)\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"in\s(?:19|20)\d\d|in\sthe\spast|(?:last|this)\s(?:week|month|year|night|spring|summer|autumn|fall|winter)|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|[a-z]{3,}ly)"
)
_TRAILING = re.compile(rf"\s(?:\s*{_ADDED})(?:\s+{_ADDED})*\s*$")
_TRAILING_PHRASE = re.compile(
    r"\s(?:in|on|at|during|after|before|through|via)\s(?:[a-z’'-]+\s){0,3}?[\w’'.-]+(?:\s[\w’'.-]+){0,5}$"
)
_LEAD_IN = frozenset("into to by with on for from at in the a an his her their up".split())
_TIMES = frozenset(
    "day days week weeks month months year years hour hours minute minutes morning afternoon "
    "evening night time moment weekend decade ago".split()
)
_LEADS_ON = _TIMES | {"of", "for", "at", "from", "in"}
_FORMER = frozenset({"Former", "Even", "But", "And", "Then", "Now", "Yet", "So", "Indeed", "Both"})
_SUBORDINATE = frozenset("while when as after although though if because since before".split())
_LABELLED = re.compile(r"^[A-Z]{2,12}: ")
_OPENS_APPOSED = re.compile(
    rf"(?:But |And |Yet |Then |So )?(?P<name>(?:(?:{CAPITAL}|{LINK})\s?){{2,6}}),\s(?=\w)[^;:]*,\s"
    r"[^;:]*,$"
)
_HELD_BY = re.compile(
    rf"[A-Za-z]+\s(?:[^\s,;:]+\s){{0,10}}[^\s,;:]+,\s(?P<name>{CAPITAL}(?:\s(?:{LINK}\s)?{CAPITAL})"
    r"{1,3}),\s(?=[a-z])"
)
_NOUNS = frozenset("united unnamed armed unidentified retired convicted elected appointed".split())
_WHO = re.compile(
    r"(?:^|,\s|\b(?:and|but|while|as)\s)(?P<np>[^,;:]{3,80}?),?\s(?:who|whose)\s[^;:]*,$"
)
_WHO_CLOSES = re.compile(r"(?<=[a-z])\s(?:who|whose)\s[^,;:]+$")
_ASIDE = re.compile(  # "Orlov, in a statement on Monday, said"
    r"(?<=\w),\s(?:in|on|at|during|speaking|writing|responding|asked|appearing)\b[^,;:]*,$"
)
_UNCLOSED = re.compile(  # "Lena Orlova, chief strategist at Quill said"
    rf"(?P<name>{CAPITAL}(?:\s{CAPITAL}){{1,3}}),\s(?:[A-Z]?[a-z’'-]+\s){{0,4}}?(?P<role>[a-z]+)\s"
    r"(?:at|of|for|with|in)\s[^,;:]{2,60}$"
)
_IS_ONE_WHO = re.compile(r"^[^,;]*\b(?:is|was|are|were)\s(?:a|an|one|the)\s[^,;]*$")
_COMES_AS = re.compile(
    r"[^,;]{3,60}?\b(?:comes?|came)\s(?:[a-z]+\s){0,3}?(?:as|after|when|while)\s(?=\S)"
)
_CLAUSE = re.compile(  # "... before the captain came back and", "that the minister answered by"
    r"\b(?:before|after|when|until|because|where|while|that)\s"
    r"(?P<rest>(?:the|a|an|his|her|its|their)\s[^,;:]{5,80})\s(?:and|by)$"
)
_CONTRACTED = re.compile(r"[’'](?:ve|d|ll|re|s)$")
_RELATIVE = re.compile(r"[\s,]+(?:who|which|that)$")


def has_aside(text: str) -> bool:
    """Whether a text may hold what `PARENTHESIS` takes out: the cheap test."""
    return "(" in text or "[" in text or " D-" in text or " R-" in text or " I-" in text


def leading(phrase: str) -> str | None:
    """The subject that a clause begins with: "Orlov, a minister," gives "Orlov"."""
    first = phrase.split(None, 1)[0] if phrase else ""
    lower = first.lower().rstrip(",")
    if not first or (lower in NOT_SUBJECTS and not (lower in DETERMINERS or lower in PRONOUNS)):
        return None
    if lower == "that" and " " in phrase and is_speaker(phrase.split()[-1]):
        return phrase[5:]  # "that February statement read"
    if lower in ("which", "who", "that") or _INNER_STOP.search(_no_abbreviations(phrase)):
        return None
    if (joint := both(phrase)) is not None:
        return joint
    if " who" in phrase:
        phrase = _WHO_CLOSES.sub("", phrase)
    head, _, behind = phrase.partition(",")
    head = head.strip()
    if _ends_with_role(head):
        apposed = _APPOSED.match(behind.split(",", 1)[0])
        if apposed is not None:  # "its director, Ines Aalto, said"
            return named_subject(apposed["name"].split())
    if head.lower() in PRONOUNS:
        return head.lower()
    if lower in PRONOUNS and lower not in DETERMINERS:
        return lower if len(phrase.split()) <= 3 else None
    tokens = head.split()
    if not tokens:  # ", Quill said": nothing stands before the comma
        return None
    if first[0].islower() and lower not in DETERMINERS:
        told = tokens[-1][0].isupper() or PEOPLE_WORDS.search(head) is not None
        told = told or (len(tokens) < 3 and is_speaker(tokens[-1]))  # "airline says"
        if ("," in phrase and tokens[-1][0].islower()) or len(tokens) > 7 or not told:
            return None
    if len(tokens) > 16 or first[0].isdigit():
        return None
    return ending(tokens) if tokens[-1][:1].isupper() else named_subject(tokens)


def _ends_with_role(phrase: str) -> bool:
    """Whether a phrase ends with an office whose holder an apposition may name."""
    tokens = phrase.split()
    return bool(tokens) and (
        tokens[-1][:1].islower()
        or (tokens[-1] in HEADS and (len(tokens) > 1 or tokens[0].lower() in DETERMINERS))
    )


def _no_abbreviations(phrase: str) -> str:
    return _SHORTENED.sub("", phrase) if "." in phrase else phrase


def forward(text: str) -> str | None:
    """The subject that follows a cue: "said Orlov, a minister" gives "Orlov"."""
    if (joint := both_behind(text)) is not None:
        return joint
    tokens: list[str] = []
    stopped = ""
    rest_at = 0
    for piece in _PIECE.finditer(text):
        token = piece[0]
        rest_at = piece.end()
        if token[0] in "([—–-":
            break
        bare = token.rstrip(",.;:)!?…")
        stopless = token.rstrip(",;:)")
        if token != bare and _ABBREVIATED.search(stopless):
            bare = stopless
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
        if not any(t[:1].isupper() for t in tokens) and not PEOPLE_WORDS.match(tokens[0]):
            return None
    elif tokens[0] in ("that", "this", "it", "no", "any") and len(tokens) < 2:
        return None
    if stopped.startswith(",") and _ends_with_role(" ".join(tokens)):
        apposed = _APPOSED_BEHIND.match(text, rest_at)
        if apposed is not None and (" " in apposed["name"] or len(tokens) < 4):
            return " ".join(strip_titles(apposed["name"].split()))
    return ending(tokens) if tokens[-1][:1].isupper() else named_subject(tokens)


def subject_before(head: str, dependent: bool) -> str | None:
    """The subject of a cue from the words before it in its sentence."""
    text = head[-260:].rstrip()
    if has_aside(text):
        text = PARENTHESIS.sub("", text).rstrip()
    if dependent:
        within = _CLAUSE.search(text) if text.endswith((" and", " by")) else None
        found = opening_subject(within["rest"]) if within is not None else None
        if found is not None and (found[:1].isupper() or is_speaker(found.split()[-1])):
            return found
        return opening_subject(head)
    last = text.rpartition(" ")[2]
    if not last[:1].isupper() or last.endswith("day"):
        text = _TRAILING.sub("", text)
    if text.endswith(","):
        text = _ASIDE.sub("", text)
    if (joint := both_before(text)) is not None:
        return joint
    unclosed = _UNCLOSED.match(text) if ", " in text else None
    if unclosed is not None and unclosed["role"] in ROLES and unclosed["name"] not in NOT_NAMES:
        return named_subject(unclosed["name"].split())
    relative = _RELATIVE.search(text)
    if relative is not None:
        if _IS_ONE_WHO.search(text, 0, relative.start()) is not None:
            return opening_subject(text)
        tokens = text[: relative.start()].split()
        return ending(tokens[-14:], governed=relative[0].strip() == "that") if tokens else None
    if text.endswith(","):
        opened = _OPENS_APPOSED.match(text)  # "Orlova, an envoy, who, as head of Quill, left, said"
        if opened is not None and opened["name"].split()[0] not in NOT_NAMES:
            return named_subject(opened["name"].split())
        described = _WHO.search(text) if " who" in text else None
        if described is not None:  # "The baker, who has lived here since May, said"
            tokens = described["np"].split()
            found = ending(tokens[-14:]) or named_subject(tokens[-6:])
            if found is not None:
                return found
        return _apposed(text[:-1])
    tokens = text.split()
    if not tokens:
        return None
    last = _CONTRACTED.sub("", tokens[-1])
    if last.lower() in PRONOUNS and last.lower() not in ("who", "which", "that"):
        return last.lower()
    if not last[:1].isupper() or last in NOT_NAMES:
        shorter = _TRAILING_PHRASE.sub("", text)
        if shorter != text and shorter and shorter.split()[-1][:1].isupper():
            return subject_before(shorter, False)
    return ending(tokens[-14:])


def _goes_on(token: str) -> bool:
    """Whether a noun phrase may go on with a word behind a noun that can speak."""
    return token[:1].isupper() or is_speaker(token) or token in _LEADS_ON


def _is_verb(token: str) -> bool:
    """Whether a lower-case word is a verb in the past by its ending: "rejected"."""
    return token.islower() and len(token) > 4 and token.endswith("ed") and token not in _NOUNS


def _apposed(text: str) -> str | None:
    """The subject before an apposition that has just been closed by its comma."""
    pieces = text.rsplit(",", 2)
    described = pieces[-2].split() if len(pieces) > 1 else []
    if described and _ends_with_role(pieces[-2]):
        apposed = _APPOSED.fullmatch(pieces[-1])
        if apposed is not None:  # "Its spokesman, Juha Aalto, said"
            return named_subject(apposed["name"].split())
    for piece in reversed(pieces[:-1]):
        tokens = piece.split()
        if tokens and (tokens[-1][:1].isupper() or tokens[-1][:1].islower()):
            found = ending(tokens[-14:])
            if found is not None:
                return found
    return opening_subject(text)


def _may_speak(word: str) -> bool:
    """Whether a noun at the opening of a sentence is one for people or bodies: "Members of"."""
    noun = word.lower()
    return is_speaker(noun) or PEOPLE_WORDS.fullmatch(noun) is not None or word in ORGANISATIONS


def opening_subject(sentence: str) -> str | None:
    """The subject that a sentence opens with, behind an introduction closed by a comma."""
    text = _LABELLED.sub("", sentence.strip().lstrip("“\"‘'—–- "))
    comes = _COMES_AS.match(text) if " come" in text[:70] or " came" in text[:70] else None
    if comes is not None:  # "The letter comes as Democrats ..."
        text = text[comes.end() :]
    for _ in range(2):
        tokens = text.split(None, 16)[:16]
        if len(tokens) > 1 and tokens[0] in _FORMER:
            tokens = tokens[1:]
        if len(tokens) > 2 and tokens[0].lower() in _SUBORDINATE and ", " not in text:
            tokens = tokens[1:]  # "While Orlov did not say what he meant when telling ..."
        if not tokens:
            return None
        first = tokens[0].rstrip(",")
        lower = first.lower()
        if lower in PRONOUNS and lower not in DETERMINERS:
            return lower
        leads_in = first.istitle() and (
            (tokens[1:2] == ["of"] and not _may_speak(first))
            or (first.endswith("ing") and tokens[1:2] != [] and tokens[1] in _LEAD_IN)
        )
        if first[:1].isupper() and first not in NOT_NAMES and not leads_in:
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
            return named_subject(named)
        if lower in DETERMINERS:
            held = _HELD_BY.match(text)  # "The head of Quill, Ann Orlova, left, calling it"
            if held is not None and held["name"].split()[0] not in NOT_NAMES:
                return named_subject(held["name"].split())
            kept: list[str] = []
            for token in tokens[:10]:
                if kept and (token.lower() in NOT_SUBJECTS or token in CUES or _is_verb(token)):
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
    return None
