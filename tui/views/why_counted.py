"""What a person may decide about a figure: what it counts, its value, the day meant, none.

Takes an open article, gives the decisions offered.
"""

from __future__ import annotations

from corpus.article import Figure
from index.judged import FIGURE, FIGURE_ABOUT, FIGURE_DAY, FIGURE_VALUE
from index.judged_figures import NO_FIGURE, may_be_a_day
from index.places import target_of
from tui.views.choice import Option
from tui.views.decision import Decision
from tui.views.lines import shown
from tui.views.reading import Reading


def figure_at(reading: Reading) -> tuple[int, Figure] | None:
    """The figure under the lens's cursor, with its number."""
    mark = reading.current
    if mark is None or reading.lens != "figures":
        return None
    return mark.subject, reading.record.article.figures[mark.subject]


def about_figure(reading: Reading, number: int, figure: Figure) -> list[Option]:
    """The decisions offered about a figure; an empty value stands for as it was read."""
    target, is_date = target_of(figure), figure.kind == "date"
    counts = Option("it counts …", Decision(FIGURE_ABOUT, None, target))
    label = "it is a number, no date: its value is …" if is_date else "its value is …"
    value = Option(label, Decision(FIGURE_VALUE, None, target))
    day = Option("the day meant is …", Decision(FIGURE_DAY, None, target))
    found = [day] if is_date else [counts, value]
    label = "this is no date" if is_date else "this is no figure"
    found.append(Option(label, Decision(FIGURE, NO_FIGURE, target)))
    if is_date:
        found.append(value)
    elif may_be_a_day(figure):
        found.append(day)
    if reading.record.figures_decided.get(number):
        found.append(Option("the figure is as it was read", Decision(FIGURE, "", target)))
    return found


def unfigured_here(reading: Reading) -> list[Option]:
    """The way back for words in this sentence that a person said are no figure."""
    sentence = reading.sentence
    if sentence is None:
        return []
    return [
        Option(f"“{shown(one.text)}” is a figure", Decision(FIGURE, "", target_of(one)))
        for one in reading.record.unfigured
        if (one.within, one.paragraph) == (sentence.within, sentence.paragraph)
        and sentence.start <= one.start < sentence.end
    ]


def asked_of_figure(figure: Figure, field: str) -> tuple[str, str]:
    """How what is asked for about a figure is called, and what it is now."""
    if field == FIGURE_ABOUT:
        return "what it counts", figure.about or ""
    if field == FIGURE_DAY:
        return "day, month or year (YYYY-MM-DD)", figure.iso or ""
    if figure.value is not None:
        return "value", f"{figure.value:g}" if figure.value < 1e6 else f"{figure.value:.0f}"
    if figure.low is not None and figure.high is not None:
        return "value", f"{figure.low:g}-{figure.high:g}"
    return "value", ""
