"""Forms that a page puts between the paragraphs of an article."""

from __future__ import annotations

import pytest

from corpus.cleaning import blocks_of, clean
from corpus.cleaning.forms import page_form

BODY = (
    "The ferry between Lindholm and the northern islands sailed again on Tuesday, four months "
    "after a storm had damaged the pier."
)
LAST = (
    "Islanders had asked the government for help, but no answer had come by the weekend, they said."
)


def role(line: str) -> str:
    """What becomes of a line between two paragraphs."""
    blocks = blocks_of("\n\n".join(("Ferry sails again after the storm", BODY, line, LAST)))
    clean(blocks)
    return next(block.role for block in blocks if block.text == line)


@pytest.mark.parametrize(
    "line",
    [
        "Island Morning Every day the news of the harbours, with tides. Show that you're not "
        "a robot. Invalid email address. Please re-enter. Join You agree to receive mail from the "
        "Island Post and its friends. Thank you for subscribing.",
        "Ferry News Alerts Enter your email address * Required field Email address is invalid",
        "Interested in Ferries? Add Ferries as an interest to stay up to date on the latest.",
    ],
)
def test_a_form_is_no_part_of_the_article_however_long_it_is(line: str) -> None:
    assert role(line) == "noise"


@pytest.mark.parametrize(
    "line",
    [
        'The company wrote to every passenger: "Thank you for subscribing to our winter boat, and '
        'please bear with us until the mail from the island office reaches you."',
        "Passengers found their mail returned with the words invalid email address, and the office "
        "said that an error has occurred in its list of subscribers.",
    ],
)
def test_a_report_about_mail_is_text(line: str) -> None:
    assert role(line) == "body"


def test_captions_of_a_series_are_captions_at_any_length() -> None:
    assert role("Photos: The storm The pier broke at noon. Hide Caption 5 of 8") == "caption"


def test_a_lone_label_of_links_is_none_of_the_text() -> None:
    assert role("more-in") == "noise"


def test_a_line_as_long_as_a_text_is_no_form() -> None:
    line = "Invalid email address. Please re-enter. " + "The pier broke at noon. " * 40
    assert page_form(line, len(line.split())) is None
