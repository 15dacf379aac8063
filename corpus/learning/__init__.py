"""Learning: what many articles say together that none says alone.

Three rooms: lines that recur within an outlet, spellings of outlets, spellings of names.
Each takes plain values about a set of articles and gives the same answer in any order; who
collects the values, keeps the answer and asks people is the archive's business.
"""

from corpus.learning.lines import Seen, recurring, seen
from corpus.learning.names import Named, same_names
from corpus.learning.outlets import Publisher, SameOutlet, same_outlets

__all__ = [
    "Named",
    "Publisher",
    "SameOutlet",
    "Seen",
    "recurring",
    "same_names",
    "same_outlets",
    "seen",
]
