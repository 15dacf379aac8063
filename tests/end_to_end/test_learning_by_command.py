"""`reread`, `learn` and `names` on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from corpus import reading
from corpus.article import Entity, Mention, Names
from corpus.entities import versions
from index.archive import Archive

if TYPE_CHECKING:
    from conftest import CommandLine

SUBJECTS = ("herring", "lanterns", "bakeries", "tunnels", "orchards")
CALL = "Tide tables by post every morning"


@pytest.fixture
def valley(tmp_path: Path, broadsheet: CommandLine) -> Path:
    """Five articles of one outlet that end with the same line, added."""
    folder = tmp_path / "valley"
    folder.mkdir()
    for number, subject in enumerate(SUBJECTS):
        (folder / f"{number}.txt").write_text(
            f"The {subject} of {number} men\n\n"
            f"Old Mr Fell has looked after {subject} for {number + 20} years, and likes it.\n\n"
            f"Nobody in valley {number} would want to live for long without its {subject}.\n\n"
            f"{CALL}\n"
        )
    assert broadsheet("add", folder, "--outlet", "Tarn Post").status == 0
    return folder


def name_mr_fell(archive: Path) -> str:
    """Keep "Fell" as a person's name in every article; the id of one."""
    with Archive.open(archive) as opened:
        for row in opened.newest():
            article = opened.get(row.id).article
            start = article.paragraphs[0].text.find("Fell")
            mention = Mention("body", 0, start, start + 4, "Fell")
            names = [Entity("person:fell", "Fell", "person", (mention,))]
            if "herring" in row.title:
                old = Mention("body", 0, start - 7, start + 4, "Old Mr Fell")
                names = [Entity("person:old mr fell", "Old Mr Fell", "person", (old,))]
            opened.store_names({row.id: Names(versions.current(), tuple(names))})
        return opened.newest()[0].id


def test_learn_says_what_it_would_do_and_does_it_when_told(
    broadsheet: CommandLine, valley: Path
) -> None:
    state = broadsheet("status", "--json").json["state"]
    told = broadsheet("learn", "--json").json
    assert told["applied"] is False
    assert [(line["text"], line["articles"], line["of"]) for line in told["lines"]] == [
        (CALL, 5, 5)
    ]
    assert told["state"] == state == broadsheet("status", "--json").json["state"]
    assert "recurs in 5 of 5 articles of Tarn Post" in broadsheet("learn", "--dry-run").out
    done = broadsheet("learn", "--apply", "--json").json
    assert (done["applied"], done["reread"]["changed"]) == (True, 5)
    assert done["state"] != state
    shown = broadsheet("search", f'"{CALL}"', "--json")
    assert (shown.status, shown.json["total"]) == (1, 0)
    one = broadsheet("search", "herring", "--json").json["hits"][0]["id"]
    article = broadsheet("show", one, "--json").json
    assert article["reading"]["layer"].startswith("lines-2-")
    assert "recurs in 5 of 5 articles of Tarn Post" in [r["why"] for r in article["removed"]]
    assert broadsheet("check", "--sources").status == 0
    assert "nothing new" in broadsheet("learn").out
    assert broadsheet("learn", "--forget").status == 0
    assert broadsheet("status", "--json").json["state"] == state


def test_a_proposed_outlet_is_accepted_and_taken_back(
    broadsheet: CommandLine, valley: Path, tmp_path: Path
) -> None:
    (tmp_path / "one.txt").write_text("The kettles of the marsh\n\nNobody boils water there now.\n")
    broadsheet("add", tmp_path / "one.txt", "--outlet", "The Tarn Post Online")
    (proposed,) = broadsheet("learn", "--json").json["outlets"]
    assert proposed["name"] == "Tarn Post"
    assert proposed["spellings"] == [["The Tarn Post Online", 1]]
    assert broadsheet("learn", "--accept", "The Tarn Post Online=Tarn Post").status == 0
    assert broadsheet("status", "--json").json["outlets"] == 1
    lines = broadsheet("judgements", "export").out.splitlines()
    assert '"outlet_alias"' in lines[1]
    assert broadsheet("undo").status == 0
    assert broadsheet("status", "--json").json["outlets"] == 2
    assert broadsheet("learn", "--accept", "nothing").status == 2


def test_reread_says_what_newer_rules_change(
    broadsheet: CommandLine, valley: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert broadsheet("reread", "--json").json["read"] == 0
    monkeypatch.setattr(reading, "RULES", "next")
    would = broadsheet("reread", "herring", "--dry-run", "--json").json
    assert (would["read"], would["changed"], would["dry_run"]) == (1, 0, True)
    assert broadsheet("reread", "--json").json["read"] == 5
    assert broadsheet("reread", "--json").json["read"] == 0
    assert broadsheet("reread", "--all", "--json").json["read"] == 5
    assert "5 read anew, 0 changed" in broadsheet("reread", "--all").out
    assert broadsheet("check", "--sources").status == 0


def test_names_are_listed_merged_parted_and_undone(broadsheet: CommandLine, valley: Path) -> None:
    one = name_mr_fell(broadsheet.archive)
    listed = broadsheet("names", "fell", "--json").json["names"]
    assert [(name["id"], name["articles"]) for name in listed] == [
        ("person:fell", 4),
        ("person:old mr fell", 1),
    ]
    assert broadsheet("names", "merge", "Old Mr Fell", "person:fell").status == 0
    assert broadsheet("search", "person:old", "--json").json["total"] == 5
    (merged,) = broadsheet("names", "list", "fell", "--json").json["names"]
    assert merged["articles"] == 5
    assert merged["others"][0]["id"] == "person:old mr fell"
    assert broadsheet("names", "part", "person:fell", "Old Mr Fell").status == 0
    assert len(broadsheet("names", "fell", "--json").json["names"]) == 2
    assert broadsheet("undo").status == 0
    assert len(broadsheet("names", "fell", "--json").json["names"]) == 1
    assert broadsheet("names", "part", "person:fell", "Fell", "--in", one).status == 2
    assert broadsheet("names", "merge", "Old Mr Fell").status == 2
    assert broadsheet("names", "merge", "nobody", "person:fell").status == 1
    assert broadsheet("names", "lighthouse").status == 1
    assert broadsheet("check").status == 0
