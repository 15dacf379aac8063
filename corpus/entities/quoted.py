"""Titles in quotation marks: a book, a film or an article is called all that stands between them.

Models cut them ("The Salt Road and the Rise of Vell" ends at "and"), or take their words for names
of their own. In go a passage and what a model found in it; out come the titles as works.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.entities.recogniser import RawSpan

_QUOTED = re.compile(r"[“\"]((?:(?:The|A|An) )?([A-Z0-9][^“”\"\n]{1,90}?))[,.;?]*[”\"]")
_CALLED = re.compile(  # what is called so is a work, though a model sees nothing
    r"\b(?:album|article|book|column|documentary|essay|film|memoir|movie|musical|novel|op-ed|play|podcast"
    r"|poem|sitcom|song)(?: (?:called|titled|entitled|headlined))?[,:]? $"
    r"|\b(?:titled|entitled|headlined)[,:]? $"
)
_SMALL = frozenset(
    "a an the of on in at to for from with and or but by as vs v is into over than nor via".split()
)
_EDGES = ",.:;?()'’‘-"


def titles(text: str, raw: Sequence[RawSpan]) -> Iterator[RawSpan]:
    """The works whose titles stand in quotation marks, as a model has them in part or as the words
    before say."""
    if "“" not in text and text.count('"') < 2:
        return
    for match in _QUOTED.finditer(text):
        if not _is_title(match[1]):
            continue
        start, end = match.span(2)
        parts = [s for s in raw if start - 5 <= s.start and s.end <= match.end() and s.start < end]
        whole = any(s.start <= start and end <= s.end for s in parts)
        seen = any(s.type == "work" for s in parts) and " " in match[2]
        if (seen and not whole) or _CALLED.search(text, max(0, match.start() - 40), match.start()):
            yield RawSpan(start, start + len(match[2].rstrip()), "work")


def _is_title(words: str) -> bool:
    """Whether all words but the small ones have capitals: no sentence, and nothing shouted."""
    if "!" in words or words.isupper():
        return False
    bare = [word for each in words.split() if (word := each.strip(_EDGES))]
    return (
        bool(bare)
        and not bare[-1][0].islower()
        and all(not word[0].islower() or word in _SMALL for word in bare)
    )
