"""The picture painted before anything is imported: whose it is, what is in it, what it loads."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from emulator import Terminal
from events import FERRY, reported
from newsroom import coming_in
from rich.segment import Segment
from rich.style import Style
from textual._compositor import LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from index import traces
from index.archive import Archive
from tui import opening
from tui.cli.running import run
from tui.driver.painting import Traits
from tui.driver.picture import Picture

ALLOWED = {"tui", "tui.opening", "termios"}
# How much of these the interpreter has at its start depends on its site: they are there before
# anything is counted, for they are what the module may use.
PROGRAM = """
import os, sys, __future__, collections.abc
before = set(sys.modules)
from tui import opening
opening.paint(sys.argv[1:])
loaded = sorted(set(sys.modules) - before)
with open(os.environ["TOLD"], "w") as told:
    print(*loaded, file=told)
"""


@pytest.fixture
def picture() -> Picture:
    """A screen of two rows with a wide word and colours."""
    lines = [
        Strip([Segment("火事 at sea ", Style.parse("bold red on blue"))]).adjust_cell_length(80),
        Strip([Segment("one  two", Style.parse("underline"))]).adjust_cell_length(80),
    ]
    picture = Picture(None, Traits())
    picture.lay(LayoutUpdate([[line] for line in lines], Region(0, 0, 80, 2)))
    return picture


def kept(picture: Picture, archive: str, size: tuple[int, int] = (80, 2)) -> None:
    codes, rows = picture.kept()
    texts = [(t if isinstance(t, str) else opening.CELLS.join(t), p) for t, p in rows]
    opening.keep(archive, size, codes, texts)


def started(archive: str, *more: str) -> tuple[str, list[str]]:
    """What the program paints on a terminal when it is started so, and what it has loaded."""
    ours, theirs = pty.openpty()
    subprocess.run(["stty", "rows", "2", "cols", "80"], stdin=theirs, check=True)
    told = Path(opening._file()).with_name("told")
    subprocess.run(
        [sys.executable, "-c", PROGRAM, *more, "--archive", archive],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TOLD": str(told)},
        check=True,
    )
    os.set_blocking(ours, False)
    try:
        painted = os.read(ours, 65536).decode()
    except BlockingIOError:
        painted = ""
    os.close(ours)
    os.close(theirs)
    return painted, told.read_text().split()


def test_the_screen_that_was_left_is_painted_and_nothing_is_loaded(picture: Picture) -> None:
    kept(picture, "/papers")
    painted, loaded = started("/papers")
    terminal, drawn = Terminal(80, 2), Terminal(80, 2)
    terminal.feed(painted)
    drawn.feed(picture.painted())
    assert terminal.cells() == drawn.cells()
    assert set(loaded) <= ALLOWED


def test_a_driver_that_takes_the_painted_screen_over_draws_only_what_is_different() -> None:
    picture, again = Picture(None, Traits()), Picture(None, Traits())
    lines = [f"row {number} ".ljust(80, ".") for number in range(5)]
    style = Style.parse("underline red")

    def frame() -> LayoutUpdate:
        return LayoutUpdate(
            [[Strip([Segment(line, style)])] for line in lines], Region(0, 0, 80, 5)
        )

    picture.lay(frame())
    again.begin_with(*picture.kept())
    again.lay(frame())
    assert again.painted() == ""
    lines[3] = lines[3].replace("3", "4")
    again.lay(frame())
    assert again.painted().endswith("\x1b[4;5H\x1b[4;31m4")


@pytest.mark.parametrize(
    ("archive", "more"),
    [("/others", []), ("/papers", ["--stock-driver"]), ("/papers", ["search", "ferry"])],
)
def test_nothing_is_painted_that_belongs_elsewhere(
    picture: Picture, archive: str, more: list[str]
) -> None:
    kept(picture, "/papers")
    assert started(archive, *more)[0] == ""


def test_in_private_the_screen_that_was_left_is_not_painted(
    picture: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(picture, "/papers")
    monkeypatch.setenv(traces._NAME, "1")
    assert started("/papers")[0] == ""


def test_a_screen_of_another_size_is_not_painted(picture: Picture) -> None:
    kept(picture, "/papers", size=(80, 24))
    assert started("/papers")[0] == ""


@pytest.mark.parametrize("harm", ["\x1b]52;c;aGk=\x07", "\x9b31m", "\x07"])
def test_nothing_in_a_kept_screen_is_obeyed(picture: Picture, harm: str) -> None:
    codes, rows = picture.kept()
    texts = [("a" * (80 - len(harm)) + harm, pens) for _, pens in rows]
    opening.keep("/papers", (80, 2), codes, texts)
    assert started("/papers")[0] == ""
    opening.keep("/papers", (80, 2), ["0m\x1b]0;x"], texts)
    assert started("/papers")[0] == ""


def test_a_damaged_screen_leaves_the_terminal_as_it_was(picture: Picture) -> None:
    codes, rows = picture.kept()
    unknown = chr(0x100 + len(codes))  # a pen that is not there
    opening.keep("/papers", (80, 2), codes, [("a" * 80, unknown * 80) for _ in rows])
    ours, theirs = pty.openpty()
    subprocess.run(["stty", "rows", "2", "cols", "80"], stdin=theirs, check=True)
    before = termios.tcgetattr(theirs)
    env = {**os.environ, "TOLD": os.devnull}
    asked = [sys.executable, "-c", PROGRAM, "--archive", "/papers"]
    subprocess.run(asked, stdin=theirs, stdout=theirs, stderr=theirs, env=env, check=True)
    assert termios.tcgetattr(theirs) == before
    os.close(ours)
    os.close(theirs)


def test_a_kept_screen_is_for_nobody_else_and_names_no_place(
    picture: Picture, tmp_path: Path
) -> None:
    kept(picture, str(tmp_path / "papers"))
    file = Path(opening._file())
    assert file.stat().st_mode & 0o777 == 0o600
    assert str(tmp_path) not in file.read_text(encoding="utf-8")
    opening.forget()
    assert not file.exists()


def test_no_picture_outlives_an_article_that_is_erased(picture: Picture, tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    with Archive.open(folder, create=True) as archive:
        archive.add(coming_in(*(reported(text, n) for n, text in enumerate(FERRY, 1))))
        (first, *_) = archive.newest(limit=1)
    kept(picture, str(folder))
    assert run(["--archive", str(folder), "remove", first.id, "--yes"]) == 0
    assert not Path(opening._file()).exists()


def test_nor_one_whose_erasing_was_interrupted(
    picture: Picture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    folder = tmp_path / "archive"
    with Archive.open(folder, create=True) as archive:
        archive.add(coming_in(reported(FERRY[0], 1)))
        (first,) = archive.newest(limit=1)
    kept(picture, str(folder))
    monkeypatch.setattr("index.opened.OpenedIndex.purge", interrupted)
    assert run(["--archive", str(folder), "remove", first.id, "--yes"]) != 0
    with Archive.open(folder) as archive:
        assert archive.count() == 0
    assert not Path(opening._file()).exists()
