"""Operators between quotation marks, which are words there: what to say, and what to ask instead.

The text of a phrase comes in; sentences come out.
"""

from __future__ import annotations

import re

_OPERATOR = re.compile(r"(?<=\s)(?:AND|OR|NOT)(?=\s)")
_PARTS = re.compile(r"\([^()]*\)|[^()]+")


def operators_in(text: str) -> list[str]:
    """What to say of `AND`, `OR`, `NOT` in a phrase that is not in capitals throughout.

    >>> operators_in("dock (strike OR fire)")
    ['OR between quotation marks is a word; dock PRE/1 (strike OR fire) asks for it.']
    >>> operators_in("gun control OR rifle")
    ['OR between quotation marks is a word; "gun control" OR rifle asks for it.']
    """
    found = _OPERATOR.search(text)
    if found is None or text == text.upper():
        return []
    instead = _instead(text)
    asks = f"; {instead} asks for it" if instead else ""
    return [f"{found[0]} between quotation marks is a word{asks}."]


def _instead(text: str) -> str:
    """The operators outside of quotation marks; empty where parentheses do not pair."""
    if "(" not in text and ")" not in text:
        return _apart(text)
    pieces = [piece.strip() for piece in _PARTS.findall(text) if piece.strip()]
    grouped = [piece for piece in pieces if piece[0] == "("]
    beside = [piece for piece in pieces if piece[0] != "("]
    if len(grouped) != text.count("(") or len(grouped) != text.count(")"):
        return ""
    if any(_OPERATOR.search(f" {piece} ") for piece in beside) or not beside:
        return ""
    return " PRE/1 ".join(
        f"({_apart(piece[1:-1])})" if piece[0] == "(" else _quoted(piece) for piece in pieces
    )


def _apart(text: str) -> str:
    """Alternatives, each a word or a phrase."""
    said = _OPERATOR.findall(text)
    parts = [part.strip() for part in _OPERATOR.split(text)]
    if not all(parts):
        return ""
    first, *others = map(_quoted, parts)
    return " ".join((first, *(f"{how} {part}" for how, part in zip(said, others, strict=True))))


def _quoted(text: str) -> str:
    return f'"{text}"' if " " in text else text
