"""Whom a cell of the ledger names for what it says: its own sentence's source, or nobody."""

from __future__ import annotations

from reports import report

from corpus.article import Article
from corpus.comparison.attribution import attributions
from corpus.comparison.sides import side
from corpus.ledger import ledger
from corpus.ledger.sources import source_of, spoken_by

GULL = report(
    """The ferry Aurelia burned on Sunday off Sarn, and boats came from three harbours.
    Coastguards said 14 people were missing after the fire on the ferry Aurelia.""",
    title="Fire on the ferry Aurelia: 14 people missing",
)
TERN = report(
    """Fourteen people are missing after the fire on the ferry Aurelia, Ines Varga said.""",
    title="Ferry fire: 14 people missing",
)


def sources(*articles: Article) -> dict[tuple[str, int], str | None]:
    """For every cell of a figure its article, sentence and source."""
    return {
        (cell.article, cell.sentence): cell.source
        for fact in ledger(articles).facts
        if fact.kind == "figure"
        for cell in fact.cells
    }


def test_who_says_a_number_in_the_text_is_not_named_for_the_headline() -> None:
    found = sources(GULL, TERN)
    assert found[GULL.id, 0] is None
    assert all(source is None for (_, sentence), source in found.items() if sentence == 0)


def test_the_source_of_a_number_in_the_text_stays() -> None:
    untold = report(
        "Coastguards said 14 people were missing after the fire on the ferry Aurelia.",
        title="Fire off Sarn",
    )
    assert sources(untold, TERN)[untold.id, 1] in ("Coastguards", "coastguards")


def test_a_name_right_behind_the_closing_mark_is_who_says_it() -> None:
    said = side(report('"Some 40 girls are still held," the Sarn Gazette reports.', title="Held"))
    assert spoken_by(said, 1, "militant") == "Sarn Gazette"
    assert spoken_by(said, 1, "Gazette") == "Gazette"


def test_who_is_named_in_the_sentence_stays_where_a_paper_passes_it_on() -> None:
    said = side(report('Varga said the boats were "late and few," Reuters reported.', title="Late"))
    assert spoken_by(said, 1, "Ines Varga") == "Ines Varga"


def test_what_somebody_is_behind_the_closing_mark_takes_nothing_away() -> None:
    said = side(report('"We will see," the Sarn Republican said.', title="Wait"))
    assert spoken_by(said, 1, "Tomas Reyl") == "Tomas Reyl"


def test_a_place_in_which_something_happened_says_nothing() -> None:
    said = side(
        report("They were exchanged for four men in Sarn, a town, it was said.", title="So")
    )
    assert spoken_by(said, 1, "Sarn") is None
    other = side(report("Talks were held in Sarn, which said they went well.", title="Talks"))
    assert spoken_by(other, 1, "Sarn") == "Sarn"


def test_the_credit_of_a_picture_is_no_part_of_a_name() -> None:
    said = side(report("Reuters Varga claimed that the boats were late.", title="Late"))
    assert spoken_by(said, 1, "Reuters Varga") == "Varga"


def test_a_sentence_amid_a_quotation_has_its_speaker() -> None:
    article = report(
        '"We saw smoke over the quay," Ines Varga said. "It was dark. 40 boats came. Nobody knew."',
        title="Smoke",
    )
    told = side(article)
    at = next(s.i for s in told.sentences if s.text.startswith("40 boats"))
    assert source_of(told, attributions(told), at) == "Ines Varga"
