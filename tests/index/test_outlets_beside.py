"""What one side alone seems to have and the other has in a story beside it is said so."""

from __future__ import annotations

from pathlib import Path

import pytest
from events import FERRY, shelf
from test_outlets import held, told

from corpus.comparison.one_event import OneEvent, one_event
from corpus.comparison.sides import Side


@pytest.fixture(autouse=True)
def _called_different(monkeypatch: pytest.MonkeyPatch) -> None:
    """A comparison calls any two articles different."""

    def different(left: Side, right: Side) -> OneEvent:
        return OneEvent("different", one_event(left, right).signs)

    monkeypatch.setattr("corpus.comparison.one_event.one_event", different)


def test_where_both_stories_are_of_several_reports_from_one_time_the_event_is_perhaps_of_both(
    tmp_path: Path,
) -> None:
    reports = [told(FERRY[n % 3], outlet) for n, outlet in
               enumerate(("Argus", "Clarion", "Bugle", "Dial"))]  # fmt: skip
    with shelf(tmp_path, *reports) as archive:
        stories = archive.stories()
        (one,) = held(archive, "Argus", "Bugle").shared
        theirs = [*one.right, *held(archive, "Argus", "Dial").right.articles]
        stories.deciding().split(stories.resolve(one.id), theirs)
        found = held(archive, "Argus", "Bugle")
        for row in (*found.only_left, *found.only_right):
            assert row.nearest is not None
            assert row.nearest.event == "different"
            assert (row.nearest.beside_it, row.perhaps) == (True, True)


def test_where_one_report_stands_alone_it_stays_not_found_and_is_said_to_be_near(
    tmp_path: Path,
) -> None:
    with shelf(tmp_path, told(FERRY[0], "Argus"), told(FERRY[1], "Bugle")) as archive:
        stories = archive.stories()
        (one,) = held(archive, "Argus", "Bugle").shared
        stories.deciding().split(stories.resolve(one.id), one.right)
        (row,) = held(archive, "Argus", "Bugle").only_left
        assert row.nearest is not None
        assert (row.nearest.beside_it, row.perhaps) == (True, False)


def test_what_is_of_another_matter_is_not(tmp_path: Path) -> None:
    reports = (told(FERRY[0], "Argus"), told("Passengers of buses in Nordvik complain.", "Bugle"))
    with shelf(tmp_path, *reports) as archive:
        for row in held(archive, "Argus", "Bugle").only_left:
            assert row.nearest is None or not row.nearest.beside_it
