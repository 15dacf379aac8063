"""The commands as lists: to choose from in palette and help, to read in `broadsheet keys`, the man
page and the README.

Screens and words that were typed go in; commands, or the cells of a table, come out.
"""

from __future__ import annotations

from tui.commands import EVERYWHERE, Command, in_force, on_screen
from tui.keycaps import spelt


def complete(screen: str, typed: str) -> list[Command]:
    """Commands of a screen that match what was typed: the name itself, names, words of the help."""
    typed = typed.strip().casefold()
    commands = list(on_screen(screen))
    if not typed:
        return commands
    ranks: list[tuple[int, int, Command]] = []
    for number, command in enumerate(commands):
        name = command.name.casefold()
        alike = (name == typed, name.startswith(typed), typed in name,
                 typed in command.help.casefold())  # fmt: skip
        if any(alike):
            ranks.append((alike.index(True), number, command))
    return [command for _, _, command in sorted(ranks, key=lambda r: r[:2])]


def find(screen: str, wanted: str) -> list[Command]:
    """Commands of a screen by a key as it is written, or by words of name and help."""
    commands = list(on_screen(screen))
    if not wanted.strip():
        return commands
    exact = [command for command in commands if spelt(wanted) in command.keys]
    words = wanted.casefold().split()
    rest = [
        command
        for command in commands
        if command not in exact
        and all(word in f"{command.name} {command.help}".casefold() for word in words)
    ]
    return exact + rest


def rows() -> list[tuple[str, str, str, str]]:
    """(keys, name, where, what it does) of every command, for `broadsheet keys` and the README."""
    return [
        (
            " ".join(command.keys),
            command.name,
            "everywhere" if set(command.screens) == set(EVERYWHERE) else ", ".join(command.screens),
            command.help,
        )
        for command in in_force()
    ]


def markdown() -> str:
    """The table of commands as Markdown, for the README."""
    lines = ["| key | name | where | does |", "|---|---|---|---|"]
    for keys, name, where, does in rows():
        shown = " ".join(f"`{key}`" for key in keys.split())
        lines.append(f"| {shown} | {name} | {where} | {does} |".replace("`|`", "`\\|`"))
    return "\n".join(lines)
