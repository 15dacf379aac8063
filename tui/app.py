"""The explorer's wiring: archive, session, palette, and the screens that share them.

No rule about news and no layout lives here. `run_explorer` opens everything, runs the app
and gives back an exit status.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from textual import events
from textual.driver import Driver
from textual.reactive import Initialize, Reactive
from textual.screen import Screen
from textual.theme import Theme
from textual.worker import WorkerFailed

from index import traces
from tui import commands, session, tidying, waiting
from tui.config import Settings
from tui.config import Theme as ThemeName
from tui.config import read as read_settings
from tui.desk import Threads
from tui.finding import Finding
from tui.going import Going
from tui.keeping import Keeper, PersonalKeeper
from tui.leaving import Leaving
from tui.resuming import goes_on
from tui.screens.base import CommandScreen
from tui.screens.pressed import Pressed
from tui.screens.search import SearchScreen
from tui.textual_theme import textual_theme
from tui.theme import Palette, choose
from tui.tidying import Tidying
from tui.views.left import Known
from tui.waiting import Waiting
from tui.ways import Ways
from tui.widgets.pane import Pane

if TYPE_CHECKING:
    from corpus.article import Names
    from index.answers import Record
    from index.archive import Archive
    from tui.compute import Compute
    from tui.judging import Step


class Recogniser(Protocol):
    """A process that finds names: works the archive off, and names one article when asked."""

    def names_now(self, article_id: str) -> Names:
        """The names of one article."""

    def stop(self, patience: float) -> None:
        """End it."""


TO_SAMPLE = -1  # the app's result when the person asks for the sample


def _first_theme(app: Any) -> str:
    name: str = app._first_theme.name
    return name


class Explorer(Going, Ways, inherit_bindings=False):
    """The full-screen explorer over one archive."""

    TITLE = "Broadsheet"
    ENABLE_COMMAND_PALETTE = False
    CSS = """
    Screen { layers: base; }
    """
    theme: Reactive[str] = Reactive(Initialize(_first_theme))
    """From the first moment: changed later, it would have every style read twice at the start."""

    def __init__(
        self,
        archive: Archive,
        *,
        keeper: Keeper | None = None,
        settings: Settings | None = None,
        sample: bool = False,
        recogniser: Callable[[], Recogniser] | None = None,
        stock_driver: bool = False,
        compute: Compute | None = None,
        resume: bool | None = None,
    ) -> None:
        self.settings = settings or Settings()
        commands.use(self.settings.table)
        self.palette: Palette = choose(self.settings.theme, os.environ)
        self._first_theme = textual_theme(self.palette)
        super().__init__(driver_class=_driver(stock_driver))
        self.animation_level = "none"
        self._disable_tooltips = self._disable_notifications = True  # two widgets less a screen
        self.archive = archive
        self.keeper = keeper
        self.sample = sample
        self.private = traces.none_left()
        """Nothing of the person's is written down; the session begins anew."""
        kept = keeper.session() if keeper and not self.private else None
        self.session = session.loads(kept)
        if not goes_on(self.session, resume, time.time()):
            self.session.begin_anew()
        self.threads = Threads()
        self.compute = compute
        self.archive_waiting = Waiting(archive, self._archive_went_or_came)
        self.piped: list[str] = []  # commands that were given something, the newest last
        self.failure: Exception | None = None
        """The unexpected error that ended the explorer."""
        self.steps: list[Step] = []
        """What `u` takes back, the last first: what was left at articles, and judgements."""
        self.own_known = Known()
        self._held: list[events.Key] = []
        self._tidying = Tidying()
        self.leaving: Leaving | None = None
        self._recogniser: Recogniser | None = None
        self._start_recogniser = recogniser
        self.register_theme(self._first_theme)

    def get_theme(self, theme_name: str) -> Theme | None:
        """One of the terminal library's themes, or the one of the palette at the start."""
        first = self._first_theme
        return first if theme_name == first.name else super().get_theme(theme_name)

    def choose_theme(self, name: ThemeName) -> None:
        """Change the colours until the program ends; `theme` in the settings keeps them."""
        self.palette = choose(name, os.environ)
        theme = textual_theme(self.palette)
        self.register_theme(theme)
        self.theme = theme.name
        for screen in self.screen_stack:
            screen.refresh(recompose=False)
            for pane in screen.query(Pane):
                pane.refresh()

    @property
    def author(self) -> str | None:
        """Who judges, where that was said; never the name of the account."""
        return None if os.environ.get("BROADSHEET_AUTHOR") else self.settings.author or None

    def begin(self, article: str) -> Record:
        """The record of an article that is about to be read; from now on it counts as read."""
        record = self.archive.get(article)
        if self.keeper is not None:
            self.keeper.keep_opened(record.article.id)
        return record

    def get_default_screen(self) -> Screen[None]:
        """The first screen is the list."""
        return SearchScreen(Finding(self.archive, self.threads))

    async def on_event(self, event: events.Event) -> None:
        """Keys go to the screen at once and in order; while it waits they are kept."""
        if isinstance(event, events.InputEvent):
            self._tidying.used()
        screen: object = self.screen_stack[-1] if self.screen_stack else None
        if not isinstance(event, events.Key) or not isinstance(screen, Pressed):
            await super().on_event(event)
            return
        if event.key == "ctrl+j":  # Enter, typed before the terminal was set up
            event = events.Key("enter", "\r")
        if not self._held and not screen.waiting:
            screen.press(event)
        elif screen.hurried(event):
            self._held.clear()
            screen.press(event)
        else:
            self._held.append(event)

    def release(self) -> None:
        """Let the keys that were kept have their turn."""
        self.show_if_it_stands()
        while self._held and self.screen_stack:
            screen: object = self.screen_stack[-1]
            if not isinstance(screen, Pressed) or screen.waiting:
                return
            screen.press(self._held.pop(0))

    def stands(self) -> None:
        """What was left is open again: the terminal may show it, and garbage may be looked for."""
        self._tidying.stands()
        super().stands()

    def on_unmount(self) -> None:
        """Leave the process as it was found."""
        self._tidying.end()
        if self.leaving is not None:
            self.leaving.end()

    def on_mount(self) -> None:
        """Save the session when the terminal goes away; tidy up while nobody types."""
        self.wait_for_the_first()
        self._tidying.begin()
        self.set_interval(tidying.EVERY, self._tidying.look)
        self.set_interval(waiting.EVERY, self._look_for_archive)
        soon = asyncio.get_running_loop().call_soon_threadsafe
        self.leaving = Leaving(self.save, lambda: self.exit(0), soon, self.give_back)
        self.leaving.begin()

    def _look_for_archive(self) -> None:
        self.run_worker(self.archive_waiting.look(), group="archive", exit_on_error=False)

    async def _archive_went_or_came(self, lost: bool) -> None:
        """Tell it; when the archive is there again, ask anew for what is shown."""
        screens = [one for one in self.screen_stack if isinstance(one, CommandScreen)]
        if not lost:
            self.stop_recogniser()
            self._recogniser = None  # it had the files that are gone
            screens[0].reload()
            if screens[-1] is not screens[0]:
                screens[-1].reload()
            screens[-1].say("The archive is there again.")
        screens[-1].tell()

    def hung_up(self) -> None:
        """The terminal is gone (told by any thread): save the session and end."""
        if self.leaving is not None:
            self.leaving.now()

    @property
    def list_screen(self) -> SearchScreen:
        """The first screen."""
        screen = self.screen_stack[0]
        assert isinstance(screen, SearchScreen)
        return screen

    def open_sample(self) -> None:
        """End, and start again on the sample that comes with the program."""
        self.save()
        self.exit(TO_SAMPLE)

    async def recognise(self) -> None:
        """Start the recogniser, once the first screen stands: it works behind the explorer."""
        if self._start_recogniser is not None and self._recogniser is None:
            self._recogniser = await self.threads.names(self._start_recogniser)

    async def recognise_now(self, article: str) -> Names | None:
        """The names of one article, before its turn has come; None when nobody can say."""
        await self.recognise()
        recogniser = self._recogniser
        if recogniser is None:
            return None
        return await self.threads.names(lambda: recogniser.names_now(article))

    def stop_recogniser(self) -> None:
        """End the recogniser; what it found is kept."""
        if self._recogniser is not None:
            self._recogniser.stop(1.0)

    def save(self) -> None:
        """Write the session down: the list, and what is open over it."""
        open_now = [one for one in self.screen_stack if isinstance(one, CommandScreen)]
        if open_now and self.list_screen.finding.asked:  # else the list is where it was left
            self.session.search = self.list_screen.list_place()
        if self._resumed:  # else what was open last time is still to be opened
            self.session.screens = [p for one in open_now if (p := one.place()) is not None]
        self.session.at = time.time()
        if self.keeper is not None:
            self.keeper.keep_session(self.session.dumps())

    def leave(self) -> None:
        """Save the session and end."""
        self.save()
        self.exit(0)

    def _handle_exception(self, error: Exception) -> None:
        """Save the session and end; whoever started the explorer says what went wrong."""
        if self._exit:
            return  # it is ending: a screen that was about to open finds nothing to draw on
        if self.failure is None:
            cause = error.error if isinstance(error, WorkerFailed) else error
            self.failure = cause if isinstance(cause, Exception) else error
            try:
                self.save()
            except Exception:  # the screen is what is broken: keep what was written down before
                if self.keeper is not None:
                    with suppress(Exception):
                        self.keeper.keep_session(self.session.dumps())
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """End without a traceback."""
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        """Leave the terminal clean."""
        self._exit_renderables.clear()


def _driver(stock: bool) -> type[Driver] | None:
    """The driver that takes pastes for what they are, where there is a terminal for it."""
    if sys.platform == "win32":
        return None
    from tui.driver.keys import StockDriver, TerminalDriver

    return StockDriver if stock else TerminalDriver


def run_explorer(
    archive_path: Path, *, sample: bool = False, stock_driver: bool = False,
    resume: bool | None = None,
) -> int:  # fmt: skip
    """Open the explorer on an archive and stay until the person leaves; the exit status.

    `resume` says whether it opens where it was left; without it that depends on how long ago.

    An error that nobody expected is raised, when the session is saved and the terminal is back.
    """
    from index.archive import Archive
    from tui.compute import Compute

    settings = read_settings()
    while True:
        keeper = PersonalKeeper(archive_path)
        keeper.stands()
        with Archive.open(archive_path, create=True) as archive:

            def recogniser(path: Path = archive_path) -> Recogniser:
                from index.recognition import Worker

                worker = Worker(path)
                worker.start()
                return worker

            compute = Compute(archive_path)
            app = Explorer(
                archive,
                keeper=keeper,
                settings=settings,
                sample=sample,
                recogniser=recogniser,
                stock_driver=stock_driver,
                compute=compute,
                resume=resume,
            )
            try:
                result = app.run() or 0
                if app.failure is None and not app.private:
                    app.keep_screen(archive_path)
            finally:
                compute.stop()
                app.stop_recogniser()
                app.threads.close()
        if app.failure is not None:
            raise app.failure
        if result != TO_SAMPLE:
            return result
        archive_path, sample = _sample_archive(), True


def _sample_archive() -> Path:
    from tui.cli.archives import archive_at

    return archive_at(None, sample=True)
