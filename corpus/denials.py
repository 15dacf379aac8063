"""Which quoted words a text gives only as denied: "denied that he had “colluded”".

A quotation and its article's text come in; whether what the words say is denied there goes out.
Who denies something is named beside it and does not say it: such words count for nobody.
"""

from __future__ import annotations

import re

from corpus.article import Article, Quotation

DENIALS = frozenset({"denied", "denies", "deny"})
"""Verbs whose clause says what is not so: "denied that he had left"."""
_CLAIMS = (
    r"(?:claims?|allegations?|accusations?|charges?|suggestions?|reports?|assertions?|notions?|ideas?|"
    r"rumou?rs?|stor(?:y|ies)|arguments?|insinuations?|statements?|criticisms?)"
)
_DENIED = re.compile(  # a verb of denial, and what it governs up to the quotation
    r"(?<!\ba\s)(?<!\bthe\s)\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)|refut(?:es|ed|ing)|disput(?:es|ed|ing)|"
    r"repudiat(?:es|ed|ing)|rebuff(?:s|ed|ing))"
    r"(?P<what>\s(?:that|he|she|it|they|ever|even|being|having|[a-z]+ing|"
    rf"(?:(?:the|any|all|these|those|such|his|her|their)\s)?(?:[\w’'.-]+\s){{0,3}}?{_CLAIMS})"
    r"(?:\s(?:[^,;:.!?…—–“”\"]|(?<=\bMr)\.|(?<=\bMs)\.|(?<=\bDr)\.|(?<=\bMrs)\.)*)?\s)[“\"‘']?$"
)
_UNSAID = re.compile(  # "never said the clinic was “a waste”": what somebody says he did not say
    r"\b(?:never|not|didn[’']t|hadn[’']t|hasn[’']t)\s(?:ever\s|once\s)?(?:said|say|called|call|claimed|claim|"
    r"stated|state|described|describe|suggested|suggest|used|use)\b"
    r"(?P<what>(?:\s[^,;:.!?…—–“”\"]*)?\s)[“\"‘']?$"
)
_OPENS_WITH_CLAIM = re.compile(
    rf"(?:any|all|the|these|those|such)\s(?:[a-z-]+\s)?{_CLAIMS}\s(?:of|that)\b"
)
_BARE = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)|refut(?:es|ed|ing)|disput(?:es|ed|ing))\s[“\"‘']?$"
)
_FALSELY = re.compile(
    r"\b(?:incorrectly|wrongly|falsely|mistakenly|erroneously)\s(?P<cue>[a-z]+)\s(?:that\s)?$"
)
_CLAIMED = re.compile(rf"\s(?:[\w’'.-]+\s){{0,4}}?{_CLAIMS}\s(?P<of>that|of|about|he|she|it|they)?")
_TURNS = re.compile(  # "denied the report and called it “absurd”"
    r"\b(?:and|but|though|while|yet|or)\s(?:[\w’']+\s){0,4}?"
    r"(?:said|says|saying|told|called|calls|calling|added|asked|admitted|insisted|described|"
    r"dismissed|accused|labell?ed|branded|noted|argued|claimed|wrote|tweeted|stated|urged)\b"
)
_BEFORE = 160  # characters of the sentence before a quotation that are looked at


def is_denied(article: Article, quotation: Quotation) -> bool:
    """Whether a quotation's words stand in what somebody denies, rejects or disputes.

    So are words that somebody did not say, and those told to be said wrongly. Words whose speaker
    a person decided are said; words that a denial is made in are not denied:
    "denied it: “We were at sea”", "denied it as “absurd”".
    """
    if quotation.speaker_from is not None:
        return False  # a person decided who speaks
    text = article.text_of(quotation.within, quotation.paragraph)
    before = text[max(0, quotation.start - _BEFORE) : quotation.start]
    falsely = _FALSELY.search(before) if "ly " in before[-40:] else None
    if quotation.kind == "indirect":
        return quotation.cue in DENIALS or falsely is not None
    if falsely is not None and falsely["cue"] == quotation.cue:
        return True
    if _BARE.search(before) is not None and _OPENS_WITH_CLAIM.match(quotation.text) is not None:
        return True
    unsaid = (
        _UNSAID.search(before)
        if "n’t " in before or "n't " in before or "ever " in before or "not " in before
        else None
    )
    if unsaid is not None and _TURNS.search(unsaid["what"]) is None:
        return True
    found = _DENIED.search(before) if _may_deny(before) else None
    if found is None or _TURNS.search(found["what"]) is not None:
        return False
    what = found["what"]
    if what.endswith(" as "):  # "denied the report as “absurd”", no "denied describing it as"
        return quotation.cue is not None and quotation.cue in what.split()
    claimed = _CLAIMED.match(what) if not what.startswith(" that ") else None
    return claimed is None or claimed["of"] is not None  # no "denied the report on Monday “there”"


def _may_deny(before: str) -> bool:
    """The cheap test."""
    return any(
        verb in before for verb in (" den", "reject", "refut", "disput", "repudiat", "rebuff")
    )
