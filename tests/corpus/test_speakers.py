"""Who speaks, by kinds of attribution met in articles: two at once, offices, pronouns, nouns."""

from __future__ import annotations

import pytest

from corpus.article import Quotation
from corpus.quotations import quotations


def read(*paragraphs: str) -> list[Quotation]:
    texts = [("body", number, text) for number, text in enumerate(paragraphs)]
    return [q for q in quotations(texts) if q.kind != "indirect"]  # type: ignore[arg-type]


def last(*paragraphs: str) -> str | None:
    return read(*paragraphs)[-1].speaker


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        (("“We stay,” Orlov and Aalto wrote.",), "Orlov and Aalto"),
        (("“We stay,” said Judges Ann Orlova and Eve Aalto.",), "Ann Orlova and Eve Aalto"),
        (
            ("Ann Orlova and Eve Aalto came.", "“We stay,” Orlova and Aalto said."),
            "Ann Orlova and Eve Aalto",
        ),
        (("“We stay,” Orlov and Aalto wrote.", "“We wait,” they said."), "Orlov and Aalto"),
        (
            ("“We stay,” Orlov and Aalto wrote.", "“We wait,” the two authors said."),
            "Orlov and Aalto",
        ),
        (
            ("Sens. Ann Orlova, R-Fla., and Eve Aalto, D-Ill., in a letter, said “it is over”.",),
            "Ann Orlova and Eve Aalto",
        ),
    ],
)
def test_two_who_speak_together_are_both_named(paragraphs: tuple[str, ...], speaker: str) -> None:
    assert last(*paragraphs) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("He met Petrov and Aalto said it was “a very good day”.", "Aalto"),
        (
            "“It is over,” the Department of Trade and Industry said.",
            "Department of Trade and Industry",
        ),
        ("“It is over,” said Orlov and Aalto left.", "Orlov"),
    ],
)
def test_an_and_beside_a_name_does_not_make_two_speakers(text: str, speaker: str) -> None:
    assert last(text) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Residents of the town said: “We are here to stay.”", "Residents of the town"),
        ("The parents of the victims said “we will never rest”.", "parents of the victims"),
        ("As the doctors behind the paper wrote: “The data may mislead.”", "doctors"),
        ("“They shout,” one man who sleeps on the streets told us.", "one man"),
        ("The bishops also note that “very many others hold this same view”.", "bishops"),
        ("Ann Orlova, chief strategist at Quill said it was “a new low for us”.", "Ann Orlova"),
        ("Ann Orlova is a baker who called it “a very bad idea”.", "Ann Orlova"),
        ("Orlov, in a statement on Monday, said “it is over for us”.", "Orlov"),
        ("But two decades ago, Orlov trashed Aalto as a twin: “She still dreams of it.”", "Orlov"),
        ("Orlov fired back, “You would be in jail by now.”", "Orlov"),
        ("Mayor Orlov bragged about building “a thousand homes right here”.", "Orlov"),
    ],
)
def test_the_one_whom_the_verb_belongs_to_speaks(text: str, speaker: str) -> None:
    assert last(text) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Trade reports cite “worries about global growth” once more.",
        "It threatened the new talks “for a long time to come”.",
        "The rebellious states “are and shall be free from now on”.",
    ],
)
def test_a_noun_that_looks_like_a_verb_of_saying_has_nobody_speak(text: str) -> None:
    assert last(text) is None


def test_a_noun_behind_a_possessive_leaves_the_word_to_the_real_verb() -> None:
    assert last("Eve Aalto said Orlov's comments are “a new level of wrong”.") == "Eve Aalto"


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        (("He met President Orlov.", "“We go,” the president said."), "Orlov"),
        (
            ("He met President Ann Orlova.", "The President said it was “far too early”."),
            "Ann Orlova",
        ),
        (("Republican Rep. Ann Orlova came.", "“We go,” the Texas Republican said."), "Ann Orlova"),
        (
            ("Ann Orlova came to the mill.", "“What mill?” the Liberal candidate asked."),
            "Ann Orlova",
        ),
        (
            ("Ann Orlova, press secretary of Quill, came.", "“No,” the mayor’s spokeswoman said."),
            "Ann Orlova",
        ),
        (
            (
                "An old adviser called her “a saint”.",
                "“Yes,” said adviser Eve Aalto.",
                "“She runs it,” the old adviser said.",
            ),
            "old adviser",
        ),
    ],
)
def test_a_description_means_who_was_introduced_so(
    paragraphs: tuple[str, ...], speaker: str
) -> None:
    assert last(*paragraphs) == speaker


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        (("Tom Orlov came. He met Peter Aalto.", "“We go,” he said."), "Tom Orlov"),
        (
            ("Tom Orlov came.", "What he left to Peter Aalto was open.", "“We go,” he said."),
            "Tom Orlov",
        ),
        (("When he came, Tom Orlov was tired.", "“We go,” he said."), "Tom Orlov"),
        (("Tom Orlov came.", "Peter Aalto “had to tell them all,” he said."), "Tom Orlov"),
        (
            (
                "Tom Orlov was there and Peter Aalto came.",
                "Aalto left Orlov behind.",
                "“We go,” he said.",
            ),
            "Peter Aalto",
        ),
    ],
)
def test_he_is_not_who_is_named_behind_him_in_the_sentence(
    paragraphs: tuple[str, ...], speaker: str
) -> None:
    assert last(*paragraphs) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The letter comes as Mayor Orlov blocked a plan, calling it “a stunt for the press”.",
            "Orlov",
        ),
        (
            "For Aalto it was late before the captain came back and said: “The bird is here.”",
            "captain",
        ),
        (
            "Appearing May 3 on Quill News, Orlov, in spite of all, called it “a great victory”.",
            "Orlov",
        ),
        (
            "A few years ago, Orlov left the party, arguing it was “lost to the rich for good”.",
            "Orlov",
        ),
        (
            "On Monday Ann Orlova hurt many when she used the loaded term “harbour rats”.",
            "Ann Orlova",
        ),
        ("In the words of Ann Orlova, “half of it is already gone”.", "Ann Orlova"),
        ("“The mill was unsafe,” the report found.", "report"),
        (
            "Quill reported that Sen. Ann Orlova, R-Nev., said “it is over by the summer”.",
            "Ann Orlova",
        ),
        (
            "Ann Orlova said the crews have been urged to “take all the measures they can”.",
            "Ann Orlova",
        ),
    ],
)
def test_the_clause_around_the_verb_tells_who_speaks(text: str, speaker: str) -> None:
    assert last(text) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Orlov says that words like “eminent” are rare now.",
        "The course starts with a lesson called “Relations”.",
        "Orlov told “Morning Talk” that he would stay.",
    ],
)
def test_a_term_or_a_title_is_no_speech(text: str) -> None:
    assert read(text) == []


def test_who_is_only_reported_is_meant_by_the_next_pronoun() -> None:
    found = last(
        "“We wait,” Tom Aalto said.",
        "Peter Orlov said that the talks had failed.",
        "“We go,” he said.",
    )
    assert found == "Peter Orlov"


def test_a_headline_has_only_the_name_that_the_text_knows() -> None:
    texts = [("title", 0, "Orlov Unveils Harbour Plan: ‘We Are Not Done’"), ("body", 0, "Orlov.")]
    (found,) = quotations(texts)  # type: ignore[arg-type]
    assert found.speaker == "Orlov"


def test_one_marked_word_of_a_headline_is_whose_speech_has_it() -> None:
    texts = [
        ("title", 0, "Mayor blasts “unlawful” probe"),
        ("body", 0, "“It was an unlawful act,” Ann Orlova said."),
    ]
    assert quotations(texts)[0].speaker == "Ann Orlova"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        (
            (
                "Ann Orlova came to the port on Friday.",
                "She spoke of a “long and heavy year for all”.",
            ),
            "Ann Orlova",
        ),
        (
            (
                "Ann Orlova gave an address.",
                "The speech began by noting that “we are all still here”.",
            ),
            "Ann Orlova",
        ),
    ],
)
def test_where_no_verb_of_saying_stands_the_likeliest_speaks_and_is_unsure(
    paragraphs: tuple[str, ...], speaker: str
) -> None:
    found = read(*paragraphs)[-1]
    assert (found.speaker, found.sure) == (speaker, False)


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        (  # "the deputy" holds no "he"
            (
                "Kate Aalto, the deputy editor, said the board aimed at “a new way”. The paper has"
                " a theme, with Editor John Orlov telling the Quill that it was so. “We went"
                " through years of it,” he said.",
            ),
            "John Orlov",
        ),
        (  # a title tells who "she" is not
            ("Mr. Brandt met Ms. Oake at noon.", "“We are glad of it,” she said."),
            "Oake",
        ),
    ],
)
def test_a_pronoun_means_whom_the_evidence_of_the_text_speaks_for(
    paragraphs: tuple[str, ...], speaker: str
) -> None:
    assert last(*paragraphs) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It was reprehensible,” Martin Oake King III, a son, wrote.", "Martin Oake King III"),
        ("“You do the best you can,” said Alfred Oake Jr., a developer.", "Alfred Oake Jr."),
        ("The Harbour Office soon responded: “It is late.”", "Harbour Office"),
        ("The view, said Orlov, is that the port “was never meant to be open”.", "Orlov"),
    ],
)
def test_what_stands_beside_a_name_does_not_change_it(text: str, speaker: str) -> None:
    assert last(text) == speaker


def test_the_club_without_a_name_is_unsure_and_a_spokesman_is_not() -> None:
    (first,) = read("“We will change the name,” the team said.")
    (second,) = read("“We will change the name,” a spokesman said.")
    assert (first.speaker, first.sure) == ("team", False)
    assert (second.speaker, second.sure) == ("spokesman", True)


def test_the_only_one_named_beside_the_pronoun_outweighs_who_spoke_before() -> None:
    castell = (
        '"We give no number until we have a name," the director, Miriam Castell, told the paper by '
        'phone. "We have 19 names."'
    )
    holm = (
        "Army spokeswoman Greta Holm did not comment on the difference. "
        '"Our soldiers were asleep," she told reporters.'
    )
    assert last(castell, holm) == "Greta Holm"


@pytest.mark.parametrize(
    "text",
    [
        "Republican Sen. Lena Orlova, a Quill supporter who sits on the committee which vetted "
        "Quill’s letter, said that hearing it “drives home the point that we are late”.",
        "Lena Orlova, an Aalto adviser who left in May, said it “drives home that we are late”.",
        "Lena Orlova, a Quill supporter, said it “drives home that we are late”.",
    ],
)
def test_a_description_behind_a_name_leaves_the_words_to_the_name(text: str) -> None:
    (found,) = read(text)
    assert (found.speaker, found.sure) == ("Lena Orlova", True)


@pytest.mark.parametrize(
    "name",
    [
        "Harbour Ball MORE",
        "Harbour Ball MORE on Monday",
        "Lena OrlovaGOP",
        "Orlova Lena Maria OrlovaGOP",
        "Lena OrlovaDemocrats",
        "Sen. Lena Orlova Lena Maria OrlovaSenate",
    ],
)
def test_what_a_pages_links_ran_together_is_no_sure_speaker(name: str) -> None:
    texts = [("body", 0, f"{name} said “the harbour is closed until May”. {name} said it closed.")]
    assert not [q for q in quotations(texts) if q.speaker and q.sure]  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["Lena FitzGerald", "Suzan DelBene", "BuzzFeed", "Ann McDonald"])
def test_a_capital_inside_a_name_leaves_it_sure(name: str) -> None:
    (found,) = read(f"{name} said “the harbour is closed until May”.")
    assert (found.speaker, found.sure) == (name, True)
