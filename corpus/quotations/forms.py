"""What marked words are: whole speech, a fragment of it, or a term, a title or a scare quote.

A span of quotation marks and its text come in; out goes its kind, and whether it is speech at all.
"""

from __future__ import annotations

import re

from corpus.article import Quotation, QuotationKind
from corpus.quotations.marks import Marked
from corpus.quotations.words import NOT_SUBJECTS, SPEECH_CUE, is_clause

_TITLE = re.compile(
    r"(?:[A-Z0-9][\w’'.-]*|[a-z]{1,4}|[&–—-])(?:[\s:,–—-]+(?:[A-Z0-9][\w’'.-]*|[a-z]{1,4}|&))*[!?.,]?"
)
WORK = re.compile(
    r"[A-Z][\w’'.-]*(?:[\s:,–—-]+(?:[A-Z0-9][\w’'.-]*|[a-z]{1,4}|&|about|after|against|among|before|"
    r"behind|between|beyond|through|toward|towards|under|without))+[!?.,]?"
)
_APPOSED = re.compile(r"[\s,]*(?:[a-z]+\s){0,3}(?:[A-Z][\w’'.-]*\s?){1,4},\s[^.;:]*$")
_NOUN_BEHIND = re.compile(r"\s[a-z]{2,}")
OF_WORKS = frozenset(
    "threatened criticized criticised blasted slammed mocked praised defended hailed lampooned "
    "derided ridiculed condemned denounced blamed credited panned trashed skewered recommended "
    "cited quoted questioned assailed lauded".split()
)
"""Verbs of saying whose object may be a work, a programme or a plan, and no words of theirs."""
TERM = 4  # words from which a fragment without a speaker is kept: of 60 shorter ones 4 were speech
_SHORT = 4  # words below which quoted words are a fragment unless they are a whole utterance


_NAMES_A_WORD = re.compile(
    r"\b(?:(?:words?|terms?|phrases?|labels?|names?)\b[^.;:“”\"]{0,40}?\b(?:like|such as|as)|"
    r"stands\sfor|known\sas|(?:newspaper|magazine|film|movie|song|album|novel|book|show|programme|"
    r"program|website|podcast|musical|sitcom|series|drama|comedy|hit|single|bestseller|best-seller|"
    r"memoir|anthem|poem|documentary|entitled|titled|subtitled|headlined))\s*$"
)
_BEFORE_A_WORD = frozenset(
    "like as for newspaper magazine film movie song album novel book show programme program "
    "website podcast musical sitcom series drama comedy hit single bestseller best-seller memoir "
    "anthem poem documentary entitled titled subtitled headlined".split()
)  # the last words of what `_NAMES_A_WORD` finds
_SAID_BY = re.compile(rf"[,\s]*{SPEECH_CUE}\s(?:the|a|an)\s")
_SAID_LONG = 24  # characters of a verb of saying and an article
_BODY = re.compile(
    r"\s(?:[a-z]+\s)?(?:movement|campaign|group|party|alliance|coalition|network|charity)\b"
)
_DETERMINED = re.compile(r"(?:\b(?:the|a|an|his|her|its|their|this|that|another)|[’']s)\s$", re.I)
_NOUN = re.compile(r"\s(?P<noun>[a-z]{3,})\b")
_NOTIONS = frozenset(
    "theory theories trope tropes meme memes myth myths narrative slogan slogans mantra hashtag "
    "label labels comment comments remark remarks letters list show "
    "initiative claims movement marathon controversy".split()
)
"""Nouns of what is thought, called out or arranged, which words in marks name."""
_NICKNAME = re.compile(r"(?:.*\s)?[A-Z][a-z]+\s\0\s[A-Z][a-z]+\b.*", re.DOTALL)
_CALLED_OUT = frozenset({"chant", "chants", "shout", "shouts"})
_ENDS_SPEECH = frozenset(".,!?…")
_PROGRAMME = re.compile(
    r"(?:\b(?:told|tells|on|in|by|host|hosts|during|watching)|\b[A-Z][A-Za-z]+[’']s?)\s*$"
)
_ON_AIR = re.compile(  # "told Quill’s “Today” that", "revealed to “Good Day Aldmere” that"
    r"\b(?:(?:told|tells|telling)\s(?:(?:the\s)?[A-Z][\w&.-]*(?:\s[A-Z]\w*)?[’']s?\s)?|"
    r"(?:revealed|announced|confirmed|admitted|said|spoke|talked)\sto\s)$"
)
_TEXTS = frozenset(
    "article book essay paper study column piece memoir op-ed song poem novel titled entitled "
    "subtitled headlined".split()
)
_REPORT = re.compile(  # "according to a report by the Quill, “Boats and Quays,” ..."
    r"\b(?:report|study|paper|article|book|essay|survey)\b[^,;:.“”\"]{0,90},\s$"
)
_IN_HIS_BOOK = re.compile(  # "in his book, “Tides,” Orlov writes"
    r"\b(?:his|her|their|my|our|its|the|new|latest|\w[’']s|s’|titled|entitled|called)\s(?:[\w-]+\s){0,3}?"
    r"(?:books?|memoir|autobiography|novel|film|movie|documentary|album|song|show|programme|program|"
    r"podcast|series|poem|play|essay|column|op-ed|titled|entitled|called)[,:]?\s$"
)
_SHOW = 6  # words of the name of a programme


def is_term(before: str, words: str) -> bool:
    """Whether quoted words are spoken of and not spoken, by what stands before them."""
    if _PROGRAMME.search(before[-40:]) is not None and titled(WORK, words.rstrip(",.")):
        return words.count(" ") < _SHOW
    last = before.rstrip().rpartition(" ")[2]
    if last not in _BEFORE_A_WORD or _NAMES_A_WORD.search(before[-70:]) is None:
        return False
    return words.count(" ") < TERM - 1 or titled(WORK, words)


def is_programme(before: str, words: str) -> bool:
    """Whether quoted words are the programme that somebody tells something: "told “Today”"."""
    if not words[:1].isupper() or _ON_AIR.search(before[-60:]) is None:
        return False
    return words.isalpha() or (words.count(" ") < _SHOW and titled(WORK, words))


def is_label(before: str, words: str, after: str) -> bool:
    """Whether a few quoted words only name what is spoken of: "the “empty ports” theory"."""
    if words.count(" ") >= TERM or words[-1:] in _ENDS_SPEECH:
        return False
    if before.endswith("so-called "):
        return True
    if (
        words.istitle()
        and words.isalpha()
        and _NICKNAME.fullmatch(before[-24:] + "\0" + after[:24])
    ):
        return True  # "Charles “Tex” Orlov"
    noun = _NOUN.match(after)
    if noun is not None and noun["noun"] in _CALLED_OUT:
        return True
    return (
        noun is not None
        and noun["noun"] in _NOTIONS
        and _DETERMINED.search(before[-12:]) is not None
    )


def is_named_thing(words: str, after: str) -> bool:
    """Whether a few words with capitals only name what the sentence goes on with: "the “Harbour
    Star” rocket"."""
    if words.count(" ") >= TERM or not words.istitle() or words[-1] in _ENDS_SPEECH:
        return False
    return _NOUN_BEHIND.match(after) is not None


def is_title(before: str, words: str) -> bool:
    """Whether quoted words are what a text that somebody wrote is called: "an article, “Quays”"."""
    last = before.rstrip(" ,:").rpartition(" ")[2]
    if words[:1].isupper() and words.rstrip(",").isalpha() and words[-1] == ",":
        return _IN_HIS_BOOK.search(before[-60:]) is not None
    if before == "In ":  # "In “Boats and Quays,” the council's memo, Orlov said"
        return titled(WORK, words.rstrip(".,")) and not words.isupper()
    if last not in _TEXTS and ("," not in before[-3:] or _REPORT.search(before) is None):
        return False
    return titled(WORK, words.rstrip(".,")) and not words.isupper()


def is_sign(text: str, span: Marked) -> bool:
    """Whether one letter in marks is a sign, or two that only describe a noun: "“W” flags"."""
    if span.inner_end - span.inner_start > 2 or not span.closed:
        return False
    if span.inner_end - span.inner_start == 1:
        return text[span.inner_start] != "I"
    if _DETERMINED.search(text, max(0, span.start - 12), span.start) is None:
        return False
    noun = _NOUN.match(text, span.end)
    return (
        text[span.inner_start : span.inner_end].isalpha()
        and noun is not None
        and noun["noun"] not in NOT_SUBJECTS
    )


def titled(pattern: re.Pattern[str], words: str) -> bool:
    """Whether words are written as a title: most of the long ones with a capital."""
    if pattern.fullmatch(words) is None:
        return False
    tokens = words.split()
    return 2 * sum(t[0].isupper() or not t[0].isalpha() for t in tokens) >= len(tokens)


def names_a_work(text: str, span: Marked, following: Marked) -> bool:
    """Whether marks behind a quotation hold a title in an apposition of who speaks, or a name."""
    between = text[span.end : following.start]
    return names_a_body(text, span, following) or (
        following.closed
        and ", " in between
        and "." not in between
        and _is_title(text[following.inner_start : following.inner_end].strip(" ,"))
        and _APPOSED.match(between) is not None
    )


def names_a_body(text: str, span: Marked, following: Marked) -> bool:
    """Whether marks behind a quotation hold who speaks: "said the ‘Doors Open’ movement"."""
    if following.start - span.end > _SAID_LONG or _BODY.match(text, following.end) is None:
        return False
    return _SAID_BY.fullmatch(text, span.end, following.start) is not None


def _is_title(words: str) -> bool:
    return " " not in words or titled(_TITLE, words)


def is_no_speech(q: Quotation) -> bool:
    """Whether marked words that nobody is named for are a term, a title or a scare quote."""
    if q.kind != "fragment" or q.speaker is not None:
        return False
    return q.text.count(" ") < TERM - 1 or (titled(WORK, q.text) and not q.text.isupper())


def kind_of(text: str, span: Marked, cue_near: bool, before: str, after: str) -> QuotationKind:
    """Whole speech or a fragment, by its words, its marks and what stands around them."""
    inner = text[span.inner_start : span.inner_end].strip()
    count = inner.count(" ") + 1
    ends = inner[-1:] in (".", "!", "?", "…", ",", "—", "-")
    first = inner[:1] if inner[:1].isalpha() else next((c for c in inner if c.isalpha()), "a")
    opens = before.rstrip()[-1:] in (",", ":") or not before.strip()
    if not span.closed or span.carried:
        return "direct"
    if count < _SHORT:
        whole = (cue_near and ends and opens) or (
            ends and inner[-1] not in ",—-" and opens and first.isupper() and not after.strip()
        )
        return "direct" if whole else "fragment"
    if cue_near and opens and (ends or first.isupper()):
        return "direct"
    spoken = inner[-1:] in ".!?…" or (cue_near and ends)
    if not before.strip() and first.isupper() and spoken and not titled(WORK, inner):
        return "direct"  # an utterance that stands alone: "Not just in Norland, but in the south."
    if not is_clause(inner):
        return "fragment"
    if not cue_near and first.isupper() and titled(_TITLE, inner):
        return "fragment"
    return "direct"
