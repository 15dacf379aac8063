"""How a man and a woman are addressed before a name, and what their kin are called.

Quotations and names both tell by them whom a surname alone means; what only one of the two goes by
stands there.
"""

from __future__ import annotations

HIS = tuple("Mr Sir Congressman Councilman".split())
HERS = tuple("Mrs Ms Miss Lady Dame Congresswoman Councilwoman".split())
KIN = tuple(
    "wife husband widow daughter son sister brother mother father niece nephew cousin".split()
)
