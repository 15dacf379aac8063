"""The marks between two columns: what each looks like, how grave it is, and what it is called.

All of them are ASCII, two characters at most, so that every terminal and every font has them
and a person without colours sees the same as one with them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from corpus.comparison.facing import Alignment
from corpus.comparison.result import (
    ChangeKind,
    Comparison,
    FigureRelation,
    QuotationPair,
    QuotationRelation,
    Telling,
)
from tui.views.lines import counted


class Mark(NamedTuple):
    """A mark: its signs, its gravity, what it says, and the style that colours it."""

    signs: str
    gravity: int
    label: str
    style: str = "dim"


GRAVE = 4
"""From this gravity on a row counts as a difference."""

QUOTATION_MARKS: dict[QuotationRelation, Mark] = {
    "identical": Mark('"', 3, "the same quotation", "quotation"),
    "minor": Mark('"', 3, "the same quotation, written a little differently", "quotation"),
    "trimmed_left": Mark('-"', 7, "quotation trimmed on the left", "relation"),
    "trimmed_right": Mark('"-', 7, "quotation trimmed on the right", "relation"),
    "overlap": Mark('"/', 6, "quotations overlap", "relation"),
    "spliced": Mark('"+', 7, "quotation put together from two places", "relation"),
    "altered": Mark('"!', 9, "quotation altered", "relation"),
}
OTHER_SPEAKER = Mark('"@', 8, "same words, other speaker", "relation")
SPEAKER_OPEN = Mark('"?', 3, "the same quotation, speaker differs?", "quotation")
FIGURE_MARKS: dict[FigureRelation, Mark] = {
    "agree": Mark("~", 2, "figures agree"),
    "approximate": Mark("~=", 3, "figures agree roughly"),
    "differ": Mark("!=", 8, "figures may conflict", "relation"),
}
CHANGE_MARKS: dict[ChangeKind, Mark] = {
    "added": Mark("+", 4, "added in the later version", "relation"),
    "dropped": Mark("-", 4, "dropped in the later version", "relation"),
    "changed": Mark("~", 5, "changed in the later version", "relation"),
    "moved": Mark("=", 1, "moved to another place"),
}
SAME = Mark("=", 1, "nearly the same words")
OTHERWISE = Mark("=!", 7, "in one word that matters, or one day, they part", "relation")
OPPOSED = Mark("~!", 7, "close in words, and one says the opposite or another time", "relation")
REWORDED = Mark("~", 2, "close in words")
SHARED = Mark("#", 1, "word for word the same text")
PARAPHRASE = Mark('"~', 3, "quoted on one side, reported in other words on the other", "quotation")
IN_ITS_WORDS = Mark('"=', 3, "the same words, quoted on one side only", "quotation")
QUOTED_TOO = Mark('"', 3, "the same words, quoted on both sides", "quotation")
TELLINGS: dict[Telling, Mark] = {
    "otherwise": PARAPHRASE, "in_its_words": IN_ITS_WORDS, "quoted_too": QUOTED_TOO,
}  # fmt: skip
CLAIM = Mark("!^", 5, "not found in the body below it", "relation")
UNSURE = Mark("?", 1, "perhaps the same, at least in part")
OPEN_LEFT = Mark("<?", 0, "open: nothing on the right surely says the same")
OPEN_RIGHT = Mark("?>", 0, "open: nothing on the left surely says the same")
ASIDE = Mark(".", 0, "set into the page: a post, a credit, a note")
TITLES_APART = Mark("<>", 1, "the two titles: few words in common")
ONLY_LEFT = Mark("<", 0, "not matched on the left", "strong")
ONLY_RIGHT = Mark(">", 0, "not matched on the right", "strong")
FACING = Mark("~", 1, "both count or quote the same")

ALIGNED: Mapping[str, Mark] = {"same": SAME, "reworded": REWORDED}

UNMATCHED = (
    "no sentence of the other side is close in words; about one in fifteen stands there in quite "
    "other ones"
)
"""What a sentence that faces nothing is, and how often that is wrong: of those called so in pairs
that two labellers marked .935 stood on one side only."""
LEGEND: tuple[tuple[str, str], ...] = (
    ("=", "nearly the same words"),
    ("~", "close in words"),
    ("#", "word for word the same text, outside quotations: no word differs"),
    ("=!", "facing sentences that part in a name, a day, a negation, a unit or the like"),
    ("~!", "close in words, or perhaps the same: one denies it, says the opposite or another time"),
    ("!=", "figures may conflict"),
    ("~=", "figures agree roughly"),
    ('"', "the same quotation"),
    ('"@ "?', "same words, other speaker; speaker perhaps another"),
    ('-" "-', "quotation trimmed on the left, on the right"),
    ('"/ "+', "quotations overlap; put together from two places"),
    ('"!', "quotation altered: a negation or a word of weight is otherwise"),
    ('"~', "quoted on one side, reported in other words on the other"),
    ('"=', "the same words, quoted on one side and not marked as a quotation on the other"),
    ("!^", "a headline or standfirst says what its own body was not found to say"),
    ("< >", "not matched on the left, on the right: nothing on the other side is close in words"),
    ("?", "perhaps the same, at least in part: look at both"),
    ("<? ?>", "left open: nothing on the other side surely says it, and it may be there"),
    (".", "set into the page: a post, a credit, a note; it faces nothing and is not counted"),
    ("<>", "two titles that have few words in common"),
)
VERSION_LEGEND: tuple[tuple[str, str], ...] = (
    ("+ -", "added, dropped in the later version"),
    ("~", "changed in the later version"),
    ("=", "unchanged, or moved to another place"),
)


def aligned_label(found: Alignment) -> str:
    """What is said of sentences that face each other: "close in words, a part of the left"."""
    label = ALIGNED[found.relation].label
    return f"{label}, a part of the {found.part_of}" if found.part_of else label


def legend(comparison: Comparison) -> tuple[tuple[str, str], ...]:
    """The marks that a comparison can show, each with what it says."""
    return VERSION_LEGEND if comparison.revision is not None else LEGEND


def quotation_mark(pair: QuotationPair) -> Mark:
    """The mark of a quotation that both sides carry: what was changed, or else who says it."""
    mark = QUOTATION_MARKS[pair.relation]
    if mark.gravity >= GRAVE:
        return mark
    return {"other": OTHER_SPEAKER, "perhaps": SPEAKER_OPEN}.get(pair.speakers or "", mark)


def quoted_on(pair: QuotationPair) -> str:
    """Which side cut what was altered, too, and which quotes sentences more in one go, that the
    other has nowhere; often empty.

    >>> # "also trimmed on the left; the right quotes 2 sentences more"
    """
    cut = [side for side, is_cut in (("left", pair.left_cut), ("right", pair.right_cut)) if is_cut]
    trimmed = [f"also trimmed on the {' and the '.join(cut)}"] if cut else []
    sides = (("left", pair.left_more), ("right", pair.right_more))
    said = [
        f"the {side} quotes {counted(number, 'sentence')} more" for side, number in sides if number
    ]
    return "; ".join((*trimmed, ", ".join(said))) if said else "".join(trimmed)
