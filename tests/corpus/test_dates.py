"""Days and moments as pages write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates import day_of_url, find_dates, parse_stated


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("March 3, 2021", "2021-03-03"),
        ("Published March 3rd, 2021", "2021-03-03"),
        ("Mar. 3, 2021", "2021-03-03"),
        ("3 March 2021", "2021-03-03"),
        ("3rd of March 2021", "2021-03-03"),
        ("Wednesday 3 Mar 2021", "2021-03-03"),
        ("3. März 2021", "2021-03-03"),
        ("3 mars 2021", "2021-03-03"),
        ("3 de marzo de 2021", "2021-03-03"),
        ("3 Mart 2021 Çarşamba", "2021-03-03"),
        ("3 марта 2021", "2021-03-03"),
        ("2021-03-03", "2021-03-03"),
        ("2021/03/03", "2021-03-03"),
        ("2021年3月3日", "2021-03-03"),
        ("2021년 3월 3일", "2021-03-03"),
        ("03.03.2021", "2021-03-03"),
        ("23.03.2021", "2021-03-23"),
        ("03/23/2021", "2021-03-23"),
        ("23/03/2021", "2021-03-23"),
        ("03/23/21 06:56 AM EST", "2021-03-23"),
        ("03/04/21 06:56 AM EST", "2021-03-04"),
        ("LINDHOLMMar 3, 2021", "2021-03-03"),
    ],
)
def test_a_day_is_read_however_it_is_written(text: str, day: str) -> None:
    assert [found.day for found in find_dates(text)] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "03/04/2021",
        "version 2.3.2021.7",
        "in 2021",
        "March 2021",
        "31 February 2021",
        "20210303",
        "1/2",
    ],
)
def test_what_is_no_full_day_or_could_be_two_days_is_left_unread(text: str) -> None:
    assert find_dates(text) == []


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("March 3rd, 2021 - 07:15 GMT", "2021-03-03T07:15:00+00:00"),
        ("Mar 3, 2021 - 12:00 am GMT+3", "2021-03-03T00:00:00+03:00"),
        ("Mar 3, 2021 at 9:24 pm ET", "2021-03-03T21:24:00-05:00"),
        ("Jul 3, 2021 at 9:24 pm ET", "2021-07-03T21:24:00-04:00"),
        ("18:35, 3 MAR 2021", "2021-03-03T18:35:00"),
        ("3. März 2021, 14.30 Uhr", "2021-03-03T14:30:00"),
        ("Mar 3, 20214:29 AM EST", "2021-03-03T04:29:00-05:00"),
        ("2021-03-03T10:20:30+0100", "2021-03-03T10:20:30+01:00"),
    ],
)
def test_a_time_beside_a_day_makes_a_moment_with_its_zone(text: str, moment: str) -> None:
    assert find_dates(text)[0].moment == moment


@given(st.text(max_size=300))
def test_dates_lie_inside_the_text_and_do_not_overlap(text: str) -> None:
    at = 0
    for found in find_dates(text):
        assert at <= found.start < found.end <= len(text)
        at = found.end


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/2021/03/03/ferry", "2021-03-03"),
        ("https://example.org/world/2021/mar/03/ferry", "2021-03-03"),
        ("https://example.org/news/ferry-20210303.html", "2021-03-03"),
        ("https://example.org/2021-03-03-ferry", "2021-03-03"),
        ("https://example.org/article/584718002", None),
        ("https://example.org/2021/13/45/x", None),
    ],
)
def test_an_address_may_name_the_day(url: str, day: str | None) -> None:
    assert day_of_url(url) == day


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("2021-03-03", ("2021-03-03", None)),
        ("2021-03-03T10:00:00Z", ("2021-03-03", "2021-03-03T10:00:00+00:00")),
        ("Wed, 03 Mar 2021 10:00:00 +0100", ("2021-03-03", "2021-03-03T10:00:00+01:00")),
        ("20210303", ("2021-03-03", None)),
        ("0001-01-01T00:00:00Z", None),
        ("2021-02-31", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_stated_value_is_read_or_refused(value: str, read: tuple[str, str | None] | None) -> None:
    assert parse_stated(value) == read
