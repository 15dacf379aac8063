"""Single quotation marks around two words or more: a phrase, as in British papers.

A text and a place in it come in, where the mark closes comes out. Apostrophes stay what they are:
within a word (`obama's`), behind one (`dockers'`), before one (`'tis`, `'90s`).
"""

from __future__ import annotations

import re

_OPENS = {"'": "'’", "‘": "’'", "‚": "‘’", "‹": "›", "`": "`'´"}
_SHORT = re.compile(r"(?:tis|twas|em|til|cause|bout|n|\d\ds?)\b", re.IGNORECASE)
_ENDS = '[()\\[\\]{}"“”„«»\\\\\n]|\\s(?:AND|OR|NOT|(?:NEAR|PRE|[Ww])(?:/\\S*)?)(?=\\s)'
_END = re.compile(_ENDS)  # what no such phrase goes beyond


def single(text: str, at: int) -> tuple[int, int, int]:
    """Where the words begin and end that single marks at a place hold, and where the marks end.

    Three zeros where no phrase of two words or more stands there.

    >>> single("obama's 'red line'", 8), single("'tis the dockers' strike", 0)
    ((9, 17, 18), (0, 0, 0))
    """
    mark = text[at : at + 1]
    if mark not in _OPENS or not mark:
        return 0, 0, 0
    start = at + 1 + (text[at + 1 : at + 2] == mark)  # ``twice'', as typesetters have it
    if _SHORT.match(text, start) or not text[start : start + 1].strip():
        return 0, 0, 0
    barrier = _END.search(text, start)
    closing = re.compile(rf"(?<=\S)([{_OPENS[mark]}]{{1,2}})(?=[\s,.;:?!~^)\]}}]|$)")
    opening = re.compile(rf"(?<=\s){mark}(?=\S)").search(text, start)
    until = min(one.start() for one in (barrier, opening) if one) if barrier or opening else None
    ends = list(closing.finditer(text, start, len(text) if until is None else until + 1))
    sure = [one for one in ends if text[one.start() - 1] not in "sS"] or ends  # dockers' strike'
    if not sure or len(text[start : sure[0].start()].split()) < 2:
        return 0, 0, 0
    return start, sure[0].start(), sure[0].end()
