"""`names kind` and `names mark` on the command line: correct names, see it everywhere, undo it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from conftest import CommandLine

TEXT = """Doors stay shut

Tomas Reyl met the minister, Ines Varga, in Geneva on Monday night. The Quay Pilot was shut.

"We will not reopen the route," Ines Varga said in Geneva.
"""


@pytest.fixture
def one(tmp_path: Path, broadsheet: CommandLine) -> str:
    """The id of an article that names people and places."""
    (tmp_path / "doors.txt").write_text(TEXT)
    added = broadsheet("add", tmp_path / "doors.txt", "--wait", "--json")
    return str(added.json["articles"][0]["id"])


def named(broadsheet: CommandLine, one: str) -> dict[str, Any]:
    return {e["name"]: e for e in broadsheet("show", one, "--json").json["entities"]}


def test_a_kind_is_corrected_seen_everywhere_carried_and_undone(
    broadsheet: CommandLine, one: str, tmp_path: Path
) -> None:
    before = broadsheet("show", one, "--json").json["entities"]
    assert named(broadsheet, one)["Geneva"]["type_from"] == "text"
    done = broadsheet("names", "kind", "Geneva", "organisation", "--in", one, "--author", "Ann")
    assert (done.status, done.out) == (0, f"in {one[:10]}: “geneva” is an organisation\n")
    geneva = named(broadsheet, one)["Geneva"]
    assert (geneva["id"], geneva["type"], geneva["type_from"]) == (
        "organisation:geneva", "organisation", "judgement"
    )  # fmt: skip
    (decision,) = broadsheet("show", one, "--json").json["decisions"]
    assert (decision["author"], decision["value"], decision["fits"]) == (
        "Ann", "organisation", True
    )  # fmt: skip
    assert broadsheet("search", "organisation:Geneva", "--json").json["total"] == 1
    assert broadsheet("search", "place:Geneva", "--json").json["total"] == 0
    assert broadsheet("entity", "organisation:geneva").status == 0
    again = broadsheet("names", "kind", "organisation:geneva", "organisation", "--in", one)
    assert (again.status, again.out) == (0, "it was decided so before\n")
    exported = broadsheet("judgements", "export").out
    broadsheet("undo")
    assert broadsheet("show", one, "--json").json["entities"] == before
    (tmp_path / "decided.jsonl").write_text(exported)
    broadsheet("judgements", "apply", tmp_path / "decided.jsonl")
    assert broadsheet("check").status == 0


def test_no_name_and_a_name_that_was_missed(broadsheet: CommandLine, one: str) -> None:
    assert broadsheet("names", "kind", "Geneva", "none", "--in", one).status == 0
    assert "Geneva" not in named(broadsheet, one)
    assert broadsheet("names", "kind", "Geneva", "as-read", "--in", one).status == 0
    assert len(named(broadsheet, one)["Geneva"]["mentions"]) == 2
    told = broadsheet("names", "mark", "Geneva", "none", "--in", one, "--nth", "1")
    assert told.out == f"in {one[:10]}: “Geneva” is no name\n"
    assert len(named(broadsheet, one)["Geneva"]["mentions"]) == 1
    told = broadsheet("names", "mark", "Quay Pilot", "organisation", "--in", one, "--author", "Bo")
    assert told.out == f"in {one[:10]}: “Quay Pilot” names Quay Pilot, organisation\n"
    pilot = named(broadsheet, one)["Quay Pilot"]
    assert pilot["why"] == {"Quay Pilot": "marked by Bo"}
    assert broadsheet("search", 'organisation:"Quay Pilot"', "--json").json["total"] == 1


def test_a_decision_that_changes_nothing_says_so(broadsheet: CommandLine, one: str) -> None:
    before = broadsheet("show", one, "--json").json["entities"]
    for words in (
        ["mark", "Monday night", "none", "--in", one],
        ["part", "Ines Varga", "Minister Varga", "--in", one],
        ["part", "Ines Varga", "Minister Varga"],
    ):
        told = broadsheet("names", *words)
        assert (told.status, told.out) == (1, "")
        assert "This changes nothing" in told.err
        broadsheet("undo")
    told = broadsheet("names", "mark", "Monday night", "none", "--in", one, "--json")
    assert [j["fits"] for j in told.json["judgements"]] == [False]
    shown = broadsheet("show", one, "--json").json
    assert [d["fits"] for d in shown["decisions"]] == [False]
    assert shown["entities"] == before
    told = broadsheet("names", "mark", "Ines", "group", "--in", one, "--json")
    assert (told.status, [j["fits"] for j in told.json["judgements"]]) == (0, [True])


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (["kind", "Geneva"], 2, "names kind NAME KIND"),
        (["kind", "Geneva", "hero", "--in", "ID"], 2, "'hero'"),
        (["kind", "Nowhere", "place", "--in", "ID"], 1, "has no name 'Nowhere'"),
        (["kind", "Geneva", "work", "--in", "ffffffff"], 1, "not in this archive"),
        (["mark", "Quay", "place"], 2, "names mark WORDS NAME --in ID"),
        (["mark", "lighthouse", "place", "--in", "ID"], 1, "do not stand in this article"),
        (["mark", "Geneva", "place", "--in", "ID", "--nth", "9" * 30], 1, "stands 2 times"),
        (["mark", "x" * 5_000, "place", "--in", "ID"], 1, "do not stand"),
        (["merge", "a", "b", "--in", "ID"], 2, "--in is for"),
    ],
)
def test_what_cannot_be_decided_is_one_sentence(
    broadsheet: CommandLine, one: str, words: list[str], status: int, says: str
) -> None:
    told = broadsheet("names", *(one if word == "ID" else word for word in words))
    assert told.status == status
    assert says in told.err
    assert "Traceback" not in told.err
