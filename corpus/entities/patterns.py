"""Names by their shape: words that make an organisation, sequences that make a person.

They mend what a model takes for the wrong kind, and without a model they are all there is
beside the known names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from corpus.entities.lexicon import Lexicon
from corpus.entities.recogniser import RawSpan
from corpus.entities.titles import REGNAL, WORDS, office_spans
from corpus.first_names import given_names
from corpus.words import ABBREVIATED, MONTHS, WEEKDAYS

ORGANISATION_WORDS = frozenset(
    """Academy Administration Agency Airlines Airways Alliance Army Assembly Associates Association
    Authority Bank Board Brigade Bureau Cabinet Center Centre Chamber Church Club Coalition College
    Commission Committee Company Confederation Congress Consortium Corp Corporation Corps Council
    Court Department Directorate Federation Force Forces Forum Foundation Front Fund Group Guard
    Holdings Hospital Inc Initiative Institute Institution Laboratory League Limited Ltd Ministry
    Movement Network Observatory Office Organisation Organization Parliament Partnership Party
    Police Press Secretariat Senate Service Services Society Syndicate Times Post Tribune Herald
    Gazette Journal Trust Union University Watch Headquarters Newspapers News Television Radio
    Airline Newspaper Shipping Ferries Motors Energy Oil Petroleum Pharmaceuticals Capital
    School Schools Partners Industries Systems Technologies Software Studios Pictures
    Entertainment Insurance
    Logistics Electric Telecom Steel Chemicals Rovers Rangers Wanderers Athletic Lines Works Foods
    Farms Monitor Patrol
    Distillery Bakery Winery Pharmacy Gazeta Zeitung
    Examiner Register Chronicle Inquirer Observer Telegraph Brewery Bancorp Store Stores
    Supermarkets Unions Post-Gazette plc PLC AG GmbH LLC LLP PLLC PAC Caucus""".split()
)
# Those that are no person's surname.
FIRM_WORDS = ORGANISATION_WORDS - frozenset(
    """Bank Brigade Cabinet Capital Center Chamber Church Club Court Forces Front Fund Guard Lines
    Oil Post Police Press Rangers Service Steel Trust Union Watch Works""".split()
)
# Last words of organisations that stand for the whole name further down: "the Gazette".
GOES_ALONE = frozenset(
    """Academy Agency Alliance Army Assembly Athletic Authority Bank Brigade Bureau Club
    Coalition College Commission Committee Confederation Congress Consortium Council
    Court Enquirer Federation Forum Foundation Front Fund Gazette Guard Guards Herald
    Inquirer Institute Journal League Legislature Ministry Monitor Movement Navy Network
    Observatory Parliament Post Rangers Rovers Senate Society Syndicate Times Tribune
    Trust Union University Wanderers""".split()
)
# Surnames by which the news means one person, whatever a model takes them for.
WELL_KNOWN = frozenset(
    """Arafat Assad Assange Avenatti Bannon Berlusconi Bhutto Biden Blagojevich Boehner Bolsonaro
    Buttigieg Cheney Clapper Comey Corbyn Cosby Cuomo DeSantis DeVos Duterte Erdogan Farage Fauci
    Feinstein Fiorina Gabbard Gaddafi Gandhi Gillibrand Gingrich Giuliani Gorbachev Gorsuch Grassley
    Grenell Hitler Hollande Huckabee Jindal Kaepernick Kaine Karzai Kasich Kavanaugh Khamenei
    Khashoggi Khomeini Klobuchar Kushner Lavrov Macron Maduro Mandela Manafort Mattis McCain
    McChrystal McConnell Medvedev Merkel Milosevic Mnuchin Modi Morsi Mubarak Mueller Mugabe
    Musharraf Mussolini Nadler Navalny Netanyahu Nixon Nunes O'Rourke O’Rourke Obama Ocasio-Cortez
    Olmert Palin Pelosi Pence Petraeus Pompeo Poroshenko Priebus Pruitt Putin Rajoy Reagan Renzi
    Romney Rosenstein Rouhani Rubio Rumsfeld Santorum Sarkozy Scalia Scaramucci Schiff Schumer
    Snowden Sondland Sotomayor Stalin Strzok Thatcher Tillerson Tlaib Trudeau Trump Tsipras Tusk
    Vindman Weinstein Whitmer Yanukovych Yeltsin Yovanovitch Zarif Zelensky Zinke
    Zuckerberg""".split()
)
# Those that are meant only with an article before: "Parliament" may be any, "the Parliament" is
# the one that was named.
ARTICLED = frozenset(
    """Alliance Assembly Coalition Commission Committee Confederation Congress Council Court
    Federation Legislature Movement Parliament Senate Union""".split()
)
# Words behind the first of a name with which that word alone is something else: the county and
# its town, the president and the administration, the House and its committee, a town's newspaper.
NOT_ITS_FIRST = frozenset(
    """Act Administration Authority Bill Campaign Caucus Circuit City Club Coalition Committee
    County Court Courts Democrats Department Directorate Government House Model Ministry Office
    Panel Party Police Program Programme Project Province Report Republicans Rules Senate Services
    State Subcommittee Task Tax United Army
    Awards Building Conference Forces Gathering Summit Tower Universe Yard
    Chronicle Courier Dispatch Examiner Gazette Herald Inquirer Journal Observer Post Register
    Review Star Telegraph Times Today Tribune Weekly""".split()
)
# First words that many bodies share, or that are a body of their own.
_OF_MANY = frozenset(
    """Air American Army Central Civil Democratic European Federal First General Global House
    Independent International Internet Marine National Navy New North Public Republican Royal
    Senate Social South Special State Supreme World""".split()
)
# What bears its founder's name, who is not meant with it.
EPONYMOUS = frozenset(
    """Center Centre Foundation Hall Hospital Initiative Institute Library Museum Organization
    Organisation School""".split()
)
PLACE_WORDS = frozenset(
    """Airport Avenue Base Bay Beach Boulevard Bridge Canyon Cape City Coast County Desert District
    Gulf Harbor Harbour Highway Hills Island Islands Lake Mountain Mountains Ocean Park Peninsula
    Plaza Port Province River Road Sea Square Station Strait Street Territory Tower Town Valley
    Village Dam Reef Volcano Falls Forest Gate Palace Cathedral Mosque Stadium Arena Museum Hotel
    Basin Crater Zoo Cemetery Camp Crossing Pass Parish Ranch Prison Jail
    Parkway Expressway Freeway Turnpike Tunnel""".split()
)
EVENT_WORDS = frozenset(
    """War Summit Primary Games Olympics Festival Cup Marathon Revolution Massacre Uprising Dinner
    Breakfast Gala Parade""".split()
)
# Names of teams, behind the town or land that they play for.
TEAM_WORDS = frozenset(
    """Astros Bears Bengals Blackhawks Blues Braves Brewers Broncos Browns Bruins Buccaneers Bucks
    Bulls Canadiens Canucks Capitals Cardinals Cavaliers Celtics Chargers Chiefs Clippers Colts
    Cowboys Coyotes Cubs Diamondbacks Dodgers Dolphins Ducks Eagles Falcons Flames Flyers Giants
    Grizzlies Hawks Hornets Hurricanes Indians Jaguars Jets Knicks Lakers Lions Mariners Marlins
    Mavericks Mets Nationals Nets Nuggets Oilers Orioles Pacers Packers Padres Panthers Patriots
    Pelicans Penguins Phillies Pirates Pistons Raiders Rams Raptors Ravens Redskins Rockets Rockies
    Royals Sabres Saints Seahawks Senators Sharks Spurs Steelers Texans Timberwolves Titans Twins
    Vikings Warriors Wizards Yankees""".split()
)
# Lands and towns of teams that the news names by no other name.
TEAM_LANDS = frozenset(("Carolina", "Golden State", "Green Bay", "New England", "Tampa Bay"))
BUILT = frozenset(
    """Airport Avenue Boulevard Bridge Highway Stadium Arena Museum Cathedral Mosque Station Street
    Square Parish Prison Jail Parkway Expressway Freeway Turnpike Tunnel""".split()
)
"""Places that are often named after a person: "John F. Kennedy Airport"."""
LANDS = frozenset("County District Province Territory Township Islands Peninsula".split())
"""Places whose last word is no surname: "Douglas County"."""
PLACE_BEFORE = frozenset("Port Lake Mount Fort Cape River Camp Isle Gulf".split())
PARTICLES = r"(?:al|el|bin|ibn|ben|abu|de|da|di|do|dos|du|del|della|la|le|van|von|der|den|ter|zu|y)"
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w'’]*"
_LATER = (
    rf"-(?:{_CAPITAL}|(?!led|era|run|like|held|born|based|style|backed)[a-z]{{2,5}}\b)"  # Jong-un
)
_PIECE = rf"(?:(?:al|el|Al|El)-)?{_CAPITAL}(?:{_LATER})*(?:\.(?=\s[A-Z])(?<=\b[A-Z]\.))?"
_SEQUENCE = re.compile(rf"{_PIECE}(?: (?:(?:{PARTICLES}|of the|of|for|and) )*{_PIECE})*")
_PERSON = re.compile(rf"(?:{_PIECE})(?: (?:(?:{PARTICLES}) )*(?:{_PIECE})){{0,3}}")
_SAYING = re.compile(
    r"\s(?:said|says|told|tells|added|adds|warned|insisted|argued|wrote|explained|urged|replied)\b"
)
_SAID_BEFORE = re.compile(r"[,”\"'’]\s?(?:said|says|added|asked|wrote|explained)\s$")
_LINKS = frozenset("of for on to against".split())  # "Center for", "Network to End", "Council on"
_SMALL = frozenset("and the for with from over into after amid but not nor via than".split())
THE_BEFORE = re.compile(r"\b[Tt]he $")
_POSSESSIVE = re.compile(r"['’]s?(?: .*)?$")  # with what somebody owns: "Ada Quill's House"


DAYS = frozenset((*WEEKDAYS, *MONTHS, *ABBREVIATED, "Sep")) - {"May"}


def without_day(name: str) -> str:
    """A name without the day that follows it: "Ada Quill Thursday"."""
    words = name.split(" ")
    while words and words[-1].strip(".,") in DAYS:
        words.pop()
    return " ".join(words)


def words_of(name: str) -> list[str]:
    """The words of a name, dots and commas off."""
    return [word.strip(".,") for word in name.split()]


def is_organisation(name: str) -> bool:
    """Whether a name of two words or more says itself that it is an organisation."""
    words = words_of(name)
    if len(words) < 2:
        return False
    if words[-1] in ORGANISATION_WORDS or words[-2:] == ["School", "District"]:
        return True
    link = next((at for at, word in enumerate(words) if at and word in _LINKS), 0)
    return link > 0 and words[link - 1] in ORGANISATION_WORDS


def goes_by_first(name: str) -> bool:
    """Whether the first word of an organisation's name may stand for it: "Bain" Capital."""
    words = words_of(name)
    if words[1] == "of":
        alone = words[0] in GOES_ALONE or words[0] in ("House", "Chamber")
        return alone and NOT_ITS_FIRST.isdisjoint(words[2:])
    apart = NOT_ITS_FIRST.isdisjoint(words[1:]) and "for" not in words
    return apart and words[0] not in _OF_MANY


def is_place(name: str) -> bool:
    """Whether a name of two words or more says itself that it is a place."""
    words = words_of(name)
    if len(words) < 2 or is_organisation(name):
        return False
    return words[-1] in PLACE_WORDS or words[0] in PLACE_BEFORE


def _is_titled(text: str) -> bool:
    """Whether all longer words of a text but "from" and the like have a capital: a headline."""
    words = [word for word in text.split() if len(word) > 2 and word[0].isalpha()]
    small = sum(word[0].islower() and word not in _SMALL for word in words)
    return len(words) > 4 and small == 0


def after_office(text: str) -> Iterator[RawSpan]:
    """Persons named right after an office or a form of address: "President Ada Quill"."""
    titled = _is_titled(text)
    for _, end in office_spans(text):
        gap = re.match(r"\s*", text[end:])
        start = end + (gap.end() if gap else 0)
        match = _PERSON.match(text, start)
        if start == end or match is None:
            continue
        name = without_day(_POSSESSIVE.sub("", match.group()))
        if not name:
            continue
        if titled:  # the words of a headline go on behind the name
            name = " ".join(name.split()[: 2 if name.split()[0] in given_names() else 1])
        first = words_of(name)[0]
        if first in WORDS or first in REGNAL or name.isupper() or is_organisation(name):
            continue
        yield RawSpan(start, start + len(name), "person")


def persons(text: str, known: Lexicon, given: AbstractSet[str]) -> Iterator[RawSpan]:
    """Persons by office, by a common given name, or by their words: "said Ada Quill"."""
    yield from after_office(text)
    for match in _PERSON.finditer(text):
        start, name = match.start(), without_day(_POSSESSIVE.sub("", match.group()))
        words = words_of(name)
        while len(words) > 1 and (words[0] in WORDS or known.get(words[0])):
            start += len(name) - len(name.split(maxsplit=1)[1])
            name = name.split(maxsplit=1)[1]
            words = words_of(name)
        if len(words) < 2 or is_organisation(name) or is_place(name) or known.get(name):
            continue
        end = start + len(name)
        speaks = _SAYING.match(text, end) or _SAID_BEFORE.search(text, max(0, start - 14), start)
        if words[0] in given or (speaks and len(words) <= 3 and not name.isupper()):
            yield RawSpan(start, end, "person")


def organisations(text: str) -> Iterator[RawSpan]:
    """Organisations that say what they are: "Harbour Workers Union"."""
    for match in _SEQUENCE.finditer(text):
        name = _POSSESSIVE.sub("", match.group())
        start = match.start()
        if name.startswith(("The ", "A ", "An ")):
            start += name.index(" ") + 1
            name = name.split(maxsplit=1)[1]
        if is_organisation(name) and " and " not in name:
            yield RawSpan(start, start + len(name), "organisation")
