"""Words as comparison sees them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from corpus.words import content, stem, tokens

WORDS = [
    f"{head}{tail}"
    for head in ("attack", "report", "govern", "organis", "connect", "relat", "nation", "hope")
    for tail in ("s", "ed", "ing", "ation", "ations", "ional", "ful", "fulness", "ers", "ment")
]


def test_words_of_one_stem_are_one() -> None:
    assert stem("attacks") == stem("attacked") == stem("attack")
    assert stem("250,000") == "250000"


def test_threads_never_get_each_others_stems() -> None:
    stem.cache_clear()
    alone = [stem(word) for word in WORDS]
    for _ in range(5):
        stem.cache_clear()
        with ThreadPoolExecutor(4) as pool:
            runs = list(pool.map(lambda _: [stem(word) for word in WORDS], range(4)))
        assert all(run == alone for run in runs)


def test_tokens_know_their_place_and_lose_the_possessive() -> None:
    (first, second) = tokens("Keld’s ferries")
    assert (first.start, first.end, first.word) == (0, 6, "keld")
    assert second.stem == stem("ferry")


def test_what_only_holds_a_sentence_together_is_no_content() -> None:
    assert [t.word for t in content(tokens("The minister said that it was not the ferry"))] == [
        "minister",
        "ferry",
    ]
