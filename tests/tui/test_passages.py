"""Screens of sentences: what is laid out when, and that the end is the end of all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import Opened, press, screen_text, settled
from people import archive_of_people

from index.archive import Archive
from index.entity.result import Places, Target
from tui.places import SentencesPlace
from tui.screens.sentences import SentencesScreen
from tui.views.laid import Laid
from tui.views.lines import Run, line_text


class Words(Laid[str]):
    """Each word a place of two lines; how often one was laid out."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def add(self, *words: str) -> None:
        self._pieces += words

    def piece(self, piece: str, width: int) -> None:
        self.times += 1
        self.stand((Run(piece),), (Run(str(width)),))
        self.put(())


def test_a_move_lays_out_nothing_and_what_comes_in_is_laid_out_once() -> None:
    words = Words()
    words.add("fire", "ferry")
    words.lay(80)
    words.move(1)
    assert words.times == 2
    words.add("harbour")
    words.lay(80)
    assert words.times == 3
    words.lay(60)
    assert words.times == 6


def test_the_place_under_the_cursor_is_marked_and_each_line_belongs_to_one_or_none() -> None:
    words = Words()
    words.add("fire", "ferry")
    words.lay(80)
    words.move(5)
    assert [line_text(words.line(at)) for at in range(words.count)] == [
        "  fire", "  80", "", "▌ ferry", "▌ 80", "",
    ]  # fmt: skip
    assert [words.at_line(at) for at in range(words.count)] == [0, 0, None, 1, 1, None]


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with archive_of_people(tmp_path) as made:
        yield made


async def test_the_last_sentence_is_reached_though_only_some_were_read(
    opened: Opened, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def two(of: Archive, asked: tuple[str, str, Target], offset: int, _: object) -> Places:
        return of.entities().places(*asked, offset, 2)

    monkeypatch.setattr("tui.screens.sentences.places_of", two)
    monkeypatch.setattr("tui.screens.passages.NEAR", 0)
    async with opened(archive) as (app, pilot):
        app.open_entity("person:ines varga")
        await settled(pilot)
        await press(pilot, "tab", "enter")
        assert isinstance(app.screen, SentencesScreen)
        assert app.screen.laid.read == 2
        await press(pilot, "G")
        assert app.screen.laid.read == app.screen.total == 5
        assert "5/5" in screen_text(app)


async def test_a_sentence_far_down_is_stood_on_again_and_the_page_as_text_holds_all(
    opened: Opened, archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def one(of: Archive, asked: tuple[str, str, Target], offset: int, _: object) -> Places:
        return of.entities().places(*asked, offset, 1)

    monkeypatch.setattr("tui.screens.sentences.places_of", one)
    monkeypatch.setattr("tui.screens.passages.NEAR", 0)
    monkeypatch.chdir(tmp_path)
    left = SentencesPlace(
        key="person:ines varga",
        section="outlet",
        value="Gazette",
        told="Ines Varga in Gazette",
        row=2,
    )
    async with opened(archive) as (app, pilot):
        app.open_sentences_at(left)
        await settled(pilot)
        assert isinstance(app.screen, SentencesScreen)
        assert app.screen.laid.read == 3
        stood = app.screen.place()
        article, sentence, _ = app.screen.here()
        assert stood == replace(left, article=article, sentence=sentence)
        assert "3/5" in screen_text(app)
        await press(pilot, "colon", *"plain", "enter", "enter")
        assert app.screen.place() == stood
        await press(pilot, "j", "j")
        assert "5/5" in screen_text(app)
    assert (tmp_path / "sentences.txt").read_text().count("\nid: ") == 5
