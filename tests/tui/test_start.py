"""What the explorer loads before its first picture: nothing that takes its time."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("spacy", "whoosh", "trafilatura", "numpy", "htmldate", "dateparser", "ftfy", "lxml")


def test_nothing_heavy_is_imported_before_the_first_picture() -> None:
    code = (
        "import sys, tui.app, index.archive, index.personal\n"
        f"print([m for m in {HEAVY!r} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_table_of_keys_is_read_without_the_terminal_library() -> None:
    code = "import sys, tui.commands\nprint('textual' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
