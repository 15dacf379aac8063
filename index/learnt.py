"""The layer in the records: what the archive has learnt, as it was applied last.

Lines are kept by their digests and names by their keys, so that no text of an article stays
behind in the layer when the article is removed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from index import same_names
from index.digest import item

if TYPE_CHECKING:
    from corpus.layer import Layer
    from index.book import Book

Ask = Callable[[str, Sequence[Any]], list[tuple[Any, ...]]]

META = "layer"


@dataclass(frozen=True, slots=True)
class Applied:
    """Which layer was applied: its version, what it was made of, and when."""

    version: str
    articles: int
    recognised: int
    at: str


def applied(ask: Ask) -> Applied | None:
    """The layer that holds; None where none was applied."""
    found = ask("SELECT value FROM meta WHERE key = ?", (META,))
    return Applied(**json.loads(found[0][0])) if found else None


def stored(ask: Ask, aliases: Mapping[str, str]) -> Layer | None:
    """The layer that holds, with what people decided about outlets' spellings."""
    about = applied(ask)
    if about is None:
        return None
    from corpus.layer import Layer, Recurring, SameName

    lines: dict[str, dict[str, Recurring]] = {}
    for outlet, line, articles, total in ask("SELECT * FROM recurring", ()):
        lines.setdefault(outlet, {})[line] = Recurring(articles, total)
    names = ask("SELECT key, root, why FROM learnt_names ORDER BY key", ())
    return Layer(
        lines, tuple(SameName(*row) for row in names), about.articles, about.recognised, aliases
    )


def keep(book: Book, layer: Layer | None, at: str) -> None:
    """Put a layer in the place of the one that held; None takes it away."""
    before = applied(book.rows)
    if before is not None:
        book.take_from_state([item("layer", before.version)])
    for table in ("recurring", "learnt_names"):
        book.run(f"DELETE FROM {table}")
    book.run("DELETE FROM meta WHERE key = ?", (META,))
    if layer is not None:
        about = {
            "version": layer.version,
            "articles": layer.articles,
            "recognised": layer.recognised,
            "at": at,
        }
        book.run("INSERT INTO meta VALUES (?, ?)", (META, json.dumps(about)))
        for outlet, lines in layer.lines.items():
            for key, line in lines.items():
                book.run(
                    "INSERT INTO recurring VALUES (?, ?, ?, ?)",
                    (outlet, key, line.articles, line.of),
                )
        for name in layer.names:
            book.run("INSERT INTO learnt_names VALUES (?, ?, ?)", (name.key, name.root, name.why))
        book.add_to_state([item("layer", layer.version)])
    same_names.rebuild(book)
    book.next_change()
