"""Who is credited below words that stand alone: "Lena Orlova, Harbour Times" on a line of its own.

The texts of an article and a quotation come in, the attribution goes out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.article import Where
from corpus.quotations.marks import Marked, starts_with_mark
from corpus.quotations.names import CAPITAL, LINK
from corpus.quotations.said import Said

_NAME = rf"{CAPITAL}(?:\s(?:{LINK}\s)?{CAPITAL}){{1,3}}"
_CREDIT = re.compile(
    rf"(?:[—–-]{{1,2}}\s?)?(?P<np>{_NAME}(?:\sand\s{_NAME})?),\s(?:the\s)?"
    rf"{CAPITAL}(?:\s(?:{LINK}\s)?{CAPITAL}){{0,5}}\s*"
)
_PARAGRAPHS = 4  # of one speech, in the last of which or below which its credit stands
_LONGEST = 120  # characters of a credit


def credited(
    texts: Sequence[tuple[Where, int, str]], number: int, text: str, span: Marked
) -> Said | None:
    """Who is credited behind or below a quotation that is all of its paragraph's words.

    `number` is that of the text below the one in which the quotation stands.
    """
    if text[: span.start].strip():
        return None
    line, closed = text[span.end :].strip(), span.closed
    for _, _, below in texts[number : number + _PARAGRAPHS]:
        if line:
            break
        line = below.strip()
        if not closed and starts_with_mark(below):  # the speech goes on
            end = max(below.rfind(mark) for mark in '"”’»')
            closed = end > 0
            line = below[end + 1 :].strip() if closed else ""
    if not line or len(line) > _LONGEST:
        return None
    credit = _CREDIT.fullmatch(line)
    return Said(credit["np"], None, False, False) if credit is not None else None
