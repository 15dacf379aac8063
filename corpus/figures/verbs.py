"""The verb a figure goes with: where its noun phrase stands comes in, the verb goes out.

"56 members of the guard were killed" gives "were killed", "killing 56 of them" gives "killing";
where no verb stands beside the figure, nothing is said.
"""

from __future__ import annotations

import re

_BASES = """kill wound injure arrest detain charge convict sentence release free rescue save
    evacuate displace shoot bomb attack strike hit lose win cost pay spend raise cut reduce
    increase rise fall drop climb grow jump reach total average exceed top near include
    involve contain hold carry take give get make earn sell buy lend borrow owe offer award
    grant fine donate invest provide receive claim report record count number estimate put
    leave return flee arrive enter join attend gather march protest rally vote elect approve
    reject support oppose back show find say tell want need seek ask demand plan expect aim
    work live serve employ hire fire lay last run start begin end close open build destroy
    damage burn sink crash land fly drive travel walk swim cover span measure weigh stand
    sit lie die survive drown disappear vanish test treat infect vaccinate admit hospitalize
    discharge recover seize capture recruit deploy send train host feature score beat finish
    lead trail draw face allow require order issue sign publish post sweep store produce
    generate ship deliver export import add remove ban block suspend delay turn become mark
    celebrate pass keep meet watch visit use share represent own control collect steal bring
    see know feel call name identify target launch fire drop erupt burst move shift transfer
    rent lease charge tax save bet wager""".split()
_IRREGULAR = """was were is are has have had shot struck lost won cost paid spent cut rose risen
    fell fallen grew grown held took taken gave given got gotten made sold bought lent
    left fled found said told sought ran began begun built burned sank sunk flew flown
    drove driven swam stood sat lay lain swept stole stolen brought saw seen knew known
    felt met kept led drew drawn beat beaten became sent dead hurt put shut split spread
    set fed caught taught thought wrote written spoke spoken chose chosen broke broken
    hid hidden rode ridden wore worn threw thrown shrank shrunk""".split()


def _forms() -> frozenset[str]:
    found = set(_IRREGULAR)
    for base in _BASES:
        stem = base[:-1] if base.endswith("e") else base
        doubled = base + base[-1]
        found |= {base, base + "s", base + "es", stem + "ing", doubled + "ing", stem + "ed"}
        found.add(doubled + "ed")
        if base.endswith("y"):
            found |= {base[:-1] + "ies", base[:-1] + "ied"}
    return frozenset(found)


_VERBS = _forms()
_AUXILIARY = frozenset(
    "was were is are has have had will would could can may might should must be been being "
    "do does did".split()
)
_ADVERB = frozenset("not also still now already since then later reportedly just only both".split())
_NO_VERB = frozenset(
    "hundred united wounded armed red bed indeed speed need hundreds including according dead "
    "offers reports returns works shows near back count numbers launches orders claims order "
    "record march name lead face target top report vote post".split()
)
_WORD = re.compile(r"\s([a-z]+)(?=[\s,.;:!?)”\"]|$)")
_TELLING = frozenset("said says say told tells that and but which who when while if".split())
_LOOK = 64


def verb_of(text: str, start: int, end: int, counted: str = "") -> str | None:
    """The verb behind a noun phrase that ends at `end`, or the one before a number at `start`."""
    behind = _behind(text, end)
    if behind is not None:
        return behind
    words = text[max(0, start - _LOOK) : start].split()
    nouns = counted.split()
    for word in words[:-7:-1]:
        if word in nouns:  # "raised taxes by a third"
            continue
        if word[-1] in '.,;:!?"”)' or word in _TELLING:
            return None
        bare = word.strip("“‘'\"(")
        if bare in _VERBS or (bare[-2:] == "ed" and len(bare) > 4 and bare not in _NO_VERB):
            return bare
    return None


def _behind(text: str, end: int) -> str | None:
    """The verb that follows at once, with its auxiliaries."""
    kept: list[str] = []
    at = end
    for _ in range(6):
        match = _WORD.match(text, at)
        if match is None:
            break
        word = match[1]
        at = match.end()
        if word in _AUXILIARY:
            kept.append(word)
        elif (word in ("who", "that", "which") and not kept) or (
            kept and (word in _ADVERB or word[-2:] == "ly")
        ):
            continue
        elif word in _VERBS or (word[-2:] == "ed" and len(word) > 4 and word not in _NO_VERB):
            kept.append(word)
            break
        else:
            break
    return " ".join(kept) or None
