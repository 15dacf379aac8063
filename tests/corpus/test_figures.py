"""Numbers with what they count: kinds, values, hedges, ranges, dates, and what is no figure."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Figure, Where
from corpus.figures import figures

PUBLISHED = "2015-09-19"  # a Saturday


def read(text: str, published: str | None = PUBLISHED) -> tuple[Figure, ...]:
    return figures([("body", 0, text)], published)


def only(text: str, published: str | None = PUBLISHED) -> Figure:
    (found,) = read(text, published)
    assert text[found.start : found.end] == found.text
    return found


@pytest.mark.parametrize(
    ("text", "value", "about"),
    [
        ("They shot 56 members of the royal guard forces at the gate.", 56,
         "members of the royal guard forces"),
        ("The flood drove 250,000 islanders from home.", 250000, "islanders"),
        ("Seven of the miners came back.", 7, "miners"),
        ("It employs twenty-five people.", 25, "people"),
        ("Two hundred and fifty ships lay at anchor.", 250, "ships"),
        ("The port took in 1.2 million refugees.", 1.2e6, "refugees"),
        ("Half a million voters stayed away.", 5e5, "voters"),
        ("A crowd of a hundred men stood there.", 100, "men"),
        ("It sank with 40 gay and elderly passengers.", 40, "gay and elderly passengers"),
        ("He lost 60 US troops there.", 60, "US troops"),
        ("The death toll rose to 81.", 81, "death toll"),
        ("Eight appealed the verdict.", 8, None),
    ],
)  # fmt: skip
def test_a_count_knows_what_it_counts(text: str, value: float, about: str | None) -> None:
    found = read(text)
    if about is None:
        assert all(f.about is None for f in found)
        return
    (figure,) = found
    assert (figure.kind, figure.value, figure.about) == ("count", value, about)


@pytest.mark.parametrize(
    ("text", "hedge", "low", "high"),
    [
        ("More than 300 homes burned.", "more than", 300, None),
        ("At least 300 homes burned.", "at least", 300, None),
        ("Up to 300 homes burned.", "up to", None, 300),
        ("Nearly 300 homes burned.", "nearly", None, 300),
        ("About 300 homes burned.", "about", None, None),
        ("Some 300 homes burned.", "some", None, None),
        ("An estimated 300 homes burned.", "an estimated", None, None),
        ("They lost 300 or more homes.", "or more", 300, None),
        ("They lost 300+ homes.", "+", 300, None),
    ],
)
def test_a_hedge_is_kept_and_bounds_the_value(
    text: str, hedge: str, low: float | None, high: float | None
) -> None:
    found = only(text)
    assert (found.value, found.hedge, found.low, found.high) == (300, hedge, low, high)
    assert found.about == "homes"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Between 20 and 30 boats sank.", 20, 30),
        ("From the port 20 to 30 boats sailed.", 20, 30),
        ("The 20-30 boats sailed.", 20, 30),
        ("Two or three boats sailed.", 2, 3),
        ("It cost $2-3 million.", 2e6, 3e6),
        ("Dozens of boats sailed.", 24, None),
        ("Hundreds of thousands of boats sailed.", 200_000, None),
    ],
)
def test_ranges_and_vague_numbers_have_ends_and_no_value(
    text: str, low: float, high: float | None
) -> None:
    found = only(text)
    assert (found.value, found.low, found.high) == (None, low, high)


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("It cost $50 billion.", "money", 5e10, "USD"),
        ("It cost £1.5m.", "money", 1.5e6, "GBP"),
        ("It cost 20 euros.", "money", 20, "EUR"),
        ("It cost C$5.", "money", 5, "CAD"),
        ("It cost 4.5m dollars.", "money", 4.5e6, "USD"),
        ("It cost 4.5m US dollars to build.", "money", 4.5e6, "USD"),
        ("It cost about 20m pounds.", "money", 20e6, "GBP"),
        ("Sales fell 2.4%.", "percent", 2.4, "%"),
        ("Sales fell by twelve per cent.", "percent", 12, "%"),
        ("Sales fell by 3 percentage points.", "percent", 3, "points"),
        ("She is 47 years old.", "age", 47, "year"),
        ("The 32-year-old prince left.", "age", 32, "year"),
        ("Ines Aalto, 47, left.", "age", 47, "year"),
        ("They sat for three hours.", "duration", 3, "hour"),
        ("A three-hour meeting followed.", "duration", 3, "hour"),
        ("It lies 12 km away.", "measure", 12, "km"),
        ("It covers 40 square miles.", "measure", 40, "mile²"),
        ("It was 31 °C in the shade.", "measure", 31, "°C"),
        ("One in five voters stayed away.", "odds", 0.2, None),
        ("Two-thirds of the voters stayed away.", "measure", 0.6667, "fraction"),
        ("It was the 21st attempt.", "ordinal", 21, None),
        ("It was his fourth attempt.", "ordinal", 4, None),
    ],
)
def test_the_unit_decides_the_kind(text: str, kind: str, value: float, unit: str | None) -> None:
    found = only(text)
    assert (found.kind, found.value, found.unit) == (kind, value, unit)


def test_a_vote_has_two_sides() -> None:
    found = only("The Senate approved it 52-48 after a long debate.")
    assert (found.kind, found.low, found.high, found.value) == ("vote", 48, 52, None)


def test_an_age_and_a_share_say_of_whom() -> None:
    assert only("Ines Aalto, 47, left.").about == "Ines Aalto"
    assert only("The 32-year-old crown prince left.").about == "crown prince"
    assert only("One in five voters stayed away.").about == "voters"
    assert only("41% of registered voters stayed away.").about == "registered voters"


@pytest.mark.parametrize(
    "text",
    [
        "She spoke on Channel 4 about Resolution 2254.",
        "The House passed HR 1 under Article 5.",
        "A Boeing 737 followed Flight 370.",
        "The G7 met after COVID-19 and 9/11.",
        "Call 555-123-4567 for the F-35.",
        "It began at 06:12 and ended at 9 p.m.",
        "See chapter 11, page 40.",
        "Read https://example.org/2015/09/12345 and write to a1@example.org.",
        "The Group of Seven met the Big Three.",
        "It cited the 25th Amendment.",
        "No one wanted one of those.",
    ],
)
def test_names_times_and_addresses_are_no_figures(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("It fell on September 9.", "2015-09-09"),
        ("It fell on 9 September 2014.", "2014-09-09"),
        ("It fell on Sept. 9, 2014.", "2014-09-09"),
        ("It fell in March 2014.", "2014-03"),
        ("It fell in March.", "2015-03"),
        ("It fell in November.", "2014-11"),
        ("It fell in 2011.", "2011"),
        ("It fell 10 days ago.", "2015-09-09"),
        ("It fell two months ago.", "2015-07"),
        ("It fell a year ago.", "2014"),
        ("It fell on Friday.", "2015-09-18"),
        ("It fell on Saturday.", "2015-09-19"),
        ("It fell last Saturday.", "2015-09-12"),
        ("It will open on Monday.", "2015-09-21"),
        ("It fell last week.", "2015-W37"),
        ("It fell last month.", "2015-08"),
        ("It fell yesterday.", "2015-09-18"),
        ("It lasted 2009-2012.", "2009/2012"),
        ("It fell on 2014-02-03.", "2014-02-03"),
    ],
)
def test_dates_are_resolved_against_the_day_of_publication(text: str, iso: str) -> None:
    found = only(text)
    assert (found.kind, found.iso) == ("date", iso)


@pytest.mark.parametrize(
    "text",
    ["It fell on Friday.", "It fell last week.", "It fell 10 days ago.", "It fell on September 9.",
     "It fell in March.", "It fell yesterday."],
)  # fmt: skip
def test_nothing_is_invented_without_a_day_of_publication(text: str) -> None:
    found = only(text, None)
    assert (found.kind, found.iso) == ("date", None)


def test_absolute_dates_need_no_day_of_publication() -> None:
    assert only("It fell on 9 September 2014.", None).iso == "2014-09-09"


def test_impossible_days_are_not_resolved() -> None:
    assert all(f.iso is None for f in read("It fell on February 31, 2014."))


PIECES = st.sampled_from(
    ["1", "20", "3,000", ".5", "$", "%", " ", "-", " to ", " and ", "million", "two", " hundred",
     "half", "a ", " of ", "people", "September ", "Friday", " ago", "year", "s", "/", ":", "\n",
     "–", "(", ")", "one in ", "dozens", "km", "°", "-old", ",", ". ", "last ", "week", "9999"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join))
def test_figures_of_any_pieces_lie_in_the_text_in_order(text: str) -> None:
    at = 0
    for found in read(text):
        assert at <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text
        at = found.end


@given(st.text(), st.none() | st.text(max_size=12))
def test_any_text_and_any_day_are_read_without_an_exception(text: str, day: str | None) -> None:
    assert all(f.text for f in read(text, day))


@pytest.mark.parametrize(
    "piece",
    ["1 ", "1", "1,", "two ", "$1-", "1-2 ", "a million ", "May ", "1/2/", "0.5% of a ", "x1 y ",
     "Friday 1 of "],
)  # fmt: skip
def test_long_texts_full_of_numbers_take_time_in_proportion(piece: str) -> None:
    def taken(length: int) -> float:
        text = piece * (length // len(piece))
        begun = time.process_time()
        read(text)
        return time.process_time() - begun

    assert taken(60_000) < 12 * taken(15_000) + 0.5  # four times the text; its square would be 16


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("The port put the number of missing passengers at 17.", "missing passengers"),
        ("The number of people unaccounted for rose to 17 on Monday.", "people unaccounted for"),
        ("The total of dead sheep was about 40.", "dead sheep"),
    ],
)
def test_a_number_counts_what_its_number_is_said_to_be_of(text: str, about: str) -> None:
    counts = [f for f in figures([("body", 0, text)], None) if f.kind == "count"]
    assert [f.about for f in counts] == [about]


@pytest.mark.parametrize(
    ("text", "figure", "about"),
    [
        ("They signed a pay rise of 7 percent.", "7 percent", "pay rise"),
        ("The firm faces a fine of up to $5 million.", "$5 million", "fine"),
        ("They met for a session of four hours.", "four hours", "session"),
        ("She put the cost of the repair at €3m.", "€3m", "cost of the repair"),
        ("He bought ten looms worth $40,000.", "$40,000", "looms"),
        ("Shares in the mill, which had fallen by 14 per cent, rose.", "14 per cent",
         "Shares in the mill"),
        ("They will pay 43 million euros for the mill.", "43 million euros", "mill"),
        ("It cost nine million crowns ($1.2 million), he said.", "$1.2 million", None),
        ("The judge gave him ten years in prison.", "ten years", "prison"),
        ("Of the guild's 8,900 members 6,204 voted.", "6,204", "members"),
        ("The storm killed 11 sailors and wounded 12, they said.", "12", "sailors"),
        ("It is the third storm since May and the first to reach the town.", "first", "storm"),
        ("They sent 1,200 more troops.", "1,200", "more troops"),
        ("Boats brought 212 passengers and crew ashore.", "212", "passengers and crew"),
        ("Not one soldier comes home.", "one", "soldier"),
        ("Thousands flee the valley.", "Thousands", None),
        ("They agreed on a ten-day truce starting at dawn.", "ten-day", "truce"),
        ("The fire closed two earlier roads.", "two", "earlier roads"),
    ],
)  # fmt: skip
def test_a_figure_counts_what_stands_behind_or_before_it(
    text: str, figure: str, about: str | None
) -> None:
    (found,) = [f for f in read(text) if f.text == figure]
    assert found.about == about


@pytest.mark.parametrize(
    ("text", "whole", "kind", "value", "unit"),
    [
        ("It cost 3.1 million crowns a day.", "3.1 million crowns", "money", 3.1e6, "crown"),
        ("The works cost Cr18m last year.", "Cr18m", "money", 18e6, "crown"),
        ("It lay two nautical miles off the port.", "two nautical miles", "measure", 2, "nmi"),
        ("It fell to 12 micrograms per litre.", "12 micrograms per litre", "measure", 12, "µg/l"),
        ("Each door is two metres and ten centimetres high.", "two metres and ten centimetres",
         "measure", 2.1, "m"),
        ("It was 17 times the limit.", "17 times", "measure", 17, "times"),
        ("It earns that in a day and a half.", "a day and a half", "duration", 1.5, "day"),
        ("They waited for an hour.", "an hour", "duration", 1, "hour"),
        ("They waited half an hour.", "half an hour", "duration", 0.5, "hour"),
        ("The margin was a quarter of one per cent.", "a quarter of one per cent", "percent", 0.25,
         "%"),
        ("The price rose by a third during the strike.", "a third", "measure", 0.3333, "fraction"),
        ("They had asked twice.", "twice", "count", 2, None),
    ],
)  # fmt: skip
def test_a_unit_belongs_to_its_number(
    text: str, whole: str, kind: str, value: float, unit: str | None
) -> None:
    found = next(f for f in read(text) if f.kind != "date")
    assert (found.text, found.kind, found.value, found.unit) == (whole, kind, value, unit)


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Aalto, 66, a clerk, left.", "Aalto"),
        ("Her son Emil, four, climbed out.", "Emil"),
        ("Ines Aalto, who is 67, left.", "Ines Aalto"),
        ("A member aged 11 asked for it.", "member"),
        ("The youngest was a boy of six, they said.", "boy"),
        ("The youngest was 19.", "youngest"),
        ("Ines Aalto left early. She is 61, and tired.", "Ines Aalto"),
        ("“I’ll be 75,” he said.", None),
    ],
)
def test_an_age_is_told_from_a_count(text: str, whose: str | None) -> None:
    found = only(text)
    assert (found.kind, found.about) == ("age", whose)


@pytest.mark.parametrize(
    "text",
    [
        "It burned from twenty to three.",
        "She sailed at ten to one, because of the tide.",
        "They left at half past four.",
        "It moved at four minutes past six.",
        "He was told at 09.40 by the clerk.",
        "They rang at nine in the evening.",
        "By ten o'clock nobody was left.",
        "Door 7 did not move, and door 4 did.",
        "Image 2 of 8",
        "It follows the Quiet Harbours Act of 2022.",
        "She told the Vell Today newspaper so.",
    ],
)
def test_times_of_day_and_numbered_things_are_no_figures(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "whole", "iso"),
    [
        ("It fell last Saturday.", "last Saturday", "2015-09-12"),
        ("It fell in January of last year.", "January of last year", "2014-01"),
        ("It fell last summer.", "last summer", "2015"),
        ("It will open in the spring.", "spring", "2016"),
        ("It will open by the summer of next year.", "summer of next year", "2016"),
        ("It met on Friday, Sept. 18, at noon.", "Friday, Sept. 18", "2015-09-18"),
        ("It fell this morning.", "this morning", "2015-09-19"),
        ("It will go on through the weekend.", "weekend", "2015-W38"),
        ("By Friday evening they had left.", "Friday", "2015-09-18"),
        ("The flags will fly until Monday.", "Monday", "2015-09-21"),
    ],
)
def test_days_are_read_whole(text: str, whole: str, iso: str) -> None:
    found = only(text)
    assert (found.text, found.iso) == (whole, iso)


@pytest.mark.parametrize(
    ("text", "value", "about"),
    [
        ("By dawn the first boat had come.", 1, "boat"),
        ("It is the second-largest port.", 2, None),
        ("They met for a third day in Vell.", 3, "day"),
        ("She gave her first public remarks.", 1, "public remarks"),
    ],
)
def test_ordinals_count_places(text: str, value: float, about: str | None) -> None:
    found = only(text)
    assert (found.kind, found.value) == ("ordinal", value)
    if about is not None:
        assert found.about == about


@pytest.mark.parametrize(
    "text", ["She first met him there.", "One of them left.", "At first it ran."]
)
def test_words_that_only_look_like_numbers_are_none(text: str) -> None:
    assert read(text) == ()


def test_two_sides_of_a_vote_are_one_figure() -> None:
    found = only("The board decided by five votes to two.")
    assert (found.text, found.kind, found.low, found.high) == ("five votes to two", "vote", 2, 5)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The storm killed 56 sailors.", "killed"),
        ("On Monday 56 sailors of the guard were killed.", "were killed"),
        ("The toll rose to 56.", "rose"),
        ("She said 56 sailors left.", "left"),
        ("In all, 56 of 90.", None),
    ],
)
def test_a_figure_goes_with_its_verb(text: str, verb: str | None) -> None:
    found = next(f for f in read(text) if f.value == 56)
    assert found.verb == verb


@pytest.mark.parametrize(
    ("text", "about"),
    [
        (
            "They freed 21 of the more than 200 village pupils.",
            ["village pupils", "village pupils"],
        ),
        ("He gave three of his five sons a farm.", ["sons", "sons"]),
        ("Some 400 villagers' letters were lost.", ["villagers"]),
        ("Some 400 island people’s letters were lost.", ["island people"]),
    ],
)
def test_a_part_counts_what_the_whole_counts_and_owners_are_counted(
    text: str, about: list[str]
) -> None:
    assert [f.about for f in read(text) if f.kind == "count"] == about


def test_one_that_does_something_is_a_pronoun() -> None:
    found = read("Two laws, one banning signs and one on dogs, were struck.")
    assert [f.text for f in found] == ["Two"]
    assert [f.about for f in read("They put up one building.")] == ["building"]


def test_an_age_is_not_that_of_who_is_named_in_the_sentence_before() -> None:
    assert [f.about for f in read("She came from Vell. Aalto, 16, was held.")] == ["Aalto"]


def test_a_unit_joined_to_its_number_counts_the_noun_behind_even_one_that_is_a_verb_too() -> None:
    assert only("Dockers ended a nine-day strike that emptied shelves.").about == "strike"
    assert only("They began a three-hour march.").about == "march"


def test_a_part_of_what_somebody_does_counts_the_whole_clause() -> None:
    assert only("It is half of what the law allows, they said.").about == "what the law allows"


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("About 4% of all the counties in the land saw a rise.", "counties"),
        ("Only 3% or 4% of farms grow it.", "farms"),
        ("Millions of tenants receive a letter.", "tenants"),
        ("Some 30 percent of islanders actually vote.", "islanders"),
        ("They found one man dead on the quay.", "man"),
        ("The talks neared their ninth hour early Sunday morning.", "hour"),
        ("The yield on the 10-year note fell.", "note"),
        ("The yield on the 30-year bond falling to a low was news.", "bond"),
        ("The board has three Liberal and three Labour members.", "Liberal members"),
        ("It spent a million dollars of aid.", "aid"),
        ("He moved billions of dollars in funding.", "funding"),
        ("They will spend $2 trillion over the next ten years on harbours.", "harbours"),
        ("The act raised its imports of tin by 40 percent.", "imports of tin"),
        ("They saw two months' worth of letters.", "letters"),
        ("It took 53 ships, four of which sank.", "ships"),
        ("It was the first interview Aalto has given.", "interview"),
        ("A charge of assault on a person 65 years or older was filed.", "person"),
        ("It reviewed cases from two of the city’s most violent weekends.",
         "city’s most violent weekends"),
    ],
)  # fmt: skip
def test_what_a_number_counts_ends_where_its_noun_phrase_does(text: str, about: str) -> None:
    assert about in [figure.about for figure in read(text)]


def test_each_of_a_row_of_changes_counts_its_own_noun() -> None:
    text = "It cut its exports of soap by 48 percent, tin cups by 7 percent, and rope by 5 percent."
    assert [figure.about for figure in read(text)] == ["exports of soap", "tin cups", "rope"]


def test_a_share_that_opens_a_paragraph_counts_what_the_one_before_has_counted() -> None:
    texts: list[tuple[Where, int, str]] = [
        ("body", 0, "A total of 118 adults were charged."),
        ("body", 1, "87 percent were released."),
        ("body", 2, "30 percent of the price is tax."),
    ]
    assert [f.about for f in figures(texts, PUBLISHED)] == ["adults", "adults", "price"]


@pytest.mark.parametrize(
    "text", ["$4.5 million", "4.5m dollars", "4.5 million dollars", "US$4.5m", "4.5m US dollars"]
)
def test_one_sum_has_one_value_and_one_unit_however_it_is_written(text: str) -> None:
    figure = only(f"It cost {text} then.")
    assert (figure.kind, figure.value, figure.unit) == ("money", 4.5e6, "USD")


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("The wall is 4.5m high.", "measure", 4.5, "m"),
        ("The index fell by more than 1,000 points.", "measure", 1000, "point"),
        ("It stood 50 basis points lower.", "measure", 50, "basis point"),
        ("It rose by a factor of three.", "measure", 3, "times"),
        ("It was on 22.4 evening stories a month.", "count", 22.4, None),
        ("Nearly 90 Percent Of Them Died", "percent", 90, "%"),
    ],
)
def test_units_decide_the_kind(text: str, kind: str, value: float, unit: str | None) -> None:
    (figure,) = read(text)
    assert (figure.kind, figure.value, figure.unit) == (kind, value, unit)


@pytest.mark.parametrize("chain", ["two hundred of the ", "three Labour and "])
def test_numbers_that_follow_one_another_for_ever_are_read(chain: str) -> None:
    assert len(read(f"They saw {chain * 2000}members.")) == 2000


def test_the_number_of_a_house_is_no_figure() -> None:
    assert read("He lives at 11900 Atlantic Boulevard now.") == ()


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("He filmed it until he drove into the tent on Saturday.", "2015-09-19"),
        ("All of 2020's gains are gone.", "2020"),
        ("In the days after September 11 he wrote. The 9/11 report says so.", "2001-09-11"),
        ("On September 11 he wrote a letter.", "2015-09-11"),
    ],
)
def test_days_are_those_that_the_text_means(text: str, iso: str) -> None:
    assert read(text)[0].iso == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Enrolment is to end by the end of October.", "2015-10"),
        ("It rose in October.", "2014-10"),
        ("The bill is slated to come up this autumn.", "2015"),
        ("The minister on Tuesday will speak to them.", "2015-09-22"),
        ("She told of her resignation this Tuesday.", "2015-09-15"),
        ("They marched on the Fourth of July.", "2015-07-04"),
    ],
)
def test_what_is_to_come_is_told_from_what_was(text: str, iso: str) -> None:
    assert read(text)[-1].iso == iso


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("He won 21 more northern seats than her.", "more northern seats"),
        ("242 tilt to the right.", None),
        ("But 6 million isn't out of the question.", None),
        ("It hired 18 gardeners-- and a cook.", "gardeners"),
        ("A 7.1-magnitude earthquake shook it.", "earthquake"),
        ("Ada Quill is now 85 years old.", "Ada Quill"),
        ("Support fell from 35 to 15 percent.", "Support"),
        ("Nineteen sailors were dead. That is one count. The owner admits to 11.", "sailors"),
    ],
)
def test_verbs_and_dashes_are_not_counted(text: str, about: str | None) -> None:
    assert about in [figure.about for figure in read(text)]


def test_a_share_below_one_keeps_its_point() -> None:
    assert only("About .08 percent of them came.").value == 0.08


@pytest.mark.parametrize("written", ["11-and-a-half hour", "11-and-a-half-hour"])
def test_a_half_with_hyphens_is_a_part_of_its_number(written: str) -> None:
    (found,) = figures([("body", 0, f"It was an {written} flight to Norland.")], "2031-03-13")
    assert (found.value, found.unit, found.text) == (11.5, "hour", written)


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("The ferry had to turn around four hours later.", None),
        ("It took around four hours.", "around"),
        ("The court overturned at least 40 rulings.", "at least"),
        ("They turned almost 40 boats away.", "almost"),
    ],
)
def test_who_turns_around_does_not_hedge_the_number_behind(text: str, hedge: str | None) -> None:
    (found,) = figures([("body", 0, text)], "2031-03-13")
    assert found.hedge == hedge


def test_a_scale_in_capitals_belongs_to_its_number() -> None:
    (found,) = figures([("title", 0, "$284 BILLION bill shocks a town")], None)
    assert (found.text, found.value) == ("$284 BILLION", 284e9)
