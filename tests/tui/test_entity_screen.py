"""An entity's page in the explorer: the ways to it, what its rows open, the way back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Opened, lines_of, press, screen_text, settled, shown
from people import archive_of_people
from textual.pilot import Pilot

from index.archive import Archive
from tui.app import Explorer
from tui.compute import Compute
from tui.screens.entity import EntityScreen
from tui.screens.panel import Panel
from tui.screens.reader import ReaderScreen
from tui.screens.search import SearchScreen
from tui.screens.sentences import SentencesScreen
from tui.widgets.pane import Pane


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with archive_of_people(tmp_path) as made:
        yield made


async def page_of(app: Explorer, pilot: Pilot[int], key: str = "person:ines varga") -> EntityScreen:
    """Open the page of an entity."""
    app.open_entity(key)
    await settled(pilot)
    assert isinstance(app.screen, EntityScreen)
    return app.screen


async def test_enter_on_a_name_in_the_reader_opens_its_page_and_q_leads_back(
    opened: Opened, archive: Archive
) -> None:
    async with opened(archive) as (app, pilot):
        await press(pilot, "slash", *"alone", "enter", "enter", "enter")
        assert "no name is under the cursor" in screen_text(app)
        await press(pilot, "e", "n", "enter")
        screen = app.screen
        assert isinstance(screen, EntityScreen)
        text = screen_text(app)
        assert "Tomas Reyl  person" in text
        assert "list › reader" in text
        await press(pilot, "q")
        assert isinstance(app.screen, ReaderScreen)


async def test_the_way_to_a_page_is_the_same_when_it_is_laid_out_under_a_panel(
    opened: Opened, archive: Archive
) -> None:
    async with opened(archive) as (app, pilot):
        await page_of(app, pilot)
        await press(pilot, "question_mark")
        assert isinstance(app.screen, Panel)
        await pilot.resize_terminal(100, 30)
        await settled(pilot)
        await press(pilot, "escape")
        assert "list   " in screen_text(app)
        assert "list › Ines Varga" not in screen_text(app)


async def test_a_name_typed_otherwise_opens_who_is_meant_and_the_status_line_says_so(
    opened: Opened, archive: Archive
) -> None:
    async with opened(archive) as (app, pilot):
        await press(pilot, "slash", *"alone", "enter", "at", *"varga ines", "enter")
        await shown(pilot, lambda: "is read as Ines Varga, 3 articles" in screen_text(app))
        assert isinstance(app.screen, EntityScreen)
        assert app.screen.key == "person:ines varga"


async def test_a_title_before_a_name_is_completed_without_it(
    opened: Opened, archive: Archive
) -> None:
    async with opened(archive) as (app, pilot):
        await press(pilot, "slash", *"alone", "enter", "at", *"minister ines")
        await shown(pilot, lambda: "Ines Varga  person" in screen_text(app))
        await press(pilot, "enter")
        assert isinstance(app.screen, EntityScreen)
        assert app.screen.key == "person:ines varga"


async def test_a_name_is_typed_with_completion_where_none_is_under_the_cursor(
    opened: Opened, archive: Archive
) -> None:
    async with opened(archive) as (app, pilot):
        await press(pilot, "slash", *"paints", "enter", "at")
        assert isinstance(app.screen, Panel)
        assert "Lina Varga" in screen_text(app)  # of the article here, before a letter is typed
        await press(pilot, *"ines")
        await shown(pilot, lambda: "Ines Varga  person" in screen_text(app))
        await press(pilot, "enter")
        assert isinstance(app.screen, EntityScreen)
        assert app.screen.key == "person:ines varga"


async def test_a_name_that_several_have_is_chosen_and_an_unknown_one_is_said(
    opened: Opened, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(archive, size=(120, 30)) as (app, pilot):
        with monkeypatch.context() as before:  # typed before anything is offered
            before.setattr("tui.screens.entity_asking.Offers.options", lambda *_: [])
            await press(pilot, "colon", *"entity", "enter", *"varga", "enter")
        assert "“varga” may be" in screen_text(app)
        await press(pilot, "j", "enter")
        assert isinstance(app.screen, EntityScreen)
        assert app.screen.key == "person:lina varga"
        await press(pilot, "q")
        await press(pilot, "colon", *"entity", "enter")
        await press(pilot, *"qqq", "enter")
        assert "No article names “qqq”" in screen_text(app)


async def test_numbers_open_at_their_sentences_and_these_in_the_article(
    opened: Opened, archive: Archive
) -> None:
    async with opened(archive) as (app, pilot):
        page = await page_of(app, pilot)
        await press(pilot, "tab")
        assert page.current is not None
        assert page.current.section == "outlet"
        here = page.cursor
        await press(pilot, "enter")
        assert isinstance(app.screen, SentencesScreen)
        text = screen_text(app)
        assert "Ines Varga in Gazette" in text
        assert "5 sentences in 2 articles" in text
        assert "list › Ines Varga" in text
        sentences = app.screen
        await press(pilot, "j", "enter")
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        assert reader.reading is not None
        assert reader.reading.sentence is not None
        shown = reader.reading.record.article.sentence_text(reader.reading.sentence)
        assert shown == sentences.here()[2]
        await press(pilot, "q", "q")
        assert app.screen is page
        assert page.cursor == here


async def test_sections_are_reached_by_keys_unfolded_and_ordered(
    opened: Opened, archive: Archive
) -> None:
    async with opened(archive) as (app, pilot):
        page = await page_of(app, pilot)
        for key, section in (("d", "said"), ("e", "with"), ("w", "label")):
            await press(pilot, key)
            assert page.current is not None
            assert page.current.section == section
        await press(pilot, "e", "at")
        assert isinstance(app.screen, Panel)
        assert "under the cursor" in screen_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, EntityScreen)
        assert app.screen.key == "person:tomas reyl"
        await press(pilot, "q", "i")
        assert "how it was counted" in screen_text(app)
        await press(pilot, "escape", "o")
        assert "oldest first" in screen_text(app)


async def test_a_query_narrows_the_page_and_escape_takes_it_off(
    opened: Opened, archive: Archive
) -> None:
    async with opened(archive) as (app, pilot):
        await page_of(app, pilot)
        await press(pilot, "slash", *"outlet:Wire", "enter")
        text = screen_text(app)
        assert "only of outlet:Wire" in text
        assert "1 of 2 articles" in text
        await press(pilot, "slash", "ctrl+u", *"colour:red", "enter")
        assert "only of outlet:Wire" in screen_text(app)
        await press(pilot, "slash", "ctrl+u", *"qqqq", "enter")
        assert "3 do without it" in screen_text(app)
        await press(pilot, "escape")
        assert "3 of 5 articles" in screen_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, SearchScreen)


async def test_a_wide_terminal_shows_the_sentences_beside(opened: Opened, archive: Archive) -> None:
    async with opened(archive, size=(170, 40)) as (app, pilot):
        await page_of(app, pilot, "person:tomas reyl")
        pane = app.screen.query_one("#beside", Pane)
        await shown(pilot, lambda: "3 sentences in 3 articles" in "\n".join(lines_of(pane)))
        beside = "\n".join(lines_of(pane))
        assert "Tomas Reyl was alone in Port Calder." in beside


async def test_the_page_is_written_with_every_count(
    opened: Opened, archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened(archive) as (app, pilot):
        await page_of(app, pilot)
        await press(pilot, "E", "enter")
        assert "written to entity-ines-varga.html" in screen_text(app)
        await press(pilot, "E", "j", "j", "enter")
        await press(pilot, "E", "j", "j", "j", "enter")
    assert "<td role=" in (tmp_path / "entity-ines-varga.html").read_text()
    assert "spelling,Ines Varga" in (tmp_path / "entity-ines-varga.csv").read_text()
    assert '"ids"' in (tmp_path / "entity-ines-varga.json").read_text()


async def test_a_name_is_counted_in_the_process_beside(opened: Opened, tmp_path: Path) -> None:
    with archive_of_people(tmp_path) as archive:
        compute = Compute(tmp_path / "archive")
        async with opened(archive, compute=compute) as (app, pilot):
            app.open_entity("person:ines varga")
            for _ in range(100):  # a process has to start, on a busy machine too
                if app.screen.waiting:
                    await settled(pilot)
            assert "3 of 5 articles" in screen_text(app)
            assert compute.pid is not None
        compute.stop()


async def test_letters_behind_the_at_sign_are_a_name_though_one_is_under_the_cursor(
    opened: Opened, archive: Archive
) -> None:
    async with opened(archive) as (app, pilot):
        await page_of(app, pilot)
        await press(pilot, "e", "at", *"port")
        assert isinstance(app.screen, Panel)
        await press(pilot, "enter")
        assert isinstance(app.screen, EntityScreen)
        assert app.screen.key == "place:port calder"


async def test_an_emptied_field_takes_the_query_off_with_enter_and_keeps_it_with_escape(
    opened: Opened, archive: Archive
) -> None:
    async with opened(archive) as (app, pilot):
        screen = await page_of(app, pilot)
        await press(pilot, "slash", *"outlet:gazette", "enter", "slash", "ctrl+u", "escape")
        assert screen.query_text == "outlet:gazette"
        assert "2 of 2 articles" in screen_text(app)
        await press(pilot, "slash", "ctrl+u", "enter")
        assert screen.query_text == ""
        assert "3 of 5 articles" in screen_text(app)
