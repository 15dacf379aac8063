"""Who speaks, by kinds of error met in articles that no rule was made on."""

from __future__ import annotations

import math

import pytest

from corpus.article import Quotation
from corpus.quotations import quotations
from corpus.quotations.choice import Choice, Moment
from corpus.quotations.holders import Holders
from corpus.quotations.people import People


def read(*paragraphs: str) -> list[Quotation]:
    texts = [("body", number, text) for number, text in enumerate(paragraphs)]
    return [q for q in quotations(texts) if q.kind != "indirect"]  # type: ignore[arg-type]


def last(*paragraphs: str) -> str | None:
    return read(*paragraphs)[-1].speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Harbour Office Committee Chairman Karl Aalto, R-N.C., said the port must wait. "
            "“It is late,” he said.",
            "Karl Aalto",
        ),
        (
            "Orlov's deputy said it was over, and the office — which insisted that “nobody was "
            "asked” — closed.",
            "office",
        ),
        ("Lena Orlova, a Harbour pilot held in May who lamented the “mindless noise”, left.",
         "Lena Orlova"),
        ("One aide familiar with her thinking said Orlova was “far from ready to go”.", "One aide"),
        ("“I wait,” declared Representative Karl King, Republican of Aldmere.", "Karl King"),
        ("“We wait,” said the Chamber's No. 2 Democrat, Karl Aalto, on Thursday.", "Karl Aalto"),
        ("On Friday, the editor in charge of the Quill, Karl Aalto, said “we know of nothing”.",
         "Karl Aalto"),
        (
            "In the days after the fire in Aldmere, Fla., Orlov blamed the wind and called on "
            "“neighbours and friends” to help.",
            "Orlov",
        ),
        ("One in ten letters, according to the Harbour summary, naming a B9 pass, “would never "
         "have been read”.", "Harbour summary"),
        (
            "Karl Aalto, a judge, and the author of “The Long Quay,” told me that in May “there "
            "would be noise in the streets”.",
            "Karl Aalto",
        ),
        ("“We wait and see,” Karl Aalto, Eve Oake and Ann Orlova, the study's authors, write.",
         "Karl Aalto, Eve Oake and Ann Orlova"),
        ("“I am not sure of the date,” was Orlov's response.", "Orlov"),
        ("Following the votes in Harbour Mr Orlov said it was “taking care of the people”.",
         "Orlov"),
        ("Media playback is off Media caption Karl Aalto: “I have seen the biggest wave.”",
         "Karl Aalto"),
        ("“We wait.” — Lena Orlova, Harbour Times", "Lena Orlova"),
        ("The 2009 study by the Harbour Office, for example, found that “older boats were far "
         "more likely to sink”.", "2009 study by the Harbour Office"),
    ],
)  # fmt: skip
def test_the_subject_of_a_verb_is_found_among_what_stands_beside_it(
    text: str, speaker: str
) -> None:
    assert last(text) == speaker


def test_a_denial_behind_a_quotation_is_not_its_attribution() -> None:
    (found,) = read("A summary came. “The office would let more boats in.” The request was denied.")
    assert "request" not in (found.speaker or "")


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        (  # who said so in the sentence before, and not who was only met
            (
                "Greta Holm spoke of the fire on Monday.",
                "At a Friday briefing, press secretary Ines Brandt said the office stood by it.",
                "“If you ask us, we shall tell,” she said.",
            ),
            "Ines Brandt",
        ),
        (
            (
                "Karl Aalto met the crews.",
                "And Monday night, Secretary of Ports James Oake offered a warning after a meeting "
                "with Karl Aalto. “Any fire will be met,” he said.",
            ),
            "James Oake",
        ),
        (
            (
                "A senior Harbour staffer does not tell Karl Aalto that he likes the quay.",
                "“Nobody knows,” said the staffer.",
                "He worries what may come of it.",
                "“I would be seen in a new light,” he said.",
            ),
            "staffer",
        ),
    ],
)
def test_a_pronoun_means_who_spoke_in_the_sentences_before(
    paragraphs: tuple[str, ...], speaker: str
) -> None:
    assert last(*paragraphs) == speaker


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        (("The Harbour Office said in a statement that it was over.",
          "“We wait,” the statement said."), "Harbour Office"),
        (("Grainline announced on Monday that it closes. Grainline is old.",
          "“We wait,” the company said in a letter."), "Grainline"),
        (("In July, 20 Aldmere state judges sent a letter.",
          "“We wait for it to end,” they wrote."), "Aldmere state judges"),
        (("Ann Orlova and her colleagues looked at the tides.", "“We wait,” they wrote."),
         "Ann Orlova"),
        (("The Partnership for Aldmere Ports met.", "“We wait,” the Partnership said."),
         "Partnership for Aldmere Ports"),
        (("Former MP Oliver Aalto spoke.", "Sir Oliver said it was “a very long day”."),
         "Oliver Aalto"),
        (("Karl Orlov left. His later tweets claimed that the port had “little chance of it”.",),
         "Karl Orlov"),
    ],
)  # fmt: skip
def test_a_bare_noun_means_the_one_that_the_text_names(
    paragraphs: tuple[str, ...], speaker: str
) -> None:
    assert last(*paragraphs) == speaker


def test_a_participle_behind_a_quotation_goes_on_with_its_speaker() -> None:
    found = read(
        "“Our donors are ready,” said Ann Orlova, adding that they lack faith “in the new office”."
    )
    assert [q.speaker for q in found] == ["Ann Orlova", "Ann Orlova"]


def test_a_credit_on_a_line_of_its_own_tells_who_wrote_the_paragraph_above() -> None:
    found = read(
        "“All these laws do is make it hard to land a boat at the quay in spring and autumn.”",
        "Editorial Board, Harbour Times",
        "“The quay has seen worse years than this one, and it has been kept open in them all.”",
        "Ines Brandt, Quill",
    )
    assert [q.speaker for q in found] == ["Editorial Board", "Ines Brandt"]


@pytest.mark.parametrize(
    "text",
    [
        "Karl Aalto sailed. It is one of the lowest bars at sea, below “beyond a reasonable doubt”"
        " in a court.",
        "Karl Aalto came. As someone once said to Karl Aalto, “Have you no sense of it, sir?”",
        "Karl Aalto left the town, unlike a group called “Friends of the Very Old Quay”.",
    ],
)
def test_words_that_nobody_says_get_no_speaker(text: str) -> None:
    assert all(q.speaker is None for q in read(text))


def test_the_fuller_name_of_a_body_is_no_other_body_of_the_same_word() -> None:
    assert last("The Orlov Organization paid.", "“I wait,” Orlov said.") == "Orlov"


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        (
            (
                "Secretary of Ports James Oake warned the crews on Friday.",
                "“It would be one more burden,” the secretary said.",
            ),
            "James Oake",
        ),
        (
            (
                "The chairman of the Harbour Committee, Rep. Karl Aalto, came.",
                "“We wait,” the chairman said.",
            ),
            "Karl Aalto",
        ),
        (
            ("The other side: Orlov issued a letter to the Quill, saying “nobody has asked me”.",),
            "Orlov",
        ),
        (
            (
                "Naturally, Karl Aalto disagrees with this conclusion noting that “the quay makes "
                "up most of the trade”.",
            ),
            "Karl Aalto",
        ),
    ],
)
def test_an_office_or_a_label_beside_a_name_leads_to_it(
    paragraphs: tuple[str, ...], speaker: str
) -> None:
    assert last(*paragraphs) == speaker


def test_it_is_no_mayor() -> None:
    found = read(
        "“We wait,” the mayor of Aldmere said.",
        "“Every port decides on its own,” it said.",
    )
    assert found[-1].speaker is None


def test_a_surname_is_a_word_and_no_letters_of_another() -> None:
    people = People(["Ann Li met Karl Aalto in Libya."])
    moment = Moment(people.joined.splitlines(), "Libya waits", None, 0, set(), None, None)
    row = Choice(people, Holders(people), "Libya limits its lines").candidates(moment)["Ann Li"]
    assert {"title", "quoted"}.isdisjoint(row)
    assert row["often"] == pytest.approx(math.log(2))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A : saying, “We wait for it here.”", None),
        ("’ D., the , “We", None),
        ("a : … “We the crew said \u200b ”", None),
        ("The mayor – said: “We wait for it here.”", "mayor"),
        ("Lena Orlova \ufffd said: “We wait for it here.”", "Lena Orlova"),
    ],
)
def test_signs_without_a_letter_are_no_part_of_who_speaks(text: str, speaker: str | None) -> None:
    assert last(text) == speaker


def test_who_speaks_in_single_marks_does_not_speak_the_words_around_them() -> None:
    found = read(
        "Ada Moreno: The storm got it right",
        "February 9",
        '"There were nods to sailors and to all of the ferry men. It became personal to me."',
        "Read more here",
        "Karl Voss: A surprising request from Judge Orlov",
        "Karl Voss",
        "February 14",
        '"Judge Aalto had just announced that he would go. Orlov figured that I might help.',
        "'I have no illusions about your man,' said Orlov, then in his third year.\"",
    )
    assert [(q.paragraph, q.speaker, q.sure) for q in found] == [
        (2, "Ada Moreno", False),
        (7, "Karl Voss", False),
        (8, "Orlov", True),
    ]
