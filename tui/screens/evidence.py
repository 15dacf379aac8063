"""What stands behind a number: the articles it counts, and in them the sentences.

Articles are read some dozens at a time, A's and B's in turn, when the cursor comes near the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui import commands
from tui.screens.passages import PassagesScreen
from tui.views.days import span_of_days
from tui.views.evidence import Evidence, heading
from tui.views.lines import Line, Run, clip, counted, place, shown, spread
from tui.views.outlet_rows import Behind, LeftRight

if TYPE_CHECKING:
    from index.coverage.result import Pair

PART = 40  # articles that are read at a time; a millisecond each


class EvidenceScreen(PassagesScreen):
    """The sentences behind one number of two outlets."""

    KIND = commands.EVIDENCE
    FIRST_PARTS = 2  # some of either side
    crumb = "evidence"

    def __init__(self, behind: Behind, pair: Pair) -> None:
        super().__init__()
        self.behind, self.pair = behind, pair
        self.laid: Evidence = Evidence()
        self._unread = _parts(behind)
        self._around = behind.around
        self._all_around = False  # whether the other side's articles of these days have come

    @property
    def more(self) -> bool:
        """Whether there are articles that were not read."""
        return bool(self._unread) or self._around is not None

    async def part(self) -> None:
        """Read the next articles of one side."""
        archive, sought, pair = self.explorer.archive, self.behind.sought, self.pair
        if self._unread:
            side, at, ids = self._unread.pop(0)
            every = getattr(self.behind, side)
            found = await self.explorer.threads.query(
                lambda: archive.outlets().opened(ids, sought, pair)
            )
            self.laid.add(side, found, self._heading(side, at, len(ids), len(every)))
        elif self._around is not None:
            side, begin, end = self._around
            self._around, self._all_around = None, True
            party = getattr(self.pair, side).party
            around = await self.explorer.threads.query(
                lambda: archive.outlets().between(party, begin, end)
            )
            told = f"{shown(party.name)} {span_of_days(begin, end)}"
            number = counted(len(around), "article")
            near = self.behind.nearest
            if near is not None and near[1].perhaps:
                heading = f"of {told} the archive has {number}"
            else:
                heading = f"not found in {told}, when the archive has {number} of it"
            ids = tuple(around[:PART])
            self.laid.add(
                side,
                await self.explorer.threads.query(lambda: archive.outlets().opened(ids)),
                heading + (":" if around else ""),
            )
            self._unread = _cut(side, tuple(around), PART)

    def _heading(self, side: LeftRight, at: int, here: int, of: int) -> str:
        behind, near = self.behind, not self._all_around
        named = near and behind.nearest is not None and side == behind.nearest[0]
        if behind.around is not None and side == behind.around[0] and not named:
            return ""
        return heading(behind, self.pair, side, at, here, of, near=near)

    def head(self, width: int) -> tuple[Line, Line]:
        """The two sides, and the way to the number."""
        pair = self.pair
        about = f"  A {shown(pair.left.party.name)} | B {shown(pair.right.party.name)}"
        query = (Run(f"/ {shown(pair.query)}", "strong"),) if pair.query else ()
        way = Run(f"{self.way_here()} › ", "dim")
        return (
            spread((Run("OUTLETS", "masthead"), Run(about, "dim")), query, width),
            clip((way, Run(shown(self.behind.told), "strong")), width),
        )

    def status(self) -> tuple[Line, Line]:
        """Where one is."""
        if not self.laid.spots:
            return (Run("reading" if self.waiting else "nothing to show", "dim"),), ()
        at = place(self.laid.at + 1, len(self.laid.spots))
        more = "more is read as one goes on" if self.more else ""
        return (Run(at),), (Run(more, "dim"),)

    def _step(self, by: int) -> None:
        before = self.laid.place
        if not self.laid.step_article(by):
            self._notice = f"no {'further' if by > 0 else 'earlier'} article"
        self._moved(before)

    def do_next(self) -> None:
        """The next article."""
        self._step(1)

    def do_previous(self) -> None:
        """The previous article."""
        self._step(-1)

    def here(self) -> tuple[str, int, str | None]:
        """The sentence under the cursor, or the article."""
        one = self.laid.current
        return (one.article.id, one.sentence, one.text) if one is not None else ("", -1, None)


Part = tuple[LeftRight, int, tuple[str, ...]]


def _parts(behind: Behind) -> list[Part]:
    """The articles in parts, A's and B's in turn."""
    ours, theirs = _cut("left", behind.left), _cut("right", behind.right)
    found = []
    for at in range(max(len(ours), len(theirs))):
        found += [*ours[at : at + 1], *theirs[at : at + 1]]
    return found


def _cut(side: LeftRight, ids: tuple[str, ...], begin: int = 0) -> list[Part]:
    return [(side, at, ids[at : at + PART]) for at in range(begin, len(ids), PART)]
