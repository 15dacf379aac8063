"""What an entity is quoted with and what it is called, counted over a dossier's articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from corpus.text import fold
from index.entity.counting import Sources, day_text, pairs_of
from index.entity.dossier import INDIRECT, KINDS, Dossier
from index.entity.result import Label, SaidRow, Voice

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

IdOf = Callable[[set[int]], dict[int, str]]
"""The full ids of articles, by their places in the dossier."""


def voice(dossier: Dossier, *, direct: bool) -> Voice:
    """How much is quoted with quotation marks, or reported without, where the speaker is sure."""
    import numpy as np

    said = dossier.said[((dossier.said[:, 3] != INDIRECT) == direct) & (dossier.said[:, 6] == 1)]
    return Voice(len(said), int(said[:, 4].sum()), len(np.unique(said[:, 0])))


def sayings(
    dossier: Dossier, sources: Sources, most: int | None, ids: IdOf, *, sure: bool
) -> tuple[list[SaidRow], int]:
    """What the entity says, newest first, at most so many; and how much it is. The same words of
    several articles are one row, with the place of the earliest. Without `sure` only what
    somebody else may have said."""
    import numpy as np

    said = dossier.said[(dossier.said[:, 6] == 1) == sure]
    if not len(said):
        return [], 0
    days = sources.days[said[:, 0]]
    order = np.lexsort((said[:, 0], np.where(days > 0, days, 10**9)))
    said = said[order]
    numbers: dict[str, int] = {}
    worded = np.full(len(dossier.texts), -1, dtype=np.int64)
    for text in np.unique(said[:, 2]).tolist():
        worded[text] = numbers.setdefault(wording(dossier.texts[text]), len(numbers))
    group = worded[said[:, 2]] * 2 + (said[:, 3] == INDIRECT)
    groups, first, place = np.unique(group, return_index=True, return_inverse=True)
    articles, within = pairs_of(place, said[:, 0])
    of_articles = np.bincount(articles, minlength=len(groups))
    outlets, _ = pairs_of(articles, sources.outlets[within] + 1)
    of_outlets = np.bincount(outlets, minlength=len(groups))
    shown = np.lexsort((first, -sources.days[said[first, 0]]))[:most]
    full = ids(set(said[first[shown], 0].tolist()))
    rows = []
    for number in shown.tolist():
        at, sentence, text, kind, _, cue, sure = said[first[number]].tolist()
        rows.append(
            SaidRow(
                KINDS[kind], dossier.texts[text], dossier.cues[cue] if cue >= 0 else None,
                bool(sure), full.get(at, ""), sources.outlet(int(sources.stated[at])),
                day_text(int(sources.days[at])), sentence, int(of_articles[number]),
                int(of_outlets[number]),
            )
        )  # fmt: skip
    return rows, len(groups)


def wording(text: str) -> str:
    """The words of a quotation, however they are set."""
    return " ".join(fold(text).split()).rstrip(".,;:!?")


def labels(dossier: Dossier, sources: Sources, most: int | None) -> tuple[list[Label], int]:
    """Forms that say more than the spelling, and what a person is said to be; at most so many, and
    how many there are."""
    import numpy as np

    numbers: dict[tuple[str, str], int] = {}  # of labels, with how each is written first
    written: list[str] = []

    def number_of(kind: str, text: str) -> int:
        at = kind, fold(text)
        if at not in numbers:
            numbers[at] = len(numbers)
            written.append(text)
        return numbers[at]

    named, many = dossier.named, max(1, len(dossier.forms))
    code = named[:, 2] * many + named[:, 3]
    codes, first, place = np.unique(code, return_index=True, return_inverse=True)
    of_code = np.full(len(codes), -1, dtype=np.int64)
    for at in np.argsort(first, kind="stable").tolist():
        spelling, form = dossier.spellings[codes[at] // many], dossier.forms[codes[at] % many]
        if form != spelling and fold(form) != fold(spelling):
            of_code[at] = number_of("form", form)
    label = of_code[place]
    held = label >= 0
    roles = dossier.articles[:, 3]
    of_role = np.array([-1 if role < 0 else number_of("role", dossier.roles[role])
                        for role in roles.tolist()], dtype=np.int64)  # fmt: skip
    said = np.flatnonzero(of_role >= 0)
    every = np.concatenate((label[held], of_role[said]))
    within = np.concatenate((named[held, 0], said))
    times = np.bincount(every, minlength=len(numbers))
    of, articles = pairs_of(every, within)
    of_articles = np.bincount(of, minlength=len(numbers))
    kinds = [kind for kind, _ in numbers]
    order = sorted(
        range(len(numbers)),
        key=lambda n: (-int(of_articles[n]), -int(times[n]), kinds[n], written[n]),
    )
    ends = of.searchsorted(np.arange(len(numbers) + 1))
    rows = []
    for number in order[:most]:
        outlets = Counter(sources.outlets[articles[ends[number] : ends[number + 1]]].tolist())
        told = [(sources.outlet(outlet), count) for outlet, count in outlets.items()]
        rows.append(
            Label(
                written[number], "form" if kinds[number] == "form" else "role",
                int(times[number]), int(of_articles[number]),
                tuple(sorted(told, key=lambda one: (-one[1], one[0] or "~"))),
            )
        )  # fmt: skip
    return rows, len(numbers)
