"""What the words around a name say of its kind, weighed: "north of Elbrook", "shares in Quill".

A model that does not know a name often gets its kind wrong, and wrong in the same way
throughout an article. The words of news prose around all its mentions together seldom do:
`testimony` gives the weights of one mention, `consistency` adds them up.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Literal

from corpus.article import EntityType
from corpus.entities.cues import is_inside, is_person_here, is_place_here
from corpus.entities.titles import HEADS
from corpus.first_names import given_names

STRONG, FAIR, WEAK = 6, 4, 1  # beside 2 for every time the model says so, 6 at most
_QUARTER = r"(?:(?:north|south)(?:[ -]?(?:east|west))?|east|west)"
_LAND = (
    r"(?:airport|border|capital|city|coast|coastline|country|district|frontier|hamlet|harbou?r"
    r"|hills?|island|mountains?|neighbou?rhood|peninsula|port|province|region|resort|river|sea"
    r"|pier|quay|ramp|settlement|strait|suburb|town|township|valley|village|waters)"
)
_STATE = (
    r"(?:ambassador|armed forces|army|central bank|constitution|consulate|courts?|currency"
    r"|economy|electorate|embassy|government|independence|jails|monarchy|navy|parliament"
    r"|population|security forces|streets|supreme court|territory|(?:[A-Za-z]+ )?[Mm]inistry"
    r"|(?:\w+ ){0,2}(?:minister|mayor|governor)|voters)"
)
_MOST = (
    r"(?:(?:second|third|fourth|fifth)[- ])?(?:biggest|largest|busiest|oldest|main|northern"
    r"|southern|eastern|western|north|south|east|west|coastal|western-?most|capital)"
)
_OFFICIAL = (
    r"(?:army|authorities|border guards|coast ?guard|courts?|diplomats?|farmers|lawmakers|military"
    r"|navy|parliament|police|prosecutors?|residents|soldiers|voters|waterworks"
    r"|(?:\w+ ){0,2}(?:authority|minister|ministry|mayor))"
)
_FIRM = (
    r"(?:airline|agency|app|bakery|bank|bistro|brewer|brewery|caf[eé]|coffeehouse|delicatessen|diner"
    r"|distillery|eatery|pizzeria|pub|restaurant|tavern|winery|broadcaster|browser|channel|charity|club|company|daily|firm"
    r"|giant|insurer|lender|magazine|(?:aircraft|car|chip|device|drug|game|gun|phone|plane|truck)?maker"
    r"|manufacturer|messenger|newspaper|operator|party|publisher|retailer|search engine"
    r"|(?:social|advertising) network|(?:messaging|streaming) service"
    r"|(?:advocacy|aid|conservation|environmental|rights|trade|watchdog) (?:group|organi[sz]ation)"
    r"|non-?profit"
    r"|start-?up|station|supermarket|think[ -]tank|tabloid|union|website|weekly)"
)
_OWN = (
    r"(?:board|brands?|chairman|chairwoman|chief executive|CEO|customers|earnings|factor(?:y|ies)"
    r"|founders?|headquarters|newsroom|parent company|players|products?|profits?|revenues?|sales"
    r"|shareholders|shares?|share price|stock|subsidiar(?:y|ies)|works|plants?|website)"
)
_KIN = (
    r"(?:wife|husband|widow|father|mother|parents|son|sons|daughter|brother|sister|uncle|aunt"
    r"|cousin|family|lawyers?|attorney|childhood|body|funeral|hands?|eyes|face|voice|predecessor"
    r"|successor|death|resignation|boyfriend|girlfriend)"
)
SHIP = (
    r"(?:aircraft carrier|barge|destroyer|dinghy|dredger|ferry|freighter|frigate|lifeboat|liner"
    r"|container ship|cruise ship|ship|schooner|steamer|submarine|supertanker|tanker|trawler|tug"
    r"|tugboat|vessel|warship|yacht)"
)

_PLACE_BEFORE = re.compile(
    rf"\b(?:{_QUARTER} of|(?:km|kilomet(?:er|re)s|miles) (?:from|of)|border with|(?:people"
    r"|residents|inhabitants|streets|citizens|outskirts|mayor|governor|suburbs?|coast|shores?"
    rf"|centre|center|anglers|voters|airports?) of|{_LAND} of) $"
)
_PLACE_AFTER = re.compile(
    rf"['’]s (?:{_STATE}|{_MOST}|(?:{_MOST} )?{_LAND})\b|-based\b|, (?:a|an|the) "
    rf"(?:(?!of\b)[\w-]+ ){{0,3}}(?:{_LAND}|pipeline)\b(?!['’])"
    r"|,? \d+ (?:km|kilomet(?:er|re)s|miles) "
    rf"| (?:{_LAND}|embassy)\b| (?:(?:oil|gas) )?pipelines?\b"
    r"| (?:is|are|was|lies|sits) (?:(?:located|situated) (?:in|near)|home to"
    r"|close to (?:where|the (?:\w+ )?(?:border|front|sea|coast|capital|city|town))"
    r"|(?:about )?\d+ (?:km|kilomet(?:er|re)s|miles))\b"
)
_PLACE_OFFICE = re.compile(rf"(?:['’]s)? {_OFFICIAL}\b", re.IGNORECASE)
_LED_TO = re.compile(
    r"\b(?:flew|flown|travell?(?:ed|ing)|drove|fled|fleeing|return(?:ed|ing)?|trip|visit|flights?"
    r"|road|trains?|deport(?:ed|ation)|exports?|moved|arrived?|arriving|landed|born|based|live[sd]?"
    r"|living|town|people|comes?|came|down|left for|run|column|convoy|boat|ferry|bus|crossing"
    r"|journey|way|voyage) (?:to|from|at|in|into) $"
)
# "in Quill's name", "in Quill shops": what follows is meant and not the name.
_GOES_ON = re.compile(
    r"['’]s | (?!(?:and|or|as|at|after|against|amid|are|before|but|by|during|for|from|had|has|have"
    r"|he|if|in|into|is|it|last|next|of|on|over|said|she|since|so|than|that|the|then|they|this|to"
    r"|under|until|was|were|when|where|which|while|who|will|with|would|[a-z]+ed)\b)[a-z]"
)
_TOWARDS = re.compile(
    r"(?<!according )(?<!letter )(?<!letters )(?<!email )(?<!memo )(?<!message )(?<!response )"
    r"(?<!reply )(?<!loyal )(?<!close )(?<!tear )(?<!tears )(?<!tore )"
    r"(?<!\w)(?:to|from|into|off|at|around|between|via) $"
)
_STRUCK = re.compile(
    r"\b(?:(?:air|missile|drone|chemical|gas|rocket|mortar|sarin) ?(?:attacks?|strikes?|raids?)"
    r"|airstrikes?|used in an attack|raids?|shelling|bombing|bombardment|siege|assault|offensive)"
    r" (?:on|of|against) $"
)
_BYLINE = re.compile(r", (?:The )?[A-Z][\w’']+(?: [A-Z][\w’']+){0,3}: [\"“]")  # of a press review
_LIES_IN = re.compile(r" (?:in|near|outside) (?:the )?(?:[a-z-]+ )?[A-Z]")
_PERSON_BEFORE = re.compile(rf"\b(?:{'|'.join(HEADS)})\.? $")
_PERSON_AFTER = re.compile(rf"['’]s? (?:[\w-]+ )?{_KIN}\b")
_FIRM_BEFORE = re.compile(
    rf"\b(?:{_FIRM}|(?:[Ss]hares|[Ss]take|[Ii]nvestors?|[Ss]hareholders?) (?:in|of)"
    r"|(?:told|reported by|owned by) [Tt]he|members? of"
    r"|(?:editors?|journalists?|reporters?|columnists?|correspondents?|employees) (?:of|at|for)) $"
)
_FIRM_AFTER = re.compile(
    rf"['’]s? (?:[\w-]+ )?{_OWN}\b| (?:shares|stock|shareholders|executives|newspaper|magazine"
    r"|news (?:agency|site)|fighters|militants|spokes(?:man|woman|person)|app|users"
    r"|co-?founders?|founder|CEO)\b"
)
_FIRM_TOLD = re.compile(
    rf", (?:a|an|the) (?:[\w-]+ ){{0,3}}{_FIRM}(?=[,.;]| (?:based|behind|founded|in|owned|run|that"
    r"|which|whose|with)\b)"
)
_OWN_SITE = re.compile(r"\b(?:its|their) $")
_SITE = re.compile(r" (?:works|plants?|factor(?:y|ies)|offices?|base|branch|headquarters)\b")
_LEFT = re.compile(r"\b(?:left|leaves|leaving|reached|reaches|reaching|departed) $")
_REGIME = re.compile(
    r"(?:['’]s)? (?:administration|presidency|transition team|impeachment|campaign manager|aides"
    r"|allies|tweets?|tweeted|takes office|took office)\b"
)
_AND_SAID = re.compile(
    r" and [A-Z][\w’'-]+ (?:said|say|wrote|write|added|argued|told|testified|were married)\b"
)
_FOR_OR_AGAINST = re.compile(r"\b(?:[Pp]ro|[Aa]nti|[Nn]ever)-$")
_NO_SUBJECT = re.compile(
    r"(?:\b(?:about|against|and|around|at|between|by|for|from|in|into|like|near|of|on|or|outside|over"
    r"|than|the|to|under|via|with|within)|['’]s|[A-Z][\w.]*|\d,?|[&-]) $"
)
_DOES = re.compile(
    r" (?:(?:also|then|later|once|has|had|himself|herself|repeatedly|recently) )?(?:(?P<says>said"
    r"|told|insisted|added|tweeted|denied|denies|replied|recalled|testified|announced|acknowledged)"
    r"|(?P<argues>argued|argues|claimed|claims|explained|explains|insists|noted|notes|adds|says"
    r"|tells|warned|warns)|was (?:born|arrested|detained|sentenced to|hospitali[sz]ed|stabbed"
    r"|shot dead|raised in|married|beheaded|buried)|died (?:of|at|in|on)|grew up|graduated)\b"
)
_STAFF = re.compile(r"['’]s ([A-Z][a-z]+) [A-Z][a-z]+")
_SHIP_BEFORE = re.compile(rf"\b{SHIP} $")
_CRAFT = re.compile(
    r" (?:rockets?|spacecraft|spaceship|capsule|orbiter|lander|rover|space telescope|headsets?"
    r"|smartphones?|consoles?|airliners?|launch vehicle)\b"
)
_MADE = re.compile(r"['’]s? (?:[a-z-]+ ){0,2}$")  # "Quill's new Gannet rocket"
_WORK_BEFORE = re.compile(  # "the film Selma"; what people do with one is looked at behind
    r"\b(?:album|biopic|documentary|drama|film|(?:video |computer |adventure |shooter )?game|memoir"
    r"|movie|musical|novel|podcast|sitcom|thriller|(?:TV|television) (?:series|show))"
    r"(?: (?:called|titled|entitled))? $"
)
_WORK_AFTER = re.compile(
    r"[,;:)”\"]|\.(?!\w)| (?:\(|(?:about|and|as|by|directed|in|is|on|or|starring|was|which|with)\b)"
)
_ABOARD = re.compile(
    r"\b(?:aboard|on board|(?:deck|hull|crew|captain|bow|stern|wreck|sinking) of"
    r"|(?:passengers?|crew|people|survivors)\b[^.,;]{1,26} (?:off|on)) the $"
)


def does(text: str, start: int, end: int) -> Literal["", "says", "argues", "lives"]:
    """Whether a name is the subject of what only people and bodies do, "argues" where books do it
    too, "lives" of people alone."""
    if text[end : end + 1] != " " or (found := _DOES.match(text, end)) is None:
        return ""
    owned = " " in text[start:end] and text[start - 3 : start] in ("'s ", "’s ")
    if not owned and _NO_SUBJECT.search(text, max(0, start - 24), start):
        return ""  # "the Vell Post's Ada Quill said" is her word
    return "says" if found["says"] else "argues" if found["argues"] else "lives"


def testimony(text: str, start: int, end: int) -> Counter[EntityType]:
    """How much the words beside one mention of a name speak for each kind."""
    said: Counter[EntityType] = Counter()
    before = text[max(0, start - 40) : start]
    if _FOR_OR_AGAINST.search(before):  # "a pro-Quill district"
        return said
    if is_place_here(text, start, end) or _PLACE_BEFORE.search(before):
        said["place"] += STRONG
    if _PLACE_AFTER.match(text, end):
        said["place"] += STRONG
    elif _PLACE_OFFICE.match(text, end):
        said["place"] += FAIR
    led = is_inside(text, start) or _LED_TO.search(before) is not None
    left = _LEFT.search(before) is not None and text[end : end + 2] not in ("'s", "’s")
    if left or (led and not _GOES_ON.match(text, end)):
        said["place"] += FAIR
    elif _STRUCK.search(before):
        said["place"] += FAIR - 1
    elif before.endswith("at ") and " " not in text[start:end] and _LIES_IN.match(text, end):
        said["place"] += FAIR
    elif _TOWARDS.search(before):
        said["place"] += WEAK
    if _OWN_SITE.search(before) and _SITE.match(text, end):
        said["place"] += STRONG
        return said
    if start == 0 and _BYLINE.match(text, end):
        said["person"] += STRONG
    if is_person_here(text, start, end):
        said["person"] += FAIR
    if _AND_SAID.match(text, end):
        said["person"] += FAIR - 1
    staff = _STAFF.match(text, end)
    if staff is not None and staff[1] in given_names():
        said["organisation"] += FAIR - 1
    if _PERSON_BEFORE.search(before):
        said["person"] += STRONG
    if _PERSON_AFTER.match(text, end) or _REGIME.match(text, end):
        said["person"] += FAIR
    if does(text, start, end) == "lives":
        said["person"] += STRONG
    if _FIRM_BEFORE.search(before) or _FIRM_TOLD.match(text, end):
        said["organisation"] += STRONG
    if _FIRM_AFTER.match(text, end):
        said["organisation"] += FAIR
    if _WORK_BEFORE.search(before) and _WORK_AFTER.match(text, end):
        said["work"] += STRONG
    if _CRAFT.match(text, end) and _MADE.search(before):
        said["work"] += 2 * STRONG
    if _SHIP_BEFORE.search(before) or _ABOARD.search(before):
        said["work"] += 2 * STRONG
    return said
