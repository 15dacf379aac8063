"""Where the program starts: reads the arguments before anything heavy is imported."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `broadsheet` with these arguments (those of the process by default)."""
    from tui.cli.running import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
