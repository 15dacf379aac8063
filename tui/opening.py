"""The first picture: the screen as it was left, painted before anything heavy is imported.

`paint` is called first of all. Where the explorer was asked for and its last screen was kept for
this archive, this terminal and this size, it takes the terminal, paints that screen, and lets the
keys typed meanwhile wait; the driver takes both over and draws only what is different by then.
Nothing but `os`, `sys`, `time` and `termios` is imported here, and nothing that is kept is obeyed
by the terminal but colours.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence

MAKE = "broadsheet screen 1"
CELLS = "\x1f"  # between the cells of a row that has wide characters
WIPED = "\x1b[0m\x1b[H\x1b[2J"
TAKEN, GIVEN = f"\x1b[?1049h\x1b[?25l\x1b[?7l{WIPED}", f"{WIPED}\x1b[?7h\x1b[?1049l\x1b[?25h"
SEEN_ON_BLANKS = {"4", "7", "8", "9", "21", "51", "52", "53"}  # as in the driver's pens
OPTIONS = {"--archive": True, "--sample": False, "--resume": False}  # with a value or without
DAY = 86_400  # seconds in which the explorer opens where it was left


class Opening:
    """A painted screen: its rows as text and pens, the codes of the pens, and how the tty was."""

    def __init__(
        self, size: tuple[int, int], codes: list[str], rows: list[tuple[str, str]]
    ) -> None:
        self.size = size
        self.codes = codes
        self.rows = rows
        self.tty: list[object] | None = None


_painted: Opening | None = None


def paint(arguments: Sequence[str]) -> None:
    """Paint the screen that was left, where there is one that belongs here."""
    global _painted
    archive = _asked_for(arguments)
    if archive is None or not all(os.isatty(number) for number in (0, 1, 2)):
        return
    try:
        if "--resume" not in arguments and time.time() - os.stat(_file()).st_mtime > DAY:
            return  # it opens on the newest articles then
        opening = _kept(archive)
        if opening is None:
            return
        drawn = _drawn(opening)  # before the terminal is touched: what is kept may be damaged
        _take_keys(opening)
        _write(TAKEN + drawn)
        _painted = opening
    except (OSError, ValueError, IndexError):
        return


def take_over() -> Opening | None:
    """The painted screen, for the driver that goes on with it; whoever takes it gives it back."""
    global _painted
    opening, _painted = _painted, None
    return opening


def put_back() -> None:
    """Give the terminal back where nobody took it over: the explorer did not come."""
    opening = take_over()
    if opening is not None:
        _write(GIVEN)
        _set_tty(opening.tty)


def keep(
    archive: str, size: tuple[int, int], codes: list[str], rows: list[tuple[str, str]]
) -> None:
    """Keep a screen for the next start; where that cannot be, the start is only less quick."""
    file = _file()
    try:
        os.makedirs(os.path.dirname(file), mode=0o700, exist_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        with os.fdopen(os.open(file, flags, 0o600), "w", encoding="utf-8", newline="\n") as kept:
            parts = [_head(archive, size), str(len(codes)), *codes]
            for row in rows:
                parts += row
            kept.write("\n".join(parts))
    except (OSError, ValueError):
        return


def forget() -> None:
    """Keep no screen."""
    try:
        os.unlink(_file())
    except OSError:
        return


# --- what is kept -------------------------------------------------------------------------


def _file() -> str:
    return os.path.join(_folder("XDG_STATE_HOME", ".local/state"), "last-screen")


def _folder(name: str, otherwise: str) -> str:
    """Our own folder in one of the user's directories."""
    place = os.environ.get(name) or os.path.join(os.path.expanduser("~"), otherwise)
    return os.path.join(place, "broadsheet")


def _head(archive: str, size: tuple[int, int]) -> str:
    """What a screen belongs to; the archive's place is not written down."""
    names = ("TERM", "COLORTERM", "NO_COLOR", "TMUX", "BROADSHEET_PRIVATE")
    here = "\0".join([os.path.abspath(archive), *(os.environ.get(name, "") for name in names)])
    number = 14695981039346656037
    for byte in here.encode("utf-8", "surrogateescape"):
        number = (number ^ byte) * 1099511628211 % 2**64
    return f"{MAKE}\t{size[0]}x{size[1]}\t{number:x}"


def _kept(archive: str) -> Opening | None:
    size = os.get_terminal_size(2)
    with open(_file(), encoding="utf-8", newline="\n") as kept:
        lines = kept.read().split("\n")
    width, height = size
    if lines[0] != _head(archive, (width, height)):
        return None
    pens = int(lines[1])
    codes, rest = lines[2 : 2 + pens], lines[2 + pens :]
    if (
        len(codes) != pens
        or len(rest) != 2 * height
        or not set("".join(codes)) <= set("0123456789;")
    ):
        return None
    rows = list(zip(rest[::2], rest[1::2], strict=True))
    if any(len(row_pens) != width or not _plain(text) for text, row_pens in rows):
        return None
    return Opening((width, height), codes, rows)


def _plain(text: str) -> bool:
    """Whether nothing in a text is obeyed by a terminal."""
    return not any((char < " " and char != CELLS) or "\x7f" <= char < "\xa0" for char in text)


def _drawn(opening: Opening) -> str:
    out = []
    for y, (text, pens) in enumerate(opening.rows):
        cells: Sequence[str] = text.split(CELLS) if CELLS in text else text
        out.append(f"\x1b[{y + 1}H")
        at = 0
        while at < len(pens):
            end = at
            while end < len(pens) and pens[end] == pens[at]:
                end += 1
            codes = opening.codes[ord(pens[at]) - 0x100]
            out.append(f"\x1b[0;{codes}m" if codes else "\x1b[0m")
            rest = "".join(cells[at:end])
            seen = not SEEN_ON_BLANKS.isdisjoint(codes.split(";"))
            bare = len(rest.rstrip(" ")) if end == len(pens) and not seen else len(rest)
            out.append(rest[:bare] + ("\x1b[K" if bare < len(rest) else ""))
            at = end
    return "".join(out)


# --- what was asked for -------------------------------------------------------------------


def wanted(arguments: Sequence[str]) -> tuple[str, bool, bool | None] | None:
    """The archive that was named, or nothing, whether the sample is to be explored, and whether
    where it was left (None: as the time decides). None where something else was asked for, or
    more is to be said about it."""
    named = ""
    sample = False
    resume: bool | None = None
    words = list(arguments)
    while words:
        word, equals, value = words.pop(0).partition("=")
        if word not in OPTIONS or (equals and not OPTIONS[word]):
            return None
        if not OPTIONS[word]:
            sample = sample or word == "--sample"
            resume = resume or (word == "--resume" or None)
        elif equals:
            named = value
        elif words:
            named = words.pop(0)
        else:
            return None
    return named, sample, resume


def _asked_for(arguments: Sequence[str]) -> str | None:
    """The place of the archive to explore; None where something else was asked for."""
    asked = wanted(arguments)
    if asked is None:
        return None
    named, sample, _ = asked
    if not sample:
        named = named or os.environ.get("BROADSHEET_ARCHIVE", "")
    if named:
        return os.path.expanduser(named)
    return os.path.join(_folder("XDG_DATA_HOME", ".local/share"), "sample" if sample else "archive")


# --- the terminal -------------------------------------------------------------------------


def _take_keys(opening: Opening) -> None:
    """Let keys wait in the terminal, one by one and without being shown."""
    import termios

    opening.tty = termios.tcgetattr(0)
    quiet = termios.tcgetattr(0)
    quiet[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
    quiet[0] &= ~(termios.IXON | termios.ICRNL | termios.INLCR | termios.IGNCR)
    quiet[6][termios.VMIN] = 1
    termios.tcsetattr(0, termios.TCSANOW, quiet)


def _set_tty(attributes: list[object] | None) -> None:
    import termios

    if attributes is not None:
        termios.tcsetattr(0, termios.TCSANOW, attributes)  # type: ignore[arg-type]


def _write(text: str) -> None:
    sys.stderr.flush()
    data = text.encode("utf-8", "replace")
    while data:
        data = data[os.write(2, data) :]
