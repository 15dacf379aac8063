"""Reported speech: "the minister said that ...", taken only where subject, verb and clause stand.

The clause behind "that" is the span, up to the end of its sentence. Sentences that hold
quotation marks are left to the direct quotations in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.quotations.asides import up_to_dash
from corpus.quotations.cues import may_state
from corpus.quotations.said import Said
from corpus.quotations.subjects import subject_before
from corpus.quotations.words import (
    DETERMINERS,
    NOT_NAMES,
    NOT_SUBJECTS,
    NOUNS,
    PLURAL_CUES,
    PRONOUNS,
    REPORTING,
    words,
)
from corpus.trie import trie
from corpus.words import WEEKDAYS

_PLAIN = (frozenset(PLURAL_CUES) | words("agree caution emphasize emphasise stress boast")) - words(
    "believe suggest write ask respond state recall"
)
"""Verbs of saying as several people say them."""
_OUT = words("point points pointed")
"""The same where "out" follows."""
_CUES = (
    REPORTING
    | _OUT
    | words(
        "agreed agrees concludes complains replies responds maintains reiterates reports testifies "
        "vows pledges predicts cautions stresses emphasizes emphasises observed observes remarked "
        "promised promises boasted boasts joked jokes quipped lamented laments countered counters "
        "speculated speculates posited posits affirmed affirms proclaimed proclaims clarified "
        "clarifies hinted hints disclosed discloses reminded reminds assured assures "
        "reassured advised advises informed informs mentioned opined theorized theorised ventured "
        "protested confessed"
    )
)
_REPORTS = _CUES | _PLAIN
_MANY = re.compile(  # who says, before a verb without an "s": "residents say that"
    r"(?<!\S)(?P<who>[A-Za-z][a-z]{2,}[^\W\ds]s|people|police|women|men)\s"
    r"(?:(?:[a-z]+ly|also|often|now|still|have|had)\s)?$"
)
_ASKED = re.compile(  # "Nor did the skippers say that", "they heard residents complain that"
    r"(?:\b(?:do|does|did|can|could|would|will|should|may|might|must|let|lets|make|makes|made|hear|"
    r"heard|hearing|see|saw|seen|seeing|watch|watched|have|help|helped)|n[’']t)\s(?:[\w’'.-]+\s){1,5}$"
)
_VOWS = words("vowed vows pledged pledges promised promises agreed agrees")
_POLLED = re.compile(r"(?:%|\bper\s?cent)\sof\s[^,;]*$")  # who agreed with a sentence of a poll
_AGREE = words("agree agreed")
_THAT = re.compile(
    rf"\b(?P<cue>{trie(_REPORTS)})(?P<gap>(?:\s(?:[\w’'-]+)){{0,5}}?,?)\sthat\s(?=[^\s,.])"
)
_NO_REPORT = re.compile(r"\b(?:to|not|never|n[’']t|is|was|are|were|been|be|being)\s*$")
_OBJECT = re.compile(
    r"\b(?:and|or|but|the|a|an|of|to|from|with|by|into|all|those|anything|something)\s*$"
)
_CLAIM = re.compile(  # "responded to the criticism that"
    r"(?!\s(?:in|on|at|via)\s(?:a|an|the|its|his|her|their)\b)[^.]*\b(?:criticism|claims?|reports?|"
    r"allegations?|accusations?|concerns?|fears?|ideas?|notions?|evidence|news|conclusions?|beliefs?|"
    r"suggestions?|rumou?rs?|charges?|arguments?|worries|hopes?|assertions?|warnings?|speculation|"
    r"complaints?|views?|doubts?)"
)
_TO_SOMEBODY = words(
    "told tells tell warned warns warn assured assures reassured reminded reminds informed informs "
    "advised advises cautioned promised promises"
)
"""Verbs with an object of their own before "that": "told the mayor that"."""
_ONLY_TO = words("assured assures reassured reminded reminds informed informs tell told tells")
"""Those that never stand without it: "rest assured that"."""
_TIME = re.compile(  # "said the next day that"
    r"\s(?:this|last|the|that|one|a|two|three|some|several|many)\s(?:same\s|next\s|previous\s|following\s|few\s)?"
    r"(?:weeks?|days?|months?|years?|hours?|minutes?|mornings?|afternoon|evening|night|time|weekend|"
    r"spring|summer|autumn|fall|winter)(?:\s(?:ago|later|before|earlier|and\s.*))?,?"
)
_OF_OBJECT = DETERMINERS | words("such more less all")
_VERB = re.compile(  # what "that" begins as a pronoun: "a plan that would end it"
    r"(?:(?:simply|really|just)\s)?(?:(?:wo|ca|is|was|are|were|has|have|had|does|did|do|could|would|should)n[’']t|"
    r"would|will|can|could|may|might|should|must|is|was|are|were|has|have|had|does|did|do|"
    r"came|went|took|made|got|gave|left|led|began|brought|let|put|set|"
    r"(?!compared|based|added|given)[a-z]{3,}ed(?=\s(?:the|a|an|his|her|its|their|in|on|to|at|by|for|with|from|into|up|out|over|"
    r"down)\b))\b"
)
_DAY = re.compile(
    r"\s(?:on\s|late\s|early\s)*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s[a-z]+)?,?|\s(?:also|then|later)"
)
_ALONE = re.compile(  # "confirmed that figure, saying"
    r"(?P<word>[a-z]+),\s(?:(?:and|but)\s)?(?:[a-z]+ing|which|who|where|when)\b"
)
_SHOWN = re.compile(r"[a-z]{3,}[^s\W]\s(?:and|but)\s(?:[a-z]+ly\s)?(?P<verb>[a-z]+)\b")
_SAID = (REPORTING | words("repeated defended criticized criticised")) - NOUNS
_BARE = re.compile(  # "that pace is too quick": "that" may show which pace
    r"(?P<noun>[a-z]{3,})\s(?:is|was|has|had|would|will|could|should|may|might|can)\b"
)
_NO_NOUN = (
    DETERMINERS
    | NOT_SUBJECTS
    | PRONOUNS
    | words(
        "people police there everyone everybody nobody nothing something anyone children men women "
        "everything anything none more most less"
    )
)
_MASS = ("s", "ism", "ness", "violence")  # stand without "the"
_IF = re.compile(
    r"(?:^|[,;—–]\s?|\b(?:and|but|or|that|asked|asks|ask|wondered)\s)(?:[Ii]f|[Uu]nless|[Ww]hether)\s[^,;]*$"
)
_NEGATED = re.compile(r"\b(?:no|not|never)\b|n[’']t\b")  # "said he saw no sign that"
_CREDIT = re.compile(  # who reports it, behind: "..., according to the Quill."
    r",\s(?:citing\s[^;]{2,150}|according to\s[^,;]{2,150}(?:,\s(?:an?|who|whose)\s[^,;]{2,90})?|"
    r"(?!(?:and|but|while|those|who|which|if|that|as|when)\b)"
    r"(?:[\w.’'-]+\s){1,5}(?:said|told|reported)\b[^,;]{0,50}(?:,\sadding\sthat\s[^;]*)?)[.\s]*$"
)
_LONGEST_CREDIT = 200  # characters
_URGED = words(
    "attacked urged called pointed praised blamed thanked accused asked demanded promised "
    "vowed pledged encouraged apologized apologised blasted condemned hailed recommended appealed"
)
"""Verbs besides those of reports by which a speaker goes on: "..., and urged the crew to wait"."""
_DONE = re.compile(  # "that Aalto had sold the boat, and blamed the crew"
    r"\b(?:has|have|had)\s(?!(?:an?|the|no|to|his|her|its|their|any|some)\s)[a-z]+\b"
)
_ADDED = re.compile(  # "..., adding that", "..., while complaining that"
    r",\s(?:and\s)?adding\b|,?\swhile\s(?:also\s)?(?:adding|complaining|insisting|noting|acknowledging|warning|"
    r"arguing|calling|praising|stressing|conceding|urging|saying)\b"
)
_NOTED = (
    r"(?:also\s|then\s|later\s)?(?:noted|added|said|cautioned|stressed|warned|argued|insisted|emphasized|"
    r"emphasised|suggested|speculated|acknowledged|conceded|pointed\sout|defended|declined)\b"
)
_BUT_NOTED = re.compile(rf"(?:,|\s[—–])?\sbut\s{_NOTED}")  # the speaker goes on
_BUT_NOTES = re.compile(
    r",?\sbut\s(?:also\s)?(?:notes|adds|says|warns|stresses|argues|insists|cautions)\b"
)
_AND_NOTED = re.compile(rf"\sand\s{_NOTED}")
_NOW = re.compile(  # told as it is, so that a past verb behind it is no part of it
    r"(?:\S+\s){1,6}?(?:is|are|can|cannot|will|does|do|isn[’']t|aren[’']t|won[’']t|doesn[’']t|don[’']t|can[’']t)\b"
)
_THEN = re.compile(r"\b(?:was|were|had|did|said|told|says|who|which)\b")
_FURTHER = re.compile(  # "..., and he repeated his view"
    r",\s(?:and|but|though|although|yet)\s(?:then\s|also\s)?(?:(?:he|she|they)\s)?"
    r"(?:(?:has|have|had|also|then|later|repeatedly|once\sagain)\s)*(?P<verb>[a-z]+)\b"
)
_OF_ANOTHER = re.compile(  # "..., while Aalto confirmed that it was"
    r",\s(?:but|while|though|although|as|and)\s(?P<who>(?:[^\s;:]+\s){1,9}?)"
    r"(?:said|say|says|told|confirmed|denied|warned|argued|worry|fear)\b"
)
_OPENED = re.compile(  # "Since Orlov said that it was safe, the port ..."
    r"(?:Since|Because|As|While|Although|Though|When|After|Before|Even though)\s[^,]*$"
)
_BRACKET = re.compile(r"\s\([^()]*$")  # that what was stripped behind it closed
_NO_OTHER = words(
    "that if when while because as since who which where what it there this those he she they"
)
_OWN_CLAUSE = re.compile(  # "said he was unaware that": what is said begins with a clause
    r"\s(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s)?(?P<clause>(?:he|she|they|it|we|I)(?:[’'](?:s|re|ve|d|ll|m))?\s.*|"
    r"(?:(?!(?:in|on|at|to|by|via|during|under)\b)[\w’'-]+\s){1,4}?(?:is|was|were|are|has|have|had|means|meant|"
    rf"{trie(REPORTING)})\b.*)"
)
_MEANWHILE = re.compile(
    r"(?:As|While|When|After|Before|Although|Though|Since|Because|"
    r"The\s(?:day|night|week|month|year)\s(?:before|after))\s[^,]*$"
)
_REPORTER_GOES_ON = re.compile(  # where it is the reporter who goes on
    r"(?:,|\s[—–])\sbut\s(?!(?:(?:he|she|they|it|there)\s(?:is|are|will|would|do|can|could|may|might|should|must)|that|those|by|to|for|also|not|about|rather|instead|only|because|from|with|on|"
    r"in|at|could|would|was|is|are|were|may|might|should|will|can|must|as|of|more|less|just|even)\b)|"
    r"\sbut\s(?:declined|refused|(?:on\s\w+day\s)?(?:the|an?|[A-Z][\w’'-]+)\s(?:[\w’'-]+\s){0,5}?"
    r"(?:has|have|went|said|declined|denied|refused)\b)|"
    r",?\sand\s(?:(?:has|have|also|then|later)\s)*(?:declined|refused)\b|\sand\salso\scalled\b|"
    r",?\swhen\s(?:in\sfact|asked|pressed)\b"
)
_ONE_OF = re.compile(
    r"\s(?:including(?!\s(?:when|by|in)\b)|such as)\s[^,]*$|,\swho\s[^,]*,\swho\s$"
)
_COMMA = re.compile(r",\s(?![\w’'-]+\s(?:and|or)\b)")  # that closes a clause, and parts no list
_OF_DAY = re.compile(r"\b[ap]\.m\.$")  # "at 9 a.m. Norland time": a sentence may go on
_SHOWS = words("made makes make")
_NOBODY = words("nobody none nothing neither")
_COUNTED = re.compile(r"\d\s$")  # "the 26 states that"
_WHEN_OR_WHERE = words(
    "in on at to by via during through throughout after before from for as with under among over "
    "since aboard outside inside earlier later last this the that a an one two three several early "
    "late only simply now then again once today tonight yesterday hours days weeks months years "
    "here there therein right foremost himself herself themselves back and while"
)
_AHEAD_OF_LAST = words("the many other several")
_SOME_OF = words("two three four five six several some many few other most")
_SEVERAL = re.compile(r"\b(?:some|several|many|few|these|those|such|other)\s$")
_OF_CLAIMS = re.compile(  # "responding to Norish claims that"
    r"\b(?:to|of|by|about|over|on|against|with|from|for|amid|despite|into)\s(?:[A-Z][a-z]+\s)?$"
)
_FEWEST = 3  # words of a clause that reports something


def may_report(text: str) -> bool:
    """The cheap test: only "that" begins what is kept as reported speech."""
    return " that " in text


def reported(
    text: str, sentences: Sequence[tuple[int, int]], taken: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, Said, bool]]:
    """Spans of reported speech in a text, with what was said by whom, and whether each is sure: no
    aside of the reporter's stands in it."""
    for start, end in sentences:
        at = text.find(" that ", start, end)
        if at < 0 or any(a < end and b > start for a, b in taken):
            continue
        if _REPORTS.isdisjoint(text[max(start, at - 70) : at].replace(",", "").split()):
            continue
        upto = min(end, at + 400)
        match = _THAT.search(text, max(start, at - 80), upto)
        while match is not None and not _may_tell(match, text[start : match.start()]):
            match = _THAT.search(text, match.end("cue"), upto)
        if match is None or _OBJECT.search(match["gap"]) or _NEGATED.search(match["gap"]):
            continue
        if _CLAIM.fullmatch(match["gap"]) is not None:
            continue
        head = text[start : match.start()]
        if match["cue"] in NOUNS and (
            match["gap"] or _SEVERAL.search(head) or _OF_CLAIMS.search(head)
        ):
            continue  # "in several states is a fear that", "they find some claims that"
        if _ONE_OF.search(head) is not None:
            continue  # "officials including Orlov and Aalto said that"
        if _NO_REPORT.search(head) or _COUNTED.search(head) or _IF.search(head):
            continue
        own = _OWN_CLAUSE.fullmatch(match["gap"]) if match["gap"] else None
        if own is None and _has_object(match["cue"], match["gap"]):
            continue  # "said the plane that came down belonged to Quill"
        if _OF_DAY.search(text, start, end) and _goes_on(text[end : end + 40]):
            continue
        if own is None and not _may_stand_between(match["cue"], match["gap"]):
            continue  # "said cutting the rules that hinder it would help"
        begin = match.end()
        if own is not None:
            if match["cue"] in _TO_SOMEBODY:
                continue
            begin = match.start("gap") + own.start("clause")
        elif _VERB.match(text, begin) is not None:
            if match["gap"] and _DAY.fullmatch(match["gap"]) is None:
                continue
            begin -= len("that ")  # "said on Sunday that was no way to go"
        shown = _SHOWN.match(text, match.end())
        if shown is not None and shown["verb"] in _SAID:
            continue  # "denied that view and insisted"
        alone = _ALONE.match(text, match.end())
        if alone is not None and not _may_open(alone["word"]):
            continue
        subject = subject_before(head, False) if head.strip() else None
        if subject is not None and head.endswith((" and ", " but ")):
            subject = subject_before(head, True)  # "Orlov called Aalto and complained that"
        if subject is None or subject.split()[0].lower() in _NOBODY:
            continue
        whole = _whole(subject, head)
        if whole is None:
            continue  # "Aalto, Quill and many other firms announced that"
        subject = whole
        if match["cue"] == "states" and not may_state(subject, head):
            continue
        if match["cue"] in _PLAIN and not _is_many(subject, head):
            continue
        credit = _CREDIT.search(text, max(match.end(), end - _LONGEST_CREDIT), end)
        clause_end = end if credit is None else credit.start()
        if _OPENED.match(head) is not None:
            comma = _COMMA.search(text, match.end(), clause_end)
            clause_end = comma.start() if comma is not None else clause_end
        if head.endswith(" who ") or _MEANWHILE.match(head):
            # "As Orlov said that it was late, the ferry left"
            comma = _COMMA.search(text, match.end(), clause_end)
            clause_end = comma.start() if comma is not None else clause_end
        clause_end = _up_to_speaker(text, match["cue"], match.end(), clause_end)
        goes_on = _REPORTER_GOES_ON.search(text, match.end(), clause_end)
        if goes_on is not None:
            clause_end = goes_on.start()
        clause_end, aside = up_to_dash(text, match.end(), clause_end)
        while clause_end > match.end() and text[clause_end - 1] in '.!?…:)"”’ —–-':
            clause_end -= 1
        if "(" in text[match.end() : clause_end] and text[clause_end : clause_end + 1] == ")":
            bracket = _BRACKET.search(text, match.end(), clause_end)
            clause_end = bracket.start() if bracket is not None else clause_end
        if text.count(" ", min(begin, match.end()), clause_end) < _FEWEST - 1:
            continue
        bare = _BARE.match(text, begin) if own is None else None
        if bare is not None and bare["noun"] not in _NO_NOUN and not bare["noun"].endswith(_MASS):
            begin -= len("that ")
        yield begin, clause_end, Said(subject, match["cue"], True), not aside


def _may_stand_between(cue: str, gap: str) -> bool:
    """Whether what stands between a verb of saying and "that" tells when, where or to whom it was
    said, and is not what was said."""
    told = gap.lstrip(" ,").split(None, 1)
    if not told or cue in _TO_SOMEBODY or cue in _OUT or gap.startswith(","):
        return True
    first = told[0].rstrip(",")
    return first in _WHEN_OR_WHERE or first in WEEKDAYS or first.endswith("ly")


def _may_tell(match: re.Match[str], head: str) -> bool:
    """Whether a verb tells of speech, by what stands before it and up to "that"."""
    cue, gap = match["cue"], match["gap"]
    if cue in REPORTING:
        return cue not in _VOWS or not gap.startswith(" to ")  # "vowed to veto a bill that"
    if gap and (cue in NOUNS or (cue in _VOWS and gap.startswith(" to "))):
        return False
    if cue in _OUT:
        return gap == " out" and (cue != "point" or _MANY.search(head) is not None)
    if gap.startswith(" on ") and cue.startswith("agree"):
        return _DAY.fullmatch(gap) is not None  # "agreed on a plan that keeps"
    if cue in _AGREE and _POLLED.search(head) is not None:
        return False
    if cue in _ONLY_TO and not gap:
        return False
    if cue not in _PLAIN:
        return True
    told = not gap or cue == "tell" or _DAY.fullmatch(gap) is not None
    return told and _MANY.search(head) is not None and _ASKED.search(head) is None


def _whole(subject: str, head: str) -> str | None:
    """A subject with what says that it is some of those it names: "some Orlovists"; None where it
    is only the last of those who say it."""
    at = head.rfind(subject)
    before = head[:at].split() if at > 0 else []
    behind = before[:-1] if before and before[-1].lower() in _AHEAD_OF_LAST else before
    if len(behind) > 1 and behind[-1] in ("and", "&") and subject not in PRONOUNS:
        further = behind[-3:-2]  # "Aalto, Quill, and Orlov": no clause behind a comma
        listed = behind[-2][-1] != "," or (further != [] and further[0][-1] == ",")
        return None if behind[-2][:1].isupper() and listed else subject
    if subject[:1].islower():
        return subject
    for back, word in enumerate(before[:-4:-1]):
        if word.lower() in _SOME_OF:
            return " ".join([word.lower(), *before[len(before) - back :], subject])
        if not word.islower() or not word.isalpha():
            break
    return subject


def _is_many(subject: str, head: str) -> bool:
    """Whether the subject of a verb without an "s" is the noun of several right before it: no
    "Orlov" of "Orlov and his aides argue"."""
    many = _MANY.search(head)
    return many is not None and subject.endswith(many["who"].lstrip())


def _up_to_speaker(text: str, cue: str, begin: int, end: int) -> int:
    """Where reported speech ends before its speaker, or somebody else, says the next thing."""
    clause = text[begin:end]
    if ", " in clause:
        end = _up_to_other_clause(text, begin, end)
        added = _ADDED.search(text, begin, end)
        end = added.start() if added is not None else end
    if " but " in clause:
        noted = _BUT_NOTED.search(text, begin, end)
        if noted is None and cue[-1] == "s":
            noted = _BUT_NOTES.search(text, begin, end)
        end = noted.start() if noted is not None else end
    noted = _AND_NOTED.search(text, begin, end) if " and " in clause else None
    if noted is not None and _NOW.match(text, begin, noted.start()) is not None:
        then = _THEN.search(text, begin, noted.start())
        end = noted.start() if then is None else end
    return end


def _up_to_other_clause(text: str, begin: int, end: int) -> int:
    """Where reported speech ends before another statement that is told in its sentence: that of
    the same speaker ("..., and he repeated his view") or of somebody else ("..., while Aalto said
    that it was not")."""
    for further in _FURTHER.finditer(text, begin, end):
        verb = further["verb"]
        clear = verb in _SHOWS and text.startswith(" clear ", further.end())
        urged = verb in _URGED and _DONE.search(text, begin, further.start()) is None
        if verb in _SAID or clear or urged:
            end = further.start()
            break
    for other in _OF_ANOTHER.finditer(text, begin, end):
        if _NO_OTHER.isdisjoint(other["who"].lower().split()):
            return other.start()
    return end


def _goes_on(behind: str) -> bool:
    """Whether what follows an hour may belong to its sentence: "at 9 a.m. Norland time"."""
    word = behind.split(None, 1)[:1]
    return bool(word) and word[0][:1].isupper() and word[0] not in NOT_NAMES


def _has_object(cue: str, gap: str) -> bool:
    """Whether what is said stands before "that", which tells of it: "announced a step that"."""
    told = gap.split()
    if cue in _TO_SOMEBODY or not told or told[0] not in _OF_OBJECT:
        return False
    return _TIME.fullmatch(gap) is None


def _may_open(word: str) -> bool:
    """Whether a clause may open with one word and a comma: "that sadly, ..."."""
    return word.endswith("ly") or word in NOT_SUBJECTS or word in ("however", "yes", "no", "indeed")
