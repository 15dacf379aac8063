"""`quotations` on the command line: list them, and decide who speaks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import CommandLine

TEXT = """Doors stay shut

Tomas Reyl met the minister, Ines Varga, on the quay on Monday night.

"We will not reopen the route," Ines Varga said. "The doors were never tested," she added.
"""


@pytest.fixture
def one(tmp_path: Path, broadsheet: CommandLine) -> str:
    """The id of an article with two quotations."""
    (tmp_path / "doors.txt").write_text(TEXT)
    return str(broadsheet("add", tmp_path / "doors.txt", "--json").json["articles"][0]["id"])


def test_a_speaker_is_corrected_seen_everywhere_carried_and_undone(
    broadsheet: CommandLine, one: str, tmp_path: Path
) -> None:
    listed = broadsheet("quotations", one, "--json").json["quotations"]
    assert [(q["number"], q["speaker"], q["speaker_from"]) for q in listed] == [
        (1, "Ines Varga", "text"), (2, "Ines Varga", "text")
    ]  # fmt: skip
    done = broadsheet("quotations", one, "1", "--speaker", "Tomas Reyl", "--author", "Ann")
    assert (done.status, done.out) == (
        0, f"{one[:10]}: Tomas Reyl speaks “We will not reopen the route,”\n"
    )  # fmt: skip
    shown = broadsheet("show", one, "--json").json["quotations"][0]
    assert (shown["speaker"], shown["speaker_from"], shown["sure"]) == (
        "Tomas Reyl", "judgement", True
    )  # fmt: skip
    assert "Tomas Reyl (direct, decided by hand)" in broadsheet("show", one, "--plain").out
    assert broadsheet("search", "said:Reyl", "--json").json["total"] == 1
    assert "decided" in broadsheet("quotations", one).out
    again = broadsheet("quotations", one, "1", "--speaker", "Tomas Reyl", "--json")
    assert again.json["judgements"] == []
    exported = broadsheet("judgements", "export").out
    assert broadsheet("undo").status == 0
    assert broadsheet("search", "said:Reyl", "--json").status == 1
    (tmp_path / "decided.jsonl").write_text(exported.replace("Reyl", "Moss"))
    assert broadsheet("judgements", "apply", tmp_path / "decided.jsonl").status == 2
    assert broadsheet("check").status == 0


def test_what_is_only_reported_stands_in_no_marks_in_the_list(
    tmp_path: Path, broadsheet: CommandLine
) -> None:
    (tmp_path / "a.txt").write_text(
        "Doors stay shut\n\nInes Varga said on Monday that the doors were never tested.\n\n"
        '"We will not reopen the route," Ines Varga said.\n'
    )
    (added,) = broadsheet("add", tmp_path / "a.txt", "--json").json["articles"]
    listed = broadsheet("quotations", added["id"]).out
    assert "indirect\tthe doors were never tested\n" in listed
    assert "direct\t“We will not reopen the route,”\n" in listed


def test_nobody_none_and_as_read(broadsheet: CommandLine, one: str) -> None:
    (made,) = broadsheet("quotations", one, "never tested", "--nobody", "--json").json["judgements"]
    assert (made["field"], made["value"]) == ("speaker", None)
    assert broadsheet("show", one, "--json").json["quotations"][1]["speaker"] is None
    assert broadsheet("quotations", one, "2", "--none").status == 0
    shown = broadsheet("show", one, "--json").json
    assert len(shown["quotations"]) == 1
    assert shown["not_quotations"][0]["text"] == "The doors were never tested,"
    listed = broadsheet("quotations", one, "--json").json["quotations"]
    assert [q["is_quotation"] for q in listed] == [True, False]
    assert broadsheet("quotations", one, "2", "--as-read").status == 0
    assert broadsheet("show", one, "--json").json["quotations"][1]["speaker"] == "Ines Varga"


def test_a_decision_without_a_quotation_is_wrong_usage(broadsheet: CommandLine, one: str) -> None:
    assert broadsheet("quotations", one, "1").status == 2
    assert broadsheet("quotations", one, "--nobody").status == 2
    assert broadsheet("quotations", one, "1", "--speaker", "").status == 2
    assert broadsheet("quotations", one, "9", "--nobody").status == 1
    assert broadsheet("quotations", one, "the", "--nobody").status == 2
    assert broadsheet("quotations", "ffff", "1", "--nobody").status == 1


def test_words_that_are_denied_are_told_so_wherever_an_article_is_read(
    broadsheet: CommandLine, tmp_path: Path
) -> None:
    (tmp_path / "purse.txt").write_text(
        "The purse\n\nInes Varga denied that she had “emptied the purse of the port” on Monday.\n"
    )
    added = broadsheet("add", tmp_path / "purse.txt", "--json").json["articles"][0]["id"]
    (listed,) = broadsheet("quotations", added, "--json").json["quotations"]
    assert (listed["speaker"], listed["cue"], listed["denied"]) == ("Ines Varga", "denied", True)
    assert "words denied" in broadsheet("quotations", added).out
    assert "words denied): emptied the purse" in broadsheet("show", added, "--plain").out
    broadsheet("quotations", added, "1", "--speaker", "Tomas Reyl")
    assert broadsheet("show", added, "--json").json["quotations"][0]["denied"] is False
