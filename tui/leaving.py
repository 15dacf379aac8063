"""Leaving when the terminal goes away, or somebody asks the process to end.

SIGHUP and SIGTERM save the session and end the program in good order. They are taken as signals
are, not in the event loop: a loop that waits for a lock would never hear of them. If good order
takes longer than `GRACE`, the process ends all the same, its session saved.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any

GRACE = 5.0  # seconds for closing archive and processes; then the process ends without
_SIGNALS = (signal.SIGHUP, signal.SIGTERM)


class Leaving:
    """Ends a program once: `soon` runs a function in the event loop, from any thread."""

    def __init__(
        self, save: Callable[[], None], leave: Callable[[], None],
        soon: Callable[[Callable[[], None]], Any],
    ) -> None:  # fmt: skip
        self._save, self._leave, self._soon = save, leave, soon
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
        os._exit(0)
