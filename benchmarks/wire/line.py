"""A program in a pseudo-terminal at the far end of a slow line, and what each key costs there.

The line has a round trip and a bandwidth; bytes wait their turn, then travel for half a round
trip. What arrives is counted, not drawn. Questions that terminals answer are answered.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
import zlib
from collections import deque
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

ANSWERS = {
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[6n": b"\x1b[1;1R",
}
QUIET = 0.3  # seconds without a byte after which a key is taken to be done
FIRST = 1.0  # the same for the first byte


@dataclass(frozen=True, slots=True)
class Cost:
    """What a key cost: bytes on the wire, seconds until the last of them arrived, and the bytes
    that SSH with its compression sends for them."""

    bytes: int
    seconds: float
    deflated: int = 0


class Way:
    """One direction of the line."""

    def __init__(self, round_trip: float, kbit: float) -> None:
        self._delay = round_trip / 2
        self._rate = kbit * 125
        self._free = 0.0
        self._under_way: deque[tuple[float, bytes]] = deque()

    def put(self, data: bytes) -> None:
        """Send."""
        begun = max(time.monotonic(), self._free)
        self._free = begun + (len(data) / self._rate if self._rate else 0.0)
        self._under_way.append((self._free + self._delay, data))

    def arrived(self) -> list[tuple[float, bytes]]:
        """What has come by now, with its moment."""
        now, out = time.monotonic(), []
        while self._under_way and self._under_way[0][0] <= now:
            out.append(self._under_way.popleft())
        return out

    @property
    def next(self) -> float | None:
        """When the next bytes arrive."""
        return self._under_way[0][0] if self._under_way else None


class Line:
    """A program, and the line to it."""

    def __init__(
        self,
        command: Sequence[str],
        env: Mapping[str, str],
        *,
        size: tuple[int, int] = (80, 24),
        round_trip: float = 0.0,
        kbit: float = 0.0,
    ) -> None:
        self._deflate = zlib.compressobj(6)
        self._deflated = 0
        self._there, self._back = Way(round_trip, kbit), Way(round_trip, kbit)
        self._round_trip = round_trip
        self.alive = True
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            kept = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES", "TMUX")}
            shows = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
            os.execvpe(command[0], list(command), {**kept, **shows, **env})
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))

    def press(self, keys: str, quiet: float = QUIET) -> Cost:
        """Press keys at once, and wait until nothing more comes."""
        begun = time.monotonic()
        self._there.put(keys.encode())
        return self.settled(begun, quiet)

    def held(self, key: str, rate: float, seconds: float) -> Cost:
        """Hold a key down: bytes a press, and seconds from its release to the last byte."""
        begun = time.monotonic()
        presses = round(rate * seconds)
        total, last = 0, begun
        for number in range(presses):
            due = begun + number / rate
            while (now := time.monotonic()) < due:
                size, at = self._pump(due - now)
                total, last = total + size, at or last
            self._there.put(key.encode())
        released = time.monotonic()
        rest = self.settled(released, QUIET)
        return Cost(round((total + rest.bytes) / presses), rest.seconds)

    def started(self) -> Cost:
        """Wait for the first screen, however long its first byte takes."""
        begun = time.monotonic()
        while self.alive and not select.select([self._fd], [], [], 0.1)[0]:
            if time.monotonic() - begun > 30:
                break
        return self.settled(time.monotonic(), 2.0)

    def settled(self, begun: float, quiet: float = QUIET, limit: float = 20.0) -> Cost:
        """Wait until nothing has come for a while."""
        total, last, before = 0, begun, self._deflated
        while self.alive and (now := time.monotonic()) - begun < limit:
            patience = self._round_trip + (quiet if total else max(quiet, FIRST))
            if now - last >= patience:
                break
            size, at = self._pump(patience)
            total, last = total + size, at or last
        return Cost(total, last - begun, self._deflated - before)

    def _pump(self, patience: float) -> tuple[int, float | None]:
        """Move what can be moved; how many bytes arrived, and when the last of them."""
        now = time.monotonic()
        soon = [at - now for at in (self._there.next, self._back.next) if at is not None]
        ready, _, _ = select.select([self._fd], [], [], max(0.0, min([patience, *soon])))
        if ready:
            try:
                data = os.read(self._fd, 65536)
            except OSError:
                data = b""
            if data:
                self._back.put(data)
            else:
                self.alive = False
        for _, data in self._there.arrived():
            os.write(self._fd, data)
        total, last = 0, None
        for at, data in self._back.arrived():
            total, last = total + len(data), at
            sent = self._deflate.compress(data) + self._deflate.flush(zlib.Z_PARTIAL_FLUSH)
            self._deflated += len(sent)
            for question, answer in ANSWERS.items():
                if question in data:
                    self._there.put(answer)
        return total, last

    def close(self) -> None:
        """End the program."""
        with suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._fd)
