"""Signs that no word has, so that they cannot be searched: `$`, `%`, `°`, `+`, `#`, `@`, and `?`.

A word or phrase goes in, the same without them and what to say of it come out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.query.numbers import read_numbers
from index.query.tokens import Lexeme
from index.query.tree import QueryError

_CURRENCIES = "$€£¥₹₽₩₪₺₴¢%‰"
_SIGNS = re.compile(rf"[{_CURRENCIES}°©®§]|(?<!\w)[+#@]+|[+#@]+(?!\w)")
_GLUED = re.compile(r"(?<=[^\W\d_]),(?=[^\W\d_])")
_TIMES = frozenset(("thousand", "million", "billion", "trillion", "percent"))


def without_signs(text: str) -> str:
    """A word or phrase without its signs; between two letters `+`, `#`, `@` are none.

    >>> without_signs("US$20 a barrel"), without_signs("C++ code"), without_signs("moss@x.example")
    ('US 20 a barrel', 'C code', 'moss@x.example')
    """
    return " ".join(_SIGNS.sub(" ", text).split()) if _SIGNS.search(text) else text


def unsearched(written: str, word: str, after: Sequence[Lexeme] = ()) -> list[str]:
    """What to say of signs in what was written that the word looked for is without.

    `after` is what follows, where it may belong to a figure: `$1 million`.

    >>> unsearched("20%", "20")
    ['20% was looked for as 20: signs are not searched; number:20% finds the figure']
    """
    if not _SIGNS.search(written):
        return []
    said = f"{written} was looked for as {without_signs(word)}: signs are not searched"
    figure = _figure(written, after)
    return [f"{said}; number:{figure} finds the figure" if figure else said]


def unsearched_in_phrase(text: str, pattern: str) -> list[str]:
    """What to say of signs between quotation marks; `pattern` as of `wording.phrase_pattern`.

    >>> unsearched_in_phrase("gun control?", "")
    ['the ? in "gun control?" is punctuation; within a word it is one letter, * is any one word']
    """
    said = unsearched(text, text)
    if "?" in text and (not pattern or r"\?" in pattern):
        said.append(
            f'the ? in "{text}" is punctuation; within a word it is one letter, * is any one word'
        )
    if "!" in text:
        said.append(f'the ! in "{text}" is punctuation; * at a word is for any ending')
    return said[:1]


def glued(raw: str) -> list[str]:
    """What to say of a comma between two words as they were written, without a blank behind it.

    >>> glued("climate,change"), glued("250,000")
    (['climate,change is a phrase; climate OR change is for one or the other.'], [])
    """
    parts = _GLUED.split(raw)
    if len(parts) < 2:
        return []
    return [f"{raw} is a phrase; {' OR '.join(filter(None, parts))} is for one or the other."]


def _figure(written: str, after: Sequence[Lexeme]) -> str:
    """The value of `number:` that a figure with its sign is; empty where it is none."""
    found = written.rstrip(".,;:!?")
    if after and after[0].text.lower() in _TIMES:
        found = f"{found} {after[0].text}"
    try:
        read_numbers(found)
    except QueryError:
        return ""
    return found if any(sign in found for sign in _CURRENCIES) else ""
