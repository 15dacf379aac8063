"""Two outlets as rows: sections of what can be counted, and what stands behind every number.

In go a `Pair` and, once the texts are read, its `Telling`; out come the items of each section, and
for an item the articles and words that its numbers are made of. How it looks is the affair of
`outlet_lines`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from operator import itemgetter
from typing import Literal, get_args

from corpus.coverage.passages import Sought
from corpus.coverage.result import Called, Count, Label, Measure, Named, Telling, Term, Voice
from index.coverage.result import Nearest, OneSided, Pair, Shared, Side, Stretch
from tui.views.outlets import outside, within

Section = Literal[
    "volume", "shared", "partly", "perhaps_left", "only_left", "perhaps_right", "only_right",
    "agency", "voices", "names", "labels", "words_left", "words_right",
]  # fmt: skip
LeftRight = Literal["left", "right"]
SECTIONS: tuple[Section, ...] = get_args(Section)
TEXTS = frozenset(("voices", "names", "labels", "words_left", "words_right"))
"""The sections that rest on the texts."""
PERHAPS: dict[Section, LeftRight] = {"perhaps_left": "left", "perhaps_right": "right"}
"""Events of which one side has a story, the other perhaps an article in another one."""
ONLY: dict[Section, LeftRight] = {"only_left": "left", "only_right": "right"}
"""Events that were not found on the other side."""
BARS = 12  # stretches of time that are told one by one among the other sections


@dataclass(frozen=True, slots=True)
class Voiced:
    """Somebody who is quoted on either side, or on one."""

    name: str
    role: str | None
    left: Voice | None
    right: Voice | None

    @property
    def unnamed_in(self) -> int:
        """In how many articles of both sides is said what they are, and not who; 0 of one."""
        return sum(voice.unnamed_in or 0 for voice in (self.left, self.right) if voice)

    @property
    def also(self) -> tuple[str, ...]:
        """A surname alone that stands for the same one in what was counted."""
        return tuple(
            sorted({n for v in (self.left, self.right) if v for n in _alone(v, self.name)})
        )


def _alone(voice: Voice, shown: str) -> tuple[str, ...]:
    return voice.also_named if voice.name == shown else (*voice.also_named, voice.name)


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Quotations for which no speaker was found, with their words."""

    left: Count
    right: Count
    left_words: int
    right_words: int


@dataclass(frozen=True, slots=True)
class Agency:
    """Articles that credit an agency, or any (`name` is None), on either side."""

    name: str | None
    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """Articles that no bar stands for: on days outside, or without a day."""

    dated: bool
    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Calling:
    """One way to call somebody or something; in the list shown, the `first` below another's, where
    it is said whose it is."""

    called: Called
    label: Label
    first: bool = field(default=True, compare=False)


@dataclass(frozen=True, slots=True)
class Spark:
    """All bars of one side in one line."""

    side: LeftRight


Item = (
    Stretch | Shared | OneSided | Named | Term | Voiced | Unnamed | Agency | Apart | Calling | Spark
)


@dataclass(frozen=True, slots=True)
class Behind:
    """What a number is made of: articles of either side (full ids), and what to find in them.

    `around` asks for all articles of a side on these days besides: "not found" rests on them;
    `nearest` is the one article of that side that is named.
    """

    told: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    sought: Sought | None = None
    around: tuple[LeftRight, str, str] | None = None
    nearest: tuple[LeftRight, Nearest] | None = None


def items(pair: Pair, telling: Telling | None, section: Section) -> list[Item]:
    """What a section consists of; nothing of the texts before they are read."""
    match section:
        case "volume":
            return _volume(pair)
        case "shared" | "partly":
            return [one for one in pair.shared if one.found_on_both == (section == "shared")]
        case "only_left" | "perhaps_left" | "only_right" | "perhaps_right" if not pair.decided:
            return []
        case "only_left" | "perhaps_left":
            return [one for one in pair.only_left if one.perhaps == (section in PERHAPS)]
        case "only_right" | "perhaps_right":
            return [one for one in pair.only_right if one.perhaps == (section in PERHAPS)]
        case "agency":
            return _agencies(pair)
    if telling is None:
        return []
    match section:
        case "voices":
            return _voices(telling)
        case "names":
            return list(telling.names)
        case "labels":
            return [Calling(one, label) for one in telling.labels for label in one.labels]
        case "words_left":
            return [one for one in telling.terms if one.z > 0]
        case _:
            return [one for one in telling.terms if one.z < 0]


def with_whose(found: Sequence[Item]) -> list[Item]:
    """The items as they are shown, in this order: of ways to call one thing that stand together
    only the first says whose they are."""
    said: list[Item] = []
    for item in found:
        before = said[-1] if said else None
        if isinstance(item, Calling):
            same = isinstance(before, Calling) and before.called is item.called
            said.append(replace(item, first=not same))
        else:
            said.append(item)
    return said


def _volume(pair: Pair) -> list[Item]:
    found: list[Item] = list(pair.volume)
    if len(found) > BARS:
        found = [Spark("left"), Spark("right")]
    return found + apart(pair)


def apart(pair: Pair) -> list[Item]:
    """What no bar stands for."""
    strays = [tuple(outside(side, pair.span)) for side in (pair.left, pair.right)]
    undated = [
        tuple(one for one, day in zip(side.articles, side.days, strict=True) if not day)
        for side in (pair.left, pair.right)
    ]
    found: list[Item] = []
    if any(strays):
        found.append(Apart(True, *strays))
    if any(undated):
        found.append(Apart(False, *undated))
    return found


def _agencies(pair: Pair) -> list[Item]:
    ours, theirs = dict(pair.left.agencies), dict(pair.right.agencies)
    found = [Agency(one, ours.get(one, ()), theirs.get(one, ())) for one in {**ours, **theirs}]
    found.sort(key=lambda one: (-len(one.left) - len(one.right), one.name))
    return [Agency(None, pair.left.credited, pair.right.credited), *found]


def _voices(telling: Telling) -> list[Item]:
    ours = {one.key: one for one in telling.left_voices}
    theirs = {one.key: one for one in telling.right_voices}
    found: list[tuple[float, str, Voiced]] = []
    for key in {**ours, **theirs}:
        left, right = ours.get(key), theirs.get(key)
        named = left or right
        assert named is not None
        role = (left.role if left else None) or (right.role if right else None)
        name = max((v.name for v in (left, right) if v), key=lambda name: " " in name)
        voiced = Voiced(name, role, left, right)
        found.append((-_share(left) - _share(right), key, voiced))
    found.sort(key=itemgetter(0, 1))
    every = [one for _, _, one in found]
    unnamed = Unnamed(
        telling.left.unnamed, telling.right.unnamed,
        telling.left.unnamed_words, telling.right.unnamed_words,
    )  # fmt: skip
    return [*every, unnamed] if unnamed.left.times or unnamed.right.times else [*every]


def _share(voice: Voice | None) -> float:
    return voice.share + voice.indirect_words / 1e9 if voice else 0.0


def rates(item: Item, pair: Pair, telling: Telling | None) -> tuple[float, float] | None:
    """What is compared of an item, as a part of its side's whole; None where nothing is."""
    match item:
        case Voiced(left=left, right=right):
            return (left.share if left else 0.0, right.share if right else 0.0)
        case Named() if telling is not None:
            return (
                _part(item.left.articles, telling.left.recognised),
                _part(item.right.articles, telling.right.recognised),
            )
        case Agency():
            return (
                _part(len(item.left), len(pair.left.articles)),
                _part(len(item.right), len(pair.right.articles)),
            )
        case Calling() if telling is not None:
            return per_words(item.label.left, telling.left), per_words(
                item.label.right, telling.right
            )
    return None


def _part(count: int, whole: int) -> float:
    return count / whole if whole else 0.0


def per_words(count: Count, measure: Measure) -> float:
    """Times in ten thousand words."""
    return 10_000 * _part(count.times, measure.words)


def alone(item: Item) -> LeftRight | None:
    """On which side alone an item stands, where it stands on one only."""
    match item:
        case Stretch() | Shared() | OneSided() | Spark():
            return None
        case Voiced(left=left, right=right):
            has = (left is not None, right is not None)
        case Agency(left=a, right=b) | Apart(left=a, right=b):
            has = (bool(a), bool(b))
        case Unnamed(left=x, right=y) | Named(left=x, right=y) | Term(left=x, right=y):
            has = (bool(x.times), bool(y.times))
        case Calling(label=label):
            has = (bool(label.left.times), bool(label.right.times))
    return {(True, False): "left", (False, True): "right"}.get(has)  # type: ignore[return-value]


def entity_of(item: Item) -> str:
    """The key of the entity that an item is about; empty where none is known."""
    match item:
        case Named(key=key):
            return key
        case Calling(called=called):
            return called.key
        case Voiced(left=left, right=right):
            voice = left or right
            return voice.key if voice is not None and ":" in voice.key else ""
    return ""


def known_by(item: Item | None) -> str:
    """What an item is known by within its section when the page is made anew; empty for none."""
    match item:
        case Stretch(when=when):
            return when
        case Shared(id=full) | OneSided(id=full):
            return full
        case Voiced(left=left, right=right):
            voice = left or right
            return voice.key if voice is not None else ""
        case Named(key=key):
            return key
        case Calling(called=called, label=label):
            return f"{called.kind} {called.key or called.of}: {label.text}"
        case Term(term=term):
            return term
        case Agency(name=name):
            return name or "any"
        case Spark(side=side):
            return side
        case Unnamed():
            return "nobody named"
        case Apart(dated=dated):
            return "outside" if dated else "undated"
    return ""


def _keys(item: Voiced) -> tuple[str, ...]:
    """All further keys under which somebody is quoted."""
    return tuple(sorted({key for v in (item.left, item.right) if v for key in v.also}))


def behind(item: Item, pair: Pair) -> Behind | None:
    """What the numbers of an item are made of; None where there is nothing to open."""
    left, right = pair.left, pair.right
    match item:
        case Stretch(when=when):
            found = Behind(
                "articles of this time",
                tuple(within(left, when, pair.unit)), tuple(within(right, when, pair.unit)),
            )  # fmt: skip
        case Spark(side=side):
            found = Behind(
                "articles", *((left.articles, ()) if side == "left" else ((), right.articles))
            )
        case Apart(dated=dated):
            told = "articles on days outside the bars" if dated else "articles without a day"
            found = Behind(told, item.left, item.right)
        case Shared():
            found = Behind(f"the event: {item.title}", item.left, item.right)
        case OneSided():
            found = _one_sided(item, pair)
        case Agency(name=name):
            found = Behind(f"articles that credit {name or 'an agency'}", item.left, item.right)
        case Voiced():
            voice = item.left or item.right
            assert voice is not None
            found = Behind(
                f"quotations: {item.name}",
                _heard(left, item.left), _heard(right, item.right),
                Sought("voice", voice.key, also=_keys(item)),
            )  # fmt: skip
        case Unnamed():
            found = _counted("quotations for which no speaker was found", item.left, item.right,
                             pair, Sought("voice", ""))  # fmt: skip
        case Named():
            found = _counted(f"named: {item.name}", item.left, item.right, pair,
                             Sought("name", item.key))  # fmt: skip
        case Calling(called=called, label=label):
            found = _counted(f"{called.of}: {label.text}", label.left, label.right, pair,
                             _sought(called, label))  # fmt: skip
        case Term(term=term):
            found = _counted(f"the word: {term}", item.left, item.right, pair,
                             Sought("word", term))  # fmt: skip
    return found if found.left or found.right else None


def _one_sided(item: OneSided, pair: Pair) -> Behind:
    on_left = any(item is one for one in pair.only_left)
    other: LeftRight = "right" if on_left else "left"
    near = item.nearest
    theirs = (near.id,) if near is not None else ()
    return Behind(
        f"the event: {item.title}",
        item.articles if on_left else theirs,
        theirs if on_left else item.articles,
        around=(other, *item.between) if item.between else None,
        nearest=(other, near) if near is not None else None,
    )


def how_near(near: Nearest) -> str:
    """What the nearest article of the other side may be, as a comparison of the two says."""
    if near.event == "same":
        return "on the same event"
    if near.perhaps and not (near.event == "different" and near.beside_it):
        return "perhaps on the same event"
    return "of a story near to it" if near.beside_it else "likely something else"


def likeness(near: Nearest) -> str:
    """ ".34", for tables."""
    return f"{near.likeness:.2f}".removeprefix("0")


def _counted(told: str, left: Count, right: Count, pair: Pair, sought: Sought) -> Behind:
    return Behind(told, _texts(pair.left, left.within), _texts(pair.right, right.within), sought)


def _heard(side: Side, voice: Voice | None) -> tuple[str, ...]:
    if voice is None:
        return ()
    return _texts(side, sorted({*voice.direct.within, *voice.indirect.within}))


def _texts(side: Side, numbers: Sequence[int]) -> tuple[str, ...]:
    return tuple(side.texts[number] for number in numbers)


def _sought(called: Called, label: Label) -> Sought:
    if called.kind == "entity":
        return Sought("name", called.key, label.text)
    return Sought("verb" if called.kind == "verbs" else "noun", label.text)
