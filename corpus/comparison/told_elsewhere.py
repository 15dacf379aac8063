"""Quotations that seem cut short though their article prints the rest of the words elsewhere.

In go a `Side` and two versions of a quotation, the shorter one its own; out comes whether the
words that the longer one has more stand anywhere in that article's text. A headline quotes three
words of what the body quotes in full: then the article has cut nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from corpus.comparison.sides import Side
from corpus.comparison.utterances import OMITTED, Utterance, canonical

_RUN = 5  # words in a row that do not stand in a text by chance


def prints_the_rest(side: Side, shorter: Utterance, longer: Utterance) -> bool:
    """Whether every run of words that `longer` has and `shorter` of `side` has not stands somewhere
    in the article of `side`; a short run together with the words around it."""
    text = " ".join(_bounded(canonical(s.text)[0]) for s in side.sentences)
    runs = list(_runs(shorter, longer))
    return bool(runs) and all(_bounded(run) in text for run in runs)


def within_print(side: Side, shorter: Utterance, longer: Utterance) -> Utterance | None:
    """Of `longer` only what `shorter` has, where the paragraph of `shorter` prints all of `longer`
    in a row, _RUN words of it or more without marks of its own; None where it does not."""
    if len(longer.words) - len(shorter.words) < _RUN:
        return None
    quotation = side.article.quotations[shorter.numbers[0]]
    size = len(shorter.words)
    at = [
        k
        for k in range(len(longer.words) - size + 1)
        if longer.words[k : k + size] == shorter.words
    ]
    if len(at) != 1:
        return None
    text = canonical(side.article.text_of(quotation.within, quotation.paragraph))[0]
    if _bounded(longer.words) not in _bounded(text):
        return None
    return longer.between(at[0], at[0] + size - 1)


def _runs(shorter: Utterance, longer: Utterance) -> Iterable[tuple[str, ...]]:
    """The words that only `longer` has, in runs that are long enough to be told by."""
    matcher = SequenceMatcher(None, shorter.words, longer.words, autojunk=False)
    for tag, _, _, first, last in matcher.get_opcodes():
        if tag == "equal" or first == last:
            continue
        while last - first < _RUN and (first > 0 or last < len(longer.words)):
            first, last = max(0, first - 1), min(len(longer.words), last + 1)
        run = longer.words[first:last]
        if not OMITTED.isdisjoint(run):
            run = ("",)  # what was left out in between cannot be looked for
        yield run


def _bounded(words: tuple[str, ...]) -> str:
    return f" {' '.join(words)} "
