"""Headlines, standfirsts and captions held against the body they stand over.

In goes a `Side`, out come `Claim`s: for each such sentence how much of it the body carries, and
which of its words and figures stand nowhere in it. A caption tells what a picture shows, so of it
only figures are asked for. Said is only that it was not found in the body, with the passage that
comes nearest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from corpus.article import Figure
from corpus.comparison.counted import counted
from corpus.comparison.counting import LISTED
from corpus.comparison.facing import SideName
from corpus.comparison.figure_borne_out import HANDFUL, may_be_borne_out
from corpus.comparison.likeness import Likeness
from corpus.comparison.named_above import lasts_as_long, unnamed
from corpus.comparison.ranges import agreement
from corpus.comparison.result import Claim
from corpus.comparison.sides import Side
from corpus.comparison.similarity import NEAR, nearness, similarity
from corpus.words import content_stem, word_and_stem, written
from corpus.words import stem as stem_of

HEADS = frozenset(("title", "standfirst", "caption"))
CARRIED = (
    0.25  # share of its words that two sentences of the body in a row have where they carry it
)
_NOTHING = 0.1  # and below which they have nothing of it: in between stand headlines in other words
_FEWEST = 3  # content words of a head that claims something
_PARTS = 10  # numbers of two sentences that are added up
_CAPTION = 6  # and of a caption: shorter ones only say who or what is seen
_YEAR = re.compile(r"(?:19|20)\d\d")
_LISTED = LISTED.union(
    "stories ways lessons steps songs books films albums shows".split()
    + "answers charts photos pictures quotes highlights winners losers points myths signs".split()
)  # what a headline counts because the text under it lists them
_CREDITS = frozenset(
    map(
        stem_of,
        """image images photo photos photograph picture pictures video caption copyright credit
        courtesy getty reuters afp epa ap pa file pool handout""".split(),
    )
)  # a caption that says whose picture it is claims nothing by that
_DIGITS = 9  # of a share, beyond which two are one
_RUNNING = 3  # sentences of running text below which a body is too short to carry its head
_SENTENCE_WORDS = 3  # content or not, of a sentence that is no line of a table or a licence
_ENDED = re.compile(r"[.!?…][\"'”’»)\]]*$")
_JUDGING = frozenset(
    map(
        stem_of,
        """rebuff rebuffs rebuffed criticism criticise criticize criticised criticized fraud frauds
        flaw flaws flawed fury furious outrage outraged backlash shocking shame shameful fiasco
        debacle scandal slammed bizarre incredible amazing stunning terrifying horrifying hilarious
        heartbreaking""".split(),
    )
)  # words of judgement, by which a headline claims nothing that the body could be asked for
_CLOCK = re.compile(r"[:.]\d\d\b|\s?[ap]\.?m\b", re.IGNORECASE)  # behind the hour of a time
_COUNTED = frozenset(("count", "money", "percent", "vote", "age", "measure", "duration"))


def claims(left: Side, right: Side, near: Likeness) -> tuple[Claim, ...]:
    """Every title, standfirst and caption of both articles with what its own body says of it,
    and whether the other article's body says it."""
    ours = _Vocabulary(near.words_left, near.row_left, near.vectors_left)
    theirs = _Vocabulary(near.words_right, near.row_right, near.vectors_right)
    return (
        *_of_side(left, ours, near.weight, "left", near.of_left_in_two, right),
        *_of_side(right, theirs, near.weight, "right", near.of_right_in_two.T, left),
    )


def _of_side(
    side: Side,
    known: _Vocabulary,
    weight: dict[str, float],
    name: SideName,
    elsewhere: Any,
    other: Side,
) -> tuple[Claim, ...]:
    heads = [
        s.i
        for s in side.sentences
        if s.role in HEADS
        and len(_claiming(side, s.i)) >= (_CAPTION if s.role == "caption" else _FEWEST)
    ]
    body = [s.i for s in side.sentences if s.role == "body"]
    if not heads or sum(_is_running(side, i) for i in body) < _RUNNING:
        return ()
    where: dict[str, list[int]] = {}  # stem → the body sentences that hold it, counted from 0
    for at, i in enumerate(body):
        for stem in side.stems[i]:
            where.setdefault(stem, []).append(at)
    numbers = [f for f in side.article.figures if f.kind in _COUNTED and _in_body(side, f)]
    near = _near(side, heads, where, known)
    their_body = [s.i for s in other.sentences if s.role == "body"]
    found = (_claim(side, head, body, (near, where), weight, numbers, name) for head in heads)
    there = _Body(
        frozenset[str]().union(*(other.stems[i] for i in their_body)),
        [f for f in other.article.figures if f.kind in _COUNTED and _in_body(other, f)],
        other,
    )
    return tuple(
        replace(
            c,
            other_carries=bool(elsewhere[c.sentence, their_body].max(initial=0) >= CARRIED)
            and there.has(side, c),
        )
        for c in found
    )


def _is_running(side: Side, sentence: int) -> bool:
    """Whether a sentence of the body is one of running text."""
    text = side.sentences[sentence].text
    return text.count(" ") + 1 >= _SENTENCE_WORDS and _ENDED.search(text.rstrip()) is not None


def _claiming(side: Side, head: int) -> frozenset[str]:
    """The stems of a head that claim something: not those of a picture's credit."""
    return side.stems[head] - _CREDITS


@dataclass(frozen=True, slots=True, eq=False)
class _Body:
    """What the other article's body holds, to say that it has what a head claims."""

    stems: frozenset[str]
    numbers: list[Figure]
    side: Side

    def has(self, side: Side, claim: Claim) -> bool:
        """Whether the very words and figures stand there that the head's own body lacks."""
        if not all(word_and_stem(word)[1] in self.stems for word in claim.missing_words):
            return False
        lacking = [
            f
            for f in side.article.figures
            if f.text in claim.missing_figures
            and side.sentence_at(f.within, f.paragraph, f.start) == claim.sentence
        ]
        return all(any(self._counts(f, there) for there in self.numbers) for f in lacking)

    def _counts(self, figure: Figure, there: Figure) -> bool:
        """Whether a figure of the body is the one sought, of like things, and no time of day."""
        if not (
            (figure.value == there.value and figure.kind == there.kind) or agreement(figure, there)
        ):
            return False
        text = self.side.article.text_of(there.within, there.paragraph)
        if _CLOCK.match(text, there.end) or text[max(0, there.start - 1) : there.start] == ":":
            return False
        ours, theirs = _counted_words(figure), _counted_words(there)
        return not ours or not theirs or any(similarity(a, b) >= NEAR for a in ours for b in theirs)


def _counted_words(figure: Figure) -> list[str]:
    """The content words of what a figure counts, folded."""
    surfaces = written(figure.about or "")
    return [word_and_stem(one)[0] for one in surfaces if content_stem(one) is not None]


Near = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True, eq=False)
class _Vocabulary:
    """A side's stems: a word for each, in order, and their vectors row by row."""

    words: dict[str, str]
    row: dict[str, int]
    vectors: Any


def _near(side: Side, heads: list[int], where: dict[str, list[int]], known: _Vocabulary) -> Near:
    """For each stem of the heads the stems of the body that mean the same or nearly."""
    asked = frozenset[str]().union(*(side.stems[i] for i in heads))
    apart = [stem for stem in asked if stem not in where]
    found: Near = {stem: {stem: 1.0} for stem in asked if stem in where}
    if apart:
        stems = list(known.words)
        table = nearness(
            [known.words[s] for s in apart],
            known.vectors[[known.row[s] for s in apart]],
            list(known.words.values()),
            known.vectors,
        )
        for row, stem in enumerate(apart):
            close = table[row].nonzero()[0].tolist()
            found[stem] = {stems[c]: float(table[row, c]) for c in close if stems[c] in where}
    return found


def _claim(
    side: Side,
    head: int,
    body: list[int],
    found: tuple[Near, dict[str, list[int]]],
    weight: dict[str, float],
    numbers: list[Figure],
    name: SideName,
) -> Claim:
    near, where = found
    stems = _claiming(side, head)
    mass = sum(weight.get(s, 1.0) for s in stems) or 1.0
    best, nearest = _best_place(stems, body, near, where, weight, mass)
    missing = tuple(
        dict.fromkeys(
            t.word
            for t in side.tokens[head]
            if t.stem in stems
            and not near.get(t.stem)
            and not t.word[0].isdigit()
            and t.word != "one"
        )
    )
    told = [side.sentences[i].text for i in body]
    figures = tuple(
        f.text
        for f in side.article.figures
        if f.kind in _COUNTED
        and (side.sentences[head].role != "caption" or best >= CARRIED)
        and f.value is not None
        and side.sentence_at(f.within, f.paragraph, f.start) == head
        and not any(b.value == f.value or agreement(f, b) for b in numbers)
        and f.text.lower() not in ("one", "twice")  # "one of them", "blink twice": no count
        and not _counts_its_own(f)
        and not _adds_up(side, f, numbers)
        and not _of_one_family(side, f, where)
        and not _lasts(side, f, body)
        and (
            not may_be_borne_out(f, side.article.text_of(f.within, f.paragraph), told)
            or _is_told_otherwise(side, f)
        )
    )
    role = side.sentences[head].role
    unknown = _unnamed(side, head, missing) if role == "title" else ()
    judges = bool(missing) and all(stem_of(word) in _JUDGING for word in missing)
    rule = (
        "a figure of it stands nowhere in the body"
        if figures
        else "names that it opens with stand nowhere in the body"
        if unknown
        else "two sentences of the body in a row carry it"
        if best >= CARRIED
        else "two sentences of the body in a row have some of its words"
        if best >= _NOTHING and role != "caption"
        else "only words of judgement stand nowhere in the body"
        if judges
        else "it tells what a picture shows, and no figure that the body lacks"
        if role == "caption"
        else "no two sentences of the body in a row carry a tenth of its words"
    )
    return Claim(
        side=name,
        sentence=head,
        role="title" if role == "title" else "caption" if role == "caption" else "standfirst",
        carried=not figures and not unknown and (best >= _NOTHING or judges or role == "caption"),
        body=nearest,
        share=min(1.0, best),
        missing_words=missing,
        missing_figures=figures,
        other_carries=False,
        rule=rule,
    )


def _is_told_otherwise(side: Side, figure: Figure) -> bool:
    """Whether a head counts a handful of people of one fate ("five dead"), and every number that
    the body gives of those is another."""
    if figure.kind != "count" or abs(figure.value or 0.0) > HANDFUL:
        return False
    own = next((c for c in counted(side) if c.figure is figure), None)
    if own is None or own.deed is None or not own.persons or own.part:
        return False
    theirs = [c for c in counted(side) if c.persons and c.deed == own.deed and not c.past]
    theirs = [c for c in theirs if _in_body(side, c.figure)]
    return bool(theirs) and not any(c.part or c.added or c.earlier for c in theirs)


def _adds_up(side: Side, figure: Figure, numbers: list[Figure]) -> bool:
    """Whether two or three numbers that the body gives beside each other make up a head's: "ten
    passengers and two crew" are twelve."""
    if figure.value is None or figure.kind not in ("count", "money"):
        return False
    beside: dict[int, dict[str, float]] = {}
    for f in numbers:
        if f.kind == figure.kind and f.unit == figure.unit and f.value:
            at = side.sentence_at(f.within, f.paragraph, f.start)
            if at is not None:
                beside.setdefault(at, {})[f"{f.value:g} {f.about}"] = f.value
    for at, found in beside.items():
        parts = [*found.values(), *beside.get(at + 1, {}).values()][:_PARTS]
        sums = {sum(some) for size in (2, 3) for some in combinations(parts, size)}
        if any(agreement(figure, replace(figure, value=s, hedge=None)) == "agree" for s in sums):
            return True
    return False


def _of_one_family(side: Side, figure: Figure, where: dict[str, list[int]]) -> bool:
    """Whether a head counts a family ("family of 5") whom the body may name one by one."""
    text = side.article.text_of(figure.within, figure.paragraph)
    return _FAMILY.search(text[: figure.start]) is not None and _FAMILY_STEM in where


_FAMILY = re.compile(r"\bfamily of\s$", re.IGNORECASE)
_FAMILY_STEM = stem_of("family")


def _lasts(side: Side, figure: Figure, body: list[int]) -> bool:
    """Whether the body gives a head's length of time in another unit."""
    text = side.article.text_of(figure.within, figure.paragraph)
    return lasts_as_long(text, figure.start, [side.sentences[i].text for i in body])


def _unnamed(side: Side, head: int, missing: tuple[str, ...]) -> tuple[str, ...]:
    """The names that a title opens with and neither body nor standfirst names."""
    words = (side.words[s.i] for s in side.sentences if s.role in ("body", "standfirst"))
    return unnamed(side.sentences[head].text, missing, frozenset[str]().union(*words))


def _counts_its_own(figure: Figure) -> bool:
    """Whether a head counts what its article lists ("five takeaways"), or names a year."""
    listed = _LISTED.intersection((figure.about or "").lower().split())
    return bool(listed) or (figure.kind == "count" and _YEAR.fullmatch(figure.text) is not None)


def _best_place(
    stems: frozenset[str],
    body: list[int],
    near: Near,
    where: dict[str, list[int]],
    weight: dict[str, float],
    mass: float,
) -> tuple[float, int | None]:
    """The largest share of a head that two body sentences in a row carry, and the nearer one."""
    import numpy as np

    table = np.zeros((len(stems), len(body)))
    shares = np.zeros(len(stems))
    for row, stem in enumerate(stems):
        shares[row] = weight.get(stem, 1.0) / mass
        for close, likeness in near.get(stem, {}).items():
            at = where[close]
            table[row, at] = np.maximum(table[row, at], likeness)
    alone = shares @ table
    if not alone.any():
        return 0.0, None
    together = shares @ np.maximum(table[:, :-1], table[:, 1:]) if len(body) > 1 else alone
    best = max(float(together.max()), float(alone.max()))
    # of sentences that carry as much the first, in whatever order the words were added up
    return best, body[int(alone.round(_DIGITS).argmax())]


def _in_body(side: Side, figure: Figure) -> bool:
    return figure.within == "body" and side.article.paragraphs[figure.paragraph].role != "caption"
