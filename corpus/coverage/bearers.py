"""Voices under a bare surname, and whose they are: "Trump" where one Trump is named far and wide.

In go the `Gathered` articles of both sides, out comes for the key of a voice the key of the one
it belongs to. One name under two keys (an entity here, plain words where names were not recognised
yet) is one voice; a surname alone goes to the one who bears it in nearly all articles that name
anybody of that surname in full, and to nobody where two share it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from corpus.coverage.gathering import Gathered
from corpus.text import fold

NEARLY_ALL = 0.9  # share of the articles with a full name of this surname in which it is this one's


def bearers(sides: Iterable[Gathered]) -> dict[str, str]:
    """For keys of voices that are another's: that other's key."""
    articles: Counter[str] = Counter()  # full name → articles that name or quote its bearer
    keys: defaultdict[str, Counter[str]] = defaultdict(Counter)  # name → its keys, by articles
    for side in sides:
        named: defaultdict[str, set[int]] = defaultdict(set)
        for key, one in side.speaking.items():
            name, heard = _plain(one.names.most_common(1)[0][0]), {*one.direct, *one.indirect}
            keys[name][key] += len(heard)
            named[name] |= heard
        for naming in side.names.values():
            if naming.type == "person":
                named[_plain(naming.name)] |= set(naming.places)
        articles.update({name: len(where) for name, where in named.items()})
    full: defaultdict[str, Counter[str]] = defaultdict(Counter)  # surname → full names
    for name, count in articles.items():
        if " " in name:
            full[name.rsplit(" ", 1)[1]][name] += count
    found: dict[str, str] = {}
    for name, several in keys.items():
        whose = name if " " in name else _bearer(full[name]) or name
        if whose not in keys:
            continue  # never quoted under the full name: nothing to join
        first = _first(keys[whose])
        found.update({key: first for key in several if key != first})
    return found


def _bearer(names: Counter[str]) -> str | None:
    """The one of these full names that nearly all articles mean."""
    if not names:
        return None
    name, count = names.most_common(1)[0]
    return name if count >= NEARLY_ALL * names.total() else None


def _first(several: Counter[str]) -> str:
    """The key to go by: an entity's before plain words, then that of most articles."""
    return min(several, key=lambda key: (":" not in key, -several[key], key))


def _plain(name: str) -> str:
    return fold(" ".join(name.split()))
