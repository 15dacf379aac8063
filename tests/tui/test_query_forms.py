"""The forms of queries, as help, command line and manual show them."""

from __future__ import annotations

from datetime import date

import pytest
from conftest import Opened, press, screen_text, settled

from index.query.fields import FIELDS
from index.query.parse import read
from tui import query_forms
from tui.__main__ import main
from tui.cli.manual import roff


@pytest.mark.parametrize("form", [form for form, _ in query_forms.FORMS])
def test_every_form_can_be_asked_as_it_stands(form: str) -> None:
    reading = read(form, today=date(2031, 4, 1))
    told = [one for one in reading.repairs if "was read as one name" not in one]
    assert told == []
    assert reading.hints == ()


def test_every_field_is_told_with_its_other_names() -> None:
    told = dict(query_forms.rows())
    for field in FIELDS:
        assert field.about in told[f"{field.name}:"]
        assert all(also in told[f"{field.name}:"] for also in field.aliases)


def test_command_line_and_manual_tell_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "--help"]) == 0
    printed = capsys.readouterr().out
    assert main(["man"]) == 0
    page = capsys.readouterr().out
    for form, finds in query_forms.rows():
        assert form in printed
        assert f".B {roff(form)}\n{roff(finds)}\n" in page


async def test_the_help_of_the_list_tells_them_by_their_words(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "question_mark", *"regular")
        await settled(pilot)
        assert "/colou?rs?/" in screen_text(app)


async def test_a_window_of_five_rows_has_no_bar_of_its_own(opened: Opened) -> None:
    async with opened(size=(20, 5)) as (app, pilot):
        await settled(pilot)
        assert not app.screen.show_vertical_scrollbar
        assert not app.screen.show_horizontal_scrollbar
