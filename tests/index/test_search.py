"""Queries answered as a person would call right, on a handful of articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from pieces import engine_of, piece

from corpus.article import Article
from index.answers import Answer, Histogram
from index.days import Days
from index.engine import Engine
from index.facets import histogram, unlisted
from index.outside import Asked
from index.query.parse import read
from index.query.tree import QueryError
from index.results import Coverage, Row, Sort
from index.schema import day_number
from index.search import hit_spans, search

TODAY = date(2015, 9, 19)

ARTICLES: dict[str, Article] = {
    "strike": piece(
        "Dockers in Port Alma voted to strike on Friday.\n\nMayor Ines Moss said the harbour has "
        "to go on working. Around 250,000 tonnes wait.",
        title="Harbour strike halts ferries",
        outlet="The Daily Gull",
        published="2015-09-18",
        authors=("Tom Brandt",),
        agencies=("AFP",),
        dateline="PORT ALMA",
        url="https://www.gull.example/news/strike",
        captions=("Pickets at dawn.",),
    ),
    "talks": piece(
        "Talks between al-Hadi and the U.S. envoy ended without a deal, he told us.\n\n"
        "The strikers’ leader, Zoë Lindqvist, called 250000 tonnes “a fantasy”.",
        title="Talks fail",
        outlet="Tide",
        published="2015-08-02",
        url="http://tide.example/talks",
        authors=("Ana Strike",),
    ),
    "britain": piece(
        "Großbritannien schickt Fähren. IS und US bleiben not amused.\n\nThat is not all.",
        title="Fähren für Alma",
        outlet="Alma Zeitung",
        published="2014-12-31",
        language="de",
    ),
    "undated": piece(
        "Ferry tickets cost more. It is time to go: the captain has a ferry to catch.",
        title="Ferry prices",
        outlet="Tide",
    ),
    "quiet": piece(
        "Nothing much happened in Moss Landing.",
        title="A quiet day",
        outlet="Daily Gull Weekend",
        published="2015-09-01",
        standfirst="Even the harbour slept.",
    ),
}
NUMBERS = {name: number for number, name in enumerate(ARTICLES, 1)}
NAMED = {  # key → articles that name it
    "person:ines moss": ["strike"],
    "person:zoe lindqvist": ["talks"],
    "person:moss": ["quiet"],
    "place:port alma": ["strike"],
    "place:alma": ["britain"],
    "organisation:u.s. navy": ["talks"],
}


class Shelf:
    """Records in memory: what a search asks of them."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = dict(enumerate(articles, 1))
        self.recognised: int | None = None

    def rows_by_seq(self, seqs: Sequence[int]) -> dict[int, Row]:
        found = {seq: self.articles[seq] for seq in seqs if seq in self.articles}
        return {
            seq: Row(one.id, one.outlet, one.headline, one.published, "", one.words)
            for seq, one in found.items()
        }

    def articles_by_seq(self, seqs: Iterable[int]) -> dict[int, Article]:
        return {seq: self.articles[seq] for seq in seqs}

    texts_by_seq = articles_by_seq

    def ids_of(self, seqs: Iterable[int]) -> dict[int, str]:
        return {seq: self.articles[seq].id for seq in seqs if seq in self.articles}

    def keys_holding(self, type_: str | None, part: str) -> list[str]:
        return [
            key for key in NAMED
            if (type_ is None or key.startswith(type_ + ":")) and (part in key or "." in key)
        ]  # fmt: skip

    def seqs_naming(self, keys: Iterable[str]) -> set[int]:
        return {NUMBERS[name] for key in keys for name in NAMED[key]}

    def seqs_of(self, ids: Iterable[str]) -> set[int]:
        wanted = set(ids)
        return {seq for seq, one in self.articles.items() if one.id in wanted}

    def seqs(self) -> set[int]:
        return set(self.articles)

    def ahead(self) -> frozenset[int]:
        return frozenset()

    def coverage(self) -> Coverage:
        undated = sum(one.published is None for one in self.articles.values())
        known = len(self.articles) if self.recognised is None else self.recognised
        return Coverage(len(self.articles), known, undated)

    def naming_counts(
        self, seqs: Sequence[int], types: Sequence[str], limit: int
    ) -> dict[str, list[tuple[str, int]]]:
        return {type_: self._counted(set(seqs), type_, limit) for type_ in types}

    def _counted(self, wanted: set[int], type_: str, limit: int) -> list[tuple[str, int]]:
        counts = Counter(
            {
                key.partition(":")[2]: len(wanted & {NUMBERS[name] for name in names})
                for key, names in NAMED.items()
                if key.startswith(type_ + ":")
            }
        )
        return [(name, count) for name, count in counts.most_common(limit) if count]


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return engine_of(tmp_path_factory.mktemp("search") / "ix", ARTICLES.values(), batch=2)


def ask(engine: Engine, text: str, sort: Sort = "relevance", facets: bool = False) -> Answer:
    shelf = Shelf(list(ARTICLES.values()))
    return search(engine, shelf, text, sort=sort, facets=facets, today=TODAY)


def found(engine: Engine, text: str, sort: Sort = "relevance") -> list[str]:
    names = {article.id: name for name, article in ARTICLES.items()}
    return [names[hit.row.id] for hit in ask(engine, text, sort).hits]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # words and their forms
        ("harbour", "strike quiet"),
        ("HARBOUR", "strike quiet"),
        ("voting", "strike"),
        ("ferries", "strike undated"),
        ("harbour ferries", "strike"),
        ("strike", "strike"),
        ("striker", "talks"),
        ("sleeping", ""),
        ("Fahren", "britain"),
        ("fähren", "britain"),
        ("zoe", "talks"),
        ("Zoë", "talks"),
        ("al-Hadi", "talks"),
        ("hadi", "talks"),
        ("hadi-al", ""),
        ("strikers'", "talks"),
        ("strikers’", "talks"),
        ("250,000", "strike talks"),
        ("250000", "strike talks"),
        ("Grossbritannien", "britain"),
        ("Großbritannien", "britain"),
        ("U.S.", "talks britain"),
        ("IS", "britain"),
        ("is", "britain undated"),
        ("US", "talks britain"),
        ("not", "britain"),
        ("pickets", "strike"),
        ("slept", "quiet"),
        # phrases are these words
        ('"has to go"', "strike"),
        ('"to go"', "strike undated"),
        ('"go to"', ""),
        ('"ferry"', "undated"),
        ('"Hadi"', "talks"),
        ('"strikers"', "talks"),
        ('"Friday Mayor"', ""),
        ("“the harbour”", "strike quiet"),
        # operators
        ("harbour -strike", "quiet"),
        ("harbour OR ferry", "strike undated quiet"),
        ("-strike", "talks britain undated quiet"),
        ("!strike !ferry", "talks britain quiet"),
        ("(harbour OR talks) AND NOT strike", "talks quiet"),
        ("harbour OR -strike", "strike talks britain undated quiet"),
        ("*", "strike talks britain undated quiet"),
        # prefix and wildcard
        ("harb*", "strike quiet"),
        ("ferri*", "strike"),
        ("fer*", "strike undated"),
        ("h?rbour", "strike quiet"),
        ("*bour", "strike quiet"),
        ("*rb*ur", "strike quiet"),
        ("al-Had*", "talks"),
        ("250,0*", "strike talks"),
        # fields
        ("title:strike", "strike"),
        ("body:talks", "talks"),
        ("title:harbour", "strike"),
        ("outlet:tide", "talks undated"),
        ('outlet:"Daily Gull"', "strike quiet"),
        ('outlet:"The Daily Gull"', "strike"),
        ("outlet:gull", "strike quiet"),
        ('outlet:"daily g*"', "strike quiet"),
        ('outlet:"daily gull w*"', "quiet"),
        ('outlet:"daily w*"', ""),
        ('person:"ines mo*"', "strike"),
        ('person:"Mrs. Ines Moss"', "strike"),
        ('person:"Mr Moss"', "strike quiet"),
        ("outlet:tide,zeitung", "talks britain undated"),
        ("outlet:(tide OR zeitung)", "talks britain undated"),
        ("outlet:ti*", "talks undated"),
        ("-outlet:tide", "strike britain quiet"),
        ("author:brandt", "strike"),
        ('author:"Ana Strike"', "talks"),
        ("agency:afp", "strike"),
        ('dateline:"port alma"', "strike"),
        ("lang:de", "britain"),
        ("url:gull.example", "strike"),
        ("url:https://www.gull.example/news", "strike"),
        ("url:tide.example/talks", "talks"),
        ("url:example", ""),
        # days
        ("date:2015", "strike talks quiet"),
        ("date:2015-09", "strike quiet"),
        ("date:2015-09-18", "strike"),
        ("date:yesterday", "strike"),
        ("date:>=2015-09-01", "strike quiet"),
        ("date:<2015", "britain"),
        ("date:[2014-12-01 TO 2015-08-31]", "talks britain"),
        ("date:[* TO 2014]", "britain"),
        ("date:2015-08..2015-09-01", "talks quiet"),
        ("date:7d", "strike"),
        ("-date:2015", "britain undated"),
        ("is:undated", "undated"),
        ("is:dated", "strike talks britain quiet"),
        # parts
        ("has:author", "strike talks"),
        ("has:caption", "strike"),
        ("has:standfirst", "quiet"),
        ("-has:url", "britain undated quiet"),
        ("author:*", "strike talks"),
        # names come from the records
        ("person:moss", "strike quiet"),
        ('person:"Ines Moss"', "strike"),
        ('person:"Moss"', "quiet"),
        ("place:alma", "strike britain"),
        ("entity:lindqvist", "talks"),
        ("entity:Zoë", "talks"),
        ("person:Mos*", "strike quiet"),
        ("person:Ines*", "strike"),
        ("organisation:U.S.", "talks"),
        ("organisation:moss", ""),
        ("person:moss -harbour", ""),
        ("-person:moss", "talks britain undated"),
        # not there yet, and said so
        ("story:strike", ""),
        ("harbour -tag:read", "strike quiet"),
        # wildcards within a phrase
        ('"harbour str*"', "strike"),
        ('"dock?rs in port"', "strike"),
        ('"has * go"', "strike"),
        ('"strik* leader"', "talks"),
        ('title:"fail* talks"', ""),
        ('"harb* h?s" NEAR/4 working', "strike"),
        ('-"has * go" harbour', "quiet"),
    ],
)
def test_a_query_finds_these_and_no_others(engine: Engine, text: str, names: str) -> None:
    assert set(found(engine, text)) == set(names.split())


def test_the_title_counts_more_than_the_text(engine: Engine) -> None:
    assert found(engine, "harbour") == ["strike", "quiet"]


def test_a_word_as_written_counts_more_than_its_other_forms(tmp_path: Path) -> None:
    forms = [
        piece("they walked home", salt=1),
        piece("they WALK home", salt=2),
        piece("they walk home", salt=3),
    ]
    engine = engine_of(tmp_path / "ix", forms)
    answer = search(engine, Shelf(forms), "walk", today=TODAY)
    assert [hit.row.id for hit in answer.hits] == [forms[2].id, forms[1].id, forms[0].id]


def test_excluding_and_narrowing_change_no_score(engine: Engine) -> None:
    plain = {hit.row.id: hit.score for hit in ask(engine, "harbour").hits}
    for narrowed in ("harbour -talks", "harbour date:2015", "harbour outlet:gull", "harbour *"):
        scores = {hit.row.id: hit.score for hit in ask(engine, narrowed).hits}
        assert scores == plain
    assert {hit.score for hit in ask(engine, "-talks").hits} == {0.0}


def test_undated_articles_come_last_in_both_orders_of_days(engine: Engine) -> None:
    assert found(engine, "*", "newest") == ["strike", "quiet", "talks", "britain", "undated"]
    assert found(engine, "*", "oldest") == ["britain", "talks", "quiet", "strike", "undated"]
    assert found(engine, "* sort:-date", "relevance")[0] == "strike"


def test_a_random_order_is_the_same_for_the_same_seed(tmp_path: Path) -> None:
    many = [piece("harbour", salt=n) for n in range(30)]
    engine, shelf = engine_of(tmp_path / "ix", many), Shelf(many)

    def order(seed: int) -> list[str]:
        answer = search(engine, shelf, "harbour", sort="random", seed=seed, limit=30, today=TODAY)
        return [hit.row.id for hit in answer.hits]

    assert order(1) == order(1)
    assert order(1) != order(2)
    assert sorted(order(1)) == sorted(order(2))


def test_equal_scores_go_by_day_and_then_by_id_whatever_came_first(tmp_path: Path) -> None:
    alike = [piece("harbour", salt=n) for n in range(8)]
    alike.append(piece("harbour", published="2015-01-01"))
    there = engine_of(tmp_path / "a", alike)
    back = engine_of(tmp_path / "b", alike[::-1])
    one = [hit.row.id for hit in search(there, Shelf(alike), "harbour", today=TODAY).hits]
    other = [hit.row.id for hit in search(back, Shelf(alike[::-1]), "harbour", today=TODAY).hits]
    assert one == other
    assert one[0] == alike[-1].id
    assert one[1:] == sorted(one[1:])


def test_pages_follow_one_another_without_a_gap(tmp_path: Path) -> None:
    many = [piece("harbour " * (n % 5 + 1) + f"w{n}", salt=n) for n in range(25)]
    engine, shelf = engine_of(tmp_path / "ix", many), Shelf(many)
    whole = [h.row.id for h in search(engine, shelf, "harbour", limit=25, today=TODAY).hits]
    paged = [
        hit.row.id
        for offset in range(0, 25, 10)
        for hit in search(engine, shelf, "harbour", limit=10, offset=offset, today=TODAY).hits
    ]
    assert paged == whole
    assert len(set(whole)) == 25


def test_the_answer_says_how_it_was_read_and_what_it_rests_on(engine: Engine) -> None:
    answer = ask(engine, "harbour (ferries")
    assert answer.query == "harbour (ferries"
    assert answer.read_as == "harbour AND ferries"
    assert answer.repairs == ("a parenthesis was never closed; it was closed at the end",)
    assert (answer.total, answer.rows) == (1, 1)
    assert answer.coverage == Coverage(articles=5, recognised=5, undated=1)
    assert answer.took_ms > 0


def test_facets_that_list_the_first_hundred_say_of_how_many(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    hundred = tuple((f"v{n}", 1) for n in range(100))
    [stories] = unlisted({"story": hundred, "person": hundred[:99]}, 15_869)
    assert stories == "Of 15,869 stories the 100 with most of these articles are listed."
    [names] = unlisted({"story": hundred, "person": hundred, "place": hundred}, 100)
    assert "100 names" in names
    assert "(person, place)" in names
    monkeypatch.setattr("index.facets.NAMES", 1)
    assert any("1 names" in note for note in ask(engine, "*", facets=True).notes)
    assert not any("listed" in note for note in ask(engine, "*").notes)


def test_facets_count_all_matches_however_few_are_shown(engine: Engine) -> None:
    shelf = Shelf(list(ARTICLES.values()))
    answer = search(engine, shelf, "*", limit=1, facets=True, today=TODAY)
    assert answer.facets["outlet"][0] == ("Tide", 2)
    assert answer.facets["month"] == (
        ("2014-12", 1), ("2015-08", 1), ("2015-09", 2),
    )  # fmt: skip
    assert answer.facets["agency"] == (("AFP", 1),)
    assert ("ines moss", 1) in answer.facets["person"]
    assert answer.facets["story"] == ()
    assert answer.histogram is not None
    assert answer.histogram.unit == "week"
    assert answer.histogram.bars[-1] == ("2015-09-14..2015-09-20", 1)
    assert ask(engine, "*").facets == {}
    assert answer.undated == 1


def spread(days: Iterable[str | None]) -> Histogram:
    return histogram(Days.of(np.array([day_number(day) for day in days], np.int64)))


def test_the_histogram_takes_the_unit_that_fits_and_leaves_no_gap() -> None:
    assert spread([]).bars == ()
    assert spread(["2015-09-01", None, "2015-09-03", "2015-09-03T10:00"]).bars == (
        ("2015-09-01", 1), ("2015-09-02", 0), ("2015-09-03", 2),
    )  # fmt: skip
    weeks = spread(["2015-09-01", "2015-12-01"])
    assert (weeks.unit, weeks.bars[0]) == ("week", ("2015-08-31..2015-09-06", 1))
    months = spread(["2014-11-30", "2016-12-01"])
    assert (months.unit, months.bars[:2]) == ("month", (("2014-11", 1), ("2014-12", 0)))
    assert [name for name, _ in spread(["1999-01-01", "2015-01-01"]).bars][::16] == [
        "1999", "2015",
    ]  # fmt: skip


def test_every_bar_of_the_histogram_is_a_query_that_finds_what_it_counts(engine: Engine) -> None:
    days = [article.published for article in ARTICLES.values()]
    bars = spread(days).bars
    assert sum(count for _, count in bars) == sum(day is not None for day in days)
    for name, count in bars:
        assert ask(engine, f"date:{name}").total == count


def test_a_facet_added_to_the_query_finds_as_many_as_it_counted(engine: Engine) -> None:
    for outlet, count in ask(engine, "*", facets=True).facets["outlet"]:
        assert ask(engine, f'outlet:"{outlet}"').total == count
    for person, count in ask(engine, "*", facets=True).facets["person"]:
        assert ask(engine, f'person:"{person}"').total == count
    for month, count in ask(engine, "*", facets=True).facets["month"]:
        assert ask(engine, f"date:{month}").total == count


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("sritke", "sritke finds nothing; did you mean strike?"),
        ("harbuor", "harbuor finds nothing; did you mean harbour?"),
        ("strike ferrys mayr", "mayr finds nothing; did you mean mayor?"),
        ("strike picke", "picke finds nothing; did you mean picke*?"),
        ("title:harbo", "title:harbo finds nothing; did you mean title:harbo*?"),
        ('"port almo"', '"port almo" finds nothing; did you mean "port alma"?'),
        ("title:harbor", "title:harbor finds nothing; did you mean title:harbour?"),
        ("outlet:tidde", "outlet:tidde finds nothing; did you mean outlet:tide?"),
        ("outlet:wekend", 'outlet:wekend finds nothing; did you mean outlet:"daily gull weekend"?'),
        ("strike xyzzyx", "xyzzyx finds nothing."),
        (
            "strike N5 xyzzyx",
            "N5 finds nothing: it was looked for as a word; NEAR/5 is for near",
        ),
        (
            "strike WHO",
            "WHO finds nothing: it was taken as it stands in capitals; who in small letters finds "
            "the everyday word too.",
        ),
        (
            "mayor NEAR/2 harbuor",
            "mayor NEAR/2 harbuor finds nothing; did you mean mayor NEAR/2 harbour?",
        ),
        ("mayor NEAR/1 harbour", "mayor NEAR/1 harbour finds nothing; mayor AND harbour finds 1."),
        (
            "sent:(dockers mayor)",
            "sent:(dockers AND mayor) finds nothing; dockers AND mayor finds 1.",
        ),
        ('"voted dockers"', '"voted dockers" finds nothing; voted AND dockers finds 1.'),
        ("quote:strike", "quote:strike finds nothing; strike finds 1."),
        ("harbou?r", "harbou?r finds nothing; harbor OR harbour finds 2."),
        ('"I. Moss"', '"I. Moss" finds nothing; "I* Moss" finds 2.'),
        ("strike tickets", "Each part is found, but no article holds them all."),
        ("ferries+harbour", "ferries+harbour finds nothing; ferries AND harbour finds 1."),
        (r"x\(y\)z", "x(y)z finds nothing."),
        ("outlet:gull outlet:tide", "An article has one outlet: outlet:(gull OR tide) finds 4."),
        (
            "date:2015-09-01 date:2015-09-19",
            "An article has one day: date:2015-09-01 OR date:2015-09-19 finds 1.",
        ),
        ("after:2014 before:2015", "No day is in all of date:>=2015-01-01, date:<=2014-12-31."),
        ("pickets -strike", "Without NOT strike there would be 1."),
        ("story:strike", "No article has been grouped into stories yet."),
        ("is:starred", "No article is starred yet."),
    ],
)
def test_no_hits_are_explained(engine: Engine, text: str, note: str) -> None:
    answer = ask(engine, text)
    assert answer.total == 0
    assert note in (*answer.repairs, *answer.notes)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("harbour -sritke", "sritke finds nothing, so it leaves nothing out; did you mean strike?"),
        (
            "harbour -outlet:tidde",
            "outlet:tidde finds nothing, so it leaves nothing out; did you mean outlet:tide?",
        ),
        (
            "harbour -outlet:dgw",
            "outlet:dgw finds nothing, so it leaves nothing out; "
            'did you mean outlet:"daily gull weekend"?',
        ),
        (
            "harbour -outlet:=gull",
            'outlet:="gull" finds nothing, so it leaves nothing out; did you mean outlet:gull?',
        ),
        ("-said:xyzzyx", "said:xyzzyx finds nothing, so it leaves nothing out."),
        (
            "harbour -place:almq",
            "place:almq finds nothing, so it leaves nothing out; did you mean place:alma?",
        ),
        (
            "harbour NOT (sritke OR tickets OR mayr)",
            "mayr finds nothing, so it leaves nothing out; did you mean mayor?",
        ),
        ("strike (harbour OR xyzzyx)", "xyzzyx finds nothing."),
        ("title:(harbour OR xyzzyx)", "title:xyzzyx finds nothing."),
        ("outlet:(gull OR tidde)", "outlet:tidde finds nothing; did you mean outlet:tide?"),
        ("outlet:tidde OR outlet:gull", "outlet:tidde finds nothing; did you mean outlet:tide?"),
        (
            '-"harbour strikke"',
            '"harbour strikke" finds nothing, so it leaves nothing out; '
            'did you mean "harbour strike"?',
        ),
    ],
)
def test_a_part_without_effect_is_told_beside_what_is_found(
    engine: Engine, text: str, note: str
) -> None:
    answer = ask(engine, text)
    assert answer.total > 0
    assert note in answer.notes


@pytest.mark.parametrize(
    "text",
    ["harbour -tickets", "(tickets OR strike)", "outlet:(gull OR tide)", "-is:undated harbour",
     "har OR har*", "harbour -has:caption", "harbour (mayor -tickets)"],
)  # fmt: skip
def test_of_parts_with_an_effect_nothing_is_told(engine: Engine, text: str) -> None:
    assert not any("finds nothing" in note for note in ask(engine, text).notes)


def test_what_is_left_out_in_vain_is_told_where_nothing_is_found_too(engine: Engine) -> None:
    notes = ask(engine, "sritke -outlet:tidde").notes
    assert notes == (
        "sritke finds nothing; did you mean strike?",
        "outlet:tidde finds nothing, so it leaves nothing out; did you mean outlet:tide?",
    )


def test_an_empty_archive_says_that_it_is_empty(tmp_path: Path) -> None:
    empty = Engine.open(tmp_path / "ix", create=True)
    answer = search(empty, Shelf([]), "harbour", today=TODAY)
    assert answer.notes == ("The archive is empty; add articles with `broadsheet add`.",)


def test_what_is_not_there_yet_is_said_even_when_something_is_found(engine: Engine) -> None:
    assert ask(engine, "harbour -tag:read").notes == ("No article carries a tag yet.",)


def test_an_answer_about_names_says_how_many_articles_it_rests_on(engine: Engine) -> None:
    shelf = Shelf(list(ARTICLES.values()))
    shelf.recognised = 2
    note = "Names are known for 2 of 5 articles so far; `broadsheet recognise` finds the others."
    assert search(engine, shelf, "-person:moss", today=TODAY).notes == (note,)
    assert search(engine, shelf, "harbour", today=TODAY).notes == ()
    assert ask(engine, "person:moss").notes == ()


def test_a_prefix_of_too_many_words_says_that_it_was_cut(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    from index.query import watch

    monkeypatch.setattr(watch, "MOST_FORMS", 2)
    for _ in range(3):  # every time: what was cut short is not remembered
        answer = ask(engine, "*r*")
        (note,) = answer.notes
        assert note == "*r* stands for too many words; only the most frequent were searched."
        assert answer.total > 0


def test_a_name_cannot_be_asked_for_by_wildcard_and_that_is_said(engine: Engine) -> None:
    with pytest.raises(QueryError, match="write words of the name"):
        ask(engine, "person:m?ss")


def marked(query: str, text: str) -> list[str]:
    return [text[start:end] for start, end in hit_spans(query, text)]


@pytest.mark.parametrize(
    ("query", "text", "words"),
    [
        ("strike", "A strike; the striker's strikes", ["strike", "strikes"]),
        ('"has to go"', "It has to go. It has gone to.", ["has to go"]),
        ("al-Hadi", "Al-Hadi’s men met Hadi", ["Al-Hadi’s"]),
        ("grossbritannien", "Groß\u00adbritannien", ["Groß\u00adbritannien"]),
        ("250000", "some 250,000 tonnes", ["250,000"]),
        ("harb* -strike", "harbours strike", ["harbours"]),
        ("person:moss date:2015 talks", "Moss opened talks", ["Moss", "talks"]),
        ("f?rry", "ferry furry fiery", ["ferry", "furry"]),
        ('"port alma" alma', "Port Alma", ["Port Alma"]),
        ("outlet:tide", "high tide", []),
        ("nosuch:field", "field", []),
    ],
)
def test_what_was_asked_for_is_what_is_marked(query: str, text: str, words: list[str]) -> None:
    assert marked(query, text) == words


def test_words_asked_of_the_title_are_not_marked_in_the_body() -> None:
    assert hit_spans("title:strike", "a strike", within="body") == []
    assert hit_spans("title:strike", "a strike", within="title") == [(2, 8)]


@pytest.mark.parametrize("query", ["", "  ", "!!!", "()", "outlet:", "sort:newest !!!"])
def test_a_query_in_which_nothing_is_left_finds_nothing_and_says_so(
    tmp_path: Path, query: str
) -> None:
    engine = engine_of(tmp_path / "ix", [piece("The mayor spoke.")])
    shelf = Shelf([piece("The mayor spoke.")])
    answer = search(engine, shelf, query, today=TODAY, facets=True)
    assert (answer.total, answer.hits) == (0, ())
    assert "* finds all articles" in answer.notes[0]
    assert search(engine, shelf, "*", today=TODAY).total == 1
    assert search(engine, shelf, "sort:newest", today=TODAY).total == 1


@pytest.mark.parametrize(
    "query",
    [
        "harbour",
        "harbour strike^3 -nothing",
        "title:(harbour OR ferries) OR tonnes",
        '"has to go" harb* dockers~1',
        "dockers NEAR/9 strike",
        "(harbour NEAR/9 working) date:2015",
        "strik* OR harbour OR (ferries port)^2",
    ],
)
def test_the_parts_of_a_score_add_up_to_it(engine: Engine, query: str) -> None:
    tree = read(query, today=TODAY).tree
    outside = Asked(Shelf(list(ARTICLES.values())), None)
    hits = engine.search(tree, outside=outside).hits
    assert hits
    for seq, score in hits:
        parts = engine.score_parts(tree, seq, outside)
        assert sum(part.score for part in parts) == pytest.approx(score, abs=1e-6)
        assert all("NOT" not in part.part for part in parts)


def test_a_part_says_how_often_it_stands_where(engine: Engine) -> None:
    tree = read("harbour strikes", today=TODAY).tree
    parts = engine.score_parts(tree, NUMBERS["strike"], Asked(Shelf([]), None))
    fields = {part.part: part.fields for part in parts}
    assert fields["harbour"] == (("title", 0.9, 8.0), ("body", 1.0, 1.0))
    assert [name for name, _, _ in fields["strikes"]] == ["title", "body"]


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("outlet:Daily Gull ferry", "Daily Gull"),
        ("outlet:the daily gull", "the daily gull"),
        ("outlet:gull ferry", ""),
        ('outlet:"Daily Gull" ferry', ""),
        ("outlet:Daily AND Gull", ""),
    ],
)
def test_an_outlet_named_without_quotation_marks_is_offered_with_them(
    engine: Engine, query: str, meant: str
) -> None:
    notes = [one for one in ask(engine, query).notes if "takes one word" in one]
    wanted = f'outlet: takes one word; outlet:"{meant}" is an outlet of this archive.'
    assert notes == [wanted] * bool(meant)
