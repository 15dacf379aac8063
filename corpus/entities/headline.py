"""Names in a headline are those of the article: carried in from the text, never recognised.

Headlines in Title Case mislead a model (F1 .35); carrying the text's names in gives .69. Names
that are known anyway are marked as well.
"""

from __future__ import annotations

from corpus.entities.carrying import carry
from corpus.entities.consistency import Known
from corpus.entities.lexicon import Lexicon
from corpus.entities.recogniser import RawSpan


def headline_names(title: str, known: Known, gazetteer: Lexicon) -> list[RawSpan]:
    """The spans of names in a title, by the names of the text and the gazetteer."""
    sure = [
        RawSpan(f.start, f.end, f.entry.type) for f in gazetteer.find(title) if not f.entry.doubtful
    ]
    return carry(title, sure, known, headline=True)
