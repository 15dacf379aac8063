"""What the judgements about an article make of it: the last word on outlet, day and roles.

Judgements come in any order, from several archives; the later moment wins, and one that
was taken back counts no more. Values in, values out.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from corpus.article import Article
from corpus.errors import BroadsheetError
from index.results import Judgement

ROLES = frozenset(
    "title standfirst body subhead caption pullquote "
    "noise related credit date dateline byline url".split()
)
FIELDS = ("outlet", "published", "role")


class BadJudgement(BroadsheetError):
    """A judgement that says nothing an archive could follow."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What holds for one article. A field that nobody judged is not in `values`."""

    values: Mapping[str, str | None] = field(default_factory=dict)
    roles: Mapping[int, str] = field(default_factory=dict)


NOTHING_JUDGED = Verdict()


def verdict(judgements: Iterable[Judgement]) -> Verdict:
    """What the judgements about one article come to."""
    standing = in_force(judgements)
    values: dict[str, str | None] = {}
    roles: dict[int, str] = {}
    for judgement in standing:
        if judgement.field != "role":
            values[judgement.field] = judgement.value
        elif judgement.value is None:
            roles.pop(int(judgement.target or 0), None)
        else:
            roles[int(judgement.target or 0)] = judgement.value
    return Verdict(values, roles)


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those that were not taken back, oldest first."""
    known = sorted(judgements, key=lambda judgement: (judgement.at, judgement.id))
    undone: set[str] = set()
    for judgement in reversed(known):  # taking back can itself be taken back, later
        if judgement.undoes is not None and judgement.id not in undone:
            undone.add(judgement.undoes)
    return [j for j in known if j.undoes is None and j.id not in undone]


def judged(article: Article, found: Verdict) -> Article:
    """The article as the judgements would have it."""
    if "outlet" in found.values:
        article = replace(article, outlet=found.values["outlet"], outlet_from="judgement")
    if "published" in found.values:
        day = found.values["published"]
        moment = article.published_at if day == article.published else None
        article = replace(article, published=day, published_at=moment, published_from="judgement")
    return article


def validated(judgement: Judgement) -> Judgement:
    """The judgement itself; BadJudgement when no archive could follow it."""
    if judgement.field not in FIELDS:
        raise BadJudgement(f"A judgement is about {', '.join(FIELDS)}, not {judgement.field!r}.")
    if len(judgement.article) != 64 or set(judgement.article) - set("0123456789abcdef"):
        raise BadJudgement(f"A judgement names an article by 64 hex digits: {judgement.article!r}.")
    if judgement.field == "published" and judgement.value is not None:
        _day(judgement.value)
    if judgement.field == "role":
        _role(judgement)
    return judgement


def _day(value: str) -> None:
    try:
        fine = datetime.date.fromisoformat(value).isoformat() == value
    except ValueError:
        fine = False
    if not fine:
        raise BadJudgement(f"A day of publication is written YYYY-MM-DD, not {value!r}.")


def _role(judgement: Judgement) -> None:
    if judgement.value is not None and judgement.value not in ROLES:
        known = ", ".join(sorted(ROLES))
        raise BadJudgement(f"There is no role {judgement.value!r}; the roles are {known}.")
    target = judgement.target or ""
    if not (target.isascii() and target.isdigit() and int(target) > 0):
        raise BadJudgement(f"The role of a line needs the line's number, not {judgement.target!r}.")
