"""What the app tells its driver about the whole picture: show it, keep it, draw it anew.

A driver that can do none of it (the stock one, a test's) is simply not asked.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from textual import events
from textual.app import App
from textual.screen import Screen

SOON = 0.3  # seconds that the first picture may take before a part of it is drawn


class Drawn(App[int], inherit_bindings=False):
    """An app whose first picture may be older than itself."""

    _stands = False
    _early = False
    hurried = False
    """Whether the first picture is due: it waits for no beat of the clock."""

    @property
    def hidden(self) -> bool:
        """Whether drawing would be in vain: the terminal shows an older picture, or what is to be
        shown first will be there in a moment."""
        waiting = self._early or bool(getattr(self._driver, "waiting", False))
        return waiting and not self.hurried

    def wait_for_the_first(self) -> None:
        """Draw nothing before the first picture stands, unless that takes time."""
        self._early = True
        self.set_timer(SOON, self._show_what_is_there)

    def _show_what_is_there(self) -> None:
        if self._early:
            self._early = False
            self.screen.refresh(layout=True)

    def _asked(self, name: str) -> Callable[..., Any] | None:
        found: Callable[..., Any] | None = getattr(self._driver, name, None)
        return found

    def stands(self) -> None:
        """What was left is open again; the terminal may show it when it is drawn."""
        self._stands = True
        self.show_if_it_stands()

    def show_if_it_stands(self) -> None:
        """Let the terminal show the first picture, unless its screen still waits for something."""
        top: object = self.screen_stack[-1] if self.screen_stack else None
        if self._stands and not getattr(top, "waiting", False):
            self._stands = False
            self.hurried = True
            self.call_after_refresh(self._show_first)

    def _show_first(self) -> None:
        self.hurried = self._early = False
        show = self._asked("show")
        if show is not None:
            show()

    def keep_screen(self, archive_path: Path) -> None:
        """Keep the last screen: the next start paints it at once."""
        keep = self._asked("keep")
        if keep is not None:
            keep(archive_path)

    def terminal_number(self) -> int | None:
        """The file number of the terminal; None where there is none to give away."""
        driver = self._driver
        number: int | None = getattr(driver, "fileno", None)
        return number if driver is not None and driver.can_suspend else None

    def write_past(self, sequence: str) -> None:
        """Write a sequence that leaves no trace on the screen, past what is drawn."""
        if self._driver is not None:
            self._driver.write(sequence)
            self._driver.flush()

    def give_back(self) -> None:
        """Give the terminal back past the driver, which may stand still; from any thread."""
        from tui.leaving import give_back

        driver = self._driver
        if (terminal := self.terminal_number()) is not None:
            give_back(terminal, getattr(driver, "attrs_before", None))

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Leave the terminal to somebody else for a while; nothing is drawn meanwhile."""
        with self.batch_update(), self.suspend():
            yield
        self.refresh()

    def put_aside(self) -> bool:
        """Stop until the shell brings the process back; False where no shell would.

        A shell that can gives every job a process group of its own.
        """
        job = os.getpgrp()
        if job == os.getsid(0) or job == os.getpgid(os.getppid()):
            return False
        self.action_suspend_process()
        return True

    def redraw(self) -> None:
        """Draw everything anew, whatever the terminal shows."""
        forget = self._asked("forget")
        if forget is not None:
            forget()
        self.refresh()


class DrawnScreen(Screen[None], inherit_bindings=False):
    """A screen of such an app; its panes cover it."""

    BLANK = True

    @property
    def _drawn(self) -> Drawn | None:
        return self.app if isinstance(self.app, Drawn) else None

    async def _on_idle(self, event: events.Idle) -> None:
        """The first picture waits for nothing; all others for the beat that joins changes."""
        if self._drawn is not None and self._drawn.hurried:
            event.prevent_default()
            self._on_timer_update()
            await self._invoke_and_clear_callbacks()

    def _compositor_refresh(self) -> None:
        if self._drawn is None or not self._drawn.hidden:
            super()._compositor_refresh()
