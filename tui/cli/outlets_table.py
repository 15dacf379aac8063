"""Two outlets side by side for a reader: a few rows of each section; and all of them as CSV.

Counts stand beside what they are a part of. Plain values in, lines out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui.cli.documents import short
from tui.cli.output import on_terminal, print_table, say
from tui.views.lines import counted
from tui.views.outlet_rows import likeness

if TYPE_CHECKING:
    from corpus.coverage.result import Telling, Voice
    from index.coverage.result import OneSided, Pair, Shared

ROWS = 8  # of a section, where a person reads them
CSV_NAMES = (
    "section", "what", "detail", "left", "left_of", "right", "right_of", "ids", "nearest",
    "nearest day", "nearest id", "likeness",
)  # fmt: skip


def print_pair(pair: Pair, telling: Telling) -> None:
    """Every section in its first rows on a terminal, in all rows elsewhere."""
    from tui.views.outlets import bar, share_told, side_told

    most = ROWS if on_terminal() else None
    for letter, side, measure in (("A", pair.left, telling.left), ("B", pair.right, telling.right)):
        say(f"{letter}  {side_told(side)}")
        say(f"   {share_told(side, measure)}")
    say()
    say("articles over time, of all that the archive has of each")
    peak = max((max(s.left, s.right) for s in pair.volume), default=0)
    print_table(
        ("when", "A", "", "B", ""),
        ((s.when, bar(s.left, peak, 24), f"{s.left}/{s.left_of}", bar(s.right, peak, 24),
          f"{s.right}/{s.right_of}")
         for s in pair.volume if most is None or s.left_of or s.right_of),
        right=("",),
    )  # fmt: skip
    found = ", articles found of all on it" if pair.query else ""
    _shared("events that both report" + found, [s for s in pair.shared if s.found_on_both], most)
    if partly := [s for s in pair.shared if not s.found_on_both]:
        _shared("events that both report, of which the query finds one side's articles only",
                partly, most)  # fmt: skip
    _one_sided("B", pair.only_left, most)
    _one_sided("A", pair.only_right, most)
    for letter, voices, measure in (("A", telling.left_voices, telling.left),
                                    ("B", telling.right_voices, telling.right)):  # fmt: skip
        _heading(f"voices of {letter}: words in {measure.quotations:,} quotations", len(voices))
        print_table(
            ("who", "what they are", "words", "share", "quotations", "without marks"),
            ((_who(v), v.role, v.words, f"{v.share:.1%}", v.direct.times, v.indirect.times)
             for v in voices[:most]),
            right=("words", "share", "quotations", "without marks"),
        )  # fmt: skip
    _heading("who is named, in articles", len(telling.names))
    print_table(
        ("name", "", "A", "B"),
        ((n.name, n.type, _of(n.left.articles, telling.left.recognised),
          _of(n.right.articles, telling.right.recognised)) for n in telling.names[:most]),
        right=("A", "B"),
    )  # fmt: skip
    _heading("how they are called, times A/B", len(telling.labels))
    print_table(
        ("of", "labels"),
        ((c.of, ", ".join(f"{x.text} {x.left.times}/{x.right.times}" for x in c.labels[:most]))
         for c in telling.labels[:most]),
    )  # fmt: skip
    for letter, sign in (("A", 1), ("B", -1)):
        words = [t for t in telling.terms if t.z * sign > 0]
        _heading(f"words of {letter}: z, and times (articles) A, B", len(words))
        print_table(
            ("word", "z", "A", "B"),
            ((t.term, f"{abs(t.z):.1f}", f"{t.left.times} ({t.left.articles})",
              f"{t.right.times} ({t.right.articles})") for t in words[:most]),
            right=("z", "A", "B"),
        )  # fmt: skip
    if on_terminal():
        say()
        say("--json and --csv have all rows; --json --evidence the articles behind each count")


def _shared(heading: str, events: Sequence[Shared], most: int | None) -> None:
    _heading(heading, len(events))
    print_table(
        ("story", "first", "A", "B", "days apart", "title"),
        ((s.id[:10], s.first, _found(s.left_meant, s.left), _found(s.right_meant, s.right),
          s.days_apart, s.title) for s in events[:most]),
        gives="title",
    )  # fmt: skip


def _who(voice: Voice) -> str:
    return f"{voice.name} (also {', '.join(voice.also_named)})" if voice.also_named else voice.name


def csv_rows(pair: Pair, telling: Telling) -> Iterator[tuple[object, ...]]:
    """Every count as a row: its section, what, and how often on either side of how many.

    Of an event of one side also the nearest article of the other.
    """
    for row in _rows(pair, telling):
        yield row + (None,) * (len(CSV_NAMES) - len(row))


def _rows(pair: Pair, telling: Telling) -> Iterator[tuple[object, ...]]:
    left, right = pair.left, pair.right
    ours, theirs = telling.left, telling.right
    yield ("outlets", None, None, left.party.name, None, right.party.name, None, None)
    yield ("articles", None, None, len(left.articles), left.of, len(right.articles), right.of, None)
    yield ("undated", None, None, left.undated, len(left.articles), right.undated,
           len(right.articles), None)  # fmt: skip
    yield ("agency", None, None, len(left.credited), len(left.articles), len(right.credited),
           len(right.articles), None)  # fmt: skip
    for s in pair.volume:
        yield "volume", s.when, pair.unit, s.left, s.left_of, s.right, s.right_of, None
    for one in pair.shared:
        apart = None if one.days_apart is None else f"{one.days_apart} days apart"
        ids = " ".join(short(full) for full in (*one.left, *one.right))
        section = "shared" if one.found_on_both else "shared, found of one"
        yield (section, one.title, apart, one.left_meant, len(one.left), one.right_meant,
               len(one.right), ids)  # fmt: skip
    for name, found, on_left in (("only left", pair.only_left, True),
                                 ("only right", pair.only_right, False)):  # fmt: skip
        for alone in found:
            count = len(alone.articles)
            between = " to ".join(alone.between) if alone.between else None
            ids = " ".join(short(full) for full in alone.articles)
            of = alone.other_articles if alone.between else None
            sides = (count, None, 0, of) if on_left else (0, of, count, None)
            section = f"{name}, perhaps {'right' if on_left else 'left'}" if alone.perhaps else name
            yield section, alone.title, between, *sides, ids, *_nearest(alone)
    for name, voices, measure, on_left in (
        ("voice left", telling.left_voices, ours, True),
        ("voice right", telling.right_voices, theirs, False),
    ):
        for v in voices:
            counts = (v.words, measure.quoted_words)
            yield name, v.name, v.role, *(counts if on_left else (None, None)), *(
                (None, None) if on_left else counts), None  # fmt: skip
    for n in telling.names:
        yield ("named", n.name, n.type, n.left.articles, ours.recognised, n.right.articles,
               theirs.recognised, None)  # fmt: skip
    for called in telling.labels:
        for label in called.labels:
            yield "label", label.text, called.of, label.left.times, None, label.right.times, None, (
                None)  # fmt: skip
    for t in telling.terms:
        yield ("word", t.term, f"z {t.z:.2f}", t.left.times, ours.words, t.right.times,
               theirs.words, None)  # fmt: skip


def _heading(words: str, count: int) -> None:
    if on_terminal():
        say()
    say(f"{words}: {count:,}")


def _one_sided(other: str, found: tuple[OneSided, ...], most: int | None) -> None:
    perhaps = [one for one in found if one.perhaps]
    for told, rows in (
        (f"events perhaps in {other} too, within another story", perhaps),
        (f"events not found in {other}", [one for one in found if not one.perhaps]),
    ):
        if not rows and told.startswith("events perhaps"):
            continue
        _heading(told, len(rows))
        if most is not None:
            _in_two_lines(other, rows[:most])
            continue
        print_table(
            ("story", "first", "articles", "other outlets", f"{other} has between", "title",
             "id", "likeness", f"nearest in {other}"),
            ((s.id[:10], s.first, len(s.articles), s.others, _between(s), s.title, *_named(s))
             for s in rows),
        )  # fmt: skip


def _in_two_lines(other: str, rows: Sequence[OneSided]) -> None:
    """Events of one side, each with the nearest article of the other below it."""
    lines: list[tuple[object, ...]] = []
    for one in rows:
        there = one.other_articles if one.between else "no day"
        lines.append((one.id[:10], one.first, len(one.articles), one.others, there, one.title))
        near = one.nearest
        if near is not None:
            told = f"{near.published or 'no day'}, {likeness(near)}: {near.title}"
            lines.append((near.id[:10], *[None] * 4, f"  nearest {told}"))
        else:
            lines.append((*[None] * 5, "  nothing near"))
    print_table(
        ("id", "first", "art.", "others", f"{other} has", "title"),
        lines, right=("art.", "others", f"{other} has"), gives="title",
    )  # fmt: skip


def _between(one: OneSided) -> str:
    if one.between is None:
        return ""
    return f"{counted(one.other_articles, 'article')}, {one.between[0]} to {one.between[1]}"


def _named(one: OneSided) -> tuple[str, str, str]:
    """The nearest article of the other side: its id, its likeness, and its day and title."""
    near = one.nearest
    if near is None:
        return "", "", "nothing near"
    return near.id[:10], likeness(near), f"{near.published or 'no day'} {near.title}"


def _nearest(one: OneSided) -> tuple[object, ...]:
    near = one.nearest
    return () if near is None else (near.title, near.published, short(near.id), near.likeness)


def _found(meant: int, articles: Sequence[str]) -> str:
    return str(meant) if meant == len(articles) else f"{meant}/{len(articles)}"


def _of(count: int, total: int) -> str:
    return f"{count}/{total}"
