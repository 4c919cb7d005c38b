"""What kind of content bytes are, by their own first characters."""

import re

from provenance.errors import UnreadableInput, UnsupportedFormat

SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office document"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"RIFF", "an image, sound or film (RIFF)"),
    (b"ID3", "a sound recording"),
    (b"OggS", "a sound recording"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"WARC/1.", "a web archive (WARC)"),
    (b"bplist00", "a property list or Safari web archive"),
)
PACKED = (
    (b"word/", "a Word document (DOCX)"),
    (b"xl/", "an Excel workbook (XLSX)"),
    (b"ppt/", "a PowerPoint presentation (PPTX)"),
    (b"application/epub+zip", "an EPUB book"),
    (b"application/vnd.oasis.opendocument.text", "an OpenDocument text (ODT)"),
)
"""What a ZIP archive is, by words among its first names."""

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|article|main)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE | re.DOTALL)
_MAIL = re.compile(r"(?:From: <Saved by|MIME-Version:\s*1\.0)", re.IGNORECASE)
_BEGINNING = 4096


def refuse_formats(content: bytes, name: str) -> None:
    """Raises UnsupportedFormat where the first bytes are those of a format that holds no plain text."""
    found = next((words for signature, words in SIGNATURES if content.startswith(signature)), None)
    if found is None and content.startswith(b"PK\x03\x04"):
        found = next((words for inside, words in PACKED if inside in content[:_BEGINNING]), "a ZIP archive")
    if found is None and content[4:8] == b"ftyp":
        found = "a film or sound recording (MP4)"
    if found:
        raise UnsupportedFormat(f"{name}: {found}, which is not read; save the article as a text or HTML file")


def refuse_feeds(text: str, name: str) -> None:
    """Raises UnsupportedFormat for text that holds other things than one article."""
    if _FEED.match(text[:_BEGINNING]):
        raise UnsupportedFormat(f"{name}: a feed, not an article; give the articles it leads to, one by one")
    if _MAIL.match(text):
        raise UnsupportedFormat(f"{name}: a page saved as MHTML, which is not read; save it as HTML or as text")


def refuse_binary(text: str, name: str) -> None:
    """Raises UnreadableInput for text with a NUL in it, or with more than one control character in fifty."""
    controls = sum(letter < " " and letter not in "\t\n\r\f" for letter in text)
    if "\0" in text or controls * 50 > len(text):
        raise UnreadableInput(f"{name}: binary data, not text; save the article as a text or HTML file")


def is_html(text: str) -> bool:
    """Whether it begins like a page."""
    return _HTML.match(text[:_BEGINNING]) is not None
