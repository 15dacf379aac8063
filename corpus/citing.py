"""Which agencies a paragraph cites: whose report, answer or count it tells in its own words.

A body paragraph comes in, the agencies' usual names come out in the order of the text. "The AP
reported", "told Reuters", "quoted by AFP" and "according to dpa" cite; a poll with an agency's
name, a photographer's agency behind a picture and whoever works for one do not. Whose copy the
words are is another question, which `corpus.crediting` answers from the lines around the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.agencies import named_in
from corpus.first_names import is_given
from corpus.signs import Signs

CITED_WORDS = (
    "AFP", "Agence", " AP", "Associated", "Reuters", " dpa", "DPA", "UPI", "EFE", "United Press",
    "Xinhua", "Interfax", "TASS", "Tass", "RIA Novosti", "Kyodo", "Yonhap", "Anadolu", "Bloomberg",
    "SANA", "IRNA", "Press Trust",
)  # fmt: skip
_SIGNS = Signs(cited=CITED_WORDS)
_AGENCY = re.compile(
    r"(?<![\w./@&-])(?P<name>AFP|Agence France[- ]Presse|AP|Associated Press|"
    r"(?:Thomson )?Reuters|dpa|DPA|UPI|EFE|United Press International|Xinhua|Interfax|"
    r"(?:ITAR-|Itar-)?TASS|Tass|RIA Novosti|Kyodo|Yonhap|Anadolu|SANA|IRNA|Press Trust of India|"
    r"(?P<firm>Bloomberg)(?P<news> News)?)\b(?: [Nn]ews [Aa]gency| [Aa]gency| news service)?"
    r"(?![\w@/-]|\.\w)"
)
_TALKED = (
    "spoke|speak|speaks|speaking|spoken|talked|talking|interviews?|statements?|e-?mails?|emailed|"
    "comments?|commented|remarks?|confirm|confirmed|confirming|said|acknowledged|admitted|"
    "explained|denied|described|disclosed|provided|given|gave|leaked|sent|shared|released|"
    "insisted|complained|revealed"
)
_BEFORE = re.compile(  # what stands right before the name
    r"(?:\b(?:[Aa]ccording to|(?:[Tt]old|[Tt]ell(?:s|ing)?|[Ii]nform(?:s|ed|ing)?)(?: reporters "
    r"(?:from|of))?|(?:[Cc]it|[Qq]uot)(?:e[sd]?|ing)|by news agenc(?:y|ies)|"
    r"(?:reported|quoted|cited|obtained|seen|reviewed|viewed|published|interviewed|contacted|"
    r"reached|compiled|examined|confirmed|carried|released|broken|revealed|uncovered|conducted|"
    r"analy[sz]ed|heard|made|called|identified|reports?|story|article|account|analysis|review|"
    r"investigation|transcript|count|tally|dispatch|interview) (?:by|from)|"
    rf"(?:{_TALKED})(?: [\w’'-]+){{0,3}}? (?:to|with)))"
    r"(?: (?:the|an?|[A-Z][a-z]+(?:[’']s)?|local|state|state-(?:run|owned)|official|semi-official|"
    r"private|news|agency|service|agencies|wire)){0,5} ?$"
)
_THING = (
    "(?:news |exclusive |earlier |recent |new |own )?(?:report(?:s|ing)?|stor(?:y|ies)|article|"
    "account|analysis|review|investigation|count|tally|dispatch|interview|exposé|expose|"
    "fact[- ]check|headlines?|lede|projections?|write-up|revelations?|documentation)"
)
_TOLD = (
    "reports?|reported|reporting|says?|said|writes?|wrote|written|notes?|noted|quot(?:es|ed|ing)|"
    "cit(?:es|ed|ing)|finds?|found|adds|added|stat(?:es|ed)|describ(?:es|ed)|puts? it|put it|"
    "observ(?:es|ed)|reveal(?:s|ed)|disclosed|learn(?:s|ed|t)|confirm(?:s|ed)|broke|"
    "publish(?:es|ed)|explain(?:s|ed)|project(?:s|ed)|declared|called|estimat(?:es|ed)|"
    "calculat(?:es|ed)|counted|tall(?:ies|ied)|obtained|review(?:s|ed)|interviewed|discovered|"
    "uncovered|detail(?:s|ed)|highlight(?:s|ed)|point(?:s|ed) out|suggest(?:s|ed)|"
    "indicat(?:es|ed)|claim(?:s|ed)|show(?:s|ed)|traced|identif(?:ies|ied)|announced|"
    "elaborat(?:es|ed)|recount(?:s|ed)|tells?|told|tweet(?:s|ed)|relay(?:s|ed)|has more|"
    "did an?|ran an?|counts"
)
_BETWEEN = (  # "Reuters has since", "the AP on Friday", "AFP, the French agency, also"
    "(?:(?:has|have|had|is|was|also|first|previously|recently|later|then|since|just|now|further|"
    "still|currently|separately|exclusively|meanwhile|already|earlier|yesterday|today|"
    "(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    "(?:last|this|in) (?:week|month|year|January|February|March|April|May|June|July|August|"
    "September|October|November|December)|in (?:early |late )?\\d{4}),? ){0,3}"
)
_AFTER = re.compile(
    rf"(?:[’']s? (?:[A-Z][\w’'.-]+ ){{1,3}}{_BETWEEN}(?:{_TOLD})\b|(?:[’']s?)? {_THING}\b|"
    rf",? {_BETWEEN}(?:{_TOLD})\b)(?! (?:poll|photo|survey))"
)
_OWNED = re.compile(r"[’']s?(?! [A-Z])(?!\w)")  # "according to the AP's poll", not "its Ada Moreno"
_FIRM = re.compile(
    r"(?= report(?:s|ed)\b| (?:is|was) reporting\b|[,.;:”\"]| (?:in|on|last|this)\b)"
)
_POLL = re.compile(
    r"\b(?:[Pp]olls?|[Ss]urveys?)(?: [\w’'-]+){0,2} (?:for|by|with|from)(?: the| The)? $"
)
_OTHERWISE = re.compile(  # "a Reuters poll", "an AP photo", "AP reporter Ada Moreno"
    r"[’']?s? (?:(?:exit |opinion |tracking |national |online )?(?:poll|photo|survey|reporter|"
    r"correspondent|photographer|editor|journalist|writer|video)|Politics|Businessweek|Markets|"
    r"Television|TV|Terminal|Philanthrop|LP\b|Global\b|VoteCast)"
)
_LINK = r"(?:(?:of|for|and|the|in|on|to|against|&) )*"
_SPELLED_OUT = re.compile(
    r"\b(?!(?:An|As|At|And|After|All|Associated|Agence)\b)(?P<first>A[\w’'-]+) "
    rf"(?:{_LINK}P[\w’'-]+ \((?P<two>AP)\)|(?:{_LINK}F[\w’'-]+ |f[a-z]+ ){_LINK}P[\w’'-]+ "
    r"\((?P<three>AFP)\))(?!\s*[-–—_:])"
)
_NOUN = re.compile(  # "spoke to AP students", not "told AP on Friday"
    r" (?!(?:on|in|at|that|by|via|from|during|after|before|and|or|but|as|while|when|he|she|it|they|"
    r"his|her|their|its|the|an?|for|of|about|late|early|last|this|yesterday|today|tonight|over|"
    r"through|to|was|were|is|are|has|had|have|would|will|could|with|without|under|outside|inside|"
    r"because|since|if|there|where|who|whom|which|how|why|what|whether|not|then|just|these|those|"
    r"some|no|we|you|our|my|one|than|into|amid|against|between|ahead|upon|near|though|although|"
    r"until|so|news|agency|data|delegate|count|tally|agencies|wire|service|[a-z]+(?:ly|ed|ing|er))\b)[a-z]+"
)
_SHORT = frozenset(("SANA", "UPI", "EFE", "IRNA"))  # firms and bodies bear these letters too
_DONE_BY = re.compile(  # "made by SANA": it need not be an agency that did it
    r"(?!reported|quoted|cited|carried|published|interviewed|report|story|article|account|"
    r"dispatch|interview)[a-z]+ (?:by|from)\b(?!.*\b(?:agenc(?:y|ies)|news|state|official)\b)"
)
_OF_THE_HOUSE = re.compile(  # "the president of the Associated Press said": no report of hers
    r"\b(?:presidents?|heads?|chief|director|editor|chair(?:man|woman)?|lawyers?|attorneys?|owners?|"
    r"founder|executives?|officers?|employees?|members?|board|spokes(?:man|woman|person)) "
    r"(?:of|for|at|with)(?: [Tt]he)? $"
)
_WITHIN = 60  # characters before a name that may say why it is there
_BY_NAME = re.compile(
    r"\b(?!(?:The|An?|As|But|And|While|When|Meanwhile|Since|Now)\b)[A-Z][\w’'-]*\.? $"
)  # "Michael Bloomberg"


def cited_in(paragraph: str) -> list[str]:
    """The agencies whose report, answer or count a paragraph tells, each as often as it does.

    >>> cited_in("The gate was shut, the AP reported. “It froze,” he told Reuters.")
    ['AP', 'Reuters']
    >>> cited_in("A Reuters poll of the island came out.")
    []
    """
    return list(_cited(paragraph)) if may_cite(paragraph) else []


def other_meanings(text: str) -> frozenset[str]:
    """The agencies whose letters an article gives to somebody else: "Anglers for Ponds (AFP)".

    >>> other_meanings("Anglers for Ponds (AFP) met. Paris (AFP) - The Associated Press (AP) came.")
    frozenset({'AFP'})
    >>> other_meanings("A photo (AP) of the harbour police (AP), by Anna Prent (AP).")
    frozenset()
    """
    if "P)" not in text:
        return frozenset()
    return frozenset(
        match["two"] or match["three"]
        for match in _SPELLED_OUT.finditer(text)
        if not is_given(match["first"])  # a photographer
    )


def may_cite(text: str) -> bool:
    """A quick look whether `cited_in` could find anything in a text."""
    return bool(_SIGNS.held_by(f" {text}"))


def _cited(paragraph: str) -> Iterator[str]:
    for match in _AGENCY.finditer(paragraph):
        start, end = match.span()
        behind = paragraph[end : end + _WITHIN * 2]
        before = paragraph[max(0, start - _WITHIN) : start]
        if _OTHERWISE.match(behind) or _POLL.search(before):
            continue
        if (
            match["firm"]
            and not match["news"]
            and (_BY_NAME.search(before) or not _FIRM.match(behind))
        ):
            continue  # the mayor
        listed = before.endswith(("From ", "From the ")) and behind.startswith(
            ":"
        )  # above what is quoted
        tells = _AFTER.match(behind) and not _OF_THE_HOUSE.search(before)
        if listed or tells or _is_told(match, before, behind):
            yield from named_in(match["name"])


def _is_told(match: re.Match[str], before: str, behind: str) -> bool:
    """Whether what stands before an agency's name says that it was told something or told it."""
    cue = _BEFORE.search(before)
    if cue is None or _OWNED.match(behind):
        return False
    if match[0] == "AP" and not before.endswith("he ") and _NOUN.match(behind):
        return False  # a school's courses; "told the AP planks froze" tells what froze
    is_bare = match["name"] in _SHORT and match[0] == match["name"]
    return not (is_bare and _DONE_BY.match(cue[0]))
