"""Runs a command and turns whatever goes wrong into a sentence and an exit status.

The one place where errors are shown: a named error says its own sentence, an unexpected one
says so in one sentence, and a traceback appears only under `BROADSHEET_DEBUG=1`.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress

from corpus.errors import BroadsheetError
from tui.opening import put_back, wanted

INTERRUPTED = 130
UNUSABLE = 3
_FULL = (errno.ENOSPC, errno.EDQUOT)


class Interrupted(KeyboardInterrupt):
    """Ctrl-C, with what was kept and how to go on."""


def complain(text: str) -> None:
    """A sentence for the person, on standard error."""
    from tui.cli import output

    with suppress(OSError):  # the terminal may be gone
        output.complain(text)


def run(arguments: Sequence[str] | None) -> int:
    """Obey the command line; the exit status."""
    _open_what_is_closed()
    if isinstance(sys.stdout, io.TextIOWrapper):  # a letter the terminal has not becomes "?"
        sys.stdout.reconfigure(errors="replace")
    try:
        status = _obey(arguments)
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        return _reader_left()
    except BroadsheetError as error:
        _trace()
        complain(f"broadsheet: {error}")
        return error.exit_status
    except KeyboardInterrupt as interruption:
        _trace()
        complain(str(interruption) or "Interrupted.")
        return INTERRUPTED
    except MemoryError:
        _trace()
        complain("broadsheet: There is not enough memory; close other programs and try again.")
        return UNUSABLE
    except OSError as error:
        _trace()
        place = f" ({os.fsdecode(error.filename)})" if error.filename else ""
        todo = "; make room and try again" if error.errno in _FULL else ""
        complain(f"broadsheet: {error.strerror or error}{place}{todo}.")
        return UNUSABLE
    except Exception as error:
        _trace()
        complain(
            "broadsheet: Something went wrong inside the program"
            f" ({type(error).__name__}: {error}). BROADSHEET_DEBUG=1 shows where."
        )
        return UNUSABLE


def _open_what_is_closed() -> None:
    """Give streams that were closed before the start a place where nothing is kept.

    Else the next file that is opened, an archive's, would be the one that is printed to.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest number that is free: this one
    sys.stdout = sys.stdout or os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = sys.stderr or os.fdopen(2, "w", encoding="utf-8", closefd=False)


def _obey(arguments: Sequence[str] | None) -> int:
    explored = wanted(sys.argv[1:] if arguments is None else arguments)
    if explored is not None:  # the explorer is not to wait for the parser of all commands
        from tui.cli.explorer import explore

        return _and_put_back(lambda: explore(*explored))
    from tui.cli.arguments import parse

    try:
        options = parse(arguments)
    except SystemExit as leaving:  # --help and --version
        return int(leaving.code or 0)
    from tui.cli.output import plainly

    plainly(getattr(options, "plain", False))
    try:
        return _and_put_back(lambda: options.run(options))
    finally:
        plainly(False)


def _and_put_back(run: Callable[[], int]) -> int:
    try:
        return run()
    finally:
        put_back()  # before anything is said: the explorer may not have come


def _trace() -> None:
    if os.environ.get("BROADSHEET_DEBUG") == "1":
        import traceback

        traceback.print_exc()


def _reader_left() -> int:
    """Whoever read our output has seen enough: leave without a word."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    return 0
