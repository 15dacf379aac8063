"""The attribution of one quotation, from the places beside it that may give one.

A span of marks in its text comes in; the subject and verb as written go out: what introduces the
words nearest to them, else what follows, else what closes their sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.quotations.anothers import is_asked
from corpus.quotations.behind import after_quotation, end_of_sentence
from corpus.quotations.forms import TERM, names_a_work
from corpus.quotations.marks import Marked
from corpus.quotations.owners import of_owner
from corpus.quotations.phrases import is_press
from corpus.quotations.said import Said
from corpus.quotations.speakers import before_quotation

_CLOSED = re.compile(r"[a-z]{3,}\.\s*$")
_DASHES = frozenset("–—-")
_LEADING_ON = frozenset(",:")
_RELAYS = frozenset({"reports", "reported", "report"})
BEFORE = 500  # characters before it
_AFTER = 260  # characters behind a quotation in which its attribution is sought


def text_behind(text: str, spans: Sequence[Marked], number: int) -> str:
    """What stands behind a span up to the next quotation; marks that hold a title or a name within
    its attribution are none."""
    span = spans[number]
    upto = spans[number + 1].start if number + 1 < len(spans) else len(text)
    after = text[span.end : min(upto, span.end + _AFTER)]
    if number + 1 < len(spans) and names_a_work(text, span, spans[number + 1]):
        upto = spans[number + 2].start if number + 2 < len(spans) else len(text)
        after += text[spans[number + 1].inner_start : spans[number + 1].inner_end]
        after += text[spans[number + 1].end : min(upto, span.end + _AFTER)]
    return after


def attributed(
    text: str,
    sentences: list[tuple[int, int]],
    at_sentence: int,
    span: Marked,
    before: str,
    whole_before: str,
    after: str,
) -> Said | None:
    """The attribution of one span, from the nearest place that gives one."""
    last = text[span.inner_start : span.inner_end].rstrip("'’\"” ")[-1:] or " "
    introduced = before_quotation(before) if before.strip() else None
    if introduced is not None and before.rstrip()[-1:] == "." and _CLOSED.search(before):
        introduced = None  # "..., the pilots said.“We wait,” said Orlov"
    if introduced is not None and introduced.near and introduced.subject and introduced.sure:
        return introduced
    if span.closed:
        whole = text[span.inner_start : span.inner_start + 1].isupper() and len(before) < 2
        behind = after_quotation(after.split("\n", 1)[0], last, whole=whole)
        if after.rstrip()[-1:] == ":" and before.rstrip()[-1:] in _DASHES:
            behind = None  # "Asked about it – “So it ends?” – Orlov said: “...”"
        if (
            introduced is not None
            and introduced.subject
            and introduced.sure
            and last in ".!?"
            and after.rstrip()[-1:] in _LEADING_ON
        ):
            return introduced  # "Orlov called it “a mess.” Aalto argued, “...”"
        if behind is not None and behind.subject is not None:
            relays = behind.cue in _RELAYS and behind.subject[:1].isupper()
            if (relays or is_press(behind.subject)) and whole_before.strip():
                told = before_quotation(whole_before)  # "Orlov said it “flew”, Quill reports"
                if told is not None and told.subject is not None and told.sure:
                    return told
            if introduced is not None:
                if introduced.subject and is_asked(introduced.cue, before, behind.cue):
                    return introduced.unsure()
                if behind.subject in ("he", "she") and _opens_with(introduced, before):
                    return Said(introduced.subject, behind.cue, True)
                return behind
            who, cue = behind.subject, behind.cue
            return Said(who, cue, behind.near, behind.sure, behind.dependent, ahead=before)
    if introduced is None and len(whole_before) > len(before):
        introduced = before_quotation(whole_before)
    if introduced is not None and introduced.subject is not None:
        return introduced
    several_words = text.count(" ", span.inner_start, span.inner_end) >= TERM - 1
    if several_words and (owned := of_owner(before, after)) is not None:
        return owned
    if introduced is not None and introduced.near:
        return introduced  # somebody who is not named: "as someone once said"
    if not span.closed or last in ".!?":
        return None
    while at_sentence + 1 < len(sentences) and sentences[at_sentence][1] < span.end:
        at_sentence += 1
    end = sentences[at_sentence][1]
    return end_of_sentence(text[span.end : end]) if end - span.end < BEFORE else None


def _opens_with(introduced: Said, before: str) -> bool:
    """Whether a colon leads from somebody to his words, so that "he said" behind is he: "Orlov, the
    mayor, was sad: “We wait,” he said"."""
    subject = introduced.subject
    named = subject is not None and subject[:1].isupper() and introduced.cue is None
    return named and before.rstrip()[-1:] == ":"
