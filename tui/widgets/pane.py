"""A pane of lines: draws what a view gives it, a line at a time, and keeps the drawn lines.

A `Pane` asks its source only for lines that can be seen, so ten lines and a million cost the
same. There are no scrollbars and no animation; the screen's status line says where one is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Self

from rich.segment import Segment
from textual import events
from textual.app import App
from textual.cache import LRUCache
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.theme import ANSI, Palette
from tui.views.lines import EMPTY, Line, shown

LineOf = Callable[[int], Line]


def palette_of(app: App[object]) -> Palette:
    """The palette that the app chose for this terminal."""
    found = getattr(app, "palette", ANSI)
    return found if isinstance(found, Palette) else ANSI


class AllText(Widget, can_focus=False, inherit_bindings=False):
    """A widget that is all text: it has no border, padding, opacity or tint.

    The library looks after these in every line of every frame, half of a frame's time. Lines are
    kept here until they are to be drawn anew.
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        self._kept: dict[int, Strip] = {}
        self._kept_for: tuple[object, ...] = ()  # the width and colours of the lines kept
        super().__init__(id=id, classes=classes)

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Draw everything anew, or only these regions."""
        if not regions:
            self._kept.clear()
        for region in regions:
            for y in region.line_range:
                self._kept.pop(y, None)
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def strip(self, y: int, width: int) -> Strip:
        """One visible line as cells."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """The same, as the library asks for it."""
        return self.strip(y, self.size.width)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region, drawn where they are not kept."""
        width, filters = self.size.width, self.get_line_filters()
        ground = self.background_colors[1] if filters else None
        drawn_for = width, palette_of(self.app).name, ground, tuple(filters)
        if drawn_for != self._kept_for:
            self._kept_for = drawn_for
            self._kept.clear()
        lines = []
        for y in crop.line_range:
            strip = self._kept.get(y)
            if strip is None:
                strip = self.strip(y, width)
                for filter in filters:
                    assert ground is not None
                    strip = strip.apply_filter(filter, ground)
                self._kept[y] = strip
            lines.append(strip)
        if crop.column_span != (0, width):
            return [strip.crop(*crop.column_span) for strip in lines]
        return lines


class Pane(AllText):
    """Lines `top` … of `count` lines, each asked of `line_of` when it is needed."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Pane { width: 1fr; height: 1fr; }
    """

    class Pressed(Message):
        """The mouse was pressed on a line of the pane."""

        def __init__(self, pane: Pane, number: int) -> None:
            super().__init__()
            self.pane = pane
            self.number = number

        @property
        def control(self) -> Pane:
            """The pane."""
            return self.pane

    class Wheel(Message):
        """The mouse wheel was turned over the pane, by so many lines."""

        def __init__(self, pane: Pane, lines: int) -> None:
            super().__init__()
            self.pane = pane
            self.lines = lines

        @property
        def control(self) -> Pane:
            """The pane."""
            return self.pane

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.top = 0
        self.count = 0
        self._line_of: LineOf = lambda _number: EMPTY
        self._strips: LRUCache[tuple[Line, int, str], Strip] = LRUCache(1024)

    def show(self, count: int, line_of: LineOf, *, top: int | None = None) -> None:
        """Show other lines; `top` is kept where it can be."""
        self.count = count
        self._line_of = line_of
        self.top = self._clamped(self.top if top is None else top)
        self.refresh()

    def all_lines(self) -> list[Line]:
        """Every line, those too that cannot be seen."""
        return [self._line_of(number) for number in range(self.count)]

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show a few fixed lines from the first on."""
        self.show(len(lines), lines.__getitem__, top=0)

    def _clamped(self, top: int) -> int:
        return max(0, min(top, self.count - max(self.size.height, 1)))

    def scroll_lines(self, top: int) -> bool:
        """Make `top` the first visible line, as far as there are lines; True when it moved."""
        top = self._clamped(top)
        if top == self.top:
            return False
        self.top = top
        self.refresh()
        return True

    def reveal(self, first: int, last: int, *, context: int = 0) -> None:
        """Scroll as little as needed to see lines `first` to `last` with some around them."""
        height = max(self.size.height, 1)
        context = min(context, max(0, (height - (last - first + 1)) // 2))
        if first - context < self.top:
            self.scroll_lines(first - context)
        elif last + context >= self.top + height:
            self.scroll_lines(min(first - context, last + context - height + 1))

    def stand_above(self, first: int, last: int, hidden: int) -> None:
        """Scroll so that lines `first` to `last` stand right above the lowest `hidden` lines of
        the pane, which something covers; the first of them where there is no room for all."""
        room = max(1, self.size.height - hidden)
        self.top = max(0, min(first, last - room + 1))
        self.refresh()

    def redraw(self, numbers: Iterable[int]) -> None:
        """Draw some lines anew."""
        rows = sorted({n - self.top for n in numbers if 0 <= n - self.top < self.size.height})
        if rows:
            self.refresh(*(Region(0, row, self.size.width, 1) for row in rows))

    def on_resize(self) -> None:
        """Stay within the lines when the pane changes its size."""
        self.scroll_lines(self.top)

    def strip(self, y: int, width: int) -> Strip:
        """One visible line as cells."""
        number = self.top + y
        line = self._line_of(number) if number < self.count else EMPTY
        palette = palette_of(self.app)
        key = (line, width, palette.name)
        strip = self._strips.get(key)
        if strip is None:
            segments = [Segment(shown(run.text), palette.style(run.style)) for run in line]
            strip = Strip(segments).adjust_cell_length(width, palette.base)
            self._strips[key] = strip
        return strip

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Tell the screen which line was pressed."""
        number = self.top + event.y
        if number < self.count:
            self.post_message(self.Pressed(self, number))

    def on_mouse_scroll_down(self) -> None:
        """Tell the screen that the wheel was turned."""
        self.post_message(self.Wheel(self, 3))

    def on_mouse_scroll_up(self) -> None:
        """Tell the screen that the wheel was turned."""
        self.post_message(self.Wheel(self, -3))


class Bar(Pane):
    """A few fixed lines: masthead, rule, status or footer. As high as it has lines."""

    DEFAULT_CSS = """
    Bar { height: 1; width: 1fr; }
    """

    def put(self, *lines: Line) -> None:
        """Show these lines; draws only when they are others than before."""
        if self.count == len(lines) and all(
            self._line_of(number) == line for number, line in enumerate(lines)
        ):
            return
        resize = self.count != len(lines)
        self.show_lines(lines)
        if resize:
            self.display = bool(lines)
            self.styles.height = max(len(lines), 1)


class Upright(AllText):
    """A vertical rule between two panes."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Upright { width: 1; height: 1fr; }
    """

    def strip(self, y: int, width: int) -> Strip:
        """A piece of the rule."""
        palette = palette_of(self.app)
        return Strip([Segment("│", palette.style("rule"))], 1)
