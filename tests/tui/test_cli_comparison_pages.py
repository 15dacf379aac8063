"""A comparison as a table, a Markdown document and an HTML page."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

from corpus.article import Article, Origin, Paragraph, Sentence
from corpus.comparison.result import (
    Alignment,
    ComparedSentence,
    Comparison,
    EntityPlace,
    FigurePair,
    QuotationPair,
    SharedText,
    Wording,
)
from tui.cli.comparison_json import comparison_json
from tui.cli.comparison_pages import as_html, as_markdown, findings, rows


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


def sentence(i: int, text: str) -> ComparedSentence:
    return ComparedSentence(i, "body", 0, 0, len(text), text, "body")


LEFT = article("a", "The Gull", "Ferry <fire>")
RIGHT = article("b", "Tern | Times", "Blaze *at* sea")
FOUND = Comparison(
    left_id=LEFT.id,
    right_id=RIGHT.id,
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


def test_every_sentence_stands_in_one_row() -> None:
    assert rows(FOUND) == [
        ("close in words", "Ten people died.", "Twelve were killed."),
        ("only left", "The captain is missing.", ""),
        ("only right", "", "Nobody was warned."),
    ]


def test_findings_say_may_conflict_and_not_found_here() -> None:
    tables = dict(findings(FOUND))
    assert tables["figures"] == [("figures may conflict", "Ten", "Twelve")]
    assert ("person", "Ann Bell", "not found here") in tables["names"]


def test_markdown_takes_no_words_of_articles_for_signs() -> None:
    page = as_markdown(FOUND, LEFT, RIGHT, "digest")
    assert "# Ferry \\<fire\\> / Blaze \\*at\\* sea" in page
    assert "Tern \\| Times" in page
    assert "`digest`" in page


def test_markdown_takes_an_ampersand_for_itself() -> None:
    page = as_markdown(FOUND, replace(LEFT, title="R&lt;D"), RIGHT, "digest")
    assert "R\\&lt;D" in page


def test_figures_that_are_close_are_not_called_the_same() -> None:
    close = replace(FOUND, figures=(replace(FOUND.figures[0], relation="approximate"),))
    assert dict(findings(close))["figures"] == [("figures agree roughly", "Ten", "Twelve")]


def test_the_page_is_well_formed_and_loads_nothing() -> None:
    page = as_html(FOUND, LEFT, RIGHT, "digest")
    opened: list[str] = []

    class Checking(HTMLParser):
        def handle_starttag(self, tag: str, attributes: object) -> None:
            assert tag not in ("script", "link", "img", "fire")
            if tag != "meta":
                opened.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert opened.pop() == tag

    Checking().feed(page)
    assert opened == []
    assert "Ferry &lt;fire&gt;" in page


def test_json_has_the_names_of_the_contract() -> None:
    document = comparison_json(FOUND, LEFT, RIGHT, 12.34)
    assert document["left"] == {
        "id": "a" * 16,
        "outlet": "The Gull",
        "title": "Ferry <fire>",
        "published": "2031-04-02",
    }
    assert document["sentences"]["left"][0]["in"] == "body"
    assert document["sentences"]["right"][1]["i"] == 1
    fixed = {"left": [0], "right": [1], "score": 0.5, "relation": "reworded"}
    assert fixed.items() <= document["alignments"][0].items()
    assert document["quotations"][0]["relation"] == "altered"
    assert document["figures"][0]["left_value"] == 10.0
    assert document["entities"]["both"][0]["name"] == "Coast Guard"
    assert document["entities"]["only_left"][0]["name"] == "Ann Bell"
    assert document["entities"]["only_right"][0]["name"] == "Harbour"
    shared = {"left": 0.1, "right": 0.2, "outside_quotations": {"left": 0.05, "right": 0.0}}
    assert shared.items() <= document["shared_text"].items()
    assert document["took_ms"] == 12.3
