"""The program as a process: its statuses, its signals, what it imports and what it never says."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tui.__main__ import main

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("rich", "textual", "whoosh", "spacy", "trafilatura", "msgspec", "numpy", "ftfy")
NOT_FOR_SEARCHING = (
    *("htmldate", "dateparser", "charset_normalizer", "py3langid", "lxml", "rapidfuzz", "re2"),
    *(
        "corpus.cleaning",
        "corpus.reading",
        "corpus.comparison",
        "corpus.entities",
        "corpus.quotations",
    ),
)


def records(count: int) -> str:
    return "".join(
        json.dumps({"id": n, "title": f"Boat {n}", "body": f"Boat number {n} came in at noon."})
        + "\n"
        for n in range(count)
    )


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_nothing_heavy(option: str) -> None:
    code = (
        "import sys; from tui.__main__ import main; status = main([sys.argv[1]]);"
        "print('LOADED', [m for m in sys.argv[2:] if m in sys.modules], status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, option, *HEAVY],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "LOADED [] 0"


def test_a_search_loads_nothing_it_does_not_need(broadsheet: Any, news: Path) -> None:
    broadsheet("add", news)
    code = (
        "import sys; from tui.__main__ import main;"
        "main(['--archive', sys.argv[1], 'search', 'ferry']);"
        "print('LOADED', [m for m in sys.argv[2:] if m in sys.modules])"
    )
    unneeded = {*HEAVY, *NOT_FOR_SEARCHING} - {"whoosh", "msgspec", "numpy"}
    done = subprocess.run(
        [sys.executable, "-c", code, broadsheet.archive, *unneeded],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert len(done.stdout.splitlines()) == 4
    assert done.stdout.splitlines()[-1] == "LOADED []"


def test_the_explorer_needs_a_terminal(broadsheet: Any) -> None:
    process = broadsheet.process(stdin=subprocess.DEVNULL)
    _, err = process.communicate()
    assert process.returncode == 2
    assert b"needs a terminal" in err


def test_the_archive_may_be_named_before_or_after_the_command_or_by_the_environment(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for arguments in (["--archive", str(tmp_path / "a"), "status"], ["status"]):
        if arguments == ["status"]:
            monkeypatch.setenv("BROADSHEET_ARCHIVE", str(tmp_path / "a"))
        assert main(arguments) == 3
        assert str(tmp_path / "a") in capsys.readouterr().err
    assert main(["status", "--archive", str(tmp_path / "b")]) == 3
    assert str(tmp_path / "b") in capsys.readouterr().err


def test_an_unexpected_error_is_one_sentence_and_a_traceback_only_on_request(
    broadsheet: Any, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broadsheet("add", news)

    def broken(self: object) -> None:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr("index.archive.Archive.status", broken)
    done = broadsheet("status")
    assert (done.status, len(done.err.splitlines())) == (3, 1)
    assert "Traceback" not in done.err
    monkeypatch.setenv("BROADSHEET_DEBUG", "1")
    assert "Traceback" in broadsheet("status").err


def test_a_reader_that_leaves_early_is_no_error(broadsheet: Any, tmp_path: Path) -> None:
    source = tmp_path / "boats.jsonl"
    source.write_text(records(600))
    broadsheet("add", source)
    process = broadsheet.process("search", "boat", "--limit", "600")
    assert process.stdout is not None
    process.stdout.read(20)
    process.stdout.close()
    assert process.stderr.read() in (b"", b"600 articles\n")  # left before or after the last row
    assert process.wait() in (0, 141)


def test_ctrl_c_keeps_what_was_committed_and_says_how_to_go_on(
    broadsheet: Any, tmp_path: Path
) -> None:
    pipe = tmp_path / "boats.jsonl"
    os.mkfifo(pipe)
    # A shell starts what runs in its background deaf to Ctrl-C, and a child would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    process = broadsheet.process("add", pipe, env={"BROADSHEET_PROGRESS": "1"})
    assert process.stderr is not None
    lines = records(600)  # less than a pipe holds: writing them waits for nobody
    with os.fdopen(os.open(pipe, os.O_RDWR), "w") as feed:
        feed.write(lines)
        feed.flush()
        named = int(process.stderr.readline().decode().split()[-1])
        process.send_signal(signal.SIGINT)
        said = process.stderr.read().decode()
    assert process.wait() == 130
    assert "goes on from there" in said.splitlines()[-1]
    assert "Traceback" not in said
    assert named >= 1
    kept = broadsheet("status", "--json").json["articles"]
    assert kept >= named
    assert broadsheet("search", "boat", "--json").json["total"] == kept
    rest = tmp_path / "again.jsonl"
    rest.write_text(lines)
    report = broadsheet("add", rest, "--json").json
    assert (report["unchanged"], report["added"]) == (kept, 600 - kept)


def test_progress_names_the_count_that_is_committed(broadsheet: Any, tmp_path: Path) -> None:
    source = tmp_path / "boats.jsonl"
    source.write_text(records(300))
    process = broadsheet.process("add", source, env={"BROADSHEET_PROGRESS": "1"})
    _, err = process.communicate()
    counts = [int(line.split()[-1]) for line in err.decode().splitlines()]
    assert counts == sorted(counts)
    assert counts[-1] == 300


def test_a_killed_add_loses_nothing_that_was_named(broadsheet: Any, tmp_path: Path) -> None:
    source = tmp_path / "boats.jsonl"
    source.write_text(records(900))
    process = broadsheet.process("add", source, env={"BROADSHEET_PROGRESS": "1"})
    assert process.stderr is not None
    named = int(process.stderr.readline().decode().split()[-1])
    time.sleep(0.05)
    process.kill()
    process.wait()
    assert broadsheet("search", "boat", "--json").json["total"] >= named
    assert broadsheet("add", source).status == 0
    assert broadsheet("search", "boat", "--json").json["total"] == 900
    assert broadsheet("check").status == 0


def test_two_at_once_wait_for_each_other(broadsheet: Any, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.jsonl").write_text(records(200).replace("Boat", f"Boat {name}"))
    processes = [broadsheet.process("add", tmp_path / f"{n}.jsonl") for n in ("one", "two")]
    for process in processes:
        process.communicate()
    assert [process.returncode for process in processes] == [0, 0]
    assert broadsheet("status", "--json").json["articles"] == 400


def test_no_export_names_a_place_on_this_machine(
    broadsheet: Any, news: Path, tmp_path: Path
) -> None:
    broadsheet("add", news)
    hits = broadsheet("search", "ferry", "--json")
    ids = [hit["id"] for hit in hits.json["hits"]]
    outputs = [hits.out, broadsheet("show", ids[0], "--json").out]
    for form in ("--json", "--markdown", "--html"):
        outputs.append(broadsheet("compare", *ids, form).out)
    outputs.append(broadsheet("judgements", "export").out)
    for out in outputs:
        assert out
        assert str(tmp_path) not in out


def test_show_recognises_names_on_the_spot_and_recognise_does_the_rest(
    broadsheet: Any, news: Path
) -> None:
    broadsheet("add", news)
    hits = broadsheet("search", "ferry outlet:Tern", "--json").json
    assert hits["coverage"]["recognised"] == 0
    out, err = broadsheet.process("show", hits["hits"][0]["id"], "--json").communicate()
    assert err == b""
    shown = json.loads(out)
    assert "Ann Bell" in {entity["name"] for entity in shown["entities"]}
    assert shown["reading"]["model"]
    assert broadsheet("recognise").status == 0
    coverage = broadsheet("search", "ferry", "--json").json["coverage"]
    assert coverage["recognised"] == coverage["articles"] == 3
    assert broadsheet("recognise", "--json").json["recognised_now"] == 0


def test_add_can_wait_for_the_names(broadsheet: Any, news: Path) -> None:
    assert broadsheet("add", news, "--wait").status == 0
    found = broadsheet("search", 'person:"Ann Bell"', "--facets", "--json").json
    assert found["total"] == 2
    assert ["Ann Bell", 2] in found["facets"]["person"]
