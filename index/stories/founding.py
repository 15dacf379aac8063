"""Which article a story is named after, and what people decided about who belongs together."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from index.judged import STORY, in_force
from index.reports import Judgement

Ask = Callable[[str, Sequence[Any]], list[tuple[Any, ...]]]
Placed = tuple[int, int, int]  # article, story, origin


def founded(
    groups: Iterable[Sequence[int]], copies: Mapping[int, int], before: Mapping[int, int]
) -> list[Placed]:
    """Where every article of these groups stands, the copies with their origins.

    A story keeps the article it was founded by (`before`: article → story); where several
    founders meet, that of the largest story stays, and a new story is founded by its earliest
    article, the first of its group.
    """
    followers: dict[int, list[int]] = {}
    for copy, origin in copies.items():
        followers.setdefault(origin, []).append(copy)
    sizes = Counter(before.values())
    rows: list[Placed] = []
    for members in groups:
        everyone = [seq for head in members for seq in (head, *followers.get(head, ()))]
        founders = [seq for seq in everyone if before.get(seq) == seq]
        # `min` takes the first of equals: the earliest.
        story = min(founders, key=lambda seq: -sizes[seq]) if founders else members[0]
        for head in members:
            rows.append((head, story, head))
            rows += [(copy, story, head) for copy in followers.get(head, ())]
    return rows


def anchors(ask: Ask) -> dict[int, str]:
    """What people decided: article → the id of the article whose story it belongs to."""
    found = ask(
        "SELECT * FROM judgements WHERE field = ?1 OR undoes IN "
        "(SELECT id FROM judgements WHERE field = ?1 OR undoes IS NOT NULL)",
        (STORY,),
    )
    if not found:
        return {}
    decided: dict[str, str] = {}
    for one in in_force(Judgement(*row) for row in found):
        if one.field == STORY:
            if one.value is None:
                decided.pop(one.article, None)
            else:
                decided[one.article] = one.value
    rows = ask(
        "SELECT seq, id FROM articles WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(decided)),),
    )
    return {seq: decided[full_id] for seq, full_id in rows}
