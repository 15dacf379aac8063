"""Names that many bodies bear: every state has a "Foreign Ministry", every city a "City Council".

A name comes in, whether it tells one body goes out. Which state's it is stands beside it in the
text, if anywhere; across articles such a name stands for all of them.
"""

from __future__ import annotations

import re

from corpus.entities.lexicon import plain
from corpus.text import fold

_OFFICES = (
    "agriculture|civil defen[cs]e|communications?|culture|defen[cs]e|economy|education|emergencies|"
    "emergency situations|energy|environment|finance|foreign(?: affairs)?|foreign trade|health|"
    "home|home affairs|housing|industry|information|interior|internal affairs|intelligence|"
    "justice|labou?r|oil|petroleum|planning|public security|security|tourism|trade|transport|"
    "transportation|unification|war"
)
_SHARED = re.compile(
    rf"(?:the )?(?:(?:{_OFFICES}) ministry|ministry (?:of|for)(?: the)? (?:{_OFFICES})|ministry|"
    r"(?:supreme|constitutional|high|appeals?|federal|district|county|criminal) court"
    r"|court of (?:appeals?|justice)|parliament|national assembly|general assembly|lower house|"
    r"upper house|cabinet|central bank|"
    r"armed forces|army|navy|air force|coast ?guard|national guard|border guard|special forces|"
    r"(?:city|town|county|state|national|local) (?:council|police|government|hall|assembly)|"
    r"(?:police|fire|sheriff['’]s) (?:department|office)|election(?:s)? commission|"
    r"electoral commission|attorney general['’]s office|embassy|state council|"
    r"chamber of commerce|civil aviation authority)"
)


def is_shared(name: str) -> bool:
    """Whether bodies of several states or cities are called so.

    >>> is_shared("Defence Ministry"), is_shared("Russian Defence Ministry")
    (True, False)
    """
    return _SHARED.fullmatch(fold(plain(name))) is not None
