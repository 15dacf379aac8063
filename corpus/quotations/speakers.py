"""Who says it: the clause around a quotation comes in, the words for its speaker go out.

Three places are read: straight after the quotation ("said Orlov", "Orlov said"), before it in
its sentence ("Orlov told reporters: ..."), and the end of its sentence ("..., Orlov said").
What is found is the subject as it stands in the text; `People` makes a full name of it.
"""

from __future__ import annotations

import re

from corpus.quotations.cues import cues_in, is_noun, is_thing
from corpus.quotations.names import CAPITAL, LINK, UPPER
from corpus.quotations.phrases import is_untold, named_subject
from corpus.quotations.said import Said
from corpus.quotations.subjects import (
    PARENTHESIS,
    forward,
    has_aside,
    leading,
    opening_subject,
    subject_before,
)
from corpus.quotations.words import (
    AMBIGUOUS,
    BETWEEN,
    CUE,
    CUES,
    NEVER_INVERTED,
    NOT_NAMES,
    NOUNS,
    PHRASAL,
    PHRASES,
    PLURAL_CUES,
    PRONOUNS,
    ROLES,
    SAYING,
    SPEECH,
    SPEECH_CUE,
    THINGS,
)

_TOLD = CUES | frozenset(PLURAL_CUES) | PHRASAL.keys()
_CUE_WORDS = frozenset(cue.split()[0] for cue in {*CUES, *PHRASES})
_BREAK = re.compile(r"[\n;:!?\"“”«»]")  # what no subject goes over
_LETTERS = re.compile(r"[a-z]{3,}")
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
    rf",\s+(?:(?P<np>(?:[^\s,.;:\"“”]+\s|[{UPPER}]\.\s|Mr\. |Mrs\. |Ms\. |Dr\. ){{1,6}}|"
    rf"(?:{CAPITAL}\s?){{2,4}},\s(?:a|an|the|his|her|its|their)\s[^,.;:\"“”]{{3,60}},\s){BETWEEN}"
    rf"(?P<cue>{SPEECH_CUE})|(?P<cue2>{SPEECH_CUE})\s+(?P<np2>[^,.;:\"“”]{{2,80}}))"
    r"(?P<rest>(?:\s[^.;:\"“”]{0,80})?)[.,]?\s*$"
)
_HEADLINE = re.compile(rf"^\s*(?P<np>{CAPITAL}(?:\s(?:{LINK}\s)?{CAPITAL}){{0,5}}):\s*$")
_PLURAL = re.compile(
    rf"{_LEAD}(?P<np>they|we|[^\n;:,.!?\"“”«»]{{1,60}}?s)\s(?P<cue>{'|'.join(PLURAL_CUES)})\b"
)
_MANY_SAY = re.compile(
    rf"{_LEAD}(?P<cue>say|write|warn|argue|claim)\s(?P<np>(?:[^\s,.;:\"“”]+\s){{0,4}}[^\s,.;:\"“”]*s\b[^\n;:\"“”]{{0,60}})"
)
_LABEL = re.compile(rf"^(?P<np>{CAPITAL}(?:\s(?:{LINK}\s)?{CAPITAL}){{0,3}}):\s\S.*[^:\s]\s*$")
_CLAUSE_END = re.compile(
    r"(?:\s(?:reporters|later|today|yesterday|afterwards|[A-Z]\w+|in|on|at|to|a|the)){0,4}\s*(?:[.,]|$)"
)
_NEXT = re.compile(r"(?:\s\w+){0,3}\sthat\b")
_NAME_LONG = 5  # words of a subject in front of its apposition
_COLON = re.compile(rf"(?:^|\s)(?P<np>{CAPITAL}(?:\s(?:{LINK}\s)?{CAPITAL}){{0,4}}):\s*$")
_QUOTED = re.compile(  # "Orlov was quoted by Quill as saying"
    rf"{_LEAD}{_NP}\s(?:was|were|is|are|has been|have been)\s(?:also\s)?(?:quoted|cited|heard|"
    r"reported|recorded)\b[^.;\"“”]{0,80}?\b(?:saying|telling)\b"
)
_QUOTES = re.compile(  # "Quill quoted Orlov as saying"
    r"\b(?:quoted|quotes|quoting|cited|cites|citing|described|recalled)\s(?P<np>[^,;:\"“”]{2,120}?)\sas\s"
    r"(?:saying|telling|having said)\b"
)
_WITH = re.compile(  # "with Orlov claiming", "recalled the pilot telling"
    r"\b(?P<lead>with|recalled|recalls|heard|hears|remembered|remembers|saw|shows|showed|despite)\s"
    r"(?P<np>[^,;:\"“”]{2,90})$"
)
_INSERTED = re.compile(  # "The law was dead, says Orlov of the Quill: ..."
    rf",\s(?P<cue>{SPEECH_CUE})\s(?P<np>(?:(?:the|a|an|one)\s|[{UPPER}])[^:\"“”]{{2,120}})[:,]\s*$"
)
_WITHIN = re.compile(  # "Or, said Orlov, the aim is that ..."
    rf",\s(?:(?P<cue>{SPEECH_CUE})\s(?P<np>[{UPPER}][^,:\"“”]{{2,60}})|"
    rf"(?P<np2>he|she|(?:{CAPITAL}\s?){{1,3}})\s(?P<cue2>said|says|wrote|writes|argued|argues|added))"
    r"(?:\s(?:in|at|on|to|of|during)\s[^,;:\"“”]{2,50})?,\s"
)
_OWNER = re.compile(  # "in Orlov's statement: ...", "his comments – ..."
    rf"(?:^|\s)(?P<np>(?:[{UPPER}]\S*\s){{0,3}}[{UPPER}][^\s,;:]*[’']s?|his|her|their|"
    r"the\s(?:[a-z]+\s)?[a-z]+[’']s)\s(?:[a-z]+\s){0,2}"
    r"(?:comments?|remarks?|statement|words|tweet|post|letter|memo|speech|message|reply|response|"
    r"answer|email|e-mail|advice|verdict|conclusion|explanation|motto|claim|warning|assertion|view)"
    r"(?:(?:\s(?:on|to|in|of|at)\s\S+)?\s?[:,–—-]|(?:\s(?!that)[a-z]+){0,4}\sthat)\s*$"
)
_OWNERS = {"his": "he", "her": "she", "their": "they"}
_SENT = re.compile(r"(?:^|[,;:—–(]|\b(?:from|by|and|but|then|here[’']s|per|via)(?:\sthe)?)\s*$")
_NAMES_AS = frozenset(
    "called described dubbed termed labeled labelled branded characterized deemed".split()
)
_JOINED = re.compile(r"\b(?:was|were|is|are|been)\b[^,.;]*\band\s*$")
_PARTS = re.compile(r"[;.]\s|,\s(?:where|who|which|when|while|and|but)\b")
_PASSIVE = frozenset(
    "was were been is are be being so-called widely get gets got".split()
)  # before a cue whose subject is spoken of
_INFINITIVE = frozenset(
    "to and or but by for of from in while when before after as having".split()
)  # before a cue whose subject stands further ahead
_ASKED_OF = frozenset({"urged", "advised", "promised", "warned"})
_USED = re.compile(  # "when he used the loaded term"
    r"\b(?:used|uses|coined|invoked)\s(?:the|a|an|his|her|that|this)\s(?:[a-z]+\s)?"
    r"(?:terms?|words?|phrase|expression|slogan|nickname|label|line)\s*[,:]?\s*$"
)
_WORDS = frozenset("term terms word words phrase expression slogan nickname label line".split())
_WORDS_OF = re.compile(r"\b[Ii]n the words of\s(?P<np>[^,;:]{2,80}),?\s*$")
_FOUND = re.compile(
    rf"{_LEAD}(?P<np>(?:the|a|an|his|its|[{UPPER}])[^,;:.]{{0,60}}?\b(?:report|study|survey|review|audit|"
    r"investigation|inquiry|panel|judge|court|jury|researchers|authors|poll))\s(?P<cue>found|finds)\b"
)
_SAYING = frozenset(SAYING)
_SPEECH = frozenset({*SPEECH, *PHRASES})
_SPEECH_WORDS = frozenset(cue.split()[0] for cue in _SPEECH)


def after_quotation(after: str, closed_by: str, *, whole: bool = False) -> Said | None:
    """The attribution straight behind a quotation; `closed_by` is its last character.

    `whole`: the quotation opens its sentence, so that a name may follow without a comma.
    """
    text = after[:240]
    if has_aside(text):
        text = PARENTHESIS.sub("", text)
    if ("saying" in text or "telling" in text) and (told := _quoted(text)) is not None:
        return told
    if not text.strip() or text.lstrip()[:1] in ".;:?!)":
        return None
    parted = closed_by in ",?!.…—–-" or text.lstrip()[:1] in ",—–-"
    match = _ACCORDING.match(text) if "ccording to" in text or "in the words" in text else None
    if match is not None:
        return Said(forward(match["np"] or match["np2"]), "according to", True)
    many = _MANY_SAY.match(text) if parted else None
    if many is not None:  # "..., say female executives"
        subject = forward(many["np"]) or many["np"].strip()
        if subject.count(" ") < _NAME_LONG:
            return Said(subject, many["cue"], True)
    opening = [word.strip(",—–-") for word in text.split(None, 4)[:4]]
    match = None if _CUE_WORDS.isdisjoint(opening) else _INVERTED.match(text)
    if match is not None:
        subject = forward(match["np"])
        cue = match["cue"]
        if subject is not None and cue in _SPEECH and parted and cue not in NEVER_INVERTED:
            return Said(subject, cue, True)
        return None
    found = _FOUND.match(text) if " found" in text or " finds" in text else None
    if found is not None and parted and (subject := leading(found["np"])) is not None:
        return Said(subject, found["cue"], True)
    if _TOLD.isdisjoint(_LETTERS.findall(_BREAK.split(text, 1)[0], 0, 180)):
        return None
    match = _STRAIGHT.match(text)
    if match is not None and match["cue"] not in _SPEECH and _speaks(text, match.end()):
        match = _SPOKEN.match(text) or match
    if match is None:
        match = _PLURAL.match(text) if closed_by in ",?!" else None
    if match is None:
        return None
    phrase, cue = match["np"].strip(), match["cue"]
    if cue in NOUNS and is_noun(text, match.start("cue"), match.end("cue")):
        return None
    if cue in _SAYING or (cue not in _SPEECH and cue not in PLURAL_CUES and closed_by not in ",?!"):
        return None
    if closed_by in ".…" and not _closes_sentence(text, match.end()):
        return None
    if closed_by in ".…?!" and (
        _NEXT.match(text, match.end()) is not None
        or ("," in phrase and len(phrase.split(",", 1)[0].split()) > _NAME_LONG)
    ):
        return None  # the next sentence
    subject = leading(phrase)
    if subject is not None and cue in NOUNS and is_thing(subject):
        return None
    named = whole and cue in _SPEECH and subject is not None and phrase[:1].isupper()
    if subject is None or not (parted or named or subject in PRONOUNS):
        return None
    return Said(subject, cue, True)


def _speaks(text: str, at: int) -> bool:
    """Whether a verb of speech may follow: the cheap test."""
    return not _SPEECH_WORDS.isdisjoint(_LETTERS.findall(text, at))


def _closes_sentence(text: str, at: int) -> bool:
    """Whether the clause ends soon, so that "... ." Orlov said." is an attribution."""
    return _CLAUSE_END.match(text, at) is not None


def _quoted(text: str) -> Said | None:
    """Who is quoted by somebody else: "Quill quoted Orlov as saying"."""
    passive = _QUOTED.match(text)
    if passive is not None:
        subject = leading(passive["np"].strip())
        return Said(subject, "quoted", True) if subject is not None else None
    active = _QUOTES.search(text)
    if active is None or "," in text[: active.start()].strip(" ,"):
        return None
    subject = leading(active["np"])
    return Said(subject, "saying", True) if subject is not None else None


def before_quotation(before: str) -> Said | None:
    """The attribution in the part of the sentence before a quotation."""
    if has_aside(before):
        before = PARENTHESIS.sub("", before)
    part = before.rfind("; ")
    if part >= 0 and cues_in(before[part:]):
        before = before[part + 2 :]
    headline = _HEADLINE.match(before) if before.rstrip()[-1:] == ":" else None
    if headline is not None and headline["np"].split()[0] not in NOT_NAMES:
        return Said(named_subject(headline["np"].split()), None, True)
    ends = before.rstrip(" ,:").rpartition(" ")[2]
    used = _USED.search(before) if ends in _WORDS else None
    if used is not None and " not " not in before[used.start() - 24 : used.start() + 1]:
        subject = subject_before(before[: used.start()], False)
        if subject is not None:
            return Said(subject, "used", True)
    words_of = _WORDS_OF.search(before) if "n the words" in before else None
    if words_of is not None:
        return Said(forward(words_of["np"]), "in the words of", True)
    cues = cues_in(before)
    if cues and before.rstrip()[-1:] in (":", ","):
        inserted = _INSERTED.search(before)
        if inserted is not None and inserted["cue"] not in NEVER_INVERTED:
            subject = forward(inserted["np"])
            if subject is not None:
                return Said(subject, inserted["cue"], True)
    if (
        cues
        and before.count(", ") > 1
        and (within := said_within(before)) is not None
        and cues[-1][0] < within[1]
    ):
        return within[0]
    if before.rstrip()[-1:] in (":", ",", "–", "—", "-") or before.endswith(" that "):
        owner = _OWNER.search(before)
        if owner is not None:
            whose = _OWNERS.get(owner["np"]) or subject_before(owner["np"], False)
            if whose is not None:
                return Said(whose, None, True, False)
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
        ahead = head.rstrip().rpartition(" ")[2]
        if participle and (own := _own_subject(head, cue)) is not None:
            return Said(own, cue, near)
        if cue in _NAMES_AS and (_JOINED.search(head) is not None or _names_a_thing(head, gap)):
            return None
        if ahead in _PASSIVE:
            if cue in _NAMES_AS:
                return None
            if near and cue not in _ASKED_OF:
                return None
            if cue not in ("saying", "telling", "adding"):
                continue
        subject = None
        if participle and head.rstrip()[-1:] == ",":
            subject = _said_himself(
                before, [at for at, told in cues if at < begin and told in _SPEECH]
            )
        if subject is None:
            subject = subject_before(head, participle or ahead in _INFINITIVE)
        if subject is None:
            if near and is_untold(head.rsplit(",", 1)[-1]):
                return Said(None, cue, True, False)
            continue
        if cue in NOUNS and is_thing(subject):
            continue
        if cue in ("read", "reads") and not THINGS.isdisjoint(head.lower().split()[-8:]):
            return None
        if subject in ("he", "she"):
            subject = _said_himself(before, [at for at, _ in cues if at < begin]) or subject
        sure = not (participle and " that " in head) and (
            near or (len(gap.split()) <= 14 and (cue in _SPEECH or participle))
        )
        if len(gap.split()) < 1 and cue in ("told", "tells", "telling"):
            return None  # "told "Morning Talk" that": the name of a programme
        return Said(subject, cue, near, sure)
    label = _LABEL.match(before) if ": " in before else None
    if label is not None and label["np"].split()[0] not in NOT_NAMES:
        return Said(named_subject(label["np"].split()), None, False)
    if before.rstrip().endswith(":"):
        named = _COLON.search(before[-90:])
        if named is not None and _SENT.search(before[-90:], 0, named.start("np")) is None:
            named = None  # "taunted Orlov: ..." is no word of his
        if named is not None:
            tokens = named["np"].split()
            if tokens[0] in NOT_NAMES:
                return None
            return Said(named_subject(tokens), None, True, False)
        subject = opening_subject(before)
        return Said(subject, None, True, False) if subject is not None else None
    return None


def said_within(text: str) -> tuple[Said, int] | None:
    """The attribution that stands between commas inside a sentence, and where it ends."""
    found = _WITHIN.search(text)
    if found is None or found["cue"] in NEVER_INVERTED:
        return None
    subject = forward(found["np"]) if found["np"] else leading(found["np2"].strip())
    if subject is None:
        return None
    return Said(subject, found["cue"] or found["cue2"], False), found.end()


def _names_a_thing(head: str, gap: str) -> bool:
    """Whether a thing only bears the quoted words as its name: "a lesson called “Relations”"."""
    tokens = head.split()
    if len(gap.split()) > 1 or not tokens or gap.strip() not in ("", "the", "a", "an"):
        return False
    if "what" in tokens[-5:] or "which" in tokens[-3:]:
        return False
    last = tokens[-1].rstrip(",").lower()
    return last.isalpha() and tokens[-1][:1].islower() and is_thing(last)


def _said_himself(before: str, cues: list[int]) -> str | None:
    """The name that speaks earlier in the sentence in which a pronoun does: "Orlov said he"."""
    for at in reversed(cues[-3:]):
        subject = subject_before(before[:at], False) if before[:at].strip() else None
        if subject is not None and subject[:1].isupper():
            return subject
    return None


def _own_subject(head: str, cue: str) -> str | None:
    """The subject that a participle has of its own: "with Orlov claiming"."""
    text = head.rstrip()
    if text.endswith(" as"):
        told = _quoted(f"{text} {cue}")
        return told.subject if told is not None else None
    own = _WITH.search(text)
    if own is None:
        return None
    tokens = own["np"].split()
    if own["lead"] not in ("with", "despite") and not (
        tokens[-1] in ROLES or (len(tokens) > 1 and tokens[-1][:1].isupper())
    ):
        return None
    return leading(own["np"])


def _takes_object(gap: str) -> bool:
    """Whether a verb of naming has the quotation as its object, by what stands between."""
    return len(gap.split()) <= 12 and not _PARTS.search(gap)


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
