"""Who speaks a quotation of both articles, where the reading of one side is a guess."""

from __future__ import annotations

from dataclasses import replace

from corpus.article import Article
from corpus.comparison import compare
from corpus.comparison.result import QuotationPair
from tests.corpus.reports import report
from tui.views.spoken_by import spoken_briefly, spoken_by

_OURS = "“The ferry went down far too fast for anybody to help,” said Jan Holm."
_THEIRS = "“The ferry went down far too fast for anybody to help,” said Ines Varga."


def _guessed(article: Article, speaker: str, cue: str | None = None) -> Article:
    first, *rest = article.quotations
    guess = replace(first, speaker=speaker, cue=cue, sure=False)
    return replace(article, quotations=(guess, *rest))


def _quoted(left: Article, right: Article) -> QuotationPair:
    (found,) = compare(left, right).quotations
    return found


def test_two_who_are_surely_read_are_told_as_two_speakers() -> None:
    found = _quoted(report(_OURS), report(_THEIRS))
    assert (found.speakers, found.same_speaker) == ("other", False)
    assert spoken_by(found) == "Jan Holm | Ines Varga"


def test_a_guessed_speaker_is_no_other_speaker_and_is_told_as_perhaps() -> None:
    bare = report("“The ferry went down far too fast for anybody to help.”")
    found = _quoted(_guessed(bare, "Bruce Holm"), report(_THEIRS))
    assert (found.left_sure, found.right_sure) == (False, True)
    assert (found.speakers, found.same_speaker) == (None, None)
    assert found.speaker == "Ines Varga"
    assert spoken_by(found) == spoken_briefly(found) == "perhaps Bruce Holm | Ines Varga"


def test_one_speaker_guessed_on_one_side_and_read_on_the_other_is_one() -> None:
    bare = report("“The ferry went down far too fast for anybody to help.”")
    found = _quoted(_guessed(bare, "Varga"), report(_THEIRS))
    assert found.same_speaker is True
    assert spoken_by(found) == "Ines Varga"


def test_who_is_surely_named_for_a_sentence_speaks_what_it_quotes_before_a_guess() -> None:
    found = _quoted(_guessed(report(_OURS), "Bruce Holm"), report(_THEIRS))
    assert (found.left_speaker, found.left_sure, found.left_cue) == ("Jan Holm", True, "said")


def test_a_side_that_names_nobody_is_left_out_only_where_there_is_little_room() -> None:
    bare = report("“The ferry went down far too fast for anybody to help.”")
    found = _quoted(bare, report(_THEIRS))
    assert spoken_by(found) == "not named | Ines Varga"
    assert spoken_briefly(found) == "Ines Varga"
