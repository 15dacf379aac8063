"""Pieces of the page inside a paragraph: set aside one by one, and the sentence reads on."""

from __future__ import annotations

import pytest

from corpus.article import Article, Document
from corpus.cleaning.insertions import insertions
from corpus.reading import read

OPENING = (
    "The harbour council met on Monday to hear why the ferry had stayed in port for a week, "
    "and most of the seats in the old hall were taken by noon."
)
CLOSING = "The council will vote on the repair of the pier before the end of the month."
LINKS = "Harbour council delays vote on pier Ferry sails again at last Orlova: 'We will wait' MORE"


def _read(*lines: str, roles: dict[int, str] | None = None) -> Article:
    text = "\n\n".join(("Council hears ferry owner", OPENING, *lines, CLOSING))
    return read(Document(text.encode(), text, "test", "text"), roles=roles)


@pytest.mark.parametrize(
    ("before", "full", "after"),
    [
        ("Mayor Lena Orlova", " Lena Maria Orlova", "’s plan found few friends on Monday."),
        ("Mayor Lena Orlova", "Lena Orlova", ", who came late, asked for a second vote."),
        ("Ms. Orlova", " Lena (Leni) Maria Orlova", " (I-Harbour) asked for a second vote."),
        ("Said Leni Orlova", " Magdalena (Leni) Maria Orlova ", " had asked for a second vote."),
        ("Judge Karl McVoss", " Karl August McVoss", " had asked for a second vote."),
        ("Rep. Bo O'Sand Jr.", " Bo Ivar O'Sand", " had asked for a second vote."),
        ("Said Lena Orlova", " Lena Maria Orlowa", " had asked for a second vote."),
    ],
)
def test_links_about_a_name_are_taken_out_of_the_sentence(
    before: str, full: str, after: str
) -> None:
    article = _read(f"{before}{full}{LINKS}{after}")
    assert [p.text for p in article.paragraphs] == [OPENING, before + after, CLOSING]
    (links,) = article.removed
    assert (links.text, links.role) == (full + LINKS, "related")
    assert (links.within, links.paragraph, links.at) == ("body", 1, len(before))
    assert "behind it" in links.why


def test_every_name_of_a_sentence_loses_its_links() -> None:
    line = (
        f"Mayor Lena Orlova Lena Maria Orlova{LINKS} and her deputy Karl Voss Karl Ivar Voss{LINKS}"
        " both asked for a second vote."
    )
    article = _read(line)
    mended = "Mayor Lena Orlova and her deputy Karl Voss both asked for a second vote."
    assert article.paragraphs[1].text == mended
    text = "\n\n".join(("Council hears ferry owner", OPENING, line, CLOSING))
    for piece in article.removed:
        assert piece.source_span is not None
        assert text[slice(*piece.source_span)] == piece.text


def test_a_place_mended_behind_pasted_links_is_named_where_it_stands() -> None:
    line = (
        f"Mayor Lena Orlova Lena Orlova{LINKS} asked for a second vote.Karl Voss agreed, he said."
    )
    article = _read(line)
    (repair,) = article.repairs
    assert repair.source_span is not None
    text = "\n\n".join(("Council hears ferry owner", OPENING, line, CLOSING))
    assert text[repair.source_span[0] :].startswith("Karl Voss agreed")
    assert "second vote. Karl Voss" in article.paragraphs[1].text


@pytest.mark.parametrize(
    "line",
    [
        "NO MORE DELAYS, said the posters that Lena Orlova held up before the council on Monday.",
        "Lena Orlova and Karl Orlova asked for MORE than the council had ever given to anybody.",
        "Those funds went to Organise and MORE, the council said, and Organise spent them all.",
        "Orlova Ferry Orlova Pier, two firms of one owner, will have to pay MORE from next year.",
    ],
)
def test_more_in_capitals_is_no_link_by_itself(line: str) -> None:
    article = _read(line)
    assert article.paragraphs[1].text == line
    assert article.removed == ()


@pytest.mark.parametrize(
    ("line", "left", "piece", "role"),
    [
        (
            "The ferry had been in port for a week. (RELATED: Ferry Owner Is Sued Again)",
            "The ferry had been in port for a week.",
            " (RELATED: Ferry Owner Is Sued Again)",
            "related",
        ),
        (
            "“We waited,” she said. (SEE ALSO: Two Boats (And A Pier)) The vote was put off again.",
            "“We waited,” she said. The vote was put off again.",
            " (SEE ALSO: Two Boats (And A Pier))",
            "related",
        ),
        (
            "The vote was put off for a week. ADVERTISEMENT Nobody in the hall had asked for that.",
            "The vote was put off for a week. Nobody in the hall had asked for that.",
            " ADVERTISEMENT",
            "noise",
        ),
        (
            "The vote was put off for a week, and the owner left. Advertisement",
            "The vote was put off for a week, and the owner left.",
            " Advertisement",
            "noise",
        ),
        (
            "Story highlights Lena Orlova says that the vote on the pier was put off for a week",
            "Lena Orlova says that the vote on the pier was put off for a week",
            "Story highlights ",
            "noise",
        ),
        (
            "He called it the best of years.”Story continues below the video:Most of them left.",
            "He called it the best of years.” Most of them left.",
            "Story continues below the video:",
            "noise",
        ),
        (
            "She writes about ports. LISTEN TO ARTICLE 4:02 SHARE THIS ARTICLE Share Post",
            "She writes about ports.",
            " LISTEN TO ARTICLE 4:02 SHARE THIS ARTICLE Share Post",
            "noise",
        ),
        (
            "The owner would not say more than that. Write to Ann Lee at ann.lee@paper.example",
            "The owner would not say more than that.",
            " Write to Ann Lee at ann.lee@paper.example",
            "noise",
        ),
    ],
)
def test_pieces_of_the_page_glued_to_a_paragraph_are_set_aside(
    line: str, left: str, piece: str, role: str
) -> None:
    article = _read(line)
    assert article.paragraphs[1].text == left
    assert [(one.text, one.role) for one in article.removed] == [(piece, role)]


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement Standards were not kept, the council found, and told the owner so.",
        "The company (photos: none; witnesses: two) has asked the council for a second vote on it.",
        "The story highlights what the council had known about the pier since the spring of 2029.",
        "Write to the council if you like, said the owner, it never answers me at any time at all.",
    ],
)
def test_words_that_pages_use_too_stay_in_their_sentences(line: str) -> None:
    assert insertions(line) == []


def test_a_label_in_front_of_a_caption_is_its_credit() -> None:
    article = _read("Image copyright Reuters Image caption The ferry has been in port for a week")
    (caption,) = (p for p in article.paragraphs if p.role == "caption")
    assert caption.text == "The ferry has been in port for a week"
    assert [(r.text, r.role) for r in article.removed] == [
        ("Image copyright Reuters Image caption ", "credit")
    ]


def test_a_line_that_a_person_judged_is_kept_with_all_that_stands_in_it() -> None:
    line = f"Mayor Lena Orlova Lena Orlova{LINKS} asked for a second vote."
    article = _read(line, roles={5: "body"})
    assert article.paragraphs[1].text == line
    assert article.removed == ()


def test_a_line_set_aside_as_a_whole_is_told_as_one() -> None:
    line = f"Read more: Mayor Lena Orlova Lena Orlova{LINKS} asks for a vote"
    article = _read(line)
    assert [(r.text, r.within) for r in article.removed] == [(line, None)]
