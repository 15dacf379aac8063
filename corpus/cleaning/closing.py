"""What closes an article without being text of it: who its author is, where to write or read
more, when it was updated.

Only the last lines of the text are looked at, one by one from the end, and the first that is
none of these ends it. A line about its author is about somebody whom the text names nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.cleaning.lines import Block
from corpus.text import holds_any

LINES = 3  # of the end that are looked at
LONGEST = 110  # words of such a line
_NAME = r"[A-ZÀ-Þ][\w.'’-]+(?: (?:[A-ZÀ-Þ(“\"][\w.'’)”\"-]*|de|van|von|bin|al-\w+)){1,4}"
_JOB = (
    r"(?:editors?|correspondents?|columnists?|authors?|reporters?|contributors?|fellows?"
    r"|professors?|hosts?|writers?|bureau chief|bloggers?|journalists?|analysts?|directors?"
    r"|commentators?|president|founder|publisher|historian|economist|professional|executive|consultant|lecturer|attorney|freelancer)"
)
_AUTHOR = re.compile(
    rf"[\W_]{{0,3}}(?:(?:The (?:author|writer), )?(?P<name>{_NAME})(?:, [^,.]{{2,70}},)?"
    rf"(?: (?:and|&) {_NAME})? (?:is|are)(?: (?:a|an|the|also|now|currently))?"
    rf"(?: [\w.,'’&-]+){{0,7}}? {_JOB}\b"
    rf"|(?P<wrote>{_NAME}) (?:writes|covers|reports) (?:about|for|on)\b)"
)
_OF_AUTHORS = (" is ", " are ", " writes ", " covers ", " reports ")  # one is in `_AUTHOR`
_WRITE_TO = re.compile(
    r"[\W_]{0,3}(?:(?:you can )?(?:write to|contact|e-?mail|reach|follow|tweet) (?:[A-Z]\w+|me|us"
    r"|him|her)|let us know|got a (?:question|tip)|drop (?:me|us) a line|we want to hear"
    r"|[\w.’' -]{4,40} can be reached at|do you have a story"
    r"|send (?:your )?(?:letters|tips|comments)|submit a letter)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\S@\w[\w.-]*\.\w|(?<!\w)@\w{2,}|\bon Twitter\b")
_UPDATED = re.compile(
    r"[\W_]{0,3}this (?:breaking )?(?:news )?(?:story|article|report|post|column|piece)"
    r" (?:(?:was|has been|will be|is being) (?:last |first |also )?(?:updated|corrected|amended"
    r"|edited|changed|featured|published|supported|produced|translated)"
    r"|(?:appears|appeared) (?:as|in)\b"
    r"|is (?:also (?:featured|published) |developing|breaking|part of|supported by))\b",
    re.IGNORECASE,
)
_BASED_ON = re.compile(
    r"[\W_]{0,3}this (?:story|article|report) (?:is|was) (?:based(?: in (?:part|whole))? on"
    r" (?:reporting|reports|wire)|reported by)\b",
    re.IGNORECASE,
)
_HOMES = ("pitch us", "our submission guidelines", "without charge to any")
_HOME_OF = re.compile(rf".{{0,200}}\b(?:{'|'.join(_HOMES)})\b")
_LOOK_UP = re.compile(  # "Harbour Board: http://...", and what stands above such lines
    r"[\W_]{0,3}(?:(?:[^.:]{2,60}:\s?)?https?://\S+|(?:Online|On the (?:Net|Web)):?)\W{0,2}"
)
_FROM_A_PAPER = re.compile(r"[\W_]{0,3}Information from: [^.:]{3,60}, https?://\S+")
_SAID = re.compile(r"[“”\"]|\b(?:said|says|told|asked|wrote)\b")


def set_aside_closing(blocks: Sequence[Block]) -> None:
    """Give the closing lines of the text that are no part of it the role they have."""
    text = [block for block in blocks if block.role == "body"]
    for at in range(len(text) - 1, max(0, len(text) - 1 - LINES), -1):
        verdict = _of_closing(text[at].text, text[at].words, text[:at])
        if verdict is None:
            return
        text[at].give(*verdict)


def _of_closing(line: str, words: int, above: Sequence[Block]) -> tuple[str, str] | None:
    if words > LONGEST:
        return None
    if _BASED_ON.match(line) and words < 25:
        return "credit", "names whose reports it is based on"
    if _FROM_A_PAPER.fullmatch(line):
        return "credit", "names whose reports it is based on"
    if ("http" in line or words < 4) and _LOOK_UP.fullmatch(line):
        return "noise", "says where to read more"
    if _UPDATED.match(line) and words < 45:
        return "noise", "says when and where the article appeared"
    if (_WRITE_TO.match(line) and _ADDRESS.search(line)) or (
        holds_any(_HOMES, line) and _HOME_OF.match(line)
    ):
        return "noise", "says whom to write to"
    may_tell = holds_any(_OF_AUTHORS, line)
    author = _AUTHOR.match(line) if may_tell else None
    if author is None or _SAID.search(line[: author.end()]):
        return None
    surname = (author["name"] or author["wrote"]).split()[-1]
    if any(surname in block.text for block in above):
        return None
    return "noise", "says who the author is"
