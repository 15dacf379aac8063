"""Who is near a verb of saying and does not say it: places, papers, addressees, the accused."""

from __future__ import annotations

import pytest

from corpus.article import Quotation
from corpus.quotations import quotations


def read(text: str) -> list[Quotation]:
    return list(quotations([("body", 0, text)]))


@pytest.mark.parametrize(
    "text",
    [
        "The harbour tax was dropped in most coastal states that have voted on it so far.",
        "He won the crucial Midwestern states that had been strongholds of the League.",
        "The prize went to the other Rust Belt states that Orlov lost in the end by far.",
        "Orlov has won states that account for half of the votes in the League’s council.",
        "The League found it in two of the GOP states that kept the tax for a year.",
        "In several states that suggests the storm is far from over for the ports.",
    ],
)
def test_states_that_are_places_say_nothing(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Lena Orlova states that the quay was shut in May.", "Lena Orlova"),
        ("A new harbour law states that the quay is shut in May.", "new harbour law"),
        ("A campaign ad from Lena Orlova states that the quay was shut.", "campaign ad from Lena"),
        ("“The quay is shut until the water falls,” the WHO states.", "WHO"),
        ("The Act, which states that “no ship shall leave” without light, was read.", "Act"),
    ],
)
def test_who_states_something_is_found(text: str, speaker: str) -> None:
    found = read(text)
    assert [q.speaker is not None and q.speaker.startswith(speaker) for q in found] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "The council and the League agreed on a deal that keeps the tax on fish low.",
        "Wow, just announced that the two are going to share the port to keep me out.",
        "Previous research, including some from Quill, has also concluded that ice is late.",
    ],
)
def test_neither_a_deal_nor_an_outcry_is_reported_speech(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Port captains who gathered at a hotel near the Old Customs House also suggested that "
            "the tax was too high for them.",
            "Port captains",
        ),
        (
            "Aalto was dismissed after the mayor saw the papers, but Orlov has been harsher on the "
            "port this week, saying that “its name is mud.”",
            "Orlov",
        ),
        (
            "A storm broke out on Monday over Minister Lena Orlova reportedly saying that the port "
            "was a “sinking ship,” and nobody calmed it.",
            "Lena Orlova",
        ),
        (
            "That essay, written by the pilot Lena Orlova, said that the port “has lost its way.”",
            "Lena Orlova",
        ),
    ],
)
def test_the_subject_of_the_verb_speaks_and_not_who_stands_nearer(text: str, speaker: str) -> None:
    assert [q.speaker for q in read(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "never"),
    [
        (
            "The letter to Port President Karl Orlov, signed by the lawyers of the crew, alleged "
            "the count was “made to mislead.”",
            "Karl Orlov",
        ),
        (
            "The suit, first reported by The Harbour Post, alleges that the banks helped the "
            "League to move its money abroad.",
            "Harbour Post",
        ),
        (
            "The tax was dropped, and now that Karl Orlov has left he’s accused of “handing the "
            "quay to strangers.” Nobody answered.",
            "Karl Orlov",
        ),
        (
            "The harbour council calls on Karl Orlov to resign for reported “sinking ship” remarks",
            "harbour council",
        ),
        (
            "Whenever Captain Juha Aalto spoke of his “northern dream,” I’m reminded of that year.",
            "I’m",
        ),
    ],
)
def test_who_is_written_to_accused_or_reported_on_is_no_sure_speaker(text: str, never: str) -> None:
    assert never not in [q.speaker for q in read(text) if q.sure]


def test_a_womans_words_are_not_those_of_the_man_she_speaks_of() -> None:
    found = quotations(
        [
            ("body", 0, "Spokeswoman Lena Orlova met the press on Monday, as did Mr. Karl Aalto."),
            (
                "body",
                1,
                "While not confirming whether Aalto had warned of the ice, she said: “He does not "
                "believe that the ice is late.”",
            ),
        ]
    )
    assert [(q.speaker, q.sure) for q in found if q.speaker == "Karl Aalto"] == []


@pytest.mark.parametrize("owner", ["his", "Orlov’s"])
def test_a_statement_is_its_owners(owner: str) -> None:
    found = quotations(
        [
            ("body", 0, "Mr. Karl Orlov said on Monday that the quay would stay shut for good."),
            ("body", 1, f"“We cannot go on like this,” {owner} statement read."),
        ]
    )
    assert found[-1].speaker == "Karl Orlov"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Karl Orlov said Thursday that he hopes to keep the quay, as captains warned that the "
            "council had no right to it.",
            "he hopes to keep the quay",
        ),
        (
            "Karl Orlov predicted this week that there would be no strike, and port officials say "
            "they are willing to talk.",
            "there would be no strike",
        ),
        (
            "Karl Orlov said that the quay was shut, and that it would stay so until May.",
            "the quay was shut, and that it would stay so until May",
        ),
    ],
)
def test_reported_speech_ends_where_somebody_else_begins_to_speak(text: str, words: str) -> None:
    assert [q.text for q in read(text)] == [words]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Aalto is, as former Quill ambassador to Norland Karl Orlov puts it, “by birth a man "
            "of the court.”",
            "Karl Orlov",
        ),
        (
            "Tarbrush manufacturer Aalto Brothers on Friday issued a warning that “under no "
            "circumstance” should it be drunk.",
            "Aalto Brothers",
        ),
    ],
)
def test_an_office_and_a_product_are_no_part_of_who_speaks(text: str, speaker: str) -> None:
    assert [q.speaker for q in read(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Juha Aalto said Karl Orlov believes the ship was “sunk for money” in May.", False),
        ("Karl Orlov told the press he believes the ship was “sunk for money” in May.", True),
    ],
)
def test_what_another_says_that_somebody_believes_is_not_surely_his(text: str, sure: bool) -> None:
    assert [(q.speaker, q.sure) for q in read(text)] == [("Karl Orlov", sure)]


@pytest.mark.parametrize(
    ("text", "speaker", "sure"),
    [
        (
            "Orlov mostly kept silent as the president attacked the port as a “sinking ship” and "
            "tweeted that its name was “in tatters.”",
            "president",
            False,
        ),
        (
            "Karl Orlov seemed pleased by the tone of a Norland letter sent after the storm, "
            "saying the port was “open to all of them” again.",
            "Karl Orlov",
            False,
        ),
        (
            "The Harbour Post quotes a senior port official saying the talk was “of some use.”",
            "senior port official",
            True,
        ),
        (
            "According to a harbour report, Captain Karl Orlov came to “see the ice for himself” "
            "in spring.",
            "harbour report",
            None,
        ),
        (
            "A court said President Lena Orlova’s own words claiming powers to “change the law” "
            "were the reason.",
            "Lena Orlova",
            True,
        ),
        (
            "A spokesman for the chancellor, Lena Orlova, said it was a “victory for all” of them.",
            "spokesman for Lena Orlova",
            True,
        ),
        (
            "Many captains spent a million on a campaign urging the council to work toward a "
            "“grand bargain” on the port.",
            "Many captains",
            False,
        ),
        (
            "According to its director, Ines Aalto, the port was “closed for good” by then.",
            "Ines Aalto",
            True,
        ),
        (
            "The White House said that Karl Orlov backs the plan that hours earlier he said he "
            "“would not sign.”",
            "Karl Orlov",
            None,
        ),
    ],
)
def test_whose_words_a_paper_a_clause_or_a_report_tells(
    text: str, speaker: str, sure: bool | None
) -> None:
    found = read(text)[-1]
    assert found.speaker == speaker
    assert sure is None or found.sure is sure


@pytest.mark.parametrize(
    "text",
    [
        "For instance, Aalto, Quill, Tarbrush, and many other firms announced that they would pay.",
        "Aldmere and The Harbour Post reported that the port had been closed for good.",
        "But Karl Orlov said cutting the port’s rules that hinder trade would have more effect.",
        "Karl Orlov said surveys show that the port may close for good in spring.",
    ],
)
def test_one_of_several_and_a_clause_within_are_no_reported_speech(text: str) -> None:
    assert [q for q in read(text) if q.kind == "indirect"] == []


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (
            "The two conservative Harbour Leaguers said that the port had been closed for good.",
            "two conservative Harbour Leaguers",
            "the port had been closed for good",
        ),
        (
            "Karl Orlov said he’s worried that the port may close for good.",
            "Karl Orlov",
            "he’s worried that the port may close for good",
        ),
        (
            "Karl Orlov announced Thursday that the port may close for good.",
            "Karl Orlov",
            "the port may close for good",
        ),
    ],
)
def test_reported_speech_has_its_whole_speaker_and_its_whole_clause(
    text: str, speaker: str, words: str
) -> None:
    assert [(q.speaker, q.text) for q in read(text)] == [(speaker, words)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "A new Quill appointee to the agency wrote of it and has said that the port is in the "
            "clutches of a “lobby of gulls” now.",
            "new Quill appointee",
        ),
        (
            "A port official who spoke to Quill News on the condition of anonymity to discuss the "
            "papers said “taking down the system” was easy.",
            "port official",
        ),
        (
            "“They have yet to do so,” said the Aldmere chapter, which led the Tarbrush march.",
            "Aldmere chapter",
        ),
        (
            "“We’ll take the end result,” says Lena Orlova of Quill College’s Karl Aalto Center.",
            "Lena Orlova",
        ),
        (
            "A leader of rebels in eastern Norland has admitted that thousands have been fighting.",
            "leader of rebels",
        ),
    ],
)
def test_a_name_in_what_describes_the_speaker_is_not_the_speaker(text: str, speaker: str) -> None:
    assert [q.speaker for q in read(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Aalto assured her, according to Lena Voss's memoir, The Salt Clock, that “no wave had "
            "ever wet the bridge.”",
            "Lena Voss's memoir",
        ),
        (
            "Her hat dripping on the floor, Orlova had to say, “The tide took both ladders and "
            "the goat.”",
            "Orlova",
        ),
        (
            "The Varga office said the story of one diver, who told The Quill that the hull was "
            "painted over, mostly by night, has “neither rhyme nor rust.”",
            "Varga office",
        ),
        (
            "She rang Karl Orlov, a dock painter, who told her, the “council hides every brush it "
            "owns.”",
            "Karl Orlov",
        ),
    ],
)
def test_a_title_a_voice_and_a_clause_that_is_over_say_nothing(text: str, speaker: str) -> None:
    assert {q.speaker for q in read(text)} == {speaker}


def test_who_asks_about_somebodys_remark_does_not_speak_it() -> None:
    asked = (
        "Quill's Ada Moreno asked Orlov at the gate about his remark last spring that the flood "
        "had been “a fine rehearsal for the brass band.”"
    )
    assert [(q.speaker, q.sure) for q in read(asked)] == [("Orlov", False)]
    plain = "Quill's Ada Moreno asked Orlov at the gate: “Did the band play?”"
    assert [q.speaker for q in read(plain)] == ["Ada Moreno"]
