"""Who is only spoken of: "Orlov was slammed as “petty”", "a storm of tweets calling her “petty”".

The words before a verb, and what stands between it and the quotation, come in; whether the subject
that it seems to have is its target, or may be, goes out. Whose words a text or a sign holds, too.
"""

from __future__ import annotations

import re

from corpus.quotations.cues import is_thing
from corpus.quotations.names import UPPER
from corpus.quotations.owners import OWNERS
from corpus.quotations.phrases import named_subject
from corpus.quotations.words import NOT_SUBJECTS, words
from corpus.words import WEEKDAYS

_JUDGING = words(
    """slammed blasted mocked described branded labeled labelled dubbed criticized criticised
    condemned accused praised hailed denounced ridiculed derided dismissed lambasted panned skewered
    likened excoriated savaged lauded rebuked chastised vilified nicknamed blamed lampooned trashed
    scorned characterized characterised disparaged assailed decried"""
)
"""Participles that have an object where they are active: "slammed for it" is passive."""
_BEING = words("was were is are be been being gets got get")
_ACTIVE = words("has have had he she they we it also often later previously once and")
_WITHOUT = re.compile(r"\s(?:as|for|over|after|amid|of)\b")
_OF_OBJECT = re.compile(r"\b(?:what|which|who|whom|that|how)\b")
_CLAUSE_LONG = 160  # characters before a verb in which its object may stand as "which" or "whom"
_HIM = re.compile(r"\s(?:him|her|them|it)\b")
_TEXTS_CALLING = re.compile(  # "she faced tweets branding her", "in attacks labelling them"
    r"\b(?:attacks|criticism|tweets|posts|messages|emails|e-mails|comments|articles|headlines|"
    r"memes|chants?|letters|reports|stories|reviews|editorials|op-eds|columns|videos|clips|"
    r"cartoons|jokes|calls|slogans|leaflets|flyers|graffiti|ads)$"
)
_UNDERGOES = re.compile(  # "Orlov came under fire from Aalto, who is calling her"
    r"\b(?:fac(?:e|es|ed|ing)|draws?|drew|drawn|sparked|prompted|provoked|received|endured|suffered|"
    r"under fire|(?:was|were|been|being)\s(?:[a-z]+ly\s)?(?:attacked|criticized|criticised|slammed|"
    r"blasted|mocked|ridiculed|condemned|denounced|targeted|heckled|booed|insulted|met))\b"
)
_WITH_ADS = re.compile(r"\swith\s(?:[a-z]+\s)?(?:ads?|commercials?|mailers?|tweets?)\s[a-z]+ing\b")
_SIGN = (
    r"\b(?:signs?|banners?|posters?|placards?|T-shirts?|t-shirts?|shirts?|hats?|caps?|buttons?|stickers?|"
    r"murals?|hoodies?|billboards?|tattoos?|plaques?)\b"
)
_SHOWN = re.compile(  # "wearing T-shirts that said", "a sign on his desk saying"
    rf"{_SIGN}[^.;:,]{{0,50}}?\s(?:(?:that|which)\s(?:said|says|say|declared|declares|proclaimed)|"
    r"(?:that\s|which\s|to\s)?(?:reading|reads?|saying))[,:]?\s*$"
)
_ON_A_SIGN = frozenset(
    "said says say declared declares proclaimed reading read reads saying".split()
)
_WRITTEN_TO = re.compile(  # "one of Orlov's texts to Aalto read", "his letter to the port said"
    rf"(?:^|\s)(?P<owner>[Hh]is|[Hh]er|[Tt]heir|(?:[{UPPER}][\w-]*\s){{0,3}}[{UPPER}][\w-]*[’']s?)"
    r"\s(?:[a-z-]+\s){0,3}(?:texts?|tweets?|letters?|e-?mails?|messages?|memos?|notes?|posts?)"
    r"\s(?:sent\s|written\s|addressed\s)?to\s[^,;:]{2,60}$"
)
_SOURCE = re.compile(  # "a source close to Orlov who claimed"
    r"(?:^|[\s,])(?P<np>(?:[Aa]n?|[Oo]ne|[Tt]he|[Aa]nother|[Tt]wo|[Ss]everal|[Ss]ome)\s(?:[\w-]+\s){0,3}?"
    r"(?:sources?|aides?|officials?|persons?|people|friends?|all(?:y|ies)|advisers?|advisors?|insiders?|"
    r"operatives?|strategists?))\s(?:who\sis\s)?(?:close|near|familiar|loyal|supportive|sympathetic|"
    r"aligned|opposed|hostile|critical|allied)\s(?:to|with|of)\s[^,;:]{2,50}$"
)

_OBJECT = 8  # words of what is given a name
_NO_OBJECT = frozenset("for on in at to upon out off by from back up how what why".split())
_DEED = 5  # words of a clause that tells a deed, "that" among them
_PARTS = re.compile(r"[;.]\s|,\s(?:where|who|which|when|while|and|but)\b")


def is_target(head: str, cue: str, gap: str) -> bool:
    """Whether the subject before a verb is its object, of which it speaks: "Orlov slammed for"."""
    if cue not in _JUDGING or (without := _WITHOUT.match(gap)) is None:
        return False
    tokens = head.split()
    while tokens and tokens[-1].endswith("ly") and tokens[-1].islower():
        tokens.pop()
    ahead = tokens[-1] if tokens else ""
    if ahead in _BEING:
        return True
    if ahead in _ACTIVE or _OF_OBJECT.search(head[-_CLAUSE_LONG:]) is not None:
        return False
    # not "a claim Orlov dismissed as", "Orlov dismissed as “old” what she heard"
    return without[0].strip() != "as" or ahead.endswith(",")


def may_be_target(head: str, cue: str, gap: str) -> bool:
    """Whether the subject of the sentence may be whom a participle of naming speaks of: "Orlov
    faced tweets branding her", "groups attacked him with ads blasting Aalto, calling him"."""
    told = head.rstrip()
    if cue in _JUDGING:  # "Lena Orlova Slammed as", in a headline
        return _WITHOUT.match(gap) is not None and not any(map(str.islower, head.split()))
    if not cue.endswith("ing") or _HIM.match(gap) is None:
        return False
    return any(p.search(told) is not None for p in (_TEXTS_CALLING, _UNDERGOES, _WITH_ADS))


def names_itself(head: str, cue: str, gap: str) -> bool:
    """Whether a body only tells its name: "a group calling itself “Open Doors”"."""
    if cue != "calling" or head.rstrip()[-1:] == ",":
        return False
    return gap.strip() in ("itself", "themselves", "themselves the", "itself the")


def is_on_a_sign(before: str) -> bool:
    """Whether the words behind stand on what somebody holds or wears: "T-shirts that said"."""
    ends = before.rstrip(" ,:").rpartition(" ")[2]
    return ends in _ON_A_SIGN and _SHOWN.search(before) is not None


def writer_of(head: str) -> str | None:
    """Whose a text to somebody is: "one of Orlov's texts to Aalto" is Orlov's."""
    found = _WRITTEN_TO.search(head.rstrip()) if " to " in head else None
    if found is None:
        return None
    owner = found["owner"]
    return OWNERS.get(owner.lower()) or named_subject(owner.split())


def source_of(head: str) -> str | None:
    """The source that a name only describes: "a source close to Orlov" before "who claimed"."""
    found = _SOURCE.search(head)
    return named_subject(found["np"].split()) if found is not None else None


def is_object(gap: str) -> bool:
    """Whether what stands between a verb of naming and the words is what they name: "called the
    plan a “mess”"."""
    words = gap.split()
    if words and (words[0] in WEEKDAYS or words[0] in ("again", "also", "repeatedly")):
        del words[0]  # "called Thursday for a review"
    return 0 < len(words) <= _OBJECT and words[0] not in _NO_OBJECT and "," not in gap


def does_something_else(gap: str) -> bool:
    """Whether what is reported is somebody's deed, and the words may be his: "Quill reported that
    Orlov came up to him, “Who are you?”"."""
    words = gap.split()
    if len(words) < _DEED or words[0] != "that" or words[-1][-1] != ",":
        return False
    return words[1] not in NOT_SUBJECTS and "," not in "".join(words[:-1])


def names_a_thing(head: str, gap: str) -> bool:
    """Whether a thing only bears the quoted words as its name: "a lesson called “Relations”"."""
    tokens = head.split()
    if len(gap.split()) > 1 or not tokens or gap.strip() not in ("", "the", "a", "an"):
        return False
    if "what" in tokens[-5:] or "which" in tokens[-3:]:
        return False
    last = tokens[-1].rstrip(",").lower()
    return last.isalpha() and tokens[-1][:1].islower() and is_thing(last)


def takes_object(gap: str) -> bool:
    """Whether a verb of naming has the quotation as its object, by what stands between."""
    return len(gap.split()) <= 12 and not _PARTS.search(gap)
