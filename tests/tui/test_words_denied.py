"""The reader says of words that are only given as denied that they are."""

from __future__ import annotations

from dataclasses import replace

from shelf import FERRY_MERIDIAN

from tui.views.fitting import told
from tui.views.lenses import WORDS_DENIED, quotation_said
from tui.views.why_quoted import how_known

SAID = replace(FERRY_MERIDIAN.quotations[0], speaker="Ines Varga", cue="denied", sure=True)


def test_the_status_line_tells_words_that_are_denied() -> None:
    said = told(quotation_said(SAID, 0, None, denied=True))
    assert said == f"Ines Varga, {SAID.kind}, sure, {WORDS_DENIED}, “denied”"
    assert WORDS_DENIED not in told(quotation_said(SAID, 0, None))


def test_why_they_are_marked_says_that_nobody_spoke_them() -> None:
    assert "as denied" in how_known(SAID, denied=True)
    assert how_known(SAID) == "“denied” names who speaks."
