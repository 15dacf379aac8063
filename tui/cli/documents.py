"""The JSON of the contract: what the archive gives back, under the names that scripts use.

Values in, dictionaries out; ids are cut to their first sixteen digits. Field names are fixed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from corpus.article import Figure, Mention, Names, Quotation
from corpus.denials import is_denied
from index.answers import Answer, Record, Standing
from index.judged import AUTHORS, FIGURE, FIGURE_ABOUT, FIGURE_DAY, FIGURE_VALUE, NAME_TYPE, TITLE
from index.reports import AddReport, Fault, Judgement, Status
from index.results import Coverage, Hit
from tui.cli.output import SCHEMA
from tui.views.unquoted_turns import turns_of

Json = dict[str, Any]
ID_DIGITS = 16


def short(full_id: str) -> str:
    """An id as JSON, commands and exports carry it."""
    return full_id[:ID_DIGITS]


def headed(state: str, document: Mapping[str, Any]) -> Json:
    """A document under the head that every document carries."""
    return {"schema": SCHEMA, "state": state, **document}


def coverage_json(coverage: Coverage) -> Json:
    """What an answer rests on."""
    return asdict(coverage)


def add_json(
    report: AddReport, judgements: Sequence[Judgement] = (), notes: Sequence[str] = ()
) -> Json:
    """What one run of adding came to, with the judgements it made and what it did not take."""
    return {
        "added": report.added,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "duplicates": report.duplicates,
        "skipped": dict(report.skipped),
        "articles": [
            {"id": short(a.id), "source": a.source, "status": a.status} for a in report.articles
        ],
        "rejected": [{"source": r.source, "reason": r.reason} for r in report.rejected],
        "notes": list(notes),
        "restated": [{**asdict(one), "id": short(one.id)} for one in report.restated],
        "judgements": [judgement_json(judgement) for judgement in judgements],
        "seconds": report.seconds,
    }


def answer_json(answer: Answer) -> Json:
    """The answer to a query."""
    return {
        "query": answer.query,
        "read_as": answer.read_as,
        "repairs": list(answer.repairs),
        "notes": list(answer.notes),
        "total": answer.total,
        "rows": answer.rows,
        "undated": answer.undated,
        "stories": answer.stories,
        **({} if answer.new is None else {"new": answer.new}),
        "took_ms": round(answer.took_ms, 1),
        "hits": [hit_json(hit) for hit in answer.hits],
        "facets": {name: [list(pair) for pair in counts] for name, counts in answer.facets.items()},
        "spellings": {name: [list(pair) for pair in of] for name, of in answer.spellings.items()},
        "histogram": [list(bar) for bar in answer.histogram.bars]
        if answer.histogram and answer.facets
        else [],
        "coverage": coverage_json(answer.coverage),
    }


def hit_json(hit: Hit) -> Json:
    """One hit of an answer."""
    snippet = hit.snippet
    return {
        "id": short(hit.row.id),
        "score": round(hit.score, 4),
        "outlet": hit.row.outlet,
        "title": hit.row.title,
        "published": hit.row.published,
        "words": hit.row.words,
        "story": short(hit.story) if hit.story else None,
        "copies": [short(copy) for copy in hit.copies],
        "title_spans": [list(span) for span in hit.in_title],
        "snippet": snippet and {"text": snippet.text, "spans": [list(s) for s in snippet.spans]},
    }


def record_json(record: Record) -> Json:
    """One article with everything read out of it."""
    article, names, origin = record.article, record.names, record.article.origin
    return {
        "id": short(article.id),
        "title": article.title,
        "title_from": _from(record, TITLE, article.title),
        "standfirst": article.standfirst,
        "outlet": article.outlet,
        "outlet_from": article.outlet_from,
        "published": article.published,
        "published_at": article.published_at,
        "published_from": article.published_from,
        "authors": list(article.authors),
        "authors_from": _from(record, AUTHORS, article.authors),
        "agencies": list(article.agencies),
        "dateline": article.dateline,
        "url": article.url,
        "language": article.language,
        "contradictions": list(article.contradictions),
        "source": {
            "path": origin.path,
            "sha256": origin.sha256,
            "bytes": origin.bytes,
            "format": origin.format,
            "encoding": origin.encoding,
            "added": record.added,
            "captured": origin.captured,
            "captured_from": origin.captured_from,
        },
        "versions": [short(version) for version in record.versions],
        "reading": {
            "rules": article.rules,
            "model": names.model if names else None,
            "layer": article.layer,
        },
        "paragraphs": [
            {"text": p.text, "role": p.role, "source_span": _span(p.source_span), "line": p.line}
            for p in article.paragraphs
        ],
        "removed": [
            {
                "text": r.text,
                "role": r.role,
                "why": r.why,
                "line": r.line,
                "source_span": _span(r.source_span),
                "in": r.within,
                "paragraph": r.paragraph if r.within else None,
                "at": r.at if r.within else None,
            }
            for r in article.removed
        ],
        "repairs": [{"what": r.what, "source_span": _span(r.source_span)} for r in article.repairs],
        "sentences": [
            {"in": s.within, "paragraph": s.paragraph, "start": s.start, "end": s.end}
            for s in article.sentences
        ],
        "entities": entities_json(names, record.decisions),
        "quotations": _quotations(record),
        "turns": list(turns_of(article)),
        "not_quotations": [_place(one) for one in record.unquoted],
        "figures": [
            figure_json(figure, record.figures_decided.get(number, ()))
            for number, figure in enumerate(article.figures)
        ],
        "not_figures": [_place(one) for one in record.unfigured],
        "decisions": [
            {**judgement_json(one.judgement), "fits": one.fits} for one in record.decisions
        ],
        "decisions_of_versions": [
            {"id": short(one), "decisions": count} for one, count in record.other_versions.items()
        ],
    }


def _from(record: Record, field: str, value: object) -> str | None:
    """Whether a person decided what an article carries, or its source has it."""
    decided = any(one.judgement.field == field for one in record.decisions)
    return "judgement" if decided else "source" if value else None


def entities_json(names: Names | None, decisions: Sequence[Standing] = ()) -> list[Json]:
    """The names of an article with every mention; none while it was not recognised."""
    kinds = {
        f"{one.judgement.value}:{(one.judgement.target or '').partition(':')[2]}"
        for one in decisions
        if one.judgement.field == NAME_TYPE and one.fits
    }
    return [
        {
            "id": entity.key,
            "name": entity.name,
            "type": entity.type,
            "type_from": "judgement" if entity.key in kinds else "text",
            "why": dict(entity.why),
            "mentions": [_mention(mention) for mention in entity.mentions],
        }
        for entity in (names.entities if names else ())
    ]


_DECIDED = {FIGURE: "is_figure", FIGURE_ABOUT: "about", FIGURE_VALUE: "value", FIGURE_DAY: "iso"}


def figure_json(figure: Figure, decided: Sequence[str] = ()) -> Json:
    """A figure with what it counts; `decided` are the fields that a person decided."""
    return {
        **_place(figure),
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "hedge": figure.hedge,
        "kind": figure.kind,
        "unit": figure.unit,
        "per": figure.per,
        "about": figure.about,
        "iso": figure.iso,
        "sure": figure.sure if figure.kind == "date" else None,
        "verb": figure.verb,
        "decided": [_DECIDED[field] for field in decided],
    }


def quotation_json(
    quotation: Quotation, speaker: str | None, *, words_decided: bool = False, denied: bool = False
) -> Json:
    """A quotation; `speaker` is the key of the name that speaks it, `words_decided` whether a
    person set its words, `denied` whether these are denied there and not said."""
    read = "text" if quotation.speaker else None
    return {
        **_place(quotation),
        "text_from": "judgement" if words_decided else "text",
        "kind": quotation.kind,
        "speaker": quotation.speaker,
        "speaker_entity": speaker,
        "speaker_from": quotation.speaker_from or read,
        "cue": quotation.cue,
        "sure": quotation.sure,
        "denied": denied,
    }


def status_json(status: Status) -> Json:
    """The archive in figures; its state stands in the head, where `schema` means the JSON's."""
    figures = asdict(status)
    del figures["state"]
    return {"archive_schema": figures.pop("schema"), **figures}


def judgement_json(judgement: Judgement) -> Json:
    """One decision of a person."""
    return asdict(judgement)


def faults_json(faults: Sequence[Fault]) -> Json:
    """What a check found."""
    return {"sound": not faults, "faults": [asdict(fault) for fault in faults]}


def _quotations(record: Record) -> list[Json]:
    speakers = dict(record.names.speakers) if record.names else {}
    return [
        quotation_json(
            q,
            speakers.get(number),
            words_decided=number in record.quotations_read,
            denied=is_denied(record.article, q),
        )
        for number, q in enumerate(record.article.quotations)
    ]


def _mention(mention: Mention) -> Json:
    return _place(mention)


def _place(found: Mention | Quotation | Figure) -> Json:
    return {
        "in": found.within,
        "paragraph": found.paragraph,
        "start": found.start,
        "end": found.end,
        "text": found.text,
    }


def _span(span: tuple[int, int] | None) -> list[int] | None:
    return None if span is None else list(span)
