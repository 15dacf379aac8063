"""Writing a story to a file: a web page, Markdown, a table, or JSON, with every sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.writing import asked_form, written

if TYPE_CHECKING:
    from index.archive import Archive
    from tui.cli.ledger_pages import Page
    from tui.screens.story_asked import Shown
    from tui.screens.story_going import StoryGoing

_FORMS = (("html", "a web page"), ("md", "Markdown"), ("csv", "a table"), ("json", "JSON"))


async def export(screen: StoryGoing, about: Shown) -> None:
    """Ask in which form, write the file where the program was started, say its name."""
    explorer = screen.explorer
    ending = await asked_form(screen, "this story", _FORMS)
    if ending is None:
        return
    name = about.row.id[:10] if about.row else "-".join(one.id[:6] for one in about.reports[:3])
    name = f"{'story' if about.row else 'ledger'}-{name}.{ending}"

    def write() -> str:
        return written(name, page_text(about, ending, explorer.archive))

    screen.say(await explorer.threads.article(write))


def page_of(about: Shown, archive: Archive) -> Page:
    """Everything that is written of the story, with the archive's state as it is now."""
    from tui.cli.ledger_pages import Page

    return Page(about.row, about.reports, about.ledger, about.before, about.after,
                archive.state(), archive.coverage())  # fmt: skip


def page_text(about: Shown, ending: str, archive: Archive) -> str:
    """The story in one of the forms."""
    from tui.cli import ledger_pages
    from tui.cli.output import csv_text, safe_json

    page = page_of(about, archive)
    if ending == "html":
        from tui.cli.ledger_html import as_html

        return as_html(page) + "\n"
    if ending == "md":
        return ledger_pages.as_markdown(page) + "\n"
    if ending == "json":
        return safe_json(ledger_pages.as_json(page), indent=1) + "\n"
    return csv_text(ledger_pages.CSV_NAMES, ledger_pages.csv_rows(page))
