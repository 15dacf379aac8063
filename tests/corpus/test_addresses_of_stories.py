"""An address tells between which days a page came out that states none."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.stories.addresses import days_of


def told(url: str | None) -> tuple[str, str] | None:
    found = days_of(url)
    return (*(date.fromordinal(day).isoformat() for day in found),) if found else None  # type: ignore[return-value]


@pytest.mark.parametrize("path", ["2031/02/ferry-burns", "news/2031/2/ferry-burns", "2031/feb/a"])
def test_a_year_and_a_month_in_the_path_tell_the_month(path: str) -> None:
    assert told(f"https://harbour.example/{path}") == ("2031-02-01", "2031-02-28")


def test_december_ends_with_its_last_day() -> None:
    assert told("https://harbour.example/2030/12/ferry") == ("2030-12-01", "2030-12-31")


def test_the_second_at_the_end_of_an_address_tells_the_day() -> None:
    assert told("https://www.wsj.com/articles/ferry-burns-11550064070?mod=a") == (
        "2019-02-12",
        "2019-02-14",
    )


def test_numbers_that_run_on_tell_the_day_by_those_beside_them() -> None:
    first, last = told("https://www.bbc.com/news/business-48300000") or ("", "")
    assert first < "2019-05-17" < last
    assert told("https://abcnews.go.com/Politics/ferry/story?id=70000000") is not None


@pytest.mark.parametrize(
    "url",
    [
        None,
        "https://harbour.example/news/ferry-burns",
        "https://harbour.example/2031/13/ferry",
        "https://harbour.example/news/business-48300000",
        "https://www.bbc.com/news/business-99999999",
        "https://www.bbc.com/news/world-30500000x",
    ],
)
def test_other_addresses_tell_nothing(url: str | None) -> None:
    assert days_of(url) is None
