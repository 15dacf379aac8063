"""What befell or was done by those whom a figure counts: killed, hurt, held, aboard.

In go a `Side` and a figure with its sentence, out comes the name of one deed or None. Two counts
are held against each other only in one deed, so that the dead of one report never face the hurt
of the other.
"""

from __future__ import annotations

import re

from corpus.article import Figure
from corpus.comparison.sides import Side
from corpus.words import Token, stem, word_and_stem, written

_FAR = 9  # words from a figure beyond which a deed is not its own
PERSONS = frozenset(
    stem(w)
    for w in """
    people person persons man men woman women child children member members troops
    soldier soldiers fighter fighters rebel rebels insurgent insurgents militant
    militants civilian civilians passenger passengers crew worker workers resident
    residents victim victims migrant migrants refugee refugees police officer officers
    student students protester protesters body bodies dead casualty casualties hostage
    hostages prisoner prisoners detainee detainees staff guard guards villager villagers
    survivor survivors jihadist jihadists personnel recruit recruits attacker attackers
    gunman gunmen shoppers worshippers pilgrims tourists visitors others wounded injured
    citizen citizens national nationals girl girls boy boys schoolgirls schoolboys pupils
    """.split()
)
_DEEDS: tuple[tuple[str, frozenset[str]], ...] = tuple(
    (name, frozenset(stem(w) for w in words.split()))
    for name, words in (
        ("dead", """kill killed kills killing die died dies dead death deaths execute executed
         slain slaughter fatal fatalities perish perished bodies toll murdered claimed
         massacred beheaded drowned"""),
        ("hurt", """injure injured injuries injuring wound wounded wounding hurt hospital
         hospitalised hospitalized treated"""),
        ("missing", "missing unaccounted lost disappeared vanished"),
        ("saved", """rescue rescued saved ashore landed evacuate evacuated survive survived
         survivor survivors alive brought"""),
        ("held", "arrest arrested detain detained held jailed custody charged imprisoned seized"),
        ("fled", "flee fled displaced refugees migrants exodus left homes"),
        ("cost", "cost costs price paid pay worth bid offer loss losses damage fine fined bribe"),
        ("lead", "lead leads led leading margin ahead separated separates trails trailed trailing"),
        ("voted", "vote votes voted majority ballots elected turnout"),
        ("struck", "strike strikes walk walked striking stoppage picket"),
        ("present", "attended gathered marched rallied participating amassed crowd"),
        ("inside", "inside aboard board carrying carried"),
    )
)  # fmt: skip
_OF_THOSE = 4  # deeds that what is counted may name itself: "141 people dead", "28 survivors"
DEED_OF = {stem: name for name, stems in reversed(_DEEDS) for stem in stems}
_TOLL = re.compile(
    r"\b(?:death|casualty|the) toll\b[^.;]*\b(?:r[io]s(?:e[sn]?|ing)|climb\w*|reach\w*"
    r"|st(?:ands?|ood|anding)|jump\w*|hits?|pass\w*|increas\w*|mount\w*|tops?|topped|surpass\w*|gr[eo]w\w*|is|was|at)"
    r"(?:\s(?:to|at|least|about|around|some|more|than|over|nearly|almost|now|currently|past|by))*\s$"
    r"|\b(?:bodies|deaths|killings?) of (?:(?:at|least|about|some|more|than|over|nearly)\s)*$",
    re.IGNORECASE,
)  # a toll counts the dead, whoever else its sentence tells of
_VOTES = frozenset(("vote", "point"))
_AHEAD = 60  # characters before a number of votes in which a lead is named
_LEAD = re.compile(
    r"\b(?:leads?|led|leading|ahead|margin|advantage|separat\w+|trail\w+)\b[^.;,]*$", re.I
)
_CLAUSE = re.compile(r"[;:—–(]|, (?!\d)| and | but | while | with ")


def deed_of(side: Side, sentence: int, figure: Figure) -> str | None:
    """What befell or was done by those counted: the deed nearest to the figure in its clause."""
    about, verb = (
        {word_and_stem(surface)[1] for surface in written(text or "")}
        for text in (figure.about, figure.verb)
    )
    if ("lost" in verb and about & PERSONS) or "lives" in (figure.about or "").lower().split():
        return "dead"  # who lives somewhere is not dead
    s = side.sentences[sentence]
    if _TOLL.search(s.text[: max(0, figure.start - s.start)]):
        return "dead"
    for name, stems in _DEEDS[:_OF_THOSE]:
        if about & stems:
            return name
    if figure.kind == "vote" or about & _VOTES:
        before = s.text[max(0, figure.start - s.start - _AHEAD) : max(0, figure.start - s.start)]
        if _LEAD.search(before):
            return "lead"
    for said in (verb, about):
        for name, stems in _DEEDS:
            if said & stems:
                return name
    if side.stems[sentence].isdisjoint(DEED_OF):
        return None
    at = figure.start - s.start
    begin, end = 0, len(s.text)
    for match in _CLAUSE.finditer(s.text):
        if match.end() <= at:
            begin = match.end()
        elif match.start() > figure.end - s.start:
            end = match.start()
            break
    inside = [(n, t) for n, t in enumerate(side.tokens[sentence]) if begin <= t.start < end]
    found = _nearest_deed(inside, at)
    if found is None:  # the clause has none: the whole sentence
        found = _nearest_deed(list(enumerate(side.tokens[sentence])), at)
    return found


def _nearest_deed(numbered: list[tuple[int, Token]], at: int) -> str | None:
    own = next((n for n, t in numbered if t.end > at), None)
    if own is None:
        return None
    best: tuple[int, str] | None = None
    for n, token in numbered:
        distance = abs(n - own)
        if distance > _FAR or (best is not None and distance >= best[0]):
            continue
        if token.stem in DEED_OF:
            best = distance, DEED_OF[token.stem]
    return best[1] if best else None
