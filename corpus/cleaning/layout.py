"""Roles that need the lines around them: captions, subheads, pull quotes, repeats.

Blocks come in with the roles they say themselves and with the window of the article's text;
every block leaves with a role and a reason.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.cleaning import pictures
from corpus.cleaning.furniture import LINK
from corpus.cleaning.lines import Block
from corpus.text import fold
from corpus.words import STOP

_AT_A_WORDS_EDGE = re.compile(r"(?<!\w)'|'(?!\w)|\"")
_AROUND_QUOTATION = " \"“”'‘’«„».,"
_WORDS = re.compile(r"\w+")
_TOKENS = re.compile(r"\S+")
_ITEM = re.compile(r"[,;:()\d]")
_GLUED_LABEL = re.compile(r"['\"‘“]?[A-Z][^:/.]{2,60}[^\s:]:(?=[A-Z'\"‘“$])(?:\S+ ){2,}.*")
_SUBHEAD_WORDS = 14
_CUT = 10  # words from which a line that tells what somebody said is no subhead
_TELLS = re.compile(r"\b(?:said|told|added) (?:in|on|at|that|during|after)\b")
_SAYS = frozenset(
    "said says told tells added wrote asked is was are were has had will would can could".split()
)
_SAYING = re.compile(
    r"[\"“”»].{0,40}\b(?:said|says|told|added|asked|wrote)\b|\b(?:said|told|added)\b"
)
_ATTRIBUTED = re.compile(  # in single marks: 'We wait,' Orlov told the Quill. 'We have time.'
    r"[,.!?]['’] (?:[\w.’'-]+ ){1,6}?(?:said|says|told|added|wrote|tweeted)\b|"
    r"[,.!?]['’] (?:said|says|added|wrote|tweeted) "
)
CAPTION_WORDS = 60
_OPENING = 24  # characters of a line that are looked for before all of it
REACH = 100_000  # characters around a line in which it may stand again: all of nearly every
# article, while a text as long as a book takes time in proportion
REPEATED = 12  # words; a shorter sentence may well be said twice
CREDITED, CREDIT = 14, 12  # words of a repeated line with a credit, and of the credit at most
SCATTERED = 0.6  # of a pull quote's runs of words; "he added" between them breaks some
CAPITALS, MOST = (
    7,
    20,
)  # words; lines in capitals from there on were links in 57 of 60 (read by hand)
LINK_WORDS, CALL_WORDS = 5, 4  # of links in capitals, on a page with a call to click in capitals
MANY = 0.3  # of the lines around: so many lines in capitals are the text's own
AROUND = 40  # lines on each side in which subheads in capitals are looked for


def captions(blocks: Sequence[Block], *, titled: bool = False) -> None:
    """Doubled lines, lines that end in a picture credit, lines beside a credit.

    `titled`: the title is known from outside, so the first line may be a caption too.
    """
    texts = 0  # lines before this one that say nothing of themselves: the headline, first
    page_title = fold(blocks[0].text[:300]) if blocks else ""
    begun = False
    for at, block in enumerate(blocks):
        headline = not begun and not block.role and not titled
        begun = begun or not block.role
        texts += not block.role
        if block.role not in ("", "caption", "credit") or block.words > CAPTION_WORDS:
            continue
        if headline or (
            at and not titled and block.words >= 3 and page_title.startswith(fold(block.text))
        ):
            continue  # the first line of a text, and what the page is called, is no caption
        glued = pictures.glued_credit(block.text)
        if block.role == "credit" and not (glued and " " in block.text[: glued.start()]):
            continue
        after = blocks[at + 1] if at + 1 < len(blocks) else None
        before = blocks[at - 1] if at else None
        if after is not None and after.text == block.text and (block.words >= 4):
            if block.words >= 5 or not after.after_gap:
                block.give("caption", "stands twice, as captions do")
                after.give("caption", "repeats the caption before it")
            continue
        if block.role == "caption":
            continue
        if glued and glued.start() > 2:
            block.give("caption", "a picture credit is glued to its end")
            if before is not None and not before.role and not before.ends and not block.after_gap:
                before.give("caption", "describes the picture above its caption")
        elif _beside_credit(block, before, after) and not (texts == 2 and _sums_up(block)):
            block.give("caption", "stands beside a picture credit")
        elif pictures.ends_in_credit(block.text) and _picture_like(block):
            block.give("caption", "ends in a picture credit")
        elif (
            (not block.ends and block.words >= 5) or pictures.ends_in_date(block.text)
        ) and pictures.describes_a_picture(block.text):
            block.give("caption", "says who is where in a picture")


def _sums_up(block: Block) -> bool:
    """The line below the headline: a standfirst though a picture credit follows it."""
    return block.words >= 9 and not pictures.describes_a_picture(block.text)


def _beside_credit(block: Block, before: Block | None, after: Block | None) -> bool:
    if after is None or after.role != "credit" or after.after_gap or "picture" not in after.why:
        return False
    if before is not None and before.role == "" and not block.after_gap and before.prose:
        return False
    return not block.ends or pictures.describes_a_picture(block.text)


def _picture_like(block: Block) -> bool:
    if block.text[0] in "\"“'‘«„" or block.words > 50:
        return False
    if block.text.count(". ") > 2:
        return False
    return not _SAYING.search(block.text)


def repeats(blocks: Sequence[Block]) -> None:
    """Pull quotes and lines that stand a second time: nothing is counted twice."""
    texts = [block.text if not block.role else "" for block in blocks]
    whole = "\n".join(texts)
    at = 0
    first_time: dict[str, int] = {}
    for block, text in zip(blocks, texts, strict=True):
        start, at = at, at + len(text) + 1
        if not text or block.words < 5 or block.words > 90:
            continue
        quoted = _only_quotation(text)
        if block.words < 8 and not quoted:
            continue
        if text in first_time:
            if block.words >= REPEATED:
                block.give("noise", f"repeats line {first_time[text]}")
            continue
        first_time[text] = block.number
        core = text.strip(_AROUND_QUOTATION)
        if block.words > 60 or not core:
            continue
        if _stands(core, whole, max(0, start - REACH), start) or _stands(
            core, whole, at, at + REACH
        ):
            again = not quoted and block.ends and _only_in_captions(core, block, blocks)
            if whole.count(text) == 1 and not again:
                block.give("pullquote", "repeats words of the text, standing alone")
        elif quoted:
            known = _runs_found_twice(core, whole[max(0, start - REACH) : at + REACH])
            parts = [
                _bare(other)
                for other in texts
                if other != text and any(run in other for run in known)
            ]
            if _scattered(_bare(text), parts):
                block.give("pullquote", "repeats a quotation of the text, standing alone")
        elif not block.ends and block.words >= CREDITED:
            around = whole[max(0, start - REACH) : start], whole[at : at + REACH]
            repeated = max(_repeated(text, other) for other in around)
            if repeated and _is_credit(text[repeated:]):
                block.give("pullquote", "repeats words of the text, with a credit behind them")


def _is_credit(text: str) -> bool:
    """Whether what stands behind repeated words is who said them: "Lena Orlova, Veldau Council"."""
    words = text.split()
    if not 0 < len(words) <= CREDIT or "(@" in text or words[0].lower().strip(",.") in STOP:
        return False
    if not any(word[0].isalnum() for word in words) or any(w in _SAYS for w in words):
        return False
    return all(word[0].isupper() or not word[0].isalnum() for word in words[:2])


def _repeated(text: str, other: str) -> int:
    """How many characters of a line's beginning stand in another text, where they are words enough;
    else 0."""
    ends = [word.end() for word in _TOKENS.finditer(text)]
    if len(ends) <= REPEATED or not _stands(text[: ends[REPEATED - 1]], other, 0, len(other)):
        return 0
    most, least = len(ends), REPEATED  # the beginnings that may stand, and do
    while most - least > 1:
        half = (most + least) // 2
        if _stands(text[: ends[half - 1]], other, 0, len(other)):
            least = half
        else:
            most = half
    return ends[least - 1]


def _only_in_captions(core: str, own: Block, blocks: Sequence[Block]) -> bool:
    """Whether a whole sentence stands again only inside lines without a full stop, as captions
    are: then it is the text, and they repeat it."""
    holders = [b for b in blocks if b is not own and not b.role and core in b.text]
    return bool(holders) and not any(b.ends or b.prose for b in holders)


def _stands(words: str, text: str, start: int, end: int) -> bool:
    """Whether words stand in a part of a text; their opening is sought first, which is faster."""
    at = text.find(words[:_OPENING], start, end)
    return at >= 0 and text.find(words, at, end) >= 0


def _only_quotation(text: str) -> bool:
    """One quotation from end to end, without "he said" in it."""
    bare = text.rstrip(". ")
    if text[0] not in "\"“'‘«„»" or bare[-1:] not in "\"”'’»“«":
        return False
    return not any(mark in bare[1:-1] for mark in '"“”«»') and _ATTRIBUTED.search(bare) is None


def _runs_found_twice(core: str, whole: str) -> list[str]:
    """Three words of a quotation that stand in the text once more as they are."""
    words = core.split()
    runs = (" ".join(words[at : at + 3]) for at in range(0, max(1, len(words) - 2), 3))
    return [run for run in runs if whole.find(run, whole.find(run) + 1) >= 0]


def _bare(text: str) -> str:
    """The words of a text, folded, without quotation marks."""
    inner = _AT_A_WORDS_EDGE.sub(" ", fold(text)).replace("'", "")
    return " ".join(_WORDS.findall(inner))


def _scattered(text: str, texts: Sequence[str]) -> bool:
    """Its runs of four words stand in one other block, perhaps parted by "he added"."""
    own = text.split()
    runs = [" ".join(own[i : i + 4]) for i in range(len(own) - 3)]
    if not runs:
        return False
    probes = (runs[0], runs[len(runs) // 2], runs[-1])
    return any(
        any(probe in other for probe in probes)
        and other != text
        and sum(run in other for run in runs) >= SCATTERED * len(runs)
        for other in texts
    )


def settle_text(blocks: Sequence[Block], first: int, last: int, *, crowded: bool) -> None:
    """Body, subheads and lists inside the article's text."""
    at = first
    while at <= last:
        block = blocks[at]
        if block.role:
            at += 1
            continue
        if not _short(block):
            if (
                block.text.isupper()
                and first < at < last
                and _headline_in_capitals(block, blocks[max(0, at - AROUND) : at + AROUND])
            ):
                block.give("related", "a headline in capitals between paragraphs")
            else:
                block.give("body", "text of the article")
            at += 1
            continue
        run = at
        while run <= last and not blocks[run].role and _short(blocks[run]):
            run += 1
        _settle_run(blocks, at, run, first, last, crowded=crowded)
        at = run


def _short(block: Block) -> bool:
    return not block.prose and not block.ends and block.words <= 20


def _settle_run(
    blocks: Sequence[Block], begin: int, end: int, first: int, last: int, *, crowded: bool
) -> None:
    run = blocks[begin:end]
    if len(run) <= 2:
        for block in run:
            if begin > first and end <= last and _GLUED_LABEL.fullmatch(block.text):
                block.give("related", "a headline glued to its label")
            elif (
                begin > first
                and end <= last
                and _headline_in_capitals(block, blocks[max(0, begin - AROUND) : end + AROUND])
            ):
                block.give("related", "a headline in capitals between paragraphs")
            elif _may_be_subhead(block) and (begin > first or block.heading) and end <= last:
                block.give("subhead", "a short line without a full stop between paragraphs")
            else:
                block.give("body", "text of the article")
        return
    links = crowded and _are_links(run)
    headings = sum(block.heading > 0 for block in run) == len(run)
    for block in run:
        if (
            begin > first
            and end <= last
            and block.text.isupper()
            and _headline_in_capitals(block, blocks[max(0, begin - AROUND) : end + AROUND])
        ):
            block.give("related", "a headline in capitals between paragraphs")
        elif crowded and headings:
            block.give("related", "headlines of other articles, one after the other")
        elif block.heading:
            block.give("subhead", "a heading between paragraphs")
        elif links:
            block.give("related", "a list of links inside the text")
        else:
            block.give("body", "text of the article")


def _headline_in_capitals(block: Block, blocks: Sequence[Block]) -> bool:
    """Another article's headline, where the text around has no short subheads in capitals.

    A page that calls to click in capitals has its links in capitals, short ones and questions too.
    """
    if block.words < LINK_WORDS or not block.text.isupper():
        return False
    pointed = any(b.why == LINK and b.text.isupper() and b.words >= CALL_WORDS for b in blocks)
    own = [b for b in blocks if b.role in ("", "subhead", "body") and b.text.isupper()]
    if pointed:
        return (
            block.text[0] not in "0123456789"
            and block.text[-1] != "…"
            and len(own) < MANY * len(blocks)
        )
    asked = block.text[-1] == "?"
    if not CAPITALS <= block.words <= MOST or not block.text[0].isalpha() or asked:
        return False  # said by somebody, numbered, or asked: its own subhead
    short = sum(2 <= b.words < CAPITALS for b in own)
    return 2 * short < len(own) and len(own) < MANY * len(blocks)


def _are_links(run: Sequence[Block]) -> bool:
    """Headlines of other articles rather than the items of a list."""
    titles = sum(block.title_case for block in run)
    items = sum(_ITEM.search(block.text) is not None for block in run)
    words = sum(block.words for block in run)
    return titles > 0.6 * len(run) and items <= 0.2 * len(run) and words >= 5 * len(run)


def _may_be_subhead(block: Block) -> bool:
    text = block.text
    if block.heading:
        return True
    if block.words > _SUBHEAD_WORDS or text[0].islower() or text[-1] in ",;:-–—•":
        return False
    if block.words >= _CUT and _TELLS.search(text) is not None:
        return False  # a sentence whose end is lost
    return text[0] not in "-–—•*·" and any(c.isalpha() for c in text)


def settle_short_questions(blocks: Sequence[Block], first: int, last: int) -> None:
    """A question of a few words alone between two paragraphs is a subhead."""
    for at in range(first + 1, last):
        block = blocks[at]
        if block.role or not block.ends or block.words > 8 or block.text[-1] not in "?!":
            continue
        before, after = blocks[at - 1], blocks[at + 1]
        if block.after_gap and after.after_gap and before.prose and after.prose:
            block.give("subhead", "a short question between paragraphs")
