"""Articles on one event are one story; chains of likeness are not, and the order is no matter."""

from __future__ import annotations

import random

from reports import report
from test_copies import OTHER, WIRE

from corpus.article import Article
from corpus.copies import prints
from corpus.stories.grouping import group
from corpus.stories.likeness import FLOOR, Entrant, Pool
from corpus.stories.middle import middles
from corpus.stories.placing import take_in
from corpus.stories.traits import ONE, traits, unpacked


def entrant(number: int, article: Article, day: int) -> Entrant:
    return Entrant(number, day, traits(article), prints(article))


FERRY = report(WIRE, title="Fire on the night ferry")
SAME_EVENT = report(OTHER, title="Ferry burns off the coast")
FOOTBALL = report(
    "Rovers beat United by two goals to nil at the old stadium. Kemal Aydin scored both of them.",
    title="Rovers win the cup",
)


def likeness(one: Article, other: Article, days: tuple[int, int] = (100, 100)) -> float:
    """How like two articles are found; 0 where they are not."""
    pool = Pool()
    pool.add([entrant(1, one, days[0])])
    (found,) = pool.like([entrant(2, other, days[1])])
    return dict(found).get(1, 0.0)


def test_two_reports_of_one_event_are_alike_and_a_third_is_not() -> None:
    assert likeness(FERRY, SAME_EVENT) >= FLOOR
    assert likeness(FERRY, FOOTBALL) == 0.0


def test_an_article_is_as_like_another_as_that_is_to_it() -> None:
    assert likeness(FERRY, SAME_EVENT) == likeness(SAME_EVENT, FERRY)


def test_an_article_is_wholly_like_itself() -> None:
    assert likeness(FERRY, FERRY) > 0.95


def test_articles_weeks_apart_are_less_alike_and_months_apart_not_at_all() -> None:
    near, weeks, months = (likeness(FERRY, FERRY, (100, day)) for day in (102, 130, 400))
    assert near > weeks > months == 0.0


def test_an_article_without_a_day_is_found_by_what_it_says() -> None:
    assert likeness(FERRY, SAME_EVENT, (0, 5000)) >= FLOOR
    assert likeness(FERRY, SAME_EVENT, (5000, 0)) >= FLOOR


def test_traits_come_out_of_the_archive_as_they_went_in() -> None:
    found = traits(FERRY)
    again = unpacked(found.packed())
    assert again.features.tolist() == found.features.tolist()
    assert again.weights.tolist() == found.weights.tolist()
    assert max(found.weights.tolist()) <= ONE


def test_an_article_without_words_has_no_traits() -> None:
    assert len(traits(report("")).features) == 0


def test_a_copy_takes_its_origin_and_brings_no_likeness_of_its_own() -> None:
    taken = take_in(Pool(), [entrant(n, FERRY, 100) for n in (5, 3, 9)])
    assert taken.copies == {3: 5, 9: 5}
    assert taken.links == []


def test_a_copy_that_comes_later_is_known_by_what_is_there() -> None:
    pool = Pool()
    take_in(pool, [entrant(1, FERRY, 100)])
    assert take_in(pool, [entrant(2, FERRY, 101)]).copies == {2: 1}
    assert len(pool) == 1


def test_what_was_dropped_is_found_no_more() -> None:
    pool = Pool()
    pool.add([entrant(1, FERRY, 100)])
    pool.drop({1})
    assert pool.like([entrant(2, FERRY, 100)]) == [[]]


# From likenesses to stories


ONE_DAY = dict.fromkeys(range(200), 1000)


def all_alike(numbers: range, likeness: float) -> list[tuple[int, int, float]]:
    return [(a, b, likeness) for a in numbers for b in numbers if b < a]


def test_articles_all_alike_are_one_story() -> None:
    assert group(range(5), all_alike(range(5), 0.4), ONE_DAY) == [[0, 1, 2, 3, 4]]


def test_a_chain_of_articles_each_like_the_next_makes_no_one_story() -> None:
    stories = group(range(100), [(n, n + 1, 0.3) for n in range(99)], ONE_DAY)
    assert max(len(story) for story in stories) <= 4


def test_the_order_of_numbers_and_links_does_not_matter() -> None:
    dice = random.Random(7)
    links = [
        (a, b, dice.random() * 0.5) for a in range(40) for b in range(a) if dice.random() < 0.2
    ]
    numbers = list(range(40))
    days = {n: dice.choice([0, 1000, 1004, 1012, 1030, 1090]) for n in numbers}
    whole = {frozenset(story) for story in group(numbers, links, days)}
    for _ in range(5):
        dice.shuffle(numbers)
        dice.shuffle(links)
        mirrored = [(b, a, value) for a, b, value in links]
        assert {frozenset(story) for story in group(numbers, mirrored, days)} == whole


def test_what_somebody_put_together_is_together_and_what_somebody_parted_is_apart() -> None:
    links = [(0, 1, 0.9), (2, 3, 0.9), (4, 5, 0.9)]
    stories = group(range(6), links, ONE_DAY, {0: "a", 2: "a", 4: "b", 5: "c"})
    assert [0, 1, 2, 3] in stories
    assert [4] in stories
    assert [5] in stories


def test_the_third_party_between_two_parted_ones_goes_with_the_liker() -> None:
    stories = group(range(3), [(0, 1, 0.8), (1, 2, 0.5), (0, 2, 0.9)], ONE_DAY, {0: "x", 2: "y"})
    assert sorted(stories) == [[0, 1], [2]]


def test_every_article_is_in_exactly_one_story() -> None:
    dice = random.Random(3)
    links = [(dice.randrange(200), dice.randrange(200), dice.random()) for _ in range(600)]
    stories = group(range(200), links, ONE_DAY, {n: str(n % 3) for n in range(0, 200, 9)})
    assert sorted(n for story in stories for n in story) == list(range(200))


def test_articles_with_a_month_between_them_are_no_story_however_alike() -> None:
    days = {0: 1000, 1: 1001, 2: 1031, 3: 1032}
    assert group(range(4), all_alike(range(4), 0.9), days) == [[0, 1], [2, 3]]


def test_a_story_goes_on_over_months_where_no_month_is_silent() -> None:
    days = {n: 1000 + 12 * n for n in range(6)}
    assert group(range(6), all_alike(range(6), 0.6), days) == [[0, 1, 2, 3, 4, 5]]


def test_what_is_like_one_article_of_last_week_only_is_another_story() -> None:
    link = [(0, 1, 0.2)]
    assert group(range(2), link, {0: 1000, 1: 1001}) == [[0, 1]]
    assert group(range(2), link, {0: 1000, 1: 1010}) == [[0], [1]]


def test_what_is_like_many_articles_of_last_week_goes_with_them() -> None:
    days = dict.fromkeys(range(4), 1000) | dict.fromkeys(range(4, 8), 1010)
    early, late = all_alike(range(4), 0.5), all_alike(range(4, 8), 0.5)
    across = [(a, b, 0.2) for a in range(4) for b in range(4, 8)]
    assert group(range(8), [*early, *late, *across], days) == [list(range(8))]


def test_an_article_without_a_day_goes_with_what_it_is_very_like_only() -> None:
    for likeness, stories in ((0.4, [[0], [1]]), (0.5, [[0, 1]])):
        assert group(range(2), [(0, 1, likeness)], {0: 1000}) == stories


def test_an_article_without_a_day_joins_no_stories_of_two_years() -> None:
    links = [*all_alike(range(3), 0.6), (0, 9, 0.4), (9, 5, 0.45), *all_alike(range(5, 8), 0.6),
             (1, 9, 0.4), (2, 9, 0.4), (6, 9, 0.45), (7, 9, 0.45)]  # fmt: skip
    days = dict.fromkeys(range(3), 1000) | dict.fromkeys(range(5, 8), 1700)
    assert group([0, 1, 2, 5, 6, 7, 9], links, days) == [[0, 1, 2], [5, 6, 7, 9]]


def test_articles_without_days_make_no_story_by_their_subject() -> None:
    assert group(range(2), [(0, 1, 0.6)], {}) == [[0], [1]]
    assert group(range(2), [(0, 1, 0.8)], {}) == [[0, 1]]


def test_in_the_middle_of_a_story_stands_what_is_most_like_the_others() -> None:
    links = [(1, 2, 1500), (2, 3, 4000), (2, 4, 4000), (3, 4, 3000), (2, 7, 9000)]
    both_ways = [*links, *((b, a, value) for a, b, value in links)]
    assert middles({1: [1, 2, 3, 4], 7: [7], 8: [9, 8]}, both_ways) == {1: 2, 7: 7, 8: 9}


# Furniture is no event


def words_of(subject: str, many: int) -> list[str]:
    """So many words that only this subject has."""
    dice = random.Random(subject)
    return ["".join(dice.choices("abdegiklmnoprstuvz", k=7)) for _ in range(many)]


STANDING = " ".join(words_of("what stands in every issue", 50))
SUBJECTS = ("orchards", "chess", "cables", "opera", "volcano", "vaccines")


def newsletter(title: str, subject: str, seed: int = 0) -> Article:
    """A text on a subject that begins with the same long passage as all others of its kind."""
    words = words_of(subject, 60)
    random.Random(seed).shuffle(words)
    return report(f"{STANDING}\n{' '.join(words)}", title=title)


def grouped(*entrants: Entrant) -> list[list[int]]:
    taken = take_in(Pool(), entrants)
    heads = [one.number for one in entrants if one.number not in taken.copies]
    return group(heads, taken.links, ONE_DAY)


def test_issues_of_a_newsletter_that_begin_alike_are_no_one_story() -> None:
    issues = [newsletter(title, title) for title in SUBJECTS]
    for days in ([0] * 6, range(100, 106)):
        found = grouped(*(entrant(n, one, days[n]) for n, one in enumerate(issues)))
        assert found == [[n] for n in range(6)]


def test_two_issues_about_one_event_are_one_story_though_they_begin_alike() -> None:
    one, other = (newsletter(title, "volcano", seed)
                  for seed, title in enumerate(("Ash over Sarn", "Airports closed")))  # fmt: skip
    assert grouped(entrant(0, one, 100), entrant(1, other, 101)) == [[0, 1]]


def test_a_digest_joins_events_to_nobody() -> None:
    def told(subject: str, seed: int, many: int) -> str:
        return " ".join(random.Random(seed).sample(words_of(subject, 60), many))

    events = [
        report(told(subject, seed, 40), title=f"{subject} {seed}")
        for subject in SUBJECTS for seed in range(3)
    ]  # fmt: skip
    items = "\n".join(told(subject, 7, 15) for subject in SUBJECTS)
    every = [*events, report(items, title="Morning briefing")]
    found = grouped(*(entrant(n, one, 100 + n % 3) for n, one in enumerate(every)))
    assert [[n for n in story if n < 18] for story in found if story != [18]] == [
        [n, n + 1, n + 2] for n in range(0, 18, 3)
    ]


def test_what_an_address_tells_of_the_day_keeps_apart_events_of_two_months() -> None:
    links = [(1, 2, 0.9), (1, 3, 0.9), (2, 3, 0.9)]
    days = {1: 5000}
    assert group([1, 2, 3], links, days) == [[1, 2, 3]]
    assert group([1, 2, 3], links, days, None, {2: (4995, 5005), 3: (5100, 5110)}) == [[1, 2], [3]]


def test_two_articles_without_days_from_addresses_of_two_months_never_meet_through_a_third() -> (
    None
):
    links = [(1, 2, 0.9), (2, 3, 0.9), (1, 3, 0.9)]
    groups = group([1, 2, 3], links, {}, None, {1: (5000, 5010), 3: (5100, 5110)})
    assert not any({1, 3} <= set(members) for members in groups)


def test_a_day_that_an_address_tells_closely_is_as_good_as_a_day() -> None:
    links = [(1, 2, 0.2)]
    assert group([1, 2], links, {1: 5000}) == [[1], [2]]
    assert group([1, 2], links, {1: 5000}, None, {2: (4996, 5006)}) == [[1, 2]]
    assert group([1, 2], links, {1: 5000}, None, {2: (4990, 5020)}) == [[1], [2]]


def test_articles_of_one_outlet_must_be_more_alike_to_be_one_story() -> None:
    links, days = [(1, 2, 0.18)], {1: 5000, 2: 5000}
    assert group([1, 2], links, days, None, None, {1: "Harbour Post", 2: "Fjord Times"}) == [[1, 2]]
    assert group([1, 2], links, days, None, None, {1: "Harbour Post", 2: "Harbour Post"}) == [
        [1],
        [2],
    ]
    assert group([1, 2], [(1, 2, 0.4)], days, None, None, dict.fromkeys((1, 2), "Post")) == [[1, 2]]


def test_several_articles_of_one_outlet_are_one_story_only_where_all_are_much_alike() -> None:
    days = dict.fromkeys((1, 2, 3), 5000)
    links = [(1, 2, 0.27), (1, 3, 0.27), (2, 3, 0.27)]
    assert len(group([1, 2, 3], links, days, None, None, dict.fromkeys(days, "Post"))) == 2
    whose = {1: "Post", 2: "Post", 3: "Times"}
    assert group([1, 2, 3], links, days, None, None, whose) == [[1, 2, 3]]


def test_of_two_in_the_middle_the_one_whose_title_the_others_share_names_the_story() -> None:
    links = [(a, b, 3000 + 200 * (1 in (a, b))) for a in range(1, 5) for b in range(1, 5) if a != b]
    titles = {
        1: "A tale of two harbours",
        2: "Ferry burns off Calder",
        3: "Calder ferry fire",
        4: "Ferry passengers landed at Calder",
    }
    assert middles({9: [1, 2, 3, 4]}, links) == {9: 1}
    assert middles({9: [1, 2, 3, 4]}, links, titles)[9] != 1


# Articles without a day


def aged(*days: int) -> dict[int, int]:
    return dict(enumerate(days))


def test_one_without_a_day_takes_it_from_the_two_it_is_likest() -> None:
    """Six reports of one night: with the two it is likest it is one of them, though not so like
    the others that the words alone would tell."""
    links = [*all_alike(range(6), 0.4), (6, 0, 0.3), (6, 1, 0.25), (6, 2, 0.12), (6, 3, 0.12)]
    days = aged(1000, 1000, 1001, 1000, 1001, 1000, 0)
    assert group(range(7), links, days) == [list(range(7))]


def test_where_the_likest_are_of_other_weeks_only_the_words_tell() -> None:
    links = [*all_alike(range(6), 0.4), (6, 0, 0.25), (6, 7, 0.3), (6, 2, 0.2), (6, 3, 0.18)]
    days = dict.fromkeys(range(6), 1000) | {6: 0, 7: 1200}
    assert [0, 1, 2, 3, 4, 5] in group([*range(6), 6], links, days)


def test_where_the_address_tells_the_month_only_articles_of_it_tell_the_day() -> None:
    links = [*all_alike(range(6), 0.4), (6, 0, 0.3), (6, 1, 0.25), (6, 2, 0.12), (6, 3, 0.12)]
    days = dict.fromkeys(range(6), 1000) | {6: 0}
    apart, together = ({6: (first, first + 30)} for first in (900, 990))
    assert [6] in group(range(7), links, days, None, apart)
    assert group(range(7), links, days, None, together) == [list(range(7))]


BARELY = {0: "Ferry burns off Halvern", 1: "Tide table for the coming week"}
OF_ONE_EVENT = {0: "Ferry burns off Halvern", 1: "Forty saved from burning ferry"}


def test_two_articles_that_are_barely_alike_are_one_story_only_where_their_titles_are_alike() -> (
    None
):
    barely, well = [(0, 1, 0.17)], [(0, 1, 0.2)]
    assert group(range(2), barely, ONE_DAY, titles=BARELY) == [[0], [1]]
    assert group(range(2), barely, ONE_DAY, titles=OF_ONE_EVENT) == [[0, 1]]
    assert group(range(2), well, ONE_DAY, titles=BARELY) == [[0, 1]]


def test_a_title_without_a_telling_word_is_held_against_nobody() -> None:
    for untold in ("", "The", None):
        assert group(range(2), [(0, 1, 0.17)], ONE_DAY, titles={**BARELY, 1: untold}) == [[0, 1]]


def test_an_article_of_another_title_joins_many_that_it_is_barely_like() -> None:
    links = [*all_alike(range(6), 0.4), *((6, n, 0.13) for n in range(6))]
    titles = dict.fromkeys(range(6), "Ferry burns off Halvern") | {6: "Tide table for the week"}
    assert group(range(7), links, ONE_DAY, titles=titles) == [list(range(7))]
    few = [link for link in links if set(link[:2]) <= {0, 1, 6}]
    two = [(a, b, max(likeness, 0.141)) for a, b, likeness in few]
    assert group([0, 1, 6], two, ONE_DAY) == [[0, 1, 6]]
    assert group([0, 1, 6], two, ONE_DAY, titles=titles) == [[0, 1], [6]]
