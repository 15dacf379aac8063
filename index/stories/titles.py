"""What stories are called: as somebody named them, else by the title of the article in the middle.

The article that a story was founded by gives it its id, which stays; but who founds a story is
often its outlier, the first that came.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from index.stories.shelving import parts_of

Ask = Callable[[str, Sequence[Any]], list[tuple[Any, ...]]]
_EDITION = re.compile(r"^(?:UPDATED?|CORRECTED|REFILE|WRAPUP)(?: \d+)?\s*[-–—:|]\s*(?=\S)")
"""What an agency puts before a title of later editions: "UPDATE 1 - "; no name for a story."""
StoryOf = Callable[[Sequence[int]], Iterable[Any]]


def titles_of_middles(ask: Ask, members: dict[int, list[int]]) -> dict[int, str]:
    """For each story (its number → its articles' numbers) the title of the one in its middle.

    Stories without an article of the records are left out.
    """
    from corpus.stories.middle import middles

    rows = [
        row
        for part in parts_of({seq for seqs in members.values() for seq in seqs})
        for row in ask(
            "SELECT seq, title, published FROM articles "
            "WHERE seq IN (SELECT value FROM json_each(?))",
            (part,),
        )
    ]
    known = {seq: (published or "~", seq, title) for seq, title, published in rows}
    ordered = {
        story: sorted((seq for seq in seqs if seq in known), key=lambda seq: known[seq][:2])
        for story, seqs in members.items()
    }
    several = {seq for seqs in ordered.values() if len(seqs) > 2 for seq in seqs}
    links = (
        row
        for part in parts_of(several)
        for row in ask(
            "SELECT seq, other, likeness FROM links WHERE seq IN (SELECT value FROM json_each(?))",
            (part,),
        )
    )
    titles = {seq: known[seq][2] for seq in several}
    found = middles(ordered, links, titles)
    return {story: _EDITION.sub("", known[seq][2]) for story, seq in found.items()}


def named_by_people(ask: Ask, stories: Iterable[int], story_of: StoryOf) -> dict[int, str]:
    """What people called these stories; `story_of` tells where articles stand."""
    from index.judged import STORY_TITLE, in_force
    from index.reports import Judgement

    wanted = set(stories)
    rows = ask("SELECT * FROM judgements WHERE field = ?1 OR undoes IS NOT NULL", (STORY_TITLE,))
    said = [one for one in in_force(Judgement(*row) for row in rows) if one.field == STORY_TITLE]
    if not said:
        return {}
    seqs: defaultdict[str, list[int]] = defaultdict(list)
    for full, seq in ask(
        "SELECT id, seq FROM articles WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted({one.article for one in said})),),
    ):
        seqs[full].append(seq)
    found: dict[int, str] = {}
    for one in said:
        for story in map(int, story_of(seqs[one.article])):
            if story in wanted and one.value:
                found[story] = one.value
            elif story in wanted:
                found.pop(story, None)
    return found
