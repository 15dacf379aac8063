"""Postings and positions come out of a file as they went in, however rare, frequent or far."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pieces import engine_of, piece

from index.postings import postings
from index.postings.arrays import offsets
from index.postings.format import Mapped, Writing
from index.postings.lexicon import write_terms
from index.postings.positions import Positions, put_positions
from index.postings.postings import Postings, packed_postings, put_postings
from index.query.tree import Phrase, Word

# Of every term: steps between its articles, and how often it stands in each.
STEP = st.integers(1, 3) | st.integers(200, 600) | st.integers(60_000, 140_000)
TIMES = st.integers(1, 3) | st.integers(250, 260) | st.integers(60_000, 70_000)
TERMS = st.lists(st.lists(st.tuples(STEP, TIMES), min_size=1, max_size=8), min_size=1, max_size=8)


def kept(folder: str, terms: list[list[tuple[int, int]]]) -> Mapped:
    """A file with the postings of one field; positions are counted on in steps of seven."""
    counts = np.array([len(term) for term in terms])
    docs = np.concatenate([np.cumsum([step for step, _ in term]) - 1 for term in terms])
    times = np.array([often for term in terms for _, often in term])
    firsts = offsets(times)[:-1]
    positions = 7 * (np.arange(times.sum()) - np.repeat(firsts, times))
    writing = Writing(Path(folder) / "one.seg", 0o600)
    put_postings(writing, "f", packed_postings(counts, docs, times))
    put_positions(writing, "f", np.add.reduceat(times, offsets(counts)[:-1]), positions)
    write_terms(writing, "f", [b"%d" % number for number in range(len(terms))])
    writing.close({"docs": int(docs.max()) + 1})
    return Mapped(Path(folder) / "one.seg")


@pytest.mark.parametrize("long", [1, 4, 10**9])  # postings are read term by term; some; none
@given(TERMS, st.data())
@settings(max_examples=60)
def test_postings_and_positions_are_read_as_they_were_written(
    long: int, terms: list[list[tuple[int, int]]], data: st.DataObject
) -> None:
    asked = sorted(data.draw(st.sets(st.sampled_from(range(len(terms))), min_size=1)))
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(postings, "_FORMS", 0)
        patch.setattr(postings, "_LONG", long)
        file = kept(folder, terms)
        read = Postings(file, "f").read(np.array(asked))
        wanted = [terms[number] for number in asked]
        assert read.counts.tolist() == [len(term) for term in wanted]
        expected = [np.cumsum([step for step, _ in term]) - 1 for term in wanted]
        assert read.docs.tolist() == np.concatenate(expected).tolist()
        assert read.times.tolist() == [often for term in wanted for _, often in term]
        chosen = sorted(data.draw(st.sets(st.sampled_from(range(len(read.docs))), min_size=1)))
        positions = Positions(file, "f")
        times, places = positions.read(read, np.array(chosen))
        assert times.tolist() == read.times[chosen].tolist()
        ends = np.cumsum(times)
        for end, often in zip(ends.tolist(), times.tolist(), strict=True):
            assert places[end - often : end].tolist() == list(range(0, 7 * often, 7))


@given(TERMS, st.integers(0, 500_000), st.integers(0, 60))
@settings(max_examples=40)
def test_occurrences_between_two_places_are_found_by_halving(
    terms: list[list[tuple[int, int]]], low: int, width: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = kept(folder, terms)
        read, positions = Postings(file, "f").read(np.arange(len(terms))), Positions(file, "f")
        begins = positions.begins(read)
        bound = np.full(len(begins), low)
        first, end = positions.bounds(begins, read.times, bound, bound + width)
        for at, often, one, other in zip(
            begins.tolist(), read.times.tolist(), first.tolist(), end.tolist(), strict=True
        ):
            within = [n for n in range(often) if low <= 7 * n <= low + width]
            assert list(range(one - at, other - at)) == within


def test_a_frequent_term_takes_a_byte_an_article_and_a_rare_one_two() -> None:
    every, rare = np.arange(0, 1000, 2), np.array([5, 60_000])
    packed = packed_postings(np.array([500, 2]), np.concatenate([every, rare]), np.ones(502, int))
    assert packed.near.nbytes == 500
    assert packed.sizes.tolist() == [500, 0]
    assert packed.far.tolist() == rare.tolist()


def test_a_phrase_is_found_beyond_the_sixty_five_thousandth_word(tmp_path: Path) -> None:
    long = " ".join(["filler"] * 70_000 + ["harbour", "strike", "of", "the", "dockers"])
    engine = engine_of(tmp_path / "ix", [piece(long), piece("strike harbour", salt=1)])
    for phrase in ("harbour strike", "of the", "strike of the dockers", "filler filler"):
        assert engine.search(Phrase(phrase)).seqs == (1,)
    assert engine.search(Phrase("strike harbour")).seqs == (2,)
    with engine._store.writing():
        engine._store.merge(list)
    assert engine.search(Phrase("harbour strike")).seqs == (1,)
    assert engine.search(Word("filler")).total == 1


@given(st.lists(st.text("aAbBéÉßxX1'", min_size=1, max_size=5), min_size=1, max_size=20))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_the_list_of_words_holds_what_the_terms_hold(words: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        engine = engine_of(Path(folder) / "ix", [piece(" ".join(words)), piece("a", salt=1)])
        ((_, part),) = engine._store.snapshot().parts("body")
        forms = part.lexicon.forms(0, len(part.lexicon))
        listed, (others, written) = part.lexicon.words, part.lexicon.written
        held = list(dict.fromkeys(form.folded for form in forms))
        assert [listed.text(place) for place in range(len(listed.ends))] == held
        for place, word in enumerate(held):
            terms = listed.terms(np.array([place])).tolist()
            assert [forms[term].folded for term in terms] == [word] * len(terms)
        wanted = [
            (n, form.surface)
            for n, form in enumerate(forms)
            if _in_small_letters(form.surface) != form.folded and form.surface != form.folded
        ]
        found = [written.text(place) for place in range(len(written.ends))]
        assert list(zip(others.tolist(), found, strict=True)) == wanted
        engine.close()


def _in_small_letters(text: str) -> str:
    """A text with A to Z as a to z, and nothing else changed."""
    return "".join(letter.lower() if letter.isascii() else letter for letter in text)
