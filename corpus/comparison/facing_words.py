"""Sentences that are nearly the same, and the words in which they are not.

In go two `Side`s and pairs of sentences that face each other, out come `SentenceDifference`s: the
word diff of each pair whose words are mostly one, and which of the changes are telling: another
name, day, number, unit or verb of saying, a negation that came or went, two words that changed
places. A pair that was reworded in anything else tells nothing by a single word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from corpus.comparison.facing import DifferenceKind, SentenceDifference, TellingChange
from corpus.comparison.labels import BEFORE
from corpus.comparison.result import FigurePair
from corpus.comparison.sides import Side
from corpus.comparison.similarity import NUMBERS
from corpus.comparison.small_changes import spelt_otherwise
from corpus.comparison.worddiff import word_changes
from corpus.quotations.words import REPORTING
from corpus.words import DAYS, STOP, Token, denies, stem

NEARLY = 0.7  # share of the longer sentence's words that both have in order, at least: of 155 pairs
# of reports 121 pairs of sentences reach .6 and 1 of them differs in a word that is telling
_LEAST = 3  # words that both have in order
_MORE = 4  # words that one side alone may have beside the telling change

_MAY = frozenset(("may", "march"))  # days with a capital only
_NUMBERS = NUMBERS - DAYS | {"once", "twice", "single", "double"}
_VALUES = {
    word: str(value)
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen twenty""".split()
    )
} | {"dozen": "12", "thirty": "30", "forty": "40", "fifty": "50"}
_UNITS = {
    form: forms.split()[0]
    for forms in (
        "kilometre kilometres kilometer kilometers km kms", "mile miles", "yard yards",
        "metre metres meter meters m", "foot feet ft", "inch inches", "acre acres",
        "hectare hectares", "tonne tonnes", "ton tons", "kilogram kilograms kilo kilos kg",
        "pound pounds lb lbs £", "gallon gallons", "litre litres liter liters", "barrel barrels",
        "dollar dollars $", "euro euros €", "yen ¥", "rupee rupees ₹", "percent %",
        "celsius", "fahrenheit", "mph", "kph", "knot knots", "second seconds",
        "minute minutes", "hour hours", "day days", "week weeks", "month months", "year years",
        "decade decades",
    )
    for form in forms.split()
}  # fmt: skip
_PLAIN = frozenset(
    """said says told tells stated states added adds wrote writes tweeted reported explained
    explains noted notes announced announces declared declares replied responded""".split()
)
"""Verbs that only say that something was said: one for another tells nothing."""
_ALIASES = (
    frozenset("us u.s u.s. usa america american americans states united washington".split()),
    frozenset("uk u.k. u.k britain british britons kingdom united london".split()),
    frozenset("isis isil daesh is islamic state".split()),
    frozenset("eu european union europe".split()),
    frozenset("un u.n. u.n nations united".split()),
)
_PHRASE = 4  # words of a phrase that changes places with another
_EITHER_WAY = frozenset("and or met meets meet meeting married versus vs against with".split())
"""Between two who may be named in either order."""
_OF_ONE = 4  # first letters that a name and what is made of it share: Syria, Syrian
_SHOUTED = 0.5  # share of capitals from which a sentence is set like a title

Words = Sequence[Token]
Change = tuple[Words, Words]


def differences(
    left: Side,
    right: Side,
    pairs: Iterable[tuple[int, int]],
    counted: Iterable[FigurePair] = (),
) -> tuple[SentenceDifference, ...]:
    """The pairs of sentence numbers whose words are mostly, but not all, the same; in order."""
    figures: dict[tuple[int, int], list[FigurePair]] = {}
    for figure in counted:
        figures.setdefault((figure.left, figure.right), []).append(figure)
    names = _Names(left, right)
    found = []
    for i, j in sorted(set(pairs)):
        texts = left.sentences[i].text, right.sentences[j].text
        if texts[0] == texts[1] or not _may_be_near(left, right, i, j):
            continue
        ours, theirs = left.tokens[i], right.tokens[j]
        matcher = SequenceMatcher(
            None, [t.word for t in ours], [t.word for t in theirs], autojunk=False
        )
        codes = matcher.get_opcodes()
        same = sum(a2 - a1 for tag, a1, a2, _, _ in codes if tag == "equal")
        if exchanged([t.stem for t in ours], [t.stem for t in theirs]) is not None:
            same = len(ours)  # the words are all there
        share = same / max(len(ours), len(theirs))
        changes = word_changes(*texts)
        if same < _LEAST or share < NEARLY or not changes:
            continue
        stretches = [
            (ours[a1:a2], theirs[b1:b2]) for tag, a1, a2, b1, b2 in codes if tag != "equal"
        ]
        known = figures.get((i, j), [])
        pair = _Pair(texts, names, known)
        telling = (
            pair.turned(ours, theirs) or pair.telling(stretches) or _signs(texts, known, stretches)
        )
        found.append(SentenceDifference(i, j, share, changes, telling))
    return tuple(found)


def _may_be_near(left: Side, right: Side, i: int, j: int) -> bool:
    """Whether so many words are in both, in any order; told without a diff."""
    ours, theirs = left.forms[i], right.forms[j]
    both = (Counter(ours) & Counter(theirs)).total()
    return both >= max(_LEAST, NEARLY * max(len(ours), len(theirs)))


class _Names:
    """The words that stand with a capital inside a sentence of either article, and nowhere
    without one."""

    def __init__(self, left: Side, right: Side) -> None:
        self._sides = left, right
        self._found: frozenset[str] | None = None

    def __contains__(self, word: str) -> bool:
        if self._found is None:
            self._found = self._read()
        return word in self._found

    def _read(self) -> frozenset[str]:
        capital: set[str] = set()
        small: set[str] = set()
        for side in self._sides:
            for sentence, surfaces, tokens in zip(
                side.sentences, side.surfaces, side.forms, strict=True
            ):
                raised = [surface[0].isupper() for surface in surfaces]
                small.update(w for w, up in zip(tokens, raised, strict=True) if not up)
                if sentence.role == "title" or sum(raised) > _SHOUTED * len(raised):
                    continue
                begins = [True, *(_ends(sentence.text, surface) for surface in surfaces)]
                capital.update(
                    w for w, up, first in zip(tokens, raised, begins, strict=False)
                    if up and not first
                )  # fmt: skip
        return frozenset(capital - small)


def _ends(text: str, surface: str) -> bool:
    """Whether a quotation or a clause with a capital may begin behind a word."""
    at = text.find(surface)
    behind = text[at + len(surface) : at + len(surface) + 3]
    return any(sign in behind for sign in '"“”:‘')


class _Pair:
    """Two sentences that are nearly one, with what is known of their words."""

    def __init__(
        self, texts: tuple[str, str], names: _Names, figures: Sequence[FigurePair]
    ) -> None:
        self.texts, self.names, self.figures = texts, names, figures

    def telling(self, changes: Sequence[Change]) -> tuple[TellingChange, ...]:
        """What the changes tell; nothing where one of them rewords more than that."""
        gone = Counter(t.stem for ours, _ in changes for t in ours)
        come = Counter(t.stem for _, theirs in changes for t in theirs)
        moved = {word for word in gone & come if word not in STOP}
        found: list[TellingChange] = []
        alone = 0
        reworded = False
        for ours, theirs in changes:
            kind = self._kind(ours, theirs, moved)
            if kind is not None:
                found.append(self._change(kind, ours, theirs))
                continue
            one, other = (_weighing(words, moved) for words in (ours, theirs))
            if one and other:
                reworded = reworded or not _is_spelling(one, other)
            else:
                alone += len(one) + len(other)
        if reworded or alone > _MORE:
            return tuple(one for one in found if one.kind == "negation")
        return tuple(found)

    def _kind(self, ours: Words, theirs: Words, moved: set[str]) -> DifferenceKind | None:
        if (
            _denied(ours, self.texts[0]) != _denied(theirs, self.texts[1])
            and max(len(ours), len(theirs)) <= _MORE
        ):
            return "negation"
        one, other = (
            [t for t in words if (t.stem not in moved and t.word not in STOP) or _is_day(t, text)]
            for words, text in zip((ours, theirs), self.texts, strict=True)
        )
        if not one or not other:
            return None
        if self._all_days(one, 0) and self._all_days(other, 1):
            return "day"
        numbers = _numbers(one), _numbers(other)
        if all(numbers) and numbers[0] != numbers[1] and not self._counted(one, other):
            return "number"
        units = [{_UNITS[t.word] for t in w if t.word in _UNITS} for w in (one, other)]
        if all(units) and units[0] != units[1] and len(one) == len(other) == 1:
            return "unit"
        verbs = [[t.word for t in w if t.word in REPORTING] for w in (one, other)]
        if all(verbs) and len(one) == len(other) == 1:
            (first,), (second,) = verbs
            plain = first in _PLAIN and second in _PLAIN
            return None if plain or stem(first) == stem(second) else "verb"
        return "name" if self._two_names(one, other) else None

    def _all_days(self, words: Words, side: int) -> bool:
        return all(_is_day(t, self.texts[side]) for t in words)

    def _counted(self, ours: Words, theirs: Words) -> bool:
        """Whether a pair of figures says already what became of these numbers."""
        return any(
            any(t.start >= 0 and self.texts[0][t.start : t.end] in f.left_text for t in ours)
            and any(self.texts[1][t.start : t.end] in f.right_text for t in theirs)
            for f in self.figures
        )

    def _two_names(self, ours: Words, theirs: Words) -> bool:
        """Whether both are names, nothing but names, and none is a form of the other."""
        one, other = (
            [t.word.strip(".") for t in words if t.word not in BEFORE] for words in (ours, theirs)
        )
        if not one or not other or not all(word in self.names for word in (*one, *other)):
            return False
        if any(set(one) <= alias and set(other) <= alias for alias in _ALIASES):
            return False
        if spelt_otherwise(one, other) or _initials(one, other) or _initials(other, one):
            return False
        return not any(a[:_OF_ONE] == b[:_OF_ONE] for a in one for b in other)

    def turned(self, ours: Words, theirs: Words) -> tuple[TellingChange, ...]:
        """Two words or phrases that stand in each other's place: who did it, and to whom."""
        phrases = exchanged([t.stem for t in ours], [t.stem for t in theirs])
        if phrases is not None:
            (a, b), (c, d) = phrases
            first, then, between = ours[a:b], theirs[a : a + d - c], ours[b:c]
            parts = (first, then, between)
            telling = all(any(t.word not in STOP for t in words) for words in parts)
            either_way = any(t.word in _EITHER_WAY for t in between)
            return (self._change("order", first, then),) if telling and not either_way else ()
        if len(ours) != len(theirs):
            return ()
        other = [
            (one, two)
            for one, two in zip(ours, theirs, strict=True)
            if one.stem != two.stem and not (one.word in STOP and two.word in STOP)
        ]
        if len(other) != 2 or any(one.word in STOP or two.word in STOP for one, two in other):
            return ()
        (one, two), (three, four) = other
        if (one.stem, two.stem) != (four.stem, three.stem):
            return ()
        return (self._change("order", (one,), (two,)),)

    def _change(self, kind: DifferenceKind, ours: Words, theirs: Words) -> TellingChange:
        return TellingChange(kind, _text(self.texts[0], ours), _text(self.texts[1], theirs))


Stretch = tuple[int, int]


def exchanged(ours: Sequence[str], theirs: Sequence[str]) -> tuple[Stretch, Stretch] | None:
    """Where two phrases stand in `ours` that stand in each other's place in `theirs`, with all else
    the same; None where it is not so.

    >>> exchanged("the port beat the old town".split(), "the old town beat the port".split())
    ((1, 2), (4, 6))
    """
    if len(ours) != len(theirs) or list(ours) == list(theirs):
        return None
    first = next(n for n, (a, b) in enumerate(zip(ours, theirs, strict=True)) if a != b)
    behind = zip(reversed(ours), reversed(theirs), strict=True)
    last = len(ours) - next(n for n, (a, b) in enumerate(behind) if a != b)
    for begin in range(first, max(-1, first - _PHRASE), -1):
        for end in range(last, min(len(ours), last + _PHRASE) + 1):
            one, other = ours[begin:end], theirs[begin:end]
            for size in range(1, min(_PHRASE, len(one) - 2) + 1):
                for more in range(1, min(_PHRASE, len(one) - size - 1) + 1):
                    if (
                        one[:size] == other[-size:]
                        and one[-more:] == other[:more]
                        and one[size:-more] == other[more:-size]
                    ):
                        return (begin, begin + size), (end - more, end)
    return None


def _text(text: str, words: Words) -> str:
    return text[words[0].start : words[-1].end] if words else ""


def _signs(
    texts: tuple[str, str], figures: Sequence[FigurePair], changes: Sequence[Change]
) -> tuple[TellingChange, ...]:
    """Another sign of a currency, where no word differs and no figures say so already."""
    if changes or any(f.relation == "differ" for f in figures):
        return ()
    ours, theirs = ([c for c in text if c in "$€£¥₹"] for text in texts)
    if not ours or len(ours) != len(theirs) or ours == theirs:
        return ()
    return (TellingChange("unit", " ".join(ours), " ".join(theirs)),)


def _weighing(words: Words, moved: set[str]) -> list[str]:
    """What stands in a change beside small words, titles, and words that only moved."""
    return [
        t.word
        for t in words
        if t.word not in STOP and t.word not in BEFORE and t.stem not in moved
        and t.word not in _PLAIN
    ]  # fmt: skip


def _is_spelling(one: list[str], other: list[str]) -> bool:
    numbers = [[_VALUES.get(word, word) for word in words] for words in (one, other)]
    return numbers[0] == numbers[1] or spelt_otherwise(one, other)


def _denied(words: Words, text: str) -> int:
    return sum(denies(t.word) and not _answers(t, text) for t in words) % 2


def _answers(word: Token, text: str) -> bool:
    """Whether a "no" only answers, and denies nothing of what comes: "So no, he was not there"."""
    return word.word == "no" and text[word.end : word.end + 1] == ","


def _is_day(token: Token, text: str) -> bool:
    return token.word in DAYS and (
        token.word not in _MAY or text[token.start : token.start + 1].isupper()
    )


def _numbers(words: Words) -> list[str]:
    """The numbers of a change in digits; none where something else stands there too."""
    found = [
        _VALUES.get(t.word, t.stem) for t in words if t.word[0].isdigit() or t.word in _NUMBERS
    ]
    return found if len(found) == len(words) else []


def _initials(short: list[str], long: list[str]) -> bool:
    return len(short) == 1 and short[0].replace(".", "") == "".join(word[0] for word in long)
