"""Who is quoted saying what: marks, kinds, speakers, and what is left unsaid."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Quotation
from corpus.quotations import quotations


def read(*paragraphs: str) -> tuple[Quotation, ...]:
    return quotations([("body", number, text) for number, text in enumerate(paragraphs)])


def only(*paragraphs: str) -> Quotation:
    (found,) = read(*paragraphs)
    return found


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("“We will rebuild the harbour,” said Ines Aalto.", "Ines Aalto", "said"),
        ("“We will rebuild the harbour,” Ines Aalto said on Monday.", "Ines Aalto", "said"),
        ("Ines Aalto said: “We will rebuild the harbour.”", "Ines Aalto", "said"),
        ("Aalto told reporters, “We will rebuild the harbour.”", "Aalto", "told"),
        ("“The harbour is closed,” according to Ines Aalto.", "Ines Aalto", "according to"),
        ("According to Ines Aalto, “the harbour is closed.”", "Ines Aalto", "according to"),
        ("“The harbour is closed,” harbour master Ines Aalto wrote.", "Ines Aalto", "wrote"),
        ("“The harbour is closed,” Foreign Minister Ines Aalto said.", "Ines Aalto", "said"),
        ("“Is it closed?” Ines Aalto asked.", "Ines Aalto", "asked"),
        ("“It is closed,” Ines Aalto, the harbour master, said.", "Ines Aalto", "said"),
        ("“It is closed,” said the harbour master, Ines Aalto.", "Ines Aalto", "said"),
        ("“It is closed now,” a senior official said.", "senior official", "said"),
        ("Ines Aalto, who said “it is closed for good”, left.", "Ines Aalto", "said"),
        ("Ines Aalto left the room, saying “it is closed for good”.", "Ines Aalto", "saying"),
        (
            "A report by the Harbour Office said “it is closed”.",
            "report by the Harbour Office",
            "said",
        ),
    ],
)
def test_the_speaker_is_found_before_and_behind_the_words(
    text: str, speaker: str, cue: str
) -> None:
    found = only(text)
    assert (found.speaker, found.cue, found.sure) == (speaker, cue, True)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"The mill is safe," Orlov said.', "The mill is safe,"),
        ("“The mill is safe,” Orlov said.", "The mill is safe,"),
        ("‘The mill is safe,’ Orlov said.", "The mill is safe,"),
        ("'The mill is safe,' Orlov said.", "The mill is safe,"),
        ("„Die Mühle ist sicher“, sagte Orlov.", "Die Mühle ist sicher"),
        ("«Le moulin est sûr», dit Orlov.", "Le moulin est sûr"),
        ("»Die Mühle ist sicher«, sagte Orlov.", "Die Mühle ist sicher"),
        ("``The mill is safe,'' Orlov said.", "The mill is safe,"),
        ("“He called it ‘safe’ and left,” Orlov said.", "He called it ‘safe’ and left,"),
        ("“He called it “safe” and left,” Orlov said.", "He called it “safe” and left,"),
        ("'The workers' homes aren't safe,' Orlov said.", "The workers' homes aren't safe,"),
    ],
)
def test_every_kind_of_mark_holds_its_words_once(text: str, words: str) -> None:
    found = only(text)
    assert found.text == words
    assert words in text[found.start : found.end]
    assert text[found.start] in "\"“‘'„«»`"


@pytest.mark.parametrize(
    "text",
    [
        "The workers' homes and the miners' lamps weren't theirs.",
        "It was the '90s, and rock 'n' roll wasn't dead.",
        "He stood 5'10\" tall and did not speak.",
        'A mark " that stands alone opens nothing.',
    ],
)
def test_apostrophes_and_stray_marks_are_no_quotations(text: str) -> None:
    assert read(text) == ()


def test_a_quotation_that_stands_alone_belongs_to_who_spoke_in_the_sentence_before() -> None:
    found = only("Ines Aalto, 39, said the law was old. “We need one that suits our time.”")
    assert (found.speaker, found.cue) == ("Ines Aalto", "said")


def test_words_broken_by_their_attribution_have_one_speaker() -> None:
    first, second = read("“We tried,” Orlov said. “Nobody wanted to listen to us.”")
    assert (first.speaker, first.cue) == (second.speaker, second.cue) == ("Orlov", "said")


def test_a_speech_over_paragraphs_keeps_its_speaker() -> None:
    first, second, third = read(
        "“We tried for many years,” Orlov said. “Nobody wanted to listen to us.",
        "“Now we shall leave the valley.”",
    )
    assert [q.speaker for q in (first, second, third)] == ["Orlov"] * 3
    assert (third.paragraph, third.kind) == (1, "direct")


def test_a_surname_gets_the_full_name_given_elsewhere() -> None:
    found = only("Mayor Ines Aalto opened the bridge.", "“It is safe now,” Aalto said.")
    assert (found.speaker, found.sure) == ("Ines Aalto", True)


def test_a_surname_of_two_people_is_never_sure() -> None:
    found = only(
        "Mayor Ines Aalto met Juha Aalto at the bridge.",
        "“It is safe now,” Aalto said.",
    )
    assert found.sure is False


def test_a_pronoun_is_resolved_when_one_person_stands() -> None:
    found = only("Mayor Ines Aalto opened the bridge.", "“It is safe now,” she said.")
    assert (found.speaker, found.sure) == ("Ines Aalto", True)


def test_a_pronoun_with_two_people_standing_is_unsure() -> None:
    found = only("Mayor Petra Aalto met Senator Ruth Vance.", "“It is safe now,” she said.")
    assert found.sure is False


def test_a_pronoun_with_nobody_standing_has_no_speaker() -> None:
    found = only("It rained.", "“It is safe now,” she said.")
    assert (found.speaker, found.sure) == (None, False)


def test_a_few_words_are_a_fragment_of_their_speaker() -> None:
    found = only("Orlov called the meeting a “robust” exchange.")
    assert (found.kind, found.text, found.speaker) == ("fragment", "robust", "Orlov")


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “road of bones” is closed in winter.",
        "Her book, “The Long Road to Vell,” sold well.",
        "The ‘smart’ meters arrived in May.",
    ],
)
def test_scare_quotes_terms_and_titles_are_no_quotations(text: str) -> None:
    assert read(text) == ()


def test_reported_speech_is_kept_apart() -> None:
    text = "Ines Aalto said on Monday that the bridge would open in May."
    found = only(text)
    assert (found.kind, found.speaker, found.cue) == ("indirect", "Ines Aalto", "said")
    assert text[found.start : found.end] == "the bridge would open in May"


def test_a_headline_names_its_speaker_before_the_colon() -> None:
    (found,) = quotations([("title", 0, "Aalto: ‘We will rebuild the harbour’")])
    assert (found.within, found.speaker, found.cue) == ("title", "Aalto", None)


def test_a_question_put_to_somebody_is_not_theirs() -> None:
    assert only("Ines Aalto was asked: “Is the bridge safe for us?”").speaker is None


PIECES = st.sampled_from([*"ab S.,?!:;\"'“”‘’„«»\n(-", " said ", " he ", "“A b.” ", " that "])


@given(st.lists(st.lists(PIECES, max_size=40).map("".join), max_size=5))
def test_spans_of_any_marks_stay_inside_their_text_in_order(paragraphs: list[str]) -> None:
    at = (0, 0)
    for q in read(*paragraphs):
        text = paragraphs[q.paragraph]
        assert 0 <= q.start < q.end <= len(text)
        assert q.text in text[q.start : q.end]
        if q.kind != "indirect":
            assert (q.paragraph, q.start) >= at
            at = (q.paragraph, q.end)


@given(st.lists(st.text(), max_size=5))
def test_any_text_is_read_without_an_exception(paragraphs: list[str]) -> None:
    assert all(q.text for q in read(*paragraphs))


@pytest.mark.parametrize(
    "piece",
    ['"', "“", "'a ", '"a" ', "“a. ", "‘a’ s' ", 'he said "a" ', "A B said, ", "«", "A "],
)
def test_long_texts_full_of_marks_take_bounded_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    begun = time.process_time()
    read(text, text[:50_000])
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It is closed,” the harbour’s director, Ines Aalto, told us.", "Ines Aalto"),
        ("“It is closed,” said the mediator, retired judge Ines Aalto.", "Ines Aalto"),
        ("Its spokesman, Juha Vance, said it was “closed for good”.", "Juha Vance"),
        ("The gate is shut “for good”, Ms Ines Aalto, who leads the talks, said.", "Ines Aalto"),
        ("“They asked, ‘Why not?’” Judge Ines Aalto told him.", "Ines Aalto"),
        ("Aalto claimed the law would cost “nobody who works here” a job.", "Aalto"),
        ("A court of audit in 2029 called it “neither safe nor sound”.", "court of audit"),
        ("Critics call the demand “out of all measure”.", "Critics"),
        ("Clerks from the Office for Roads and Bridges said it was “slow and safe”.", "Clerks"),
    ],
)
def test_the_speaker_is_told_from_what_stands_around_the_name(text: str, speaker: str) -> None:
    found = only(text)
    assert found.speaker is not None
    assert found.speaker.split()[: len(speaker.split())] == speaker.split()


def test_a_banner_that_reads_something_speaks_for_nobody() -> None:
    assert only("A banner at the gate read “60 years of rain”.").speaker is None


@pytest.mark.parametrize(
    "before",
    [
        "Zerlina Oake, 58, is hosing down the deck.",
        "Zerlina Oake, who was walking a dog, rang the office.",
        "The skipper, Zerlina Oake, came home late.",
        "Zerlina Oake laughed at the sum.",
    ],
)
def test_a_first_name_nobody_knows_is_still_a_persons(before: str) -> None:
    found = only(before, "“I can count,” she said.")
    assert found.speaker == "Zerlina Oake"


def test_somebody_only_described_is_who_the_pronoun_means() -> None:
    found = only("A man beside me weighed the bag. “It is heavy,” he said.")
    assert (found.speaker, found.sure) == ("man", False)


def test_a_described_age_is_the_one_person_of_the_text() -> None:
    found = only("Ines Aalto had gone back to the car.", "“I saw it,” says the 31-year-old nurse.")
    assert (found.speaker, found.sure) == ("Ines Aalto", False)


def test_a_pronoun_does_not_pass_the_person_named_in_its_own_paragraph() -> None:
    _, found = read(
        "“It will cost more,” Petra Aalto said.",
        "Martin Vance, the chairman, had not slept well. “I am tired,” he said.",
    )
    assert found.speaker == "Martin Vance"


def test_words_in_a_subhead_belong_to_who_says_them_below() -> None:
    head, body = read("‘No danger at all’", "“There is no danger at all,” said Ines Aalto.")
    assert (head.speaker, body.speaker) == ("Ines Aalto", "Ines Aalto")


def test_a_ministry_speaks_under_its_full_name() -> None:
    found = only("The ministry of trade moved in May.", "The ministry said it was “too early”.")
    assert found.speaker == "ministry of trade"


@pytest.mark.parametrize("words", ["I have made of it what I can.", "He defied the old order."])
def test_a_short_sentence_is_whole_speech(words: str) -> None:
    first, second = read(f"“Make of it what you like,” Orlov told them. “{words}”")
    assert (first.speaker, second.speaker, second.kind) == ("Orlov", "Orlov", "direct")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Envoy to the United Nations Hannah Orlova said it was “a step too far”.",
            "Hannah Orlova",
        ),
        ("Quill columnist Hannah Orlova shook her head, writing, “It is over.”", "Hannah Orlova"),
        ("“It is over,” the owner of Quill Bakery tells us.", "owner of Quill Bakery"),
        ("“It is over,” said Quill’s CEO, Hannah Orlova, on Monday.", "Hannah Orlova"),
        ("“It is over for us,” airline says", "airline"),
        ("“It is over for us,” say village bakers", "village bakers"),
        ("“It is over,” that May statement read.", "May statement"),
        ("The mill left town, with Orlov claiming it was “too dear to stay”.", "Orlov"),
        ("He recalled the pilot telling them: “We are going home.”", "pilot"),
        ("“It is over,” Orlov was quoted by the Quill as saying.", "Orlov"),
        ("“It is over,” the Quill quoted Orlov as saying.", "Orlov"),
        (
            "Nobody spoke of the cost, says Ann Orlova of the Quill: “It was hushed up.”",
            "Ann Orlova",
        ),
        ("Ann Orlova mocked Juha Aalto: “He has no idea of boats.”", "Ann Orlova"),
        (
            "Ann Orlova, an envoy who, as head of the Boat Party, lost, said it was “over”.",
            "Ann Orlova",
        ),
        ("A day after the vote, Ann Orlova left, saying “it is over for me”.", "Ann Orlova"),
        (
            "The harbour is closed and “it will stay so”, Ann Orlova, a diver, later said.",
            "Ann Orlova",
        ),
        ("Soon after that, Ann Orlova left the room, calling it “a farce”.", "Ann Orlova"),
        ("Sen. Ann Orlova, D-N.Y., mocked the mayor: “He sat on the bench.”", "Ann Orlova"),
        ("“It is over,” baker Ann Orlova, author of “The Loaf”, told the Quill.", "Ann Orlova"),
    ],
)
def test_the_one_who_speaks_is_told_from_those_who_only_stand_near(text: str, speaker: str) -> None:
    assert [q.speaker for q in read(text) if q.kind != "indirect"] == [speaker]


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        (("Mr. Orlov said he told them it was “over and done with”.",), "Orlov"),
        (("Orlov called it “a dark day”. He continued: “We shall rebuild.”",), "Orlov"),
        (("“We go,” said Ann Orlova.", "She said Eve Aalto’s wish was “a dream”."), "Ann Orlova"),
        (
            ("“We go,” said Ann Orlova.", "She also mocked Eve Aalto.", "“A dream,” she joked."),
            "Ann Orlova",
        ),
        (
            ("Ann Orlova lives here. She says the sea is rising.", "“I see it every day.”"),
            "Ann Orlova",
        ),
        (("Baker Ann Orlova came. Ann said it was “no longer fun at all”.",), "Ann Orlova"),
        (
            ("“We go,” said Ann Orlova of Quill.", "In her reply – “We shall see” – she was calm."),
            "Ann Orlova",
        ),
    ],
)
def test_a_pronoun_or_a_first_name_means_who_spoke_before(
    paragraphs: tuple[str, ...], speaker: str
) -> None:
    assert [q for q in read(*paragraphs) if q.kind != "indirect"][-1].speaker == speaker


def test_an_open_quotation_goes_on_behind_a_caption() -> None:
    found = read("Orlov said: “We tried for years.", "The mill in May", "“Nobody listened to us.”")
    assert [q.speaker for q in found] == ["Orlov", "Orlov"]


def test_what_nobody_in_particular_says_is_nobodys() -> None:
    first, second = read("“We are glad,” Orlov said.", "Another added: “I am not glad at all.”")
    assert (first.speaker, second.speaker) == ("Orlov", None)


def test_a_company_is_no_general_and_not_based_anywhere() -> None:
    found = read(
        "General Motors said it was “ready to go”.", "Vell-based Quill said it was “not yet so”."
    )
    assert [q.speaker for q in found] == ["General Motors", "Quill"]


def test_a_mark_with_its_blank_on_the_wrong_side_opens_speech() -> None:
    found = only('They left the town." We are safe here in the hills," said Ann Orlova, a baker.')
    assert (found.text, found.speaker) == ("We are safe here in the hills,", "Ann Orlova")


def test_an_article_that_names_thousands_takes_time_in_proportion() -> None:
    def taken(count: int) -> float:
        names = [
            f"Ann {chr(65 + n % 26)}{'abcdefghij'[n % 10]}{n:x}".replace("0", "o")
            for n in range(count)
        ]
        begun = time.process_time()
        read(*(f"{name} left. “We go,” he said." for name in names))
        return time.process_time() - begun

    assert taken(4_000) < 12 * taken(1_000) + 0.5  # four times as many; their square would be 16


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        (("Mayor Ann Orlova came. “We go,” the mayor said.",), "Ann Orlova"),
        (("Ann Orlova, the mayor, came. “We go,” said the mayor.",), "Ann Orlova"),
        (("“We go,” said Ann Orlova.", "“Now,” the actress said."), "Ann Orlova"),
        (("Quill Inc. lost. Quill said it was “over”.", "“We go,” the company said."), "Quill"),
        (("Mayor Ann Orlova met Mayor Eve Aalto. “We go,” the mayor said.",), "mayor"),
        (("Mayor Ann Orlova came. “We go,” a mayor said.",), "mayor"),
        (("Ann Orlova also said:", "“We go now.” “We go far.”"), "Ann Orlova"),
        (("The head of Quill, Ann Orlova, stayed away, calling it “a bad idea”.",), "Ann Orlova"),
        (("Their lawyer, Ann Orlova of the Quill Union, said it was “a bad idea”.",), "Ann Orlova"),
    ],
)
def test_an_office_means_the_one_who_is_introduced_as_holding_it(
    paragraphs: tuple[str, ...], speaker: str
) -> None:
    assert [q for q in read(*paragraphs) if q.kind != "indirect"][-1].speaker == speaker


def test_a_cue_with_nothing_but_a_comma_before_it_has_no_speaker_and_ends_nothing() -> None:
    found = only("“It is safe now,” , said.")
    assert (found.text, found.speaker) == ("It is safe now,", None)
