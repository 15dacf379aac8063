"""Forms of search beyond words and phrases: near, alike, expressions, inside, figures."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from pieces import engine_of, piece
from test_search import Shelf

from corpus.article import Article, Figure, Quotation
from index.answers import Answer
from index.engine import Engine
from index.query import watch
from index.query.tree import QueryError
from index.search import hit_spans, in_context, search

TODAY = date(2015, 9, 19)


def said(text: str, words: str, speaker: str | None, kind: str = "direct") -> Quotation:
    """A quotation of the first paragraph."""
    start = text.index(words)
    return Quotation(
        "body", 0, start, start + len(words), words, kind, speaker, "said", True  # type: ignore[arg-type]
    )  # fmt: skip


def figure(value: float | None, kind: str = "count", low: float | None = None) -> Figure:
    return Figure("body", 0, 0, 1, "?", value, low, None, None, kind, None, None)  # type: ignore[arg-type]


QUOTING = (
    "“The ferry must sail,” Ines Moss said. Tom Brandt replied: “No ferry, no talks.” "
    "Brandt said that the pier was shut. The captain praised the ferry."
)
ARTICLES: dict[str, Article] = {
    "quoting": piece(
        QUOTING,
        title="Moss and Brandt quarrel",
        quotations=(
            said(QUOTING, "“The ferry must sail,”", "Ines Moss"),
            said(QUOTING, "“No ferry, no talks.”", "Tom Brandt"),
            said(QUOTING, "the pier was shut", "Brandt", "indirect"),
        ),
        figures=(figure(2015.0, "date"),),
    ),
    "near": piece(
        "The mayor of the old town closed the harbour. Gulls cried.\n\nDockers went home early.",
        title="Harbour gate shut",
        figures=(figure(40.0, "percent"), figure(250_000.0)),
    ),
    "far": piece(
        "The mayor spoke. Then one two three four five six seven eight nine ten gulls flew over "
        "the harbour, and more.\n\nHome again.",
        figures=(figure(3e9, "money"), figure(None, low=70.0)),
    ),
    "spelt": piece("Lavrow met Lavrof and Lavrov. Kessel met Kestrel.", figures=(figure(-5.0),)),
    "us": piece("They told us that WHO experts and who else is in the US. U.S.'s plans."),
    "them": piece("Tell us who is it. It is us."),
    "shapes": piece("Assad al-Assad Hassad Nassau passed. Fähre fahre 3.5 rock'n'roll"),
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    folder = tmp_path_factory.mktemp("forms") / "ix"
    return engine_of(folder, ARTICLES.values(), batch=3)


def ask(engine: Engine, text: str) -> Answer:
    return search(engine, Shelf(list(ARTICLES.values())), text, today=TODAY)


def found(engine: Engine, text: str) -> list[str]:
    names = {article.id: name for name, article in ARTICLES.items()}
    return [names[hit.row.id] for hit in ask(engine, text).hits]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # near: the difference of places, within one paragraph
        ("mayor NEAR/7 harbour", "near"),
        ("mayor NEAR/6 harbour", ""),
        ("harbour NEAR/7 mayor", "near"),
        ("mayor PRE/7 harbour", "near"),
        ("harbour PRE/7 mayor", ""),
        ("mayor w/30 harbour", "near far"),
        ("mayors w/7 harbours", "near"),
        ("harbour NEAR/99 home", ""),
        ("mayor NEAR/3 (town OR spoke)", "far"),
        ("mayor NEAR/4 (town OR spoke)", "near far"),
        ('mayor NEAR/3 "old town"', "near"),
        ("(mayor PRE/4 town) PRE/3 harbour", "near"),
        ("(mayor PRE/4 town) PRE/2 harbour", ""),
        ("(mayor NEAR/9 harbour) NEAR/1 old", "near"),
        ("title:harbour NEAR/1 gate", "near"),
        ("body:harbour NEAR/1 gate", ""),
        ("may* NEAR/4 t?wn", "near"),
        ("harbour NEAR/1 harbour", ""),
        # loose phrases
        ('"mayor harbour"~5', ""),
        ('"mayor harbour"~6', "near"),
        ('"harbour mayor"~6', "near"),
        ('"mayor town harbour"~5', "near"),
        ('"gulls gulls"~9', ""),
        # words of similar spelling
        ("Lavrof~1", "spelt"),
        ("Lavrvo~1", "spelt"),
        ("Lawrow~2", "spelt"),
        ("Lawrowe~1", ""),
        ("xessel~1", "spelt"),
        ("Kessel~", "spelt"),
        # expressions
        ("/lavro[fv]/", "spelt"),
        ("/lavro/", ""),
        ("/.*assau?.*/", "shapes"),
        ("/fähre/", "shapes"),
        ("/fahre/", "shapes"),
        ("/[^a]*/", "far near quoting spelt them us shapes"),
        (r"/\d\.\d/", "shapes"),
        # wildcards in front
        ("*assad", "shapes"),
        ("*ssa?", "shapes"),
        ("*vrov", "spelt"),
        ("title:*arbour", "near"),
        # capitals
        ("US", "us"),
        ("U.S.", "us"),
        ("us", "us them"),
        ("WHO", "us"),
        ("who", "us them"),
        ("IT", ""),
        ('"the US"', "us"),
        ('"the us"', "us"),
        ('"told US"', ""),
        ('"told us"', "us"),
        # one sentence
        ("sent:(mayor harbour)", "near"),
        ("mayor harbour", "near far"),
        ("sent:(mayor -old)", "far"),
        ("sent:(mayor (harbour OR spoke))", "near far"),
        ('sent:("old town" closed)', "near"),
        ("sent:(harbour gate)", "near"),
        ("sent:(gulls cried mayor)", ""),
        ("mayor w/s harbour", "near"),
        ("sent:(mayor harbour NEAR/3 closed)", "near"),
        ("-sent:(mayor harbour) mayor", "far"),
        # inside quotations
        ("quote:sail", "quoting"),
        ("quote:captain", ""),
        ("quote:pier", ""),
        ('quote:"no talks"', "quoting"),
        ("quote:(ferry sail)", "quoting"),
        ("quote:(sail talks)", ""),
        ("quote:sail quote:talks", "quoting"),
        ("quote:(ferry -sail)", "quoting"),
        ("quote:(ferry -talks -sail)", ""),
        ("quote:(ferry (talks OR gulls))", "quoting"),
        ("quote:(sail (talks OR gulls))", ""),
        ('quote:("no talks" ferry^2)', "quoting"),
        ("quote:(ferry title:quarrel)", "quoting"),
        ("quote:(ferry title:harbour)", ""),
        ("quote:(-ferry) mayor", "near far"),
        ("quote:(sail NEAR/9 talks)", ""),
        ("quote:(sail OR captain)", "quoting"),
        ("quote:*", "quoting"),
        ("ferry -quote:ferry", ""),
        # quoted by somebody
        ("said:Moss", "quoting"),
        ('said:"Ines Moss"', "quoting"),
        ('said:"Tom Moss"', ""),
        ("said:captain", ""),
        ("said:Moss quote:sail", "quoting"),
        ("said:Moss quote:talks", ""),
        ("said:Brandt quote:talks", "quoting"),
        ("said:(Moss OR Brandt) quote:talks", "quoting"),
        ("said:(Ines Moss)", "quoting"),
        ("said:(Ines Brandt)", ""),
        ("said:Moss (quote:talks OR quote:gulls)", ""),
        ("said:Moss (quote:sail OR quote:gulls)", "quoting"),
        ("said:Moss quote:talks^2", ""),
        ("said:Moss^2 quote:talks", ""),
        ("said:Moss quote:(ferry sail)", "quoting"),
        ("said:Brandt quote:(ferry sail)", ""),
        ("said:(Moss -Ines)", ""),
        ("said:Moss,captain", "quoting"),
        ("said:Moss captain", "quoting"),
        # figures
        ("number:40", "near"),
        ("number:40%", "near"),
        ("number:250,000", "near"),
        ("number:>50", "near far"),
        ("number:>=250000", "near far"),
        ("number:>250000", "far"),
        ("number:50..100", "far"),
        ("number:[70 TO 100]", "far"),
        ("number:{70 TO 100]", ""),
        ("number:<0", "spelt"),
        ("number:-5", "spelt"),
        ("number:<50", "near spelt"),
        ("number:>$1bn", "far"),
        ("number:>1%", "near"),
        ("number:*", "near far spelt"),
        ("number:2015", ""),
        # what is grouped or marked
        ("story:{mayor harbour}", ""),
        ("is:starred", ""),
        ("is:duplicate", ""),
    ],
)
def test_a_query_finds_these_and_no_others(engine: Engine, text: str, names: str) -> None:
    assert set(found(engine, text)) == set(names.split())


def test_what_a_speaker_says_comes_before_what_stands_beside(tmp_path: Path) -> None:
    spoken = "“We will negotiate,” Ines Moss said. Nothing else happened."
    beside = "“We will wait,” Ines Moss said. Others will negotiate."
    articles = [
        piece(beside, quotations=(said(beside, "“We will wait,”", "Ines Moss"),)),
        piece(spoken, quotations=(said(spoken, "“We will negotiate,”", "Ines Moss"),)),
    ]
    engine = engine_of(tmp_path / "ix", articles)
    answer = search(engine, Shelf(articles), "said:Moss negotiate", today=TODAY)
    assert [hit.row.id for hit in answer.hits] == [articles[1].id, articles[0].id]


def test_somebody_is_quoted_only_where_a_speaker_is_named(tmp_path: Path) -> None:
    text = "“We will wait,” the WHO said. “No talks.”"
    articles = [
        piece(text, quotations=(said(text, "“We will wait,”", "the WHO"),)),
        piece(text, quotations=(said(text, "“No talks.”", None),), salt=1),
    ]
    engine = engine_of(tmp_path / "ix", articles)

    def total(query: str) -> int:
        return search(engine, Shelf(articles), query, today=TODAY).total

    asked = (
        "said:*",
        "-said:*",
        "quote:*",
        "said:WHO",
        "said:WHO quote:wait",
        "said:WHO quote:talks",
    )
    assert [total(query) for query in asked] == [1, 1, 2, 1, 1, 0]
    assert search(engine, Shelf(articles), "said:WHO", today=TODAY).notes == ()


def test_a_text_that_quotes_by_surname_is_found_by_the_full_name_it_gives(tmp_path: Path) -> None:
    text = "“We will wait,” Moss said."
    articles = [piece(text, quotations=(said(text, "“We will wait,”", "Moss"),))]
    engine = engine_of(tmp_path / "ix", articles)  # number 1, which mentions Ines Moss
    assert search(engine, Shelf(articles), 'said:"Ines Moss"', today=TODAY).total == 1
    assert search(engine, Shelf(articles), 'said:"Zoe Moss"', today=TODAY).total == 0
    assert search(engine, Shelf(articles), 'said:"I. Moss"', today=TODAY).total == 1
    assert search(engine, Shelf(articles), 'said:"Moss, Z*"', today=TODAY).total == 0


def test_the_answer_says_that_capitals_were_taken_as_such(engine: Engine) -> None:
    assert ask(engine, "US plans").notes == (
        "US was taken as it stands in capitals; us in small letters finds the everyday word too.",
    )
    assert ask(engine, "us").notes == ()


@pytest.mark.parametrize(
    ("query", "capitals"),
    [
        ("mayor or gulls", "OR"),
        ("mayor and not gulls", "AND NOT"),
        ("not gulls", "NOT"),
        ("title:mayor or (gulls and ferry)", "OR, AND"),
        ('"the mayor" not title:gulls', "NOT"),
    ],
)
def test_joining_words_in_small_letters_are_words_and_the_answer_says_so(
    engine: Engine, query: str, capitals: str
) -> None:
    answer = ask(engine, query)
    [note] = [one for one in answer.notes if "in small letters are words" in one]
    assert re.search(rf"; write {capitals}( |\.)", note)
    escaped = re.sub(r"\b(and|or|not)\b", r"\\\1", query)  # words by all means
    assert answer.read_as == ask(engine, escaped).read_as
    assert [hit.score for hit in answer.hits] == [hit.score for hit in ask(engine, escaped).hits]
    assert not any("in small letters" in one for one in ask(engine, escaped).notes)


@pytest.mark.parametrize(
    "query",
    [
        "mayor OR gulls",
        '"mayor or gulls"',
        "or gulls",
        "mayor or",
        "title:not gulls",
        "and",
        "Or a",
    ],
)
def test_a_joining_word_that_can_only_be_a_word_is_not_remarked_on(
    engine: Engine, query: str
) -> None:
    assert not any("in small letters" in one for one in ask(engine, query).notes)


UNSEEN = ["\u200b", "\u00ad", "\u2060", "\ufeff", "\u200d", "\u200e", "\u061c", "\ufe0f"]


@pytest.mark.parametrize("sign", UNSEEN, ids=ascii)
def test_words_are_found_and_marked_as_a_reader_sees_them(tmp_path: Path, sign: str) -> None:
    text = f"The har{sign}bour {sign}gate. U.{sign}S. sailors, 250{sign},000 of them."
    articles = [piece(text, title=f"Ha{sign}fen")]
    engine = engine_of(tmp_path / "ix", articles)
    for query in (
        "harbour gate",
        "US",
        "U.S.",
        "250,000",
        "title:hafen",
        "harb* /harbour/ harbuor~",
        f"har{sign}bour{sign} {sign}AND ga{sign}te",
        f"ti{sign}tle:hafen",
        f'"harbour{sign} gate"',
    ):
        assert search(engine, Shelf(articles), query, today=TODAY).total == 1, query
    marked = [text[start:end] for start, end in hit_spans("harbour gate US", text)]
    assert [word.replace(sign, "") for word in marked] == ["harbour", "gate", "U.S."]


def test_a_name_that_only_seems_to_be_a_form_of_the_word_is_not_found(tmp_path: Path) -> None:
    texts = ["Ferris sat.", "The ferries sailed.", "Israelis met an Israeli.", "Ferris’s crew."]
    articles = [piece(text) for text in texts]
    engine = engine_of(tmp_path / "ix", articles)

    def total(query: str) -> int:
        return search(engine, Shelf(articles), query, today=TODAY).total

    assert [total(word) for word in ("ferry", "ferries", "Ferris", "Israeli")] == [1, 1, 2, 1]
    assert hit_spans("ferry", texts[0]) == []
    assert [texts[2][a:b] for a, b in hit_spans("israeli", texts[2])] == ["Israelis", "Israeli"]


def test_forms_of_a_word_count_by_how_near_they_are_to_what_was_written(tmp_path: Path) -> None:
    articles = [
        piece(f"Then {word} came home.", salt=word) for word in ("Fähren", "fahren", "Fahre")
    ]
    engine = engine_of(tmp_path / "ix", articles)
    hits = search(engine, Shelf(articles), "Fähren", today=TODAY).hits
    assert [hit.row.id for hit in hits[:2]] == [articles[0].id, articles[1].id]
    assert hits[0].score > hits[1].score


def test_words_of_other_spellings_are_told(engine: Engine) -> None:
    assert ask(engine, "Lavrov~").notes == ("Lavrov~2 stands for lavrof, lavrov, lavrow.",)
    assert ask(engine, "title:Lavrov~").notes[0].startswith("title:Lavrov~2 finds nothing")


def test_a_weight_multiplies_the_score_of_its_part(engine: Engine) -> None:
    plain = {hit.row.id: hit.score for hit in ask(engine, "mayor OR gulls").hits}
    mayor = {hit.row.id: hit.score for hit in ask(engine, "mayor").hits}
    weighed = {hit.row.id: hit.score for hit in ask(engine, "mayor^3 OR gulls").hits}
    for one, score in plain.items():
        assert weighed[one] == pytest.approx(score + 2 * mayor.get(one, 0.0))


def test_the_nearest_spelling_comes_first(tmp_path: Path) -> None:
    articles = [piece(f"they met {name}", salt=name) for name in ("Larov", "Lavrof", "Lavrov")]
    engine = engine_of(tmp_path / "ix", articles)
    answer = search(engine, Shelf(articles), "Lavrov~2", today=TODAY)
    assert answer.hits[0].row.id == articles[2].id
    assert answer.total == 3


def test_marks_of_a_person_reach_a_query_as_ids(engine: Engine) -> None:
    class Mine:
        def bearing(self, mark: str) -> list[str] | None:
            starred = {"starred": [ARTICLES["near"].id, "gone"], "read": [ARTICLES["far"].id]}
            return starred.get(mark)

        def texts(self, field: str) -> list[tuple[str, str]]:
            return []

    def total(text: str) -> int:
        shelf = Shelf(list(ARTICLES.values()))
        return search(engine, shelf, text, today=TODAY, own=Mine()).total

    assert total("is:starred harbour") == 1
    assert total("-is:starred harbour") == 1
    assert total("is:read") == 1
    assert total("is:unread") == len(ARTICLES) - 1
    assert total("is:duplicate") == 0


def test_hits_are_marked_by_the_very_words_that_were_asked() -> None:
    text = "US troops told us that Lavrow and Lavrov would not sail to the harbour gate."

    def marked(query: str) -> list[str]:
        return [text[a:b] for a, b in hit_spans(query, text)]

    assert marked("US") == ["US"]
    assert marked("us") == ["US", "us"]
    assert marked("Lavrov~1") == ["Lavrow", "Lavrov"]
    assert marked("/lavro./") == ["Lavrow", "Lavrov"]
    assert marked("harbour NEAR/3 sail") == ["sail", "harbour"]
    assert marked('"gate harbour"~2') == ["harbour", "gate"]
    assert marked("sent:(sail gate)^2") == ["sail", "gate"]
    assert marked("said:troops quote:sail") == ["sail"]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("quote:ferry", ["“The [ferry]", "“No [ferry]"]),
        ("said:Moss quote:ferry", ["“The [ferry]"]),
        ('said:"Tom Brandt" quote:ferry', ["“No [ferry]"]),
        ("said:(Moss OR Brandt) quote:ferry", ["“The [ferry]", "“No [ferry]"]),
        ("said:Moss (quote:ferry^2 OR quote:talks)", ["“The [ferry]"]),
        ("quote:(ferry talks)", ["“No [ferry]", "no [talks]"]),
        ("quote:(ferry -talks)", ["“The [ferry]"]),
        ("quote:(ferry NEAR/1 no)", ["“[No]", "[ferry]", "[no]"]),
        ("quote:ferry captain", ["“The [ferry]", "“No [ferry]", "The [captain]"]),
        ("-quote:mayor ferry", ["The [ferry]", "No [ferry]", "the [ferry]"]),
    ],
)
def test_what_is_asked_of_quotations_is_marked_within_them_alone(
    engine: Engine, query: str, words: list[str]
) -> None:
    passage = next(hit.snippet for hit in ask(engine, query).hits if hit.snippet is not None)
    shown, spans = passage.text, passage.spans
    assert len(spans) == len(words)
    for (start, end), word in zip(spans, words, strict=True):
        assert f"{shown[:start]}[{shown[start:end]}]".endswith(word)
    read = ARTICLES["quoting"]
    in_reader = hit_spans(query, QUOTING, "body", read.quotations)
    assert [QUOTING[start:end] for start, end in in_reader] == [shown[a:b] for a, b in spans]


def test_the_passage_is_the_quotation_in_which_the_word_stands(tmp_path: Path) -> None:
    text = "The pier is shut. A pier, he wrote.\n\n" + "Gulls flew. " * 40 + "“My pier,” Moss said."
    quotation = Quotation("body", 1, 480, 490, "My pier,", "direct", "Moss", "said", True)
    articles = [piece(text, title="On the pier", quotations=(quotation,))]
    shelf, engine = Shelf(articles), engine_of(tmp_path / "ix", articles)
    (hit,) = search(engine, shelf, "quote:pier", today=TODAY).hits
    assert hit.snippet is not None
    assert "“My pier,” Moss said." in hit.snippet.text
    assert [hit.snippet.text[a:b] for a, b in hit.snippet.spans] == ["pier"]
    assert hit.in_title == ()
    lines = in_context(engine, shelf, "quote:pier").hits
    assert [
        line.snippet.text.endswith("“My pier,” Moss said.") for line in lines if line.snippet
    ] == [True]


def test_who_is_asked_for_is_shown_by_what_is_said(engine: Engine, tmp_path: Path) -> None:
    for query, shown in [
        ("said:Moss", "“The ferry must sail,”"),
        ("said:Tom", "“No ferry, no talks.”"),
    ]:
        passage = ask(engine, query).hits[0].snippet
        assert passage is not None
        assert [passage.text[a:b] for a, b in passage.spans] == [shown]
    text = "Gulls  flew. " * 60 + "“My pier,” Moss said." + " Gulls flew." * 60
    start = text.index("“")
    far = Quotation("body", 0, start, start + 10, "My pier,", "direct", "Moss", "said", True)
    articles = [piece(text, quotations=(far,))]
    (hit,) = search(
        engine_of(tmp_path / "ix", articles), Shelf(articles), "said:Moss", today=TODAY
    ).hits
    assert hit.snippet is not None
    assert [hit.snippet.text[a:b] for a, b in hit.snippet.spans] == ["“My pier,”"]


def test_the_answer_says_that_quotations_of_the_speaker_were_asked(engine: Engine) -> None:
    says = "quote: beside said: was looked for in one quotation of that speaker."
    assert says in ask(engine, "said:Moss quote:sail").notes
    assert says not in ask(engine, "said:Moss OR quote:sail").notes
    assert says not in ask(engine, "said:Moss sail").notes


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("quote:date:2015 said:/x/", "said: takes the name"),
        ("said:Mo?s", "said: takes the name"),
        ("outlet:(a NEAR/2 b)", "outlet:"),
        ("person:(a~1)", "person:"),
    ],
)
def test_what_a_field_cannot_hold_is_said(engine: Engine, text: str, says: str) -> None:
    with pytest.raises(QueryError, match=says):
        ask(engine, text)


def test_that_a_sum_is_found_in_any_currency_is_told_where_one_is(engine: Engine) -> None:
    note = "number:>=€1000000 finds sums in any currency; the sign says only that it is money."
    assert ask(engine, "number:>=€1m").notes == (note,)
    assert ask(engine, "number:>=€9000bn").notes == ("number:>=€9000000000000 finds nothing.",)
    assert not any("currency" in one for one in ask(engine, "number:>5 OR number:5%").notes)


def test_a_word_of_too_many_spellings_says_nothing_wrong(tmp_path: Path) -> None:
    articles = [piece(" ".join(f"w{n:03}" for n in range(400)))]
    engine = engine_of(tmp_path / "ix", articles)
    assert search(engine, Shelf(articles), "w000~2", today=TODAY).total == 1


def test_a_query_that_takes_too_long_is_given_up_with_advice(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch.time, "monotonic", iter(range(0, 10**6, 30)).__next__)
    with pytest.raises(watch.TooLong, match="narrow it by date: or outlet:"):
        ask(engine, "mayor NEAR/5 a*")


@pytest.mark.parametrize(
    ("text", "total"),
    [("*a*b*c*d*", 1), ("/(a*)*b/", 1), ("/(x+x+)+y/", 1), ("a* b* c*", 2), ("xaaby~2 aaaab~2", 1)],
)
def test_no_expression_takes_forever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, total: int
) -> None:
    # Tried one after the other, the ways to read these words are more than 2**40: it would not end.
    monkeypatch.setattr(watch.time, "monotonic", lambda: 0.0)
    slow = " ".join(f"{'a' * (n % 50)}b{n} {'x' * 60}{n}" for n in range(3000))
    articles = [piece(f"{slow} abacus boat cat"), piece("xaxbxcxd aaaab xxxxy a boat came")]
    engine = engine_of(tmp_path / "ix", articles)
    assert search(engine, Shelf(articles), text, today=TODAY).total == total
