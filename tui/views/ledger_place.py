"""Where one stands in a ledger, by what stands there: a row's words, a column's article.

A judgement or new articles change the numbers of rows and columns; what one looked at is looked
for again, and only where it is gone its number counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.places import found_again

if TYPE_CHECKING:
    from corpus.ledger.result import Fact
    from tui.places import StoryPlace
    from tui.views.ledger import Grid


def leave(grid: Grid, place: StoryPlace) -> None:
    """Write down where one stands, and how the rows are chosen and ordered."""
    place.row, place.column = grid.row, grid.column
    place.singles, place.by_text = grid.singles, grid.by_text
    place.kinds, place.words = sorted(grid.kinds), grid.words
    columns = grid.ledger.columns
    if grid.column < len(columns):
        place.article = columns[grid.column].article
    fact = grid.current
    if fact is not None:
        cell = next((one for one in fact.cells if one.relation == "medoid"), fact.cells[0])
        place.kind, place.fact = fact.kind, fact.text
        place.fact_article, place.sentence = cell.article, cell.sentence


def restore(grid: Grid, place: StoryPlace, width: int) -> None:
    """Choose, order and stand as it was left; `width` is that of the terminal."""
    grid.kinds, grid.words = frozenset(place.kinds), place.words
    grid.singles, grid.by_text = place.singles, place.by_text
    grid.arrange()
    found = _row_of(grid.facts, place)
    grid.row = found if found >= 0 else max(0, min(place.row, len(grid.facts) - 1))
    articles = [column.article for column in grid.ledger.columns]
    column = found_again(articles, place.article, place.column)
    grid.step_column(column - grid.column, width)


def _row_of(facts: Sequence[Fact], place: StoryPlace) -> int:
    """The row in which the sentence stands that its row was named by, rather one with the same
    words; below 0 where there is none."""
    if not place.fact_article:
        return -1
    found = []
    for number, fact in enumerate(facts):
        cell = fact.cell_of(place.fact_article)
        if cell is None or fact.kind != place.kind:
            continue
        same = fact.text == place.fact
        if place.sentence in (cell.sentence, *cell.more):
            found.append((not same, not (same or place.fact in (cell.text, fact.text)), number))
    if found:
        return min(found)[-1]
    words = (
        n for n, fact in enumerate(facts) if (fact.kind, fact.text) == (place.kind, place.fact)
    )
    return next(words, -1)
