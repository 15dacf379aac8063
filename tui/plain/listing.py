"""Lists as plain text: what a query found, and stories."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.views.lines import counted

if TYPE_CHECKING:
    from index.answers import Answer
    from index.results import Hit
    from index.stories.listing import StoryRow


def hit_lines(answer: Answer | None, hits: Sequence[Hit]) -> list[str]:
    """The query as it was read, how much it found, and every hit with its passage."""
    out = ["The newest articles."]
    if answer is not None:
        out = [f"Query: {answer.query}", f"Read as: {answer.read_as}"]
        out += [*answer.repairs, *answer.notes]
        out.append(f"{counted(answer.total, 'article')} in {counted(answer.rows, 'row')}")
    for number, hit in enumerate(hits, 1):
        row = hit.row
        doubt = ", after it was added" if row.ahead else ""
        out += ["", f"{number} of {len(hits)}: {row.title}",
                f"outlet: {row.outlet or 'not known'}",
                f"published: {row.published or 'no day'}{doubt}",
                f"id: {row.id[:16]}"]  # fmt: skip
        if hit.copies:
            out.append(f"folded under it: {counted(len(hit.copies), 'article')}")
        if hit.snippet is not None:
            out.append(f"passage: {hit.snippet.text}")
    return out


def story_lines(rows: Sequence[StoryRow], query: str, total: int) -> list[str]:
    """Every story of a list with its days, outlets and articles."""
    out = [counted(total, "story", "stories") + (f" of {query}" if query else "")]
    for number, row in enumerate(rows, 1):
        out += ["", f"{number} of {len(rows)}: {row.title}",
                f"first: {row.first or 'no day'}", f"last: {row.last or 'no day'}",
                f"articles: {len(row.articles)}", f"outlets: {', '.join(row.outlets)}",
                f"id: {row.id[:16]}"]  # fmt: skip
        if row.disputed is not None:
            out.append(f"facts at odds: {row.disputed}")
    return out
