"""An article as plain text: what is known of its origin, and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.denials import is_denied
from tui.views.lenses import WORDS_DENIED, not_sure
from tui.views.lines import counted
from tui.views.page import agencies_named
from tui.views.unquoted_turns import turns_told

if TYPE_CHECKING:
    from index.answers import Record

_LABELS = {"caption": "[Caption] ", "pullquote": "[Pull quote] "}


def text_lines(record: Record) -> list[str]:
    """Title, standfirst, origin and paragraphs, a line each, with blank lines between them."""
    article = record.article
    lines = [article.headline]
    if article.standfirst:
        lines += ["", article.standfirst]
    facts = [
        article.outlet,
        article.published,
        ", ".join(article.authors),
        *agencies_named(article),
        article.url,
    ]
    lines += ["", " · ".join(fact for fact in facts if fact) or "outlet and day not stated"]
    lines += [f"{article.id[:16]} · {article.origin.path}"]
    for paragraph in article.paragraphs:
        lines += ["", _LABELS.get(paragraph.role, "") + paragraph.text]
    return lines


def lines(record: Record) -> list[str]:
    """The article with all that was read out of it: names, quotations, figures, lines set aside."""
    article = record.article
    out = text_lines(record)
    if record.names is None:
        out += ["", "Names are not read yet."]
    else:
        out += ["", f"Names: {len(record.names.entities)}"]
        for entity in record.names.entities:
            out.append(f"{entity.name}, {entity.type}, {counted(len(entity.mentions), 'place')}")
    out += ["", f"Quotations: {len(article.quotations)}"]
    if unread := turns_told(article):
        out.append(unread)
    for quotation in article.quotations:
        speaker = quotation.speaker or "nobody named"
        sure = "" if quotation.sure or not quotation.speaker else ", not sure"
        if quotation.speaker_from is not None:
            sure = ", decided by hand"
        if is_denied(article, quotation):
            sure += f", {WORDS_DENIED}"
        out.append(f"{speaker} ({quotation.kind}{sure}): {quotation.text}")
    out += ["", f"Figures: {len(article.figures)}"]
    for figure in article.figures:
        about = f"of {figure.about}" if figure.about else ""
        told = (figure.hedge, figure.kind, figure.iso, not_sure(figure), about)
        out.append(f"{figure.text} ({', '.join(one for one in told if one)})")
    out += ["", f"Set aside: {len(article.removed)}"]
    out += [f"{one.role}, {one.why}: {one.text}" for one in article.removed]
    return out
