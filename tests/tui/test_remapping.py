"""Keys from the settings: what they do then, and how a wrong one is refused."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Opened, press, screen_text
from shelf import FERRY_HARBOUR, FERRY_MERIDIAN, Shelf

from tui import command_lists, commands, judging
from tui.__main__ import main
from tui.config import Settings, SettingsError, read
from tui.screens.panel import Panel
from tui.views.footer import footer_line
from tui.views.lines import line_text


@pytest.fixture(autouse=True)
def table_as_it_is() -> Iterator[None]:
    yield
    commands.use(())


def settings(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "config.toml"
    file.write_text(text)
    return file


def test_a_key_of_the_settings_takes_the_place_of_the_tables(tmp_path: Path) -> None:
    file = settings(tmp_path, '[keys]\nstar = "#"\n')
    commands.use(read(file).table)
    assert commands.keymap("search")["number_sign"].name == "star"
    assert "asterisk" not in commands.keymap("search")
    assert commands.keymap("reader")["number_sign"].name == "star"


def test_the_settings_that_the_readme_shows_are_settings(tmp_path: Path) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    shown = re.findall(r"^```toml\n(.*?)^```", readme, re.MULTILINE | re.DOTALL)
    assert any("[keys.reader]" in text for text in shown)
    for text in shown:
        assert read(settings(tmp_path, text)) != Settings()


def test_a_key_may_hold_on_one_screen_only_and_a_command_may_have_several(tmp_path: Path) -> None:
    file = settings(tmp_path, '[keys.reader]\nnames = ["p", "ctrl+N", "f5"]\n')
    commands.use(read(file).table)
    assert commands.keymap("compare")["e"].name == "names"
    reader = commands.keymap("reader")
    assert "e" not in reader
    assert {key for key, c in reader.items() if c.name == "names"} == {"p", "ctrl+n", "f5"}


def test_footer_help_and_sentences_follow(tmp_path: Path) -> None:
    file = settings(tmp_path, '[keys]\nfacets = "C"\nundo = "U"\nnext = "ctrl-n"\n')
    commands.use(read(file).table)
    assert "C facets" in line_text(footer_line("search", 200))
    assert line_text(footer_line("reader", 80)).startswith("ctrl-n N next")
    assert command_lists.find("search", "C")[0].name == "facets"
    assert commands.key("undo", "compare") == "U"
    assert commands.collisions() == []


def test_a_command_without_a_key_is_still_reached_by_its_name(tmp_path: Path) -> None:
    commands.use(read(settings(tmp_path, "[keys]\nfacets = []\n")).table)
    assert "F" not in commands.keymap("search")
    assert command_lists.complete("search", "facets")[0].id == "facets"
    assert "facets" not in line_text(footer_line("search", 300))


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('theme = "dark"\n\n[keys]\nmark = "x"\nstra = "b"\n', 5, "the nearest is “star”"),
        ('[keys]\nopen = "m"\n', 2, "m would mean “mark” and “open” on the screen “search”"),
        ('[keys]\nfacets = "x"\n[keys.compare]\nview = "x"\n', 4, "“swap” and “view”"),
        ('[keys]\n# so\nstar = "ctrl-shift-x"\n', 3, "is no key"),
        ("[keys]\nstar = 3\n", 2, "must be a text or a list of texts"),
        ('[keys]\n[keys.readr]\nstar = "b"\n', 2, "the nearest is “reader”"),
        ('[keys.compare]\nstar = "b"\n', 2, "on the screen “compare”"),
        ('theme = "dark"\n[keys."two outlets"]\nswp = "b"\n', 3, "the nearest is “swap”"),
        ('[keys]\nclose = ""\n', 2, "“close” must keep a key"),
        ('copy = "osc"\n', 1, "must be auto or tmux"),
        ('theme = "dark"\nkeys = "vi"\n', 2, "must be a table"),
    ],
)
def test_what_means_nothing_is_refused_by_file_and_line(
    tmp_path: Path, text: str, line: int, said: str
) -> None:
    file = settings(tmp_path, text)
    with pytest.raises(SettingsError) as caught:
        read(file)
    assert str(caught.value).startswith(f"{file}:{line}: ")
    assert said in str(caught.value)
    assert str(caught.value).count(". ") == 0, "one sentence"


async def test_the_explorer_obeys_the_key_and_tells_it(opened: Opened, tmp_path: Path) -> None:
    table = read(settings(tmp_path, '[keys]\nmark = "X"\n[keys.compare]\nswap = "Y"\n')).table
    async with opened(Shelf(), table=table) as (app, pilot):
        await press(pilot, "X")
        assert len(app.session.marked) == 1
        await press(pilot, "m")
        assert len(app.session.marked) == 1
        assert "X mark" in screen_text(app)
        await press(pilot, "question_mark", *"mark for comp")
        assert "X                 mark for comparison" in screen_text(app)


async def test_what_screens_say_names_the_keys_of_the_settings(
    opened: Opened, tmp_path: Path
) -> None:
    text = '[keys]\nquery = "ctrl-f"\nnext = "ctrl-n"\nonly-left = "p"\ndown = "ctrl-e"\n'
    table = read(settings(tmp_path, text)).table
    async with opened(Shelf([FERRY_HARBOUR, FERRY_MERIDIAN]), table=table) as (app, pilot):
        await press(pilot, "ctrl+f", *"aurelia", "enter", "q")
        assert "put aside; ctrl-f and ↑ bring it back" in screen_text(app)
        await press(pilot, "m", "ctrl+e", "m", "c", "f")
        assert "marked, ctrl-n goes to the next" in screen_text(app)
        both = app.screen.sides  # type: ignore[attr-defined]
        both.only = "left"
        assert both.nothing == ""
        both.rows = []
        assert both.nothing.endswith("; p shows all rows again")


async def test_a_sentence_names_the_key_of_the_screen_it_stands_on(
    opened: Opened, tmp_path: Path
) -> None:
    text = '[keys.reader]\nundo = "U"\nmark = "+"\n[keys.compare]\nnext = "ctrl-n"\n'
    table = read(settings(tmp_path, text)).table
    async with opened(Shelf([FERRY_HARBOUR, FERRY_MERIDIAN]), table=table) as (app, pilot):
        await press(pilot, "M")
        assert "m marks the article" in screen_text(app)
        await press(pilot, "enter", "M")
        assert "+ marks the article" in screen_text(app)
        await press(pilot, "i")
        assert "U undoes it later" in screen_text(app)
        await press(pilot, "escape", "plus", "J", "plus", "c", "f")
        assert "marked, ctrl-n goes to the next" in screen_text(app)
        assert commands.key("undo", "compare") == "u"


async def test_panels_move_and_take_away_by_the_keys_of_the_settings(
    opened: Opened, tmp_path: Path
) -> None:
    text = '[keys]\nmark = "ctrl-r"\ndown = "ctrl-n"\nup = "ctrl-e"\nquit = "Z"\n'
    table = read(settings(tmp_path, text)).table
    async with opened(Shelf(), table=table) as (app, pilot):
        await press(pilot, "ctrl+r", "ctrl+n", "ctrl+r", "M")
        panel = app.screen
        assert isinstance(panel, Panel)
        assert "ctrl-r takes a mark away" in screen_text(app)
        await press(pilot, "ctrl+n")
        assert panel.cursor == 1
        await press(pilot, "j", "m", "ctrl+e")
        assert panel.cursor == 0
        second = app.session.marked[1]
        await press(pilot, "ctrl+r")
        assert app.session.marked == [second]
        await press(pilot, "q")
        assert app.screen is app.list_screen
        await press(pilot, "ctrl+c")
        assert "Z quits" in screen_text(app)


def test_what_is_said_of_a_decision_names_the_key_that_takes_it_back(tmp_path: Path) -> None:
    commands.use(read(settings(tmp_path, '[keys]\nundo = "U"\n')).table)
    assert judging.decided() == "decided; U undoes it"


def test_the_command_prints_the_table_in_force(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "broadsheet").mkdir()
    file = settings(tmp_path / "broadsheet", '[keys]\nstar = "b"\n')
    assert main(["keys", "--json"]) == 2
    assert "“page-up” and “star”" in capsys.readouterr().err
    file.write_text('[keys]\nstar = "#"\n')
    assert main(["keys", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)["keys"]
    assert [row["keys"] for row in rows if row["name"] == "star"] == ["#"]
