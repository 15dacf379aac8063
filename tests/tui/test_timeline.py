"""The timeline of a story: by outlet and day, with the hour where it is stated."""

from __future__ import annotations

from dataclasses import replace

from index.stories.listing import Report, beside, first_of
from tui.cli.story_json import reports_json
from tui.views.lines import line_text, line_width
from tui.views.stories import report_line, timeline


def report(outlet: str, day: str | None, at: str | None = None, of: str | None = None) -> Report:
    return Report(f"{outlet} {day} {at}", 1, outlet, "Ferry fire", day, 9, of, False, None, at)


WIRE = report("Meridian Wire", "2031-03-13", "2031-03-13T06:12:00+01:00")
EARLIER = report("Harbour Gazette", "2031-03-13", "2031-03-13T04:55:00Z")
POST = report("Coastal Post", "2031-03-13")
LATE = report("Coastal Post", "2031-03-14", "2031-03-14T09:30:00+01:00")
UNDATED = report("Saltmarsh Review", None)


def test_the_first_report_is_found_by_the_hour_across_time_zones() -> None:
    assert first_of([WIRE, EARLIER, LATE]) == [EARLIER]
    assert first_of([WIRE, EARLIER, LATE, UNDATED]) == [EARLIER, UNDATED]
    line = line_text(report_line(EARLIER, 80, here=False, first=[EARLIER]))
    assert "13 Mar 04:55" in line
    assert line.endswith(" first ")


def test_no_report_of_the_first_day_is_called_the_first_when_an_hour_is_missing() -> None:
    first = first_of([WIRE, POST, LATE])
    assert first == [WIRE, POST]
    assert "order not known" in line_text(report_line(WIRE, 80, here=False, first=first))
    wide = line_text(report_line(WIRE, 120, here=False, first=first))
    assert "same day, order not known" in wide
    line = line_text(report_line(POST, 80, here=False, first=first))
    assert "13 Mar 2031" in line
    assert line.endswith(" may be first ")
    assert "first" not in line_text(report_line(LATE, 80, here=False, first=first))


def test_a_clock_without_its_zone_does_not_decide_between_two() -> None:
    local = report("Nordvik Today", "2031-03-13", "2031-03-13T05:00:00")
    assert first_of([WIRE, local]) == [WIRE, local]
    line = line_text(report_line(WIRE, 120, here=False, first=[WIRE, local]))
    assert "zones missing, order not known" in line
    other = report("Coastal Post", "2031-03-13", "2031-03-13T11:00:00")
    assert first_of([local, other]) == [local, other]


def test_a_copy_is_no_first_report_and_a_story_without_days_has_none() -> None:
    copy = report("Nordvik Today", "2031-03-13", of=WIRE.id)
    assert first_of([WIRE, copy]) == [WIRE]
    assert line_text(report_line(copy, 80, here=False, first=[WIRE])).endswith(" copy ")
    assert first_of([UNDATED]) == []


def test_where_it_is_not_known_which_of_two_has_the_others_text_neither_is_the_copy() -> None:
    same = replace(report("Nordvik Today", "2031-03-13", of=WIRE.id), follows=False)
    first = first_of([WIRE, same])
    assert first == [WIRE, same]
    assert "same text" in line_text(report_line(same, 80, here=False, first=first))


def test_outlets_and_days_are_laid_out_with_a_lone_reports_hour() -> None:
    lines = [line_text(line) for line in timeline([EARLIER, WIRE, LATE, UNDATED], (), (), 80)]
    assert lines[0].split() == ["13", "Mar", "14", "Mar", "no", "day"]
    assert lines[1].split()[-3:] == ["04:55", ".", "."]
    assert lines[2].split()[-3:] == ["06:12", ".", "."]
    assert lines[3].split()[-3:] == [".", "09:30", "."]
    assert lines[4].split()[-3:] == [".", ".", "1"]


def test_a_report_without_an_hour_is_of_the_day_and_several_are_counted() -> None:
    later = report("Coastal Post", "2031-03-14")
    lines = [line_text(line) for line in timeline([WIRE, POST, LATE, later], (), (), 80)]
    assert lines[2].split()[-2:] == ["day", "2"]


def test_days_that_there_is_no_room_for_are_counted_and_undated_reports_have_a_column() -> None:
    long = [report("Meridian Wire", f"2031-03-{day:02}") for day in range(1, 21)]
    for reports, shown in (([*long, UNDATED], 6), (long, 7)):
        lines = timeline(reports, (), (), 80)
        assert f"+{20 - shown} days" in line_text(lines[0])
        assert len(line_text(lines[1]).split()) == 2 + shown + (UNDATED in reports)
        assert all(line_width(line) <= 80 for line in lines)
    whole = line_text(timeline(long[:8], (), (), 80)[0])
    assert "8 Mar" in whole
    assert "+" not in whole


def test_a_story_of_undated_reports_has_the_one_column_without_a_day() -> None:
    head, line = (line_text(one) for one in timeline([UNDATED], (), (), 80))
    assert head.index("no day") == line.index("1")


def test_what_is_perhaps_of_another_event_says_so_and_is_never_the_first_report() -> None:
    other = replace(report("Saltmarsh Review", "2031-03-10"), apart=True)
    assert first_of([other, EARLIER, LATE]) == [EARLIER]
    line = line_text(report_line(other, 90, here=False, first=[EARLIER]))
    assert line.endswith(" perhaps another event ")
    told = [one["first"] for one in reports_json([other, EARLIER, LATE])]
    assert told == [None, True, False]
    assert [one["perhaps_another_event"] for one in reports_json([other, LATE])] == [True, False]


def test_a_report_whose_text_tells_a_later_day_is_not_surely_the_first() -> None:
    anew = replace(report("Saltmarsh Review", "2031-03-11"), later=True)
    assert first_of([anew, EARLIER, LATE]) == [anew, EARLIER]
    line = line_text(report_line(anew, 120, here=False, first=[anew, EARLIER]))
    assert line.endswith(" text tells a later day, order not known ")
    line = line_text(report_line(anew, 80, here=False, first=[anew, EARLIER]))
    assert line.endswith(" tells a later day ")
    told = [(one["first"], one["first_unknown"]) for one in reports_json([anew, EARLIER, LATE])]
    assert told == [(None, "later_day"), (None, "order"), (False, None)]
    assert beside([EARLIER], [], later=[EARLIER.id])[0].later


def test_why_it_is_not_known_whether_a_report_is_the_first_stands_beside_it_in_json() -> None:
    other = replace(report("Saltmarsh Review", "2031-03-10"), apart=True)

    def told(*reports: Report) -> list[tuple[bool | None, str | None]]:
        return [(one["first"], one["first_unknown"]) for one in reports_json(reports)]

    assert told(WIRE, POST, LATE) == [(None, "order"), (None, "order"), (False, None)]
    assert told(UNDATED, report("Coastal Post", None)) == [(None, "no_day"), (None, "no_day")]
    assert told(other, EARLIER, UNDATED) == [
        (None, "another_event"), (None, "order"), (None, "order"),
    ]  # fmt: skip
    assert told(EARLIER, LATE) == [(True, None), (False, None)]
