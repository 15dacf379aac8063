"""Small articles to fill an archive with, for the tests of the archive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from corpus.article import Document, Stated
from index.archive import Archive
from index.intake import Intake


def page(
    number: int,
    text: str | None = None,
    *,
    outlet: str | None = "Quay Herald",
    published: str | None = "2031-03-14",
    url: str | None = None,
) -> Document:
    """Article `number`: its words, and what its source states about it."""
    words = text or (
        f"The harbour office counted {number} boats on the morning of the regatta.\n\n"
        f"Nobody at pier {number} had expected so many of them."
    )
    stated = Stated(
        title=(f"Regatta report number {number}", "field"),
        outlet=(outlet, "field") if outlet else None,
        published=(published, "field") if published else None,
        url=(url, "field") if url else None,
    )
    return Document(
        data=f"{number}|{words}".encode(),
        text=words,
        path=f"regatta.jsonl#{number}",
        format="jsonl",
        stated=stated,
    )


def coming_in(*documents: Document) -> Iterator[Intake]:
    """The documents as they come in, each from a place named after its path."""
    for document in documents:
        yield Intake(document, locator=document.path)


def filled(path: Path, count: int) -> Archive:
    """An open archive with articles 1 to `count`, a day apart."""
    archive = Archive.open(path, create=True)
    archive.add(
        coming_in(
            *(page(n, published=f"2031-03-{n:02}" if n < 32 else None) for n in numbers(count))
        )
    )
    return archive


def numbers(count: int) -> range:
    """The numbers of the first `count` articles."""
    return range(1, count + 1)
