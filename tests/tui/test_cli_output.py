"""What commands print: harmless on terminals, in spreadsheets and in pages."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsroom import coming_in
from people import recognise, told
from shelf import Shelf, article

from index.archive import Archive
from index.scores import ScorePart
from tui.cli import output, progress
from tui.cli.entity_pages import written_as
from tui.cli.found import print_answer, print_places

NASTY = "\x1b[31mred\x1b[0m \x9b2J \u202eback\u202c [bold]markup[/bold] :smile: \x07"


class Terminal(io.StringIO):
    encoding = "utf-8"  # type: ignore[assignment]

    def isatty(self) -> bool:
        return True


def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal in the place of standard output, until the test ends."""
    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "120")
    return screen


def test_a_table_elsewhere_is_tab_separated_lines_under_their_names(
    capsys: pytest.CaptureFixture[str],
) -> None:
    output.print_table(("a", "b"), [("one\ttwo\nthree", 1.5), (None, 3)])
    assert capsys.readouterr().out == "a\tb\none two three\t1.50\n\t3\n"
    output.print_table(("a", "b"), [])
    assert capsys.readouterr().out == ""


def test_the_column_that_gives_way_leaves_every_row_one_line_of_a_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    screen = terminal(monkeypatch)
    monkeypatch.setenv("COLUMNS", "60")
    title = "A title that goes on for much longer than any terminal of sixty columns is wide"
    output.print_table(("id", "title", "outlet"), [("1", title, "Gull"), ("2", "Short", "Tern")],
                       gives="title")  # fmt: skip
    lines = re.sub(r"\x1b\[[\d;]*m", "", screen.getvalue()).splitlines()
    assert len(lines) == 3
    assert max(map(len, lines)) <= 60
    assert "A title that goes on" in lines[1]
    assert lines[1].rstrip().endswith("Gull")


def test_on_a_terminal_every_place_is_one_line_with_the_words_one_under_the_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    screen = terminal(monkeypatch)
    monkeypatch.setenv("COLUMNS", "80")
    shelf = Shelf(
        article(f"T{n}", [f"{'Before it. ' * n}The ferry {'sailed on. ' * n}"]) for n in (1, 4, 9)
    )
    print_places(shelf.contexts("ferry", sort="relevance", limit=9), csv=False)
    lines = re.sub(r"\x1b\[[\d;]*m", "", screen.getvalue()).splitlines()
    assert len(lines) == 4
    assert len({line.index("ferry") for line in lines[:3]}) == 1
    assert max(map(len, lines)) <= 80
    assert lines[3] == "3 places in 3 articles"


def test_reasons_and_totals_are_told_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = terminal(monkeypatch)
    answer = Shelf().search("fire", limit=2)
    why = {hit.row.id: (ScorePart("fire", 2.5, (("body", 2.0, 1.0),)),) for hit in answer.hits}
    print_answer(answer, why)
    shown = screen.getvalue()
    assert shown.count("fire 2.50 (body 2 × 1)") == 2
    assert f"2 of {answer.total} articles" in shown


def test_a_table_on_a_terminal_takes_no_text_for_markup_or_control(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    screen = terminal(monkeypatch)
    output.print_table(("title",), [(NASTY,)])
    shown = screen.getvalue()
    assert "title" in shown
    assert "[bold]markup[/bold] :smile:" in shown
    assert "\x1b[31mred" not in shown
    assert not set("\x9b\u202e\x07") & set(shown)


def test_no_color_is_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    screen = terminal(monkeypatch)
    output.print_table(("title",), [("plain",)])
    assert "plain" in screen.getvalue()
    assert "\x1b[3" not in screen.getvalue()


def test_lines_show_control_characters_instead_of_obeying_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    output.say(NASTY)
    output.complain(NASTY)
    printed = capsys.readouterr()
    for text in (printed.out, printed.err):
        assert not set("\x1b\x9b\u202e\x07") & set(text)
        assert "[bold]markup[/bold]" in text


@given(st.text())
def test_json_holds_every_text_and_no_control_character(text: str) -> None:
    printed = output.json_text({"title": text})
    assert json.loads(printed)["title"] == text
    assert not set(printed) & set("\x1b\x7f\x85\x9b\u202e\u2066\u200f\n")


@pytest.mark.parametrize("cell", ["=1+2", "+7", "-cmd", "@sum", "\t=1", "＝1"])
def test_no_cell_of_a_csv_starts_a_formula(cell: str, capsys: pytest.CaptureFixture[str]) -> None:
    output.print_csv(("title",), [(cell,)])
    first = next(iter(csv.reader(capsys.readouterr().out.splitlines()[1:])))[0]
    assert not first.strip().startswith(("=", "@", "＝", "-c", "+"))


def test_numbers_below_nought_stay_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_csv(("value",), [(-3,)])
    assert capsys.readouterr().out == "value\n-3\n"


def test_a_stream_that_cannot_write_a_character_gets_a_question_mark(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, "ascii"))
    output.say("Erdoğan")
    output.print_json({"name": "Erdoğan"})
    sys.stdout.flush()
    plain, document = raw.getvalue().decode("ascii").splitlines()
    assert plain == "Erdo?an"
    assert json.loads(document) == {"name": "Erdoğan"}


def test_progress_is_silent_unless_it_is_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with progress.progress("committed") as report:
        report(250, None)
    assert capsys.readouterr().err == ""
    monkeypatch.setenv("BROADSHEET_PROGRESS", "1")
    count = progress.Count()
    with progress.progress("committed", count) as report:
        report(250, None)
        report(300, 400)
    assert capsys.readouterr().err == "committed: 250\ncommitted: 300 of 400\n"
    assert count.done == 300


def test_json_is_written_by_the_one_piece_that_makes_it_harmless() -> None:
    """Also into files: somebody will `cat` them."""
    written = output.safe_json({"title": NASTY}, indent=1)
    assert not {"\x1b", "\x9b", "\u202e", "\u202c", "\x07"} & set(written)
    assert json.loads(written) == {"title": NASTY}
    inside = {"tui/cli/output.py", "tui/session.py", "tui/screens/entity_asked.py"}  # not shown
    root = Path(output.__file__).parents[2]
    others = [
        name
        for file in (root / "tui").rglob("*.py")
        if "json.dump" in file.read_text() and (name := str(file.relative_to(root))) not in inside
    ]
    assert not others


def test_an_entitys_page_in_a_file_is_harmless_to_a_terminal(tmp_path: Path) -> None:
    nasty = replace(told(0), stated=replace(told(0).stated, title=(NASTY, "field")))
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.add(coming_in(nasty))
        recognise(archive)
        page = archive.entities().page("person:ines varga")
        for form in ("json", "csv", "html", "md"):
            written = written_as(page, archive, form)
            assert "back" in written
            assert not {"\x1b", "\x9b", "\u202e", "\u202c", "\x07"} & set(written)
