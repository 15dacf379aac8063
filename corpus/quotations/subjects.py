"""The subject of a clause: words beside a cue come in, the name or phrase that speaks goes out.

Before the cue ("Orlov, a minister, said"), behind it ("said Orlov") or at the opening of the
sentence; names lose their titles, and a phrase that a name only ends stays whole.
"""

from __future__ import annotations

import re

from corpus.first_names import is_given
from corpus.quotations.appositions import (
    DESCRIBED,
    before_office,
    before_relative,
    between_dashes,
    with_one_office,
)
from corpus.quotations.asides import PIECE, without_asides
from corpus.quotations.joint import both, both_before, both_behind
from corpus.quotations.names import CAPITAL, LINK, UPPER, full_name, strip_titles
from corpus.quotations.openings import is_past, is_verb, opening_subject
from corpus.quotations.phrases import (
    PEOPLE_WORDS,
    ending,
    is_speaker,
    named_subject,
    without_others,
)
from corpus.quotations.targets import source_of
from corpus.quotations.words import (
    ADVERB,
    BODIES,
    DETERMINERS,
    DOCUMENTS,
    HEADS,
    NOT_NAMES,
    NOT_SUBJECTS,
    ORGANISATIONS,
    PRONOUNS,
    ROLES,
    SPEECH,
    STOP_AFTER_NAME,
)
from corpus.words import WEEKDAYS

_APPOSED = re.compile(
    r"\s*(?:(?!(?:to|from|against|with|(?<!written )(?<!penned )(?<!authored )by)\s)"
    r"[a-z’'-]+\s){0,4}"
    rf"(?P<name>{CAPITAL}\s(?:{LINK}\s)?{CAPITAL}(?:\s{CAPITAL}){{0,3}})"
    r"(?:\s(?:of|from|at|with)\s[^,;:]{2,60})?\s*"
)
_APPOSED_BEHIND = re.compile(
    rf"\s*(?!(?:[a-z]+ing|which|who|whose|where|when|that)\b)(?:[a-z’'-]+\s){{0,4}}"
    rf"(?P<name>{CAPITAL}(?:\s(?:{LINK}\s){{0,2}}{CAPITAL}){{0,5}})"
)
_ABBREVIATED = re.compile(
    rf"(?<!\w)(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Prof|Rev|St|Adm|Del|Sec|Jr|Sr|No|[{UPPER}]|[{UPPER}]\.[{UPPER}])\.$"
)
_INNER_STOP = re.compile(r"[A-Za-z]{4,}\.\s|(?<!\S)[a-z]{2,}\.\s(?=[A-Z])|\.\s*$|[’']\s*$")
_SHORTENED = re.compile(
    r"\b(?:Brig|Supt|Insp|Atty|Asst|Pres|Amb|Messrs|Sen|Rep|Gov|Gen|Prof|Capt|Cmdr|Sens|Reps|Adm|Col)\.\s"
)
_ADDED = (
    r"(?:also|has|have|had|later|then|recently|once|again|previously|repeatedly|often|"
    r"even|simply|still|just|now|would|will|did|does|do|not|could|can|may|might|himself|herself|both|"
    r"reportedly|publicly|already|earlier|always|further|soon|first|"
    r"(?:on|late|early)\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"in\s(?:19|20)\d\d|in\sthe\spast|(?:last|this)\s(?:week|month|year|night|spring|summer|autumn|fall|winter)|"
    rf"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|{ADVERB})"
)
_TRAILING = re.compile(rf"\s(?:\s*{_ADDED})(?:\s+{_ADDED})*\s*$")
_TRAILING_PHRASE = re.compile(
    r"\s(?:in|on|at|during|after|before|through|via)\s(?:[a-z’'-]+\s){0,3}?[\w’'.-]+(?:\s[\w’'.-]+){0,5}$"
)
_OPENS_APPOSED = re.compile(
    rf"(?:But |And |Yet |Then |So )?(?P<name>(?:(?:{CAPITAL}|{LINK})\s?){{2,6}}),\s(?=\w)[^;:]*,\s"
    r"[^;:]*,$"
)
_PERSON_ALONE = re.compile(rf"\s(?P<name>{full_name(2, 4)})")
_SPEAKS_FOR = re.compile(  # "A spokesman for the chancellor, Lena Orlova, said" is the spokesman
    r"(?:^|\s)(?:[Aa]n?|[Tt]he|[Oo]ne)\s(?:[a-z-]+\s)?(?P<who>(?:spokes(?:man|woman|person)|aide|"
    r"adviser|advisor|lawyer|attorney|ally|friend|representative)\s(?:for|to|of))\s[^,;:]+$"
)
_OFFICE = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[’']s)\s(?:[\w-]+\s){{0,4}}?(?:{'|'.join(sorted(ROLES))}|Democrat|Republican)\b"
)
_WHO = re.compile(
    r"(?:^|,\s|\b(?:and|but|while|as)\s)(?P<np>[^,;:]{3,80}?),?\s(?:who,?|whose)\s[^;:]*,$"
)
_WHO_CLOSES = re.compile(r"(?<=[a-z])\s(?:who|whose)\s[^,;:]+$")
_ASIDE = re.compile(  # "Orlov, in a statement on Monday, said"
    r"(?<=\w),\s(?:(?:in|on|at|during|speaking|writing|responding|asked|appearing|for example|for "
    r"instance)\b[^,;:]*(?<!\.)(?:,\s[A-Z][A-Za-z]+(?:\s[A-Z][a-z]+)?)?|meanwhile|however|too|though|also|moreover|nonetheless|nevertheless),$"
)
_IS_ONE_WHO = re.compile(r"^[^,;]*\b(?:is|was|are|were)\s(?:a|an|one|the)\s[^,;]*$")
_CLAUSE = re.compile(  # "... before the captain came back and", "that the minister answered by"
    r"\b(?:before|after|when|until|because|where|while|that)\s"
    r"(?P<rest>(?:the|a|an|his|her|its|their)\s[^,;:]{5,80})\s(?:and|by)$"
)
_NO_VERB = NOT_SUBJECTS - {
    "is",
    "are",
    "was",
    "were",
    "has",
    "have",
    "had",
    "did",
    "does",
    "do",
    "said",
    "told",
}
_AS = re.compile(  # "... silent as the captain left and"
    rf"\b(?:as|while)\s(?P<rest>(?:(?:the|his|her|its|their)\s[a-z]+|{CAPITAL}(?:\s{CAPITAL}){{0,2}})\s"
    r"(?:has\s|had\s|also\s)?(?P<verb>[a-z]+)\b[^;:]{3,80})\sand$"
)
_CONTRACTED = re.compile(r"[’'](?:ve|d|ll|re|s)$")
_RELATIVE = re.compile(r"[\s,—–-]+(?:who|which|that)$")
_THOSE = re.compile(r"\b[Tt]hose\s(?:who|in|on|with|[a-z]+(?:ed|ing))\s[^,;:]+$")
_ISSUED = re.compile(  # "A statement sent by Lena Orlova, a lawyer, said"
    r"(?P<np>(?:A|The|His|Her|Its|Their)\s(?:[a-z]+\s)?(?:statement|letter|memo|report|e-?mail|release|"
    r"filing|complaint|lawsuit))(?:\sto\s[^,;:]{2,80})?,?\s(?:first\s|originally\s)?(?:released|issued|sent|posted|signed|written|filed|from|by)\b"
)
_ONE_WHO = re.compile(  # "the other who voted for Orlov", "one nurse who works for the port"
    r"(?:^|[,;:—–]\s|\b(?:[Aa]nd|[Bb]ut|while|as|that)\s)(?P<np>(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother)\s"
    rf"(?:[A-Za-z-]+\s){{0,4}}?(?P<noun>[a-z-]+))(?:\s(?:for|of|at|from)\s[^,;:—–]{{2,60}})?\swho\s[a-z][^,;:]*\s(?:{CAPITAL}|"
    r"(?:for|at|in|with|near|on)\s(?:the|an?|his|her|their)\s[^,;:]{2,50})$"
)
_MANY_WHO = re.compile(  # "Republican governors who gathered near the White House"
    r"(?:^|[,;:—–]\s|\b(?:and|but|while|as|that)\s)(?P<np>(?:[A-Z][a-z]+\s)?(?:[a-z-]+\s){0,3}?"
    rf"(?P<noun>[a-z-]+s|people|women|men))\swho\s[a-z][^,;:—–]*\s(?:{CAPITAL}|"
    r"(?:for|at|in|with|near|on)\s(?:the|an?|his|her|their)\s[^,;:—–]{2,50})$"
)
_ONES = frozenset("other one person people others eyewitness witness bystander".split())
_WHO_IS = re.compile(  # "an official who's close to the port said"
    r"\swho[’']s\s(?=(?:close|near|familiar|involved|briefed|aware|loyal)\b)"
)
_PLACED = re.compile(rf"\s(?:in|at|near|from|of|outside)\s{CAPITAL}(?:\s{CAPITAL})?,\s{CAPITAL}$")
_UNNAMED = re.compile(  # "one pilot working in Aldmere who asked not to be named"
    r"(?:\s(?:working|living|based|serving)\s(?:in|at|for|with)\s[^,;:]{2,40}?)?\s(?:who|and)\s"
    r"(?:asked|requested|declined|did|didn[’']t|insisted|wished|spoke|refused)\b[^,;:]{0,60}\s"
    r"(?:named|identified|anonymity|anonymous|quoted)$"
)
_ANONYMOUS = re.compile(  # "an official who spoke to Quill on condition of anonymity to discuss it"
    r"(?<=[a-z])\s(?:who|speaking)\s[^,;:]{0,80}\b(?:anonymity|anonymously|not authorized|"
    r"unauthorized)\b[^,;:]{0,80}$"
)
_CREDIT = re.compile(  # a picture's, run together with a caption: "AP:Associated Press Orlov says"
    r"^\s*[A-Z][\w&./ -]{0,30}:(?=[A-Z])(?:(?:Associated Press|Press Association|Reuters|"
    r"Agence France-Presse|European Pressphoto Agency|Getty Images|Getty|AFP|EPA|AP|PA|"
    r"Rex Features|Rex|Alamy|Shutterstock|Splash News|Xinhua|Bloomberg)\s+(?=[A-Z]))?"
)
SPEECH_WORDS = frozenset(SPEECH)
_DASHES = frozenset("—–-")
_CREDIT_LONG = 40  # characters in which its colon stands
_KNOWING = frozenset("familiar close briefed involved aware".split())
_CUT = frozenset("sent made given written held taken put shown seen sold drawn led run".split())


def leading(phrase: str) -> str | None:
    """The subject that a clause begins with: "Orlov, a minister," gives "Orlov"."""
    first = (phrase.split(None, 1) or [""])[0]
    lower = first.lower().rstrip(",")
    if not first or (lower in NOT_SUBJECTS and not (lower in DETERMINERS or lower in PRONOUNS)):
        return None
    if lower == "that" and " " in phrase and is_speaker(phrase.split()[-1]):
        return phrase[5:]  # "that February statement read"
    if lower in ("which", "who", "that") or _is_stopped(phrase):
        return None
    if (joint := both(phrase)) is not None:
        return joint
    if " who" in phrase:
        phrase = _WHO_CLOSES.sub("", phrase)
    head, _, behind = phrase.partition(",")
    head = head.strip()
    if _ends_with_role(head):
        apposed = _APPOSED.match(behind.split(",", 1)[0])
        if apposed is not None:  # "its director, Ines Aalto, said"
            return named_subject(apposed["name"].split())
    if head.lower() in PRONOUNS:
        return head.lower()
    if lower in PRONOUNS and lower not in DETERMINERS:
        return lower if len(phrase.split()) <= 3 else None
    tokens = head.split()
    if not tokens:  # ", Quill said": nothing stands before the comma
        return None
    if first[0].islower() and lower not in DETERMINERS:
        told = tokens[-1][0].isupper() or PEOPLE_WORDS.search(head) is not None
        told = told or (len(tokens) < 3 and is_speaker(tokens[-1]))  # "airline says"
        if ("," in phrase and tokens[-1][0].islower()) or len(tokens) > 7 or not told:
            return None
    if len(tokens) > 16 or first[0].isdigit():
        return None
    return ending(tokens) if tokens[-1][:1].isupper() else named_subject(tokens)


def _ends_with_role(phrase: str) -> bool:
    """Whether a phrase ends with an office whose holder an apposition may name."""
    tokens = phrase.split()
    if len(tokens) > 1 and is_given(tokens[-2]):
        return False  # "Steve King"
    return bool(tokens) and (
        tokens[-1][:1].islower()
        or (tokens[-1] in HEADS and (len(tokens) > 1 or tokens[0].lower() in DETERMINERS))
    )


def _is_stopped(phrase: str) -> bool:
    """Whether a full stop that is none of an abbreviation, or a closing mark, ends a phrase."""
    if "." in phrase:
        return _INNER_STOP.search(_SHORTENED.sub("", phrase)) is not None
    return phrase.rstrip()[-1:] in ("’", "'")


def forward(text: str) -> str | None:
    """The subject that follows a cue: "said Orlov, a minister" gives "Orlov"."""
    text = with_one_office(text)
    if (joint := both_behind(text)) is not None:
        return joint
    tokens: list[str] = []
    stopped = ""
    rest_at = 0
    for piece in PIECE.finditer(text):
        token = piece[0]
        rest_at = piece.end()
        if token[0] in "([—–-":
            break
        bare = token.rstrip(",.;:)!?…")
        stopless = token.rstrip(",;:)")
        if token != bare and _ABBREVIATED.search(stopless):
            bare = stopless
        if tokens and bare.lower() in STOP_AFTER_NAME and bare[:1].islower():
            break
        if not tokens and bare.lower() in NOT_SUBJECTS and bare.lower() not in DETERMINERS:
            return bare.lower() if bare in ("he", "she", "they", "it") else None
        if tokens and bare in WEEKDAYS:
            break
        if len(tokens) > 1 and bare == "of" and is_given(tokens[0]) and tokens[1][:1].isupper():
            break  # "Lena Orlova of the Quill Centre"
        tokens.append(bare)
        if bare != token:
            stopped = token[len(bare) :]
            break
        if len(tokens) >= 14:
            break
    while len(tokens) > 1 and tokens[-1] in _KNOWING:
        tokens.pop()  # "one source close to the port"
    if not tokens or not tokens[0]:
        return None
    for at in range(1, len(tokens)):  # "a press release sent out this week"
        noun = tokens[at - 1]
        if (noun.islower() and tokens[at] in _CUT) or (is_speaker(noun) and is_verb(tokens[at])):
            del tokens[at:]
            break
    if tokens[0][0].islower() and tokens[0] not in DETERMINERS:
        if not any(t[:1].isupper() for t in tokens) and not PEOPLE_WORDS.match(tokens[0]):
            return None
    elif tokens[0] in ("that", "this", "it", "no", "any") and len(tokens) < 2:
        return None
    if stopped.startswith(",") and _ends_with_role(" ".join(tokens)) and not _is_paper(tokens):
        apposed = _APPOSED_BEHIND.match(text, rest_at)
        if apposed is not None and (" " in apposed["name"] or len(tokens) < 4):
            return " ".join(strip_titles(apposed["name"].split()))
    return ending(tokens) if tokens[-1][:1].isupper() else named_subject(tokens)


def subject_before(head: str, dependent: bool) -> str | None:
    """The subject of a cue from the words before it in its sentence."""
    text = head[-260:].rstrip()
    if ":" in text[:_CREDIT_LONG]:
        text = _CREDIT.sub("", text)
    if "—" in text or " – " in text or " --" in text:
        named = between_dashes(text if text[-1:] in _DASHES else _TRAILING.sub("", text).rstrip())
        if named is not None:
            return named
    text = without_others(without_asides(text).rstrip())
    if dependent:
        head = _ABSOLUTE.sub("", head)
        within = _CLAUSE.search(text) if text.endswith((" and", " by")) else None
        if within is None and text.endswith(" and") and (" as " in text or " while " in text):
            within = _AS.search(text)
            within = within if within is not None and is_past(within["verb"]) else None
        found = opening_subject(within["rest"]) if within is not None else None
        if within is not None and found is not None and not _has_verb(within["rest"], found):
            found = None  # "he spoke before a jury and"
        if found is not None and (found[:1].isupper() or is_speaker(found.split()[-1])):
            return found
        return opening_subject(head)
    if " who’s " in text or " who's " in text:
        text = _WHO_IS.sub(" ", text)
    if "anonym" in text or "authorized" in text:
        text = _ANONYMOUS.sub("", text)
    last = text.rpartition(" ")[2]
    if last in ("named", "identified", "anonymity", "anonymous", "quoted"):
        text = _UNNAMED.sub("", text)
    if not last[:1].isupper() or last.endswith("day"):
        text = _TRAILING.sub("", text)
    if text.endswith(","):
        text = _ASIDE.sub("", text)
    if (joint := both_before(text)) is not None:
        return joint
    if ", " in text and (unclosed := before_office(text)) is not None:
        return unclosed
    relative = _RELATIVE.search(text)
    if relative is not None:
        if _IS_ONE_WHO.search(text, 0, relative.start()) is not None:
            return opening_subject(text)
        if relative[0].strip() == "who" and (source := source_of(text[: relative.start()])):
            return source
        described = DESCRIBED.search(text, 0, relative.start())
        if described is not None and described["name"].split()[0] not in NOT_NAMES:
            return named_subject(described["name"].split())
        tokens = _PLACED.sub("", text[: relative.start()]).split()
        return ending(tokens[-14:], governed=relative[0].strip() == "that") if tokens else None
    issued = _ISSUED.match(text) if text.endswith(",") else None
    if issued is not None:
        return named_subject(issued["np"].split())
    if text.endswith(","):
        opened = _OPENS_APPOSED.match(text)  # "Orlova, an envoy, who, as head of Quill, left, said"
        if opened is not None and opened["name"].split()[0] not in NOT_NAMES:
            return named_subject(opened["name"].split())
        described = _WHO.search(text) if " who" in text else None
        if described is not None:  # "The baker, who has lived here since May, said"
            named = before_relative(text, described.end("np"))
            if named is not None:
                return named
            tokens = described["np"].split()
            found = ending(tokens[-14:]) or named_subject(tokens[-6:])
            if found is not None:
                return found
        return _apposed(text[:-1])
    within = _ONE_WHO.search(text) if " who " in text and text[-1].isalpha() else None
    if within is not None and not SPEECH_WORDS.isdisjoint(within[0].split()):
        within = None  # "a pilot who was on the boat said senior officials"
    if within is not None and (is_speaker(within["noun"]) or within["noun"] in _ONES):
        return named_subject(within["np"].split())
    within = _MANY_WHO.search(text) if " who " in text and text[-1].isalpha() else None
    if within is not None and not SPEECH_WORDS.isdisjoint(within[0].split()):
        within = None
    if within is not None and (
        is_speaker(within["noun"]) or PEOPLE_WORDS.fullmatch(within["noun"])
    ):
        tokens = within["np"].split()
        return named_subject(tokens[tokens[0] in NOT_NAMES :])
    those = _THOSE.search(text) if "hose " in text else None
    if those is not None:
        return those[0].lower()
    tokens = text.split()
    if not tokens:
        return None
    last = _CONTRACTED.sub("", tokens[-1])
    if last.lower() in PRONOUNS and last.lower() not in ("who", "which", "that"):
        return last.lower()
    if not last[:1].isupper() or last in NOT_NAMES:
        shorter = _TRAILING_PHRASE.sub("", text)
        if shorter != text and shorter and shorter.split()[-1][:1].isupper():
            return subject_before(shorter, False)
    return ending(tokens[-14:])


_ABSOLUTE = re.compile(  # "Her hat dripping on the floor, Orlova had to say"
    r"^\s*(?:His|Her|Their|With (?:his|her|their)) (?:[a-z]+ ){1,2}?[a-z]+ing\b[^,]{0,40}, "
)
_WORKS = frozenset(
    "readout account analysis biography autobiography memoir book novel documentary profile "
    "essay series chronicle history".split()
)


def _is_paper(tokens: list[str]) -> bool:
    """Whether a subject is something written: a name behind it and a comma is another's."""
    noun = tokens[-1]
    at = next((at for at, token in enumerate(tokens) if token in ("of", "for", "with")), 0)
    if at:
        return tokens[at - 1] in ("entry", "note", "report", "letter", "memo", "message")
    return noun in BODIES or noun in DOCUMENTS or noun in _WORKS


def _has_verb(clause: str, subject: str) -> bool:
    """Whether anything that may be its verb stands behind the subject of a clause."""
    behind = clause[clause.rfind(subject.split()[-1]) :].split()[1:2]
    return bool(behind) and behind[0] not in _NO_VERB and behind[0] not in WEEKDAYS


def _apposed(text: str) -> str | None:
    """The subject before an apposition that has just been closed by its comma."""
    pieces = text.rsplit(",", 2)
    named = _PERSON_ALONE.fullmatch(pieces[-1]) if len(pieces) > 1 else None
    name = strip_titles(named["name"].split()) if named is not None else [""]
    speaks_for = _SPEAKS_FOR.search(pieces[-2]) if len(pieces) > 1 else None
    if speaks_for is not None and is_given(name[0]):
        of = pieces[-2].split()[-1]
        if of in BODIES or of in ORGANISATIONS:  # "Its spokesman for trade, Lena Orlova, said"
            return named_subject(name)
        return f"{speaks_for['who']} {' '.join(name)}"
    if is_given(name[0]) and _OFFICE.search(pieces[-2]):
        return named_subject(name)  # "the editor at Quill, Lena Orlova, said"
    described = pieces[-2].split() if len(pieces) > 1 else []
    if described and _ends_with_role(pieces[-2]):
        apposed = _APPOSED.fullmatch(pieces[-1])
        if apposed is not None:  # "Its spokesman, Juha Aalto, said"
            return named_subject(apposed["name"].split())
    for piece in reversed(pieces[:-1]):
        tokens = piece.split()
        if tokens and (tokens[-1][:1].isupper() or tokens[-1][:1].islower()):
            found = ending(tokens[-14:])
            if found is not None:
                return found
    return opening_subject(text)
