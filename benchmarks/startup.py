"""Time to first paint: Broadsheet on an archive against Textual's smallest app, in one run.

    python benchmarks/startup.py [--archive DIR] [--rounds 7]

Without an archive the sample is added to a new one first. Both programs are started in turn in
a pseudo-terminal of 80x24; the time ends when the first text of the screen is on the wire.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from terminal import seconds_until

HELLO = """
from textual.app import App
from textual.widgets import Static
class Hello(App):
    def compose(self):
        yield Static("Hello, terminal")
Hello().run()
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--archive", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        archive = arguments.archive
        broadsheet = [sys.executable, "-m", "tui"]
        if archive is None:
            archive = Path(place) / "archive"
            sample = Path(__file__).resolve().parents[1] / "corpus" / "sample" / "articles"
            subprocess.run([*broadsheet, "--archive", archive, "add", sample], check=True)
        state = {"XDG_STATE_HOME": place, "XDG_CONFIG_HOME": place}
        programs = {
            "Textual's hello": ([sys.executable, "-c", HELLO], b"Hello"),
            "Broadsheet": ([*broadsheet, "--archive", str(archive)], b"BROADSHEET"),
        }
        times: dict[str, list[float]] = {name: [] for name in programs}
        for turn in range(arguments.rounds + 1):
            for name, (command, marker) in programs.items():
                seconds = seconds_until(command, marker, env=state)
                if turn:  # the first round only warms the disk cache
                    times[name].append(seconds)
    base = statistics.median(times["Textual's hello"])
    print(
        f"{'program':18} {'median ms':>10} {'min':>6} {'max':>6} {'ratio':>6} n={arguments.rounds}"
    )
    for name, seconds in times.items():
        middle = statistics.median(seconds)
        print(
            f"{name:18} {middle * 1000:10.0f} {min(seconds) * 1000:6.0f}"
            f" {max(seconds) * 1000:6.0f} {middle / base:6.2f}"
        )


if __name__ == "__main__":
    main()
