"""The sample archive is what its manifest says it is."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from corpus import sample

MANIFEST: dict[str, Any] = sample.manifest()
HIDDEN: list[dict[str, Any]] = MANIFEST["hidden"]
PROMISED = {
    "figures differ",
    "figures agree",
    "quotation cut",
    "quotation altered",
    "wire copy",
    "correction",
    "two versions",
    "never named",
    "wording",
    "quoted by one outlet",
    "reported late",
    "headline not carried",
    "no date",
}


def decoded(path: Path) -> str:
    """The file's text, whichever of the sample's two encodings it is in."""
    data = path.read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def records(path: Path) -> list[dict[str, str]]:
    """The records of a container, in order."""
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in decoded(path).splitlines()]
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def text_of(name: str) -> str:
    """The text of a file, or of one record (`file#number`) with its title."""
    file, _, number = name.partition("#")
    if not number:
        return decoded(sample.folder() / file)
    record = records(sample.folder() / file)[int(number) - 1]
    return f"{record['title']}\n{record['body']}"


def article_names() -> set[str]:
    """Every article there is on disk, by the name the manifest would give it."""
    names: set[str] = set()
    for path in sample.folder().rglob("*"):
        name = path.relative_to(sample.folder()).as_posix()
        if path.suffix in (".jsonl", ".csv") and name != sample.SIDECAR:
            names.update(f"{name}#{number}" for number in range(1, len(records(path)) + 1))
        elif path.is_file() and name != sample.SIDECAR:
            names.add(name)
    return names


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def test_every_article_on_disk_is_in_the_manifest_and_the_other_way_round() -> None:
    listed = [entry["path"] for entry in MANIFEST["file"]]
    assert len(listed) == len(set(listed))
    assert set(listed) == article_names()


def test_it_has_forty_articles_of_six_outlets_on_eight_events() -> None:
    files = MANIFEST["file"]
    assert len(files) >= 42
    assert {entry["outlet"] for entry in files} == {o["name"] for o in MANIFEST["outlet"]}
    assert {entry["event"] for entry in files} == {e["id"] for e in MANIFEST["event"]}
    assert len(MANIFEST["outlet"]) == 6
    assert len(MANIFEST["event"]) == 8


def test_some_events_have_many_outlets_and_some_have_two() -> None:
    outlets: dict[str, set[str]] = {}
    for entry in MANIFEST["file"]:
        outlets.setdefault(entry["event"], set()).add(entry["outlet"])
    sizes = Counter(len(names) for names in outlets.values())
    assert sizes[6] >= 1
    assert sum(count for size, count in sizes.items() if size >= 3) >= 5
    assert sizes[1] + sizes[2] >= 1


def test_exactly_one_article_has_no_day_and_the_others_lie_within_five_weeks() -> None:
    undated = [entry["path"] for entry in MANIFEST["file"] if "day" not in entry]
    days = sorted(date.fromisoformat(entry["day"]) for entry in MANIFEST["file"] if "day" in entry)
    assert undated == ["saltmarsh-review/aurelia-door-tests.txt"]
    assert (days[-1] - days[0]).days <= 38


def test_the_undated_article_names_no_day_of_the_year() -> None:
    text = text_of("saltmarsh-review/aurelia-door-tests.txt")
    months = "January|February|March|April|May|June|July|August|September|October|November|December"
    assert not re.search(
        rf"\d (?:{months})|(?:{months}) \d|\b2031\b|\d{{1,2}}[./]\d{{1,2}}[./]", text
    )


@pytest.mark.parametrize("entry", MANIFEST["file"], ids=lambda e: e["path"])
def test_titles_standfirsts_and_bylines_stand_in_the_file(entry: dict[str, Any]) -> None:
    text = re.sub(r"<[^>]+>", "", text_of(entry["path"]))
    assert entry["title"] in text
    assert entry.get("standfirst", "") in text
    for credit in entry["authors"] + entry["agencies"]:
        assert credit in text


@pytest.mark.parametrize("hidden", HIDDEN, ids=lambda h: f"{h['kind']}: {h['event']}")
def test_what_is_hidden_stands_where_the_manifest_says(hidden: dict[str, Any]) -> None:
    assert hidden["event"] in {event["id"] for event in MANIFEST["event"]}
    assert hidden["places"]
    for place in hidden["places"]:
        assert place["text"] in text_of(place["file"]), place


def test_everything_the_sample_promises_to_show_is_hidden_somewhere() -> None:
    assert {hidden["kind"] for hidden in HIDDEN} >= PROMISED


def test_an_actor_that_one_outlet_never_names_is_named_by_the_others_only() -> None:
    (hidden,) = [h for h in HIDDEN if h["kind"] == "never named"]
    own = [e["path"] for e in MANIFEST["file"] if e["outlet"] == hidden["absent_from"]]
    assert len(own) >= 3
    for path in own:
        for word in hidden["absent_words"]:
            assert word not in text_of(path)


def test_a_speaker_quoted_by_one_outlet_is_named_by_no_other() -> None:
    alone = [hidden for hidden in HIDDEN if hidden["kind"] == "quoted by one outlet"]
    assert alone
    for hidden in alone:
        quoting = {
            e["outlet"] for e in MANIFEST["file"] if e["path"] == hidden["places"][0]["file"]
        }
        naming = {e["outlet"] for e in MANIFEST["file"] if hidden["speaker"] in text_of(e["path"])}
        assert naming == quoting


def test_wire_copies_share_most_of_their_words_with_the_wire() -> None:
    (hidden,) = [h for h in HIDDEN if h["kind"] == "wire copy"]
    source, *copies = (text_of(place["file"]) for place in hidden["places"])
    known = shingles(source, 5)
    for copy in copies:
        shared = known & shingles(copy, 5)
        assert len(shared) / len(known) > 0.5
        assert known - shared, "a copy with no edit at all"


def test_two_outlets_do_not_share_text_by_accident() -> None:
    copied = {p["file"] for h in HIDDEN if h["kind"] == "wire copy" for p in h["places"]}
    originals = [e for e in MANIFEST["file"] if e["path"] not in copied]
    seen: dict[str, set[tuple[str, ...]]] = {e["path"]: spoken_out(e["path"]) for e in originals}
    for number, left in enumerate(originals):
        for right in originals[number + 1 :]:
            if left["outlet"] != right["outlet"]:
                shared = seen[left["path"]] & seen[right["path"]]
                assert len(shared) <= 5, (left["path"], right["path"], shared)


def test_the_sidecar_gives_outlet_and_day_of_each_file_beside_it() -> None:
    sidecar = sample.folder() / sample.SIDECAR
    rows = {row["path"]: row for row in records(sidecar)}
    assert set(rows) == {path.name for path in sidecar.parent.glob("*.txt")}
    assert {row["outlet"] for row in rows.values()} == {"Saltmarsh Review"}
    assert [path for path, row in rows.items() if not row["date"]] == ["aurelia-door-tests.txt"]
    for path in rows:
        assert "saltmarsh" not in decoded(sidecar.parent / path).casefold()


def test_no_long_run_of_words_comes_from_the_real_articles(shared: Path) -> None:
    own: set[tuple[str, ...]] = set()
    for entry in MANIFEST["file"]:
        own |= shingles(text_of(entry["path"]), 8)
    for seed in (shared / "data" / "seeds").glob("*.txt"):
        assert not own & shingles(seed.read_text("utf-8"), 8), seed.name


def shingles(text: str, length: int) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[i : i + length]) for i in range(len(found) - length + 1)}


def spoken_out(name: str) -> set[tuple[str, ...]]:
    """Runs of seven words of an article with its quotations and markup taken out."""
    text = re.sub(r"<[^>]+>", " ", text_of(name))
    return shingles(re.sub(r'"[^"]*"|“[^”]*”', " ", text), 7)
