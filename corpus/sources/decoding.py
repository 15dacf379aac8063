"""Bytes to text: which encoding a document is in, and whether it is text at all.

UTF-8 is tried first and strictly, then what the document declares, then what its bytes look
like. Text that was decoded wrongly before it came to us is mended only where it shows the
signs of that; the original bytes are never touched.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What browsers read under a label, where that is more than the label says.
_READ_AS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_NOT_FOR_PAGES = {"utf-7", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"}
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})"""
    rb"""|<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})""",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4096
# What pages are written in; the code pages of DOS and of mainframes would only be mistaken for it.
_ON_THE_WEB = [
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
    *("iso8859_2", "iso8859_5", "iso8859_6", "iso8859_7", "iso8859_13", "iso8859_15", "iso8859_16"),
    *("koi8_r", "koi8_u", "cp874", "big5", "gb18030", "cp932", "euc_jp", "cp949"),
]
_SIGN_IN_WORD = re.compile(
    "[^\\W\\d_][¡-©«-´¶-¹»-¿×÷ˆ˜‰†‡][^\\W\\d_]|[^\\W\\d_][³¹¿¢¥¦¡]|[³¹¥¢][^\\W\\d_]{2}"
)
_MOJIBAKE = re.compile(
    "[ÂÃ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122]"
    "|â€|â\u0080|Ð[\u0080-\u00bf]|ï»¿|ï¿½"
)
_STRANGE = bytes(b for b in range(32) if b not in b"\t\n\r\f\v\b\x1a\x1b\x85")
_STRANGE_SHARE = 0.05
_SURROGATE = re.compile("[\ud800-\udfff]")
_LOOK = 65_536


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the name of the encoding it was read in."""

    text: str
    encoding: str


def mark(head: bytes) -> tuple[str, int] | None:
    """The encoding that a byte order mark at the start names, and the mark's length."""
    for bom, encoding in _BOMS:
        if head.startswith(bom):
            return encoding, len(bom)
    return None


def why_not_text(data: bytes) -> str | None:
    """Why these bytes are no text, as the end of a sentence; None when they may be text."""
    if mark(data) is not None:
        return None
    head = data[:_LOOK]
    if b"\0" in head and _wide(head) is None:
        return "it holds zero bytes, as programs, pictures and packed files do"
    if b"\0" not in head:
        strange = len(head) - len(head.translate(None, _STRANGE))
        if strange > _STRANGE_SHARE * len(head):
            return "too many of its bytes are control characters"
    return None


def decode(data: bytes, *, html: bool = False) -> Decoded:
    """Read bytes as text. Never fails: what fits no encoding is read with replacement marks."""
    found = mark(data)
    if found is not None:
        encoding, length = found
        return mend(
            Decoded(without_surrogates(data[length:].decode(encoding, "replace")), encoding)
        )
    declared = declared_encoding(data) if html else None
    if declared is not None and declared.startswith("iso2022") and b"\x1b" in data:
        return mend(Decoded(without_surrogates(data.decode(declared, "replace")), declared))
    wide = _wide(data[:_LOOK]) if b"\0" in data[:_LOOK] else None
    if wide is not None:
        return mend(Decoded(without_surrogates(data.decode(wide, "replace")), wide))
    try:
        return mend(Decoded(data.decode("utf-8"), "utf-8"))
    except UnicodeDecodeError:
        pass
    if declared is not None:
        try:
            return mend(Decoded(without_surrogates(data.decode(declared)), declared))
        except (UnicodeDecodeError, ValueError):
            pass
    return mend(_guess(data))


def declared_encoding(data: bytes) -> str | None:
    """The encoding an HTML or XML document names in its first lines, as Python calls it."""
    match = _DECLARED.search(data[:_DECLARED_WITHIN])
    if match is None:
        return None
    label = (match.group(1) or match.group(2)).decode("ascii").strip()
    try:
        name = codecs.lookup(label).name
        "".encode(name)  # codecs that are no text encodings (rot13, zip) fail here
    except (LookupError, UnicodeError, ValueError):
        return None
    return None if name in _NOT_FOR_PAGES else _READ_AS.get(name, name)


def mend(decoded: Decoded) -> Decoded:
    """Put right text that an earlier program decoded wrongly, where it shows signs of it."""
    mended = mend_text(decoded.text)
    if mended == decoded.text:
        return decoded
    return replace(decoded, text=mended, encoding=f"{decoded.encoding} (mended)")


def mend_text(text: str) -> str:
    """`mend` for a piece of text whose encoding is of no interest, line by line."""
    if _MOJIBAKE.search(text) is None:
        return text
    import ftfy

    lines = text.splitlines(keepends=True)
    return "".join(
        ftfy.fix_encoding(line) if _MOJIBAKE.search(line) is not None else line for line in lines
    )


def without_surrogates(text: str) -> str:
    """Half characters, which no file can hold, become replacement marks."""
    return _SURROGATE.sub("\ufffd", text)


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: nearly every other byte of Western text is zero."""
    pairs = len(head) // 2
    if pairs < 2:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd >= 0.6 * pairs and even <= 0.02 * pairs:
        return "utf-16-le"
    if even >= 0.6 * pairs and odd <= 0.02 * pairs:
        return "utf-16-be"
    return None


def _guess(data: bytes) -> Decoded:
    """The encoding that the bytes look most like; Western European where that is as likely."""
    from charset_normalizer import from_bytes

    for japanese in ("cp932", "euc_jp"):
        read = data.decode(japanese, "replace")
        if "\ufffd" not in read and _has_kana(read):
            return Decoded(read, japanese)
    western = data.decode("cp1252", "replace")
    matches = from_bytes(data, cp_isolation=_ON_THE_WEB)
    best = matches.best()
    if best is None:
        return Decoded(western, "cp1252")
    if _looks_western(western):
        alike = max(
            (m.coherence for m in matches if "cp1252" in m.could_be_from_charset), default=0
        )
        if alike >= best.coherence:
            return Decoded(western, "cp1252")
    encoding = best.encoding
    if encoding == "cp1252":  # signs inside words: the same bytes are letters further east
        encoding = "cp1250"
    return Decoded(data.decode(encoding, "replace"), encoding)


def _has_kana(text: str) -> bool:
    """Japanese is written with enough kana to be told from other double-byte text by it."""
    foreign = sum(c > "\x7f" for c in text)
    return sum("\u3041" <= c <= "\u30fe" for c in text) > 0.25 * foreign


def _looks_western(text: str) -> bool:
    """Accented letters are few and no sign stands inside a word, as it would in Polish."""
    letters = sum(map(str.isalpha, text))
    accented = sum(c.isalpha() and c > "\x7f" for c in text)
    return accented <= 0.3 * letters and _SIGN_IN_WORD.search(text) is None
