"""Marks a document's names in any of its texts, the headline among them.

In go a text, the spans seen in it and what the document knows of its names (`consistency.agree`);
out come the spans with the document's types, and its names where they were missed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.entities.consistency import EVERYDAY, Known
from corpus.entities.corrections import without_overlaps
from corpus.entities.lexicon import Found, in_capitals, plain
from corpus.entities.patterns import (
    DAYS,
    ORGANISATION_WORDS,
    THE_BEFORE,
    WELL_KNOWN,
    words_of,
)
from corpus.entities.recogniser import RawSpan
from corpus.entities.titles import WORDS
from corpus.first_names import given_names
from corpus.words import STOP

_SENTENCE_START = re.compile(r"(?:^|[.!?…:]['\"”’)]*\s+|[\"“‘'(]\s*|[—–]\s*)$")
# A word with a capital, but "The" and the like, right before: the head belongs to another name.
_HAS_BEFORE = re.compile(
    rf"(?:(?<!\w)(?!(?:{'|'.join(word.capitalize() for word in STOP)}) )[A-Z][\w.&-]* |[&-])$"
)
_OF_ANOTHER = re.compile(r" of (?:the )?[A-Z]")
_TITLED = re.compile(r"\b(?:Mrs?|Ms|Dr|Sen|Rep)\.? $")
_SAYS = re.compile(
    r" (?:said|says|told|adds|added|asked|warned|argued|insisted|denied|declined|replied|noted"
    r"|couldn[’']t|recalled|points|thinks|insists)\b"
)
_UNKNOWN_GIVEN = re.compile(r"(?:^|[a-z,’'][s,]? |[(—–])([A-Z][A-Za-z]+[a-z]) $")
_GIVEN = re.compile(r"(?<![\w’'-])([A-Z][a-z]+) $")
_NO_GIVEN = frozenset("Apostle Christ Comrade Hurricane Member Presidents".split())
_ABBREVIATED = 4  # letters of "Prof", "Sens" and the like


def carry(text: str, spans: Iterable[RawSpan], known: Known, *, headline: bool) -> list[RawSpan]:
    """The spans of a text with the document's types, and its names where they were missed."""
    settled = [
        RawSpan(s.start, s.end, known.types.get(plain(text[s.start : s.end]), s.type))
        for s in spans
        if not _is_common_here(text, s, known)
    ]
    settled = [_speaks(text, s, known) for s in settled]
    if headline:
        settled = [_with_given(text, s) for s in settled]
    shouted = in_capitals(text)
    carried = []
    for f in known.lexicon.find(text):
        if shouted or _is_name_here(text, f, known, headline):
            carried.append(RawSpan(f.start, f.end, f.entry.type))
        elif not headline and (whole := _with_unknown_given(text, f, known)):
            carried.append(whole)
    if headline:
        carried = [_with_given(text, s) for s in carried]
    return without_overlaps([*settled, *carried])


def _with_given(text: str, span: RawSpan) -> RawSpan:
    """A surname in a headline with the given name before it, which the text has nowhere."""
    if span.type != "person" or " " in text[span.start : span.end]:
        return span
    before = _GIVEN.search(text, max(0, span.start - 20), span.start)
    if before is None or before[1] not in given_names():
        return span
    return RawSpan(before.start(1), span.end, "person")


def _with_unknown_given(text: str, found: Found, known: Known) -> RawSpan | None:
    """A surname that the text has alone elsewhere, here with the given name that nobody saw."""
    name = found.entry.name
    given = _UNKNOWN_GIVEN.search(text, max(0, found.start - 20), found.start)
    if given is None or found.entry.type != "person" or name in known.surnames:
        return None
    common = name in known.everyday or name.casefold() in EVERYDAY or name in given_names()
    if common or text[found.end : found.end + 2].strip().istitle():
        return None
    if given[1] not in given_names() and (
        name in WELL_KNOWN
        or given[1].casefold() in STOP | EVERYDAY
        or given[1] in WORDS | ORGANISATION_WORDS | _NO_GIVEN
        or given[1] in known.types
    ):
        return None
    return RawSpan(given.start(1), found.end, "person")


def _speaks(text: str, span: RawSpan, known: Known) -> RawSpan:
    """A person whose surname is also a land's name, where it speaks: "Israel said"."""
    if span.type != "place" or text[span.start : span.end] not in known.surnames:
        return span
    titled = _TITLED.search(text, max(0, span.start - 6), span.start) is not None
    if titled or _SAYS.match(text, span.end):
        return RawSpan(span.start, span.end, "person")
    return span


def _is_common_here(text: str, span: RawSpan, known: Known) -> bool:
    """Whether a sentence just begins with a word that the text elsewhere writes small."""
    name = text[span.start : span.end]
    return (
        name in known.everyday
        and not name.isupper()
        and name not in known.surnames
        and known.types.get(name) not in ("place", "group")
        and (
            _SENTENCE_START.search(text, max(0, span.start - 6), span.start) is not None
            or (
                known.types.get(name) == "person"
                and THE_BEFORE.search(text, 0, span.start) is not None
            )
        )
    )


def _is_name_here(text: str, found: Found, known: Known, headline: bool) -> bool:
    """Whether a known spelling means the name at this place."""
    name = text[found.start : found.end]
    if " " in name:
        return True
    if found.entry.name in known.everyday and (
        _SENTENCE_START.search(text, max(0, found.start - 6), found.start)
        or re.match(r"\s\d", text[found.end : found.end + 2])
    ):
        return False
    after = re.match(r" ([A-Z][\w]*)", text[found.end : found.end + 30])
    if after and after[1] in ORGANISATION_WORDS:
        return False
    if found.entry.name in known.heads:
        if _OF_ANOTHER.match(text, found.end):
            return False
        return after is None and not _HAS_BEFORE.search(text, max(0, found.start - 30), found.start)
    if headline or found.entry.type != "person":
        return True
    before = re.search(r"(\S*[A-Z][\w.'’-]*) $", text[max(0, found.start - 30) : found.start])
    if before is None:
        return True
    word = words_of(before[1])[0]
    if before[1][-1] in ".!?" and len(word) > _ABBREVIATED:  # a sentence ends there
        return name.casefold() not in STOP
    if word in WORDS or word in DAYS or word in known.types or word.casefold() in STOP:
        return True
    at = found.start - len(before[0])
    return bool(_SENTENCE_START.search(text, max(0, at - 6), at)) or before[1].endswith(
        ("'s", "’s")
    )
