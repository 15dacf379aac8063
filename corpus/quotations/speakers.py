"""Who says it: the clause around a quotation comes in, the words for its speaker go out.

Three places are read: straight after the quotation ("said Orlov", "Orlov said"), before it in
its sentence ("Orlov told reporters: ..."), and the end of its sentence ("..., Orlov said").
What is found is the subject as it stands in the text; `People` makes a full name of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.quotations.people import CAPITAL, LINK, UPPER, strip_titles
from corpus.quotations.words import (
    AMBIGUOUS,
    BETWEEN,
    CUE,
    CUES,
    DETERMINERS,
    NOT_NAMES,
    NOT_SUBJECTS,
    ORGANISATIONS,
    PLURAL_CUES,
    PRONOUNS,
    SAYING,
    SPEECH,
    SPEECH_CUE,
    STOP_AFTER_NAME,
)


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution: the subject as written, its cue, whether it touches the quotation."""

    subject: str | None
    cue: str | None
    near: bool
    sure: bool = True


_TOKENS = re.compile(r"[A-Za-z]{3,}")
_LEAD = r"[\s,—–-]*"
_INVERTED = re.compile(
    rf"{_LEAD}(?:(?:also|then|later|once|[a-z]+ly)\s)?(?P<cue>{CUE})\s+(?P<np>[^\n;:\"“”]{{2,160}})"
)
_NP = r"(?P<np>[^\n;:!?\"“”«»]{1,140}?)"
_STRAIGHT = re.compile(rf"{_LEAD}{_NP},?\s+{BETWEEN}(?P<cue>{CUE})\b(?![-’'])")
_ACCORDING = re.compile(
    r"(?:^|[\s,—–-]+)[Aa]ccording to\s+(?P<np>[^\n;:\"“”]{2,160})|"
    r"[\s,]*(?P<of>in the words of)\s+(?P<np2>[^\n;:\"“”]{2,160})"
)
_TAIL = re.compile(
    rf",\s+(?:(?P<np>(?:[^\s,.;:\"“”]+\s|[{UPPER}]\.\s|Mr\. |Mrs\. |Ms\. |Dr\. ){{1,6}}){BETWEEN}"
    rf"(?P<cue>{SPEECH_CUE})|(?P<cue2>{SPEECH_CUE})\s+(?P<np2>[^,.;:\"“”]{{2,80}}))"
    r"(?P<rest>(?:\s[^.;:\"“”]{0,80})?)[.,]?\s*$"
)
_NAMED = re.compile(rf"{CAPITAL}(?:\s(?:{LINK}\s){{0,2}}{CAPITAL}){{0,7}}")
_HEADLINE = re.compile(rf"^\s*(?P<np>{CAPITAL}(?:\s(?:{LINK}\s)?{CAPITAL}){{0,5}}):\s*$")
_ABBREVIATED = re.compile(
    rf"(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Prof|Rev|St|Adm|Jr|Sr|[{UPPER}]|[{UPPER}]\.[{UPPER}])\.$"
)
_PLURAL = re.compile(
    rf"{_LEAD}(?P<np>they|we|[^\n;:,.!?\"“”«»]{{1,60}}?s)\s(?P<cue>{'|'.join(PLURAL_CUES)})\b"
)
_LABEL = re.compile(rf"^(?P<np>{CAPITAL}(?:\s(?:{LINK}\s)?{CAPITAL}){{0,3}}):\s\S.*[^:\s]\s*$")
_CLAUSE_END = re.compile(
    r"(?:\s(?:reporters|later|today|yesterday|afterwards|[A-Z]\w+|in|on|at|to|a|the)){0,4}\s*(?:[.,]|$)"
)
_COLON = re.compile(rf"(?:^|\s)(?P<np>{CAPITAL}(?:\s(?:{LINK}\s)?{CAPITAL}){{0,4}}):\s*$")
_INNER_STOP = re.compile(r"[a-z]{4,}\.\s|\.\s*$|[’']\s*$")
_PARENTHESIS = re.compile(r"\s*[(\[][^)\]]{0,60}[)\]]")
_TRAILING = re.compile(
    r"(?:\s+(?:also|has|have|had|later|then|recently|once|again|previously|repeatedly|often|"
    r"even|simply|still|just|now|would|will|did|not|could|can|may|might|himself|herself|both|"
    r"reportedly|publicly|already|earlier|always|further|"
    r"(?:on|late|early)\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|[a-z]{3,}ly))+\s*$"
)
_TRAILING_PHRASE = re.compile(
    r"\s(?:in|on|at|during|after|before|through|via)\s(?:[a-z’'-]+\s){0,3}?[\w’'.-]+(?:\s[\w’'.-]+){0,5}$"
)
_RELATIVE = re.compile(r"[\s,]+(?:who|which|that)$")
_PASSIVE = re.compile(r"\b(?:was|were|been|is|are|be|being|so-called|widely|get|gets|got)\s*$")
_INFINITIVE = re.compile(r"\b(?:to|and|or|but|by|for|of|from|in|while|when|before|after|as)\s*$")
_SAYING = frozenset(SAYING)
_SPEECH = frozenset({*SPEECH, "put it", "went on"})
_PEOPLE_WORDS = re.compile(
    r"(?:officials?|police|authorities|sources?|prosecutors?|researchers?|scientists?|critics?|"
    r"experts?|analysts?|activists?|spokes(?:man|woman|person|people)|ministers?|lawyers?|rebels?|"
    r"witnesses|residents|doctors?|investigators|diplomats?|lawmakers?|republicans?|democrats?|"
    r"teachers?|protesters|reporters?|supporters|opponents|aides?|advisers?|economists?|"
    r"historians?|professors?|leaders?|directors?|managers?|authors?|the)\b"
)


def after_quotation(after: str, closed_by: str) -> Said | None:
    """The attribution straight behind a quotation; `closed_by` is its last character."""
    text = _PARENTHESIS.sub("", after[:240]) if "(" in after or "[" in after else after[:240]
    if not text.strip() or text.lstrip()[:1] in ".;:?!)":
        return None
    parted = closed_by in ",?!.…—–-" or text.lstrip()[:1] in ",—–-"
    match = _ACCORDING.match(text)
    if match is not None:
        return Said(forward(match["np"] or match["np2"]), "according to", True)
    match = _INVERTED.match(text)
    if match is not None:
        subject = forward(match["np"])
        cue = match["cue"]
        if subject is not None and cue in _SPEECH and parted:
            return Said(subject, cue, True)
        return None
    match = _STRAIGHT.match(text)
    if match is None:
        match = _PLURAL.match(text) if closed_by in ",?!" else None
    if match is None:
        return None
    phrase, cue = match["np"].strip(), match["cue"]
    if cue in _SAYING or (cue not in _SPEECH and cue not in PLURAL_CUES and closed_by not in ",?!"):
        return None
    if closed_by in ".…" and not _closes_sentence(text, match.end()):
        return None
    subject = leading(phrase)
    if subject is None or not (parted or subject in PRONOUNS):
        return None
    return Said(subject, cue, True)


def _closes_sentence(text: str, at: int) -> bool:
    """Whether the clause ends soon, so that "... ." Orlov said." is an attribution."""
    return _CLAUSE_END.match(text, at) is not None


def leading(phrase: str) -> str | None:
    """The subject that a clause begins with: "Orlov, a minister," gives "Orlov"."""
    first = phrase.split(None, 1)[0] if phrase else ""
    lower = first.lower().rstrip(",")
    if not first or (lower in NOT_SUBJECTS and not (lower in DETERMINERS or lower in PRONOUNS)):
        return None
    if lower in ("which", "who", "that") or _INNER_STOP.search(_no_abbreviations(phrase)):
        return None
    head = phrase.split(",", 1)[0].strip()
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
    return _subject(tokens)


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
        apposed = _NAMED.match(text[rest_at:].lstrip())
        if apposed is not None and " " in apposed[0]:
            return " ".join(strip_titles(apposed[0].split()))
    return _subject(tokens)


def _subject(tokens: list[str]) -> str | None:
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


def before_quotation(before: str) -> Said | None:
    """The attribution in the part of the sentence before a quotation."""
    headline = _HEADLINE.match(before)
    if headline is not None and headline["np"].split()[0] not in NOT_NAMES:
        return Said(_subject(headline["np"].split()), None, True)
    cues = _cues(before)
    for begin, cue in reversed(cues[-4:]):
        gap = before[begin + len(cue) :]
        if cue == "according to":
            comma = gap.find(",")
            if comma < 0 and gap.strip():
                continue
            return Said(forward(gap), cue, len(gap) - comma < 3)
        near = len(gap.split()) <= 6 and (gap.rstrip()[-1:] in (",", ":") or len(gap.split()) < 2)
        participle = cue in _SAYING
        if cue not in _SPEECH and not participle and not _takes_object(gap):
            continue
        if cue in AMBIGUOUS and not near:
            continue
        head = before[:begin]
        if _PASSIVE.search(head):
            if cue in ("called", "described", "dubbed", "termed", "labeled", "labelled", "branded"):
                return None
            if near:
                return None
            if cue not in ("saying", "telling", "adding"):
                continue
        subject = subject_before(head, participle or _INFINITIVE.search(head) is not None)
        if subject is None:
            continue
        sure = not (participle and " that " in head) and (
            near or (len(gap.split()) <= 14 and (cue in _SPEECH or participle))
        )
        if len(gap.split()) < 1 and cue in ("told", "tells", "telling"):
            return None  # "told "Morning Talk" that": the name of a programme
        return Said(subject, cue, near, sure)
    label = _LABEL.match(before)
    if label is not None and label["np"].split()[0] not in NOT_NAMES:
        return Said(_subject(label["np"].split()), None, False)
    if before.rstrip().endswith(":"):
        named = _COLON.search(before[-90:])
        if named is not None:
            tokens = named["np"].split()
            if tokens[0] in NOT_NAMES:
                return None
            return Said(_subject(tokens), None, True, False)
        subject = opening_subject(before)
        return Said(subject, None, True, False) if subject is not None else None
    return None


def _cues(before: str) -> list[tuple[int, str]]:
    """Where the cues of a clause stand, with the cue."""
    found: list[tuple[int, str]] = []
    for match in _TOKENS.finditer(before):
        word = match[0]
        if word in CUES:
            if before[match.start() - 1 : match.start()] != "-":
                found.append((match.start(), word))
        elif word in ("according", "According") and before.startswith(" to ", match.end()):
            found.append((match.start(), "according to"))
        elif word == "put" and before.startswith(" it", match.end()):
            found.append((match.start(), "put it"))
    return found


def _takes_object(gap: str) -> bool:
    """Whether a verb of naming has the quotation as its object, by what stands between."""
    return len(gap.split()) <= 12 and not re.search(r"[;.]\s", gap)


def subject_before(head: str, dependent: bool) -> str | None:
    """The subject of a cue from the words before it in its sentence."""
    text = head[-260:].rstrip()
    if "(" in text or "[" in text:
        text = _PARENTHESIS.sub("", text).rstrip()
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
                or (
                    re.fullmatch(LINK, tokens[begin - 1])
                    and begin > 1
                    and tokens[begin - 2][:1].isupper()
                )
            )
        ):
            begin -= 1
        whole = _governed(tokens, begin) if governed else None
        return whole or _subject(tokens[begin:])
    for back in range(1, min(len(tokens), 10) + 1):
        token = tokens[-back]
        lower = token.lower()
        if back > 1 and token.endswith((",", ";", ":")):
            break
        if lower in DETERMINERS:
            return _subject(tokens[-back:])
        if lower in NOT_SUBJECTS and lower not in ("of", "for", "in", "to", "from", "with", "at"):
            break
    if len(tokens) > 1 and tokens[-2].endswith(("’s", "'s", "’", "s'")):
        owner = _ending([*tokens[:-2], re.sub(r"[’']s?$", "", tokens[-2])])
        return f"{owner}’s {tokens[-1]}" if owner is not None else None
    bare = " ".join(tokens[-2:]) if len(tokens) > 1 and tokens[-2][:1].isupper() else tokens[-1]
    return bare if _PEOPLE_WORDS.match(tokens[-1].lower()) else None


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
            return _subject(named)
        if lower in DETERMINERS:
            kept: list[str] = []
            for token in tokens[:10]:
                if kept and (token.lower() in NOT_SUBJECTS or token in CUES):
                    break
                kept.append(token.rstrip(","))
                if token.endswith(","):
                    break
            if kept and kept[-1][:1].isupper():
                return _subject(kept)
            return _subject(kept) if 1 < len(kept) < 7 else None
        comma = text.find(", ")
        if not 0 < comma < 140:
            return None
        text = text[comma + 2 :]
    return None


def end_of_sentence(after: str) -> Said | None:
    """The attribution that closes the sentence in which a quotation is only a part."""
    match = _TAIL.search(after[-200:])
    if match is None:
        tail = after.rfind(", according to ")
        if tail >= 0 and len(after) - tail < 160:
            return Said(forward(after[tail + 15 :]), "according to", False)
        return None
    if match["cue"]:
        subject = leading(match["np"].strip())
        return Said(subject, match["cue"], False) if subject is not None else None
    subject = forward(match["np2"])
    return Said(subject, match["cue2"], False) if subject is not None else None
