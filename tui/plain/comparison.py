"""A comparison as plain text: row after row, the left passage and then the right one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.plain.tables import record_lines

if TYPE_CHECKING:
    from tui.cli.comparison_pages import Page, PageRow, Said


def lines(page: Page) -> list[str]:
    """Both articles, what is said of the two, every row, every finding."""
    out = ["Two articles side by side.", f"Left: {page.left.citation}",
           f"Right: {page.right.citation}", f"{page.event}{page.totals}"]  # fmt: skip
    out += page.banners
    out += [f"Differs, row {row + 1}: {said}" for row, said in page.first]
    for number, row in enumerate(page.rows, 1):
        out += ["", f"Row {number} of {len(page.rows)}: {row.label}"]
        out += _side("Left", row, row.left, row.left_notes)
        out += _side("Right", row, row.right, row.right_notes)
    for table in page.tables:
        out += ["", f"{table.heading}: {len(table.rows)}"]
        out += record_lines(table.columns, table.rows, str)
    return [*out, "", *(text for text in page.made if text)]


def _side(name: str, row: PageRow, said: tuple[Said, ...], notes: tuple[str, ...]) -> list[str]:
    out = [f"{name}: {one.text} ({one.at})" for one in said] or [f"{name}: {row.opposite}"]
    for one in said:
        marked = "agrees" if one.agree else "differs"
        out += [f"{name}, {marked}: {one.text[start:end]}" for start, end in one.spans]
    return out + [f"{name}, note: {note}" for note in notes if note]
