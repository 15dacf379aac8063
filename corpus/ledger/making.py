"""The path from a story's articles to their `Ledger`, every step in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from corpus.article import Article, Names
from corpus.comparison.sides import LONGEST, Side, side
from corpus.ledger.apart import told_apart
from corpus.ledger.doubts import with_doubts_once
from corpus.ledger.facts import statement_facts
from corpus.ledger.last_look import with_last_look
from corpus.ledger.later import told_later
from corpus.ledger.matching import scores
from corpus.ledger.naming import named
from corpus.ledger.numbers import figure_facts
from corpus.ledger.quoting import quotation_facts
from corpus.ledger.result import Column, Fact, Ledger
from corpus.ledger.standing import with_rows, with_shares, with_standing, without_quoted
from corpus.precedence import order

SENTENCES = 6_000  # of all articles together that are held against each other: the work grows so
STEPS = 6
PAIR = 2
_KINDS = {"quotation": 0, "figure": 1, "statement": 2}

Progress = Callable[[int, int], None]


def made(
    articles: Sequence[Article],
    names: Sequence[Names | None],
    left_out: Sequence[str],
    progress: Progress,
) -> Ledger:
    """The ledger of these articles, in the order of publication; `left_out` are others (full ids).

    `progress` hears (steps done, of how many).
    """
    by_stamp = sorted(range(len(articles)), key=lambda k: _moment(articles[k]))
    whole = [side(articles[k]) for k in by_stamp]
    progress(1, STEPS)
    sides = _within_bounds(whole)
    found = scores(sides)
    progress(2, STEPS)
    quoted = quotation_facts(sides, found)
    progress(3, STEPS)
    numbers = figure_facts(sides, found)
    progress(4, STEPS)
    stated = statement_facts(sides, found, numbers)
    progress(5, STEPS)
    facts = with_standing(sides, with_doubts_once([*quoted, *numbers, *stated]))
    facts = with_last_look(sides, without_quoted(facts))
    read = [names[k] for k in by_stamp]
    return Ledger(
        columns=tuple(map(_column, sides, whole)),
        facts=with_shares(with_rows(_arranged(facts))),
        names=named([(one.article.id, own) for one, own in zip(sides, read, strict=True)]),
        left_out=tuple(left_out),
        unread=sum(one is None for one in read),
        apart=told_apart(sides),
        later=told_later(sides),
    )


def _arranged(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """In order; rows about one thing stand together where the first of them does."""
    first: dict[int, tuple[object, ...]] = {}
    for fact in sorted(facts, key=_order):
        if fact.thing:
            first.setdefault(fact.thing, _order(fact))
    return tuple(sorted(facts, key=lambda one: (first.get(one.thing, _order(one)), _order(one))))


def _order(fact: Fact) -> tuple[object, ...]:
    """At odds first, then changed, then what most carry, "two leaders" behind the rest; what one
    carries comes last, behind what others may carry too."""
    odds = max(fact.at_odds, fact.differs)
    first = min(cell.sentence for cell in fact.carried)
    perhaps = fact.likely if fact.alone else 0.0
    return (
        fact.alone, -odds, -fact.changed, _counts_a_pair(fact), -len(fact.carried), -perhaps,
        _KINDS[fact.kind], first, fact.text,
    )  # fmt: skip


def _counts_a_pair(fact: Fact) -> bool:
    """Whether a figure is one that any report has: "one day", "the two leaders"."""
    return fact.kind == "figure" and all(abs(cell.value or PAIR) <= PAIR for cell in fact.carried)


def _moment(article: Article) -> tuple[str, str, str]:
    """By when articles stand in order: the earliest stamp first."""
    return *order(article.published, article.published_at), article.id


def _within_bounds(sides: Sequence[Side]) -> list[Side]:
    """The sides, the longest cut to one length where all have more than SENTENCES together."""
    left, room = sorted(len(one.sentences) for one in sides), SENTENCES
    for number, length in enumerate(left):
        share = room // (len(left) - number)
        if length > share:
            return [one if len(one.sentences) <= share else one.first(share) for one in sides]
        room -= length
    return list(sides)


def _column(one: Side, whole: Side) -> Column:
    article = one.article
    return Column(
        article.id, article.outlet, article.headline, article.published, article.published_at,
        one.sentences, _unread(one, whole),
    )  # fmt: skip


def _unread(one: Side, whole: Side) -> int:
    """How many sentences of an article come after the last that is looked at."""
    if len(one.sentences) == len(whole.sentences) < LONGEST:
        return 0
    last, every = one.sentences[-1], one.article.sentences
    place = (last.within, last.paragraph, last.start)
    at = next(n for n, s in enumerate(every) if (s.within, s.paragraph, s.start) == place)
    return len(every) - at - 1
