"""Votes, odds, scores and ratios: a number that may have a partner comes in, the pair goes out.

"52-48" and "five votes to two" are votes, "one in five" is a chance; "won 3-0" and "an 18:9
screen" are one figure each, without a value.
"""

from __future__ import annotations

import re

from corpus.article import Figure, FigureKind
from corpus.figures.about import following
from corpus.figures.before import preceding
from corpus.figures.numbers import Number, digits, hedged, spelled
from corpus.figures.place import UNIT
from corpus.figures.quakes import Quakes

_SCORE = re.compile(
    r"(\d{1,3})(?:\s?[-–]\s?|(?P<ratio>:))(\d{1,3})(?P<more>(?:\s?[-–]\s?|:)\d{1,3})?(?![\w%.:]*\d)"
)
_TO = re.compile(r"(\d{1,3}(?:,\d{3})*) (?:votes )?to (\d{1,3}(?:,\d{3})*)\b")
_SHARES = re.compile(r"(\d{1,2})-to-(\d{1,2})(?:[ -]per ?cent\b|%)")
_VOTE = re.compile(
    r"\b(?:vot(?:e|ed|es|ing)|approv(?:ed|al)|pass(?:ed|age)|ruled|ruling|Senate|House|decision|"
    r"majority|ballot|parliament|decided|rejected|confirmed|split|court|Court|council|[Cc]ommittee)\b"
)
_ELECTED = re.compile(
    r"\b(?:election|primary|poll(?:s|ed|sters?)?|survey|electoral|electors|voters|Democrats?|"
    r"Republicans?|Democratic|Republican|GOP|Labour|Tory|incumbent|referendum|filibuster)"
    r"\b|\b(?:Sen|Rep)\. "
)
_VOTE_OF = re.compile(r"\bvotes?(?: of|,|:| was| is)? $|\bvoted $")
_VOTES_BEHIND = re.compile(
    r"[ -](?:[a-z]+[ -]){0,2}?(?:votes?|ruling|rulings|decisions?|opinion|judg(?:e)?ment|majority|"
    r"filibuster|party-line|partisan|landslide)\b| along party lines\b"
)
_SPORT = re.compile(
    r"\b(?:games?|match|goals?|team|seasons?|series|cup|Cup|play-?offs?|finals|Bowl|league|League|coach|"
    r"[Pp]layers?|innings?|tournament|championship|half-?time|quarter|[Rr]ecord|standings|coaching|Coach|quarterback|pitcher|NBA|NFL|NHL|"
    r"MLB|FC|beat|stadium)\b"
)
_PLAYED = re.compile(
    r"\b(?:won|win|beat|beating|lost|loss|victory|defeat|defeated|score|draw|lead|"
    r"match|game|record|series|led|season)\b"
)
_OF_GAMES = re.compile(r" (?:overall |regular[ -]season |career )?(?:record|mark|start|finish)\b")
_WENT = re.compile(
    r"\b(?:went|go|going|gone|was|were|is|are|been|career|starting|started|finished|finishing) $"
)
_RECORD_OF = re.compile(r"\b(?:[A-Z][\w’'.]+|players) \($")
_VOTES_TO = re.compile(r" (?:votes?|ballots?) (?:to|against) ")
_JUDGED = re.compile(  # of three judges two: no ratio
    r"[ -](?:[a-z]+[ -]){0,2}?(?:votes?|ruling|rulings|decisions?|opinion|judg(?:e)?ment|tie)\b"
)
_OF_A_BOOK = re.compile(r"\b[A-Z][a-z]+ $")
_ODDS_BEFORE = re.compile(r"\b(?:[Oo]dds|chances?|favou?rites?|shot|bet)\b[^.]{0,30}$")
_ODDS = re.compile(
    r"\s(?:in|out of)\s(?=\d|two|three|four|five|six|seven|eight|nine|ten|twenty|ever)"
)
_AGES = (" ages ", "(ages ", " aged ", "(aged ", " age ")  # "voters ages 18 to 29" are no votes
_TO_ONE = re.compile(r"[- ]to[- ](?:one|1)\b(?![.,]\d)|[-–/:]1\b(?!\d)")


class Pairs(Quakes):
    """Reads the numbers of one text that belong together by two."""

    def _pairs(self, number: Number, before: str) -> tuple[Figure | None, int] | None:
        """Votes, odds and scores: two numbers that belong together."""
        text, at = self.text, number.start
        if text.startswith("-to-", number.end):
            told = self._shares(at) or self._sides(number)
            if told is not None:
                return told
        strength = self._strength(number) if "agnitude" in before or "easur" in before else None
        if strength is not None:
            return strength
        odds = self._odds(number)
        if odds is not None:
            return odds
        votes = self._votes(number)
        if votes is not None:
            return votes
        if before.endswith(_AGES):
            return None
        match = _SCORE.match(text, at)
        if match is not None and self._is_record(match, before):
            record = Number(at, match.end(), None)
            return self._figure(at, match.end(), record, None, "measure", "score"), match.end()
        if match is None:
            match = _TO.match(text, at)
            if match is not None and (
                _VOTE.search(text, max(0, at - 60), at) is None or before.endswith("from ")
            ):
                match = None
        if match is None:
            return None
        ratio = match.re is _SCORE and match["ratio"] is not None
        second_at = 3 if match.re is _SCORE else 2
        first, second = (int(match[n].replace(",", "")) for n in (1, second_at))
        around = text[max(0, at - 70) : match.end() + 40]
        unit = UNIT.match(text, match.end())
        counted = unit is not None or following(text, match.end()) is not None
        end, what = match.end(), "votes"
        if unit is not None and unit["percent"] and first >= second and first + second <= 100:
            end, what, unit = unit.end(), "%", None  # "leads 48-40 percent"
        voted = _VOTE_OF.search(before) or _VOTES_BEHIND.match(text, match.end())
        if not (ratio or voted) and first < second and counted:
            return None
        played = _PLAYED.search(around) is not None
        if ratio and not (voted or played) and _OF_A_BOOK.search(before) is not None:
            return None, match.end()  # "Matthew 5:9"
        chosen = _VOTE.search(around) or (
            _ELECTED.search(around) and _ahead(first, second) and not ratio
        )
        if voted or (chosen and not _SPORT.search(around) and first + second >= 3):
            sides = sorted((float(first), float(second)))
            pair = Number(at, end, None, sides[0], sides[1])
            return self._figure(at, end, pair, None, "vote", what), end
        if not ratio and first < second and first + 40 > second and not played:
            return None
        if unit is not None or text[match.start() : match.end()].count(" ") > 1:
            return None
        if match.re is _TO or match["more"] or not (ratio or played):
            return None, match.end()
        about = following(text, match.end(), single=True) if ratio else None
        if about is None and ratio:
            about = preceding(text, at)
        pair = Number(at, match.end(), None)
        what = "score" if played else "ratio"
        return self._figure(at, match.end(), pair, None, "measure", what, about), match.end()

    def _shares(self, at: int) -> tuple[Figure | None, int] | None:
        """ "a 48-to-44 percent lead" is that of two sides, "40-to-45 percent of voters" a range."""
        found = _SHARES.match(self.text, at)
        if found is None:
            return None
        first, second, end = float(found[1]), float(found[2]), found.end()
        kind: FigureKind = "vote" if first > second and first + second <= 100 else "percent"
        pair = Number(at, end, None, min(first, second), max(first, second))
        about = following(self.text, end)
        return self._figure(at, end, pair, None, kind, "%", about), end

    def _is_record(self, match: re.Match[str], before: str) -> bool:
        """Whether games won, lost and drawn are told: "a 7-8-1 record", "they went 9-3"."""
        text, end = self.text, match.end()
        if match["ratio"] or UNIT.match(text, end) is not None:
            return False
        if _OF_GAMES.match(text, end) is not None:
            return True
        told = match["more"] or _WENT.search(before) is not None
        told = told or (text.startswith(")", end) and _RECORD_OF.search(before) is not None)
        if not told or _VOTE_OF.search(before) or _VOTES_BEHIND.match(text, end):
            return False
        return _SPORT.search(text, max(0, match.start() - 90), end + 90) is not None

    def _votes(self, number: Number) -> tuple[Figure | None, int] | None:
        """ "five votes to two": two sides of one vote."""
        if self.text.startswith(("-to-", " to "), number.end) and number.spelled:
            return self._sides(number)
        voted = self.text.startswith((" vote", " ballot"), number.end)
        match = _VOTES_TO.match(self.text, number.end) if voted else None
        if match is None or number.value is None or number.low is not None:
            return None
        at = match.end()
        text = self.text
        other = digits(text, at) if text[at : at + 1].isdigit() else spelled(text, at)
        if other is None or other.value is None:
            return None
        sides = sorted((number.value, other.value))
        pair = Number(number.start, other.end, None, sides[0], sides[1])
        return self._figure(number.start, other.end, pair, None, "vote", "votes"), other.end

    def _sides(self, number: Number) -> tuple[Figure | None, int] | None:
        """ "a 5-to-4 ruling", "voted five to four": two sides of one vote, behind or before it."""
        text, at = self.text, number.end + 4
        if number.value is None or number.low is not None or not text[at : at + 1].isalnum():
            return None
        other = digits(text, at) if text[at].isdigit() else spelled(text, at)
        if other is None or other.value is None or UNIT.match(text, other.end) is not None:
            return None
        sides = sorted((number.value, other.value))
        behind = (_JUDGED if sides[0] == 1 else _VOTES_BEHIND).match(text, other.end)
        if behind is None and (
            number.value <= other.value
            or following(text, other.end) is not None
            or not _VOTE_OF.search(text, max(0, number.start - 26), number.start)
        ):
            return None
        pair = Number(number.start, other.end, None, sides[0], sides[1])
        return self._figure(number.start, other.end, pair, None, "vote", "votes"), other.end

    def _odds(self, number: Number) -> tuple[Figure | None, int] | None:
        text = self.text
        value = number.value
        if value is None or value > 1000 or number.scaled:
            return None
        one = text.startswith(("to", "1"), number.end + 1)
        match = _TO_ONE.match(text, number.end) if one else None
        if match is not None and value > 1 and self._bets(match):
            ratio = Number(number.start, match.end(), round(1 / (value + 1), 4))
            return self._figure(number.start, match.end(), ratio, None, "odds", None), match.end()
        within = text.startswith(("in", "out of"), number.end + 1)
        match = _ODDS.match(text, number.end) if within else None
        if match is None:
            return None
        at = match.end()
        if text.startswith("every ", at):
            at += 6
        other = digits(text, at) if text[at : at + 1].isdigit() else spelled(text, at)
        if other is None or not other.value or other.value <= value:
            return None
        if (other.plain and other.value >= 1900) or UNIT.match(text, other.end) is not None:
            return None
        share = Number(number.start, other.end, round(value / other.value, 6))
        about = following(text, other.end)
        _, hedge, _ = hedged(text, Number(number.start, number.end, value))
        return (
            self._figure(number.start, other.end, share, hedge, "odds", None, about),
            other.end,
        )

    def _bets(self, match: re.Match[str]) -> bool:
        """Whether a number "to one" is a chance and no score or vote: "100-to-1", "odds of 5-1"."""
        text, joint = self.text, match[0]
        if joint[0] not in "-–:" or joint.startswith(("-to", "–to")):
            return True
        if _ODDS_BEFORE.search(text, max(0, match.start() - 50), match.start()) is not None:
            return True
        around = text[max(0, match.start() - 70) : match.end() + 40]
        return joint[0] == ":" and _PLAYED.search(around) is None and _VOTE.search(around) is None


def _ahead(first: int, second: int) -> bool:
    """Whether two numbers are those of one who leads, or of a tie: "50-50" is said of anything."""
    return first >= second and (first, second) != (50, 50)
