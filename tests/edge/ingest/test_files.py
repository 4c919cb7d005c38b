"""Files and folders."""

import os
from pathlib import Path

import pytest

from provenance.errors import EmptyInput, InputTooLarge, UnreadableInput
from provenance.ingest import LIMIT, find_articles
from provenance.ingest.files import read_file
from provenance.model import Article
from tests.edge.ingest.builders import PROSE, a_file, read


def test_a_text_file_becomes_an_article_with_every_character(tmp_path: Path) -> None:
    path = a_file(tmp_path, f"\n{PROSE}\n")

    assert read(path) == Article(text=f"\n{PROSE}\n", locator=str(path))


def test_a_relative_path_is_kept_as_an_absolute_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = a_file(tmp_path)
    monkeypatch.chdir(tmp_path)

    assert read("article.txt").locator == str(path)


def test_standard_input_has_no_locator() -> None:
    assert read("-", stdin=PROSE.encode()) == Article(text=PROSE)


def test_standard_input_without_anything_piped_in_says_how(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=r"^standard input: nothing was piped in; write: provenance report - <"):
        read("-")


def test_a_folder_becomes_its_articles_sorted_and_without_the_rest(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "c.MD", "d.htm", "e.xhtml", "photo.jpg", "notes.pdf", ".hidden.txt"):
        a_file(tmp_path, name=name)
    for folder in ("deep/er", ".git"):
        (tmp_path / folder).mkdir(parents=True)
        a_file(tmp_path / folder, name="z.txt")

    found = [str(Path(location).relative_to(tmp_path)) for location in find_articles([str(tmp_path)])]

    assert found == ["a.html", "b.txt", "c.MD", "d.htm", "deep/er/z.txt", "e.xhtml"]


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    path = a_file(tmp_path)
    (tmp_path / "loop").symlink_to(tmp_path)

    assert find_articles([str(tmp_path)]) == (str(path),)


def test_files_addresses_and_standard_input_stay_as_they_are_each_once(tmp_path: Path) -> None:
    path = str(a_file(tmp_path, name="article.weird"))
    given = ["https://tass.com/politics/1", path, "-", "missing.txt", path, "x" * 5000, "a\0b"]

    assert find_articles(given) == ("https://tass.com/politics/1", path, "-", "missing.txt", "x" * 5000, "a\0b")


def test_a_folder_without_articles_says_what_would_be_one(tmp_path: Path) -> None:
    a_file(tmp_path, name="photo.jpg")

    with pytest.raises(EmptyInput, match=r"no articles in this folder; they are files that end in \.txt, \.md"):
        find_articles([str(tmp_path)])


def test_an_empty_name_is_not_the_folder_one_is_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_file(tmp_path, name="article.txt")
    monkeypatch.chdir(tmp_path)
    assert find_articles([""]) == ("",)
    with pytest.raises(UnreadableInput, match="an empty name: give the path of a file"):
        read_file("")


def test_a_folder_is_no_article(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="a folder, not an article; name a file in it"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("location", "hint"),
    [
        ("missing.txt", "check the path"),
        ("tass.com/politics/1", "write https://tass.com/politics/1"),
        ("www.bbc.co.uk", "write https://www.bbc.co.uk"),
    ],
)
def test_a_missing_file_says_what_to_do(location: str, hint: str) -> None:
    with pytest.raises(UnreadableInput, match=f"no such file; .*{hint}"):
        read(location)


@pytest.mark.parametrize("location", ["a\0b", "x" * 5000, "article.txt/inside"])
def test_an_impossible_path_is_one_short_line(location: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_file(tmp_path)
    monkeypatch.chdir(tmp_path)

    with pytest.raises(UnreadableInput) as raised:
        read(location)
    assert "\0" not in str(raised.value)
    assert len(str(raised.value)) < 400


def test_a_name_that_steers_a_terminal_is_shown_in_plain_characters(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput) as raised:
        read(tmp_path / "\x1b[31mred\n.txt")
    assert "\x1b" not in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_device_is_not_read() -> None:
    with pytest.raises(UnreadableInput, match="/dev/zero: not a plain file; to read from a pipe give '-'"):
        read("/dev/zero")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(UnreadableInput, match="not a plain file"):
        read(tmp_path / "pipe")


def test_a_file_of_thirty_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(30 * 1024 * 1024)

    with pytest.raises(InputTooLarge, match="holds 30 MB, and an article may hold 10 MB"):
        read(path)


def test_standard_input_beyond_the_limit_is_refused() -> None:
    with pytest.raises(InputTooLarge, match="standard input: holds more than 10 MB"):
        read("-", stdin=b"a" * (LIMIT + 1))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_says_so(tmp_path: Path) -> None:
    path = a_file(tmp_path)
    path.chmod(0)

    with pytest.raises(UnreadableInput, match="no permission to read it"):
        read(path)


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="a file that fails to be read, as Linux has one")
def test_a_file_that_fails_while_it_is_read_says_why() -> None:
    with pytest.raises(UnreadableInput, match=r"^/proc/self/mem: cannot be read: input/output error$"):
        read("/proc/self/mem")
