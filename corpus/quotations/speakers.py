"""Who says it: the clause around a quotation comes in, the words for its speaker go out.

Three places are read: straight after the quotation ("said Orlov", "Orlov said"), before it in
its sentence ("Orlov told reporters: ..."), and the end of its sentence ("..., Orlov said").
What is found is the subject as it stands in the text; `People` makes a full name of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.quotations.people import CAPITAL, LINK, UPPER
from corpus.quotations.subjects import (
    PARENTHESIS,
    forward,
    leading,
    named_subject,
    opening_subject,
    subject_before,
)
from corpus.quotations.words import (
    AMBIGUOUS,
    BETWEEN,
    CUE,
    CUES,
    NOT_NAMES,
    PLURAL_CUES,
    PRONOUNS,
    SAYING,
    SPEECH,
    SPEECH_CUE,
    THINGS,
)


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution: the subject as written, its cue, whether it touches the quotation."""

    subject: str | None
    cue: str | None
    near: bool
    sure: bool = True


_TOLD = CUES | frozenset(PLURAL_CUES)
_LETTERS = re.compile(r"[a-z]{3,}")
_TOKENS = re.compile(r"[A-Za-z]{3,}")
_LEAD = r"[\s,—–-]*"
_INVERTED = re.compile(
    rf"{_LEAD}(?:(?:also|then|later|once|[a-z]+ly)\s)?(?P<cue>{CUE})\s+(?P<np>[^\n;:\"“”]{{2,160}})"
)
_NP = r"(?P<np>[^\n;:!?\"“”«»]{1,140}?)"
_STRAIGHT = re.compile(rf"{_LEAD}{_NP},?\s+{BETWEEN}(?P<cue>{CUE})\b(?![-’'])")
_SPOKEN = re.compile(rf"{_LEAD}{_NP},?\s+{BETWEEN}(?P<cue>{SPEECH_CUE})\b(?![-’'])")
_ACCORDING = re.compile(
    r"(?:^|[\s,—–-]+)[Aa]ccording to\s+(?P<np>[^\n;:\"“”]{2,160})|"
    r"[\s,]*(?P<of>in the words of)\s+(?P<np2>[^\n;:\"“”]{2,160})"
)
_TAIL = re.compile(
    rf",\s+(?:(?P<np>(?:[^\s,.;:\"“”]+\s|[{UPPER}]\.\s|Mr\. |Mrs\. |Ms\. |Dr\. ){{1,6}}){BETWEEN}"
    rf"(?P<cue>{SPEECH_CUE})|(?P<cue2>{SPEECH_CUE})\s+(?P<np2>[^,.;:\"“”]{{2,80}}))"
    r"(?P<rest>(?:\s[^.;:\"“”]{0,80})?)[.,]?\s*$"
)
_HEADLINE = re.compile(rf"^\s*(?P<np>{CAPITAL}(?:\s(?:{LINK}\s)?{CAPITAL}){{0,5}}):\s*$")
_PLURAL = re.compile(
    rf"{_LEAD}(?P<np>they|we|[^\n;:,.!?\"“”«»]{{1,60}}?s)\s(?P<cue>{'|'.join(PLURAL_CUES)})\b"
)
_LABEL = re.compile(rf"^(?P<np>{CAPITAL}(?:\s(?:{LINK}\s)?{CAPITAL}){{0,3}}):\s\S.*[^:\s]\s*$")
_CLAUSE_END = re.compile(
    r"(?:\s(?:reporters|later|today|yesterday|afterwards|[A-Z]\w+|in|on|at|to|a|the)){0,4}\s*(?:[.,]|$)"
)
_COLON = re.compile(rf"(?:^|\s)(?P<np>{CAPITAL}(?:\s(?:{LINK}\s)?{CAPITAL}){{0,4}}):\s*$")
_PASSIVE = re.compile(r"\b(?:was|were|been|is|are|be|being|so-called|widely|get|gets|got)\s*$")
_INFINITIVE = re.compile(r"\b(?:to|and|or|but|by|for|of|from|in|while|when|before|after|as)\s*$")
_PLAIN = frozenset({"say", "call", "describe", "argue", "warn", "claim"})
_MANY = re.compile(r"(?:[a-z]{3,}[^s\W]s|[Pp]eople|[Pp]olice|[Tt]hey|[Ww]e)\s$")
_SAYING = frozenset(SAYING)
_SPEECH = frozenset({*SPEECH, "put it", "went on"})


def after_quotation(after: str, closed_by: str) -> Said | None:
    """The attribution straight behind a quotation; `closed_by` is its last character."""
    text = PARENTHESIS.sub("", after[:240]) if "(" in after or "[" in after else after[:240]
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
    if _TOLD.isdisjoint(_LETTERS.findall(text, 0, 180)):
        return None
    match = _STRAIGHT.match(text)
    if match is not None and match["cue"] not in _SPEECH:
        match = _SPOKEN.match(text) or match
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


def before_quotation(before: str) -> Said | None:
    """The attribution in the part of the sentence before a quotation."""
    part = before.rfind("; ")
    if part >= 0 and _cues(before[part:]):
        before = before[part + 2 :]
    headline = _HEADLINE.match(before)
    if headline is not None and headline["np"].split()[0] not in NOT_NAMES:
        return Said(named_subject(headline["np"].split()), None, True)
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
        if cue in ("read", "reads") and not THINGS.isdisjoint(head.lower().split()[-8:]):
            return None
        sure = not (participle and " that " in head) and (
            near or (len(gap.split()) <= 14 and (cue in _SPEECH or participle))
        )
        if len(gap.split()) < 1 and cue in ("told", "tells", "telling"):
            return None  # "told "Morning Talk" that": the name of a programme
        return Said(subject, cue, near, sure)
    label = _LABEL.match(before)
    if label is not None and label["np"].split()[0] not in NOT_NAMES:
        return Said(named_subject(label["np"].split()), None, False)
    if before.rstrip().endswith(":"):
        named = _COLON.search(before[-90:])
        if named is not None:
            tokens = named["np"].split()
            if tokens[0] in NOT_NAMES:
                return None
            return Said(named_subject(tokens), None, True, False)
        subject = opening_subject(before)
        return Said(subject, None, True, False) if subject is not None else None
    return None


def _cues(before: str) -> list[tuple[int, str]]:
    """Where the cues of a clause stand, with the cue."""
    found: list[tuple[int, str]] = []
    for match in _TOKENS.finditer(before):
        word = match[0]
        if word in CUES or (word in _PLAIN and _MANY.search(before, 0, match.start())):
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
