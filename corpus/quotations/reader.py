"""Reads one article's texts in order: each marked span with its speaker, as the text tells it.

The nearest attribution stands; a pronoun, a surname or a speech that goes on is resolved by who
spoke before, or weighed among those named. What is unsure says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.article import Quotation, Where
from corpus.denials import DENIALS
from corpus.quotations.attribution import BEFORE, attributed, text_behind
from corpus.quotations.behind import end_of_sentence
from corpus.quotations.choice import Moment
from corpus.quotations.clauses import joined_subject
from corpus.quotations.credits import credited, headed
from corpus.quotations.doubts import is_doubtful, is_whole
from corpus.quotations.forms import (
    OF_WORKS,
    TERM,
    WORK,
    is_label,
    is_named_thing,
    is_no_speech,
    is_programme,
    is_sign,
    is_term,
    is_title,
    kind_of,
    names_a_body,
    titled,
)
from corpus.quotations.indirect import may_report, reported
from corpus.quotations.marks import Marked, has_letters, has_marks, marked, starts_with_mark
from corpus.quotations.naming import only_named
from corpus.quotations.openings import opening_subject
from corpus.quotations.phrases import is_speaker
from corpus.quotations.relayed import relays
from corpus.quotations.repeats import with_repeated
from corpus.quotations.said import Said, give_back, is_run_together, quotation, same_speech
from corpus.quotations.so_far import SoFar
from corpus.quotations.speakers import before_quotation
from corpus.quotations.unspoken import SPOKEN, evidence
from corpus.quotations.words import NAMING, PRONOUNS, SAYING
from corpus.sentences import split

_LINK = 3  # words that only lead on to what is said next: "And, he says,", "For example,"
_PARTICIPLES = frozenset(SAYING)
_MARKS = ("", '"', "“", "‘", "'", "«", "„")


class Reader:
    """Reads one article's texts in order, and remembers who spoke last."""

    def __init__(
        self,
        texts: Sequence[tuple[Where, int, str]],
        sentences: Sequence[list[tuple[int, int]]] | None,
    ) -> None:
        self.texts = texts
        self.sentences = sentences
        self.so_far = SoFar(texts)
        self.untold: list[tuple[int, Moment]] = []  # quotations that nothing names a speaker for
        self.beside: dict[int, str] = {}  # verbs that name nobody, by quotation: "the tweet read"
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
                self.so_far.outside.append(text)
                after = self.texts[number + 1][2] if number + 1 < len(self.texts) else ""
                self.open = self.open and starts_with_mark(after)
                if may_report(text):
                    self._indirect(within, paragraph, text, self._split(text), ())
        found = self.so_far.choice.named(with_repeated(self.so_far.found, self.texts), self.untold)
        for at, cue in self.beside.items():
            if found[at].speaker is not None and found[at].cue is None:
                found[at] = replace(found[at], cue=cue)
        return [q for q in found if not is_no_speech(q)]

    def _split(self, text: str) -> list[tuple[int, int]]:
        """The sentences of the text that is being read."""
        return (
            split(text) if self.sentences is None else self.sentences[len(self.so_far.outside) - 1]
        )

    def _paragraph(self, within: Where, paragraph: int, text: str, spans: list[Marked]) -> None:
        so_far = self.so_far
        here = len(so_far.found)
        previous: Said | None = None
        silent = False  # the text tells that somebody speaks, and not who
        gap_from = 0
        goes_on = self.open or (spans[0].carried)
        so_far.outside.append("")
        sentences = self._split(text)
        so_far.gaps = []
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
            so_far.gaps.append(text[gap_from : span.start])
            so_far.quoted = text[span.inner_start : span.inner_end]
            name = only_named(before, after, text[span.inner_end - 1])
            nameless = name is not None and name.subject is None
            said = name or attributed(
                text, sentences, at_sentence, span, before, whole_before, after
            )
            cue_near = said is not None and said.near
            beside = said.cue if said is not None and said.near else None
            if said is None and text.count(" ", span.inner_start, span.inner_end) >= TERM:
                said = credited(self.texts, len(so_far.outside), text, span)
                if said is None and not span.start:
                    said = headed(self.texts, len(so_far.outside), text)
            if within == "title" and said is not None and said.cue is None:
                named = so_far.people.headed(said.subject or "")
                said = replace(said, subject=named) if named is not None else None
            if (
                said is not None
                and said.dependent
                and previous is not None
                and before != whole_before
            ):
                cue = said.cue or ""
                own = joined_subject(before[: before.rfind(cue) + len(cue)])
                if own is None and previous.cue in _PARTICIPLES and cue not in _PARTICIPLES:
                    said = so_far.meant(said)  # "he quoted Orlov saying “no” and called it “mad”"
                    if said.subject != previous.subject:
                        said = said.unsure()
                elif own is None:
                    said = replace(said, subject=previous.subject, sure=said.sure and previous.sure)
                else:  # "... while Aalto agreed, saying"
                    theirs = Said(own[0], said.cue, said.near, said.sure and own[1])
                    said = so_far.meant(theirs)
                    if own[0].islower() and said.subject == previous.subject:
                        said = theirs.unsure()  # another than who spoke before
            elif said is not None:
                said = so_far.meant(said)
            elif silent and same_speech(text[gap_from : span.start], number):
                said = Said(None, "", False, False)
            elif previous is not None and same_speech(text[gap_from : span.start], number):
                apart = begin > gap_from and len(before.split()) > _LINK  # a sentence of its own
                apart = apart or relays(text[kept[number - 1].inner_start : gap_from])
                said = Said(previous.subject, previous.cue, False, previous.sure and not apart)
            elif number == 0 and goes_on and not before.strip() and self.opener is not None:
                said = Said(self.opener.subject, self.opener.cue, False, self.opener.sure)
            found_text = text[span.inner_start : span.inner_end].strip()
            kind = kind_of(text, span, cue_near, before, after)
            if (
                kind == "fragment"
                and (not cue_near or (said is not None and said.cue in OF_WORKS))
                and titled(WORK, found_text)
            ):
                said = None
            if nameless or is_title(before, found_text):
                kind, said = "fragment", None
            if kind == "fragment" and is_term(before, found_text):
                said = previous = None
            if kind == "fragment" and is_programme(before, found_text):
                said = None
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
            if (
                said is None
                and previous is not None
                and not nameless
                and so_far.keeps_speaking(found_text, kind)
            ):
                said = Said(previous.subject, None, False, False)
            if said is None or (kind == "fragment" and said.subject is None):
                found = quotation(within, paragraph, text, span, kind, None)
            else:
                label = said.cue is None and not said.near and within != "title"
                if said.sure and (
                    label or is_doubtful(said, text, span, before, after, so_far.people)
                ):
                    said = said.unsure()
                found = quotation(within, paragraph, text, span, kind, said)
                if found.sure and kind == "fragment":
                    thing = said.cue not in NAMING and is_named_thing(found_text, after)
                    if thing or is_label(before, found_text, after):
                        found = replace(found, sure=False)
                if said.subject is not None and name is None:
                    previous = said
                    so_far.speaks(said)
            silent = said is not None and said.subject is None and said.cue is not None
            if (
                found.speaker is None
                and within == "body"
                and not (silent or nameless)
                and not is_no_speech(found)
            ):
                told = evidence(kind, found_text, whole_before, after)
                if said is not None and said.subject is None:
                    told = (*told, SPOKEN)
                moment = so_far.moment_of(whole_before, told)
                self.untold.append((len(so_far.found), moment))
                if beside is not None:
                    self.beside[len(so_far.found)] = beside
            so_far.found.append(found)
            self.opener = said if said is not None and said.subject is not None else None
            gap_from = span.end
        so_far.outside[-1] = " ".join([*so_far.gaps, text[gap_from:]])
        so_far.gaps = []
        if goes_on:
            give_back(so_far.found, here, self._text_of)
        self.open = bool(kept) and not kept[-1].closed
        if may_report(text):
            self._indirect(within, paragraph, text, sentences, [(s.start, s.end) for s in kept])

    def _text_of(self, found: Quotation) -> str:
        """The text in which a quotation that was read already stands."""
        where = (found.within, found.paragraph)
        return next(t[2] for t in self.texts[len(self.so_far.outside) - 1 :: -1] if t[:2] == where)

    def _sentence_before(self, sentence: str, *, cued: bool = False) -> Said | None:
        """Who the sentence before a quotation that stands alone has speaking.

        `cued`: only where a verb of saying tells it.
        """
        told = before_quotation(sentence.rstrip(".")) if len(sentence) < BEFORE else None
        if told is not None and told.cue in DENIALS and sentence[-1:] != ":":
            return None  # "Orlov has denied the claim.", and the next one stands below
        if told is not None and told.subject and (told.cue is not None or sentence[-1:] == ":"):
            named = told.subject[:1].isupper() or told.subject in PRONOUNS
            sure = named and (told.near or told.sure)
            return self.so_far.meant(Said(told.subject, told.cue, False, sure))
        closing = end_of_sentence(sentence) if len(sentence) < BEFORE else None
        if closing is not None and closing.subject is not None:
            return self.so_far.meant(Said(closing.subject, closing.cue, False, False))
        opening = None if cued else opening_subject(sentence)
        if opening is None:
            return None
        noun = opening.split()[-1]
        if noun[0].islower() and opening not in PRONOUNS and not is_speaker(noun):
            return None
        return self.so_far.meant(Said(opening, None, False, False))

    def _unattributed(
        self, text: str, paragraph: int, span: Marked, number: int, before: str
    ) -> Said | None:
        """A whole utterance without a cue: the last speaker, when it stands alone, unsure."""
        if number or before.strip():
            return None
        rest = text[span.end :].strip()
        if (
            rest[:1] not in _MARKS
            or len(self.so_far.outside) < 2
            or text[span.inner_end - 1] not in ".!?,…"
        ):
            return None
        if (
            not self.so_far.found
            or self.so_far.found[-1].paragraph != paragraph - 1
            or self.so_far.found[-1].kind == "indirect"
        ):
            told = self._sentence_before(self._last_sentence(), cued=True)
            if told is not None:
                return told
        if self.so_far.last is None or not self.so_far.is_recent():
            return None
        return Said(self.so_far.last.subject, None, False, False)

    def _last_sentence(self) -> str:
        """The sentence that closes the text before the one being read."""
        text = self.texts[len(self.so_far.outside) - 2][2]
        known = self.sentences
        spans = split(text) if known is None else known[len(self.so_far.outside) - 2]
        start, end = spans[-1] if spans else (0, 0)
        return text[start:end]

    def _indirect(
        self,
        within: Where,
        paragraph: int,
        text: str,
        sentences: list[tuple[int, int]],
        taken: Sequence[tuple[int, int]],
    ) -> None:
        for start, end, said, sure in reported(text, sentences, taken):
            resolved = self.so_far.meant(said)
            if resolved.subject is None or not resolved.sure or is_run_together(resolved.subject):
                continue
            if not is_whole(resolved.subject):
                continue
            words, name, cue = text[start:end], resolved.subject, resolved.cue
            self.so_far.found.append(
                Quotation(within, paragraph, start, end, words, "indirect", name, cue, sure)
            )
            if not taken and resolved.subject[:1].isupper():
                self.so_far.speaks(resolved)
