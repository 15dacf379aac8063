"""Reads one article's texts in order: each marked span with its speaker, as the text tells it.

The nearest attribution stands; a pronoun, a surname or a speech that goes on is resolved by who
spoke before, or weighed among those named. What is unsure says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.article import Quotation, QuotationKind, Where
from corpus.quotations.antecedents import of_body, own_subject, several, up_to_subject
from corpus.quotations.attribution import BEFORE, attributed, text_behind
from corpus.quotations.behind import end_of_sentence
from corpus.quotations.choice import Choice, Moment
from corpus.quotations.clauses import joined_subject
from corpus.quotations.credits import credited
from corpus.quotations.doubts import is_doubtful, is_whole
from corpus.quotations.forms import (
    TERM,
    WORK,
    is_no_speech,
    is_sign,
    is_term,
    kind_of,
    names_a_body,
    titled,
)
from corpus.quotations.holders import HOUSES, Holders, is_definite, is_office
from corpus.quotations.indirect import may_report, reported
from corpus.quotations.joint import is_joint, joined, may_mean_both, parts
from corpus.quotations.marks import Marked, has_letters, has_marks, marked, starts_with_mark
from corpus.quotations.names import without_day
from corpus.quotations.openings import opening_subject
from corpus.quotations.people import People
from corpus.quotations.phrases import is_mute, is_of_body, is_speaker
from corpus.quotations.repeats import with_repeated
from corpus.quotations.said import Said, give_back, is_run_together, quotation, same_speech
from corpus.quotations.speakers import before_quotation
from corpus.quotations.unspoken import SPOKEN, evidence
from corpus.quotations.words import PRONOUNS, TELLING
from corpus.sentences import split

_PHRASE = 5  # blanks in the longest phrase that speaks
_OF_AGE = re.compile(r"\d+-year-old\b")
_MARKS = ("", '"', "“", "‘", "'", "«", "„")
_GAP = 120  # characters between two quotations of one speech
_GAPS = 30  # pieces between quotations that are looked back for the person of a pronoun


class Reader:
    """Reads one article's texts in order, and remembers who spoke last."""

    def __init__(
        self,
        texts: Sequence[tuple[Where, int, str]],
        sentences: Sequence[list[tuple[int, int]]] | None,
    ) -> None:
        self.texts = texts
        self.sentences = sentences
        self.people = People([text for within, _, text in texts if within != "title"])
        self.holders = Holders(self.people)
        title = " ".join(t for within, _, t in texts if within == "title")
        self.choice = Choice(self.people, self.holders, title)
        self.quoted = ""  # the words whose speaker is sought
        self.spoke: set[str] = set()
        self.last_in = 0  # the text in which the last speaker spoke
        self.untold: list[tuple[int, Moment]] = []  # quotations that nothing names a speaker for
        self.found: list[Quotation] = []
        self.outside: list[str] = []  # the texts read so far without their quoted words
        self.gaps: list[str] = []  # the same of the paragraph being read
        self.last: Said | None = None  # who spoke last, as resolved
        self.open = False  # the paragraph before left a quotation open
        self.opener: Said | None = None  # who speaks in the quotation left open

    def read(self) -> list[Quotation]:
        for number, (within, paragraph, text) in enumerate(self.texts):
            spans: list[Marked] = []
            if self.open or has_marks(text):
                following = self.texts[number + 1][2] if number + 1 < len(self.texts) else ""
                if following and not has_marks(following) and number + 2 < len(self.texts):
                    following = self.texts[number + 2][2]  # a caption stands between
                continues = within == "body" and starts_with_mark(following)
                spans = marked(text, carried=self.open, continues=continues)
            if spans:
                self._paragraph(within, paragraph, text, spans)
            else:
                self.outside.append(text)
                after = self.texts[number + 1][2] if number + 1 < len(self.texts) else ""
                self.open = self.open and starts_with_mark(after)
                if may_report(text):
                    self._indirect(within, paragraph, text, self._split(text), ())
        found = self.choice.named(with_repeated(self.found, self.texts), self.untold)
        return [q for q in found if not is_no_speech(q)]

    def _moment(
        self, before: Sequence[str], pronoun: str | None, subject: str | None, sentence: str = ""
    ) -> Moment:
        """What is known where somebody speaks whom the words beside do not name."""
        return Moment(
            before,
            self.quoted,
            self.last.subject if self.last is not None else None,
            len(self.outside) - self.last_in,
            self.spoke,
            pronoun,
            subject,
            sentence,
        )

    def _untold(self, sentence: str) -> Moment:
        """What is known of a quotation without an attribution, in the sentence it ends."""
        subject = opening_subject(sentence) if sentence.strip() else None
        before = [" ".join(self.gaps[-_GAPS:]), *self.outside[-2:-6:-1]]
        if subject in ("he", "she"):
            return self._moment(before, subject, None, sentence)
        if subject is not None and subject.islower() and not is_speaker(subject.split()[-1]):
            subject = None
        return self._moment(before, None, subject, sentence)

    def _split(self, text: str) -> list[tuple[int, int]]:
        """The sentences of the text that is being read."""
        return split(text) if self.sentences is None else self.sentences[len(self.outside) - 1]

    def _paragraph(self, within: Where, paragraph: int, text: str, spans: list[Marked]) -> None:
        here = len(self.found)
        previous: Said | None = None
        silent = False  # the text tells that somebody speaks, and not who
        gap_from = 0
        goes_on = self.open or (spans[0].carried)
        self.outside.append("")
        sentences = self._split(text)
        self.gaps = []
        kept = [s for s in spans if has_letters(text[s.inner_start : s.inner_end])]
        kept = [s for s in kept if not is_sign(text, s)]
        at_sentence = 0
        for number, span in enumerate(kept):
            while at_sentence + 1 < len(sentences) and sentences[at_sentence + 1][0] <= span.start:
                at_sentence += 1
            if number and names_a_body(text, kept[number - 1], span):
                continue  # who speaks is called so
            begin = sentences[at_sentence][0] if sentences else 0
            begin = max(begin, span.start - BEFORE)
            before = text[max(begin, gap_from) : span.start]
            whole_before = text[begin : span.start]
            after = text_behind(text, kept, number)
            self.gaps.append(text[gap_from : span.start])
            self.quoted = text[span.inner_start : span.inner_end]
            said = attributed(text, sentences, at_sentence, span, before, whole_before, after)
            cue_near = said is not None and said.near
            if said is None and text.count(" ", span.inner_start, span.inner_end) >= TERM:
                said = credited(self.texts, len(self.outside), text, span)
            if within == "title" and said is not None and said.cue is None:
                named = self.people.headed(said.subject or "")
                said = replace(said, subject=named) if named is not None else None
            if (
                said is not None
                and said.dependent
                and previous is not None
                and before != whole_before
            ):
                cue = said.cue or ""
                own = joined_subject(before[: before.rfind(cue) + len(cue)])
                if own is None:
                    said = replace(said, subject=previous.subject, sure=said.sure and previous.sure)
                else:  # "... while Aalto agreed, saying"
                    theirs = Said(own[0], said.cue, said.near, said.sure and own[1])
                    said = self._resolve(theirs)
                    if own[0].islower() and said.subject == previous.subject:
                        said = replace(theirs, sure=False)  # another than who spoke before
            elif said is not None:
                said = self._resolve(said)
            elif silent and same_speech(text[gap_from : span.start], number):
                said = Said(None, "", False, False)
            elif previous is not None and same_speech(text[gap_from : span.start], number):
                said = Said(previous.subject, previous.cue, False, previous.sure)
            elif number == 0 and goes_on and not before.strip() and self.opener is not None:
                said = Said(self.opener.subject, self.opener.cue, False, self.opener.sure)
            found_text = text[span.inner_start : span.inner_end].strip()
            kind = kind_of(text, span, cue_near, before, after)
            if kind == "fragment" and not cue_near and titled(WORK, found_text):
                said = None
            if kind == "fragment" and is_term(before, found_text):
                said = previous = None
            if (
                kind == "fragment"
                and said is not None
                and said.cue is None
                and cue_near
                and within != "title"
            ):
                said = None  # "a term of their own: “disorder”"
            if said is None and kind == "direct" and not before.strip():
                if number == 0 and at_sentence:
                    start, end = sentences[at_sentence - 1]
                    said = self._sentence_before(text[start:end])
                else:
                    said = self._unattributed(text, paragraph, span, number, before)
            if said is None and previous is not None and self._keeps_speaking(found_text, kind):
                said = Said(previous.subject, None, False, False)
            if said is None or (kind == "fragment" and said.subject is None):
                found = quotation(within, paragraph, text, span, kind, None)
            else:
                label = said.cue is None and not said.near and within != "title"
                if said.sure and (
                    label or is_doubtful(said, text, span, before, after, self.people)
                ):
                    said = replace(said, sure=False)
                found = quotation(within, paragraph, text, span, kind, said)
                if said.subject is not None:
                    previous = self.last = said
                    self.spoke.add(said.subject)
                    self.last_in = len(self.outside)
            silent = said is not None and said.subject is None and said.cue is not None
            if (
                found.speaker is None
                and within == "body"
                and not silent
                and not is_no_speech(found)
            ):
                told = evidence(kind, found_text, whole_before, after)
                if said is not None and said.subject is None:
                    told = (*told, SPOKEN)
                moment = replace(self._untold(whole_before), words=told)
                self.untold.append((len(self.found), moment))
            self.found.append(found)
            self.opener = said if said is not None and said.subject is not None else None
            gap_from = span.end
        self.outside[-1] = " ".join([*self.gaps, text[gap_from:]])
        self.gaps = []
        if goes_on:
            give_back(self.found, here)
        self.open = bool(kept) and not kept[-1].closed
        if may_report(text):
            self._indirect(within, paragraph, text, sentences, [(s.start, s.end) for s in kept])

    def _resolve(self, said: Said) -> Said:
        """An attribution with the full name in place of a surname or a pronoun."""
        subject = said.subject
        if subject is None:
            return said
        if subject in ("he", "she", "they", "it", "i", "we", "you", "who", "which", "that"):
            last = self.last.subject if self.last is not None else None
            if subject == "they" and last is not None and is_joint(last):
                return Said(last, said.cue, said.near, said.sure and self._spoke_before())
            before = self.outside[-1:-6:-1]
            if self.gaps:
                read = " ".join(self.gaps[-_GAPS:]).removesuffix(said.ahead)
                before[0] = up_to_subject(read, subject, said.cue)
            if subject in ("he", "she") and self._goes_on(subject):
                return Said(last, said.cue, said.near, said.sure)
            if subject in ("he", "she"):
                own = own_subject(self.gaps[-1] if self.gaps else "", subject, self.people)
                if own is not None:
                    return Said(own, said.cue, said.near, said.sure)
                name, sure = self.choice.he(self._moment(before, subject, None))
                return Said(name, said.cue, said.near, said.sure and sure)
            named = of_body(subject, last, self.people)
            if named is None and subject == "it":
                named = self.holders.body(before)
            elif named is None and subject == "they":
                named = several(before, self.people)
            return Said(named, said.cue, said.near, False)
        if subject in ("someone", "somebody"):
            return Said(None, said.cue, said.near, False)
        sure, subject = said.sure, without_day(subject)
        if is_joint(subject):
            names = [self.people.full(name) for name in parts(subject)]
            for name, _ in names:
                self.people.spoke(name)
            both = joined([name for name, _ in names])
            return Said(both, said.cue, said.near, sure and all(only for _, only in names))
        last = self.last.subject if self.last is not None else None
        if last is not None and is_joint(last) and may_mean_both(subject) and self._spoke_before():
            return Said(last, said.cue, said.near, False)
        if subject[:1].islower() and subject.count(" ") > _PHRASE:
            return Said(None, said.cue if subject.startswith("those ") else None, said.near, False)
        if _OF_AGE.match(subject) is not None:  # "the 31-year-old nurse"
            person = self.people.only([" ".join(self.gaps[-_GAPS:]), *self.outside[-2:-6:-1]])
            if person is not None:
                return Said(person, said.cue, said.near, False)
        if subject in HOUSES:
            subject = self.people.fuller(subject)
        elif " " not in subject and subject[:1].isupper():
            named = self._holder(subject) if is_office(subject) else None
            if named is not None:
                return Said(named, said.cue, said.near, False)
            subject, only = self.people.full(subject)
            sure = (
                sure and only and (said.near or " " in subject or self.people.named_again(subject))
            )
        else:
            named = self._holder(subject)
            if named is not None:
                return Said(named, said.cue, said.near, False)
            if is_mute(subject):
                if said.cue not in TELLING:
                    return Said(None, None, False, False)
                sure = False
        here = self.texts[len(self.outside) - 1][2]
        told = said.near and is_of_body(subject)
        if subject.split()[-1].islower() and not told and is_definite(subject, here):
            sure = False  # "the team" is one that the article names elsewhere
        subject = without_day(self.people.in_full(subject))
        self.people.spoke(subject)
        return Said(subject, said.cue, said.near, sure)

    def _holder(self, role: str) -> str | None:
        """Who is meant by "the mayor" or "the company": the one the article introduces so."""
        last = self.last.subject if self.last is not None else None
        before = [" ".join(self.gaps[-_GAPS:]), *self.outside[-2:-6:-1]]
        here = len(self.outside) - 1
        text = "\n".join(words for _, _, words in self.texts[max(0, here - 1) : here + 1])
        return self.holders.meant(role, text, before, last, self._spoke_before())

    def _goes_on(self, pronoun: str) -> bool:
        """Whether a pronoun can only mean who has just spoken in this paragraph."""
        if self.last is None or self.last.subject is None or len(self.gaps) < 2:
            return False
        last = self.last.subject
        if not last[:1].isupper() or self.people.is_body(last):
            return False
        if self.people.gender(last) not in (None, pronoun):
            return False
        spoken = self.found[-1] if self.found else None
        return (
            spoken is not None
            and spoken.speaker == last
            and spoken.paragraph == self.texts[len(self.outside) - 1][1]
            and not self.people.named_in(self.gaps[-1])
        )

    def _keeps_speaking(self, words: str, kind: QuotationKind) -> bool:
        """Whether a part of a sentence goes on with what was said in the sentence before."""
        if kind != "direct" and words.count(" ") < TERM - 1:
            return False
        gap = self.gaps[-1]
        return len(gap) < _GAP and not self.people.named_in(gap)

    def _sentence_before(self, sentence: str, *, cued: bool = False) -> Said | None:
        """Who the sentence before a quotation that stands alone has speaking.

        `cued`: only where a verb of saying tells it.
        """
        told = before_quotation(sentence.rstrip(".")) if len(sentence) < BEFORE else None
        if told is not None and told.subject and (told.cue is not None or sentence[-1:] == ":"):
            return self._resolve(Said(told.subject, told.cue, False, told.near or told.sure))
        closing = end_of_sentence(sentence) if len(sentence) < BEFORE else None
        if closing is not None and closing.subject is not None:
            return self._resolve(Said(closing.subject, closing.cue, False, False))
        opening = None if cued else opening_subject(sentence)
        if opening is None:
            return None
        noun = opening.split()[-1]
        if noun[0].islower() and opening not in PRONOUNS and not is_speaker(noun):
            return None
        return self._resolve(Said(opening, None, False, False))

    def _unattributed(
        self, text: str, paragraph: int, span: Marked, number: int, before: str
    ) -> Said | None:
        """A whole utterance without a cue: the last speaker, when it stands alone, unsure."""
        if number or before.strip():
            return None
        rest = text[span.end :].strip()
        if (
            rest[:1] not in _MARKS
            or len(self.outside) < 2
            or text[span.inner_end - 1] not in ".!?,…"
        ):
            return None
        if (
            not self.found
            or self.found[-1].paragraph != paragraph - 1
            or self.found[-1].kind == "indirect"
        ):
            told = self._sentence_before(self._last_sentence(), cued=True)
            if told is not None:
                return told
        if self.last is None or not self._spoke_before():
            return None
        return Said(self.last.subject, None, False, False)

    def _last_sentence(self) -> str:
        """The sentence that closes the text before the one being read."""
        text = self.texts[len(self.outside) - 2][2]
        known = self.sentences
        spans = split(text) if known is None else known[len(self.outside) - 2]
        start, end = spans[-1] if spans else (0, 0)
        return text[start:end]

    def _spoke_before(self) -> bool:
        """Whether one of the last two paragraphs held the last speaker's words."""
        here = self.texts[len(self.outside) - 1][1]
        return bool(self.found) and self.found[-1].paragraph >= here - 2

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
            if resolved.subject is None or not resolved.sure or is_run_together(resolved.subject):
                continue
            if not is_whole(resolved.subject):
                continue
            words, name, cue = text[start:end], resolved.subject, resolved.cue
            self.found.append(
                Quotation(within, paragraph, start, end, words, "indirect", name, cue, True)
            )
            if not taken and resolved.subject[:1].isupper():
                self.last = resolved
                self.spoke.add(resolved.subject)
                self.last_in = len(self.outside)
