"""Is this line furniture of the page, and why: the look-up in the phrases, and a few patterns.

A folded line (`corpus.text.fold`) comes in; the reason it is no part of the article comes
out, or None. Sentences that merely speak of cookies, newsletters or privacy policies are
part of the article: patterns inside a longer line ask for a word that addresses the reader.
"""

from __future__ import annotations

import re

from corpus.cleaning.phrases import BEGINNINGS, CAREFUL, WHOLE_LINES
from corpus.signs import Signs
from corpus.text import fold, holds_any

LABEL = "label of a section or kind of text"
LINKS = "heading of links to other articles"
COMMENTS = "note about comments"
LINK = "link to another article"
CALL = "call to follow, share or subscribe"
NOTICE = "notice about cookies, privacy or terms"
COUNT = "count or length shown by the page"

_READER = re.compile(
    r"\b(?:we|our|you (?:agree|can|may|are|accept|consent)|this (?:site|website|page)|"
    r"by (?:signing|using|continuing|clicking|"
    r"entering|registering|subscribing)|please|terms of service apply|google privacy)\b"
)
_LONG_NOTICE = 30  # words; longer lines that say "we" are mostly paragraphs about such notices
_OF_THIS_SITE = re.compile(
    r"\b(?:you (?:agree|accept|consent)|by (?:using|clicking|continuing|signing|subscribing|"
    r"entering|registering|submitting)|we (?:use|and our|collect|process|store)|"
    r"our (?:site|website|privacy|cookies?|terms|partners|users?|services?)|this (?:site|website)|"
    r"please|your (?:browser|consent|personal|email|e-mail|device|privacy|preferences)|"
    r"terms of service apply|google privacy)\b"
)
_TO_THE_READER = re.compile(
    r"\b(?:us(?:e|es|ing)|accept\w*|consent\w*|agree\w*|stor\w+|enabl\w+|disabl\w+|set|sets|manage|"
    r"allow\w*|reject\w*|plac\w+|block\w*)(?: \w+){0,3} cookies\b|"
    r"\b(?:of|via|all|about|our|necessary|party) cookies\b|^cookies\b|"
    r"\bcookies (?:and (?:similar|other)|policy|on (?:this|our|your)|help us|"
    r"are (?:used|small|text|stored|placed|necessary|essential|set)|"
    r"(?:(?:in order )?to|which|that) (?:improve|give|offer|provide|ensure|personali|help|make|"
    r"enhance|analy|understand|deliver|collect|track|show|store|optimi|remember|better|serve|allow|enable))|"
    r"\bcookie (?:settings|consent|preferences|choices|use)\b|"
    r"\b(?:privacy|cookie) (?:policy|notice|statement)\b|\brecaptcha\b|"
    r"\bterms (?:of (?:use|service)|and conditions|& conditions)\b|\buser agreement\b|"
    r"\bprotection of personal data\b|\bpersonal data\b.{0,60}\b(?:law|process)"
)
_SPOKEN = re.compile(
    r"\"[^\"]{0,200}\b(?:said|says|told|asked|wrote|added)\b|\b(?:said|says|wrote)[:,] \""
)
_LEGAL = re.compile(
    r"kisisel verilerin|aydinlatma metn|\bcerez(?:ler)?\w*\b|datenschutzerklarung|"
    r"politique de confidentialite|politica de (?:privacidad|privacidade|cookies)|"
    r"informativa (?:sulla|estesa)|gizlilik (?:politikasi|sozlesmesi)|enable javascript|"
    r"javascript (?:is |must be )?(?:enabled|disabled)|all rights reserved|todos os direitos|"
    r"todos los derechos|tous droits reserves|alle rechte vorbehalten|무단전재|"
    r"protected by recaptcha|unsubscribe (?:at any|from|here|by)|"
    r"opt[- ]out of (?:receiving|emails|tracking|personali[sz]ed|the sale)|"
    r"may not be (?:published, broadcast|reproduced|redistributed|copied)|reprint permission"
)
_CALLS: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = (  # each with words it needs
    (
        ("sign up", "subscribe", "register"),
        re.compile(
            r"(?:^|[.!?:|] |, )(?:please )?(?:sign up|subscribe|register)\b.{0,40}\b(?:"
            r"newsletters?|alerts?|here|inbox|updates|(?:biggest|top|latest|best) stories)\b"
        ),
    ),
    (
        ("follow ",),
        re.compile(
            r"^follow .{2,40}[:,] ?(?:@\w+|https?://\S+)$|"
            r"\bfollow (?:\w+ ){0,2}\S+'s? (?:full |complete |live )?coverage\b"
        ),
    ),
    (
        ("on twitter", "on facebook", "on instagram", "on x", "on social media", "on google news",
         "on telegram"),
        re.compile(
            r"(?:^\W*|[.!?:|)] ?)(?:you can )?(?:follow|like)\b.{1,60}\bon (?:twitter|facebook|"
            r"instagram|x|social media|google news|telegram)\b"
        ),
    ),
    (
        ("mail ", "contact ", "reach ", "write to "),
        re.compile(
            r"(?:^|[.!?:|] )(?:you can )?(?:e-?mail|contact|reach|write to) (?:the )?(?:author|"
            r"writer|reporters?|him|her|us|me)\b.{0,30}\b(?:at|on)\b"
        ),
    ),
    (
        ("download ", "your inbox", "delivered ", "box", "subscription", "free article"),
        re.compile(
            r"\bdownload (?:the|our) .{0,30}\bapp\b|\b(?:to|in|meet|on|upgrade) your inbox\b|"
            r"\bdelivered (?:straight |directly |daily )?to your\b|\bopt[- ]in box\b|"
            r"\b(?:your|an) (?:email )?subscription\b|"
            r"\bfree articles? (?:this|per|a|left|remaining)\b"
        ),
    ),
    (
        ("this month", "more ap ", "for the latest from ", "full coverage"),
        re.compile(
            r"\barticles? (?:left|remaining) this month\b|\bmore ap [\w ]{1,20}:|"
            r"\bfor the latest from .{2,40} click here\b|\bfull coverage\b.{0,30}https?:"
        ),
    ),
    (
        ("visit ", "for more", " and http"),
        re.compile(
            r"^visit .{2,60} for more (?:stories|news|videos)\b|"
            r"^for more\b.{0,80}, (?:follow|listen to|please visit|subscribe|visit us)\b|"
            r"^.{0,60}\bhttps?://\S+ and https?://"
        ),
    ),
)  # fmt: skip
_BOX_TO_SIGN = re.compile(  # "Get our weekly letter Sign up for it", with all that follows
    r"get (?:our|the|your|a) [^.!?]{2,50}[.!]? ?(?:sign up|subscribe) (?:to|for|now|here)\b"
)
_CLICK = re.compile(r"(?:^|[.!?:|] |, )(?:please )?(?:click|tap)\b.{0,40}\bhere\b")
COMMENT_WORDS = 24  # of a line about comments; a longer one is a paragraph that mentions them
_CALL_WORDS = 60  # longer lines are paragraphs
_LETTERS_WORDS = 14
_CLICK_WORDS = 16  # longer lines are paragraphs that end in a link
_LETTERS_TO = re.compile(
    r"\W*(?:write to|send (?:letters|tips|comments|e-?mails?) to|e-?mail|contact|"
    r"tips?)\b.*\S@\S+\.\S"
)
_COMMENT_RULES = re.compile(
    r"\bcomments? (?:policy|section|(?:submitted |posted |that are .{0,40})?(?:will|may) be "
    r"(?:moderated|removed|deleted|published|edited))\b|\bcomentarios (?:com|que|ofensivos)\b|"
    r"\bmoderat\w+ (?:all )?comments\b"
)
_OWNED = frozenset(("©", "(c) 20", "(c) 19", "®", "copyright"))
_LONG_FOOTER = 25  # words; a longer line is a paragraph with a credit glued to its beginning
_RIGHTS = re.compile(r"\b(?:rights|reserved|permission|reproduc|redistribut|registered|trademark)")
_SIGNS = Signs(
    legal=(
        "kisisel", "aydinlatma", "cerez", "datenschutz", "confidentialite", "politica",
        "informativa", "gizlilik", "javascript", "rights reserved", "direitos", "derechos",
        "droits", "rechte", "무단전재", "captcha", "unsubscribe", "opt-out of", "opt out of",
        "may not be published", "may not be re", "may not be copied", "reprint permission",
    ),
    notice=(
        "cookie", "privacy policy", "privacy notice", "privacy statement", "recaptcha", "terms of ",
        "terms and cond", "terms & cond", "user agreement", "personal data",
    ),
    call=(
        "sign up", "subscri", "register", "download", "inbox", "delivered", "opt-", "opt in",
        "coverage", "more ap", "for more", "click here", "https", "free article", "this month",
    ),
    follow=("follow", "like ", "mail", "contact", "reach", "write to"),
    click=("click", "tap"),
    comment=("comment", "comentario"),
    address=("@",),
)  # fmt: skip
"""Words without which no pattern below finds anything in a line."""
_BRACKETED = re.compile(
    r".{12,}\[(?:insight|video|reaction|warning|analysis|pictures|photos|latest|comment|"
    r"interview|exclusive|watch|report|news|revealed|update|live|review)\]\W*"
)
_COUNTS = re.compile(
    r"[\d.,km]+\s*(?:shares?|comments?|views?|likes?|retweets?|replies|reactions?|followers?|"
    r"votes?|reads|kommentare?|commentaires?|comentarios?|compartilhamentos|yorum)\b.{0,20}|"
    r"(?:shares?|comments?|views?|likes?)\s*[:(]?\s*[\d.,km]+\)?|"
    r"(?:about )?\d{1,3}[- ]?min(?:ute)?s?[- ]?"
    r"(?:read|reading|lesezeit|de lectura|de leitura|de lecture)?.{0,12}|"
    r"(?:reading time|read time|lesezeit|temps de lecture|tiempo de lectura|tempo de leitura|"
    r"okuma suresi)\b.{0,25}|"
    r"(?:page )?\d{1,3} (?:of|/) \d{1,3}|\d{1,2}:\d\d(?: ?/ ?\d{1,2}:\d\d)?|[\W\d_]+|"
    r"(?:prev(?:ious)? )?(?:next )?(?:image|photo|slide) \d+(?: of \d+)?.{0,12}|"
    r"(?:slideshow|gallery|\+)\s*\(?\d+.{0,12}|\+?\d+ more|photos?: \d+|"
    r"\d+ (?:photos|images|pictures|items|results)"
)
_TRAIL_OF_SECTIONS = re.compile(r"[^>/\"]{2,40}(?:\s*[>/\"]+\s+[^>/\"]{2,90}){2,6}")
_PARTING = re.compile(r"[>/\"]")
_SHORT_TRAIL = re.compile(r"[\w&' ]{2,30}(?: ?[>»›→]+ ?| [/\\] )[\w&'., ]{2,40}[>»›→]?")
_WIRE_NOTE = re.compile(
    r"\((?:this (?:\w+ )?(?:story|version|article|item) (?:was |has been )?)?"
    r"(?:adds|updates?|recasts|corrects|repeats|rewrites|removes|clarifies|releads|refiled)\b[^()]*\)"
)
_IN_BRACKETS = re.compile(
    r"[(\[]\W*(?:(?:see |also )?related|see also|also on|photos?|pictures|videos?|watch|more|"
    r"read|graphic|podcasts?|timeline|quiz|believe it|new today)\b"
    r"[^:)]{0,40}:.{4,160}[)\]]"
)
_SET_APART = re.compile(r"\( [^()]{4,110}\)")
"""A link that a page sets into its text with a blank behind the bracket: "( Full results)"."""
_POLL = re.compile(
    r".{8,}\? vote (?:here )?(?:now|in (?:[a-z]+ ){0,3}poll)\W*|"
    r"urgent: .{8,}\? vote\b.{0,40}"
)
_POLL_ENDS = ("vote now", "vote here now", "poll")
_ENDS_AS_LINK = re.compile(r".{12,}[^.,:;] (?:read more|related stories|read full story)")
_LINK_ENDINGS = ("read more", "related stories", "read full story")
_AGAIN = re.compile(r"(?:advert(?:isement|ising)\W*)+(?:continue reading the main story)?")
_CODE = re.compile(
    r"(?:var|let|const) \w+ ?=.*[;)]$|"
    r"(?:\(?function ?\(|window\.|document\.|\$\(|jquery\().*[;)}]$|"
    r"(?:@media|\.[\w-]+|#[\w-]+)[^.!?]*\{.*\}$|<!--.*-->$"
)
_LONG_CODE = 2_000  # characters
_LISTED = re.compile(r"(?:\d{1,2}[.)]|[-*•·>»›«‹|\[(])\s*")
_MENU = re.compile(r"[^|]{1,30}(?:\s\|\s[^|]{1,30}){2,}\|?")
_CLOSING = " ])}.:;,!?»›>→–—-|…·•\t"
_FIRST_WORD = re.compile(r"[^\s:(,]+")
_LINKS_WITH_COLON = frozenset(("read more", "more", "also read", "see also", "continue reading"))


def _table(source: dict[str, str]) -> dict[str, str]:
    return {
        fold(phrase.strip()): reason
        for reason, phrases in source.items()
        for phrase in phrases.split(" | ")
    }


_WHOLE = _table(WHOLE_LINES)
_BY_FIRST_WORD: dict[str, list[tuple[str, str]]] = {}
for _phrase, _reason in _table(BEGINNINGS).items():
    _BY_FIRST_WORD.setdefault(_phrase.split()[0].strip(":(-"), []).append((_phrase, _reason))
for _phrases in _BY_FIRST_WORD.values():
    _phrases.sort(key=lambda pair: -len(pair[0]))


def reason_for(folded: str, words: int) -> str | None:
    """Why a folded line is furniture of the page, or None when nothing says so."""
    bare = folded
    if bare and not bare[0].isalpha():
        listed = _LISTED.match(bare)
        bare = bare[listed.end() :] if listed else bare
    bare = bare.rstrip(_CLOSING).strip()
    if not bare:
        return "marks without words"
    if words <= 6:
        if folded.endswith(":") and bare in _LINKS_WITH_COLON:
            return LINKS
        if whole := _WHOLE.get(bare):
            return whole
        if "newsletter" in bare or bare.endswith("flipboard magazine"):
            return CALL
    if begins := _beginning(bare, folded, words):
        return begins
    if bare.startswith("get ") and _BOX_TO_SIGN.match(bare):
        return CALL
    if words <= 12 and _COUNTS.fullmatch(bare):
        return COUNT
    if folded[-1] in ";)}>" and len(folded) < _LONG_CODE and _CODE.match(folded):
        return "program code of the page"
    if words <= 10 and "advert" in folded and _AGAIN.fullmatch(folded):
        return "advertisement"
    if words <= 40 and folded[0] == "(" and _WIRE_NOTE.fullmatch(folded):
        return "note about this version"
    if words <= 30 and bare.endswith(_POLL_ENDS) and _POLL.fullmatch(folded):
        return CALL
    if words <= 25:
        if link := _link(folded):
            return link
        if "|" in folded and _MENU.fullmatch(folded):
            return "menu of the page"
        if (
            words >= 3
            and folded[-1] not in ".!?"
            and (
                (_PARTING.search(folded) and _TRAIL_OF_SECTIONS.fullmatch(folded))
                or (words <= 9 and _SHORT_TRAIL.fullmatch(folded))
            )
        ):
            return "trail of sections"
    return _inside(folded, words)


def _link(folded: str) -> str | None:
    """A short line that leads elsewhere: in brackets, behind a label, or with "Read more"."""
    if ("[" in folded and _BRACKETED.fullmatch(folded)) or (
        folded[0] in "([" and (_IN_BRACKETS.fullmatch(folded) or _SET_APART.fullmatch(folded))
    ):
        return LINK
    if folded.endswith(_LINK_ENDINGS) and _ENDS_AS_LINK.fullmatch(folded):
        return LINK
    return None


def _inside(folded: str, words: int) -> str | None:
    signs = _SIGNS.held_by(folded)
    if not signs:
        return None
    if "legal" in signs and _LEGAL.search(folded):
        return NOTICE
    if folded[0] in "\"'":
        return None  # somebody speaks
    notice = "notice" in signs
    follows = "follow" in signs and (" on " in folded or " at " in folded or "@" in folded)
    calls = words <= _CALL_WORDS and ("call" in signs or follows)
    clicks = words <= _CLICK_WORDS and "click" in signs
    letters = words <= _LETTERS_WORDS and "address" in signs
    comments = words <= COMMENT_WORDS and "comment" in signs
    if not (notice or calls or clicks or letters or comments):
        return None
    if words > 12 and _SPOKEN.search(folded):
        return None  # somebody is quoted
    if (
        notice
        and _TO_THE_READER.search(folded)
        and (words <= 6 or (_READER if words <= _LONG_NOTICE else _OF_THIS_SITE).search(folded))
    ):
        return NOTICE
    if calls and any(holds_any(needs, folded) and call.search(folded) for needs, call in _CALLS):
        return CALL
    if clicks and '"' not in folded and _CLICK.search(folded):
        return CALL
    if letters and _LETTERS_TO.match(folded):
        return CALL
    if comments and _COMMENT_RULES.search(folded):
        return COMMENTS
    return None


def _beginning(bare: str, folded: str, words: int) -> str | None:
    first = _FIRST_WORD.match(bare)
    if first is None:
        return None
    for phrase, reason in _BY_FIRST_WORD.get(first[0].strip("-"), ()):
        if not bare.startswith(phrase) and not folded.startswith(phrase):
            continue
        after = bare[len(phrase) : len(phrase) + 1]
        if phrase[-1].isalnum() and after.isalnum():
            continue
        # "More:Ferry sails again": a label with its link glued to it is none of a sentence
        if phrase in CAREFUL and not (phrase[-1] == ":" and after.strip()):
            ended = folded.rstrip("\"' )").endswith((".", "!", "?"))
            if words > (22 if phrase[-1] == ":" else 14) or (ended and words > 9):
                continue
        elif words > 60 or (
            words > _LONG_FOOTER and phrase in _OWNED and not _RIGHTS.search(folded)
        ):
            continue
        return reason
    return None
