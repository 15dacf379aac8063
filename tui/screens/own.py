"""What a person leaves at articles: stars, tags, notes.

All of it lies in the person's own state, never in the archive. It stands on the screen at once, is
written in a thread, and reaches queries as `is:starred`, `tag:` and `note:`. Every change is a
step that `u` takes back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.errors import BroadsheetError
from tui.judging import Step
from tui.screens.left_at import NOWHERE, left_at, show_left
from tui.views.left import Left
from tui.views.lines import shown

if TYPE_CHECKING:
    from index.personal import Personal
    from tui.app import Explorer
    from tui.screens.base import CommandScreen
    from tui.views.choice import Option


class NoState(BroadsheetError):
    """The person's own state cannot be used."""


def personal(screen: CommandScreen) -> Personal:
    """The person's own state; NoState where it cannot be used."""
    keeper = screen.explorer.keeper
    found = keeper.own if keeper is not None else None
    if found is None:
        raise NoState("Your own state cannot be used here; nothing is kept.")
    return found


@dataclass(frozen=True, slots=True)
class Way:
    """A change in one direction: what is left at the article then, and how that is written."""

    shown: Callable[[Left], Left]
    write: Callable[[], object]


def _leave(screen: CommandScreen, article: str, told: str, there: Way, back: Way) -> None:
    """Change what is left at an article; from now on `u` takes that back."""
    explorer = screen.explorer
    steps = explorer.steps
    step = Step(told, article, lambda: _put(explorer, article, back, there, stays))
    steps.append(step)

    def stays() -> None:
        """It could not be taken back: it is the one to be taken back next."""
        steps.append(step)

    def failed() -> None:
        if step in steps:
            steps.remove(step)

    _put(explorer, article, there, back, failed)


def _put(
    explorer: Explorer, article: str, there: Way, back: Way,
    failed: Callable[[], object] = lambda: None,
) -> None:  # fmt: skip
    """Show a change at once and write it in a thread; where that cannot be done take it back and
    say so."""
    known, signs = explorer.own_known, left_at(explorer)
    signs[article] = there.shown(signs.get(article, Left()))
    known.pending += 1
    show_left(explorer)

    async def written() -> None:
        try:
            await explorer.threads.own(there.write)
        except BroadsheetError as error:
            signs[article] = back.shown(signs.get(article, Left()))
            failed()
            show_left(explorer, f"not kept: {error}")
        finally:
            known.pending -= 1

    explorer.run_worker(written(), group="own writing", exit_on_error=True)


def star(screen: CommandScreen) -> None:
    """Give the current article a star, or take it away."""
    article = screen.current_id()
    if not article:
        screen.notice(NOWHERE)
        return
    own, archive = personal(screen), screen.explorer.archive.path
    given = not left_at(screen.explorer).get(article, Left()).starred

    def way(wanted: bool) -> Way:
        def write() -> None:
            if own.star(archive, article) is not wanted:  # another program had done it
                own.star(archive, article)

        return Way(lambda left: replace(left, starred=wanted), write)

    _leave(screen, article, "the star", way(given), way(not given))
    found = f"starred; is:starred finds it, {screen.keycap('undo')} takes it back"
    screen.notice(found if given else "star taken away")


async def tag(screen: CommandScreen) -> None:
    """Tag the current article, or take tags away; commas part several."""
    from tui.screens.panel import Panel

    article, own, archive = screen.current_id(), personal(screen), screen.explorer.archive.path
    if not article:
        screen.say(NOWHERE)
        return
    signs = left_at(screen.explorer)
    has = signs.get(article, Left()).tags
    known = sorted({name for left in signs.values() for name in left.tags}, key=str.casefold)
    panel = Panel(
        "tags", options=lambda typed: _offered(typed, known, has), prompt="tag",
        hint="Enter gives or takes it  a comma parts two  Esc close",
    )  # fmt: skip
    chosen: list[str] | None = await screen.app.push_screen_wait(panel)
    if not chosen:
        return
    given = [name for name in chosen if not _among(name, has)]
    # All are there: they go, each as it is written there. Some are: the others are given.
    changed, wanted = (given, True) if given else ([n for n in has if _among(n, chosen)], False)

    def way(wanted: bool) -> Way:
        def write() -> None:
            for name in changed:
                if own.tag(archive, article, name) is not wanted:
                    own.tag(archive, article, name)

        return Way(lambda left: _tagged(left, changed, wanted), write)

    named = ", ".join(changed)
    told = f"the tag{'s' if len(changed) > 1 else ''} {named}"
    _leave(screen, article, told, way(wanted), way(not wanted))
    found = f"tagged {named}; tag: finds it, {screen.keycap('undo')} takes it back"
    screen.say(found if wanted else f"{named} taken away")


def tags_in(typed: str) -> list[str]:
    """The tags that were typed, parted by commas, each once."""
    names = (" ".join(part.split()) for part in typed.split(","))
    return list({name.casefold(): name for name in names if name}.values())


def _offered(typed: str, known: Sequence[str], has: Sequence[str]) -> list[Option]:
    """What Enter would give or take: what was typed, and what begins like its last part."""
    from tui.views.choice import Option

    before, _, last = typed.rpartition(",")
    earlier, wanted = tags_in(before), " ".join(last.split()).casefold()
    names = tags_in(typed)
    fresh = [Option(f"{', '.join(names)}  {_new(names, known)}", names)] if names else []
    if not earlier and _among(wanted, known):
        fresh = []
    fitting = [name for name in known if name.casefold().startswith(wanted)]
    return fresh + [
        Option(shown(", ".join([*earlier, name])), [*earlier, name],
               "it has this: takes it away" if name in has and not earlier else "")
        for name in fitting if not _among(name, earlier) and [*earlier, name] != names
    ]  # fmt: skip


def _new(names: Sequence[str], known: Sequence[str]) -> str:
    number = sum(not _among(name, known) for name in names)
    return {0: "", 1: "a new tag"}.get(number, f"{number} new tags")


def _among(name: str, tags: Sequence[str]) -> bool:
    return name.casefold() in (tag.casefold() for tag in tags)


def _tagged(left: Left, tags: Sequence[str], wanted: bool) -> Left:
    others = [name for name in left.tags if not _among(name, tags)]
    return replace(left, tags=tuple(sorted([*others, *(tags if wanted else ())])))


async def note(screen: CommandScreen) -> None:
    """Write a note on the current article; an empty one takes it away."""
    from tui.screens.panel import Panel, Typed
    from tui.views.choice import Option

    article, own, archive = screen.current_id(), personal(screen), screen.explorer.archive.path
    if not article:
        screen.say(NOWHERE)
        return
    before = left_at(screen.explorer).get(article, Left()).note
    gone = [Option("take the note away", "")] if before else []
    panel = Panel(
        "note", options=lambda typed: gone if not typed.strip() else [], prompt="note",
        value=before, free=True, hint="Enter keeps it  Esc leaves it as it was",
    )  # fmt: skip
    written = await screen.app.push_screen_wait(panel)
    if not isinstance(written, Typed) and written != "":
        return
    text = written.text if isinstance(written, Typed) else ""
    if text == before:
        return

    def way(wanted: str) -> Way:
        return Way(lambda left: replace(left, note=wanted),
                   lambda: own.keep_note(archive, article, wanted))  # fmt: skip

    _leave(screen, article, "the note", way(text), way(before))
    found = f"noted; note: finds it, {screen.keycap('undo')} takes it back"
    screen.say(found if text else "note taken away")
