"""Words and phrases that news uses for one thing or one deed: "arrested", "took into custody".

In go the stems of two sentences, out comes the weight of what both say in different words. The
list, `synonyms.tsv`, is our own; beside the table of similar words it knows phrases and what is
one thing in the news alone ("sanctions", "measures").
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.comparison.meetings import Places
from corpus.comparison.sides import Side
from corpus.words import stem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Phrase = tuple[str, ...]
Said = dict[int, tuple[Phrase, ...]]  # for each meaning of a sentence the words that carry it


def said_otherwise(left: Side, right: Side, at: Places) -> NDArray[np.float64]:
    """For each pair of sentences asked for the weight of the meanings that both carry in words
    that the other has not. A meaning weighs ln(1 + N/sf) / ln(1 + N), as a stem does; each phrase
    stands for one meaning only, the rarest first."""
    import numpy as np

    ours, theirs = meanings(left), meanings(right)
    held = Counter(meaning for said in (*ours, *theirs) for meaning in said)
    total = len(ours) + len(theirs)
    scale = math.log(1 + total) or 1.0
    weight = {meaning: math.log(1 + total / count) / scale for meaning, count in held.items()}
    return np.array(
        [
            _weight(ours[i], theirs[j], left.stems[i] & right.stems[j], weight)
            for i, j in zip(at.rows.tolist(), at.columns.tolist(), strict=True)
        ],
        dtype=float,
    )


def meanings(side: Side) -> list[Said]:
    """What each sentence of a side says by the list, read once."""
    if "meanings" not in side.read:
        side.read["meanings"] = [_meanings(roots) for roots in side.roots]
    found: list[Said] = side.read["meanings"]
    return found


@cache
def _known() -> dict[str, tuple[tuple[Phrase, int], ...]]:
    """First stem → the words and phrases that begin with it, each with its meaning."""
    found: defaultdict[str, list[tuple[Phrase, int]]] = defaultdict(list)
    text = Path(__file__).with_name("synonyms.tsv").read_text("utf-8")
    for meaning, line in enumerate(text.splitlines()):
        if line.startswith("#"):
            continue
        for entry in line.split("\t"):
            stems = tuple(map(stem, entry.split()))
            found[stems[0]].append((stems, meaning))
    return {first: tuple(entries) for first, entries in found.items()}


def _meanings(roots: Phrase) -> Said:
    known = _known()
    found: Said = {}
    for n in [n for n, root in enumerate(roots) if root in known]:
        for phrase, meaning in known[roots[n]]:
            if len(phrase) == 1 or roots[n : n + len(phrase)] == phrase:
                found[meaning] = (*found[meaning], phrase) if meaning in found else (phrase,)
    return found


def _weight(ours: Said, theirs: Said, equal: frozenset[str], weight: dict[int, float]) -> float:
    shared = ours.keys() & theirs.keys()
    if not shared:
        return 0.0
    total = 0.0
    taken: set[Any] = set()
    for meaning in sorted(shared, key=lambda m: (-weight[m], m)):
        one = _free(ours[meaning], equal, taken, "left")
        other = _free(theirs[meaning], equal, taken, "right")
        if one is not None and other is not None:
            taken.update((("left", one), ("right", other)))
            total += weight[meaning]
    return total


def _free(phrases: tuple[Phrase, ...], equal: frozenset[str], taken: set[Any], side: str) -> Any:
    """The first phrase that is no word of both sentences and does not stand for another yet."""
    for phrase in phrases:
        if not (len(phrase) == 1 and phrase[0] in equal) and (side, phrase) not in taken:
            return phrase
    return None
