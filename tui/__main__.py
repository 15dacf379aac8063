"""Where the program starts: paints the screen that was left before anything heavy is imported."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

# The matrices here are small: a second thread of the linear algebra library only waits busily for
# the first (two articles compared: 14 ms of CPU with one thread, 38 with two). Read by numpy when
# it is imported, and by the processes that are started from here.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `broadsheet` with these arguments (those of the process by default)."""
    from tui import opening

    words = sys.argv[1:] if arguments is None else arguments
    if opening.wanted(words) is not None:
        gc.disable()  # there is no garbage yet, and looking for it takes a tenth of the start
        opening.paint(words)
    from tui.cli.running import run

    try:
        return run(arguments)
    finally:
        gc.enable()


if __name__ == "__main__":
    sys.exit(main())
