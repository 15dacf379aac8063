"""The query language as a person writes it: what is read, repaired, refused, printed back."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.query.fields import FIELDS
from index.query.joining import within
from index.query.parse import Reading, read
from index.query.print import read_as
from index.query.tree import (
    And,
    Boosted,
    Capitals,
    Days,
    Everything,
    Field,
    Fuzzy,
    Has,
    Is,
    Loose,
    Near,
    Node,
    Not,
    Numbers,
    Or,
    Phrase,
    Prefix,
    QueryError,
    Regex,
    Sentence,
    Shaped,
    Whole,
    Wildcard,
    Word,
    tidied,
)

TODAY = date(2015, 9, 19)  # a Saturday


def reading(text: str) -> Reading:
    return read(text, today=TODAY)


def tree(text: str) -> Node:
    return reading(text).tree


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("harbour strike", "harbour AND strike"),
        ("harbour -strike", "harbour AND NOT strike"),
        ("!strike", "NOT strike"),
        ("+harbour +strike", "harbour AND strike"),
        ("a && b || c", "(a AND b) OR c"),
        ("a OR b c", "a OR (b AND c)"),
        ("(a OR b) c", "(a OR b) AND c"),
        ("NOT NOT a", "a"),
        ("“has to go”", '"has to go"'),
        ("„Hafen zu“", '"Hafen zu"'),
        ("outlet:Gull,Tide", "outlet:(Gull OR Tide)"),
        ('outlet:Gull,"The Tide" x', 'outlet:(Gull OR "The Tide") AND x'),
        ("title:(a OR b)", "title:(a OR b)"),
        ("title:-a", "NOT title:a"),
        ("headline:a source:b", "title:a AND outlet:b"),
        ("subject:a intext:b", "title:a AND body:b"),
        ("headline(a OR b) c", "title:(a OR b) AND c"),
        ("a | b", "a OR b"),
        ("a|b", "a|b"),
        ("al-Hadi's", "al-Hadi's"),
        ("U.S. $50, 250,000", "U.S. AND 50 AND 250,000"),
        ("harb* h?rbour *bour", "harb* AND h?rbour AND *bour"),
        (r"what\? \*", r"what"),
        ("*", "*"),
        ("", "*"),
        ("and or not is us", "and AND or AND not AND is AND us"),
        ("story:{a b}", "story:{a AND b}"),
        ("Mayor: harbour must close", "Mayor AND harbour AND must AND close"),
        ("12:30", "12:30"),
        ("R&B", "R&B"),
        ("url:https://x.example/a(b)", "url:x.example/a\\(b\\)"),
        ("is:dated", "NOT is:undated"),
        # near each other
        ("a NEAR/5 b", "a NEAR/5 b"),
        ("a w/5 b", "a NEAR/5 b"),
        ("a W/5 b", "a NEAR/5 b"),
        ("a AROUND(5) b", "a NEAR/5 b"),
        ("a /5 b", "a NEAR/5 b"),
        ("a /s b", "sent:(a AND b)"),
        ("a NEAR b", "a NEAR/10 b"),
        ("FOUND NEAR RIVER", r"FOUND AND \NEAR AND RIVER"),
        # wildcards between quotation marks
        ('"foreign minist*"', '"foreign minist*"'),
        ('"ass?d regime" now', '"ass?d regime" AND now'),
        ('"a * b"', '"a * b"'),
        ('"* a b *"', '"* a b *"'),
        ('"Who went? Where?"', '"Who went? Where?"'),
        (r'"a\* b"', r'"a\* b"'),
        ('title:"minist* of" NEAR/3 x', 'title:("minist* of" NEAR/3 x)'),
        # days as other people write them
        ("since:2015-09 a", "date:>=2015-09-01 AND a"),
        ("before:2015-09-19", "date:<=2015-09-18"),
        ("-after:2015", "NOT date:>=2016-01-01"),
        ("date:2015-09,2015-11 x", "(date:2015-09 OR date:2015-11) AND x"),
        ("a PRE/5 b", "a PRE/5 b"),
        ("a pre/3 b w/5 c", "(a PRE/3 b) NEAR/5 c"),
        ("a b NEAR/5 c d", "a AND (b NEAR/5 c) AND d"),
        ("-a NEAR/5 b", "NOT (a NEAR/5 b)"),
        ("a NEAR/5 (b OR c)", "a NEAR/5 (b OR c)"),
        ("a NEAR/5 (b c)", "(a NEAR/5 b) AND (a NEAR/5 c)"),
        ("a NEAR/5 (b OR (c d))", "(a NEAR/5 b) OR ((a NEAR/5 c) AND (a NEAR/5 d))"),
        ("title:a NEAR/5 title:b", "title:(a NEAR/5 b)"),
        ("a NEAR/5 title:b", "title:(a NEAR/5 b)"),
        ('"a b"~5', '"a b"~5'),
        ('"a"~1', "a~1"),
        # spellings, expressions, weights
        ("Lavrov~", "Lavrov~2"),
        ("Moss~", "Moss~1"),
        ("Lavrov~1", "Lavrov~1"),
        ("Lavrov~0", '"Lavrov"'),
        ("/ab(c|d)+/", "/ab(c|d)+/"),
        (r"/a\/b/", r"/a\/b/"),
        ("title:/a.c/", "title:/a.c/"),
        ("/home/moss", "home/moss"),
        ("a^2 b", "a^2 AND b"),
        ("a^1", "a"),
        ('"a b"^1.5', '"a b"^1.5'),
        ("(a OR b)^3", "(a OR b)^3"),
        ("((a OR b)^3)^2", "(a OR b)^6"),
        ("title:a^2", "title:a^2"),
        ("title:(a b)^2", "title:(a AND b)^2"),
        ("Moss~1^2", "Moss~1^2"),
        ("date:2015^2", "date:2015"),
        # inside something
        ('quote:(a "b c")', 'quote:(a AND "b c")'),
        ("said:Moss harbour", "said:Moss AND harbour"),
        ("sent:(a b)", "sent:(a AND b)"),
        ("sent:{a -b}", "sent:(a AND NOT b)"),
        ("-sent:(a b)", "NOT sent:(a AND b)"),
        ("a w/s b", "sent:(a AND b)"),
        ("a w/s b w/s c", "sent:(a AND b AND c)"),
        ("a w/s b w/3 c", "sent:(a AND (b NEAR/3 c))"),
        ("a w/3 b w/s c", "sent:((a NEAR/3 b) AND c)"),
        ("a w/s (b OR c) w/s d", "sent:(a AND (b OR c) AND d)"),
        ("(a b) w/s c w/s d", "sent:(a AND b AND c AND d)"),
        ("a w/p b w/p c", "(a NEAR/99 b) NEAR/99 c"),
        ("a w/s b OR c w/s d", "sent:(a AND b) OR sent:(c AND d)"),
        # figures
        ("number:(>50 <60)", "number:{50 TO 60}"),
        ("number:(<=60 AND >=50)", "number:50..60"),
        ("number:(>50% <60%)", "number:{50% TO 60%}"),
        ("number:(>50% <$60)", "number:>50% AND number:<$60"),
        ("number:(50 60)", "number:50 AND number:60"),
        ("number:(>50 OR <60)", "number:>50 OR number:<60"),
        ("number:50-60", "number:50..60"),
        ("number:$5m–$10m", "number:$5000000..$10000000"),
        ("number:1e-5", "number:1e-05"),
        ("number:$5-10m", "number:$5000000..$10000000"),
        ("number:5-10% a", "number:5%..10% AND a"),
        ("number:5 to 10 a", "number:5..10 AND a"),
        ("number:5 million to 10 million", "number:5000000..10000000"),
        ("date:2015-09-01 to 2015-09-05 a", "date:2015-09-01..2015-09-05 AND a"),
        ("date:2015 to 2016", "date:2015-01-01..2016-12-31"),
        ("date aft 2015-09", "date:>=2015-10-01"),
        ("a AND date is 2015-09", "a AND date:2015-09"),
        ("the date is set", "the AND date AND is AND set"),
        ("company(moss) city(alma)", "organisation:moss AND place:alma"),
        ("section(a) b", "a AND b"),
        ("sent:(a w/s b) c", "sent:(a AND b) AND c"),
        ("sent:(a w/3 b) w/s c", "sent:((a NEAR/3 b) AND c)"),
        # a ? at the end of a word, and of a question
        ("a?", "a?"),
        ("title:ferr? x", "title:ferr? AND x"),
        ("who shot him?", "who AND shot AND him"),
        ("what did he do? outlet:Gull", "what AND did AND he AND do AND outlet:Gull"),
        ("who AND him?", "who AND him?"),
        ("ferry fir?", "ferry AND (fir OR fir?)"),
        ("ferry fir? deck", "ferry AND fir? AND deck"),
        ("ferry AND fir?", "ferry AND fir?"),
        # as other search engines write it
        ("a WITHIN 5 b", "a NEAR/5 b"),
        ("a WITHIN/5 b", "a NEAR/5 b"),
        ("a within 5 words of b", "a NEAR/5 b"),
        ("a AROUND 5 b", "a NEAR/5 b"),
        ("a NEAR(n=5) b", "a NEAR/5 b"),
        ("a ONEAR(n=5) b", "a PRE/5 b"),
        ("a ADJ b", "a PRE/1 b"),
        ("a adj5 b", "a PRE/5 b"),
        ("a near5 b", "a NEAR/5 b"),
        ("a ONEAR b", "a PRE/10 b"),
        ("a SAME b", "a NEAR/99 b"),
        ("a w/sent b", "sent:(a AND b)"),
        ("a w/para b", "a NEAR/99 b"),
        ("a ANDNOT b", "a AND NOT b"),
        ("SAME a", r"\SAME AND a"),
        ("THE SAME DAY", r"THE AND \SAME AND DAY"),
        ("near a", "near AND a"),
        ("lead(a b) c", "body:(a AND b) AND c"),
        ("dateline(geneva)", "dateline:geneva"),
        ("atleast5(a) b", "a AND b"),
        ('author =~ "a"', 'author:"a"'),
        ("title # a", "title:a"),
        ("title != a", "NOT title:a"),
        ("a = b", "a AND b"),
        ("e=mc2", "e=mc2"),
        (r"title\=a", r"\title=a"),
        ("outlet : Gull", "outlet:Gull"),
        ("here : there", "here AND there"),
        ("date > 2015-09-01 a", "date:>=2015-09-02 AND a"),
        ("date=2015", "date:2015"),
        ("number >= 50 a", "number:>=50 AND a"),
        ("the number of dead", "the AND number AND of AND dead"),
        ("a w / 5 b", "a NEAR/5 b"),
        ("a pre5 b", "a PRE/5 b"),
        ("a AND/OR b", "a OR b"),
        ("and/or", "and/or"),
        ("*:*", "*"),
        ("_exists_:author", "has:author"),
        ("outlet:(Gull,Tide)", "outlet:(Gull OR Tide)"),
        ("outlet:(Gull, Tide) a", "outlet:(Gull OR Tide) AND a"),
        ('outlet:("The Gull","The Tide", Post)', 'outlet:("The Gull" OR "The Tide" OR Post)'),
        ("outlet:(Gull, (Tide,Post),)", "outlet:(Gull OR Tide OR Post)"),
        ('person:("Ines Moss", Brandt)', 'person:("Ines Moss" OR Brandt)'),
        ("title:(a, b)", "title:(a AND b)"),
        (r"outlet:Gull\,Tide", r"outlet:Gull\,Tide"),
        ("older_than:7d", "date:<=2015-09-11"),
        ("newer:2015-09", "date:>=2015-09-01"),
        ("har\u200bbour \u200eAND\u2060 ti\u00adtle:x", "harbour AND title:x"),
        ("number:>50", "number:>50"),
        ("number:>= 2.5m", "number:>=2500000"),
        ("number:50..100", "number:50..100"),
        ("number:[50 TO 100}", "number:[50 TO 100}"),
        ("number:100..50", "number:50..100"),
        ("number:1,500", "number:1500"),
        ("number:-5", "number:-5"),
        ("number:40%", "number:40%"),
        ("number:>$3bn", "number:>$3000000000"),
        ("number:>$3 billion a", "number:>$3000000000 AND a"),
        ("number:4.5m dollars", "number:$4500000"),
        ('number:"4.5m dollars"', "number:$4500000"),
        ("number:US$5m", "number:$5000000"),
        ("number:40 per cent", "number:40%"),
        ("number:50..100 million", "number:50000000..100000000"),
        ("number:5 million..10 million", "number:5000000..10000000"),
        ("number:40 pounds", "number:40 AND pounds"),
        ("number:5 people", "number:5 AND people"),
        ("1[+1~", '"1[ 1"'),
        ("number:twelve", "number:12"),
        ("number:>two hundred a", "number:>200 AND a"),
        ("number:twelve percent", "number:12%"),
        ("number:ten..twenty", "number:10..20"),
        # names as indexes write them, offices and places as they are
        ('said:"Moss, I*"', 'said:"I* Moss"'),
        ('person:"Moss, Ines K*"', 'person:"Ines K* Moss"'),
        ('entity:"I. K. Moss"', 'entity:"I* K* Moss"'),
        ('person:"Ines K. Moss"', 'person:"Ines K. Moss"'),
        ('entity:"Atlanta, Georgia"', 'entity:"Atlanta, Georgia"'),
        ('entity:"Atlanta, G*"', 'entity:"Atlanta, G*"'),
        ('person:"Jordan, Ines"', 'person:"Ines Jordan"'),
        ('person:"Moss, Xanthe"', 'person:"Xanthe Moss"'),
        ('said:"Moss, I"', 'said:"I* Moss"'),
        ('entity:"Moss, Xanthe"', 'entity:"Moss, Xanthe"'),
        ('person:"Moss, and Kroll"', 'person:"Moss, and Kroll"'),
        ('outlet:"n* york"', r'outlet:"n\* york"'),
        ('said:"Prime Minister"', 'said:"Prime Minister"'),
        ('said:"Secretary of State"', 'said:"Secretary of State"'),
        ('said:"Prime Minister Moss"', "said:Moss"),
        ("number:*", "number:*"),
        # acronyms that are words, too
        ("US talks", "US AND talks"),
        ("THE US IS AT WAR", "THE AND us AND is AND AT AND WAR"),
        # ranges of days, joining words of others, signs between quotation marks
        ("date:2016 - 2017", "date:2016-01-01..2017-12-31"),
        ("date:2016-2017 a", "date:2016-01-01..2017-12-31 AND a"),
        ("date:2016\u20132017", "date:2016-01-01..2017-12-31"),
        ("date:2016 to 2017", "date:2016-01-01..2017-12-31"),
        ("date:March 2016 to May 2017", "date:2016-03-01..2017-05-31"),
        ("date:2015-09-01-2015-10-03", "date:2015-09-01..2015-10-03"),
        ("date:2016 -2017", "date:2016 AND NOT 2017"),
        ("a BUT NOT b", "a AND NOT b"),
        ("a EXCEPT b", "a AND NOT b"),
        ('"C++"', '"C"'),
        ('"@x #1"', '"x 1"'),
        ('outlet:"Canal+"', 'outlet:"Canal+"'),
    ],
)
def test_a_query_is_read_as(text: str, expected: str) -> None:
    assert read_as(tree(text)) == expected


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2015", "2015-01-01", "2015-12-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2015-09-19", "2015-09-19", "2015-09-19"),
        (">=2015-12-01", "2015-12-01", None),
        (">2015", "2016-01-01", None),
        ("<=2015-09", None, "2015-09-30"),
        ("<2015", None, "2014-12-31"),
        ("[2015-09-01 TO 2015-09-30]", "2015-09-01", "2015-09-30"),
        ("[* TO 2015]", None, "2015-12-31"),
        ("2015-09-01..2015-10", "2015-09-01", "2015-10-31"),
        ("2016..2015", "2015-01-01", "2016-12-31"),
        ("2015-09-01--2015-09-15", "2015-09-01", "2015-09-15"),
        ("between 2015 and May 2016", "2015-01-01", "2016-05-31"),
        ("..2015", None, "2015-12-31"),
        ("today", "2015-09-19", "2015-09-19"),
        ("yesterday", "2015-09-18", "2015-09-18"),
        ("7d", "2015-09-12", "2015-09-19"),
        ("2w", "2015-09-05", "2015-09-19"),
        ("1m", "2015-08-19", "2015-09-19"),
        ("last week", "2015-09-07", "2015-09-13"),
        ('"last week"', "2015-09-07", "2015-09-13"),
        ("this month", "2015-09-01", "2015-09-30"),
        ("last year", "2014-01-01", "2014-12-31"),
        ("last 3 days", "2015-09-16", "2015-09-19"),
        (">7d", "2015-09-13", None),
        (">=7d", "2015-09-12", None),
        ("<7d", None, "2015-09-11"),
        ("<=7d", None, "2015-09-12"),
        ("{2015-09-01 TO 2015-09-30}", "2015-09-02", "2015-09-29"),
        ("{2015 TO *]", "2016-01-01", None),
        ("[2015-09-01 to 2015-09-30]", "2015-09-01", "2015-09-30"),
        ("20150919", "2015-09-19", "2015-09-19"),
        ("2015-09-19T12:00", "2015-09-19", "2015-09-19"),
        ("2015-W38", "2015-09-14", "2015-09-20"),
        ("2015-Q3", "2015-07-01", "2015-09-30"),
        ("Sept 2015", "2015-09-01", "2015-09-30"),
        ("19 September 2015", "2015-09-19", "2015-09-19"),
        ("September 19, 2015", "2015-09-19", "2015-09-19"),
        (">=19 Sep 2015", "2015-09-19", None),
        ("19.9.2015", "2015-09-19", "2015-09-19"),
        ("9/19/2015", "2015-09-19", "2015-09-19"),
        ("monday", "2015-09-14", "2015-09-14"),
        ("saturday", "2015-09-19", "2015-09-19"),
    ],
)
def test_days_are_read_from_the_day_given(text: str, first: str | None, last: str | None) -> None:
    assert tree(f"date:{text}") == Days(first, last)


def test_an_acronym_in_capitals_is_another_word_than_the_one_in_small_letters() -> None:
    assert tree("US") == Capitals("US")
    assert tree("u.s.") == Capitals("u.s.")
    assert tree("us") == Word("us")
    assert tree("NATO") == Word("NATO")
    assert tree(r"\US AT WAR") == And((Capitals("US"), Word("AT"), Word("WAR")))
    assert tree("title:WHO") == Field("title", Capitals("WHO"))


def test_a_month_end_is_kept_within_the_month_when_counting_months_back() -> None:
    assert read("date:1m", today=date(2016, 3, 31)).tree == Days("2016-02-29", "2016-03-31")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('"never closed', "quotation mark"),
        ("(a b", "parenthesis was never closed"),
        ("a) b", "closing parenthesis"),
        ("a AND", "AND had nothing"),
        ("OR a", "OR had nothing"),
        ("a NOT", "NOT had nothing"),
        ("()", "empty pair"),
        ("title:", "title: has no value"),
        ("title: a", "blank at the colon of title:"),
        ("why is it so?", "question mark after so"),
        ("https://x.example/a", "read as an address"),
        ("%%%", "no word in it"),
        ("a NEAR/5", "NEAR/5 had nothing"),
        ("w/5 a", "w/5 had nothing"),
        ("a NEAR/500 b", "words of one paragraph"),
        ("a w/p b", "words of one paragraph"),
        ("a NEAR b", "NEAR was read as NEAR/10"),
        ("a NEAR/x b", "NEAR/x was read as NEAR/10: how many words apart is a whole number"),
        ("a w/5.5 b", "w/5.5 was read as w/5"),
        ("a PRE/ b", "PRE/ was read as PRE/10"),
        ("a ADJ5 b", "ADJ5 was read as PRE/5"),
        ("a NEAR/0 b", "NEAR/0 was read as 1"),
        ("a w/o b", "NOT is for without"),
        ("a | b", "| was read as OR"),
        ('title:="a b"', '="a name" is for outlet: and agency:'),
        ("headline(a OR b) c", "headline( was read as title:("),
        ("pre/post", "pre/post was looked for as words"),
        ("since:2015", "since: was read as date:>="),
        ("?", '"?" has no word'),
        ("a~9", "read as ~1: no more may differ in a short word"),
        ("harbour~9", "read as ~2: no more letters"),
        ("is~", "~ after is was left out"),
        ("subject:a", "subject: was read as title:"),
        ("thread:a", "thread: was read as story:"),
        ("site:x.example", "addresses that begin so"),
        ("hlead:a", "no field of its own"),
        ("lead(a)", "no field of its own"),
        ("atleast5(a)", "atleast5 cannot be asked"),
        ("titel: a", "title: is one"),
        ("a WITHIN 5 b", "WITHIN 5 was read as NEAR/5"),
        ("a SAME b", "SAME was read as w/p"),
        ("a XOR b", "XOR was looked for as a word"),
        ("a N5 b", "NEAR/5 is for near"),
        ("a w/seg b", "w/seg was looked for as words"),
        ("number:(>50 <60)", "read as one figure"),
        ("[2015 TO 2016]", "date:[2015 TO 2016] and number:[2015 TO 2016] are ranges"),
        ("2015..2016 a", "date:2015..2016"),
        ("number:>=50 AND <=60", "number:<=60"),
        ("/a b/", "an expression is for one word"),
        ("title:[a TO b]", "title: takes no range"),
        ("section(a)", "section( is no part of an article here"),
        ("date aft 2015", "date aft was read as date:>"),
        ("--a", "two minus signs undo each other"),
        ("a^b", "^2 is a weight"),
        ("a –b", "–b was looked for as b; -b leaves it out"),
        ("date:2015-09-01 / 2015-09-05", "date:2015-09-05 is the day"),
        ("a w5 b", "NEAR/5 is for near"),
        ('"a b" ~5', "~5 stands apart"),
        ("a AND/OR b", "AND/OR was read as OR"),
        ("date > 2015", "date > was read as date:>"),
        ("~s a", "title: is meant"),
        ("C++ a", "C++ was looked for as C"),
        ("@moss a", "@moss was looked for as moss: signs are not searched"),
        ("20%", "20% was looked for as 20: signs are not searched; number:20% finds the figure"),
        ('"20%"', "20% was looked for as 20: signs are not searched; number:20%"),
        ('"$20"', "number:$20 finds the figure"),
        ("€20 a", "€20 was looked for as 20"),
        ("$1 million", "number:$1 million finds the figure"),
        ('"rose 20% on"', "rose 20% on was looked for as rose 20 on: signs"),
        ("gun near control", "near was looked for as a word; NEAR/10 is for near"),
        ("gun Near control", "Near was looked for as a word"),
        ("gun adj control", "PRE/1 is for right behind"),
        ("gun within 5 control", "within 5 was looked for as words; w/5 is for near"),
        ("gun Within 5 of control", "w/5 is for near"),
        ("date is 2015", "date is was read as date:"),
        ("date aft 1/1/2015 and bef 2016", "and bef was read as date:<"),
        ("a sort:date sort:-date", "of two orders the last one counts"),
        ("after:2014", "without 2014; since: takes that in"),
        ("a~0.8", "read as ~1"),
        ('"a b"~', "read as ~5"),
        ("date:2015~1", "does not go with"),
        ("THE US IS AT WAR", "US was read as us"),
        ("a BUT NOT b", "BUT before NOT was read as AND"),
        ("a but -b", "but before NOT was read as AND"),
        ("a BUT b", "BUT was looked for as a word; AND is for both"),
        ("a EXCEPT b", "EXCEPT was read as NOT"),
        ("a MINUS (b OR c)", "MINUS was read as NOT"),
        ("a since 2018", "since 2018 was looked for as words; since:2018 asks for days"),
        ("from 2016 to 2018 a", "date:2016 to 2018 asks for days"),
        ("a between March 2016 and 2018-03", "date:March 2016 to 2018-03 asks for days"),
        ('"gun ? control"', "is punctuation; within a word it is one letter, * is any one word"),
        ('"gun control?"', "is punctuation"),
        ('"gun? contr*"', "is punctuation"),
        ('"#1"', "#1 was looked for as 1: signs are not searched"),
        ('"C++"', "C++ was looked for as C: signs"),
        ('title:"@x"', "@x was looked for as x: signs"),
        ('"$5 minist*"', "signs are not searched"),
        ("100°", "100° was looked for as 100: signs"),
        ("a w/p b", "w/p was read as NEAR/99: words of one paragraph, at most 99 apart"),
        ("a pre/p b", "pre/p was read as PRE/99"),
        ("‘gun control’ a", '‘gun control’ was read as a phrase: "gun control"'),
        ("gun contr!", "contr! was read as contr*: all that begins so"),
        ("no!! a", "the ! after no was left out"),
        ("a WITHIN 5 OF b", "WITHIN 5 OF was read as NEAR/5"),
        ("a +5 b", "+5 was read as PRE/5"),
        ('said:"Moss, Ines"', '"Moss, Ines" was read as one name: "Ines Moss"'),
        ('person:"Moss, In*"', '"Moss, In*" was read as one name: "In* Moss"'),
        ('author:"Moss, I."', '"Moss, I." was read as one name: "I* Moss"'),
        ('"foreign minist!"', 'the ! in "foreign minist!" is punctuation'),
    ],
)
def test_bad_syntax_is_repaired_and_the_repair_is_said(text: str, says: str) -> None:
    assert any(says in repair for repair in reading(text).repairs)


def test_a_sound_query_needs_no_repair() -> None:
    assert (
        reading('a (b OR "c d") -e title:f date:2015 g* sort:-date h~1 i^2 /j+/ k w/5 l').repairs
        == ()
    )
    for text in ("date:(2015-09-01 OR (>2015-10-01 <2015-11-01))", "number:(>50 OR <20)"):
        assert reading(text).repairs == ()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("outlett:Gull", "did you mean outlet:?"),
        ("persn:Moss", "did you mean person:?"),
        ("date:2015-02-30", "no day that the calendar knows"),
        ("a NEAR/5 date:2015", "cannot stand beside NEAR/5"),
        ("title:a NEAR/5 body:b", "cannot be near each other"),
        ("a NEAR/5 NOT b", "NOT cannot stand beside NEAR/5"),
        ("a NOT w/5 b", "NOT cannot stand beside w/5"),
        ("a not w/5 b", "NOT cannot stand beside w/5"),
        ("a NOT W/SEG b", "write title:(a -b) or body:(a -b)"),
        ("id:a", "broadsheet show ID"),
        ("url:*x*", "leave out the first *"),
        ("ti:a", "did you mean title:?"),
        ("from:a", "author: the byline"),
        ("title:a w/s b w/s c", "cannot stand within sent:"),
        ("before:(2015 OR 2016)", "There is no field before:"),
        ("date:9/8/2015", "write date:2015-09-08 or date:2015-08-09"),
        ("date:{2015-09-01 TO 2015-09-02}", "There is no day in"),
        ("a" + " NEAR/2 a" * 60, "near each other; use fewer"),
        (f"({'a ' * 40}) NEAR/2 ({'b ' * 40})", "more than 250"),
        ("/a(b/", "no expression that can be searched for"),
        (r"/(a)\1/", "no back-references"),
        ("outlet:/a+/", "does not take an expression"),
        ("number:many", "is no number"),
        ("number:50,60", "is no number"),
        ("sent:(-a -b)", "no word that a sentence must have"),
        ("sent:(a date:2015)", "cannot stand within sent:"),
        ("sent:(a title:b)", "cannot stand within sent:"),
        ("has:wings", "has: does not know"),
        ("is:blue", "is: does not know"),
        ("sort:size", "sort: does not know"),
        ("(" * 60 + "a" + ")" * 60, "groups within groups"),
        ("a " * 300, "more than 250"),
        ("a" * 9000, "characters long"),
    ],
)
def test_what_cannot_be_asked_is_said_and_never_answered_otherwise(text: str, says: str) -> None:
    with pytest.raises(QueryError, match=re.escape(says)) as caught:
        reading(text)
    assert caught.value.exit_status == 2


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("ferry on fire?", "fire? was read as fire, and as that and a letter"),
        ("fir?", "fir? is fir and one letter"),
        ("number:(50 60)", "another figure of the article"),
        ("a OR b c", "a OR (b c)"),
        ("gun Or rifle", "Or was looked for as a word; write OR for one or the other"),
        ("gun And rifle", "And was looked for as a word; write AND for both"),
        ("gun AND Not rifle", "Not was looked for as a word; write NOT"),
        ("title:gun control", "title: takes one word; title:(gun control) is for both"),
        ("sent:gun control", "sent:(gun control) is for both"),
        ("number:50 dead", "number: takes the figure alone; dead was looked for anywhere"),
        ("person:Ines Moss", 'person: takes one word; person:"Ines Moss" is for both'),
        ("said:ines moss", 'said:"ines moss" is for both'),
        ("a w/25 b", "w/25 stays within one paragraph"),
        ("title:/^trump/", "^ and $ change nothing"),
        ("/trump$/", "^ and $ change nothing"),
        ("-gun NEAR/5 control", "- leaves out all of gun NEAR/5"),
        ('"gun (control OR law)"', "gun PRE/1 (control OR law) asks for it"),
        ('title:"gun law AND Moss"', '"gun law" AND Moss asks for it'),
        ("author:Moss, Ines", 'author:"Ines Moss" is for both'),
        ("gun,control", "gun,control is a phrase; gun OR control is for one or the other"),
        ("a NOT gun w/s control", "at the end of the query it leaves out gun alone"),
    ],
)
def test_what_may_have_been_meant_otherwise_is_said(text: str, says: str) -> None:
    assert any(says in hint for hint in reading(text).hints)
    assert reading(text).repairs == ()


@pytest.mark.parametrize(
    "text",
    [
        "gone within 5 years",
        "near the river",
        "trees near",
        "Not guilty",
        "title:gun -control",
        "title:gun AND control",
        "title:(gun) control",
        "said:Kerry negotiate",
        "person:Moss ferry",
        "date:2015 ferry",
        "a@b.example",
        '"a@b.example"',
        'tag:"#1"',
        'outlet:"Canal+"',
        "since then 2018",
        "nothing but net",
        r"/5\$/",
        "NOT (a w/5 b)",
        '"g?n control"',
        "a w/5 b",
        r"\near a",
        "the Moss' boat 'sank",
        "rock 'n' roll",
        '"GUN OR RIFLE"',
        "'tis the dockers' strike",
        'author:"Ines Moss, Ann Lee"',
        'title:"Moss, Ines"',
        r"gun\,control 250,000",
    ],
)
def test_ordinary_words_are_not_remarked_on(text: str) -> None:
    assert (reading(text).repairs, reading(text).hints) == ((), ())


@pytest.mark.parametrize(
    "text", ['outlet:(Gull, "The Tide", Post)', "outlet:(Gull,Tide,)", "outlet:(,Gull)"]
)
def test_a_list_with_commas_in_a_group_needs_no_repair(text: str) -> None:
    assert reading(text).repairs == ()


def test_the_order_is_part_of_the_query() -> None:
    assert reading("harbour sort:-date").sort == "newest"
    assert reading("sort:date").sort == "oldest"
    assert reading("harbour").sort is None
    assert read_as(tree("a OR b"), "newest") == "(a OR b) sort:-date"


def test_what_stands_behind_a_backslash_is_only_text() -> None:
    assert tree(r"\AND") == Word("AND")
    assert tree(r"title\:a") == Word("title:a")
    assert tree(r"\-a") == Word("a")
    assert tree('"say \\"no\\""') == Phrase('say "no"')


@given(st.text(alphabet="ab'’‘`*?()\"“”:-+!~^/\\[]{},.&| \u00adANDORTUSw15", max_size=40))
@settings(max_examples=400)
def test_no_text_breaks_the_parser_and_what_it_read_reads_the_same_again(text: str) -> None:
    try:
        first = reading(text)
    except QueryError:
        return
    again = reading(read_as(first.tree, first.sort))
    assert (again.tree, again.sort) == (first.tree, first.sort)


WORDS = st.text(alphabet="abcAND.-/,'é&|:?*~^\\([{!+", min_size=1, max_size=8) | st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["NEAR", "near", "PRE", "w", "ADJ", "N"]),
        st.sampled_from(["/", ""]),
        st.text(alphabet="5xoab.-*~", max_size=3),
    ),
)


def _kept(make: type[Word] | type[Phrase], text: str) -> Node | None:
    """The node as the parser makes it: a word without the punctuation around it."""
    from index.analysis import tokens

    found = tokens(text)
    if not found:
        return None
    if make is Word:
        return Word(text[found[0].start : found[-1].end])
    return Phrase(" ".join(text.split()))


PLACES: st.SearchStrategy[Node] = st.one_of(
    WORDS.map(lambda text: _kept(Word, text) or Word("a")),
    st.sampled_from(
        [Capitals("US"), Capitals("U.S."), Phrase("a b"), Prefix("ab"), Wildcard("*b"),
         Fuzzy("ab", 1), Fuzzy("al-brandt", 2), Word("SAME"), Word("ADJ"), Word("not"), Word("who"),
         Word("WITHIN"), Word("5"), Word("BUT"), Word("EXCEPT"),
         Word("near5"), Word("ANDNOT"), Word("title=a"), Wildcard("a?"),
         Regex("a(b|c)+"), Regex(r"a/\d\\"), Regex("~^2")]
    ),
)  # fmt: skip
NEARS: st.SearchStrategy[Node] = st.recursive(
    PLACES,
    lambda inner: st.one_of(
        st.builds(Near, inner, inner, st.integers(1, 99), st.booleans()),
        st.lists(inner, min_size=2, max_size=3).map(lambda nodes: Or(tuple(nodes))),
    ),
    max_leaves=5,
)
SENTENCES: st.SearchStrategy[Node] = st.tuples(NEARS, NEARS, NEARS).map(
    lambda three: Sentence(And((three[0], Or((three[1], Loose("a b", 3))), Not(three[2]))))
)
FIGURES: st.SearchStrategy[Node] = st.builds(
    lambda ends, above, below, unit: Numbers(*sorted(ends), above, below, unit),
    st.tuples(st.floats(-1e18, 1e18), st.floats(-1e18, 1e18)),
    st.booleans(),
    st.booleans(),
    st.sampled_from(["", "%", "$"]),
)
LEAVES: st.SearchStrategy[Node] = st.one_of(
    WORDS.map(lambda text: _kept(Word, text) or Everything()),
    st.text(alphabet="ab \"”\\'-", min_size=1).map(lambda t: _kept(Phrase, t) or Everything()),
    st.text(alphabet="abé", min_size=1).map(Prefix),
    st.sampled_from(["a* b", "a?c d", r"a\* b* c", "a * b", 'al-b* "c']).map(Shaped),
    st.sampled_from(["a?c", "why?", "ab?", "*ab", "a*c", "?bc", r"a\*b*c", "a??", "ANDa*c"]).map(
        Wildcard
    ),
    st.sampled_from(
        [Days("2015-09-01", None), Days("2015-01-01", "2015-12-31"), Days(None, "2015-02-03")]
    ),
    st.sampled_from(["quote", "date"]).map(Has),
    st.sampled_from(["undated", "starred"]).map(Is),
    st.sampled_from([Numbers(None, 5.0), Numbers(5.0, None, above=True), Loose("a b", 3)]),
    FIGURES,
    NEARS,
    SENTENCES,
)
OF_TEXT = [rule.name for rule in FIELDS if rule.kind in ("words", "group")]
OF_NAMES = [rule.name for rule in FIELDS if rule.kind in ("key", "name")]
VALUES = st.sampled_from(
    [
        Word("Moss"),
        Word("1,5"),
        Word("a,b"),
        Phrase("a, b"),
        Prefix("Mo"),
        Or((Word("a"), Not(Phrase("b c")))),
    ]
)
WHOLES = st.sampled_from(
    [
        Whole('A "b", c*'),
        Whole("-a"),
        Not(Whole("=")),
        Or((Whole("a b"), Word("c"), Not(Whole("*")))),
    ]
)
TREES: st.SearchStrategy[Node] = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(lambda n: And(tuple(n))),
        st.lists(inner, min_size=2, max_size=3).map(lambda n: Or(tuple(n))),
        inner.map(Not),
        st.builds(Boosted, inner, st.sampled_from([0.5, 1.0, 2.0, 12.125, 1000.0])),
        st.tuples(st.sampled_from(OF_TEXT), inner).map(lambda pair: Field(*pair)),
        st.tuples(st.sampled_from(["outlet", "agency"]), WHOLES).map(lambda pair: Field(*pair)),
        st.tuples(st.sampled_from(OF_NAMES), VALUES).map(lambda pair: Field(*pair)),
    ),
    max_leaves=8,
).map(tidied)


@given(TREES)
@settings(max_examples=500)
def test_every_tree_can_be_written_down_and_read_again(node: Node) -> None:
    assert reading(read_as(node)).tree == node


@given(TREES, TREES)
@settings(max_examples=100)
def test_a_query_within_another_asks_for_both(query: Node, more: Node) -> None:
    first, second = tidied(query), tidied(more)
    try:
        asked = tree(within(read_as(first), read_as(second), TODAY))
    except QueryError:
        return
    wanted = [one for one in (first, second) if one != Everything()]
    assert asked == (tidied(And(tuple(wanted))) if wanted else Everything())


@pytest.mark.parametrize(
    ("query", "more", "asked"),
    [
        ("a OR b", "c", "(a OR b) c"),
        ("a || b", "-c", "(a || b) -c"),
        ("a", "b OR c", "a (b OR c)"),
        ('"a b', "c", '"a b" AND c'),
        ("(a OR b", "c", "(a OR b) AND c"),
        ("title:", "c", "c"),
        ("a sort:-date", "c", "a sort:-date c"),
        ("since:2015", "c", "since:2015 c"),
        ("", "c", "c"),
    ],
)
def test_what_is_added_to_a_query_never_changes_what_stood_there(
    query: str, more: str, asked: str
) -> None:
    assert within(query, more, TODAY) == asked
