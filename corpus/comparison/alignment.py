"""Which sentences of two articles face each other: n:m, in any order.

In go two `Side`s, out come `Alignment`s and the numbers of sentences that stand on one side
only. Outlets reorder and split what they report, so neither a one-to-one matching nor a
monotone path fits; each sentence keeps the partners that are near its best.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from corpus.comparison.asides import asides
from corpus.comparison.event_signs import EventAnswer
from corpus.comparison.evidence import Likelihoods, measured
from corpus.comparison.facing import Alignment, Nearest, Perhaps
from corpus.comparison.left_over import left_over
from corpus.comparison.likeness import Likeness
from corpus.comparison.sameness import common, part_of, relation, titles_of
from corpus.comparison.sides import Side
from corpus.comparison.undecided import perhaps

KEEP = 0.44  # lowest likelihood of a pair; cross-validated on 123 development pairs P .82, R .55
UNCERTAIN = 0.5
"""The same where one event is not certain, as measured there (`evidence.measured`). Of 172 pairs as
likely by their words in development pairs of perhaps one event .67 were right, of the 111 from here
on .80; of 66 read in pairs of different events .55, of the 36 from here on .79."""
SHOWN = 0.7  # the same where one is a caption, which names who is seen: of 105 development pairs
# five such alignments go, one of them right
BESIDE = 0.15  # lowest likelihood of a sentence that joins the partner of its neighbour
MORE = 0.12  # share of the partner that it must add
_LIKELY = "the words, their letters and what stands around them make it likely"
_BESIDE = "the words make it likely, together with the sentence beside"


@dataclass(frozen=True, slots=True)
class Aligned:
    """What faces each other, what may, what stands on one side only or is set into it, and what
    came nearest to all that faces nothing."""

    alignments: tuple[Alignment, ...]
    perhaps: tuple[Perhaps, ...]
    only_left: tuple[int, ...]
    only_right: tuple[int, ...]
    aside_left: tuple[int, ...]
    aside_right: tuple[int, ...]
    nearest: tuple[Nearest, ...]


def align(
    left: Side,
    right: Side,
    near: Likeness,
    likely: Likelihoods,
    held: Collection[tuple[int, int]] = (),
    answer: EventAnswer = "same",
) -> Aligned:
    """Lay the sentences of two sides against each other.

    Two titles always face each other and nothing else, whatever their score. Alignments come
    in the order of the left article. `held`: pairs of sentences (left, right) that count or quote
    the same, none of which stands on one side only; of a quotation of several sentences one side
    may have cut some. `answer`: whether both report one event, by which the likelihood of what
    faces each other is measured; whether a sentence stands on one side only goes by words alone.
    """
    captions = _captions(left), _captions(right)
    keep = KEEP if answer == "same" else UNCERTAIN
    told = {pair: measured(value, answer) for pair, value in likely.items()}
    kept = {
        (i, j): value
        for (i, j), value in told.items()
        if value >= (max(SHOWN, keep) if i in captions[0] or j in captions[1] else keep)
    }
    joined = _split(kept, told, near, (_counting(left), _counting(right)))
    kept.update(joined)
    stars = [
        (*star, _BESIDE if _pairs(star) & joined.keys() else _LIKELY)
        for star in _stars(kept)
        if not _pairs(star) <= joined.keys()  # what it was to be beside stands in another
    ]
    titles = titles_of(left), titles_of(right)
    if all(titles):
        stars.insert(0, (*titles, 1.0, "titles face each other"))
    alignments = tuple(
        Alignment(
            lefts,
            rights,
            max(near.score(i, j) for i in lefts for j in rights),
            relation(left, right, lefts, rights, near),
            rule,
            common(left, right, lefts, rights, near),
            value,
            None if titles[0] == lefts else part_of(left, right, lefts, rights, near),
        )
        for lefts, rights, value, rule in stars
    )
    paired = {i for a in alignments for i in a.left}, {j for a in alignments for j in a.right}
    apart = _set_in(left, paired[0]), _set_in(right, paired[1])
    facing = kept | {pair: told.get(pair, KEEP) for pair in held}
    maybe = perhaps(told, facing, apart)
    nearest = left_over(left, right, near, likely, held, dict(maybe), alignments, apart)
    nearest = tuple(replace(n, likelihood=measured(n.likelihood, answer)) for n in nearest)
    settled = [paired[0] | apart[0], paired[1] | apart[1]]
    for n in nearest:
        if n.unsure:
            settled[0 if n.side == "left" else 1].add(n.sentence)
    return Aligned(
        alignments,
        tuple(
            Perhaps(i, j, near.score(i, j), told[i, j], common(left, right, (i,), (j,), near))
            for i, j in maybe
        ),
        tuple(s.i for s in left.sentences if s.i not in settled[0]),
        tuple(s.i for s in right.sentences if s.i not in settled[1]),
        tuple(sorted(apart[0])),
        tuple(sorted(apart[1])),
        nearest,
    )


def _set_in(side: Side, paired: set[int]) -> frozenset[int]:
    """The sentences that face nothing and are no part of what the report itself says."""
    return asides(side, {s.i for s in side.sentences} - paired)


def _captions(side: Side) -> frozenset[int]:
    return frozenset(s.i for s in side.sentences if s.role == "caption")


def _counting(side: Side) -> frozenset[int]:
    """The sentences that count something."""
    places = (
        side.sentence_at(figure.within, figure.paragraph, figure.start)
        for figure in side.article.figures
        if figure.kind == "count"
    )
    return frozenset(place for place in places if place is not None)


def _split(
    kept: Likelihoods,
    likely: Likelihoods,
    near: Likeness,
    counting: tuple[frozenset[int], frozenset[int]],
) -> Likelihoods:
    """Pairs to add: what one outlet says in one sentence another splits in two, and the part
    that holds less of it falls out by itself. Where both count something, a sentence joins the
    partner of its neighbour when the two together carry more of that partner: two counts are to
    be seen side by side. (For sentences without a count this cost five points of precision.)"""
    found: Likelihoods = {}
    for i, j in kept:
        for a, b in ((i - 1, j), (i + 1, j), (i, j - 1), (i, j + 1)):
            value = likely.get((a, b), 0.0)
            if (a, b) in kept or value < BESIDE:
                continue
            if a not in counting[0] or b not in counting[1]:
                continue
            if b == j:
                more = near.of_right_in_two[min(a, i), j] - near.of_right[i, j]
            else:
                more = near.of_left_in_two[i, min(b, j)] - near.of_left[i, j]
            if more >= MORE:
                found[a, b] = value
    return found


def _pairs(star: tuple[tuple[int, ...], tuple[int, ...], float]) -> set[tuple[int, int]]:
    return {(i, j) for i in star[0] for j in star[1]}


def _weight(pairs: Sequence[tuple[int, int]], kept: Likelihoods) -> tuple[int, float]:
    """Of two stars the one of more pairs comes first, of equals the likelier one."""
    return len(pairs), sum(sorted(kept[pair] for pair in pairs))


def _stars(kept: Likelihoods) -> list[tuple[tuple[int, ...], tuple[int, ...], float]]:
    """Group pairs into stars, one sentence against one or more: never a pair that was not kept.

    Strongest pairs first; a sentence that already stands in a star as its centre takes
    further partners, others wait for their own.
    """
    open_pairs = dict(sorted(kept.items(), key=lambda item: (-item[1], sum(item[0]), item[0])))
    rows: defaultdict[int, list[int]] = defaultdict(list)
    columns: defaultdict[int, list[int]] = defaultdict(list)
    for i, j in open_pairs:
        rows[i].append(j)
        columns[j].append(i)
    stars = []
    taken: set[tuple[int, int]] = set()
    for i, j in open_pairs:
        if (i, j) in taken:
            continue
        rest_right = [b for b in rows[i] if (i, b) not in taken]
        rest_left = [a for a in columns[j] if (a, j) not in taken]
        pairs, others = [(i, b) for b in rest_right], [(a, j) for a in rest_left]
        if _weight(others, kept) > _weight(pairs, kept):
            pairs = others
        taken.update(pairs)
        stars.append(
            (
                tuple(sorted({a for a, _ in pairs})),
                tuple(sorted({b for _, b in pairs})),
                max(kept[p] for p in pairs),
            )
        )
    return sorted(stars)
