"""Draws every page of the explorer, in every size and theme, to be looked at.

    python benchmarks/pictures.py [--archive DIR] [--size 80x24 ...] [--theme dark ...]
                                  [--page reader ...] [--png] FOLDER

Without an archive the sample is added to a new one and its names are recognised. Each picture is
what the explorer shows after the keys listed beside the page; `FOLDER/PAGE-SIZE-THEME.svg` is
written, and with `--png` a PNG beside it, drawn by Chromium where that is installed.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import get_args

from rich.color import ColorSystem
from textual.pilot import Pilot

from corpus.sample import folder
from index.archive import Archive
from index.intake import walk
from index.recognition import recognise
from tui.app import Explorer
from tui.config import Settings, Theme

SIZES = ("80x24", "120x40", "200x60")
THEMES: tuple[Theme, ...] = ("dark", "light", "ansi")
FIND = ["slash", *"ferry", "enter"]
TWO = ["slash", *"aurelia", "enter", "m", "j", "m", "c"]
PAGES: dict[str, list[str]] = {
    "newest": [],
    "list": FIND,
    "lines": [*FIND, "v"],
    "context": [*FIND, "v", "v"],
    "facets": [*FIND, "F"],
    "dates": [*FIND, "H"],
    "why-found": [*FIND, "i"],
    "nothing": ["slash", *"xylophone", "enter"],
    "reader": [*FIND, "enter"],
    "names": [*FIND, "enter", "e", "n", "n"],
    "figures": [*FIND, "enter", "f", "n"],
    "quotations": [*FIND, "enter", "d", "n"],
    "removed": [*FIND, "enter", "r"],
    "compare": [*TWO, "n"],
    "compare-why": [*TWO, "n", "i"],
    "compare-one": [*TWO, "v", "n"],
    "stories": ["S"],
    "story": [*FIND, "s"],
    "timeline": [*FIND, "s", "v"],
    "story-names": [*FIND, "s", "v", "v"],
    "outlets": ["O"],
    "two-outlets": ["O", "enter"],
    "entity": [*FIND, "enter", "e", "n", "n", "enter"],
    "commands": ["colon"],
    "help": ["question_mark"],
}


@contextmanager
def opened(named: Path | None) -> Iterator[Archive]:
    """The archive that was named, or a new one of the sample."""
    with tempfile.TemporaryDirectory() as place:
        if named is None:
            named = Path(place) / "sample"
            with Archive.open(named, create=True) as archive:
                archive.add(walk([folder()]))
            recognise(named)
        with Archive.open(named) as archive:
            yield archive


async def draw(archive: Archive, keys: list[str], size: tuple[int, int], theme: Theme) -> str:
    """What the explorer shows after these keys, as SVG."""
    app = Explorer(archive, settings=Settings(theme=theme, copy="off"))
    app.console._color_system = ColorSystem.STANDARD if theme == "ansi" else ColorSystem.TRUECOLOR
    async with app.run_test(size=size) as pilot:
        await rested(app, pilot)
        for key in keys:
            await pilot.press(key)
            await rested(app, pilot)
        await pilot.pause(0.5)
        drawn = app.export_screenshot(title="Broadsheet")
    app.threads.close()
    # Textual names a web font; the picture must not fetch anything.
    return re.sub(r"@font-face\s*\{.*?\}", "", drawn, flags=re.DOTALL)


async def rested(app: Explorer, pilot: Pilot[int]) -> None:
    """Wait until the screen waits for nothing."""
    for _ in range(300):
        await pilot.pause(0.02)
        idle = not getattr(app.screen, "waiting", False) and not app._held
        if idle and getattr(app.screen, "_pause", None) is None:
            return


def to_png(svg: Path) -> None:
    """Have Chromium draw a picture."""
    found = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg.read_text(encoding="utf-8"))
    chromium = shutil.which("chromium")
    if found is None or chromium is None:
        return
    width, height = (round(float(number)) + 20 for number in found.groups())
    command = [chromium, "--headless", "--no-sandbox", "--hide-scrollbars"]
    command += [f"--window-size={width},{height}", f"--screenshot={svg.with_suffix('.png')}"]
    subprocess.run([*command, svg.absolute().as_uri()], capture_output=True, check=False)


def main() -> None:
    """Draw what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--archive", type=Path)
    parser.add_argument("--size", nargs="+", default=SIZES)
    parser.add_argument("--theme", nargs="+", choices=get_args(Theme), default=THEMES)
    parser.add_argument("--page", nargs="+", choices=PAGES, default=list(PAGES))
    parser.add_argument("--png", action="store_true")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    with opened(options.archive) as archive:
        for size in options.size:
            width, height = map(int, size.split("x"))
            for theme in options.theme:
                for page in options.page:
                    drawn = asyncio.run(draw(archive, PAGES[page], (width, height), theme))
                    file = options.folder / f"{page}-{size}-{theme}.svg"
                    file.write_text(drawn, encoding="utf-8")
                    if options.png:
                        to_png(file)
                    print(file, flush=True)


if __name__ == "__main__":
    main()
