"""How a name was read, in one sentence: who is opened, why, and who else it may be."""

from __future__ import annotations

from collections.abc import Sequence

from index.entity.result import Candidate

NAMED = 4  # others that one sentence names
FEWEST = 100  # times as many articles as the others have that it leaves out


def told(asked: str, first: Candidate, why: str, others: Sequence[Candidate]) -> str:
    """ "“quill” is read as Thomas Quill, 90 articles; it may also be Ada Quill 12."""
    said = f"“{asked}” is read as {first.name}, {articles_of(first.articles)}"
    if why:
        said += f" ({why})"
    if others:
        said += f"; it may also be {listed(others, first)}"
    return f"{said}."


def listed(those: Sequence[Candidate], beside: Candidate | None = None) -> str:
    """Names with their articles, the first of them; how many more there are. What is named next to
    never `beside` another is among those."""
    least = beside.articles / FEWEST if beside is not None else 0
    shown = [one for one in those[:NAMED] if one.articles >= least] or those[:1]
    more = len(those) - len(shown)
    return ", ".join(_one(one, beside) for one in shown) + (f" and {more:,} more" if more else "")


def _one(one: Candidate, beside: Candidate | None) -> str:
    alone = one.type == "person" and " " not in one.key
    kind = beside is not None and one.type != beside.type
    name = f"{one.name} ({one.type})" if kind else f"{one.name} alone" if alone else one.name
    return f"{name} {one.articles:,}"


def articles_of(count: int) -> str:
    """ "1 article", "2,000 articles"."""
    return f"{count:,} article{'' if count == 1 else 's'}"
