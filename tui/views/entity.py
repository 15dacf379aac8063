"""An entity's page as lines: sections of rows, each of which opens at what it counts.

A page goes in, `Row`s come out, for a width and the sections that are unfolded. Nothing here asks
the archive.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.entity.result import Target
from tui import commands
from tui.views.days import brief_span, short_day, span_of_days
from tui.views.entity_told import RUNNING_TEXT, names_told, outlets_as_one, rest_told, waiting
from tui.views.histogram import bar, bar_name, in_cells
from tui.views.lines import (
    EMPTY,
    Line,
    Run,
    clip,
    counted,
    fit,
    line_width,
    shown,
    spread,
    width_of,
)
from tui.views.outlets import ENOUGH, rate

if TYPE_CHECKING:
    from index.entity.result import EntityPage, Label, OutletPart, SaidRow, Stretch

_BARS = 14  # columns of the terminal before the bars of an outlet over time, beside its name
FOLDED = 6  # rows of a section that is folded
UNREAD = "pending"  # the section of the articles whose names were not read

HEADINGS = {
    "spelling": "SPELLINGS",
    "outlet": "OUTLETS",
    "when": "OVER TIME",
    "with": "NAMED WITH",
    "said": "QUOTED IN QUOTATION MARKS",
    "retold": "REPORTED WITHOUT",
    "unsure": "PERHAPS SAID, BUT THE SPEAKER IS NOT SURE",
    "label": "CALLED",
    "article": "ARTICLES",
    UNREAD: "NAMES PENDING",
}
"""The sections in their order."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the page. Where the cursor can stand it opens something: the sentences behind a
    number (`target`), an article at a sentence, or, with `@`, another entity (`key`)."""

    section: str
    line: Line
    target: Target | None = None
    key: str = ""
    article: str = ""
    sentence: int = -1
    words: str = ""  # to look for in the list
    more: bool = False  # unfolds its section

    @property
    def stops(self) -> bool:
        """Whether the cursor can stand on it."""
        return bool(self.target or self.article or self.words or self.more)

    @property
    def opens(self) -> tuple[str, str, str, int]:
        """What the row is known by, whatever stands above it: its section and what it opens."""
        target = f"{self.target.section}:{self.target.value}" if self.target else ""
        return self.section, target, self.article, self.sentence


def head(page: EntityPage, way: str, width: int) -> list[Line]:
    """The name and how much there is of it; the way here and what the counts rest on."""
    told = f"{page.articles:,} of {counted(page.of, 'article')}"
    told += f"  {rate(page.articles, page.of)}" * (page.of >= ENOUGH)
    name = shown(page.name)
    days = span_of_days(page.first, page.last)
    if days and width_of(name + page.type + told + days) + 16 <= width:
        told += f"  {days}"
    room = max(8, width - width_of(told) - width_of(page.type) - 14)
    name = fit(name, room).rstrip() if width_of(name) > room else name
    first = spread(
        (Run("ENTITY", "masthead"), Run("  "), Run(name, f"strong {page.type}"),
         Run(f"  {page.type}", "dim")),
        (Run(told, "dim"),), width,
    )  # fmt: skip
    resting = names_told(page.resting) if waiting(page.resting) else ""
    rest = "; ".join(filter(None, (resting, rest_told(page))))
    crumbs = f"{way}   " if way else ""
    lines = [first, clip((Run(crumbs, "dim"), Run(rest, "dim")), width)]
    if page.query:
        lines.append(clip((Run("only of ", "dim"), Run(shown(page.query), "strong")), width))
    return lines


def arrange(page: EntityPage, width: int, *, unfolded: frozenset[str], oldest: bool) -> list[Row]:
    """Every row of the page, its sections with blanks between them."""
    found: list[Row] = []
    for section, rows, total in _sections(page, width, oldest=oldest):
        if not rows:
            continue
        if found:
            found.append(Row(section, EMPTY))
        found.append(Row(section, _heading(page, section, total, width)))
        whole = section in unfolded or len(rows) <= FOLDED + 1
        found += rows if whole else rows[:FOLDED]
        if not whole:
            left = len(rows) - FOLDED
            found.append(Row(section, (Run(f"+ {left:,} more", "dim"),), more=True))
        elif total > len(rows):
            told = f"the first {len(rows):,} of {total:,}; broadsheet entity --csv has all"
            found.append(Row(section, (Run(told, "dim"),)))
    return found


def told(page: EntityPage, target: Target) -> str:
    """What a number is a number of, for the head of its sentences."""
    name, value = page.name, target.value
    match target.section:
        case "spelling":
            return f"“{value}”"
        case "outlet":
            return f"{name} in {value or 'articles without an outlet'}"
        case "when" | "month":
            return f"{name}, {bar_name(value)}" if value else name
        case "with":
            other = next((one.name for one in page.company if one.key == value), value)
            return f"{name} with {other}"
        case "said":
            kinds = {"direct": "in quotation marks", "indirect": "reported without"}
            if value == "unsure":
                return f"perhaps said by {name}"
            return f"said by {name}" + (f", {kinds[value]}" if value in kinds else "")
        case "label":
            kind, _, text = value.partition(":")
            return f"{name} said to be {text}" if kind == "role" else f"“{text}”"
        case "article":
            return name


def nothing(page: EntityPage) -> list[Line]:
    """What a page without articles says, and what can be done."""
    if page.query:
        said = f"   No article that the query finds names {shown(page.name)}; "
        said += f"{page.without_query:,} do without it."
        query, close = (
            commands.key("query", commands.ENTITY),
            commands.key("close", commands.ENTITY),
        )
        can = f"   {query} changes the query; {close} takes it off."
        return [EMPTY, (Run(said),), (Run(can, "dim"),)]
    return [EMPTY, (Run("   No article names it any more.", "dim"),)]


def how_counted(page: EntityPage) -> list[Line | str]:
    """How every number of the page was made."""
    lines: list[Line | str] = [
        "An article counts where the recogniser found the name in it; shares are of the articles "
        "whose names were read, " + names_told(page.resting) + ".",
        "Spellings are one name by the rule beside each of them, by what the archive has learnt, "
        "or by what somebody decided; i on a name in the reader parts or merges them.",
        "Named with: articles that name both, then sentences that name both. A surname alone "
        "counts with the person who bears it in nearly all articles, an acronym with the only "
        "body here that has its letters, a name under two kinds with the kind of most articles.",
        "Quoted: words for which the text names this speaker. In quotation marks and reported "
        "without are never added up; the same words in several articles are one row. Words that "
        "somebody else may have said stand apart and are in no count; counted are those "
        f"{RUNNING_TEXT}.",
        "Called: the titles and nouns that stand right at the name (as outlets side by side "
        "count them), and what articles say that a person is, each with its articles.",
    ]
    lines += [f"{told}." for told in outlets_as_one(page)]
    if page.copies:
        lines.append(
            f"{counted(page.copies, 'article is a copy', 'articles are copies')} of another text "
            "and counted: an outlet that carries a text names whom it names."
        )
    if page.also:
        lines.append("Other names with the same words are counted apart:")
        lines += [
            (Run(f"  {one.articles:>6,}  "), Run(shown(one.name), one.type),
             Run(f"  {one.type}", "dim"))
            for one in page.also
        ]  # fmt: skip
    return lines


def _heading(page: EntityPage, section: str, total: int, width: int) -> Line:
    left: Line = (Run(HEADINGS[section], "strong"), Run(f"  {total:,}" if total else "", "dim"))
    if section == "outlet" and len(page.when) > 1:
        left = (*left, Run(" " * (_BARS + _name_room(width) - line_width(left)), ""),
                Run(f"by {_unit(page.when[0].when)}", "dim"))  # fmt: skip
    right = {
        "spelling": "times  articles ",
        "outlet": "articles of all read     share   times "
        if _shares(page)
        else "articles of all read   times ",
        "when": "articles of all read   times ",
        "with": "articles  in one sentence ",
        "label": "articles ",
        "article": "times ",
    }.get(section, "")
    return spread((Run("  "), *left), (Run(right, "dim"),), width)


def _shares(page: EntityPage) -> bool:
    """Whether any outlet has so many articles that a share of them tells something."""
    return any(one.of >= ENOUGH for one in page.outlets)


def _unit(when: str) -> str:
    """What a stretch of time is: "week" for the days of one, else by how much of a day it says."""
    return "week" if ".." in when else {4: "year", 7: "month"}.get(len(when), "day")


def _name_room(width: int) -> int:
    """Columns of the terminal for an outlet's name."""
    return 18 if width < 110 else 28


def _sections(
    page: EntityPage, width: int, *, oldest: bool
) -> Iterator[tuple[str, list[Row], int]]:
    yield "spelling", list(_spellings(page, width)), page.spellings_total
    yield "outlet", list(_outlets(page, width)), len(page.outlets)
    yield "when", list(_times(page, width)), 0
    yield "with", list(_company(page, width)), page.company_total
    yield "said", list(_quoted(page, width, direct=True, oldest=oldest)), 0
    yield "retold", list(_quoted(page, width, direct=False, oldest=oldest)), 0
    unsure = reversed(page.unsure) if oldest else page.unsure
    yield "unsure", [_quotation(one, "unsure", width) for one in unsure], page.unsure_total
    yield "label", [_label(one, width) for one in page.labels], page.labels_total
    yield "article", list(_articles(page, width, oldest=oldest)), page.articles
    yield UNREAD, list(_unread(page)), page.resting.articles - page.resting.recognised


def _row(section: str, left: Line, right: str, width: int, **opens: object) -> Row:
    line = spread(left, (Run(right + " ", ""),), width - 2)
    return Row(section, line, **opens)  # type: ignore[arg-type]


def _spellings(page: EntityPage, width: int) -> Iterator[Row]:
    for one in page.spellings:
        why = f"   {shown(one.why)}" if one.why else ""
        left = (Run(shown(one.text), "strong"), Run(why, "dim"))
        told = f"{one.times:>5,}  {one.articles:>8,}"
        yield _row("spelling", left, told, width, target=Target("spelling", one.text))


def _outlets(page: EntityPage, width: int) -> Iterator[Row]:
    most = max((one.articles for one in page.outlets), default=0)
    cells = max(4, min(40, width - 73))
    name = _name_room(width)
    for one in page.outlets:
        drawn = bar(one.articles, most, 12)
        left = (
            Run(fit(_outlet_name(one), name) + " ", "strong"),
            Run(f"{drawn:<12} ", "bar"),
            Run(in_cells(one.over, cells) if len(one.over) > 1 else "", "dim"),
        )
        share = rate(one.articles, one.of) if one.of >= ENOUGH else ""
        told = f"{f'{one.articles:,} of {one.of:,}':>16}"
        told += f"   {share:>7} {one.times:>7,}" if _shares(page) else f" {one.times:>7,}"
        yield _row("outlet", left, told, width, target=Target("outlet", one.name or ""))


def _outlet_name(one: OutletPart) -> str:
    """An outlet, and how many other spellings are counted with it."""
    others = sum(name != one.name for name, _ in one.spellings)
    return shown(one.name or "outlet not known") + (f" +{others}" if others else "")


def _times(page: EntityPage, width: int) -> Iterator[Row]:
    stretches: Sequence[Stretch] = page.when
    most = max((one.articles for one in stretches), default=0)
    longest = max(8, min(60, width - 52))
    gap: list[Stretch] = []
    for one in stretches:
        if not one.articles:
            gap.append(one)
            continue
        if gap:
            yield _gap(gap, width)
            gap = []
        drawn = bar(one.articles, most, longest)
        left = (Run(fit(bar_name(one.when), 20) + " ", "dim"), Run(drawn, "bar"))
        told = f"{f'{one.articles:,} of {one.of:,}':>18} {one.times:>7,}"
        yield _row("when", left, told, width, target=Target("when", one.when))


def _gap(gap: Sequence[Stretch], width: int) -> Row:
    """Stretches in which it is not named: what there is of them, so that no gap is silence."""
    of = sum(one.of for one in gap)
    name = bar_name(gap[0].when)
    if len(gap) > 1:
        first, last = gap[0].when.partition("..")[0], gap[-1].when.rpartition("..")[2]
        name = brief_span(first, last)
    told = f"not named in {counted(of, 'article')}" if of else "no articles read"
    return Row("when", (Run(fit(name, 20) + " ", "dim"), Run(told, "dim")))


def _company(page: EntityPage, width: int) -> Iterator[Row]:
    for one in page.company:
        kind = one.key.partition(":")[0]
        left = (Run(shown(one.name), kind), Run(f"  {kind}", "dim"))
        told = f"{one.articles:>7,}  {one.sentences:>15,}"
        yield _row("with", left, told, width, target=Target("with", one.key), key=one.key)


def _quoted(page: EntityPage, width: int, *, direct: bool, oldest: bool) -> Iterator[Row]:
    """All of them in one row, then each of those that are listed."""
    voice, section = (page.direct, "said") if direct else (page.indirect, "retold")
    if voice.times:
        left = (Run(counted(voice.times, "quotation"), "strong"),)
        size = f"{counted(voice.words, 'word')} in {counted(voice.articles, 'article')}"
        target = Target("said", "direct" if direct else "indirect")
        yield _row(section, left, size, width, target=target)
    said = [one for one in page.said if (one.kind != "indirect") == direct]
    for row in reversed(said) if oldest else said:
        yield _quotation(row, section, width)


def _quotation(one: SaidRow, section: str, width: int) -> Row:
    marks = ("“", "”") if one.kind != "indirect" else ("", "")
    lead = fit(short_day(one.published), 12)
    outlet = fit(shown(one.outlet or "outlet not known"), 18 if width < 110 else 24)
    more = f"+{counted(one.articles - 1, 'article')}" if one.articles > 1 else ""
    if not one.sure:
        more = f"unsure {more}".strip()
    room = width - 6 - len(lead) - width_of(outlet) - width_of(more) - 2
    text = fit(f"{marks[0]}{' '.join(one.text.split())}{marks[1]}", max(10, room)).rstrip()
    left = (
        Run(lead, "dim"), Run(f"{outlet} ", "dim"),
        Run(text, "quotation" if marks[0] else "fragment"),
    )  # fmt: skip
    if one.articles > 1:
        from index.entity.wording import wording

        target = Target("said", f"words:{wording(one.text)}")
        return _row(section, left, more, width, target=target)
    return _row(section, left, more, width, article=one.article, sentence=one.sentence)


def _label(one: Label, width: int) -> Row:
    outlets = ", ".join(f"{shown(name or 'outlet not known')} {n}" for name, n in one.outlets)
    said = "said to be " if one.kind == "role" else ""
    left = (Run(said, "dim"), Run(shown(one.text), "label"), Run(f"   {outlets}", "dim"))
    target = Target("label", f"{one.kind}:{one.text}")
    return _row("label", left, f"{one.articles:>6,}", width, target=target)


def _articles(page: EntityPage, width: int, *, oldest: bool) -> Iterator[Row]:
    rows = list(page.rows)
    for one in reversed(rows) if oldest else rows:
        left = (
            Run(fit(short_day(one.published), 12), "dim"),
            Run(
                fit(shown(one.outlet or "outlet not known"), 18 if width < 110 else 24) + " ", "dim"
            ),
            Run(shown(one.title)),
            Run("  copy" if one.copy else "", "dim"),
        )
        told = f"{one.times:>5,}"
        yield _row("article", left, told, width, article=one.id, sentence=one.sentence)


def _unread(page: EntityPage) -> Iterator[Row]:
    if page.resting.worded:
        told = (
            f"{counted(page.resting.worded, 'article')} of them hold the words “{shown(page.name)}”"
        )
        yield Row(UNREAD, (Run(told), Run("   broadsheet recognise reads the names", "dim")),
                  words=f'"{page.name}"')  # fmt: skip
