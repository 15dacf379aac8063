"""Which version of names this program would find, said without loading a model.

Names carry the versions they were found with; who wants to know whether they are older than
what this machine could find asks here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.entities.gazetteer import Alias


def current(aliases: tuple[Alias, ...] = ()) -> str:
    """What `Names.model` would say of an article recognised now, with these own aliases."""
    from corpus.entities.gazetteer import VERSION, aliases_version
    from corpus.entities.naming import RULES
    from corpus.entities.spacy_recogniser import NoModel, installed_model

    try:
        module, version = installed_model()
    except NoModel:
        return f"{VERSION}+{RULES}{aliases_version(aliases)}"
    return f"{module}-{version}+{VERSION}+{RULES}{aliases_version(aliases)}"


def is_older(model: str, than: str) -> bool:
    """Whether names found by `model` should be found anew.

    Names that a model found are not given up for what the gazetteer alone would find.
    """
    return model != than and (_by_model(than) or not _by_model(model))


def _by_model(version: str) -> bool:
    return not version.startswith("gazetteer-")
