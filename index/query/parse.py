"""From a query text to its tree. Bad syntax is repaired and the repair is said.

What cannot be repaired without guessing at the meaning raises QueryError: an unknown field,
a day that does not exist, a day near a word, a query beyond all measure.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from index.analysis import address, shown, tokens
from index.query.dates import read_days
from index.query.elsewhere import truncated
from index.query.fields import OF_WORDS, FieldRule, Kind, unknown
from index.query.hints import anchored, mark_of, otherwise, outlets_meant
from index.query.inexact import inexact
from index.query.listed import join_listed, read_order, read_part, read_state
from index.query.names import begins, untitled, words_begin
from index.query.nearness import Nearness, in_one_sentence, is_segment, near, nearness, never_near
from index.query.numbers import one_figure, read_numbers
from index.query.print import read_as
from index.query.signs import glued, unsearched, unsearched_in_phrase, without_signs
from index.query.tokens import Lexeme, Lexer, bare
from index.query.tree import (
    And,
    Boosted,
    Capitals,
    Everything,
    Field,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    QueryError,
    Regex,
    Shaped,
    Whole,
    Wildcard,
    Word,
    leaves,
    tidied,
)
from index.query.turned import named
from index.query.within_marks import operators_in
from index.query.wording import (
    is_acronym,
    pattern_of,
    regex_of,
    shouted,
    small,
    trimmed,
    wildcards,
)

if TYPE_CHECKING:
    from index.results import Sort

LONGEST = 8_000  # characters
MOST = 250  # words, phrases and other leaves
DEEPEST = 50  # groups within groups


@dataclass(frozen=True, slots=True)
class Reading:
    """A query as it was understood: the tree, its order, what was repaired, what was meant."""

    tree: Node
    sort: Sort | None
    repairs: tuple[str, ...]
    asks: bool = True  # False when nothing is left that could be looked for
    hints: tuple[str, ...] = ()  # what may have been meant otherwise
    outlets: tuple[tuple[str, ...], ...] = ()  # names behind an `outlet:` of one word


def read(text: str, *, today: date) -> Reading:
    """Read a query; `today` is the day that `yesterday` and `7d` count from."""
    if len(text) > LONGEST:
        raise QueryError(
            f"The query is {len(text):,} characters long; up to {LONGEST:,} can be read."
        )
    lexer = Lexer(shown(text))
    lexer.run()
    parser = _Parser(lexer.lexemes, lexer.repairs, today)
    tree = parser.whole()
    _measure(tree)
    repairs = tuple(dict.fromkeys(parser.repairs))
    asks = parser.asks or (parser.sort is not None and not repairs)
    hints = (*dict.fromkeys(parser.hints), *otherwise(lexer.lexemes))
    return Reading(tree, parser.sort, repairs, asks, hints, outlets_meant(lexer.lexemes))


def _measure(tree: Node) -> None:
    if sum(1 for _ in leaves(tree)) > MOST:
        raise QueryError(f"The query has more than {MOST} words and phrases; ask for fewer.")


class _Parser:
    """Recursive descent: or, and, not, then a leaf, a group or a field with its value."""

    def __init__(self, lexemes: list[Lexeme], repairs: list[str], today: date) -> None:
        self.lexemes = lexemes
        self.repairs = repairs
        self.today = today
        self.sort: Sort | None = None
        self.asks = True
        self.hints: list[str] = []
        self.at = 0
        self.depth = 0
        self.beside = 0  # parts that are joined by standing side by side
        self.shouted = shouted(one.text for one in lexemes if one.kind in ("WORD", "PHRASE"))

    def whole(self) -> Node:
        asked = self._either(None)
        self.asks = asked is not None
        return Everything() if asked is None else tidied(asked)

    def _is(self, *kinds: str) -> bool:
        return self.at < len(self.lexemes) and self.lexemes[self.at].kind in kinds

    def _either(self, rule: FieldRule | None) -> Node | None:
        beside = self.beside
        sides = [side for side in [self._all(rule)] if side is not None]
        while self._is("OR"):
            self.at += 1
            side = self._all(rule)
            if side is None or not sides:
                self.repairs.append("OR had nothing on one side and was left out")
            if side is not None:
                sides.append(side)
        if len(sides) > 1 and self.beside > beside and any(isinstance(one, And) for one in sides):
            self.hints.append("OR parts what stands side by side: a OR b c is a OR (b c).")
        if not sides:
            return None
        return sides[0] if len(sides) == 1 else Or(tuple(sides))

    def _all(self, rule: FieldRule | None) -> Node | None:
        parts: list[Node] = []
        joined = True
        while self.at < len(self.lexemes) and not self._is("OR"):
            if self._is(")"):
                if self.depth:
                    break
                self.at += 1
                self.repairs.append("a closing parenthesis without an opening one was left out")
                continue
            if self._is("AND"):
                self.at += 1
                if joined:
                    self.repairs.append("AND had nothing on one side and was left out")
                joined = True
                continue
            part = self._unary(rule)
            if part is not None:
                self.beside += bool(parts) and not joined
                parts.append(part)
                joined = False
        if joined and parts:
            self.repairs.append("AND had nothing on one side and was left out")
        if not parts:
            return None
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _unary(self, rule: FieldRule | None) -> Node | None:
        negated, signs = False, ""
        while self._is("NOT"):
            if signs == self.lexemes[self.at].text == "-":
                self.repairs.append("two minus signs undo each other; one leaves out")
            signs = self.lexemes[self.at].text
            negated = not negated
            self.at += 1
        if signs and (self.at >= len(self.lexemes) or self._is("AND", "OR", ")")):
            self.repairs.append(f"{signs} had nothing after it and was left out")
            return None
        if signs and self._is("WORD") and is_segment(self.lexemes[self.at].text):
            raise QueryError(never_near(self.lexemes[self.at].text))
        node = self._beside(rule)
        return Not(node) if negated and node is not None else node

    def _beside(self, rule: FieldRule | None) -> Node | None:
        """A part and what is to stand near it: `a NEAR/5 b PRE/2 c`."""
        node, nears = self._weighed(rule), 0
        while self._is("NEAR"):
            asked = self.lexemes[self.at].text
            if rule is not None and rule.kind not in OF_WORDS:
                raise QueryError(f"{rule.name}: cannot stand beside {asked}; put words there.")
            if self._is_left_out():
                raise QueryError(never_near(asked))
            self.at += 1
            how = nearness(asked)
            self.repairs += how.repairs
            self.hints += how.hints
            if self._is("NOT"):
                raise QueryError(never_near(asked))
            right = None if self._ends() else self._weighed(rule)
            if node is None or right is None:
                self.repairs.append(f"{asked} had nothing on one side and was left out")
                node = node or right
            else:
                node = self._near(node, right, how, rule)
                nears += 1
                if nears > DEEPEST:
                    raise QueryError(f"More than {DEEPEST} words are near each other; use fewer.")
                _measure(node)
        return node

    def _is_left_out(self) -> bool:
        """Whether a small `not` stands before the word for near, as in `a not w/5 b`."""
        before = [(one.kind, one.text) for one in self.lexemes[max(0, self.at - 2) : self.at]]
        closed = len(before) == 2 and before[0][0] in ("WORD", "PHRASE", ")")
        return closed and before[1] == ("WORD", "not")

    def _near(self, left: Node, right: Node, how: Nearness, rule: FieldRule | None) -> Node:
        if rule is None or rule.kind != "words":
            return near(left, right, how)
        found = near(Field(rule.name, left), Field(rule.name, right), how)
        return found.node if isinstance(found, Field) else found

    def _ends(self) -> bool:
        return self.at >= len(self.lexemes) or self._is("AND", "OR", "NOT", "NEAR", ")", ",")

    def _weighed(self, rule: FieldRule | None) -> Node | None:
        """A part with what is written behind it: `~1` and `^2`."""
        node = self._primary(rule)
        while self._is("~", "^"):
            lexeme = self.lexemes[self.at]
            self.at += 1
            if node is not None and lexeme.kind == "^":
                node = Boosted(node, float(lexeme.text))
            elif node is not None:
                node, said = inexact(node, lexeme.text)
                self.repairs += said
        return node

    def _primary(self, rule: FieldRule | None) -> Node | None:
        lexeme = self.lexemes[self.at]
        self.at += 1
        match lexeme.kind:
            case "(":
                return self._group(rule)
            case "FIELD":
                return self._field(lexeme)
            case "WORD" | "PHRASE" | "WHOLE" | "RANGE":
                return self._leaf(lexeme, rule)
            case "REGEX":
                return self._regex(lexeme.text, rule)
            case "NEAR":
                if self.at > 1 and self.lexemes[self.at - 2].kind == "NOT":
                    raise QueryError(never_near(lexeme.text))
                self.repairs.append(f"{lexeme.text} had nothing on one side and was left out")
                return None
            case _:
                return None

    def _group(self, rule: FieldRule | None) -> Node | None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise QueryError(f"The query has more than {DEEPEST} groups within groups; use fewer.")
        if rule is not None and rule.kind in ("key", "name"):
            join_listed(self.lexemes, self.at)
        inside = self._either(rule)
        self.depth -= 1
        if self._is(")"):
            self.at += 1
        else:
            self.repairs.append("a parenthesis was never closed; it was closed at the end")
        if inside is None:
            self.repairs.append("an empty pair of parentheses was left out")
        return inside

    def _field(self, lexeme: Lexeme) -> Node | None:
        rule = lexeme.rule
        if rule is None:
            raise QueryError(unknown(lexeme.text))
        values: list[Node] = []
        while True:
            if not self._is("WORD", "PHRASE", "WHOLE", "REGEX", "RANGE", "(", "NOT"):
                break
            value = self._unary(rule)
            if value is not None:
                values.append(value)
            if not self._is(","):
                break
            self.at += 1
        if not values:
            if rule.kind != "sort":
                self.repairs.append(f"{rule.name}: has no value yet and was left out")
            return None
        value = values[0] if len(values) == 1 else Or(tuple(values))
        if rule.kind == "number" and isinstance(value, And):
            value = self._between(value)
        value = untitled(value, rule.name, self.repairs)
        if rule.kind == "sentence":
            return in_one_sentence(tidied(value))
        return value if rule.kind in ("date", "number", "has", "is") else Field(rule.name, value)

    def _between(self, value: And) -> Node:
        figure = one_figure(value.nodes)
        if figure is None:
            self.hints.append("Each part of number:( ) may be another figure of the article.")
            return value
        self.repairs.append(f"both sides were read as one figure: {read_as(figure)}")
        return figure

    def _leaf(self, lexeme: Lexeme, rule: FieldRule | None) -> Node | None:
        kind: Kind = rule.kind if rule else "words"
        text = bare(lexeme.text) if lexeme.kind in ("WORD", "RANGE") else lexeme.text
        if lexeme.kind == "WHOLE":
            if rule and rule.whole and text.strip():
                return Whole(" ".join(text.split()))
            self.repairs.append('= was left out; ="a name" is for outlet: and agency:')
        match kind:
            case "date":
                return read_days(text, self.today)
            case "number":
                return read_numbers(text)
            case "has":
                return read_part(text)
            case "is":
                return read_state(text)
            case "sort":
                if self.sort not in (None, read_order(text)):
                    self.repairs.append(f"of two orders the last one counts: sort:{text}")
                self.sort = read_order(text)
                return None
            case "url":
                if lexeme.text.strip("*") and lexeme.text[0] == "*" and lexeme.kind == "WORD":
                    raise QueryError("url: finds addresses that begin so; leave out the first *.")
                start = address(text.rstrip("*"))
                if start:
                    return Word(start)
                return None if text.strip("*") or not text else Everything()
        if lexeme.kind in ("PHRASE", "WHOLE"):
            return self._phrase(*named(lexeme, rule, self.repairs), kind)
        word = self._word(lexeme.text, literal=kind == "key")
        if kind in OF_WORDS and isinstance(word, Word) and is_acronym(word.text):
            in_capitals = self.shouted and lexeme.text[0] != "\\"
            word = small(word, self.repairs) if in_capitals else Capitals(word.text)
        return word

    def _regex(self, pattern: str, rule: FieldRule | None) -> Node | None:
        if rule is not None and rule.kind not in OF_WORDS:
            raise QueryError(f"{rule.name}: does not take an expression between slashes.")
        self.hints += anchored(pattern)
        return Regex(regex_of(pattern))

    def _phrase(self, text: str, pattern: str, kind: Kind) -> Node | None:
        is_begun = begins(pattern) if kind == "key" else kind == "name" and words_begin(pattern)
        shaped = pattern if kind in OF_WORDS or is_begun else ""
        if not shaped and not tokens(text):
            if text:
                self.repairs.append(f'"{text}" has no word in it and was left out')
            return None
        if kind not in ("words", "sentence"):  # a name or a tag, with its signs
            return Shaped(shaped) if shaped else Phrase(text)
        self.repairs += unsearched_in_phrase(text, shaped)
        self.hints += operators_in(text)
        return Shaped(shaped) if shaped else Phrase(without_signs(text))

    def _word(self, raw: str, *, literal: bool) -> Node | None:
        if raw.strip("*") == "" and raw:
            return Everything()
        if (len(raw) - len(raw.rstrip("\\"))) % 2:
            raw = raw[:-1]  # a backslash with nothing behind it
        if not literal:
            raw, said = truncated(raw)
            self.repairs += said
        shape = wildcards(raw)
        if shape == "?" and raw.endswith("?") and not literal and tokens(raw):
            begun = bare(raw[:-1])
            match mark_of(self.lexemes[: self.at], last=self.at == len(self.lexemes)):
                case "none":
                    self.repairs.append(f"the question mark after {begun} was left out")
                    raw, shape = raw[:-1], ""
                case "either":
                    self.hints.append(f"{begun}? was read as {begun}, and as that and a letter.")
                    return Or((Word(trimmed(begun, literal)), Wildcard(pattern_of(raw))))
                case _:
                    self.hints.append(
                        f"{begun}? is {begun} and one letter; leave out the ? for it."
                    )
        if shape == "*" and raw.endswith("*"):
            begun = trimmed(bare(raw[:-1]), literal, end=False)
            return Prefix(begun) if begun else self._wordless(raw)
        if shape:
            pattern = pattern_of(raw)
            return Wildcard(pattern) if tokens(pattern) else self._wordless(raw)
        word = trimmed(bare(raw), literal)
        if word and not literal:
            self.hints += glued(raw)
            self.repairs += unsearched(bare(raw), word, self.lexemes[self.at : self.at + 1])
            word = without_signs(word) if len(tokens(word)) == 1 else word
        return Word(word) if word else self._wordless(raw)

    def _wordless(self, raw: str) -> Node | None:
        if raw.strip("-–—&|/+·•,"):
            self.repairs.append(f'"{bare(raw)}" has no word in it and was left out')
        return None
