"""Stories and ledgers under the names that scripts use: values in, dictionaries out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from tui.cli.documents import short

if TYPE_CHECKING:
    from corpus.ledger.result import Fact, Ledger
    from index.stories.listing import Report, StoryRow

Json = dict[str, Any]


def story_row_json(row: StoryRow) -> Json:
    """One story of a list."""
    return {
        "id": short(row.id),
        "title": row.title,
        "first": row.first,
        "last": row.last,
        "outlets": list(row.outlets),
        "articles": [short(one) for one in row.articles],
        "copies": row.copies,
        "disputed": row.disputed,
    }


def reports_json(reports: Sequence[Report]) -> list[Json]:
    """The articles of a story, earliest first. `first` is null where it is not known whether any
    came before, and `first_unknown` says why; `after_origin` false where it is not known which of
    both did; `perhaps_another_event` of an article that none of the others surely shares its event
    with."""
    from index.stories.listing import first_of

    first = first_of(reports)
    dated = any(one.published for one in reports)
    return [
        {
            "id": short(one.id),
            "outlet": one.outlet,
            "title": one.title,
            "published": one.published,
            "published_at": one.published_at,
            "url": one.url,
            "words": one.words,
            "copy_of": short(one.origin) if one.origin else None,
            "later_version": one.version and one.follows,
            "after_origin": one.follows if one.origin else None,
            **_first(one, first, dated=dated),
            "perhaps_another_event": one.apart,
        }
        for one in reports
    ]


def _first(report: Report, first: Sequence[Report], *, dated: bool) -> Json:
    """Whether a report is the first of its story (`first`: those that none surely precedes), and,
    where that is not known, why: it perhaps tells of another event, no report of the story has a
    day (`dated`), its text tells a later day than its own, or days and hours do not tell which of
    several came first."""
    why = None
    if report.apart:
        why = "another_event"
    elif not dated:
        why = "no_day"
    elif report in first and report.later:
        why = "later_day"
    elif report in first and len(first) > 1:
        why = "order"
    return {"first": None if why else report in first, "first_unknown": why}


def ledger_json(found: Ledger) -> Json:
    """Facts, names, and what was left out of a ledger."""
    return {
        "facts": [_fact(fact, found) for fact in found.facts],
        "entities": [
            {"id": one.key, "name": one.name, "type": one.type,
             "in": [short(article) for article in one.articles]}
            for one in found.names
        ],
        "compared": [short(column.article) for column in found.columns],
        "read_in_part": [
            {"id": short(one.article), "sentences": len(one.sentences), "unread": one.unread}
            for one in found.cut
        ],
        "left_out": [short(one) for one in found.left_out],
        "disputed": found.disputed,
        "disputed_rows": sum(fact.differs for fact in found.facts),
        "sentences_count_from": 0,
        "names_unread": found.unread,
    }  # fmt: skip


def _fact(fact: Fact, found: Ledger) -> Json:
    by_article: Json = {}
    for column in found.columns:
        cell = fact.cell_of(column.article)
        if cell is None:
            by_article[short(column.article)] = {
                "present": False, "unsure": False, "read_whole": not column.unread,
            }  # fmt: skip
        else:
            by_article[short(column.article)] = {
                "present": cell.relation != "unsure",
                "unsure": cell.relation == "unsure",
                "likelihood": None if cell.likely is None else round(cell.likely, 2),
                "text": cell.text,
                "value": cell.value,
                "relation": cell.relation,
                "sentence": cell.sentence,
                "sentence_text": column.sentences[cell.sentence].text,
                "source": cell.source,
                "also": list(cell.more),
                "row": cell.row - 1 if cell.row else None,
            }
    return {
        "kind": fact.kind,
        "text": fact.text,
        "at_odds": fact.at_odds,
        "other_numbers": [found.facts.index(one) for one in found.otherwise(fact)],
        "shared_rows": [number - 1 for number in fact.shares],
        "by_article": by_article,
    }
