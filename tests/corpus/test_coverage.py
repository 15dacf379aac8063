"""Two outlets' coverage: who is quoted, who is called what, which words are whose."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports import report

from corpus.article import Article, Entity, Mention, Names
from corpus.coverage import Text, telling
from corpus.coverage.gathering import form_of
from corpus.coverage.keyness import MOST
from corpus.coverage.passages import Sought, passages
from corpus.coverage.result import Called, Telling, Term
from corpus.coverage.roles import role_of
from corpus.coverage.somebody import is_somebody
from corpus.coverage.speaking import full_names, is_name

DOORS = report(
    """The rebels held the harbour office. "We will not reopen the route until every door has been
 checked," Ines Varga, the transport minister, told reporters.""".replace("\n", ""),
    title="Ferry doors failed",
)
RECORDS = report(
    """The insurgents left the harbour office. "The records are gone," Ines Varga said.
Tomas Reyl said that the rescue was over by noon. "Nobody knows," a passenger said.""",
    title="Records of the ferry",
)


def held(left: list[Article], right: list[Article], *apart: str) -> Telling:
    return telling([(one, None) for one in left], [(one, None) for one in right], apart)


def called(found: Telling, of: str) -> Called:
    return next(one for one in found.labels if one.of == of)


def term(found: Telling, word: str) -> Term:
    return next(one for one in found.terms if one.term == word)


def test_a_voice_is_told_with_its_words_its_share_and_what_the_articles_say_it_is() -> None:
    found = held([DOORS], [RECORDS])
    (varga,) = found.left_voices
    assert (varga.name, varga.role) == ("Ines Varga", "transport minister")
    assert varga.words == found.left.quoted_words == 12
    assert varga.share == 1.0
    assert varga.direct.within == (0,)
    names = [voice.name for voice in found.right_voices]
    assert names[0] == "Ines Varga"
    assert abs(sum(voice.share for voice in found.right_voices) - 1) < 1e-9


def test_what_is_told_indirectly_is_never_added_to_the_words_in_quotation_marks() -> None:
    found = held([DOORS], [RECORDS])
    reyl = next(voice for voice in found.right_voices if voice.name == "Tomas Reyl")
    assert (reyl.words, reyl.direct.times) == (0, 0)
    assert reyl.indirect.times == 1
    assert reyl.indirect_words == found.right.indirect_words > 0


def test_the_same_people_are_called_rebels_here_and_insurgents_there() -> None:
    found = called(held([DOORS], [RECORDS]), "armed groups")
    counts = {label.text: (label.left.times, label.right.times) for label in found.labels}
    assert counts == {"rebel": (1, 0), "insurgent": (0, 1)}


def test_a_word_of_one_side_is_told_with_counts_and_articles_to_open() -> None:
    filler = "The ferry lay in the harbour and people waited on the quay for news of it. "
    ours = [
        report(filler * 3 + f"The doors failed test {n}. Doors again, test {n}.") for n in range(6)
    ]
    theirs = [
        report(filler * 3 + f"The owner spoke {n} times. No other owner did.") for n in range(6)
    ]
    found = held(ours, theirs)
    doors = term(found, "doors")
    assert doors.z > 1.96
    assert (doors.left.times, doors.right.times) == (12, 0)
    assert (doors.left.articles, doors.right.articles) == (6, 0)
    assert doors.left.within == (0, 1, 2, 3, 4, 5)
    assert term(found, "owner").z < -1.96
    assert all(one.term not in ("the", "ferry") for one in found.terms)


def test_a_word_that_one_article_shouts_is_not_its_outlets_word() -> None:
    filler = "The ferry lay in the harbour and people waited on the quay for news of it. "
    ours = [report(filler * 3 + f"{n}") for n in range(5)] + [report("Doors " * 40 + filler)]
    theirs = [report(filler * 3 + f"night {n}") for n in range(6)]
    assert all(one.term != "doors" for one in held(ours, theirs).terms)


def test_nothing_is_told_about_words_below_two_articles_a_side() -> None:
    assert held([DOORS], [RECORDS, RECORDS]).terms == ()
    assert held([], [RECORDS, RECORDS]).terms == ()


def test_an_outlets_own_name_is_no_finding() -> None:
    ours = [report(f"Gazette readers wrote of doors to the Gazette {n}. " * 3) for n in range(5)]
    theirs = [report(f"Nothing was written at all on night {n}. " * 3) for n in range(5)]
    words = [one.term for one in held(ours, theirs, "Gazette").terms]
    assert "gazette" not in words
    assert "doors" in words


def named(article: Article, key: str, name: str, *texts: str) -> Text:
    body = article.paragraphs[0].text
    places = [(body.index(text), text) for text in texts]
    mentions = tuple(Mention("body", 0, at, at + len(text), text) for at, text in places)
    return article, Names("test", (Entity(key, name, "person", mentions),))


def test_a_name_is_told_in_the_forms_that_either_side_gives_it() -> None:
    key, name = "person:omar salk", "Omar Salk"
    ours = report("The Salk regime answered. Omar Salk spoke.")
    theirs = report("President Salk answered at noon.")
    left = [named(ours, key, name, "Salk", "Omar Salk")]
    right = [named(theirs, key, name, "Salk")] * 2
    found = telling(left, right)
    (salk,) = found.names
    assert (salk.left.times, salk.left.articles) == (2, 1)
    assert (salk.right.times, salk.right.articles) == (2, 2)
    forms = {label.text: (label.left.times, label.right.times) for label in found.labels[-1].labels}
    assert forms == {"President Salk": (0, 2), "Salk regime": (1, 0), "Omar Salk": (1, 0)}
    assert found.left.recognised == 1


def test_a_form_takes_titles_before_and_nouns_behind_but_no_possessive() -> None:
    text = "the embattled President Salk and the Salk regime"
    assert form_of(text, 24, 28) == "embattled President Salk"
    assert form_of(text, 37, 41) == "Salk regime"
    assert form_of("Salk's army", 0, 6) == "Salk"


def test_what_somebody_is_is_read_at_the_name_or_not_at_all() -> None:
    assert role_of("Tomas Reyl", ["Duty officer Tomas Reyl spoke."], 0) == "Duty officer"
    assert role_of("Tomas Reyl", ["Tomas Reyl, who is 40, spoke."], 0) is None
    assert role_of("Tomas Reyl", ["Mr Reyl spoke."], 0) is None
    paragraphs = ["Reyl spoke.", "Tomas Reyl, a spokesman for the coastguard, said so."]
    assert role_of("Tomas Reyl", paragraphs, 0) == "spokesman for the coastguard"


WORDS = st.lists(st.sampled_from("doors owner quay ferry test".split()), min_size=5, max_size=60)


@given(st.lists(WORDS.map(" ".join), min_size=4, max_size=8), st.integers(2, 6))
def test_swapping_the_sides_swaps_every_finding(bodies: list[str], cut: int) -> None:
    articles = [report(body) for body in bodies]
    one, other = held(articles[:cut], articles[cut:]), held(articles[cut:], articles[:cut])
    assert {(t.term, t.z) for t in one.terms} == {(t.term, -t.z) for t in other.terms}
    assert len(one.terms) <= 2 * MOST
    assert (one.left, one.right) == (other.right, other.left)


def test_a_form_of_a_name_is_one_however_either_side_writes_it() -> None:
    key, name = "person:omar salk", "Omar Salk"
    left = [named(report("President Omar Salk spoke."), key, name, "Omar Salk")] * 2
    right = [named(report("The president Omar Salk spoke."), key, name, "Omar Salk")]
    right.append(named(report("Omar Salk spoke."), key, name, "Omar Salk"))
    (forms,) = (one for one in telling(left, right).labels if one.kind == "entity")
    counts = {label.text: (label.left.times, label.right.times) for label in forms.labels}
    assert counts == {"President Omar Salk": (2, 1), "Omar Salk": (0, 1)}


def test_a_word_in_singular_and_plural_counts_an_article_once_however_many_there_are() -> None:
    ours = [report(f"The rebels left {n}. A rebel stayed {n}.") for n in range(600)]
    found = called(held(ours, [RECORDS]), "armed groups")
    rebel = next(label for label in found.labels if label.text == "rebel")
    assert (rebel.left.times, rebel.left.articles, len(rebel.left.within)) == (1200, 600, 600)


def test_an_apposition_of_blanks_is_no_role() -> None:
    assert role_of("Ines Varga", ["Ines Varga,     , spoke."], 0) is None


def test_an_article_gives_a_speaker_one_role_however_often_it_reports_them() -> None:
    often = report("Police chief Tomas Reyl said that it was over. " * 3)
    other = [report(f"Harbour director Tomas Reyl said that night {n} was calm.") for n in range(2)]
    (reyl,) = (v for v in held([often, *other], [RECORDS]).left_voices if v.name == "Tomas Reyl")
    assert reyl.role == "Harbour director"


def shown(article: Article, kind: str, what: str, form: str | None = None) -> list[str]:
    """The places of what is sought, as the text has them."""
    found = passages(article, None, Sought(kind, what, form))  # type: ignore[arg-type]
    for one in found:
        assert one.text == article.sentence_text(article.sentences[one.sentence])
    return [one.text[a:b] for one in found for a, b in one.spans]


def test_every_count_opens_at_the_sentences_it_was_made_of() -> None:
    assert shown(DOORS, "word", "door") == ["door"]
    assert shown(DOORS, "word", "doors") == ["doors"]  # of the title
    assert shown(RECORDS, "noun", "insurgent") == ["insurgents"]
    assert shown(RECORDS, "verb", "said") != []
    (said,) = shown(RECORDS, "voice", "ines varga")
    assert said == '"The records are gone,"'
    assert shown(RECORDS, "voice", "omar salk") == []


def test_the_forms_of_a_name_open_each_at_its_own_places() -> None:
    key = "person:omar salk"
    article, names = named(report("The Salk regime answered. Omar Salk spoke."), key, "Omar Salk",
                           "Salk", "Omar Salk")  # fmt: skip
    (passage,) = passages(article, names, Sought("name", key, "Salk regime"))
    assert passage.text == "The Salk regime answered."
    assert len(passages(article, names, Sought("name", key))) == 2


def test_names_in_capitals_are_no_stop_words_and_open_at_their_places() -> None:
    filler = "The ferry lay in the harbour and people waited on the quay. "
    ours = [report(filler + f"The US asked, and the U.S. answered us {n} times.") for n in range(6)]
    theirs = [report(filler + f"Nobody answered us {n} times.") for n in range(6)]
    found = held(ours, theirs)
    assert (term(found, "US").left.times, term(found, "US").right.times) == (12, 0)
    assert shown(ours[0], "word", "US") == ["US", "U.S."]
    assert all(one.term != "us" for one in found.terms)


def test_a_standing_line_of_an_outlet_is_none_of_its_words() -> None:
    line = "\nSubscribe to our morning letter, gulls and tides included."
    ours = [report(f"The doors, the doors failed test {n} again.{line}") for n in range(8)]
    theirs = [report(f"The owner spoke {n} times again.") for n in range(8)]
    words = {one.term for one in held(ours, theirs).terms}
    assert "doors" in words
    assert not words & {"subscribe", "gulls", "tides", "letter"}


def test_a_standing_line_amid_a_paragraph_counts_in_no_article_and_opens_in_none() -> None:
    line = "Read our gulls letter every day."
    ours = [
        report(f"Gulls, gulls and gulls left quay {n} again. {line} More on {n}.") for n in range(5)
    ]
    theirs = [report(f"The owner spoke {n} times again.") for n in range(5)]
    found = held(ours, theirs)
    gulls = term(found, "gulls")
    assert (gulls.left.times, gulls.left.articles) == (15, 5)
    assert all(one.term not in ("read", "letter") for one in found.terms)
    (passage,) = passages(ours[0], None, Sought("word", "gulls"), found.standing)
    assert passage.text == "Gulls, gulls and gulls left quay 0 again."


def test_a_sentence_that_several_outlets_of_a_side_carry_is_no_standing_line() -> None:
    said = "The ministry counted gulls on every quay, and gulls, and gulls."
    ours = [replace(report(f"{said} Night {n}."), outlet=f"Outlet {n}") for n in range(6)]
    theirs = [report(f"The owner spoke {n} times again.") for n in range(6)]
    assert term(held(ours, theirs), "gulls").left.times == 18


def test_what_stands_before_a_title_is_no_part_of_it() -> None:
    def role(before: str) -> str | None:
        return role_of("Tomas Reyl", [f"{before} Tomas Reyl spoke."], 0)

    assert role("I know President") == "President"
    assert role("They knew former President") == "former President"
    assert role("They heard very clearly what Mr.") is None
    assert role("Facebook Twitter Pinterest Sgt") is None
    assert role("They met Texas Sen.") == "Texas Sen."
    assert role("FORUM Sen.") is None
    assert role("They want a nominee.") is None
    assert role("They mock special counsel") == "special counsel"
    assert role("They fired FBI director") == "FBI director"
    assert role("The Attorney General") == "Attorney General"
    assert role("On Monday nominated Judge") == "Judge"
    assert role("White House press secretary") == "White House press secretary"


def test_an_article_of_book_length_does_not_drown_the_words_of_its_side() -> None:
    filler = "The ferry lay in the harbour and people waited on the quay for news of it. "
    ours = [report(filler * 3 + f"The doors failed test {n}. Doors again.") for n in range(20)]
    theirs = [report(filler * 3 + f"The owner spoke {n} times.") for n in range(20)]
    usual = term(held(ours, theirs), "doors").z
    book = report("Page after page of parliament went by. " * 10_000)
    assert term(held([*ours, book], theirs), "doors").z > usual / 2


def test_a_word_with_a_hyphen_is_opened_whole() -> None:
    article = report("The cease-fire held. Then fire broke out, the fire's smoke too.")
    assert shown(article, "word", "fire") == ["fire", "fire"]
    assert shown(article, "word", "cease-fire") == ["cease-fire"]


def test_a_rank_between_office_and_name_is_no_part_of_the_office() -> None:
    said = ["Army spokeswoman Colonel Tomas Reyl spoke."]
    assert role_of("Tomas Reyl", said, 0) == "Army spokeswoman"
    assert role_of("Tomas Reyl", ["Major General Tomas Reyl spoke."], 0) == "Major General"


MAYOR = report(
    'Ines Varga spoke at noon. "The quay is closed," Ines Varga said.', title="Quay closed"
)
ALONE = report('"Nobody was told," Varga said on the pier.', title="Pier closed")
NAMESAKE = report(
    'Olga Varga sells fish. "I heard it at the stall," Olga Varga said.', title="Fish sold"
)


def test_a_surname_alone_is_whoever_bears_it_in_nearly_all_articles() -> None:
    found = held([MAYOR, ALONE], [ALONE])
    (left,), (right,) = found.left_voices, found.right_voices
    assert (left.name, left.words, left.also_named) == ("Ines Varga", 7, ("Varga",))
    assert left.key == right.key  # one row for both sides
    sought = Sought("voice", left.key, also=left.also)
    assert passages(ALONE, None, sought)[0].text.startswith('"Nobody was told')


def test_a_surname_that_two_share_stays_by_itself() -> None:
    found = held([MAYOR, NAMESAKE], [ALONE])
    assert [v.name for v in found.right_voices] == ["Varga"]
    assert {v.name for v in found.left_voices} == {"Ines Varga", "Olga Varga"}
    assert not any(v.also_named for v in (*found.left_voices, *found.right_voices))


PRESIDENT = report(
    'Donald P. Brandt spoke twice. "The quay is closed," Donald P. Brandt said.',
    title="Quay closed",
)
WIFE = report('Melina Brandt came too. "I was asked to," Melina Brandt said.', title="Guests")
BRANDTS = [
    report(f'Donald Brandt came to pier {n}. "Nobody was told," Brandt said.', title="Pier closed")
    for n in range(6)
]


def test_a_name_with_and_without_its_middle_initial_is_one_voice() -> None:
    found = held([PRESIDENT, WIFE, *BRANDTS], [ALONE])
    assert [(v.name, v.words) for v in found.left_voices] == [
        ("Donald Brandt", 22),
        ("Melina Brandt", 4),
    ]


def test_full_names_are_found_without_titles_and_beginnings_of_sentences() -> None:
    text = (
        "President Donald P. Brandt and Mr. Brandt. On Friday Brandt left. Tuesday, Brandt spoke."
    )
    assert full_names("Brandt", text) == {"donald brandt"}


def test_two_middle_names_are_two_people() -> None:
    other = report('"The road is closed," Donald Q. Brandt said.', title="Road closed")
    found = held([PRESIDENT, other], [ALONE])
    assert {v.name for v in found.left_voices} == {"Donald P. Brandt", "Donald Q. Brandt"}


def test_what_is_no_name_is_no_voice() -> None:
    for word in ("Click", "Specifically", "R-Ohio", "He", "Continuing"):
        assert not is_name(word, f"It was so. {word} “the quay is closed.”")
    assert is_name("Varga", "Varga said so. Then Varga left.")
    assert is_name("Politico", "Politico had it first.")
    assert is_name("official", "An official said so.")
    assert is_name("NATO", "NATO said so.")
    assert not is_name("Turnout", "Turnout said it all. The turnout was low.")


def test_the_words_of_buttons_and_captions_tell_no_outlets_apart() -> None:
    filler = "The ferry lay in the harbour and people waited on the quay for news of it. "
    ours = [report(filler * 2 + f"Click here {n} for the caption, photo {n}.") for n in range(6)]
    theirs = [report(filler * 2 + f"The owner spoke {n} times.") for n in range(6)]
    words = {one.term for one in held(ours, theirs).terms}
    assert not words & {"click", "caption", "photo"}
    assert "owner" in words


@pytest.mark.parametrize(
    "text",
    [
        "Tomas Reyl, Norland Gov. Ann Orlova and two others came.",
        "Tomas Reyl, who praised Sen. Ann Orlova, came.",
        "Tomas Reyl, like his brave father, came.",
        "Tomas Reyl, Eve Aalto and Ben Baker, came.",
    ],
)
def test_titles_of_somebody_else_behind_a_name_are_no_role(text: str) -> None:
    assert role_of("Tomas Reyl", [text], 0) is None


@pytest.mark.parametrize(
    ("before", "form"),
    [
        ("Then Attorney General ", "Attorney General Reyl"),
        ("But HPA chief ", "HPA chief Reyl"),
        ("They met Senate Majority Leader ", "Senate Majority Leader Reyl"),
        ("They met General ", "General Reyl"),
        ("They met the president. Mr. ", "Mr. Reyl"),
        ("Two former ", "Reyl"),
    ],
)
def test_a_title_at_a_name_keeps_its_front_part(before: str, form: str) -> None:
    assert form_of(f"{before}Reyl came.", len(before), len(before) + 4) == form


def test_a_noun_behind_a_person_has_what_stands_before_and_is_no_label() -> None:
    text = "Two former Reyl supporters came."
    assert form_of(text, 11, 15, frozenset()) == "Reyl"
    assert form_of("the Reyl regime", 4, 8) == "Reyl regime"


@pytest.mark.parametrize(
    ("behind", "role"),
    [
        ("President Orlova's special adviser", "President Orlova's special adviser"),
        ("chief financial analyst at Sarn Bank", "chief financial analyst at Sarn Bank"),
        ("the chief technologist", "chief technologist"),
        ("a veteran Harbour adviser", "veteran Harbour adviser"),
        ("the executive director of the quay", "executive director of the quay"),
        ("editor in chief of the Gull", "editor in chief"),
        ("President Lena Orlova", None),
    ],
)
def test_a_role_behind_a_name_is_told_whole_and_never_that_of_another(
    behind: str, role: str | None
) -> None:
    assert role_of("Tomas Reyl", [f"Tomas Reyl, {behind}, spoke."], 0) == role


def test_a_president_of_the_same_surname_is_not_the_one_who_speaks() -> None:
    brothers = ["Tomas Reyl spoke.", "His brother Viktor Reyl was elected.", "President Reyl left."]
    assert role_of("Tomas Reyl", brothers, 0) is None
    assert role_of("Tomas Reyl", ["Tomas Reyl spoke.", "President Reyl left."], 0) == "President"


def test_a_chief_of_nothing_is_no_role_and_a_union_of_states_belongs_to_it() -> None:
    assert role_of("Tomas Reyl", ["U.N. chief Tomas Reyl spoke."], 0) == "U.N. chief"
    assert role_of("Tomas Reyl", ["Chief Tomas Reyl spoke."], 0) is None
    assert role_of("harbour official", ["Judge Varga met a harbour official."], 0) is None


def test_what_is_read_from_is_no_voice_and_its_words_stay_counted() -> None:
    article = report(
        """"The gates stay shut until the end of May," the executive order said.
"We are ready," the harbour office said.""",
        title="Gates shut",
    )
    found = held([article], [RECORDS])
    assert [voice.name for voice in found.left_voices] == ["harbour office"]
    assert found.left.unnamed_words == 9


def test_a_name_that_is_not_surely_the_speaker_is_no_voice() -> None:
    article = report(
        'Ines Varga came. "The gates stay shut until May," Ines Varga said.', title="G"
    )
    doubted = replace(article, quotations=tuple(replace(q, sure=False) for q in article.quotations))
    assert [voice.name for voice in held([article], [RECORDS]).left_voices] == ["Ines Varga"]
    found = held([doubted], [RECORDS])
    assert not found.left_voices
    assert found.left.unnamed_words == 6


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Tomas Reyl, a professor of law at Norland State University, spoke.",
         "professor of law at Norland State University"),
        ("Tomas Reyl, a resident of Norland's dangerously exposed St. Olaf island, spoke.",
         "resident"),
        ("Tomas Reyl, a columnist at Gull who’s met dozens of them, spoke.",
         "columnist at Gull"),
        ("State Department Deputy Spokesperson Tomas Reyl spoke.",
         "State Department Deputy Spokesperson"),
        ("Harbour Study Committee Chairman Rep. Tomas Reyl spoke.",
         "Harbour Study Committee Chairman"),
        ("CLOSE Republican presidential nominee Tomas Reyl spoke.",
         "Republican presidential nominee"),
        ("Spokesman Ben Baker emailed communications director Tomas Reyl.",
         "communications director"),
        ("Tomas Cardinal Reyl spoke.", None),
        ("After Tomas Reyl, Reyl became harbour director, and left.", None),
        ("Like Tomas Reyl, Orlova is such a flawed candidate, it was said.", None),
        ("Said Tomas Reyl, asked his campaign manager, and left.", None),
        ("Viktor Reyl, a harbour pilot, heard of Tomas Reyl.", None),
        ("They fear a President Tomas Reyl.", None),
    ],
)  # fmt: skip
def test_a_role_is_a_whole_noun_phrase_and_nobody_elses(text: str, role: str | None) -> None:
    assert role_of("Tomas Reyl", [text], 0) == role


def test_a_speaker_is_what_most_articles_say_and_not_what_one_of_many_does() -> None:
    def says(n: int, role: str) -> Article:
        return report(f"{role} Tomas Reyl spoke at pier {n}. “We are ready,” Tomas Reyl said.")

    often = [says(n, "Republican nominee") for n in range(5)]
    (voice,) = held([*often, says(9, "Duty officer")], [RECORDS]).left_voices
    assert voice.role == "Republican nominee"
    once = [says(n, "Well,") for n in range(9)]
    (voice,) = held([*once, says(9, "Officer")], [RECORDS]).left_voices
    assert voice.role is None


@pytest.mark.parametrize(
    ("speaker", "is_one"),
    [
        ("senior Harbour adviser", True),
        ("one of the pilots", True),
        ("two professors at Old Quay", True),
        ("Quay police", True),
        ("1,400-word essay sought", False),
        ("story sits ironically", False),
        ("no real confidence vs. 27%", False),
        ("- 63 percent of Reyl’s supporters", False),
        ("legions who’ve", False),
        ("Quay Leaked", False),
        ("of Reyl", False),
    ],
)
def test_half_a_clause_is_nobodys_voice(speaker: str, is_one: bool) -> None:
    assert is_somebody(speaker, "They leaked it, it was said.") == is_one


def test_somebody_unnamed_in_several_articles_is_several() -> None:
    ours = [
        report(f"“Pier {n} stays shut until May,” a senior official said on day {n}.")
        for n in range(2)
    ]
    (voice,) = held(ours, [RECORDS]).left_voices
    assert (voice.name, voice.unnamed_in) == ("senior official", 2)
    (alone,) = held(ours[:1], [RECORDS]).left_voices
    assert alone.unnamed_in is None


def test_what_opens_a_sentence_is_no_part_of_a_title() -> None:
    assert form_of("During President Reyl’s years", 17, 21) == "President Reyl"
    assert form_of("Despite Mayor Reyl", 14, 18) == "Mayor Reyl"
