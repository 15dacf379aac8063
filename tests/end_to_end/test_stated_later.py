"""What is stated of articles that are here already: noted, never silently dropped, set by one
command and taken back by another."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

SIDECAR = "path,outlet,date\nboat.txt,Quay Post,2031-03-04\ncrane.txt,Quay Post,2031-03-05\n"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, day in (("boat", "Monday"), ("crane", "Tuesday")):
        (folder / f"{name}.txt").write_text(
            f"The {name} of the old port\n\nThe {name} was lost on {day}, the port office said.\n"
        )
    return folder


def origins(broadsheet: Any) -> dict[str, tuple[str | None, str | None]]:
    hits = broadsheet("search", "port", "--json").json["hits"]
    return {hit["title"].split()[1]: (hit["outlet"], hit["published"]) for hit in hits}


def test_a_sidecar_written_later_is_noted_and_not_taken(broadsheet: Any, pages: Path) -> None:
    broadsheet("add", pages)
    (pages / "sidecar.csv").write_text(SIDECAR)
    done = broadsheet("add", pages, "--json")
    assert (done.status, done.json["unchanged"]) == (0, 2)
    (note,) = done.json["notes"]
    assert note.startswith(
        "2 articles are here already; the outlet and day stated now differ from what they"
        " carry and were not taken."
    )
    assert "--set" in note
    assert done.err == f"Note: {note}\n"
    assert len(done.json["restated"]) == 4
    assert origins(broadsheet) == {"boat": (None, None), "crane": (None, None)}


def test_add_with_set_mends_a_whole_import_and_one_undo_takes_it_back(
    broadsheet: Any, pages: Path
) -> None:
    broadsheet("add", pages)
    (pages / "sidecar.csv").write_text(SIDECAR)
    done = broadsheet("add", pages, "--set", "--author", "Kim")
    assert "2 set" in done.out
    assert done.err == ""
    stated = {"boat": ("Quay Post", "2031-03-04"), "crane": ("Quay Post", "2031-03-05")}
    assert origins(broadsheet) == stated
    assert {j["author"] for j in broadsheet("judgements", "--json").json["judgements"]} == {"Kim"}
    assert broadsheet("check").status == 0
    again = broadsheet("add", pages, "--json").json
    assert (again["notes"], again["judgements"]) == ([], [])
    assert broadsheet("undo").out == "taken back: outlet and published of 2 articles\n"
    assert origins(broadsheet) == {"boat": (None, None), "crane": (None, None)}
    assert broadsheet("undo").status == 1


def test_a_dry_run_with_set_sets_nothing(broadsheet: Any, pages: Path) -> None:
    broadsheet("add", pages)
    done = broadsheet("add", pages, "--outlet", "Quay Post", "--set", "--dry-run")
    assert "2 articles are here already" in done.err
    assert broadsheet("judgements").out == ""


def test_what_a_person_decided_is_not_disputed_by_what_was_stated_before(
    broadsheet: Any, pages: Path
) -> None:
    report = broadsheet("add", pages, "--outlet", "Quay Post", "--json").json
    broadsheet("set", report["articles"][0]["id"], "outlet=The Skua")
    assert broadsheet("add", pages, "--outlet", "Quay Post").err == ""
    assert "the outlet stated now" in broadsheet("add", pages, "--outlet", "The Tern").err


def test_columns_named_later_are_noted(broadsheet: Any, tmp_path: Path) -> None:
    source = tmp_path / "r.jsonl"
    source.write_text(json.dumps({"title": "One", "body": "Teaser.", "long": "All of it."}) + "\n")
    broadsheet("add", source)
    done = broadsheet("add", source, "--map", "body=long")
    assert done.err.startswith("Note: 1 article is here already; the text stated now differs")
    assert "remove" in done.err
    assert broadsheet("add", source).err == ""


def test_one_text_under_two_outlets_says_that_the_first_holds(broadsheet: Any, pages: Path) -> None:
    (pages / "copy.txt").write_bytes((pages / "boat.txt").read_bytes())
    (pages / "sidecar.csv").write_text(SIDECAR + "copy.txt,The Tern,2031-03-04\n")
    done = broadsheet("add", pages)
    assert done.err.startswith("Note: 1 article came twice with the same bytes and another outlet")
    assert origins(broadsheet)["boat"][0] == "Quay Post"


class TestSet:
    @pytest.fixture
    def both(self, broadsheet: Any, pages: Path) -> list[str]:
        return [a["id"] for a in broadsheet("add", pages, "--json").json["articles"]]

    def test_several_articles_are_set_at_once_and_undone_at_once(
        self, broadsheet: Any, both: list[str]
    ) -> None:
        done = broadsheet("set", *both, "outlet=The Skua", "published=2031-04-01", "--json").json
        assert (done["articles"], len(done["judgements"])) == (2, 4)
        assert set(origins(broadsheet).values()) == {("The Skua", "2031-04-01")}
        assert len(broadsheet("undo", "--json").json["judgements"]) == 4
        assert set(origins(broadsheet).values()) == {(None, None)}

    def test_a_query_says_which_articles(self, broadsheet: Any, both: list[str]) -> None:
        broadsheet("set", both[0], "outlet=The Gull")
        done = broadsheet("set", "--query=-has:outlet", "outlet=The Skua")
        assert (done.status, done.out) == (0, f"{both[1][:10]}: outlet is now The Skua\n")
        assert {outlet for outlet, _ in origins(broadsheet).values()} == {"The Gull", "The Skua"}
        assert broadsheet("set", "--query=zeppelin", "outlet=X").status == 1

    @pytest.mark.parametrize(
        "words",
        [
            ["outlet=X"],
            ["ab"],
            ["ab", "--query=port", "outlet=X"],
            ["ab", "colour=red"],
            ["--query=date:soonish", "outlet=X"],
        ],
    )
    def test_too_little_or_too_much_is_status_2(
        self, broadsheet: Any, both: list[str], words: list[str]
    ) -> None:
        done = broadsheet("set", *words)
        assert done.status == 2
        assert broadsheet("judgements").out == ""


def test_a_rejected_record_is_named_with_its_line(broadsheet: Any, tmp_path: Path) -> None:
    source = tmp_path / "c.jsonl"
    good = json.dumps({"title": "One", "body": "There is a text."})
    source.write_text(f'{good}\n\n{{"title": "Two", "body": ""}}\n{{"x": 1}}\n{{bad\n')
    table = tmp_path / "t.csv"
    table.write_text('title,body\nOne,"Two\nlines"\nTwo," "\n')
    done = broadsheet("add", source, table)
    assert done.status == 4
    said = done.err.splitlines()
    assert "c.jsonl line 3 (record 2): it is empty: there is no text in it" in said
    assert any(one.startswith("c.jsonl line 4 (record 3): has neither a title") for one in said)
    assert any(one.startswith("c.jsonl line 5: not JSON: ") for one in said)
    assert "t.csv line 4 (record 2): it is empty: there is no text in it" in said


def test_a_removed_article_is_named_as_it_goes(broadsheet: Any, pages: Path) -> None:
    boat = broadsheet("add", pages / "boat.txt", "--outlet", "Quay Post", "--json").json
    one = boat["articles"][0]["id"]
    out = broadsheet("remove", one[:10]).out
    assert out == f"removed {one} · Quay Post · The boat of the old port\n"


def test_a_few_letters_of_an_id_erase_nothing_unasked(broadsheet: Any, pages: Path) -> None:
    (one,) = broadsheet("add", pages / "boat.txt", "--json").json["articles"]
    refused = broadsheet("remove", one["id"][:4])
    assert refused.status == 2
    assert "The boat of the old port: give ten characters of the id, or --yes" in refused.err
    assert broadsheet("show", one["id"]).status == 0
    assert broadsheet("remove", one["id"][:4], "--yes").status == 0


def test_midnight_without_a_zone_is_a_day(broadsheet: Any, pages: Path) -> None:
    (pages / "sidecar.csv").write_text("path,date\nboat.txt,2016-11-09T00:00:00\n")
    broadsheet("add", pages)
    (hit,) = broadsheet("search", "boat", "--json").json["hits"]
    shown = broadsheet("show", hit["id"], "--json").json
    assert (shown["published"], shown["published_at"]) == ("2016-11-09", None)


def test_progress_in_lines_tells_of_names_too(broadsheet: Any, pages: Path) -> None:
    process = broadsheet.process("add", pages, "--wait", env={"BROADSHEET_PROGRESS": "1"})
    _, err = process.communicate()
    lines = err.decode().splitlines()
    assert lines[0] == "committed: 2"
    assert lines[-1] == "names recognised: 2 of 2"
    assert len(set(lines)) == len(lines)


def test_a_comparison_that_cannot_be_written_says_so(broadsheet: Any, pages: Path) -> None:
    both = [a["id"] for a in broadsheet("add", pages, "--json").json["articles"]]
    done = broadsheet("compare", *both, "--html", "-o", pages / "none" / "page.html")
    assert done.status == 2
    assert done.err.endswith("page.html cannot be written: no such file or directory.\n")


def test_status_says_where_the_settings_are_and_json_does_not(
    broadsheet: Any, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(pages / "config"))
    broadsheet("add", pages)
    lines = dict(line.split("\t") for line in broadsheet("status").out.splitlines())
    assert lines["settings"].endswith("config.toml (not there)")
    assert str(pages) not in broadsheet("status", "--json").out


@pytest.mark.parametrize(("answer", "left"), [("", 1), ("y", 0)])
def test_a_person_at_a_terminal_is_asked_before_an_article_is_removed(
    broadsheet: Any, pages: Path, monkeypatch: pytest.MonkeyPatch, answer: str, left: int
) -> None:
    (one,) = broadsheet("add", pages / "boat.txt", "--json").json["articles"]
    monkeypatch.setattr("tui.cli.remove.on_terminal", lambda: True)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _: answer)
    assert broadsheet("remove", one["id"]).out.startswith(one["id"])
    assert broadsheet("status", "--json").json["articles"] == left


def test_nobody_is_asked_with_yes(
    broadsheet: Any, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (one,) = broadsheet("add", pages / "boat.txt", "--json").json["articles"]
    monkeypatch.setattr("tui.cli.remove.on_terminal", lambda: True)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.delattr("builtins.input")
    assert broadsheet("remove", one["id"], "--yes").out.startswith("removed ")
