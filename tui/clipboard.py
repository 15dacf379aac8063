"""Copying: through tmux, through the terminal (OSC 52), or into a file that is named.

tmux swallows OSC 52 unless it is configured for it, so its own buffer comes first where it
runs. What is copied is stripped of control characters and of characters nobody sees.
"""

from __future__ import annotations

import base64
import os
import re
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

from corpus.text import plain
from tui.config import CopyBy

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
OSC52_LIMIT = 74_994  # bytes of base64 that common terminals still take


def clean(text: str) -> str:
    """Text as it may be pasted anywhere: no control, direction or zero-width characters.

    >>> clean("so\\u00adft\\x1b[31m")
    'soft[31m'
    """
    return plain(_CONTROL.sub("", text.replace("\r\n", "\n").replace("\t", " ")))


def osc52(text: str) -> str:
    """The sequence that asks a terminal to take a text into its clipboard."""
    return f"\x1b]52;c;{base64.b64encode(text.encode()).decode('ascii')}\x07"


def by_tmux(text: str) -> bool:
    """Hand a text to tmux, which hands it on to the terminal; False when it cannot."""
    try:
        done = subprocess.run(
            ["tmux", "load-buffer", "-w", "-"],
            input=text.encode(),
            capture_output=True,
            timeout=2,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0


def copy_file() -> Path:
    """The file that takes a copy when no terminal does."""
    from index.folders import own_folder

    return own_folder("state") / "copied.txt"


def to_file(text: str) -> Path:
    """Write a text where only its owner can read it; the file's path."""
    file = copy_file()
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW
    with os.fdopen(os.open(file, flags, 0o600), "w", encoding="utf-8") as out:
        os.fchmod(out.fileno(), 0o600)  # it may have been there with other rights
        out.write(text + "\n")
    return file


def copy(
    text: str,
    how: CopyBy,
    write: Callable[[str], None],
    environment: Mapping[str, str] | None = None,
    *,
    private: bool = False,
) -> str:
    """Copy a text and say how: "through tmux", "to the terminal", "to FILE".

    `write` sends a sequence to the terminal. What is `private` is left to the terminal alone:
    neither a buffer of tmux nor a file may keep it.
    """
    environment = os.environ if environment is None else environment
    text = clean(text)
    if how == "off":
        return "not copied: copying is switched off in the settings"
    in_tmux = bool(environment.get("TMUX"))
    sequence = osc52(text)
    if private:
        if in_tmux or how in ("tmux", "file") or len(sequence) >= OSC52_LIMIT:
            return "not copied: tmux or a file would keep it, and this is --private"
        write(sequence)
        return "copied to the terminal"
    if how == "tmux" or (how == "auto" and in_tmux):
        if by_tmux(text):
            return "copied through tmux"
        if how == "tmux":
            return f"tmux did not take it; {_filed(text)}"
    if (how == "osc52" or (how == "auto" and not in_tmux)) and len(sequence) < OSC52_LIMIT:
        write(sequence)
        return "copied to the terminal"
    return _filed(text)


def _filed(text: str) -> str:
    try:
        return f"written to {to_file(text)}"
    except OSError as error:
        return f"not copied: {copy_file()} cannot be written ({error.strerror or error})"
