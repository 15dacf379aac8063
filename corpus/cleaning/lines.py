"""The lines of a document as cleaning sees them: where they stand and what they look like.

Text comes in, `Block`s come out: one for every line that is not blank, or one for several
lines where the text was wrapped by hand at a fixed width. A block knows its number, its span
in the text and a few cheap measures; it judges nothing.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from corpus.text import as_typed, holds_any

_BREAK = re.compile(r"\r\n|\n|\r|\x0b|\x0c|\x85|\u2028|\u2029")
_OTHER_BREAKS = "\r\x0b\x0c\x85\u2028\u2029"
_CJK = re.compile(r"[\u0e00-\u0e7f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_END = ".!?…。！？؟।॥։።‽"
_CLOSING = "\"'”’»)]）」』›*_"
_PAUSE = re.compile(r"[.,;:!?、。，؛،](?:\s|[^\x00-\x7f])")
_CAPITALISED = re.compile(  # the letter comes first: the search runs from one to the next
    r"[A-ZÀ-ÖØ-Þ0-9](?<![^\s\"'“‘(\[«].)"
)
_INVISIBLE_ONLY = re.compile(r"[\s\u00ad\u200b-\u200f\u2060\ufeff]*\Z")


class Inserted(NamedTuple):
    """A piece of the page that stood inside a line: `at` is where, in the text left without it."""

    at: int
    text: str
    role: str
    why: str


@dataclass(slots=True)
class Block:
    """One line (or several wrapped ones): its place, its words, and the role it is given."""

    number: int  # of its first line, from 1; for HTML the block's number
    start: int
    end: int
    text: str  # text[start:end], wrapped lines joined by blanks
    after_gap: bool  # a blank line, or the beginning, stands before it
    words: int
    ends: bool  # ends as a sentence ends
    heading: int = 0  # level of a Markdown heading or of h1 to h6, 0 for none
    tag: str = ""  # HTML only: the element it came from
    linked: bool = False  # HTML only: all of it is a link
    summary: bool = False  # HTML only: the page marks it as a summary of the article
    comment: bool = False  # HTML only: stands among what readers wrote
    lines: int = 1
    inserted: tuple[Inserted, ...] = ()  # taken out of the text, in order
    role: str = ""
    why: str = ""
    _prose: bool | None = None  # measured when first asked for

    @property
    def prose(self) -> bool:
        """Reads like a sentence of running text rather than a label, heading or menu entry."""
        if self._prose is None:
            self._prose = self._reads_like_prose()
        return self._prose

    def _reads_like_prose(self) -> bool:
        if self.ends:
            return self.words >= 7 and not (self.words < 20 and self.title_case)
        if self.words < 25 or _PAUSE.search(self.text) is None:
            return False
        return not self.title_case

    @property
    def title_case(self) -> bool:
        """Most words begin with a capital, as in a headline or a row of links."""
        if self.text.isupper():
            return False
        return len(_CAPITALISED.findall(self.text)) > 0.6 * len(self.text.split())

    def give(self, role: str, why: str) -> None:
        """Settle the role of this block, with the reason."""
        self.role, self.why = role, why

    def take_out(self, pieces: Iterable[tuple[int, int, str, str]]) -> None:
        """Go on without these pieces of the text (start, end, role, why), in order."""
        left: list[str] = []
        inserted: list[Inserted] = []
        begin = length = 0
        for start, end, role, why in pieces:
            left.append(self.text[begin:start])
            length += start - begin
            inserted.append(Inserted(length, self.text[start:end], role, why))
            begin = end
        text = "".join((*left, self.text[begin:]))
        if any(map(str.isalpha, text)):
            self.text, self.inserted, self._prose = text, tuple(inserted), None
            self.words, self.ends = word_count(text), ends_as_sentence(text)

    @property
    def whole(self) -> str:
        """The text with what was taken out of it."""
        pieces: list[str] = []
        begin = 0
        for one in self.inserted:
            pieces += (self.text[begin : one.at], one.text)
            begin = one.at
        return "".join((*pieces, self.text[begin:]))

    def before_taking_out(self, at: int) -> int:
        """Where a position of the text lay before pieces were taken out of it."""
        return at + sum(len(one.text) for one in self.inserted if one.at <= at)


def word_count(text: str, *, unspaced_script: bool = True) -> int:
    """Blank-separated words; two characters of a script without blanks count as one."""
    count = text.count(" ") + 1 if text.isascii() else len(text.split())
    if unspaced_script and not text.isascii() and (unspaced := len(_CJK.findall(text))):
        count += unspaced // 2
    return count


def ends_as_sentence(text: str) -> bool:
    """True when the last visible mark closes a sentence, quotation marks aside."""
    bare = text.rstrip(_CLOSING)
    if not bare:
        return False
    if bare[-1] in _END:
        return True
    return bare[-1] == ":" and len(bare) == len(text) and len(text) > 60


def make_block(
    number: int, start: int, end: int, text: str, after_gap: bool, *, unspaced_script: bool = True
) -> Block:
    """A block with its measures taken. `unspaced_script`: its words may lack blanks."""
    words = word_count(text, unspaced_script=unspaced_script)
    return Block(number, start, end, text, after_gap, words, ends_as_sentence(text))


def blocks_of(text: str, *, numbered: frozenset[int] = frozenset()) -> list[Block]:
    """Every non-blank line of the text; wrapped paragraphs are joined unless `numbered`.

    `numbered` are lines that a person has judged: they are never joined with others.
    """
    spans: list[tuple[int, int, int, bool]] = []
    at, number, gap = 0, 1, True
    for raw, after in _lines(text):
        bare = raw.strip()
        if not bare or (not bare.isascii() and _INVISIBLE_ONLY.match(bare)):
            gap = True
        else:
            start = at + len(raw) - len(raw.lstrip())
            spans.append((number, start, start + len(bare), gap))
            gap = False
        at, number = after, number + 1
    if len(spans) >= 8 and _is_wrapped(spans):
        return _joined(text, spans, numbered)
    curled = text.isascii() or as_typed(text).isascii()  # soon told, and true of most texts
    unspaced = not curled and _CJK.search(text) is not None
    return [_plain_block(text, *span, unspaced_script=unspaced) for span in spans]


def _lines(text: str) -> Iterator[tuple[str, int]]:
    """Every line without its end, and where the next one begins."""
    at = 0
    if holds_any(_OTHER_BREAKS, text):
        for match in _BREAK.finditer(text + "\n"):
            yield text[at : match.start()], match.end()
            at = match.end()
        return
    for line in text.split("\n"):
        at += len(line) + 1
        yield line, at


def _plain_block(
    text: str, number: int, start: int, end: int, gap: bool, *, unspaced_script: bool = True
) -> Block:
    heading = _HEADING.match(text, start, end) if text[start] == "#" else None
    level = 0
    if heading:
        level, start = len(heading[1]), heading.end()
    block = make_block(number, start, end, text[start:end], gap, unspaced_script=unspaced_script)
    block.heading = level
    return block


def _is_wrapped(spans: list[tuple[int, int, int, bool]]) -> bool:
    followed = [end - start for (_, start, end, _), (_, _, _, gap) in pairwise(spans) if not gap]
    if len(followed) < 0.5 * len(spans) or len(followed) < 4:
        return False
    longest = max(end - start for _, start, end, _ in spans)
    if not 50 <= longest <= 100:
        return False
    middle = statistics.median(followed)
    return middle >= 0.75 * longest


def _joined(
    text: str, spans: list[tuple[int, int, int, bool]], numbered: frozenset[int]
) -> list[Block]:
    longest = max(end - start for _, start, end, _ in spans)
    groups: list[list[tuple[int, int, int, bool]]] = []
    for span in spans:
        number, _, _, gap = span
        last = groups[-1][-1] if groups else None
        apart = last is None or gap or number in numbered or last[0] in numbered
        if apart or (last and last[2] - last[1] < 0.6 * longest):
            groups.append([span])
        else:
            groups[-1].append(span)
    blocks: list[Block] = []
    for group in groups:
        if len(group) == 1:
            blocks.append(_plain_block(text, *group[0]))
            continue
        joined = " ".join(text[start:end] for _, start, end, _ in group)
        block = make_block(group[0][0], group[0][1], group[-1][2], joined, group[0][3])
        block.lines = len(group)
        blocks.append(block)
    return blocks
