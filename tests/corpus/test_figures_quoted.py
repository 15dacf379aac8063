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


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("“We came to the quay today to shut its doors for good,” Lena Orlova said.", False),
        ("Lena Orlova came to the quay today to shut its doors for good, the council said.", True),
        ("“We came to the quay on Tuesday to shut its doors,” Lena Orlova said.", True),
    ],
)
def test_today_in_somebodys_words_is_not_surely_the_papers_day(text: str, sure: bool) -> None:
    page = f"{OPENING}{text}\n\nNobody else came to the quay, and the gulls had it to themselves.\n"
    whole = f"Island Post\nMarch 14, 2031\n\n{page}"
    article = read(Document(whole.encode(), whole, "quay.txt", "text"))
    days = [one for one in article.figures if one.kind == "date" and one.unit == "day"]
    assert [one.sure for one in days if one.text.lower() in ("today", "tuesday", "on tuesday")] == [
        sure
    ]


def test_a_month_under_a_picture_is_not_surely_of_the_papers_year() -> None:
    paragraphs = (Paragraph("The quay in May, before it was shut.", "caption", None),)
    found = figures([("body", 0, paragraphs[0].text)], "2031-06-14")
    assert [(one.text, one.sure) for one in doubted(found, (), captions_of(paragraphs))] == [
        ("May", False)
    ]
    assert [one.sure for one in doubted(found, ())] == [True]


def test_an_article_of_another_day_keeps_its_doubts() -> None:
    text = f"{OPENING}“We came to the quay today to shut its doors for good,” Lena Orlova said.\n"
    whole = f"Island Post\nMarch 14, 2031\n\n{text}"
    article = dated(read(Document(whole.encode(), whole, "quay.txt", "text")), "2031-03-15")
    (day,) = [one for one in article.figures if one.text == "today"]
    assert (day.iso, day.sure) == ("2031-03-15", False)
