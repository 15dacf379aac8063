"""Leaving when the terminal goes away, or somebody asks the process to end.

SIGHUP and SIGTERM save the session and end the program in good order. They are taken as signals
are, not in the event loop: a loop that waits for a lock would never hear of them. If good order
takes longer than `GRACE`, the process ends all the same, its session saved and the terminal given
back past everything that stands still.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any

from tui.opening import GIVEN

GRACE = 5.0  # seconds for closing archive and processes; then the process ends without
_SIGNALS = (signal.SIGHUP, signal.SIGTERM)


class Leaving:
    """Ends a program once: `soon` runs a function in the event loop, from any thread."""

    def __init__(
        self, save: Callable[[], None], leave: Callable[[], None],
        soon: Callable[[Callable[[], None]], Any],
        give_back: Callable[[], None] = lambda: None,
    ) -> None:  # fmt: skip
        self._save, self._leave, self._soon = save, leave, soon
        self._give_back = give_back
        self._lock = threading.Lock()
        self._leaving = self._saved = False
        self._before: dict[signal.Signals, Any] = {}

    def begin(self) -> None:
        """Take the signals from now on; not where this is not the main thread (a test)."""
        with suppress(ValueError):
            for number in _SIGNALS:
                if signal.getsignal(number) is signal.SIG_IGN:
                    continue  # nohup: a terminal that is gone is noticed all the same
                self._before[number] = signal.signal(number, self._on_signal)

    def end(self) -> None:
        """Leave the signals as they were found."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._before.clear()

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self.now()

    def now(self) -> None:
        """Save and leave, from any thread; a second time it changes nothing."""
        if self._leaving:  # no lock: a signal may come while this very thread holds it
            return
        self._leaving = True
        last = threading.Timer(GRACE, self._give_up)
        last.daemon = True
        last.start()
        with suppress(RuntimeError):  # the loop has ended already
            self._soon(self._in_order)

    def _in_order(self) -> None:
        try:
            self._save_once()
        finally:
            self._leave()

    def _save_once(self) -> None:
        with self._lock:
            if not self._saved:
                self._save()
                self._saved = True

    def _give_up(self) -> None:
        if self._lock.acquire(timeout=GRACE / 5):
            with suppress(Exception):
                if not self._saved:
                    self._save()
        giving = threading.Thread(target=self._give_back, daemon=True)
        giving.start()
        giving.join(GRACE / 5)  # a terminal that takes nothing keeps nobody
        os._exit(0)


BACK = (
    "\x1b[?2026l\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?2004l\x1b[?2048l"
    f"\x1b[?1004l\x1b[<u{GIVEN}"
)
"""Ends what the explorer asks of a terminal: frames held back, mouse, pastes, sizes, focus, keys,
line wrap, the alternate screen, the hidden cursor."""


def give_back(terminal: int, before: Any) -> None:
    """Give a terminal back as it was, from any thread: its modes ended, its attributes (as
    `termios` tells them) as `before`. One that is gone takes nothing."""
    import termios

    with suppress(OSError, termios.error):
        termios.tcflush(terminal, termios.TCOFLUSH)  # half a frame that nobody reads any more
        if before is not None:
            termios.tcsetattr(terminal, termios.TCSANOW, before)
        os.write(terminal, BACK.encode())
