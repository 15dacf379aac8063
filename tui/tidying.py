"""Memory is tidied while nobody types or points.

Python looks through all objects now and then for cycles of garbage, and stands still while it
does: with a large archive open that takes a tenth of a second, in the middle of a word. Here the
full pass is put off until keyboard and mouse have rested, and what has outlived one is not looked
at again until a long rest. At the start nothing is looked for until the first picture stands.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

EVERY = 1.0  # seconds between looks at the clock
REST = 2.0  # seconds unused after which the young are looked through
LONG_REST = 60.0  # seconds unused after which everything is
_NEVER = 1_000_000  # younger passes before Python begins a full one of itself
_WORTH = 5  # younger passes since the last full one, below which there is little to find


class Tidying:
    """When the collector may run; `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._used = clock()
        self._thorough = True
        self._before = gc.get_threshold()

    def begin(self) -> None:
        """From now on Python starts no full pass of itself."""
        gc.set_threshold(*self._before[:2], _NEVER)

    def stands(self) -> None:
        """What was made for the first picture will be needed as long as the explorer is."""
        gc.freeze()
        gc.enable()

    def end(self) -> None:
        """Leave the collector as it was found."""
        gc.unfreeze()
        gc.set_threshold(*self._before)

    def used(self) -> None:
        """A key or the mouse: whoever uses them is not to wait."""
        self._used = self._clock()
        self._thorough = False

    def look(self) -> bool:
        """Tidy if both rest; whether a pass was made."""
        rested = self._clock() - self._used
        if rested >= LONG_REST and not self._thorough:
            gc.unfreeze()  # what was kept since may be garbage by now
            self._thorough = True
        elif rested < REST or gc.get_count()[2] < _WORTH:
            return False
        gc.collect()
        gc.freeze()
        return True
