"""Files of every format become documents that keep their own bytes."""

from __future__ import annotations

import io
import json
import os
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Document
from corpus.sources import MappingError, Rejection, SourceOptions, documents, kind_of, mapping_of
from corpus.sources.table import table_records


def read(data: bytes, path: str, **options: object) -> list[Document | Rejection]:
    return list(documents(io.BytesIO(data), path, options=SourceOptions(**options)))  # type: ignore[arg-type]


def one(data: bytes, path: str, **options: object) -> Document:
    (found,) = read(data, path, **options)
    assert isinstance(found, Document), found
    return found


def refused(data: bytes, path: str) -> str:
    (found,) = read(data, path)
    assert isinstance(found, Rejection), found
    return found.reason


class Repeated(io.BufferedReader):
    """A stream of one line many times over, made as it is read."""

    def __init__(self, line: bytes, times: int) -> None:
        super().__init__(_Repeated(line, times))


class _Repeated(io.RawIOBase):
    def __init__(self, line: bytes, times: int) -> None:
        self._line, self._at, self._end = line, 0, len(line) * times

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        size = min(len(buffer), self._end - self._at)
        start = self._at % len(self._line)
        buffer[:size] = (self._line * (size // len(self._line) + 2))[start : start + size]
        self._at += size
        return size


class TestText:
    def test_a_text_file_is_one_document_with_every_character_in_its_place(self) -> None:
        document = one("Fähre brennt\r\n\r\nZwei Tote.\r\n".encode(), "news/1.txt")
        assert document.text == "Fähre brennt\r\n\r\nZwei Tote.\r\n"
        assert (document.path, document.format, document.encoding) == (
            "news/1.txt",
            "text",
            "utf-8",
        )

    def test_a_byte_order_mark_stays_in_the_bytes_and_out_of_the_text(self) -> None:
        document = one(b"\xef\xbb\xbfHarbour closed", "a.txt")
        assert document.text == "Harbour closed"
        assert document.data.startswith(b"\xef\xbb\xbf")

    def test_front_matter_gives_stated_fields_and_leaves_the_offsets_alone(self) -> None:
        matter = '---\ntitle: "Bridge: the bill"\ndate: 2031-04-02\nsource: The Gull\n---\n'
        source = matter + "# Costs\nTen.\n"
        document = one(source.encode(), "a.md")
        assert document.stated.title == ("Bridge: the bill", "field")
        assert document.stated.published == ("2031-04-02", "field")
        assert document.stated.outlet == ("The Gull", "field")
        assert len(document.text) == len(source)
        assert document.text.split() == ["Costs", "Ten."]
        assert document.text.index("Ten.") == source.index("Ten.")

    def test_a_rule_of_dashes_in_a_plain_text_is_no_front_matter(self) -> None:
        assert one(b"---\ntitle: x\n---\nBody", "a.txt").text.startswith("---")

    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            (b"", "empty"),
            (b" \n\t\n", "empty"),
            (b"\x00\x01\x02\x03" * 200, "not text"),
            (b"word " * 1_700_000, "8 MB, the limit for one article"),
        ],
    )
    def test_what_is_no_article_is_refused_with_a_reason(self, data: bytes, reason: str) -> None:
        assert reason in refused(data, "x.txt")

    def test_a_huge_text_is_refused_after_a_few_megabytes(self) -> None:
        class Endless(io.BytesIO):
            taken = 0

            def read(self, size: int | None = -1) -> bytes:
                assert size is not None
                assert size >= 0
                Endless.taken += size
                return b"a" * size

        (found,) = documents(Endless(), "big.txt")
        assert isinstance(found, Rejection)
        assert Endless.taken < 9_000_000


class TestHtml:
    def test_the_declared_charset_is_used_when_the_page_is_no_utf8(self) -> None:
        page = '<html><meta charset="windows-1251"><p>Мост закрыт</p>'.encode("cp1251")
        document = one(page, "a.html")
        assert "Мост закрыт" in document.text
        assert (document.encoding, document.body_is_html) == ("cp1251", True)

    def test_a_page_that_declares_too_little_is_read_as_browsers_read_it(self) -> None:
        page = '<meta charset="iso-8859-1"><p>“quoted”</p>'.encode("cp1252")
        assert "“quoted”" in one(page, "a.htm").text

    def test_utf8_wins_over_a_wrong_declaration(self) -> None:
        assert "é" in one('<meta charset="iso-8859-1"><p>é</p>'.encode(), "a.html").text

    def test_a_page_without_a_suffix_is_known_by_its_beginning(self) -> None:
        assert one(b"<!DOCTYPE html><p>Hello</p>", "article-17").format == "html"


MHTML = b"""From: <Saved by Blink>
Snapshot-Content-Location: https://gull.example/harbour
Subject: Harbour
MIME-Version: 1.0
Content-Type: multipart/related; boundary="edge"; type="text/html"

--edge
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://gull.example/harbour

<html><body><p>The caf=C3=A9 =\r
stays open.</p></body></html>
--edge
Content-Type: image/png
Content-Transfer-Encoding: base64

AAAA
--edge--
"""


class TestMhtml:
    def test_a_saved_page_gives_its_html_and_its_address(self) -> None:
        document = one(MHTML, "page.mhtml")
        assert "The café stays open." in document.text
        assert document.stated.url == ("https://gull.example/harbour", "field")
        assert document.data == MHTML
        assert document.format == "mhtml"

    def test_a_saved_page_is_known_by_its_beginning(self) -> None:
        assert one(MHTML, "-").format == "mhtml"

    def test_a_saved_page_without_html_is_refused(self) -> None:
        assert "without an HTML part" in refused(b"From: a\nSubject: b\n\nPlain", "p.mht")

    @given(st.binary(max_size=400))
    def test_damage_never_ends_the_reading(self, noise: bytes) -> None:
        at = len(noise) % len(MHTML)
        assert len(read(MHTML[:at] + noise + MHTML[at:], "p.mhtml")) == 1


class TestJsonLines:
    def test_each_line_is_a_document_with_its_own_bytes_and_fields(self) -> None:
        first = (
            b'{"id": 7, "outlet": "Gull", "title": "A", "date": "2031-01-02", "url": "u", '
            b'"body": "B"}'
        )
        documents_ = read(first + b"\r\n\n" + b'{"headline": "C", "text": "D"}', "n.jsonl")
        assert [d.data for d in documents_ if isinstance(d, Document)] == [
            first,
            b'{"headline": "C", "text": "D"}',
        ]
        left, right = documents_
        assert isinstance(left, Document)
        assert isinstance(right, Document)
        assert left.stated.key == "7"
        assert left.stated.outlet == ("Gull", "field")
        assert left.stated.published == ("2031-01-02", "field")
        assert (left.path, left.text, left.format) == ("n.jsonl#1", "B", "jsonl")
        assert (right.path, right.text) == ("n.jsonl#2", "D")
        assert right.stated.title == ("C", "field")

    def test_a_wrong_line_is_named_by_its_number_and_the_others_go_in(self) -> None:
        found = read(b'{"title": "A"}\n\n{"title": \n[1]\n{"title": "B"}\n{"x": 1}\n', "n.jsonl")
        kinds = [type(f).__name__ for f in found]
        assert kinds == ["Document", "Rejection", "Rejection", "Document", "Rejection"]
        reasons = [f.reason for f in found if isinstance(f, Rejection)]
        assert reasons[0].startswith("line 3: not JSON")
        assert reasons[1].startswith("line 4: not a JSON object")
        assert reasons[2].startswith("line 6 (record 5): has neither a title nor a body")

    def test_names_are_mapped_also_inside_objects(self) -> None:
        line = b'{"kop": "Brug dicht", "data": {"tekst": "Vandaag."}, "text": "not this"}\n'
        mapping = {"title": "kop", "body": "data.tekst"}
        document = one(line, "n.jsonl", mapping=mapping)
        assert document.stated.title == ("Brug dicht", "field")
        assert document.text == "Vandaag."

    def test_objects_lists_and_numbers_are_taken_for_what_they_mean(self) -> None:
        line = json.dumps(
            {
                "headline": "A",
                "source": {"id": None, "name": "The Gull"},
                "author": ["Ann Bell", {"name": "Carl Dow"}],
                "publishedAt": 1_900_000_000,
                "content": ["One.", "Two."],
            }
        ).encode()
        document = one(line, "n.ndjson")
        assert document.stated.outlet == ("The Gull", "field")
        assert document.stated.authors == ("Ann Bell; Carl Dow", "field")
        assert document.stated.published == ("2030-03-17T17:46:40Z", "field")
        assert document.text == "One.\n\nTwo."

    def test_half_characters_are_replaced(self) -> None:
        assert one(b'{"title": "A", "body": "x\\ud800y"}', "n.jsonl").text == "x\ufffdy"

    def test_a_body_with_tags_is_marked_as_html(self) -> None:
        assert one(b'{"body": "<p>Hello</p>"}', "n.jsonl").body_is_html
        assert not one(b'{"body": "5 < 6 and [b] <unknown>"}', "n.jsonl").body_is_html

    def test_words_decoded_wrongly_before_are_mended_and_said_so(self) -> None:
        line = json.dumps({"title": "A", "body": "The mayorâ€™s cafÃ©"}, ensure_ascii=False)
        document = one(line.encode(), "n.jsonl")
        assert document.text == "The mayor’s café"
        assert document.encoding == "utf-8 (mended)"
        assert document.data == line.encode()

    def test_the_options_weigh_more_than_the_fields(self) -> None:
        line = b'{"title": "A", "outlet": "Gull", "date": "2031-01-01"}'
        document = one(line, "n.jsonl", outlet="Tern", published="2032-02-02")
        assert document.stated.outlet == ("Tern", "option")
        assert document.stated.published == ("2032-02-02", "option")

    def test_a_deeply_nested_line_is_refused(self) -> None:
        assert "not JSON that can be read" in refused(b"[" * 200_000, "n.jsonl")

    def test_a_line_above_the_limit_is_let_go_and_the_next_goes_in(self) -> None:
        long = b'{"body": "' + b"a" * 8_100_000 + b'"}'
        found = read(b'{"title": "A"}\n' + long + b'\n{"title": "B"}', "n.jsonl")
        assert [type(f).__name__ for f in found] == ["Document", "Rejection", "Document"]

    def test_memory_does_not_grow_with_the_number_of_lines(self) -> None:
        line = b'{"title": "A", "body": "' + b"b" * 4000 + b'"}\n'
        many = Repeated(line, 5_000)
        tracemalloc.start()
        count = sum(1 for _ in documents(many, "n.jsonl"))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert count == 5_000
        assert peak < 4_000_000

    def test_utf16_is_read_by_its_mark(self) -> None:
        source = '{"title": "Ā\u0a0a"}\n{"title": "B"}\n'
        found = read(source.encode("utf-16"), "n.jsonl")
        titles = [f.stated.title for f in found if isinstance(f, Document)]
        assert titles == [("Ā\u0a0a", "field"), ("B", "field")]


class TestTables:
    def test_each_record_keeps_the_bytes_of_its_lines(self) -> None:
        source = b'id,title,body\r\n1,A,"one\r\ntwo"\r\n2,"B, b",three\r\n'
        left, right = read(source, "t.csv")
        assert isinstance(left, Document)
        assert isinstance(right, Document)
        assert left.data == b'1,A,"one\r\ntwo"'
        assert left.text == "one\r\ntwo"
        assert right.data == b'2,"B, b",three'
        assert right.stated.title == ("B, b", "field")
        assert right.path == "t.csv#2"

    @given(
        st.lists(
            st.lists(
                st.text(st.characters(codec="utf-8", exclude_characters="\0")),
                min_size=3,
                max_size=3,
            ),
            max_size=6,
        ),
        st.booleans(),
    )
    def test_the_records_bytes_joined_are_the_file(self, rows: list[list[str]], tabs: bool) -> None:
        import csv

        out = io.StringIO()
        writer = csv.writer(out, delimiter="\t" if tabs else ",", quoting=csv.QUOTE_ALL)
        writer.writerows([["id", "title", "body"], *rows])
        data = out.getvalue().encode()
        records = list(table_records(io.BytesIO(data), tabs=tabs))
        assert b"".join(record.data for record in records) == data
        assert [record.cells for record in records[1:]] == rows

    def test_a_quotation_mark_never_closed_costs_one_record(self) -> None:
        source = b'title,body\nA,"never closed\nB,two\nC,three\n'
        found = read(source, "t.csv")
        assert [f.stated.title for f in found if isinstance(f, Document)] == [
            ("B", "field"),
            ("C", "field"),
        ]
        reasons = [f.reason for f in found if isinstance(f, Rejection)]
        assert len(reasons) == 1
        assert reasons[0].startswith("line 2 (record 1): a broken record")

    def test_stray_quotation_marks_inside_a_line_are_taken_as_they_stand(self) -> None:
        assert one(b'title,body\n"A" new,two "and" three\n', "t.csv").text == 'two "and" three'

    def test_semicolons_and_tabs_part_cells_too(self) -> None:
        assert one(b"title;body\nA;x, y\n", "t.csv").text == "x, y"
        document = one(b"title\tbody\nA\tx, y\n", "t.tsv")
        assert (document.text, document.format) == ("x, y", "tsv")

    def test_a_table_without_known_columns_says_how_to_name_them(self) -> None:
        assert "--map title=COLUMN" in refused(b"kop,tekst\na,b\n", "t.csv")
        mapped = one(b"kop,tekst\na,b\n", "t.csv", mapping={"title": "kop", "body": "tekst"})
        assert mapped.text == "b"

    def test_a_column_mapped_that_is_not_there_is_named(self) -> None:
        (found,) = read(b"title,body\na,b\n", "t.csv", mapping={"url": "address"})
        assert isinstance(found, Rejection)
        assert "no column 'address'" in found.reason

    def test_a_record_with_too_many_cells_is_refused_by_line(self) -> None:
        found = read(b"title,body\nA,b,c\nD,e,\n", "t.csv")
        assert isinstance(found[0], Rejection)
        assert found[0].reason.startswith("line 2 (record 1): 3 cells under 2")
        assert isinstance(found[1], Document)

    @given(st.binary(max_size=300))
    def test_any_bytes_give_an_answer(self, noise: bytes) -> None:
        for path in ("t.csv", "t.jsonl", "t.txt", "t.html", "t.md", "-"):
            for found in read(noise, path):
                assert isinstance(found, Rejection) or found.data

    def test_text_from_standard_input_that_begins_with_a_header_is_a_table(self) -> None:
        assert one(b"title,body,url\nA,b,c\n", "-").text == "b"
        assert one(b"Bridge closed, mayor says\n\nNothing more.", "-").format == "text"


class TestKinds:
    @pytest.mark.parametrize(
        ("name", "head", "kind"),
        [
            ("a.CSS", b"", "stylesheet"),
            ("a.js", b"", "script"),
            ("photo", b"\xff\xd8\xff\xe0", "image"),
            ("a.txt", b"%PDF-1.4", "document"),
            (".DS_Store", b"", "hidden"),
            ("index.php", b"<?php echo 1", "script"),
            ("index.php", b"<!doctype html>", None),
            ("a.txt", b"Bridge", None),
            ("a.bin", b"\x01\x02", None),
        ],
    )
    def test_files_that_are_no_articles_are_told_by_name_and_beginning(
        self, name: str, head: bytes, kind: str | None
    ) -> None:
        assert kind_of(name, head) == kind


class TestMapping:
    def test_pairs_of_field_and_column(self) -> None:
        assert mapping_of(["title=Kop", "published=Datum"]) == {"title": "Kop", "date": "Datum"}

    @pytest.mark.parametrize("pair", ["title", "colour=x", "title="])
    def test_what_is_no_field_is_refused_with_the_fields_there_are(self, pair: str) -> None:
        with pytest.raises(MappingError, match="outlet, title, date, url, body"):
            mapping_of([pair])


def test_documents_come_one_by_one() -> None:
    stream = Repeated(b'{"title": "A", "body": "b"}\n', 10**12)
    found = documents(stream, "n.jsonl")
    assert [type(next(found)).__name__ for _ in range(3)] == ["Document"] * 3


def test_records_of_a_slow_pipe_come_as_they_are_written() -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as stream, os.fdopen(writing, "wb") as feed:
        feed.write(b'{"title": "A", "body": "b"}\n')
        feed.flush()
        found = documents(stream, "n.jsonl")
        assert isinstance(next(found), Document)
