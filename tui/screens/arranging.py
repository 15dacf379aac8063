"""How the list shows an answer: its view, its order, what is folded, and what of that is open."""

from __future__ import annotations

from tui.finding import CONTEXT_ORDERS, FOLDS, ORDERS
from tui.screens.asking import AskingScreen
from tui.screens.list_rows import ListRows
from tui.views.results import FOLDS_TOLD, VIEWS, VIEWS_TOLD


class Arranging(AskingScreen):
    """A screen with a query box whose answer is a list of rows."""

    rows: ListRows

    def take(self) -> None:
        """Show the rows as they are fetched now."""
        raise NotImplementedError

    def _ask_again(self) -> None:
        """Ask the same arranged anew; the cursor stays on its article."""
        self.in_background(self.ask(self.current_id(), self.cursor), group="query")

    def do_view(self) -> None:
        """With passages, titles only, or the words found in their context."""
        listing, finding = self.rows.listing, self.finding
        listing.view = VIEWS[(VIEWS.index(listing.view) + 1) % len(VIEWS)]
        self._notice = VIEWS_TOLD[listing.view]
        was, finding.in_context = finding.in_context, listing.view == "context"
        if was != finding.in_context and finding.query.strip():
            self._ask_again()
            return
        self.take()

    def do_order(self) -> None:
        """The next order."""
        finding = self.finding
        if not finding.query.strip():
            self._notice = "without a query the newest articles come first"
            return
        if finding.in_context:
            after = CONTEXT_ORDERS.index(finding.context_order) + 1
            finding.context_order = CONTEXT_ORDERS[after % len(CONTEXT_ORDERS)]
        elif finding.answer is not None and finding.answer.sort != finding.order:
            self._notice = "the query itself says its order; without sort: it is chosen here"
            return
        else:
            finding.order = ORDERS[(ORDERS.index(finding.order) + 1) % len(ORDERS)]
        self.ask_now()

    def do_fold(self) -> None:
        """Fold copies, stories or nothing into one row; the cursor stays on its article."""
        finding = self.finding
        if not finding.query.strip():
            self._notice = "without a query nothing is folded; / * asks for all articles"
            return
        finding.fold = FOLDS[(FOLDS.index(finding.fold) + 1) % len(FOLDS)]
        self._notice = FOLDS_TOLD[finding.fold]
        self._ask_again()

    def do_unfold(self) -> None:
        """Show what is folded under this row."""
        hits = self.finding.hits
        hit = hits[self.cursor] if self.cursor < len(hits) else None
        if hit is None or not (hit.copies or hit.under):
            self._notice = "nothing is folded under this row"
        elif hit.under or hit.row.id in self.finding.rows.under:
            self._notice = f"it is unfolded; {self.keycap('refold')} folds it again"
        else:
            self.in_background(self._unfold(), group="unfold")

    async def _unfold(self) -> None:
        if await self.finding.unfold(self.cursor) and self.is_mounted:
            self.take()
            self.tell()

    async def ask_and_unfold(self, article: str, row: int) -> None:
        """Ask; where an article is folded under another, as it was not before, unfold that."""
        await self.ask(article, row)
        if article and article != self.current_id():
            await self._unfold()
            self.move(self.finding.rows.row_of(article, self.cursor) - self.cursor)

    def do_refold(self) -> None:
        """Fold again what stands unfolded under this row, or beside it under the same one."""
        row = self.finding.fold_again(self.cursor)
        if row is None:
            self._notice = "nothing is unfolded here"
            return
        self.cursor = row
        self.take()
