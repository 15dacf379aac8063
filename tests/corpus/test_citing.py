"""Which agencies a paragraph cites, and what only has an agency's name."""

from __future__ import annotations

import pytest

from corpus.article import Document
from corpus.citing import cited_in
from corpus.crediting import copied_from, credits
from corpus.reading import read


@pytest.mark.parametrize(
    ("paragraph", "cited"),
    [
        ("The gate was shut, the AP reported.", ["AP"]),
        ("The gate, Reuters reports, was shut.", ["Reuters"]),
        ("But the Associated Press reported on Friday that it was shut.", ["AP"]),
        ("Reuters has since reported that the gate was shut.", ["Reuters"]),
        ("As the AP puts it: “The gate was shut.”", ["AP"]),
        ("The AP on Monday quoted the mayor.", ["AP"]),
        ("The Associated Press, citing a guard, has it shut.", ["AP"]),
        ("The AP's Ada Moreno pointed out that it was shut.", ["AP"]),
        ("An AP investigation found the gate shut.", ["AP"]),
        ("“It froze,” the mayor told Reuters news agency.", ["Reuters"]),
        ("In an interview with The Associated Press, the mayor laughed.", ["AP"]),
        ("Guards who spoke to AFP laughed.", ["AFP"]),
        ("The letter obtained by The Associated Press is short.", ["AP"]),
        ("The gate was shut, according to Austria's TASS news agency.", ["TASS"]),
        ("The mayor revealed to the Interfax news agency what froze.", ["Interfax"]),
        ("Anadolu quoted a guard as saying that it froze.", ["Anadolu Agency"]),
        ("From AP:", ["AP"]),
        ("As Bloomberg reported in May, it froze.", ["Bloomberg"]),
        ("The sale was first reported by Bloomberg.", ["Bloomberg"]),
        ("The gate was shut for Moore, Bloomberg reported.", ["Bloomberg"]),
        ("He told AP on Friday that it froze.", ["AP"]),
        ("“It froze,” the guard told AFP by phone.", ["AFP"]),
        ("The list released by the SANA news agency is short.", ["SANA"]),
        ("The list released by state news agency IRNA is short.", ["IRNA"]),
        ("The guard told SANA that it froze.", ["SANA"]),
        ("His words were carried by IRNA.", ["IRNA"]),
        ("Guards told the AP planks had frozen.", ["AP"]),
        ("It was the third gate, according to AP data.", ["AP"]),
    ],
)
def test_whose_report_or_answer_is_told_is_cited(paragraph: str, cited: list[str]) -> None:
    assert cited_in(paragraph) == cited


@pytest.mark.parametrize(
    "paragraph",
    [
        "A Reuters/Ipsos poll of the island came out.",
        "An exit poll held on the quay for The Associated Press was short.",
        "According to the AP's poll they were glad.",
        "The gate after the storm. Karl Voss/AP",
        "The gate after the storm (AP Photo).",
        "AP photographer Karl Voss was there.",
        "Michael Bloomberg reported that he had won.",
        "Bloomberg said that he would run.",
        "An AP class reported high marks.",
        "The office did not answer to requests by Reuters.",
        "Ada Moreno of the Reuters Institute said so.",
        "He joined the Associated Press in May.",
        "The mayor spoke to AP students.",
        "The article by AP history teachers is long.",
        "The cloth was made by SANA, which weaves on the quay.",
        "The president of the Associated Press said it hired him.",
    ],
)
def test_a_name_alone_a_poll_and_a_picture_cite_nobody(paragraph: str) -> None:
    assert cited_in(paragraph) == []


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("He told AP on Friday. The gate was on a photo (AP) in the hall.", ("AP",)),
        ("Police (AP) stood there. The AP reported it.", ("AP",)),
        ("Boats passed (AFP). The AFP reported it.", ("AFP",)),
        ("The Aldmere Pilots (AP) met. The AP reported a loss.", ()),
        ("Anglers for Ponds (AFP) met. The AFP reported a loss.", ()),
    ],
)
def test_letters_are_anothers_only_where_his_words_begin_with_them(
    text: str, agencies: tuple[str, ...]
) -> None:
    body = f"Gate shut\n\nBy Ada Moreno\n\n{text} Nobody in the harbour knew why it was so."
    article = read(Document(data=body.encode(), text=body, path="a.txt", format="text"))
    assert article.agencies == agencies


def test_who_is_cited_is_not_whose_copy_an_article_carries() -> None:
    text = (
        "Gate shut\n\nBy Ada Moreno\n\nThe gate was shut on Monday, the AP reported, and nobody in "
        "the harbour knew why it had been left so.\n\nThe mayor came later and opened it again."
    )
    document = Document(data=text.encode(), text=text, path="a.txt", format="text")
    article = read(document)
    assert article.agencies == ("AP",)
    assert credits(article) == ()
    assert copied_from(article) is None
