"""Deciding about stories: two that are one, articles that are another story, another name.

Every decision is made of judgements about articles, which stand through every regrouping: those
with one anchor are one story, those with two are two. One decision is undone in one go.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from index.judged import STORY, STORY_TITLE, BadJudgement
from index.reports import Judgement

if TYPE_CHECKING:
    from index.judgements import Judging
    from index.stories.listing import Report
    from index.stories.room import Stories


class StoryDeciding:
    """Decisions about the stories of one archive."""

    def __init__(self, stories: Stories, judging: Judging) -> None:
        self._stories = stories
        self._judging = judging

    def merge(self, story: int, into: int, *, author: str | None = None) -> list[Judgement]:
        """Let two stories be one, under the id of the second."""
        if story == into:
            raise BadJudgement("These two are one story already.")
        anchor = self._stories.ids([into])[into]
        heads = [
            *_heads(self._stories.listing().reports(story)),
            *_heads(self._stories.listing().reports(into)),
        ]
        return self._judging.set_each({one.id: {STORY: anchor} for one in heads}, author)

    def split(
        self, story: int, articles: Iterable[str], *, author: str | None = None
    ) -> list[Judgement]:
        """Let these articles (full ids) of a story be a story of their own; copies go along."""
        reports = self._stories.listing().reports(story)
        chosen = set(articles)
        parted = [one for one in reports if one.id in chosen or one.origin in chosen]
        left = [one for one in reports if one not in parted]
        if not chosen <= {one.id for one in reports}:
            raise BadJudgement("Only articles of a story can be parted from it.")
        if not parted or not left:
            raise BadJudgement("Part some articles of a story from the others, not all or none.")
        founder = self._stories.ids([story])[story]
        stays = founder if any(one.id == founder for one in left) else left[0].id
        wanted = {one.id: {STORY: parted[0].id} for one in _heads(parted)}
        wanted |= {one.id: {STORY: stays} for one in _heads(left)}
        return self._judging.set_each(wanted, author)

    def rename(self, story: int, title: str, *, author: str | None = None) -> Judgement | None:
        """Call a story by another name; an empty one takes the name away."""
        founder = self._stories.ids([story])[story]
        return self._judging.judge(founder, STORY_TITLE, title.strip() or None, None, author)


def _heads(reports: Iterable[Report]) -> list[Report]:
    """Those that others are copies of or that have none; a copy goes where its origin goes."""
    reports = list(reports)
    here = {one.id for one in reports}
    return [one for one in reports if one.origin is None or one.origin not in here]
