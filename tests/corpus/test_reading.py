"""From a document to an article: nothing is lost, positions are right, judgements count."""

from __future__ import annotations

import hashlib
import re
import time
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpus.article import Article, Document, Stated, Where
from corpus.reading import read

PAGE = """Skip to content
Home

Ferry service returns to Lindholm after winter break

By Ada Moreno and Karl Voss
Published March 3rd, 2021 - 07:15 GMT

LINDHOLM (Reuters) - The ferry between Lindholm and the northern islands sailed again on Tuesday, \
ending four months without a connection for about 2,400 residents.

"We counted every day," said the mayor, Ines Halvorsen, who met the first boat at the pier.

Advertisement

A slow repair

The company said that the repair had taken longer than planned because parts came late."Now we \
look ahead," it added.

Related: Islanders demand a second boat

You may also like
Five walks along the northern coast
"""


def _read(text: str, stated: Stated | None = None, roles: dict[int, str] | None = None) -> Article:
    document = Document(
        data=text.encode("utf-8", "surrogatepass"),
        text=text,
        path="page.txt",
        format="text",
        stated=stated or Stated(),
    )
    return read(document, roles=roles)


def test_a_scraped_page_becomes_an_article() -> None:
    article = _read(PAGE)
    assert article.title == "Ferry service returns to Lindholm after winter break"
    assert article.authors == ("Ada Moreno", "Karl Voss")
    assert article.published == "2021-03-03"
    assert article.published_at == "2021-03-03T07:15:00+00:00"
    assert article.agencies == ("Reuters",)
    assert article.dateline == "LINDHOLM"
    assert article.language == "en"
    assert [p.role for p in article.paragraphs] == ["body", "body", "subhead", "body"]
    assert article.paragraphs[-1].text.endswith('came late." Now we look ahead," it added.') or (
        "late. " in article.paragraphs[-1].text
    )
    roles = {r.text: r.role for r in article.removed}
    assert roles["Advertisement"] == "noise"
    assert roles["Related: Islanders demand a second boat"] == "noise"
    assert roles["Five walks along the northern coast"] == "related"
    assert roles["By Ada Moreno and Karl Voss"] == "byline"


def test_the_id_is_the_digest_of_the_bytes() -> None:
    assert _read(PAGE).id == hashlib.sha256(PAGE.encode()).hexdigest()


def test_every_set_aside_line_keeps_its_number_and_a_reason() -> None:
    lines = PAGE.split("\n")
    for removed in _read(PAGE).removed:
        assert removed.line is not None
        assert lines[removed.line - 1].strip() == removed.text
        assert removed.why


def test_what_was_stated_wins_over_what_the_text_says() -> None:
    stated = Stated(
        title=("Ferry is back", "field"),
        outlet=("The Island Post", "option"),
        published=("2021-03-02", "sidecar"),
        authors=("Rosa Lind", "field"),
    )
    article = _read(PAGE, stated)
    assert article.title == "Ferry is back"
    assert (article.outlet, article.outlet_from) == ("The Island Post", "option")
    assert (article.published, article.published_from) == ("2021-03-02", "sidecar")
    assert article.authors == ("Rosa Lind",)


def test_a_stated_title_that_the_text_repeats_is_not_read_twice() -> None:
    text = (
        "Ferry is back\n\nThe ferry sailed again on Tuesday, the island's mayor said on the pier."
    )
    article = _read(text, Stated(title=("Ferry is back", "field")))
    assert [p.text for p in article.paragraphs] == [text.split("\n")[2]]


@pytest.mark.parametrize("role", ["body", "noise", "caption", "subhead", "related"])
def test_a_judged_line_has_the_role_it_was_given(role: str) -> None:
    line = PAGE.split("\n").index("Advertisement") + 1
    article = _read(PAGE, roles={line: role})
    kept = {p.line: p.role for p in article.paragraphs}
    set_aside = {r.line: (r.role, r.why) for r in article.removed}
    if line in kept:
        assert kept[line] == role
    else:
        assert set_aside[line] == (role, "judged by a person")


def test_a_person_can_name_the_title() -> None:
    line = PAGE.split("\n").index("A slow repair") + 1
    assert _read(PAGE, roles={line: "title"}).title == "A slow repair"


def test_sentences_lie_inside_their_texts() -> None:
    article = _read(PAGE)
    assert article.sentence_text(article.sentences[0]) == article.title
    assert all(article.sentence_text(s).strip() for s in article.sentences)


def test_reading_twice_gives_the_same() -> None:
    assert _read(PAGE) == _read(PAGE)


def test_hand_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "Harbour opens again\n\n"
        "The harbour of the small town was opened again on Monday morning after\n"
        "a storm had kept every boat inside for more than a week, the harbour\n"
        "master said in a short statement to the press that was read at noon.\n\n"
        "Fishermen had lost about a third of their income for the month, and a\n"
        "few had begun to look for other work, as the union's spokeswoman told\n"
        "reporters who had come to the quay to see the first boats leave again\n"
        "for the fishing grounds.\n"
    )
    article = _read(wrapped)
    assert [p.role for p in article.paragraphs] == ["body", "body"]
    assert article.paragraphs[0].text.startswith("The harbour of the small town was opened again")
    assert article.paragraphs[1].text.endswith(
        "to see the first boats leave again for the fishing grounds."
    )


_GLUED = "Said Ann Lee Ann Ivar LeeFerry sails MORE, came.Bo Sand Bo SandVote due MORE left."
_LINE = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "Advertisement", "By Ada Moreno", "Photo: Reuters", "Dec 17, 2015 12:00 am", "# Head",
            "You may also like", "https://example.org/a", "Word " * 30 + ".", "ab/cd (AFP)",
            "A caption of five words\nA caption of five words", "said LavrovImage: Reuters/M. S",
            "He said so, and they all agreed with him on that point.", "LISBONMay 14, 2019",
            _GLUED,
            "He said so in the end. (RELATED: Ferry Sails) Advertisement",
            "Image copyright Tide Image caption The pier in May",
            "المدينة القديمة تستقبل زوارها من جديد بعد الشتاء.",
            "市長は火曜日に港を再開すると発表した。",
        ]
    ),
)  # fmt: skip


def _put_back(article: Article, within: Where, number: int = 0) -> str:
    """A text with what was taken out of it."""
    text = article.text_of(within, number)
    for piece in reversed(article.removed):
        if (piece.within, piece.paragraph) == (within, number):
            text = text[: piece.at] + piece.text + text[piece.at :]
    return text


@settings(max_examples=200)
@given(st.lists(_LINE, max_size=30).map("\n".join))
@example("\n".join(("0", "0", _GLUED, "0", _GLUED, _GLUED, _GLUED, "0")))
def test_every_line_is_read_exactly_once_whatever_the_text(text: str) -> None:
    article = _read(text)
    covered: list[tuple[int, int]] = []
    paragraphs = [
        replace(paragraph, text=_put_back(article, "body", number))
        for number, paragraph in enumerate(article.paragraphs)
    ]
    for piece in (*paragraphs, *(r for r in article.removed if r.within is None)):
        assert piece.source_span is not None
        covered.append(piece.source_span)
        original = text[slice(*piece.source_span)]
        assert re.sub(r"\s", "", original) == re.sub(r"\s", "", piece.text)
    heads = [_put_back(article, "title"), _put_back(article, "standfirst")]
    for own in heads:
        if own:
            assert re.sub(r"\s", "", own) in re.sub(r"\s", "", text)
    covered.sort()
    assert all(a[1] <= b[0] for a, b in pairwise(covered))
    outside = list(text)
    for start, end in covered:
        outside[start:end] = [" "] * (end - start)
    left = re.sub(r"[\s\u00ad\u200b-\u200f\u2060\ufeff]|(?m:^\s*#{1,6}[ \t])", "", "".join(outside))
    own = "".join(heads)
    assert len(left) <= len(re.sub(r"\s", "", own)) or left in re.sub(r"\s", "", own)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "word",
        "x" * 600_000,
        "Word and word. " * 40_000,
        "ALL CAPITALS HERE AND THERE. " * 20_000,
        "\n".join(f"{n}\t{n * 7}\t{n % 13}" for n in range(20_000)),
        "\n".join(f"Headline number {n} about a thing" for n in range(8_000)),
        "港" * 200_000,
        "من " * 100_000,
        '"' * 50_000,
        "(" * 50_000,
        "line\n" * 50_000,
        " ".join(str(n) for n in range(10_000)),
        "a" + ".a" * 100_000,
        "by " * 50_000,
        "\n".join(f"{n} من المدينة القديمة في الشتاء." for n in range(5_000)),
        "\n".join(f"{n}。市長は火曜日に港を再開すると発表した。" for n in range(5_000)),
        "\n".join(f"| Lindholm {n} | {n}.5 | by boat |" for n in range(8_000)),
        "\n\n".join("THE FERRY SAILED AGAIN ON TUESDAY, SAID THE MAYOR." for _ in range(4_000)),
        "\n".join(f"Home > World > Item {n}" for n in range(8_000)),
        "\n".join(f"Photo: Ann Lee {n}/Reuters" for n in range(8_000)),
        "“Never again, said the mayor. " * 10_000,
        "Read more: " * 20_000,
        "Ann Lee Ann " + "Lee MORE " * 60_000,
        "Ann Lee (Anni) Ivar " * 20_000 + "LeeFerry sails MORE",
        "Done. (RELATED: " * 20_000,
        "Done. Write to Ann Lee at a@b.example, " * 10_000,
        "Done. ADVERTISEMENT " * 20_000,
        "\u202eferry " * 20_000,
    ],
    ids=lambda text: repr(text[:18]),
)
def test_strange_texts_are_read_in_bounded_time_and_kept_whole(text: str) -> None:
    begin = time.process_time()
    article = _read(text)
    assert time.process_time() - begin < 20
    pieces = [p.text for p in article.paragraphs] + [r.text for r in article.removed]
    kept = sum(len(re.sub(r"\s", "", piece)) for piece in [*pieces, article.title or ""])
    assert kept == len(re.sub(r"\s", "", text))
