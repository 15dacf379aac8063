"""The reader's head and status line: which article this is, and where in it one stands."""

from __future__ import annotations

from tui.views import lenses
from tui.views.field import Field
from tui.views.fitting import Ends, Need, Part, fitted
from tui.views.lines import EMPTY, Line, Run, clip, line_width, shown, spread
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


def status(reading: Reading | None, bottom: int, width: int) -> tuple[Line, Line]:
    """The current mark or sentence; how much of the page was seen, in lines on the screen. Where
    `width` cells are too few, what is needed least is left out."""
    if reading is None:
        return EMPTY, EMPTY
    stop, mark = reading.current_stop, reading.current
    lead: tuple[Part, ...] = ()
    if mark is not None:
        what = Part(ONE.get(reading.lens, "place"), Need.LENS)
        lead = what, Part(f"{reading.at + 1}/{len(reading.marks)}", Need.COUNTER)
        said = mark.said
    elif stop is not None and stop.kind == "removed":
        piece = reading.record.article.removed[stop.number]
        lead, said = (Part(piece.role),), (Part(piece.why, pliant=True),)
    else:
        said = (Part(marked(reading), pliant=True),)
    left, right = fitted(Ends(said, lead, _seen(reading, bottom)), width)
    return (Run(left),), (Run(right, "dim"),)


def _seen(reading: Reading, bottom: int) -> tuple[Part, ...]:
    """The number of the current sentence; lines on the screen, and their share."""
    total = len(reading.page.lines)
    bottom = min(total, bottom)
    seen = (
        Part(f"screen line {bottom}/{total}", Need.SCREEN_LINE),
        Part(f"{round(100 * bottom / max(1, total))} %", Need.SHARE),
    )
    stop = reading.current_stop
    if stop is None or stop.kind != "sentence":
        return seen
    sentences = len(reading.record.article.sentences)
    return Part(f"sentence {stop.number + 1}/{sentences}", Need.SENTENCE), *seen


def marked(reading: Reading) -> str:
    """How much the lens marks; while names are being read, that they are."""
    if reading.lens == "names" and reading.names is None:
        return "the names of this article are being read; they are marked then"
    return lenses.summary(reading.lens, reading.marks, reading.wanted)


def finding(field: Field, reading: Reading | None, bottom: int, width: int) -> tuple[Line, Line]:
    """The words to find in this article, with what was found so far; how much was seen."""
    words = Run("/ ", "mark"), *field.line(width // 2, active=True), Run("  ")
    told, right = status(reading, bottom, width - line_width(words))
    return (*words, *(Run(run.text, "dim") for run in told)), right
