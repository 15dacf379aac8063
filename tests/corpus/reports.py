"""Articles for comparison tests, built from plain paragraphs without any cleaning."""

from __future__ import annotations

import hashlib

from corpus.article import Article, Origin, Paragraph, Sentence
from corpus.figures import figures
from corpus.quotations import quotations
from corpus.sentences import split


def report(body: str, *, title: str | None = None, published: str | None = "2031-03-13") -> Article:
    """An article whose paragraphs are the lines of `body`."""
    lines = [line for line in body.splitlines() if line.strip()]
    texts = ([("title", 0, title)] if title else []) + [("body", n, t) for n, t in enumerate(lines)]
    sentences = tuple(
        Sentence(within, number, start, end)  # type: ignore[arg-type]
        for within, number, text in texts
        for start, end in split(text)
    )
    digest = hashlib.sha256(f"{title}\n{body}".encode()).hexdigest()
    return Article(
        id=digest,
        title=title,
        standfirst=None,
        outlet=None,
        outlet_from=None,
        published=published,
        published_at=None,
        published_from=None,
        authors=(),
        agencies=(),
        dateline=None,
        url=None,
        language="en",
        origin=Origin("x.txt", digest, len(body), "text", "utf-8"),
        rules="test",
        paragraphs=tuple(Paragraph(line, "body", None) for line in lines),
        removed=(),
        repairs=(),
        sentences=sentences,
        quotations=quotations(texts),  # type: ignore[arg-type]
        figures=figures(texts, published),  # type: ignore[arg-type]
    )
