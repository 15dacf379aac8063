"""HTML files: one file, one document, its markup kept for `corpus.html` to read.

Only the encoding is settled here: strict UTF-8, then the charset the page declares, then a
guess from its bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from corpus.article import Document, Stated
from corpus.sources.decoding import decode
from corpus.sources.text import why_no_article
from corpus.sources.values import ARTICLE_LIMIT, Rejection, SourceOptions


def html_documents(
    stream: BinaryIO, path: str, *, options: SourceOptions
) -> Iterator[Document | Rejection]:
    """The one document of an HTML file, or the reason why there is none."""
    data = stream.read(ARTICLE_LIMIT + 1)
    reason = why_no_article(data)
    if reason is not None:
        yield Rejection(path, reason)
        return
    decoded = decode(data, html=True)
    yield Document(
        data=data,
        text=decoded.text,
        path=path,
        format="html",
        stated=options.stated(Stated()),
        body_is_html=True,
        encoding=decoded.encoding,
    )
