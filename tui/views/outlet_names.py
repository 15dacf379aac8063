"""Names of outlets in few letters, for heads of columns and for one line of many.

Names of outlets go in, in the order in which they stand; for each a name comes out that fits the
room and is no other outlet's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from tui.views.lines import fit, shown, width_of

LEAST = 3  # letters that an outlet is told by: "Mer", "Har"
_SECOND_LEVEL = frozenset("co com org net gov ac edu".split())  # "co.uk" under which sites stand
_COMMON = frozenset("www edition m news uk us en".split())  # before the name of a site
ROOMY = 7  # letters from which as many as fit tell more


def short_names(outlets: Sequence[str | None], room: int) -> list[str]:
    """The names where they fit, of a longer one its first words, its first letters or its initials:
    what tells it from the others soonest.

    >>> short_names(["The Meridian Wire", "Harbour Gazette", "CNN", "uk.pcmag.com"], 5)
    ['Mer', 'Har', 'CNN', 'pcmag']
    """
    names = [shown(one or "unknown").removeprefix("The ").removeprefix("the ") for one in outlets]
    others = set(names)
    return [_short(name, others - {name}, room) for name in names]


def _short(name: str, others: set[str], room: int) -> str:
    if width_of(name) <= room:
        return name
    letters = range(min(LEAST, room), room + 1) if room < ROOMY else ()
    ways: list[Callable[[str], str]] = [
        partial(_first_words, room=room),
        *(partial(_first_letters, letters=number) for number in letters),
        lambda one: fit(_site(one), room).rstrip(),
        lambda one: "".join(word[0] for word in one.split())[:room],
    ]
    for way in ways:
        short = way(name)
        if short and width_of(short) <= room and short not in {way(one) for one in others}:
            return short
    return fit(name, room).rstrip()


def _first_words(name: str, room: int) -> str:
    """As many first words as fit; of a site the part that is its own: "pcmag"."""
    words = _site(name).split()
    while words and width_of(" ".join(words)) > room:
        words.pop()
    return " ".join(words)


def _first_letters(name: str, letters: int) -> str:
    return _site(name)[:letters].rstrip(" .-")


def _site(name: str) -> str:
    if "." not in name.strip(".") or " " in name:
        return name
    labels = name.split(".")[:-1]
    if len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
        labels.pop()
    labels = [label for label in labels if label not in _COMMON] or labels
    known = [label for label in labels[-2:] if width_of(label) >= LEAST] or labels
    return known[-1] or name
