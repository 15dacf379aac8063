"""The role of every line of a scraped page, and why."""

from __future__ import annotations

import re
import string
from importlib import import_module
from typing import Any

import pytest

from corpus.cleaning import blocks_of, clean, marks
from corpus.cleaning.repairs import mend

BODY = (
    "The ferry between Lindholm and the northern islands sailed again on Tuesday, four months "
    "after a storm had damaged the pier."
)
MORE = (
    "The company said that parts for the engine had come late, and that a second boat was not "
    "planned before the summer."
)
LAST = (
    "Islanders had asked the government for help, but no answer had come by the weekend, they said."
)


def _roles(*lines: str) -> dict[str, str]:
    blocks = blocks_of("\n\n".join(lines))
    clean(blocks)
    assert all(block.role and block.why for block in blocks)
    return {block.whole: block.role for block in blocks}


def _page(*lines: str) -> dict[str, str]:
    return _roles("Ferry sails again after the storm", BODY, *lines, MORE, LAST)


@pytest.mark.parametrize(
    "line",
    [
        "Skip to main content",
        "Zum Inhalt springen",
        "1. Skip to content",
        "Advertisement",
        "ADVERTISEMENT:",
        "Anzeige",
        "Story continues below",
        "Related: Islanders demand a second boat",
        "Read more: What the storm left behind",
        "Lesen Sie auch: Der Sturm und die Folgen",
        "Follow Island Post on Twitter: @islandpost",
        "Watch the Island Post documentary on the storm:",
        "Share this article",
        "1.2k shares",
        "5 min read",
        "Sign up for our daily newsletter",
        "Get the latest island news delivered to your inbox.",
        "We use cookies to improve your experience on our website.",
        "Nous utilisons des cookies pour améliorer votre expérience.",
        "Whoever registers accepts our Terms of Use and our Privacy Policy.",
        "This form is protected by reCAPTCHA; read the maker's Privacy Policy.",
        "Web sitemizde çerezler kullanılmaktadır.",
        "All rights reserved.",
        "This story is over 5 years old.",
        "JUST WATCHED Storm seen from the pier Replay More Videos ... MUST WATCH Storm 02:40",
        "Embed autoplay autoplay Copy this code to your website or blog",
        "Get instant access to more island news for only $5.",
        "var _piers = _piers || []; _piers.push(['embed']);",
        "(function() { document.write('pier'); })();",
        "Please enable JavaScript to view the comments.",
        "Order Reprints | Today’s Paper | Subscribe A version of this article appears in print on "
        "March 3, 2031, on Page A 14 of the Island edition with the headline: The Pier Is Shut",
        "A version of this article appears in print on March 3, 2031, on Page B2 of the Island "
        "edition with the headline: The Pier Is Shut for the Winter, and Who Will Pay for It Then",
    ],
)
def test_furniture_of_a_page_is_set_aside(line: str) -> None:
    assert _page(line)[line] == "noise"


@pytest.mark.parametrize(
    "line",
    [
        "The ministry said its new privacy policy would protect the islanders' data from misuse.",
        "Regulators want browsers to block tracking cookies unless people agree to them first.",
        "Religious groups can opt out of the mandate by writing to the ministry, the court held.",
        "She asked people to follow the example of the first crews who went out in the storm.",
        "Watch what happens when a storm meets a pier that nobody has mended for thirty years.",
        "He told the newspaper that work survivors did since contributed to the recovery.",
        '"No," he said.',
        "© Provided by Harbour Wire The company shocked the islands earlier this year when it said "
        "that no boat would sail on Sundays, which nobody had asked for at all.",
        "But even if we accept that clicking through terms of service that nobody reads is true "
        "consent, what is left to somebody who never opted into these systems at all, she asked.",
        '"You agree to our privacy policy when you speak near the set," the maker had written.',
        "By Tuesday the crews had mended most of the pier and gone home to their families.",
        "Advertisements for the crossing had been printed before the storm broke the pier.",
    ],
)
def test_a_sentence_that_sounds_like_furniture_stays(line: str) -> None:
    assert _page(line)[line] == "body"


def test_the_first_headline_that_is_no_label_is_the_title() -> None:
    roles = _roles("FYI.", "News", "Ferry sails again after the storm", BODY, MORE)
    assert roles["Ferry sails again after the storm"] == "title"
    assert roles["News"] == "noise"


def test_a_headline_that_looks_like_a_sentence_is_known_by_the_byline_below_it() -> None:
    roles = _roles(
        "Ferry that nobody believed in sails again at last.", "By Ada Moreno", BODY, MORE
    )
    assert roles["Ferry that nobody believed in sails again at last."] == "title"


def test_a_text_that_begins_with_its_first_sentence_has_no_title() -> None:
    assert "title" not in _roles(BODY, MORE).values()


def test_a_summary_between_title_and_credit_is_the_standfirst() -> None:
    summary = "Four months after the storm the islands are no longer cut off from the mainland."
    blocks = blocks_of(
        f"Ferry sails again after the storm\n\n{summary}\nPhoto by Karl Voss\n\n{BODY}\n\n{MORE}"
    )
    clean(blocks)
    assert [b.role for b in blocks] == ["title", "standfirst", "credit", "body", "body"]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("By Ada Moreno and Karl Voss", "byline"),
        ("by Island Post with AFP", "byline"),
        ("Von Ada Moreno", "byline"),
        ("Published March 3rd, 2021 - 07:15 GMT", "date"),
        ("LINDHOLMMar 3, 2021 - 12:00 am GMT+3", "date"),
        ("Updated at 8:30 p.m. ET", "date"),
        ("https://example.org/p/1GZ8v", "url"),
        ("Image: picture-alliance/AP Photo/K. Voss", "credit"),
        ("Photo: Karl Voss/Reuters", "credit"),
        ("7 years ago", "date"),
        ("Ada Moreno and Karl Voss and Bo Sand and Ines Holm", "byline"),
        ("Ada Moreno, Karl Voss, and Bo Sand", "byline"),
    ],
)
def test_lines_between_title_and_text_say_what_they_are(line: str, role: str) -> None:
    assert _roles("Ferry sails again after the storm", line, BODY, MORE)[line] == role


@pytest.mark.parametrize(
    "line",
    [
        "am/kv (AFP, dpa)",
        "(Reporting by Ada Moreno; Editing by Karl Voss)",
        "The Associated Press contributed to this report.",
    ],
)
def test_closing_credits_are_credits(line: str) -> None:
    assert _roles("Ferry sails again after the storm", BODY, MORE, line)[line] == "credit"


def test_a_line_that_stands_twice_is_a_caption_and_its_repeat() -> None:
    caption = "The pier of Lindholm after the storm, seen from the sea"
    blocks = blocks_of(f"Ferry sails again\n\n{BODY}\n\n{caption}\n{caption}\n\n{MORE}")
    clean(blocks)
    assert [b.role for b in blocks] == ["title", "body", "caption", "caption", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "The pier of Lindholm after the storm. (AFP/File)",
        "Mayor Ines Halvorsen, right, meets the first boat at the pier, March 2, 2021.",
        "FILE - The old ferry leaves the harbour of Lindholm in May",
        "Hopes are back, said HalvorsenImage: Reuters/K. Voss",
    ],
)
def test_captions_are_told_from_the_text(line: str) -> None:
    assert _page(line)[line] == "caption"


def test_a_short_line_between_paragraphs_is_a_subhead() -> None:
    roles = _page("A slow repair", "The pier had stood for ninety years and needed new beams.")
    assert roles["A slow repair"] == "subhead"
    assert _page("Who pays?")["Who pays?"] == "subhead"


def test_a_quotation_of_the_text_standing_alone_is_a_pull_quote() -> None:
    said = '"We counted every day until the boat came back," said the mayor. "Nobody helped us."'
    pulled = "'We counted every day until the boat came back. Nobody helped us.'"
    roles = _page(said, pulled)
    assert roles[pulled] == "pullquote"
    assert roles[said] == "body"


SAID = (
    "“We have been watching the wall from the first day and expect it to stand until the spring "
    "tides,” said Lena Orlova of the Veldau Dyke Board, who had come to see it herself."
)


@pytest.mark.parametrize("credit", ["Lena Orlova, Veldau Dyke Board", "— Lena Orlova", "Anonymous"])
def test_words_of_the_text_with_a_credit_behind_them_are_a_pull_quote(credit: str) -> None:
    pulled = (
        "We have been watching the wall from the first day and expect it to stand until the "
        f"spring {credit}"
    )
    assert _page(SAID, pulled)[pulled] == "pullquote"


def test_words_of_the_text_that_a_sentence_goes_on_from_are_text() -> None:
    goes_on = (
        "We have been watching the wall from the first day and expect it to stand until the "
        "spring In the north , the tides came early"
    )
    assert _page(SAID, goes_on)[goes_on] == "body"
    told = goes_on.partition(" In the north")[0] + " Lena Orlova told the council in a letter"
    assert _page(SAID, told)[told] == "body"


@pytest.mark.parametrize("opening", ["FILE - In this", "FILE- In this", "File — This"])
def test_a_picture_from_the_files_opens_as_a_caption_and_gives_no_dateline(opening: str) -> None:
    shown = (
        f"{opening} May 18, 2031 file photo, the wall stands in Veldau. The town has said that "
        "nobody may walk on it before the spring tides are over."
    )
    assert _page(shown, SAID)[shown] == "caption"


def test_a_long_line_about_a_picture_from_the_files_is_a_caption_too() -> None:
    line = "FILE - In this May 18, 2031 file photo, the wall stands in Veldau. " + " ".join(
        ["The town has said that nobody may walk on it before the spring tides."] * 6
    )
    assert 90 < len(line.split()) <= 130
    assert _page(line, SAID)[line] == "caption"


def test_the_buttons_between_pictures_make_a_line_a_caption() -> None:
    slides = (
        "Veldau harbour Mon, July 18, 2031 Veldau harbour. Play slideshow Quill Images 1 of 35 "
        "The old wall stands beside the flag of the port on a cold day in December 2019"
    )
    assert _page(SAID, slides)[slides] == "caption"


def test_half_a_book_away_a_quotation_that_stands_again_is_no_pull_quote() -> None:
    said = '"We counted every day until the boat came back," said the mayor. "Nobody helped us."'
    pulled = "'We counted every day until the boat came back. Nobody helped us.'"
    book = [
        f"Chapter {n} tells how the pier of Lindholm was mended in the year {n}."
        for n in range(1600)
    ]
    assert _page(said, *book[:100], pulled)[pulled] == "pullquote"
    assert _page(said, *book, pulled)[pulled] != "pullquote"


def test_a_quotation_that_stands_once_is_text() -> None:
    said = "'We counted every day until the boat came back. Nobody helped us.'"
    assert _page(said)[said] == "body"


def test_headlines_below_you_may_also_like_are_related() -> None:
    roles = _page()
    lines = (
        "Ferry sails again after the storm",
        BODY,
        MORE,
        "You may also like",
        "Five walks by the sea",
    )
    roles = _roles(*lines)
    assert roles["You may also like"] == "noise"
    assert roles["Five walks by the sea"] == "related"


def test_text_goes_on_after_a_box_of_links() -> None:
    roles = _page("More on this story", "Islanders demand a second boat")
    assert roles[MORE] == roles[LAST] == "body"


def test_fragments_of_a_consent_text_at_the_end_are_furniture() -> None:
    roles = _roles(
        "Ferry sails again after the storm",
        BODY,
        MORE,
        "Unsubscribe at any time. Readers who register accept our Terms of Use.",
        "Please",
        "click",
        "to read how we use personal data under the law and what cookies do on our site",
        "on these pages.",
    )
    assert list(roles.values()) == ["title", "body", "body"] + ["noise"] * 5


def test_menus_around_an_article_are_set_aside() -> None:
    menu = [
        f"Section {word}" for word in "one two three four five six seven eight nine ten".split()
    ]
    lists = [
        f"Another Headline About The {place} Affair" for place in "North South East West".split()
    ]
    roles = _roles(
        "Ferry sails again after the storm | Island Post",
        *menu,
        *(f"{entry} more" for entry in menu),
        "Ferry sails again after the storm",
        "By Ada Moreno",
        BODY,
        MORE,
        LAST,
        "Most read",
        *lists,
        *(f"{entry} again" for entry in menu),
    )
    assert [text for text, role in roles.items() if role == "body"] == [BODY, MORE, LAST]
    assert roles["Ferry sails again after the storm"] == "title"
    assert all(roles[line] == "related" for line in lists)


def test_a_list_of_headlines_is_kept_whole() -> None:
    lines = [f"Item {n} of the list of things to do" for n in range(8)]
    roles = _roles(*lines)
    assert list(roles.values()) == ["title"] + ["body"] * 7


@pytest.mark.parametrize(
    ("glued", "mended"),
    [
        ("LINDHOLMMar 17, 2021", "LINDHOLM Mar 17, 2021"),
        ("It stayed 'complicated'Image: AP", "It stayed 'complicated' Image: AP"),
        ("said HalvorsenImage: Reuters", "said Halvorsen Image: Reuters"),
        ('about the future."However, he', 'about the future." However, he'),
        ('said Halvorsen"The boat is back," he', 'said Halvorsen "The boat is back," he'),
        ("on the pier.The boat left", "on the pier. The boat left"),
        ('they are "back,"she said', 'they are "back," she said'),
    ],
)
def test_glued_text_is_parted_by_a_blank(glued: str, mended: str) -> None:
    text, what = mend(glued)
    assert text == mended
    assert len(what) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Visit example.Com for more",
        "the U.S.A. and",
        "an iPhone and a MacBook",
        "He said: no.",
        "3.5 m",
    ],
)
def test_nothing_else_is_changed(text: str) -> None:
    assert mend(text) == (text, [])


@pytest.mark.parametrize(
    "above",
    [
        ("Home > World",),
        ("Home / Dispatches / Islands",),
        ("The Lindholm Gazette",),
        ("Tide News Wire", "4 May 2031 10:42 GMT"),
        ("Island Notes", "News from the pier, since 2003", "Menu", "About"),
        ("Ferry sails again after the storm | Tide Online", "Search"),
    ],
)
@pytest.mark.parametrize("below", [("By Ann Lee",), ("by staff writer", "4 May 2031")])
def test_the_title_is_the_line_above_byline_and_text(
    above: tuple[str, ...], below: tuple[str, ...]
) -> None:
    title = "Ferry sails again after the storm"
    blocks = blocks_of("\n".join((*above, title, *below, BODY, MORE, LAST)))
    clean(blocks)
    assert [block.text for block in blocks if block.role == "title"] == [title]


def test_a_title_of_two_words_stands_above_byline_and_standfirst() -> None:
    summary = "A letter from an island that waits for its boat longer than for its letters"
    roles = _roles("Two boats", "by Ann Lee", summary, BODY, MORE, LAST)
    assert roles["Two boats"] == "title"
    assert roles[summary] == "standfirst"


def test_who_speaks_in_a_transcript_is_no_furniture() -> None:
    lines = ["Welcome to the programme about the islands."]
    for turn in range(20):
        lines += ["ann lee", f"{MORE[:-1]} in year {turn}.", "bo sand", f"{LAST[:-1]} of {turn}."]
    roles = _roles("Islands on the air", *lines)
    assert roles["ann lee"] in ("body", "subhead")
    assert roles["Welcome to the programme about the islands."] == "body"


@pytest.mark.parametrize(
    "line",
    [
        "Commenting on the storm, the mayor said that the pier had been built for another sea.",
        "Most of the 900 comments submitted to the harbour board were against the new pier.",
        'The first notice read: "Islanders, click here to read the plan of the new pier."',
        "The board opened its archive of storms to the public on Friday, and whoever wants to see "
        "how high the water stood in 1931 can do so there. Click here to read it.",
        "UPDATE 4 May: the company has since said that the boat will sail on Sundays too.",
        "[Island Post, 1/15/10]",
        "We baked for the crews all night, and our neighbours carried the cookies to the pier.",
        'The terms of service of the ferry are strange: "If you are on our boat, you may not be '
        'taken off it," the captain said.',
        'He called the plan a " summer dream " and its author a " winter guest " of the island.',
        "The answers came from a cookie-cutter: you are running against me, the mayor replied.",
        "Islanders had left their questions in the comments section of the board's plan, and the "
        "mayor read out those that had come from the northern shore, one after the other.",
        "Update at 2:42 p.m. ET. Board Will Answer",
        "New EPA chief wants cleaner boats, islanders say",
    ],
)
def test_a_paragraph_that_sounds_like_a_notice_is_not_lost(line: str) -> None:
    assert _page(line)[line] in ("body", "subhead")


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("(SEE RELATED: Islanders demand a second boat)", "noise"),
        ("( PHOTOS: The storm in ten pictures)", "noise"),
        ("Islanders demand a second boat before winter comes Read more", "noise"),
        ("The latest:Islanders demand a second boat", "noise"),
        ("A second boat:Islanders demand more from the government", "related"),
        ("Story Continued Below", "noise"),
        ("Advertisement Advertisement", "noise"),
        ("Write to Ann Lee at ann.lee@example.org", "noise"),
        ("(Adds mayor, number of passengers)", "noise"),
        ("Contributing: Bo Sand", "credit"),
        ("Image copyright Tide Image caption The old pier seen from the quay", "caption"),
        ("FILE PHOTO: The ferry leaves the pier at Lindholm. REUTERS/A. Lee", "caption"),
        ("The ferry at its pier in 2012. (Ann Lee/Reuters)", "caption"),
    ],
)
def test_links_notes_and_captions_between_paragraphs(line: str, role: str) -> None:
    assert _page(line)[line] == role


def test_a_sentence_above_a_stated_title_is_kept() -> None:
    blocks = blocks_of(f"{BODY}\n\nFerry sails again\n\n{MORE}\n\n{LAST}")
    clean(blocks, title="Ferry sails again")
    assert [block.role for block in blocks] == ["standfirst", "title", "body", "body"]


def test_a_verdict_that_a_list_repeats_is_counted_each_time() -> None:
    verdict = "The board ruled for the islanders here."
    blocks = blocks_of("\n\n".join((BODY, verdict, MORE, verdict, LAST)))
    clean(blocks)
    assert [block.role for block in blocks] == ["body"] * 5


def test_a_long_caption_of_an_agency_is_a_caption_however_long() -> None:
    caption = f"{BODY} {MORE} The mayor speaks to reporters on the pier. (AP Photo/K. Voss)"
    assert _roles("Ferry sails again", caption, BODY, MORE, LAST)[caption] == "caption"


def test_the_captions_of_a_series_of_pictures_are_captions() -> None:
    series = f"Photos: The storm {BODY} Hide Caption 1 of 2 {MORE} {LAST} Hide Caption 2 of 2"
    series = series.replace("Hide Caption 1", f"{MORE} {LAST} Hide Caption 1")
    assert _page(series)[series] == "caption"


def test_a_heading_in_capitals_that_sounds_like_a_call_is_a_subhead() -> None:
    assert _page("STAY CONNECTED VIRTUALLY")["STAY CONNECTED VIRTUALLY"] == "subhead"


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("ISLANDERS DEMAND A SECOND BOAT BEFORE THE WINTER", "related"),
        ("WILL THE ISLANDERS HAVE A SECOND BOAT BEFORE WINTER?", "body"),
        ("4. ISLANDERS DEMAND A SECOND BOAT BEFORE THE WINTER", "subhead"),
        (
            "see also Islanders demand a second boat The council said on Monday that it...",
            "related",
        ),
        ("Read More Islanders Demand a Second Boat. The council said so on Monday.", "related"),
        ("Click for more from the Harbour Gazette.", "noise"),
        ("Follow Ann Lee: https://example.org/ann", "noise"),
        (
            "Sen. A. B. Lee greets St. Lindholm's ferry on Monday, Dec. 1. (Photo: C. Sand, AP)",
            "caption",
        ),
        (
            "She “had never seen the pier so full,” Ann Lee said later. Photograph: Bo Sand/Tide",
            "caption",
        ),
        (
            "The ferry leaves its pier for the last time on Monday. | AP Photo Pier is closed",
            "caption",
        ),
        ("Enlarge this image toggle caption " + "Ann Lee/Tide Image Service via AP " * 3, "credit"),
    ],
)
def test_links_and_captions_that_pages_leave_between_paragraphs(line: str, role: str) -> None:
    assert _page(line)[line.strip()] == role


def test_a_headline_in_capitals_stays_where_the_text_has_such_subheads() -> None:
    long = "ISLANDERS DEMAND A SECOND BOAT BEFORE THE WINTER"
    roles = _roles(
        "Ferry sails again", BODY, "A SECOND BOAT", MORE, long, LAST, "LATER", BODY + " So."
    )
    assert roles[long] == "subhead"


def test_the_title_of_a_page_with_the_name_of_its_site_is_no_caption() -> None:
    title = "Who will repair the pier and the old ferry before the winter? | Reuters"
    assert _roles(title, BODY, MORE, LAST)[title] != "caption"


def test_the_buttons_of_a_player_name_nobody() -> None:
    assert _roles("Ferry sails again", "Play Facebook", BODY, MORE)["Play Facebook"] != "byline"


def _first(parsed: Any) -> tuple[set[str], bool]:
    """The letters that what an expression matches may begin with, and whether it may be empty."""
    found: set[str] = set()
    for op, value in parsed:
        begins, empty = _first_of(str(op), value)
        found |= begins
        if not empty:
            return found, False
    return found, True


def _first_of(op: str, value: Any) -> tuple[set[str], bool]:
    if op == "LITERAL":
        return {chr(value).lower()}, False
    if op == "IN":
        signs = [v for kind, v in value if str(kind) == "LITERAL"]
        rest = {str(v) for kind, v in value if str(kind) != "LITERAL"}
        assert rest <= {"CATEGORY_NOT_WORD", "CATEGORY_SPACE"}, rest
        return {chr(sign).lower() for sign in signs}, False
    if op == "BRANCH":
        ways = [_first(way) for way in value[1]]
        return set().union(*(begins for begins, _ in ways)), any(empty for _, empty in ways)
    if op == "SUBPATTERN":
        return _first(value[3])
    assert op == "MAX_REPEAT", op
    begins, empty = _first(value[2])
    return begins, empty or value[0] == 0


@pytest.mark.parametrize(
    ("pattern", "left_out"),
    [
        (marks._URL, marks._NO_ADDRESS),
        (marks._BROADCAST_CAPTION, marks._NO_LABEL),
        (marks._SUBMITTED, marks._NOT_SUBMITTED),
        (marks._REPORTED, marks._NOT_REPORTED),
        (marks._PICTURES, marks._NO_PICTURES),
        (marks._CREDIT_START, marks._NO_CREDIT),
        (marks._WITHOUT_YEAR, marks._NO_UPDATE),
        (marks._BY, marks._NO_BYLINE),
    ],
)
def test_no_line_is_passed_over_by_a_letter_that_its_pattern_begins_with(
    pattern: re.Pattern[str], left_out: frozenset[str]
) -> None:
    begins, empty = _first(import_module("re._parser").parse(pattern.pattern, pattern.flags))
    assert begins & set(string.ascii_lowercase)
    assert not empty
    assert left_out.isdisjoint(begins)
    assert left_out.isdisjoint({letter.upper() for letter in begins})


def test_a_button_within_a_long_text_does_not_make_it_a_caption() -> None:
    text = " ".join([SAID] * 12 + ["Play slideshow Quill Images 1 of 35"] + [SAID] * 12)
    assert _page(text)[text] == "body"
