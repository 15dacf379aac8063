"""Two versions of one article: what the later one added, dropped, changed and moved.

In go two `Side`s and how near their sentences are, out comes a `Revision` when both are one
outlet's and share most of their text, else nothing. Sentences are paired one to one, the nearest
first; what is left on a side was added or dropped.
"""

from __future__ import annotations

from bisect import bisect_left
from difflib import SequenceMatcher

from corpus.agencies import is_agency, named_in
from corpus.comparison.facing import SideName
from corpus.comparison.figures import later_side
from corpus.comparison.likeness import Likeness
from corpus.comparison.result import Change, Revision, SharedText
from corpus.comparison.sides import Side
from corpus.comparison.worddiff import word_changes
from corpus.outlets import outlet_key
from corpus.text import fold

ONE_ARTICLE = 0.3  # shared text of the poorer side: two reports of one outlet share under .2
CHANGED = 0.45  # Dice coefficient from which a sentence is a changed one, not a new one
OTHERWISE = 0.5  # and the share of its words that stand in a row as they did, at least


def revision(
    left: Side,
    right: Side,
    near: Likeness,
    shared: SharedText,
    *,
    same_event: bool,
    came_later: SideName | None = None,
) -> Revision | None:
    """What became of each sentence, in the order of the later version; None for two articles
    that are no versions of one."""
    one, other = left.article, right.article
    if not is_one_publisher(one.outlet, other.outlet):
        return None
    same_address = one.url is not None and one.url == other.url
    if not same_address and not (same_event and max(shared.left, shared.right) >= ONE_ARTICLE):
        return None
    later, why = _later(left, right, came_later)
    pairs = _paired(left, right, near)
    partner = {j: i for i, j in pairs}
    forward = _in_order(sorted(pairs))
    changes: list[Change] = []
    unchanged = 0
    for i, j in sorted(pairs):
        words = word_changes(left.sentences[i].text, right.sentences[j].text)
        score = near.score(i, j)
        if words:
            changes.append(Change("changed", i, j, score, words))
        elif (i, j) not in forward:
            changes.append(Change("moved", i, j, score))
        else:
            unchanged += 1
    lefts = {i for i, _ in pairs}
    new_on_left = later == "left"
    for s in left.sentences:
        if s.i not in lefts:
            score = float(near.dice[s.i].max(initial=0.0))
            changes.append(Change("added" if new_on_left else "dropped", s.i, None, score))
    for s in right.sentences:
        if s.i not in partner:
            score = float(near.dice[:, s.i].max(initial=0.0))
            changes.append(Change("dropped" if new_on_left else "added", None, s.i, score))
    changes.sort(key=lambda c: _position(c, later, pairs))
    return Revision(later, why, unchanged, tuple(changes))


def is_one_publisher(one: str | None, other: str | None) -> bool:
    """Whether two outlets are one, whichever of its names each goes by: "AP", "Associated Press".

    >>> is_one_publisher("AP", "Associated Press")
    True
    """
    if not one or not other:
        return False
    if outlet_key(one) == outlet_key(other):
        return True
    return is_agency(one) and is_agency(other) and named_in(one) == named_in(other)


def _later(left: Side, right: Side, came_later: SideName | None) -> tuple[SideName, str]:
    """Which version is the later one, and by what."""
    if side := later_side(left.article, right.article):
        return side, "by what they state of their publication"
    ours, theirs = left.article.origin.captured, right.article.origin.captured
    if ours and theirs and ours != theirs:
        return ("left" if ours > theirs else "right"), f"captured {max(ours, theirs)}"
    if came_later is not None:
        return came_later, "by the order in which they came into the archive"
    return "right", "neither states a later time; the right one is taken as the later"


def _paired(left: Side, right: Side, near: Likeness) -> set[tuple[int, int]]:
    """Sentences that are one and the same, perhaps changed: equal texts first, then the nearest."""
    pairs: set[tuple[int, int]] = set()
    waiting: dict[str, list[int]] = {}
    for s in right.sentences:
        waiting.setdefault(fold(s.text), []).append(s.i)
    for s in left.sentences:
        same = waiting.get(fold(s.text))
        if same:
            pairs.add((s.i, same.pop(0)))
    lefts, rights = {i for i, _ in pairs}, {j for _, j in pairs}
    rows, columns = (near.dice >= CHANGED).nonzero()
    candidates = sorted(
        (-float(near.dice[i, j]), int(i), int(j))
        for i, j in zip(rows, columns, strict=True)
        if int(i) not in lefts and int(j) not in rights
    )
    for _, i, j in candidates:
        if i in lefts or j in rights or not _one_sentence(left, right, i, j):
            continue
        pairs.add((i, j))
        lefts.add(i)
        rights.add(j)
    return pairs


def _one_sentence(left: Side, right: Side, i: int, j: int) -> bool:
    ours, theirs = left.forms[i], right.forms[j]
    if (left.sentences[i].role == "title") != (right.sentences[j].role == "title"):
        return False
    if left.sentences[i].role == "title":
        return True
    return SequenceMatcher(None, ours, theirs, autojunk=False).ratio() >= OTHERWISE


def _in_order(pairs: list[tuple[int, int]]) -> set[tuple[int, int]]:
    """The longest row of pairs that stand in the same order on both sides; the rest moved."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for n, (_, j) in enumerate(pairs):
        at = bisect_left(ends, j)
        before.append(last[at - 1] if at else -1)
        if at == len(ends):
            ends.append(j)
            last.append(n)
        else:
            ends[at] = j
            last[at] = n
    kept: set[tuple[int, int]] = set()
    n = last[-1] if last else -1
    while n >= 0:
        kept.add(pairs[n])
        n = before[n]
    return kept


def _position(change: Change, later: SideName, pairs: set[tuple[int, int]]) -> tuple[float, int]:
    """Where a change stands in the later version; what was dropped stands behind the sentence
    that it stood behind."""
    own, other = (change.left, change.right) if later == "left" else (change.right, change.left)
    if own is not None:
        return float(own), 0
    turned = {(j, i) for i, j in pairs} if later == "right" else pairs
    _, behind = max(((e, o) for o, e in turned if e < (other or 0)), default=(-1, -1))
    return float(behind), 1 + (other or 0)
