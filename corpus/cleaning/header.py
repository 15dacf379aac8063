"""Which line is the title, and what stands between it and the article's text.

The blocks before the text (and the first of the text) come in with the roles that they say
themselves; the title is chosen, then standfirst, bylines and labels around it settle.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus import agencies
from corpus.cleaning.furniture import LINK
from corpus.cleaning.lines import Block
from corpus.cleaning.pictures import ends_in_credit
from corpus.cleaning.posts import is_signature
from corpus.dates import find_dates
from corpus.outlets import known, looks_like_an_outlet
from corpus.text import fold

LONGEST_TITLE = 40  # words
SENTENCE = 12  # words of a sentence that is text wherever it stands
LABEL_WORDS = 4  # a shorter line between title and byline names a section, seldom sums up
DATE_AHEAD = 25  # characters before the day in a line that says when
_SIGNED = re.compile(r"(?i:submitted|posted|published|written|updated) (?:by|on|at) .{0,80}$")
_PARTED = re.compile(r" [|•·] ")
_RUN = re.compile(r"\w+")
_WORD = re.compile(r"[^\W\d_]{4,}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}")
_SUFFIX = re.compile(r"\s+(?:[|–—•·»:]|-{1,2})\s+")
_NAME = re.compile(
    r"(?:(?:Dr|Prof|Sir|Lord)\.? )?[A-ZÀ-Þ][\w'’.\-]+(?: (?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][\w'’\-]+|de|la|van|"
    r"von|der|den|bin|al|el|da|dos)){1,3}(?:(?:,| and|, and| &| und| et| y) [A-ZÀ-Þ][\w'’.\-]+"
    r"(?: (?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][\w'’\-]+)){1,3}){0,5}"
)
_NO_NAMES = frozenset(
    "In On At For From With After Before As By How Why What Who When Where The A An To Is Are Was "
    "Will Can Could Should Does Do Did Has Have No Not New More".split()
)
_SHARING = frozenset(("Facebook", "Twitter", "Instagram", "WhatsApp", "YouTube", "Email", "Print"))
_JOB = re.compile(
    r"\b(?:correspondent|reporter|writer|editor|columnist|contributor|staff|bureau|newsroom|"
    r"analyst|opinion|special to|for the|news desk|producer|korrespondent|redaktion)\b",
    re.I,
)


def anchors(blocks: Sequence[Block]) -> list[int]:
    """Where a dumped page repeats its own title (its first line): above the article, perhaps."""
    if len(blocks) < 8:
        return []
    own = _core(blocks[0].text)
    if len(own) < 12:
        return []
    found = []
    for at in range(2, len(blocks) - 1):
        if 3 <= blocks[at].words <= LONGEST_TITLE and _may_be(blocks[at].text, own):
            core = _core(blocks[at].text)
            if core == own or (own.startswith(core + " ") and len(core) > 0.4 * len(own)):
                found.append(at)
    return found


def find_title(
    blocks: Sequence[Block], first: int, *, stated: str | None, crowded: bool
) -> int | None:
    """The index of the block that is the title; None where no line can be trusted to be it."""
    if stated:
        return _repeated(blocks, first, stated)
    above = [at for at in anchors(blocks) if at <= first and not blocks[at].role]
    if above:
        return above[-1]
    candidates = [
        at
        for at in range(min(first + 1, len(blocks)))
        if _may_be_title(blocks[at], before_text=at < first, followed=at + 1 < len(blocks))
    ]
    headings = [at for at in candidates if blocks[at].heading == 1]
    if len(headings) == 1:
        return headings[0]
    if not candidates:
        return _above_date(blocks, first)
    text_words = _words(" ".join(block.text[:600] for block in blocks[first : first + 8]))
    if not crowded:
        return _quiet_title(blocks, candidates, first, text_words)
    scored = [(_score(blocks, at, candidates, first, text_words), at) for at in candidates]
    best, at = max(scored)
    return at if best > 1.0 else None


def _quiet_title(
    blocks: Sequence[Block], candidates: Sequence[int], first: int, text_words: set[str]
) -> int | None:
    """The title of a text without menus: the first line, unless it is a masthead or a label."""
    strong = [at for at in candidates if _strong(blocks[at])]
    for at in strong[1:]:
        if _is_site_form(blocks[strong[0]].text, blocks[at].text):
            return at
    if len(candidates) == 1:
        return candidates[0]
    best, title = 0.0, None
    headlines = (at for at in candidates if not looks_like_an_outlet(blocks[at].text))
    below = next(headlines, candidates[0])
    for rank, at in enumerate(candidates):
        block = blocks[at]
        words = _words(block.text)
        score = 1.0 - 0.4 * rank + (0.0 if at in strong else -1.2)
        score += 2.0 * min(1.0, len(words & text_words) / max(3, len(words)))
        score += 0.5 if block.words >= 4 else 0.0
        if looks_like_an_outlet(block.text):
            score -= 2.5
        if block.ends and block.text[-1] == ".":
            score -= 0.5
        if any(c in block.text for c in "|>»•") or block.text.count(" / ") > 0:
            score -= 1.0
        if _signed_below(blocks, at, first):
            score += 1.5
        above = blocks[candidates[rank - 1]] if rank else None
        if above and at - 1 == candidates[rank - 1] and 4 <= above.words < block.words:
            score -= 1.0 if _words(above.text) & text_words else 0.0  # a standfirst, rather
        if any(b.role in ("byline", "date") for b in blocks[below + 1 : at]):
            score -= 1.0
        if title is None or score > best:
            best, title = score, at
    return title if best > 0 else (strong[0] if strong else None)


def _signed_below(blocks: Sequence[Block], at: int, first: int) -> bool:
    """A byline or date follows, with at most a standfirst or a credit between."""
    between = 0
    for block in blocks[at + 1 : first + 1]:
        if block.role in ("byline", "date"):
            return True
        if block.role not in ("credit", "caption"):
            between += 1
        if between > 1 or (not block.role and block.words < blocks[at].words):
            return False
    return False


def _above_date(blocks: Sequence[Block], first: int) -> int | None:
    """The line right above a byline or date, though it looks like a sentence or a link."""
    for at in range(min(first + 1, len(blocks) - 1)):
        block = blocks[at]
        likely = not block.role or (block.why == LINK and ":" not in block.text)
        if likely and 3 <= block.words <= 25 and blocks[at + 1].role in ("byline", "date"):
            return at
    return None


def _may_be_title(block: Block, *, before_text: bool, followed: bool) -> bool:
    if block.role or block.words > LONGEST_TITLE or len(block.text) > 300:
        return False
    if before_text:
        return block.words >= 2 or not block.text.isascii()
    closing = block.text.rstrip("\"'”’»)")[-1:]
    if block.text.endswith(("...", "…")):
        return followed and block.words <= 25
    return followed and block.words <= 25 and not (closing in ".。" and block.words > 4)


def _strong(block: Block) -> bool:
    if block.heading:
        return True
    enough = block.words >= 3 or (not block.text.isascii() and len(block.text) >= 6)
    closing = block.text[-1]
    return enough and closing not in ":,;" and not block.text[0].islower()


def _repeated(blocks: Sequence[Block], first: int, stated: str) -> int | None:
    wanted = _core(stated)
    if not wanted:
        return None
    for at in range(min(first + 2, len(blocks))):
        block = blocks[at]
        if (
            block.role in ("", "caption")
            and block.words <= LONGEST_TITLE
            and _has_core(block.text, wanted)
        ):
            return at
    return None


def _core(text: str) -> str:
    return " ".join(_RUN.findall(fold(text)))


def _has_core(text: str, core: str) -> bool:
    """Whether a line's core is this one."""
    return _may_be(text, core) and _core(text) == core


def _may_be(text: str, core: str) -> bool:
    """The cheap test whether a line's core may be this one: it begins alike."""
    begins = text[:2] if text[1:2].isalnum() else text[:1]
    return not begins.isascii() or not begins.isalnum() or core.startswith(begins.lower())


def _is_site_form(page_title: str, heading: str) -> bool:
    """The first line of a dumped page: the title, a mark, and the site's name."""
    if len(page_title) <= len(heading) + 2 or not page_title.startswith(heading):
        return False
    return _SUFFIX.match(page_title, len(heading)) is not None


def without_site(block: Block) -> str | None:
    """The site's name that follows a headline after a bar or dash, taken off the block."""
    parts = list(_SUFFIX.finditer(block.text))
    if not parts:
        return None
    site = block.text[parts[-1].end() :].strip()
    left = block.text[: parts[-1].start()]
    bar = "|" in parts[-1][0]
    if len(left.split()) < 4 or len(site.split()) > (4 if bar else 3) or not site[:1].isupper():
        return None
    if any(word[0].islower() for word in site.split()) or any(c.isdigit() for c in site):
        return None
    block.text, block.end = left, block.start + len(left)
    return site


def site_suffix(page_title: str, title: str) -> str | None:
    """The site's name after the title in the first line of a dumped page, if it stands there."""
    if not _is_site_form(page_title, title):
        return None
    return _SUFFIX.split(page_title[len(title) :])[-1].strip() or None


def _words(text: str) -> set[str]:
    return set(_WORD.findall(fold(text)))


def _score(
    blocks: Sequence[Block], at: int, candidates: Sequence[int], first: int, text_words: set[str]
) -> float:
    block = blocks[at]
    words = _words(block.text)
    shared = len(words & text_words)
    score = 3.0 * shared / max(3, len(words)) + min(shared, 5) * 0.4
    core = _core(block.text)
    for other in candidates:
        if other != at and blocks[other].words >= 3:
            if core and _has_core(blocks[other].text, core):
                score += 0.6 if other > at else 0.8
            elif _is_site_form(blocks[other].text, block.text):
                score += 2.0
            elif _is_site_form(block.text, blocks[other].text):
                score -= 2.0
    if block.heading == 1 or block.tag == "h1":
        score += 2.0
    if not _strong(block):
        score -= 1.0
    if block.words < 4:
        score -= 0.7
    if (block.ends and block.text[-1] == ".") or block.text[0] in '"“':
        score -= 1.2
    before = blocks[at - 1] if at else None
    if before and at - 1 in candidates and 4 <= before.words < block.words and _strong(before):
        score -= 1.2  # a standfirst below its headline
    return score - min(2.0, 0.08 * (first - at))


def settle_header(blocks: Sequence[Block], title: int | None, first: int, *, keep: bool) -> None:
    """Roles of the lines before the text: labels, repeated titles, names, what else there is.

    `keep`: without a title or a menu before them, odd lines stay part of the text.
    """
    core = _core(blocks[title].text) if title is not None else None
    for at in range(first):
        block = blocks[at]
        if block.role or at == title:
            continue
        if core and _has_core(block.text, core):
            block.give("noise", "repeats the title")
        elif title is not None and at < title:
            if _is_site_form(block.text, blocks[title].text):
                block.give("noise", "title of the page with the site's name")
            elif keep and block.words >= SENTENCE and not block.title_case:
                _settle_above_title(block, at, title)
            else:
                block.give("noise", "stands above the title")
        elif is_signature(block.text):
            block.give("body", "says who wrote the post above")
        elif title is not None and block.words <= 20 and find_dates(block.text):
            block.give("date", "a line with a day under the title")
        elif (title is None or at <= title + 6) and at >= first - 8 and _is_name(block):
            block.give("byline", "a name between title and text")
        elif title is not None and _right_below(blocks, title, at) and _may_be_standfirst(block):
            block.give("standfirst", "sums up the article under its title")
        elif not keep:
            block.give("noise", "a label between title and text")


def _settle_above_title(block: Block, at: int, title: int) -> None:
    """A sentence above the title: a caption, a standfirst, or text; never lost."""
    if ends_in_credit(block.text):
        block.give("caption", "ends in a picture credit")
    elif at == title - 1 and block.words <= 60:
        block.give("standfirst", "sums up the article above its title")
    else:
        block.give("body", "text of the article")


def _right_below(blocks: Sequence[Block], title: int, at: int) -> bool:
    """Nothing stands between but who wrote it and when."""
    return all(b.role in ("byline", "date", "credit") for b in blocks[title + 1 : at])


def _may_be_standfirst(block: Block) -> bool:
    if block.text[0] in "•*-–—([" or block.text[-1] == ":":
        return False
    return 7 <= block.words <= 60 and not block.prose and not block.title_case


def _is_name(block: Block) -> bool:
    if block.words > 18 or block.text.endswith((".", "?", "!", ":")):
        return False
    if block.text.partition(" ")[0] in _NO_NAMES or block.text.split()[-1] in _SHARING:
        return False
    person, comma, outlet = block.text.rpartition(", ")
    if comma and block.words <= 9 and _NAME.fullmatch(person) and _publishes(outlet):
        return True  # "Ann Bell, CNN"
    if _NAME.fullmatch(block.text):
        return block.words <= 9 or block.text.count(" and ") + block.text.count(",") >= 2
    return bool(_JOB.search(block.text)) and block.words <= 6


def _publishes(name: str) -> bool:
    """Whether a name is an outlet's or an agency's, or says for whom somebody reports."""
    if known(name) is not None or agencies.is_agency(name):
        return True
    return looks_like_an_outlet(name) or _JOB.search(name) is not None


def is_label(block: Block) -> bool:
    """No standfirst: a section's name, or a line that says when and by whom."""
    if block.text.isascii() and block.words < LABEL_WORDS and not block.ends:
        return True
    if _SIGNED.match(block.text):
        return True
    dates = find_dates(block.text[:120])
    return bool(dates) and (dates[0].start < DATE_AHEAD or _PARTED.search(block.text) is not None)


def standfirst_at(blocks: Sequence[Block], title: int | None, first: int) -> int | None:
    """The first sentence block, when the lines around it show it to be a standfirst."""
    if title is None or first >= len(blocks):
        return None
    block = blocks[first]
    if block.role or block.words > 70 or first + 1 >= len(blocks) or is_label(block):
        return None
    between = [
        b.role for b in blocks[title + 1 : first] if b.role not in ("noise", "caption", "credit")
    ]
    after: list[str] = []
    for later in blocks[first + 1 :]:
        if not later.role:
            break
        after.append(later.role)
    else:
        return None
    text_follows = blocks[first + 1 + len(after)]
    if not text_follows.prose:
        return None
    if "standfirst" in between:
        return None
    if any(role in ("byline", "date", "url") for role in after):
        return first
    if not between and "credit" in after and first == title + 1:
        return first
    return None
