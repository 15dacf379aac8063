"""What is shown of sentences that may say the same, that are left open, that are set in."""

from __future__ import annotations

from dataclasses import replace

from shelf import ADDED, article

from corpus.article import Article
from corpus.comparison import compare
from corpus.comparison.facing import Nearest, Perhaps
from corpus.comparison.result import Comparison
from index.answers import Record
from tui.cli.comparison_html import as_html
from tui.cli.comparison_markdown import as_markdown
from tui.views.columns import SideBySide
from tui.views.in_common import in_common
from tui.views.lines import line_text
from tui.views.pairs import pair_rows
from tui.views.reasons import why
from tui.views.summing import alone, in_words

LEFT = article(
    "Ferry burns", ["A door burned.", "Gulls came in.", "Clocks were sold.", "It rained."]
)
RIGHT = article("Clocks", ["Nine cranes fell.", "Maps were lost.", "Bread rose."], outlet="B")


def record(one: Article) -> Record:
    return Record(one, None, ADDED, (one.id,))


def undecided(**more: object) -> Comparison:
    """A comparison in which left 1 and right 2 are perhaps the same, left 2 and 3 are open, and
    left 4 is set into its page."""
    bare = compare(LEFT, RIGHT)
    open_ones = [Nearest("left", n, 1, 0.2, 0.2, 0.1, unsure=True) for n in (1, 2, 3)]
    return replace(
        bare,
        alignments=(),
        only_left=(0,),
        only_right=(0, 1, 3),
        nearest=(*open_ones, Nearest("right", 2, 1, 0.3, 0.2, 0.3, unsure=True)),
        perhaps=(Perhaps(1, 2, 0.3, 0.3),),
        aside_left=(4,),
        **more,
    )


def test_only_a_pair_faces_and_what_is_open_or_set_in_stands_alone_and_is_counted_apart() -> None:
    rows = pair_rows(undecided())
    told = [(row.mark, row.left, row.right, row.folds) for row in rows if row.left]
    assert told == [
        ("<", (0,), (), False), ("?", (1,), (2,), False),
        ("<?", (2, 3), (), True), (".", (4,), (), True),
    ]  # fmt: skip
    assert (alone(rows), alone(rows, "open"), alone(rows, "aside")) == ((1, 3), (2, 0), (1, 0))
    said = in_words(undecided(), rows)
    assert "not matched: 1 on the left, 3 on the right (" in said
    assert "marked <? and ?>: 2 on the left, 0 on the right. Perhaps the same, marked ?: 1" in said


def test_the_empty_side_says_how_far_it_is_empty() -> None:
    both = SideBySide(undecided(), record(LEFT), record(RIGHT), width=120, folded=False)
    text = "\n".join(line_text(both.line(n)) for n in range(len(both.lines)))
    for page in (
        text,
        as_html(undecided(), record(LEFT), record(RIGHT), ""),
        as_markdown(undecided(), record(LEFT), record(RIGHT), ""),
    ):
        assert "nothing here surely says it" in page
        assert "set into the other page" in page


def test_what_folds_away_of_open_sentences_says_that_they_are_open() -> None:
    both = SideBySide(undecided(), record(LEFT), record(RIGHT), width=120)
    text = "\n".join(line_text(both.line(n)) for n in range(len(both.lines)))
    assert "+ 2 sentences left open: " in text
    assert "+ 1 sentence set into the page: " in text


def test_only_what_is_said_to_stand_alone_is_stepped_through_as_such() -> None:
    both = SideBySide(undecided(), record(LEFT), record(RIGHT), width=120, only="left")
    assert [row.left for row in both.rows] == [(0,)]


def test_the_reasons_tell_what_is_in_common_before_any_number() -> None:
    left = article("Storm", ["The Aurelia left Port Calder with 212 people and a cracked hull."])
    right = article("Gale", ["In Port Calder 212 people boarded the cracked Aurelia."], outlet="B")
    found = compare(left, right)
    (row,) = (row for row in pair_rows(found) if row.left == (1,) and row.right == (1,))
    said = " ".join(why(row, found))
    assert all(part in said for part in ("Both have the name", "Aurelia", "the figure 212"))
    assert said.index("212") < said.index("likely to say the same")


def test_names_figures_and_words_in_common_are_told_apart() -> None:
    said = in_common(["Yesterday Ines Varga saw 14 cranes."], ["14 cranes fell, Ines Varga said."])
    assert said == "the names Ines, Varga; the figure 14; the word cranes"
    assert (
        in_common(["Aurelia burns."], ["The Aurelia burned."]) == "the name Aurelia; the word burns"
    )
    assert in_common(["Gulls came."], ["Bread rose."]) == ""


def test_titles_that_share_few_words_are_not_marked_as_close() -> None:
    far = compare(article("Ferry burns", ["One."]), article("Clocks are sold", ["Two."]))
    near = compare(
        article("Ferry Aurelia burns off Port Calder", ["One."]),
        article("Port Calder: ferry Aurelia burns", ["Two."]),
    )
    same = compare(article("Ferry burns", ["One."]), article("FERRY BURNS", ["Two."]))
    assert [pair_rows(found)[0].mark for found in (far, near, same)] == ["<>", "~", "="]
