"""What other search engines write: how it is read here, and what is said of it.

Pieces of a query come in, ours and a sentence for the person come out; nothing raises. What has
no place here is left to `query.remarks`.
"""

from __future__ import annotations

import re
from typing import Literal

from index.query.fields import BY_NAME
from index.query.remarks import beside

NEAR_ALONE = 10  # words, as other search engines have it

_NEARLY = re.compile(r"(NEAR|PRE|W)/([^\s()]*)$", re.IGNORECASE)
_NUMBERED = re.compile(r"(ONEAR/?|NEAR|WITHIN/|ADJ/?|N/|PRE|near|adj/?|pre)(\d{1,6})$")
_ALONE = {"ADJ": "PRE/1", "ONEAR": f"PRE/{NEAR_ALONE}", "SAME": "w/p"}
_UNITS = {"sent": "s", "sentence": "s", "para": "p", "paragraph": "p"}
_BETWEEN = re.compile(r"(AROUND|O?NEAR)\((?:n\s*=\s*)?(\d{1,6})\)(?=\s|$)", re.IGNORECASE)
_WITHIN = re.compile(
    r"(?:(?:WITHIN|AROUND)\s+(\d{1,3})(?:\s+WORDS?)?(?:\s+OF)?|within\s+(\d{1,3})\s+words?\s+of)(?=\s)"
)
_PRECEDING = re.compile(r"\+(\d{1,2}|[Ss])(?=\s)")
_TRUNCATED = re.compile(r"(.*\w)(!+)", re.DOTALL)
_SPACED = re.compile(r"([Ww]|PRE|pre|NEAR|near)(?:\s+/\s*|/\s+)(\d{1,3})(?=\s)")
_CALLED = re.compile(r"([a-z]+)\((?!s\))", re.IGNORECASE)
_CALLABLE = frozenset(("words", "key", "name", "date", "number"))
_PLAIN = r"(?!(?:and|or|not)\b)[^\W_][\w.'’&-]*"
_HELD = re.compile(rf"\(\s*({_PLAIN}(?:\s+{_PLAIN})+)\s*\)", re.IGNORECASE)
_WRAPPED = re.compile(r"(at(?:least|l)\d+|allcaps|nocaps|caps|plural|singular)\(", re.IGNORECASE)
_LEADS = {
    "lead": ("body", "the first paragraph has no field of its own"),
    "hlead": ("title", "the first paragraph has no field of its own; body:( ) is all below"),
}
_SEGMENTS = {
    **dict.fromkeys(("company", "organization"), "organisation"),
    **dict.fromkeys(("geographic", "city", "country", "state"), "place"),
    **dict.fromkeys(("pub", "so"), "outlet"),
    **dict.fromkeys(("hl", "hd", "ti"), "title"),
    "au": "author",
}
_NO_SEGMENTS = frozenset(
    "length section terms term type graphic caption series industry ticker correction".split()
)
_LEFT_OUT = {"ANDNOT", "BUTNOT", "AND_NOT", "EXCEPT", "MINUS", "WITHOUT"}
_NO_OPERATORS = {
    "XOR": "(a OR b) -(a b) is one without the other",
    **dict.fromkeys(("BUT", "PLUS"), "AND is for both"),
}
_BUT_NOT = re.compile(r"but(?=\s+NOT\s)|but(?=\s+[-!]\w)", re.IGNORECASE)
_COMPARED = re.compile(r"([A-Za-z]+)\s*(=~|==|=|#|!=|!~|!#)\s*(?=[\"\w])")
_BOUND = re.compile(r"([A-Za-z]+)\s*([<>]=?(?=\s*[$€£]?\d)|=(?=\s*\d))")
_FEEDS = {
    "content": "body", "feedtitle": "outlet", "link": "url",
    "hd": "title", "hl": "title", "lp": "body", "la": "lang", "sn": "outlet", "rst": "outlet",
}  # fmt: skip
_DATED = re.compile(
    r"(?:and\s+)?(?:date\s+(aft|after|bef|before|is|geq|leq)|(aft|bef))\s+(?=\S*\d{4})",
    re.IGNORECASE,
)
_SIGNS = {"aft": ">", "after": ">", "bef": "<", "before": "<", "is": "", "geq": ">=", "leq": "<="}


def nearly_near(word: str) -> tuple[str, str]:
    """What `NEAR/x`, `w/5.5` or `ADJ5` shall mean (empty: words), and what to say of it.

    >>> nearly_near("NEAR/x")[0], nearly_near("w/5.5")[0], nearly_near("pre/post")[0]
    ('NEAR/10', 'w/5', '')
    """
    if numbered := _NUMBERED.match(word):
        near = f"{'PRE' if word[0] in 'AaOPp' else 'NEAR'}/{numbered[2]}"
        return near, f"{word} was read as {near}"
    nearly = _NEARLY.match(word)
    if nearly is None:
        return "", ""
    name, rest = nearly[1], nearly[2]
    if unit := _UNITS.get(rest.lower()):
        return f"{name}/{unit}", f"{word} was read as {name}/{unit}"
    if rest[:1].isalpha() and name != "NEAR" and (len(rest) > 1 or rest in "oO"):
        instead = f"{name}/{NEAR_ALONE} is for near"
        if rest in "oO":
            instead = "NOT is for without"
        elif rest.lower().startswith("seg"):
            instead = "title:( ) and body:( ) are for parts of an article"
        return "", f"{word} was looked for as words; {instead}"
    number = re.search(r"\d{1,6}", rest)
    near = f"{name}/{int(number[0]) if number else NEAR_ALONE}"
    return near, f"{word} was read as {near}: how many words apart is a whole number"


def near_at(text: str, at: int) -> tuple[str, int, str]:
    """`AROUND(5)`, `WITHIN 5` at a place: how near, where it ends, what to say; else empty.

    >>> near_at("a WITHIN 5 b", 2), near_at("a AROUND(3) b", 2)[:2]
    (('NEAR/5', 10, 'WITHIN 5 was read as NEAR/5'), ('NEAR/3', 11))
    """
    if around := _BETWEEN.match(text, at):
        near = f"{'PRE' if around[1][0] in 'oO' else 'NEAR'}/{around[2]}"
        usual = around[1].isupper() and "n" not in around[0]
        return near, around.end(), "" if usual else f"{around[0]} was read as {near}"
    if spaced := _SPACED.match(text, at):
        near = f"{spaced[1]}/{spaced[2]}"
        return near, spaced.end(), f"{spaced[0]} was read as {near}"
    if within := _WITHIN.match(text, at):
        near = f"NEAR/{within[1] or within[2]}"
        return near, within.end(), f"{' '.join(within[0].split())} was read as {near}"
    return "", at, ""


def preceding(text: str, at: int) -> tuple[str, int, str]:
    """Westlaw's `+5` and `+s` at a place: how near, where it ends, what to say; else empty.

    >>> preceding("a +5 b", 2), preceding("a +500 b", 2)[0]
    (('PRE/5', 4, '+5 was read as PRE/5'), '')
    """
    found = _PRECEDING.match(text, at)
    if found is None:
        return "", at, ""
    near = f"PRE/{found[1].lower()}"
    return near, found.end(), f"{found[0]} was read as {near}"


def truncated(word: str) -> tuple[str, list[str]]:
    """A word with Nexis's `!` for any ending with the `*` it has here, and what to say of it.

    >>> truncated("immigra!")[0], truncated("no!!")[0]  # two are punctuation
    ('immigra*', 'no!!')
    """
    found = _TRUNCATED.fullmatch(word)
    if found is None:
        return word, []
    if found[2] != "!":
        return word, [f"the ! after {found[1]} was left out; {found[1]}* is all that begins so"]
    return f"{found[1]}*", [f"{word} was read as {found[1]}*: all that begins so"]


def called(text: str, at: int) -> tuple[str, int, str]:
    """`headline(` at a place, as Nexis has it: our field, where the parenthesis is, what to say.

    Without a field what stands in the parentheses is only words: `atleast5(`.
    """
    if wrapped := _WRAPPED.match(text, at):
        return "", wrapped.end() - 1, f"{wrapped[1]} cannot be asked; it was left out"
    name = _CALLED.match(text, at)
    if name is None:
        return "", 0, ""
    segment = name[1].lower()
    if segment in _NO_SEGMENTS:
        return "", name.end() - 1, f"{name[0]} is no part of an article here; it was left out"
    field, but = _LEADS.get(segment, (_SEGMENTS.get(segment, segment), ""))
    rule = BY_NAME.get(field)
    if rule is None or rule.kind not in _CALLABLE:
        return "", 0, ""
    said = f"{name[0]} was read as {rule.name}:("
    return rule.name, name.end() - 1, f"{said}; {but}" if but else said


def held(text: str, at: int) -> tuple[str, int]:
    """Plain words in the parentheses at a place, which other engines take for one name, and where
    they end; else empty.

    >>> held("PUB(new york times) a", 3), held("PUB(times OR post)", 3)
    (('new york times', 19), ('', 3))
    """
    found = _HELD.match(text, at)
    return (found[1], found.end()) if found else ("", at)


def in_capitals(word: str) -> tuple[Literal["NEAR", "NOT", "OR", ""], str, str]:
    """What a word in capitals between two others is: "NEAR", "NOT", "OR" or none, how, what to say.

    >>> in_capitals("SAME"), in_capitals("N5")[0], in_capitals("NATO")
    (('NEAR', 'w/p', 'SAME was read as w/p'), '', ('', '', ''))
    """
    if near := _ALONE.get(word):
        return "NEAR", near, f"{word} was read as {near}"
    if word in _LEFT_OUT:
        return "NOT", word, f"{word} was read as NOT"
    if word == "AND/OR":
        return "OR", word, "AND/OR was read as OR"
    if instead := _NO_OPERATORS.get(word):
        return "", "", f"{word} was looked for as a word; {instead}"
    return "", "", beside(word)


def but_not(text: str, at: int) -> str:
    """What to say of `BUT NOT` at a place, which is read as `AND NOT`; empty for all else."""
    found = _BUT_NOT.match(text, at)
    return f"{found[0]} before NOT was read as AND" if found else ""


def is_operator(word: str) -> bool:
    """Whether a word could be read as an operator of another search engine."""
    return word in _ALONE or word in _LEFT_OUT or word == "AND/OR" or bool(nearly_near(word)[0])


def compared(text: str, at: int) -> tuple[str, bool, int, str]:
    """`author =~ "x"`, `hd=x` at a place, as newsboat and Factiva have it: our field, whether what
    follows is left out, its end, what to say.

    >>> compared('title # "iran"', 0)
    ('title', False, 8, 'title # was read as title:')
    """
    bound = _BOUND.match(text, at)
    rule = BY_NAME.get(bound[1].lower()) if bound else None
    if bound and rule and rule.kind in ("date", "number"):
        sign = bound[2]
        return rule.name, False, bound.start(2), f"{bound[1]} {sign} was read as {rule.name}:{sign}"
    found = _COMPARED.match(text, at)
    rule = BY_NAME.get(_FEEDS.get(found[1].lower(), found[1].lower())) if found else None
    if found is None or rule is None or rule.kind not in ("words", "key", "url"):
        return "", False, at, ""
    lost = found[2][0] == "!"
    said = f"{found[0].strip()} was read as {'-' * lost}{rule.name}:"
    return rule.name, lost, found.end(), said


def dated(text: str, at: int) -> tuple[str, int, str]:
    """`date aft` at a place, as Nexis has it: the sign of comparison, where it ends, what to say.

    >>> dated("date aft 2015", 0)
    ('>', 9, 'date aft was read as date:>')
    """
    found = _DATED.match(text, at)
    if found is None:
        return "", at, ""
    sign = _SIGNS[(found[1] or found[2]).lower()]
    return sign, found.end(), f"{' '.join(found[0].split())} was read as date:{sign}"
