"""What one article says of one entity."""

from __future__ import annotations

import pytest
from reports import report

from corpus.appearing import Appearance, appearance, speaks
from corpus.article import Article, Entity, EntityType, Mention, Names

TEXT = report(
    """Transport minister Ines Varga came to Port Calder. Tomas Reyl did not.
"We will not reopen the route," Varga said. Ines Varga's office was dark.
Tomas Reyl said that Varga was late."""
)


def entity(key: str, name: str, *spellings: str) -> Entity:
    kind: EntityType = "place" if key.startswith("place") else "person"
    taken: list[tuple[int, int, int]] = []
    for spelling in spellings:
        for number, paragraph in enumerate(TEXT.paragraphs):
            start = paragraph.text.find(spelling)
            while start >= 0:
                end = start + len(spelling)
                if not any(n == number and a < end and b > start for n, a, b in taken):
                    taken.append((number, start, end))
                start = paragraph.text.find(spelling, end)
    mentions = [Mention("body", n, a, b, TEXT.paragraphs[n].text[a:b]) for n, a, b in sorted(taken)]
    return Entity(key, name, kind, tuple(mentions), (("Varga", "the surname alone"),))


VARGA = entity("person:ines varga", "Ines Varga", "Ines Varga's", "Ines Varga", "Varga")
NAMES = Names(
    "test",
    (VARGA, entity("person:tomas reyl", "Tomas Reyl", "Tomas Reyl"),
     entity("place:port calder", "Port Calder", "Port Calder")),
    ((0, "person:ines varga"), (1, "person:tomas reyl")),
)  # fmt: skip


def said(article: Article, sentence: int) -> str:
    return article.sentence_text(article.sentences[sentence])


def of(key: str) -> Appearance:
    return appearance(TEXT, NAMES, key)


def test_every_mention_knows_its_sentence_its_spelling_and_what_stands_at_it() -> None:
    found = of("person:ines varga")
    assert [one.spelling for one in found.named] == ["Ines Varga", "Varga", "Ines Varga", "Varga"]
    assert all(one.spelling.split()[-1] in said(TEXT, one.sentence) for one in found.named)
    assert found.named[0].form == "Transport minister Ines Varga"
    assert found.role == "Transport minister"
    assert found.why == (("Varga", "the surname alone"),)


def test_what_it_says_stands_apart_from_what_others_say() -> None:
    (quotation,) = of("person:ines varga").said
    assert (quotation.kind, quotation.words) == ("direct", 6)
    assert quotation.text in said(TEXT, quotation.sentence)
    (report_of,) = of("person:tomas reyl").said
    assert report_of.kind == "indirect"


def test_who_is_named_beside_it_is_told_with_the_sentences_that_name_both() -> None:
    beside = {one.name: one.sentences for one in of("person:ines varga").beside}
    assert [said(TEXT, n) for n in beside["Port Calder"]] == [
        "Transport minister Ines Varga came to Port Calder."
    ]
    assert [said(TEXT, n) for n in beside["Tomas Reyl"]] == ["Tomas Reyl said that Varga was late."]


def test_an_article_that_does_not_name_it_says_nothing_of_it() -> None:
    assert of("person:nobody") == Appearance((), (), None, (), ())


@pytest.mark.parametrize(
    ("said_by", "surely"),
    [
        ("Quill Council", True),
        ("spokesman for the Quill Council", True),
        ("senior Quill Council official", True),
        ("the Quill Council’s lawyers", True),
        ("fellow at the Quill Council", False),
        ("her Quill Council account", False),
        ("Quill Council supporters", False),
        (None, True),
    ],
)
def test_a_body_speaks_itself_or_through_who_speaks_for_it(
    said_by: str | None, *, surely: bool
) -> None:
    body = Entity("organisation:quill council", "Quill Council", "organisation", ())
    assert speaks(said_by, body) == surely
