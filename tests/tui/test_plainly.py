"""`:plain`: the page one is on as text in a file, on every screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Opened, press, screen_text
from shelf import FERRY_HARBOUR, FERRY_MERIDIAN, Shelf

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
    assert not set(text) & set("│─━█▌")
