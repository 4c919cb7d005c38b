"""From bytes to characters, whatever the encoding.

In this order: a byte order mark, what the server said, what the page's head says, UTF-8, Windows-1252 where all but a
few bytes are ASCII (curly quotation marks are the same bytes in it and in its Eastern sisters), and the statistics of
charset-normalizer.
"""

import codecs
import re

from charset_normalizer import from_bytes

from provenance.errors import UnreadableInput

# UTF-32 first: its mark begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le", 4),
    (codecs.BOM_UTF32_BE, "utf-32-be", 4),
    (codecs.BOM_UTF8, "utf-8", 1),
    (codecs.BOM_UTF16_LE, "utf-16-le", 2),
    (codecs.BOM_UTF16_BE, "utf-16-be", 2),
)
"""Byte order mark, encoding, bytes of its smallest unit."""

GUESSES = ["cp1252", "cp1251", "koi8_r", "koi8_u", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp866",
           "iso8859_2", "iso8859_5", "iso8859_9", "big5", "gb18030", "shift_jis", "euc_jp", "euc_kr"]  # fmt: skip
"""What charset-normalizer may answer: the code pages that news was published in."""

# Browsers read these labels as the Windows code page that holds them: https://encoding.spec.whatwg.org/#names-and-labels
READ_AS = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}

_DECLARED = re.compile(
    rb"""(?:<meta[^>]{0,200}?charset\s*=|<\?xml[^>]{0,100}?encoding\s*=)\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_HEAD = 4096
_FEW = 50  # at most one byte in so many is not ASCII


def decode(content: bytes, name: str, charset: str | None = None) -> str:
    """The text, without byte order mark; `charset` is what a server said. Raises UnreadableInput where the bytes end in
    the middle of a character, or where no encoding fits."""
    for mark, encoding, unit in MARKS:
        if content.startswith(mark):
            return _marked(content[len(mark) :], encoding, unit, name)
    for label in (charset, _declared(content), "utf-8"):
        text = _decoded(content, label)
        if text is not None:
            return text
    return _repaired(content, name) or _guessed(content, name)


def _marked(content: bytes, encoding: str, unit: int, name: str) -> str:
    if len(content) % unit:
        raise UnreadableInput(_cut_short(name))
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        if error.end >= len(content) and "end" in error.reason:
            raise UnreadableInput(_cut_short(name)) from error
        raise UnreadableInput(
            f"{name}: begins as {encoding.upper()} and is not: byte {error.start} cannot be read; save it as UTF-8"
        ) from error


def _declared(content: bytes) -> str | None:
    match = _DECLARED.search(content[:_HEAD])
    return match.group(1).decode("ascii") if match else None


def _decoded(content: bytes, label: str | None) -> str | None:
    """None where the label is unknown or wrong. A page that can be read as ASCII up to its label is not UTF-16,
    whatever the label says."""
    try:
        encoding = codecs.lookup(label or "").name
        if encoding.startswith(("utf-16", "utf-32")):
            return None
        return content.decode(READ_AS.get(encoding, encoding))
    except (LookupError, UnicodeError):
        return None


def _repaired(content: bytes, name: str) -> str | None:
    """UTF-8 with a wrong byte here and there keeps its characters, each wrong byte becoming U+FFFD. None where it
    is not UTF-8 at all. Raises UnreadableInput where only its end is missing."""
    text = content.decode("utf-8", "replace")
    right = sum(letter > "\x7f" for letter in text if letter != "\ufffd")
    wrong = text.count("\ufffd") - content.count("\ufffd".encode())
    if right < 20 * wrong and not (wrong == 1 and right and _ends_early(content)):
        return None
    if _ends_early(content):
        raise UnreadableInput(_cut_short(name))
    return text


def _ends_early(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data"
    return False


def _guessed(content: bytes, name: str) -> str:
    foreign = sum(byte > 0x7F for byte in content)
    if foreign * _FEW <= len(content):
        text = _decoded(content, "cp1252")
        if text is not None:
            return text
    best = from_bytes(content, cp_isolation=GUESSES).best()
    if best is None:
        raise UnreadableInput(f"{name}: not text, or in an encoding that cannot be told; save it as UTF-8")
    return str(best)


def _cut_short(name: str) -> str:
    return f"{name}: ends in the middle of a character, so it was cut short; save or download it again"
