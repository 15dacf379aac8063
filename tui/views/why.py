"""Why something is marked as it is, and what a person may decide about it.

The same place gives what copying takes: the current sentence, its paragraph, the quotation
that stands there.
"""

from __future__ import annotations

from typing import NamedTuple

from corpus.article import Quotation, Sentence
from tui.views.choice import Option
from tui.views.lines import EMPTY, Line, Run, counted, shown
from tui.views.namelist import spellings
from tui.views.page import stated_day
from tui.views.reading import Reading

ROLES = (
    "body", "subhead", "caption", "pullquote", "standfirst",
    "credit", "byline", "dateline", "date", "related", "noise",
)  # fmt: skip
"""The roles a person can give to a line."""


class Decision(NamedTuple):
    """A judgement that is offered: field, value (None: to be asked for), line."""

    field: str
    value: str | None
    target: str | None = None


def of_article(reading: Reading) -> tuple[list[Line | str], list[Option]]:
    """What is known about the current place and the article, and the decisions offered."""
    article = reading.record.article
    text: list[Line | str] = []
    mark = reading.current
    if mark is not None and reading.lens == "names" and reading.names is not None:
        entity = reading.names.entities[mark.subject]
        places = counted(len(entity.mentions), "place")
        text.append((Run(shown(entity.name), entity.type), Run(f"  {entity.type}, {places}")))
        for spelling, count, rule in spellings(entity):
            reason = f"  {rule}" if rule else ""
            text.append((Run(f"  {count:>4}  "), Run(shown(spelling)), Run(reason, "dim")))
        text.append(EMPTY)
    elif mark is not None:
        text += [mark.label, EMPTY]
    line, role, reason = line_at(reading)
    if role:
        number = f"Line {line}" if line is not None else "This line"
        text.append(f"{number} was read as {role}: {reason}")
    text.append(f"Outlet: {article.outlet or 'not known'} ({article.outlet_from or 'not stated'})")
    text.append(f"Day: {stated_day(article)}")
    text.append((Run(f"Read by rules {article.rules}, kept as {article.id[:10]}", "dim"),))
    text.append(EMPTY)
    options = [Option("leave everything as it is", None)]
    if role and line is not None:
        options.append(Option(f"line {line} has another role …", Decision("role", None, str(line))))
    options.append(Option("the outlet is …", Decision("outlet", None)))
    options.append(Option("the day is …", Decision("published", None)))
    return text, options


def other_roles(reading: Reading) -> list[Option]:
    """The roles that the current line could be given instead."""
    _line, role, _why = line_at(reading)
    return [Option(other, other) for other in ROLES if other != role]


def line_at(reading: Reading) -> tuple[int | None, str, str]:
    """Line number, role and reason of the line that the sentence cursor stands on."""
    article = reading.record.article
    stop = reading.current_stop
    if stop is None:
        return None, "", ""
    if stop.kind == "removed":
        piece = article.removed[stop.number]
        return piece.line, piece.role, piece.why
    sentence = article.sentences[stop.number]
    if sentence.within != "body":
        return None, sentence.within, "the line that heads the text"
    paragraph = article.paragraphs[sentence.paragraph]
    kept = "it reads as the article's own text"
    reasons = {"body": kept, "subhead": "a short line between paragraphs"}
    return paragraph.line, paragraph.role, reasons.get(paragraph.role, "how the line is written")


def text_at(reading: Reading, what: str) -> str | None:
    """The current sentence, its paragraph, or the quotation at it."""
    article = reading.record.article
    stop = reading.current_stop
    if stop is not None and stop.kind == "removed":
        return article.removed[stop.number].text if what != "quotation" else None
    mark = reading.current
    if what == "quotation" and mark is not None and reading.lens == "quotations":
        return article.quotations[mark.subject].text
    sentence = reading.sentence
    if sentence is None:
        return None
    if what == "sentence":
        return article.sentence_text(sentence)
    if what == "paragraph":
        return article.text_of(sentence.within, sentence.paragraph)
    for quotation in article.quotations:
        if overlaps(quotation, sentence):
            return quotation.text
    return None


def overlaps(quotation: Quotation, sentence: Sentence) -> bool:
    """Whether a quotation stands in a sentence."""
    return (
        quotation.within == sentence.within
        and quotation.paragraph == sentence.paragraph
        and quotation.start < sentence.end
        and quotation.end > sentence.start
    )
