"""Names of an article: what is marked, under which name, of which kind, spoken by whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import (
    Article,
    Entity,
    Mention,
    Names,
    Origin,
    Paragraph,
    ParagraphRole,
    Quotation,
)
from corpus.article import Sentence as Span
from corpus.entities.gazetteer import GazetteerRecogniser, UnreadableAliases, read_aliases
from corpus.entities.naming import find_names, recognisable, speakers
from corpus.entities.recogniser import RawSpan, Remembering, load_recogniser
from corpus.entities.spacy_recogniser import NoModel, installed_model
from corpus.sentences import split


def article(
    *paragraphs: str | tuple[str, ParagraphRole],
    title: str | None = None,
    standfirst: str | None = None,
    quotations: tuple[Quotation, ...] = (),
) -> Article:
    kept = tuple(
        Paragraph(p, "body", None) if isinstance(p, str) else Paragraph(p[0], p[1], None)
        for p in paragraphs
    )
    return Article(
        id="0" * 64,
        title=title,
        standfirst=standfirst,
        outlet=None,
        outlet_from=None,
        published=None,
        published_at=None,
        published_from=None,
        authors=(),
        agencies=(),
        dateline=None,
        url=None,
        language="en",
        origin=Origin("a.txt", "0" * 64, 1, "text", "utf-8"),
        rules="test",
        paragraphs=kept,
        removed=(),
        repairs=(),
        sentences=tuple(
            Span("body", n, start, end)
            for n, paragraph in enumerate(kept)
            for start, end in split(paragraph.text)
        ),
        quotations=quotations,
    )


class Scripted:
    """A recogniser that finds exactly the words it was told, with the types it was told."""

    version = "scripted-1"

    def __init__(self, **types: str) -> None:
        self.types = {name.replace("_", " "): kind for name, kind in types.items()}
        self.seen: list[str] = []

    def spans(self, texts: Sequence[str]) -> list[list[RawSpan]]:
        self.seen += texts
        return [
            [
                RawSpan(text.index(name), text.index(name) + len(name), kind)  # type: ignore[arg-type]
                for name, kind in self.types.items()
                if name in text
            ]
            for text in texts
        ]


def by_rule(*paragraphs: str | tuple[str, ParagraphRole], **more: str) -> Names:
    return find_names(article(*paragraphs, **more), GazetteerRecogniser())  # type: ignore[arg-type]


def entity(names: Names, name: str) -> Entity:
    found = [e for e in names.entities if e.name == name]
    assert found, f"{name} is not among {[e.name for e in names.entities]}"
    return found[0]


def spellings(entity: Entity) -> list[str]:
    return [mention.text for mention in entity.mentions]


# One name for many spellings


def test_a_surname_means_the_one_person_of_that_surname() -> None:
    names = by_rule("President Ada Quillfeather spoke first. Later Quillfeather left.")
    person = entity(names, "Ada Quillfeather")
    assert spellings(person) == ["Ada Quillfeather", "Quillfeather"]
    assert person.why == (("Quillfeather", "surname of Ada Quillfeather"),)
    assert person.key == "person:ada quillfeather"


def test_a_surname_that_two_persons_share_stays_apart() -> None:
    names = by_rule(
        "President Ada Quillfeather met Senator Tom Quillfeather. "
        "Nobody knew why Quillfeather left."
    )
    assert {e.name for e in names.entities} == {
        "Ada Quillfeather",
        "Tom Quillfeather",
        "Quillfeather",
    }


def test_a_relative_named_once_does_not_take_the_surname_away() -> None:
    names = by_rule(
        "President Ada Quillfeather spoke. Her late father, Robert Quillfeather, was a baker. "
        "On Friday Quillfeather resigned."
    )
    assert spellings(entity(names, "Ada Quillfeather")) == ["Ada Quillfeather", "Quillfeather"]


def test_offices_and_possessives_are_no_part_of_a_name() -> None:
    names = by_rule("US Secretary of State Ada Quillfeather's plane landed in Oslo.")
    assert spellings(entity(names, "Ada Quillfeather")) == ["Ada Quillfeather"]
    assert not [e for e in names.entities if "State" in e.name and e.name != "United States"]


def test_a_name_with_and_without_its_particle_is_one() -> None:
    names = by_rule(
        "President Omar al-Zafrani arrived. Critics say al-Zafrani is late. Zafrani denied it. "
        "President Omar Zafrani left."
    )
    person = entity(names, "Omar al-Zafrani")
    assert set(spellings(person)) == {"Omar al-Zafrani", "al-Zafrani", "Zafrani", "Omar Zafrani"}


@pytest.mark.parametrize(
    ("one", "other"),
    [("Sergei Baranov", "Sergey Baranov"), ("Phillip Thornbury", "Philip Thornbury")],
)
def test_two_ways_to_write_a_given_name_are_one_person(one: str, other: str) -> None:
    names = by_rule(f"Minister {one} spoke. An hour later Minister {other} spoke again.")
    assert len(names.entities) == 1
    assert set(spellings(names.entities[0])) == {one, other}


@pytest.mark.parametrize(
    ("one", "other"),
    [("Maria Baranov", "Mario Baranov"), ("Ada Johnson", "Ada Johnston")],
)
def test_two_names_that_look_alike_are_two_persons(one: str, other: str) -> None:
    names = by_rule(f"Minister {one} spoke. An hour later Minister {other} spoke again.")
    assert {e.name for e in names.entities} == {one, other}


def test_an_acronym_in_parentheses_belongs_to_the_name_before_it() -> None:
    names = by_rule(
        "The Harbour Workers Union (HWU) called a strike. On Monday the HWU ended it.",
        title="HWU ends strike",
    )
    union = entity(names, "Harbour Workers Union")
    assert spellings(union) == ["HWU", "Harbour Workers Union", "HWU", "HWU"]
    assert union.why == (("HWU", "acronym in parentheses after Harbour Workers Union"),)


def test_an_acronym_explained_in_the_article_beats_the_alias_table() -> None:
    names = by_rule("The Insurance Society (IS) raised its fees. Members of the IS complained.")
    assert spellings(entity(names, "Insurance Society")).count("IS") == 2
    assert all(e.name != "Islamic State" for e in names.entities)


@pytest.mark.parametrize("alias", ["IS", "ISIS", "ISIL", "Daesh", "DAESH", "Islamic State"])
def test_the_alias_table_gives_one_name(alias: str) -> None:
    names = by_rule(f"The town was held by {alias} for a year.")
    assert entity(names, "Islamic State").key == "organisation:islamic state"


def test_a_capital_is_not_its_country() -> None:
    names = by_rule("Moscow sent a note. Russia waited. Washington and the US said nothing.")
    assert {e.name for e in names.entities} == {"Moscow", "Russia", "Washington", "United States"}


def test_a_people_in_the_plural_is_one_with_the_singular() -> None:
    names = by_rule("Two Syrians and a Syrian doctor helped.")
    assert spellings(entity(names, "Syrian")) == ["Syrians", "Syrian"]
    assert entity(names, "Syrian").type == "group"


def test_aliases_of_ones_own_are_obeyed() -> None:
    own = read_aliases(
        '[[alias]]\nname = "Tamar Line"\ntype = "organisation"\nspellings = ["TL"]\n'
    )
    names = find_names(article("The ferry of TL was late."), GazetteerRecogniser(), aliases=own)
    assert spellings(entity(names, "Tamar Line")) == ["TL"]


@pytest.mark.parametrize("text", ["[[alias", '[[alias]]\nname = "X"\n', 'alias = "x"'])
def test_a_file_of_aliases_that_cannot_be_read_is_said_so(text: str) -> None:
    with pytest.raises(UnreadableAliases, match=r"mine\.toml"):
        read_aliases(text, "mine.toml")


def test_an_alias_of_an_unknown_type_is_said_so() -> None:
    with pytest.raises(UnreadableAliases, match='"company"'):
        read_aliases('[[alias]]\nname = "X"\ntype = "company"\nspellings = []')


# What is marked


def test_a_name_found_once_is_marked_everywhere() -> None:
    finder = Scripted(Velmora="organisation")
    finder.types = {"maker Velmora": "organisation"}
    names = find_names(
        article("The maker Velmora opened a plant.", "Nobody at Velmora answered."), finder
    )
    assert [m.paragraph for m in entity(names, "Velmora").mentions] == [0, 1]


def test_a_headline_takes_its_names_from_the_text_and_is_not_recognised() -> None:
    finder = Scripted(Ada_Quillfeather="person", Must="organisation")
    names = find_names(
        article("On Monday Ada Quillfeather resigned.", title="Quillfeather Must Go, Say Swedes"),
        finder,
    )
    assert [(m.within, m.text) for m in entity(names, "Ada Quillfeather").mentions] == [
        ("title", "Quillfeather"),
        ("body", "Ada Quillfeather"),
    ]
    assert entity(names, "Swedish").mentions[0].within == "title"
    assert all("Must" not in text for text in finder.seen)


def test_a_headline_in_capitals_takes_the_names_of_the_text() -> None:
    names = by_rule(
        "President Ada Quillfeather left for Norway.", title="WHO IS QUILLFEATHER OF NORWAY?"
    )
    assert [m.text for e in names.entities for m in e.mentions if m.within == "title"] == [
        "QUILLFEATHER",
        "NORWAY",
    ]


def test_a_pull_quote_is_not_counted_again() -> None:
    names = by_rule("Sweden will not pay.", ("Sweden will not pay.", "pullquote"))
    assert len(entity(names, "Sweden").mentions) == 1


def test_standfirst_captions_and_subheads_count() -> None:
    names = by_rule(
        ("Rescue boats near Norway", "caption"),
        ("What Norway wants", "subhead"),
        standfirst="The crew had left Norway at noon.",
    )
    assert [m.within for m in entity(names, "Norway").mentions] == ["standfirst", "body", "body"]


def test_passages_in_other_languages_are_left_alone() -> None:
    finder = Scripted(Norwegen="person")
    names = find_names(
        article("Das Schiff ist gestern nicht nach Norwegen und Berlin gefahren."), finder
    )
    assert names.entities == ()
    assert finder.seen == []


@pytest.mark.parametrize(
    "words", ["Advertisement", "Monday", "March", "@harbour", "https://x.example", "2254", "rebels"]
)
def test_what_is_no_name_is_not_marked(words: str) -> None:
    names = find_names(
        article(f"There was {words} on the wall of the house."), Scripted(**{words: "organisation"})
    )
    assert names.entities == ()


@pytest.mark.parametrize(
    ("text", "raw", "took_for", "name", "kind"),
    [
        ("Critics in Elbrook said no.", "Elbrook", "person", "Elbrook", "place"),
        ("The Elbrook airport was shut.", "Elbrook", "person", "Elbrook", "place"),
        (
            "The Tamar Port Authority said no.",
            "Tamar Port Authority",
            "place",
            None,
            "organisation",
        ),
        ("Then Peter Quillfeather spoke.", "Peter Quillfeather", "organisation", None, "person"),
        ("The British said no.", "British", "person", "British", "group"),
        ("She read it in the Tamar.com report.", "Tamar.com", "work", "Tamar.com", "organisation"),
        ("They met in the city of Elbrook.", "the city of Elbrook", "place", "Elbrook", "place"),
        ("Many in Elbrook stayed at home.", "Elbrook", "organisation", "Elbrook", "place"),
        ("Shares in Elbrook fell.", "Elbrook", "organisation", "Elbrook", "organisation"),
        ("ELBROOK, March 12 (TW) - It rained.", "ELBROOK", "organisation", "ELBROOK", "place"),
        ("The mayor, Isa Thorn, agreed.", "Isa Thorn", "organisation", "Isa Thorn", "person"),
        ("She asked Isa Thorn, who agreed.", "Isa Thorn", "work", "Isa Thorn", "person"),
        ("Corporal Isa Thorn, 24, agreed.", "Corporal Isa Thorn", "event", "Isa Thorn", "person"),
        (
            "The quay at night. Photo: Isa Thorn/Quay Post",
            "Isa Thorn/Quay Post",
            "organisation",
            "Isa Thorn",
            "person",
        ),
        ("The river Tamsel rose.", "Tamsel", "person", "Tamsel", "place"),
        ("He left Port Elm.", "Port Elm", "organisation", "Port Elm", "place"),
        ("They own Elm Chemicals.", "Elm Chemicals", "person", "Elm Chemicals", "organisation"),
        (
            "Now the Bakers' and Brewers' Union spoke.",
            "Brewers' Union",
            "organisation",
            "Bakers' and Brewers' Union",
            "organisation",
        ),
        ("Ferries to Elbrook, southern Norway, stopped.", "Elbrook", "group", "Elbrook", "place"),
    ],
)
def test_common_mistakes_of_a_model_are_mended(
    text: str, raw: str, took_for: str, name: str | None, kind: str
) -> None:
    names = find_names(article(text), Scripted(**{raw: took_for}))
    assert entity(names, name or raw).type == kind


def test_one_spelling_has_one_type_in_an_article() -> None:
    class Wavering(Scripted):
        def spans(self, texts: Sequence[str]) -> list[list[RawSpan]]:
            kinds = ["person", "organisation", "person"]
            return [
                [RawSpan(t.index("Velmora"), t.index("Velmora") + 7, kinds[n])]  # type: ignore[arg-type]
                for n, t in enumerate(texts)
            ]

    names = find_names(
        article("We saw Velmora go.", "We saw Velmora come.", "We saw Velmora rest."), Wavering()
    )
    assert [(e.name, e.type, len(e.mentions)) for e in names.entities] == [("Velmora", "person", 3)]


def test_a_dateline_in_capitals_is_the_place_of_the_text() -> None:
    finder = Scripted(Elbrook="organisation")
    names = find_names(
        article("ELBROOK, March 12 (TW) - It rained.", "Nobody at Elbrook was surprised."), finder
    )
    assert [(e.name, e.type, len(e.mentions)) for e in names.entities] == [("Elbrook", "place", 2)]


def test_a_company_keeps_its_kind_under_its_short_name() -> None:
    names = find_names(
        article("Marsk Chemicals closed a plant.", "Nobody had told Marsk why."),
        Scripted(Marsk_Chemicals="organisation", told_Marsk="person"),
    )
    assert [(e.name, e.type, len(e.mentions)) for e in names.entities] == [
        ("Marsk Chemicals", "organisation", 2)
    ]


def test_a_small_word_that_begins_a_sentence_is_no_name() -> None:
    names = find_names(
        article("Ferry crews were tired.", "The last ferry had gone."), Scripted(Ferry="work")
    )
    assert names.entities == ()


def test_a_run_of_capitals_holds_no_acronyms_that_are_everyday_words() -> None:
    names = by_rule("WHAT IS LENSING? Light bends, and astronomers in Norway have seen it.")
    assert [e.name for e in names.entities] == ["Norway"]


def test_an_acronym_of_small_words_is_no_name() -> None:
    names = find_names(
        article("A common fire door test (CFDT) was made."), Scripted(CFDT="organisation")
    )
    assert names.entities == ()


def test_the_outlet_of_an_article_is_an_organisation_in_it() -> None:
    written = replace(article("Nobody told the Quay Herald why."), outlet="Quay Herald")
    assert entity(find_names(written, Scripted(Quay_Herald="person")), "Quay Herald").type == (
        "organisation"
    )


def test_a_surname_that_is_a_month_is_not_marked_before_a_day() -> None:
    names = by_rule("Prime Minister Clara May spoke. Then May left. May 12 is the last day.")
    assert spellings(entity(names, "Clara May")) == ["Clara May", "May"]


def test_a_name_that_begins_a_longer_organisation_is_not_the_person() -> None:
    names = by_rule("President Ada Quillfeather spoke at the Quillfeather Foundation.")
    assert spellings(entity(names, "Ada Quillfeather")) == ["Ada Quillfeather"]
    assert entity(names, "Quillfeather Foundation").type == "organisation"


# Speakers


def quotation(speaker: str | None) -> Quotation:
    return Quotation("body", 0, 0, 6, "No", "direct", speaker, "said", True)


def test_a_speaker_is_found_among_the_names() -> None:
    names = find_names(
        article(
            '"No," said President Ada Quillfeather of Greenpeace in Oslo.',
            quotations=tuple(
                quotation(s)
                for s in (
                    "Quillfeather",
                    "Greenpeace",
                    "he",
                    None,
                    "Oslo",
                    "President Quillfeather",
                )
            ),
        ),
        GazetteerRecogniser(),
    )
    assert names.speakers == (
        (0, "person:ada quillfeather"),
        (1, "organisation:greenpeace"),
        (5, "person:ada quillfeather"),
    )


@pytest.mark.parametrize(
    "speaker",
    [
        "Quillfeather supporter",
        "longtime Quillfeather adviser",
        "Quillfeather’s lawyer",
        "Quillfeather campaign",
        "spokesman for Quillfeather",
        "spokeswoman for President Ada Quillfeather",
        "allies of President Quillfeather",
        "Quillfeather MORE on Monday",
    ],
)
def test_a_description_that_holds_a_persons_name_is_not_that_person(speaker: str) -> None:
    text = '"No," said President Ada Quillfeather in Oslo.'
    names = find_names(article(text, quotations=(quotation(speaker),)), GazetteerRecogniser())
    assert [entity.key for entity in names.entities if entity.type == "person"]
    assert names.speakers == ()


@pytest.mark.parametrize(
    ("speaker", "key"),
    [
        ("Quillfeather spokesman at Greenpeace", "organisation:greenpeace"),
        ("Secretary of State Ada Quillfeather", "person:ada quillfeather"),
        ("Ada Quillfeather of Oslo", "person:ada quillfeather"),
        ("Lena Orlova and Ada Quillfeather", "person:ada quillfeather"),
    ],
)
def test_a_name_among_the_words_for_a_speaker_is_found(speaker: str, key: str) -> None:
    text = '"No," said President Ada Quillfeather of Greenpeace in Oslo.'
    names = find_names(article(text, quotations=(quotation(speaker),)), GazetteerRecogniser())
    assert names.speakers == ((0, key),)


# Versions and models


def test_names_say_what_found_them() -> None:
    assert by_rule("Norway won.").model == "gazetteer-8+names-18"


def test_without_a_model_the_gazetteer_stands_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.entities.spacy_recogniser.MODELS", ())
    assert load_recogniser().version == "gazetteer-8"


def test_the_installed_model_finds_persons_organisations_and_places() -> None:
    try:
        module, version = installed_model()
    except NoModel:
        pytest.skip("no model for spaCy is installed")
    recogniser = load_recogniser()
    assert recogniser.version == f"{module}-{version}+gazetteer-8"
    names = find_names(
        article(
            "The ferry operator Larkspur Shipping said on Tuesday that its captain, Helena "
            "Marchetti, had left Liverpool an hour late.",
            "Marchetti told reporters she had warned the company twice.",
            title="Marchetti Warned Larkspur Shipping Twice",
        ),
        recogniser,
    )
    assert spellings(entity(names, "Helena Marchetti")) == [
        "Marchetti",
        "Helena Marchetti",
        "Marchetti",
    ]
    assert entity(names, "Liverpool").type == "place"
    assert entity(names, "Larkspur Shipping").type == "organisation"


# Whatever the text

_PIECES = st.sampled_from(
    [
        "President Ada Quillfeather", "Quillfeather's", "the US", "U.S.", "IS", "(HWU)", "Syrians",
        "Harbour Workers Union", "said", "al-Zafrani", "Sergei", "—", "“No”", "\n", "\u00ad", "’s",
        "İstanbul", "МОСКВА", "東京", ".", ",", "and", "in", "\u202e", "May", "(", '"', "of",
        "\x1b[31m",
    ]
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(st.lists(_PIECES, max_size=12).map(" ".join), max_size=4), st.text(max_size=60))
def test_every_mention_is_the_text_at_its_place(paragraphs: list[str], title: str) -> None:
    written = article(*paragraphs, title=title)
    names = find_names(written, GazetteerRecogniser())
    places = []
    for found in names.entities:
        assert found.mentions
        for mention in found.mentions:
            text = written.text_of(mention.within, mention.paragraph)
            assert text[mention.start : mention.end] == mention.text != ""
            places += [
                (mention.within, mention.paragraph, n) for n in range(mention.start, mention.end)
            ]
    assert len(places) == len(set(places))
    assert len({found.key for found in names.entities}) == len(names.entities)


def test_a_paragraph_of_any_length_is_read_in_pieces() -> None:
    finder = Scripted()
    text = "Norway and Kvelland won. " * 15_000
    names = find_names(article(text), finder)
    assert len(entity(names, "Norway").mentions) == 15_000
    assert max(map(len, finder.seen)) <= 3000


@pytest.mark.parametrize("piece", ["U.S.", "(ABC) ", "Mr. X's ", "Ada ", '"', "A-", "IS IS "])
def test_text_made_to_be_slow_takes_seconds_at_most(piece: str) -> None:
    text = piece * (90_000 // len(piece))
    started = process_time()
    find_names(article(text), GazetteerRecogniser())
    assert process_time() - started < 10  # CPU time; quadratic, it would be hours


def test_an_article_of_a_thousand_persons_keeps_them_apart() -> None:
    letters = "bcdfghklmn"
    names = [f"Ada {a}o{b}a{c}ik".title() for a in letters for b in letters for c in letters]
    found = by_rule(" ".join(f"Minister {name} spoke." for name in names))
    assert {e.name for e in found.entities} == set(names)


def test_a_recogniser_sees_only_sentences_that_may_hold_an_unknown_name() -> None:
    finder = Scripted(Velder="person")
    text = (
        "The boats came in at noon. Russia and Norway agreed on Friday. He saw Velder there."
        " Velder waved, I think. But nobody waved back."
    )
    names = find_names(article(text), finder)
    assert finder.seen == ["He saw Velder there. Velder waved, I think."]
    assert {m.start for e in names.entities for m in e.mentions if m.text == "Velder"} == {
        text.index("Velder"),
        text.rindex("Velder"),
    }


def test_what_was_shown_ahead_is_not_seen_again() -> None:
    finder = Scripted(Velder="person")
    remembering = Remembering(finder)
    wire = article("Then Velder waved.", "Then Velder left.")
    remembering.spans(recognisable(wire))
    assert find_names(wire, remembering) == find_names(wire, finder)
    assert finder.seen == ["Then Velder waved.", "Then Velder left."] * 2  # ahead; without memory


def test_memory_for_texts_is_bounded() -> None:
    finder = Scripted()
    remembering = Remembering(finder, room=2)
    for text in ("Ab.", "Cd.", "Ef.", "Ef.", "Ab."):
        remembering.spans([text])
    assert finder.seen == ["Ab.", "Cd.", "Ef.", "Ab."]


@pytest.mark.parametrize(
    ("said_by", "name"),
    [
        ("Bill Varga", "Ines Varga"),
        ("Ines K.L. Varga", "Ines M. Varga"),
        ("Olga Varga", "Varga"),
    ],
)
def test_a_full_name_is_never_somebody_else_of_that_surname(said_by: str, name: str) -> None:
    assert _spoken_by(said_by, name) == ()


def test_who_shares_a_given_name_with_a_person_is_somebody_else() -> None:
    assert _spoken_by("Lina Ines Orlova", "Ines Varga", "Ines") == ()
    assert _spoken_by("Ines Orlova", "Ines Varga", "Ines") == ()
    assert _spoken_by("Ines", "Ines Varga", "Ines") == ((0, "person:ines varga"),)


@pytest.mark.parametrize(
    ("said_by", "name"),
    [
        ("Varga", "Ines Varga"),
        ("Minister Varga", "Ines Varga"),
        ("I. Varga", "Ines Varga"),
        ("Ines Maria Varga", "Ines Varga"),
        ("Sen. Ines Varga", "Ines Varga"),
    ],
)
def test_a_surname_or_a_fuller_name_is_the_one_who_bears_it(said_by: str, name: str) -> None:
    assert _spoken_by(said_by, name) == ((0, "person:ines varga"),)


@pytest.mark.parametrize(
    ("said_by", "name", "others"),
    [
        ("I.K. Varga", "I.K. Varga", ()),
        ("Inez Varga", "Ines Varga", ("Inez Varga",)),
        ("Harbour Watch Ines Varga", "Ines Varga", ()),
        ("Bill Varga and Ines Varga", "Ines Varga", ("Varga",)),
        ("Ines Varga and Bill Varga", "Ines Varga", ("Varga",)),
    ],
)
def test_a_name_written_as_the_article_writes_it_is_who_bears_it(
    said_by: str, name: str, others: tuple[str, ...]
) -> None:
    assert _spoken_by(said_by, name, *others) == ((0, f"person:{name.lower()}"),)


@pytest.mark.parametrize(
    ("said_by", "speaks"),
    [
        ("the Quill", True),
        ("spokesman for Quill", True),
        ("Quill officials", True),
        ("a statement from Quill", True),
        ("Quill newspaper", True),
        ("a journalist for Quill", False),
        ("official Aldmere Quill account", False),
        ("Technical Director for Quill", False),
        ("One Quill user", False),
        ("lawyers suing Quill", False),
        ("a lawyer against Quill", False),
        ("former officials critical of Quill", False),
        ("a report on Quill", False),
        ("lawyers for families suing Quill", False),
        ("a spokesman for the Quill", True),
        ("Quill executives", True),
        ("a fellow at Quill", False),
    ],
)
def test_a_body_speaks_where_its_voice_does_and_not_where_somebody_of_it_does(
    said_by: str, speaks: bool
) -> None:
    entity = Entity("organisation:quill", "Quill", "organisation", (Mention("body", 0, 0, 5, "Q"),))
    said = Quotation("body", 0, 10, 23, "It is late.", "direct", said_by, "said", True)
    assert bool(speakers((said,), (entity,))) is speaks


def _spoken_by(said_by: str, name: str, *others: str) -> tuple[tuple[int, str], ...]:
    mentions = tuple(Mention("body", 0, 0, 5, text) for text in (name, *others))
    entity = Entity(f"person:{name.lower()}", name, "person", mentions)
    said = Quotation("body", 0, 10, 23, "It is late.", "direct", said_by, "said", True)
    return speakers((said,), (entity,))
