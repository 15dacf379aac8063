"""The places of a comparison that `n` goes through, one by one, each with its counter.

Without a lens these are the differences: quotations that were changed, figures that may
conflict, claims of a headline that its body does not carry, changes between versions. Lenses of
figures and quotations go through their pairs, differences first; names and wording through what
each side calls a thing. Two findings in one row are two places.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from corpus.comparison.facing import DifferenceKind, WordChange
from corpus.comparison.result import SAID, Comparison, FigurePair, Label, Labels, QuotationPair
from corpus.text import fold
from tui.views.differing import CompareLens
from tui.views.facing import differ_in_a_word
from tui.views.lines import shown, width_of
from tui.views.marks import (
    CHANGE_MARKS,
    CLAIM,
    FIGURE_MARKS,
    GRAVE,
    OTHERWISE,
    TELLINGS,
    quotation_mark,
    quoted_on,
)
from tui.views.not_held import NOT_HELD, in_a_line, with_thing
from tui.views.pair_row import PairRow
from tui.views.spoken_by import quoted_where, spoken_briefly

_LABELS = 4  # of one side that are told
ONE: dict[CompareLens, str] = {
    "differences": "difference",
    "names": "name",
    "figures": "figure",
    "quotations": "quotation",
    "wording": "wording",
    "find": "place of these words",
}
"""What one place of a lens is called."""

ONE_SIDED = "one-sided passage"
"""What a row is called that one side alone has; it may have several sentences."""

NOTHING: dict[CompareLens, str] = {
    "differences": "no difference is marked in these two",
    "names": "no names in these two; this lens marks people, organisations and places",
    "figures": "no figures in these two; this lens marks numbers with what they count",
    "quotations": "nothing is quoted in these two; this lens marks quotations and speakers",
    "wording": "no other wordings found; this lens marks two ways to say one thing",
    "find": "these words stand in neither article",
}
"""What is said where a lens marks nothing, and what it would mark."""

KEYED: tuple[CompareLens, ...] = ("names", "figures", "quotations", "wording")
"""The lenses that have a key."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place: its row, the kind it is counted in, its gravity, and what is said of it."""

    row: int
    kind: str
    gravity: int
    label: str


def places(
    lens: CompareLens,
    rows: Sequence[PairRow],
    comparison: Comparison,
    marked_in: Callable[[PairRow], Sequence[str]],
) -> list[Place]:
    """Every place that `n` visits, in its order; `marked_in` gives the words that the lens marks
    in a row."""
    match lens:
        case "differences":
            found = [p for n, row in enumerate(rows) for p in findings(n, row)]
            if comparison.revision is not None:  # a quotation changes with its sentence
                found = [p for p in found if p.kind in _CHANGES]
            found = [
                Place(p.row, "difference", p.gravity, p.label) for p in found if p.gravity >= GRAVE
            ]
            one_sided = [
                Place(n, ONE_SIDED, 0, row.label) for n, row in enumerate(rows) if row.only
            ]
            return (
                found
                or one_sided
                or [
                    Place(n, _WORDS_DIFFER, 0, row.label)
                    for n, row in enumerate(rows)
                    if row.left and row.right and differ_in_a_word(row.key, comparison)
                ]
            )
        case "names":
            return _names(rows, comparison)
        case "wording":
            return _wordings(rows, comparison)
        case "find":
            marked = [n for n, row in enumerate(rows) if marked_in(row)]
            return [Place(n, ONE[lens], rows[n].gravity, rows[n].label) for n in marked]
    paired: list[Place] = []
    for number, row in enumerate(rows):
        own = [p for p in findings(number, row) if (p.kind in _FIGURES) == (lens == "figures")]
        own = [p for p in own if p.kind not in (*_OTHER, *_KINDS.values())]
        if own:
            paired += own
        elif words := marked_in(row):
            said = " · ".join(dict.fromkeys(map(shown, words)))
            paired.append(Place(number, f"other {lens}", -1, said))
    if lens == "figures":
        paired += _not_held(rows, comparison)
    return sorted(paired, key=lambda place: -place.gravity)


def _not_held(rows: Sequence[PairRow], comparison: Comparison) -> list[Place]:
    """The numbers that are counted differently and not held to conflict, behind those that may."""
    gravity = FIGURE_MARKS["differ"].gravity - 1
    return [
        Place(row, NOT_HELD, gravity, f"{NOT_HELD}, {in_a_line(one)}")
        for one in comparison.not_held
        if (row := _row_with(rows, one.left, one.right)) is not None
    ]


def placed(
    found: Sequence[Place], before: Sequence[PairRow], rows: Sequence[PairRow], lens: CompareLens
) -> list[Place]:
    """The places found in the rows `before`, where these stand in another order: differences and
    words come row by row, the other lenses keep theirs."""
    where = {row.key: number for number, row in enumerate(rows)}
    moved = [replace(p, row=where[before[p.row].key]) for p in found if before[p.row].key in where]
    return sorted(moved, key=lambda p: p.row) if lens in ("differences", "find") else moved


_FIGURES = {mark.label for mark in FIGURE_MARKS.values()}
_CHANGES = {mark.label for mark in CHANGE_MARKS.values()}
_OTHER = {CLAIM.label, *_CHANGES}


def findings(number: int, row: PairRow) -> list[Place]:
    """The pairs of quotations and figures of a row, the claims and changes."""
    found: list[Place] = []
    for quotation in row.quotations:
        _, gravity, label, _ = quotation_mark(quotation)
        speaker = f" ({spoken_briefly(quotation)})" if quotation.speaker else ""
        kind = "quotation changed" if gravity >= GRAVE else "same quotation"
        words = _changed(quotation) if gravity >= GRAVE else ""
        if more := quoted_on(quotation):
            words += f"; {more}"
        found.append(Place(number, kind, gravity, f"{label}{words}{speaker}{_elsewhere(row)}"))
    for figure in row.figures:
        _, gravity, label, _ = FIGURE_MARKS[figure.relation]
        values = _values(figure) + _elsewhere(row)
        found.append(Place(number, label, gravity, f"{label}, {values}"))
    for paraphrase in row.paraphrases:
        gravity = TELLINGS[paraphrase.told].gravity
        found.append(Place(number, "quoted or reported", gravity, quoted_where(paraphrase)))
    for claim in row.claims:
        if claim.role != "caption":
            said = f"{claim.role} on the {claim.side}, {CLAIM.label}"
            found.append(Place(number, CLAIM.label, CLAIM.gravity, said))
    found += _otherwise(number, row, [p for p in found if p.gravity >= GRAVE])
    if row.change is not None:
        _, gravity, label, _ = CHANGE_MARKS[row.change.kind]
        found.append(Place(number, label, gravity, label))
    return found


def _otherwise(number: int, row: PairRow, listed: Sequence[Place]) -> list[Place]:
    """The words that matter, of sentences that are alike but for them; those that a quotation or
    a figure of the row tells already are not told twice."""
    found = []
    for difference in row.otherwise:
        for one in difference.telling:
            words = [shown(text) for text in (one.left_text, one.right_text)]
            if any(_tells(place, words) for place in listed):
                continue
            if all(words):
                said = " | ".join(words)
            else:
                said = (
                    f"{words[0]} only on the left" if words[0] else f"{words[1]} only on the right"
                )
            label = f"{_KINDS[one.kind]}: {said}"
            found.append(Place(number, _KINDS[one.kind], OTHERWISE.gravity, label))
    return found


def _tells(place: Place, words: Sequence[str]) -> bool:
    return all(re.search(rf"(?<!\w){re.escape(w)}(?!\w)", place.label) for w in words if w)


def words_otherwise(row: PairRow) -> list[str]:
    """The words that matter which are otherwise in a row: "another day: Monday | Sunday"."""
    return [p.label for p in findings(0, row) if p.kind in _KINDS.values()]


def words_that_matter(rows: Sequence[PairRow]) -> int:
    """How many words that matter are otherwise in sentences that are alike but for them."""
    kinds = _KINDS.values()
    return sum(place.kind in kinds for n, row in enumerate(rows) for place in findings(n, row))


_KINDS: dict[DifferenceKind, str] = {
    "name": "another name",
    "day": "another day",
    "negation": "a negation on one side",
    "number": "another number",
    "unit": "another unit",
    "verb": "another verb of saying",
    "order": "changed places",
    "denied": "denied on one side",
    "opposite": "the opposite",
    "time": "another time of day",
}
_WORDS_DIFFER = "other words"


def _changed(quotation: QuotationPair) -> str:
    """The words that differ most: ": make sure | ensure", or those that one side alone has."""

    def of(change: WordChange) -> tuple[str, str]:
        return (
            quotation.left_text[change.left_start : change.left_end],
            quotation.right_text[change.right_start : change.right_end],
        )

    found = [of(change) for change in quotation.changes]
    both = [words for words in found if all(words)]
    if quotation.relation == "altered" and both:
        found = both
    if not found:
        return ""
    sides = max(found, key=lambda words: min(_LONGEST, max(map(len, words))))
    return ": " + " | ".join(_cut(shown(words)) for words in sides if words)


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"


_LONGEST = 40  # characters of words that differ, in a line


def _values(figure: FigurePair) -> str:
    """Both numbers with what they count; where that is long, the numbers first, so that a narrow
    screen cuts off neither."""
    both = (
        (figure.left_text, figure.left_about),
        (figure.right_text, figure.right_about),
    )
    values = " | ".join(with_thing(text, about) for text, about in both)
    if width_of(values) <= _LONGEST:
        return values
    numbers = " | ".join(shown(text) for text, _ in both)
    if one := one_thing(*(shown(about or "") for _, about in both)):
        return f"{numbers} {one}"
    things = " | ".join(dict.fromkeys(shown(about) for _, about in both if about))
    return f"{numbers} ({things})"


def one_thing(left: str, right: str) -> str:
    """What two figures count, where one names it in the words of the other and maybe more.

    >>> one_thing("people", "people unaccounted for")
    'people unaccounted for'
    """
    ours, theirs = fold(left).split(), fold(right).split()
    if not ours or not theirs:
        return ""
    if set(ours) <= set(theirs):
        return right
    return left if set(theirs) <= set(ours) else ""


def _elsewhere(row: PairRow) -> str:
    return " (the other stands in another row)" if row.one_sided else ""


def _row_with(rows: Sequence[PairRow], left: int | None, right: int | None) -> int | None:
    """The row that holds both sentences, else the first that holds one of them."""
    first = None
    for n, row in enumerate(rows):
        ours, theirs = left in row.left, right in row.right
        if ours and theirs:
            return n
        if first is None and (ours or theirs):
            first = n
    return first


def _names(rows: Sequence[PairRow], comparison: Comparison) -> list[Place]:
    """Entities that one side names first, then those of both, each at its first sentence."""
    found: list[tuple[bool, int, Place]] = []
    for entity in comparison.entities:
        row = _row_with(rows, entity.left, entity.right)
        if row is None:
            continue
        only = entity.left is None or entity.right is None
        lacking = "right" if entity.right is None else "left"
        kind = f"name not found on the {lacking}" if only else "name on both sides"
        label = f"{shown(entity.name)} ({entity.type})"
        found.append((not only, row, Place(row, kind, int(only), label)))
    return [place for _, _, place in sorted(found, key=lambda f: f[:2])]


def _wordings(rows: Sequence[PairRow], comparison: Comparison) -> list[Place]:
    """Two ways to say one thing, in the order of the text, then what each side calls whom."""
    found = []
    for wording in comparison.wording:
        row = _row_with(rows, wording.left_sentence, wording.right_sentence)
        if row is not None:
            label = f"{shown(wording.left)} | {shown(wording.right)}"
            found.append(Place(row, "wording", 1, label))
    found.sort(key=lambda place: place.row)
    for labels in comparison.labels:
        first = [each[0].sentences[0] for each in (labels.left, labels.right) if each]
        if len(first) == 2 and (labels.only_left or labels.only_right):
            row = _row_with(rows, *first)
            if row is not None:
                found.append(Place(row, "what each calls it", 0, labels_in_words(labels)))
    return found


def labels_in_words(labels: Labels) -> str:
    """What each side calls one thing: "armed groups: rebels 4, fighters 1 | terrorists 6"; of more
    than a few the commonest, and how many there are ("… (6 verbs in all)")."""
    noun = "verbs" if labels.of == SAID else "labels"
    left = _listed(labels.left, noun) + _unclear(labels.apart_left)
    right = _listed(labels.right, noun) + _unclear(labels.apart_right)
    return f"{shown(labels.of)}: {left} | {right}"


def _unclear(labels: Sequence[Label]) -> str:
    """A surname alone that two bear: "; Varga, not told apart: 5"."""
    return "".join(f"; {shown(one.text)}, not told apart: {one.count}" for one in labels)


def _listed(labels: Sequence[Label], noun: str) -> str:
    said = ", ".join(f"{shown(label.text)} {label.count}" for label in labels[:_LABELS])
    return said + f" ({len(labels)} {noun} in all)" * (len(labels) > _LABELS) or "nothing"


def next_place(all_places: Sequence[Place], at: int, row: int, by: int) -> int:
    """The number of the place that comes next: after the one at `at` while one stands on its row,
    else from the row on. Those that begin with the gravest begin there, and from a row without a
    place of theirs go on where they were."""
    rows = [place.row for place in all_places]
    if 0 <= at < len(rows) and rows[at] == row:
        return at + by
    in_order = rows == sorted(rows)
    if not in_order and at < 0:
        return 0 if by > 0 else len(rows) - 1
    if row in rows:
        return rows.index(row) + by
    if not in_order:
        return at + by
    if by > 0:
        return next((n for n, other in enumerate(rows) if other > row), len(rows))
    return next((n for n in reversed(range(len(rows))) if rows[n] < row), -1)


def told(all_places: Sequence[Place], at: int, lens: CompareLens = "differences") -> str:
    """Which of all places one stands on, and what is said of it: "figures 3/12, agree: 5 | 5"."""
    place = all_places[at]
    counter = f"{at + 1}/{len(all_places)}"
    label = place.label.removeprefix(place.kind).lstrip(" ,")
    if len({one.kind for one in all_places}) == 1 and lens in ("differences", "find"):
        counter = f"{place.kind} {counter}"
    else:
        own = {lens, ONE[lens]}
        kind = " ".join(word for word in place.kind.split() if word not in own)
        said = lens == "quotations" and place.gravity >= 0  # the label says the relation itself
        counter = f"{lens} {counter}" + (f", {kind}" if kind and not said else "")
    return f"{counter}: {label}" if label else counter
