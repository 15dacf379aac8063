"""What is told beside an answer, put together: of each part of a query one sentence.

The sentences of all who have something to tell go in, fewer in the same order come out: where one
says how a part was taken and another that it finds nothing, one says both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

_FINDS_NOTHING = re.compile(r"(?P<part>.+?) finds nothing(?P<so>, so it leaves nothing out)?[.;]")
_TAKEN = re.compile(
    r"(?P<part>.+?):? (?P<how>(?:was (?:looked|taken|read)|is (?:an?|no|\S+ and one letter)).+)"
)
_FINDS = re.compile(r"(?P<part>.+?) finds (?!nothing)")


def told_once(
    repairs: Iterable[str], notes: Iterable[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What was mended in a query and what there is to know of the answer, each part told once.

    >>> told_once((), ("w5 was looked for as a word; NEAR/5 is for near", "w5 finds nothing."))
    ((), ('w5 finds nothing: it was looked for as a word; NEAR/5 is for near',))
    """
    mended, told = list(dict.fromkeys(repairs)), list(dict.fromkeys(notes))
    lost = {found["part"]: found["so"] or "" for found in map(_FINDS_NOTHING.match, told) if found}
    taken = {found["part"] for found in map(_TAKEN.match, (*mended, *told)) if found}
    return tuple(_once(mended, lost, taken)), tuple(_once(told, lost, taken))


def _once(sentences: Iterable[str], lost: Mapping[str, str], taken: set[str]) -> Iterator[str]:
    """The sentences, with what finds nothing told where a part was taken in some way."""
    for one in sentences:
        if (found := _FINDS_NOTHING.match(one)) and found["part"] in taken:
            continue
        if (found := _TAKEN.match(one)) and found["part"] in lost:
            part = found["part"]
            yield f"{part} finds nothing{lost[part]}: it {found['how']}"
        elif not ((found := _FINDS.match(one)) and found["part"] in lost):
            yield one
