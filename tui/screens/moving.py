"""Moving: the commands that go up, down and by pages, in terms of the two things a screen says.

A screen says how it moves by lines or rows (`move`) and how many a page has (`page_height`).
"""

from __future__ import annotations


class Moving:
    """Something with a place to move."""

    def move(self, by: int) -> None:
        """Move by lines or rows."""

    def page_height(self) -> int:
        """How many lines or rows a page has."""
        return 10

    def do_down(self) -> None:
        """Down."""
        self.move(1)

    def do_up(self) -> None:
        """Up."""
        self.move(-1)

    def do_page_down(self) -> None:
        """A page on."""
        self.move(self.page_height())

    def do_page_up(self) -> None:
        """A page back."""
        self.move(-self.page_height())

    def do_half_down(self) -> None:
        """Half a page on."""
        self.move(max(1, self.page_height() // 2))

    def do_half_up(self) -> None:
        """Half a page back."""
        self.move(-max(1, self.page_height() // 2))

    def do_first(self) -> None:
        """To the beginning."""
        self.move(-(10**9))

    def do_last(self) -> None:
        """To the end."""
        self.move(10**9)
