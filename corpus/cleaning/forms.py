"""Forms of a page that stand as a paragraph among those of the article: newsletters and alerts.

A line comes in; the reason it is no part of the article comes out, or None. One thing
that forms say ("thank you for subscribing") may stand in a report; two of them make a form.
"""

from __future__ import annotations

import re

from corpus.text import fold, holds_any

HINTS = ("ewsletter", "robot", "mail", "as an interest", "subscrib")
_MOST_WORDS = 160  # of a form; longer lines are texts with a form glued into them
_LEAST = 2
_SIGNS = (
    "you're not a robot",
    "invalid email address",
    "email address is invalid",
    "please re-enter",
    "select a newsletter",
    "agree to receive",
    "will receive emails",
    "thank you for subscribing",
    "thanks for subscribing",
    "error has occurred",
    "please try again later",
    "enter your email address",
    "enter a valid email",
    "occasional updates and special offers",
    "required field",
    "unsubscribe at any time",
)
_INTEREST = re.compile(r"interested in .{2,40}\? add .{2,40} as an interest\b")


def page_form(text: str, words: int) -> str | None:
    """Why a line is a form or an offer of the page, or None."""
    if not 4 <= words <= _MOST_WORDS or not holds_any(HINTS, text):
        return None
    folded = fold(text)
    if "as an interest" in folded and _INTEREST.match(folded):
        return "offer to follow a subject"
    if sum(sign in folded for sign in _SIGNS) >= _LEAST and " said" not in folded:
        return "form for a newsletter"
    return None
