"""`i` on a quotation: how it is known who speaks, and the judgements that change it."""

from __future__ import annotations

from dataclasses import replace

from conftest import Opened, press, screen_text
from shelf import FERRY_HARBOUR, FERRY_MERIDIAN, NAMES, Shelf

from index.answers import Record
from index.judged_quotations import target_of
from tui.views.fitting import told
from tui.views.lenses import quotation_said
from tui.views.reading import Reading
from tui.views.why import of_article
from tui.views.why_quoted import how_known, who_may_speak

BEGAN, REOPEN, RECORDS = FERRY_MERIDIAN.quotations
RECORD = Record(FERRY_MERIDIAN, NAMES[FERRY_MERIDIAN.id], "", ())


async def test_another_speaker_is_chosen_by_typing_and_the_choice_undone(opened: Opened) -> None:
    shelf = Shelf([FERRY_MERIDIAN])
    async with opened(shelf, size=(100, 40)) as (app, pilot):
        await press(pilot, "enter", "d", "n", "n", "i")
        text = screen_text(app)
        assert "names who speaks." in text
        assert "the speaker is …" in text
        assert "this is no quotation" in text
        await press(pilot, "j", "enter")
        assert "Tomas Reyl" in screen_text(app)
        await press(pilot, *"rey")
        await press(pilot, "enter")
        assert "also of “I have asked for the test records" in screen_text(app)
        await press(pilot, "down", "enter")
        (made,) = shelf.judged
        assert (made.article, made.field, made.value, made.target) == (
            FERRY_MERIDIAN.id, "speaker", "Tomas Reyl", target_of(REOPEN)
        )  # fmt: skip
        assert "decided, u undoes it: Tomas Reyl speaks “We will not" in screen_text(app)
        await press(pilot, "u")
        assert shelf.judged == []
        assert "undone: Tomas Reyl speaks “We will not" in screen_text(app)


async def test_nobody_and_no_quotation_are_answers_too(opened: Opened) -> None:
    shelf = Shelf([FERRY_MERIDIAN])
    async with opened(shelf, size=(100, 40)) as (_, pilot):
        await press(pilot, "enter", "d", "n", "i", "j", "j", "enter")
        await press(pilot, "d", "d", "n", "i", "j", "j", "j", "enter")
        await press(pilot, "d", "d", "n", "i", "j", "enter", *"a harbour pilot", "enter")
        await press(pilot, "d", "d", "n", "i", "j", "enter", "escape")
        assert [(made.field, made.value) for made in shelf.judged] == [
            ("speaker", None), ("quotation", "none"), ("speaker", "a harbour pilot")
        ]  # fmt: skip


def test_those_named_near_are_offered_first_and_who_speaks_now_is_not() -> None:
    offered = [option.value for option in who_may_speak(RECORD, BEGAN, "")]
    assert offered == ["Ines Varga"]
    assert [option.value for option in who_may_speak(RECORD, REOPEN, "")] == ["Tomas Reyl"]
    assert who_may_speak(RECORD, REOPEN, "varg") == []
    unread = replace(RECORD, names=None)
    assert "Tomas Reyl" in " ".join(o.value for o in who_may_speak(unread, REOPEN, ""))


def test_a_decided_speaker_is_told_as_decided() -> None:
    decided = replace(BEGAN, speaker=None, cue=None, sure=True, speaker_from="judgement")
    assert told(quotation_said(decided, 0, None)) == f"nobody named, {BEGAN.kind}, decided by hand"
    assert how_known(decided) == "A person decided who speaks."
    article = replace(FERRY_MERIDIAN, quotations=(decided,))
    reading = Reading(Record(article, None, "", ()))
    reading.look_through("quotations")
    reading.at = 0
    labels = [option.label for option in of_article(reading)[1]]
    assert "who speaks is as it was read" in labels
    assert "nobody is named as the speaker" not in labels


def test_words_that_were_said_to_be_no_quotation_can_be_one_again() -> None:
    quotation = FERRY_HARBOUR.quotations[0]
    article = replace(FERRY_HARBOUR, quotations=())
    reading = Reading(Record(article, None, "", (), (quotation,)))
    sentence = next(
        n
        for n, s in enumerate(article.sentences)
        if (s.within, s.paragraph) == (quotation.within, quotation.paragraph)
    )
    reading.stop = next(
        n for n, s in enumerate(reading.stops) if (s.kind, s.number) == ("sentence", sentence)
    )
    (option,) = (o for o in of_article(reading)[1] if o.label.endswith(" is a quotation"))
    assert option.value == ("quotation", "", target_of(quotation))
