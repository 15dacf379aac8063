"""What one speaker says in one go, in a form that two outlets' versions share.

In goes a `Side`, out come its `Utterance`s: quotations that one attribution parts are joined, and
their words are brought to one form (contractions in full, numerals as digits, initials without
dots, words in brackets as an omission), so that only what was said is held against each other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus.article import Quotation
from corpus.comparison.sides import Side
from corpus.comparison.spellings import (
    COINS,
    SCALES,
    STRUCK,
    in_full,
    number_at,
    plainly,
    sum_in_full,
)
from corpus.denials import is_denied

_BROKEN_BY = 90  # characters of attribution that may stand inside one utterance

_WORDS = re.compile(
    rf"\[[^\W\d_]\][^\W_]+(?:['’][^\W_]+)*|(?:[A-Z]\.){{2,}}|(?i:{STRUCK})"
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\w)|\d+\.\d+(?!\w)"
    r"|[^\W_]+(?:\.?['’]s\b|['’][^\W_]+)*|\.\.\.|…|%|&|\[[^\]]{1,60}\]"
)
ELLIPSIS = "…"
INSERTED = "[…]"  # words that the outlet put in, often for a pronoun: "[Romney]"
OMITTED = frozenset((ELLIPSIS, INSERTED))
PARTED = f" {ELLIPSIS} "  # between quotations of one utterance, so that nobody reads them as one
_TITLED = re.compile(r"(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Rev|Prof|vs)$")
_HANDLES = re.compile(
    r"^(?:\s*@\w+)+\s|(?:[\s.,;:-]*(?:@\w+|https?://\S+|pic\.twitter\.com/\S+))+\s*$"
)
"""Whom a post is sent to, and what it links to: an outlet that prints it leaves that out."""
_ENDS = re.compile(r"[.!?][\"'”’)]*\s")


@dataclass(frozen=True, slots=True)
class Utterance:
    """What one speaker says in one go: one quotation, or several that an attribution parts."""

    numbers: tuple[int, ...]  # into Article.quotations
    text: str  # parts joined by PARTED
    words: tuple[str, ...]  # in one form; those OMITTED where words were left out or put in
    sentence: tuple[int, ...]  # for each word, the running number of its sentence
    part: tuple[int, ...]  # for each word, which of `numbers` it stands in
    speaker: str | None
    fragment: bool
    within: str = "body"  # the text that it stands in: title, standfirst or body
    texts: tuple[str, ...] = ()  # of its parts
    starts: tuple[int, ...] = ()  # for each word, where it begins in the text of its part
    cuts: tuple[tuple[int, int], ...] = ()  # for each part, the stretch of its quotation
    sure: bool = True  # whether the speaker is surely the one who says it

    @property
    def length(self) -> int:
        """Words as they are written, parted by blanks; the marks of a parting are none."""
        return sum(word != ELLIPSIS for word in self.text.split())

    def inserted(self, first: int, last: int) -> int:
        """How many words the outlet put in, where the words from `first` to before `last` are
        nothing else; 0 elsewhere."""
        if self.words[first:last] != (INSERTED,):
            return 0
        if not self.texts:
            return 1
        at = self.starts[first]
        bracket = self.texts[self.part[first]][at:].partition("]")[0]
        return len(bracket.split())

    def less(self, first: int, last: int) -> Utterance:
        """The same without the parts before `first` and behind `last`."""
        kept = [n for n, part in enumerate(self.part) if first <= part <= last]
        return replace(
            self,
            numbers=self.numbers[first : last + 1],
            text=PARTED.join(self.texts[first : last + 1]),
            words=tuple(self.words[n] for n in kept),
            sentence=tuple(self.sentence[n] for n in kept),
            part=tuple(self.part[n] - first for n in kept),
            texts=self.texts[first : last + 1],
            starts=tuple(self.starts[n] for n in kept),
            cuts=self.cuts[first : last + 1],
        )

    def between(self, first: int, last: int) -> Utterance:
        """The same from one word to another, both included."""
        skipped = self.part.index(self.part[first])
        one = self.less(self.part[first], self.part[last])
        first, last = first - skipped, last - skipped
        texts, cuts = list(one.texts), list(one.cuts)
        if last + 1 < len(one.words) and one.part[last + 1] == one.part[last]:
            texts[-1] = texts[-1][: one.starts[last + 1]].rstrip()
            cuts[-1] = cuts[-1][0], cuts[-1][0] + len(texts[-1])
        begin = one.starts[first] if first and one.part[first - 1] == one.part[first] else 0
        texts[0] = texts[0][begin:]
        cuts[0] = cuts[0][0] + begin, cuts[0][1]
        kept = range(first, last + 1)
        return replace(
            one,
            text=PARTED.join(texts),
            words=tuple(one.words[n] for n in kept),
            sentence=tuple(one.sentence[n] for n in kept),
            part=tuple(one.part[n] for n in kept),
            texts=tuple(texts),
            starts=tuple(one.starts[n] - (begin if one.part[n] == 0 else 0) for n in kept),
            cuts=tuple(cuts),
        )


def canonical(text: str) -> tuple[tuple[str, ...], tuple[int, ...], tuple[int, ...]]:
    """The words of a quotation in one form, for each the number of its sentence, and where it
    begins."""
    words: list[str] = []
    sentence: list[int] = []
    starts: list[int] = []
    number = 0
    last = 0
    coin = None  # whose sign stands before a number: told behind it and its scale
    begin, end = _said_within(text)
    for match in _WORDS.finditer(text, begin, end):
        between = text[last : match.start()]
        forms = _forms_there(text, match)
        if coin is not None and forms[0] not in SCALES:
            words.append(coin)
            sentence.append(number)
            starts.append(last)
            coin = None
        if words and between != " " and _ENDS.search(f"{between} "):
            number += not (between == ". " and _TITLED.search(text, max(0, last - 5), last))
        last = match.end()
        coin = coin or (COINS.get(between[-1:]) if match[0][0].isdigit() else None)
        words += forms
        sentence += [number] * len(forms)
        starts += [match.start()] * len(forms)
    if coin is not None:
        words.append(coin)
        sentence.append(number)
        starts.append(last)
    kept = _told_as_one(words, sentence)
    return tuple(words), tuple(sentence[n] for n in kept), tuple(starts[n] for n in kept)


def _forms_there(text: str, match: re.Match[str]) -> tuple[str, ...]:
    """A word in its form, with an eye to what stands beside it: "No. 1", "$5m", "goin’ on"."""
    word, begin, end = match[0], match.start(), match.end()
    if begin and text[begin - 1] in COINS and (short := sum_in_full(word)) is not None:
        return short
    if begin and text[begin - 1] in "'‘’" and word.lower() == "cause":
        return ("because",)
    if word == "No" and _NUMBER.match(text, end):
        return ("number",)
    if word.endswith("in") and text[end : end + 1] in ("'", "’") and _DROPPED.match(text, end):
        return _forms(f"{word}g")
    return _forms(word)


_NUMBER = re.compile(r"\.\s?\d")
_DROPPED = re.compile(r".\s[a-z]")


def _told_as_one(words: list[str], sentence: list[int]) -> list[int]:
    """Writes as one word what is one number in several; gives the places of the words kept."""
    if _IN_WORDS.isdisjoint(words) and not any(map(str.isdigit, words)):
        return list(range(len(words)))
    kept, found, at = [], [], 0
    while at < len(words):
        told = number_at(words, at)
        if told is not None and sentence[at] != sentence[at + told[1] - 1]:
            told = None
        word, taken = told or (words[at], 1)
        kept.append(at)
        found.append(word)
        at += taken
    words[:] = found
    return kept


_IN_WORDS = frozenset("cent hundred thousand".split())


def _said_within(text: str) -> tuple[int, int]:
    """Where a text begins and ends without handles and links at its ends."""
    begin, end = 0, len(text)
    if "@" in text or "/" in text:
        for match in _HANDLES.finditer(text):
            begin, end = (begin, match.start()) if match.start() else (match.end(), end)
    return (begin, end) if begin < end else (0, len(text))


@lru_cache(maxsize=50_000)
def _forms(written: str) -> tuple[str, ...]:
    """A word as it is held against others: contractions in full, numerals in digits."""
    if written[0] == "[" and written[-1] == "]" and any(map(str.isalpha, written)):
        return (INSERTED,)
    if written[0] in ".…" or written[-1] == "]":
        return (ELLIPSIS,)
    return in_full(written)


def utterances(side: Side) -> list[Utterance]:
    """Join an article's direct quotations into utterances, in reading order."""
    groups: list[list[tuple[int, Quotation]]] = []
    for number, quotation in enumerate(side.article.quotations):
        if quotation.kind == "indirect" or _set_aside(side, quotation):
            continue
        if groups and _goes_on(side, groups[-1][-1][1], quotation):
            groups[-1].append((number, quotation))
        else:
            groups.append([(number, quotation)])
    result = []
    for group in groups:
        said = [q for _, q in group if q.speaker and not is_denied(side.article, q)]
        text = PARTED.join(q.text for _, q in group)
        words, sentence, part, starts = _joined([q.text for _, q in group])
        if words:
            result.append(
                Utterance(
                    numbers=tuple(n for n, _ in group),
                    text=text,
                    words=words,
                    sentence=sentence,
                    part=part,
                    speaker=said[0].speaker if said else None,
                    fragment=all(q.kind == "fragment" for _, q in group),
                    within=group[0][1].within,
                    texts=tuple(q.text for _, q in group),
                    starts=starts,
                    cuts=tuple((0, len(q.text)) for _, q in group),
                    sure=not said or any(q.sure for q in said if q.speaker == said[0].speaker),
                )
            )
    return result


def _joined(
    texts: list[str],
) -> tuple[tuple[str, ...], tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    """Words, sentences, parts and places of quotations in a row; a capital opens a sentence."""
    words: list[str] = []
    sentence: list[int] = []
    part: list[int] = []
    starts: list[int] = []
    for number, text in enumerate(texts):
        more, numbers, places = canonical(text)
        offset = 0
        if sentence:
            first = next((c for c in text if c.isalpha()), "")
            offset = sentence[-1] + (1 if first.isupper() else 0)
        words += more
        sentence += [offset + n for n in numbers]
        part += [number] * len(more)
        starts += places
    return tuple(words), tuple(sentence), tuple(part), tuple(starts)


def _set_aside(side: Side, quotation: Quotation) -> bool:
    """Whether a quotation stands in a text that takes no part: a subhead, a pull quote."""
    q = quotation
    return not side.sentences_in(q.within, q.paragraph, q.start, q.end)


def _goes_on(side: Side, first: Quotation, then: Quotation) -> bool:
    """Whether `then` continues what `first` began: same paragraph, only an attribution between."""
    if (first.within, first.paragraph) != (then.within, then.paragraph):
        return False
    if "fragment" in (first.kind, then.kind):
        return False
    if then.speaker is not None and first.speaker is not None and then.speaker != first.speaker:
        return False
    return then.start - first.end <= _BROKEN_BY


def plain_words(text: str) -> list[str]:
    """The words as they stand, but for case, accents, spelling and the shape of apostrophes."""
    begin, end = _said_within(text)
    found = (match[0] for match in _WORDS.finditer(text, begin, end))
    return [plainly(word) for word in found if word[0] not in ".…" and word[-1] != "]"]


def told_once(said: list[Utterance]) -> list[Utterance]:
    """Utterances without those that say again what an earlier one has in the same words.

    Headline, body and caption often quote the same; the body's place is the one that is kept,
    since there the speaker stands beside it.
    """
    first: dict[tuple[str, ...], Utterance] = {}
    for one in said:
        earlier = first.setdefault(one.words, one)
        if earlier.within == "title" and one.within != "title":
            first[one.words] = one
    kept = {one.numbers for one in first.values()}
    return [one for one in said if one.numbers in kept]
