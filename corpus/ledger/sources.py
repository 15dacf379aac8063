"""Whom a cell of the ledger names for what it says: who stands in its own sentence, or nobody.

In go a `Side`, whom its sentences name and a sentence; out comes the source. What another sentence
of the article names is not told for this one. A speaker that the reading of a quotation brought
gives way to the name right behind the closing mark, and a place in which something happened says
nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.agencies import is_agency
from corpus.comparison import figures
from corpus.comparison.figures import Said
from corpus.comparison.saying import is_source, saying
from corpus.comparison.sides import Side
from corpus.quotations.words import HEADS, ROLES

_SAID = r"(?:reported|reports|said|says|wrote|writes|told|added|adds|noted|notes|tweeted)"
_TAG = re.compile(  # of 1,635 quotations with a speaker 22 have such a name behind them that is
    # another: eight are what the speaker is ("the Ohio Republican"), eight pass on what somebody
    # says who is named before, six are the speaker
    rf"[,.!?][\"”]\s(?P<the>[Tt]he\s)?(?P<who>[A-Z][\w’'.&-]*(?:\s[A-Z][\w’'.&-]*){{0,3}})\s"
    rf"(?:has\s)?{_SAID}\b"
)
_PRONOUNS = frozenset(("He", "She", "They", "It", "We", "I", "You", "One"))
_HEADS = frozenset(head.casefold().rstrip(".") for head in HEADS)


def source_of(side: Side, said: Said, sentence: int) -> str | None:
    """Whom a sentence surely names for what it says, and through whom that came."""
    one = said.get(sentence)
    if one is None:
        return _speaking_on(side, sentence)
    if not one.sure:
        return None
    if one.source is None or one.cue == "according to":
        return figures.source_of(said, sentence)
    name = spoken_by(side, sentence, one.source.name)
    source = replace(one.source, name=name) if name else None
    via = tuple(medium for medium in one.via if medium.name != name)
    return figures.source_of({sentence: replace(one, source=source, via=via)}, sentence)


def _is_decided(side: Side, sentence: int, name: str) -> bool:
    """Whether a person decided that this is who speaks a quotation of the sentence."""
    here = side.sentences[sentence]
    return any(
        one.speaker_from is not None
        and one.speaker == name
        and (one.within, one.paragraph) == (here.within, here.paragraph)
        and one.start < here.end
        and here.start < one.end
        for one in side.article.quotations
    )


def _speaking_on(side: Side, sentence: int) -> str | None:
    """Who speaks a sentence that stands inside a quotation, behind the first one of it."""
    here = side.sentences[sentence]
    return next(
        (
            one.speaker
            for one in side.article.quotations
            if one.kind != "indirect"
            and one.sure
            and (one.within, one.paragraph) == (here.within, here.paragraph)
            and one.start < here.start
            and here.end <= one.end + 1
        ),
        None,
    )


def spoken_by(side: Side, sentence: int, speaker: str) -> str | None:
    """Who says what a sentence quotes: whom a person decided on, else who the sentence itself
    names where that is plain."""
    if _is_decided(side, sentence, speaker):
        return speaker
    text = side.sentences[sentence].text
    name = _without_credit(text, speaker)
    for tag in _TAG.finditer(text):
        who = tag["who"]
        last = who.split()[-1].casefold().rstrip(".")
        if who in _PRONOUNS or last in ROLES or last in _HEADS:
            continue
        if _stands(name, text) or _share_a_word(name, who):
            continue
        return who
    if not _is_where(name, text):
        return name
    other = saying(text)
    if other is None or other.is_pronoun or name in other.who or not is_source(other.who):
        return None
    return other.who


def _stands(name: str, text: str) -> bool:
    """Whether a sentence has the last word of a name."""
    return re.search(rf"(?<!\w){re.escape(name.split()[-1])}(?!\w)", text) is not None


def _share_a_word(one: str, other: str) -> bool:
    return not set(one.casefold().split()).isdisjoint(other.casefold().split())


def _is_where(name: str, text: str) -> bool:
    """Whether a sentence has a name only as that of a place: "in Sarn, a town"."""
    if not name[:1].isupper() or " " in name:
        return False
    places = list(re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text))
    return bool(places) and all(
        re.search(r"\b(?:in|near|at|outside|around)\s$", text[: place.start()])
        and not re.match(r",?\s(?:which|who)\b", text[place.end() :])
        for place in places
    )


def _without_credit(text: str, name: str) -> str:
    """A name without the credit of the picture above it: "Reuters Varga said"."""
    if not text.startswith(name):
        return name
    words = name.split()
    for end in range(1, len(words)):
        if is_agency(" ".join(words[:end])) and words[end][0].isupper():
            rest = " ".join(words[end:])
            return name if is_agency(rest) or rest in _OF_AGENCIES else rest
    return name


_OF_AGENCIES = frozenset(("News", "Agency", "News Agency", "Television", "TV", "Polls"))
