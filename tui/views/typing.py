"""A query while it is typed: its last word may be unfinished.

What stands in the box goes in, the query to ask comes out: the last word, bare, of a field or of
an open phrase, also finds what begins with it, until a blank or Enter ends it. Words with an
asterisk or after a minus are left alone.
"""

from __future__ import annotations

import re

_LAST = re.compile(r"(?:^|(?<=[\s(]))([^\W\d_]{2,})$")
_IN_FIELD = re.compile(
    r"(?:^|(?<=[\s(]))((?:title|headline|body|author|by|outlet|source|agency|dateline|entity|person|"
    r"people|said|speaker|says|organisation|organization|org|place|quote|tag):)([^\W\d_]{2,})$",
    re.IGNORECASE,
)
_IN_PHRASE = re.compile(r'(?<!=)"[^"“”„*?\\]*[^\W_]$')
_ASKED = re.compile(r"\((\w+) OR (\w+)\*\)|\b(\w+) OR (\w+)\*")
_OPERATORS = {"AND", "OR", "NOT", "NEAR"}


def unfinished_word(query: str) -> str:
    """The word at the end of a query that may not be finished; empty when there is none."""
    if query.count('"') % 2 or any(mark in query for mark in "“”„"):
        return ""
    before = query.split()
    found = _LAST.search(query)
    if not found or found.group(1) in _OPERATORS:
        return ""
    if len(before) > 1 and before[-2] in ("NOT", "NEAR"):
        return ""
    return found.group(1)


def while_typed(query: str) -> str:
    """The query to ask while it is typed: the last word, or what begins with it.

    >>> while_typed("ferry aur"), while_typed("title:fi"), while_typed('ferry "car de')
    ('ferry (aur OR aur*)', 'title:(fi OR fi*)', 'ferry "car de*"')
    """
    word = unfinished_word(query)
    if word:
        return f"{query[: len(query) - len(word)]}({word} OR {word}*)"
    if query.count('"') % 2:
        return f'{query}*"' if _IN_PHRASE.search(query) else query
    if found := _IN_FIELD.search(query):
        field, word = found.groups()
        return f"{query[: found.start()]}{field}({word} OR {word}*)"
    return query


def begun(query: str) -> str:
    """The query whose last word is its beginning alone, as text; empty where no word is open.

    >>> begun("ferry aur"), begun('ferry "car de'), begun("ferry ")
    ('ferry aur*', 'ferry "car de*"', '')
    """
    asked = while_typed(query)
    if asked == query:
        return ""
    return asked if asked.endswith('*"') else f"{query}*"


def whole_now(query: str, before: int, now: int) -> str:
    """What to say where Enter made the last word whole, which finds less than was shown.

    >>> whole_now("sen", 900, 3)
    'Enter asks for whole words; sen* finds the 900 shown while it was typed.'
    """
    starred = begun(query)
    if not starred or before <= now:
        return ""
    return f"Enter asks for whole words; {starred} finds the {before:,} shown while it was typed."


def shorter_queries(query: str) -> list[str]:
    """The query without its last word, without its last two: while these cannot be read yet."""
    words = query.split()
    return [" ".join(words[:-cut]) for cut in (1, 2, 3) if len(words) > cut]


def read_while_typed(read_as: str, asked: str = "") -> str:
    """How such a query was read, as a person would say it: "ferry AND aur…"."""

    def shorter(found: re.Match[str]) -> str:
        whole, beginning = found.group(1) or found.group(3), found.group(2) or found.group(4)
        return f"{whole}…" if whole == beginning else found.group()

    return _ASKED.sub(shorter, goes_on(read_as, asked))


def goes_on(told: str, asked: str) -> str:
    """What is told of a query whose last phrase is open, without the star that nobody typed.

    >>> goes_on('said:"d* moss"', 'said:"moss, d*"')
    'said:"d… moss"'
    """
    if not asked.endswith('*"'):
        return told
    word = re.split(r'[\s"]', asked[:-2])[-1]
    return told.replace(f"{word}*", f"{word}…")


_MEANT = re.compile(r"^(?P<said>.+) finds nothing; did you mean (?P<meant>.+)\?$")


def suggestion(read_as: str, notes: tuple[str, ...]) -> str:
    """The query with the spellings that the notes offer; empty when they offer none."""
    query = read_as
    for note in notes:
        if (found := _MEANT.match(note)) and found["said"] in query:
            query = query.replace(found["said"], found["meant"], 1)
    return query if query != read_as else ""
