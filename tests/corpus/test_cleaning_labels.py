"""Lines that say what they are: captions with a label or a credit, links, calls, and who wrote."""

from __future__ import annotations

import pytest

from corpus.article import Document, Stated
from corpus.reading import read

BODY = "The ferry to the northern islands sailed again on Tuesday, four months after the storm."
MORE = "The company said that parts for the engine had come late, and that all went well now."
LAST = "Islanders had asked the government for help, but no answer had come by the weekend."


def role(line: str, *, first: bool = False) -> str:
    """The role of a line among the paragraphs of an article whose title is stated."""
    lines = [line, BODY, MORE, LAST] if first else [BODY, line, MORE, LAST]
    text = "\n\n".join(lines)
    stated = Stated(("Ferry sails again after the storm", "field"))
    article = read(Document(text.encode(), text, "ferry.jsonl#1", "jsonl", stated))
    kept = [p.role for p in article.paragraphs if p.text == line]
    return (kept or [r.role for r in article.removed if r.text == line])[0]


@pytest.mark.parametrize(
    "line",
    [
        "(FILE PHOTO) Ann Bell leaves the harbour office.",
        "FILE PHOTO: Ann Bell in Aldmere.",
        "FILE - Ann Bell leaves the harbour office in Aldmere.",
        "(FILE) The ferry Petrel at the quay in May.",
        "The ferry Petrel lies at the quay in Aldmere, May 3, 2031. REUTERS/Otto Brandis",
        "Captain Varga on the bridge of the Petrel in Aldmere, in 2031. (Otto Brandis/Reuters)",
        "CLOSE Captain Ines Varga shows what the storm did to the pier in Aldmere. HARBOUR TV",
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_a_line_with_a_label_or_a_credit_is_a_caption(line: str, first: bool) -> None:
    assert role(line, first=first) == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "( Full results of the harbour vote)",
        "( FERRYMAN's guide to the islands)",
        "Full Coverage: The storm",
        "Should the ferry sail in winter? Vote Here Now",
        "Urgent: Should the ferry sail in winter? Vote in Harbour Poll",
        "Play Facebook",
        "Urgent:",
        "Read the Harbour's new Flipboard magazine.",
        "TRENDING: Man finds his boat again in the neighbour's garden after the storm",
        "Related Video The captain explains what the storm did to the pier and to the boats there.",
        "Related Coverage Islanders demand a second boat",
        "Read more from the harbour office on the cost of the repairs.",
        "This article tagged under: Ferries",
        "More:Why did nobody mend the pier before the storm came over the islands in autumn?",
        "Ferry inquiry:What the captain knew",
        "Story continues",
        "x Embedded Content",
        "Editor's note: As a public service, the Gazette has opened all that it tells of storms.",
        "Support local journalism. Subscribe to the Gazette today. See offers.",
        "For more on the storm, follow Ann Bell and listen to the harbour hour.",
        "Watch the harbour hour on weekdays. For the latest from the harbour hour click here.",
        "(This story was refiled to fix a name in paragraph 3)",
        "The views and opinions expressed in this commentary are those of the author.",
    ],
)
def test_links_and_calls_between_paragraphs_are_no_text(line: str) -> None:
    assert role(line) in ("noise", "related")


@pytest.mark.parametrize(
    "line",
    [
        "Ann Bell, CNN",
        "Ann Bell, Harbour Gazette",
        "Ann Bell, Reuters",
        "Ann Bell and Otto Brandis, USA TODAY",
        "Ann Bell, Harbour Gazette correspondent",
    ],
)
def test_a_first_line_with_a_name_and_an_outlet_is_a_byline(line: str) -> None:
    assert role(line, first=True) == "byline"


@pytest.mark.parametrize(
    "line",
    [
        "Close the pier, the islanders demanded, and open it again once the storm is over.",
        "More boats came to Aldmere in the afternoon, and the harbour office counted them.",
        "Related work on the pier will go on until the summer, the harbour office said.",
        "Read more, write less, the captain told the pupils who had come to see the boat.",
        "Trending up are fares, which rose by a third in the year after the storm, it said.",
        "( The captain had come late, and the boat was gone by then.) So she walked home alone.",
        "Would the islanders, she asked, vote in the ferry poll of the Harbour Gazette?",
        "Full coverage: of what the storm had done to the pier and to the boats, the whole town "
        "told the captain and the harbour office, and nobody was left out of it in the end.",
        "Photographs of the pier were shown to Otto Brandis, who knew it (he is from there).",
        "Ann Bell, the captain's daughter, stood on the pier and waved until the boat was gone.",
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_a_sentence_that_only_sounds_so_is_text(line: str, first: bool) -> None:
    assert role(line, first=first) == "body"


def test_how_a_transcript_was_made_is_no_part_of_what_was_said() -> None:
    note = "NPR transcripts are created on a rush deadline by a firm, and may be put right later."
    assert role(note) != "body"
    assert role("Transcripts were made of what the captain said on a rush deadline.") == "body"


@pytest.mark.parametrize(
    "line",
    [
        "Getty - Contributor The ferry lies at the pier of Lindholm",
        "AFP or licensors Islanders wait at the pier",
        "AFP or licensors",
        "Barcroft Media The pier after the storm",
        "Barcroft Media",
        "AP:Associated Press The pier was closed all winter, the company says",
        "Usa Today Sports Rowers of Lindholm cheer at the pier.",
        "Facebook Twitter Pinterest The ferry at the pier of Lindholm on Tuesday",
    ],
)
def test_a_line_that_opens_with_an_agency_or_a_picture_s_buttons_is_a_caption(line: str) -> None:
    assert role(line) == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "Barcroft Media said on Tuesday that its pictures of the storm had been sold to a paper.",
        "Barcroft Media Ltd sold its pictures of the storm to a paper of the islands on Tuesday.",
        "Usa Today Sports The rowers cheer. The race had been put off twice, and nobody knew why.",
        "Facebook, Twitter and Pinterest took the pictures of the storm down on Tuesday night.",
    ],
)
def test_a_sentence_about_an_agency_stays_text(line: str) -> None:
    assert role(line) == "body"


def test_the_buttons_alone_and_the_note_of_a_transcript_are_furniture() -> None:
    assert role("Facebook Twitter Pinterest") == "noise"
    note = "NPR transcripts are created on a rush deadline by a contractor. " + 4 * (
        "This text may not be final and may be changed. "
    )
    assert role(note.strip()) == "noise"


def test_a_line_in_brackets_that_leads_elsewhere_is_a_link() -> None:
    assert role("[Believe it: The ferry sails again after the longest winter]") != "body"
    assert role("[Graphic: The islands after the storm, pier by pier]") == "noise"
    assert role("[Believe it: The ferry sails again after the longest winter]") == "noise"
