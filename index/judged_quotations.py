"""What people decided about quotations: who speaks one, or nobody, its words, that it is none.

A quotation is known by its place and its words, so that a decision outlives a new reading: of
those with the same words the nearest is meant, wherever the lines now stand. Values in, values
out; a decision about words that are nowhere any more changes nothing, and holds when they return.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from corpus.text import fold
from index.judged import QUOTATION, QUOTATION_WORDS, SPEAKER, BadJudgement, Decisions
from index.places import again, brief, parsed, standing

if TYPE_CHECKING:
    from corpus.article import Article, Quotation

NO_QUOTATION: Final = "none"
JUDGEMENT: Final = "judgement"
LONGEST = 20_000  # characters of a quotation

_HALF = 0.5  # of the longer words, by which the shorter are the same quotation, cut anew
_ENDS = " .,;:!?…–—-"
_OPENING, _CLOSING = "\"“„«»‟「『'‘‚‹`", "\"”“»«」』'’›`"
_CLOSERS = tuple(_CLOSING)
_BETWEEN = 120  # characters between two halves of a quotation
_STOP = re.compile(r"[.!?…](?=\s|$)")


class _Place(NamedTuple):
    within: str
    paragraph: int
    start: int
    words: str


class Settled(NamedTuple):
    """The quotations as people decided about them, those they said are none, of each kept one under
    which target it is known where its words were set (by its number), and the targets found."""

    kept: tuple[Quotation, ...]
    dropped: tuple[Quotation, ...]
    as_read: Mapping[int, str]
    fitting: frozenset[str]


def target_of(quotation: Quotation) -> str:
    """What a judgement calls a quotation: "body:3:120:We will not reopen the route"."""
    return f"{quotation.within}:{quotation.paragraph}:{quotation.start}:{quotation.text}"


def validated(field: str, value: str | None, target: str | None) -> None:
    """BadJudgement when no archive could follow what is decided about a quotation."""
    place = parsed(target)
    if place is None or not _words(place.words):
        raise BadJudgement(
            "A quotation is named by its text, paragraph, first character and words, as in "
            f"body:3:120:We will not reopen the route, not {brief(target)}."
        )
    if field == SPEAKER and value is not None and not value.strip():
        raise BadJudgement("A speaker has a name; leave the value out where nobody speaks.")
    if field == QUOTATION and value not in (None, NO_QUOTATION):
        raise BadJudgement(f"A quotation is {NO_QUOTATION!r}, or as it was read, not {value!r}.")
    if field == QUOTATION_WORDS:
        words = parsed(value)
        if words is None or not _words(words.words) or len(words.words) > LONGEST:
            raise BadJudgement(
                "The words of a quotation are given with their place, as in body:3:120:We will not "
                f"reopen, {LONGEST:,} characters at most, not {brief(value)}."
            )


def judged_quotations(
    quotations: Sequence[Quotation], decisions: Decisions, article: Article | None = None
) -> Settled:
    """The quotations as people decided about them; with the `article` that has them also those
    whose words were set."""
    if not decisions:
        return Settled(tuple(quotations), (), {}, frozenset())
    said: dict[int, dict[str, str | None]] = {}
    fitting = set()
    by: dict[int, str] = {}  # which decision sets the words
    places = [_Place(one.within, one.paragraph, one.start, _words(one.text)) for one in quotations]
    for (target, field), value in decisions.items():
        number = _meant(places, target, exactly=field == QUOTATION)
        if number is None:
            continue
        fitting.add(target)
        if field == QUOTATION or QUOTATION in said.get(number, ()):
            said[number] = {}
        said.setdefault(number, {})[field] = value
        if field == QUOTATION_WORDS:
            by[number] = target
    kept: list[Quotation] = []
    dropped, as_read = [], {}
    for number, one in enumerate(quotations):
        about = said.get(number, {})
        if about.get(QUOTATION) == NO_QUOTATION:
            dropped.append(one)
            continue
        cut = _cut(one, about.get(QUOTATION_WORDS), article)
        if cut is not one:
            as_read[len(kept)] = target_of(one)
        elif QUOTATION_WORDS in about and article is not None:
            fitting.discard(by[number])
        kept.append(_said_by(cut, about[SPEAKER]) if SPEAKER in about else cut)
    return Settled(tuple(kept), tuple(dropped), as_read, frozenset(fitting))


def words_in(article: Article, quotation: Quotation, typed: str) -> str | None:
    """What a judgement says of the words that a quotation really has: those typed, as they stand
    nearest to it in its text; "the first words … the last" stands for all between. None where they
    do not stand there."""
    text = article.text_of(quotation.within, quotation.paragraph)
    typed = typed.strip().strip(_OPENING + _CLOSING)
    parts = [part.strip() for part in re.split(r"\s…\s|\s\.\.\.\s", f" {typed.strip()} ")]
    parts = [part for part in parts if part]
    if not 1 <= len(parts) <= 2 or not all(map(_words, parts)):
        return None
    first, last = parts[0], parts[-1]
    starts = [m.start() for m in re.finditer(re.escape(first), text)]
    spans = [
        (start, end + len(last))
        for start in starts
        for end in [text.find(last, start + len(first)) if len(parts) == 2 else start]
        if end >= 0
    ]
    if not spans:
        return None
    inner = quotation.start + 1
    start, end = min(spans, key=lambda span: abs(span[0] - inner))
    return f"{quotation.within}:{quotation.paragraph}:{start}:{text[start:end]}"


def other_halves(article: Article, number: int) -> list[int]:
    """The numbers of the other parts of a quotation that words of saying break: "We will not," she
    said, "reopen the route." They stand in one paragraph, and no sentence of its own is between."""
    quotations = article.quotations
    found = []
    for step in (-1, 1):
        at = number
        while 0 <= at + step < len(quotations):
            one, other = sorted((at, at + step))
            if not _goes_on(article, quotations[one], quotations[other]):
                break
            at += step
            found.append(at)
    return sorted(found)


def _goes_on(article: Article, one: Quotation, other: Quotation) -> bool:
    if (one.within, one.paragraph) != (other.within, other.paragraph):
        return False
    if "indirect" in (one.kind, other.kind) or not 0 < other.start - one.end <= _BETWEEN:
        return False
    between = article.text_of(one.within, one.paragraph)[one.end : other.start].strip()
    if _is_anothers(between, one.speaker or ""):
        return False  # “The doors held,” she said, while Aalto added, “They did not.”
    stops = [match.end() for match in _STOP.finditer(between)]
    cues = {cue for cue in (one.cue, other.cue) if cue}
    tells = any(cue in between for cue in cues) or one.text.rstrip().endswith((",", "—", "–"))
    if stops == [len(between)]:  # “The doors held,” she said. “We were alone.”
        return tells and one.speaker == other.speaker
    return bool(between) and tells and not stops


def _is_anothers(between: str, speaker: str) -> bool:
    """Whether the words between two quotations begin a clause of somebody else's."""
    # all that reads quotations, which nobody needs who only opens an article
    from corpus.quotations.clauses import joined_subject
    from corpus.quotations.words import PRONOUNS

    own = joined_subject(between)
    return own is not None and own[0].split()[-1] not in {*PRONOUNS, *speaker.split()}


def _cut(quotation: Quotation, words: str | None, article: Article | None) -> Quotation:
    """The quotation with the words that a person said it has; itself where they stand nowhere."""
    place = parsed(words)
    if place is None or article is None:
        return quotation
    found = standing(article, place.words)
    number = again([span[:3] for span in found], place)
    if number is None:
        return quotation
    within, paragraph, start, end = found[number]
    text = article.text_of(within, paragraph)
    opened = start - (start > 0 and text[start - 1] in _OPENING)
    behind = end + (text[end : end + 1] in tuple(".,!?;") and text[end + 1 : end + 2] in _CLOSERS)
    closed = behind + (text[behind : behind + 1] in _CLOSERS)
    return replace(
        quotation, within=within, paragraph=paragraph, start=opened, end=closed, text=place.words
    )


def _said_by(quotation: Quotation, speaker: str | None) -> Quotation:
    """The quotation with the speaker that a person named; its cue goes where nobody speaks."""
    cue = quotation.cue if speaker is not None else None
    return replace(quotation, speaker=speaker, cue=cue, sure=True, speaker_from=JUDGEMENT)


def _meant(places: Sequence[_Place], target: str, *, exactly: bool) -> int | None:
    """The number of the quotation that a target names; None where there is none."""
    within, paragraph, start, text = target.split(":", 3)
    there = _Place(within, int(paragraph), int(start), _words(text))
    found = [
        (here.words != there.words, _apart(here, there), number)
        for number, here in enumerate(places)
        if here.words == there.words or (not exactly and _overlap(here.words, there.words))
    ]
    return min(found)[2] if found else None


def _apart(one: _Place, other: _Place) -> tuple[bool, int, int]:
    return (
        one.within != other.within,
        abs(one.paragraph - other.paragraph),
        abs(one.start - other.start),
    )


def _overlap(one: str, other: str) -> bool:
    """Whether one holds the other, which is at least half as long."""
    short, long = sorted((one, other), key=len)
    at = long.find(short)
    if at < 0 or len(short) < _HALF * len(long):
        return False
    end = at + len(short)
    return not (long[at - 1 : at].isalnum() or long[end : end + 1].isalnum())


def _words(text: str) -> str:
    """Words as they are compared: letters and blanks as they fold, signs at the ends aside."""
    return " ".join(fold(text).split()).strip(_ENDS)
