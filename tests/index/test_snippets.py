"""The passage shown is the one with the most of the query in it, cut at words, all hits marked."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from pieces import piece

from corpus.article import Article
from index.analysis import tokens
from index.marking import letters_of, places, standing
from index.query.parse import read
from index.query.rows import marked_rows
from index.snippets import LENGTH, snippet

TODAY = date(2020, 1, 1)
FILLER = "Nothing of note was said about it by anyone in the long meeting of that day. " * 8


def passage(article: Article, query: str) -> tuple[str, list[str]]:
    rows = marked_rows(read(query, today=TODAY).tree)
    found = snippet(article, rows)
    assert found is not None
    return found.text, [found.text[start:end] for start, end in found.spans]


def test_the_passage_with_both_words_wins_over_two_with_one() -> None:
    article = piece(
        f"The harbour closed. {FILLER}\n\n{FILLER} The strike at the harbour ended. {FILLER}"
    )
    text, marks = passage(article, "harbour strike")
    assert "strike at the harbour" in text
    assert marks == ["strike", "harbour"]


def test_a_passage_is_cut_at_words_and_says_so() -> None:
    article = piece(FILLER + "A dolphin surfaced. " + FILLER)
    text, marks = passage(article, "dolphin")
    assert marks == ["dolphin"]
    assert text.startswith("…")
    assert text.endswith("…")
    assert len(text) <= LENGTH + 6
    words = set((FILLER + "A dolphin surfaced.").replace(".", "").split())
    assert set(text.strip("…").replace(".", "").split()) <= words


def test_a_passage_opens_at_the_sentence_that_holds_the_hit() -> None:
    text, _ = passage(piece(FILLER + "A dolphin surfaced. " + FILLER), "dolphin")
    assert text.startswith("…A dolphin surfaced.")


def test_forms_and_phrases_are_marked_whole() -> None:
    article = piece("He has to go. Voters voted; the vote has to be counted.")
    assert passage(article, '"has to go" voting')[1] == ["has to go", "voted", "vote"]


def test_a_hit_in_a_caption_is_shown() -> None:
    article = piece("Nothing here.", captions=("Pickets at dawn.",))
    assert passage(article, "pickets") == ("Pickets at dawn.", ["Pickets"])


def test_a_hit_in_the_standfirst_is_shown() -> None:
    article = piece("Nothing here.", standfirst="The port slept.")
    assert passage(article, "port") == ("The port slept.", ["port"])


def test_a_hit_in_the_title_alone_shows_how_the_article_begins() -> None:
    article = piece("It began at dawn.", title="Harbour strike")
    assert passage(article, "harbour") == ("It began at dawn.", [])


def test_what_was_excluded_is_not_marked() -> None:
    assert passage(piece("A dolphin and a seal."), "dolphin OR -seal")[1] == ["dolphin"]


def test_an_article_without_text_has_no_passage() -> None:
    assert snippet(piece("", title="Only a title"), []) is None


def test_soft_hyphens_and_lines_do_not_reach_the_passage() -> None:
    article = piece("The har\u00adbour\nwas shut.")
    assert passage(article, "harbour") == ("The harbour was shut.", ["harbour"])


@given(st.lists(st.sampled_from(["harbour", "strike", "a", "the.", "“x”", "ümlaut"]), max_size=150))
@settings(max_examples=60)
def test_marks_always_lie_on_the_words_asked_for(words: list[str]) -> None:
    found = snippet(piece(" ".join(words)), marked_rows(read("harbour umlaut", today=TODAY).tree))
    if not words:
        assert found is None
        return
    assert found is not None
    for start, end in found.spans:
        assert found.text[start:end] in ("harbour", "ümlaut")
    assert bool(found.spans) == ("harbour" in words or "ümlaut" in words)


FORMS = st.sampled_from(
    "strike Strikes striking city Cities dying die skies sky U.S. US us possibility possible "
    "Zoë zoe 250,000 250000 o'clock harbour's harbour’s news new hoping hope tied".split()
)
ASKED = st.sampled_from(
    "strike cities die dying skies US u.s. possibility zoë 250,000 harbour news hope tie har* "
    'stri* "new strike" "us city" h?rb* strik~1'.split(" ")
)


@given(
    st.lists(st.one_of(FORMS, st.sampled_from("— “ ” ... x_y Ærø".split())), max_size=12),
    st.sampled_from([" ", "  ", "\n", "-", ", "]),
    st.lists(ASKED, min_size=1, max_size=3),
)
@settings(max_examples=400)
def test_every_place_is_found_though_only_words_with_the_letters_are_looked_at(
    words: list[str], between: str, asked: list[str]
) -> None:
    text, rows = between.join(words), marked_rows(read(" ".join(asked), today=TODAY).tree)
    whole = sorted(standing(tokens(text), rows), key=lambda place: (place.start, -place.end))
    assert places(text, rows, letters_of(rows)) == whole
