"""`:plain`: the page one is on as text in a file, on every screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Opened, press, screen_text, settled
from people import archive_of_people
from shelf import FERRY_HARBOUR, FERRY_MERIDIAN, Shelf

from tui.app import Explorer
from tui.shell import Ran, wants_terminal

PLAIN = ("colon", *"plain", "enter", "enter")


@pytest.mark.parametrize(
    ("way", "file", "holds"),
    [
        ((), "search.txt", "The newest articles."),
        (("slash", *"aurelia", "enter"), "search.txt", "Query: aurelia"),
        (("enter",), "reader.txt", "Quotations: "),
        (("m", "j", "m", "c"), "compare.txt", "Row 1 of "),
    ],
)
async def test_the_page_is_written_as_text_with_all_it_holds(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    way: tuple[str, ...], file: str, holds: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    async with opened(Shelf([FERRY_HARBOUR, FERRY_MERIDIAN])) as (app, pilot):
        await press(pilot, *way, *PLAIN)
        assert f"written to {file}" in screen_text(app)
    text = (tmp_path / file).read_text()
    assert holds in text
    assert not set(text) & set("│─━█▇▌")


@pytest.mark.parametrize(("pager", "status"), [("less -R", 0), ("nosuch --wide", 127)])
async def test_any_pager_gets_the_terminal_and_one_that_fails_is_named(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, pager: str, status: int
) -> None:
    asked: list[str] = []

    async def run(command: str, text: str, *_: object) -> Ran:
        asked.append(text)
        assert wants_terminal(command)
        assert pager in command
        return Ran(status, "", True)

    monkeypatch.setenv("PAGER", pager)
    monkeypatch.setattr("tui.shell.run", run)
    monkeypatch.setattr(Explorer, "terminal_number", lambda _: 0)
    async with opened() as (app, pilot):
        await press(pilot, *PLAIN)
        assert ("exit status 127" in screen_text(app)) == bool(status)
    assert "The newest articles." in asked[0]


async def test_an_entitys_page_its_sentences_and_the_outlets_are_linear_and_complete(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with archive_of_people(tmp_path) as archive:
        async with opened(archive) as (app, pilot):
            app.open_entity("person:ines varga")
            await settled(pilot)
            await press(pilot, *PLAIN)
            await press(pilot, "tab", "enter", *PLAIN)
            assert "written to sentences.txt" in screen_text(app)
            app.open_outlets()
            await settled(pilot)
            await press(pilot, *PLAIN)
    page = (tmp_path / "entity.txt").read_text()
    assert "Ines Varga (person): 3 of 5 articles" in page
    whole = {"spelling", "outlet", "month", "with", "quotation", "article"}
    assert whole <= {line.partition(": ")[2] for line in page.splitlines()}
    sentences = (tmp_path / "sentences.txt").read_text()
    assert "Ines Varga in Gazette: 5 sentences" in sentences
    assert sentences.count("\nid: ") == 5
    outlets = (tmp_path / "outlets.txt").read_text()
    assert "1 of 3: Gazette" in outlets
    assert outlets.count("\narticles: ") == 3
    assert not set(page + sentences + outlets) & set("│─━█▇▌")
