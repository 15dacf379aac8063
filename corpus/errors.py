"""Errors that a person can cause, each with a sentence to act on.

Raised where the cause is known and shown in one place: the command line prints the sentence
and leaves with `exit_status`, the explorer shows it in its status line.
"""

from __future__ import annotations


class BroadsheetError(Exception):
    """Base of all errors with a sentence for the person at the keyboard.

    `exit_status` follows the command line's table: 1 nothing matched or no such article,
    2 wrong usage or an unreadable query, 3 the archive cannot be used, 4 inputs rejected.
    """

    exit_status = 2


class NoSuchArticle(BroadsheetError):
    """An id or prefix that no article of the archive carries."""

    exit_status = 1


class AmbiguousId(BroadsheetError):
    """A prefix that several articles share; the message names them."""

    exit_status = 2


class ArchiveError(BroadsheetError):
    """The archive cannot be used: damaged, of a newer make, locked or not writable."""

    exit_status = 3
