"""One person with and without a middle initial: "James B. Quill" and "James Quill".

The keys of persons with one surname come in, each with the number of articles that have it; out
comes which of them is which other. Where two differ in the middle nobody is anybody's: fathers and
sons do.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

KNOWN = 3  # articles that name a person with or without the initial before it is taken for one's
_INITIAL = re.compile(r"(?:[^\W\d_]\.?){1,2}")
WHY = "without the middle initial the same as {}; nobody else of this name has another"


def without_initials(articles: Mapping[str, int]) -> dict[str, str]:
    """For keys with a middle initial the key without it, where only one person is meant.

    >>> without_initials({"person:james quill": 9, "person:james b. quill": 2})
    {'person:james b. quill': 'person:james quill'}
    """
    middles: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
    for key in articles:
        first, *rest = key.split()
        if rest and len(first.partition(":")[2].rstrip(".")) > 1:
            middles[f"{first} {rest[-1]}"][key] = rest[:-1]
    found: dict[str, str] = {}
    for plain, of in middles.items():
        letters = {"".join(word[0] for word in middle) for middle in of.values() if middle}
        if plain in of and len(letters) == 1 and max(articles[key] for key in of) >= KNOWN:
            found |= {
                key: plain
                for key, middle in of.items()
                if middle and all(map(_INITIAL.fullmatch, middle))
            }
    return found
