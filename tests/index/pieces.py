"""Small articles for the tests of the index: only what a test is about has to be said."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from corpus.article import Article, Figure, Origin, Paragraph, Quotation, Sentence, Where
from corpus.sentences import split
from index.engine import Engine, IndexEntry


def piece(
    text: str = "",
    *,
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    authors: tuple[str, ...] = (),
    agencies: tuple[str, ...] = (),
    dateline: str | None = None,
    url: str | None = None,
    language: str | None = "en",
    standfirst: str | None = None,
    captions: tuple[str, ...] = (),
    quotations: tuple[Quotation, ...] = (),
    figures: tuple[Figure, ...] = (),
    salt: object = "",
) -> Article:
    """An article; blank lines part the paragraphs of its text."""
    everything = f"{text}|{title}|{outlet}|{published}|{url}|{salt}"
    sha256 = hashlib.sha256(everything.encode("utf-8", "replace")).hexdigest()
    paragraphs = [Paragraph(part, "body", None) for part in text.split("\n\n") if part]
    paragraphs += [Paragraph(caption, "caption", None) for caption in captions]
    texts: list[tuple[Where, int, str]] = [
        ("title", 0, title or ""),
        ("standfirst", 0, standfirst or ""),
    ]
    texts += [("body", number, one.text) for number, one in enumerate(paragraphs)]
    return Article(
        id=sha256,
        title=title,
        standfirst=standfirst,
        outlet=outlet,
        outlet_from="option" if outlet else None,
        published=published,
        published_at=None,
        published_from="option" if published else None,
        authors=authors,
        agencies=agencies,
        dateline=dateline,
        url=url,
        language=language,
        origin=Origin("a.txt", sha256, len(text), "text", "utf-8"),
        rules="0",
        paragraphs=tuple(paragraphs),
        removed=(),
        repairs=(),
        sentences=tuple(
            Sentence(within, number, *span)
            for within, number, text in texts
            for span in split(text)
        ),
        quotations=quotations,
        figures=figures,
    )


def entries(articles: Iterable[Article], first: int = 1) -> list[IndexEntry]:
    """The articles, numbered from `first`."""
    return [IndexEntry(n, one.id, one) for n, one in enumerate(articles, first)]


def engine_of(folder: Path, articles: Iterable[Article], batch: int = 1000) -> Engine:
    """An index of these articles, numbered from 1, one commit every `batch` articles."""
    engine = Engine.open(folder, create=True)
    numbered = entries(articles)
    for start in range(0, len(numbered), batch):
        part = numbered[start : start + batch]
        engine.update(part, last_seq=part[-1].seq)
    return engine
