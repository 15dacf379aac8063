"""What to know of single words of a query: unlikely spellings, other spellings, capitals.

A query as it was read and what it found go in, sentences come out; nothing is searched otherwise
than it was asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from corpus.words import STOP
from index.analysis import form, words
from index.engine import Engine, Matches
from index.outside import Outside
from index.query.print import read_as
from index.query.tree import Field, Node, Or, Prefix, Word, leaves
from index.query.variants import variants
from index.query.wording import ACRONYMS
from index.schema import TEXT_FIELDS
from index.spelling import is_one_slip, stands, written

_OF_TEXT = (None, "quote", *TEXT_FIELDS)
_LEAST = 5  # letters of a word that may be a slip; shorter ones are like too many others
_RARE = 20  # articles with a word from which on it is no slip, however frequent its like
_RARER = 100  # times as frequent is what a slip stands for
_ENDINGS = frozenset(
    "'s s es d ed ing e er ers or ors ly y ies ied al ally ion ions ation ations ment ments".split()
) | {""}


def word_notes(engine: Engine, matches: Matches, tree: Node, outside: Outside) -> tuple[str, ...]:
    """The sentences."""
    asked = list(dict.fromkeys(_asked(tree)))
    known = {text.casefold() for text, _ in asked}
    told = {
        text: said
        for text, field in asked
        if (said := _slip(engine, matches, text))
        or (said := _variant(engine, text, field, known, outside))
    }
    return (*told.values(), *_in_capitals(matches, [text for text, _ in asked], told.keys()))


def _asked(tree: Node) -> Iterator[tuple[str, str | None]]:
    """The words that texts are asked for, each with its field, those not typed to the end left
    out."""
    begun = {leaf.node.text for leaf in leaves(tree) if isinstance(leaf.node, Prefix)}
    for leaf in leaves(tree):
        if not (leaf.wanted and isinstance(leaf.node, Word) and leaf.field in _OF_TEXT):
            continue
        if leaf.node.text not in begun:
            yield leaf.node.text, leaf.field


def _slip(engine: Engine, matches: Matches, text: str) -> str:
    """What to say of a word that stands nowhere, or in few articles where its like is in many."""
    found = words(text)
    word = found[0].folded
    if len(found) != 1 or len(word) < _LEAST or not word.isalpha():
        return ""
    there = stands(matches.snapshot, word)
    if there > _RARE or (not there and not matches.total):
        return ""  # where nothing is found, why is told
    if there * _RARER > len(TEXT_FIELDS) * matches.snapshot.size:
        return ""  # nothing stands in so many texts
    likest = engine.spelling(word)
    if likest is None or _is_form(word, likest):
        return ""
    if any(stands(matches.snapshot, one) for one in variants(text)):
        return ""
    many = stands(matches.snapshot, likest)
    if not there:
        return f"{text} stands nowhere as it is written; did you mean {likest}?"
    if many < there * _RARER or not is_one_slip(word, likest):
        return ""
    return f"{text} stands in few articles; did you mean {likest}?"


def _is_form(word: str, other: str) -> bool:
    """Whether two words may be forms of one: they are the same but for usual endings."""
    same = 0
    while same < min(len(word), len(other)) and word[same] == other[same]:
        same += 1
    return any(
        word[cut:] in _ENDINGS and other[cut:] in _ENDINGS
        for cut in range(max(3, same - 3), same + 1)
    )


def _variant(
    engine: Engine, text: str, field: str | None, asked: set[str], outside: Outside
) -> str:
    """What to say of a word that the archive writes in another way too."""

    def found(node: Node) -> int:
        asked = node if field is None else Field(field, node)
        return engine.search(asked, limit=0, outside=outside).total

    others = [Word(one) for one in variants(text) if one.casefold() not in asked]
    others = [one for one in others if found(one)]
    if not others:
        return ""
    either = Or((Word(text), *others))
    total, alone = found(either), found(Word(text))
    if total == alone or not alone:
        return ""  # where it finds nothing, the others are offered in its place
    shown = ", ".join(one.text for one in others)
    return f"{text} is also written {shown} here; {read_as(either)} finds {total:,}."


def _in_capitals(matches: Matches, asked: list[str], told: Set[str]) -> tuple[str, ...]:
    """What to say of words in capitals that mostly stand in small letters in texts.

    Nothing is said of those of which something is `told` already.
    """
    if len(asked) > 1 and all(text == text.upper() for text in asked):
        return ()  # all is in capitals, which says nothing
    silent = STOP | {one.lower() for one in ACRONYMS}
    for text in asked:
        if text in told:
            continue
        if len(text) > 1 and text.isalpha() and text.isupper() and form(text).folded not in silent:
            small = large = 0
            for one, count in written(matches.snapshot, text):
                small += count * one.surface.islower()
                large += count * (one.surface.removesuffix("'s").isupper())
            if small > large:
                known = ", ".join(sorted(ACRONYMS))
                return (
                    f"{text} finds {form(text).folded} too; only {known} are told apart by "
                    "their capitals.",
                )
    return ()
