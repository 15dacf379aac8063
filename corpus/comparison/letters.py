"""How alike two sentences are letter by letter: what stems and vectors of words miss.

In go two `Side`s, out comes the cosine of their sentences' sequences of four letters. So
"poisoning" is near "poison", "techies" near "tech" and "Lugovoi" near "Lugovoy", whatever the
stemmer makes of them, and words in a row count for more than words apart.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from corpus.comparison.meetings import Held, Places, common
from corpus.comparison.sides import Side

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_END = ord("\n")
_ASCII = 128
_DASHES = 0x2010, 0x206F  # quotation marks, dashes and dots beyond ASCII
_BASE = 1_009  # four signs in a row as one number
_BITS = 40
_MASK = (1 << _BITS) - 1


def letters(left: Side, right: Side, at: Places) -> NDArray[np.float64]:
    """For each pair of sentences asked for, from 0 to 1.

    Each sequence counts once a sentence, with ln(1 + N/sf): N sentences of both
    sides, sf of them with the sequence.
    """
    import numpy as np

    (rows, ours), (columns, theirs) = _sequences(left), _sequences(right)
    if not len(ours) or not len(theirs):
        return np.zeros(len(at.rows))
    _, number, held = np.unique(
        np.concatenate([ours, theirs]), return_inverse=True, return_counts=True
    )
    weight = np.log(1 + sum(at.shape) / held) ** 2
    ours, theirs = number[: len(ours)], number[len(ours) :]
    length = [
        np.sqrt(np.bincount(row, weights=weight[items], minlength=size))
        for row, items, size in ((rows, ours, at.shape[0]), (columns, theirs, at.shape[1]))
    ]
    both = common(Held(rows, ours), Held(columns, theirs), weight, at)
    whole = length[0][at.rows] * length[1][at.columns]
    shares: NDArray[np.float64] = both / np.where(whole > 0, whole, np.inf)
    return shares


def _sequences(side: Side) -> tuple[Any, Any]:
    """(sentence, sequence) of every sequence of four letters that a sentence holds, each once."""
    import numpy as np

    text = "\n".join(s.text.replace("\n", " ") for s in side.sentences).lower() + "\n"
    signs = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kept = _told()[np.minimum(signs, _ASCII)] & ((signs < _DASHES[0]) | (signs > _DASHES[1]))
    signs = signs[kept].astype(np.int64)
    if len(signs) < 4:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    end = signs == _END
    sentence = np.cumsum(end)[:-3]
    whole = ~(end[:-3] | end[1:-2] | end[2:-1] | end[3:])
    code = ((signs[:-3] * _BASE + signs[1:-2]) * _BASE + signs[2:-1]) * _BASE + signs[3:]
    key = (sentence[whole] << _BITS) | (code[whole] & _MASK)
    key.sort()
    key = key[np.concatenate([[True], key[1:] != key[:-1]])] if len(key) else key
    return key >> _BITS, key & _MASK


@cache
def _told() -> Any:
    """Which signs of ASCII count: letters, figures, blanks and the end of a sentence. The last
    entry stands for all other signs, which count too."""
    import numpy as np

    return np.array([chr(n).isalnum() or chr(n) in " \n" for n in range(_ASCII)] + [True])
