"""Which language a text is in, guessed by py3langid's model with little of it in memory.

The model's tables take 70 MB, of which a guess looks at a few pages; most articles are plainly
English and never ask. They are unpacked into a file without a name and mapped, so that what is
not looked at takes no memory, in however many processes. Where the model is not as this module
knows it, or the disk has no room, py3langid loads it in its own way.
"""

from __future__ import annotations

import lzma
import mmap
import shutil
import struct
import tempfile
import zipfile
from array import array
from functools import cache
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LENGTHS = struct.Struct("<26xHH")  # of the name and of what follows it, before a packed array


def guessed(text: str) -> str:
    """The ISO 639-1 code of the language that a text is most like."""
    return str(identifier().classify(text)[0])


@cache
def identifier() -> Any:
    """What classifies texts, its tables mapped where that can be."""
    from py3langid import langid

    try:
        return langid.LanguageIdentifier(**_model(langid.MODEL_DIR / langid.MODEL_FILE))
    except Exception:  # another version of the package, or a full disk
        return langid


def _model(file: Path) -> dict[str, Any]:
    """What an identifier is made of, by the names of its parameters."""
    import numpy as np

    with tempfile.TemporaryFile() as unpacked:
        with lzma.open(file) as packed:
            shutil.copyfileobj(packed, unpacked, 1 << 20)
        unpacked.seek(0)  # writes what is still on its way
        mapped = mmap.mmap(unpacked.fileno(), 0, access=mmap.ACCESS_READ)  # outlives the file
        with np.load(unpacked, allow_pickle=False) as small:
            row, output = small["nextmove_row"], small["out_feat"]
            classes, prior = small["classes"].tolist(), small["pc"]
        table = _where_it_lies(unpacked, mapped, "nextmove")
        return {
            "nb_ptc": _where_it_lies(unpacked, mapped, "ptc"),
            "nb_pc": prior,
            "nb_classes": classes,
            "tk_nextmove": table.data,  # asked for one number at a time
            "tk_row": array("I", row.tolist()),
            "tk_output": array("i", output.tolist()),
        }


def _where_it_lies(unpacked: IO[bytes], mapped: mmap.mmap, name: str) -> NDArray[Any]:
    """An array of an uncompressed archive of arrays, where it lies in the mapped file."""
    import numpy as np

    with zipfile.ZipFile(unpacked) as names:
        entry = names.getinfo(f"{name}.npy")
    if entry.compress_type != zipfile.ZIP_STORED:
        raise ValueError("the arrays are compressed")
    unpacked.seek(entry.header_offset)
    unpacked.seek(sum(_LENGTHS.unpack(unpacked.read(_LENGTHS.size))), 1)
    np.lib.format.read_magic(unpacked)
    shape, by_column, kind = np.lib.format.read_array_header_1_0(unpacked)
    found = np.frombuffer(mapped, kind, int(np.prod(shape)), unpacked.tell())
    return found.reshape(shape, order="F" if by_column else "C")
