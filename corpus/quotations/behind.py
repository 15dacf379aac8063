"""Who says it, by the words behind a quotation: "said Orlov", "Orlov said", "— Orlov, Quill".

What is found is the subject as it stands in the text.
"""

from __future__ import annotations

import re

from corpus.quotations.anothers import handed_on
from corpus.quotations.asides import without_asides
from corpus.quotations.cues import is_noun, is_thing, may_state
from corpus.quotations.doubts import is_broken
from corpus.quotations.joint import all_say
from corpus.quotations.names import CAPITAL, UPPER, full_name
from corpus.quotations.owners import OWNERS, owner_of
from corpus.quotations.phrases import named_subject
from corpus.quotations.relayed import LEAD, NP, cited, quoted, said_within
from corpus.quotations.said import Said
from corpus.quotations.subjects import forward, leading
from corpus.quotations.targets import writer_of
from corpus.quotations.words import (
    ADVERB,
    BETWEEN,
    CUE,
    CUES,
    DETERMINERS,
    NEVER_INVERTED,
    NOT_NAMES,
    NOUNS,
    PHRASAL,
    PHRASES,
    PLURAL_CUES,
    PRONOUNS,
    REPORTING,
    SAYING,
    SPEECH,
    SPEECH_CUE,
)

_TOLD = CUES | frozenset(PLURAL_CUES) | PHRASAL.keys()
_CUE_WORDS = frozenset(cue.split()[0] for cue in {*CUES, *PHRASES})
_BREAK = re.compile(r"[\n;:!?\"“”«»]")  # what no subject goes over
_LETTERS = re.compile(r"[a-z]{3,}")
_INVERTED = re.compile(
    rf"{LEAD}(?:(?:also|then|later|once|{ADVERB})\s)?(?P<cue>{CUE})\s+(?P<np>[^\n;:\"“”]{{2,160}})"
)
_STRAIGHT = re.compile(rf"{LEAD}{NP},?\s+{BETWEEN}(?P<cue>{CUE})\b(?![-’'])")
_SPOKEN = re.compile(rf"{LEAD}{NP},?\s+{BETWEEN}(?P<cue>{SPEECH_CUE})\b(?![-’'])")
_ACCORDING = re.compile(
    r"(?:^|[\s,—–-]+)[Aa]ccording to\s+(?P<np>[^\n;:\"“”]{2,160})|"
    r"[\s,]*(?P<of>in the words of)\s+(?P<np2>[^\n;:\"“”]{2,160})"
)
_TAIL = re.compile(
    rf",\s+(?:(?P<np>(?:[^\s,.;:\"“”]+\s|[{UPPER}]\.\s|Mr\. |Mrs\. |Ms\. |Dr\. ){{1,6}}|"
    rf"(?:{CAPITAL}\s?){{2,4}},\s(?:a|an|the|his|her|its|their)\s[^,.;:\"“”]{{3,60}},\s){BETWEEN}"
    rf"(?P<cue>{SPEECH_CUE})|(?P<cue2>{SPEECH_CUE})\s+(?P<np2>[^,.;:\"“”]{{2,80}}))"
    r"(?P<rest>(?:\s[^.;:\"“”]{0,80})?)[.,]?\s*$"
)
_PLURAL = re.compile(
    rf"{LEAD}(?P<np>they|we|[^\n;:,.!?\"“”«»]{{1,60}}?s)\s(?P<cue>{'|'.join(PLURAL_CUES)})\b"
)
_MANY_SAY = re.compile(
    rf"{LEAD}(?P<cue>say|write|warn|argue|claim)\s(?P<np>(?:[^\s,.;:\"“”]+\s){{0,4}}[^\s,.;:\"“”]*s\b[^\n;:\"“”]{{0,60}})"
)
_CLAUSE_END = re.compile(
    r"(?:\s(?:reporters|later|today|yesterday|afterwards|[A-Z]\w+|in|on|at|to|a|the)){0,4}\s*(?:[.,]|$)"
)
_NEXT = re.compile(r"(?:\s\w+){0,3}\sthat\b")
_NAME_LONG = 5  # words of a subject in front of its apposition
PASSIVE = frozenset(
    "was were been is are be being so-called widely get gets got".split()
)  # before a cue whose subject is spoken of
_CREDIT = re.compile(  # "“We wait.” — Lena Orlova, Harbour Times"
    rf"\s*[—–-]{{1,2}}\s?(?P<np>{full_name(2, 5)})(?:,\s[^.;:“”]{{2,60}})?\s*"
)
_WAS_HIS = re.compile(  # "“I am not sure”, was Orlov's response"
    r"\W{0,3}(?:was|is|came)\s(?P<np>[Hh]is|[Hh]er|[Tt]heir|(?:\S+\s){0,4}?\S+[’']s?)\s(?:[a-z]+\s)?"
    r"(?:responses?|answers?|reply|verdict|reaction|message|conclusion|explanation)\b"
)
_WERE = re.compile(  # "“We wait”, were the words of Orlov"
    r"\W{0,3}(?:was|were)\sthe\s(?:responses?|words?|answers?|message|verdict|reply|comments?)\s"
    r"(?:given\s|offered\s)?(?:by|from|of)\s(?P<np>[^;:]{2,120})"
)
_FOUND = re.compile(
    rf"{LEAD}(?P<np>(?:the|a|an|his|its|[{UPPER}])[^,;:.]{{0,60}}?\b(?:report|study|survey|review|audit|"
    r"investigation|inquiry|panel|judge|court|jury|researchers|authors|poll))\s(?P<cue>found|finds)\b"
)
_PLAIN = frozenset({"said", "says", "wrote", "tweeted", "added"})
"""Verbs that speech may stand before without a comma."""
_THAT = REPORTING | {"suggests", "believes", "claims", "asking", "saying", "confessed"}
_THAT_ONE = re.compile(  # "that ship’s captain Lena Orlova.", and no "that the plan was dead"
    rf"that\s(?!(?:{'|'.join(sorted(DETERMINERS | PRONOUNS))}|"
    r"there|if|when|while|in|on|at|by|for)\b)"
    r"(?:(?!(?:is|are|was|were|has|have|had|will|would|could|can|may|might|should|must|does|did|do|"
    r"[a-z]{2,}ed)\b)[a-z][a-z’'-]*(?=[\s,.])\s?){1,4}"
    rf"(?:(?<=\s){CAPITAL}\s?){{0,3}}[,.]"
)
_AM = ("’m", "'m", "’re", "'re")
_IS = ("’s", "'s")
_DONE_TO = (" of ", " by ", " for ")
PARTICIPLES = frozenset(SAYING)
OF_SPEECH = frozenset({*SPEECH, *PHRASES})
_SPEECH_WORDS = frozenset(cue.split()[0] for cue in OF_SPEECH)


def after_quotation(after: str, closed_by: str, *, whole: bool = False) -> Said | None:
    """The attribution straight behind a quotation; `closed_by` is its last character.

    `whole`: the quotation opens its sentence, so that a name may follow without a comma.
    """
    text = after[:240]
    credit = _CREDIT.fullmatch(text) if text.lstrip()[:1] in "—–-" else None
    if credit is not None and credit["np"].split()[0] not in NOT_NAMES:
        return Said(named_subject(credit["np"].split()), None, True)
    text = without_asides(text)
    if ("saying" in text or "telling" in text) and (told := quoted(text)) is not None:
        return told
    if (" cite" in text or " quote" in text) and (told := cited(text)) is not None:
        return told
    opening = text.lstrip()[:1]
    if opening in ".;:?!)":  # or nothing stands there
        return None
    parted = closed_by in ",?!.…—–-" or opening in ",—–-"
    words_of = _WERE.match(text) if " the " in text[:16] else None
    if words_of is not None:
        return Said(forward(words_of["np"]), None, False, False)
    whose = _WAS_HIS.match(text) if "was " in text[:10] or "came " in text[:12] else None
    if whose is not None:
        subject = OWNERS.get(whose["np"].lower()) or named_subject(whose["np"].split())
        return Said(subject, None, True, False)
    match = _ACCORDING.match(text) if "ccording to" in text or "in the words" in text else None
    if match is not None and not (closed_by in ".!?" and opening == "A"):
        return Said(forward(match["np"] or match["np2"]), "according to", True)
    several = all_say(text) if " and " in text[:120] else None
    if several is not None:
        return Said(*several, True)
    many = _MANY_SAY.match(text) if parted else None
    if many is not None:  # "..., say female executives"
        subject = forward(many["np"]) or many["np"].strip()
        if subject.count(" ") < _NAME_LONG:
            return Said(subject, many["cue"], True)
    ahead = [word.strip(",—–-") for word in text.split(None, 4)[:4]]
    match = None if _CUE_WORDS.isdisjoint(ahead) else _INVERTED.match(text)
    if (
        match is not None
        and match["np"].startswith("that ")
        and match["cue"] in _THAT
        and _THAT_ONE.match(text, match.start("np")) is None
    ):
        return None  # "“sorry,” said that the plan was dead"
    if match is not None:
        subject = forward(match["np"])
        cue = match["cue"]
        behind = parted or (whole and cue in _PLAIN and subject is not None and " " in subject)
        if subject is not None and cue in OF_SPEECH and behind and cue not in NEVER_INVERTED:
            return Said(subject, cue, True)
        return None
    found = _FOUND.match(text) if " found" in text or " finds" in text else None
    if found is not None and parted and (subject := leading(found["np"])) is not None:
        return Said(subject, found["cue"], True)
    if _TOLD.isdisjoint(_LETTERS.findall(_BREAK.split(text, 1)[0], 0, 180)):
        return None
    match = _STRAIGHT.match(text)
    if match is not None and match["cue"] not in OF_SPEECH and _speaks(text, match.end()):
        match = _SPOKEN.match(text) or match
    if match is None:
        match = _PLURAL.match(text) if closed_by in ",?!" else None
    if match is None:
        return None
    phrase, cue = match["np"].strip(), match["cue"]
    if closed_by in ".?!" and phrase[:1].isupper() and phrase.split()[0].endswith("ing"):
        return None  # "“Who?” Comparing the two, he said" is the next sentence
    if is_passive(phrase.rpartition(" ")[2], cue, text[match.end() :]):
        return None  # "The request was denied."
    if cue in NOUNS and is_noun(text, match.start("cue"), match.end("cue")):
        return None
    if cue in PARTICIPLES or (
        cue not in OF_SPEECH and cue not in PLURAL_CUES and closed_by not in ",?!"
    ):
        return None
    if closed_by in ".…" and not _closes_sentence(text, match.end()):
        return None
    if closed_by in ".…?!" and (
        _NEXT.match(text, match.end()) is not None
        or ("," in phrase and len(phrase.split(",", 1)[0].split()) > _NAME_LONG)
    ):
        return None  # the next sentence
    if (handed := handed_on(cue, text[match.end() :])) is not None:
        phrase, cue = handed
    subject = writer_of(phrase) or leading(phrase)
    if subject is not None and cue in NOUNS and is_thing(subject):
        return None
    first = phrase.split(",", 1)[0]
    if cue == "states" and subject is not None and not may_state(subject, first):
        return None
    if subject is not None and is_broken(subject):
        return None
    if subject is not None and (owner := owner_of(subject)) is not None:
        subject = owner if owner in PRONOUNS or owner[:1].isupper() else subject
    named = whole and cue in OF_SPEECH and subject is not None and phrase[:1].isupper()
    if subject is None or not (parted or named or subject in PRONOUNS):
        return None
    return Said(subject, cue, True)


def is_passive(ahead: str, cue: str, behind: str) -> bool:
    """Whether a cue's subject is spoken of, by the word before it and what follows: "was asked",
    "I'm reminded", "he's accused of"."""
    if ahead in PASSIVE:
        return True
    if cue in PARTICIPLES or not cue.endswith("ed"):
        return False
    return ahead.endswith(_AM) or (ahead.endswith(_IS) and behind.startswith(_DONE_TO))


def _speaks(text: str, at: int) -> bool:
    """Whether a verb of speech may follow: the cheap test."""
    return not _SPEECH_WORDS.isdisjoint(_LETTERS.findall(text, at))


def _closes_sentence(text: str, at: int) -> bool:
    """Whether the clause ends soon, so that "... ." Orlov said." is an attribution."""
    return _CLAUSE_END.match(text, at) is not None


def end_of_sentence(after: str) -> Said | None:
    """The attribution that closes the sentence in which a quotation is only a part."""
    match = _TAIL.search(after[-200:])
    if match is None:
        within = said_within(after)
        if within is not None:
            return within[0]
        tail = after.rfind(", according to ")
        if tail >= 0 and len(after) - tail < 160:
            return Said(forward(after[tail + 15 :]), "according to", False)
        return None
    if match["cue"]:
        subject = leading(match["np"].strip())
        return Said(subject, match["cue"], False) if subject is not None else None
    if match["cue2"] in NEVER_INVERTED:
        return None
    subject = forward(match["np2"])
    return Said(subject, match["cue2"], False) if subject is not None else None
