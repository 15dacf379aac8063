"""Two articles side by side: rows, marks, folds, and what is marked within them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from shelf import ADDED, FERRY_HARBOUR, FERRY_MERIDIAN, NAMES, WIDE, article

from corpus.article import Article
from corpus.comparison import compare
from corpus.comparison.facing import Alignment, Perhaps
from corpus.comparison.result import FigurePair, FigureRelation, FiguresNotHeld, WireCopy
from corpus.comparison.swapped import swapped
from index.answers import Record
from tui.cli.comparison_pages import page_of
from tui.views.cells import Cells
from tui.views.columns import SideBySide
from tui.views.differing import CompareLens
from tui.views.lens_places import findings, one_thing
from tui.views.lines import line_text, line_width
from tui.views.marks import FACING, GRAVE
from tui.views.pair_row import PairRow
from tui.views.pairs import pair_rows
from tui.views.reasons import how_paired, told, why
from tui.views.summing import banners, totals


def record(one: Article) -> Record:
    return Record(one, NAMES.get(one.id), ADDED, (one.id,))


def sides(
    left: Article = FERRY_HARBOUR, right: Article = FERRY_MERIDIAN, **more: object
) -> SideBySide:
    comparison = compare(left, right, NAMES.get(left.id), NAMES.get(right.id))
    return SideBySide(comparison, record(left), record(right), **more)  # type: ignore[arg-type]


def counts(both: SideBySide) -> str:
    return totals(both.comparison, both.rows)


def reasons(both: SideBySide, row: PairRow) -> str:
    return " ".join(why(row, both.comparison))


def text_of(both: SideBySide) -> list[str]:
    return [line_text(both.line(n)) for n in range(len(both.lines))]


@pytest.mark.parametrize("width", [80, 81, 120, 200])
@pytest.mark.parametrize("right", [FERRY_MERIDIAN, WIDE])
@pytest.mark.parametrize("view", ["both", "left", "right"])
def test_no_line_is_wider_than_the_terminal(width: int, right: Article, view: str) -> None:
    both = sides(right=right, width=width, view=view)
    assert both.lines
    for number in range(len(both.lines)):
        assert line_width(both.line(number)) <= width


def test_from_eighty_columns_on_a_column_has_at_least_thirty_eight() -> None:
    assert sides(width=80).column_width == 38


def test_every_compared_sentence_stands_in_exactly_one_row() -> None:
    comparison = sides().comparison
    rows = pair_rows(comparison)
    paired = sorted(n for row in rows for n in row.left)
    assert set(paired) == {s.i for s in comparison.left}
    alone = [n for row in rows if row.one_sided for n in row.left]
    assert len(alone) == len(set(alone))
    assert {n for row in rows for n in row.right} == {s.i for s in comparison.right}


def test_titles_face_each_other_first() -> None:
    first = sides().rows[0]
    assert (first.left, first.right) == ((0,), (0,))


def test_a_quotation_cut_short_on_the_left_says_so_in_mark_and_words() -> None:
    both = sides()
    row = next(row for row in both.rows if row.quotations)
    assert (row.mark, row.label) == ('-"', "quotation trimmed on the left")
    right = sides(FERRY_MERIDIAN, FERRY_HARBOUR)
    row = next(row for row in right.rows if row.quotations)
    assert row.mark == '"-'


def test_the_words_that_only_one_side_quotes_are_marked() -> None:
    both = sides(width=160)
    marked = [r.text for n in range(len(both.lines)) for r in both.line(n) if "differs" in r.style]
    assert marked == ["on every ship"]


def test_what_stands_on_one_side_only_is_not_found_on_the_other() -> None:
    both = sides(width=120)
    row = next(n for n, r in enumerate(both.rows) if not r.left)
    first, _ = both.lines_of(row)
    assert line_text(both.line(first)).startswith("   not matched here")


QUAY = article(
    "Harbour council meets on the quay",
    [
        "The harbour council met on the quay to speak about the cranes.",
        "A retired pilot brought the old charts of the Strait of Orme. The window of the hall "
        "had been broken by gulls. Nobody in the kitchen of Tamar House had any tea.",
        "The council has 14 members. “We shall meet again,” Tomas Reyl said.",
        "The door tests will be repeated by Calder Lines. The door tests take a day each.",
    ],
)
CRANES = article(
    "Council speaks about cranes on the quay",
    ["The harbour council met on the quay to speak about the cranes."],
    outlet="Nordvik Today",
)


def test_runs_of_one_sided_sentences_fold_to_a_line_that_names_what_is_in_them() -> None:
    both = sides(QUAY, CRANES, width=120)
    folded = [n for n, row in enumerate(both.rows) if both.folds(row)]
    first, last = both.lines_of(folded[0])
    said = " ".join(line_text(both.line(n))[:58].strip() for n in range(first, last + 1))
    assert said.startswith("+ 3 sentences: ")
    assert "Strait of Orme" in said
    assert "Tamar House" in said
    both.row = folded[-1]
    first, last = both.lines_of(folded[-1])
    assert "door tests" in line_text(both.line(first))
    assert both.toggle_fold()
    assert "The door tests will be repeated" in line_text(both.line(both.lines_of(both.row)[0]))
    assert both.toggle_fold()
    assert "+ 2 sentences" in line_text(both.line(both.lines_of(both.row)[0]))


def test_a_sentence_with_a_figure_or_a_quotation_never_folds() -> None:
    both = sides(QUAY, CRANES, width=120)
    text = "\n".join(text_of(both))
    assert "The council has 14 members." in text
    assert "“We shall meet again,”" in text
    assert "The window of the hall" not in text


def test_swapping_twice_is_where_one_was() -> None:
    comparison = sides().comparison
    assert swapped(swapped(comparison)) == comparison
    both = sides()
    before = text_of(both)
    both.swap()
    assert text_of(both) != before
    both.swap()
    assert text_of(both) == before


def test_only_one_side_shows_only_its_rows() -> None:
    both = sides()
    both.only = "right"
    both.arrange()
    assert both.rows
    assert all(not row.left for row in both.rows)


def test_n_goes_through_differences_and_says_when_there_is_no_further() -> None:
    both = sides()
    assert both.step(1) == ""
    first = both.row
    assert both.rows[first].gravity >= GRAVE
    assert "difference 1/1: quotation trimmed on the left" in both.status()
    assert both.step(1) == ("no further difference; 5 passages (8 sentences) not matched: < >")
    assert both.step(-1) == "no earlier difference"
    assert both.row == first


FLEET = ["The fleet has 14 ships, 25 boats and 36 crews, the harbour office of Calder said."]
FLEET_OTHERWISE = [FLEET[0].replace("14", "17").replace("25", "28").replace("36", "39")]


def counting(relation: FigureRelation, *, face: bool = True) -> SideBySide:
    """Two articles in which three figures of one sentence are otherwise."""
    both = sides(
        article("Fleet counted", FLEET), article("Ships counted", FLEET_OTHERWISE, outlet="Other")
    )
    other = 1 if face else 0
    pairs = tuple(
        FigurePair(1, other, a, b, float(a), float(b), "count", relation, None, n, n)
        for n, (a, b) in enumerate((("14", "17"), ("25", "28"), ("36", "39")))
    )
    both.comparison = replace(both.comparison, figures=pairs, word_differences=())
    both.arrange()
    return both


@pytest.mark.parametrize("lens", ["differences", "figures"])
@pytest.mark.parametrize("face", [True, False])
def test_what_may_conflict_is_counted_as_often_as_n_stops_at_it(
    lens: CompareLens, face: bool
) -> None:
    both = counting("differ", face=face)
    assert counts(both).startswith("3 figures may conflict · no shared quotation · ")
    if lens != "differences":
        both.look_through(lens)
    said = []
    while not both.step(1):
        said.append(both.status())
    conflicts = [one for one in said if "may conflict" in one]
    assert len(conflicts) == 3
    one = "difference" if lens == "differences" else lens
    assert conflicts[0].startswith(f"{one} 1/{len(both.places)}")
    assert len(both.places) == (4 if lens == "figures" and not face else 3)
    assert "25 | 28" in conflicts[1]
    assert said[: len(conflicts)] == conflicts


def test_figures_that_may_conflict_face_each_other_though_their_sentences_do_not_align() -> None:
    left = article("Fleet counted", [FLEET[0], "A second hull of 64 metres is planned."])
    both = sides(left, article("Ships counted", FLEET_OTHERWISE, outlet="Other"))
    pair = FigurePair(2, 1, "64", "39", 64.0, 39.0, "count", "differ", None, 3, 2)
    both.comparison = replace(both.comparison, figures=(pair,), word_differences=())
    both.arrange()
    assert both.step(1) == ""
    row = both.rows[both.row]
    assert (row.left, row.right, row.mark) == ((2,), (1,), "!=")
    assert "64 | 39" in both.status()


def test_figures_that_agree_roughly_are_no_difference() -> None:
    both = counting("approximate")
    assert counts(both).startswith("no figures in conflict · 3 agree · ")
    assert {place.kind for place in both.places} == {"other words"}
    both.look_through("figures")
    assert both.step(1) == ""
    assert both.status().startswith("figures 1/3, agree roughly: 14 | 17")


def test_labels_do_not_say_more_than_the_words_do() -> None:
    both = sides(FERRY_MERIDIAN, replace(FERRY_MERIDIAN, id="e" * 64, outlet="Other"))
    labels = {row.label for row in both.rows}
    assert "the two titles: nearly the same words" in labels
    assert labels & {"nearly the same words", "word for word the same text"}
    said = " ".join(reasons(both, row) for row in both.rows if row.titles)
    assert "always face each other" in said
    assert ".22" not in said
    reworded = {row.label for row in sides().rows if row.mark == "~" and not row.titles}
    part = {f"close in words, a part of the {side}" for side in ("left", "right")}
    assert reworded <= {"close in words"} | part


def test_a_lens_unfolds_what_it_steps_into() -> None:
    both = sides(width=120)
    folded = [n for n, row in enumerate(both.rows) if both.folds(row)]
    both.look_through("names")
    while both.row not in folded:
        assert both.step(1) == ""
    assert not both.folds(both.rows[both.row])
    first, last = both.lines_of(both.row)
    assert last > first


def test_without_differences_n_goes_through_what_one_side_says_alone() -> None:
    left = article("Quay widened", ["The council voted to widen the quay.", "Bids open in May."])
    right = article("Quay widened", ["The council voted to widen the quay."], outlet="Other")
    both = sides(left, right)
    assert [both.rows[place.row].one_sided for place in both.places] == [True]


def test_gravest_first_begins_with_the_gravest() -> None:
    both = sides(gravest=True)
    gravities = [row.gravity for row in both.rows]
    assert gravities == sorted(gravities, reverse=True)


def test_a_lens_marks_its_kind_on_both_sides() -> None:
    both = sides(width=160)
    both.look_through("names")
    marked = {r.text for n in range(len(both.lines)) for r in both.line(n) if "person" in r.style}
    assert marked >= {"Ines Varga", "Tomas Reyl"}
    both.look_through("names")
    assert both.lens == "differences"


def test_the_row_stays_when_the_view_changes() -> None:
    both = sides()
    both.step(1)
    here = both.current
    both.gravest = True
    both.width = 120
    both.arrange()
    assert both.current == here


def test_why_gives_both_wordings_of_a_quotation_and_takes_no_side() -> None:
    both = sides()
    said = reasons(both, next(row for row in both.rows if row.quotations))
    assert "on every ship" in said
    assert "wrong" not in said
    assert "omitted" not in said


def test_an_article_beside_itself_says_the_same_everywhere() -> None:
    both = sides(FERRY_MERIDIAN, FERRY_MERIDIAN)
    assert {row.mark for row in both.rows} == {"="}
    assert "one and the same article" in text_of(both)[0]
    assert both.places == []
    assert both.step(1) == (
        'no difference is marked in these two: e names, f figures, " quotations, w wording'
    )


def test_the_totals_name_conflicts_as_possible() -> None:
    assert counts(sides()).startswith("no figures in conflict · 1 shared quotation, 1 trimmed · ")
    assert counts(counting("differ")).startswith("3 figures may conflict · ")


def test_figures_that_agree_are_the_first_to_go_where_there_is_little_room() -> None:
    both = counting("approximate")
    wide = totals(both.comparison, both.rows, 200)
    assert "3 agree" in wide
    narrow = totals(both.comparison, both.rows, len(wide) - 1)
    assert narrow == wide.replace("3 agree · ", "")


def test_the_status_names_the_mark_of_a_row_without_a_difference() -> None:
    both = sides(width=120)
    said = []
    for number in range(len(both.rows)):
        both.row = number
        said.append((both.current, both.status()))
    assert all(text.startswith(f"{row.mark} ") for row, text in said if row and row.gravity < GRAVE)
    assert any(text == "> not matched on the right: 1 sentence" for _row, text in said)
    assert said[0][1].endswith(": the two titles")


@pytest.mark.parametrize("face", [True, False])
def test_numbers_counted_differently_and_not_held_are_told_with_the_reason(face: bool) -> None:
    both = counting("agree")
    one = FiguresNotHeld(
        1, 1 if face else 0, "14", "17", 14.0, 17.0, "count", "days", "published 3 days apart",
        0, 0, "boats", "boats",
    )  # fmt: skip
    both.comparison = replace(both.comparison, figures=(), not_held=(one,))
    both.arrange()
    both.look_through("figures")
    (place,) = [p for p in both.places if "not held" in p.label]
    both.at, both.row = both.places.index(place), place.row
    said_of_it = "counted differently, not held: 14 boats | 17 boats: published 3 days apart"
    assert both.status().endswith(said_of_it)
    assert both.current is not None
    said = told(both.current, both.comparison)
    at = said.index("Also counted differently, not held to conflict:")
    assert said[at + 1] == "  14 boats (left), 17 boats (right): published 3 days apart"
    elsewhere = said[at + 2 : at + 3] == [f"    left: “{both.comparison.left[1].text}”"]
    assert elsewhere is not face


def test_sources_of_figures_that_may_conflict_are_told_before_how_they_were_paired() -> None:
    both = counting("differ")
    row = next(row for row in both.rows if row.figures)
    said = why(row, both.comparison)
    assert said[0] == "14 (left) and 17 (right) may be two numbers for the same."
    assert said[1:3] == [
        "Left: harbour office of Calder (said) via Harbour Gazette.",
        "Right: harbour office of Calder (said) via Other.",
    ]
    assert sum("may conflict" in line or "may be two numbers" in line for line in said) == 3
    assert "overlap" not in " ".join(told(row, both.comparison))
    assert how_paired(row, both.comparison)[0].startswith("How they were paired: ")


def test_a_comparison_does_not_open_with_captions_and_calls_them_so() -> None:
    left = article("Smoke", ["The ferry burned all night off Calder.", "Gulls came in."])
    right = article("Smoke", ["Smoke over the strait on Thursday."], outlet="Other")
    compared = compare(left, right)
    sentences = tuple(
        replace(s, role="caption") if s.text.startswith("Smoke over") else s for s in compared.right
    )
    alone = replace(
        compared, right=sentences, perhaps=(), nearest=(), only_left=(1, 2),
        alignments=(Alignment((0,), (0,), 1.0, "same"),),
        only_right=(1,),
    )  # fmt: skip
    both = SideBySide(alone, record(left), record(right), width=120)
    caption = next(n for n, row in enumerate(both.rows) if row.right == (1,))
    assert caption == len(both.rows) - 1
    (line,) = Cells(both.comparison, both.left, both.right, {}).fold(
        both.rows[caption], "right", 60
    )
    assert line_text(line) == "+ caption: Smoke over the strait on Thursday."


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("people", "people unaccounted for", "people unaccounted for"),
        ("dead soldiers", "soldiers", "dead soldiers"),
        ("soldiers", "rebels", ""),
        ("", "rebels", ""),
    ],
)
def test_two_figures_count_one_thing_where_one_names_it_in_the_words_of_the_other(
    left: str, right: str, one: str
) -> None:
    assert one_thing(left, right) == one


@pytest.mark.parametrize(
    ("lens", "said"),
    [
        ("figures", "No figures in these two; this lens marks numbers with what they count."),
        ("wording", "No other wordings found; this lens marks two ways to say one thing."),
        ("quotations", "Nothing is quoted in these two; this lens marks quotations and speakers."),
    ],
)
def test_a_lens_that_marks_nothing_says_so_and_what_it_would_mark(
    lens: CompareLens, said: str
) -> None:
    left = article("Quay widened", ["The council voted to widen the quay."])
    right = article("Quay widened", ["The council voted to widen the quay."], outlet="Other")
    both = sides(left, right)
    both.look_through(lens)
    assert said in text_of(both)
    assert both.step(1) == both.nothing
    both.look_through(lens)
    assert said not in text_of(both)


def test_a_side_that_says_nothing_alone_does_not_leave_an_empty_screen() -> None:
    both = sides(FERRY_HARBOUR, FERRY_HARBOUR)
    both.only = "left"
    both.arrange()
    assert "All of the left is matched; < shows all rows again." in text_of(both)


def test_two_languages_are_named_before_anything_is_called_not_found() -> None:
    english = replace(FERRY_HARBOUR, language="en")
    both = sides(english, replace(FERRY_MERIDIAN, language="de"))
    assert "Two languages (en, de)" in " ".join(text_of(both))
    both.swap()
    assert "Two languages (de, en)" in " ".join(text_of(both))


def test_a_sentence_of_the_same_words_is_the_same_though_its_figures_agree() -> None:
    text = ["The council said 14 boats were lost at the quay.", "Bids open in May."]
    both = sides(article("Quay", text), article("Quay", text, outlet="Other"))
    row = next(row for row in both.rows if row.figures)
    assert row.mark in ("=", "#")


def test_an_empty_article_can_be_compared() -> None:
    both = sides(article(None, []), FERRY_MERIDIAN)
    assert all(row.one_sided for row in both.rows)


def test_the_reason_for_a_pair_leaves_names_as_they_are() -> None:
    both = sides()
    said = [line for row in both.rows for line in why(row, both.comparison)]
    spoken = [q.speaker for row in both.rows for q in row.quotations if q.speaker]
    assert spoken
    for speaker in spoken:
        assert any(f"({speaker})" in line for line in said)


def laid(both: SideBySide) -> str:
    return "\n".join(text_of(both))


LATER = article(
    "Crew of the Aurelia counted",
    ["The harbour office of Calder said 17 people of the crew were missing."],
    outlet="Nordvik Today",
    at="2031-03-13T09:38:00+01:00",
)
EARLIER = article(
    "Crew of the Aurelia counted",
    ["The coastguard said 14 people of the crew were missing."],
    at="2031-03-13T07:55:00+01:00",
)


def test_figures_that_may_conflict_have_their_sources_under_them_and_which_is_later() -> None:
    both = sides(EARLIER, LATER, width=120)
    pair = FigurePair(
        1, 1, "14", "17", 14.0, 17.0, "count", "differ", None, 0, 0,
        left_source="the coastguard", later="right",
    )  # fmt: skip
    both.comparison = replace(both.comparison, figures=(pair,), word_differences=())
    both.arrange()
    text = laid(both)
    assert "  source: the coastguard" in text
    assert "source: not named, 1 h 43 later (may be a later count)" in text


def test_a_counterpart_out_of_order_says_where_it_stands() -> None:
    said = [
        "The council of Port Calder voted to widen the northern quay.",
        "Two cranes will be bought from a yard in Nordvik.",
        "The old lighthouse is painted white every spring.",
    ]
    left = article("Quay widened", said)
    right = article("Quay widened", [said[2], said[0], said[1]], outlet="Other")
    both = sides(left, right, width=120)
    moved = [row for row in both.rows if row.moved]
    assert [(row.left, row.right) for row in moved] == [((3,), (1,))]
    assert "stands further up there, 2 of 4" in laid(both)


def test_reports_of_two_events_say_so_before_anything_else() -> None:
    left = article("Quay widened", ["The council voted to widen the northern quay."])
    right = article("Museum opens", ["A museum of clocks opened its doors on Friday."], outlet="B")
    both = sides(left, right)
    assert text_of(both)[0].startswith("Two events, it seems: no figures are held to conflict")
    assert "The council voted" in laid(both)


@pytest.mark.parametrize("width", [60, 79])
def test_below_eighty_columns_one_side_is_told_with_its_counterpart_under_the_cursor(
    width: int,
) -> None:
    both = sides(width=width)
    assert not both.two
    both.step(1)
    first, last = both.lines_of(both.row)
    row = "\n".join(text_of(both)[first : last + 1])
    assert "| MERIDIAN WIRE" in row
    assert "on every ship" in " ".join(row.replace("|", " ").replace("▐", " ").split())
    both.row = 0
    both.lay_out()
    assert "| MERIDIAN WIRE" not in laid(both)


@pytest.mark.parametrize("width", [30, 60, 80])
def test_the_counts_fit_their_width_however_many_there_are(width: int) -> None:
    both = counting("differ")
    quoted = sides().comparison.quotations
    many = replace(both.comparison, figures=both.comparison.figures * 60, quotations=quoted * 140)
    assert len(totals(many, both.rows, width)) <= width


def test_what_only_one_side_says_is_stepped_through_with_what_comes_nearest() -> None:
    both = sides(width=120)
    alone = len(both.comparison.only_left)
    both.only = "left"
    both.arrange()
    assert both.status().startswith(f"not matched on the left 1/{alone}")
    assert [len(row.left) for row in both.rows] == [1] * alone
    assert "+ " not in laid(both)
    assert both.step(1) == ""
    assert both.status().startswith("not matched on the left 2/")
    assert "not matched here; nearest:" in laid(both)


def test_two_versions_of_one_article_show_what_the_later_one_changed() -> None:
    said = [
        "Fourteen people were missing on Thursday after fire broke out on the car ferry Aurelia.",
        "The alarm was raised at 02:40 by the officer of the watch on the bridge.",
        "Boats from three harbours brought passengers and crew ashore before the morning.",
    ]
    first = article("Fire on ferry", said, at="2031-03-13T06:00:00Z", url="https://a.example/1")
    later = article(
        "Fire on ferry", [said[0], said[1].replace("officer", "second officer"), "A new line."],
        at="2031-03-13T09:00:00Z", url="https://a.example/1",
    )  # fmt: skip
    both = sides(first, later, width=120)
    assert text_of(both)[0].startswith("Two versions of one article. The right one is later")
    assert sorted(row.mark for row in both.rows) == ["+", "-", "=", "=", "~"]
    assert counts(both) == "1 added · 1 dropped · 1 changed · 2 unchanged"
    said_of = []
    while not both.step(1):
        said_of.append(both.status())
    assert said_of[-1].startswith("difference 3/3: ")


def test_lines_set_aside_stand_under_the_rows() -> None:
    both = sides(width=120)
    before = len(both.rows)
    both.set_aside = True
    both.arrange()
    assert len(both.rows) == before + 3
    assert "noise: a word that only heads an advertisement" in laid(both)


def test_a_standfirst_that_its_body_does_not_carry_is_marked_and_never_folded() -> None:
    claim = "Two ministers resign over the northern quay"
    left = article(
        "Harbour council meets",
        ["The harbour council met about cranes.", "A pilot brought charts.", "Gulls came in."],
        standfirst=claim,
    )
    both = sides(left, article("Museum of clocks opens", ["A museum opened."], outlet="B"))
    row = next(row for row in both.rows if row.claims)
    assert row.mark == "!^"
    assert not both.folds(row)
    said = " ".join(laid(both).split())
    assert "its own body carries little of it; not found there: " in said


def test_taking_the_filter_off_leaves_one_at_the_sentence_one_looked_at() -> None:
    both = sides(FERRY_MERIDIAN, FERRY_HARBOUR)
    both.only = "left"
    both.arrange()
    both.row = len(both.rows) - 1
    sentence = both.rows[both.row].left[0]
    both.only = None
    both.arrange()
    assert sentence in both.rows[both.row].left


def test_what_stood_above_is_told_again_by_the_part_that_both_have() -> None:
    long = article(
        "Fire on the ferry",
        ["Crews in the port fought a blaze on the Aurelia that began on the car deck on Thursday, "
         "while the owner, who bought the ship in 2028, said it had passed every inspection."],
    )  # fmt: skip
    split = article(
        "Ferry burns",
        ["Crews in the port fought a blaze on the Aurelia that began on the car deck on Thursday.",
         "The owner, who bought the ship in 2028, said it had passed every inspection."],
        outlet="Meridian Wire",
    )  # fmt: skip
    both = sides(long, split)
    one = Alignment((1,), (1,), 0.6, "reworded")
    two = replace(both.comparison, alignments=(one, replace(one, right=(2,))), only_right=())
    said = laid(SideBySide(two, both.left, both.right))
    again = said[said.index("(see above)") :][:120]
    assert "owner" in again or "inspection" in again
    assert "Crews" not in again


def test_why_tells_what_each_side_calls_those_it_speaks_of() -> None:
    left = article("Border post attacked", ["Rebels killed 11 soldiers at the border post."])
    right = article("Attack on post", ["Terrorists killed 11 soldiers at the border post."])
    both = sides(left, right)
    row = next(row for row in both.rows if row.left and not row.titles)
    assert "armed groups: rebel 1 | terrorist 1" in reasons(both, row)


def test_a_lens_names_what_it_came_to() -> None:
    left = article("Fire", ["The fire killed 12 people.", "It burnt for 30 hours."])
    right = article("Blaze", ["In the fire 12 people were killed.", "Firemen came from afar."])
    both = sides(left, right)
    people = tuple(
        replace(f, left_about="people", right_about="people") for f in both.comparison.figures
    )
    both.comparison = replace(both.comparison, figures=people)
    both.look_through("figures")
    both.step(1)
    assert both.status() == "figures 1/2, agree: 12 people | 12 people"
    both.step(1)
    assert both.status() == "figures 2/2, other: 30"
    assert both.step(1) == "no further figure"
    assert both.status() == "figures 2/2, other: 30"
    both.step(-1)
    assert both.status() == "figures 1/2, agree: 12 people | 12 people"


BELLS = article(
    "Bells",
    ["The council met at noon.", "It has 14 members.", "It met for 14 minutes.",
     "Nobody in the old hall spoke.", "The window of the hall broke.", "It rained for 30 hours.",
     "The fire in the tower killed 12 people."],
)  # fmt: skip
BELL = article("Bells", ["The council met.", "In the fire 12 people were killed."], outlet="B")


@pytest.mark.parametrize("lens", ["figures", "names", "quotations", "wording"])
def test_the_counter_of_a_lens_stays_where_one_is_while_rows_fold_and_are_ordered_anew(
    lens: CompareLens,
) -> None:
    for both in (sides(), sides(BELLS, BELL)):
        both.look_through(lens)
        while not both.step(1):
            said = both.status()
            assert said.startswith(f"{lens} {both.at + 1}/{len(both.places)}")
            for _ in range(2):
                both.folded = not both.folded
                both.arrange()
                assert both.status() == said
                both.gravest = not both.gravest
                both.arrange()
                assert both.status() == said
                both.toggle_fold()
                assert both.status() == said
            both.gravest = False
            both.arrange()


def test_two_places_that_are_told_alike_are_two_while_rows_are_made_anew() -> None:
    both = sides(BELLS, BELL)
    both.look_through("find", "14")
    both.places = [replace(both.places[0], label="14")] * 2
    assert both.step(1) == both.step(1) == ""
    assert both.at == 1


def test_a_lens_goes_on_from_the_row_one_moved_to() -> None:
    both = sides(BELLS, BELL)
    both.look_through("figures")
    both.step(1)
    numbers = [place.row for place in both.places]
    assert numbers != sorted(numbers)
    both.row = both.places[-2].row
    both.step(1)
    assert both.status().startswith(f"figures {len(numbers)}/{len(numbers)}")
    both.step(-1)
    both.row = next(n for n in range(len(both.rows)) if n not in numbers)
    both.step(-1)
    assert both.status().startswith(f"figures {len(numbers) - 2}/{len(numbers)}")


def test_a_fold_is_named_by_more_than_a_title_before_a_name() -> None:
    left = article(
        "Wards",
        ["The ward reopened.", "Drs. Ann Orlova and Bram Tolliver came.", "They stayed long."],
    )
    right = article("Wards", ["The ward reopened."], outlet="Other")
    said = " ".join(text_of(sides(left, right, width=160)))
    assert "+ 2 sentences: Ann Orlova, Bram Tolliver" in said
    left = article("Wards", ["The ward reopened.", "Drs. came then.", "They stayed until late."])
    said = " ".join(text_of(sides(left, right, width=160)))
    assert "+ 2 sentences: Drs. came then. They stayed" in said


def test_a_fold_with_no_more_than_one_name_says_how_it_begins() -> None:
    left = article("Wards", ["The ward reopened.", "It rained on Vell.", "They went home."])
    right = article("Wards", ["The ward reopened."], outlet="Other")
    said = " ".join(text_of(sides(left, right, width=160)))
    assert "+ 2 sentences: It rained on Vell. They went home." in said


def test_a_changed_quotation_says_which_words_are_otherwise() -> None:
    left = article("Doors", ["“We will never open the doors again,” Ines Varga said."])
    right = article(
        "Ship", ["“We will never open the hatches again,” Ines Varga said."], outlet="Meridian Wire"
    )
    both = sides(left, right)
    both.step(1)
    assert both.status().endswith("quotation altered: doors | hatches (Ines Varga)")


def test_one_title_on_both_sides_says_so_though_a_body_does_not_carry_it() -> None:
    title = "Two ministers resign over the northern quay"
    told = article(title, ["Two ministers have resigned over the northern quay."])
    both = sides(
        article(title, ["Gulls came in.", "It rained a little.", "Boats lay still."], outlet="B"),
        told,
    )
    (row,) = (row for row in both.rows if row.titles)
    assert row.mark == "="
    assert [claim.side for claim in row.claims] == ["left"]
    assert "not found in the body" not in " ".join(said for _, said in banners(both.comparison))


def test_where_what_is_counted_is_long_both_numbers_come_first() -> None:
    pair = FigurePair(
        left=0, right=0, left_text="$7.4 billion", right_text="$7.5 billion", left_value=7.4e9,
        right_value=7.5e9, kind="money", relation="differ", note=None, left_figure=0,
        right_figure=0, left_about="transactions of the whole day", right_about="sales",
    )  # fmt: skip
    row = PairRow((0,), (0,), FACING, FACING.label, figures=(pair,))
    (found,) = findings(0, row)
    assert found.label.endswith(
        "$7.4 billion | $7.5 billion (transactions of the whole day | sales)"
    )
    (short,) = findings(0, replace(row, figures=(replace(pair, left_about="sales"),)))
    assert short.label.endswith("$7.4 billion sales | $7.5 billion sales")


AGREED = article(
    "Barge sinks off the old harbour",
    [
        "The barge Linnet sank off the old harbour on Monday, killing at least 14 sailors and "
        "injuring scores of others, officials said.",
        "Ida Brandt, the head doctor of the harbour hospital, said 14 bodies and 120 injured "
        "sailors had been brought in.",
    ],
)
AGREES = article(
    "Harbour barge goes down",
    [
        "The barge Linnet sank off the old harbour, killing at least 16 sailors and injuring "
        "120 sailors, officials said.",
    ],
    outlet="Coastal Post",
)


def agreeing() -> SideBySide:
    """One sentence on the right has a figure that may conflict, and one that agrees elsewhere."""
    both = sides(AGREED, AGREES, width=160)

    def number(one: Article, text: str) -> int:
        return next(n for n, f in enumerate(one.figures) if text in f.text)

    pairs = tuple(
        FigurePair(left, 1, ours, theirs, None, None, "count", relation, None,
                   number(AGREED, ours), number(AGREES, theirs))
        for left, ours, theirs, relation in (
            (1, "14", "16", "differ"), (2, "120", "120", "agree")
        )
    )  # fmt: skip
    both.comparison = replace(
        both.comparison, alignments=(), figures=pairs, only_left=(1, 2), only_right=(1,),
        nearest=(), word_differences=(),
    )  # fmt: skip
    both.arrange()
    return both


def test_in_a_row_of_agreeing_figures_these_are_marked_and_no_other_word() -> None:
    both = agreeing()
    row = next(n for n, r in enumerate(both.rows) if r.label == "figures agree")
    first, last = both.lines_of(row)
    runs = [run for n in range(first, last + 1) for run in both.line(n)]
    marked = [run.text for run in runs if {"figure", "differs"} & set(run.style.split())]
    assert marked == ["120", "120"]


CUT = article(
    "Mill closes",
    ["“All of the workers of the old paper mill are safe and unharmed,” said Ida Brandt."],
)
CUT_SHORT = article(
    "Mill closes",
    ["All staff of the mill were “safe and unharmed”, Ida Brandt said, and would be paid."],
    outlet="Coastal Post",
)


def test_the_words_cut_from_a_quotation_are_marked_however_many_they_are() -> None:
    both = sides(CUT, CUT_SHORT, width=160)
    row = next(n for n, r in enumerate(both.rows) if r.quotations)
    first, last = both.lines_of(row)
    runs = [run for n in range(first, last + 1) for run in both.line(n)]
    marked = "".join(run.text for run in runs if "differs" in run.style)
    assert marked == "All of the workers of the old paper mill are"


def test_what_is_left_open_is_counted_by_sentences_and_pairs_within_eighty_columns() -> None:
    both = sides(width=80)
    quoted = both.comparison.quotations
    c = both.comparison
    i, j = c.only_left[0], c.only_right[0]
    loose = tuple(n.sentence for n in c.nearest if n.side == "left" and n.sentence != i)
    near = tuple(replace(n, unsure=True) for n in c.nearest if n.sentence in (*loose, i, j))
    many = replace(
        c, quotations=quoted * 12, nearest=near, perhaps=(Perhaps(i, j, 0.3, 0.3),),
        only_left=(), only_right=tuple(n for n in c.only_right if n != j),
    )  # fmt: skip
    rows = pair_rows(many)
    line = totals(many, rows, 80)
    left_open = [sum(len(r.key[own]) for r in rows if r.mark == signs)
                 for own, signs in enumerate(("<?", "?>"))]  # fmt: skip
    assert left_open[0] == len(loose)
    assert line.endswith(f"· {sum(left_open)} open · 1 perhaps")
    assert sum(row.mark == "?" for row in rows) == 1
    assert len(line) <= 80
    wide = totals(replace(many, quotations=()), rows, 200)
    told = r" sentences not matched left, \d+ right · open .* · 1 perhaps the same$"
    assert re.search(told, wide)


def test_an_agencys_copy_is_told_in_one_line_above_the_texts_and_in_full_in_the_reasons() -> None:
    both = sides(width=80)
    line = (
        "By Ann Bell, Ida Brandt and Tomas Reyl, Associated Press, in three harbours of the coast"
    )
    wire = WireCopy(True, ("AP",), ("AP",), (), (line,), 0.4, "40% are shared; one side credits AP")
    both.comparison = replace(both.comparison, wire=wire)
    both.arrange()
    assert text_of(both)[0].startswith("Likely AP copy: 40% of the words")
    assert both.lines[1].left == ()
    assert line in reasons(both, next(row for row in both.rows if row.titles))


def test_a_written_page_has_the_rows_of_the_screen() -> None:
    told = ["Gulls came in.", "It rained for an hour.", "Ida Brandt paid 14 crowns for tea."]
    left = article("Ferry sails again", ["The ferry Linnet sailed again on Monday.", *told])
    right = article("Ferry sails again", ["The ferry Linnet sailed again on Monday."], outlet="B")
    both = sides(left, right)
    page = page_of(both.comparison, both.left, both.right, "")
    assert [row.label for row in page.rows] == [row.label for row in both.rows]
    assert len(both.rows) > len(pair_rows(both.comparison))  # what folds and what counts, apart


def test_sentences_in_other_words_that_say_opposite_things_have_a_mark_of_their_own() -> None:
    left = article("Buoy", ["Contact with the buoy off Nordvik was lost on Sunday, the port said."])
    right = article(
        "Buoy again",
        ["The port said on Monday it regained contact with the buoy off Nordvik."],
        outlet="B",
    )
    both = sides(left, right)
    assert [row.mark for row in both.rows if row.left == (1,)] == ["~!"]
    assert "the opposite: lost | regained" in {place.label for place in both.places}
