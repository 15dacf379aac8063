"""Voices under several names, and whose they are: "Trump" where one Trump is named far and wide.

In go the `Gathered` articles of both sides, out comes for the key of a voice the key of the one
it belongs to. One name under two keys (an entity here, plain words where names were not recognised
yet) is one voice, and so is one with and without a middle name, unless two differ in that. A
surname alone goes to the one who bears it in nearly all articles that name anybody of that surname
in full, those first in which the surname speaks; and to nobody where two share it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from corpus.coverage.gathering import Gathered
from corpus.coverage.speaking import variant_of
from corpus.first_names import is_given
from corpus.text import fold

NEARLY_ALL = 0.9  # share of the articles with a full name of this surname in which it is this one's
ENOUGH, MOST = 3, 0.75  # full names in articles in which the surname speaks, from which on these
# alone tell, and the share of them that must be one's


def bearers(sides: Iterable[Gathered]) -> dict[str, str]:
    """For keys of voices that are another's: that other's key."""
    articles: Counter[str] = Counter()  # name → articles that name or quote its bearer
    keys: defaultdict[str, Counter[str]] = defaultdict(Counter)  # name → its keys, by articles
    beside: defaultdict[str, Counter[str]] = defaultdict(Counter)  # surname → full names there
    for side in sides:
        named: defaultdict[str, set[int]] = defaultdict(set)
        for key, one in side.speaking.items():
            name, heard = _plain(one.names.most_common(1)[0][0]), {*one.direct, *one.indirect}
            keys[name][key] += len(heard)
            named[name] |= heard
            beside[name].update(one.full_names)
        for naming in side.names.values():
            if naming.type == "person":
                named[_plain(naming.name)] |= set(naming.places)
        articles.update({name: len(where) for name, where in named.items()})
    full: defaultdict[str, Counter[str]] = defaultdict(Counter)  # surname → full names
    for name, count in articles.items():
        if " " in name and (variant := variant_of(name.split())):
            full[name.rsplit(" ", 1)[1]][variant] += count
    one_for = _without_middles(keys)
    several: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name, of in keys.items():
        several[one_for.get(name, name)].update(of)
    found: dict[str, str] = {}
    for name, of in keys.items():
        whose = one_for.get(name, name)
        if " " not in name:
            there = beside[name]
            enough = there.total() >= ENOUGH
            whose = (_bearer(there, MOST) if enough else _bearer(full[name], NEARLY_ALL)) or name
        if whose not in several:
            continue  # never quoted under the full name: nothing to join
        first = _first(several[whose])
        found.update({key: first for key in of if key != first})
    return found


def _without_middles(keys: Mapping[str, Counter[str]]) -> Mapping[str, str]:
    """For full names with a middle name the one without it, where only one person is meant in
    nearly all articles. `keys` are the names with how many articles quote them under which key."""
    middles: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for name in keys:
        first, *between = name.split()
        if len(between) == 2 and is_given(first.title()):
            middles[f"{first} {between[1]}"][name] = between[0][0]
    found = {}
    for short, those in middles.items():
        articles: Counter[str] = Counter()
        for name, initial in those.items():
            articles[initial] += keys[name].total()
        only = _bearer(articles, NEARLY_ALL)
        found.update({name: short for name, initial in those.items() if initial == only})
    return found


def _bearer(names: Counter[str], share: float) -> str | None:
    """The one of these full names that so many of the articles mean."""
    if not names:
        return None
    name, count = names.most_common(1)[0]
    return name if count >= share * names.total() else None


def _first(several: Counter[str]) -> str:
    """The key to go by: an entity's before plain words, then that of most articles."""
    return min(several, key=lambda key: (":" not in key, -several[key], key))


def _plain(name: str) -> str:
    return fold(" ".join(name.split()))
