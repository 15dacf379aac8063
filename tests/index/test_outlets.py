"""Two outlets held against each other: when, which events, with which counts, and nothing twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from events import FERRY, MARKET, STRIKE, TITLES, shelf
from newsroom import coming_in, filled, page

from corpus.article import Document, Entity, Mention, Names, Stated
from corpus.comparison.one_event import OneEvent, one_event
from corpus.comparison.sides import Side
from corpus.coverage import Text
from corpus.coverage.passages import Sought
from index import private_cache
from index.answers import Unit
from index.archive import Archive
from index.coverage import room
from index.coverage.parties import Parties
from index.coverage.result import NoSuchOutlet, Pair, SameOutlet
from index.coverage.tellings import Tellings
from index.coverage.volume import span_of
from index.facets import stretch, stretches
from index.outlet_names import OutletNames


def held(archive: Archive, left: str, right: str, query: str = "") -> Pair:
    outlets = archive.outlets()
    return outlets.pair(*outlets.two(left, right), query)


def test_the_outlets_are_listed_with_their_days_and_the_nameless_stand_last(tmp_path: Path) -> None:
    with filled(tmp_path / "archive", 3) as archive:
        archive.add(coming_in(page(40, outlet=None), page(41, outlet="Saltmarsh", published=None)))
        rows = archive.outlets().all()
        assert [row.name for row in rows] == ["Quay Herald", "Saltmarsh", None]
        assert (rows[0].articles, rows[0].first, rows[0].last) == (3, "2031-03-01", "2031-03-03")
        assert (rows[1].undated, rows[1].first) == (1, None)


def test_the_list_of_outlets_is_counted_once_until_anything_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with filled(tmp_path / "archive", 3) as archive:
        before = archive.outlets().all()
        with monkeypatch.context() as patch:
            patch.setattr(Parties, "outlets", None)
            assert archive.outlets().all() == before
        archive.add(coming_in(page(40, outlet="Saltmarsh")))
        assert [row.name for row in archive.outlets().all()] == ["Quay Herald", "Saltmarsh"]


def test_a_search_counts_all_outlets_once_until_anything_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with filled(tmp_path / "archive", 3) as archive:
        assert archive.search("*").total == 3
        with monkeypatch.context() as patch:
            patch.setattr(OutletNames, "of", None)
            assert archive.search("*").total == 3
        archive.add(coming_in(page(40, outlet="Saltmarsh")))
        assert [name for name, _ in archive.outlet_names().stated()] == ["Quay Herald", "Saltmarsh"]


def test_an_unknown_outlet_is_said_with_what_is_spelt_like_it(tmp_path: Path) -> None:
    with filled(tmp_path / "archive", 1) as archive:
        with pytest.raises(NoSuchOutlet, match="did you mean “Quay Herald”"):
            archive.outlets().party("Quay Heralt")
        assert archive.outlets().party("quay  herald").outlets == ("Quay Herald",)


@pytest.mark.parametrize("letters", ["h", "er"])
def test_a_letter_or_two_are_held_against_no_outlet(tmp_path: Path, letters: str) -> None:
    with filled(tmp_path / "archive", 1) as archive:
        with pytest.raises(NoSuchOutlet) as told:
            archive.outlets().party(letters)
        assert "did you mean" not in str(told.value)
        assert not any("did you mean" in note for note in archive.search(f"outlet:{letters}").notes)


def test_an_outlet_is_not_held_against_itself(tmp_path: Path) -> None:
    with filled(tmp_path / "archive", 1) as archive, pytest.raises(SameOutlet):
        held(archive, "Quay Herald", "quay herald")


def told(
    text: str, outlet: str, published: str | None = "2031-03-13", agency: str = ""
) -> Document:
    """A report of one of the events, by an outlet, on a day."""
    title = next((title for texts, title in TITLES.items() if text in texts), "Another matter")
    words = f"{text} That is what {outlet} has heard so far.{agency}"
    return Document(
        data=f"{outlet}|{published}|{words}".encode(),
        text=words,
        path=f"told.jsonl#{outlet}{published}{text[:8]}",
        format="jsonl",
        stated=Stated(
            title=(title, "field"),
            outlet=(outlet, "field"),
            published=(published, "field") if published else None,
        ),
    )


PRESS = (
    told(FERRY[0], "Argus"),
    told(FERRY[1], "Bugle", "2031-03-14"),
    told(STRIKE[0], "Argus", "2031-03-20"),
    told(STRIKE[1], "Clarion", "2031-03-20"),
    told(MARKET[0], "Bugle", "2031-03-22"),
)


def test_events_of_both_are_told_with_the_days_between_the_first_reports(tmp_path: Path) -> None:
    with shelf(tmp_path, *PRESS) as archive:
        found = held(archive, "Argus", "Bugle")
        (ferry,) = found.shared
        assert ferry.title == TITLES[FERRY]
        assert (len(ferry.left), len(ferry.right), ferry.days_apart) == (1, 1, 1)
        assert ferry.left_first
        assert held(archive, "Bugle", "Argus").shared[0].left_first is False


def test_an_event_of_one_side_says_how_much_the_other_has_around_it(tmp_path: Path) -> None:
    with shelf(tmp_path, *PRESS) as archive:
        found = held(archive, "Argus", "Bugle")
        (strike,) = found.only_left
        assert strike.title == TITLES[STRIKE]
        assert strike.others == 1  # the Clarion has it
        assert strike.between == ("2031-03-17", "2031-03-23")
        assert strike.other_articles == 1
        assert [one.title for one in found.only_right] == [TITLES[MARKET]]


AFFAIR = (
    told("The judge Ines Varga was accused by the lawyer Mira Oduya in Port Calder.", "Argus"),
    told("Senators heard the judge Ines Varga, and later the lawyer Mira Oduya.", "Bugle"),
)


def test_an_event_that_the_other_tells_within_another_story_is_perhaps_of_both(
    tmp_path: Path,
) -> None:
    with shelf(tmp_path, *AFFAIR) as archive:
        stories = archive.stories()
        (one,) = held(archive, "Argus", "Bugle").shared
        stories.deciding().split(stories.resolve(one.id), one.right)
        found = held(archive, "Argus", "Bugle")
        (ours,) = found.only_left
        assert ours.perhaps
        assert ours.nearest is not None
        assert (ours.nearest.id, ours.nearest.beside) == (one.right[0], one.left[0])
        assert ours.nearest.event == archive.compare(one.left[0], one.right[0]).answer
        (theirs,) = found.only_right
        assert (theirs.articles, theirs.perhaps) == (one.right, True)


THIRD = (
    told("The harbour master was asked about Thursday night.", "Argus", "2031-03-14"),
    told(FERRY[0], "Bugle"),
    told(FERRY[1], "Clarion"),
)


def _story_of(archive: Archive, outlet: str) -> int:
    (full,) = held(archive, outlet, "Argus").left.articles
    return archive.stories().resolve(full)


def test_an_event_of_one_side_has_the_title_of_that_sides_article(tmp_path: Path) -> None:
    with shelf(tmp_path, *THIRD) as archive:
        stories = archive.stories()
        (alone,) = held(archive, "Argus", "Bugle").only_left
        assert alone.title == "Another matter"
        stories.deciding().merge(stories.resolve(alone.id), _story_of(archive, "Clarion"))
        stories.deciding().split(
            _story_of(archive, "Clarion"), held(archive, "Bugle", "Argus").left.articles
        )
        (together,) = held(archive, "Argus", "Bugle").only_left
        assert (together.title, together.others) == ("Another matter", 1)
        story = stories.resolve(together.id)
        assert stories.titles([story]) == {story: TITLES[FERRY]}


def test_what_was_grouped_anew_is_held_against_each_other_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with shelf(tmp_path, *PRESS) as archive:
        assert len(held(archive, "Argus", "Bugle").shared) == 1
        monkeypatch.setattr("corpus.stories.grouping.ALIKE", 2.0)
        archive.stories().regroup()
        assert held(archive, "Argus", "Bugle").shared == ()


def test_the_nearest_is_named_also_where_it_is_something_else_and_nothing_where_nothing_is(
    tmp_path: Path,
) -> None:
    with shelf(tmp_path, *PRESS, told("Buses in Port Calder were late.", "Bugle")) as archive:
        found = held(archive, "Argus", "Bugle")
        (strike,) = found.only_left
        assert strike.nearest is None or not strike.nearest.perhaps
        (market,) = (one for one in found.only_right if one.title == TITLES[MARKET])
        assert market.nearest is None


def test_a_query_narrows_but_makes_nothing_one_sided_that_is_not(tmp_path: Path) -> None:
    with shelf(tmp_path, *PRESS) as archive:
        found = held(archive, "Argus", "Bugle", "coastguard")
        assert (len(found.left.articles), found.left.of) == (1, 2)
        assert (len(found.right.articles), found.right.of) == (0, 2)
        (ferry,) = found.shared
        assert (ferry.title, ferry.left_meant, ferry.right_meant) == (TITLES[FERRY], 1, 0)
        assert (found.only_left, found.only_right) == ((), ())
        assert [(bar.left, bar.left_of) for bar in found.volume] == [(1, 1)]


def test_a_group_of_outlets_stands_for_all_of_them_and_says_who_is_missing(tmp_path: Path) -> None:
    with shelf(tmp_path, *PRESS) as archive:
        outlets = archive.outlets()
        groups = {"Others": ("Bugle", "Clarion", "Dispatch"), "Nobody": ("Dispatch",)}
        others = outlets.party("others", groups)
        assert others.outlets == ("Bugle", "Clarion")
        assert others.missing == ("Dispatch",)
        found = outlets.pair(*outlets.two("Argus", "others", groups))
        assert {one.title for one in found.shared} == {TITLES[FERRY], TITLES[STRIKE]}
        with pytest.raises(NoSuchOutlet, match="None of the outlets"):
            outlets.party("Nobody", groups)


def test_an_outlet_without_days_is_held_against_another_all_the_same(tmp_path: Path) -> None:
    undated = told(FERRY[1], "Dispatch", None)
    with shelf(tmp_path, PRESS[0], undated) as archive:
        found = held(archive, "Argus", "Dispatch")
        assert (found.right.undated, found.right.first) == (1, None)
        assert found.shared[0].days_apart is None
        alone = held(archive, "Dispatch", "Argus", "nothing-such")
        assert (alone.volume, alone.shared) == ((), ())


def test_copies_of_one_text_within_a_side_are_read_once(tmp_path: Path) -> None:
    body = " ".join(f"Sentence {n} of the agency's report on the harbour fire." for n in range(9))
    copies = [told(body, "Argus", f"2031-03-{day}") for day in (11, 12, 13)]
    with shelf(tmp_path, *copies, PRESS[1]) as archive:
        found = held(archive, "Argus", "Bugle")
        assert (len(found.left.articles), len(found.left.texts)) == (3, 1)
        counted = archive.outlets().telling(found)
        assert counted.left.articles == 1


def test_what_was_counted_is_kept_until_an_article_changes_or_goes(tmp_path: Path) -> None:
    with shelf(tmp_path, *PRESS) as archive:
        found = held(archive, "Argus", "Bugle")
        assert archive.outlets().known_telling(found) is None
        counted = archive.outlets().telling(found)
    with Archive.open(tmp_path / "archive") as archive:  # as another program start
        again = held(archive, "Argus", "Bugle")
        assert archive.outlets().known_telling(again) == counted
        archive.add(coming_in(told("Gulls.", "Clarion")))
        unconcerned = held(archive, "Argus", "Bugle")
        assert unconcerned.key == again.key  # another outlet's article is no matter of theirs
        archive.remove(found.left.articles[0])
        gone = held(archive, "Argus", "Bugle")
        assert gone.key != again.key
        assert not any(private_cache._home().glob("outlets/*/*/*"))


def test_two_sides_are_held_against_each_other_once_until_anything_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with shelf(tmp_path, *PRESS) as archive:
        before = held(archive, "Argus", "Bugle"), held(archive, "Argus", "Bugle", "ferry")
    held_against = room.pair
    with Archive.open(tmp_path / "archive") as archive:  # as another program start
        monkeypatch.setattr(room, "pair", None)
        assert (held(archive, "Argus", "Bugle"), held(archive, "Argus", "Bugle", "ferry")) == before
        monkeypatch.setattr(room, "pair", held_against)
        stories = archive.stories()
        (event,) = before[0].shared
        stories.deciding().rename(stories.resolve(event.id), "The night of the Aurelia")
        assert held(archive, "Argus", "Bugle").shared[0].title == "The night of the Aurelia"
        archive.undo()
        assert held(archive, "Argus", "Bugle").shared[0].title == event.title
        archive.set(before[0].right.articles[0], outlet="Clarion")
        assert (
            len(held(archive, "Argus", "Bugle").right.articles) == len(before[0].right.articles) - 1
        )


def test_what_rules_before_this_version_counted_is_not_shown_for_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with shelf(tmp_path, *PRESS) as archive:
        before = held(archive, "Argus", "Bugle")
    monkeypatch.setattr("index.coverage.tellings.VERSION", "of another day")
    with Archive.open(tmp_path / "archive") as archive:
        assert held(archive, "Argus", "Bugle").key != before.key


def test_counts_of_an_article_that_is_removed_meanwhile_are_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with shelf(tmp_path, *PRESS) as archive:
        found, texts = held(archive, "Argus", "Bugle"), Tellings.texts

        def late(self: Tellings, ids: Sequence[str]) -> Iterator[Text]:
            yield from texts(self, ids)
            if archive._records.known(found.left.articles[0]):
                archive.remove(found.left.articles[0])

        monkeypatch.setattr(Tellings, "texts", late)
        archive.outlets().telling(found)
    assert not any(one.is_file() for one in private_cache._home().rglob("*"))


def test_names_and_what_was_decided_about_them_count(tmp_path: Path) -> None:
    with shelf(tmp_path, *PRESS) as archive:
        before = held(archive, "Argus", "Bugle")
        assert archive.outlets().telling(before).names == ()
        mention = Mention("title", 0, 6, 13, "Aurelia")
        other = Mention("title", 0, 0, 5, "Ferry")
        names = Names("test", (Entity("work:aurelia", "Aurelia", "work", (mention,)),
                               Entity("work:ferry", "Ferry", "work", (other,))))  # fmt: skip
        archive.store_names({before.shared[0].left[0]: names})
        after = held(archive, "Argus", "Bugle")
        aurelia, _ = archive.outlets().telling(after).names
        assert (aurelia.left.articles, aurelia.right.articles) == (1, 0)
        archive.names().merge("work:ferry", "work:aurelia")
        (merged,) = archive.outlets().telling(held(archive, "Argus", "Bugle")).names
        assert (merged.name, merged.left.times) == ("Aurelia", 2)


def test_while_names_come_in_texts_are_not_counted_anew_for_a_few_of_them(tmp_path: Path) -> None:
    letters = "abcdefghijklmnoprstuvwxyz"
    matters = [told(f"{' '.join(one * k for k in range(2, 30))}.", "Argus") for one in letters]
    with shelf(tmp_path, *PRESS, *matters) as archive:
        found, outlets = held(archive, "Argus", "Bugle"), archive.outlets()
        counted, ids = outlets.telling(found), [*found.left.texts, *found.right.texts]
        archive.store_names({one: Names("test", ()) for one in ids[:1]})
        assert outlets.known_telling(held(archive, "Argus", "Bugle")) == counted
        archive.store_names({one: Names("test", ()) for one in ids[:9]})
        assert outlets.known_telling(held(archive, "Argus", "Bugle")) is None
        counted = outlets.telling(held(archive, "Argus", "Bugle"))
        assert counted.left.recognised + counted.right.recognised == 9
        archive.store_names({one: Names("test", ()) for one in ids})  # all: now it is exact
        assert outlets.known_telling(held(archive, "Argus", "Bugle")) is None


def test_the_same_texts_under_another_name_are_counted_apart_from_that_name(tmp_path: Path) -> None:
    with shelf(tmp_path, *PRESS) as archive:
        outlets = archive.outlets()
        groups = {"Ferry": ("Argus",), "Harbour": ("Argus",)}
        keys = {outlets.pair(*outlets.two(name, "Bugle", groups)).key for name in groups}
        assert len(keys) == 2


def test_spellings_of_one_outlet_are_one_as_in_a_query(tmp_path: Path) -> None:
    spellings = ("Fox News", "Fox Online News")
    with shelf(tmp_path, *(told(FERRY[n], name) for n, name in enumerate(spellings))) as archive:
        found = archive.outlets().party("fox online news")
        assert (found.name, set(found.outlets)) == ("Fox Online News", set(spellings))
        assert sorted(found.spellings) == [("Fox News", 1), ("Fox Online News", 1)]
        assert archive.search('outlet:"Fox News"').total == 2
        assert (archive.extent().outlets, archive.status().outlets) == (1, 1)
        with pytest.raises(SameOutlet):
            archive.outlets().two(*spellings)


def test_the_article_that_an_outlets_name_begins_with_does_not_matter(tmp_path: Path) -> None:
    names = ("Quay Times", "The Argus", "Argus")
    with shelf(tmp_path, *(told(FERRY[0], name) for name in names)) as archive:
        for asked, finds in (
            ('"The Quay Times"', ["Quay Times"]),
            ('"The Times"', ["Quay Times"]),
            ("Argus", ["Argus"]),
            ('"The Argus"', ["The Argus"]),
        ):
            answer = archive.search(f"outlet:{asked}", fold="none")
            assert [hit.row.outlet for hit in answer.hits] == finds, asked
        notes = archive.search('outlet:"The Quay Times"').notes
        assert 'outlet:"The Quay Times" finds Quay Times (1), a spelling of it.' in notes
        notes = archive.search("outlet:The Quay Times").notes
        assert (
            'outlet: takes one word; outlet:"The Quay Times" is an outlet of this archive.' in notes
        )
        assert archive.outlets().party("the quay times").outlets == ("Quay Times",)


def test_the_list_counts_what_a_query_finds(tmp_path: Path) -> None:
    with shelf(tmp_path, *PRESS) as archive:
        rows = {row.name: row.articles for row in archive.outlets().all("coastguard")}
        assert rows == {"Argus": 1}


def test_a_stray_day_of_long_ago_does_not_make_every_bar_a_year(tmp_path: Path) -> None:
    days = [told(f"Gull number {n} was seen.", "Argus", f"2031-03-{n:02}") for n in range(1, 15)]
    with shelf(tmp_path, *days, told("An old tale.", "Argus", "1949-05-02"), PRESS[1]) as archive:
        found = held(archive, "Argus", "Bugle")
        assert (found.unit, found.span) == ("day", ("2031-03-01", "2031-03-14"))
        assert sum(bar.left for bar in found.volume) == 14
        assert (found.left.first, len(found.left.articles)) == ("1949-05-02", 15)


def test_the_last_day_there_can_be_is_a_day_like_others(tmp_path: Path) -> None:
    last = date.max.isoformat()
    with shelf(tmp_path, told("A gull was seen.", "Argus", last), *PRESS) as archive:
        assert archive.stories().waiting() == 0
        assert held(archive, "Argus", "Bugle").left.last == last
        (far,) = (row.id for row in archive.newest() if row.published == last)
        archive.counterparts(far)


@pytest.mark.parametrize(
    ("first", "last", "unit", "count"),
    [
        ("0001-01-01", "9999-12-31", "year", 9_999),
        ("0001-01-01", "9999-12-31", "month", 119_988),
        ("9999-11-29", "9999-12-31", "week", 5),
        ("9999-12-30", "9999-12-31", "day", 2),
        ("2031-01-31", "2031-03-01", "month", 3),
    ],
)
def test_stretches_run_without_a_gap_to_the_last_day(
    first: str, last: str, unit: Unit, count: int
) -> None:
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    names = stretches(begin, end, unit)
    assert len(set(names)) == len(names) == count
    assert (names[0], names[-1]) == (stretch(begin, unit), stretch(end, unit))


def test_few_articles_far_apart_are_no_strays() -> None:
    assert span_of(["1949-05-02", "2031-03-01", "2031-03-02"]) == ("1949-05-02", "2031-03-02")
    years = [f"{year}-01-01" for year in range(2000, 2030)]
    assert span_of(years) == (years[0], years[-1])


def test_a_count_opens_at_its_articles_and_sentences(tmp_path: Path) -> None:
    with shelf(tmp_path, *PRESS) as archive:
        outlets = archive.outlets()
        found = held(archive, "Argus", "Bugle")
        (one, other) = outlets.opened(found.left.texts, Sought("word", "coastguard"))
        assert one.title == TITLES[FERRY]
        assert [p.text[a:b] for p in one.passages for a, b in p.spans] == ["coastguard"]
        assert other.passages == ()
        assert [o.id for o in outlets.opened(found.right.texts)] == list(found.right.texts)
        assert outlets.between(found.right.party, "2031-03-14", "2031-03-20") == [
            found.right.articles[0]
        ]


def test_a_standing_line_is_shown_behind_no_count_of_a_pair(tmp_path: Path) -> None:
    line = "Our coastguard letter comes every morning."
    ours = [
        told(f"{said} {line}", "Argus", f"2031-03-1{n}")
        for n, said in enumerate((
            "Gulls woke the coastguard of Saltmarsh before dawn on the northern pier.",
            "Onions fell from a lorry and a coastguard swept the whole market road.",
            "Thirty pupils asked what a coastguard earns and learnt about winter storms.",
            "The mayor thanked every coastguard for lending ladders to the choir.",
        ))
    ]  # fmt: skip
    with shelf(tmp_path, *ours, PRESS[1]) as archive:
        outlets, found = archive.outlets(), held(archive, "Argus", "Bugle")
        outlets.telling(found)
        opened = outlets.opened(found.left.texts, Sought("word", "coastguard"), found)
        assert [len(one.passages) for one in opened] == [1, 1, 1, 1]
        assert all(line not in p.text for one in opened for p in one.passages)


def test_an_archive_of_copies_of_one_article_has_one_event_and_no_words_of_either(
    tmp_path: Path,
) -> None:
    body = " ".join(f"Sentence {n} of the agency's report on the harbour fire." for n in range(9))
    copies = [
        told(body, outlet, f"2031-03-{day:02}") for outlet in ("Argus", "Bugle")
        for day in range(1, 21)
    ]  # fmt: skip
    with shelf(tmp_path, *copies) as archive:
        found = held(archive, "Argus", "Bugle")
        assert (len(found.left.texts), len(found.right.texts)) == (1, 1)
        assert len(found.shared) == 1
        assert archive.outlets().telling(found).terms == ()


def _headed(title: str, text: str, outlet: str, day: int) -> Document:
    return Document(
        data=f"{outlet}|{day}|{title}".encode(),
        text=text,
        path=f"headed.jsonl#{outlet}{day}",
        format="jsonl",
        stated=Stated(
            title=(title, "field"), outlet=(outlet, "field"),
            published=(f"2031-03-{day:02}", "field"),
        ),
    )  # fmt: skip


def _campaign(day: int) -> list[Document]:
    """Two reports of an illness, the second on a day, among others of one campaign."""
    rallies = [
        _headed(title, f"{text} Little else was new.", outlet, at)
        for outlet, at, title, text in (
            ("Argus", 3, "Onions dearer for Nordvik", "Buses cost what lunches cost in winter."),
            ("Argus", 5, "Lights on Saltmarsh quay", "Both sides praised lamps and seagulls."),
            ("Bugle", 4, "Bridge without a price", "Neither engineer wished to name any sum."),
            ("Bugle", 6, "A choir in the rain", "Umbrellas stood between singers and square."),
        )
    ]  # fmt: skip
    return [
        _headed("Pneumonia keeps mayor Varga at home",
                "Three rallies of the campaign were called off on Sunday after a cough that aides "
                "had called an allergy; her doctor ordered rest, soup and antibiotics. Guests in "
                "halls had waited since noon with banners, drums, whistles and sandwiches.",
                "Argus", 8),
        _headed("Pneumonia, trust, polls, secrecy, habits, servers, columns, press",
                "Voters were told nothing of any illness for two days, which fits an old ill of "
                "secrecy that columnists have lamented since the affair of the servers. Trust once "
                "spent is not minted anew by press officers, however often they apologise, and "
                "pollsters find honesty at the bottom of whatever people associate with her.",
                "Bugle", day),
        *rallies,
    ]  # fmt: skip


def test_of_what_is_hardly_like_the_nearest_shares_the_telling_words(tmp_path: Path) -> None:
    with shelf(tmp_path, *_campaign(10)) as archive:
        (ours,) = (o for o in held(archive, "Argus", "Bugle").only_left if "Pneu" in o.title)
        assert ours.nearest is not None
        assert "secrecy" in ours.nearest.title
        assert ours.nearest.telling > 0
        assert not ours.perhaps


MATTERS = {
    "Argus": (
        "Fire broke out on the car deck of the ferry Aurelia off Port Calder, the coastguard said.",
        "The owner of the ferry Aurelia must pay for the fire off Port Calder, a court said.",
        "Onions at the Saltmarsh market cost twice what they cost a year ago, growers say.",
    ),
    "Bugle": (
        "The ferry Aurelia burned off Port Calder, and boats brought all passengers ashore.",
        "Passengers of the burning ferry Aurelia were landed at Port Calder, wet but unhurt.",
        "The mayor of Port Calder opened a market on the quay, with a choir and brass bands.",
    ),
}


def test_no_event_is_not_found_beside_an_article_that_a_comparison_calls_perhaps_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus.stories.grouping.ALIKE", 2.0)  # nothing is a story with others
    reports = [
        _headed(text.split(",")[0], text, outlet, day)
        for outlet, texts in MATTERS.items()
        for day, text in enumerate(texts, 3)
    ]
    with shelf(tmp_path, *reports) as archive:
        pair = held(archive, "Argus", "Bugle")
        assert (len(pair.only_left), len(pair.only_right)) == (3, 3)
        for rows, others in ((pair.only_left, pair.right), (pair.only_right, pair.left)):
            for row in rows:
                near = row.nearest
                answers = {
                    other: archive.compare(row.articles[0], other).answer
                    for other in others.articles
                }
                assert row.perhaps == any(one != "different" for one in answers.values())
                assert near is None or near.event == answers[near.id]
        said = [one.perhaps for one in (*pair.only_left, *pair.only_right)]
        assert True in said
        assert False in said


def test_two_articles_are_decided_about_once_as_long_as_neither_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with shelf(tmp_path, *_campaign(10)) as archive:
        asked: list[tuple[str, str]] = []

        def counting(left: Side, right: Side) -> OneEvent:
            asked.append((left.article.id, right.article.id))
            return one_event(left, right)

        monkeypatch.setattr("corpus.comparison.one_event.one_event", counting)
        heard: list[tuple[int, int]] = []
        outlets = archive.outlets()
        parties = outlets.two("Argus", "Bugle")
        look = outlets.first_look(*parties)
        assert not look.decided
        assert asked == heard == []
        before = outlets.pair(*parties, progress=lambda done, of: heard.append((done, of)))
        assert before.decided
        assert heard[0][0] == 0
        assert heard[-1][0] == heard[-1][1] > 0
        assert len(asked) == len(set(asked)) > 0
        assert outlets.first_look(*parties) == before
        asked.clear()
        archive.add(coming_in(page(40, outlet="Argus", published=None)))
        swapped = outlets.pair(*outlets.two("Bugle", "Argus"))
        earlier = {one.id: one.nearest for one in before.only_left if one.nearest}
        later = {one.id: one.nearest for one in swapped.only_right if one.nearest}
        assert {full: (later[full].id, later[full].event) for full in earlier} == {
            full: (near.id, near.event) for full, near in earlier.items()
        }
        added = {one for one in swapped.right.articles if one not in before.left.articles}
        assert all(added & {*two} for two in asked)  # nothing old is asked again
        asked.clear()
        (ours,) = (o for o in before.only_left if "Pneu" in o.title)
        archive.set(ours.articles[0], published="2031-03-09")
        held(archive, "Argus", "Bugle")
        assert asked
        assert all(ours.articles[0] in two for two in asked)


def test_whoever_stops_the_comparing_of_events_goes_on_from_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.coverage.same_events.SAFE", 2)
    monkeypatch.setattr("index.coverage.same_events.STEP", 1)

    def stopping(done: int, of: int) -> None:
        if done == of - 1:
            raise KeyboardInterrupt

    with shelf(tmp_path, *_campaign(10)) as archive:
        outlets = archive.outlets()
        parties = outlets.two("Argus", "Bugle")
        with pytest.raises(KeyboardInterrupt):
            outlets.pair(*parties, progress=stopping)
        left: list[int] = []
        outlets.pair(*parties, progress=lambda done, of: left.append(of))
        again: list[int] = []
        outlets.pair(*parties, progress=lambda done, of: again.append(of))
        assert 0 < left[0] <= 2
        assert again == []


def test_a_shared_story_has_a_title_of_a_and_not_one_that_neither_printed(tmp_path: Path) -> None:
    three = [
        _headed(title, text, outlet, 13) for title, text, outlet in (
            ("Ferry Aurelia on fire off Port Calder", FERRY[0], "Argus"),
            ("Burning ferry Aurelia off Port Calder", FERRY[1], "Bugle"),
            ("Ferry Aurelia burns off Port Calder", FERRY[2], "Clarion"),
        )
    ]  # fmt: skip
    with shelf(tmp_path, *three) as archive:
        for left, right in (("Argus", "Bugle"), ("Bugle", "Clarion"), ("Clarion", "Argus")):
            found = held(archive, left, right)
            (one,) = found.shared
            (printed,) = (d.stated.title for d in three if left in d.path)
            assert printed is not None
            assert one.title == printed[0]
