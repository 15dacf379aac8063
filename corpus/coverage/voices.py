"""Who is quoted on one side: words in quotation marks, their share, and what is told indirectly.

In goes a `Gathered`, out come its `Voice`s, those with most words first. Words in quotation
marks and words that are only reported are never added up.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from corpus.coverage.gathering import Gathered, Speaking, counted
from corpus.coverage.result import Voice


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
            role=one.roles.most_common(1)[0][0] if one.roles else None,
            words=one.words,
            share=one.words / quoted if quoted else 0.0,
            direct=counted(one.direct),
            indirect=counted(one.indirect),
            indirect_words=one.indirect_words,
            also=tuple(sorted(other for other in several if other != key)),
            also_named=_others(one.names),
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
        found.direct += one.direct
        found.indirect += one.indirect
        found.words += one.words
        found.indirect_words += one.indirect_words
    return found


def _fullest(names: Counter[str]) -> str:
    """The name to show: one in full before a surname alone, then the most frequent."""
    return max(names, key=lambda name: (" " in name, names[name]))


def _others(names: Counter[str]) -> tuple[str, ...]:
    """Surnames alone that stand for the same one."""
    shown = _fullest(names)
    return tuple(sorted({n for n in names if " " not in n and n != shown and " " in shown}))
