"""Who and what is named on one side, on the other, or on both, with the first sentence.

In go two `Side`s with their `Names`, out come `EntityPlace`s with the name as either side writes
it. Two entities are one when their keys are equal, when they share a spelling, or when one name
is the other in other letters, by its initials or with more before it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.article import Entity, Names
from corpus.comparison.result import EntityPlace
from corpus.comparison.sides import Side
from corpus.comparison.surnames_alone import borne, not_told_apart
from corpus.entities.variants import is_variant, sounds
from corpus.text import fold
from corpus.words import written

_LINK = 1  # letters of a word that only joins two: Mazar-i-Sharif, Mazar-e-Sharif
_ARTICLES = frozenset("al el".split())
_TELLS_NOTHING = frozenset("international select permanent standing of on the for and".split())
_SHORT = 4  # letters from which a word with another vowel inside may be the same: Nabi, Nebi


def entity_places(
    left: Side, right: Side, left_names: Names | None, right_names: Names | None
) -> tuple[EntityPlace, ...]:
    """Entities of both sides, those that both name first, then by name.

    Empty while the names of either side are not read: what one side lacks cannot be said.
    """
    if left_names is None or right_names is None:
        return ()
    ours = {e.key: e for e in _whole(left, left_names)}
    theirs = {e.key: e for e in _whole(right, right_names)}
    bearers = borne(left_names), borne(right_names)
    partner = {key: key for key in ours if key in theirs}
    for key, entity in ours.items():
        if key not in partner:
            if any(not_told_apart(entity, each) for each in bearers):
                continue
            others = [e for k, e in theirs.items() if k not in ours]
            match = _other_spelling(
                entity, [e for e in others if not any(not_told_apart(e, each) for each in bearers)]
            )
            if match is not None and match not in partner.values():
                partner[key] = match
    places = []
    for key, entity in ours.items():
        match = partner.get(key)
        other = theirs[match] if match is not None else None
        name = max(entity.name, other.name if other is not None else "", key=len)
        here = _first(left, entity, entity, bearers[0])
        there = _first(right, other, entity, bearers[1])
        own = _own(entity, other) if other is not None else there[1]
        places.append(EntityPlace(name, entity.type, here[0], there[0], here[1], own))
    met = set(partner.values())
    for key, entity in theirs.items():
        if key not in met:
            here = _first(left, None, entity, bearers[0])
            there = _first(right, entity, entity, bearers[1])
            places.append(
                EntityPlace(entity.name, entity.type, here[0], there[0], here[1], there[1])
            )
    return tuple(sorted(places, key=lambda p: (p.left is None, p.right is None, p.name)))


def _whole(side: Side, names: Names) -> list[Entity]:
    """The entities of a side, persons whose names always stand right beside each other as one:
    "Abdel Moneim" and "Abdel Maqsud" are "Abdel Moneim Abdel Maqsud"."""
    persons = [e for e in names.entities if e.type == "person" and " " in e.name]
    at = {(m.within, m.paragraph, m.start): e for e in persons for m in e.mentions}
    joined: dict[str, Entity] = {}
    gone: set[str] = set()
    for entity in persons:
        behind = [at.get((m.within, m.paragraph, m.end + 1)) for m in entity.mentions]
        if not behind or any(e is None for e in behind) or len({e.key for e in behind if e}) > 1:
            continue
        other = behind[0]
        text = side.article.text_of(entity.mentions[0].within, entity.mentions[0].paragraph)
        end = entity.mentions[0].end
        if other is None or text[end : end + 1] != " " or other.key in gone or other is entity:
            continue
        if len(other.mentions) > len(entity.mentions):
            continue  # named alone too: two who stand side by side once
        name = f"{entity.name} {other.name}"
        joined[entity.key] = replace(entity, name=name, key=f"person:{fold(name)}")
        gone.add(other.key)
    return [joined.get(e.key, e) for e in names.entities if e.key not in gone]


def _own(entity: Entity, other: Entity) -> str:
    """The other side's name for an entity: where they only share a spelling, that spelling."""
    known = {fold(m.text): m.text for m in entity.mentions} | {fold(entity.name): entity.name}
    shared = [m.text for m in other.mentions if fold(m.text) in known]
    if fold(other.name) in known or not shared or entity.key == other.key:
        return other.name
    person = entity.type == "person"
    if is_other_spelling(entity.name, other.name, person=person):
        return other.name
    return max(shared, key=len)


def _first(
    side: Side, found: Entity | None, sought: Entity, bearers: dict[str, int]
) -> tuple[int | None, str | None]:
    """The first sentence that names an entity and the name as it stands on this side; for one
    named in a subhead only, the next sentence.

    Where the recogniser found none, the words themselves are looked for, so that "not named
    here" is never said of a name that stands there: the whole name, any of its spellings of
    more than three letters, and of a person the surname alone, unless somebody else bears it here
    (`bearers`: by how many each is borne): it is his there.
    """
    if found is None or not found.mentions:
        spellings = {sought.name, *(m.text for m in sought.mentions)}
        if sought.type == "person":
            spellings |= {spelling.split()[-1] for spelling in spellings if spelling.split()}
            if " " in sought.name:
                spellings = {s for s in spellings if " " in s or fold(s) not in bearers}
        wanted = [
            (f" {' '.join(written(fold(spelling)))} ", spelling)
            for spelling in sorted(spellings, key=len, reverse=True)
            if len(spelling) > 3
        ]
        for sentence, words in zip(side.sentences, side.forms, strict=True):
            text = f" {' '.join(words)} "
            for words_of_it, spelling in wanted:
                if words_of_it in text:
                    return sentence.i, spelling
        return None, None
    numbers = [side.sentence_at(m.within, m.paragraph, m.start) for m in found.mentions]
    at = [n for n in numbers if n is not None]
    if at:
        return min(at), found.name
    paragraph = found.mentions[0].paragraph
    after = (s.i for s in side.sentences if s.within == "body" and s.paragraph >= paragraph)
    last = len(side.sentences) - 1 if side.sentences else None
    return next(after, last), found.name


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
    found = found or [other.key for other in others if fold(other.name) == fold(entity.name)]
    return found[0] if len(found) == 1 else None


def is_other_spelling(one: str, other: str, *, person: bool = False) -> bool:
    """Whether two names of two articles on one event are two ways to write one.

    One word may be spelt in another way (`is_variant`), and in names of places and of groups, of
    two words at least, have one other vowel inside. A person's name may have more before it, and
    may be another transcription word for word; a body's may be its initials, or leave out a word
    that tells nothing ("International").

    >>> is_other_spelling("Mazar-i-Sharif", "Mazar-e-Sharif")
    True
    >>> is_other_spelling("Mallam Garba Shehu", "Garba Shehu", person=True)
    True
    >>> is_other_spelling("Abdel-Fattah el-Sissi", "Abdel Fattah al-Sisi", person=True)
    True
    >>> is_other_spelling("Maria Lopez", "Mario Lopez", person=True)
    False
    """
    a, b = (written(fold(name)) for name in (one, other))
    if person:
        a, b = ([w for n in name for w in n.split("-") if w not in _ARTICLES] for name in (a, b))
        if len(a) != len(b):
            short, long = sorted((a, b), key=len)
            return len(short) >= 2 and long[-len(short) :] == short
        return len(a) >= 2 and all(x == y or _one_word(x, y) for x, y in zip(a, b, strict=True))
    if _initials(one) == other.replace(".", "") or _initials(other) == one.replace(".", ""):
        return True
    more = set(a) ^ set(b)
    if len(set(a) & set(b)) >= 2 and more and more <= _TELLS_NOTHING:
        return True
    differ = [(x, y) for x, y in zip(a, b, strict=False) if x != y]
    if len(a) != len(b) or len(differ) != 1:
        return False
    x, y = differ[0]
    return is_variant(x, y) or (
        len(a) >= 2 and (_other_vowel(x, y) or f"{x}s" == y or f"{y}s" == x)
    )


def _one_word(one: str, other: str) -> bool:
    """Whether two words of a person's name sound alike: Sissi, Sisi; a vowel at the end tells two
    persons apart (Mario, Maria)."""
    if one[-1] != other[-1] and {one[-1], other[-1]} & set("aeo"):
        return False
    return is_variant(one, other) or (min(len(one), len(other)) >= _SHORT and sounds(one, other))


def _initials(name: str) -> str | None:
    """The initials of a name of three words and more, by which a body may go."""
    words = re.findall(r"[A-Z]\w*", name)
    return "".join(word[0] for word in words) if len(words) > 2 else None


def _other_vowel(one: str, other: str) -> bool:
    """Whether two words of equal length differ in one vowel that neither begins nor ends them;
    a word of one letter may be another vowel."""
    if len(one) != len(other):
        return False
    at = [n for n, (x, y) in enumerate(zip(one, other, strict=True)) if x != y]
    inside = len(at) == 1 and 0 < at[0] < len(one) - 1 and len(one) >= _SHORT
    return (inside or len(one) == _LINK) and {one[at[0]], other[at[0]]} <= set("aeiouy")
