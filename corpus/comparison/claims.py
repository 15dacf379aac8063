"""Headlines, standfirsts and captions held against the body they stand over.

In goes a `Side`, out come `Claim`s: for each such sentence how much of it the body carries, and
which of its words and figures stand nowhere in it. Said is only that it was not found in the
body, with the passage that comes nearest.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from corpus.article import Figure
from corpus.comparison.counted import agreement
from corpus.comparison.likeness import Likeness
from corpus.comparison.result import Claim, SideName
from corpus.comparison.sides import Side
from corpus.comparison.similarity import matrix

HEADS = frozenset(("title", "standfirst", "caption"))
CARRIED = 0.25  # share of its words that two sentences of the body in a row must carry: 16 of
# 419 headlines carry less (those of another text, of a video, and plays on words)
_FEWEST = 3  # content words of a head that claims something
_CAPTION = 6  # and of a caption: shorter ones only say who or what is seen
_COUNTED = frozenset(("count", "money", "percent", "vote", "age", "measure", "duration"))


def claims(left: Side, right: Side, near: Likeness) -> tuple[Claim, ...]:
    """Every title, standfirst and caption of both articles with what its own body says of it,
    and whether the other article's body says it."""
    return (
        *_of_side(left, near.weight, "left", near.of_left_in_two, right),
        *_of_side(right, near.weight, "right", near.of_right_in_two.T, left),
    )


def _of_side(
    side: Side, weight: dict[str, float], name: SideName, elsewhere: Any, other: Side
) -> tuple[Claim, ...]:
    heads = [
        s.i
        for s in side.sentences
        if s.role in HEADS
        and len(side.stems[s.i]) >= (_CAPTION if s.role == "caption" else _FEWEST)
    ]
    body = [s.i for s in side.sentences if s.role == "body"]
    if not heads or not body:
        return ()
    known: dict[str, str] = {}  # stem of the body → a word that stands for it
    for i in body:
        for token in side.tokens[i]:
            known.setdefault(token.stem, token.word)
    numbers = [f for f in side.article.figures if f.kind in _COUNTED and _in_body(side, f)]
    near = _near(side, heads, known)
    their_body = [s.i for s in other.sentences if s.role == "body"]
    found = (_claim(side, head, body, near, weight, numbers, name) for head in heads)
    return tuple(
        replace(c, other_carries=bool(elsewhere[c.sentence, their_body].max(initial=0) >= CARRIED))
        for c in found
    )


Near = dict[str, dict[str, float]]


def _near(side: Side, heads: list[int], known: dict[str, str]) -> Near:
    """For each stem of the heads the stems of the body that mean the same or nearly."""
    words = {t.stem: t.word for i in heads for t in side.tokens[i] if t.stem in side.stems[i]}
    apart = [stem for stem in words if stem not in known]
    found: Near = {stem: {stem: 1.0} for stem in words if stem in known}
    if apart:
        table = matrix([words[s] for s in apart], list(known.values()))
        stems = list(known)
        for row, stem in enumerate(apart):
            found[stem] = {stems[c]: float(table[row, c]) for c in table[row].nonzero()[0]}
    return found


def _claim(
    side: Side,
    head: int,
    body: list[int],
    near: Near,
    weight: dict[str, float],
    numbers: list[Figure],
    name: SideName,
) -> Claim:
    stems = side.stems[head]
    mass = sum(weight.get(s, 1.0) for s in stems) or 1.0
    best, nearest = 0.0, None
    alone = {i: _carried(stems, side.stems[i], near, weight) / mass for i in body}
    for at, i in enumerate(body):
        behind = body[at + 1 : at + 2]
        share = alone[i]
        if behind and share + alone[behind[0]] > best:
            both = side.stems[i] | side.stems[behind[0]]
            share = _carried(stems, both, near, weight) / mass
        if share > best:
            best, nearest = share, i if not behind or alone[i] >= alone[behind[0]] else behind[0]
    missing = tuple(
        dict.fromkeys(
            t.word
            for t in side.tokens[head]
            if t.stem in stems and not near.get(t.stem) and not t.word[0].isdigit()
        )
    )
    figures = tuple(
        f.text
        for f in side.article.figures
        if f.kind in _COUNTED
        and f.value is not None
        and side.sentence_at(f.within, f.paragraph, f.start) == head
        and not any(b.value == f.value or agreement(f, b) for b in numbers)
    )
    rule = (
        "a figure of it stands nowhere in the body"
        if figures
        else "two sentences of the body in a row carry it"
        if best >= CARRIED
        else "no two sentences of the body in a row carry a quarter of its words"
    )
    role = side.sentences[head].role
    return Claim(
        side=name,
        sentence=head,
        role="title" if role == "title" else "caption" if role == "caption" else "standfirst",
        carried=not figures and best >= CARRIED,
        body=nearest,
        share=min(1.0, best),
        missing_words=missing,
        missing_figures=figures,
        other_carries=False,
        rule=rule,
    )


def _carried(
    stems: frozenset[str], found: frozenset[str], near: Near, weight: dict[str, float]
) -> float:
    total = 0.0
    for stem in stems:
        close = near.get(stem)
        if close:
            best = 1.0 if stem in found else max((close[s] for s in close if s in found), default=0)
            total += weight.get(stem, 1.0) * best
    return total


def _in_body(side: Side, figure: Figure) -> bool:
    return figure.within == "body" and side.article.paragraphs[figure.paragraph].role != "caption"
