"""One row for articles that belong together, and questions about stories as wholes."""

from __future__ import annotations

import pytest
from pieces import engine_of, piece
from test_search import TODAY

from index.engine import Engine, Matches
from index.folding import Fold, Groups, Kind
from index.outside import Outside
from index.query.parse import read
from index.query.tree import QueryError
from index.results import Sort

# Two stories (1, 2, 3 with a copy of 1 in 3; 4, 5) and one article that stands alone.
TEXTS = {
    1: ("rebels took the town", "2031-03-01"),
    2: ("terrorists hold the town", "2031-03-02"),
    3: ("rebels took the town today", "2031-03-03"),
    4: ("rebels and terrorists met", "2031-03-04"),
    5: ("the town hall is shut", None),
    6: ("rebels, terrorists, a town", "2031-03-06"),
}
COPIES = {3: 1}
STORIES = {2: 1, 3: 1, 5: 4}


class Placed(Outside):
    def groups(self, kind: Kind) -> Groups | None:
        return Groups.of(list((COPIES if kind == "copies" else STORIES).items()))

    def story(self, beginning: str) -> int | None:
        return 4 if beginning == "4c1f02" else None


@pytest.fixture(scope="module", params=[1, 2, 9])
def engine(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Engine:
    articles = [piece(text, title=f"No {n}", published=day) for n, (text, day) in TEXTS.items()]
    return engine_of(tmp_path_factory.mktemp("folding") / "ix", articles, batch=request.param)


def ask(
    engine: Engine, text: str, fold: Fold = "none", sort: Sort = "oldest", **page: int
) -> Matches:
    tree = read(text, today=TODAY).tree
    return engine.search(tree, outside=Placed(), fold=fold, sort=sort, **page)


def found(engine: Engine, text: str) -> list[int]:
    return [seq for seq, _ in ask(engine, text).hits]


def test_copies_are_folded_under_the_first_in_the_order_asked_for(engine: Engine) -> None:
    oldest = ask(engine, "town", "copies")
    assert (oldest.total, oldest.rows) == (5, 4)
    assert [seq for seq, _ in oldest.hits] == [1, 2, 6, 5]
    assert oldest.copies == {1: (3,), 2: (), 6: (), 5: ()}
    newest = ask(engine, "town", "copies", "newest")
    assert [seq for seq, _ in newest.hits] == [6, 3, 2, 5]
    assert newest.copies[3] == (1,)


def test_a_copy_that_the_query_does_not_find_is_not_counted(engine: Engine) -> None:
    today = ask(engine, "today", "copies")
    assert (today.total, today.rows, today.copies) == (1, 1, {3: ()})


def test_stories_are_folded_likewise_and_pages_count_rows(engine: Engine) -> None:
    everything = ask(engine, "*", "stories")
    assert (everything.total, everything.rows) == (6, 3)
    assert [seq for seq, _ in everything.hits] == [1, 4, 6]
    assert everything.copies[1] == (2, 3)
    assert [seq for seq, _ in ask(engine, "*", "stories", limit=1, offset=1).hits] == [4]
    assert ask(engine, "*", "stories", limit=5, offset=3).hits == ()


def test_total_is_rows_and_what_is_folded_under_them(engine: Engine) -> None:
    folds: tuple[Fold, ...] = ("none", "copies", "stories")
    for fold in folds:
        for text in ("*", "rebels", "town -today", "terrorists"):
            answer = ask(engine, text, fold)
            assert answer.rows == len(answer.hits)
            assert answer.total == answer.rows + sum(map(len, answer.copies.values()))


def test_a_story_holds_what_its_articles_hold_each_part_in_another_one(engine: Engine) -> None:
    assert found(engine, "story:{rebels terrorists}") == [1, 2, 3]
    assert found(engine, "story:{rebels town}") == [1, 2, 3, 4, 5]
    assert found(engine, "story:{rebels rebels rebels}") == []
    assert found(engine, "story:rebels") == [1, 2, 3, 4, 6, 5]
    assert found(engine, "story:{rebels -hall}") == [1, 2, 3, 6]
    assert found(engine, "story:{hall OR today}") == [1, 2, 3, 4, 5]
    assert found(engine, "-story:{rebels terrorists}") == [4, 6, 5]
    assert found(engine, "story:{title:2 rebels} today") == [3]


def test_a_story_is_asked_for_by_the_beginning_of_its_id(engine: Engine) -> None:
    assert found(engine, "story:4c1f02") == [4, 5]


def test_a_story_of_too_many_parts_is_refused(engine: Engine) -> None:
    with pytest.raises(QueryError, match="at most 6 parts"):
        found(engine, "story:{a b c d e f g}")


def test_a_duplicate_is_every_copy_but_the_first(engine: Engine) -> None:
    assert found(engine, "is:duplicate") == [3]
    assert found(engine, "rebels -is:duplicate") == [1, 4, 6]


def test_where_nobody_has_placed_anything_nothing_is_folded_and_that_is_said(
    engine: Engine,
) -> None:
    tree = read("story:{rebels terrorists}", today=TODAY).tree
    answer = engine.search(tree, fold="copies")
    assert answer.total == 0
    assert answer.notes == ("No article has been grouped into stories yet.",)
    everything = engine.search(read("*", today=TODAY).tree, fold="copies")
    assert everything.rows == everything.total == 6


def test_the_largest_stories_of_the_hits_are_counted(engine: Engine) -> None:
    groups = Placed().groups("stories")
    assert groups is not None
    assert ask(engine, "town").largest(groups, 2) == [(1, 3), (4, 1)]
