"""Whom "he said" means where somebody is introduced, and whose clause a cue stands in."""

from __future__ import annotations

import pytest

from corpus.article import Quotation
from corpus.quotations import quotations


def read(*paragraphs: str) -> list[Quotation]:
    texts = [("body", n, text) for n, text in enumerate(paragraphs)]
    return [q for q in quotations(texts) if q.kind != "indirect"]  # type: ignore[arg-type]


def told(*paragraphs: str) -> list[tuple[str | None, bool]]:
    return [(q.speaker, q.sure) for q in read(*paragraphs)]


SPOKE = "“We have to wait,” said Karl Orlov, the harbour master. “There is no other way.”"


@pytest.mark.parametrize(
    ("paragraph", "speaker"),
    [
        (
            "Zawadi Mbeki, the father of a boy on board, said by phone that he was still "
            "waiting. The families are “very tired of all this,” he said.",
            "Zawadi Mbeki",
        ),
        (
            "Quillan Yarrow, a native of Aldmere whose boat was lost, said on Monday that more "
            "could be found. “We have not given up on them,” he said.",
            "Quillan Yarrow",
        ),
    ],
)
def test_a_paragraph_that_opens_with_somebody_of_its_own_has_him_speak(
    paragraph: str, speaker: str
) -> None:
    assert {name for name, _ in told(SPOKE, paragraph)[2:]} == {speaker}


@pytest.mark.parametrize(
    "paragraph",
    [
        "The father of one of the boys came to the quay at noon. The families are “very tired of "
        "all this,” he said.",
        "Brannoc Tey left the quay at noon. The families are “very tired of all this,” he said.",
        "His brother came to the quay at noon. The families are “very tired of all this,” he said.",
        "Brannoc Tey, an old acquaintance, had come with Orlov’s dog. The families are “very "
        "tired of all this,” he said.",
    ],
)
def test_an_earlier_speaker_is_never_sure_where_the_paragraph_speaks_of_another(
    paragraph: str,
) -> None:
    assert ("Karl Orlov", True) not in told(SPOKE, paragraph)[2:]


def test_an_earlier_speaker_stays_sure_where_the_paragraph_speaks_of_nobody() -> None:
    found = told(SPOKE, "The pumps are still at work. “They will have to hold,” he said.")
    assert found[-1] == ("Karl Orlov", True)


def test_the_person_of_a_second_pronoun_is_no_surer_than_that_of_the_first() -> None:
    found = told(
        "Karl Orlov met Juha Aalto. Juha Aalto met Karl Orlov.",
        "The pumps are “rather old,” he said. They are also “rather loud indeed,” he said.",
    )
    assert [sure for _, sure in found] == [False, False]


def test_who_is_introduced_behind_the_words_goes_on_to_speak() -> None:
    found = told(
        "“The pumps are old,” said Karl Orlov, who keeps the harbour’s accounts. “Most of us know "
        "it,” he said, “and nobody pays for it.”"
    )
    assert found == [("Karl Orlov", True)] * 3


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We wait for news,” the Orlov family said in a note.", "Orlov family"),
        ("The Orlov family said they would “wait for any news” of him.", "Orlov family"),
        ("“We wait for news,” the assembly said in a note.", "assembly"),
        (
            "The Justice Department said on Monday that it “did not and could not” act.",
            "Justice Department",
        ),
        (
            "Mr. Aalto lost votes, with 35 percent of voters saying they “strongly reject” him.",
            "35 percent of voters",
        ),
        ("Says Orlov: “This is a failure of all the papers as well.”", "Orlov"),
    ],
)
def test_a_subject_is_read_whole(text: str, speaker: str) -> None:
    assert [q.speaker for q in read(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("The other who did vote for Aalto says, when asked, “I will do as he does.”", "Aalto"),
        (
            "He was met by a mob in Aldmere, Quillshire, that chanted “traitor” at him.",
            "Quillshire",
        ),
        (
            "The Quill reported that Orlov even came up to the captain, “If I were to leave now, "
            "would you tell anybody?”",
            "Quill",
        ),
        (
            "Juha Aalto also weighed in on a quarrel with the harbour master Karl Orlov, who has "
            "not answered questions on reports he once suggested wearing a “wire” there.",
            "Juha Aalto",
        ),
        (
            "Juha Aalto said Karl Orlov would “pay dearly” for a speech in which he threatened to "
            "“totally wreck” the port.",
            "",
        ),
    ],
)
def test_a_name_that_a_clause_only_holds_is_no_sure_speaker(text: str, never: str) -> None:
    for last in read(text)[-1:]:
        assert not (last.sure and (last.speaker or "").endswith(never))


def test_the_name_of_a_programme_that_somebody_threatens_is_nobodys_words() -> None:
    assert read("Karl Orlov threatened “Saturday Night Alive” with a lawsuit.") == []
    assert read("In the bestseller “The Secret Quay,” Orlov has blamed the town.") == []


def test_words_of_a_term_that_another_has_used_are_not_surely_his() -> None:
    found = read(
        "“There is no right to dredging,” said Karl Orlov, the harbour master.",
        "One way out would be to leave any “right to dredging” out of the accord.",
    )
    assert not found[-1].sure


def test_words_in_a_further_sentence_of_the_paper_are_not_surely_those_of_who_spoke() -> None:
    found = read(
        "“We have no pumps,” Karl Orlov told me. He hopes, as do I, for better ones. Of all the "
        "reasons not to buy them, “difficulty finding the right ones” is the worst."
    )
    assert not found[-1].sure or found[-1].speaker is None


def test_a_name_in_a_headline_that_the_text_has_too_is_nobodys_words() -> None:
    texts = [
        ("title", 0, "‘Boats Are Lives’ Is No Charity"),
        ("body", 0, "“The group Boats Are Lives is not listed,” Karl Orlov confirmed."),
    ]
    assert [q.within for q in quotations(texts)] == ["body"]  # type: ignore[arg-type]


def test_a_second_verb_of_a_sentence_has_its_subject_behind_a_day_too() -> None:
    (found,) = read("Karl Orlov has denied it and on Monday asked that “no one rush to judge”.")
    assert (found.speaker, found.cue) == ("Karl Orlov", "asked")


def test_a_verb_that_may_be_told_of_another_is_never_sure() -> None:
    (found,) = read("Karl Orlov said Juha Aalto had come aboard and had said, “You can go now.”")
    assert not found.sure


def test_a_claim_that_stands_alone_below_a_denial_of_another_is_not_the_deniers() -> None:
    found = read(
        "The town has denied the first claim.",
        "“Karl Orlov took the purse of the port and gave it to the mayor.”",
        "The town has denied it.",
    )
    assert all(q.speaker is None or not q.sure for q in found)


@pytest.mark.parametrize(
    "text",
    [
        "“We won it all,” said Karl Orlov, who stood where the fans waved “W” flags of victory.",
        "“We won it all,” said Karl Orlov of the team, whose boats have an “X” on them.",
    ],
)
def test_one_letter_in_marks_is_a_sign_and_nobodys_words(text: str) -> None:
    assert [q.text for q in read(text)] == ["We won it all,"]


def test_words_of_people_beside_whom_somebody_stands_are_not_surely_his() -> None:
    (found,) = read(
        "Karl Orlov has no need to please lawmakers begging for a “yes to the dam” vote."
    )
    assert (found.speaker, found.sure) == ("lawmakers", False)


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        (
            ("Lena Orlova, in Aldmere, Quillshire, claimed she had “no choice at all”.",),
            "Lena Orlova",
        ),
        (
            ("Lena Orlova - who is back from Aldmere - said she gets on “really well”.",),
            "Lena Orlova",
        ),
        (
            (
                "A statement sent by Juha Aalto, a lawyer for the captain’s mother, Lena Orlova, "
                "said a “false story” had been told.",
            ),
            "statement",
        ),
        (("Bombing QRTX goes on. QRTX is small.", "QRTX calls them “worshippers of mud”."), "QRTX"),
        (
            ("Orlov On Closing Quays: a list. Lena Orlov came.", "“We wait for it,” Orlov said."),
            "Lena Orlov",
        ),
        (("Sen. and Dr. Orlov stated that the “body of proof” is small.",), "Orlov"),
    ],
)
def test_what_stands_between_a_name_and_its_verb_is_no_part_of_who_speaks(
    paragraphs: tuple[str, ...], speaker: str
) -> None:
    assert read(*paragraphs)[-1].speaker == speaker


def test_what_a_clause_says_of_another_is_not_taken_for_who_says_it() -> None:
    (found,) = read(
        "QRTX, which speaks for the crews, said Aalto should never have left the port, and the "
        "short time of Juha Aalto is “the last in a long chain of errors”."
    )
    assert found.speaker != "Juha Aalto" or not found.sure


def test_the_title_of_what_somebody_wrote_is_nobodys_words() -> None:
    assert (
        read("Their work was read by Juha Aalto, who wrote an article, “A Count of Quays.”") == []
    )


def test_what_people_are_said_to_ask_themselves_is_not_surely_said() -> None:
    (found,) = read("Juha Aalto says that voters are asking themselves, “Whom do we trust now?”")
    assert not found.sure


@pytest.mark.parametrize(
    "text",
    [
        "Karl Orlov called the plan for the quay a “mess”.",
        "Karl Orlov has described Juha Aalto as a “danger to the port”.",
        "Karl Orlov branded the price of herring “robbery”.",
    ],
)
def test_who_gives_something_a_name_in_marks_surely_says_it(text: str) -> None:
    (found,) = read(text)
    assert (found.speaker, found.sure) == ("Karl Orlov", True)


def test_who_calls_for_something_does_not_surely_say_what_it_is_called() -> None:
    assert all(
        not q.sure for q in read("Karl Orlov called for a return from the “hot zone of it”.")
    )


def test_a_word_that_another_uses_is_not_surely_said_by_who_speaks_of_it() -> None:
    (found,) = read("Karl Orlov told Lena Aalto he does not see the use of the word “never again”.")
    assert not found.sure


def test_the_title_of_a_report_that_says_so_is_nobodys_words() -> None:
    assert (
        read("According to a report by Harbour Watch, “Boats on the Net,” fishing declines.") == []
    )


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Republicans ran against it, and Karl Orlov won last year after calling it a “mess” "
            "of laws.",
            "Karl Orlov",
        ),
        (
            "Juha Aalto tweeted the march was “a chance to stand with those attacked,” including "
            "the mayor Sadik Tarn. Orlov called him a loser.",
            "Juha Aalto",
        ),
        ("“They have used gas in the hills,” Brig. Gen. Juha Aalto said.", "Juha Aalto"),
    ],
)
def test_a_clause_is_its_own_subjects_and_ends_with_its_sentence(text: str, speaker: str) -> None:
    assert read(text)[0].speaker == speaker


def test_as_of_this_writing_nobody_writes() -> None:
    assert (
        read("Juha Aalto, a boy of three, is, as of this writing, a “patient” of the house.") == []
    )


def test_whom_a_paper_cites_speaks_and_not_the_paper() -> None:
    found = read("“The quay was shut by one of our own,” Reuters cited the Quill, a website.")
    assert [q.speaker for q in found] == ["Quill"]


def test_a_sentence_that_has_ended_introduces_nothing() -> None:
    found = read("We see both ends, researchers said.“They are two rings,” said Lena Orlova.")
    assert [q.speaker for q in found] == ["Lena Orlova"]


def test_what_a_thing_is_called_is_nobodys_sure_word() -> None:
    found = read("Karl Aalto said the “Harbour” rocket was in touch with the ground all day.")
    assert all(not q.sure for q in found)


def test_a_quotation_that_nobody_is_named_for_is_not_sure() -> None:
    found = read("The group is devoted to “turning the tide of the harbour” and is small.")
    assert all(not q.sure for q in found if q.speaker is None)


def test_what_somebody_advertises_is_not_surely_his_word() -> None:
    found = read("Karl Aalto said the baths advertise on the site: “New Hot Pools Every Day.”")
    assert all(not q.sure for q in found)


def test_two_offices_of_one_person_are_not_two_who_speak() -> None:
    (found,) = read("“We wait for the tide,” said Lena Orlova, President and CEO of the Quill.")
    assert found.speaker == "Lena Orlova"
