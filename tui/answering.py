"""The archive's answer as the list wants it: to a query half typed, and how many rows it has."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from index.results import Sort
from tui.views.typing import goes_on, read_while_typed

if TYPE_CHECKING:
    from index.answers import Answer
    from index.archive import Archive
    from index.folding import Fold

FIRST = 60  # rows fetched at first: more than a screen


def in_all(answer: Answer) -> int:
    """How many rows an answer has, where every place is one that many."""
    return answer.rows if answer.places is None else answer.places


def answered(archive: Archive, text: str, typed: str, order: Sort, fold: Fold) -> Answer:
    """The answer to what was typed, where `text` lets its last word be unfinished."""
    answer = archive.search(text, sort=order, limit=FIRST, fold=fold)
    if text != typed and not answer.total:
        beginning = text.rsplit(" OR ", 1)[-1].rstrip(")")
        if text.endswith('*"') or not archive.search(beginning, limit=1, snippets=False).total:
            answer = archive.search(typed, sort=order, limit=FIRST, fold=fold)
    asked = text if text != typed else ""
    return replace(
        answer,
        query=typed,
        read_as=read_while_typed(answer.read_as, asked),
        repairs=tuple(goes_on(repair, asked) for repair in answer.repairs),
    )
