"""What "of" adds to a noun: "members [of the Syrian army]", and where it ends.

In go a text and the place behind "of", out comes the noun phrase that stands there, or its end.
"""

from __future__ import annotations

import re

from corpus.figures.nouns import (
    NOT_PARTICIPLES,
    PARTICIPLE,
    POSTPOSED,
    STOP,
    VERBS,
    plural,
)
from corpus.quotations.words import DETERMINERS

WORD = re.compile(
    r"\s*(?P<w>(?:[A-Z]\.)+|(?:Mr|Mrs|Ms|Dr|St)\.|[^\s,;:.!?()\[\]\"“”«»—–…]{1,60}(?:[.,]\d{1,20}){0,4})"
)
LONGEST = 9  # words of one side of "of"
GOVERNING = re.compile(r"[a-z]+ing (?:the|a|an|my|your|his|her|its|our|their|to)\b")
_ARTICLES = re.compile(r"(?:all )?(?:the|an?|these|those|this|that) |all ")
_WHAT = re.compile(r"what(?: [a-z’']+){1,5}?(?=[,.;:!?)\n]| (?:and|but|or|in|on|at|by|for) |$)")


def complement(text: str, at: int) -> str | None:
    """The noun phrase behind "of" at `at`, without its article; None where none stands."""
    if GOVERNING.match(text, at) is not None:
        return None  # "24 hours of ending a sentence"
    clause = _WHAT.match(text, at)
    if clause is not None:  # "half of what the law allows"
        return clause[0]
    end = complement_end(text, at)
    if end is None:
        return None
    led = _ARTICLES.match(text, at)
    return text[led.end() if led is not None and led.end() < end else at : end].strip() or None


def complement_end(text: str, at: int, depth: int = 0) -> int | None:
    """Where the noun phrase behind "of" ends."""
    here = at
    last: int | None = None
    previous = ""
    for step in range(LONGEST):
        match = WORD.match(text, here)
        if match is None or "\n" in text[here : match.start("w")]:
            break
        word = match["w"]
        lower = word if len(word) > 1 and word.isupper() else word.lower()
        if lower in STOP or lower.endswith("wide"):
            break
        if step and lower in DETERMINERS and lower != "other":
            if (
                last is None
                or previous == "all"
                or (previous.endswith(("'s", "’s")) and lower == "most")
            ):
                here = match.end()
                continue
            break
        if lower.endswith("ly") and plural(previous) and last is not None:
            break
        if lower == "lives" and last is not None and text.startswith(" in ", match.end()):
            break
        if (lower in VERBS and plural(previous)) or (last is not None and lower in POSTPOSED):
            break
        if lower == "of":
            if last is None:
                break
            further = complement_end(text, match.end() + 1, depth + 1) if depth < 2 else None
            return further if further is not None else last
        participle = PARTICIPLE.fullmatch(word.lower()) and lower not in NOT_PARTICIPLES
        if (
            last is not None
            and participle
            and (plural(previous) or (word.islower() and word.endswith("ed")))
        ):
            break  # "members of the guard killed"
        here = match.end()
        if lower not in DETERMINERS:
            last = here
        previous = word
    return last
