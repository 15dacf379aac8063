"""The same words again, in a headline, a subhead or a pull quote: they are the same person's.

The quotations of an article come in, in order; they go out with the speaker of the same words
elsewhere where nobody is named beside them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.article import Quotation, Where
from corpus.quotations.forms import WORK, titled

_REPEATED = 16  # characters from which the same words are the same quotation
_HEADED = 8  # the same of words in a headline or a subhead
_NAME = 4  # blanks in a longest name of a work or a plan: "Roads for All of Us"
_TERM = 4  # blanks of words below which another may use them too: “a right to roads”
_ENDS = ".,!?… "
_MANY = 400  # quotations of one article above which repeated ones are not sought


def with_repeated(
    found: Sequence[Quotation], texts: Sequence[tuple[Where, int, str]]
) -> list[Quotation]:
    """Quotations, those that nobody is named for with the speaker of the same words elsewhere."""
    if len(found) > _MANY:
        return list(found)
    untold = {(q.within, q.paragraph) for q in found if q.speaker is None}
    if not untold:
        return list(found)
    lengths = {(w, n): len(text.strip()) for w, n, text in texts if (w, n) in untold}
    named = [
        (q, q.text.casefold().rstrip(_ENDS))
        for q in found
        if q.speaker is not None and q.kind != "indirect" and " " in q.text
    ]
    given: list[Quotation] = []
    for q in found:
        if q.speaker is not None:
            given.append(q)
            continue
        alone = q.end - q.start >= lengths[q.within, q.paragraph]  # a subhead or a pull quote
        headed = q.within != "body" or alone
        least = _HEADED if headed else _REPEATED
        same: Quotation | None = None
        if len(q.text) >= least and " " in q.text:
            words = q.text.casefold().rstrip(_ENDS)
            name = titled(WORK, q.text)  # 'Smoke Rings', where a headline has no capitals for it
            if words.count(" ") > (1 if headed else _NAME) or not name:
                same = next((n for n, said in named if words in said or said in words), None)
            if same is not None and name and q.text.rstrip(_ENDS) in same.text:
                same = None
        if q.within == "title" and " " not in q.text and len(q.text) >= _HEADED:
            word = q.text.casefold().strip(_ENDS)
            same = next((n for n, said in named if word in said.split()), None)
        if same is not None and len(same.text) >= least:
            term = not headed and q.text.count(" ") < _TERM
            q = replace(q, speaker=same.speaker, cue=same.cue, sure=same.sure and not term)
        given.append(q)
    return given
