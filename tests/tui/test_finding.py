"""What the list holds: the answer to the last question, and further rows of that answer only."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable, Sequence

import pytest
from shelf import FERRY_HARBOUR, FERRY_MERIDIAN, OLD, Shelf, article, row_of

from index.answers import Answer
from index.results import Row
from tui.desk import Threads
from tui.finding import Finding, ListChanged


class Long(Shelf):
    """Gives the newest articles in an order of its own, whatever is asked for."""

    batches: Sequence[Sequence[Row]] = ()

    def newest(self, *, limit: int = 50, offset: int = 0) -> list[Row]:
        return list(self.batches[1 if offset else 0])


def with_finding(shelf: Shelf, work: Callable[[Finding], Awaitable[None]]) -> None:
    """Run a test on what an archive in memory finds."""

    async def run() -> None:
        threads = Threads()
        try:
            await work(Finding(shelf, threads))  # type: ignore[arg-type]
        finally:
            threads.close()

    asyncio.run(run())


def test_scrolling_while_a_query_is_under_way_does_not_drop_its_answer() -> None:
    async def work(finding: Finding) -> None:
        assert await finding.ask()
        finding.query = "ferry"
        asked, went_on = await asyncio.gather(finding.ask(), finding.more())
        assert (asked, went_on) == (True, False)
        assert finding.answer is not None
        assert finding.hits == list(finding.answer.hits)

    with_finding(Shelf(), work)


def test_a_query_asked_while_more_is_fetched_shows_its_own_rows_only() -> None:
    async def work(finding: Finding) -> None:
        assert await finding.ask()

        async def ask() -> bool:
            finding.query = "ferry"
            return await finding.ask()

        went_on, asked = await asyncio.gather(finding.more(), ask())
        assert (asked, went_on) == (True, False)
        assert finding.answer is not None
        assert finding.hits == list(finding.answer.hits)

    with_finding(Shelf(), work)


def test_a_query_typed_but_not_yet_asked_adds_none_of_its_rows_to_the_list() -> None:
    async def work(finding: Finding) -> None:
        assert await finding.ask()
        before = list(finding.hits)
        finding.query = "ferry"
        assert not await finding.more()
        assert finding.hits == before

    with_finding(Shelf(), work)


def test_an_article_that_moved_down_meanwhile_stands_in_the_list_once() -> None:
    shelf = Long()
    one, other, third = (row_of(one) for one in (FERRY_HARBOUR, FERRY_MERIDIAN, OLD))
    shelf.batches = [[one, other], [other, third]]

    async def work(finding: Finding) -> None:
        assert await finding.ask()
        assert await finding.more()
        assert [hit.row.id for hit in finding.hits] == [one.id, other.id, third.id]

    with_finding(shelf, work)


def test_a_question_that_was_overtaken_while_it_waited_is_not_asked_at_all() -> None:
    begun, go_on = threading.Event(), threading.Event()

    class Slow(Shelf):
        def search(self, query: str, **asked: object) -> Answer:  # type: ignore[override]
            begun.set()
            go_on.wait(10)
            return super().search(query, **asked)  # type: ignore[arg-type]

    shelf = Slow()

    async def work(finding: Finding) -> None:
        asked = []
        for query in ("council", "fer", "ferr", "ferry"):
            finding.query = query
            asked.append(asyncio.ensure_future(finding.ask()))
            await asyncio.to_thread(begun.wait, 10)
            await asyncio.sleep(0.01)
        go_on.set()
        assert await asyncio.gather(*asked) == [False, False, False, True]
        assert shelf.asked == ["council", "ferry"]

    with_finding(shelf, work)


def test_articles_are_read_one_after_the_other_though_each_place_is_a_row() -> None:
    async def work(finding: Finding) -> None:
        finding.query, finding.in_context = "the", True
        assert await finding.ask()
        rows = [hit.row.id for hit in finding.hits]
        assert len(rows) > len(set(rows))
        first = [hit for n, hit in enumerate(finding.hits) if hit.row.id not in rows[:n]]
        assert finding.to_read == first

    with_finding(Shelf(), work)


def test_the_whole_list_has_every_passage_whatever_else_was_fetched(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tui.finding.BATCH", 2)
    monkeypatch.setattr("tui.answering.FIRST", 2)

    async def work(finding: Finding) -> None:
        finding.query = "fire"
        await finding.ask()
        assert not finding.whole
        _, hits = await asyncio.gather(finding.more(), finding.every())
        assert len(hits) == finding.total == 8
        await finding.ask()
        await finding.more(whole=True)
        assert any(hit.snippet is None for hit in finding.hits)
        assert all(hit.snippet is not None for hit in await finding.every())

    reports = [article(f"Report {n}", [f"Fire number {n}."]) for n in range(8)]
    with_finding(Shelf(reports), work)


def test_half_a_list_is_never_taken_for_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.finding.BATCH", 1)
    monkeypatch.setattr("tui.answering.FIRST", 1)

    async def work(finding: Finding) -> None:
        finding.query = "ferry"
        await finding.ask()

        async def asked() -> None:
            finding.query = "quay"
            await finding.ask()

        with pytest.raises(ListChanged):
            await asyncio.gather(finding.every(), asked())

    with_finding(Shelf(), work)
