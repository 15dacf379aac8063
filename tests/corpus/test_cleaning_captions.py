"""Captions without a full stop, and the links of pages that shout."""

from __future__ import annotations

import pytest

from corpus.cleaning import Block, blocks_of, clean

BODY = (
    "The ferry between Lindholm and the northern islands sailed again on Tuesday, four months "
    "after a storm had damaged the pier."
)
MORE = (
    "The company said that parts for the engine had come late, and that a second boat was not "
    "planned before the summer."
)
LAST = (
    "Islanders had asked the government for help, but no answer had come by the weekend, they said."
)
PARAGRAPHS = [
    f"On day {day} the boat carried {day * 40} people and a good many cars, its captain said."
    for day in range(2, 10)
]
LINK = "CLICK HERE TO GET THE HARBOUR NEWS APP"


def _blocks(*lines: str) -> list[Block]:
    blocks = blocks_of("\n\n".join(lines))
    clean(blocks, title="Ferry sails again after the storm")
    return blocks


def _role(line: str, *others: str) -> str:
    blocks = _blocks(BODY, *others, line, MORE, *PARAGRAPHS, LAST)
    return next(block.role for block in blocks if block.text == line)


@pytest.mark.parametrize(
    "line",
    [
        "The ferry at its pier in Lindholm, Jan. 15, 2031. Lena Orlova/Harbour Gazette",
        "A man buys a ticket in the port of Lindholm on March 2. Anders Moen/AFP via Getty Images",
        "The pier after the storm on Dec. 2. Photographer: Anders Moen/Bloomberg",
        "The captain waits for his first guests. Lena Orlova for The New York Times",
        "The captain waits for his first guests. Anders Moen—Magnum Photos for TIME",
        "The boat leaves Lindholm in the last light of a Tuesday in March. Associated Press",
        "The old boat was sold for scrap last year. (Lena Orlova/The Oregonian)",
        "The mayor of Lindholm at the pier, where she spoke on Tuesday. Lena Orlova, AP",
        "The ferry is seen in this picture. Lt. Cmdr. A. Moen, Navy/Handout via REUTERS",
        "Getty Images A child waves to the ferry as it leaves the pier in Lindholm",
        "Reuters The captain of the ferry waited for his first guests on Tuesday",
    ],
)
def test_a_credit_with_no_full_stop_behind_it_makes_a_caption(line: str) -> None:
    assert _role(line) == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "The boat leaves Lindholm in the last light, says a report by Lena Orlova of the AP.",
        "“The boat was late by four months and nobody told us why it was.” Reuters",
        "How much do you trust the ferries of the islands? Harbour News/Moen Poll",
        "Getty Images Holdings sold its last picture of the ferry on Tuesday",
        "Reuters Breakingviews wrote that the ferry would never earn its money back",
    ],
)
def test_an_agency_that_is_spoken_of_makes_no_caption(line: str) -> None:
    assert _role(line) != "caption"


CAPTIONS = (
    "Islanders in their best coats wait at the pier of Lindholm for the first boat of the year",
    "The captain, who has sailed the line since 2009, shows his cabin to the mayor of Lindholm",
    "Two of the four engines were built in the north and came to Lindholm by rail in the autumn",
)
PICTURED = "The mayor of Lindholm (pictured) at the pier with the captain and both of his sons"


def _between(*lines: str) -> list[str]:
    page = [BODY, MORE]
    for line, paragraph in zip(lines, PARAGRAPHS, strict=False):
        page += [line, paragraph]
    page += [*PARAGRAPHS[len(lines) :], LAST]
    return [block.role for block in _blocks(*page) if block.text in lines]


def test_long_lines_without_full_stops_are_captions_where_one_of_them_surely_is() -> None:
    assert _between(PICTURED, *CAPTIONS) == ["caption"] * 4


def test_long_lines_without_full_stops_stay_where_no_caption_is_sure() -> None:
    assert "caption" not in _between(*CAPTIONS)


def test_one_sentence_that_lost_its_full_stop_is_no_caption() -> None:
    assert _between(PICTURED, CAPTIONS[0]) == ["caption", "body"]


def test_what_somebody_says_is_no_caption_for_lack_of_a_full_stop() -> None:
    said = 'The captain, who has sailed the line since 2009, said: "We will be back on Wednesday'
    assert _between(PICTURED, *CAPTIONS, said)[-1] == "body"


@pytest.mark.parametrize(
    "line",
    [
        "FERRY COMPANY FINED AGAIN",
        "WHY DID THE FERRY COMPANY WAIT FOUR MONTHS FOR ITS ENGINE PARTS?",
        "'NOBODY TOLD US,' SAYS MAYOR OF LINDHOLM AFTER FERRY IS LATE AGAIN",
        "ISLANDERS WAITED " + "FOUR MONTHS FOR A BOAT THAT NEVER CAME AND " * 3 + "WENT",
    ],
)
def test_a_page_that_calls_in_capitals_has_its_links_in_capitals(line: str) -> None:
    long_enough = len(line.split()) >= 5
    assert _role(line, LINK, LAST) == ("related" if long_enough else "subhead")


def test_a_question_in_capitals_is_a_subhead_where_no_link_shouts() -> None:
    assert _role("WHY DID THE FERRY COMPANY WAIT FOUR MONTHS FOR ITS ENGINE?") != "related"


@pytest.mark.parametrize(
    "line",
    [
        "NOW WATCH: ‘The Ferry Of Lindholm Sails Again’",
        "SPECIAL COVERAGE: Storms of the Century",
        "QUIZ: How well do you know the islands?",
        "( PODCAST: What the captain did not say)",
        "Photo gallery: The ferry through the years",
    ],
)
def test_labels_that_lead_elsewhere_are_furniture(line: str) -> None:
    assert _role(line) == "noise"
