"""Bytes are read in the encoding they are in, and never fail to be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sources.decoding import declared_encoding, decode, mend_text, why_not_text


@given(st.binary(max_size=2000), st.booleans())
def test_any_bytes_can_be_decoded_and_what_comes_out_can_be_stored(data: bytes, html: bool) -> None:
    assert isinstance(decode(data, html=html).text.encode("utf-8"), bytes)
    why_not_text(data)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0ÂÃâÐï")))
def test_utf8_comes_back_as_it_was_written(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert decode(text.encode()).text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Le pont est fermé depuis l’été.", "cp1252"),
        ("¿Quién lo paga? El señor Muñoz calló.", "cp1252"),
        ("O túnel não abriu – ainda.", "cp1252"),
        ("Most zamknięto, a źródło ciepła wyłączono w środę.", "cp1250"),
        ("Мост закрыли до следующей недели, сообщил мэр города.", "cp1251"),
        ("Мост закрыли до следующей недели, сообщил мэр города.", "koi8-r"),
        ("橋は来週まで閉まります。", "cp932"),
        ("橋は来週まで閉まります。", "euc-jp"),
        ("Bridge closed", "utf-16"),
        ("Bridge closed", "utf-16-le"),
        ("Bridge closed", "utf-16-be"),
        ("Bridge closed: Brücke zu", "utf-32"),
    ],
)
def test_texts_in_other_encodings_are_recognised(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    assert why_not_text(data) is None
    assert decode(data).text == text


def test_wrongly_decoded_lines_are_mended_and_right_ones_left_alone() -> None:
    decoded = decode("The mayorâ€™s words\nSÃO PAULO â€“ dry\nÂngela Ã la carte".encode())
    assert decoded.text.splitlines()[0] == "The mayor’s words"
    assert decoded.encoding == "utf-8 (mended)"
    for right in ("SÃO PAULO", "“It’s 5 × 3”, naïve café", "Âge d’or"):
        assert mend_text(right) == right


def test_a_declared_name_that_is_no_text_encoding_is_passed_over() -> None:
    assert declared_encoding(b'<meta charset="rot13">') is None
    assert declared_encoding(b'<meta charset="nonsense">') is None
    assert declared_encoding(b'<meta charset="utf-7">') is None
    assert declared_encoding(b'<?xml version="1.0" encoding="ISO-8859-1"?>') == "cp1252"


def test_escape_sequences_do_not_make_a_text_binary() -> None:
    assert why_not_text(b"a \x1b[31mred\x1b[0m word \x1b]0;title\x07 and more of it") is None
