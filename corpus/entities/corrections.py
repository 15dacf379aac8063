"""Mends what a model found in one passage and adds the names that are known anyway.

Spans lose articles, possessives, offices and trailing common words; weekdays, furniture of web
pages and stray words go; known names and names after an office come in. Nothing here knows of
the rest of the document: that is `consistency`. What a name is by itself tells `retyping`.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence

from corpus.article import EntityType
from corpus.entities.cues import dateline, is_person_here, whole_unit
from corpus.entities.introduced import NATIONALS, introduced
from corpus.entities.lexicon import Found, Lexicon, in_capitals
from corpus.entities.patterns import (
    EVENT_WORDS,
    FIRM_WORDS,
    PLACE_WORDS,
    WELL_KNOWN,
    after_office,
    is_organisation,
    persons,
    words_of,
)
from corpus.entities.products import made_by
from corpus.entities.quoted import titles
from corpus.entities.recogniser import RawSpan
from corpus.entities.retyping import THINGS, retyped
from corpus.entities.states import of_states
from corpus.entities.testimony import does
from corpus.entities.titles import REGNAL, WORDS, office_spans
from corpus.entities.trimming import NEVER, OWNING, PERSON_SHAPE, trimmed
from corpus.first_names import given_names
from corpus.words import STOP

_COMMA = re.compile(r", (?:(?:\w+ern|central|\w+-\w+ern) )?")
_BEFORE_NAME = re.compile(r"(?:^|[.!?]['\"”’)]*\s|[\"“])([A-Z][a-z]{2,12}) $")
# Words that begin a sentence before a surname without being a given name.
_NO_GIVEN = re.compile(r".*(?:ly|ing|ed|ess|or|er|ist|ian|man|s)$")
_SPOKEN = re.compile(
    r"(?:\b(?:in|into|speaks?|spoke|speaking|fluent|from|learn|learning|taught|both)"
    r"|\b(?:in|both|into) [A-Z][a-z]+ (?:and|or)) $"
)
_NO_NOUN = re.compile(
    r"[.,;:!?)”\"’]|$| (?:and|or|at|on|in|to|with|that|but|as|during|by|than|means)\b"
)
_OF_A_BODY = re.compile(r"([A-Z][\w’'-]+(?: [A-Z]\.)?(?: [A-Z][\w’'-]+)?) of ([A-Z][\w’'-]+)")
_PAIR = re.compile(r"([A-Z][\w’']+)(?:[-–/]| and | & )([A-Z][\w’']+)")
_AND_SHOP = re.compile(  # "Vell Pawn and Jewelry Store", "Harbour Brewing & Grill"
    r" (?:and|&) (?:(?:[A-Z][a-z]+ )?(?:Stores?|Shop|Market)|Grille?|Deli|Caf[eé]|Loans?|Sons"
    r"|Associates|Barbecue|BBQ)\b(?! [A-Z])"
)
# Names of peoples that are surnames too.
_SURNAMES = frozenset("English French German Holland Irish Israel Roman Welsh".split())
_NO_PERSONS = FIRM_WORDS | PLACE_WORDS | EVENT_WORDS
_LANGUAGES = frozenset(
    """English French German Spanish Italian Portuguese Russian Arabic Hebrew Turkish Chinese
    Japanese Korean Latin Greek Dutch Swedish Danish Norwegian Finnish Polish Czech Ukrainian
    Hungarian Romanian Persian Kurdish Hindi Urdu Bengali Swahili Welsh Irish""".split()
)


def _is_spoken(text: str, span: RawSpan) -> bool:
    """Whether the name of a people is that of its language here: "in English"."""
    return (
        text[span.start : span.end] in _LANGUAGES
        and _SPOKEN.search(text, max(0, span.start - 30), span.start) is not None
        and _NO_NOUN.match(text, span.end) is not None
    )


def _parted(text: str, raw: Iterable[RawSpan], known: Lexicon) -> Iterator[RawSpan]:
    """Spans with two names in them as two: "the Quill's Ada Moor" is a paper and a person,
    "Australian Ada Quill" a land's people and a person."""
    for span in raw:
        if national := _of_a_people(text, span, known):
            yield RawSpan(span.start + national, span.end, "person")
            continue
        if two := _two(text, span, known) or _of_a_body(text, span, known):
            yield from two
            continue
        if made := made_by(text[span.start : span.end]):
            yield RawSpan(span.start, span.start + made[0], "organisation")
            yield RawSpan(span.start + made[1], span.end, "work")
            continue
        inner = OWNING.search(text, span.start, span.end)
        rest = text[inner.end() : span.end].split() if inner is not None else []
        if inner is None or len(rest) < 2 or rest[0] not in given_names():
            yield span
            continue
        owner = "organisation" if span.type == "person" else span.type
        yield RawSpan(span.start, inner.start(), owner)
        yield RawSpan(inner.end(), span.end, "person")


def _two(text: str, span: RawSpan, known: Lexicon) -> list[RawSpan]:
    """The two known names of which a span is made: "Trump-Russia", "Schumer and Pelosi"."""
    if ruled := _under(text, span, known):
        return ruled
    pair = _PAIR.fullmatch(text, span.start, span.end)
    if pair is None or known.get(pair[0]) is not None or span.type == "place":
        return []
    both = [(_known_kind(pair[side], known), pair.span(side)) for side in (1, 2)]
    return [RawSpan(*at, kind) for kind, at in both if kind] if all(k for k, _ in both) else []


def _under(text: str, span: RawSpan, known: Lexicon) -> list[RawSpan]:
    """A well known person and the body under whom it stands: "the Obama White House"."""
    name = text[span.start : span.end]
    person, _, body = name.partition(" ")
    entry = known.get(body)
    if entry is None or entry.doubtful or entry.type != "organisation" or known.get(name):
        return []
    if person not in WELL_KNOWN and person not in ("Bush", "Clinton"):
        return []
    cut = span.start + len(person)
    return [RawSpan(span.start, cut, "person"), RawSpan(cut + 1, span.end, "organisation")]


def _of_a_body(text: str, span: RawSpan, known: Lexicon) -> list[RawSpan]:
    """A person and what the person is of: "Ada Quill of Harbourside"."""
    both = _OF_A_BODY.fullmatch(text, span.start, span.end)
    if both is None or both[1].split(" ")[0] in REGNAL or known.get(both[0]) is not None:
        return []
    person = both[1] in WELL_KNOWN or (" " in both[1] and both[1].split(" ")[0] in given_names())
    if not person or is_organisation(both[1]):
        return []
    body = known.get(both[2])
    kind = "organisation" if body is None else body.type
    return [RawSpan(*both.span(1), "person"), RawSpan(*both.span(2), kind)]


def _known_kind(name: str, known: Lexicon) -> EntityType | None:
    if name in WELL_KNOWN:
        return "person"
    entry = known.get(name)
    return None if entry is None or entry.doubtful or entry.type == "group" else entry.type


def _of_a_people(text: str, span: RawSpan, known: Lexicon) -> int:
    """How long the name of a people is that stands before a person; 0 where none does."""
    people, _, name = text[span.start : span.end].partition(" ")
    entry = known.get(people) if name else None
    if entry is None or entry.type != "group" or entry.doubtful or people in given_names():
        return 0
    if known.get(f"{people} {name}") is not None or known.get(name) is not None:
        return 0
    if not PERSON_SHAPE.fullmatch(name) or {*words_of(name)} & _NO_PERSONS:
        return 0
    start = span.start + len(people) + 1
    told = (
        span.type == "person"
        or people in NATIONALS
        or name.split()[0] in given_names()
        or does(text, span.start, span.end) == "lives"
        or is_person_here(text, start, span.end)
    )
    return len(people) + 1 if told else 0


def settle(text: str, raw: Sequence[RawSpan], known: Lexicon) -> list[RawSpan]:
    """The names of one passage: mended spans and known names, none overlapping another."""
    places = list(known.find(text))
    offices = office_spans(text)
    spans: list[RawSpan] = []
    for span in _parted(text, raw, known):
        mended = trimmed(text, span)
        if mended is None or _in_office(mended, offices):
            continue
        shop = _AND_SHOP.match(text, mended.end)
        if shop is not None and mended.type != "place":
            mended = RawSpan(mended.start, shop.end(), "organisation")
        name = text[mended.start : mended.end]
        inside = [f for f in places if mended.start <= f.start and f.end <= mended.end]
        if _is_several(text, mended, inside):
            continue
        kind = retyped(text, mended, known.get(name))
        if kind != "person" and " " not in name and _before_land(text, mended.end, places):
            kind = "place" if known.get(name) is None else kind
        if kind == "person":
            mended = trimmed(text, RawSpan(mended.start, mended.end, kind)) or mended
            mended = _with_what_precedes(text, mended, known)
        start = whole_unit(text, mended.start) if kind == "organisation" else mended.start
        spans.append(RawSpan(start, mended.end, kind))
    spans += [s for s in after_office(text) if not _names_known(s, places)]
    if place := dateline(text):
        spans = [s for s in spans if s.end <= place[0] or place[1] <= s.start]
        spans.append(RawSpan(*place, "place"))
    spans = [
        *titles(text, raw),
        *introduced(text, known),
        *of_states(text, places),
        *_whole_persons(text, spans, known),
        *spans,
    ]
    spans += [
        RawSpan(f.start, f.end, f.entry.type)
        for f in places
        if not _in_office(f, offices) and (not f.entry.doubtful or _stands_alone(text, f, spans))
    ]
    return without_overlaps(s for s in spans if s.type != "group" or not _is_spoken(text, s))


def without_overlaps(spans: Iterable[RawSpan]) -> list[RawSpan]:
    """The longest of overlapping spans, the first given of equal ones, in reading order."""
    kept: list[RawSpan] = []
    starts: list[int] = []
    for span in sorted(spans, key=lambda s: s.start - s.end):
        at = bisect(starts, span.start)
        after_one = at == 0 or kept[at - 1].end <= span.start
        if after_one and (at == len(kept) or span.end <= starts[at]):
            kept.insert(at, span)
            starts.insert(at, span.start)
    return kept


def _in_office(span: RawSpan | Found, offices: Sequence[tuple[int, int]]) -> bool:
    return any(start <= span.start and span.end <= end for start, end in offices)


def _is_several(text: str, span: RawSpan, inside: Sequence[Found]) -> bool:
    """Whether a span glues known names to each other or to words that are no part of them."""
    whole = [f for f in inside if (f.start, f.end) != (span.start, span.end)]
    if not whole:
        return False
    if span.type == "person":
        if _bears_a_people(text, span, whole):
            return False
        firm = [f for f in whole if f.entry.type in ("group", "organisation")]
        return any(not f.entry.doubtful for f in firm)
    last = whole[-1]
    if len(whole) == 2 and last.entry.doubtful and last.entry.type in ("organisation", "event"):
        return False  # "Kentucky National Guard", "Russian Civil War"
    covered = sum(f.end - f.start for f in whole)
    rest = len(text[span.start : span.end].replace(" ", "")) - covered
    return len(whole) > 1 and rest <= len(whole) + 2 and span.type != "event"


def _bears_a_people(text: str, span: RawSpan, inside: Sequence[Found]) -> bool:
    """Whether a person's surname is a people's name as well: "Antonio French"."""
    words = text[span.start : span.end].split(" ")
    return (
        len(inside) == 1
        and inside[0].entry.type == "group"
        and inside[0].end == span.end
        and words[-1] in _SURNAMES
        and len(words) > 1
        and words[0] in given_names()
    )


def _whole_persons(text: str, spans: Sequence[RawSpan], known: Lexicon) -> list[RawSpan]:
    """Persons by given name of whom the model saw one word or nothing: "Ada [Quill]"."""
    if in_capitals(text):
        return []
    found = []
    for span in persons(text, known, given_names()):
        inside = [s for s in spans if s.start < span.end and span.start < s.end]
        within = all(span.start <= s.start and s.end <= span.end for s in inside)
        short = all(" " not in text[s.start : s.end] for s in inside)
        words = text[span.start : span.end].split()
        named = words[0] in given_names() and words[-1] not in THINGS
        if within and short and len(words) <= 3 and named:
            found.append(span)
    return found


def _before_land(text: str, end: int, places: Sequence[Found]) -> bool:
    """Whether a comma and a land follow, as in "Cannes, southern France"."""
    match = _COMMA.match(text, end)
    return match is not None and any(
        f.start == match.end()
        and f.entry.type == "place"
        and text[f.end : f.end + 2] not in ("'s", "’s")
        for f in places
    )


def _names_known(span: RawSpan, places: Sequence[Found]) -> bool:
    return any(f.start <= span.start and span.end <= f.end and not f.entry.doubtful for f in places)


def _with_what_precedes(text: str, span: RawSpan, known: Lexicon) -> RawSpan:
    """A person of one word keeps "Pope", and the given name that starts a sentence."""
    if " " in text[span.start : span.end]:
        return span
    before = text[: span.start][-40:]
    word = before.rstrip(" ").rsplit(" ", 1)[-1]
    if word in REGNAL and before.endswith(f"{word} "):
        return RawSpan(span.start - len(word) - 1, span.end, "person")
    match = _BEFORE_NAME.search(before)
    if match is None or match[1].casefold() in STOP | NEVER or match[1] in WORDS:
        return span
    if match[1] not in given_names() and (_NO_GIVEN.match(match[1]) or known.get(match[1])):
        return span
    return RawSpan(span.start - len(match[1]) - 1, span.end, "person")


def _stands_alone(text: str, found: Found, spans: Sequence[RawSpan]) -> bool:
    """A doubtful name counts where nothing else covers it and no other name touches it."""
    if any(s.start < found.end and found.start < s.end for s in spans):
        return False
    after = re.match(r" ([A-Z][\w]*)", text[found.end : found.end + 30])
    before = re.search(r"([A-Z][\w.]*) $", text[max(0, found.start - 30) : found.start])
    return not (after and after[1] not in WORDS) and not (
        before and before[1] not in WORDS and before[1].casefold() not in STOP
    )
