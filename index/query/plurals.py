"""Plurals that no stem knows: woman and women, child and children, crisis and crises.

A folded word goes in, the other one of its pair comes out. Left out is what is mostly another
word: leaves, bases, axes, media, data, people. A verb stands here too: go and goes have two stems.
"""

from __future__ import annotations

_PAIRS = """
    foot feet, tooth teeth, goose geese, mouse mice, louse lice, ox oxen, penny pence,
    child children, passerby passersby,
    wife wives, housewife housewives, midwife midwives, life lives, knife knives, wolf wolves,
    half halves, thief thieves, loaf loaves, shelf shelves, calf calves, scarf scarves,
    hoof hooves, wharf wharves, dwarf dwarves, elf elves,
    crisis crises, analysis analyses, thesis theses, hypothesis hypotheses,
    diagnosis diagnoses, prognosis prognoses, oasis oases, emphasis emphases, synthesis syntheses,
    parenthesis parentheses, metamorphosis metamorphoses, neurosis neuroses, psychosis psychoses,
    criterion criteria, phenomenon phenomena, automaton automata,
    bacterium bacteria, referendum referenda, memorandum memoranda, curriculum curricula,
    stratum strata, spectrum spectra, consortium consortia, millennium millennia,
    sanatorium sanatoria, stadium stadia, ovum ova, addendum addenda,
    alumnus alumni, fungus fungi, nucleus nuclei, stimulus stimuli, syllabus syllabi,
    cactus cacti, radius radii, bacillus bacilli, focus foci, terminus termini,
    vertebra vertebrae, larva larvae, alga algae, alumna alumnae, formula formulae,
    appendix appendices, matrix matrices, index indices, vertex vertices, go goes
"""
_MAN = """
    - air alder anchor assembly bar boat bogey brake business camera cattle cave chair church
    clergy coast con congress council country crafts door dust dutch english
    fire fisher fore foot french fresh front gentle ground guards gun hang hench helms herds hit
    horse house hunts infantry irish journey kins lay line lumber mad mail marks middle midship
    militia milk minute new news newspaper noble nurse oars oil ombuds patrol police post railway
    repair rifle sales scots seam sea service show snow spokes sports states strong swords taxi
    tax trades tribes watch weather welsh wing work yachts
"""
_WOMAN = """
    - air alder anchor assembly business camera chair church clergy congress council country crafts
    english french gentle horse irish kins needle noble police sales service spokes sports
    states taxi tribes welsh work yachts
"""
_CHILD = "brain god grand school step"


def _pairs() -> dict[str, str]:
    pairs = [tuple(pair.split()) for pair in _PAIRS.split(",")]
    for beginnings, one, more in (
        (_MAN, "man", "men"), (_WOMAN, "woman", "women"), (_CHILD, "child", "children"),
    ):  # fmt: skip
        for beginning in beginnings.split():
            start = beginning.strip("-")
            pairs.append((start + one, start + more))
    return {one: other for pair in pairs for one, other in (pair, pair[::-1])}


_OTHER = _pairs()


def other_number(word: str) -> str:
    """The plural of a folded word, or the word that it is the plural of; empty where a stem knows.

    >>> other_number("women"), other_number("child's"), other_number("ships")
    ('woman', 'children', '')
    """
    return _OTHER.get(word.removesuffix("'s"), "")
