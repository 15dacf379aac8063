"""Outlet, day, authors, agencies, dateline, language: what is stated, and where."""

from __future__ import annotations

import pytest

from corpus import agencies, outlets
from corpus.article import Stated
from corpus.cleaning import blocks_of, clean
from corpus.metadata import Metadata, language_of, names_of, read_metadata

TITLE = "Ferry sails again after the storm"
BODY = (
    "The ferry between Lindholm and the northern islands sailed again on Tuesday, four months "
    "after a storm had damaged the pier."
)
MORE = "The company said that parts had come late, and that a second boat was not planned."


def _read(*lines: str, stated: Stated | None = None) -> Metadata:
    blocks = blocks_of("\n\n".join((TITLE, *lines)))
    clean(blocks)
    return read_metadata(blocks, stated or Stated())


@pytest.mark.parametrize(
    ("line", "outlet", "source"),
    [
        ("Follow VICE News on Twitter: @x", "VICE News", "text"),
        ("Skip to more DW sites", "DW", "text"),
        ("Follow The Lindholm Gazette on Facebook", "The Lindholm Gazette", "text"),
        ("© 2021 The Washington Post", "Washington Post", "footer"),
        ("by Daily Sabah with AFP", "Daily Sabah", "byline"),
        ("https://www.bbc.co.uk/news/1", "BBC News", "url"),
    ],
)
def test_the_outlet_is_found_on_the_page(line: str, outlet: str, source: str) -> None:
    meta = _read(line, BODY, MORE)
    assert (meta.outlet, meta.outlet_from) == (outlet, source)


@pytest.mark.parametrize(
    "line", ["© Harbour Holdings Ltd.", "Follow us on Twitter", "By Ada Moreno"]
)
def test_a_company_or_a_person_is_no_outlet(line: str) -> None:
    assert _read(line, BODY, MORE).outlet is None


def test_a_stated_outlet_keeps_its_spelling() -> None:
    meta = _read(BODY, stated=Stated(outlet=("Fox Online News", "field")))
    assert (meta.outlet, meta.outlet_from) == ("Fox Online News", "field")


def test_names_of_one_outlet_and_its_sites_are_known() -> None:
    assert outlets.known("Fox Online News") == outlets.known("Fox News") == "Fox News"
    assert outlets.of_url("https://edition.cnn.com/2021/x") == "CNN"
    assert outlets.of_url("https://example.org/") is None
    assert outlets.of_url("not an address") is None


@pytest.mark.parametrize(
    ("lines", "day", "source"),
    [
        (("Published March 3rd, 2021 - 07:15 GMT", BODY), "2021-03-03", "date line"),
        (("Updated 4 March 2021", "Published 3 March 2021", BODY), "2021-03-03", "date line"),
        (("By Ada Moreno, March 3, 2021", BODY), "2021-03-03", "byline"),
        (("The first boat at the pier, March 2, 2021. (AFP)", BODY), "2021-03-02", "caption"),
        (("FILE - The old ferry at the pier, March 2, 2001. (AFP)", BODY), None, None),
        (("https://example.org/2021/03/03/ferry", BODY), "2021-03-03", "url"),
        ((BODY,), None, None),
    ],
)
def test_the_day_is_found_and_says_where(
    lines: tuple[str, ...], day: str | None, source: str | None
) -> None:
    meta = _read(*lines, MORE)
    assert (meta.published, meta.published_from) == (day, source)


def test_a_day_in_the_text_is_not_the_day_of_publication() -> None:
    assert (
        _read("On March 3, 2021, the ferry sailed again to the northern islands.", MORE).published
        is None
    )


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ada Moreno", ("Ada Moreno",)),
        ("By Ada Moreno and Karl Voss", ("Ada Moreno", "Karl Voss")),
        (
            "By Ada Moreno, Karl Voss and Ines Halvorsen",
            ("Ada Moreno", "Karl Voss", "Ines Halvorsen"),
        ),
        ("By ADA MORENO, Staff Writer", ("Ada Moreno",)),
        ("Von Ada Moreno", ("Ada Moreno",)),
        ("By Ada Moreno | Reuters", ("Ada Moreno",)),
        ("By Ada Moreno with AFP", ("Ada Moreno",)),
        ("By Ada Moreno, March 3, 2021", ("Ada Moreno",)),
        ("Analysis by Ada Moreno, CNN", ("Ada Moreno",)),
        ("By Reuters", ()),
    ],
)
def test_a_byline_names_people_without_agencies_jobs_and_days(
    byline: str, names: tuple[str, ...]
) -> None:
    assert names_of(byline) == names


def test_initials_at_the_end_are_authors() -> None:
    meta = _read(BODY, MORE, "am/kv (AFP, dpa)")
    assert meta.authors == ("am", "kv")
    assert meta.agencies == ("AFP", "dpa")


@pytest.mark.parametrize(
    ("lines", "credited"),
    [
        (("By Reuters", BODY), ("Reuters",)),
        (("by Island Post with AFP", BODY), ("AFP",)),
        (("LINDHOLM (AP) — " + BODY,), ("AP",)),
        ((BODY + " According to Reuters, the mayor was pleased.",), ("Reuters",)),
        (("Lindholm (AFP) - " + BODY,), ("AFP",)),
        (("LINDHOLM, Va./MARSTRAND (Reuters) - " + BODY,), ("Reuters",)),
        (("March 16 (UPI) — " + BODY,), ("UPI",)),
        (("Lindholm (Reuters photo) " + BODY,), ()),
        ((BODY + " The mayor was pleased, according to Reuters.",), ("Reuters",)),
        (
            (BODY, "This report contains material from Reuters and the Associated Press."),
            ("Reuters", "AP"),
        ),
        ((BODY, "Material from the Associated Press was used in this report."), ("AP",)),
        ((BODY, "Sources: the Varga campaign, Reuters, the harbour office"), ()),
        ((BODY, "The Associated Press contributed to this report."), ("AP",)),
        ((BODY, "Photo: Karl Voss/Reuters"), ()),
        (("Reuters moved into a house where " + BODY,), ()),
        ((BODY + " “We are glad,” the mayor told The Associated Press.",), ("AP",)),
        ((BODY, "This story includes reporting from the Associated Press."), ("AP",)),
        ((BODY + " Anglers for Ponds (AFP) came.", "AFP said that it was glad."), ()),
        ((BODY + " The pier after the storm. Karl Voss/Handout via Reuters",), ()),
    ],
)
def test_agencies_are_credited_for_words_not_for_pictures(
    lines: tuple[str, ...], credited: tuple[str, ...]
) -> None:
    assert _read(*lines, MORE).agencies == credited


def test_who_holds_the_copyright_of_the_words_is_credited_under_either_spelling() -> None:
    for holder in ("Thomson/Reuters", "Thomson Reuters", "Reuters"):
        assert agencies.contributed(f"© 2031 {holder}. All rights reserved.") == ["Reuters"]


def test_agencies_are_named_once_in_order() -> None:
    assert agencies.named_in("AFP, dpa, Reuters, AFP") == ["AFP", "dpa", "Reuters"]
    assert agencies.named_in("a capable step") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("LINDHOLM (Reuters) - " + BODY, "LINDHOLM"),
        ("NEW LINDHOLM, Sweden — " + BODY, "NEW LINDHOLM, Sweden"),
        ("(CNN) " + BODY, None),
        (BODY, None),
        ("UN observers " + BODY, None),
    ],
)
def test_the_dateline_is_the_place_before_the_first_sentence(text: str, place: str | None) -> None:
    assert _read(text, MORE).dateline == place


def test_languages_are_told_from_fifty_characters_on() -> None:
    assert language_of(f"{BODY} {MORE}") == "en"
    assert (
        language_of("Die Fähre fährt nach dem Sturm wieder, und die Insel ist erreichbar.") == "de"
    )
    assert language_of("Kurz") is None


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            ("by Harbour Gazette", "© 2031 Inland Herald. All rights reserved."),
            ("outlet: Harbour Gazette (byline), but Inland Herald (footer)",),
        ),
        (
            ("By Ann Lee (Reuters)", "© 2031 AFP"),
            ("agency: Reuters (credit), but AFP (footer)",),
        ),
        (("by Harbour Gazette", "© 2031 The Harbour Gazette Ltd."), ()),
        (("By Ann Lee", "© 2031 Inland Herald"), ()),
        (("by Harbour Gazette", "© 2031 Tidal Communications, Inc."), ()),
    ],
)
def test_a_credit_against_the_footer_is_reported_and_not_resolved(
    lines: tuple[str, str], said: tuple[str, ...]
) -> None:
    meta = _read("Ferry adds a crossing", lines[0], BODY, MORE, lines[1])
    assert meta.contradictions == said


def test_a_field_against_the_footer_is_reported_and_the_field_stands() -> None:
    meta = _read(BODY, MORE, "© 2031 Inland Herald", stated=Stated(outlet=("Tidings", "field")))
    assert meta.outlet == "Tidings"
    assert meta.contradictions == ("outlet: Tidings (field), but Inland Herald (footer)",)


def test_a_byline_against_the_fields_is_reported_and_the_fields_stand() -> None:
    meta = _read(
        "By Bo Sand",
        BODY,
        MORE,
        stated=Stated(outlet=("Tidings", "field"), authors=("Ann Lee", "column")),
    )
    assert meta.authors == ("Ann Lee",)
    assert meta.contradictions == ("author: Ann Lee (column), but Bo Sand (byline)",)
    other = _read("By Inland Herald", BODY, MORE, stated=Stated(outlet=("Tidings", "field")))
    assert other.outlet == "Tidings"
    assert other.contradictions == ("outlet: Tidings (field), but Inland Herald (byline)",)
    wire = _read("By Inland Wire", BODY, MORE, stated=Stated(outlet=("Tidings", "field")))
    assert wire.contradictions == ()


@pytest.mark.parametrize("byline", ["By Ann Lee", "By Ann M. Lee and Bo Sand", "By Lee, Ann"])
def test_a_byline_that_has_one_of_the_stated_authors_is_no_contradiction(byline: str) -> None:
    meta = _read(byline, BODY, MORE, stated=Stated(authors=("Ann Lee, Kim Roe", "field")))
    assert meta.contradictions == ()


@pytest.mark.parametrize(
    ("line", "authors", "credited"),
    [
        ("by Harbour Gazette with NW", ("Harbour Gazette",), ("NW",)),
        (
            "By Harbour Gazette staff with Northern Wire",
            ("Harbour Gazette staff",),
            ("Northern Wire",),
        ),
        ("By Ann Lee with Bo Sand", ("Ann Lee", "Bo Sand"), ()),
        ("By Ann Lee and Bo Sand with AFP", ("Ann Lee", "Bo Sand"), ("AFP",)),
    ],
)
def test_with_names_an_agency_or_a_second_author(
    line: str, authors: tuple[str, ...], credited: tuple[str, ...]
) -> None:
    meta = _read("Ferry adds a crossing", line, BODY, MORE)
    assert (meta.authors, meta.agencies) == (authors, credited)


def test_agencies_in_brackets_after_initials_need_not_be_known() -> None:
    meta = _read("Ferry adds a crossing", BODY, MORE, "ab/cd (dpa, Küstenpress)")
    assert meta.authors == ("ab", "cd")
    assert meta.agencies == ("dpa", "Küstenpress")


def test_initials_name_nobody_where_a_byline_does() -> None:
    meta = _read("Ferry adds a crossing", "By Ann Lee", BODY, MORE, "al/bs")
    assert meta.authors == ("Ann Lee",)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Posted on May 3, 2031 by Ann Lee", ("Ann Lee",)),
        ("PUBLISHED: 10:42, 3 May 2031 | UPDATED: 11:07, 4 May 2031", ()),
        ("Posted on May 3, 2031", ()),
        ("3 May 2031 | By Ann Lee and Bo Sand", ("Ann Lee", "Bo Sand")),
    ],
)
def test_a_line_with_a_label_gives_the_day_of_publication(
    line: str, authors: tuple[str, ...]
) -> None:
    meta = _read(line, BODY, MORE)
    assert (meta.published, meta.authors) == ("2031-05-03", authors)


def test_an_outlet_below_its_reporters_is_no_author() -> None:
    meta = _read("Ada Moreno and Karl Voss", "USA TODAY", BODY, MORE)
    assert meta.authors == ("Ada Moreno", "Karl Voss")


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ada Moreno22 Dec 2016651", ("Ada Moreno",)),
        ("Posted by Ada Moreno at 12:55 AM", ("Ada Moreno",)),
        ("By Ada Moreno March 18", ("Ada Moreno",)),
        ("By Ada (Ines) Moreno", ("Ada Moreno",)),
        ("By Ada Moreno, Senior Technologist", ("Ada Moreno",)),
    ],
)
def test_what_stands_behind_a_name_is_no_part_of_it(byline: str, names: tuple[str, ...]) -> None:
    assert names_of(byline) == names
