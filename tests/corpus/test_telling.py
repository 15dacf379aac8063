"""Words that tell one event from others of its affair: few articles of the two sides have them."""

from __future__ import annotations

import numpy as np
from reports import report

from corpus.stories.likeness import Entrant
from corpus.stories.telling import Among
from corpus.stories.traits import traits

AFFAIR = (
    ("Varga cancels rallies with pneumonia", "The candidate Varga is at home, it was said."),
    ("Varga and Oduya on the war", "The candidates spoke about terror and taxes."),
    ("Varga and the debate", "The candidates Varga and Oduya met before cameras."),
    ("The pneumonia that Varga hid", "Voters were not told why the candidate coughed."),
    ("Oduya speaks in Nordvik", "The candidate Oduya called the candidate Varga a liar."),
)
COLD = ("Varga’s pneumonia and the taxes", "Pneumonia made the candidate Varga speak of terror.")


def among(*told: tuple[str, str]) -> Among:
    nothing = np.zeros(0, dtype=np.uint32)
    articles = [(report(text, title=title), title) for title, text in told]
    return Among(
        (Entrant(number, 100, traits(article), nothing), title)
        for number, (article, title) in enumerate(articles)
    )


def test_a_word_that_few_of_both_sides_have_makes_two_articles_liker_than_one_that_many_have() -> (
    None
):
    words = among(*AFFAIR)
    assert words.telling(0, 3) > 2 * max(words.telling(0, other) for other in (1, 2, 4)) > 0
    assert words.telling(0, 3) == words.telling(3, 0)


def test_what_all_the_others_have_too_tells_little() -> None:
    assert among(*AFFAIR, *[COLD] * 5).telling(0, 3) < among(*AFFAIR).telling(0, 3) / 2


def test_an_article_that_is_not_among_them_has_no_words_in_common() -> None:
    assert among(*AFFAIR).telling(0, 99) == 0
