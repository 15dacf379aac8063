"""Whether two words are two ways to write one name: Sergei and Sergey, Phillip and Philip.

Names from other scripts are written in many ways; names that merely look alike (Mario and
Maria, Johnson and Johnston) are not the same.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SHORTEST = 5  # letters; shorter names that differ are different names
_SLIGHT = "aeiouh"  # letters that come and go between spellings of one name
_DOUBLED = re.compile(r"(.)\1+")
# Ways to write one sound, applied in this order.
_SOUNDS = (
    ("ph", "f"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sch", "sh"), ("tch", "ch"),
    ("ck", "k"), ("q", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ey", "i"), ("ei", "i"),
    ("ij", "i"), ("yi", "i"), ("ii", "i"), ("iy", "i"), ("y", "i"), ("j", "i"), ("w", "v"),
    ("x", "ks"),
)  # fmt: skip


@lru_cache(4096)
def _sound(word: str) -> str:
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return _DOUBLED.sub(r"\1", word)


@lru_cache(4096)
def skeleton(word: str) -> str:
    """What all variants of a word have in common: its consonants as they sound."""
    heard = _sound(word.casefold())
    return "".join(letter for letter in heard if letter not in _SLIGHT) or heard


def sounds(one: str, other: str) -> bool:
    """Whether two words, of whatever length, are two ways to write the same sounds: Sissi, Sisi."""
    return _sound(one.casefold()) == _sound(other.casefold())


def is_variant(one: str, other: str) -> bool:
    """Whether two single words, folded or not, may be spellings of one name."""
    a, b = one.casefold(), other.casefold()
    if a == b:
        return True
    if min(len(a), len(b)) < _SHORTEST or " " in a or " " in b:
        return False
    if _sound(a) == _sound(b):
        return True
    if min(len(a), len(b)) < 7 or a[-1] != b[-1] or a[0] != b[0]:
        return False
    from rapidfuzz.distance import Levenshtein

    x, y = _sound(a), _sound(b)
    edits = Levenshtein.editops(x, y)
    # One vowel for another or an h more: Mohammed, Muhammad. A consonant more is another name.
    return 0 < len(edits) <= 2 and all(
        (op.tag == "insert" or x[op.src_pos] in _SLIGHT)
        and (op.tag == "delete" or y[op.dest_pos] in _SLIGHT)
        for op in edits
    )
