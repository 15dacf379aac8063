"""Figures of two reports that count the same thing: those that agree, those that may conflict.

In go two `Side`s and the sentence scores, out come `FigurePair`s. Agreement is found first and
taken out; what is left may conflict only when both reports tell of the same event, their days
of publication are at most one apart, and the same thing is counted in the same kind of deed.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime

from corpus.article import Article, Figure
from corpus.comparison.alignment import KEEP
from corpus.comparison.attribution import Attribution
from corpus.comparison.likeness import Likeness
from corpus.comparison.result import FigurePair, FigureRelation, SideName
from corpus.comparison.sides import Side
from corpus.words import content, stem, tokens

COMPARED = frozenset({"count", "money", "percent", "vote", "odds", "measure", "duration", "age"})
ROUNDING = {1: 0.15, 2: 0.05}  # how far off a hedged number of one or two digits may be
PRECISE = 0.02  # and one of more digits
DAYS_APART = 1
NEARLY_SAME = 0.6  # sentences this near count the same thing whatever the size of the numbers
FURTHEST = 6  # the larger of two conflicting counts is at most so many times the smaller
_PART = re.compile(r"\b(?:other|another|more|further|additional|remaining|rest)\b", re.IGNORECASE)

_PERSONS = frozenset(
    stem(w)
    for w in """
    people person persons man men woman women child children member members troops
    soldier soldiers fighter fighters rebel rebels insurgent insurgents militant
    militants civilian civilians passenger passengers crew worker workers resident
    residents victim victims migrant migrants refugee refugees police officer officers
    student students protester protesters body bodies dead casualty casualties hostage
    hostages prisoner prisoners detainee detainees staff guard guards villager villagers
    survivor survivors jihadist jihadists personnel recruit recruits
    """.split()
)
_ANYBODY = frozenset(stem(w) for w in "people person persons men women others victims".split())
_DEEDS: tuple[tuple[str, frozenset[str]], ...] = tuple(
    (name, frozenset(stem(w) for w in words.split()))
    for name, words in (
        ("dead", """kill killed kills killing die died dies dead death deaths execute executed
         shot slain slaughter fatal fatalities perish perished lives bodies toll murdered"""),
        ("hurt", "injure injured injuries wound wounded hurt hospital hospitalised treated"),
        ("missing", "missing unaccounted lost disappeared vanished"),
        ("saved", "rescue rescued saved ashore landed evacuate evacuated survive survived brought"),
        ("held", "arrest arrested detain detained held jailed custody charged imprisoned seized"),
        ("fled", "flee fled displaced refugees migrants exodus left homes"),
        ("cost", "cost costs price paid pay worth bid offer loss losses damage fine fined bribe"),
        ("voted", "vote votes voted majority margin ballots elected turnout lead"),
        ("struck", "strike strikes walk walked striking stoppage picket"),
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure with what is needed to hold it against others."""

    number: int  # into Article.figures
    figure: Figure
    sentence: int
    head: frozenset[str]  # content stems of what it counts
    persons: bool
    deeds: frozenset[str]
    part: bool  # counts some of the things only: "two other ships"


_AGREES = {
    "agree": "the same number of the same thing",
    "approximate": "one number lies within what the other, hedged, may stand for",
}
_DIFFERS = "the same thing counted in the same kind of deed, two numbers"


def pairs(
    left: Side,
    right: Side,
    near: Likeness,
    said: tuple[dict[int, Attribution], dict[int, Attribution]],
    *,
    same_event: bool,
) -> tuple[FigurePair, ...]:
    """Figures of both sides that count the same: agreeing, approximately, or differing.

    `said` gives for the sentences of either side whom they name for what they say.
    """
    ours, theirs = _counted(left), _counted(right)
    result: list[FigurePair] = []
    taken_left: set[int] = set()
    taken_right: set[int] = set()

    def take(a: Counted, b: Counted, relation: FigureRelation, rule: str, score: float) -> None:
        taken_left.add(a.number)
        taken_right.add(b.number)
        result.append(_pair(left, right, a, b, relation, rule, score, said))

    for wanted in ("agree", "approximate"):
        found = [
            (-_likeness(a, b, near), a.number, b.number, a, b)
            for a in ours
            for b in theirs
            if _comparable(a, b) and agreement(a.figure, b.figure) == wanted
        ]
        for likeness, _, _, a, b in sorted(found, key=lambda f: f[:3]):
            if a.number in taken_left or b.number in taken_right or -likeness < 0.5:
                continue
            relation: FigureRelation = "agree" if wanted == "agree" else "approximate"
            take(a, b, relation, _AGREES[relation], -likeness)
    if same_event and _close_in_time(left, right):
        found = [
            (-_likeness(a, b, near), a.number, b.number, a, b)
            for a in ours
            for b in theirs
            if a.number not in taken_left and b.number not in taken_right
            if _may_conflict(a, b, near)
        ]
        for likeness, _, _, a, b in sorted(found, key=lambda f: f[:3]):
            if a.number not in taken_left and b.number not in taken_right:
                take(a, b, "differ", _DIFFERS, -likeness)
    return tuple(sorted(result, key=lambda p: (p.left, p.left_figure)))


def agreement(left: Figure, right: Figure) -> str | None:
    """ "agree", "approximate" or None for two figures of one kind and unit."""
    if left.kind != right.kind or (left.unit or "") != (right.unit or ""):
        return None
    a, b = _bounds(left), _bounds(right)
    if a is None or b is None:
        return None
    plain = left.hedge is None and right.hedge is None
    if left.value is not None and left.value == right.value:
        return "agree"
    if a == b and plain:
        return "agree"
    if plain and left.value is not None and right.value is not None:
        return None
    if left.kind in ("vote", "odds", "ordinal"):
        return None  # a tally is never rough
    if a[0] <= b[1] and b[0] <= a[1]:
        return "approximate"
    return None


def _bounds(figure: Figure) -> tuple[float, float] | None:
    """The lowest and highest number a figure may stand for, hedges understood."""
    low, high = figure.low, figure.high
    value = figure.value
    if value is not None and low is None and high is None:
        slack = abs(value) * ROUNDING.get(_digits(value), PRECISE)
        hedge = (figure.hedge or "").lower()
        if not hedge:
            return value, value
        if re.search(r"more|over|least|exceed|above|upward", hedge):
            return value, value * 1.25
        if re.search(r"less|fewer|under|most|up to|below|almost|nearly|maximum", hedge):
            return value * 0.8, value
        return value - slack, value + slack
    if low is None and high is None:
        return None
    if low is None:
        low = (high or 0.0) * 0.5
    if high is None:
        high = low * 4  # "dozens", "hundreds": up to the next scale
    return low, high


def _digits(value: float) -> int:
    """Significant digits: 40,000 has one, 212 three."""
    return len(f"{abs(value):.12g}".replace(".", "").strip("0").split("e")[0]) or 1


def _counted(side: Side) -> list[Counted]:
    result = []
    for number, figure in enumerate(side.article.figures):
        if figure.kind not in COMPARED:
            continue
        sentence = side.sentence_at(figure.within, figure.paragraph, figure.start)
        if sentence is None:
            continue
        head = frozenset(t.stem for t in content(tokens(figure.about or "")))
        around = side.stems[sentence]
        result.append(
            Counted(
                number=number,
                figure=figure,
                sentence=sentence,
                head=head,
                persons=bool(head & _PERSONS),
                deeds=frozenset(name for name, stems in _DEEDS if (around | head) & stems),
                part=bool(_PART.search(figure.about or ""))
                or _PART.match(
                    side.article.text_of(figure.within, figure.paragraph), figure.end + 1
                )
                is not None,
            )
        )
    return result


def _counts_a_part(side: Side, figure: Figure) -> bool:
    text = side.article.text_of(figure.within, figure.paragraph)
    return bool(_PART.search(figure.about or "") or _PART.match(text, figure.end + 1))


def _comparable(a: Counted, b: Counted) -> bool:
    return a.figure.kind == b.figure.kind and (a.figure.unit or "") == (b.figure.unit or "")


def _likeness(a: Counted, b: Counted, near: Likeness) -> float:
    """How surely two figures count the same thing: same head, same deed, sentences that align."""
    heads = len(a.head & b.head) / max(1, min(len(a.head), len(b.head)))
    if not a.head or not b.head:
        heads = 0.6 if a.figure.kind in ("percent", "money", "vote") else 0.3
    elif not heads and a.persons and b.persons:
        heads = 0.5
    deed = 0.3 if a.deeds & b.deeds else (0.0 if not a.deeds or not b.deeds else -0.3)
    return heads + deed + near.score(a.sentence, b.sentence)


def _may_conflict(a: Counted, b: Counted, near: Likeness) -> bool:
    """Whether two figures that do not agree count the same thing in the same kind of deed."""
    if not _comparable(a, b) or agreement(a.figure, b.figure) is not None:
        return False
    aligned = near.score(a.sentence, b.sentence)
    if a.part or b.part or not (aligned >= NEARLY_SAME or _of_one_size(a.figure, b.figure)):
        return False
    same_thing = bool((a.head & b.head) - _ANYBODY)
    same_deed = bool(a.deeds & b.deeds)
    if a.figure.kind != "count":
        return (same_thing and aligned >= KEEP) or aligned >= NEARLY_SAME
    if same_thing:
        return aligned >= (KEEP / 2 if same_deed else KEEP)
    return a.persons and b.persons and same_deed and aligned >= KEEP


def _of_one_size(a: Figure, b: Figure) -> bool:
    """Two counts of one thing are rarely ten times apart; a part and its whole often are."""
    bounds = _bounds(a), _bounds(b)
    if bounds[0] is None or bounds[1] is None:
        return False
    low, high = sorted(abs(sum(pair) / 2) for pair in bounds if pair is not None)
    return low > 0 and high / low <= FURTHEST


def _close_in_time(left: Side, right: Side) -> bool:
    a, b = left.article.published, right.article.published
    if a is None or b is None:
        return True  # nothing speaks against it; the screen shows both days
    return abs((date.fromisoformat(a) - date.fromisoformat(b)).days) <= DAYS_APART


def later_side(left: Article, right: Article) -> SideName | None:
    """Which of two reports is the later one, by the moment where both state it, else the day."""
    moments = left.published_at, right.published_at
    if moments[0] and moments[1] and moments[0] != moments[1]:
        with suppress(ValueError, TypeError):  # a moment without its zone next to one with
            a, b = (datetime.fromisoformat(m) for m in moments if m)
            return "left" if a > b else "right"
    days = left.published, right.published
    if days[0] and days[1] and days[0] != days[1]:
        return "left" if days[0] > days[1] else "right"
    return None


def source_of(found: dict[int, Attribution], sentence: int) -> str | None:
    """Whom the sentence itself names for what it says, in its own words."""
    one = found.get(sentence)
    if one is None:
        return None
    named = [one.source, *one.via]
    return " via ".join(n.name for n in named if n is not None) or None


def _note(pair: FigurePair) -> str | None:
    sources = [s for s in (pair.left_source, pair.right_source) if s]
    parts = []
    if len(sources) == 2:
        parts.append(f"sources: {sources[0]} / {sources[1]}")
    elif sources:
        parts.append(f"source of one: {sources[0]}")
    if pair.later is not None:
        parts.append("the later report may give a later count")
    return "; ".join(parts) or None


def _pair(
    left: Side,
    right: Side,
    a: Counted,
    b: Counted,
    relation: FigureRelation,
    rule: str,
    score: float,
    said: tuple[dict[int, Attribution], dict[int, Attribution]],
) -> FigurePair:
    pair = FigurePair(
        left=a.sentence,
        right=b.sentence,
        left_text=a.figure.text,
        right_text=b.figure.text,
        left_value=a.figure.value,
        right_value=b.figure.value,
        kind=a.figure.kind,
        relation=relation,
        note=None,
        left_figure=a.number,
        right_figure=b.number,
        left_about=a.figure.about,
        right_about=b.figure.about,
        left_source=source_of(said[0], a.sentence),
        right_source=source_of(said[1], b.sentence),
        later=later_side(left.article, right.article) if relation == "differ" else None,
        score=score,
        rule=rule,
    )
    return replace(pair, note=_note(pair)) if relation == "differ" else pair
