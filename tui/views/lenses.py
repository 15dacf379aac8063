"""Lenses: one kind of thing marked in an article at a time.

Takes an article (and its names), gives the places that a lens marks, in reading order, each
with what the status line says about it, in parts.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.article import READING_ORDER, Article, EntityType, Figure, Names, Quotation, Where
from corpus.denials import is_denied
from corpus.text import fold
from corpus.words import MONTHS, WEEKDAYS
from tui.views.fitting import Need, Part, told
from tui.views.lines import counted, shown

Lens = Literal["none", "hits", "find", "names", "figures", "quotations"]

WORDS_DENIED = "words denied"
"""What is said of a quotation whose words are given only to say that they are denied."""
KINDS: tuple[EntityType, ...] = ("person", "organisation", "place", "group", "event", "work")
PLURALS: dict[EntityType, str] = {
    "person": "people",
    "organisation": "organisations",
    "place": "places",
    "group": "groups",
    "event": "events",
    "work": "works",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """One place that a lens marks. `subject` is the number of the entity, quotation or figure."""

    within: Where
    paragraph: int
    start: int
    end: int
    style: str
    said: tuple[Part, ...]
    subject: int = -1

    @property
    def label(self) -> str:
        """All that is said of it."""
        return told(self.said)

    @property
    def place(self) -> tuple[Where, int]:
        """The text that the mark stands in."""
        return self.within, self.paragraph


def reading_order(mark: Mark) -> tuple[int, int, int]:
    """Sorts marks as an article is read."""
    return READING_ORDER[mark.within], mark.paragraph, mark.start


def name_marks(names: Names | None, only: str | None = None) -> list[Mark]:
    """The mentions of all entities, or of the one whose key is `only`."""
    if names is None:
        return []
    marks = [
        Mark(m.within, m.paragraph, m.start, m.end, e.type, said, number)
        for number, e in enumerate(names.entities)
        if only is None or e.key == only
        for said in [(Part(shown(e.name), pliant=True), Part(e.type))]
        for m in e.mentions
    ]
    return sorted(marks, key=reading_order)


def speaker_of(quotation: Quotation, number: int, names: Names | None) -> str | None:
    """Who says a quotation: the entity found for it, or the words of the text."""
    if names is not None:
        keys = dict(names.speakers)
        if number in keys:
            for entity in names.entities:
                if entity.key == keys[number]:
                    return entity.name
    return quotation.speaker


def quotation_said(
    quotation: Quotation, number: int, names: Names | None, *, denied: bool = False
) -> tuple[Part, ...]:
    """What is known of a quotation: "Ines Varga, direct, sure, “told reporters”".

    `denied`: its words are denied there, and not said.
    """
    speaker = speaker_of(quotation, number, names)
    decided = quotation.speaker_from is not None
    unknown = "nobody named" if decided else "speaker not found"
    who = Part(shown(speaker), pliant=True) if speaker else Part(unknown)
    parts = [who, Part(quotation.kind, Need.KIND)]
    if decided:
        parts.append(Part("decided by hand"))
    elif speaker:
        parts.append(Part("sure" if quotation.sure else "not sure"))
    if denied:
        parts.append(Part(WORDS_DENIED))
    if quotation.cue:
        parts.append(Part(f"“{shown(quotation.cue)}”", Need.WORDS))
    return tuple(parts)


def quotation_marks(article: Article, names: Names | None) -> list[Mark]:
    """The quotations; those whose speaker is not sure look unsure."""
    marks = []
    for number, q in enumerate(article.quotations):
        style = "quotation" if q.sure else "unsure"
        said = quotation_said(q, number, names, denied=is_denied(article, q))
        marks.append(Mark(q.within, q.paragraph, q.start, q.end, style, said, number))
    return sorted(marks, key=reading_order)


def figure_said(figure: Figure, *, by_hand: bool = False) -> tuple[Part, ...]:
    """What is known of a figure: "“3.8 million”, count, more than, 3,800,000, of: people";
    `by_hand` where a person decided something of it."""
    value = figure_value(figure)
    parts = [Part(f"“{shown(figure.text)}”", Need.WORDS if value else Need.MUST)]
    parts.append(Part(figure.kind, Need.KIND))
    if by_hand:
        parts.append(Part("decided by hand"))
    if figure.hedge:
        parts.append(Part(shown(figure.hedge)))
    if value:
        parts.append(Part(value, short=figure_value(figure, number=_briefly)))
    if doubt := not_sure(figure):
        parts.append(Part(doubt))
    if figure.about:
        parts.append(Part(f"of: {shown(figure.about)}", pliant=True))
    return tuple(parts)


def _number(value: float) -> str:
    return f"{int(value):,}" if value == int(value) else f"{value:,}"


def _briefly(value: float) -> str:
    """A number in fewer cells, where that says it exactly: "3.8 million"."""
    for unit, word in _LARGE:
        thousandths = value * 1_000 / unit
        if value >= unit and thousandths == int(thousandths):
            return f"{_number(thousandths / 1_000)} {word}"
    return _number(value)


_LARGE = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def figure_value(figure: Figure, number: Callable[[float], str] = _number) -> str:
    """The value as a number with its unit, a range, or the day it resolves to."""
    if figure.iso:
        return figure.iso
    if figure.value is not None:
        value = number(figure.value)
    elif figure.low is not None and figure.high is not None:
        value = f"{number(figure.low)} to {number(figure.high)}"
    elif figure.low is not None:
        value = f"at least {number(figure.low)}"
    elif figure.high is not None:
        value = f"at most {number(figure.high)}"
    else:
        return ""
    each = f" {'an' if figure.per == 'hour' else 'a'} {figure.per}" if figure.per else ""
    return (f"{value} {figure.unit}" if figure.unit else value) + each


def not_sure(figure: Figure) -> str:
    """What is not certain of a date, or "": its year, for a day of the week its week, and for
    "today" or "last night" the day itself."""
    if figure.kind != "date" or figure.sure:
        return ""
    if figure.unit == "week" or (
        figure.unit == "day" and any(name in figure.text for name in WEEKDAYS)
    ):
        return "week not certain"
    if figure.unit in ("month", "year") and "next" in figure.text:
        return "or the time from then on"  # "over the next month"
    named = any(name[:3] in figure.text for name in MONTHS)
    if figure.unit in ("day", "month") and not named:
        return f"{figure.unit} not certain"  # "tonight", "this month"
    return "year not certain" if figure.unit in ("day", "month", "year") else "not certain"


def hedged(figure: Figure) -> str:
    """The value with the word that hedges it: "80 (nearly)"; the word alone without a value."""
    value = figure_value(figure)
    hedge = shown(figure.hedge) if figure.hedge else not_sure(figure)
    return f"{value} ({hedge})" if value and hedge else value or hedge


def figure_marks(article: Article, decided: Container[int] = ()) -> list[Mark]:
    """The figures of an article; a person `decided` something about those with these numbers."""
    marks = [
        Mark(
            f.within,
            f.paragraph,
            f.start,
            f.end,
            "figure",
            figure_said(f, by_hand=number in decided),
            number,
        )
        for number, f in enumerate(article.figures)
    ]
    return sorted(marks, key=reading_order)


def _words(text: str) -> tuple[Part, ...]:
    """All that is said of a place of words asked for: the words."""
    return (Part(f"“{shown(text)}”", pliant=True),)


SpansOf = Callable[[str, Where, Sequence[Quotation]], Sequence[tuple[int, int]]]
"""Where the words asked for stand in a text, which text it is ("title", "body"), what it quotes."""


def hit_marks(article: Article, spans: SpansOf) -> list[Mark]:
    """The places of a query's words; `spans` says where they stand in a text."""
    quoted: dict[tuple[Where, int], list[Quotation]] = {}
    for one in article.quotations:
        quoted.setdefault((one.within, one.paragraph), []).append(one)
    return [
        Mark(within, paragraph, start, end, "hit", _words(text[start:end]))
        for within, paragraph, text in article.texts()
        for start, end in spans(
            text, "title" if within == "title" else "body", quoted.get((within, paragraph), ())
        )
    ]


def find_spans(text: str, wanted: str) -> list[tuple[int, int]]:
    """Where words that a person typed stand in a text, case and accents aside."""
    needle = fold(wanted.strip())
    if not needle:
        return []
    folded, origins = [], []
    for position, character in enumerate(text):
        for letter in fold(character):
            folded.append(letter)
            origins.append(position)
    hay, found, at = "".join(folded), [], 0
    while (at := hay.find(needle, at)) >= 0:
        found.append((origins[at], origins[at + len(needle) - 1] + 1))
        at += len(needle)
    return found


def find_marks(article: Article, wanted: str) -> list[Mark]:
    """The places of words looked for within the article."""
    return [
        Mark(within, paragraph, start, end, "find", _words(text[start:end]))
        for within, paragraph, text in article.texts()
        for start, end in find_spans(text, wanted)
    ]


def by_place(marks: Iterable[Mark]) -> dict[tuple[Where, int], list[Mark]]:
    """Marks gathered by the text they stand in."""
    found: dict[tuple[Where, int], list[Mark]] = {}
    for mark in marks:
        found.setdefault(mark.place, []).append(mark)
    return found


def summary(lens: Lens, marks: Sequence[Mark], wanted: str = "") -> str:
    """What the status line says when a lens is put on."""
    match lens:
        case "names":
            return counted(len(marks), "place", "places") + " that name somebody or something"
        case "figures":
            return counted(len(marks), "figure")
        case "quotations":
            return counted(len(marks), "quotation")
        case "hits":
            return counted(len(marks), "place", "places") + " of the query's words"
        case "find":
            return f"“{shown(wanted)}”: {counted(len(marks), 'place', 'places')}"
        case _:
            return ""
