"""The ledger of a story: what is reported, by whom, and in which words.

In go articles with their names, out comes a `Ledger`. Quotations, figures and statements are
held against each other with the parts of `corpus.comparison`; rows in which articles differ
come first. Nothing here says who is right.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Protocol

from corpus.article import Article, Names
from corpus.ledger.result import Ledger

__all__ = ["Ledger", "chosen", "ledger"]

VERSION = "ledger-29"
"""Version of everything that decides what a ledger holds, the rules of comparison included."""

IN_FULL = 40  # articles held against each other; the work grows with their square


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
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> Ledger:
    """The ledger of these articles, columns in the order of publication.

    More than IN_FULL are not compared in full, and named as left out; those `wanted` (full ids) are
    compared rather than others. `progress` hears (steps done, of how many). Never raises on any
    articles; copies should be left out before.
    """
    from corpus.ledger.making import made  # who only shows ledgers needs no step of it

    within, beyond = chosen(articles, wanted)
    return made(
        [articles[k] for k in within],
        [names[k] if names else None for k in within],
        [articles[k].id for k in beyond],
        progress,
    )
