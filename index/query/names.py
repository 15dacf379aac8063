"""Names in queries, of outlets, entities and speakers: their beginnings, and titles before them.

Nodes go in, nodes and texts come out.
"""

from __future__ import annotations

from index.analysis import folded_words, tokens
from index.query.tokens import bare
from index.query.tree import And, Boosted, Node, Not, Or, Phrase, Prefix, Shaped, Word
from index.query.wording import wildcards

_TITLED = frozenset(("said", "person", "entity"))
_TITLES = frozenset("mr mrs ms miss mx dr prof sir dame messrs mme".split())
_OFFICES = frozenset(
    "president senator sen secretary gov governor representative rep congressman congresswoman"
    " minister premier chancellor".split()
)  # before a person's name; entity: also takes bodies ("General Motors"), so there they stay
_BEFORE_OFFICES = frozenset(("prime", "vice", "former"))


def begins(pattern: str) -> bool:
    r"""Whether a pattern is the beginning of a name: a `*` at its end is its one wildcard.

    >>> begins("new york t*"), begins("new * times"), begins(r"new\*"), begins("n*w*")
    (True, False, False, False)
    """
    return wildcards(pattern) == "*" and pattern.endswith("*") and bool(tokens(pattern[:-1]))


def beginning(node: Node) -> str | None:
    """The beginning of a name that a leaf asks for; None where it asks for something else."""
    match node:
        case Prefix(text):
            return text
        case Shaped(pattern) if begins(pattern):
            return bare(pattern[:-1])
    return None


def words_begin(pattern: str) -> bool:
    r"""Whether a pattern is a name of which some words are beginnings, before a `*`.

    >>> words_begin("ot* brandis"), words_begin("j* r* moss"), words_begin("n*w york")
    (True, True, False)
    """
    return bool(wildcards(pattern)) and all(
        not wildcards(word) or begins(word) for word in pattern.split()
    )


def begun(node: Node) -> str | None:
    """A name of which words before a `*` are beginnings; None where a leaf is no such name.

    >>> begun(Prefix("Bell")), begun(Shaped("ot* brandis")), begun(Word("Bell"))
    ('Bell*', 'ot* brandis', None)
    """
    match node:
        case Prefix(text):
            return f"{text}*"
        case Shaped(pattern) if words_begin(pattern):
            return " ".join(map(_begun_word, pattern.split()))
    return None


def _begun_word(word: str) -> str:
    return f"{bare(word[:-1])}*" if wildcards(word) else bare(word).replace("*", "")


def untitled(node: Node, field: str, repairs: list[str]) -> Node:
    """A value of a field of people without titles and offices; what was left out is told.

    Names are kept without these. A title that is all there is stays.
    """
    if field not in _TITLED:
        return node
    match node:
        case Phrase(text) | Shaped(text):
            title, name = _parted(text, field)
            if not title or not tokens(name):
                return node
            repairs.append(_told(field, title))
            if isinstance(node, Shaped):
                return Shaped(name)
            return Word(name) if len(folded_words(name)) == 1 else Phrase(name)
        case And(nodes):
            titles = [one.text for one in nodes if isinstance(one, Word) and _is_title(one.text)]
            names = tuple(
                one for one in nodes if not (isinstance(one, Word) and one.text in titles)
            )
            if not names:
                return node
            repairs += [_told(field, title) for title in titles]
            return And(tuple(untitled(one, field, repairs) for one in names))
        case Or(nodes):
            return Or(tuple(untitled(one, field, repairs) for one in nodes))
        case Not(inner):
            return Not(untitled(inner, field, repairs))
        case Boosted(inner, factor):
            return Boosted(untitled(inner, field, repairs), factor)
    return node


def _parted(text: str, field: str) -> tuple[str, str]:
    """The titles and offices that a name begins with, and the name.

    >>> _parted("Prime Minister May", "said"), _parted("Secretary of State", "said")
    (('Prime Minister', 'May'), ('', 'Secretary of State'))
    """
    words = text.split(" ")
    plain = [word.rstrip(".").casefold() for word in words]
    at = 0
    while at < len(words) - 1:
        here, behind = plain[at : at + 2]
        office = here in _OFFICES or (here in _BEFORE_OFFICES and behind in _OFFICES)
        if not (_is_title(here) or (office and field != "entity")):
            break
        at += 1
    if plain[at] in _OFFICES or plain[at] == "of":
        return "", text  # an office of which nobody is named
    return " ".join(words[:at]), " ".join(words[at:])


def _is_title(word: str) -> bool:
    return word.rstrip(".").casefold() in _TITLES


def _told(field: str, title: str) -> str:
    return f"{field}: takes a name without a title; {title} was left out"
