"""Whether a sentence that has what another article quotes has it in the very same words.

In go a quotation and a sentence of the other `Side`; out comes how that tells it: in
other words, in the same without marks of quotation, or behind a mark that opens a quotation and is
closed nowhere (a paragraph of a longer quotation), so that it was not read as one.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from corpus.article import Quotation
from corpus.comparison.result import Telling
from corpus.comparison.sides import Side
from corpus.comparison.utterances import canonical
from corpus.first_names import is_given
from corpus.words import written

SAME_WORDS = 0.9  # of a quotation's words that stand in a row over there, but for small gaps
_RUN = 2  # words in a row that count
_OPENS = re.compile(r"[“\"«„]|(?<![^\W_])[‘'](?=\w)")
_CLOSES = re.compile(r"[”\"»]|(?<=[.,!?…])[’'](?!\w)")
_OFFICE = re.compile(
    r"(?:(?:[A-Z][\w’'.-]*|the|of|for|and|former|mayor|president|minister)\s+){0,6}"
    r"(?P<name>[A-Z][\w’'-]+\s[A-Z][\w’'-]+)\s(?=[a-z])"
)


def told_as(quotation: Quotation, other: Side, sentence: int) -> Telling:
    """How a sentence of `other`, with those of its paragraph, tells what is quoted."""
    asked = canonical(quotation.text)[0]
    here = other.sentences[sentence]
    text = other.article.text_of(here.within, here.paragraph)
    words, _, places = canonical(text)
    bare = [[word.removesuffix("'s") for word in one] for one in (asked, words)]
    matcher = SequenceMatcher(None, bare[0], bare[1], autojunk=False)  # "the exhibit's moat"
    blocks = [b for b in matcher.get_matching_blocks() if b.size >= min(_RUN, len(asked))]
    matched = sum(b.size for b in blocks)
    if not blocks or matched < SAME_WORDS * len(asked):
        return "otherwise"
    spread = blocks[-1].b + blocks[-1].size - blocks[0].b
    if spread * SAME_WORDS > len(asked):
        return "otherwise"  # its words stand there, and others between them
    begins = places[blocks[0].b]
    return "quoted_too" if _in_marks(text, begins) else "in_its_words"


def _in_marks(text: str, begins: int) -> bool:
    """Whether a mark before a place opens a quotation that is not closed before it."""
    opened = [match.end() for match in _OPENS.finditer(text) if match.end() <= begins]
    if not opened:
        return False
    closing = _CLOSES.search(text, opened[-1], begins)
    straight = text[opened[-1] - 1] == '"' and text.count('"', 0, begins) % 2 == 0
    return closing is None and not straight


def opens_with_another(side: Side, sentence: int, speaker: str | None) -> bool:
    """Whether a sentence begins with a person, by forename and surname, who is not the speaker:
    what she offers in the speaker's words is no report of his."""
    found = _OFFICE.match(side.sentences[sentence].text)
    if found is None or speaker is None or not is_given(found["name"].split()[0]):
        return False
    own = {word.lower() for word in written(speaker)}
    return own.isdisjoint(word.lower() for word in side.surfaces[sentence])
