"""What a person decides holds, is seen everywhere, can be taken back and carried elsewhere."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from newsroom import coming_in, filled, page

from corpus.article import Document
from index.archive import Archive
from index.intake import Intake
from index.judged import BadJudgement, in_force, verdict
from index.judgements import from_lines, signed, to_line
from index.reports import Judgement

PRESSED = """Harbour wall gives way

The wall of the inner harbour gave way on Monday night, the port office said.

Stand well back from the edge, says the sign that nobody reads any more.

Divers will look at the footings of the wall before the next spring tide.
"""


def pressed() -> Intake:
    """A page whose fourth paragraph somebody may take for a caption."""
    return Intake(Document(PRESSED.encode(), PRESSED, "wall.txt", "text"), locator="wall")


def decision(at: str, field: str, value: str | None, **more: str) -> Judgement:
    return signed(Judgement("", at, "Ann", "a" * 64, field, value, **more))


def test_a_judged_outlet_and_day_hold_in_the_article_the_list_and_the_search(
    tmp_path: Path,
) -> None:
    with filled(tmp_path / "archive", 2) as archive:
        one = archive.newest()[-1].id
        made = archive.set(one, outlet="Dock Times", published="2032-01-05", author="Ann")
        assert [(j.field, j.value, j.author) for j in made] == [
            ("outlet", "Dock Times", "Ann"),
            ("published", "2032-01-05", "Ann"),
        ]
        article = archive.get(one).article
        assert (article.outlet, article.outlet_from) == ("Dock Times", "judgement")
        assert (article.published, article.published_from) == ("2032-01-05", "judgement")
        assert archive.newest()[0].id == one
        assert [hit.row.id for hit in archive.search('outlet:"Dock Times"').hits] == [one]
        assert archive.search("date:2032").total == 1
        assert archive.check() == []


def test_an_empty_value_takes_outlet_or_day_away(tmp_path: Path) -> None:
    with filled(tmp_path / "archive", 1) as archive:
        one = archive.newest()[0].id
        archive.set(one, outlet="")
        assert archive.get(one).article.outlet is None
        assert archive.get(one).article.published == "2031-03-01"
        archive.set(one, published=None)
        assert archive.status().undated == 1


def test_deciding_the_same_again_writes_nothing(tmp_path: Path) -> None:
    with filled(tmp_path / "archive", 1) as archive:
        one = archive.newest()[0].id
        archive.set(one, outlet="Dock Times")
        state = archive.status().state
        assert archive.set(one, outlet="Dock Times") == []
        assert archive.status().state == state


@pytest.mark.parametrize(
    "day",
    ["yesterday", "2031-13-01", "2031-02-30", "20310214", "2031-W07-5", "2031-2-1", "14/02/2031"],
)
def test_a_day_that_is_none_is_refused_and_nothing_else_is_decided(
    tmp_path: Path, day: str
) -> None:
    with filled(tmp_path / "archive", 1) as archive:
        with pytest.raises(BadJudgement, match="YYYY-MM-DD"):
            archive.set(archive.newest()[0].id, outlet="Dock Times", published=day)
        assert archive.judgements() == []


def test_a_judged_line_changes_its_role_in_the_article_and_in_the_search(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.add([pressed()])
        one = archive.newest()[0].id
        sign = "Stand well back from the edge"
        before = {p.line: p.role for p in archive.get(one).article.paragraphs if sign in p.text}
        (line,) = before
        archive.judge(one, "role", "noise", target=str(line))
        article = archive.get(one).article
        assert not any(sign in paragraph.text for paragraph in article.paragraphs)
        assert any(sign in removed.text for removed in article.removed)
        assert archive.search('"stand well back"').total == 0
        assert archive.check(sources=True) == []
        archive.undo()
        after = {p.line: p.role for p in archive.get(one).article.paragraphs if sign in p.text}
        assert after == before
        assert archive.search('"stand well back"').total == 1


@pytest.mark.parametrize(("value", "target"), [("heading", "3"), ("noise", "0"), ("noise", "x")])
def test_a_role_or_line_that_does_not_exist_is_refused(
    tmp_path: Path, value: str, target: str
) -> None:
    with filled(tmp_path / "archive", 1) as archive, pytest.raises(BadJudgement):
        archive.judge(archive.newest()[0].id, "role", value, target=target)


def test_judgements_are_taken_back_from_the_last_to_the_first(tmp_path: Path) -> None:
    with filled(tmp_path / "archive", 1) as archive:
        one = archive.newest()[0].id
        archive.set(one, outlet="Dock Times")
        archive.set(one, outlet="Pier Post")
        last = archive.undo(author="Bo")
        assert last is not None
        assert (last.author, last.value) == ("Bo", "Pier Post")
        assert archive.get(one).article.outlet == "Dock Times"
        archive.undo()
        assert archive.get(one).article.outlet == "Quay Herald"
        assert archive.get(one).article.outlet_from == "field"
        assert archive.undo() is None
        assert archive.check() == []


def test_judgements_are_carried_to_another_archive_and_applying_twice_changes_nothing(
    tmp_path: Path,
) -> None:
    with filled(tmp_path / "a", 2) as a, filled(tmp_path / "b", 2) as b:
        one, other = (row.id for row in a.newest())
        a.set(one, outlet="Dock Times")
        a.set(other, published="2030-01-01")
        a.undo()
        lines = [to_line(judgement) for judgement in a.judgements()]
        assert b.apply(from_lines(lines)) == (3, 0)
        assert b.apply(from_lines(lines)) == (0, 3)
        shown = [(row.id, row.outlet, row.published) for row in a.newest()]
        assert [(row.id, row.outlet, row.published) for row in b.newest()] == shown
        assert b.status().state == a.status().state
        assert b.check() == []


def test_a_judgement_waits_for_its_article(tmp_path: Path) -> None:
    with filled(tmp_path / "a", 1) as a, Archive.open(tmp_path / "b", create=True) as b:
        one = a.newest()[0].id
        a.set(one, outlet="Dock Times")
        assert b.apply(a.judgements()) == (1, 0)
        b.add(coming_in(page(1, published="2031-03-01")))
        assert b.get(one).article.outlet == "Dock Times"
        assert b.newest()[0].outlet == "Dock Times"
        assert b.search('outlet:"Dock Times"').total == 1
        assert b.check() == []


def test_a_decision_is_signed_with_the_name_given_and_never_with_the_login(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("USER", "root-of-all")
    monkeypatch.setenv("LOGNAME", "root-of-all")
    with filled(tmp_path / "archive", 1) as archive:
        one = archive.newest()[0].id
        assert archive.set(one, outlet="A")[0].author == "unnamed"
        monkeypatch.setenv("BROADSHEET_AUTHOR", "Desk 4")
        assert archive.set(one, outlet="B")[0].author == "Desk 4"
        assert archive.set(one, outlet="C", author="Ann")[0].author == "Ann"


def test_the_later_decision_wins_whatever_order_they_come_in() -> None:
    made = [
        decision("2021-01-01T10:00:00.000000Z", "outlet", "A"),
        decision("2021-01-01T11:00:00.000000Z", "outlet", "B"),
        decision("2021-01-01T12:00:00.000000Z", "role", "noise", target="4"),
    ]
    undone = replace(made[1], at="2021-01-02T10:00:00.000000Z", undoes=made[1].id)
    for order in permutations([*made, signed(undone)]):
        found = verdict(order)
        assert found.values == {"outlet": "A"}
        assert found.roles == {4: "noise"}


def test_taking_back_can_be_taken_back() -> None:
    made = decision("2021-01-01T10:00:00.000000Z", "outlet", "A")
    undo = signed(replace(made, at="2021-01-02T10:00:00.000000Z", undoes=made.id))
    redo = signed(replace(made, at="2021-01-03T10:00:00.000000Z", undoes=undo.id))
    assert in_force([made, undo]) == []
    assert in_force([redo, undo, made]) == [made]


def test_the_status_counts_the_decisions_that_hold(tmp_path: Path) -> None:
    with filled(tmp_path / "archive", 2) as archive:
        one, other = (row.id for row in archive.newest())
        archive.set(one, outlet="Harbour Gazette")
        archive.set(one, outlet="The Harbour Gazette")  # in place of the first
        archive.set(other, outlet="Harbour Wire")
        archive.undo()
        assert len(archive.judgements()) == 4
        assert archive.status().judgements == 1
        archive.judge(one, "role", "noise", target="2")
        archive.judge(one, "role", None, target="2")  # as it was read
        assert archive.status().judgements == 1
        archive.names().outlet("Gazette of the Harbour", "The Harbour Gazette")
        assert archive.status().judgements == 2


def test_a_line_made_by_hand_needs_no_id() -> None:
    made = decision("2021-01-01T10:00:00.000000Z", "outlet", "A")
    fields = json.loads(to_line(made))
    del fields["id"]
    assert list(from_lines(["", json.dumps(fields)])) == [made]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"value": "forged"}, "does not fit"),
        ({"field": "mood"}, "not 'mood'"),
        ({"article": "abc"}, "64 hex digits"),
        ({"at": "lately"}, "no judgement"),
        ({"at": "2021-01-01T10:00:00"}, "offset"),
        ({"value": 4}, "no text"),
        ({"author": ""}, "needs"),
    ],
)
def test_a_line_that_is_no_judgement_is_named_by_its_number(
    change: dict[str, object], said: str
) -> None:
    good = to_line(decision("2021-01-01T10:00:00.000000Z", "outlet", "A"))
    bad = json.dumps(json.loads(good) | change)
    with pytest.raises(BadJudgement, match=f"(?s)Line 2.*{said}"):
        list(from_lines([good, bad]))


@pytest.mark.parametrize("line", ["{", "[]", "3", '"x"'])
def test_a_line_that_is_no_json_object_is_refused(line: str) -> None:
    with pytest.raises(BadJudgement, match="Line 1"):
        list(from_lines([line]))


@pytest.mark.parametrize(
    "moment",
    ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59.999999-10:00", "1989-12-31T12:00:00Z",
     "9999-12-31T23:59:59.999999Z"],
)  # fmt: skip
def test_a_judgement_of_an_impossible_moment_is_refused(moment: str) -> None:
    line = {"at": moment, "author": "Ann", "article": "a" * 64, "field": "outlet", "value": "B"}
    with pytest.raises(BadJudgement, match="Line 1"):
        list(from_lines([json.dumps(line)]))


def test_an_impossible_moment_that_is_there_hinders_no_other_article(tmp_path: Path) -> None:
    with filled(tmp_path / "archive", 2) as archive:
        one, other = (row.id for row in archive.newest())
        late = signed(
            Judgement("", "9999-12-31T23:59:59.999999Z", "Ann", one, "outlet", "Far Times")
        )
        archive.apply([late])
        assert archive.set(other, outlet="Dock Times", author="Ann")
        assert archive.get(other).article.outlet == "Dock Times"
        with pytest.raises(BadJudgement, match="nothing can follow"):
            archive.set(one, outlet="Dock Times", author="Ann")


def test_characters_that_are_no_text_are_refused_in_a_judgement(tmp_path: Path) -> None:
    with filled(tmp_path / "archive", 1) as archive:
        one = archive.newest()[0].id
        with pytest.raises(BadJudgement, match="no text"):
            archive.set(one, outlet="Dock \ud800 Times", author="Ann")
        assert archive.judgements() == []
