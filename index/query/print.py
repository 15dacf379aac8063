"""From a tree back to text: how a query was read, in words that read the same again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.query.dates import write_days
from index.query.elsewhere import compared, is_operator
from index.query.listed import ORDERS
from index.query.numbers import write_numbers
from index.query.tokens import QUOTES, Lexer
from index.query.tree import (
    And,
    Boosted,
    Capitals,
    Days,
    Everything,
    Field,
    Fuzzy,
    Has,
    Is,
    Loose,
    Near,
    Node,
    Not,
    Numbers,
    Or,
    Phrase,
    Prefix,
    Regex,
    Sentence,
    Shaped,
    Whole,
    Wildcard,
    Word,
    leaves,
)
from index.query.wording import phrase_pattern, shouted

if TYPE_CHECKING:
    from index.results import Sort

_SPECIAL = re.compile(r"[\s(){}*?~^\\" + "".join(QUOTES) + r"]|&(?=&)|(?<=&)&|\|(?=\|)|(?<=\|)\|")
_OPERATOR = re.compile(
    r"(?:AND|OR|NOT|NEAR)$|(?:NEAR|PRE|[Ww]|near|pre)/(?:\d+|[SsPp])$|[-+!/\[<>=]"
)
_NAMED = re.compile(r"([A-Za-z][A-Za-z_]*):")
_COMMA = re.compile(r"(?<!\d),|,(?!\d)")
_QUOTED = re.compile('["”\\\\]')
_QUOTED_PLAIN = re.compile('["”\\\\*?]')  # where a star would be a wildcard
_MARKS = re.compile('["”]')
_SLASH = re.compile(r"((?<!\\)(?:\\\\)*)/")


def read_as(tree: Node, sort: Sort | None = None) -> str:
    """The query as text; reading that text gives this tree and this order again."""
    text = _written(tree, sort, loud=False)
    if any(isinstance(leaf.node, Capitals) for leaf in leaves(tree)) and is_shouted(text):
        return _written(tree, sort, loud=True)
    return text


def is_shouted(text: str) -> bool:
    """Whether all words of a query are in capitals, so that capitals say nothing in it."""
    lexer = Lexer(text)
    lexer.run()
    return shouted(one.text for one in lexer.lexemes if one.kind in ("WORD", "PHRASE"))


def _written(tree: Node, sort: Sort | None, *, loud: bool) -> str:
    parts = []
    if not isinstance(tree, Everything) or sort is None:
        parts.append(_group(tree, loud) if sort and isinstance(tree, Or) else _text(tree, loud))
    if sort is not None:
        parts.append(f"sort:{ORDERS[sort]}")
    return " ".join(parts)


def _text(node: Node, loud: bool) -> str:
    match node:
        case Word(text):
            return _escaped(text)
        case Capitals(text):
            return "\\" * loud + _escaped(text)
        case Phrase(text):
            return _quoted(text)
        case Whole(text):
            return f"={_quoted(text)}"
        case Shaped(pattern):
            return '"' + _MARKS.sub(r"\\\g<0>", pattern) + '"'
        case Loose(text, slop):
            return f"{_quoted(text)}~{slop}"
        case Fuzzy(text, edits):
            return f"{_escaped(text)}~{edits}"
        case Regex(pattern):
            return "/" + _SLASH.sub(r"\1\/", pattern) + "/"
        case Prefix(text):
            return _escaped(text) + "*"
        case Wildcard(pattern):
            return _shape(pattern)
        case Everything():
            return "*"
        case Days():
            return "date:" + write_days(node)
        case Has(what):
            return f"has:{what}"
        case Is(what):
            return f"is:{what}"
        case Numbers():
            return "number:" + write_numbers(node)
        case Near(left, right, distance, ordered):
            how = f"{'PRE' if ordered else 'NEAR'}/{distance}"
            return f"{_group(left, loud)} {how} {_group(right, loud)}"
        case Sentence(inner):
            return f"sent:{_group(inner, loud)}"
        case Boosted(inner, factor):
            return f"{_group(inner, loud)}^{f'{factor:.3f}'.rstrip('0').rstrip('.')}"
        case Field("story", inner):
            return (
                "story:{" + _text(inner, loud) + "}"
                if _compound(inner)
                else "story:" + _text(inner, loud)
            )
        case Field(name, inner):
            return f"{name}:{_group(inner, loud)}"
        case And(nodes):
            return " AND ".join(_group(one, loud) for one in nodes)
        case Or(nodes):
            return " OR ".join(_group(one, loud) for one in nodes)
        case Not(inner):
            return "NOT " + _group(inner, loud)


def _group(node: Node, loud: bool) -> str:
    return f"({_text(node, loud)})" if _compound(node) else _text(node, loud)


def _compound(node: Node) -> bool:
    return isinstance(node, And | Or | Near)


def _quoted(text: str) -> str:
    escaped = _QUOTED.sub(r"\\\g<0>", text)
    if phrase_pattern(escaped):
        escaped = _QUOTED_PLAIN.sub(r"\\\g<0>", text)
    return f'"{escaped}"'


def _escaped(text: str) -> str:
    return _guarded(_COMMA.sub(r"\,", _SPECIAL.sub(r"\\\g<0>", text)))


def _guarded(text: str) -> str:
    text = _NAMED.sub(r"\1\:", text, count=1) if _NAMED.match(text) else text
    return (
        "\\" + text if _OPERATOR.match(text) or is_operator(text) or compared(text, 0)[0] else text
    )


def _shape(pattern: str) -> str:
    pieces = re.split(r"(\\.|[*?])", pattern, flags=re.DOTALL)
    written = "".join(
        piece if piece in ("*", "?") or (len(piece) == 2 and piece[0] == "\\")
        else _COMMA.sub(r"\,", _SPECIAL.sub(r"\\\g<0>", piece))
        for piece in pieces
    )  # fmt: skip
    return _guarded(written)
