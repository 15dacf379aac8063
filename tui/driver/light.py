"""A driver for Textual that sends a terminal no more than what changed on it.

Use it as it is: `App(driver_class=LightDriver)`. It takes the place of the app's `_display`,
keeps a shadow of the terminal, and writes the difference between it and every frame. While the
line is slow, frames that would be late are left out and only the newest is written. Everything
else (modes, keys, suspending) is Textual's own driver; whatever is written past the shadow makes
it forget what it knew, and the screen is drawn anew.
"""

from __future__ import annotations

import os
import re
import signal
import termios
from collections.abc import Callable, Sequence
from threading import Lock
from typing import IO, TYPE_CHECKING, Any

from textual import events
from textual._compositor import CompositorUpdate
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from tui.driver.painting import traits_of
from tui.driver.picture import Picture

if TYPE_CHECKING:
    from textual.app import App
    from textual.screen import Screen

TOGETHER = 512  # bytes from which a frame is worth 16 more that keep it together
LONGEST = 2.0  # seconds that an earlier picture stays when nobody calls `show`
ALTERNATE = "\x1b[?1049h"
AFTER_RESIZE = 0.1  # seconds in which the app draws for the new size, if it is a new one

_HARMLESS = re.compile(
    r"(?:\x1b\[[?>=<][\d;]*\$?[a-zA-Z]"  # modes and questions about them
    r"|\x1b\[\d*[nc]|\x1b\[\d* q"  # questions, the cursor's shape
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"  # titles, the clipboard
    r"|\x1bP(?:[^\x1b]|\x1b[^\\])*\x1b\\"  # something for a terminal around this one
    r"|\x07)*"
)
"""What may be written without a trace on the screen."""


class Outlet:
    """The terminal as a file that says when everything given to it has been taken.

    A terminal that is gone takes everything, too, and `gone` is called: whoever writes must not
    end, or those who hand something on would wait for it for ever.
    """

    def __init__(self, file: IO[str], taken: Callable[[], None], gone: Callable[[], None]) -> None:
        self._file = file
        self._taken = taken
        self._gone = gone

    def write(self, text: str) -> int:
        """Write, and wait for a slow terminal."""
        try:
            return self._file.write(text)
        except (OSError, ValueError):
            self._gone()
            return len(text)

    def flush(self) -> None:
        """Hand everything to the terminal."""
        try:
            self._file.flush()
        except (OSError, ValueError):
            self._gone()
        self._taken()

    def fileno(self) -> int:
        """The number of the file."""
        return self._file.fileno()

    def isatty(self) -> bool:
        """Whether this is a terminal."""
        return self._file.isatty()


def tell_gone(app: App[Any]) -> None:
    """Tell an app that its terminal is gone, by its method `hung_up` where it has one."""
    told: Callable[[], None] | None = getattr(app, "hung_up", None)
    if told is not None:
        told()


class LightDriver(LinuxDriver):
    """Textual's driver, but for what it writes."""

    def __init__(self, app: App[Any], **more: Any) -> None:
        super().__init__(app, **more)
        self._outlet = Outlet(self._file, self._taken, self.gone)
        self._file: Any = self._outlet
        self._lock = Lock()
        self._busy = self._late = False
        traits = traits_of(os.environ.get("TERM", ""), "TMUX" in os.environ)
        self._picture = Picture(app.console._color_system, traits)
        self._drawing = False
        self.waiting = False
        """Whether the terminal shows a picture that waits for the first whole frame."""
        self._display: Callable[[Screen[Any], Any], None] = app._display
        setattr(app, "_display", self.display)  # noqa: B010 - no other way in

    def gone(self) -> None:
        """The terminal is gone (told by a reading or writing thread): tell the app."""
        tell_gone(self._app)

    # --- frames ---------------------------------------------------------------------------

    def display(self, screen: Screen[Any], renderable: Any) -> None:
        """What the app calls with every update of a screen."""
        app = self._app
        if not isinstance(renderable, CompositorUpdate):
            self._display(screen, renderable)
            return
        try:
            if app._running and not app._closed and not app._batch_count:
                if not self._picture.lay(renderable):
                    self._display(screen, renderable)
                    return
                self.paint()
        except Exception as error:
            app._handle_exception(error)
        finally:
            app.post_display_hook()

    def paint(self) -> None:
        """Write what the frame has and the terminal has not, unless the line is busy."""
        if not self._drawing or self.waiting:
            return
        with self._lock:
            if self._busy:
                self._late = True
                return
        data = self._picture.painted(self._cursor())
        if not data:
            return
        if len(data) > TOGETHER and self._app._sync_available:
            data = f"\x1b[?2026h{data}\x1b[?2026l"
        with self._lock:
            self._busy = True
        super().write(data)

    def begin_with(self, codes: Sequence[str], rows: Sequence[tuple[Sequence[str], str]]) -> None:
        """Before application mode: the terminal shows these rows already.

        It is on its alternate screen, and nothing is drawn before `show` is called.
        """
        self._picture.begin_with(codes, rows)
        self.waiting = True

    def show(self) -> None:
        """Draw: what was laid by now is worth more than what was shown before."""
        if self.waiting:
            self.waiting = False
            if not self._picture.empty:
                self.paint()

    def _cursor(self) -> tuple[int, int] | None:
        """Where the app wants the hidden cursor; None as long as it never said."""
        app = self._app
        wanted, before = app.cursor_position, app._previous_cursor_position
        if (wanted.x, wanted.y) == (before.x, before.y) == (0, 0):
            return None
        wanted = app._previous_cursor_position = app.screen.outer_size.clamp_offset(wanted)
        return wanted.y, wanted.x

    def _taken(self) -> None:
        """The terminal took what was written (told by the writing thread)."""
        with self._lock:
            late, self._busy, self._late = self._late, False, False
        if late:
            self._loop.call_soon_threadsafe(self.paint)

    # --- what else is written -------------------------------------------------------------

    def write(self, data: str) -> None:
        """Write something that is no frame."""
        if self.waiting and data == ALTERNATE:
            return  # it would be empty again
        if not _HARMLESS.fullmatch(data):
            self.forget()
        super().write(data)

    def forget(self) -> None:
        """Draw everything anew with the next frame, or soon: the terminal may show anything.

        May be called from any thread, and while a frame is being drawn.
        """
        self._loop.call_soon_threadsafe(self._forgotten)

    def _forgotten(self) -> None:
        self._picture.forget()
        self._loop.call_later(AFTER_RESIZE, self.paint)

    # --- modes ----------------------------------------------------------------------------

    def start_application_mode(self) -> None:
        """Take the terminal; it shows nothing yet."""
        writer = self._writer_thread
        if self._drawing:  # it was stopped or told to go on, and did not give the terminal back
            self.suspend_application_mode()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._writer_thread is writer:
            return  # in the background; it is called again when that ends
        self._picture.speaks_to(self._picture.traits._replace(feeds=self._line_feeds()))
        if self.waiting:
            self._loop.call_later(LONGEST, self.show)
        else:
            self._picture.forget()
        resized = signal.getsignal(signal.SIGWINCH)

        def on_resize(number: int, stack: Any) -> None:
            self.forget()
            if callable(resized):
                resized(number, stack)

        signal.signal(signal.SIGWINCH, on_resize)
        self._drawing = True
        if not self._picture.empty:
            self.paint()

    def _line_feeds(self) -> bool:
        """Have line feeds sent as they are; whether they will be. The terminal is given back as the
        one that keys come from was, so it has to be the same."""
        try:
            if os.fstat(self.fileno).st_rdev != os.fstat(self._outlet.fileno()).st_rdev:
                return False
            modes = termios.tcgetattr(self.fileno)
            modes[1] &= ~termios.OPOST
            termios.tcsetattr(self.fileno, termios.TCSANOW, modes)
        except (OSError, termios.error):
            return False
        return True

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was."""
        if self._drawing:
            self._drawing = False
            super().write("\x1b[0m")
        self._picture.forget()
        super().stop_application_mode()

    def close(self) -> None:
        """End; the terminal has taken everything then."""
        super().close()
        with self._lock:
            self._busy = self._late = False

    def process_message(self, message: Message) -> None:
        """Something arrived from the terminal (told by the reading thread)."""
        if isinstance(message, events.Resize):
            self.forget()
        super().process_message(message)
