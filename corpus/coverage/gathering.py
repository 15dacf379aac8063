"""One side's articles read one after the other: what is kept of each is counts.

A `Gathered` takes an article with its names and lets it go; it keeps the words, who is quoted,
who is named and in which form, each with the number of the article.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from corpus.article import Article, Entity, EntityType, Names, Quotation, Where
from corpus.comparison.families import MEMBERS, uses
from corpus.comparison.labels import BEFORE, BEHIND
from corpus.coverage.result import Count, Measure
from corpus.coverage.roles import is_of_one, role_of
from corpus.coverage.somebody import is_somebody
from corpus.coverage.speaking import full_names, is_thing, text_of
from corpus.coverage.words import Bag, Vocabulary
from corpus.denials import is_denied
from corpus.quotations.words import NOT_NAMES
from corpus.text import fold

ROLES_TRIED = 60  # articles in which it is looked what a speaker is

_NEXT_WORD = re.compile(r"[ \u00a0]([^\W\d_]+)\b")

Places = Counter[int]  # number of an article → how often something stands in it


@dataclass(slots=True)
class Speaking:
    """What one speaker is quoted with."""

    names: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    by_surname: Counter[str] = field(default_factory=Counter)  # "President", of a surname alone
    full_names: Counter[str] = field(default_factory=Counter)  # of a surname alone, by articles
    direct: Places = field(default_factory=Counter)
    indirect: Places = field(default_factory=Counter)
    words: int = 0
    indirect_words: int = 0


@dataclass(slots=True)
class Naming:
    """An entity as one side names it: where, and in which forms."""

    name: str
    type: EntityType
    places: Places = field(default_factory=Counter)
    forms: defaultdict[str, Places] = field(default_factory=lambda: defaultdict(Counter))  # folded
    written: dict[str, str] = field(default_factory=dict)  # folded form → as it is written


class Gathered:
    """The articles of one side, counted."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.bag = Bag(vocabulary)
        self.speaking: defaultdict[str, Speaking] = defaultdict(Speaking)
        self.unnamed = Speaking()
        self.cues: defaultdict[str, Places] = defaultdict(Counter)
        self.names: dict[str, Naming] = {}
        self.recognised = 0
        self._nouns: list[tuple[str, int, int]] = []  # word of a family, line, article

    def add(self, article: Article, names: Names | None) -> None:
        """Take in the next article."""
        number = self.bag.articles
        said = list(running(article))
        for sentence, words, line in zip(
            said, *self.bag.add((text for text, _ in said), article.outlet), strict=True
        ):
            if not MEMBERS.keys().isdisjoint(words):
                for word, _, _ in uses(sentence[0], words, sentence[1]):
                    self._nouns.append((word, line, number))
        speakers = dict(names.speakers) if names is not None else {}
        called = {entity.key: entity.name for entity in names.entities} if names else {}
        for at, quotation in enumerate(article.quotations):
            if is_said(article, quotation):
                self._hear(article, quotation, speakers.get(at), called, number)
        if names is not None:
            self.recognised += 1
            for entity in names.entities:
                self._name(article, entity, number)

    def measure(self) -> Measure:
        """How much there is."""
        said = [*self.speaking.values(), self.unnamed]
        return Measure(
            articles=self.bag.articles,
            words=self.bag.words(),
            recognised=self.recognised,
            quotations=sum(one.direct.total() for one in said),
            quoted_words=sum(one.words for one in said),
            indirect=sum(one.indirect.total() for one in said),
            indirect_words=sum(one.indirect_words for one in said),
            unnamed=counted(self.unnamed.direct),
            unnamed_words=self.unnamed.words,
        )

    def nouns(self) -> dict[str, Places]:
        """Where words of families stand outside of lines that run through an outlet's articles."""
        standing, found = self.bag.standing(), defaultdict[str, Places](Counter)
        for word, line, number in self._nouns:
            if line not in standing:
                found[word][number] += 1
        return found

    def naming(self, key: str) -> Count:
        """The mentions of an entity."""
        return counted(self.names[key].places) if key in self.names else Count()

    def _hear(
        self,
        article: Article,
        quotation: Quotation,
        speaker: str | None,
        called: Mapping[str, str],
        number: int,
    ) -> None:
        key = "" if is_denied(article, quotation) else voice_key(article, quotation, speaker)
        one = self.speaking[key] if key else self.unnamed
        name = called.get(speaker or "") or " ".join((quotation.speaker or "").split())
        words = len(quotation.text.split())
        if quotation.kind == "indirect":
            one.indirect[number] += 1
            one.indirect_words += words
        else:
            one.direct[number] += 1
            one.words += words
        if quotation.cue:
            self.cues[fold(quotation.cue)][number] += 1
        if not key:
            return
        one.names[name] += 1
        fresh = one.direct[number] + one.indirect[number] == 1
        if fresh and not speaker and " " not in name and name[:1].isupper():
            one.full_names.update(full_names(name, text_of(article)))
        if fresh and len(one.direct.keys() | one.indirect.keys()) <= ROLES_TRIED:
            role = role_of(name, _bodies(article), quotation.paragraph)
            if role:
                whose = f"{role} {name}".casefold()
                surely = not is_of_one(role) or whose in text_of(article).casefold()
                (one.roles if surely else one.by_surname)[role] += 1

    def _name(self, article: Article, entity: Entity, number: int) -> None:
        one = self.names.setdefault(entity.key, Naming(entity.name, entity.type))
        one.places[number] += len(entity.mentions)
        for mention in entity.mentions:
            text = article.text_of(mention.within, mention.paragraph)
            label = form_of(text, mention.start, mention.end)
            one.written.setdefault(fold(label), label)
            one.forms[fold(label)][number] += 1


def voice_key(article: Article, quotation: Quotation, speaker: str | None) -> str:
    """What a voice goes by: the entity where it is known, else its name; empty for nobody, for a
    name whose bearer is not surely the speaker, and for what is only read from ("the report")."""
    if not quotation.sure and (speaker or (quotation.speaker or "")[:1].isupper()):
        return ""
    if speaker:
        return speaker
    name = " ".join((quotation.speaker or "").split())
    if not name or is_thing(name) or not is_somebody(name, text_of(article)):
        return ""
    return fold(name).removeprefix("the ")


def counted(places: Places) -> Count:
    """A count that can be opened."""
    return Count(places.total(), len(places), tuple(sorted(places)))


def form_of(text: str, start: int, end: int, nouns: frozenset[str] = BEHIND) -> str:
    """A name with the titles and nouns that stand right at it: "the Assad regime" without "the";
    `nouns` are those behind it that belong to it, before any other it is no label of its own.

    >>> form_of("the embattled President Assad said", 24, 29)
    'embattled President Assad'
    """
    whole, behind = text[start:end], _NEXT_WORD.match(text, end)
    name = whole.removesuffix("’s").removesuffix("'s")
    noun = behind[1] if behind and name == whole and fold(behind[1]) in BEHIND else ""
    if noun and fold(noun) not in nouns:
        return name  # "former Varga aides": what stands before is said of the aides
    taken = _titles(text[max(0, start - 64) : start])
    if taken and fold(taken[-1]) == "former":
        taken = []  # nobody is "former Varga": it is said of who comes behind
    return " ".join((*taken, name, noun) if noun else (*taken, name))


def _titles(before: str) -> list[str]:
    """The titles that stand last in a text, a noun of office with its front part: "Attorney
    General", "EPA chief"."""
    words = before.split()
    if not words or before[-1:] not in (" ", "\u00a0"):
        return []
    taken: list[str] = []
    while words and len(taken) < 4 and _is_title(words[-1]):
        taken.insert(0, words.pop())
    if not taken or fold(taken[0]) not in _OFFICES:
        return taken
    front: list[str] = []
    while words and len(front) < 4 and _is_front(words[-1], front):
        front.insert(0, words.pop())
    if fold(taken[0]) == "general" and fold(front[-1] if front else "") not in _OF_GENERALS:
        return taken  # a rank
    return front + taken


def _is_title(word: str) -> bool:
    plain = fold(word)
    return plain in BEFORE or (plain[-1:] == "." and plain[:-1] in ("mr", "mrs", "ms", "dr"))


def _is_front(word: str, behind: Sequence[str]) -> bool:
    """Whether a word belongs to an office's name before it: "Senate Majority", "EPA"."""
    plain = fold(word)
    if plain in ("former", "acting", "deputy"):
        return True
    known = plain in _FRONTS
    return word.replace("-", "").isalpha() and (
        known or (word[0].isupper() and plain not in _OPENING and behind[:1] != ["former"])
    )


_OFFICES = frozenset(
    "general leader chief secretary minister chairman chairwoman mayor governor judge".split()
)
_OF_GENERALS = frozenset(
    "attorney secretary surgeon solicitor director governor inspector auditor consul".split()
)
_FRONTS = frozenset("prime foreign finance transport majority minority opposition press".split())
_OPENING = frozenset(map(fold, NOT_NAMES)) | frozenset(
    """the a an and but or if when while as in on at by for from with to of under after before
    since that this these those then now so both like yet whereas because though although
    however instead meanwhile did does do is was has had will would should could can may
    what who why how where which where said says monday tuesday wednesday thursday friday
    saturday sunday yesterday today""".split()
)
"""Words with a capital that open a sentence and belong to no office."""


def running(article: Article) -> Iterator[tuple[str, bool]]:
    """The sentences whose words count, of title, body and subheads; and whether it is the title."""
    for sentence in article.sentences:
        if is_running(article, sentence.within, sentence.paragraph):
            yield article.sentence_text(sentence), sentence.within == "title"


def is_running(article: Article, within: Where, paragraph: int) -> bool:
    """Whether the words of a text count."""
    return within == "title" or (
        within == "body" and article.paragraphs[paragraph].role in ("body", "subhead")
    )


def is_said(article: Article, quotation: Quotation) -> bool:
    """Whether a quotation stands in running text: a headline's or pull quote's repeats one."""
    return quotation.within == "body" and article.paragraphs[quotation.paragraph].role == "body"


def _bodies(article: Article) -> Sequence[str]:
    return [p.text for p in article.paragraphs]
