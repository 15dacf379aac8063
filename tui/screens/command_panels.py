"""The panels that lead to commands: by their names (`:`), and the help, by keys and by words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.command_lists import complete, find
from tui.commands import on_screen
from tui.screens.panel import Panel, Typed
from tui.views.choice import Option
from tui.views.lines import shown

if TYPE_CHECKING:
    from tui.commands import Command
    from tui.screens.base import CommandScreen
    from tui.views.lines import Line

_SHORT = 8  # lines of a legend that stand above the list of keys on 24 rows


async def by_name(screen: CommandScreen) -> None:
    """Do a command of the screen that is chosen by its name."""

    def options(typed: str) -> list[Option]:
        if said := _said(screen, typed):
            command, words = said
            return [Option(f"{command.name} {shown(words)}", Typed(typed), command.help)]
        return [
            Option(f"{c.name:<21}{c.help}", c, " ".join(c.keys))
            for c in complete(screen.KIND, typed)
        ]

    hint = "Enter do it  Tab ↑ ↓  Esc"
    panel = Panel("commands", options=options, prompt=":", free=True, hint=hint,
                  rest=True)  # fmt: skip
    await _take_chosen(screen, panel)


async def helped(screen: CommandScreen) -> None:
    """Show the screen's marks and keys, and do the command that is chosen."""

    legend = screen.legend()
    # a long one is rows of the list, in which one moves: above the list there is no room for it
    marks = [Option(_plain(item), None) for item in legend] if len(legend) > _SHORT else []
    forms = [Option(f"{written:<26}{finds}", None) for written, finds in screen.forms()]

    def options(typed: str) -> list[Option]:
        keys = [
            Option(f"{' '.join(c.keys):<18}{c.help}", c, c.name) for c in find(screen.KIND, typed)
        ]
        words = typed.casefold().split()
        if not words:
            return [*marks, *keys, *forms]
        told = (one for one in (*marks, *forms) if all(w in one.label.casefold() for w in words))
        return [*keys, *told]

    panel = Panel(
        f"help: {screen.KIND}", text=() if marks else legend, options=options,
        prompt="key or word", hint="Enter do it  ↓ more  Esc close", rest=True,
    )  # fmt: skip
    await _take_chosen(screen, panel)


def _said(screen: CommandScreen, typed: str) -> tuple[Command, str] | None:
    """A command that takes words, with those that stand behind its name: `save ferries`."""
    name, _, words = typed.strip().partition(" ")
    for command in on_screen(screen.KIND) if words.strip() else ():
        if command.name == name.casefold() and hasattr(screen, f"said_{command.id}"):
            return command, words.strip()
    return None


def _plain(item: Line | str) -> str:
    """A line of the legend as text."""
    return item if isinstance(item, str) else "".join(run.text for run in item)


async def _take_chosen(screen: CommandScreen, panel: Panel) -> None:
    command: Command | Typed | None = await screen.app.push_screen_wait(panel)
    if isinstance(command, Typed) and (said := _said(screen, command.text)):
        getattr(screen, f"said_{said[0].id}")(said[1])
    elif isinstance(command, Typed):
        screen.say(f"there is no command {shown(command.text)}; what one needs it asks for then")
    elif command is not None:
        screen.take_chosen(command)
