"""Why something is marked as it is, and what a person may decide about it.

The same place gives what copying takes: the current sentence, its paragraph, the quotation
that stands there.
"""

from __future__ import annotations

from collections.abc import Iterable

from corpus.article import Entity
from corpus.denials import is_denied
from corpus.text import fold
from tui.views.choice import Option
from tui.views.citing import part_at
from tui.views.decided import said
from tui.views.decision import Decision as Decision
from tui.views.lenses import Mark
from tui.views.lines import EMPTY, Line, Run, counted, shown
from tui.views.namelist import spellings
from tui.views.page import found_in, stated_day
from tui.views.reading import Reading
from tui.views.unquoted_turns import turn_told
from tui.views.why_counted import about_figure, figure_at, unfigured_here
from tui.views.why_named import back_here, kinds_offered, mark_offered
from tui.views.why_quoted import about_quotation, how_known, quotation_at, unquoted_here

ROLES = (
    "body", "title", "subhead", "caption", "pullquote", "standfirst",
    "credit", "byline", "dateline", "date", "related", "noise",
)  # fmt: skip
"""The roles a person can give to a line."""


_SET = {
    "outlet": ("the outlet is …", "outlet"),
    "published": ("the day is …", "day (YYYY-MM-DD)"),
    "title": ("the title is …", "title"),
    "authors": ("it is by …", "authors, with commas"),
}
"""What can be said of an article itself: the option, and what is asked for."""

PART, MERGE = "name_part", "name_merge"
_DECISIONS = 12  # lines of what was decided


def entity_at(reading: Reading) -> Entity | None:
    """The name under the lens's cursor."""
    mark = reading.current
    if mark is None or reading.lens != "names" or reading.names is None:
        return None
    return reading.names.entities[mark.subject]


def of_article(
    reading: Reading, entity: Entity | None = None, reader: str | None = None
) -> tuple[list[Line | str], list[Option]]:
    """What is known about the current place and the article, and the decisions offered.

    `entity` is a name chosen in the list of names, where one is; `reader` the name that the person
    signs with, who is told what "you" decided.
    """
    article = reading.record.article
    text: list[Line | str] = []
    options = [Option("leave everything as it is", None)]
    mark = reading.current
    chosen = entity is not None
    entity = entity or entity_at(reading)
    if entity is not None:
        places = counted(len(entity.mentions), "place")
        text.append((Run(shown(entity.name), entity.type), Run(f"  {entity.type}, {places}")))
        for spelling, count, rule in spellings(entity):
            reason = f"  {rule}" if rule else ""
            text.append((Run(f"  {count:>4}  "), Run(shown(spelling)), Run(reason, "dim")))
        text.append(EMPTY)
        options += about_name(entity, "" if chosen or mark is None else _words_of(reading, mark))
        options += kinds_offered(reading, entity)
    elif mark is not None:
        text.append(mark.label)
        if (found := quotation_at(reading)) is not None:
            text.append(how_known(found[1], denied=is_denied(reading.record.article, found[1])))
            options += about_quotation(reading.record, found[0])
        if (counted_here := figure_at(reading)) is not None:
            options += about_figure(reading, *counted_here)
        text.append(EMPTY)
    options += [*unquoted_here(reading), *unfigured_here(reading)]
    options += back_here(reading)
    line, role, reason = line_at(reading)
    if role:
        number = f"Line {line} of the page" if line is not None else "This line"
        text.append(f"{number} was read as {role}: {reason}")
    here = reading.sentence
    if here is not None and here.within == "body" and (turn := turn_told(article, here.paragraph)):
        text.append(turn)
    text.append(f"Outlet: {article.outlet or 'not known'} ({found_in(article.outlet_from)})")
    text.append(f"Day: {stated_day(article)}")
    text += what_was_decided(reading, reader)
    text.append((Run(f"Kept as {article.id[:10]}, read by rules {article.rules}", "dim"),))
    text.append(EMPTY)
    if role and line is not None:
        options.append(
            Option(f"line {line} of the page has another role …", Decision("role", None, str(line)))
        )
    options += [Option(label, Decision(field, None)) for field, (label, _) in _SET.items()]
    options += mark_offered(reading)
    return text, options


def what_was_decided(reading: Reading, reader: str | None) -> list[Line | str]:
    """Everything decided about the article, the last first; what fits its text no more is told."""
    decisions = list(reversed(reading.record.decisions))
    lines: list[Line | str] = [said(one.judgement, reader) for one in decisions if one.fits]
    gone = [said(one.judgement, reader) for one in decisions if not one.fits]
    if gone:
        lines.append(
            "Decided, and without effect here now; it holds when the words or the name return:"
        )
    lines += gone
    if len(lines) > _DECISIONS:
        more = len(lines) - _DECISIONS
        lines[_DECISIONS:] = [f"and {more} more, which `show --json` gives"]
    for other, count in reading.record.other_versions.items():
        told = counted(count, "decision")
        lines.append(f"{told} about another version of it, {other[:10]}: not taken over here")
    return [*([EMPTY] if lines else []), *lines]


def _words_of(reading: Reading, mark: Mark) -> str:
    return reading.record.article.text_of(*mark.place)[mark.start : mark.end]


def about_name(entity: Entity, here: str = "") -> list[Option]:
    """The decisions offered about a name: its spellings parted, the one `here` first, or merged."""
    others = [text for text, _, _ in spellings(entity) if fold(text) != fold(entity.name)]
    others.sort(key=lambda text: text != here)
    name = shown(entity.name)
    found = [
        Option(f"“{shown(text)}” is not {name} …", Decision(PART, text, entity.key))
        for text in others
    ]
    return [*found, Option(f"{name} is the same as …", Decision(MERGE, None, entity.key))]


def where_parted(spelling: str, name: str) -> list[Option]:
    """Whether a parting holds here or everywhere."""
    return [
        Option(f"in this article “{shown(spelling)}” is not {shown(name)}", "here"),
        Option(f"in no article “{shown(spelling)}” is {shown(name)}", "everywhere"),
    ]


def asked_for(reading: Reading, field: str) -> tuple[str, str]:
    """How what is asked for is called, and what it is now."""
    article = reading.record.article
    now = {
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "authors": "; ".join(article.authors) if any("," in a for a in article.authors)
        else ", ".join(article.authors),
    }  # fmt: skip
    return _SET[field][1], now[field] or ""


def same_as(entity: Entity, known: Iterable[tuple[str, str, int]], typed: str) -> list[Option]:
    """The names that one may be the same as: (key, name, articles) of the same type, narrowed."""
    wanted = fold(typed.strip())
    kind = entity.key.partition(":")[0]
    return [
        Option(shown(name), key, note=counted(articles, "article"))
        for key, name, articles in known
        if key != entity.key
        and key.partition(":")[0] == kind
        and (wanted in fold(name) or wanted in key)
    ]


def other_roles(reading: Reading) -> list[Option]:
    """The roles that the current line could be given instead.

    What stood inside a line can be read as text again: the line is then kept as it is.
    """
    _line, role, _why = line_at(reading)
    stop = reading.current_stop
    removed = reading.record.article.removed
    if stop and stop.kind == "removed" and removed[stop.number].within is not None:
        return [Option("body", "body")]
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
    return part_at(article, article.sentences.index(sentence), what)
