"""Who speaks where another name, a place or a noun stands nearer to the verb than he does."""

from __future__ import annotations

import pytest

from corpus.quotations import quotations


def told(*paragraphs: str) -> list[tuple[str | None, bool]]:
    found = quotations([("body", n, p) for n, p in enumerate(paragraphs)])
    return [(q.speaker, q.sure) for q in found]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Moss took up remarks by Sen. Lena Orlova (N) who, when asked by the Post on Monday "
            "whether it was late, replied, “Yes.”",
            "Lena Orlova",
        ),
        (
            "The senior spokesman for Aalto’s last campaign who later worked for the Port Board "
            "added that “it is a hard year for all of us.”",
            "senior spokesman",
        ),
        (
            "The spokesman for the town’s harbour department, Lena Orlova, said the quay would "
            "open “within hours.”",
            "Lena Orlova",
        ),
        (
            "The spokesman for the chancellor, Lena Orlova, said the quay would open “in hours.”",
            "spokesman for Lena Orlova",
        ),
        (
            "In a letter, Lena Orlova of Aldmere, Norland said that the vote was a protest.",
            "Lena Orlova",
        ),
        (
            "“Nobody wants to open it again,” a rower from an island town told the Post.",
            "rower from an island town",
        ),
        (
            "Orlova was asked about Juha Aalto's statement at a hearing asking “what difference” "
            "it makes.",
            "Juha Aalto",
        ),
        (
            "Lena Orlova called Aalto’s continued work on the quay “a deep sorrow” in a note.",
            "Lena Orlova",
        ),
    ],
)
def test_who_speaks_is_not_who_or_what_only_stands_nearer(text: str, speaker: str) -> None:
    assert told(text)[-1][0] == speaker


def test_whom_somebody_speaks_of_says_nothing_surely() -> None:
    text = (
        "They named William Orlov, the Quill chief in Aldmere whom the Board concluded was “a "
        "wretch of a man.”"
    )
    assert ("William Orlov", True) not in told(text)


def test_he_behind_the_words_is_who_leads_up_to_them() -> None:
    paragraphs = (
        "Ed Moss was sad. “We wait for the tide,” Moss said.",
        "Keith Orlov, the mayor, was no happier: “When it is late, it is late,” he told the Post.",
    )
    assert told(*paragraphs)[-1] == ("Keith Orlov", True)


def test_a_nickname_between_two_names_is_not_surely_said() -> None:
    assert told("Lena Orlova said that Charles “Tex” Aalto was late.") != [("Lena Orlova", True)]


def test_claims_that_somebody_answers_are_a_noun() -> None:
    assert told("Orlova came to answer to Norish claims that the boats were late.") == []


def test_a_person_with_two_given_names_in_the_title_keeps_both() -> None:
    texts = [
        ("title", 0, "Lena Anna Orlova waits"),
        ("body", 0, "“We wait for the tide,” Orlova said."),
    ]
    assert [q.speaker for q in quotations(texts)] == ["Lena Anna Orlova"]  # type: ignore[arg-type]
