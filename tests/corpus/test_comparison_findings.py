"""What a comparison finds beside aligned sentences: sources, labels, copies, claims, versions."""

from __future__ import annotations

from dataclasses import replace

import pytest
from reports import report

from corpus.article import Article, Entity, EntityType, Mention, Names, Paragraph, Removed
from corpus.comparison import Comparison, compare
from corpus.comparison.opposites import opposites
from corpus.comparison.sides import side
from corpus.comparison.standing import is_age_then
from corpus.comparison.swapped import swapped
from corpus.comparison.worddiff import word_changes


def by(article: Article, outlet: str, *, agency: str | None = None) -> Article:
    """The article as an outlet's, with an agency in its byline."""
    if agency is None:
        return replace(article, outlet=outlet)
    line = Removed(f"By {agency}", "byline", "names who wrote it", None, None)
    return replace(article, outlet=outlet, agencies=(agency,), removed=(line,))


def way(comparison: Comparison, side: str, sentence: int) -> list[tuple[str, str]]:
    (chain,) = [c for c in comparison.chains if (c.side, c.sentence) == (side, sentence)]
    return [(step.name, step.role) for step in chain.steps]


STRIKE = "Nine people died at the market, the Observatory told AFP on Monday."


def test_a_source_that_told_an_agency_comes_over_it_to_the_outlet() -> None:
    comparison = compare(by(report(STRIKE), "Coastal Post"), report("Rain fell."))
    assert way(comparison, "left", 0) == [
        ("Observatory", "source"),
        ("AFP", "via"),
        ("Coastal Post", "outlet"),
    ]


def test_an_agency_in_the_byline_stands_before_the_outlet() -> None:
    text = "The road is closed, according to the harbour office."
    comparison = compare(report("Rain fell."), by(report(text), "Coastal Post", agency="AP"))
    assert [role for _, role in way(comparison, "right", 0)] == ["source", "agency", "outlet"]


def test_a_newspaper_that_cites_officials_is_what_they_came_through() -> None:
    text = "The newspaper Harbour Times reported that the bridge would close, citing officials."
    comparison = compare(report(text), report("Rain fell."))
    assert way(comparison, "left", 0) == [("officials", "source"), ("Harbour Times", "via")]


def test_a_source_with_a_short_rank_is_named_whole() -> None:
    text = "At least 20 officers were hurt, according to Capt. Orlov."
    comparison = compare(report(text), report("Rain fell."))
    assert way(comparison, "left", 0) == [("Capt. Orlov", "source")]


@pytest.mark.parametrize(
    "text",
    [
        "Floods claimed nine lives in other states.",
        "He announced the date of the vote.",
        "Leaders in several Southern states reasoned that they should vote on one day.",
        "The council rejected the plan, citing economic concerns.",
    ],
)
def test_verbs_of_saying_in_another_sense_name_no_source(text: str) -> None:
    assert not compare(report(text), report("Rain fell.")).chains


def test_places_of_a_chain_hold_the_names_they_give() -> None:
    article = by(report(STRIKE), "Coastal Post")
    comparison = compare(article, report("Rain fell."))
    for chain in comparison.chains:
        for step in chain.steps:
            if step.place is not None:
                text = article.text_of(step.place.within, step.place.paragraph)
                assert text[step.place.start : step.place.end] == step.name


QUOTED = '"We will rebuild the burnt harbour office before winter," the mayor Ana Ruiz said.'
TOLD = "Ana Ruiz admitted that the harbour office would be rebuilt before the winter."


def test_a_quotation_told_in_other_words_is_a_paraphrase_with_both_verbs() -> None:
    (found,) = compare(report(QUOTED), report(TOLD)).paraphrases
    assert (found.quoted, found.left, found.right) == ("left", 0, 0)
    assert (found.left_cue, found.right_cue) == ("said", "admitted")


def test_what_another_speaker_says_is_no_paraphrase() -> None:
    other = TOLD.replace("Ana Ruiz", "Tom Hale")
    assert not compare(report(QUOTED), report(other)).paraphrases


def test_a_quotation_pair_names_both_speakers_and_their_verbs() -> None:
    left = report('"The doors were open all night," Ana Ruiz said.')
    right = report('"The doors were open all night," Tom Hale claimed.')
    (pair,) = compare(left, right).quotations
    assert (pair.left_speaker, pair.right_speaker) == ("Ana Ruiz", "Tom Hale")
    assert pair.same_speaker is False
    assert (pair.left_cue, pair.right_cue) == ("said", "claimed")
    assert pair.changes == ()


def test_the_words_that_a_cut_takes_away_are_its_word_diff() -> None:
    left = report('"We will not reopen the route until every door is safe," Ana Ruiz said.')
    right = report('"We will not reopen the route," Ana Ruiz said.')
    (pair,) = compare(left, right).quotations
    (change,) = pair.changes
    assert pair.left_text[change.left_start : change.left_end] == "until every door is safe"
    assert change.right_start == change.right_end


def test_a_word_diff_knows_no_case_and_no_curls() -> None:
    assert word_changes("It’s “late”", "it's late") == ()


def test_each_side_of_a_figure_comes_with_the_source_it_names() -> None:
    left = report("Fire swept the quay. The fire killed 14 people, according to the coastguard.")
    right = report("Fire swept the quay. The fire killed 17 people, the port office said.")
    (pair,) = [f for f in compare(left, right).figures if f.relation == "differ"]
    assert pair.left_source is not None
    assert "coastguard" in pair.left_source
    assert pair.right_source is not None
    assert "port office" in pair.right_source


def test_the_later_of_two_counts_is_known_by_day() -> None:
    left = report("The fire on the quay killed 14 people.")
    right = report("The fire on the quay killed 17 people.", published="2031-03-14")
    (pair,) = compare(left, right).figures
    assert pair.later == "right"
    assert "later count" in (pair.note or "")


REBELS = "Rebels held the pass. The rebels fired at dawn, officials said."
MILITANTS = "Militants held the pass. The terrorists fired at dawn, officials claimed."


def test_what_each_side_calls_the_armed_is_counted() -> None:
    comparison = compare(report(REBELS), report(MILITANTS))
    (found,) = [x for x in comparison.labels if x.of == "armed groups"]
    assert [(x.text, x.count) for x in found.left] == [("rebel", 2)]
    assert found.only_right == ("militant", "terrorist")


def test_politicians_and_parties_are_no_armed_group() -> None:
    separatists = report("The separatists won the vote. Rebels held the pass, officials said.")
    islamist = report("The Islamist president was jailed. Rebels held the pass, officials said.")
    assert not [x for x in compare(separatists, islamist).labels if x.of == "armed groups"]


@pytest.mark.parametrize(
    ("text", "type_", "label"),
    [
        ("KILLER Quill struck again.", "organisation", "Quill"),
        ("Experts suspect Quill is late.", "organisation", "Quill"),
        ("Experts suspect Quill is late.", "person", "Quill"),
        ("Police seized the suspect Quill.", "person", "suspect Quill"),
    ],
)
def test_a_verb_or_a_word_for_persons_is_no_label_of_a_firm(
    text: str, type_: EntityType, label: str
) -> None:
    at = text.index("Quill")
    mention = (Mention("body", 0, at, at + 5, "Quill"),)
    names = Names("test", (Entity(f"{type_}:quill", "Quill", type_, mention),))
    other = report("The tycoon Quill spoke.")
    there = (Mention("body", 0, 11, 16, "Quill"),)
    known = Names("test", (Entity(f"{type_}:quill", "Quill", type_, there),))
    found = compare(report(text), other, names, known).labels
    assert {x.text for one in found for x in one.left} <= {label}
    assert found or label == "Quill"


def test_verbs_that_only_say_that_something_was_said_are_no_difference() -> None:
    told = report("“The doors were open at noon,” Ines Varga told reporters.")
    said = report("“The doors were open at noon,” Ines Varga said.")
    claimed = report("“The doors were open at noon,” Ines Varga claimed.")
    assert not compare(told, said).labels
    (found,) = compare(said, claimed).labels
    assert (found.only_left, found.only_right) == ((), ("claimed",))


def test_another_ending_or_initials_of_a_name_are_no_other_label() -> None:
    def named(text: str, name: str) -> tuple[Article, Names]:
        at = text.index(name)
        mention = (Mention("body", 0, at, at + len(name), name),)
        entity = Entity("place:united states", "United States", "place", mention)
        return report(text), Names("test", (entity,))

    left, left_names = named("Talks with the U.S. began.", "U.S.")
    right, right_names = named("Talks with the United States began.", "United States")
    assert not compare(left, right, left_names, right_names).labels


def test_what_each_side_calls_a_person_is_counted_with_its_titles() -> None:
    def named(text: str, *spans: tuple[int, int]) -> tuple[Article, Names]:
        mentions = tuple(Mention("body", 0, a, b, text[a:b]) for a, b in spans)
        return report(text), Names("test", (Entity("person:orlov", "Orlov", "person", mentions),))

    left, left_names = named("The dictator Orlov spoke.", (13, 18))
    right, right_names = named("President Orlov spoke.", (10, 15))
    (found,) = compare(left, right, left_names, right_names).labels
    assert (found.only_left, found.only_right) == (("dictator Orlov",), ("President Orlov",))


def test_of_two_outlets_copies_of_one_text_none_is_called_later() -> None:
    copy = (
        "A ferry struck the pier of Lindholm in the dark on Tuesday evening, and {} people were "
        "hurt when it turned over in the narrow channel below the old lighthouse, police said."
    )
    left = replace(report(copy.format(27), published="2031-03-14"), outlet="Coastal Post")
    right = replace(report(copy.format(25)), outlet="Harbour Times")
    (pair,) = compare(left, right).figures
    assert pair.relation == "differ"
    assert pair.later is None
    assert "later" not in (pair.note or "")
    (pair,) = compare(left, replace(right, outlet="Coastal Post")).figures
    assert pair.later == "left"


def test_at_least_so_many_by_an_hour_is_at_odds_with_no_later_number() -> None:
    left = report("At least 200 people had been brought ashore by 05:30 in boats, he said.")
    right = report("In all 212 people had been brought ashore in boats, he said.")
    assert all(f.relation != "differ" for f in compare(left, right).figures)


@pytest.mark.parametrize(
    ("title", "missing"),
    [
        ("Twelve killed in crash of a ferry off Lindholm", ()),
        ("13 killed in crash of a ferry off Lindholm", ("13",)),
    ],
)
def test_numbers_that_the_body_gives_in_parts_are_added_up(
    title: str, missing: tuple[str, ...]
) -> None:
    body = "The crash of a ferry off Lindholm killed ten passengers and two crew on Monday."
    body += " The sea was calm at the time. Divers looked for the hull until dark."
    found = compare(report(body, title=title), report("Rain fell.")).claims
    assert [c.missing_figures for c in found if c.side == "left"] == [missing]


def test_a_subhead_that_is_a_sentence_takes_part() -> None:
    article = report(
        "Rain fell all day.\nBefore the vote, the mayor said in a film sent round\nNow"
    )
    first, *heads = article.paragraphs
    article = replace(article, paragraphs=(first, *(replace(p, role="subhead") for p in heads)))
    comparison = compare(article, report("Snow fell in the hills."))
    assert [s.text for s in comparison.left] == [p.text for p in article.paragraphs[:2]]
    assert 1 in comparison.only_left


def test_an_office_with_its_name_beside_it_and_initials_are_one_speaker() -> None:
    said = "“The bridge was never opened to the public in winter,” {} said on Monday."
    office = "“The bridge was never opened to the public,” a spokesman for Varga, Jan Holm, said."
    (pair,) = compare(report(said.format("Jan Holm")), report(office)).quotations
    assert pair.speakers == "same"
    whole, short = "Lindholm Bridge Safety Board", "LBSB"
    left, right = (report(said.format(f"the {name}")) for name in (whole, short))
    (pair,) = compare(left, right).quotations
    assert pair.speakers == "same"


COPY = """The ferry left the quay at dawn with forty lorries and a crew of nine on board.
The coastguard closed the narrow channel for two hours while divers looked at the hull."""


def test_shared_text_under_one_credit_is_likely_wire_copy() -> None:
    left = by(report(COPY), "Coastal Post", agency="AP")
    right = by(report(f"{COPY}\nRain fell."), "Harbour Times", agency="AP")
    wire = compare(left, right).wire
    assert wire is not None
    assert wire.likely
    assert wire.agencies == ("AP",)
    assert wire.credit_texts == ("By AP",)


def test_shared_text_without_any_credit_is_not_called_wire_copy() -> None:
    wire = compare(report(COPY), report(COPY)).wire
    assert wire is not None
    assert not wire.likely


def test_shared_passages_stand_where_they_say_in_both_articles() -> None:
    left, right = report(COPY), report(f"Rain fell.\n{COPY}")
    for passage in compare(left, right).shared.passages:
        texts = [
            article.text_of(place.within, place.paragraph)[place.start : place.end]
            for article, place in ((left, passage.left), (right, passage.right))
        ]
        assert texts[0] == texts[1]


def test_a_paragraph_says_how_much_of_it_is_shared() -> None:
    shares = compare(report(COPY), report(f"Rain fell.\n{COPY}")).shared.paragraphs
    assert {(s.side, s.paragraph) for s in shares} == {
        ("left", 0), ("left", 1), ("right", 1), ("right", 2),
    }  # fmt: skip
    assert all(s.share == 1 for s in shares)


BODY = "The council met on Tuesday. It voted to close the library in May."
LONGER = f"{BODY} Members spoke until late in the evening."


@pytest.mark.parametrize(
    ("title", "carried"),
    [
        ("Council votes to close library", True),
        ("Council votes to close 31 libraries", False),
        ("Mayor accused of taking bribes", False),
    ],
)
def test_a_headline_that_claims_what_the_body_does_not_carry_is_told(
    title: str, carried: bool
) -> None:
    comparison = compare(report(LONGER, title=title), report("Rain fell."))
    (claim,) = [c for c in comparison.claims if c.role == "title" and c.side == "left"]
    assert claim.carried is carried


@pytest.mark.parametrize(
    ("title", "missing"),
    [
        ("Council votes to close 31 libraries", ("31",)),
        ("Five reasons the council voted to close the library", ()),  # the body lists them
        ("Council 2031: it voted to close the library", ()),  # a year
        ("Council voted on plan 2.0 to close the library", ()),  # written so in the body
        ("Council voted to close the library of USD 6000", ()),  # "sub-6000", "7k"
        ("Council voted to close the library of $7,000", ()),
        ("Council voted to close the library of USD 8000", ("USD 8000",)),
    ],
)
def test_a_figure_is_missing_only_where_its_body_should_have_it(
    title: str, missing: tuple[str, ...]
) -> None:
    body = f"{LONGER} Members called it version 2.0 of the plan, a sub-6000 or 7k one."
    comparison = compare(report(body, title=title), report("Rain fell."))
    (claim,) = [c for c in comparison.claims if c.role == "title" and c.side == "left"]
    assert claim.missing_figures == missing


@pytest.mark.parametrize(
    "body",
    [BODY, f"{BODY}\nLicence for printing 0042\nRegistration number 7 of the harbour office"],
)
def test_a_headline_over_hardly_any_running_text_claims_nothing(body: str) -> None:
    assert (
        compare(report(body, title="Mayor accused of taking bribes"), report("Rain.")).claims == ()
    )


def test_a_headline_whose_missing_words_only_judge_claims_nothing_that_the_body_lacks() -> None:
    body = "The council met. A harbour lies there in the hills. The rest went on as it was planned."
    body += " On Tuesday the mayor spoke to Lindholm about ships and of the weather."
    (claim,) = compare(report(body, title="Outrage and backlash: scandal"), report("Rain.")).claims
    assert (claim.carried, claim.missing_figures) == (True, ())
    (claim,) = compare(report(body, title="Outrage over bribes: scandal"), report("Rain.")).claims
    assert not claim.carried


def test_a_picture_credit_is_no_statement_of_one_side() -> None:
    article = report(f"{BODY}\n(Photo: Ines Varga, AP)")
    first, second = article.paragraphs
    article = replace(article, paragraphs=(first, Paragraph(second.text, "caption", None)))
    said = [s.text for s in compare(article, report("Rain fell.")).left]
    assert said == ["The council met on Tuesday.", "It voted to close the library in May."]


@pytest.mark.parametrize(
    ("words", "carried"),
    [
        ("Police officers carry heavy boxes from the burning mayor's house.", True),
        ("The council voted on Tuesday to close 97 branches of the library in May.", False),
        ("Police officers carry 97 heavy boxes from the burning mayor's house.", True),
    ],
)
def test_of_a_caption_only_figures_are_asked_of_the_body(words: str, carried: bool) -> None:
    article = report(f"{LONGER}\n{words}")
    first, second = article.paragraphs
    article = replace(article, paragraphs=(first, Paragraph(second.text, "caption", None)))
    (claim,) = compare(article, report("Rain fell.")).claims
    assert (claim.role, claim.carried) == ("caption", carried)


OLD = """The ferry left the quay at dawn on Monday with forty lorries.
Nobody on board was hurt when the engine failed.
The harbour office will publish a report in June."""
NEW = """The ferry left the quay at dawn on Monday with fifty lorries.
The harbour office will publish a report in June.
Divers found a crack in the hull on Friday evening."""


def test_two_versions_of_an_article_say_what_was_added_dropped_and_changed() -> None:
    old = by(report(OLD), "Coastal Post")
    new = by(report(NEW, published="2031-03-14"), "Coastal Post")
    found = compare(old, new).revision
    assert found is not None
    assert found.later == "right"
    assert found.unchanged == 1
    assert {(c.kind, c.left, c.right) for c in found.changes} == {
        ("changed", 0, 0), ("dropped", 1, None), ("added", None, 2),
    }  # fmt: skip


def test_the_later_version_is_the_later_moment_in_whatever_zone_it_is_stated() -> None:
    first, then = (
        replace(by(report(text), "Coastal Post"), published_at=moment)
        for text, moment in ((OLD, "2031-03-13T06:12:00+01:00"), (NEW, "2031-03-13T05:40:00Z"))
    )
    for left, right, later in ((first, then, "right"), (then, first, "left")):
        found = compare(left, right).revision
        assert found is not None
        assert found.later == later


def test_two_outlets_have_no_versions_of_one_article() -> None:
    assert compare(by(report(OLD), "Coastal Post"), by(report(NEW), "Harbour")).revision is None


def test_the_signs_of_one_event_are_those_that_the_score_is_made_of() -> None:
    signs = compare(report(OLD), report(NEW)).event
    assert signs is not None
    assert signs.leads > 0.5


@pytest.mark.parametrize(
    ("left", "right"), [(OLD, NEW), (REBELS, MILITANTS), (QUOTED, TOLD), (STRIKE, COPY)]
)
def test_swapping_twice_changes_nothing_and_once_changes_every_side(left: str, right: str) -> None:
    there = compare(by(report(left), "Coastal Post"), by(report(right), "Coastal Post"))
    turned = swapped(there)
    assert swapped(turned) == there
    assert [c.side for c in turned.chains] == [
        "right" if c.side == "left" else "left" for c in there.chains
    ]
    assert turned.only_left == there.only_right
    assert [(p.left, p.right) for p in turned.paraphrases] == [
        (p.right, p.left) for p in there.paraphrases
    ]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("", ""),
        ("", OLD),
        (OLD, OLD.upper()),
        (OLD, OLD),
        (OLD, "Die Fähre verließ am Montag den Kai. Niemand wurde verletzt."),
        (OLD, "Паром вышел из гавани утром. Никто не пострадал."),
        ("12 34 56 78.", "“ ” … — !"),
    ],
)
def test_odd_texts_are_compared_like_any_other(left: str, right: str) -> None:
    comparison = compare(report(left), report(right))
    for numbers, only, unsure, all_ in (
        (
            {i for a in comparison.alignments for i in a.left},
            comparison.only_left,
            comparison.unsure_left,
            comparison.left,
        ),
        (
            {j for a in comparison.alignments for j in a.right},
            comparison.only_right,
            comparison.unsure_right,
            comparison.right,
        ),
    ):
        assert sorted((*numbers, *only, *unsure)) == [s.i for s in all_]


def test_an_article_in_capitals_is_still_the_same_event() -> None:
    comparison = compare(report(OLD, title="Ferry fails"), report(OLD.upper(), title="FERRY FAILS"))
    assert comparison.same_event
    assert not comparison.only_left


@pytest.mark.parametrize(
    ("other", "carries"),
    [
        ("The council voted on Tuesday to close 14 libraries.", True),
        ("The council voted on Tuesday at 14:11 to close the libraries.", False),
        ("The council voted on Tuesday to close the libraries.", False),
    ],
)
def test_the_other_body_has_a_missing_figure_only_where_it_counts(
    other: str, carries: bool
) -> None:
    comparison = compare(report(LONGER, title="Council votes to close 14 libraries"), report(other))
    (claim,) = [c for c in comparison.claims if c.role == "title" and c.side == "left"]
    assert (claim.carried, claim.other_carries) == (False, carries)


def test_the_other_body_has_a_headline_only_with_the_very_words_that_are_missing() -> None:
    title = "Police search phones of tram driver"
    comparison = compare(report(LONGER, title=title), report("Police questioned the tram driver."))
    (claim,) = [c for c in comparison.claims if c.role == "title" and c.side == "left"]
    assert "phones" in claim.missing_words
    assert not claim.other_carries


def test_a_caption_that_names_who_is_seen_does_not_face_what_the_body_tells_of_them() -> None:
    """Only where hardly anything else is possible does it face a sentence."""
    seen = "A view of the ferry terminal in Quillon, where Ann Varga works."
    told = (
        "Ann Varga, who works on the ferry, said the terminal had been shut since Friday.\n"
        "The council closed the pier in March, and nobody has said when it will open again."
    )
    left = report(f"{seen}\nThe boats stay in the harbour until the winter storms are over.")
    shown = Paragraph(left.paragraphs[0].text, "caption", None)
    captioned = replace(left, paragraphs=(shown, *left.paragraphs[1:]))
    right = report(told)
    assert any((a.left, a.right) == ((0,), (0,)) for a in compare(left, right).alignments)
    found = compare(captioned, right)
    assert found.alignments == ()
    assert 0 in found.unsure_left


@pytest.mark.parametrize(
    ("sentence", "then"),
    [
        ("Ada Quill, 32, was then taken to hospital.", False),
        ("Ada Quill, 32, fell when he pushed the door.", False),
        ("Ada Quill, then 20, sailed alone.", True),
        ("Ada Quill was 20 when she sailed alone.", True),
    ],
)
def test_an_age_is_an_earlier_one_only_beside_the_word_that_says_so(
    sentence: str, then: bool
) -> None:
    assert is_age_then(sentence) is then


def test_a_number_behind_no_denies_nothing() -> None:
    left = side(report("Norland Air flight no. 446 left Veldau for Aldmere at ten on Monday."))
    right = side(report("Norland Air flight 446 left Veldau for Aldmere at ten on Monday."))
    assert opposites(left, right, {(0, 0): 0.9}, ()) == ()


def test_what_is_called_a_terrorist_act_is_no_label_of_people() -> None:
    left = report("He called it a terrorist act. Rebels held the pass, officials said.")
    right = report("Militants held the pass, officials said.")
    (found,) = [x for x in compare(left, right).labels if x.of == "armed groups"]
    assert [x.text for x in found.left] == ["rebel"]


def test_a_sentence_that_tells_only_who_speaks_faces_nothing() -> None:
    left = report("Ines Varga shut the bridge.\n“I saw it fall.”\nVarga said.\nRain fell at noon.")
    right = report("“It will open in May,” Varga said.\nRain fell at noon at the bridge.")
    comparison = compare(left, right)
    stub = next(s.i for s in comparison.left if s.text == "Varga said.")
    assert all(stub not in a.left for a in comparison.alignments)
    assert stub in comparison.aside_left
    assert stub not in comparison.only_left


def test_a_quotation_that_stands_there_without_its_apostrophe_is_in_the_very_words() -> None:
    left = report("The boy “fell into the exhibit’s moat on Saturday,” the zoo said.")
    right = report("The boy fell into the exhibit moat on Saturday, the zoo said.")
    assert [found.told for found in compare(left, right).paraphrases] == ["in_its_words"]
