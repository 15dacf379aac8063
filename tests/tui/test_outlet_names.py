"""Outlets in few letters: what tells one from the others soonest."""

from __future__ import annotations

from tui.views.outlet_names import short_names


def test_a_name_that_fits_is_whole_and_a_longer_one_has_its_first_letters() -> None:
    names = ["The Meridian Wire", "Harbour Gazette", "CNN", None]
    assert short_names(names, 5) == ["Mer", "Har", "CNN", "unk"]
    assert short_names(names, 20) == ["Meridian Wire", "Harbour Gazette", "CNN", "unknown"]


def test_a_name_that_does_not_fit_has_its_first_words_where_no_other_outlet_has_them() -> None:
    assert short_names(["Harbour Gazette", "Coastal Post"], 9) == ["Harbour", "Coastal"]
    assert short_names(["Harbour Gazette", "Harbour Herald"], 12) == [
        "Harbour Gaz…",
        "Harbour Her…",
    ]


def test_letters_that_two_outlets_share_become_more_or_initials() -> None:
    assert short_names(["thetimes.co.uk", "theguardian.com"], 5) == ["thet", "theg"]
    assert short_names(["New Sarn Times", "New Sarn Post"], 5) == ["NST", "NSP"]
    assert short_names(["Argus of Vell"] * 2, 5) == ["Argus", "Argus"]  # one outlet twice


def test_of_a_site_the_part_that_is_its_own_is_told() -> None:
    assert short_names(["uk.quayside.com"], 8) == ["quayside"]
    assert short_names(["edition.qns.com", "news.vrb.co.uk"], 5) == ["qns", "vrb"]
    assert short_names(["www.qt.com"], 5) == ["qt"]
    assert short_names(["quaynews.go.com"], 8) == ["quaynews"]  # and not "go"
