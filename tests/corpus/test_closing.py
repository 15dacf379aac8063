"""What closes an article without being text of it, and the signatures of posts within it."""

from __future__ import annotations

import pytest

from corpus.cleaning import blocks_of, clean
from corpus.cleaning.posts import is_signature

TITLE = "Ferry sails again after the storm"
BODY = (
    "The ferry between Lindholm and the northern islands sailed again on Tuesday, four months "
    "after a storm had damaged the pier.",
    "The company said that parts for the engine had come late, and that a second boat was not "
    "planned before the summer.",
    "Islanders had asked the government for help, but no answer had come by the weekend, they "
    "said, and Lena Orlova of the harbour office had not called.",
)


def _roles(*lines: str) -> dict[str, tuple[str, str]]:
    blocks = blocks_of("\n\n".join(lines))
    clean(blocks)
    return {block.whole: (block.role, block.why) for block in blocks}


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Ann Lee is a columnist for the Island Post.", "noise"),
        ("— Ann Lee is the Island Post’s roving correspondent.", "noise"),
        ("Ann Lee and Bo Sand are reporters for the Island Post.", "noise"),
        ("• Ann Lee, a former judge, is a senior fellow at the Harbour Institute.", "noise"),
        ("Ann Lee writes about ships. Her book is called “The Pier”.", "noise"),
        ("Write to Ann Lee at ann.lee@post.example", "noise"),
        ("Harbour Board: https://board.example/ships", "noise"),
        ("Information from: Lindholm Courier, http://courier.example", "credit"),
        ("Got a tip? Reach the desk at tips@post.example or on Twitter @islandpost.", "noise"),
        ("Ann Lee can be reached at ann.lee@post.example", "noise"),
        ("*This article appears in the May 3, 2031, issue of the Island Post.", "noise"),
        ("This piece is also featured in the Harbour Review.", "noise"),
        ("• This article was amended on 3 May 2031 to correct a name.", "noise"),
        ("--This report was updated at 11:48 a.m.", "noise"),
        ("This story has been updated with additional developments.", "noise"),
        ("• This article is based in part on wire service reports.", "credit"),
    ],
)
def test_what_closes_an_article_is_no_text_of_it(line: str, role: str) -> None:
    assert _roles(TITLE, *BODY, line)[line][0] == role


@pytest.mark.parametrize(
    "line",
    [
        "Lena Orlova is a director of the harbour office.",  # the text speaks of her
        "“Ann Lee is a reporter,” the mayor said.",
        "Ann Lee said that she is a reporter and was on board when the storm came.",
        "This story is not over yet, the islanders say, and they have waited long enough.",
        "The company wants to hear from the islanders.",
        "Contact with the ferry was lost in the storm.",
    ],
)
def test_the_last_sentence_of_the_text_stays(line: str) -> None:
    assert _roles(TITLE, *BODY, line)[line][0] == "body"


def test_such_a_line_within_the_text_stays() -> None:
    line = "Ann Lee is a reporter for the Island Post."
    assert _roles(TITLE, BODY[0], line, *BODY[1:])[line][0] == "body"


def test_several_closing_lines_go_together() -> None:
    lines = ("Ann Lee is an editor of the Island Post.", "This story has been updated.")
    roles = _roles(TITLE, *BODY, *lines)
    assert [roles[line][0] for line in (*BODY, *lines)] == [*["body"] * 3, *["noise"] * 2]


@pytest.mark.parametrize(
    "signature",
    ["— Ann Lee (@annlee) May 3, 2031", "Ann Lee (@ann_lee) 3 May 2031", "- Ann Lee (@annlee)"],
)
def test_who_wrote_a_quoted_post_stays_under_it(signature: str) -> None:
    assert is_signature(signature)
    roles = _roles(
        TITLE, BODY[0], "No ferry today. Stay at home, all of you.", signature, *BODY[1:]
    )
    assert roles[signature][0] == "body"


def test_a_post_that_opens_an_article_gives_it_no_day() -> None:
    signature = "— Ann Lee (@annlee) May 3, 2031"
    assert _roles(TITLE, signature, *BODY)[signature][0] == "body"


@pytest.mark.parametrize(
    "line", ["Follow Ann Lee on Twitter: @annlee", "Ann Lee, Island Post", "(@annlee) May 3, 2031"]
)
def test_other_lines_are_no_signatures(line: str) -> None:
    assert not is_signature(line)


def test_addresses_under_their_heading_are_no_text() -> None:
    roles = _roles(TITLE, *BODY, "Online:", "Harbour Board: http://board.example")
    assert roles["Online:"] == ("noise", "says where to read more")
    assert roles[BODY[-1]][0] == "body"


LINKS = (
    "Island school wins a prize for its orchard of old apples",
    "A man missed the boat four times. Then he swam.",
    "Pilots’ union will not say who sold the lighthouse",
)


def test_headlines_behind_read_more_are_other_articles() -> None:
    roles = _roles(TITLE, *BODY, "Read more:", *LINKS)
    assert [roles[line][0] for line in LINKS] == ["related"] * 3
    assert [roles[line][0] for line in BODY] == ["body"] * 3


@pytest.mark.parametrize(
    "goes_on",
    [
        "The board meets again on Friday, and the islanders want to know by then when the second "
        "boat will come, what it will cost, and who is to pay for the pier.",
        "“We wait until the board has told us who is to pay for it, and then we wait again,” he "
        "said. “It was always so.”",
    ],
)
def test_text_behind_read_more_goes_on(goes_on: str) -> None:
    assert _roles(TITLE, *BODY, "Read more:", goes_on)[goes_on][0] == "body"


def test_a_line_with_an_attribution_in_single_marks_is_no_pull_quote() -> None:
    named = "'We are sorry for what passed on this boat,' Orlova told the Post. 'We take care.'"
    bare = "Harbour office: 'We are sorry for what passed on this boat. We take care.'"
    assert _roles(TITLE, *BODY, bare, named)[named][0] == "body"
