"""Copies of one text are recognised, whatever an editor did to them; other reports are not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from reports import report

from corpus.copies import is_copy, prints

WIRE = """
The ferry left the northern harbour shortly after two in the morning with more than two hundred
passengers on board. A fire broke out on the car deck when the ship was two miles off the coast,
the coastguard said. Boats from three villages reached the burning ship within the hour. Most of
the passengers were taken ashore before dawn, wrapped in blankets and given tea in the school.
The minister of transport promised an inquiry and said that every door of every ship would be
checked before the route was opened again. The owner of the line did not answer any questions.
Divers were to go down as soon as the wreck had cooled, a spokeswoman for the port said later.
"""
OTHER = """
Nobody at the harbour had slept. When the first boats came back with people in blankets, the
baker opened his shop at three and gave away what he had. Two hundred and more had sailed with the
night ferry, and by daybreak nearly all of them were on land again. Why the car deck burned, the
coastguard would not say. The minister wants to know, too: she has asked for the records of the
doors, and until she has read them no ship of the line will sail.
"""


def copied(one: str, other: str) -> bool:
    ours, theirs = (prints(report(text, title="Fire on a ferry")) for text in (one, other))
    return is_copy(len(set(ours.tolist()) & set(theirs.tolist())), len(ours), len(theirs))


def test_the_same_text_is_a_copy() -> None:
    assert copied(WIRE, WIRE)


def test_copy_with_edits_is_still_a_copy() -> None:
    edited = WIRE.replace("shortly after two", "just past two").replace("given tea", "fed")
    assert copied(WIRE, edited.replace("a spokeswoman for the port said later", "the port said"))


def test_copy_cut_at_the_end_is_still_a_copy() -> None:
    assert copied(WIRE, WIRE[: len(WIRE) // 2])


def test_another_report_of_the_event_is_no_copy() -> None:
    assert not copied(WIRE, OTHER)


def test_a_report_that_takes_in_one_paragraph_is_no_copy() -> None:
    assert not copied(WIRE[:200], f"{OTHER} {OTHER[::-1]} {WIRE[:200]}")


def test_an_empty_text_is_a_copy_of_nothing() -> None:
    assert not copied("", "")
    assert not copied("", WIRE)


def test_a_brief_is_a_copy_of_its_equal() -> None:
    assert copied("Rain is expected.", "Rain is expected.")
    assert not copied("Rain is expected.", "Snow is expected.")


@given(st.text(max_size=300))
def test_every_text_with_a_word_is_a_copy_of_itself(text: str) -> None:
    if any(character.isalnum() for character in text):
        assert copied(text, text)
