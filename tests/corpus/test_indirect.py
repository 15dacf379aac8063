"""Reported speech begins where its clause begins, and what only looks like it is left out."""

from __future__ import annotations

import pytest

from corpus.quotations import quotations


def reported(text: str) -> list[str]:
    return [q.text for q in quotations([("body", 0, text)]) if q.kind == "indirect"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Karl Orlov said on Monday that the quay was shut for good.",
            "the quay was shut for good",
        ),
        (
            "Karl Orlov told the town’s council that the quay was shut for good.",
            "the quay was shut for good",
        ),
        ("Karl Orlov said the next day that the quay was shut.", "the quay was shut"),
        (
            "Karl Orlov said that pace is too quick for the port.",
            "that pace is too quick for the port",
        ),
        ("Karl Orlov said that is out of the question now.", "that is out of the question now"),
        ("Karl Orlov said Sunday that was not the way to go.", "that was not the way to go"),
        ("Karl Orlov explained that the law has three parts:", "the law has three parts"),
        (
            "Karl Orlov said that the quay was shut for good, according to the Quill.",
            "the quay was shut for good",
        ),
        (
            "Karl Orlov said that compared to Aldmere, the quay is rather quiet.",
            "compared to Aldmere, the quay is rather quiet",
        ),
    ],
)
def test_a_clause_is_taken_whole(text: str, words: str) -> None:
    assert reported(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Karl Orlov said the boat that went down belonged to the Quill company.",
        "Karl Orlov announced a series of steps Friday that would end the fishing there.",
        "Leaders of the 26 states that challenged the law in court can do nothing now.",
        "Karl Orlov confirmed that figure, noting that there are some more in the spring.",
        "The towns have admitted those errors afterward in ways that ensure against repeats.",
        "Karl Orlov said he has seen no sign that the boats would come back.",
        "Implied in the quarrels of several states is a fear that the boats will not come.",
        "If Karl Orlov declares that the quay is shut, the boats will have to go to Aldmere.",
    ],
)
def test_a_clause_that_only_describes_something_is_no_reported_speech(text: str) -> None:
    assert [words for words in reported(text) if not words.startswith("there are")] == []


def test_a_verb_behind_and_is_told_of_who_opens_the_sentence() -> None:
    (found,) = [
        q
        for q in quotations(
            [
                (
                    "body",
                    0,
                    "Karl Orlov called Juha Aalto on his way back from the quay and complained "
                    "that the boats were late.",
                )
            ]
        )
        if q.kind == "indirect"
    ]
    assert found.speaker == "Karl Orlov"


def test_what_others_claim_is_nothing_that_who_answers_says() -> None:
    assert reported("Karl Orlov responded to criticism that the port was dirty and dear.") == []
    assert reported("Karl Orlov noted in a report that the port was dirty and dear.") == [
        "the port was dirty and dear"
    ]


@pytest.mark.parametrize(
    "rest",
    [
        ", and he repeated his view that the city would not pay",
        ", but said that other quays would open",
        ", and has vowed to keep the name secret",
        ", though he made clear that talks would go on",
        ", while harbour master Lena Aalto confirmed that it was not",
        ", but several clerks fear the worst",
        ", citing words of a port official in Quill",
        ", according to H.D. Brandt, a spokesman for the port office",
        ", according to three captains who have been in touch with the men of the port since May",
        ", the port office said in a statement, adding that Aalto had agreed to come",
    ],
)
def test_reported_speech_ends_before_another_statement_of_its_sentence(rest: str) -> None:
    assert reported(f"Karl Orlov said that the quay was shut for good{rest}.") == [
        "the quay was shut for good"
    ]


@pytest.mark.parametrize(
    "clause",
    [
        "the quay was shut, but that it would open again",
        "the quay was shut, and it was late",
        "the quay was shut, but those who said so had left",
    ],
)
def test_reported_speech_goes_on_with_clauses_of_its_own(clause: str) -> None:
    assert reported(f"Karl Orlov said that {clause}.")[0].startswith(clause[:28])


@pytest.mark.parametrize(
    "text",
    [
        "Karl Orlov has denied that view and insisted on Sunday that Lena Aalto will be heard.",
        "The Quill said police officers had come to that paper’s office as a precaution.",
        "Nobody warned the city that its new quays would draw so many ships.",
    ],
)
def test_what_nobody_said_or_only_shows_which_is_no_reported_speech(text: str) -> None:
    assert reported(text) == []


def test_reported_speech_of_a_clause_that_opens_a_sentence_ends_with_that_clause() -> None:
    text = "Since Karl Orlov has claimed that the quay was shut for good, the ships had to leave."
    assert reported(text) == ["the quay was shut for good"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Karl Orlov said he was unaware that the quay was shut for good.",
            "he was unaware that the quay was shut for good",
        ),
        (
            "Karl Orlov said the sailors had told him that the quay was shut.",
            "the sailors had told him that the quay was shut",
        ),
        (
            "Karl Orlov says another attack means that the quay stays shut.",
            "another attack means that the quay stays shut",
        ),
        (
            "She says she insisted that nobody was to steer the boat.",
            None,
        ),
    ],
)
def test_a_clause_of_its_own_before_that_belongs_to_what_is_said(
    text: str, words: str | None
) -> None:
    assert reported(text) == ([] if words is None else [words])


@pytest.mark.parametrize(
    "behind",
    [
        ", but the Harbour Office has said the work could go on",
        " but the Harbour Office has not confirmed any work",
        ", and declined to comment further",
        " but declined to say more",
        ", but talks over what comes next had grown heated",
        " when in fact it was open",
        ", when asked about the work",
    ],
)
def test_reported_speech_ends_where_the_report_goes_on(behind: str) -> None:
    assert reported(f"Karl Orlov said that the quay was shut for good{behind}.") == [
        "the quay was shut for good"
    ]


def test_reported_speech_never_ends_at_the_hour_of_a_sentence_that_may_go_on() -> None:
    assert reported(
        "The Harbour Office said that the ferry, seen at 9 a.m. Norland time, sank."
    ) in (
        [],
        ["the ferry, seen at 9 a.m. Norland time, sank"],
    )


def test_a_noun_without_an_article_is_not_shown_by_that() -> None:
    assert reported("Karl Orlov concluded that pessimism was the worst of it.") == [
        "pessimism was the worst of it"
    ]


def test_what_is_said_in_a_relative_clause_ends_with_it() -> None:
    text = "And for Yann, a baker who warns that the flood is near, the plan is a good one."
    assert reported(text) in ([], ["the flood is near"])
    text = "Karl Orlov, a baker, who said that he will go to fairs, zoos and quays."
    assert reported(text) == ["he will go to fairs, zoos and quays"]


@pytest.mark.parametrize(
    "text",
    [
        "Take Noah Field, who looks like Karl Orlov, who said that the quay was shut for good.",
        "Officials including Lena Aalto and Karl Orlov have told the Quill that the quay is shut.",
    ],
)
def test_one_of_several_is_not_told_to_have_said_it(text: str) -> None:
    assert reported(text) == []


def test_both_who_deny_it_do() -> None:
    (quoted,) = quotations(
        [("body", 0, "Both Karl Orlov and Lena Aalto denied that the quay was shut for good.")]
    )
    assert quoted.speaker == "Karl Orlov and Lena Aalto"


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (
            "Some port engineers argue that the wall would never hold.",
            "Some port engineers",
            "the wall would never hold",
        ),
        (
            "Several skippers warn that the channel is too narrow.",
            "Several skippers",
            "the channel is too narrow",
        ),
        ("Norland experts say that the wall will hold.", "Norland experts", "the wall will hold"),
        ("Ms. Orlova agreed that the wall had to go.", "Orlova", "the wall had to go"),
        (
            "Lena Orlova pointed out that nobody had asked the pilots.",
            "Lena Orlova",
            "nobody had asked the pilots",
        ),
        (
            "Lena Orlova informed the council that the ferry would not sail.",
            "Lena Orlova",
            "the ferry would not sail",
        ),
        (
            "The Norland Herald reports that the ferry was sold in May.",
            "Norland Herald",
            "the ferry was sold in May",
        ),
        ("Lena Orlova said that won't help the port.", "Lena Orlova", "that won't help the port"),
        (
            "Sources say Lena Orlova told the pilots that the ferry was sold.",
            "Lena Orlova",
            "the ferry was sold",
        ),
    ],
)
def test_more_verbs_report_what_somebody_says(text: str, speaker: str, words: str) -> None:
    (found,) = quotations([("body", 0, text)])
    assert (found.kind, found.speaker, found.text) == ("indirect", speaker, words)


@pytest.mark.parametrize(
    "text",
    [
        "No port engineer said that the wall would hold.",
        "Did the port engineers argue that the wall would hold?",
        "They heard several skippers complain that the channel was narrow.",
        "Rest assured that the wall will hold for years.",
        "About 46% of skippers agreed that the wall would hold.",
        "Lena Orlova promised to stop any plan that narrows the channel.",
        "As Lena Orlova pointed out in that long talk on the port, the sea is calm.",
        "Lena Orlova pointed to a plan that narrows the channel.",
        "The skippers’ claim that the wall would hold was not tested.",
        "Orlov and his aides argue that the wall would hold.",
    ],
)
def test_what_only_looks_like_a_report_is_none(text: str) -> None:
    assert not quotations([("body", 0, text)])
