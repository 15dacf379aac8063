"""What the judgements about an article make of it: the last word on outlet, day and roles.

Judgements come in any order, from several archives; the later moment wins, and one that
was taken back counts no more. Values in, values out.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, get_args

from corpus.errors import BroadsheetError
from corpus.text import fold

if TYPE_CHECKING:
    from corpus.article import Article
    from index.reports import Judgement

ROLES = frozenset(
    "title standfirst body subhead caption pullquote "
    "noise related credit date dateline byline url".split()
)
SPEAKER = "speaker"
QUOTATION = "quotation"
QUOTATION_WORDS = "quotation_words"
OF_QUOTATIONS = (SPEAKER, QUOTATION, QUOTATION_WORDS)
"""`speaker` names who speaks a quotation, without a value nobody; `quotation_words` gives the words
that it really has, with their place; `quotation` says "none", without a value that it is as the
text was read. The target of all is `places.target_of` it as it was read."""

FIGURE = "figure"
FIGURE_ABOUT = "figure_about"
FIGURE_VALUE = "figure_value"
FIGURE_DAY = "figure_day"
OF_FIGURES = (FIGURE, FIGURE_ABOUT, FIGURE_VALUE, FIGURE_DAY)
"""`figure` says "none", without a value that it is as it was read; the others what it counts,
without a value nothing, its value ("1,400", "10-20"), and the day, month or year that it means. The
target of all is `places.target_of` it."""

TITLE = "title"
AUTHORS = "authors"
SET = (TITLE, "outlet", "published", AUTHORS)
"""What a page states wrongly or not at all; without a value it states nothing."""

NAME_TYPE = "name_type"
NAME_WORDS = "name_words"
OF_NAMES = (NAME_TYPE, NAME_WORDS)
"""`name_type` says of which kind the name with the key that is its target is in an article, or
"none"; `name_words` whose name some words are, by its key, or "none"; its target are the words,
wherever they stand in the article, or one place of them (`places.target_of`)."""

STORY = "story"
STORY_TITLE = "story_title"
FIELDS = (*SET, "role", *OF_QUOTATIONS, *OF_FIGURES, *OF_NAMES, STORY, STORY_TITLE)
"""What a judgement about one article decides. `story` names by its full id the article whose
story this one belongs to: those with one anchor are together, those with two never."""

OUTLET_ALIAS = "outlet_alias"
NAME_MERGE = "name_merge"
NAME_PART = "name_part"
ARCHIVE_FIELDS = (OUTLET_ALIAS, NAME_MERGE, NAME_PART)
"""What a judgement about all articles decides; its `article` is empty. The parting of a name
may be about one article as well."""


LONGEST_HEADING = 1_000  # characters of a title or of all authors


class BadJudgement(BroadsheetError):
    """A judgement that says nothing an archive could follow."""


Decisions = Mapping[tuple[str, str], str | None]
"""(Target, field) → value of what was decided about quotations or figures, the last decided last.
Of one target "none" and "as it was read" stand alone."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What holds for one article. A field that nobody judged is not in `values`.

    `aliases` are outlets' other spellings, folded, with the names they go by; `quotations` and
    `figures` what was decided about these, in that order.
    """

    values: Mapping[str, str | None] = field(default_factory=dict)
    roles: Mapping[int, str] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    quotations: Decisions = field(default_factory=dict)
    figures: Decisions = field(default_factory=dict)


NOTHING_JUDGED = Verdict()


def verdict(judgements: Iterable[Judgement], aliases: Mapping[str, str] | None = None) -> Verdict:
    """What the judgements about one article come to, with what holds for all outlets."""
    standing = [
        one for one in in_force(judgements) if one.field in FIELDS and one.field not in OF_NAMES
    ]
    values: dict[str, str | None] = {}
    roles: dict[int, str] = {}
    quotations: dict[tuple[str, str], str | None] = {}
    figures: dict[tuple[str, str], str | None] = {}
    for judgement in standing:
        if judgement.field in OF_QUOTATIONS:
            _settle(quotations, QUOTATION, judgement)
        elif judgement.field in OF_FIGURES:
            _settle(figures, FIGURE, judgement)
        elif judgement.field != "role":
            values[judgement.field] = judgement.value
        elif judgement.value is None:
            roles.pop(int(judgement.target or 0), None)
        else:
            roles[int(judgement.target or 0)] = judgement.value
    return Verdict(values, roles, aliases or {}, quotations, figures)


def _settle(about: dict[tuple[str, str], str | None], whole: str, one: Judgement) -> None:
    """Take a decision about a place to those made before; one about the `whole` ends them."""
    target = one.target or ""
    ended = [
        (place, field)
        for place, field in about
        if place == target and (one.field == whole or field in (one.field, whole))
    ]
    for key in ended:
        del about[key]
    about[target, one.field] = one.value  # the last decided stands last


def outlet_aliases(judgements: Iterable[Judgement]) -> dict[str, str]:
    """Spellings of outlets, folded, and the names that people said they go by."""
    found: dict[str, str] = {}
    for judgement in in_force(judgements):
        if judgement.field == OUTLET_ALIAS:
            spelling = fold((judgement.target or "").strip())
            if judgement.value is None:
                found.pop(spelling, None)
            else:
                found[spelling] = judgement.value
    return found


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those that were not taken back, oldest first."""
    known = sorted(judgements, key=lambda judgement: (judgement.at, judgement.id))
    undone: set[str] = set()
    for judgement in reversed(known):  # taking back can itself be taken back, later
        if judgement.undoes is not None and judgement.id not in undone:
            undone.add(judgement.undoes)
    return [j for j in known if j.undoes is None and j.id not in undone]


def headed(article: Article, found: Verdict) -> Article:
    """The article with the title, outlet, day and authors that the judgements give it.

    Under another title it is read as it would be with that; with another day its dates are those
    that are meant from that day on.
    """
    if found.values.get(TITLE, article.title) != article.title:
        from corpus.reading import titled

        article = titled(article, found.values[TITLE])
    if AUTHORS in found.values:
        article = replace(article, authors=authors_in(found.values[AUTHORS] or ""))
    if "outlet" in found.values:
        article = replace(article, outlet=found.values["outlet"], outlet_from="judgement")
    elif article.outlet and (name := found.aliases.get(fold(article.outlet.strip()))):
        stated = f"{article.outlet_from}, as {article.outlet}"
        article = replace(article, outlet=name, outlet_from=stated)
    if "published" in found.values:
        day = found.values["published"]
        if day != article.published:
            from corpus.reading import dated

            article = dated(article, day)
        moment = article.published_at if day == article.published else None
        article = replace(article, published=day, published_at=moment, published_from="judgement")
    return article


def judged(article: Article, found: Verdict) -> Article:
    """The article as the judgements would have it."""
    article = headed(article, found)
    if found.quotations:
        from index.judged_quotations import judged_quotations

        settled = judged_quotations(article.quotations, found.quotations, article)
        article = replace(article, quotations=settled.kept)
    if found.figures:
        from index.judged_figures import judged_figures

        article = replace(article, figures=judged_figures(article.figures, found.figures).kept)
    return article


def authors_in(text: str) -> tuple[str, ...]:
    """The authors that a person wrote in a row: parted by semicolons, else by commas and "and".

    >>> authors_in("Ann Bell, Otto Brandis and Ines Varga"), authors_in("Bell, Ann; Brandis, Otto")
    (('Ann Bell', 'Otto Brandis', 'Ines Varga'), ('Bell, Ann', 'Brandis, Otto'))
    """
    parts = text.split(";") if ";" in text else re.split(r",|\s(?:and|&)\s", text)
    names = (" ".join(part.split()) for part in parts)
    return tuple(dict.fromkeys(name for name in names if name))


@cache
def _types() -> frozenset[str]:
    """The kinds of names; the article is not loaded before somebody decides about one."""
    from corpus.article import EntityType

    return frozenset(get_args(EntityType))


def validated(judgement: Judgement) -> Judgement:
    """The judgement itself; BadJudgement when no archive could follow it."""
    said = (judgement.author, judgement.value, judgement.target, judgement.undoes)
    if any("\ud800" <= char <= "\udfff" for text in said for char in text or ""):
        raise BadJudgement("A judgement holds characters that are no text (lone surrogates).")
    if judgement.field not in FIELDS + ARCHIVE_FIELDS:
        known = ", ".join(FIELDS + ARCHIVE_FIELDS)
        raise BadJudgement(f"A judgement is about {known}, not {judgement.field!r}.")
    if judgement.field in ARCHIVE_FIELDS:
        _about_all(judgement)
    if judgement.field in (OUTLET_ALIAS, NAME_MERGE) and judgement.article:
        raise BadJudgement(f"{judgement.field} is about the whole archive; it names no article.")
    if judgement.field in ARCHIVE_FIELDS and not judgement.article:
        return judgement
    if len(judgement.article) != 64 or set(judgement.article) - set("0123456789abcdef"):
        raise BadJudgement(f"A judgement names an article by 64 hex digits: {judgement.article!r}.")
    if judgement.field == "published" and judgement.value is not None:
        _day(judgement.value)
    if judgement.field in (TITLE, AUTHORS) and judgement.value is not None:
        _heading(judgement.field, judgement.value)
    if judgement.field == "role":
        _role(judgement)
    if judgement.field in OF_FIGURES:
        from index.judged_figures import validated as about_figure

        about_figure(judgement.field, judgement.value, judgement.target)
    if judgement.field in OF_QUOTATIONS:
        from index.judged_quotations import validated as about_quotation

        about_quotation(judgement.field, judgement.value, judgement.target)
    if judgement.field in OF_NAMES:
        from index.named_by_hand import validated as about_name

        about_name(judgement.field, judgement.value, judgement.target)
    if judgement.field == STORY and judgement.value is not None:
        anchor = judgement.value
        if len(anchor) != 64 or set(anchor) - set("0123456789abcdef"):
            raise BadJudgement(f"A story is named by an article's 64 hex digits: {anchor!r}.")
    return judgement


def _about_all(judgement: Judgement) -> None:
    target, value = judgement.target or "", judgement.value
    if judgement.field == OUTLET_ALIAS:
        if not target.strip() or (value is not None and not value.strip()):
            raise BadJudgement("An outlet's spelling and the name it goes by cannot be empty.")
        return
    for key in (target, *([value or ""] if judgement.field == NAME_MERGE else [])):
        type_, _, name = key.partition(":")
        if type_ not in _types() or not name or key != fold(key):
            raise BadJudgement(f"A name is given by its key, such as person:ann bell, not {key!r}.")
    if not value or not value.strip() or value == target:
        raise BadJudgement("A name is merged with another name, and a spelling parted from one.")


def _day(value: str) -> None:
    try:
        fine = datetime.date.fromisoformat(value).isoformat() == value
    except ValueError:
        fine = False
    if not fine:
        raise BadJudgement(f"A day of publication is written YYYY-MM-DD, not {value!r}.")


def _heading(field: str, value: str) -> None:
    what = "A title" if field == TITLE else "The authors of an article"
    if len(value) > LONGEST_HEADING or not any(map(str.isalnum, value)) or "\n" in value:
        raise BadJudgement(
            f"{what} cannot be that: words in one line are meant, {LONGEST_HEADING:,} characters "
            "at most."
        )


def _role(judgement: Judgement) -> None:
    if judgement.value is not None and judgement.value not in ROLES:
        known = ", ".join(sorted(ROLES))
        raise BadJudgement(f"There is no role {judgement.value!r}; the roles are {known}.")
    target = judgement.target or ""
    if not (target.isascii() and target.isdigit() and int(target) > 0):
        raise BadJudgement(f"The role of a line needs the line's number, not {judgement.target!r}.")
