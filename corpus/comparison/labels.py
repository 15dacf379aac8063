"""What each side calls the same people and things, with counts.

In go two `Side`s with their names, out come `Labels`: for an entity that both name its spellings
with the titles and nouns that stand at them ("the Assad regime"), for a family of words the
members that each side uses ("rebels" here, "insurgents" there). Counted, never judged.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.article import Entity, Names
from corpus.comparison import families
from corpus.comparison.attributing import attributing
from corpus.comparison.families import FAMILY, MEMBERS
from corpus.comparison.result import SAID, Label, Labels
from corpus.comparison.sides import Side
from corpus.comparison.surnames_alone import borne, not_told_apart, surname
from corpus.text import fold
from corpus.words import Token

_OF_PEOPLE = frozenset(("armed groups", "those who protest", "those who come"))
"""Families that are counted in all of an article. What happens, and who rules, may be another
raid, another country's rulers: those count only in sentences that face one which names them too."""
_PLAIN = frozenset(
    """said says say saying told tells tell telling added adds adding wrote writes writing tweeted
    tweets tweeting asked asks posted reported reports stated continued replied responded
    spoke""".split()
) | {"according to", "went on"}
"""Verbs that only say that something was said: using one is no choice of a word."""
_STATE = "Islamic State"
_STATE_NAMES = {"isis": "ISIS", "isil": "ISIL", "daesh": "Daesh", "daish": "Daesh"}
_SOUGHT = frozenset((*MEMBERS, *_STATE_NAMES, "islamic"))
BEHIND = frozenset(
    """regime government administration forces troops army group militants rebels fighters
    terrorists jihadists insurgents militia supporters loyalists camp family network movement
    organisation organization party""".split()
)
BEFORE = frozenset(
    """president prime minister chancellor king queen prince princess senator governor mayor
    general colonel captain sergeant secretary dictator strongman leader ruler tyrant autocrat
    chief chairman chairwoman rebel militant terrorist jihadist suspect gunman attacker killer
    billionaire tycoon former ex-president mr mrs ms dr sir lord lady judge justice pope ayatollah
    sheikh emir sultan so-called self-styled self-proclaimed embattled beleaguered disgraced
    controversial""".split()
)
_OF_PERSONS = frozenset(
    """mr mrs ms dr sir lord lady judge justice pope ayatollah sheikh emir sultan suspect gunman
    attacker killer billionaire tycoon ex-president former""".split()
)
"""Those of them that only a person is called."""
_DOING = frozenset(("suspect", "judge", "rebel"))  # verbs too: "experts suspect Samsung is"
_POLITICAL = frozenset("separatist islamist extremist revolutionary crowd mob".split())
"""Words for people of a family that others are called by too: parties, politicians, any crowd."""
_AS_ADJECTIVE = re.compile(
    r"[Tt]errorist\s(?:acts?|attacks?|links?|plots?|threats?|incidents?|atrocit|crimes?|bombing)"
)
_MOST = 40  # entities that are looked at, the most named first
_SENTENCES = 5  # listed with a label


def labels(
    left: Side,
    right: Side,
    left_names: Names | None,
    right_names: Names | None,
    facing: Iterable[tuple[int, int]],
) -> tuple[Labels, ...]:
    """Labels of entities that both name and of families that both use, where they differ.

    `facing`: pairs of sentences of both sides that stand side by side.
    """
    found = list(_of_entities(left, right, left_names, right_names))
    ours, theirs = _of_families(left), _of_families(right)
    _keep_facing(ours, theirs, set(facing))
    for name in dict.fromkeys((*ours, *theirs)):
        if ours.get(name) and theirs.get(name):
            found.append(_labels(name, "family", ours[name], theirs[name]))
    return tuple(one for one in found if one.only_left or one.only_right or _may_differ(one))


def _may_differ(one: Labels) -> bool:
    """Whether a surname alone stands on one side only, and is not told apart there."""
    return bool(one.apart_left) != bool(one.apart_right)


Uses = dict[str, list[int]]  # label → the sentences that use it, once for each use


def _keep_facing(
    ours: dict[str, Uses], theirs: dict[str, Uses], facing: set[tuple[int, int]]
) -> None:
    """Leave of what happens only the uses in sentences that face one with a word for it; of people
    those of words that others are called by too."""
    for name in ours.keys() & theirs.keys():
        if name in (SAID, _STATE):
            continue
        here, there = ({n for at in uses[name].values() for n in at} for uses in (ours, theirs))
        both = {(i, j) for i, j in facing if i in here and j in there}
        for uses, kept in ((ours, {i for i, _ in both}), (theirs, {j for _, j in both})):
            left = {
                word: at
                if name in _OF_PEOPLE and word not in _POLITICAL
                else [n for n in at if n in kept]
                for word, at in uses[name].items()
            }
            uses[name] = {word: at for word, at in left.items() if at}


def _of_families(side: Side) -> dict[str, Uses]:
    """For each family the members that a side uses, names set aside, and its cues."""
    found: dict[str, Uses] = defaultdict(lambda: defaultdict(list))
    for sentence, forms, words in zip(side.sentences, side.forms, side.words, strict=True):
        surfaces = side.surfaces[sentence.i]
        if words.isdisjoint(_SOUGHT) and "IS" not in surfaces:
            continue
        for word, begin, _ in families.uses(sentence.text, words, sentence.role == "title"):
            if _AS_ADJECTIVE.match(sentence.text, begin):
                continue  # "what he called a terrorist act"
            found[FAMILY[word]][word].append(sentence.i)
        for n, (surface, form) in enumerate(zip(surfaces, forms, strict=True)):
            if form in _STATE_NAMES:
                found[_STATE][_STATE_NAMES[form]].append(sentence.i)
            elif surface == "IS" and not sentence.text.isupper():
                found[_STATE]["IS"].append(sentence.i)
            elif form == "islamic" and forms[n + 1 : n + 2] == ("state",):
                found[_STATE][_STATE].append(sentence.i)
    found[SAID].update(attributing(side))
    return found


def _of_entities(
    left: Side, right: Side, left_names: Names | None, right_names: Names | None
) -> Iterable[Labels]:
    if left_names is None or right_names is None:
        return
    theirs = {e.key: e for e in right_names.entities}
    both = [(e, theirs[e.key]) for e in left_names.entities if e.key in theirs]
    both.sort(key=lambda pair: -len(pair[0].mentions) - len(pair[1].mentions))
    unclear = _by_surname(left_names), _by_surname(right_names)
    for one, other in both[:_MOST]:
        found = _labels(one.name, "entity", _spellings(left, one), _spellings(right, other))
        alone = [by.get(surname(one.name)) if one.type == "person" else None for by in unclear]
        if " " in one.name and any(alone):
            found = _with_unclear(found, _unclear(left, alone[0]), _unclear(right, alone[1]))
        yield found


def _by_surname(names: Names) -> dict[str, Entity]:
    """The surnames that stand alone and that several persons of an article bear."""
    bearers = borne(names)
    return {surname(e.name): e for e in names.entities if not_told_apart(e, bearers)}


def _unclear(side: Side, alone: Entity | None) -> tuple[Label, ...]:
    return _counted(_spellings(side, alone)) if alone is not None else ()


def _with_unclear(found: Labels, left: tuple[Label, ...], right: tuple[Label, ...]) -> Labels:
    """Labels beside surnames alone that may be theirs: what the other side may use is no label of
    one side only."""
    ours, theirs = _forms(left), _forms(right)
    return replace(
        found,
        only_left=tuple(x for x in found.only_left if not _same_form(x, theirs)),
        only_right=tuple(x for x in found.only_right if not _same_form(x, ours)),
        apart_left=left,
        apart_right=right,
    )


def _same_form(label: str, known: set[str]) -> bool:
    return not known.isdisjoint(_forms([Label(label, 1, ())]))


def _spellings(side: Side, entity: Entity) -> Uses:
    """How a side names an entity, with the nouns that stand right before and behind the name."""
    uses: Uses = defaultdict(list)
    written: dict[str, str] = {}
    for mention in entity.mentions:
        at = side.sentence_at(mention.within, mention.paragraph, mention.start)
        if at is None:
            continue
        sentence, tokens = side.sentences[at], side.tokens[at]
        start, end = mention.start - sentence.start, mention.end - sentence.start
        before = [t for t in tokens if t.end <= start]
        behind = [t for t in tokens if t.start >= end]
        while (
            before
            and before[-1].word in BEFORE
            and start - before[-1].end <= 2
            and _calls(entity, before, sentence.text)
        ):
            start = before.pop().start
        if behind and behind[0].word in BEHIND and behind[0].start - end <= 3:
            end = behind[0].end
        text = " ".join(sentence.text[start:end].split())
        key = fold(text).removesuffix("'s")
        label = written.setdefault(key, text.removesuffix("’s").removesuffix("'s"))
        uses[label].append(at)
    return uses


def _calls(entity: Entity, before: Sequence[Token], text: str) -> bool:
    """Whether the last of the words before a name is what it is called, and no verb, nor a word
    for persons before what is none."""
    word = before[-1].word
    if word in _OF_PERSONS and entity.type != "person":
        return False
    if word not in _DOING or len(before) < 2:
        return True
    ahead = before[-2]
    return ahead.word in ("the", "a", "an") or not (
        ahead.word.endswith("s") and text[ahead.end : before[-1].start] == " "
    )


def _labels(of: str, kind: str, ours: Uses, theirs: Uses) -> Labels:
    left, right = _counted(ours), _counted(theirs)
    known = _forms(left), _forms(right)
    return Labels(
        of=of,
        kind="entity" if kind == "entity" else "family",
        left=left,
        right=right,
        only_left=tuple(x.text for x in left if not _forms([x]) & known[1] and _tells(of, x)),
        only_right=tuple(x.text for x in right if not _forms([x]) & known[0] and _tells(of, x)),
    )


def _forms(labels: Iterable[Label]) -> set[str]:
    """Labels without dots and endings, and their initials: "Muslims" is "Muslim", "the U.S." the
    United States."""
    found: set[str] = set()
    for label in labels:
        words = [w for w in fold(label.text).replace(".", "").split() if w != "the"]
        found.add(" ".join(w[:-1] if len(w) > 3 and w.endswith("s") else w for w in words))
        if len(words) > 1:
            found.add("".join(w[0] for w in words))
    return found


def _tells(of: str, label: Label) -> bool:
    """Whether a label says more than the plainest one would."""
    return of != SAID or label.text not in _PLAIN


def _counted(uses: Uses) -> tuple[Label, ...]:
    found = [Label(text, len(at), tuple(sorted(set(at))[:_SENTENCES])) for text, at in uses.items()]
    return tuple(sorted(found, key=lambda label: (-label.count, label.text)))
