"""Names with another name or word glued on, as the rest of the document shows.

"Varga's Port Committee" is a person and a body where the article knows a Varga; "Ada Quill
Resigns" is Ada Quill and a headline's verb where she is named elsewhere without it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.article import EntityType
from corpus.entities.consistency import surname
from corpus.entities.gazetteer import gazetteer
from corpus.entities.patterns import WELL_KNOWN
from corpus.entities.recogniser import RawSpan
from corpus.entities.titles import HEADS
from corpus.entities.trimming import OWNING, is_land, trimmed
from corpus.first_names import given_names

_FULL = 2  # words of a name to which a third may be glued
# Words that begin a sentence or a nickname before a surname and are no given name.
_NO_GIVEN = re.compile(
    r"(?:Team|Inside|Unlike|Like|Wrote|Given|Despite|Even|Former|Crooked|Lyin['’]|Lying|Sleepy|Crazy|Little"
    r"|Maybe|Perhaps|Besides|Behind|Take|Think|Condemn|Believe|Before|After|About|With|Against|Blame|Stop|Ask|Asked|Anti|Pro|Meet|Watch|Does|Did|Is|Was|Says|Why|How|[A-Z][a-z]{3,}ing|"
    r"Surprised|Stunned|Shocked|Angered|Outraged|Emboldened|Frustrated|Alarmed|Disgraced|Defeated|Accused|Leaked|"
    r"Undeterred|Unfazed|Retorted)$"
)
# Two names beside each other: "As told by Moor, Quill left", "Moor and Quill left".
_PAIR = re.compile(
    r"([A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2})(?:, | and )([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
)
# One person written twice: "Mr. Quill President Quill said", of which the first was to go.
_TWICE = re.compile(
    rf"((?:[A-Z][\w.’'-]*\s)*([A-Z][\w’'-]+))\s(?:(?:{'|'.join(sorted(HEADS))})\.?(?:-elect)?\s)+"
    r"((?:[A-Z][\w.’'-]*\s)*\2)"
)
_OFFICE_LETTERS = re.compile(r"(?:AG|CEO|CFO|DA|GM|MP|MEP|PM|VP) (?=[A-Z])")
_GENERATIONS = frozenset(("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"))


@dataclass(frozen=True, slots=True)
class _Counts:
    """How often the document has a name: of persons, of their last words, of all else."""

    persons: Counter[str] = field(default_factory=Counter)
    last: Counter[str] = field(default_factory=Counter)
    others: Counter[str] = field(default_factory=Counter)


def unglued(passages: Sequence[tuple[str, Sequence[RawSpan]]]) -> list[list[RawSpan]]:
    """The spans of every passage, those with something glued on cut to the names in them."""
    counts = _Counts()
    for text, spans in passages:
        for span in spans:
            name = text[span.start : span.end]
            if span.type != "person":
                counts.others[name] += 1
            elif OWNING.search(name) is None:
                counts.persons[name] += 1
                counts.last[surname(name)] += 1
    return [
        [part for span in spans for part in _parts(text, span, counts)] for text, spans in passages
    ]


def _parts(text: str, span: RawSpan, counts: _Counts) -> Iterator[RawSpan]:
    name = text[span.start : span.end]
    if span.type == "person":
        if (twice := _TWICE.fullmatch(name)) is not None:
            yield from (RawSpan(span.start + a, span.start + b, "person")
                        for a, b in (twice.span(1), twice.span(3)))  # fmt: skip
            return
        yield _without_word(span, name, counts)
        return
    if span.type == "organisation" and (letters := _OFFICE_LETTERS.match(name)):
        surnamed = name[letters.end() :]
        if surnamed in WELL_KNOWN or counts.persons[surnamed] or counts.last[surnamed]:
            yield RawSpan(span.start + letters.end(), span.end, "person")
            return
    if span.type == "organisation" and (pair := _PAIR.fullmatch(text, span.start, span.end)):
        kinds = [_kind(pair[side], counts) for side in (1, 2)]
        if "person" in kinds and (kinds == ["person"] * 2 or "," in name):
            both = zip(kinds, (pair.span(1), pair.span(2)), strict=True)
            yield from (RawSpan(*at, kind or span.type) for kind, at in both)
            return
    if span.type == "place" and name[-1] == "s" and counts.last[name[:-1]] and not is_land(name):
        yield RawSpan(span.start, span.end, "person")  # "the Quills"
        return
    owner = OWNING.search(name)
    before = name[: owner.start()] if owner is not None else ""
    known = before in WELL_KNOWN or (
        bool(counts.persons[before] or counts.last[before]) and counts.others[name] == 1
    )
    if owner is None or not known:  # what stands there again and again is one name: a shop's
        yield span
        return
    yield RawSpan(span.start, span.start + owner.start(), "person")
    rest = trimmed(text, RawSpan(span.start + owner.end(), span.end, span.type))
    if rest is not None:
        owned = text[rest.start : rest.end]
        if " " in owned or owned.isupper():  # a single word is too little to be a name
            yield rest


def _kind(name: str, counts: _Counts) -> EntityType | None:
    """What the document or the known names have a part of a span for."""
    if name in WELL_KNOWN or counts.persons[name] or counts.last[name]:
        return "person"
    known = gazetteer().get(name)
    return known.type if known is not None else None


def _without_word(span: RawSpan, name: str, counts: _Counts) -> RawSpan:
    """A person without the word behind the full name that the document has elsewhere."""
    words = name.split(" ")
    asked = words[0] == "Will" and words[-1] in WELL_KNOWN  # "Will Trump go?"
    led = _NO_GIVEN.match(words[0]) and (counts.last[words[-1]] > 1 or words[-1] in WELL_KNOWN)
    if len(words) == _FULL and (led or asked):
        return RawSpan(span.start + len(words[0]) + 1, span.end, "person")
    if glued := _before_a_person(words, counts):
        return RawSpan(span.start + len(" ".join(words[:glued])) + 1, span.end, "person")
    short = " ".join(words[:_FULL])
    if (
        len(words) == _FULL + 1
        and words[-1] not in _GENERATIONS
        and counts.persons[short]
        and counts.persons[name] == 1
        and counts.last[words[-1]] == 1
    ):
        return RawSpan(span.start, span.start + len(short), "person")
    return span


def _before_a_person(words: Sequence[str], counts: _Counts) -> int:
    """How many words stand before a person whom the document has without them: "GM Ada Quill"."""
    for at in range(1, len(words)):
        if words[at - 1].rstrip(".").capitalize() in given_names() or words[at] == "Abu":
            return 0
        rest = " ".join(words[at:])
        acronym = words[at - 1].isupper() and len(words[at - 1]) > 2 and "." not in words[at - 1]
        full = len(words) - at >= _FULL and words[at] in given_names() and counts.persons[rest]
        if full or (acronym and at == len(words) - 1 and counts.last[rest] > 1):
            return at
    return 0
