"""HTML pages: their visible blocks with roles, and what the page states about itself.

A document comes in. Trafilatura says which blocks make the article; our line rules go over
what it kept, because it keeps captions, related links and newsletter boxes, and over what
it left out, so that every block of the page has a role and a reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from corpus import page_facts
from corpus.article import Document
from corpus.cleaning import JUDGED, header, layout, marks
from corpus.cleaning.lines import Block, make_block
from corpus.metadata import Metadata, read_metadata

if TYPE_CHECKING:
    from lxml.etree import _Element

_HIDDEN = frozenset(
    "script style noscript template svg head iframe object select option textarea audio "
    "math".split()
)
_BREAKS = frozenset(
    "p div li br h1 h2 h3 h4 h5 h6 tr section article header footer figure figcaption blockquote "
    "ul ol dl dt dd nav aside button form main table td th pre address hr fieldset label center "
    "details summary video".split()
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_MARKED = frozenset(
    ("nav", "footer", "aside", "figcaption", "li", "blockquote", "td", "th", "form")
)
_WORDS = re.compile(r"\w+")
_BLANK = re.compile(r"\s+")
LONGEST = 3_000_000  # characters of a page that are parsed
NOT_TEXT = "not part of the article's text"


def read_page(document: Document, *, judged: Mapping[int, str]) -> tuple[Sequence[Block], Metadata]:
    """The blocks of a page with their roles, and the page's metadata."""
    tree = _parse(document.text)
    if tree is None:
        return [], read_metadata([], document.stated)
    blocks = list(visible_blocks(tree))
    facts = page_facts.facts_of(tree)
    stated_title = document.stated.title[0] if document.stated.title else None
    _give_roles(blocks, document.text, facts, stated_title, judged)
    return blocks, page_facts.metadata(blocks, document, facts, tree)


def _parse(text: str) -> _Element | None:
    from lxml import etree
    from lxml import html as lxml_html

    data = text[:LONGEST].encode("utf-8", "replace")
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree: _Element | None = lxml_html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return tree


def visible_blocks(tree: _Element) -> Iterator[Block]:
    """The visible text of a page block by block, numbered from 1, as a plain dump has it."""
    from lxml import etree

    pieces: list[str] = []
    tags: list[str] = []
    number = 0
    hidden = 0

    def flush() -> Block | None:
        nonlocal number
        text = _BLANK.sub(" ", "".join(pieces)).strip()
        pieces.clear()
        if not text:
            return None
        number += 1
        block = make_block(number, 0, 0, text, True)
        block.tag = next((tag for tag in reversed(tags) if tag in _HEADINGS or tag in _MARKED), "p")
        block.heading = _HEADINGS.get(block.tag, 0)
        return block

    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in _HIDDEN:
                hidden += 1
            elif tag in _BREAKS and not hidden and (block := flush()):
                yield block
            tags.append(tag)
            if element.text and not hidden:
                pieces.append(element.text)
        else:
            if tag in _HIDDEN:
                hidden -= 1
            elif tag in _BREAKS and not hidden and (block := flush()):
                yield block
            tags.pop()
            if element.tail and not hidden:
                pieces.append(element.tail)
    if block := flush():
        yield block


def _give_roles(
    blocks: Sequence[Block],
    text: str,
    facts: page_facts.Facts,
    stated_title: str | None,
    judged: Mapping[int, str],
) -> None:
    kept = _kept(blocks, text)
    for at, block in enumerate(blocks):
        if block.tag == "figcaption" and block.words >= 2:
            credit = marks.credit_line(block.text, block.words) if block.words < 12 else None
            block.give(*(credit or ("caption", "the page marks it as a caption")))
        elif verdict := marks.of_line(block, header=at < 40):
            block.give(*verdict)
    layout.captions([block for block, keep in zip(blocks, kept, strict=True) if keep or block.role])
    inside = [at for at, keep in enumerate(kept) if keep and not blocks[at].role]
    first, last = (inside[0], inside[-1]) if inside else (len(blocks), -1)
    title = _title_at(blocks, first, stated_title or facts.title)
    if title is not None:
        blocks[title].give("title", "the headline of the page")
        for block in blocks[: max(first, title) + 1]:
            if not block.role and block.text == blocks[title].text:
                block.give("noise", "repeats the title")
    _settle(blocks, kept, title, first, last)
    for block in blocks:
        if role := judged.get(block.number):
            block.give(role, JUDGED)


def _settle(
    blocks: Sequence[Block], kept: Sequence[bool], title: int | None, first: int, last: int
) -> None:
    """Roles inside the article's text, then of everything around it."""
    while title is not None and first <= last and (blocks[first].role or not kept[first]):
        first += 1
    article = [block for at, block in enumerate(blocks) if kept[at] and first <= at <= last]
    standfirst = header.standfirst_at(blocks, title, first) if first <= last else None
    if standfirst is not None:
        blocks[standfirst].give("standfirst", "sums up the article under its title")
    layout.repeats(article)
    layout.settle_short_questions(article, 0, len(article) - 1)
    layout.settle_text(article, 0, len(article) - 1, crowded=True)
    for at, block in enumerate(blocks):
        if block.role:
            continue
        if title is not None and title < at < first and at <= title + 2 and 6 <= block.words <= 60:
            block.give("standfirst", "sums up the article under its title")
        elif at > last and block.tag == "li" and block.words >= 4:
            block.give("related", "a list after the article's text")
        else:
            block.give("noise", NOT_TEXT)


def _kept(blocks: Sequence[Block], text: str) -> list[bool]:
    """Which blocks trafilatura takes for the article."""
    import trafilatura

    try:
        found = trafilatura.extract(
            text[:LONGEST], include_comments=False, include_tables=True, output_format="txt"
        )
    except (ValueError, TypeError, AttributeError, RecursionError):
        found = None
    if not found:
        return _kept_by_lines(blocks)
    lines = {" ".join(_WORDS.findall(line)) for line in found.split("\n")}
    words = _WORDS.findall(found)
    whole = f" {' '.join(words)} "
    runs = set(zip(words, words[1:], words[2:], words[3:], strict=False))
    kept = [_is_in(block, lines, whole, runs) for block in blocks]
    sure = [at for at, keep in enumerate(kept) if keep and blocks[at].words >= 8]
    if not sure:
        return kept
    return [keep and sure[0] - 3 <= at <= sure[-1] + 3 for at, keep in enumerate(kept)]


def _is_in(block: Block, lines: set[str], whole: str, runs: set[tuple[str, str, str, str]]) -> bool:
    words = _WORDS.findall(block.text)
    joined = " ".join(words)
    if not words or joined in lines:
        return bool(words)
    if len(words) < 5:
        return False
    if f" {joined} " in whole:
        return True
    own = list(zip(words, words[1:], words[2:], words[3:], strict=False))
    return sum(run in runs for run in own) >= 0.8 * len(own)


def _kept_by_lines(blocks: Sequence[Block]) -> list[bool]:
    """Where trafilatura finds nothing, the window that plain text is read by."""
    from corpus.cleaning.window import find_text

    window = find_text(blocks)
    if window is None:
        return [True] * len(blocks)
    return [window[0] <= at <= window[1] for at in range(len(blocks))]


def _title_at(blocks: Sequence[Block], first: int, wanted: str | None) -> int | None:
    core = _core(wanted) if wanted else None
    if core:
        same = [
            at for at, block in enumerate(blocks) if not block.role and _core(block.text) == core
        ]
        if same:
            return min(same, key=lambda at: (blocks[at].heading != 1, at))
        return None
    heads = [at for at, block in enumerate(blocks) if block.heading == 1 and not block.role]
    before = [at for at in heads if at <= first and blocks[at].words >= 3]
    return before[-1] if before else None


def _core(text: str) -> str:
    return " ".join(_WORDS.findall(text.lower()))
