"""The page of two outlets as rows and lines, without a screen: what is counted, said and opened."""

from __future__ import annotations

from dataclasses import replace

from corpus.coverage.passages import Passage, Sought
from corpus.coverage.result import Called, Count, Label, Measure, Named, Telling, Term, Voice
from index.coverage.result import (
    Nearest,
    OneSided,
    Opened,
    OutletRow,
    Pair,
    Party,
    Shared,
    Side,
    Stretch,
)
from tui.cli.outlets_json import pair_json
from tui.plain.outlets import lines, pair_lines
from tui.views.evidence import Evidence
from tui.views.lines import line_text, line_width
from tui.views.outlet_lines import head, line, nearest_told, told
from tui.views.outlet_list import list_line, listed
from tui.views.outlet_page import HOLDING, OutletsPage, Row
from tui.views.outlet_rows import SECTIONS, Spark, Voiced, behind, how_near
from tui.views.outlets import side_told


def side(name: str, ids: tuple[str, ...], days: tuple[str | None, ...]) -> Side:
    dated = [day for day in days if day]
    return Side(
        Party(name, (name,)), len(ids), 900, 0, ids, days, ids, 900, len(ids) - len(dated),
        min(dated, default=None), max(dated, default=None), ids[:1], (("AP", ids[:1]),),
    )  # fmt: skip


LEFT = side("Argus", ("a1", "a2", "a3"), ("2031-03-13", "2031-03-14", None))
RIGHT = side("Bugle", ("b1", "b2"), ("2031-03-14", "1949-05-02"))
PAIR = Pair(
    left=LEFT, right=RIGHT, query="", unit="day", span=("2031-03-13", "2031-03-14"),
    volume=(Stretch("2031-03-13", 1, 1, 0, 0), Stretch("2031-03-14", 1, 1, 1, 1)),
    shared=(Shared("s1", "Ferry burns", ("a1",), ("b1",), 1, 1, "2031-03-13", "2031-03-14",
                   "2031-03-13", 1, True),),
    only_left=(OneSided("s2", "Strike", ("a2",), "2031-03-14", "2031-03-14", 2,
                        ("2031-03-11", "2031-03-17"), 1),
               OneSided("s3", "Judge accused", ("a3",), "2031-03-14", "2031-03-14", 0,
                        ("2031-03-11", "2031-03-17"), 1,
                        Nearest("b1", "Bugle", "Judge heard", "2031-03-14", "a3", 0.344, True))),
    only_right=(OneSided("s4", "Gulls", ("b2",), "2031-03-14", "2031-03-14", 0,
                         ("2031-03-11", "2031-03-17"), 2,
                         Nearest("a1", "Argus", "Ferry burns", "2031-03-13", "b2", 0.07, False)),),
    key="k",
)  # fmt: skip


def measure(articles: int, words: int, quoted: int) -> Measure:
    return Measure(articles, words, articles, 3, quoted, 1, 5, Count(1, 1, (0,)), 4)


TELLING = Telling(
    measure(3, 900, 100), measure(2, 400, 50),
    (Voice("p:varga", "Ines Varga", "minister", 40, 0.4, Count(2, 1, (0,)), Count(1, 1, (2,)), 9),),
    (Voice("p:varga", "Ines Varga", None, 10, 0.2, Count(1, 1, (1,)), Count(), 0),),
    (Named("p:varga", "Ines Varga", "person", Count(3, 2, (0, 2)), Count(1, 1, (1,))),),
    (Called("armed groups", "family", (Label("rebel", Count(2, 1, (0,)), Count()),
                                       Label("insurgent", Count(), Count(1, 1, (0,))))),),
    (Term("doors", 5.0, Count(9, 3, (0, 1, 2)), Count(1, 1, (0,))),),
)  # fmt: skip


def page(pair: Pair = PAIR, telling: Telling | None = TELLING) -> OutletsPage:
    return OutletsPage(pair, telling)


def text(of: OutletsPage, width: int = 80) -> str:
    lines = [*head(of, width), *(line(of, n, width) for n in range(len(of.rows)))]
    assert all(line_width(one) <= width for one in lines)
    return "\n".join(line_text(one) for one in lines)


def row_with(of: OutletsPage, words: str) -> int:
    return next(n for n in range(len(of.rows)) if words in line_text(line(of, n, 120)))


def test_every_section_stands_there_with_both_sides_numbers() -> None:
    for width in (40, 80, 200):
        found = text(page(), width)
        assert "Ferry" in found
    none = ("partly", "perhaps_right")
    shown = [section for section in SECTIONS if section not in none]
    assert [row.section for row in page().rows if row.heading] == shown
    assert "undated: A 1 B 0 · few articles of A and B: rates say little" in found


def test_events_of_which_the_query_finds_one_side_only_are_not_counted_as_shared() -> None:
    found = replace(PAIR.shared[0], id="s5", title="Strike told", right_meant=0)
    of = page(replace(PAIR, query="ferry", shared=(*PAIR.shared, found)))
    headings = [line_text(line(of, n, 120)) for n, row in enumerate(of.rows) if row.heading]
    assert any("shared stories 1" in one for one in headings)
    assert any("shared, found of one 1" in one for one in headings)
    assert row_with(of, "Strike told") > row_with(of, "shared, found of one")


def test_a_story_of_one_side_says_how_much_the_other_has_around_it() -> None:
    of = page()
    of.row = row_with(of, "Strike")
    said = told(of)
    assert said.startswith("not found in Bugle 11–17 Mar 2031, in 1 article; 2 other")
    assert "2 other outlets have it" in said
    opened = behind(of.rows[of.row].item, PAIR)  # type: ignore[arg-type]
    assert opened is not None
    assert (opened.left, opened.around) == (("a2",), ("right", "2031-03-11", "2031-03-17"))


def test_what_the_other_has_within_another_story_stands_apart_from_what_was_not_found() -> None:
    of = page()
    headings = [line_text(line(of, n, 120)) for n, row in enumerate(of.rows) if row.heading]
    assert any("perhaps in B too 1" in one for one in headings)
    assert any("not found in B 1" in one for one in headings)
    of.row = row_with(of, "Judge accused")
    assert "14 Mar 2031  Judge heard" in line_text(line(of, of.row, 120))
    assert told(of).startswith("perhaps in Bugle too, within another story; c compares")
    assert nearest_told(of) == "nearest in B, 14 Mar 2031: Judge heard"
    opened = behind(of.rows[of.row].item, PAIR)  # type: ignore[arg-type]
    assert opened is not None
    assert (opened.left, opened.right) == (("a3",), ("b1",))
    assert opened.around == ("right", "2031-03-11", "2031-03-17")


def test_before_events_are_held_against_each_other_none_is_called_not_found() -> None:
    of = page(replace(PAIR, decided=False))
    found = text(of, 120)
    assert "not found in B  " in found
    assert found.count(HOLDING) == 2
    assert "Strike" not in found
    assert "Judge accused" not in found
    of.stopped = True
    of.arrange()
    assert "not compared; R compares" in text(of, 120)
    of.decide(PAIR)
    of.arrange()
    assert "Strike" in text(of, 120)
    assert HOLDING not in text(of, 120)


def test_what_a_comparison_calls_the_same_event_is_said_to_be_on_it() -> None:
    near = PAIR.only_left[1].nearest
    assert near is not None
    assert how_near(near) == "perhaps on the same event"
    assert how_near(replace(near, event="same")) == "on the same event"


def test_the_nearest_is_named_where_nothing_was_found_and_so_is_that_nothing_is_near() -> None:
    of = page()
    of.row = row_with(of, "Gulls")
    assert told(of).startswith("not found in Argus")
    assert nearest_told(of) == "nearest in A, 13 Mar 2031: Ferry burns"
    of.row = row_with(of, "Strike")
    assert nearest_told(of) == "nothing near in B"
    of.row = 0
    assert nearest_told(of) == ""


def test_a_row_that_was_not_found_says_where_its_nearest_stands_in_a_story_near_to_it() -> None:
    (gulls,) = PAIR.only_right
    assert gulls.nearest is not None
    near = replace(gulls.nearest, event="different", beside_it=True)
    of = page(replace(PAIR, only_right=(replace(gulls, nearest=near),)))
    of.row = row_with(of, "Gulls")
    assert told(of).startswith("not found in Argus")
    assert told(of).endswith("possibly told otherwise, c compares the nearest")
    assert how_near(near) == "of a story near to it"


def test_days_have_their_year_where_there_are_several_years() -> None:
    of = page()  # one article is of 1949
    assert "13 Mar 2031    1 " in line_text(line(of, row_with(of, "Ferry"), 80))
    recent = replace(RIGHT, first="2031-03-14")
    one = page(replace(PAIR, right=recent))
    assert "13 Mar    1 " in line_text(line(one, row_with(one, "Ferry"), 80))


def test_a_narrow_page_names_the_nearest_below_and_a_wide_one_in_the_row() -> None:
    of = page()
    row = row_with(of, "Gulls")
    assert "Ferry burns" in line_text(line(of, row, 200))
    narrow = line_text(line(of, row, 80))
    assert "Ferry" not in narrow
    assert "…" not in narrow


def test_only_what_a_has_leaves_out_what_stands_alone_in_b() -> None:
    of = page()
    of.only = "left"
    of.arrange()
    found = text(of)
    assert "Judge accused" in found
    assert "Gulls" not in found


def test_words_of_both_are_not_denied_where_only_one_side_is_shown() -> None:
    of = page()
    of.only, of.keep = "left", "words"
    of.arrange()
    assert "doors" not in text(of)  # B has the word too
    assert "nothing that A alone has; < again shows all" in text(of)


def test_a_gap_in_the_archive_is_not_shown_as_silence() -> None:
    of = page()
    assert "none in the archive" in text(of)
    of.row = row_with(of, "13 Mar")
    assert "no silence" in told(of)


def test_strays_and_undated_articles_are_told_beside_the_bars_and_open() -> None:
    of = page()
    stray = of.rows[row_with(of, "on days outside the bars")].item
    assert stray is not None
    assert behind(stray, PAIR).right == ("b2",)  # type: ignore[union-attr]
    undated = of.rows[row_with(of, "without a day  ")].item
    assert undated is not None
    assert behind(undated, PAIR).left == ("a3",)  # type: ignore[union-attr]


def test_the_same_voice_is_one_row_with_its_share_on_either_side() -> None:
    of = page()
    found = line_text(line(of, row_with(of, "Ines Varga, minister"), 80))
    assert "40  40 %  +9" in found
    assert "10  20 %" in found
    voiced = next(row.item for row in of.rows if isinstance(row.item, Voiced))
    opened = behind(voiced, PAIR)
    assert opened is not None
    assert (opened.left, opened.right) == (("a1", "a3"), ("b2",))
    assert opened.sought == Sought("voice", "p:varga")


def test_labels_and_words_open_by_what_was_counted() -> None:
    of = page()
    rebel = behind(of.rows[row_with(of, "armed groups: rebel")].item, PAIR)  # type: ignore[arg-type]
    assert rebel is not None
    assert (rebel.left, rebel.right, rebel.sought) == (("a1",), (), Sought("noun", "rebel"))
    doors = behind(of.rows[row_with(of, "doors  z 5.0")].item, PAIR)  # type: ignore[arg-type]
    assert doors is not None
    assert doors.sought == Sought("word", "doors")


def test_whose_a_label_is_stands_right_whatever_is_kept_and_however_it_is_sorted() -> None:
    ours, theirs = Count(9, 2, (0, 1)), Count(1, 1, (0,))
    bosses = (Label("boss", ours, theirs), Label("chief", Count(2, 1, (0,)), Count()))
    crews = (Label("crew", ours, Count(4, 2, (0, 1))), Label("gang", Count(40, 2, (0, 1)), Count()))
    labels = (Called("heads", "family", bosses), Called("groups", "family", crews))
    of = page(telling=replace(TELLING, labels=labels))
    of.keep = "names"

    def told() -> list[str]:
        of.arrange()
        lines = [line_text(line(of, n, 80)) for n, row in enumerate(of.rows)
                 if row.section == "labels" and not row.heading]  # fmt: skip
        return [one[2:30].rstrip() for one in lines]

    assert told() == ["  heads: boss", "       : chief", "  groups: crew", "        : gang"]
    of.only = "left"
    assert told() == ["  heads: chief", "  groups: gang"]
    of.only, of.by_difference = "", True
    assert told() == ["  groups: gang", "  heads: boss", "       : chief", "  groups: crew"]


def test_only_what_one_side_has_is_kept_and_comes_back() -> None:
    of = page()
    of.only = "right"
    of.arrange()
    found = text(of)
    assert "insurgent" in found
    assert "rebel" not in found
    assert "Strike" not in found
    of.only, of.keep = "", "voices"
    of.arrange()
    assert {row.section for row in of.rows} == {"voices"}


def test_the_cursor_steps_through_what_can_be_opened_and_through_sections() -> None:
    of = page()
    steps = 0
    while of.step_evidence(1):
        steps += 1
        item = of.rows[of.row].item
        assert item is not None
        assert behind(item, PAIR) is not None
    assert steps > 8
    of.step_section()
    assert of.rows[of.row] == Row("words_right")
    of.step_section()
    assert of.row == 0


def test_a_section_is_folded_and_says_how_much_is_not_shown() -> None:
    names = tuple(replace(TELLING.names[0], key=f"p:{n}", name=f"Name {n}") for n in range(20))
    of = page(telling=replace(TELLING, names=names))
    assert "+ 12 more: z unfolds" in text(of)
    of.go_to("names")
    of.fold()
    assert "Name 19" in text(of)
    assert of.rows[of.row] == Row("names")
    of.fold()
    assert "Name 19" not in text(of)


def test_before_the_texts_are_read_the_rest_is_there_and_few_articles_have_no_words() -> None:
    of = page(telling=None)
    assert "the texts are being read" in text(of)
    one = replace(TELLING, left=measure(1, 90, 3), terms=())
    assert "too few articles to say (1)" in text(page(telling=one))


def test_many_stretches_are_two_lines_of_bars_and_one_by_one_in_the_view_of_time() -> None:
    bars = tuple(Stretch(f"20{n:02}", n, n, 40 - n, 40 - n) for n in range(1, 40))
    of = page(replace(PAIR, unit="year", volume=bars))
    assert sum(isinstance(row.item, Spark) for row in of.rows) == 2
    assert "▇" in text(of)
    of.weeks = True
    of.arrange()
    assert len(of.rows) == len(bars) + 2  # strays, undated


def test_in_the_view_of_time_stretches_of_which_the_archive_has_nothing_are_one_row() -> None:
    months = ["2031-03", "2031-04", "2031-05", "2031-06", "2031-07", "2031-08"]
    bars = tuple(Stretch(when, 0, int(when[-1] in "37"), 0, 0) for when in months)
    of = page(replace(PAIR, unit="month", volume=bars))
    of.weeks = True
    of.arrange()
    assert "Apr 2031 … Jun 2031: none in the archive" in text(of)
    assert len(of.rows) == 4 + 2  # March, the three, July, August; strays, undated
    weeks = [f"2031-03-{day:02}..2031-03-{day + 6:02}" for day in (3, 10, 17)]
    of = page(replace(PAIR, unit="week", volume=tuple(Stretch(w, 0, 0, 0, 0) for w in weeks)))
    of.weeks = True
    of.arrange()
    assert "3–23 Mar 2031: none in the archive" in text(of)


def test_what_lies_furthest_apart_comes_first_when_asked() -> None:
    near = replace(TELLING.names[0], key="p:near", name="Near", left=Count(9, 3, (0, 1, 2)),
                   right=Count(9, 2, (0, 1)))  # fmt: skip
    far = replace(TELLING.names[0], key="p:far", name="Far", left=Count(1, 1, (0,)), right=Count())
    of = page(telling=replace(TELLING, names=(near, far)))
    of.keep, of.by_difference = "names", True
    of.arrange()
    assert "Far" in line_text(line(of, 1, 80))


def test_evidence_goes_from_sentence_to_sentence_and_article_to_article() -> None:
    found = Evidence()
    sentences = (Passage(2, "The doors failed.", ((4, 9),)), Passage(5, "Doors again.", ((0, 5),)))
    found.add("left", [Opened("a1", "Argus", "Ferry", "2031-03-13", sentences, 3)], "A Argus")
    found.add("right", [Opened("b1", "Bugle", "Strike", None, ())], "B Bugle")
    found.lay(80)
    texts = [line_text(found.line(at)) for at in range(found.count)]
    assert any("+3 sentences" in one for one in texts)
    assert found.current is not None
    assert found.current.sentence == 2
    found.move(1)
    assert found.current.sentence == 5
    assert found.step_article(1)
    assert (found.current.article.id, found.current.sentence) == ("b1", -1)
    assert not found.step_article(1)
    assert found.step_article(-1)
    assert found.current.sentence == 2
    assert line_text(found.line(found.place[0])) == "▌     The doors failed."


def test_spellings_of_one_outlet_are_one_row_of_the_list_and_a_group_stands_behind() -> None:
    rows = [
        OutletRow("Bugle", 5, 100, "2031-03-01", "2031-03-09", 0, 1),
        OutletRow("bugle", 2, 50, None, None, 2, 1),
        OutletRow("Argus", 4, 90, "2031-02-01", "2031-03-05", 0, 0),
        OutletRow(None, 3, 9, None, None, 3, 0),
    ]
    found = listed(rows, {"All": ("Argus", "Bugle", "Clarion")}, ("Argus",), "largest")
    assert [(one.name, one.row.articles) for one in found] == [
        ("Argus", 4), ("Bugle", 7), ("All", 11),
    ]  # fmt: skip
    assert found[0].near
    for width in (40, 80, 200):
        told_line = list_line(found[1], 11, width, here=True, letter="A")
        assert line_width(told_line) <= width


def test_of_few_articles_an_outlet_says_in_numbers_how_many_credit_an_agency() -> None:
    def said(articles: int, agency: int) -> str:
        row = OutletRow("Argus", articles, 900, "2031-03-13", "2031-03-14", 0, agency)
        (found,) = listed([row], {}, (), "largest")
        return line_text(list_line(found, articles, 80, here=False, letter=""))

    assert said(7, 3).rstrip().endswith(" 3 of 7")
    assert said(400, 30).rstrip().endswith(" 7.5 %")


def test_the_bars_of_a_wide_list_of_outlets_do_not_outweigh_its_numbers() -> None:
    rows = [OutletRow("Argus", 90, 900, "2031-03-13", "2031-03-14", 0, 0)]
    (found,) = listed(rows, {}, (), "largest")
    said = line_text(list_line(found, 90, 200, here=True, letter="A"))
    assert said.count("▇") == 29


def test_an_outlet_of_several_spellings_says_so_wherever_it_is_counted() -> None:
    spellings = (("Argus", 2), ("Argus Online", 1))
    party = Party("Argus", ("Argus", "Argus Online"), (), spellings)
    page = OutletsPage(replace(PAIR, left=replace(LEFT, party=party)), TELLING)
    told_as = "counted as one: Argus (2), Argus Online (1)"
    assert side_told(page.pair.left).endswith(told_as)
    assert any(f"A {told_as}" in line_text(one) for one in head(page, 200))
    assert f"A, {told_as}" in pair_lines(page.pair, TELLING)
    assert pair_json(page.pair, TELLING)["left"]["spellings"] == [["Argus", 2], ["Argus Online", 1]]
    row = OutletRow("Argus", 3, 900, None, None, 0, 0, spellings)
    (one,) = listed([row], {}, (), "largest")
    assert told_as in lines([one], 0, "", "")
    assert "Argus  with Argus Online" in line_text(list_line(one, 3, 160, here=False, letter=""))
    assert "Argus +1" in line_text(list_line(one, 3, 80, here=False, letter=""))
