"""Why somebody is said to speak a quotation, and what a person may decide about it.

Takes an open article, gives the reason in words and the decisions offered.
"""

from __future__ import annotations

from corpus.article import Entity, Quotation
from corpus.text import fold
from index.answers import Record
from index.judged import QUOTATION, QUOTATION_WORDS, SPEAKER
from index.judged_quotations import NO_QUOTATION, other_halves, target_of
from tui.views.choice import Option
from tui.views.decision import Decision
from tui.views.lines import shown
from tui.views.reading import Reading

_SPEAKING = ("person", "organisation", "group")
_WORDS = 40  # characters of a quotation in an option


def quotation_at(reading: Reading) -> tuple[int, Quotation] | None:
    """The quotation under the lens's cursor, with its number."""
    mark = reading.current
    if mark is None or reading.lens != "quotations":
        return None
    return mark.subject, reading.record.article.quotations[mark.subject]


def how_known(quotation: Quotation, *, denied: bool = False) -> str:
    """How it is known who speaks, or who denies what the words say."""
    if denied:
        return "These words are given as denied: nobody is said to have spoken them."
    cue = f"“{shown(quotation.cue)}”" if quotation.cue else ""
    if quotation.speaker_from is not None:
        return "A person decided who speaks."
    if quotation.speaker is None:
        return "Nothing was found that says who speaks."
    if quotation.sure:
        return (
            f"{cue} names who speaks." if cue else "The text puts it to this name, without a verb."
        )
    if cue:
        return f"{cue} points to who speaks, but from further off, or to one of several."
    return "No verb says who speaks; this is the likeliest of those named near."


def about_quotation(record: Record, number: int) -> list[Option]:
    """The decisions offered about a quotation; an empty value stands for nobody, or as read."""
    quotation, target = record.article.quotations[number], record.target_of_quotation(number)
    found = [Option("the speaker is …", Decision(SPEAKER, None, target))]
    if quotation.speaker is not None or quotation.speaker_from is None:
        found.append(Option("nobody is named as the speaker", Decision(SPEAKER, "", target)))
    found.append(Option("this is no quotation", Decision(QUOTATION, NO_QUOTATION, target)))
    found.append(Option("it begins and ends elsewhere …", Decision(QUOTATION_WORDS, None, target)))
    if number in record.quotations_read:
        found.append(Option("the quotation is as it was read", Decision(QUOTATION, "", target)))
    elif quotation.speaker_from is not None:
        found.append(Option("who speaks is as it was read", Decision(QUOTATION, "", target)))
    return found


def parts_of_it(record: Record, number: int, speaker: str | None) -> list[Option]:
    """Whether a speaker is decided of one part of what somebody said or of all its parts; none
    where it has no other part, or all others have this speaker."""
    parts = [record.article.quotations[n] for n in other_halves(record.article, number)]
    if all(part.speaker == speaker and part.sure for part in parts):
        return []
    words = " and ".join(f"“{_short(shown(part.text))}”" for part in parts)
    one = _short(shown(record.article.quotations[number].text))
    return [Option(f"also of {words}", True), Option(f"of “{one}” alone", False)]


def unquoted_here(reading: Reading) -> list[Option]:
    """The way back for words in this sentence that a person said are no quotation."""
    sentence = reading.sentence
    if sentence is None:
        return []
    return [
        Option(
            f"“{_short(shown(one.text))}” is a quotation", Decision(QUOTATION, "", target_of(one))
        )
        for one in reading.record.unquoted
        if (one.within, one.paragraph) == (sentence.within, sentence.paragraph)
        and one.start < sentence.end
        and sentence.start < one.end
    ]


def who_may_speak(record: Record, quotation: Quotation, typed: str) -> list[Option]:
    """Who may be named as the speaker, narrowed by what is typed, the nearest named first: people,
    organisations and groups that the article names, then who else is quoted in it."""
    wanted = fold(typed.strip())
    entities = [e for e in (record.names.entities if record.names else ()) if e.type in _SPEAKING]
    entities.sort(key=lambda entity: _distance(entity, quotation))
    known = {fold(name) for e in entities for name in (e.name, *(m.text for m in e.mentions))}
    offered: list[tuple[str, str, str]] = [
        (entity.name, entity.type, entity.type) for entity in entities
    ]
    for one in record.article.quotations:
        if one.speaker is not None and fold(one.speaker) not in known:
            known.add(fold(one.speaker))
            offered.append((one.speaker, "quoted elsewhere", ""))
    current = fold(quotation.speaker or "")
    return [
        Option(shown(name), name, note=note, style=style)
        for name, note, style in offered
        if wanted in fold(name) and fold(name) != current
    ]


def _distance(entity: Entity, quotation: Quotation) -> tuple[int, int, int]:
    """Whether it is a group, how many paragraphs off it is named, and how seldom."""
    apart = min(
        (
            abs(m.paragraph - quotation.paragraph)
            for m in entity.mentions
            if m.within == quotation.within
        ),
        default=1_000,
    )
    return entity.type == "group", apart, -len(entity.mentions)


def _short(text: str) -> str:
    return text if len(text) <= _WORDS else f"{text[:_WORDS].rstrip()} …"
