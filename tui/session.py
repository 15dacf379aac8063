"""Where a person is: the query, the open article, the place in it, the marked articles.

Plain values that can be written down and read back; screens fill them and start from them.
Reading is forgiving: whatever is missing or odd becomes the default.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tui.places import Open

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
    context_order: str = "found"


@dataclass
class Session:
    """Everything that comes back on the next start. `screens` are those open over the list, the
    lowest first; `at` is when it was written down, in seconds since 1970, 0 where nobody knows."""

    search: ListPlace = field(default_factory=ListPlace)
    marked: list[str] = field(default_factory=list)
    history: list[str] = field(default_factory=list)
    screens: list[Open] = field(default_factory=list)
    at: float = 0.0

    def begin_anew(self) -> None:
        """Forget where one was; marks and history stay."""
        self.search, self.screens = ListPlace(), []

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
        from tui.places import SCREENS

        names = {kind: name for name, kind in SCREENS.items()}
        screens = [{"screen": names[type(one)], **asdict(one)} for one in self.screens]
        written = {"version": VERSION, **asdict(self), "screens": screens}
        return json.dumps(written, ensure_ascii=False)


def _fill(place: ListPlace | Open, value: dict[str, Any]) -> None:
    """Take over what a dictionary holds of the right type."""
    for each in fields(place):
        found = value.get(each.name)
        if type(found) is type(getattr(place, each.name)):
            setattr(place, each.name, _texts(found) if isinstance(found, list) else found)


def _opened(value: Any) -> list[Open]:
    """The screens of a session, as far as they can be read."""
    if not value:
        return []
    from tui.places import SCREENS

    found: list[Open] = []
    for one in value if isinstance(value, list) else []:
        if isinstance(one, dict) and one.get("screen") in SCREENS:
            place: Open = SCREENS[one["screen"]]()
            _fill(place, one)
            found.append(place)
    return found


def _texts(value: Any) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _before(value: dict[str, Any]) -> list[Open]:
    """What is open, as sessions once kept it: at most an article and a comparison."""
    kept = ((name, value.get(name)) for name in ("reader", "compare"))
    return _opened([{**one, "screen": name} for name, one in kept if isinstance(one, dict)])


def loads(text: str | None) -> Session:
    """A session read back; a new one where there is none or it cannot be read."""
    try:
        value = json.loads(text or "")
    except ValueError:
        return Session()
    if not isinstance(value, dict) or value.get("version") != VERSION:
        return Session()
    search, at = ListPlace(), value.get("at")
    if isinstance(value.get("search"), dict):
        _fill(search, value["search"])
    return Session(
        search=search,
        screens=_opened(value["screens"]) if "screens" in value else _before(value),
        at=float(at) if isinstance(at, (int, float)) else 0.0,
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

    def leave(self) -> None:
        """End the walk: what is typed now is none of them."""
        self._at = len(self._queries)

    def newer(self) -> str | None:
        """The query after, then what was being typed; None when one is there already."""
        if self._at >= len(self._queries):
            return None
        self._at += 1
        return self._draft if self._at == len(self._queries) else self._queries[self._at]
