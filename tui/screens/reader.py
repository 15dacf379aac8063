"""The reader: one article as a page, with lenses, a sentence cursor and the list of names.

At 120 columns the names stand beside the text, at 170 the list of articles too; below that
`v` brings the names up.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal

from corpus.article import Article
from index.results import Hit
from tui import commands
from tui.places import ReaderPlace
from tui.screens.along_story import AlongStory
from tui.screens.deciding import decide
from tui.screens.left_at import left_at
from tui.screens.names_side import NamesSide, show_list
from tui.screens.through_lens import ThroughLens
from tui.views import place_line, why
from tui.views.layout import Panes, reader_panes
from tui.views.left import told as told_left
from tui.views.lenses import Lens
from tui.views.lines import Line, counted_aside, told_rule
from tui.views.reading import Reading
from tui.views.results import Listing
from tui.widgets.pane import Bar, Pane, Upright

WITHOUT_LENS = {
    "names": "names", "figures": "figures", "quotations": "quotes", "mark": "mark",
    "compare": "compare", "back": "back", "removed": "removed", "why": "why", "view": "view",
    "story": "story", "copy": "copy", "find": "find", "next_hit": "article", "export": "export",
}  # fmt: skip
LENSES: tuple[Lens, ...] = ("none", "hits", "find", "names", "figures", "quotations")


class ReaderScreen(AlongStory, ThroughLens):
    """One open article; `hits` are the list it was opened from, `at` its place in it."""

    KIND = commands.READER

    def __init__(
        self,
        article: str,
        hits: list[Hit],
        at: int,
        asked: str = "",
        said: str = "",
        place: ReaderPlace | None = None,
    ) -> None:
        super().__init__()
        self._notice = said
        self.article = article
        self.kept = place  # where to open it
        self.asked = asked
        self.listing = Listing(hits, view="lines")
        self.at = at
        self.reading: Reading | None = None
        self.side_list = NamesSide(self)
        self.side: bool | None = None

    def compose(self) -> ComposeResult:
        """Head, list, text, names, status."""
        yield Bar(id="head")
        with Horizontal(id="body"):
            yield Pane(id="list")
            yield Upright(id="first-rule")
            yield Pane(id="text")
            yield Upright(id="second-rule")
            yield Pane(id="names")
        yield Bar(id="foot-rule")
        yield Bar(id="status")
        yield Bar(id="footer")

    # --- opening --------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Read the article."""
        kept = self.kept
        if kept is not None and kept.side_chosen:
            self.side = kept.side
        self.listing.years = self.explorer.list_screen.finding.years
        self._arrange()
        self.tell_head()
        self.load(lambda: self._open(kept))

    async def read_anew(self) -> None:
        """Read the article and show it from its beginning."""
        await self._open()

    async def _open(self, kept: ReaderPlace | None = None) -> None:
        self.waiting = True
        try:
            await self._read(kept)
        finally:
            self.arrived()

    async def _read(self, kept: ReaderPlace | None) -> None:
        article, asked, width = self.article, self.asked, self.panes.text
        if all(one.id != article for one in self.reports):
            self.reports = ()
        explorer = self.explorer
        spans = partial(explorer.archive.hit_spans, asked) if asked else None
        reading = await explorer.threads.article(
            lambda: Reading(explorer.begin(article), width, spans_of=spans)
        )
        if article != self.article or not self.is_mounted:
            return
        reading.fit(self.panes.text)
        before, self.reading = self.reading, reading
        top = self._restore(kept) if kept and kept.article == self.article else 0
        if before is not None and before.current is not None and before.lens == reading.lens:
            reading.stand_by(before.current)
        self._show(top)
        self.in_background(self.find_reports(article), group="reports")
        if reading.names is None:
            self.in_background(self._recognise(article), group="names")

    def _restore(self, kept: ReaderPlace) -> int:
        reading = self.reading
        assert reading is not None
        if kept.removed:
            reading.toggle_removed()
        if kept.lens in LENSES and kept.lens != "find":
            reading.look_through(cast(Lens, kept.lens))
        if kept.sentence >= 0:
            reading.choose_sentence(kept.sentence)
        stop = reading.current_stop
        if kept.top < 0 and stop is not None:  # whoever sends one here knows the sentence only
            return max(0, stop.first - 3)
        return max(0, kept.top)

    async def _recognise(self, article: str) -> None:
        names = await self.explorer.recognise_now(article)
        if names is not None and article == self.article and self.reading is not None:
            self.reading.take_names(names)
            if self.reading.lens == "names":
                self._notice = ""  # that they are being read
            self._show(self.query_one("#text", Pane).top)

    def reload(self) -> None:
        """Read the article anew, keeping the place."""
        self.in_background(self._open(self.place()), group="open")

    def place(self) -> ReaderPlace:
        """Article, line, sentence and lens."""
        reading = self.reading
        if reading is None:
            return self.kept or ReaderPlace(article=self.article)
        stop = reading.current_stop
        return ReaderPlace(
            article=self.article,
            top=self.query_one("#text", Pane).top,
            sentence=stop.number if stop is not None and stop.kind == "sentence" else -1,
            lens=reading.lens,
            side=bool(self.side),
            side_chosen=self.side is not None,
            removed=reading.removed,
            listed=self.at >= 0,
        )

    # --- layout ---------------------------------------------------------------------------

    @property
    def panes(self) -> Panes:
        """What stands side by side."""
        listed = bool(self.listing.hits)
        return reader_panes(self.app.size.width, listed=listed, side=self.side)

    def _arrange(self) -> None:
        panes = self.panes
        for width, *names in (
            (panes.list, "#list", "#first-rule"),
            (panes.names, "#names", "#second-rule"),
        ):
            for name in names:
                self.query_one(name).display = width > 0
            self.query_one(names[0]).styles.width = max(1, width)

    def on_resize(self, event: events.Resize) -> None:
        """Lay everything out for the new size."""
        self._arrange()
        if self.reading is not None:
            pane = self.query_one("#text", Pane)
            before = self.reading.page.lines[min(pane.top, len(self.reading.page.lines) - 1)]
            self.reading.lay_out(self.panes.text)
            top = pane.top
            if before.within is not None:
                page = self.reading.page
                top = page.line_of(before.within, before.paragraph, before.start)
            self.call_after_refresh(self._show, top)
        self.tell_head()
        self.tell()

    def _show(self, top: int) -> None:
        reading = self.reading
        if reading is None:
            return
        reading.fit(self.panes.text)
        self.query_one("#text", Pane).show(len(reading.page.lines), reading.line, top=top)
        self.side_list.show()
        show_list(self)
        self.tell_head()
        self.tell()

    # --- moving ---------------------------------------------------------------------------

    def move(self, by: int) -> None:
        """Move in the text, or in the names when they are active."""
        if self.side_list.active and self.panes.names:
            self.side_list.move(by)
        else:
            pane = self.query_one("#text", Pane)
            pane.scroll_lines(pane.top + by)

    def page_height(self) -> int:
        """Lines on a page, one kept in sight."""
        return max(1, self.query_one("#text", Pane).size.height - 1)

    # --- lenses ---------------------------------------------------------------------------

    def do_open(self) -> None:
        """The page of the name under the cursor."""
        if key := self.entity_here():
            self.explorer.open_entity(key)
        else:
            marks, on = self.keycap("names"), self.keycap("next")
            self._notice = f"no name is under the cursor: {marks} marks names, {on} goes on"

    def entity_here(self) -> str:
        """The name under the lens's cursor, or under that of the list of names."""
        reading = self.reading
        entity = self.side_list.entity or (why.entity_at(reading) if reading else None)
        return entity.key if entity is not None else ""

    def do_versions(self) -> None:
        """The versions of the article: two of them side by side."""
        from tui.screens.versions import show_versions

        if self.reading is not None:
            self.in_background(
                show_versions(self, self.reading.record), group="versions", opens=True
            )

    def do_removed(self) -> None:
        """Show the removed lines, or hide them."""
        reading = self.reading
        if reading is None:
            return
        if not (reading.record.article.removed or reading.record.article.repairs):
            self._notice = "nothing was set aside in this article"
            return
        pane = self.query_one("#text", Pane)
        line = reading.page.lines[min(pane.top, len(reading.page.lines) - 1)]
        reading.toggle_removed()
        top = 0
        if line.within is not None and pane.top > 0:
            top = reading.page.line_of(line.within, line.paragraph, line.start)
        self._show(top)
        number = counted_aside(reading.record.article.removed)
        self._notice = f"{number} set aside, shown in place" if reading.removed else ""

    def close_something(self) -> bool:
        """Leave the names, take the lens off."""
        if self.side_list.active:
            self.do_pane()
            return True
        if self.reading is not None and self.reading.lens != "none":
            self.take_off()
            return True
        return False

    def do_pane(self) -> None:
        """From the text to the names and back."""
        if not self.panes.names:
            self.do_view()
        self.side_list.active = not self.side_list.active
        if self.side_list.active:
            self.side_list.move(0)
        self.query_one("#names", Pane).refresh()

    def do_view(self) -> None:
        """With the list of names, or the text alone."""
        self.side = not self.panes.names
        self.side_list.active = self.side_list.active and self.side
        self._arrange()
        self.on_resize(events.Resize(self.size, self.size))

    # --- why, copying, marking ------------------------------------------------------------

    def do_why(self) -> None:
        """Why this is marked so, and what can be done about it."""
        if self.reading is not None:
            self.look_here(self.reading)
            self.in_background(self._why(self.reading), group="why", opens=True)

    async def _why(self, reading: Reading) -> None:
        said = await decide(self.explorer, reading, self.side_list.entity)
        if said:
            self.reload()
            self.say(said)

    async def current_article(self) -> Article | None:
        """The open article."""
        return self.reading.record.article if self.reading is not None else None

    def current_id(self) -> str:
        """The open article's id."""
        return self.article

    async def text_to_copy(self, what: str) -> str | None:
        """The current sentence, its paragraph, or the quotation at it."""
        if self.reading is not None and what in ("sentence", "paragraph", "quotation"):
            self.look_here(self.reading)
            return why.text_at(self.reading, what)
        return await super().text_to_copy(what)

    def signs(self) -> Line:
        """They stand in the head."""
        return ()

    def marks_changed(self) -> None:
        """Show the marks anew."""
        show_list(self)
        self.tell_head()
        self.tell()

    # --- head and foot --------------------------------------------------------------------

    def foot_keys(self) -> Mapping[str, str]:
        """Without a lens and without words asked for there is nothing to step through."""
        reading = self.reading
        if reading is None or reading.lens != "none" or reading.spans_of is not None:
            return {}
        return WITHOUT_LENS

    def tell_head(self) -> None:
        """Show the article's origin above the text, and who else reports its event below."""
        width = self.app.size.width
        hits = max(len(self.listing.hits), self.explorer.list_screen.finding.articles)
        place = (self.at + 1, hits) if self.at >= 0 else None
        number = self.explorer.session.numbers().get(self.article)
        left = told_left(left_at(self.explorer).get(self.article))
        line = place_line.head(self.reading, place, number, width, left)
        self.query_one("#head", Bar).put(line, self.way_rule(beyond=2))
        self.query_one("#foot-rule", Bar).put(told_rule(self.same_story(), width))

    def status(self) -> tuple[Line, Line]:
        """The current mark or sentence, and how far down the page one is."""
        pane = self.query_one("#text", Pane)
        bottom, width = pane.top + pane.size.height, self.app.size.width
        if self.box.active:
            return place_line.finding(self.box.field, self.reading, bottom, width)
        return place_line.status(self.reading, bottom, width)
