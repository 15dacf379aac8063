"""The reader's "why" panel: reasons, and the judgements that can be made about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.article import Entity
from corpus.errors import BroadsheetError
from index.judged import (
    FIGURE_ABOUT,
    NAME_TYPE,
    NAME_WORDS,
    OF_FIGURES,
    OF_NAMES,
    OF_QUOTATIONS,
    QUOTATION_WORDS,
    SPEAKER,
)
from index.judged_quotations import other_halves
from tui import commands, judging
from tui.screens.correcting_names import about_kind, about_words
from tui.screens.panel import Panel, Typed
from tui.views import why
from tui.views.lines import shown
from tui.views.reading import Reading
from tui.views.why_counted import asked_of_figure, figure_at
from tui.views.why_quoted import parts_of_it, quotation_at, who_may_speak

LONG = 60  # characters of a quotation of which its first and last words are enough

if TYPE_CHECKING:
    from tui.app import Explorer


async def decide(explorer: Explorer, reading: Reading, entity: Entity | None = None) -> str | None:
    """Show why something is as it is and offer judgements; what was decided, or None.

    `entity` is the name under the cursor of the list of names, where that is active.
    """
    text, options = why.of_article(reading, entity, explorer.author)
    undo = commands.key("undo", commands.READER)
    chosen: why.Decision | None = await explorer.push_screen_wait(
        Panel(
            "why, and what can be done about it",
            text=text,
            options=options,
            hint=f"Enter decides  {undo} undoes it later  Esc leaves it",
        )
    )
    if chosen is None:
        return None
    value = chosen.value
    about = entity or why.entity_at(reading)
    if chosen.field in (why.PART, why.MERGE) and about is not None:
        return await _about_name(explorer, reading, about, chosen)
    if chosen.field == NAME_TYPE and about is not None:
        return await about_kind(explorer, reading, about, chosen, in_list=entity is not None)
    if chosen.field in OF_NAMES and (chosen.field == NAME_WORDS or chosen.value == ""):
        return await about_words(explorer, reading, chosen)
    if chosen.field in OF_QUOTATIONS:
        return await _about_quotation(explorer, reading, chosen)
    if chosen.field == "role":
        value = await explorer.push_screen_wait(
            Panel(
                f"line {chosen.target} of the page is",
                options=why.other_roles(reading),
                hint="Enter decides  Esc leaves it as it is",
            )
        )
        if value is None:
            return None
    elif value is None:
        return await _asked_for(explorer, reading, chosen)
    return await judging.judge(
        explorer, reading.record.article.id, chosen.field, value or None, chosen.target
    )


async def _about_name(
    explorer: Explorer, reading: Reading, entity: Entity, chosen: why.Decision
) -> str | None:
    """Part a spelling from a name, here or everywhere, or merge the name with another."""
    article, spelling = reading.record.article.id, chosen.value
    if spelling is not None:
        place: str | None = await explorer.push_screen_wait(
            Panel(
                f"“{shown(spelling)}” is not {shown(entity.name)}",
                options=why.where_parted(spelling, entity.name),
                hint="Enter decides  Esc leaves it as it is",
            )
        )
        if place is None:
            return None
        return await judging.part(
            explorer, entity.key, spelling, article if place == "here" else None
        )
    known = await judging.known_names(explorer, reading.names)
    into: str | Typed | None = await explorer.push_screen_wait(
        Panel(
            f"{shown(entity.name)} is the same as",
            text=["The name chosen here is the one that is shown from now on, in all articles."],
            options=lambda typed: why.same_as(entity, known, typed),
            prompt="name",
            free=True,
            hint="letters narrow  Enter decides  Esc leaves it as it is",
        )
    )
    if into is None:
        return None
    return await judging.merge(explorer, entity.key, into.text if isinstance(into, Typed) else into)


async def _about_quotation(
    explorer: Explorer, reading: Reading, chosen: why.Decision
) -> str | None:
    """Name who speaks a quotation, or nobody; or say that it is none, or is as it was read."""
    value, found = chosen.value, quotation_at(reading)
    if chosen.field == QUOTATION_WORDS:
        return await _asked_for(explorer, reading, chosen)
    if value is None and found is not None:
        record, (_, quotation) = reading.record, found
        speaker: str | Typed | None = await explorer.push_screen_wait(
            Panel(
                "the speaker is",
                text=[f"“{shown(quotation.text)}”"],
                options=lambda typed: who_may_speak(record, quotation, typed),
                prompt="name",
                free=True,
                hint="letters narrow  Enter decides  Esc leaves it as it is",
            )
        )
        value = speaker.text.strip() if isinstance(speaker, Typed) else speaker
        if not value:
            return None
    article = reading.record.article.id
    if chosen.field == SPEAKER and found is not None:
        number, quotation = found
        parts = parts_of_it(reading.record, number, value or None)
        if parts:
            both: bool | None = await explorer.push_screen_wait(
                Panel(
                    f"{shown(value) if value else 'nobody named'} speaks",
                    text=["The words go on behind who says them."],
                    options=parts,
                    hint="Enter decides  Esc leaves it as it is",
                )
            )
            if both is None:
                return None
            if both:
                targets = [number, *other_halves(reading.record.article, number)]
                return await judging.speaker_of(
                    explorer, article, value or None,
                    [reading.record.target_of_quotation(n) for n in targets],
                )  # fmt: skip
    return await judging.judge(explorer, article, chosen.field, value or None, chosen.target)


def _asked(reading: Reading, chosen: why.Decision) -> tuple[str, str]:
    """How what is asked for is called, and what it is now."""
    if chosen.field == QUOTATION_WORDS and (quoted := quotation_at(reading)) is not None:
        text = quoted[1].text
        if len(text) <= LONG:
            return "words", text
        return "words", f"{' '.join(text.split()[:4])} … {' '.join(text.split()[-4:])}"
    if chosen.field in OF_FIGURES and (counted := figure_at(reading)) is not None:
        return asked_of_figure(counted[1], chosen.field)
    return why.asked_for(reading, chosen.field)


async def _asked_for(explorer: Explorer, reading: Reading, chosen: why.Decision) -> str | None:
    """Ask for a value until it can be taken; what was typed stays, with what is wrong about it."""
    article, (asked, value) = reading.record.article.id, _asked(reading, chosen)
    wrong, offered = "", True
    while True:
        typed: Typed | None = await explorer.push_screen_wait(
            Panel(
                f"decide the {asked}",
                text=[wrong] if wrong else (),
                prompt=asked,
                value=value,
                offered=offered,
                free=True,
                or_nothing=True,
                hint="Enter decides, empty where it is not known  Esc leaves it as it is",
            )
        )
        if typed is None:
            return None
        value, offered = typed.text, False
        try:
            if chosen.field == QUOTATION_WORDS:
                return await judging.quotation_words(explorer, article, chosen.target or "", value)
            given = value or None if chosen.field == FIGURE_ABOUT else value
            return await judging.judge(explorer, article, chosen.field, given, chosen.target)
        except BroadsheetError as error:
            wrong = str(error)
