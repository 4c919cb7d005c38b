"""Archives are bounded before anything is unpacked, and what stands in them is only ever read as text."""

import io
import zipfile
from pathlib import Path

import pytest

from provenance.errors import EmptyInput, InputTooLarge, UnreadableInput, UnsupportedFormat
from provenance.ingest import archives
from provenance.ingest.archives import MOST_ENTRIES, read_archive
from provenance.ingest.material import LIMIT


def packed(*files: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for name, content in files:
            archive.writestr(zipfile.ZipInfo(name), content, compress_type=method)
    return held.getvalue()


def test_the_articles_come_in_the_order_of_their_names() -> None:
    found = read_archive(packed(("b.txt", b"two"), ("a/", b""), ("a/x.md", b"one"), (".x.txt", b"hidden")), "day.zip")
    assert [(entry.name, entry.content, entry.error) for entry in found] == [
        ("a/x.md", b"one", None),
        ("b.txt", b"two", None),
    ]


def test_names_are_never_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = read_archive(packed(("../../out.txt", b"x"), ("/etc/in.txt", b"y"), ("C:\\a\x1b.txt", b"z")), "day.zip")
    assert [entry.name for entry in found] == ["../../out.txt", "/etc/in.txt", r"C:\a\x1b.txt"]
    assert list(tmp_path.iterdir()) == []


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = packed(*((f"{number}.txt", bytes(LIMIT)) for number in range(11)))
    assert len(bomb) < 200_000
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_: pytest.fail("it was unpacked"))
    with pytest.raises(InputTooLarge, match="unpacks to more than 50 MB"):
        read_archive(bomb, "day.zip")


def test_an_entry_that_is_too_large_is_refused_alone() -> None:
    large, small = read_archive(packed(("large.txt", bytes(LIMIT + 1)), ("small.txt", b"x")), "day.zip")
    assert isinstance(large.error, InputTooLarge)
    assert (small.content, small.error) == (b"x", None)


def test_an_entry_that_lies_about_its_size_is_read_no_further() -> None:
    honest = packed(("a.txt", bytes(LIMIT)))
    size = LIMIT.to_bytes(4, "little")
    assert honest.count(size) == 2
    (entry,) = read_archive(honest.replace(size, (5).to_bytes(4, "little")), "day.zip")
    assert isinstance(entry.error, UnreadableInput)
    assert entry.content == b""


def test_too_many_entries_are_refused() -> None:
    with pytest.raises(InputTooLarge, match="more than 2000 entries"):
        read_archive(packed(*((f"{number}.txt", b"") for number in range(MOST_ENTRIES + 1))), "day.zip")


def test_a_list_of_entries_that_fills_the_memory_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    long_names = packed(*((f"{number:05}{'x' * 1200}.txt", b"") for number in range(MOST_ENTRIES)))
    monkeypatch.setattr(archives.zipfile, "ZipFile", lambda *_: pytest.fail("the list was read"))
    with pytest.raises(InputTooLarge, match="more than 2000 entries"):
        read_archive(long_names, "day.zip")


@pytest.mark.parametrize("name", ["inner.zip", "inner.tar.gz", "INNER.7Z"])
def test_an_archive_in_an_archive_is_not_opened(name: str) -> None:
    (entry,) = read_archive(packed((name, b"x")), "day.zip")
    assert str(entry.error).endswith("an archive inside the archive, which is not opened; add its files")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_rare_way_of_packing_is_refused(method: int) -> None:
    (entry,) = read_archive(packed(("a.txt", b"words"), method=method), "day.zip")
    assert isinstance(entry.error, UnsupportedFormat)


def test_an_entry_with_a_password_is_refused() -> None:
    content = bytearray(packed(("a.txt", b"words")))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + offset] |= 1
    (entry,) = read_archive(bytes(content), "day.zip")
    assert "locked with a password" in str(entry.error)


def test_a_broken_entry_stops_no_other() -> None:
    content = packed(("a.txt", b"one two three"), ("b.txt", b"four"), method=zipfile.ZIP_STORED)
    first, second = read_archive(content.replace(b"one two", b"one 2wo", 1), "day.zip")
    assert isinstance(first.error, UnreadableInput)
    assert (second.content, second.error) == (b"four", None)


def test_an_archive_of_the_large_kind_is_refused() -> None:
    content = packed(("a.txt", b"x"))
    end = content.index(b"PK\x05\x06")
    with pytest.raises(UnsupportedFormat, match="ZIP64"):
        read_archive(content[:end] + b"PK\x06\x07" + bytes(16) + content[end:], "day.zip")


def test_an_archive_without_articles_says_what_they_are() -> None:
    with pytest.raises(EmptyInput, match=r"no articles in this archive; they are files that end in \.txt"):
        read_archive(packed(("photo.jpg", b"x")), "day.zip")


def test_an_archive_that_was_cut_short_is_told() -> None:
    with pytest.raises(UnreadableInput, match="cut short"):
        read_archive(packed(("a.txt", b"x"))[:-12], "day.zip")
