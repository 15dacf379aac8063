"""What is kept of a document: worked out of its bytes and what was learnt, of nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from index import packing
from index.judged import NOTHING_JUDGED, Verdict, headed

if TYPE_CHECKING:
    from corpus.article import Article, Document
    from corpus.layer import Layer


class Kept(NamedTuple):
    """A document as it is kept: itself, what was read out of it, what it is known by."""

    document: bytes
    reading: bytes
    known_by: tuple[bytes, bytes]  # among others: see `index.stories`

    def unpacked(self) -> WorkedOut:
        """The same with the article; Unreadable for what `worked_out` did not make."""
        return WorkedOut(packing.unpack_article(self.reading), self)


class WorkedOut(NamedTuple):
    """An article, and what is kept of it."""

    article: Article
    kept: Kept


def worked_out(
    document: Document, found: Verdict = NOTHING_JUDGED, layer: Layer | None = None
) -> WorkedOut:
    """Read a document and pack what is kept of it; whatever is wrong with it is raised."""
    from index.stories.shelving import known_by

    article = read(document, found, layer)
    kept = Kept(
        packing.pack(document), packing.packed_article(article), known_by(headed(article, found))
    )
    return WorkedOut(article, kept)


def read(document: Document, found: Verdict, layer: Layer | None = None) -> Article:
    """The article in a document, with the roles that people gave its lines and what was learnt."""
    from corpus import reading

    outlet = (found.values["outlet"] or "") if "outlet" in found.values else None
    return reading.read(document, roles=found.roles, layer=layer, outlet=outlet)
