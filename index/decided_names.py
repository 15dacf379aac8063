"""Names as people and the archive decided: spellings parted, names joined under one.

What the recogniser found in an article is kept as it was found; these functions make of it
what holds. Values in, values out; a key that nothing was decided about stands for itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from corpus.article import READING_ORDER, Entity, EntityType, Mention, Names, Quotation
from corpus.layer import SameName
from corpus.text import fold
from index.judged import NAME_MERGE, NAME_PART, in_force
from index.reports import Judgement

BY_HAND = "merged by {}"
PARTED = "parted by {}"
OwnKind = Callable[[Sequence[Mention], EntityType], EntityType]
"""Mentions of one spelling and the kind they had → the kind that they give it by themselves."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What people decided about names: merges in order, and partings with who parted.

    A parting is known by (full id of the article, or "" for all; key of the name; key of the
    spelling).
    """

    merges: tuple[SameName, ...] = ()
    partings: tuple[tuple[tuple[str, str, str], str], ...] = ()

    def parted_in(self, full_id: str) -> dict[tuple[str, str], str]:
        """(key of the name, key of the spelling) → who parted them, for one article."""
        return {
            (name, spelling): author
            for (article, name, spelling), author in self.partings
            if article in ("", full_id)
        }


def decided(judgements: Iterable[Judgement]) -> Decided:
    """What holds about names; of two decisions about one pair the later."""
    merges: dict[frozenset[str], SameName] = {}
    partings: dict[tuple[str, str, str], str] = {}
    for one in in_force(judgements):
        target, value = one.target or "", one.value or ""
        if one.field == NAME_MERGE:
            pair = frozenset((target, value))
            merges.pop(pair, None)
            merges[pair] = SameName(value, target, BY_HAND.format(one.author))
            for key in [k for k in partings if k[0] == "" and {k[1], k[2]} == pair]:
                del partings[key]
        elif one.field == NAME_PART:
            spelling = spelling_key(target, value)
            if not one.article:
                merges.pop(frozenset((target, spelling)), None)
            partings[(one.article, target, spelling)] = one.author
    return Decided(tuple(merges.values()), tuple(sorted(partings.items())))


def spelling_key(key: str, spelling: str) -> str:
    """The key by which it is known that a spelling was parted from the name with this key: its own
    as long as it is of that kind."""
    from corpus.entities.merge import key as name_key

    return name_key(spelling, _type_of(key))


def same_names(learnt: Iterable[SameName], found: Decided) -> tuple[SameName, ...]:
    """Which keys stand for which, the roots included: what was learnt, as people corrected it."""
    apart = {frozenset((name, spelling)) for (article, name, spelling), _ in found.partings
             if not article}  # fmt: skip
    root: dict[str, str] = {}
    why: dict[str, str] = {}
    for same in sorted(learnt, key=lambda one: one.key):
        if frozenset((same.key, same.root)) not in apart:
            root[same.key] = same.root
            why[same.key] = same.why
    for (article, name, spelling), _ in found.partings:
        # Two spellings of a third name: the one that was parted leaves.
        if not article and spelling in root and root[spelling] == root.get(name, name):
            del root[spelling], why[spelling]
    for merge in found.merges:
        low, high = root.get(merge.key, merge.key), root.get(merge.root, merge.root)
        if low != high:
            for key in [low, *(key for key, at in root.items() if at == low)]:
                root[key] = high
                why.setdefault(key, merge.why)
            why[low] = merge.why
        if merge.key != high:
            why[merge.key] = merge.why
    roots = {SameName(high, high, "") for high in root.values()}
    joined = {SameName(key, high, why[key]) for key, high in root.items() if key != high}
    return tuple(sorted(roots | joined, key=lambda one: one.key))


def parted(
    names: Names,
    quotations: Sequence[Quotation],
    partings: Mapping[tuple[str, str], str],
    own: OwnKind | None = None,
) -> Names:
    """The names of an article with the parted spellings as names of their own.

    `partings`: (key of the name, key of the spelling) → who parted them. `own` says of which kind
    a spelling is then; without it, of the kind of the name.
    """
    concerned = {name for name, _ in partings}
    if not any(entity.key in concerned for entity in names.entities):
        return names
    entities: dict[str, Entity] = {}
    moved: dict[tuple[str, str], str] = {}  # (old key, folded spelling) → new key
    for entity in names.entities:
        for at, mentions in _by_key(entity, partings).items():
            if at == entity.key:
                part = replace(entity, mentions=tuple(mentions))
            else:
                text = mentions[0].text
                author = partings[(entity.key, at)]
                reason = f"{PARTED.format(author)} from {entity.name}"
                kind = own(mentions, entity.type) if own is not None else entity.type
                at = f"{kind}:{at.partition(':')[2]}"
                part = Entity(at, text, kind, tuple(mentions), ((text, reason),))
                moved |= {(entity.key, fold(mention.text)): at for mention in mentions}
            entities[at] = _together(entities[at], part) if at in entities else part
    speakers = []
    for number, at in names.speakers:
        said = quotations[number].speaker if number < len(quotations) else None
        speakers.append((number, moved.get((at, fold(said or "")), at)))
    may_speak = {at for at, entity in entities.items() if entity.type in ("person", "organisation")}
    kept = tuple((number, at) for number, at in speakers if at in may_speak)
    return replace(names, entities=tuple(entities.values()), speakers=kept)


def parting(names: Names, partings: Mapping[tuple[str, str], str]) -> set[tuple[str, str]]:
    """Which partings have an effect on the names of an article."""
    return {
        (entity.key, at)
        for entity in names.entities
        for at in _by_key(entity, partings)
        if at != entity.key
    }


def joined(names: Names, roots: Mapping[str, tuple[SameName, str]]) -> Names:
    """The names of an article under the names they stand for (key → join, name of the root)."""
    if not any(entity.key in roots for entity in names.entities):
        return names
    entities: dict[str, Entity] = {}
    for entity in names.entities:
        at, shown = entity.key, entity
        if at in roots:
            same, name = roots[at]
            at = same.root
            reasons = dict(entity.why)
            for mention in entity.mentions:
                reasons.setdefault(mention.text, same.why)
            if same.why:
                reasons[entity.name] = same.why
            why = tuple((text, reason) for text, reason in reasons.items() if reason)
            shown = Entity(at, name, _type_of(at), entity.mentions, why)
        entities[at] = _together(entities[at], shown) if at in entities else shown
    speakers = tuple(
        (number, roots[at][0].root if at in roots else at) for number, at in names.speakers
    )
    return replace(names, entities=tuple(entities.values()), speakers=speakers)


def spoken_anew(names: Names, quotations: Sequence[Quotation]) -> Names:
    """The names with who of them speaks which quotation, as these now stand."""
    from corpus.entities.naming import speakers

    return replace(names, speakers=speakers(quotations, names.entities))


def _by_key(entity: Entity, partings: Mapping[tuple[str, str], str]) -> dict[str, list[Mention]]:
    found: dict[str, list[Mention]] = {}
    for mention in entity.mentions:
        spelling = spelling_key(entity.key, mention.text)
        at = spelling if (entity.key, spelling) in partings else entity.key
        found.setdefault(at, []).append(mention)
    return found


def _together(one: Entity, other: Entity) -> Entity:
    """One entity with the mentions of both, in reading order."""
    mentions = sorted(
        {*one.mentions, *other.mentions},
        key=lambda m: (READING_ORDER[m.within], m.paragraph, m.start),
    )
    why = dict(other.why) | dict(one.why)
    return replace(one, mentions=tuple(mentions), why=tuple(why.items()))


def _type_of(key: str) -> EntityType:
    return cast(EntityType, key.partition(":")[0])
