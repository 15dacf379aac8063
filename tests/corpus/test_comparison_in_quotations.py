"""Short sentences that stand in one quotation of both articles, and answers that deny nothing."""

from __future__ import annotations

from corpus.comparison import compare
from tests.corpus.reports import report


def test_a_question_of_one_word_faces_itself_in_a_quotation_of_both() -> None:
    said = "“Why? Quite simply, I knew that the ferry would never come back,” said Ines Varga."
    found = compare(
        report(f"The ferry Aurelia sank off Lindhavn.\n{said}"),
        report(f"{said}\nA search for the ferry Aurelia was called off on Sunday."),
    )
    why = next(s.i for s in found.left if s.text.startswith("“Why"))
    there = next(s.i for s in found.right if s.text.startswith("“Why"))
    assert any((why in a.left and there in a.right) for a in found.alignments)
    assert why not in found.only_left
    assert there not in found.only_right


def _negations(left: str, right: str) -> list[str]:
    found = compare(report(left), report(right))
    return [t.kind for d in found.word_differences for t in d.telling]


def test_a_no_that_answers_denies_nothing_of_what_comes_behind_it() -> None:
    said = "The child wasn't under attack, but all sorts of things could happen at the zoo then."
    assert _negations(said, f"So no, the {said.removeprefix('The ')}") == []
    assert _negations(said, said.replace("but all", "but not all")) == ["negation"]
