"""What stands around a quotation, and what it tells of two that share words.

In go two `Utterance`s with the `Side`s they stand in, out comes whether few words that both have
are one thing said, and whether their sentences name two occasions. "Common ground" is said by
everybody: so few words are of one speaker and one matter before they are one quotation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.comparison.attribution import named_apart, same_source
from corpus.comparison.sides import Side
from corpus.comparison.utterances import OMITTED, Utterance
from corpus.words import STOP, stem, written

FEW = 3  # words of weight up to which a quotation may be anybody's
A_SENTENCE = 5  # words from which one speaker's are one, small as they are: "he did not use it"
_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?! (?:Times|Morning|Post|Mail))")
_OCCASION = {
    "programme": re.compile(
        r"\b(?:Fox News Sunday|State of the Union|Meet the Press|Face the Nation|This Week|Fox"
        r" (?:&|and) Friends|interview\w*|told (?:CNN|Fox|NBC|CBS|ABC|MSNBC|NPR)|radio)\b"
    ),
    "conference": re.compile(r"\b(?:press|news) (?:conference|briefing)\b|\breporters\b"),
    "post": re.compile(r"\b(?:tweet\w*|Twitter|Facebook)\b"),
    "rally": re.compile(r"\brall(?:y|ies)\b"),
    "floor": re.compile(r"\b(?:House|Senate) floor\b|\bfloor speech\b"),
    "letter": re.compile(r"\b(?:letter|e-?mail|memo|statement|op-ed|wrote)\b"),
    "debate": re.compile(r"\bdebate\b"),
    "court": re.compile(r"\b(?:testif\w+|testimony|hearing|court)\b"),
}
"""Where something is said; what is said at two of these is said twice."""


@dataclass(frozen=True, slots=True)
class Context:
    """The sentences of a quotation, and what they have besides its own words."""

    text: str
    names: frozenset[str]  # capitalised words, in small letters
    stems: frozenset[str]  # of words of weight


def context(side: Side, one: Utterance) -> Context:
    """What stands around a quotation: its sentences, with those beside them in their paragraph
    where they have nothing but its words."""
    said = {stem(word) for word in one.words}
    places = [side.article.quotations[number] for number in one.numbers]
    here = {
        i for q in places for i in side.sentences_in(q.within, q.paragraph, q.start, q.end)
    }  # fmt: skip
    if not any(side.stems[i] - said for i in here):
        paragraphs = {(q.within, q.paragraph) for q in places}
        beside = {s.i for place in paragraphs for s in side.places.get(place, ())}
        here |= {i for i in beside if {i - 1, i + 1} & here}
    return Context(
        " ".join(side.sentences[i].text for i in sorted(here)),
        frozenset(w.lower() for i in here for w in side.surfaces[i] if w[:1].isupper()),
        frozenset(root for i in here for root in side.stems[i]),
    )


def is_short(one: Utterance) -> bool:
    """Whether a quotation has so few words of weight that anybody may say them."""
    return len(set(one.words) - STOP - OMITTED) <= FEW


def are_one(one: Utterance, ours: Context, other: Utterance, theirs: Context) -> bool:
    """Whether two quotations of which one is short are of one speaker, as far as is known, and
    their sentences share a word more than those quoted and the speaker's name."""
    speakers = one.speaker, other.speaker
    if not same_source(*speakers):
        if named_apart(*speakers):
            return False
        if not (_names(one.speaker, theirs) or _names(other.speaker, ours)):
            return False
    elif min(len(one.words), len(other.words)) >= A_SENTENCE:
        return True
    said = {stem(word) for word in set(one.words) & set(other.words)}
    called = {stem(word.lower()) for name in speakers for word in written(name or "")}
    return bool((ours.stems & theirs.stems) - said - called)


def _names(speaker: str | None, there: Context) -> bool:
    """Whether a sentence has the last name of a speaker."""
    last = written(speaker or "")[-1:]
    return bool(last) and last[0][:1].isupper() and last[0].lower() in there.names


def are_two_occasions(ours: Context, theirs: Context) -> bool:
    """Whether each of two sentences names a day or an occasion, and none that the other names."""
    pairs = [
        [set(_DAY.findall(one.text)) for one in (ours, theirs)],
        [{k for k, sign in _OCCASION.items() if sign.search(one.text)} for one in (ours, theirs)],
    ]
    return any(a and b and a.isdisjoint(b) for a, b in pairs)
