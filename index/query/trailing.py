"""Words behind the one word that a field takes: `title:gun control`, `outlet:Washington Times`.

The pieces of a query go in; out come a sentence on the first such field, and the names of
outlets that may have been meant, for who knows which outlets there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from index.query.fields import FieldRule

_OF_TEXT = frozenset(("title", "body", "quote", "sent", "author", "dateline"))
_OF_NAMES = frozenset(("person", "entity", "organisation", "place", "said", "agency"))
_JOINING = frozenset(("and", "or", "not"))
_LONGEST = 5  # words of an outlet's name


class Piece(Protocol):
    """A piece of a query: what it is, its text, of a field its rule."""

    @property
    def kind(self) -> str:
        """What it is."""
        ...

    @property
    def text(self) -> str:
        """What stands there."""
        ...

    @property
    def rule(self) -> FieldRule | None:
        """The field that it begins."""
        ...


def _followed(pieces: Sequence[Piece]) -> Iterator[tuple[str, list[str]]]:
    """Each field with one word as its value and plain words behind it: its name, all the words."""
    for at, piece in enumerate(pieces):
        if piece.kind != "FIELD" or piece.rule is None:
            continue
        words = []
        for one in pieces[at + 1 :]:
            if one.kind != "WORD" or one.text.lower() in _JOINING:
                break
            words.append(one.text)
        if len(words) > 1 and words[0].strip("*"):
            yield piece.rule.name, words


def trailing(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """What to say of the first field behind whose one word others stand; one sentence or none."""
    for name, (value, following, *_) in _followed(pieces):
        if name in _OF_TEXT:
            return (f"{name}: takes one word; {name}:({value} {following}) is for both.",)
        if name == "number":
            return (f"number: takes the figure alone; {following} was looked for anywhere.",)
        if name in _OF_NAMES and (following[:1].isupper() or not value[:1].isupper()):
            return (f'{name}: takes one word; {name}:"{value} {following}" is for both.',)
    return ()


def outlets_meant(pieces: Sequence[Piece]) -> tuple[tuple[str, ...], ...]:
    """For each `outlet:` what the outlet may be called that was meant, the longest name first."""
    return tuple(
        tuple(" ".join(words[:until]) for until in range(min(len(words), _LONGEST), 1, -1))
        for name, words in _followed(pieces)
        if name == "outlet"
    )
