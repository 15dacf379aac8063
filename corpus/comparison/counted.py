"""A figure with what is needed to hold it against another: what it counts, in which deed, when.

In goes a `Side`, out come its `Counted` figures; `agreement` says whether two numbers may stand
for one, hedges understood. Which two figures count the same is decided in `figures`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date

from corpus.article import Article, Figure
from corpus.comparison.counting import (
    all_of_them,
    goes,
    in_hospital,
    is_grave,
    is_of_another,
    settled,
)
from corpus.comparison.deeds import DEED_OF, PERSONS, deed_of
from corpus.comparison.distances import way_of
from corpus.comparison.ranges import Range, bounds
from corpus.comparison.sides import Side
from corpus.comparison.standing import is_age_then, is_earlier, is_taken_back, scope
from corpus.words import Token, content_stem, stem, word_and_stem, written

COMPARED = frozenset({"count", "money", "percent", "vote", "odds", "measure", "duration", "age"})
TALLIED = frozenset({"count", "money", "vote"})  # of these some are part of others
GOING = frozenset({"percent", "measure"})  # what is said to go up or down
AROUND = frozenset({"money", "percent", "measure"})  # what often counts no noun
TELLING = 100  # numbers from here on seldom stand in one sentence twice for two things
_ANY = ("", "")
LONG_AGO = 45  # days before publication from which a day in a sentence tells of another event

_PART = re.compile(
    r"\b(?:other|others|another|more|further|additional|remaining|rest)\b", re.IGNORECASE
)
_ADDED = re.compile(r"\b(?:another|further|additional)\s$", re.IGNORECASE)
_OTHERS = re.compile(r"(?:others|(?:other|more) people|more|another)", re.IGNORECASE)
_ONE_BREATH = re.compile(r"(?: \w+){0,4},? and(?: \w+){0,4} ")
_OF_THEM = re.compile(
    r"\s(?:\w+\s){0,2}?(?:from (?!the )[A-Z]"
    r"|(?<!victims )(?<!survivors )(?<!ahead )"
    r"of (?:the|those|them|whom|which|these|its|his|her|their)\b"
    r"|(?:others?|more(?! than))\b)"
)
_AMONG = re.compile(
    r"\b(?:including|among (?:them|those|whom|the \w+)|of (?:whom|which|them)|most of|of those"
    r"|another|other|plus|as well as)"
    r"(?:\s(?:at least|about|some|more than|over|up to|nearly|almost|around))?\s$",
    re.IGNORECASE,
)
ANYBODY = frozenset(
    stem(w)
    for w in """people person persons others victims dead civilians passengers casualties bodies
    lives individuals wounded injured humans toll deaths fatalities number total
    survivors""".split()
)
"""Heads that may stand for all whom a deed befell; any other head counts some of them."""
BEGINS = 4  # letters by which two names are held to be of one place or people
WORDS_BESIDE = 4  # words before and behind a figure that say what it measures


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure with what is needed to hold it against others."""

    number: int  # into Article.figures
    figure: Figure
    kind: tuple[str, str]  # with the unit: figures of two kinds are never held together
    low_high: tuple[float, float] | None  # the numbers it may stand for
    sentence: int
    head: frozenset[str]  # content stems of what it counts
    words: tuple[str, ...]  # the words they stand for
    persons: bool
    deed: str | None
    part: bool  # counts some of the things only: "two other ships"
    added: bool  # to another number of its sentence: "850 soldiers, with another 1,000"
    earlier: bool  # its sentence says that it was so before: "up from 14"
    past: str | None  # the year of another event that its sentence tells of
    beside: frozenset[str]  # content stems of the few words around it, where it counts no noun
    around: frozenset[str]  # the same wherever
    of_one_kind: bool  # counts those of one name or nation: "10 U.S. passengers"
    names: frozenset[str] = frozenset()  # those that narrow it down: "Michigan's electorate"
    named: frozenset[str] = frozenset()  # those of its sentence
    settled: bool = True  # says how many there were
    treated: bool = False  # counts those in hospital
    grave: bool = False  # counts those whose lives are in danger
    of_another: bool = False  # its sentence holds another thing against the one reported on
    out_of: float | None = None  # of how many: "9 of 40"
    scope: frozenset[str] = frozenset()  # what a sum is said to take in: "debts included"
    a_people: bool = False  # counts people by their nation or town alone: "ten Americans"
    told_apart: frozenset[str] = frozenset()  # what its sentence counts besides
    numbers: frozenset[Range] = frozenset()  # of its kind in its sentence, its own among them
    beside_it: frozenset[Range] = frozenset()  # the larger ones there, of any kind
    goes: frozenset[bool] = frozenset()  # whether the words beside a share say up (True) or down
    way: str | None = None  # which way a measure went: "fell 12 feet"


def counts_anybody(one: Counted) -> bool:
    """Whether a figure counts people, and none of one kind: "people", "missing", "persons"."""
    befallen = one.deed is not None and all(DEED_OF.get(root) == one.deed for root in one.head)
    return not one.of_one_kind and (bool(one.head & ANYBODY) or (bool(one.head) and befallen))


def counted(side: Side) -> tuple[Counted, ...]:
    """The figures of a side that can be compared, in reading order."""
    if "counted" not in side.read:
        side.read["counted"] = tuple(_counted(side))
    found: tuple[Counted, ...] = side.read["counted"]
    return found


def _counted(side: Side) -> list[Counted]:
    result, none = [], frozenset[str]()
    past, scopes, plain = _past(side), _scopes(side.article), _Plain(side)
    names, others = dict[int, frozenset[str]](), dict[int, bool]()  # of sentences that count
    numbers: defaultdict[tuple[int, tuple[str, str]], set[Range]] = defaultdict(set)
    for number, figure in enumerate(side.article.figures):
        if figure.kind not in COMPARED:
            continue
        sentence = side.sentence_at(figure.within, figure.paragraph, figure.start)
        text = side.article.text_of(figure.within, figure.paragraph)
        if sentence is None:
            continue
        kind, low_high = (figure.kind, figure.unit or ""), bounds(figure)
        stated = low_high if figure.value is None else (figure.value, figure.value)
        numbers[sentence, kind].add(stated)
        if figure.value is not None and abs(figure.value) >= TELLING:
            numbers[sentence, _ANY].add(stated)  # "326.15" and "326.15 points"
        if is_taken_back(text, figure.start, figure.end):
            continue
        about = {
            root: word_and_stem(surface)[0]
            for surface in written(figure.about or "")
            if (root := content_stem(surface)) is not None
        } or _last_word(figure.about)
        head = frozenset(about)
        tallied = figure.kind in TALLIED or figure.unit == "points"
        deed = deed_of(side, sentence, figure) if tallied else None
        of_money = (figure.about or "").endswith(" pounds")  # "a million Egyptian pounds"
        apart = figure.kind in AROUND or figure.kind == "duration" or not head or of_money
        around = _beside(side, sentence, figure, plain.of(sentence)) if apart else none
        if sentence not in names:
            names[sentence] = named(side.surfaces[sentence])
            others[sentence] = is_of_another(side.sentences[sentence].text)
        persons = bool(head & PERSONS) or (figure.kind == "count" and deed in ("dead", "hurt"))
        result.append(
            Counted(
                number=number,
                figure=figure,
                kind=kind,
                low_high=low_high,
                sentence=sentence,
                head=head,
                words=tuple(about.values()),
                persons=persons,
                deed=deed,
                part=tallied and _counts_a_part(side, figure),
                added=tallied
                and _ADDED.search(text[max(0, figure.start - 12) : figure.start]) is not None,
                earlier=is_age_then(side.sentences[sentence].text)
                if figure.kind == "age"
                else is_earlier(text, figure.start, figure.end),
                past=past.get(sentence),
                beside=around if not head else frozenset(),
                around=around,
                of_one_kind=_of_one_kind(figure),
                names=named(written(figure.about or "")) if " " in (figure.about or "") else none,
                named=names[sentence],
                settled=settled(text, figure.start, figure.end),
                treated=deed == "hurt" and in_hospital(text, figure.end),
                grave=is_grave(text, figure.end),
                of_another=others[sentence],
                out_of=_out_of(side, figure, all_of_them(text, figure.end)),
                scope=scopes.get(figure.value, frozenset()),
                a_people=(figure.about or "x")[0].isupper(),
                goes=goes(text, figure.start, figure.end) if figure.kind in GOING else frozenset(),
                way=way_of(text, figure.start) if figure.kind == "measure" else None,
            )
        )
    in_sentence: defaultdict[int, list[Counted]] = defaultdict(list)
    heads: defaultdict[tuple[int, tuple[str, str]], set[str]] = defaultdict(set)
    for one in result:
        in_sentence[one.sentence].append(one)
        heads[one.sentence, one.kind] |= one.head
    stated_in = {place: frozenset(those) for place, those in numbers.items()}
    return [
        replace(
            one,
            part=one.part and not _besides_the_dead(side, one, in_sentence[one.sentence]),
            told_apart=_told_apart(one, heads[one.sentence, one.kind]),
            numbers=stated_in[one.sentence, one.kind],
            beside_it=stated_in.get((one.sentence, _ANY), frozenset()),
        )
        for one in result
    ]


def _out_of(side: Side, figure: Figure, begin: int | None) -> float | None:
    """The number of all, where a figure says how many of them it counts."""
    if begin is None or figure.kind != "count" or figure.value is None:
        return None
    place = figure.within, figure.paragraph, begin
    every = (f for f in side.article.figures if (f.within, f.paragraph, f.start) == place)
    whole = next((f.value for f in every if f.kind == "count"), None)
    return whole if whole is not None and whole > figure.value else None


def _last_word(about: str | None) -> dict[str, str]:
    """The noun counted, where it is a word that else carries nothing: "20 states"."""
    found = written(about or "")[-1:]
    return {root: word for word, root in map(word_and_stem, found) if word[0].isalpha()}


def _besides_the_dead(side: Side, one: Counted, in_sentence: list[Counted]) -> bool:
    """Whether "others" are all that were hurt, besides the dead told in the same breath: "killing
    12 and wounding 48 others" counts every wounded."""
    figure = one.figure
    if one.deed != "hurt" or _OTHERS.fullmatch(figure.about or "") is None:
        return False
    text = side.article.text_of(figure.within, figure.paragraph)
    return any(
        c.deed == "dead"
        and not c.part
        and _ONE_BREATH.fullmatch(text[c.figure.end : figure.start]) is not None
        for c in in_sentence
    )


def _told_apart(one: Counted, heads: Set[str]) -> frozenset[str]:
    """What the sentence of a count counts in other figures, and not in this one; `heads`: in all
    figures of its kind."""
    return frozenset(heads) - one.head - ANYBODY if one.kind[0] == "count" else frozenset()


def _scopes(article: Article) -> dict[float | None, frozenset[str]]:
    """What each sum is said to take in, wherever the article says it: a headline leaves it out."""
    found: dict[float | None, frozenset[str]] = {}
    for figure in article.figures:
        if figure.kind == "money" and figure.value is not None:
            text = article.text_of(figure.within, figure.paragraph)
            said = scope(text, figure.start, figure.end)
            found[figure.value] = found.get(figure.value, frozenset()) | said
    return found


def _beside(side: Side, sentence: int, figure: Figure, plain: Sequence[Token]) -> frozenset[str]:
    """The content stems of the words before and behind a figure, other figures left out (`plain`:
    the words of its sentence that are in none)."""
    here = side.sentences[sentence].start
    first = bisect_right(plain, figure.start - here, key=lambda token: token.end)
    last = bisect_left(plain, figure.end - here, key=lambda token: token.start)
    near = (*plain[max(0, first - WORDS_BESIDE) : first], *plain[last : last + WORDS_BESIDE])
    return frozenset(token.stem for token in near if token.stem in side.stems[sentence])


class _Plain:
    """The words of a report that are in no figure, sentence by sentence."""

    def __init__(self, side: Side) -> None:
        self._side = side
        self._known: dict[int, list[Token]] = {}
        self._figures: defaultdict[tuple[str, int], list[Figure]] = defaultdict(list)
        for figure in side.article.figures:
            self._figures[figure.within, figure.paragraph].append(figure)

    def of(self, sentence: int) -> list[Token]:
        """The words of one sentence, in order."""
        if sentence not in self._known:
            here = self._side.sentences[sentence]
            figures = self._figures[here.within, here.paragraph]
            inside = {at - here.start for f in figures for at in range(f.start, f.end)}
            words = self._side.tokens[sentence]
            self._known[sentence] = [token for token in words if token.start not in inside]
        return self._known[sentence]


def _of_one_kind(figure: Figure) -> bool:
    """Whether what is counted opens with a name ("U.S. passengers", "Chibok schoolgirls")."""
    first, *rest = (figure.about or "x").split()
    named = first[0].isupper() and stem(first.lower()) not in ANYBODY | DEED_OF.keys()
    return named and any(w[0].islower() for w in rest)


def named(words: Iterable[str]) -> frozenset[str]:
    """How the names among words begin, so that "Israeli" is of Israel."""
    return frozenset(
        w[:BEGINS].lower()
        for w in words
        if w[0].isupper() and word_and_stem(w)[1] not in ANYBODY | DEED_OF.keys()
    )


def _counts_a_part(side: Side, figure: Figure) -> bool:
    text = side.article.text_of(figure.within, figure.paragraph)
    return bool(
        _PART.search(figure.about or "")
        or _OF_THEM.match(text, figure.end)
        or _AMONG.search(text[max(0, figure.start - 45) : figure.start])
    )


def _past(side: Side) -> dict[int, str]:
    """For each sentence that dates what it tells long before the day of publication, the year."""
    published = side.article.published
    if published is None:
        return {}
    today = date.fromisoformat(published)
    found: dict[int, str] = {}
    for figure in side.article.figures:
        if figure.kind != "date" or not figure.iso or not figure.sure:
            continue
        match = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", figure.iso)
        if match is None:
            continue
        year, month, day = (int(part) if part else None for part in match.groups())
        if year == today.year and month is None:
            continue
        latest = _clamped(year or today.year, month or 12, day or 28)
        if (today - latest).days > LONG_AGO:
            at = side.sentence_at(figure.within, figure.paragraph, figure.start)
            if at is not None:
                found[at] = match[1]
    return found


def _clamped(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        return date(max(1, min(9999, year)), 1, 1)
