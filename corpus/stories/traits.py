"""What an article is known by among others: weighted words and names of its opening.

In goes an Article, out come `Traits`: the title three times and the first 300 words, as stems
and as sequences of capitalised words, each hashed (feature hashing, Weinberger et al. 2009) and
weighted by how rare it is (TF-IDF, Sparck Jones 1972). How rare a word is comes from a table
that ships with the program, never from the archive: so two articles are as like in one archive
as in another, whatever else was added, and before or after. The names are never the
recogniser's: grouping waits for nobody.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.article import Article
from corpus.text import fold
from corpus.words import SAYING, STOP, fresh_stem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

VERSION = "stories-7"
"""Version of everything that decides which articles are one story."""

OPENING = 300  # words of the text; the rest of a long report strays from the event
TITLE = 3  # times that the title counts
WORDS, NAMES = 100, 40  # the weightiest of each that are kept
SHARE = 0.7  # of likeness that is the words'; the rest is the names'
_REMEMBERED = 1 << 15  # words; each process that reads articles has them
ONE = 4095  # a weight of 1.0; sums of products of whole numbers are the same on every machine

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_NAME = re.compile(
    r"(?<=[^\W_,;][ ])[A-Z][^\W\d_]+(?:['’-][^\W\d_]+)*"
    r"(?:[ ](?:of[ ]|the[ ]|al-)?[A-Z][^\W\d_]+(?:['’-][^\W\d_]+)*)*"
)
# Words that hold sentences of other languages together; the table knows English only.
_ELSEWHERE = frozenset(
    """
    der die das den dem des ein eine einen einem einer und oder aber nicht mit von zu zum zur im
    auf ist sind war wird werden hat haben sich als auch an bei nach aus fur es er sie wir dass
    wie noch nur um am bis durch le la les un une des du de et ou mais ne pas que qui dans sur pour
    par avec est sont au aux ce cette il elle ils se son sa ses leur plus en el los las una y o
    pero no con por para es son se su sus lo al del como mas il lo gli uno e non che di da per sono
    si nel della dei delle alla os as um uma em nao com do dos na nos het een van en niet dat
    voor met zijn op te aan ook er maar om
    """.split()
)


@dataclass(frozen=True, slots=True)
class Traits:
    """Hashes of words and names, sorted, with their weights (0 to ONE); a unit vector."""

    features: NDArray[np.uint32]
    weights: NDArray[np.uint16]

    def packed(self) -> bytes:
        """The bytes to keep; `unpacked` is the way back."""
        return self.features.tobytes() + self.weights.tobytes()


def unpacked(stored: bytes) -> Traits:
    """The traits in bytes that `packed` made."""
    import numpy as np

    count = len(stored) // 6
    return Traits(
        np.frombuffer(stored, dtype=np.uint32, count=count),
        np.frombuffer(stored, dtype=np.uint16, count=count, offset=4 * count),
    )


def traits(article: Article) -> Traits:
    """What an article is known by; nothing for one without any word."""
    import numpy as np

    title, text = article.title or "", opening(article)
    words = counted_words(title, text)
    names = counted_names(text)
    word_hashes, word_weights = _weighted(words, WORDS)
    name_hashes, name_weights = _weighted(names, NAMES)
    # Without names the words are all there is, and count in full.
    share = SHARE if len(name_hashes) and len(word_hashes) else 1.0
    hashes = np.concatenate([word_hashes, name_hashes])
    weights = np.concatenate(
        [
            word_weights * share**0.5,
            name_weights * ((1 - SHARE) if len(word_hashes) else 1.0) ** 0.5,
        ]
    )
    order = np.argsort(hashes, kind="stable")
    hashes, weights = hashes[order], weights[order]
    keep = np.ones(len(hashes), dtype=bool)
    keep[1:] = hashes[1:] != hashes[:-1]
    return Traits(hashes[keep], np.rint(weights[keep] * ONE).astype(np.uint16))


def alike(one: Traits, other: Traits) -> float:
    """How like two articles are, from 0 to 1: the cosine of their traits."""
    import numpy as np

    _, ours, theirs = np.intersect1d(
        one.features, other.features, assume_unique=True, return_indices=True
    )
    both = one.weights[ours].astype(np.int64) * other.weights[theirs]
    return min(1.0, float(both.sum()) / (ONE * ONE))


def opening(article: Article) -> str:
    """The standfirst and the first words of the text, paragraph by paragraph."""
    parts = [article.standfirst] if article.standfirst else []
    left = OPENING
    for paragraph in article.paragraphs:
        if paragraph.role != "body":
            continue
        words = paragraph.text.split(None, left)
        parts.append(" ".join(words[:left]))
        left -= len(words)
        if left <= 0:
            break
    return "\n".join(parts)


def counted_words(title: str, text: str) -> Counter[int]:
    """How often each word stands there, by its hash; those of the title count TITLE times."""
    counts = Counter(_WORD.findall(text))
    for word in _WORD.findall(title):
        counts[word] += TITLE
    found: Counter[int] = Counter()
    for word, count in counts.items():
        hashed = _word(word)
        if hashed is not None:
            found[hashed] += count
    return found


def title_words(title: str) -> dict[int, float]:
    """The telling words of a title, hashed, in order, with their weights: a unit vector."""
    import numpy as np

    words = sorted({hashed for word in _WORD.findall(title) if (hashed := _word(word)) is not None})
    weights: list[float] = rarity(np.array(words, dtype=np.uint32)).tolist() if words else []
    length = sum(weight * weight for weight in weights) ** 0.5
    if not length:
        return {}
    return {word: weight / length for word, weight in zip(words, weights, strict=True)}


def counted_names(text: str) -> Counter[int]:
    """How often each sequence of capitalised words stands inside sentences, by its hash."""
    return Counter(_name(name) for name in _NAME.findall(text))


@lru_cache(maxsize=_REMEMBERED)
def _word(surface: str) -> int | None:
    word = fold(surface)
    word = word.removesuffix("'s").removesuffix("'")
    if len(word) < 2 or word in STOP or word in SAYING or word in _ELSEWHERE:
        return None
    return zlib.crc32(fresh_stem(word).encode("utf-8", "surrogatepass"))


def _name(surface: str) -> int:
    name = fold(surface).removesuffix("'s")
    return zlib.crc32(b"name:" + name.encode("utf-8", "surrogatepass"))


def _weighted(counts: Counter[int], limit: int) -> tuple[NDArray[np.uint32], NDArray[np.float64]]:
    """The hashes that weigh most, with weights whose squares, with all others', sum up to 1."""
    import numpy as np

    hashes = np.fromiter(counts.keys(), dtype=np.uint32, count=len(counts))
    times = np.fromiter(counts.values(), dtype=np.float64, count=len(counts))
    weights = (1.0 + np.log(times)) * rarity(hashes)
    length = float(np.sqrt(np.sum(np.sort(weights) ** 2)))
    if not length:
        return hashes[:0], weights[:0]
    best = np.lexsort((hashes, -weights))[:limit]
    return hashes[best], weights[best] / length


def rarity(hashes: NDArray[np.uint32]) -> NDArray[np.float64]:
    """The natural logarithm of how many articles there are to each that has the word."""
    table = _table()
    at = table.hashes.searchsorted(hashes)
    at[at == len(table.hashes)] = 0
    found: NDArray[np.float64] = table.rarity[at]
    found[table.hashes[at] != hashes] = table.unknown
    return found


def rarities(words: Iterable[str]) -> list[float]:
    """The same for single words in any case; words that tell nothing are left out."""
    import numpy as np

    hashes = [hashed for hashed in map(_word, words) if hashed is not None]
    found: list[float] = rarity(np.array(hashes, dtype=np.uint32)).tolist() if hashes else []
    return found


@dataclass(frozen=True, slots=True)
class _Table:
    hashes: NDArray[np.uint32]
    rarity: NDArray[np.float64]
    unknown: float


@cache
def _table() -> _Table:
    import numpy as np

    data = (Path(__file__).parent / "rarity.bin").read_bytes()
    magic, version, count, articles = struct.unpack_from("<4sIII", data)
    if magic != b"BRAR" or version != 1:
        raise ValueError("corpus/stories/rarity.bin is not a table of version 1")
    hashes = np.frombuffer(data, dtype="<u4", count=count, offset=16)
    steps = np.frombuffer(data, dtype=np.uint8, count=count, offset=16 + 4 * count)
    return _Table(hashes, steps / STEPS, float(np.log(articles)))


STEPS = 24  # of the table's numbers to 1.0
