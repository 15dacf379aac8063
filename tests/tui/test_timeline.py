"""The timeline of a story: by outlet and day, with the hour where it is stated."""

from __future__ import annotations

from index.stories.listing import Report
from tui.views.lines import line_text
from tui.views.stories import first_of, report_line, timeline


def report(outlet: str, day: str | None, at: str | None = None, of: str | None = None) -> Report:
    return Report(f"{outlet} {day} {at}", 1, outlet, "Ferry fire", day, 9, of, False, None, at)


WIRE = report("Meridian Wire", "2031-03-13", "2031-03-13T06:12:00+01:00")
EARLIER = report("Harbour Gazette", "2031-03-13", "2031-03-13T04:55:00Z")
POST = report("Coastal Post", "2031-03-13")
LATE = report("Coastal Post", "2031-03-14", "2031-03-14T09:30:00+01:00")
UNDATED = report("Saltmarsh Review", None)


def test_the_first_report_is_found_by_the_hour_across_time_zones() -> None:
    assert first_of([WIRE, EARLIER, LATE, UNDATED]) == [EARLIER]
    line = line_text(report_line(EARLIER, 80, here=False, first=[EARLIER]))
    assert "13 Mar 04:55" in line
    assert "first report" in line


def test_no_report_of_the_first_day_is_called_the_first_when_an_hour_is_missing() -> None:
    first = first_of([WIRE, POST, LATE])
    assert first == [WIRE, POST]
    line = line_text(report_line(POST, 80, here=False, first=first))
    assert "13 Mar 2031" in line
    assert "first day" in line
    assert "first" not in line_text(report_line(LATE, 80, here=False, first=first))


def test_a_clock_without_its_zone_does_not_decide_between_two() -> None:
    local = report("Nordvik Today", "2031-03-13", "2031-03-13T05:00:00")
    assert first_of([WIRE, local]) == [WIRE, local]


def test_a_copy_is_no_first_report_and_a_story_without_days_has_none() -> None:
    copy = report("Nordvik Today", "2031-03-13", of=WIRE.id)
    assert first_of([WIRE, copy]) == [WIRE]
    assert first_of([UNDATED]) == []


def test_outlets_and_days_are_laid_out_with_a_lone_reports_hour() -> None:
    lines = [line_text(line) for line in timeline([EARLIER, WIRE, LATE, UNDATED], (), (), 80)]
    assert "13 Mar 14 Mar" in lines[0]
    assert lines[1].split()[-2:] == ["first", "."]
    assert lines[2].split()[-2:] == ["06:12", "."]
    assert lines[3].split()[-2:] == [".", "09:30"]
    assert "1 without a day" in lines[4]
