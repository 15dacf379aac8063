"""What has been read of an article so far, and whom the subject of an attribution means by it.

Subjects as they stand come in; full names, or the role that nobody is named for, go out: a
surname's bearer, the person of a pronoun, the holder of an office, who goes on speaking.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.article import Quotation, QuotationKind, Where
from corpus.quotations.antecedents import of_body, own_subject, several, up_to_subject
from corpus.quotations.choice import Choice, Moment
from corpus.quotations.forms import TERM
from corpus.quotations.holders import HOUSES, Holders, is_definite, is_office
from corpus.quotations.joint import is_joint, joined, may_mean_both, parts
from corpus.quotations.names import has_word, without_day
from corpus.quotations.nearer import is_another_between, is_role_between, is_several
from corpus.quotations.openings import opening_subject
from corpus.quotations.owners import issuer_of
from corpus.quotations.people import People
from corpus.quotations.phrases import PEOPLE_WORDS, is_mute, is_of_body, is_speaker
from corpus.quotations.said import Said
from corpus.quotations.sexes import gender_by_pronouns
from corpus.quotations.titled import is_anothers, told_here
from corpus.quotations.words import NOUNS, ROLES, TELLING

_PHRASE = 5  # blanks in the longest phrase that speaks
_OF_AGE = re.compile(r"\d+-year-old\b")
_IN_SENTENCE = re.compile(r"\s(?:[a-z]\S*\s)[^.!?]*")  # "... “wait” for a town where he said “"
_GAP = 120  # characters between two quotations of one speech
_SUBHEAD = 140  # characters of the longest line without a stop that is no paragraph
_STOPS = tuple(".!?:,;…—–-)")
_MARKS = " \"'”’»"
_GAPS = 30  # pieces between quotations that are looked back for the person of a pronoun


_COMPLEMENT = re.compile(  # "one top manager at a large port", "a diver involved in the talks"
    r"\s(?:at|of|for|in|on|with|from|who|whose|that|directly|close|familiar|involved|working)\s"
)
_UNNAMED = re.compile(  # "Port pilots", "One port pilot", "Her lawyer"
    r"(?!No\b)(?:(?:One|Another|His|Her|Their|Its)\s.*|.*(?:[^\Ws]s|\s(?:people|police|media)))$"
)


def _opens(text: str, subject: str) -> bool:
    """Whether a text of the page opens with somebody unnamed: a capital there tells no headline,
    in which "Port director says" means the one that is known."""
    return text.startswith(subject) and _UNNAMED.match(subject) is not None


def _bearer(subject: str) -> str:
    """Who speaks in a long phrase, without what the office is of: "one top manager"."""
    head = _COMPLEMENT.split(subject, maxsplit=1)[0]
    noun = head.split()[-1]
    told = noun in ROLES or noun.removesuffix("s") in ROLES or PEOPLE_WORDS.fullmatch(noun)
    return head if told else subject


class SoFar:
    """The texts of one article up to the place that is being read, and who has spoken there."""

    def __init__(self, texts: Sequence[tuple[Where, int, str]]) -> None:
        self.texts = texts
        title = " ".join(t for within, _, t in texts if within == "title")
        self.people = People([text for within, _, text in texts if within != "title"], title)
        self.holders = Holders(self.people)
        self.choice = Choice(self.people, self.holders, title)
        self.quoted = ""  # the words whose speaker is sought
        self.spoke: set[str] = set()
        self.last_in = 0  # the text in which the last speaker spoke
        self.found: list[Quotation] = []
        self.outside: list[str] = []  # the texts read so far without their quoted words
        self.gaps: list[str] = []  # the same of the paragraph being read
        self.last: Said | None = None  # who spoke last, as resolved
        self.guessed: str | None = None  # whom the last pronoun means, where that is unsure

    def speaks(self, said: Said) -> None:
        """Remember that somebody has just spoken; `said` has a subject."""
        self.last = said
        self.spoke.add(said.subject or "")
        self.last_in = len(self.outside)

    def _moment(
        self,
        before: Sequence[str],
        pronoun: str | None,
        subject: str | None,
        sentence: str = "",
        words: Sequence[str] = (),
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
            words=words,
        )

    def moment_of(self, sentence: str, words: Sequence[str]) -> Moment:
        """What is known of a quotation without an attribution, in the sentence it ends; `words` are
        what those beside it tell."""
        subject = opening_subject(sentence) if sentence.strip() else None
        before = [" ".join(self.gaps[-_GAPS:]), *self.outside[-2:-6:-1]]
        if subject in ("he", "she"):
            return self._moment(before, subject, None, sentence, words)
        if subject is not None and subject.islower() and not is_speaker(subject.split()[-1]):
            subject = None
        return self._moment(before, None, subject, sentence, words)

    def meant(self, said: Said) -> Said:
        """An attribution with the full name in place of a surname or a pronoun."""
        subject = said.subject
        if subject is None:
            return said
        subject = issuer_of(subject)
        if subject in ("he", "she", "they", "it", "i", "we", "you", "who", "which", "that"):
            last = self.last.subject if self.last is not None else None
            if subject == "they" and last is not None and is_joint(last):
                return Said(last, said.cue, said.near, said.sure and self.is_recent())
            before = self.outside[-1:-6:-1]
            if self.gaps:
                read = " ".join(self.gaps[-_GAPS:]).removesuffix(said.ahead)
                before[0] = up_to_subject(read, subject, said.cue)
            apart = bool(self.gaps) and is_role_between(self.gaps[-1], subject)
            if subject in ("he", "she") and self._goes_on(subject):
                alike = self.guessed != last and not apart
                return Said(last, said.cue, said.near, said.sure and alike)
            if subject in ("he", "she"):
                own = own_subject(self.gaps[-1] if self.gaps else "", subject, self.people)
                if own is not None:
                    return Said(own, said.cue, said.near, said.sure)
                name, sure = self.choice.he(self._moment(before, subject, None))
                sure = sure and not apart and not self._is_beside(name or "")
                self.guessed = None if sure else name
                return Said(name, said.cue, said.near, said.sure and sure)
            named = of_body(subject, last, self.people)
            if named is None and subject == "it":
                named = self.holders.body(before)
            elif named is None and subject == "they":
                named = several(before, self.people)
            return Said(named, said.cue, said.near, False)
        if subject in ("someone", "somebody"):
            return Said(None, said.cue, said.near, False)
        if said.pronoun is not None and self._is_other(subject, said.pronoun):
            return self.meant(replace(said, subject=said.pronoun, sure=False, pronoun=None))
        sure, subject = said.sure, without_day(subject)
        if is_joint(subject):
            names = [self.people.full(name) for name in parts(subject)]
            for name, _ in names:
                self.people.spoke(name)
            both = joined([name for name, _ in names])
            return Said(both, said.cue, said.near, sure and all(only for _, only in names))
        last = self.last.subject if self.last is not None else None
        if last is not None and is_joint(last) and may_mean_both(subject) and self.is_recent():
            return Said(last, said.cue, said.near, False)
        if subject[:1].islower() and subject.count(" ") > _PHRASE and said.near:
            subject = _bearer(subject) if said.cue not in NOUNS else subject
        if subject[:1].islower() and subject.count(" ") > _PHRASE:
            return Said(None, said.cue if subject.startswith("those ") else None, said.near, False)
        if _OF_AGE.match(subject) is not None:  # "the 31-year-old nurse"
            person = self.people.only([" ".join(self.gaps[-_GAPS:]), *self.outside[-2:-6:-1]])
            if person is not None:
                return Said(person, said.cue, said.near, False)
        if subject in HOUSES:
            subject = self.holders.fuller(subject)
        elif " " not in subject and subject[:1].isupper():
            named = self._holder(subject) if is_office(subject) else None
            if named is not None:
                return Said(named, said.cue, said.near, False)
            subject, only = self._borne(subject)
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
        within, _, here = self.texts[len(self.outside) - 1]
        told = said.near and is_of_body(subject)
        told = told or (within == "body" and not said.dependent and _opens(here, subject))
        if subject.split()[-1].islower() and not told and is_definite(subject, here):
            sure = False  # "the team" is one that the article names elsewhere
        subject = without_day(self.people.in_full(subject))
        self.people.spoke(subject)
        self.guessed = None
        return Said(subject, said.cue, said.near, sure)

    def _is_other(self, name: str, pronoun: str) -> bool:
        """Whether a pronoun cannot be the name's ahead of it: "Lena Orlova said he"."""
        full = self.people.full(name)[0] if " " not in name else name
        if self.people.gender(full) in (None, pronoun):
            return False
        return gender_by_pronouns(full.split()[-1], self.people.joined) != pronoun

    def _borne(self, surname: str) -> tuple[str, bool]:
        """Who bears a surname alone that speaks here, and whether that is sure."""
        bearer, only = self.people.full(surname)
        if " " not in bearer or bearer.split()[-1] != surname or not only:
            return bearer, only
        here, text = self.texts[len(self.outside) - 1][2], self.people.joined
        told = told_here(surname, bearer, here, text)
        if told is None:
            told = not is_anothers(surname, bearer, text)
        return (bearer if told else surname), True

    def _is_beside(self, name: str) -> bool:
        """Whether a name was last written in a subhead or a line beside a picture, which a pronoun
        of the running text seldom goes back to."""
        here = len(self.outside) - 1
        if has_word(self.outside[here] or " ".join(self.gaps), name.split()[-1]):
            return False
        for at in range(here - 1, max(here - 5, -1), -1):
            if has_word(self.outside[at], name.split()[-1]):
                line = self.texts[at][2].rstrip(_MARKS)
                return len(line) < _SUBHEAD and line[-1:] not in _STOPS
        return False

    def _holder(self, role: str) -> str | None:
        """Who is meant by "the mayor" or "the company": the one the article introduces so."""
        last = self.last.subject if self.last is not None else None
        before = [" ".join(self.gaps[-_GAPS:]), *self.outside[-2:-6:-1]]
        here = len(self.outside) - 1
        text = "\n".join(words for _, _, words in self.texts[max(0, here - 1) : here + 1])
        return self.holders.meant(role, text, before, last, self.is_recent())

    def _goes_on(self, pronoun: str) -> bool:
        """Whether a pronoun can only mean who has just spoken in this paragraph."""
        if self.last is None or self.last.subject is None or len(self.gaps) < 2:
            return False
        last = self.last.subject
        if not last[:1].isupper() or self.people.is_body(last):
            return False
        if self.people.gender(last) not in (None, pronoun) or is_several(last):
            return False
        spoken = self.found[-1] if self.found else None
        return (
            spoken is not None
            and spoken.speaker == last
            and spoken.paragraph == self.texts[len(self.outside) - 1][1]
            and not self.people.named_in(self.gaps[-1], last.split()[-1])
            and not (
                self.gaps[-1].count(" ") > 1
                and is_another_between([self.gaps[-1]], last, pronoun, self.people)
            )
            and not (
                _IN_SENTENCE.fullmatch(self.gaps[-1])
                and self.people.named_in(self.gaps[-2], last.split()[-1])
            )
        )

    def keeps_speaking(self, words: str, kind: QuotationKind) -> bool:
        """Whether a part of a sentence goes on with what was said in the sentence before."""
        if kind != "direct" and words.count(" ") < TERM - 1:
            return False
        gap = self.gaps[-1]
        return len(gap) < _GAP and not self.people.named_in(gap)

    def is_recent(self) -> bool:
        """Whether one of the last two paragraphs held the last speaker's words."""
        here = self.texts[len(self.outside) - 1][1]
        return bool(self.found) and self.found[-1].paragraph >= here - 2
