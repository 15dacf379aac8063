"""What stands on the right: other outlets' reports of the event, one after the other.

The likely counterparts of the left article are looked for when they are asked for, in a process
of their own; a digit lays the n-th of them on the right, `J` and `K` the next and the one before.
"""

from __future__ import annotations

from tui.desk import counterparts
from tui.screens.find_in_text import FindScreen
from tui.views.lines import counted


class Opposites(FindScreen):
    """A comparison that can put another counterpart on its right side."""

    ids: tuple[str, str]

    def __init__(self) -> None:
        super().__init__()
        self._opposites: list[str] | None = None  # None until they were looked for

    def lay_beside(self, right: str) -> None:
        """Put another article on the right."""
        raise NotImplementedError

    def forget_opposites(self) -> None:
        """Look for them anew: another article stands on the left."""
        self._opposites = None

    def opposite_place(self) -> str:
        """Which of the counterparts stands on the right: "2/5"; empty while nobody asked."""
        found = self._opposites
        return f"{found.index(self.ids[1]) + 1}/{len(found)}" if found else ""

    def do_next_opposite(self) -> None:
        """The next counterpart on the right."""
        self.in_background(self._go(1), group="opposite", opens=True)

    def do_previous_opposite(self) -> None:
        """The previous counterpart on the right."""
        self.in_background(self._go(-1), group="opposite", opens=True)

    def do_opposite(self) -> None:
        """The n-th counterpart on the right, by the digit that was pressed."""
        number = self.nth + 1
        self.in_background(self._to(number), group="opposite", opens=True)

    async def _found(self) -> list[str]:
        """The likely counterparts, the one on the right among them."""
        if self._opposites is None:
            left, right = self.ids
            self.say("looking for other reports of this event")
            explorer = self.explorer
            rows = await counterparts(explorer.threads, explorer.archive, explorer.compute, left)
            found = [row.id for row, _ in rows]
            if self.ids != (left, right):
                return self._opposites or [right]
            self._opposites = found if right in found else [right, *found]
        return self._opposites

    async def _go(self, by: int) -> None:
        found = await self._found()
        if len(found) < 2:
            self.say("no other outlet is found with a report of this event")
            return
        at = found.index(self.ids[1]) + by
        if 0 <= at < len(found):
            self._lay(at)
        else:
            side = "after" if by > 0 else "before"
            self.say(f"no counterpart {side} this one; {counted(len(found), 'report')} found")

    async def _to(self, number: int) -> None:
        found = await self._found()
        if number > len(found):
            self.say(f"there is no counterpart {number}; {counted(len(found), 'report')} found")
        else:
            self._lay(number - 1)

    def _lay(self, at: int) -> None:
        assert self._opposites is not None
        self.say("")
        if self._opposites[at] != self.ids[1]:
            self.lay_beside(self._opposites[at])
