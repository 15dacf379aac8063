"""Whose participle stands before a quotation: "with Orlov claiming", "remarks Orlov made saying".

The words before a participle come in; the subject that it has of its own goes out, as written, or
None where it goes with the subject of its sentence.
"""

from __future__ import annotations

import re

from corpus.quotations.names import CAPITAL, PARTISANS, UPPER
from corpus.quotations.phrases import PEOPLE_WORDS, is_speaker, named_subject
from corpus.quotations.relayed import quoted
from corpus.quotations.subjects import leading
from corpus.quotations.words import ROLES

_WITH = re.compile(  # "with Orlov claiming", "recalled the pilot telling"
    r"\b(?P<lead>with|over|quotes|quoted|quoting|(?:video|footage|audio|clip|recording|tape)s?\sof|recalled|recalls|heard|hears|remembered|remembers|saw|shows|showed|despite)\s"
    r"(?P<np>[^,;:\"“”]{2,90})$"
)
_OF_PERSONS = frozenset(
    "with despite over recalled recalls heard hears remembered remembers".split()
)
"""What leads to a participle's own subject, even to one of a single name."""
_BLAMED = re.compile(
    rf"\b(?:[a-z]+ed|[a-z]+s|at|against|on|after|to)\s(?P<np>(?:{CAPITAL}\s){{0,3}}"
    rf"(?!Twitter|Facebook|[A-Z]\w+day){CAPITAL})\sfor$"
)
_SPOKEN_WORDS = (
    " words", " remark", " remarks", " comment", " comments", " letter", " statement",
    " statements", " tweet", " tweets", " memo", " email", " emails", " speech", " testimony",
    " post", " posts",
)  # fmt: skip
_MADE_WORDS = (" made", " gave", " issued", " posted", " delivered")
_MADE = re.compile(  # "remarks that Orlov made saying"
    r"\b(?:remarks?|comments?|statements?|claims?|speech|posts?|testimony)\s(?:that\s|which\s)?"
    rf"(?P<np>he|she|they|(?:{CAPITAL}\s?){{1,4}})\s(?:had\s)?[a-z]+$"
)
_OWN_WORDS = re.compile(  # "said Orlov's own words claiming"
    rf"(?P<np>(?:{CAPITAL}\s){{0,3}}[{UPPER}][\w-]*)[’']s?\s(?:own\s|recent\s|public\s)?(?:words|remarks?|"
    r"comments?|letter|statements?|tweets?|memo|e-?mails?|speech|testimony|posts?)$"
)
_OWN_WORDS_AT = re.compile(  # "Orlov's statement at a hearing asking"
    rf"(?P<np>(?:{CAPITAL}\s){{0,3}}[{UPPER}][\w-]*)[’']s\s(?:[a-z]+\s)?(?:remarks?|comments?|statements?|tweets?|"
    r"question|speech|testimony)\s(?:at|in|on|during|from)\s[^,;:\"“”]{2,40}$"
)
_SHOWN_AS = re.compile(  # "described Orlov as constantly reminding"
    r"\b(?:quoted|quotes|quoting|cited|cites|citing|described|describes|portrayed|recalled|"
    r"characterized|characterised)\s(?P<np>[^,;:\"“”]{2,120}?)\s(?P<as>as)(?:\s[a-z]+ly)?$"
)
_QUOTED_ASIDE = re.compile(  # "quoted Lena Orlova, head of the League, saying"
    rf"\bquot(?:ed|es|ing)\s(?P<np>(?:{CAPITAL}\s?){{2,5}}),\s[^;:\"“”]{{2,140}},$"
)
_SEVERAL = re.compile(  # "he met Republicans urging a vote"
    rf"(?P<np>(?:[a-z]+\s){{0,2}}(?:{'|'.join(sorted(PARTISANS))}|[A-Z][a-z]+ans|liberals|conservatives))$"
)
_MANY = re.compile(  # "he met lawmakers begging for a vote"
    r"(?P<np>[a-z]{3,}(?:ists|makers|ors|ants|ters|ials|women|people))$"
)


def own_subject(head: str, cue: str) -> tuple[str, bool] | None:
    """The subject that a participle `cue` behind `head` has of its own, and whether it surely is:
    "with Orlov claiming"; None where the participle is the subject's of its sentence."""
    own = _own(head.rstrip(), cue)
    if own is None:
        return None
    beside = _MANY.search(own) is not None and _WITH.search(head.rstrip()) is None
    return own, not (beside or head.endswith(" for "))


def _own(text: str, cue: str) -> str | None:
    if text.endswith(" for"):  # "Orlov mocked Aalto for claiming ..."
        blamed = _BLAMED.search(text)
        return named_subject(blamed["np"].split()) if blamed is not None else None
    if text.endswith(_MADE_WORDS):
        made = _MADE.search(text)
        return leading(made["np"]) if made is not None else None
    if text.endswith((" as", "ly")):
        shown = _SHOWN_AS.search(text)
        if shown is not None and (told := quoted(f"{text[: shown.end('as')]} {cue}")) is not None:
            return told.subject
        if shown is not None:
            who = leading(shown["np"])
            return who if who is not None and who[:1].isupper() else None
    if cue == "saying" and text.endswith(",") and "quot" in text:
        told_by = _QUOTED_ASIDE.search(text)
        if told_by is not None:
            return leading(told_by["np"])
    words = _OWN_WORDS.search(text) if text.endswith(_SPOKEN_WORDS) else None
    if words is None and cue in ("asking", "saying") and ("’s " in text or "'s " in text):
        words = _OWN_WORDS_AT.search(text)
    if words is not None:
        return named_subject(words["np"].split())
    own = _WITH.search(text)
    if own is None:
        several = (
            _SEVERAL.search(text) or _MANY.search(text) if text[-1:] in ("s", "n", "e") else None
        )
        return leading(several["np"]) if several is not None else None
    tokens = own["np"].split()
    while len(tokens) > 1 and tokens[-1].endswith("ly") and tokens[-1].islower():
        tokens.pop()  # "with Orlov loudly complaining"
    last = tokens[-1]
    if not (last[:1].isupper() or is_speaker(last) or PEOPLE_WORDS.fullmatch(last)):
        return None  # "disagrees with this conclusion noting"
    if own["lead"] not in _OF_PERSONS and not (
        tokens[-1] in ROLES or (len(tokens) > 1 and tokens[-1][:1].isupper())
    ):
        return None
    own_words = " ".join(tokens)
    return leading(own_words) or (own_words if tokens[0][0].isdigit() else None)
