"""What `~` behind a part of a query means: other spellings of a word, other words in a phrase.

A part and the number behind the sign go in, the part as it is meant and what was mended come out.
"""

from __future__ import annotations

from index.analysis import tokens
from index.query.nearness import FURTHEST
from index.query.signs import without_signs
from index.query.tree import Capitals, Fuzzy, Loose, Node, Phrase, Word
from index.query.wording import edits_of, trimmed

_SLOP = 5  # other words within a phrase, where ~ names no number


def inexact(node: Node, number: str) -> tuple[Node, list[str]]:
    """A word of similar spelling, or a phrase with other words among its own."""
    match node:
        case Phrase(text) if len(tokens(text)) > 1:
            if number.isdigit():
                return Loose(text, min(int(number), FURTHEST)), []
            return Loose(text, _SLOP), [f"~{number} after a phrase was read as ~{_SLOP}"]
        case Word(text) | Capitals(text) | Phrase(text):
            edits, said = edits_of(text, number)
            if not edits:
                return Phrase(without_signs(text)), said
            return Fuzzy(trimmed(text, False), edits), said
    return node, [f"~{number} does not go with what stands before it and was left out"]
