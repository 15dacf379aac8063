"""HTML pages: the article's blocks, what is set aside, and what the page states."""

from __future__ import annotations

import json

import pytest

from corpus.article import Article, Document, Stated
from corpus.reading import read

PARAGRAPHS = [
    "The ferry between Lindholm and the northern islands sailed again on Tuesday, four months "
    "after a storm had damaged the pier and cut off about 2,400 people.",
    "The company said that parts for the engine had come late, and that a second boat was not "
    "planned before the summer, when visitors usually come in great numbers.",
    "Islanders had asked the government for help, but no answer had come by the weekend, said "
    "the mayor, Ines Halvorsen, who met the first boat at the pier with a brass band.",
]


def _page(head: str = "", body: str = "") -> str:
    paragraphs = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    return f"""<!doctype html><html lang="en"><head>
<title>Ferry sails again after the storm | Island Post</title>{head}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<header><a href="#c">Skip to content</a></header>
<article><h1>Ferry sails again after the storm</h1>{body}
<figure><img src="p.jpg" alt=""><figcaption>The pier in winter. Photo: K. Voss</figcaption></figure>
{paragraphs}</article>
<aside><h2>Most read</h2><ul>
<li><a href="/a">Five walks along the northern coast</a></li></ul></aside>
<footer><p>© 2021 Harbour Holdings Ltd. All rights reserved.</p></footer>
<script>var secret = "not text";</script></body></html>"""


def _read(text: str, stated: Stated | None = None, roles: dict[int, str] | None = None) -> Article:
    document = Document(
        data=text.encode(), text=text, path="p.html", format="html", stated=stated or Stated()
    )
    return read(document, roles=roles)


def test_the_article_is_kept_and_the_page_around_it_set_aside() -> None:
    article = _read(_page())
    assert [p.text for p in article.paragraphs if p.role == "body"] == PARAGRAPHS
    assert article.title == "Ferry sails again after the storm"
    removed = {r.text: r.role for r in article.removed}
    assert removed["Skip to content"] == "noise"
    assert removed["Most read"] == "noise"
    assert "not text" not in " ".join(removed)


def test_every_block_is_kept_or_set_aside_with_its_number() -> None:
    article = _read(_page())
    numbers = [p.line for p in article.paragraphs] + [r.line for r in article.removed]
    assert len(set(numbers)) == len(numbers)
    assert set(numbers) <= set(range(1, len(numbers) + 2))
    assert all(p.source_span is None for p in article.paragraphs)


def test_a_figure_caption_is_a_caption() -> None:
    article = _read(_page())
    assert [p.text for p in article.paragraphs if p.role == "caption"] == [
        "The pier in winter. Photo: K. Voss"
    ]


LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {
            "@type": "NewsArticle",
            "headline": "Ferry sails again after the storm",
            "datePublished": "2021-03-03T07:15:00+01:00",
            "author": [{"@type": "Person", "name": "Ada Moreno"}],
            "publisher": {"@type": "Organization", "name": "Island Post"},
            "mainEntityOfPage": "https://islandpost.example/ferry",
        }
    ],
}


def test_linked_data_states_day_author_outlet_and_address() -> None:
    head = f'<script type="application/ld+json">{json.dumps(LINKED)}</script>'
    article = _read(_page(head))
    assert (article.published, article.published_from) == ("2021-03-03", "jsonld")
    assert article.published_at == "2021-03-03T07:15:00+01:00"
    assert article.authors == ("Ada Moreno",)
    assert (article.outlet, article.outlet_from) == ("Island Post", "jsonld")
    assert article.url == "https://islandpost.example/ferry"
    assert article.language == "en"


def test_meta_tags_state_them_where_linked_data_does_not() -> None:
    head = (
        '<meta property="article:published_time" content="2021-03-03">'
        '<meta property="og:site_name" content="Island Post">'
        '<meta name="author" content="Ada Moreno">'
        '<link rel="canonical" href="https://islandpost.example/ferry">'
    )
    article = _read(_page(head))
    assert (article.published, article.published_from) == ("2021-03-03", "meta")
    assert (article.outlet, article.outlet_from) == ("Island Post", "meta")
    assert article.authors == ("Ada Moreno",)
    assert article.url == "https://islandpost.example/ferry"


def test_a_time_element_below_the_headline_states_the_day() -> None:
    article = _read(_page(body='<time datetime="2021-03-03T06:00:00Z">today</time>'))
    assert (article.published, article.published_from) == ("2021-03-03", "time")


def test_a_visible_day_is_read_as_in_plain_text() -> None:
    article = _read(_page(body="<p>Published 3 March 2021</p>"))
    assert (article.published, article.published_from) == ("2021-03-03", "date line")


def test_the_day_that_readers_see_wins_over_a_moment_in_utc_one_day_off() -> None:
    head = '<meta property="article:published_time" content="2021-03-04T04:03:00Z">'
    article = _read(_page(head, "<p>March 3, 2021 11:03 PM</p>"))
    assert (article.published, article.published_from) == ("2021-03-03", "date line")
    assert article.published_at == "2021-03-04T04:03:00+00:00"


LATE = '<meta property="article:published_time" content="2021-03-04T04:03:00Z">'


@pytest.mark.parametrize(
    ("head", "day", "source"),
    [
        ('<meta name="sailthru.date" content="2021-03-03 20:03:00">', "2021-03-03", "meta"),
        ('<meta name="pubdate" content="2021-03-04">', "2021-03-04", "meta"),
        ('<link rel="canonical" href="https://a.example/2021/03/03/b">', "2021-03-03", "url"),
        ('<link rel="canonical" href="https://a.example/2021/03/02/b">', "2021-03-04", "meta"),
        ('<link rel="canonical" href="https://a.example/2021/03/05/b">', "2021-03-04", "meta"),
    ],
)
def test_a_moment_in_utc_yields_to_the_day_by_the_outlets_own_clock(
    head: str, day: str, source: str
) -> None:
    article = _read(_page(LATE + head))
    assert (article.published, article.published_from) == (day, source)
    assert article.published_at == "2021-03-04T04:03:00+00:00"


def test_an_address_of_the_day_before_is_none_of_a_moment_in_the_evening_in_utc() -> None:
    head = (
        LATE.replace("T04", "T21") + '<link rel="canonical" href="https://a.example/2021/03/03/b">'
    )
    assert _read(_page(head)).published == "2021-03-04"


def test_stated_values_win_over_the_pages_own() -> None:
    head = f'<script type="application/ld+json">{json.dumps(LINKED)}</script>'
    stated = Stated(outlet=("The Other Post", "option"), published=("2021-03-02", "sidecar"))
    article = _read(_page(head), stated)
    assert (article.outlet, article.published) == ("The Other Post", "2021-03-02")


def test_a_judged_block_has_the_role_it_was_given() -> None:
    first = next(p for p in _read(_page()).paragraphs if p.role == "body")
    assert first.line is not None
    article = _read(_page(), roles={first.line: "noise"})
    assert first.text in {r.text for r in article.removed if r.why == "judged by a person"}


def test_links_to_other_articles_inside_the_text_are_set_aside() -> None:
    middle = '<p><a href="/x">Islanders demand a second boat before the summer comes</a></p>'
    text = _page().replace(f"<p>{PARAGRAPHS[1]}", f"{middle}<p>{PARAGRAPHS[1]}")
    article = _read(text)
    assert [p.text for p in article.paragraphs if p.role == "body"] == PARAGRAPHS


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<html></html>",
        "no markup at all",
        "<div>" * 5000 + "deep",
        "<p>" + "x" * 600_000,
        '<?xml version="1.0" encoding="utf-8"?><html><body><p>Hello there.</p></body></html>',
        "<script type='application/ld+json'>{broken</script><p>Text of the page.</p>",
        "<script type='application/ld+json'>[[[[1]]]]</script><p>Text of the page.</p>",
        "\x00<p>nul\x00</p>",
        "<p>" + "<b>" * 3000 + "bold",
    ],
    ids=lambda text: repr(text[:24]),
)
def test_broken_pages_are_read_without_an_exception(text: str) -> None:
    article = _read(text)
    assert article.sentences == () or article.paragraphs or article.title


def test_a_summary_that_the_page_marks_is_the_standfirst_and_a_host_is_no_name() -> None:
    html = (
        "<html><head><title>Ferry sails again – Island Post</title>"
        '<meta property="og:site_name" content="island.example"></head><body><article>'
        "<h1>Ferry sails again</h1>"
        '<p class="article__standfirst">Four months after the storm the pier is open, and the '
        "boat is late</p>"
        + "".join(
            f"<p>The ferry between Lindholm and the northern islands sailed on day {day}, and the "
            "mayor said that a second boat was not planned before the summer.</p>"
            for day in range(8)
        )
        + "</article><footer>© 2031 Island Post</footer></body></html>"
    )
    article = read(Document(html.encode(), html, "page.html", "html"))
    assert (
        article.standfirst == "Four months after the storm the pier is open, and the boat is late"
    )
    assert article.outlet == "Island Post"
