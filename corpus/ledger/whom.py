"""Whom a figure counts: their nation, town or party, their sort, and whose age it is.

In go `Counted` figures, out comes whether they count the same people as far as the words beside the
numbers say: Israelis are no Palestinians, militants no civilians; what is said of one named man is
not said of another.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from corpus.comparison.counted import ANYBODY, Counted, named
from corpus.comparison.deeds import DEED_OF
from corpus.words import stem, written

_SORTS: Mapping[str, frozenset[str]] = {
    name: frozenset(map(stem, words.split()))
    for name, words in {
        "soldiers": "soldier soldiers troops marines servicemen guardsmen reservists serviceman "
        "paratroopers servicemembers airmen sailors",
        "militants": "militant militants fighter fighters rebel rebels insurgent insurgents gunman "
        "gunmen terrorist terrorists jihadist jihadists attacker attackers assailants assailant "
        "militia militiamen bombers",
        "police": "police officer officers policeman policemen policewoman cop cops deputies "
        "troopers trooper",
        "civilians": "civilian civilians resident residents bystander bystanders villagers",
        "children": "child children boy boys girl girls kids schoolgirls schoolboys infants minors "
        "youths babies teenagers schoolchildren",
        "women": "woman women mothers",
        "men": "man men",
        "workers": "worker workers employee employees staff staffers journalists journalist "
        "nurses nurse doctors cartoonists cartoonist reporters teachers teacher",
        "students": "student students pupils schoolmates classmates",
        "held": "hostage hostages prisoner prisoners detainee detainees captives",
        "suspects": "suspect suspects brothers",
        "crew": "crew crewmen pilots",
        "crowds": "protester protesters demonstrator demonstrators marchers activists",
    }.items()
}
_MEN = frozenset(("men",))
_NO_MEN = frozenset(("women", "children"))
_SORT_OF = {root: name for name, roots in _SORTS.items() for root in roots}
_ONE_PEOPLE = {"u.s": "amer", "us": "amer", "u.s.": "amer", "brit": "uk", "u.k.": "uk"}
_DEEDS = frozenset(DEED_OF)


@dataclass(frozen=True, slots=True)
class Whom:
    """Whom a figure counts, as far as the words beside it say: by nation, town or party (as
    `named` has them), and by sort."""

    peoples: frozenset[str]
    sorts: frozenset[str]


@lru_cache(maxsize=20_000)
def _whom(about: str) -> Whom:
    words = written(about)
    roots = {stem(w.lower()) for w in words}
    peoples = {_ONE_PEOPLE.get(n, n) for n in named(words)}
    peoples -= {w[:4].lower() for w in words if stem(w.lower()) in _SORT_OF or w.isdigit()}
    return Whom(frozenset(peoples), frozenset(_SORT_OF[r] for r in roots if r in _SORT_OF))


def whom(one: Counted) -> Whom:
    """Whom a figure counts."""
    return _whom(one.figure.about or "")


def are_two_sorts(one: Counted, other: Counted) -> bool:
    """Whether one counts soldiers, say, and the other children; or people here and things there.
    Men may be soldiers."""
    ours, theirs = whom(one).sorts, whom(other).sorts
    if ours and theirs:
        return ours.isdisjoint(theirs) and not (
            _MEN in (ours, theirs) and not (ours | theirs) & _NO_MEN
        )
    if one.persons == other.persons or not (one.head and other.head):
        return False
    heads = (one.head, other.head)
    return not any(head & ANYBODY or head & _DEEDS for head in heads)


def are_two_peoples(one: Counted, other: Counted) -> bool:
    """Whether both name nations or the like, and none that the other names."""
    ours, theirs = whom(one).peoples, whom(other).peoples
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def is_narrowed(one: Counted, other: Counted) -> bool:
    """Whether one counts people of a nation or sort, of which the other's sentence says nothing."""
    ours, theirs = whom(one), whom(other)
    if ours.sorts and not theirs.sorts and (other.a_people or not other.head - ANYBODY):
        return True
    sentence = {_ONE_PEOPLE.get(n, n) for n in other.named}
    return bool(ours.peoples) and not theirs.peoples and ours.peoples.isdisjoint(sentence)


def is_of(one: Counted, other: Counted) -> bool:
    """Whether the sentence of an age names nobody with it but the one whose age the other is."""
    return not names_of(other) and not named(names_of(one)).isdisjoint(other.named)


def names_of(one: Counted) -> set[str]:
    """The names in what a figure is about: "Viktor Orban" of his age."""
    return {w for w in written(one.figure.about or "") if w[0].isupper()}


def are_two_people(one: Counted, other: Counted) -> bool:
    """Whether two ages are of two who are named apart."""
    ours, theirs = names_of(one), names_of(other)
    return bool(ours and theirs) and ours.isdisjoint(theirs)
