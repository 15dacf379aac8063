"""`i` on a name: its spellings, why they were joined, and the judgements that merge or part."""

from __future__ import annotations

from conftest import Opened, press, screen_text
from shelf import FERRY_HARBOUR, NAMES, Shelf

from tui.views import why


async def test_a_spelling_is_parted_in_this_article_and_the_parting_undone(opened: Opened) -> None:
    shelf = Shelf()
    async with opened(shelf) as (app, pilot):
        await press(pilot, "j", "enter", "e")
        while "Varga" not in (name_under_the_cursor(app)):
            await press(pilot, "n")
        await press(pilot, "i")
        text = screen_text(app)
        assert "the surname alone, after the full name" in text
        assert "“Varga” is not Ines Varga …" in text
        await press(pilot, "j", "enter")
        assert "in this article “Varga” is not Ines Varga" in screen_text(app)
        await press(pilot, "enter")
        (made,) = shelf.judged
        assert (made.article, made.field, made.value, made.target) == (
            FERRY_HARBOUR.id, "name_part", "Varga", "person:ines varga"
        )  # fmt: skip
        assert "decided, u undoes it: “Varga” is not ines varga" in screen_text(app)
        await press(pilot, "u")
        assert shelf.judged == []
        assert "undone: “Varga” is not ines varga" in screen_text(app)


async def test_a_spelling_is_parted_in_all_articles(opened: Opened) -> None:
    shelf = Shelf()
    async with opened(shelf) as (app, pilot):
        await press(pilot, "j", "enter", "e")
        while "Varga" not in name_under_the_cursor(app):
            await press(pilot, "n")
        await press(pilot, "i", "j", "enter", "j", "enter")
        assert [(j.article, j.field) for j in shelf.judged] == [("", "name_part")]


async def test_a_name_is_merged_with_one_that_is_typed_in_part(opened: Opened) -> None:
    shelf = Shelf()
    async with opened(shelf) as (app, pilot):
        await press(pilot, "j", "enter", "e")
        while "Varga" not in name_under_the_cursor(app):
            await press(pilot, "n")
        await press(pilot, "i", "j", "j", "enter")
        assert "Ines Varga is the same as" in screen_text(app)
        await press(pilot, *"reyl")
        assert "Tomas Reyl" in screen_text(app)
        await press(pilot, "enter")
        (made,) = shelf.judged
        assert (made.field, made.value, made.target) == (
            "name_merge", "person:ines varga", "person:tomas reyl"
        )  # fmt: skip


async def test_leaving_a_panel_about_a_name_decides_nothing(opened: Opened) -> None:
    shelf = Shelf()
    async with opened(shelf) as (app, pilot):
        await press(pilot, "j", "enter", "e")
        while "Varga" not in name_under_the_cursor(app):
            await press(pilot, "n")
        for keys in (["i", "escape"], ["i", "j", "enter", "escape"], ["i", "enter"]):
            await press(pilot, *keys)
        assert shelf.judged == []


async def test_the_name_under_the_cursor_of_the_list_is_explained(opened: Opened) -> None:
    async with opened(size=(140, 40)) as (app, pilot):
        await press(pilot, "j", "enter", "tab", "i")
        first = NAMES[FERRY_HARBOUR.id].entities[0]
        assert f"{first.name} is the same as …" in screen_text(app)


def test_only_names_of_one_type_are_offered_as_the_same() -> None:
    (entity,) = (e for e in NAMES[FERRY_HARBOUR.id].entities if e.key == "person:ines varga")
    known = [
        ("person:ines varga", "Ines Varga", 3),
        ("person:inez varga", "Inez Varga", 1),
        ("place:varga", "Varga", 2),
    ]
    assert [o.value for o in why.same_as(entity, known, "")] == ["person:inez varga"]
    assert why.same_as(entity, known, "reyl") == []


def name_under_the_cursor(app: object) -> str:
    """The name whose place the lens stands on."""
    reading = app.screen.reading  # type: ignore[attr-defined]
    entity = why.entity_at(reading)
    return entity.name if entity is not None else ""
