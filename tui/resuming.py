"""Coming back: whether a session is gone on with, and the screens that were open, opened again.

Within a day the explorer opens where it was left; `--resume` and `--fresh` decide otherwise. Of
several screens only the topmost is filled; those under it are when one comes back to them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tui.opening import DAY

if TYPE_CHECKING:
    from tui.app import Explorer
    from tui.going import Going
    from tui.places import Open
    from tui.session import Session


def goes_on(session: Session, wanted: bool | None, now: float) -> bool:
    """Whether a session is gone on with at `now` (seconds since 1970); `wanted` is what the
    person says, None where they say nothing."""
    if wanted is not None:
        return wanted
    return session.at == 0.0 or now - session.at < DAY


def reopen(app: Going, place: Open) -> None:
    """Open a screen as it was left; one that cannot be is left out."""
    from tui.places import (
        ComparePlace,
        EntityPlace,
        OutletsPlace,
        ReaderPlace,
        SentencesPlace,
        StoriesPlace,
        StoryPlace,
        TwoOutletsPlace,
    )

    if isinstance(place, ReaderPlace) and place.article:
        hits = app.list_screen.finding.hits if place.listed else []
        at = next((n for n, hit in enumerate(hits) if hit.row.id == place.article), -1)
        app.open_article(place.article, hits, at, place=place)
    elif isinstance(place, ComparePlace) and place.left and place.right:
        app.open_comparison(place.left, place.right, place=place)
    elif isinstance(place, StoryPlace) and (place.story or place.articles):
        app.open_story_at(place)
    elif isinstance(place, StoriesPlace):
        app.open_stories(place)
    elif isinstance(place, OutletsPlace):
        app.open_outlets(place=place)
    elif isinstance(place, TwoOutletsPlace) and place.left and place.right:
        app.open_two_outlets(place.left, place.right, place.query, place=place)
    elif isinstance(place, EntityPlace) and place.key:
        cast("Explorer", app).open_entity(place.key, place=place)
    elif isinstance(place, SentencesPlace) and place.key:
        cast("Explorer", app).open_sentences_at(place)
