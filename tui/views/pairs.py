"""The rows of a comparison: passages that face each other, and passages that stand alone.

Takes a `Comparison`, gives rows in the order of the text or gravest first, each with the mark
of its relation and everything that was found in it. A row never says which side is right.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from corpus.comparison.facing import TITLES_ALIKE, SentenceDifference
from corpus.comparison.result import (
    Comparison,
    FigurePair,
    Paraphrase,
    QuotationPair,
)
from tui.views.facing import covered, differ_in_a_word, quoted_otherwise, shared_passages
from tui.views.lines import counted
from tui.views.lonely import Alone, named, runs_of
from tui.views.marks import (
    ALIGNED,
    CHANGE_MARKS,
    CLAIM,
    FACING,
    FIGURE_MARKS,
    GRAVE,
    OPPOSED,
    OTHERWISE,
    SAME,
    SHARED,
    TELLINGS,
    TITLES_APART,
    UNSURE,
    Mark,
    aligned_label,
    quotation_mark,
)
from tui.views.pair_row import NONE_TELLING, Numbers, PairRow, Telling

_MOSTLY = 0.5  # share of a sentence's characters in shared passages from which it is shared text


def pair_rows(comparison: Comparison, telling: Telling = NONE_TELLING) -> list[PairRow]:
    """All rows, in the order of the text: the left side's, the right side's where it stands."""
    if comparison.revision is not None:
        return _with_moved(_with_findings(_of_versions(comparison), comparison))
    paired, loose = _facing(comparison)
    paired.sort(key=lambda row: (row.left[0], row.right[0]))
    alone: tuple[list[PairRow], list[PairRow]] = ([], [])
    for kind, sides in loose.items():
        for own, numbers in enumerate(sides):
            alone[own].extend(
                _alone(run, own, kind, folds)
                for run, folds in runs_of(sorted(numbers), telling[own], kind)
            )
    found = sorted([*paired, *alone[0]], key=lambda row: row.left[0])
    right = sorted(alone[1], key=lambda row: row.right[0])
    rows = _captions_last(_inserted(found, right), comparison)
    return _with_moved(_with_findings(rows, comparison))


def _captions_last(rows: list[PairRow], comparison: Comparison) -> list[PairRow]:
    """Captions alone that stand right under the titles come last: a comparison begins with what
    is reported."""

    def captions(row: PairRow) -> bool:
        return row.one_sided and are_captions(row, comparison)

    end = next((n for n, row in enumerate(rows[1:], 1) if not captions(row)), len(rows))
    return [*rows[:1], *rows[end:], *rows[1:end]]


def are_captions(row: PairRow, comparison: Comparison) -> bool:
    """Whether all that a row has are captions."""
    roles = {comparison.left[n].role for n in row.left}
    return roles | {comparison.right[n].role for n in row.right} == {"caption"}


def _facing(
    comparison: Comparison,
) -> tuple[list[PairRow], dict[Alone, tuple[set[int], set[int]]]]:
    """Rows with two sides, and the sentences of each side that are left over, by how sure it is."""
    paired = [
        PairRow(a.left, a.right, ALIGNED[a.relation], aligned_label(a),
                a.score, a.likelihood, a.rule, a.words)
        for a in comparison.alignments
    ]  # fmt: skip
    loose: dict[Alone, tuple[set[int], set[int]]] = {
        "only": (set(comparison.only_left), set(comparison.only_right)),
        "open": (set(comparison.unsure_left), set(comparison.unsure_right)),
        "aside": (set(comparison.aside_left), set(comparison.aside_right)),
    }
    faced = {(i, j) for a in comparison.alignments for i in a.left for j in a.right}

    def left_over(left: Collection[int], right: Collection[int]) -> bool:
        return any(sets[0] & set(left) or sets[1] & set(right) for sets in loose.values())

    def settle(left: Collection[int], right: Collection[int]) -> None:
        faced.update((i, j) for i in left for j in right)
        for ours, theirs in loose.values():
            ours.difference_update(left)
            theirs.difference_update(right)

    def face(left: Sequence[int], right: Sequence[int], mark: Mark, rule: str) -> None:
        if any((i, j) in faced for i in left for j in right):
            return
        if mark.gravity >= GRAVE or left_over(left, right):
            paired.append(PairRow(tuple(left), tuple(right), FACING, FACING.label, rule=rule))
            settle(left, right)

    for q in comparison.quotations:
        face(q.left, q.right, quotation_mark(q), q.rule)
    for f in sorted(comparison.figures, key=lambda f: -FIGURE_MARKS[f.relation].gravity):
        face((f.left,), (f.right,), FIGURE_MARKS[f.relation], f.rule)
    for p in comparison.paraphrases:
        face((p.left,), (p.right,), TELLINGS[p.told], p.rule)
    for one in comparison.perhaps:
        left, right = (one.left,), (one.right,)
        if left_over(left, right):
            paired.append(
                PairRow(left, right, UNSURE, UNSURE.label, one.score, one.likelihood,
                        words=one.words)
            )  # fmt: skip
            settle(left, right)
    return paired, loose


def _alone(run: list[int], own: int, kind: Alone, folds: bool) -> PairRow:
    sides: tuple[Numbers, Numbers] = (tuple(run), ()) if own == 0 else ((), tuple(run))
    return PairRow(*sides, *named(kind, own, len(run)), folds=folds, alone=kind)


def _inserted(rows: Sequence[PairRow], alone: Iterable[PairRow]) -> list[PairRow]:
    """Right-sided passages where they stand: behind the row that holds what comes before."""
    anchors: dict[int, int] = {}
    for position, row in enumerate(rows):
        for number in row.right:
            anchors[number] = position
    known = sorted(anchors)
    behind: dict[int, list[PairRow]] = {}
    for passage in alone:
        at = bisect_left(known, passage.right[0])
        behind.setdefault(anchors[known[at - 1]] if at else -1, []).append(passage)
    out = list(behind.get(-1, ()))
    for position, row in enumerate(rows):
        out += [row, *behind.get(position, ())]
    titles = next((n for n, row in enumerate(out) if row.left[:1] == (0,) and row.right), 0)
    return [out[titles], *out[:titles], *out[titles + 1 :]] if out else out


def _with_findings(rows: list[PairRow], comparison: Comparison) -> list[PairRow]:
    """Every finding in one row: where both its sides stand, or else its left one."""
    by_left: dict[int, list[int]] = {}
    for n, row in enumerate(rows):
        for number in row.left:
            by_left.setdefault(number, []).append(n)

    def row_of(left: Collection[int], right: Collection[int]) -> int:
        on_left = [n for number in left for n in by_left.get(number, ())]
        both = [n for n in on_left if set(right) & set(rows[n].right)]
        return (both or on_left or [-1])[0]

    def row_of_quotation(q: QuotationPair) -> int:
        both = [n for n, row in enumerate(rows) if set(q.left) & set(row.left)
                and set(q.right) & set(row.right)]  # fmt: skip
        otherwise = (n for n in both if quoted_otherwise(q, rows[n].key, comparison))
        return next(otherwise, both[0] if both else row_of(q.left, q.right))

    quotations: dict[int, list[QuotationPair]] = {}
    figures: dict[int, list[FigurePair]] = {}
    paraphrases: dict[int, list[Paraphrase]] = {}
    for q in comparison.quotations:
        quotations.setdefault(row_of_quotation(q), []).append(q)
    for f in comparison.figures:
        figures.setdefault(row_of((f.left,), (f.right,)), []).append(f)
    for p in comparison.paraphrases:
        paraphrases.setdefault(row_of((p.left,), (p.right,)), []).append(p)
    return [
        _graded(
            replace(
                row,
                quotations=tuple(quotations.get(n, ())),
                figures=tuple(figures.get(n, ())),
                paraphrases=tuple(paraphrases.get(n, ())),
            ),
            comparison,
        )
        for n, row in enumerate(rows)
    ]


def opposed(difference: SentenceDifference) -> bool:
    """Whether two sentences in other words say opposite things."""
    return any(one.kind in ("denied", "opposite", "time") for one in difference.telling)


def _graded(row: PairRow, comparison: Comparison) -> PairRow:
    """A row with all that was found in it; its mark and label are those of the gravest."""
    titles = bool(row.left and row.right) and (
        comparison.left[row.left[0]].role == comparison.right[row.right[0]].role == "title"
    )
    own, label = row.relation, row.label
    if titles and row.change is None:
        own = own if own is SAME or (row.score or 0.0) >= TITLES_ALIKE else TITLES_APART
        label = own.label if own is TITLES_APART else f"the two titles: {own.label}"
    shared = shared_passages(row.key, comparison)
    same_text = own is SAME and comparison.revision is None
    if (
        same_text
        and covered(row.left, shared, comparison) >= _MOSTLY
        and not differ_in_a_word(row.key, comparison)
    ):
        own, label = SHARED, f"the two titles: {SHARED.label}" if titles else SHARED.label
    claims = tuple(
        c for c in comparison.claims
        if not c.carried and c.sentence in (row.left if c.side == "left" else row.right)
        and (titles or row.one_sided or c.role != "title")  # what else faces a title has its own
    )  # fmt: skip
    found = [quotation_mark(q) for q in row.quotations]
    agreeing = own in (SAME, SHARED)  # in the same words, which says more
    found += [
        FIGURE_MARKS[f.relation] for f in row.figures if not (agreeing and f.relation == "agree")
    ]
    found += [TELLINGS[p.told] for p in row.paraphrases]
    otherwise = tuple(
        d for d in comparison.word_differences
        if d.telling and d.left in row.left and d.right in row.right
    )  # fmt: skip
    found += [OPPOSED if opposed(d) else OTHERWISE for d in otherwise]
    if not (titles and agreeing):  # one title on both sides: that is the first thing to say
        found += [CLAIM for c in claims if c.role != "caption"]
    if row.one_sided:  # what was found faces a passage of another row
        found = [mark for mark in found if mark.gravity >= GRAVE]
    best = max(found, key=lambda mark: mark.gravity, default=own)
    if best.gravity > own.gravity and comparison.revision is None:
        own, label = best, best.label
    return replace(
        row, relation=own, label=label, claims=claims, shared=shared, titles=titles,
        otherwise=otherwise,
    )  # fmt: skip


def _of_versions(comparison: Comparison) -> list[PairRow]:
    """The rows of two versions of one article: what changed, and what stayed as it was."""
    revision = comparison.revision
    assert revision is not None
    lefts, rights = {c.left for c in revision.changes}, {c.right for c in revision.changes}
    rows = [
        PairRow(
            () if c.left is None else (c.left,), () if c.right is None else (c.right,),
            CHANGE_MARKS[c.kind], CHANGE_MARKS[c.kind].label, c.score, change=c,
        )
        for c in revision.changes
    ]  # fmt: skip
    same = zip(
        (s.i for s in comparison.left if s.i not in lefts),
        (s.i for s in comparison.right if s.i not in rights),
        strict=False,
    )
    rows += [PairRow((i,), (j,), SAME, "unchanged", 1.0) for i, j in same]
    two = sorted((row for row in rows if row.left), key=lambda row: row.left[0])
    alone = sorted((row for row in rows if not row.left), key=lambda row: row.right[0])
    return _inserted(two, alone)


def _with_moved(rows: list[PairRow]) -> list[PairRow]:
    """Rows whose right side stands out of order say so: those outside the longest row of rows
    whose right sides follow one another."""
    ends: list[int] = []
    last: list[int] = []
    before: dict[int, int] = {}
    placed = [
        n for n, row in enumerate(rows) if row.left and row.right and row.relation is not UNSURE
    ]
    for n in placed:
        at = bisect_right(ends, rows[n].right[0])
        before[n] = last[at - 1] if at else -1
        ends[at : at + 1] = [rows[n].right[0]]
        last[at : at + 1] = [n]
    in_order: set[int] = set()
    n = last[-1] if last else -1
    while n >= 0:
        in_order.add(n)
        n = before[n]
    out, here = list(rows), -1
    for n in placed:
        if n in in_order:
            here = rows[n].right[0]
        else:
            out[n] = replace(rows[n], moved="up" if rows[n].right[0] < here else "down")
    return out


def with_mark(row: PairRow) -> str:
    """What is said of a row, behind its mark: "~ close in words: the two titles"."""
    before, between, label = row.label.partition(": ")
    said = f"{label}: {before}" if row.titles and between else row.label
    if row.only and row.change is None:
        side, numbers = ("left", row.left) if row.left else ("right", row.right)
        said = f"not matched on the {side}: {counted(len(numbers), 'sentence')}"
    return f"{row.mark} {said}".strip()


def only_rows(rows: Sequence[PairRow], side: str) -> list[PairRow]:
    """What stands on one side alone, sentence by sentence, so that each can be held against what
    comes nearest to it; never folded."""
    own = [row for row in rows if row.only and (row.left if side == "left" else row.right)]
    if side == "left":
        return [_single(row, n, (n,), ()) for row in own for n in row.left]
    return [_single(row, n, (), (n,)) for row in own for n in row.right]


def _single(row: PairRow, number: int, left: Numbers, right: Numbers) -> PairRow:
    if row.change is not None:
        return row
    other, side = ("right", "left") if left else ("left", "right")
    return replace(
        row, left=left, right=right, label=f"nothing on the {other} is close in words", folds=False,
        quotations=tuple(q for q in row.quotations if number in (q.left if left else q.right)),
        figures=tuple(f for f in row.figures if number == (f.left if left else f.right)),
        paraphrases=tuple(p for p in row.paraphrases if number == (p.left if left else p.right)),
        claims=tuple(c for c in row.claims if c.side == side and c.sentence == number),
    )  # fmt: skip


def where_to_stand(rows: Sequence[PairRow], here: PairRow | None, otherwise: int) -> int:
    """The row that is `here` or holds a sentence of it, else the first that comes behind it;
    without `here` the one of the same number."""
    if here in rows:
        return rows.index(here)
    for own, ours in ((0, here.left), (1, here.right)) if here is not None else ():
        sets = [row.key[own] for row in rows]
        found = [n for n, numbers in enumerate(sets) if set(numbers) & set(ours)]
        behind = [n for n, numbers in enumerate(sets) if ours and numbers and numbers[0] > ours[0]]
        if found or behind:
            return (found or behind)[0]
    return max(0, min(otherwise, len(rows) - 1))


def gravest_first(rows: Sequence[PairRow]) -> list[PairRow]:
    """Rows by gravity, then in the order of the text."""
    return sorted(rows, key=lambda row: -row.gravity)
