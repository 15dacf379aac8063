"""An entity's page as lines, without a screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from people import archive_of_people

from index.entity.result import EntityPage
from tui.views.entity import HEADINGS, Row, arrange, head, how_counted, nothing, told
from tui.views.lines import line_text, line_width
from tui.views.way import way_here


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> EntityPage:
    with archive_of_people(tmp_path_factory.mktemp("people")) as archive:
        return archive.entities().page("person:ines varga")


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> EntityPage:
    with archive_of_people(Path(tmp_path_factory.mktemp("people"))) as archive:
        return archive.entities().page("place:port calder", "Tomas")


def rows(page: EntityPage, width: int = 80, unfolded: frozenset[str] = frozenset()) -> list[Row]:
    return arrange(page, width, unfolded=unfolded, oldest=False)


def texts(found: list[Row]) -> str:
    return "\n".join(line_text(row.line).rstrip() for row in found)


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_no_row_is_wider_than_the_terminal(page: EntityPage, width: int) -> None:
    assert all(line_width(row.line) <= width - 2 for row in rows(page, width) if row.stops)
    assert all(line_width(line) <= width for line in head(page, "list", width))


def test_every_number_has_a_row_that_opens(page: EntityPage) -> None:
    found = [row for row in rows(page) if row.stops]
    assert {row.section for row in found} == {*HEADINGS} - {"pending", "unsure"}
    for row in found:
        assert row.target or row.article
        if row.target:
            assert told(page, row.target)


def test_shares_stand_beside_what_they_are_a_part_of_where_that_is_much(page: EntityPage) -> None:
    text = texts(rows(page))
    assert "2 of 2       5" in text
    assert "%" not in text
    assert "share" not in text
    assert "%" not in line_text(head(page, "", 120)[0])
    assert "few: rates say little" in line_text(head(page, "", 120)[1])
    many = replace(page, of=180, outlets=[replace(one, of=120) for one in page.outlets])
    assert "2 of 120     1.7 %" in texts(rows(many))
    assert "3 of 180 articles  1.7 %" in line_text(head(many, "", 120)[0])


def test_only_names_that_are_not_all_read_are_told_of(page: EntityPage) -> None:
    assert "names read" not in line_text(head(page, "", 120)[1])
    resting = replace(page.resting, articles=page.resting.articles + 2)
    assert "2 pending" in line_text(head(replace(page, resting=resting), "", 120)[1])
    over = next(line for line in texts(rows(page)).splitlines() if line.startswith("  OUTLETS"))
    assert "by week" in over


def test_a_body_that_every_state_has_is_told_to_be_several(page: EntityPage) -> None:
    ministry = replace(page, name="Foreign Ministry", type="organisation")
    told_of = line_text(head(ministry, "", 200)[1])
    assert "may be bodies of several states or cities, counted together" in told_of
    assert "Port Calder" in told_of
    one = replace(ministry, name="Norland Foreign Ministry")
    assert "several states" not in line_text(head(one, "", 200)[1])


def test_a_stretch_without_it_says_how_many_articles_there_are_of_it(page: EntityPage) -> None:
    assert "not named in 1 article" in texts(rows(page))


def test_quotations_stand_apart_from_reports_and_the_newest_come_first(page: EntityPage) -> None:
    text = texts(rows(page))
    direct, reported = text.index("QUOTED IN QUOTATION MARKS"), text.index("REPORTED WITHOUT")
    assert direct < text.index("“We will not reopen the route,”") < reported
    oldest = texts(arrange(page, 80, unfolded=frozenset(), oldest=True))
    newest_first = text[text.index("ARTICLES") :]
    oldest_first = oldest[oldest.index("ARTICLES") :]
    assert newest_first.index("2 Apr") < newest_first.index("13 Mar")
    assert oldest_first.index("2 Apr") > oldest_first.index("13 Mar")


def test_a_long_section_is_folded_and_says_how_much_is_left(page: EntityPage) -> None:
    from dataclasses import replace

    company = page.company[:1] * 20
    long = replace(page, company=company, company_total=30)
    assert "+ 14 more" in texts(rows(long))
    assert "the first 20 of 30" in texts(rows(long, unfolded=frozenset({"with"})))


def test_a_query_that_leaves_nothing_says_what_there_is_without_it(port: EntityPage) -> None:
    from dataclasses import replace

    assert "only of Tomas" in line_text(head(port, "", 80)[2])
    said = " ".join(line_text(line) for line in nothing(replace(port, articles=0)))
    assert "3 do without it" in said
    assert "Esc takes it off" in said


def test_how_it_was_counted_names_the_rules_and_the_names_kept_apart(page: EntityPage) -> None:
    from dataclasses import replace

    from index.entity.result import Candidate

    with_others = replace(page, also=(Candidate("person:lina varga", "Lina Varga", 1),))
    said = " ".join(one if isinstance(one, str) else line_text(one)
                    for one in how_counted(with_others))  # fmt: skip
    assert "names read in 5 of 5" in said
    assert "Lina Varga" in said


def test_a_breadcrumb_names_the_last_steps() -> None:
    assert way_here(["list", "reader", "A", "B"]) == "… › reader › A › B"
    assert way_here(["list"]) == "list"


def test_words_whose_speaker_is_not_sure_stand_under_a_heading_of_their_own(
    page: EntityPage,
) -> None:
    doubtful = replace(page.said[0], sure=False)
    shown = rows(replace(page, unsure=(doubtful,), unsure_total=1))
    apart = [row for row in shown if row.section == "unsure"]
    assert "THE SPEAKER IS NOT SURE" in "".join(run.text for run in apart[1].line)
    assert apart[2].article == doubtful.article or apart[2].target
