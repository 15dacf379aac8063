"""Draws the README's pictures from the real program on the sample archive.

    python .readme/screens.py [FOLDER]

The sample is added to a new archive, its names are recognised, and each picture is what the
explorer shows after the keys listed beside it. SVG files are written to FOLDER (default: here).
"""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from corpus.sample import folder
from index.archive import Archive
from index.intake import walk
from index.recognition import recognise
from tui.app import Explorer
from tui.config import Settings


@dataclass(frozen=True)
class Picture:
    """A screen: its file, the terminal's size, and the keys that lead to it."""

    name: str
    size: tuple[int, int]
    keys: list[str]
    theme: str = "dark"


def typed(text: str) -> list[str]:
    names = {" ": "space", ":": "colon", '"': "quotation_mark", "(": "left_parenthesis",
             ")": "right_parenthesis", "-": "minus"}  # fmt: skip
    return [names.get(letter, letter) for letter in text]


FIND_FERRY = ["slash", *typed("ferry (fire OR blaze)"), "enter"]
MARK_TWO = [
    *["slash", *typed("aurelia missing dawn outlet:meridian"), "enter", "m", "slash"],
    *["ctrl+u", *typed("aurelia outlet:harbour unaccounted dinghy"), "enter", "m", "c"],
]
PICTURES = (
    Picture("search", (80, 24), FIND_FERRY),
    Picture("reader", (80, 24), [*FIND_FERRY, "enter", "e", "n", "n"]),
    Picture("compare", (110, 34), [*MARK_TWO, "n"]),
    Picture("compare-80", (80, 24), [*MARK_TWO, "n"]),
    Picture("wide", (160, 44), [*FIND_FERRY, "enter", "e"]),
    Picture("wide-light", (160, 44), [*FIND_FERRY, "enter", "e"], "light"),
)


async def draw(archive: Path, picture: Picture, target: Path) -> None:
    """Run the explorer without a terminal, press the keys, save what it shows."""
    with Archive.open(archive) as opened:
        app = Explorer(opened, settings=Settings(theme=picture.theme))
        async with app.run_test(size=picture.size) as pilot:
            await pilot.pause(0.4)
            for key in picture.keys:
                await pilot.press(key)
                await pilot.pause(0.5 if key in ("enter", "c", "m") else 0.05)
            await pilot.pause(0.6)
            drawn = app.export_screenshot(title="Broadsheet")
        # Textual names a web font; the picture must not fetch anything.
        drawn = re.sub(r"@font-face\s*\{.*?\}", "", drawn, flags=re.DOTALL)
        (target / f"{picture.name}.svg").write_text(drawn, encoding="utf-8")
        app.threads.close()


def main() -> None:
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        archive = Path(place) / "sample"
        with Archive.open(archive, create=True) as opened:
            opened.add(walk([folder()]))
        recognise(archive)
        for picture in PICTURES:
            asyncio.run(draw(archive, picture, target))
            print(target / f"{picture.name}.svg")


if __name__ == "__main__":
    main()
