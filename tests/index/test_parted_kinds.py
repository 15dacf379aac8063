"""A spelling that a person parted from a name is of the kind that its own mentions give it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from newsroom import coming_in

from corpus.article import Document, Entity, EntityType, Mention, Names, Quotation, Stated
from corpus.entities.own_kind import own_kind
from index.archive import Archive
from index.decided_names import parted
from index.judgements import signed
from index.reports import Judgement

TEXT = (
    "Ada Quellport came late. The ferry left Quellport, a port in the south, at noon, and in "
    "Quellport nobody knew why."
)


def names_of(archive: Archive, full_id: str, name: str, *spellings: str) -> Names:
    """One person, with every place where one of the spellings stands."""
    article = archive.get(full_id).article
    within, number, text = next(found for found in article.texts() if name in found[2])
    mentions: list[Mention] = []
    for spelling in (name, *spellings):
        at = text.find(spelling)
        while at >= 0:
            if not any(m.start <= at < m.end for m in mentions):
                mentions.append(Mention(within, number, at, at + len(spelling), spelling))
            at = text.find(spelling, at + 1)
    return Names("m", (Entity(f"person:{name.lower()}", name, "person", tuple(mentions)),))


def holding(path: Path, text: str) -> tuple[Archive, str]:
    archive = Archive.open(path / "archive", create=True)
    stated = Stated(title=("The ferry was late", "field"))
    archive.add(coming_in(Document(text.encode(), text, "a.jsonl#1", "jsonl", stated)))
    return archive, next(row.id for row in archive.newest())


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    made, one = holding(tmp_path, TEXT)
    with made:
        made.store_names({one: names_of(made, one, "Ada Quellport", "Quellport")})
        yield made


def told(archive: Archive) -> dict[str, list[str]]:
    kept = archive.get(next(row.id for row in archive.newest())).names
    return {e.key: [m.text for m in e.mentions] for e in (kept.entities if kept else ())}


TWO = {"person:ada quellport": ["Ada Quellport"], "place:quellport": ["Quellport", "Quellport"]}


def test_a_town_parted_from_a_person_is_a_place(archive: Archive) -> None:
    before = told(archive)
    archive.names().part("Ada Quellport", "Quellport", author="Bo")
    assert told(archive) == TWO
    assert archive.search("place:Quellport").total == 1
    assert archive.search('person:"Quellport"').total == 1  # Ada
    assert archive.check() == []
    archive.undo()
    assert told(archive) == before
    assert archive.search("place:Quellport").total == 0
    assert archive.check() == []


def test_in_one_article_too(archive: Archive) -> None:
    one = next(row.id for row in archive.newest())
    archive.names().part("Ada Quellport", "Quellport", article=one)
    assert told(archive) == TWO
    (decision,) = archive.get(one).decisions
    assert decision.fits
    assert archive.check() == []


def test_what_was_decided_about_its_kind_before_still_holds(archive: Archive) -> None:
    one = next(row.id for row in archive.newest())
    archive.names().part("Ada Quellport", "Quellport", article=one)
    moment = "2021-01-01T10:00:00.000000Z"
    draft = Judgement("", moment, "Ann", one, "name_type", "group", "person:quellport")
    archive.apply([signed(draft)])
    assert set(told(archive)) == {"person:ada quellport", "group:quellport"}
    assert archive.check() == []


def test_where_nothing_says_otherwise_it_keeps_the_kind_of_the_name(tmp_path: Path) -> None:
    made, one = holding(tmp_path, "Ada Quellen came late. They asked Quellen nothing.")
    with made:
        made.store_names({one: names_of(made, one, "Ada Quellen", "Quellen")})
        made.names().part("Ada Quellen", "Quellen")
        assert told(made) == {"person:ada quellen": ["Ada Quellen"], "person:quellen": ["Quellen"]}


@pytest.mark.parametrize(
    ("text", "had", "kind"),
    [
        ("They met in ⟦Quellen⟧ at noon.", "person", "place"),
        ("Shares in ⟦Quellen⟧ fell.", "person", "organisation"),
        ("They flew to ⟦Norway⟧.", "person", "place"),
        ("They left when ⟦Quellen⟧ said that it was late.", "place", "person"),
        ("They say that ⟦Quellen⟧ was born at sea.", "organisation", "person"),
        ("They sued ⟦Quellen Holdings⟧.", "person", "organisation"),
        ("They sang of ⟦Quellen⟧.", "work", "work"),
    ],
)
def test_the_words_beside_it_and_its_own_say_the_kind(
    tmp_path: Path, text: str, had: EntityType, kind: str
) -> None:
    start, end = text.index("⟦"), text.index("⟧") - 1
    text = text.replace("⟦", "").replace("⟧", "")
    made, one = holding(tmp_path, f"{text} It was the talk of the town for a week.")
    with made:
        article = made.get(one).article
        place = next((w, n, t) for w, n, t in article.texts() if text in t)
        at = place[2].index(text)
        mention = Mention(place[0], place[1], at + start, at + end, text[start:end])
        assert own_kind(article, [mention], had) == kind


def test_a_place_that_was_parted_speaks_nothing() -> None:
    mention = Mention("body", 0, 10, 19, "Quellport")
    whole = Mention("body", 0, 30, 43, "Ada Quellport")
    ada = Entity("person:ada quellport", "Ada Quellport", "person", (mention, whole))
    names = Names("m", (ada,), ((0, ada.key),))
    said = Quotation("body", 0, 0, 5, "So.", "direct", "Quellport", "said", True)
    pair = {(ada.key, "person:quellport"): "Bo"}
    assert parted(names, (said,), pair, lambda *_: "place").speakers == ()
    assert parted(names, (said,), pair, lambda *_: "person").speakers == ((0, "person:quellport"),)
