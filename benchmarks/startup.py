"""Time to the first picture and to the first key obeyed, against Textual's smallest app.

    python benchmarks/startup.py [--archive DIR] [--rounds 7]

Without an archive the sample is added to a new one first. All programs are started in turn in
a pseudo-terminal of 80x24, so that a busy machine is as slow for each. The time ends when the
first text of the screen is on the wire; for a key typed at the start, when the moved cursor is.
Our modules are compiled first, as pip does with what it installs: where Python may not write
bytecode, the explorer alone would be read from its sources at every start.
"""

from __future__ import annotations

import argparse
import compileall
import fcntl
import os
import pty
import re
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
from contextlib import suppress
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


OBEYED = re.compile("2004h.*\u258c".encode(), re.DOTALL)
"""The cursor's mark drawn once more, when the explorer itself has taken the terminal."""


def leave(command: list[str], env: dict[str, str]) -> None:
    """Start the explorer and leave it, so that its screen is kept."""
    pid, terminal = pty.fork()
    if pid == 0:
        for name in ("COLUMNS", "LINES"):
            os.environ.pop(name, None)
        os.environ.update({"TERM": "xterm-256color", **env})
        os.execvp(command[0], command)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    seen = b""
    with suppress(OSError):
        while data := os.read(terminal, 65536):
            seen += data
            if "\u258c".encode() in seen:
                os.write(terminal, b"Q")
    os.waitpid(pid, 0)
    os.close(terminal)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--archive", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    arguments = parser.parse_args()
    for storey in ("corpus", "index", "tui"):
        compileall.compile_dir(Path(__file__).resolve().parents[1] / storey, quiet=1)
    with tempfile.TemporaryDirectory() as place:
        archive = arguments.archive
        broadsheet = [sys.executable, "-m", "tui"]
        if archive is None:
            archive = Path(place) / "archive"
            sample = Path(__file__).resolve().parents[1] / "corpus" / "sample" / "articles"
            subprocess.run([*broadsheet, "--archive", archive, "add", sample], check=True)
        state = {"XDG_STATE_HOME": place, "XDG_CONFIG_HOME": place}
        explorer = [*broadsheet, "--archive", str(archive)]
        again = {**state, "XDG_STATE_HOME": f"{place}/again"}
        leave(explorer, again)
        programs: dict[str, tuple[list[str], re.Pattern[bytes], dict[str, str], bytes]] = {
            "Textual's hello": ([sys.executable, "-c", HELLO], re.compile(b"Hello"), state, b""),
            "screen that was left": (explorer, re.compile(b"BROADSHEET"), again, b""),
            "newest articles": (explorer, re.compile("\u258c".encode()), state, b""),
            "key obeyed": (explorer, OBEYED, again, b"j"),
        }
        times: dict[str, list[float]] = {name: [] for name in programs}
        for turn in range(arguments.rounds + 1):
            for name, (command, marker, env, keys) in programs.items():
                seconds = seconds_until(command, marker, env=env, keys=keys)
                if turn:  # the first round only warms the disk cache
                    times[name].append(seconds)
    base = statistics.median(times["Textual's hello"])
    print(
        f"{'program':22} {'median ms':>10} {'min':>6} {'max':>6} {'ratio':>6} n={arguments.rounds}"
    )
    for name, seconds in times.items():
        middle = statistics.median(seconds)
        print(
            f"{name:22} {middle * 1000:10.0f} {min(seconds) * 1000:6.0f}"
            f" {max(seconds) * 1000:6.0f} {middle / base:6.2f}"
        )


if __name__ == "__main__":
    main()
