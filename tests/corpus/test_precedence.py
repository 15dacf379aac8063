"""Which of two reports came out first, as far as their stamps tell."""

from __future__ import annotations

import pytest

from corpus.precedence import Stamp, is_before, order

MORNING = Stamp("2031-03-13", "2031-03-13T08:54:00", "Meridian Wire")
NOON = Stamp("2031-03-13", "2031-03-13T13:52:00", "Coastal Post")
DAY = Stamp("2031-03-13", None, "Harbour Gazette")


def test_hours_are_compared_across_zones() -> None:
    west = Stamp("2031-03-12", "2031-03-12T23:30:00-05:00")
    east = Stamp("2031-03-13", "2031-03-13T03:55:00Z")
    assert is_before(east, west)
    assert not is_before(west, east)
    assert order(*east.when) < order(*west.when)


def test_hours_of_one_day_without_zones_tell_nothing_between_two_outlets() -> None:
    assert not is_before(MORNING, NOON)
    assert not is_before(NOON, MORNING)
    assert is_before(MORNING, Stamp("2031-03-13", "2031-03-13T13:52:00", "Meridian Wire"))


def test_an_hour_tells_nothing_against_a_bare_day_or_a_zone_against_none() -> None:
    zoned = Stamp("2031-03-13", "2031-03-13T20:00:00+01:00", "Sarn Courier")
    for one in (DAY, MORNING):
        assert not is_before(one, zoned)
        assert not is_before(zoned, one)


@pytest.mark.parametrize("later", ["2031-03-14", "2031-04", "2032"])
def test_days_are_compared_as_they_are_stated(later: str) -> None:
    assert is_before(NOON, Stamp(later, None))
    assert not is_before(Stamp(later, None), DAY)


def test_a_night_between_two_clocks_is_too_short_to_tell() -> None:
    late = Stamp("2031-03-13", "2031-03-13T22:40:00", "Harbour Gazette")
    early = Stamp("2031-03-14", "2031-03-14T03:10:00", "Coastal Post")
    for one, other in ((late, early), (DAY, early), (late, Stamp("2031-03-14", None))):
        assert not is_before(one, other)
        assert not is_before(other, one)
    noon = Stamp("2031-03-14", "2031-03-14T12:00:00", "Coastal Post")
    assert is_before(DAY, noon)
    assert is_before(DAY, Stamp("2031-03-14", None))
    assert is_before(late, Stamp("2031-03-14", "2031-03-14T03:10:00", "Harbour Gazette"))


def test_a_month_is_not_before_its_days_and_no_day_is_before_nothing() -> None:
    assert not is_before(Stamp("2031-03", None), DAY)
    assert not is_before(DAY, Stamp("2031-03", None))
    assert not is_before(Stamp(None, None), DAY)
    assert not is_before(DAY, Stamp(None, None))


def test_the_earliest_stamp_stands_first_and_what_has_no_hour_or_day_behind() -> None:
    stamps = [Stamp(None, None), DAY, NOON, MORNING, Stamp("2031-03-14", None)]
    assert sorted(stamps, key=lambda one: order(*one.when)) == [
        MORNING, NOON, DAY, Stamp("2031-03-14", None), Stamp(None, None),
    ]  # fmt: skip
    midnight = "2031-03-13T00:00:00"  # how a day without an hour is written
    assert order("2031-03-13", midnight) == order("2031-03-13", None)


@pytest.mark.parametrize("moment", ["0001-01-01T00:10:00+14:00", "9999-12-31T23:59:59-10:00", "x"])
def test_any_moment_has_a_place(moment: str) -> None:
    assert order(moment[:10], moment)
