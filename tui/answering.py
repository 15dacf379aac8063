"""The archive's answer as the list wants it: to a query half typed, and how many rows it has."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from index.results import Sort
from tui.views.typing import read_while_typed

if TYPE_CHECKING:
    from index.answers import Answer
    from index.archive import Archive
    from index.folding import Fold

FIRST = 60  # rows fetched at first: more than a screen
PLACES = 100  # articles looked through at once for the words in their context
MOST_PLACES = 50_000  # listed of a query: some 30 MB


def covered(answer: Answer) -> bool:
    """Whether all articles were looked through for the words in their context."""
    return answer.covered is None or answer.covered >= answer.total


def in_all(answer: Answer, places: int | None = None) -> int:
    """How many rows an answer has; of places, where not all were looked for, about how many."""
    if answer.covered is None:
        return answer.rows
    places = len(answer.hits) if places is None else places
    if covered(answer) or places >= MOST_PLACES:
        return places
    return max(places + 1, round(places * answer.total / max(answer.covered, 1)))


def answered(archive: Archive, text: str, typed: str, order: Sort, fold: Fold) -> Answer:
    """The answer to what was typed, where `text` lets its last word be unfinished."""
    answer = archive.search(text, sort=order, limit=FIRST, fold=fold)
    if text != typed and not answer.total:
        beginning = text.rsplit(" OR ", 1)[-1].rstrip(")")
        if text.endswith('*"') or not archive.search(beginning, limit=1, snippets=False).total:
            answer = archive.search(typed, sort=order, limit=FIRST, fold=fold)
    return replace(
        answer,
        query=typed,
        read_as=read_while_typed(answer.read_as, text if text != typed else ""),
    )
