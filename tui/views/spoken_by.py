"""Who speaks what two articles quote, in words, with "perhaps" where the reading is not sure.

In go a pair of quotations or a `Paraphrase`, out come a few words for a status line, a table, the
reasons; all of them name a guessed speaker in one way.
"""

from __future__ import annotations

from corpus.comparison.result import Paraphrase, QuotationPair
from tui.views.lines import shown

NOT_NAMED = "not named"


def perhaps_named(name: str | None, *, sure: bool) -> str:
    """A speaker's name as it is shown: "Ines Varga", "perhaps the mayor", "not named"."""
    if not name:
        return NOT_NAMED
    return shown(name) if sure else f"perhaps {shown(name)}"


def spoken_by(pair: QuotationPair) -> str:
    """Who speaks a quotation of both sides: one name where both give one, else "left | right"."""
    left = perhaps_named(pair.left_speaker, sure=pair.left_sure)
    right = perhaps_named(pair.right_speaker, sure=pair.right_sure)
    if left == right:
        return left if pair.left_speaker else "speaker not named"
    if pair.same_speaker and (pair.left_sure or pair.right_sure):
        return left if pair.left_sure else right
    return f"{left} | {right}"


def spoken_briefly(pair: QuotationPair) -> str:
    """The same where there is little room: a side that names nobody is left out."""
    if pair.left_speaker and pair.right_speaker:
        return spoken_by(pair)
    sure = pair.left_sure if pair.left_speaker else pair.right_sure
    return perhaps_named(pair.left_speaker or pair.right_speaker, sure=sure)


def quoted_where(one: Paraphrase) -> str:
    """On which side words are quoted, and how the other has them, in a line."""
    other = "right" if one.quoted == "left" else "left"
    if one.told == "otherwise":
        return f"quoted on the {one.quoted}, reported on the other side"
    if one.told == "quoted_too":
        return f"the same words, quoted on the {other} too"
    return f"same words, not marked as a quotation on the {other}"


def quoted_and_told(one: Paraphrase) -> str:
    """The same in a sentence, with who speaks and how much of it the other side has."""
    other = "right" if one.quoted == "left" else "left"
    speaker = f" ({perhaps_named(one.speaker, sure=one.sure)})" if one.speaker else ""
    quoted = f"Quoted on the {one.quoted}{speaker}"
    if one.told == "quoted_too":
        return (
            f"{quoted}; the same words stand on the {other}, behind a mark that opens a quotation."
        )
    if one.told == "in_its_words":
        return f"{quoted}; the same words stand on the {other}, not marked as a quotation."
    return (
        f"{quoted}, reported in other words on the {other}: "
        f"{one.score:.0%} of the quotation's words stand there."
    )
