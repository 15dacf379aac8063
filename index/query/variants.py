"""Other ways to write a word: labour and labor, e-mail and email, F-35 and F35.

A word of a query goes in, other spellings come out, whether or not a text has them. They are
offered, never searched unasked: what is one word here may be two elsewhere (program, programme).
"""

from __future__ import annotations

import re

from index.analysis import folded_words

_OUR = """
    ard arm behavi cand clam col demean enam endeav ferv fav flav glam harb hon hum lab misdemean
    neighb od parl ranc rig rum sav savi splend succ tum val vap vig
""".split()
_TRE = """
    cent theat met lit kilomet millimet centimet fib calib sab spect lust sepulch meag somb
""".split()
_DOUBLED = """
    travel cancel label model fuel signal counsel jewel marvel level total rival quarrel tunnel
    channel dial duel equal libel panel pedal shovel snorkel spiral stencil swivel trowel unravel
    wool
""".split()
_ISE_ALONE = frozenset(
    """
    adv exerc prom r w surpr ra pra no prem comprom enterpr disgu franch merchand superv telev rev
    dev desp compr ar likew otherw prec conc parad treat dem improv advert exc inc cru bru po ch
    pleb mort expert porpo tortu pr se caps ma ass
    """.split()
)
_WORDS = """
    defence defense, defences defenses, offence offense, offences offenses, licence license,
    pretence pretense, programme program, programmes programs, grey gray, greys grays,
    plough plow, aluminium aluminum, aeroplane airplane, aeroplanes airplanes,
    mum mom, sceptic skeptic, sceptics skeptics, sceptical skeptical, scepticism skepticism,
    mould mold, moustache mustache, pyjamas pajamas, judgement judgment, judgements judgments,
    acknowledgement acknowledgment, ageing aging, fulfil fulfill, instalment installment,
    enrol enroll, enrolment enrollment, skilful skillful, wilful willful, artefact artifact,
    artefacts artifacts, cosy cozy, gaol jail, paediatric pediatric, paediatrician pediatrician,
    foetus fetus, foetal fetal, haemorrhage hemorrhage, anaesthetic anesthetic,
    orthopaedic orthopedic, encyclopaedia encyclopedia, archaeology archeology, oestrogen estrogen,
    leukaemia leukemia, diarrhoea diarrhea, anaemia anemia, manoeuvre maneuver,
    manoeuvres maneuvers, catalogue catalog, catalogues catalogs, dialogue dialog, analogue analog,
    tsar czar, tsars czars, jihadist jihadi, yoghurt yogurt
"""
_APART = """
    e-mail e-mails e-mailed e-commerce e-book e-books e-cigarette e-cigarettes on-line web-site
    co-operate co-operates co-operated co-operating co-operation co-operative co-ordinate
    co-ordinated co-ordinating co-ordination co-ordinator co-worker co-workers co-founder
    co-founded co-author co-pilot co-chair
    air-strike air-strikes cease-fire cease-fires cyber-attack cyber-attacks cyber-security
    anti-semitism anti-semitic anti-trust anti-war anti-terror anti-terrorism
    counter-terrorism counter-terror counter-intelligence counter-insurgency counter-attack
    non-proliferation non-profit policy-maker policy-makers policy-making law-maker law-makers
    take-over health-care child-care tear-gas war-plane war-planes war-ship war-ships
    gun-fire peace-keeper peace-keepers peace-keeping stock-pile under-age bi-partisan
    multi-national multi-lateral micro-chip mid-term mid-terms set-back break-through
    head-scarf pay-roll pre-emptive re-election smart-phone smart-phones world-wide
""".split()
_NAMED = re.compile(r"([^\W\d_]{1,5})[-\u2010-\u2015]?(\d{1,4})(s?)")  # F-35, AK47s
_ISE = re.compile(r"(\w{2,}?)i([sz])(e|ed|es|er|ers|ing|ation|ations)")
_YSE = re.compile(r"(anal|paral|catal)y([sz])(e|ed|es|ing)")
_OUR_ENDS = re.compile(r"(\w*?)ou?r(|s|ed|ing|er|ers|hood|hoods|ful|able|ite|ites|less|ly)")
_TRE_ENDS = re.compile(r"(\w+?)(?:re|er)(s?)")
_DOUBLED_ENDS = re.compile(r"(\w+?l)l?(ed|ing|er|ers|ers|or|ors|ous|ously|en|ery)")


def _pairs() -> dict[str, str]:
    pairs = [tuple(pair.split()) for pair in _WORDS.split(",")]
    pairs += [(word, word.replace("-", "")) for word in _APART]
    return {one: other for pair in pairs for one, other in (pair, pair[::-1])}


_PAIRED = _pairs()


def variants(word: str) -> tuple[str, ...]:
    """Other ways to write a word of a query, the likeliest first; mostly none.

    >>> variants("labour"), variants("organized"), variants("F-35"), variants("four")
    (('labor',), ('organised',), ('F35', 'F-35s', 'F35s'), ())
    """
    small = re.sub("[\u2010-\u2015]", "-", word.casefold())
    if named := _NAMED.fullmatch(word):
        letters, digits, many = named.groups()
        every = [letters + dash + digits + end for end in (many, "" if many else "s")
                 for dash in ("-", "")]  # fmt: skip
        return tuple(one for one in every if one.casefold() != small)
    found = _PAIRED.get(small, "") or _american(small) or _british(small)
    joined = small.replace("-", "")
    if not found and joined != small and joined.isalpha() and len(folded_words(word)) == 2:
        found = joined  # 9-11 is not 911
    if not found:
        return ()
    return (found[0].upper() + found[1:] if word[0].isupper() else found,)


def _american(word: str) -> str:
    """What is written so in America, of a word as in Britain; empty for all else."""
    if (ends := _OUR_ENDS.fullmatch(word)) and "our" in word and ends[1] in _OUR:
        return f"{ends[1]}or{ends[2]}"
    if (ends := _TRE_ENDS.fullmatch(word)) and ends[1] in _TRE and word.rstrip("s").endswith("re"):
        return f"{ends[1]}er{ends[2]}"
    ends = _DOUBLED_ENDS.fullmatch(word)
    if ends and ends[1] in _DOUBLED and f"{ends[1]}l" in word:
        return ends[1] + ends[2]
    return _other_s(word, "s", "z")


def _british(word: str) -> str:
    """What is written so in Britain, of a word as in America; empty for all else."""
    if (ends := _OUR_ENDS.fullmatch(word)) and ends[1] in _OUR:
        return f"{ends[1]}our{ends[2]}"
    if (ends := _TRE_ENDS.fullmatch(word)) and ends[1] in _TRE:
        return f"{ends[1]}re{ends[2]}"
    if (ends := _DOUBLED_ENDS.fullmatch(word)) and ends[1] in _DOUBLED:
        return f"{ends[1]}l{ends[2]}"
    return _other_s(word, "z", "s")


def _other_s(word: str, has: str, other: str) -> str:
    """A verb in -ise or -yse with the other letter."""
    for sort, vowel in ((_ISE, "i"), (_YSE, "y")):
        ends = sort.fullmatch(word)
        if ends and ends[2] == has and ends[1] not in _ISE_ALONE:
            return f"{ends[1]}{vowel}{other}{ends[3]}"
    return ""
