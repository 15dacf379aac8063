"""Reported speech: "the minister said that ...", taken only where subject, verb and clause stand.

The clause behind "that" is the span, up to the end of its sentence. Sentences that hold
quotation marks are left to the direct quotations in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.quotations.said import Said
from corpus.quotations.subjects import subject_before
from corpus.quotations.words import REPORTING
from corpus.trie import trie

_THAT = re.compile(
    rf"\b(?P<cue>{trie(REPORTING)})(?P<gap>(?:\s(?:[\w’'-]+)){{0,5}}?,?)\sthat\s(?=[^\s,.])"
)
_NO_REPORT = re.compile(r"\b(?:to|not|never|n[’']t|is|was|are|were|been|be|being)\s*$")
_OBJECT = re.compile(r"\b(?:and|or|but|the|a|an|of|all|those|anything|something)\s*$")
_FEWEST = 3  # words of a clause that reports something


def may_report(text: str) -> bool:
    """The cheap test: only "that" begins what is kept as reported speech."""
    return " that " in text


def reported(
    text: str, sentences: Sequence[tuple[int, int]], taken: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, Said]]:
    """Spans of reported speech in a text, with what was said by whom."""
    for start, end in sentences:
        if taken and any(a < end and b > start for a, b in taken):
            continue
        at = text.find(" that ", start, end)
        if at < 0:
            continue
        if REPORTING.isdisjoint(text[max(start, at - 70) : at].replace(",", "").split()):
            continue
        match = _THAT.search(text, max(start, at - 80), min(end, at + 400))
        if match is None or _OBJECT.search(match["gap"]):
            continue
        head = text[start : match.start()]
        if _NO_REPORT.search(head):
            continue
        subject = subject_before(head, False) if head.strip() else None
        if subject is None:
            continue
        clause_end = end
        while clause_end > match.end() and text[clause_end - 1] in '.!?…)"”’ ':
            clause_end -= 1
        if text.count(" ", match.end(), clause_end) < _FEWEST - 1:
            continue
        yield match.end(), clause_end, Said(subject, match["cue"], True)
