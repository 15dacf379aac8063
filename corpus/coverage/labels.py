"""How two sides call the same people and things, over many articles.

Families of nouns that name one kind of people or event and weigh differently, verbs of saying,
and the forms of names that both sides mention. What both call alike, and nothing else, is left
out. Counted, never judged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from corpus.comparison.families import MEMBERS
from corpus.coverage.gathering import Gathered, Places, counted
from corpus.coverage.result import Called, Label

NAMES = 40  # names whose forms are looked at, those that both sides have in most articles
FORMS = 8  # forms of a name that are listed
VERBS = 25  # verbs of saying that are listed
_AS_IT_IS: Mapping[str, str] = {}


def labels(left: Gathered, right: Gathered) -> tuple[Called, ...]:
    """What the sides call the same, the families first, then names."""
    found = [
        Called(family, "family", _sorted(words)) for family, words in _families(left, right).items()
    ]
    verbs = _labels(left.cues, right.cues)
    found.append(Called("verbs of saying", "verbs", _sorted(verbs)[:VERBS]))
    both = sorted(
        left.names.keys() & right.names.keys(),
        key=lambda key: (-min(len(left.names[key].places), len(right.names[key].places)), key),
    )
    for key in both[:NAMES]:
        ours, theirs = left.names[key], right.names[key]
        written = theirs.written | ours.written
        forms = _labels(ours.forms, theirs.forms, written)
        found.append(Called(ours.name, "entity", _sorted(forms)[:FORMS], key))
    return tuple(one for one in found if _tells(one))


def _families(left: Gathered, right: Gathered) -> dict[str, list[Label]]:
    ours, theirs = left.nouns(), right.nouns()
    found: defaultdict[str, list[Label]] = defaultdict(list)
    for family, word in dict.fromkeys(MEMBERS.values()):
        found[family] += _labels(
            {word: ours.get(word, Places())}, {word: theirs.get(word, Places())}
        )
    return found


def _labels(
    ours: Mapping[str, Places], theirs: Mapping[str, Places], written: Mapping[str, str] = _AS_IT_IS
) -> list[Label]:
    none: Places = Places()
    return [
        Label(
            written.get(text, text), counted(ours.get(text, none)), counted(theirs.get(text, none))
        )
        for text in dict.fromkeys((*ours, *theirs))
    ]


def _sorted(found: list[Label]) -> tuple[Label, ...]:
    told = [one for one in found if one.left.times + one.right.times]
    told.sort(key=lambda one: (-one.left.times - one.right.times, one.text))
    return tuple(told)


def _tells(called: Called) -> bool:
    """Whether there is a choice of words at all, and both sides make it."""
    return (
        len(called.labels) > 1
        and any(one.left.times for one in called.labels)
        and any(one.right.times for one in called.labels)
    )
