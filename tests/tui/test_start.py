"""What the explorer loads before its first picture: nothing that takes its time."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

from events import FERRY, reported
from newsroom import coming_in

from index.archive import Archive

HEAVY = ("spacy", "whoosh", "trafilatura", "numpy", "htmldate", "dateparser", "ftfy", "lxml")
LATER = (
    *("argparse", "ssl", "_ssl", "msgspec", "corpus.article", "index.reports", "index.engine"),
    *("textual.command", "textual.widgets._input", "rich.table", "uuid", "hashlib"),
)
OURS = {
    "corpus": "errors outlets precedence text words",
    "index": """archive asking connections folders how_many judged locking mentioned opened personal
        personal_file premises records results tables stories stories.room traces""",
    "tui": """__main__ answering app cli cli.archives cli.explorer cli.running commands compute
        config desk
        drawn finding going judging keeping keycaps leaving opening pasted
        resuming session spared textual_theme theme tidying unfolding waiting ways
        driver driver.frames driver.keys driver.light driver.painting driver.pens driver.picture
        driver.rows driver.scrolling
        screens screens.arranging screens.asking screens.base screens.beside screens.left_at
        screens.list_rows
        screens.moving
        screens.on_article screens.on_names screens.pressed screens.search
        views views.counts views.days views.field views.footer views.histogram views.layout
        views.left
        views.lines views.masthead views.query_box views.results views.typing
        widgets widgets.pane""",
}
"""Our own modules that the first picture of the list needs. A new one takes its time at every
start, of everybody: import it where it is first used, or say here that it cannot wait."""

PROGRAM = """
import sys
from tui import __main__
def told(self):
    with open(sys.argv[1], "w") as file:
        print(*sorted(sys.modules), file=file)
    self.exit(0)
from tui.cli import explorer
from tui.spared import spared  # as it does itself, before the terminal library is imported
with spared():
    import tui.drawn
tui.drawn.Drawn.stands = told
__main__.main(["--archive", sys.argv[2]])
"""


def loaded(tmp_path: Path) -> set[str]:
    """The modules of an explorer in a terminal of its own when its first picture stands."""
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.add(coming_in(reported(FERRY[0], 1)))
    ours, theirs = pty.openpty()
    subprocess.run(["stty", "rows", "24", "cols", "80"], stdin=theirs, check=True)

    def take() -> None:
        with suppress(OSError):
            while os.read(ours, 65536):
                pass

    threading.Thread(target=take, daemon=True).start()
    told = tmp_path / "told"
    subprocess.run(
        [sys.executable, "-c", PROGRAM, str(told), str(tmp_path / "archive")],
        stdin=theirs, stdout=theirs, stderr=theirs, check=True, timeout=120,
        env={**os.environ, "TERM": "xterm-256color"},
    )  # fmt: skip
    os.close(theirs)
    return set(told.read_text().split())


def test_the_first_picture_needs_no_more_modules_than_those_listed(tmp_path: Path) -> None:
    here = loaded(tmp_path)
    assert not here.intersection((*HEAVY, *LATER))
    ours = {name for name in here if name.split(".")[0] in OURS}
    listed = set(OURS) | {
        f"{storey}.{name}" for storey, names in OURS.items() for name in names.split()
    }
    assert sorted(ours - listed) == []


PALETTE = """
import asyncio
from tui.spared import spared
with spared():
    from textual.app import App
class Other(App):
    pass
async def opened():
    app = Other()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+p", *"quit")
        await pilot.pause()
        print(type(app.screen).__name__)
        print(len(app.screen.query("OptionList")))
asyncio.run(opened())
"""


def test_what_was_not_imported_at_the_start_is_there_when_it_is_used() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PALETTE], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["CommandPalette", "1"]


OTHERWISE = """
import sys
from tui import spared
spared.WAITING += ("textual.dom",)  # as if a later version took a class of it for a base
with spared.spared():
    from textual.app import App
    from textual.widgets import Static
from textual.dom import DOMNode
print(issubclass(App, DOMNode), issubclass(Static, DOMNode))
print(*(sys.modules[name].__spec__ is not None for name in ("textual.dom", "rich.console")))
"""


def test_a_terminal_library_that_needs_more_is_imported_as_it_is() -> None:
    done = subprocess.run(
        [sys.executable, "-c", OTHERWISE + PALETTE], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == [*["True"] * 4, "CommandPalette", "1"]


ENCRYPTED = """
import sys
from importlib.abc import MetaPathFinder
class NeedsSsl(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "asyncio.base_events" and sys.modules.get("ssl", True) is None:
            import ssl
sys.meta_path.insert(0, NeedsSsl())
from tui.spared import spared
with spared():
    import textual.app
"""


def test_an_event_loop_that_cannot_be_without_encryption_has_it() -> None:
    done = subprocess.run(
        [sys.executable, "-c", ENCRYPTED + PALETTE], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["CommandPalette", "1"]


def test_the_table_of_keys_is_read_without_the_terminal_library() -> None:
    code = "import sys, tui.commands\nprint('textual' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
