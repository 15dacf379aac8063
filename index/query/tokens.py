"""Lexemes: the pieces of a query text, before anything is known of what belongs together.

A text goes in, lexemes and a list of repairs come out; nothing raises. Words keep their
backslashes, so that the parser can tell a wildcard from a literal star; `bare` takes them out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from index.query.dates import LOOSE
from index.query.elsewhere import (
    NEAR_ALONE,
    but_not,
    called,
    compared,
    dated,
    held,
    in_capitals,
    near_at,
    nearly_near,
    preceding,
)
from index.query.fields import BY_NAME, FieldRule
from index.query.numbers import LOOSE as AMOUNT
from index.query.numbers import spelled_until
from index.query.remarks import beside, meant, misplaced, ranged, translated, within
from index.query.single import single
from index.query.wording import phrase_pattern

LexemeKind = Literal[
    "(", ")", "AND", "OR", "NOT", "NEAR", "WORD", "PHRASE", "WHOLE", "REGEX", "RANGE", "FIELD",
    ",", "~", "^",
]  # fmt: skip

_OPERATORS: dict[str, LexemeKind] = {"AND": "AND", "OR": "OR", "NOT": "NOT"}
_CLOSES = {'"': '"”', "“": '”"“', "„": '“”"', "”": '”"', "«": "»", "»": "«»"}
QUOTES = frozenset('"“”„«»')
_NAME = re.compile(r"([A-Za-z][A-Za-z_]*):")
_APART = re.compile(r"([A-Za-z]+)\s+:(?=\s*\S)")
_NEAR = re.compile(r"(?:(?:NEAR|PRE|[Ww]|near|pre)/(?:\d+|[SsPp])|/(?:\d{1,3}|[SsPp]))$")
_SINCE = {
    "since": ">=", "after": ">", "before": "<", "until": "<=",
    "newer": ">=", "newer_than": ">=", "older": "<", "older_than": "<",
}  # fmt: skip
_BRACKETS = re.compile(r"[\[{][^\[\]{}]*[\]}]")
_COMPARED = re.compile(r"(?:>=|<=|>|<|=)\s*")
_TILDE = re.compile(r"(?<=.)~(?:\d*\.?\d+)?$")
_SLOP = re.compile(r"~(?:\d*\.?\d+)?")
_BOOST = re.compile(r"\^\d+(?:\.\d+)?(?!\w)")
_ENDING_BOOST = re.compile(r"(?<=.)\^\d+(?:\.\d+)?$")
_REGEX = re.compile(r"/((?:[^\\/\s]|\\\S)+)/(?=[\s)},~^]|$)")


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A piece of the query text."""

    kind: LexemeKind
    text: str
    rule: FieldRule | None = None
    pattern: str = ""  # of a phrase some of whose words have wildcards


@dataclass(slots=True)
class Lexer:
    """Walks over a query text once; afterwards `lexemes` and `repairs` hold what it found."""

    text: str
    lexemes: list[Lexeme] = field(default_factory=list)
    repairs: list[str] = field(default_factory=list)
    braces: int = 0

    def run(self) -> None:
        """Read the whole text."""
        at, end = 0, len(self.text)
        while at < end:
            char = self.text[at]
            if char.isspace() or (char == "," and self.braces):
                at += 1
            elif char in "()":
                at = self._push("(" if char == "(" else ")", char, at + 1)
                at = self._weight(at) if char == ")" else at
            elif char == "}" and self.braces:
                self.braces -= 1
                at = self._weight(self._push(")", char, at + 1))
            elif char in QUOTES:
                at = self._phrase(at)
            elif char == "=" and self.text[at + 1 : at + 2] in QUOTES:
                at = self._phrase(at + 1, "WHOLE")
            elif after := self._single(at):
                at = after
            elif self.text.startswith(("&&", "||"), at):
                at = self._push("AND" if char == "&" else "OR", self.text[at : at + 2], at + 2)
            elif char == "|" and self._is_alone(at):
                self.repairs.append("| was read as OR")
                at = self._push("OR", "|", at + 1)
            elif char in "-!" and self._touches_next(at):
                at = self._push("NOT", char, at + 1)
            elif (near := preceding(self.text, at))[0] and self._is_between(near[1]):
                self.repairs.append(near[2])
                at = self._push("NEAR", near[0], near[1])
            elif char == "+" and self._touches_next(at):
                at += 1  # every word is wanted anyway
            else:
                at = self._field(at) or self._word(at, None)

    def _push(self, kind: LexemeKind, text: str, at: int, rule: FieldRule | None = None) -> int:
        self.lexemes.append(Lexeme(kind, text, rule))
        return at

    def _weight(self, at: int) -> int:
        """Read the `^2` that follows what was pushed last."""
        boost = _BOOST.match(self.text, at)
        return self._push("^", boost[0][1:], boost.end()) if boost else at

    def _touches_next(self, at: int) -> bool:
        following = self.text[at + 1 : at + 2]
        return bool(following) and not following.isspace() and following != ")"

    def _is_alone(self, at: int) -> bool:
        around = self.text[max(0, at - 1) : at] + self.text[at + 1 : at + 2]
        return at > 0 and around.isspace() and len(around) == 2

    def _phrase(self, at: int, kind: LexemeKind = "PHRASE") -> int:
        closers = _CLOSES[self.text[at]]
        start, end = at + 1, len(self.text)
        here = start
        while here < end and self.text[here] not in closers:
            here += 2 if self.text[here] == "\\" and here + 1 < end else 1
        raw = self.text[start:here]
        if here >= end and bare(raw).strip():
            self.repairs.append("a quotation mark was never closed; it was closed at the end")
        return self._held(raw, here + 1, kind)

    def _single(self, at: int) -> int:
        """Read a phrase in single quotation marks; 0 when none stands here."""
        start, closed, here = single(self.text, at)
        if not here:
            return 0
        held = self.text[start:closed]
        self.repairs.append(f'{self.text[at:here]} was read as a phrase: "{held}"')
        return self._held(held, here, "PHRASE")

    def _held(self, raw: str, here: int, kind: LexemeKind) -> int:
        """Take what stands between quotation marks, and what is written behind these."""
        self.lexemes.append(Lexeme(kind, bare(raw), None, phrase_pattern(raw)))
        if slop := _SLOP.match(self.text, here):
            here = self._push("~", slop[0][1:], slop.end())
        return self._weight(here)

    def _field(self, at: int) -> int:
        """Read `name:` and its value; 0 when this is no field."""
        return self._foreign(at) or self._named(at)

    def _foreign(self, at: int) -> int:
        """Read a field as other search engines write it; 0 when none stands here."""
        field, opened, said = called(self.text, at)
        if opened:
            self.repairs.append(said)
            if not field:
                return opened
            self._push("FIELD", field, opened, BY_NAME[field])
            one, end = held(self.text, opened)
            if one and BY_NAME[field].kind in ("key", "name"):
                return self._held(one, end, "PHRASE")
            return self._value(opened, BY_NAME[field])
        sign, opened, said = dated(self.text, at)
        if said:
            self.repairs.append(said)
            return self._compared(sign, opened)
        field, lost, opened, said = compared(self.text, at)
        if field:
            self.repairs.append(said)
            if lost:
                self._push("NOT", "!", at)
            return self._value(self._push("FIELD", field, opened, BY_NAME[field]), BY_NAME[field])
        if self.text.startswith("_exists_:", at):
            self.repairs.append("_exists_: was read as has:")
            return self._value(self._push("FIELD", "has", at + 9, BY_NAME["has"]), BY_NAME["has"])
        return 0

    def _named(self, at: int) -> int:
        """Read a field by one of its names; 0 when a word with a colon stands here."""
        name = _NAME.match(self.text, at) or _APART.match(self.text, at)
        if name is None or (name.re is _APART and name[1].lower() not in BY_NAME):
            return 0
        rule = BY_NAME.get(name[1].lower())
        here = name.end()
        following = self.text[here : here + 1]
        if following not in ("", "(") and not following.isspace() and name[1].lower() in _SINCE:
            return self._since(name[1], here)
        if rule is None:
            if not following or following.isspace():
                self.repairs += meant(name[1])
                return 0  # a colon at the end of a word, as in a headline
            if self.text.startswith("//", here):
                self.repairs.append(f"{name[1]}:// was read as an address: url:")
                return self._word(self._push("FIELD", "url", here + 2, BY_NAME["url"]), "url")
            return self._unknown(name[1], here)
        self.repairs += translated(name[1])
        rest = self.text[here:].lstrip() if following.isspace() else ""
        if name.re is _APART or rest:
            self.repairs.append(f"the blank at the colon of {name[1]}: was left out")
        if rest:
            here = len(self.text) - len(rest)
        self._push("FIELD", rule.name, here, rule)
        return self._value(here, rule)

    def _since(self, name: str, here: int) -> int:
        """Read `since:2015-09` and its like as days."""
        sign = _SINCE[name.lower()]
        end = self._compared(sign, here)
        value = self.lexemes[-1].text.lstrip("<>= ")
        without = f", without {value}; since: takes that in" if sign == ">" else ""
        self.repairs.append(f"{name}: was read as date:{sign}{without}")
        return end

    def _compared(self, sign: str, here: int) -> int:
        """Read a day at a place, and all before or after it."""
        self._push("FIELD", "date", here, BY_NAME["date"])
        end = self._value(here, BY_NAME["date"])
        value = self.lexemes.pop()
        return self._push("WORD", sign + value.text.lstrip("<>= "), end)

    def _unknown(self, name: str, here: int) -> int:
        self._push("FIELD", name, here)
        return here

    def _value(self, at: int, rule: FieldRule) -> int:
        if at >= len(self.text):
            return at
        if rule.kind in ("date", "number"):
            if bracket := _BRACKETS.match(self.text, at):
                return self._after_value(self._push("RANGE", bracket[0], bracket.end()), rule)
            sign = _COMPARED.match(self.text, at)
            words = LOOSE if rule.kind == "date" else AMOUNT
            loose = words.match(self.text, sign.end() if sign else at)
            until = loose.end() if loose and (rule.kind == "date" or " " in loose[0]) else at
            if rule.kind == "number" and until == at:
                until = spelled_until(self.text, sign.end() if sign else at)
            if until > (sign.end() if sign else at):
                word = self._push("WORD", self.text[at:until], until)
                return self._after_value(word, rule)
            if sign:
                end = self._word_end(sign.end(), rule.kind)
                return self._after_value(self._push("WORD", self.text[at:end], end), rule)
        if rule.kind in ("words", "key", "name") and (said := ranged(self.text, at, rule.name)):
            self.repairs.append(said)
        if (
            self.text[at] in "-!"
            and rule.kind not in ("sort", "date", "number")
            and self._touches_next(at)
        ):
            at = self._push("NOT", self.text[at], at + 1)
        if self.text[at] == "=" and self.text[at + 1 : at + 2] in QUOTES:
            return self._after_value(self._phrase(at + 1, "WHOLE"), rule)
        if rule.whole and self.text[at] == "=" and self._touches_next(at):
            end = self._word_end(at + 1, rule.kind)
            whole = self._push("WHOLE", bare(self.text[at + 1 : end]), end)
            return self._after_value(whole, rule)
        if self.text[at] in "({":
            self.braces += self.text[at] == "{"
            return self._push("(", self.text[at], at + 1)
        if self.text[at] in QUOTES:
            return self._after_value(self._phrase(at), rule)
        if after := self._single(at):
            return self._after_value(after, rule)
        if self.text[at] == ")":
            return at
        return self._after_value(self._word(at, rule.kind), rule)

    def _after_value(self, at: int, rule: FieldRule) -> int:
        if self.text[at : at + 1] == "," and rule.kind != "url" and self._touches_next(at):
            return self._value(self._push(",", ",", at + 1), rule)
        return at

    def _word_end(self, at: int, value_of: str | None = None) -> int:
        start, end = at, len(self.text)
        opened = 0  # parentheses within an address
        while at < end:
            char = self.text[at]
            if char == "\\" and at + 1 < end:
                at += 2
                continue
            if value_of == "url" and (char == "(" or (char == ")" and opened)):
                opened += 1 if char == "(" else -1
            elif self._ends_word(at, value_of):
                break
            at += 1
        return max(at, min(start + 1, end))

    def _ends_word(self, at: int, value_of: str | None) -> bool:
        char = self.text[at]
        if char.isspace() or char in "()}" or char in QUOTES:
            return True
        if value_of == "url":
            return False
        if self.text.startswith(("&&", "||"), at):
            return True
        if char != "," or (value_of is None and not self.braces):
            return False
        return value_of == "date" or not self._within_a_number(at)

    def _within_a_number(self, at: int) -> bool:
        return self.text[at - 1 : at].isdigit() and self.text[at + 1 : at + 2].isdigit()

    def _is_between(self, end: int) -> bool:
        """Whether something stands on either side of the word that ends at a place."""
        before = self.lexemes[-1].kind if self.lexemes else "("
        return before in ("WORD", "PHRASE", "WHOLE", "REGEX", "RANGE", ")", "~", "^") and bool(
            self.text[end:].strip(" )")
        )

    def _is_compared(self) -> bool:
        """Whether what comes next stands in a group of a field that takes days or numbers."""
        closed = 0
        for at in range(len(self.lexemes) - 1, 0, -1):
            closed += self.lexemes[at].kind == ")"
            if self.lexemes[at].kind == "(":
                closed -= 1
                if closed < 0 and self.lexemes[at - 1].kind == "FIELD":
                    return BY_NAME[self.lexemes[at - 1].text].kind in ("date", "number")
        return False

    def _operator(self, at: int) -> int:
        """Read what joins or leaves out, or a word that is nearly that; 0 when a word stands here.

        What is said of words that only look like an operator is said here too.
        """
        near, end, said = near_at(self.text, at)
        if near:
            self.repairs += [said] * bool(said)
            return self._push("NEAR", near, end)
        end = self._word_end(at)
        word = self.text[at:end]
        if word == "*:*":
            return self._push("WORD", "*", end)
        said = misplaced(self.text, at)
        self.repairs += [said] * bool(said and not self._is_compared())
        if word in _OPERATORS:
            return self._push(_OPERATORS[word], word, end)
        if _NEAR.match(word):
            return self._push("NEAR", word, end)
        if (said := but_not(self.text, at)) and self._is_between(end):
            self.repairs.append(said)
            return self._push("AND", word, end)
        if word.isupper() and self.text != self.text.upper():
            if after := self._in_capitals(word, end):
                return after
        elif self._is_between(end) and (said := beside(word) or within(self.text, at)):
            self.repairs.append(said)
        near, said = nearly_near(word)
        self.repairs += [said] * bool(said)
        return self._push("NEAR", near, end) if near else 0

    def _in_capitals(self, word: str, end: int) -> int:
        """Read a word in capitals that is an operator elsewhere; 0 when it is only a word."""
        if word == "NEAR":
            near = f"NEAR/{NEAR_ALONE}"
            self.repairs.append(f"NEAR was read as {near}: so many words apart, in one paragraph")
            return self._push("NEAR", near, end)
        kind, meaning, said = in_capitals(word) if self._is_between(end) else ("", "", "")
        self.repairs += [said] * bool(said)
        return self._push(kind, meaning, end) if kind else 0

    def _word(self, at: int, value_of: str | None) -> int:
        if value_of != "url" and (regex := _REGEX.match(self.text, at)):
            return self._weight(self._push("REGEX", regex[1], regex.end()))
        if value_of is None and (after := self._operator(at)):
            return after
        end = self._word_end(at, value_of)
        word = self.text[at:end]
        endings: list[tuple[LexemeKind, str]] = []
        for pattern in () if value_of == "url" else (_ENDING_BOOST, _TILDE):
            ending = pattern.search(word)
            if ending and not _is_escaped(word, ending.start()):
                endings.append(("^" if ending[0][0] == "^" else "~", ending[0][1:]))
                word = word[: ending.start()]
        self._push("WORD", word, end)
        for sign, text in reversed(endings):
            self._push(sign, text, end)
        return end


def _is_escaped(word: str, at: int) -> bool:
    before = word[:at]
    return (at - len(before.rstrip("\\"))) % 2 == 1


def bare(word: str) -> str:
    """A word without its escaping backslashes."""
    return re.sub(r"\\(.)", r"\1", word, flags=re.DOTALL)
