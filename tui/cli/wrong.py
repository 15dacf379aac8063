"""What is said of a command line that cannot be read: what is wrong, and what to write instead.

A parser's complaint comes in, or the words that it had no use for; a sentence comes out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_OF_ONE = re.compile(r"argument ([^:]+): (.+)", re.DOTALL)
_CHOICE = re.compile(r"invalid choice: '?(.*?)'? \(choose from (.*)\)", re.DOTALL)
_ONE_OF = re.compile(r"one of the arguments (.+) is required")
_NO_NUMBER = re.compile(r"invalid int value: (.+)", re.DOTALL)
_EXCLUDED = "not allowed with argument "
_MISSING = "the following arguments are required: "
_NO_VALUE = re.compile(r"expected (?:one|at least one) argument")


def said_plainly(message: str) -> str:
    """A complaint of argparse as a sentence, without its full stop.

    >>> said_plainly("argument --sort: invalid choice: 'up' (choose from 'newest', 'oldest')")
    "--sort takes newest or oldest, not 'up'"
    >>> said_plainly("argument --limit: expected one argument")
    '--limit needs a value behind it'
    """
    if message.startswith(_MISSING):
        return f"{message.removeprefix(_MISSING)} is missing"
    if needed := _ONE_OF.fullmatch(message):
        return f"One of {', '.join(needed[1].split())} is needed"
    found = _OF_ONE.fullmatch(message)
    if found is None:
        return f"{message[:1].upper()}{message[1:]}"
    name, what = found.groups()
    if choice := _CHOICE.fullmatch(what):
        given, known = choice[1], choice[2].replace("'", "").split(", ")
        if name == "COMMAND":
            return f"There is no command {given}{meant(given, known)}"
        return f"{name} takes {_either(known)}, not {given!r}"
    if _NO_VALUE.fullmatch(what):
        return f"{name} needs a value behind it"
    if what.startswith(_EXCLUDED):
        return f"{name} cannot stand beside {what.removeprefix(_EXCLUDED)}"
    if number := _NO_NUMBER.fullmatch(what):
        return f"{name} takes a whole number, not {number[1]}"
    return f"{name}: {what}"


def unknown(words: Sequence[str], command: str, options: Iterable[str]) -> str:
    """What to say of words that a command has no use for, without its full stop.

    >>> unknown(["--limt=3"], "search", ["--limit", "--json"])
    'search has no option --limt; did you mean --limit?'
    """
    option = next((word.partition("=")[0] for word in words if word.startswith("-")), "")
    if not option:
        return f"{command} has no use for {' '.join(words)}"
    begun = f"{command} has" if command else "There is"
    return f"{begun} no option {option}{meant(option, options)}"


def meant(given: str, known: Iterable[str]) -> str:
    """The nearest of what there is, as the end of a sentence; empty where nothing is near."""
    from difflib import get_close_matches

    near = get_close_matches(given, list(known), n=1, cutoff=0.6)
    return f"; did you mean {near[0]}?" if near else ""


def _either(known: Sequence[str]) -> str:
    *others, last = known
    return f"{', '.join(others)} or {last}" if others else last
