"""MHTML files, as browsers save a page in one piece: the page's HTML and where it came from.

The first HTML part is the document's text; pictures and styles are left alone. The address
of the page is stated by the file itself. The bytes of the document are those of the whole file.
"""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage
from typing import BinaryIO

from corpus.article import Document, Stated
from corpus.sources.decoding import decode
from corpus.sources.values import (
    ARTICLE_LIMIT,
    MHTML_LIMIT,
    Rejection,
    SourceOptions,
    too_large,
)


def mhtml_documents(
    stream: BinaryIO, path: str, *, options: SourceOptions
) -> Iterator[Document | Rejection]:
    """The page of an MHTML file, or the reason why there is none."""
    data = stream.read(MHTML_LIMIT + 1)
    if len(data) > MHTML_LIMIT:
        yield Rejection(path, too_large(MHTML_LIMIT))
        return
    if not data.strip():
        yield Rejection(path, "empty: there is no text in it")
        return
    # email.message_from_bytes raises whatever a damaged header makes it raise
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        page = _page(message)
        address = _address(message, page) if page is not None else None
        payload = page.get_payload(decode=True) if page is not None else None
    except (
        ValueError,
        LookupError,
        IndexError,
        AttributeError,
        TypeError,
        RecursionError,
    ) as fault:
        yield Rejection(path, f"not a saved page that can be read: {fault}")
        return
    if not isinstance(payload, bytes) or not payload.strip():
        yield Rejection(path, "a saved page without an HTML part; save the page again")
        return
    if len(payload) > ARTICLE_LIMIT:
        yield Rejection(path, too_large(ARTICLE_LIMIT))
        return
    decoded = decode(payload, html=True)
    yield Document(
        data=data,
        text=decoded.text,
        path=path,
        format="mhtml",
        stated=options.stated(Stated(url=(address, "field") if address else None)),
        body_is_html=True,
        encoding=decoded.encoding,
    )


def _page(message: EmailMessage) -> EmailMessage | None:
    """The first HTML part, which is the page itself; the parts after it are its frames."""
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            return part
    return None


def _address(message: EmailMessage, page: EmailMessage | None) -> str | None:
    """Where the page was saved from, when the file says so."""
    for headers, name in ((message, "Snapshot-Content-Location"), (page, "Content-Location")):
        value = str(headers.get(name, "")) if headers is not None else ""
        if value.startswith(("http://", "https://")):
            return value.strip()
    return None
