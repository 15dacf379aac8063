"""Processor time of a frame: the light driver beside Textual's own writing, in one run.

    python benchmarks/wire/frames.py [--rounds 5]

Frames of 80x24 and 200x60 cells of text in five styles: every row new, the rows moved by one, and
one row changed. Textual's own time is that of turning the same update into escape codes; its
cache of drawn strips is emptied by drawing each frame from new strips.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable, Iterator

from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from tui.driver.painting import Traits
from tui.driver.picture import Picture

WORDS = "the ferry Aurelia of “Port Calder” and 212 passengers were brought ashore by dawn".split()
STYLES = [
    Style.parse(f"{shape} on #15181b")
    for shape in ("#cfccc4", "bold #f4f1ea", "#8fbce6", "underline #a5cf94", "#8f949a")
]
Rows = list[list[Segment]]


def row(width: int, chance: random.Random) -> list[Segment]:
    """A row of words, now and then in another style."""
    out: list[Segment] = []
    used = 0
    while used < width - 20:
        words = " ".join(chance.choices(WORDS, k=chance.randint(2, 9))) + " "
        style = STYLES[0] if chance.random() < 0.6 else chance.choice(STYLES)
        out.append(Segment(words[: width - used], style))
        used += len(words)
    return list(Strip(out).adjust_cell_length(width, STYLES[0]))


def new(rows: Rows, width: int, chance: random.Random) -> Rows:
    """Every row is another."""
    return [row(width, chance) for _ in rows]


def moved(rows: Rows, width: int, chance: random.Random) -> Rows:
    """All rows move up by one."""
    return [*rows[1:], row(width, chance)]


def one(rows: Rows, width: int, chance: random.Random) -> Rows:
    """One row is another."""
    at = chance.randrange(len(rows))
    return [*rows[:at], row(width, chance), *rows[at + 1 :]]


def frames(
    change: Callable[[Rows, int, random.Random], Rows], width: int, height: int, count: int
) -> Iterator[Callable[[], LayoutUpdate]]:
    """Makers of frames, each frame from strips of its own."""
    chance = random.Random(1)
    rows = [row(width, chance) for _ in range(height)]
    for _ in range(count):
        rows = change(rows, width, chance)

        def made(rows: Rows = rows) -> LayoutUpdate:
            return LayoutUpdate([[Strip(one)] for one in rows], Region(0, 0, width, height))

        yield made


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    console = Console(color_system="truecolor", force_terminal=True)
    print(f"{'CPU ms a frame (median)':28}{'light':>8}{'stock':>8}{'bytes':>9}{'stock':>9}")
    for width, height in ((80, 24), (200, 60)):
        for change in (new, moved, one):
            picture = Picture(None, Traits())
            light, stock, ours, theirs = [], [], [], []
            for made in frames(change, width, height, 12 * rounds):
                update, again = made(), made()
                begun = time.process_time()
                picture.lay(update)
                data = picture.painted()
                light.append(time.process_time() - begun)
                begun = time.process_time()
                text = again.render_segments(console)
                stock.append(time.process_time() - begun)
                ours.append(len(data.encode()))
                theirs.append(len(text.encode()))
            print(
                f"{f'{width}x{height}, {change.__name__}':28}"
                f"{statistics.median(light) * 1000:8.2f}{statistics.median(stock) * 1000:8.2f}"
                f"{statistics.median(ours):9,.0f}{statistics.median(theirs):9,.0f}"
            )


if __name__ == "__main__":
    main()
