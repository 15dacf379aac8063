"""Many words as one pattern: words come in, an expression that finds any of them goes out."""

from __future__ import annotations

import re
from collections.abc import Iterable

_BY_FREQUENCY = "tasowibcfhmpdnlergyukvqjxz"
"""Letters of English from the one that most words begin with."""


def _rare(letter: str) -> tuple[bool, int, str]:
    """The order in which a pattern tries letters: small ones and frequent ones first."""
    return letter.isupper(), _BY_FREQUENCY.find(letter.lower()), letter


def trie(words: Iterable[str]) -> str:
    """One pattern for many words that tries every letter once."""
    root: dict[str, dict] = {}  # type: ignore[type-arg]
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}

    def pattern(node: dict) -> str:  # type: ignore[type-arg]
        ways = [
            re.escape(letter) + pattern(node[letter])
            for letter in sorted(node, key=_rare)
            if letter
        ]
        if not ways:
            return ""
        joined = ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
        return f"(?:{joined})?" if "" in node else joined

    return pattern(root)
