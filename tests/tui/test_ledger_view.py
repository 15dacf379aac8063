"""The ledger on a screen: short cells that fit, five outlets at 80 columns, the row spelt out."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from corpus.comparison.facing import ComparedSentence
from corpus.ledger.result import Cell, Column, Fact, Ledger, Named
from tui.cli import story
from tui.cli.ledger_pages import told
from tui.cli.story_json import ledger_json
from tui.views.ledger import Grid
from tui.views.ledger_names import names_lines
from tui.views.ledger_told import cut
from tui.views.ledger_words import cell_word
from tui.views.lines import line_text, line_width


def column(number: int) -> Column:
    sentences = tuple(
        ComparedSentence(n, "body", n, 0, 9, f"Sentence {n} of outlet {number}.", "body")
        for n in range(4)
    )
    return Column(
        f"{number:064x}", f"The Outlet {number}", f"Title {number}", "2031-03-13", None, sentences
    )


def cell(number: int, text: str, relation: str, value: float | None = None) -> Cell:
    return Cell(f"{number:064x}", text, relation, 1, value, "port office")  # type: ignore[arg-type]


MISSING = Fact(
    "figure",
    "14 missing",
    (cell(1, "14", "medoid", 14), cell(2, "seventeen", "differs", 17), cell(4, "14", "same", 14)),
)
DOORS = Fact(
    "quotation", "every door", (cell(1, "every door", "medoid"), cell(3, "door", "trimmed"))
)
DEBTS = Fact(
    "figure", "43 million", (cell(2, "43 million euros", "medoid", 43e6), cell(5, "44", "same"))
)
ALONE = Fact("statement", "The quay smelled.", (cell(6, "The quay smelled.", "medoid"),))
LEDGER = Ledger(
    tuple(column(n) for n in range(1, 8)),
    (MISSING, DOORS, DEBTS, ALONE),
    (Named("person:ines varga", "Ines Varga", "person", (f"{1:064x}",)),),
)


def texts(grid: Grid, width: int = 80) -> list[str]:
    return [line_text(grid.line(n, width)) for n in range(grid.height())]


def test_a_cell_says_in_a_word_how_an_article_carries_a_fact() -> None:
    assert cell_word(MISSING, MISSING.cells[1]) == "!seventeen"
    assert cell_word(DOORS, DOORS.cells[1]) == "trim"
    assert cell_word(DOORS, None) == "."


def test_the_legend_tells_the_signs_of_the_row_under_the_cursor_that_of_its_cell_first() -> None:
    cells = [cell(n, "every door", relation) for n, relation in enumerate(
        ("medoid", "reworded", "trimmed", "spliced", "altered"), 1)]  # fmt: skip
    row = Fact("quotation", "every door", tuple(cells))
    grid = Grid(replace(LEDGER, facts=(row, DEBTS)))
    assert grid.legend(80).startswith("= the same · ALTER altered · splice joins what stood apart")
    assert len(grid.legend(80)) + 8 <= 80
    grid.column = 2
    assert grid.legend(80).startswith("trim the quotation is cut · ALTER altered")
    assert grid.legend(200).endswith("~ reworded or rounded · = the same · . not found here")
    grid.row, grid.column = 1, 0
    assert grid.legend(80) == ". not found here"  # a number is no sign
    without_rows = Grid(replace(LEDGER, facts=()))
    assert "! may conflict" in without_rows.legend(80)


def test_long_numbers_stand_in_digits() -> None:
    lines = texts(Grid(LEDGER))
    assert "!17" in lines[0]
    assert "43m" in lines[2]


@pytest.mark.parametrize(
    ("last", "told"),
    [("2032-01-14", ("13 Dec", "14 Jan")), ("2033-01-14", ("2031-12", "2033-01"))],
)
def test_days_around_a_new_year_are_told_by_day_and_month_in_narrow_columns(
    last: str, told: tuple[str, str]
) -> None:
    days = ["2031-12-13", last, *["2031-12-20"] * (len(LEDGER.columns) - 2)]
    columns = tuple(
        replace(column, published=day) for column, day in zip(LEDGER.columns, days, strict=True)
    )
    heads = line_text(Grid(replace(LEDGER, columns=columns)).heads(80)[1])
    assert all(one in heads for one in told)


def test_five_outlets_stand_side_by_side_at_80_columns_and_more_scroll() -> None:
    grid = Grid(LEDGER)
    assert grid.seen(80) == 5
    assert "5 O5" in line_text(grid.heads(80)[0])
    assert "6" not in line_text(grid.heads(80)[0])
    for _ in range(6):
        grid.step_column(1, 80)
    assert grid.column == 6
    assert "7 O7" in line_text(grid.heads(80)[0])
    grid.step_column(-9, 80)
    assert "1 O1" in line_text(grid.heads(80)[0])


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    grid = Grid(LEDGER, singles=True)
    lines = [*grid.heads(width), *(grid.line(n, width) for n in range(grid.height()))]
    for row in range(len(grid.facts)):
        grid.row = row
        lines += grid.detail(width)
    lines += names_lines(LEDGER, width)
    assert all(line_width(line) <= width for line in lines)


def test_rows_that_one_article_carries_are_folded_and_counted() -> None:
    grid = Grid(LEDGER)
    assert len(grid.facts) == 3
    assert "+ 1 row that one article" in texts(grid)[-1]
    grid.singles = True
    grid.arrange()
    assert len(grid.facts) == 4
    assert grid.folded == 0


def test_n_goes_to_the_rows_in_which_articles_differ() -> None:
    grid = Grid(LEDGER)
    assert grid.step_odds(1, 80)
    assert grid.current is DOORS
    assert not grid.step_odds(1, 80)
    assert grid.step_odds(-1, 80)
    assert grid.current is MISSING


def test_n_goes_to_the_first_cell_that_differs() -> None:
    same = Fact("figure", "11 dead", (cell(1, "11", "medoid", 11), cell(2, "11", "same", 11)))
    odd = Fact("figure", "9 hurt", (cell(1, "9", "medoid", 9), cell(3, "12", "differs", 12)))
    grid = Grid(Ledger(LEDGER.columns, (same, odd), ()))
    assert grid.step_odds(1, 80)
    assert (grid.current, grid.column) == (odd, 2)


def test_a_filter_keeps_the_cursor_on_its_fact_where_that_is_shown() -> None:
    grid = Grid(LEDGER, row=2)
    grid.kinds = frozenset({"figure"})
    grid.arrange()
    assert grid.facts == [MISSING, DEBTS]
    assert grid.current is DEBTS
    grid.words = "smelled"
    grid.kinds = frozenset()
    grid.arrange()
    assert grid.current is ALONE


def test_the_row_under_the_cursor_says_who_says_it_and_where_it_was_not_found() -> None:
    said = "\n".join(line_text(line) for line in Grid(LEDGER).detail(80))
    assert "not found in: 3 The Outlet 3, 5 The Outlet 5" in said
    assert "Sentence 1 of outlet 2." in said
    assert "may conflict; source: port office   sentence 2" in said


def test_what_has_no_room_is_told_of_the_cell_under_the_cursor_first() -> None:
    grid = Grid(LEDGER)
    grid.step_column(3, 80)
    lines = [line_text(line) for line in grid.detail(80, 5)]
    assert lines[1].startswith("▌ 4 The Outlet 4")
    assert any("1 The Outlet 1" in line for line in lines[3:])
    whole = [line_text(line) for line in grid.detail(80, 40)]  # what has room keeps its order
    assert [line[2:3] for line in whole if "Sentence" in line] == ["1", "2", "4"]
    grid.step_column(1, 80)
    lines = [line_text(line) for line in grid.detail(80, 5)]
    assert lines[1] == "▌ 5 The Outlet 5: not found here"
    assert "5 The Outlet 5" not in lines[2]  # told once


def test_an_empty_ledger_has_no_rows_and_nothing_to_spell_out() -> None:
    grid = Grid(Ledger((), (), ()))
    assert (grid.height(), grid.current) == (0, None)
    assert grid.detail(80)
    assert grid.heads(80)


def test_columns_that_there_is_no_room_for_are_counted_on_either_side() -> None:
    grid = Grid(LEDGER)
    assert line_text(grid.heads(80)[0]).startswith("  1–5 of 7 › ")
    for _ in range(5):
        grid.step_column(1, 80)
    assert line_text(grid.heads(80)[0]).startswith("  ‹ 2–6 of 7 › ")
    grid.step_column(1, 80)
    assert line_text(grid.heads(80)[0]).startswith("  ‹ 3–7 of 7  ")
    grid.step_column(0, 200)
    assert " of 7" not in line_text(grid.heads(200)[0])


def test_on_a_terminal_every_column_is_printed_once(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(story, "on_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "80")
    story.print_facts(LEDGER)
    printed = capsys.readouterr().out
    assert [printed.count(f"{n} O{n}") for n in range(1, 8)] == [1] * 7


def test_the_cell_under_the_cursor_stands_in_brackets() -> None:
    grid = Grid(LEDGER)
    assert "[14]" in texts(grid)[0]
    grid.step_column(1, 80)
    assert "[!17]" in texts(grid)[0]
    assert "[14]" not in texts(grid)[0]


def test_a_text_that_goes_on_ends_with_an_ellipsis() -> None:
    assert cut("one two three four", 9, 1) == ["one two …"]
    assert cut("one two", 9, 1) == ["one two"]
    assert all(len(piece) <= 5 for piece in cut("abcdefghijklmnop", 5, 2))


@pytest.mark.parametrize(
    ("said", "value", "shown"),
    [
        ("two nautical miles", 2, "2 mi"),
        ("10 minutes", 10, "10 min"),
        ("43 million euros", 43e6, "€43m"),
        ("40 miles per hour", 40, "40 mph"),
        ("ninety per cent", 90, "90 %"),
        ("$50 million", 5e7, "$50m"),
        ("17 passengers", 17, "17"),
        ("123,456 people", 123456, "123456"),
        ("1,234 lorries", 1234, "1,234"),
        ("between 10 and 20", None, "10–20"),
    ],
)
def test_a_number_that_does_not_fit_with_its_unit_has_it_in_short_or_stands_bare(
    said: str, value: float | None, shown: str
) -> None:
    fact = Fact("figure", said, (cell(1, said, "medoid", value),))
    (line, *_) = texts(Grid(Ledger(LEDGER.columns, (fact,), ()), singles=True))
    assert f"[{shown}]" in line
    assert not re.search(r"\d…", line)


@pytest.mark.parametrize(
    ("said", "value", "shown"),
    [("a dozen", 12, "12"), ("four thousand", 4000, "4,000"), ("Twenty-two", 22, "22")],
)
def test_a_number_of_several_words_is_a_number_in_digits(
    said: str, value: float, shown: str
) -> None:
    fact = Fact("figure", said, (cell(1, said, "medoid", value),))
    (line, *_) = texts(Grid(Ledger(LEDGER.columns, (fact,), ()), singles=True))
    assert f"[{shown}]" in line
    assert "…" not in line


def test_a_screen_that_grew_shows_the_columns_it_has_room_for() -> None:
    grid = Grid(LEDGER)
    grid.step_column(6, 80)
    assert "1 O1" not in line_text(grid.heads(80)[0])
    grid.step_column(0, 200)
    assert "1 Outlet 1" in line_text(grid.heads(200)[0])


def test_a_story_of_one_article_says_how_to_see_what_it_carries() -> None:
    grid = Grid(Ledger(LEDGER.columns, (ALONE,), ()))
    assert "z shows what each carries alone" in line_text(grid.detail(80)[0])


def test_rows_that_count_one_thing_otherwise_are_marked_and_name_one_another() -> None:
    low = Fact("figure", "11 soldiers", (cell(1, "11", "medoid", 11), cell(2, "11", "same", 11)), 1)
    high = Fact("figure", "26 soldiers", (cell(2, "26", "medoid", 26),), 1)
    grid = Grid(Ledger(LEDGER.columns, (low, high, ALONE), ()))
    lines = texts(grid)
    assert ["f!" in line for line in lines] == [True, True, False]
    detail = " ".join(line_text(line) for line in grid.detail(80))
    assert "26 soldiers (in 2)" in detail
    assert "11 soldiers (in" not in detail
    assert grid.step_odds(1, 80)
    assert grid.current is high


def test_a_wide_screen_shows_more_articles_rather_than_longer_labels() -> None:
    assert Grid(LEDGER).seen(96) == 7
    many = Ledger(tuple(column(n) for n in range(1, 13)), LEDGER.facts, ())
    assert Grid(many).seen(120) >= 9


def test_of_many_articles_those_that_carry_a_fact_are_told_before_those_that_do_not() -> None:
    wide = Ledger(tuple(column(n) for n in range(1, 31)), (DOORS,), ())
    said = [line_text(line) for line in Grid(wide).detail(80)]
    assert said[1].strip() == "not found in 28 of 30, named below"
    assert "1 The Outlet 1" in said[2]
    assert "not found in: 2 The Outlet 2, 4 The Outlet 4" in said[6]
    assert "30 The Outlet 30" in said[-1]


def test_the_row_under_the_cursor_says_the_hour_where_it_is_stated() -> None:
    columns = [column(n) for n in range(1, 8)]
    columns[1] = replace(columns[1], published_at="2031-03-13T07:55:00+01:00")
    said = "\n".join(
        line_text(line) for line in Grid(replace(LEDGER, columns=tuple(columns))).detail(80)
    )
    assert "2 The Outlet 2   13 Mar 07:55 Sentence 1 of outlet 2." in said
    assert "1 The Outlet 1   13 Mar       Sentence 1 of outlet 1." in said


RESIGNED = Fact(
    "statement",
    "The mayor resigned.",
    (cell(1, "The mayor resigned.", "medoid"), cell(2, "The wall cost the mayor", "unsure")),
)
WALL = Fact(
    "statement",
    "The wall cost the mayor",
    (cell(1, "The mayor resigned.", "unsure"), cell(2, "The wall cost the mayor", "medoid")),
)
UNDECIDED = replace(LEDGER, facts=(MISSING, RESIGNED, WALL, ALONE))


def test_a_sentence_that_may_state_a_row_has_a_sign_of_its_own_that_the_legend_tells() -> None:
    grid = Grid(UNDECIDED, row=1, singles=True)
    assert cell_word(RESIGNED, RESIGNED.cells[1]) == "~?"
    assert "~?" in texts(grid)[1]
    assert "~? may state it" in grid.legend(120)
    grid.row = 1
    detail = "\n".join(line_text(line) for line in grid.detail(120))
    assert "may state it, in part or in passing, or deny it" in detail
    assert "not found in: 3 The Outlet 3, 4 " in detail  # it is not said to be missing there


def test_rows_that_another_article_only_may_carry_are_folded_and_counted() -> None:
    grid = Grid(UNDECIDED)
    assert grid.facts == [MISSING]
    assert grid.folded == 3
    assert "+ 3 rows that one article carries, 2 perhaps or in part another" in texts(grid, 160)[-1]
    grid.singles = True
    grid.arrange()
    assert {RESIGNED, WALL} <= set(grid.facts)


def test_for_scripts_nobody_carries_a_statement_by_an_unsure_sentence() -> None:
    ids = ["a" * 64, "b" * 64, "c" * 64]
    cells = tuple(
        replace(one, article=id_) for one, id_ in zip(RESIGNED.cells, ids, strict=False)
    )  # fmt: skip
    columns = tuple(replace(column(n), article=id_) for n, id_ in enumerate(ids, 1))
    found = replace(LEDGER, columns=columns, facts=(replace(RESIGNED, cells=cells),))
    by_article = ledger_json(found)["facts"][0]["by_article"]
    told = [(by_article[one[:16]]["present"], by_article[one[:16]]["unsure"]) for one in ids]
    assert told == [(True, False), (False, True), (False, False)]
    assert by_article["b" * 16]["text"] == "The wall cost the mayor"
    assert by_article["b" * 16]["relation"] == "unsure"


def test_names_tell_how_often_and_those_of_one_article_are_folded() -> None:
    ids = [f"{number:064x}" for number in range(1, 8)]
    names = (
        Named("person:ines varga", "Ines Varga", "person", (ids[0], ids[2]), (13, 2)),
        Named("place:sarn", "Sarn", "place", (ids[1],), (1,)),
    )
    ledger = replace(LEDGER, names=names)
    folded = [line_text(line) for line in names_lines(ledger, 80, singles=False)]
    assert folded[0].split()[-5:] == ["13", ".", "2", ".", "."]
    assert folded[1] == "  + 1 name of one article, z shows them"
    whole = [line_text(line) for line in names_lines(ledger, 80)]
    assert whole[1].startswith("  Sarn  place")
    kept = replace(ledger, names=(replace(names[0], times=()),))  # from before they were counted
    assert line_text(names_lines(kept, 80)[0]).split()[-5:] == ["+", ".", "+", ".", "."]


def test_of_several_reports_of_a_day_those_after_the_first_are_told_by_their_hours() -> None:
    moments = ("2031-03-13T06:12:00+01:00", "2031-03-13T07:55:00+01:00", None)
    columns = [
        replace(one, published_at=at) for one, at in zip(LEDGER.columns[:3], moments, strict=True)
    ]
    later = replace(LEDGER.columns[3], published="2031-03-14")
    heads = Grid(Ledger((*columns, later), (MISSING,), ())).heads(80)
    assert line_text(heads[1]).split()[-7:] == ["13", "Mar", "07:55", "13", "Mar", "14", "Mar"]
    one_day = Grid(Ledger(tuple(columns), (MISSING,), ())).heads(60)
    assert line_text(one_day[1]).split()[-4:] == ["06:12", "07:55", "13", "Mar"]


def test_a_row_of_a_ledger_is_cut_between_words_and_says_by_its_sign_that_it_is_quoted() -> None:
    long = Fact("quotation", "No ship of this class will leave harbour again this year",
                (cell(1, "No ship", "medoid"), cell(2, "No ship", "trimmed")))  # fmt: skip
    grid = Grid(Ledger(LEDGER.columns, (long,), ()))
    assert texts(grid)[0].startswith('▌" No ship of this class will leave… ')
    assert '"No ship of this class' in texts(grid, 120)[0]


def test_of_an_outlet_with_several_articles_the_title_says_which_one_lacks_a_row() -> None:
    columns = tuple(
        replace(column(n), outlet="Gull" if n > 2 else f"Outlet {n}") for n in (1, 2, 3, 4)
    )
    fact = Fact("figure", "14 missing", (cell(1, "14", "medoid", 14),))
    said = list(told(fact, replace(LEDGER, columns=columns, facts=(fact,))))
    assert said[-1] == "not found in: Outlet 2, Gull (Title 3), Gull (Title 4)"
