"""Where a person is: the query, the open article, the place in it, the marked articles.

Plain values that can be written down and read back; screens fill them and start from them.
Reading is forgiving: whatever is missing or odd becomes the default.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from typing import Any, TypeVar

VERSION = 1
HISTORY = 200
MARKED = 9


@dataclass
class ListPlace:
    """The list: its query, order, view and folding, and the article under the cursor."""

    query: str = ""
    order: str = "relevance"
    article: str = ""
    row: int = 0
    view: str = "passages"
    fold: str = "copies"


@dataclass
class ReaderPlace:
    """An open article: the text at the top of the page, the sentence, the lens."""

    article: str = ""
    top: int = 0
    sentence: int = -1
    lens: str = "none"
    side: bool = True
    side_chosen: bool = False
    removed: bool = False


@dataclass
class ComparePlace:
    """Two articles side by side: the row, the view, what is folded, the lens."""

    left: str = ""
    right: str = ""
    row: int = 0
    view: str = "both"
    folded: bool = True
    gravest: bool = False
    lens: str = "differences"
    only: str = ""
    column: str = "left"


@dataclass
class Session:
    """Everything that comes back on the next start."""

    search: ListPlace = field(default_factory=ListPlace)
    reader: ReaderPlace | None = None
    compare: ComparePlace | None = None
    marked: list[str] = field(default_factory=list)
    history: list[str] = field(default_factory=list)

    def mark(self, article: str) -> int:
        """Mark an article or take its mark away; its number, or 0 when it has none now."""
        if article in self.marked:
            self.marked.remove(article)
            return 0
        if len(self.marked) >= MARKED:
            return 0
        self.marked.append(article)
        return len(self.marked)

    def numbers(self) -> dict[str, int]:
        """The marked articles with their numbers, from 1."""
        return {article: number for number, article in enumerate(self.marked, 1)}

    def remember(self, query: str) -> None:
        """Put a query at the end of the history, once."""
        query = query.strip()
        if query:
            if query in self.history:
                self.history.remove(query)
            self.history.append(query)
            del self.history[:-HISTORY]

    def dumps(self) -> str:
        """The session as one line of JSON."""
        return json.dumps({"version": VERSION, **asdict(self)}, ensure_ascii=False)


Place = TypeVar("Place", ListPlace, ReaderPlace, ComparePlace)


def _place(kind: type[Place], value: Any) -> Place | None:
    if not isinstance(value, dict):
        return None
    place = kind()
    for each in fields(kind):
        found = value.get(each.name)
        if type(found) is type(getattr(place, each.name)):
            setattr(place, each.name, found)
    return place


def _texts(value: Any) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def loads(text: str | None) -> Session:
    """A session read back; a new one where there is none or it cannot be read."""
    try:
        value = json.loads(text or "")
    except ValueError:
        return Session()
    if not isinstance(value, dict) or value.get("version") != VERSION:
        return Session()
    return Session(
        search=_place(ListPlace, value.get("search")) or ListPlace(),
        reader=_place(ReaderPlace, value.get("reader")),
        compare=_place(ComparePlace, value.get("compare")),
        marked=_texts(value.get("marked"))[:MARKED],
        history=_texts(value.get("history"))[-HISTORY:],
    )


class History:
    """Walking through earlier queries: older, newer, and back to what was being typed."""

    def __init__(self, queries: list[str]) -> None:
        self._queries = queries
        self._at = len(queries)
        self._draft = ""

    def older(self, typed: str) -> str | None:
        """The query before, or None at the oldest."""
        if self._at >= len(self._queries):
            self._draft = typed
            self._at = len(self._queries)
        while self._at > 0:
            self._at -= 1
            if self._queries[self._at] != typed:
                return self._queries[self._at]
        return None

    def newer(self) -> str | None:
        """The query after, then what was being typed; None when one is there already."""
        if self._at >= len(self._queries):
            return None
        self._at += 1
        return self._draft if self._at == len(self._queries) else self._queries[self._at]
