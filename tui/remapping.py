"""Keys that a person gives to commands, from the table `[keys]` of the settings.

    [keys]
    star = "b"                  # wherever there is such a command
    [keys.reader]
    quotations = ["q", "d"]     # on one screen

In go the names and keys as they are written, out comes the table of commands with them. What
means nothing, and a key that would mean two things on one screen, is refused with a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from tui.commands import COMMANDS, EVERYWHERE, Command, collisions
from tui.keycaps import is_key, spelt

ALWAYS = ("close", "commands")  # without these nobody would find out of a panel, or anywhere

Refuse = Callable[[str, str, str], Exception]
"""Makes the error from the section and the name that is wrong, and a sentence."""


def remapped(given: Mapping[str, Any], refuse: Refuse) -> tuple[Command, ...]:
    """The table of commands with these keys in it; raises what `refuse` makes of what is wrong."""
    asked: dict[tuple[str, str], tuple[str, tuple[str, ...]]] = {}  # screen, name → section, keys
    for name, value in given.items():
        if not isinstance(value, dict):
            _ask(asked, EVERYWHERE, name, value, "keys", refuse)
    for screen, table in given.items():
        if isinstance(table, dict):
            if screen not in EVERYWHERE:
                near = _nearest(screen, EVERYWHERE)
                raise refuse(f"keys.{screen}", "", f"there is no screen “{screen}”{near}")
            for name, value in table.items():
                _ask(asked, (screen,), name, value, f"keys.{screen}", refuse)
    table_now = tuple(_taken(asked))
    for screen, key, names in collisions(table_now):
        section, name = next(
            (asked[screen, name][0], name) for name in names if (screen, name) in asked
        )
        both = " and ".join(f"“{one}”" for one in names)
        raise refuse(section, name, f"{key} would mean {both} on the screen “{screen}”; "
                     "give one of them another key")  # fmt: skip
    return table_now


def _ask(
    asked: dict[tuple[str, str], tuple[str, tuple[str, ...]]],
    screens: tuple[str, ...],
    name: str,
    value: Any,
    section: str,
    refuse: Refuse,
) -> None:
    """Note the keys of a name on the screens that have it."""
    there = {c.name for c in COMMANDS if set(c.screens) & set(screens)}
    if name not in there:
        where = f" on the screen “{screens[0]}”" if len(screens) == 1 else ""
        raise refuse(section, name, f"there is no command “{name}”{where}{_nearest(name, there)}")
    written = [value] if isinstance(value, str) else value
    if not isinstance(written, list) or not all(isinstance(one, str) for one in written):
        raise refuse(section, name, f"the keys of “{name}” must be a text or a list of texts")
    keys = tuple(dict.fromkeys(spelt(key) for key in written if key))
    for key in keys:
        if not is_key(key):
            raise refuse(section, name, f"“{key}” is no key; keys are written as in "
                         "“broadsheet keys”: x, ctrl-x, Enter, PgDn")  # fmt: skip
    if name in ALWAYS and not keys:
        raise refuse(section, name, f"“{name}” must keep a key")
    for screen in screens:
        asked[screen, name] = section, keys


def _taken(asked: Mapping[tuple[str, str], tuple[str, tuple[str, ...]]]) -> list[Command]:
    """The table's commands with the keys that were asked for, parted where screens differ."""
    table = []
    for command in COMMANDS:
        ways: dict[tuple[str, ...], list[str]] = {}
        for screen in command.screens:
            _, keys = asked.get((screen, command.name), ("", command.keys))
            ways.setdefault(keys, []).append(screen)
        table += [replace(command, keys=keys, screens=tuple(on)) for keys, on in ways.items()]
    return table


def _nearest(name: str, known: Any) -> str:
    near = get_close_matches(name, list(known), 1, 0.5)
    return f"; the nearest is “{near[0]}”" if near else ""


def line_of(text: str, section: str, name: str) -> int:
    """The line, from 1, on which a name stands in a section of a TOML text ("" is the top, and
    the line of the section's head where no name is given); 1 when it is written otherwise."""
    here, head = "", 1
    for number, line in enumerate(text.split("\n"), 1):
        found = re.match(r"\s*\[\s*([^\]#]+?)\s*\]", line)
        if found:
            here = re.sub(r"[\"']|\s*(\.)\s*", r"\1", found.group(1))
            if here == section:
                head = number
                if not name:
                    return number
        else:
            stated = re.match(r"\s*(\"[^\"]*\"|'[^']*'|[^=#\s]+)\s*=", line)
            said = stated.group(1).strip("\"'") if stated else None
            if said is not None and (
                (here == section and said == name)
                or (not here and section and f"{said}" == f"{section}.{name}".strip("."))
            ):
                return number
    return head
