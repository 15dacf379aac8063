"""Boxes of a page that were scraped as one line are none of the article's text."""

from __future__ import annotations

import pytest

from corpus.article import Article, Document, Stated
from corpus.reading import read

TEXT = (
    "The ferry Brightwater sank off Port Calder on Sunday with ninety people on board.",
    "The harbour office said that all of them had been brought ashore by midnight.",
    "Islanders had asked for a second boat, but no answer had come, they said.",
)


def read_with(*lines: str, at: int = 2) -> Article:
    whole = (*TEXT[:at], *lines, *TEXT[at:])
    stated = Stated(title=("Ferry sinks off Port Calder", "field"))
    return read(Document(b"x", "\n".join(whole), "x", "jsonl", stated))


def roles(article: Article) -> dict[str, str]:
    return {one.text: one.role for one in (*article.paragraphs, *article.removed)}


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("MOST READ IN NEWS 'TIDE AND SEEK' Boy finds a cannon on the beach SEA DOG Terrier swims"
         " home GULL TROUBLE Chip shop shuts after raids", "related"),
        ("Most Read In TV & Showbiz BAKE OFF Host quits the show after nine years FROCK STAR Singer"
         " wears a sail to the gala", "related"),
        ("Related stories OH BUOY Harbour master loses his marker for the third time Pier pressure"
         " Islanders ask for a new landing stage", "related"),
        ("Skip in Skip x Embed x Share CLOSE WHAT YOU NEED TO KNOW Ferry sails again | 1:20 The"
         " ferry sails again after repairs. (May 3) AP 1 of 2", "noise"),
        ("(Calder Daily 03/13/2031 page4)", "noise"),
        ("Get our weekly letter Sign up for it and join the islanders.", "noise"),
        ("Send a tip to the desk of the Gull.", "noise"),
        ("Visit the Gull's homepage for more stories.", "noise"),
        ("This is a rush transcript. Words may be wrong.", "noise"),
        ("Support the Gull’s island journalism", "noise"),
        ("Every day we sail out to the islands for you. Our journalism takes time, and your small"
         " contribution keeps the boat afloat. Please consider making one today.", "noise"),
        ("If you enjoyed this story, we have an offer: join the Gull and sail for free.", "noise"),
        ("Harbours 101: The Gull tells you everything you need to know about tides.", "noise"),
        ("If you need to talk, the Samaritans can be reached free at any hour on 555 0123.",
         "noise"),
        ("EPA The Brightwater leaves the harbour of Port Calder before the storm", "caption"),
        ("GETTY IMAGES Divers wait on the quay for the weather to clear", "caption"),
        ("Divers wait on the quay in Port Calder for the weather to clear. AFP", "caption"),
        ("CLOSE CEO of the ferry line, Ada Brook, shows us the new boat that will sail in June.",
         "caption"),
        # none of these is a box
        ("Support for the harbour has grown since the newsroom of the Gull burned down in May.",
         "body"),
        ("Visit the islands in May, she said, and you will meet nobody for more than a mile.",
         "body"),
        ("The school of journalism asked for our contribution, the harbour master wrote later.",
         "body"),
        ("Most read the letter aloud at the quay before they went home.", "body"),
        ("EPA Administrator Lena Orlova left the meeting before noon without a word", "subhead"),
        ("If you ask the Samaritans, loneliness on the islands has grown for years.", "body"),
    ],
)  # fmt: skip
def test_a_box_in_one_line_is_no_text(line: str, role: str) -> None:
    found = roles(read_with(line))
    assert found[line] == role
    assert [text for text in TEXT if found[text] != "body"] == []


def test_the_titles_behind_a_player_of_films_are_its_own() -> None:
    player = (
        "Skip in Skip x Embed x Share CLOSE Ferry sails again | 1:20 The ferry sails. AP 1 of 2 "
        "Skip in Skip x Embed x Share CLOSE Divers find the bell | 0:40 A bell is found. AP 2 of 2"
    )
    found = roles(read_with(player, "Divers find the bell", at=3))
    assert found["Divers find the bell"] == "noise"


def test_a_title_with_its_day_above_the_text_is_no_sentence() -> None:
    line = "Ferry sinks off Port Calder Updated: 2031-03-13 07:15 By Agencies(Calder Daily)"
    assert roles(read_with(line, at=0))[line] == "date"


def test_the_words_of_a_button_are_no_author() -> None:
    article = read_with("Enlarge Image Lighthouse", at=0)
    assert article.authors == ()


def test_a_sentence_of_the_text_that_a_caption_repeats_stays_text() -> None:
    sentence = "It remains unknown whether the bell was on board."
    caption = "It remains unknown whether the bell was on board as divers carry on searching below"
    assert roles(read_with(caption, TEXT[0], sentence, at=1))[sentence] == "body"


def test_a_sentence_whose_end_is_lost_is_no_subhead() -> None:
    cut = "Before the hearing, the harbour master said in a message on the radio"
    assert roles(read_with(cut))[cut] == "body"


@pytest.mark.parametrize(
    "headline",
    [
        "EPA Rejects Plan to Clean the River of Calder",
        "AP Photographer Wins Prize for a Picture of Fog",
        "Most Read Books of the Year Are About Boats",
        "Need help? Mayor opens hotline for tenants, 0800 123",
    ],
)
def test_a_headline_that_begins_like_a_box_of_links_stays_a_headline(headline: str) -> None:
    text = (
        f"{headline}\n\nThe council of Calder said on Tuesday that the river would be cleaned by "
        "the end of the year.\n\nIts clerk told reporters that the work had begun at the lock.\n"
    )
    article = read(Document(text.encode(), text, "headline.txt", "text"))
    assert article.title == headline
