"""What a person may decide about names: of which kind one is, that it is none, one that was missed.

Takes an open article, gives the decisions offered and what was decided before.
"""

from __future__ import annotations

import re
from typing import Final

from corpus.article import Entity
from corpus.text import fold
from index.correcting_names import Spread, place_target
from index.judged import NAME_TYPE, NAME_WORDS
from index.named_by_hand import NO_NAME, places_of
from index.places import Span, standing
from tui.views.choice import Option
from tui.views.decided import a_kind
from tui.views.decision import Decision
from tui.views.lenses import KINDS, Mark
from tui.views.lines import counted, shown
from tui.views.reading import Reading

HERE: Final = "here"
ARTICLE: Final = "article"
EVERYWHERE: Final = "everywhere"
MARK: Final = "mark"
"""How the option is called in which words are yet to be named."""

_CAPITALS = re.compile(
    r"[^\W\d_a-z][\w’'-]*(?:\s(?:(?:of|the|and|de|van|al)\s)?[^\W\d_a-z][\w’'-]*)*"
)


def kinds_offered(reading: Reading, entity: Entity) -> list[Option]:
    """The decisions about the kind of a name, and the way back where one was made."""
    name = shown(entity.name)
    found = [
        Option(f"{name} is no {entity.type} but …", Decision(NAME_TYPE, None, entity.key)),
        Option(f"{name} is no name …", Decision(NAME_TYPE, NO_NAME, entity.key)),
    ]
    if decided_kind(reading, entity):
        option = Option(f"{name} is of the kind that was read", Decision(NAME_TYPE, "", entity.key))
        found.append(option)
    return found


def decided_kind(reading: Reading, entity: Entity) -> bool:
    """Whether a person said of which kind a name is."""
    return any(
        one.judgement.field == NAME_TYPE
        and f"{one.judgement.value}:{(one.judgement.target or '').partition(':')[2]}" == entity.key
        for one in reading.record.decisions
    )


def back_here(reading: Reading) -> list[Option]:
    """The way back from what was decided about names that stand in the current sentence."""
    sentence = reading.sentence
    if sentence is None or reading.names is None:
        return []
    article, found = reading.record.article, []
    here = Span(sentence.within, sentence.paragraph, sentence.start, sentence.end)
    for one in reading.record.decisions:
        made, target = one.judgement, one.judgement.target or ""
        if made.field == NAME_WORDS:
            spans = places_of(target, article)
        elif made.field == NAME_TYPE and made.value == NO_NAME:
            spans = standing_folded(reading, target.partition(":")[2])
        else:
            continue
        for span in spans:
            if span[:2] == here[:2] and here.start <= span.start < here.end:
                words = article.text_of(span.within, span.paragraph)[span.start : span.end]
                decision = Decision(made.field, "", target)
                found.append(Option(f"“{shown(words)}” is as it was read", decision))
                break
    return found


def standing_folded(reading: Reading, name: str) -> list[Span]:
    """Where a name stands in an article, whatever its case and accents."""
    from tui.views.lenses import find_spans

    return [
        Span(within, paragraph, start, end)
        for within, paragraph, text in reading.record.article.texts()
        for start, end in find_spans(text, name)
    ]


def mark_offered(reading: Reading) -> list[Option]:
    """Whether words of the current sentence may be marked as a name."""
    if reading.sentence is None or reading.names is None:
        return []
    return [Option("words here are a name …", Decision(NAME_WORDS, None, MARK))]


def words_offered(reading: Reading, typed: str) -> list[Option]:
    """Words of the current sentence that may be a name: in capitals and not marked yet, narrowed
    by what is typed."""
    sentence, names = reading.sentence, reading.names
    if sentence is None or names is None:
        return []
    text = reading.record.article.sentence_text(sentence)
    marked = [
        (m.start - sentence.start, m.end - sentence.start)
        for entity in names.entities
        for m in entity.mentions
        if (m.within, m.paragraph) == (sentence.within, sentence.paragraph)
    ]
    found = dict.fromkeys(
        match[0]
        for match in _CAPITALS.finditer(text)
        if not any(start <= match.start() and match.end() <= end for start, end in marked)
    )
    wanted = fold(typed.strip())
    return [Option(shown(words), words) for words in found if wanted in fold(words)]


def places_told(reading: Reading, words: str) -> list[Span]:
    """Where words stand in the article, that of the current sentence first."""
    sentence = reading.sentence
    spans = standing(reading.record.article, words)
    if sentence is None:
        return spans
    return sorted(
        spans,
        key=lambda s: (
            s[:2] != (sentence.within, sentence.paragraph)
            or not sentence.start <= s.start < sentence.end
        ),
    )


def whose(reading: Reading, words: str, typed: str) -> list[Option]:
    """Whose name words may be: a new one of each kind, then the names of the article."""
    wanted = fold(typed.strip())
    new = [
        Option(f"{shown(words)}, {kind}", f"{kind}:{words}", style=kind, note="a new name")
        for kind in KINDS
    ]
    known = [
        Option(shown(e.name), e.key, note=e.type, style=e.type)
        for e in (reading.names.entities if reading.names else ())
    ]
    return [one for one in (*new, *known) if wanted in fold(one.label)]


def other_kinds(entity: Entity) -> list[Option]:
    """The kinds that a name may be of instead."""
    return [Option(kind, kind, style=kind) for kind in KINDS if kind != entity.type]


def where_holds(
    reading: Reading, entity: Entity, value: str, spread: Spread, mark: Mark | None
) -> list[Option]:
    """Where a decision about the kind of a name holds: at one place, in this article, in all."""
    name = shown(entity.name)
    is_so = f"{name} is no name" if value == NO_NAME else f"{name} is {a_kind(value)}"
    found = []
    if value == NO_NAME and mark is not None and len(entity.mentions) > 1:
        words = reading.record.article.text_of(*mark.place)[mark.start : mark.end]
        found.append(Option(f"“{shown(words)}” is no name at this place alone", HERE))
    places = counted(len(entity.mentions), "place")
    found.append(Option(f"{is_so} in this article", ARTICLE, note=places))
    if len(spread.ids) > 1 and not spread.unsafe:
        articles = counted(len(spread.ids), "article")
        found.append(Option(f"{is_so} in the {articles} that name it now", EVERYWHERE))
    return found


def place_of(reading: Reading, mark: Mark) -> str:
    """What a judgement calls the place of a mark."""
    span = Span(mark.within, mark.paragraph, mark.start, mark.end)
    return place_target(reading.record.article, span)
