"""Spellings of outlets that look like one outlet, in groups for a person to accept or not.

Outlets come in with their articles and the hosts they published on; groups come out, each
with the name it might go by and why. Nothing here joins anything.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from corpus.outlets import known
from corpus.text import fold

HOST_OUTLETS = 4  # spellings; a host with more of them carries other outlets' articles
HOST_SHARE = 0.5  # of an outlet's articles on the host
_ASIDE = re.compile(r"\([^()]*\)|\[[^][]*\]")
_SECTION = re.compile(r"\s+[-–—|:]\s+.*$")
_ENDING = re.compile(r"\.(?:com|org|net|co\.uk|co|de|fr|tv|uk|au|in)\b")
_WORDS = re.compile(r"[^\W_]+")
_SLIGHT = frozenset(("the", "online", "web", "website", "www", "digital", "edition"))
_COMMON = frozenset(
    "daily times post herald tribune gazette journal observer weekly chronicle telegraph "
    "mirror mail monitor evening morning sunday national international world local".split()
)


@dataclass(frozen=True, slots=True)
class Publisher:
    """One spelling of an outlet as articles state it."""

    name: str
    articles: int
    hosts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SameOutlet:
    """Spellings that may be one outlet: the name proposed, the others with counts, and why."""

    name: str
    spellings: tuple[tuple[str, int], ...]
    why: str


def same_outlets(publishers: Iterable[Publisher]) -> tuple[SameOutlet, ...]:
    """Proposals, largest first. Each spelling stands in one group at most."""
    outlets = {one.name: one for one in sorted(publishers, key=lambda one: one.name)}
    head = {name: name for name in outlets}
    reasons: defaultdict[str, set[str]] = defaultdict(set)

    def root(name: str) -> str:
        while head[name] != name:
            name = head[name]
        return name

    for why, names in sorted(_together(outlets)):
        for name in names[1:]:
            one, other = sorted((root(names[0]), root(name)))
            head[other] = one
        reasons[names[0]].add(why)
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for name in outlets:
        groups[root(name)].append(name)
    found = []
    for names in groups.values():
        if len(names) < 2:
            continue
        chosen = _chosen([outlets[name] for name in names])
        others = tuple((name, outlets[name].articles) for name in names if name != chosen)
        why = "; ".join(sorted({why for name in names for why in reasons[name]}))
        found.append(SameOutlet(chosen, others, why))
    return tuple(sorted(found, key=lambda same: (-sum(n for _, n in same.spellings), same.name)))


def _together(outlets: Mapping[str, Publisher]) -> Iterable[tuple[str, list[str]]]:
    listed: defaultdict[str, list[str]] = defaultdict(list)
    cores: defaultdict[str, list[str]] = defaultdict(list)
    hosts: defaultdict[str, list[str]] = defaultdict(list)
    for name, outlet in outlets.items():
        if in_list := known(name):
            listed[in_list].append(name)
        cores[_core(name)].append(name)
        everywhere = sum(outlet.hosts.values())
        for host, count in outlet.hosts.items():
            if count >= HOST_SHARE * everywhere:
                hosts[host].append(name)
    yield from ((f"both are known as {name}", names) for name, names in listed.items() if names[1:])
    yield from (("the same words", names) for core, names in cores.items() if core and names[1:])
    for host, names in hosts.items():
        if 1 < len(names) <= HOST_OUTLETS:
            yield f"both publish on {host}", names


def _core(name: str) -> str:
    """An outlet's name without section, address ending, "the", "online" and, if it can, "news"."""
    text = _ENDING.sub("", _SECTION.sub("", _ASIDE.sub(" ", fold(name))))
    words = [word for word in _WORDS.findall(text) if word not in _SLIGHT]
    bare = [word for word in words if word != "news"]
    return " ".join(bare if set(bare) - _COMMON else words)


def _chosen(outlets: list[Publisher]) -> str:
    """The name the list of outlets has, else the one in most articles, else the shortest."""
    names = Counter(known(outlet.name) for outlet in outlets if known(outlet.name))
    if names:
        return str(min(names, key=lambda name: (-names[name], str(name))))
    return min(outlets, key=lambda one: (-one.articles, len(one.name), one.name)).name
