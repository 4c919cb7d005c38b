"""Encodings, and what is no text at all."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis.strategies import binary, sampled_from, text

from provenance.errors import InputError, UnreadableInput, UnsupportedFormat
from provenance.ingest.encoding import decode
from tests.edge.ingest.builders import FIXTURES, PROSE, a_file, a_page, read

QUOTED = f"“{PROSE}” – the minister’s words – €40,000"
RUSSIAN = (
    "Министр сообщил в понедельник, что переговоры в Стамбуле завершились. "
    "Об этом сообщает агентство со ссылкой на источник. "
)
POLISH = "Minister powiedział w poniedziałek, że rozmowy się zakończyły; zażądał też „szczegółów” od źródła. " * 3

MARKS = {
    "utf-8": b"\xef\xbb\xbf",
    "utf-16-le": b"\xff\xfe",
    "utf-16-be": b"\xfe\xff",
    "utf-32-le": b"\xff\xfe\0\0",
    "utf-32-be": b"\0\0\xfe\xff",
}


@given(text(), sampled_from(sorted(MARKS)))
def test_a_byte_order_mark_tells_the_encoding_and_is_no_character(written: str, encoding: str) -> None:
    body = f"a{written}"

    assert decode(MARKS[encoding] + body.encode(encoding), "file") == body


@given(text())
def test_utf_8_needs_no_mark(written: str) -> None:
    assert decode(f"a{written}".encode(), "file") == f"a{written}"


@pytest.mark.parametrize(
    ("written", "encoding"),
    [
        (QUOTED, "cp1252"),
        (RUSSIAN * 3, "cp1251"),
        (RUSSIAN * 3, "koi8_r"),
        (POLISH, "cp1250"),
        (f"{PROSE} Café", "latin-1"),
        (f"{PROSE * 3} The naïve façade of señor Núñez’s café", "cp1252"),
        (f"{PROSE * 3} søndag Øresund Åland", "cp1252"),
    ],
)
def test_a_code_page_is_recognised(written: str, encoding: str) -> None:
    assert decode(written.encode(encoding), "file") == written


@pytest.mark.parametrize("label", ["windows-1251", "Windows-1251", "cp1251", "x-sjis, nonsense", "", None])
def test_what_the_server_says_counts_where_it_can_be(label: str | None) -> None:
    content = RUSSIAN.encode("cp1251")

    assert decode(content * 3, "file", label) == RUSSIAN * 3


def test_a_server_that_says_latin_1_means_windows_1252() -> None:
    assert decode(QUOTED.encode("cp1252"), "file", "iso-8859-1") == QUOTED


def test_a_server_that_is_wrong_is_not_believed() -> None:
    assert decode(f"{QUOTED} Çırağan".encode(), "file", "us-ascii") == f"{QUOTED} Çırağan"


@pytest.mark.parametrize(
    "declaration",
    ['<meta charset="windows-1251">', "<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>"],
)
def test_the_head_of_a_page_tells_its_encoding(declaration: str, tmp_path: Path) -> None:
    page = f"<html><head>{declaration}</head><body><p>{PROSE} «ТАСС»</p></body></html>".encode("cp1251")

    assert read(a_file(tmp_path, page, "page.html")).text == f"{PROSE} «ТАСС»"


def test_a_page_that_calls_its_ascii_utf_16_is_read_all_the_same(tmp_path: Path) -> None:
    page = a_page().replace("utf-8", "utf-16").encode()

    assert read(a_file(tmp_path, page, "page.html")).text == PROSE


def test_a_wrong_byte_among_many_right_ones_is_marked_and_the_rest_kept() -> None:
    right = f"{RUSSIAN}{QUOTED}".encode()

    assert decode(right + b"\xff" + right, "file") == f"{RUSSIAN}{QUOTED}\ufffd{RUSSIAN}{QUOTED}"


@pytest.mark.parametrize("encoding", sorted(MARKS))
def test_a_text_cut_short_in_a_character_is_told(encoding: str) -> None:
    content = MARKS[encoding] + f"{PROSE} “soon”".encode(encoding)

    with pytest.raises(UnreadableInput, match="file: ends in the middle of a character, so it was cut short"):
        decode(content[:-1], "file")


def test_half_of_a_pair_at_the_end_of_utf_16_is_cut_short() -> None:
    with pytest.raises(UnreadableInput, match="cut short"):
        decode(MARKS["utf-16-le"] + "peace 🕊".encode("utf-16-le")[:-2], "file")


def test_a_false_mark_is_told() -> None:
    with pytest.raises(UnreadableInput, match="begins as UTF-8 and is not: byte 3 cannot be read"):
        decode(MARKS["utf-8"] + b"abc\xff\xfe text", "file")


def test_a_last_letter_of_latin_1_is_not_a_cut() -> None:
    assert decode(f"{PROSE} Café".encode("cp1252"), "file").endswith("Café")


@given(binary())
def test_any_bytes_are_decoded_or_refused(content: bytes) -> None:
    assert isinstance(outcome(content), str)


def outcome(content: bytes) -> str:
    """The text, or the message; any other error is a failure."""
    try:
        return decode(content, "file")
    except InputError as error:
        return str(error)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04....word/document.xml", r"a Word document \(DOCX\)"),
        (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text"),
        (b"PK\x03\x04....photo.jpg", "a ZIP archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...", "an old Microsoft Office document"),
        (b"{\\rtf1\\ansi", "an RTF document"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"\xff\xd8\xff\xe0", "a JPEG image"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"....ftypmp42", "a film or sound recording"),
        (b'<?xml version="1.0"?><rss version="2.0"><channel>', "a feed"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', "a feed"),
        (b"From: <Saved by Blink>\nMIME-Version: 1.0\n", "MHTML"),
    ],
)
def test_a_format_that_is_not_read_is_named(content: bytes, words: str, tmp_path: Path) -> None:
    path = a_file(tmp_path, content, "article.txt")

    with pytest.raises(UnsupportedFormat, match=f"article.txt: .*{words}"):
        read(path)


def test_a_broken_pdf_named_text_is_still_a_pdf() -> None:
    with pytest.raises(UnsupportedFormat, match=r"pdf\.txt: a PDF, which is not read; save the article as a text"):
        read(FIXTURES / "hostile" / "pdf.txt")
