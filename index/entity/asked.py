"""Other ways to read a name than as it was typed, and when one of several that it may be leads.

"President Quill" is Quill with a title before it, "Jim Quill" may be James Quill, "quill thomas"
stands the wrong way round. A name goes in, the names come out that it may stand for, each with
the reason in words; nothing here knows an archive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.entities.titles import REGNAL, office_spans
from corpus.first_names import are_one, forms_of, is_given
from corpus.text import fold
from index.analysis import folded_words

LEADS = 5  # times as many articles as the next one: Trump 30 and more, Obama 8, Clinton 4, Bush 4
LEADS_AS_KIND = 3  # the same of one name under two kinds, which is mostly one thing read twice
_SMALL = re.compile(r"\b(?:Of|For|The|And)\b")  # "Secretary of State" in any case of letters
_HELD = re.compile(
    r"of (?:the )?(?!the )\w+ (?=\w+ \w)", re.IGNORECASE
)  # "Speaker of the House Ada Quill"
_WORN = re.compile(r"^the +(?=\S)|(?<=\w)['’]s$", re.IGNORECASE)
_FULL = 2  # words of a name in full
_REGNAL = frozenset(map(fold, REGNAL))
_SHORT = {
    "ag": "Attorney General", "amb": "Ambassador", "atty gen": "Attorney General",
    "dep": "Deputy", "pm": "Prime Minister", "pres": "President", "sec": "Secretary",
    "secy": "Secretary", "vp": "Vice President", "vice pres": "Vice President",
}  # fmt: skip
_SHORTENED = re.compile(
    rf"(?P<short>{'|'.join(short.replace(' ', '[.]? ') for short in _SHORT)})[.]?(?= [^\W\d_])",
    re.IGNORECASE,
)
_BEHIND = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))  # no surnames


@dataclass(frozen=True, slots=True)
class Way:
    """A name to look for instead of the typed one, and why; `title` is what stood before it."""

    name: str
    why: str
    title: str = ""


def untitled(name: str) -> Way | None:
    """The name behind the titles and offices it is typed with; None where there are none.

    >>> untitled("president obama"), untitled("FBI Director Jim Quill")
    (Way(name='obama', why='without the title', title='president'), \
Way(name='Jim Quill', why='without the title', title='FBI Director'))
    >>> untitled("Secretary of State"), untitled("Thomas Quill")
    (None, None)
    >>> untitled("Sec. Quill")
    Way(name='Quill', why='without the title', title='Secretary')
    """
    name = _written_out(name)
    raised = _SMALL.sub(lambda small: small[0].lower(), name.title())
    if len(raised) != len(name):  # a letter that two stand for
        return None
    ends = [end for _, end in office_spans(raised)]
    first = fold(name.partition(" ")[0])
    if first in _REGNAL:
        ends.append(len(first))
    for end in sorted(ends, reverse=True):
        rest = name[end:].removeprefix("-elect").removeprefix("-Elect").lstrip(" .,")
        if (held := _HELD.match(rest)) is not None:
            rest = rest[held.end() :]
        if rest and name[end : end + 1] in (" ", ".", ",", "-") and not _goes_on(rest):
            return Way(rest, "without the title", name[: len(name) - len(rest)].strip(" ,"))
    return None


def _written_out(name: str) -> str:
    """A name with the short form of a title before it as articles write it in full."""
    short = _SHORTENED.match(name)
    if short is None or short[0] == "SEC":  # the body
        return name
    return _SHORT[fold(short["short"]).replace(".", "")] + name[short.end() :]


def worn(name: str) -> str:
    """A name without the article and the "'s" that it is typed with.

    >>> worn("the Harbour Post"), worn("Quill's")
    ('Harbour Post', 'Quill')
    """
    return _WORN.sub("", name)


def are_one_name(one: str, other: str) -> bool:
    """Whether two names may be one, which no other sign parts: the same words otherwise dotted,
    or two forms of the first name.

    >>> are_one_name("Mike Quill", "Michael Quill"), are_one_name("Ann Quill", "Ada Quill")
    (True, False)
    """
    first, last = folded_words(one), folded_words(other)
    if first == last:
        return True
    return first[1:] == last[1:] != [] and are_one(first[0], last[0])


def _goes_on(rest: str) -> bool:
    """Whether what stands behind an office is still of it: "Secretary of State"."""
    return fold(rest.partition(" ")[0]) in ("of", "for", "and", "general", "elect")


def given_otherwise(name: str) -> Iterator[Way]:
    """A person's full name with the other forms of its first name.

    >>> [way.name for way in given_otherwise("Jim Quill")]
    ['James Quill']
    """
    first, *rest = name.split() or [""]
    for form in forms_of(fold(first)) if rest else ():
        other = form.title()
        yield Way(" ".join((other, *rest)), f"{first.title()} may stand for {other}")


def turned_round(name: str) -> Iterator[Way]:
    """A full name that is typed with its surname first, and one without its middle names.

    >>> [way.name for way in turned_round("quill thomas")]
    ['thomas quill']
    >>> [way.name for way in turned_round("Ada Maria Quill")]
    ['Maria Quill Ada', 'Quill Ada Maria', 'Ada Quill']
    """
    words = name.split()
    if len(words) < _FULL:
        return
    ways = {" ".join((*words[1:], words[0])), " ".join((words[-1], *words[:-1]))}
    yield from (Way(way, "the other way round") for way in sorted(ways - {name}))
    if len(words) > _FULL and is_given(words[0].title()) and fold(words[-1]) not in _BEHIND:
        yield Way(f"{words[0]} {words[-1]}", "without the middle name")


def leads(articles: Sequence[int], times: int = LEADS) -> bool:
    """Whether the first of several, the most named first, is so much more named than the next
    that it is meant.

    >>> leads([90, 12, 1]), leads([90, 30]), leads([7])
    (True, False, True)
    """
    return len(articles) == 1 or (len(articles) > 1 and articles[0] >= times * articles[1])
