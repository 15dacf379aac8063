"""Who is quoted saying what: the texts of one article come in, its quotations go out.

Every span of quotation marks is taken once, outermost first, told as whole speech or as a
fragment, and given its speaker, cue and how sure that is; reported speech ("said that ...")
is kept apart as indirect. Who speaks where nothing says so is weighed, and told as unsure.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.article import Quotation, Where
from corpus.quotations.reader import Reader

__all__ = ["quotations"]


def quotations(
    texts: Sequence[tuple[Where, int, str]],
    sentences: Sequence[list[tuple[int, int]]] | None = None,
) -> tuple[Quotation, ...]:
    """The quotations of an article's texts, in reading order.

    `sentences`: what `split` gave for each text, where the caller has it already.
    """
    reader = Reader(texts, sentences)
    return tuple(reader.read())
