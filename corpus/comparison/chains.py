"""The way a statement came: from whoever said it, over whom, to the outlet.

In go a `Side` and the attributions of its sentences, out come `Chain`s: "Observatory via AFP via
outlet". A medium named in the sentence stands before the agencies that the article credits as a
whole; the outlet closes every chain.
"""

from __future__ import annotations

from corpus.agencies import named_in
from corpus.article import Article
from corpus.comparison.attribution import Attribution
from corpus.comparison.result import Chain, SideName, Step
from corpus.comparison.sides import Side

_OPENING = 60  # characters at the beginning of the body in which a dateline names the agency


def chains(side: Side, found: dict[int, Attribution], name: SideName) -> tuple[Chain, ...]:
    """A chain for each sentence that names somebody for what it says, in reading order."""
    article = side.article
    copy = _copied_from(article)
    result = []
    for number, one in sorted(found.items()):
        steps: list[Step] = []
        if one.source is not None:
            steps.append(Step(one.source.name, "source", one.source.place))
        steps += [Step(v.name, "via", v.place) for v in one.via]
        said = {agency for step in steps for agency in named_in(step.name)}
        steps += [Step(a, "agency", None) for a in copy if a not in said]
        if article.outlet and all(step.name != article.outlet for step in steps):
            steps.append(Step(article.outlet, "outlet", None))
        result.append(Chain(name, number, one.cue, tuple(steps)))
    return tuple(result)


def _copied_from(article: Article) -> tuple[str, ...]:
    """The agencies whose copy the whole article is by its byline, credit or dateline.

    One that only took a statement ("told AFP") or contributed passed nothing else on.
    """
    lines = [r.text for r in article.removed if r.role in ("credit", "byline", "dateline")]
    lines += [*article.authors, article.dateline or ""]
    lines += [p.text[:_OPENING] for p in article.paragraphs[:1]]
    named = {agency for line in lines if "ontribut" not in line for agency in named_in(line)}
    return tuple(agency for agency in article.agencies if agency in named)
