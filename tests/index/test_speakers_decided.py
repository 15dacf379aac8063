"""Who speaks a quotation is decided by a person: it holds everywhere, is undone and carried."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from newsroom import coming_in
from people import archive_of_people, recognise

from corpus.article import Document, Quotation
from index.archive import Archive
from index.attributing import AmbiguousQuotation, NoSuchQuotation
from index.judged import QUOTATION, QUOTATION_WORDS, SPEAKER, BadJudgement
from index.judged_quotations import NO_QUOTATION, judged_quotations, target_of, validated
from index.judgements import from_lines, to_line


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with archive_of_people(tmp_path) as made:
        yield made


def first(archive: Archive) -> str:
    """The report in which Ines Varga speaks of the route in the Gazette."""
    return next(r.id for r in archive.newest() if r.title == "Report number 0")


def found(archive: Archive, query: str) -> set[str]:
    return {hit.row.id for hit in archive.search(query).hits}


def key_of(archive: Archive, full_id: str) -> str | None:
    """The key of the name that speaks the first quotation."""
    names = archive.get(full_id).names
    return dict(names.speakers).get(0) if names else None


def said(start: int, text: str, speaker: str | None = "Orlov", paragraph: int = 0) -> Quotation:
    """A quotation of these words at a place."""
    end = start + len(text) + 2
    return Quotation(
        "body", paragraph, start, end, text, "direct", speaker, "said" if speaker else None, False
    )


def test_the_speaker_that_a_person_names_is_sure_and_found(archive: Archive) -> None:
    one = first(archive)
    assert one in found(archive, "said:Varga")
    made = archive.quotations().speaker(one, "1", "Tomas Reyl", author="Ann")
    assert made is not None
    assert (made.field, made.value) == ("speaker", "Tomas Reyl")
    quotation = archive.get(one).article.quotations[0]
    assert (quotation.speaker, quotation.cue, quotation.sure) == ("Tomas Reyl", "said", True)
    assert quotation.speaker_from == "judgement"
    assert key_of(archive, one) == "person:tomas reyl"
    assert one in found(archive, "said:Reyl")
    assert one not in found(archive, "said:Varga")
    assert one in found(archive, "said:Reyl quote:route")
    assert archive.quotations().speaker(one, "1", " Tomas  Reyl ") is None
    assert archive.check() == []


def test_taking_it_back_gives_the_quotation_to_whom_the_text_does(archive: Archive) -> None:
    one, state = first(archive), archive.state()
    before = archive.get(one)
    archive.quotations().speaker(one, "1", "Tomas Reyl")
    archive.undo()
    assert archive.get(one) == before
    assert one in found(archive, "said:Varga")
    assert one not in found(archive, "said:Reyl")
    assert archive.state() != state  # that it was decided and taken back is kept


def test_nobody_can_be_the_answer(archive: Archive) -> None:
    one = first(archive)
    archive.quotations().speaker(one, "not reopen", None)
    quotation = archive.get(one).article.quotations[0]
    assert (quotation.speaker, quotation.cue, quotation.sure) == (None, None, True)
    assert key_of(archive, one) is None
    assert one not in found(archive, "said:Varga")
    assert one in found(archive, "quote:route")


def test_what_a_person_says_is_no_quotation_is_none_until_it_is_as_read(archive: Archive) -> None:
    one = first(archive)
    before = archive.get(one)
    archive.quotations().no_quotation(one, "1")
    record = archive.get(one)
    assert record.unquoted == before.article.quotations[:1]
    assert record.article.quotations == before.article.quotations[1:]
    assert one not in found(archive, "quote:route")
    assert one in found(archive, "route")
    assert next((q.number, q.is_none) for q in archive.quotations().of(one)) == (1, True)
    assert archive.quotations().as_read(one, "1") is not None
    assert archive.get(one).article == before.article
    assert archive.get(one).names == before.names
    assert archive.quotations().as_read(one, "1") is None
    assert archive.check() == []


def test_the_page_of_who_speaks_counts_it(archive: Archive) -> None:
    def quoted(name: str) -> int:
        return archive.entities().page(name).direct.times

    varga, reyl = quoted("person:ines varga"), quoted("person:tomas reyl")
    archive.quotations().speaker(first(archive), "1", "Tomas Reyl")
    assert (quoted("person:ines varga"), quoted("person:tomas reyl")) == (varga - 1, reyl + 1)
    archive.undo()
    assert (quoted("person:ines varga"), quoted("person:tomas reyl")) == (varga, reyl)


def test_the_voices_of_two_outlets_follow(archive: Archive) -> None:
    def voices() -> set[str]:
        outlets = archive.outlets()
        pair = outlets.pair(*outlets.two("Gazette", "Wire"))
        return {voice.name for voice in outlets.telling(pair).left_voices if voice.direct.times}

    assert voices() == {"Ines Varga"}
    archive.quotations().speaker(first(archive), "1", "Tomas Reyl")
    assert voices() == {"Tomas Reyl"}
    archive.undo()
    assert voices() == {"Ines Varga"}


def test_a_comparison_and_a_ledger_follow(archive: Archive) -> None:
    one, other = first(archive), next(r.id for r in archive.newest() if r.title.endswith("2"))

    def source() -> str | None:
        facts = archive.stories().ledger_of([one, other]).facts
        (cell,) = (c for f in facts if f.kind == "quotation" for c in f.cells if c.article == one)
        return cell.source

    assert archive.compare(one, other).quotations[0].left_speaker == "Ines Varga"
    assert source() == "Ines Varga"
    archive.quotations().speaker(one, "1", "Tomas Reyl")
    pair = archive.compare(one, other).quotations[0]
    assert (pair.left_speaker, pair.right_speaker) == ("Tomas Reyl", "Ines Varga")
    assert source() == "Tomas Reyl"


def test_names_recognised_afterwards_know_the_speaker(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "late", create=True) as late:
        text = 'Ines Varga met Tomas Reyl. "Nobody asked us about the doors," she said.'
        late.add(coming_in(Document(text.encode(), text, "late.txt", "text")))
        one = late.newest()[0].id
        late.quotations().no_quotation(one, "1")
        late.quotations().speaker(one, "1", "Tomas Reyl")
        recognise(late)
        assert key_of(late, one) == "person:tomas reyl"
        late.undo()
        late.undo()
        speaker = late.get(one).article.quotations[0].speaker or ""
        assert speaker
        assert key_of(late, one) == f"person:{speaker.lower()}"


def test_a_speaker_under_another_spelling_is_the_name_that_this_stands_for(
    archive: Archive,
) -> None:
    one = first(archive)
    archive.names().merge("person:tomas reyl", "person:lina varga")
    archive.quotations().speaker(one, "1", "Lina Varga")
    assert key_of(archive, one) == "person:lina varga"


def test_it_stands_when_lines_are_read_as_something_else(tmp_path: Path) -> None:
    lines = (
        "Ferry route closed\n\nA line above that somebody may take for noise, and rightly so.\n\n"
        "Ines Varga met Tomas Reyl on the quay on Monday night, the office of the port said.\n\n"
        '"We will not reopen the route," she said.\n'
    )
    with Archive.open(tmp_path / "lines", create=True) as archive:
        archive.add(coming_in(Document(lines.encode(), lines, "lines.txt", "text")))
        one = archive.newest()[0].id
        archive.quotations().speaker(one, "1", "Tomas Reyl")
        archive.judge(one, "role", "noise", target="3")
        quotation = archive.get(one).article.quotations[0]
        assert (quotation.paragraph, quotation.speaker) == (1, "Tomas Reyl")
        archive.reread(everything=True)
        assert archive.get(one).article.quotations[0].speaker == "Tomas Reyl"
        assert archive.quotations().speaker(one, "1", "Ines Varga") is not None
        assert archive.get(one).article.quotations[0].speaker == "Ines Varga"


def test_it_is_carried_to_another_archive_and_goes_with_the_article(
    archive: Archive, tmp_path: Path
) -> None:
    one = first(archive)
    archive.quotations().speaker(one, "1", "Tomas Reyl", author="Ann")
    lines = [to_line(judgement) for judgement in archive.judgements()]
    with archive_of_people(tmp_path / "other") as other:
        other.apply(from_lines(lines))
        assert other.get(one).article.quotations[0].speaker == "Tomas Reyl"
        assert one in found(other, "said:Reyl")
        other.remove(one)
        assert other.judgements() == []


def test_a_number_or_words_that_no_quotation_has_are_refused(archive: Archive) -> None:
    one = first(archive)
    for which in ("7", "0", "9" * 5_000, "lighthouse", " "):
        with pytest.raises(NoSuchQuotation):
            archive.quotations().speaker(one, which, "Tomas Reyl")
    with pytest.raises(BadJudgement):
        archive.quotations().speaker(one, "1", " ")


def test_words_of_two_quotations_name_neither(tmp_path: Path) -> None:
    text = '"The doors held," Orlov said on Monday. "The doors were shut," Reyl said on Tuesday.'
    with Archive.open(tmp_path / "two", create=True) as archive:
        archive.add(coming_in(Document(text.encode(), text, "two.txt", "text")))
        with pytest.raises(AmbiguousQuotation, match="quotations 1, 2"):
            archive.quotations().speaker(archive.newest()[0].id, "the doors", "Orlov")


@pytest.mark.parametrize(
    ("field", "value", "target"),
    [
        (SPEAKER, "Reyl", None),
        (SPEAKER, "Reyl", "body:1:We will not"),
        (SPEAKER, "Reyl", "page:1:2:We will not"),
        (SPEAKER, "Reyl", "body:-1:2:We will not"),
        (SPEAKER, "Reyl", f"body:1:{'9' * 5_000}:We will not"),
        (SPEAKER, "Reyl", "body:1:2: ... "),
        (SPEAKER, "", "body:1:2:We will not"),
        (QUOTATION, "some", "body:1:2:We will not"),
        (QUOTATION_WORDS, None, "body:1:2:We will not"),
        (QUOTATION_WORDS, "We will", "body:1:2:We will not"),
        (QUOTATION_WORDS, "body:1:2:" + "we " * 9_000, "body:1:2:We will not"),
    ],
)
def test_a_judgement_that_names_no_quotation_is_refused(
    field: str, value: str | None, target: str | None
) -> None:
    with pytest.raises(BadJudgement):
        validated(field, value, target)


def test_of_the_same_words_the_nearest_are_meant() -> None:
    two = (said(0, "Never again"), said(40, "Never again", paragraph=3))
    target = target_of(two[1])
    kept = judged_quotations(two, {(target, SPEAKER): "Reyl"}).kept
    assert [one.speaker for one in kept] == ["Orlov", "Reyl"]
    kept = judged_quotations(two[:1], {(target, SPEAKER): "Reyl"}).kept
    assert [one.speaker for one in kept] == ["Reyl"]


def test_words_that_a_newer_reading_cuts_otherwise_keep_their_speaker() -> None:
    target = target_of(said(0, "We will not reopen the route"))
    longer = said(0, "We will not reopen the route, not this year.")
    assert judged_quotations([longer], {(target, SPEAKER): "Reyl"}).kept[0].speaker == "Reyl"
    much_longer = said(0, "We will not reopen the route " + "before we know it all " * 9)
    other = said(0, "We will reopen the route")
    for one in (much_longer, other):
        settled = judged_quotations([one], {(target, SPEAKER): "Reyl"})
        assert (settled.kept, settled.fitting) == ((one,), frozenset())
    assert judged_quotations([longer], {(target, QUOTATION): NO_QUOTATION}).dropped == ()


def test_of_two_speakers_of_one_quotation_the_newer_holds() -> None:
    here = said(9, "Never again", paragraph=4)
    there = target_of(said(0, "Never again"))
    words = f"body:4:{here.start + 1}:Never"
    decisions = {
        (there, SPEAKER): "Reyl",
        (target_of(here), SPEAKER): "Aalto",
        (there, QUOTATION_WORDS): words,
    }
    assert judged_quotations([here], decisions).kept[0].speaker == "Aalto"


def test_the_last_word_about_a_quotation_holds_wherever_it_stood_then() -> None:
    here = said(0, "Never again")
    there = target_of(said(9, "Never again", paragraph=4))
    decisions = {(there, SPEAKER): "Reyl", (target_of(here), QUOTATION): NO_QUOTATION}
    assert judged_quotations([here], decisions)[:2] == ((), (here,))
    decisions = dict(reversed(decisions.items()))
    assert judged_quotations([here], decisions).kept[0].speaker == "Reyl"
