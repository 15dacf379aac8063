"""A comparison as JSON: the names that are fixed, then every finding with its evidence.

In go a `Comparison` and the two articles, out comes one document. Values of a finding are
written as they are kept, under their own names; a place's `within` is called "in" as
everywhere in the JSON, and shares and scores have four digits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from corpus.article import Article
from corpus.comparison.result import Comparison, EntityPlace
from tui.cli.documents import Json, short
from tui.views.one_event import is_held_together, not_held_to_conflict


def comparison_json(comparison: Comparison, left: Article, right: Article, took_ms: float) -> Json:
    """Two articles laid side by side."""
    c = comparison
    shared = c.shared
    return {
        "left": _article(left),
        "right": _article(right),
        "same_event": c.same_event,
        "same_event_score": round(c.same_event_score, 4),
        "event": c.answer,
        "held_by_story": is_held_together(c),
        "days_apart": c.event.days_apart if c.event is not None else None,
        "same_event_signs": _plain(c.event),
        "sentences": {"left": _plain(c.left), "right": _plain(c.right)},
        "alignments": _plain(c.alignments),
        "only_left": list(c.only_left),
        "only_right": list(c.only_right),
        "unsure_left": list(c.unsure_left),
        "unsure_right": list(c.unsure_right),
        "perhaps": _plain(c.perhaps),
        "aside_left": list(c.aside_left),
        "aside_right": list(c.aside_right),
        "nearest": _plain(c.nearest),
        "quotations": _plain(c.quotations),
        "paraphrases": _plain(c.paraphrases),
        "figures": _plain(c.figures),
        "not_held_to_conflict": not_held_to_conflict(c) or None,
        "figures_not_held": _plain(c.not_held),
        "word_differences": _plain(c.word_differences),
        "entities": _sides(c.entities),
        "wording": _plain(c.wording),
        "labels": _plain(c.labels),
        "shared_text": {
            "left": round(shared.left, 4),
            "right": round(shared.right, 4),
            "outside_quotations": {
                "left": round(shared.left_outside_quotations, 4),
                "right": round(shared.right_outside_quotations, 4),
            },
            "passages": _plain(shared.passages),
            "paragraphs": _plain(shared.paragraphs),
        },
        "wire": _plain(c.wire),
        "attribution": _plain(c.chains),
        "claims": _plain(c.claims),
        "revision": _plain(c.revision),
        "took_ms": round(took_ms, 1),
    }


def _article(article: Article) -> Json:
    return {
        "id": short(article.id),
        "outlet": article.outlet,
        "title": article.title,
        "published": article.published,
    }


def _plain(value: Any) -> Any:
    """A value of a finding as JSON has it."""
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, float):
        return round(value, 4)
    if is_dataclass(value):
        return {
            "in" if field.name == "within" else field.name: _plain(getattr(value, field.name))
            for field in fields(value)
        }
    return value


def _sides(places: Sequence[EntityPlace]) -> Json:
    sides: dict[str, list[Json]] = {"both": [], "only_left": [], "only_right": []}
    for place in places:
        side = "both"
        if place.left is None or place.right is None:
            side = "only_right" if place.left is None else "only_left"
        sides[side].append(_plain(place))
    return sides
