"""A pseudo-terminal for measuring: starts a program and tells when a text is on its wire."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence


def seconds_until(
    command: Sequence[str],
    marker: bytes | re.Pattern[bytes],
    *,
    size: tuple[int, int] = (80, 24),
    env: Mapping[str, str] | None = None,
    keys: bytes = b"",
    patience: float = 30.0,
) -> float:
    """Seconds from starting `command` in a terminal until `marker` has been written by it.

    `keys` are typed at once, before the program can have begun to read.
    Raises TimeoutError when it does not come within `patience` seconds.
    """
    begun = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        for name in ("COLUMNS", "LINES"):
            os.environ.pop(name, None)
        os.environ.update({"TERM": "xterm-256color", **(env or {})})
        os.execvp(command[0], list(command))
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
    seen = b""
    os.write(terminal, keys)
    found = marker if isinstance(marker, re.Pattern) else re.compile(re.escape(marker))
    try:
        while time.perf_counter() - begun < patience:
            ready, _, _ = select.select([terminal], [], [], 0.05)
            if not ready:
                continue
            try:
                seen += os.read(terminal, 65536)
            except OSError:
                break
            if found.search(seen):
                return time.perf_counter() - begun
        raise TimeoutError(f"{command[0]} did not write {marker!r}; it wrote {seen[-300:]!r}")
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)
