"""What one article says of one entity: where and how it is named, what it says, with whom.

In go an article, its names and the entity's key; out comes an `Appearance`, in which everything
knows its sentence. How an entity is called and what it is said to be follow the rules that
coverage has for outlets. Nothing is counted here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from corpus.article import Article, Entity, Mention, Names, QuotationKind, Where
from corpus.coverage.gathering import form_of, is_said
from corpus.coverage.roles import role_of
from corpus.denials import is_denied
from corpus.text import fold

VERSION = "5"
"""Grows with every change of what an appearance holds, so that nothing older is shown for new."""


@dataclass(frozen=True, slots=True)
class Naming:
    """One mention: the number of its sentence (-1 outside of any), the spelling, and the form
    with the titles and nouns that stand at it."""

    sentence: int
    spelling: str
    form: str


@dataclass(frozen=True, slots=True)
class Saying:
    """Words given as the entity's, and the sentence in which they begin."""

    sentence: int
    kind: QuotationKind
    text: str
    words: int
    cue: str | None
    sure: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """Another entity of the article, and the sentences that name both."""

    key: str
    name: str
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Appearance:
    """One article's part: mentions and sayings in reading order; `role` is what it says that a
    person is, `why` the rule that joined each spelling other than the name."""

    named: tuple[Naming, ...]
    said: tuple[Saying, ...]
    role: str | None
    beside: tuple[Beside, ...]
    why: tuple[tuple[str, str], ...]


def appearance(article: Article, names: Names, key: str) -> Appearance:
    """What an article says of the entity with this key; empty where it does not name it."""
    entity = next((one for one in names.entities if one.key == key), None)
    if entity is None:
        return Appearance((), (), None, (), ())
    sentence_of = _sentences(article)
    named = []
    nouns = _NONE if entity.type == "person" else _OWN
    for mention in entity.mentions:
        text = article.text_of(mention.within, mention.paragraph)
        form = form_of(text, mention.start, mention.end, nouns)
        named.append(Naming(_sentence(sentence_of, mention), bare(mention.text), form))
    here = {one.sentence for one in named if one.sentence >= 0}
    speaking = {number for number, speaker in names.speakers if speaker == key}
    said = tuple(
        Saying(
            sentence_of(quotation.within, quotation.paragraph, quotation.start),
            quotation.kind, quotation.text, len(quotation.text.split()), quotation.cue,
            quotation.sure and speaks(quotation.speaker, entity),
        )
        for number, quotation in enumerate(article.quotations)
        if number in speaking
        and is_said(article, quotation)
        and not is_denied(article, quotation)
    )  # fmt: skip
    role = None
    if entity.type == "person":
        role = role_of(entity.name, [p.text for p in article.paragraphs], 0)
    beside = tuple(
        Beside(other.key, other.name, tuple(sorted(
            {_sentence(sentence_of, mention) for mention in other.mentions} & here
        )))
        for other in names.entities
        if other.key != key
    )  # fmt: skip
    return Appearance(tuple(named), said, role, beside, entity.why)


def speaks(said_by: str | None, entity: Entity) -> bool:
    """Whether who is said to speak is surely this entity: for an organisation itself or who speaks
    for it, not somebody who only has to do with it; a person is settled where names are found.

    >>> body = Entity("organisation:quill", "Quill", "organisation", ())
    >>> speaks("Quill spokeswoman", body), speaks("a former Quill customer", body)
    (True, False)
    """
    if entity.type != "organisation" or not said_by:
        return True
    words = [bare(word) for word in fold(said_by).split()]
    for spelling in {fold(entity.name), *(fold(m.text) for m in entity.mentions)}:
        name = [bare(word) for word in spelling.split()]
        for at in range(len(words) - len(name) + 1):
            rest = (*words[:at], *words[at + len(name) :])
            if words[at : at + len(name)] == name and all(w in _SPEAKS_FOR for w in rest):
                return True
    return False


_SPEAKS_FOR = frozenset(
    """a an the for from of at by its spokesman spokeswoman spokesperson spokesmen spokespeople
    spokespersons official officials authority authorities representative representatives statement
    letter report company group agency newspaper newspapers magazine editorial board movement
    executives lawyers lawyer attorney attorneys senior top one several another unnamed us
    u.s. uk""".split()
)
"""Words beside the name of a body that leave it the one who speaks."""


def bare(spelling: str) -> str:
    """A spelling on one line, without the ending of a possessive.

    >>> bare("Ines Varga's")
    'Ines Varga'
    """
    return " ".join(spelling.split()).removesuffix("’s").removesuffix("'s")


_NONE: frozenset[str] = frozenset()
_OWN = frozenset("group organisation organization party movement network militia army".split())
"""Nouns behind the name of what is no person that mean it and nobody around it."""

SentenceOf = Callable[[Where, int, int], int]


def _sentence(sentence_of: SentenceOf, mention: Mention) -> int:
    return sentence_of(mention.within, mention.paragraph, mention.start)


def _sentences(article: Article) -> SentenceOf:
    """The number of the sentence in which a position lies, or that ended last before it."""
    starts: dict[tuple[Where, int], list[tuple[int, int]]] = {}
    for number, sentence in enumerate(article.sentences):
        at = starts.setdefault((sentence.within, sentence.paragraph), [])
        at.append((sentence.start, number))
    for at in starts.values():
        at.sort()

    def sentence_of(within: Where, paragraph: int, start: int) -> int:
        at = starts.get((within, paragraph), [])
        found = bisect_right(at, (start, len(article.sentences))) - 1
        return at[found][1] if found >= 0 else -1

    return sentence_of
