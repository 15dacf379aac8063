"""`i` on a name: its kind, that it is no name, and words of the sentence that are one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Opened, choose, press, screen_text
from people import archive_of_people

from index.archive import Archive
from tui.views import why


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """One report in which Ines Varga comes to Port Calder, and four others."""
    with archive_of_people(tmp_path) as made:
        yield made


def kinds(archive: Archive, number: int) -> dict[str, str]:
    """The kinds of the names of report `number`."""
    one = next(r.id for r in archive.newest() if r.title == f"Report number {number}")
    names = archive.get(one).names
    return {entity.name: entity.type for entity in (names.entities if names else ())}


async def to_name(app: object, pilot: object, name: str) -> None:
    """Put the lens of names on and go to a name."""
    if app.screen.reading.lens != "names":  # type: ignore[attr-defined]
        await press(pilot, "e")
    await press(pilot, "n")
    for _ in range(20):
        entity = why.entity_at(app.screen.reading)  # type: ignore[attr-defined]
        if entity is not None and entity.name == name:
            return
        await press(pilot, "n")
    raise AssertionError(f"{name} is not among the names")


async def test_after_a_decision_the_lens_stands_where_it_stood(
    opened: Opened, archive: Archive
) -> None:
    async with opened(archive, size=(100, 40)) as (app, pilot):
        await press(pilot, "j", "enter")
        await to_name(app, pilot, "Port Calder")
        names = [mark.label for mark in app.screen.reading.marks]  # type: ignore[attr-defined]
        here = app.screen.reading.at  # type: ignore[attr-defined]
        await press(pilot, "i")
        await choose(app, pilot, "Port Calder is no place but …")
        await choose(app, pilot, "work")
        await choose(app, pilot, "in this article")
        assert app.screen.reading.at == here  # type: ignore[attr-defined]
        await press(pilot, "u", "i")
        await choose(app, pilot, "Port Calder is no name …")
        await choose(app, pilot, "is no name in this article")
        gone = [label for label in names[:here] if "Port Calder" not in label]
        assert app.screen.reading.at == len(gone) - 1  # type: ignore[attr-defined]


async def test_a_place_is_said_to_be_a_work_in_this_article_and_undone(
    opened: Opened, archive: Archive
) -> None:
    async with opened(archive, size=(100, 40)) as (app, pilot):
        await press(pilot, "j", "enter")
        assert "Report number 3" in screen_text(app)
        await to_name(app, pilot, "Port Calder")
        await press(pilot, "i")
        await choose(app, pilot, "Port Calder is no place but …")
        await choose(app, pilot, "work")
        assert "Port Calder is a work in the 3 articles that name it now" in screen_text(app)
        await choose(app, pilot, "in this article")
        assert "decided, u undoes it: “port calder” is a work" in screen_text(app)
        assert kinds(archive, 3)["Port Calder"] == "work"
        assert kinds(archive, 0)["Port Calder"] == "place"
        await to_name(app, pilot, "Port Calder")
        await press(pilot, "i")
        assert "you said" in screen_text(app)
        assert "“port calder” is a work" in screen_text(app)
        await press(pilot, "escape", "u")
        assert "undone: “port calder” is a work" in screen_text(app)
        assert kinds(archive, 3)["Port Calder"] == "place"


async def test_no_name_holds_in_all_articles_that_name_it_and_is_undone_at_once(
    opened: Opened, archive: Archive
) -> None:
    async with opened(archive, size=(100, 40)) as (app, pilot):
        await press(pilot, "j", "enter")
        await to_name(app, pilot, "Port Calder")
        await press(pilot, "i")
        await choose(app, pilot, "Port Calder is no name …")
        await choose(app, pilot, "in the 3 articles")
        assert "in 3 articles decided" in screen_text(app)
        assert [k for n in range(5) for k in kinds(archive, n) if k == "Port Calder"] == []
        await press(pilot, "u")
        assert len([k for n in range(5) for k in kinds(archive, n) if k == "Port Calder"]) == 3


async def test_one_place_of_a_name_is_none_and_can_be_one_again(
    opened: Opened, archive: Archive
) -> None:
    async with opened(archive, size=(100, 40)) as (app, pilot):
        await press(pilot, "j", "j", "j", "enter")
        one = next(r.id for r in archive.newest() if r.title == "Report number 0")

        def places() -> int:
            names = archive.get(one).names
            assert names is not None
            return len(next(e for e in names.entities if e.name == "Ines Varga").mentions)

        assert places() == 3
        await to_name(app, pilot, "Ines Varga")
        await press(pilot, "i")
        await choose(app, pilot, "Ines Varga is no name …")
        await choose(app, pilot, "at this place alone")
        assert places() == 2
        await press(pilot, "q", "enter", ")", ")", "i")
        await choose(app, pilot, "is as it was read")
        assert places() == 3


async def test_words_that_were_missed_are_offered_and_marked(
    opened: Opened, archive: Archive
) -> None:
    async with opened(archive, size=(100, 40)) as (app, pilot):
        await press(pilot, "j", "enter", ")", ")", "i")
        await choose(app, pilot, "words here are a name …")
        await press(pilot, *"nowhere", "enter")
        assert "“nowhere” does not stand in this article" in screen_text(app)
        for _ in "nowhere":
            await press(pilot, "backspace")
        await press(pilot, *"alone", "enter")
        assert "“alone” names" in screen_text(app)
        await press(pilot, *"event", "enter")
        assert kinds(archive, 3)["alone"] == "event"
        await press(pilot, "i")
        await choose(app, pilot, "“alone” is as it was read")
        assert "alone" not in kinds(archive, 3)
