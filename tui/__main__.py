"""Where the program starts: paints the screen that was left before anything heavy is imported."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `broadsheet` with these arguments (those of the process by default)."""
    from tui import opening

    opening.paint(sys.argv[1:] if arguments is None else arguments)
    from tui.cli.running import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
