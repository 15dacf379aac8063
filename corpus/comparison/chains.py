"""The way a statement came: from whoever said it, over whom, to the outlet.

In go a `Side` and the attributions of its sentences, out come `Chain`s: "Observatory via AFP via
outlet". A medium named in the sentence stands before the one agency whose copy the article is as
a whole; the outlet closes every chain.
"""

from __future__ import annotations

from corpus.agencies import named_in
from corpus.comparison.attribution import Attribution
from corpus.comparison.facing import SideName
from corpus.comparison.result import Chain, Step
from corpus.comparison.sides import Side
from corpus.crediting import copied_from, publishes_itself


def chains(side: Side, found: dict[int, Attribution], name: SideName) -> tuple[Chain, ...]:
    """A chain for each sentence that names somebody for what it says, in reading order."""
    article = side.article
    copy = copied_from(article)
    if copy is not None and publishes_itself(copy, article.outlet):
        copy = None  # its own outlet closes the chain
    result = []
    for number, one in sorted(found.items()):
        steps: list[Step] = []
        if one.source is not None:
            steps.append(Step(one.source.name, "source", one.source.place))
        steps += [Step(v.name, "via", v.place) for v in one.via]
        said = {agency for step in steps for agency in named_in(step.name)}
        if copy is not None and copy not in said:
            steps.append(Step(copy, "agency", None))
        if article.outlet and all(step.name != article.outlet for step in steps):
            steps.append(Step(article.outlet, "outlet", None))
        result.append(Chain(name, number, one.cue, tuple(steps), one.sure))
    return tuple(result)
