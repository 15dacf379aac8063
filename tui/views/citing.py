"""How an article is cited when it is copied: outlet, headline, day, address, id.

Only what the article states goes in; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.article import Article, Quotation, Sentence
from corpus.comparison.facing import ComparedSentence
from tui.views.days import long_day

NEAR = 24  # letters by which a place in a passage is found again in the article


def citation(article: Article) -> str:
    """One line: authors, headline, outlet, day, address and the archive's id.

    >>> # J. Oduya: “Fire on ferry”. Meridian Wire, 13 March 2031. https://… [8c1f02ab9d]
    """
    parts = []
    if article.authors:
        parts.append(", ".join(article.authors) + ":")
    parts.append(f"“{article.headline}”.")
    source = [article.outlet] if article.outlet else []
    source.append(long_day(article.published))
    parts.append(", ".join(source) + ".")
    if article.url:
        parts.append(article.url)
    parts.append(f"[{article.id[:10]}]")
    return " ".join(parts)


def sentence_with(article: Article, text: str, at: int) -> int:
    """The sentence that holds what stands at a place in a passage of the article; -1 for none."""
    sentences = [" ".join(article.sentence_text(s).split()) for s in article.sentences]
    end = at + len(text[at:].split(" ")[0])  # of the word there
    for reach in range(NEAR, -1, -4):  # less of what is around it, where a sentence begins or ends
        for begin, stop in ((at - reach, end + reach), (at, end + reach), (at - reach, end)):
            near = " ".join(text[max(0, begin) : stop].strip("… ").split())
            for number, sentence in enumerate(sentences):
                if near and near in sentence:
                    return number
    return -1


def part_at(article: Article, number: int, what: str) -> str | None:
    """A sentence of the article, its paragraph, or a quotation in it; None where there is none."""
    if not 0 <= number < len(article.sentences):
        return None
    sentence = article.sentences[number]
    if what == "sentence":
        return article.sentence_text(sentence)
    if what == "paragraph":
        return article.text_of(sentence.within, sentence.paragraph)
    return next((q.text for q in article.quotations if overlaps(q, sentence)), None)


def overlaps(quotation: Quotation, sentence: Sentence | ComparedSentence) -> bool:
    """Whether a quotation stands in a sentence."""
    return (
        quotation.within == sentence.within
        and quotation.paragraph == sentence.paragraph
        and quotation.start < sentence.end
        and quotation.end > sentence.start
    )


def standing(sentence: ComparedSentence) -> str:
    """Where a sentence stands in its article: "paragraph 3, characters 0-91"."""
    span = f"characters {sentence.start}-{sentence.end}"
    if sentence.within != "body":
        return f"{sentence.within}, {span}"
    return f"paragraph {sentence.paragraph + 1}, {span}"


def running(sentences: Sequence[ComparedSentence]) -> str:
    """Sentences in one line, with a stroke where one paragraph ends and another begins: a caption
    has no full stop, and does not run into the text under it."""
    out = ""
    for before, one in zip((None, *sentences), sentences, strict=False):
        if before is not None:
            near = (before.within, before.paragraph) == (one.within, one.paragraph)
            out += " " if near else " / "
        out += one.text
    return out


def cited_quotation(
    article: Article, text: str, speaker: str | None, sentences: Sequence[ComparedSentence]
) -> str:
    """A quotation with who says it, where it is quoted, and the place of its sentences."""
    places = "; ".join(standing(sentence) for sentence in sentences)
    said = f"“{text.strip()}”, {speaker or 'speaker not named'}"
    return f"{said}\n-- {citation(article)}" + (f" ({places})" if places else "")


def cited_pair(
    left: Article,
    ours: Sequence[ComparedSentence],
    right: Article,
    theirs: Sequence[ComparedSentence],
) -> str:
    """Sentences of two articles that face each other, each with its citation and place.

    A side that says nothing of it is named all the same.
    """
    blocks = []
    for article, sentences in ((left, ours), (right, theirs)):
        if sentences:
            text = running(sentences)
            places = "; ".join(standing(sentence) for sentence in sentences)
            blocks.append(f"{text}\n-- {citation(article)} ({places})")
        else:
            blocks.append(f"Not found in: {citation(article)}")
    return "\n\n".join(blocks)
