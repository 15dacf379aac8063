"""Where quotation marks open and close: one text comes in, the outermost quoted spans go out.

Straight, curly, low and angled marks, and single ones where they are no apostrophes. Marks
inside a quotation belong to it; a mark that is never closed is carried to the next paragraph
when that one opens with a mark again, and otherwise left alone or ended where the text ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.frozen import quickly_made

_TOKEN = re.compile(  # one set of signs comes first: the search runs from one to the next
    r"[\"“”„«»‟「」『』″‴`'‘’‚‹](?:(?<=[\"“”„«»‟「」『』″‴])|(?<=`)`|(?<=')'(?!')|(?<=[\w.,!?…]’)’(?!’)|"
    r"(?<=['‘‚‹])(?<![^\s(\[—–:/-].)(?=[^\s'’]))"
)
_SINGLE_CLOSE = re.compile(r"(?<=[^\s'‘(])['’›](?![\w])")
_CLOSED_SINGLY = re.compile(  # `"We wait for it,' Orlov said`, `"We wait,' said Orlov`
    r"[,.!?…](?P<close>['’]{1,2})(?=\s+(?:(?:he|she|[A-Z][\w.’'-]+)\s(?:[\w.’'-]+\s){0,3}?)?"
    r"(?:said|says|added|wrote|told|tweeted|asked)\b)"
)
_ENDED_SINGLY = re.compile(r"[.!?…](?P<close>['’]{1,2})(?=\s+[A-Z])")
_OPENED_SINGLY = re.compile(r"‘|(?<!\S)'")
_SET_APART = re.compile(r'\s[A-Z][^"“”\n]{20,600}[,.!?]"\s+(?:said|says|[A-Za-z. ]{2,40} said)\b')
"""Speech behind a mark with its blank on the wrong side: `the town." We are safe," said Orlov`."""
_NOT_OPENING = re.compile(
    r"['‘’](?:\d\ds?\b|(?:em|til|till|tis|twas|cause|bout|n|round|kay|nuff|cos|cuz)\b)", re.I
)
_OPENS_CLEARLY = frozenset("“„‟「『")
_CLOSES_CLEARLY = frozenset({"”", "」", "』", "’’", "‴"})
_BEFORE_OPEN = frozenset(" \t\n\r\u00a0([{—–-/:‘'\u2009\u202f")
_AFTER_CLOSE = frozenset(" \t\n\r\u00a0)]},.;:!?—–-/’'\u2009\u202f…")
_STOPS = frozenset(",.!?…;:—–-")
_INCHES = frozenset("″‴")
_OTHER_CLOSE = re.compile(r"[“”\"]")  # that may close what a single mark opened
_NESTED = 8  # marks open at one time; more are disorder, not speech


@quickly_made
@dataclass(frozen=True, slots=True)
class Marked:
    """A quoted span with its marks, and the span of the words inside them."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool
    carried: bool = False  # goes on from the paragraph before


def has_marks(text: str) -> bool:
    """Whether a text may hold quotation marks at all: the cheap test before the search."""
    return (
        '"' in text
        or "“" in text
        or "'" in text
        or "‘" in text
        or "«" in text
        or "„" in text
        or "”" in text
        or "»" in text
        or "``" in text
        or "″" in text
        or "「" in text
        or "『" in text
    )


def has_letters(words: str) -> bool:
    """Whether there is any letter in the words inside marks."""
    return words[:1].isalpha() or any(c.isalpha() for c in words)


def starts_with_mark(text: str) -> bool:
    """Whether a paragraph opens with a quotation mark, as continued speech does."""
    return text.lstrip()[:1] in ('"', "“", "„", "«", "‘", "'", "»", "″", "「", "『") and text != ""


def marked(text: str, *, carried: bool = False, continues: bool = False) -> list[Marked]:
    """The outermost quoted spans of a text, in order.

    `carried`: the paragraph before left a quotation open. `continues`: the next paragraph
    opens with a mark, so that one left open here may go on there.
    """
    spans: list[Marked] = []
    stack: list[tuple[int, int, str]] = []  # start, start of the words, mark
    inner: list[Marked] = []  # spans found inside the ones still open
    reached = none_before = 0
    for token in _TOKEN.finditer(text):
        at, mark = token.start(), token[0]
        if at < reached:
            continue
        if mark in "'‘‚‹":
            if stack:
                continue
            single, none_before = _single(text, at, none_before)
            if single is not None:
                spans.append(single)
                reached = single.end
            continue
        opening = _opens(text, at, mark, stack)
        if opening is None:
            continue
        if opening:
            if len(stack) < _NESTED:
                stack.append((at, token.end(), mark))
        elif stack:
            start, words, _ = stack.pop()
            found = Marked(start, token.end(), words, at, True)
            if stack:
                inner = [span for span in inner if span.start < start]
                inner.append(found)
            else:
                inner.clear()
                spans.append(found)
        elif carried and not spans and not inner and at > 0:
            spans.append(Marked(0, token.end(), 0, at, True, True))
    if stack:
        spans.extend(_unclosed(text, stack, inner, continues))
    return spans


def _opens(text: str, at: int, mark: str, stack: list[tuple[int, int, str]]) -> bool | None:
    """True for an opening mark, False for a closing one, None for no quotation mark."""
    top = stack[-1][2] if stack else ""
    if mark == "“" and top in ("„", "‚"):
        return False
    if mark in _INCHES and text[at - 1 : at].isdigit() and top not in _INCHES:
        return None
    if mark in _OPENS_CLEARLY:
        return not (
            top == "“" and not text[at + 1 : at + 2].strip() and text[at - 1 : at].strip() != ""
        )
    before = text[at - 1] if at else " "
    after_at = at + len(mark)
    after = text[after_at] if after_at < len(text) else " "
    if mark == "”":
        return not stack and before in _BEFORE_OPEN and after not in _AFTER_CLOSE
    if mark in _CLOSES_CLEARLY:
        return False
    if mark == "«":
        return top != "»"
    if mark == "»":
        return top != "«" and (top == "" and before in _BEFORE_OPEN and after != " ")
    if mark == "``":
        return True
    can_open = before in _BEFORE_OPEN and not after.isspace()
    can_close = after in _AFTER_CLOSE and not before.isspace()
    if can_open and not can_close:
        return True
    if can_close and not can_open:
        if not stack and before.isdigit():
            return None  # inches
        return not stack and before in ".!?" and _SET_APART.match(text, after_at) is not None
    if before.isspace() and after.isspace():
        return None if not stack else False
    return not stack


def _single(text: str, at: int, none_before: int) -> tuple[Marked | None, int]:
    """The span that a single mark opens, or None where it is an apostrophe.

    No closing mark stands between here and `none_before`; the second value extends that.
    """
    if _NOT_OPENING.match(text, at):
        return None, none_before
    found: re.Match[str] | None = None
    limit = min(len(text), at + 3000)
    for tries, close in enumerate(_SINGLE_CLOSE.finditer(text, max(at + 2, none_before), limit)):
        before = text[close.start() - 1]
        found = close
        if before in _STOPS or before.lower() != "s" or tries > 40:
            break
        if text[close.end() : close.end() + 1] not in (" ", "\u00a0"):
            break  # "...workers'," closes; "workers' rights" may not
        following = _SINGLE_CLOSE.search(text, close.end(), min(limit, close.end() + 120))
        if following is None:
            break
        between = text[close.end() : following.start()]
        if " '" in between or "‘" in between or ". " in between:
            break
    other = _OTHER_CLOSE.search(text, at + 2, limit if found is None else found.start())
    if other is not None and other[0] != "“" and text[other.start() - 1] in _STOPS:
        return Marked(at, other.end(), at + 1, other.start(), True), none_before
    if found is None:
        return None, max(none_before, limit - 1)
    return Marked(at, found.end(), at + 1, found.start(), True), none_before


def _unclosed(
    text: str, stack: list[tuple[int, int, str]], inner: list[Marked], continues: bool
) -> list[Marked]:
    """What becomes of marks that never close: carried on, ended sensibly, or left alone."""
    start, words, _ = stack[0]
    length = len(text.rstrip())
    inside = [span for span in inner if span.start > start]
    at_start = not text[:start].strip()
    introduced = text[:start].rstrip()[-1:] in (",", ":")
    if words >= length:
        return inside
    if not inside and len(stack) == 1:
        singly = _singly(text, words, length)
        if singly is not None:
            return [Marked(start, singly[1], words, singly[0], True)]
        if continues or at_start or introduced:
            return [Marked(start, length, words, length, False)]
        return []
    if len(stack) > 1 and not inside:  # a mark repeated where a paragraph once began
        last = stack[-1]
        if last[1] < length and (continues or at_start):
            return [
                Marked(start, length, words, length, False),
            ]
        return []
    first = inside[0].start
    head = text[words:first].rstrip()
    singly = _singly(text, words, first)
    if singly is not None and (at_start or introduced):
        return [Marked(start, singly[1], words, singly[0], True), *inside]
    if (at_start or introduced) and head[-1:] in (".", "!", "?", "…"):
        return [Marked(start, words + len(head), words, words + len(head), True), *inside]
    return inside


def _singly(text: str, words: int, upto: int) -> tuple[int, int] | None:
    """Where a single mark closes, for want of another, what a double one opened."""
    found = _CLOSED_SINGLY.search(text, words, upto) or _ENDED_SINGLY.search(text, words, upto)
    if found is None or _OPENED_SINGLY.search(text, words, found.start()) is not None:
        return None  # that is where another's words within them end
    return found.span("close")
