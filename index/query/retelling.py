"""Whether a query, written down as it was read, says something else than what was typed.

Two texts go in, yes or no comes out: blanks, signs around words, parentheses that change nothing
and other ways to write one operator are no difference.
"""

from __future__ import annotations

from collections.abc import Iterator

from index.analysis import words
from index.query.nearness import nearness
from index.query.tokens import Lexeme, Lexer, bare
from index.query.wording import wildcards

_JOINING = frozenset(("AND", "(", ")"))  # what stands side by side is joined anyway


def differs(typed: str, read: str) -> bool:
    """Whether a text reads otherwise than what was typed; an order may stand anywhere in it.

    >>> differs("gun  control,", "gun AND control"), differs("a w/5 b", "a NEAR/5 b")
    (False, False)
    >>> differs("date:2031", "date:2031-01-01..2031-12-31"), differs("20% more", "20 AND more")
    (True, False)
    """
    return list(_pieces(typed)) != list(_pieces(read))


def _pieces(text: str) -> Iterator[tuple[str, object]]:
    lexer = Lexer(text)
    lexer.run()
    ordered = False
    for one in lexer.lexemes:
        if ordered or one.text == "sort":
            ordered = not ordered
        elif one.kind not in _JOINING:
            yield _piece(one)


def _piece(one: Lexeme) -> tuple[str, object]:
    match one.kind:
        case "OR" | "NOT":
            return one.kind, ""
        case "NEAR":
            how = nearness(one.text)
            return "NEAR", (how.distance, how.ordered, how.in_sentence)
        case "^":
            return one.kind, float(one.text)
        case "WORD":
            found = tuple(form.folded for form in words(bare(one.text)))
            return ("WORD", (found, wildcards(one.text))) if found else ("WORD", one.text)
        case "PHRASE":
            found = tuple(form.folded for form in words(one.text))
            return "PHRASE", found
    return one.kind, one.text.casefold()
