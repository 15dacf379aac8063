"""Text and Markdown files: one file, one document.

The text goes on as it stands, every offset kept. Of a Markdown file, the lines of a front
matter (`key: value` between two `---`) give the stated fields and are blanked out of the
text, as are the signs before headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from corpus.article import Document, Stated
from corpus.sources.decoding import decode, why_not_text
from corpus.sources.values import ARTICLE_LIMIT, Fields, Rejection, SourceOptions, too_large

_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_PAIR = re.compile(r"^([A-Za-z][\w -]*?)\s*:[ \t]*(.*?)[ \t\r]*$", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6}(?=[ \t])", re.MULTILINE)


def text_documents(
    stream: BinaryIO, path: str, *, options: SourceOptions
) -> Iterator[Document | Rejection]:
    """The one document of a text file, or the reason why there is none."""
    data = stream.read(ARTICLE_LIMIT + 1)
    reason = why_no_article(data)
    if reason is not None:
        yield Rejection(path, reason)
        return
    decoded = decode(data)
    text, own = decoded.text, Stated()
    if path.lower().endswith((".md", ".markdown")):
        text, own = _markdown(text, options)
    yield Document(
        data=data,
        text=text,
        path=path,
        format="text",
        stated=options.stated(own),
        encoding=decoded.encoding,
    )


def why_no_article(data: bytes) -> str | None:
    """Why the bytes of a text or HTML file are no article: too many, none, or no text."""
    if len(data) > ARTICLE_LIMIT:
        binary = why_not_text(data)
        return f"not text: {binary}" if binary else too_large(ARTICLE_LIMIT)
    if not data.strip():
        return "empty: there is no text in it"
    binary = why_not_text(data)
    if binary is not None:
        return f"not text: {binary}"
    return None


def _markdown(text: str, options: SourceOptions) -> tuple[str, Stated]:
    """Blank out front matter and heading signs, and read what the front matter states."""
    own = Stated()
    front = _FRONT_MATTER.match(text)
    if front is not None:
        pairs = {name: _unquoted(value) for name, value in _PAIR.findall(front.group(1) or "")}
        fields = Fields(pairs, options.mapping)
        own = Stated(
            title=fields.pair("title"),
            outlet=fields.pair("outlet"),
            published=fields.pair("date"),
            url=fields.pair("url"),
            authors=fields.pair("authors"),
        )
        text = re.sub(r"[^\r\n]", " ", front.group()) + text[front.end() :]
    return _HEADING.sub(lambda signs: " " * len(signs.group()), text), own


def _unquoted(value: str) -> str:
    """`"Title"` and `[A, B]` as they are meant."""
    if len(value) >= 2 and value[0] + value[-1] in ('""', "''", "[]"):
        return value[1:-1]
    return value
