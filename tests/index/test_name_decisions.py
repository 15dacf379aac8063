"""What people decide about names holds in every article, is undone, and is carried elsewhere."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from newsroom import filled

from corpus.article import Entity, EntityType, Mention, Names, Quotation
from corpus.layer import SameName
from index.archive import Archive
from index.decided_names import Decided, decided, joined, parted, same_names
from index.deciding import AmbiguousName, NoSuchName
from index.judged import BadJudgement
from index.judgements import from_lines, signed, to_line
from index.reports import Judgement


def entity(name: str, *spellings: str, type: EntityType = "organisation") -> Entity:
    """An entity with a mention of each spelling, in a text of their own."""
    mentions = []
    for number, spelling in enumerate(spellings or (name,)):
        mentions.append(Mention("body", 0, number * 40, number * 40 + len(spelling), spelling))
    return Entity(f"{type}:{name.lower()}", name, type, tuple(mentions))


def mentioned(archive: Archive, full_id: str, name: str, *spellings: str) -> Entity:
    """The same, where the article has them."""
    mentions = []
    for spelling in spellings or (name,):
        within, number, text = next(
            found for found in archive.get(full_id).article.texts() if spelling in found[2]
        )
        start = text.find(spelling)
        mentions.append(Mention(within, number, start, start + len(spelling), spelling))
    return Entity(f"organisation:{name.lower()}", name, "organisation", tuple(mentions))


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """Three articles: two name the harbour office, one of them as "harbour"; one the regatta."""
    made = filled(tmp_path / "archive", 3)
    one, two, three = sorted(row.id for row in made.newest())
    office = mentioned(made, one, "harbour office", "harbour office", "harbour")
    made.store_names({one: Names("m", (office,))})
    made.store_names({two: Names("m", (mentioned(made, two, "harbour"),))})
    made.store_names({three: Names("m", (mentioned(made, three, "Regatta"),))})
    return made


def found(archive: Archive, query: str) -> int:
    return archive.search(query).total


def test_a_merged_name_is_found_counted_and_shown_under_the_other(archive: Archive) -> None:
    with archive:
        two = sorted(row.id for row in archive.newest())[1]
        state = archive.status().state
        made = archive.names().merge("regatta", "harbour office", author="Ann")
        assert made is not None
        assert (made.field, made.value, made.target) == (
            "name_merge",
            "organisation:regatta",
            "organisation:harbour office",
        )
        assert found(archive, 'organisation:"harbour office"') == 2
        assert found(archive, "organisation:regatta") == 2
        counted = archive.search("*", facets=True).facets["organisation"]
        assert counted == (("harbour office", 2), ("harbour", 1))
        three = sorted(row.id for row in archive.newest())[2]
        (shown,) = (archive.get(three).names or Names("")).entities
        assert (shown.key, shown.name) == ("organisation:harbour office", "harbour office")
        assert shown.why == (("Regatta", "merged by Ann"),)
        assert (archive.get(two).names or Names("")).entities[0].key == "organisation:harbour"
        assert archive.status().state != state
        assert archive.check() == []
        assert archive.names().merge("organisation:regatta", "harbour office") is None
        archive.undo()
        assert found(archive, 'organisation:"harbour office"') == 1
        assert archive.search("*", facets=True).facets["organisation"] == (
            ("harbour", 1),
            ("harbour office", 1),
            ("Regatta", 1),
        )
        assert archive.check() == []


def test_nothing_is_indexed_anew_for_a_merge(archive: Archive) -> None:
    with archive:
        before = archive._engine().last_seq()
        archive.names().merge("regatta", "harbour office")
        assert archive._engine().last_seq() == before
        assert not archive._records.has_changed(before)


def test_a_parted_spelling_is_a_name_of_its_own_in_all_articles(archive: Archive) -> None:
    with archive:
        one = min(row.id for row in archive.newest())
        archive.names().part("harbour office", "harbour", author="Bo")
        office, harbour = (archive.get(one).names or Names("")).entities
        assert [mention.text for mention in office.mentions] == ["harbour office"]
        assert harbour.key == "organisation:harbour"
        assert dict(harbour.why) == {"harbour": "parted by Bo from harbour office"}
        assert found(archive, 'organisation:"harbour"') == 2
        assert archive.check() == []
        archive.undo()
        assert found(archive, 'organisation:"harbour"') == 1
        assert len((archive.get(one).names or Names("")).entities) == 1
        assert archive.check() == []


def test_a_spelling_can_be_parted_in_one_article_only(archive: Archive) -> None:
    with archive:
        one, _, three = sorted(row.id for row in archive.newest())
        archive.names().part("harbour office", "harbour", article=three)
        assert len((archive.get(one).names or Names("")).entities) == 1
        archive.names().part("harbour office", "harbour", article=one[:12])
        assert len((archive.get(one).names or Names("")).entities) == 2
        assert [j.article for j in archive.judgements()] == [three, one]


def test_what_is_recognised_later_is_parted_too(archive: Archive) -> None:
    with archive:
        one = min(row.id for row in archive.newest())
        archive.names().part("harbour office", "harbour")
        office = mentioned(archive, one, "harbour office", "harbour office", "harbour")
        archive.store_names({one: Names("m2", (office,))})
        assert found(archive, 'organisation:"harbour"') == 2
        assert (
            len(archive.shown_names(archive.get(one).article, Names("m2", (office,))).entities) == 2
        )


def test_parting_takes_a_merge_back_and_merging_a_parting(archive: Archive) -> None:
    with archive:
        names = archive.names()
        names.merge("harbour", "harbour office")
        assert found(archive, 'organisation:"harbour office"') == 2
        names.part("harbour office", "harbour")
        assert found(archive, 'organisation:"harbour office"') == 1
        names.merge("harbour", "harbour office")
        assert found(archive, 'organisation:"harbour office"') == 2
        assert archive.check() == []


def test_decisions_about_names_are_carried_to_another_archive(
    archive: Archive, tmp_path: Path
) -> None:
    with archive, filled(tmp_path / "b", 3) as other:
        one, _, three = sorted(row.id for row in archive.newest())
        archive.names().merge("regatta", "harbour office")
        archive.names().part("harbour office", "harbour", article=one)
        lines = [to_line(judgement) for judgement in archive.judgements()]
        assert other.apply(from_lines(lines)) == (2, 0)
        assert other.apply(from_lines(lines)) == (0, 2)
        office = mentioned(other, one, "harbour office", "harbour office", "harbour")
        other.store_names({one: Names("m", (office,))})
        other.store_names({three: Names("m", (mentioned(other, three, "Regatta"),))})
        assert found(other, "organisation:regatta") == 2
        assert len((other.get(one).names or Names("")).entities) == 2
        assert other.check() == []


def test_names_are_asked_for_as_they_are_written_or_by_key(archive: Archive) -> None:
    with archive:
        names = archive.names()
        assert names.key_of("Harbour Office") == "organisation:harbour office"
        assert names.key_of("organisation:regatta") == "organisation:regatta"
        with pytest.raises(NoSuchName, match="No article names"):
            names.key_of("lighthouse")
        three = max(row.id for row in archive.newest())
        both = mentioned(archive, three, "Regatta")
        place = Entity("place:regatta", "Regatta", "place", both.mentions)
        archive.store_names({three: Names("m", (both, place))})
        with pytest.raises(AmbiguousName, match="place:regatta"):
            names.key_of("regatta")


def test_names_are_listed_with_what_stands_for_them(archive: Archive) -> None:
    with archive:
        archive.names().merge("harbour", "harbour office", author="Ann")
        listed = archive.names().like("harbour")
        assert [(one.key, one.articles) for one in listed] == [("organisation:harbour office", 2)]
        assert listed[0].others == (("organisation:harbour", "merged by Ann", 1),)
        assert len(archive.names().like("")) == 2


@pytest.mark.parametrize(
    ("field", "target", "value"),
    [
        ("name_merge", "organisation:regatta", "organisation:regatta"),
        ("name_merge", "regatta", "organisation:harbour"),
        ("name_merge", "organisation:Regatta", "organisation:harbour"),
        ("name_merge", "organisation:regatta", None),
        ("name_part", "organisation:regatta", " "),
        ("outlet_alias", "", "Quay Herald"),
        ("outlet_alias", "Quay", " "),
    ],
)
def test_a_decision_that_means_nothing_is_refused(
    archive: Archive, field: str, target: str, value: str | None
) -> None:
    draft = Judgement("", "2021-01-01T10:00:00.000000Z", "Ann", "", field, value, target)
    with archive, pytest.raises(BadJudgement):
        archive.apply([signed(draft)])


def test_a_merge_names_no_article(archive: Archive) -> None:
    draft = Judgement(
        "", "2021-01-01T10:00:00.000000Z", "Ann", "a" * 64, "name_merge", "person:a", "person:b"
    )
    with archive, pytest.raises(BadJudgement, match="names no article"):
        archive.apply([signed(draft)])


def test_the_name_itself_cannot_be_parted_from_it(archive: Archive) -> None:
    with archive, pytest.raises(BadJudgement, match="itself"):
        archive.names().part("harbour office", "Harbour Office")


# The values


def merge(at: int, key: str, root: str) -> Judgement:
    moment = f"2021-01-01T10:00:{at:02}.000000Z"
    return signed(Judgement("", moment, "Ann", "", "name_merge", f"person:{key}", f"person:{root}"))


def test_merges_are_followed_to_their_end_in_whatever_order_they_are_read() -> None:
    made = [merge(1, "a", "b"), merge(2, "b", "c"), merge(3, "d", "b")]
    for order in permutations(made):
        roots = {one.key: one.root for one in same_names((), decided(order))}
        assert roots == {f"person:{key}": "person:c" for key in "abcd"}


def test_of_two_merges_of_one_pair_the_later_names_it() -> None:
    roots = {
        one.key: one.root
        for one in same_names((), decided([merge(1, "a", "b"), merge(2, "b", "a")]))
    }
    assert roots == {"person:a": "person:a", "person:b": "person:a"}


def test_a_circle_of_merges_is_one_name() -> None:
    made = [merge(1, "a", "b"), merge(2, "b", "c"), merge(3, "c", "a")]
    assert len({one.root for one in same_names((), decided(made))}) == 1


def test_a_parting_takes_a_name_out_of_what_was_learnt() -> None:
    learnt = [
        SameName("person:b", "person:a", "another spelling of A"),
        SameName("person:c", "person:a", "another spelling of A"),
    ]
    apart = Decided(partings=((("", "person:b", "person:c"), "Ann"),))
    roots = {one.key: one.root for one in same_names(learnt, apart)}
    assert roots == {"person:a": "person:a", "person:b": "person:a"}


def test_a_speaker_follows_a_parted_and_a_joined_name() -> None:
    names = Names(
        "m", (entity("Ann Bell", "Ann Bell", "Bell", type="person"),), ((0, "person:ann bell"),)
    )
    said = Quotation("body", 0, 0, 5, "So.", "direct", "Bell", "said", True)
    apart = parted(names, (said,), {("person:ann bell", "person:bell"): "Bo"})
    assert apart.speakers == ((0, "person:bell"),)
    same = SameName("person:ann bell", "person:anna bell", "merged by Bo")
    together = joined(names, {"person:ann bell": (same, "Anna Bell")})
    assert together.speakers == ((0, "person:anna bell"),)
    assert [one.name for one in together.entities] == ["Anna Bell"]


def test_two_names_of_one_article_become_one_with_all_mentions() -> None:
    first = entity("Ann Bell", type="person")
    second = Entity(
        "person:anna bell", "Anna Bell", "person", (Mention("title", 0, 0, 9, "Anna Bell"),)
    )
    same = SameName("person:ann bell", "person:anna bell", "merged by Bo")
    root = SameName("person:anna bell", "person:anna bell", "")
    names = joined(
        Names("m", (first, second)),
        {"person:ann bell": (same, "Anna Bell"), "person:anna bell": (root, "Anna Bell")},
    )
    (one,) = names.entities
    assert [mention.text for mention in one.mentions] == ["Anna Bell", "Ann Bell"]
    assert dict(one.why) == {"Ann Bell": "merged by Bo"}
