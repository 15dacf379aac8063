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
from index.reports import Judgement
from tui import commands
from tui.views.decided import in_words

if TYPE_CHECKING:
    from corpus.article import Names
    from index.correcting_names import Spread
    from tui.app import Explorer

NAMES_OFFERED = 1_000  # of the archive's names, those in most articles
BEFORE = "it was decided so before"
_OF_STORIES = {
    "story": "what is one story",
    "story_title": "the title of a story",
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


def decided(one: Judgement | None = None) -> str:
    """What is said of a decision, with the key that takes it back."""
    undoes = f"{commands.key('undo', commands.READER)} undoes it"
    return f"decided, {undoes}: {told(one)}" if one is not None else f"decided; {undoes}"


def _told(explorer: Explorer, made: Judgement | Sequence[Judgement] | None) -> str:
    """Note what was decided, if anything was; what is said of it."""
    if not made:
        return BEFORE
    judged(explorer)
    return decided(made if isinstance(made, Judgement) else made[0])


def told(one: Judgement) -> str:
    """What was decided, as a person would say it."""
    return _OF_STORIES.get(one.field) or in_words(one)


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
        one = await explorer.threads.article(
            lambda: archive.judge(article, field, value, target=target, author=author)
        )
        made = [one] if one is not None else []
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
