"""What an entity's page rests on, in sentences: the same on the screen, in tables and exports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.entities.shared import is_shared
from tui.views.days import span_of_days
from tui.views.lines import counted, shown
from tui.views.outlets import as_one, rate

if TYPE_CHECKING:
    from index.entity.result import EntityPage, Meant, Resting, Titled

RUNNING_TEXT = (
    "in running text: words in titles, standfirsts, subheads, captions and pull quotes are not"
)
"""Which quotations a page counts."""
FEW = 10  # articles below which rates say little


def size_told(page: EntityPage) -> str:
    """ "6 of 45 articles, 13.3 %, named 9 times, 18–27 Mar 2031"."""
    told = f"{page.articles:,} of {counted(page.of, 'article')}, {rate(page.articles, page.of)}"
    told += f", named {counted(page.times, 'time')}"
    days = span_of_days(page.first, page.last)
    return told + (f", {days}" if days else "")


def rest_told(page: EntityPage) -> str:
    """What was counted in, what was left out, and whether there is little of it."""
    told = []
    if page.type == "organisation" and is_shared(page.name):
        told.append(several_told(page))
    if page.titled is not None and (page.titled.articles or page.titled.left):
        told.append(titled_told(page.titled, page.key))
    if page.also:
        others = ", ".join(f"{shown(one.name)} {one.articles:,}" for one in page.also[:2])
        told.append(f"counted apart: {others}" + (" …" if len(page.also) > 2 else ""))
    if page.copies:
        told.append(f"{counted(page.copies, 'copy', 'copies')} of another text among them")
    if page.undated:
        told.append(f"{page.undated:,} without a day, left out of the weeks")
    if page.query:
        told.append(f"{page.without_query:,} articles without the query")
    if 0 < page.articles < FEW:
        told.append("few: rates say little")
    return "; ".join(told)


def titled_told(one: Titled, key: str) -> str:
    """ "291 of them as President Obama alone, counted in by title …; also as Obama in 46 articles,
    not counted here"."""
    surname = shown(one.surname)
    if key != one.key:
        told = f"{one.articles:,} of them are counted with {shown(one.name)} as well, {one.why}"
        return told + f" (`{command_of(one.key)}`)"
    title = " or ".join(f"{title} {surname}" for title in one.titles)
    told = f"{one.articles:,} of them as {title} alone, counted {one.why}"
    if one.left:
        told += f"; also as {surname} in {counted(one.left, 'article')}, not counted here: "
        told += f"`broadsheet names merge {_typed(one.alone)} {_typed(key)}` joins them"
    return told


def asked_told(meant: Meant) -> str:
    """How a typed name was read, and how to open the next one that it may be."""
    if not meant.others:
        return meant.told
    return f"{meant.told} `{command_of(meant.others[0].key)}` opens {shown(meant.others[0].name)}."


def command_of(key: str) -> str:
    """What to type for the page of a name."""
    return f"broadsheet entity {_typed(key)}"


def outlets_as_one(page: EntityPage) -> list[str]:
    """ "Gazette: counted as one: Gazette (12), Gazette Online (3)", for every outlet so spelt."""
    return [f"{shown(str(o.name))}: {as_one(o.spellings)}" for o in page.outlets if o.spellings]


def _typed(key: str) -> str:
    return f'"{key}"' if " " in key else key


def several_told(page: EntityPage) -> str:
    """That a name is borne by bodies of several states, and whose may be meant here."""
    lands = [one for one in page.company if one.key.startswith(("place:", "group:"))]
    lands.sort(key=lambda one: -one.sentences)
    beside = ", ".join(f"{shown(one.name)} {one.sentences:,}" for one in lands[:3] if one.sentences)
    told = "may be bodies of several states or cities, counted together"
    return f"{told} (in one sentence with {beside})" if beside else told


def names_told(resting: Resting) -> str:
    """How many articles' names were read, and with what; what that means for the counts."""
    told = f"names read in {resting.recognised:,} of {resting.articles:,}"
    waiting = resting.articles - resting.recognised
    if waiting:
        told += f"; {waiting:,} pending"
        if resting.worded:
            told += f", {resting.worded:,} of them hold these words"
    if by_list(resting):
        told += "; by the list of names alone"
    return told


def waiting(resting: Resting) -> bool:
    """Whether names are not all read, or by a list alone, which has to be told."""
    return resting.recognised < resting.articles or by_list(resting)


def by_list(resting: Resting) -> bool:
    """Whether no language model found these names, only the list of names."""
    return bool(resting.models) and all(one.startswith("gazetteer") for one in resting.models)
