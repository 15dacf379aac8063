"""Where reported speech ends: before what its speaker says next, and not within what he said."""

from __future__ import annotations

import pytest

from corpus.quotations import quotations


def said(text: str) -> list[str]:
    return [q.text for q in quotations([("body", 0, text)]) if q.kind == "indirect"]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        (
            "Orlov pointed out that Aalto has a long record in boats, and attacked his plans.",
            "Aalto has a long record in boats",
        ),
        ("Orlov said that the quay is shut, and called on crews to wait.", "the quay is shut"),
        ("Orlov said that the boats were late, adding that it had rained.", "the boats were late"),
        (
            "Orlov reiterated that the boats were late, while complaining that nobody helped.",
            "the boats were late",
        ),
        (
            "Orlov acknowledged that the boats were late but cautioned against a new quay.",
            "the boats were late",
        ),
        (
            "Orlov acknowledges that the boats are late but says that nobody was harmed.",
            "the boats are late",
        ),
        (
            "Orlov argued that Aalto can win in the town and noted that he has friends there.",
            "Aalto can win in the town",
        ),
        ("Orlov said that the two towns made a vow (The Quill Post).", "the two towns made a vow"),
        (
            "The day before Orlov said that the vote was over, Aalto told a host the same.",
            "the vote was over",
        ),
    ],
)
def test_reported_speech_ends_before_what_its_speaker_says_next(text: str, clause: str) -> None:
    assert said(text) == [clause]


@pytest.mark.parametrize(
    "clause",
    [
        "the town had sold the boats, and blamed the crews for it",
        "the storm broke the quay, and pushed the boats ashore",
        "the boats are old but that they are safe",
        "the boats are old but the quay is safe",
        "the mayor came to the quay and warned that it would close",
        "the boats were kept (and mended) in the town",
    ],
)
def test_reported_speech_goes_on_where_its_own_subject_does(clause: str) -> None:
    assert said(f"Orlov acknowledged that {clause}.") == [clause]


@pytest.mark.parametrize(
    "text",
    [
        "They read it all and are finding some claims that do not add up at all.",
        "When a reporter asked if Orlov agrees that the town is lost, Aalto smiled.",
    ],
)
def test_nobody_says_what_is_only_asked_or_found(text: str) -> None:
    assert said(text) == []
