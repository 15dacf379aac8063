"""Which sentences of two articles face each other: n:m, in any order.

In go two `Side`s, out come `Alignment`s and the numbers of sentences that stand on one side
only. Outlets reorder and split what they report, so neither a one-to-one matching nor a
monotone path fits; each sentence keeps the partners that are near its best.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from corpus.comparison.asides import asides
from corpus.comparison.event_signs import EventAnswer
from corpus.comparison.evidence import Likelihoods, measured
from corpus.comparison.facing import Alignment, Nearest, Perhaps, SideName
from corpus.comparison.likeness import Likeness
from corpus.comparison.sides import Side
from corpus.comparison.similarity import NUMBERS
from corpus.comparison.undecided import (
    commonest_names,
    of_one_actor,
    perhaps,
    places,
    says_part_of,
    stays_open,
    twins,
)
from corpus.comparison.utterances import plainly
from corpus.words import NEGATIONS, Token

KEEP = 0.44  # lowest likelihood of a pair; cross-validated on 123 development pairs P .82, R .55
UNCERTAIN = 0.5
"""The same where one event is not certain, as measured there (`evidence.measured`). Of 172 pairs as
likely by their words in development pairs of perhaps one event .67 were right, of the 111 from here
on .80; of 66 read in pairs of different events .55, of the 36 from here on .79."""
SHOWN = 0.7  # the same where one is a caption, which names who is seen: of 105 development pairs
# five such alignments go, one of them right
OPENING = (0.05, 0.15)  # share of the other title that the first, the second sentence of a body
# carries from which it is not "only here": of 105 development pairs 79 of them were called so, 51
# rightly; with this, and with the pairs that are held for a figure, one-sided P .921 to .930, R
# .864 to .855. (That two left over come nearest to each other tells nothing: P .91 for these too.)
BESIDE = 0.15  # lowest likelihood of a sentence that joins the partner of its neighbour
MORE = 0.12  # share of the partner that it must add
_PERHAPS = "the words make it possible, and nothing is nearer to either"
_OPEN = "the words do not rule it out"
_HELD = "they count or quote the same"
_SAYS_TITLE = "an opening that says part of the other title"
_TWIN = "a sentence much like it, on its own side, faces this one or may"
_ACTOR = "they share a name and rare words"
_LIKELY = "the words, their letters and what stands around them make it likely"
_BESIDE = "the words make it likely, together with the sentence beside"
SAME = 0.75  # from here on two sentences are called the same, below it reworded
FEW = 8  # words of weight up to which one in the place of another rewords a sentence


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
    titles = _titles(left), _titles(right)
    if all(titles):
        stars.insert(0, (*titles, 1.0, "titles face each other"))
    alignments = tuple(
        Alignment(
            lefts,
            rights,
            max(near.score(i, j) for i in lefts for j in rights),
            _relation(left, right, lefts, rights, near),
            rule,
            _common(left, right, lefts, rights, near),
            value,
        )
        for lefts, rights, value, rule in stars
    )
    paired = {i for a in alignments for i in a.left}, {j for a in alignments for j in a.right}
    apart = _set_in(left, paired[0]), _set_in(right, paired[1])
    facing = kept | {pair: told.get(pair, KEEP) for pair in held}
    maybe = perhaps(told, facing, apart)
    names = commonest_names(left, right)
    seen = _Seen(
        near.dice, near.of_left_in_two, near.of_right, likely, sorted(held), dict(maybe),
        right.stems, names,
    )  # fmt: skip
    turned = _Seen(
        near.dice.T,
        near.of_right_in_two.T,
        near.of_left.T,
        {(j, i): value for (i, j), value in likely.items()},
        sorted((j, i) for i, j in held),
        {j: i for i, j in maybe},
        left.stems,
        names,
    )
    nearest = (
        *_nearest(left, seen, titles[1], paired[0], "left"),
        *_nearest(right, turned, titles[0], paired[1], "right"),
    )
    nearest = (
        *_like_their_twins(left, near, likely, alignments, nearest, apart[0], "left"),
        *_like_their_twins(right, near, likely, alignments, nearest, apart[1], "right"),
    )
    nearest = _of_one_actor(left, right, near, likely, nearest, apart)
    nearest = tuple(replace(n, unsure=False, rule="") if _is_in(n, apart) else n for n in nearest)
    nearest = tuple(replace(n, likelihood=measured(n.likelihood, answer)) for n in nearest)
    settled = [paired[0] | apart[0], paired[1] | apart[1]]
    for n in nearest:
        if n.unsure:
            settled[0 if n.side == "left" else 1].add(n.sentence)
    return Aligned(
        alignments,
        tuple(
            Perhaps(i, j, near.score(i, j), told[i, j], _common(left, right, (i,), (j,), near))
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


def _is_in(found: Nearest, apart: tuple[frozenset[int], frozenset[int]]) -> bool:
    return found.sentence in apart[0 if found.side == "left" else 1]


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


@dataclass(frozen=True, slots=True, eq=False)
class _Seen:
    """The tables of two sides as one of them sees them: a row for each sentence of its own."""

    dice: Any
    in_two: Any
    of_other: Any  # share of the other's sentence that its own carries
    likely: Likelihoods
    held: list[tuple[int, int]]
    beside: dict[int, int]  # what each of its own is perhaps the same as
    stems: tuple[frozenset[str], ...]  # of the other's sentences
    names: frozenset[str]  # that both are full of


def _nearest(
    side: Side, seen: _Seen, titles: tuple[int, ...], paired: set[int], name: SideName
) -> Iterator[Nearest]:
    """For each sentence that faces nothing the one that comes nearest; or, where it is not to be
    called one-sided for another reason, the one that is the reason. `titles` are the other's."""
    best: dict[int, tuple[float, int]] = {}
    for (i, j), value in seen.likely.items():
        best[i] = max(best.get(i, (0.0, -1)), (value, j))
    held = dict(reversed(seen.held))
    opening = [s.i for s in side.sentences if s.role == "body"][: len(OPENING)]
    place = places(side)
    shares = seen.in_two.max(axis=1).tolist() if seen.dice.shape[1] else []
    for s in side.sentences:
        if s.i in paired or not seen.dice.shape[1]:
            continue
        value, other = best[s.i] if s.i in best else (0.0, int(seen.dice[s.i].argmax()))
        rule = _OPEN if stays_open(value, place[s.i]) else ""
        if s.i in seen.beside:
            rule, other = _PERHAPS, seen.beside[s.i]
        elif s.i in held:
            rule, other = _HELD, held[s.i]
        elif not rule and s.i in opening and titles:
            title = max(titles, key=lambda j: float(seen.of_other[s.i, j]))
            enough = seen.of_other[s.i, title] >= OPENING[opening.index(s.i)]
            if enough and says_part_of(seen.stems[title], side.stems[s.i], seen.names):
                rule, other = _SAYS_TITLE, title
        score = float(seen.dice[s.i, other])
        value = seen.likely.get((s.i, other), 0.0)
        yield Nearest(name, s.i, other, score, shares[s.i], value, bool(rule), rule)


def _like_their_twins(
    side: Side,
    near: Likeness,
    likely: Likelihoods,
    alignments: Sequence[Alignment],
    nearest: Sequence[Nearest],
    apart: frozenset[int],
    name: SideName,
) -> Iterator[Nearest]:
    """What came nearest to the sentences of a side, undecided also where a twin faces something
    or is undecided. `apart`: sentences that are nobody's twin."""
    here = {n.sentence: n for n in nearest if n.side == name}
    opposite = {i: n.other for i, n in here.items() if n.unsure}
    for a in alignments:
        ours, theirs = (a.left, a.right) if name == "left" else (a.right, a.left)
        opposite.update((i, theirs[0]) for i in ours)
    without = apart.union(_titles(side))
    for i, twin in twins(side, near.weight, opposite.keys(), without=without).items():
        opposite[i] = opposite[twin]
        here[i] = _undecided(here[i], opposite[i], near, likely, _TWIN)
    yield from here.values()


def _of_one_actor(
    left: Side,
    right: Side,
    near: Likeness,
    likely: Likelihoods,
    nearest: Sequence[Nearest],
    apart: tuple[frozenset[int], frozenset[int]],
) -> tuple[Nearest, ...]:
    """The same with those undecided that share an actor and rare words with one left over, too."""
    open_ones = {(n.side, n.sentence): n for n in nearest}
    without = {"left": apart[0].union(_titles(left)), "right": apart[1].union(_titles(right))}
    left_over: dict[str, list[int]] = {"left": [], "right": []}
    for n in nearest:
        if not n.unsure and n.sentence not in without[n.side]:
            left_over[n.side].append(n.sentence)
    for i, j in of_one_actor(left, right, (left_over["left"], left_over["right"])):
        ours, theirs = open_ones["left", i], open_ones["right", j]
        open_ones["left", i] = _undecided(ours, j, near, likely, _ACTOR)
        open_ones["right", j] = _undecided(theirs, i, near, likely, _ACTOR)
    return tuple(open_ones.values())


def _undecided(
    found: Nearest, other: int, near: Likeness, likely: Likelihoods, rule: str
) -> Nearest:
    """A sentence that is undecided for the sake of another than the one that is nearest."""
    pair = (found.sentence, other) if found.side == "left" else (other, found.sentence)
    return replace(
        found,
        other=other,
        score=near.score(*pair),
        likelihood=likely.get(pair, 0.0),
        unsure=True,
        rule=rule,
    )


def _common(
    left: Side, right: Side, lefts: tuple[int, ...], rights: tuple[int, ...], near: Likeness
) -> tuple[str, ...]:
    """The words that both sides of an alignment have, the rarest first."""
    ours = frozenset[str]().union(*(left.stems[i] for i in lefts))
    theirs = frozenset[str]().union(*(right.stems[j] for j in rights))
    shared = sorted(ours & theirs, key=lambda s: (-near.weight[s], s))
    return tuple(near.words_left[stem] for stem in shared)


def _relation(
    left: Side, right: Side, lefts: tuple[int, ...], rights: tuple[int, ...], near: Likeness
) -> Literal["same", "reworded"]:
    """ "same" only for one sentence against one with nearly the same words, where no number, no
    name and no negation stands on one side alone."""
    words = [[t.word for n in numbers for t in one.tokens[n]]
             for one, numbers in ((left, lefts), (right, rights))]  # fmt: skip
    if words[0] == words[1]:
        return "same"  # in capitals too, where no name can be told
    if len(lefts) != 1 or len(rights) != 1 or near.score(lefts[0], rights[0]) < SAME:
        return "reworded"
    (i,), (j,) = lefts, rights
    facts = [_facts(one.tokens[k], one.sentences[k].text) for one, k in ((left, i), (right, j))]
    return "reworded" if facts[0] != facts[1] or _replaced(left, right, i, j) else "same"


def _replaced(left: Side, right: Side, i: int, j: int) -> bool:
    """Whether a word of weight stands in the place of another in sentences of so few that each
    counts: "punched" and "slapped", which mean much the same, are not the same."""
    if max(len(left.stems[i]), len(right.stems[j])) > FEW:
        return False
    ours, theirs = (
        {plainly(t.word) for t in one.tokens[k] if t.stem in one.stems[k] - other}
        for one, k, other in ((left, i, right.stems[j]), (right, j, left.stems[i]))
    )
    return bool(ours - theirs) and bool(theirs - ours)


def _facts(tokens: Sequence[Token], text: str) -> Counter[str]:
    """The words of a sentence that change what it says when they change."""
    return Counter(
        token.stem
        for k, token in enumerate(tokens)
        if token.word[0].isdigit()
        or token.word in NEGATIONS
        or token.word.endswith("n't")
        or token.word in NUMBERS
        or (k and text[token.start].isupper())
    )


def _titles(side: Side) -> tuple[int, ...]:
    """The sentences of the title, which face those of the other title and nothing else."""
    return tuple(s.i for s in side.sentences if s.role == "title")


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
