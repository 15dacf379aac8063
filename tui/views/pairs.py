"""The rows of a comparison: passages that face each other, and passages that stand alone.

Takes a `Comparison`, gives rows in the order of the text or gravest first, each with the mark
of its relation and a sentence about it. A row never says which side is right.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.comparison.result import (
    Comparison,
    FigurePair,
    FigureRelation,
    QuotationPair,
    QuotationRelation,
)
from tui.views.lines import counted, shown

QUOTATION_MARKS: dict[QuotationRelation, tuple[str, int, str]] = {
    "identical": ('="', 1, "the same quotation"),
    "minor": ('="', 1, "the same quotation, written a little differently"),
    "trimmed_left": ('-"', 5, "quotation trimmed on the left"),
    "trimmed_right": ('"-', 5, "quotation trimmed on the right"),
    "overlap": ('~"', 4, "quotations overlap"),
    "spliced": ('+"', 5, "quotation put together from two places"),
    "altered": ('!"', 7, "quotation altered"),
}
FIGURE_MARKS: dict[FigureRelation, tuple[str, int, str]] = {
    "agree": ("", 0, "figures agree"),
    "approximate": ("≈", 2, "figures agree roughly"),
    "differ": ("!=", 6, "figures may conflict"),
}
ALIGNED: Mapping[str, str] = {"same": "nearly the same words", "reworded": "close in words"}
GRAVE = 3
"""From this gravity on a row counts as a difference."""


@dataclass(frozen=True, slots=True)
class PairRow:
    """Sentences of both sides that face each other; one side may be empty."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    mark: str
    gravity: int
    label: str
    score: float | None = None
    quotations: tuple[QuotationPair, ...] = ()
    figures: tuple[FigurePair, ...] = ()
    titles: bool = False

    @property
    def one_sided(self) -> bool:
        """Whether only one side says this."""
        return not self.left or not self.right


def pair_rows(comparison: Comparison) -> list[PairRow]:
    """All rows, in the order of the text: the left side's, the right side's where it stands."""
    paired = [
        PairRow(a.left, a.right, "=" if a.relation == "same" else "~",
                1 if a.relation == "same" else 2,
                ALIGNED[a.relation], a.score)
        for a in comparison.alignments
    ]  # fmt: skip
    unsure_left, unsure_right = set(comparison.unsure_left), set(comparison.unsure_right)
    lonely_left = {*comparison.only_left, *unsure_left}
    lonely_right = {*comparison.only_right, *unsure_right}

    def face(left: Sequence[int], right: Sequence[int]) -> None:
        if lonely_left.issuperset(left) and lonely_right.issuperset(right) and left and right:
            paired.append(PairRow(tuple(left), tuple(right), "", 0, ""))
            lonely_left.difference_update(left)
            lonely_right.difference_update(right)

    for quotation in comparison.quotations:
        face(quotation.left, quotation.right)
    for figure in comparison.figures:
        if figure.relation == "differ":
            face((figure.left,), (figure.right,))
    found = [
        *paired,
        *(_alone(run, "left") for run in _runs(sorted(lonely_left - unsure_left))),
        *(_alone(run, "left", "?") for run in _runs(sorted(lonely_left & unsure_left))),
    ]
    found.sort(key=lambda row: row.left[0] if row.left else -1)
    for run in _runs(sorted(lonely_right)):
        for numbers, mark in _by_mark(run, unsure_right):
            found.insert(_after(found, numbers[0]), _alone(numbers, "right", mark))
    return _with_findings(found, comparison)


def _with_findings(rows: list[PairRow], comparison: Comparison) -> list[PairRow]:
    """Every pair of quotations and of figures in one row: where both its sides stand, if any."""

    def row_of(left: Collection[int], right: Collection[int]) -> int:
        on_left = [n for n, row in enumerate(rows) if set(left) & set(row.left)]
        both = [n for n in on_left if set(right) & set(rows[n].right)]
        return (both or on_left or [-1])[0]

    quotations: dict[int, list[QuotationPair]] = {}
    figures: dict[int, list[FigurePair]] = {}
    for quotation in comparison.quotations:
        quotations.setdefault(row_of(quotation.left, quotation.right), []).append(quotation)
    for figure in comparison.figures:
        figures.setdefault(row_of((figure.left,), (figure.right,)), []).append(figure)
    return [
        _graded(row, comparison, tuple(quotations.get(n, ())), tuple(figures.get(n, ())))
        for n, row in enumerate(rows)
    ]


def _graded(
    row: PairRow,
    comparison: Comparison,
    quotations: tuple[QuotationPair, ...],
    figures: tuple[FigurePair, ...],
) -> PairRow:
    """A row with what was found in it; its mark and label are those of the gravest finding."""
    titles = (
        bool(row.left and row.right)
        and comparison.left[row.left[0]].role == "title"
        and comparison.right[row.right[0]].role == "title"
    )
    own = (row.mark, row.gravity, "the two titles" if titles else row.label)
    candidates = [own]
    candidates += [QUOTATION_MARKS[q.relation] for q in quotations]
    candidates += [FIGURE_MARKS[f.relation] for f in figures]
    if row.one_sided:  # what was found faces a passage of another row
        candidates = [own, *(c for c in candidates if c[1] >= GRAVE)]
    mark, gravity, label = max(candidates, key=lambda c: c[1])
    return replace(
        row, mark=mark, gravity=gravity, label=label or "both count or quote the same",
        quotations=quotations, figures=figures, titles=titles,
    )  # fmt: skip


def _alone(run: list[int], side: str, mark: str = "") -> PairRow:
    """Sentences that face nothing; under "?" the other side perhaps says the same."""
    sentences = counted(len(run), "sentence")
    other = "right" if side == "left" else "left"
    found = "perhaps found" if mark else "not found"
    label = f"{sentences} on the {side}, {found} on the {other}"
    if side == "left":
        return PairRow(tuple(run), (), mark or "<", 0, label)
    return PairRow((), tuple(run), mark or ">", 0, label)


def _by_mark(run: list[int], unsure: set[int]) -> list[tuple[list[int], str]]:
    """A run in pieces: those surely on one side alone, and the unsure ones."""
    pieces: list[tuple[list[int], str]] = []
    for number in run:
        mark = "?" if number in unsure else ""
        if pieces and pieces[-1][1] == mark:
            pieces[-1][0].append(number)
        else:
            pieces.append(([number], mark))
    return pieces


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    """Neighbouring numbers together: [1, 2, 5] is [[1, 2], [5]]."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _after(rows: Sequence[PairRow], number: int) -> int:
    """Where a right-sided passage goes: behind the row that holds what stands before it."""
    best, at = -1, 0
    for position, row in enumerate(rows):
        before = [n for n in row.right if n < number]
        if before and before[-1] > best:
            best, at = before[-1], position + 1
    return at


def gravest_first(rows: Sequence[PairRow]) -> list[PairRow]:
    """Rows by gravity, then in the order of the text."""
    return sorted(rows, key=lambda row: -row.gravity)


def why(row: PairRow) -> list[str]:
    """Why two passages stand side by side, and what was found between them."""
    out = []
    overlap = f"Word overlap {row.score:.2f}" if row.score is not None else ""
    if row.one_sided:
        sentences = counted(len(row.left) + len(row.right), "sentence")
        side, other = ("left", "right") if row.left else ("right", "left")
        found = "perhaps" if row.mark == "?" else "not"
        out.append(_opening(f"{sentences} on the {side}, {found} found on the {other}."))
        out.append(
            "A sentence of the other article has much in common with it, too little to say that "
            "both say the same."
            if row.mark == "?"
            else "No sentence of the other article shares enough of its words, counted by how "
            "rare they are in these two articles."
        )
    elif row.titles:
        shared = f" {overlap}, counted by how rare the words are." if overlap else ""
        out.append(f"The two titles always face each other.{shared}")
    elif overlap:
        out.append(
            f"{overlap}, counted by how rare the words are in these two articles. It says that "
            "the words are close, not that both say the same."
        )
    else:
        out.append("They carry one quotation, or count the same thing.")
    for quotation in row.quotations:
        label = QUOTATION_MARKS[quotation.relation][2]
        speaker = f" ({shown(quotation.speaker)})" if quotation.speaker else ""
        out.append(_opening(f"{label}{speaker}:"))
        out.append(f"  left: “{shown(quotation.left_text)}”")
        out.append(f"  right: “{shown(quotation.right_text)}”")
    for figure in row.figures:
        note = f" {shown(figure.note)}" if figure.note else ""
        label = FIGURE_MARKS[figure.relation][2]
        out.append(
            _opening(
                f"{label} ({figure.kind}): “{shown(figure.left_text)}” on the left, "
                f"“{shown(figure.right_text)}” on the right.{note}"
            )
        )
    return out


def _opening(sentence: str) -> str:
    """A sentence with a capital at its beginning, and every name in it as it was."""
    return sentence[:1].upper() + sentence[1:]


def totals(comparison: Comparison) -> str:
    """The comparison in one line; `n` visits each of the differences counted here."""
    conflicts = sum(figure.relation == "differ" for figure in comparison.figures)
    changed = sum(QUOTATION_MARKS[q.relation][1] >= GRAVE for q in comparison.quotations)
    shared = max(comparison.shared.left, comparison.shared.right)
    return (
        f"differences {conflicts + changed}: may conflict {conflicts}, quotes {changed} · "
        f"only {len(comparison.only_left)} < > {len(comparison.only_right)} · "
        f"shared {round(100 * shared)} %"
    )
