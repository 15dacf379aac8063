"""The ledger of a story: what is reported, by whom, and in which words.

In go articles with their names, out comes a `Ledger`. Quotations, figures and statements are
held against each other with the parts of `corpus.comparison`; rows in which articles differ
come first. Nothing here says who is right.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol

from corpus.article import Article, Names
from corpus.comparison.sides import LONGEST, Side, side
from corpus.ledger.facts import quotation_facts, statement_facts
from corpus.ledger.matching import scores
from corpus.ledger.numbers import figure_facts
from corpus.ledger.result import Column, Fact, Ledger, Named
from corpus.ledger.standing import with_rows, with_standing

__all__ = ["Ledger", "chosen", "ledger"]

VERSION = "ledger-11"
"""Version of everything that decides what a ledger holds, the rules of comparison included."""

IN_FULL = 40  # articles held against each other; the work grows with their square
SENTENCES = 6_000  # of all articles together that are held against each other, for that reason
_KINDS = {"quotation": 0, "figure": 1, "statement": 2}


class Dated(Protocol):
    """What choosing needs to know of an article."""

    @property
    def id(self) -> str: ...
    @property
    def outlet(self) -> str | None: ...
    @property
    def published(self) -> str | None: ...


def chosen(articles: Sequence[Dated], wanted: Collection[str] = ()) -> tuple[list[int], list[int]]:
    """The places of the articles that are compared in full, and of those that are left out.

    Those `wanted` (full ids) first, then the earliest of every outlet, then the others, until there
    are IN_FULL.
    """
    order = sorted(
        range(len(articles)),
        key=lambda k: (articles[k].published or "~", articles[k].id),
    )
    outlets: set[str | None] = set()
    first: list[int] = []
    rest: list[int] = []
    for k in order:
        (rest if articles[k].outlet in outlets else first).append(k)
        outlets.add(articles[k].outlet)
    named = [k for k in order if articles[k].id in wanted]
    taken = set([*dict.fromkeys([*named, *first, *rest])][:IN_FULL])
    return [k for k in order if k in taken], [k for k in order if k not in taken]


def ledger(
    articles: Sequence[Article],
    names: Sequence[Names | None] | None = None,
    wanted: Collection[str] = (),
) -> Ledger:
    """The ledger of these articles, columns in the order of publication.

    More than IN_FULL are not compared in full, and named as left out; those `wanted` (full ids) are
    compared rather than others. Never raises on any
    articles; copies should be left out before.
    """
    within, beyond = chosen(articles, wanted)
    within.sort(key=lambda k: _moment(articles[k]))
    whole = [side(articles[k]) for k in within]
    sides = _within_bounds(whole)
    found = scores(sides)
    numbers = figure_facts(sides, found)
    facts = [
        *quotation_facts(sides, found),
        *numbers,
        *statement_facts(sides, found, numbers),
    ]
    facts = with_standing(sides, facts)
    read = [names[k] if names else None for k in within]
    return Ledger(
        columns=tuple(map(_column, sides, whole)),
        facts=with_rows(_arranged(facts)),
        names=_named(sides, read),
        left_out=tuple(articles[k].id for k in beyond),
        unread=sum(one is None for one in read),
    )


def _arranged(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """In order; rows about one thing stand together where the first of them does."""
    first: dict[int, tuple[object, ...]] = {}
    for fact in sorted(facts, key=_order):
        if fact.thing:
            first.setdefault(fact.thing, _order(fact))
    return tuple(sorted(facts, key=lambda one: (first.get(one.thing, _order(one)), _order(one))))


def _order(fact: Fact) -> tuple[object, ...]:
    """At odds first, then changed, then what most carry; what one carries comes last, behind what
    others may carry too."""
    odds = max(fact.at_odds, fact.differs)
    first = min(cell.sentence for cell in fact.carried)
    perhaps = len(fact.perhaps) if fact.alone else 0
    return (
        fact.alone, -odds, -fact.changed, -len(fact.carried), -perhaps, _KINDS[fact.kind], first,
        fact.text,
    )  # fmt: skip


def _moment(article: Article) -> tuple[str, str, str]:
    """By when articles stand in order: by the day, then by the moment where it is stated."""
    return article.published or "~", article.published_at or "~", article.id


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


def _named(sides: Sequence[Side], names: Sequence[Names | None]) -> tuple[Named, ...]:
    """Who is named where, those whom most name first."""
    known: dict[str, tuple[str, str, list[str]]] = {}
    for one, read in zip(sides, names, strict=True):
        for entity in read.entities if read else ():
            entry = known.setdefault(entity.key, (entity.name, entity.type, []))
            entry[2].append(one.article.id)
    found = [Named(key, name, type_, tuple(ids)) for key, (name, type_, ids) in known.items()]
    return tuple(sorted(found, key=lambda one: (-len(one.articles), one.name, one.key)))
