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
from corpus.words import STOP

LARGEST = 1_000_000  # words of one utterance times words of the other
_MOSTLY = 0.7  # share of a sentence's words from which a piece has it
_TOLD = 3  # words in a row by which a sentence is one that both have something of
_AGAINST = frozenset("but however yet although though unless except nevertheless only".split())
"""Words that make a sentence of the one before it: without "But we are ready" that is cut."""


def less_whole_sentences(one: Utterance, other: Utterance) -> tuple[Utterance, Utterance]:
    """Two utterances without the sentences at either end that the other has nothing of.

    Who quotes one sentence more has cut nothing, and neither has who quotes one less; a sentence
    that takes back the one before it is no sentence more.
    """
    if len(one.words) * len(other.words) > LARGEST:
        return one, other
    matcher = SequenceMatcher(None, one.words, other.words, autojunk=False)
    blocks = [b for b in matcher.get_matching_blocks() if b.size]
    ours = _met(one, [(b.a, b.size) for b in blocks])
    theirs = _met(other, [(b.b, b.size) for b in blocks])
    both = Counter(
        (one.sentence[b.a + k], other.sentence[b.b + k]) for b in blocks for k in range(b.size)
    )
    # all of "A shock." stands in "It was a shock.": what one keeps the other keeps
    more = {i for (i, j), n in both.items() if j in theirs and _is_mostly(n, j, other)}
    theirs |= {j for (i, j), n in both.items() if i in ours and _is_mostly(n, i, one)}
    ours |= more
    if not ours or not theirs:
        return one, other
    return _between_sentences(one, ours), _between_sentences(other, theirs)


def _is_mostly(words: int, sentence: int, one: Utterance) -> bool:
    own = {w for w, n in zip(one.words, one.sentence, strict=True) if n == sentence}
    return words >= _MOSTLY * one.sentence.count(sentence) and not STOP.issuperset(own)


def _met(one: Utterance, blocks: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The sentences that hold a run of matching words, or mostly such words."""
    sizes = Counter(one.sentence)
    had: Counter[int] = Counter()
    found: set[int] = set()
    for start, size in blocks:
        here = Counter(one.sentence[start : start + size])
        had += here
        found.update(n for n, count in here.items() if count >= _TOLD)
    return frozenset(found | {n for n, size in sizes.items() if had[n] >= _MOSTLY * size})


def _between_sentences(one: Utterance, kept: frozenset[int]) -> Utterance:
    """The utterance from the first to the last of some of its sentences."""
    first = one.sentence.index(min(kept))
    last = len(one.sentence) - 1 - one.sentence[::-1].index(max(kept))
    if first and one.words[first] in _AGAINST:
        first = 0
    if last + 1 < len(one.words) and one.words[last + 1] in _AGAINST:
        last = len(one.words) - 1
    return one if (first, last) == (0, len(one.words) - 1) else one.between(first, last)


def own_piece(whole: Utterance, piece: Utterance, siblings: Sequence[Utterance]) -> Utterance:
    """The sentences of `whole` that `piece` has, where `siblings` have all the others."""
    if not siblings or whole.sentence[0] == whole.sentence[-1]:
        return whole
    if len(whole.words) * max(len(s.words) for s in (piece, *siblings)) > LARGEST:
        return whole
    own = _had(whole, piece)
    elsewhere = frozenset[int]().union(*(_had(whole, s) for s in siblings))
    others = set(whole.sentence) - own
    if not own or not others or not others <= elsewhere:
        return whole
    kept = [n for n, number in enumerate(whole.sentence) if number in own]
    if {whole.sentence[n] for n in range(kept[0], kept[-1] + 1)} != own:
        return whole  # what lies between stands elsewhere: it was put together
    return whole.between(kept[0], kept[-1])


def _had(whole: Utterance, piece: Utterance) -> frozenset[int]:
    """The sentences of `whole` that stand in `piece`, or enough of them to be told apart."""
    matcher = SequenceMatcher(None, whole.words, piece.words, autojunk=False)
    return _met(whole, [(b.a, b.size) for b in matcher.get_matching_blocks() if b.size])
