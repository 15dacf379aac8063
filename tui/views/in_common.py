"""What two passages have in common, in words a reader knows: names, figures, other words.

In go the texts of both sides, out comes a phrase; what is common is written as the left one has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus.words import content_stem, written
from tui.views.lines import shown

MOST = 8  # words of a kind that are told
_OPENING = re.compile(r"(?:^|[.!?]\s+)\W*\w+")


def in_common(left: Sequence[str], right: Sequence[str], first: Iterable[str] = ()) -> str:
    """The names, the figures and the other words that both sides have; empty where there are none.
    `first` gives words that come before others of their kind.

    >>> # "the names Aurelia, Port Calder; the figures 14, 212; the words fire, deck"
    """
    theirs = {stem for text in right for word in written(text) if (stem := content_stem(word))}
    inside = {word for text in (*left, *right) for word in written(_OPENING.sub(" ", text))}
    kinds: dict[str, dict[str, str]] = {"name": {}, "figure": {}, "word": {}}
    for text in left:
        for word in written(text):
            stem = content_stem(word)
            if stem is None or stem not in theirs:
                continue
            kind = "figure" if word[0].isdigit() else "word"
            if word[0].isupper() and (word in inside or word.isupper()):
                kind = "name"
            if not any(stem in held for held in kinds.values()):
                kinds[kind][stem] = word
    order = {content_stem(word): n for n, word in enumerate(first)}
    said = []
    for kind, held in kinds.items():
        if not held:
            continue
        words = [held[s] for s in sorted(held, key=lambda s: order.get(s, len(order)))][:MOST]
        told = ", ".join(word if kind == "name" else word.lower() for word in map(shown, words))
        said.append(f"the {kind}{'s' if len(words) > 1 else ''} {told}")
    return "; ".join(said)
