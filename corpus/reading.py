"""The one path from a document to an Article: every step in order, readable in one screen.

A document comes in; its lines get roles, metadata is read off them, kept lines become
paragraphs (with glued text mended), and sentences, quotations and figures are found in
them. Names come later, from the recogniser, and never change what is read here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, cast, get_args

from corpus.article import (
    Article,
    Document,
    Figure,
    Origin,
    Paragraph,
    ParagraphRole,
    Quotation,
    Removed,
    RemovedRole,
    Repair,
    Sentence,
    Stated,
    Where,
    texts_of,
)
from corpus.cleaning import JUDGED, Block, blocks_of, clean
from corpus.cleaning.header import site_suffix
from corpus.cleaning.repairs import mend
from corpus.figures import figures
from corpus.figures.quoted import doubted
from corpus.layer import Layer, set_aside
from corpus.metadata import Metadata, read_metadata
from corpus.quotations import quotations
from corpus.sentences import split

RULES = "28"
"""Version of everything that decides what is read out of a document."""

ANOTHER_TITLE = "a person gave the article another title"

_KEPT: dict[str, ParagraphRole] = {role: role for role in get_args(ParagraphRole)}
_AS_FOUND = frozenset(("noise", "related", "url", "credit"))


class _Readings(NamedTuple):
    """What is found in an article's texts."""

    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    figures: tuple[Figure, ...]


def read(
    document: Document,
    *,
    roles: Mapping[int, str] | None = None,
    layer: Layer | None = None,
    outlet: str | None = None,
) -> Article:
    """Read one document. `roles` are a person's judgements: line number → role.

    `layer` is what the archive taught; `outlet`, where a person decided it, says whose
    recurring lines are meant.
    """
    blocks, meta = _lines(document, roles or {})
    recurring = layer.lines_of(meta.outlet if outlet is None else outlet) if layer else None
    if recurring:
        set_aside(blocks, recurring)
    title = _text_of(blocks, "title", limit=1) or meta.title
    if document.stated.title and not any(_is_judged_title(block) for block in blocks):
        title = _stated_title(document.stated) or title
    standfirst = _text_of(blocks, "standfirst")
    paragraphs, removed, repairs = _part(blocks, spans=not _is_html(document))
    sha256 = hashlib.sha256(document.data).hexdigest()
    texts = list(texts_of(title, standfirst, paragraphs))
    found = _readings(texts, meta.published, captions_of(paragraphs))
    return Article(
        id=sha256,
        title=title,
        standfirst=standfirst,
        outlet=meta.outlet,
        outlet_from=meta.outlet_from,
        published=meta.published,
        published_at=meta.published_at,
        published_from=meta.published_from,
        authors=meta.authors,
        agencies=meta.agencies,
        dateline=meta.dateline,
        url=meta.url,
        language=meta.language,
        origin=_origin(document, sha256),
        rules=RULES,
        paragraphs=paragraphs,
        removed=removed,
        repairs=repairs,
        sentences=found.sentences,
        quotations=found.quotations,
        figures=found.figures,
        layer=recurring.version if recurring else None,
        contradictions=meta.contradictions,
    )


def titled(article: Article, title: str | None) -> Article:
    """An article under another title than it was read with, which is set aside; what its texts say
    is read with that."""
    removed = article.removed
    if article.title:
        removed = (Removed(article.title, "noise", ANOTHER_TITLE, None, None), *removed)
    texts = list(texts_of(title, article.standfirst, article.paragraphs))
    found = _readings(texts, article.published, captions_of(article.paragraphs))._asdict()
    return replace(article, title=title, removed=removed, **found)


def dated(article: Article, published: str | None) -> Article:
    """An article of another day than it was read with: its dates are counted from that."""
    if any(figure.kind == "date" for figure in article.figures):
        found = figures(list(article.texts()), published)
        captions = captions_of(article.paragraphs)
        article = replace(article, figures=doubted(found, article.quotations, captions, published))
    return replace(article, published=published)


def _lines(document: Document, roles: Mapping[int, str]) -> tuple[Sequence[Block], Metadata]:
    """The document's lines with their roles, and what they and the stated values say."""
    if _is_html(document):
        from corpus.html import read_page

        return read_page(document, judged=roles)
    blocks = blocks_of(document.text, numbered=frozenset(roles))
    first_line = blocks[0].text if blocks else ""
    clean(blocks, title=_stated_title(document.stated), judged=roles)
    titles = [block.text for block in blocks if block.role == "title"]
    site = site_suffix(first_line, titles[0]) if titles else None
    return blocks, read_metadata(blocks, document.stated, site=site)


def _part(
    blocks: Sequence[Block], *, spans: bool
) -> tuple[tuple[Paragraph, ...], tuple[Removed, ...], tuple[Repair, ...]]:
    """Kept lines as paragraphs, what was set aside with its reasons, and what was mended."""
    paragraphs: list[Paragraph] = []
    removed: list[Removed] = []
    repairs: list[Repair] = []
    seen: set[tuple[str, str]] = set()
    once: set[str] = set()
    ahead = 0  # characters of the standfirst before a further line of it
    for block in blocks:
        span = (block.start, block.end) if spans else None
        text, mendings = (block.text, []) if block.role in _AS_FOUND else mend(block.text)
        for at, what in mendings:
            repairs.append(Repair(what, _place(block, at) if spans else None))
        if block.role == "standfirst" or (block.role == "title" and "title" not in once):
            once.add(block.role)
            within: Where = "title" if block.role == "title" else "standfirst"
            shift = ahead if within == "standfirst" else 0
            removed.extend(_insertions(block, mendings, within, 0, spans, shift))
            if within == "standfirst":
                ahead += len(text) + 1  # its lines are joined by a blank
            continue
        if block.role == "title":
            block.give("noise", "another line is the title")
        again = False
        if block.role in ("caption", "pullquote"):
            again = (block.role, block.text) in seen
            seen.add((block.role, block.text))
        role = _KEPT.get(block.role)
        if role is not None and not again:
            if block.inserted:
                removed.extend(_insertions(block, mendings, "body", len(paragraphs), spans))
            paragraphs.append(Paragraph(text, role, span, block.number))
        else:
            why = f"repeats a {block.role} above" if again else block.why
            removed.append(
                Removed(block.whole, cast(RemovedRole, block.role), why, block.number, span)
            )
    return tuple(paragraphs), tuple(removed), tuple(repairs)


def _insertions(
    block: Block,
    mendings: Sequence[tuple[int, str]],
    within: Where,
    paragraph: int,
    spans: bool,
    shift: int = 0,
) -> Iterator[Removed]:
    """What was taken out of a kept line, each piece with where it stood; `shift` characters of
    the text stand before the line."""
    before = 0
    for one in block.inserted:
        blanks = sum(at < one.at for at, _ in mendings)
        start = block.start + one.at + before
        before += len(one.text)
        span = (start, start + len(one.text)) if block.lines == 1 else (block.start, block.end)
        yield Removed(
            one.text,
            cast(RemovedRole, one.role),
            one.why,
            block.number,
            span if spans else None,
            within,
            paragraph,
            one.at + blanks + shift,
        )


def _place(block: Block, at: int) -> tuple[int, int]:
    """Where a blank was put into a block; of hand-wrapped lines the whole paragraph is named."""
    if block.lines > 1:
        return block.start, block.end
    place = block.start + block.before_taking_out(at)
    return place, place


def captions_of(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The numbers of the paragraphs that are captions."""
    return frozenset(n for n, one in enumerate(paragraphs) if one.role == "caption")


def _readings(
    texts: Sequence[tuple[Where, int, str]], published: str | None, captions: frozenset[int]
) -> _Readings:
    """The sentences, quotations and figures of an article's texts."""
    spans = [split(text) for _, _, text in texts]
    sentences = [
        Sentence(within, number, start, end)
        for (within, number, _), found in zip(texts, spans, strict=True)
        for start, end in found
    ]
    spoken = quotations(texts, spans)
    found = doubted(figures(texts, published), spoken, captions, published)
    return _Readings(tuple(sentences), spoken, found)


def _is_judged_title(block: Block) -> bool:
    return block.role == "title" and block.why == JUDGED


def _stated_title(stated: Stated) -> str | None:
    return (stated.title[0].strip() or None) if stated.title else None


def _text_of(blocks: Sequence[Block], role: str, limit: int | None = None) -> str | None:
    texts = [mend(block.text)[0] for block in blocks if block.role == role]
    return " ".join(texts[:limit]) or None


def _is_html(document: Document) -> bool:
    return document.body_is_html or document.format in ("html", "mhtml")


def _origin(document: Document, sha256: str) -> Origin:
    return Origin(
        path=document.path,
        sha256=sha256,
        bytes=len(document.data),
        format=document.format,
        encoding=document.encoding,
    )
