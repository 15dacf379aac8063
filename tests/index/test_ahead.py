"""Days that cannot be: after the one on which the article was added, and after those of others."""

from __future__ import annotations

from pathlib import Path

from newsroom import coming_in, page

from index.archive import Archive

LATE = "2950-09-30"


def with_one_ahead(folder: Path, number: int = 12) -> Archive:
    archive = Archive.open(folder, create=True)
    archive.add(coming_in(*(page(n, published=f"2015-03-{n:02}") for n in range(1, number))))
    archive.add(coming_in(page(90, outlet="Gull", published=LATE)))
    archive.add(
        coming_in(page(91, outlet="Gull", published="2015-02-01"), page(92, published=None))
    )
    return archive


def test_an_article_dated_after_it_was_added_leads_no_list_by_day(tmp_path: Path) -> None:
    with with_one_ahead(tmp_path / "archive") as archive:
        rows = archive.newest(limit=50)
        assert rows[0].published == "2015-03-11"
        assert (rows[-1].published, rows[-1].ahead) == (LATE, True)
        assert not any(row.ahead for row in rows[:-1])
        found = archive.search("boats sort:-date").hits
        assert found[0].row.published == "2015-03-11"
        assert [hit.row.ahead for hit in found if hit.row.published == LATE] == [True]
        stories, _ = archive.stories().listing().rows(None, "newest", 5)
        assert stories[0].last != LATE


def test_a_list_by_day_turned_page_by_page_has_every_article_once(tmp_path: Path) -> None:
    with with_one_ahead(tmp_path / "archive") as archive:
        whole = [row.id for row in archive.newest(limit=50)]
        paged = [archive.newest(limit=4, offset=at) for at in range(0, 20, 4)]
        assert [row.id for rows in paged for row in rows] == whole
        assert len(set(whole)) == archive.count() == 14


def test_the_last_day_of_an_outlet_is_one_that_can_be(tmp_path: Path) -> None:
    with with_one_ahead(tmp_path / "archive") as archive:
        (gull,) = [row for row in archive.outlets().all() if row.name == "Gull"]
        assert (gull.first, gull.last) == ("2015-02-01", "2015-02-01")


def test_where_many_articles_are_ahead_no_day_is_doubted(tmp_path: Path) -> None:
    with with_one_ahead(tmp_path / "archive", number=4) as archive:
        rows = archive.newest(limit=50)
        assert rows[0].published == LATE
        assert not rows[0].ahead
