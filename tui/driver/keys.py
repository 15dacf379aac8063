"""The explorer's drivers: what they read, Textual's own way of writing or the light one.

Input is read by `PasteParser`, so that nothing in a paste is ever taken for a key, and bytes
that are no UTF-8 do not end the reading.
"""

from __future__ import annotations

import os
import selectors
from codecs import getincrementaldecoder
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.drivers.linux_driver import LinuxDriver

from tui import opening
from tui.driver.light import LightDriver, Outlet, tell_gone
from tui.pasted import PasteParser

if TYPE_CHECKING:
    from textual.app import App

PATIENCE = 0.1  # seconds between two looks at whether the explorer ended
SOON = 0.02  # the same while something waits for time to pass
AT_ONCE = 16_384  # bytes read at once


class StockDriver(LinuxDriver):
    """Keys, pastes and the mouse from a terminal; the screen as Textual writes it."""

    def __init__(self, app: App[Any], **more: Any) -> None:
        super().__init__(app, **more)
        self._file: Any = Outlet(self._file, lambda: None, self.gone)

    def gone(self) -> None:
        """The terminal is gone: the app saves and ends."""
        tell_gone(self._app)

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was.

        The screen is wiped first: in a window that grew, tmux folds the long lines of the
        alternate screen on leaving it, and what that pushes up comes back on the shell's.
        """
        super().write(opening.WIPED)
        super().stop_application_mode()

    def run_input_thread(self) -> None:
        """Read until the explorer ends or the terminal goes away."""
        parser = PasteParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(SOON if parser.pending else PATIENCE):
                    try:
                        read = os.read(self.fileno, AT_ONCE)
                    except OSError:
                        read = b""
                    if not read:
                        self.gone()
                        return
                    if text := decode(read):
                        for message in parser.feed(text):
                            self.process_message(message)
                for message in parser.tick():
                    self.process_message(message)


class TerminalDriver(LightDriver, StockDriver):
    """The same input, and on the wire no more than what changed, from the first picture on."""

    def start_application_mode(self) -> None:
        """Take the terminal, or take it over with what was painted on it at the start."""
        painted = opening.take_over()
        if painted is not None:
            rows = [
                (t.split(opening.CELLS) if opening.CELLS in t else t, p) for t, p in painted.rows
            ]
            self.begin_with(painted.codes, rows)
        super().start_application_mode()
        if painted is not None:
            self.attrs_before = painted.tty

    def keep(self, archive: Path) -> None:
        """Keep the screen as it is for the next start, if one was shown."""
        if self.waiting or self._picture.empty:
            return
        codes, rows = self._picture.kept()
        texts = [(t if isinstance(t, str) else opening.CELLS.join(t), p) for t, p in rows]
        opening.keep(str(archive), (len(rows[0][1]), len(rows)), codes, texts)
