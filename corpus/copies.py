"""Near-copies: fingerprints of an article's text, and whether two texts are one text.

In goes an Article, out come its prints: hashes of runs of five words, chosen by winnowing
(Schleimer, Wilkerson and Aiken 2003), so that every stretch of twenty words both texts share
gives both at least one common print. Agency copy that was cut or lightly edited keeps most of
them; two reports of one event in their own words share next to none. The prints of the opening
stand first: what two openings share word for word says how much of their likeness is furniture.
"""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, Any

from corpus.article import Article
from corpus.text import fold

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Prints = NDArray[np.uint32]

RUN = 5  # words in a row; what two reports share by chance is mostly shorter
WINDOW = 16  # of so many runs in a row the one with the smallest hash is kept
SHORT = 4  # the same for a text of a few lines
LONGEST = 800  # words; what is a copy shows in them
COPIED = 0.6  # share of the shorter text's prints that the other must have
OF_LONGER = 0.3  # and of the longer text's: a brief inside a long report is no copy of it
OPENING = 300  # words whose prints stand before the others
FEWEST = 3  # common prints below which nothing is said, unless the two texts are equal

_WORD = re.compile(rb"[0-9a-z\x80-\xff]+")  # of folded text in UTF-8; bytes are read faster


def prints(article: Article) -> Prints:
    """The prints of an article's body; few for a short text, none for an empty one.

    Those of the first OPENING words stand first, then those that only the rest has, both sorted.
    """
    import numpy as np

    words: list[bytes] = []
    for paragraph in article.paragraphs:
        if paragraph.role == "body":
            words += _WORD.findall(fold(paragraph.text).encode("utf-8", "surrogatepass"))
            if len(words) >= LONGEST:
                break
    hashes = np.fromiter(map(zlib.crc32, words[:LONGEST]), dtype=np.uint64)
    if not len(hashes):
        return np.zeros(0, dtype=np.uint32)
    runs = _runs(hashes)
    window = WINDOW if len(runs) > 2 * WINDOW else SHORT  # a brief needs some prints too
    least = _winnowed(runs, min(window, len(runs)))
    early = np.unique(least[: max(1, OPENING - window)])
    return np.concatenate([early, np.setdiff1d(least, early)])


def opening_of(prints: Prints) -> Prints:
    """Those of an article's prints that its opening has; all where they are in one order."""
    import numpy as np

    falls = np.flatnonzero(prints[1:] < prints[:-1])
    return prints[: falls[0] + 1] if len(falls) else prints


def furnished(ours: Prints, theirs: Prints) -> float:
    """The share of two openings (their prints, each sorted) that is word for word the same."""
    import numpy as np

    longer = max(len(ours), len(theirs))
    return len(np.intersect1d(ours, theirs, assume_unique=True)) / longer if longer else 0.0


def is_copy(common: int, ours: int, theirs: int) -> bool:
    """Whether texts with so many prints, `common` of them in both, are copies of each other."""
    shorter, longer = min(ours, theirs), max(ours, theirs)
    if not shorter:
        return False
    if common < FEWEST:
        return common == shorter == longer
    return common >= COPIED * shorter and common >= OF_LONGER * longer


def _runs(hashes: NDArray[Any]) -> Prints:
    """One hash for every run of words; one for all of a text that is shorter than a run."""
    import numpy as np

    length = min(RUN, len(hashes))
    mixed = np.zeros(len(hashes) - length + 1, dtype=np.uint64)
    for k in range(length):
        mixed = (mixed * np.uint64(0x9E3779B1) + hashes[k : k + len(mixed)]) & np.uint64(
            0xFFFFFFFFFFFF
        )
    mixed ^= mixed >> np.uint64(23)
    mixed = (mixed * np.uint64(0x85EBCA6B)) >> np.uint64(13)
    return (mixed & np.uint64(0xFFFFFFFF)).astype(np.uint32)


def _winnowed(runs: Prints, window: int) -> Prints:
    import numpy as np

    least: Prints = np.lib.stride_tricks.sliding_window_view(runs, window).min(axis=1)
    return least
