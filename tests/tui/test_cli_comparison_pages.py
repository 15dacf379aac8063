"""A comparison as a table, a Markdown document and an HTML page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from corpus.article import Article, Figure, Origin, Paragraph, Sentence
from corpus.comparison.facing import Alignment, ComparedSentence, Nearest, Perhaps
from corpus.comparison.result import (
    Comparison,
    EntityPlace,
    FigurePair,
    FiguresNotHeld,
    QuotationPair,
    SharedText,
    Wording,
)
from index.answers import Record
from tui.cli.comparison_html import as_html
from tui.cli.comparison_json import comparison_json
from tui.cli.comparison_markdown import as_markdown
from tui.cli.comparison_pages import findings, page_of, rows
from tui.cli.web_page import DARK, LIGHT
from tui.plain.comparison import lines
from tui.views.pairs import pair_rows
from tui.views.summing import totals


def article(digit: str, outlet: str, title: str) -> Article:
    return Article(
        id=digit * 64,
        title=title,
        standfirst=None,
        outlet=outlet,
        outlet_from="option",
        published="2031-04-02",
        published_at="2031-04-02T08:00:00Z",
        published_from="option",
        authors=(),
        agencies=(),
        dateline=None,
        url=None,
        language="en",
        origin=Origin("a.txt", digit * 64, 10, "text", "utf-8"),
        rules="1",
        paragraphs=(Paragraph("Ten died.", "body", None),),
        removed=(),
        repairs=(),
        sentences=(Sentence("body", 0, 0, 9),),
    )


def record(one: Article) -> Record:
    return Record(one, None, "2031-04-02T09:00:00Z", (one.id,))


def sentence(i: int, text: str) -> ComparedSentence:
    return ComparedSentence(i, "body", 0, 0, len(text), text, "body")


LEFT = record(article("a", "The Gull", "Ferry <fire>"))
RIGHT = record(article("b", "Tern | Times", "Blaze *at* sea"))
FOUND = Comparison(
    left_id=LEFT.article.id,
    right_id=RIGHT.article.id,
    same_event=True,
    same_event_score=0.4321,
    left=(sentence(0, "Ten people died."), sentence(1, "The captain is missing.")),
    right=(sentence(0, "Nobody was warned."), sentence(1, "Twelve were killed.")),
    alignments=(Alignment((0,), (1,), 0.5, "reworded"),),
    only_left=(1,),
    only_right=(0,),
    quotations=(QuotationPair((1,), (0,), "we left", "we all left", "altered", "Ann", 0, 0),),
    figures=(FigurePair(0, 1, "Ten", "Twelve", 10.0, 12.0, "count", "differ", None, 0, 0),),
    entities=(
        EntityPlace("Ann Bell", "person", 0, None),
        EntityPlace("Coast Guard", "organisation", 1, 0),
        EntityPlace("Harbour", "place", None, 1),
    ),
    wording=(Wording("died", "were killed", 0, 1),),
    shared=SharedText(0.1, 0.2, 0.05, 0.0),
)


def found_in(comparison: Comparison, heading: str) -> Sequence[tuple[str, ...]]:
    tables = findings(comparison, LEFT, RIGHT)
    return next(table.rows for table in tables if table.heading == heading)


def test_every_sentence_stands_in_a_row_and_what_was_found_faces_each_other() -> None:
    assert rows(FOUND, LEFT, RIGHT) == [
        ("!= figures may conflict", "Ten people died.", "Twelve were killed."),
        ('"! quotation altered', "The captain is missing.", "Nobody was warned."),
    ]


def test_what_is_perhaps_the_same_as_something_above_says_so_when_it_is_written_again() -> None:
    leaning = replace(
        FOUND,
        left=(*FOUND.left, sentence(2, "Ten of the crew, it seems.")),
        quotations=(), figures=(), only_left=(1,),
        nearest=(Nearest("left", 2, 1, 0.3, 0.2, 0.2, True, "the words make it possible"),),
        perhaps=(Perhaps(2, 1, 0.3, 0.2),),
    )  # fmt: skip
    (said,) = (row for row in rows(leaning, LEFT, RIGHT) if row[0][0] == "?")
    assert said[1:] == ("Ten of the crew, it seems.", "Twelve were killed. (see above)")
    page = as_html(leaning, LEFT, RIGHT, "digest")
    assert page.count("(see above)") == 1
    assert as_markdown(leaning, LEFT, RIGHT, "digest").count("(see above)") == 1


def test_where_the_sentences_stand_is_listed_once_at_the_end() -> None:
    for page in (as_html(FOUND, LEFT, RIGHT, "digest"), as_markdown(FOUND, LEFT, RIGHT, "digest")):
        at = page.index("Where each sentence stands")
        assert "characters" not in page[:at]
        assert "paragraph 1, characters 0-16" in page[at:]


def test_a_page_begins_with_what_differs_and_leads_to_its_row() -> None:
    page = as_html(FOUND, LEFT, RIGHT, "digest")
    first = page[page.index("What differs") : page.index("Side by side")]
    assert 'href="#row-2">quotation altered' in first
    assert 'href="#row-1">figures may conflict, Ten' in first
    assert first.index("altered") < first.index("conflict")
    assert page.count('id="row-1"') == page.count('id="row-2"') == 1
    written = as_markdown(FOUND, LEFT, RIGHT, "digest")
    assert "(row 2)" in written[: written.index("Side by side")]
    assert "| 2. `" in written


def test_the_counts_of_a_page_are_sentences() -> None:
    for page in (as_html(FOUND, LEFT, RIGHT, "digest"), as_markdown(FOUND, LEFT, RIGHT, "digest")):
        assert "Figures: 1 may conflict, 0 agree." in page
        assert "Quotations in both: 1 (1 altered)." in page


def test_findings_say_may_conflict_and_not_found_here() -> None:
    assert found_in(FOUND, "Figures")[0][:3] == ("figures may conflict", "Ten", "Twelve")
    assert ("person", "Ann Bell", "not found here") in found_in(FOUND, "Names")


def test_markdown_takes_no_words_of_articles_for_signs() -> None:
    page = as_markdown(FOUND, LEFT, RIGHT, "digest")
    assert "# Ferry \\<fire\\> / Blaze \\*at\\* sea" in page
    assert "Tern \\| Times" in page
    assert "Archive state digest" in page


def test_markdown_takes_an_ampersand_for_itself() -> None:
    page = as_markdown(FOUND, record(replace(LEFT.article, title="R&lt;D")), RIGHT, "digest")
    assert "R\\&lt;D" in page


def test_figures_that_are_close_are_not_called_the_same() -> None:
    close = replace(FOUND, figures=(replace(FOUND.figures[0], relation="approximate"),))
    assert found_in(close, "Figures")[0][:3] == ("figures agree roughly", "Ten", "Twelve")


def test_the_page_is_well_formed_and_loads_nothing() -> None:
    page = as_html(FOUND, LEFT, RIGHT, "digest")
    opened: list[str] = []

    class Checking(HTMLParser):
        def handle_starttag(self, tag: str, attributes: object) -> None:
            assert tag not in ("script", "link", "img", "fire")
            if tag not in ("meta", "col"):
                opened.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert opened.pop() == tag

    Checking().feed(page)
    assert opened == []
    assert "Ferry &lt;fire&gt;" in page


def test_both_pages_cite_the_originals_and_say_where_every_sentence_stands() -> None:
    for page in (as_html(FOUND, LEFT, RIGHT, "digest"), as_markdown(FOUND, LEFT, RIGHT, "digest")):
        assert "a" * 64 in page
        assert "b" * 64 in page
        assert "paragraph 1, characters 0-16" in page
        assert "How this was made" in page
        assert "Names were not read yet in: The Gull, Tern" in page.replace("\\", "")
        assert "quotation altered: a negation" in page


def test_a_page_keeps_its_table_for_a_screen_reader_when_it_is_narrow() -> None:
    page = as_html(FOUND, LEFT, RIGHT, "digest")
    assert page.count('<tr role="row"') == page.count("<tr ")
    assert page.count('role="cell"') == page.count("<td ")
    assert '<html lang="en">' in page
    assert 'aria-hidden="true">!=</span>' in page
    assert "url(" not in page
    assert "http" not in page.replace("http-equiv", "")


def test_all_colours_of_the_page_can_be_read_on_its_ground() -> None:
    def light(colour: str) -> float:
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    def contrast(one: str, other: str) -> float:
        bright, dark = sorted((light(one), light(other)), reverse=True)
        return (bright + 0.05) / (dark + 0.05)

    for colours in (LIGHT, DARK):
        for name in ("text", "strong", "quiet", "accent", "link"):
            assert contrast(colours[name], colours["ground"]) >= 4.5
        assert contrast(colours["strong"], colours["marked"]) >= 4.5


NOT_HELD = FiguresNotHeld(
    0, 1, "Ten", "Twelve", 10.0, 12.0, "count", "part", "may count only some", 0, 0, "people",
    side="left",
)  # fmt: skip


@pytest.mark.parametrize("written", [as_markdown, as_html])
def test_a_page_lists_what_is_counted_differently_and_not_held_with_both_sentences(
    written: Callable[[Comparison, Record, Record, str], str],
) -> None:
    page = written(replace(FOUND, not_held=(NOT_HELD,)), LEFT, RIGHT, "")
    assert "Also counted differently, not held to conflict" in page
    for said in ("Ten people: “Ten people died.”", "Twelve: “Twelve were killed.”"):
        assert said in page
    assert "the left one may count only some" in page
    assert "1 counted differently and not held" in page
    assert "counted differently" not in written(FOUND, LEFT, RIGHT, "")


def test_the_counts_tell_how_many_are_counted_differently_where_there_is_room() -> None:
    found = replace(FOUND, not_held=(NOT_HELD,))
    wide = totals(found, pair_rows(found))
    assert wide.startswith("1 figure may conflict · 1 counted differently · ")
    assert "counted differently" not in totals(found, pair_rows(found), 60)
    assert "counted differently" not in totals(FOUND, pair_rows(FOUND))


def test_json_lists_what_is_counted_differently_and_not_held() -> None:
    found = replace(FOUND, not_held=(NOT_HELD,))
    (one,) = comparison_json(found, LEFT.article, RIGHT.article, 1.0)["figures_not_held"]
    assert (one["left_value"], one["right_value"], one["why"]) == (10.0, 12.0, "part")
    assert comparison_json(FOUND, LEFT.article, RIGHT.article, 1.0)["figures_not_held"] == []


def test_json_has_the_names_of_the_contract() -> None:
    document = comparison_json(FOUND, LEFT.article, RIGHT.article, 12.34)
    assert document["left"] == {
        "id": "a" * 16,
        "outlet": "The Gull",
        "title": "Ferry <fire>",
        "published": "2031-04-02",
    }
    assert document["sentences"]["left"][0]["in"] == "body"
    assert document["sentences"]["right"][1]["i"] == 1
    assert document["alignments"] == [
        {"left": [0], "right": [1], "score": 0.5, "relation": "reworded",
         "likelihood": 1.0, "rule": "", "words": [], "part_of": None}
    ]  # fmt: skip
    assert document["quotations"][0]["relation"] == "altered"
    assert document["figures"][0]["left_value"] == 10.0
    assert document["entities"]["both"][0]["name"] == "Coast Guard"
    assert document["entities"]["only_left"][0]["name"] == "Ann Bell"
    assert document["entities"]["only_right"][0]["name"] == "Harbour"
    assert document["shared_text"] == {
        "left": 0.1, "right": 0.2, "outside_quotations": {"left": 0.05, "right": 0.0},
        "passages": [], "paragraphs": [],
    }  # fmt: skip
    assert document["took_ms"] == 12.3


def test_a_row_of_agreeing_figures_marks_these_otherwise_than_what_differs() -> None:
    words = "Ten died."
    figure = Figure("body", 0, 0, 3, "Ten", 10.0, None, None, None, "count", None, "people")
    left = replace(LEFT, article=replace(LEFT.article, figures=(figure,)))
    right = replace(RIGHT, article=replace(RIGHT.article, figures=(figure,)))
    found = replace(
        FOUND, left=(sentence(0, words),), right=(sentence(0, words),), alignments=(),
        only_left=(0,), only_right=(0,), quotations=(), entities=(), wording=(),
        figures=(FigurePair(0, 0, "Ten", "Ten", 10.0, 10.0, "count", "agree", None, 0, 0),),
    )  # fmt: skip
    page = as_html(found, left, right, "")
    assert page.count('<mark class="agrees">Ten</mark>') == 2
    assert "<mark>" not in page
    plain = lines(page_of(found, left, right, ""))
    assert "Left, agrees: Ten" in plain
    assert not [line for line in plain if "differs" in line]
