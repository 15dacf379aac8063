"""What a comparison says of two reports."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reports import report

from corpus.article import Entity, Mention, Names
from corpus.comparison import Comparison, compare
from corpus.comparison.alignment import BESIDE, KEEP, align
from corpus.comparison.entities import is_other_spelling
from corpus.comparison.likeness import likeness
from corpus.comparison.phrases import two_wordings
from corpus.comparison.sides import side
from corpus.comparison.similarity import matrix, similarity
from corpus.comparison.undecided import of_one_actor, perhaps, stays_open, twins
from corpus.comparison.utterances import Utterance, canonical
from corpus.comparison.versions import relation
from corpus.words import tokens

FIRE = """Fire swept the car deck of the ferry Aurelia early on Thursday.
Fourteen passengers were missing by dawn, the coastguard said.
"We will not reopen the route until every door on every ship has been checked," said Ines Varga.
The ship was built in 1988 and carries cattle to the island."""
BLAZE = """A harbour office clerk spoke of long nights.
The blaze broke out on the car deck of the ferry Aurelia on Thursday morning.
The port office put the number of missing passengers at 17.
"We will not reopen the route until every door has been checked," Varga said."""


def faces(comparison: Comparison) -> set[tuple[int, int]]:
    return {(i, j) for a in comparison.alignments for i in a.left for j in a.right}


def test_sentences_that_say_the_same_face_each_other_in_any_order() -> None:
    found = faces(compare(report(FIRE), report(BLAZE)))
    assert (0, 1) in found
    assert (1, 2) in found
    assert (2, 3) in found


def test_what_only_one_side_says_stands_alone() -> None:
    comparison = compare(report(FIRE), report(BLAZE))
    assert 3 in comparison.only_left
    assert 0 in comparison.only_right


def test_titles_face_each_other_whatever_they_say() -> None:
    comparison = compare(
        report(FIRE, title="Fire on ferry"), report(BLAZE, title="Port in mourning")
    )
    assert (0, 0) in faces(comparison)


def test_reports_of_one_event_are_known_as_such() -> None:
    assert compare(report(FIRE), report(BLAZE)).same_event


def test_reports_of_two_events_are_told_apart() -> None:
    other = report("The council raised the price of school meals.\nParents were told on Friday.")
    comparison = compare(report(FIRE), other)
    assert not comparison.same_event
    assert comparison.only_left


def test_an_article_against_itself_is_the_same_throughout() -> None:
    one = report(FIRE, title="Fire on ferry")
    comparison = compare(one, one)
    assert not comparison.only_left
    assert not comparison.only_right
    assert {a.relation for a in comparison.alignments} == {"same"}
    assert {q.relation for q in comparison.quotations} == {"identical"}
    assert comparison.shared.left == comparison.shared.right == 1.0


def test_an_article_against_itself_in_capitals_is_the_same_throughout() -> None:
    one = report(FIRE, title="Fire on ferry")
    comparison = compare(one, report(FIRE.upper(), title="FIRE ON FERRY"))
    assert {a.relation for a in comparison.alignments} == {"same"}
    assert not comparison.only_left
    assert not comparison.only_right


def test_two_languages_are_known_as_such_only_where_both_are_known() -> None:
    english, german = report(FIRE), replace(report(BLAZE), language="de-AT")
    assert compare(replace(english, language="en"), german).languages_differ
    assert not compare(replace(english, language="de"), german).languages_differ
    assert not compare(replace(english, language=None), german).languages_differ


def said(text: str) -> Utterance:
    words, sentence, _ = canonical(text)
    return Utterance((0,), text, words, sentence, (0,) * len(words), "Ines Varga", False)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("The doors were open, all of them", "The doors were open, all of them.", "identical"),
        ("We don't know who was on board", "We do not know who was on board", "minor"),
        ("We counted two boats at the pier", "We counted 2 boats at the pier", "minor"),
        ("We analysed thirty of the boats", "We analyzed 30 of the boats", "minor"),
        ("We analysed the harbours' programme", "We analyzed the harbors' program", "identical"),
        (
            "I have never seen a thing like that, they went to the owners to find a port they like",
            "They want to find a port they like",
            "overlap",
        ),
        ("a long journey through the fog", "the tedious journey through the fog", "overlap"),
        (
            "the longest journey we ever travelled",
            "the longest journey we ever traveled through the islands",
            "trimmed_left",
        ),
        ("The U.S. has to pay for the boats", "The US has to pay for the boats", "minor"),
        (
            "We have no reason to doubt [its] age",
            "We have no reason to doubt the ship's age",
            "trimmed_left",
        ),
        (
            "every door has been checked",
            "We will keep it shut until every door has been checked",
            "trimmed_left",
        ),
        (
            "We waited for help. Nobody answered the radio. Then we jumped",
            "We waited for help. Nobody answered the radio",
            "trimmed_right",
        ),
        (
            "until every door on every ship has been checked",
            "until every door has been checked",
            "trimmed_right",
        ),
        (
            "It is late, the crew knew that the doors were open",
            "the crew knew that the doors were open, and it was cold",
            "overlap",
        ),
        ("The doctor re-hydrated her at noon", "The doctor rehydrated her at noon", "minor"),
        ("We told Gen. Orlov about the boats", "We told General Orlov about the boats", "minor"),
        ("I would not do that again, ever", "I would just not do that again, ever", "minor"),
        ("He knew that [Varga] is at sea", "He knew that she is at sea", "minor"),
        (
            "I can say that the minister has never asked me to leave",
            "had never asked me to leave",
            "trimmed_right",
        ),
        ("I never said that the ship was safe", "He said that the ship was safe", "altered"),
        ("The talks will not resume on Monday", "The talks will resume on Monday", "altered"),
        ("The minister knew about the report", "The minister lied about the report", "altered"),
        ("We will never leave this valley to them", "We will leave this valley to them", "altered"),
        ("We lost almost every boat in the bay", "We lost every boat in the bay", "altered"),
        (
            "It was one of the worst nights of the war",
            "It was the worst nights of the war",
            "altered",
        ),
        ("We paid some of the men on the pier", "We paid all of the men on the pier", "altered"),
        ("We only asked for a bigger boat", "We just asked for a bigger boat", "minor"),
        (
            "We built the pier, which only the old men remember, with our own hands",
            "We built the pier with our own hands",
            "trimmed_right",
        ),
    ],
)
def test_a_quotation_cut_or_changed_is_told_by_how(left: str, right: str, expected: str) -> None:
    found = relation(said(left), said(right))
    assert found is not None
    assert found[1] == expected


@pytest.mark.parametrize(
    ("whole", "cut", "relation"),
    [
        ("“one of the hardest winters of my life”", "“the hardest winter of my life”", "altered"),
        ("“one of the hardest winters of my life”", "“hardest winters of my life”", "altered"),
        ("“nearly every boat in the harbour”", "“every boat in the harbour”", "altered"),
        ("“the old harbour and every boat in it”", "“every boat in it”", "trimmed_right"),
    ],
)
def test_a_word_of_how_much_cut_off_the_front_of_a_quotation_alters_it(
    whole: str, cut: str, relation: str
) -> None:
    (found,) = compare(
        report(f"The pilot Ida Varga called it {whole} on Thursday."),
        report(f"The pilot Ida Varga called it {cut} on Thursday."),
    ).quotations
    assert found.relation == relation


def test_a_word_of_how_much_that_stands_before_the_marks_is_not_lost() -> None:
    (found,) = compare(
        report(
            "The pilot Ida Varga called it “one of the hardest winters of my life” on Thursday."
        ),
        report(
            "The pilot Ida Varga called it one of “the hardest winters of my life” on Thursday."
        ),
    ).quotations
    assert found.relation == "trimmed_right"


def test_altered_needs_one_speaker_and_half_of_the_words_of_weight() -> None:
    ours = said("The talks with the owners will not resume in the spring")
    theirs = said("The talks with the owners will resume in the spring")
    for speaker in ("Varga", "the minister", None):
        found = relation(ours, replace(theirs, speaker=speaker))
        assert found is not None
        assert found[1] == "altered"
    assert relation(ours, replace(theirs, speaker="Pavel Orlov")) is None
    whole = said("ripping apart the social fabric of how society works")
    found = relation(whole, said("destroying how society works"))
    assert found is not None
    assert found[1] == "overlap"


def test_two_who_are_named_apart_overlap_only_where_they_share_more_than_a_phrase() -> None:
    ours = said("The port must stay open for every ship of the islands. Nobody asked the pilots")
    theirs = said("We waited for years. The port must stay open for every ship of the islands")
    longer = said("We waited for nine years in all and saw two owners go. The port must stay open")
    told = {"same": (ours, theirs), "a phrase": (said("The port must stay open. It rains"), longer)}
    for one, other in told.values():
        found = relation(one, other)
        assert found is not None
        assert found[1] == "overlap"
    apart = {
        name: relation(one, replace(other, speaker="Pavel Orlov"))
        for name, (one, other) in told.items()
    }
    assert apart["same"] is not None
    assert apart["a phrase"] is None


def test_what_one_quotes_at_once_and_the_other_in_pieces_is_cut_by_neither() -> None:
    whole = "“We waited for help on deck. Nobody answered the radio,” Ines Varga said."
    pieces = (
        "“We waited for help on deck,” Ines Varga said.\nThe fire had begun at two.\n"
        "“Nobody answered the radio,” Ines Varga told reporters on Friday."
    )
    found = compare(report(whole), report(pieces)).quotations
    assert [(q.left_text, q.relation) for q in found] == [
        ("We waited for help on deck.", "identical"),
        ("Nobody answered the radio,", "identical"),
    ]
    left = report(whole)
    for quotation in found:
        (at,) = quotation.left_places
        assert left.text_of(at.within, at.paragraph)[at.start : at.end] == quotation.left_text


def test_who_quotes_a_sentence_more_has_cut_nothing_and_it_is_told() -> None:
    whole = "“We waited for help on deck. Nobody answered the radio,” Ines Varga said."
    piece = "“We waited for help on deck,” Ines Varga said."
    (found,) = compare(report(whole), report(piece)).quotations
    assert (found.relation, found.left_text) == ("identical", "We waited for help on deck.")
    assert (found.left_more, found.right_more) == (1, 0)


def test_a_sentence_is_cut_without_the_one_that_takes_it_back() -> None:
    whole = "“We want every route open again. But not this spring,” Ines Varga said."
    piece = "“We want every route open again,” Ines Varga said."
    (found,) = compare(report(whole), report(piece)).quotations
    assert found.relation == "trimmed_right"
    assert found.right_more == 0


def test_a_headline_faces_the_version_that_is_nearest_to_it() -> None:
    text = "“The doors will stay shut until May and nobody sails,” Ines Varga said on Friday."
    one, other = (report(text, title="“The doors will stay shut”: Varga") for _ in range(2))
    found = compare(one, other).quotations
    assert {q.relation for q in found} == {"identical"}


def test_a_fragment_keeps_the_negation_that_stands_before_its_marks() -> None:
    one = "“I was not disrespectful to the captain and his crew,” Pavel Orlov said."
    other = "Pavel Orlov said he did not “want to be disrespectful to the captain and his crew”."
    assert "altered" not in {q.relation for q in compare(report(one), report(other)).quotations}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("@harbour We will open the pier in May", "We will open the pier in May"),
        ("We will open the pier in May. https://example.org/x", "We will open the pier in May"),
        ("[T]he pier will open in May", "the pier will open in May"),
        ("So, Mr. Orlov, we open in May", "So, Mr Orlov, we open in May"),
        (
            "It is Pavel Orlov Jr.’s pier and nobody else's",
            "it is Pavel Orlov Jr's pier and nobody else’s",
        ),
    ],
)
def test_handles_links_and_brackets_of_an_outlet_are_no_words_of_a_quotation(
    left: str, right: str
) -> None:
    found = relation(said(left), said(right))
    assert found is not None
    assert found[1] == "identical"


def test_two_quotations_that_share_a_phrase_are_two_quotations() -> None:
    assert (
        relation(said("We want the boats back by spring"), said("Nobody saw the boats burn"))
        is None
    )


def test_two_words_in_quotation_marks_are_no_quotation_of_both() -> None:
    found = compare(
        report('Varga told reporters of "massive damage" on the upper car deck.'),
        report('The deck had "massive damage", Varga told the inquiry on Friday.'),
    )
    assert not found.quotations


def test_a_quotation_that_one_side_repeats_is_given_once() -> None:
    once = '"The route stays closed until every single door has been checked," said Ines Varga.'
    again = f"{once}\nThe ship is in port.\n{once.replace('said Ines Varga', 'she said')}"
    assert len(compare(report(once), report(again)).quotations) == 1


def test_a_quotation_in_a_subhead_takes_no_part_and_breaks_nothing() -> None:
    said_here = '"The stairs were gone before anyone came," he told reporters.'
    one = report(said_here)
    other = report('"The stairs were gone before anyone came"\nThe ferry burned until noon.')
    headed = replace(
        other, paragraphs=(replace(other.paragraphs[0], role="subhead"), *other.paragraphs[1:])
    )
    assert compare(one, other).quotations
    assert compare(one, headed).quotations == ()


def test_what_one_outlet_says_in_two_sentences_faces_the_one_sentence_of_the_other() -> None:
    two = report(
        "A watchdog said rebels had killed 56 members of the government forces in Orm province.\n"
        "The Calder-based Strait Observatory said Saturday that they were shot at Dral airport."
    )
    one = report(
        "Rebels killed 71 government troops since capturing Dral airport in Orm province, the "
        "Calder-based Strait Observatory said on Saturday."
    )
    assert {(0, 0), (1, 0)} <= faces(compare(two, one))


def test_a_quotation_broken_by_its_attribution_is_one() -> None:
    whole = report('"We heard the doors. They would not open," the cook Ana Ruiz said.')
    broken = report('"We heard the doors," the cook Ana Ruiz said. "They would not open."')
    (pair,) = compare(whole, broken).quotations
    assert pair.relation == "identical"


def test_figures_that_agree_in_other_words_agree() -> None:
    comparison = compare(
        report("The fire killed 12 people on the car deck of the ferry."),
        report("Twelve people were killed by the fire on the car deck of the ferry."),
    )
    assert [f.relation for f in comparison.figures] == ["agree"]


def test_a_hedged_figure_agrees_approximately_with_the_exact_one() -> None:
    comparison = compare(
        report("More than 200 passengers were brought ashore by boats."),
        report("Boats brought 212 passengers ashore."),
    )
    assert [f.relation for f in comparison.figures] == ["approximate"]


def test_figures_of_the_same_deed_that_differ_may_conflict() -> None:
    (pair,) = compare(report(FIRE), report(BLAZE)).figures
    assert pair.relation == "differ"
    assert (pair.left_value, pair.right_value) == (14, 17)


def test_figures_of_two_days_far_apart_do_not_conflict() -> None:
    later = report(BLAZE, published="2031-04-20")
    assert not compare(report(FIRE), later).figures


def test_figures_that_count_other_things_do_not_conflict() -> None:
    comparison = compare(
        report("Fire swept the ferry Aurelia. It had carried 40 lorries."),
        report("Fire swept the ferry Aurelia. It was built with 6 fire doors."),
    )
    assert not comparison.figures


def test_two_words_for_one_thing_are_shown_as_wordings() -> None:
    comparison = compare(
        report("The army said insurgents attacked the post at the pass before dawn."),
        report("The army said rebels attacked the post at the pass before dawn."),
    )
    assert [(w.left, w.right) for w in comparison.wording] == [("insurgents", "rebels")]


@pytest.mark.parametrize(
    ("left", "right", "kept"),
    [
        ("urged", "called on", True),
        ("insurgents", "rebels", True),
        ("conceded", "said", True),
        ("must step down", "has to go", True),
        ("m dollars", "million", False),  # a number's unit
        ("a dozen", "twelve", False),
        ("Monday", "last night", False),
        ("adviser", "advisers", False),  # the same word
        ("of sending", "sent", False),
        ("shock waves", "shockwaves", False),
        ("Gov", "Governor", False),
        ("submitted a revised", "to lower the", False),  # pieces of phrases
        ("the president", "morning, he brazenly offered", False),
        ("agency has", "officials", False),
        ("said", "released", False),
        ("Quill", "Varga", False),  # another name is another fact
        ("Orlov", "the prophet", True),
        ("detainees", "Bay", False),
        ("a federal", "GBI", False),
        ("neighbor", "resident", True),
        ("easily", "campaign", False),  # two statements
        ("decision", "had been right", False),
    ],
)
def test_a_wording_is_two_ways_to_say_one_thing(left: str, right: str, kept: bool) -> None:
    ours, theirs = tuple(tokens(left)), tuple(tokens(right))
    assert two_wordings(left, right, ours, theirs, headline=False) is kept
    assert two_wordings(right, left, theirs, ours, headline=False) is kept


def test_headlines_that_share_little_give_no_wording() -> None:
    comparison = compare(
        report(FIRE, title="Ferry fire blamed on crew by port"),
        report(BLAZE, title="Ferry fire leaves island without cattle boats"),
    )
    assert not [w for w in comparison.wording if w.left_sentence == 0]


def test_an_attribution_between_two_quotations_shows_as_a_gap_and_hides_no_match() -> None:
    parted = '"The doors were open," Varga said, "and nobody had checked them in May."'
    whole = '"The doors were open, and nobody had checked them in May," Varga said.'
    (pair,) = compare(report(parted), report(whole)).quotations
    assert pair.left_text == "The doors were open, … and nobody had checked them in May."
    assert pair.right_text == "The doors were open, and nobody had checked them in May,"
    assert pair.relation == "identical"
    assert not pair.changes


def test_copied_text_is_told_from_common_quotations() -> None:
    quoted = '"We will not reopen the route until every door has been checked," she said.'
    comparison = compare(report(f"The quay was crowded. {quoted}"), report(f"It rained. {quoted}"))
    assert comparison.shared.left > 0.5
    assert comparison.shared.left_outside_quotations == 0


def names(name: str, where: int) -> Names:
    mention = Mention("body", where, 0, len(name), name)
    return Names("test", (Entity(f"person:{name.lower()}", name, "person", (mention,)),))


def test_names_of_one_side_come_with_their_first_sentence() -> None:
    comparison = compare(report(FIRE), report(BLAZE), names("Fire", 0), names("Boris", 1))
    assert {(e.name, e.left, e.right) for e in comparison.entities} == {
        ("Fire", 0, None),
        ("Boris", None, 1),
    }


def test_nothing_is_said_of_names_while_one_side_is_unread() -> None:
    assert not compare(report(FIRE), report(BLAZE), names("Fire", 0), None).entities


def test_swapping_the_sides_swaps_the_findings() -> None:
    one, other = report(FIRE), report(BLAZE)
    there, back = compare(one, other), compare(other, one)
    assert faces(there) == {(j, i) for i, j in faces(back)}
    assert there.only_left == back.only_right
    assert {q.relation for q in there.quotations} == {"trimmed_right"}
    assert {q.relation for q in back.quotations} == {"trimmed_left"}


def test_near_words_are_near_and_numbers_are_not() -> None:
    assert similarity("rebels", "insurgents") > 0.5
    assert similarity("two", "three") == 0
    assert similarity("increase", "decrease") == 0
    assert matrix(["zyx"], ["zyx"])[0, 0] == 1


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from(FIRE.splitlines() + BLAZE.splitlines() + ["No.", "“", "212"])),
    st.text(max_size=200),
)
def test_any_two_texts_can_be_compared(lines: list[str], other: str) -> None:
    comparison = compare(report("\n".join(lines)), report(other))
    in_pairs = {i for a in comparison.alignments for i in a.left}
    assert in_pairs.isdisjoint(comparison.only_left)
    alone = {*comparison.only_left, *comparison.unsure_left, *comparison.aside_left}
    assert len(in_pairs) + len(alone) == len(comparison.left)
    assert 0 <= comparison.shared.left <= 1


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from(FIRE.splitlines() + BLAZE.splitlines() + ["212 men saw it.", "No."])),
    st.lists(st.sampled_from(FIRE.splitlines() + BLAZE.splitlines() + ["14 men left.", "“No.”"])),
)
def test_whichever_side_is_left_the_same_sentences_face_and_stand_alone(
    lines: list[str], others: list[str]
) -> None:
    ours, theirs = report("\n".join(lines), title="Fire"), report("\n".join(others))
    there, back = compare(ours, theirs), compare(theirs, ours)
    faced = {(i, j) for a in there.alignments for i in a.left for j in a.right}
    assert faced == {(j, i) for a in back.alignments for i in a.left for j in a.right}
    assert {(p.left, p.right) for p in there.perhaps} == {(p.right, p.left) for p in back.perhaps}
    assert (there.only_left, there.only_right) == (back.only_right, back.only_left)
    assert (there.aside_left, there.aside_right) == (back.aside_right, back.aside_left)
    assert sorted(there.unsure_left) == sorted(back.unsure_right)


def test_a_sentence_is_perhaps_the_same_as_one_other_at_most() -> None:
    likely = {(1, 1): 0.4, (1, 2): 0.35, (2, 1): 0.3, (2, 2): 0.25, (3, 3): 0.9, (4, 3): 0.3}
    assert perhaps(likely, {(3, 3): 0.9}, ((), ())) == [(1, 1), (2, 2)]
    assert (4, 3) in perhaps(likely, {(3, 3): 0.5}, ((), ()))  # near what it faces already
    assert perhaps(likely, {(3, 3): 0.9}, ((2,), ())) == [(1, 1)]


def test_what_opens_a_report_is_left_open_sooner_than_what_ends_it() -> None:
    assert stays_open(0.06, 0)
    assert not stays_open(0.06, 20)
    assert stays_open(0.2, 20)


SET_IN = """The ferry Aurelia burned off Port Calder on Thursday and was towed ashore.
What a night! — Ida Brandt (@idabrandt) March 13, 2031
(Reporting by Tomas Reyl; editing by Ann Bell)
An earlier version of this story gave another day.
Sign up for our morning letter.
The harbour master said that the quay would stay closed until the hull had been cut up."""


def test_posts_credits_notes_and_calls_are_not_said_to_be_told_by_one_side_only() -> None:
    comparison = compare(report(SET_IN), report("A judge in Ostrova freed two painters."))
    set_in = [comparison.left[n].text for n in comparison.aside_left]
    assert set_in == SET_IN.splitlines()[1:5]
    assert {comparison.left[n].text[:9] for n in comparison.only_left} == {"The ferry", "The harbo"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The minister was told of the report.", "The minister was not told of the report."),
        ("The ship carried 3,000 tonnes of oil.", "The ship carried 300 tonnes of oil."),
        ("Police in Ostrova arrested Tim Hale.", "Police in Ostrova arrested Tom Hale."),
        ("The board met seven unions in May.", "The board met eight unions in May."),
    ],
)
def test_sentences_that_contradict_each_other_are_never_called_the_same(
    left: str, right: str
) -> None:
    comparison = compare(report(left), report(right))
    assert [a.relation for a in comparison.alignments] == ["reworded"]


def test_counts_ten_times_apart_in_one_and_the_same_sentence_may_conflict() -> None:
    comparison = compare(
        report("The ship carried 3,000 tonnes of oil to Ostrova."),
        report("The ship carried 300 tonnes of oil to Ostrova."),
    )
    assert [f.relation for f in comparison.figures] == ["differ"]


def test_two_tallies_of_one_vote_may_conflict_and_are_never_rough() -> None:
    comparison = compare(
        report("The council voted 6 to 3 on Tuesday to close the library."),
        report("The council voted 7-2 on Tuesday to close the library."),
    )
    assert [f.relation for f in comparison.figures if f.kind == "vote"] == ["differ"]


def test_a_sentence_whose_quotation_is_cut_is_not_the_same() -> None:
    comparison = compare(
        report('"It breaks my heart and it will not be forgotten," Ana Ruiz said in Ostrova.'),
        report('"It breaks my heart," Ana Ruiz said in Ostrova.'),
    )
    assert {a.relation for a in comparison.alignments} == {"reworded"}


def test_sentences_near_in_mood_only_do_not_face_each_other() -> None:
    comparison = compare(
        report("Fire swept the ferry Aurelia.\nFour were in serious condition."),
        report("Fire swept the ferry Aurelia.\nShe does not know his name."),
    )
    assert faces(comparison) == {(0, 0)}


def test_a_name_that_the_other_text_holds_is_never_missing_there() -> None:
    left = report("Mayor Sadia Kern visited the quay.")
    right = report("The harbour was closed while the mayor, Sadia Kern, visited.")
    comparison = compare(left, right, names("Sadia Kern", 0), names("Harbour", 0))
    (place,) = [e for e in comparison.entities if e.name == "Sadia Kern"]
    assert place.left == place.right == 0


@pytest.mark.parametrize(
    ("ours", "theirs", "kind"),
    [
        ("Tel-i-Varan", "Tel-e-Varan", "place"),
        ("Nabir Saleh", "Nebir Saleh", "place"),
        ("Hadj Omar Keita", "Omar Keita", "person"),
        ("Mohammed Orlo", "Mohamad Orlo", "person"),
        ("Abdel-Karim el-Nessi", "Abdel Karim al-Nesi", "person"),
        ("Senate Select Committee on Ports", "Senate Committee on Ports", "organisation"),
        ("Lindholm Bridge Safety Board", "LBSB", "organisation"),
        ("Varga Lands", "Varga Land", "place"),
    ],
)
def test_a_name_in_another_spelling_is_not_missing_there(
    ours: str, theirs: str, kind: Literal["place", "person", "organisation"]
) -> None:
    found = [
        replace(one, entities=tuple(replace(e, type=kind) for e in one.entities))
        for one in (names(ours, 0), names(theirs, 0))
    ]
    here, there = (report(f"{name} was quiet on Monday.") for name in (ours, theirs))
    (place,) = compare(here, there, *found).entities
    assert place.left == place.right == 0
    assert (place.left_name, place.right_name) == (ours, theirs)


def test_of_a_person_found_by_the_surname_alone_only_that_is_given() -> None:
    left, right = report("Sadia Kern left."), report("The mayor, Kern, left.")
    found = compare(left, right, names("Sadia Kern", 0), names("Harbour", 0)).entities
    (place,) = [e for e in found if e.name == "Sadia Kern"]
    assert (place.left_name, place.right_name) == ("Sadia Kern", "Kern")


def test_a_long_name_that_was_cut_in_two_is_one() -> None:
    text = "Abdel Moneim Abdel Karim said he would appeal."
    cut = tuple(
        Entity(f"person:{n.lower()}", n, "person", (Mention("body", 0, a, a + len(n), n),))
        for n, a in (("Abdel Moneim", 0), ("Abdel Karim", 13))
    )
    found = compare(report(text), report(BLAZE), Names("test", cut), names("Fire", 0)).entities
    assert "Abdel Moneim Abdel Karim" in [e.name for e in found]
    assert "Abdel Moneim" not in [e.name for e in found]


@pytest.mark.parametrize(
    ("ours", "theirs"), [("Mario Lopez", "Maria Lopez"), ("Ana Ruiz", "Eva Ruiz Campo")]
)
def test_two_people_of_like_names_are_two(ours: str, theirs: str) -> None:
    assert not is_other_spelling(ours, theirs, person=True)


def test_a_name_with_hyphens_that_stands_in_the_other_text_is_found_there() -> None:
    here, there = (
        report(f"{said} the market of Tel-i-Varan was quiet.") for said in ("On Monday", "Today")
    )
    found = compare(here, there, names("Tel-i-Varan", 0), names("Harbour", 0)).entities
    assert next(e for e in found if e.name == "Tel-i-Varan").right == 0


@pytest.mark.parametrize(("right", "faced"), [("71", {(0, 0), (1, 0)}), ("the", {(1, 0)})])
def test_a_count_joins_the_partner_of_its_neighbour_a_sentence_without_one_does_not(
    right: str, faced: set[tuple[int, int]]
) -> None:
    left = side(
        report("Gunmen killed 56 soldiers of the army.\nThe airport of Sarn fell on Saturday.")
    )
    other = side(
        report(f"Gunmen killed {right} soldiers since the airport of Sarn fell on Saturday.")
    )
    near = likeness(left, other)
    likely = {(0, 0): BESIDE + 0.01, (1, 0): KEEP + 0.1}
    found = align(left, other, near, likely)
    assert {(i, j) for a in found.alignments for i in a.left for j in a.right} == faced


def test_a_sentence_much_like_one_that_faces_something_is_of_no_one_side() -> None:
    ferry = "The ferry Aurelia ran aground off Port Calder with forty lorries on board."
    again = "The ferry Aurelia ran aground with forty lorries."
    left = side(report(f"{ferry}\nBakers in Sarn say flour is dear.\n{again}"))
    assert twins(left, {}, {0}) == {2: 0}
    assert twins(left, {}, {1}) == {}


def test_twins_that_face_nothing_stay_of_one_side() -> None:
    twin = "The ferry Aurelia ran aground off Port Calder with forty lorries on board."
    comparison = compare(report(f"{twin}\nRain fell.\n{twin}"), report("Bakers bake bread."))
    assert comparison.only_left == (0, 1, 2)


def test_what_one_actor_did_in_other_words_is_undecided() -> None:
    left, right = side(report(OF_ONE[0])), side(report(OF_ONE[1]))
    assert of_one_actor(left, right, ({1, 2}, {1, 2})) == [(1, 2)]


OF_ONE = (
    "Rain fell.\nLate on Monday Velcor told investors its board would weigh the proposal.\n"
    "The harbour is full.",
    "Rain fell.\nThe harbour master of Sarn slept.\nDirectors will look at the proposal, so the"
    " board of Velcor wrote.",
)


def test_where_one_sentence_says_clearly_more_only_a_part_is_said_to_be_matched() -> None:
    short = "The coastguard towed the ferry Aurelia into the harbour of Port Calder at dawn."
    long = (
        "The coastguard towed the ferry Aurelia into the harbour of Port Calder at dawn, where its "
        "owner, a brewer from Quillon, wept, promised refunds, blamed rotten cables sold by "
        "a bankrupt shipyard, and offered free beer to whoever had swum ashore through burning oil."
    )
    rest = "\nSchools in Halvern stay closed for a week because of heavy snow."
    left, right = report(short + rest), report(long + rest)
    (found,) = (a for a in compare(left, right).alignments if a.left == (0,))
    assert (found.relation, found.part_of) == ("reworded", "right")
    (turned,) = (a for a in compare(right, left).alignments if a.left == (0,))
    assert turned.part_of == "left"
    (alike,) = (a for a in compare(left, right).alignments if a.left == (1,))
    assert alike.part_of is None
    numbered = report(short.replace("at dawn", "at 530 knots") + rest)
    (own,) = (a for a in compare(numbered, right).alignments if a.left == (0,))
    assert own.part_of is None
