"""The panels in which a name is corrected: its kind, that it is none, words that are one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.article import Entity
from index.judged import NAME_WORDS
from index.named_by_hand import NO_NAME
from tui import judging
from tui.screens.panel import Panel, Typed
from tui.views import why_named
from tui.views.decision import Decision
from tui.views.lines import counted, shown
from tui.views.reading import Reading

if TYPE_CHECKING:
    from tui.app import Explorer

_HINT = "Enter decides  Esc leaves it as it is"
_NARROWS = f"letters narrow  {_HINT}"


async def about_kind(
    explorer: Explorer, reading: Reading, entity: Entity, chosen: Decision, *, in_list: bool
) -> str | None:
    """Say of which kind a name is, or that it is none, here, in this article or in all; `in_list`
    where it was chosen in the list of names and not at a place."""
    article, value = reading.record.article.id, chosen.value
    if value == "":
        return await judging.name_kind(explorer, chosen.target or entity.key, None, article)
    if value is None:
        value = await explorer.push_screen_wait(
            Panel(f"{shown(entity.name)} is", options=why_named.other_kinds(entity), hint=_HINT)
        )
        if value is None:
            return None
    spread = await judging.spread(explorer, entity.key)
    mark = None if in_list else reading.current
    options = why_named.where_holds(reading, entity, value, spread, mark)
    elsewhere = len(spread.ids) > 1
    text = [spread.unsafe] if spread.unsafe and elsewhere else []
    where: str | None = options[0].value
    if len(options) > 1 or text:
        where = await explorer.push_screen_wait(
            Panel(f"where {shown(entity.name)} is so", text=text, options=options, hint=_HINT)
        )
    if where is None:
        return None
    if where == why_named.HERE and mark is not None:
        target = why_named.place_of(reading, mark)
        return await judging.judge(explorer, article, NAME_WORDS, NO_NAME, target)
    here = article if where == why_named.ARTICLE else None
    return await judging.name_kind(explorer, entity.key, value, here)


async def about_words(explorer: Explorer, reading: Reading, chosen: Decision) -> str | None:
    """Mark words of the current sentence as a name, or take such a decision away."""
    article = reading.record.article.id
    if chosen.value == "":
        return await judging.judge(explorer, article, chosen.field, None, chosen.target)
    wrong, typed = "", ""
    while True:
        text = [wrong] if wrong else ["As they stand in the sentence; letters may be typed."]
        words: str | Typed | None = await explorer.push_screen_wait(
            Panel(
                "these words are a name",
                text=text,
                options=lambda letters: why_named.words_offered(reading, letters),
                prompt="words",
                value=typed,
                free=True,
                hint=_NARROWS,
            )
        )
        if words is None:
            return None
        typed = words.text.strip() if isinstance(words, Typed) else words
        places = why_named.places_told(reading, typed)
        if places:
            break
        wrong = f"“{shown(typed)}” does not stand in this article as it is written."
    named: str | Typed | None = await explorer.push_screen_wait(
        Panel(
            f"“{shown(typed)}” names",
            text=[
                f"At {counted(len(places), 'place')} of this article; names read there give way."
            ],
            options=lambda letters: why_named.whose(reading, typed, letters),
            prompt="kind or name",
            hint=_NARROWS,
        )
    )
    if named is None or isinstance(named, Typed):
        return None
    return await judging.mark_name(explorer, typed, named, article)
