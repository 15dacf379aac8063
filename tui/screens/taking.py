"""What is taken out of a comparison: a pair of sentences with citations, a page, a reading place.

Copies and pages carry where every sentence stands; nothing is written without being asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.article import Article
from corpus.denials import is_denied
from tui.screens.find_in_text import FindScreen
from tui.screens.writing import asked_form, written
from tui.views.citing import cited_pair, cited_quotation, overlaps, running
from tui.views.differing import number_in, sentences_of

if TYPE_CHECKING:
    from corpus.comparison.facing import ComparedSentence
    from tui.views.columns import SideBySide
    from tui.views.differing import Side
    from tui.views.pair_row import PairRow

_FORMS = (("html", "a web page"), ("md", "Markdown"))


def _quoted(
    article: Article, row: PairRow, side: Side, sentences: list[ComparedSentence]
) -> str | None:
    """The quotation of a row as one side has it, with its speaker and source: the one that both
    carry first, else the first that stands there."""
    for pair in row.quotations:
        left = side == "left"
        text = pair.left_text if left else pair.right_text
        speaker = pair.left_speaker if left else pair.right_speaker
        sure = pair.left_sure if left else pair.right_sure
        speaker = speaker if sure or not speaker else f"perhaps {speaker}"
        return cited_quotation(article, text, speaker, sentences)
    for one in sentences:
        for quotation in article.quotations:
            if quotation.kind != "indirect" and overlaps(quotation, one):
                speaker = None if is_denied(article, quotation) else quotation.speaker
                speaker = speaker if quotation.sure or not speaker else f"perhaps {speaker}"
                return cited_quotation(article, quotation.text, speaker, [one])
    return None


class Taking(FindScreen):
    """A comparison whose rows can be copied, written to a page, and read in the article."""

    ids: tuple[str, str]
    sides: SideBySide | None

    # --- copying --------------------------------------------------------------------------

    def _here(self) -> Side:
        """The side that copying and reading act on."""
        sides = self.sides
        if sides is None:
            return "left"
        return sides.column if sides.view == "both" else sides.view

    def current_id(self) -> str:
        """The article of the active column."""
        return self.ids[1 if self._here() == "right" else 0]

    async def current_article(self) -> Article | None:
        """The article of the active column."""
        if self.sides is None:
            return None
        return (self.sides.left if self._here() == "left" else self.sides.right).article

    async def text_to_copy(self, what: str) -> str | None:
        """The pair of sentences with their citations, or what stands in the active column."""
        sides = self.sides
        row = sides.current if sides is not None else None
        if sides is None or row is None or what in ("citation", "URL"):
            return await super().text_to_copy(what)
        side = self._here()
        ours = [sides.comparison.left[n] for n in row.left]
        theirs = [sides.comparison.right[n] for n in row.right]
        if what == "pair":
            if not ours and not theirs:  # a line that is no part of the articles
                return None
            return cited_pair(sides.left.article, ours, sides.right.article, theirs)
        if what == "quotation":
            article = await self.current_article()
            assert article is not None
            return _quoted(article, row, side, ours if side == "left" else theirs)
        sentences = ours if side == "left" else theirs
        if what == "paragraph" and sentences:
            article = await self.current_article()
            assert article is not None
            return article.text_of(sentences[0].within, sentences[0].paragraph)
        return running(sentences) or None

    # --- reading --------------------------------------------------------------------------

    def read_there(self) -> None:
        """Open the article of the active column at the sentence of the row."""
        sides = self.sides
        row = sides.current if sides is not None else None
        if sides is None or row is None:
            return
        side = self._here()
        numbers = row.left if side == "left" else row.right
        if not numbers:
            side = "right" if side == "left" else "left"
            numbers = row.left if side == "left" else row.right
        record = sides.left if side == "left" else sides.right
        sentence = -1
        if numbers:
            first = sentences_of(sides.comparison, side)[numbers[0]]
            sentence = number_in(record.article, first)
        self.explorer.open_sentence(record.article.id, sentence)

    async def read_names(self) -> None:
        """Have the names of both articles read now, then compare anew."""
        for article in self.ids:
            if await self.explorer.recognise_now(article) is None:
                self.say("no names are read: there is no recogniser here")
                return
        if self.sides is not None and self.sides.lens != "names":
            self.sides.look_through("names")
        self.reload()
        self.say(f"the names of both are read and marked; {self.keycap('next')} goes to the next")

    def reload(self) -> None:
        """Compare anew."""
        raise NotImplementedError

    # --- writing --------------------------------------------------------------------------

    def do_export(self) -> None:
        """Write the comparison as a page into the folder one started in."""
        self.in_background(self._export(), group="export", opens=True)

    async def _export(self) -> None:
        if self.sides is None:
            return
        ending = await asked_form(self, "this comparison", _FORMS)
        if ending is not None:
            self.say(await self.explorer.threads.article(lambda: self._put(ending)))

    def _put(self, ending: str) -> str:
        from tui.cli.comparison_html import as_html
        from tui.cli.comparison_markdown import as_markdown

        sides = self.sides
        assert sides is not None
        write = as_html if ending == "html" else as_markdown
        text = write(sides.comparison, sides.left, sides.right, self.explorer.archive.state())
        left, right = (identity[:10] for identity in self.ids)
        return written(f"compare-{left}-{right}.{ending}", text + "\n")
