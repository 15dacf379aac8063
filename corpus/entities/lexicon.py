"""Finds known spellings in a text: the longest one at each place, whole words only.

A `Lexicon` is made of spellings with their entries; `find` gives spans. The gazetteer is one,
and every article makes a small one of the names found in it, to mark them wherever they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus.article import EntityType

WORD = re.compile(r"\w+")
_BLANKS = re.compile(r"\s+")
_STRAIGHT = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "–": "-", "\u00ad": None, "\u200b": None}
)
# Acronyms that are everyday words when a whole line is in capitals.
_WORDS_IN_CAPITALS = frozenset(("IS", "US", "WHO", "UN", "IT", "AU", "ICE", "CAR", "ASEAN"))


@dataclass(frozen=True, slots=True)
class Entry:
    """What a spelling stands for. A doubtful one often means something else as well."""

    name: str
    type: EntityType
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A span of a text where a known spelling stands."""

    start: int
    end: int
    entry: Entry


def plain(spelling: str) -> str:
    """A spelling with straight apostrophes and hyphens and single blanks, capitals kept."""
    straight = spelling if spelling.isascii() else spelling.translate(_STRAIGHT)
    return straight if straight.isalpha() else _BLANKS.sub(" ", straight).strip()


@lru_cache(512)  # the passages of an article are asked about again and again
def in_capitals(text: str) -> bool:
    """Whether a text as a whole is written in capitals, so that capitals tell nothing."""
    beginning = text[:400]  # enough to tell
    letters = sum(map(str.isalpha, beginning))
    return letters > 8 and sum(map(str.isupper, beginning)) > 0.8 * letters


class Lexicon:
    """Spellings and what they stand for, looked up word by word, capitals as given.

    A spelling of four letters or more is also found written all in capitals, as datelines
    and headlines have it; an abbreviation with a dot only with it: "Mass." is no mass.
    """

    def __init__(self, spellings: Iterable[tuple[str, Entry]]) -> None:
        """Take the spellings; of two entries for one spelling the first stands."""
        self._entries: dict[str, Entry] = {}
        self._ending: set[str] = set()  # spellings that end with a dot
        self._dotted: set[str] = set()  # abbreviations, which without their dot are other words
        lengths: dict[str, set[int]] = {}
        for spelling, entry in spellings:
            whole = plain(spelling)
            exact = whole.rstrip(".")
            ends = whole != exact
            for form in (exact, exact.upper() if len(exact) >= 4 else exact):
                words = WORD.findall(form)
                if words and form not in self._entries:
                    self._entries[form] = entry
                    self._ending.update([form] if ends else ())
                    self._dotted.update([form] if ends and exact.isalpha() else ())
                    lengths.setdefault(words[0], set()).add(len(words))
        self._lengths = {word: tuple(sorted(n, reverse=True)) for word, n in lengths.items()}

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, spelling: str) -> Entry | None:
        """The entry of exactly this spelling."""
        form = plain(spelling)
        exact = form.rstrip(".")
        return None if exact in self._dotted and form == exact else self._entries.get(exact)

    def find(self, text: str) -> Iterator[Found]:
        """Spans of known spellings in reading order, the longest at each place."""
        shouted = in_capitals(text)
        begin = self._lengths
        words = [match.span() for match in WORD.finditer(text)]
        behind = 0  # the end of what was found last
        for at, (start, end) in enumerate(words):
            word = text[start:end]
            if word not in begin and (word.isascii() or word.translate(_STRAIGHT) not in begin):
                continue
            found = self._at(text, words, at, shouted) if start >= behind else None
            if found is not None:
                behind = found.end
                yield found

    def _at(self, text: str, words: list[tuple[int, int]], at: int, shouted: bool) -> Found | None:
        """What begins with word `at`, of which it is known that something does."""
        start, first_end = words[at]
        word = text[start:first_end]
        if start and text[start - 1] in "@#":
            return None
        for length in self._lengths.get(word if word.isascii() else word.translate(_STRAIGHT), ()):
            if at + length > len(words):
                continue
            end = words[at + length - 1][1]
            form = plain(text[start:end])
            entry = self._entries.get(form)
            if entry is None:
                continue
            if form in _WORDS_IN_CAPITALS and (shouted or _among_capitals(text, words, at)):
                continue
            dot = text[end : end + 1] == "."
            if form in self._dotted and not dot:
                continue
            if dot and (form[-2:-1] == "." or form in self._ending):
                end += 1
            return Found(start, end, entry)
        return None


def _among_capitals(text: str, words: list[tuple[int, int]], at: int) -> bool:
    """Whether a longer word in capitals stands beside word `at`: "WHAT IS LENSING?"."""
    return any(
        end - start >= 4 and text[start:end].isupper()
        for start, end in words[max(0, at - 1) : at + 2]
    )
