"""Who is quoted saying what: the texts of one article come in, its quotations go out.

Every span of quotation marks is taken once, outermost first, told as whole speech or as a
fragment, and given its speaker, cue and how sure that is; reported speech ("said that ...")
is kept apart as indirect. Nothing is guessed: who is not named stays None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.article import Quotation, QuotationKind, Where
from corpus.quotations.indirect import may_report, reported
from corpus.quotations.marks import Marked, has_marks, marked, starts_with_mark
from corpus.quotations.people import People
from corpus.quotations.speakers import (
    Said,
    after_quotation,
    before_quotation,
    end_of_sentence,
)
from corpus.quotations.subjects import opening_subject
from corpus.quotations.words import is_clause
from corpus.sentences import split

_TITLE = re.compile(
    r"(?:[A-Z0-9][\w’'.-]*|[a-z]{1,4}|[&–—-])(?:[\s:,–—-]+(?:[A-Z0-9][\w’'.-]*|[a-z]{1,4}|&))*[!?.,]?"
)
_WORK = re.compile(r"[A-Z][\w’'.-]*(?:[\s:,–—-]+(?:[A-Z0-9][\w’'.-]*|[a-z]{1,4}|&))+[!?.,]?")
_PHRASE = 7  # blanks in the longest phrase that speaks
_OF_AGE = re.compile(r"\d+-year-old\b")
_HOUSES = frozenset({"ministry", "court", "department", "chamber", "university", "office"})
_REPEATED = 16  # characters from which the same words are the same quotation
_HEADED = 8  # the same of words in a headline or a subhead
_ENDS = ".,!?… "
_GAPS = 30  # pieces between quotations that are looked back for the person of a pronoun
_MANY = 400  # quotations of one article above which repeated ones are not sought
_SHORT = 4  # words below which quoted words are a fragment unless they are a whole utterance
_AFTER = 260  # characters behind a quotation in which its attribution is sought
_BEFORE = 500  # characters before it


def quotations(
    texts: Sequence[tuple[Where, int, str]],
    sentences: Sequence[list[tuple[int, int]]] | None = None,
) -> tuple[Quotation, ...]:
    """The quotations of an article's texts, in reading order.

    `sentences`: what `split` gave for each text, where the caller has it already.
    """
    reader = _Reader(texts, sentences)
    return tuple(reader.read())


def _titled(pattern: re.Pattern[str], words: str) -> bool:
    """Whether words are written as a title: most of the long ones with a capital."""
    if pattern.fullmatch(words) is None:
        return False
    tokens = words.split()
    return 2 * sum(t[0].isupper() or not t[0].isalpha() for t in tokens) >= len(tokens)


class _Reader:
    """Reads one article's texts in order, and remembers who spoke last."""

    def __init__(
        self,
        texts: Sequence[tuple[Where, int, str]],
        sentences: Sequence[list[tuple[int, int]]] | None,
    ) -> None:
        self.texts = texts
        self.sentences = sentences
        self.people = People([text for within, _, text in texts if within != "title"])
        self.found: list[Quotation] = []
        self.outside: list[str] = []  # the texts read so far without their quoted words
        self.gaps: list[str] = []  # the same of the paragraph being read
        self.last: Said | None = None  # who spoke last, as resolved
        self.lengths: dict[tuple[Where, int], int] | None = None
        self.open = False  # the paragraph before left a quotation open
        self.opener: Said | None = None  # who speaks in the quotation left open

    def read(self) -> list[Quotation]:
        for number, (within, paragraph, text) in enumerate(self.texts):
            spans: list[Marked] = []
            if self.open or has_marks(text):
                following = self.texts[number + 1][2] if number + 1 < len(self.texts) else ""
                continues = within == "body" and starts_with_mark(following)
                spans = marked(text, carried=self.open, continues=continues)
            if spans:
                self._paragraph(within, paragraph, text, spans)
            else:
                self.outside.append(text)
                self.open = False
                if may_report(text):
                    self._indirect(within, paragraph, text, self._split(text), ())
        self._repeated()
        return self.found

    def _repeated(self) -> None:
        """Words that nobody is named for take the speaker of the same words elsewhere."""
        if len(self.found) > _MANY:
            return
        named = [
            (q, q.text.casefold().rstrip(_ENDS))
            for q in self.found
            if q.speaker is not None and q.kind != "indirect" and " " in q.text
        ]
        for at, q in enumerate(self.found):
            least = _REPEATED if q.within == "body" and not self._alone(q) else _HEADED
            if q.speaker is not None or len(q.text) < least or " " not in q.text:
                continue
            words = q.text.casefold().rstrip(_ENDS)
            same = next((n for n, said in named if words in said or said in words), None)
            if same is not None and len(same.text) >= least:
                self.found[at] = replace(q, speaker=same.speaker, cue=same.cue, sure=same.sure)

    def _alone(self, q: Quotation) -> bool:
        """Whether a quotation is all there is of its paragraph: a subhead or pull quote."""
        if self.lengths is None:
            self.lengths = {(w, n): len(text.strip()) for w, n, text in self.texts}
        return q.end - q.start >= self.lengths[q.within, q.paragraph]

    def _split(self, text: str) -> list[tuple[int, int]]:
        """The sentences of the text that is being read."""
        return split(text) if self.sentences is None else self.sentences[len(self.outside) - 1]

    def _paragraph(self, within: Where, paragraph: int, text: str, spans: list[Marked]) -> None:
        here = len(self.found)
        previous: Said | None = None
        gap_from = 0
        goes_on = self.open or (spans[0].carried)
        self.outside.append("")
        sentences = self._split(text)
        self.gaps = []
        kept = [s for s in spans if any(c.isalpha() for c in text[s.inner_start : s.inner_end])]
        at_sentence = 0
        for number, span in enumerate(kept):
            while at_sentence + 1 < len(sentences) and sentences[at_sentence + 1][0] <= span.start:
                at_sentence += 1
            begin = sentences[at_sentence][0] if sentences else 0
            begin = max(begin, span.start - _BEFORE)
            before = text[max(begin, gap_from) : span.start]
            whole_before = text[begin : span.start]
            upto = kept[number + 1].start if number + 1 < len(kept) else len(text)
            after = text[span.end : min(upto, span.end + _AFTER)]
            self.gaps.append(text[gap_from : span.start])
            said = self._said(text, sentences, at_sentence, span, before, whole_before, after)
            cue_near = said is not None and said.near
            if said is not None:
                said = self._resolve(said)
            elif previous is not None and self._same_speech(text[gap_from : span.start], number):
                said = Said(previous.subject, previous.cue, False, previous.sure)
            elif number == 0 and goes_on and not before.strip() and self.opener is not None:
                said = Said(self.opener.subject, self.opener.cue, False, self.opener.sure)
            found_text = text[span.inner_start : span.inner_end].strip()
            kind = self._kind(text, span, cue_near, before, after)
            if kind == "fragment" and not cue_near and _titled(_WORK, found_text):
                said = None
            if said is None and kind == "direct" and not before.strip():
                if number == 0 and at_sentence:
                    start, end = sentences[at_sentence - 1]
                    said = self._sentence_before(text[start:end])
                else:
                    said = self._unattributed(text, span, number, before)
            if said is None or (kind == "fragment" and said.subject is None):
                found = self._quotation(within, paragraph, text, span, kind, None)
            else:
                found = self._quotation(within, paragraph, text, span, kind, said)
                if said.subject is not None:
                    previous = self.last = said
            self.found.append(found)
            self.opener = said if said is not None and said.subject is not None else None
            gap_from = span.end
        self.outside[-1] = " ".join([*self.gaps, text[gap_from:]])
        self.gaps = []
        self._give_back(here, goes_on)
        self.open = bool(kept) and not kept[-1].closed
        if may_report(text):
            self._indirect(within, paragraph, text, sentences, [(s.start, s.end) for s in kept])

    def _said(
        self,
        text: str,
        sentences: list[tuple[int, int]],
        at_sentence: int,
        span: Marked,
        before: str,
        whole_before: str,
        after: str,
    ) -> Said | None:
        """The attribution of one span, from the nearest place that gives one."""
        last = text[span.inner_start : span.inner_end].rstrip("'’\"” ")[-1:] or " "
        introduced = before_quotation(before) if before.strip() else None
        if introduced is not None and introduced.near and introduced.subject and introduced.sure:
            return introduced
        if span.closed:
            behind = after_quotation(after.split("\n", 1)[0], last)
            if behind is not None and behind.subject is not None:
                return behind
        if introduced is None and len(whole_before) > len(before):
            introduced = before_quotation(whole_before)
        if introduced is not None and introduced.subject is not None:
            return introduced
        if not span.closed or last in ".!?":
            return None
        while at_sentence + 1 < len(sentences) and sentences[at_sentence][1] < span.end:
            at_sentence += 1
        end = sentences[at_sentence][1]
        return end_of_sentence(text[span.end : end]) if end - span.end < _BEFORE else None

    def _resolve(self, said: Said) -> Said:
        """An attribution with the full name in place of a surname or a pronoun."""
        subject = said.subject
        if subject is None:
            return said
        if subject in ("he", "she", "they", "it", "i", "we", "you", "who", "which", "that"):
            before = self.outside[-1:-6:-1]
            if self.gaps:
                before[0] = " ".join(self.gaps[-_GAPS:])
            last = self.last.subject if self.last is not None else None
            name, sure = self.people.meant(subject, before, last, self._spoke_before())
            return Said(name, said.cue, said.near, sure and said.sure)
        sure = said.sure
        if subject[:1].islower() and subject.count(" ") > _PHRASE:
            return Said(None, said.cue, said.near, False)
        if _OF_AGE.match(subject) is not None:  # "the 31-year-old nurse"
            person = self.people.only([" ".join(self.gaps[-_GAPS:]), *self.outside[-2:-6:-1]])
            if person is not None:
                return Said(person, said.cue, said.near, False)
        if subject in _HOUSES:
            subject = self.people.fuller(subject)
        elif " " not in subject and subject[:1].isupper():
            subject, only = self.people.full(subject)
            sure = sure and only
        self.people.spoke(subject)
        return Said(subject, said.cue, said.near, sure)

    def _same_speech(self, gap: str, number: int) -> bool:
        """Whether a span goes on with the speech before it, only parted by its attribution."""
        clean = gap.strip()
        return number > 0 and len(clean) < 200 and clean[-1:] in (".", ",", ";", "—", "-", "", "…")

    def _sentence_before(self, sentence: str) -> Said | None:
        """Who the sentence before a quotation that stands alone has speaking."""
        told = before_quotation(sentence.rstrip(".")) if len(sentence) < _BEFORE else None
        if told is not None and told.subject is not None and told.cue is not None:
            return self._resolve(Said(told.subject, told.cue, False, told.near or told.sure))
        opening = opening_subject(sentence)
        if opening is None:
            return None
        return self._resolve(Said(opening, None, False, False))

    def _unattributed(self, text: str, span: Marked, number: int, before: str) -> Said | None:
        """A whole utterance without a cue: the last speaker, when it stands alone, unsure."""
        if number or before.strip() or self.last is None:
            return None
        rest = text[span.end :].strip()
        if rest or len(self.outside) < 2 or text[span.inner_end - 1] not in ".!?,…":
            return None
        return Said(self.last.subject, None, False, False) if self._spoke_before() else None

    def _spoke_before(self) -> bool:
        """Whether one of the last two paragraphs held the last speaker's words."""
        here = self.texts[len(self.outside) - 1][1]
        return bool(self.found) and self.found[-1].paragraph >= here - 2

    def _kind(
        self, text: str, span: Marked, cue_near: bool, before: str, after: str
    ) -> QuotationKind:
        inner = text[span.inner_start : span.inner_end].strip()
        count = inner.count(" ") + 1
        ends = inner[-1:] in (".", "!", "?", "…", ",", "—", "-")
        first = next((c for c in inner if c.isalpha()), "a")
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
        if not is_clause(inner):
            return "fragment"
        if not cue_near and first.isupper() and _titled(_TITLE, inner):
            return "fragment"
        return "direct"

    def _give_back(self, here: int, goes_on: bool) -> None:
        """Spans of one continued speech that came before its only attribution get it too."""
        later = next((q for q in self.found[here:] if q.speaker is not None), None)
        if later is None or not goes_on:
            return
        at = here - 1
        while at >= 0 and self.found[at].speaker is None and self.found[at].kind == "direct":
            q = self.found[at]
            if q.paragraph < later.paragraph - 6:
                break
            self.found[at] = replace(q, speaker=later.speaker, cue=later.cue, sure=later.sure)
            at -= 1

    def _quotation(
        self,
        within: Where,
        paragraph: int,
        text: str,
        span: Marked,
        kind: QuotationKind,
        said: Said | None,
    ) -> Quotation:
        return Quotation(
            within,
            paragraph,
            span.start,
            span.end,
            text[span.inner_start : span.inner_end].strip(),
            kind,
            said.subject if said is not None else None,
            said.cue if said is not None and said.subject is not None else None,
            said.sure if said is not None and said.subject is not None else kind == "fragment",
        )

    def _indirect(
        self,
        within: Where,
        paragraph: int,
        text: str,
        sentences: list[tuple[int, int]],
        taken: Sequence[tuple[int, int]],
    ) -> None:
        for start, end, said in reported(text, sentences, taken):
            resolved = self._resolve(said)
            if resolved.subject is None or not resolved.sure:
                continue
            self.found.append(
                Quotation(
                    within,
                    paragraph,
                    start,
                    end,
                    text[start:end],
                    "indirect",
                    resolved.subject,
                    resolved.cue,
                    True,
                )
            )
