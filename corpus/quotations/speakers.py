"""Who says it: the clause before a quotation comes in, the words for its speaker go out.

"Orlov told reporters: ...", "in what Orlov called". What is found is the subject as it stands;
`People` makes a full name of it.
"""

from __future__ import annotations

import re

from corpus.quotations.anothers import is_told_of, is_within_report
from corpus.quotations.asides import without_asides
from corpus.quotations.behind import OF_SPEECH, PARTICIPLES, is_passive
from corpus.quotations.clauses import joined_subject
from corpus.quotations.cues import cues_in, is_thing, may_state
from corpus.quotations.doubts import is_broken
from corpus.quotations.names import CAPITAL, LINK, UPPER, full_name
from corpus.quotations.openings import opening_subject
from corpus.quotations.owners import OWNERS, WHOSE, owner_of
from corpus.quotations.participles import own_subject
from corpus.quotations.phrases import is_speaker, is_untold, named_subject
from corpus.quotations.relayed import heard, said_within
from corpus.quotations.said import Said
from corpus.quotations.subjects import forward, subject_before
from corpus.quotations.targets import (
    does_something_else,
    is_object,
    is_on_a_sign,
    is_target,
    may_be_target,
    names_a_thing,
    names_itself,
    takes_object,
    writer_of,
)
from corpus.quotations.words import (
    AMBIGUOUS,
    BODIES,
    DETERMINERS,
    NEVER_INVERTED,
    NOT_NAMES,
    NOUNS,
    ORGANISATIONS,
    PRONOUNS,
    REPORTING,
    SPEECH_CUE,
    THINGS,
)
from corpus.text import holds_any

_HEADLINE = re.compile(rf"^\s*(?P<np>{full_name(1, 6)}):\s*$")
_CALLS = re.compile(r"(?:NOW|WATCH|READ|RELATED|LISTEN|SEE|VIDEO|MORE)\b")  # "NOW WATCH: ..."
_SAYS = re.compile(  # "Says Orlov: ..."
    r"^\s*(?P<cue>Says|Said|Adds|Added|Writes|Wrote|Asks|Asked|Notes|Continued|Replied|Quipped|Tweeted|"
    r"Retorted|Responded|Explained|Explains|Declared|Recalled|Argued|Warned|Observed|Replies)"
    r"\s(?P<np>[^:;“”\"]{2,110}):\s*$"
)
_LABEL = re.compile(rf"^(?P<np>{full_name(1, 4)}):\s\S.*[^:\s]\s*$")
_COLON = re.compile(rf"(?:^|\s)(?P<np>{full_name(1, 5)}):\s*$")
_INSERTED = re.compile(  # "The law was dead, says Orlov of the Quill: ..."
    rf",\s(?P<cue>{SPEECH_CUE})\s(?P<np>(?:(?:the|a|an|one)\s|[{UPPER}])[^:\"“”]{{2,120}})[:,]\s*$"
)
_OWNER = re.compile(  # "in Orlov's statement: ...", "his comments – ..."
    rf"(?:^|\s)(?P<np>(?:[{UPPER}]\S*\s){{0,3}}[{UPPER}][^\s,;:]*[’']s?|his|her|their|"
    r"the\s(?:[a-z]+\s)?[a-z]+[’']s)\s(?:[a-z]+\s){0,2}"
    r"(?:comments?|remarks?|statement|words|tweet|post|letter|memo|speech|message|reply|response|"
    r"answer|email|e-mail|advice|verdict|conclusion|explanation|motto|claim|warning|assertion|view)"
    r"(?:(?:\s(?:on|to|in|of|at)\s\S+)?\s?[:,–—-]|(?:\s(?!that)[a-z]+){0,4}\sthat)\s*$"
)
_SENT = re.compile(r"(?:^|[,;:—–(]|\b(?:from|by|and|but|then|here[’']s|per|via)(?:\sthe)?)\s*$")
_NAMES_AS = frozenset(
    "called described dubbed termed labeled labelled branded characterized deemed".split()
)
_BY = re.compile(  # "he was described by Orlov as a “danger”", "called by the mayor “a danger”"
    r"\b(?:(?P<cue>described|characterized|characterised|criticized|criticised|dismissed|denounced|"
    r"condemned|hailed|praised|portrayed|blasted|decried|touted|derided|ridiculed|labeled|labelled|"
    r"called|dubbed|branded|termed|deemed|quoted)\sby\s(?P<np>[^,;:\"“”]{2,80}?))"
    r"\s(?:as\s(?:saying\s)?)?(?:(?:a|an|the|being|having|one\sof\sthe|his|her|its|their)\s){0,2}$"
)
_PROGRESSIVE = frozenset({"is", "are", "was", "were", "been"})
_IFS = ("if", "unless", "whether")
_IF = re.compile(r"\b(?:if|unless|whether)\s(?:[^\s,;:]+\s){1,4}$")
_WHETHER = re.compile(r"\b(?:if|unless|whether)\s(?:[^\s,;:]+\s){1,6}$")
_OF_A_PAPER = re.compile(  # whose words? "pleased by a statement issued on Monday, saying"
    r"\b(?:by|of|with|about|over|from)\s(?:[\w’'-]+\s){1,4}?(?:statement|letter|memo|e-?mail|report|message|note|post|tweet|release)\s(?:that\swas\s)?"
    r"(?:issued|released|sent|published|written|signed|posted|delivered|dated|obtained)\b[^;]*,\s*$"
)
_TELLS_ITSELF = frozenset(  # "spent millions on a campaign urging them to", "from calling it"
    "from campaign ad ads commercial petition bill resolution movie film book banner signs "
    "sign".split()
)
_JOINS = re.compile(r"[,;—–]\s(?:and|but)\s[A-Z]")
_JOINED = re.compile(r"\b(?:was|were|is|are|been)\b[^,.;]*\band\s*$")
_ANOTHER = re.compile(rf"{CAPITAL}\s(?:{LINK}\s)?{CAPITAL}(?:\s\([^)]*\))?,\swho(?:se)?\s")
_OF_WORD = re.compile(  # another's: "does not see why she used the word “never”"
    r"\b(?:us(?:e|ed|es|ing)|of|at|about|to|against)\s(?:the|that|this)\s(?:word|term|phrase|label)s?\s$"
)
_SELF = re.compile(r"\s(?:themselves|himself|herself)\b")  # "are asking themselves"
_TELLS_OF = re.compile(
    rf"\s(?:that\s)?(?:the\s[a-z]+|{CAPITAL})(?:\s{CAPITAL})*\s(?:had|has|[a-z]{{3,}}ed|spoke)\s"
)
_LED_ON = re.compile(  # "and on Monday asked", "and has dismissed"
    r"\b(?P<by>and|but|though)\s(?:(?:has|have|had|also|then|later|again|now)|"
    r"(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\s*$"
)
_LED = frozenset("has have had also then later again now".split())
_THOUGHT = frozenset({"believes", "thinks"})  # of another: "Orlov said Aalto believes"
_JOINING = frozenset({"after", "before", "by", "while", "when"})
_SUBORDINATE = ("When ", "As ", "While ", "After ", "Before ", "If ", "Although ", "Though ")
_SUBJECT = re.compile(r"(?:he|she|they)\s")
_GOES_ON = frozenset({"continued", "continues", "began", "begins"})
_MEANWHILE = re.compile(
    r"\bthat\s(?:while|although|though|when|after|because|since)\s(?:[^\s,;:]+\s){1,5}$"
)
_INFINITIVE = frozenset(
    "to and or but though by for of from in while when before after as having".split()
)  # before a cue whose subject stands further ahead
_ASKED_OF = frozenset({"urged", "advised", "promised", "warned"})
_PLANNED = frozenset({"proposed", "proposes"})
"""Verbs whose object is a plan, not words, unless the words stand right behind them."""
_NEAR_PLAN = DETERMINERS | {"what", "to", "that"}
_USED = re.compile(  # "when he used the loaded term"
    r"\b(?:used|uses|coined|invoked)\s(?:the|a|an|his|her|that|this)\s(?:[a-z]+\s)?"
    r"(?:terms?|words?|phrase|expression|slogan|nickname|label|line)\s*[,:]?\s*$"
)
_WORDS = frozenset("term terms word words phrase expression slogan nickname label line".split())
_SPOKE_OF = re.compile(  # "She spoke of a “long and heavy year”"
    r"(?:spoke|speaks|speaking|talked|talks)\s(?:of|about)\s(?:(?:the|a|an|his|her|their|its)\s)?"
)
_BEARS = re.compile(r"(?:^|\s)(?:a|an|another)\s(?:[A-Za-z-]+\s){0,3}[a-z-]+\s?$")
_BOOK = re.compile(r"\s(?:of|for)\s[“\"‘][^“”\"]{2,90}[”\"’],?")
_PLAYER = re.compile(r"^.*\b(?:Media|Image)\scaption\s")
_WORDS_OF = re.compile(r"\b[Ii]n the words of\s(?P<np>[^,;:]{2,80}),?\s*$")
_FINDS = re.compile(
    r"\s(?P<cue>found|finds|ruled|shows|showed|held)\s(?:[a-z]+\s){0,3}?(?:that\s)?$"
)
_ASKING = frozenset("asked asks pressed presses questioned challenged".split())
_ABOUT_HIS = re.compile(
    rf" (?P<np>{CAPITAL}(?: {CAPITAL}){{0,3}})\b[^.;:“”\"]{{0,30}} about "
    r"(?:his|her) (?:[\w-]+ ){0,3}?(?:comments?|remarks?|claims?|statements?|assertions?|"
    r"tweets?|words|suggestions?|pledges?|promises?|description|vows?|boasts?|answers?|argument)\b"
)
_CLAUSE_OVER = re.compile(
    r", (?!(?:and|but|or|that|saying|adding|the|an?|his|her|their|its|to|in|of|on|about|as)\b)"
    r"[a-z]+ $"
)
_FINDERS = frozenset("judge jury researchers scientists authors investigators auditors".split())


def before_quotation(before: str) -> Said | None:
    """The attribution in the part of the sentence before a quotation."""
    before = without_asides(before).lstrip("([ ")
    bracket = before.rfind(" (")
    if bracket >= 0 and cues_in(before[bracket:]):
        before = before[bracket + 2 :]  # "the pilots (Orlov herself tweeted"
    if "author of" in before or "host of" in before:
        before = _BOOK.sub(",", before)
    if " caption " in before:  # what a player says of itself
        before = _PLAYER.sub("", before)
    part = before.rfind("; ")
    if part >= 0 and cues_in(before[part:]):
        before = before[part + 2 :]
    last = before.rstrip()[-1:]
    says = _SAYS.match(before) if last == ":" else None
    said_by = forward(says["np"]) if says is not None else None
    if says is not None and said_by is not None and said_by not in PRONOUNS:
        return Said(said_by, says["cue"].lower(), True)
    headline = _HEADLINE.match(before) if last == ":" else None
    if headline is not None and headline["np"].isupper() and _CALLS.match(headline["np"]):
        return None
    if headline is not None and headline["np"].split()[0] not in NOT_NAMES:
        return Said(named_subject(headline["np"].split()), None, True)
    ends = before.rstrip(" ,:").rpartition(" ")[2]
    used = _USED.search(before) if ends in _WORDS else None
    if used is not None and " not " not in before[used.start() - 24 : used.start() + 1]:
        subject = subject_before(before[: used.start()], False)
        if subject is not None:
            return Said(subject, "used", True)
    if is_on_a_sign(before):
        return None
    if "hear" in before and (told := heard(before)) is not None:
        return told
    words_of = _WORDS_OF.search(before) if "n the words" in before else None
    if words_of is not None:
        return Said(forward(words_of["np"]), "in the words of", True)
    by = _BY.search(before) if " by " in before[-100:] else None
    if by is not None and (subject := forward(by["np"])) is not None:
        return Said(subject, by["cue"], True)
    cues = cues_in(before)
    if cues and last in (":", ","):
        inserted = _INSERTED.search(before)
        if inserted is not None and inserted["cue"] not in NEVER_INVERTED:
            subject = forward(inserted["np"])
            if subject is not None:
                return Said(subject, inserted["cue"], True)
    if (
        cues
        and before.count(", ") > 1
        and (within := said_within(before)) is not None
        and cues[-1][0] < within[1]
    ):
        return within[0]
    if last in (":", ",", "–", "—", "-") or before.endswith(" that "):
        owner = _OWNER.search(before)
        if owner is not None:
            whose = OWNERS.get(owner["np"]) or subject_before(owner["np"], False)
            if whose is not None:
                return Said(whose, None, True, False)
    for begin, cue in reversed(cues[-4:]):
        gap = before[begin + len(cue) :]
        if cue == "according to":
            comma = gap.find(",")
            if comma < 0 and gap.strip():
                continue
            return Said(forward(gap), cue, len(gap) - comma < 3)
        asked = _ABOUT_HIS.match(gap) if cue in _ASKING and " about h" in gap else None
        if asked is not None:  # "Quill's Ada Moreno asked Orlov about his remark that it “flew”"
            return Said(named_subject(asked["np"].split()), None, False, False)
        near = len(gap.split()) <= 6 and (gap.rstrip()[-1:] in (",", ":") or len(gap.split()) < 2)
        spoke_of = _SPOKE_OF.fullmatch(before, begin) is not None
        near = near or spoke_of
        participle = cue in PARTICIPLES
        if cue not in OF_SPEECH and not participle and not takes_object(gap):
            continue
        if cue in AMBIGUOUS and not near and not gap.startswith(" that "):
            continue
        head = before[:begin]
        ahead = _word_ahead(head)
        led = _LED_ON.search(head) if ahead in _LED or ahead.endswith("day") else None
        ahead = led["by"] if led is not None else ahead
        of_another = ahead == "who" and cues[0][0] < begin
        if of_another and (_CLAUSE_OVER.search(gap) is not None or is_told_of(head, gap)):
            continue  # "Orlov said the woman, who told the Quill of it, lacks “merit”"
        if participle and (own := own_subject(head, cue)) is not None:
            return Said(own[0], cue, near, own[1])
        conditional = holds_any(_IFS, head) and _IF.search(head) is not None
        if conditional and cues[0][0] < begin:
            continue  # "Orlov said that if Aalto asked for it, ..."
        if cue in _NAMES_AS and not gap.strip() and _BEARS.search(head) is not None:
            return None  # "a group called “Friends of Peace”"
        if cue == "called" and gap.startswith(" for a review"):
            continue
        if cue in _GOES_ON and gap.startswith(" to "):
            continue  # "continued to hit the coast"
        if "," in gap and cues[0][0] < begin and _MEANWHILE.search(head) is not None:
            continue  # "Orlov said that while Aalto repeated his views, ..."
        if cue in _NAMES_AS and (_JOINED.search(head) is not None or names_a_thing(head, gap)):
            return None
        if is_target(head, cue, gap) or names_itself(head, cue, gap):
            return None
        if participle and ahead in _PROGRESSIVE:  # "the agency is now saying"
            head = head[: head.rindex(ahead)]
            ahead, participle = _word_ahead(head), False
        if is_passive(ahead, cue, gap):
            if cue in _NAMES_AS:
                return None
            if near and cue not in _ASKED_OF:
                return None
            if cue not in ("saying", "telling", "adding"):
                continue
        subject = None
        dependent = participle or ahead in _INFINITIVE
        if participle and head.rstrip()[-1:] == ",":
            joins = [join.start() for join in _JOINS.finditer(head)] if ", " in head else []
            subject = said_himself(
                before,
                [at for at, told in cues if joins[-1:] < [at] < [begin] and told in OF_SPEECH],
                participle=True,
            )  # not "Orlov had advised Aalto to go, but Aalto stayed, saying"
        if subject is None and participle and ahead in _JOINING:
            joint = joined_subject(head)
            subject = joint[0] if joint is not None and joint[0][:1].isupper() else None
        elif subject is None and participle and ahead.endswith(","):
            joint = joined_subject(head) if _JOINS.search(head) is not None else None
            if joint is not None and joint[1] and joint[0][:1].isupper():
                subject = joint[0]  # "Orlov was ill, but Aalto has come, saying"
        if subject is None:
            subject = subject_before(head, dependent)
        if subject is None:
            if near and is_untold(head.rsplit(",", 1)[-1]):
                return Said(None, cue, True, False)
            continue
        subject = (writer_of(head) if near else None) or owner_of(subject)
        if begin > cues[0][0] and is_broken(subject):
            continue
        if cue in NOUNS and (
            is_thing(subject)
            or (cue == "states" and gap.strip() != ":" and not may_state(subject, head))
        ):
            continue
        if cue in ("read", "reads") and not THINGS.isdisjoint(head.lower().split()[-8:]):
            return None
        himself = subject in ("he", "she", "they")
        pronoun = None
        if subject in ("he", "she"):
            name = said_himself(before, [at for at, _ in cues if at < begin])
            subject, pronoun = (name, subject) if name is not None else (subject, None)
        nested = ahead == "and" and not participle and _tells_of_another(before, cues, begin)
        planned = cue in _PLANNED and not _NEAR_PLAN.issuperset(gap.split())
        sure = (
            not (conditional or nested or planned)
            and not does_something_else(gap)
            and not (participle and " that " in head)
            and (
                near
                or (len(gap.split()) <= 14 and (cue in OF_SPEECH or participle))
                or (cue in _NAMES_AS and is_object(gap))
            )
        )
        if len(gap.split()) < 1 and cue in ("told", "tells", "telling"):
            return None  # "told "Morning Talk" that": the name of a programme
        of_word = _OF_WORD.search(gap) is not None
        issued = participle and _OF_A_PAPER.search(head) is not None
        issued = issued or (participle and ahead in _TELLS_ITSELF)
        thought = cue in _THOUGHT and cues[0][0] < begin and not himself
        asks_itself = cue in ("asking", "asked", "asks") and _SELF.match(gap) is not None
        issued = issued or may_be_target(head, cue, gap)
        issued = issued or is_within_report(before, cues, begin, cue, subject or "he")
        sure = sure and not (spoke_of or asks_itself or of_word or thought or issued)
        return Said(subject, cue, near, sure, dependent, pronoun)
    found = _FINDS.search(before) if before.endswith((" that ", " found ", " finds ")) else None
    if (
        found is not None
        and (subject := subject_before(before[: found.start()], False)) is not None
    ):
        noun = subject.split()[-1].lower()
        if noun in BODIES or noun in _FINDERS:
            return Said(subject, found["cue"], True)
    label = _LABEL.match(before) if ": " in before else None
    if label is not None and label["np"].split()[0] not in NOT_NAMES:
        return Said(named_subject(label["np"].split()), None, False)
    if last == ":":
        named = _COLON.search(before[-90:])
        if named is not None and _SENT.search(before[-90:], 0, named.start("np")) is None:
            named = None  # "taunted Orlov: ..." is no word of his
        if named is not None:
            tokens = named["np"].split()
            if tokens[0] in NOT_NAMES:
                return None
            return Said(named_subject(tokens), None, True, False)
        subject = opening_subject(before)
        if subject is None:
            return None
        possessive = WHOSE.match(subject)
        if possessive is not None and not is_speaker(subject.split()[-1]):
            subject = OWNERS[possessive[0].lower().strip()]  # "Her rhetoric is plain: ..."
        return Said(subject, None, True, False)
    return None


def _word_ahead(head: str) -> str:
    """The word before a cue, where an adverb stands between the one before that."""
    words = head.split()[-2:]
    if len(words) == 2 and (
        (words[1].endswith("ly") and words[1].islower()) or words[1] in ("now", "also", "still")
    ):
        return words[0]
    return words[-1] if words else ""


def _tells_of_another(before: str, cues: list[tuple[int, str]], begin: int) -> bool:
    """Whether a verb that shares its subject may share that of what was said: "Orlov said Aalto had
    come and had asked"."""
    return any(
        cue in REPORTING and _TELLS_OF.match(before, at + len(cue))
        for at, cue in cues
        if at < begin
    )


def said_himself(before: str, cues: list[int], *, participle: bool = False) -> str | None:
    """The name that speaks earlier in the sentence in which a pronoun does: "Orlov said he".

    `participle`: it is sought for "saying", which goes with the main clause.
    """
    for at in reversed(cues[-3:]):
        if before.endswith((" not ", "n't ", "n’t ", " to "), 0, at):
            continue  # "he said Orlov has not answered, and asked"
        if _WHETHER.search(before, 0, at) is not None:
            continue  # "While not confirming whether Orlov had warned of it, she said"
        if participle and _asks_first(before, at):
            continue  # "When Orlov asked about it, she laughed, saying"
        if _ANOTHER.search(before, at) is not None:
            continue  # "Orlov spoke of Lena Aalto, who has denied that she"
        subject = subject_before(before[:at], False) if before[:at].strip() else None
        if subject is not None and subject[:1].isupper() and WHOSE.match(subject) is None:
            if subject.split()[-1] in ORGANISATIONS:
                continue  # "The White House said the plan that he said he"
            return subject
    return None


def _asks_first(before: str, at: int) -> bool:
    """Whether a verb of saying stands in a clause that only leads to another's: "When Orlov asked
    about it, she"."""
    opening = before.lstrip()
    if not opening.startswith(_SUBORDINATE):
        return False
    comma = before.find(", ")
    return comma > at and _SUBJECT.match(before, comma + 2) is not None
