"""The reader's head and status line: which article this is, and where in it one stands."""

from __future__ import annotations

from tui.views import lenses
from tui.views.field import Field
from tui.views.lines import EMPTY, Line, Run, clip, shown, spread
from tui.views.reading import Reading

ONE = {"names": "name", "figures": "figure", "quotations": "quotation"}


def head(
    reading: Reading | None,
    place: tuple[int, int] | None,
    marked: int | None,
    width: int,
    own: Line = EMPTY,
) -> Line:
    """Place in the list, outlet and title; what the person left there, mark and id at the right."""
    left: list[Run] = []
    right: list[Run] = []
    if place is not None:
        left.append(Run(f"{place[0]}/{place[1]}  ", "dim"))
    if reading is not None:
        article = reading.record.article
        left.append(Run(shown(article.outlet or "outlet not known"), "masthead"))
        left.append(Run(f"  {shown(article.headline)}", "dim"))
        if marked:
            right.append(Run(f"marked {marked}  ", "mark"))
        right.append(Run(article.id[:10], "dim"))
        if own:
            right = [*clip(own, width // 3), Run("  "), *right]
    return spread(clip(left, max(10, width - 24)), right, width)


def status(reading: Reading | None, bottom: int) -> tuple[Line, Line]:
    """The current mark or sentence; how much of the page was seen."""
    if reading is None:
        return EMPTY, EMPTY
    total = len(reading.page.lines)
    bottom = min(total, bottom)
    right = f"line {bottom}/{total} · {round(100 * bottom / max(1, total))} %"
    stop, mark = reading.current_stop, reading.current
    if stop is not None and stop.kind == "sentence":
        sentences = len(reading.record.article.sentences)
        right = f"sentence {stop.number + 1}/{sentences}   {right}"
    if mark is not None:
        what = ONE.get(reading.lens, "place")
        left = f"{what} {reading.at + 1}/{len(reading.marks)}: {mark.label}"
    elif stop is not None and stop.kind == "removed":
        piece = reading.record.article.removed[stop.number]
        left = f"{piece.role}: {piece.why}"
    else:
        left = marked(reading)
    return (Run(shown(left)),), (Run(right, "dim"),)


def marked(reading: Reading) -> str:
    """How much the lens marks; while names are being read, that they are."""
    if reading.lens == "names" and reading.names is None:
        return "the names of this article are being read; they are marked then"
    return lenses.summary(reading.lens, reading.marks, reading.wanted)


def finding(field: Field, told: Line, width: int) -> Line:
    """The words to find in this article, with what was found so far."""
    found = Run(f"  {told[0].text}" if told else "", "dim")
    return (Run("/ ", "mark"), *field.line(width // 2, active=True), found)
