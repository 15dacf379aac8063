"""`figures`, `set title=` and `quotations --words` on the command line: list, decide, undo."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import CommandLine

TEXT = """Doors stay shut

The port said that 14 people were missing, and that 212 came ashore on Friday.

“We will not reopen the route,” Ines Varga said, “until every door has been checked.”
"""


@pytest.fixture
def one(tmp_path: Path, broadsheet: CommandLine) -> str:
    """The id of an article with figures and quotations."""
    (tmp_path / "doors.txt").write_text(TEXT)
    added = broadsheet("add", tmp_path / "doors.txt", "--published", "2031-03-13", "--json")
    return str(added.json["articles"][0]["id"])


def test_figures_are_listed_corrected_and_undone(
    broadsheet: CommandLine, one: str, tmp_path: Path
) -> None:
    listed = broadsheet("figures", one, "--json").json["figures"]
    assert [(f["number"], f["is_figure"], f["decided"]) for f in listed] == [
        (n, True, []) for n in range(1, len(listed) + 1)
    ]
    before = broadsheet("show", one, "--json").json["figures"]
    done = broadsheet("figures", one, "1", "--counts", "people unaccounted for", "--author", "Ann")
    assert (done.status, done.out) == (
        0, f"{one[:10]}: “{listed[0]['text']}” counts people unaccounted for\n"
    )  # fmt: skip
    assert broadsheet("figures", one, "1", "--value", "15").status == 0
    shown = broadsheet("show", one, "--json").json
    assert (shown["figures"][0]["about"], shown["figures"][0]["value"]) == (
        "people unaccounted for", 15
    )  # fmt: skip
    assert shown["figures"][0]["decided"] == ["about", "value"]
    assert [d["author"] for d in shown["decisions"]] == ["Ann", "unnamed"]
    friday = str(next(f["number"] for f in listed if "Friday" in f["text"]))
    assert broadsheet("figures", one, friday, "--day", "2031-03-14").status == 0
    assert broadsheet("figures", one, "2", "--none").status == 0
    shown = broadsheet("show", one, "--json").json
    assert len(shown["figures"]) == len(before) - 1
    assert len(shown["not_figures"]) == 1
    assert "no figure, decided" in broadsheet("figures", one).out
    exported = broadsheet("judgements", "export").out
    for _ in range(4):
        assert broadsheet("undo").status == 0
    assert broadsheet("show", one, "--json").json["figures"] == before
    assert broadsheet("undo").status == 1
    (tmp_path / "decided.jsonl").write_text(exported)
    assert broadsheet("judgements", "apply", tmp_path / "decided.jsonl").status == 0
    assert broadsheet("check").status == 0


def test_what_fits_no_words_is_told_when_it_is_applied(
    broadsheet: CommandLine, one: str, tmp_path: Path
) -> None:
    broadsheet("figures", one, "2", "--counts", "boats")
    exported = broadsheet("judgements", "export").out
    (line,) = [line for line in exported.splitlines() if '"boats"' in line]
    made = json.loads(line) | {"id": None, "target": "body:0:90000:999", "value": "ships"}
    (tmp_path / "decided.jsonl").write_text(json.dumps(made))
    told = broadsheet("judgements", "apply", tmp_path / "decided.jsonl")
    assert told.status == 0
    assert told.out == "1 applied, 0 known before\n"
    assert "the text does not have these words there: “999” counts ships" in told.err
    decisions = broadsheet("show", one, "--json").json["decisions"]
    assert {d["value"]: d["fits"] for d in decisions} == {"boats": True, "ships": False}


def test_title_and_authors_are_set_and_said_to_be_a_persons(
    broadsheet: CommandLine, one: str
) -> None:
    assert broadsheet("show", one, "--json").json["title_from"] == "source"
    done = broadsheet("set", one, "title=Route stays closed", "authors=Ann Bell; Otto Brandis")
    assert done.status == 0
    shown = broadsheet("show", one, "--json").json
    assert (shown["title"], shown["title_from"]) == ("Route stays closed", "judgement")
    assert (shown["authors"], shown["authors_from"]) == (["Ann Bell", "Otto Brandis"], "judgement")
    assert broadsheet("search", "author:brandis", "--json").json["total"] == 1
    assert broadsheet("undo").status == 0
    assert broadsheet("show", one, "--json").json["title"] == "Doors stay shut"


def test_the_words_and_the_other_half_of_a_quotation(broadsheet: CommandLine, one: str) -> None:
    listed = broadsheet("quotations", one, "--json").json["quotations"]
    assert [q["other_parts"] for q in listed] == [[2], [1]]
    alone = broadsheet("quotations", one, "1", "--speaker", "Tomas Reyl")
    assert "Quotation 2 is another part of it; --all-parts" in alone.err
    broadsheet("quotations", one, "1", "--speaker", "Tomas Reyl", "--all-parts")
    shown = broadsheet("show", one, "--json").json["quotations"]
    assert [q["speaker"] for q in shown] == ["Tomas Reyl", "Tomas Reyl"]
    done = broadsheet("quotations", one, "2", "--words", "every door")
    assert done.status == 0
    shown = broadsheet("show", one, "--json").json["quotations"][1]
    assert (shown["text"], shown["text_from"], shown["speaker"]) == (
        "every door", "judgement", "Tomas Reyl"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (["figures", "ID", "1"], 2, "Say which figure"),
        (["figures", "ID", "--none"], 2, "Say which figure"),
        (["figures", "ID", "9" * 5_000, "--none"], 1, "No figure of this article"),
        (["figures", "ID", "1", "--value", "9" * 5_000], 2, "15 digits at most"),
        (["figures", "ID", "1", "--day", "tomorrow"], 2, "YYYY-MM-DD"),
        (["figures", "ffffffff", "1", "--none"], 1, "not in this archive"),
        (["quotations", "ID", "1", "--words", "x" * 50_000], 1, "do not stand so"),
        (["quotations", "ID", "1", "--none", "--all-parts"], 2, "--all-parts is for"),
        (["set", "ID", "title=" + "x" * 5_000], 2, "1,000 characters"),
    ],
)
def test_what_cannot_be_decided_is_one_short_sentence(
    broadsheet: CommandLine, one: str, words: list[str], status: int, says: str
) -> None:
    told = broadsheet(*(one if word == "ID" else word for word in words))
    assert told.status == status
    assert says in told.err
    assert len(told.err) < 400


def test_a_figure_is_told_with_its_hedge_and_a_date_with_its_day(
    broadsheet: CommandLine, tmp_path: Path
) -> None:
    text = "Doors stay shut\n\nThe port said on Tuesday that nearly 80 people were missing.\n"
    (tmp_path / "doors.txt").write_text(text)
    added = broadsheet("add", tmp_path / "doors.txt", "--published", "2031-03-13", "--json")
    number = added.json["articles"][0]["id"]
    listed = broadsheet("figures", number).out
    assert "80 (nearly)" in listed
    told = broadsheet("show", number, "--plain").out
    assert "80 (nearly, count, of people)" in told
    assert "Tuesday (date, 2031-03-11)" in told
