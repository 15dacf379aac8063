"""How an article is cited when it is copied: outlet, headline, day, address, id.

Only what the article states goes in; nothing is guessed.
"""

from __future__ import annotations

from corpus.article import Article
from tui.views.days import long_day


def citation(article: Article) -> str:
    """One line: authors, headline, outlet, day, address and the archive's id.

    >>> # J. Oduya: “Fire on ferry”. Meridian Wire, 13 March 2031. https://… [8c1f02ab9d]
    """
    parts = []
    if article.authors:
        parts.append(", ".join(article.authors) + ":")
    parts.append(f"“{article.headline}”.")
    source = [article.outlet] if article.outlet else []
    source.append(long_day(article.published))
    parts.append(", ".join(source) + ".")
    if article.url:
        parts.append(article.url)
    parts.append(f"[{article.id[:10]}]")
    return " ".join(parts)
