"""The commands of the contract, on small archives: their JSON, their words, their statuses."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import pty
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tui.__main__ import main

ROOT = Path(__file__).resolve().parents[2]


def ids(broadsheet: Any, query: str) -> list[str]:
    return [hit["id"] for hit in broadsheet("search", query, "--json").json["hits"]]


class TestAdd:
    def test_counts_articles_and_skipped_files_in_json(self, broadsheet: Any, news: Path) -> None:
        done = broadsheet("add", news, "--json")
        assert done.status == 0
        report = done.json
        assert (report["added"], report["updated"], report["unchanged"]) == (3, 0, 0)
        assert report["skipped"] == {"sidecar": 1, "stylesheet": 1}
        assert report["rejected"] == []
        sources = {a["source"]: a for a in report["articles"]}
        assert set(sources) == {"news/gull.txt", "news/records.jsonl#1", "news/records.jsonl#2"}
        data = (news / "gull.txt").read_bytes()
        assert sources["news/gull.txt"]["id"] == hashlib.sha256(data).hexdigest()[:16]
        assert sources["news/gull.txt"]["status"] == "added"

    def test_adding_twice_changes_nothing(self, broadsheet: Any, news: Path) -> None:
        first = broadsheet("add", news, "--json").json
        second = broadsheet("add", news, "--json").json
        assert (second["added"], second["unchanged"]) == (0, 3)
        assert first["state"] == second["state"]

    def test_what_cannot_be_taken_is_named_and_the_rest_goes_in(
        self, broadsheet: Any, news: Path, tmp_path: Path
    ) -> None:
        (news / "x.bin").write_bytes(bytes(range(256)) * 8)
        (news / "empty.txt").touch()
        (news / "gone.txt").symlink_to(tmp_path / "nowhere")
        with (news / "records.jsonl").open("a") as file:
            file.write("{broken\n")
        done = broadsheet("add", news, "--json")
        assert done.status == 4
        assert done.json["added"] == 3
        reasons = {r["source"]: r["reason"] for r in done.json["rejected"]}
        assert reasons["news/x.bin"].startswith("not text: ")
        assert reasons["news/empty.txt"].startswith("empty")
        assert reasons["news/gone.txt"].startswith("a broken link")
        assert reasons["news/records.jsonl"].startswith("line 3: not JSON")
        assert len(done.err.splitlines()) == 4

    def test_a_source_that_is_not_there_is_rejected(self, broadsheet: Any, tmp_path: Path) -> None:
        done = broadsheet("add", tmp_path / "nothing")
        assert done.status == 4
        assert "no such file or folder" in done.err

    def test_a_query_without_a_word_finds_nothing(self, broadsheet: Any, news: Path) -> None:
        broadsheet("add", news)
        done = broadsheet("search", "!!!", "--json")
        assert (done.status, done.json["total"]) == (1, 0)
        assert any("nothing to look for" in note for note in done.json["notes"])
        assert broadsheet("search", "*", "--json").json["total"] == 3

    def test_a_dry_run_makes_no_archive(self, broadsheet: Any, news: Path) -> None:
        assert broadsheet("add", news, "--dry-run", "--json").json["added"] == 3
        assert not broadsheet.archive.exists()

    def test_a_damaged_index_is_named_by_check(self, broadsheet: Any, news: Path) -> None:
        broadsheet("add", news)
        for file in broadsheet.archive.glob("words-*/toc.json"):
            file.write_bytes(b"torn")
        done = broadsheet("check", "--json")
        assert done.status == 3
        assert [fault["remedy"] for fault in done.json["faults"]] == ["run `broadsheet reindex`"]

    def test_a_dry_run_says_what_would_come_and_keeps_nothing(
        self, broadsheet: Any, news: Path
    ) -> None:
        report = broadsheet("add", news, "--dry-run", "--json").json
        assert (report["added"], report["dry_run"]) == (3, True)
        assert broadsheet("status").status == 3

    def test_options_are_stated_for_every_article(self, broadsheet: Any, news: Path) -> None:
        broadsheet("add", news / "gull.txt", "--outlet", "Quay Post", "--published", "2031-03-09")
        shown = broadsheet("show", ids(broadsheet, "ferry")[0], "--json").json
        assert (shown["outlet"], shown["outlet_from"]) == ("Quay Post", "option")
        assert (shown["published"], shown["published_from"]) == ("2031-03-09", "option")

    def test_columns_are_mapped(self, broadsheet: Any, tmp_path: Path) -> None:
        table = tmp_path / "t.csv"
        table.write_text("kop,tekst,krant\nBrug dicht,De brug blijft dicht.,De Meeuw\n")
        mapping = ["--map", "title=kop", "--map", "body=tekst", "--map", "outlet=krant"]
        assert broadsheet("add", table, *mapping).status == 0
        (hit,) = broadsheet("search", "brug", "--json").json["hits"]
        assert (hit["title"], hit["outlet"]) == ("Brug dicht", "De Meeuw")

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["--published", "yesterday"], "YYYY-MM-DD"),
            (["--map", "colour=x"], "FIELD=COLUMN"),
            (["--sidecar", "none.csv"], "none.csv"),
        ],
    )
    def test_wrong_options_are_status_2(
        self, broadsheet: Any, news: Path, arguments: list[str], said: str
    ) -> None:
        done = broadsheet("add", news, *arguments)
        assert done.status == 2
        assert said in done.err
        assert len(done.err.splitlines()) == 1

    def test_standard_input_is_a_source(
        self, broadsheet: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        text = "Bridge closed\n\nThe old bridge is closed for a week, the mayor said."
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        assert broadsheet("add", "-").status == 0
        assert len(ids(broadsheet, "bridge")) == 1

    def test_changed_bytes_under_one_path_are_a_new_version(
        self, broadsheet: Any, news: Path
    ) -> None:
        old = broadsheet("add", news / "gull.txt", "--json").json["articles"][0]["id"]
        (news / "gull.txt").write_text("Fire on the ferry: thirteen dead\n\nThirteen people died.")
        report = broadsheet("add", news / "gull.txt", "--json").json
        assert (report["added"], report["updated"]) == (0, 1)
        new = report["articles"][0]["id"]
        assert broadsheet("show", new, "--json").json["versions"] == [old, new]


class TestSearch:
    @pytest.fixture(autouse=True)
    def filled(self, broadsheet: Any, news: Path) -> None:
        assert broadsheet("add", news).status == 0

    def test_json_has_the_fields_of_the_contract(self, broadsheet: Any) -> None:
        done = broadsheet("search", "ferry", "--json")
        assert done.status == 0
        answer = done.json
        assert (answer["query"], answer["total"], answer["rows"]) == ("ferry", 2, 2)
        assert set(answer["coverage"]) == {"articles", "recognised", "undated"}
        assert {"read_as", "repairs", "took_ms"} <= answer.keys()
        for hit in answer["hits"]:
            assert len(hit["id"]) == 16
            snippet = hit["snippet"]
            for start, end in snippet["spans"]:
                assert snippet["text"][start:end].lower() == "ferry"
            assert {"score", "outlet", "title", "published", "story", "copies"} <= hit.keys()

    def test_nothing_found_is_status_1(self, broadsheet: Any) -> None:
        assert broadsheet("search", "zeppelin").status == 1
        assert broadsheet("search", "zeppelin", "--json").json["total"] == 0

    def test_a_query_that_cannot_be_read_is_status_2(self, broadsheet: Any) -> None:
        done = broadsheet("search", "date:tomorrowish")
        assert done.status == 2
        assert len(done.err.splitlines()) <= 2

    def test_a_query_from_standard_input(
        self, broadsheet: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "stdin", io.StringIO("ferry\n"))
        assert broadsheet("search", "-", "--json").json["query"] == "ferry"

    def test_a_query_that_begins_with_a_minus_follows_two(self, broadsheet: Any) -> None:
        answer = broadsheet("search", "--json", "--", "-ferry").json
        assert answer["query"] == "-ferry"
        assert answer["total"] == 1

    def test_a_batch_gives_a_document_a_line(self, broadsheet: Any, tmp_path: Path) -> None:
        batch = tmp_path / "queries"
        batch.write_text("ferry\n\nzeppelin\ndate:tomorrowish\n")
        done = broadsheet("search", "--batch", batch, "--json")
        documents = [json.loads(line) for line in done.out.splitlines()]
        assert [d.get("total") for d in documents] == [2, 0, None]
        assert documents[2]["error"]
        assert done.status == 4
        assert "Line 4" in done.err

    def test_order_limit_and_offset(self, broadsheet: Any) -> None:
        newest = broadsheet("search", "ferry", "--sort", "newest", "--json").json["hits"]
        oldest = broadsheet("search", "ferry", "--sort", "oldest", "--json").json["hits"]
        assert [h["published"] for h in newest] == ["2031-03-05", "2031-03-04"]
        assert oldest == newest[::-1] or [h["id"] for h in oldest] == [
            h["id"] for h in newest[::-1]
        ]
        second = broadsheet(
            "search", "ferry", "--sort", "newest", "--limit", "1", "--offset", "1", "--json"
        ).json
        assert [h["id"] for h in second["hits"]] == [newest[1]["id"]]
        assert second["total"] == 2
        both = broadsheet("search", "ferry sort:date", "--sort", "newest", "--json").json
        assert [hit["id"] for hit in both["hits"]] == [hit["id"] for hit in oldest]
        assert "sort:date in the query goes before --sort newest." in both["notes"]

    def test_facets_count_outlets_and_months(self, broadsheet: Any) -> None:
        facets = broadsheet("search", "ferry", "--facets", "--json").json["facets"]
        assert sorted(facets["outlet"]) == [["The Gull", 1], ["The Tern", 1]]
        assert facets["month"] == [["2031-03", 2]]

    def test_counts_stand_beside_their_denominators(self, broadsheet: Any) -> None:
        counts = broadsheet("search", "ferry", "--by", "outlet", "--json").json["by"]
        assert [(c["outlet"], c["articles"], c["of_articles"]) for c in counts] == [
            ("The Gull", 1, 1),
            ("The Tern", 1, 2),
        ]
        assert all(0 < c["words"] <= c["of_words"] for c in counts)

    def test_plain_output_is_a_line_a_hit_under_the_names_of_the_columns(
        self, broadsheet: Any
    ) -> None:
        head, *lines = broadsheet("search", "ferry").out.splitlines()
        assert head == "id\tpublished\toutlet\ttitle\tscore"
        assert len(lines) == 2
        assert all(len(line.split("\t")) == 5 for line in lines)

    def test_titles_reach_no_terminal_raw_and_no_spreadsheet_as_formula(
        self, broadsheet: Any
    ) -> None:
        for form in ((), ("--json",), ("--csv",)):
            done = broadsheet("search", "tram", *form)
            assert done.status == 0
            assert not set("\x1b\u202e\u202c") & set(done.out)
        (row,) = csv.DictReader(io.StringIO(broadsheet("search", "tram", "--csv").out))
        assert not row["title"].startswith("=")
        assert "[bold]line[/bold]" in row["title"]


class TestShow:
    def test_the_original_comes_back_byte_by_byte(self, broadsheet: Any, news: Path) -> None:
        broadsheet("add", news)
        article = ids(broadsheet, "ferry outlet:Gull")[0]
        process = broadsheet.process("show", article, "--original")
        out, _ = process.communicate()
        assert out == (news / "gull.txt").read_bytes()

    def test_positions_in_the_json_point_at_their_texts(self, broadsheet: Any, news: Path) -> None:
        broadsheet("add", news)
        for article in ids(broadsheet, "ferry"):
            shown = broadsheet("show", article[:10], "--json").json
            texts = {
                ("title", 0): shown["title"],
                ("standfirst", 0): shown["standfirst"],
                **{("body", n): p["text"] for n, p in enumerate(shown["paragraphs"])},
            }
            assert shown["sentences"]
            assert shown["quotations"]
            assert shown["figures"]
            mentions = [m for entity in shown["entities"] for m in entity["mentions"]]
            for place in [*shown["quotations"], *shown["figures"], *mentions]:
                text = texts[place["in"], place["paragraph"]][place["start"] : place["end"]]
                assert place["text"] in text
            assert shown["source"]["sha256"].startswith(shown["id"])
            assert not shown["source"]["path"].startswith("/")

    def test_an_id_that_is_not_there_is_status_1(self, broadsheet: Any, news: Path) -> None:
        broadsheet("add", news)
        assert broadsheet("show", "0" * 16).status == 1

    def test_an_ambiguous_prefix_is_status_2_with_the_candidates(
        self, broadsheet: Any, tmp_path: Path
    ) -> None:
        folder = tmp_path / "many"
        folder.mkdir()
        for number in range(40):
            (folder / f"{number}.txt").write_text(f"Report {number}\n\nBoat {number} is late.")
        report = broadsheet("add", folder, "--json").json
        firsts = [a["id"][0] for a in report["articles"]]
        twice = next(digit for digit in firsts if firsts.count(digit) > 1)
        done = broadsheet("show", twice)
        assert done.status == 2
        assert sum(a["id"][:10] in done.err for a in report["articles"]) >= 2

    def test_plain_text_shows_title_origin_and_paragraphs(
        self, broadsheet: Any, news: Path
    ) -> None:
        broadsheet("add", news)
        out = broadsheet("show", ids(broadsheet, "ferry outlet:Tern")[0]).out
        assert out.startswith("Blaze aboard the Marga\n")
        assert "The Tern · 2031-03-05" in out
        assert "The harbour was closed" in out


class TestCompare:
    @pytest.fixture
    def pair(self, broadsheet: Any, news: Path) -> list[str]:
        broadsheet("add", news)
        return [ids(broadsheet, f"ferry outlet:{name}")[0] for name in ("Gull", "Tern")]

    def test_json_has_every_sentence_and_its_fellow(self, broadsheet: Any, pair: list[str]) -> None:
        found = broadsheet("compare", *pair, "--json").json
        assert (found["left"]["id"], found["right"]["id"]) == tuple(pair)
        numbers = {side: {s["i"] for s in found["sentences"][side]} for side in ("left", "right")}
        paired = {n for a in found["alignments"] for n in a["left"]}
        assert paired | set(found["only_left"]) == numbers["left"]
        assert not paired & set(found["only_left"])
        assert found["quotations"][0]["relation"] in ("trimmed_right", "trimmed_left")
        assert {"both", "only_left", "only_right"} == found["entities"].keys()

    @pytest.mark.parametrize("form", ["--markdown", "--html"])
    def test_pages_are_written_to_a_file(
        self, broadsheet: Any, pair: list[str], tmp_path: Path, form: str
    ) -> None:
        page = tmp_path / "page"
        done = broadsheet("compare", *pair, form, "-o", page)
        assert (done.status, done.out) == (0, "")
        assert "The harbour was closed until the next morning" in page.read_text()

    def test_plain_text_names_both_outlets(self, broadsheet: Any, pair: list[str]) -> None:
        out = broadsheet("compare", *pair).out
        assert "The Gull" in out
        assert "not matched on the right\t" in out

    def test_one_alone_is_refused_with_a_reason(self, broadsheet: Any, pair: list[str]) -> None:
        done = broadsheet("compare", pair[0])
        assert done.status == 2
        assert done.err == (
            "broadsheet: compare takes two to nine articles: "
            "broadsheet compare LEFT RIGHT [OTHER ...].\n"
        )


class TestJudging:
    @pytest.fixture
    def article(self, broadsheet: Any, news: Path) -> str:
        broadsheet("add", news)
        return ids(broadsheet, "tram")[0]

    def test_a_day_is_decided_searched_and_undone(self, broadsheet: Any, article: str) -> None:
        before = broadsheet("status", "--json").json["state"]
        done = broadsheet("set", article, "published=2031-04-01", "outlet=The Skua")
        assert done.status == 0
        shown = broadsheet("show", article, "--json").json
        assert (shown["outlet"], shown["published"]) == ("The Skua", "2031-04-01")
        assert shown["published_from"] == "judgement"
        assert ids(broadsheet, "tram outlet:Skua") == [article]
        assert broadsheet("status", "--json").json["state"] != before
        undone = broadsheet("undo")
        assert undone.status == 0
        assert undone.out == f"taken back: outlet and published of {article[:10]}\n"
        shown = broadsheet("show", article, "--json").json
        assert (shown["outlet"], shown["published"]) == ("The Tern", None)
        assert broadsheet("undo").status == 1

    @pytest.mark.parametrize("setting", ["colour=red", "outlet", "published=soon"])
    def test_what_cannot_be_set_is_status_2(
        self, broadsheet: Any, article: str, setting: str
    ) -> None:
        assert broadsheet("set", article, setting).status == 2

    def test_judgements_go_to_another_archive_once(
        self, broadsheet: Any, article: str, news: Path, tmp_path: Path
    ) -> None:
        broadsheet("set", article, "outlet=The Skua", "--author", "Kim")
        exported = broadsheet("judgements", "export").out
        head, line = exported.splitlines()
        assert json.loads(head)["state"]
        assert json.loads(line)["author"] == "Kim"
        file = tmp_path / "judgements.jsonl"
        file.write_text(exported)
        broadsheet.archive = tmp_path / "other"
        broadsheet("add", news)
        first = broadsheet("judgements", "apply", file, "--json").json
        again = broadsheet("judgements", "apply", file, "--json").json
        assert (first["applied"], again["applied"], again["known"]) == (1, 0, 1)
        assert broadsheet("show", article, "--json").json["outlet"] == "The Skua"
        assert len(broadsheet("judgements", "list", "--json").json["judgements"]) == 1
        assert broadsheet("judgements").out.count("\n") == 2

    def test_a_file_that_holds_no_judgements_is_status_2(
        self, broadsheet: Any, article: str, tmp_path: Path
    ) -> None:
        (tmp_path / "x").write_text("nonsense\n")
        assert broadsheet("judgements", "apply", tmp_path / "x").status == 2
        assert broadsheet("judgements", "apply", tmp_path / "none").status == 2
        assert broadsheet("judgements", "apply").status == 2

    def test_a_removed_article_is_gone_and_stays_out(
        self, broadsheet: Any, article: str, news: Path
    ) -> None:
        removed = broadsheet("remove", article, "--json").json
        assert removed["removed"] == article
        assert broadsheet("show", article).status == 1
        assert broadsheet("search", "tram").status == 1
        again = broadsheet("add", news, "--json")
        assert (again.status, again.json["added"]) == (4, 0)
        assert broadsheet("add", news, "--again", "--json").json["added"] == 1


class TestUpkeep:
    def test_a_sound_archive_is_said_to_be_sound(self, broadsheet: Any, news: Path) -> None:
        broadsheet("add", news)
        done = broadsheet("check", "--sources", "--json")
        assert (done.status, done.json["sound"], done.json["articles"]) == (0, True, 3)

    def test_check_compares_the_state(self, broadsheet: Any, news: Path) -> None:
        broadsheet("add", news)
        state = broadsheet("status", "--json").json["state"]
        assert broadsheet("check", "--expect", state).status == 0
        done = broadsheet("check", "--expect", "0" * 64)
        assert done.status == 1
        assert state in done.err

    def test_the_index_is_built_anew(self, broadsheet: Any, news: Path) -> None:
        broadsheet("add", news)
        before = ids(broadsheet, "ferry")
        assert broadsheet("reindex", "--json").json["indexed"] == 3
        assert ids(broadsheet, "ferry") == before

    def test_status_tells_articles_outlets_and_days(self, broadsheet: Any, news: Path) -> None:
        broadsheet("add", news)
        found = broadsheet("status", "--json").json
        assert (found["articles"], found["outlets"], found["undated"]) == (3, 2, 1)
        assert (found["first_day"], found["last_day"]) == ("2031-03-04", "2031-03-05")
        lines = dict(line.split("\t") for line in broadsheet("status").out.splitlines())
        assert lines["articles"] == "3"

    @pytest.mark.parametrize(
        "arguments",
        [["status"], ["search", "x"], ["show", "ab"], ["check"], ["recognise"], ["undo"]],
    )
    def test_without_an_archive_every_command_says_so(
        self, broadsheet: Any, arguments: list[str]
    ) -> None:
        done = broadsheet(*arguments)
        assert done.status == 3
        assert "no archive" in done.err
        assert len(done.err.splitlines()) == 1

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["serach", "x"], "There is no command serach; did you mean search? "),
            (["frob"], "There is no command frob. See broadsheet --help."),
            (["search", "x", "--limt", "3"], "search has no option --limt; did you mean --limit? "),
            (["man", "frob"], "man has no use for frob. See broadsheet man --help."),
            (["search", "x", "--sort", "up"], "--sort takes relevance, newest, oldest or random, "),
            (["show"], "ID is missing. See broadsheet show --help."),
            (["search", "x", "--seed", "y"], "--seed takes a whole number, not 'y'. "),
            (["add", "x", "--outlet"], "--outlet needs a value behind it. "),
            (["show", "ab", "--original", "--json"], "--json cannot stand beside --original. "),
            (["judgements", "frob"], "action takes list, export or apply, not 'frob'. "),
        ],
    )
    def test_wrong_usage_is_told_with_what_to_write(
        self, broadsheet: Any, arguments: list[str], said: str
    ) -> None:
        done = broadsheet(*arguments)
        assert done.status == 2
        assert done.err.startswith(f"broadsheet: {said}")
        assert len(done.err.splitlines()) == 1

    def test_what_cannot_be_found_or_read_is_told_in_words(
        self, broadsheet: Any, news: Path, tmp_path: Path
    ) -> None:
        broadsheet("add", news)
        missing = broadsheet("judgements", "apply", tmp_path / "none.jsonl")
        assert missing.err.endswith("none.jsonl cannot be read: no such file or directory.\n")
        (tmp_path / "latin").write_bytes(b"gr\xfcn")
        assert "it is no text in UTF-8" in broadsheet("search", "--batch", tmp_path / "latin").err
        assert "ids stand first" in broadsheet("show", "zz").err
        assert "none is saved yet" in broadsheet("search", "--saved", "boat").err

    def test_closed_output_ends_no_command(self, broadsheet: Any, news: Path) -> None:
        shell = f"{shlex.join(broadsheet.command('add', news))} >&- 2>&-"
        assert subprocess.run(shell, shell=True, cwd=ROOT).returncode == 0
        assert broadsheet("status", "--json").json["articles"] == 3
        assert broadsheet("check").status == 0

    def test_a_full_disk_is_told_with_what_to_do(self, broadsheet: Any, news: Path) -> None:
        broadsheet("add", news)
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(
                broadsheet.command("search", "*"), stdout=full, stderr=subprocess.PIPE, text=True,
                cwd=ROOT,
            )  # fmt: skip
        assert done.returncode == 3
        assert done.stderr == "broadsheet: No space left on device; make room and try again.\n"

    def test_the_explorer_refuses_a_terminal_that_only_prints(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr("sys.stdin.isatty", lambda: True)
        monkeypatch.setattr("sys.stdout.isatty", lambda: True)
        monkeypatch.setenv("TERM", "dumb")
        assert main(["--sample"]) == 2
        assert "TERM=dumb cannot show the explorer" in capsys.readouterr().err

    def test_the_explorer_says_what_to_do_where_lines_cannot_be_drawn(
        self, broadsheet: Any, news: Path
    ) -> None:
        broadsheet("add", news)
        master, slave = pty.openpty()
        done = subprocess.run(
            broadsheet.command(), stdin=slave, stdout=slave, stderr=subprocess.PIPE, text=True,
            cwd=ROOT, env=os.environ | {"PYTHONIOENCODING": "latin-1", "TERM": "xterm"},
        )  # fmt: skip
        os.close(slave)
        os.close(master)
        assert done.returncode == 2
        assert "start it as LC_ALL=C.UTF-8 broadsheet" in done.stderr
        assert len(done.stderr.splitlines()) == 1

    def test_a_file_in_the_archives_place_is_status_3(self, broadsheet: Any, news: Path) -> None:
        broadsheet.archive = news / "gull.txt"
        done = broadsheet("add", news)
        assert done.status == 3
        assert "not an archive" in done.err


@pytest.mark.parametrize("command", ["show", "compare", "story", "entity"])
def test_the_help_says_from_where_sentences_are_counted(broadsheet: Any, command: str) -> None:
    said = " ".join(broadsheet(command, "--help").out.split())
    assert "Sentences are counted from 1, the title among them" in said
    assert "both from 0" in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("outlets",), "There are no articles yet; `broadsheet add FOLDER` takes some in.\n"),
        (("names", "list"), "No article names anybody or anything yet.\n"),
        (("undo",), "There is no judgement to take back.\n"),
        (("saved",), "No search is saved; `broadsheet search --save NAME QUERY` keeps one.\n"),
    ],
)
def test_where_there_is_nothing_one_sentence_says_so(
    broadsheet: Any, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    (tmp_path / "nothing").mkdir()
    broadsheet("add", tmp_path / "nothing")
    done = broadsheet(*words)
    assert (done.status, done.out, done.err) == (1, "", said)


def test_a_name_that_nobody_has_and_a_query_that_finds_no_outlet_are_told(
    broadsheet: Any, news: Path
) -> None:
    broadsheet("add", news)
    assert "names are read in 0 of 3 articles" in broadsheet("names", "Orlova").err
    done = broadsheet("outlets", "--query", "zeppelin")
    assert (done.status, done.err) == (1, "No article answers this query.\n")


def test_what_was_mended_in_a_query_is_told_when_articles_are_read_anew(
    broadsheet: Any, news: Path
) -> None:
    broadsheet("add", news)
    assert "a parenthesis was never closed" in broadsheet("reread", "(ferry").err


def test_a_file_that_is_no_json_holds_no_judgements_and_a_number_below_nought_no_processes(
    broadsheet: Any, news: Path, tmp_path: Path
) -> None:
    broadsheet("add", news)
    done = broadsheet("judgements", "apply", news / "gull.txt")
    assert (done.status, done.err) == (2, "broadsheet: Line 1 is no judgement: it is no JSON.\n")
    done = broadsheet("recognise", "--jobs", "-1")
    assert done.status == 2
    assert "-1 is no number of processes" in done.err
