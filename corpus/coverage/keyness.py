"""Which words are more one side's than the other's, and how sure that is.

The measure is the log-odds ratio with an informative Dirichlet prior of Monroe, Colaresi and
Quinn, "Fightin' Words", Political Analysis 16 (2008). The prior is how often both sides together
use a word, so that rare words are drawn towards no difference; it weighs as much as one article
of average length. The z-score is the log-odds over its standard deviation. It takes words for
independent, which they are not: words run in articles. So a word must stand in several articles
of its side, and not mostly in one; and an article of book length weighs like a long one only.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias

from corpus.coverage.result import Term
from corpus.coverage.words import Bag
from corpus.words import DAYS, SAYING, STOP

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Counts: TypeAlias = NDArray[np.float64]

LEAST = 2  # articles of its own side that a word stands in, and that there must be on either side
SPREAD = 0.005  # share of its side's articles that a word stands in
ONE = 0.5  # most of a word's occurrences that a single article may have
SURE = 1.96  # z from which on a difference is told
MOST = 60  # words of each side
PASSED = (
    STOP
    | SAYING
    | DAYS
    | frozenset(
        """mr mrs ms dr jan feb mar apr jun jul aug sept oct nov dec today yesterday
    tomorrow""".split()
    )
    | frozenset(
        """click caption captions photo photos photograph getty images image video videos gallery
    slideshow hide toggle enlarge listen watch update updated updates et est edt pm am com www http
    https html newsletter subscribe advertisement copyright contributed transcript shutterstock
    istock embed""".split()
    )
)  # house style and datelines: who writes "Mr" and names the weekday; verbs of saying are labels;
# and words of the page around a report: buttons, captions, credits


def keyness(left: Bag, right: Bag, apart: Iterable[str] = ()) -> tuple[Term, ...]:
    """The words that tell the sides apart, the surest first; none below two articles a side."""
    import numpy as np

    if min(left.articles, right.articles) < LEAST:
        return ()
    (ours, our_articles, our_most), (theirs, their_articles, their_most) = (
        left.totals(),
        right.totals(),
    )
    z = _z_scores(left.weighed(), right.weighed(), left.articles + right.articles)
    spread = np.where(
        z > 0,
        (our_articles >= max(LEAST, SPREAD * left.articles)) & (our_most <= ONE * ours),
        (their_articles >= max(LEAST, SPREAD * right.articles)) & (their_most <= ONE * theirs),
    )
    spread &= np.abs(z) >= SURE
    words = list(left.vocabulary)
    passed = PASSED | {word.casefold() for word in apart}
    order = np.argsort(-np.abs(z), kind="stable")
    kept = {1: 0, -1: 0}
    found: list[Term] = []
    for number in order[spread[order]].tolist():
        side = 1 if z[number] > 0 else -1
        if words[number] in passed or kept[side] >= MOST:
            continue
        kept[side] += 1
        found.append(_term(words[number], number, float(z[number]), left, right))
        if min(kept.values()) >= MOST:
            break
    return tuple(found)


def _z_scores(ours: Counts, theirs: Counts, articles: int) -> NDArray[np.float64]:
    """For each word the z-score of its log-odds, above 0 where it is more the first side's."""
    import numpy as np

    both = ours + theirs
    prior = both / articles
    odds, variance = [], np.zeros(len(both))
    with np.errstate(divide="ignore", invalid="ignore"):
        for counts in (ours, theirs):
            here = counts + prior
            odds.append(np.log(here / (counts.sum() + prior.sum() - here)))
            variance += 1 / here
        found: NDArray[np.float64] = np.nan_to_num((odds[0] - odds[1]) / np.sqrt(variance))
    return found


def _term(word: str, number: int, z: float, left: Bag, right: Bag) -> Term:
    return Term(word, round(z, 2), left.count(number), right.count(number))
