"""What a leaf of the query looks like in a text: one word shape, or several in a row.

Both the search and the marking of hits go by this, so that what is found is what is marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.text import fold
from index.analysis import words
from index.query.fields import BY_NAME
from index.query.shapes import (
    Alike,
    Anything,
    Beginning,
    Exactly,
    Expressed,
    InCapitals,
    Patterned,
    Related,
    Shape,
)
from index.query.tokens import bare
from index.query.tree import (
    Capitals,
    Fuzzy,
    Loose,
    Node,
    Phrase,
    Prefix,
    Regex,
    Shaped,
    Wildcard,
    Word,
    leaves,
)
from index.query.wording import is_acronym, most_edits, shouted, signs, wildcards

Row = tuple[Shape, ...]

_HYPHENS = re.compile(r"[-\u2010-\u2015/]")
_GROUPS = re.compile(r"(?<=\d),(?=\d)")  # 250,0* begins like 250000


def row(node: Node, *, related: bool = True) -> Row:
    """The shapes, word after word, of a leaf; `related` lets other forms of a word count."""
    match node:
        case Word(text):
            single, caps = len(words(text)) == 1, not shouted([text])
            return tuple(
                InCapitals(form) if caps and not single and is_acronym(form.surface)
                else Related(form) if related else Exactly(form)
                for form in words(text)
            )  # fmt: skip
        case Capitals(text):
            return tuple(InCapitals(form) for form in words(text))
        case Phrase(text) | Loose(text, _):
            return exactly(text)
        case Shaped(pattern):
            return tuple(shape for word in pattern.split() for shape in _shaped(word))
        case Fuzzy(text, edits):
            return tuple(
                Alike(
                    form.folded,
                    min(edits, most_edits(len(form.folded))),
                    Related(form) if related else None,
                )
                for form in words(text)
            )
        case Regex(pattern):
            return (Expressed(pattern),)
        case Prefix(text):
            *before, last = words(_GROUPS.sub("", text))
            return (*map(Exactly, before), Beginning(last.folded))
        case Wildcard(pattern):
            return (patterned(pattern),)
        case _:
            return ()


def _shaped(word: str) -> Iterator[Shape]:
    """The shapes of one word of a phrase with wildcards."""
    if word == "*":
        yield Anything()
        return
    for part in _HYPHENS.split(word):
        inside = signs(part)
        while inside and inside[-1] != "*" and not inside[-1].isalnum():
            inside.pop()
        while inside and inside[0] != "*" and not inside[0].isalnum():
            del inside[0]
        shape = "".join(inside)
        if wildcards(shape) == "*" and shape.endswith("*") and len(words(shape[:-1])) == 1:
            yield Beginning(words(_GROUPS.sub("", shape[:-1]))[0].folded)
        elif wildcards(shape):
            yield patterned(shape)
        else:
            yield from exactly(bare(part))


def exactly(text: str) -> Row:
    """The words of a phrase; acronyms in capitals are such unless all is in capitals."""
    caps = not shouted([text])
    return tuple(
        InCapitals(form) if caps and is_acronym(form.surface) else Exactly(form)
        for form in words(text)
    )


def marked_rows(tree: Node, within: str | None = None) -> list[Row]:
    """The rows that hits mark in a text; `within` leaves out what is asked of other fields."""
    return list(dict.fromkeys(_marked(tree, within)))


def _marked(tree: Node, within: str | None) -> Iterator[Row]:
    for leaf in leaves(tree):
        if leaf.wanted and is_marked(leaf.field, within):
            yield from rows_of(leaf.node, leaf.field)


def is_marked(field: str | None, within: str | None) -> bool:
    """Whether words asked of a field are marked in a text: "title", "body", or any (None)."""
    kind = BY_NAME[field].kind if field else "words"
    if field == "said" or kind not in ("words", "name"):
        return False
    return kind == "name" or not within or field in (None, "quote", within)


def rows_of(node: Node, field: str | None) -> list[Row]:
    """The rows that a leaf marks: one, or of words in any order one each."""
    found = row(node, related=field in (None, "title", "body", "quote"))
    if isinstance(node, Loose):
        return [(shape,) for shape in found]
    return [found] if found else []


def patterned(pattern: str) -> Patterned:
    """The shape of a wildcard pattern, matched in linear time."""
    pieces = [piece for piece in re.split(r"(\\.|[*?])", pattern, flags=re.DOTALL) if piece]
    head, begun = "", True
    literals = [""]  # what stands between two wildcards
    parts = [""]  # regular expressions of what stands between two stars
    for piece in pieces:
        if piece == "*":
            parts.append("")
            literals.append("")
            begun = False
        elif piece == "?":
            parts[-1] += "."
            literals.append("")
            begun = False
        else:
            literal = fold(piece[1:] if len(piece) == 2 and piece[0] == "\\" else piece)
            parts[-1] += re.escape(literal)
            literals[-1] += literal
            head += literal if begun else ""
    # After a star the leftmost place of a part is as good as any: atomic, nothing is tried twice.
    middle = "".join(f"(?>.*?{part})" for part in parts[1:-1])
    end = f".*{parts[-1]}" if len(parts) > 1 else ""
    whole = re.compile(parts[0] + middle + end, re.DOTALL)
    return Patterned(head, max(literals, key=len), whole)
