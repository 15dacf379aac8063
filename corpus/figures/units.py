"""Numbers with what stands behind them: a number comes in, a figure of some kind goes out.

The unit decides the kind: money, percent, age, duration, measure; without one it is a count,
unless the number is part of a name.
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.article import Figure, FigureKind
from corpus.figures.about import following
from corpus.figures.ages import age_of
from corpus.figures.before import among, answered, preceding
from corpus.figures.carried import of_which
from corpus.figures.money import Money
from corpus.figures.named import LEADING, SENTENCE_WORDS, in_name, is_programme
from corpus.figures.nouns import head_word, plural
from corpus.figures.numbers import Number, digits, hedged, lasts, spelled
from corpus.figures.place import UNIT
from corpus.figures.rows import takes_sign, told_of
from corpus.figures.words import CURRENCIES, DURATIONS, MEASURES, PER

_OR_PERCENT = re.compile(r" (?:or|to|and) (?:\w+ )?\d[\d.]*(?:%| per ?cent)")
_AGE_BEFORE = re.compile(r"\b(?:[Aa]ged?|AGE):? $")
_OR_OLDER = re.compile(r" (?:or|and) (?:older|over|younger|under|up)\b")
_PERSON_BEFORE = re.compile(
    r"\b(?P<np>person|people|adults?|wom[ae]n|m[ae]n|patients?|residents?|voters?|children|child|"
    r"anyone|those|students?|workers?|citizens?) $"
)
_TIMES_OF_DAY = frozenset({"morning", "afternoon", "evening", "night", "weekend"})
_HANGING = re.compile(r"- (?:and|or|to) [a-z\d]+(?=-[a-z])")
_ADDRESS = re.compile(
    r" (?:[A-Z][\w.’'-]+ ){1,4}(?:Streets?|St|Avenue|Ave|Boulevard|Blvd|Road|Rd|Drive|Lane|Highway|"
    r"Terrace|Parkway)\b"
)
_MOVED = re.compile(
    r"\b(?:up|down|by|fell|rose|dropped|gained|lost|shed|jumped|added|slid|climbed|retreated|"
    r"declined|slipped|sank|tumbled|plunged|surged|soared|advanced|eased|rallied|falling|rising|"
    r"dropping|losing|gaining|shedding|adding)"
    r"(?: (?:about|almost|nearly|over|more than|some|around))? $"
)
_WHERE = re.compile(r"\b(?:In|At|On|Since|Of|Within|During)\s[^,;.]{2,40},\s$")
_BEFELL = re.compile(r" (?:have|had|has|were|was|are) (?:been |also )?[a-z]+(?:ed|rt|wn|en|st)\b")
_IN_YEAR = re.compile(r" in (?:1[89]|20)\d\d\b")
_TO_ANOTHER = re.compile(
    r" to (?:(?:more|less|fewer) than |about |nearly |almost |over )?\d[\d,.]*"
    r"(?: (?:hundred|thousand|[mb]illion))?(?= (?!hundred|thousand|[mb]illion)[a-z])(?<!\d[.,])"
)
_TO_PERCENT = re.compile(r" to \d[\d.]*(?:%| per ?cent\b)")
_REACHING = re.compile(r"-(?:deep|long|high|tall|wide|thick)(?= )")
_MAGNITUDE = re.compile(r"[ -]magnitude\b")
_NAMED_IS = re.compile(
    r"(?P<np>(?!(?:He|She|It|They|The|I|You|We|This|That|Who) )"
    r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3})"
    r" (?:is|was|will be|turned)(?: (?:now|just|only|about|nearly|almost))? $"
)
_FACTOR = re.compile(r"\ba factor of (?:about |almost |nearly )?$")
_OF_MONEY = re.compile(r" of (dollar|euro|pound|ruble|rupee|peso)s\b")
_OF_UNITS = re.compile(  # "thousands of miles"
    r" (?:square |cubic )?(?:miles|(?:kilo)?met(?:er|re)s|feet|yards|acres|tons|tonnes|gallons"
    r"|barrels|pounds|seconds|minutes|hours|days|weeks|months|years|decades|centuries)\b"
)
_HYPHENED = re.compile(r"-([a-z]{3,})\b")
_OF_TIME = re.compile(r"\s(ago|earlier|from now|later|old)\b")
_PERCENT_TO = re.compile(r" to (\d{1,2}(?:\.\d+)?)\b(?!%|,\d|\s?per)")
_PER = re.compile(rf" (per|an?) (?:square |cubic )?(?P<unit>{'|'.join(sorted(PER, key=len))})\b")
_FINER = {
    "m": ("cm", 100), "ft": ("in", 12), "hour": ("minute", 60), "minute": ("second", 60),
    "year": ("month", 12), "kg": ("g", 1000), "lb": ("oz", 16), "km": ("m", 1000),
}  # fmt: skip
_AND_FINER = re.compile(r"(?:,? and|,)? (?=[a-z\d])")
_MULTIPLIED = re.compile(
    r" (?:(?P<noun>the|its|his|her|their|that of|as many|as much|more)(?= )|what|as\b|that\b|"
    r"(?:high|larg|bigg|fast|strong|great|small|low)er\b)"
)
_NOT_BEFORE = frozenset("day week month chapter part phase page act round one number".split())


class Units(Money):
    """Reads the numbers of one text by their units."""

    def _measured(self, number: Number, before: str, reached: int) -> tuple[Figure | None, int]:
        """A number by the unit behind it; without one a count, unless it is part of a name."""
        text = self.text
        number, hedge, _ = hedged(text, number)
        if hedge is not None and " or" in text[number.end : number.end + 3]:
            tail = re.compile(r" or (?:more|so|fewer|less)\b").match(text, number.end)
            unit_at = tail.end() if tail is not None else number.end
        else:
            unit_at = number.end
        of_money = _OF_MONEY.match(text, unit_at) if number.value is None else None
        if of_money is not None:
            code = CURRENCIES[of_money[1]]
            about = self._bought(of_money.end())
            if about is None and text.startswith(" of ", of_money.end()):
                about = following(text, of_money.end())
            return self._figure(
                number.start, of_money.end(), number, hedge, "money", code, about
            ), of_money.end()
        quake = text.startswith("magnitude", unit_at + 1)
        magnitude = _MAGNITUDE.match(text, unit_at) if quake else None
        if magnitude is not None:
            about = following(text, magnitude.end())
            return self._figure(
                number.start, number.end, number, hedge, "measure", "magnitude", about
            ), number.end
        if text.startswith("-", unit_at):
            hyphened = _HYPHENED.match(text, unit_at)
            if hyphened is not None and UNIT.match(text, unit_at) is None:
                return (
                    self._figure(
                        number.start, number.end, number, hedge, "count", None, hyphened[1]
                    ),
                    hyphened.end(),
                )
        if text.startswith("/ ", number.end) and number.plain:
            return None, number.end  # "3/ And then", a post in a row
        to = number.low is None and text.startswith(" to ", number.end)
        falling = _TO_PERCENT.match(text, number.end) if to else None
        if falling is not None and number.value is not None:
            about = following(text, falling.end()) or preceding(text, number.start)
            return self._figure(
                number.start, number.end, number, hedge, "percent", "%", about
            ), number.end
        share = number.value is not None and number.value <= 100 and not number.spelled
        if share and not number.scaled and takes_sign(text, number.start, number.end):
            about = told_of(text, number.start, number.end)
            return self._figure(
                number.start, number.end, number, hedge, "percent", "%", about
            ), number.end
        hanging = _HANGING.match(text, unit_at) if text.startswith("- ", unit_at) else None
        unit = UNIT.match(text, hanging.end() if hanging is not None else unit_at)
        if number.value is None and text.startswith(" of ", unit_at) and text[unit_at - 1] == "s":
            unit = _OF_UNITS.match(text, unit_at + 3) and UNIT.match(text, unit_at + 3)
        if hanging is not None and unit is not None and unit["duration"]:
            name = DURATIONS[unit["duration"].strip(" -").lower().rstrip("s")]
            about = following(text, unit.end())
            return self._figure(
                number.start, number.end, number, hedge, "duration", name, about
            ), number.end
        if unit is None and _FACTOR.search(before) is not None:
            return self._figure(
                number.start, number.end, number, hedge, "measure", "times"
            ), number.end
        if unit is not None:
            found = self._with_unit(number, hedge, unit, before)
            if found is not None:
                return found
        of_whom = age_of(text, number, before)
        if of_whom is not None:
            start, end = number.start, number.end
            return self._figure(start, end, number, hedge, "age", "year", of_whom), end
        if text.startswith(" times", unit_at) and number.value is not None:
            times = self._times(number, unit_at + 6, hedge)
            if times is not None:
                return times, times.end
        if text.startswith(" points", unit_at) and _MOVED.search(before) is not None:
            about, end = preceding(text, number.start), unit_at + 7
            return self._figure(number.start, end, number, hedge, "measure", "point", about), end
        about = of_which(text, number.start, unit_at)
        if about is None:
            about = following(text, unit_at, single=number.value == 1)
        if number.plain and _ADDRESS.match(text, number.end) is not None:
            return None, number.end
        if number.value == 911 and number.plain:
            return None, number.end
        if hedge is None and in_name(text, number, before, about):
            return None, number.end
        if is_programme(text, number, about) and self.within != "title":
            return None, number.end
        if about is None and before.endswith(("from ", "From ")):
            further = _TO_ANOTHER.match(text, unit_at)
            about = following(text, further.end()) if further is not None else None
        if about is None:
            about = preceding(text, number.start)
            if about is None and not self._stands(number, before, hedge):
                return None, number.end
        kind: FigureKind = "count"
        if about is not None and about.split(None, 1)[0] in ("votes", "vote"):
            kind = "vote"
        return self._figure(number.start, number.end, number, hedge, kind, None, about), number.end

    def _with_unit(
        self, number: Number, hedge: str | None, unit: re.Match[str], before: str
    ) -> tuple[Figure | None, int] | None:
        text, start, end = self.text, number.start, unit.end()
        if unit["percent"]:
            points = unit["points"] or unit["points2"]
            of_these = told_of(text, start, end) or among(text, start)
            if of_these is not None and not text.startswith(" of ", end):
                about = of_these
            elif answered(text, end):
                about = None
            else:
                about = following(text, end)
                second = _OR_PERCENT.match(text, end) if about is None else None
                if second is not None:  # "3% or 4% of counties"
                    about = following(text, second.end())
                if about is None:
                    about = of_these or preceding(text, start)
            tail = _PERCENT_TO.match(text, end)
            if (
                tail is not None
                and number.value is not None
                and number.value + float(tail[1]) == 100
            ):
                share = Number(
                    start,
                    tail.end(),
                    None,
                    min(number.value, float(tail[1])),
                    max(number.value, float(tail[1])),
                )
                return self._figure(start, share.end, share, hedge, "vote", "%", about), share.end
            return (
                self._figure(
                    start, end, number, hedge, "percent", "points" if points else "%", about
                ),
                end,
            )
        if unit["old"]:
            name = re.findall(r"year|month|week|day", unit["old"])[0]
            about = following(text, end)
            if about is not None and about.split()[0] in ("and", "or"):
                about = None
            if about is None and " old" in unit["old"]:
                told = _NAMED_IS.search(text, max(0, start - 70), start)
                about = age_of(text, number, before) or (told["np"] if told is not None else None)
            return self._figure(start, end, number, hedge, "age", name, about), end
        if unit["currency"]:
            name = unit["currency"].split()[-1].lower()
            name = "pound" if "sterling" in name else name
            code = CURRENCIES.get(name) or CURRENCIES.get(name.rstrip("s")) or name.upper()
            if "Canadian" in unit["currency"]:
                code = "CAD"
            elif "Australian" in unit["currency"]:
                code = "AUD"
            about = self._bought(end)
            if about is None and text.startswith(" of ", end):
                about = following(text, end)
            about = about or preceding(text, start)
            return self._figure(start, end, number, hedge, "money", code, about), end
        if unit["duration"]:
            return self._duration(number, hedge, unit)
        return self._measure(number, hedge, unit)

    def _duration(
        self, number: Number, hedge: str | None, unit: re.Match[str]
    ) -> tuple[Figure | None, int] | None:
        text, start, end = self.text, number.start, unit.end()
        word = unit["duration"].strip(" -\u00a0").lower()
        if word in _TIMES_OF_DAY and unit["duration"][0] == " " and number.value != 1:
            return None  # "22 evening stories"
        name = DURATIONS.get(word) or DURATIONS.get(word.rstrip("s")) or word
        if name == "century" and word == "centuries":
            name = "century"
        tail = _OF_TIME.match(text, end)
        if tail is not None and tail[1] == "ago":
            if number.value is None or hedge is not None:
                figure = self._figure(start, tail.end(), number, hedge, "date", name, sure=False)
                return figure, tail.end()
            return self._ago(start, tail.end(), number.value, name), tail.end()
        if tail is not None and tail[1] == "old" and name in ("year", "month", "week", "day"):
            return self._figure(start, tail.end(), number, hedge, "age", name), tail.end()
        if hedge == "over" and lasts(text, start, end):
            number, hedge = replace(number, low=None), None
        number, end = self._finer(number, name, end)
        about = None
        if name in ("year", "month", "week", "day"):
            whose = _PERSON_BEFORE.search(text, max(0, start - 14), start)
            older = whose is not None and _OR_OLDER.match(text, end) is not None
            if older or _AGE_BEFORE.search(text, max(0, start - 6), start) is not None:
                about = whose["np"] if whose is not None and whose["np"] != "those" else None
                return self._figure(start, end, number, hedge, "age", name, about), end
        if text.startswith((" in prison", " in jail"), end):
            about = text[end + 4 : end + 10].strip()
        elif text.startswith(" of ", end):
            about = following(text, end)
            if about is not None and head_word(about).rstrip("s") in DURATIONS:
                about = None  # "the first two months of this year"
        elif unit["duration"].startswith("-") or text.startswith(("’ ", "' "), end):
            owned = end + (1 if text[end : end + 1] in "’'" else 0)
            about = following(text, owned + 6 if text.startswith(" worth of ", owned) else owned)
        else:
            about = preceding(text, start, of_only=True)
        return self._figure(start, end, number, hedge, "duration", name, about), end

    def _finer(self, number: Number, name: str, end: int) -> tuple[Number, int]:
        """A measure with its finer part added: "two metres and ten centimetres"."""
        finer = _FINER.get(name)
        joined = _AND_FINER.match(self.text, end) if finer is not None else None
        if finer is None or joined is None or number.value is None:
            return number, end
        at = joined.end()
        part = digits(self.text, at) if self.text[at : at + 1].isdigit() else spelled(self.text, at)
        if part is None or part.value is None:
            return number, end
        unit = UNIT.match(self.text, part.end)
        if unit is None or not (unit["duration"] or unit["measure"]):
            return number, end
        word = (unit["duration"] or unit["measure"]).strip(" -")
        known = MEASURES.get(word) or DURATIONS.get(word) or MEASURES.get(word.rstrip("s"))
        if (known or DURATIONS.get(word.rstrip("s"))) != finer[0]:
            return number, end
        whole = replace(number, value=round(number.value + part.value / finer[1], 4))
        return whole, unit.end()

    def _measure(
        self, number: Number, hedge: str | None, unit: re.Match[str]
    ) -> tuple[Figure | None, int] | None:
        text, start, end = self.text, number.start, unit.end()
        words = unit["measure"].replace("-", " ").split()
        if not words:
            return None
        if words[0] == "basis":
            about = preceding(text, start)
            return self._figure(start, end, number, hedge, "measure", "basis point", about), end
        last = words[-1]
        name = MEASURES.get(last) or MEASURES.get(last.rstrip("s")) or MEASURES.get(last.lower())
        if name is None:
            return None
        if last == "m" and unit["measure"].startswith("m"):
            following_noun = following(text, end)
            head = following_noun.split(" of ")[0].split() if following_noun is not None else []
            if head and plural(head[-1]):  # "2.5m people" are millions
                scale = Number(
                    start,
                    end,
                    number.value * 1e6 if number.value is not None else None,
                    number.low * 1e6 if number.low is not None else None,
                    number.high * 1e6 if number.high is not None else None,
                )
                return self._figure(start, end, scale, hedge, "count", None, following_noun), end
        if last in ("pound", "pounds") and number.scaled:
            return self._figure(start, end, number, hedge, "money", "GBP", None), end
        if words[0] == "nautical":
            name = "nmi"
        elif words[0] in ("square", "sq", "sq."):
            name += "²"
        elif words[0] == "cubic":
            name += "³"
        if name == "°":
            scale_name = re.compile(r"\s(Celsius|Fahrenheit|C|F)\b").match(text, end)
            if scale_name is not None:
                name, end = "°" + scale_name[1][0], scale_name.end()
        number, end = self._finer(number, name, end)
        per = _PER.match(text, end)
        if per is not None and (per[1] == "per" or per["unit"] == "hour"):
            name, end = f"{name}/{PER[per['unit']]}", per.end()
        about = None
        if text.startswith(" of ", end) or unit["measure"].startswith("-"):
            reach = _REACHING.match(text, end)  # "a 130-foot-deep shaft"
            about = following(text, reach.end() if reach is not None else end)
        if about is None:
            about = preceding(text, start)
        return self._figure(start, end, number, hedge, "measure", name, about), end

    def _stands(self, number: Number, before: str, hedge: str | None) -> bool:
        """Whether a number without a noun is still a figure: not bare digits in a list."""
        if hedge is not None or number.scaled or number.low is not None:
            return True
        if self.text.startswith((" of which", " of whom", " of them"), number.end):
            return True
        befell = before.endswith(", ") and _BEFELL.match(self.text, number.end) is not None
        if befell and _WHERE.search(self.text, max(0, number.start - 60), number.start):
            return True  # "In Aldmere, 200 have been hurt"
        if before.endswith(", ") and _IN_YEAR.match(self.text, number.end) is not None:
            return True  # "658 murders in 2017, 567 in 2018"
        after = self.text[number.end : number.end + 2]
        runs_on = len(after) == 2 and after[0] == " " and after[1].islower()
        if number.spelled and before.endswith("; "):
            return True
        if not number.plain and not number.spelled and "," in self.text[number.start : number.end]:
            return True
        if not before.strip() or before.endswith((": ", "; ", '"', "“")):
            return runs_on
        if self._opens_sentence(number.start):
            return runs_on
        lead = LEADING.search(before) if before[-1:].isspace() else None
        if number.spelled and (lead is None or lead["word"].lower() not in _NOT_BEFORE):
            return True
        return lead is not None and (
            lead["word"][0].islower() or lead["word"].lower() in SENTENCE_WORDS
        )

    def _times(self, number: Number, end: int, hedge: str | None) -> Figure | None:
        """ "three times the limit" multiplies; "three times" alone counts."""
        match = _MULTIPLIED.match(self.text, end)
        if match is not None:
            about = None
            if match["noun"]:
                about = following(self.text, match.end())
            return self._figure(number.start, end, number, hedge, "measure", "times", about)
        if end == number.end:
            return self._figure(number.start, end, number, hedge, "count", None)
        return None
