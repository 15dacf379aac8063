"""What is said of a transcript's turns, which are not read as quotations.

Takes an article, or a place in it; gives a sentence, or nothing where it is no transcript.
"""

from __future__ import annotations

from corpus.article import Article
from corpus.turns import turns
from tui.views.counts import counted


def turns_of(article: Article) -> tuple[int, ...]:
    """The paragraphs that are turns of a transcript."""
    return turns([paragraph.text for paragraph in article.paragraphs])


def turns_told(article: Article) -> str:
    """How many paragraphs of an article are turns and no quotations; often nothing."""
    found = turns_of(article)
    if not found:
        return ""
    many = counted(len(found), "paragraph")
    return f"{many} open with who speaks, as in a transcript: not read as quotations"


def turn_told(article: Article, paragraph: int) -> str:
    """The same of one paragraph."""
    if paragraph not in turns_of(article):
        return ""
    return (
        "It opens with who speaks, as in a transcript: this paragraph is not read as a quotation."
    )
