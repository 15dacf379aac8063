"""Within quotation marks a day is told by whoever speaks, on the day of speaking."""

from __future__ import annotations

import pytest

from corpus.article import Document
from corpus.reading import read

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
