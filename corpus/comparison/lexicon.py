"""Numbers for words, so that thousands of articles are held against each other as arrays.

In go words as they are written, out come their numbers, and by these what holding sentences against
each other asks of a word: its stem, whether it carries what a sentence says, and where the table of
similarities has it. Numbers mean something within one `Lexicon` only, which lives as long as what
was laid out with it and holds some 200 bytes for each word that it met.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from corpus.comparison.similarity import row_of
from corpus.words import content_stem, word_and_stem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_ROOM = 1 << 12  # words for which there is room at first


class Lexicon:
    """The words of some articles; `stems`, `carries` and `rows` run by their numbers."""

    def __init__(self) -> None:
        import numpy as np

        self.words: list[str] = []  # folded
        self.stems: NDArray[np.int32] = np.zeros(_ROOM, dtype=np.int32)
        self.carries: NDArray[np.bool_] = np.zeros(_ROOM, dtype=np.bool_)
        self.rows: NDArray[np.int32] = np.zeros(_ROOM, dtype=np.int32)
        self._stems: dict[str, int] = {}
        self._numbers = _Numbers(self._met)

    def numbers(self, surfaces: Iterable[str], count: int) -> NDArray[np.int32]:
        """The numbers of so many words as they are written."""
        import numpy as np

        return np.fromiter(map(self._numbers.__getitem__, surfaces), dtype=np.int32, count=count)

    def _met(self, surface: str) -> int:
        """The number of a word that was not met before."""
        import numpy as np

        number = len(self.words)
        if number == len(self.stems):
            self.stems, self.carries, self.rows = (
                np.concatenate([column, np.zeros_like(column)])
                for column in (self.stems, self.carries, self.rows)
            )
        word, stem = word_and_stem(surface)
        self.words.append(word)
        self.stems[number] = self._stems.setdefault(stem, len(self._stems))
        self.carries[number] = content_stem(surface) is not None
        self.rows[number] = row_of(word)
        return number


class _Numbers(dict[str, int]):
    """The number of each word, given when it is first met."""

    def __init__(self, met: Callable[[str], int]) -> None:
        super().__init__()
        self._met = met

    def __missing__(self, surface: str) -> int:
        number = self[surface] = self._met(surface)
        return number
