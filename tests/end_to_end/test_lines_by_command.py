"""`lines` on the command line: list what was kept and set aside, decide, undo."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import CommandLine

TEXT = """Doors stay shut

The port said that 14 people were missing, and that 212 came ashore on Friday.

Sign up for our harbour newsletter

The crew of the tug Petrel brought nine of them in, the harbour office said later.

All ferries of the line stay in port until every door has been looked at by divers.
"""


@pytest.fixture
def one(tmp_path: Path, broadsheet: CommandLine) -> str:
    """The id of an article with a line that was set aside."""
    (tmp_path / "doors.txt").write_text(TEXT)
    added = broadsheet("add", tmp_path / "doors.txt", "--json")
    return str(added.json["articles"][0]["id"])


def roles(broadsheet: CommandLine, one: str) -> dict[int, str]:
    lines = broadsheet("lines", one, "--json").json["lines"]
    return {line["line"]: line["role"] for line in lines}


def test_lines_are_listed_with_why_they_were_set_aside(broadsheet: CommandLine, one: str) -> None:
    assert roles(broadsheet, one) == {3: "body", 5: "noise", 7: "body", 9: "body"}
    row = "5\tnoise\tSign up for our harbour newsletter\tcall to follow, share or subscribe"
    assert broadsheet("lines", one, "--removed").out.splitlines()[1:] == [row]


def test_a_line_is_said_to_be_text_or_noise_and_one_undo_takes_it_back(
    broadsheet: CommandLine, one: str
) -> None:
    before = roles(broadsheet, one)
    done = broadsheet("lines", one, "5", "--body", "--author", "Ann")
    assert (done.status, done.out) == (0, f"{one[:10]}: line 5 is body\n")
    assert broadsheet("lines", one, "5", "--body").out == "it was decided so before\n"
    done = broadsheet("lines", one, "7", "9", "--noise")
    assert done.out.splitlines() == [f"{one[:10]}: line {n} is noise" for n in (7, 9)]
    assert roles(broadsheet, one) == {3: "body", 5: "body", 7: "noise", 9: "noise"}
    assert "Petrel" not in broadsheet("search", "petrel", "--json").out
    broadsheet("undo")
    assert roles(broadsheet, one) == before | {5: "body"}
    assert (
        broadsheet("lines", one, "5", "--as-read").out == f"{one[:10]}: line 5 is as it was read\n"
    )
    assert roles(broadsheet, one) == before


def test_a_line_gets_any_other_role(broadsheet: CommandLine, one: str) -> None:
    assert broadsheet("lines", one, "7", "--is", "caption").status == 0
    assert roles(broadsheet, one)[7] == "caption"
    assert broadsheet("lines", one, "3", "--is", "title").status == 0
    assert broadsheet("show", one, "--json").json["title"].startswith("The port said")
    assert broadsheet("lines", one, "3", "--as-read").status == 0
    assert broadsheet("show", one, "--json").json["title"] == "Doors stay shut"


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["5"], 2, "Say which lines and what they are"),
        (["--noise"], 2, "Say which lines and what they are"),
        (["40", "--noise"], 1, "no line 40"),
        (["5", "--is", "poem"], 2, "no role 'poem'"),
    ],
)
def test_what_cannot_be_decided_is_said(
    broadsheet: CommandLine, one: str, arguments: list[str], status: int, said: str
) -> None:
    done = broadsheet("lines", one, *arguments)
    assert said in done.err
    assert done.status == status


def test_the_command_is_found_in_the_help(broadsheet: CommandLine) -> None:
    assert "say which are its text" in " ".join(broadsheet("--help").out.split())
    assert "they are no part of the article" in " ".join(broadsheet("lines", "--help").out.split())
