"""One table of commands: keys, footer, help, palette and what the screens do agree."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui import command_lists, commands
from tui.screens.base import CommandScreen, footer_line
from tui.screens.compare import CompareScreen
from tui.screens.entity import EntityScreen
from tui.screens.evidence import EvidenceScreen
from tui.screens.outlets import OutletsScreen
from tui.screens.reader import ReaderScreen
from tui.screens.search import SearchScreen
from tui.screens.sentences import SentencesScreen
from tui.screens.stories import StoriesScreen
from tui.screens.story import StoryScreen
from tui.screens.story_going import FOOT_KEYS
from tui.screens.two_outlets import TwoOutletsScreen
from tui.views.lines import line_text, line_width

CLASSES: tuple[type[CommandScreen], ...] = (
    SearchScreen, ReaderScreen, CompareScreen, StoriesScreen, StoryScreen, EntityScreen,
    SentencesScreen, OutletsScreen, TwoOutletsScreen, EvidenceScreen,
)  # fmt: skip
SCREENS = {screen.KIND: screen for screen in CLASSES}

LIST, READER, COMPARE, STORY = {"search"}, {"reader"}, {"compare"}, {"story"}
STORIES, ENTITY, SENTENCES = {"stories"}, {"entity"}, {"sentences"}
OUTLETS, TWO, EVIDENCE = {"outlets"}, {"two outlets"}, {"evidence"}
EVERY = set(SCREENS)
PROMISED: tuple[tuple[str, set[str]], ...] = (
    # what everybody may press anywhere
    ("j k ↓ ↑ space PgDn b PgUp ctrl-d ctrl-u g G Home End", EVERY),
    ("Enter q Backspace ctrl-o Esc Q : ctrl-p ? u R", EVERY),
    ("* t a y E | S O m M i", EVERY),
    # what a screen is for
    ("/", LIST | READER | COMPARE | STORY | STORIES | OUTLETS | TWO | ENTITY),
    ("n N", LIST | READER | COMPARE | STORY | TWO),
    ('e f " d', READER | COMPARE | STORY),
    ('e " d w < >', TWO),
    ("w < >", COMPARE),
    ("r", READER | COMPARE),
    ("( )", READER | COMPARE),
    ("h l ← →", COMPARE | STORY | TWO),
    ("Tab", LIST | READER | COMPARE | STORY | TWO),
    ("1 2 3 4 5 6 7 8 9", READER | COMPARE | STORY | TWO),
    ("J K", READER | COMPARE | STORY | TWO),
    ("c", EVERY - COMPARE),
    ("s", LIST | READER | COMPARE | TWO | EVIDENCE | SENTENCES),
    ("@", EVERY - LIST),
    ("v z", LIST | READER | COMPARE | STORY | TWO),
    ("o", LIST | COMPARE | STORY | OUTLETS | TWO),
    ("x", COMPARE | TWO),
    ("F H", LIST),
    ("H", STORY | TWO),
)
"""Keys that a person who learnt them on one screen expects on the others, and where."""


def test_no_key_means_two_things_on_one_screen() -> None:
    assert commands.collisions() == []


@pytest.mark.parametrize("screen", SCREENS)
def test_every_key_that_is_promised_does_something_on_its_screens(screen: str) -> None:
    there = {key for command in commands.on_screen(screen) for key in command.keys}
    wanted = {key for keys, screens in PROMISED if screen in screens for key in keys.split()}
    assert wanted - there == set()


def test_a_screen_stands_for_every_name_in_the_table() -> None:
    assert set(commands.EVERYWHERE) == set(SCREENS)


def test_a_key_given_twice_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    double = commands.Command("other", "other", ("m",), "other", "something else")
    monkeypatch.setattr(commands, "COMMANDS", (*commands.COMMANDS, double))
    assert ("search", "m", ["mark", "other"]) in commands.collisions()


def test_the_first_way_to_a_command_is_named_in_sentences() -> None:
    assert commands.key("undo", "story") == "u"
    assert commands.key("save", "search") == ":save"


@pytest.mark.parametrize("screen", SCREENS)
def test_every_command_of_the_table_is_done_by_its_screen(screen: str) -> None:
    missing = [
        c.id for c in commands.on_screen(screen) if not hasattr(SCREENS[screen], f"do_{c.id}")
    ]
    assert missing == []


@pytest.mark.parametrize("screen", SCREENS)
def test_no_screen_does_anything_that_the_table_does_not_name(screen: str) -> None:
    known = {c.id for c in commands.on_screen(screen)}
    done = {n[3:] for n in dir(SCREENS[screen]) if n.startswith("do_")}
    shared = {"mark", "compare", "story"}  # the base class holds what only some screens offer
    assert done - known <= shared


@pytest.mark.parametrize("screen", SCREENS)
def test_names_are_unique_on_a_screen_and_the_palette_finds_each(screen: str) -> None:
    names = [c.name for c in commands.on_screen(screen)]
    assert len(names) == len(set(names))
    for command in commands.on_screen(screen):
        assert command_lists.complete(screen, command.name)[0].name == command.name


def test_a_command_is_found_by_the_beginning_of_its_name() -> None:
    assert [c.id for c in command_lists.complete("reader", "quot")][:1] == ["quotations"]


def test_help_is_searched_by_key_and_by_word() -> None:
    assert command_lists.find("reader", "r")[0].id == "removed"
    assert "removed" in [c.id for c in command_lists.find("reader", "set aside")]
    assert command_lists.find("search", "zebra") == []


def test_keys_that_are_dead_or_need_altgr_have_another_way() -> None:
    quotations = commands.keymap("reader")["quotation_mark"]
    assert commands.keymap("reader")["d"] is quotations


def test_no_command_is_reached_only_by_shift_with_arrows_alt_or_function_keys() -> None:
    for command in commands.COMMANDS:
        ways = [key for key in command.keys if not key.startswith(("alt-", "shift-", "F1"))]
        assert ways or not command.keys  # what has no key at all is reached by its name


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_the_footer_fits_and_ends_with_help(screen: str, width: int) -> None:
    line = footer_line(screen, width)
    assert line_width(line) == width
    assert line_text(line).endswith("? help")


@pytest.mark.parametrize("view", FOOT_KEYS)
def test_the_footer_of_a_view_of_a_story_has_a_key_for_every_word(view: str) -> None:
    words = FOOT_KEYS[view]
    assert [short for _, short in commands.footer(commands.STORY, words)] == [*words.values()]
    assert line_text(footer_line(commands.STORY, 80, words)).endswith("? help")


@pytest.mark.parametrize("screen", SCREENS)
def test_the_footer_names_only_keys_of_the_screen(screen: str) -> None:
    keys = {key for c in commands.on_screen(screen) for key in c.keys}
    for shown, _short in commands.footer(screen):
        assert set(shown.split()) <= keys


def test_the_table_for_readers_names_every_command_once() -> None:
    rows = command_lists.rows()
    assert len(rows) == len(commands.COMMANDS)
    assert rows[[r[1] for r in rows].index("mark")][:3] == ("m", "mark", "search, reader")


def test_the_readme_shows_the_table() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    assert command_lists.markdown() in readme
