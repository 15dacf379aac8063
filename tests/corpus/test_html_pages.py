"""What real sites do with their pages: wrapped data, marked bylines, comments, logos, lists."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from corpus.article import Article, Document
from corpus.html import visible_blocks
from corpus.reading import read

PARAGRAPHS = [
    "The ferry between Lindholm and the northern islands sailed again on Tuesday, four months "
    "after a storm had damaged the pier and cut off about 2,400 people.",
    "The company said that parts for the engine had come late, and that a second boat was not "
    "planned before the summer, when visitors usually come in great numbers.",
    "Islanders had asked the government for help, but no answer had come by the weekend, said "
    "the mayor, Ines Halvorsen, who met the first boat at the pier with a brass band.",
]
TITLE = "Ferry sails again after the storm"


def _read(head: str = "", above: str = "", inside: str = "", below: str = "") -> Article:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    page = f"""<!doctype html><html><head><title>{TITLE} | Island Post</title>{head}</head><body>
<header>{above}</header><article><h1>{TITLE}</h1>{inside}{text}</article>{below}</body></html>"""
    return read(Document(data=page.encode(), text=page, path="p.html", format="html"))


def _body(article: Article) -> list[str]:
    return [p.text for p in article.paragraphs if p.role == "body"]


LINKED = '{"@type": "NewsArticle", "datePublished": "2031-03-03", "author": {"name": "Ada Moreno"}}'


@pytest.mark.parametrize(
    "script",
    [
        f"<![CDATA[ {LINKED} ]]>",
        f"//<![CDATA[\n{LINKED}\n//]]>",
        f"/*<![CDATA[*/{LINKED}/*]]>*/",
        f"<!-- {LINKED} -->",
        LINKED.replace('"', "&quot;"),
        LINKED.replace("}}", ",}}"),
    ],
)
def test_linked_data_is_read_however_the_page_wraps_it(script: str) -> None:
    article = _read(f'<script type="application/ld+json">{script}</script>')
    assert (article.published, article.published_from) == ("2031-03-03", "jsonld")
    assert article.authors == ("Ada Moreno",)


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ('<p class="byline">by <a href="/x">Ada Moreno</a> - Mar 3</p>', ("Ada Moreno",)),
        ('<span class="pb-byline">By Ada Moreno March 18</span>', ("Ada Moreno",)),
        ('<div class="author"><a>Ada Moreno</a> and <a>Bo Sand</a></div>',
         ("Ada Moreno", "Bo Sand")),
        ('<div><a rel="author">Ada Moreno</a><a rel="author">Bo Sand</a></div>',
         ("Ada Moreno", "Bo Sand")),
        ('<span itemprop="author"><span itemprop="name">Ada Moreno</span></span>', ("Ada Moreno",)),
        ('<div class="author">Island Newsroom 12 shares</div>', ()),
        ('<div class="author">Last updated 3:15</div>', ()),
        ('<div class="related"><span class="author">Bo Sand</span></div>', ()),
    ],
)  # fmt: skip
def test_a_marked_byline_names_the_authors(byline: str, authors: tuple[str, ...]) -> None:
    assert _read(inside=byline).authors == authors


def test_who_comments_or_writes_another_article_wrote_nothing_of_this_one() -> None:
    comments = '<div id="comments"><span class="author">Bo Sand</span><p>Good ferry.</p></div>'
    assert _read(below=comments).authors == ()


def test_what_readers_wrote_is_no_text_of_the_article() -> None:
    remark = (
        "I took this ferry every week for twenty years, and nobody ever told us that the doors "
        "had not been looked at, which makes me wonder what else there is to be found out."
    )
    article = _read(below=f'<ol class="comment-list"><li><p>{remark}</p></li></ol>')
    assert _body(article) == PARAGRAPHS
    assert {r.text: r.why for r in article.removed}[remark] == "stands among what readers wrote"


def test_a_list_of_which_most_is_kept_is_kept_whole() -> None:
    items = [f"the {name} pier, built in {year}" for name, year in
             (("northern", 1904), ("southern", 1911), ("old", 1890), ("new", 1988))]  # fmt: skip
    listed = "".join(f"<li>{item}</li>" for item in [*items, "a slip"])
    article = _read(inside=f"<p>{PARAGRAPHS[0]}</p><ul>{listed}</ul>")
    kept = {p.text for p in article.paragraphs}
    assert kept.issuperset([*items, "a slip"])


def test_the_sites_name_in_large_letters_is_no_headline() -> None:
    page = f"""<html><head><title>{TITLE} | Island Post Online</title></head><body>
<h1><a href="/">Island Post Online</a></h1><h2>{TITLE}</h2>
{"".join(f"<p>{text}</p>" for text in PARAGRAPHS)}</body></html>"""
    article = read(Document(data=page.encode(), text=page, path="p.html", format="html"))
    assert article.title == TITLE


@pytest.mark.parametrize(
    "label",
    [
        "Island Post | 03.03.2031 à 13h36 | Par Ada Moreno avec Bo Sand",
        "Published 3 March 2031 · Tagged with ferries and storms",
        "chaos theory",
    ],
)
def test_a_line_that_says_when_and_who_is_no_standfirst(label: str) -> None:
    article = _read(inside=f'<p class="intro">{label}</p>')
    assert article.standfirst is None


def test_a_year_of_a_copyright_notice_is_no_day_of_publication() -> None:
    assert _read(below="<footer>© 2019 Island Post</footer>").published is None


def test_a_site_is_called_by_its_name_not_by_its_motto() -> None:
    named = '<meta property="og:site_name" content="Inselblatt - what the islands talk of">'
    assert _read(named).outlet == "Inselblatt"


@pytest.mark.parametrize(
    "paragraph",
    [
        "© Provided by Harbour Wire The harbour and its ferries shocked the world earlier this "
        "year by announcing that no boat would sail on Sundays, a step that nobody had asked "
        "for and that the mayor called a folly.",
        "But even if we accept that clicking through a “Terms of Service” that no one reads can "
        "amount to true consent, and that these terms are one-sided, what is left to somebody "
        "who never opted into these systems at all and whose data are shared by others?",
    ],
)
def test_a_paragraph_that_looks_like_a_notice_only_at_its_beginning_is_kept(paragraph: str) -> None:
    article = _read(inside=f"<p>{PARAGRAPHS[0]}</p><p>{paragraph}</p>")
    assert paragraph in _body(article)


_PIECES = st.sampled_from(
    [f"<p>{text}</p>" for text in PARAGRAPHS]
    + [
        "<h2>What the register says</h2>", "<ul><li>One pier</li><li>Two boats</li></ul>",
        "<p>Advertisement</p>", "<p class='intro'>Islanders are glad of it.</p>",
        "<div class='related'><a href='/x'>Storm shuts the harbour for a third day</a></div>",
        "<figure><figcaption>The pier. Photo: K. Voss</figcaption></figure>",
        "<blockquote>“We waited for months,” she said.</blockquote>", "<time>3 March 2031</time>",
        "<div id='comments'><p>I was there when the pier broke, and I saw all of it.</p></div>",
        "<table><tr><th>Boat</th><td>1988</td></tr></table>", "loose words <b>in bold</b>",
        "<p dir='rtl'>المدينة القديمة تستقبل زوارها من جديد.</p>", "<p>市長は港を再開した。</p>",
        "<div class='byline'>By <a rel='author'>Ada Moreno</a></div>", "<h1>Another headline</h1>",
    ]
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(_PIECES, max_size=14).map("".join))
def test_every_visible_block_is_kept_or_set_aside_exactly_once(inside: str) -> None:
    page = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{inside}</body></html>"
    article = read(Document(data=page.encode(), text=page, path="p.html", format="html"))
    blocks = {b.number: b.text for b in visible_blocks(html.document_fromstring(page))}
    pieces = [(p.line, p.text) for p in article.paragraphs]
    pieces += [(r.line, r.text) for r in article.removed]
    numbers = [number for number, _ in pieces]
    assert len(numbers) == len(set(numbers))
    for number, text in pieces:
        assert re.sub(r"\s", "", text) == re.sub(r"\s", "", blocks[number or 0])
    own = re.sub(r"\s", "", f"{article.title or ''}{article.standfirst or ''}")
    left = "".join(text for number, text in blocks.items() if number not in set(numbers))
    assert re.sub(r"\s", "", left) in own


@pytest.mark.parametrize(
    "inside",
    [
        "<p>" + "word " * 120_000 + "</p>",
        "<p>" + "x" * 600_000 + "</p>",
        "<p>One short line of text.</p>" * 10_000,
        "<div>" * 3_000 + "deep" + "</div>" * 3_000,
        "<table>" + "<tr><td>1988</td><td>41</td></tr>" * 5_000 + "</table>",
        "<ul>"
        + "<li><a href='/x'>A headline about the pier and the boats</a></li>" * 5_000
        + "</ul>",
        "<p dir='rtl'>" + "المدينة القديمة " * 30_000 + "</p>",
        "<p>" + "市長は港を再開した。" * 30_000 + "</p>",
        "<p>#a" + "{" * 200_000 + ")</p>",
        "<script type='application/ld+json'>{" + " " * 400_000 + "</script><p>word</p>",
        "<p class='" + "image-" * 20_000 + "'>word</p>",
        "<div class='author'>" * 2_000 + "By Ada Moreno",
    ],
    ids=lambda text: text[:24],
)
def test_an_outlandish_page_is_read_whole(inside: str) -> None:
    article = _read(inside=inside)
    words = html.document_fromstring(f"<body>{inside}</body>")
    for script in list(words.iter("script")):
        script.drop_tree()
    texts = [*(p.text for p in article.paragraphs), *(r.text for r in article.removed)]
    read_whole = re.sub(r"\s", "", "".join(texts) + (article.standfirst or "") + TITLE)
    assert len(re.sub(r"\s", "", words.text_content())) <= len(read_whole)


def test_a_caption_that_the_page_marks_by_its_class_is_a_caption() -> None:
    line = "Islanders on the pier on Monday night holding lanterns aloft"
    article = _read(inside=f'<p>{PARAGRAPHS[0]}</p><p class="imageCaption">{line}</p>')
    assert {p.text: p.role for p in article.paragraphs}[line] == "caption"


def test_the_section_above_the_headline_is_no_text() -> None:
    page = f"""<html><head><title>{TITLE}</title></head><body><article><span>Harbour</span>
<h1>{TITLE}</h1>{"".join(f"<p>{text}</p>" for text in PARAGRAPHS)}</article></body></html>"""
    article = read(Document(data=page.encode(), text=page, path="p.html", format="html"))
    assert _body(article) == PARAGRAPHS


def test_the_site_behind_the_headline_in_the_pages_title_is_the_outlet() -> None:
    article = _read()
    assert (article.outlet, article.outlet_from) == ("Island Post", "title of the page")


@pytest.mark.parametrize(
    "line",
    [
        "You have read 3 of 3 free articles this month. Subscribe for full access, from 9 crowns.",
        "La suite est réservée aux abonnés. Abonnez-vous dès 1 €.",
        "Submitted by editor on Mon, 02/09/2032 - 18:20",
    ],
)
def test_a_paywall_and_a_systems_note_are_no_text_of_the_article(line: str) -> None:
    article = _read(inside=f"<div>{line}</div>")
    assert (_body(article), article.standfirst) == (PARAGRAPHS, None)


def test_agencies_in_small_letters_after_initials_are_credited() -> None:
    article = _read(below="<p>kb/jo (dpa, afp)</p>")
    assert article.agencies == ("dpa", "AFP")


def test_the_outlet_behind_a_reporters_name_in_capitals_is_no_part_of_it() -> None:
    article = _read(
        inside='<p class="byline">By <a class="author">PAT MOOR FOR ISLAND POST</a></p>'
    )
    assert (article.authors, article.outlet) == (("Pat Moor",), "Island Post")
