"""Sentence boundaries by our own rules: a text comes in, the spans of its sentences come out.

Nothing is lost and nothing is changed: between two spans there is only blank space (or
nothing, where a page glued two sentences together), so spans and gaps put together are the
text again. Every look around a stop is bounded, whatever the text is made of.
"""

from __future__ import annotations

import re

from corpus.words import ABBREVIATED, MONTHS, WEEKDAYS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_CLOSERS = "\"'”’»›)\\]}」』）】"
_OPENERS = "\"'“‘«„‚‹([{—–-¿¡"
_STOPS = ".!?…؟۔।"
_CJK = "。！？｡"
_CANDIDATE = re.compile(  # one set of signs comes first: the search runs from one to the next
    rf"[{_STOPS}{_CJK}\n\r\u2028\u2029](?:"
    rf"(?<=[{_STOPS}])[{_STOPS}]*+(?:\x20\.(?=[\s.{_CLOSERS}]|$))*+(?P<close>[{_CLOSERS}]*+)(?P<gap>\s*+)"
    rf"|(?<=[{_CJK}])(?P<cjk>[{_CJK}]*+[{_CLOSERS}]*+)\s*+"
    r"|\s*+)"
)
_LOOK_BACK = 24  # characters before a stop in which its word is sought
_LOOK_AHEAD = 80  # characters after a stop in which an attribution is sought
_WRAPPED = 50  # a line of at least this length without a stop is taken for wrapped prose

# A name follows: never the end.
_TITLES = _words(
    "mr mrs ms mx dr drs prof profs gen gens sen sens rep reps gov govs lt col cols sgt cpl lcpl "
    "pvt pfc spc capt cpt cmdr cdr adm maj brig rev revs fr hon st ste mt ft pres supt insp det "
    "messrs mssrs mme mlle msgr amb atty ald dep asst fmr vs approx eg ie cf e.g i.e a.k.a "
    "hr hrsg bzw vgl"
)
_PLACES = _words("st ft mt")  # also what ends a name or a measure: a street, feet
_SMALL_TITLES = _words("v ca")  # only in small letters
# A number follows: not the end. Anything else: the end.
_NUMBERED = _words(
    "no nos fig figs art arts sec pp p vol vols ch para prop res nr jan feb mar apr jun jul aug "
    "sept sep oct nov dec"
)
_SMALL_NUMBERED = _NUMBERED - {"no", "art", "arts", "res", "mar"}  # also in small letters
_ANSWERS = _words("a is was say says said answer answers answered reply replied vote votes voted")
_PARTS = _TITLES | _NUMBERED  # the last part of a word with a hyphen
_DAYS_OF_WEEK = _words("Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun")  # a month or an hour follows
# May stand inside or at the end: what follows decides.
_EITHER = _words(
    "jr sr inc corp cos ltd plc bros llc esq etc dept univ assn ave blvd rd ctr "
    "ariz calif colo conn fla kan ky mich minn mont neb nev okla penn tenn vt wis wyo ont que "
    "oz lb lbs mph km hwy et al"
)
_EITHER_CAPITAL = _words("Ill Mass Wash Del Mo Pa Co La Ore Ind Miss Ala Ark Tex Va Md Ga Sec")
_STARTERS = _words(
    "The A An He She It They We I You This That These Those There Here His Her Its Their Our My "
    "Your In On At By For From To With Without As If When While Where Who What Why How Which And "
    "But Or So Yet Nor Not No Yes After Before During Since Until Although Though Because Despite "
    "However Still Also Then Now Even Only Just Some Many Most Several Both Each Every All Another "
    "Other Others Such Once Today Yesterday Earlier Later Last Meanwhile Instead Perhaps Maybe "
    "About Under Over Between Among According Asked Speaking Let Is Are Was Were Do Does Did "
    "Can Could Would Should Will Have Has Had Between One Two Three Four Five Nobody Nothing "
    "Everyone Indeed Moreover Furthermore Nevertheless Additionally Separately Previously"
)
_AFTER_TIME = _words(
    "ET EST EDT CT CST CDT MT MST PT PST PDT GMT UTC BST CET CEST IST Eastern Central Pacific "
    "Mountain Greenwich Moscow AEST AEDT"
).union(WEEKDAYS, MONTHS, ABBREVIATED)
_SAYS = re.compile(
    r"(?:(?:the|a|an)\s)?(?:[A-Z][\w.'’-]*+\s){1,5}"
    r"(?:said|says|asked|asks|added|wrote|told|replied|shouted|tweeted|wondered|continued)\b"
)
_LETTERS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\Z")
_LOWER_NAME = re.compile(
    r"[a-z]{1,3}[A-Z]|(?:al|el|an|as|ash|ad)-[A-Z]|(?:de|von|van|bin|di)\s[A-Z]"
)
_BULLET = re.compile(r"(?:[-*•·‣▪–—]\s|\d{1,3}[.)]\s|[a-z]\)\s)")
_WORD = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
_HANGING = _words("a an the of to in on at by for from with as and or but nor than that")


def split(text: str) -> list[tuple[int, int]]:
    """The spans of the sentences of a text, in order, without surrounding blanks."""
    spans: list[tuple[int, int]] = []
    length = len(text)
    begin = length - len(text.lstrip())
    for match in _CANDIDATE.finditer(text, begin):
        end = match.start("gap")
        if end < 0:  # a line end or a CJK stop
            end = match.end("cjk")
            if end < 0:
                end = match.start()
                while end > begin and text[end - 1].isspace():
                    end -= 1
                if match.end() < length and _wraps(text, begin, end, match):
                    continue
            after = match.end()
        else:
            after = match.end()
            if after == length:
                break
            if after == end:
                end = _glued(text, begin, match)
                if not end:
                    continue
                after = end
            elif not _ends(text, begin, match):
                continue
        if end <= begin:
            continue
        if begin == match.start() and match["close"] is not None:
            # a stop alone belongs to what precedes it
            if spans:
                spans[-1] = (spans[-1][0], end)
                begin = after
            continue
        spans.append((begin, end))
        begin = after
    if begin < length:
        end = len(text.rstrip())
        if end > begin:
            spans.append((begin, end))
    return spans


def _ends(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether the stop of a candidate that blank space follows ends its sentence."""
    start, after = match.span()
    following = text[after]
    if match[0] == ". " and following.isupper():  # as most sentences end
        return _full_stop(text, begin, start, after, following)
    if following in _OPENERS:
        at = after
        while at < len(text) - 1 and at < after + 4 and text[at] in _OPENERS:
            at += 1
        if text[at].isspace():  # a dash between blanks goes on with the sentence
            return not (following in "—–-" and "\n" not in match["gap"])
        following = text[at]
    else:
        at = after
    gap = match["gap"]
    if ("\n" in gap or "\r" in gap) and (gap.count("\n") > 1 or _BULLET.match(text, after)):
        return True
    stop, closing = text[start : match.start("close")], match["close"]
    if following.islower():
        return _LOWER_NAME.match(text, at) is not None and not closing and stop[-1] != "…"
    if stop in "!?" or "!" in stop or "?" in stop:
        if closing and following.isupper():
            return _SAYS.match(text, at, at + _LOOK_AHEAD) is None
        return not (stop == "!" and text.endswith(("Yahoo", "Jeopardy"), begin, start))
    if closing and closing != ")":
        return True
    if stop != ".":
        if stop[0] == "…" or len(stop) == 3 or " " in stop:  # an ellipsis, not four points
            if text[max(begin, start - 2) : start].rstrip().endswith((".", "!", "?")):
                return True
            word = _WORD.match(text, at)
            if at != after or (word is not None and word[0] in _STARTERS):
                return True
            last = _LAST_WORD.search(text, max(begin, start - _LOOK_BACK), start)
            return following.isupper() and last is not None and last[0] not in _HANGING
        return True
    return _full_stop(text, begin, start, at, following)


def _full_stop(text: str, begin: int, start: int, at: int, following: str) -> bool:
    """Whether a single full stop at `start` ends the sentence, by the words on both sides."""
    word = _word_before(text, begin, start)
    if not word:
        return start > begin
    if word.isdigit():
        return len(word) > 3 or start - len(word) > begin + 1  # "1. The first point"
    folded = word.lower()
    if folded in _TITLES or word in _SMALL_TITLES:
        return folded in _PLACES and _starts(_WORD.match(text, at))
    if folded in _NUMBERED and following.isdigit() and (len(word) > 1 or word == "p"):
        if word == "no":
            return _answers(text, begin, start - 2)
        return not (word[0].isupper() or folded in _SMALL_NUMBERED)
    if word in _DAYS_OF_WEEK:
        next_word = _WORD.match(text, at)
        return word == "Sun" if next_word is None else next_word[0] not in _AFTER_TIME
    letters = "." in word and _LETTERS.match(word) is not None
    if not (
        letters
        or folded in _EITHER
        or word in _EITHER_CAPITAL
        or (len(word) == 1 and word.isupper())
        or word[-2:] in ("-A", ".A")
    ):
        return True
    next_word = _WORD.match(text, at)
    if next_word is None:
        return not (following.isdigit() or following in "&§")
    if folded in ("a.m", "p.m"):
        return next_word[0] not in _AFTER_TIME
    return _starts(next_word) and not (next_word[0] == "I" and len(word) == 1)


def _starts(word: re.Match[str] | None) -> bool:
    """Whether a word is one that sentences often begin with."""
    return word is not None and word[0] in _STARTERS


def _word_before(text: str, begin: int, start: int) -> str:
    """The word that a full stop at `start` follows; of "then-Gov", "31-Feb" the last part."""
    if start == begin or text[start - 1].isspace():
        return ""
    word = text[max(begin, start - _LOOK_BACK) : start].rsplit(None, 1)[-1].lstrip(_OPENERS)
    if "–" in word or "—" in word:
        word = word.replace("—", "–").rpartition("–")[2]
    head, _, tail = word.rpartition("-")
    if head and (tail.lower() in _PARTS or ("." in tail and head.islower())):
        return tail
    return word


def _answers(text: str, begin: int, start: int) -> bool:
    """Whether the "no" at `start` is what somebody answers: before a number it is short for it."""
    before = text[max(begin, start - _LOOK_BACK) : start].split()
    return not before or before[-1].lower() in _ANSWERS


def _glued(text: str, begin: int, match: re.Match[str]) -> int:
    """Where a sentence ends whose stop no blank follows; 0 when it does not end there."""
    start, after = match.start(), match.end()
    stop, closing = text[start : match.start("close")], match["close"]
    following = text[after]
    if following in "“«„‘":
        return after if after - start < 3 and text[start - 1 : start].isalpha() else 0
    next_two = text[after : after + 2]
    if not (following.isupper() and next_two[1:].isalpha()) and next_two not in ("I ", "I'", "I’"):
        return 0
    if not text[start - 1 : start].islower():
        return 0
    if closing:
        if closing == '"' and text.count('"', max(begin, start - 2000), start) % 2 == 0:
            return match.start("close")  # the mark opens the next sentence
        return after
    word = _WORD.match(text, after)
    return after if stop[0] in ".?!" and word is not None and word[0] in _STARTERS else 0


def _wraps(text: str, begin: int, end: int, match: re.Match[str]) -> bool:
    """Whether a line end without a stop before it only wraps a line of running prose."""
    gap = match[0]
    if gap.count("\n") > 1 or "\u2029" in gap or _BULLET.match(text, match.end()):
        return False
    if text[match.end()].islower():
        return True
    line = end - max(text.rfind("\n", max(begin, end - 2 * _WRAPPED), end), begin)
    return line >= _WRAPPED and text[end - 1] not in ":;。"
