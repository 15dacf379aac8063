"""An entity's page under the names that scripts use, and as rows for a table of CSV."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from corpus.entities.shared import is_shared
from tui.cli.documents import short
from tui.views.entity_told import RUNNING_TEXT, command_of

if TYPE_CHECKING:
    from index.archive import Archive
    from index.entity.result import EntityPage, Meant, OutletPart, SaidRow, Stretch, Target, Voice

Json = dict[str, Any]
Ids = Callable[["Target"], list[str]]

CSV_NAMES = ("section", "what", "detail", "articles", "of", "times", "first", "last", "ids")


def document(archive: Archive, page: EntityPage, *, evidence: bool) -> Json:
    """The page with its head; with `evidence` every count lists the ids it is made of."""
    from tui.cli.documents import coverage_json, headed

    known = archive.entities().evidence(page.key, page.query) if evidence else None

    def ids(target: Target) -> list[str]:
        return [short(one) for one in known.of(target)] if known else []

    found = entity_json(page, ids if known else None)
    return headed(archive.state(), {**found, "coverage": coverage_json(archive.coverage())})


def entity_json(page: EntityPage, ids: Ids | None = None) -> Json:
    """The page; with `ids` every count lists the articles it is made of."""
    from index.entity.result import Target

    def evidence(target: Target) -> Json:
        return {} if ids is None else {"ids": ids(target)}

    return {
        "id": page.key,
        "name": page.name,
        "type": page.type,
        "query": page.query or None,
        "article_count": page.articles,
        "of": page.of,
        "rate": round(page.articles / page.of, 4) if page.of else None,
        "without_query": page.without_query,
        "mentions": page.times,
        "copies": page.copies,
        "undated": page.undated,
        "first": page.first,
        "last": page.last,
        "spellings": [[one.text, one.times] for one in page.spellings],
        "spelling_details": [
            {"text": one.text, "times": one.times, "articles": one.articles, "why": one.why or None,
             **evidence(Target("spelling", one.text))}
            for one in page.spellings
        ],
        "outlets": [
            {"name": one.name, "articles": one.articles, "of": one.of,
             "rate": round(one.articles / one.of, 4) if one.of else None, "mentions": one.times,
             "first": one.first, "last": one.last, **spelt_so(one),
             **evidence(Target("outlet", one.name or ""))}
            for one in page.outlets
        ],
        "months": [_stretch(one) | evidence(Target("month", one.when)) for one in page.months],
        "unit": page.unit,
        "over_time": [_stretch(one) | evidence(Target("when", one.when)) for one in page.when],
        "outlets_over_time": {
            one.name or "": list(one.over) for one in page.outlets
        },
        "with": [
            {"id": one.key, "name": one.name, "type": one.key.partition(":")[0],
             "articles": one.articles, "sentences": one.sentences,
             **evidence(Target("with", one.key))}
            for one in page.company
        ],
        "quoted": {"direct": _voice(page.direct), "indirect": _voice(page.indirect),
                   "counted": RUNNING_TEXT},
        "quotations": [_said(one) for one in page.said],
        "quotations_unsure": [_said(one) for one in page.unsure],
        "labels": [
            {"text": one.text, "kind": one.kind, "times": one.times, "articles": one.articles,
             "outlets": [list(pair) for pair in one.outlets],
             **evidence(Target("label", f"{one.kind}:{one.text}"))}
            for one in page.labels
        ],
        "articles": [
            {"id": short(one.id), "outlet": one.outlet, "published": one.published,
             "title": one.title, "mentions": one.times, "sentence": one.sentence,
             "copy": one.copy}
            for one in page.rows
        ],
        "may_be_several": page.type == "organisation" and is_shared(page.name),
        "also": [{"id": one.key, "name": one.name, "articles": one.articles} for one in page.also],
        "by_title": _by_title(page),
        "names_pending": {
            "articles": page.resting.articles - page.resting.recognised,
            "with_these_words": page.resting.worded,
            "models": list(page.resting.models),
        },
    }  # fmt: skip


def asked_json(name: str, meant: Meant) -> Json | None:
    """How a typed name was read, where that is not plain, and the others that it may be."""
    return None if not meant.told else {
        "name": name, "told": meant.told,
        "others": [
            {"id": o.key, "name": o.name, "articles": o.articles, "open": command_of(o.key)}
            for o in meant.others
        ],
    }  # fmt: skip


def spelt_so(one: OutletPart) -> Json:
    """The spellings that are counted as one outlet, where there are several."""
    return {"spellings": [list(pair) for pair in one.spellings]} if one.spellings else {}


def _by_title(page: EntityPage) -> Json | None:
    one = page.titled
    return None if one is None else {
        "id": one.alone, "name": one.surname, "with": one.key, "titles": list(one.titles),
        "why": one.why, "articles": one.articles, "not_counted": one.left,
    }  # fmt: skip


def csv_rows(page: EntityPage) -> Iterator[tuple[object, ...]]:
    """Every count as a row: its section, what, and how often of how many."""
    yield ("entity", page.name, page.type, page.articles, page.of, page.times, page.first,
           page.last, None)  # fmt: skip
    for s in page.spellings:
        yield "spelling", s.text, s.why or None, s.articles, page.articles, s.times, *_NO_DAYS
    for o in page.outlets:
        told = "; ".join(f"{name} {count}" for name, count in o.spellings)
        yield "outlet", o.name, told or None, o.articles, o.of, o.times, o.first, o.last, None
    for m in page.months:
        yield "month", m.when, None, m.articles, m.of, m.times, *_NO_DAYS
    for c in page.company:
        kind = c.key.partition(":")[0]
        yield "with", c.name, kind, c.articles, page.articles, c.sentences, *_NO_DAYS
    for q in (*page.said, *page.unsure):
        told = ", ".join(filter(None, (q.kind, q.cue, q.outlet)))
        section = "quotation" if q.sure else "perhaps said"
        yield (section, q.text, told, q.articles, None, None, q.published, q.published,
               short(q.article))  # fmt: skip
    for label in page.labels:
        told = ", ".join(f"{name or 'outlet not known'} {n}" for name, n in label.outlets)
        yield "label", label.text, told, label.articles, page.articles, label.times, *_NO_DAYS
    for a in page.rows:
        yield ("article", a.title, a.outlet, None, None, a.times, a.published, a.published,
               short(a.id))  # fmt: skip


_NO_DAYS = (None, None, None)


def _stretch(one: Stretch) -> Json:
    return {"when": one.when, "articles": one.articles, "of": one.of, "mentions": one.times}


def _said(one: SaidRow) -> Json:
    return {"text": one.text, "kind": one.kind, "cue": one.cue, "sure": one.sure,
            "article": short(one.article), "outlet": one.outlet, "published": one.published,
            "sentence": one.sentence, "articles": one.articles, "outlets": one.outlets}  # fmt: skip


def _voice(one: Voice) -> Json:
    return {"quotations": one.times, "words": one.words, "articles": one.articles}
