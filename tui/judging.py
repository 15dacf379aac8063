"""What a person decides in the explorer, handed to the archive in a thread.

What it is about and what was decided go in; the sentence that the status line shows comes out.
Everything decided here can be undone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.errors import BroadsheetError
from index.judged import SET
from tui import commands

if TYPE_CHECKING:
    from corpus.article import Names
    from index.correcting_names import Spread
    from tui.app import Explorer

NAMES_OFFERED = 1_000  # of the archive's names, those in most articles
BEFORE = "it was decided so before"
_UNDONE = {
    "name_part": "a spelling parted from a name",
    "name_merge": "two names merged",
    "name_type": "the kind of a name",
    "name_words": "whether words are a name",
    "role": "the role of a line",
    "speaker": "who speaks a quotation",
    "quotation": "whether words are a quotation",
    "quotation_words": "the words of a quotation",
    "figure": "whether words are a figure",
    "figure_about": "what a figure counts",
    "figure_value": "the value of a figure",
    "figure_day": "the day that words mean",
    "title": "the title",
    "authors": "the authors",
    "published": "the day",
    "outlet": "the outlet",
    "outlet_alias": "an outlet's spelling",
}


@dataclass(frozen=True, slots=True)
class Step:
    """Something that `u` takes back: what it is called, the article it was left at, and how; a
    judgement has no way of its own, the archive takes its last one back."""

    told: str = ""
    article: str = ""
    take_back: Callable[[], object] | None = None


def judged(explorer: Explorer) -> None:
    """Note that a judgement was made: `u` takes it back before what was left earlier."""
    explorer.steps.append(Step())


def decided() -> str:
    """What is said of a decision, with the key that takes it back."""
    return f"decided; {commands.key('undo', commands.READER)} undoes it"


def _told(explorer: Explorer, made: object) -> str:
    """Note what was decided, if anything was; what is said of it."""
    if made:
        judged(explorer)
    return decided() if made else BEFORE


def told(field: str) -> str:
    """What a judgement was about, as a person would say it."""
    return _UNDONE.get(field, field)


async def judge(
    explorer: Explorer, article: str, field: str, value: str | None, target: str | None
) -> str:
    """Decide something about an article: its title, outlet, day or authors, a line, a quotation."""
    archive, author = explorer.archive, explorer.author
    if field in SET:
        made = await explorer.threads.article(
            lambda: archive.set(article, author=author, **{field: value})
        )
    else:
        judgement = await explorer.threads.article(
            lambda: archive.judge(article, field, value, target=target, author=author)
        )
        made = [judgement] if judgement is not None else []
    return _told(explorer, made)


async def quotation_words(explorer: Explorer, article: str, target: str, typed: str) -> str:
    """Say where a quotation begins and ends, by its words; NoSuchQuotation where they are not."""
    archive, author = explorer.archive, explorer.author
    made = await explorer.threads.article(
        lambda: archive.quotations().words_of(article, target, typed, author=author)
    )
    return _told(explorer, made)


async def speaker_of(
    explorer: Explorer, article: str, speaker: str | None, targets: Sequence[str]
) -> str:
    """Name who speaks several quotations, as one decision."""
    archive, author = explorer.archive, explorer.author
    made = await explorer.threads.article(
        lambda: archive.quotations().speaker_of_each(article, targets, speaker, author=author)
    )
    return _told(explorer, made)


async def part(explorer: Explorer, key: str, spelling: str, article: str | None) -> str:
    """Part a spelling from a name, in one article (full id) or in all."""
    archive, author = explorer.archive, explorer.author
    try:
        made = await explorer.threads.article(
            lambda: archive.names().part(key, spelling, article=article, author=author)
        )
    except BroadsheetError as error:
        return str(error)
    return _told(explorer, made)


async def merge(explorer: Explorer, key: str, into: str) -> str:
    """Let a name stand for another, by their keys."""
    archive, author = explorer.archive, explorer.author
    try:
        made = await explorer.threads.article(
            lambda: archive.names().merge(key, into, author=author)
        )
    except BroadsheetError as error:
        return str(error)
    return _told(explorer, made)


async def spread(explorer: Explorer, key: str) -> Spread:
    """Which articles have a name, and whether one decision may be for all of them."""
    archive = explorer.archive
    return await explorer.threads.article(lambda: archive.names().spread(key))


async def name_kind(explorer: Explorer, key: str, kind: str | None, article: str | None) -> str:
    """Say of which kind a name is ("none": no name; None: as it was read), in one article (full
    id) or in all that have it."""
    archive, author = explorer.archive, explorer.author
    try:
        made = await explorer.threads.article(
            lambda: archive.names().kind(key, kind, article=article, author=author)
        )
    except BroadsheetError as error:
        return str(error)
    told = _told(explorer, made)
    if len(made) > 1:
        told = f"in {len(made):,} articles {told}"
    return told


async def mark_name(explorer: Explorer, words: str, named: str, article: str) -> str:
    """Say whose name some words of an article are, wherever they stand in it."""
    archive, author = explorer.archive, explorer.author
    try:
        made = await explorer.threads.article(
            lambda: archive.names().mark(words, named, article=article, author=author)
        )
        idle = await explorer.threads.article(lambda: archive.names().idle(made))
    except BroadsheetError as error:
        return str(error)
    said = _told(explorer, made)
    return f"{said}; it changes nothing here now" if idle else said


async def known_names(explorer: Explorer, names: Names | None) -> list[tuple[str, str, int]]:
    """(key, name, articles): the open article's own names first, then the archive's."""
    archive = explorer.archive
    found = await explorer.threads.article(lambda: archive.names().like("", NAMES_OFFERED))
    counts = {one.key: one.articles for one in found}
    own = [(one.key, one.name, counts.get(one.key, 1)) for one in (names.entities if names else ())]
    here = {key for key, _, _ in own}
    return own + [(one.key, one.name, one.articles) for one in found if one.key not in here]
