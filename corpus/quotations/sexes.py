"""Whether somebody is he or she: by a role, or by the pronouns right behind the surname.

A surname and the text of an article come in; "he" or "she" goes out, or None.
"""

from __future__ import annotations

import re

from corpus.quotations.words import words

_BEHIND = re.compile(  # "Orlova said she", and nobody else is named on the way
    r"(?:[’']s)?(?=[\s,])[^A-Z.;:!?“”\"]{1,80}?\b(?P<pronoun>he|his|him|himself|she|her|herself)\b"
)
BY_ROLE = {  # nouns and titles that tell a person's gender
    **dict.fromkeys(
        words(
            "woman girl mother daughter wife widow sister aunt actress spokeswoman chairwoman ms "
            "mrs grandmother congresswoman queen princess councilwoman madam"
        ),
        "she",
    ),
    **dict.fromkeys(
        words(
            "man boy father son husband brother uncle fisherman spokesman chairman barman mr sir "
            "grandfather congressman king prince councilman"
        ),
        "he",
    ),
}
_FEWEST = 2  # pronouns, and four times as many as of the other kind: right of 945 names 924
_MOST = 12  # pronouns that are looked at


def gender_by_pronouns(surname: str, text: str) -> str | None:
    """ "he" or "she", where the pronouns behind a surname agree."""
    she = he = 0
    at = text.find(surname)
    while at >= 0 and she + he < _MOST:
        end = at + len(surname)
        found = _BEHIND.match(text, end) if not text[at - 1 : at].isalnum() else None
        if found is not None:
            female = found["pronoun"].startswith(("she", "her"))
            she, he = she + female, he + (not female)
        at = text.find(surname, end)
    if max(she, he) < _FEWEST or 4 * min(she, he) > max(she, he):
        return None
    return "she" if she > he else "he"
