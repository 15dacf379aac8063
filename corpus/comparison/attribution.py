"""Whom a sentence names for what it says, and through whom that came.

In goes a `Side`, out come `Attribution`s of its sentences: the source ("the Observatory"), the
verb or phrase that names it ("according to"), and the media it was said to ("told AFP") or taken
from ("Reuters reported, citing the army"). Quotations bring the speaker that reading gave them;
all else is read off a few fixed shapes, and nobody is guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.agencies import is_agency
from corpus.article import Quotation
from corpus.comparison.result import ComparedSentence, Place
from corpus.comparison.sides import Side
from corpus.quotations.phrases import PEOPLE_WORDS, is_speaker
from corpus.quotations.subjects import forward, subject_before
from corpus.quotations.words import REPORTING, ROLES

_ALONE = frozenset(
    """said says told tells added adds warned warns explained explains insisted insists argued
    argues wrote writes tweeted stressed""".split()
)  # verbs that report by themselves; the others also claim lives and announce dates
_NOUNS = frozenset("states claims notes".split())
_CUES = "|".join(sorted(REPORTING, key=len, reverse=True))
_SHORT = r"(?:\b(?:Capt|Gen|Lt|Col|Sgt|Maj|Adm|Det|Sen|Rep|Gov|Dr|Mr|Mrs|Ms|Prof|Rev|Hon|[A-Z])\.)"
_ACCORDING = re.compile(
    rf"\b[Aa]ccording to (?P<who>(?:(?:the|a|an|its|their|his|her)\s)?"
    rf"(?:{_SHORT}|[^,.;:()“”\"]){{2,70}}?)"
    r"(?=[,.;:()“”\"]|\s(?:who|which|that|in a|in an|on|as|and|but|at least)\s|$)"
)
_BEFORE = re.compile(rf"\b(?P<cue>{_CUES})\b(?!\s(?:to be|by)\b)")
_TOLD = re.compile(
    r"\b(?:told|tells|(?:an )?interview with|(?:a )?statement to|speaking to|spoke to|said to|"
    r"confirmed to|reported by|as reported by|quoted by|cited by|via|carried by|aired (?:by|on)|"
    r"published (?:by|in))\s(?:the\s)?(?:(?:state|state-run|official|news|broadcaster|newspaper|"
    r"television|TV|agency|local|daily|station|semi-official)\s){0,3}"
    r"(?P<who>[A-Z][\w’'.&-]*(?:\s(?:of\s|the\s)?[A-Z][\w’'.&-]*){0,4})"
)
_CITING = re.compile(
    r"\b(?:citing|quoting|quoted|cited)\s(?!by\b|as\b)(?P<who>[^,.;:()“”\"]{2,60}?)"
    r"(?=[,.;:()“”\"]|\s(?:as saying|who|which|that)\b|$)"
)
_MEDIA = re.compile(
    r"\b(?:news agency|agency|newspaper|Times|Post|Journal|Guardian|Telegraph|TV|Television|"
    r"Radio|broadcaster|News|Register|Tribune|Herald|Gazette|Chronicle|Daily|Press|BBC|CNN|NBC|"
    r"CBS|ABC|MSNBC|NPR|Fox|Al Jazeera|Al Arabiya|DW|Sky|ITV|channel|magazine|website|Twitter|"
    r"Facebook|Telegram|reporters|journalists|state media|local media|media)\b"
)
_MARKS = frozenset("according told citing quoting quoted cited interview statement via".split())
_LATER = re.compile(
    r"\s(?:on|in|at|late|early|during|after|earlier)\s(?:[A-Z0-9]|a\s|an\s|the\s)?.*$"
)


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody a sentence names, with the place in the article."""

    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what one sentence reports. `via` in order, nearest to the source first."""

    sentence: int
    cue: str
    source: Named | None
    via: tuple[Named, ...]


def attributions(side: Side) -> dict[int, Attribution]:
    """For each sentence that names a source or a medium, whom it names."""
    said: dict[int, list[Quotation]] = {}
    for quotation in side.article.quotations:
        if quotation.speaker is None:
            continue
        at = side.sentence_at(quotation.within, quotation.paragraph, quotation.start)
        if at is not None:
            said.setdefault(at, []).append(quotation)
    found: dict[int, Attribution] = {}
    for sentence, words in zip(side.sentences, side.words, strict=True):
        if sentence.i not in said and words.isdisjoint(_MARKS) and words.isdisjoint(REPORTING):
            continue
        one = _of_sentence(side, sentence.i, said.get(sentence.i, []))
        if one is not None:
            found[sentence.i] = one
    return found


def _of_sentence(side: Side, number: int, quotations: list[Quotation]) -> Attribution | None:
    sentence = side.sentences[number]
    text = sentence.text
    via = [_named(side, number, match) for match in _TOLD.finditer(text)]
    via = [one for one in via if _is_medium(one.name)]
    source, cue = _source(side, number, quotations)
    citing = _CITING.search(text)
    if citing is not None and not _may_speak(citing["who"]):
        citing = None  # a reason is cited: "citing economic concerns"
    medium = source is None or _is_medium(source.name) or _called_medium(source, sentence)
    if citing is not None and medium and not _quoted(citing.start(), quotations, sentence.start):
        if source is not None:
            via.append(source)
        source, cue = _named(side, number, citing), citing[0].split()[0]
    elif source is not None and medium and any(v.name != source.name for v in via):
        via.append(source)
        source = None
    via = [one for n, one in enumerate(via) if one.name not in [v.name for v in via[:n]]]
    if source is None and not via:
        return None
    return Attribution(number, cue, source, tuple(via))


def _source(side: Side, number: int, quotations: list[Quotation]) -> tuple[Named | None, str]:
    sentence = side.sentences[number]
    text = sentence.text
    according = _ACCORDING.search(text)
    if according is not None and according["who"].lower() not in _NO_SOURCE:
        return _named(side, number, according), "according to"
    for quotation in quotations:
        if _is_noun(quotation.cue, text):
            continue
        if quotation.cue is None and not quotation.sure:
            continue  # weighed, not told
        if quotation.speaker is not None and not _describes(quotation.speaker, text):
            at = text.find(quotation.speaker.split()[-1])
            place = Place(
                sentence.within,
                sentence.paragraph,
                sentence.start + max(at, 0),
                sentence.start + (at + len(quotation.speaker.split()[-1]) if at >= 0 else 0),
            )
            return Named(quotation.speaker, place), quotation.cue or ""
    if sentence.role == "title":
        return None, ""
    for match in _BEFORE.finditer(text):
        head = text[: match.start()]
        if not head.strip() or _in_marks(head):
            continue
        behind = text[match.end() :].lstrip()
        ends = head.rstrip().endswith((",", "”", '"'))
        closes = not behind.strip('.”"’ ') and match["cue"] not in _NOUNS
        if not closes and _is_noun(match["cue"], text[match.start() :]):
            continue
        if match["cue"] not in _ALONE and not behind.startswith("that ") and not (ends or closes):
            continue
        who = forward(text[match.end() :]) if ends and behind else None
        if who is not None:
            ends = _is_source(who) and _closes(text[text.find(who, match.end()) + len(who) :])
        if who is None or not ends:
            who = subject_before(head, False)
            one = _ONE_WHO.fullmatch(head.strip()) if " who " in head else None
            if who is not None and not _is_source(who) and one is not None:
                who = one["np"]
        if who is None or who.lower() in _PRONOUNS or _describes(who, text):
            continue
        who = who.split(", ")[-1].removesuffix(" issued")
        if not _is_source(who):
            continue
        at = text.find(who, match.end()) if ends else text.rfind(who, 0, match.start())
        if at >= 0:
            return _at(side, number, who, at), match["cue"]
    return None, ""


_ENDS = re.compile(
    r"[’']?(?:\s?[.,;:()\[—–”\"]|\s*$|\s(?:in|on|at|of|from|for|with|who|whose|which|during|after|before|"
    r"when|as|to|late|early|last|this|today|yesterday|tonight|earlier|later|and|but|by|near|outside|"
    r"[A-Z][a-z]+day)\b)"
)
_ONE_WHO = re.compile(  # "A worker who came after the fire said"
    r"(?:An?|The|One)\s(?P<np>[\w-]+(?:\s[\w-]+){0,3})\swho\s[^,;:]*"
)
_OF = frozenset("of for in at from with on behind by near".split())
_AGENT = re.compile(
    r"(?:[^aeiou\W]|[aeiou][^aeiou\W])(?:ers?|ors?|ists?|ians?|eers?|ees?)$|(?:man|men|woman|women|people|"
    r"folks?|kids|ants?|children|teens?|teenagers?|students?|sources|allies|ally|"
    r"majority|minority|regime|guys?|mechanics?|polls?|data|figures|records|airport)$"
)
"""The endings of nouns for people, and some of bodies that `BODIES` leaves out."""
_NO_SOURCE = frozenset("the a an its their his her this that".split())
_CLAUSE = re.compile(r"(?:that|it|he|she|they|the|its|his|her|their|there|no)\b")
_MAY_SPEAK = re.compile(
    r"[A-Z]|\b(?:officials?|sources?|witness(?:es)?|police|army|military|doctors?|residents?|"
    r"activists?|documents?|data|reports?|media|experts?|people|lawyers?|aides?|diplomats?|"
    r"authorities|ministry|spokes\w+|figures|records|studies|study|survey|poll)\b"
)


def _closes(behind: str) -> bool:
    """Whether a subject behind its verb ends there: "..., said the mayor on Monday", and no verb of
    its own follows as in "..., said the mayor had left"."""
    return _ENDS.match(behind) is not None


def _is_source(who: str) -> bool:
    """Whether words name a person or a body, or are a noun phrase for one."""
    tokens = who.split()
    if tokens[-1][:1].isupper() or tokens[-1].startswith(("al-", "el-")):
        return not (
            len(tokens) == 1 and tokens[0].find(".") == len(who) - 1
        )  # "of Aldmere, Va., said"
    for at, token in enumerate(tokens):
        if at and token in _OF:
            tokens = tokens[:at]
            break
    noun = tokens[-1].lower().rstrip(",")
    if is_speaker(noun) or PEOPLE_WORDS.fullmatch(noun) is not None:
        return True
    return _AGENT.search(noun) is not None


def _may_speak(who: str) -> bool:
    """Whether words name somebody or something that says things."""
    return bool(_MAY_SPEAK.search(who))


def _is_noun(cue: str | None, text: str) -> bool:
    """Whether "states", "claims" or "notes" is no verb: nothing is said behind it ("in several
    Southern states reasoned")."""
    if cue not in _NOUNS:
        return False
    behind = text.partition(cue)[2].lstrip()
    return bool(behind) and behind[0].isalpha() and _CLAUSE.match(behind) is None


def _describes(who: str, text: str) -> bool:
    """Whether a word names nobody: an article, or a participle that opens its sentence: "Masked
    gunmen", "Having been heavily favoured"."""
    if who.lower() in _NO_SOURCE:
        return True
    alone = " " not in who and text.lstrip(" “\"'‘").startswith(who)
    return alone and who.endswith(("ed", "ing")) and who.lower() not in _ENDING_SO


_ENDING_SO = frozenset("beijing ted ahmed mohammed mohamed fred ned king".split())
_PRONOUNS = frozenset(
    "he she they it we i you who which that this these those him her them".split()
)


def _in_marks(head: str) -> bool:
    """Whether a text breaks off inside quotation marks."""
    return head.count("“") > head.count("”") or head.count('"') % 2 == 1


def _quoted(at: int, quotations: list[Quotation], offset: int) -> bool:
    return any(q.start <= offset + at < q.end for q in quotations if q.kind != "indirect")


def _is_medium(name: str) -> bool:
    return bool(_MEDIA.search(name)) or is_agency(name)


def _called_medium(source: Named, sentence: ComparedSentence) -> bool:
    """Whether the words before a name call it a newspaper, an agency or the like."""
    at = source.place.start - sentence.start
    return bool(_MEDIA.search(sentence.text[max(0, at - 25) : at]))


def _named(side: Side, number: int, match: re.Match[str]) -> Named:
    who = match["who"]
    shorter = _LATER.sub("", who).rstrip() or who.rstrip()
    return _at(side, number, shorter.rstrip(" .’'"), match.start("who"))


def _at(side: Side, number: int, name: str, at: int) -> Named:
    s = side.sentences[number]
    begin = s.start + at
    return Named(name, Place(s.within, s.paragraph, begin, begin + len(name)))


def same_source(one: str | None, other: str | None) -> bool | None:
    """Whether two names mean one source as far as the words tell; None when either is unnamed.

    Equal last words of more than three letters are taken for one: "the Observatory", "Syrian
    Observatory".
    """
    if one is None or other is None:
        return None
    ours, theirs = (name.lower().replace("’", "'").split() for name in (one, other))
    if not ours or not theirs:
        return None
    shared = {w for w in ours if len(w) > 3} & {w for w in theirs if len(w) > 3}
    return ours[-1] == theirs[-1] or bool(shared - _COMMON_SOURCES)


def named_apart(one: str | None, other: str | None) -> bool:
    """Whether both are named and are two by their names: what a "spokesman" or "the firm" says may
    be whoever's the other side names."""
    return _is_name(one) and _is_name(other) and same_source(one, other) is False


def _is_name(source: str | None) -> bool:
    last = (source or "").split()[-1:]
    return bool(last) and last[0][0].isupper() and last[0].lower() not in ROLES


_COMMON_SOURCES = frozenset(
    "president minister prime foreign official officials spokesman spokeswoman general chief "
    "former senior state defence defense syrian russian american israeli from with people".split()
)
