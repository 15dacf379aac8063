"""From an article to its names: the one path, step by step.

The recogniser sees prose in English only; what it finds is mended, completed from known names,
made consistent through the document, carried into the headline and joined under one name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.article import Article, Entity, Mention, Names, Quotation, Where
from corpus.entities.addressed import FullName, Side, Told, articled, of_a_land, side
from corpus.entities.bounds import unglued
from corpus.entities.candidates import runs
from corpus.entities.carrying import carry
from corpus.entities.consistency import Known, agree, bare, surname
from corpus.entities.corrections import settle
from corpus.entities.english import is_english, is_prose, is_table
from corpus.entities.gazetteer import Alias, aliases_version, gazetteer
from corpus.entities.headline import headline_names
from corpus.entities.joined import Merged, Place, Spelling
from corpus.entities.lexicon import Lexicon, in_capitals
from corpus.entities.merge import key, merge
from corpus.entities.passages import Passage, passages, sender
from corpus.entities.patterns import ARTICLED
from corpus.entities.persons import is_short
from corpus.entities.recogniser import RawSpan, Recogniser
from corpus.quotations.names import strip_titles
from corpus.text import fold

RULES = "names-18"
_OTHERS = re.compile(  # before a person whom somebody else stands for: "spokesman for"
    r"\b(?:for|to|by|with|from|against|under|about)\b|\bof (?:the )?"
    r"(?:(?:former|late|president|mr|mrs|ms|dr|sen|senator|rep|gov|governor|judge|justice)\.? )*$"
)
_ENDS = re.compile(r"\W*$|\s*[,(]|\s(?:of|from|at|on|in|with|and)\b")  # behind who speaks
_BELONGING = frozenset("of for at with from in to on by against".split())
_JOINED = frozenset("of for from at with the its a an".split())  # between a voice and the body
_OWN_VOICE = 3  # words behind a body in which its own voice stands: "Quill press officials"
_VOICES = frozenset(
    "spokesman spokeswoman spokesperson spokespeople spokesmen spokespersons representative "
    "representatives official officials statement report reports release communique memo letter "
    "notice website authority authorities board editorial management leadership lawyer lawyers "
    "attorney attorneys bosses executives group newspaper newspapers magazine channel network "
    "agency movement company party organization organisation".split()
)
"""Whose words are those of the body for which they speak."""


@dataclass(frozen=True, slots=True)
class _Marked:
    """A settled span with the text it stands in."""

    within: Where
    paragraph: int
    offset: int
    text: str
    span: RawSpan

    @property
    def words(self) -> str:
        return self.text[self.span.start : self.span.end]

    @property
    def side(self) -> Side:
        """What the words beside a surname, or a word for many bodies, say of who is meant."""
        if self.words in ARTICLED and self.span.type == "organisation":
            return articled(self.text, self.span.start)
        if self.span.type == "organisation":
            return of_a_land(self.text, self.span.start, self.span.end)
        if self.span.type != "person" or not is_short(self.words):
            return ""
        return side(self.text, self.span.start, self.span.end)

    @property
    def place(self) -> Place:
        return self.span.type, self.words, self.side

    @property
    def mention(self) -> Mention:
        start, end = self.offset + self.span.start, self.offset + self.span.end
        return Mention(self.within, self.paragraph, start, end, self.words)


def find_names(
    article: Article, recogniser: Recogniser, *, aliases: tuple[Alias, ...] = ()
) -> Names:
    """The entities of an article with every mention, and who of them speaks which quotation."""
    known_names = gazetteer(aliases)
    sought = [p for p in passages(article) if is_english(p.text)]
    recognised = _recognise(sought, recogniser, known_names)
    settled = [
        settle(p.text, spans, known_names) for p, spans in zip(sought, recognised, strict=True)
    ]
    settled = unglued([(p.text, spans) for p, spans in zip(sought, settled, strict=True)])
    known = agree(
        [(p.text, spans) for p, spans in zip(sought, settled, strict=True)],
        known_names,
        _publishers(article),
    )
    marked = _in_headline(article, known, known_names)
    for passage, spans in zip(sought, settled, strict=True):
        sent_by = sender(passage) or (0, 0)
        for span in carry(passage.text, spans, known, headline=not is_prose(passage.text)):
            if sent_by[0] <= span.start and span.end <= sent_by[1]:
                continue
            marked.append(
                _Marked(passage.within, passage.paragraph, passage.start, passage.text, span)
            )
    merged = merge(_spellings(marked), known_names, known.acronyms, _told(marked))
    entities = _entities(merged, marked)
    return Names(
        model=f"{recogniser.version}+{RULES}{aliases_version(aliases)}",
        entities=entities,
        speakers=speakers(article.quotations, entities),
    )


def _publishers(article: Article) -> list[str]:
    """The outlet and the agencies, where they are written as names and not as addresses."""
    names = [*([article.outlet] if article.outlet else []), *article.agencies]
    return [name for name in names if name[:1].isupper() and "." not in name]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A part of passage `passage` that the recogniser is to see."""

    passage: int
    start: int
    text: str


def _stretches(sought: Sequence[Passage], known: Lexicon) -> list[_Stretch]:
    """What the recogniser sees: prose only, labels, tables and capitals mislead it."""
    return [
        _Stretch(number, start, passage.text[start:end])
        for number, passage in enumerate(sought)
        if is_prose(passage.text) and not (in_capitals(passage.text) or is_table(passage.text))
        for start, end in runs(passage.text, known)
    ]


def recognisable(article: Article, *, aliases: tuple[Alias, ...] = ()) -> list[str]:
    """The texts that `find_names` will have the recogniser see, to be seen in larger batches."""
    sought = [p for p in passages(article) if is_english(p.text)]
    return [stretch.text for stretch in _stretches(sought, gazetteer(aliases))]


def _recognise(
    sought: Sequence[Passage], recogniser: Recogniser, known: Lexicon
) -> list[list[RawSpan]]:
    """What the recogniser finds in each passage."""
    stretches = _stretches(sought, known)
    found: list[list[RawSpan]] = [[] for _ in sought]
    spans = recogniser.spans([stretch.text for stretch in stretches])
    for stretch, raw in zip(stretches, spans, strict=True):
        at = stretch.start
        found[stretch.passage] += [RawSpan(at + s.start, at + s.end, s.type) for s in raw]
    return found


def _in_headline(article: Article, known: Known, known_names: Lexicon) -> list[_Marked]:
    title = article.title or ""
    return [
        _Marked("title", 0, 0, title, span) for span in headline_names(title, known, known_names)
    ]


def _spellings(marked: Sequence[_Marked]) -> list[Spelling]:
    """The distinct spellings with their counts, in the order in which the body brings them."""
    spellings: dict[Place, Spelling] = {}
    for rank, mark in enumerate(sorted(marked, key=lambda mark: mark.within == "title")):
        new = Spelling(mark.words, mark.span.type, 0, rank, mark.side)
        spellings.setdefault(mark.place, new).count += 1
    return list(spellings.values())


def _told(marked: Sequence[_Marked]) -> Told:
    """What the article says of the people whom it names in full."""
    return Told(
        FullName(mark.words, mark.text, mark.span.start, mark.span.end)
        for mark in marked
        if mark.span.type == "person" and not is_short(mark.words)
    )


def _entities(merged: Sequence[Merged], marked: Sequence[_Marked]) -> tuple[Entity, ...]:
    """Entities in the order of their first mention; equal keys are one entity."""
    of_spelling = {spelling.place: m for m in merged for spelling in m.spellings}
    names: dict[str, Merged] = {}
    mentions: dict[str, list[Mention]] = {}
    why: dict[str, dict[str, str]] = {}
    for mark in marked:
        entity = of_spelling[mark.place]
        at = key(entity.name, entity.type)
        names.setdefault(at, entity)
        mentions.setdefault(at, []).append(mark.mention)
        why.setdefault(at, {}).update(entity.why)
    return tuple(
        Entity(at, names[at].name, names[at].type, tuple(mentions[at]), tuple(why[at].items()))
        for at in names
    )


def speakers(
    quotations: Sequence[Quotation], entities: Sequence[Entity]
) -> tuple[tuple[int, str], ...]:
    """Which person or organisation of the article speaks which quotation, where one is named."""
    spellings: dict[str, Entity] = {}
    people = [e for e in entities if e.type == "person"]
    for entity in [*(e for e in entities if e.type == "organisation"), *people]:  # these prevail
        for text in (entity.name, *(m.text for m in entity.mentions)):
            spellings[fold(text)] = entity
    for person in people:  # "Quill" in twenty places, beside one "Mrs. Quill" who is another
        own = fold(person.name)
        other = spellings[own]
        if other is not person and _times(person, own) > _times(other, own):
            spellings[own] = person
    surnames = Counter(fold(bare(surname(person.name))) for person in people)
    for person in people:
        if surnames[last := fold(bare(surname(person.name)))] == 1:
            spellings.setdefault(last, person)
    found = []
    for number, quotation in enumerate(quotations):
        if not quotation.speaker:
            continue
        spelling = _spelling(fold(quotation.speaker), spellings)
        if spelling is None:
            continue
        speaker = spellings[spelling]
        alone = surname(spelling) == spelling
        if not (alone and _is_another(quotation.speaker, speaker)):
            found.append((number, speaker.key))
    return tuple(found)


def _times(person: Entity, spelling: str) -> int:
    """How often the article writes a person so."""
    return sum(fold(mention.text) == spelling for mention in person.mentions)


def _is_another(said_by: str, entity: Entity) -> bool:
    """Whether who is named in full only bears a surname with a person: "Bill Clinton" is not
    Hillary Clinton, nor whoever is only called Clinton there."""
    one = said_by.rpartition(" and ")[2]  # of several the last
    names = [fold(word) for word in strip_titles(one.split())]
    own = fold(entity.name).split()
    if entity.type != "person" or len(names) < 2 or not own or names[-1] != own[-1]:
        return False
    first = names[0].rstrip(".")
    if not any(first == word or _is_initial(first, word) for word in own[:-1]):
        return True
    between = {word.rstrip(".") for word in names[1:-1]}, {w.rstrip(".") for w in own[1:-1]}
    return all(between) and between[0].isdisjoint(between[1])


def _is_initial(one: str, other: str) -> bool:
    """Whether one of two names is the other's first letter."""
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    return len(short) == 1 and long.startswith(short)


def _spelling(said_by: str, spellings: Mapping[str, Entity]) -> str | None:
    """The spelling of a name that a folded speaker is, or by which it is named within."""
    if said_by in spellings:
        return said_by
    within = [
        spelling
        for spelling, entity in spellings.items()
        if (at := re.search(rf"(?<!\w){re.escape(spelling)}(?!\w)", said_by)) is not None
        and _SPEAKS[entity.type](said_by[: at.start()], said_by[at.end() :])
    ]
    if not within:
        return None
    return max(within, key=lambda s: (spellings[s].type == "person", len(s)))


def _is_spoken_for(before: str, behind: str) -> bool:
    """Whether a body within a speaker speaks, by the folded words before and behind its name.

    "Quill", "the Quill" and "spokesman for Quill" are the body's voice; "journalist for Quill"
    and "the official Quill account" are not.
    """
    ahead, following = before.split(), behind.split()
    if any(word.endswith("ing") for word in ahead):
        return False  # "lawyers suing Quill"
    if not behind.strip(" ,.)") and _BELONGING.isdisjoint(ahead):
        return True
    if following and following[-1] in ("account", "page"):
        return False
    if following[:1] and not _VOICES.isdisjoint(following[:_OWN_VOICE]):
        return _BELONGING.isdisjoint(following[:_OWN_VOICE])
    while ahead and ahead[-1] in _JOINED:
        ahead.pop()
    return bool(ahead) and len(ahead) < len(before.split()) and ahead[-1] in _VOICES


def _is_named(before: str, behind: str) -> bool:
    """Whether a person within a speaker speaks, by the folded words before and behind the name.

    In "spokesman for Orlov", "Orlov's aide" and "Orlov supporter" somebody else does.
    """
    own = before.rpartition(" and ")[2]
    return _OTHERS.search(own) is None and _ENDS.match(behind) is not None


_SPEAKS = {"person": _is_named, "organisation": _is_spoken_for}
