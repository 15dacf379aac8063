"""Whose clause goes on behind a quotation: "... while Aalto agreed, saying" is Aalto's.

The words between two quotations come in; the subject of a clause that is joined to the one before
goes out, with whether what is said behind it is surely said by that subject.
"""

from __future__ import annotations

import re

from corpus.quotations.names import POSSESSIVE, full_name
from corpus.quotations.openings import is_past
from corpus.quotations.phrases import PEOPLE_WORDS, is_speaker, named_subject
from corpus.quotations.words import CUES, NOT_NAMES, SAYING, words

_CLAUSE = re.compile(
    r"(?:(?:^|[,;—–])\s*(?P<joined>and|but)|(?:^|[\s,;—–])(?:while|whereas))\s"
    rf"(?:(?P<name>{full_name(1, 5)})|"
    r"(?P<pronoun>he|she|they)|"
    r"(?:the|a|an|his|her|its|their|another)\s(?P<role>(?:[a-z-]+\s){0,3}?[a-z-]+))"
    r"(?:,\s[^,;:.]{2,80},)?\s(?:also\s|then\s|later\s|[a-z]+ly\s)?(?P<verb>[a-z]+)\b"
)
_IS = words("is was are were has had did")
_PARTICIPLES = frozenset(SAYING)


def joined_subject(between: str) -> tuple[str, bool] | None:
    """The subject of the last clause in `between` that has one of its own, by name or office, and
    whether it surely says what follows; None where there is no such clause."""
    if not any(word in between for word in ("while ", "whereas ", "and ", "but ")):
        return None
    found: tuple[str, bool] | None = None
    for match in _CLAUSE.finditer(between):
        name, role, verb = match["name"], match["role"], match["verb"]
        says = verb in CUES and verb not in _PARTICIPLES
        if not (says or verb in _IS or is_past(verb)):
            continue
        if match["pronoun"] is not None:
            if match["joined"] is None:  # "while she agreed, adding"
                found = match["pronoun"], False
            continue
        if name is not None:
            tokens = name.split()
            subject = named_subject(tokens)
            if tokens[0] in NOT_NAMES or tokens[-1].endswith(POSSESSIVE) or subject is None:
                continue
        else:
            noun = role.split()[-1]
            if not (is_speaker(noun) or PEOPLE_WORDS.fullmatch(noun)):
                continue
            subject = role
        # "while Orlov listened, adding" may go on with who spoke before
        found = subject, says or match["joined"] is not None
    return found
