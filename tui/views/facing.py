"""What two passages that face each other have in common, and whether they differ in a word.

In go the numbers of the sentences of a row with its comparison, out come passages, or yes or no.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus.comparison.facing import ComparedSentence, Place
from corpus.comparison.result import Comparison, Passage, QuotationPair
from corpus.comparison.worddiff import word_changes

Numbers = tuple[int, ...]


def differ_in_a_word(key: tuple[Numbers, Numbers], comparison: Comparison) -> bool:
    """Whether the two sides of a row have not the same words in the same order."""
    return bool(
        word_changes(
            " ".join(comparison.left[n].text for n in key[0]),
            " ".join(comparison.right[n].text for n in key[1]),
        )
    )


def quoted_otherwise(
    quotation: QuotationPair, key: tuple[Numbers, Numbers], comparison: Comparison
) -> bool:
    """Whether what a row has of a quotation is not the same words on both sides."""
    return bool(
        word_changes(
            _inside([comparison.left[n] for n in key[0]], quotation.left_places),
            _inside([comparison.right[n] for n in key[1]], quotation.right_places),
        )
    )


def _inside(sentences: Sequence[ComparedSentence], places: Sequence[Place]) -> str:
    """The words of some sentences that stand at some places."""
    return " ".join(
        s.text[max(0, at.start - s.start) : max(0, at.end - s.start)]
        for s in sentences
        for at in places
        if (s.within, s.paragraph) == (at.within, at.paragraph)
    )


def shared_passages(key: tuple[Numbers, Numbers], comparison: Comparison) -> tuple[Passage, ...]:
    """The passages outside quotations that both sides of a row have."""
    if not key[0] or not key[1]:
        return ()

    def holds(place: Place, numbers: Numbers, sentences: Sequence[ComparedSentence]) -> bool:
        return any(
            (s.within, s.paragraph) == (place.within, place.paragraph)
            and s.start < place.end
            and s.end > place.start
            for s in (sentences[n] for n in numbers)
        )

    return tuple(
        p for p in comparison.shared.passages
        if not p.quoted
        and holds(p.left, key[0], comparison.left)
        and holds(p.right, key[1], comparison.right)
    )  # fmt: skip


def covered(left: Numbers, shared: Iterable[Passage], comparison: Comparison) -> float:
    """The share of the characters of some left sentences that stands in passages of both."""
    sentences = [comparison.left[n] for n in left]
    length = sum(s.end - s.start for s in sentences)
    inside = sum(
        max(0, min(s.end, p.left.end) - max(s.start, p.left.start))
        for p in shared for s in sentences
        if (s.within, s.paragraph) == (p.left.within, p.left.paragraph)
    )  # fmt: skip
    return inside / max(length, 1)
