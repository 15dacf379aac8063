"""All words of a field of a segment at once, for what no beginning narrows: *assad, /x+/, word~.

Made when first asked for and kept for the segments last used. Expressions run over one long
text with a word on every line (re2: linear time), spellings over a list (rapidfuzz).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from index.analysis import SEPARATOR

_KEPT = 24  # vocabularies; one of 400,000 words takes 100 MB at most
_vocabularies: OrderedDict[tuple[str, str], Vocabulary] = OrderedDict()


def vocabulary(reader: Any, field: str) -> Vocabulary:
    """The words of a field of a segment."""
    place = (str(reader.segment().segment_id()), field)
    found = _vocabularies.pop(place, None) or Vocabulary(list(reader.lexicon(field)))
    _vocabularies[place] = found
    while len(_vocabularies) > _KEPT:
        _vocabularies.popitem(last=False)
    return found


class Vocabulary:
    """The keys of the words and the forms by which they are found."""

    def __init__(self, keys: list[bytes]) -> None:
        self.keys = keys
        self.folded: list[str] = []
        self._numbers: list[int] = []  # of the key that a line belongs to
        lines: list[bytes] = []
        for number, key in enumerate(keys):
            root, folded, surface = key.decode("utf-8").split(SEPARATOR)
            folded = folded or root
            self.folded.append(folded)
            lines.append(folded.encode())
            self._numbers.append(number)
            if surface and (written := surface.lower()) != folded:
                lines.append(written.encode())
                self._numbers.append(number)
        self._text = b"\n".join(lines)
        self._begins = list(accumulate((len(line) + 1 for line in lines), initial=0))
        self._lines = lines

    def matching(self, pattern: str) -> Iterator[bytes]:
        """The keys of the words that an RE2 expression matches as a whole."""
        import re2

        from index.query.wording import regex_options

        whole = re2.compile(f"(?m)^(?:{pattern})$".encode(), regex_options())
        seen = -1
        for match in whole.finditer(self._text):
            if match.end() == match.start():
                continue  # an empty line
            first = bisect_right(self._begins, match.start()) - 1
            if match.end() > self._begins[first + 1] - 1:  # it reaches into the next line
                yield from self._one_by_one(pattern)
                return
            if self._numbers[first] != seen:
                seen = self._numbers[first]
                yield self.keys[seen]

    def like(self, word: str, edits: int) -> list[tuple[str, int, bytes]]:
        """(word, letters that differ, key) of all words so like one."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        found = process.extract(
            word, self.folded, scorer=OSA.distance, score_cutoff=edits, limit=None
        )
        return [(spelt, int(distance), self.keys[at]) for spelt, distance, at in found]

    def _one_by_one(self, pattern: str) -> Iterator[bytes]:
        import re2

        from index.query.wording import regex_options

        whole = re2.compile(pattern.encode(), regex_options())
        seen = -1
        for number, line in zip(self._numbers, self._lines, strict=True):
            if number != seen and whole.fullmatch(line):
                seen = number
                yield self.keys[number]
