"""Pieces of the page that stand inside a paragraph: links pasted into a sentence, and such.

The text of a line comes in; its spans that are none of the article's words come out, each
with a role and a reason. The line's block then goes on without them, and `reading` sets them
aside one by one, so that nothing is lost and no sentence holds what it never said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from corpus.cleaning.lines import Block


class Insertion(NamedTuple):
    """A span [start, end) of a line's text that is no part of the article, and why."""

    start: int
    end: int
    role: str
    why: str


_RUN_OF_LINKS = "links about a name, pasted into the sentence behind it"
_MORE = re.compile(r"(?<=\S) MORE(?!\w)")
REACH = 1_000  # characters of links before their MORE; the longest of 6,785 has 702
_CAPITAL = "A-ZÀ-ÖØ-Þ"
_NAME = rf"[{_CAPITAL}][\w'’\-]*[a-zà-öø-ÿ]"
_PART = (
    rf"(?:[{_CAPITAL}][\w'’.\-]*|\([\w .'’\"“”\-]{{1,25}}\)|[\"“'][{_CAPITAL}]\w+[\"”']|"
    r"de|da|del|la|van|von|der|den|bin|al|el|di|le)"
)
_TITLE = r"(?:,? (?:Jr|Sr)\.?|,? I{2,3})?"
_HEADLINE = rf"[{_CAPITAL}0-9'‘\"“$#]"
# "Lena Orlova" + "Lena Maria OrlovaCouncil votes Ferry sails MORE": the full name, glued to the
# first headline, ends as the name in the sentence does; where a blank parts them, or where it is
# spelt otherwise, its first name comes again too.
_REPEATED_NAME = (
    re.compile(
        rf"(?<![\w.\-'’])(?P<last>{_NAME}){_TITLE}(?P<links> ?(?:{_PART} ){{1,6}}(?P=last){_TITLE})"
        rf"(?={_HEADLINE})"
    ),
    re.compile(
        rf"(?<!\w)(?P<first>{_NAME}) (?:[A-Z]\.? )?(?P<last>{_NAME}){_TITLE}(?P<links> ?"
        rf"(?:{_PART} ){{0,3}}\(?(?P=first)\)? (?:{_PART} ){{0,3}}(?P=last){_TITLE})"
        rf"(?= {_HEADLINE})"
    ),
    re.compile(
        rf"(?<!\w)(?P<first>{_NAME})(?: [{_CAPITAL}][\w'’.\-]*){{1,3}}"
        rf"(?P<links> (?P=first)(?: {_PART}){{0,5}}? [{_CAPITAL}][\w'’.\-]*[a-zà-öø-ÿ.)])"
        rf"(?={_HEADLINE})"
    ),
)


# "(RELATED: Ferry Sails Again)" behind a sentence; inside it, brackets may stand once.
_BRACKETED = re.compile(
    r"\((?:RELATED|SEE ALSO|SEE RELATED|READ MORE|ALSO READ|READ ALSO|MORE|WATCH|VIDEO|PHOTOS|"
    r"LISTEN|Related|See also|Read more|Also read|Watch|Video|Photos) ?:"
)
_IN_BRACKETS = re.compile(
    rf"(?:^|(?<=[.!?…:\"”’)\]])) ?{_BRACKETED.pattern} ?"
    r"[^()\n]{8,200}(?:\([^()\n]{1,40}\)[^()\n]{0,100})?\)"
)
_LINK = "link to another article, in brackets behind a sentence"
_AFTER_SENTENCE = r"(?<=[.!?…\"”’)])"
_ADVERTISEMENT = re.compile(
    rf"^(?:ADVERTISEMENT ?)+(?=[{_CAPITAL}\"“‘])|"
    rf"{_AFTER_SENTENCE} ?(?:Advertisement|ADVERTISEMENT)(?: (?:Advertisement|ADVERTISEMENT))*$|"
    rf"{_AFTER_SENTENCE} ?ADVERTISEMENT(?= ?[{_CAPITAL}\"“‘])"
)
_BOX = re.compile(rf"^Story [Hh]ighlights (?=[{_CAPITAL}\"“‘$0-9])|(?<=\)) Story Highlights .+$")
_GOES_ON = re.compile(
    r"(?: ?\()? ?\b(?:Story|Article) continues below(?: (?:the |this )?"
    r"(?:video|photo|image|gallery|ad|advertisement))?\b[.:]?\)?"
)
_SHARING = re.compile(
    rf"{_AFTER_SENTENCE}(?: Read more opinion)?(?: LISTEN TO ARTICLE \d{{1,2}}:\d\d)?"
    r" SHARE THIS ARTICLE"
    r"(?: (?:Share|Tweet|Post|Email|Print|Pin|Facebook|Twitter|LinkedIn|WhatsApp|Reddit))*$"
)
_LETTERS = re.compile(
    rf"{_AFTER_SENTENCE} ?Write to [{_CAPITAL}][^@\n]{{2,60}}? at \S+@\S+"
    r"(?:,? (?:and )?[^@\n]{2,60}? at \S+@\S+){0,5}$"
)
_Shape = tuple[str, re.Pattern[str], str, str]  # what it holds, itself, role, why
_SHAPES: tuple[_Shape, ...] = (
    ("(", _IN_BRACKETS, "related", _LINK),
    ("dvertisement", _ADVERTISEMENT, "noise", "advertisement inside a line"),
    ("ADVERT", _ADVERTISEMENT, "noise", "advertisement inside a line"),
    ("ighlights", _BOX, "noise", "heading of a box, or the box behind a picture"),
    ("continues below", _GOES_ON, "noise", "says where the text goes on"),
    ("SHARE THIS", _SHARING, "noise", "buttons behind a sentence"),
    ("Write to", _LETTERS, "noise", "where to write, behind a sentence"),
)
NEEDED = (
    *(sign for sign, *_ in _SHAPES if sign != "("), " MORE",
    "(RELATED", "(SEE ", "(READ ", "(ALSO ", "(MORE", "(WATCH", "(VIDEO", "(PHOTOS", "(LISTEN",
    "(Related", "(See ", "(Read ", "(Also ", "(Watch", "(Video", "(Photos",
)  # fmt: skip
"""Words without which no page has anything inserted in its lines."""
_PICTURE = re.compile(
    r"(?:Media playback is (?:un)?supported on (?:your|this) device |"
    r"Image (?:copyright|source|credit) (?:\S+ ){1,8}?)?(?:Image|Media) caption (?=\S+ \S+ \S)"
)


def take_out(blocks: Iterable[Block]) -> None:
    """Let the blocks go on without the pieces of the page inside them."""
    taken = list(blocks)
    whole = "\n".join([block.text for block in taken])
    shapes = [shape for shape in _SHAPES if shape[0] in whole]
    if not _BRACKETED.search(whole):
        shapes = [shape for shape in shapes if shape[1] is not _IN_BRACKETS]
    if not shapes and " MORE" not in whole:
        return
    for block in taken:
        if found := insertions(block.text, shapes):
            block.take_out(found)


def take_out_of_captions(blocks: Iterable[Block]) -> None:
    """Let captions go on without the credit and the label in front of them."""
    for block in blocks:
        if block.role == "caption" and not block.inserted and block.text[:1] in "IM":
            label = _PICTURE.match(block.text)
            if label is not None:
                block.take_out([Insertion(0, label.end(), "credit", "stands before the caption")])


def insertions(text: str, shapes: Sequence[_Shape] = _SHAPES) -> list[Insertion]:
    """The spans of a line that are pieces of the page, in order, none inside another."""
    found = list(_pasted_links(text)) if " MORE" in text else []
    for key, pattern, role, why in shapes:
        if key in text:
            found += [Insertion(m.start(), m.end(), role, why) for m in pattern.finditer(text)]
    if len(found) < 2:
        return found
    apart: list[Insertion] = []
    for one in sorted(found):
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
    return apart


def _pasted_links(text: str) -> Iterator[Insertion]:
    begin = 0
    for more in _MORE.finditer(text):
        begin = max(begin, more.start() - REACH)
        before = text[begin : more.start()]
        found = next(filter(None, (form.search(before) for form in _REPEATED_NAME)), None)
        if found is not None:
            yield Insertion(begin + found.start("links"), more.end(), "related", _RUN_OF_LINKS)
        begin = more.end()
