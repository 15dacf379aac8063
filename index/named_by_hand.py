"""Names as people corrected them in one article: of another kind, no name, or one that was missed.

What the recogniser found is kept as it was found; these functions make of it what holds, from the
names of an article, its texts and the decisions about them. Values in, values out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple, cast, get_args

from corpus.article import READING_ORDER, Article, Entity, EntityType, Mention, Names
from corpus.text import fold, plain
from index.judged import NAME_TYPE, NAME_WORDS, TITLE, BadJudgement, in_force
from index.places import LONGEST, Span, again, overlap, parsed, standing

if TYPE_CHECKING:
    from index.reports import Judgement

NO_NAME: Final = "none"
MARKED = "marked by {}"
TYPES: Final = get_args(EntityType)


@dataclass(frozen=True, slots=True)
class ByHand:
    """What people decided about the names of one article.

    `kinds`: key of a name → the decision of which kind it is, or that it is none. `words`: words,
    or a place of words → the decision whose name they are, or nobody's; the last decided last.
    """

    kinds: Mapping[str, Judgement] = field(default_factory=dict)
    words: Mapping[str, Judgement] = field(default_factory=dict)
    titled: bool = False  # the article has another title than it was read with

    @property
    def decisions(self) -> tuple[Judgement, ...]:
        """All of them."""
        return (*self.kinds.values(), *self.words.values())


def by_hand(judgements: Iterable[Judgement]) -> ByHand:
    """What holds of the judgements about the names of one article."""
    kinds: dict[str, Judgement] = {}
    words: dict[str, Judgement] = {}
    titled = False
    for one in in_force(judgements):
        titled = titled or one.field == TITLE
        of = {NAME_TYPE: kinds, NAME_WORDS: words}.get(one.field)
        if of is not None:
            of.pop(one.target or "", None)
            if one.value is not None:
                of[one.target or ""] = one
    return ByHand(kinds, words, titled)


def validated(field: str, value: str | None, target: str | None) -> None:
    """BadJudgement when no archive could follow what is decided about a name in an article."""
    if field == NAME_TYPE:
        _key(target)
        if value not in (None, NO_NAME, *TYPES):
            raise BadJudgement(
                f"A name is of the kind {', '.join(TYPES)}, or {NO_NAME}; not {value!r}."
            )
        return
    place = parsed(target)
    words = place.words if place else target or ""
    if not any(map(str.isalnum, words)) or len(words) > LONGEST or words != words.strip():
        raise BadJudgement(
            "A name is marked by its words as they stand in the text, without blanks around them "
            f"and {LONGEST} characters long at most."
        )
    if value in (None, NO_NAME):
        return
    kind, _, name = value.partition(":")
    if kind not in TYPES or not any(map(str.isalnum, name)) or len(name) > LONGEST:
        raise BadJudgement(
            f"Whose name words are is written as person:Ann Bell, {LONGEST} characters long at "
            f"most, or {NO_NAME}; not {value!r}."
        )


def _key(key: str | None) -> None:
    kind, _, name = (key or "").partition(":")
    if kind not in TYPES or not name.strip() or key != fold(key or "") or len(name) > LONGEST:
        raise BadJudgement(f"A name is given by its key, such as person:ann bell, not {key!r}.")


def key_of(named: str) -> str:
    """The key of a name that a person wrote with its kind: "person:Ann Bell"."""
    kind, _, name = named.partition(":")
    return f"{kind}:{fold(plain(' '.join(name.split())))}"


def places_of(target: str, article: Article) -> list[Span]:
    """Where in an article the words stand that a decision is about; none where they are gone."""
    place = parsed(target)
    found = standing(article, place.words if place else target)
    if place is None:
        return found
    number = again([span[:3] for span in found], place)
    return [] if number is None else [found[number]]


def carried(names: Names, article: Article) -> Names:
    """The names of an article under a title that they were not found in: each as it is written
    in the text, wherever it stands in the title."""
    entities = _without({e.key: e for e in names.entities}, lambda at: at.within == "title")
    title = replace(article, standfirst=None, paragraphs=())
    taken: list[Span] = []
    spellings = sorted(
        {(mention.text, key) for key, entity in entities.items() for mention in entity.mentions},
        key=lambda one: (-len(one[0]), one),
    )
    for words, key in spellings:
        for span in standing(title, words):
            if not _meets(taken, span):
                taken.append(span)
                new = Mention(*span, words)
                both = tuple(sorted((*entities[key].mentions, new), key=_place))
                entities[key] = replace(entities[key], mentions=both)
    return replace(names, entities=tuple(entities.values()))


class Corrected(NamedTuple):
    """The names of an article as corrected, and the ids of the decisions that changed something."""

    names: Names
    holding: frozenset[str]


def corrected(
    names: Names,
    article: Article,
    found: ByHand,
    root: Callable[[str], str],
    part: Callable[[Names, str], Names],
) -> Corrected:
    """The names of an article with what was marked by hand, under the kinds that people gave.

    `root` gives the key of the name that a key stands for: a decision about one is about both.
    `part` parts the spellings of the name with a key, which a kind may have given it.
    """
    every = carried(names, article) if found.titled else names
    every, marks, holding = _marked(every, article, found.words, root)
    for target, decision in found.kinds.items():
        every, matched = _of_kind(every, target, decision, root, marks)
        if matched:
            holding.add(decision.id)
            every = part(every, f"{decision.value}:{target.partition(':')[2]}")
    here = {_span(mention) for entity in every.entities for mention in entity.mentions}
    holding |= {made.id for span, made in marks.items() if span in here}
    return Corrected(every, frozenset(holding))


def _marked(
    names: Names, article: Article, words: Mapping[str, Judgement], root: Callable[[str], str]
) -> tuple[Names, dict[Span, Judgement], set[str]]:
    """The names with what was marked and without what is said to be none; what stands marked, by
    which decision; and the decisions that took a name away.

    All names that were read give way where they overlap marked words. Words that were marked
    wherever they stand give way to longer ones that were marked too, and to longer spellings of
    the name they are said to be.
    """
    marks: dict[Span, Judgement] = {}
    gone: set[str] = set()
    if not words:
        return names, marks, gone
    entities = {entity.key: entity for entity in names.entities}
    for target, decision in words.items():
        spans = places_of(target, article)
        if decision.value == NO_NAME:
            before = entities
            entities = _without(entities, spans.__contains__)
            if entities != before:
                gone.add(decision.id)
            continue
        named = decision.value or ""
        key = key_of(named)
        if parsed(target) is None:
            own = [e for e in entities.values() if root(e.key) == root(key)]
            held = [*marks, *(_span(mention) for entity in own for mention in entity.mentions)]
            spans = [span for span in spans if not any(_holds(one, span) for one in held)]
        if not spans:
            continue
        entities = _without(entities, partial(_meets, spans))
        new = tuple(
            Mention(*span, article.text_of(span.within, span.paragraph)[span.start : span.end])
            for span in spans
        )
        entity = entities.get(key) or _named(named)
        entities[key] = _with(entity, new, MARKED.format(decision.author))
        marks = {span: made for span, made in marks.items() if not _meets(spans, span)}
        marks |= dict.fromkeys(spans, decision)
    return replace(names, entities=tuple(sorted(entities.values(), key=_first))), marks, gone


def _of_kind(
    names: Names,
    target: str,
    decision: Judgement,
    root: Callable[[str], str],
    marks: Mapping[Span, Judgement],
) -> tuple[Names, bool]:
    """The names with one of them under the kind that a person gave it, or without it; and whether
    it is there. A later decision may be about the key that an earlier one gave.

    Of a name that is said to be none, words stay that were marked later, or as another name that
    only stands for it.
    """
    entities: dict[str, Entity] = {}
    matched = False
    for entity in names.entities:
        at = entity.key
        if at == target or root(at) in (target, root(target)):
            if decision.value == NO_NAME:
                stays = {s for s, made in marks.items() if at != target or made.at > decision.at}
                left = tuple(m for m in entity.mentions if _span(m) in stays)
                matched = matched or len(left) < len(entity.mentions)
                if left:
                    entities[at] = replace(entity, mentions=left)
                continue
            matched = True
            kind = cast(EntityType, decision.value)
            entity = replace(entity, key=f"{kind}:{target.partition(':')[2]}", type=kind)
        known = entities.get(entity.key)
        entities[entity.key] = _together(known, entity) if known else entity
    return replace(names, entities=tuple(entities.values())), matched


def _without(entities: Mapping[str, Entity], goes: Callable[[Span], bool]) -> dict[str, Entity]:
    """The entities without some of their mentions; one that has none left is none."""
    kept = {}
    for key, entity in entities.items():
        mentions = tuple(mention for mention in entity.mentions if not goes(_span(mention)))
        if mentions:
            same = len(mentions) == len(entity.mentions)
            kept[key] = entity if same else replace(entity, mentions=mentions)
    return kept


def _named(named: str) -> Entity:
    """An entity that has no mention yet."""
    kind, _, name = named.partition(":")
    return Entity(key_of(named), " ".join(name.split()), cast(EntityType, kind), ())


def _with(entity: Entity, mentions: Sequence[Mention], reason: str) -> Entity:
    """An entity with further mentions, all of the same words, and why they are its."""
    why = dict(entity.why)
    why.setdefault(mentions[0].text, reason)
    both = sorted((*entity.mentions, *mentions), key=_place)
    return replace(entity, mentions=tuple(both), why=tuple(why.items()))


def _together(one: Entity, other: Entity) -> Entity:
    """One entity with the mentions of both, in reading order."""
    mentions = tuple(sorted({*one.mentions, *other.mentions}, key=_place))
    return replace(one, mentions=mentions, why=tuple((dict(other.why) | dict(one.why)).items()))


def _span(mention: Mention) -> Span:
    return Span(mention.within, mention.paragraph, mention.start, mention.end)


def _place(mention: Mention) -> tuple[int, int, int]:
    return READING_ORDER[mention.within], mention.paragraph, mention.start


def _first(entity: Entity) -> tuple[int, int, int]:
    return min(map(_place, entity.mentions))


def _holds(one: Span, other: Span) -> bool:
    """Whether a stretch lies within a longer one."""
    return overlap(one, other) and one != other and one.start <= other.start <= other.end <= one.end


def _meets(spans: Sequence[Span], at: Span) -> bool:
    return any(overlap(at, span) for span in spans)
