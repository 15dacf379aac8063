"""Who says what a sentence tells, by its verb of saying: the subject before or behind it.

In goes the text of one sentence, out comes a `Saying`: the words for whoever speaks, as they
stand there, a pronoun too. Nobody is guessed: a verb whose subject is not told gives nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.agencies import is_agency
from corpus.quotations.names import PARTISANS
from corpus.quotations.phrases import PEOPLE_WORDS, is_speaker
from corpus.quotations.subjects import forward, subject_before
from corpus.quotations.words import (
    DETERMINERS,
    NOT_NAMES,
    NOT_SUBJECTS,
    ORGANISATIONS,
    REPORTING,
)
from corpus.words import WEEK

ALONE = frozenset(
    """said says say told tells warns warned explains explained insists insisted insist argues
    argued argue wrote writes tweeted stressed alleges allege""".split()
)
"""Verbs that report by themselves; the others also claim lives and announce dates."""
_OF_SOMEBODY = frozenset(
    """announced announces confirmed confirms confirm denied denies deny acknowledged acknowledges
    acknowledge predicted conceded concedes admitted admits pledged vowed reported reports report
    estimated""".split()
)
"""Verbs that tell what a person or a body says, whatever their object is."""
_PLURAL = frozenset("say confirm deny warn insist argue allege acknowledge report claim".split())
_DEPENDENT = frozenset(
    "saying adding claiming insisting announcing arguing warning acknowledging writing".split()
)
_NOUNS = frozenset("states claims notes reports report claim".split())
VERBS = REPORTING | ALONE | _OF_SOMEBODY | _PLURAL | _DEPENDENT
_VERB = re.compile(rf"\b(?P<cue>{'|'.join(sorted(VERBS, key=len)[::-1])})\b(?!\s(?:to be|by)\b)")
_SEVERAL = re.compile(
    r"(?:.*[a-z]s|.*\b(?:[Pp]olice|people|men|women|media|[Mm]PS?|[Tt]hey|they))$"
)
_NOT_SAID = re.compile(  # "was told", "would not say", "declined to say", "can report"
    r"\b(?:was|were|is|are|am|be|been|being|to|not|n[’']t|will|would|can|could|may|might|must|shall|"
    r"should|let|[’']ll|cannot|never|a|an|the|this|that|its|their|his|her|our|of|no|any|such|"
    r"according)\s(?:[a-z]+ly\s|been\s|also\s|yet\s)*$"
)
_ENDS = re.compile(
    r"[’']?(?:\s?[.,;:()\[—–”\"]|\s*$|\s(?:in|on|at|of|from|for|with|who|whose|which|during|after|before|"
    r"when|as|to|late|early|last|this|today|yesterday|tonight|earlier|later|and|but|by|near|outside|"
    r"[A-Z][a-z]+day)\b)"
)
_ONE_WHO = re.compile(  # "A worker who came after the fire said"
    r"(?:An?|The|One)\s(?P<np>[\w-]+(?:\s[\w-]+){0,3})\swho\s[^,;:]*"
)
_MEMBERS = re.compile(  # "Lawyers representing the owner", "the family of a man who was held"
    r"(?:.*?,\s)?(?:[Tt]he\s|[Aa]\s|[Aa]n\s|[Ii]ts\s|[Hh]is\s|[Hh]er\s|[Tt]heir\s)?"
    r"(?P<np>(?:[\w.’'-]+\s){0,3}?(?P<head>[a-z]+|[A-Z][a-z]+))\s"
    r"(?:of|for|in|at|from|with|near|who|representing|working|close|familiar|speaking)\s[^,;:“”\"]{3,110}"
)
_STAFF = re.compile(r"(?:.*[,;]\s)?(?P<np>(?:[A-Z][\w’'-]*\s){1,4}(?P<head>[a-z]+))")
_BODY = re.compile(  # "..., state-run Al-Ahram newspaper reported", "..., which news agency dpa"
    r".*(?:,[”\"]?|which|that)\s(?:the\s)?(?:[a-z][\w-]*\s){0,3}?(?P<np>[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,4}"
    r"(?:\s(?:newspaper|agency|television|radio|magazine|website))?|(?<=agency\s)[a-z]{3})$"
)
_AGENT = re.compile(
    r"(?:[^aeiou\W]|[aeiou][^aeiou\W])(?:ers?|ors?|ists?|ians?|eers?|ees?)$|(?:man|men|woman|women|people|"
    r"folks?|kids|ants?|children|teens?|teenagers?|students?|sources|allies|ally|"
    r"majority|minority|regime|guys?|mechanics?|polls?|data|figures|records|airport|guards?|staff|"
    r"crew|troops|media|embassy|services?|office|command|centre|center|mission|authorities)$"
)
"""The endings of nouns for people, and some of bodies that `BODIES` leaves out."""
_NO_AGENTS = frozenset(
    """sector factor tractor reactor motor tower number weather winter summer river water chapter
    border power matter other another offer computer paper corner shelter theater quarter
    disaster shower dinner air chair floor door color colour labor labour humor humour rumor
    rumour error terror horror mirror doctrine""".split()
)
_LINKS = frozenset(
    "of for and in at on the de la le du da di van von der den bin al el y i &".split()
)
_OF = frozenset("of for in at from with on behind by near".split())
_PRONOUNS = frozenset("he she they it we i".split())
_NOBODY = frozenset(
    "the a an its their his her this that you who which these those him them there what one".split()
).union(WEEK)
_POINTS = re.compile(r"(?:[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose|[Ww]hich|[Ww]hat)\b")
_CLAUSE = re.compile(r"(?:that|it|he|she|they|the|its|his|her|their|there|no)\b")
_OF_TWO = re.compile(  # the first word of a name of two whose second is a people or a place too
    r"(?P<first>\b[A-Z][a-z]+\s(?:and|or)|\b(?:Costa|Puerto|Sri|Saudi|South|North|West|East|New|United|Hong|El|San|Los|Las|Sierra|Burkina|"
    r"Cape|Papua|Northern|Southern|Western|Eastern|Central|Equatorial|Czech|Dominican)|\b\d+(?:st|nd|rd|th))"
    r"\s$"
)
_OF_MEDIUM = re.compile(
    r"\b(?!The\s|A\s|An\s)(?P<first>[A-Z][\w’'.-]*)(?:\s[A-Z][\w’'.-]*){0,3}\s(?:news\s|state\s)?$"
)
_OF_OFFICIALS = re.compile(
    r"^(?:The\s)?(?P<first>(?!The\b)[A-Z][a-z]+)\s(?:(?!of\b|in\b|and\b)[a-z]+\s){0,2}$"
)
_NO_PART = (VERBS | DETERMINERS | set(map(str.lower, NOT_NAMES)) | NOT_SUBJECTS) - {"and", "or"}
"""Words that are no part of who speaks: "Orlov said the officials", "Still aides"."""
_MEDIA = frozenset("agency newspaper paper magazine television radio website network".split())
_OF_BODY = re.compile(
    r"\s(?:of|for|on)\s(?:the\s)?[A-Z][\w’'-]*(?:\s(?:and\s)?[A-Z][\w’'-]*)*(?=\s|$)"
)
_RELATIVE = re.compile(r"(?:,|\bthat)\s(?:which|who|that)\s(?:[\w’'.-]+\s){1,5}$")
_DATELINE = re.compile(
    r"(?:[A-Z]{3}[A-Z.,/’' -]*(?:, [A-Z][\w. ]{1,20})?\s?)?(?:\([^()]{2,40}\)\s?)?[-–—]{1,2}\s+"
    r"(?=\S)"
)
_OPENINGS = ("that ", "how ", "why ", "whether ")
_CREDIT = re.compile(r"(?:[A-Z][\w’'.-]*\s){1,4}reports\.?")  # "Lena Orlova reports."
_ASKS = re.compile(r"(?:What|How|Why|Who|When|Where|Did|Do|Does|Is|Are)\b[^“\"]*\?\s*$")
_WHERE = re.compile(r"from\s[A-Z][^,;]{1,40}\.?$")
_TURNS = frozenset(
    """that which who whom whose when where while as time after before since because if of in at on
    for with to by from is was are were""".split()
)
_BESIDE = re.compile(  # "a family living above the baker said"
    r"\b(?:above|below|beside|opposite|behind|inside|outside|near|under|around|across|beneath|next\sto)"
    r"\s(?:(?:the|an?|his|her|their|its)\s)?$"
)
_PARTED = re.compile(r"(?:^|[,”\"—–-])\s*(?:[\w’'.-]+\s+){0,6}$")


@dataclass(frozen=True, slots=True)
class Saying:
    """Who says it, in the words of the sentence, where they begin there, and the verb."""

    who: str
    at: int
    cue: str

    @property
    def is_pronoun(self) -> bool:
        """Whether the sentence leaves it to the one before to tell who."""
        return self.who.lower() in _PRONOUNS


def saying(text: str) -> Saying | None:
    """The first verb of saying in a sentence that tells whose words the sentence reports.

    >>> saying("Police say 27 people were hurt.")
    Saying(who='Police', at=0, cue='say')
    """
    if _CREDIT.fullmatch(text) or _ASKS.match(text):
        return None
    dateline = _DATELINE.match(text)
    begin = dateline.end() if dateline is not None else 0
    for match in _VERB.finditer(text, begin):
        head = text[: match.start()]
        if not head.strip() or in_marks(head) or _NOT_SAID.search(head):
            continue
        found = _of_verb(text, head, match, begin)
        if found is not None:
            return found
    return None


def _of_verb(text: str, head: str, match: re.Match[str], begin: int) -> Saying | None:
    cue, behind = match["cue"], text[match.end() :].lstrip()
    if cue == "reported" and _WHERE.match(behind):
        return None  # "Orlova reported from Aldmere."
    if cue in ("pledged", "vowed") and not behind.startswith(("to ", *_OPENINGS)):
        return None  # "pledged allegiance"
    closes = not behind.strip('.”"’ ')
    paused = head.rstrip().endswith((",", "”", '"'))
    if cue in _DEPENDENT:
        who = subject_before(head, True) if paused and _CLAUSE.match(behind) else None
        found = _placed(text, head, who, cue)
        return found if found is not None and _opens(head, begin, found) else None
    before = None
    if closes or paused or cue in ALONE or cue in _OF_SOMEBODY or behind.startswith(_OPENINGS):
        before = _placed(text, head, _subject(head, cue, closes=closes), cue)
    if paused and not closes and not (before is not None and _opens(head, begin, before, ",")):
        who = forward(behind)
        at = text.find(who, match.end()) if who else -1
        if who and at >= 0 and is_source(who) and _ENDS.match(text[at + len(who) :]):
            return Saying(who, at, cue)
    if before is None or _BESIDE.search(head, 0, before.at):
        return None
    if not closes and is_noun(cue, text[match.start() :]) and not _RELATIVE.search(head):
        return None
    if cue in _PLURAL and not _are_several(before.who):
        return None
    told = closes or behind.startswith(_OPENINGS) or cue in ALONE
    told = told or (cue.startswith("report") and _RELATIVE.search(head) is not None)
    if not told and not _heads(head, begin, before):
        return None
    if closes and not _PARTED.search(head[: before.at]):
        return None  # "the number of jobs the sector has added"
    return before


def _are_several(who: str) -> bool:
    """Whether a subject may go with a verb of the plural; "New York Times" may not."""
    if _SEVERAL.match(who) is None:
        return False
    last = who.split()[-1]
    return not last[:1].isupper() or who == last or " and " in who or last in PARTISANS


def _heads(head: str, begin: int, found: Saying) -> bool:
    """Whether a subject is that of its sentence: no relative clause, nothing that only tells when
    or of what ("at the time Orlov announced", "a suit the mayor announced")."""
    ahead = re.split(r"[,;:]|\b(?:and|but|though)\b", head[begin : found.at])[-1].split()
    behind = head[found.at + len(found.who) :]
    closed = behind.rstrip().endswith(",")
    parted = closed and behind.count(",") < 2 and "," not in head[begin : found.at]
    within = not closed and " who" in behind
    return not (parted or within) and _TURNS.isdisjoint(map(str.lower, ahead))


def _opens(head: str, begin: int, found: Saying, behind: str = "") -> bool:
    """Whether a clause opens with a subject, and goes on with `behind`."""
    ahead = head[begin : found.at].strip(' “"').lower()
    return ahead in ("", "the", "a", "an") and head[found.at + len(found.who) :].startswith(behind)


def _subject(head: str, cue: str, *, closes: bool) -> str | None:
    """The subject of a verb from the words before it, in the words of the sentence."""
    one = _ONE_WHO.fullmatch(head.strip())
    if one is not None and is_source(one["np"]):
        return one["np"]
    who = subject_before(head, False)
    if who is not None and who not in head:
        who = who.replace("’", "'")
    if who is not None and (who.lower() in _PRONOUNS or is_source(who)):
        return who
    bare = head.strip()
    for shape in (_MEMBERS, _STAFF, _BODY):
        if shape is _BODY and not (closes or cue.startswith("report")):
            continue
        found = shape.fullmatch(bare)
        if found is not None and is_source(found["np"]):
            return found["np"]
    return None


def _placed(text: str, head: str, who: str | None, cue: str) -> Saying | None:
    """A subject with its place, and with what belongs to its name on either side."""
    if who is None or who.lower() in _NOBODY or describes(who, text):
        return None
    who = who.split(", ")[-1].removesuffix(" issued")
    if who.lower() in _PRONOUNS:
        found = re.search(rf"\b{who}\b(?!.*\b{who}\b)", head, re.IGNORECASE | re.DOTALL)
        return Saying(found[0], found.start(), cue) if found is not None else None
    at = head.rfind(who)
    if at < 0 or not is_source(who) or head[at + len(who) :].startswith(("’s ", "'s ")):
        return None
    whole, at = in_full(head, who, at)
    return Saying(whole, at, cue)


def in_full(text: str, who: str, at: int) -> tuple[str, int]:
    """A subject at `at` with what belongs to its name on either side, and where that begins:
    "Rican investigators" are "Costa Rican investigators"."""
    end = at + len(who)
    if who[:1].isupper():
        before = _OF_TWO.search(text[:at])
    else:
        before = (_OF_MEDIUM if who in _MEDIA else _OF_OFFICIALS).search(text[:at])
    if before is not None and _NO_PART.isdisjoint(before[0].lower().split()):
        at = before.start("first")
    if who.split()[-1] in ORGANISATIONS and (more := _OF_BODY.match(text, end)) is not None:
        end = more.end()
    return text[at:end], at


def is_source(who: str) -> bool:
    """Whether words name a person or a body, or are a noun phrase for one."""
    tokens = who.split()
    if not tokens or _POINTS.match(who) or who in NOT_NAMES:
        return False
    if is_agency(who):
        return True
    if tokens[-1][:1].isupper() or tokens[-1].startswith(("al-", "el-")):
        if len(tokens) == 1 and tokens[0].find(".") == len(who) - 1:
            return False  # "of Aldmere, Va., said"
        first = next(n for n, t in enumerate(tokens) if t[:1].isupper() or t[:3] in ("al-", "el-"))
        small = [t for t in tokens[first:] if t[:1].islower() and t[:3] not in ("al-", "el-")]
        return all(t in _LINKS for t in small) or (first > 0 and _noun(tokens[:first]))
    return _noun(tokens)


def _noun(tokens: list[str]) -> bool:
    for at, token in enumerate(tokens):
        if at and token in _OF:
            tokens = tokens[:at]
            break
    noun = tokens[-1].lower().rstrip(",")
    if is_speaker(noun) or PEOPLE_WORDS.fullmatch(noun) is not None:
        return True
    return _AGENT.search(noun) is not None and noun not in _NO_AGENTS


def is_noun(cue: str | None, text: str) -> bool:
    """Whether "states", "claims" or "notes" is no verb: nothing is said behind it ("in several
    Southern states reasoned")."""
    if cue not in _NOUNS:
        return False
    behind = text.partition(cue)[2].lstrip()
    if cue in ("reports", "report") and re.match(r"(?:from|that)\s", behind):
        return not behind.startswith(("that", "from the", *map("from {}".format, _CAPITALS)))
    return bool(behind) and behind[0].isalpha() and _CLAUSE.match(behind) is None


_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def describes(who: str, text: str) -> bool:
    """Whether a word names nobody: an article, or a participle that opens its sentence: "Masked
    gunmen", "Having been heavily favoured"."""
    if who.lower() in _NOBODY:
        return True
    alone = " " not in who and text.lstrip(" “\"'‘").startswith(who)
    return alone and who.endswith(("ed", "ing")) and who.lower() not in _ENDING_SO


_ENDING_SO = frozenset("beijing ted ahmed mohammed mohamed fred ned king".split())


def points(who: str) -> bool:
    """Whether words only point at something: "That one"."""
    return _POINTS.match(who) is not None


def in_marks(head: str) -> bool:
    """Whether a text breaks off inside quotation marks."""
    return head.count("“") > head.count("”") or head.count('"') % 2 == 1
