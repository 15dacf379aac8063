"""What other outlets likely wrote about the event of one article.

An article goes in; out come rows of other outlets' articles of the days around it, found by
the words of its title and its names, with the score that says "same event", the likeliest first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from corpus.comparison.one_event import one_event
from corpus.comparison.sides import side
from corpus.words import STOP
from index.answers import Answer, Record
from index.results import Row

DAYS = 3  # days before and after in which an event is reported
CANDIDATES = 16  # hits that are held against the article: some 10 ms each
NAMES, WORDS = 5, 12

_WORD = re.compile(r"[^\W\d_]{3,}")


def counterparts(
    record: Record,
    search: Callable[[str], Answer],
    get: Callable[[str], Record],
    of_story: Sequence[Row] = (),
) -> list[tuple[Row, float]]:
    """Rows of other outlets' reports of the same event, each with its score.

    `of_story`: the reports that the archive holds to be of its event; of these it is never said, as
    where two of them are compared, that they report another.
    """
    asked = question(record)
    own = side(record.article)
    hits = [hit.row for hit in search(asked).hits] if asked else []
    rows = {row.id: row for row in (*hits, *of_story[:CANDIDATES])}
    members = {row.id for row in of_story}
    found: list[tuple[Row, float]] = []
    for row in rows.values():
        if row.id in record.versions or row.outlet == record.article.outlet:
            continue
        other = side(get(row.id).article)
        event = one_event(own, other, one_story=row.id in members)
        if event.answer != "different":
            found.append((row, event.score))
    return sorted(found, key=lambda one: -one[1])


def question(record: Record) -> str:
    """The query for an article's title words and names, in the days around its own."""
    article = record.article
    title = [w for w in _WORD.findall(article.headline) if w.casefold() not in STOP]
    names = sorted(
        (e for e in (record.names.entities if record.names else ()) if e.type != "place"),
        key=lambda e: -len(e.mentions),
    )
    terms = [word.casefold() for word in title[:WORDS]]
    terms += [f'"{" ".join(_WORD.findall(e.name))}"' for e in names[:NAMES] if _WORD.search(e.name)]
    if not terms:
        return ""
    query = f"({' OR '.join(dict.fromkeys(terms))})"
    if article.published and len(article.published) >= 10:
        day = date.fromisoformat(article.published[:10])
        before, after = min(DAYS, (day - date.min).days), min(DAYS, (date.max - day).days)
        query += f" date:{day - timedelta(before)}..{day + timedelta(after)}"
    return query
