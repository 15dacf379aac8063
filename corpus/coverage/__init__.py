"""How the coverage of two outlets differs in what their articles say: words, voices, names.

In go the articles of either side, one after the other; out comes a `Telling`: who is quoted and
how much, who is named and how, and which words are more one side's than the other's. Everything
is counted, beside what it is a share of, and every count knows the articles it was made of.
Which articles report one event, and when, is the archive's business.
"""

from __future__ import annotations

from collections.abc import Iterable

from corpus.article import Article, Names
from corpus.coverage.bearers import bearers
from corpus.coverage.gathering import Gathered
from corpus.coverage.keyness import keyness
from corpus.coverage.labels import labels
from corpus.coverage.result import Named, Telling
from corpus.coverage.voices import voices
from corpus.coverage.words import vocabulary

VERSION = "14"
"""Grows with every change of what is counted, so that nothing older is shown for new."""

Text = tuple[Article, Names | None]


def telling(left: Iterable[Text], right: Iterable[Text], apart: Iterable[str] = ()) -> Telling:
    """Hold the texts of two sides against each other; each is read once and let go.

    Articles are numbered from 0 in the order they come. `apart` are words that are no finding,
    such as those of the outlets' own names.
    """
    words = vocabulary()
    ours, theirs = Gathered(words), Gathered(words)
    for gathered, texts in ((ours, left), (theirs, right)):
        for article, names in texts:
            gathered.add(article, names)
    whose = bearers((ours, theirs))
    return Telling(
        left=ours.measure(),
        right=theirs.measure(),
        left_voices=voices(ours, whose),
        right_voices=voices(theirs, whose),
        names=_named(ours, theirs),
        labels=labels(ours, theirs),
        terms=keyness(ours.bag, theirs.bag, apart),
        standing=ours.bag.standing() | theirs.bag.standing(),
    )


def _named(left: Gathered, right: Gathered) -> tuple[Named, ...]:
    """Who is named on either side, those in most articles first."""
    found = [
        Named(
            key=key,
            name=(left.names.get(key) or right.names[key]).name,
            type=(left.names.get(key) or right.names[key]).type,
            left=left.naming(key),
            right=right.naming(key),
        )
        for key in dict.fromkeys((*left.names, *right.names))
    ]
    found.sort(key=lambda one: (-one.left.articles - one.right.articles, one.key))
    return tuple(found)
