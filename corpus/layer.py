"""What an archive has taught: the one value besides bytes and judgements a reading may rest on.

A `Layer` is made by `corpus.learning` from many articles and given to `corpus.reading.read`.
It names the lines that recur within an outlet, and which names are spellings of one. The
same articles make the same layer in whatever order they came.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.text import fold

if TYPE_CHECKING:
    from corpus.cleaning import Block

LEARNING = "2"
"""Version of everything that decides what is learnt from a set of articles."""

RECURS = "recurs in "
"""How the reason of every line begins that a layer set aside."""

_BLANKS = re.compile(r"\s+")
_CANDIDATES = frozenset(("body", "subhead", "caption", "pullquote", "standfirst"))
_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Recurring:
    """In how many of an outlet's articles a line stands."""

    articles: int
    of: int


@dataclass(frozen=True, slots=True)
class SameName:
    """A name's key that stands for the name with another key, and why."""

    key: str
    root: str
    why: str


@dataclass(frozen=True, slots=True)
class OutletLines:
    """The lines that recur within one outlet, by `line_key`."""

    outlet: str
    lines: Mapping[str, Recurring]

    @property
    def version(self) -> str:
        """The name of exactly these lines and counts; a reading that used them carries it."""
        counts = [(key, line.articles, line.of) for key, line in sorted(self.lines.items())]
        return f"lines-{LEARNING}-{_digest([self.outlet, counts])}"

    def reason(self, key: str) -> str:
        """Why a line is set aside."""
        line = self.lines[key]
        return f"{RECURS}{line.articles} of {line.of} articles of {self.outlet}"


@dataclass(frozen=True, slots=True)
class Layer:
    """Everything learnt from `articles` articles, of which `recognised` had names.

    `aliases` are what people decided about outlets' spellings (folded spelling → outlet);
    they choose the lines and are no part of the version.
    """

    lines: Mapping[str, Mapping[str, Recurring]] = field(default_factory=dict)
    names: tuple[SameName, ...] = ()
    articles: int = 0
    recognised: int = 0
    aliases: Mapping[str, str] = field(default_factory=dict)

    @property
    def version(self) -> str:
        """The layer's name: the version of the rules of learning, and a digest of the rest."""
        lines = {
            outlet: sorted((key, line.articles, line.of) for key, line in lines.items())
            for outlet, lines in sorted(self.lines.items())
        }
        names = sorted((name.key, name.root) for name in self.names)
        return f"learnt-{LEARNING}-{_digest([lines, names])}"

    def lines_of(self, outlet: str | None) -> OutletLines | None:
        """What recurs within an outlet, under whichever spelling; None where nothing does."""
        if not outlet:
            return None
        name = self.aliases.get(fold(outlet.strip()), outlet)
        lines = self.lines.get(name)
        return OutletLines(name, lines) if lines else None

    def version_for(self, outlet: str | None) -> str | None:
        """The version a reading of this outlet's article carries."""
        lines = self.lines_of(outlet)
        return lines.version if lines else None


def line_key(text: str) -> str | None:
    """What a line is known by, glued or mended alike; None for one without any word."""
    bare = _BLANKS.sub("", fold(text))
    if sum(map(str.isalpha, bare)) < 2:
        return None
    return hashlib.blake2b(bare.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def set_aside(blocks: Sequence[Block], recurring: OutletLines) -> None:
    """Give the lines that recur their role; what a person judged stays, and so does some text."""
    from corpus.cleaning import JUDGED

    found = [
        (block, key)
        for block in blocks
        if block.role in _CANDIDATES
        and block.why != JUDGED
        and (key := line_key(block.text)) in recurring.lines
        and key is not None
    ]
    gone = {block.number for block, _ in found}
    if any(block.role == "body" and block.number not in gone for block in blocks):
        for block, key in found:
            block.give("noise", recurring.reason(key))


def _digest(content: object) -> str:
    text = json.dumps(content, ensure_ascii=True, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]
