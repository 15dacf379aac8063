"""Do two articles report the same event? A score from five signs, and what days say to it.

In go two `Side`s and their sentence scores, out come the signs, a score from 0 to 1, and one of
three answers. The signs are how near the titles are, how near the leads are, how well the first
sentences are found again in the other article, how many capitalised words inside sentences both
have, and how like the two are among all articles (as stories are made of). News repeats itself
in the same words: two ships are seized, two towns shelled. So below a high score it is surely one
event only where something bears it out that another event would not have: a day, numbers, or words
that both quote; where the openings tell other days hardly any words make it one, and where days of
publication lie far apart none do. And what is written about one affair is like in titles and names
alone: two that are hardly like among all articles are two events.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus.comparison.days_told import NEAR, TELLS, days_apart, days_told
from corpus.comparison.event_signs import DaysTold, EventAnswer, EventSigns
from corpus.comparison.openings import LEAD, HasOpenings, leads, opening
from corpus.comparison.result import QuotationPair
from corpus.comparison.sides import Side
from corpus.stories.traits import Traits, alike, rarities, traits
from corpus.words import STOP, word_and_stem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PERHAPS, SAME, ALONE = 0.16, 0.28, 0.4
"""Scores from which two articles perhaps report one event, surely do where a day, numbers or quoted
words bear it out, and surely do without. Weights of the score by logistic regression on the events
with even numbers and half of 186 labelled pairs. Of 900 pairs like each other and published 10 to
40 days apart, whose days of publication were then not looked at, 87 had been called the same
from .28 on and 32 are so now; of 70 pairs near in time labelled one by one as two events
21 and 12; of 209 of one event 176 and 163."""
QUOTED, WHATEVER = 0.36, 0.5
"""Scores from which other days in the openings do not stand against it: words that both quote may
be told of on two days; and of what is published on near days hardly a word differs."""
FAR = 7
"""Days of publication further apart than a week are told apart by no words: what recurs, recurs
weekly. Nothing is the same event then, and only what would be it is perhaps one (206 of 467 pairs
that a collection of stories holds together, and 53 of 1,968 of its other pairs); where the openings
tell other days as well, only what numbers, quoted words or rare names bear out."""
LONG = 30
"""Days from which on two are likelier than one, but for what `_is_dated_anew`: of ten labelled
pairs 8 to 30 days apart, seven are one event; of 12 that were perhaps one by their words and lay 30
to 60 days apart, none is by its titles."""
MONTHS, COPIES = 60, 0.7
"""Days of publication from which on two are not even perhaps one, but for near-copies, by their
score, and what else is `_is_dated_anew`: a page that is put up again is dated anew."""
SAME_QUOTES = 2
"""Quotations in both from which on, with rare names in both openings and a score that needs nothing
to bear it out, two may be one whatever their days of publication; and within a month with any score
from PERHAPS on."""
TOLD_ALIKE = 0.6
"""The same for numbers of the openings, and the score that it needs: of 1,435 pairs that share rare
names and lie more than a month apart two reach it, both without numbers in common."""
COUNTED = 1
"""Days of publication so far apart leave counts of one event comparable; later ones are news."""

LIKE, LIKE_BORNE_OUT, LIKE_APART = 0.1, 0.08, 0.12
"""Likeness among all articles below which two are of different events, whatever other signs say
below ALONE; where a day, numbers or quoted words bear one event out, and where the openings tell
other days. What is written in months of one campaign has its few words in common: of 558 pairs of
two outlets on one campaign that are perhaps one event by their score alone 132 are with this; of 70
others read one by one some 9 were one. Of 549 pairs of one event, labelled or of a collection of
stories, none is lost. Of 4,462 pairs less like than .08 all but 15 were of different events."""

_TITLES, _LEADS, _FOUND, _NAMES, _LIKE = 0.38, 0.20, 0.06, 0.10, 0.26
NUMBERS = 2  # of the openings that stand in the other article too
RARE = (
    8.0  # of names in both openings, what their rarities (logarithms) have beyond `_RARE`, summed
)
_RARE = 3.0  # a name in one of twenty articles
_COUNTS = 8  # and in which it gives the numbers of its event
_FEW = 4  # numbers up to here stand in any two reports
_WORDS = 5  # words of a quotation that two reports do not have by chance
_MOSTLY = 0.85  # share of its words from which one that was altered is the same all the same


def weighed(signs: EventSigns) -> float:
    """The five signs, each from 0 to 1, as one score; 0 when nothing is shared."""
    return (
        _TITLES * signs.titles
        + _LEADS * signs.leads
        + _FOUND * signs.found_again
        + _NAMES * signs.names
        + _LIKE * signs.like
    )


def answer(signs: EventSigns) -> EventAnswer:
    """Whether the signs speak for one event: surely, perhaps, or not. Of two that an archive holds
    in one story it is never said that they do not."""
    return "perhaps" if is_held_by_story(signs) else _by_signs(signs)


def is_held_by_story(signs: EventSigns) -> bool:
    """Whether only the archive's story makes two perhaps one: what they say speaks for two."""
    return signs.one_story and _by_signs(signs) == "different"


def _by_signs(signs: EventSigns) -> EventAnswer:
    score, apart = weighed(signs), signs.days_apart
    if score < ALONE and signs.like < _least_like(signs):
        return "different"
    if apart is not None and apart > FAR:
        other = signs.days_told == "apart" and not is_borne_out(signs)
        other = other or (apart > MONTHS and score < COPIES and not _is_dated_anew(signs))
        quotes = apart <= LONG and signs.quoted >= SAME_QUOTES and score >= PERHAPS
        return "perhaps" if (score >= SAME or quotes) and not other else "different"
    if score < PERHAPS:
        return "different"
    if signs.days_told in ("apart", "undecided"):  # what recurs, recurs on its day of the week
        near = apart is not None and apart <= NEAR
        one = score >= QUOTED if signs.quoted else near and score >= WHATEVER
        return "same" if one else "perhaps"
    return "same" if score >= (SAME if is_borne_out(signs) else ALONE) else "perhaps"


def _is_dated_anew(signs: EventSigns) -> bool:
    """Whether two have so much in common that a day of publication far off is the page's, not the
    event's: rare names, and quotations or numbers, beside much the same words."""
    score = weighed(signs)
    quotes = signs.quoted >= SAME_QUOTES and score >= ALONE
    numbers = signs.numbers >= NUMBERS and score >= TOLD_ALIKE
    return signs.rare >= RARE and (quotes or numbers)


def _least_like(signs: EventSigns) -> float:
    if is_borne_out(signs):
        return LIKE_BORNE_OUT
    return LIKE_APART if signs.days_told == "apart" else LIKE


def is_borne_out(signs: EventSigns) -> bool:
    """Whether both tell what another event of the kind would not have: a day, two numbers, words
    that both quote, or names that are rare among all articles."""
    return (
        signs.days_told == "together"
        or signs.numbers >= NUMBERS
        or signs.quoted >= 1
        or signs.rare >= RARE
    )


def is_likelier(signs: EventSigns) -> bool:
    """Whether by what the two say one event is likelier than two: the same, or perhaps the same
    within a month or dated anew. What a story of the archive adds says nothing here."""
    long = signs.days_apart is not None and signs.days_apart > LONG
    return _by_signs(signs) != "different" and not (long and not _is_dated_anew(signs))


def is_countable(signs: EventSigns) -> bool:
    """Whether numbers that do not agree may count one thing: perhaps one event, published a day
    apart at most, or, within a week or where a day is not known, with a day in common that both
    openings tell."""
    return answer(signs) != "different" and _comparable(signs.days_apart, signs.days_told)


def _comparable(apart: int | None, told: DaysTold | None) -> bool:
    if apart is not None and (apart <= COUNTED or apart > FAR):
        return apart <= COUNTED
    return told == "together"


def event_signs(
    left: Side,
    right: Side,
    near: HasOpenings,
    quotations: Iterable[QuotationPair] = (),
    *,
    one_story: bool = False,
) -> EventSigns:
    """How near titles, leads and first sentences are, how many names both have, how like they
    are, what their days say, and how many numbers and quotations (of those given) both have.
    `one_story`: an archive holds both in one story."""
    titles, leads = _titles_and_leads(left, right, near.ours)
    quoted = sum(
        (q.relation != "altered" or q.score >= _MOSTLY)
        and min(map(_words, (q.left_text, q.right_text))) >= _WORDS
        for q in quotations
    )
    return _signs(
        left, right, titles, leads, _found_again(near), quoted=quoted, one_story=one_story
    )


def _signs(
    left: Side,
    right: Side,
    titles: float,
    leads: float,
    found_again: float,
    *,
    quoted: int,
    one_story: bool = False,
) -> EventSigns:
    return EventSigns(
        titles=titles,
        leads=leads,
        found_again=found_again,
        names=_names_shared(left, right),
        like=alike(_traits(left), _traits(right)),
        undated=sum(each.article.published is None for each in (left, right)),
        days_apart=days_apart(left.article, right.article),
        days_told=days_told(left, right),
        numbers=_numbers_shared(left, right),
        quoted=quoted,
        rare=sum(
            max(0.0, each - _RARE)
            for each in rarities(
                _capitalised(opening(left, TELLS)) & _capitalised(opening(right, TELLS))
            )
        ),
        one_story=one_story,
    )


def most_for_one_event(left: Side, right: Side) -> EventSigns:
    """What speaks for one event in all but the sentences found again and the words that both
    quote, of which as much is taken as there could be: where `answer` says "different" to it, it
    does whatever else the two say."""
    titles, first = _titles_and_leads(left, right, leads(left, right))
    return _signs(left, right, titles, first, 1.0, quoted=may_quote_the_same(left, right))


def may_quote_the_same(left: Side, right: Side) -> int:
    """As many quotations in both as can tell something where both quote so many words that they
    may be the same, else 0."""
    return SAME_QUOTES if _quotes(left) and _quotes(right) else 0


def _quotes(side: Side) -> bool:
    return sum(_words(quotation.text) for quotation in side.article.quotations) >= _WORDS


def _titles_and_leads(left: Side, right: Side, dice: NDArray[np.float32]) -> tuple[float, float]:
    first = float(dice[:LEAD, :LEAD].max(initial=0.0))
    has_titles = all(s.sentences and s.sentences[0].role == "title" for s in (left, right))
    return float(dice[0, 0]) if has_titles else first, first


def _traits(side: Side) -> Traits:
    if "traits" not in side.read:
        side.read["traits"] = traits(side.article)
    found: Traits = side.read["traits"]
    return found


def _words(text: str) -> int:
    return text.count(" ") + 1


def _numbers_shared(left: Side, right: Side) -> int:
    """How many numbers of either opening stand in the other article."""
    (first, ours), (second, theirs) = _numbers(left), _numbers(right)
    return sum(number in theirs for number in first) + sum(number in ours for number in second)


Numbers = list[tuple[str, str | None, float]]


def _numbers(side: Side) -> tuple[Numbers, set[tuple[str, str | None, float]]]:
    """The numbers that the opening gives, with their kinds and units, and those of all the text."""
    opening: Numbers = []
    found: set[tuple[str, str | None, float]] = set()
    for figure in side.article.figures:
        value = figure.value
        if value is None or abs(value) <= _FEW or figure.kind in ("date", "ordinal"):
            continue
        number = (figure.kind, figure.unit, value)
        found.add(number)
        sentence = side.sentence_at(figure.within, figure.paragraph, figure.start)
        if sentence is not None and sentence < _COUNTS:
            opening.append(number)
    return opening, found


def _found_again(near: HasOpenings) -> float:
    """How well the best three of each side's first eight sentences are matched, on average."""
    ours = near.ours.max(axis=1, initial=0.0)
    theirs = near.theirs.max(axis=0, initial=0.0)
    best = [float(sum(sorted(side.tolist(), reverse=True)[:3])) / 3 for side in (ours, theirs)]
    return sum(best) / 2


def _names_shared(left: Side, right: Side) -> float:
    """Capitalised words inside sentences that both have, as a share of the poorer side's."""
    ours, theirs = _capitalised(left), _capitalised(right)
    smaller = min(len(ours), len(theirs))
    return len(ours & theirs) / smaller if smaller else 0.0


def _capitalised(side: Side) -> frozenset[str]:
    if "capitalised" not in side.read:
        side.read["capitalised"] = _with_capitals(side)
    known: frozenset[str] = side.read["capitalised"]
    return known


def _with_capitals(side: Side) -> frozenset[str]:
    found: set[str | None] = set()
    for sentence, surfaces in zip(side.sentences, side.surfaces, strict=True):
        if sentence.role != "title":  # headlines capitalise every word
            found.update(map(_capital, surfaces[1:]))
    return frozenset(word for word in found if word is not None)


@lru_cache(maxsize=50_000)
def _capital(surface: str) -> str | None:
    """The folded form of a word that is written with a capital, as names are."""
    if not surface[0].isupper():
        return None
    word, _ = word_and_stem(surface)
    return word if len(word) > 2 and word not in STOP else None
