"""Whom a sentence names for what it says, and through whom that came.

In goes a `Side`, out come `Attribution`s of its sentences: the source ("the Observatory"), the
verb or phrase that names it ("according to"), and the media it was said to ("told AFP") or taken
from ("Reuters reported, citing the army"). Quotations bring the speaker that reading gave them;
all else is read off a few fixed shapes, and nobody is guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.agencies import is_agency
from corpus.article import Quotation
from corpus.comparison.facing import ComparedSentence, Place
from corpus.comparison.pronouns import means
from corpus.comparison.saying import (
    VERBS,
    Saying,
    describes,
    in_full,
    in_marks,
    is_noun,
    points,
    saying,
)
from corpus.comparison.sides import Side
from corpus.first_names import is_given
from corpus.quotations.doubts import is_whole
from corpus.quotations.words import ROLES

_SHORT = r"(?:\b(?:Capt|Gen|Lt|Col|Sgt|Maj|Adm|Det|Sen|Rep|Gov|Dr|Mr|Mrs|Ms|Prof|Rev|Hon|[A-Z])\.)"
_ACCORDING = re.compile(
    rf"\b[Aa]ccording to (?P<who>(?:(?:the|a|an|its|their|his|her)\s)?"
    rf"(?:{_SHORT}|[^,.;:()“”\"]){{2,70}}?)"
    r"(?=[,.;:()“”\"]|\s(?:who|which|that|in a|in an|on|as|and|but|at least)\s|$)"
)
_TOLD = re.compile(
    r"\b(?:told|tells|telling|(?:an )?interview with|(?:a )?statement to|speaking to|spoke to|"
    r"said to|confirmed to|reported by|as reported by|quoted by|cited by|via|carried by|"
    r"aired (?:by|on)|"
    r"published (?:by|in))\s(?:the\s)?(?:(?:state|state-run|official|news|broadcaster|newspaper|"
    r"television|TV|agency|local|daily|station|semi-official)\s){0,3}"
    r"(?P<who>[A-Z][\w’'.&-]*(?:\s(?:of\s|the\s)?[A-Z][\w’'.&-]*){0,4})"
)
_CITING = re.compile(
    r"\b(?:[Cc]iting|[Qq]uoting|quoted|cited)\s(?!by\b|as\b)(?P<who>[^,.;:()“”\"]{2,60}?)"
    r"(?=[,.;:()“”\"]|\s(?:as saying|who|which|that)\b|$)"
)
_PASSED_ON = re.compile(  # "..., Reuters reported", "The Herald reports that"
    r"(?:^|[,”\"]\s+|\swhich\s)(?:(?:[Tt]he|state|state-run|news|agency|newspaper|local)\s){0,4}"
    r"(?P<who>[A-Z][\w’'.&-]*(?:\s[A-Z][\w’'.&-]*){0,3}|(?<=agency\s)[a-z]{3})\s(?:has\s)?"
    r"(?:reported|reports|said|says|quoted|cited)\b"
)
_TWEET = re.compile(r"[—–-]\s(?P<who>[^—–()]{2,60}?)\s\(@\w+\)\s[A-Z][a-z]+ \d{1,2}, \d{4}\W*$")
_MEDIA = re.compile(
    r"\b(?:news agency|agency|newspaper|Times|Post|Journal|Guardian|Telegraph|TV|Television|"
    r"Radio|broadcaster|News|Register|Tribune|Herald|Gazette|Chronicle|Daily|Press|BBC|CNN|NBC|"
    r"CBS|ABC|MSNBC|NPR|Fox|Al Jazeera|Al Arabiya|DW|Sky|ITV|channel|magazine|website|Twitter|"
    r"Facebook|Telegram|reporters|journalists|state media|local media|media)\b"
)
_MARKS = VERBS.union("according told citing quoting quoted cited interview statement via".split())
"""Words without one of which a sentence names nobody for what it says."""
_TELLS = frozenset(
    """told tells telling interview statement speaking spoke confirmed reported quoted cited via
    carried aired published""".split()
)
_CITES = frozenset("citing quoting quoted cited".split())
"""Words without one of which `_TOLD` and `_CITING` find nothing; looking for these is quicker."""
_LATER = re.compile(
    r"\s(?:on|in|at|late|early|during|after|earlier)\s(?:[A-Z0-9]|a\s|an\s|the\s)?.*$"
)


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody a sentence names, with the place in the article."""

    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what one sentence reports. `via` in order, nearest to the source first; not `sure`
    where the reading is not sure that the source speaks the quotation."""

    sentence: int
    cue: str
    source: Named | None
    via: tuple[Named, ...]
    sure: bool = True


def attributions(side: Side) -> dict[int, Attribution]:
    """For each sentence that names a source or a medium, whom it names."""
    said: dict[int, list[Quotation]] = {}
    for quotation in side.article.quotations:
        for at in _led_in(side, quotation) if quotation.speaker is not None else ():
            said.setdefault(at, []).append(quotation)
    found: dict[int, Attribution] = {}
    for sentence, words in zip(side.sentences, side.words, strict=True):
        if sentence.i not in said and words.isdisjoint(_MARKS) and "(@" not in sentence.text:
            continue
        one = _of_sentence(side, sentence.i, said.get(sentence.i, []), found)
        if one is not None:
            found[sentence.i] = one
    return found


def _led_in(side: Side, quotation: Quotation) -> list[int]:
    """The sentences that may tell who speaks a quotation: where it begins, and where it ends if
    the verb stands behind it there."""
    first = side.sentence_at(quotation.within, quotation.paragraph, quotation.start)
    last = side.sentence_at(quotation.within, quotation.paragraph, quotation.end - 1)
    if first is None or last is None or last == first:
        return [] if first is None else [first]
    sentence = side.sentences[last]
    behind = sentence.text[max(0, quotation.end - sentence.start) :]
    return [first, last] if quotation.cue and quotation.cue in behind else [first]


def _of_sentence(
    side: Side, number: int, quotations: list[Quotation], before: dict[int, Attribution]
) -> Attribution | None:
    """`before`: what the sentences up to this one name, to tell whom a pronoun means."""
    sentence = side.sentences[number]
    text = sentence.text
    told = not _TELLS.isdisjoint(side.words[number]) or "said to " in text
    found = _TOLD.finditer(text) if told else ()
    via = [_of_medium(_named(side, number, match)) for match in found]
    via = [one for one in via if _is_medium(one.name)]
    source, cue, sure = _source(side, number, quotations, before, {one.name for one in via})
    for passed in _PASSED_ON.finditer(text) if source is not None else ():
        medium = _named(side, number, passed)
        if not _is_medium(medium.name) or in_marks(text[: passed.start("who")]):
            continue
        if source is not None and medium.name not in source.name:
            via.append(medium)
    according, known = _according(side, number, before)
    if according is not None and (source is None or not _is_medium(according.name)):
        source, cue, sure = according, "according to", known
    elif according is not None:
        via.append(according)
    citing = _CITING.search(text) if not _CITES.isdisjoint(side.words[number]) else None
    cited, cited_surely = _cited(side, number, citing, before)
    relayed = source is None or _is_medium(source.name) or _called_medium(source, sentence)
    if (
        citing is not None
        and cited is not None
        and relayed
        and not _quoted(citing.start(), quotations, sentence.start)
    ):
        if source is not None:
            via.append(source)
        source, cue, sure = cited, citing[0].split()[0], cited_surely
    elif source is not None and relayed and any(_bare(v) != _bare(source) for v in via):
        via.append(source)
        source = None
    kept = [v for n, v in enumerate(via) if _bare(v) not in [_bare(one) for one in via[:n]]]
    kept = [v for v in kept if source is None or _bare(v) != _bare(source)]
    if source is None and not kept:
        return None
    return Attribution(number, cue, source, tuple(kept), sure or source is None)


def _cited(
    side: Side, number: int, match: re.Match[str] | None, before: dict[int, Attribution]
) -> tuple[Named | None, bool]:
    """Whom a medium cites, if it is somebody and no reason ("citing economic concerns"), and
    whether that is sure."""
    if match is None or not (_may_speak(match["who"]) or match["who"].lower() in _MEANT):
        return None, True
    phrase = match["who"][:1].islower() and match["who"].lower() not in _MEANT
    if phrase and not is_whole(match["who"].removeprefix("the ")):
        return None, True  # "citing recent tax changes"
    return _named_or_meant(side, number, match, before)


def _according(
    side: Side, number: int, before: dict[int, Attribution]
) -> tuple[Named | None, bool]:
    """Whom a sentence goes by ("according to the coastguard"), and whether that is sure; not what
    only an aside in brackets goes by, nor how a thing is done: "according to plan"."""
    text = side.sentences[number].text
    found = _ACCORDING.search(text) if "ccording" in text else None
    if found is None or found["who"].lower() in _NO_SOURCE or _HOW.match(found["who"]):
        return None, True
    if text.count("(", 0, found.start()) > text.count(")", 0, found.start()):
        return None, True
    return _named_or_meant(side, number, found, before)


def _named_or_meant(
    side: Side, number: int, match: re.Match[str], before: dict[int, Attribution]
) -> tuple[Named | None, bool]:
    """Whom a sentence names by name, or by a pronoun that means whom the one before names; and
    whether that is sure."""
    pronoun = _MEANT.get(match["who"].lower())
    if pronoun is None:
        return _named(side, number, match), True
    one = before.get(number - 1)
    if one is None or one.source is None:
        return None, True
    if not means(side, number, pronoun, one.source.name, match.start()):
        return None, True
    return replace(_named(side, number, match), name=one.source.name), one.sure


def _source(
    side: Side,
    number: int,
    quotations: list[Quotation],
    before: dict[int, Attribution],
    media: set[str],
) -> tuple[Named | None, str, bool]:
    """Who speaks, by which verb, and whether that is sure: of a quotation as it was read, else by
    the verb; a tweet is its writer's. Of whom the reading is not sure only a name that stands in
    the sentence is taken.

    `media` were only told it: "told Reuters".
    """
    sentence = side.sentences[number]
    text = sentence.text
    for quotation in quotations:
        speaker = quotation.speaker
        if speaker is None or is_noun(quotation.cue, text):
            continue
        if quotation.cue is None and not quotation.sure:
            continue  # weighed, not told
        if describes(speaker, text) or points(speaker) or speaker in media:
            continue
        found = _speaker(side, number, speaker, quotations)
        if found is not None and (quotation.sure or found.place.start < found.place.end):
            return found, quotation.cue or "", quotation.sure
    if sentence.role == "title":
        return None, "", True
    if tweet := _TWEET.search(text):
        return _named(side, number, tweet), "wrote", True
    said = _first_hand(text)
    if said is None:
        return None, "", True
    at = _at(side, number, said.who, said.at)
    if not said.is_pronoun:
        return at, said.cue, True
    one = before.get(number - 1)
    if one is None or one.source is None:
        return None, "", True
    meant = one.source.name
    if not means(side, number, said.who.lower(), meant, said.at):
        return None, "", True
    return replace(at, name=meant), said.cue, one.sure


def _first_hand(text: str) -> Saying | None:
    """Who says it; where that is a medium, whom it has say so ("The Herald reported the mayor
    said")."""
    said = saying(text)
    if said is None or not _is_medium(said.who):
        return said
    begin = text.find(said.cue, said.at) + len(said.cue)
    further = saying(text[begin:])
    if further is None or further.is_pronoun or _is_medium(further.who):
        return said
    if text[begin : begin + further.at].strip().lower() not in _AT_ONCE:
        return said  # the ships that "authorities say" were seen are the Herald's
    return replace(further, at=begin + further.at)


def _speaker(side: Side, number: int, speaker: str, quotations: list[Quotation]) -> Named | None:
    """Who speaks a quotation, with the place of the name or of its last word in the sentence, not
    among the words quoted; a caption and a headline are nobody's whom they do not name."""
    sentence = side.sentences[number]
    text = _without(sentence, quotations)
    whole = text.find(speaker)
    if whole >= 0:
        return _at(side, number, *in_full(sentence.text, speaker, whole))
    last = speaker.split()[-1]
    at = text.find(last)
    if at < 0 and sentence.role != "body":
        return None
    return replace(_at(side, number, last if at >= 0 else "", max(at, 0)), name=speaker)


def _without(sentence: ComparedSentence, quotations: list[Quotation]) -> str:
    """A sentence with blanks for what is quoted in it."""
    text = sentence.text
    for q in quotations:
        if q.kind != "indirect":
            begin, end = max(0, q.start - sentence.start), max(0, q.end - sentence.start)
            text = text[:begin] + " " * len(text[begin:end]) + text[end:]
    return text


_AT_ONCE = frozenset(("", "that", "the", "a", "an", "that the", "that a", "that an"))
_NO_SOURCE = frozenset("the a an its their his her this that us you me what how".split())
_MEANT = {"him": "he", "her": "she", "them": "they", "it": "it"}
_HOW = re.compile(
    r"(?:plans?|schedule|law|custom|protocol|rules|merit|conscience|script|"
    r"(?:[a-z]+\s)?(?:procedures|principles)|(?:(?:their|its|his|her|our)\s)?(?:own\s)?"
    r"(?:abilit(?:y|ies)|needs?|size|sex|age|type|rank|tastes?|weight|height|means|beliefs))"
    r"(?=$|\s(?:when|while|if|so|of|to|by|in|at|on|for|from|with|and|or|this|that)\b)"
)  # by which things are done or sorted; "the plan", with its article, may be a paper
_MAY_SPEAK = re.compile(
    r"[A-Z]|\b(?:officials?|sources?|witness(?:es)?|police|army|military|doctors?|residents?|"
    r"activists?|documents?|data|reports?|media|experts?|people|lawyers?|aides?|diplomats?|"
    r"authorities|ministry|spokes\w+|figures|records|studies|study|survey|poll)\b"
)


def _may_speak(who: str) -> bool:
    """Whether words name somebody or something that says things."""
    return bool(_MAY_SPEAK.search(who))


def _quoted(at: int, quotations: list[Quotation], offset: int) -> bool:
    return any(q.start <= offset + at < q.end for q in quotations if q.kind != "indirect")


def _bare(named: Named) -> str:
    """A name without its article: "the Korean Herald" is "Korean Herald"."""
    return named.name.removeprefix("the ").removeprefix("The ")


def _of_medium(named: Named) -> Named:
    """Who is told, or the medium whose he is: "CNN's Lena Orlova" is CNN."""
    owner = re.match(r".+?(?=[’']s\s)", named.name)
    if owner is None or not _is_medium(owner[0]):
        return named
    place = replace(named.place, end=named.place.start + len(owner[0]))
    return Named(owner[0], place)


def _is_medium(name: str) -> bool:
    """Whether a name is a paper's, a channel's or an agency's, and nobody's who works there."""
    if is_agency(name):
        return True
    people = "’s " in name or "'s " in name or any(map(is_given, name.split()[:-1]))
    return not people and bool(_MEDIA.search(name))


def _called_medium(source: Named, sentence: ComparedSentence) -> bool:
    """Whether the words before a name call it a newspaper, an agency or the like."""
    at = source.place.start - sentence.start
    before = sentence.text[max(0, at - 25) : at].rstrip(' “"')
    return any(match.end() == len(before) for match in _MEDIA.finditer(before))


def _named(side: Side, number: int, match: re.Match[str]) -> Named:
    who = match["who"]
    shorter = _LATER.sub("", who).rstrip() or who.rstrip()
    return _at(side, number, shorter.rstrip(" .’'"), match.start("who"))


def _at(side: Side, number: int, name: str, at: int) -> Named:
    s = side.sentences[number]
    begin = s.start + at
    return Named(name, Place(s.within, s.paragraph, begin, begin + len(name)))


def same_source(one: str | None, other: str | None) -> bool | None:
    """Whether two names mean one source as far as the words tell; None when either is unnamed.

    Equal last words of more than three letters are taken for one: "the Observatory", "Syrian
    Observatory".
    """
    if one is None or other is None:
        return None
    ours, theirs = (name.lower().replace("’", "'").split() for name in (one, other))
    if not ours or not theirs:
        return None
    shared = {w for w in ours if len(w) > 3} & {w for w in theirs if len(w) > 3}
    return ours[-1] == theirs[-1] or bool(shared - _COMMON_SOURCES)


def named_apart(one: str | None, other: str | None) -> bool:
    """Whether both are named and are two by their names: what a "spokesman" or "the firm" says may
    be whoever's the other side names."""
    return _is_name(one) and _is_name(other) and same_source(one, other) is False


def _is_name(source: str | None) -> bool:
    last = (source or "").split()[-1:]
    return bool(last) and last[0][0].isupper() and last[0].lower() not in ROLES


_COMMON_SOURCES = frozenset(
    "president minister prime foreign official officials spokesman spokeswoman general chief "
    "former senior state defence defense syrian russian american israeli from with people".split()
)
