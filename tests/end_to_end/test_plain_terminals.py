"""Commands where the terminal has few letters, or the person only Ctrl-D."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from index.archive import Archive


@pytest.mark.parametrize("encoding", ["latin-1", "ascii"])
def test_letters_the_terminal_has_not_stop_no_command(
    broadsheet: Any, tmp_path: Path, encoding: str
) -> None:
    story = tmp_path / "story.txt"
    story.write_text("Łódź opens its tram – “at last”\n\nThe tram runs again in Łódź today.\n")
    other = tmp_path / "other.txt"
    other.write_text("Tram back in Łódź\n\nThe tram “runs again” in Łódź since today.\n")
    broadsheet("add", story, other)
    with Archive.open(broadsheet.archive) as archive:
        left, right = (row.id for row in archive.newest())

    def printed(*arguments: str, told: bytes = b"") -> str:
        process = broadsheet.process(*arguments, env={"PYTHONIOENCODING": encoding})
        out, err = process.communicate(timeout=60)
        assert (process.returncode, err) == (0, told)
        return str(out.decode(encoding))

    assert "?" in printed("search", "tram", "--csv", told=b"2 articles\n")
    assert "tram" in printed("compare", left, right, "--markdown")
    compared = json.loads(printed("compare", left, right, "--json"))
    assert any("Łódź" in sentence["text"] for sentence in compared["sentences"]["left"])
    assert "Łódź" in str(json.loads(printed("search", "tram", "--json"))["hits"])


def test_the_end_of_input_at_the_question_removes_nothing(
    broadsheet: Any, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broadsheet("add", news)
    one = broadsheet("search", "ferry", "--json").json["hits"][0]["id"]

    def ends(question: str) -> str:
        raise EOFError

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("tui.cli.remove.on_terminal", lambda: True)
    monkeypatch.setattr("builtins.input", ends)
    assert broadsheet("remove", one).status == 0
    with Archive.open(broadsheet.archive) as archive:
        assert archive.count() == 3


def test_facets_count_the_days_too(broadsheet: Any, news: Path) -> None:
    broadsheet("add", news)
    days = [["2031-03-04", 1], ["2031-03-05", 1]]
    assert broadsheet("search", "ferry", "--facets", "--json").json["histogram"] == days
    assert broadsheet("search", "ferry", "--json").json["histogram"] == []
    piped = broadsheet("search", "ferry", "--facets").out
    assert "day\t2031-03-04\t1\nday\t2031-03-05\t1\n" in piped
