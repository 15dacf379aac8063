"""Who and what is named on one side, on the other, or on both, with the first sentence.

In go two `Side`s with their `Names`, out come `EntityPlace`s. Two entities are one when their
keys are equal, or when one person's name is the other's surname and no second person has it.
"""

from __future__ import annotations

from corpus.article import Entity, Names
from corpus.comparison.result import EntityPlace
from corpus.comparison.sides import Side
from corpus.entities.variants import is_variant
from corpus.text import fold
from corpus.words import written

_LINK = 1  # letters of a word that only joins two: Mazar-i-Sharif, Mazar-e-Sharif
_SHORT = 4  # letters from which a word with another vowel inside may be the same: Nabi, Nebi


def entity_places(
    left: Side, right: Side, left_names: Names | None, right_names: Names | None
) -> tuple[EntityPlace, ...]:
    """Entities of both sides, those that both name first, then by name.

    Empty while the names of either side are not read: what one side lacks cannot be said.
    """
    if left_names is None or right_names is None:
        return ()
    ours = {e.key: e for e in left_names.entities}
    theirs = {e.key: e for e in right_names.entities}
    partner = {key: key for key in ours if key in theirs}
    for key, entity in ours.items():
        if key not in partner:
            match = _other_spelling(entity, [e for k, e in theirs.items() if k not in ours])
            if match is not None and match not in partner.values():
                partner[key] = match
    places = []
    for key, entity in ours.items():
        match = partner.get(key)
        right_first = _first(right, theirs[match] if match is not None else None, entity)
        name = entity.name
        if match is not None and len(theirs[match].name) > len(name):
            name = theirs[match].name
        places.append(EntityPlace(name, entity.type, _first(left, entity, entity), right_first))
    met = set(partner.values())
    places += [
        EntityPlace(e.name, e.type, _first(left, None, e), _first(right, e, e))
        for key, e in theirs.items()
        if key not in met
    ]
    return tuple(sorted(places, key=lambda p: (p.left is None, p.right is None, p.name)))


def _first(side: Side, found: Entity | None, sought: Entity) -> int | None:
    """The first sentence that names an entity; for one named in a subhead only, the next.

    Where the recogniser found none, the words themselves are looked for, so that "not named
    here" is never said of a name that stands there: the whole name, any of its spellings of
    more than three letters, and of a person the surname alone.
    """
    if found is None or not found.mentions:
        spellings = {fold(sought.name), *(fold(m.text) for m in sought.mentions)}
        if sought.type == "person":
            spellings |= {spelling.split()[-1] for spelling in spellings if spelling}
        wanted = [f" {' '.join(written(spelling))} " for spelling in spellings if len(spelling) > 3]
        for sentence, words in zip(side.sentences, side.forms, strict=True):
            text = f" {' '.join(words)} "
            if any(spelling in text for spelling in wanted):
                return sentence.i
        return None
    numbers = [side.sentence_at(m.within, m.paragraph, m.start) for m in found.mentions]
    at = [n for n in numbers if n is not None]
    if at:
        return min(at)
    paragraph = found.mentions[0].paragraph
    after = (s.i for s in side.sentences if s.within == "body" and s.paragraph >= paragraph)
    return next(after, len(side.sentences) - 1 if side.sentences else None)


def _other_spelling(entity: Entity, others: list[Entity]) -> str | None:
    """Key of the one other entity that shares a spelling, else of the one whose name is this one
    in other letters, or with a title before it."""
    spellings = {fold(m.text) for m in entity.mentions} | {fold(entity.name)}
    of_kind = [other for other in others if other.type == entity.type]
    found = [
        other.key
        for other in of_kind
        if spellings & ({fold(m.text) for m in other.mentions} | {fold(other.name)})
    ] or [
        other.key
        for other in of_kind
        if is_other_spelling(entity.name, other.name, person=entity.type == "person")
    ]
    return found[0] if len(found) == 1 else None


def is_other_spelling(one: str, other: str, *, person: bool = False) -> bool:
    """Whether two names of two articles on one event are two ways to write one.

    One word may be spelt in another way (`is_variant`), and in names of places and of groups, of
    two words at least, have one other vowel inside. A person's name may have more before it.

    >>> is_other_spelling("Mazar-i-Sharif", "Mazar-e-Sharif")
    True
    >>> is_other_spelling("Mallam Garba Shehu", "Garba Shehu", person=True)
    True
    >>> is_other_spelling("Maria Lopez", "Mario Lopez", person=True)
    False
    """
    a, b = (written(fold(name)) for name in (one, other))
    if person and len(a) != len(b):
        short, long = sorted((a, b), key=len)
        return len(short) >= 2 and long[-len(short) :] == short
    differ = [(x, y) for x, y in zip(a, b, strict=False) if x != y]
    if len(a) != len(b) or len(differ) != 1:
        return False
    return is_variant(*differ[0]) or (not person and len(a) >= 2 and _other_vowel(*differ[0]))


def _other_vowel(one: str, other: str) -> bool:
    """Whether two words of equal length differ in one vowel that neither begins nor ends them;
    a word of one letter may be another vowel."""
    if len(one) != len(other):
        return False
    at = [n for n, (x, y) in enumerate(zip(one, other, strict=True)) if x != y]
    inside = len(at) == 1 and 0 < at[0] < len(one) - 1 and len(one) >= _SHORT
    return (inside or len(one) == _LINK) and {one[at[0]], other[at[0]]} <= set("aeiouy")
