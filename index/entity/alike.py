"""Who a name beside an entity is, where articles write it shorter or take it for another kind.

A surname alone is the person who bears it in nearly all articles of the archive, an acronym the
only body beside it with these letters, and one name under two kinds is of the kind that most
articles give it. What is joined here is counted together on the page; nothing is written down.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from index.entity.dossier import Dossier

NEARLY_ALL = 0.9  # of the articles that name a bearer of the surname in full
MOST_OF = 3  # times as many articles that give a name its kind as give it the other
LOOKED_AT = 400  # others of an entity, those in most articles
_SMALL = frozenset("of the and for in on to a".split())

Counted = Callable[[Iterable[str]], Mapping[str, int]]
"""In how many articles of the archive these keys stand."""
Bearing = Callable[[str], Iterable[str]]
"""The keys of persons whose names hold a word."""


def joined(dossier: Dossier, counted: Counted, bearing: Bearing) -> Dossier:
    """The dossier with the others that are one counted as one."""
    import numpy as np

    of_key = dossier.beside[dossier.others[:, 1], 0]
    often = np.bincount(of_key, minlength=len(dossier.keys))
    order = np.argsort(-often, kind="stable")[:LOOKED_AT].tolist()
    same = joins([dossier.keys[n] for n in order if often[n]], counted, bearing)
    if not same:
        return dossier
    number = {key: n for n, key in enumerate(dossier.keys)}
    root = np.arange(len(dossier.keys))
    for key, other in same.items():
        root[number[key]] = number[other]
    beside = dossier.beside.copy()
    beside[:, 0] = root[beside[:, 0]]
    return replace(dossier, beside=beside)


def joins(keys: Iterable[str], counted: Counted, bearing: Bearing) -> dict[str, str]:
    """Which of these keys is which other of them."""
    keys = list(keys)
    found = _of_one_kind(keys, counted)
    kept = [key for key in keys if key not in found]
    found |= _surnames(kept, counted, bearing) | _acronyms(kept)
    return {key: found.get(root, root) for key, root in found.items()}


def _of_one_kind(keys: Iterable[str], counted: Counted) -> dict[str, str]:
    named: defaultdict[str, list[str]] = defaultdict(list)
    for key in keys:
        named[key.partition(":")[2]].append(key)
    several = [group for group in named.values() if len(group) > 1]
    counts = counted(key for group in several for key in group)
    found = {}
    for group in several:
        first, *others = sorted(group, key=lambda key: (-counts.get(key, 0), key))
        for other in others:
            if counts.get(first, 0) >= MOST_OF * counts.get(other, 0):
                found[other] = first
    return found


def _surnames(keys: Iterable[str], counted: Counted, bearing: Bearing) -> dict[str, str]:
    persons = [key for key in keys if key.startswith("person:")]
    full = {key for key in persons if " " in key}
    ending = {key.rpartition(" ")[2] for key in full}
    found = {}
    for alone in persons:
        surname = alone.partition(":")[2]
        if surname not in ending:
            continue
        counts = counted(key for key in bearing(surname) if key.endswith(f" {surname}"))
        most = max(counts, key=lambda key: (counts[key], key), default="")
        if most in full and counts[most] >= NEARLY_ALL * sum(counts.values()):
            found[alone] = most
    return found


def _acronyms(keys: Iterable[str]) -> dict[str, str]:
    bodies = [key for key in keys if key.startswith("organisation:")]
    lettered: defaultdict[str, list[str]] = defaultdict(list)
    for key in bodies:
        words = [word for word in key.partition(":")[2].split() if word not in _SMALL]
        if len(words) > 2:
            lettered["".join(word[0] for word in words)].append(key)
    return {
        key: lettered[letters][0]
        for key in bodies
        if len(lettered.get(letters := key.partition(":")[2].replace(".", ""), ())) == 1
    }
