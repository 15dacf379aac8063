"""Which reports of other outlets are offered beside an article."""

from __future__ import annotations

from pathlib import Path

from events import FERRY, MARKET, shelf

from corpus.article import Document, Stated
from index.counterparts import counterparts


def told(text: str, outlet: str) -> Document:
    """A report by an outlet."""
    stated = Stated(
        title=(f"{outlet} reports", "field"),
        outlet=(outlet, "field"),
        published=("2031-03-13", "field"),
    )
    return Document(text.encode(), text, f"told.jsonl#{outlet}", "jsonl", stated)


def test_reports_that_stand_in_its_story_are_never_denied(tmp_path: Path) -> None:
    with shelf(tmp_path, told(FERRY[0], "Argus"), told(MARKET[0], "Bugle")) as archive:
        ids = {row.outlet: row.id for row in archive.newest()}
        record, nothing = archive.get(ids["Argus"]), archive.search("quetzalcoatl")
        of_story = archive.rows(list(ids.values()))
        found = counterparts(record, lambda query: nothing, archive.get, of_story)
        assert [row.outlet for row, _ in found] == ["Bugle"]
        assert counterparts(record, lambda query: nothing, archive.get) == []
