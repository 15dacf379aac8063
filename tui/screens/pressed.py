"""What takes keys: every screen and panel of the explorer.

The app hands keys over one by one and at once; while `waiting` is true it keeps them, so that
what is typed ahead finds the screen it was meant for.
"""

from __future__ import annotations

from textual import events


class Pressed:
    """Something that keys are given to."""

    waiting: bool = True

    def press(self, event: events.Key) -> None:
        """Do what a key stands for."""
        raise NotImplementedError

    def hurried(self, event: events.Key) -> bool:
        """Whether a key is obeyed even while this waits: a way out."""
        return event.key == "escape"
