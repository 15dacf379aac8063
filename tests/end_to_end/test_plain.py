"""Plain text: every command's page linear and complete, for screen readers and scripts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tui.cli import output
from tui.plain.tables import record_lines

DRAWN = set("│─━█▌▏┃|")


@pytest.fixture
def ids(broadsheet: Any, news: Path) -> list[str]:
    broadsheet("add", news)
    hits = broadsheet("search", "ferry", "--json").json["hits"]
    return [hit["id"] for hit in hits]


def test_a_hit_is_told_with_day_outlet_and_passage(broadsheet: Any, ids: list[str]) -> None:
    out = broadsheet("search", "ferry", "--plain").out.splitlines()
    assert "Query: ferry" in out
    assert "2 articles in 2 rows" in out
    assert "outlet: The Gull" in out
    assert f"id: {ids[0]}" in out
    assert any(line.startswith("passage: ") for line in out)


def test_an_article_is_told_with_all_that_was_read_out_of_it(
    broadsheet: Any, ids: list[str]
) -> None:
    out = broadsheet("show", ids[0], "--plain").out
    assert "Quotations: 1" in out
    assert "Ann Bell (direct): We heard no alarm" in out
    assert "(count, of " in out
    assert "Set aside: " in out


def test_a_comparison_is_told_row_after_row_left_before_right(
    broadsheet: Any, ids: list[str], tmp_path: Path
) -> None:
    out = broadsheet("compare", *ids, "--plain").out.splitlines()
    rows = [n for n, line in enumerate(out) if line.startswith("Row ")]
    assert rows
    for at in rows:
        assert out[at + 1].startswith("Left: ")
    assert any(line == "Right: not matched here" for line in out)
    assert "Quotations: 1" in out
    file = tmp_path / "both.txt"
    broadsheet("compare", *ids, "--plain", "-o", file)
    assert file.read_text().splitlines() == out


def test_a_story_is_told_fact_after_fact(broadsheet: Any, ids: list[str]) -> None:
    out = broadsheet("story", ids[0], "--plain").out
    assert "Article 2: " in out
    assert "Fact 1 of " in out
    assert "not found in: " in out


@pytest.mark.parametrize(
    "words",
    [("stories",), ("outlets",), ("outlets", "The Gull", "The Tern"),
     ("search", "ferry", "--facets")],
)  # fmt: skip
def test_tables_become_named_lines_and_nothing_is_drawn(
    broadsheet: Any, ids: list[str], words: tuple[str, ...]
) -> None:
    out = broadsheet(*words, "--plain").out
    assert out
    assert not set(out) & DRAWN
    assert "\t" not in out
    assert any(": " in line for line in out.splitlines())


@pytest.mark.parametrize(
    "words",
    [("show", "ID"), ("compare", "ID", "OTHER"), ("story", "ID"), ("outlets",),
     ("outlets", "The Gull", "The Tern")],
)  # fmt: skip
def test_plain_text_goes_to_the_file_that_is_named_as_it_would_be_printed(
    broadsheet: Any, ids: list[str], tmp_path: Path, words: tuple[str, ...]
) -> None:
    named = {"ID": ids[0], "OTHER": ids[1]}
    asked = [named.get(word, word) for word in words]
    printed = broadsheet(*asked, "--plain")
    assert printed.out.count("\n") > 3
    file = tmp_path / "page.txt"
    written = broadsheet(*asked, "--plain", "-o", file)
    assert (written.status, written.out) == (printed.status, "")
    assert file.read_text(encoding="utf-8") == printed.out
    done = broadsheet(*asked, "--plain", "-o", tmp_path / "no folder" / "page.txt")
    assert done.status == 2
    assert "page.txt cannot be written: no such file or directory" in done.err


def test_the_bytes_of_an_article_go_to_the_file_that_is_named(
    broadsheet: Any, ids: list[str], news: Path, tmp_path: Path
) -> None:
    file = tmp_path / "original"
    kept = []
    for one in ids:
        assert broadsheet("show", one, "--original", "-o", file).status == 0
        kept.append(file.read_bytes())
    assert (news / "gull.txt").read_bytes() in kept


def test_the_next_command_prints_tables_again(broadsheet: Any, ids: list[str]) -> None:
    broadsheet("stories", "--plain")
    assert not output._plain
    assert "\t" in broadsheet("stories").out


def test_cells_have_the_names_of_their_columns_and_bars_are_left_out() -> None:
    rows = [("a", "███", 3), ("b", "", None)]
    assert record_lines(("name", "", "times"), rows, lambda v: "" if v is None else str(v)) == [
        "", "1.", "name: a", "times: 3", "", "2.", "name: b",
    ]  # fmt: skip
    assert record_lines(("outlet", "articles"), [("Gull", 3)], str) == ["Gull: 3"]


def test_the_number_behind_a_bar_goes_by_the_name_of_its_side() -> None:
    rows = [("2031-03", "███", "3/3", "", "0/0")]
    assert record_lines(("when", "A", "", "B", ""), rows, str) == [
        "", "1.", "when: 2031-03", "A: 3/3", "B: 0/0",
    ]  # fmt: skip


def test_every_command_that_lists_has_its_rows_as_linear_text(
    broadsheet: Any, ids: list[str]
) -> None:
    out = broadsheet("quotations", ids[0], "--plain").out.splitlines()
    assert "speaker: Ann Bell" in out
    assert any(one.startswith("words: “We heard no alarm") for one in out)
    assert "role: body" in broadsheet("lines", ids[0], "--plain").out.splitlines()
    assert "articles: 3" in broadsheet("status", "--plain").out.splitlines()
    assert broadsheet("figures", ids[0], "--plain").out.startswith("\n1.\nnumber: 1\n")
    assert broadsheet("status", "--plain", "--json").status == 2
