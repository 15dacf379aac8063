"""Within quotation marks a day is told by whoever speaks, on the day of speaking."""

from __future__ import annotations

import pytest

from corpus.article import Document, Paragraph
from corpus.figures import figures
from corpus.figures.quoted import doubted
from corpus.reading import captions_of, dated, read

OPENING = (
    "Quay shut\n\nThe council met in Aldmere on the matter of the northern quay and its doors.\n\n"
)
SAID = ("today", "tuesday", "on tuesday", "last night")


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("“We came to the quay today to shut its doors for good,” Lena Orlova said.", False),
        ("Lena Orlova came to the quay today to shut its doors for good, the council said.", True),
        ("“We came to the quay on Tuesday to shut its doors,” Lena Orlova said.", False),
        ("“We came to the quay last night to shut its doors,” Lena Orlova said.", False),
        ("Lena Orlova came to the quay last night to shut its doors for good.", True),
        ("Lena Orlova came to the quay on Tuesday to shut its doors for good.", True),
    ],
)
def test_today_in_somebodys_words_is_not_surely_the_papers_day(text: str, sure: bool) -> None:
    page = f"{OPENING}{text}\n\nNobody else came to the quay, and the gulls had it to themselves.\n"
    whole = f"Island Post\nMarch 14, 2031\n\n{page}"
    article = read(Document(whole.encode(), whole, "quay.txt", "text"))
    days = [one for one in article.figures if one.kind == "date" and one.unit == "day"]
    assert [one.sure for one in days if one.text.lower() in SAID] == [sure]


def test_a_month_under_a_picture_is_not_surely_of_the_papers_year() -> None:
    paragraphs = (Paragraph("The quay in May, before it was shut.", "caption", None),)
    found = figures([("body", 0, paragraphs[0].text)], "2031-06-14")
    assert [(one.text, one.sure) for one in doubted(found, (), captions_of(paragraphs))] == [
        ("May", False)
    ]
    assert [one.sure for one in doubted(found, ())] == [True]


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("The quay on June 20, before it was shut.", False),
        ("The quay on Friday, June 20, before it was shut.", True),
        ("The quay on June 20, 2029, before it was shut.", True),
        ("The quay was shut on Friday.", True),
        ("The quay will be shut on Sunday.", False),
        ("The quay was shut last year.", False),
    ],
)
def test_a_date_under_a_picture_needs_its_year_or_its_weekday(text: str, sure: bool) -> None:
    caption = Paragraph(text, "caption", None)
    published = "2031-06-14"
    found = figures([("body", 0, text)], published)
    (one,) = doubted(found, (), captions_of((caption,)), published)
    assert one.sure is sure
    if sure:
        assert all(it.sure for it in doubted(found, (), (), published))


def test_of_tonight_and_last_night_in_one_text_neither_is_sure() -> None:
    texts = [("The mayor spoke tonight in Aldmere.", True)]
    texts.append(
        ("The mayor spoke tonight in Aldmere. She had been at the quay last night.", False)
    )
    for text, sure in texts:
        found = figures([("body", 0, text)], "2031-06-14")
        assert {one.sure for one in doubted(found, ())} == {sure}


def test_an_article_of_another_day_keeps_its_doubts() -> None:
    text = f"{OPENING}“We came to the quay today to shut its doors for good,” Lena Orlova said.\n"
    whole = f"Island Post\nMarch 14, 2031\n\n{text}"
    article = dated(read(Document(whole.encode(), whole, "quay.txt", "text")), "2031-03-15")
    (day,) = [one for one in article.figures if one.text == "today"]
    assert (day.iso, day.sure) == ("2031-03-15", False)
