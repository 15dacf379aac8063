"""Offices and forms of address that stand before a person's name and are no part of it.

`office_spans` finds them in a text ("US Secretary of State" gives "Secretary of State"), so
that "State" is not taken for an organisation; `leading` says how much of a span they take.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.trie import trie

_MODIFIERS = """
    Acting Agricultural Agriculture Army Assistant Associate Attorney Border Brig Brigadier
    Cabinet Chief Circuit Co Commerce County Communication Communications Crown Culture
    Defence Defense Deputy District Compliance Development Economic Economy Education Energy
    Environment Ex Executive Exterior External Finance Financial First Foreign Former Founding
    General Grand Health Home Homeland House Housing Immigration Information Inspector
    Intelligence Interim Interior Justice Labor Labour Lieutenant Lt Maj Majority Managing
    Marketing Medical Migration Military Minority National Naval Navy Operating Opposition
    Parliamentary Party Permanent Police Policy Political Presidential Press Prime Principal
    Rear Regional Second Security Senate Senior Shadow Special Staff State Supreme Technology
    Trade Transport Transportation Treasury Under Undersecretary Union Veteran Vice
""".split()
_HEADS = """Assemblyman Assemblywoman Chair Chairs Whip Governors Senators Strategist Columnist
    Corporal Private Trooper Steward Skipper Trustee Mediator Harbourmaster Adm Admiral Adml
    Adviser Advisor Ambassador Analyst Archbishop Ayatollah Bishop Brig CEO Candidate Capt
    Captain Cardinal Chairman Chairperson Chairwoman Chancellor Chief Cmdr Coach Col Colonel
    Commander Commissioner Congressman Congressperson Congresswoman Constable Coordinator
    Councillor Councilman Councilwoman Counsel Counsellor Counselor Cpl Dame Dep Deputy Det
    Detective Dictator Director Dr Editor Emir Envoy Executive Father Gen General Gov Governor
    Drs Govs Messrs Profs Reps Sens Imam Inspector Judge Justice Lady Lawmaker Lawyer Leader
    Lieutenant Lord Lt MEP MP Maj Major Manager Marshal Mayor Minister Miss Mr Mrs Ms Mullah
    Negotiator Officer Official Ombudsman Pastor Premier President Press Producer Prof Professor
    Prosecutor Pte Pvt Rabbi Rapporteur Rep Reporter Representative Rev Reverend Secretary Sen
    Senator Sergeant Sgt Sheriff Sir Speaker Spokesman Spokesperson Spokeswoman Superintendent
    Supt Treasurer Tsar Undersecretary Warden""".split()
_REGNAL = "King Queen Pope Prince Princess Saint Emperor Empress Sultan Sheikh Sheik Duke Duchess"
REGNAL = frozenset(_REGNAL.split())
HEADS = frozenset(_HEADS) - {"Candidate", "Chief", "Coach", "Director", "Press", "Private"}
WORDS = frozenset((*_MODIFIERS, *_HEADS))
# Offices that take a complement: what follows "of" belongs to the office.
_COMPLEMENT = (
    r"(?:\s+(?:of|for)\s+(?:the\s+)?(?:State|Defen[cs]e|Treasury|Staff|Commerce|Labou?r|Energy"
    r"|Homeland Security|Education|Justice|Health|Foreign Affairs|Interior|Finance|War|Trade"
    r"|Transportation|Agriculture))?"
)
_OFFICE = re.compile(
    rf"\b(?:{trie(_MODIFIERS)}\.?[\s-]+)*"
    rf"{trie(_HEADS)}(?:-(?:General|elect))?(?:\s+General)?\b\.?{_COMPLEMENT}"
    r"(?:\s+and\s+(?=(?:Foreign|Defen[cs]e|Prime)\b))?",
)
_FIRST_LADY = re.compile(r"\b(?:First|Crown|Grand)\s+(?:Lady|Prince(?:ss)?|Ayatollah|Mufti)\b")


@lru_cache(512)  # the passages of an article are asked about again and again
def office_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where offices and forms of address stand in a text."""
    spans = [match.span() for match in _OFFICE.finditer(text)]
    return tuple(sorted(spans + [match.span() for match in _FIRST_LADY.finditer(text)]))


def leading(name: str) -> int:
    """How many characters at the start of a name are an office or a form of address."""
    office = _OFFICE.match(name) or _FIRST_LADY.match(name)
    at = office.end() if office else 0
    while at < len(name) and name[at] in " \t,":
        at += 1
    return at if at < len(name) and name[at].isalpha() else 0
