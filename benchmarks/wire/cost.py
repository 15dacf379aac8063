"""Bytes on the wire, a key: Broadsheet beside newsboat, mutt and less on the same articles.

    python benchmarks/wire/cost.py [--archive DIR] [--articles 60] [--slow]

The newest articles of an archive (the sample's by default) are written down as a feed, a mailbox
and a text, so that every program shows the same. Terminals are 80x24; every key waits until its
screen is finished; the figure is the median over the presses. `--slow` measures lines of 200 ms
and 256 kbit/s, and a key held down on 80 ms and 512 kbit/s. Programs that are not installed are
left out.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from xml.sax.saxutils import escape

from line import Cost, Line

from corpus.article import Article
from corpus.sample import folder
from index.archive import Archive
from index.intake import walk


@dataclass(frozen=True)
class Program:
    """How a program is started, and which keys bring it where."""

    command: list[str]
    list_keys: str = ""  # to the list of articles
    down: str = "j"
    open: str = "\r"
    line: str = "j"
    pages: tuple[str, ...] = ("\x1b[6~", "\x1b[5~", "\x1b[6~", "\x1b[5~")
    lists: bool = True


def main() -> None:
    """Measure, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--archive", type=Path)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--slow", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        here = Path(place)
        archive = options.archive or sample(here / "archive")
        programs = prepared(here, archive, articles(archive, options.articles))
        env = {f"XDG_{name}_HOME": place for name in ("STATE", "CONFIG", "DATA")} | {"HOME": place}
        if options.slow:
            slow(programs, env)
        else:
            keys(programs, env)
            ours(programs["Broadsheet"], env)


def sample(path: Path) -> Path:
    """The sample archive, made anew."""
    with Archive.open(path, create=True) as archive:
        archive.add(list(walk([folder()])))
    return path


def articles(path: Path, count: int) -> list[Article]:
    """The newest articles."""
    with Archive.open(path) as archive:
        return [archive.get(row.id).article for row in archive.newest(limit=count)]


def prepared(here: Path, archive: Path, found: list[Article]) -> dict[str, Program]:
    """The programs that are installed, each with its own copy of the articles."""
    broadsheet = [sys.executable, "-m", "tui", "--archive", str(archive)]
    out = {
        "Broadsheet": Program(broadsheet),
        "the same, --stock-driver": Program([*broadsheet, "--stock-driver"]),
    }
    texts = [(one.headline, "\n\n".join(text for *_, text in one.texts())) for one in found]
    if shutil.which("newsboat"):
        items = "".join(
            f"<item><title>{escape(title)}</title><guid>{number}</guid>"
            f"<description>{escape(text.replace(chr(10), '<br/>'))}</description></item>"
            for number, (title, text) in enumerate(texts)
        )
        feed = here / "feed.xml"
        feed.write_text(
            '<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>'
            f"<link>http://news.example</link>{items}</channel></rss>"
        )
        (here / "urls").write_text(f"file://{feed}\n")
        (here / "config").write_text("")
        command = ["newsboat", "-u", str(here / "urls"), "-c", str(here / "cache.db")]
        command += ["-C", str(here / "config")]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.run([*command, "-x", "reload"], check=False, **quiet)  # type: ignore[call-overload]
        out["newsboat"] = Program([*command, "-q"], list_keys="\r", down="\x1bOB", line="\x1bOB")
    if shutil.which("mutt"):
        (here / "Mail").mkdir()
        mailbox = here / "mailbox"
        with mailbox.open("w") as box:
            for title, text in texts:
                message = EmailMessage()
                message["From"], message["Subject"] = "news@news.example", title.replace("\n", " ")
                message["Date"] = "Mon, 31 Mar 2031 12:00:00 +0000"
                message.set_content(text)
                box.write(f"From news@news.example Mon Mar 31 12:00:00 2031\n{message}\n\n")
        out["mutt"] = Program(
            ["mutt", "-n", "-F", "/dev/null", "-R", "-f", str(mailbox)], line="\r"
        )
    if shutil.which("less"):
        text = here / "articles.txt"
        text.write_text("\n\n".join(f"{title}\n\n{body}" for title, body in texts))
        out["less"] = Program(["less", str(text)], lists=False)
    return out


@contextmanager
def started(program: Program, env: dict[str, str], **how: float) -> Iterator[tuple[Line, int]]:
    """A program at its list, and the bytes of its first screen."""
    line = Line(program.command, env, **how)  # type: ignore[arg-type]
    try:
        first = line.started().bytes
        if program.list_keys:
            first += line.press(program.list_keys, 1.0).bytes
        yield line, first
    finally:
        line.close()


def median(line: Line, key: str, times: int) -> float:
    """The median bytes of some presses."""
    return statistics.median(line.press(key).bytes for _ in range(times))


def keys(programs: dict[str, Program], env: dict[str, str]) -> None:
    """The table of all programs."""
    names = ("first screen", "list move", "list scroll", "open", "article line", "page")
    print(f"{'bytes a key':26}" + "".join(f"{name:>14}" for name in names))
    for name, program in programs.items():
        fresh(env)
        with started(program, env) as (line, first):
            row: list[float] = [first]
            if program.lists:
                row += [median(line, program.down, 8)]
                for _ in range(12):
                    line.press(program.down)
                row += [median(line, program.down, 8)]
                row += [line.press(program.open, PATIENT).bytes]
            else:
                row += [0, 0, 0]
            row += [
                median(line, program.line, 6),
                statistics.median(line.press(key).bytes for key in program.pages),
            ]
        print(f"{name:26}" + "".join(f"{value:14,.0f}" if value else f"{'':>14}" for value in row))


PATIENT = 4.0  # seconds that opening something may take on a busy machine
EMPTY = "\x15"  # Ctrl-U takes the query away
WORDS = "ferry", "aurelia"


def ours(program: Program, env: dict[str, str]) -> None:
    """What only Broadsheet has."""
    fresh(env)
    with started(program, env) as (line, _):
        line.press("/")
        typed: list[Cost] = []
        for word in WORDS:
            typed += [line.press(key, 0.6) for key in word]
            line.press(EMPTY, 0.6)
        line.press(WORDS[0], 1.0)
        line.press("\r", 1.0)
        for key in ("m", "j", "m"):
            line.press(key)
        opened = line.press("c", PATIENT).bytes
        moved = median(line, "j", 10)
        pane = statistics.median(line.press(key).bytes for key in "lhlh")
    print()
    for told, sizes in (
        ("a letter in the query", [cost.bytes for cost in typed]),
        ("the same through ssh -C", [cost.deflated for cost in typed]),
    ):
        print(f"{told}: {sizes} (median {statistics.median(sizes):,.0f})")
    print(f"two articles side by side: {opened:,}; a line {moved:,.0f}; other column {pane:,.0f}")


def slow(programs: dict[str, Program], env: dict[str, str]) -> None:
    """Lines with a round trip and a bandwidth."""
    print(f"{'ms':26}{'page, 200 ms 256 kbit/s':>26}{'held, 80 ms 512 kbit/s':>26}")
    for name, program in programs.items():
        fresh(env)
        with started(program, env, round_trip=0.2, kbit=256) as (line, _):
            if program.lists:
                line.press(program.open, PATIENT)
            pages = [line.press(key, 0.6).seconds for key in program.pages]
        fresh(env)
        with started(program, env, round_trip=0.08, kbit=512) as (line, _):
            lag = line.held(program.down, 30, 3).seconds
        print(f"{name:26}{statistics.median(pages) * 1000:26.0f}{lag * 1000:26.0f}")


def fresh(env: dict[str, str]) -> None:
    """Let no program begin where another, or it itself, was left."""
    shutil.rmtree(Path(env["XDG_STATE_HOME"]) / "broadsheet", ignore_errors=True)


if __name__ == "__main__":
    main()
