"""What words can be in a noun phrase: plurals, verbs that end it, words that are never part of it.

Words come in, yes or no goes out; how they make what a number counts is known to `about`.
"""

from __future__ import annotations

import re

_IRREGULAR = frozenset(
    """people men women children police troops personnel dead others cattle fish sheep aircraft
    spacecraft deer criteria media data fatalities wounded injured missing poor unemployed
    homeless hostages lives policemen policewomen firefighters servicemen congressmen gunmen
    fishermen spokesmen businessmen teeth feet geese mice oxen alumni nuclei phenomena staff
    crew teenagers youth youths""".split()
)
_SINGULAR_S = re.compile(r"(?:ss|us|is|ous|'s|’s)$")
VERBS = frozenset(
    """think say believe support oppose favor favour approve disapprove own prefer agree disagree
    see feel want need rate view back know identify expect use seek make get give take go come
    carry include remain plan hope fear look work live stand leave trust burst meet represent
    receive begin become return start stop end fall rise win lose own pay spend earn know try die
    suffer travel speak read write eat drink drive arrive attend gather flee escape survive join
    refuse feel hear appear move own bring send keep hold let ask turn choose agree learn lie sit
    face enter depend rely belong consist contain require grow sell buy build break watch close
    change reach create produce offer""".split()
)
"""Verbs that end a noun phrase when they stand behind a plural."""
STOP = frozenset(
    """is are was were be been being am has have had do does did will would can could should may
    might must shall in on at by for from with without into onto over under about against
    between among during through to as than then that which who whom whose where when while
    because since although though if after before until unless and or but nor so yet not also
    only even per amid via despite said says told ago earlier later more less left including
    such like down up off across around near out each apiece every outside short above below
    such inside within following according died fled won lost came went took made got became
    began saw held remain remains remained rose fell voted just i he she it they we you who
    them him us lived worked hit struck gave shot left arrived stood signed joined already abroad
    overseas alone ad annually now too overall right actually apparently currently
    forever nationwide statewide citywide worldwide countrywide""".split()
)
PARTICIPLE = re.compile(r"[a-z]{2,}(?:ed|ing)$")
NOT_PARTICIPLES = frozenset(
    """armed wounded injured building buildings meeting being wedding bombing shooting killing
    hearing ruling filing training housing evening morning ring king thing wing string
    spring united red bed registered displaced suspected so-called alleged unarmed masked
    married limited combined continued related unidentified unnamed elected retired
    convicted wanted trained selected proposed licensed planned confirmed leading working
    fighting missing existing remaining sitting surviving pending outstanding advertising
    funding spending financing living reported unaccompanied undocumented uninsured skilled
    unskilled hundred sacred certified estimated""".split()
)
HEADLINE_VERBS = frozenset(
    """flee die march protest rally join face leave mourn gather attend vote strike return defy
    escape survive drown perish vanish await seek sue quit remain refuse agree admit deny plead
    go come get stand sit live work say want need have hold take make give lose win arrive
    stay stage storm block demand call turn meet cross enter celebrate clash""".split()
)
_LIKE_PLURALS = frozenset(
    """says wants needs seeks makes takes comes goes remains shows gets gives backs supports
    adds opposes includes follows means looks starts ends leaves plans calls faces runs
    works""".split()
)
POSTPOSED = frozenset(
    """starting beginning ending involving lasting containing running facing seeking carrying
    following covering dating stretching ranging aboard alive ran rose fell broke drove wore
    grew flew drew threw sank spoke wrote knew thought felt found built bought brought caught
    sent spent sold paid met led fed fought sought taught told kept comes goes makes
    exist exists occur occurs takes gives gets means needs wants says stands falls rises hurt shut
    split hurts shook""".split()
)


_SAYS_SO = frozenset(
    """begins appears becomes seems includes sees continues remains requires believes expects
    provides tells brings makes opposes favors knows thinks suggests represents incorporates accuses
    sends accelerates wants wonders confirms proves indicates reveals argues insists explains
    describes depends exists occurs gets goes comes takes gives keeps loses says consists contains
    refers allows enables prevents meant concludes encompasses recommends""".split()
)
"""Verbs of one thing that are no plural of a noun: "the third trimester begins"."""
_DO = frozenset(
    """say think believe argue remember provide agree disagree happen include contain become seem
    appear remain continue come go take make give see understand require consider create speak write
    die exist oppose prefer feel tend rely expect receive suffer earn enter bring lose tell allow
    refuse identify attend discuss arrange acknowledge insist admit represent depend describe
    appeared became seemed remained continued ratify""".split()
)
"""Verbs of many that are no nouns: "five justices say", "16 percent agree"."""
_EITHER = frozenset(
    """wins stops funds costs shows features claims reports calls moves offers starts ends leads
    runs helps turns sets puts raises covers changes drops tests marks names wraps buys tackles
    slashes approaches""".split()
)
"""Verbs of one thing that are plurals as well: what follows decides."""
_OBJECT = re.compile(
    r" (?:up|the|an?(?! (?:day|week|month|year|night|game))|his|her|its|their|\$)\b"
)
_LED_ON = frozenset("why how whether toward towards upon together".split())
_ONCE = ("go", "die")  # "in one go"
_NO_ADVERBS = ("family", "early", "elderly")
_MODALS = frozenset("will would could can may might must shall should cannot".split())
_ENDS_ON = _SAYS_SO | _DO | _EITHER | _LED_ON
_ADVERBS = frozenset("still also often briefly now never always then both all".split())


def _told(word: str) -> bool:
    """Whether a word is a participle and no adjective."""
    return PARTICIPLE.fullmatch(word) is not None and word not in NOT_PARTICIPLES


def without_verb(phrase: str, behind: str = "", single: bool = False) -> str | None:
    """What is counted without the verb it runs into; None where nothing else is left.

    `behind` is the text that follows, `single` whether the phrase names one thing, not many.

    >>> without_verb("justices of the Supreme Court say"), without_verb("briefly appeared")
    ('justices of the Supreme Court', None)
    """
    words = phrase.split()
    last = words[-1]
    if last not in _ENDS_ON and len(words) != 2 and (len(words) == 1 or words[-2] not in _MODALS):
        return phrase
    if words[0] == "what":
        return phrase  # "half of what the law allows"
    while words and words[-1] in _LED_ON:
        words.pop()
    cut = len(words) <= phrase.count(" ")
    while cut and words and words[-1] in ("of", "regardless"):
        words.pop()
    if not words or (cut and len(words) == 1 and _told(words[0])):
        return None
    last = words[-1]
    before = words[-2] if len(words) > 1 else ""
    alone = len(words) == 1 or (
        len(words) == 2 and (before in _ADVERBS or (before.endswith("ly") and before.islower()))
    )
    verb = last in _SAYS_SO or before in _MODALS
    many = plural(before) or plural(head_word(phrase))
    verb = verb or (last in _DO and (many or (alone and last not in _ONCE)))
    verb = verb or (
        single and last in _EITHER and not plural(before) and _OBJECT.match(behind) is not None
    )
    verb = verb or (alone and len(words) == 2 and before != "early" and _told(last))
    if not verb:
        return " ".join(words) if cut else phrase
    words.pop()
    while words and (
        words[-1] in _MODALS
        or words[-1] in _ADVERBS
        or words[-1] in ("and", "or", "who", "that", "which", "to", "not")
        or (words[-1].endswith("ly") and words[-1].islower() and words[-1] not in _NO_ADVERBS)
    ):
        words.pop()
    return " ".join(words) or None


def plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    lower = word.lower()
    if lower in _IRREGULAR:
        return True
    if not lower.endswith("s") or len(lower) < 4 or _SINGULAR_S.search(lower):
        return lower in ("gas", "buses", "bus", "ties")
    return lower[-2:] != "s'" and word[-1] == "s"


def verb_like(word: str) -> bool:
    """Whether what looks like a plural is a verb more often: "says", "wants"."""
    return word in _LIKE_PLURALS


def head_word(phrase: str) -> str:
    """The head noun of a phrase, its last word before an "of"; nothing where it has no word.

    >>> head_word("members of the guard"), head_word("young voters"), head_word("  of them")
    ('members', 'voters', '')
    """
    words = phrase.split(" of ")[0].split()
    return words[-1] if words else ""
