"""Who is quoted on one side: words in quotation marks, their share, and what is told indirectly.

In goes a `Gathered`, out come its `Voice`s, those with most words first. Words in quotation
marks and words that are only reported are never added up.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from corpus.coverage.gathering import Gathered, Speaking, counted
from corpus.coverage.result import Voice
from corpus.coverage.roles import is_of_one
from corpus.coverage.somebody import is_unnamed
from corpus.text import fold

_BEHIND_NOUN = re.compile(r" (?:of|for|at) ")
OFTEN = 8  # articles from which on what a single one says of somebody is chance


def voices(side: Gathered, whose: Mapping[str, str]) -> tuple[Voice, ...]:
    """Everybody who is quoted by name or office; `share` is that of all quoted words.

    `whose` gives for keys that are another's that other's key, see `bearers`.
    """
    quoted = side.measure().quoted_words
    together: defaultdict[str, dict[str, Speaking]] = defaultdict(dict)
    for key, one in side.speaking.items():
        together[whose.get(key, key)][key] = one
    found = [
        Voice(
            key=key,
            name=_fullest(one.names),
            role=_role(one.roles, _articles(one)) or _of_state(one, side),
            words=one.words,
            share=one.words / quoted if quoted else 0.0,
            direct=counted(one.direct),
            indirect=counted(one.indirect),
            indirect_words=one.indirect_words,
            also=tuple(sorted(other for other in several if other != key)),
            also_named=_others(one.names),
            unnamed_in=_unnamed_in(one),
        )
        for key, several in together.items()
        for one in (_as_one(several.values()),)
    ]
    found.sort(key=lambda one: (-one.words, -one.indirect_words, one.key))
    return tuple(found)


def _as_one(several: Iterable[Speaking]) -> Speaking:
    """What one is quoted with under several keys."""
    first, *others = several
    if not others:
        return first
    found = Speaking()
    for one in (first, *others):
        found.names += one.names
        found.roles += one.roles
        found.by_surname += one.by_surname
        found.direct += one.direct
        found.indirect += one.indirect
        found.words += one.words
        found.indirect_words += one.indirect_words
    return found


def _unnamed_in(one: Speaking) -> int | None:
    """In how many articles a voice speaks of whom they say only what they are: perhaps several."""
    return _articles(one) if _articles(one) > 1 and is_unnamed(_fullest(one.names)) else None


def _of_state(one: Speaking, side: Gathered) -> str | None:
    """ "President", where it stands at a surname that this one bears in most of the articles."""
    if not one.by_surname:
        return None
    name = fold(_fullest(one.names))
    surname, articles = name.split()[-1], Counter[str]()
    for named in side.names.values():
        if named.type == "person" and " " in named.name and fold(named.name).split()[-1] == surname:
            articles[fold(named.name)] += len(named.places)
    most = max(articles, key=lambda other: articles[other], default=name)
    enough = 10 * one.by_surname.total() >= _articles(one)  # "a debate with President Varga"
    return _role(one.by_surname, _articles(one)) if most == name and enough else None


def _articles(one: Speaking) -> int:
    return len(one.direct.keys() | one.indirect.keys())


def _role(roles: Counter[str], spoken: int) -> str | None:
    """What most articles say that somebody is, however they write it, of equals the longer; not
    what one of many says in which they have `spoken`."""
    if not roles:
        return None
    articles, nouns = Counter[str](), Counter[str]()
    for role, count in roles.items():
        articles[fold(role)] += count
        nouns[_noun(role)] += count
    best = max(articles, key=lambda role: (articles[role], nouns[_noun(role)], len(role), role))
    if spoken >= OFTEN and nouns[_noun(best)] == 1 and (len(nouns) > 1 or _is_vague(best)):
        return None
    return max((r for r in roles if fold(r) == best), key=lambda role: (roles[role], role))


def _is_vague(role: str) -> bool:
    """Whether a role may be said of many: one word, or somebody's."""
    return (" " not in role and not is_of_one(role)) or "'s " in role.replace("’", "'")


def _noun(role: str) -> str:
    """What says it: "nominee" of "Republican nominee for the Senate"."""
    return _BEHIND_NOUN.split(fold(role), maxsplit=1)[0].split()[-1]


def _fullest(names: Counter[str]) -> str:
    """The name to show: one in full before a surname alone, then the most frequent."""
    return max(names, key=lambda name: (" " in name, names[name]))


def _others(names: Counter[str]) -> tuple[str, ...]:
    """Surnames alone that stand for the same one."""
    shown = _fullest(names)
    return tuple(sorted({n for n in names if " " not in n and n != shown and " " in shown}))
