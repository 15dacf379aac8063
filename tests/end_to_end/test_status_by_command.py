"""`status` on the command line: what older rules read, and the decisions that hold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import CommandLine


def rows(broadsheet: CommandLine) -> dict[str, str]:
    return dict(line.split("\t", 1) for line in broadsheet("status").out.splitlines())


def test_status_counts_what_older_rules_read_and_names_the_command(
    broadsheet: CommandLine, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as before:
        before.setattr("corpus.reading.RULES", "1")
        broadsheet("add", news / "gull.txt")
        assert rows(broadsheet)["read by older rules"] == "none"
    told = "1 article; `broadsheet reread` reads it anew"
    assert rows(broadsheet)["read by older rules"] == told
    assert broadsheet("status", "--json").json["older"] == 1
    assert broadsheet("reread", "--json").json["read"] == 1
    assert rows(broadsheet)["read by older rules"] == "none"


def test_status_counts_only_decisions_that_hold(broadsheet: CommandLine, news: Path) -> None:
    broadsheet("add", news)
    one = broadsheet("search", "ferry", "--json").json["hits"][0]["id"]
    for outlet in ("Tern", "The Tern"):  # the second in place of the first
        broadsheet("set", one, f"outlet={outlet}")
    broadsheet("set", one, "published=2031-03-06")
    broadsheet("undo")
    assert rows(broadsheet)["decisions that hold"] == "1"
    assert broadsheet("status", "--json").json["judgements"] == 1
