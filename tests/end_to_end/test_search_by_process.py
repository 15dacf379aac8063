"""`broadsheet search` as a process of its own on the sample archive: what a script sees of it."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from corpus.sample import folder
from index.archive import Archive
from index.intake import walk

ROOT = Path(__file__).resolve().parents[2]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Runs the program with words and standard input, in a home of its own."""
    home = tmp_path_factory.mktemp("home")
    with Archive.open(home / "archive", create=True) as archive:
        archive.add(walk([folder()]))
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    environment = {**kept, "HOME": str(home), "BROADSHEET_ARCHIVE": str(home / "archive")}

    def one(*words: str | Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "tui", *map(str, words)],
            cwd=ROOT, env=environment, input=stdin, capture_output=True, text=True, check=False,
        )  # fmt: skip

    return one


def lines(text: str) -> list[list[str]]:
    return [line.split("\t") for line in text.splitlines()]


def ids(document: dict[str, Any]) -> list[str]:
    return [hit["id"] for hit in document["hits"]]


def test_places_of_a_word_stand_in_columns_sorted_by_what_follows(run: Run) -> None:
    done = run("search", "ferry", "--context", "following", "--limit", "100")
    head, *rows = lines(done.stdout)
    assert done.returncode == 0
    assert head == ["id", "outlet", "published", "before", "word", "after"]
    assert {row[4].lower().rstrip("s’'") for row in rows} <= {"ferry", "ferrie"}
    after = [re.findall(r"[^\W_]+", row[5].casefold())[:1] for row in rows]
    assert len(after) > 10
    assert after == sorted(after)
    places = json.loads(run("search", "ferry", "--context", "--json", "--limit", "5").stdout)
    assert places["places"] == len(rows)
    assert len(places["contexts"]) == 5
    assert all(one["word"] for one in places["contexts"])


def test_the_parts_of_a_score_add_up_to_it(run: Run) -> None:
    document = json.loads(run("search", 'ferry "car deck"^2', "--why", "--json").stdout)
    assert document["hits"]
    for hit in document["hits"]:
        assert sum(part["score"] for part in hit["why"]) == pytest.approx(hit["score"], abs=0.01)
        assert {"ferry", '"car deck"'} == {part["part"].removesuffix("^2") for part in hit["why"]}


def test_a_saved_search_is_listed_asked_again_and_taken_away(run: Run) -> None:
    assert run("search", "aurelia", "--save", "boat").returncode == 0
    listed = run("saved")
    assert lines(listed.stdout) == [
        ["name", "articles", "new", "query"],
        ["boat", "9", "0", "aurelia"],
    ]
    again = run("search", "--saved", "boat", "--json")
    assert json.loads(again.stdout)["total"] == 9
    missing = run("search", "--saved", "boot")
    assert missing.returncode == 2
    assert missing.stderr == "broadsheet: There is no saved search 'boot'; there are: boat.\n"
    fewer = json.loads(run("search", "--saved", "boat", "lomax OR zeppelin", "--json").stdout)
    assert fewer["query"] == "aurelia (lomax OR zeppelin)"
    assert fewer["total"] == 2
    ordered = run("search", "aurelia", "--sort", "oldest", "--save", "boat")
    assert "saved as boat: aurelia sort:date, in place of aurelia" in ordered.stderr
    assert json.loads(run("search", "--saved", "boat", "--json").stdout)["query"] == (
        "aurelia sort:date"
    )
    assert run("saved", "--remove", "boat").returncode == 0
    assert run("saved").returncode == 1


def test_bad_lines_of_a_batch_stop_nothing_and_are_named(run: Run, tmp_path: Path) -> None:
    batch = tmp_path / "queries.txt"
    batch.write_text(
        'aurelia\n\nnosuch:field\n"lake orrin\ndate:2031-99\nzeppelin\n # nosuch:field\n'
    )
    done = run("search", "--batch", batch, "--json")
    documents = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one.get("total") for one in documents] == [9, None, 3, None, 0]
    assert documents[2]["repairs"]
    assert done.returncode == 4
    assert [line[:21] for line in done.stderr.splitlines()] == [
        "broadsheet: Line 3: T",
        'broadsheet: Line 5: "',
    ]
    only_bad = run("search", "--batch", "-", stdin="nosuch:field\n")
    assert (only_bad.returncode, only_bad.stdout) == (2, "")


def test_a_query_may_come_from_standard_input(run: Run) -> None:
    assert json.loads(run("search", "-", "--json", stdin="aurelia -lomax\n").stdout)["total"] == 7


def test_csv_holds_the_hits_and_with_facets_the_counts(run: Run) -> None:
    hits = list(csv.DictReader(io.StringIO(run("search", "aurelia", "--csv").stdout)))
    assert len(hits) == 9
    assert {"id", "outlet", "published", "title", "snippet"} <= hits[0].keys()
    found = run("search", "aurelia", "--csv", "--facets").stdout
    counts = list(csv.DictReader(io.StringIO(found)))
    outlets = [one for one in counts if one["facet"] == "outlet"]
    assert sum(int(one["articles"]) for one in outlets) == 9


def test_counts_in_a_pipe_are_one_table_that_says_what_it_counts(run: Run) -> None:
    head, *rows = lines(run("search", "aurelia", "--facets").stdout)
    assert head == ["facet", "value", "articles"]
    assert ["outlet", "Coastal Post", "2"] in rows
    assert ["month", "2031-03", "8"] in rows
    assert {len(row) for row in rows} == {3}


def test_how_much_was_found_in_all_is_told_beside_the_table(run: Run) -> None:
    done = run("search", "aurelia", "--limit", "2")
    assert len(lines(done.stdout)) == 3
    assert done.stderr == "2 of 9 articles; --limit 9 shows all\n"
    for form in ("--json", "--csv", "--plain"):
        assert run("search", "aurelia", "--limit", "2", form).stderr == done.stderr
    assert run("search", "aurelia", "--json").stderr == ""
    folded = run("search", "ferry", "--fold", "stories", "--csv").stderr
    assert re.fullmatch(r"\d+ articles in \d+ rows, \d+ folded\n", folded)
    places = run("search", "ferry", "--context", "--limit", "3").stderr
    assert re.fullmatch(r"3 of (\d+) places in \d+ articles; --limit \1 shows all\n", places)
    assert run("search", "aurelia", "--facets", "--limit", "1").stderr == "9 articles\n"
    by = run("search", "aurelia", "--by", "outlet")
    assert by.stderr == "9 articles\n"


def test_an_option_with_a_value_of_its_own_leaves_the_query_alone(run: Run) -> None:
    as_it_was = run("search", "title:ferry", "--context", "found").stdout
    assert len(lines(as_it_was)) > 2
    assert run("search", "--context", "title:ferry").stdout == as_it_was
    assert run("search", "--context=found", "title:ferry").stdout == as_it_was
    sorted_ = run("search", "--context", "following", "title:ferry")
    assert sorted_.stdout == run("search", "title:ferry", "--context=following").stdout
    apart = run("search", "aurelia", "--limit", "3", "fire")
    assert apart.stdout == run("search", "aurelia", "fire", "--limit", "3").stdout
    there = run("--archive", "search", "search", "--limit", "3", "aurelia")
    assert "There is no archive in search" in there.stderr
    with_minus = run("search", "aurelia", "--limit", "3", "--", "-lomax")
    assert with_minus.stderr == "3 of 7 articles; --limit 7 shows all\n"


def test_why_is_told_in_a_pipe_and_as_csv(run: Run) -> None:
    head, *rows = lines(run("search", "aurelia fire", "--why").stdout)
    assert head[-1] == "why"
    for row in rows:
        parts = [float(part) for part in re.findall(r"(?:aurelia|fire) (\d+\.\d+)", row[-1])]
        assert len(parts) == 2
        assert sum(parts) == pytest.approx(float(row[4]), abs=0.02)
    table = csv.DictReader(io.StringIO(run("search", "aurelia fire", "--why", "--csv").stdout))
    assert all("aurelia" in one["why"] and "body" in one["why"] for one in table)
    plain = run("search", "aurelia fire", "--why", "--plain").stdout
    assert len(re.findall(r"^  aurelia \d+\.\d+ \(", plain, re.MULTILINE)) == len(rows)


def test_a_batch_is_one_table_with_the_query_and_its_line(run: Run, tmp_path: Path) -> None:
    batch = tmp_path / "queries.txt"
    batch.write_text("aurelia\n\nnosuch:field\nzeppelin\nlomax\n")
    done = run("search", "--batch", batch, "--csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert done.returncode == 4
    assert "Line 3: There is no field nosuch" in done.stderr
    assert "line 4: zeppelin finds nothing" in done.stderr
    assert [one["line"] for one in rows] == ["1"] * 9 + ["4"] + ["5"] * int(rows[-1]["total"])
    assert {one["query"] for one in rows[:9]} == {"aurelia"}
    assert all(one["id"] and one["snippet"] for one in rows[:9])
    assert (rows[9]["total"], rows[9]["id"]) == ("0", "")
    head, *in_pipe = lines(run("search", "--batch", batch).stdout)
    assert head == ["line", "query", "total", "id", "published", "outlet", "title", "score"]
    assert [row[:3] for row in in_pipe] == [[r["line"], r["query"], r["total"]] for r in rows]
    counts = run("search", "--batch", batch, "--csv", "--facets").stdout
    facets = list(csv.DictReader(io.StringIO(counts)))
    outlets = [one for one in facets if (one["line"], one["facet"]) == ("1", "outlet")]
    assert sum(int(one["articles"]) for one in outlets) == 9


def test_a_batch_with_reasons_names_their_column_where_the_first_query_finds_nothing(
    run: Run, tmp_path: Path
) -> None:
    batch = tmp_path / "queries.txt"
    batch.write_text("zeppelin\naurelia\n")
    done = run("search", "--batch", batch, "--why", "--csv")
    nothing, *found = csv.DictReader(io.StringIO(done.stdout))
    assert (nothing["query"], nothing["why"]) == ("zeppelin", "")
    assert all(one["why"].startswith("aurelia ") for one in found)
    assert run("search", "zeppelin", "--why", "--csv").stdout.rstrip().endswith(",why")


def test_random_order_is_the_same_for_a_seed_and_holds_all(run: Run) -> None:
    def ordered(seed: int) -> list[str]:
        words = ("--sort", "random", "--seed", str(seed), "--fold", "none", "--limit", "99")
        return ids(json.loads(run("search", "*", *words, "--json").stdout))

    first = ordered(3)
    assert ordered(3) == first
    assert ordered(4) != first
    assert sorted(ordered(4)) == sorted(first)


def test_counts_by_outlet_and_month_stand_beside_what_there_is_in_all(run: Run) -> None:
    head, *rows = lines(run("search", "aurelia", "--by", "outlet,month").stdout)
    assert head == ["outlet", "month", "articles", "of_articles", "words", "of_words"]
    assert sum(int(row[2]) for row in rows) == 9
    assert all(int(row[2]) <= int(row[3]) and int(row[4]) <= int(row[5]) for row in rows)
    assert ["Saltmarsh Review", "", "1", "1", "299", "299"] in rows


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (["aurelia"], 0, ""),
        (["zeppelin"], 1, "zeppelin finds nothing"),
        ([""], 1, "* finds all articles"),
        (["outlett:Wire"], 2, "did you mean outlet:?"),
        (["date:2031-02-30"], 2, "no day"),
        (["aurelia NEAR/x fire"], 0, "NEAR/x was read as NEAR/10"),
        (["-has:outlet"], 2, "broadsheet search -- -has:outlet"),
        (["aurelia", "-lomax"], 2, "broadsheet search -- aurelia -lomax"),
        (["--", "-has:outlet"], 1, ""),
        (["aurelia", "--batch", "-"], 2, "Give one of a query"),
        (["aurelia", "--by", "colour"], 2, "--by counts by outlet and month"),
        (
            ["aurelia", "--context", "--why"],
            2,
            "answer of its own; leave out --why.",
        ),
        (["aurelia", "--by", "outlet", "--facets"], 2, "leave out --facets"),
        (["--archive", "nowhere", "x"], 3, "no archive"),
    ],
)
def test_the_exit_status_says_what_happened(
    run: Run, words: Sequence[str], status: int, says: str
) -> None:
    done = run("search", *words)
    assert done.returncode == status
    assert says in done.stderr
    assert len(done.stderr.splitlines()) <= 3


def test_an_empty_answer_and_a_saved_search_say_so(broadsheet: Any, news: Path) -> None:
    broadsheet("add", news, "--outlet", "Quay Post")
    nothing = broadsheet("search", "--", "-has:outlet")
    assert (nothing.status, nothing.out) == (1, "")
    assert "No article" in nothing.err
    assert "saved as boats" in broadsheet("search", "ferry", "--save", "boats").err
    assert "in place of ferry" in broadsheet("search", "fire", "--save", "Boats").err
    truncated = broadsheet("search", "ferr!", "--json").json
    assert truncated["repairs"] == ["ferr! was read as ferr*: all that begins so"]


@pytest.mark.parametrize(
    ("query", "reading"),
    [
        ("aurelia w/p ferry", "read as: aurelia NEAR/99 ferry"),
        ("aurelia OR ferry fire", "read as: aurelia OR (ferry AND fire)"),
        ("-ferry NEAR/5 fire", "read as: NOT (ferry NEAR/5 fire)"),
        ("aurelia AND", "read as: aurelia"),
        ("title:fire,boat", "read as: title:(fire OR boat)"),
        ("aurelia date:2030-2031", "read as: aurelia AND date:2030-01-01..2031-12-31"),
    ],
)
def test_a_query_that_is_read_otherwise_than_typed_is_told_as_it_was_read(
    run: Run, query: str, reading: str
) -> None:
    assert reading in run("search", "--", query).stderr.splitlines()


@pytest.mark.parametrize("query", ["aurelia  fire", "(aurelia) AND fire,"])
def test_blanks_and_the_like_are_no_other_reading(run: Run, query: str) -> None:
    assert "read as" not in run("search", query).stderr


def test_of_several_arguments_one_with_a_blank_is_a_phrase_and_is_told(run: Run) -> None:
    done = run("search", "daunt", "lake orrin", "--json")
    assert json.loads(done.stdout)["read_as"] == 'daunt AND "lake orrin"'
    assert done.stderr == '"lake orrin" was read as a phrase: it was one argument\n'
    named = run("search", "outlet:Harbour Gazette", "rovers", "--json")
    assert json.loads(named.stdout)["read_as"] == 'outlet:"Harbour Gazette" AND rovers'


@pytest.mark.parametrize(
    ("words", "read"),
    [
        (["lake orrin"], "lake AND orrin"),
        (["daunt", "hut OR lake"], "(daunt AND hut) OR lake"),
        (["daunt", "date:March 2031"], "daunt AND date:2031-03"),
        (["daunt", '"lake orrin" hut'], 'daunt AND "lake orrin" AND hut'),
    ],
)
def test_an_argument_that_is_more_than_words_or_the_whole_query_stays(
    run: Run, words: list[str], read: str
) -> None:
    done = run("search", *words, "--json")
    assert json.loads(done.stdout)["read_as"] == read
    assert "one argument" not in done.stderr
