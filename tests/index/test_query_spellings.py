"""A word that may be a slip, or is written in another way too, is told; nothing is swapped."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pieces import engine_of, piece
from test_search import Shelf

from corpus.sources import SourceOptions
from index.answers import Answer
from index.archive import Archive
from index.intake import walk
from index.query.variants import variants
from index.search import search
from tui.views.typing import suggestion

Ask = Callable[[str], Answer]

TEXTS = (
    "The president met the labour union.",
    "A labor union sent an e-mail about the F-35 and the centre.",
    "Email went out: F-35s crossed the wall, said the goverment.",
    "One colour, two colors; the talks are organised. The wall stands.",
    "They organize a ceasefire. Four hours passed. WALL is what one sign said.",
    *(f"The government of county {number} sat." for number in range(120)),
)


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    articles = [piece(text, salt=number) for number, text in enumerate(TEXTS)]
    folder: Path = tmp_path_factory.mktemp("spellings")
    engine, shelf = engine_of(folder / "ix", articles), Shelf(articles)
    return lambda text: search(engine, shelf, text, today=date(2031, 4, 9))


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("presidant", "presidant stands nowhere as it is written; did you mean president?"),
        ("uniom OR wall", "uniom stands nowhere as it is written; did you mean union?"),
        ("goverment", "goverment stands in few articles; did you mean government?"),
        ("goverment wall county", "goverment stands in few articles; did you mean government?"),
        ("labour", "labour is also written labor here; labour OR labor finds 2."),
        ("Labor union", "Labor is also written Labour here; Labor OR Labour finds 2."),
        ("email", "email is also written e-mail here; email OR e-mail finds 2."),
        ("e-mail", "e-mail is also written email here; e-mail OR email finds 2."),
        ("F-35s", "F-35s is also written F-35 here; F-35s OR F-35 finds 2."),
        ("organised", "organised is also written organized here; organised OR organized finds 2."),
    ],
)  # fmt: skip
def test_another_spelling_that_may_be_meant_is_offered(ask: Ask, text: str, note: str) -> None:
    assert note in ask(text).notes


@pytest.mark.parametrize(
    "text",
    ["president", "government", "labour OR labor", "four", "hour", "colour", "met", '"labour"',
     "-labour union", "labo*", "labour OR labour*", "county"],
)  # fmt: skip
def test_a_word_with_no_other_spelling_here_has_no_note(ask: Ask, text: str) -> None:
    assert not any("also written" in note or "did you mean" in note for note in ask(text).notes)


def test_a_word_that_stands_nowhere_is_offered_as_it_is_written_here(ask: Ask) -> None:
    answer = ask("F35")
    assert answer.total == 0
    assert suggestion(answer.read_as, answer.notes) == "F-35"
    assert suggestion("cease-fire", ask("cease-fire").notes) == "ceasefire"


def test_a_spelling_that_is_offered_is_not_searched(ask: Ask) -> None:
    assert ask("labour").total == ask("labor").total == 1
    assert ask("labour OR labor").total == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [("WALL", True), ("the WALL stands", True), ("THE WALL STANDS", False), ("wall", False),
     ("F-35 WHO", False)],
)  # fmt: skip
def test_capitals_that_say_nothing_are_told(ask: Ask, text: str, told: bool) -> None:
    assert any(note.startswith("WALL finds wall too") for note in ask(text).notes) == told


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("harbour", "harbor"), ("neighbors", "neighbours"), ("theatre", "theater"),
        ("centers", "centres"), ("travelled", "traveled"), ("canceled", "cancelled"),
        ("organisation", "organization"), ("analyze", "analyse"), ("defence", "defense"),
        ("co-operation", "cooperation"), ("airstrike", "air-strike"),
        ("AK-47", "AK47 AK-47s AK47s"),
        ("Programme", "Program"),
        ("advise", ""), ("exercise", ""), ("prize", ""), ("four", ""),
        ("tour", ""), ("letter", ""), ("seize", ""),
        ("9-11", ""), ("covid19", "covid-19 covid-19s covid19s"),
        ("comprised", ""), ("2015", ""), ("1990s", ""), ("wallet", ""), ("Kerry", ""),
    ],
)  # fmt: skip
def test_other_spellings_of_one_word(word: str, others: str) -> None:
    assert variants(word) == tuple(others.split())


def test_the_beginning_of_a_word_is_offered_unless_a_likelier_word_is_near(
    tmp_path: Path,
) -> None:
    texts = ["Guns, a gun and a gunned engine.", *(f"The gun of ship {n}." for n in range(9))]
    articles = [piece(text, salt=text) for text in texts]
    engine, shelf = engine_of(tmp_path / "ix", articles), Shelf(articles)

    def notes(text: str) -> tuple[str, ...]:
        return search(engine, shelf, text, today=date(2031, 4, 9)).notes

    assert notes("gunn") == ("gunn finds nothing; did you mean gun?",)
    assert notes("engi") == ("engi finds nothing; did you mean engi*?",)


def test_tab_goes_on_in_a_phrase_with_the_words_that_stand_there(tmp_path: Path) -> None:
    texts = (
        "The prime minister met ministers. Titles count.",
        "A prime minister resigned.",
        "The prime mining site. A mint. Prime numbers.",
    )
    folder = tmp_path / "articles"
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(f"Report {number}\n\n{text}\n")
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.add(walk([folder], SourceOptions(outlet="The Harbour Gazette")))

        def offers(typed: str) -> list[str]:
            return [typed[: one.start] + one.text for one in archive.completions(typed)]

        assert offers('"prime mini') == ['"prime minister', '"prime mining']
        assert offers('x "prime m') == ['x "prime minister', 'x "prime mining']
        assert offers('"prime ')[0] == '"prime minister'
        assert offers('"the tit') == ['"the titles']  # and no field
        assert offers('outlet:"The Har') == ['outlet:"The Harbour Gazette"']
        assert offers('"prime minister" ti')[0] == '"prime minister" title:'
