"""Who says what a sentence tells, and through whom it came: never somebody it does not name."""

from __future__ import annotations

from dataclasses import replace

import pytest
from reports import report

from corpus.article import Article, Paragraph, Removed
from corpus.comparison import compare
from corpus.comparison.result import Chain
from corpus.comparison.saying import saying
from corpus.crediting import copied_from, credits
from tui.views.reasons import chain_words

RAIN = report("Rain fell.")


def chains(article: Article) -> dict[int, Chain]:
    return {c.sentence: c for c in compare(article, RAIN).chains if c.side == "left"}


def ways(article: Article) -> dict[int, list[str]]:
    """For each sentence that names anybody, from the source to the last medium."""
    found = chains(article)
    return {n: [s.name for s in c.steps if s.role != "outlet"] for n, c in found.items()}


def credited(article: Article, text: str, role: str, line: int) -> Article:
    """The article with a line set aside, its paragraphs being lines 1, 2, 3 ..."""
    paragraphs = tuple(replace(p, line=n + 1) for n, p in enumerate(article.paragraphs))
    removed = (Removed(text, role, "says so", line, None),)  # type: ignore[arg-type]
    return replace(article, paragraphs=paragraphs, removed=removed, outlet="Coastal Post")


TWO = "The bridge is shut, police said.\n“I saw it fall,” Ines Varga told Reuters."


def test_an_agency_that_one_source_spoke_to_passed_on_that_sentence_alone() -> None:
    article = replace(report(TWO), outlet="Coastal Post", agencies=("Reuters",))
    assert ways(article) == {0: ["police"], 1: ["Ines Varga", "Reuters"]}


@pytest.mark.parametrize(
    ("line", "role", "at"),
    [
        ("Image copyright Reuters Image caption", "credit", 9),
        ("Photo: Karl Voss/Reuters", "credit", 9),
        ("Reuters", "credit", 1),  # between the paragraphs: a picture's
        ("The Reuters news agency contributed to this report.", "credit", 9),
        ("Contributing: Ada Moreno; Reuters", "credit", 9),
        ("Sources: harbour office, Reuters", "credit", 9),
        ("By Ada Moreno with Reuters", "byline", 0),
    ],
)
def test_a_credit_of_a_picture_or_of_some_words_is_none_for_every_sentence(
    line: str, role: str, at: int
) -> None:
    article = credited(report(TWO), line, role, at)
    assert copied_from(article) is None
    assert ways(article)[0] == ["police"]


@pytest.mark.parametrize(
    ("line", "role", "at"),
    [
        ("By Reuters", "byline", 0),
        ("am/kv (Reuters)", "credit", 9),
        ("Source: Reuters", "credit", 9),
        ("Copyright 2031 Reuters. All rights reserved.", "noise", 9),
        ("© 2031 Reuters. All rights reserved. This material may not be published.", "noise", 9),
    ],
)
def test_a_credit_of_the_whole_article_stands_in_every_chain(line: str, role: str, at: int) -> None:
    article = credited(report(TWO), line, role, at)
    assert copied_from(article) == "Reuters"
    assert ways(article)[0] == ["police", "Reuters"]


def test_an_agency_in_the_dateline_stands_in_every_chain() -> None:
    text = "PORT VELL, Pa. (AP) — The bridge is shut, police said.\nIt fell, the mayor said."
    assert ways(replace(report(text), outlet="Coastal Post")) == {
        0: ["police", "AP"],
        1: ["mayor", "AP"],
    }


def test_an_agency_named_in_the_first_sentence_is_no_dateline() -> None:
    article = report("Reuters reported that the bridge (AP called it a pier) was shut.")
    assert credits(article) == ()


def test_of_two_credited_agencies_none_is_said_to_have_passed_a_statement_on() -> None:
    article = credited(report(TWO), "am/kv (AFP, dpa)", "credit", 9)
    assert {c.agency for c in credits(article)} == {"AFP", "dpa"}
    assert ways(article)[0] == ["police"]


def test_an_agencys_own_site_is_named_once() -> None:
    article = report("LINDHOLM (Reuters) - The bridge is shut, police said.")
    (chain,) = chains(replace(article, outlet="uk.reuters.com")).values()
    assert [s.name for s in chain.steps] == ["police", "uk.reuters.com"]


def test_text_shared_with_an_article_that_only_cites_an_agency_is_not_called_its_copy() -> None:
    copy = (
        "The ferry left the quay of Lindholm at six in the morning with ninety people on board, "
        "and stopped an hour later when smoke came out of the engine room below the car deck."
    )
    told = f"{copy} The captain told AFP that nobody was hurt."
    left = replace(report(told), outlet="Coastal Post", agencies=("AFP",))
    right = replace(report(copy), outlet="Harbour Times")
    wire = compare(left, right).wire
    assert wire is not None
    assert not wire.likely
    assert wire.credit_texts == ()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Police say 27 people were hurt.", "Police"),
        ("Hospital staff said 38 people were treated.", "Hospital staff"),
        ("The coastguard said that 14 people were missing.", "coastguard"),
        ("Juri Holm, the head doctor in the town, said four bodies were brought in.", "Juri Holm"),
        ("An officer, deputy chief Jan Holm, said one man was held.", "Jan Holm"),
        ("The family of a man who has been held since July said it was longer.", "family of a man"),
        ("Costa Rican investigators said the plane left at noon.", "Costa Rican investigators"),
        ("The military confirmed shots had been fired.", "military"),
        ("Lindholm's navy says the ship was empty.", "Lindholm's navy"),
        ("The Dawn, which news agency dpa reports was on its way, hit a pier.", "dpa"),
        ("The court fined them, state-run Al-Bahr newspaper reported.", "Al-Bahr newspaper"),
        ("The two bridges are shut, officials say.", "officials"),
        ("Varga, coach at the University of Lindholm, said Holm played for Ports.", "Varga"),
        ("The Ministry of Trade announced two new rules.", "Ministry of Trade"),
    ],
)
def test_who_says_it_is_told_by_the_verb(text: str, who: str) -> None:
    said = saying(text)
    assert said is not None
    assert said.who == who
    assert text[said.at :].startswith(who)


@pytest.mark.parametrize(
    "text",
    [
        "Shops added 28,000 workers over the summer.",
        "That brings to 390,000 the number of jobs the sector has added.",
        "The use of the app grew amid alleged corruption.",
        "The paper was told in May that the bridge would close.",
        "What do other engineers say about the bridge?",
        "Profits were well above bank estimates.",
        "It is a suit the mayor announced on Monday against the owner.",
        "The mayor’s change of mind, announced while he was away, came late.",
        "The group pledged allegiance to a prince.",
        "Lena Orlova reports.",
    ],
)
def test_words_that_look_like_saying_name_no_source(text: str) -> None:
    assert saying(text) is None


def test_he_is_whoever_spoke_in_the_sentence_before() -> None:
    text = "Juri Holm, a doctor, said four people died. He said 12 were hurt."
    assert ways(report(text)) == {0: ["Juri Holm"], 1: ["Juri Holm"]}


@pytest.mark.parametrize(
    "text",
    [
        "Karl Holm, a doctor, said four people died. She said 12 were hurt.",
        "Juri Holm said four people died. Rain fell. He said 12 were hurt.",
        "The navy said four people died. He said 12 were hurt.",
        "Juri Holm said four people died. Peter Moss was unhurt, he said.",
    ],
)
def test_where_a_pronoun_may_be_somebody_else_nobody_is_named(text: str) -> None:
    article = report(text)
    assert len(article.sentences) - 1 not in ways(article)


def test_they_are_the_officials_of_the_sentence_before() -> None:
    text = "Officials said the bridge was shut. They said 12 people were hurt."
    assert ways(report(text))[1] == ["Officials"]


def test_a_tweet_is_its_writers() -> None:
    text = "The ferry sails again at six. — Harbour Office (@harbour) March 13, 2031"
    assert ways(report(text)) == {0: ["Harbour Office"]}


def test_who_speaks_in_a_medium_comes_before_it() -> None:
    text = (
        "The minister, Ines Varga, says the rocket flew 300 miles, according to Reuters.\n"
        "“We saw it,” Juri Holm said, the Associated Press reports.\n"
        "The Harbour Herald reported the mayor said nobody was hurt.\n"
        "“It fell,” Ada Moreno told CNN's Karl Voss."
    )
    assert ways(report(text)) == {
        0: ["Ines Varga", "Reuters"],
        1: ["Juri Holm", "Associated Press"],
        2: ["mayor", "Harbour Herald"],
        3: ["Ada Moreno", "CNN"],
    }


def test_a_caption_is_nobodys_whom_it_does_not_name() -> None:
    quoted = "“grave negligence at the harbour of Lindholm”"
    article = report(f"The owner showed {quoted}.\nThe owner showed {quoted}, his lawyer said.")
    caption, body = article.paragraphs
    article = replace(article, paragraphs=(Paragraph(caption.text, "caption", None), body))
    assert set(ways(article)) <= {1}


def test_what_only_points_at_something_speaks_for_nobody() -> None:
    text = 'That one, like this one, set off the alarm, saying, "Please go into the cellar now."'
    assert all(way != ["That one"] for way in ways(report(text)).values())


FIRST_LEAD = (
    "LINDHOLM (Reuters) - The ferry left the quay of Lindholm at six in the morning with ninety "
    "people on board, and stopped an hour later when smoke came out of its engine room.\n"
    "Two tugs are on their way from Port Vell, the coastguard said."
)
LATER_LEAD = (
    "LINDHOLM (Reuters) - All passengers of a burning ferry were saved on Friday.\n"
    "The ferry left the quay of Lindholm at six in the morning with ninety people on board, and "
    "stopped an hour later when smoke came out of its engine room.\n"
    "A child who had been missing was found in a locker by two sailors."
)


def test_two_leads_of_one_agency_at_two_outlets_are_versions_of_one_text() -> None:
    left = replace(report(FIRST_LEAD), outlet="Coastal Post", agencies=("Reuters",))
    right = replace(report(LATER_LEAD), outlet="Harbour Times", agencies=("Reuters",))
    wire = compare(left, right).wire
    assert wire is not None
    assert wire.versions
    same = compare(left, replace(left, id="other", outlet="Harbour Times")).wire
    assert same is not None
    assert not same.versions


def test_an_agency_under_two_of_its_names_is_one_publisher_of_two_versions() -> None:
    left = replace(report(FIRST_LEAD, title="Ferry burns off Lindholm"), outlet="AP")
    right = replace(
        report(LATER_LEAD, title="Ferry burns: all are saved"), outlet="Associated Press"
    )
    assert compare(left, right).revision is not None
    assert compare(left, replace(right, outlet="AFP")).revision is None


UNSURE = (
    "Karl Aalto urged his followers on. Juha Varga ran from the quay with his daughter.\n\n"
    "He said: “I am still shaking, and I saw nobody who helped us there.”\n\n"
    "Neighbours described him as “rude”, “lonely” and a bad sailor."
)


def test_who_is_not_surely_meant_by_a_pronoun_is_not_named_as_the_source() -> None:
    article = report(UNSURE)
    (spoken,) = (q for q in article.quotations if "shaking" in q.text)
    doubted = tuple(
        replace(q, speaker="Karl Aalto", sure=False) if q is spoken else q
        for q in article.quotations
    )
    found = chains(replace(article, quotations=doubted))
    assert all(
        chain.steps[0].name != "Karl Aalto" or chain.sentence == 1 for chain in found.values()
    )


def test_a_source_that_stands_in_the_sentence_without_being_sure_is_told_as_perhaps() -> None:
    article = report(UNSURE)
    doubted = tuple(replace(q, sure=False) for q in article.quotations)
    found = chains(replace(article, quotations=doubted))
    (one,) = (chain for chain in found.values() if chain.steps[0].name == "Neighbours")
    assert not one.sure
    assert chain_words(one).startswith("perhaps Neighbours")


def test_who_somebody_lives_above_says_nothing() -> None:
    assert saying("A family living above the baker stressed that he never came back.") is None


def test_who_is_only_guessed_to_speak_is_no_source_of_a_figure() -> None:
    ours = report("“The tower stood for 40 years,” Ines Varga said. Nobody else came.")
    theirs = report("“The tower stood for 40 years,” Karl Aalto said. Gulls came.")
    (surely,) = compare(ours, theirs).figures
    assert (surely.left_source, surely.right_source) == ("Ines Varga", "Karl Aalto")
    doubted = tuple(replace(q, sure=False) for q in ours.quotations)
    (pair,) = compare(replace(ours, quotations=doubted), theirs).figures
    assert (pair.left_source, pair.right_source) == (None, "Karl Aalto")


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("All went according to plan when the ferry left the quay.", None),
        ("The crates were sorted according to their size on the quay.", None),
        (
            "The quay will close in May, according to the plan of the harbour.",
            "the plan of the harbour",
        ),
        ("The quay (the oldest, according to a guide) will close, Ines Varga said.", "Ines Varga"),
    ],
)
def test_how_a_thing_is_done_and_what_an_aside_goes_by_is_no_source(
    text: str, way: str | None
) -> None:
    found = [names[0] for names in ways(report(text)).values()]
    assert found == ([way] if way else [])


def test_whoever_a_quotation_of_two_sentences_is_said_by_says_the_last_of_them_too() -> None:
    article = report("“I saw it fall. It fell at noon,” Ines Varga, a baker, told Reuters.")
    assert ways(article)[1] == ["Ines Varga", "Reuters"]


def test_a_name_among_the_words_quoted_is_not_who_says_them() -> None:
    article = report("“Ines Varga’s words were not of one hour. They were of years,” they wrote.")
    assert all("Ines Varga" not in way for way in ways(article).values())


def test_whom_a_paper_quotes_by_a_pronoun_is_the_one_before() -> None:
    article = report(
        "The bridge is shut, Karl Voss said.\n"
        "“It fell at noon,” the newspaper quoted him as saying."
    )
    assert ways(article)[1][0] == "Karl Voss"


def test_what_is_cited_as_a_reason_is_no_source() -> None:
    text = "Holm Bank, citing a recent tax reform in Norland, expects a loss.\nRain fell."
    assert all("reform" not in name for names in ways(report(text)).values() for name in names)
    cited = "The Coastal Post, citing harbour officials in Norland, reported a loss.\nRain fell."
    assert any("officials" in name for names in ways(report(cited)).values() for name in names)
