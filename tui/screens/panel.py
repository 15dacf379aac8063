"""The panel that opens at the foot of a screen: a title, some lines, and a choice.

Commands, help, facets, the marked set, the paste dialogue and the "why" panels are all this
one panel. It gives back the chosen value, what was typed, or None.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui import commands
from tui.screens.moving import Moving
from tui.screens.pressed import Pressed
from tui.session import History
from tui.views.choice import Option
from tui.views.field import Field
from tui.views.lines import EMPTY, Line, Run, clip, fit, place, shown, spread, width_of, wrap
from tui.widgets.pane import Bar, Pane


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed when no option was chosen."""

    text: str


@dataclass(frozen=True, slots=True)
class ByKey:
    """An option on which one of the panel's own keys was pressed, and where it stands."""

    key: str
    value: Any
    at: int


WIDEST_TEXT = 96  # columns of a text
WIDEST = 120  # columns over which an option and its note are spread, if they fit
_MOVES = ("down", "up", "page_down", "page_up", "half_down", "half_up", "first", "last")


def moving(screen: str, *, pages: bool = False) -> str:
    """For a hint: the keys that move on a screen, and with `pages` those that move by pages."""
    names = ("down", "up", *(("page-down", "page-up") if pages else ()))
    return " ".join(commands.key(name, screen) for name in names) + " move"


class Panel(Moving, Pressed, ModalScreen[Any], inherit_bindings=False):
    """A panel at the foot of the screen.

    With `prompt` there is a text field; `options` is then asked anew for what was typed. A value
    that is `offered` gives way to what is typed.
    It takes at most the `share` of the screen's height.
    With `rest` what is cut of the option under the cursor is told in place of the hint.
    With `free` Enter gives back what was typed (`Typed`) when no option is under the cursor; an
    empty field counts as typed with `or_nothing`.
    With `asked_by_slash` letters move until `/` opens the field. `keys` give back the option
    under the cursor (`ByKey`), and `at` is where the cursor begins. Ctrl-P and Ctrl-N walk through
    what was typed in the `past`.
    """

    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    Panel { align: left bottom; background: transparent; }
    Panel #panel { height: auto; max-height: 80%; width: 100%; background: $background; }
    Panel #text { height: auto; }
    Panel #choice { height: auto; }
    """

    def __init__(
        self,
        title: str,
        *,
        text: Sequence[Line | str] = (),
        options: Callable[[str], Sequence[Option]] | Sequence[Option] = (),
        prompt: str | None = None,
        value: str = "",
        offered: bool = False,
        free: bool = False,
        or_nothing: bool = False,
        asked_by_slash: bool = False,
        keys: Sequence[str] = (),
        past: Sequence[str] = (),
        at: int = 0,
        hint: str = "Enter choose  Esc close",
        rest: bool = False,
        share: float = 0.8,
    ) -> None:
        super().__init__()
        self._heading = title
        self._text = text
        self._options = options
        self._prompt = prompt
        self.field = Field(value, offered=offered) if prompt is not None else None
        self.waiting = True
        self._free = free
        self._or_nothing = or_nothing
        self._slash = asked_by_slash
        self._asking = prompt is not None and not asked_by_slash
        self._keys = keys
        self._history = History(list(past)) if past else None
        self._hint = hint
        self._tells_rest = rest
        self._share = share
        self.cursor = at
        self.shown: list[Option] = []
        self._reach = WIDEST  # how far right notes stand

    def compose(self) -> ComposeResult:
        """Rule with title, text, field, choice, hint."""
        with Vertical(id="panel"):
            yield Bar(id="heading")
            yield Pane(id="text")
            if self.field is not None:
                yield Bar(id="ask")
            yield Pane(id="choice")
            yield Bar(id="hint")

    def on_mount(self) -> None:
        """Fill the panel."""
        self.refill(keep=True)
        self.waiting = False
        release: Callable[[], None] | None = getattr(self.app, "release", None)
        if release is not None:
            self.call_after_refresh(release)

    def on_resize(self) -> None:
        """Lay the text out for the new width."""
        self.refill(keep=True)

    @property
    def typed(self) -> str:
        """What stands in the text field."""
        return self.field.text if self.field is not None else ""

    def press(self, event: events.Key) -> None:
        """Move, choose, leave; everything else goes to the text field."""
        key, means = event.key, self._means(event.key)
        if key == "escape" and self._asking and self._slash:
            self._ask(False)
        elif key in ("escape", "ctrl+o"):
            self.dismiss(None)
        elif key == "enter":
            self.choose()
        elif key in ("down", "up"):
            self.move(1 if key == "down" else -1)
        elif key in ("pagedown", "pageup"):
            self.page(1 if key == "pagedown" else -1)
        elif means == "close" and not event.is_printable:
            self.dismiss(None)
        elif self._asking and self.field is not None:
            if key == "tab" and self.shown:
                self._complete() if callable(self._options) else self.move(1)
            elif key in ("ctrl+p", "ctrl+n") and self._history is not None:
                self._walk(self._history, older=key == "ctrl+p")
            elif self.field.press(key, event.character):
                self.refill()
        elif key == "tab":
            self.move(self._next_kind() - self.cursor)
        elif means in _MOVES:
            getattr(self, f"do_{means}")()
        elif key in ("home", "end"):
            self.do_first() if key == "home" else self.do_last()
        elif means in ("back", "close"):
            self.dismiss(None)
        elif key in self._keys and self.shown:
            self.dismiss(ByKey(key, self.shown[self.cursor].value, self.cursor))
        elif (key == "slash" or means in ("query", "find")) and self.field is not None:
            self._ask(True)

    def _means(self, key: str) -> str:
        """What a key does on the screen below: whoever gave moving another key moves so here."""
        kinds = [str(getattr(one, "KIND", "")) for one in self.app.screen_stack]
        kind = next((one for one in reversed(kinds) if one), commands.SEARCH)
        command = commands.keymap(kind).get(key)
        return command.id if command is not None else ""

    def _ask(self, asking: bool) -> None:
        """Open the text field, or close it and show every option again."""
        assert self.field is not None
        self._asking = asking
        if not asking:
            self.field.put("")
        self.refill()

    def _walk(self, history: History, *, older: bool) -> None:
        """Put what was typed earlier, or later, into the field."""
        assert self.field is not None
        found = history.older(self.field.text) if older else history.newer()
        if found is not None:
            self.field.put(found)
            self.refill()

    def _next_kind(self) -> int:
        """The first option of the next kind; the first of all behind the last kind."""
        kind = self.shown[self.cursor].kind if self.shown else ""
        after = enumerate(self.shown[self.cursor :], self.cursor)
        return next((number for number, option in after if option.kind != kind), 0)

    def _complete(self) -> None:
        """Write out the option under the cursor."""
        assert self.field is not None
        self.field.put(self.shown[self.cursor].label.split("  ")[0])
        self.refill()

    def on_paste(self, event: events.Paste) -> None:
        """A paste goes to the text field, where there is one."""
        event.stop()
        if self.field is not None:
            self._asking = True
            self.field.insert(event.text)
            self.refill()

    def _laid_out(self, width: int) -> list[Line]:
        lines: list[Line] = []
        room = min(width - 4, WIDEST_TEXT)
        for item in self._text:
            if isinstance(item, str):
                words = shown(item)
                lines += [(Run("  "), Run(words[a:b])) for a, b in wrap(words, room)]
                if not words:
                    lines.append(EMPTY)
            elif len(item) == 1 and width_of(item[0].text) > room:
                words, style = item[0]
                lines += [(Run("  "), Run(words[a:b], style)) for a, b in wrap(words, room)]
            else:
                lines.append((Run("  "), *item))
        return lines

    def _room(self, height: int) -> int:
        """Lines for text and options on a screen of this height."""
        return max(4, int(height * self._share) - 3 - self._asking)

    def height_of_text(self, width: int, height: int) -> int:
        """The lines that a panel of text alone takes of a screen, its title and hint included."""
        return min(len(self._laid_out(width)), self._room(height)) + 2

    def refill(self, *, keep: bool = False) -> None:
        """Show the options for what was typed."""
        if not self.query("#text"):
            return  # the panel is closing
        typed = self.typed
        width, height = self.app.size
        given = self._options(typed) if callable(self._options) else self._options
        self.shown = list(given)
        keep = keep or not callable(self._options)  # the same options, whatever is typed
        self._reach = max(WIDEST, *(len(o.label) + len(o.note) + 6 for o in self.shown), 0)
        self.cursor = min(self.cursor, max(len(self.shown) - 1, 0)) if keep else 0
        lines = self._laid_out(width)
        if typed.strip() and not self.shown and not self._free:
            lines.append((Run("  nothing matches", "dim"),))
        room = self._room(height)
        text = self.query_one("#text", Pane)
        text.display = bool(lines)
        text_height = min(len(lines), max(room - min(len(self.shown), 6), 3))
        text.styles.height = max(text_height, 1)
        text.show_lines(lines)
        choice = self.query_one("#choice", Pane)
        choice.display = bool(self.shown)
        choice.styles.height = max(1, min(len(self.shown), room - text_height))
        choice.show(len(self.shown), self._option_line, top=0)
        self.call_after_refresh(self._reveal)
        self._tell()

    def _tell(self) -> None:
        width = self.app.size.width
        title = f" {self._heading} "
        mark = "━" * 2
        line = (Run(mark, "mark"), Run(title, "strong"))
        rest = max(0, width - 2 - len(title))
        self.query_one("#heading", Bar).put(clip((*line, Run("━" * rest, "rule")), width))
        if self.field is not None:
            self.query_one("#ask", Bar).display = self._asking
            asked = Run(f"{self._prompt} ", "mark")
            room = width - len(self._prompt or "") - 3
            self.query_one("#ask", Bar).put((asked, *self.field.line(room, active=True)))
        at = place(self.cursor + 1, len(self.shown)) if len(self.shown) > 1 else ""
        unseen = self._rest(width)
        hint = Run(f"  … {unseen}") if unseen else Run(f"  {self._hint}", "dim")
        self.query_one("#hint", Bar).put(spread([hint], [Run(at, "dim")], width))

    def _rest(self, width: int) -> str:
        """The words of the option under the cursor that have no room in its line, if they are to
        be told."""
        if not self._tells_rest or not self.shown:
            return ""
        option = self.shown[self.cursor]
        room = min(width, self._reach) - 2 - (width_of(option.note) + 3 if option.note else 0)
        if width_of(option.label) <= room:
            return ""
        seen = fit(option.label, room).removesuffix("…")
        return option.label[option.label.rfind(" ", 0, len(seen)) + 1 :]

    def _option_line(self, number: int) -> Line:
        option = self.shown[number]
        here = number == self.cursor
        return spread(
            [
                Run("▌ " if here else "  ", "mark"),
                Run(option.label, option.style or ("strong" if here else "")),
            ],
            [Run(option.note + " ", "dim")] if option.note else [],
            min(self.app.size.width, self._reach),
        )

    def _reveal(self) -> None:
        if self.shown and self.is_attached:
            self.query_one("#choice", Pane).reveal(self.cursor, self.cursor)

    def move(self, by: int) -> None:
        """Move the cursor, or the text where there is nothing to choose."""
        if not self.shown:
            text = self.query_one("#text", Pane)
            text.scroll_lines(text.top + by)
            return
        before = self.cursor
        self.cursor = max(0, min(len(self.shown) - 1, self.cursor + by))
        choice = self.query_one("#choice", Pane)
        choice.redraw((before, self.cursor))
        choice.reveal(self.cursor, self.cursor)
        self._tell()

    def page(self, direction: int) -> None:
        """Move by a page."""
        self.move(direction * self.page_height())

    def page_height(self) -> int:
        """Options on a page, or lines of the text where there is nothing to choose."""
        pane = self.query_one("#choice" if self.shown else "#text", Pane)
        return max(1, pane.size.height - 1)

    def choose(self) -> None:
        """Give back the option under the cursor, or what was typed."""
        if self.shown:
            self.dismiss(self.shown[self.cursor].value)
        elif self._free and (self.typed.strip() or self._or_nothing):
            self.dismiss(Typed(self.typed.strip()))
        elif not self._free:
            self.dismiss(None)

    def on_pane_wheel(self, event: Pane.Wheel) -> None:
        """The mouse wheel moves the cursor, or the text."""
        event.stop()
        self.move(event.lines if not self.shown else 1 if event.lines > 0 else -1)

    def on_pane_pressed(self, event: Pane.Pressed) -> None:
        """A mouse press chooses."""
        if event.pane.id == "choice":
            self.cursor = event.number
            self.choose()
