"""The writer's lock: one process at a time changes an archive, for one batch at a time.

An flock on a file of the archive, which the system lets go when its holder dies however it
dies. The file names the holder's process, for the message of whoever waits in vain.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.errors import ArchiveError

PATIENCE = 10.0  # seconds; a batch takes two or three
_PAUSE = 0.02


class WriterBusy(ArchiveError):
    """Another process is writing to the archive and does not come to an end."""


class NotWritable(ArchiveError):
    """This person may read the archive but not change it."""


@contextmanager
def writer_lock(file: Path, *, patience: float = PATIENCE, mode: int = 0o600) -> Iterator[None]:
    """Hold the lock; wait up to `patience` seconds for it, then raise WriterBusy."""
    try:
        handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, mode)
    except OSError as error:
        raise NotWritable(
            f"You may not write to the archive {file.parent} ({error.strerror}); "
            "ask its owner, or name another with --archive."
        ) from error
    try:
        _permit(handle, mode)
        _wait(handle, file, patience)
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
        yield
        os.ftruncate(handle, 0)
    finally:
        os.close(handle)


@contextmanager
def no_writer(file: Path) -> Iterator[None]:
    """Keep writers out for a moment; needs no more than the right to read the file."""
    handle = os.open(file, os.O_RDONLY | os.O_CLOEXEC)
    try:
        fcntl.flock(handle, fcntl.LOCK_SH)
        yield
    finally:
        os.close(handle)


class Turn:
    """The turn of one of several processes that would do the same work; an flock, as above.

    It is kept until it is given back or the process ends, however it does.
    """

    def __init__(self, file: Path, *, mode: int = 0o600) -> None:
        self._file, self._mode = file, mode
        self._handle: int | None = None

    def mine(self) -> bool:
        """Whether it is this process's turn; where nobody can tell it is."""
        if self._handle is not None:
            return True
        try:
            handle = os.open(self._file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, self._mode)
        except OSError:
            return True  # who may not write is told so when it is tried
        try:
            _permit(handle, self._mode)
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            return False
        self._handle = handle
        return True

    def give_back(self) -> None:
        """Let another process have it."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def _permit(handle: int, mode: int) -> None:
    # The umask may have taken the group's rights from a file this process just made.
    state = os.fstat(handle)
    if state.st_uid == os.geteuid() and state.st_size == 0 and state.st_mode & 0o777 != mode:
        os.fchmod(handle, mode)


def _wait(handle: int, file: Path, patience: float) -> None:
    deadline = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() >= deadline:
                holder = os.pread(handle, 32, 0).decode("ascii", "replace").strip()
                who = f"process {holder}" if holder else "another process"
                raise WriterBusy(
                    f"The archive {file.parent} is being written to by {who}; "
                    "try again when it is done."
                ) from None
        time.sleep(_PAUSE)
