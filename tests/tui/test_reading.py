"""The reader's page: laid out in a measure, marked by lenses, removed lines in their places."""

from __future__ import annotations

from functools import partial

import pytest
from shelf import ADDED, DOORS, FERRY_HARBOUR, FERRY_MERIDIAN, NAMES, UNDATED, WIDE, article

from corpus.article import Article, Document
from corpus.reading import read as read_document
from index.answers import Record
from index.search import hit_spans
from tui.views import why
from tui.views.lines import line_text, line_width
from tui.views.page import MEASURE, lay_out
from tui.views.reading import Reading


@pytest.mark.parametrize(
    ("query", "places"),
    [
        ("quote:door", [("body", 2, "door")]),
        ("said:Varga quote:route", [("body", 2, "route")]),
        ("said:Brand quote:route", []),
        (
            "door",
            [
                ("standfirst", 0, "door"),
                ("body", 2, "door"),
                ("body", 4, "door"),
                ("body", 5, "door"),
            ],
        ),
    ],
)
def test_of_a_query_for_quotations_only_words_within_them_are_hits(
    query: str, places: list[tuple[str, int, str]]
) -> None:
    record = Record(FERRY_HARBOUR, None, ADDED, (FERRY_HARBOUR.id,))
    read = Reading(record, 80, spans_of=partial(hit_spans, query))
    texts = {(within, number): text for within, number, text in FERRY_HARBOUR.texts()}
    marks = [
        (m.within, m.paragraph, texts[m.within, m.paragraph][m.start : m.end]) for m in read.marks
    ]
    assert (read.lens, marks) == ("hits", places)


def reading(one: Article, width: int = 80) -> Reading:
    return Reading(Record(one, NAMES.get(one.id), ADDED, (one.id,)), width)


def text_of(read: Reading) -> list[str]:
    return [line_text(read.line(n)) for n in range(len(read.page.lines))]


@pytest.mark.parametrize("width", [40, 80, 120, 200])
@pytest.mark.parametrize("one", [FERRY_HARBOUR, WIDE, DOORS, UNDATED])
def test_no_line_is_wider_than_its_pane_or_the_measure(one: Article, width: int) -> None:
    read = reading(one, width)
    read.toggle_removed()
    for number in range(len(read.page.lines)):
        line = read.line(number)
        assert line_width(line) <= width
        assert len(line_text(line).strip()) <= MEASURE + 2


def test_a_page_says_what_is_known_and_where_the_day_was_found() -> None:
    text = "\n".join(text_of(reading(FERRY_HARBOUR)))
    assert "Harbour Gazette · 13 Mar 2031 07:55 +01:00 (from the dateline)" in text
    assert "by Mara Lindqvist · PORT CALDER" in text


def test_an_article_without_outlet_and_day_says_so() -> None:
    text = "\n".join(text_of(reading(article("Bare", ["Text."], outlet=None, published=None))))
    assert "outlet not known · no day found" in text


def test_an_article_without_title_is_shown_all_the_same() -> None:
    assert "(no title)" in text_of(reading(article(None, ["A line of text."])))[1]


def test_captions_subheads_and_pull_quotes_look_apart() -> None:
    lines = lay_out(FERRY_HARBOUR, 80).lines
    styles = {line.style for line in lines if line.within == "body"}
    assert styles == {"text", "caption", "subhead", "pullquote"}


def test_a_quotation_mark_at_the_head_of_a_paragraph_hangs_in_the_margin() -> None:
    spoken = "“The doors were open,” he said, " + "and nobody had come to close them. " * 4
    lines = [line for line in text_of(reading(article("A title", ["A text.", spoken]))) if line]
    (plain,) = (line for line in lines if line.strip() == "A text.")
    first = next(n for n, line in enumerate(lines) if "“The doors" in line)
    left = plain.index("A")
    assert lines[first].index("“") == left - 1
    assert lines[first + 1].index(lines[first + 1].strip()) == left


def test_removed_lines_are_hidden_and_counted() -> None:
    text = "\n".join(text_of(reading(FERRY_HARBOUR)))
    assert "3 lines set aside (1 noise, 1 related, 1 credit); r shows them" in text
    assert "Advertisement" not in text


def test_removed_lines_are_shown_in_their_places_with_their_reasons() -> None:
    read = reading(FERRY_HARBOUR)
    read.toggle_removed()
    text = text_of(read)
    at = next(n for n, line in enumerate(text) if "Advertisement" in line)
    assert "[noise: a word that only heads an advertisement]" in text[at + 1]
    before = next(n for n, line in enumerate(text) if "port office" in line)
    after = next(n for n, line in enumerate(text) if "More than 200" in line)
    assert before < at < after
    assert read.line(at)[-1].style == "removed"


def test_a_name_is_marked_wherever_it_stands() -> None:
    read = reading(FERRY_HARBOUR)
    read.look_through("names")
    marked = [(r.text, r.style) for n in range(len(read.page.lines)) for r in read.line(n)]
    assert [t for t, s in marked if "person" in s] == ["Ines", "Varga", "Varga", "Varga"]
    assert len([m for m in read.marks if m.style == "person"]) == 3


def test_going_through_a_lens_stops_at_its_ends_and_takes_the_sentence_along() -> None:
    read = reading(FERRY_HARBOUR)
    read.look_through("names", only="person:ines varga")
    places = []
    for _ in range(4):
        assert read.step(1, 0) is not None
        assert read.current is not None
        places.append((read.current.paragraph, read.current.start))
        assert read.sentence is not None
        assert read.sentence.start <= read.current.start < read.sentence.end
    assert places[2] == places[3]
    assert len(set(places)) == 3


def test_the_first_step_goes_to_the_first_mark_that_can_be_seen() -> None:
    read = reading(FERRY_HARBOUR)
    read.look_through("names")
    last = read.line_of(read.marks[-1])
    read.step(1, last)
    assert read.current is not None
    assert read.line_of(read.current) == last


def test_one_lens_at_a_time() -> None:
    read = reading(FERRY_HARBOUR)
    read.look_through("names")
    read.look_through("quotations")
    styles = {r.style for n in range(len(read.page.lines)) for r in read.line(n)}
    assert not any("person" in s for s in styles)
    assert any("quotation" in s or "unsure" in s for s in styles)


def test_the_label_of_a_quotation_says_who_and_how_sure() -> None:
    read = reading(FERRY_HARBOUR)
    read.look_through("quotations")
    read.step(1, 0)
    assert read.current is not None
    assert read.current.label.startswith("Ines Varga, direct, sure")


def test_found_words_are_marked_whatever_their_case_and_accents() -> None:
    read = reading(article("Café Élan", ["The CAFE was shut."]))
    read.look_through("find", wanted="café")
    assert [(m.within, m.start, m.end) for m in read.marks] == [("title", 0, 4), ("body", 4, 8)]


def test_names_that_come_later_are_marked_at_once() -> None:
    read = Reading(Record(FERRY_HARBOUR, None, ADDED, ()), 80)
    read.look_through("names")
    assert read.marks == []
    read.take_names(NAMES[FERRY_HARBOUR.id])
    assert len(read.marks) == 9


def test_the_sentence_cursor_starts_with_the_first_sentence_in_sight() -> None:
    read = reading(FERRY_HARBOUR)
    top = next(n for n, line in enumerate(text_of(read)) if "The Aurelia, built" in line)
    read.step_sentence(1, top, top + 5)
    assert read.sentence is not None
    assert FERRY_HARBOUR.sentence_text(read.sentence).startswith("The Aurelia, built in 1988")


def test_the_current_sentence_has_a_bar_on_each_of_its_lines() -> None:
    read = reading(FERRY_HARBOUR)
    read.step_sentence(1, 0, 20)
    lines = read.step_sentence(1, 0, 20)
    read.step_sentence(1, 0, 20)
    assert lines is not None
    barred = [n for n, line in enumerate(text_of(read)) if "▌" in line]
    assert barred == [7, 8]


def test_the_cursor_stands_on_removed_lines_too_when_they_are_shown() -> None:
    read = reading(FERRY_HARBOUR)
    read.toggle_removed()
    kinds = {stop.kind for stop in read.stops}
    assert kinds == {"sentence", "removed"}
    read.stop = next(n for n, s in enumerate(read.stops) if s.kind == "removed")
    assert why.line_at(read) == (4, "credit", "names who took the photograph")
    assert why.text_at(read, "sentence") == "Photo: T. Holm / Gazette"


def test_the_place_stays_when_the_width_changes() -> None:
    read = reading(FERRY_HARBOUR)
    for _ in range(5):
        read.step_sentence(1, 0, 30)
    before = read.sentence
    read.lay_out(40)
    assert read.sentence == before


def test_sentence_paragraph_and_quotation_are_given_for_copying() -> None:
    read = reading(FERRY_MERIDIAN)
    number = next(
        n for n, s in enumerate(FERRY_MERIDIAN.sentences)
        if "test records" in FERRY_MERIDIAN.sentence_text(s)
    )  # fmt: skip
    read.choose_sentence(number)
    assert why.text_at(read, "sentence") == "“I have asked for the test records tonight.”"
    assert (why.text_at(read, "paragraph") or "").startswith("“We will not reopen")
    assert why.text_at(read, "quotation") == "I have asked for the test records tonight."


def test_why_names_the_spellings_of_a_name_and_what_joined_them() -> None:
    read = reading(FERRY_HARBOUR)
    read.look_through("names", only="person:ines varga")
    read.step(1, 0)
    text, options = why.of_article(read)
    said = "\n".join(line if isinstance(line, str) else line_text(line) for line in text)
    assert "the surname alone, after the full name" in said
    assert options[0].value is None
    fields = {o.value.field for o in options[1:]}
    headings = {"title", "outlet", "published", "authors"}
    assert fields == {"name_part", "name_merge", "name_type", "name_words", "role", *headings}


def test_markup_and_escapes_are_shown_as_text() -> None:
    assert any("[/red]notes[bold]" in line for line in text_of(reading(DOORS)))
    wide = "\n".join(text_of(reading(WIDE)))
    assert "␛[31mred" in wide
    assert "\x1b" not in wide
    assert "\u202e" not in wide


def test_what_was_mended_is_shown_with_the_removed_lines() -> None:
    text = "Ferry sails\n\nThe pier was mended in the spring.Boats came back to the islands."
    data = text.encode()
    one = read_document(Document(data=data, text=text, path="t.txt", format="text"))
    page = Reading(Record(one, None, ADDED, (one.id,)), 80)
    assert any("1 place mended; r shows them" in line for line in text_of(page))
    page.toggle_removed()
    shown = "\n".join(text_of(page))
    assert "mended: …d in the spring. Boats came back… (parted two sentences glued" in shown


def test_what_stood_inside_a_paragraph_is_shown_under_it_with_its_place() -> None:
    links = " Ann Ivar LeeFerry sails again Vote on pier put off MORE"
    paragraphs = (
        "The council met on Monday to hear why the ferry had stayed in port for a whole week.",
        f"The mayor, Ann Lee{links}, was late.Nobody waited for her, and the vote was put off.",
    )
    text = "\n\n".join(("Ferry owner is heard", *paragraphs))
    read = reading(read_document(Document(text.encode(), text, "test", "text")))
    assert "1 passage set aside (1 related), 1 place mended" in "\n".join(text_of(read))
    read.toggle_removed()
    shown = text_of(read)
    kept = next(n for n, line in enumerate(shown) if "Ann Lee, was late. Nobody" in line)
    mended = next(
        n for n, line in enumerate(shown) if "was late. Nobody waited" in line and "mended" in line
    )
    gone = next(n for n, line in enumerate(shown) if "Ann Ivar LeeFerry sails" in line)
    assert kept < mended < gone
    assert "after “e mayor, Ann Lee”" in " ".join(line.strip() for line in shown[gone:])
    read.step_sentence(1, 0, len(shown))
    for _ in read.stops:
        read.step_sentence(1, 0, len(shown))
        if read.current_stop is not None and read.current_stop.kind == "removed":
            break
    assert [option.label for option in why.other_roles(read)] == ["body"]


def test_the_sentence_cursor_takes_the_mark_along_or_leaves_it_behind() -> None:
    read = reading(FERRY_HARBOUR)
    read.look_through("quotations")
    read.step(1, 0)
    first = read.current
    assert first is not None
    while read.sentence is not None and read.current is not None:
        s = read.sentence
        assert (s.within, s.paragraph) == read.current.place
        assert read.current.start < s.end
        assert s.start < read.current.end
        read.step_sentence(1, 0, 1_000)
    text, _ = why.of_article(read)
    assert first.label not in text
    read.step(-1, 0)
    assert read.current is not None
    s = read.sentence
    assert s is not None
    assert s.start <= read.current.start < s.end


def test_why_tells_that_the_turn_of_a_transcript_is_no_quotation() -> None:
    lines = ["Q: Is it late?", "ORLOVA: It is.", "Q: How late?", "ORLOVA: Very late."]
    one = read_document(Document(b"x", "\n\n".join(["The port waits.", *lines]), "a", "text"))
    read = reading(one)
    at = next(n for n, s in enumerate(one.sentences) if "Very late" in one.sentence_text(s))
    read.choose_sentence(at)
    text, _ = why.of_article(read)
    assert any("as in a transcript" in str(line) for line in text)
