"""What is pasted is a text, whatever is in it; what is typed around it stays keys."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest
from textual import events

from index.archive import Archive
from tui.pasted import END, START, PasteParser


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def messages(*pieces: str, pause: float = 0.0) -> list[str]:
    """What comes out when these pieces arrive: keys by name, pastes as "paste: text"."""
    clock = Clock()
    parser = PasteParser(clock=clock)
    out: list[str] = []
    for piece in pieces:
        for message in (*parser.feed(piece), *parser.tick()):
            out.append(told(message))
        clock.now += pause
        out += [told(message) for message in parser.tick()]
    clock.now += 1.0
    return out + [told(message) for message in parser.tick()]


def told(message: object) -> str:
    if isinstance(message, events.Paste):
        return f"paste: {message.text}"
    assert isinstance(message, events.Key)
    return message.key


@pytest.mark.parametrize(
    "text",
    [
        "one two \x1bQxx",
        "\x1b[31mred\x1b[0m",
        "\x1b",
        "x\x1b\x1b[A\x1b[<0;3;3M",
        "line\none\r\ntwo\t",
        "",
        "\x1b[20",
    ],
)
def test_nothing_in_a_paste_is_a_key(text: str) -> None:
    assert messages(START + text + END) == [f"paste: {text}"]


def test_a_paste_that_holds_its_own_end_mark_is_one_paste() -> None:
    assert messages(f"{START}one{END}Qm{END}") == ["paste: oneQm"]
    assert messages(f"{START}one{END}Q{START}m{END}") == ["paste: oneQm"]
    assert messages(f"{START}one{END}", f"Qm{END}", pause=0.01) == ["paste: oneQm"]


def test_keys_around_a_paste_stay_keys() -> None:
    assert messages(f"j{START}Q{END}k") == ["j", "paste: Q", "k"]
    assert messages(f"{START}Q{END}", "k", pause=0.3) == ["paste: Q", "k"]


@pytest.mark.parametrize("cut", range(1, 14))
def test_a_paste_may_arrive_in_pieces(cut: int) -> None:
    whole = f"{START}Q\x1bm{END}"
    assert messages(whole[:cut], whole[cut:], pause=0.01) == ["paste: Q\x1bm"]
    assert messages(*whole) == ["paste: Q\x1bm"]


def test_a_start_mark_cut_in_two_by_a_slow_line_still_starts_a_paste() -> None:
    assert messages("\x1b", f"[200~Q{END}", pause=0.4) == ["escape", "paste: Q"]


def test_escape_and_the_arrows_are_keys_as_ever() -> None:
    assert messages("\x1b", pause=0.5) == ["escape"]
    assert messages("\x1b[A", "\x1bOB", "q") == ["up", "down", "q"]
    assert messages("\x1b", "j", pause=0.5) == ["escape", "j"]


def read_until(master: int, wanted: bytes, seconds: float) -> bytes:
    seen, end = b"", time.monotonic() + seconds
    while wanted not in seen and time.monotonic() < end:
        if select.select([master], [], [], 0.1)[0]:
            try:
                seen += os.read(master, 65536)
            except OSError:
                break
    return seen


def test_in_a_real_terminal_a_paste_with_escape_in_it_is_offered_and_quits_nothing(
    tmp_path: Path,
) -> None:
    with Archive.open(tmp_path / "archive", create=True):
        pass
    master, slave = pty.openpty()
    environment = os.environ | {
        "TERM": "xterm-256color", "XDG_STATE_HOME": str(tmp_path), "LINES": "24", "COLUMNS": "80",
        "XDG_CONFIG_HOME": str(tmp_path),
    }  # fmt: skip
    command = [sys.executable, "-m", "tui", "--archive", str(tmp_path / "archive")]
    running = subprocess.Popen(
        command, stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    os.close(slave)
    try:
        assert b"This archive is empty" in read_until(master, b"This archive is empty", 40)
        os.write(master, f"{START}one two \x1bQxx{END}".encode())
        assert b"pasted text" in read_until(master, b"pasted text", 20)
        assert running.poll() is None
        os.write(master, b"\x1b")
        time.sleep(0.5)
        os.write(master, b"Q")
        read_until(master, b"never", 3)
        assert running.wait(20) == 0
    finally:
        running.kill()
        running.wait()
        os.close(master)
