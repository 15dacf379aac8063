"""Outlets and their coverage under the names that scripts use: values in, dictionaries out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from tui.cli.documents import short
from tui.views.outlets import outside, within

if TYPE_CHECKING:
    from corpus.coverage.result import Called, Count, Measure, Named, Telling, Term, Voice
    from index.coverage.result import Nearest, OneSided, OutletRow, Pair, Shared, Side

Json = dict[str, Any]
Ids = Callable[["Count"], list[str] | None]


def outlet_json(row: OutletRow) -> Json:
    """One outlet of the list."""
    return {
        "name": row.name,
        "articles": row.articles,
        "words": row.words,
        "first": row.first,
        "last": row.last,
        "undated": row.undated,
        "agency": row.agency,
        **({"spellings": [list(pair) for pair in row.spellings]} if row.spellings else {}),
    }


def groups_json() -> Json:
    """The groups of outlets in the person's settings."""
    from tui.config import read

    return {name: list(outlets) for name, outlets in read().groups.items()}


def pair_json(pair: Pair, telling: Telling, *, evidence: bool = False) -> Json:
    """Two outlets side by side; with `evidence` every count lists the articles it is made of."""

    def ids(side: Side) -> Ids:
        return lambda count: [short(side.texts[n]) for n in count.within] if evidence else None

    left, right = ids(pair.left), ids(pair.right)
    return {
        "left": _side(pair.left, telling.left, evidence),
        "right": _side(pair.right, telling.right, evidence),
        "query": pair.query or None,
        "shared_stories": [_shared(one) for one in pair.shared],
        "only_left": [short(one.id) for one in pair.only_left if not one.perhaps],
        "only_right": [short(one.id) for one in pair.only_right if not one.perhaps],
        "perhaps_both": {
            "left": [short(one.id) for one in pair.only_left if one.perhaps],
            "right": [short(one.id) for one in pair.only_right if one.perhaps],
        },
        "one_sided": {
            "left": [_one_sided(one) for one in pair.only_left],
            "right": [_one_sided(one) for one in pair.only_right],
        },
        "unit": pair.unit,
        "volume": [
            _with(
                {"when": s.when, "left": s.left, "left_of": s.left_of, "right": s.right,
                 "right_of": s.right_of},
                left_ids=_ids(within(pair.left, s.when, pair.unit)) if evidence else None,
                right_ids=_ids(within(pair.right, s.when, pair.unit)) if evidence else None,
            )
            for s in pair.volume
        ],
        "volume_outside": {
            "left": len(outside(pair.left, pair.span)),
            "right": len(outside(pair.right, pair.span)),
        },
        "voices": {
            "left": [_voice(one, left) for one in telling.left_voices],
            "right": [_voice(one, right) for one in telling.right_voices],
        },
        "entities": [_named(one, left, right) for one in telling.names],
        "labels": [_called(one, left, right) for one in telling.labels],
        "terms": [_term(one, left, right) for one in telling.terms],
        "terms_measure": "log-odds with an informative Dirichlet prior, z; above 0: left",
    }  # fmt: skip


def _side(side: Side, measure: Measure, evidence: bool) -> Json:
    found: Json = {
        "name": side.party.name,
        "outlets": list(side.party.outlets),
        "spellings": [list(pair) for pair in side.party.spellings],
        "not_in_archive": list(side.party.missing),
        "articles": len(side.articles),
        "of": side.of,
        "rate": round(len(side.articles) / side.of, 4) if side.of else None,
        "words": side.words,
        "of_words": side.of_words,
        "first": side.first,
        "last": side.last,
        "undated": side.undated,
        "of_undated": side.of_undated,
        "texts": measure.articles,
        "texts_words": measure.words,
        "recognised": measure.recognised,
        "few": measure.few,
        "agency": {
            "articles": len(side.credited),
            "share": round(len(side.credited) / len(side.articles), 4) if side.articles else None,
            "by": [[agency, len(ids)] for agency, ids in side.agencies],
        },
        "quotations": measure.quotations,
        "quoted_words": measure.quoted_words,
        "indirect": measure.indirect,
        "indirect_words": measure.indirect_words,
        "unnamed": {"quotations": measure.unnamed.times, "words": measure.unnamed_words},
    }
    if evidence:
        found["ids"] = _ids(side.articles)
        found["undated_ids"] = [
            short(one) for one, day in zip(side.articles, side.days, strict=True) if not day
        ]
        found["agency"]["ids"] = _ids(side.credited)
        found["unnamed"]["ids"] = [short(side.texts[n]) for n in measure.unnamed.within]
    return found


def _shared(one: Shared) -> Json:
    first = None if one.left_first is None else ("left" if one.left_first else "right")
    return {
        "story": short(one.id),
        "title": one.title,
        "left": _ids(one.left),
        "right": _ids(one.right),
        "left_found": one.left_meant,
        "right_found": one.right_meant,
        "found_on_both": one.found_on_both,
        "first": one.first,
        "days_apart": one.days_apart,
        "first_by": first,
    }


def _one_sided(one: OneSided) -> Json:
    return {
        "story": short(one.id),
        "title": one.title,
        "articles": _ids(one.articles),
        "first": one.first,
        "last": one.last,
        "other_outlets": one.others,
        "not_found_between": list(one.between) if one.between else None,
        "articles_of_the_other_between": one.other_articles if one.between else None,
        "nearest": _nearest(one.nearest) if one.nearest is not None else None,
    }


def _nearest(near: Nearest) -> Json:
    return {
        "id": short(near.id),
        "outlet": near.outlet,
        "title": near.title,
        "published": near.published,
        "beside": short(near.beside),
        "likeness": near.likeness,
        "telling": near.telling,
        "perhaps": near.perhaps,
        "near_story": near.beside_it,
        "event": near.event,
        "score": near.score or None,
    }


def _voice(one: Voice, ids: Ids) -> Json:
    return _with(
        {
            "id": one.key,
            "name": one.name,
            "also_named": list(one.also_named),
            "unnamed_in": one.unnamed_in,
            "role": one.role,
            "words": one.words,
            "quotations": one.direct.times,
            "share": round(one.share, 4),
            "articles": one.direct.articles,
            "indirect": one.indirect.times,
            "indirect_words": one.indirect_words,
        },
        ids=ids(one.direct),
        indirect_ids=ids(one.indirect),
    )


def _both(left: Count, right: Count, ours: Ids, theirs: Ids) -> Json:
    return _with(
        {
            "left_count": left.times,
            "right_count": right.times,
            "left_articles": left.articles,
            "right_articles": right.articles,
        },
        left_ids=ours(left),
        right_ids=theirs(right),
    )


def _named(one: Named, left: Ids, right: Ids) -> Json:
    counts = _both(one.left, one.right, left, right)
    return {"id": one.key, "name": one.name, "type": one.type, **counts}


def _called(one: Called, left: Ids, right: Ids) -> Json:
    return {
        "of": one.of,
        "kind": "entity" if one.kind == "entity" else "family",
        "labels": [
            {"text": label.text, **_both(label.left, label.right, left, right)}
            for label in one.labels
        ],
    }


def _term(one: Term, left: Ids, right: Ids) -> Json:
    return {"term": one.term, "z": one.z, **_both(one.left, one.right, left, right)}


def _with(found: Json, **evidence: list[str] | None) -> Json:
    return found | {name: ids for name, ids in evidence.items() if ids is not None}


def _ids(full: Sequence[str]) -> list[str]:
    return [short(one) for one in full]
