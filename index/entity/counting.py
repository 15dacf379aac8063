"""A dossier counted: how often, when, where, with whom, in which words.

In go the entries that are meant with what columns say of their articles; out come the rows of an
entity's page, each counted once. Nothing is read here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from corpus.text import fold
from index.answers import Unit
from index.entity.dossier import Dossier, Entry
from index.entity.result import Company, Label, OutletPart, SaidRow, Spelling, Stretch, Voice
from index.facets import stretch, stretches


@dataclass(frozen=True, slots=True)
class Source:
    """What columns say of an article."""

    id: str
    outlet: str | None
    published: str | None
    title: str
    copy: bool


Sources = Mapping[int, Source]
DayOf = Callable[[str], str]


class _Folded(dict[str, str]):
    """Texts folded once each."""

    def __missing__(self, text: str) -> str:
        self[text] = fold(text)
        return self[text]


@dataclass(slots=True)
class _Tally:
    """How often something stands, in which articles, of which outlets."""

    times: int = 0
    articles: set[int] = field(default_factory=set)
    outlets: Counter[str | None] = field(default_factory=Counter)

    def add(self, seq: int, outlet: str | None) -> None:
        """One more place."""
        self.times += 1
        if seq not in self.articles:
            self.articles.add(seq)
            self.outlets[outlet] += 1


def spelt(entries: Iterable[Entry], why: Mapping[str, str]) -> list[Spelling]:
    """The spellings, the most frequent first."""
    found: defaultdict[str, _Tally] = defaultdict(_Tally)
    for entry in entries:
        for one in entry.named:
            found[one.spelling].add(entry.seq, None)
    rules = {fold(text): rule for text, rule in why.items()}
    rows = [
        Spelling(text, tally.times, len(tally.articles), rules.get(fold(text), ""))
        for text, tally in found.items()
    ]
    return sorted(rows, key=lambda one: (-one.times, one.text))


def labels(entries: Iterable[Entry], sources: Sources) -> list[Label]:
    """Forms that say more than the spelling, and what a person is said to be."""
    found: defaultdict[tuple[str, str], _Tally] = defaultdict(_Tally)
    written: dict[tuple[str, str], str] = {}
    folded = _Folded()
    for entry in entries:
        outlet = sources[entry.seq].outlet
        for one in entry.named:
            if one.form != one.spelling and folded[one.form] != folded[one.spelling]:
                at = "form", folded[one.form]
                written.setdefault(at, one.form)
                found[at].add(entry.seq, outlet)
        if entry.role:
            at = "role", fold(entry.role)
            written.setdefault(at, entry.role)
            found[at].add(entry.seq, outlet)
    rows = [
        Label(
            written[at], "form" if at[0] == "form" else "role", tally.times, len(tally.articles),
            tuple(sorted(tally.outlets.items(), key=lambda one: (-one[1], one[0] or "~"))),
        )
        for at, tally in found.items()
    ]  # fmt: skip
    return sorted(rows, key=lambda one: (-one.articles, -one.times, one.kind, one.text))


def over_time(
    entries: Sequence[Entry], sources: Sources, read: Mapping[str, int], unit: Unit
) -> list[Stretch]:
    """Stretches without a gap from the first to the last day on which the entity is named.

    `read` counts for each day the articles meant whose names were read.
    """
    days = [day for entry in entries if (day := sources[entry.seq].published)]
    if not days:
        return []
    first, last = min(days), max(days)
    name_of = _stretch_of(unit)
    articles: Counter[str] = Counter()
    times: Counter[str] = Counter()
    for entry in entries:
        day = sources[entry.seq].published
        if day:
            articles[name_of(day)] += 1
            times[name_of(day)] += len(entry.named)
    of: Counter[str] = Counter()
    for day, number in read.items():
        if day:
            of[name_of(day)] += number
    begin, end = date.fromisoformat(first[:10]), date.fromisoformat(last[:10])
    return [
        Stretch(when, articles[when], of[when], times[when]) for when in stretches(begin, end, unit)
    ]


def by_outlet(
    entries: Sequence[Entry],
    sources: Sources,
    read: Mapping[str | None, int],
    when: Sequence[Stretch],
    unit: Unit,
) -> list[OutletPart]:
    """Every outlet that names the entity, the one with most articles first."""
    name_of = _stretch_of(unit)
    found: defaultdict[str | None, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[sources[entry.seq].outlet].append(entry)
    rows = []
    for outlet, own in found.items():
        days = sorted(day for entry in own if (day := sources[entry.seq].published))
        over = Counter(name_of(day) for day in days)
        rows.append(
            OutletPart(
                outlet, len(own), read.get(outlet, 0), sum(len(one.named) for one in own),
                days[0] if days else None, days[-1] if days else None,
                tuple(over[one.when] for one in when),
            )
        )  # fmt: skip
    return sorted(rows, key=lambda one: (-one.articles, one.name or "~"))


def company(
    entries: Iterable[Entry], dossier: Dossier, most: int | None
) -> tuple[list[Company], int]:
    """Who else is named, those in most of the articles first, at most so many; and how many."""
    articles: Counter[int] = Counter()
    sentences: Counter[int] = Counter()
    for entry in entries:
        articles.update(entry.others)
        sentences.update(entry.together[::2])
    by_key: Counter[str] = Counter()
    together: Counter[str] = Counter()
    called: dict[str, tuple[int, str]] = {}
    for number, count in articles.items():
        key, name = dossier.beside[number]
        by_key[key] += count
        together[key] += sentences[number]
        if key not in called or called[key][0] < count:
            called[key] = count, name
    first = sorted(by_key, key=lambda key: (-by_key[key], -together[key], key))[:most]
    return [Company(key, called[key][1], by_key[key], together[key]) for key in first], len(by_key)


def voice(entries: Iterable[Entry], *, direct: bool) -> Voice:
    """How much is quoted with quotation marks, or reported without."""
    said = [
        (entry.seq, one.words)
        for entry in entries
        for one in entry.said
        if (one.kind != "indirect") == direct
    ]
    return Voice(len(said), sum(words for _, words in said), len({seq for seq, _ in said}))


def sayings(entries: Iterable[Entry], sources: Sources) -> list[SaidRow]:
    """What the entity says, newest first; the same words of several articles are one row."""
    found: dict[tuple[str, str], list[tuple[Entry, int]]] = {}
    for entry in entries:
        for number, one in enumerate(entry.said):
            at = "indirect" if one.kind == "indirect" else "direct", wording(one.text)
            found.setdefault(at, []).append((entry, number))
    rows = []
    for places in found.values():
        places.sort(key=lambda p: (sources[p[0].seq].published or "~", p[0].seq))
        entry, number = places[0]
        one, source = entry.said[number], sources[entry.seq]
        rows.append(
            SaidRow(
                one.kind, one.text, one.cue, one.sure, source.id, source.outlet, source.published,
                one.sentence, len({e.seq for e, _ in places}),
                len({sources[e.seq].outlet for e, _ in places}),
            )
        )  # fmt: skip
    rows.sort(key=lambda one: one.published or "", reverse=True)
    return rows


def wording(text: str) -> str:
    """The words of a quotation, however they are set."""
    return " ".join(fold(text).split()).rstrip(".,;:!?")


def _stretch_of(unit: Unit) -> DayOf:
    known: dict[str, str] = {}

    def name_of(day: str) -> str:
        if day not in known:
            known[day] = stretch(date.fromisoformat(day[:10]), unit)
        return known[day]

    return name_of
