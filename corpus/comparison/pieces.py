"""The sentences of one utterance that another outlet quotes in a piece of their own.

In go an utterance, a piece of it, and the other pieces of that side; out comes the utterance
without the sentences that the others have. One outlet quotes three sentences in a row, another
the first here and the rest further down: neither has cut anything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from corpus.comparison.utterances import Utterance

LARGEST = 1_000_000  # words of one utterance times words of the other
_MOSTLY = 0.7  # share of a sentence's words from which a piece has it


def own_piece(whole: Utterance, piece: Utterance, siblings: Sequence[Utterance]) -> Utterance:
    """The sentences of `whole` that `piece` has, where `siblings` have all the others."""
    if not siblings or whole.sentence[0] == whole.sentence[-1]:
        return whole
    if len(whole.words) * max(len(s.words) for s in (piece, *siblings)) > LARGEST:
        return whole
    own = _sentences_had(whole, piece)
    elsewhere = frozenset[int]().union(*(_sentences_had(whole, s) for s in siblings))
    others = set(whole.sentence) - own
    if not own or not others or not others <= elsewhere:
        return whole
    kept = [n for n, number in enumerate(whole.sentence) if number in own]
    if {whole.sentence[n] for n in range(kept[0], kept[-1] + 1)} != own:
        return whole  # what lies between stands elsewhere: it was put together
    return whole.between(kept[0], kept[-1])


def _sentences_had(whole: Utterance, piece: Utterance) -> frozenset[int]:
    """The sentences of `whole` that mostly stand in `piece`, in their order."""
    matcher = SequenceMatcher(None, whole.words, piece.words, autojunk=False)
    blocks = [b for b in matcher.get_matching_blocks() if b.size]
    had = Counter(whole.sentence[b.a + k] for b in blocks for k in range(b.size))
    sizes = Counter(whole.sentence)
    return frozenset(n for n, size in sizes.items() if had[n] >= _MOSTLY * size)
