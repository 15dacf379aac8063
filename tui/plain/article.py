"""An article as plain text: what is known of its origin, and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.results import Record

_LABELS = {"caption": "[Caption] ", "pullquote": "[Pull quote] "}


def text_lines(record: Record) -> list[str]:
    """Title, standfirst, origin and paragraphs, a line each, with blank lines between them."""
    article = record.article
    lines = [article.headline]
    if article.standfirst:
        lines += ["", article.standfirst]
    facts = [
        article.outlet,
        article.published,
        ", ".join(article.authors),
        ", ".join(article.agencies),
        article.url,
    ]
    lines += ["", " · ".join(fact for fact in facts if fact) or "outlet and day not stated"]
    lines += [f"{article.id[:16]} · {article.origin.path}"]
    for paragraph in article.paragraphs:
        lines += ["", _LABELS.get(paragraph.role, "") + paragraph.text]
    return lines
