"""ZIP archives of articles: looked over before anything is unpacked, and no name in them ever used as a path."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from provenance.errors import EmptyInput, InputTooLarge, ProvenanceError, UnreadableInput, UnsupportedFormat
from provenance.ingest.files import ARTICLE_SUFFIXES
from provenance.ingest.lines import LINE_SUFFIXES
from provenance.ingest.material import LIMIT, shown, size, too_large

ARCHIVE_SUFFIXES = (".zip",)
NESTED = (".zip", ".gz", ".tgz", ".tar", ".bz2", ".xz", ".7z", ".rar", ".zst", ".jar")

MOST_ENTRIES = 2_000
"""Folders included. An archive of a day's wire holds some hundreds."""

LARGEST_UNPACKED = 5 * LIMIT
"""Of all entries together, in bytes."""

_END = b"PK\x05\x06"
_END_SIZE = 22
_LONGEST_COMMENT = 65_535
_LARGEST_LIST = MOST_ENTRIES * 1_000
"""Bytes of the list of entries: what stands in it is held in memory, so it is measured before it is read."""

_LOCKED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The others are rare, and one of them takes as much memory as an archive tells it to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One file of an archive; `content` is empty where `error` says why it is not read."""

    name: str
    content: bytes = b""
    error: ProvenanceError | None = None


def is_archive(content: bytes, name: str) -> bool:
    """By its name and its beginning: office documents are ZIP archives, too, and are none to whoever hands them in."""
    return name.lower().endswith(ARCHIVE_SUFFIXES) and content.startswith((b"PK\x03\x04", _END))


def read_archive(content: bytes, name: str) -> tuple[Entry, ...]:
    """The articles in it, in the order of their names: as in a folder only files that end as articles do, no hidden
    ones. Of those that cannot be read, and of archives in it, an entry says why.

    Raises InputTooLarge before anything is unpacked, UnreadableInput for what is no whole archive, EmptyInput where no
    articles are in it.
    """
    name = shown(name)
    _check_list(content, name)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            wanted = _wanted(archive, name)
            return tuple(_entry(archive, info, name) for info in wanted)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise UnreadableInput(f"{name}: no ZIP archive that can be read; make it anew") from error


def _check_list(content: bytes, name: str) -> None:
    """The size of the list of entries, as the end of the archive gives it."""
    tail = content[-(_END_SIZE + _LONGEST_COMMENT) :]
    place = tail.rfind(_END)
    if place < 0 or len(tail) - place < _END_SIZE:
        raise UnreadableInput(f"{name}: the end of the archive is missing; it may have been cut short")
    if tail.count(_END) > 1 or b"PK\x06\x07" in tail:
        raise UnsupportedFormat(f"{name}: an archive that holds an archive, or of the ZIP64 kind; pack plain files")
    if int.from_bytes(tail[place + 12 : place + 16], "little") > _LARGEST_LIST:
        raise InputTooLarge(_too_many(name))


def _wanted(archive: zipfile.ZipFile, name: str) -> list[zipfile.ZipInfo]:
    """Raises InputTooLarge, EmptyInput."""
    infos = archive.infolist()
    if len(infos) > MOST_ENTRIES:
        raise InputTooLarge(_too_many(name))
    wanted = sorted(filter(_is_wanted, infos), key=lambda info: info.filename)
    if not wanted:
        suffixes = ", ".join((*ARTICLE_SUFFIXES, *LINE_SUFFIXES))
        raise EmptyInput(f"{name}: no articles in this archive; they are files that end in {suffixes}")
    if sum(info.file_size for info in wanted) > LARGEST_UNPACKED:
        raise InputTooLarge(f"{name}: unpacks to more than {size(LARGEST_UNPACKED)}; make several smaller archives")
    return wanted


def _too_many(name: str) -> str:
    return f"{name}: more than {MOST_ENTRIES} entries; make several smaller archives"


def _is_wanted(info: zipfile.ZipInfo) -> bool:
    parts = info.filename.replace("\\", "/").split("/")
    if info.is_dir() or any(part.startswith(".") and part not in (".", "..") for part in parts):
        return False
    return "__MACOSX" not in parts and parts[-1].lower().endswith((*ARTICLE_SUFFIXES, *LINE_SUFFIXES, *NESTED))


def _entry(archive: zipfile.ZipFile, info: zipfile.ZipInfo, archive_name: str) -> Entry:
    name = shown(info.filename)
    where = f"{archive_name}, {name}"
    refusal = next(_refusals(info, where), None)
    if refusal:
        return Entry(name=name, error=refusal)
    try:
        with archive.open(info) as file:
            content = file.read(LIMIT + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError) as error:
        broken = UnreadableInput(f"{where}: broken inside the archive; pack it anew")
        broken.__cause__ = error
        return Entry(name=name, error=broken)
    if len(content) > LIMIT:
        return Entry(name=name, error=InputTooLarge(too_large(where, None)))
    return Entry(name=name, content=content)


def _refusals(info: zipfile.ZipInfo, where: str) -> Iterator[ProvenanceError]:
    if info.filename.lower().endswith(NESTED):
        yield UnsupportedFormat(f"{where}: an archive inside the archive, which is not opened; add its files")
    if info.flag_bits & _LOCKED:
        yield UnsupportedFormat(f"{where}: locked with a password; pack it without one")
    if info.compress_type not in _METHODS:
        yield UnsupportedFormat(f"{where}: packed in a way that is not read; pack it the usual way (deflate)")
    if info.file_size > LIMIT:
        yield InputTooLarge(too_large(where, info.file_size))
