"""`i` on the heading lines: title, outlet, day and authors, typed over what is known."""

from __future__ import annotations

from pathlib import Path

from conftest import Opened, choose, press, screen_text
from people import archive_of_people


async def test_title_authors_and_day_are_typed_over_and_undone(
    opened: Opened, tmp_path: Path
) -> None:
    with archive_of_people(tmp_path) as archive:
        async with opened(archive, size=(100, 40)) as (app, pilot):
            await press(pilot, "j", "enter", ")", "i")
            assert "the title is …" in screen_text(app)
            await choose(app, pilot, "the title is …")
            assert "Report number 3" in screen_text(app)
            await press(pilot, *"Reyl alone", "enter")
            assert "decided, u undoes it: the title is “Reyl alone”" in screen_text(app)
            assert "Reyl alone" in screen_text(app)
            assert archive.search("title:alone").total == 1
            await press(pilot, "i")
            await choose(app, pilot, "it is by …")
            await press(pilot, *"Ann Bell, Otto Brandis", "enter")
            assert "by Ann Bell, Otto Brandis" in screen_text(app)
            assert archive.search("author:brandis").total == 1
            await press(pilot, "i")
            await choose(app, pilot, "the day is …")
            await press(pilot, *"20 March", "enter")
            assert "written YYYY-MM-DD" in screen_text(app)
            await press(pilot, "escape", "i")
            text = screen_text(app)
            assert "you said" in text
            assert "it is by Ann Bell, Otto Brandis" in text
            await press(pilot, "escape", "u")
            assert "undone: it is by Ann Bell, Otto Brandis" in screen_text(app)
            await press(pilot, "u")
            assert "undone: the title is “Reyl alone”" in screen_text(app)
            assert archive.search("title:alone").total == 0


async def test_an_emptied_field_takes_away_what_was_stated(opened: Opened, tmp_path: Path) -> None:
    with archive_of_people(tmp_path) as archive:
        async with opened(archive, size=(100, 40)) as (app, pilot):
            await press(pilot, "j", "enter", "i")
            await choose(app, pilot, "the outlet is …")
            await press(pilot, "ctrl+u", "enter")
            assert [row.outlet for row in archive.newest()][1] is None
            await press(pilot, "i")
            assert "the outlet is not known" in screen_text(app)
