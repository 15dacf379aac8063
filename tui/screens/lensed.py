"""What reader and comparison share: lenses, going from place to place, the sentence cursor."""

from __future__ import annotations

from typing import Literal

from tui.screens.base import CommandScreen

ByKey = Literal["names", "figures", "quotations"]


class LensedScreen(CommandScreen):
    """A screen with lenses; subclasses say what putting one on and going through it means."""

    def look(self, lens: ByKey) -> None:
        """Put a lens on, or take it off when it is on."""
        raise NotImplementedError

    def step(self, by: int) -> None:
        """Go to the next or previous place of the lens."""
        raise NotImplementedError

    def step_sentence(self, by: int) -> None:
        """Go to the next or previous sentence."""
        raise NotImplementedError

    def do_names(self) -> None:
        """The lens of names."""
        self.look("names")

    def do_figures(self) -> None:
        """The lens of figures."""
        self.look("figures")

    def do_quotations(self) -> None:
        """The lens of quotations."""
        self.look("quotations")

    def do_next(self) -> None:
        """The next place of the lens."""
        self.step(1)

    def do_previous(self) -> None:
        """The previous place of the lens."""
        self.step(-1)

    def do_sentence_forward(self) -> None:
        """The next sentence."""
        self.step_sentence(1)

    def do_sentence_back(self) -> None:
        """The previous sentence."""
        self.step_sentence(-1)
