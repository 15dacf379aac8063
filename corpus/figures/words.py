"""The words that figures are told by: numerals, scales, currencies, units, months and days.

Tables only, and the patterns that decide where a figure may begin with one of them.
"""

from __future__ import annotations

import re

from corpus import words

ONES = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "dozen": 12.0,
}  # fmt: skip
SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mm": 1e6, "bn": 1e9, "b": 1e9,
                "tn": 1e12, "t": 1e12, "trn": 1e12, "K": 1e3, "M": 1e6, "B": 1e9}  # fmt: skip
VAGUE = {
    "dozens": 24.0, "scores": 40.0, "hundreds": 200.0, "thousands": 2000.0,
    "millions": 2e6, "billions": 2e9, "trillions": 2e12,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20,
}  # fmt: skip
FRACTIONS = {
    "half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5,
    "sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10,
    "fourth": 4, "fourths": 4, "seventh": 7, "sevenths": 7, "ninth": 9, "ninths": 9,
}  # fmt: skip
MONTHS = {
    form: number
    for number, month in enumerate(words.MONTHS, 1)
    for form in (month, *words.SHORT_MONTHS.get(month, ()))
}
WEEKDAYS = {name: number for number, name in enumerate(words.WEEKDAYS)}
SYMBOLS = {"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₪": "ILS",
           "₩": "KRW", "₺": "TRY", "₴": "UAH", "₦": "NGN"}  # fmt: skip
DOLLARS = {"US": "USD", "U.S.": "USD", "A": "AUD", "AU": "AUD", "C": "CAD", "CA": "CAD",
           "NZ": "NZD", "HK": "HKD", "S": "SGD", "R": "BRL", "NT": "TWD", "CDN": "CAD",
           "Can": "CAD"}  # fmt: skip
CODES = frozenset(
    ["USD", "EUR", "GBP", "JPY", "CNY", "RMB", "CHF", "AUD", "CAD", "RUB", "INR", "Rs", "Rs.",
     "SEK", "NOK", "DKK", "TRY"]
)  # fmt: skip
CODED = {"RMB": "CNY", "Rs": "INR", "Rs.": "INR", "RM": "MYR", "Rp": "IDR", "R": "ZAR",
         "Tk": "BDT", "Fr": "CHF", "SFr": "CHF", "KSh": "KES", "Ksh": "KES", "N": "NGN",
         "Cr": "crown", "US": "USD"}  # fmt: skip
CURRENCIES = {
    "dollar": "USD", "euro": "EUR", "pound": "GBP", "cent": "cent", "yuan": "CNY",
    "renminbi": "CNY", "yen": "JPY", "ruble": "RUB", "rouble": "RUB", "rupee": "INR",
    "franc": "CHF", "lira": "TRY", "krona": "SEK", "kronor": "SEK", "kroner": "DKK",
    "shekel": "ILS", "peso": "peso", "riyal": "SAR", "dinar": "dinar", "won": "KRW",
    "buck": "USD", "rand": "ZAR", "baht": "THB", "naira": "NGN", "hryvnia": "UAH",
    "real": "BRL", "reais": "BRL", "zloty": "PLN", "forint": "HUF", "dirham": "AED",
    "dirhams": "AED", "rial": "IRR", "rials": "IRR", "penny": "penny", "pence": "penny",
    "crown": "crown", "ringgit": "MYR", "rupiah": "IDR", "koruna": "CZK", "koruny": "CZK",
    "lei": "RON", "lev": "BGN", "leva": "BGN", "tenge": "KZT", "birr": "ETB", "taka": "BDT",
    "cedi": "GHS", "kwacha": "ZMW", "drachma": "drachma", "guilder": "guilder",
    "peseta": "peseta", "shilling": "shilling", "mark": "DEM", "bolivar": "VES",
}  # fmt: skip
DURATIONS = {
    "second": "second", "sec": "second", "minute": "minute", "min": "minute", "mins": "minute",
    "hour": "hour", "hr": "hour", "day": "day", "night": "night", "week": "week",
    "morning": "morning", "afternoon": "afternoon", "evening": "evening",
    "weekend": "weekend", "fortnight": "fortnight", "month": "month", "year": "year",
    "yr": "year", "decade": "decade", "century": "century", "centurie": "century",
}  # fmt: skip
MEASURES = {
    "km": "km",
    "kilometer": "km",
    "kilometre": "km",
    "mile": "mile",
    "meter": "m",
    "metre": "m",
    "m": "m",
    "cm": "cm",
    "centimeter": "cm",
    "centimetre": "cm",
    "mm": "mm",
    "millimeter": "mm",
    "millimetre": "mm",
    "foot": "ft",
    "feet": "ft",
    "ft": "ft",
    "inch": "in",
    "inche": "in",
    "yard": "yd",
    "tonne": "t",
    "ton": "ton",
    "kg": "kg",
    "kilogram": "kg",
    "kilo": "kg",
    "gram": "g",
    "milligram": "mg",
    "mg": "mg",
    "pound": "lb",
    "lb": "lb",
    "ounce": "oz",
    "liter": "l",
    "litre": "l",
    "gallon": "gal",
    "barrel": "bbl",
    "acre": "acre",
    "hectare": "ha",
    "mph": "mph",
    "kph": "km/h",
    "km/h": "km/h",
    "knot": "knot",
    "°C": "°C",
    "°F": "°F",
    "°": "°",
    "degree": "°",
    "megawatt": "MW",
    "MW": "MW",
    "gigawatt": "GW",
    "GW": "GW",
    "kWh": "kWh",
    "kilowatt": "kW",
    "GB": "GB",
    "MB": "MB",
    "TB": "TB",
    "gigabyte": "GB",
    "terabyte": "TB",
    "megabyte": "MB",
    "Hz": "Hz",
    "volt": "V",
    "watt": "W",
    "bushel": "bu",
    "calorie": "cal",
    "kiloton": "kt",
    "megaton": "Mt",
    "square": "",
    "microgram": "µg",
    "µg": "µg",
    "nanogram": "ng",
    "milliliter": "ml",
    "millilitre": "ml",
    "ml": "ml",
    "decibel": "dB",
    "nautical mile": "nmi",
    "micrometer": "µm",
    "micrometre": "µm",
    "micron": "µm",
    "nanometer": "nm",
    "nanometre": "nm",
    "terawatt": "TW",
    "joule": "J",
}
PER = {
    "hour": "h", "second": "s", "minute": "min", "day": "day", "week": "week", "month": "month",
    "year": "year", "liter": "l", "litre": "l", "gallon": "gal", "kilogram": "kg", "kilo": "kg",
    "kg": "kg", "tonne": "t", "ton": "ton", "acre": "acre", "hectare": "ha", "mile": "mile",
    "square": "²", "cubic": "³", "person": "person", "capita": "person", "deciliter": "dl",
    "decilitre": "dl", "meter": "m", "metre": "m", "kilometer": "km", "kilometre": "km",
}  # fmt: skip
NAMED = frozenset(
    """type chapter page pages section sections no nos number phase stage level grade tier version
    size room gate line category figure table paragraph rule group day zone route highway bus
    flight interstate district article title channel resolution act bill proposition prop item lot
    area unit building suite apartment box verse psalm volume vol issue part step point exhibit
    count round week game episode season series amendment platform pier runway ward precinct
    sector block camp base class division formula model windows ios android top agenda clause
    annex appendix schedule form magnitude track house station image photo slide fortune ftse
    nasdaq stoxx nikkei dax catch door doors deck gates rooms pages items shaft reactor reactors
    caption camera exit exits hangar terminal bay lane cell wing seat seats""".split()
)
"""Words whose number is part of a name: "Room 5", "Resolution 2254", "chapter 11"."""


SEASONS = {"spring": 4, "summer": 7, "autumn": 10, "fall": 10, "winter": 12}
"""Seasons with a month in which each may have begun."""
_PLAIN = [*ONES, *TENS, *SCALES, *VAGUE, "half", "twice"]
_ORDINAL = [word for word in ORDINALS if word not in ("first", "second")]
_MOMENTS = ["today", "yesterday", "tomorrow", "tonight"]
_LOOKING_ON = ["last", "this", "next", "one", "first", "second"]
_LOWER = [*_PLAIN, *_ORDINAL, *_MOMENTS, *_LOOKING_ON, "quarter", "ago"]
_A_TIME = [
    f"{'an' if unit == 'hour' else 'a'} {unit}"
    for unit in ("hour", "minute", "day", "week", "fortnight", "month", "year", "decade")
]
_ALONE = ["spring", "summer", "autumn", "winter", "weekend", "year and a half"]
BEGINNINGS = [*_LOWER, *(w.capitalize() for w in _LOWER), *MONTHS, *WEEKDAYS, *_A_TIME, *_ALONE]
"""Words with which a figure may begin. For those of `MAY_BEGIN` what follows decides."""
_TERM = re.compile(
    r" (?:week|month|year|spring|summer|autumn|fall|winter|weekend|night|century|decade|"
    r"morning|afternoon|evening)\b"
)
_ONE = re.compile(
    r"[ -](?!(?:of|another|day|hand|thing|point|way|who|that|which|is|was|has|had|can|could|may|"
    r"might|must|would|will|should|and|or|but|by|at|on|with|from|as|for|if|when|where|than|only|"
    r"the|a|an|he|she|it|they|you|we|said|to be|more than|last|final|i|is|are|were|because|so|"
    r"after|before|into|up|such|particular|single|might|does|did|do|not|never|cannot|about|"
    r"didn|doesn|isn|wasn|couldn|wouldn|hasn|hadn|shouldn|needn|won|"
    r"hears|sees|wants|needs|thinks|finds|gets|says|knows|feels|looks|takes|makes|considers|"
    r"over|under|too|all|until|just|later|too|here|there|away|left)\b)[a-z]"
    r"|[ -](?:in[ -]|out of |dead\b|to (?:two|three|four|five|six)\b)|[ -]day (?:in|of)\b"
)
_FIRST = re.compile(
    r" (?!(?:of|and (?!second|third|final|last)|or|but|as|in|on|at|by|lady|name|names|aid|"
    r"hand|responders?|person|ladies|"
    r"reported|published|came|met|said|thing|things|became|began|appeared|is|was|were|had|has|"
    r"did|got|started|saw|heard|went|took|used|tried|told|thought|family|class|half of|if|when|"
    r"it|he|she|we|they|i|you|the|a|an)\b)[a-z]|-(?:[a-z]+est|ever|quarter|round|place)\b"
)
MAY_BEGIN = {"one": _ONE, "first": _FIRST, "second": _FIRST, "last": _TERM, "this": _TERM,
             "next": _TERM}  # fmt: skip
MAY_BEGIN.update({word.capitalize(): pattern for word, pattern in MAY_BEGIN.items()})
