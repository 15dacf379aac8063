"""HTML pages: their visible blocks with roles, and what the page states about itself.

A document comes in. Trafilatura says which blocks make the article; our line rules go over
what it kept, because it keeps captions, related links and newsletter boxes, and over what
it left out, so that every block of the page has a role and a reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from corpus import page_facts
from corpus.article import Document
from corpus.cleaning import JUDGED, header, hints, insertions, layout, marks, posts
from corpus.cleaning.furniture import LINKS
from corpus.cleaning.lines import Block, make_block
from corpus.cleaning.window import find_text, is_crowded, recurring
from corpus.metadata import Metadata, read_metadata

if TYPE_CHECKING:
    from lxml.etree import _Element

_HIDDEN = frozenset(
    "script style noscript template svg head iframe object select option textarea audio "
    "math".split()
)
_BREAKS = frozenset(
    "p div li br h1 h2 h3 h4 h5 h6 tr section article header footer figure figcaption blockquote "
    "ul ol dl dt dd nav aside button form main table pre address hr fieldset label center "
    "details summary video".split()
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_MARKED = frozenset(
    ("nav", "footer", "aside", "figcaption", "li", "blockquote", "td", "th", "form")
)
_STANDFIRST = re.compile(
    r"(?<![a-z])(?:standfirst|stand-first|dek|deck|subtitle|sub-title|subheadline|sub-headline|"
    r"intro|introduction|summary|excerpt|abstract|strapline|vorspann|chapeau)(?![a-z])",
    re.I,
)
_COMMENTS = re.compile(
    r"(?<![a-z])(?:comments|comment[_-]?(?:list|section|area|thread|wrap\w*|content|body|text)|"
    r"commentlist|disqus\w*|respond|kommentare?|commentaires?|comentarios|leserkommentare)(?![a-z])",
    re.I,
)
_CAPTION = re.compile(
    r"(?:\A|\s)(?:[a-z]+[_-]+)*(?:image|img|photo|picture|media|figure|wp)?[_-]?caption"
    r"(?:[_-]?text)?(?:\s|\Z)",
    re.I,
)
_MAY_BE_CAPTION = frozenset(("p", "div", "span", "dd", "small", "em"))
_WORDS = re.compile(r"\w+")
_BLANK = re.compile(r"\s+")
LONGEST = 3_000_000  # characters of a page that are parsed
_WHOLE = frozenset(("html", "body", "article", "main"))  # of these a class says how they look
_ASIDE = frozenset(("nav", "footer", "aside", "li", "td", "th", "form"))
_PARTS = re.compile(r"\s*[|–—\-:·•»]+\s")
_AROUND_LINKS = " \t\r\n\xa0|,;:·•-–—[]()»›"
MOST_COMPARED = 4_000_000  # pairs of blocks and lines that are aligned; beyond, only looked up
KICKER = 4  # words
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


def address_of(document: Document) -> str | None:
    """The address a page states as its own, in its head or in linked data."""
    tree = _parse(document.text)
    return None if tree is None else page_facts.facts_of(tree).url


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

    pieces: list[tuple[str, bool]] = []
    tags: list[str] = []
    summaries: list[bool] = []  # of each open element: marked as a summary of the article
    comments: list[bool] = []  # of each open element: marked as what readers wrote
    number = hidden = links = 0

    def flush() -> Block | None:
        nonlocal number
        text = _BLANK.sub(" ", "".join(piece for piece, _ in pieces)).strip()
        linked = all(link for piece, link in pieces if piece.strip(_AROUND_LINKS))
        pieces.clear()
        if not text:
            return None
        number += 1
        block = make_block(number, 0, 0, text, True)
        block.tag = next((tag for tag in reversed(tags) if tag in _HEADINGS or tag in _MARKED), "p")
        block.heading = _HEADINGS.get(block.tag, 0)
        block.linked = linked
        block.summary = any(summaries)
        block.comment = any(comments)
        return block

    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        step = 1 if event == "start" else -1
        if tag in _BREAKS and not hidden and (block := flush()):
            yield block
        elif tag in ("td", "th"):
            pieces.append((" ", False))
        hidden += step if tag in _HIDDEN else 0
        links += step if tag == "a" else 0
        if event == "start":
            tags.append("figcaption" if _is_caption(element, tag) else tag)
            summaries.append(bool(_STANDFIRST.search(element.get("class") or "")))
            comments.append(tag not in _WHOLE and bool(_COMMENTS.search(_marks_of(element))))
            text = element.text
        else:
            tags.pop()
            summaries.pop()
            comments.pop()
            text = element.tail
        if text and not hidden:
            pieces.append((text, links > 0))
    if block := flush():
        yield block


def _is_caption(element: _Element, tag: str) -> bool:
    return tag in _MAY_BE_CAPTION and _CAPTION.search(element.get("class") or "") is not None


def _marks_of(element: _Element) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _give_roles(
    blocks: Sequence[Block],
    text: str,
    facts: page_facts.Facts,
    stated_title: str | None,
    judged: Mapping[int, str],
) -> None:
    page = hints.held(blocks)
    for block in blocks:
        if block.tag == "figcaption" and block.words >= 2:
            credit = marks.credit_line(block.text, block.words) if block.words < 12 else None
            block.give(*(credit or ("caption", "the page marks it as a caption")))
        elif verdict := marks.of_line(block, page):
            block.give(*verdict)
    layout.captions(blocks)
    crowded = is_crowded(blocks)
    if crowded:
        recurring(blocks)
    wanted = stated_title or facts.title
    kept = _completed(blocks, _kept(blocks, text), wanted, crowded)
    inside = [at for at, keep in enumerate(kept) if keep and not blocks[at].role]
    first, last = (inside[0], inside[-1]) if inside else (len(blocks), -1)
    title = _title_at(blocks, first, wanted)
    if title is not None:
        blocks[title].give("title", "the headline of the page")
        core = _core(blocks[title].text)
        for block in blocks:
            if not block.role and _core(block.text) == core:
                block.give("noise", "repeats the title")
    _settle(blocks, kept, title, first, last)
    posts.keep_signatures(blocks)
    if "inserted" in page:
        insertions.take_out(block for block in blocks if block.number not in judged)
    insertions.take_out_of_captions(block for block in blocks if block.number not in judged)
    for block in blocks:
        if role := judged.get(block.number):
            block.give(role, JUDGED)


def _completed(
    blocks: Sequence[Block], kept: list[bool], title: str | None, crowded: bool
) -> list[bool]:
    """What trafilatura kept, without links to other articles, and with what it left out between."""
    sure = [at for at, keep in enumerate(kept) if keep and blocks[at].words >= 8]
    core = _core(title) if title else ""
    anchors = [at for at, block in enumerate(blocks) if core and _core(block.text) == core]
    window = find_text(blocks, anchors, crowded=crowded)
    if window is None:
        return kept if sure else [True] * len(blocks)
    begin, end = window
    if not sure:
        return [begin <= at <= end for at in range(len(blocks))]
    whole = list(kept)
    for at in range(max(begin, sure[0]), end + 1):
        block = blocks[at]
        if block.role or block.linked or block.tag in _ASIDE or block.comment or kept[at]:
            continue
        if at < sure[-1]:
            whole[at] = block.prose or block.tag == "blockquote"
        elif block.prose and block.tag == "p" and (whole[at - 1] or blocks[at - 1].role):
            whole[at] = True
    _complete_lists(blocks, whole)
    links = False
    for at, block in enumerate(blocks):
        links = links or (at > end and block.why == LINKS)
        follows = links and not (block.prose and block.tag == "p")
        if whole[at] and not block.role and (follows or _is_link(block)):
            block.give("related", "a link to another article")
    return whole


def _is_kicker(block: Block) -> bool:
    """A few words above the headline: the section's name."""
    return block.words <= KICKER and not block.ends


def _complete_lists(blocks: Sequence[Block], whole: list[bool]) -> None:
    """A list of which most is kept is kept as a whole."""
    begin = 0
    while begin < len(blocks):
        end = begin
        while end < len(blocks) and blocks[end].tag == "li" and not blocks[end].comment:
            end += 1
        kept = sum(whole[begin:end])
        if kept >= 2 and 2 * kept >= end - begin:
            for at in range(begin, end):
                whole[at] = whole[at] or not (blocks[at].linked or blocks[at].role)
        begin = max(end, begin + 1)


def _is_link(block: Block) -> bool:
    return block.linked and block.words >= 5 and not block.heading and not block.prose


def _marked_standfirst(blocks: Sequence[Block], title: int | None, last: int) -> int | None:
    """A short block below the title that the page marks as a summary of the article."""
    if title is None:
        return None
    below = range(title + 1, min(title + 9, last))
    marked = [
        at
        for at in below
        if blocks[at].summary and not blocks[at].role and not header.is_label(blocks[at])
    ]
    if len(marked) != 1 or not 5 <= blocks[marked[0]].words <= 70:
        return None
    return marked[0]


def _settle(
    blocks: Sequence[Block], kept: Sequence[bool], title: int | None, first: int, last: int
) -> None:
    """Roles inside the article's text, then of everything around it."""
    while (
        title is not None
        and first <= last
        and (blocks[first].role or not kept[first] or (first < title and _is_kicker(blocks[first])))
    ):
        first += 1
    article = [block for at, block in enumerate(blocks) if kept[at] and first <= at <= last]
    standfirst = header.standfirst_at(blocks, title, first) if first <= last else None
    if standfirst is None:
        standfirst = _marked_standfirst(blocks, title, last)
    if standfirst is not None:
        blocks[standfirst].give("standfirst", "sums up the article under its title")
    layout.repeats(article)
    layout.settle_short_questions(article, 0, len(article) - 1)
    layout.settle_text(article, 0, len(article) - 1, crowded=True)
    for at, block in enumerate(blocks):
        if block.role:
            continue
        near = title is not None and title < at < first and at <= title + 2
        if near and 6 <= block.words <= 60 and not header.is_label(block):
            block.give("standfirst", "sums up the article under its title")
        elif block.comment:
            block.give("noise", "stands among what readers wrote")
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
        return [False] * len(blocks)
    lines = [joined for line in found.split("\n") if (joined := " ".join(_WORDS.findall(line)))]
    words = _WORDS.findall(found)
    whole = f" {' '.join(words)} "
    runs = set(zip(words, words[1:], words[2:], words[3:], strict=False))
    own = [_WORDS.findall(block.text) for block in blocks]
    aligned = _aligned([" ".join(block_words) for block_words in own], lines)
    known = set(lines)
    return [
        keep or (" ".join(words) not in known and _is_in(words, whole, runs))
        for keep, words in zip(aligned, own, strict=True)
    ]


def _aligned(own: list[str], lines: list[str]) -> list[bool]:
    """Blocks that are lines of the text found, each line used once, in the same order."""
    if len(own) * len(lines) > MOST_COMPARED:
        known = set(lines)
        return [text in known for text in own]
    kept = [False] * len(own)
    matcher = SequenceMatcher(None, own, lines, autojunk=False)
    for match in matcher.get_matching_blocks():
        kept[match.a : match.a + match.size] = [True] * match.size
    return kept


def _is_in(words: list[str], whole: str, runs: set[tuple[str, str, str, str]]) -> bool:
    if len(words) < 5:
        return False
    if f" {' '.join(words)} " in whole:
        return True
    own = list(zip(words, words[1:], words[2:], words[3:], strict=False))
    return sum(run in runs for run in own) >= 0.8 * len(own)


def _title_at(blocks: Sequence[Block], first: int, wanted: str | None) -> int | None:
    core = _core(wanted) if wanted else None
    if core:
        same = [
            at for at, block in enumerate(blocks) if not block.role and _core(block.text) == core
        ]
        if same:  # the h1 first, then the earliest
            return min(same, key=lambda at: (blocks[at].heading != 1, at))
        begins = [at for at, block in enumerate(blocks) if _begins_title(block, wanted or "")]
        if begins:  # the page's title says more than the headline: the site's name, a section
            return min(begins, key=lambda at: (blocks[at].heading == 0, at))
    heads = [at for at, block in enumerate(blocks) if block.heading == 1 and not block.role]
    before = [at for at in heads if at <= first and blocks[at].words >= 3]
    unlinked = [at for at in before if not blocks[at].linked]  # a logo leads to the front page
    likely = unlinked if core else unlinked or before
    return likely[-1] if likely else None


def _begins_title(block: Block, wanted: str) -> bool:
    """A line that the page's title begins with, a mark and something else following it."""
    if (
        block.role
        or (block.linked and not block.heading)
        or block.words < (3 if block.heading else 4)
    ):
        return False
    return wanted.startswith(block.text) and _PARTS.match(wanted, len(block.text)) is not None


def _core(text: str) -> str:
    return " ".join(_WORDS.findall(text.lower()))
