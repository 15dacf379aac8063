"""Two ways to say one thing, taken from sentences that say the same.

In go two `Side`s and their alignments, out come `Wording`s. Aligned sentences are held against
each other word by word; where a few words stand in the place of a few others, between words
that both have, the two are shown as two wordings. It is shown, never judged. Numbers with
their units, other endings of the same words, and pieces of phrases are left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import islice

from corpus.comparison.facing import Alignment, Place
from corpus.comparison.phrases import two_wordings
from corpus.comparison.result import Wording
from corpus.comparison.sides import Side
from corpus.words import STOP, Token

LONGEST = 5  # words of one wording; longer stretches are other statements, not other words

_RULE = "they stand in the same place between words that both sentences have"
TITLES = 0.5  # score of titles, which face each other whatever they say, from which words do
MOST = 500  # alignments that are looked into
LARGEST = 40_000  # words of one sentence times words of the other


def wordings(left: Side, right: Side, alignments: Iterable[Alignment]) -> tuple[Wording, ...]:
    """Wordings of both sides in aligned sentences, each pair of words once."""
    found: dict[tuple[str, str], Wording] = {}
    for alignment in islice(alignments, MOST):
        if alignment.score < TITLES and left.sentences[alignment.left[0]].role == "title":
            continue
        for i in alignment.left:
            for j in alignment.right:
                for ours, theirs in _replaced(left.tokens[i], right.tokens[j]):
                    a = _text(left, i, ours)
                    b = _text(right, j, theirs)
                    titles = left.sentences[i].role == right.sentences[j].role == "title"
                    if not two_wordings(a, b, ours, theirs, headline=titles):
                        continue
                    wording = Wording(
                        a, b, i, j, _place(left, i, ours), _place(right, j, theirs), _RULE
                    )
                    found.setdefault((a.lower(), b.lower()), wording)
    return tuple(sorted(found.values(), key=lambda w: (w.left_sentence, w.right_sentence)))


def _replaced(
    ours: tuple[Token, ...], theirs: tuple[Token, ...]
) -> Iterable[tuple[tuple[Token, ...], tuple[Token, ...]]]:
    if len(ours) * len(theirs) > LARGEST:
        return  # no sentences of prose; holding them word by word would take minutes
    matcher = SequenceMatcher(
        None, [t.stem for t in ours], [t.stem for t in theirs], autojunk=False
    )
    codes = matcher.get_opcodes()
    for at, (tag, a1, a2, b1, b2) in enumerate(codes):
        if tag != "replace" or a2 - a1 > LONGEST or b2 - b1 > LONGEST:
            continue
        before = at > 0 and _carries(ours[codes[at - 1][1] : codes[at - 1][2]])
        after = at + 1 < len(codes) and _carries(ours[codes[at + 1][1] : codes[at + 1][2]])
        if not (before and (after or a2 == len(ours) or b2 == len(theirs))):
            continue
        one, other = ours[a1:a2], theirs[b1:b2]
        yield one, other


def _carries(words: tuple[Token, ...]) -> bool:
    return any(t.word not in STOP for t in words)


def _place(side: Side, sentence: int, words: tuple[Token, ...]) -> Place:
    s = side.sentences[sentence]
    return Place(s.within, s.paragraph, s.start + words[0].start, s.start + words[-1].end)


def _text(side: Side, sentence: int, words: tuple[Token, ...]) -> str:
    return side.sentences[sentence].text[words[0].start : words[-1].end]
