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
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.words import DAYS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NEAR = 0.5  # random pairs of words stay below .50 in 999 of 1,000; rebels ~ insurgents has .66

_OPPOSITES: dict[str, list[str]] = {}
for _pair in """
    increase-decrease win-lose wins-loses won-lost north-south east-west northern-southern
    eastern-western rise-fall rose-fell buy-sell bought-sold open-closed opened-closed yes-no
    more-less first-last former-current guilty-innocent husband-wife brother-sister son-daughter
    he-she man-woman men-women before-after up-down accept-reject accepted-rejected
    arrive-leave arrived-left attack-defend left-right
    """.split():
    _one, _other = _pair.split("-")
    _OPPOSITES.setdefault(_one, []).append(_other)
    _OPPOSITES.setdefault(_other, []).append(_one)


NUMBERS = frozenset(
    """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    hundred hundreds thousand thousands million millions billion billions dozen dozens half
    first second third fourth fifth sixth seventh eighth ninth tenth
    """.split()
).union(DAYS - {"may"})  # near each other in any table of vectors, and never the same


@dataclass(frozen=True, slots=True)
class _Table:
    rows: dict[str, int]
    vectors: NDArray[np.int8]

    def normal(self, rows: Any) -> NDArray[np.float32]:
        """The vectors of some rows, each of length 1."""
        import numpy as np

        found: NDArray[np.float32] = self.vectors[rows].astype(np.float32)
        found /= np.sqrt(np.einsum("ij,ij->i", found, found))[:, None]
        return found


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
    vectors = np.frombuffer(body, dtype=np.int8, offset=end).reshape(words, dimensions)
    rows = {name: row for row, name in enumerate(names) if name not in NUMBERS}
    return _Table(rows, vectors)


def is_common(word: str) -> bool:
    """Whether a folded word is one of the common words of the news, which few names are.

    >>> is_common("trailer"), is_common("avengers")
    (True, False)
    """
    return word in _table().rows


@lru_cache(maxsize=50_000)
def similarity(word: str, other: str) -> float:
    """Similarity of two folded words, from 0 to 1; 0 where the table does not know one."""
    return float(matrix([word], [other])[0, 0]) if word != other else 1.0


def matrix(words: Sequence[str], others: Sequence[str]) -> NDArray[Any]:
    """Similarities of all `words` (rows) to all `others` (columns); equal words have 1.

    Numbers, names and words that the table does not know are near only to themselves.
    """
    return nearness(words, vectors(words), others, vectors(others))


def nearness(
    words: Sequence[str], ours: NDArray[Any], others: Sequence[str], theirs: NDArray[Any]
) -> NDArray[Any]:
    """The same for words whose `vectors` are at hand."""
    result: NDArray[Any] = ours @ theirs.T
    result *= result >= NEAR
    where = {word: n for n, word in enumerate(others)}
    for n, word in enumerate(words):
        if word in where:
            result[n, where[word]] = 1.0
        for opposite in _OPPOSITES.get(word, ()):
            if opposite in where:
                result[n, where[opposite]] = 0.0
    return result


def vectors(words: Sequence[str]) -> NDArray[Any]:
    """A vector for each word, zero for those that the table does not know."""
    import numpy as np

    table = _table()
    found = np.zeros((len(words), table.vectors.shape[1]), dtype=np.float32)
    known = [(n, table.rows[w]) for n, w in enumerate(words) if w in table.rows]
    if known:
        ours, rows = (np.array(x) for x in zip(*known, strict=True))
        found[ours] = table.normal(rows)
    return found
