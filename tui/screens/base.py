"""What all screens share: keys from the table of commands, status line, footer, panels.

A command's `id` names the method `do_<id>` that does it. Two-key commands, pastes and the
program-wide commands are handled here; a screen adds what it shows.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import events
from textual.css.query import NoMatches

from corpus.errors import BroadsheetError
from tui import commands
from tui.drawn import DrawnScreen
from tui.keycaps import textual_key
from tui.screens.left_at import left_at, read_left
from tui.screens.moving import Moving
from tui.screens.on_article import OnArticle
from tui.screens.on_names import OnNames
from tui.screens.pressed import Pressed
from tui.views.footer import footer_line
from tui.views.left import told as told_left
from tui.views.lines import Line, Run, shown, spread, wrap
from tui.widgets.pane import Bar, Pane

if TYPE_CHECKING:
    from corpus.article import Article
    from tui.app import Explorer
    from tui.places import Open

NOTICE_LINES = 4


class CommandScreen(OnNames, OnArticle, Moving, Pressed, DrawnScreen, inherit_bindings=False):
    """A screen whose keys come from the table of commands."""

    KIND: ClassVar[str] = ""
    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    CommandScreen { background: $background; overflow: hidden; }
    #body { height: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.waiting = True
        self.pressed = ""
        self.nth = 0  # which of the command's keys was pressed
        self._notice = ""
        self._copying = False
        self._put_off: Callable[[], Coroutine[Any, Any, None]] | None = None

    @property
    def explorer(self) -> Explorer:
        """The app, with the archive and the session."""
        return cast("Explorer", self.app)

    def keycap(self, name: str) -> str:
        """The key that a command has here, for sentences."""
        return commands.key(name, self.KIND)

    # --- commands -------------------------------------------------------------------------

    def action_do(self, command: str) -> None:
        """Do one of the commands of the table."""
        self._notice = ""
        method: Callable[[], Any] = getattr(self, f"do_{command}")
        method()
        self.tell()

    def take_chosen(self, command: commands.Command) -> None:
        """Do a command that was chosen from a list, as its first key would."""
        self.pressed, self.nth = textual_key(command.keys[0]) if command.keys else "", 0
        self.action_do(command.id)

    def in_background(
        self, work: Coroutine[Any, Any, None], group: str = "work", *, opens: bool = False
    ) -> None:
        """Run a coroutine; an error a person can cause is said in the status line.

        When it `opens` a panel, the keys that follow are kept for the panel.
        """
        self.waiting = self.waiting or opens

        async def guarded() -> None:
            try:
                await work
            except Exception as error:
                if isinstance(error, NoMatches) and not self.display:
                    return  # on its way out: its panes went before its work was called off
                if await self.explorer.archive_waiting.look():
                    self.tell()
                elif not isinstance(error, BroadsheetError):
                    raise
                else:
                    self.say(str(error))
            finally:
                if opens:
                    self.arrived()

        self.run_worker(guarded(), group=group, exit_on_error=True)

    def press(self, event: events.Key) -> None:
        """Do what a key stands for, at once: what is typed ahead comes in the right order."""
        if self._copying:
            self._copying = False
            self._notice = ""
            for key, what, screens in commands.COPIES:
                if event.character == key and self.KIND in screens:
                    from tui.screens.copying import copy

                    self.in_background(copy(self, what), group="copy")
                    return
            self.tell()
        elif self.typed_into(event):
            return
        elif event.key == "ctrl+c":
            self.say(f"{self.keycap('quit')} quits; the session is saved")
        else:
            command = commands.keymap(self.KIND).get(event.key)
            if command is not None:
                self.pressed = event.key
                self.nth = [textual_key(key) for key in command.keys].index(event.key)
                self.action_do(command.id)

    def typed_into(self, event: events.Key) -> bool:
        """Give a key to a text field that is open; False when none is, or it is not for it."""
        return False

    def hurried(self, event: events.Key) -> bool:
        """Whether a key is obeyed even while the screen waits: a way out."""
        command = commands.keymap(self.KIND).get(event.key)
        return command is not None and command.id in ("close", "quit")

    def arrived(self) -> None:
        """What the screen waited for is there: let the keys typed meanwhile have their turn."""
        self.waiting = False
        self.explorer.release()

    def do_copy(self) -> None:
        """Wait for the key that says what to copy."""
        self._copying = True
        choice = [f"{k} {what}" for k, what, screens in commands.COPIES if self.KIND in screens]
        self._notice = "copy:  " + "  ".join(choice) + "   Esc"

    def do_pipe(self) -> None:
        """Give the article, the sentence or the list to a shell command that is typed."""
        from tui.screens.piping import pipe

        self.in_background(pipe(self), group="pipe", opens=True)

    def do_plain(self) -> None:
        """This page as plain text, linear and complete."""
        from tui.screens.plainly import plainly

        self.in_background(plainly(self), group="plain", opens=True)

    def do_export(self) -> None:
        """Write the page into a file."""
        from tui.screens.exporting import export

        self.in_background(export(self), group="export", opens=True)

    def do_why(self) -> None:
        """What the line under the cursor rests on."""
        from tui.screens.why_list import why

        self.in_background(why(self), group="why", opens=True)

    async def text_to_copy(self, what: str) -> str | None:
        """The words of what is to be copied."""
        from tui.screens.copying import of_article

        article = await self.current_article()
        if article is None:
            return None
        return of_article(article, what, self.sentence_in(article))

    def sentence_in(self, article: Article) -> int:
        """The number of the sentence under the cursor in its article; -1 where it is on none."""
        return -1

    async def current_article(self) -> Article | None:
        """The article that copying acts on."""
        from tui.screens.copying import article_here

        return await article_here(self)

    def do_palette(self) -> None:
        """A command by name."""
        from tui.screens.command_panels import by_name

        self.in_background(by_name(self), group="command", opens=True)

    def do_help(self) -> None:
        """The keys of this screen."""
        from tui.screens.command_panels import helped

        self.in_background(helped(self), group="command", opens=True)

    def legend(self) -> list[Line | str]:
        """What the screen's own marks mean, for the top of its help."""
        return []

    def forms(self) -> Iterable[tuple[str, str]]:
        """What can be written here with what that means, for the end of the screen's help."""
        return ()

    def do_theme_dark(self) -> None:
        """Light letters on a dark ground."""
        self.explorer.choose_theme("dark")

    def do_theme_light(self) -> None:
        """Dark letters on a light ground."""
        self.explorer.choose_theme("light")

    def do_theme_ansi(self) -> None:
        """The terminal's own sixteen colours."""
        self.explorer.choose_theme("ansi")

    def do_redraw(self) -> None:
        """Draw everything anew."""
        self.explorer.redraw()

    def do_suspend(self) -> None:
        """Put the explorer aside, as Ctrl-Z does with any program."""
        if not self.explorer.put_aside():
            self._notice = "there is no shell with job control here that could bring it back"

    def do_quit(self) -> None:
        """Leave, the session saved."""
        self.explorer.leave()

    def do_back(self) -> None:
        """One step back."""
        if len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        elif self.pressed == textual_key(self.keycap("back")):
            self.explorer.leave()

    def do_close(self) -> None:
        """Close what is open; then back, but never out of the program."""
        if not self.close_something() and len(self.app.screen_stack) > 1:
            self.app.pop_screen()

    def close_something(self) -> bool:
        """Close prompt, panel or lens; False when none is open."""
        return False

    def way_rule(self, said: str = "", *, strong: bool = False, beyond: int = 1) -> Line:
        """The rule under the head, with the way here where it has more than so many steps, and a
        few words in its right end."""
        from tui.views.way import way_rule

        way = self.explorer.way_to(self)
        way = way if len(way) > beyond else []
        return way_rule(way, self.app.size.width, said, strong=strong)

    def way_here(self) -> str:
        """The screens that lie under this one, in a line of the head."""
        from tui.views.way import way_here

        return way_here(self.explorer.way_to(self)[:-1])

    def place(self) -> Open | None:
        """Where one is, for the next start; None for a screen that is not opened again."""
        return None

    def load(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Fill the screen now, or when one comes back to it if it lies under another."""
        if self.app.screen is self:
            self.in_background(work(), group="open")
        else:
            self._put_off = work

    def on_screen_resume(self) -> None:
        """Back on this screen: fill it, if that was put off."""
        if self.app.screen is not self:
            return  # it was for a moment, while screens were opened over it
        work, self._put_off = self._put_off, None
        if work is not None:
            self.in_background(work(), group="open")

    def do_undo(self) -> None:
        """Take the last judgement back."""
        from tui.screens.undoing import undo

        self.in_background(undo(self), group="judge")

    def reload(self) -> None:
        """Show anew what a judgement may have changed."""

    def do_refresh(self) -> None:
        """Take what came in meanwhile."""
        self.in_background(read_left(self), group="own reading")
        self.reload()

    def marks_changed(self) -> None:
        """Show the marks anew."""
        self.tell()

    def do_stories(self) -> None:
        """The list of stories."""
        self.explorer.open_stories()

    def do_outlets(self) -> None:
        """The outlets, that of the current article first."""
        self.explorer.open_outlets(self.current_id())

    def notice(self, text: str) -> None:
        """A sentence for the status line that this command leaves there."""
        self._notice = shown(text)

    # --- pastes ---------------------------------------------------------------------------

    def on_paste(self, event: events.Paste) -> None:
        """A paste is a text, never keys: offer what can be done with it."""
        event.stop()
        text = event.text
        if self.paste_into(text):
            return
        if text.strip():
            self.in_background(self._pasted(text), group="paste", opens=True)

    def paste_into(self, text: str) -> bool:
        """Give a paste to a text field that is open; False when none is."""
        return False

    async def _pasted(self, text: str) -> None:
        from tui.screens.pasting import offer

        await offer(self, text)

    # --- the foot of the screen -----------------------------------------------------------

    def say(self, text: str) -> None:
        """A sentence in the status line, until the next key."""
        self._notice = shown(text)
        self.tell()

    def foot_keys(self) -> Mapping[str, str]:
        """The commands, by their ids, that the footer names in this view, with a word for each;
        none where it names those of the screen."""
        return {}

    def status(self) -> tuple[Line, Line]:
        """What stands at the left and the right of the status line."""
        return (), ()

    def signs(self) -> Line:
        """What the person left at the article under the cursor, for the status line."""
        left = left_at(self.explorer).get(self.current_id())
        return told_left(left)

    def tell(self) -> None:
        """Bring status line and footer up to date."""
        if not self.is_mounted:
            return
        width = self.app.size.width
        left, right = self.status()
        signs = self.signs()
        right = (*signs, Run("   "), *right) if signs and right else (*signs, *right)
        lines: list[Line] = [spread(left, right, width)]
        said = self._notice or shown(self.explorer.archive_waiting.sentence)
        if said:
            spans = wrap(said, width)[:NOTICE_LINES]
            lines = list[Line]((Run(said[a:b], "strong"),) for a, b in spans)
        self.query_one("#status", Bar).put(*lines)
        self.query_one("#footer", Bar).put(footer_line(self.KIND, width, self.foot_keys()))

    def on_pane_wheel(self, event: Pane.Wheel) -> None:
        """The mouse wheel moves."""
        self.move(1 if event.lines > 0 else -1)
