"""Who is credited below words that stand alone, "Lena Orlova, Harbour Times" on a line of its own,
or above them: "Lena Orlova: What the ferry needs", her name alone, the day.

The texts of an article and a quotation come in, the attribution goes out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.article import Where
from corpus.first_names import is_given
from corpus.quotations.marks import Marked, starts_with_mark
from corpus.quotations.names import full_name
from corpus.quotations.said import Said
from corpus.quotations.subjects import forward

_NAME = full_name(2, 4)
_CREDIT = re.compile(
    rf"(?:[—–-]{{1,2}}\s?)?(?P<np>{_NAME}(?:\sand\s{_NAME})?),\s(?:the\s)?"
    rf"{full_name(1, 6)}\s*"
)
_DASHED = re.compile(  # "-- Mayor Lena Orlova, D-Norland, at a dinner in May"
    r"(?:--|—|–)\s?(?P<np>[^,;:.“”\"]{2,60}(?:\.\s[^,;:.“”\"]{2,40})?)(?:[,.]\s.*|\s.*)?"
)
_HEADING = re.compile(rf"(?P<np>{_NAME}): \S.{{8,90}}[^.:;”\"]")
_ALONE = re.compile(_NAME)
_DAY = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r" \d{1,2}(?:, \d{4})?"
)
_ABOVE = 3  # lines above words that stand alone: a heading, a name, a day
_PARAGRAPHS = 4  # of one speech, in the last of which or below which its credit stands
_OPENING = '"“'
_DASHES = ("--", "—", "–")
_AT_LENGTH = 300  # characters of a credit that tells where it was said
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
    credit = _CREDIT.fullmatch(line) if 0 < len(line) <= _LONGEST else None
    if credit is not None:
        return Said(credit["np"], None, False, False)
    dashed = _DASHED.match(line) if line.startswith(_DASHES) and len(line) < _AT_LENGTH else None
    if dashed is not None:
        name = forward(dashed["np"])
        if name is not None and len(name.split()) > 1 and is_given(name.split()[0]):
            return Said(name, None, False, False)
    return None


def headed(texts: Sequence[tuple[Where, int, str]], number: int, text: str) -> Said | None:
    """Whose words a heading right above a quotation that opens its paragraph says they are.

    `number` is that of the text below the one in which the quotation stands. The heading names
    somebody and a subject; between it and the words may stand the name once more and the day.
    """
    if text[:1] not in _OPENING:
        return None
    again: str | None = None
    for within, _, line in reversed(texts[max(0, number - 1 - _ABOVE) : number - 1]):
        if within != "body" or len(line) > _LONGEST:
            return None
        heading = _HEADING.fullmatch(line)
        if heading is not None:
            if not is_given(heading["np"].split()[0]):
                return None  # "Harbour Council Elections: What we know"
            return Said(heading["np"], None, False, False)
        if _DAY.fullmatch(line) is None and again is None and _ALONE.fullmatch(line):
            again = line
        elif _DAY.fullmatch(line) is None:
            return None
    return None
