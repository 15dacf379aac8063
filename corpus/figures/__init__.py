"""Numbers with what they count: the texts of one article come in, its figures go out.

Counts, money, percentages, ages, durations, votes, odds, ordinals, measures and dates, in
digits and in words, with hedges and ranges. Numbers that belong to names ("Channel 4"),
times and telephone numbers are no figures, and a date is resolved only as far as the
text and the day of publication give it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.article import Figure, Where
from corpus.figures.agreed import agreed
from corpus.figures.attacks import with_attacks
from corpus.figures.beginnings import beginnings
from corpus.figures.carried import CARRIED, SAYING, carried, continued
from corpus.figures.dates import day_of
from corpus.figures.reader import Reader
from corpus.figures.words import MAY_BEGIN

_MAY = re.compile(r"\b(?:Theresa|Mrs\.?|Ms\.?|Mr\.?|Miss|Dr\.?|Prime Minister|Premier) May\b")
_TO_MAY = re.compile(r"\b(?:to|and|by|of|from|before|after) $")
_MONTHS = r"(?:January|February|March|April|June|July|August|September|October|November|December)"
_OF_MAY = re.compile(rf"(?:\b(?:end|start|beginning|middle|close|month) of|{_MONTHS} (?:to|and)) $")
_BESIDE_MAY = re.compile(rf" (?:to|and|until|through) {_MONTHS}\b")
_BEFORE_MAY = 24  # characters in which they stand


def figures(texts: Sequence[tuple[Where, int, str]], published: str | None) -> tuple[Figure, ...]:
    """The figures of an article's texts, in reading order; `published` is its ISO day."""
    day = day_of(published)
    found: list[Figure] = []
    earlier: Figure | None = None  # the last one of the text before that says so
    places = beginnings([text for _, _, text in texts])
    for (within, paragraph, text), here in zip(texts, places, strict=True):
        reader: Reader | None = None
        said: Figure | None = None  # the last one of this text that says what it counts
        reached = 0
        for at, word in here:
            if at < reached:
                continue
            if word in MAY_BEGIN and MAY_BEGIN[word].match(text, at + len(word)) is None:
                continue
            if reader is None:
                reader = Reader(within, paragraph, text, day)
            figure, reached = reader.read(at, word, reached)
            if figure is not None:
                if said is not None and figure.kind in CARRIED:
                    figure = carried(figure, said, text)
                elif said is None and earlier is not None:
                    figure = continued(figure, earlier, text)
                found.append(figure)
                if figure.kind in SAYING and figure.about is not None:
                    said = figure
                reached = max(reached, figure.end)
        earlier = said if text[-1:] != ":" or said is not None else earlier
    return agreed(with_attacks(_no_people(found, texts), texts, day), day, texts)


def _no_people(found: list[Figure], texts: Sequence[tuple[Where, int, str]]) -> list[Figure]:
    """The figures without "May" where that is a person's name and no word leads a month's."""
    named = [one for one in found if one.text == "May" and one.kind == "date"]
    if not named or not any(_MAY.search(text) for _, _, text in texts):
        return found
    of = {(within, paragraph): text for within, paragraph, text in texts}
    people = {id(one) for one in named if _is_person(one, of[one.within, one.paragraph])}
    return [one for one in found if id(one) not in people]


def _is_person(one: Figure, text: str) -> bool:
    """Whether "May" stands as a person's name may; "from March to May" and "to the end of May" are
    of the month."""
    before = text[max(0, one.start - _BEFORE_MAY) : one.start]
    if _TO_MAY.search(before) is None or _OF_MAY.search(before) is not None:
        return False
    return _BESIDE_MAY.match(text, one.end) is None
