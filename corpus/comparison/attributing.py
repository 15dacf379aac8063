"""Where an article's verbs of saying stand, each counted once however many pieces it leads in.

In goes a `Side`, out come the verbs of its quotations with the sentences that hold them: of
"“Yes,” she said. “No.”" two quotations have one "said". Quotations bring the verb without its place
(`Quotation.cue`), so it is looked for around them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from corpus.article import Quotation, Where
from corpus.comparison.sides import Side


def attributing(side: Side) -> dict[str, list[int]]:
    """Each verb that leads in a quotation, with the sentence of each of its places in the text, in
    their order. A verb that stands nowhere near its quotation is not counted: it was taken over
    from another place where the same words are quoted."""
    return _Verbs(side).found()


class _Verbs:
    """The verbs of one article, looked for in its paragraphs less what they quote."""

    def __init__(self, side: Side) -> None:
        self._side = side
        self._quoted: defaultdict[tuple[Where, int], list[tuple[int, int]]] = defaultdict(list)
        for q in side.article.quotations:
            if q.kind != "indirect":
                self._quoted[q.within, q.paragraph].append((q.start, q.end))
        self._bare: dict[tuple[Where, int], str] = {}
        self._places: dict[tuple[Where, int, str], list[tuple[int, int, int | None]]] = {}

    def found(self) -> dict[str, list[int]]:
        """The verbs with the sentences of their places."""
        seen: dict[str, dict[tuple[Where, int, int], int]] = defaultdict(dict)
        for quotation in self._side.article.quotations:
            place = self._place(quotation) if quotation.cue else None
            if place is not None and quotation.cue is not None:
                sentence = self._side.sentence_at(*place)
                if sentence is not None:
                    seen[quotation.cue.lower()][place] = sentence
        return {cue: sorted(places.values()) for cue, places in seen.items()}

    def _place(self, quotation: Quotation) -> tuple[Where, int, int] | None:
        """Where the verb of a quotation stands: in a sentence that it begins or ends in, else the
        nearest before it in its paragraph, else behind it, else last in the paragraph above ("She
        added:"); of 6,334 quotations of 626 articles 6,282 have it so."""
        within, paragraph = quotation.within, quotation.paragraph
        begin, end = quotation.start, quotation.end
        indirect = quotation.kind == "indirect"
        here = [
            one
            for one in self._in(quotation, paragraph)
            if not indirect or one[1] <= begin or one[0] >= end
        ]
        own = frozenset(self._side.sentences_in(within, paragraph, begin, end))
        beside = [one for one in here if one[2] in own]
        for some in (beside, [one for one in here if one[1] <= begin], here):
            if some:
                nearest = min(some, key=lambda at: max(begin - at[1], at[0] - end))
                return within, paragraph, nearest[0]
        above = self._in(quotation, paragraph - 1) if within == "body" and paragraph else []
        return (within, paragraph - 1, above[-1][0]) if above else None

    def _in(self, quotation: Quotation, paragraph: int) -> list[tuple[int, int, int | None]]:
        """The places of a quotation's verb in a paragraph, outside of what is quoted there, each
        with its sentence."""
        within, cue = quotation.within, quotation.cue or ""
        known = self._places.get((within, paragraph, cue))
        if known is None:
            text = self._less_quoted(within, paragraph)
            at = self._side.sentence_at
            known = self._places[within, paragraph, cue] = [
                (*m.span(), at(within, paragraph, m.start())) for m in _pattern(cue).finditer(text)
            ]
        return known

    def _less_quoted(self, within: Where, paragraph: int) -> str:
        """The text of a paragraph with blanks for what it quotes."""
        if (within, paragraph) not in self._bare:
            letters = list(self._side.article.text_of(within, paragraph))
            for begin, end in self._quoted[within, paragraph]:
                letters[begin:end] = " " * (end - begin)
            self._bare[within, paragraph] = "".join(letters)
        return self._bare[within, paragraph]


@lru_cache(maxsize=512)
def _pattern(cue: str) -> re.Pattern[str]:
    words = r"\s+".join(map(re.escape, cue.split()))
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)
