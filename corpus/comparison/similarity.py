"""How near two words are in meaning, from a table made once and shipped with the program.

In go two lists of words, out comes a matrix of similarities: 1 for the same stem, the cosine of
the two words' vectors where it reaches NEAR, else 0. The table (25,000 common words of English
news, encoded with all-MiniLM-L6-v2, Apache-2.0) is read on first use; see
benchmarks/tables/similarity.py, which builds it.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from corpus.comparison.sides import Side

NEAR = 0.5  # random pairs of words stay below .50 in 999 of 1,000; rebels ~ insurgents has .66

_OPPOSITE = frozenset(
    frozenset(pair.split("-"))
    for pair in """
    increase-decrease win-lose wins-loses won-lost north-south east-west northern-southern
    eastern-western rise-fall rose-fell buy-sell bought-sold open-closed opened-closed yes-no
    more-less first-last former-current guilty-innocent husband-wife brother-sister son-daughter
    he-she man-woman men-women before-after up-down accept-reject accepted-rejected
    arrive-leave arrived-left attack-defend left-right
    """.split()
)


NUMBERS = frozenset(
    """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    hundred hundreds thousand thousands million millions billion billions dozen dozens half
    first second third fourth fifth sixth seventh eighth ninth tenth monday tuesday wednesday
    thursday friday saturday sunday january february march april june july august september
    october november december
    """.split()
)  # near each other in any table of vectors, and never the same


@dataclass(frozen=True, slots=True)
class _Table:
    rows: dict[str, int]
    vectors: NDArray[np.float32]


@cache
def _table() -> _Table:
    import numpy as np

    data = (Path(__file__).parent / "similarity.bin").read_bytes()
    magic, version, words, dimensions = struct.unpack_from("<4sIII", data)
    if magic != b"BSIM" or version != 1:
        raise ValueError("corpus/comparison/similarity.bin is not a table of version 1")
    body = data[16:]
    end = len(body) - words * dimensions
    names = body[:end].decode().split("\n")[:words]
    raw = np.frombuffer(body, dtype=np.int8, offset=end).reshape(words, dimensions)
    vectors = raw.astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return _Table({name: row for row, name in enumerate(names)}, vectors)


def similarity(word: str, other: str) -> float:
    """Similarity of two folded words, from 0 to 1; 0 where the table does not know one."""
    return float(matrix([word], [other])[0, 0]) if word != other else 1.0


def matrix(words: Sequence[str], others: Sequence[str]) -> NDArray[Any]:
    """Similarities of all `words` (rows) to all `others` (columns); equal words have 1.

    Numbers, names and words that the table does not know are near only to themselves.
    """
    import numpy as np

    table = _table()
    rows = table.rows
    result = np.zeros((len(words), len(others)), dtype=np.float32)
    known = [(n, rows[w]) for n, w in enumerate(words) if w in rows and w not in NUMBERS]
    known_others = [(n, rows[w]) for n, w in enumerate(others) if w in rows and w not in NUMBERS]
    if known and known_others:
        ours, our_rows = (np.array(x) for x in zip(*known, strict=True))
        theirs, their_rows = (np.array(x) for x in zip(*known_others, strict=True))
        near = table.vectors[our_rows] @ table.vectors[their_rows].T
        near[near < NEAR] = 0.0
        result[np.ix_(ours, theirs)] = near
    where = {word: n for n, word in enumerate(others)}
    for n, word in enumerate(words):
        if word in where:
            result[n, where[word]] = 1.0
    for pair in _OPPOSITE:
        a, *rest = sorted(pair)
        for one, other in ((a, rest[0]), (rest[0], a)):
            if one in where and one != other and other in words:
                result[words.index(other), where[one]] = 0.0
    return result


def sentence_vectors(side: Side, weight: dict[str, float]) -> NDArray[Any]:
    """A vector of length 1 for each sentence: the weighted sum of its words' vectors.

    Zero where the table knows none of them. (Weighted averages of word vectors: Arora, Liang
    and Ma 2017.)
    """
    import numpy as np

    table = _table()
    rows: list[int] = []
    masses: list[float] = []
    sentence: list[int] = []
    for i, (tokens, stems) in enumerate(zip(side.tokens, side.stems, strict=True)):
        words = {t.stem: t.word for t in tokens if t.stem in stems}
        for stem, word in words.items():
            row = table.rows.get(word)
            if row is not None:
                rows.append(row)
                masses.append(weight[stem])
                sentence.append(i)
    vectors = np.zeros((len(side.sentences), table.vectors.shape[1]), dtype=np.float32)
    if rows:
        known = table.vectors[rows] * np.array(masses, dtype=np.float32)[:, None]
        starts = [n for n, i in enumerate(sentence) if n == 0 or sentence[n - 1] != i]
        vectors[[sentence[n] for n in starts]] = np.add.reduceat(known, starts, axis=0)
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    np.divide(vectors, length, out=vectors, where=length > 0)
    return vectors
