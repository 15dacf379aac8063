"""Captions that say so at their end: a picture credit closes them, however long they are.

A line's text comes in; the reason it is a caption comes out, or None.
"""

from __future__ import annotations

import re

LONGEST = 90  # words; of what agencies write themselves 130

_AGENCY_PHOTO = re.compile(r"\((?:AP|AFP|EPA|UPI|Reuters) Photo[/:][^()]{2,40}\)\W*$")
_SERIES = re.compile(r"\bHide Caption \d{1,3} of \d{1,3}\W*$")
_NAMED = re.compile(
    r"\((?:(?:AP|AFP|Reuters) )?(?:[Pp]hotos?|Images?): [^()]{2,80}\)\W*$|"
    r"(?<=[.!?”\"’)] )(?:Photographs?|Photos?|PHOTO): [A-ZÀ-Þ][^.!?:;“\"]{2,70}$"
)
# Behind a full stop: a page's title may end in a question mark, a bar and "Reuters".
_BARRED = re.compile(
    r"[.”\"'’] \| (?:[A-ZÀ-Þ][\w.'’\-]*[ ,/]+){0,6}?"
    r"(?:AP|AFP|EPA|REUTERS|Reuters|Getty|POLITICO|Bloomberg)\b"
)
LEAST = 10  # words of such a caption


def closing_credit(text: str, words: int) -> str | None:
    """Why a line is a caption: it ends in a credit that calls itself one, or holds one behind a
    bar, where a headline may be glued to it."""
    end = text[-90:]
    if "hoto" in end or "PHOTO" in end or "mage" in end:
        if words > LONGEST:
            return "ends in a picture credit" if _AGENCY_PHOTO.search(text[-60:]) else None
        if words >= 6 and text[0] not in "([" and _NAMED.search(end):
            return "ends in a picture credit"
    if " | " in text and LEAST <= words <= LONGEST and _BARRED.search(text):
        return "holds a picture credit behind a bar"
    return None


def ends_a_series(text: str) -> bool:
    """Whether a line ends as the captions of a series of pictures do, however long it is."""
    return "ide Caption" in text and _SERIES.search(text) is not None
