"""What a person leaves at articles and queries: stars, tags, notes, saved searches.

All of it lies in the person's own state, never in the archive. Each is asked for by a panel and
reaches queries as `is:starred`, `tag:` and `note:`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import BroadsheetError
from tui import commands
from tui.screens.base import CommandScreen
from tui.views.left import Left
from tui.views.lines import counted, shown

if TYPE_CHECKING:
    from index.archive import Archive
    from index.personal import Personal, Saved
    from tui.app import Explorer
    from tui.finding import Finding


@dataclass(frozen=True, slots=True)
class Step:
    """The last thing that a person left at an article, and how `u` takes it back."""

    told: str
    take_back: Callable[[], object]


class NoState(BroadsheetError):
    """The person's own state cannot be used."""


class OwnMarks(CommandScreen):
    """A screen on whose article a star, tags and a note can be left."""

    def do_star(self) -> None:
        """Give the article a star, or take it away."""
        try:
            star(self)
        except BroadsheetError as error:
            self.notice(str(error))

    def do_tag(self) -> None:
        """Tag the article."""
        self.in_background(tag(self), group="own", opens=True)

    def do_note(self) -> None:
        """Write a note on the article."""
        self.in_background(note(self), group="own", opens=True)


class OwnSearches(OwnMarks):
    """A list whose query can be kept under a name."""

    finding: Finding

    def ask_for(self, words: str) -> None:
        """Look for these words."""
        raise NotImplementedError

    def do_saved(self) -> None:
        """The saved searches, with what is new."""
        self.in_background(saved(self), group="own", opens=True)

    def do_save(self) -> None:
        """Keep the query under a name."""
        self.in_background(save(self), group="own", opens=True)


def personal(screen: CommandScreen) -> Personal:
    """The person's own state; NoState where it cannot be used."""
    keeper = screen.explorer.keeper
    found = keeper.own if keeper is not None else None
    if found is None:
        raise NoState("Your own state cannot be used here; nothing is kept.")
    return found


def _leave(
    screen: CommandScreen,
    article: str,
    change: Callable[[Left], Left],
    back: Callable[[Left], Left],
    write: Callable[[], object],
) -> None:
    """Show a change at an article at once and write it in a thread; where that cannot be done
    take it back and say so."""
    explorer = screen.explorer
    known, signs = explorer.own_known, left_at(explorer)
    signs[article] = change(signs.get(article, Left()))
    known.pending += 1
    screen.marks_changed()

    async def written() -> None:
        try:
            await explorer.threads.own(write)
        except BroadsheetError as error:
            signs[article] = back(signs.get(article, Left()))
            explorer.own_last = None
            top = explorer.screen_stack[-1]
            for one in {screen, top}:
                if isinstance(one, CommandScreen) and one.is_mounted:
                    one.marks_changed()
            said = top if isinstance(top, CommandScreen) else screen
            said.say(f"not kept: {error}")
        finally:
            known.pending -= 1

    explorer.run_worker(written(), group="own writing", exit_on_error=True)


def star(screen: CommandScreen) -> None:
    """Give the current article a star, or take it away."""
    article = screen.current_id()
    if not article:
        return
    own, archive = personal(screen), screen.explorer.archive.path
    given = not left_at(screen.explorer).get(article, Left()).starred

    def put(wanted: bool) -> None:
        def write() -> None:
            if own.star(archive, article) is not wanted:  # another program had done it
                own.star(archive, article)

        _leave(screen, article, lambda left: replace(left, starred=wanted),
               lambda left: replace(left, starred=not wanted), write)  # fmt: skip

    put(given)
    screen.explorer.own_last = Step("the star", lambda: put(not given))
    found = f"starred; is:starred finds it, {commands.key('undo')} takes it back"
    screen.notice(found if given else "star taken away")


async def tag(screen: CommandScreen) -> None:
    """Tag the current article, or take a tag away."""
    from tui.screens.panel import Panel
    from tui.views.choice import Option

    article, own, archive = screen.current_id(), personal(screen), screen.explorer.archive.path
    if not article:
        return
    signs = left_at(screen.explorer)
    has = set(signs.get(article, Left()).tags)
    known = sorted({name for left in signs.values() for name in left.tags}, key=str.casefold)

    def options(typed: str) -> list[Option]:
        wanted = typed.strip().casefold()
        fitting = [name for name in known if name.casefold().startswith(wanted)]
        fresh = [Option(f"{typed.strip()}  a new tag", typed.strip())] if wanted else []
        if wanted in {name.casefold() for name in known}:
            fresh = []
        return fresh + [Option(shown(n), n, "it has this: takes it away" if n in has else "")
                        for n in fitting]  # fmt: skip

    panel = Panel("tags", options=options, prompt="tag", hint="Enter gives or takes it  Esc close")
    chosen = await screen.app.push_screen_wait(panel)
    if chosen:
        chosen = " ".join(chosen.split())
        given = not any(name.casefold() == chosen.casefold() for name in has)

        def put(wanted: bool) -> None:
            def write() -> None:
                if own.tag(archive, article, chosen) is not wanted:
                    own.tag(archive, article, chosen)

            _leave(screen, article, lambda left: _tagged(left, chosen, wanted),
                   lambda left: _tagged(left, chosen, not wanted), write)  # fmt: skip

        put(given)
        screen.explorer.own_last = Step(f"the tag {chosen}", lambda: put(not given))
        found = f"tagged {chosen}; tag: finds it, {commands.key('undo')} takes it back"
        screen.say(found if given else f"{chosen} taken away")


def _tagged(left: Left, tag: str, wanted: bool) -> Left:
    others = [name for name in left.tags if name.casefold() != tag.casefold()]
    return replace(left, tags=tuple(sorted([*others, *[tag] * wanted])))


async def note(screen: CommandScreen) -> None:
    """Write a note on the current article; an empty one takes it away."""
    from tui.screens.panel import Panel, Typed
    from tui.views.choice import Option

    article, own, archive = screen.current_id(), personal(screen), screen.explorer.archive.path
    if not article:
        return
    before = left_at(screen.explorer).get(article, Left()).note
    gone = [Option("take the note away", "")] if before else []
    panel = Panel(
        "note", options=lambda typed: gone if not typed.strip() else [], prompt="note",
        value=before, free=True, hint="Enter keeps it  Esc leaves it as it was",
    )  # fmt: skip
    written = await screen.app.push_screen_wait(panel)
    if isinstance(written, Typed) or written == "":
        text = written.text if isinstance(written, Typed) else ""

        def put(wanted: str, instead: str) -> None:
            _leave(screen, article, lambda left: replace(left, note=wanted),
                   lambda left: replace(left, note=instead),
                   lambda: own.keep_note(archive, article, wanted))  # fmt: skip

        put(text, before)
        screen.explorer.own_last = Step("the note", lambda: put(before, text))
        found = f"noted; note: finds it, {commands.key('undo')} takes it back"
        screen.say(found if text else "note taken away")


def left_at(explorer: Explorer) -> dict[str, Left]:
    """What the person left at the archive's articles, by id: read once, then as the keys pressed
    since have left it."""
    known = explorer.own_known
    own = explorer.keeper.own if explorer.keeper is not None else None
    if known.signs is None:
        known.signs = {} if own is None else _read(own, explorer.archive.path)
    return known.signs


def _read(own: Personal, archive: Path) -> dict[str, Left]:
    found: dict[str, Left] = {}
    for article in own.stars(archive):
        found[article] = Left(starred=True)
    for tag_, article in own.tags(archive):
        had = found.get(article, Left())
        found[article] = replace(had, tags=tuple(sorted((*had.tags, tag_))))
    for text, article in own.notes(archive):
        found[article] = replace(found.get(article, Left()), note=text)
    return found


async def save(screen: OwnSearches) -> None:
    """Keep the query under a name."""
    from tui.screens.panel import Panel, Typed

    query, own, archive = screen.finding.query.strip(), personal(screen), screen.explorer.archive
    if not query:
        screen.say(f"there is no query to save; {commands.key('query')} writes one")
        return
    panel = Panel("save this search", prompt="name", value=query[:40], offered=True,
                  free=True, hint="Enter keeps it; letters write another name  Esc")  # fmt: skip
    named = await screen.app.push_screen_wait(panel)
    if isinstance(named, Typed):
        await screen.explorer.threads.own(
            lambda: own.save(archive.path, named.text, query, archive.generation())
        )
        screen.say(f"saved as {named.text}; {commands.key('saved')} lists what is kept")


def _looked(own: Personal, archive: Archive, name: str) -> None:
    own.look(archive.path, name, archive.generation())


async def saved(screen: OwnSearches) -> None:
    """The saved searches, each with its articles and what is new since the last look."""
    from tui.screens.panel import ByKey, Panel, moving
    from tui.views.choice import Option

    own, archive = personal(screen), screen.explorer.archive
    mine = screen.explorer.threads.own

    def told(one: Saved) -> Option:
        try:
            answer = archive.search(one.query, limit=0, since=one.looked)
        except BroadsheetError as error:
            return Option(f"{shown(one.name):<24}{shown(one.query)}", one, shown(str(error))[:30])
        new = f"{answer.new:,} new of " if answer.new else ""
        return Option(
            f"{shown(one.name):<24}{shown(one.query)}", one,
            f"{new}{counted(answer.total, 'article')}", "strong" if answer.new else "",
        )  # fmt: skip

    at = 0
    while kept := await mine(lambda: own.saved(archive.path)):
        options = await screen.explorer.threads.query(lambda kept=kept: [told(k) for k in kept])  # type: ignore[misc]
        panel = Panel("saved searches", options=options, keys=("x", "delete"),
                      at=min(at, len(kept) - 1),
                      hint=f"Enter looks for it  x takes it away  {moving()}  Esc")  # fmt: skip
        chosen = await screen.app.push_screen_wait(panel)
        if not isinstance(chosen, ByKey):
            if chosen is not None:
                await mine(partial(_looked, own, archive, chosen.name))
                screen.ask_for(chosen.query)
            return
        at = chosen.at
        await mine(partial(own.unsave, archive.path, chosen.value.name))
    screen.say(f"no search is saved; {commands.key('save')} keeps this one under a name")
