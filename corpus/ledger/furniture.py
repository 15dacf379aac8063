"""Sentences that state nothing a ledger could hold: a name, a label, why nobody is named.

In goes a sentence's text, out comes whether it says only that its source spoke without a name, or
nothing at all ("Hide Caption", "John Kerry"), and whether it says what it says without those
before it. Such sentences stand in many articles in the same words and would fill a ledger with
rows, or name rows that nobody understands.
"""

from __future__ import annotations

import re
import unicodedata

_BARE = 5  # words of a name or label
_LONG = 30  # words of a sentence that only says why nobody is named
_CLOSING = '.!?…”"。！？؟।॥'  # marks of sentences, full-width and of other scripts too
_NAMELESS = re.compile(
    r"^(?!.*\bsaid\b)(?:[\w’'.-]+\s){0,8}?(?:[\w’'.-]+,\swho\s)?"
    r"(?:(?:all\s|both\s)?(?:spoke|speaking|talked)\b[^.;]{0,60}\banonym\w+"
    r"|(?:was|is|were|are|wasn[’']t|isn[’']t|weren[’']t|aren[’']t)\s(?:not\s)?authori[sz]ed to\s"
    r"(?:\w+\s)?(?:speak|discuss|comment|talk)\b"
    r"|(?:asked|declined|requested|insisted|wished|wanted)\s[^.;]{0,20}"
    r"(?:not (?:to )?be (?:named|identified)|to be (?:named|identified)|(?:on )?anonymity))"
    r"(?!\s(?:also|and|but|said|told|took|was|were|had)\b)",
    re.IGNORECASE,
)
_PICTURE = re.compile(
    r"\s*(?:(?:Hide|Show|Expand|Toggle)\s[Cc]aption\b|FILE\s*[-–—]|(?:In this|A)\b[^.]{0,60}\bfile "
    r"photo\b|(?:Photos?|Image|Video|Pictured?|Watch|Listen|Read more|Related|Play video)\s?[:|])"
)
_HANGS = re.compile(
    r"[\s\"“‘'(]*(?:but|and|or|so|yet|nor|however|still|instead|then|also|meanwhile|because|besides"
    r"|moreover|otherwise|therefore|similarly|likewise|nevertheless|in addition|for example"
    r"|for instance|for comparison|as a result|in fact|in other words|either way"
    r"|he|she|it|they|we|i|you|his|her|their|its|our|this|that|these|those|such|another|others"
    r"|both|neither|there|here|one of them|the two|the latter)\b",
    re.IGNORECASE,
)
_SIGNS = re.compile("anonym|uthori|named|identified", re.IGNORECASE)


def states_nothing(text: str) -> bool:
    """Whether a sentence is a bare name or label, or only says that its source is not named.

    >>> states_nothing("The officials were not authorised to discuss the matter in public.")
    True
    >>> states_nothing("The ship sank, said an official who spoke on condition of anonymity.")
    False
    """
    words = text.split()
    if _PICTURE.match(text):
        return True
    if len(words) <= _BARE and _is_capitalised(words):
        return text.rstrip()[-1:] not in _CLOSING
    if _SIGNS.search(text) is None:
        return False
    return len(words) <= _LONG and _NAMELESS.match(text) is not None


def reads_alone(text: str) -> bool:
    """Whether a sentence says whom or what it speaks of, and is one: neither hung on the sentence
    before it nor a heading without a mark at its end.

    >>> reads_alone("But he denied it."), reads_alone("Varga denied it.")
    (False, True)
    """
    return _HANGS.match(text) is None and text.rstrip(" )'’")[-1:] in _CLOSING


def _is_capitalised(words: list[str]) -> bool:
    """Whether words begin with capitals as names do; never in a script that has none, nor where
    it is not known where a word begins."""
    if any(word[0].islower() for word in words):
        return False
    letters = "".join(filter(str.isalpha, "".join(words)))
    if not letters.isascii() and any(unicodedata.category(sign) == "Lo" for sign in letters):
        return False
    first = (next(filter(str.isalpha, word), "") for word in words)
    return not letters or any(sign.isupper() for sign in first)
