"""An attribution, and the quotation that is made of it: places and words in, records out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus.article import Quotation, QuotationKind, Where
from corpus.first_names import is_given
from corpus.frozen import quickly_made
from corpus.quotations.marks import Marked

_GAP = 200  # characters of an attribution inside one speech
_SINGLE = "'‘’‚‹"
_CLOSING = {True: "'’›", False: '"”»'}  # by whether the opening mark is a single one
_BACK = 6  # paragraphs of one speech before its only attribution
_GLUED = re.compile(  # "Lena OrlovaGOP", "Orlova MORE", "Quill DailyLena"
    r"\bMORE\b|[a-z]{2}[A-Z]{2,}\b|(?:Daily|Times|News|Post|Press|Herald|Journal)[A-Z][a-z]"
)
_GLUED_NAME = re.compile(r"\b[A-Z][a-z]{4,}[A-Z][a-z]")  # no "FitzGerald", "DelBene", "DiCaprio"


@quickly_made
@dataclass(frozen=True, slots=True)
class Said:
    """An attribution: the subject as written, its cue, whether it touches the quotation."""

    subject: str | None
    cue: str | None
    near: bool
    sure: bool = True
    dependent: bool = False  # the verb has the subject of its sentence: "..., adding that"
    pronoun: str | None = None  # that stands before the cue for a name further ahead
    ahead: str = ""  # words of its sentence before the quotation, where it stands behind

    def unsure(self) -> Said:
        """The same attribution, which may be wrong: `replace` takes four times as long."""
        return Said(
            self.subject, self.cue, self.near, False, self.dependent, self.pronoun, self.ahead
        )


def quotation(
    within: Where,
    paragraph: int,
    text: str,
    span: Marked,
    kind: QuotationKind,
    said: Said | None,
) -> Quotation:
    """The quotation of a marked span; without a speaker nothing of it is sure.

    What a page's links have run into a speaker is never sure.
    """
    named = said is not None and said.subject is not None
    return Quotation(
        within,
        paragraph,
        span.start,
        span.end,
        text[span.inner_start : span.inner_end].strip(),
        kind,
        said.subject if said is not None else None,
        said.cue if named and said is not None else None,
        named and said is not None and said.sure and not is_run_together(said.subject or ""),
    )


@lru_cache(maxsize=1024)
def is_run_together(speaker: str) -> bool:
    """Whether a speaker holds what a page's links left: "MORE on Monday", "Lena OrlovaGOP"."""
    if _GLUED.search(speaker) is not None:
        return True
    return _GLUED_NAME.search(speaker) is not None and any(map(is_given, speaker.split()))


def give_back(found: list[Quotation], here: int, text_of: Callable[[Quotation], str]) -> None:
    """Spans of one continued speech that came before its only attribution get it too.

    `here` is where the quotations of the paragraph with the attribution begin, `text_of` gives a
    quotation's text. What stands in single marks within double ones is another's, and a
    quotation that was closed, or that lies a paragraph of others back, is none of the speech.
    """
    later = next((q for q in found[here:] if q.speaker is not None), None)
    if later is None:
        return
    mark = _opening(later, text_of(later))
    at, paragraph = here - 1, later.paragraph
    while at >= 0 and found[at].speaker is None and found[at].kind == "direct":
        q = found[at]
        text = text_of(q)
        if q.paragraph < later.paragraph - _BACK or _opening(q, text) != mark:
            break
        if text[q.end - 1] in _CLOSING[mark] and q.paragraph != paragraph:
            break
        found[at] = replace(q, speaker=later.speaker, cue=later.cue, sure=later.sure)
        paragraph = q.paragraph
        at -= 1


def _opening(found: Quotation, text: str) -> bool:
    """Whether a quotation begins with a single mark."""
    return text[found.start] in _SINGLE


def same_speech(gap: str, number: int) -> bool:
    """Whether a span goes on with the speech before it, only parted by its attribution."""
    clean = gap.strip()
    return number > 0 and len(clean) < _GAP and clean[-1:] in (".", ",", ";", "—", "-", "", "…")
