"""Whether two articles report one event: the one answer, wherever it is asked for.

In go two `Side`s, or two `Report`s, out come the answer and the signs by which it is given. A
comparison gives what it has read of both anyway. Elsewhere it is told in steps, each dearer than
the one before: none can say more for one event than the one before it, so that whoever looks for
the likeliest of many goes no further where another says more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.article import Article
from corpus.comparison import quotations
from corpus.comparison.event import (
    answer,
    event_signs,
    found_again,
    may_quote_the_same,
    quoted_by_both,
    signs_of_leads,
    weighed,
)
from corpus.comparison.event_signs import EventAnswer, EventSigns
from corpus.comparison.gist import Gist, gist, gist_of
from corpus.comparison.lexicon import Lexicon
from corpus.comparison.openings import Between, HasOpenings, Laid, laid
from corpus.comparison.result import QuotationPair
from corpus.comparison.sides import Side, taking_part
from corpus.stories.traits import Traits


@dataclass(frozen=True, slots=True)
class OneEvent:
    """The answer for two articles, and its signs: as far as was asked, the most that could speak
    for one event."""

    answer: EventAnswer
    signs: EventSigns

    @property
    def score(self) -> float:
        """The signs as one number from 0 to 1."""
        return weighed(self.signs)


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """What is asked of one article: 20 KB where a `Side` takes 200."""

    id: str
    gist: Gist
    laid: Laid


def report(article: Article, lexicon: Lexicon, known: Traits | None = None) -> Report:
    """An article as it is held against others of one lexicon; `known` is what it is known by among
    others, where that is at hand."""
    sentences, surfaces = taking_part(article)
    return Report(
        article.id,
        gist(article, sentences, surfaces, known),
        laid(sentences, surfaces, lexicon),
    )


def one_event(
    left: Side,
    right: Side,
    *,
    one_story: bool = False,
    near: HasOpenings | None = None,
    quoted: Sequence[QuotationPair] = (),
) -> OneEvent:
    """Whether two articles report one event.

    `one_story`: an archive holds both in one story. `near` and `quoted`: how near their sentences
    are, where that is known, and what both quote then.
    """
    if near is not None:
        gists = gist_of(left), gist_of(right)
        return _event(event_signs(*gists, near, quoted, one_story=one_story))
    lexicon = Lexicon()
    ours, theirs = (
        Report(side.article.id, gist_of(side), laid(side.sentences, side.surfaces, lexicon))
        for side in (left, right)
    )
    steps = narrowing(ours, theirs, lambda: (left, right), one_story=one_story)
    event = next(steps)
    while event.answer != "different" and (further := next(steps, None)) is not None:
        event = further
    return event


def narrowing(
    left: Report,
    right: Report,
    sides: Callable[[], tuple[Side | None, Side | None]],
    *,
    one_story: bool = False,
) -> Iterator[OneEvent]:
    """What speaks at most for one event of two articles, step by step: first by their leads, as if
    all sentences were found again and words quoted that may be; then by the sentences found again
    of one side, of both, and by the quotations. The last is the answer. `sides`, both laid out
    (None for one that is gone), are asked for where quotations decide.
    """
    between = Between(left.laid, right.laid)
    quoted = may_quote_the_same(left.gist, right.gist)
    signs = signs_of_leads(left.gist, right.gist, between.leads())
    signs = replace(signs, found_again=1.0, quoted=quoted, one_story=one_story)
    yield _event(signs)
    half = found_again(between.ours(), axis=1)
    yield _event(replace(signs, found_again=(half + 1.0) / 2))
    again = (half + found_again(between.theirs(), axis=0)) / 2
    most, signs = (replace(signs, found_again=again, quoted=each) for each in (quoted, 0))
    if answer(most) == answer(signs):
        yield _event(signs)
        return
    yield _event(most)
    one, other = sides()
    found = quotations.pairs(one, other) if one is not None and other is not None else ()
    yield _event(replace(signs, quoted=quoted_by_both(found)))


def _event(signs: EventSigns) -> OneEvent:
    return OneEvent(answer(signs), signs)
