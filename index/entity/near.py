"""Names that are spelt nearly as one that nobody has: what a typing error may have meant.

Keys go in with the typed name, the nearest of them come out with how near they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from corpus.text import fold
from index.entity.result import Candidate

NEAR = 70  # likeness, of 100, from which another spelling is offered
WORD = 80  # the same of a single word held against one of a name
MISSPELT = 90  # the same of a name that articles have, but far more rarely
PARTLY = 86  # the same where the typed name is a part of the other
AS_NEAR = 8  # less near than the nearest, and offered beside it
OFFERED = 3
_LOOKED_AT = 40


def near_to(name: str, keys: Iterable[str]) -> dict[str, float]:
    """The keys spelt nearly so, with their likeness: a single word also as a word of a person's
    name."""
    from rapidfuzz import fuzz, process

    spelt = {key: key.partition(":")[2] for key in keys}
    wanted = fold(name)
    near = process.extract(
        wanted, spelt, scorer=fuzz.ratio, score_cutoff=NEAR, limit=_LOOKED_AT
    ) or process.extract(wanted, spelt, scorer=fuzz.WRatio, score_cutoff=PARTLY, limit=_LOOKED_AT)
    found = {key: likeness for _, likeness, key in near}
    if " " not in wanted:
        words = {
            key: part for key, whole in spelt.items() if key.startswith("person:")
            for part in [whole.rpartition(" ")[2]]
        }  # fmt: skip
        more = process.extract(wanted, words, scorer=fuzz.ratio, score_cutoff=WORD, limit=None)
        for _, likeness, key in more:
            found[key] = max(found.get(key, 0), likeness)
    return found


def misspelt(name: str, keys: Iterable[str]) -> list[str]:
    """The keys of which a full name is hardly more than a typing error away."""
    from rapidfuzz import fuzz

    wanted = fold(name)
    spelt = ((key, key.partition(":")[2]) for key in keys)
    return [key for key, one in spelt if one != wanted and fuzz.ratio(wanted, one) >= MISSPELT]


def most_likely(near: Mapping[str, float], found: Sequence[Candidate]) -> list[Candidate]:
    """Of the near ones that articles name those that are offered: the nearest, and of those about
    as near the most named."""
    best = max((near.get(one.key, 0) for one in found), default=0)
    about = [one for one in found if near.get(one.key, 0) >= best - AS_NEAR]
    return about[:OFFERED]
